//! Random edits of every kind, from a printed seed.

use ordito::document::{AssessmentChange, CellEdit, Edit, LineChange, Stamp, plan};
use ordito::model::{
    Actor, ActorId, AssessmentKey, Assessor, AssessorId, AssessorKind, Axis, CellValue, CellsCause, Cited, Cluster,
    ClusterId, Contents, Contribution, Crosswalk, CrosswalkId, Framework, FrameworkId, Goal, GoalId, Info, Item, Label,
    Level, Link, LinkKey, Matrix, MatrixId, MatrixKind, Milestone, MilestoneId, Points, Policy, PolicyId, Rgb, Scale,
    ScaleId, ScaleLevel, Source, SourceId, StepLabel, StepNumber, Subject, Timestamp, Wording, YearMonth,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Every variant of `Edit` but `Create`, which is the first of each document.
pub const KINDS: &[&str] = &[
    "SetInfo",
    "PutActor",
    "DeleteActor",
    "PutSource",
    "DeleteSource",
    "AddPolicies",
    "ChangePolicy",
    "MovePolicies",
    "DuplicatePolicy",
    "DeletePolicies",
    "PutCluster",
    "DeleteCluster",
    "AddFramework",
    "ChangeFramework",
    "DeleteFramework",
    "AddGoals",
    "ChangeGoal",
    "MoveGoal",
    "DeleteGoals",
    "PutCrosswalk",
    "DeleteCrosswalk",
    "SetLinks",
    "PutScale",
    "DeleteScale",
    "AddMatrix",
    "ChangeMatrix",
    "DeleteMatrix",
    "AddLines",
    "RemoveLines",
    "MoveLines",
    "SetLines",
    "PutAssessor",
    "DeleteAssessor",
    "SetCells",
    "PutMilestone",
    "DeleteMilestone",
    "Together",
    "Restore",
    "Merge",
];

/// SplitMix64.
pub struct Random(pub u64);
impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
    pub fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
    pub fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
    fn maybe<T>(&mut self, percent: usize, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.chance(percent) { Some(make(self)) } else { None }
    }
    fn several<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }
    pub fn text(&mut self) -> String {
        const WORDS: &[&str] = &[
            "acqua",
            "città",
            "perché",
            "«rete»",
            "a\tb",
            "riga\nnuova",
            "\"virgolette\"",
            "'",
            "\\",
            "€ 1.000",
            "🌍",
            "",
            "\u{0}",
            "naïve",
            "—",
            "suolo",
            "=1+1",
            "{}",
            "null",
            "ﬁne",
            "e\u{301}",
        ];
        let n = self.below(5);
        let mut text = format!("t{}", self.below(1000));
        for _ in 0..n {
            text.push(' ');
            text.push_str(self.pick(WORDS));
        }
        if self.chance(2) { text.repeat(60) } else { text }
    }
    fn label(&mut self) -> Label {
        if self.chance(30) {
            Label { it: self.text(), en: String::new() }
        } else {
            Label::new(self.text(), self.text())
        }
    }
    /// A key that is there, most of the time.
    fn key<K: Copy + Ord, V>(&mut self, map: &BTreeMap<K, V>, new: fn(u128) -> K) -> K {
        if map.is_empty() || self.chance(4) {
            return self.new_key(new);
        }
        let at = self.below(map.len());
        *map.keys().nth(at).unwrap()
    }
    fn new_key<K>(&mut self, new: fn(u128) -> K) -> K {
        new(10 + u128::from(self.next() % 100_000))
    }
    fn colour(&mut self) -> Option<Rgb> {
        self.maybe(50, |r| Rgb(r.next() as u8, r.next() as u8, r.next() as u8))
    }
    fn wording(&mut self) -> Wording {
        self.pick(Wording::ALL)
    }
}

pub fn stamp(r: &mut Random) -> Stamp {
    Stamp { at: Timestamp(1_700_000_000_000 + r.below(1 << 30) as i64), by: r.text() }
}

