//! The room Laboratorio: sessions prepared, run with a projector, and worked up.
//!
//! `prepare` is the session's particulars, `people` who takes part, `agenda` its questions; `run` a running session with its
//! `keys`, its `strip` of controls, the `hand_over` of the keyboard and the `presenter`'s side, on which `displays` says; `projection` what the room sees.
//! Everything is an edit when it happens, so a session goes on where it was.

mod agenda;
mod closing;
mod decision;
mod displays;
mod hand_over;
mod keys;
mod panels;
mod papers;
mod people;
mod prepare;
mod presenter;
pub mod projection;
mod run;
mod strip;
mod table;

pub use displays::{DisplayInfo, Displays};

use super::screen::{About, Handled, Screen};
use super::widgets;
use crate::Cx;
use egui::{CentralPanel, Context, Frame, Margin, ScrollArea, Ui};
use egui_material_icons::icons;
use ordito_document::Edit;
use ordito_model::{Contents, Lab, LabId, MatrixId, QuestionId};
use ordito_pages::report::lab::default_question;
use ordito_workspace::{Action, Command, Group, Room, Workspace};

/// What the room remembers between frames.
#[derive(Debug, Default)]
pub struct LabScreen {
    pub lab: Option<LabId>,
    question: Option<QuestionId>,
    /// The session's own current question when it was last looked at.
    followed: Option<QuestionId>,
    form: Option<prepare::Form>,
    /// The list is to be scrolled to the question that is chosen.
    shows_question: bool,
    /// A field had the keyboard in the last frame.
    typing: bool,
    /// Who takes part is shown beside the session, not what is asked.
    people: bool,
    /// A line of the people had the keyboard in the last frame.
    in_table: bool,
    /// The field that Enter leads to: in which list, of which line, which of its fields.
    next_field: Option<(bool, usize, usize)>,
    /// At how many tables people are to be seated.
    n_tables: Option<usize>,
    adding: agenda::Adding,
    run: Option<run::Run>,
    pub displays: Displays,
    fullscreen: Option<bool>,
    /// The display, from 0, that the presenter's window is to cover.
    moves_to: Option<usize>,
}

impl LabScreen {
    /// Whether a session is being projected.
    pub const fn is_running(&self) -> bool {
        self.run.is_some()
    }
    /// Whether the window is to cover its display, once after each change.
    pub const fn take_fullscreen(&mut self) -> Option<bool> {
        self.fullscreen.take()
    }
    /// The display, from 0, that the window is to move to and cover, once.
    pub const fn take_display(&mut self) -> Option<usize> {
        self.moves_to.take()
    }
}

fn labs_in_order(contents: &Contents) -> Vec<(LabId, &Lab)> {
    let mut list: Vec<_> = contents.labs.iter().map(|(id, lab)| (*id, lab)).collect();
    list.sort_by_key(|(id, lab)| (lab.position, *id));
    list
}

/// What was chosen and is gone is chosen anew.
fn keep_up(contents: &Contents, own: &mut LabScreen) {
    if own.lab.is_none_or(|id| !contents.labs.contains_key(&id)) {
        own.lab = labs_in_order(contents).last().map(|(id, _)| *id);
        own.form = None;
    }
    if own.question.is_none_or(|id| {
        contents
            .questions
            .get(&id)
            .is_none_or(|it| Some(it.lab) != own.lab)
    }) {
        let current = own
            .lab
            .and_then(|id| contents.labs.get(&id))
            .and_then(|lab| lab.current);
        own.question = current.or_else(|| {
            let lab = own.lab?;
            contents.questions_of(lab).first().map(|(id, _)| *id)
        });
    }
}

fn new_lab(cx: &mut Cx<'_>, state: &mut LabScreen) {
    let Cx {
        workspace,
        contents,
        ..
    } = *cx;
    let seen = cx
        .chosen
        .matrix
        .filter(|id| contents.matrices.contains_key(id));
    let Some(matrix) = seen.or_else(|| first_matrix(contents)) else {
        return;
    };
    let words = workspace.words();
    let id = LabId::random();
    let n = contents.labs.len() + 1;
    let title = words.lab_new_title(n.to_string());
    let question = contents
        .matrices
        .get(&matrix)
        .map(|it| words.say(default_question(it.kind)))
        .unwrap_or_default();
    let date = words.numbers().iso_date(workspace.now());
    let lab = Lab {
        date,
        question,
        anonymous: true,
        ..Lab::new(title, matrix)
    };
    cx.act(Action::Edit(Edit::PutLab {
        id,
        lab,
        names: Vec::new(),
    }));
    state.lab = Some(id);
    state.form = None;
}

fn first_matrix(contents: &Contents) -> Option<MatrixId> {
    let mut matrices: Vec<_> = contents.matrices.iter().collect();
    matrices.sort_by_key(|(id, matrix)| (matrix.position, **id));
    matrices.first().map(|(id, _)| **id)
}

/// Opens the projection at the question where the session stands.
fn start(cx: &mut Cx<'_>, own: &mut LabScreen) {
    let Cx { workspace, .. } = *cx;
    let Some(contents) = workspace.contents() else {
        return;
    };
    keep_up(contents, own);
    let Some(question) = own
        .lab
        .and_then(|lab| contents.labs.get(&lab)?.current)
        .or(own.question)
    else {
        return;
    };
    own.question = Some(question);
    own.run = Some(run::Run::default());
    own.moves_to = own.displays.presenter();
    own.fullscreen = own.displays.projection().is_none().then_some(true);
    cx.act(Action::SetRoom(Room::Lab));
}

