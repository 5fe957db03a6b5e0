//! A grid of cells: heads that stay while cells scroll, a cursor and a range, entry by typing, the clipboard, and a node
//! for each cell that is seen, for screen readers.
//!
//! A room says what its rows, columns and cells are by being a `GridModel`, keeps a `GridState` between frames, and calls
//! `GridState::show`. Everything is generic over the model, so that a cell costs no more than if the room painted it itself.
//! `lines` says where rows and columns lie, `parts` where heads and bodies are, `select` where the cursor is, `entry` what
//! is being typed, in a `field` where cells hold texts, `keys`, `pointer`, `carry` and `widths` what is done with them, `scene` and `paint` what is drawn, `access` what is told.

mod access;
mod carry;
pub mod clipboard;
pub mod entry;
pub mod field;
mod keys;
pub mod lines;
pub mod paint;
pub mod parts;
pub mod pointer;
pub mod scene;
mod scroll;
pub mod select;
mod state;
pub mod widths;

pub use clipboard::Block;
pub use entry::{Editor, Entry, Typed};
pub use field::Choices;
pub use lines::{Lines, Plain, Shape};
pub use parts::{BAR, Measures, Parts};
pub use pointer::{Menu, Under};
pub use scene::{Brush, Cell, Scene};
pub use select::{Place, Selection, Way};
pub use state::GridState;
pub use widths::Border;

use crate::{Cx, theme};
use egui::accesskit::Node;
use egui::{FontId, Key, Modifiers, Rect, Vec2};
use ordito_words::Words;
use ordito_words::messages::MatrixCellLabel;
use ordito_workspace::Command;
use std::ops::RangeInclusive;

/// Stand-ins in what is said of a cell, put right for each: a text made anew for each of 3,000 cells would take longer than
/// a frame.
pub const ROW_NAME: &str = "\u{E001}";
pub const COLUMN_NAME: &str = "\u{E002}";
pub const VALUE: &str = "\u{E003}";
pub const ROW_AT: &str = "\u{E004}";
pub const COLUMN_AT: &str = "\u{E005}";

/// What a grid shows, and what becomes of what is done in it.
///
/// A model is made for a frame from what a room keeps; it may be read many thousand times in it. Only what is called,
/// shown and said of rows, columns and cells has to be given. A grid whose cells can be entered says so in `can_enter`
/// and takes texts in `enter` and `paste`; the rest is for those who want it other than plain.
pub trait GridModel {
    type Shape: Shape;
    /// Another one for each grid: ids come from it.
    const ID: &'static str;
    /// An entry has no more characters than these.
    const MOST_CHARS: usize = 24;
    /// Cells hold texts: what is typed is written in a field, with a caret for the mouse and all that a field can.
    const HAS_FIELD: bool = false;
    /// Rows are lines of a tree.
    const IS_TREE: bool = false;

    // What there is.

    fn shape(&self) -> &Self::Shape;
    fn measures(&mut self, whole: Rect) -> Measures;
    /// How large numbers in cells are.
    fn text_size(&self) -> f32 {
        14.0
    }
    /// The same rows and columns beside each other, with other cells.
    fn n_panes(&self) -> usize {
        1
    }
    /// How much room a pane has: columns may share it.
    fn settle(&mut self, _room: f32) {}
    /// What a cell holds, as it is copied and opened; nothing where there is no cell.
    fn text(&self, pane: usize, place: Place) -> Option<String>;
    /// Whether something is in a cell: Ctrl with an arrow goes to the edge of what is full.
    fn is_full(&self, pane: usize, place: Place) -> bool {
        self.text(pane, place).is_none_or(|text| !text.is_empty())
    }

    // What it is called.

    fn words(&self) -> &Words;
    fn name(&self) -> String;
    fn row_name(&self, row: usize) -> String;
    fn column_name(&self, column: usize) -> String;
    /// What a screen reader is told of the head of a row.
    fn row_said(&self, row: usize) -> String {
        self.row_name(row)
    }
    /// What else a screen reader is told of the head of a row, such as its depth in a tree.
    fn row_node(&self, _row: usize, _node: &mut Node) {}
    /// The whole of what may be cut on the screen.
    fn hint(&self, under: Under) -> Option<String> {
        match under {
            Under::Row(row) => Some(self.row_name(row)),
            Under::Column(_, column) => Some(self.column_name(column)),
            _ => None,
        }
    }
    /// The name of the bar that lies below a pane, or of the one that stands beside all of them.
    fn bar_name(&self, pane: Option<usize>) -> String {
        if pane.is_some() {
            self.words().matrix_scroll_x()
        } else {
            self.words().matrix_scroll_y()
        }
    }
    /// What a screen reader is told of each cell of a pane, with stand-ins.
    fn phrase(&self, _pane: usize) -> String {
        let shape = self.shape();
        let count = |n| self.words().numbers().count(n);
        let n_rows = (0..shape.n_rows()).filter(|row| shape.is_row(*row)).count();
        self.words().matrix_cell_label(MatrixCellLabel {
            column: COLUMN_NAME,
            column_at: COLUMN_AT,
            columns: &count(shape.n_columns()),
            row: ROW_NAME,
            row_at: ROW_AT,
            rows: &count(n_rows),
            value: VALUE,
        })
    }
    /// What a cell holds, in words.
    fn say(&self, pane: usize, place: Place, into: &mut String) {
        match self.text(pane, place).filter(|text| !text.is_empty()) {
            Some(text) => into.push_str(&text),
            None => into.push_str(&self.words().matrix_value_empty()),
        }
    }

    // How it looks.

