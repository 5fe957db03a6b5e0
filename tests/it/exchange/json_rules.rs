//! JSON that no edits could have made: each case changes one thing in a good file, and is refused with a message that
//! names the rule.

use ordito::export::document_json;
use ordito::import::{ImportError, ReadError, read_json, read_json_file};
use ordito::model::{
    Actor, ActorId, Assessment, AssessmentKey, Assessor, AssessorId, AssessorKind, Axis, CellValue,
    Cited, Cluster, ClusterId, Contents, Crosswalk, CrosswalkId, DocumentId, Framework,
    FrameworkId, Goal, GoalId, Info, Item, Lab, LabId, Label, Language, Line, LineKey, Link,
    LinkKey, Matrix, MatrixId, MatrixKind, Milestone, MilestoneId, Only, Participant, Points,
    Policy, PolicyId, Question, QuestionId, Scale, ScaleId, ScaleLevel, Source, SourceId,
    StepNumber, Timestamp, Wording,
};
use ordito::said::Said as _;
use ordito::words::Words;
use serde_json::{Value, json};

fn policy(n: u128) -> Item {
    Item::Policy(PolicyId::fixed(n))
}
fn goal(n: u128) -> Item {
    Item::Goal(GoalId::fixed(n))
}
fn cell(matrix: u128, assessor: u128, round: u16, row: Item, column: Item) -> AssessmentKey {
    let (matrix, assessor) = (MatrixId::fixed(matrix), AssessorId::fixed(assessor));
    AssessmentKey {
        matrix,
        assessor,
        round,
        row,
        column,
    }
}

