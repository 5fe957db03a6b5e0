//! The strongest conflicts as a picture: in the middle what is pulled at, to its left who goes against it, to its right who
//! contributes, each with a bar as long as the score. Below, the goals that nobody or only one holds up.

use super::super::super::palette::score_colour;
use super::super::super::parts::Setting;
use super::super::super::shape::{Anchor, Area, Weight};
use super::super::indirect::named::{Named, code, colour, title_lines};
use super::super::sheet::{Ink, Sheet, Text};
use super::{Said, Source, decimals};
use ordito_analysis::equal::Ruler;
use ordito_analysis::{Conflict, ConflictKind};
use ordito_model::{CellValue, Item, Points, Rgb};

/// Conflicts that are drawn: what a room can read at once.
const MOST: usize = 12;
const ROW: f64 = 46.0;
const HEAD: f64 = 34.0;
const NUMBER: f64 = 54.0;
const CODE: (f64, f64) = (34.0, 24.0);
const LINE: f64 = 16.0;
/// Goals left alone that are drawn of each kind.
const MOST_ALONE: usize = 17;

/// What of the conflicts that are listed is in the picture.
pub(super) struct Drawn {
    /// Of each that is listed, where it is drawn.
    pub areas: Vec<Option<Area>>,
    pub n: usize,
    /// How many are as intense as the last one drawn, and are not.
    pub equal: usize,
}

/// Where things stand across.
struct Places {
    /// The middle of what is pulled at, and its width.
    middle: f64,
    goal: f64,
    /// Room for a bar, and for a name, on each side.
    bar: f64,
    name: f64,
    /// Length of a point.
    unit: f64,
}
impl Places {
    fn of(sheet: &Sheet<'_>, largest: f64) -> Self {
        let room = sheet.width - 2.0 * sheet.inner - NUMBER;
        let goal = (room * 0.2).clamp(120.0, 230.0);
        let side = (room - goal) / 2.0;
        let bar = (side * 0.34).clamp(60.0, 150.0);
        let unit = if largest > 0.0 {
            (bar - 34.0) / largest
        } else {
            0.0
        };
        Self {
            middle: sheet.inner + NUMBER + room / 2.0,
            goal,
            bar,
            name: side - bar - 10.0,
            unit,
        }
    }
    fn left(&self) -> f64 {
        self.middle - self.goal / 2.0
    }
    fn right(&self) -> f64 {
        self.middle + self.goal / 2.0
    }
}

/// Draws the strongest of those that are kept; `said` are the first of them in words.
pub(super) fn draw(
    sheet: &mut Sheet<'_>,
    source: &Source<'_>,
    kept: &[&Conflict],
    said: &[Said],
) -> Drawn {
    // Most intense first: what has an intensity comes before what has none.
    let n_strong = kept.iter().filter(|each| each.intensity.is_some()).count();
    let n = n_strong.min(MOST);
    let strongest = kept.get(..n).unwrap_or_default();
    let pull = |each: &&Conflict| {
        let of = |helps| side(source, each, helps).1;
        of(false).max(of(true))
    };
    let places = Places::of(sheet, strongest.iter().map(pull).fold(0.0, f64::max));
    if n > 0 {
        heads(sheet, &places);
    }
    let mut areas = vec![None; said.len()];
    for ((conflict, said), area) in strongest.iter().zip(said).zip(&mut areas) {
        *area = Some(Area::new(0.0, sheet.y, sheet.width, ROW));
        row(sheet, source, conflict, said, &places);
    }
    if n_strong > n {
        let text = sheet.words().conflict_not_drawn(n_strong - n);
        sheet.text((sheet.inner, sheet.y + 18.0), text, Text::NOTE);
        sheet.y += 34.0;
    }
    let last = strongest.last().and_then(|each| each.intensity);
    let is_equal = |each: &&&Conflict| {
        let both = each.intensity.zip(last);
        both.is_some_and(|(a, b)| Ruler::POINTS.is_equal(a, b))
    };
    let mut drawn = Drawn {
        areas,
        n,
        equal: kept.iter().skip(n).filter(is_equal).count(),
    };
    for kind in [ConflictKind::Nobody, ConflictKind::OnlyOne] {
        alone(sheet, kept, kind, &mut drawn);
    }
    drawn
}

