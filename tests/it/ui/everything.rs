//! A small document with something of everything in it: actors, sources, clusters, two frameworks and what joins them, a
//! cell that is a conflict, a session.

use crate::document::small::{matrix_document, stamp};
use ordito::document::{AssessmentChange, CellEdit, Document, Edit};
use ordito::model::{
    Actor, ActorId, Assessor, AssessorId, AssessorKind, CellsCause, Cluster, ClusterId, Crosswalk,
    CrosswalkId, Framework, FrameworkId, Goal, GoalId, Item, Lab, LabId, Label, Link, LinkKey,
    MatrixId, Participant, PolicyId, Question, QuestionId, Source, SourceId, Wording, read_entry,
};
use std::path::Path;

/// A small document in which every form has something to show.
pub fn everything(path: &Path) -> Document {
    let mut document = matrix_document(path, 3, 3);
    let mut at = 10;
    let mut put = |edit: Edit| {
        at += 1;
        document.apply(&edit, &stamp(at)).unwrap().unwrap();
    };
    put(Edit::PutActor {
        id: ActorId::fixed(1),
        actor: Actor {
            name: "Ufficio".to_owned(),
            ..Actor::default()
        },
    });
    let source = Source {
        citation: "Relazione".to_owned(),
        ..Source::default()
    };
    put(Edit::PutSource {
        id: SourceId::fixed(1),
        source,
    });
    let office = Assessor {
        name: "Ufficio clima".to_owned(),
        kind: AssessorKind::Office,
        note: String::new(),
        position: 1,
    };
    put(Edit::PutAssessor {
        id: AssessorId::fixed(50),
        assessor: office,
    });
    let cluster = Cluster {
        name: "Gruppo".to_owned(),
        colour: None,
        position: 0,
        members: vec![PolicyId::fixed(1)],
        note: String::new(),
    };
    put(Edit::PutCluster {
        id: ClusterId::fixed(1),
        cluster,
    });
    let goal = Goal {
        framework: FrameworkId::fixed(2),
        parent: None,
        position: 0,
        level: 0,
        code: "A".to_owned(),
        name: Label::same("Altro"),
        short: Label::default(),
        text: Label::default(),
        wording: Wording::Official,
        colour: None,
        note: String::new(),
    };
    let framework = Framework {
        name: Label::same("Secondo"),
        levels: vec![Label::same("Obiettivo")],
        ..Framework::default()
    };
    put(Edit::AddFramework {
        id: FrameworkId::fixed(2),
        framework,
        goals: vec![(GoalId::fixed(90), goal)],
    });
    let crosswalk = Crosswalk {
        name: "Raccordo".to_owned(),
        from: FrameworkId::fixed(2),
        to: FrameworkId::fixed(1),
        note: String::new(),
        wording: Wording::Provisional,
    };
    put(Edit::PutCrosswalk {
        id: CrosswalkId::fixed(1),
        crosswalk,
    });
    let key = LinkKey {
        crosswalk: CrosswalkId::fixed(1),
        from: GoalId::fixed(90),
        to: GoalId::fixed(1),
    };
    put(Edit::SetLinks(vec![(
        key,
        Some(Link {
            weight: 0.5,
            note: String::new(),
        }),
    )]));
    // A conflict, so that its mitigation can be written.
    let scale = crate::document::small::nilsson();
    let change = AssessmentChange::value(read_entry("-2", &scale).unwrap());
    let cells = vec![CellEdit {
        key: crate::document::small::cell(1, 1),
        change,
    }];
    put(Edit::SetCells {
        cause: CellsCause::Type,
        cells,
    });
    let who: Vec<AssessorId> = (1..=2).map(|n| AssessorId::fixed(100 + n)).collect();
    let lab = Lab {
        participants: who.iter().map(|id| Participant::new(*id)).collect(),
        ..Lab::new("Laboratorio".to_owned(), MatrixId::fixed(1))
    };
    let names = who
        .iter()
        .zip(1..)
        .map(|(id, n)| (*id, format!("Voce {n}")))
        .collect();
    put(Edit::PutLab {
        id: LabId::fixed(1),
        lab,
        names,
    });
    let question = Question::new(
        LabId::fixed(1),
        Item::Policy(PolicyId::fixed(1)),
        Item::Goal(GoalId::fixed(1)),
        3,
    );
    put(Edit::PutQuestions(vec![(QuestionId::fixed(1), question)]));
    document
}
