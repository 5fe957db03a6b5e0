//! Conflicts as one ranked list: what pulls, how much, why, what softens it, which offices it concerns.

use super::super::parts::Setting;
use super::super::shape::{Anchor, Area, Canvas, Weight, baseline};
use super::sheet::{Column, Sheet};
use super::{Chart, Leads, Style, Subject, Value};
use ordito_analysis::robustness::{Draws, sigma};
use ordito_analysis::{Conflict, ConflictKind, Conflicts, Score, UnsureCell, still_there};
use ordito_model::{
    Assessment, AssessmentKey, AssessorId, Contents, Item, MatrixId, Points, PolicyId,
};
use ordito_words::Words;
use ordito_words::messages::ChartConflictsSentence;
use std::collections::{BTreeSet, HashMap};

/// Which conflicts are listed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ConflictFilter {
    /// Kinds left out.
    pub without: BTreeSet<ConflictKind>,
    /// Only those with a trade-off that nothing softens.
    pub open: bool,
    /// Words that have to occur in names, reasons or offices, folded as in searches.
    pub search: String,
}

/// How a text is folded for searching.
type Fold = fn(&str) -> String;

const ROW: f64 = 58.0;
const INTENSITY: f64 = 92.0;
/// Conflicts drawn on a page, and listed on a screen; the table of a file has them all.
const MOST_ON_PAGE: usize = 60;
const MOST_ON_SCREEN: usize = 1_500;

/// `None` when the matrix is gone.
pub fn conflicts_chart(
    subject: &Subject<'_>,
    style: &Style,
    conflicts: &Conflicts,
    filter: &ConflictFilter,
    fold: Fold,
) -> Option<Chart> {
    let setting = subject.setting(style)?;
    let words = setting.words;
    let source = Source {
        setting: &setting,
        matrix: subject.matrix,
        assessor: subject.assessor,
    };
    let wanted: Vec<String> = fold(&filter.search)
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let mut search = Search {
        source: &source,
        wanted,
        fold,
        items: HashMap::new(),
    };
    let kept: Vec<&Conflict> = conflicts
        .list
        .iter()
        .filter(|each| keeps(filter, each) && search.finds(each))
        .collect();
    let n_kept = kept.len();
    let drawn = n_kept.min(if style.headed {
        MOST_ON_PAGE
    } else {
        MOST_ON_SCREEN
    });
    // Only what is drawn is put into words on a screen; a file has the table of all.
    let said = kept
        .into_iter()
        .take(if style.headed { n_kept } else { drawn })
        .map(|each| source.said(each));
    let sentence = sentence(&setting, conflicts, n_kept, drawn);
    let columns = columns();
    let mut sheet = Sheet::new(&setting, style, "chart-conflicts-title", 560.0, &columns);
    let largest = conflicts
        .list
        .iter()
        .filter_map(|each| each.intensity)
        .fold(0.0, f64::max);
    for (i, said) in said.enumerate() {
        let mark = (i < drawn).then(|| {
            let places = Places {
                inner: sheet.inner,
                width: sheet.width,
                y: sheet.y,
                largest,
            };
            draw(&mut sheet.canvas, &setting, &said, &places);
            let area = Area::new(0.0, sheet.y, sheet.width, ROW);
            sheet.y += ROW;
            sheet.mark(
                area,
                said.title.clone(),
                said.whole(words),
                said.leads.clone(),
            )
        });
        sheet.row(mark, &columns, &Line { words, said });
    }
    Some(sheet.ended_saying((0.0, 0.0), sentence))
}

/// A conflict in its row of the table.
struct Line<'a> {
    words: &'a Words,
    said: Said,
}

fn columns<'a>() -> [Column<Line<'a>>; 8] {
    [
        Column::text("chart-kind", |line| {
            Value::Text(line.words.say(kind_key(line.said.kind)))
        }),
        Column::text("chart-what", |line| Value::Text(line.said.title.clone())),
        Column::number("chart-intensity", |line| {
            Value::figure(line.said.intensity, decimals(line.said.intensity))
        }),
        Column::number("chart-holds", |line| Value::Share(line.said.holds)),
        Column::text("chart-nets", |line| Value::Text(line.said.nets.clone())),
        Column::text("chart-reason", |line| Value::Text(line.said.reason.clone())),
        Column::text("chart-mitigation", |line| {
            Value::Text(line.said.mitigation.clone())
        }),
        Column::text("chart-offices", |line| {
            Value::Text(line.said.offices.clone())
        }),
    ]
}

fn keeps(filter: &ConflictFilter, conflict: &Conflict) -> bool {
    let pulls = conflict.intensity.is_some();
    !filter.without.contains(&conflict.kind) && !(filter.open && (conflict.mitigated || !pulls))
}

