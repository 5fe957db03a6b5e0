//! The room Matrice: the grid, its toolbar, the inspector, the wizard.
//!
//! `layout` says which rows and columns are where, `model` what the grid of `ui/kit` asks of them, `entry` when what is
//! typed is complete; `cells`, `heads` and `totals` paint, `said` is for screen readers. `run` carries out commands. The
//! numbers come from `workspace::MatrixView`, kept across frames and updated patch by patch.

mod anchored;
mod cells;
mod consensus;
mod dialogs;
mod entry;
mod filter;
mod filter_bar;
mod find;
mod folds;
mod grid;
mod heads;
mod inspector;
mod layout;
mod menu;
mod model;
pub mod probe;
mod run;
mod said;
mod score;
mod sizes;
mod status;
mod toolbar;
mod totals;
mod voices;
mod wizard;

pub use status::status_ui;

use super::kit::grid::{GridState, Place, Selection};
use super::kit::pen::Side;
use super::screen::{About, Handled, Request, Screen};
use super::widgets;
use crate::Cx;
use anchored::Anchored;
use egui::Ui;
use egui_material_icons::icons;
use layout::{Choices, Layout, Slot};
use ordito_model::{AssessorId, Item, MatrixId};
use ordito_workspace::{Action, Command, Group, MatrixView, Room, ViewLine, Workspace};

/// Where the keyboard is to go in the next frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pane {
    Grid,
    Reason,
}

/// What the room remembers between frames.
#[derive(Debug, Default)]
pub struct MatrixScreen {
    pub matrix: Option<MatrixId>,
    view: Option<MatrixView>,
    shape: u64,
    layout: Layout,
    choices: Choices,
    side: Side,
    grid: GridState,
    anchored: Anchored,
    inspector_hidden: bool,
    draft: inspector::Draft,
    dialog: dialogs::Dialog,
    /// What the dialog held when it was first drawn.
    dialog_at_first: Option<String>,
    /// What was left to people when the consensus was made.
    left: Option<consensus::Left>,
    /// A command that a dialog of this room asked for.
    wanted: Option<Command>,
    find: Option<find::Find>,
    /// The line of filters is asked for.
    filters: bool,
    focus: Option<Pane>,
    /// How wide the longest code of a row is, once it is measured.
    codes: Option<f32>,
}

