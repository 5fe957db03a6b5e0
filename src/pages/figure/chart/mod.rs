//! Charts of the analysis: a picture, the marks in it and where each leads, the table behind it, a sentence that says
//! what it shows and rests on. One file for each chart; what draws them knows only `Chart`.

mod conflicts;
mod finding;
mod grid;
mod groups;
mod indirect;
mod pairs;
mod profiles;
mod rank_range;
mod reading;
mod robustness;
mod sheet;
mod table;
mod tiles;

pub use conflicts::{ConflictFilter, conflicts_chart};
pub use groups::{GroupChoice, chosen_groups, groups_chart};
pub use indirect::{
    Basis, CentralBy, CentralFound, IndirectFound, IndirectView, InfluenceFound, InfluenceOrder,
    NetworkArrow, NetworkFound, NetworkNode, NetworkView, NodeOf, PlaneFound, ThroughFound,
    fold_key, goal_matrices, indirect_chart, least_name, part_key,
};
pub use pairs::{PairFilter, PairOrder, PairShow, kind_key, pairs_chart};
pub use profiles::{ProfileOrder, ProfilesFound, Ranking, profiles_chart};
pub use reading::{ReadingFound, ReadingView, reading_chart};
pub use robustness::{RobustFound, RobustView, robustness_chart, weight_of};
pub use table::{Head, Row, Table, Value};
pub use tiles::{Tile, TileSource, Tiles};

use super::measure::Measure;
use super::palette::Look;
use super::parts::{MARGIN, Setting};
use super::shape::{Anchor, Area, Canvas, Picture, Shape, Weight};
use ordito_model::{AssessmentKey, AssessorId, Axis, Contents, Item, MatrixId};
use ordito_words::Words;
use std::borrow::Cow;
use std::sync::Arc;

/// How a chart is laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    pub look: Look,
    pub width: f64,
    /// With title, matrix and assessor above it: on a page, where nothing else says so.
    pub headed: bool,
}
impl Style {
    /// For a file: light, with its head.
    pub const PAGE: Self = Self {
        look: Look::Light,
        width: 1120.0,
        headed: true,
    };
    pub const fn screen(look: Look, width: f64) -> Self {
        Self {
            look,
            width,
            headed: false,
        }
    }
}

/// Whose scores a chart speaks of.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    pub contents: &'a Contents,
    pub words: &'a Words,
    pub matrix: MatrixId,
    pub assessor: AssessorId,
}
impl<'a> Subject<'a> {
    fn setting(&self, style: &Style) -> Option<Setting<'a>> {
        Setting::with_look(
            self.contents,
            self.words,
            self.matrix,
            self.assessor,
            style.look,
        )
    }
}

/// What the rows of a matrix are called: policies or goals.
fn rows_word(setting: &Setting<'_>) -> String {
    let policies = setting.matrix.kind.holds_policies(Axis::Rows);
    if policies {
        setting.words.subjects_policy()
    } else {
        setting.words.subjects_goal()
    }
}

/// A word at the beginning of a label.
fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(chars)
        .collect()
}

/// What a mark leads to: always cells in the end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Leads {
    #[default]
    Nowhere,
    /// Crossings, row and column.
    Cells(Vec<(Item, Item)>),
    /// Cells of several matrices, in the order in which they say it.
    Across(Vec<AssessmentKey>),
    /// Whole rows or columns.
    Lines(Axis, Vec<Item>),
    /// Two rows over what both are scored on.
    Pair(Item, Item),
}

/// Something in a picture that can be pointed at.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub area: Area,
    /// What stands for it in lists: a name.
    pub name: String,
    /// What it says, whole.
    pub text: String,
    pub leads: Leads,
}

#[derive(Debug, Clone)]
pub struct Chart {
    /// What kind of picture it is; the title of the picture says what it finds.
    pub name: String,
    pub picture: Picture,
    /// So much from the left and from the top stays in view when the rest scrolls.
    pub frozen: (f64, f64),
    /// What can be pointed at; places of marks go on with those of the tiles.
    pub marks: Vec<Mark>,
    /// So many of the first marks can be dragged, and the picture moved and made larger by hand.
    pub movable: usize,
    /// Cells that are too many to be shapes: drawn where they are seen.
    pub tiles: Option<Tiles>,
    pub table: Table,
    /// What it shows and rests on.
    pub sentence: String,
}