/// What a kind is called.
pub(super) const fn kind_key(kind: ConflictKind) -> &'static str {
    match kind {
        ConflictKind::Tradeoff => "conflict-tradeoff",
        ConflictKind::TwoSided => "conflict-two-sided",
        ConflictKind::Pair => "conflict-pair",
        ConflictKind::OnlyTradeoffs => "conflict-only-tradeoffs",
        ConflictKind::Nobody => "conflict-nobody",
        ConflictKind::OnlyOne => "conflict-only-one",
    }
}

/// A conflict in words.
struct Said {
    kind: ConflictKind,
    title: String,
    intensity: Option<f64>,
    /// How likely it is still there when scores are not sure.
    holds: Option<f64>,
    nets: String,
    reason: String,
    mitigation: String,
    mitigated: bool,
    offices: String,
    leads: Leads,
}
impl Said {
    fn whole(&self, words: &Words) -> String {
        let mut text = format!("{}: {}", words.say(kind_key(self.kind)), self.title);
        let mut add = |key: &str, more: &str| {
            if !more.is_empty() {
                text.push_str(&words.say_with(key, &[("text", more.into())]));
            }
        };
        add("conflict-said-nets", &self.nets);
        if let Some(intensity) = self.intensity {
            add(
                "conflict-said-intensity",
                &words.numbers().number(intensity, decimals(self.intensity)),
            );
        }
        if let Some(holds) = self.holds {
            add("conflict-said-holds", &words.numbers().percent(holds));
        }
        add("conflict-said-reason", &short(&self.reason));
        add("conflict-said-mitigation", &short(&self.mitigation));
        add("conflict-said-offices", &self.offices);
        text
    }
}

/// The beginning of a long text.
fn short(text: &str) -> String {
    const MOST: usize = 240;
    if text.chars().count() <= MOST {
        text.to_owned()
    } else {
        text.chars().take(MOST).chain(['…']).collect()
    }
}

fn decimals(value: Option<f64>) -> u8 {
    u8::from(value.is_some_and(|value| (value - value.round()).abs() > 1e-6))
}

/// Looks for words in names, offices and reasons; what is said of an item is looked through once.
struct Search<'a> {
    source: &'a Source<'a>,
    wanted: Vec<String>,
    fold: Fold,
    /// Which of the words occur in an item's name and offices.
    items: HashMap<Item, Vec<bool>>,
}
impl Search<'_> {
    fn finds(&mut self, conflict: &Conflict) -> bool {
        if self.wanted.is_empty() {
            return true;
        }
        let mut found = vec![false; self.wanted.len()];
        for item in conflict.rows.iter().chain([&conflict.column]) {
            let (source, wanted, fold) = (self.source, &self.wanted, self.fold);
            let of_item = self.items.entry(*item).or_insert_with(|| {
                let contents = source.setting.contents;
                let text = fold(&format!(
                    "{} {}",
                    source.setting.name(*item),
                    offices(contents, &[*item], *item)
                ));
                wanted.iter().map(|word| text.contains(word)).collect()
            });
            found
                .iter_mut()
                .zip(of_item)
                .for_each(|(found, here)| *found |= *here);
        }
        if found.iter().all(|found| *found) {
            return true;
        }
        for row in &conflict.rows {
            let Some(cell) = self.source.cell(*row, conflict.column) else {
                continue;
            };
            if cell.reason.is_empty() && cell.mitigation.is_empty() {
                continue;
            }
            let text = (self.fold)(&format!("{} {}", cell.reason, cell.mitigation));
            found
                .iter_mut()
                .zip(&self.wanted)
                .for_each(|(found, word)| *found |= text.contains(word));
        }
        found.iter().all(|found| *found)
    }
}

