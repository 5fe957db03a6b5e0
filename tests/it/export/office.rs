//! LibreOffice opens what we write, reckons the totals itself and finds our numbers. Without it, said and skipped.

use super::other_reader::{check, read};
use super::{awkward, book, book_of};
use crate::cli::{done, ordito};
use calamine::{Ods, Xlsx};
use ordito::export::{ods, xlsx};
use ordito::model::Language;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::Command;

/// The workbook without the results we wrote beside its formulas, so that there is nothing but to reckon.
fn without_results(bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..archive.len() {
        let mut file = archive.by_index(i).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let options =
            zip::write::SimpleFileOptions::default().compression_method(file.compression());
        let name = file.name().unwrap().into_owned();
        out.start_file(name, options).unwrap();
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                out.write_all(error.as_bytes()).unwrap();
                continue;
            }
        };
        let text = cut(&text, "</f>", "<v>", "</v>");
        let text = cut(&text, "table:formula=", " office:value-type=", "/>");
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// Takes away from `first` to `last` where it follows `mark`.
fn cut(text: &str, mark: &str, first: &str, last: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(found) = rest.find(mark) {
        let (before, after) = rest.split_at(found + mark.len());
        out.push_str(before);
        let from = after.find(first).unwrap();
        let to = from + after[from..].find(last).unwrap();
        out.push_str(&after[..from]);
        // What closes an element of ODS stays.
        rest = if last == "/>" {
            &after[to..]
        } else {
            &after[to + last.len()..]
        };
    }
    out + rest
}

/// What LibreOffice makes of a file in another format, or nothing where there is none; `.ci/trust` installs it and wants
/// it there.
fn converted(folder: &Path, name: &str, bytes: &[u8], to: &str) -> Option<Vec<u8>> {
    std::fs::write(folder.join(name), bytes).unwrap();
    converted_by(folder, name, to, &[])
}

fn converted_by(folder: &Path, name: &str, to: &str, more: &[&str]) -> Option<Vec<u8>> {
    let out = folder.join("out");
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.join("profile").display()
    );
    let run = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--convert-to", to])
        .args(more)
        .arg("--outdir")
        .args([out.as_path(), folder.join(name).as_path()])
        .output();
    let Ok(run) = run else {
        assert!(
            std::env::var_os("ORDITO_OFFICE").is_none(),
            "no soffice here"
        );
        println!("SKIPPED: no soffice here (Debian: libreoffice-calc-nogui)");
        return None;
    };
    assert!(run.status.success(), "{run:?}");
    Some(std::fs::read(out.join(name).with_extension(to)).unwrap())
}

#[test]
fn an_office_program_reckons_the_same_totals() {
    let folder = tempfile::tempdir().unwrap();
    let document = awkward(folder.path());
    let book = book(document.contents(), Language::En);
    let written = [
        ("x.xlsx", xlsx(&book).unwrap(), "ods"),
        ("o.ods", ods(&book).unwrap(), "xlsx"),
    ];
    for (name, bytes, to) in written {
        let Some(bytes) = converted(folder.path(), name, &without_results(&bytes), to) else {
            return;
        };
        let found = if to == "ods" {
            read::<Ods<_>>(name, bytes)
        } else {
            read::<Xlsx<_>>(name, bytes)
        };
        let n = check(&book, &found);
        // Nine rows and six columns with seven totals each, and more.
        assert!(n > 15 * 7 + 100, "{n} numbers");
        println!("{name}: {n} numbers as ours");
    }
}

#[test]
fn an_office_program_opens_the_page_of_a_matrix_in_a_moment() {
    let folder = tempfile::tempdir().unwrap();
    let (_kept, document) = crate::ui::catalogue::sample();
    let matrix = *document
        .contents()
        .matrices
        .iter()
        .min_by_key(|(_, matrix)| matrix.position)
        .unwrap()
        .0;
    let page = ordito::export::tables_html(&book_of(document.contents(), matrix, Language::It));
    // What it takes for any page, most of it to start.
    let since = std::time::Instant::now();
    if converted(
        folder.path(),
        "s.html",
        b"<html><body><p>Una</p></body></html>",
        "pdf",
    )
    .is_none()
    {
        return;
    }
    let least = since.elapsed();
    let since = std::time::Instant::now();
    let bytes = converted(folder.path(), "m.html", page.as_bytes(), "pdf").unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    // As long again where nothing else runs; tables without a paragraph between them took it a hundred times that.
    assert!(
        since.elapsed() < least * 20,
        "{:?}, any page {least:?}",
        since.elapsed()
    );
}

