//! A running session, frame by frame: what is asked of it and carried out. Its keys are in `keys`.
//!
//! With one display the projection covers the window and a strip below takes the votes without showing them. With two,
//! the projection is a window of its own on the chosen display and this one shows who voted what.

use super::LabScreen;
use super::hand_over::hand_over_ui;
use super::keys::{Blind, Comment, keys, text_of};
use super::panels::{self, Panel};
use super::presenter::presenter_ui;
use super::projection::{self, Extra};
use super::strip::{Stage, strip_ui};
use crate::Cx;
use egui::{
    CentralPanel, Context, Event, Frame, Margin, Modifiers, Ui, ViewportBuilder, ViewportCommand,
    ViewportId,
};
use ordito_analysis::Verdict;
use ordito_document::{Edit, LabMove};
use ordito_model::{
    AssessorId, CellValue, Contents, Lab, Question, QuestionId, Scale, SourceId, Timestamp,
};
use ordito_workspace::{Action, Closing, Projection, Stopwatch, Workspace};

/// Time of one question.
#[derive(Debug, Clone, Copy, Default)]
pub struct Timer {
    /// Seconds used before the last start.
    used: f64,
    pub since: Option<f64>,
}
impl Timer {
    /// As it was kept; where it ran, the time in which nobody looked counts.
    fn of(workspace: &Workspace, question: QuestionId, time: f64) -> Self {
        let Some(clock) = workspace.clock(question) else {
            return Self::default();
        };
        Self {
            used: clock.used_at(workspace.now()) as f64 / 1000.0,
            since: clock.since.map(|_| time),
        }
    }
    fn clock(self, question: QuestionId, time: f64, now: Timestamp) -> Stopwatch {
        Stopwatch {
            question,
            used: (self.seconds(time) * 1000.0) as i64,
            since: self.since.map(|_| now),
        }
    }
    pub fn seconds(self, now: f64) -> f64 {
        self.used + self.since.map_or(0.0, |since| (now - since).max(0.0))
    }
    pub fn toggle(&mut self, now: f64) {
        if self.since.is_some() {
            *self = Self {
                used: self.seconds(now),
                since: None,
            };
        } else {
            self.since = Some(now);
        }
    }
}

/// What a running session remembers between frames; none of it is anybody's work.
#[derive(Debug, Default)]
pub struct Run {
    /// Whether the projection had a display of its own in the last frame, once there was one.
    had_own: Option<bool>,
    /// Whose vote the next key is; `None` for the first who has not voted.
    pub voter: Option<AssessorId>,
    pub minus: bool,
    /// The vote that `/` adds another side to.
    pub last: Option<(AssessorId, CellValue)>,
    /// `/` was pressed.
    pub other_side: bool,
    /// The keyboard goes round.
    pub blind: Option<Blind>,
    /// A reveal was asked for while votes are missing, and is to be said again.
    pub reveals: bool,
    /// Who is missing and what comes next are shown, also on the one display.
    pub more: bool,
    /// The question and round that this is about.
    about: Option<(QuestionId, u16)>,
    pub timer: Timer,
    pub panel: Panel,
    /// Keys of the last frame that came after one that asked for something.
    pub later: Vec<Event>,
    /// The projection's own window, in the last frame.
    projection_has_keyboard: bool,
    /// The key that was just understood, for the entry's line.
    pub heard: bool,
    /// The round on show is told table by table.
    pub by_table: bool,
    /// All keys are shown, instead of the bars.
    pub legend: bool,
    /// The last slide is shown, and which page of it.
    pub closing: Option<usize>,
    /// The clock as it was last kept.
    kept: Option<(QuestionId, bool)>,
}