struct Source<'a> {
    setting: &'a Setting<'a>,
    matrix: MatrixId,
    assessor: AssessorId,
}
impl<'a> Source<'a> {
    fn cell(&self, row: Item, column: Item) -> Option<&'a Assessment> {
        let key = AssessmentKey {
            matrix: self.matrix,
            assessor: self.assessor,
            round: 0,
            row,
            column,
        };
        self.setting.contents.assessments.get(&key)
    }

    fn said(&self, conflict: &Conflict) -> Said {
        let (setting, words) = (self.setting, self.setting.words);
        let column = setting.name(conflict.column);
        let names: Vec<String> = conflict.rows.iter().map(|row| setting.name(*row)).collect();
        // Each kind has as many rows as it needs.
        let nth = |at: usize| names.get(at).map_or("", String::as_str);
        let title = match conflict.kind {
            ConflictKind::Tradeoff | ConflictKind::TwoSided => format!("{} × {column}", nth(0)),
            ConflictKind::Pair => words.conflict_pair_title(nth(0), nth(1), column.as_str()),
            ConflictKind::OnlyTradeoffs => {
                words.conflict_only_tradeoffs_title(column.as_str(), names.len())
            }
            ConflictKind::Nobody => words.conflict_nobody_title(column.as_str()),
            ConflictKind::OnlyOne => words.conflict_only_one_title(column.as_str(), nth(0)),
        };
        let cells: Vec<(Item, Option<&Assessment>)> = conflict
            .rows
            .iter()
            .map(|row| (*row, self.cell(*row, conflict.column)))
            .collect();
        // Of several cells each text says whose it is.
        let texts = |of: fn(&Assessment) -> &str| -> String {
            let told = cells
                .iter()
                .filter_map(|(row, cell)| Some((row, of((*cell)?).trim())));
            let told: Vec<String> = told
                .filter(|(_, text)| !text.is_empty())
                .map(|(row, text)| {
                    if cells.len() == 1 {
                        text.to_owned()
                    } else {
                        format!("{}: {text}", setting.label(*row).0)
                    }
                })
                .collect();
            told.join(" / ")
        };
        let values: Vec<String> = cells
            .iter()
            .filter_map(|(_, cell)| Some(words.numbers().cell((*cell)?.value)))
            .take(12)
            .collect();
        let unsure: Vec<UnsureCell> = cells
            .iter()
            .filter_map(|(_, cell)| {
                let (cell, unsaid) = ((*cell)?, Draws::default().unsaid);
                let Score::Scored { benefit, harm } = Score::from(cell.value) else {
                    return None;
                };
                Some(UnsureCell {
                    benefit,
                    harm,
                    sigma: sigma(cell.confidence, unsaid),
                })
            })
            .collect();
        let leads = if conflict.rows.is_empty() || conflict.kind == ConflictKind::OnlyOne {
            Leads::Lines(ordito_model::Axis::Columns, vec![conflict.column])
        } else {
            Leads::Cells(
                conflict
                    .rows
                    .iter()
                    .map(|row| (*row, conflict.column))
                    .collect(),
            )
        };
        Said {
            kind: conflict.kind,
            title,
            intensity: conflict.intensity,
            holds: still_there(conflict.kind, &unsure),
            nets: values.join(" · "),
            reason: texts(|cell| &cell.reason),
            mitigation: texts(|cell| &cell.mitigation),
            mitigated: conflict.mitigated,
            offices: offices(setting.contents, &conflict.rows, conflict.column),
            leads,
        }
    }
}

