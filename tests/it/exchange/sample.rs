//! The sample workbook brings what the sample's CSV files bring, through the library and by command line.

use crate::cli::{done, ordito, refused};
use ordito::import::{Ids, Table, Want, preview_policies, read_tables};
use ordito::model::{ActorId, Contents, PolicyId};
use std::path::{Path, PathBuf};

fn sample(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample-policies")
        .join(file)
}

/// The table of a sheet, or of a file of text.
pub fn table(file: &Path, sheet: Option<&str>) -> Table {
    let want = Want {
        sheet: sheet.map(str::to_owned),
        area: None,
    };
    let mut sheets = read_tables(file, &want).unwrap();
    assert_eq!(sheets.len(), 1);
    sheets.remove(0).table.unwrap()
}

/// Rows without the blank cells at their ends, which CSV has and a workbook does not.
fn filled(table: &Table) -> Vec<Vec<&str>> {
    let row = |cells: &[ecow::EcoString]| -> usize {
        cells
            .iter()
            .rposition(|cell| !cell.is_empty())
            .map_or(0, |last| last + 1)
    };
    table
        .rows
        .iter()
        .map(|cells| {
            cells[..row(cells)]
                .iter()
                .map(ecow::EcoString::as_str)
                .collect()
        })
        .collect()
}

#[test]
fn every_sheet_of_the_sample_is_its_csv_file_cell_by_cell() {
    let workbook = sample("ordito-esempio.xlsx");
    let names: Vec<String> = read_tables(&workbook, &Want::default())
        .unwrap()
        .into_iter()
        .map(|sheet| sheet.name)
        .collect();
    let pairs = [
        ("Politiche", "politiche.csv"),
        ("Fonti", "fonti.csv"),
        ("Valutazioni", "valutazioni.csv"),
        ("Matrice Ufficio A", "matrice-ufficio-a.csv"),
        ("Matrice Ufficio B", "matrice-ufficio-b.csv"),
        ("Matrice Tavolo 1", "matrice-tavolo-1.csv"),
    ];
    assert_eq!(names, pairs.map(|(sheet, _)| sheet));
    for (sheet, csv) in pairs {
        let (from_sheet, from_csv) = (table(&workbook, Some(sheet)), table(&sample(csv), None));
        assert!(from_sheet.rows.len() > 10);
        assert_eq!(filled(&from_sheet), filled(&from_csv), "{sheet}");
        assert_eq!(
            (from_sheet.sheet.as_str(), from_sheet.origin),
            (sheet, (0, 0))
        );
    }
}

#[test]
fn policies_come_from_the_sheet_as_from_the_file() {
    let preview = |table: &Table| {
        let (mut next, mut other) = (0, 0);
        let mut policy = |_: &str| {
            next += 1;
            PolicyId::fixed(next)
        };
        let mut actor = |_: &str| {
            other += 1;
            ActorId::fixed(other)
        };
        let mut ids = Ids {
            policy: &mut policy,
            actor: &mut actor,
        };
        preview_policies(&Contents::default(), table, &mut ids).unwrap()
    };
    let from_sheet = preview(&table(&sample("ordito-esempio.xlsx"), Some("Politiche")));
    assert!(
        from_sheet.policies.len() > 60 && from_sheet.refused.is_empty(),
        "{:?}",
        from_sheet.refused
    );
    assert_eq!(from_sheet, preview(&table(&sample("politiche.csv"), None)));
}

#[test]
fn policies_come_by_command_line_from_the_sheet_that_holds_them() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let workbook = sample("ordito-esempio.xlsx").display().to_string();
    let csv = sample("politiche.csv").display().to_string();
    for (file, from) in [("a.ordito", &workbook), ("b.ordito", &csv)] {
        done(&ordito(at, &["new", file]));
        let dry = done(&ordito(
            at,
            &["import", file, "--policies", "--from", from, "--dry-run"],
        ));
        assert_eq!(
            dry,
            done(&ordito(at, &["import", file, "--policies", "--from", from]))
        );
        let info: serde_json::Value =
            serde_json::from_str(&done(&ordito(at, &["info", file, "--json"]))).unwrap();
        assert_eq!(info["policies"], 67, "{dry}");
        let again = ["import", file, "--policies", "--from", from, "--json"];
        let again: serde_json::Value = serde_json::from_str(&done(&ordito(at, &again))).unwrap();
        assert_eq!(again["there_already"].as_array().unwrap().len(), 67);
    }
    // A field that cannot be read stays out, its row does not.
    std::fs::write(at.join("c.csv"), "codice;titolo;inizio\nX;Nome;boh\n").unwrap();
    let said = done(&ordito(
        at,
        &["import", "a.ordito", "--policies", "--from", "c.csv"],
    ));
    assert!(
        said.contains("C2: «boh» non entra in Inizio") && said.contains("da aggiungere: 1"),
        "{said}"
    );
    let info: serde_json::Value =
        serde_json::from_str(&done(&ordito(at, &["info", "a.ordito", "--json"]))).unwrap();
    assert_eq!(info["policies"], 68);
}

