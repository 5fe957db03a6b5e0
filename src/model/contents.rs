//! Everything a document holds, in memory.

use super::table::json;
use super::{
    Assessment, AssessmentKey, Assessor, AssessorId, AssessorKind, Axis, EachTable, Info, Item,
    Key as _, LabId, Label, Line, LineKey, MatrixId, Only, Patch, Policy, PolicyId, Question,
    QuestionId, Record, Row, Table,
};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

macro_rules! contents {
    ($(
        $word:literal $field:ident: $table:ident by $key:ident, $held:ident $(, called $subject:ident $called:literal)?
    );+ $(;)?) => {
        /// All records of a document, by key. Changed only by `commit`.
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct Contents {
            $(pub $field: BTreeMap<super::$key, super::$table>),+
        }
    };
}
super::tables!(contents);

/// A hash of all records that does not depend on their order, so that it can be kept up to date edit by edit:
/// the sum, modulo 2¹²⁸, of the first 128 bits of SHA-256 over (table, key, JSON) of each record.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct ContentHash(pub u128);
impl std::fmt::Display for ContentHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}
impl std::fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}
impl ContentHash {
    pub fn with(self, table: Table, key: &[u8], json: &str) -> Self {
        Self(self.0.wrapping_add(of_record(table, key, json)))
    }
    /// The hash after a patch, from the hash before it.
    pub fn after(self, patch: &Patch) -> Self {
        let mut sum = self.0;
        for record in &patch.records {
            let (table, key) = (record.table(), record.key_bytes());
            if let Some(json) = Record::before_json(record) {
                sum = sum.wrapping_sub(of_record(table, &key, &json));
            }
            if let Some(json) = record.after_json() {
                sum = sum.wrapping_add(of_record(table, &key, &json));
            }
        }
        Self(sum)
    }
}
fn of_record(table: Table, key: &[u8], json: &str) -> u128 {
    let mut hasher = Sha256::new();
    hasher.update(table.word().as_bytes());
    debug_assert!(key.len() < 256, "keys are of a few ids");
    hasher.update([0, u8::try_from(key.len()).unwrap_or(u8::MAX)]);
    hasher.update(key);
    hasher.update(json.as_bytes());
    let bytes: [u8; 32] = hasher.finalize().into();
    bytes
        .first_chunk::<16>()
        .map_or(0, |first| u128::from_be_bytes(*first))
}