/// Something in every table: policies 1 to 3, goals 1 to 3 of framework 1 and 4 of framework 2, matrix 1 of policies and
/// goals, matrix 2 of policies and policies, the laboratory 1 with participant 3.
fn good() -> Contents {
    let mut c = Contents::default();
    let info = Info {
        id: DocumentId::fixed(1),
        title: "Prova".to_owned(),
        description: String::new(),
        body: String::new(),
        illustrative: false,
    };
    c.info.insert(Only, info);
    for (n, name) in [(1, "Comune"), (2, "Rete")] {
        let members = if n == 2 {
            vec![ActorId::fixed(1)]
        } else {
            Vec::new()
        };
        c.actors.insert(
            ActorId::fixed(n),
            Actor {
                name: name.to_owned(),
                members,
                ..Actor::default()
            },
        );
    }
    c.sources.insert(
        SourceId::fixed(1),
        Source {
            citation: "Delibera 1".to_owned(),
            ..Source::default()
        },
    );
    for n in 1..=3 {
        let policy = Policy {
            code: format!("P{n}"),
            name: format!("Politica {n}"),
            parent: (n > 1).then(|| PolicyId::fixed(n - 1)),
            variant_of: (n == 3).then(|| PolicyId::fixed(1)),
            owner: Some(ActorId::fixed(1)),
            actors: vec![ActorId::fixed(2)],
            start: "2024-01".parse().ok(),
            end: "2026-12".parse().ok(),
            ..Policy::default()
        };
        c.policies.insert(PolicyId::fixed(n), policy);
    }
    let cluster = Cluster {
        name: "Gruppo".to_owned(),
        members: vec![PolicyId::fixed(1)],
        ..Cluster::default()
    };
    c.clusters.insert(ClusterId::fixed(1), cluster);
    for n in 1..=2 {
        let name = Label::same(format!("Quadro {n}"));
        let levels = vec![Label::same("Obiettivo"), Label::same("Traguardo")];
        c.frameworks.insert(
            FrameworkId::fixed(n),
            Framework {
                name,
                levels,
                ..Framework::default()
            },
        );
    }
    for n in 1..=4 {
        let goal = Goal {
            framework: FrameworkId::fixed(if n == 4 { 2 } else { 1 }),
            parent: (n == 2).then(|| GoalId::fixed(1)),
            position: 0,
            level: u8::from(n == 2),
            code: format!("{n}"),
            name: Label::same(format!("Obiettivo {n}")),
            short: Label::default(),
            text: Label::default(),
            wording: Wording::Provisional,
            colour: None,
            note: String::new(),
        };
        c.goals.insert(GoalId::fixed(n), goal);
    }
    let crosswalk = Crosswalk {
        name: "Raccordo".to_owned(),
        from: FrameworkId::fixed(1),
        to: FrameworkId::fixed(2),
        note: String::new(),
        wording: Wording::Provisional,
    };
    c.crosswalks.insert(CrosswalkId::fixed(1), crosswalk);
    let link = LinkKey {
        crosswalk: CrosswalkId::fixed(1),
        from: GoalId::fixed(1),
        to: GoalId::fixed(4),
    };
    c.links.insert(
        link,
        Link {
            weight: 0.5,
            note: String::new(),
        },
    );
    let level = |value| ScaleLevel {
        value: Points::whole(value),
        label: Label::same("Livello"),
        guidance: Label::default(),
        colour: None,
    };
    let levels = [2, 1, 0, -1, -2].map(level).to_vec();
    c.scales.insert(
        ScaleId::fixed(1),
        Scale {
            name: Label::same("Scala"),
            levels,
            ..Scale::default()
        },
    );
    for (n, kind) in [(1, MatrixKind::PolicyGoal), (2, MatrixKind::PolicyPolicy)] {
        let matrix = Matrix {
            name: format!("Matrice {n}"),
            kind,
            scale: ScaleId::fixed(1),
            position: 0,
            note: String::new(),
            illustrative: false,
            assessors: vec![AssessorId::fixed(2)],
        };
        c.matrices.insert(MatrixId::fixed(n), matrix);
        for axis in [Axis::Rows, Axis::Columns] {
            for place in 1..=3 {
                let item = if kind.holds_policies(axis) {
                    policy(place)
                } else {
                    goal(place)
                };
                let line = Line {
                    position: 0,
                    weight: 1.0,
                    hidden: false,
                };
                c.lines.insert(
                    LineKey {
                        matrix: MatrixId::fixed(n),
                        axis,
                        item,
                    },
                    line,
                );
            }
        }
    }
    let assessors = [
        (1, AssessorKind::Agreed),
        (2, AssessorKind::Office),
        (3, AssessorKind::Participant),
    ];
    for (n, kind) in assessors {
        let assessor = Assessor {
            name: format!("Valutatore {n}"),
            kind,
            note: String::new(),
            position: 0,
        };
        c.assessors.insert(AssessorId::fixed(n), assessor);
    }
    let said = |benefit: i8, reason: &str| Assessment {
        value: CellValue::net_of(Points::whole(benefit)),
        confidence: Some(3),
        reason: reason.to_owned(),
        sources: vec![Cited {
            source: SourceId::fixed(1),
            page: "4".to_owned(),
        }],
        at: Timestamp(1_700_000_000_000),
        by: "Anna".to_owned(),
        ..Assessment::default()
    };
    c.assessments
        .insert(cell(1, 1, 0, policy(1), goal(1)), said(2, "perché"));
    c.assessments
        .insert(cell(1, 3, 1, policy(1), goal(1)), said(1, ""));
    c.assessments
        .insert(cell(2, 2, 0, policy(1), policy(2)), said(-1, ""));
    let milestone = Milestone {
        name: "Bozza".to_owned(),
        note: String::new(),
        step: StepNumber(1),
        at: Timestamp(1_700_000_000_000),
        by: "Anna".to_owned(),
    };
    c.milestones.insert(MilestoneId::fixed(1), milestone);
    let mut lab = Lab::new("Laboratorio".to_owned(), MatrixId::fixed(1));
    lab.participants
        .push(Participant::new(AssessorId::fixed(3)));
    lab.source = Some(SourceId::fixed(1));
    lab.current = Some(QuestionId::fixed(1));
    c.labs.insert(LabId::fixed(1), lab);
    let mut question = Question::new(LabId::fixed(1), policy(1), goal(1), 5);
    (question.round, question.revealed) = (1, 1);
    c.questions.insert(QuestionId::fixed(1), question);
    c
}

fn read(text: &str) -> Result<Contents, ImportError> {
    read_json(text.as_bytes())
}