/// Pages of a PDF, all of them A4 across.
fn pages_across(name: &str, bytes: &[u8]) -> usize {
    let document = lopdf::Document::load_mem(bytes).unwrap();
    let pages = document.get_pages();
    for id in pages.values() {
        let page = document.get_dictionary(*id).unwrap();
        let number = |object: &lopdf::Object| object.as_float().unwrap();
        let area = document
            .dereference(page.get(b"MediaBox").unwrap())
            .unwrap()
            .1
            .as_array()
            .unwrap();
        let (width, height) = (
            number(&area[2]) - number(&area[0]),
            number(&area[3]) - number(&area[1]),
        );
        assert!(
            (width - 842.0).abs() < 2.0 && (height - 595.0).abs() < 2.0,
            "{name}: {width} × {height}"
        );
    }
    pages.len()
}

/// As an office prints them: all of a workbook, without choosing anything.
#[test]
fn workbooks_are_printed_on_few_pages_across() {
    let folder = tempfile::tempdir().unwrap();
    let (_kept, document) = crate::ui::catalogue::sample();
    let contents = document.contents();
    let matrix = *contents
        .matrices
        .iter()
        .min_by_key(|(_, matrix)| matrix.position)
        .unwrap()
        .0;
    // Whoever has said most: what `ordito demo` writes.
    let said = |who| {
        contents
            .cells_of(matrix)
            .filter(|(key, cell)| key.assessor == who && cell.value.is_answered())
            .count()
    };
    let assessor = contents
        .assessors
        .keys()
        .copied()
        .max_by_key(|who| said(*who))
        .unwrap();
    let words = ordito::words::Words::new(Language::It);
    let now = ordito::model::Timestamp(1_795_435_200_000);
    let step = ordito::model::StepNumber(7);
    let book = ordito::report::tables::workbook(&ordito::report::tables::Tables {
        contents,
        words: &words,
        matrix,
        assessor,
        now,
        step,
    })
    .unwrap();
    let lab_folder = tempfile::tempdir().unwrap();
    let lab = crate::report::lab::session(&lab_folder.path().join("l.ordito"), false);
    let outcome = |names| {
        let contents = lab.contents();
        let printed = ordito::report::lab::Printed {
            contents,
            lab: crate::report::lab::LAB,
            names,
            ballots: ordito::report::lab::Ballots::default(),
            words: &words,
            now,
        };
        ordito::report::lab::lab_workbook(&printed).unwrap()
    };
    for (name, book, most) in [
        ("matrice", book, 6),
        ("esito", outcome(false), 8),
        ("esito-nomi", outcome(true), 9),
    ] {
        for (ending, bytes) in [("xlsx", xlsx(&book).unwrap()), ("ods", ods(&book).unwrap())] {
            let file = format!("{name}-{ending}.{ending}");
            let Some(pdf) = converted(folder.path(), &file, &bytes, "pdf") else {
                return;
            };
            let n = pages_across(&file, &pdf);
            println!("{file}: {n} pages");
            if let Some(kept) = std::env::var_os("ORDITO_PICTURES") {
                std::fs::write(Path::new(&kept).join(format!("{file}.pdf")), &pdf).unwrap();
            }
            assert!((2..=most).contains(&n), "{file}: {n} pages");
        }
    }
}

/// Texts that a spreadsheet takes for formulas; the number is found in nothing else.
const FORMULAS: [&str; 8] = [
    "=1+1+7654321",
    "+7654321+1",
    "-7654321-1",
    "@SUM(7654321;1)",
    "=HYPERLINK(\"http://example.org/7654321\")",
    "=cmd|' /C calc'!A7654321",
    "\t=7654321",
    "'=7654321",
];

