//! Coherence of every pair of rows as a grid of numbers, and as a table with the strongest conflicts first.

mod source;

use super::super::parts::{MARGIN, Setting};
use super::super::shape::{Anchor, Area, Canvas, Weight, baseline};
use super::{Chart, Leads, Mark, Parts, Style, Subject, Table, Tiles, Value, capital, rows_word};
use crate::analysis::equal::Ruler;
use crate::analysis::{CoherenceKind, Meetings, Met};
use crate::model::{Axis, Level};
use crate::words::{Say as _, Words};
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
    pub const ALL: [Self; 4] = [Self::Index, Self::Conflicts, Self::Synergies, Self::JointHarm];
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
    meetings: &Arc<Meetings>,
    filter: &PairFilter,
) -> Option<Chart> {
    let setting = subject.setting(style)?;
    let words = setting.words;
    let mut pairs = Pairs::of(&setting, meetings, filter);
    let n_all = pairs.order.len();
    if style.headed {
        pairs.order.truncate(MOST_ON_PAGE);
    }
    let title = words.say_with(
        "pairs-title",
        &[("rows", rows_word(&setting).into()), ("what", words.say(filter.show.key()).into())],
    );
    let n_rows = pairs.order.len();
    let mut canvas = Canvas::default();
    let inner = if style.headed { MARGIN } else { 12.0 };
    let name = (style.width * 0.24).clamp(170.0, 280.0);
    let left = inner + name;
    let width = (left + n_rows as f64 * CELL.0 + inner).max(if style.headed { 640.0 } else { 0.0 });
    let mut y = 0.0;
    if style.headed {
        let args = [("assessor", setting.assessor_name().into()), ("matrix", setting.matrix.name.as_str().into())];
        y = setting.head(&mut canvas, &title, &words.say_with("figure-profile-below", &args), width);
    }
    let top = y + HEAD;
    heads(&mut canvas, &setting, &pairs, (inner, left, top), name);
    let most = if style.headed { MOST_ROWS_IN_FILE } else { MOST_ROWS_ON_SCREEN };
    let (list, n_pairs) = strongest(&pairs, most);
    let sentence = sentence(&setting, &pairs, filter, (n_pairs, most, n_all));
    let mut table = Table::new(table_heads(
        words,
        if setting.matrix.kind.holds_policies(Axis::Rows) { "subject-policy" } else { "subject-goal" },
    ));
    let mut marks = Vec::new();
    let rank: Vec<Option<usize>> = {
        let mut rank = vec![None; meetings.rows.len()];
        for (at, row) in pairs.order.iter().enumerate() {
            if let Some(place) = rank.get_mut(*row) {
                *place = Some(at);
            }
        }
        rank
    };
    for (at, (a, b)) in list.into_iter().enumerate() {
        let Some(met) = pairs.met(a, b) else { continue };
        let tile = |row: usize| rank.get(row).copied().flatten();
        let mark = tile(a).zip(tile(b)).map(|(row, column)| row * n_rows + column);
        table.push(mark.filter(|_| !style.headed), values(&pairs, a, b, met));
        if style.headed && at < MOST_ON_PAGE {
            // What a file says of the strongest; on screen the tiles say it themselves.
            let text = pairs.whole(a, b, met, words);
            marks.push(Mark { area: Area::new(0.0, 0.0, 0.0, 0.0), name: String::new(), text, leads: Leads::Nowhere });
        }
    }
    let height = top + n_rows as f64 * CELL.1 + inner;
    let tiles = Tiles { at: (left, top), size: CELL, n_rows, n_columns: n_rows, source: Arc::new(pairs) };
    let frozen = if style.headed { (0.0, 0.0) } else { (left, top) };
    let tiles = if style.headed {
        tiles.draw(&mut canvas, Area::new(0.0, 0.0, width, height), words);
        None
    } else {
        Some(tiles)
    };
    let chart = Parts { title, canvas, width, height, frozen, marks, table, sentence }.chart(&setting);
    Some(Chart { tiles, ..chart })
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
        ruler.order(y.0, x.0).then(ruler.order(y.1, x.1)).then((x.2, x.3).cmp(&(y.2, y.3)))
    };
    // Half a million pairs are not sorted for the sake of two thousand.
    if most < n {
        list.select_nth_unstable_by(most, order);
        list.truncate(most);
    }
    list.sort_unstable_by(order);
    (list.into_iter().map(|(_, _, a, b)| (a, b)).collect(), n)
}

