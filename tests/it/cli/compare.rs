//! `ordito compare`: assessors of one document, copies of it, and documents made apart.

use super::{done, ordito, refused};
use serde_json::Value;

const MATRIX: &str = "Azioni e piani × Agenda 2030";

#[test]
fn two_assessors_are_compared_cell_by_cell_and_the_other_way_round() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    let side = |name: &str| format!("a.ordito::{MATRIX}::{name}");
    let (a, b) = (side("Ufficio A"), side("Ufficio B"));
    let there: Value = serde_json::from_str(&done(&ordito(at, &["compare", &a, &b, "--json"]))).unwrap();
    let back: Value = serde_json::from_str(&done(&ordito(at, &["compare", &b, &a, "--json"]))).unwrap();
    assert!(there["compared"].as_u64().unwrap() > 100);
    for key in ["compared", "equal", "mean_absolute_difference", "opposite_signs", "weighted_kappa"] {
        assert_eq!(there[key], back[key], "{key}");
    }
    assert_eq!(there["only_left"], back["only_right"]);
    let differences = there["differences"].as_array().unwrap();
    assert_eq!(differences.len() as u64, there["compared"].as_u64().unwrap() - there["equal"].as_u64().unwrap());
    let nets: Vec<f64> = differences.iter().map(|each| each["net"].as_f64().unwrap().abs()).collect();
    assert!(nets.windows(2).all(|pair| pair[0] >= pair[1]), "largest first");
    let own: Value = serde_json::from_str(&done(&ordito(at, &["compare", &a, &a, "--json"]))).unwrap();
    assert_eq!((own["compared"].clone(), &own["weighted_kappa"]), (own["equal"].clone(), &Value::from(1.0)));
    assert!(done(&ordito(at, &["compare", &a, &b])).contains("Celle confrontate: "));
    refused(&ordito(at, &["compare", &a, "a.ordito::Boh"]), &["a.ordito", "Boh"]);
}

#[test]
fn documents_made_apart_meet_by_code() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito"]));
    done(&ordito(at, &["new", "b.ordito"]));
    std::fs::write(at.join("a.csv"), "p;1;2;13\nA1;2;-1;0\nA2;1;;3\n").unwrap();
    std::fs::write(at.join("b.csv"), "p;1;2;13\nA1;2;1;0\nA3;1;;3\n").unwrap();
    std::fs::write(at.join("politiche-a.csv"), "codice;nome\nA1;Verde\nA2;Acqua\n").unwrap();
    std::fs::write(at.join("politiche-b.csv"), "codice;nome\nA1;Verde urbano\nA3;Aria\n").unwrap();
    for name in ["a", "b"] {
        let policies = format!("politiche-{name}.csv");
        done(&ordito(at, &["import", &format!("{name}.ordito"), "--from", &policies, "--policies"]));
        let (file, table) = (format!("{name}.ordito"), format!("{name}.csv"));
        let arguments =
            ["import", &file, "--from", &table, "--matrix", "M", "--kind", "policy-goal", "--framework", "agenda-2030"];
        done(&ordito(at, &arguments));
    }
    let found: Value =
        serde_json::from_str(&done(&ordito(at, &["compare", "a.ordito", "b.ordito", "--json"]))).unwrap();
    let met = [&found["rows"]["by_code"], &found["rows"]["by_name"]];
    assert_eq!(met.iter().map(|n| n.as_u64().unwrap()).sum::<u64>(), 1, "{found:#}");
    assert_eq!((&found["compared"], &found["equal"], &found["opposite_signs"]), (&3.into(), &2.into(), &1.into()));
    assert_eq!(found["rows"]["only_left"].as_array().unwrap().len(), 1);
    assert_eq!((&found["outside_left"], &found["outside_right"]), (&2.into(), &2.into()));
}
