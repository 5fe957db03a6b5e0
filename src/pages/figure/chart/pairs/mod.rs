//! Coherence of every pair of rows as a grid of numbers, and as a table with the strongest conflicts first.

mod source;

use super::super::parts::Setting;
use super::super::shape::{Area, Weight};
use super::sheet::{Column, Sheet};
use super::{Chart, Leads, Style, Subject, Tiles, Value, finding, rows_word};
use ordito_analysis::equal::Ruler;
use ordito_analysis::{CoherenceKind, PairTotals, Pairwise};
use ordito_model::{Axis, Level};
use ordito_words::Say as _;
use ordito_words::messages::PairsSentence;
use source::Pairs;
use std::sync::Arc;

/// Which number stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PairShow {
    #[default]
    Index,
    /// Goals in conflict, and so on; coloured by intensity.
    Conflicts,
    Synergies,
    JointHarm,
}
impl PairShow {
    pub const ALL: [Self; 4] = [
        Self::Index,
        Self::Conflicts,
        Self::Synergies,
        Self::JointHarm,
    ];
    pub const fn key(self) -> &'static str {
        match self {
            Self::Index => "pairs-index",
            Self::Conflicts => "pairs-conflicts",
            Self::Synergies => "pairs-synergies",
            Self::JointHarm => "pairs-joint-harm",
        }
    }
}

/// In which order rows stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PairOrder {
    #[default]
    Matrix,
    /// Those with most conflict first.
    Conflict,
}
impl PairOrder {
    pub const ALL: [Self; 2] = [Self::Matrix, Self::Conflict];
    pub const fn key(self) -> &'static str {
        match self {
            Self::Matrix => "chart-order-matrix",
            Self::Conflict => "pairs-order-conflict",
        }
    }
}

/// Which pairs are shown, and how.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PairFilter {
    pub show: PairShow,
    pub order: PairOrder,
    /// Only of this kind.
    pub kind: Option<CoherenceKind>,
    /// One of the two is of this level.
    pub level: Option<Level>,
    /// One of the two is in this territory.
    pub territory: Option<String>,
}

const CELL: (f64, f64) = (48.0, 28.0);
const HEAD: f64 = 150.0;
/// Policies of a picture in a file, pairs of a table on screen and in a file.
const MOST_ON_PAGE: usize = 200;
const MOST_ROWS_ON_SCREEN: usize = 2_000;
const MOST_ROWS_IN_FILE: usize = 50_000;

/// What a kind is called.
pub const fn kind_key(kind: CoherenceKind) -> &'static str {
    match kind {
        CoherenceKind::ExternalVertical => "pairs-external-vertical",
        CoherenceKind::ExternalHorizontal => "pairs-external-horizontal",
        CoherenceKind::ExternalUnknown => "pairs-external-unknown",
        CoherenceKind::InternalHorizontal => "pairs-internal",
    }
}