impl Chart {
    /// The picture as it leaves: what it shows and rests on is written below it.
    pub fn page(&self) -> Picture {
        const SIZE: f64 = 13.0;
        let (measure, mut picture) = (Measure::new(), self.picture.clone());
        let muted = Look::Light.tokens().muted;
        let mut canvas = Canvas {
            shapes: std::mem::take(&mut picture.shapes),
        };
        // A long sentence on a narrow picture has many lines; none of it is cut.
        for line in measure.wrap(
            &self.sentence,
            SIZE,
            Weight::Regular,
            picture.width - 2.0 * MARGIN,
            40,
        ) {
            let at = (MARGIN, picture.height + SIZE);
            canvas.text(at, line, SIZE, Weight::Regular, muted, Anchor::Start);
            picture.height += 19.0;
        }
        picture.height += MARGIN;
        picture.shapes = canvas.shapes;
        picture
    }

    /// Whether there is anything to point at.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty() && self.first_tile().is_none()
    }
    /// The first mark, and the last that is drawn: what only the table leads from comes after those.
    pub fn ends(&self) -> Option<(usize, usize)> {
        let marks = self.marks.iter().rposition(|mark| mark.area.width > 0.0);
        let tiles = self
            .first_tile()
            .zip(self.tiles.as_ref().and_then(Tiles::last));
        let tiles = tiles.map(|(first, last)| (first, last + self.marks.len()));
        match (marks, tiles) {
            (Some(_), Some((_, last))) => Some((0, last)),
            (Some(last), None) => Some((0, last)),
            (None, tiles) => tiles,
        }
    }
    fn first_tile(&self) -> Option<usize> {
        Some(self.tiles.as_ref()?.first()? + self.marks.len())
    }
    fn tile_of(&self, mark: usize) -> Option<(&Tiles, usize)> {
        Some((self.tiles.as_ref()?, mark.checked_sub(self.marks.len())?))
    }

    /// A mark by its place.
    pub fn mark(&self, mark: usize, words: &Words) -> Option<Cow<'_, Mark>> {
        if let Some(mark) = self.marks.get(mark) {
            return Some(Cow::Borrowed(mark));
        }
        let (tiles, tile) = self.tile_of(mark)?;
        tiles.mark(tile, words).map(Cow::Owned)
    }
    /// Where a mark is.
    pub fn area(&self, mark: usize) -> Option<Area> {
        if let Some(mark) = self.marks.get(mark) {
            return Some(mark.area);
        }
        let (tiles, tile) = self.tile_of(mark)?;
        tiles.area(tile)
    }
    /// The places of marks that reach into an area.
    pub fn marks_in(&self, seen: Area) -> Vec<usize> {
        let in_sight = |area: Area| {
            area.x < seen.right()
                && area.right() > seen.x
                && area.y < seen.bottom()
                && area.bottom() > seen.y
        };
        let marks = self
            .marks
            .iter()
            .enumerate()
            .filter(|(_, mark)| in_sight(mark.area))
            .map(|(i, _)| i);
        let tiles = self.tiles.iter().flat_map(|tiles| tiles.within(seen));
        marks
            .chain(tiles.map(|tile| tile + self.marks.len()))
            .collect()
    }

    /// The mark at a point of the picture; the last one drawn lies on top.
    pub fn mark_at(&self, x: f64, y: f64) -> Option<usize> {
        let holds =
            |area: Area| x >= area.x && x < area.right() && y >= area.y && y < area.bottom();
        let tile = || Some(self.tiles.as_ref()?.tile_at(x, y)? + self.marks.len());
        self.marks
            .iter()
            .rposition(|mark| holds(mark.area))
            .or_else(tile)
    }

    /// Where an arrow leads from a mark: the nearest mark that way, what lies straight ahead first.
    pub fn next(&self, from: usize, way: Way) -> usize {
        if let Some((tiles, tile)) = self.tile_of(from) {
            return tiles.next(tile, way) + self.marks.len();
        }
        let Some(here) = self.marks.get(from).map(|mark| mark.area.middle()) else {
            return from;
        };
        let distance = |mark: &Mark| {
            let there = mark.area.middle();
            let (x, y) = (there.0 - here.0, there.1 - here.1);
            let (ahead, aside) = match way {
                Way::Up => (-y, x),
                Way::Down => (y, x),
                Way::Left => (-x, y),
                Way::Right => (x, y),
            };
            (ahead > 0.5 && aside.abs() <= ahead * 2.0).then_some(ahead + aside.abs() * 2.0)
        };
        let found = self
            .marks
            .iter()
            .enumerate()
            .filter(|(_, mark)| mark.area.width > 0.0)
            .filter_map(|(i, mark)| Some((i, distance(mark)?)));
        found
            .min_by(|(_, a), (_, b)| a.total_cmp(b))
            .map_or(from, |(i, _)| i)
    }
}

