//! Random edits of every kind, from a printed seed.

use super::chance::{Random, change, framework, goal, matrix, policy, scale, stamp};
use ordito::document::{CellEdit, Edit, LabMove, LineChange, Vote, Whole, plan};
use ordito::model::{
    Actor, ActorId, AssessmentKey, Assessor, AssessorId, AssessorKind, Axis, CellsCause, Cluster,
    ClusterId, Contents, Crosswalk, CrosswalkId, EachTable, FrameworkId, Goal, GoalId, Info, Item,
    Key as _, Lab, LabId, LabRule, Level, Link, LinkKey, MatrixId, MatrixKind, Part, Participant,
    Policy, PolicyId, Question, QuestionId, Row, ScaleId, Source, SourceId, StepLabel, Subject,
    Table,
};
use serde_json::Value;
use std::str::FromStr as _;
use std::sync::Arc;

macro_rules! kinds {
    ($($kind:ident),+ $(,)?) => {
        /// Every variant of `Edit` that is made here.
        pub const KINDS: &[&str] = &[$(stringify!($kind)),+];

        /// The variant's name. A new variant does not compile until it is in the list, and then it has to be made.
        pub const fn kind_of(edit: &Edit) -> &'static str {
            match edit {
                $(Edit::$kind { .. } => stringify!($kind),)+
                // The first step of a document, and what `join` brings: their tests are elsewhere.
                Edit::Create { .. } => "Create",
                Edit::Begin { .. } => "Begin",
                Edit::Join { .. } => "Join",
            }
        }
    };
}
kinds! {
    SetInfo,
    PutActor,
    DeleteActor,
    PutSource,
    DeleteSource,
    AddPolicies,
    ChangePolicy,
    MovePolicies,
    DuplicatePolicy,
    DeletePolicies,
    PutCluster,
    DeleteCluster,
    AddFramework,
    ChangeFramework,
    DeleteFramework,
    AddGoals,
    ChangeGoal,
    MoveGoal,
    DeleteGoals,
    PutCrosswalk,
    DeleteCrosswalk,
    SetLinks,
    PutScale,
    DeleteScale,
    AddMatrix,
    ChangeMatrix,
    DeleteMatrix,
    AddLines,
    RemoveLines,
    MoveLines,
    SetLines,
    PutAssessor,
    DeleteAssessor,
    SetCells,
    PutLab,
    DeleteLab,
    PutQuestions,
    DeleteQuestions,
    MoveQuestions,
    Lab,
    Record,
    Together,
    Restore,
    Merge,
}

fn cells(r: &mut Random, c: &Contents) -> Edit {
    let matrix = r.key(&c.matrices, MatrixId::fixed);
    let items = |axis| {
        c.lines_of(matrix, axis)
            .into_iter()
            .map(|(item, _)| item)
            .collect::<Vec<_>>()
    };
    let (rows, columns) = (items(Axis::Rows), items(Axis::Columns));
    let assessor = if r.chance(50) {
        AssessorId::AGREED
    } else {
        r.key(&c.assessors, AssessorId::fixed)
    };
    let round = if r.chance(90) { 0 } else { r.below(3) as u16 };
    let mut list = Vec::new();
    if !rows.is_empty() && !columns.is_empty() {
        // One cell as typed, or a block as pasted.
        let (height, width) = if r.chance(70) {
            (1, 1)
        } else {
            (1 + r.below(rows.len()), 1 + r.below(columns.len()))
        };
        let (top, left) = (r.below(rows.len()), r.below(columns.len()));
        for row in rows.iter().skip(top).take(height) {
            for column in columns.iter().skip(left).take(width) {
                if row != column || r.chance(1) {
                    let key = AssessmentKey {
                        matrix,
                        assessor,
                        round,
                        row: *row,
                        column: *column,
                    };
                    list.push(CellEdit {
                        key,
                        change: change(r, c),
                    });
                }
            }
        }
    }
    Edit::SetCells {
        cause: r.pick(CellsCause::ALL),
        cells: list,
    }
}

