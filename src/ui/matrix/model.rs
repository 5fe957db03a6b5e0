//! The matrix as a grid: what its rows, columns and cells are, and what becomes of what is typed, pasted, cleared, filled.

use super::anchored::Anchored;
use super::entry::{Progress, progress};
use super::layout::{Choices, Layout, Order, Slot};
use super::said::Phrases;
use super::sizes::{COLUMNS, HEADS, Sizes};
use super::{cells, heads, line_name};
use crate::Cx;
use crate::kit::grid::{
    Block, Border, Brush, Cell, Entry, GridModel, Measures, Menu, Place, Scene, Selection, Typed,
    Under,
};
use crate::kit::pen::Side;
use egui::{FontId, Rect};
use ordito_document::{AssessmentChange, CellEdit, Edit};
use ordito_model::{AssessorId, CellValue, CellsCause, Contents, Item, Language, read_entry};
use ordito_words::messages::MatrixFoldHint;
use ordito_words::{Say as _, Words};
use ordito_workspace::{Action, Command, Layer, MatrixView, Notice, Severity, Wide, Workspace};
use std::cell::OnceCell;
use std::ops::RangeInclusive;

/// The cells of one assessor, for a frame.
pub struct Cells<'a> {
    pub workspace: &'a Workspace,
    pub contents: &'a Contents,
    pub view: &'a MatrixView,
    pub layer: &'a Layer,
    pub layout: &'a Layout,
    pub assessor: AssessorId,
    pub side: Side,
    choices: &'a mut Choices,
    anchored: &'a mut Anchored,
    phrases: OnceCell<Phrases>,
}

impl super::MatrixScreen {
    /// The grid, and what it shows; nothing where there is no matrix.
    pub fn grid<'a>(
        &'a mut self,
        workspace: &'a Workspace,
    ) -> Option<(&'a mut crate::kit::grid::GridState, Cells<'a>)> {
        let view = self.view.as_ref()?;
        let assessor = self.choices.assessor();
        let cells = Cells {
            workspace,
            contents: workspace.contents()?,
            view,
            layer: view.layer(assessor),
            layout: &self.layout,
            assessor,
            side: self.side,
            choices: &mut self.choices,
            anchored: &mut self.anchored,
            phrases: OnceCell::new(),
        };
        Some((&mut self.grid, cells))
    }
}

