//! The lower part of the inspector: sources, what each assessor said, what happened to the cell.

use super::MatrixScreen;
use super::inspector::{self, Draft, NewSource};
use crate::Cx;
use crate::theme::{self, colour};
use crate::widgets;
use egui::{
    Align2, FontId, Id, Key, Margin, Popup, Rect, RichText, ScrollArea, Sense, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons;
use ordito_analysis::{CellPanel, ConsensusRule};
use ordito_document::AssessmentChange;
use ordito_model::{
    Assessment, AssessmentKey, AssessorId, CellValue, Change, Points, Record, Scale, Source,
    Timestamp,
};
use ordito_pages::figure::palette;
use ordito_workspace::Workspace;

fn source_name(source: &Source) -> String {
    if source.key.is_empty() {
        source.citation.clone()
    } else {
        format!("{} · {}", source.key, source.citation)
    }
}

pub fn sources_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (draft, chosen): (&mut Draft, &[AssessmentKey]),
    key: AssessmentKey,
    cell: &Assessment,
) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        widgets::part_title_ui(ui, paint, &words.matrix_sources(cell.sources.len()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let name = if chosen.len() > 1 {
                words.matrix_source_add_many(chosen.len())
            } else {
                words.matrix_source_add()
            };
            let add = widgets::icon_button_ui(ui, paint, icons::ICON_ADD, &name, ui.is_enabled());
            Popup::menu(&add).show(|ui| {
                ui.set_min_width(300.0);
                if chosen.len() > 1 {
                    widgets::caption_ui(ui, paint, &name);
                }
                ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
                    for (id, source) in &contents.sources {
                        // Where all have it there is nothing to add.
                        let edit = inspector::cite(contents, chosen, *id);
                        if let Some(edit) = edit
                            && ui.selectable_label(false, source_name(source)).clicked()
                        {
                            cx.act(edit);
                            ui.close();
                        }
                    }
                });
                if ui
                    .selectable_label(false, words.matrix_source_new())
                    .clicked()
                {
                    // What is typed already goes with it.
                    let form = draft.new_source.take();
                    let (citation, url) = form
                        .map(|form| (form.citation, form.url))
                        .unwrap_or_default();
                    draft.new_source = Some(NewSource {
                        key,
                        chosen: chosen.to_vec(),
                        citation,
                        url,
                        fresh: true,
                    });
                    ui.close();
                }
            });
        });
    });
    for (i, cited) in cell.sources.iter().enumerate() {
        let Some(source) = contents.sources.get(&cited.source) else {
            continue;
        };
        ui.horizontal(|ui| {
            widgets::icon_ui(ui, icons::ICON_DESCRIPTION, 16.0, paint.muted);
            let mut text = source_name(source);
            if !cited.page.is_empty() {
                text = format!("{text}, {}", cited.page);
            }
            let width = (ui.available_width() - 36.0).max(60.0);
            ui.scope(|ui| {
                ui.set_max_width(width);
                let label =
                    egui::Label::new(RichText::new(text).size(13.0).color(paint.ink)).truncate();
                ui.add(label)
                    .on_hover_text(format!("{}\n{}", source.citation, source.url));
            });
            let name = words.matrix_source_remove();
            if widgets::icon_button_ui(ui, paint, icons::ICON_CLOSE, &name, ui.is_enabled())
                .clicked()
            {
                let mut sources = cell.sources.clone();
                sources.remove(i);
                cx.act(inspector::edit(
                    key,
                    AssessmentChange {
                        sources: Some(sources),
                        ..Default::default()
                    },
                ));
            }
        });
    }
    new_source_ui(ui, cx, draft, key);
}

