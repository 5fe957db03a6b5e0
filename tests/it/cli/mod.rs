//! The program without a window, as a process: exit codes, one clear line, JSON that parses.

mod analyse;
mod check;
mod compare;
mod guide;
mod lab;
mod merge;
mod safe;
mod sheets;
mod tables_in;

use std::path::Path;
use std::process::{Command, Output};

/// Runs the program with its own data folder and without a display.
pub fn ordito(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordito"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("ORDITO_DATA", folder.join("data"))
        .env_remove("DISPLAY")
        .env_remove("ORDITO_AUTHOR")
        .env_remove("WAYLAND_DISPLAY");
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Refused: exit code 1 and one line on standard error that holds all of these.
pub fn refused(output: &Output, parts: &[&str]) {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let line = text(&output.stderr);
    assert_eq!(line.trim_end().lines().count(), 1, "{line}");
    for part in parts {
        assert!(line.contains(part), "{part:?} not in {line:?}");
    }
}

pub fn done(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    text(&output.stdout)
}

#[test]
fn a_sample_is_made_described_undone_and_redone() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    assert!(done(&ordito(at, &["new", "a.ordito", "--sample"])).contains("a.ordito"));
    let info: serde_json::Value =
        serde_json::from_str(&done(&ordito(at, &["info", "a.ordito", "--json"]))).unwrap();
    assert_eq!(info["illustrative"], true);
    assert_eq!(info["matrices"][0]["columns"], 17);
    let hash = info["content_hash"].clone();
    // It begins with the sample in it: nobody is to lose that by going back one step too many.
    refused(
        &ordito(at, &["undo", "a.ordito"]),
        &["a.ordito", "qui comincia il documento"],
    );
    let median = [
        "consensus",
        "a.ordito",
        "--median",
        "--opposite-signs",
        "--alone",
        "--replace",
    ];
    let matrix = [
        "--matrix",
        "Azioni e piani × Agenda 2030",
        "--author",
        "Ada Rossi",
    ];
    done(&ordito(at, &[&median[..], &matrix[..]].concat()));
    let hash_of = || -> serde_json::Value {
        let info: serde_json::Value =
            serde_json::from_str(&done(&ordito(at, &["info", "a.ordito", "--json"]))).unwrap();
        info["content_hash"].clone()
    };
    let agreed = hash_of();
    assert_ne!(agreed, hash);
    done(&ordito(at, &["undo", "a.ordito"]));
    assert_eq!(hash_of(), hash);
    done(&ordito(at, &["redo", "a.ordito"]));
    let hash = agreed;
    let redone: serde_json::Value =
        serde_json::from_str(&done(&ordito(at, &["info", "a.ordito", "--json"]))).unwrap();
    assert_eq!(redone["content_hash"], hash);
    refused(
        &ordito(at, &["redo", "a.ordito"]),
        &["a.ordito", "niente da ripetere"],
    );
    let history: serde_json::Value =
        serde_json::from_str(&done(&ordito(at, &["history", "a.ordito", "--json"]))).unwrap();
    let steps = history["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 4);
    // Who was not named is not guessed.
    let by: Vec<&str> = steps
        .iter()
        .map(|step| step["by"].as_str().unwrap())
        .collect();
    assert_eq!(by, ["", "Ada Rossi", "", ""]);
    assert!(done(&ordito(at, &["check", "a.ordito"])).contains("integro"));
    // The folder holds the document and nothing else of ours.
    let names: Vec<_> = std::fs::read_dir(at)
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn refusals_name_file_and_remedy_and_wrong_usage_is_two() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito"]));
    refused(
        &ordito(at, &["new", "a.ordito"]),
        &["a.ordito", "Scegli un altro nome"],
    );
    refused(
        &ordito(at, &["--lang", "en", "new", "a.ordito"]),
        &["a.ordito", "Choose another name"],
    );
    done(&ordito(at, &["new", "a.ordito", "--force"]));
    refused(
        &ordito(at, &["new", "b.ordito", "--framework", "boh"]),
        &["boh", "agenda-2030"],
    );
    refused(
        &ordito(at, &["info", "nowhere.ordito"]),
        &["nowhere.ordito"],
    );
    std::fs::write(at.join("text.ordito"), "non è un documento").unwrap();
    refused(&ordito(at, &["info", "text.ordito"]), &["text.ordito"]);
    assert_eq!(ordito(at, &["history"]).status.code(), Some(2));
    assert_eq!(
        ordito(at, &["new", "c.ordito", "--boh"]).status.code(),
        Some(2)
    );
    refused(&ordito(at, &["a.ordito"]), &["DISPLAY"]);
}

#[test]
fn demo_without_a_display_makes_the_document_and_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let said = done(&ordito(folder.path(), &["demo"]));
    assert!(said.contains("ordito-demo"), "{said}");
    assert!(
        folder
            .path()
            .join("ordito-demo/esempio-illustrativo.ordito")
            .exists()
    );
    for name in [
        "matrice.xlsx",
        "matrice.ods",
        "matrice.html",
        "matrice.svg",
        "matrice.png",
        "confronto.pdf",
        "confronto.docx",
        "confronto.xlsx",
    ] {
        assert!(
            folder.path().join("ordito-demo").join(name).exists(),
            "{name}"
        );
    }
    // Every file that is there was named.
    let mut folders = vec![folder.path().join("ordito-demo")];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                assert!(
                    said.lines().any(|line| line.contains(&name)),
                    "{name} not in {said}"
                );
            }
        }
    }
    let sheets = std::fs::read_dir(folder.path().join("ordito-demo/Schede"))
        .unwrap()
        .flatten();
    let endings: Vec<String> = sheets
        .filter_map(|entry| Some(entry.path().extension()?.to_string_lossy().into_owned()))
        .collect();
    let count = |ending: &str| endings.iter().filter(|each| *each == ending).count();
    assert_eq!([count("pdf"), count("docx"), count("html")], [11, 1, 1]);
}