fn is_possible(command: Command, workspace: &Workspace) -> bool {
    let Some(contents) = workspace.contents() else {
        return false;
    };
    match command {
        Command::Present => !contents.questions.is_empty(),
        Command::NewLab => !contents.matrices.is_empty(),
        _ => true,
    }
}

fn run(ctx: &Context, command: Command, cx: &mut Cx<'_>, state: &mut LabScreen) {
    if cx.workspace.contents().is_none() {
        return;
    }
    match command {
        Command::Present => {
            // What had the keyboard is not on the screen any more: the first key is the session's.
            ctx.memory_mut(|memory| {
                if let Some(id) = memory.focused() {
                    memory.surrender_focus(id);
                }
            });
            start(cx, state);
        }
        Command::NewLab => {
            state.commit_typing(cx);
            new_lab(cx, state);
            cx.act(Action::SetRoom(Room::Lab));
        }
        Command::DeleteLab => {
            if let Some(id) = state.lab.take() {
                state.form = None;
                cx.act(Action::Edit(Edit::DeleteLab(id)));
            }
        }
        _ => {}
    }
}

pub const ABOUT: About = About {
    icon: icons::ICON_GROUPS,
    chapter: "lab",
    is_possible,
};

impl Screen for LabScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        lab_ui(ui, cx, self);
    }
    fn run(&mut self, command: Command, ctx: &Context, cx: &mut Cx<'_>) -> Handled {
        if command.group() != Group::Of(Room::Lab) {
            return Handled::No;
        }
        run(ctx, command, cx, self);
        Handled::Yes
    }
    fn commit_typing(&mut self, cx: &mut Cx<'_>) {
        if let (Some(contents), Some(form)) = (cx.workspace.contents(), &self.form) {
            cx.extend(form.edit(contents, cx.words()).map(Action::Edit));
        }
        if let Some(contents) = cx.workspace.contents() {
            cx.extend(self.adding.edit(contents).map(Action::Edit));
        }
        if let Some(run) = &mut self.run {
            run.commit(self.question, cx);
        }
    }
    fn logic(&mut self, ctx: &Context, _: &Workspace) {
        run::logic(ctx, self);
    }
    /// The displays are the same.
    fn afresh(&mut self) {
        // A projection that covered the window does so no more.
        let fullscreen = self.run.is_some().then_some(false);
        *self = Self {
            displays: std::mem::take(&mut self.displays),
            fullscreen,
            ..Self::default()
        };
    }
    /// The particulars of a session that has no title, or of a participant without a name.
    fn left_behind(&self, workspace: &Workspace) -> Vec<String> {
        let waits = workspace
            .contents()
            .zip(self.form.as_ref())
            .is_some_and(|(contents, form)| form.is_incomplete(contents, workspace.words()));
        waits
            .then(|| workspace.words().leaving_lab())
            .into_iter()
            .collect()
    }
    fn takes_window(&self) -> bool {
        self.is_running()
    }
    /// The projection over the whole window, or the presenter's side of it.
    fn window_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        // Keys belong to what lies over the projection.
        let covered = super::cover::is_covered(ui.ctx());
        run::run_ui(ui, cx, self, covered);
    }
}

fn lab_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut LabScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Some(contents) = workspace.contents() else {
        return;
    };
    keep_up(contents, state);
    let Some(id) = state.lab else {
        CentralPanel::default()
            .frame(Frame::new().fill(paint.canvas))
            .show(ui, |ui| {
                let none = contents.matrices.is_empty();
                let key = if none { "lab-no-matrix" } else { "lab-none" };
                let text = words.say(&format!("{key}-text"));
                widgets::empty_ui(
                    ui,
                    paint,
                    icons::ICON_GROUPS,
                    &words.say(key),
                    &text,
                    |ui| {
                        let command = if none {
                            Command::NewMatrix
                        } else {
                            Command::NewLab
                        };
                        if widgets::primary_button_ui(ui, paint, &words.say(command.key()), true)
                            .clicked()
                        {
                            cx.ask(command);
                        }
                    },
                );
            });
        return;
    };
    let side = |fill| {
        Frame::new()
            .fill(fill)
            .inner_margin(Margin::symmetric(14, 10))
    };
    prepare::keep_form(ui, cx, id, state);
    egui::Panel::left("lab-session")
        .frame(side(paint.surface))
        .default_size(370.0)
        .size_range(320.0..=460.0)
        .show(ui, |ui| {
            ScrollArea::vertical()
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    prepare::prepare_ui(ui, cx, id, state);
                });
        });
    widgets::name_divider(ui, "lab-session", workspace.words());
    let line = CentralPanel::default()
        .frame(side(paint.canvas))
        .show(ui, |ui| {
            head_ui(ui, cx, id, state);
            if state.people {
                return table::table_ui(ui, cx, id, state);
            }
            agenda::agenda_ui(ui, cx, id, state);
            None
        })
        .inner;
    prepare::take_form(ui, cx, state, line);
}

/// What is shown of the session, and what is done with it.
fn head_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: LabId, state: &mut LabScreen) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    ui.horizontal(|ui| {
        let labels = [words.lab_agenda(), words.lab_people()];
        let shown = usize::from(state.people);
        if let Some(at) = widgets::segmented_ui(ui, paint, &words.lab_shown(), &labels, shown) {
            state.people = at == 1;
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let ready = !contents.questions_of(id).is_empty();
            if widgets::primary_button_ui(ui, paint, &words.lab_start(), ready).clicked() {
                cx.ask(Command::Present);
            }
            papers::papers_ui(ui, cx, id);
            state.displays.choose_ui(ui, words);
        });
    });
    ui.add_space(4.0);
}
