//! The sample: `sample-policies/*.csv` as one step. Its scores are illustrative, and the document says so.

use super::illustrative::{crosswalk_id, goals_id};
use super::sample_labs::{Ground, labs};
use super::{LibraryError, derived, framework, scale};
use crate::{Ids, Table, preview_policies};
use ordito_document::{AssessmentChange, CellEdit, Edit};
use ordito_model::{
    ActorId, AssessmentKey, Assessor, AssessorId, AssessorKind, CellsCause, Cited, Contents,
    Contribution, Crosswalk, GoalId, Item, Link, LinkKey, Matrix, MatrixId, MatrixKind, Policy,
    PolicyId, Scale, Source, SourceId, StepLabel, Wording, read_entry,
};
use std::collections::BTreeMap;

/// The name of the sample's matrix.
pub const SAMPLE_MATRIX: &str = "Azioni e piani × Agenda 2030";

/// The name of the sample's matrix of goals on goals.
pub const SAMPLE_GOALS: &str = "Agenda 2030 × Agenda 2030";
/// The name of the sample's crosswalk.
pub(super) const CROSSWALK: &str = "MAS → SDG (illustrativo)";

const POLICIES: (&str, &str) = (
    "politiche.csv",
    include_str!("../../../sample-policies/politiche.csv"),
);
const SOURCES: (&str, &str) = (
    "fonti.csv",
    include_str!("../../../sample-policies/fonti.csv"),
);
const ASSESSORS: (&str, &str) = (
    "valutatori.csv",
    include_str!("../../../sample-policies/valutatori.csv"),
);
const CELLS: (&str, &str) = (
    "valutazioni.csv",
    include_str!("../../../sample-policies/valutazioni.csv"),
);
const GOALS: (&str, &str) = (
    "obiettivi.csv",
    include_str!("../../../sample-policies/obiettivi.csv"),
);
const LINKS: (&str, &str) = (
    "raccordo-mas-sdg.csv",
    include_str!("../../../sample-policies/raccordo-mas-sdg.csv"),
);

/// Rows of a table by the names in its first line.
struct Rows {
    file: &'static str,
    places: BTreeMap<String, usize>,
    records: Vec<csv::StringRecord>,
}
impl Rows {
    fn read((file, text): (&'static str, &'static str)) -> Result<Self, LibraryError> {
        let malformed = |error: csv::Error| LibraryError::Malformed {
            file: file.to_owned(),
            detail: error.to_string(),
        };
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let heads = reader.headers().map_err(malformed)?.clone();
        let places = heads
            .iter()
            .enumerate()
            .map(|(place, head)| (head.to_owned(), place))
            .collect();
        let records = reader
            .records()
            .collect::<Result<_, _>>()
            .map_err(malformed)?;
        Ok(Self {
            file,
            places,
            records,
        })
    }
    fn get<'a>(&self, row: &'a csv::StringRecord, head: &str) -> &'a str {
        self.places
            .get(head)
            .and_then(|place| row.get(*place))
            .map_or("", str::trim)
    }
    fn unknown(&self, row: &csv::StringRecord, what: &'static str, name: &str) -> LibraryError {
        let line = row.position().map_or(0, |position| {
            usize::try_from(position.line()).unwrap_or(usize::MAX)
        });
        LibraryError::Unknown {
            file: self.file.to_owned(),
            line,
            what,
            name: name.to_owned(),
        }
    }
}

fn list(text: &str) -> Vec<String> {
    text.split(" | ")
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}
fn policy_id(code: &str) -> PolicyId {
    PolicyId(derived(&["policy", code]))
}
fn actor_id(name: &str) -> ActorId {
    ActorId(derived(&["actor", name]))
}
fn source_id(key: &str) -> SourceId {
    SourceId(derived(&["source", key]))
}

/// The edit that fills a new document (with Agenda 2030 and the regional strategy in it) with the sample.
///
/// # Errors
/// Never with the files of this repository, which a test reads.
pub fn sample() -> Result<Edit, LibraryError> {
    let mut edits = Vec::new();
    let policies = policies(&mut edits)?;
    let sources = Rows::read(SOURCES)?;
    for row in &sources.records {
        let field = |head| sources.get(row, head).to_owned();
        let source = Source {
            key: field("key"),
            citation: field("citation"),
            publisher: field("publisher"),
            date: field("date"),
            url: field("url"),
            page: field("page"),
        };
        edits.push(Edit::PutSource {
            id: source_id(&source.key),
            source,
        });
    }
    let assessors = assessors(&mut edits)?;
    cells(&mut edits, &policies, &assessors)?;
    goals_on_goals(&mut edits)?;
    crosswalk(&mut edits)?;
    Ok(Edit::Together {
        label: StepLabel::Imported {
            name: "sample-policies".to_owned(),
        },
        edits,
    })
}

