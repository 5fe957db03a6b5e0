//! What a sheet says: the numbers of `analysis`, the words of the cells, and what is missing.

mod comparison;
mod guide;
pub mod lab;

use ordito::document::Document;
use ordito::model::{
    AssessorId, CellValue, ClusterId, Contents, Language, MatrixId, PolicyId, StepNumber, Timestamp,
};
use ordito::report::sheet::{Block, Part, Request, Section, Sheet, SheetFile, Subject, sheet_file};
use ordito::words::Words;

fn sample() -> (tempfile::TempDir, Document) {
    crate::ui::catalogue::sample()
}
fn matrix(contents: &Contents) -> MatrixId {
    *contents.matrices.keys().next().unwrap()
}
fn assessor(contents: &Contents, name: &str) -> AssessorId {
    *contents
        .assessors
        .iter()
        .find(|(_, assessor)| assessor.name == name)
        .unwrap()
        .0
}
fn policy(contents: &Contents, code: &str) -> PolicyId {
    *contents
        .policies
        .iter()
        .find(|(_, policy)| policy.code == code)
        .unwrap()
        .0
}
fn request(contents: &Contents, assessor: AssessorId) -> Request {
    Request {
        matrix: matrix(contents),
        assessor,
        parts: Part::ALL.to_vec(),
        now: Timestamp(1_795_435_200_000),
        step: StepNumber(2),
    }
}
fn file(
    contents: &Contents,
    language: Language,
    assessor: AssessorId,
    subjects: &[Subject],
) -> SheetFile {
    sheet_file(
        contents,
        &Words::new(language),
        &request(contents, assessor),
        subjects,
    )
    .unwrap()
}
fn section<'a>(sheet: &'a Sheet, id: &str) -> &'a Section {
    sheet
        .sections
        .iter()
        .find(|section| section.id == id)
        .unwrap()
}
/// Everything a section says, a line for each fact, cell or text.
fn lines(section: &Section) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &section.blocks {
        match block {
            Block::Facts { items } | Block::Figures { items } => {
                lines.extend(
                    items
                        .iter()
                        .map(|item| format!("{}: {}", item.label, item.value)),
                );
            }
            Block::Text { text } | Block::Note { text } => lines.push(text.clone()),
            Block::Strip { alt, cells } => {
                lines.push(alt.clone());
                lines.extend(
                    cells
                        .iter()
                        .map(|cell| format!("{} {} {}", cell.label, cell.text, cell.state)),
                );
            }
            Block::Table { rows, .. } => {
                for row in rows {
                    let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
                    lines.push(cells.join(" | "));
                }
            }
            Block::Columns { items } => lines.extend(
                items
                    .iter()
                    .map(|item| format!("{}: {}", item.label, item.text)),
            ),
            // Of laboratories only.
            Block::Bars { .. } | Block::Ballot { .. } | Block::Page => {}
            Block::List { items } => lines.extend(items.iter().cloned()),
        }
    }
    lines
}

#[test]
fn a_policy_tells_who_it_is_with_its_budget_period_and_actors() {
    let (_folder, document) = sample();
    let contents = document.contents();
    let subject = Subject::Policy(policy(contents, "1.1.d"));
    let file = file(contents, Language::It, AssessorId::AGREED, &[subject]);
    let sheet = &file.sheets[0];
    assert!(
        sheet.title.starts_with("1.1.d Laborator"),
        "{}",
        sheet.title
    );
    assert_eq!(
        (file.lang, file.date.as_str(), file.title.as_str()),
        ("it", "2026-11-23", sheet.title.as_str())
    );
    let identity = lines(section(sheet, "identity"));
    for wanted in ["Tipo: Azione", "Costo: 96.920 €", "Dicitura: provvisorio"] {
        assert!(
            identity.iter().any(|line| line == wanted),
            "{wanted} in {identity:#?}"
        );
    }
    for start in [
        "Periodo: set 2024 – ",
        "Attori: ",
        "Destinatari: ",
        "Risultati attesi: ",
        "Prodotti: ",
    ] {
        assert!(
            identity.iter().any(|line| line.starts_with(start)),
            "{start} in {identity:#?}"
        );
    }
    assert!(sheet.marks[0].starts_with("Punteggi illustrativi"));
    assert!(sheet.marks[1].contains("provvisori"));
}

