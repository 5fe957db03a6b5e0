//! The room Schede: what is to be on the sheets, their pages as they will be, and export.
//!
//! `choose` is the list of subjects on the left, `settings` the parts, template and format on the right; the pages
//! between them come from the workspace, which makes them on another thread.

mod choose;
mod pages;
mod settings;

use super::screen::{About, Handled, Request, Screen};
use super::widgets;
use crate::Cx;
use egui::{CentralPanel, Frame, Margin, Ui};
use egui_material_icons::icons;
use ordito_model::{AssessorId, Axis, Contents, Item, MatrixId};
use ordito_pages::export::SheetFormat;
use ordito_pages::report::sheet::{Part, Subject};
use ordito_workspace::{Action, Command, OnScreen, Purpose, Room, SheetAsk, SheetsAsked};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

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
pub struct SheetsScreen {
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
impl Default for SheetsScreen {
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

impl SheetsScreen {
    /// The subjects of a kind in the order of the matrix.
    fn subjects(&self, contents: &Contents) -> Vec<Subject> {
        let Some(matrix) = self.matrix else {
            return Vec::new();
        };
        let lines = |policies: bool| -> Vec<Subject> {
            let all = [Axis::Rows, Axis::Columns]
                .into_iter()
                .flat_map(|axis| contents.lines_of(matrix, axis));
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
                clusters
                    .into_iter()
                    .map(|(id, _)| Subject::Cluster(*id))
                    .collect()
            }
            Kind::Matrix => vec![Subject::Matrix],
        }
    }

    fn ask(&self, subjects: Vec<Subject>) -> Option<SheetAsk> {
        let parts = self
            .parts
            .iter()
            .filter(|(_, wanted)| *wanted)
            .map(|(part, _)| *part)
            .collect();
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
            .flat_map(|kind| {
                Self {
                    kind,
                    matrix: self.matrix,
                    ..Self::default()
                }
                .subjects(contents)
            })
            .filter(|subject| self.ticked.contains(subject))
            .collect();
        if list.is_empty() {
            list.extend(self.shown);
        }
        list
    }
}

pub const ABOUT: About = About {
    icon: icons::ICON_DESCRIPTION,
    chapter: "sheets",
    is_possible: About::always,
};

impl Screen for SheetsScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        sheets_ui(ui, cx, self);
    }
    fn run(&mut self, command: Command, _: &egui::Context, cx: &mut Cx<'_>) -> Handled {
        if command != Command::Go(Room::Sheets) {
            return Handled::No;
        }
        // From the grid, to the sheet of the policy under the cursor.
        if let (Room::Matrix, Some(Item::Policy(id))) =
            (cx.workspace.settings().room, cx.chosen.row)
        {
            self.kind = Kind::Policies;
            self.shown = Some(Subject::Policy(id));
        }
        Handled::Yes
    }
    fn to_export(&self, _: &Cx<'_>, shown: &mut OnScreen) {
        let subjects: Vec<Subject> = self.ticked.iter().copied().collect();
        let subjects = if subjects.is_empty() {
            self.shown.into_iter().collect()
        } else {
            subjects
        };
        shown.sheets = self.ask(subjects).map(|ask| SheetsAsked {
            ask,
            format: self.format,
            bound: self.bound,
        });
    }
    fn picked(&mut self, purpose: Purpose, path: &Path, cx: &mut Cx<'_>) -> Handled {
        match purpose {
            Purpose::SheetTemplate => self.template = Some(path.to_owned()),
            Purpose::CopyTemplate => {
                self.template = Some(path.to_owned());
                cx.act(Action::CopyTemplate(path.to_owned()));
            }
            _ => return Handled::No,
        }
        Handled::Yes
    }
}

fn sheets_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SheetsScreen) {
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
                let (title, text) = (words.sheets_no_matrix(), words.sheets_no_matrix_text());
                widgets::empty_ui(ui, paint, icons::ICON_DESCRIPTION, &title, &text, |ui| {
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
    let side = |fill| {
        Frame::new()
            .fill(fill)
            .inner_margin(Margin::symmetric(12, 10))
    };
    egui::Panel::left("sheets-choose")
        .frame(side(paint.surface))
        .default_size(300.0)
        .size_range(240.0..=420.0)
        .show(ui, |ui| choose::choose_ui(ui, cx, state));
    let (matrix, assessor) = (state.matrix, state.assessor);
    if (matrix, assessor) != (cx.chosen.matrix, cx.chosen.assessor) {
        cx.request(Request::Choose(matrix, assessor));
    }
    widgets::name_divider(ui, "sheets-choose", workspace.words());
    egui::Panel::right("sheets-settings")
        .frame(side(paint.surface))
        .default_size(310.0)
        .size_range(240.0..=360.0)
        .show(ui, |ui| settings::settings_ui(ui, cx, state));
    widgets::name_divider(ui, "sheets-settings", workspace.words());
    CentralPanel::default()
        .frame(Frame::new().fill(paint.canvas))
        .show(ui, |ui| {
            super::choice::blank_ui(ui, cx);
            pages::pages_ui(ui, cx, state);
        });
    let own = &mut *state;
    if let Some(ask) = own.shown.and_then(|subject| own.ask(vec![subject])) {
        cx.extend(
            workspace
                .wants_preview(&ask)
                .then_some(Action::PreviewSheet(ask)),
        );
    }
}

/// The room shows the matrix and the scores that all rooms show; what was chosen and is gone is chosen anew.
fn keep_up(cx: &Cx<'_>, state: &mut SheetsScreen) {
    let Cx { contents, .. } = *cx;
    let own = &mut *state;
    if own.matrix != cx.chosen.matrix {
        own.matrix = cx.chosen.matrix;
        own.ticked.clear();
        own.shown = own
            .shown
            .filter(|subject| own.subjects(contents).contains(subject));
    }
    own.assessor = cx.chosen.assessor;
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
