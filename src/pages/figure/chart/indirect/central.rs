//! Centralities (METHODS M5) as a ranking by one of them, with the others beside it and what it means in words.

use super::super::super::parts::Setting;
use super::super::super::shape::{Area, Weight};
use super::super::rank_range::{self, Ranked};
use super::super::sheet::{Column, Sheet, Text};
use super::super::{Chart, Leads, Style, Value, finding};
use super::Basis;
use ordito_analysis::case_deletion::{CaseDeletion, RankRange};
use ordito_analysis::centrality::Central;
use ordito_model::Axis;
use ordito_words::Words;
use ordito_words::messages::IndirectCentralSentence;

/// METHODS M5.
#[derive(Debug, Clone, PartialEq)]
pub struct CentralFound {
    pub basis: Basis,
    /// In the order of rows.
    pub items: Vec<Central>,
    pub left_out: CaseDeletion,
    /// By each centrality, in the order of [`CentralBy::ALL`]: how far the ranks of the items hold.
    pub ranges: Vec<Vec<Option<RankRange>>>,
}
impl CentralFound {
    fn ranges(&self, by: CentralBy) -> &[Option<RankRange>] {
        let at = CentralBy::ALL
            .iter()
            .position(|each| *each == by)
            .unwrap_or(0);
        self.ranges.get(at).map_or(&[], Vec::as_slice)
    }
}

/// By which centrality items are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CentralBy {
    #[default]
    Betweenness,
    ClosenessOut,
    ClosenessIn,
    Entropy,
}
impl CentralBy {
    pub const ALL: [Self; 4] = [
        Self::Betweenness,
        Self::ClosenessOut,
        Self::ClosenessIn,
        Self::Entropy,
    ];
    pub const fn key(self) -> &'static str {
        match self {
            Self::Betweenness => "indirect-betweenness",
            Self::ClosenessOut => "indirect-closeness-out",
            Self::ClosenessIn => "indirect-closeness-in",
            Self::Entropy => "indirect-entropy",
        }
    }
    /// `None` where there is no such number.
    pub fn of(self, central: &Central) -> Option<f64> {
        match self {
            Self::Betweenness => central.betweenness_share.map(|share| share * 100.0),
            Self::ClosenessOut => Some(central.closeness_out),
            Self::ClosenessIn => Some(central.closeness_in),
            Self::Entropy => central.entropy,
        }
    }
    const fn decimals(self) -> u8 {
        if matches!(self, Self::Betweenness) {
            1
        } else {
            2
        }
    }
}

const ROW: f64 = 30.0;
const FIGURE: f64 = 104.0;

/// An item with its centralities and its rank.
struct Line<'a> {
    each: &'a Central,
    range: Option<RankRange>,
    name: String,
}
impl Ranked for Line<'_> {
    fn range(&self, _: usize) -> Option<&RankRange> {
        self.range.as_ref()
    }
}
impl Line<'_> {
    fn figure(&self, by: CentralBy) -> Value {
        Value::figure(by.of(self.each), by.decimals())
    }
}

fn column<'a>(by: CentralBy) -> Column<Line<'a>> {
    let value: fn(&Line<'a>) -> Value = match by {
        CentralBy::Betweenness => |line| line.figure(CentralBy::Betweenness),
        CentralBy::ClosenessOut => |line| line.figure(CentralBy::ClosenessOut),
        CentralBy::ClosenessIn => |line| line.figure(CentralBy::ClosenessIn),
        CentralBy::Entropy => |line| line.figure(CentralBy::Entropy),
    };
    Column::number(by.key(), value)
}
fn columns<'a>() -> Vec<Column<Line<'a>>> {
    let mut columns = Vec::from(rank_range::columns::<_, 0>("chart-place"));
    columns.extend([
        Column::text("chart-name", |line: &Line<'a>| {
            Value::Text(line.name.clone())
        }),
        column(CentralBy::Betweenness),
        Column::number("indirect-betweenness-paths", |line| {
            Value::figure(Some(line.each.betweenness), 2)
        }),
        column(CentralBy::ClosenessOut),
        column(CentralBy::ClosenessIn),
        column(CentralBy::Entropy),
    ]);
    columns
}