/// The form of a new source. It has the keyboard when it opens, and belongs to the cell it was opened on: when the cursor
/// goes on, a form that nothing was typed into closes, and another says whose it is.
fn new_source_ui(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Draft, here: AssessmentKey) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    if draft
        .new_source
        .as_ref()
        .is_some_and(|form| form.key != here && form.is_blank())
    {
        draft.new_source = None;
    }
    let Some(form) = &mut draft.new_source else {
        return;
    };
    if form.key != here {
        let name = |item| contents.item_label(item).1.get(words.language()).to_owned();
        let cell = format!("{} × {}", name(form.key.row), name(form.key.column));
        let text = words.matrix_source_for(cell);
        ui.add(egui::Label::new(RichText::new(text).size(theme::CAPTION).color(paint.ink)).wrap());
    }
    if form.chosen.len() > 1 {
        let text = words.matrix_source_for_many(form.chosen.len());
        ui.add(egui::Label::new(RichText::new(text).size(theme::CAPTION).color(paint.ink)).wrap());
    }
    let opens = std::mem::take(&mut form.fresh);
    let (mut enter, mut escape) = (false, false);
    let mut fields = Vec::new();
    for (key, text) in [
        ("matrix-source-citation", &mut form.citation),
        ("matrix-source-url", &mut form.url),
    ] {
        let label = words.say(key);
        let field = TextEdit::singleline(text)
            .id(Id::unique(key))
            .hint_text(&label)
            .desired_width(ui.available_width() - 2.0)
            .margin(Margin::symmetric(8, 5));
        let field = ui.add(field);
        widgets::name_it(ui, &field, &label);
        let ends = |key| field.lost_focus() && ui.input(|input| input.key_pressed(key));
        (enter, escape) = (enter || ends(Key::Enter), escape || ends(Key::Escape));
        fields.push(field);
    }
    let ready = !form.citation.trim().is_empty();
    let (add, cancel) = ui
        .horizontal(|ui| {
            let add =
                widgets::primary_button_ui(ui, paint, &words.matrix_source_save(), ready).clicked();
            (
                add,
                widgets::button_ui(ui, &words.button_cancel()).clicked(),
            )
        })
        .inner;
    // Without a citation Enter has nothing to add: the field that is missing keeps the keyboard.
    if let Some(citation) = fields.first().filter(|_| opens || enter && !ready) {
        citation.request_focus();
        citation.scroll_to_me(None);
    }
    // Esc leaves what was typed where it is.
    if cancel || escape && form.is_blank() {
        draft.new_source = None;
    } else if add || enter {
        draft.send_source(cx);
    }
}

/// How many said what, who, median and consensus.
pub fn voices_ui(ui: &mut Ui, cx: &Cx<'_>, state: &MatrixScreen, key: &AssessmentKey) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let (Some(view), Some(contents)) = (&state.view, workspace.contents()) else {
        return;
    };
    let words = workspace.words();
    let said: Vec<(AssessorId, CellValue)> = view
        .assessors
        .iter()
        .filter(|assessor| **assessor != AssessorId::AGREED)
        .filter_map(|assessor| {
            let cell = contents.assessments.get(&AssessmentKey {
                assessor: *assessor,
                ..*key
            })?;
            cell.value.is_answered().then_some((*assessor, cell.value))
        })
        .collect();
    if said.is_empty() {
        return;
    }
    ui.add_space(6.0);
    widgets::part_title_ui(ui, paint, &words.matrix_voices());
    let nets: Vec<Points> = said.iter().filter_map(|(_, value)| value.net()).collect();
    if !nets.is_empty() {
        bars_ui(ui, cx, &view.scale, &nets);
    }
    let numbers = words.numbers();
    let values: Vec<CellValue> = said.iter().map(|(_, value)| *value).collect();
    let panel = CellPanel::of(&values, &view.scale, &ConsensusRule::default());
    // The count is of those who scored: median and consensus rest on them, not on an n.a. or a "?".
    if let Some((n, median, consensus)) =
        panel.and_then(|panel| Some((panel.n, panel.lower_median, panel.consensus?)))
    {
        let text =
            words.matrix_voices_sums(numbers.number(consensus, 2), numbers.points(median), n);
        widgets::caption_ui(ui, paint, &text);
    }
    for (assessor, value) in said {
        let name = contents
            .assessors
            .get(&assessor)
            .map(|assessor| assessor.name.clone())
            .unwrap_or_default();
        ui.horizontal(|ui| {
            ui.label(RichText::new(name).size(13.0).color(paint.ink));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(
                    RichText::new(numbers.cell(value))
                        .size(13.0)
                        .family(theme::semibold())
                        .color(paint.ink),
                );
            });
        });
    }
}