fn heads(canvas: &mut Canvas, setting: &Setting<'_>, pairs: &Pairs, (inner, left, top): (f64, f64, f64), name: f64) {
    let (measure, tokens) = (&setting.measure, &setting.tokens);
    for (at, row) in pairs.order.iter().enumerate() {
        let y = top + (at as f64 + 0.5) * CELL.1;
        let text = measure.wrap(pairs.name(*row), 13.0, Weight::Regular, name - 12.0, 1).concat();
        canvas.text((inner, baseline(y, 13.0)), text, 13.0, Weight::Regular, tokens.ink, Anchor::Start);
        let x = left + (at as f64 + 0.5) * CELL.0;
        let lines = measure.wrap(pairs.name(*row), 12.0, Weight::Regular, HEAD - 16.0, 2);
        let n = lines.len() as f64;
        for (i, line) in lines.into_iter().enumerate() {
            let x = x + (i as f64 - (n - 1.0) / 2.0) * 15.0 + 4.0;
            canvas.upright((x, top - 8.0), line, 12.0, Weight::Regular, tokens.ink);
        }
    }
}

fn table_heads(words: &Words, first: &'static str) -> Vec<(String, bool)> {
    let heads = [
        (first, false),
        ("pairs-b", false),
        ("pairs-kind", false),
        ("pairs-common", true),
        ("pairs-conflicts", true),
        ("pairs-conflict-intensity", true),
        ("pairs-synergies", true),
        ("pairs-synergy-intensity", true),
        ("pairs-joint-harm", true),
        ("pairs-harm-intensity", true),
        ("pairs-index", true),
        ("pairs-index-from", true),
        ("pairs-index-to", true),
    ];
    heads.map(|(key, numeric)| (capital(&words.say(key)), numeric)).to_vec()
}

fn values(pairs: &Pairs, a: usize, b: usize, met: &Met) -> Vec<Value> {
    let count = |n: u16| Value::Count(usize::from(n));
    let amount = |value: f64| Value::figure(Some(value), u8::from((value - value.round()).abs() > 1e-6));
    vec![
        Value::Text(pairs.name(a).to_owned()),
        Value::Text(pairs.name(b).to_owned()),
        Value::Text(pairs.kind_name(a, b)),
        count(met.common),
        count(met.conflicts),
        amount(met.conflict),
        count(met.synergies),
        amount(met.synergy),
        count(met.joint_harms),
        amount(met.joint_harm),
        Value::index(met.index()),
        Value::index(met.index_without_one().map(|(low, _)| low)),
        Value::index(met.index_without_one().map(|(_, high)| high)),
    ]
}

fn sentence(
    setting: &Setting<'_>,
    pairs: &Pairs,
    filter: &PairFilter,
    (n, most, n_rows): (usize, usize, usize),
) -> String {
    let words = setting.words;
    let meetings = &pairs.meetings;
    let args = [
        ("matrix", setting.matrix.name.as_str().into()),
        ("assessor", setting.assessor_name().into()),
        ("rows", rows_word(setting).into()),
        ("n", n.into()),
        ("all", meetings.n_pairs().into()),
        ("scored", meetings.scored.into()),
        ("crossings", meetings.crossings.into()),
        ("missing", meetings.missing.into()),
    ];
    let mut texts = vec![words.say_with("pairs-sentence", &args)];
    texts.push(words.say("pairs-holds"));
    let mut limits = Vec::new();
    limits.extend(filter.kind.map(|kind| words.say(kind_key(kind))));
    limits.extend(filter.level.map(|level| level.say(words)));
    limits.extend(filter.territory.clone());
    if !limits.is_empty() {
        texts.push(words.say_with("pairs-only", &[("what", limits.join(", ").into())]));
    }
    if n > most {
        texts.push(words.say_with("pairs-table-first", &[("n", most.into())]));
    }
    if pairs.order.len() < n_rows {
        texts.push(words.say_with("pairs-page-first", &[("n", pairs.order.len().into())]));
    }
    if setting.is_illustrative() {
        texts.push(words.say("figure-illustrative"));
    }
    texts.join(" ")
}
