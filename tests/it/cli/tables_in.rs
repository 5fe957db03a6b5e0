//! What comes in from tables on the command line: scales, frameworks, lines of new matrices, weights, long tables,
//! criteria.

use super::{done, ordito, refused};
use serde_json::Value;
use std::path::Path;

fn write(at: &Path, name: &str, text: &str) {
    std::fs::write(at.join(name), text).unwrap();
}
fn json(at: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&done(&ordito(at, arguments))).unwrap()
}
/// Rows and columns of a matrix.
fn size(at: &Path, file: &str, name: &str) -> (u64, u64) {
    let info = json(at, &["info", file, "--json"]);
    let matrix = info["matrices"]
        .as_array()
        .unwrap()
        .iter()
        .find(|matrix| matrix["name"] == name)
        .unwrap();
    (
        matrix["rows"].as_u64().unwrap(),
        matrix["columns"].as_u64().unwrap(),
    )
}

#[test]
fn a_new_matrix_has_the_lines_of_its_table_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito"]));
    write(at, "p.csv", "codice;nome\nA1;Verde\nA2;Acqua\nA3;Aria\n");
    done(&ordito(
        at,
        &["import", "a.ordito", "--from", "p.csv", "--policies"],
    ));
    write(at, "g.csv", "o;1;2;13\n1;;2;-1\n2;;;-3\n13;-2;1;\n");
    let import = |table: &str, name: &str, kind: &str, more: &[&str]| {
        let head = [
            "import", "a.ordito", "--from", table, "--matrix", name, "--kind", kind,
        ];
        done(&ordito(at, &[&head, more].concat()))
    };
    let said = import("g.csv", "Tre", "goal-goal", &[]);
    assert!(
        said.contains("3 × 3") && said.contains("17 × 17") && said.contains("--lines level"),
        "{said}"
    );
    assert_eq!(size(at, "a.ordito", "Tre"), (3, 3));
    // What was worked out over 191 goals is worked out over these three.
    let found = json(
        at,
        &["analyse", "a.ordito", "micmac", "--matrix", "Tre", "--json"],
    );
    assert_eq!(found["items"].as_array().unwrap().len(), 3);
    assert_eq!(found["crossings"], 6);
    import("g.csv", "Livello", "goal-goal", &["--lines", "level"]);
    assert_eq!(size(at, "a.ordito", "Livello"), (17, 17));
    write(at, "m.csv", "p;1;2;13\nA1;2;-1;3\nA2;1;?;n\n");
    import("m.csv", "P", "policy-goal", &[]);
    assert_eq!(size(at, "a.ordito", "P"), (2, 3));
    let said = import("m.csv", "Tutto", "policy-goal", &["--lines", "all"]);
    assert!(said.contains("3 × 191"), "{said}");
    assert_eq!(size(at, "a.ordito", "Tutto"), (3, 191));
    // What only a new matrix can be told is not passed over in silence.
    let again = ["import", "a.ordito", "--from", "m.csv", "--matrix", "P"];
    for more in [
        ["--kind", "goal-goal"],
        ["--scale", "influence"],
        ["--lines", "all"],
    ] {
        refused(
            &ordito(at, &[&again[..], &more].concat()),
            &["a.ordito", more[0], "«P»", "policy-goal", "nilsson"],
        );
    }
    done(&ordito(
        at,
        &[&again[..], &["--kind", "policy-goal", "--scale", "nilsson"]].concat(),
    ));
}