impl MatrixScreen {
    /// Whose cells are shown and typed.
    pub fn assessor(&self) -> AssessorId {
        self.choices.assessor()
    }
    /// The view of the matrix on screen.
    pub const fn view(&self) -> Option<&MatrixView> {
        self.view.as_ref()
    }
    /// Whether something is written or chosen in the dialog that is nowhere else.
    fn is_written(&self) -> bool {
        self.dialog.is_open()
            && self
                .dialog_at_first
                .as_ref()
                .is_some_and(|first| *first != self.dialog.held())
    }
    fn forget_dialog(&mut self) {
        (self.dialog, self.dialog_at_first, self.focus) =
            (dialogs::Dialog::None, None, Some(Pane::Grid));
    }
    /// An entry that was refused, said with its place.
    fn refused(&self, workspace: &Workspace) -> Option<String> {
        let words = workspace.words();
        self.grid.editor.as_ref().and_then(|editor| {
            let (stays, view) = (editor.stays.as_ref()?, self.view.as_ref()?);
            let (row, column) = self.layout.lines_at(editor.place).unzip();
            let row = row.and_then(|row| view.rows.get(row));
            let column = column.and_then(|column| view.columns.get(column));
            Some(words.matrix_refused_cell(
                line_name(workspace, column),
                line_name(workspace, row),
                stays.clone(),
            ))
        })
    }
    /// What the cursor's column is called.
    pub fn cursor_name(&self, workspace: &Workspace) -> String {
        let (Some(view), Some(contents)) = (&self.view, workspace.contents()) else {
            return String::new();
        };
        match self.layout.columns.get(self.grid.selection.cursor.column) {
            Some(Slot::Line(line)) => line_name(workspace, view.columns.get(*line)),
            Some(Slot::Group(group)) => {
                let item = view.column_groups.get(*group).and_then(|group| group.item);
                let (code, label) = item
                    .map(|item| contents.item_label(item))
                    .unwrap_or_default();
                format!("{code} {}", label.get(workspace.settings().language))
            }
            None => String::new(),
        }
    }
    /// The row and column of the view under the cursor.
    fn cursor_lines(&self) -> Option<(usize, usize)> {
        self.layout.lines_at(self.grid.selection.cursor)
    }
    /// What the row under the cursor stands for.
    pub fn row_under_cursor(&self) -> Option<Item> {
        match self.layout.rows.get(self.grid.selection.cursor.row)? {
            Slot::Line(row) => self.view.as_ref()?.rows.get(*row).map(|line| line.item),
            Slot::Group(_) => None,
        }
    }
    /// Crossings of the rows and columns that are selected.
    pub fn selected_crossings(&self) -> Vec<(Item, Item)> {
        let (rows, columns) = self.selected_items();
        rows.iter()
            .flat_map(|row| columns.iter().map(move |column| (*row, *column)))
            .collect()
    }
    /// What the rows and columns that are selected stand for.
    pub fn selected_items(&self) -> (Vec<Item>, Vec<Item>) {
        let Some(view) = &self.view else {
            return (Vec::new(), Vec::new());
        };
        let (rows, columns) = self.layout.lines_of(&self.grid.selection);
        let items = |lines: &[usize], all: &[ViewLine]| {
            lines
                .iter()
                .filter_map(|line| all.get(*line))
                .map(|line| line.item)
                .collect()
        };
        (items(&rows, &view.rows), items(&columns, &view.columns))
    }
    /// The key of the cell under the cursor.
    fn cursor_key(&self) -> Option<ordito_model::AssessmentKey> {
        let (row, column) = self.cursor_lines()?;
        self.view.as_ref()?.key(self.assessor(), row, column)
    }
    /// The keys of all cells that are selected, but for those of an item with itself; none where these are more.
    fn selected_keys(&self, most: usize) -> Vec<ordito_model::AssessmentKey> {
        let Some(view) = &self.view else {
            return Vec::new();
        };
        let (rows, columns) = self.layout.lines_of(&self.grid.selection);
        if rows.len() * columns.len() > most {
            return Vec::new();
        }
        let crossings = rows
            .iter()
            .flat_map(|row| columns.iter().map(|column| (*row, *column)));
        crossings
            .filter(|(row, column)| !view.is_diagonal(*row, *column))
            .filter_map(|(row, column)| view.key(self.assessor(), row, column))
            .collect()
    }
    /// What the cursor's row and column stand for.
    pub const fn anchored_items(&self) -> (Option<Item>, Option<Item>) {
        (self.anchored.row, self.anchored.column)
    }
    fn moved(&mut self) {
        if let Some(view) = &self.view {
            self.anchored = Anchored::of(
                view,
                &self.layout,
                self.grid.selection.cursor,
                self.anchored,
            );
        }
        self.grid.reveal = true;
    }
    fn show_matrix(&mut self, id: MatrixId) {
        let (inspector_hidden, shape) = (self.inspector_hidden, self.shape);
        let grid = self.grid.anew();
        let draft = std::mem::take(&mut self.draft);
        *self = Self {
            matrix: Some(id),
            inspector_hidden,
            grid,
            shape,
            draft,
            focus: Some(Pane::Grid),
            ..Self::default()
        };
    }
    /// Makes the entry that is being typed in a cell; false when it is refused and stays.
    fn commit(&mut self, cx: &mut Cx<'_>) -> bool {
        self.grid(cx.workspace)
            .is_none_or(|(grid, mut cells)| grid.commit(cx, &mut cells, false))
    }
    /// Sends what is being typed in the inspector.
    fn flush(&mut self, cx: &mut Cx<'_>) {
        self.draft.send(cx);
    }
}

