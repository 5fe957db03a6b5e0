//! The agreed scores made from those of chosen assessors: one edit, and what it leaves to people.
//!
//! What the assessors wrote is carried with its value: reasons and countermeasures with the names of who wrote them,
//! all sources, the contribution they share, the lowest confidence. Where scores differed, the reason begins with what
//! each of them had said. What the agreed cell holds already stays, unless its value is to be replaced; a reason that
//! is there is added to, never lost.

use ordito_analysis::{CellMet, ConsensusAsk, LeftOpen, MetCrossing, Middle, crossings_met};
use ordito_document::{AssessmentChange, CellEdit, Edit, TEXT_LIMIT};
use ordito_model::{
    Assessment, AssessmentKey, AssessorId, CellValue, CellsCause, Cited, Contents, MatrixId,
};
use ordito_words::Words;
use std::collections::BTreeMap;

/// What making the consensus would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ConsensusPlan {
    pub cells: Vec<CellEdit>,
    /// The crossings of `cells`.
    pub filled: Vec<MetCrossing>,
    /// Of `cells`, those where all who take part gave the same.
    pub n_alike: usize,
    /// Agreed already in what the rule gives, or in something else that stays.
    pub n_same: usize,
    pub kept: Vec<MetCrossing>,
    /// Left to people: not agreed, and the rule gives nothing.
    pub open: Vec<MetCrossing>,
}

impl ConsensusPlan {
    pub fn of(
        contents: &Contents,
        words: &Words,
        matrix: MatrixId,
        ask: &ConsensusAsk,
        replace: bool,
    ) -> Self {
        let mut plan = Self::default();
        for crossing in crossings_met(contents, matrix, ask) {
            let agreed = crossing.agreed.is_answered();
            match crossing.met {
                CellMet::Left(_) if agreed => plan.kept.push(crossing),
                CellMet::Left(_) => plan.open.push(crossing),
                CellMet::In { value, .. } if crossing.agreed == value => plan.n_same += 1,
                CellMet::In { .. } if agreed && !replace => plan.kept.push(crossing),
                CellMet::In { value, alike } => {
                    match carried(contents, words, matrix, ask, &crossing, value) {
                        Some(cell) => {
                            plan.cells.push(cell);
                            plan.n_alike += usize::from(alike);
                            plan.filled.push(crossing);
                        }
                        // Nothing that was written is left out: people shorten it.
                        None => plan.open.push(MetCrossing {
                            met: CellMet::Left(LeftOpen::LongText),
                            ..crossing
                        }),
                    }
                }
            }
        }
        plan
    }

    /// One undoable step; `None` when there is nothing to fill.
    pub fn edit(&self) -> Option<Edit> {
        let cells = self.cells.clone();
        (!cells.is_empty()).then_some(Edit::SetCells {
            cause: CellsCause::Consensus,
            cells,
        })
    }
}

/// Who answered anything in a matrix outside laboratories, in their order, with how many cells; without the agreed one.
pub fn assessors_who_answered(contents: &Contents, matrix: MatrixId) -> Vec<(AssessorId, usize)> {
    let mut answers: BTreeMap<AssessorId, usize> = BTreeMap::new();
    for (key, cell) in contents.cells_of(matrix).filter(|(key, _)| key.round == 0) {
        if cell.value.is_answered() {
            *answers.entry(key.assessor).or_default() += 1;
        }
    }
    let order = contents
        .assessors_in_order()
        .into_iter()
        .map(|(id, _)| id)
        .filter(|id| *id != AssessorId::AGREED);
    order
        .filter_map(|id| Some((id, *answers.get(&id)?)))
        .collect()
}

/// The agreed cell with what was written beside the values; `None` where that is more than a cell holds.
fn carried(
    contents: &Contents,
    words: &Words,
    matrix: MatrixId,
    ask: &ConsensusAsk,
    crossing: &MetCrossing,
    value: CellValue,
) -> Option<CellEdit> {
    let key = |assessor| AssessmentKey {
        matrix,
        assessor,
        round: 0,
        row: crossing.row,
        column: crossing.column,
    };
    let before = contents
        .assessments
        .get(&key(AssessorId::AGREED))
        .cloned()
        .unwrap_or_default();
    let cells: Vec<(&str, &Assessment)> = ask
        .assessors
        .iter()
        .filter_map(|id| {
            let name = contents
                .assessors
                .get(id)
                .map(|assessor| assessor.name.as_str())?;
            Some((name, contents.assessments.get(&key(*id))?))
        })
        .collect();
    let mut reasons = said_by(&cells, |cell| &cell.reason);
    if !matches!(crossing.met, CellMet::In { alike: true, .. }) {
        reasons.insert(0, how(words, ask.middle, &cells));
    }
    let mut sources = before.sources.clone();
    for cited in cells.iter().flat_map(|(_, cell)| &cell.sources) {
        if !sources.contains(cited) {
            sources.push(Cited {
                source: cited.source,
                page: cited.page.clone(),
            });
        }
    }
    let mut contributions = cells.iter().filter_map(|(_, cell)| cell.contribution);
    let contribution = contributions
        .next()
        .filter(|first| contributions.all(|other| other == *first));
    let confidence = cells.iter().filter_map(|(_, cell)| cell.confidence).min();
    let change = AssessmentChange {
        value: Some(value),
        contribution: Some(before.contribution.or(contribution)),
        confidence: Some(before.confidence.or(confidence)),
        reason: Some(added(&before.reason, &reasons)),
        mitigation: Some(added(
            &before.mitigation,
            &said_by(&cells, |cell| &cell.mitigation),
        )),
        sources: Some(sources),
    };
    let fits = |text: &Option<String>| {
        text.as_ref()
            .is_none_or(|text| text.chars().count() <= TEXT_LIMIT)
    };
    (fits(&change.reason) && fits(&change.mitigation)).then_some(CellEdit {
        key: key(AssessorId::AGREED),
        change,
    })
}

/// `Mediana inferiore di: Ufficio piani +2, Ufficio acque +1`
fn how(words: &Words, middle: Middle, cells: &[(&str, &Assessment)]) -> String {
    let scores: Vec<String> = cells
        .iter()
        .filter(|(_, cell)| cell.value.is_scored())
        .map(|(name, cell)| format!("{name} {}", words.numbers().cell(cell.value)))
        .collect();
    match middle {
        Middle::Lower => words.consensus_lower_median_of(scores.join(", ")),
        Middle::Upper => words.consensus_upper_median_of(scores.join(", ")),
    }
}

/// What they wrote, each text once, with the names of all who wrote it.
fn said_by(cells: &[(&str, &Assessment)], of: impl Fn(&Assessment) -> &String) -> Vec<String> {
    let mut texts: Vec<(&str, Vec<&str>)> = Vec::new();
    for (name, cell) in cells {
        let text = of(cell).trim();
        if text.is_empty() {
            continue;
        }
        match texts.iter_mut().find(|(known, _)| *known == text) {
            Some((_, names)) => names.push(name),
            None => texts.push((text, vec![name])),
        }
    }
    texts
        .into_iter()
        .map(|(text, names)| format!("{}: {text}", names.join(", ")))
        .collect()
}

/// What is there, and below it what is not there yet.
fn added(before: &str, texts: &[String]) -> String {
    let mut whole = before.to_owned();
    for text in texts.iter().filter(|text| !before.contains(text.as_str())) {
        if !whole.is_empty() {
            whole.push('\n');
        }
        whole.push_str(text);
    }
    whole
}