fn items_for(r: &mut Random, c: &Contents, kind: MatrixKind, axis: Axis, most: usize) -> Vec<Item> {
    let mut items: Vec<Item> = if kind.holds_policies(axis) {
        c.policies.keys().copied().map(Item::Policy).collect()
    } else {
        c.goals.keys().copied().map(Item::Goal).collect()
    };
    while items.len() > most {
        items.swap_remove(r.below(items.len()));
    }
    items
}

fn lines(r: &mut Random, c: &Contents) -> (MatrixId, Axis, Vec<Item>) {
    let matrix = r.key(&c.matrices, MatrixId::fixed);
    let axis = r.pick(&[Axis::Rows, Axis::Columns]);
    let there: Vec<Item> = c
        .lines_of(matrix, axis)
        .into_iter()
        .map(|(item, _)| item)
        .collect();
    let mut items: Vec<Item> = if there.is_empty() {
        Vec::new()
    } else {
        (0..=r.below(3)).map(|_| r.pick(&there)).collect()
    };
    items.dedup();
    (matrix, axis, items)
}

/// A random edit of the kind; most fit the contents, some are to be refused.
pub fn edit(r: &mut Random, c: &Contents, kind: &str, old: &[Arc<Contents>]) -> Edit {
    let policy_id = |r: &mut Random| r.key(&c.policies, PolicyId::fixed);
    let goal_of = |r: &mut Random, framework: FrameworkId| {
        let goals: Vec<_> = c
            .goals
            .iter()
            .filter(|(_, goal)| goal.framework == framework)
            .map(|(id, goal)| (*id, goal.level))
            .collect();
        if goals.is_empty() {
            None
        } else {
            Some(r.pick(&goals))
        }
    };
    match kind {
        "SetInfo" => Edit::SetInfo(Info {
            id: ordito::model::DocumentId::fixed(77),
            title: r.text(),
            description: r.text(),
            body: r.text(),
            illustrative: r.chance(50),
        }),
        "PutActor" => Edit::PutActor {
            id: if r.chance(50) {
                r.new_key(ActorId::fixed)
            } else {
                r.key(&c.actors, ActorId::fixed)
            },
            actor: Actor {
                name: r.text(),
                kind: r.pick(ordito::model::ActorKind::ALL),
                level: r.maybe(50, |r| r.pick(Level::ALL)),
                members: r.several(2, |r| r.key(&c.actors, ActorId::fixed)),
                note: r.text(),
            },
        },
        "DeleteActor" => Edit::DeleteActor(r.key(&c.actors, ActorId::fixed)),
        "PutSource" => Edit::PutSource {
            id: if r.chance(60) {
                r.new_key(SourceId::fixed)
            } else {
                r.key(&c.sources, SourceId::fixed)
            },
            source: Source {
                key: r.text(),
                citation: r.text(),
                publisher: r.text(),
                date: r.text(),
                url: r.text(),
                page: r.text(),
            },
        },
        "DeleteSource" => Edit::DeleteSource(r.key(&c.sources, SourceId::fixed)),
        "AddPolicies" => {
            let mut list: Vec<(PolicyId, Policy)> = Vec::new();
            for _ in 0..=r.below(3) {
                let mut new = policy(r, c);
                if let Some((above, _)) = list.last().filter(|_| r.chance(30)) {
                    new.parent = Some(*above);
                }
                list.push((r.new_key(PolicyId::fixed), new));
            }
            Edit::AddPolicies(list)
        }
        "ChangePolicy" => Edit::ChangePolicy {
            id: policy_id(r),
            policy: policy(r, c),
        },
        "MovePolicies" => Edit::MovePolicies {
            ids: (0..=r.below(2)).map(|_| policy_id(r)).collect(),
            parent: r.maybe(60, policy_id),
            before: r.maybe(50, policy_id),
        },
        "DuplicatePolicy" => {
            let id = policy_id(r);
            let mut below = vec![id];
            let mut at = 0;
            while at < below.len() {
                let children = c.policy_children(Some(below[at]));
                below.extend(children.into_iter().map(|(child, _)| child));
                at += 1;
            }
            let ids = below
                .into_iter()
                .map(|old| (old, r.new_key(PolicyId::fixed)))
                .collect();
            Edit::DuplicatePolicy {
                id,
                ids,
                as_variant: r.chance(50),
            }
        }
        "DeletePolicies" => Edit::DeletePolicies((0..=r.below(2)).map(|_| policy_id(r)).collect()),
        "PutCluster" => Edit::PutCluster {
            id: if r.chance(50) {
                r.new_key(ClusterId::fixed)
            } else {
                r.key(&c.clusters, ClusterId::fixed)
            },
            cluster: Cluster {
                name: r.text(),
                colour: r.colour(),
                position: r.below(9) as i64,
                members: r.several(4, policy_id),
                note: r.text(),
            },
        },
        "DeleteCluster" => Edit::DeleteCluster(r.key(&c.clusters, ClusterId::fixed)),
        "AddFramework" => {
            let id = r.new_key(FrameworkId::fixed);
            let mut goals: Vec<(GoalId, Goal)> = Vec::new();
            for _ in 0..r.below(6) {
                let parent = goals
                    .last()
                    .filter(|(_, above)| above.level < 2)
                    .map(|(id, above)| (*id, above.level));
                let parent = parent.filter(|_| r.chance(50));
                goals.push((r.new_key(GoalId::fixed), goal(r, id, parent)));
            }
            Edit::AddFramework {
                id,
                framework: framework(r),
                goals,
            }
        }
        "ChangeFramework" => Edit::ChangeFramework {
            id: r.key(&c.frameworks, FrameworkId::fixed),
            framework: framework(r),
        },
        "DeleteFramework" => Edit::DeleteFramework(r.key(&c.frameworks, FrameworkId::fixed)),
        "AddGoals" => {
            let id = r.key(&c.frameworks, FrameworkId::fixed);
            let parent = goal_of(r, id).filter(|_| r.chance(60));
            Edit::AddGoals(
                (0..=r.below(2))
                    .map(|_| (r.new_key(GoalId::fixed), goal(r, id, parent)))
                    .collect(),
            )
        }
        "ChangeGoal" => {
            let id = r.key(&c.goals, GoalId::fixed);
            let level = c.goals.get(&id).map_or(0, |goal| goal.level);
            Edit::ChangeGoal {
                id,
                goal: Goal {
                    level,
                    ..goal(r, FrameworkId::fixed(5), None)
                },
            }
        }
        "MoveGoal" => {
            let id = r.key(&c.goals, GoalId::fixed);
            let framework = c
                .goals
                .get(&id)
                .map_or(FrameworkId::fixed(1), |goal| goal.framework);
            let (parent, before) = (goal_of(r, framework), goal_of(r, framework));
            Edit::MoveGoal {
                id,
                parent: parent.map(|(id, _)| id).filter(|_| r.chance(50)),
                before: before.map(|(id, _)| id).filter(|_| r.chance(50)),
            }
        }
        "DeleteGoals" => Edit::DeleteGoals(
            (0..=r.below(2))
                .map(|_| r.key(&c.goals, GoalId::fixed))
                .collect(),
        ),
        "PutCrosswalk" => Edit::PutCrosswalk {
            id: if r.chance(50) {
                r.new_key(CrosswalkId::fixed)
            } else {
                r.key(&c.crosswalks, CrosswalkId::fixed)
            },
            crosswalk: Crosswalk {
                name: r.text(),
                from: r.key(&c.frameworks, FrameworkId::fixed),
                to: r.key(&c.frameworks, FrameworkId::fixed),
                note: r.text(),
                wording: r.wording(),
            },
        },
        "DeleteCrosswalk" => Edit::DeleteCrosswalk(r.key(&c.crosswalks, CrosswalkId::fixed)),
        "SetLinks" => {
            let id = r.key(&c.crosswalks, CrosswalkId::fixed);
            let mut links: Vec<(LinkKey, Option<Link>)> = Vec::new();
            if let Some(crosswalk) = c.crosswalks.get(&id) {
                for _ in 0..=r.below(4) {
                    if let (Some((from, _)), Some((to, _))) =
                        (goal_of(r, crosswalk.from), goal_of(r, crosswalk.to))
                    {
                        let weight = if r.chance(5) { 0.0 } else { 1.0 - r.fraction() };
                        let link = r.maybe(80, |r| Link {
                            weight,
                            note: r.text(),
                        });
                        let key = LinkKey {
                            crosswalk: id,
                            from,
                            to,
                        };
                        if !links.iter().any(|(other, _)| *other == key) {
                            links.push((key, link));
                        }
                    }
                }
            }
            Edit::SetLinks(links)
        }
        "PutScale" => Edit::PutScale {
            id: if r.chance(50) {
                r.new_key(ScaleId::fixed)
            } else {
                r.key(&c.scales, ScaleId::fixed)
            },
            scale: scale(r),
        },
        "DeleteScale" => Edit::DeleteScale(r.key(&c.scales, ScaleId::fixed)),
        "AddMatrix" => {
            let kind = r.pick(MatrixKind::ALL);
            let rows = items_for(r, c, kind, Axis::Rows, 8);
            let columns = items_for(r, c, kind, Axis::Columns, 8);
            Edit::AddMatrix {
                id: r.new_key(MatrixId::fixed),
                matrix: matrix(r, c, kind),
                rows,
                columns,
            }
        }
        "ChangeMatrix" => {
            let id = r.key(&c.matrices, MatrixId::fixed);
            let kind = c
                .matrices
                .get(&id)
                .map_or(MatrixKind::PolicyGoal, |matrix| matrix.kind);
            Edit::ChangeMatrix {
                id,
                matrix: matrix(r, c, kind),
            }
        }
        "DeleteMatrix" => Edit::DeleteMatrix(r.key(&c.matrices, MatrixId::fixed)),
        "AddLines" => {
            let matrix = r.key(&c.matrices, MatrixId::fixed);
            let axis = r.pick(&[Axis::Rows, Axis::Columns]);
            let kind = c
                .matrices
                .get(&matrix)
                .map_or(MatrixKind::PolicyGoal, |matrix| matrix.kind);
            let there: Vec<Item> = c
                .lines_of(matrix, axis)
                .into_iter()
                .map(|(item, _)| item)
                .collect();
            let mut items = items_for(r, c, kind, axis, 6);
            items.retain(|item| !there.contains(item) || r.chance(2));
            let before = if there.is_empty() {
                None
            } else {
                r.maybe(50, |r| r.pick(&there))
            };
            Edit::AddLines {
                matrix,
                axis,
                items,
                before,
            }
        }
        "RemoveLines" => {
            let (matrix, axis, items) = lines(r, c);
            Edit::RemoveLines {
                matrix,
                axis,
                items,
            }
        }
        "MoveLines" => {
            let (matrix, axis, items) = lines(r, c);
            let before = lines(r, c).2.first().copied();
            Edit::MoveLines {
                matrix,
                axis,
                items,
                before,
            }
        }
        "SetLines" => {
            let (matrix, axis, items) = lines(r, c);
            let weight = r.maybe(70, |r| {
                if r.chance(10) {
                    -0.0
                } else {
                    r.fraction() * 10.0
                }
            });
            Edit::SetLines {
                matrix,
                axis,
                items,
                change: LineChange {
                    weight,
                    hidden: r.maybe(40, |r| r.chance(50)),
                },
            }
        }
        "PutAssessor" => {
            let id = if r.chance(50) {
                r.new_key(AssessorId::fixed)
            } else {
                r.key(&c.assessors, AssessorId::fixed)
            };
            let kind = if id == AssessorId::AGREED {
                AssessorKind::Agreed
            } else {
                r.pick(AssessorKind::ALL)
            };
            let assessor = Assessor {
                name: r.text(),
                kind,
                note: r.text(),
                position: r.below(9) as i64,
            };
            Edit::PutAssessor { id, assessor }
        }
        "DeleteAssessor" => Edit::DeleteAssessor(r.key(&c.assessors, AssessorId::fixed)),
        "SetCells" => cells(r, c),
        "PutLab" | "DeleteLab" | "PutQuestions" | "DeleteQuestions" | "MoveQuestions" | "Lab" => {
            lab(r, c, kind)
        }
        "Record" => record(r, c),
        "Restore" => Edit::Restore {
            name: r.text(),
            contents: Arc::clone(&old[r.below(old.len())]),
        },
        "Merge" => Edit::Merge {
            name: r.text(),
            contents: Arc::clone(&old[r.below(old.len())]),
        },
        "Together" => together(r, c, old),
        other => panic!("no such edit: {other}"),
    }
}

