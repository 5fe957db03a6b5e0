//! Workbooks out and in again; what cannot leave as a formula; totals as the analysis has them.

use crate::document::small::{matrix_document, nilsson, stamp, typed};
use ordito::analysis::{Scores, sums};
use ordito::document::{Document, Edit};
use ordito::export::{
    Format, TableWay, document_json, matrix_csv, ods, tables_html, workbook_bytes, xlsx,
};
use ordito::import::{Match, Table, Target, Want, preview_matrix, read_json, read_tables};
use ordito::model::{
    AssessorId, Axis, CellValue, Contents, Language, MatrixId, StepNumber, Timestamp,
};
use ordito::report::tables::{Tables, Value, Workbook, workbook};
use ordito::words::Words;
use std::io::Read as _;

const TARGET: Target = Target {
    matrix: MatrixId::fixed(1),
    assessor: AssessorId::AGREED,
};

fn book(contents: &Contents, language: Language) -> Workbook {
    let words = Words::new(language);
    let (matrix, assessor) = (TARGET.matrix, TARGET.assessor);
    workbook(&Tables {
        contents,
        words: &words,
        matrix,
        assessor,
        now: Timestamp(1_795_435_200_000),
        step: StepNumber(7),
    })
    .unwrap()
}

/// Numbers from a seed (splitmix64).
struct Chance(u64);
impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }
}

fn filled(folder: &std::path::Path, seed: u64) -> Document {
    let mut document = matrix_document(&folder.join("a.ordito"), 7, 9);
    let mut chance = Chance(seed);
    let entries = [
        "3", "2", "1", "0", "-1", "-2", "-3", "2/-1", "1/-3", "n", "?",
    ];
    for row in 1..=7 {
        for column in 1..=9 {
            if chance.below(4) > 0 {
                let entry = entries[chance.below(entries.len() as u64) as usize];
                document
                    .apply(&typed(row, column, entry), &stamp(10))
                    .unwrap();
            }
        }
    }
    document
}

fn values(contents: &Contents) -> Vec<(String, CellValue)> {
    let cells = contents
        .assessments
        .iter()
        .map(|(key, cell)| (format!("{key:?}"), cell.value));
    cells.filter(|(_, value)| value.is_answered()).collect()
}

#[test]
fn what_leaves_in_any_format_comes_back_equal() {
    for seed in 1..=12 {
        let folder = tempfile::tempdir().unwrap();
        let document = filled(folder.path(), seed);
        let contents = document.contents();
        let language = if seed % 2 == 0 {
            Language::It
        } else {
            Language::En
        };
        let book = book(contents, language);
        let files = [
            ("a.xlsx", xlsx(&book).unwrap()),
            ("a.ods", ods(&book).unwrap()),
            (
                "a.csv",
                matrix_csv(
                    contents,
                    TARGET.matrix,
                    TARGET.assessor,
                    "politica",
                    TableWay::ExcelItalian,
                ),
            ),
            (
                "b.csv",
                matrix_csv(
                    contents,
                    TARGET.matrix,
                    TARGET.assessor,
                    "politica",
                    TableWay::OpenData,
                ),
            ),
        ];
        for (name, bytes) in files {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            let sheets = read_tables(&path, &Want::default()).unwrap();
            let other = tempfile::tempdir().unwrap();
            let mut empty = matrix_document(&other.path().join("b.ordito"), 7, 9);
            let preview = preview_matrix(
                empty.contents(),
                &nilsson(),
                TARGET,
                sheets[0].table.as_ref().unwrap(),
            );
            assert!(
                preview.is_whole(),
                "seed {seed}, {name}: {:?}",
                preview.refused
            );
            empty.apply(&preview.edit(name), &stamp(11)).unwrap();
            assert_eq!(
                values(empty.contents()),
                values(contents),
                "seed {seed}, {name}"
            );
        }
        let json = read_json(document_json(contents).as_bytes()).unwrap();
        assert_eq!(json.hash(), contents.hash(), "seed {seed}, json");
    }
}

/// Numbers that formulas come to, by sheet and place.
fn results(book: &Workbook) -> Vec<f64> {
    let totals = book
        .sheets
        .iter()
        .find(|sheet| sheet.name == "Totali")
        .unwrap();
    let formulas = totals
        .rows
        .iter()
        .flatten()
        .filter_map(|value| match value {
            Value::Formula { formula, .. } => Some(formula.result.unwrap_or(f64::NAN)),
            _ => None,
        });
    formulas.collect()
}