fn bars_ui(ui: &mut Ui, cx: &Cx<'_>, scale: &Scale, nets: &[Points]) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let numbers = workspace.words().numbers();
    let mut levels: Vec<Points> = scale.levels.iter().map(|level| level.value).collect();
    levels.sort();
    let count = |level: &Points| nets.iter().filter(|net| *net == level).count();
    let most = levels.iter().map(count).max().unwrap_or(0).max(1);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 62.0), Sense::hover());
    response.widget_info(|| {
        let text: Vec<String> = levels
            .iter()
            .filter(|level| count(level) > 0)
            .map(|level| {
                format!(
                    "{}: {}",
                    numbers.points(*level),
                    numbers.count(count(level))
                )
            })
            .collect();
        WidgetInfo::labeled(egui::accesskit::Role::Image, true, text.join(", "))
    });
    let step = rect.width() / levels.len().max(1) as f32;
    for (i, level) in levels.iter().enumerate() {
        let x = rect.left() + step * (i as f32 + 0.5);
        let height = 42.0 * count(level) as f32 / most as f32;
        let bar = Rect::from_min_max(
            pos2(x - step * 0.4, rect.bottom() - 16.0 - height),
            pos2(x + step * 0.4, rect.bottom() - 16.0),
        );
        let back = if level.0 == 0 {
            paint.border
        } else {
            colour(palette::score_colour(*level, scale, paint.look))
        };
        ui.painter().rect_filled(bar, 0.0, back);
        let at = pos2(x, rect.bottom() - 7.0);
        let font = FontId::proportional(11.0);
        ui.painter().text(
            at,
            Align2::CENTER_CENTER,
            numbers.points(*level),
            font,
            paint.muted,
        );
    }
}

/// The journal is read once the cursor rests: on large documents that takes longer than a key.
const HISTORY_REST_SECS: f64 = 0.25;

/// Who changed the cell, when, from what to what; newest first.
pub fn history_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut MatrixScreen, key: &AssessmentKey) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let revision = workspace.revision();
    let known = matches!(&state.draft.history, Some((of, at, _)) if of == key && *at == revision);
    if !known {
        let now = ui.input(|input| input.time);
        let wanted = state
            .draft
            .history_wanted
            .filter(|(of, at, _)| of == key && *at == revision);
        let (_, _, since) = *state
            .draft
            .history_wanted
            .insert(wanted.unwrap_or((*key, revision, now)));
        let left = HISTORY_REST_SECS - (now - since);
        if left > 0.0 {
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_secs_f64(left));
        } else {
            state.draft.history = Some((*key, revision, history(workspace, key)));
        }
    }
    let Some((of, _, lines)) = &state.draft.history else {
        return;
    };
    if of != key {
        return;
    }
    if lines.is_empty() {
        return;
    }
    ui.add_space(6.0);
    widgets::part_title_ui(ui, paint, &words.matrix_history());
    for line in lines.iter().take(12) {
        ui.add(egui::Label::new(widgets::muted(line, paint).size(13.0)).wrap());
    }
}

fn history(workspace: &Workspace, key: &AssessmentKey) -> Vec<String> {
    let Some(document) = workspace.document() else {
        return Vec::new();
    };
    let words = workspace.words();
    let steps = document.cell_history(key).unwrap_or_default();
    let mut lines: Vec<String> = steps
        .iter()
        .filter_map(|(step, record)| {
            let Record::Assessment(change) = record else {
                return None;
            };
            Some(words.matrix_history_line(
                what(workspace, change),
                when(workspace, step.at),
                ordito_words::say_author(&step.by, words),
            ))
        })
        .collect();
    lines.reverse();
    lines
}

fn when(workspace: &Workspace, at: Timestamp) -> String {
    let words = workspace.words();
    let (date, time) = (words.numbers().date(at), words.numbers().time(at));
    if date == words.numbers().date(workspace.now()) {
        words.matrix_today(time)
    } else {
        format!("{date} {time}")
    }
}

fn what(workspace: &Workspace, change: &Change<AssessmentKey, Assessment>) -> String {
    let words = workspace.words();
    let blank = Assessment::default();
    let (before, after) = (
        change.before.as_ref().unwrap_or(&blank),
        change.after.as_ref().unwrap_or(&blank),
    );
    let value = |cell: &Assessment| match cell.value {
        CellValue::Unscored => words.matrix_value_empty(),
        other => words.numbers().cell(other),
    };
    let mut parts = Vec::new();
    if before.value != after.value {
        parts.push(format!("{} → {}", value(before), value(after)));
    }
    let others = [
        (before.reason != after.reason, "matrix-reason"),
        (before.mitigation != after.mitigation, "matrix-mitigation"),
        (before.sources != after.sources, "matrix-sources-word"),
        (
            before.contribution != after.contribution,
            "matrix-contribution",
        ),
        (before.confidence != after.confidence, "matrix-confidence"),
    ];
    parts.extend(
        others
            .into_iter()
            .filter(|(changed, _)| *changed)
            .map(|(_, key)| words.say(key).to_lowercase()),
    );
    parts.join(", ")
}