impl Run {
    /// A comment being written is kept; an outcome being written is no decision yet.
    pub fn commit(&mut self, question: Option<QuestionId>, cx: &mut Cx<'_>) {
        let Some(question) = question else { return };
        let blind = self
            .blind
            .as_mut()
            .and_then(|blind| blind.comment.take())
            .and_then(Comment::step);
        let steps = [self.panel.comment(), blind];
        cx.extend(
            steps
                .into_iter()
                .flatten()
                .map(|step| Action::Edit(Edit::Lab { question, step })),
        );
    }
    /// The same for another question or round, where it is another: what was begun there is kept there.
    fn turned_to(mut self, about: (QuestionId, u16), time: f64, cx: &mut Cx<'_>) -> Self {
        if self.about == Some(about) {
            return self;
        }
        let same_question = self.about.is_some_and(|(id, _)| id == about.0);
        self.commit(self.about.map(|(id, _)| id), cx);
        if let Some((question, _)) = self.about.filter(|_| !same_question) {
            // Nobody talks about the question that was left.
            let mut timer = self.timer;
            if timer.since.is_some() {
                timer.toggle(time);
            }
            let clock = timer.clock(question, time, cx.workspace.now());
            cx.extend((clock.used > 0).then_some(Action::SetClock(clock)));
        }
        Self {
            about: Some(about),
            timer: if same_question {
                self.timer
            } else {
                Timer::of(cx.workspace, about.0, time)
            },
            by_table: self.by_table,
            blind: self.blind.is_some().then(Blind::default),
            more: self.more,
            later: self.later,
            projection_has_keyboard: self.projection_has_keyboard,
            had_own: self.had_own,
            ..Self::default()
        }
    }
    /// A page on or back through the last slide; back from its first is the last question.
    fn turn_closing(&mut self, by: i8, n_questions: usize) {
        let last = super::closing::n_pages(n_questions).saturating_sub(1);
        self.legend = false;
        self.closing = match (self.closing, by > 0) {
            (None, true) => Some(0),
            (Some(page), true) => Some((page + 1).min(last)),
            (Some(page), false) => page.checked_sub(1),
            (None, false) => None,
        };
    }
    /// The clock is kept when it starts and when it stops.
    fn keep_clock(&mut self, question: QuestionId, time: f64, cx: &mut Cx<'_>) {
        let runs = self.timer.since.is_some();
        let before = self.kept.replace((question, runs));
        if before.is_some_and(|(id, ran)| id == question && ran != runs) {
            let clock = self.timer.clock(question, time, cx.workspace.now());
            cx.act(Action::SetClock(clock));
        }
    }
    pub fn turn_blind(&mut self) {
        self.blind = if self.blind.is_some() {
            None
        } else {
            Some(Blind::default())
        };
        (self.voter, self.minus, self.other_side, self.last) = (None, false, false, None);
        self.reveals = false;
    }
}

/// The question with all that is needed to run it.
pub struct Now<'a> {
    pub contents: &'a Contents,
    pub id: QuestionId,
    pub question: &'a Question,
    pub lab: &'a Lab,
    pub scale: &'a Scale,
    pub shown: Projection,
}

impl<'a> Now<'a> {
    pub fn voted(&self, who: AssessorId) -> bool {
        let cell = self.contents.vote(self.question, who, self.question.round);
        cell.is_some_and(|cell| cell.value.is_answered())
    }
    /// Those who are in the room, in order.
    pub fn present(&self) -> impl Iterator<Item = AssessorId> + '_ {
        self.lab
            .voters()
            .filter(|each| !each.absent)
            .map(|each| each.id)
    }
    /// Whose vote the next key is.
    pub fn turn(&self, run: &Run) -> Option<AssessorId> {
        run.voter
            .or_else(|| self.present().find(|who| !self.voted(*who)))
    }
    /// What to agree on, where nobody says otherwise.
    pub fn middle(&self) -> Option<CellValue> {
        self.shown
            .shown
            .as_ref()
            .or(self.shown.before.as_ref())
            .and_then(|shown| shown.middle)
    }
    /// The round on show came to what its rule asks for; where nobody scored, all said the same.
    pub fn is_agreed(&self) -> bool {
        let Some(shown) = &self.shown.shown else {
            return false;
        };
        match &shown.panel {
            Some(panel) => panel.verdict == Verdict::Agreed,
            None => (shown.not_applicable == 0) != (shown.dont_know == 0),
        }
    }
    /// Those in the room who have not voted.
    pub fn missing(&self) -> usize {
        self.present().filter(|who| !self.voted(*who)).count()
    }
    /// The question after this one.
    pub fn next(&self) -> Option<&'a Question> {
        let agenda = self.contents.questions_of(self.question.lab);
        let at = agenda.iter().position(|(id, _)| *id == self.id)?;
        agenda.get(at + 1).map(|(_, question)| *question)
    }
    pub fn name(&self, who: AssessorId) -> String {
        self.contents
            .assessors
            .get(&who)
            .map(|it| it.name.clone())
            .unwrap_or_default()
    }
}

