//! `ordito lab`: sessions, figures with all digits, papers.

use super::{done, ordito, refused};
use crate::report::lab::{LAB, session};
use ordito::analysis::session::Session;
use ordito::document::Document;
use serde_json::Value;

#[test]
fn a_session_is_listed_reckoned_and_written() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let made = session(&at.join("a.ordito"), true);
    let wanted = Session::of(made.contents(), LAB).unwrap();
    drop(made);
    let json = |arguments: &[&str]| -> Value {
        serde_json::from_str(&done(&ordito(at, arguments))).unwrap()
    };
    let labs = json(&["lab", "a.ordito", "--json"]);
    assert_eq!(
        (&labs["labs"][0]["title"], &labs["labs"][0]["agreed"]),
        (&"Acqua e suolo".into(), &10.into())
    );
    assert!(
        done(&ordito(at, &["lab", "a.ordito"]))
            .contains("concordate 10, rinviate 1, saltate 0, aperte 1")
    );
    let found = json(&["lab", "a.ordito", "Acqua e suolo", "--json"]);
    assert_eq!(
        found["agreement"]["alpha"]["alpha"].as_f64(),
        wanted.agreement.alpha.map(|alpha| alpha.alpha)
    );
    assert_eq!(
        found["moved"]["mean_shift"].as_f64(),
        wanted.moved.unwrap().mean_shift
    );
    assert_eq!(
        found["questions"][11]["rounds"].as_array().unwrap().len(),
        1,
        "the second one is being collected"
    );
    let panel = wanted.questions[4].rounds[1].panel.as_ref().unwrap();
    let round = &found["questions"][4]["rounds"][1];
    assert_eq!(
        (round["consensus"].as_f64(), round["iqr"].as_f64()),
        (panel.consensus, Some(panel.iqr()))
    );
    // The session is anonymous: so is all that leaves the program, whatever is asked for.
    assert!(
        found["participants"].is_null() && !found.to_string().contains("Persona07"),
        "{found}"
    );
    for arguments in [
        &["--json"][..],
        &["--to", "n.pdf"],
        &["--to", "n.html", "--what", "ballots"],
    ] {
        let asked = [&["lab", "a.ordito", "Acqua e suolo", "--names"], arguments].concat();
        refused(&ordito(at, &asked), &["a.ordito", "anonimo"]);
    }
    assert!(!at.join("n.pdf").exists() && !at.join("n.html").exists());
    drop(session(&at.join("n.ordito"), false));
    let named = json(&["lab", "n.ordito", "Acqua e suolo", "--json"]);
    assert_eq!(named["participants"][6]["name"], "Persona07 Cognome07");
    assert_eq!(
        named["questions"][0]["rounds"][0]["said"]
            .as_array()
            .unwrap()
            .len(),
        20
    );
    assert!(
        done(&ordito(at, &["lab", "a.ordito", "Acqua e suolo"])).contains("12. P4 × 3: aperta")
    );

    for (what, file) in [
        ("outcome", "e.html"),
        ("outcome", "e.ods"),
        ("agenda", "a.html"),
        ("ballots", "b.docx"),
    ] {
        let said = done(&ordito(
            at,
            &["lab", "a.ordito", "--to", file, "--what", what],
        ));
        assert!(said.contains(file) && at.join(file).exists(), "{said}");
    }
    let page = std::fs::read_to_string(at.join("e.html")).unwrap();
    assert!(page.contains("Acqua e suolo") && !page.contains("Persona07"));
    done(&ordito(
        at,
        &["--force", "lab", "n.ordito", "--to", "e.html", "--names"],
    ));
    assert!(
        std::fs::read_to_string(at.join("e.html"))
            .unwrap()
            .contains("Persona07")
    );

    refused(
        &ordito(at, &["lab", "a.ordito", "--to", "e.html"]),
        &["e.html", "--force"],
    );
    refused(
        &ordito(at, &["lab", "a.ordito", "Boh"]),
        &["a.ordito", "Boh", "Acqua e suolo"],
    );
    let wrong = ordito(
        at,
        &["lab", "a.ordito", "--to", "agenda.xlsx", "--what", "agenda"],
    );
    refused(&wrong, &["agenda.xlsx", ".pdf", "nulla è stato scritto"]);
    assert_eq!(
        ordito(at, &["lab", "a.ordito", "--names", "--anonymous"])
            .status
            .code(),
        Some(2)
    );
    done(&ordito(at, &["new", "b.ordito"]));
    refused(
        &ordito(at, &["lab", "b.ordito", "--to", "x.pdf"]),
        &["b.ordito", "nella stanza Laboratorio"],
    );
    assert!(done(&ordito(at, &["lab", "b.ordito"])).contains("Nessun laboratorio"));
}

#[test]
fn a_session_is_prepared_by_a_command() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    let matrix = "Azioni e piani × Agenda 2030";
    let new = [
        "lab",
        "a.ordito",
        "Valli",
        "--new",
        "--matrix",
        matrix,
        "--participants",
        "18",
    ];
    let made: Value = serde_json::from_str(&done(&ordito(
        at,
        &[&new[..], &["--questions", "12", "--minutes", "5", "--json"]].concat(),
    )))
    .unwrap();
    assert_eq!(
        (&made["title"], &made["questions"]),
        (&"Valli".into(), &12.into())
    );
    let said = done(&ordito(at, &["lab", "a.ordito", "Valli", "--json"]));
    let found: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(
        (&found["listed"], &found["anonymous"], &found["open"]),
        (&18.into(), &true.into(), &12.into())
    );
    assert_eq!(found["questions"][11]["minutes"], 5);
    // Tables vote instead of their people, so both at once are not asked for.
    let both = [
        "lab",
        "a.ordito",
        "Due",
        "--new",
        "--matrix",
        matrix,
        "--participants",
        "9",
        "--tables",
        "2",
    ];
    assert_eq!(ordito(at, &both).status.code(), Some(2));
    done(&ordito(
        at,
        &[
            "lab", "a.ordito", "Tavoli", "--new", "--matrix", matrix, "--tables", "2",
        ],
    ));
    // A copy, so that nothing but the program writes to the file.
    std::fs::copy(at.join("a.ordito"), at.join("copy.ordito")).unwrap();
    let document = Document::open(&at.join("copy.ordito")).unwrap();
    let contents = document.contents();
    let lab = contents
        .labs
        .values()
        .find(|lab| lab.title == "Tavoli")
        .unwrap();
    let tables: Vec<_> = lab
        .voters()
        .map(|each| {
            (
                contents.assessors[&each.id].name.as_str(),
                each.table.as_str(),
            )
        })
        .collect();
    assert_eq!(tables, [("Tavolo 1", "1"), ("Tavolo 2", "2")]);
    assert_eq!(
        lab.question,
        "La politica aiuta o ostacola il raggiungimento di questo obiettivo?"
    );
    drop(document);
    refused(&ordito(at, &new), &["a.ordito", "Valli", "altro titolo"]);
    refused(
        &ordito(
            at,
            &["lab", "a.ordito", "Altro", "--new", "--matrix", "Boh"],
        ),
        &["Boh", matrix],
    );
    assert_eq!(
        ordito(at, &["lab", "a.ordito", "Altro", "--participants", "3"])
            .status
            .code(),
        Some(2)
    );
}