#[test]
fn goals_and_a_scale_of_ones_own_make_a_matrix() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito"]));
    write(
        at,
        "Scala mia.csv",
        "valore;etichetta;label_en;guida\n0;nulla;none;\n+1,5;media;medium;così così\n3;forte;strong;\n",
    );
    let said = done(&ordito(
        at,
        &["scale", "a.ordito", "--from", "Scala mia.csv"],
    ));
    assert!(
        said.contains("3 livelli") && said.contains("--scale scala-mia"),
        "{said}"
    );
    write(
        at,
        "obiettivi.csv",
        "codice;nome;parte_di\nA;Casa;\nA1;Affitti;A\nA2;Quartieri;A\nB;Lavoro;\n",
    );
    let said = done(&ordito(
        at,
        &[
            "framework",
            "a.ordito",
            "--from",
            "obiettivi.csv",
            "--name",
            "Patto locale",
        ],
    ));
    assert!(
        said.contains("4 obiettivi") && said.contains("--framework patto-locale"),
        "{said}"
    );
    write(at, "g.csv", "o;A1;A2;B\nA1;;1,5;3\nA2;0;;\nB;3;1.5;\n");
    let import = [
        "import",
        "a.ordito",
        "--from",
        "g.csv",
        "--matrix",
        "G",
        "--kind",
        "goal-goal",
    ];
    done(&ordito(
        at,
        &[
            &import[..],
            &["--framework", "patto-locale", "--scale", "scala-mia"],
        ]
        .concat(),
    ));
    assert_eq!(size(at, "a.ordito", "G"), (3, 3));
    let found = json(
        at,
        &[
            "analyse",
            "a.ordito",
            "cross-impact",
            "--matrix",
            "G",
            "--json",
        ],
    );
    let of = |place: usize, field: &str| found["items"][place][field].as_f64().unwrap();
    assert_eq!(
        (of(0, "influence"), of(0, "helped"), of(2, "influence")),
        (4.5, 3.0, 4.5)
    );
    assert_eq!(found["largest"].as_f64(), Some(3.0));
    // The scale has no value below 0: none is tried.
    let found = json(
        at,
        &["analyse", "a.ordito", "gaps", "--matrix", "G", "--json"],
    );
    assert_eq!(found["cells"][0]["low"].as_f64(), Some(0.0), "{found}");
    // Refused whole, with the line.
    write(at, "storta.csv", "valore;etichetta\n1;uno\n1;ancora uno\n");
    refused(
        &ordito(at, &["scale", "a.ordito", "--from", "storta.csv"]),
        &["storta.csv", "riga 3", "«1»"],
    );
    refused(
        &ordito(at, &["scale", "a.ordito", "--from", "Scala mia.csv"]),
        &["a.ordito", "scala-mia", "--key"],
    );
    let history = json(at, &["history", "a.ordito", "--json"]);
    assert_eq!(
        history["steps"].as_array().unwrap().len(),
        4,
        "made, scale, framework, matrix"
    );
}

#[test]
fn weights_and_hidden_lines_come_from_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito"]));
    write(at, "g.csv", "o;1;2;13\n1;;2;-1\n2;;;-3\n13;-2;1;\n");
    done(&ordito(
        at,
        &[
            "import",
            "a.ordito",
            "--from",
            "g.csv",
            "--matrix",
            "G",
            "--kind",
            "goal-goal",
        ],
    ));
    write(
        at,
        "w.csv",
        "asse;codice;peso;nascosta\ncolonne;2;0,5;\nrighe;13;;sì\n",
    );
    let said = done(&ordito(at, &["lines", "a.ordito", "--from", "w.csv"]));
    assert!(said.contains('2'), "{said}");
    // Rows 1 and 2 are left; 1: 0.5·2 − 1·1 = 0 and Σ w = 1.5.
    let found = json(
        at,
        &["analyse", "a.ordito", "profiles", "--matrix", "G", "--json"],
    );
    let lines = found["lines"].as_array().unwrap();
    assert_eq!(lines.len(), 2);
    assert_eq!(
        (lines[0]["benefit"].as_f64(), lines[0]["weight"].as_f64()),
        (Some(1.0), Some(1.5))
    );
    write(at, "w.csv", "codice;peso\n2;-1\n99;2\n");
    refused(
        &ordito(at, &["lines", "a.ordito", "--from", "w.csv"]),
        &["w.csv", "riga 2", "«-1»", "riga 3", "«99»"],
    );
}