fn now<'a>(contents: &'a Contents, workspace: &Workspace, id: QuestionId) -> Option<Now<'a>> {
    let question = contents.questions.get(&id)?;
    let lab = contents.labs.get(&question.lab)?;
    let scale = contents
        .scales
        .get(&contents.matrices.get(&lab.matrix)?.scale)?;
    let shown = Projection::of(contents, id, workspace.words().language())?;
    Some(Now {
        contents,
        id,
        question,
        lab,
        scale,
        shown,
    })
}

/// What a running session does also while its window is hidden, behind its own projection or anything else.
pub fn logic(ctx: &Context, own: &LabScreen) {
    let Some(run) = &own.run else { return };
    // For the clock, and a projector that comes or goes while nobody touches anything.
    ctx.request_repaint_after_secs(2.0);
    if run.had_own == Some(true) && own.displays.projection().is_none() {
        // A hidden window draws nothing, and what covers it may be the projection of a display that is gone.
        ctx.send_viewport_cmd(ViewportCommand::Focus);
    }
}

pub fn run_ui(ui: &mut Ui, cx: &mut Cx<'_>, own: &mut LabScreen, covered: bool) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(contents) = workspace.contents() else {
        stop(own, cx);
        return;
    };
    super::keep_up(contents, own);
    // Undo and redo go back and forth between questions, and the display with them.
    let current = own.lab.and_then(|lab| contents.labs.get(&lab)?.current);
    if own.followed != current {
        own.followed = current;
        own.question = current.or(own.question);
    }
    let Some(it) = own.question.and_then(|id| now(contents, workspace, id)) else {
        stop(own, cx);
        return;
    };
    let Some(mut run) = own.run.take() else {
        return;
    };
    let time = ui.input(|input| input.time);
    run = run.turned_to((it.id, it.question.round), time, cx);
    let mut asked = Asked::Nothing;
    if !covered && !ui.ctx().text_edit_focused() && !run.panel.is_open() {
        asked = keys(ui, &it, &mut run, time, cx);
    }
    let left = i64::from(it.question.minutes) * 60 - run.timer.seconds(time) as i64;
    run.keep_clock(it.id, time, cx);
    let extra = Extra {
        seconds: (run.timer.since.is_some() || run.timer.used > 0.0).then_some(left),
        minutes: it.question.minutes,
        by_table: run.by_table,
        legend: run.legend,
        closing: run.closing.and_then(|page| {
            let language = workspace.words().language();
            Some((Closing::of(contents, it.question.lab, language)?, page))
        }),
    };
    if run.timer.since.is_some() {
        ui.ctx().request_repaint_after_secs(0.25);
    }
    let display = own
        .displays
        .projection()
        .filter(|_| !ui.ctx().embed_viewports());
    let two = display.is_some();
    // A projector that is unplugged, or comes, during the session.
    if run.had_own.is_some_and(|had_own| had_own != two) {
        own.fullscreen = Some(!two);
        own.moves_to = own.displays.presenter();
    }
    run.had_own = Some(two);
    let scale = projection::scale_of(ui.max_rect());
    let stage = if two {
        Stage::own(paint)
    } else {
        Stage::shared(paint, scale)
    };
    let strip = Frame::new()
        .fill(stage.paint.surface)
        .inner_margin(Margin::symmetric(16, 8));
    egui::Panel::bottom("lab-strip")
        .frame(strip)
        .show_separator_line(true)
        .show(ui, |ui| {
            stage.apply(ui);
            panels::panel_ui(ui, &stage, cx, &it, &mut run.panel);
            // While a decision is written there is nothing else to press, and the bars need the height.
            if !run.panel.is_open() {
                strip_ui(ui, &stage, cx, &it, &mut run, time, &mut asked);
            }
        });
    if let Some(display) = display {
        presenter_ui(ui, cx, &it, &extra, &mut run);
        if wall_ui(ui, cx, (&it, &extra), &mut run, (display, covered)) {
            asked = Asked::Stop;
        }
    } else {
        CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
            // As large as if the strip were not there: it takes of the bars' height only.
            let rect = ui.max_rect();
            projection::projection_ui(ui, (rect, scale), workspace, &it.shown, &extra);
            if extra.closing.is_none() {
                hand_over_ui(ui, (rect, scale), workspace, &it, &run);
            }
        });
    }
    own.run = Some(run);
    carry_out(asked, &it, own, cx);
}

