//! The comparison as a grid: a pane for each side and one for the differences, with the same rows and columns.

use super::frame::{COLUMNS, HEADS, Layout, Slot};
use super::said::Phrases;
use super::{View, names, panes};
use crate::Cx;
use crate::kit::grid::{
    Border, Brush, COLUMN_NAME, Cell, GridModel, GridState, Measures, Menu, Place as At, ROW_NAME,
    Scene, Selection, Under, VALUE,
};
use egui::Rect;
use ordito_model::{Item, Language, MatrixId, Scale};
use ordito_words::Words;
use ordito_workspace::{Action, Command, Wide, Workspace};
use std::cell::OnceCell;
use std::ops::RangeInclusive;

/// The panes of a comparison, for a frame.
pub struct Panes<'a> {
    pub workspace: &'a Workspace,
    pub view: &'a View,
    pub layout: &'a mut Layout,
    /// A scale for each side.
    pub scales: Vec<Scale>,
    anchored: &'a mut Option<(Item, Item)>,
    phrases: OnceCell<Phrases>,
}

impl super::CompareScreen {
    /// The grid, and what it shows.
    pub fn grid<'a>(
        &'a mut self,
        workspace: &'a Workspace,
        view: &'a View,
    ) -> (&'a mut GridState, Panes<'a>) {
        let scale = |side: &ordito_analysis::Side| {
            let matrix = side.contents.matrices.get(&side.matrix);
            matrix
                .and_then(|matrix| side.contents.scales.get(&matrix.scale))
                .cloned()
                .unwrap_or_default()
        };
        let panes = Panes {
            workspace,
            view,
            layout: &mut self.layout,
            scales: view.made.sides.iter().map(scale).collect(),
            anchored: &mut self.anchored,
            phrases: OnceCell::new(),
        };
        (&mut self.grid, panes)
    }
}

impl Panes<'_> {
    pub fn is_difference(&self, pane: usize) -> bool {
        pane >= self.view.made.sides.len()
    }
    /// Whose widths they are: the first side's.
    fn matrix(&self) -> Option<MatrixId> {
        self.view.made.sides.first().map(|side| side.matrix)
    }
    fn phrases(&self) -> &Phrases {
        self.phrases.get_or_init(|| Phrases::of(self))
    }
}

