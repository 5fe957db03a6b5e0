//! `ordito sheets`, read back as XML: structure, words, numbers, names of files.

use super::{done, ordito, refused};
use quick_xml::events::Event;
use std::io::Read as _;
use std::path::{Path, PathBuf};

fn made(arguments: &[&str]) -> (tempfile::TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    done(&ordito(folder.path(), &["new", "a.ordito", "--sample"]));
    let output = done(&ordito(
        folder.path(),
        &[&["sheets", "a.ordito", "--to", "out"], arguments].concat(),
    ));
    let files = output
        .lines()
        .map(|line| folder.path().join(line))
        .collect();
    (folder, files)
}

fn part(path: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// Every element with its attributes and the text directly in it, in order; the test fails where the XML is not sound.
fn elements(xml: &str) -> Vec<(String, String, String)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut list, mut open): (Vec<(String, String, String)>, Vec<usize>) =
        (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                open.push(list.len());
                let name = start.name().as_ref().to_owned();
                list.push((name, (*start).to_owned(), String::new()));
            }
            Event::Empty(start) => {
                let name = start.name().as_ref().to_owned();
                list.push((name, (*start).to_owned(), String::new()));
            }
            Event::End(_) => drop(open.pop()),
            Event::Text(text) => {
                if let Some(at) = open.last() {
                    list[*at].2.push_str(&text);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty());
    list
}

#[test]
fn a_docx_has_headings_header_rows_language_title_and_page_numbers() {
    let (_folder, files) = made(&[
        "--policy",
        "1.3.a",
        "--assessor",
        "Ufficio A",
        "--format",
        "docx",
    ]);
    assert_eq!(files.len(), 1);
    assert!(
        files[0]
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .starts_with("scheda-1.3.a-matrici")
    );
    for name in [
        "word/styles.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "[Content_Types].xml",
        "docProps/app.xml",
    ] {
        elements(&part(&files[0], name));
    }
    let core = elements(&part(&files[0], "docProps/core.xml"));
    let title = core.iter().find(|(name, ..)| name == "dc:title").unwrap();
    assert!(title.2.starts_with("1.3.a Matrici e schede"));
    assert!(part(&files[0], "word/styles.xml").contains("w:lang w:val=\"it-IT\""));
    let footer = part(&files[0], "word/footer1.xml");
    assert!(footer.contains(" PAGE ") && footer.contains(" NUMPAGES "));
    let body = elements(&part(&files[0], "word/document.xml"));
    let headings = body
        .iter()
        .filter(|(name, tag, _)| name == "w:pStyle" && tag.contains("\"Heading1\""))
        .count();
    assert_eq!(headings, 10, "one for each part");
    let tables = body.iter().filter(|(name, ..)| name == "w:tbl").count();
    let named = body
        .iter()
        .filter(|(name, tag, _)| name == "w:tblCaption" && !tag.contains("w:val=\"\""))
        .count();
    assert_eq!(
        tables, named,
        "every table has a name for who cannot see it"
    );
    let facts = body
        .iter()
        .filter(|(name, tag, _)| name == "w:tblStyle" && tag.contains("\"Facts\""))
        .count();
    let heads = body
        .iter()
        .filter(|(name, ..)| name == "w:tblHeader")
        .count();
    assert_eq!(
        heads,
        tables - facts,
        "every table but lists of facts has a header row"
    );
    assert!(body.iter().any(|(_, _, text)| text == "+2/−1"));
}

#[test]
fn html_is_sound_and_says_the_same_numbers_as_docx() {
    let (_one, html) = made(&[
        "--policy",
        "1.3.a",
        "--assessor",
        "Ufficio A",
        "--format",
        "html",
    ]);
    let (_two, docx) = made(&[
        "--policy",
        "1.3.a",
        "--assessor",
        "Ufficio A",
        "--format",
        "docx",
    ]);
    let page = std::fs::read_to_string(&html[0]).unwrap();
    // What HTML leaves open, closed: the rest is sound XML.
    let sound = page.replace("<!DOCTYPE html>", "").replace("<br>", "<br/>");
    let sound: String = sound
        .lines()
        .filter(|line| !line.starts_with("<meta "))
        .collect::<Vec<_>>()
        .join("\n");
    let html = elements(&sound);
    let heads = html
        .iter()
        .filter(|(name, tag, _)| name == "th" && !tag.contains("scope="))
        .count();
    assert_eq!(heads, 0);
    assert_eq!(html.iter().filter(|(name, ..)| name == "h1").count(), 1);
    assert!(
        !page.contains("<script") && !page.contains("src="),
        "nothing is fetched or run"
    );
    let docx = elements(&part(&docx[0], "word/document.xml"));
    let index = |list: &[(String, String, String)]| {
        let at = list
            .iter()
            .position(|(_, _, text)| text == "Indice di coerenza")
            .unwrap();
        list[at..]
            .iter()
            .find(|(_, _, text)| text.starts_with(['+', '−']))
            .unwrap()
            .2
            .clone()
    };
    assert_eq!(index(&html), index(&docx));
}

