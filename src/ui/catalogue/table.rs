//! The policies as a grid: what its rows, columns and cells are, and what becomes of what is typed, pasted, filled, carried.
//!
//! What is selected is kept by what it is, a policy and a column: rows come and go with every edit, fold and search.

use super::cells;
use super::columns::{self, Column, wording_word};
use super::record::Record;
use super::rows::Row;
use super::run::{Way, shift};
use super::writing::{self, Typed, Written};
use super::{CatalogueScreen, list};
use crate::Cx;
use crate::kit::grid::{
    Block, Border, Brush, Cell, Choices, Entry, GridModel, GridState, Lines, Measures, Menu, Place,
    Plain, Scene, Selection, Under,
};
use crate::kit::keys::Move;
use egui::accesskit::Node;
use egui::{FontId, Key, Modifiers, Rect, Vec2};
use ordito_document::{Document, Edit};
use ordito_ground::text::folded;
use ordito_model::{Contents, Level, Policy, PolicyId, PolicyKind, Wording};
use ordito_words::{Say as _, Words};
use ordito_workspace::{Action, Command, Notice, Severity, Workspace};
use std::ops::RangeInclusive;

/// A cell, whatever row and column it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub id: PolicyId,
    pub column: Column,
}

/// The room as a grid, for a frame.
pub struct Table<'a> {
    pub room: &'a mut CatalogueScreen,
    pub workspace: &'a Workspace,
    pub contents: &'a Contents,
    pub columns: Vec<Column>,
    shape: Plain,
}

