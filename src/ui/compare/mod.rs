//! The room Confronto: two to four sides beside each other, their differences, figures, and taking values over.
//!
//! `toolbar` says what is compared, `sides` chooses a side, `start` says where sides start, `figures` has the numbers; `frame` says which rows and columns are
//! where, `model` what the grid of `ui/kit` asks of them, `panes` paints them, `said` is for screen readers. Below
//! them `list` has the differences, `lines` draws them, and `detail` both cells. The comparison itself comes from `workspace`, which makes it on
//! another thread and drops what is stale.

mod detail;
mod figures;
mod frame;
mod grid;
mod lines;
mod list;
mod model;
mod names;
mod panes;
mod run;
mod said;
mod sides;
mod start;
mod toolbar;

use super::kit::grid::{GridState, Place as At, Selection};
use super::screen::{About, Handled, Request, Screen};
use super::widgets;
use crate::Cx;
use egui::{CentralPanel, Frame, Margin, Ui};
use egui_material_icons::icons;
use frame::Layout;
use ordito_analysis::{Comparison, Picked, Place};
use ordito_model::{AssessmentKey, AssessorId, Axis, Item, MatrixId};
use ordito_workspace::{
    Action, Changes, Command, Group, MadeComparison, Other, Purpose, Room, SideAsk, Workspace,
};
use std::path::Path;
use std::sync::Arc;

/// What differs from side to side; the rest is common to all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    Matrices,
    #[default]
    Assessors,
    Versions,
    Policies,
    Goals,
    Files,
}
impl Mode {
    const ALL: [Self; 6] = [
        Self::Matrices,
        Self::Assessors,
        Self::Versions,
        Self::Policies,
        Self::Goals,
        Self::Files,
    ];
    const fn key(self) -> &'static str {
        match self {
            Self::Matrices => "compare-mode-matrices",
            Self::Assessors => "compare-mode-assessors",
            Self::Versions => "compare-mode-versions",
            Self::Policies => "compare-mode-policies",
            Self::Goals => "compare-mode-goals",
            Self::Files => "compare-mode-files",
        }
    }
    /// The axis of the lines that are picked.
    const fn picks(self) -> Option<Axis> {
        match self {
            Self::Policies => Some(Axis::Rows),
            Self::Goals => Some(Axis::Columns),
            _ => None,
        }
    }
}

/// At most so many sides.
const MOST_SIDES: usize = 4;

/// Where the keyboard is to go in the next frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pane {
    Grid,
    List,
}

/// What the room remembers between frames.
#[derive(Debug)]
pub struct CompareScreen {
    mode: Mode,
    /// The mode of the comparison that is shown.
    shown: Mode,
    /// Nothing was chosen yet.
    fresh: bool,
    /// The choice of all rooms as it was last seen here.
    follows: Option<(MatrixId, AssessorId)>,
    sides: Vec<SideAsk>,
    /// The side that stands against the first in figures, differences and list.
    against: usize,
    only_differences: bool,
    layout: Layout,
    grid: GridState,
    /// What the cursor is on, so that it survives filters and new comparisons.
    anchored: Option<(Item, Item)>,
    focus: Option<Pane>,
    list_focused: bool,
    list: list::DifferenceList,
    /// Another file that is being read for a side.
    adopt: Option<std::path::PathBuf>,
}
impl Default for CompareScreen {
    fn default() -> Self {
        Self {
            mode: Mode::default(),
            shown: Mode::default(),
            fresh: true,
            follows: None,
            sides: Vec::new(),
            against: 1,
            only_differences: false,
            layout: Layout::default(),
            grid: GridState::default(),
            anchored: None,
            focus: None,
            list_focused: false,
            list: list::DifferenceList::default(),
            adopt: None,
        }
    }
}

/// A comparison and the side that counts against the first.
#[derive(Clone)]
pub struct View {
    made: Arc<Comparison>,
    /// What it was made of, and what differed from side to side: names go with the numbers that are shown.
    sides: Vec<SideAsk>,
    mode: Mode,
    number: u64,
    against: usize,
    /// It is of what is asked for now.
    holds: bool,
}
impl View {
    fn pair(&self) -> Option<&ordito_analysis::Pair> {
        self.made.pairs.get(self.against.checked_sub(1)?)
    }
}

