//! Says what analysis finds. Findings hold ids, so the contents they were found in are needed to name things.

use super::Said;
use crate::analysis::{Finding, LeftOpen};
use crate::model::{AssessorId, Contents, Item};
use crate::words::{Arg, Words, say_item};

/// Items named before "and so many others".
const ITEMS_NAMED: usize = 8;

/// One line about a finding, with codes and counts; whose scores it speaks of stands behind it, unless they are the
/// agreed ones.
pub fn say_finding(finding: &Finding, contents: &Contents, words: &Words) -> String {
    let text = what(finding, contents, words);
    match finding.assessor() {
        None | Some(AssessorId::AGREED) => text,
        Some(_) if matches!(finding, Finding::Drift(_)) => text,
        Some(id) => words.say_with("finding-by", &[("what", text.into()), ("who", assessor(id, contents).into())]),
    }
}

fn assessor(id: AssessorId, contents: &Contents) -> String {
    contents.assessor_name(id).to_owned()
}

fn what(finding: &Finding, contents: &Contents, words: &Words) -> String {
    let numbers = words.numbers();
    let item = |item: &Item| Arg::Text(say_item(*item, contents, words));
    let items = |items: &[Item]| Arg::Text(list(items, contents, words));
    match finding {
        Finding::MatrixUnscored { rows, columns } => {
            words.say_with("finding-matrix-unscored", &[("rows", (*rows).into()), ("columns", (*columns).into())])
        }
        Finding::NothingScored { item: at, other_answers: 0, .. } => {
            words.say_with("finding-nothing-scored", &[("item", item(at))])
        }
        Finding::NothingScored { item: at, other_answers, .. } => {
            words.say_with("finding-nothing-scored-answers", &[("item", item(at)), ("n", (*other_answers).into())])
        }
        Finding::OnlyTradeoffs { column, rows, .. } => {
            words.say_with("finding-only-tradeoffs", &[("item", item(column)), ("items", items(rows))])
        }
        Finding::OppositeSigns { one, other, there, back, .. } => words.say_with(
            "finding-opposite-signs",
            &[
                ("one", item(one)),
                ("other", item(other)),
                ("there", numbers.shortest(*there).into()),
                ("back", numbers.shortest(*back).into()),
            ],
        ),
        Finding::OlderThanPolicy { policy, changed, crossed, .. } => words.say_with(
            "finding-older-than-policy",
            &[
                ("item", item(&Item::Policy(*policy))),
                ("date", numbers.date(*changed).into()),
                ("n", crossed.len().into()),
                ("items", items(crossed)),
            ],
        ),
        Finding::Drift(drift) => {
            let facts = [
                ("who", assessor(drift.assessor, contents).into()),
                ("shift", numbers.number(drift.shift.abs(), 2).into()),
                ("n", drift.cells.into()),
            ];
            let above = drift.shift > 0.0;
            if above {
                words.say_with("finding-drift-above", &facts)
            } else {
                words.say_with("finding-drift-below", &facts)
            }
        }
        Finding::NoReason { row, columns, scored, .. } => words.say_with(
            "finding-no-reason",
            &[
                ("item", item(row)),
                ("n", columns.len().into()),
                ("scored", (*scored).into()),
                ("items", items(columns)),
            ],
        ),
        Finding::NoSource { row, columns, scored, .. } => words.say_with(
            "finding-no-source",
            &[
                ("item", item(row)),
                ("n", columns.len().into()),
                ("scored", (*scored).into()),
                ("items", items(columns)),
            ],
        ),
    }
}

/// `1, 2, 3`, or the first of many `e altri 12`.
fn list(items: &[Item], contents: &Contents, words: &Words) -> String {
    let named: Vec<String> = items.iter().take(ITEMS_NAMED).map(|item| say_item(*item, contents, words)).collect();
    let named = named.join(", ");
    match items.len().saturating_sub(ITEMS_NAMED) {
        0 => named,
        n => words.say_with("finding-items-more", &[("items", named.into()), ("n", n.into())]),
    }
}

impl Said for LeftOpen {
    fn say(&self, words: &Words) -> String {
        words.say(&format!("consensus-left-{}", self.word().replace('_', "-")))
    }
}
