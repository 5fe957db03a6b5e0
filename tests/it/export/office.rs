//! LibreOffice opens what we write, reckons the totals itself and finds our numbers. Without it, said and skipped.

use super::other_reader::{check, read};
use super::{awkward, book, book_of};
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
        let options = zip::write::SimpleFileOptions::default().compression_method(file.compression());
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
        rest = if last == "/>" { &after[to..] } else { &after[to + last.len()..] };
    }
    out + rest
}

/// What LibreOffice makes of a file in another format, or nothing where there is none.
fn converted(folder: &Path, name: &str, bytes: &[u8], to: &str) -> Option<Vec<u8>> {
    let out = folder.join("out");
    std::fs::write(folder.join(name), bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let run = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--convert-to", to, "--outdir"])
        .args([out.as_path(), folder.join(name).as_path()])
        .output();
    let Ok(run) = run else {
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
    let written = [("x.xlsx", xlsx(&book).unwrap(), "ods"), ("o.ods", ods(&book).unwrap(), "xlsx")];
    for (name, bytes, to) in written {
        let Some(bytes) = converted(folder.path(), name, &without_results(&bytes), to) else { return };
        let found = if to == "ods" { read::<Ods<_>>(name, bytes) } else { read::<Xlsx<_>>(name, bytes) };
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
    let matrix = *document.contents().matrices.iter().min_by_key(|(_, matrix)| matrix.position).unwrap().0;
    let page = ordito::export::tables_html(&book_of(document.contents(), matrix, Language::It));
    let since = std::time::Instant::now();
    let Some(bytes) = converted(folder.path(), "m.html", page.as_bytes(), "pdf") else { return };
    assert!(bytes.starts_with(b"%PDF"));
    // Two seconds where nothing else runs; tables without a paragraph between them took it more than 170.
    assert!(since.elapsed() < std::time::Duration::from_secs(40), "{:?}", since.elapsed());
}
