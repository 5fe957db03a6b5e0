//! Totals of rows and columns as formulas over the hidden sheets, with the results of METHODS M2.

use super::Source;
use super::value::{Formula, NumberFormat, Reference, TableSheet, Value};
use ordito_analysis::sums;
use ordito_model::Axis;

pub fn sheet(source: &Source<'_>) -> TableSheet {
    let head = |key: &str| -> Vec<Value> {
        [
            key,
            "tables-weight",
            "sheets-head-benefit",
            "sheets-head-tradeoff",
            "sheets-head-net",
            "sheets-head-index",
            "sheets-head-coverage",
            "tables-scored",
            "sheets-head-internal",
        ]
        .into_iter()
        .map(|key| Value::head(source.say(key)))
        .collect()
    };
    let title = |axis| {
        if source.matrix.kind.holds_policies(axis) {
            "sheets-head-policy"
        } else {
            "sheets-head-goal"
        }
    };
    let mut rows = Vec::new();
    for (i, axis) in [Axis::Rows, Axis::Columns].into_iter().enumerate() {
        if i > 0 {
            rows.push(Vec::new());
        }
        rows.push(head(title(axis)));
        let sums = sums::lines(&source.scores, axis);
        // Weights that are not whole numbers make sums that are not.
        let is_whole = |value: f64| (value - value.round()).abs() < 1e-9;
        let whole = sums
            .iter()
            .all(|each| [each.benefit, each.tradeoff, each.conflict].map(is_whole) == [true; 3]);
        let format = if whole {
            NumberFormat::Signed
        } else {
            NumberFormat::SignedTwo
        };
        for (line, sums) in sums.iter().enumerate() {
            let at = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            rows.push(line_values(source, axis, line, sums, at, format));
        }
    }
    TableSheet {
        name: source.asked.words.tables_totals(),
        frozen: (1, 1),
        widths: vec![46.0, 8.0, 12.0, 12.0, 10.0, 10.0, 12.0, 12.0, 14.0],
        rows,
        ..TableSheet::default()
    }
}

fn line_values(
    source: &Source<'_>,
    axis: Axis,
    line: usize,
    sums: &ordito_analysis::Sums,
    at: u32,
    signed: NumberFormat,
) -> Vec<Value> {
    let (n_rows, n_columns) = (
        source.scores.rows.len() as u32,
        source.scores.columns.len() as u16,
    );
    let place = line as u32 + 1;
    let area = |key: &str, from: (u32, u16), to: (u32, u16)| Reference {
        sheet: source.say(key),
        from,
        to,
    };
    // The line on a hidden sheet, and the weights of what crosses it.
    let own = |key: &str| match axis {
        Axis::Rows => area(key, (place, 1), (place, n_columns)),
        Axis::Columns => area(key, (1, line as u16 + 1), (n_rows, line as u16 + 1)),
    };
    let weights = match axis {
        Axis::Rows => area("tables-weights", (0, 1), (0, n_columns)),
        Axis::Columns => area("tables-weights", (1, 0), (n_rows, 0)),
    };
    let (benefits, tradeoffs) = (own("tables-benefits"), own("tables-tradeoffs"));
    let here = |column: u16| area("tables-totals", (at, column), (at, column));
    let value = |text: &str, areas: &[Reference], result: Option<f64>, format| {
        Value::formula(Formula::new(text, areas, result), format, false)
    };
    let crossings = sums.crossings;
    let largest = source.scores.largest;
    // K Σ w over what is scored: 0 where nothing is or every weight is 0, and then there is no index.
    let full = format!("{largest}*SUMPRODUCT({{2}};ISNUMBER({{0}})*1)");
    let lines = match axis {
        Axis::Rows => &source.scores.rows,
        Axis::Columns => &source.scores.columns,
    };
    let name = lines
        .get(line)
        .map_or_else(String::new, |line| source.item(line.item));
    let weight = lines.get(line).map_or(1.0, |line| line.weight);
    vec![
        Value::styled(name, super::Style::wrapped()),
        Value::number(weight, super::Style::default()),
        value(
            "SUMPRODUCT({0};{1})",
            &[weights.clone(), benefits.clone()],
            Some(sums.benefit),
            signed,
        ),
        value(
            "SUMPRODUCT({0};{1})",
            &[weights.clone(), tradeoffs.clone()],
            Some(sums.tradeoff),
            signed,
        ),
        Value::formula(
            Formula::new("{0}+{1}", &[here(2), here(3)], Some(sums.net())),
            signed,
            true,
        ),
        value(
            &format!("IF({full}=0;\"\";{{1}}/({full}))"),
            &[benefits.clone(), here(4), weights.clone()],
            sums.coherence_index(largest),
            NumberFormat::SignedTwo,
        ),
        value(
            &format!("IF({crossings}-COUNT({{1}})=0;\"\";COUNT({{0}})/({crossings}-COUNT({{1}})))"),
            &[benefits.clone(), own("tables-not-applicable")],
            sums.coverage(),
            NumberFormat::Percent,
        ),
        value(
            "COUNT({0})",
            std::slice::from_ref(&benefits),
            Some(f64::from(sums.scored)),
            NumberFormat::General,
        ),
        value(
            "SUMPRODUCT({0};({1}+{2}>=0)*(0-{2})+({1}+{2}<0)*{1})",
            &[weights, benefits, tradeoffs],
            Some(sums.conflict),
            if signed == NumberFormat::Signed {
                NumberFormat::General
            } else {
                NumberFormat::Two
            },
        ),
    ]
}