#[test]
fn open_data_and_the_samples_own_list_come_back_equal() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    done(&ordito(
        at,
        &["export", "a.ordito", "--to", "dati", "--open-data"],
    ));
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-policies");
    let (policies, cells) = (sample.join("politiche.csv"), sample.join("valutazioni.csv"));
    let name = "Azioni e piani × Agenda 2030";
    for (file, from) in [
        ("b.ordito", cells.to_str().unwrap()),
        ("c.ordito", "dati/valutazioni.csv"),
    ] {
        done(&ordito(at, &["new", file]));
        done(&ordito(
            at,
            &[
                "import",
                file,
                "--from",
                policies.to_str().unwrap(),
                "--policies",
            ],
        ));
        let head = [
            "import",
            file,
            "--from",
            from,
            "--matrix",
            name,
            "--kind",
            "policy-goal",
        ];
        let would = json(at, &[&head[..], &["--dry-run", "--json"]].concat());
        assert_eq!(would["problems"].as_array().unwrap().len(), 0, "{would}");
        done(&ordito(at, &head));
        assert_eq!(size(at, file, name), size(at, "a.ordito", name), "{from}");
        let contents = |file: &str| {
            done(&ordito(
                at,
                &["export", file, "--to", "whole.json", "--force"],
            ));
            let text = std::fs::read_to_string(at.join("whole.json")).unwrap();
            serde_json::from_str::<Value>(&text).unwrap()
        };
        // What a session agreed on cites its minutes, and no table says that again.
        let minutes = minutes_of(&contents("a.ordito"));
        assert_eq!(
            said_cells(&contents(file), name, &minutes),
            said_cells(&contents("a.ordito"), name, &minutes),
            "{from}"
        );
        // A second time nothing changes.
        let again = json(at, &[&head[..6], &["--json"]].concat());
        assert_eq!(
            (
                again["cells"].as_u64(),
                again["assessors"].as_array().unwrap().len()
            ),
            (Some(0), 0),
            "{from}"
        );
    }
    write(
        at,
        "x.csv",
        "politica;obiettivo;punteggio;confidenza\n1.1.b;1;9;\n1.1.b;2;1;7\nZZ;1;1;\n1.1.b;3;1;\n1.1.b;3;2;\n",
    );
    let wrong = ["import", "b.ordito", "--from", "x.csv", "--matrix", name];
    refused(
        &ordito(at, &wrong),
        &["x.csv", "riga 2", "riga 3", "riga 4", "«ZZ»", "riga 6"],
    );
}

/// Everything that is said of a matrix's cells, by names: assessor, row, column and what the cell holds.
/// The key and the citation of the sources that sessions name as their minutes.
fn minutes_of(whole: &Value) -> Vec<String> {
    let tables = &whole["tables"];
    let labs = tables["lab"].as_array().unwrap();
    let sources = tables["source"].as_array().unwrap();
    let of_a_session = |source: &&Value| {
        labs.iter()
            .any(|lab| lab["value"]["source"] == source["key"])
    };
    let found: Vec<String> = sources
        .iter()
        .filter(of_a_session)
        .flat_map(|source| ["key", "citation"].map(|field| source["value"][field].clone()))
        .filter_map(|text| text.as_str().map(str::to_owned))
        .filter(|text| !text.is_empty())
        .collect();
    assert!(!found.is_empty(), "the sample has a session with minutes");
    found
}