impl CompareScreen {
    /// The crossing under the cursor.
    fn place(&self) -> Option<Place> {
        self.layout.place(self.grid.selection.cursor)
    }
    /// Crossings of the range.
    fn places(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for row in self.grid.selection.rows() {
            for column in self.grid.selection.columns() {
                places.extend(self.layout.place(At { row, column }));
            }
        }
        places
    }
    /// The side the cursor is in; the differences belong to the first.
    fn side_of_cursor(&self) -> usize {
        if self.grid.selection.pane < self.sides.len() {
            self.grid.selection.pane
        } else {
            0
        }
    }
    fn moved(&mut self, view: &View) {
        self.anchored = self.place().and_then(|place| {
            Some((
                view.made.rows.get(place.row)?.item,
                view.made.columns.get(place.column)?.item,
            ))
        });
        self.grid.reveal = true;
    }
    /// Puts the cursor on a crossing, if it is on screen.
    fn go_to(&mut self, view: &View, place: Place) {
        if let Some(at) = self.layout.at(place) {
            self.grid.selection.go(at, false);
            self.moved(view);
        }
    }
}

/// The comparison that is shown, when it could be made.
fn view(workspace: &Workspace, state: &mut CompareScreen) -> Option<View> {
    let made: &MadeComparison = workspace.comparison()?;
    if made.sides.len() != state.sides.len() || waits_for_file(state) {
        return None;
    }
    let holds = workspace.comparison_holds(&state.sides);
    if holds {
        state.shown = state.mode;
    }
    let result = made.result.as_ref().ok()?;
    Some(View {
        made: Arc::clone(result),
        sides: made.sides.clone(),
        mode: state.shown,
        number: made.number,
        against: state.against,
        holds,
    })
}

/// Last changes of cells, where both sides are of one file at different times.
fn changes(workspace: &Workspace, view: &View) -> Option<Arc<Changes>> {
    workspace
        .comparison()?
        .changes
        .get(view.against.checked_sub(1)?)?
        .clone()
}

pub const ABOUT: About = About {
    icon: icons::ICON_COMPARE,
    chapter: "compare",
    is_possible: About::always,
};

impl Screen for CompareScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        compare_ui(ui, cx, self);
    }
    fn run(&mut self, command: Command, _: &egui::Context, cx: &mut Cx<'_>) -> Handled {
        if matches!(command, Command::Go(_) | Command::Export(_))
            || !matches!(
                command.group(),
                Group::Of(Room::Compare) | Group::Edit | Group::View
            )
        {
            return Handled::No;
        }
        run::run(command, cx, self);
        Handled::Yes
    }
    fn picked(&mut self, purpose: Purpose, path: &Path, cx: &mut Cx<'_>) -> Handled {
        if purpose != Purpose::OtherFile {
            return Handled::No;
        }
        run::picked(path.to_owned(), cx, self);
        Handled::Yes
    }
}

