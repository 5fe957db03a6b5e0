//! A workbook goes out to an office and comes back filled in: by ids, every change shown, what is refused with its place.

use super::forge::zip;
use crate::cli::{done, ordito, refused};
use crate::document::small::{matrix_document, nilsson, stamp, typed};
use ordito::document::{Document, Edit};
use ordito::export::template_xlsx;
use ordito::import::{
    FilledTemplate, Match, MatrixPreview, Place, TemplateError, Want, find_template,
    preview_template, read_tables,
};
use ordito::model::{
    Assessor, AssessorId, AssessorKind, CellValue, Contents, Language, MatrixId, PolicyId,
    read_entry,
};
use ordito::words::Words;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;

const MATRIX: MatrixId = MatrixId::fixed(1);
const OFFICE: AssessorId = AssessorId::fixed(7);

fn document(folder: &Path, rows: u128, columns: u128) -> Document {
    let mut document = matrix_document(&folder.join("a.ordito"), rows, columns);
    let assessor = Assessor {
        name: "Ufficio A".to_owned(),
        kind: AssessorKind::Office,
        note: String::new(),
        position: 1,
    };
    document
        .apply(
            &Edit::PutAssessor {
                id: OFFICE,
                assessor,
            },
            &stamp(9),
        )
        .unwrap();
    document
}

/// An entry of the office.
fn office(row: u128, column: u128, entry: &str) -> Edit {
    let mut edit = typed(row, column, entry);
    if let Edit::SetCells { cells, .. } = &mut edit {
        for cell in cells {
            cell.key.assessor = OFFICE;
        }
    }
    edit
}

/// Writes entries into the cells of the first sheet, as another program would: by row and column from 0.
fn filled_in(workbook: Vec<u8>, entries: &BTreeMap<(usize, usize), String>) -> Vec<u8> {
    let mut package = zip_of(workbook);
    let sheet = package
        .iter_mut()
        .find(|(name, _)| name == "xl/worksheets/sheet1.xml")
        .unwrap();
    let mut xml = String::from_utf8(sheet.1.clone()).unwrap();
    for ((row, column), entry) in entries {
        let name = format!("{}{}", (b'A' + *column as u8) as char, row + 1);
        let from = xml.find(&format!("<c r=\"{name}\"")).unwrap();
        let rest = &xml[from..];
        let open = rest.find('>').unwrap();
        let to = from
            + if rest[..open].ends_with('/') {
                open + 1
            } else {
                rest.find("</c>").unwrap() + 4
            };
        let entry = entry.replace('&', "&amp;").replace('<', "&lt;");
        xml.replace_range(
            from..to,
            &format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>{entry}</t></is></c>"),
        );
    }
    sheet.1 = xml.into_bytes();
    let parts: Vec<(&str, &[u8])> = package
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    zip(&parts)
}