pub(super) fn chart(
    setting: &Setting<'_>,
    style: &Style,
    found: &CentralFound,
    by: CentralBy,
) -> Chart {
    let words = setting.words;
    let columns = columns();
    let values = found.items.iter();
    let values = values.filter_map(|each| Some((setting.name(each.item), by.of(each)?)));
    let finding = finding::most(words, values).map_or_else(
        || words.finding_nothing(),
        |(name, value)| {
            let value = words.numbers().number(value, by.decimals());
            words.finding_central(words.say(by.key()).to_lowercase(), name, value)
        },
    );
    let titles = ("indirect-central-title", finding);
    let mut sheet = Sheet::new(setting, style, titles, 860.0, &columns);
    let mean = words.say(&format!("{}-text", by.key()));
    sheet.y += 6.0;
    let room = sheet.width - 2.0 * sheet.inner;
    for line in setting.measure.wrap(&mean, 13.0, Weight::Regular, room, 3) {
        let at = (sheet.inner, sheet.y + 10.0);
        sheet.text(at, line, Text::NOTE);
        sheet.y += 18.0;
    }
    let bottom = sheet.y + 34.0;
    let right = sheet.heads(
        &CentralBy::ALL.map(|each| column(each).wide(FIGURE)),
        bottom,
    );
    sheet.y = bottom + 12.0;
    let top = sheet.y;
    sheet.rule(top);
    let ranges = found
        .ranges(by)
        .iter()
        .copied()
        .chain(std::iter::repeat(None));
    let mut lines: Vec<Line<'_>> = (found.items.iter().zip(ranges))
        .map(|(each, range)| Line {
            each,
            range,
            name: setting.name(each.item),
        })
        .collect();
    // What has no number has no rank and comes last.
    lines.sort_by_key(|line| line.range.map_or(usize::MAX, |range| range.rank));
    let largest = lines
        .iter()
        .filter_map(|line| by.of(line.each))
        .fold(0.0, f64::max);
    for line in &lines {
        draw(&mut sheet, line, by, right, largest);
        let area = Area::new(0.0, sheet.y, sheet.width, ROW);
        let leads = Leads::Lines(Axis::Rows, vec![line.each.item]);
        let mark = sheet.mark(area, line.name.clone(), said(words, line), leads);
        sheet.row(Some(mark), &columns, line);
        sheet.y += ROW;
        sheet.rule(sheet.y);
    }
    let sentence = [
        words.indirect_central_sentence(IndirectCentralSentence {
            assessor: setting.assessor_name(),
            by: &words.say(by.key()).to_lowercase(),
            matrix: &setting.matrix.name,
            n: found.items.len(),
        }),
        rank_range::sentence(words, found.left_out),
        found.basis.say(words),
    ];
    sheet.ended((0.0, top), &sentence)
}

/// Rank, name, a bar for what it is ranked by, every centrality.
fn draw(sheet: &mut Sheet<'_>, line: &Line<'_>, by: CentralBy, right: f64, largest: f64) {
    let words = sheet.words();
    let middle = sheet.y + ROW / 2.0;
    let place = rank_range::short(words, line.range.as_ref());
    sheet.text((sheet.inner, middle), place, Text::NOTE);
    let room = (sheet.width * 0.3).clamp(180.0, 330.0);
    let (name, left) = (
        sheet.inner + rank_range::ROOM,
        sheet.inner + rank_range::ROOM + room,
    );
    sheet.name(&line.name, (name, middle), room - 14.0);
    if let Some(value) = by.of(line.each).filter(|_| largest > 0.0) {
        let bar = Area::new(
            left,
            middle - 7.0,
            value / largest * (right - left).max(20.0),
            14.0,
        );
        let fill = sheet.setting.tokens.primary;
        sheet.canvas.fill(bar, fill);
    }
    let mut x = right;
    for each in CentralBy::ALL {
        x += FIGURE;
        sheet.text(
            (x, middle),
            line.figure(each).say(words),
            Text::FIGURE.strong_if(each == by),
        );
    }
}

fn said(words: &Words, line: &Line<'_>) -> String {
    let figure = |by: CentralBy| line.figure(by).say(words).into();
    let args = [
        ("name", line.name.as_str().into()),
        ("place", rank_range::said(words, line.range.as_ref()).into()),
        ("betweenness", figure(CentralBy::Betweenness)),
        ("out", figure(CentralBy::ClosenessOut)),
        ("in", figure(CentralBy::ClosenessIn)),
        ("entropy", figure(CentralBy::Entropy)),
    ];
    words.say_with("indirect-central-said", &args)
}