/// What the room sees, in a window of its own on its display; true when somebody closed it.
fn wall_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    (it, extra): (&Now<'_>, &Extra),
    run: &mut Run,
    (display, covered): (usize, bool),
) -> bool {
    let workspace = cx.workspace;
    let words = workspace.words();
    let builder = ViewportBuilder::default()
        .with_title(words.lab_projection())
        .with_monitor(display)
        .with_fullscreen(true)
        .with_active(false);
    let id = ViewportId::from_hash_of("lab-projection");
    ui.ctx().show_viewport_immediate(id, builder, |ui, _| {
        let rect = ui.max_rect();
        projection::projection_ui(
            ui,
            (rect, projection::scale_of(rect)),
            workspace,
            &it.shown,
            extra,
        );
        let (closes, has_keyboard, events) = ui.input(|input| {
            let viewport = input.viewport();
            (
                viewport.close_requested(),
                viewport.focused == Some(true),
                input.events.clone(),
            )
        });
        // The keyboard is the presenter's, wherever a window manager puts it; no key is lost on the way.
        if has_keyboard && !run.projection_has_keyboard {
            ui.ctx()
                .send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Focus);
        }
        run.projection_has_keyboard = has_keyboard;
        if !covered && !run.panel.is_open() {
            run.later
                .extend(events.into_iter().filter(is_for_the_session));
        }
        if !run.later.is_empty() {
            ui.ctx().request_repaint_of(ViewportId::ROOT);
        }
        closes
    })
}

/// Text and plain keys: what the strip's keys are made of.
fn is_for_the_session(event: &Event) -> bool {
    match event {
        Event::Text(_) => true,
        Event::Key {
            pressed, modifiers, ..
        } => *pressed && *modifiers == Modifiers::NONE,
        _ => false,
    }
}

/// What the keys or buttons ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    Nothing,
    Do(LabMove),
    /// To show the votes: at once where all have voted, else when it is said again.
    Reveal,
    Go(i8),
    Accept,
    Park,
    Comment,
    Stop,
}

fn carry_out(asked: Asked, it: &Now<'_>, own: &mut LabScreen, cx: &mut Cx<'_>) {
    let edit = |question, step| Action::Edit(Edit::Lab { question, step });
    match asked {
        Asked::Nothing => {}
        Asked::Do(step) => cx.act(edit(it.id, step)),
        Asked::Reveal => match &mut own.run {
            Some(run) if it.missing() > 0 => run.reveals = true,
            _ => cx.act(edit(it.id, LabMove::Reveal)),
        },
        Asked::Go(by) => {
            let agenda = it.contents.questions_of(it.question.lab);
            let at = agenda.iter().position(|(id, _)| *id == it.id).unwrap_or(0);
            let next = at
                .saturating_add_signed(isize::from(by))
                .min(agenda.len().saturating_sub(1));
            let (run, is_last) = (&mut own.run, next == at && by > 0);
            if let Some(run) = run.as_mut().filter(|run| is_last || run.closing.is_some()) {
                run.turn_closing(by, agenda.len());
                return;
            }
            if let Some((id, _)) = agenda.get(next).filter(|(id, _)| *id != it.id) {
                own.question = Some(*id);
                cx.act(edit(*id, LabMove::Show));
            }
        }
        Asked::Accept => {
            if let Some(run) = &mut own.run {
                run.panel = Panel::accept(it.middle(), text_of(&mut run.later));
            }
        }
        Asked::Park => {
            if let Some(run) = &mut own.run {
                run.panel = Panel::park(text_of(&mut run.later));
            }
        }
        Asked::Comment => {
            if let Some(run) = &mut own.run {
                run.panel = Panel::comment_of(it.present().next(), text_of(&mut run.later));
            }
        }
        Asked::Stop => stop(own, cx),
    }
}

fn stop(own: &mut LabScreen, cx: &mut Cx<'_>) {
    let question = own.question;
    if let Some(mut run) = own.run.take() {
        run.commit(question, cx);
        own.fullscreen = Some(false);
    }
    own.form = None;
}

/// A fresh id for the session's source, should it have none yet.
pub fn new_source() -> SourceId {
    SourceId::random()
}