/// Puts them where people write.
fn poison(value: &mut serde_json::Value, key: &str, n: &mut usize) {
    const WRITTEN: [&str; 25] = [
        "code",
        "name",
        "note",
        "mitigation",
        "reason",
        "it",
        "en",
        "adopted",
        "title",
        "description",
        "body",
        "short",
        "territory",
        "budget_note",
        "beneficiaries",
        "expected_results",
        "outputs",
        "effects_here",
        "effects_elsewhere",
        "effects_future",
        "citation",
        "publisher",
        "page",
        "version",
        "sources",
    ];
    match value {
        serde_json::Value::String(text) if WRITTEN.contains(&key) && !text.is_empty() => {
            *text = format!("{} {n}", FORMULAS[*n % FORMULAS.len()]);
            *n += 1;
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(|each| poison(each, key, n)),
        serde_json::Value::Object(map) => {
            map.iter_mut().for_each(|(key, each)| poison(each, key, n));
        }
        _ => {}
    }
}

#[test]
fn no_text_of_a_document_becomes_a_formula_in_any_format() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| done(&ordito(folder.path(), arguments));
    run(&["new", "s.ordito", "--sample"]);
    run(&["export", "s.ordito", "--to", "s.json"]);
    let text = std::fs::read_to_string(folder.path().join("s.json")).unwrap();
    let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut n = 0;
    poison(&mut json, "", &mut n);
    assert!(n > 1000, "{n}");
    std::fs::write(folder.path().join("p.json"), json.to_string()).unwrap();
    run(&["import", "s.ordito", "--from", "p.json"]);
    let info: serde_json::Value =
        serde_json::from_str(&run(&["info", "s.ordito", "--json"])).unwrap();
    let matrix = info["matrices"][0]["name"].as_str().unwrap();
    let side = format!("s.ordito::{matrix}");
    for name in ["m.xlsx", "m.ods", "m.csv", "m.html"] {
        run(&["export", "s.ordito", "--matrix", matrix, "--to", name]);
    }
    run(&[
        "export",
        "s.ordito",
        "--matrix",
        matrix,
        "--template",
        "--to",
        "t.xlsx",
    ]);
    run(&["export", "s.ordito", "--open-data", "--to", "dati"]);
    let assessor = info["assessors"][1].as_str().unwrap();
    for name in ["c.xlsx", "c.ods", "c.html"] {
        run(&[
            "compare",
            &side,
            &format!("{side}::{assessor}"),
            "--to",
            name,
        ]);
    }
    let mut names: Vec<String> = [
        "m.xlsx", "m.ods", "m.csv", "m.html", "t.xlsx", "c.xlsx", "c.ods", "c.html",
    ]
    .map(str::to_owned)
    .into();
    for entry in std::fs::read_dir(folder.path().join("dati"))
        .unwrap()
        .flatten()
    {
        let path = entry.path();
        if path.extension().is_some_and(|ending| ending == "csv") {
            let name = format!("dati-{}", entry.file_name().to_string_lossy());
            std::fs::copy(&path, folder.path().join(&name)).unwrap();
            names.push(name);
        }
    }
    let mut n_marked = 0;
    for name in &names {
        // As one who opens it and lets everything be evaluated.
        let comma = if name.starts_with("dati") { 44 } else { 59 };
        let csv = format!(
            "--infilter=Text - txt - csv (StarCalc):{comma},34,76,1,,0,false,true,false,false,false,-1,true"
        );
        let ending = Path::new(name).extension().unwrap().to_str().unwrap();
        let more: &[&str] = match ending {
            "csv" => &[&csv],
            "html" => &["--infilter=calc_HTML_WebQuery"],
            _ => &[],
        };
        let Some(bytes) = converted_by(folder.path(), name, "fods", more) else {
            return;
        };
        let text = String::from_utf8(bytes).unwrap();
        let found = text.matches("7654321").count();
        assert!(
            found > 3 || name.starts_with("dati"),
            "{name}: {found} of our texts"
        );
        n_marked += found;
        for formula in text.split("table:formula=\"").skip(1) {
            let formula = formula.split('"').next().unwrap();
            assert!(
                !formula.contains("7654321") && !formula.contains("cmd"),
                "{name}: {formula}"
            );
        }
        println!("{name}: {found} texts, none a formula");
    }
    assert!(n_marked > 2000, "{n_marked}");
}
