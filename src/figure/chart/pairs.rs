//! Coherence of every pair of rows as a grid of numbers, and as a table with the strongest conflicts first.

use super::super::palette::{Look, ramp};
use super::super::parts::{MARGIN, Setting};
use super::super::shape::{Anchor, Area, Canvas, Weight, baseline};
use super::{Chart, Leads, Mark, Parts, Style, Subject, Table, Tile, TileSource, Tiles, Value, capital, rows_word};
use crate::analysis::{CoherenceKind, Meetings, Met, PolicyPlace};
use crate::i18n::{Say as _, Words};
use crate::model::{Axis, Item, Level, Points, Rgb};
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

/// Pairs that pass a filter, and what is said of them.
#[derive(Debug)]
struct Pairs {
    meetings: Arc<Meetings>,
    /// By place in the meetings.
    names: Vec<String>,
    places: Vec<Option<PolicyPlace>>,
    /// Whether a row is of the level and territory asked for.
    wanted: Vec<bool>,
    kind: Option<CoherenceKind>,
    show: PairShow,
    look: Look,
    /// Rows that are shown, in their order.
    order: Vec<usize>,
    /// The largest intensity of what is shown.
    largest: f64,
    kinds: [String; 4],
}

impl Pairs {
    fn of(setting: &Setting<'_>, meetings: &Arc<Meetings>, filter: &PairFilter) -> Self {
        let contents = setting.contents;
        let policy = |item: &Item| item.policy().and_then(|id| contents.policies.get(&id));
        let wanted = |item: &Item| {
            let level = filter.level.is_none_or(|level| policy(item).is_some_and(|policy| policy.level == Some(level)));
            let territory = filter
                .territory
                .as_ref()
                .is_none_or(|territory| policy(item).is_some_and(|policy| policy.territory.trim() == territory));
            level && territory
        };
        let place = |item: &Item| PolicyPlace::of(contents, item.policy()?);
        let mut pairs = Self {
            meetings: Arc::clone(meetings),
            names: meetings.rows.iter().map(|item| setting.name(*item)).collect(),
            places: meetings.rows.iter().map(place).collect(),
            wanted: meetings.rows.iter().map(wanted).collect(),
            kind: filter.kind,
            show: filter.show,
            look: setting.look,
            order: Vec::new(),
            largest: 0.0,
            kinds: CoherenceKind::ALL.map(|kind| setting.words.say(kind_key(kind))),
        };
        let n = meetings.rows.len();
        let mut conflict = vec![0.0; n];
        let mut has = vec![false; n];
        for a in 0..n {
            for b in a + 1..n {
                let Some(met) = pairs.met(a, b).copied() else { continue };
                let amount = match pairs.show {
                    PairShow::Index => 0.0,
                    PairShow::Conflicts => met.conflict,
                    PairShow::Synergies => met.synergy,
                    PairShow::JointHarm => met.joint_harm,
                };
                pairs.largest = pairs.largest.max(amount);
                for row in [a, b] {
                    if let (Some(sum), Some(has)) = (conflict.get_mut(row), has.get_mut(row)) {
                        *sum += met.conflict;
                        *has = true;
                    }
                }
            }
        }
        pairs.order = (0..n).filter(|row| has.get(*row).copied().unwrap_or(false)).collect();
        if filter.order == PairOrder::Conflict {
            let of = |row: &usize| conflict.get(*row).copied().unwrap_or(0.0);
            pairs.order.sort_by(|a, b| of(b).total_cmp(&of(a)));
        }
        pairs
    }

    fn kind_of(&self, a: usize, b: usize) -> Option<CoherenceKind> {
        self.places.get(a)?.as_ref()?.kind_with(self.places.get(b)?.as_ref()?)
    }
    /// What two rows have in common, where they have and the filter lets them through.
    fn met(&self, a: usize, b: usize) -> Option<&Met> {
        let met = self.meetings.at(a, b).filter(|met| met.common > 0)?;
        let is = |row: usize| self.wanted.get(row).copied().unwrap_or(false);
        let passes = (is(a) || is(b)) && self.kind.is_none_or(|kind| self.kind_of(a, b) == Some(kind));
        passes.then_some(met)
    }
    fn rows(&self, row: usize, column: usize) -> Option<(usize, usize)> {
        Some((*self.order.get(row)?, *self.order.get(column)?))
    }
    fn name(&self, row: usize) -> &str {
        self.names.get(row).map(String::as_str).unwrap_or_default()
    }
    fn kind_name(&self, a: usize, b: usize) -> String {
        let place = self.kind_of(a, b).and_then(|kind| CoherenceKind::ALL.iter().position(|each| *each == kind));
        place.and_then(|place| self.kinds.get(place)).cloned().unwrap_or_default()
    }

