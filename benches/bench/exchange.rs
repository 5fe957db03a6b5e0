//! Tables and sheets in and out, against the Python programs that offices would use: xlsxwriter, openpyxl, pandas,
//! python-docx, reportlab from PyPI, and LibreOffice from Debian. `ORDITO_PEERS` names the folder they are in.

use super::{Line, data, line, median_of, timed};
use ordito::document::Document;
use ordito::export::{TableWay, Template, matrix_csv, ods, sheet_docx, sheet_pdf, xlsx};
use ordito::import::{Target, Want, preview_matrix, read_tables};
use ordito::model::{AssessorId, CellsCause, Contents, Language, MatrixId, StepNumber, Timestamp};
use ordito::report::sheet::{Part, Request, SheetFile, Subject, sheet_file};
use ordito::report::tables::{Tables, Workbook, workbook};
use ordito::words::Words;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const PEERS: &str = include_str!("peers.py");
const NOW: Timestamp = Timestamp(1_795_435_200_000);

fn peer(what: &str, folder: &Path) -> Option<f64> {
    super::peers::python(PEERS, what, folder)
}

/// Our time as a multiple of a peer's.
pub fn against(name: &str, ours: Duration, peer: Option<f64>, limit: f64) -> Option<Line> {
    let Some(peer) = peer else {
        println!("skip {name}: the peer is not there (pip install --target, ORDITO_PEERS)");
        return None;
    };
    let note = format!(
        "{:.0} ms against {:.0} ms",
        ours.as_secs_f64() * 1e3,
        peer * 1e3
    );
    Some(line(name, ours.as_secs_f64() / peer, limit, "×", note))
}

fn office(folder: &Path) -> Option<f64> {
    let run = || {
        Command::new("soffice")
            .args(["--headless", "--convert-to", "ods", "--outdir"])
            .arg(folder)
            .arg(format!(
                "-env:UserInstallation=file://{}",
                folder.join("office").display()
            ))
            .arg(folder.join("a.csv"))
            .output()
            .is_ok_and(|output| output.status.success())
    };
    run().then(|| median_of(3, || timed(run).0).as_secs_f64())
}

/// A hundred sheets as one content.
fn sheet_files(contents: &Contents) -> Vec<SheetFile> {
    let words = Words::new(Language::It);
    let matrix = *contents
        .matrices
        .keys()
        .next()
        .unwrap_or(&MatrixId::fixed(1));
    let parts = vec![
        Part::Identity,
        Part::Profile,
        Part::Contributions,
        Part::Conflicts,
        Part::Missing,
    ];
    let request = Request {
        matrix,
        assessor: AssessorId::AGREED,
        parts,
        now: NOW,
        step: StepNumber(1),
    };
    let subjects = contents
        .policies
        .keys()
        .take(100)
        .map(|id| Subject::Policy(*id));
    subjects
        .filter_map(|subject| sheet_file(contents, &words, &request, &[subject]))
        .collect()
}

const ASSESSOR: AssessorId = AssessorId::AGREED;

/// A document with that many policies by 169 goals, all answered.
pub fn filled(folder: &Path, rows: usize) -> (Document, MatrixId) {
    let mut document = data::empty_matrix(&folder.join("big.ordito"), rows as u128, 169);
    let edit = data::cells_edit(&document, rows * 169, 0, CellsCause::Import);
    document.apply(&edit, &data::stamp(5)).unwrap();
    let matrix = *document.contents().matrices.keys().next().unwrap();
    (document, matrix)
}

/// A thousand policies by 169 goals, and the matrix as CSV in `a.csv`.
fn big(folder: &Path) -> (Document, MatrixId) {
    let (document, matrix) = filled(folder, 1_000);
    let csv = matrix_csv(
        document.contents(),
        matrix,
        ASSESSOR,
        "p",
        TableWay::OpenData,
    );
    std::fs::write(folder.join("a.csv"), csv).unwrap();
    (document, matrix)
}

pub fn tables(contents: &Contents, matrix: MatrixId) -> Workbook {
    let words = Words::new(Language::It);
    let asked = Tables {
        contents,
        words: &words,
        matrix,
        assessor: ASSESSOR,
        now: NOW,
        step: StepNumber(1),
    };
    workbook(&asked).unwrap()
}

/// Tables out.
pub fn export() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let (document, matrix) = big(path);
    let contents = document.contents();
    let mut lines = Vec::new();
    let ours = median_of(3, || timed(|| xlsx(&tables(contents, matrix)).unwrap()).0);
    lines.extend(against(
        "1,000 × 169 as XLSX / xlsxwriter",
        ours,
        peer("xlsxwriter", path),
        0.5,
    ));
    let ours = median_of(3, || timed(|| ods(&tables(contents, matrix)).unwrap()).0);
    lines.extend(against(
        "1,000 × 169 as ODS / LibreOffice from CSV",
        ours,
        office(path),
        0.5,
    ));
    lines
}

/// Tables in, compared with the matrix.
pub fn import() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let (document, matrix) = big(path);
    let contents = document.contents();
    std::fs::write(
        path.join("a.xlsx"),
        xlsx(&tables(contents, matrix)).unwrap(),
    )
    .unwrap();
    let scale = contents.scales[&contents.matrices[&matrix].scale].clone();
    let target = Target {
        matrix,
        assessor: ASSESSOR,
    };
    let read = |name: &str| {
        let want = Want {
            sheet: name.ends_with("xlsx").then(|| "Matrice".to_owned()),
            ..Want::default()
        };
        let tables = read_tables(&path.join(name), &want).unwrap();
        preview_matrix(contents, &scale, target, tables[0].table.as_ref().unwrap())
    };
    let mut lines = Vec::new();
    let ours = median_of(3, || timed(|| assert_eq!(read("a.xlsx").same, 169_000)).0);
    lines.extend(against(
        "XLSX in with validation / openpyxl reading",
        ours,
        peer("openpyxl", path),
        0.25,
    ));
    let ours = median_of(3, || timed(|| assert_eq!(read("a.csv").same, 169_000)).0);
    lines.extend(against(
        "CSV in with validation / pandas reading",
        ours,
        peer("pandas", path),
        2.0,
    ));
    lines
}

/// Coherence sheets.
pub fn sheets() -> Vec<Line> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let mut document = data::empty_matrix(&path.join("s.ordito"), 100, 17);
    let edit = data::cells_edit(&document, 1_700, 1_700, CellsCause::Import);
    document.apply(&edit, &data::stamp(5)).unwrap();
    let files = sheet_files(document.contents());
    assert_eq!(files.len(), 100);
    // The peers write the same content: they are given it as the templates are.
    std::fs::write(
        path.join("sheets.json"),
        serde_json::to_vec(&files).unwrap(),
    )
    .unwrap();
    let mut lines = Vec::new();
    let ours = median_of(3, || {
        timed(|| {
            for file in &files {
                drop(sheet_docx(file).unwrap());
            }
        })
        .0
    });
    lines.extend(against(
        "100 sheets as DOCX / python-docx",
        ours,
        peer("docx", path),
        0.25,
    ));
    let template = Template::default();
    let pdf = || {
        for file in &files {
            drop(sheet_pdf(file, &template, &mut || false).unwrap());
        }
    };
    let ours = median_of(3, || timed(pdf).0);
    lines.extend(against(
        "100 tagged PDF sheets / reportlab untagged",
        ours,
        peer("reportlab", path),
        6.0,
    ));
    lines
}
