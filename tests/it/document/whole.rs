//! What holds of every document, whatever was done to it.

use ordito::document::{Breaches, breaches, structural_breaches};
use ordito::model::{AssessorId, AssessorKind, Axis, Contents, Item, LineKey, check_on_scale};
use std::collections::BTreeSet;

/// Everything that is named is there, and every rule that planning keeps is kept.
pub fn check_whole(c: &Contents) {
    assert_eq!(structural_breaches(c), [], "what `check` says");
    let item = |item: Item| match item {
        Item::Policy(id) => c.policies.contains_key(&id),
        Item::Goal(id) => c.goals.contains_key(&id),
    };
    for key in c.lines.keys() {
        assert!(
            c.matrices[&key.matrix].kind.holds_policies(key.axis) == key.item.policy().is_some()
        );
        assert!(item(key.item));
    }
    for (key, cell) in &c.assessments {
        let matrix = &c.matrices[&key.matrix];
        assert!(c.lines.contains_key(&key.row_key()) && c.lines.contains_key(&key.column_key()));
        assert!(c.assessors.contains_key(&key.assessor));
        assert!(
            cell.sources
                .iter()
                .all(|cited| c.sources.contains_key(&cited.source))
        );
        assert!(!matrix.kind.is_square() || key.row != key.column);
        check_on_scale(cell.value, &c.scales[&matrix.scale]).unwrap();
        assert!(!cell.is_empty());
    }
    for matrix in c.matrices.values() {
        assert!(
            matrix
                .assessors
                .iter()
                .all(|id| c.assessors.contains_key(id))
        );
    }
    for (id, policy) in &c.policies {
        assert!(
            policy
                .owner
                .iter()
                .chain(&policy.actors)
                .all(|id| c.actors.contains_key(id))
        );
        assert!(
            policy
                .variant_of
                .is_none_or(|other| c.policies.contains_key(&other) && other != *id)
        );
    }
    assert_eq!(
        c.policy_tree().len(),
        c.policies.len(),
        "a policy cannot be reached"
    );
    assert!(
        c.clusters
            .values()
            .all(|cluster| cluster.members.iter().all(|id| c.policies.contains_key(id)))
    );
    assert!(
        c.actors
            .values()
            .all(|actor| actor.members.iter().all(|id| c.actors.contains_key(id)))
    );
    let goals: usize = c
        .frameworks
        .keys()
        .map(|framework| c.goal_tree(*framework).len())
        .sum();
    assert_eq!(goals, c.goals.len(), "a goal cannot be reached");
    for goal in c.goals.values() {
        let above = goal.parent.map(|parent| &c.goals[&parent]);
        assert!(above.is_none_or(|above| above.framework == goal.framework));
        assert!(usize::from(goal.level) < c.frameworks[&goal.framework].levels.len().max(1));
    }
    for key in c.links.keys() {
        let crosswalk = &c.crosswalks[&key.crosswalk];
        assert_eq!(c.goals[&key.from].framework, crosswalk.from);
        assert_eq!(c.goals[&key.to].framework, crosswalk.to);
    }
    for crosswalk in c.crosswalks.values() {
        assert!(
            c.frameworks.contains_key(&crosswalk.from) && c.frameworks.contains_key(&crosswalk.to)
        );
    }
    for (id, assessor) in &c.assessors {
        assert_eq!(
            assessor.kind == AssessorKind::Agreed,
            *id == AssessorId::AGREED
        );
    }
    let mut participants = BTreeSet::new();
    for lab in c.labs.values() {
        assert!(c.matrices.contains_key(&lab.matrix));
        assert!(
            lab.source
                .is_none_or(|source| c.sources.contains_key(&source))
        );
        assert!(
            lab.current
                .is_none_or(|question| c.questions.contains_key(&question))
        );
        for participant in &lab.participants {
            assert_eq!(c.assessors[&participant.id].kind, AssessorKind::Participant);
            assert!(
                participants.insert(participant.id),
                "a participant of two laboratories"
            );
        }
    }
    for (id, assessor) in &c.assessors {
        assert_eq!(
            assessor.kind == AssessorKind::Participant,
            participants.contains(id)
        );
    }
    for question in c.questions.values() {
        let matrix = c.labs[&question.lab].matrix;
        for (axis, item) in [(Axis::Rows, question.row), (Axis::Columns, question.column)] {
            assert!(c.lines.contains_key(&LineKey { matrix, axis, item }));
        }
    }
    assert!(c.assessors.contains_key(&AssessorId::AGREED) && c.info().is_some());
}

/// Codes are unique, which two copies edited apart cannot know of each other.
pub fn check_codes(c: &Contents) {
    assert_eq!(
        breaches(c),
        Breaches::default(),
        "what an import of it would say"
    );
    let mut seen = BTreeSet::new();
    assert!(
        c.policies
            .values()
            .filter(|policy| !policy.code.is_empty())
            .all(|policy| seen.insert(&policy.code))
    );
    let mut seen = BTreeSet::new();
    assert!(
        c.goals
            .values()
            .filter(|goal| !goal.code.is_empty())
            .all(|goal| seen.insert((goal.framework, &goal.code)))
    );
}
