//! The room Schede: what is to be on the sheets, their pages as they will be, and export.
//!
//! `choose` is the list of subjects on the left, `settings` the parts, template and format on the right; the pages
//! between them come from the workspace, which makes them on another thread.

mod choose;
mod pages;
mod settings;

use super::theme::Paint;
use super::{UiState, widgets};
use crate::export::SheetFormat;
use crate::model::{AssessorId, Axis, Contents, Item, MatrixId};
use crate::report::sheet::{Part, Subject};
use crate::workspace::{Action, Command, Room, SheetAsk, Workspace};
use egui::{CentralPanel, Frame, Margin, Ui};
use egui_material_icons::icons;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Which subjects are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    Policies,
    Goals,
    Clusters,
    Matrix,
}
impl Kind {
    const ALL: [Self; 4] = [Self::Policies, Self::Goals, Self::Clusters, Self::Matrix];
    const fn key(self) -> &'static str {
        match self {
            Self::Policies => "sheets-of-policies",
            Self::Goals => "sheets-of-goals",
            Self::Clusters => "sheets-of-clusters",
            Self::Matrix => "sheets-of-whole",
        }
    }
}

/// What the room remembers between frames.
#[derive(Debug)]
pub struct State {
    matrix: Option<MatrixId>,
    assessor: AssessorId,
    kind: Kind,
    filter: String,
    /// The subject whose pages are shown.
    shown: Option<Subject>,
    /// Those ticked for export.
    ticked: BTreeSet<Subject>,
    parts: Vec<(Part, bool)>,
    pub template: Option<PathBuf>,
    format: SheetFormat,
    bound: bool,
    pages: pages::Textures,
}
impl Default for State {
    fn default() -> Self {
        Self {
            matrix: None,
            assessor: AssessorId::AGREED,
            kind: Kind::default(),
            filter: String::new(),
            shown: None,
            ticked: BTreeSet::new(),
            parts: Part::ALL.map(|part| (part, true)).to_vec(),
            template: None,
            format: SheetFormat::Pdf,
            bound: false,
            pages: pages::Textures::default(),
        }
    }
}

impl State {
    /// The subjects of a kind in the order of the matrix.
    fn subjects(&self, contents: &Contents) -> Vec<Subject> {
        let Some(matrix) = self.matrix else { return Vec::new() };
        let lines = |policies: bool| -> Vec<Subject> {
            let all = [Axis::Rows, Axis::Columns].into_iter().flat_map(|axis| contents.lines_of(matrix, axis));
            let mut seen = BTreeSet::new();
            all.filter_map(|(item, _)| match item {
                Item::Policy(id) if policies => Some(Subject::Policy(id)),
                Item::Goal(id) if !policies => Some(Subject::Goal(id)),
                _ => None,
            })
            .filter(|subject| seen.insert(*subject))
            .collect()
        };
        match self.kind {
            Kind::Policies => lines(true),
            Kind::Goals => lines(false),
            Kind::Clusters => {
                let mut clusters: Vec<_> = contents.clusters.iter().collect();
                clusters.sort_by_key(|(id, cluster)| (cluster.position, **id));
                clusters.into_iter().map(|(id, _)| Subject::Cluster(*id)).collect()
            }
            Kind::Matrix => vec![Subject::Matrix],
        }
    }

    fn ask(&self, subjects: Vec<Subject>) -> Option<SheetAsk> {
        let parts = self.parts.iter().filter(|(_, wanted)| *wanted).map(|(part, _)| *part).collect();
        Some(SheetAsk {
            matrix: self.matrix?,
            assessor: self.assessor,
            subjects,
            parts,
            template: self.template.clone(),
        })
    }

    /// What is written: the ticked ones in order, or the one shown.
    fn to_export(&self, contents: &Contents) -> Vec<Subject> {
        let mut list: Vec<Subject> = Kind::ALL
            .into_iter()
            .flat_map(|kind| Self { kind, matrix: self.matrix, ..Self::default() }.subjects(contents))
            .filter(|subject| self.ticked.contains(subject))
            .collect();
        if list.is_empty() {
            list.extend(self.shown);
        }
        list
    }
}