fn policy(r: &mut Random, c: &Contents) -> Policy {
    Policy {
        parent: r.maybe(50, |r| r.key(&c.policies, PolicyId::fixed)).filter(|id| c.policies.contains_key(id)),
        position: r.below(9) as i64,
        code: r.maybe(60, |r| format!("P{}", r.below(5000))).unwrap_or_default(),
        name: if r.chance(3) { " ".to_owned() } else { r.text() },
        short: r.text(),
        kind: r.pick(ordito::model::PolicyKind::ALL),
        level: r.maybe(50, |r| r.pick(Level::ALL)),
        territory: r.text(),
        owner: r.maybe(40, |r| r.key(&c.actors, ActorId::fixed)).filter(|id| c.actors.contains_key(id)),
        actors: r
            .several(2, |r| r.key(&c.actors, ActorId::fixed))
            .into_iter()
            .filter(|id| c.actors.contains_key(id))
            .collect(),
        start: r.maybe(40, |r| YearMonth { year: 2020 + r.below(9) as i16, month: 1 + r.below(12) as u8 }),
        end: r.maybe(40, |r| YearMonth { year: 2024 + r.below(9) as i16, month: 1 + r.below(12) as u8 }),
        budget_cents: r.maybe(40, |r| r.next() as i64),
        budget_note: r.text(),
        beneficiaries: r.several(2, Random::text),
        expected_results: r.several(2, Random::text),
        outputs: r.several(2, Random::text),
        links: r.several(2, Random::text),
        description: r.text(),
        effects_here: r.text(),
        effects_elsewhere: r.text(),
        effects_future: r.text(),
        wording: r.wording(),
        variant_of: r.maybe(10, |r| r.key(&c.policies, PolicyId::fixed)),
    }
}

fn framework(r: &mut Random) -> Framework {
    Framework {
        key: r.text(),
        version: r.text(),
        name: r.label(),
        wording: r.wording(),
        level: r.maybe(50, |r| r.pick(Level::ALL)),
        adopted: r.text(),
        levels: (0..3).map(|_| r.label()).collect(),
        sources: r.several(2, Random::text),
        notes: r.label(),
        position: r.below(9) as i64,
    }
}

fn goal(r: &mut Random, framework: FrameworkId, parent: Option<(GoalId, u8)>) -> Goal {
    Goal {
        framework,
        parent: parent.map(|(id, _)| id),
        position: 0,
        level: parent.map_or(0, |(_, level)| level + 1),
        code: r.maybe(70, |r| format!("G{}", r.below(5000))).unwrap_or_default(),
        name: r.label(),
        short: r.label(),
        text: r.label(),
        wording: r.wording(),
        colour: r.colour(),
        note: r.text(),
    }
}

fn scale(r: &mut Random) -> Scale {
    let (low, high) = (-3 - r.below(2) as i8, 3 + r.below(2) as i8);
    let mut values: Vec<Points> = (low..=high).map(Points::whole).collect();
    if r.chance(30) {
        values.push(Points(150));
    }
    let level = |value| ScaleLevel { value, label: r.label(), guidance: r.label(), colour: r.colour() };
    let levels = values.into_iter().map(level).collect();
    Scale { key: r.text(), version: r.text(), name: r.label(), source: r.text(), levels }
}

fn value(r: &mut Random) -> CellValue {
    match r.below(10) {
        0 => CellValue::Unscored,
        1 => CellValue::NotApplicable,
        2 => CellValue::DontKnow,
        3 => CellValue::Scored {
            benefit: Points::whole(1 + r.below(3) as i8),
            tradeoff: Points::whole(-1 - r.below(3) as i8),
        },
        4 if r.chance(5) => CellValue::net_of(Points(725)),
        _ => CellValue::net_of(Points::whole(r.below(7) as i8 - 3)),
    }
}

fn change(r: &mut Random, c: &Contents) -> AssessmentChange {
    if r.chance(10) {
        return AssessmentChange::clear();
    }
    AssessmentChange {
        value: r.maybe(80, value),
        contribution: r.maybe(20, |r| r.maybe(80, |r| r.pick(Contribution::ALL))),
        confidence: r.maybe(20, |r| r.maybe(80, |r| 1 + r.below(5) as u8)),
        reason: r.maybe(30, Random::text),
        mitigation: r.maybe(10, Random::text),
        sources: r.maybe(20, |r| {
            let cited = r.several(2, |r| Cited { source: r.key(&c.sources, SourceId::fixed), page: r.text() });
            cited.into_iter().filter(|cited| c.sources.contains_key(&cited.source)).collect()
        }),
    }
}