/// Who owns or takes part in the policies of a conflict, owners first.
fn offices(contents: &Contents, rows: &[Item], column: Item) -> String {
    let policies: Vec<PolicyId> = rows
        .iter()
        .chain([&column])
        .filter_map(|item| item.policy())
        .collect();
    let of = |id: &PolicyId| contents.policies.get(id);
    let owners = policies
        .iter()
        .filter_map(of)
        .filter_map(|policy| policy.owner);
    let others = policies
        .iter()
        .filter_map(of)
        .flat_map(|policy| policy.actors.iter().copied());
    let mut seen = BTreeSet::new();
    let names = owners
        .chain(others)
        .filter(|id| seen.insert(*id))
        .filter_map(|id| contents.actors.get(&id));
    names
        .map(|actor| actor.name.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

struct Places {
    inner: f64,
    width: f64,
    y: f64,
    largest: f64,
}

/// A conflict in its row: how much, what and why, whom it concerns.
fn draw(canvas: &mut Canvas, setting: &Setting<'_>, said: &Said, places: &Places) {
    let Places {
        inner, width, y, ..
    } = *places;
    how_much(canvas, setting, said, places);
    let left = inner + INTENSITY;
    let offices = if width > 760.0 { 230.0 } else { 0.0 };
    let room = width - inner - left - offices - if offices > 0.0 { 16.0 } else { 0.0 };
    what_and_why(canvas, setting, said, Area::new(left, y, room, ROW));
    if offices > 0.0 && !said.offices.is_empty() {
        let area = Area::new(width - inner - offices, y, offices, ROW);
        whom(canvas, setting, &said.offices, area);
    }
    canvas.line((0.0, y + ROW), (width, y + ROW), 1.0, setting.tokens.line);
}

/// Intensity as a bar with its number, and how likely it holds.
fn how_much(canvas: &mut Canvas, setting: &Setting<'_>, said: &Said, places: &Places) {
    let (words, tokens) = (setting.words, &setting.tokens);
    let Places {
        inner, y, largest, ..
    } = *places;
    let text = |canvas: &mut Canvas, text: String, at: f64, size: f64, weight: Weight, ink| {
        canvas.text((inner, y + at), text, size, weight, ink, Anchor::Start);
    };
    let Some(intensity) = said.intensity else {
        let nothing = "–".to_owned();
        text(canvas, nothing, 24.0, 15.0, Weight::Bold, tokens.muted);
        return;
    };
    let number = words.numbers().number(intensity, decimals(said.intensity));
    text(canvas, number, 24.0, 15.0, Weight::Bold, tokens.ink);
    let share = if largest > 0.0 {
        intensity / largest
    } else {
        0.0
    };
    let lowest = setting.scale.lowest();
    let two_thirds = Points(i16::try_from(i32::from(lowest.0) * 2 / 3).unwrap_or(lowest.0));
    let fill = super::super::palette::score_colour(two_thirds, setting.scale, setting.look);
    canvas.fill(
        Area::new(inner, y + 30.0, (INTENSITY - 28.0) * share, 8.0),
        fill,
    );
    if let Some(holds) = said.holds {
        let holds = words.conflict_holds(words.numbers().percent(holds));
        text(canvas, holds, 51.0, 12.0, Weight::Regular, tokens.muted);
    }
}

/// Kind, scores and state; the crossing; its reason.
fn what_and_why(canvas: &mut Canvas, setting: &Setting<'_>, said: &Said, area: Area) {
    let (words, tokens, measure) = (setting.words, &setting.tokens, &setting.measure);
    let mut above = words.say(kind_key(said.kind));
    if !said.nets.is_empty() {
        above = format!("{above}  ·  {}", said.nets);
    }
    let cut = |text: &str, size: f64, weight: Weight, room: f64| {
        measure.wrap(text, size, weight, room, 1).concat()
    };
    let above = cut(&above, 12.0, Weight::Regular, area.width - 140.0);
    let end = measure.width(&above, 12.0, Weight::Regular);
    let mut text = |text: String, at: (f64, f64), size: f64, weight: Weight, ink| {
        let at = (area.x + at.0, area.y + at.1);
        canvas.text(at, text, size, weight, ink, Anchor::Start);
    };
    text(above, (0.0, 15.0), 12.0, Weight::Regular, tokens.muted);
    let state = match (said.intensity, said.mitigated) {
        (None, _) => None,
        (_, true) => Some(("conflict-softened", tokens.success)),
        (_, false) => Some(("conflict-open", tokens.warning)),
    };
    if let Some((key, ink)) = state {
        let at = (end + 12.0, 15.0);
        text(words.say(key), at, 12.0, Weight::Semibold, ink);
    }
    let title = cut(&said.title, 14.0, Weight::Semibold, area.width);
    text(title, (0.0, 33.0), 14.0, Weight::Semibold, tokens.ink);
    let (reason, ink) = if said.reason.is_empty() {
        (words.conflict_no_reason(), tokens.muted)
    } else {
        (said.reason.clone(), tokens.ink)
    };
    let reason = cut(&reason, 13.0, Weight::Regular, area.width);
    text(reason, (0.0, 50.0), 13.0, Weight::Regular, ink);
}

/// The offices, in two lines.
fn whom(canvas: &mut Canvas, setting: &Setting<'_>, offices: &str, area: Area) {
    let tokens = &setting.tokens;
    let mut text = |text: String, at: f64, ink| {
        let at = (area.x, at);
        canvas.text(at, text, 12.0, Weight::Regular, ink, Anchor::Start);
    };
    text(setting.words.chart_offices(), area.y + 15.0, tokens.muted);
    let lines = setting
        .measure
        .wrap(offices, 12.0, Weight::Regular, area.width, 2);
    for (i, line) in lines.into_iter().enumerate() {
        let at = baseline(area.y + 28.0 + i as f64 * 16.0, 12.0);
        text(line, at, tokens.ink);
    }
}

fn sentence(setting: &Setting<'_>, conflicts: &Conflicts, shown: usize, drawn: usize) -> String {
    let words = setting.words;
    let all: usize = conflicts.counts.iter().sum();
    let mut text = words.chart_conflicts_sentence(ChartConflictsSentence {
        all,
        assessor: setting.assessor_name(),
        crossings: conflicts.crossings,
        matrix: setting.matrix.name.as_str(),
        missing: conflicts.missing,
        n: shown,
        scored: conflicts.scored,
    });
    let pairs = conflicts
        .list
        .iter()
        .filter(|each| each.kind == ConflictKind::Pair)
        .count();
    let unsaid = usize::from(Draws::default().unsaid);
    let more = [
        (shown > 0).then(|| words.chart_conflicts_hold(unsaid)),
        (drawn < shown).then(|| words.chart_conflicts_first(drawn)),
        (pairs < conflicts.count(ConflictKind::Pair)).then(|| words.chart_conflicts_pairs(pairs)),
        setting
            .is_illustrative()
            .then(|| words.figure_illustrative()),
    ];
    for more in more.into_iter().flatten() {
        text.push(' ');
        text.push_str(&more);
    }
    text
}