impl Cells<'_> {
    pub const fn sizes(&self) -> &Sizes {
        &self.layout.sizes
    }
    pub fn row_item(&self, row: usize) -> Option<Item> {
        match self.layout.rows.get(row)? {
            Slot::Line(line) => self.view.rows.get(*line).map(|line| line.item),
            Slot::Group(group) => self.view.row_groups.get(*group)?.item,
        }
    }
    pub fn column_item(&self, column: usize) -> Option<Item> {
        match self.layout.columns.get(column)? {
            Slot::Line(line) => self.view.columns.get(*line).map(|line| line.item),
            Slot::Group(group) => self.view.column_groups.get(*group)?.item,
        }
    }
    /// Whether rows are in the order of a column, and if so, the best first.
    pub fn order_of(&self, item: Option<Item>) -> Option<bool> {
        match self.choices.order {
            Order::Column(by, down) if item == Some(by) => Some(down),
            _ => None,
        }
    }
    fn item_name(&self, item: Option<Item>) -> String {
        let Some(item) = item else {
            return self.words().matrix_no_group();
        };
        let (code, label) = self.contents.item_label(item);
        let title = label.get(self.words().language());
        if code.is_empty() {
            title.to_owned()
        } else {
            format!("{code} {title}")
        }
    }
    /// The name that is kept, where the title of a head may be a shorter one.
    fn whole_name(&self, item: Item) -> String {
        let name = match item {
            Item::Policy(id) => self
                .contents
                .policies
                .get(&id)
                .map(|policy| policy.name.as_str()),
            Item::Goal(id) => self
                .contents
                .goals
                .get(&id)
                .map(|goal| goal.name.get(self.words().language())),
        };
        let (code, _) = self.contents.item_label(item);
        format!("{code} {}", name.unwrap_or_default())
            .trim()
            .to_owned()
    }

    /// Values into cells, as one step; nothing into cells that have none.
    fn set(
        &self,
        cx: &mut Cx<'_>,
        cause: CellsCause,
        values: impl Iterator<Item = (Place, CellValue)>,
    ) {
        let cell = |(place, value)| {
            let (row, column) = self
                .layout
                .lines_at(place)
                .filter(|(row, column)| !self.view.is_diagonal(*row, *column))?;
            let key = self.view.key(self.assessor, row, column)?;
            Some(CellEdit {
                key,
                change: AssessmentChange::value(value),
            })
        };
        let cells: Vec<CellEdit> = values.filter_map(cell).collect();
        if !cells.is_empty() {
            cx.act(Action::Edit(Edit::SetCells { cause, cells }));
        }
    }
    fn value(&self, place: Place) -> Option<CellValue> {
        let (row, column) = self.layout.lines_at(place)?;
        Some(self.view.dot(self.layer, row, column).value)
    }
    /// Why nothing can be entered in a cell.
    fn refused(&self, place: Place) -> Option<String> {
        if self
            .workspace
            .document()
            .is_some_and(ordito_document::Document::is_read_only)
        {
            return Some(self.words().refusal_read_only());
        }
        let Some((row, column)) = self.layout.lines_at(place) else {
            return Some(self.words().matrix_refused_folded());
        };
        self.view
            .is_diagonal(row, column)
            .then(|| self.words().matrix_refused_diagonal())
    }
    /// A refusal with its row and column.
    fn refused_at(&self, place: Place, why: String) -> String {
        let (row, column) = self.layout.lines_at(place).unzip();
        let row = row.and_then(|row| self.view.rows.get(row));
        let column = column.and_then(|column| self.view.columns.get(column));
        self.words().matrix_refused_cell(
            line_name(self.workspace, column),
            line_name(self.workspace, row),
            why,
        )
    }
}