/// Tables whose records are put and deleted whole: what is tried with them is made of the records that
/// `storage/files/records.txt` has of each, so that a new table needs its name here and nothing else.
macro_rules! whole {
    ($($table:ident),+) => {
        fn record(r: &mut Random, c: &Contents) -> Edit {
            match r.pick(&[$(Table::$table),+]) {
                $(Table::$table => put_or_delete::<ordito::model::$table>(r, c),)+
                other => panic!("{} is not in the list", other.word()),
            }
        }
    };
}
whole!(Milestone);

fn put_or_delete<R: Whole>(r: &mut Random, c: &Contents) -> Edit {
    let old: Vec<R::Key> = R::of(c).keys().copied().collect();
    let key = if old.is_empty() || r.chance(50) {
        let new = ordito::model::PolicyId::fixed(10 + r.below(100_000) as u128);
        R::Key::from_bytes(new.bytes()).unwrap()
    } else {
        r.pick(&old)
    };
    if r.chance(30) {
        return Edit::delete::<R>(key);
    }
    let pinned: Vec<&str> = crate::storage::stored_form::pinned_of(R::TABLE);
    let mut value: Value = serde_json::from_str(r.pick(&pinned)).unwrap();
    let names: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
    for name in names {
        let mut other = value.clone();
        other[&name] = another(r, c, &value[&name]);
        // A word of a few, or a date, is not any text.
        if serde_json::from_value::<R>(other.clone()).is_ok() {
            value = other;
        }
    }
    Edit::put::<R>(key, serde_json::from_value(value).unwrap())
}

