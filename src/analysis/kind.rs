//! METHODS M13: which kind of coherence a pair of policies is about (Regione Marche, DAR 25/2021).
//!
//! An instrument is a whole tree of policies: two policies with the same root are parts of one. What needs more than
//! the catalogue knows is left open: vertical coherence within one instrument asks for objectives and indicators.

use ordito_model::{Contents, Level, PolicyId};

/// Between instruments or within one, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoherenceKind {
    /// Two instruments of different levels of government.
    ExternalVertical,
    /// Two instruments of one level of government.
    ExternalHorizontal,
    /// Two instruments, of which one has no level.
    ExternalUnknown,
    /// Two parts of one instrument: they should neither repeat each other nor pull against each other.
    InternalHorizontal,
}

impl CoherenceKind {
    pub const ALL: [Self; 4] = [
        Self::ExternalVertical,
        Self::ExternalHorizontal,
        Self::ExternalUnknown,
        Self::InternalHorizontal,
    ];
}

/// What decides the kind of a pair, found once for each policy where many pairs are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PolicyPlace {
    pub policy: PolicyId,
    pub level: Option<Level>,
    /// The instrument it is part of.
    pub root: PolicyId,
}
impl PolicyPlace {
    /// `None` when the policy is gone.
    pub fn of(contents: &Contents, policy: PolicyId) -> Option<Self> {
        let level = contents.policies.get(&policy)?.level;
        Some(Self {
            policy,
            level,
            root: root(contents, policy),
        })
    }
    /// The kind of a pair; `None` for a policy with itself.
    pub fn kind_with(&self, other: &Self) -> Option<CoherenceKind> {
        if self.policy == other.policy {
            return None;
        }
        Some(match (self.level, other.level) {
            _ if self.root == other.root => CoherenceKind::InternalHorizontal,
            (Some(a), Some(b)) if a == b => CoherenceKind::ExternalHorizontal,
            (Some(_), Some(_)) => CoherenceKind::ExternalVertical,
            _ => CoherenceKind::ExternalUnknown,
        })
    }
}

/// The kind of a pair; `None` when one of them is gone or they are one policy.
pub fn coherence_kind(contents: &Contents, a: PolicyId, b: PolicyId) -> Option<CoherenceKind> {
    PolicyPlace::of(contents, a)?.kind_with(&PolicyPlace::of(contents, b)?)
}

/// The top of a policy's tree; where a file holds a ring, the smallest of it.
fn root(contents: &Contents, policy: PolicyId) -> PolicyId {
    let Some(top) = contents.policy_upwards(policy).last() else {
        return policy;
    };
    let is_ring = contents
        .policies
        .get(&top)
        .is_some_and(|policy| policy.parent.is_some());
    if is_ring {
        contents.policy_upwards(top).min().unwrap_or(top)
    } else {
        top
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ordito_model::Policy;

    #[test]
    fn kinds_by_tree_and_level() {
        let mut contents = Contents::default();
        let id = PolicyId::fixed;
        let list = [
            (1, None, Some(Level::Regional)),
            (2, Some(1), Some(Level::Local)),
            (3, Some(2), None),
            (4, None, Some(Level::Regional)),
            (5, None, Some(Level::Metropolitan)),
            (6, None, None),
        ];
        for (n, parent, level) in list {
            let policy = Policy {
                parent: parent.map(id),
                level,
                ..Policy::default()
            };
            contents.policies.insert(id(n), policy);
        }
        let kind = |a, b| coherence_kind(&contents, id(a), id(b));
        assert_eq!(kind(1, 3), Some(CoherenceKind::InternalHorizontal));
        assert_eq!(kind(2, 1), Some(CoherenceKind::InternalHorizontal));
        assert_eq!(kind(1, 4), Some(CoherenceKind::ExternalHorizontal));
        assert_eq!(kind(2, 4), Some(CoherenceKind::ExternalVertical));
        assert_eq!(kind(5, 4), Some(CoherenceKind::ExternalVertical));
        assert_eq!(kind(6, 4), Some(CoherenceKind::ExternalUnknown));
        assert_eq!(kind(3, 6), Some(CoherenceKind::ExternalUnknown));
        assert_eq!((kind(1, 1), kind(1, 99)), (None, None));
    }

    #[test]
    fn a_ring_of_parents_ends() {
        let mut contents = Contents::default();
        for (n, parent) in [(1, 2), (2, 1), (3, 3)] {
            let policy = Policy {
                parent: Some(PolicyId::fixed(parent)),
                ..Policy::default()
            };
            contents.policies.insert(PolicyId::fixed(n), policy);
        }
        assert!(coherence_kind(&contents, PolicyId::fixed(1), PolicyId::fixed(3)).is_some());
    }
}