/// Goes to the room; from the grid, to the sheet of the policy under the cursor.
pub fn go(workspace: &Workspace, state: &mut UiState, actions: &mut Vec<Action>) {
    if workspace.settings().room == Room::Matrix
        && let Some(Item::Policy(id)) = state.matrix.row_under_cursor()
    {
        state.sheets.kind = Kind::Policies;
        state.sheets.shown = Some(Subject::Policy(id));
    }
    actions.push(Action::SetRoom(Room::Sheets));
}

/// A folder was picked for the sheets.
pub fn export_to(folder: PathBuf, state: &State, actions: &mut Vec<Action>) {
    let subjects: Vec<Subject> = state.ticked.iter().copied().collect();
    let subjects = if subjects.is_empty() { state.shown.into_iter().collect() } else { subjects };
    if let Some(ask) = state.ask(subjects) {
        actions.push(Action::ExportSheets { ask, folder, format: state.format, bound: state.bound });
    }
}

pub fn sheets_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, state: &mut UiState, actions: &mut Vec<Action>) {
    let words = workspace.words();
    let Some(contents) = workspace.contents() else { return };
    if contents.matrices.is_empty() {
        CentralPanel::default().frame(Frame::new().fill(paint.canvas)).show(ui, |ui| {
            let (title, text) = (words.say("sheets-no-matrix"), words.say("sheets-no-matrix-text"));
            widgets::empty_ui(ui, paint, icons::ICON_DESCRIPTION, &title, &text, |ui| {
                if widgets::primary_button_ui(ui, paint, &words.say(Command::NewMatrix.key()), true).clicked() {
                    state.asked.push(Command::NewMatrix);
                }
            });
        });
        return;
    }
    keep_up(contents, state);
    let side = |fill| Frame::new().fill(fill).inner_margin(Margin::symmetric(12, 10));
    egui::Panel::left("sheets-choose")
        .frame(side(paint.surface))
        .default_size(300.0)
        .size_range(240.0..=420.0)
        .show(ui, |ui| choose::choose_ui(ui, paint, workspace, contents, &mut state.sheets));
    let (matrix, assessor) = (state.sheets.matrix, state.sheets.assessor);
    if (matrix, assessor) != (state.matrix.matrix, state.matrix.assessor()) {
        super::choice::choose(workspace, state, matrix, assessor);
    }
    widgets::name_divider(ui, "sheets-choose", workspace.words());
    egui::Panel::right("sheets-settings")
        .frame(side(paint.surface))
        .default_size(310.0)
        .size_range(240.0..=360.0)
        .show(ui, |ui| settings::settings_ui(ui, paint, workspace, contents, &mut state.sheets, actions));
    widgets::name_divider(ui, "sheets-settings", workspace.words());
    CentralPanel::default().frame(Frame::new().fill(paint.canvas)).show(ui, |ui| {
        super::choice::blank_ui(ui, paint, workspace, state);
        pages::pages_ui(ui, paint, workspace, contents, &mut state.sheets);
    });
    let own = &mut state.sheets;
    if let Some(ask) = own.shown.and_then(|subject| own.ask(vec![subject])) {
        actions.extend(workspace.wants_preview(&ask).then_some(Action::PreviewSheet(ask)));
    }
}

/// The room shows the matrix and the scores that all rooms show; what was chosen and is gone is chosen anew.
fn keep_up(contents: &Contents, state: &mut UiState) {
    let own = &mut state.sheets;
    if own.matrix != state.matrix.matrix {
        own.matrix = state.matrix.matrix;
        own.ticked.clear();
        own.shown = own.shown.filter(|subject| own.subjects(contents).contains(subject));
    }
    own.assessor = state.matrix.assessor();
    let there = |subject: &Subject| match subject {
        Subject::Policy(id) => contents.policies.contains_key(id),
        Subject::Goal(id) => contents.goals.contains_key(id),
        Subject::Cluster(id) => contents.clusters.contains_key(id),
        Subject::Matrix => true,
    };
    own.ticked.retain(there);
    if !own.shown.is_some_and(|subject| there(&subject)) {
        own.shown = own.subjects(contents).first().copied();
    }
}
