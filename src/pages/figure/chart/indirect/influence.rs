//! Influence directly and over two steps, as bars to both sides: the outline is direct, the full bar the total.

use super::super::super::parts::Setting;
use super::super::super::shape::{Anchor, Area};
use super::super::rank_range::{self, Ranked};
use super::super::sheet::{Column, Sheet, Text};
use super::super::{Chart, Leads, Style, Value, finding};
use super::{
    InfluenceFound, InfluenceOrder, decimals, effect, most_decimals, paths, sign_colour, signed,
};
use ordito_analysis::case_deletion::RankRange;
use ordito_analysis::equal::Ruler;
use ordito_analysis::second_order::{Returns, SecondOrder};
use ordito_model::Axis;
use ordito_words::Words;
use ordito_words::messages::{FindingInfluence, IndirectInfluenceSaid, IndirectInfluenceSentence};

const ROW: f64 = 32.0;
const HEAD: f64 = 46.0;
const FIGURE: f64 = 78.0;
const NUMBER: f64 = 52.0;
/// Paths written below the bars.
const PATHS: usize = 6;

/// An item with its influence at a weight of the second step, and its rank.
struct Line<'a> {
    each: &'a SecondOrder,
    range: Option<RankRange>,
    name: String,
    weight: f64,
}
impl Ranked for Line<'_> {
    fn range(&self, _: usize) -> Option<&RankRange> {
        self.range.as_ref()
    }
}
impl Line<'_> {
    fn total(&self) -> f64 {
        self.each.total(self.weight)
    }
    /// At the weights 0, the chosen one and 1.
    fn figures(&self) -> [f64; 3] {
        [self.each.total(0.0), self.total(), self.each.total(1.0)]
    }
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    let mut columns = vec![
        Column::text("chart-name", |line: &Line<'a>| {
            Value::Text(line.name.clone())
        }),
        Column::number("indirect-direct", |line| effect(line.each.direct)),
        Column::number("indirect-second-step", |line| effect(line.each.indirect)),
        Column::number("indirect-total", |line| effect(line.total())),
    ];
    columns.extend(rank_range::columns::<_, 0>("chart-place"));
    columns.push(Column::number("indirect-total-0", |line| {
        effect(line.each.total(0.0))
    }));
    columns.push(Column::number("indirect-total-1", |line| {
        effect(line.each.total(1.0))
    }));
    columns
}

/// Where things stand across.
struct Places {
    is_ranked: bool,
    name: f64,
    name_room: f64,
    zero: f64,
    /// Length of a point.
    unit: f64,
    /// Where figures begin.
    right: f64,
}
impl Places {
    fn of(sheet: &Sheet<'_>, found: &InfluenceFound, is_ranked: bool) -> Self {
        let name_room = (sheet.width * 0.27).clamp(180.0, 330.0);
        let name = sheet.inner + if is_ranked { rank_range::ROOM } else { 0.0 };
        let (left, right) = (name + name_room, sheet.width - sheet.inner - 3.0 * FIGURE);
        // Room for every weight, so that bars do not jump while it slides.
        let values = || {
            found
                .items
                .iter()
                .flat_map(|each| [each.direct, each.total(0.0), each.total(1.0)])
        };
        let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
        let unit = if high > low {
            (right - left - 2.0 * NUMBER) / (high - low)
        } else {
            0.0
        };
        Self {
            is_ranked,
            name,
            name_room,
            zero: left + NUMBER - low * unit,
            unit,
            right,
        }
    }
}

pub(super) fn chart(
    setting: &Setting<'_>,
    style: &Style,
    found: &InfluenceFound,
    weight: f64,
    order: InfluenceOrder,
) -> Chart {
    let words = setting.words;
    let columns = columns();
    let titles = ("indirect-influence-title", finding(setting, found, weight));
    let mut sheet = Sheet::new(setting, style, titles, 620.0, &columns);
    // Ranks stand where lines stand by rank.
    let places = Places::of(&sheet, found, order == InfluenceOrder::Total);
    heads(&mut sheet, &places, weight);
    let first = sheet.y;
    let mut lines: Vec<Line<'_>> = (found.items.iter().zip(found.ranges(weight)))
        .map(|(each, range)| Line {
            each,
            range,
            name: setting.name(each.item),
            weight,
        })
        .collect();
    if places.is_ranked {
        lines.sort_by(|a, b| Ruler::POINTS.order(b.total(), a.total()));
    }
    let decimals = std::array::from_fn(|column| {
        most_decimals(
            lines
                .iter()
                .filter_map(|line| line.figures().get(column).copied()),
        )
    });
    for line in &lines {
        draw(&mut sheet, &places, line, decimals);
        let area = Area::new(0.0, sheet.y, sheet.width, ROW);
        let leads = Leads::Lines(Axis::Rows, vec![line.each.item]);
        let mark = sheet.mark(area, line.name.clone(), said(words, line), leads);
        sheet.row(Some(mark), &columns, line);
        sheet.y += ROW;
        sheet.rule(sheet.y);
    }
    let (from, to, ink) = (
        (places.zero, first),
        (places.zero, sheet.y),
        setting.tokens.muted,
    );
    sheet.canvas.line(from, to, 1.0, ink);
    if !found.paths.is_empty() {
        sheet.y += 14.0;
        let at = (sheet.inner, sheet.y + 10.0);
        sheet.text(
            at,
            words.indirect_strongest_paths(),
            Text::TITLE.sized(14.0),
        );
        sheet.y += 26.0;
        for path in found.paths.iter().take(PATHS) {
            paths::line(&mut sheet, found, path);
        }
    }
    let returns = match found.returns {
        Returns::Kept => "indirect-returns-kept",
        Returns::Dropped => "indirect-returns-dropped",
    };
    let sentence = [
        words.indirect_influence_sentence(IndirectInfluenceSentence {
            assessor: setting.assessor_name(),
            matrix: setting.matrix.name.as_str(),
            n: found.items.len(),
            weight: &as_weight(words, weight),
        }),
        words.say(returns),
        words.indirect_minus_minus(),
        rank_range::sentence(words, found.left_out),
        found.basis.say(words),
    ];
    sheet.ended((0.0, first), &sentence)
}

