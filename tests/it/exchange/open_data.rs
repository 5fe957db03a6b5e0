//! The folder of open data against its own description: fields, types, counts of lines, keys, hashes.

use crate::cli::{done, ordito, refused};
use crate::document::small::{matrix_document, stamp, typed};
use ordito::document::{AssessmentChange, CellEdit, Edit};
use ordito::export::write_open_data;
use ordito::model::{Assessor, AssessorId, AssessorKind, CellsCause, Language, Timestamp};
use ordito::words::Words;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

type Lines = Vec<Vec<String>>;

fn read(folder: &Path, resource: &Value) -> (Vec<String>, Lines) {
    let bytes = std::fs::read(folder.join(resource["path"].as_str().unwrap())).unwrap();
    assert_eq!(bytes.len() as u64, resource["bytes"].as_u64().unwrap());
    let digest = Sha256::digest(&bytes);
    let hash = digest.iter().fold("sha256:".to_owned(), |text, byte| {
        format!("{text}{byte:02x}")
    });
    assert_eq!(resource["hash"], hash.as_str());
    let mut table = csv::Reader::from_reader(bytes.as_slice());
    let heads = table.headers().unwrap().iter().map(str::to_owned).collect();
    (
        heads,
        table
            .records()
            .map(|line| line.unwrap().iter().map(str::to_owned).collect())
            .collect(),
    )
}

fn check_value(field: &Value, text: &str) {
    let rules = &field["constraints"];
    if text.is_empty() {
        assert!(rules["required"] != true, "{field}");
        return;
    }
    let number = || {
        let value: f64 = text.parse().unwrap();
        assert!(
            rules["minimum"].as_f64().is_none_or(|low| value >= low),
            "{text}: {field}"
        );
        assert!(
            rules["maximum"].as_f64().is_none_or(|high| value <= high),
            "{text}: {field}"
        );
    };
    match field["type"].as_str().unwrap() {
        "number" => number(),
        "integer" => {
            text.parse::<i64>().unwrap();
            number();
        }
        "boolean" => assert!(["true", "false"].contains(&text)),
        "yearmonth" => assert!(text.parse::<ordito::model::YearMonth>().is_ok()),
        kind => {
            assert_eq!(kind, "string");
            assert!(
                !text.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{text}"
            );
        }
    }
    if let Some(words) = rules["enum"].as_array() {
        assert!(words.iter().any(|word| word == text), "{text}: {field}");
    }
}

/// What `frictionless validate` checks, without it. Gives the lines of each table by column.
pub fn check(folder: &Path) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    let package: Value =
        serde_json::from_slice(&std::fs::read(folder.join("datapackage.json")).unwrap()).unwrap();
    assert_eq!(package["licenses"][0]["name"], "da-compilare");
    let resources = package["resources"].as_array().unwrap();
    let mut tables: BTreeMap<String, (Vec<String>, Lines)> = BTreeMap::new();
    for resource in resources {
        let (heads, lines) = read(folder, resource);
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields
            .iter()
            .map(|field| field["name"].as_str().unwrap())
            .collect();
        assert_eq!(heads, names);
        for said in fields
            .iter()
            .chain([resource])
            .flat_map(|each| [&each["title"], &each["description"]])
        {
            assert!(!said.as_str().unwrap_or("-").starts_with("open-"), "{said}");
        }
        for line in &lines {
            fields
                .iter()
                .zip(line)
                .for_each(|(field, text)| check_value(field, text));
        }
        tables.insert(
            resource["name"].as_str().unwrap().to_owned(),
            (heads, lines),
        );
    }
    let column = |table: &str, name: &str| -> Vec<String> {
        let (heads, lines) = &tables[table];
        let at = heads.iter().position(|head| head == name).unwrap();
        lines.iter().map(|line| line[at].clone()).collect()
    };
    for resource in resources {
        let name = resource["name"].as_str().unwrap();
        let primary = resource["schema"]["primaryKey"].as_array().unwrap();
        let parts: Vec<Vec<String>> = primary
            .iter()
            .map(|field| column(name, field.as_str().unwrap()))
            .collect();
        let n = tables[name].1.len();
        let keys: BTreeSet<Vec<&str>> = (0..n)
            .map(|i| parts.iter().map(|part| part[i].as_str()).collect())
            .collect();
        assert_eq!(keys.len(), n, "{name}");
        for link in resource["schema"]["foreignKeys"]
            .as_array()
            .unwrap_or(&Vec::new())
        {
            let to = link["reference"]["resource"].as_str().unwrap();
            let ids: BTreeSet<String> = column(if to.is_empty() { name } else { to }, "id")
                .into_iter()
                .collect();
            for id in column(name, link["fields"][0].as_str().unwrap()) {
                assert!(id.is_empty() || ids.contains(&id), "{name}: {link} {id}");
            }
        }
    }
    let by_column = |(heads, lines): &(Vec<String>, Lines)| {
        lines
            .iter()
            .map(|line| heads.iter().cloned().zip(line.iter().cloned()).collect())
            .collect()
    };
    tables
        .iter()
        .map(|(name, table)| (name.clone(), by_column(table)))
        .collect()
}

