//! The presenter's own window: a small picture of the projection, the clock, notes, the next question, who is missing
//! and who voted what. While the keyboard goes round, it too shows only who voted.

use super::hand_over::hand_over_ui;
use super::projection::{self, Extra};
use super::run::{Now, Run};
use super::strip::next_words;
use crate::Cx;
use crate::theme;
use crate::widgets;
use egui::{CentralPanel, Frame, Margin, RichText, ScrollArea, Ui};
use ordito_model::Phase;

pub fn presenter_ui(ui: &mut Ui, cx: &Cx<'_>, it: &Now<'_>, extra: &Extra, run: &mut Run) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let time = ui.input(|input| input.time);
    let side = |fill| {
        Frame::new()
            .fill(fill)
            .inner_margin(Margin::symmetric(14, 10))
    };
    egui::Panel::right("lab-people")
        .frame(side(paint.surface))
        .default_size(320.0)
        .show(ui, |ui| {
            people_ui(ui, cx, it, run);
        });
    widgets::name_divider(ui, "lab-people", workspace.words());
    CentralPanel::default()
        .frame(side(paint.canvas))
        .show(ui, |ui| {
            let words = workspace.words();
            let width = ui
                .available_width()
                .min((ui.available_height() - 210.0) * 16.0 / 9.0)
                .max(200.0);
            let (rect, _) =
                ui.allocate_exact_size(egui::vec2(width, width * 9.0 / 16.0), egui::Sense::hover());
            let place = (rect, projection::scale_of(rect));
            projection::projection_ui(ui, place, workspace, &it.shown, extra);
            hand_over_ui(ui, place, workspace, it, run);
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                let left = i64::from(it.question.minutes) * 60 - run.timer.seconds(time) as i64;
                let clock = RichText::new(projection::clock(left))
                    .family(theme::bold())
                    .size(28.0);
                ui.label(clock.color(if left < 0 { paint.danger } else { paint.ink }));
                ui.label(widgets::muted(
                    words.lab_clock_of(it.question.minutes.to_string()),
                    paint,
                ));
                ui.add_space(16.0);
                ui.label(widgets::muted(words.numbers().time(workspace.now()), paint));
            });
            ScrollArea::vertical()
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    if let Some(next) = next_words(workspace, it) {
                        ui.add(egui::Label::new(RichText::new(next).color(paint.ink)).wrap());
                    }
                    for comment in &it.shown.comments {
                        let text = RichText::new(format!("«{comment}»")).color(paint.ink);
                        ui.add(egui::Label::new(text).wrap());
                    }
                    let notes = [it.question.notes.as_str(), it.lab.notes.as_str()];
                    for text in notes.into_iter().filter(|text| !text.trim().is_empty()) {
                        ui.add(egui::Label::new(RichText::new(text).color(paint.ink)).wrap());
                    }
                });
        });
}

fn people_ui(ui: &mut Ui, cx: &Cx<'_>, it: &Now<'_>, run: &mut Run) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let collecting = matches!(it.shown.phase, Phase::Collecting(_));
    if collecting {
        let missing = it.present().filter(|who| !it.voted(*who)).count();
        widgets::part_title_ui(ui, paint, &words.lab_missing(missing));
    } else {
        let n = it.present().count();
        widgets::part_title_ui(ui, paint, &words.lab_participants(n));
    }
    let turn = if collecting { it.turn(run) } else { None };
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            for participant in it.lab.voters() {
                ui.horizontal(|ui| {
                    let cell = it
                        .contents
                        .vote(it.question, participant.id, it.question.round);
                    let voted = cell.is_some_and(|cell| cell.value.is_answered());
                    let value = match cell {
                        _ if participant.absent => words.lab_absent(),
                        // The one who has the keyboard sees this display.
                        Some(_) if voted && collecting && run.blind.is_some() => {
                            words.lab_has_voted()
                        }
                        Some(cell) if voted => words.numbers().cell(cell.value),
                        _ if collecting => words.lab_is_missing(),
                        _ => String::new(),
                    };
                    let name = it.name(participant.id);
                    let own = turn == Some(participant.id);
                    if ui
                        .selectable_label(own, RichText::new(&name).color(paint.ink))
                        .clicked()
                    {
                        run.voter = Some(participant.id);
                    }
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        let text = RichText::new(value);
                        let missing = !voted && !participant.absent;
                        ui.label(if missing {
                            text.color(paint.muted)
                        } else {
                            text.family(theme::bold()).color(paint.ink)
                        });
                    });
                });
            }
        });
}
