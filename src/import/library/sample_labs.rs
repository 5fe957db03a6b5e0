//! Two laboratories of the sample: one that is over, to read what came of it, and one that is prepared, to rehearse. Seats
//! vote, nobody is invented, and the titles say that the votes are illustrative. They go through the same steps as a room
//! does.

use super::sample::SAMPLE_MATRIX;
use super::{LibraryError, derived};
use ordito_document::{CellEdit, Edit, LabMove, Vote};
use ordito_model::{
    AssessorId, CellValue, Item, Lab, LabId, MatrixId, Part, Participant, Question, QuestionId,
    Scale, SourceId, read_entry,
};
use std::collections::BTreeMap;

/// The titles of the two.
pub const FINISHED: &str = "Laboratorio concluso (voti illustrativi)";
pub const PREPARED: &str = "Laboratorio preparato (da provare)";

/// What was asked of every crossing.
const QUESTION: &str = "La politica aiuta o ostacola il raggiungimento di questo obiettivo?";

/// A question of the finished one: policy, goal, what the seats said round by round, and what came of it.
struct Told {
    policy: &'static str,
    goal: &'static str,
    rounds: &'static [&'static str],
    end: End,
}
enum End {
    /// As the sample's agreed scores have it.
    Agreed {
        dissent: &'static str,
    },
    Parked(&'static str),
    Skipped,
}

/// Votes of twelve seats, four at each of three tables.
const TOLD: [Told; 5] = [
    Told {
        policy: "1.1.d",
        goal: "13",
        rounds: &["1 3 2 0 2 1 2 3 1 0 2 1", "2 2 2 1 2 1 2 2 2 1 2 2"],
        end: End::Agreed { dissent: "" },
    },
    Told {
        policy: "1.1.b",
        goal: "13",
        rounds: &[
            "1 1 1 2 -1 -1 -2 -1 -1 0 1 -1",
            "1 1 1 1 -1 -1 -1 -1 -1 -1 1 -1",
        ],
        end: End::Parked("Due letture opposte dopo due giri: se ne riparla con i dati sui viaggi."),
    },
    Told {
        policy: "1.3.a",
        goal: "8",
        rounds: &[
            "2/-1 2 2/-1 1/-1 2 1/-1 -1 2/-1 1 1/-1 2 1/-1",
            "1/-1 1/-1 2/-1 1/-1 1/-1 1/-1 1/-1 2/-1 1 1/-1 2 1/-1",
        ],
        end: End::Agreed {
            dissent: "Due posti vedono soltanto il beneficio.",
        },
    },
    Told {
        policy: "1.3.a",
        goal: "16",
        rounds: &["2 2 1 2 3 2 2 2 1 2 2 2"],
        end: End::Agreed { dissent: "" },
    },
    Told {
        policy: "1.1.d",
        goal: "17",
        rounds: &[],
        end: End::Skipped,
    },
];

/// What is on the agenda of the prepared one.
const TO_ASK: [(&str, &str); 8] = [
    ("1.1.b", "9"),
    ("1.1.d", "10"),
    ("1.1.d", "12"),
    ("1.2.d", "9"),
    ("1.4.a", "1"),
    ("1.3.a", "5"),
    ("1.4.a", "13"),
    ("1.4.a", "17"),
];

/// The crossings of the sample's matrix, with the agreed scores.
pub struct Ground<'a> {
    pub scale: &'a Scale,
    /// Policy and goal by their codes.
    pub policy: &'a dyn Fn(&str) -> Option<Item>,
    pub goal: &'a dyn Fn(&str) -> Option<Item>,
    pub cells: &'a [CellEdit],
}

/// The edits that make both sessions.
pub fn labs(ground: &Ground<'_>) -> Result<Vec<Edit>, LibraryError> {
    let mut edits = Vec::new();
    let finished = session(&mut edits, FINISHED, 0, "2026-05-14", 12, 3);
    let mut questions = Vec::new();
    for told in &TOLD {
        questions.push(question(ground, finished, told.policy, told.goal, 5)?);
    }
    edits.push(Edit::PutQuestions(questions.clone()));
    for ((id, question), told) in questions.iter().zip(&TOLD) {
        for step in steps(ground, question, told)? {
            edits.push(Edit::Lab {
                question: *id,
                step,
            });
        }
    }
    let prepared = session(&mut edits, PREPARED, 1, "2026-12-10", 15, 3);
    let mut questions = Vec::new();
    for (policy, goal) in TO_ASK {
        questions.push(question(ground, prepared, policy, goal, 4)?);
    }
    edits.push(Edit::PutQuestions(questions));
    Ok(edits)
}