/// `None` when the matrix is gone.
pub fn pairs_chart(
    subject: &Subject<'_>,
    style: &Style,
    pairwise: &Arc<Pairwise>,
    filter: &PairFilter,
) -> Option<Chart> {
    let setting = subject.setting(style)?;
    let words = setting.words;
    let mut pairs = Pairs::of(&setting, pairwise, filter);
    let n_all = pairs.order.len();
    if style.headed {
        pairs.order.truncate(MOST_ON_PAGE);
    }
    let title = words.pairs_title(rows_word(&setting), words.say(filter.show.key()));
    let n_rows = pairs.order.len();
    let inner = Sheet::inner(style);
    let name = (style.width * 0.24).clamp(170.0, 280.0);
    let left = inner + name;
    let width = (left + n_rows as f64 * CELL.0 + inner).max(if style.headed { 640.0 } else { 0.0 });
    let columns = columns(if setting.matrix.kind.holds_policies(Axis::Rows) {
        "subject-policy"
    } else {
        "subject-goal"
    });
    let most = if style.headed {
        MOST_ROWS_IN_FILE
    } else {
        MOST_ROWS_ON_SCREEN
    };
    let (list, n_pairs) = strongest(&pairs, most);
    let titles = (title, finding(&setting, &pairs, filter.show));
    let mut sheet = Sheet::of_width(&setting, style, titles, width, &columns);
    let top = sheet.y + HEAD;
    heads(&mut sheet, &pairs, (left, top), name);
    let sentence = sentence(&setting, &pairs, filter, (n_pairs, most, n_all));
    let mut rank = vec![None; pairwise.rows.len()];
    for (at, row) in pairs.order.iter().enumerate() {
        if let Some(place) = rank.get_mut(*row) {
            *place = Some(at);
        }
    }
    for (at, (a, b)) in list.into_iter().enumerate() {
        let Some(met) = pairs.met(a, b) else { continue };
        let tile = |row: usize| rank.get(row).copied().flatten();
        let mark = tile(a)
            .zip(tile(b))
            .map(|(row, column)| row * n_rows + column);
        sheet.row(
            mark.filter(|_| !style.headed),
            &columns,
            &Line {
                pairs: &pairs,
                a,
                b,
                met,
            },
        );
        if style.headed && at < MOST_ON_PAGE {
            // What a file says of the strongest; on screen the tiles say it themselves.
            let text = pairs.whole(a, b, met, words);
            sheet.mark(
                Area::new(0.0, 0.0, 0.0, 0.0),
                String::new(),
                text,
                Leads::Nowhere,
            );
        }
    }
    // As much room below as at the sides.
    let height = top + n_rows as f64 * CELL.1 + inner;
    sheet.y = height - sheet.below();
    let tiles = Tiles {
        at: (left, top),
        size: CELL,
        n_rows,
        n_columns: n_rows,
        source: Arc::new(pairs),
    };
    if style.headed {
        tiles.draw(&mut sheet.canvas, Area::new(0.0, 0.0, width, height), words);
        return Some(sheet.ended_saying((0.0, 0.0), sentence));
    }
    Some(Chart {
        tiles: Some(tiles),
        ..sheet.ended_saying((left, top), sentence)
    })
}

/// The first pairs of those shown, strongest conflict first, then strongest synergy; and how many there are.
fn strongest(pairs: &Pairs, most: usize) -> (Vec<(usize, usize)>, usize) {
    let mut rows = pairs.order.clone();
    rows.sort_unstable();
    let mut list: Vec<(f64, f64, usize, usize)> = Vec::new();
    for (at, a) in rows.iter().enumerate() {
        for b in rows.iter().skip(at + 1) {
            if let Some(met) = pairs.met(*a, *b) {
                list.push((met.conflict, met.synergy, *a, *b));
            }
        }
    }
    let n = list.len();
    let ruler = Ruler::POINTS;
    let order = |x: &(f64, f64, usize, usize), y: &(f64, f64, usize, usize)| {
        ruler
            .order(y.0, x.0)
            .then(ruler.order(y.1, x.1))
            .then((x.2, x.3).cmp(&(y.2, y.3)))
    };
    // Half a million pairs are not sorted for the sake of two thousand.
    if most < n {
        list.select_nth_unstable_by(most, order);
        list.truncate(most);
    }
    list.sort_unstable_by(order);
    (list.into_iter().map(|(_, _, a, b)| (a, b)).collect(), n)
}

/// The pair that has most of what is shown.
fn finding(setting: &Setting<'_>, pairs: &Pairs, show: PairShow) -> String {
    let words = setting.words;
    let of: fn(&PairTotals) -> f64 = match show {
        PairShow::Index | PairShow::Conflicts => |met| met.conflict,
        PairShow::Synergies => |met| met.synergy,
        PairShow::JointHarm => |met| met.joint_harm,
    };
    let (mut found, mut most): (Option<(usize, usize)>, f64) = (None, 0.0);
    let mut others = 0;
    for (at, a) in pairs.order.iter().enumerate() {
        for b in pairs.order.iter().skip(at + 1) {
            let value = pairs.met(*a, *b).map_or(0.0, of);
            if Ruler::POINTS.is_above(value, most) {
                (found, most, others) = (Some((*a, *b)), value, 0);
            } else if found.is_some() && Ruler::POINTS.is_equal(value, most) {
                others += 1;
            }
        }
    }
    let Some((a, b)) = found else {
        return match show {
            PairShow::Index | PairShow::Conflicts => words.finding_pairs_conflict_none(),
            PairShow::Synergies => words.finding_pairs_synergy_none(),
            PairShow::JointHarm => words.finding_pairs_joint_harm_none(),
        };
    };
    let pair = format!("{} × {}", pairs.name(a), pairs.name(b));
    let value = words
        .numbers()
        .number(most, u8::from((most - most.round()).abs() > 1e-6));
    let pair = finding::with_others(words, pair, others);
    match show {
        PairShow::Index | PairShow::Conflicts => words.finding_pairs_conflict(pair, value),
        PairShow::Synergies => words.finding_pairs_synergy(pair, value),
        PairShow::JointHarm => words.finding_pairs_joint_harm(pair, value),
    }
}