#[test]
fn totals_are_those_of_the_analysis() {
    let folder = tempfile::tempdir().unwrap();
    let document = filled(folder.path(), 77);
    let contents = document.contents();
    let scores = Scores::of(contents, TARGET.matrix, TARGET.assessor).unwrap();
    let mut wanted = Vec::new();
    for axis in [Axis::Rows, Axis::Columns] {
        for sums in sums::lines(&scores, axis) {
            let index = sums.coherence_index(scores.largest).unwrap_or(f64::NAN);
            let coverage = sums.coverage().unwrap_or(f64::NAN);
            let scored = f64::from(sums.scored);
            wanted.extend([
                sums.benefit,
                sums.tradeoff,
                sums.net(),
                index,
                coverage,
                scored,
                sums.conflict,
            ]);
        }
    }
    let found = results(&book(contents, Language::It));
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(&wanted) {
        assert!(
            found.to_bits() == wanted.to_bits() || (found - wanted).abs() < 1e-12,
            "{found} for {wanted}"
        );
    }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn an_xlsx_is_frozen_filtered_coloured_noted_and_its_formulas_name_areas() {
    let (_folder, document) = crate::ui::catalogue::sample();
    let contents = document.contents();
    let matrix = *contents.matrices.keys().next().unwrap();
    let assessor = *contents
        .assessors
        .iter()
        .find(|(_, each)| each.name == "Ufficio A")
        .unwrap()
        .0;
    let words = Words::new(Language::It);
    let asked = Tables {
        contents,
        words: &words,
        matrix,
        assessor,
        now: Timestamp(1_795_435_200_000),
        step: StepNumber(7),
    };
    let bytes = xlsx(&workbook(&asked).unwrap()).unwrap();
    assert_eq!(
        bytes,
        xlsx(&workbook(&asked).unwrap()).unwrap(),
        "the same bytes again"
    );
    let first = part(&bytes, "xl/worksheets/sheet1.xml");
    for wanted in [
        "state=\"frozen\"",
        "<autoFilter ref=\"A1:R32\"",
        "legacyDrawing",
    ] {
        assert!(first.contains(wanted), "{wanted}");
    }
    let styles = part(&bytes, "xl/styles.xml");
    for wanted in ["FF1F7A9A", "FFBC5B20", "+General;\u{2212}General;0"] {
        assert!(styles.contains(wanted), "{wanted}");
    }
    let notes = contents
        .cells_of(matrix)
        .filter(|(key, cell)| key.assessor == assessor && !cell.reason.trim().is_empty())
        .count();
    assert_eq!(
        part(&bytes, "xl/comments1.xml")
            .matches("<comment ")
            .count(),
        notes
    );
    let totals = part(&bytes, "xl/worksheets/sheet2.xml");
    assert!(
        totals.contains("<f>SUMPRODUCT('pesi'!B1:R1,'co-benefici'!B2:R2)</f>"),
        "{}",
        &totals[..1500]
    );
    let book = part(&bytes, "xl/workbook.xml");
    assert_eq!(book.matches("state=\"hidden\"").count(), 4);
    assert!(part(&bytes, "docProps/core.xml").contains("Azioni e piani × Agenda 2030"));
}

#[test]
fn no_text_leaves_as_a_formula_and_it_comes_back_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = matrix_document(&folder.path().join("a.ordito"), 5, 2);
    let hostile = ["=1+1", "+2", "-3", "@SUM(A1)", "\tscheda"];
    for (i, name) in hostile.iter().enumerate() {
        let id = ordito::model::PolicyId::fixed(i as u128 + 1);
        let mut policy = document.contents().policies[&id].clone();
        policy.name = (*name).to_owned();
        policy.short = String::new();
        policy.code = String::new();
        document
            .apply(&Edit::ChangePolicy { id, policy }, &stamp(9))
            .unwrap();
        document
            .apply(&typed(i as u128 + 1, 1, "-3"), &stamp(9))
            .unwrap();
    }
    let book = book(document.contents(), Language::It);
    let (sheet, content) = (xlsx(&book).unwrap(), ods(&book).unwrap());
    let first = part(&sheet, "xl/worksheets/sheet1.xml");
    assert!(!first.contains("<f>"), "texts are texts");
    assert_eq!(first.matches("<v>-3</v>").count(), 5, "scores are numbers");
    let matrix = part(&content, "content.xml");
    let matrix = matrix.split("</table:table>").next().unwrap();
    assert!(!matrix.contains("table:formula") && matrix.contains("office:value=\"-3\""));
    for (name, bytes) in [("a.xlsx", sheet), ("a.ods", content)] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let sheets = read_tables(&path, &Want::default()).unwrap();
        let preview = preview_matrix(
            document.contents(),
            &nilsson(),
            TARGET,
            sheets[0].table.as_ref().unwrap(),
        );
        assert!(
            preview
                .rows
                .iter()
                .all(|(_, found)| matches!(found, Match::Name(_))),
            "{name}: {:?}",
            preview.rows
        );
        assert_eq!((preview.same, preview.changes.len()), (5, 0));
    }
    let csv = matrix_csv(
        document.contents(),
        TARGET.matrix,
        TARGET.assessor,
        "p",
        TableWay::ExcelItalian,
    );
    let preview = preview_matrix(
        document.contents(),
        &nilsson(),
        TARGET,
        &Table::from_bytes(&csv).unwrap(),
    );
    assert_eq!((preview.same, preview.changes.len()), (5, 0));
}

#[test]
fn html_is_one_accessible_file_and_an_unknown_ending_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let document = filled(folder.path(), 5);
    let book = book(document.contents(), Language::It);
    let page = tables_html(&book);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"it\">"));
    assert_eq!(page.matches("<h2 ").count(), 7);
    assert!(!page.contains("<script") && !page.contains("src=") && !page.contains("http"));
    assert!(page.contains("scope=\"col\"") && page.contains("scope=\"row\""));
    assert!(workbook_bytes(&book, Format::Png).is_err());
}
