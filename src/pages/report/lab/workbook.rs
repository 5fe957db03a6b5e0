//! The outcome as a workbook: every figure with all its digits. Without names there is no sheet of votes or people:
//! a number for each person would tell who is who over twelve questions.

use super::View;
use super::outcome::{answered, outcome, particulars};
use crate::report::tables::{NumberFormat, Style, TableSheet, Value, Workbook, finished};
use ordito_analysis::Verdict;
use ordito_analysis::session::{PanelAgreement, TwoSided, distribution};
use ordito_model::{CellValue, Outcome};

pub fn workbook(view: &View<'_>) -> Workbook {
    let mut sheets = vec![
        summary(view),
        outcomes(view),
        rounds(view),
        moved(view),
        comments(view),
    ];
    if view.names {
        sheets.extend([votes(view), participants(view)]);
    }
    sheets.push(method(view));
    let file = view.file(super::LabPaper::Outcome, Vec::new());
    let marks = file
        .sheets
        .into_iter()
        .flat_map(|sheet| sheet.marks)
        .collect();
    finished(view.words, file.title, file.author, marks, view.now, sheets)
}

fn wrapped(text: impl Into<String>) -> Value {
    Value::styled(text, Style::wrapped())
}
fn count(n: usize) -> Value {
    Value::number(n as f64, Style::default())
}
/// A count or a vote, whole or half.
fn number(value: Option<f64>) -> Value {
    Value::maybe(value, NumberFormat::General)
}
/// A mean or a measure of agreement.
fn measure(value: Option<f64>) -> Value {
    Value::two(value)
}
/// What is read on the screen and seldom printed.
fn listed(sheet: TableSheet) -> TableSheet {
    TableSheet {
        on_request: true,
        ..sheet
    }
}
fn heads(view: &View<'_>, keys: &[&str]) -> Vec<Value> {
    keys.iter().map(|key| Value::head(view.say(key))).collect()
}
fn sheet(view: &View<'_>, key: &str, widths: Vec<f64>, rows: Vec<Vec<Value>>) -> TableSheet {
    TableSheet {
        name: view.say(key),
        frozen: (1, 0),
        filter: true,
        widths,
        rows,
        ..TableSheet::default()
    }
}

/// A score as a number where it is one, else as it is typed.
fn score(view: &View<'_>, value: CellValue) -> Value {
    let mut style = Style {
        centre: true,
        ..Style::number(NumberFormat::Signed)
    };
    if let Some((fill, ink)) = view.colours(value) {
        let (fill, ink) = Style::colours(fill, ink);
        (style.fill, style.ink) = (Some(fill), Some(ink));
    }
    match value.net() {
        Some(net) if !value.is_two_sided() => Value::number(net.value(), style),
        _ => Value::styled(
            view.words.numbers().cell(value),
            Style {
                format: NumberFormat::General,
                ..style
            },
        ),
    }
}

