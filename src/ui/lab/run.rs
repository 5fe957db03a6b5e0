//! A running session: its keys, and the presenter's side.
//!
//! With one display the projection covers the window and a strip below takes the votes without showing them. With two,
//! the projection is a window of its own on the chosen display and this one shows who voted what.

use super::State;
use super::panels::{self, Panel};
use super::projection::{self, Extra};
use crate::document::{Edit, LabMove, Vote};
use crate::model::{AssessorId, CellValue, Contents, Lab, Phase, Points, Question, QuestionId, Scale, SourceId};
use crate::ui::theme::{self, Paint};
use crate::ui::widgets;
use crate::workspace::{Action, Projection, Workspace};
use egui::{CentralPanel, Event, Frame, Key, Margin, Modifiers, RichText, ScrollArea, Ui, ViewportBuilder, ViewportId};
use egui_material_icons::icons;

/// Time of one question.
#[derive(Debug, Clone, Copy, Default)]
struct Timer {
    /// Seconds used before the last start.
    used: f64,
    since: Option<f64>,
}
impl Timer {
    fn seconds(self, now: f64) -> f64 {
        self.used + self.since.map_or(0.0, |since| (now - since).max(0.0))
    }
    fn toggle(&mut self, now: f64) {
        if self.since.is_some() {
            *self = Self { used: self.seconds(now), since: None };
        } else {
            self.since = Some(now);
        }
    }
}

/// What a running session remembers between frames; none of it is anybody's work.
#[derive(Debug)]
pub struct Run {
    two_displays: bool,
    /// Whose vote the next key is; `None` for the first who has not voted.
    voter: Option<AssessorId>,
    minus: bool,
    /// The question and round that this is about.
    about: Option<(QuestionId, u16)>,
    timer: Timer,
    pub panel: Panel,
    /// The key that was just understood, for the entry's line.
    heard: bool,
}

impl Run {
    pub fn new(two_displays: bool) -> Self {
        Self {
            two_displays,
            voter: None,
            minus: false,
            about: None,
            timer: Timer::default(),
            panel: Panel::None,
            heard: false,
        }
    }
    /// A comment being written is kept; an outcome being written is no decision yet.
    pub fn commit(&mut self, question: Option<QuestionId>, actions: &mut Vec<Action>) {
        if let (Some(question), Some(step)) = (question, self.panel.comment()) {
            actions.push(Action::Edit(Edit::Lab { question, step }));
        }
    }
}

/// The question with all that is needed to run it.
struct Now<'a> {
    contents: &'a Contents,
    id: QuestionId,
    question: &'a Question,
    lab: &'a Lab,
    scale: &'a Scale,
    shown: Projection,
}

impl Now<'_> {
    fn voted(&self, who: AssessorId) -> bool {
        let cell = self.contents.vote(self.question, who, self.question.round);
        cell.is_some_and(|cell| cell.value.is_answered())
    }
    /// Those who are in the room, in order.
    fn present(&self) -> impl Iterator<Item = AssessorId> + '_ {
        self.lab.participants.iter().filter(|each| !each.absent).map(|each| each.id)
    }
    fn name(&self, who: AssessorId) -> String {
        self.contents.assessors.get(&who).map(|it| it.name.clone()).unwrap_or_default()
    }
}

fn now<'a>(contents: &'a Contents, workspace: &Workspace, id: QuestionId) -> Option<Now<'a>> {
    let question = contents.questions.get(&id)?;
    let lab = contents.labs.get(&question.lab)?;
    let scale = contents.scales.get(&contents.matrices.get(&lab.matrix)?.scale)?;
    let shown = Projection::of(contents, id, workspace.words().language())?;
    Some(Now { contents, id, question, lab, scale, shown })
}