fn seat(title: &str, n: usize) -> AssessorId {
    AssessorId(derived(&["seat", title, &n.to_string()]))
}

/// A session of numbered seats at tables; its id.
fn session(
    edits: &mut Vec<Edit>,
    title: &str,
    position: i64,
    date: &str,
    seats: usize,
    tables: usize,
) -> LabId {
    let id = LabId(derived(&["lab", title]));
    let matrix = MatrixId(derived(&["matrix", SAMPLE_MATRIX]));
    let place = |n: usize| Participant {
        table: (n * tables / seats + 1).to_string(),
        ..Participant::new(seat(title, n)).as_part(Part::Seat)
    };
    let lab = Lab {
        position,
        date: date.to_owned(),
        question: QUESTION.to_owned(),
        anonymous: true,
        notes: "Sessione di prova dell'esempio: i voti sono illustrativi.".to_owned(),
        participants: (0..seats).map(place).collect(),
        ..Lab::new(title.to_owned(), matrix)
    };
    let names = (0..seats).map(|n| (seat(title, n), format!("Posto {}", n + 1)));
    edits.push(Edit::PutLab {
        id,
        names: names.collect(),
        lab,
    });
    id
}

fn missing(name: &str) -> LibraryError {
    LibraryError::Malformed {
        file: "sample_labs.rs".to_owned(),
        detail: name.to_owned(),
    }
}

fn question(
    ground: &Ground<'_>,
    lab: LabId,
    policy: &str,
    goal: &str,
    minutes: u16,
) -> Result<(QuestionId, Question), LibraryError> {
    let row = (ground.policy)(policy).ok_or_else(|| missing(policy))?;
    let column = (ground.goal)(goal).ok_or_else(|| missing(goal))?;
    let id = QuestionId(derived(&["question", &lab.to_string(), policy, goal]));
    Ok((id, Question::new(lab, row, column, minutes)))
}

/// The steps that a room takes for a question.
fn steps(
    ground: &Ground<'_>,
    question: &Question,
    told: &Told,
) -> Result<Vec<LabMove>, LibraryError> {
    let mut steps = Vec::new();
    for round in told.rounds {
        steps.push(LabMove::Ask);
        let mut votes = Vec::new();
        for (n, entry) in round.split_whitespace().enumerate() {
            votes.push(Vote {
                participant: seat(FINISHED, n),
                value: read_entry(entry, ground.scale).map_err(|_| missing(entry))?,
                comment: None,
            });
        }
        steps.push(LabMove::Vote(votes));
        steps.push(LabMove::Reveal);
    }
    steps.push(match &told.end {
        End::Parked(reason) => LabMove::Park {
            reason: (*reason).to_owned(),
        },
        End::Skipped => LabMove::Skip,
        End::Agreed { dissent } => {
            let (value, reason) = agreed(ground, question)
                .ok_or_else(|| missing(&format!("{} × {}", told.policy, told.goal)))?;
            LabMove::Agree {
                value,
                reason,
                dissent: (*dissent).to_owned(),
                source: SourceId(derived(&["source", FINISHED])),
            }
        }
    });
    Ok(steps)
}

/// The agreed score of the sample with its reason: the session leads to what the matrix says.
fn agreed(ground: &Ground<'_>, question: &Question) -> Option<(CellValue, String)> {
    let of: BTreeMap<(Item, Item), &CellEdit> = ground
        .cells
        .iter()
        .filter(|cell| cell.key.assessor == AssessorId::AGREED)
        .map(|cell| ((cell.key.row, cell.key.column), cell))
        .collect();
    let cell = of.get(&(question.row, question.column))?;
    Some((cell.change.value?, cell.change.reason.clone()?))
}