    fn cell(&self, scene: &Scene<'_>, cell: &Cell, brush: &mut Brush) {
        paint::text(
            scene,
            cell,
            &self.text(cell.pane, cell.place).unwrap_or_default(),
            brush,
        );
    }
    fn row_heads(&self, scene: &Scene<'_>)
    where
        Self: Sized,
    {
        paint::row_heads(scene, self);
    }
    fn column_heads(&self, scene: &Scene<'_>, pane: usize)
    where
        Self: Sized,
    {
        paint::column_heads(scene, self, pane);
    }
    /// Corner, sums: what lies beside and below.
    fn around(&self, _scene: &Scene<'_>) {}
    /// What is shown is not what is asked for any more.
    fn is_stale(&self) -> bool {
        false
    }

    // What is done in it.

    /// Whether typing in a cell begins an entry. One that is refused says why when it is made.
    fn can_enter(&self, _place: Place) -> bool {
        false
    }
    /// The words a cell can have, where it is one of a list; what is typed finds among them.
    fn choices(&self, _place: Place) -> Option<Choices> {
        None
    }
    /// What a text is that is being typed into a cell.
    fn typed(&self, _text: &str) -> Typed {
        Typed::Open
    }
    /// Whether a character that follows an entry at once means the same cell.
    fn goes_on(&self, _entry: &str, _next: char) -> bool {
        false
    }
    /// Makes an entry; what is refused, and why, stays open.
    fn enter(&mut self, _cx: &mut Cx<'_>, _entry: &Entry<'_>) -> Result<(), String> {
        Ok(())
    }
    /// Takes what was pasted, as one step.
    fn paste(&mut self, _cx: &mut Cx<'_>, _block: &Block<'_>) {}
    /// Takes what is in the cells of a range away, as one step.
    fn clear(&mut self, cx: &mut Cx<'_>, (rows, columns): (&[usize], &[usize])) {
        let places = rows.iter().flat_map(|row| {
            columns.iter().map(|column| Place {
                row: *row,
                column: *column,
            })
        });
        let full = places.filter(|place| self.is_full(0, *place));
        let block = Block {
            cells: full.map(|place| (place, "")).collect(),
            n_lost: 0,
        };
        self.paste(cx, &block);
    }
    /// Copies cells into others, as one step; each is a place and where it gets its cell from.
    fn fill(&mut self, cx: &mut Cx<'_>, copies: &[(Place, Place)]) {
        let texts: Vec<_> = copies
            .iter()
            .filter_map(|(to, from)| Some((*to, self.text(0, *from)?)))
            .collect();
        let block = Block {
            cells: texts
                .iter()
                .map(|(to, text)| (*to, text.as_str()))
                .collect(),
            n_lost: 0,
        };
        self.paste(cx, &block);
    }
    /// A key of this user of the grid alone; whether it was one. What is selected may go elsewhere with it.
    fn key(&mut self, _: &mut Cx<'_>, _: (Key, Modifiers), _: &mut Selection) -> bool {
        false
    }
    /// The button went down on something that is this user's alone, so far inside a cell; whether it was.
    fn press(&mut self, _under: Under, _inside: Vec2, _held: Modifiers) -> bool {
        false
    }
    /// Whether rows are carried elsewhere by their heads.
    fn can_carry(&self) -> bool {
        false
    }
    /// The selected rows were dropped before another row, or onto it.
    fn carry(&mut self, _cx: &mut Cx<'_>, _onto: usize, _inside: bool) {}
    /// Enter or a double click on a cell that cannot be entered.
    fn choose(&mut self, _cx: &mut Cx<'_>) {}
    /// The cursor went somewhere.
    fn moved(&mut self, _selection: &Selection) {}
    /// Whether a row is the heading of a group, and the group is open.
    fn is_open(&self, _row: usize) -> Option<bool> {
        None
    }
    /// Folds or opens the group whose heading a row is.
    fn fold_row(&mut self, _row: usize) {}
    /// The columns of the group whose name is above a column.
    fn columns_of_group(&self, column: usize) -> (usize, usize) {
        (column, column)
    }
    /// Folds or opens the group whose name is above a column.
    fn fold_columns(&mut self, _column: usize) {}
    /// Between which widths a border can be moved; nothing for one that stays.
    fn widths(&self, _border: Border) -> Option<RangeInclusive<f32>> {
        None
    }
    /// Keeps how wide heads or columns are from now on.
    fn resize(&mut self, _cx: &mut Cx<'_>, _widths: &[(Border, f32)]) {}
    /// Gives all widths up that were chosen.
    fn standard_widths(&mut self, _cx: &mut Cx<'_>) {}
    /// How wide it has to be for what it holds; `measure` says how wide a text is.
    fn fitting(&self, border: Border, measure: &dyn Fn(&str, FontId) -> f32) -> f32 {
        let shape = self.shape();
        let head = |row| measure(&self.row_name(row), FontId::new(14.0, theme::bold())) + 17.0;
        let Border::Column(column) = border else {
            return (0..shape.n_rows()).map(head).fold(0.0, f32::max);
        };
        let texts = (0..shape.n_rows()).filter_map(|row| self.text(0, Place { row, column }));
        let cells = texts.map(|text| measure(&text, FontId::proportional(14.0)) + 10.0);
        cells.fold(
            measure(&self.column_name(column), FontId::proportional(12.0)) + 10.0,
            f32::max,
        )
    }
    /// The commands of a menu; they act on the selection, which holds what it was opened on.
    fn commands(&self, _menu: Menu) -> &'static [Command] {
        &[]
    }
}