fn cells(r: &mut Random, c: &Contents) -> Edit {
    let matrix = r.key(&c.matrices, MatrixId::fixed);
    let items = |axis| c.lines_of(matrix, axis).into_iter().map(|(item, _)| item).collect::<Vec<_>>();
    let (rows, columns) = (items(Axis::Rows), items(Axis::Columns));
    let assessor = if r.chance(50) { AssessorId::AGREED } else { r.key(&c.assessors, AssessorId::fixed) };
    let round = if r.chance(90) { 0 } else { r.below(3) as u16 };
    let mut list = Vec::new();
    if !rows.is_empty() && !columns.is_empty() {
        // One cell as typed, or a block as pasted.
        let (height, width) = if r.chance(70) { (1, 1) } else { (1 + r.below(rows.len()), 1 + r.below(columns.len())) };
        let (top, left) = (r.below(rows.len()), r.below(columns.len()));
        for row in rows.iter().skip(top).take(height) {
            for column in columns.iter().skip(left).take(width) {
                if row != column || r.chance(1) {
                    let key = AssessmentKey { matrix, assessor, round, row: *row, column: *column };
                    list.push(CellEdit { key, change: change(r, c) });
                }
            }
        }
    }
    Edit::SetCells { cause: r.pick(CellsCause::ALL), cells: list }
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
    let there: Vec<Item> = c.lines_of(matrix, axis).into_iter().map(|(item, _)| item).collect();
    let mut items: Vec<Item> =
        if there.is_empty() { Vec::new() } else { (0..=r.below(3)).map(|_| r.pick(&there)).collect() };
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
        if goals.is_empty() { None } else { Some(r.pick(&goals)) }
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
            id: if r.chance(50) { r.new_key(ActorId::fixed) } else { r.key(&c.actors, ActorId::fixed) },
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
            id: if r.chance(60) { r.new_key(SourceId::fixed) } else { r.key(&c.sources, SourceId::fixed) },
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
        "ChangePolicy" => Edit::ChangePolicy { id: policy_id(r), policy: policy(r, c) },
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
            let ids = below.into_iter().map(|old| (old, r.new_key(PolicyId::fixed))).collect();
            Edit::DuplicatePolicy { id, ids, as_variant: r.chance(50) }
        }
        "DeletePolicies" => Edit::DeletePolicies((0..=r.below(2)).map(|_| policy_id(r)).collect()),
        "PutCluster" => Edit::PutCluster {
            id: if r.chance(50) { r.new_key(ClusterId::fixed) } else { r.key(&c.clusters, ClusterId::fixed) },
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
                let parent = goals.last().filter(|(_, above)| above.level < 2).map(|(id, above)| (*id, above.level));
                let parent = parent.filter(|_| r.chance(50));
                goals.push((r.new_key(GoalId::fixed), goal(r, id, parent)));
            }
            Edit::AddFramework { id, framework: framework(r), goals }
        }
        "ChangeFramework" => {
            Edit::ChangeFramework { id: r.key(&c.frameworks, FrameworkId::fixed), framework: framework(r) }
        }
        "DeleteFramework" => Edit::DeleteFramework(r.key(&c.frameworks, FrameworkId::fixed)),
        "AddGoals" => {
            let id = r.key(&c.frameworks, FrameworkId::fixed);
            let parent = goal_of(r, id).filter(|_| r.chance(60));
            Edit::AddGoals((0..=r.below(2)).map(|_| (r.new_key(GoalId::fixed), goal(r, id, parent))).collect())
        }
        "ChangeGoal" => {
            let id = r.key(&c.goals, GoalId::fixed);
            let level = c.goals.get(&id).map_or(0, |goal| goal.level);
            Edit::ChangeGoal { id, goal: Goal { level, ..goal(r, FrameworkId::fixed(5), None) } }
        }
        "MoveGoal" => {
            let id = r.key(&c.goals, GoalId::fixed);
            let framework = c.goals.get(&id).map_or(FrameworkId::fixed(1), |goal| goal.framework);
            let (parent, before) = (goal_of(r, framework), goal_of(r, framework));
            Edit::MoveGoal {
                id,
                parent: parent.map(|(id, _)| id).filter(|_| r.chance(50)),
                before: before.map(|(id, _)| id).filter(|_| r.chance(50)),
            }
        }
        "DeleteGoals" => Edit::DeleteGoals((0..=r.below(2)).map(|_| r.key(&c.goals, GoalId::fixed)).collect()),
        "PutCrosswalk" => Edit::PutCrosswalk {
            id: if r.chance(50) { r.new_key(CrosswalkId::fixed) } else { r.key(&c.crosswalks, CrosswalkId::fixed) },
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
                    if let (Some((from, _)), Some((to, _))) = (goal_of(r, crosswalk.from), goal_of(r, crosswalk.to)) {
                        let weight = if r.chance(5) { 0.0 } else { 1.0 - r.fraction() };
                        let link = r.maybe(80, |r| Link { weight, note: r.text() });
                        let key = LinkKey { crosswalk: id, from, to };
                        if !links.iter().any(|(other, _)| *other == key) {
                            links.push((key, link));
                        }
                    }
                }
            }
            Edit::SetLinks(links)
        }
        "PutScale" => Edit::PutScale {
            id: if r.chance(50) { r.new_key(ScaleId::fixed) } else { r.key(&c.scales, ScaleId::fixed) },
            scale: scale(r),
        },
        "DeleteScale" => Edit::DeleteScale(r.key(&c.scales, ScaleId::fixed)),
        "AddMatrix" => {
            let kind = r.pick(MatrixKind::ALL);
            let rows = items_for(r, c, kind, Axis::Rows, 8);
            let columns = items_for(r, c, kind, Axis::Columns, 8);
            Edit::AddMatrix { id: r.new_key(MatrixId::fixed), matrix: matrix(r, c, kind), rows, columns }
        }
        "ChangeMatrix" => {
            let id = r.key(&c.matrices, MatrixId::fixed);
            let kind = c.matrices.get(&id).map_or(MatrixKind::PolicyGoal, |matrix| matrix.kind);
            Edit::ChangeMatrix { id, matrix: matrix(r, c, kind) }
        }
        "DeleteMatrix" => Edit::DeleteMatrix(r.key(&c.matrices, MatrixId::fixed)),
        "AddLines" => {
            let matrix = r.key(&c.matrices, MatrixId::fixed);
            let axis = r.pick(&[Axis::Rows, Axis::Columns]);
            let kind = c.matrices.get(&matrix).map_or(MatrixKind::PolicyGoal, |matrix| matrix.kind);
            let there: Vec<Item> = c.lines_of(matrix, axis).into_iter().map(|(item, _)| item).collect();
            let mut items = items_for(r, c, kind, axis, 6);
            items.retain(|item| !there.contains(item) || r.chance(2));
            let before = if there.is_empty() { None } else { r.maybe(50, |r| r.pick(&there)) };
            Edit::AddLines { matrix, axis, items, before }
        }
        "RemoveLines" => {
            let (matrix, axis, items) = lines(r, c);
            Edit::RemoveLines { matrix, axis, items }
        }
        "MoveLines" => {
            let (matrix, axis, items) = lines(r, c);
            let before = lines(r, c).2.first().copied();
            Edit::MoveLines { matrix, axis, items, before }
        }
        "SetLines" => {
            let (matrix, axis, items) = lines(r, c);
            let weight = r.maybe(70, |r| if r.chance(10) { -0.0 } else { r.fraction() * 10.0 });
            Edit::SetLines { matrix, axis, items, change: LineChange { weight, hidden: r.maybe(40, |r| r.chance(50)) } }
        }
        "PutAssessor" => {
            let id = if r.chance(50) { r.new_key(AssessorId::fixed) } else { r.key(&c.assessors, AssessorId::fixed) };
            let kind = if id == AssessorId::AGREED { AssessorKind::Agreed } else { r.pick(AssessorKind::ALL) };
            let assessor = Assessor { name: r.text(), kind, note: r.text(), position: r.below(9) as i64 };
            Edit::PutAssessor { id, assessor }
        }
        "DeleteAssessor" => Edit::DeleteAssessor(r.key(&c.assessors, AssessorId::fixed)),
        "SetCells" => cells(r, c),
        "PutMilestone" => Edit::PutMilestone {
            id: if r.chance(50) { r.new_key(MilestoneId::fixed) } else { r.key(&c.milestones, MilestoneId::fixed) },
            milestone: Milestone {
                name: r.text(),
                note: r.text(),
                step: StepNumber(r.below(1000) as i64),
                at: Timestamp(r.below(1 << 40) as i64),
                by: r.text(),
            },
        },
        "DeleteMilestone" => Edit::DeleteMilestone(r.key(&c.milestones, MilestoneId::fixed)),
        "Restore" => Edit::Restore { name: r.text(), contents: Arc::clone(&old[r.below(old.len())]) },
        "Merge" => Edit::Merge { name: r.text(), contents: Arc::clone(&old[r.below(old.len())]) },
        "Together" => together(r, c, old),
        other => panic!("no such edit: {other}"),
    }
}

fn matrix(r: &mut Random, c: &Contents, kind: MatrixKind) -> Matrix {
    Matrix {
        name: r.text(),
        kind,
        scale: r.key(&c.scales, ScaleId::fixed),
        position: r.below(9) as i64,
        note: r.text(),
        illustrative: r.chance(50),
        assessors: r.several(2, |r| r.key(&c.assessors, AssessorId::fixed)),
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
    Edit::Together { label: StepLabel::ChangedMany { subject: Subject::Policy, n: edits.len() }, edits }
}