fn said_cells(whole: &Value, name: &str, minutes: &[String]) -> Vec<String> {
    let table = |table: &str| whole["tables"][table].as_array().unwrap().clone();
    let named = |of: &str, field: &str| -> std::collections::BTreeMap<String, String> {
        let name = |record: &Value| {
            (
                record["key"].to_string(),
                record["value"][field]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned(),
            )
        };
        table(of).iter().map(name).collect()
    };
    let (policies, goals, assessors) = (
        named("policy", "code"),
        named("goal", "code"),
        named("assessor", "name"),
    );
    let sources = table("source");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let quoted = |id: &str| format!("\"{id}\"");
    let matrix = named("matrix", "name")
        .into_iter()
        .find(|(_, found)| found == name)
        .unwrap()
        .0;
    let matrix = matrix.trim_matches('"').to_owned();
    let cited = |cell: &Value| -> Vec<String> {
        let of = |cited: &Value| {
            let source = sources
                .iter()
                .find(|source| source["key"] == cited["source"])
                .unwrap();
            let (key, citation) = (
                text(&source["value"]["key"]),
                text(&source["value"]["citation"]),
            );
            let said = if key.is_empty() { citation } else { key };
            (!minutes.contains(&said)).then(|| format!("{said} {}", cited["page"]))
        };
        cell["sources"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(of)
            .collect()
    };
    // A key is matrix, assessor, round, row and column, in hexadecimal.
    let cells = table("assessment")
        .into_iter()
        .map(|cell| (text(&cell["key"]), cell["value"].clone()));
    let mut said: Vec<String> = cells
        .filter(|(key, cell)| {
            // Votes of a session are no list of scores.
            key.starts_with(&matrix) && &key[64..68] == "0000" && cell["v"] != "unscored"
        })
        .map(|(key, cell)| {
            let parts = ["v", "contribution", "confidence", "reason", "mitigation"]
                .map(|part| cell[part].to_string());
            let who = &assessors[&quoted(&key[32..64])];
            let (row, column) = (
                &policies[&quoted(&key[70..102])],
                &goals[&quoted(&key[104..136])],
            );
            format!("{who} {row} {column} {parts:?} {:?}", cited(&cell))
        })
        .collect();
    said.sort();
    assert!(said.len() > 400, "{}", said.len());
    said
}

#[test]
fn criteria_of_columns_come_from_a_table_and_pi_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito"]));
    write(at, "p.csv", "codice;nome\nA1;Verde\nA2;Acqua\nA3;Aria\n");
    done(&ordito(
        at,
        &["import", "a.ordito", "--from", "p.csv", "--policies"],
    ));
    write(at, "m.csv", "p;1;2\nA1;3;2\nA2;1;1\nA3;;-1\n");
    done(&ordito(
        at,
        &[
            "import",
            "a.ordito",
            "--from",
            "m.csv",
            "--matrix",
            "M",
            "--kind",
            "policy-goal",
        ],
    ));
    write(
        at,
        "c.csv",
        "codice;funzione;verso;peso\n2;linear:0:2;min;3\n",
    );
    let found = json(
        at,
        &[
            "analyse",
            "a.ordito",
            "promethee",
            "--criteria",
            "c.csv",
            "--json",
        ],
    );
    // By hand in analysis/promethee.rs.
    assert_eq!(found["rows"][0]["pi"], serde_json::json!([null, 0.25, 0.0]));
    assert_eq!(
        found["rows"][1]["pi"],
        serde_json::json!([0.375, null, 0.0])
    );
    assert_eq!(found["rows"][2]["pi"], serde_json::json!([1.0, 1.0, null]));
    assert_eq!(
        (
            &found["columns"][1]["direction"],
            &found["columns"][0]["direction"]
        ),
        (&"min".into(), &"max".into())
    );
    write(at, "c.csv", "codice;funzione\n99;usual\n");
    refused(
        &ordito(
            at,
            &["analyse", "a.ordito", "promethee", "--criteria", "c.csv"],
        ),
        &["c.csv", "«99»"],
    );
    write(at, "c.csv", "codice;funzione\n2;boh\n");
    refused(
        &ordito(
            at,
            &["analyse", "a.ordito", "promethee", "--criteria", "c.csv"],
        ),
        &["c.csv", "riga 2", "«boh»"],
    );
    // Each line over groups of the other axis: goals 1 and 2 lie under different areas of the Agenda, or one.
    let found = json(
        at,
        &[
            "analyse", "a.ordito", "profiles", "--across", "parent", "--json",
        ],
    );
    let line = &found["lines"][0];
    let across = line["across"].as_array().unwrap();
    let sum: f64 = across
        .iter()
        .map(|group| group["net"].as_f64().unwrap())
        .sum();
    assert_eq!((sum, line["net"].as_f64()), (5.0, Some(5.0)));
}