fn summary(view: &View<'_>) -> TableSheet {
    let session = &view.session;
    let mut rows: Vec<Vec<Value>> = particulars(view)
        .into_iter()
        .map(|fact| vec![Value::head(fact.label), wrapped(fact.value)])
        .collect();
    rows.push(Vec::new());
    let counts = [
        ("labpaper-listed", session.listed),
        ("labpaper-present", session.present),
        ("labpaper-voted", session.voted),
        ("labpaper-questions", view.agenda.len()),
        ("labpaper-agreed", session.outcomes.agreed),
        ("labpaper-parked", session.outcomes.parked),
        ("labpaper-skipped", session.outcomes.skipped),
        ("labpaper-open", session.outcomes.open),
    ];
    rows.extend(counts.map(|(key, n)| vec![Value::head(view.say(key)), count(n)]));
    if let Some(moved) = session.moved {
        rows.push(Vec::new());
        let lines = [
            ("labpaper-moved-both", count(moved.both)),
            ("labpaper-moved-label", count(moved.moved)),
            ("labpaper-moved-up", count(moved.up)),
            ("labpaper-moved-down", count(moved.down)),
            ("labpaper-moved-shift", measure(moved.mean_shift)),
            ("labpaper-moved-distance", measure(moved.mean_distance)),
            ("labpaper-moved-before", measure(moved.before)),
            ("labpaper-moved-after", measure(moved.after)),
        ];
        rows.extend(lines.map(|(key, value)| vec![Value::head(view.say(key)), value]));
    }
    rows.push(Vec::new());
    rows.push(heads(
        view,
        &[
            "labpaper-panel",
            "labpaper-questions",
            "labpaper-alpha",
            "labpaper-head-units",
            "labpaper-head-scores",
            "labpaper-w",
            "labpaper-head-cells",
            "labpaper-head-people",
        ],
    ));
    let line = |each: &PanelAgreement| {
        let name = match each.round {
            Some(round) => view.words.labpaper_round(usize::from(round)),
            None => view.words.labpaper_last_rounds(),
        };
        vec![
            Value::head(name),
            count(each.questions),
            measure(each.alpha.map(|found| found.alpha)),
            number(each.alpha.map(|found| found.units as f64)),
            number(each.alpha.map(|found| found.scores as f64)),
            measure(each.concordance.map(|found| found.w)),
            number(each.concordance.map(|found| found.cells as f64)),
            number(each.concordance.map(|found| found.assessors as f64)),
        ]
    };
    rows.extend(
        session
            .by_round
            .iter()
            .chain(std::iter::once(&session.agreement))
            .map(line),
    );
    TableSheet {
        name: view.words.labpaper_summary(),
        widths: vec![34.0, 44.0, 16.0, 16.0, 16.0, 16.0, 16.0, 16.0],
        rows,
        ..TableSheet::default()
    }
}

/// What became of each question.
fn outcomes(view: &View<'_>) -> TableSheet {
    let mut rows = vec![heads(
        view,
        &[
            "labpaper-head-n",
            "compare-head-row",
            "compare-head-column",
            "labpaper-head-minutes",
            "labpaper-head-outcome",
            "labpaper-agreed-value",
            "labpaper-reason",
            "labpaper-dissent",
        ],
    )];
    for ((_, question), n) in view.agenda.iter().zip(1_usize..) {
        let (value, reason, dissent) = match &question.outcome {
            Some(Outcome::Agreed {
                value,
                reason,
                dissent,
            }) => (Some(*value), reason.as_str(), dissent.as_str()),
            Some(Outcome::Parked { reason }) => (None, reason.as_str(), ""),
            _ => (None, "", ""),
        };
        rows.push(vec![
            count(n),
            wrapped(view.item(question.row)),
            wrapped(view.item(question.column)),
            count(usize::from(question.minutes)),
            Value::text(outcome(view, question.outcome.as_ref())),
            value.map_or(Value::Empty, |value| score(view, value)),
            wrapped(view.written(reason)),
            wrapped(view.written(dissent)),
        ]);
    }
    sheet(
        view,
        "labpaper-outcomes",
        vec![6.0, 40.0, 34.0, 9.0, 26.0, 12.0, 60.0, 60.0],
        rows,
    )
}