#[cfg(debug_assertions)]
thread_local! {
    static WALKED: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

impl Contents {
    /// On all processors: the sum has no order.
    pub fn hash(&self) -> ContentHash {
        struct Sum<'a>(&'a Contents, u128);
        impl EachTable for Sum<'_> {
            fn table<R: Row>(&mut self) {
                let records: Vec<(&R::Key, &R)> = R::of(self.0).iter().collect();
                let hashes = records.par_iter().with_min_len(1_000);
                let hashes =
                    hashes.map(|(key, row)| of_record(R::TABLE, &key.to_bytes(), &json(row)));
                self.1 = self.1.wrapping_add(hashes.reduce(|| 0, u128::wrapping_add));
            }
        }
        #[cfg(debug_assertions)]
        WALKED.with(|walked| walked.set(walked.get() + self.assessments.len() as u64));
        let mut sum = Sum(self, 0);
        Self::each_table(&mut sum);
        ContentHash(sum.1)
    }

    pub fn info(&self) -> Option<&Info> {
        self.info.get(&Only)
    }

    /// Rows or columns of a matrix in their order, hidden ones too.
    pub fn lines_of(&self, matrix: MatrixId, axis: Axis) -> Vec<(Item, &Line)> {
        let first = LineKey {
            matrix,
            axis,
            item: Item::Policy(PolicyId::fixed(0)),
        };
        let mut lines: Vec<_> = self
            .lines
            .range(first..)
            .take_while(|(key, _)| key.matrix == matrix && key.axis == axis)
            .map(|(key, line)| (key.item, line))
            .collect();
        lines.sort_by_key(|(item, line)| (line.position, *item));
        lines
    }

    /// All cells of a matrix, ordered by assessor, round, row and column id.
    pub fn cells_of(
        &self,
        matrix: MatrixId,
    ) -> impl Iterator<Item = (&AssessmentKey, &Assessment)> {
        let first = AssessmentKey {
            matrix,
            assessor: AssessorId::fixed(0),
            round: 0,
            row: Item::Policy(PolicyId::fixed(0)),
            column: Item::Policy(PolicyId::fixed(0)),
        };
        let cells = self
            .assessments
            .range(first..)
            .take_while(move |(key, _)| key.matrix == matrix);
        #[cfg(debug_assertions)]
        let cells = cells.inspect(|_| WALKED.with(|walked| walked.set(walked.get() + 1)));
        cells
    }

    /// How many cells walks over whole matrices, and records hashes of whole documents, have looked at on this thread:
    /// tests count work with it. Debug builds only.
    #[cfg(debug_assertions)]
    pub fn walked() -> u64 {
        WALKED.with(std::cell::Cell::get)
    }

    /// Children of a policy (or the roots) in their order.
    pub fn policy_children(&self, parent: Option<PolicyId>) -> Vec<(PolicyId, &Policy)> {
        let mut children: Vec<_> = self
            .policies
            .iter()
            .filter(|(_, policy)| policy.parent == parent)
            .map(|(id, policy)| (*id, policy))
            .collect();
        children.sort_by_key(|(id, policy)| (policy.position, *id));
        children
    }

    /// What each policy is called by others in a list, so that exactly one is meant: its code, its name, or its name and
    /// which it is of those that are called so, as `Nome [2]`.
    pub fn policy_references(&self) -> BTreeMap<PolicyId, String> {
        let tree: Vec<PolicyId> = self.policy_tree().into_iter().map(|(_, id)| id).collect();
        let policies = || {
            tree.iter()
                .filter_map(|id| Some((*id, self.policies.get(id)?)))
        };
        let codes: BTreeSet<&str> = policies().map(|(_, policy)| policy.code.as_str()).collect();
        let mut named: BTreeMap<&str, Vec<PolicyId>> = BTreeMap::new();
        for (id, policy) in policies() {
            named.entry(policy.name.as_str()).or_default().push(id);
        }
        let reference = |(id, policy): (PolicyId, &Policy)| {
            let same = named
                .get(policy.name.as_str())
                .map_or(&[][..], Vec::as_slice);
            let text = if !policy.code.is_empty() {
                policy.code.clone()
            } else if same.len() == 1 && !codes.contains(policy.name.as_str()) {
                policy.name.clone()
            } else {
                let before = same.iter().take_while(|each| **each != id).count();
                format!("{} [{}]", policy.name, before + 1)
            };
            (id, text)
        };
        policies().map(reference).collect()
    }

    /// Code of what a row or column stands for; empty when it is gone.
    pub fn item_code(&self, item: Item) -> &str {
        match item {
            Item::Policy(id) => self
                .policies
                .get(&id)
                .map_or("", |policy| policy.code.as_str()),
            Item::Goal(id) => self.goals.get(&id).map_or("", |goal| goal.code.as_str()),
        }
    }

    /// Code and name of what a row or column stands for; empty when it is gone.
    pub fn item_label(&self, item: Item) -> (&str, Label) {
        match item {
            Item::Policy(id) => self
                .policies
                .get(&id)
                .map(|policy| (policy.code.as_str(), policy.label())),
            Item::Goal(id) => self
                .goals
                .get(&id)
                .map(|goal| (goal.code.as_str(), goal.title().clone())),
        }
        .unwrap_or_default()
    }

    /// The item a row or column belongs under, if any.
    pub fn item_parent(&self, item: Item) -> Option<Item> {
        match item {
            Item::Policy(id) => self.policies.get(&id)?.parent.map(Item::Policy),
            Item::Goal(id) => self.goals.get(&id)?.parent.map(Item::Goal),
        }
    }

    /// Who fills matrices, in order, the agreed one first; without participants of laboratories.
    pub fn assessors_in_order(&self) -> Vec<(AssessorId, &Assessor)> {
        let mut list = self.everyone_in_order();
        list.retain(|(_, assessor)| assessor.kind != AssessorKind::Participant);
        list
    }

    /// Who fills this matrix, in order, the agreed one first.
    pub fn assessors_of(&self, matrix: MatrixId) -> Vec<(AssessorId, &Assessor)> {
        // A matrix that names nobody is filled by everybody.
        let own = self
            .matrices
            .get(&matrix)
            .map(|matrix| &matrix.assessors)
            .filter(|own| !own.is_empty());
        let mut list = self.assessors_in_order();
        list.retain(|(id, _)| *id == AssessorId::AGREED || own.is_none_or(|own| own.contains(id)));
        list
    }

    /// The questions of a laboratory in their order.
    pub fn questions_of(&self, lab: LabId) -> Vec<(QuestionId, &Question)> {
        let mut list: Vec<_> = self
            .questions
            .iter()
            .filter(|(_, each)| each.lab == lab)
            .map(|(id, each)| (*id, each))
            .collect();
        list.sort_by_key(|(id, each)| (each.position, *id));
        list
    }

    /// What a participant voted on a question in a round, if anything.
    pub fn vote(
        &self,
        question: &Question,
        participant: AssessorId,
        round: u16,
    ) -> Option<&Assessment> {
        let matrix = self.labs.get(&question.lab)?.matrix;
        let (row, column) = (question.row, question.column);
        self.assessments.get(&AssessmentKey {
            matrix,
            assessor: participant,
            round,
            row,
            column,
        })
    }

    /// All assessors in their order, the agreed one first, participants of laboratories too.
    pub fn everyone_in_order(&self) -> Vec<(AssessorId, &Assessor)> {
        let mut list: Vec<_> = self
            .assessors
            .iter()
            .map(|(id, assessor)| (*id, assessor))
            .collect();
        list.sort_by_key(|(id, assessor)| (*id != AssessorId::AGREED, assessor.position, *id));
        list
    }
}
