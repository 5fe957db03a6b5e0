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
    let there: Value =
        serde_json::from_str(&done(&ordito(at, &["compare", &a, &b, "--json"]))).unwrap();
    let back: Value =
        serde_json::from_str(&done(&ordito(at, &["compare", &b, &a, "--json"]))).unwrap();
    assert!(there["compared"].as_u64().unwrap() > 100);
    for key in [
        "compared",
        "equal",
        "mean_absolute_difference",
        "opposite_signs",
        "weighted_kappa",
    ] {
        assert_eq!(there[key], back[key], "{key}");
    }
    assert_eq!(there["only_left"], back["only_right"]);
    let differences = there["differences"].as_array().unwrap();
    assert_eq!(
        differences.len() as u64,
        there["compared"].as_u64().unwrap() - there["equal"].as_u64().unwrap()
    );
    let nets: Vec<f64> = differences
        .iter()
        .map(|each| each["net"].as_f64().unwrap().abs())
        .collect();
    assert!(
        nets.windows(2).all(|pair| pair[0] >= pair[1]),
        "largest first"
    );
    let own: Value =
        serde_json::from_str(&done(&ordito(at, &["compare", &a, &a, "--json"]))).unwrap();
    assert_eq!(
        (own["compared"].clone(), &own["weighted_kappa"]),
        (own["equal"].clone(), &Value::from(1.0))
    );
    assert!(done(&ordito(at, &["compare", &a, &b])).contains("Celle confrontate: "));
    refused(
        &ordito(at, &["compare", &a, "a.ordito::Boh"]),
        &["a.ordito", "Boh"],
    );
}

#[test]
fn documents_made_apart_meet_by_code() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito"]));
    done(&ordito(at, &["new", "b.ordito"]));
    std::fs::write(at.join("a.csv"), "p;1;2;13\nA1;2;-1;0\nA2;1;;3\n").unwrap();
    std::fs::write(at.join("b.csv"), "p;1;2;13\nA1;2;1;0\nA3;1;;3\n").unwrap();
    std::fs::write(
        at.join("politiche-a.csv"),
        "codice;nome\nA1;Verde\nA2;Acqua\n",
    )
    .unwrap();
    std::fs::write(
        at.join("politiche-b.csv"),
        "codice;nome\nA1;Verde urbano\nA3;Aria\n",
    )
    .unwrap();
    for name in ["a", "b"] {
        let policies = format!("politiche-{name}.csv");
        done(&ordito(
            at,
            &[
                "import",
                &format!("{name}.ordito"),
                "--from",
                &policies,
                "--policies",
            ],
        ));
        let (file, table) = (format!("{name}.ordito"), format!("{name}.csv"));
        let arguments = [
            "import",
            &file,
            "--from",
            &table,
            "--matrix",
            "M",
            "--kind",
            "policy-goal",
            "--framework",
            "agenda-2030",
        ];
        done(&ordito(at, &arguments));
    }
    let found: Value = serde_json::from_str(&done(&ordito(
        at,
        &["compare", "a.ordito", "b.ordito", "--json"],
    )))
    .unwrap();
    let met = [&found["rows"]["by_code"], &found["rows"]["by_name"]];
    assert_eq!(
        met.iter().map(|n| n.as_u64().unwrap()).sum::<u64>(),
        1,
        "{found:#}"
    );
    assert_eq!(
        (
            &found["compared"],
            &found["equal"],
            &found["opposite_signs"]
        ),
        (&3.into(), &2.into(), &1.into())
    );
    assert_eq!(found["rows"]["only_left"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&found["outside_left"], &found["outside_right"]),
        (&2.into(), &2.into())
    );
}