/// Makes a matrix and whose scores are shown the ones on screen.
fn choose(
    workspace: &Workspace,
    state: &mut MatrixScreen,
    id: Option<MatrixId>,
    assessor: AssessorId,
) {
    if let Some(id) = id.filter(|id| state.matrix != Some(*id)) {
        state.show_matrix(id);
    }
    if state.assessor() != assessor {
        state.choices.assessor = Some(assessor);
        state.grid.forget_entry();
    }
    state.focus =
        (workspace.settings().room == ordito_workspace::Room::Matrix).then_some(Pane::Grid);
    refresh(workspace, state);
}

/// Comes back to a cell of a matrix, where that is still there.
pub fn come_back(
    workspace: &Workspace,
    state: &mut MatrixScreen,
    id: MatrixId,
    place: &ordito_workspace::Place,
) {
    state.show_matrix(id);
    state.choices.assessor = place.assessor;
    state.anchored = Anchored {
        row: place.row,
        column: place.column,
    };
    refresh(workspace, state);
}

/// Shows a cell: its matrix, its assessor, the cursor on it. False when it is not on screen: hidden, or gone.
fn show_cell(
    workspace: &Workspace,
    state: &mut MatrixScreen,
    key: &ordito_model::AssessmentKey,
) -> bool {
    if state.matrix != Some(key.matrix) {
        state.show_matrix(key.matrix);
    }
    state.choices.assessor = Some(key.assessor);
    refresh(workspace, state);
    let wanted = Anchored {
        row: Some(key.row),
        column: Some(key.column),
    };
    let found = |state: &MatrixScreen| {
        state
            .view
            .as_ref()
            .and_then(|view| wanted.place(view, &state.layout))
    };
    let on_screen = |state: &MatrixScreen, place: &Place| state.layout.lines_at(*place).is_some();
    let mut place = found(state).filter(|place| on_screen(state, place));
    if place.is_none() {
        // A filter or a fold hides it.
        state.choices = Choices {
            assessor: Some(key.assessor),
            ..Choices::default()
        };
        refresh(workspace, state);
        place = found(state);
    }
    let Some(place) = place else { return false };
    state.grid.selection = Selection::at(place);
    state.grid.forget_entry();
    state.focus = Some(Pane::Grid);
    state.moved();
    true
}

/// Puts the cursor on a row, or else a column. What the matrix does not have is shown where it is kept.
fn show_line(cx: &mut Cx<'_>, state: &mut MatrixScreen, item: Item) {
    refresh(cx.workspace, state);
    let find = |state: &MatrixScreen| {
        let view = state.view.as_ref()?;
        let cursor = state.grid.selection.cursor;
        let row = view.row_of(item).map(|line| {
            Layout::place_of(&state.layout.rows, line).map(|row| Place { row, ..cursor })
        });
        let column = || {
            let line = view.column_of(item)?;
            let column = Layout::place_of(&state.layout.columns, line);
            Some(column.map(|column| Place { column, ..cursor }))
        };
        row.or_else(column)
    };
    let mut found = find(state);
    if found == Some(None) {
        // A filter or a fold hides it.
        state.choices = Choices {
            assessor: state.choices.assessor,
            order: state.choices.order,
            ..Choices::default()
        };
        refresh(cx.workspace, state);
        found = find(state);
    }
    match (found.flatten(), item) {
        (Some(place), _) => {
            state.grid.selection = Selection::at(place);
            state.grid.forget_entry();
            state.focus = Some(Pane::Grid);
            state.moved();
        }
        (None, Item::Policy(id)) => cx.request(Request::ShowPolicy(id)),
        (None, Item::Goal(id)) => cx.request(Request::ShowGoal(id)),
    }
}

