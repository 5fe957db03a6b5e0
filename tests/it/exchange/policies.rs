//! Lists of policies as offices send them: headings, titles above them, no headings at all, dates, amounts, codes twice.

use crate::cli::{done, ordito, refused};
use ordito::import::{
    ColumnHow, FieldProblem, Ids, PoliciesPreview, PolicyChoices, PolicyField, SameCode, Table,
    preview_policies, preview_policies_as,
};
use ordito::model::{ActorId, Contents, Policy, PolicyId};

fn preview_as(text: &str, choices: &PolicyChoices) -> PoliciesPreview {
    let (mut policy, mut actor) = (|_: &str| PolicyId::random(), |_: &str| ActorId::random());
    let mut ids = Ids {
        policy: &mut policy,
        actor: &mut actor,
    };
    preview_policies_as(
        &Contents::default(),
        &Table::from_text(text).unwrap(),
        choices,
        &mut ids,
    )
}

fn preview(text: &str) -> PoliciesPreview {
    preview_as(text, &PolicyChoices::default())
}

fn policies(preview: &PoliciesPreview) -> Vec<&Policy> {
    preview.policies.iter().map(|(_, policy)| policy).collect()
}

#[test]
fn every_column_is_said_with_what_it_becomes_and_can_be_chosen() {
    let text = "Codice *;Denominazione azione;Costo (€);Referente;Note;Data avvio;Costo\nA1;Mobilità;1.500,00;Rossi;x;2024;9\n";
    let found = preview(text);
    let fields: Vec<_> = found
        .columns
        .iter()
        .map(|column| (column.field, column.how))
        .collect();
    assert_eq!(
        fields,
        [
            (Some(PolicyField::Code), ColumnHow::Heading),
            (Some(PolicyField::Name), ColumnHow::Heading),
            (Some(PolicyField::Budget), ColumnHow::Heading),
            (None, ColumnHow::Unknown),
            (None, ColumnHow::Unknown),
            (Some(PolicyField::Start), ColumnHow::Heading),
            (None, ColumnHow::Double),
        ]
    );
    assert_eq!(policies(&found)[0].budget_cents, Some(150_000));
    let columns = [
        (3, Some(PolicyField::Owner)),
        (6, Some(PolicyField::Budget)),
        (5, None),
    ]
    .into();
    let found = preview_as(
        text,
        &PolicyChoices {
            columns,
            ..PolicyChoices::default()
        },
    );
    let policy = policies(&found)[0];
    assert_eq!(
        (policy.budget_cents, policy.start, found.actors.len()),
        (Some(900), None, 1)
    );
    assert_eq!(
        found.columns[2].how,
        ColumnHow::Double,
        "a field is one column"
    );
}

#[test]
fn titles_above_the_names_of_columns_are_passed_over_and_said() {
    let found =
        preview("Elenco delle azioni 2025;;\n;;\nCodice;Titolo;Costo\nA1;Mobilità dolce;1500\n");
    assert_eq!(policies(&found)[0].name, "Mobilità dolce");
    assert_eq!(found.outside.len(), 1);
    assert_eq!(found.outside[0].0.to_string(), "A1");
}

#[test]
fn a_block_without_names_of_columns_is_understood_by_what_it_holds() {
    let found = preview(
        "A1\tRete ciclabile, fase 1\tAzione\t01/09/2024\t31/12/2026\t1,5 mln\nA2\tZone 30\tMisura\t2025\t2026\t€ 500\n",
    );
    assert!(!found.headed);
    let fields: Vec<_> = found
        .columns
        .iter()
        .map(|column| column.field.unwrap())
        .collect();
    let expected = [
        PolicyField::Code,
        PolicyField::Name,
        PolicyField::Kind,
        PolicyField::Start,
        PolicyField::End,
        PolicyField::Budget,
    ];
    assert_eq!(fields, expected);
    assert!(
        found
            .columns
            .iter()
            .all(|column| column.how == ColumnHow::Guessed)
    );
    assert_eq!(policies(&found)[0].budget_cents, Some(150_000_000));
    let found = preview("Rete ciclabile\nZone 30\nMense\n");
    assert_eq!(
        policies(&found)
            .iter()
            .map(|policy| policy.name.as_str())
            .collect::<Vec<_>>(),
        ["Rete ciclabile", "Zone 30", "Mense"]
    );
    // From a file nobody has seen it: the strict reader wants names.
    let (mut policy, mut actor) = (|_: &str| PolicyId::random(), |_: &str| ActorId::random());
    let mut ids = Ids {
        policy: &mut policy,
        actor: &mut actor,
    };
    assert!(
        preview_policies(
            &Contents::default(),
            &Table::from_text("Rete;1\nZone;2\n").unwrap(),
            &mut ids
        )
        .is_err()
    );
}

#[test]
fn a_field_that_cannot_be_read_stays_out_and_its_row_comes_in() {
    let text = "Codice;Titolo;Tipo;Inizio;Fine;Costo;Parte di\n\
                A1;Uno;Boh;dopodomani;2020;molto;Z9\n\
                A2;Due;AZIONE;2024-09;settembre 2023;1,5 milioni;Uno\n\
                A3;Tre;piano;;;;A4\nA4;Quattro;piano;;;;A3\n;;misura;;;;\n";
    let found = preview(text);
    assert_eq!(found.policies.len(), 4);
    let why: Vec<(String, FieldProblem)> = found
        .refused
        .iter()
        .map(|refused| (refused.place.to_string(), refused.why))
        .collect();
    assert_eq!(
        why,
        [
            ("C2".to_owned(), FieldProblem::Word),
            ("D2".to_owned(), FieldProblem::Month),
            ("F2".to_owned(), FieldProblem::Amount),
            ("G2".to_owned(), FieldProblem::NotThere),
            ("E3".to_owned(), FieldProblem::EndsBefore),
            ("G4".to_owned(), FieldProblem::Itself),
        ]
    );
    assert_eq!(found.nameless, [6]);
    let two = found
        .policies
        .iter()
        .find(|(_, policy)| policy.code == "A2")
        .unwrap();
    let one = found
        .policies
        .iter()
        .find(|(_, policy)| policy.code == "A1")
        .unwrap();
    assert_eq!(
        (two.1.parent, two.1.budget_cents),
        (Some(one.0), Some(150_000_000)),
        "a parent by its name"
    );
}