/// A record's fields, by table and place.
fn at<'a>(file: &'a mut Value, table: &str, place: usize) -> &'a mut Value {
    &mut file["tables"][table][place]["value"]
}
fn id(n: u128) -> String {
    format!("{n:032x}")
}
/// A text that is too long by one.
fn long() -> String {
    "à".repeat(100_001)
}
/// Writes into the key of a record, from a place on.
fn key(file: &mut Value, table: &str, place: usize, from: usize, text: &str) {
    let record = &mut file["tables"][table][place]["key"];
    let mut key = record.as_str().unwrap().to_owned();
    key.replace_range(from..from + text.len(), text);
    *record = key.into();
}
/// The last item of a key.
fn last(file: &mut Value, table: &str, place: usize, kind: &str, n: u128) {
    let length = file["tables"][table][place]["key"].as_str().unwrap().len();
    key(file, table, place, length - 34, &format!("{kind}{}", id(n)));
}

type Case = (&'static str, fn(&mut Value), &'static str);

/// What is done to the good file, and what the refusal says.
const CASES: &[Case] = &[
    // The file.
    (
        "no format",
        |f| drop(f.as_object_mut().unwrap().remove("format")),
        "non è un documento di Ordito",
    ),
    (
        "another format",
        |f| f["format"] = json!("tessuto"),
        "non è un documento di Ordito",
    ),
    (
        "no version",
        |f| drop(f.as_object_mut().unwrap().remove("version")),
        "non è un documento di Ordito",
    ),
    (
        "a later version",
        |f| f["version"] = json!(2),
        "La versione 2 del formato",
    ),
    (
        "an unknown part",
        |f| f["extra"] = json!([]),
        "La parte «extra»",
    ),
    (
        "an unknown table",
        |f| f["tables"]["boh"] = json!([]),
        "La tabella «boh»",
    ),
    (
        "a table of another name",
        |f| {
            let rows = f["tables"]["goal"].take();
            f["tables"].as_object_mut().unwrap().remove("goal");
            f["tables"]["goals"] = rows;
        },
        "La tabella «goals»",
    ),
    (
        "no tables",
        |f| f["tables"] = json!({}),
        "mancano il titolo e l'identità",
    ),
    // Records.
    (
        "an unknown field",
        |f| at(f, "policy", 0)["nome"] = json!("x"),
        "il campo «nome» non è conosciuto",
    ),
    (
        "a field of another name",
        |f| {
            let cell = at(f, "assessment", 0);
            cell["value"] = cell["v"].take();
            cell.as_object_mut().unwrap().remove("v");
        },
        "il campo «value» non è conosciuto",
    ),
    (
        "an unknown field within",
        |f| at(f, "scale", 0)["levels"][1]["peso"] = json!(1),
        "il campo «levels.1.peso»",
    ),
    (
        "an unknown field beside the value",
        |f| f["tables"]["policy"][0]["nota"] = json!(1),
        "nota",
    ),
    (
        "a number for a text",
        |f| at(f, "policy", 0)["name"] = json!(3),
        "Tabella «policy», elemento 1",
    ),
    (
        "an unknown word",
        |f| at(f, "policy", 0)["kind"] = json!("boh"),
        "boh",
    ),
    (
        "a month that is none",
        |f| at(f, "policy", 1)["start"] = json!("2024-13"),
        "elemento 2",
    ),
    (
        "a colour that is none",
        |f| at(f, "goal", 0)["colour"] = json!("#+12345"),
        "elemento 1",
    ),
    (
        "an id that is none",
        |f| at(f, "policy", 0)["owner"] = json!(format!("+{}", &id(1)[1..])),
        "elemento 1",
    ),
    (
        "a key that is none",
        |f| f["tables"]["policy"][0]["key"] = json!("zz"),
        "la chiave non è di questa tabella",
    ),
    (
        "a key that is too short",
        |f| f["tables"]["line"][0]["key"] = json!(id(1)),
        "la chiave non è di questa tabella",
    ),
    (
        "a key twice",
        |f| {
            let again = f["tables"]["policy"][0].clone();
            f["tables"]["policy"].as_array_mut().unwrap().push(again);
        },
        "elemento 4 (chiave 00000000000000000000000000000001): la chiave c'è già",
    ),
    (
        "two documents",
        |f| {
            let again = f["tables"]["info"][0].clone();
            f["tables"]["info"].as_array_mut().unwrap().push(again);
        },
        "la chiave c'è già",
    ),
    // Names and texts.
    (
        "a document without a title",
        |f| at(f, "info", 0)["title"] = json!(" "),
        "Manca il nome: documento",
    ),
    (
        "an actor without a name",
        |f| at(f, "actor", 0)["name"] = json!(""),
        "Manca il nome: attore",
    ),
    (
        "a source without a citation",
        |f| at(f, "source", 0)["citation"] = json!(""),
        "Manca il nome: fonte",
    ),
    (
        "a policy without a name",
        |f| at(f, "policy", 0)["name"] = json!("\t"),
        "Manca il nome: politica",
    ),
    (
        "a cluster without a name",
        |f| at(f, "cluster", 0)["name"] = json!(""),
        "Manca il nome: gruppo",
    ),
    (
        "a framework without a name",
        |f| at(f, "framework", 0)["name"] = json!({}),
        "Manca il nome: quadro",
    ),
    (
        "a goal without a name",
        |f| at(f, "goal", 0)["name"] = json!({}),
        "Manca il nome: obiettivo",
    ),
    (
        "a crosswalk without a name",
        |f| at(f, "crosswalk", 0)["name"] = json!(""),
        "Manca il nome: raccordo",
    ),
    (
        "a scale without a name",
        |f| at(f, "scale", 0)["name"] = json!({}),
        "Manca il nome: scala",
    ),
    (
        "a matrix without a name",
        |f| at(f, "matrix", 0)["name"] = json!(""),
        "Manca il nome: matrice",
    ),
    (
        "an assessor without a name",
        |f| at(f, "assessor", 1)["name"] = json!(""),
        "Manca il nome: valutatore",
    ),
    (
        "a version without a name",
        |f| at(f, "milestone", 0)["name"] = json!(""),
        "Manca il nome: versione",
    ),
    (
        "a laboratory without a title",
        |f| at(f, "lab", 0)["title"] = json!(""),
        "Manca il nome: laboratorio",
    ),
    (
        "a description that is too long",
        |f| at(f, "policy", 0)["description"] = json!(long()),
        "supera 100.000",
    ),
    (
        "a result that is too long",
        |f| at(f, "policy", 0)["outputs"] = json!([long()]),
        "supera 100.000",
    ),
    (
        "a reason that is too long",
        |f| at(f, "assessment", 0)["reason"] = json!(long()),
        "supera 100.000",
    ),
    (
        "a page that is too long",
        |f| at(f, "assessment", 0)["sources"][0]["page"] = json!(long()),
        "supera 100.000",
    ),
    // Ids of nothing.
    (
        "an owner that is not there",
        |f| at(f, "policy", 0)["owner"] = json!(id(9)),
        "non c'è (attore)",
    ),
    (
        "a member that is not there",
        |f| at(f, "actor", 1)["members"] = json!([id(9)]),
        "non c'è (attore)",
    ),
    (
        "a parent that is not there",
        |f| at(f, "policy", 1)["parent"] = json!(id(9)),
        "non c'è (politica)",
    ),
    (
        "a variant of nothing",
        |f| at(f, "policy", 2)["variant_of"] = json!(id(9)),
        "non c'è (politica)",
    ),
    (
        "a cluster of nothing",
        |f| at(f, "cluster", 0)["members"] = json!([id(9)]),
        "non c'è (politica)",
    ),
    (
        "a goal of no framework",
        |f| at(f, "goal", 2)["framework"] = json!(id(9)),
        "non c'è (quadro)",
    ),
    (
        "a goal below one of another framework",
        |f| at(f, "goal", 1)["parent"] = json!(id(4)),
        "non c'è (obiettivo)",
    ),
    (
        "a crosswalk to nothing",
        |f| at(f, "crosswalk", 0)["to"] = json!(id(9)),
        "non c'è (quadro)",
    ),
    (
        "a link of no crosswalk",
        |f| key(f, "link", 0, 0, &id(9)),
        "non c'è (raccordo)",
    ),
    (
        "a link within a framework",
        |f| key(f, "link", 0, 64, &id(2)),
        "non c'è (obiettivo)",
    ),
    (
        "a matrix without its scale",
        |f| at(f, "matrix", 0)["scale"] = json!(id(9)),
        "non c'è (scala)",
    ),
    (
        "a matrix for nobody",
        |f| at(f, "matrix", 0)["assessors"] = json!([id(9)]),
        "non c'è (valutatore)",
    ),
    (
        "a line of no matrix",
        |f| key(f, "line", 0, 0, &id(9)),
        "non c'è (matrice)",
    ),
    (
        "a row of nothing",
        |f| last(f, "line", 2, "00", 9),
        "non c'è (politica)",
    ),
    (
        "a cell of nobody",
        |f| key(f, "assessment", 0, 32, &id(9)),
        "non c'è (valutatore)",
    ),
    (
        "a cell of no matrix",
        |f| key(f, "assessment", 2, 0, &id(9)),
        "non c'è (matrice)",
    ),
    (
        "a source that is not there",
        |f| at(f, "assessment", 0)["sources"][0]["source"] = json!(id(9)),
        "non c'è (fonte)",
    ),
    (
        "a laboratory on nothing",
        |f| at(f, "lab", 0)["matrix"] = json!(id(9)),
        "non c'è (matrice)",
    ),
    (
        "a laboratory without its source",
        |f| at(f, "lab", 0)["source"] = json!(id(9)),
        "non c'è (fonte)",
    ),
    (
        "a question that is not there",
        |f| at(f, "lab", 0)["current"] = json!(id(9)),
        "non c'è (domanda",
    ),
    (
        "a question of no laboratory",
        |f| at(f, "question", 0)["lab"] = json!(id(9)),
        "non c'è (laboratorio)",
    ),
    (
        "a participant of nowhere",
        |f| at(f, "lab", 0)["participants"] = json!([]),
        "non c'è (laboratorio)",
    ),
    // Trees.
    (
        "a policy below itself",
        |f| at(f, "policy", 0)["parent"] = json!(id(1)),
        "sta sotto sé stessa",
    ),
    (
        "policies in a ring",
        |f| at(f, "policy", 0)["parent"] = json!(id(3)),
        "sta sotto sé stessa",
    ),
    (
        "goals in a ring",
        |f| at(f, "goal", 0)["parent"] = json!(id(2)),
        "sta sotto sé stessa",
    ),
    (
        "a variant of itself",
        |f| at(f, "policy", 2)["variant_of"] = json!(id(3)),
        "sta sotto sé stessa",
    ),
    (
        "a network that is its own member",
        |f| at(f, "actor", 1)["members"] = json!([id(2)]),
        "sta sotto sé stessa",
    ),
    (
        "a goal at a level that is none",
        |f| at(f, "goal", 1)["level"] = json!(2),
        "non ha un livello 3",
    ),
    // Only once.
    (
        "a policy's code twice",
        |f| at(f, "policy", 1)["code"] = json!("P1"),
        "Il codice «P1» è già usato",
    ),
    (
        "a goal's code twice",
        |f| at(f, "goal", 1)["code"] = json!("1"),
        "Il codice «1» è già usato",
    ),
    (
        "a participant twice",
        |f| {
            let again = at(f, "lab", 0)["participants"][0].clone();
            at(f, "lab", 0)["participants"]
                .as_array_mut()
                .unwrap()
                .push(again);
        },
        "C'è già: partecipante",
    ),
    (
        "a crossing asked twice",
        |f| {
            let mut again = f["tables"]["question"][0].clone();
            again["key"] = json!(id(2));
            f["tables"]["question"].as_array_mut().unwrap().push(again);
        },
        "C'è già: domanda",
    ),
    (
        "two that agree",
        |f| at(f, "assessor", 1)["kind"] = json!("agreed"),
        "resta uno solo",
    ),
    (
        "none that agrees",
        |f| drop(f["tables"]["assessor"].as_array_mut().unwrap().remove(0)),
        "resta uno solo",
    ),
    (
        "an agreed one that is an office",
        |f| at(f, "assessor", 0)["kind"] = json!("office"),
        "resta uno solo",
    ),
    // Values.
    (
        "an end before the start",
        |f| at(f, "policy", 0)["end"] = json!("2020-01"),
        "viene prima dell'inizio",
    ),
    (
        "a weight below nothing",
        |f| at(f, "line", 0)["weight"] = json!(-1.0),
        "Il peso",
    ),
    (
        "a link without weight",
        |f| at(f, "link", 0)["weight"] = json!(0.0),
        "Il peso",
    ),
    (
        "a link of minus zero",
        |f| at(f, "link", 0)["weight"] = json!(-0.0),
        "Il peso",
    ),
    (
        "a link of more than one",
        |f| at(f, "link", 0)["weight"] = json!(1.5),
        "Il peso",
    ),
    (
        "a scale of one level",
        |f| at(f, "scale", 0)["levels"] = json!([{"value": 1.0, "label": {}}]),
        "almeno due livelli",
    ),
    (
        "a level twice",
        |f| at(f, "scale", 0)["levels"][1]["value"] = json!(2.0),
        "tutti di valore diverso",
    ),
    (
        "a level of a thousandth",
        |f| at(f, "scale", 0)["levels"][0]["value"] = json!(2.001),
        "not a score",
    ),
    (
        "a value off the scale",
        |f| at(f, "assessment", 0)["v"]["scored"]["benefit"] = json!(3.0),
        "fuori dalla scala",
    ),
    (
        "a value between levels",
        |f| at(f, "assessment", 0)["v"]["scored"]["benefit"] = json!(1.5),
        "non è un livello",
    ),
    (
        "a benefit below nothing",
        |f| at(f, "assessment", 0)["v"] = json!({"scored": {"benefit": -1.0, "tradeoff": 0.0}}),
        "non è una voce",
    ),
    (
        "a harm above nothing",
        |f| at(f, "assessment", 0)["v"] = json!({"scored": {"benefit": 0.0, "tradeoff": 1.0}}),
        "non è una voce",
    ),
    (
        "a confidence of six",
        |f| at(f, "assessment", 0)["confidence"] = json!(6),
        "La confidenza va da 1 a 5",
    ),
    (
        "a confidence of none",
        |f| at(f, "assessment", 0)["confidence"] = json!(0),
        "La confidenza va da 1 a 5",
    ),
    (
        "a cell that says nothing",
        |f| *at(f, "assessment", 0) = json!({"at": 1, "by": "Anna"}),
        "senza valore, motivo",
    ),
    (
        "a place beyond every use",
        |f| at(f, "matrix", 0)["position"] = json!(i64::MAX),
        "fuori da ogni misura",
    ),
    (
        "a moment beyond every year",
        |f| at(f, "assessment", 0)["at"] = json!(i64::MAX),
        "fuori da ogni misura",
    ),
    (
        "a step before the first",
        |f| at(f, "milestone", 0)["step"] = json!(-1),
        "fuori da ogni misura",
    ),
    (
        "a round revealed before it was asked",
        |f| at(f, "question", 0)["revealed"] = json!(2),
        "fuori da ogni misura",
    ),
    // Places.
    (
        "a goal for a row",
        |f| last(f, "line", 0, "01", 1),
        "Qui non può stare",
    ),
    (
        "a cell outside its matrix",
        |f| last(f, "assessment", 0, "01", 4),
        "non è nella matrice",
    ),
    (
        "a cell on the diagonal",
        |f| last(f, "assessment", 2, "00", 1),
        "non si incrocia con sé stessa",
    ),
    (
        "a question on the diagonal",
        |f| {
            at(f, "lab", 0)["matrix"] = json!(id(2));
            at(f, "question", 0)["column"] = json!({"policy": id(1)});
        },
        "non si incrocia con sé stessa",
    ),
    (
        "a question outside its matrix",
        |f| at(f, "question", 0)["row"] = json!({"policy": id(9)}),
        "non è nella matrice",
    ),
    (
        "a vote in no round",
        |f| key(f, "assessment", 1, 64, "0000"),
        "Qui non può stare: partecipante",
    ),
    (
        "a vote on what is not asked",
        |f| last(f, "assessment", 1, "01", 2),
        "Qui non può stare: partecipante",
    ),
    (
        "a participant who fills a matrix",
        |f| at(f, "matrix", 0)["assessors"] = json!([id(3)]),
        "Qui non può stare: partecipante",
    ),
    (
        "an office that votes",
        |f| at(f, "lab", 0)["participants"][0]["id"] = json!(id(2)),
        "C'è già: valutatore",
    ),
    (
        "an agreement on nothing",
        |f| {
            at(f, "question", 0)["outcome"] =
                json!({"agreed": {"value": "unscored", "reason": ""}});
        },
        "senza valore, motivo",
    ),
];