/// The name of the matrix on screen, for the top bar.
fn current_name(workspace: &Workspace, state: &MatrixScreen) -> Option<String> {
    let contents = workspace.contents()?;
    contents
        .matrices
        .get(&state.matrix?)
        .map(|matrix| matrix.name.clone())
}

/// Brings views up to date with the document; draws nothing.
fn refresh(workspace: &Workspace, state: &mut MatrixScreen) {
    let Some(contents) = workspace.contents() else {
        return;
    };
    if state
        .matrix
        .is_none_or(|id| !contents.matrices.contains_key(&id))
    {
        state.matrix = contents
            .matrices
            .iter()
            .min_by_key(|(_, matrix)| matrix.position)
            .map(|(id, _)| *id);
        state.view = None;
    }
    let Some(id) = state.matrix else {
        state.view = None;
        return;
    };
    let fresh = state
        .view
        .as_mut()
        .is_some_and(|view| view.matrix == id && view.update(workspace));
    if !fresh {
        state.shape += 1;
        state.view = MatrixView::build(workspace, id, state.shape);
    }
    let Some(view) = &state.view else { return };
    if !view.assessors.contains(&state.choices.assessor()) {
        state.choices.assessor = None;
    }
    state.choices.by_number = workspace.settings().goals_by_number;
    if state.layout.refresh(contents, view, &state.choices) {
        if let Some(place) = state.anchored.place(view, &state.layout)
            && place != state.grid.selection.cursor
        {
            state.grid.selection = Selection::at(place);
            state.grid.forget_entry();
            state.grid.reveal = true;
        }
        state.codes = None;
        state.layout.size(view, workspace.widths(id));
        state.grid.selection.clamp(&state.layout);
        state.anchored = Anchored::of(
            view,
            &state.layout,
            state.grid.selection.cursor,
            state.anchored,
        );
    } else {
        state.layout.size(view, workspace.widths(id));
    }
}

/// Code and title of a row or column, as lists and screen readers say it.
fn line_name(workspace: &Workspace, line: Option<&ViewLine>) -> String {
    let (Some(contents), Some(line)) = (workspace.contents(), line) else {
        return String::new();
    };
    let (code, label) = contents.item_label(line.item);
    let title = label.get(workspace.settings().language);
    if code.is_empty() {
        title.to_owned()
    } else {
        format!("{code} {title}")
    }
}

/// The list of what the consensus left to people; a line leads to its cell.
fn left_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(mut left) = state.left.take() else {
        return;
    };
    let frame = egui::Frame::new()
        .fill(paint.surface)
        .inner_margin(egui::Margin::symmetric(12, 8));
    let panel = egui::Panel::bottom("consensus-left")
        .exact_size(consensus::PANEL)
        .frame(frame);
    let shown = panel
        .show(ui, |ui| consensus::left_ui(ui, cx, &mut left))
        .inner;
    let (wanted, closed) = shown;
    if !closed {
        state.left = Some(left);
    }
    if let Some(key) = wanted {
        let left = state.left.take();
        show_cell(workspace, state, &key);
        state.left = left;
    }
}

pub const ABOUT: About = About {
    icon: icons::ICON_GRID_ON,
    chapter: "entry",
    is_possible: About::always,
};