/// Does something with the grid and what it shows.
pub fn with<R>(
    room: &mut CatalogueScreen,
    workspace: &Workspace,
    act: impl FnOnce(&mut GridState, &mut Table<'_>) -> R,
) -> Option<R> {
    let contents = workspace.contents()?;
    let mut grid = std::mem::take(&mut room.grid);
    let mut table = Table {
        columns: room.columns.iter().copied().collect(),
        shape: Plain::default(),
        room,
        workspace,
        contents,
    };
    table.settle(0.0);
    table.place(&mut grid);
    let before = grid.selection;
    let result = act(&mut grid, &mut table);
    table.keep(&grid, before);
    room.grid = grid;
    Some(result)
}

impl Table<'_> {
    /// Codes are whole where they are no longer than codes of plans are.
    fn code_width(&self) -> f32 {
        let rows = self.room.rows.list.iter();
        let codes = rows.filter_map(|row| self.contents.policies.get(&row.id));
        let longest = codes
            .map(|policy| policy.code.chars().count())
            .max()
            .unwrap_or_default();
        (longest as f32 * 7.6 + 22.0).clamp(Column::Code.width(), 128.0)
    }
    pub fn row(&self, row: usize) -> Option<Row> {
        self.room.rows.list.get(row).copied()
    }
    pub fn policy(&self, row: usize) -> Option<(PolicyId, &Policy)> {
        let id = self.row(row)?.id;
        self.contents.policies.get(&id).map(|policy| (id, policy))
    }
    pub fn column(&self, column: usize) -> Option<Column> {
        self.columns.get(column).copied()
    }
    /// What a cell shows.
    pub fn shown(&self, place: Place) -> Option<String> {
        let (column, (id, policy)) = (self.column(place.column)?, self.policy(place.row)?);
        let facts = &self.room.facts.1;
        Some(columns::text(
            column,
            self.contents,
            facts,
            self.words(),
            id,
            policy,
        ))
    }
    fn spot(&self, place: Place) -> Option<Spot> {
        Some(Spot {
            id: self.row(place.row)?.id,
            column: self.column(place.column)?,
        })
    }
    fn is_read_only(&self) -> bool {
        self.workspace
            .document()
            .is_some_and(Document::is_read_only)
    }

    /// Where a policy stands, or what it is below of where that is folded.
    fn row_of(&self, id: PolicyId) -> Option<usize> {
        self.contents
            .policy_upwards(id)
            .find_map(|id| self.room.rows.index_of(id))
    }
    fn place_of(&self, spot: Spot) -> Option<Place> {
        let row = self.row_of(spot.id)?;
        let at = self
            .columns
            .iter()
            .position(|column| *column == spot.column);
        // A column that is not shown any more: the name is always there.
        let column = at.or_else(|| {
            let mut all = self.columns.iter();
            all.position(|column| *column == Column::Name)
        });
        Some(Place {
            row,
            column: column.unwrap_or(0),
        })
    }
    /// Puts what is selected where it stands now.
    fn place(&mut self, grid: &mut GridState) {
        let [cursor, anchor, head] = self.room.spots;
        let cursor = cursor.and_then(|spot| self.place_of(spot));
        let was = grid.selection;
        let cursor = cursor.unwrap_or(Place {
            row: was
                .cursor
                .row
                .min(self.room.rows.list.len().saturating_sub(1)),
            ..was.cursor
        });
        let range = anchor
            .and_then(|spot| self.place_of(spot))
            .zip(head.and_then(|spot| self.place_of(spot)));
        let (anchor, head) = range.unwrap_or((cursor, cursor));
        grid.selection = Selection {
            cursor,
            anchor,
            head,
            ..was
        };
        if let Some(editor) = &mut grid.editor {
            // What is written in a cell goes with it, and with the policy.
            let place = self.room.written.and_then(|spot| {
                let place = self.place_of(spot)?;
                (self.spot(place) == Some(spot)).then_some(place)
            });
            match place {
                Some(place) => editor.place = place,
                None => grid.editor = None,
            }
        }
        grid.reveal |= std::mem::take(&mut self.room.reveal);
        self.room.led = false;
    }

    /// Remembers what is selected by what it is.
    fn keep(&mut self, grid: &GridState, before: Selection) {
        let selection = grid.selection;
        self.room.written = grid
            .editor
            .as_ref()
            .and_then(|editor| self.spot(editor.place));
        if self.room.led {
            return;
        }
        // While it is searched elsewhere, what was chosen stays chosen though it is not found.
        let is_shown = (self.room.cursor()).is_some_and(|id| self.room.rows.index_of(id).is_some());
        if selection == before && (is_shown || !grid.is_focused) {
            return;
        }
        let spots = [selection.cursor, selection.anchor, selection.head];
        self.room.spots = spots.map(|place| self.spot(place));
        self.room.selected = selection
            .rows()
            .filter_map(|row| Some(self.row(row)?.id))
            .chain(self.room.also.iter().copied())
            .collect();
    }

    /// Rows that were chosen one by one.
    fn rows_apart(&self) -> Vec<usize> {
        if self.room.also.is_empty() {
            return Vec::new();
        }
        let rows = self.room.rows.list.iter().enumerate();
        let chosen = rows.filter(|(_, row)| self.room.selected.contains(&row.id));
        chosen.map(|(at, _)| at).collect()
    }
    /// Writes texts, or says why none of them goes in.
    fn write(&self, texts: Vec<Typed>) -> Result<Written, String> {
        if self.is_read_only() {
            return Err(self.words().refusal_read_only());
        }
        let stamp = self.workspace.stamp();
        Ok(writing::write(self.contents, self.words(), &stamp, texts))
    }
    /// What a refused cell is, and why.
    fn say_refused(&self, (text, why): &(Typed, String)) -> String {
        let policy = self.contents.policies.get(&text.id);
        self.words().catalogue_refused_cell(
            self.words().say(text.column.key()),
            policy.map(columns::said).unwrap_or_default(),
            why.as_str(),
        )
    }
    fn say_new_actors(&self, cx: &mut Cx<'_>, written: &Written) {
        if !written.new_actors.is_empty() {
            let text = self
                .words()
                .catalogue_made_actors(written.new_actors.join(", "));
            cx.act(Action::Notify(Notice::new(Severity::Done, text)));
        }
    }
    fn fold(&mut self, id: PolicyId, close: bool) {
        if close {
            self.room.query.folded.insert(id);
        } else {
            self.room.query.folded.remove(&id);
        }
    }

    /// Arrows fold and open on a name, and lead out of a branch at the left edge.
    fn go_in_tree(&mut self, way: Move, selection: &Selection) -> bool {
        let cursor = selection.cursor;
        let (Some(row), Some(column)) = (self.row(cursor.row), self.column(cursor.column)) else {
            return false;
        };
        let is_tree = self.room.query.sort.is_none();
        let is_name = column == Column::Name;
        match way {
            Move::Left if is_name && is_tree && row.has_children && !row.is_folded => {
                // What is searched for is shown wherever it stands.
                let folds = self.room.query.search.trim().is_empty();
                if folds {
                    self.fold(row.id, true);
                }
                folds
            }
            Move::Right if is_name && row.is_folded => {
                self.fold(row.id, false);
                true
            }
            Move::Left if cursor.column == 0 && is_tree => {
                let above = self.contents.policies.get(&row.id);
                let Some(parent) = above.and_then(|policy| policy.parent) else {
                    return false;
                };
                self.room.select_only(parent);
                true
            }
            _ => false,
        }
    }
}