fn compare_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut CompareScreen) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    if contents.matrices.is_empty() {
        CentralPanel::default()
            .frame(Frame::new().fill(paint.canvas))
            .show(ui, |ui| {
                let (title, text) = (words.compare_empty_title(), words.compare_empty_text());
                widgets::empty_ui(ui, paint, icons::ICON_COMPARE, &title, &text, |ui| {
                    if widgets::primary_button_ui(
                        ui,
                        paint,
                        &words.say(Command::NewMatrix.key()),
                        true,
                    )
                    .clicked()
                    {
                        cx.ask(Command::NewMatrix);
                    }
                });
            });
        return;
    }
    keep_up(cx, state);
    run::adopt(workspace, state);
    if workspace.wants_comparison(&state.sides) && !waits_for_file(state) {
        cx.act(Action::Compare(state.sides.clone()));
    }
    let view = view(workspace, state);
    if let Some(view) = &view {
        let by_number = workspace.settings().goals_by_number;
        state
            .layout
            .refresh(view, state.only_differences, by_number);
        settle(view, state);
    }
    let (first, mode) = (state.sides.first().cloned(), state.mode);
    egui::Panel::top("compare-tools")
        .frame(
            Frame::new()
                .fill(paint.surface)
                .inner_margin(Margin::symmetric(12, 9)),
        )
        .show_separator_line(true)
        .show(ui, |ui| toolbar::toolbar_ui(ui, cx, state));
    // Another way to compare chooses sides of its own.
    lead(cx, first.as_ref().filter(|_| state.mode == mode), state);
    if let Some(view) = &view {
        egui::Panel::bottom("compare-list")
            .frame(Frame::new().fill(paint.surface))
            .default_size(232.0)
            .size_range(120.0..=420.0)
            .show(ui, |ui| {
                egui::Panel::right("compare-detail")
                    .frame(
                        Frame::new()
                            .fill(paint.surface)
                            .inner_margin(Margin::symmetric(14, 8)),
                    )
                    .default_size(400.0)
                    .size_range(300.0..=560.0)
                    .show(ui, |ui| detail::detail_ui(ui, cx, view, state));
                widgets::name_divider(ui, "compare-detail", workspace.words());
                CentralPanel::default()
                    .frame(Frame::new().fill(paint.surface))
                    .show(ui, |ui| {
                        list::list_ui(ui, cx, view, state);
                    });
            });
        widgets::name_divider(ui, "compare-list", workspace.words());
    }
    CentralPanel::default()
        .frame(Frame::new().fill(paint.canvas))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            match &view {
                Some(view) => {
                    figures::figures_ui(ui, cx, view, state);
                    grid::grid_ui(ui, cx, view, state);
                }
                None => none_ui(ui, cx, state),
            }
        });
}

/// Another file was asked for and none was picked yet.
fn waits_for_file(state: &CompareScreen) -> bool {
    state.mode == Mode::Files && state.sides.iter().all(|side| side.origin.file.is_none())
}

/// There is no comparison (yet), and why.
fn none_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &CompareScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let made = workspace
        .comparison()
        .filter(|_| workspace.comparison_holds(&state.sides));
    let refused = state
        .sides
        .iter()
        .filter_map(|side| side.origin.file.as_ref())
        .find_map(|file| match workspace.other_file(file) {
            Some(Other::Refused(why)) => Some(why.clone()),
            _ => None,
        });
    let why = refused.or_else(|| made.and_then(|made| made.result.as_ref().err().cloned()));
    let (title, text) = if waits_for_file(state) {
        (words.compare_no_file_title(), words.compare_no_file_text())
    } else if let Some(why) = why {
        (words.compare_not_made(), why)
    } else {
        {
            let share = workspace.comparing().filter(|(_, of)| *of > 0);
            let text = share.map(|(done, of)| words.numbers().percent(done as f64 / of as f64));
            (words.compare_making(), text.unwrap_or_default())
        }
    };
    widgets::empty_ui(ui, paint, icons::ICON_COMPARE, &title, &text, |ui| {
        if state.mode == Mode::Files
            && widgets::primary_button_ui(ui, paint, &words.say(Command::OpenOther.key()), true)
                .clicked()
        {
            cx.act(Action::PickFile(ordito_workspace::Purpose::OtherFile));
        }
    });
}