#[test]
fn the_sample_as_open_data_is_what_its_description_says() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    done(&ordito(
        at,
        &["export", "a.ordito", "--to", "dati", "--open-data"],
    ));
    let tables = check(&at.join("dati"));
    let info: Value =
        serde_json::from_str(&done(&ordito(at, &["info", "a.ordito", "--json"]))).unwrap();
    assert_eq!(info["policies"], tables["politiche"].len());
    let crossings = info["matrices"][0]["rows"].as_u64().unwrap()
        * info["matrices"][0]["columns"].as_u64().unwrap();
    assert_eq!(
        tables["valutazioni"].len() as u64,
        crossings * 4,
        "four assessors"
    );
    assert!(!tables["citazioni"].is_empty());
    // The illustrative scores are said to be so wherever the data is described.
    for file in ["datapackage.json", "dcat-ap_it.ttl", "LEGGIMI.txt"] {
        let text = std::fs::read_to_string(at.join("dati").join(file)).unwrap();
        assert!(
            text.contains("(punteggi illustrativi)")
                && text.contains("I punteggi sono illustrativi"),
            "{file}"
        );
    }
    assert_eq!(tables["matrici"][0]["punteggi_illustrativi"], "true");
    // A folder that holds something is not replaced, with --force only one of ours.
    refused(
        &ordito(at, &["export", "a.ordito", "--to", "dati", "--open-data"]),
        &["dati", "--force"],
    );
    done(&ordito(
        at,
        &[
            "export",
            "a.ordito",
            "--to",
            "dati",
            "--open-data",
            "--force",
        ],
    ));
    std::fs::write(at.join("dati/mio.csv"), "mio").unwrap();
    refused(
        &ordito(
            at,
            &[
                "export",
                "a.ordito",
                "--to",
                "dati",
                "--open-data",
                "--force",
            ],
        ),
        &["dati"],
    );
    assert!(at.join("dati/mio.csv").is_file());
    let names: Vec<_> = std::fs::read_dir(at)
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    assert!(
        names
            .iter()
            .all(|name| !name.to_string_lossy().starts_with(".~")),
        "{names:?}"
    );
    // With a name of a table it is one matrix, as before.
    done(&ordito(
        at,
        &["export", "a.ordito", "--to", "m.csv", "--open-data"],
    ));
    assert!(at.join("m.csv").is_file());
}

#[test]
fn states_sides_reasons_and_persons_come_out_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = matrix_document(&folder.path().join("a.ordito"), 2, 3);
    let (person, position) = (AssessorId::fixed(7), 1);
    let assessor = Assessor {
        name: "Maria Rossi".to_owned(),
        kind: AssessorKind::Person,
        note: String::new(),
        position,
    };
    document
        .apply(
            &Edit::PutAssessor {
                id: person,
                assessor,
            },
            &stamp(9),
        )
        .unwrap();
    for (row, column, entry) in [(1, 1, "2/-1"), (1, 2, "n"), (1, 3, "?"), (2, 1, "0")] {
        document
            .apply(&typed(row, column, entry), &stamp(10))
            .unwrap();
    }
    let key = ordito::model::AssessmentKey {
        assessor: person,
        ..crate::document::small::cell(2, 2)
    };
    let reason = Some("=SOMMA(A1)\r\n\"virgolette\", à 😀".to_owned());
    let change = AssessmentChange {
        reason,
        ..AssessmentChange::value(net(-1))
    };
    let edit = Edit::SetCells {
        cause: CellsCause::Inspector,
        cells: vec![CellEdit { key, change }],
    };
    document.apply(&edit, &stamp(11)).unwrap();
    for language in [Language::It, Language::En] {
        let to = folder.path().join(format!("{language:?}"));
        write_open_data(
            &to,
            document.contents(),
            &Words::new(language),
            Timestamp(1_795_435_200_000),
            false,
        )
        .unwrap();
        let tables = check(&to);
        let cells = &tables["valutazioni"];
        assert_eq!(cells.len(), 12);
        let said: Vec<[&str; 4]> = cells
            .iter()
            .map(|cell| {
                ["stato", "cobeneficio", "conflitto", "netto"].map(|name| cell[name].as_str())
            })
            .collect();
        assert_eq!(said[0], ["scored", "2", "-1", "1"]);
        assert_eq!(said[1], ["not_applicable", "", "", ""]);
        assert_eq!(said[2], ["dont_know", "", "", ""]);
        assert_eq!(said[3], ["scored", "0", "0", "0"]);
        assert_eq!(said[4], ["unscored", "", "", ""]);
        assert_eq!(
            cells[10]["motivazione"],
            "'=SOMMA(A1)\r\n\"virgolette\", à 😀"
        );
        for file in std::fs::read_dir(&to).unwrap().flatten() {
            assert!(
                !std::fs::read_to_string(file.path())
                    .unwrap()
                    .contains("Maria"),
                "{:?}",
                file.file_name()
            );
        }
    }
}

fn net(points: i8) -> ordito::model::CellValue {
    ordito::model::CellValue::net_of(ordito::model::Points::whole(points))
}

#[test]
fn a_folder_that_cannot_be_written_leaves_nothing() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let document = matrix_document(&other.path().join("a.ordito"), 2, 3);
    std::fs::write(folder.path().join("file"), "").unwrap();
    let words = Words::new(Language::It);
    let to = folder.path().join("file/dati");
    assert!(write_open_data(&to, document.contents(), &words, Timestamp(0), false).is_err());
    assert!(
        write_open_data(
            &folder.path().join("file"),
            document.contents(),
            &words,
            Timestamp(0),
            true
        )
        .is_err()
    );
    let names: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    assert_eq!(names.len(), 1, "{names:?}");
    // An empty folder is used.
    std::fs::create_dir(folder.path().join("vuota")).unwrap();
    write_open_data(
        &folder.path().join("vuota"),
        document.contents(),
        &words,
        Timestamp(0),
        false,
    )
    .unwrap();
    check(&folder.path().join("vuota"));
}