#[test]
fn a_parent_may_come_after_its_children_and_its_children_keep_their_order() {
    let found = preview(
        "Codice;Titolo;Parte di\nB;Figlio due;P\nA;Figlio uno;P\nQ;Altro piano;\nP;Piano;\n",
    );
    let codes: Vec<&str> = policies(&found)
        .iter()
        .map(|policy| policy.code.as_str())
        .collect();
    assert_eq!(codes, ["Q", "P", "B", "A"]);
}

#[test]
fn a_code_that_is_used_twice_is_asked_about_and_nobody_is_dropped() {
    let text = "Codice;Titolo\nn.d.;Mobilità dolce\nn.d.;Verde urbano\n-;Mense\n-;Scuole aperte\n";
    let found = preview(text);
    let choices = PolicyChoices::default();
    assert!(found.asks(&choices) && found.there_already.is_empty());
    let rows: Vec<(usize, usize)> = found
        .repeated
        .iter()
        .map(|each| (each.row, each.first))
        .collect();
    assert_eq!(rows, [(3, 2), (5, 4)]);
    let without = PolicyChoices {
        same_code: SameCode::WithoutCode,
        ..PolicyChoices::default()
    };
    let found = preview_as(text, &without);
    assert_eq!(
        policies(&found)
            .iter()
            .map(|policy| policy.code.as_str())
            .collect::<Vec<_>>(),
        ["n.d.", "", "-", ""]
    );
    assert!(!found.asks(&without));
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::write(at.join("a.csv"), text).unwrap();
    done(&ordito(at, &["new", "a.ordito"]));
    let import = ["import", "a.ordito", "--policies", "--from", "a.csv"];
    refused(
        &ordito(at, &import),
        &[
            "Riga 3: il codice n.d. di «Verde urbano» è già alla riga 2",
            "--same-code",
        ],
    );
    let said = done(&ordito(
        at,
        &[&import[..], &["--same-code", "without-code"]].concat(),
    ));
    assert!(said.contains("da aggiungere: 4"), "{said}");
}

#[test]
fn by_command_line_columns_are_listed_and_given_a_field() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito"]));
    std::fs::write(
        at.join("a.csv"),
        "Codice;Cosa si fa;Importo previsto;Note\nA1;Mobilità dolce;1500;importante\n",
    )
    .unwrap();
    let import = ["import", "a.ordito", "--policies", "--from", "a.csv"];
    refused(
        &ordito(at, &import),
        &["Nessuna colonna dà il nome", "«Cosa si fa»", "«Note»"],
    );
    let told = [
        "--column",
        "cosa si fa=title",
        "--column",
        "C=Budget in euro",
        "--dry-run",
    ];
    let said = done(&ordito(at, &[&import[..], &told].concat()));
    for part in [
        "«Cosa si fa»: Nome",
        "«Importo previsto»: Costo in euro",
        "«Note»: resta fuori (una cella compilata)",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    refused(
        &ordito(at, &[&import[..], &["--column", "Boh=title"]].concat()),
        &["«Boh»", "«Cosa si fa»"],
    );
    refused(
        &ordito(at, &[&import[..], &["--column", "Note=boh"]].concat()),
        &["«boh»", "budget_eur"],
    );
    done(&ordito(at, &[&import[..], &told[..4]].concat()));
    // What is there already is said by its name here, where that is another one.
    std::fs::write(at.join("b.csv"), "Codice;Titolo\nA1;Tutt'altro\n").unwrap();
    let again = done(&ordito(
        at,
        &["import", "a.ordito", "--policies", "--from", "b.csv"],
    ));
    assert!(
        again.contains("A1 (qui si chiama «Mobilità dolce»)"),
        "{again}"
    );
}

#[test]
fn a_list_written_by_command_line_is_read_by_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    for to in ["p.csv", "p.xlsx", "p.ods"] {
        done(&ordito(
            at,
            &["export", "a.ordito", "--policies", "--to", to],
        ));
        let new = format!("{to}.ordito");
        done(&ordito(at, &["new", &new]));
        let said = done(&ordito(at, &["import", &new, "--policies", "--from", to]));
        assert!(
            said.contains("da aggiungere: 67") && !said.contains("non entra"),
            "{said}"
        );
    }
    // The workbook of a matrix has the same sheet.
    done(&ordito(
        at,
        &[
            "export",
            "a.ordito",
            "--to",
            "m.xlsx",
            "--matrix",
            ordito::library::SAMPLE_MATRIX,
        ],
    ));
    done(&ordito(at, &["new", "m.ordito"]));
    let said = done(&ordito(
        at,
        &[
            "import",
            "m.ordito",
            "--policies",
            "--from",
            "m.xlsx",
            "--sheet",
            "Politiche",
        ],
    ));
    assert!(
        said.contains("da aggiungere: 67") && !said.contains("resta fuori"),
        "{said}"
    );
}