/// Names at the left and, upright, above.
fn heads(sheet: &mut Sheet<'_>, pairs: &Pairs, (left, top): (f64, f64), name: f64) {
    let (measure, ink) = (&sheet.setting.measure, sheet.setting.tokens.ink);
    for (at, row) in pairs.order.iter().enumerate() {
        let y = top + (at as f64 + 0.5) * CELL.1;
        sheet.name(pairs.name(*row), (sheet.inner, y), name - 12.0);
        let x = left + (at as f64 + 0.5) * CELL.0;
        let lines = measure.wrap(pairs.name(*row), 12.0, Weight::Regular, HEAD - 16.0, 2);
        let n = lines.len() as f64;
        for (i, line) in lines.into_iter().enumerate() {
            let x = x + (i as f64 - (n - 1.0) / 2.0) * 15.0 + 4.0;
            sheet
                .canvas
                .upright((x, top - 8.0), line, 12.0, Weight::Regular, ink);
        }
    }
}

/// Two rows and what they have in common.
struct Line<'a> {
    pairs: &'a Pairs,
    a: usize,
    b: usize,
    met: &'a PairTotals,
}

fn columns<'a>(first: &'static str) -> [Column<Line<'a>>; 13] {
    fn count(n: u16) -> Value {
        Value::Count(usize::from(n))
    }
    fn amount(value: f64) -> Value {
        Value::figure(Some(value), u8::from((value - value.round()).abs() > 1e-6))
    }
    [
        Column::text(first, |line| {
            Value::Text(line.pairs.name(line.a).to_owned())
        }),
        Column::text("pairs-b", |line| {
            Value::Text(line.pairs.name(line.b).to_owned())
        }),
        Column::text("pairs-kind", |line| {
            Value::Text(line.pairs.kind_name(line.a, line.b))
        }),
        Column::number("pairs-common", |line| count(line.met.common)),
        Column::number("pairs-conflicts", |line| count(line.met.conflicts)),
        Column::number("pairs-conflict-intensity", |line| amount(line.met.conflict)),
        Column::number("pairs-synergies", |line| count(line.met.synergies)),
        Column::number("pairs-synergy-intensity", |line| amount(line.met.synergy)),
        Column::number("pairs-joint-harm", |line| count(line.met.joint_harms)),
        Column::number("pairs-harm-intensity", |line| amount(line.met.joint_harm)),
        Column::number("pairs-index", |line| Value::index(line.met.index())),
        Column::number("pairs-index-from", |line| {
            Value::index(line.met.index_without_one().map(|(low, _)| low))
        }),
        Column::number("pairs-index-to", |line| {
            Value::index(line.met.index_without_one().map(|(_, high)| high))
        }),
    ]
}

fn sentence(
    setting: &Setting<'_>,
    pairs: &Pairs,
    filter: &PairFilter,
    (n, most, n_rows): (usize, usize, usize),
) -> String {
    let words = setting.words;
    let pairwise = &pairs.pairwise;
    let mut texts = vec![words.pairs_sentence(PairsSentence {
        all: pairwise.n_pairs(),
        assessor: setting.assessor_name(),
        crossings: pairwise.crossings,
        matrix: setting.matrix.name.as_str(),
        missing: pairwise.missing,
        n,
        rows: &rows_word(setting),
        scored: pairwise.scored,
    })];
    texts.push(words.pairs_holds());
    let mut limits = Vec::new();
    limits.extend(filter.kind.map(|kind| words.say(kind_key(kind))));
    limits.extend(filter.level.map(|level| level.say(words)));
    limits.extend(filter.territory.clone());
    if !limits.is_empty() {
        texts.push(words.pairs_only(limits.join(", ")));
    }
    if n > most {
        texts.push(words.pairs_table_first(most));
    }
    if pairs.order.len() < n_rows {
        texts.push(words.pairs_page_first(pairs.order.len()));
    }
    if setting.is_illustrative() {
        texts.push(words.figure_illustrative());
    }
    texts.join(" ")
}