#[test]
fn figures_and_strip_are_the_cells_of_the_assessor() {
    let (_folder, document) = sample();
    let contents = document.contents();
    let office = assessor(contents, "Ufficio A");
    let id = policy(contents, "1.1.d");
    let file = file(contents, Language::It, office, &[Subject::Policy(id)]);
    let cells: Vec<CellValue> = contents
        .cells_of(matrix(contents))
        .filter(|(key, _)| key.assessor == office && key.row.policy() == Some(id))
        .map(|(_, cell)| cell.value)
        .collect();
    let scored = cells.iter().filter(|value| value.is_scored()).count();
    let na = cells
        .iter()
        .filter(|value| **value == CellValue::NotApplicable)
        .count();
    let (mut benefit, mut tradeoff, mut strong, mut conflicts) = (0.0, 0.0, 0, 0);
    for value in &cells {
        if let CellValue::Scored {
            benefit: b,
            tradeoff: t,
        } = value
        {
            benefit += b.value();
            tradeoff += t.value();
            strong += usize::from(b.value() >= 2.0);
            conflicts += usize::from(t.value() < 0.0);
        }
    }
    let numbers = *Words::new(Language::It)
        .numbers()
        .shortest(benefit)
        .as_bytes()
        .first()
        .unwrap();
    assert_eq!(numbers, b'+');
    let words = Words::new(Language::It);
    let index = (benefit + tradeoff) / (3.0 * scored as f64);
    let profile = lines(section(&file.sheets[0], "profile"));
    for wanted in [
        format!("Celle valutate: {scored} di {}", 17 - na),
        format!("Indice di coerenza: {}", words.numbers().signed(index, 2)),
        format!("Contributi forti (≥ +2): {strong}"),
        format!("Conflitti: {conflicts}"),
        format!("Beneficio lordo: {}", words.numbers().shortest(benefit)),
        format!("Conflitto lordo: {}", words.numbers().shortest(tradeoff)),
    ] {
        assert!(profile.contains(&wanted), "{wanted} in {profile:#?}");
    }
    let strip = file.sheets[0]
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .find_map(|block| match block {
            Block::Strip { cells, .. } => Some(cells),
            _ => None,
        });
    assert_eq!(strip.unwrap().len(), 17);
    assert_eq!(
        strip
            .unwrap()
            .iter()
            .filter(|cell| cell.state == "not_applicable")
            .count(),
        na
    );
}

#[test]
fn every_trade_off_stands_with_its_reason_and_mitigation_or_that_there_is_none() {
    let (_folder, document) = sample();
    let contents = document.contents();
    for (id, assessor) in contents.assessors.keys().map(|id| (*id, *id)) {
        let whole = file(contents, Language::It, assessor, &[Subject::Matrix]);
        let n = contents
            .cells_of(matrix(contents))
            .filter(|(key, cell)| {
                key.assessor == id
                    && key.round == 0
                    && matches!(cell.value, CellValue::Scored { tradeoff, .. } if tradeoff.0 < 0)
            })
            .count();
        let conflicts = section(&whole.sheets[0], "conflicts");
        let rows = conflicts.blocks.iter().find_map(|block| match block {
            Block::Table { rows, .. } => Some(rows),
            _ => None,
        });
        let rows = rows.map(Vec::as_slice).unwrap_or_default();
        assert_eq!(rows.len(), n);
        // Goal, score, reason, mitigation, confidence.
        assert!(
            rows.iter()
                .all(|row| row.len() == 5 && row.iter().all(|cell| !cell.text.is_empty()))
        );
        assert!(
            rows.is_empty() || rows.iter().any(|row| row[4].text.ends_with("su 5")),
            "{rows:?}"
        );
    }
}