impl Screen for MatrixScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        matrix_ui(ui, cx, self);
    }
    fn run(&mut self, command: Command, _: &egui::Context, cx: &mut Cx<'_>) -> Handled {
        match command.group() {
            Group::Of(Room::Matrix) | Group::Edit | Group::View => {}
            _ => return Handled::No,
        }
        // What edits cells does so where they are seen.
        if cx.workspace.settings().room != Room::Matrix {
            if command.group() != Group::Of(Room::Matrix) {
                return Handled::No;
            }
            cx.act(Action::SetRoom(Room::Matrix));
        }
        run::run(command, cx, self);
        Handled::Yes
    }
    fn answer(&mut self, request: &Request, cx: &mut Cx<'_>) -> Handled {
        match request {
            Request::Choose(matrix, assessor) => choose(cx.workspace, self, *matrix, *assessor),
            Request::ShowLine(item) => show_line(cx, self, *item),
            Request::ShowCell(key) => {
                if show_cell(cx.workspace, self, key) {
                    cx.act(Action::SetRoom(Room::Matrix));
                }
            }
            _ => return Handled::No,
        }
        Handled::Yes
    }
    /// In the inspector, and in a cell where it is an entry.
    fn commit_typing(&mut self, cx: &mut Cx<'_>) {
        self.flush(cx);
        if cx.workspace.contents().is_some() {
            self.draft.send_source(cx);
        }
        self.commit(cx);
    }
    /// What is typed in a cell waits for the way back.
    fn away(&mut self, _: &mut Cx<'_>) {}
    fn logic(&mut self, _: &egui::Context, workspace: &Workspace) {
        refresh(workspace, self);
    }
    fn left_behind(&self, workspace: &Workspace) -> Vec<String> {
        let dialog = self
            .is_written()
            .then(|| workspace.words().leaving_dialog());
        self.refused(workspace).into_iter().chain(dialog).collect()
    }
    fn has_dialog(&self) -> bool {
        self.dialog.is_open()
    }
    fn close_dialog(&mut self) {
        if self.has_dialog() {
            self.forget_dialog();
        }
    }
    fn title(&self, workspace: &Workspace) -> Option<String> {
        current_name(workspace, self)
    }
}

fn matrix_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    refresh(workspace, state);
    if state.view.is_none() {
        egui::CentralPanel::default()
            .frame(egui::Frame::new().fill(paint.canvas))
            .show(ui, |ui| {
                let words = workspace.words();
                // Without policies the first thing to do lies elsewhere.
                let first = workspace
                    .contents()
                    .is_some_and(|contents| contents.policies.is_empty());
                let text = if first {
                    words.matrix_none_no_policies()
                } else {
                    words.matrix_none_text()
                };
                let ways: &[Command] = if first {
                    &[
                        Command::AddPolicy,
                        Command::ImportPolicies,
                        Command::PastePolicies,
                        Command::NewMatrix,
                    ]
                } else {
                    &[Command::NewMatrix]
                };
                let title = words.matrix_none_title();
                widgets::empty_ui(ui, paint, icons::ICON_GRID_ON, &title, &text, |ui| {
                    for (i, command) in ways.iter().enumerate() {
                        let label = words.say(command.key());
                        let clicked = if i == 0 {
                            widgets::default_button_ui(ui, paint, (&label, true), None)
                        } else {
                            widgets::button_ui(ui, &label).clicked()
                        };
                        if clicked {
                            cx.ask(*command);
                        }
                    }
                });
            });
    } else {
        // What is typed in the inspector goes in before anything else happens.
        if cx.asks_something() {
            state.flush(cx);
        }
        if !state.inspector_hidden {
            egui::Panel::right("inspector")
                .exact_size(if ui.ctx().content_rect().width() < 1_400.0 {
                    318.0
                } else {
                    340.0
                })
                .resizable(false)
                .frame(egui::Frame::new().fill(paint.surface))
                .show(ui, |ui| inspector::inspector_ui(ui, cx, state));
        }
        left_ui(ui, cx, state);
        egui::CentralPanel::default()
            .frame(egui::Frame::new().fill(paint.surface))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                toolbar::toolbar_ui(ui, cx, state);
                filter_bar::filter_bar_ui(ui, cx, state);
                crate::choice::blank_ui(ui, cx);
                if state.find.is_some() {
                    find::find_ui(ui, cx, state);
                }
                grid::grid_ui(ui, cx, state);
            });
    }
    dialogs::dialogs_ui(ui, cx, state);
    cx.ask_all(state.wanted.take());
}