    fn fill(&self, met: &Met) -> Rgb {
        let hundredths = |share: f64| Points((share * 100.0).round() as i16);
        let whole = Points(100);
        let of = |amount: f64, sign: f64| {
            let share = if self.largest > 0.0 { amount / self.largest } else { 0.0 };
            ramp(hundredths(share * sign), whole, self.look)
        };
        match self.show {
            PairShow::Index => ramp(hundredths(met.index().unwrap_or(0.0)), whole, self.look),
            PairShow::Conflicts => of(met.conflict, -1.0),
            PairShow::Synergies => of(met.synergy, 1.0),
            PairShow::JointHarm => of(met.joint_harm, -1.0),
        }
    }
    fn text(&self, met: &Met, words: &Words) -> String {
        let count = |n: u16| words.numbers().count(usize::from(n));
        match self.show {
            PairShow::Index => met.index().map_or_else(|| "·".to_owned(), |index| words.numbers().signed(index, 2)),
            PairShow::Conflicts => count(met.conflicts),
            PairShow::Synergies => count(met.synergies),
            PairShow::JointHarm => count(met.joint_harms),
        }
    }

    /// A pair in words.
    fn whole(&self, a: usize, b: usize, met: &Met, words: &Words) -> String {
        let numbers = words.numbers();
        let amount = |value: f64| numbers.number(value, u8::from((value - value.round()).abs() > 1e-6));
        let args = [
            ("a", self.name(a).into()),
            ("b", self.name(b).into()),
            ("index", Value::index(met.index()).say(words).into()),
            ("conflicts", usize::from(met.conflicts).into()),
            ("conflict", amount(met.conflict).into()),
            ("synergies", usize::from(met.synergies).into()),
            ("synergy", amount(met.synergy).into()),
            ("joint", usize::from(met.joint_harms).into()),
            ("harm", amount(met.joint_harm).into()),
            ("common", usize::from(met.common).into()),
        ];
        let text = words.say_with("pairs-said", &args);
        let kind = self.kind_name(a, b);
        if kind.is_empty() { text } else { format!("{text}; {kind}") }
    }
    fn leads(&self, a: usize, b: usize) -> Leads {
        match (self.meetings.rows.get(a), self.meetings.rows.get(b)) {
            (Some(a), Some(b)) => Leads::Pair(*a, *b),
            _ => Leads::Nowhere,
        }
    }
}

impl TileSource for Pairs {
    fn tile(&self, row: usize, column: usize, words: &Words) -> Option<Tile> {
        let (a, b) = self.rows(row, column)?;
        let met = self.met(a, b)?;
        Some(Tile { fill: self.fill(met), text: self.text(met, words) })
    }
    fn is_there(&self, row: usize, column: usize) -> bool {
        self.rows(row, column).is_some_and(|(a, b)| self.met(a, b).is_some())
    }
    fn said(&self, row: usize, column: usize, words: &Words) -> (String, String, Leads) {
        let Some((a, b)) = self.rows(row, column) else { return (String::new(), String::new(), Leads::Nowhere) };
        let Some(met) = self.met(a, b) else { return (String::new(), String::new(), Leads::Nowhere) };
        (format!("{} × {}", self.name(a), self.name(b)), self.whole(a, b, met, words), self.leads(a, b))
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
    let order = |x: &(f64, f64, usize, usize), y: &(f64, f64, usize, usize)| {
        y.0.total_cmp(&x.0).then(y.1.total_cmp(&x.1)).then((x.2, x.3).cmp(&(y.2, y.3)))
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
    ];
    let mut texts = vec![words.say_with("pairs-sentence", &args)];
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