#[test]
fn a_comparison_is_written_in_four_formats_and_read_back() {
    use calamine::{Data, Reader as _, Xlsx, open_workbook};
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    let side = |name: &str| format!("a.ordito::{MATRIX}::{name}");
    let (a, b) = (side("Ufficio A"), side("Ufficio B"));
    let before = std::fs::read(at.join("a.ordito")).unwrap();
    let found: Value = serde_json::from_str(&done(&ordito(
        at,
        &["compare", &a, &b, "--to", "c.xlsx", "--json"],
    )))
    .unwrap();
    for name in ["c.pdf", "c.docx", "c.html"] {
        assert!(done(&ordito(at, &["compare", &a, &b, "--to", name])).contains(name));
    }
    assert_eq!(
        std::fs::read(at.join("a.ordito")).unwrap(),
        before,
        "the document is only read"
    );
    refused(
        &ordito(at, &["compare", &a, &b, "--to", "c.pdf"]),
        &["c.pdf", "--force"],
    );
    refused(
        &ordito(at, &["compare", &a, &b, "--to", "c.gif"]),
        &["c.gif", ".docx"],
    );
    assert!(
        std::fs::read(at.join("c.pdf"))
            .unwrap()
            .starts_with(b"%PDF")
    );
    assert!(std::fs::read(at.join("c.docx")).unwrap().starts_with(b"PK"));
    let page = std::fs::read_to_string(at.join("c.html")).unwrap();
    for part in [
        "Ufficio A",
        "Ufficio B",
        "Celle confrontate",
        "Nota di metodo",
        "Cohen 1968",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let mut book: Xlsx<_> = open_workbook(at.join("c.xlsx")).unwrap();
    let figures = book.worksheet_range("Confronto").unwrap();
    let value = |label: &str| {
        let row = figures
            .rows()
            .find(|row| row[0] == *label)
            .unwrap_or_else(|| panic!("{label}"));
        row[1].clone()
    };
    let number = |key: &str| Data::Float(found[key].as_f64().unwrap());
    assert_eq!(value("Celle confrontate"), number("compared"));
    assert_eq!(value("Celle uguali"), number("equal"));
    assert_eq!(
        value("Scarto medio assoluto"),
        number("mean_absolute_difference")
    );
    assert_eq!(value("Accordo (κ pesato)"), number("weighted_kappa"));
    assert_eq!(value("Valutate solo in A"), number("only_left"));
    let list = book.worksheet_range("Differenze B – A").unwrap();
    let wanted = |key: &str| usize::try_from(found[key].as_u64().unwrap()).unwrap();
    let n = found["differences"].as_array().unwrap().len()
        + wanted("only_left")
        + wanted("only_right")
        + wanted("other_states");
    assert_eq!(list.rows().count(), n + 1);
    let first = list.rows().nth(1).unwrap();
    let json = &found["differences"][0];
    let name = |item: &Value| {
        format!(
            "{} {}",
            item["code"].as_str().unwrap(),
            item["name"].as_str().unwrap()
        )
    };
    assert!(
        first[0].to_string().starts_with(&name(&json["row"])),
        "{first:?}"
    );
    assert!(
        first[1].to_string().starts_with(&name(&json["column"])),
        "{first:?}"
    );
    assert_eq!(first[4], Data::Float(json["net"].as_f64().unwrap()));
    assert_eq!(first[5], Data::String("sì".to_owned()));
    assert!(
        !first[6].to_string().is_empty() && !first[7].to_string().is_empty(),
        "both reasons"
    );
}

#[test]
fn a_version_is_compared_with_now() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito"]));
    for (name, row) in [("uno.csv", "A1;2;-1;0"), ("due.csv", "A1;2;1;0")] {
        std::fs::write(at.join(name), format!("p;1;2;13\n{row}\n")).unwrap();
    }
    std::fs::write(at.join("politiche.csv"), "codice;nome\nA1;Verde\n").unwrap();
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
    let first = [
        "import",
        "a.ordito",
        "--from",
        "uno.csv",
        "--matrix",
        "M",
        "--kind",
        "policy-goal",
    ];
    done(&ordito(
        at,
        &[&first[..], &["--framework", "agenda-2030"]].concat(),
    ));
    let history: Value =
        serde_json::from_str(&done(&ordito(at, &["history", "a.ordito", "--json"]))).unwrap();
    let step = history["steps"].as_array().unwrap().len().to_string();
    done(&ordito(
        at,
        &["import", "a.ordito", "--from", "due.csv", "--matrix", "M"],
    ));
    let then = format!("a.ordito::M::Consenso::{step}");
    let found: Value = serde_json::from_str(&done(&ordito(
        at,
        &["compare", &then, "a.ordito", "--to", "v.html", "--json"],
    )))
    .unwrap();
    assert_eq!(
        (
            &found["compared"],
            &found["equal"],
            &found["opposite_signs"]
        ),
        (&3.into(), &2.into(), &1.into())
    );
    assert_eq!(found["left"]["step"].as_i64().unwrap().to_string(), step);
    let page = std::fs::read_to_string(at.join("v.html")).unwrap();
    assert!(
        page.contains("Cambiata da −1 a +1"),
        "who changed it, and when"
    );
    refused(
        &ordito(at, &["compare", "a.ordito::M::Consenso::Mai", "a.ordito"]),
        &["a.ordito", "Mai"],
    );
    refused(
        &ordito(at, &["compare", "a.ordito::M::Consenso::1", "a.ordito"]),
        &["a.ordito"],
    );
}