pub fn run_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, own: &mut State, actions: &mut Vec<Action>) {
    let Some(contents) = workspace.contents() else {
        stop(own, actions);
        return;
    };
    super::keep_up(contents, own);
    let Some(it) = own.question.and_then(|id| now(contents, workspace, id)) else {
        stop(own, actions);
        return;
    };
    let Some(mut run) = own.run.take() else { return };
    let time = ui.input(|input| input.time);
    let about = (it.id, it.question.round);
    if run.about != Some(about) {
        let same_question = run.about.is_some_and(|(id, _)| id == it.id);
        let timer = if same_question { run.timer } else { Timer::default() };
        run = Run { about: Some(about), timer, ..Run::new(run.two_displays) };
    }
    let mut asked = Asked::Nothing;
    if !ui.ctx().text_edit_focused() && !run.panel.is_open() {
        asked = keys(ui, &it, &mut run, time, actions);
    }
    let left = i64::from(it.question.minutes) * 60 - run.timer.seconds(time) as i64;
    let extra = Extra { seconds: (run.timer.since.is_some() || run.timer.used > 0.0).then_some(left) };
    if run.timer.since.is_some() {
        ui.ctx().request_repaint_after_secs(0.25);
    }
    let two = run.two_displays && !ui.ctx().embed_viewports();
    // On the one display the strip is seen by all: dark, and its line as large as the smallest text above it.
    let (fill, ink, muted, size) = if two {
        (paint.surface, paint.ink, paint.muted, 16.0)
    } else {
        let scale = (ui.max_rect().width() / 1920.0).min(ui.max_rect().height() / 1080.0);
        (projection::CARD, projection::TEXT, projection::SOFT, (projection::SMALLEST * scale).max(15.0))
    };
    let strip = Frame::new().fill(fill).inner_margin(Margin::symmetric(16, 8));
    egui::Panel::bottom("lab-strip").frame(strip).show_separator_line(true).show(ui, |ui| {
        let paint = &Paint { ink, muted, ..*paint };
        panels::panel_ui(
            ui,
            paint,
            workspace,
            &it.shown,
            it.scale,
            it.lab,
            it.contents,
            &mut run.panel,
            it.id,
            actions,
        );
        strip_ui(ui, paint, size, workspace, &it, &mut run, time, &mut asked);
    });
    if two {
        presenter_ui(ui, paint, workspace, &it, &extra, &mut run, actions);
        let words = workspace.words();
        let builder = ViewportBuilder::default()
            .with_title(words.say("lab-projection"))
            .with_monitor(own.display.saturating_sub(1))
            .with_fullscreen(true);
        let id = ViewportId::from_hash_of("lab-projection");
        let closes = ui.ctx().show_viewport_immediate(id, builder, |ui, _| {
            let rect = ui.max_rect();
            projection::projection_ui(ui, rect, workspace, &it.shown, &extra);
            ui.input(|input| input.viewport().close_requested())
        });
        if closes {
            asked = Asked::Stop;
        }
    } else {
        CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
            let rect = ui.max_rect();
            projection::projection_ui(ui, rect, workspace, &it.shown, &extra);
        });
    }
    own.run = Some(run);
    carry_out(asked, &it, own, actions);
}

/// What the keys or buttons ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Asked {
    Nothing,
    Do(LabMove),
    Go(i8),
    Accept,
    Park,
    Comment,
    Stop,
}

fn carry_out(asked: Asked, it: &Now<'_>, own: &mut State, actions: &mut Vec<Action>) {
    let edit = |question, step| Action::Edit(Edit::Lab { question, step });
    match asked {
        Asked::Nothing => {}
        Asked::Do(step) => actions.push(edit(it.id, step)),
        Asked::Go(by) => {
            let agenda = it.contents.questions_of(it.question.lab);
            let at = agenda.iter().position(|(id, _)| *id == it.id).unwrap_or(0);
            let next = at.saturating_add_signed(isize::from(by)).min(agenda.len().saturating_sub(1));
            if let Some((id, _)) = agenda.get(next).filter(|(id, _)| *id != it.id) {
                own.question = Some(*id);
                actions.push(edit(*id, LabMove::Show));
            }
        }
        Asked::Accept => {
            let middle = it.shown.shown.as_ref().or(it.shown.before.as_ref()).and_then(|shown| shown.panel.as_ref());
            if let Some(run) = &mut own.run {
                run.panel = Panel::accept(middle.map(|panel| panel.lower_median));
            }
        }
        Asked::Park => {
            if let Some(run) = &mut own.run {
                run.panel = Panel::park();
            }
        }
        Asked::Comment => {
            if let Some(run) = &mut own.run {
                run.panel = Panel::comment_of(it.present().next());
            }
        }
        Asked::Stop => stop(own, actions),
    }
}