fn heads(sheet: &mut Sheet<'_>, places: &Places) {
    let words = sheet.words();
    let y = sheet.y + HEAD / 2.0;
    let (left, right) = (places.left() - 8.0, places.right() + 8.0);
    let small = Text::HEAD;
    sheet.text(
        (sheet.inner, y),
        words.chart_intensity(),
        small.at(Anchor::Start),
    );
    let goal = words.conflict_side_goal();
    sheet.text((places.middle, y), goal, small.at(Anchor::Middle));
    let harms = words.conflict_side_harms();
    sheet.text((left, y), harms, Text::TITLE.at(Anchor::End));
    sheet.text((right, y), words.conflict_side_helps(), Text::TITLE);
    sheet.y += HEAD;
    sheet.rule(sheet.y);
}

/// Who stands on a side, and how far they pull together, in score points.
fn side(source: &Source<'_>, conflict: &Conflict, helps: bool) -> (Vec<Item>, f64) {
    let mut items = Vec::new();
    let mut pull = 0.0;
    for row in &conflict.rows {
        let value = source.cell(*row, conflict.column).map(|cell| cell.value);
        let Some(CellValue::Scored { benefit, tradeoff }) = value else {
            continue;
        };
        // A pair pulls by its nets, a cell by its own side.
        let own = match conflict.kind {
            ConflictKind::Pair if helps => benefit.plus(tradeoff).value(),
            ConflictKind::Pair => -benefit.plus(tradeoff).value(),
            _ if helps => benefit.value(),
            _ => -tradeoff.value(),
        };
        if own > 0.0 {
            items.push(*row);
            pull += own;
        }
    }
    (items, pull)
}

fn row(
    sheet: &mut Sheet<'_>,
    source: &Source<'_>,
    conflict: &Conflict,
    said: &Said,
    places: &Places,
) {
    let words = sheet.words();
    let middle = sheet.y + ROW / 2.0;
    if let Some(intensity) = said.intensity {
        let text = words.numbers().number(intensity, decimals(said.intensity));
        let look = Text::NAME.sized(17.0).strong_if(true);
        sheet.text((sheet.inner, middle), text, look);
    }
    goal(sheet, conflict.column, places, middle);
    for helps in [false, true] {
        let (items, pull) = side(source, conflict, helps);
        bar(sheet, places, (pull, helps), middle);
        who(sheet, places, conflict, (&items, helps));
    }
    state(sheet, said, places);
    sheet.y += ROW;
    sheet.rule(sheet.y);
}

/// Whether somebody wrote how it is mitigated.
fn state(sheet: &mut Sheet<'_>, said: &Said, places: &Places) {
    let (words, tokens) = (sheet.words(), sheet.setting.tokens);
    let (text, ink) = if said.mitigated {
        (words.conflict_softened(), tokens.success)
    } else {
        (words.conflict_open(), tokens.warning)
    };
    let at = (places.left() - places.bar - 8.0, sheet.y + ROW - 5.0);
    sheet
        .canvas
        .text(at, text, 11.0, Weight::Semibold, ink, Anchor::End);
}

/// What is pulled at: its code on its colour, its title beside.
fn goal(sheet: &mut Sheet<'_>, item: Item, places: &Places, middle: f64) {
    let setting = sheet.setting;
    let (text, title) = setting.label(item);
    let mut left = places.left() + 6.0;
    if !text.is_empty() {
        let wide = setting.measure.width(&text, 13.0, Weight::Semibold) + 10.0;
        let wide = wide.clamp(CODE.0, (places.goal * 0.45).max(CODE.0));
        let area = Area::new(left, middle - CODE.1 / 2.0, wide, CODE.1);
        code(sheet, area, (&text, 13.0), colour(setting, item));
        left += wide + 6.0;
    }
    let lines = title_lines(setting, &title, 13.0, places.right() - left - 6.0);
    let top = middle - lines.len() as f64 * LINE / 2.0;
    for (i, line) in lines.into_iter().enumerate() {
        sheet.text((left, top + (i as f64 + 0.5) * LINE), line, Text::NAME);
    }
}