#[test]
fn scores_come_by_command_line_from_the_sheet_as_from_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let workbook = sample("ordito-esempio.xlsx").display().to_string();
    let csv = sample("matrice-ufficio-b.csv").display().to_string();
    let into = |file: &str, more: &[&str]| {
        done(&ordito(at, &["new", file, "--sample"]));
        ordito(
            at,
            &[&["import", file, "--assessor", "Prova", "--from"], more].concat(),
        )
    };
    let from_sheet = done(&into(
        "a.ordito",
        &[&workbook, "--sheet", "matrice ufficio B"],
    ));
    let from_csv = done(&into("b.ordito", &[&csv]));
    assert_eq!(from_sheet, from_csv);
    let scores = |file: &str| {
        let to = format!("{file}.csv");
        done(&ordito(
            at,
            &["export", file, "--assessor", "Prova", "--to", &to],
        ));
        std::fs::read_to_string(at.join(to)).unwrap()
    };
    let brought = scores("a.ordito");
    assert_eq!(brought, scores("b.ordito"));
    assert!(brought.lines().count() > 10);
    // Three sheets have these rows and columns; a sheet that is not there is answered with those that are.
    refused(
        &into("c.ordito", &[&workbook]),
        &["Matrice Ufficio A», «Matrice Ufficio B», «Matrice Tavolo 1"],
    );
    refused(
        &into("d.ordito", &[&workbook, "--sheet", "Boh"]),
        &["«Boh»", "«Politiche», «Fonti»"],
    );
    // A sheet of something else is refused with its name and places.
    refused(
        &into("e.ordito", &[&workbook, "--sheet", "Fonti"]),
        &[
            "foglio «Fonti», A2: «proposta-cmto» non è nella matrice",
            "e altri 27 problemi",
        ],
    );
    // A rectangle of the sheet: four rows by two columns of scores.
    let part = &[
        "--sheet",
        "Matrice Ufficio B",
        "--area",
        "a1:c5",
        "--dry-run",
        "--json",
    ];
    let said = done(&into(
        "f.ordito",
        &[&[workbook.as_str()], part.as_slice()].concat(),
    ));
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["sheet"], "Matrice Ufficio B");
    let changes = said["changes"].as_array().unwrap();
    assert!(!changes.is_empty());
    assert!(
        changes
            .iter()
            .all(|change| matches!(change["column"].as_str(), Some("1" | "2"))),
        "{changes:?}"
    );
    refused(
        &into("g.ordito", &[&workbook, "--area", "C5:A1"]),
        &["«C5:A1»"],
    );
}

#[test]
fn other_programs_workbooks_bring_the_same() {
    // Written by xlwt 1.3 and by odfpy 1.4 from the CSV files.
    for file in ["excel97.xls", "opendocument.ods"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/it/exchange/files")
            .join(file);
        for (sheet, csv) in [
            ("Politiche", "politiche.csv"),
            ("Matrice Ufficio A", "matrice-ufficio-a.csv"),
        ] {
            let (from_sheet, from_csv) = (table(&path, Some(sheet)), table(&sample(csv), None));
            assert_eq!(filled(&from_sheet), filled(&from_csv), "{file} {sheet}");
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/exchange/files/excel97.xls");
    let expected = [
        vec!["testo", "2024-09-01", "1.5", "TRUE", "-1", "12345.678"],
        vec!["unita"],
        vec!["0.25", "3e20", "è “x” 😀"],
    ];
    assert_eq!(filled(&table(&path, Some("Varie"))), expected);
}