fn zip_of(workbook: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn template(contents: &Contents) -> Vec<u8> {
    template_xlsx(contents, &Words::new(Language::It), MATRIX, OFFICE).unwrap()
}

pub fn found(folder: &Path, workbook: &[u8]) -> Result<FilledTemplate, TemplateError> {
    let path = folder.join("t.xlsx");
    std::fs::write(&path, workbook).unwrap();
    find_template(&read_tables(&path, &Want::default()).unwrap()).unwrap()
}

fn preview(folder: &Path, contents: &Contents, workbook: &[u8]) -> MatrixPreview {
    preview_template(contents, &found(folder, workbook).unwrap()).unwrap()
}

fn scores(contents: &Contents) -> Vec<(String, CellValue)> {
    let of = contents
        .assessments
        .iter()
        .filter(|(key, cell)| key.assessor == OFFICE && cell.value.is_answered());
    of.map(|(key, cell)| (format!("{key:?}"), cell.value))
        .collect()
}

#[test]
fn filled_in_at_random_it_comes_back_equal_and_is_undone_in_one_step() {
    const ENTRIES: [&str; 12] = [
        "", "3", "-2", "2/-1", "0", "n", "?", "+1", "−3", "1-2", "n.a.", " 2 ",
    ];
    let scale = nilsson();
    let mut state = 11_u64;
    for _ in 0..25 {
        let folder = tempfile::tempdir().unwrap();
        let mut next = |n: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % n
        };
        let (rows, columns) = (next(7) + 1, next(9) + 1);
        let mut document = document(folder.path(), u128::from(rows), u128::from(columns));
        // Some of it is scored before the workbook is written.
        let mut wanted: BTreeMap<(usize, usize), CellValue> = BTreeMap::new();
        for row in 0..rows as usize {
            for column in 0..columns as usize {
                let before = ENTRIES[next(6) as usize];
                let edit = office(row as u128 + 1, column as u128 + 1, before);
                document.apply(&edit, &stamp(10)).unwrap();
                wanted.insert((row, column), read_entry(before, &scale).unwrap());
            }
        }
        let mut entries = BTreeMap::new();
        for _ in 0..next(rows * columns + 1) {
            let place = (next(rows) as usize, next(columns) as usize);
            let entry = ENTRIES[next(ENTRIES.len() as u64) as usize];
            wanted.insert(place, read_entry(entry, &scale).unwrap());
            entries.insert((place.0 + 4, place.1 + 3), entry.to_owned());
        }
        let workbook = filled_in(template(document.contents()), &entries);
        let preview = preview(folder.path(), document.contents(), &workbook);
        assert!(preview.is_whole() && preview.newer == 0, "{preview:?}");
        let before = scores(document.contents());
        let applied = document.apply(&preview.edit("t.xlsx"), &stamp(11)).unwrap();
        for ((row, column), value) in &wanted {
            let cell = ordito::model::AssessmentKey {
                assessor: OFFICE,
                ..crate::document::small::cell(*row as u128 + 1, *column as u128 + 1)
            };
            let got = document
                .contents()
                .assessments
                .get(&cell)
                .map(|cell| cell.value)
                .unwrap_or_default();
            assert_eq!(got, *value, "{row} {column}");
        }
        if applied.is_some() {
            document.undo(&stamp(12)).unwrap().unwrap();
        }
        assert_eq!(scores(document.contents()), before);
    }
}

#[test]
fn what_the_document_got_since_is_not_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = document(folder.path(), 2, 2);
    document.apply(&office(1, 1, "1"), &stamp(10)).unwrap();
    let workbook = template(document.contents());
    // Here and there: (1,1) changes here only, (1,2) in both, (2,1) there only.
    document.apply(&office(1, 1, "3"), &stamp(11)).unwrap();
    document.apply(&office(1, 2, "-3"), &stamp(11)).unwrap();
    let entries = [((4, 4), "2".to_owned()), ((5, 3), "-1".to_owned())].into();
    let preview = preview(
        folder.path(),
        document.contents(),
        &filled_in(workbook, &entries),
    );
    let said: Vec<String> = preview
        .changes
        .iter()
        .map(|change| format!("{:?}: {} > {}", change.place, change.old, change.new))
        .collect();
    assert_eq!(
        said,
        [
            "Place { row: 5, column: 5 }: -3 > 2",
            "Place { row: 6, column: 4 }:  > -1"
        ]
    );
    assert_eq!(preview.newer, 1);
}

#[test]
fn what_cannot_come_in_is_listed_with_sheet_row_column_and_reason() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = document(folder.path(), 3, 2);
    let workbook = template(document.contents());
    document
        .apply(&Edit::DeletePolicies(vec![PolicyId::fixed(2)]), &stamp(10))
        .unwrap();
    let entries = [((4, 3), "boh"), ((4, 4), "7"), ((6, 3), "1")]
        .map(|(place, entry)| (place, entry.to_owned()))
        .into();
    let preview = preview(
        folder.path(),
        document.contents(),
        &filled_in(workbook, &entries),
    );
    assert_eq!(preview.sheet, "Matrice");
    let places: Vec<Place> = preview
        .refused
        .iter()
        .map(|refused| refused.place)
        .collect();
    assert_eq!(
        places,
        [Place { row: 5, column: 4 }, Place { row: 5, column: 5 }]
    );
    assert_eq!(preview.changes.len(), 1);
    // The row of a policy that is gone is said by its name.
    let gone: Vec<_> = preview.unmatched().collect();
    assert_eq!(gone.len(), 1);
    assert_eq!(gone[0].1.to_string(), "C6");
    assert!(
        matches!(gone[0].2, Match::Unmatched { text, .. } if text == "P2 Politica 2"),
        "{gone:?}"
    );
}