/// Every id that is the key of a record, cells aside.
fn ids(c: &Contents) -> Vec<PolicyId> {
    struct Ids<'a>(&'a Contents, Vec<PolicyId>);
    impl EachTable for Ids<'_> {
        fn table<R: Row>(&mut self) {
            if R::TABLE != Table::Assessment {
                self.1.extend(
                    R::of(self.0)
                        .keys()
                        .filter_map(|key| PolicyId::from_bytes(&key.to_bytes())),
                );
            }
        }
    }
    let mut ids = Ids(c, vec![PolicyId::fixed(1)]);
    Contents::each_table(&mut ids);
    ids.1
}

/// Something else of its kind, for a field of a record; of an id one of those that are there, mostly.
fn another(r: &mut Random, c: &Contents, value: &Value) -> Value {
    match value {
        Value::String(text) if PolicyId::from_str(text).is_ok() => {
            let id = if r.chance(40) {
                PolicyId::fixed(r.below(9) as u128)
            } else {
                r.pick(&ids(c))
            };
            id.to_string().into()
        }
        Value::String(_) => r.text().into(),
        Value::Number(_) => r.below(1_000).into(),
        Value::Bool(_) => r.chance(50).into(),
        Value::Array(list) => list.iter().filter(|_| r.chance(70)).cloned().collect(),
        other => other.clone(),
    }
}