#[test]
fn what_no_edits_could_have_made_is_refused_and_the_rule_is_named() {
    let contents = good();
    let text = document_json(&contents);
    assert_eq!(
        read(&text).unwrap(),
        contents,
        "the good file comes back as it is"
    );
    let words = Words::new(Language::It);
    let good: Value = serde_json::from_str(&text).unwrap();
    for (what, change, says) in CASES {
        let mut file = good.clone();
        change(&mut file);
        assert_ne!(file, good, "{what}");
        match read(&file.to_string()) {
            Ok(_) => panic!("{what}: taken in"),
            Err(error) => {
                let said = error.say(&words);
                assert!(said.contains(says), "{what}: {said}");
                assert!(
                    !error.say(&Words::new(Language::En)).contains("json-"),
                    "{what}"
                );
            }
        }
    }
    assert!(CASES.len() >= 50, "{}", CASES.len());
}

#[test]
fn what_is_the_same_in_other_words_comes_in() {
    let contents = good();
    let text = document_json(&contents);
    let mut file: Value = serde_json::from_str(&text).unwrap();
    // Fields that are left out where they say nothing, keys in capitals, another order, zero with a sign.
    at(&mut file, "assessment", 0)["mitigation"] = json!("");
    at(&mut file, "assessment", 0)["contribution"] = json!(null);
    at(&mut file, "lab", 0)["participants"][0]["absent"] = json!(false);
    at(&mut file, "scale", 0)["levels"]
        .as_array_mut()
        .unwrap()
        .reverse();
    file["tables"]["policy"].as_array_mut().unwrap().reverse();
    assert_eq!(read(&file.to_string()).unwrap(), contents);
    let minus = text.replacen("\"weight\":1.0", "\"weight\":-0.0", 1);
    assert_ne!(minus, text);
    let read_back = read(&minus).unwrap();
    let weights: Vec<f64> = read_back
        .lines
        .values()
        .map(|line| line.weight)
        .filter(|weight| *weight == 0.0)
        .collect();
    assert_eq!(weights.len(), 1);
    assert!(weights[0].is_sign_positive());
}