/// Policies and actors through the importer that people's tables go through.
fn policies(edits: &mut Vec<Edit>) -> Result<Vec<(PolicyId, Policy)>, LibraryError> {
    let malformed = |detail: String| LibraryError::Malformed {
        file: POLICIES.0.to_owned(),
        detail,
    };
    let table =
        Table::with_delimiter(POLICIES.1, b',').map_err(|error| malformed(error.to_string()))?;
    let mut ids = Ids {
        policy: &mut policy_id,
        actor: &mut actor_id,
    };
    let preview = preview_policies(&Contents::default(), &table, &mut ids)
        .map_err(|error| malformed(error.to_string()))?;
    if let Some(refused) = preview.refused.first() {
        return Err(malformed(format!("{}: {:?}", refused.place, refused.text)));
    }
    edits.extend(preview.edits());
    Ok(preview.policies)
}

fn assessors(edits: &mut Vec<Edit>) -> Result<BTreeMap<String, AssessorId>, LibraryError> {
    let table = Rows::read(ASSESSORS)?;
    let mut assessors = BTreeMap::from([("consenso".to_owned(), AssessorId::AGREED)]);
    for (row, position) in table.records.iter().zip(1..) {
        let field = |head| table.get(row, head).to_owned();
        let kind = AssessorKind::from_word(&field("kind"))
            .ok_or_else(|| table.unknown(row, "kind", &field("kind")))?;
        let id = AssessorId(derived(&["assessor", &field("name")]));
        assessors.insert(field("name"), id);
        let assessor = Assessor {
            name: field("name"),
            kind,
            note: field("note"),
            position,
        };
        edits.push(Edit::PutAssessor { id, assessor });
    }
    Ok(assessors)
}

/// What a line says of a cell.
fn change_of(
    table: &Rows,
    row: &csv::StringRecord,
    scale: &Scale,
) -> Result<AssessmentChange, LibraryError> {
    let field = |head| table.get(row, head);
    let unknown = |what, name: &str| table.unknown(row, what, name);
    let confidence = field("confidence");
    Ok(AssessmentChange {
        value: Some(
            read_entry(field("entry"), scale).map_err(|_| unknown("entry", field("entry")))?,
        ),
        contribution: Some(Contribution::from_word(field("contribution"))),
        confidence: Some(if confidence.is_empty() {
            None
        } else {
            Some(
                confidence
                    .parse()
                    .map_err(|_| unknown("confidence", confidence))?,
            )
        }),
        reason: Some(field("reason").to_owned()),
        mitigation: Some(field("mitigation").to_owned()),
        sources: Some(
            list(field("sources"))
                .iter()
                .map(|key| Cited {
                    source: source_id(key),
                    page: String::new(),
                })
                .collect(),
        ),
    })
}

fn cells(
    edits: &mut Vec<Edit>,
    policies: &[(PolicyId, Policy)],
    assessors: &BTreeMap<String, AssessorId>,
) -> Result<(), LibraryError> {
    let (_, _, goals) = framework("agenda-2030")?;
    // The seventeen goals, in the order of the five P.
    let goals: Vec<(&str, GoalId)> = goals
        .iter()
        .filter(|(_, goal)| goal.level == 1)
        .map(|(id, goal)| (goal.code.as_str(), *id))
        .collect();
    let (scale_id, scale): (_, Scale) =
        scale("nilsson")?.ok_or_else(|| LibraryError::Malformed {
            file: "nilsson.json".to_owned(),
            detail: "missing".to_owned(),
        })?;
    let table = Rows::read(CELLS)?;
    let matrix = MatrixId(derived(&["matrix", SAMPLE_MATRIX]));
    let mut scored: Vec<PolicyId> = Vec::new();
    let mut cells = Vec::new();
    for row in &table.records {
        let field = |head| table.get(row, head);
        let unknown = |what, name: &str| table.unknown(row, what, name);
        let policy = policy_id(field("policy"));
        if !policies.iter().any(|(id, _)| *id == policy) {
            return Err(unknown("policy", field("policy")));
        }
        if !scored.contains(&policy) {
            scored.push(policy);
        }
        let goal = goals
            .iter()
            .find(|(code, _)| *code == field("goal"))
            .map(|(_, id)| *id);
        let assessor = assessors.get(field("assessor")).copied();
        let change = change_of(&table, row, &scale)?;
        let key = AssessmentKey {
            matrix,
            assessor: assessor.ok_or_else(|| unknown("assessor", field("assessor")))?,
            round: 0,
            row: Item::Policy(policy),
            column: Item::Goal(goal.ok_or_else(|| unknown("goal", field("goal")))?),
        };
        cells.push(CellEdit { key, change });
    }
    // Rows in the order of the catalogue, which is the order of the file.
    let rows = policies
        .iter()
        .map(|(id, _)| *id)
        .filter(|id| scored.contains(id))
        .map(Item::Policy)
        .collect();
    edits.push(Edit::AddMatrix {
        id: matrix,
        matrix: Matrix {
            name: SAMPLE_MATRIX.to_owned(),
            kind: MatrixKind::PolicyGoal,
            scale: scale_id,
            position: 0,
            note: "Punteggi illustrativi: non sono una valutazione ufficiale.".to_owned(),
            illustrative: true,
            assessors: Vec::new(),
        },
        rows,
        columns: goals.iter().map(|(_, id)| Item::Goal(*id)).collect(),
    });
    let ground = Ground {
        scale: &scale,
        policy: &|code: &str| {
            let known = policies.iter().any(|(id, _)| *id == policy_id(code));
            known.then(|| Item::Policy(policy_id(code)))
        },
        goal: &|code: &str| {
            let found = goals.iter().find(|(known, _)| *known == code);
            found.map(|(_, id)| Item::Goal(*id))
        },
        cells: &cells,
    };
    let sessions = labs(&ground)?;
    edits.push(Edit::SetCells {
        cause: CellsCause::Import,
        cells,
    });
    edits.extend(sessions);
    Ok(())
}