fn stop(own: &mut State, actions: &mut Vec<Action>) {
    let question = own.question;
    if let Some(mut run) = own.run.take() {
        run.commit(question, actions);
        own.fullscreen = Some(false);
    }
    own.form = None;
}

/// The vote of a character: digits are co-benefits, the letters of the row below them trade-offs from −1 down, a minus
/// before a digit too; `n` and `?` as in the grid. Levels of the scale only.
fn vote_of(c: char, minus: bool, scale: &Scale) -> Option<CellValue> {
    let level = |points: Points| scale.level(points).map(|_| CellValue::net_of(points));
    match c {
        '0'..='9' => {
            let points = Points::whole(c as i8 - b'0' as i8);
            level(if minus { points.negated() } else { points })
        }
        'n' => Some(CellValue::NotApplicable),
        '?' => Some(CellValue::DontKnow),
        'q' => level(Points::whole(-1)),
        'w' => level(Points::whole(-2)),
        'e' => level(Points::whole(-3)),
        _ => None,
    }
}

fn keys(ui: &Ui, it: &Now<'_>, run: &mut Run, time: f64, actions: &mut Vec<Action>) -> Asked {
    let mut asked = Asked::Nothing;
    let phase = it.shown.phase;
    let focused = ui.memory(|memory| memory.focused().is_some());
    let mut votes: Vec<(AssessorId, CellValue)> = Vec::new();
    // Who the next key is for moves on as votes come in, also within one frame.
    let voted = |votes: &[(AssessorId, CellValue)], who| it.voted(who) || votes.iter().any(|(id, _)| *id == who);
    ui.ctx().input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Text(text) if matches!(phase, Phase::Collecting(_)) => {
                for c in text.chars().flat_map(char::to_lowercase) {
                    if c == 'r' {
                        asked = Asked::Do(LabMove::Reveal);
                    } else if c == 't' {
                        run.timer.toggle(time);
                    } else if matches!(c, '-' | '−') {
                        run.minus = true;
                    } else if let Some(value) = vote_of(c, run.minus, it.scale) {
                        run.minus = false;
                        let who = run.voter.take().or_else(|| it.present().find(|who| !voted(&votes, *who)));
                        if let Some(who) = who {
                            votes.push((who, value));
                            run.heard = true;
                        }
                    }
                }
                false
            }
            Event::Text(text) => {
                for c in text.chars().flat_map(char::to_lowercase) {
                    let open = phase != Phase::Closed;
                    match c {
                        't' => run.timer.toggle(time),
                        'v' if matches!(phase, Phase::Revealed(_)) => asked = Asked::Do(LabMove::Ask),
                        'p' if open => asked = Asked::Park,
                        's' if open => asked = Asked::Do(LabMove::Skip),
                        'c' if matches!(phase, Phase::Revealed(_)) => asked = Asked::Comment,
                        'a' if open => asked = Asked::Accept,
                        _ => {}
                    }
                }
                false
            }
            Event::Key { key, pressed: true, modifiers, .. } if *modifiers == Modifiers::NONE => match key {
                Key::Enter if !focused => {
                    asked = match phase {
                        Phase::Waiting => Asked::Do(LabMove::Ask),
                        Phase::Revealed(_) => Asked::Accept,
                        Phase::Closed => Asked::Go(1),
                        // The votes are in; only R shows them.
                        Phase::Collecting(_) => Asked::Nothing,
                    };
                    run.voter = None;
                    false
                }
                // Back to the last who voted, whose next key takes its place.
                Key::Backspace if matches!(phase, Phase::Collecting(_)) => {
                    let before: Vec<AssessorId> = it.present().collect();
                    let at = run.voter.or_else(|| it.present().find(|who| !voted(&votes, *who)));
                    let at = at.and_then(|who| before.iter().position(|each| *each == who)).unwrap_or(before.len());
                    run.voter = at.checked_sub(1).and_then(|at| before.get(at)).copied();
                    run.minus = false;
                    false
                }
                Key::ArrowRight | Key::PageDown => {
                    asked = Asked::Go(1);
                    false
                }
                Key::ArrowLeft | Key::PageUp => {
                    asked = Asked::Go(-1);
                    false
                }
                Key::Escape => {
                    asked = Asked::Stop;
                    false
                }
                _ => true,
            },
            _ => true,
        });
    });
    if !votes.is_empty() {
        let votes = votes.into_iter().map(|(participant, value)| Vote { participant, value, comment: None }).collect();
        actions.push(Action::Edit(Edit::Lab { question: it.id, step: LabMove::Vote(votes) }));
    }
    asked
}

