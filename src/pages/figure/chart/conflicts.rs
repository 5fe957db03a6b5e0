//! Conflicts: the strongest as a picture (`picture`), all of them in the table behind it, with how much, why, what
//! mitigates them, which offices they concern.

mod picture;

use super::super::parts::Setting;
use super::super::shape::Area;
use super::sheet::{Column, Sheet};
use super::{Chart, Leads, Style, Subject, Value, finding};
use ordito_analysis::robustness::{Draws, sigma};
use ordito_analysis::{Conflict, ConflictKind, Conflicts, Score, UnsureCell, still_there};
use ordito_model::{Assessment, AssessmentKey, AssessorId, Contents, Item, MatrixId, PolicyId};
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

/// Conflicts listed on a screen; the table of a file has them all.
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
    let listed = if style.headed {
        n_kept
    } else {
        n_kept.min(MOST_ON_SCREEN)
    };
    let title = finding::conflicts(words, &kept, |each| source.said(each).title);
    let columns = columns();
    let titles = ("chart-conflicts-title", title);
    let mut sheet = Sheet::new(&setting, style, titles, 640.0, &columns);
    // Only what is listed is put into words on a screen; a file has the table of all.
    let said: Vec<Said> = kept
        .iter()
        .take(listed)
        .map(|each| source.said(each))
        .collect();
    let drawn = picture::draw(&mut sheet, &source, &kept, &said);
    for (said, area) in said.into_iter().zip(&drawn.areas) {
        // What is not drawn has no place in the picture, and leads to its cells from the table.
        let nowhere = Area::new(0.0, 0.0, 0.0, 0.0);
        let mark = sheet.mark(
            area.unwrap_or(nowhere),
            said.title.clone(),
            said.whole(words),
            said.leads.clone(),
        );
        sheet.row(Some(mark), &columns, &Line { words, said });
    }
    let sentence = sentence(&setting, conflicts, n_kept, &drawn);
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

pub(super) fn decimals(value: Option<f64>) -> u8 {
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

fn sentence(
    setting: &Setting<'_>,
    conflicts: &Conflicts,
    shown: usize,
    drawn: &picture::Drawn,
) -> String {
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
        (drawn.n < shown).then(|| words.chart_conflicts_first(drawn.n, shown - drawn.n)),
        (drawn.equal > 0).then(|| words.chart_conflicts_equal(drawn.equal)),
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