#[test]
fn a_matrix_is_exported_changed_and_imported() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    done(&ordito(
        at,
        &[
            "export",
            "a.ordito",
            "--to",
            "a.csv",
            "--assessor",
            "Ufficio A",
        ],
    ));
    refused(
        &ordito(at, &["export", "a.ordito", "--to", "a.csv"]),
        &["a.csv", "--force"],
    );
    refused(
        &ordito(
            at,
            &[
                "export",
                "a.ordito",
                "--to",
                "b.csv",
                "--assessor",
                "Nessuno",
            ],
        ),
        &["Nessuno", "Ufficio B"],
    );
    refused(
        &ordito(at, &["export", "a.ordito", "--to", "a.pdf"]),
        &["a.pdf", ".csv"],
    );
    let before = done(&ordito(
        at,
        &[
            "import",
            "a.ordito",
            "--from",
            "a.csv",
            "--assessor",
            "Ufficio A",
        ],
    ));
    assert!(before.contains("Importate 0 celle"), "{before}");
    let dry = [
        "import",
        "a.ordito",
        "--from",
        "a.csv",
        "--assessor",
        "Ufficio C",
        "--dry-run",
        "--json",
    ];
    let dry: serde_json::Value = serde_json::from_str(&done(&ordito(at, &dry))).unwrap();
    assert!(dry["changes"].as_array().unwrap().len() > 200);
    done(&ordito(
        at,
        &[
            "import",
            "a.ordito",
            "--from",
            "a.csv",
            "--assessor",
            "Ufficio C",
        ],
    ));
    let info = done(&ordito(at, &["info", "a.ordito", "--json"]));
    assert!(info.contains("Ufficio C"));
    done(&ordito(at, &["undo", "a.ordito"]));
    assert!(!done(&ordito(at, &["info", "a.ordito", "--json"])).contains("Ufficio C"));
    let text = std::fs::read_to_string(at.join("a.csv"))
        .unwrap()
        .replace("1.1.b;", "1.1.zz;");
    std::fs::write(at.join("wrong.csv"), text).unwrap();
    let wrong = ordito(at, &["import", "a.ordito", "--from", "wrong.csv"]);
    refused(&wrong, &["wrong.csv: A2: «1.1.zz»", "--create"]);
}

#[test]
fn json_leads_a_document_into_another() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    done(&ordito(at, &["export", "a.ordito", "--to", "a.json"]));
    done(&ordito(at, &["new", "b.ordito"]));
    done(&ordito(at, &["import", "b.ordito", "--from", "a.json"]));
    let of = |file: &str| -> serde_json::Value {
        serde_json::from_str(&done(&ordito(at, &["info", file, "--json"]))).unwrap()
    };
    assert_eq!(of("a.ordito")["matrices"], of("b.ordito")["matrices"]);
}