#[test]
fn a_file_that_breaks_off_is_deep_or_says_things_twice_is_refused() {
    let text = document_json(&good());
    let deep = format!(
        "{{\"format\":\"ordito\",\"version\":1,\"tables\":{}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let deep_field = text.replacen(
        "\"code\":\"P1\"",
        &format!("\"code\":{}1{}", "[".repeat(200), "]".repeat(200)),
        1,
    );
    let twice = text.replacen("\"code\":\"P1\"", "\"code\":\"P1\",\"code\":\"P9\"", 1);
    let table_twice = text.replacen("\"tables\": {", "\"tables\": {\n\"info\": [],", 1);
    let version_twice = text.replacen("\"version\": 1,", "\"version\": 1, \"version\": 1,", 1);
    let huge = text.replacen("\"weight\":1.0", "\"weight\":1e999", 1);
    let after = format!("{text} {{}}");
    let zeros = "\0".repeat(4_096);
    let cut = text[..text.len() / 2].to_owned();
    for bad in [
        deep,
        deep_field,
        twice,
        table_twice,
        version_twice,
        huge,
        after,
        zeros,
        cut,
        String::new(),
    ] {
        assert_ne!(bad, text);
        assert!(read(&bad).is_err(), "{}", &bad[..bad.len().min(60)]);
    }
}

/// Gives zeros, or blanks, without an end, and counts what is asked for.
struct Endless(u8, u64);
impl std::io::Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        into.fill(self.0);
        self.1 += into.len() as u64;
        Ok(into.len())
    }
}

#[test]
fn what_has_no_end_is_not_read_to_it() {
    let mut zeros = Endless(0, 0);
    assert!(matches!(
        read_json(&mut zeros),
        Err(ImportError::Read(ReadError::Malformed { .. }))
    ));
    assert!(zeros.1 <= 1 << 16, "{}", zeros.1);
    // A device or a pipe has no length, and is not opened.
    #[cfg(unix)]
    assert!(matches!(
        read_json_file("/dev/zero".as_ref()),
        Err(ImportError::Read(ReadError::Io { .. }))
    ));
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(
        read_json_file(folder.path()),
        Err(ImportError::Read(ReadError::Io { .. }))
    ));
    assert!(matches!(
        read_json_file(&folder.path().join("no.json")),
        Err(ImportError::Read(ReadError::Io { .. }))
    ));
}