/// The presenter's line: whose turn it is, and what can be done now.
#[expect(clippy::too_many_arguments, reason = "one line of a running session")]
fn strip_ui(
    ui: &mut Ui,
    paint: &Paint,
    size: f32,
    workspace: &Workspace,
    it: &Now<'_>,
    run: &mut Run,
    time: f64,
    asked: &mut Asked,
) {
    let words = workspace.words();
    let button =
        |ui: &mut Ui, key: &str, hint: &str| widgets::button_ui(ui, &format!("{}  {hint}", words.say(key))).clicked();
    ui.horizontal(|ui| {
        ui.set_min_height(36.0);
        for (icon, key, by) in
            [(icons::ICON_CHEVRON_LEFT, "lab-previous", -1), (icons::ICON_CHEVRON_RIGHT, "lab-next", 1)]
        {
            if widgets::icon_button_ui(ui, paint, icon, &words.say(key), true).clicked() {
                *asked = Asked::Go(by);
            }
        }
        let key = if run.timer.since.is_some() { "lab-timer-pause" } else { "lab-timer-start" };
        let icon = if run.timer.since.is_some() { icons::ICON_PAUSE } else { icons::ICON_TIMER };
        if widgets::icon_button_ui(ui, paint, icon, &words.say(key), true).clicked() {
            run.timer.toggle(time);
        }
        ui.add_space(12.0);
        let line = match it.shown.phase {
            Phase::Collecting(_) => {
                let who = run.voter.or_else(|| it.present().find(|who| !it.voted(*who)));
                match who {
                    Some(who) if run.heard => words.say_with("lab-turn-next", &[("name", it.name(who).into())]),
                    Some(who) => words.say_with("lab-turn", &[("name", it.name(who).into())]),
                    None => words.say("lab-all-voted"),
                }
            }
            Phase::Waiting => words.say("lab-hint-waiting"),
            Phase::Revealed(_) => words.say("lab-hint-revealed"),
            Phase::Closed => words.say("lab-hint-closed"),
        };
        let response = ui.label(RichText::new(line).family(theme::semibold()).size(size).color(paint.ink));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if widgets::icon_button_ui(ui, paint, icons::ICON_CLOSE, &words.say("lab-stop"), true).clicked() {
                *asked = Asked::Stop;
            }
            match it.shown.phase {
                Phase::Waiting => {
                    if widgets::primary_button_ui(
                        ui,
                        paint,
                        &format!("{}  {}", words.say("lab-ask"), words.say("key-enter")),
                        true,
                    )
                    .clicked()
                    {
                        *asked = Asked::Do(LabMove::Ask);
                    }
                    if button(ui, "lab-skip", "S") {
                        *asked = Asked::Do(LabMove::Skip);
                    }
                }
                Phase::Collecting(_) => {
                    if widgets::primary_button_ui(ui, paint, &format!("{}  R", words.say("lab-reveal")), true).clicked()
                    {
                        *asked = Asked::Do(LabMove::Reveal);
                    }
                    ui.label(RichText::new(words.say("lab-keys")).size(theme::CAPTION).color(paint.ink));
                }
                Phase::Revealed(_) => {
                    let text = format!("{}  {}", words.say("lab-accept"), words.say("key-enter"));
                    if widgets::primary_button_ui(ui, paint, &text, true).clicked() {
                        *asked = Asked::Accept;
                    }
                    if button(ui, "lab-again", "V") {
                        *asked = Asked::Do(LabMove::Ask);
                    }
                    if button(ui, "lab-park", "P") {
                        *asked = Asked::Park;
                    }
                    if button(ui, "lab-skip", "S") {
                        *asked = Asked::Do(LabMove::Skip);
                    }
                    if button(ui, "lab-comment", "C") {
                        *asked = Asked::Comment;
                    }
                }
                Phase::Closed => {
                    let text = format!("{}  {}", words.say("lab-next"), words.say("key-enter"));
                    if widgets::primary_button_ui(ui, paint, &text, true).clicked() {
                        *asked = Asked::Go(1);
                    }
                    if button(ui, "lab-reopen", "") {
                        *asked = Asked::Do(LabMove::Reopen);
                    }
                }
            }
        });
    });
}

