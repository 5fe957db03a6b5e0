//! `ordito analyse`: every method gives the fields that `--help` documents, the same numbers as the methods, and refuses
//! what it cannot read.

use super::{done, ordito, refused};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

const METHODS: [&str; 16] = [
    "profiles",
    "cross-impact",
    "second-order",
    "indirect",
    "groups",
    "centrality",
    "micmac",
    "robustness",
    "weights",
    "gaps",
    "panel",
    "promethee",
    "coherence",
    "conflicts",
    "structure",
    "reading",
];

fn analyse(at: &Path, method: &str, more: &[&str]) -> Value {
    let arguments = [&["analyse", "a.ordito", method, "--json"], more].concat();
    serde_json::from_str(&done(&ordito(at, &arguments))).unwrap()
}

/// All keys of a value, at any depth, once.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                found.insert(key.clone());
                keys(value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|each| keys(each, found)),
        _ => {}
    }
}

#[test]
fn every_method_gives_the_fields_that_are_documented() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    let help = done(&ordito(at, &["analyse", "--help"]));
    let documented: BTreeSet<&str> = help
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
        .collect();
    for method in METHODS {
        let more: &[&str] = if method == "robustness" {
            &["--draws", "200"]
        } else {
            &[]
        };
        let found = analyse(at, method, more);
        assert_eq!(
            (&found["method"], &found["illustrative"]),
            (&Value::from(method), &Value::from(true))
        );
        let mut names = BTreeSet::new();
        keys(&found, &mut names);
        let missing: Vec<_> = names
            .iter()
            .filter(|name| !documented.contains(name.as_str()))
            .collect();
        assert!(
            missing.is_empty(),
            "{method}: {missing:?} are not in the help"
        );
        let lists = found
            .as_object()
            .unwrap()
            .values()
            .filter(|value| value.is_array() || value.is_object());
        assert!(lists.clone().count() > 0, "{method} says nothing");
        // As text too.
        let arguments = [&["analyse", "a.ordito", method], more].concat();
        assert!(done(&ordito(at, &arguments)).contains(method), "{method}");
    }
}

#[test]
fn figures_are_those_of_the_cells() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito"]));
    std::fs::write(at.join("p.csv"), "codice;nome\nA1;Verde\nA2;Acqua\n").unwrap();
    std::fs::write(at.join("m.csv"), "p;1;2;13\nA1;2;-1;3/-1\nA2;1;?;n\n").unwrap();
    std::fs::write(at.join("g.csv"), "o;1;2;13\n1;;2;-1\n2;;;-3\n13;-2;1;\n").unwrap();
    done(&ordito(
        at,
        &["import", "a.ordito", "--from", "p.csv", "--policies"],
    ));
    let matrix = |table: &str, name: &str, kind: &str| {
        let arguments = [
            "import",
            "a.ordito",
            "--from",
            table,
            "--matrix",
            name,
            "--kind",
            kind,
            "--framework",
            "agenda-2030",
        ];
        done(&ordito(at, &arguments));
    };
    matrix("m.csv", "M", "policy-goal");
    matrix("g.csv", "G", "goal-goal");
    // A1: B = 5, T = −2, N = 3, conflict 1, index 3/9. A2: one score, one "?", one n.a., the others nobody answered.
    let found = analyse(at, "profiles", &[]);
    let line = |place: usize| found["lines"][place].clone();
    assert_eq!(
        (line(0)["benefit"].as_f64(), line(0)["harm"].as_f64()),
        (Some(5.0), Some(-2.0))
    );
    assert_eq!(
        (line(0)["conflict"].as_f64(), line(0)["index"].as_f64()),
        (Some(1.0), Some(1.0 / 3.0))
    );
    let unscored = line(1)["unscored"].as_f64().unwrap();
    assert_eq!(
        (
            line(1)["dont_know"].as_u64(),
            line(1)["not_applicable"].as_u64()
        ),
        (Some(1), Some(1))
    );
    assert_eq!(line(1)["coverage"].as_f64(), Some(1.0 / (2.0 + unscored)));
    assert_eq!(line(1)["item"]["code"], "A2");
    // The only square matrix is meant: see analysis/second_order.rs.
    let found = analyse(at, "second-order", &["--weight", "0.5"]);
    assert_eq!(found["matrix"], "G");
    let of = |found: &Value, code: &str| -> f64 {
        let items = found["items"].as_array().unwrap();
        items
            .iter()
            .find(|each| each["item"]["code"] == code)
            .unwrap()["total"]
            .as_f64()
            .unwrap()
    };
    assert_eq!(
        ["1", "2", "13"].map(|code| of(&found, code)),
        [-1.5, -1.5, -3.5]
    );
    assert_eq!(found["paths"][0]["effect"].as_f64(), Some(-6.0));
    let dropped = analyse(at, "second-order", &["--no-returns", "--weight", "1"]);
    assert_eq!(of(&dropped, "1"), 1.0 - 7.0);
    // A1 on goal 1 through the others: (−1·0 + net of 13, 2, times −2)/3.
    let found = analyse(at, "indirect", &["--matrix", "M"]);
    let cell = found["cells"]
        .as_array()
        .unwrap()
        .iter()
        .find(|cell| cell["row"]["code"] == "A1" && cell["column"]["code"] == "1")
        .unwrap();
    assert!(
        (cell["indirect"].as_f64().unwrap() + 4.0 / 3.0).abs() < 1e-12,
        "{cell}"
    );
    // The same seed gives the same bytes.
    let again = [
        "analyse",
        "a.ordito",
        "robustness",
        "--matrix",
        "M",
        "--json",
        "--draws",
        "500",
        "--seed",
        "9",
    ];
    assert_eq!(done(&ordito(at, &again)), done(&ordito(at, &again)));
}