impl GridModel for Table<'_> {
    type Shape = Plain;
    const ID: &'static str = "catalogue-list";
    const MOST_CHARS: usize = 100_000;
    const HAS_FIELD: bool = true;
    const IS_TREE: bool = true;

    fn shape(&self) -> &Plain {
        &self.shape
    }
    fn measures(&mut self, _: Rect) -> Measures {
        Measures {
            side: cells::SIDE,
            head: cells::HEAD,
            ..Measures::default()
        }
    }
    /// The names take what is left.
    fn settle(&mut self, room: f32) {
        let chosen = &self.workspace.settings().catalogue.widths;
        let own = |column: &Column| chosen.get(column.key()).copied();
        let codes = self.code_width();
        let width = |column: &Column| {
            own(column).unwrap_or(if *column == Column::Code {
                codes
            } else {
                column.width()
            })
        };
        let all: f32 = self.columns.iter().map(width).sum();
        let spare = (room - all).max(0.0);
        let wide = |column: &Column| {
            let takes = *column == Column::Name && own(column).is_none();
            (width(column) + if takes { spare } else { 0.0 }).floor()
        };
        self.shape = Plain {
            down: Lines::even(self.room.rows.list.len(), cells::ROW),
            across: Lines::of(self.columns.iter().map(wide)),
        };
    }
    /// As it is typed, and as a spreadsheet reads it.
    fn text(&self, _: usize, place: Place) -> Option<String> {
        let (column, (_, policy)) = (self.column(place.column)?, self.policy(place.row)?);
        Some(match column {
            Column::Actors => {
                let names = policy.actors.iter().filter_map(|id| {
                    let actor = self.contents.actors.get(id)?;
                    Some(actor.name.as_str())
                });
                as_list(names)
            }
            Column::Clusters => {
                let id = self.row(place.row)?.id;
                let all = self.contents.clusters.values();
                let of = all.filter(|cluster| cluster.members.contains(&id));
                as_list(of.map(|cluster| cluster.name.as_str()))
            }
            _ => match column.field() {
                Some(field) => Record::Policy(policy.clone()).text(field, self.words()),
                None => self.shown(place)?,
            },
        })
    }

    fn words(&self) -> &Words {
        self.workspace.words()
    }
    fn name(&self) -> String {
        self.words().catalogue_tab_policies()
    }
    fn row_name(&self, row: usize) -> String {
        self.policy(row)
            .map(|(_, policy)| columns::said(policy))
            .unwrap_or_default()
    }
    fn column_name(&self, column: usize) -> String {
        self.column(column)
            .map(|column| self.words().say(column.key()))
            .unwrap_or_default()
    }
    fn row_said(&self, row: usize) -> String {
        cells::row_said(self, row)
    }
    fn row_node(&self, row: usize, node: &mut Node) {
        let Some(line) = self.row(row) else { return };
        let n = self.room.rows.list.len();
        let at = self.words().numbers().count(row + 1);
        node.set_description(self.words().catalogue_row_place(at, n));
        node.set_level(line.depth + 1);
        node.set_position_in_set(row + 1);
        node.set_size_of_set(n);
        node.set_selected(self.room.selected.contains(&line.id));
    }
    /// Texts that are cut are read whole.
    fn hint(&self, under: Under) -> Option<String> {
        match under {
            Under::Row(row) => Some(self.row_name(row)),
            Under::Cell(_, place) => {
                let text = self.shown(place)?;
                let room = self.shape.across.size(place.column);
                (text.chars().count() as f32 * 7.5 > room - 8.0).then_some(text)
            }
            _ => None,
        }
    }
    fn say(&self, _: usize, place: Place, into: &mut String) {
        match self.shown(place).filter(|text| !text.is_empty()) {
            Some(text) => into.push_str(&text),
            None => into.push_str(&self.words().matrix_value_empty()),
        }
    }

    fn cell(&self, scene: &Scene<'_>, cell: &Cell, brush: &mut Brush) {
        cells::cell(self, scene, cell, brush);
    }
    fn row_heads(&self, scene: &Scene<'_>) {
        cells::row_heads(self, scene);
    }
    fn column_heads(&self, scene: &Scene<'_>, _: usize) {
        cells::column_heads(self, scene);
    }

    /// What is counted is not written.
    fn can_enter(&self, place: Place) -> bool {
        self.column(place.column) != Some(Column::Cells)
    }
    fn choices(&self, place: Place) -> Option<Choices> {
        let (column, (id, _)) = (self.column(place.column)?, self.policy(place.row)?);
        choices(self.contents, self.words(), column, id)
    }
    fn enter(&mut self, cx: &mut Cx<'_>, entry: &Entry<'_>) -> Result<(), String> {
        let places: Vec<Place> = match &entry.range {
            None => vec![entry.place],
            Some((rows, columns)) => {
                let apart = self.rows_apart();
                let rows = if apart.is_empty() { rows } else { &apart };
                crossings(rows, columns).collect()
            }
        };
        let text = |place| {
            let Spot { id, column } = self.spot(place)?;
            let text = entry.text.to_owned();
            Some(Typed { id, column, text })
        };
        let texts: Vec<Typed> = places.into_iter().filter_map(text).collect();
        let n = texts.len();
        let written = self.write(texts)?;
        if let Some(refused) = written.refused.first() {
            return Err(if n == 1 {
                refused.1.clone()
            } else {
                self.say_refused(refused)
            });
        }
        self.say_new_actors(cx, &written);
        cx.extend(written.edit.map(Action::Edit));
        Ok(())
    }
    fn paste(&mut self, cx: &mut Cx<'_>, block: &Block<'_>) {
        let text = |(place, text): &(Place, &str)| {
            let Spot { id, column } = self.spot(*place)?;
            // What is counted and says the same was copied from here.
            let is_same = column == Column::Cells && self.shown(*place).as_deref() == Some(*text);
            let text = (*text).to_owned();
            (!is_same).then_some(Typed { id, column, text })
        };
        let written = match self.write(block.cells.iter().filter_map(text).collect()) {
            Ok(written) => written,
            Err(why) => {
                cx.act(Action::Notify(Notice::new(Severity::Warning, why)));
                return;
            }
        };
        let words = self.words();
        let n_refused = written.refused.len() + block.n_lost;
        let mut refused: Vec<String> = written
            .refused
            .iter()
            .map(|refused| self.say_refused(refused))
            .collect();
        if block.n_lost > 0 {
            refused.push(words.catalogue_refused_outside(block.n_lost));
        }
        if !refused.is_empty() {
            let text = words.catalogue_pasted_partly(n_refused, written.n_taken);
            cx.act(Action::Notify(
                Notice::new(Severity::Warning, text).with_details(refused),
            ));
        }
        self.say_new_actors(cx, &written);
        cx.extend(written.edit.map(Action::Edit));
    }
    fn clear(&mut self, cx: &mut Cx<'_>, (rows, columns): (&[usize], &[usize])) {
        let full = crossings(rows, columns)
            .filter(|place| self.can_enter(*place) && self.is_full(0, *place));
        let cells = full.map(|place| (place, "")).collect();
        self.paste(cx, &Block { cells, n_lost: 0 });
    }
    fn moved(&mut self, _: &Selection) {
        self.room.also.clear();
    }

    fn key(
        &mut self,
        cx: &mut Cx<'_>,
        (key, held): (Key, Modifiers),
        selection: &mut Selection,
    ) -> bool {
        if held.alt && !held.command {
            let way = match Move::of(key) {
                Some(Move::Up) => Way::Up,
                Some(Move::Down) => Way::Down,
                Some(Move::Left) => Way::Out,
                Some(Move::Right) => Way::In,
                _ => return false,
            };
            // In a table there are no siblings to be seen.
            if self.room.query.sort.is_none() {
                shift(cx, self.room, way);
            }
            return true;
        }
        match key {
            Key::Insert => cx.ask(if held.shift {
                Command::AddSubPolicy
            } else {
                Command::AddPolicy
            }),
            Key::Space if held.shift => {
                let (from, to) = (selection.anchor.row, selection.head.row);
                *selection = Selection::whole_rows(&self.shape, from, to);
            }
            Key::Escape => {
                self.room.also.clear();
                self.room.query.search.clear();
                return false;
            }
            _ => {
                return match Move::of(key) {
                    Some(way) if held.is_none() => self.go_in_tree(way, selection),
                    _ => false,
                };
            }
        }
        true
    }
    fn press(&mut self, under: Under, inside: Vec2, held: Modifiers) -> bool {
        let (row, column) = match under {
            Under::Cell(_, place) => (place.row, self.column(place.column)),
            Under::Row(row) => (row, None),
            _ => return false,
        };
        let Some(line) = self.row(row) else {
            return false;
        };
        if column == Some(Column::Name) && cells::is_arrow(&line, inside) {
            self.fold(line.id, !line.is_folded);
            return true;
        }
        if held.command {
            // One more row, or one less, wherever it stands.
            let mut chosen = self.room.selected.clone();
            if !chosen.remove(&line.id) || chosen.is_empty() {
                chosen.insert(line.id);
            }
            self.room.also.clone_from(&chosen);
            self.room.selected = chosen;
            return true;
        }
        false
    }
    fn can_carry(&self) -> bool {
        self.room.query.sort.is_none() && !self.is_read_only()
    }
    fn carry(&mut self, cx: &mut Cx<'_>, onto: usize, inside: bool) {
        let shown = self.room.rows.list.iter().map(|row| row.id);
        let ids: Vec<PolicyId> = shown.filter(|id| self.room.selected.contains(id)).collect();
        let Some((id, policy)) = self.policy(onto) else {
            return;
        };
        if self.contents.policies_downwards(&ids).contains(&id) {
            return;
        }
        cx.act(Action::Edit(Edit::MovePolicies {
            ids,
            parent: if inside { Some(id) } else { policy.parent },
            before: (!inside).then_some(id),
        }));
    }
    fn is_open(&self, row: usize) -> Option<bool> {
        let row = self.row(row)?;
        row.has_children.then_some(!row.is_folded)
    }
    fn widths(&self, border: Border) -> Option<RangeInclusive<f32>> {
        matches!(border, Border::Column(_)).then_some(48.0..=900.0)
    }
    fn resize(&mut self, cx: &mut Cx<'_>, widths: &[(Border, f32)]) {
        let mut chosen = self.workspace.settings().catalogue.clone();
        for (border, width) in widths {
            if let Border::Column(column) = border
                && let Some(column) = self.column(*column)
            {
                chosen.widths.insert(column.key().to_owned(), *width);
            }
        }
        cx.act(Action::SetCatalogueColumns(chosen));
    }
    fn standard_widths(&mut self, cx: &mut Cx<'_>) {
        let mut chosen = self.workspace.settings().catalogue.clone();
        chosen.widths.clear();
        cx.act(Action::SetCatalogueColumns(chosen));
    }
    fn fitting(&self, border: Border, measure: &dyn Fn(&str, FontId) -> f32) -> f32 {
        let Border::Column(column) = border else {
            return cells::SIDE;
        };
        let head = measure(&self.column_name(column), FontId::proportional(13.0)) + 44.0;
        let texts = (0..self.room.rows.list.len()).filter_map(|row| {
            let text = self.shown(Place { row, column })?;
            let before = cells::before(self.column(column), self.row(row).as_ref());
            Some(measure(&text, FontId::proportional(14.0)) + 20.0 + before)
        });
        texts.fold(head, f32::max)
    }
    fn commands(&self, menu: Menu) -> &'static [Command] {
        list::commands(menu)
    }
}