/// A line for each revealed round of each question.
fn rounds(view: &View<'_>) -> TableSheet {
    let numbers = view.words.numbers();
    let mut levels: Vec<_> = view.scale.levels.iter().map(|level| level.value).collect();
    levels.sort_unstable();
    let before = [
        "labpaper-head-n",
        "compare-head-row",
        "compare-head-column",
        "labpaper-head-round",
        "labpaper-head-votes",
        "labpaper-head-missing",
    ];
    let after = [
        "labpaper-head-between",
        "labpaper-not-applicable",
        "labpaper-dont-know",
        "labpaper-head-scored",
        "labpaper-head-lower-median",
        "labpaper-head-upper-median",
        "labpaper-head-q1",
        "labpaper-head-q3",
        "labpaper-head-iqr",
        "labpaper-head-consensus",
        "labpaper-head-agreement",
        "labpaper-head-dispersion",
        "labpaper-head-negative",
        "labpaper-head-zero",
        "labpaper-head-positive",
        "labpaper-head-verdict",
        "labpaper-head-two-sided",
        "labpaper-head-sides",
    ];
    let mut head = heads(view, &before);
    head.extend(
        levels
            .iter()
            .map(|value| Value::head(numbers.points(*value))),
    );
    head.extend(heads(view, &after));
    let mut widths = vec![6.0, 40.0, 34.0, 8.0, 8.0, 10.0];
    widths.extend(std::iter::repeat_n(7.0, levels.len()));
    widths.extend(std::iter::repeat_n(13.0, after.len()));
    let mut rows = vec![head];
    for (((_, question), asked), n) in view
        .agenda
        .iter()
        .zip(&view.session.questions)
        .zip(1_usize..)
    {
        for round in &asked.rounds {
            let (levels, between) = distribution(round, view.scale);
            let states =
                |wanted| count(round.said.iter().filter(|value| **value == wanted).count());
            let mut row = vec![
                count(n),
                wrapped(view.item(question.row)),
                wrapped(view.item(question.column)),
                count(usize::from(round.round)),
                count(round.votes),
                count(round.missing),
            ];
            row.extend(levels.into_iter().map(|(_, n)| count(n)));
            row.extend([
                count(between),
                states(CellValue::NotApplicable),
                states(CellValue::DontKnow),
            ]);
            let panel = round.panel.as_ref();
            row.push(count(panel.map_or(0, |panel| panel.n)));
            row.extend([
                number(panel.map(|panel| panel.lower_median.value())),
                number(panel.map(|panel| panel.upper_median.value())),
                measure(panel.map(|panel| panel.quartiles.0)),
                measure(panel.map(|panel| panel.quartiles.1)),
                measure(panel.map(ordito_analysis::CellPanel::iqr)),
                measure(panel.and_then(|panel| panel.consensus)),
                measure(panel.and_then(|panel| panel.agreement)),
                measure(panel.and_then(|panel| panel.dispersion)),
                number(panel.map(|panel| panel.negative as f64)),
                number(panel.map(|panel| panel.zero as f64)),
                number(panel.map(|panel| panel.positive as f64)),
            ]);
            let verdict = panel.map_or(Verdict::TooFew, |panel| panel.verdict);
            row.push(Value::text(view.verdict(verdict)));
            let two_sided = TwoSided::of(&round.said);
            row.push(count(two_sided.as_ref().map_or(0, TwoSided::count)));
            row.push(two_sided.map_or(Value::Empty, |found| wrapped(view.two_sided(&found))));
            rows.push(row);
        }
    }
    listed(sheet(view, "labpaper-rounds", widths, rows))
}

/// What moved, question by question.
fn moved(view: &View<'_>) -> TableSheet {
    let mut rows = vec![heads(
        view,
        &[
            "labpaper-head-n",
            "labpaper-head-crossing",
            "labpaper-moved-both",
            "labpaper-moved-label",
            "labpaper-moved-up",
            "labpaper-moved-down",
            "labpaper-moved-shift",
            "labpaper-moved-distance",
            "labpaper-moved-before",
            "labpaper-moved-after",
        ],
    )];
    for (((_, question), asked), n) in view
        .agenda
        .iter()
        .zip(&view.session.questions)
        .zip(1_usize..)
    {
        let Some(moved) = &asked.moved else { continue };
        rows.push(vec![
            count(n),
            wrapped(view.crossing(question)),
            count(moved.both),
            count(moved.moved),
            count(moved.up),
            count(moved.down),
            measure(moved.mean_shift),
            measure(moved.mean_distance),
            measure(moved.before),
            measure(moved.after),
        ]);
    }
    let mut widths = vec![6.0, 60.0];
    widths.extend([14.0; 8]);
    listed(sheet(view, "labpaper-moves", widths, rows))
}