/// What the goals do to one another, on the same scale.
pub(super) fn goals_on_goals(edits: &mut Vec<Edit>) -> Result<(), LibraryError> {
    let (_, _, goals) = framework("agenda-2030")?;
    let goals: Vec<(&str, Item)> = goals
        .iter()
        .filter(|(_, goal)| goal.level == 1)
        .map(|(id, goal)| (goal.code.as_str(), Item::Goal(*id)))
        .collect();
    let (scale_id, scale): (_, Scale) =
        scale("nilsson")?.ok_or_else(|| LibraryError::Malformed {
            file: "nilsson.json".to_owned(),
            detail: "missing".to_owned(),
        })?;
    let table = Rows::read(GOALS)?;
    let matrix = goals_id();
    let mut cells = Vec::new();
    for row in &table.records {
        let field = |head| table.get(row, head);
        let goal = |head: &'static str| {
            let found = goals
                .iter()
                .find(|(code, _)| *code == field(head))
                .map(|(_, item)| *item);
            found.ok_or_else(|| table.unknown(row, "goal", field(head)))
        };
        let change = AssessmentChange {
            value: Some(
                read_entry(field("entry"), &scale)
                    .map_err(|_| table.unknown(row, "entry", field("entry")))?,
            ),
            reason: Some(field("reason").to_owned()),
            ..AssessmentChange::default()
        };
        let (row, column) = (goal("from_goal")?, goal("to_goal")?);
        cells.push(CellEdit {
            key: AssessmentKey {
                matrix,
                assessor: AssessorId::AGREED,
                round: 0,
                row,
                column,
            },
            change,
        });
    }
    let lines: Vec<Item> = goals.into_iter().map(|(_, item)| item).collect();
    edits.push(Edit::AddMatrix {
        id: matrix,
        matrix: Matrix {
            name: SAMPLE_GOALS.to_owned(),
            kind: MatrixKind::GoalGoal,
            scale: scale_id,
            position: 1,
            note: "Influenze illustrative fra gli obiettivi: nessuna fonte le conferma.".to_owned(),
            illustrative: true,
            assessors: Vec::new(),
        },
        rows: lines.clone(),
        columns: lines,
    });
    edits.push(Edit::SetCells {
        cause: CellsCause::Import,
        cells,
    });
    Ok(())
}

pub(super) fn crosswalk(edits: &mut Vec<Edit>) -> Result<(), LibraryError> {
    let table = Rows::read(LINKS)?;
    let (from_id, _, from_goals) = framework("srsvs-piemonte")?;
    let (to_id, _, to_goals) = framework("agenda-2030")?;
    let id = crosswalk_id();
    edits.push(Edit::PutCrosswalk {
        id,
        crosswalk: Crosswalk {
            name: CROSSWALK.to_owned(),
            from: from_id,
            to: to_id,
            note: "Raccordo illustrativo: nessuna fonte lo conferma.".to_owned(),
            wording: Wording::Provisional,
        },
    });
    let mut links = Vec::new();
    for row in &table.records {
        let field = |head| table.get(row, head);
        let find = |goals: &[ordito_document::GoalSeed], code: &str| {
            goals
                .iter()
                .find(|(_, goal)| goal.code == code)
                .map(|(id, _)| *id)
        };
        let from = find(&from_goals, field("from_code"))
            .ok_or_else(|| table.unknown(row, "goal", field("from_code")))?;
        let to = find(&to_goals, field("to_code"))
            .ok_or_else(|| table.unknown(row, "goal", field("to_code")))?;
        let weight = field("weight")
            .parse()
            .map_err(|_| table.unknown(row, "weight", field("weight")))?;
        links.push((
            LinkKey {
                crosswalk: id,
                from,
                to,
            },
            Some(Link {
                weight,
                note: field("note").to_owned(),
            }),
        ));
    }
    edits.push(Edit::SetLinks(links));
    Ok(())
}
