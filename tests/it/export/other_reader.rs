//! XLSX and ODS read by calamine: values, formulas, texts.

use super::{AWKWARD, MATRIX, awkward, book};
use crate::document::small::{cell, reason, stamp};
use calamine::{Data, DataType as _, Ods, Range, Reader, SheetVisible, Xlsx};
use ordito::analysis::{Scores, Sums, sums};
use ordito::export::{ods, xlsx};
use ordito::model::{AssessorId, Axis, CellValue, Contents, Language, Points};
use ordito::report::tables::{Value, Workbook};
use std::io::Cursor;

/// What a reader finds of a workbook: sheets with their values and formulas.
pub struct Found {
    format: &'static str,
    sheets: Vec<(String, bool, Range<Data>, Range<String>)>,
}
impl Found {
    fn sheet(&self, name: &str) -> &(String, bool, Range<Data>, Range<String>) {
        self.sheets.iter().find(|sheet| sheet.0 == name).unwrap()
    }
}

pub fn read<R: Reader<Cursor<Vec<u8>>>>(format: &'static str, bytes: Vec<u8>) -> Found
where
    R::Error: std::fmt::Debug,
{
    let mut reader = R::new(Cursor::new(bytes)).unwrap();
    let names: Vec<(String, bool)> = reader
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    let sheets = names
        .into_iter()
        .map(|(name, shown)| {
            let values = reader.worksheet_range(&name).unwrap();
            let formulas = reader.worksheet_formula(&name).unwrap();
            (name, shown, values, formulas)
        })
        .collect();
    Found { format, sheets }
}

fn both(book: &Workbook) -> [Found; 2] {
    [
        read::<Xlsx<_>>("xlsx", xlsx(book).unwrap()),
        read::<Ods<_>>("ods", ods(book).unwrap()),
    ]
}

fn at(range: &Range<Data>, row: usize, column: usize) -> Data {
    let value = range.get_value((u32::try_from(row).unwrap(), u32::try_from(column).unwrap()));
    value.cloned().unwrap_or_default()
}

/// The same but for the nearest double.
fn same(found: &Data, wanted: Option<f64>) -> bool {
    match (
        found.as_f64().filter(|_| !matches!(found, Data::String(_))),
        wanted,
    ) {
        (Some(found), Some(wanted)) => (found - wanted).abs() < 1e-12,
        (None, None) => {
            matches!(found, Data::Empty) || matches!(found, Data::String(text) if text.is_empty())
        }
        _ => false,
    }
}

/// Every cell of ours is there as it is; says how many numbers it has seen.
pub fn check(book: &Workbook, found: &Found) -> usize {
    let mut n_numbers = 0;
    for (sheet, (name, _, values, _)) in book.sheets.iter().zip(&found.sheets) {
        assert_eq!(sheet.name, *name);
        for (row, expected) in sheet.rows.iter().enumerate() {
            for (column, value) in expected.iter().enumerate() {
                let seen = at(values, row, column);
                let as_wanted = match value {
                    Value::Empty => seen == Data::Empty,
                    Value::Text { text, .. } if text.is_empty() => seen == Data::Empty,
                    Value::Text { text, .. } => seen == Data::String(text.clone()),
                    Value::Number { value, .. } => same(&seen, Some(*value)),
                    Value::Formula { formula, .. } => same(&seen, formula.result),
                };
                assert!(
                    as_wanted,
                    "{} {name} {row} {column}: {seen:?} for {value:?}",
                    found.format
                );
                n_numbers += usize::from(matches!(
                    value,
                    Value::Number { .. } | Value::Formula { .. }
                ));
            }
        }
    }
    n_numbers
}

#[test]
fn scores_are_numbers_and_everything_else_is_text() {
    let folder = tempfile::tempdir().unwrap();
    let document = awkward(folder.path());
    let contents = document.contents();
    for found in both(&book(contents, Language::It)) {
        let (_, _, values, formulas) = found.sheet("Matrice");
        assert!(
            formulas.used_cells().next().is_none(),
            "{}: nothing there is a formula",
            found.format
        );
        for row in 1..=9_u128 {
            for column in 1..=6_u128 {
                let value = contents
                    .assessments
                    .get(&cell(row, column))
                    .map(|cell| cell.value)
                    .unwrap_or_default();
                let seen = at(values, row as usize, column as usize);
                let as_wanted = match value {
                    CellValue::Unscored => seen == Data::Empty,
                    CellValue::NotApplicable => seen == Data::String("n.a.".to_owned()),
                    CellValue::DontKnow => seen == Data::String("?".to_owned()),
                    CellValue::Scored { .. } if value.is_two_sided() => {
                        seen == Data::String(value.to_string())
                    }
                    CellValue::Scored { .. } => same(&seen, value.net().map(Points::value)),
                };
                assert!(
                    as_wanted,
                    "{} {row} {column}: {seen:?} for {value:?}",
                    found.format
                );
            }
        }
    }
}

fn numbers(contents: &Contents) -> Vec<(Axis, Vec<Sums>, f64)> {
    let scores = Scores::of(contents, MATRIX, AssessorId::AGREED).unwrap();
    [Axis::Rows, Axis::Columns]
        .map(|axis| (axis, sums::lines(&scores, axis), scores.largest))
        .into()
}

/// What the totals of a line must be, in the order of the sheet from its third column on.
pub fn wanted(sums: &Sums, largest: f64) -> [Option<f64>; 7] {
    let scored = Some(f64::from(sums.scored));
    let (index, coverage) = (sums.coherence_index(largest), sums.coverage());
    [
        Some(sums.benefit),
        Some(sums.tradeoff),
        Some(sums.net()),
        index,
        coverage,
        scored,
        Some(sums.conflict),
    ]
}

#[test]
fn totals_are_formulas_and_their_values_are_ours() {
    let folder = tempfile::tempdir().unwrap();
    let document = awkward(folder.path());
    for found in both(&book(document.contents(), Language::It)) {
        let (_, _, values, formulas) = found.sheet("Totali");
        // Headings, rows, a blank line, headings, columns.
        let mut line = 1;
        for (axis, sums, largest) in numbers(document.contents()) {
            for sums in &sums {
                for (i, wanted) in wanted(sums, largest).into_iter().enumerate() {
                    let seen = at(values, line, i + 2);
                    assert!(
                        same(&seen, wanted),
                        "{} {axis:?} {line} {i}: {seen:?}, {wanted:?}",
                        found.format
                    );
                    let formula = formulas.get_value((line as u32, i as u32 + 2)).unwrap();
                    assert!(!formula.is_empty(), "{} {axis:?} {line} {i}", found.format);
                }
                line += 1;
            }
            line += 2;
        }
    }
}

#[test]
fn texts_come_through_as_they_are_and_none_as_a_formula() {
    let folder = tempfile::tempdir().unwrap();
    let document = awkward(folder.path());
    for found in both(&book(document.contents(), Language::It)) {
        let (_, _, values, formulas) = found.sheet("Politiche");
        assert!(formulas.used_cells().next().is_none());
        let names: Vec<Data> = (1..=9).map(|row| at(values, row, 1)).collect();
        assert_eq!(
            names,
            AWKWARD.map(|name| Data::String(name.to_owned())),
            "{}",
            found.format
        );
        let (_, _, reasons, formulas) = found.sheet("Motivazioni");
        assert!(formulas.used_cells().next().is_none());
        assert_eq!(
            at(reasons, 1, 5),
            Data::String("=HYPERLINK(\"http://example.org\")".to_owned())
        );
        assert_eq!(
            at(reasons, 2, 5),
            Data::String("prima riga\nseconda riga".to_owned())
        );
        assert_eq!(at(reasons, 1, 10), Data::String("Consenso".to_owned()));
        let budget = at(values, 1, 11);
        assert!(
            same(&budget, Some(1_234_567.89)),
            "{} {budget:?}",
            found.format
        );
    }
}

#[test]
fn sheets_are_the_same_in_both_formats_and_hidden_ones_hidden() {
    let folder = tempfile::tempdir().unwrap();
    let document = awkward(folder.path());
    for (language, shown) in [
        (
            Language::It,
            [
                "Matrice",
                "Totali",
                "Motivazioni",
                "Politiche",
                "Obiettivi",
                "Fonti",
                "Metodo",
            ],
        ),
        (
            Language::En,
            [
                "Matrix", "Totals", "Reasons", "Policies", "Goals", "Sources", "Method",
            ],
        ),
    ] {
        let book = book(document.contents(), language);
        let [first, second] = both(&book);
        for found in [&first, &second] {
            let visible: Vec<&str> = found
                .sheets
                .iter()
                .filter(|sheet| sheet.1)
                .map(|sheet| sheet.0.as_str())
                .collect();
            assert_eq!(visible, shown);
            assert!(
                found
                    .sheets
                    .iter()
                    .all(|sheet| sheet.0.chars().count() <= 31)
            );
        }
        assert!(check(&book, &first) > 200 && check(&book, &second) > 200);
    }
}

#[test]
fn a_reason_longer_than_a_cell_goes_on_in_another_sheet() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = awkward(folder.path());
    let long: String = "Perché sì 😀 ".chars().cycle().take(80_000).collect();
    document.apply(&reason(2, 2, &long), &stamp(20)).unwrap();
    for found in both(&book(document.contents(), Language::It)) {
        let (_, _, reasons, _) = found.sheet("Motivazioni");
        let row = (1..reasons.height())
            .find(|row| at(reasons, *row, 5).to_string().starts_with("Perché"))
            .unwrap();
        let first = at(reasons, row, 5).to_string();
        let (kept, place) = first
            .split_once(" … segue nel foglio «Testi lunghi», riga ")
            .unwrap();
        let (_, _, texts, _) = found.sheet("Testi lunghi");
        // Once for the note on the cell, once for the sheet of reasons.
        let from: usize = place.parse().unwrap();
        let rest: String = (from - 1..texts.height())
            .map(|row| at(texts, row, 1).to_string())
            .collect();
        assert_eq!(kept.to_owned() + &rest, long, "{}", found.format);
        assert!(
            at(texts, from - 1, 0)
                .to_string()
                .starts_with("Motivazioni F")
        );
    }
}