#[test]
fn weights_of_the_method_note_are_those_of_the_sums() {
    let (_folder, document) = sample();
    let mut contents = document.contents().clone();
    let goal = contents.lines_of(matrix(&contents), ordito::model::Axis::Columns)[0].0;
    let one = policy(&contents, "1.1.d");
    for (key, line) in &mut contents.lines {
        match key.item {
            item if item == goal => line.weight = 2.0,
            ordito::model::Item::Policy(id) if id == one => line.weight = 3.0,
            _ => {}
        }
    }
    let office = assessor(&contents, "Ufficio A");
    let weights = |subject: Subject| {
        let file = file(&contents, Language::It, office, &[subject]);
        lines(section(&file.sheets[0], "method"))
            .into_iter()
            .find(|line| line.starts_with("Pesi: "))
            .unwrap()
    };
    assert_eq!(weights(Subject::Policy(one)), "Pesi: 1 2,00");
    assert_eq!(
        weights(Subject::Goal(goal.goal().unwrap())),
        "Pesi: 1.1.d 3,00"
    );
    assert_eq!(weights(Subject::Matrix), "Pesi: 1 2,00, 1.1.d 3,00");
}

#[test]
fn what_is_missing_is_named_where_there_is_no_annex_to_look_it_up() {
    let (_folder, document) = sample();
    let contents = document.contents();
    let office = assessor(contents, "Ufficio A");
    let said = |parts: &[Part]| {
        let request = Request {
            parts: parts.to_vec(),
            ..request(contents, office)
        };
        let file = sheet_file(
            contents,
            &Words::new(Language::It),
            &request,
            &[Subject::Matrix],
        )
        .unwrap();
        lines(section(&file.sheets[0], "missing")).join("\n")
    };
    assert!(said(&[Part::Missing, Part::Annex]).contains("vedi l'allegato"));
    let alone = said(&[Part::Missing]);
    assert!(
        !alone.contains("vedi l'allegato") && alone.contains(" × "),
        "{alone}"
    );
}

#[test]
fn the_four_states_stay_apart_in_what_is_missing() {
    let (_folder, document) = sample();
    let contents = document.contents();
    let office = assessor(contents, "Ufficio A");
    let own: Vec<CellValue> = contents
        .cells_of(matrix(contents))
        .filter(|(key, _)| key.assessor == office)
        .map(|(_, cell)| cell.value)
        .collect();
    let all = contents
        .lines_of(matrix(contents), ordito::model::Axis::Rows)
        .len()
        * 17;
    let count = |value: CellValue| match value {
        CellValue::Unscored => all - own.iter().filter(|each| each.is_answered()).count(),
        other => own.iter().filter(|each| **each == other).count(),
    };
    let whole = file(contents, Language::It, office, &[Subject::Matrix]);
    let missing = lines(section(&whole.sheets[0], "missing"));
    let labels = [
        ("Da valutare", CellValue::Unscored),
        ("Non applicabili", CellValue::NotApplicable),
        ("«Non so»", CellValue::DontKnow),
    ];
    for (label, value) in labels {
        let n = count(value);
        assert!(n > 0, "the sample has some {label}");
        let start = format!("{label} ({n})");
        assert!(
            missing.iter().any(|line| line.starts_with(&start)),
            "{start} in {missing:#?}"
        );
    }
}

#[test]
fn coherence_names_the_goals_behind_the_index() {
    let (_folder, document) = sample();
    let contents = document.contents();
    let office = assessor(contents, "Ufficio A");
    let one = file(
        contents,
        Language::It,
        office,
        &[Subject::Policy(policy(contents, "1.3.a"))],
    );
    let block = section(&one.sheets[0], "coherence").blocks.first().unwrap();
    let Block::Table { rows, columns, .. } = block else {
        panic!("a table")
    };
    assert_eq!(columns.len(), 5);
    assert!(rows.len() > 3);
    for row in rows {
        let index = row[4]
            .text
            .replace('−', "-")
            .replace(',', ".")
            .parse::<f64>()
            .unwrap();
        assert!((-1.0..=1.0).contains(&index));
        let named = row[1..4].iter().filter(|cell| cell.text != "–").count();
        assert!(named > 0, "an index with no goal behind it: {row:?}");
        if index < 0.0 {
            assert!(row[2].text != "–" || row[3].text != "–", "{row:?}");
        }
    }
}

