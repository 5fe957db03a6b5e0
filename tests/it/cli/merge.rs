//! `ordito merge`: copies filled apart as files, what is listed, what is written, what is refused.

use super::{done, ordito, refused};
use serde_json::Value;
use std::path::Path;

/// A document with one matrix, two policies and three goals, and copies of it.
fn copies(at: &Path, names: &[&str]) {
    done(&ordito(at, &["new", "a.ordito"]));
    std::fs::write(
        at.join("politiche.csv"),
        "codice;nome\nA1;Verde\nA2;Acqua\n",
    )
    .unwrap();
    done(&ordito(
        at,
        &[
            "import",
            "a.ordito",
            "--from",
            "politiche.csv",
            "--policies",
        ],
    ));
    import(
        at,
        "a.ordito",
        "p;1;2;13\nA1;1;;\nA2;;;1\n",
        &["--kind", "policy-goal", "--framework", "agenda-2030"],
    );
    for name in names {
        std::fs::copy(at.join("a.ordito"), at.join(name)).unwrap();
    }
}

fn import(at: &Path, file: &str, table: &str, more: &[&str]) {
    std::fs::write(at.join("t.csv"), table).unwrap();
    done(&ordito(
        at,
        &[&["import", file, "--from", "t.csv", "--matrix", "M"], more].concat(),
    ));
}

fn json(at: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&done(&ordito(at, arguments))).unwrap()
}

fn hash(at: &Path, file: &str) -> Value {
    json(at, &["info", file, "--json"])["content_hash"].clone()
}

#[test]
fn copies_are_merged_the_same_both_ways_listed_decided_and_undone() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    copies(at, &["b.ordito", "c.ordito"]);
    let before = hash(at, "a.ordito");
    import(at, "b.ordito", "p;1;2;13\nA1;2;3;\nA2;;;1\n", &[]);
    import(at, "c.ordito", "p;1;2;13\nA1;-1;;2\nA2;;;1\n", &[]);
    let dry = json(
        at,
        &[
            "merge",
            "a.ordito",
            "b.ordito",
            "c.ordito",
            "--dry-run",
            "--json",
        ],
    );
    assert_eq!(
        (
            dry["written"].clone(),
            dry["clashes"].as_array().unwrap().len()
        ),
        (Value::Null, 1),
        "{dry:#}"
    );
    let clash = &dry["clashes"][0];
    let facts = [
        &clash["kind"],
        &clash["table"],
        &clash["matrix"],
        &clash["row"],
        &clash["column"],
    ];
    assert_eq!(facts, ["changed", "cell", "M", "A1", "1"], "{clash:#}");
    // The one written last stands first, and both are there with who and when.
    let versions = clash["versions"].as_array().unwrap();
    assert_eq!(
        (versions[0]["copy"].as_u64(), versions[1]["copy"].as_u64()),
        (Some(3), Some(2))
    );
    assert!(
        versions
            .iter()
            .all(|version| version["at"].as_i64() > Some(0) && version["by"].is_string())
    );
    assert_eq!(clash["outcome"], versions[0]["record"]);
    let text = done(&ordito(
        at,
        &[
            "merge", "a.ordito", "b.ordito", "c.ordito", "--to", "m.ordito",
        ],
    ));
    assert!(
        text.contains("Un conflitto")
            && text.contains("b.ordito: +2")
            && text.contains("c.ordito: −1"),
        "{text}"
    );
    done(&ordito(
        at,
        &[
            "merge", "c.ordito", "a.ordito", "b.ordito", "--to", "n.ordito",
        ],
    ));
    assert_eq!(hash(at, "m.ordito"), hash(at, "n.ordito"));
    assert_eq!(hash(at, "a.ordito"), before, "the first copy is as it was");
    // Merged again, nothing changes, with whatever rule.
    let again = [
        "merge",
        "m.ordito",
        "b.ordito",
        "c.ordito",
        "--to",
        "m2.ordito",
        "--rule",
        "theirs",
    ];
    assert!(done(&ordito(at, &again)).contains("niente di nuovo"));
    assert_eq!(hash(at, "m.ordito"), hash(at, "m2.ordito"));
    // Decided against the rule; one step, undone as one.
    let decision = serde_json::json!([{ "table": clash["table"], "key": clash["key"], "copy": 2 }]);
    std::fs::write(at.join("d.json"), decision.to_string()).unwrap();
    let decided = [
        "merge", "a.ordito", "b.ordito", "c.ordito", "--to", "d.ordito", "--decide", "d.json",
        "--json",
    ];
    let decided = json(at, &decided);
    assert_eq!(decided["clashes"][0]["outcome"], versions[1]["record"]);
    assert_ne!(hash(at, "d.ordito"), hash(at, "m.ordito"));
    done(&ordito(at, &["undo", "d.ordito"]));
    assert_eq!(hash(at, "d.ordito"), before);
    // What does not stand is kept with the history.
    let kept = done(&ordito(at, &["history", "m.ordito", "--json"]));
    let kept: Value = serde_json::from_str(&kept).unwrap();
    let steps = kept["steps"].as_array().unwrap();
    assert_eq!(steps[steps.len() - 1]["set_aside"][0]["copy"], "b.ordito");
    assert_eq!(
        steps[steps.len() - 1]["set_aside"][0]["record"],
        versions[1]["record"]
    );
}

#[test]
fn what_was_added_twice_waits_for_a_word_and_strangers_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    copies(at, &["b.ordito"]);
    std::fs::write(at.join("politiche.csv"), "codice;nome\nA7;Aria\n").unwrap();
    for file in ["a.ordito", "b.ordito"] {
        done(&ordito(
            at,
            &["import", file, "--from", "politiche.csv", "--policies"],
        ));
    }
    let merge = ["merge", "a.ordito", "b.ordito", "--to", "m.ordito"];
    refused(
        &ordito(at, &merge),
        &["a.ordito", "niente è stato scritto", "--match"],
    );
    assert!(!at.join("m.ordito").exists());
    let policies = |file: &str| json(at, &["info", file, "--json"])["policies"].clone();
    done(&ordito(at, &[&merge[..], &["--match", "code"]].concat()));
    assert_eq!(policies("m.ordito"), 3);
    done(&ordito(
        at,
        &[
            "merge", "a.ordito", "b.ordito", "--to", "n.ordito", "--match", "none",
        ],
    ));
    assert_eq!(policies("n.ordito"), 4);
    refused(
        &ordito(at, &[&merge[..], &["--match", "code"]].concat()),
        &["m.ordito"],
    );
    done(&ordito(at, &["new", "z.ordito"]));
    refused(
        &ordito(at, &["merge", "a.ordito", "z.ordito", "--to", "y.ordito"]),
        &["z.ordito", "un altro documento"],
    );
    refused(
        &ordito(at, &["merge", "a.ordito", "no.ordito", "--to", "y.ordito"]),
        &["no.ordito"],
    );
    assert!(!at.join("y.ordito").exists());
}