/// The words a column's cells can have.
pub fn choices(
    contents: &Contents,
    words: &Words,
    column: Column,
    id: PolicyId,
) -> Option<Choices> {
    let none = || std::iter::once(words.catalogue_none());
    let list: Vec<String> = match column {
        Column::Kind => PolicyKind::ALL.iter().map(|kind| kind.say(words)).collect(),
        Column::Level => {
            let levels = Level::ALL.iter().map(|level| level.say(words));
            none().chain(levels).collect()
        }
        Column::Wording => Wording::ALL
            .iter()
            .map(|wording| wording_word(*wording, words))
            .collect(),
        Column::Owner => {
            let mut names: Vec<String> = contents
                .actors
                .values()
                .map(|actor| actor.name.clone())
                .collect();
            names.sort_by_cached_key(|name| folded(name));
            none().chain(names).collect()
        }
        Column::VariantOf => {
            let others = contents.policy_tree().into_iter().filter_map(|(_, other)| {
                let policy = contents.policies.get(&other)?;
                (other != id).then(|| columns::said(policy))
            });
            none().chain(others).collect()
        }
        _ => return None,
    };
    Some(Choices {
        words: list,
        can_add: column == Column::Owner,
    })
}

/// Several names in a cell, as they are read again.
fn as_list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let quoted = |name: &str| {
        if name.contains([';', '|', '"', '\n']) {
            format!("\"{}\"", name.replace('"', "\"\""))
        } else {
            name.to_owned()
        }
    };
    names.map(quoted).collect::<Vec<_>>().join("; ")
}

fn crossings<'a>(rows: &'a [usize], columns: &'a [usize]) -> impl Iterator<Item = Place> + use<'a> {
    rows.iter().flat_map(|row| {
        columns.iter().map(|column| Place {
            row: *row,
            column: *column,
        })
    })
}