/// Who has most influence in all, and who least.
fn finding(setting: &Setting<'_>, found: &InfluenceFound, weight: f64) -> String {
    let words = setting.words;
    let totals = || {
        let items = found.items.iter();
        items.map(|each| (setting.name(each.item), each.total(weight)))
    };
    let ends = finding::most(words, totals()).zip(finding::least(words, totals()));
    let Some(((first, high), (last, low))) = ends else {
        return words.finding_nothing();
    };
    words.finding_influence(FindingInfluence {
        first: &first,
        high: &signed(words, high),
        last: &last,
        low: &signed(words, low),
    })
}

fn as_weight(words: &Words, weight: f64) -> String {
    words.numbers().number(weight, decimals(weight))
}

/// The sides of zero, and the weights whose totals are written.
fn heads(sheet: &mut Sheet<'_>, places: &Places, weight: f64) {
    let words = sheet.words();
    let bottom = sheet.y + HEAD - 16.0;
    for (key, aside, anchor) in [
        ("indirect-harms", -8.0, Anchor::End),
        ("indirect-helps", 8.0, Anchor::Start),
    ] {
        sheet.text(
            (places.zero + aside, bottom),
            words.say(key),
            Text::TITLE.at(anchor),
        );
    }
    let at = |weight: f64| words.indirect_at(as_weight(words, weight));
    sheet.heads_said(
        &[0.0, weight, 1.0].map(|weight| (at(weight), FIGURE)),
        bottom,
    );
    sheet.rule(sheet.y + HEAD - 4.0);
    sheet.y += HEAD;
}

fn draw(sheet: &mut Sheet<'_>, places: &Places, line: &Line<'_>, decimals: [u8; 3]) {
    let words = sheet.words();
    let middle = sheet.y + ROW / 2.0;
    if places.is_ranked {
        let place = rank_range::short(words, line.range.as_ref());
        sheet.text((sheet.inner, middle), place, Text::NOTE);
    }
    sheet.name(&line.name, (places.name, middle), places.name_room - 12.0);
    bar(sheet, places, line.total(), middle, true);
    bar(sheet, places, line.each.direct, middle, false);
    let mut x = places.right;
    for ((value, decimals), strong) in line
        .figures()
        .into_iter()
        .zip(decimals)
        .zip([false, true, false])
    {
        x += FIGURE;
        let figure = words.numbers().signed(value, decimals);
        sheet.figure((x, middle), figure, strong);
    }
}

fn said(words: &Words, line: &Line<'_>) -> String {
    words.indirect_influence_said(IndirectInfluenceSaid {
        direct: &signed(words, line.each.direct),
        name: line.name.as_str(),
        one: &signed(words, line.each.total(1.0)),
        place: &rank_range::said(words, line.range.as_ref()),
        second: &signed(words, line.each.indirect),
        total: &signed(words, line.total()),
        weight: &as_weight(words, line.weight),
    })
}

/// A bar from zero at the middle of a line: full for the total, an outline for what is direct.
fn bar(sheet: &mut Sheet<'_>, places: &Places, value: f64, middle: f64, is_full: bool) {
    let end = places.zero + value * places.unit;
    let height = if is_full { 14.0 } else { 22.0 };
    let area = Area::new(
        places.zero.min(end),
        middle - height / 2.0,
        (end - places.zero).abs(),
        height,
    );
    if is_full {
        let fill = sign_colour(sheet.setting, value >= 0.0);
        sheet.canvas.fill(area, fill);
    } else if area.width > 0.0 {
        let ink = sheet.setting.tokens.ink;
        sheet.canvas.border(area, ink);
    }
}