#[test]
fn the_method_note_has_scale_formulas_version_and_hash() {
    let (_folder, document) = sample();
    let contents = document.contents();
    for (language, hash, word) in [
        (Language::It, "Impronta", "indivisibile"),
        (Language::En, "Hash", "indivisible"),
    ] {
        let one = file(
            contents,
            language,
            AssessorId::AGREED,
            &[Subject::Policy(policy(contents, "1.1.d"))],
        );
        let method = lines(section(&one.sheets[0], "method"));
        assert!(method.contains(&format!("{hash}: {}", contents.hash())));
        assert!(
            method
                .iter()
                .any(|line| line.starts_with("+3") && line.contains(word)),
            "{method:#?}"
        );
        for entry in ["(M2)", "(M13)"] {
            assert!(method.iter().any(|line| line.contains(entry)));
        }
    }
}

#[test]
fn goals_clusters_and_the_matrix_have_sheets_and_what_is_not_in_it_has_none() {
    let (_folder, mut document) = sample();
    let ids: Vec<PolicyId> = ["1.1.b", "1.1.d"]
        .iter()
        .map(|code| policy(document.contents(), code))
        .collect();
    let cluster = ClusterId::fixed(7);
    let edit = ordito::document::Edit::PutCluster {
        id: cluster,
        cluster: ordito::model::Cluster {
            name: "Forum".to_owned(),
            members: ids,
            ..Default::default()
        },
    };
    document
        .apply(&edit, &crate::document::small::stamp(9))
        .unwrap();
    let contents = document.contents();
    let office = assessor(contents, "Ufficio A");
    let goal = contents.lines_of(matrix(contents), ordito::model::Axis::Columns)[0]
        .0
        .goal()
        .unwrap();
    let parent = contents.policies[&policy(contents, "1.1.d")]
        .parent
        .unwrap();
    let subjects = [
        Subject::Goal(goal),
        Subject::Cluster(cluster),
        Subject::Matrix,
        Subject::Policy(parent),
    ];
    let all = file(contents, Language::En, office, &subjects);
    assert_eq!(
        all.sheets.len(),
        3,
        "a plan that is no row of the matrix gives no sheet"
    );
    assert!(all.title.starts_with("Coherence sheets"));
    let annex = |sheet: &Sheet| match section(sheet, "annex").blocks.first().unwrap() {
        Block::Table { rows, .. } => rows.len(),
        _ => 0,
    };
    let rows = contents
        .lines_of(matrix(contents), ordito::model::Axis::Rows)
        .len();
    assert_eq!(
        [
            annex(&all.sheets[0]),
            annex(&all.sheets[1]),
            annex(&all.sheets[2])
        ],
        [rows, 34, rows * 17]
    );
    let overview = lines(section(&all.sheets[1], "profile"));
    assert!(
        overview.iter().any(|line| line.starts_with("1.1.b ")),
        "{overview:#?}"
    );
}

#[test]
fn the_parts_asked_for_come_in_the_order_asked_for() {
    let (_folder, document) = sample();
    let contents = document.contents();
    let request = Request {
        parts: vec![Part::Method, Part::Identity],
        ..request(contents, AssessorId::AGREED)
    };
    let subject = Subject::Policy(policy(contents, "1.1.d"));
    let file = sheet_file(contents, &Words::new(Language::It), &request, &[subject]).unwrap();
    let ids: Vec<&str> = file.sheets[0]
        .sections
        .iter()
        .map(|section| section.id)
        .collect();
    assert_eq!(ids, ["method", "identity"]);
}

#[test]
fn who_votes_in_a_laboratory_is_no_assessor_of_the_matrix() {
    let (_folder, document) = sample();
    let contents = document.contents();
    let n = contents
        .assessors_of(matrix(contents))
        .into_iter()
        .filter(|(id, _)| *id != AssessorId::AGREED)
        .filter(|(id, _)| {
            let mut cells = contents.cells_of(matrix(contents));
            cells.any(|(key, cell)| key.assessor == *id && cell.value.is_answered())
        })
        .count();
    assert!(
        n > 1 && contents.assessors.len() > n + 5,
        "seats of a session too"
    );
    let subject = Subject::Policy(policy(contents, "1.1.d"));
    let file = file(contents, Language::It, AssessorId::AGREED, &[subject]);
    let method = lines(section(&file.sheets[0], "method"));
    assert!(method.contains(&format!("Valutatori: {n}")), "{method:#?}");
}