/// Draws a chart for a page, on the thread that writes it.
#[derive(Clone)]
pub struct ChartMaker(Arc<Draw>);
type Draw = dyn Fn(&Contents, &Words) -> Option<Chart> + Send + Sync;
impl ChartMaker {
    pub fn new(draw: impl Fn(&Contents, &Words) -> Option<Chart> + Send + Sync + 'static) -> Self {
        Self(Arc::new(draw))
    }
    pub fn make(&self, contents: &Contents, words: &Words) -> Option<Chart> {
        (self.0)(contents, words)
    }
}
impl std::fmt::Debug for ChartMaker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ChartMaker")
    }
}

/// A way to go from mark to mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Up,
    Down,
    Left,
    Right,
}

/// Puts a chart together from what was drawn.
struct Parts {
    name: String,
    finding: String,
    canvas: Canvas,
    width: f64,
    height: f64,
    frozen: (f64, f64),
    marks: Vec<Mark>,
    table: Table,
    sentence: String,
}
impl Parts {
    fn chart(self, setting: &Setting<'_>) -> Chart {
        let shapes: Vec<Shape> = self.canvas.shapes;
        let picture = Picture {
            width: self.width,
            height: self.height,
            background: setting.tokens.surface,
            language: setting.words.language(),
            title: self.finding,
            description: self.sentence.clone(),
            long: self.marks.iter().map(|mark| mark.text.clone()).collect(),
            shapes,
        };
        let Self {
            name,
            frozen,
            marks,
            mut table,
            sentence,
            ..
        } = self;
        table.even();
        Chart {
            name,
            picture,
            frozen,
            marks,
            movable: 0,
            tiles: None,
            table,
            sentence,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(places: &[(f64, f64)]) -> Chart {
        let mark = |&(x, y): &(f64, f64)| Mark {
            area: Area::new(x, y, 10.0, 10.0),
            name: String::new(),
            text: String::new(),
            leads: Leads::Nowhere,
        };
        let picture = Picture {
            width: 100.0,
            height: 100.0,
            background: ordito_model::Rgb(255, 255, 255),
            language: ordito_model::Language::It,
            title: String::new(),
            description: String::new(),
            long: Vec::new(),
            shapes: Vec::new(),
        };
        let marks = places.iter().map(mark).collect();
        Chart {
            name: String::new(),
            picture,
            frozen: (0.0, 0.0),
            marks,
            movable: 0,
            tiles: None,
            table: Table::default(),
            sentence: String::new(),
        }
    }

    #[test]
    fn arrows_go_to_the_nearest_mark_that_way_and_stay_at_the_end() {
        // Two columns of two, and one far below to the right.
        let chart = chart(&[
            (0.0, 0.0),
            (30.0, 0.0),
            (0.0, 30.0),
            (30.0, 30.0),
            (60.0, 80.0),
        ]);
        assert_eq!(
            [Way::Right, Way::Down, Way::Left, Way::Up].map(|way| chart.next(0, way)),
            [1, 2, 0, 0]
        );
        assert_eq!(
            [Way::Right, Way::Down, Way::Left, Way::Up].map(|way| chart.next(3, way)),
            [4, 4, 2, 1]
        );
        assert_eq!(chart.next(9, Way::Up), 9);
        assert_eq!(
            (chart.mark_at(35.0, 5.0), chart.mark_at(20.0, 5.0)),
            (Some(1), None)
        );
    }
}
