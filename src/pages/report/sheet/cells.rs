//! Cells with their reasons and sources: contributions, conflicts, direct and indirect, and the annex with all of them.

use super::block::{Align, Block, Fact, TableCell, TableColumn};
use super::order::{Areas, by_number};
use super::scope::{Crossing, Scope};
use ordito_model::{Assessment, CellValue, Contribution, Points};
use ordito_words::Say as _;

fn column(scope: &Scope<'_>, key: &str, align: Align, share: f64) -> TableColumn {
    TableColumn {
        head: scope.words.say(key),
        align,
        share,
    }
}

/// The head of the column that names a crossing.
fn other_head(scope: &Scope<'_>) -> &'static str {
    use ordito_model::Axis;
    match (scope.rows.len(), scope.columns.len()) {
        (1, _) if scope.matrix.kind.holds_policies(Axis::Columns) => "sheets-head-policy",
        (1, _) => "sheets-head-goal",
        (_, 1) => "sheets-head-policy",
        _ => "sheets-head-crossing",
    }
}

/// A score as a coloured cell; of a two-sided one both sides are written.
fn score(scope: &Scope<'_>, value: CellValue, side: Points) -> TableCell {
    let (fill, ink) = scope.colours(side);
    TableCell {
        text: scope.words.numbers().cell(value),
        fill: Some(fill),
        ink: Some(ink),
        bold: true,
        ..TableCell::default()
    }
}

/// A text, or that there is none, with the sources behind it.
fn reason(scope: &Scope<'_>, cell: Option<&Assessment>) -> TableCell {
    let text = cell
        .map(|cell| cell.reason.clone())
        .filter(|text| !text.trim().is_empty());
    TableCell {
        text: text.unwrap_or_else(|| scope.words.sheets_no_reason()),
        source: sources(scope, cell),
        ..TableCell::default()
    }
}

/// Sources cited by a cell, by their short keys where they have one: `relazione-ires, p. 12; …`. The method note lists
/// them in full.
pub fn sources(scope: &Scope<'_>, cell: Option<&Assessment>) -> String {
    let cited = cell.map_or(&[][..], |cell| cell.sources.as_slice());
    let parts: Vec<String> = cited
        .iter()
        .filter_map(|cited| {
            let source = scope.contents.sources.get(&cited.source)?;
            let page = if cited.page.is_empty() {
                &source.page
            } else {
                &cited.page
            };
            let args = [("page", page.as_str().into())];
            let page = if page.is_empty() {
                String::new()
            } else {
                format!(", {}", scope.words.say_with("sheets-page", &args))
            };
            Some(format!(
                "{}{page}",
                if source.key.is_empty() {
                    &source.citation
                } else {
                    &source.key
                }
            ))
        })
        .collect();
    parts.join("; ")
}

fn confidence(scope: &Scope<'_>, cell: Option<&Assessment>) -> TableCell {
    let level = cell.and_then(|cell| cell.confidence);
    TableCell::new(level.map_or_else(
        || "–".to_owned(),
        |level| scope.words.sheets_confidence_of(usize::from(level)),
    ))
}

fn contribution_word(scope: &Scope<'_>, cell: Option<&Assessment>) -> TableCell {
    let contribution = cell.and_then(|cell| cell.contribution);
    TableCell::new(contribution.map_or_else(|| "–".to_owned(), |each| each.say(scope.words)))
}

/// Scored crossings with a side that `of` finds, strongest first.
fn with_side<'a>(
    scope: &Scope<'a>,
    of: impl Fn(Points, Points) -> Option<Points>,
) -> Vec<(Crossing<'a>, Points)> {
    let mut list: Vec<(Crossing<'a>, Points)> = scope
        .crossings()
        .into_iter()
        .filter_map(|crossing| match crossing.value {
            CellValue::Scored { benefit, tradeoff } => Some((crossing, of(benefit, tradeoff)?)),
            _ => None,
        })
        .collect();
    list.sort_by_key(|(_, side)| std::cmp::Reverse(side.abs()));
    list
}

/// Co-benefits with reason, sources, confidence and way.
pub fn contributions(scope: &Scope<'_>) -> Vec<Block> {
    let list = with_side(scope, |benefit, _| (benefit.0 > 0).then_some(benefit));
    if list.is_empty() {
        return vec![Block::Note {
            text: scope.words.sheets_no_contributions(),
        }];
    }
    let columns = vec![
        column(scope, other_head(scope), Align::Left, 2.2),
        column(scope, "sheets-head-score", Align::Center, 0.9),
        column(scope, "sheets-head-reason", Align::Left, 4.4),
        column(scope, "sheets-head-contribution", Align::Left, 1.5),
        column(scope, "sheets-head-confidence", Align::Left, 1.2),
    ];
    let rows = list
        .iter()
        .map(|(crossing, side)| {
            vec![
                TableCell::new(scope.other(crossing)),
                score(scope, crossing.value, *side),
                reason(scope, crossing.cell),
                contribution_word(scope, crossing.cell),
                confidence(scope, crossing.cell),
            ]
        })
        .collect();
    vec![Block::Table {
        caption: scope.words.sheets_contributions_caption(),
        row_head: true,
        columns,
        rows,
    }]
}

/// Trade-offs with reason, sources, what softens them and confidence.
pub fn conflicts(scope: &Scope<'_>) -> Vec<Block> {
    let list = with_side(scope, |_, tradeoff| (tradeoff.0 < 0).then_some(tradeoff));
    if list.is_empty() {
        return vec![Block::Note {
            text: scope.words.sheets_no_conflicts(),
        }];
    }
    let columns = vec![
        column(scope, other_head(scope), Align::Left, 2.2),
        column(scope, "sheets-head-score", Align::Center, 0.9),
        column(scope, "sheets-head-why", Align::Left, 3.5),
        column(scope, "sheets-head-mitigation", Align::Left, 2.5),
        column(scope, "sheets-head-confidence", Align::Left, 1.2),
    ];
    let rows = list
        .iter()
        .map(|(crossing, side)| {
            let mitigation = crossing
                .cell
                .map(|cell| cell.mitigation.trim())
                .filter(|text| !text.is_empty());
            vec![
                TableCell::new(scope.other(crossing)),
                score(scope, crossing.value, *side),
                reason(scope, crossing.cell),
                TableCell::new(
                    mitigation.map_or_else(|| scope.words.sheets_no_mitigation(), str::to_owned),
                ),
                confidence(scope, crossing.cell),
            ]
        })
        .collect();
    vec![Block::Table {
        caption: scope.words.sheets_conflicts_caption(),
        row_head: true,
        columns,
        rows,
    }]
}

/// Which scored crossings are direct, indirect, or not said to be either.
pub fn directness(scope: &Scope<'_>) -> Vec<Block> {
    let scored: Vec<Crossing<'_>> = scope
        .crossings()
        .into_iter()
        .filter(|crossing| crossing.value.is_scored())
        .collect();
    if scored.is_empty() {
        return Vec::new();
    }
    let of = |wanted: Option<Contribution>, key: &str| {
        let mut list: Vec<String> = scored
            .iter()
            .filter(|crossing| crossing.cell.and_then(|cell| cell.contribution) == wanted)
            .map(|crossing| scope.other_code(crossing))
            .collect();
        by_number(&mut list);
        let args = [("n", list.len().into())];
        let value = if list.is_empty() {
            "–".to_owned()
        } else {
            list.join(", ")
        };
        Fact {
            label: scope.words.say_with(key, &args),
            value,
        }
    };
    let items = vec![
        of(Some(Contribution::Direct), "sheets-direct"),
        of(Some(Contribution::Indirect), "sheets-indirect"),
        of(None, "sheets-unsaid"),
    ];
    vec![Block::Facts { items }]
}

/// Every crossing of the subject, whatever its state.
pub fn annex(scope: &Scope<'_>) -> Vec<Block> {
    let columns = vec![
        column(scope, other_head(scope), Align::Left, 2.4),
        column(scope, "sheets-head-score", Align::Center, 1.2),
        column(scope, "sheets-head-reason", Align::Left, 3.9),
        column(scope, "sheets-head-contribution", Align::Left, 1.5),
        column(scope, "sheets-head-confidence", Align::Left, 1.2),
        column(scope, "sheets-head-who", Align::Left, 1.6),
    ];
    let numbers = scope.words.numbers();
    let mut areas = Areas::default();
    let rows: Vec<Vec<TableCell>> = scope
        .crossings()
        .iter()
        .map(|crossing| {
            let shown = match crossing.value {
                CellValue::Scored { benefit, tradeoff } => {
                    score(scope, crossing.value, benefit.plus(tradeoff))
                }
                CellValue::Unscored => TableCell::new(scope.words.sheets_unscored()),
                other => TableCell::new(numbers.cell(other)),
            };
            let said = crossing.cell.filter(|cell| !cell.is_empty());
            let who = said.map_or_else(String::new, |cell| {
                format!("{} {}", cell.by, numbers.date(cell.at))
                    .trim()
                    .to_owned()
            });
            let text = said.map_or("", |cell| cell.reason.as_str());
            vec![
                areas.named(scope, scope.other_item(crossing), scope.other(crossing)),
                shown,
                TableCell {
                    source: sources(scope, said),
                    ..TableCell::new(text)
                },
                contribution_word(scope, said),
                confidence(scope, said),
                TableCell::new(who),
            ]
        })
        .collect();
    vec![Block::Table {
        caption: scope.words.sheets_annex_caption(),
        row_head: true,
        columns,
        rows,
    }]
}