impl GridModel for Cells<'_> {
    type Shape = Layout;
    const ID: &'static str = "matrix-grid";

    fn shape(&self) -> &Layout {
        self.layout
    }
    fn measures(&mut self, whole: Rect) -> Measures {
        let sizes = self.sizes();
        Measures {
            side: sizes.side,
            head: (sizes.band + sizes.titles + sizes.codes).min(whole.height() * 0.5),
            band: sizes.band,
            right: sizes.net + sizes.coverage,
            foot: 2.0 * sizes.sum,
            ..Measures::default()
        }
    }
    fn text_size(&self) -> f32 {
        self.sizes().text
    }
    fn text(&self, _: usize, place: Place) -> Option<String> {
        let value = self.value(place)?.to_string();
        // Calc in Italian reads 1,5 as a number and 1.5 as a date.
        Some(match self.words().language() {
            Language::It => value.replace('.', ","),
            Language::En => value,
        })
    }
    fn is_full(&self, _: usize, place: Place) -> bool {
        self.value(place).is_none_or(CellValue::is_answered)
    }

    fn words(&self) -> &Words {
        self.workspace.words()
    }
    fn name(&self) -> String {
        let matrix = self.contents.matrices.get(&self.view.matrix);
        let name = matrix.map(|matrix| matrix.name.clone()).unwrap_or_default();
        self.words().matrix_grid_label(name)
    }
    fn row_name(&self, row: usize) -> String {
        self.item_name(self.row_item(row))
    }
    fn column_name(&self, column: usize) -> String {
        self.item_name(self.column_item(column))
    }
    fn hint(&self, under: Under) -> Option<String> {
        let line = match under {
            Under::Row(row) => self.view.rows.get(match self.layout.rows.get(row)? {
                Slot::Line(line) => *line,
                Slot::Group(_) => return None,
            }),
            Under::ColumnGroup(column) => {
                let group = self.layout.column_group(self.view, column)?;
                return self
                    .view
                    .column_groups
                    .get(group)?
                    .item
                    .map(|item| self.whole_name(item));
            }
            Under::Cell(_, place) => {
                let (fold, numbers) = (self.fold_at(place)?, self.words().numbers());
                return Some(self.words().matrix_fold_hint(MatrixFoldHint {
                    highest: &numbers.points(fold.highest),
                    lowest: &numbers.points(fold.lowest),
                    mean: &numbers.signed(fold.mean, 1),
                    n: usize::try_from(fold.n).unwrap_or(usize::MAX),
                }));
            }
            Under::Column(_, column) => {
                self.view
                    .columns
                    .get(match self.layout.columns.get(column)? {
                        Slot::Line(line) => *line,
                        Slot::Group(_) => return None,
                    })
            }
            _ => None,
        };
        line.map(|line| self.whole_name(line.item))
    }
    fn say(&self, _: usize, place: Place, into: &mut String) {
        self.phrases
            .get_or_init(|| Phrases::of(self.words()))
            .say(self, place, into);
    }

    fn cell(&self, scene: &Scene<'_>, cell: &Cell, brush: &mut Brush) {
        cells::cell(self, scene, cell, brush);
    }
    fn row_heads(&self, scene: &Scene<'_>) {
        heads::rows(self, scene);
    }
    fn column_heads(&self, scene: &Scene<'_>, _: usize) {
        heads::columns(self, scene);
    }
    fn around(&self, scene: &Scene<'_>) {
        super::totals::totals(self, scene);
        heads::corner(self, scene);
    }

    fn can_enter(&self, _: Place) -> bool {
        true
    }
    fn typed(&self, text: &str) -> Typed {
        match progress(text, &self.view.scale) {
            Progress::Open => Typed::Open,
            Progress::Complete => Typed::Complete,
            Progress::Hopeless(refusal) => Typed::Hopeless(refusal.say(self.words())),
        }
    }
    /// "2" went in; a "/" right after it begins its other side.
    fn goes_on(&self, entry: &str, next: char) -> bool {
        next == '/' && entry.ends_with(|c: char| c.is_ascii_digit())
    }
    fn enter(&mut self, cx: &mut Cx<'_>, entry: &Entry<'_>) -> Result<(), String> {
        let value = read_entry(entry.text, &self.view.scale)
            .map_err(|refusal| refusal.say(self.words()))?;
        if let Some(why) = self.refused(entry.place) {
            return Err(why);
        }
        match &entry.range {
            None => self.set(cx, CellsCause::Type, [(entry.place, value)].into_iter()),
            Some((rows, columns)) => {
                self.set(
                    cx,
                    CellsCause::Fill,
                    crossings(rows, columns).map(|place| (place, value)),
                );
            }
        }
        Ok(())
    }
    fn paste(&mut self, cx: &mut Cx<'_>, block: &Block<'_>) {
        let words = self.words();
        let (mut values, mut refused) = (Vec::new(), Vec::new());
        for (place, entry) in &block.cells {
            let is_diagonal = self
                .layout
                .lines_at(*place)
                .is_some_and(|(row, column)| self.view.is_diagonal(row, column));
            let why = if is_diagonal {
                (!entry.trim().is_empty()).then(|| words.matrix_refused_diagonal())
            } else {
                match read_entry(entry, &self.view.scale) {
                    Ok(value) => {
                        values.push((*place, value));
                        None
                    }
                    Err(refusal) => Some(refusal.say(words)),
                }
            };
            refused.extend(why.map(|why| self.refused_at(*place, why)));
        }
        let (n_pasted, n_refused) = (values.len(), refused.len() + block.n_lost);
        self.set(cx, CellsCause::Paste, values.into_iter());
        if block.n_lost > 0 {
            refused.push(words.matrix_refused_outside(block.n_lost));
        }
        if !refused.is_empty() {
            let text = words.matrix_pasted_partly(n_refused, n_pasted);
            cx.act(Action::Notify(
                Notice::new(Severity::Warning, text).with_details(refused),
            ));
        }
    }
    /// Takes the scores away; reasons and sources stay.
    fn clear(&mut self, cx: &mut Cx<'_>, (rows, columns): (&[usize], &[usize])) {
        let full = crossings(rows, columns)
            .filter(|place| self.value(*place).is_some_and(CellValue::is_answered));
        self.set(
            cx,
            CellsCause::Clear,
            full.map(|place| (place, CellValue::Unscored)),
        );
    }
    fn fill(&mut self, cx: &mut Cx<'_>, copies: &[(Place, Place)]) {
        let values = copies
            .iter()
            .filter_map(|(to, from)| Some((*to, self.value(*from)?)));
        self.set(cx, CellsCause::Fill, values);
    }
    fn moved(&mut self, selection: &Selection) {
        *self.anchored = Anchored::of(self.view, self.layout, selection.cursor, *self.anchored);
    }
    fn is_open(&self, row: usize) -> Option<bool> {
        match self.layout.rows.get(row)? {
            Slot::Group(group) => Some(!self.layout.is_folded_row(*group)),
            Slot::Line(_) => None,
        }
    }
    fn fold_row(&mut self, row: usize) {
        let Some(Slot::Group(group)) = self.layout.rows.get(row) else {
            return;
        };
        let Some(item) = self.view.row_groups.get(*group).map(|group| group.item) else {
            return;
        };
        if !self.choices.folded_rows.remove(&item) {
            self.choices.folded_rows.insert(item);
        }
    }
    fn columns_of_group(&self, column: usize) -> (usize, usize) {
        let group = self.layout.column_group(self.view, column);
        let is_of = |column: &usize| self.layout.column_group(self.view, *column) == group;
        let first = (0..=column)
            .rev()
            .take_while(is_of)
            .last()
            .unwrap_or(column);
        let last = (column..self.layout.columns.len())
            .take_while(is_of)
            .last()
            .unwrap_or(column);
        (first, last)
    }
    fn fold_columns(&mut self, column: usize) {
        let group = self
            .layout
            .column_group(self.view, column)
            .and_then(|group| self.view.column_groups.get(group));
        let Some(item) = group.map(|group| group.item) else {
            return;
        };
        if !self.choices.folded_columns.remove(&item) {
            self.choices.folded_columns.insert(item);
        }
    }
    fn widths(&self, border: Border) -> Option<RangeInclusive<f32>> {
        Some(if border == Border::Heads {
            HEADS
        } else {
            COLUMNS
        })
    }
    fn resize(&mut self, cx: &mut Cx<'_>, widths: &[(Border, f32)]) {
        let mut all = self.workspace.widths(self.view.matrix).to_vec();
        for (border, width) in widths {
            let wide = match border {
                Border::Heads => Some(Wide::Heads),
                Border::Column(column) => self.layout.wide(self.view, *column),
            };
            let Some(wide) = wide else { continue };
            all.retain(|(known, _)| *known != wide);
            all.push((wide, *width));
        }
        cx.act(Action::SetWidths(self.view.matrix, all));
    }
    fn standard_widths(&mut self, cx: &mut Cx<'_>) {
        // Those of comparisons are another grid's.
        let mut others = self.workspace.widths(self.view.matrix).to_vec();
        others.retain(|(wide, _)| wide.is_compared());
        cx.act(Action::SetWidths(self.view.matrix, others));
    }
    fn fitting(&self, border: Border, measure: &dyn Fn(&str, FontId) -> f32) -> f32 {
        heads::fitting(self, border, measure)
    }
    fn commands(&self, menu: Menu) -> &'static [Command] {
        super::menu::commands(menu)
    }
}

fn crossings<'a>(rows: &'a [usize], columns: &'a [usize]) -> impl Iterator<Item = Place> + use<'a> {
    rows.iter().flat_map(|row| {
        columns.iter().map(|column| Place {
            row: *row,
            column: *column,
        })
    })
}