fn bar(sheet: &mut Sheet<'_>, places: &Places, (pull, helps): (f64, bool), middle: f64) {
    if pull <= 0.0 {
        return;
    }
    let long = pull * places.unit;
    let (left, end, anchor) = if helps {
        let left = places.right();
        (left, left + long + 5.0, Anchor::Start)
    } else {
        let left = places.left() - long;
        (left, left - 5.0, Anchor::End)
    };
    let fill = step(sheet.setting, helps);
    let area = Area::new(left, middle - 10.0, long, 20.0);
    sheet.canvas.fill(area, fill);
    let signed = if helps { pull } else { -pull };
    let text = sheet.words().numbers().shortest(signed);
    sheet.text((end, middle), text, Text::TITLE.at(anchor));
}

fn step(setting: &Setting<'_>, helps: bool) -> Rgb {
    let value = if helps {
        setting.scale.highest()
    } else {
        setting.scale.lowest()
    };
    // Two thirds of the scale: the middle step of the ramp.
    let two_thirds = Points(i16::try_from(i32::from(value.0) * 2 / 3).unwrap_or(value.0));
    score_colour(two_thirds, setting.scale, setting.look)
}

/// Who stands on a side, in two lines beyond the bar.
fn who(
    sheet: &mut Sheet<'_>,
    places: &Places,
    conflict: &Conflict,
    (items, helps): (&[Item], bool),
) {
    let (setting, words) = (sheet.setting, sheet.words());
    let is_same = helps && conflict.kind == ConflictKind::TwoSided;
    let text = match items {
        [] if helps && conflict.kind == ConflictKind::OnlyTradeoffs => words.conflict_side_nobody(),
        [] => String::new(),
        _ if is_same => words.conflict_side_same(),
        [one] => setting.name(*one),
        many => {
            let codes = many.iter().map(|item| {
                let (code, name) = setting.label(*item);
                if code.is_empty() { name } else { code }
            });
            codes.collect::<Vec<_>>().join(", ")
        }
    };
    let muted = items.is_empty() || is_same;
    let ink = if muted { Ink::Muted } else { Ink::Full };
    // Below the names of who goes against it stands whether that is mitigated.
    let (x, anchor, middle) = if helps {
        (places.right() + places.bar + 8.0, Anchor::Start, ROW / 2.0)
    } else {
        (
            places.left() - places.bar - 8.0,
            Anchor::End,
            ROW / 2.0 - 6.0,
        )
    };
    let lines = title_lines(setting, &text, 13.0, places.name);
    let top = sheet.y + middle - lines.len() as f64 * LINE / 2.0;
    for (i, line) in lines.into_iter().enumerate() {
        let at = (x, top + (i as f64 + 0.5) * LINE);
        let look = Text {
            ink,
            ..Text::NAME.at(anchor)
        };
        sheet.text(at, line, look);
    }
}

/// Goals that nobody, or only one, holds up: each with its code and its title.
fn alone(sheet: &mut Sheet<'_>, kept: &[&Conflict], kind: ConflictKind, drawn: &mut Drawn) {
    let (setting, words) = (sheet.setting, sheet.words());
    let of: Vec<(usize, &&Conflict)> = kept
        .iter()
        .enumerate()
        .filter(|(_, each)| each.kind == kind)
        .collect();
    if of.is_empty() {
        return;
    }
    let title = if kind == ConflictKind::Nobody {
        words.conflict_uncovered_nobody(of.len())
    } else {
        words.conflict_uncovered_only_one(of.len())
    };
    sheet.y += 6.0;
    // The goals stand beside what is said of them, in one line where there is room.
    let mut x = sheet.inner + setting.measure.width(&title, 13.0, Weight::Semibold) + 16.0;
    sheet.text((sheet.inner, sheet.y + 15.0), title, Text::TITLE);
    for (at, conflict) in of.into_iter().take(MOST_ALONE) {
        let named = Named::of(setting, conflict.column);
        let (wide, high) = named.size();
        if x > sheet.inner && x + wide > sheet.width - sheet.inner {
            (x, sheet.y) = (sheet.inner, sheet.y + 36.0);
        }
        let area = Area::new(x, sheet.y + (30.0 - high) / 2.0, wide, high);
        named.draw(sheet, area, setting.tokens.surface);
        if let Some(place) = drawn.areas.get_mut(at) {
            *place = Some(area);
            drawn.n += 1;
        }
        x += wide + 22.0;
    }
    sheet.y += 36.0;
}