impl GridModel for Panes<'_> {
    type Shape = Layout;
    const ID: &'static str = "compare-grid";

    fn shape(&self) -> &Layout {
        self.layout
    }
    fn measures(&mut self, whole: Rect) -> Measures {
        let widths = self.matrix().map(|matrix| self.workspace.widths(matrix));
        self.layout.widen(self.view, widths.unwrap_or_default());
        self.layout.measures(whole)
    }
    fn n_panes(&self) -> usize {
        self.view.made.sides.len() + 1
    }
    fn settle(&mut self, room: f32) {
        self.layout.settle(room);
    }
    /// Values as they are typed, or differences.
    fn text(&self, pane: usize, at: At) -> Option<String> {
        let place = self.layout.place(at)?;
        let text = if self.is_difference(pane) {
            match self.view.made.change(self.view.against, place) {
                ordito_analysis::Change::Equal => "0".to_owned(),
                ordito_analysis::Change::Scores { net, .. } => net.to_string(),
                _ => String::new(),
            }
        } else {
            self.view
                .made
                .dot(pane, place)
                .map(|dot| dot.value.to_string())
                .unwrap_or_default()
        };
        Some(match self.words().language() {
            Language::It => text.replace('.', ","),
            Language::En => text,
        })
    }
    /// Ctrl with an arrow goes to the end of the rows or columns.
    fn is_full(&self, _: usize, _: At) -> bool {
        true
    }

    fn words(&self) -> &Words {
        self.workspace.words()
    }
    fn name(&self) -> String {
        self.words().compare_grid_label()
    }
    fn row_name(&self, row: usize) -> String {
        match self.layout.rows.get(row) {
            Some(Slot::Line(index)) => names::line(
                self.workspace,
                &self.view.made,
                self.view.made.rows.get(*index),
            ),
            Some(Slot::Band(side)) => self.words().compare_band(names::letter(*side)),
            None => String::new(),
        }
    }
    fn row_said(&self, row: usize) -> String {
        let mut label = self.row_name(row);
        if let Some(Slot::Line(index)) = self.layout.rows.get(row) {
            let line = self.view.made.rows.get(*index);
            for (side, own) in line
                .map(|line| line.own.iter().enumerate())
                .into_iter()
                .flatten()
            {
                if own.is_none() {
                    label.push_str(", ");
                    label.push_str(&self.words().compare_not_in(names::letter(side)));
                }
            }
        }
        label
    }
    fn column_name(&self, column: usize) -> String {
        let made = &self.view.made;
        let line = self
            .layout
            .columns
            .get(column)
            .and_then(|column| made.columns.get(*column));
        names::line(self.workspace, made, line)
    }
    /// A title that may be cut, or what a crossing is.
    fn hint(&self, under: Under) -> Option<String> {
        match under {
            Under::Row(row) => Some(self.row_name(row)),
            Under::Column(_, column) => Some(self.column_name(column)),
            Under::Cell(pane, at) => {
                let place = self.layout.place(at)?;
                let what = self.phrases().say(self, pane, place);
                Some(format!(
                    "{}: {what}",
                    names::crossing(self.workspace, &self.view.made, place)
                ))
            }
            _ => None,
        }
    }
    fn bar_name(&self, pane: Option<usize>) -> String {
        let Some(pane) = pane else {
            return self.words().compare_scroll_y();
        };
        let letter = if self.is_difference(pane) {
            "Δ"
        } else {
            names::letter(pane)
        };
        self.words().compare_scroll_x(letter)
    }
    fn phrase(&self, pane: usize) -> String {
        let name = panes::name_of(self, pane);
        if self.layout.is_picked {
            format!("{name}: {ROW_NAME}: {VALUE}")
        } else {
            format!("{name}: {ROW_NAME} × {COLUMN_NAME}: {VALUE}")
        }
    }
    fn say(&self, pane: usize, at: At, into: &mut String) {
        if let Some(place) = self.layout.place(at) {
            into.push_str(&self.phrases().say(self, pane, place));
        }
    }

    fn cell(&self, scene: &Scene<'_>, cell: &Cell, brush: &mut Brush) {
        panes::cell(self, scene, cell, brush);
    }
    fn row_heads(&self, scene: &Scene<'_>) {
        panes::titles(self, scene);
    }
    fn column_heads(&self, scene: &Scene<'_>, pane: usize) {
        panes::head(self, scene, pane);
    }
    fn is_stale(&self) -> bool {
        !self.view.holds
    }

    fn choose(&mut self, cx: &mut Cx<'_>) {
        cx.ask(Command::JumpToCell);
    }
    /// The same in every pane: rows and columns stand beside each other.
    fn widths(&self, border: Border) -> Option<RangeInclusive<f32>> {
        match border {
            Border::Heads => Some(HEADS),
            Border::Column(column) => self.layout.wide(self.view, column).map(|_| COLUMNS),
        }
    }
    fn resize(&mut self, cx: &mut Cx<'_>, widths: &[(Border, f32)]) {
        let Some(matrix) = self.matrix() else { return };
        let mut all = self.workspace.widths(matrix).to_vec();
        for (border, width) in widths {
            let wide = match border {
                Border::Heads => Some(Wide::ComparedHeads),
                Border::Column(column) => self.layout.wide(self.view, *column),
            };
            let Some(wide) = wide else { continue };
            all.retain(|(known, _)| *known != wide);
            all.push((wide, *width));
        }
        cx.act(Action::SetWidths(matrix, all));
    }
    fn standard_widths(&mut self, cx: &mut Cx<'_>) {
        let Some(matrix) = self.matrix() else { return };
        let mut others = self.workspace.widths(matrix).to_vec();
        others.retain(|(wide, _)| !wide.is_compared());
        cx.act(Action::SetWidths(matrix, others));
    }
    fn moved(&mut self, selection: &Selection) {
        let made = &self.view.made;
        let place = self.layout.place(selection.cursor);
        *self.anchored = place.and_then(|place| {
            Some((
                made.rows.get(place.row)?.item,
                made.columns.get(place.column)?.item,
            ))
        });
    }
    fn commands(&self, menu: Menu) -> &'static [Command] {
        match menu {
            Menu::None => &[],
            _ => &[
                Command::JumpToCell,
                Command::TakeOver,
                Command::Copy,
                Command::CopyWithHeads,
                Command::NextDifference,
                Command::StandardWidths,
            ],
        }
    }
}