fn lab(r: &mut Random, c: &Contents, kind: &str) -> Edit {
    let question_id = |r: &mut Random| r.key(&c.questions, QuestionId::fixed);
    match kind {
        "PutLab" => {
            let id = if r.chance(50) {
                r.new_key(LabId::fixed)
            } else {
                r.key(&c.labs, LabId::fixed)
            };
            let before = c.labs.get(&id);
            let mut participants = before
                .map(|lab| lab.participants.clone())
                .unwrap_or_default();
            participants.retain(|_| r.chance(80));
            let anonymous = before.map_or_else(|| r.chance(50), |before| before.anonymous);
            let parts = if anonymous {
                [Part::Seat, Part::Present, Part::Seat]
            } else {
                [Part::Person, Part::Person, Part::Table]
            };
            participants.extend(r.several(4, |r| {
                Participant::new(r.new_key(AssessorId::fixed)).as_part(parts[r.below(parts.len())])
            }));
            let names = participants
                .iter()
                .map(|each| (each.id, format!("Voce {}", r.below(100))))
                .collect();
            let lab = Lab {
                title: format!("Laboratorio {}", r.below(100)),
                matrix: before
                    .map_or_else(|| r.key(&c.matrices, MatrixId::fixed), |lab| lab.matrix),
                position: 0,
                date: "2026-11-23".to_owned(),
                place: r.text(),
                // Fixed once votes were revealed.
                question: before
                    .filter(|_| r.chance(70))
                    .map_or_else(|| r.text(), |before| before.question.clone()),
                rounds: 2,
                rule: LabRule::default(),
                anonymous,
                notes: r.text(),
                participants,
                source: None,
                current: None,
            };
            Edit::PutLab { id, lab, names }
        }
        "DeleteLab" if r.chance(30) => Edit::DeleteLab(r.key(&c.labs, LabId::fixed)),
        "DeleteLab" => Edit::DeleteLab(LabId::fixed(u128::MAX)),
        "PutQuestions" => {
            let id = r.key(&c.labs, LabId::fixed);
            let matrix = c.labs.get(&id).map_or(MatrixId::fixed(0), |lab| lab.matrix);
            let item = |r: &mut Random, axis| {
                let lines = c.lines_of(matrix, axis);
                if lines.is_empty() {
                    Item::Goal(GoalId::fixed(0))
                } else {
                    lines[r.below(lines.len())].0
                }
            };
            let question = |r: &mut Random| {
                let (row, column) = (item(r, Axis::Rows), item(r, Axis::Columns));
                (
                    r.new_key(QuestionId::fixed),
                    Question::new(id, row, column, r.below(9) as u16),
                )
            };
            Edit::PutQuestions((0..=r.below(2)).map(|_| question(r)).collect())
        }
        "DeleteQuestions" if r.chance(50) => Edit::DeleteQuestions(vec![question_id(r)]),
        "DeleteQuestions" => Edit::DeleteQuestions(Vec::new()),
        "MoveQuestions" => Edit::MoveQuestions {
            ids: vec![question_id(r)],
            before: r.maybe(50, question_id),
        },
        _ => {
            let question = question_id(r);
            let lab = c
                .questions
                .get(&question)
                .and_then(|each| c.labs.get(&each.lab));
            let votes = lab.map(|lab| {
                let vote = |each: &Participant| Vote {
                    participant: each.id,
                    value: super::chance::value(r),
                    comment: Some("perché".to_owned()),
                };
                lab.voters().map(vote).collect()
            });
            let step = match r.below(8) {
                0 => LabMove::Show,
                1 | 2 => LabMove::Ask,
                3 | 4 => LabMove::Vote(votes.unwrap_or_default()),
                5 => LabMove::Reveal,
                6 if r.chance(50) => LabMove::Reopen,
                6 => LabMove::Park { reason: r.text() },
                _ if r.chance(20) => LabMove::Skip,
                _ => LabMove::Agree {
                    value: super::chance::value(r),
                    reason: r.text(),
                    dissent: String::new(),
                    source: r.new_key(SourceId::fixed),
                },
            };
            Edit::Lab { question, step }
        }
    }
}

/// Edits that each follow from the ones before, as an import makes them.
fn together(r: &mut Random, c: &Contents, old: &[Arc<Contents>]) -> Edit {
    let mut scratch = c.clone();
    let mut edits = Vec::new();
    for _ in 0..2 + r.below(5) {
        let kind = KINDS[r.below(KINDS.len() - 3)];
        let next = edit(r, &scratch, kind, old);
        if let Ok((patch, _)) = plan(&scratch, &next, &stamp(r)) {
            scratch.commit(&patch);
            edits.push(next);
        }
    }
    Edit::Together {
        label: StepLabel::ChangedMany {
            subject: Subject::Policy,
            n: edits.len(),
        },
        edits,
    }
}