fn comments(view: &View<'_>) -> TableSheet {
    let mut keys = vec![
        "labpaper-head-n",
        "labpaper-head-crossing",
        "labpaper-head-round",
    ];
    let mut widths = vec![6.0, 60.0, 8.0];
    if view.names {
        keys.push("labpaper-head-name");
        widths.push(26.0);
    }
    keys.push("labpaper-head-comment");
    widths.push(80.0);
    let mut rows = vec![heads(view, &keys)];
    for (((_, question), asked), n) in view
        .agenda
        .iter()
        .zip(&view.session.questions)
        .zip(1_usize..)
    {
        for round in &asked.rounds {
            for (who, text) in view.comments(question, round.round) {
                let mut row = vec![
                    count(n),
                    wrapped(view.crossing(question)),
                    count(usize::from(round.round)),
                ];
                if view.names {
                    row.push(Value::text(who));
                }
                row.push(wrapped(text));
                rows.push(row);
            }
        }
    }
    sheet(view, "labpaper-all-comments", widths, rows)
}

/// Who voted what: a line for each vote.
fn votes(view: &View<'_>) -> TableSheet {
    let keys = [
        "labpaper-head-n",
        "labpaper-head-crossing",
        "labpaper-head-round",
        "labpaper-head-name",
        "labpaper-head-table",
        "labpaper-head-vote",
    ];
    let mut rows = vec![heads(view, &keys)];
    for (((_, question), asked), n) in view
        .agenda
        .iter()
        .zip(&view.session.questions)
        .zip(1_usize..)
    {
        for round in &asked.rounds {
            for ((_, who), value) in view.voters().zip(&round.said) {
                if value.is_answered() {
                    rows.push(vec![
                        count(n),
                        wrapped(view.crossing(question)),
                        count(usize::from(round.round)),
                        Value::text(view.name(who.id)),
                        Value::text(who.table.as_str()),
                        score(view, *value),
                    ]);
                }
            }
        }
    }
    listed(sheet(
        view,
        "labpaper-votes",
        vec![6.0, 60.0, 8.0, 26.0, 14.0, 10.0],
        rows,
    ))
}

fn participants(view: &View<'_>) -> TableSheet {
    let keys = [
        "labpaper-head-name",
        "labpaper-head-role",
        "labpaper-head-organisation",
        "labpaper-head-table",
        "labpaper-head-presence",
        "labpaper-head-answered",
    ];
    let mut rows = vec![heads(view, &keys)];
    for (place, who) in view.voters() {
        let presence = if who.absent {
            view.words.labpaper_absent()
        } else {
            view.words.labpaper_is_present()
        };
        rows.push(vec![
            Value::text(view.name(who.id)),
            Value::text(who.role.as_str()),
            Value::text(who.organisation.as_str()),
            Value::text(who.table.as_str()),
            Value::text(presence),
            count(answered(view, place)),
        ]);
    }
    sheet(
        view,
        "labpaper-participants",
        vec![28.0, 24.0, 30.0, 14.0, 14.0, 14.0],
        rows,
    )
}

fn method(view: &View<'_>) -> TableSheet {
    let line = |text: String| vec![Value::head(view.words.tables_formula()), wrapped(text)];
    let mut rows: Vec<Vec<Value>> = view.method().into_iter().map(line).collect();
    rows.push(vec![
        Value::head(view.words.labpaper_rule_label()),
        wrapped(view.rule()),
    ]);
    let date = view.words.numbers().long_date(view.now);
    rows.push(vec![
        Value::head(view.words.sheets_field_date()),
        wrapped(date),
    ]);
    TableSheet {
        name: view.words.tables_method(),
        widths: vec![24.0, 110.0],
        rows,
        ..TableSheet::default()
    }
}