#[test]
fn a_workbook_of_another_document_or_spoilt_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let document = document(folder.path(), 2, 2);
    let workbook = template(document.contents());
    let whole = found(folder.path(), &workbook).unwrap();
    let mut other = document.contents().clone();
    for info in other.info.values_mut() {
        info.id = ordito::model::DocumentId::fixed(99);
    }
    assert_eq!(
        preview_template(&other, &whole),
        Err(TemplateError::OtherDocument)
    );
    let mut other = document.contents().clone();
    other.assessors.remove(&OFFICE);
    assert_eq!(
        preview_template(&other, &whole),
        Err(TemplateError::NoAssessor)
    );
    other.matrices.clear();
    assert_eq!(
        preview_template(&other, &whole),
        Err(TemplateError::NoMatrix)
    );
    let changed = |from: &str, to: &str| {
        let mut package = zip_of(workbook.clone());
        for (_, bytes) in &mut package {
            if let Ok(text) = String::from_utf8(bytes.clone()) {
                *bytes = text.replace(from, to).into_bytes();
            }
        }
        let parts: Vec<(&str, &[u8])> = package
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        found(folder.path(), &zip(&parts))
    };
    assert_eq!(changed(&MATRIX.to_string(), "boh"), Err(TemplateError::Ids));
    assert_eq!(changed("ordito-celle", "boh"), Err(TemplateError::NoCells));
    assert_eq!(changed("<t>1</t>", "<t>2</t>"), Err(TemplateError::Version));
}

#[test]
fn it_goes_out_and_comes_back_by_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    done(&ordito(
        at,
        &[
            "export",
            "a.ordito",
            "--to",
            "t.xlsx",
            "--template",
            "--assessor",
            "Ufficio B",
        ],
    ));
    let same = done(&ordito(
        at,
        &["import", "a.ordito", "--from", "t.xlsx", "--dry-run"],
    ));
    assert!(
        same.contains("Ufficio B") && same.contains("Cambierebbero 0 celle"),
        "{same}"
    );
    let workbook = std::fs::read(at.join("t.xlsx")).unwrap();
    let entries = [((4, 3), "3/-3".to_owned())].into();
    std::fs::write(at.join("t2.xlsx"), filled_in(workbook.clone(), &entries)).unwrap();
    let json: serde_json::Value = serde_json::from_str(&done(&ordito(
        at,
        &["import", "a.ordito", "--from", "t2.xlsx", "--json"],
    )))
    .unwrap();
    assert_eq!(json["changes"][0]["new"], "3/-3");
    assert_eq!(json["changes"][0]["assessor"], "Ufficio B");
    done(&ordito(at, &["undo", "a.ordito"]));
    let dry = done(&ordito(
        at,
        &["import", "a.ordito", "--from", "t2.xlsx", "--dry-run"],
    ));
    assert!(dry.contains("Cambierebbero 1 "), "{dry}");
    let change = dry
        .lines()
        .find(|line| line.starts_with("foglio «Matrice», D5: 1.1.b × 1, Ufficio B: "));
    assert!(
        change.is_some_and(|line| line.ends_with(" → 3/-3")),
        "{dry}"
    );
    let entries = [((5, 4), "boh".to_owned())].into();
    std::fs::write(at.join("t3.xlsx"), filled_in(workbook, &entries)).unwrap();
    let spoilt = ["import", "a.ordito", "--from", "t3.xlsx"];
    refused(
        &ordito(at, &spoilt),
        &["t3.xlsx", "foglio «Matrice»", "«boh»", "(E6)"],
    );
    let told = [
        "import",
        "a.ordito",
        "--from",
        "t2.xlsx",
        "--assessor",
        "Ufficio A",
    ];
    refused(&ordito(at, &told), &["t2.xlsx", "--assessor"]);
    refused(
        &ordito(at, &["export", "a.ordito", "--to", "t.csv", "--template"]),
        &[".xlsx"],
    );
}