#[test]
fn every_seeded_method_gives_the_same_bytes_whatever_the_threads() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    let run = |method: &str, threads: &str, seed: &str| {
        let mut command = super::command(
            at,
            &[
                "analyse", "a.ordito", method, "--json", "--draws", "2000", "--seed", seed,
            ],
        );
        done(&command.env("RAYON_NUM_THREADS", threads).output().unwrap())
    };
    for method in [
        "robustness",
        "profiles",
        "second-order",
        "centrality",
        "micmac",
        "promethee",
    ] {
        let alone = run(method, "1", "7");
        for threads in ["2", "5"] {
            assert_eq!(
                run(method, threads, "7"),
                alone,
                "{method} on {threads} threads"
            );
        }
        let without_seed = |text: &str| -> Value {
            let mut found: Value = serde_json::from_str(text).unwrap();
            let of = if method == "robustness" {
                &mut found
            } else {
                &mut found["left_out"]
            };
            of["seed"] = Value::Null;
            found
        };
        // No rank without how far it holds; another seed, other draws.
        let found = without_seed(&alone);
        assert_ne!(without_seed(&run(method, "2", "8")), found, "{method}");
        let mut names = BTreeSet::new();
        keys(&found, &mut names);
        assert!(
            names.contains("low") && names.contains("high") && names.contains("top_three"),
            "{method}: {names:?}"
        );
    }
}

#[test]
fn what_a_method_cannot_read_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    let name = "Azioni e piani × Agenda 2030";
    refused(
        &ordito(at, &["analyse", "a.ordito", "micmac", "--matrix", name]),
        &["a.ordito", name, "--matrix"],
    );
    refused(
        &ordito(at, &["analyse", "a.ordito", "profiles", "--matrix", "Boh"]),
        &["a.ordito", "Boh"],
    );
    refused(
        &ordito(at, &["analyse", "a.ordito", "reading", "--to", "boh"]),
        &["--to"],
    );
    for wrong in [
        &["analyse", "a.ordito", "boh"][..],
        &[
            "analyse",
            "a.ordito",
            "promethee",
            "--preference",
            "linear:3:1",
        ],
        &["analyse", "a.ordito", "second-order", "--weight", "nan"],
        &["analyse", "a.ordito", "second-order", "--weight", "inf"],
    ] {
        assert_eq!(ordito(at, wrong).status.code(), Some(2));
    }
}
