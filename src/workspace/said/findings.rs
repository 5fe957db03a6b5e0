//! Says what analysis finds. Findings hold ids, so the contents they were found in are needed to name things.

use super::Said;
use ordito_analysis::{Finding, LeftOpen};
use ordito_model::{AssessorId, Contents, Item};
use ordito_words::messages::{
    FindingNoReason, FindingNoSource, FindingOlderThanPolicy, FindingOppositeSigns,
};
use ordito_words::{Words, say_item};

/// Items named before "and so many others".
const ITEMS_NAMED: usize = 8;

/// One line about a finding, with codes and counts; whose scores it speaks of stands behind it, unless they are the
/// agreed ones.
pub fn say_finding(finding: &Finding, contents: &Contents, words: &Words) -> String {
    let text = what(finding, contents, words);
    match finding.assessor() {
        None | Some(AssessorId::AGREED) => text,
        Some(_) if matches!(finding, Finding::Drift(_)) => text,
        Some(id) => words.finding_by(text, assessor(id, contents)),
    }
}

fn assessor(id: AssessorId, contents: &Contents) -> String {
    contents.assessor_name(id).to_owned()
}

fn what(finding: &Finding, contents: &Contents, words: &Words) -> String {
    let numbers = words.numbers();
    let item = |item: &Item| say_item(*item, contents, words);
    let items = |items: &[Item]| list(items, contents, words);
    match finding {
        Finding::MatrixUnscored { rows, columns } => words.finding_matrix_unscored(*columns, *rows),
        Finding::NothingScored {
            item: at,
            other_answers: 0,
            ..
        } => words.finding_nothing_scored(item(at)),
        Finding::NothingScored {
            item: at,
            other_answers,
            ..
        } => words.finding_nothing_scored_answers(item(at), *other_answers),
        Finding::OnlyTradeoffs { column, rows, .. } => {
            words.finding_only_tradeoffs(item(column), items(rows))
        }
        Finding::OppositeSigns {
            one,
            other,
            there,
            back,
            ..
        } => words.finding_opposite_signs(FindingOppositeSigns {
            one: &item(one),
            other: &item(other),
            there: &numbers.shortest(*there),
            back: &numbers.shortest(*back),
        }),
        Finding::OlderThanPolicy {
            policy,
            changed,
            crossed,
            ..
        } => words.finding_older_than_policy(FindingOlderThanPolicy {
            item: &item(&Item::Policy(*policy)),
            date: &numbers.date(*changed),
            n: crossed.len(),
            items: &items(crossed),
        }),
        Finding::Drift(drift) => {
            let (who, shift) = (
                assessor(drift.assessor, contents),
                numbers.number(drift.shift.abs(), 2),
            );
            if drift.shift > 0.0 {
                words.finding_drift_above(drift.cells, shift, who)
            } else {
                words.finding_drift_below(drift.cells, shift, who)
            }
        }
        Finding::NoReason {
            row,
            columns,
            scored,
            ..
        } => words.finding_no_reason(FindingNoReason {
            item: &item(row),
            n: columns.len(),
            scored: *scored,
            items: &items(columns),
        }),
        Finding::NoSource {
            row,
            columns,
            scored,
            ..
        } => words.finding_no_source(FindingNoSource {
            item: &item(row),
            n: columns.len(),
            scored: *scored,
            items: &items(columns),
        }),
    }
}

/// `1, 2, 3`, or the first of many `e altri 12`.
fn list(items: &[Item], contents: &Contents, words: &Words) -> String {
    let named: Vec<String> = items
        .iter()
        .take(ITEMS_NAMED)
        .map(|item| say_item(*item, contents, words))
        .collect();
    let named = named.join(", ");
    match items.len().saturating_sub(ITEMS_NAMED) {
        0 => named,
        n => words.finding_items_more(named, n),
    }
}

impl Said for LeftOpen {
    fn say(&self, words: &Words) -> String {
        words.say(&format!("consensus-left-{}", self.word().replace('_', "-")))
    }
}