/// The presenter's own window: a small picture of the projection, notes, the next question, who voted what.
fn presenter_ui(
    ui: &mut Ui,
    paint: &Paint,
    workspace: &Workspace,
    it: &Now<'_>,
    extra: &Extra,
    run: &mut Run,
    _: &mut Vec<Action>,
) {
    let words = workspace.words();
    let side = |fill| Frame::new().fill(fill).inner_margin(Margin::symmetric(14, 10));
    egui::Panel::right("lab-people").frame(side(paint.surface)).default_size(320.0).show(ui, |ui| {
        let missing = it.present().filter(|who| !it.voted(*who)).count();
        widgets::part_title_ui(ui, paint, &words.say_with("lab-missing", &[("n", missing.into())]));
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            for participant in &it.lab.participants {
                ui.horizontal(|ui| {
                    let cell = it.contents.vote(it.question, participant.id, it.question.round);
                    let value = cell.map(|cell| words.numbers().cell(cell.value)).unwrap_or_default();
                    let value = if participant.absent { words.say("lab-absent") } else { value };
                    let name = it.name(participant.id);
                    let turn = run.voter == Some(participant.id);
                    if ui.selectable_label(turn, RichText::new(&name).color(paint.ink)).clicked() {
                        run.voter = Some(participant.id);
                    }
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        ui.label(RichText::new(value).family(theme::bold()).color(paint.ink));
                    });
                });
            }
        });
    });
    CentralPanel::default().frame(side(paint.canvas)).show(ui, |ui| {
        let width = ui.available_width().min((ui.available_height() - 170.0) * 16.0 / 9.0).max(200.0);
        let (rect, _) = ui.allocate_exact_size(egui::vec2(width, width * 9.0 / 16.0), egui::Sense::hover());
        projection::projection_ui(ui, rect, workspace, &it.shown, extra);
        ui.add_space(8.0);
        let notes = [it.question.notes.as_str(), it.lab.notes.as_str()];
        for text in notes.into_iter().filter(|text| !text.trim().is_empty()) {
            ui.add(egui::Label::new(RichText::new(text).color(paint.ink)).wrap());
        }
        let agenda = it.contents.questions_of(it.question.lab);
        let at = agenda.iter().position(|(id, _)| *id == it.id).unwrap_or(0);
        if let Some((_, next)) = agenda.get(at + 1) {
            let name = |item| it.contents.item_label(item).1.get(words.language()).to_owned();
            let next = format!("{} → {}", name(next.row), name(next.column));
            let text = words.say_with("lab-then", &[("question", next.into())]);
            ui.add(egui::Label::new(widgets::muted(text, paint)).wrap());
        }
    });
}

/// A fresh id for the session's source, should it have none yet.
pub fn new_source() -> SourceId {
    SourceId::random()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ScaleLevel;

    #[test]
    fn one_key_is_one_vote_on_the_scale() {
        let level = |value| ScaleLevel {
            value: Points::whole(value),
            label: crate::model::Label::default(),
            guidance: crate::model::Label::default(),
            colour: None,
        };
        let scale = Scale { levels: (-3..=3).rev().map(level).collect(), ..Scale::default() };
        let said = |c, minus| vote_of(c, minus, &scale).map(|value| value.to_string());
        let keys: Vec<_> = "0123qwen?".chars().map(|c| said(c, false).unwrap()).collect();
        assert_eq!(keys, ["0", "1", "2", "3", "-1", "-2", "-3", "n", "?"]);
        assert_eq!(said('2', true).unwrap(), "-2");
        assert_eq!((said('4', false), said('x', false), said('r', false)), (None, None, None));
    }
}