/// What was chosen and is gone is chosen anew; a new room compares what the room of the matrix shows.
fn keep_up(cx: &Cx<'_>, state: &mut CompareScreen) {
    let Cx {
        workspace,
        contents,
        ..
    } = *cx;
    let there = |side: &SideAsk| {
        !side.origin.is_here()
            || contents.matrices.contains_key(&side.matrix)
                && contents.assessors.contains_key(&side.assessor)
                && side.picked.is_none_or(|picked| {
                    contents
                        .lines_of(side.matrix, picked.axis)
                        .iter()
                        .any(|(item, _)| *item == picked.item)
                })
    };
    let chosen = cx.chosen.matrix.map(|matrix| (matrix, cx.chosen.assessor));
    let own = state;
    let gone = own.sides.len() < 2 || !own.sides.iter().all(there);
    if own.fresh || gone {
        own.fresh = false;
        own.sides = start::defaults(workspace, own.mode, chosen);
        own.against = 1;
    } else if own.follows != chosen {
        follow(workspace, own, chosen);
    }
    own.follows = chosen;
    own.against = own
        .against
        .clamp(1, own.sides.len().saturating_sub(1).max(1));
    own.grid.selection.pane = own.grid.selection.pane.min(own.sides.len());
}

/// Another room chose another matrix or other scores: what is compared goes along, unless it is there already.
fn follow(workspace: &Workspace, own: &mut CompareScreen, chosen: Option<(MatrixId, AssessorId)>) {
    let Some((matrix, assessor)) = chosen else {
        return;
    };
    let mut here = own.sides.iter().filter(|side| side.origin.file.is_none());
    if !here.clone().any(|side| side.matrix == matrix) {
        own.sides = start::defaults(workspace, own.mode, chosen);
        own.against = 1;
    } else if assessor != AssessorId::AGREED
        && !here.any(|side| side.matrix == matrix && side.assessor == assessor && side.round == 0)
    {
        for side in own
            .sides
            .iter_mut()
            .filter(|side| side.origin.file.is_none() && side.matrix == matrix)
        {
            (side.assessor, side.round) = (assessor, 0);
            // Two or more by assessor: one of them follows, the others stay to be compared with.
            if matches!(own.mode, Mode::Assessors | Mode::Matrices | Mode::Files) {
                break;
            }
        }
    }
}

/// What was chosen here for the first side is the choice of all rooms.
fn lead(cx: &mut Cx<'_>, before: Option<&SideAsk>, state: &mut CompareScreen) {
    let Cx { workspace, .. } = *cx;
    let Some(side) = state.sides.first().cloned() else {
        return;
    };
    let changed = before
        .is_some_and(|before| (before.matrix, before.assessor) != (side.matrix, side.assessor));
    let fills = workspace.contents().is_some_and(|contents| {
        contents
            .assessors_of(side.matrix)
            .iter()
            .any(|(id, _)| *id == side.assessor)
    });
    if changed && fills && side.origin.file.is_none() && side.round == 0 {
        cx.request(Request::Choose(Some(side.matrix), side.assessor));
        state.follows = Some((side.matrix, side.assessor));
    }
}

/// After the layout changed: the cursor goes where its row and column went.
fn settle(view: &View, state: &mut CompareScreen) {
    if !state.layout.take_changed() {
        return;
    }
    let (rows, columns) = (&view.made.rows, &view.made.columns);
    let found = state.anchored.and_then(|(row, column)| {
        let row = rows.iter().position(|line| line.item == row)?;
        let column = columns.iter().position(|line| line.item == column)?;
        state.layout.at(Place { row, column })
    });
    let cursor = state.grid.selection.cursor;
    if found != Some(cursor) {
        state.grid.selection =
            Selection::at(found.unwrap_or(cursor)).in_pane(state.grid.selection.pane);
    }
    state.grid.selection.clamp(&state.layout);
    state.anchored = state
        .place()
        .and_then(|place| Some((rows.get(place.row)?.item, columns.get(place.column)?.item)));
}

/// The cell of the open document that a crossing stands for: of the side the cursor is in, else of any side.
fn cell_here(view: &View, state: &CompareScreen, place: Place) -> Option<AssessmentKey> {
    let order = std::iter::once(state.side_of_cursor())
        .chain([0, state.against])
        .chain(0..state.sides.len());
    let mut here = order.filter(|side| {
        view.sides
            .get(*side)
            .is_some_and(|side| side.origin.file.is_none())
    });
    here.find_map(|side| view.made.key(side, place))
}

const fn picked_on(axis: Axis, item: Item) -> Picked {
    Picked { axis, item }
}