#[test]
fn every_policy_has_a_file_of_its_own_and_nothing_else_stays() {
    let (folder, files) = made(&["--format", "docx"]);
    assert_eq!(files.len(), 31);
    let mut names: Vec<_> = std::fs::read_dir(folder.path().join("out"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    let mut said = files.clone();
    said.sort();
    assert_eq!(names, said);
    // Again: refused, and what is there stays as it is.
    let before = std::fs::read(&files[0]).unwrap();
    let again = ["sheets", "a.ordito", "--to", "out", "--format", "docx"];
    refused(&ordito(folder.path(), &again), &["scheda-", "--force"]);
    assert_eq!(std::fs::read(&files[0]).unwrap(), before);
    assert_eq!(
        std::fs::read_dir(folder.path().join("out"))
            .unwrap()
            .count(),
        31
    );
    done(&ordito(folder.path(), &[&again[..], &["--force"]].concat()));
}

#[test]
fn sheets_are_bound_in_one_file_and_an_unknown_code_writes_nothing() {
    let (folder, files) = made(&[
        "--policy", "1.1.b", "--goal", "13", "--whole", "--bound", "--format", "html",
    ]);
    assert_eq!(files.len(), 1);
    let page = std::fs::read_to_string(&files[0]).unwrap();
    assert_eq!(page.matches("<article").count(), 3);
    let output = ordito(
        folder.path(),
        &["sheets", "a.ordito", "--to", "other", "--policy", "9.9.z"],
    );
    refused(&output, &["a.ordito", "«9.9.z»"]);
    assert!(!folder.path().join("other").exists());
    let output = ordito(
        folder.path(),
        &["sheets", "a.ordito", "--to", "other", "--format", "gif"],
    );
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn pdf_is_made_with_a_template_of_ones_own_and_a_wrong_one_is_refused_with_its_line() {
    let (folder, files) = made(&["--policy", "1.3.a", "--policy", "1.1.d", "--bound"]);
    let shipped = std::fs::read(&files[0]).unwrap();
    assert!(shipped.starts_with(b"%PDF"));
    let own = ordito::export::Template::shipped()
        .replace("#let ordine = none", "#let ordine = (\"identity\",)")
        .replace(
            "#let testi = (:)",
            "#let testi = (identity: [Chi è e *che cosa* fa.])",
        );
    assert!(
        own.contains("che cosa") && own.contains("\"identity\""),
        "both were there to be changed"
    );
    std::fs::write(folder.path().join("mio.typ"), own).unwrap();
    let sheets = [
        "sheets",
        "a.ordito",
        "--to",
        "own",
        "--policy",
        "1.3.a",
        "--template",
    ];
    let output = done(&ordito(
        folder.path(),
        &[&sheets[..], &["mio.typ"]].concat(),
    ));
    let short = std::fs::read(folder.path().join(output.trim())).unwrap();
    assert!(short.len() < shipped.len() / 2, "only one part");
    std::fs::write(folder.path().join("rotto.typ"), "#let x = 1\n#let y = \n").unwrap();
    let output = ordito(
        folder.path(),
        &[
            "sheets",
            "a.ordito",
            "--to",
            "no",
            "--template",
            "rotto.typ",
        ],
    );
    refused(&output, &["rotto.typ", "riga 2"]);
    assert!(
        std::fs::read_dir(folder.path().join("no"))
            .unwrap()
            .next()
            .is_none(),
        "nothing half-written stays"
    );
    refused(
        &ordito(
            folder.path(),
            &[
                "sheets",
                "a.ordito",
                "--to",
                "no",
                "--template",
                "manca.typ",
            ],
        ),
        &["manca.typ"],
    );
}

/// Ctrl+C while a large file is being made.
#[cfg(unix)]
#[test]
fn what_is_interrupted_leaves_nothing() {
    use std::process::{Command, Stdio};
    for format in ["pdf", "docx", "html"] {
        let folder = tempfile::tempdir().unwrap();
        done(&ordito(folder.path(), &["new", "a.ordito", "--sample"]));
        let mut child = Command::new(env!("CARGO_BIN_EXE_ordito"))
            .args([
                "sheets", "a.ordito", "--to", "out", "--bound", "--whole", "--format", format,
            ])
            .args((1..=40).flat_map(|_| ["--policy", "1.1.d"]))
            .current_dir(folder.path())
            .env("ORDITO_DATA", folder.path().join("data"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // It tells how far it is only once it listens.
        let mut told = [0; 1];
        child
            .stderr
            .as_mut()
            .unwrap()
            .read_exact(&mut told)
            .unwrap();
        assert!(
            Command::new("kill")
                .args(["-INT", &child.id().to_string()])
                .status()
                .unwrap()
                .success()
        );
        let output = child.wait_with_output().unwrap();
        // Had it not been stopped within the one file there is, it would have come to its end.
        assert_eq!(output.status.code(), Some(1), "{format}");
        assert!(
            String::from_utf8_lossy(&output.stderr).contains("nessun file è stato scritto"),
            "{output:?}"
        );
        assert!(
            std::fs::read_dir(folder.path().join("out"))
                .unwrap()
                .next()
                .is_none(),
            "{format}"
        );
    }
}

/// The checker from PyPI, where it is installed (`pip install pdfua`); its absence is said, not hidden.
#[test]
fn the_pdfua_checker_finds_nothing_where_it_is_installed() {
    let (_folder, files) = made(&["--policy", "1.3.a", "--assessor", "Ufficio A"]);
    let python = |arguments: &[&str]| {
        std::process::Command::new("python3")
            .args(arguments)
            .output()
    };
    if !python(&["-c", "import pdfua"]).is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: python3 has no module pdfua (pip install pdfua)");
        return;
    }
    let output = python(&["-m", "pdfua", "check", files[0].to_str().unwrap()]).unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("PASS") && said.contains("errors=0"), "{said}");
}

/// The sample with a text put into the reasons of one policy.
fn with_reasons(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    done(&ordito(at, &["export", "a.ordito", "--to", "a.json"]));
    let mut json: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(at.join("a.json")).unwrap()).unwrap();
    fn put(value: &mut serde_json::Value, text: &str) {
        match value {
            serde_json::Value::Object(map) => map.iter_mut().for_each(|(key, each)| match each {
                serde_json::Value::String(reason) if key == "reason" && !reason.is_empty() => {
                    reason.push_str(text);
                }
                each => put(each, text),
            }),
            serde_json::Value::Array(list) => list.iter_mut().for_each(|each| put(each, text)),
            _ => {}
        }
    }
    put(&mut json, text);
    std::fs::write(at.join("b.json"), json.to_string()).unwrap();
    done(&ordito(at, &["import", "a.ordito", "--from", "b.json"]));
    folder
}

#[test]
fn signs_that_no_typeface_has_stop_no_pdf_and_are_listed_with_policy_and_goal() {
    let folder = with_reasons(" ✅ fatto 👍 \u{F0B7} uno\u{B}due\u{7}");
    let sheets = [
        "sheets",
        "a.ordito",
        "--policy",
        "1.1.d",
        "--assessor",
        "Ufficio A",
        "--to",
        "out",
    ];
    let output = ordito(folder.path(), &sheets);
    let file = folder.path().join(done(&output).trim());
    assert!(std::fs::read(file).unwrap().starts_with(b"%PDF"));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("carattere di stampa"), "{said}");
    let line = said
        .lines()
        .find(|line| line.contains("Contributi"))
        .unwrap_or_else(|| panic!("{said}"));
    // The policy, the part, the goal and the code; the check mark has a plain one of the same meaning.
    assert!(
        line.contains("1.1.d Laborator") && line.contains("U+1F44D") && !line.contains("2705"),
        "{line}"
    );
    assert!(
        said.lines().any(|line| line.contains(" 4 ")),
        "a goal is named: {said}"
    );
    // The other formats keep the sign; what no format holds is in none.
    for format in ["docx", "html"] {
        let output = ordito(
            folder.path(),
            &[&sheets[..], &["--format", format]].concat(),
        );
        let path = folder.path().join(done(&output).trim());
        let text = if format == "docx" {
            part(&path, "word/document.xml")
        } else {
            std::fs::read_to_string(&path).unwrap()
        };
        assert!(
            text.contains("👍") && text.contains("• uno") && !text.contains('\u{F0B7}'),
            "{format}"
        );
        assert!(
            !text
                .chars()
                .any(|c| c.is_control() && c != '\n' && c != '\r' && c != '\t'),
            "{format}"
        );
        assert!(
            !String::from_utf8_lossy(&output.stderr).contains("U+"),
            "{format}"
        );
    }
}
