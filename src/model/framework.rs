//! Frameworks of goals, crosswalks between them, and scales.

use super::Points;
use super::id::ids;
use super::label::{Label, Level, Rgb, Wording};
use serde::{Deserialize, Serialize};

ids! {
    FrameworkId, GoalId, CrosswalkId, ScaleId,
}

/// A versioned tree of goals.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Framework {
    /// Stable word, such as `agenda-2030`.
    pub key: String,
    pub version: String,
    pub name: Label,
    pub wording: Wording,
    pub level: Option<Level>,
    /// The act that adopted it.
    pub adopted: String,
    /// Names of the levels of its tree, top first.
    pub levels: Vec<Label>,
    /// Citations, one text each.
    pub sources: Vec<String>,
    pub notes: Label,
    pub position: i64,
}

/// A node of a framework: area, goal, target, mission, area of intervention.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    pub framework: FrameworkId,
    pub parent: Option<GoalId>,
    pub position: i64,
    /// Index into the framework's levels; 0 is the top.
    pub level: u8,
    pub code: String,
    pub name: Label,
    /// A label of at most some 40 characters for narrow columns; may be empty.
    #[serde(default)]
    pub short: Label,
    #[serde(default)]
    pub text: Label,
    #[serde(default)]
    pub wording: Wording,
    #[serde(default)]
    pub colour: Option<Rgb>,
    #[serde(default)]
    pub note: String,
}

impl Goal {
    /// The short label where there is one, else the name.
    pub fn title(&self) -> &Label {
        // Documents of former versions have short names that were cut.
        let is_cut = |text: &str| text.ends_with('…');
        if self.short.is_empty() || is_cut(&self.short.it) || is_cut(&self.short.en) {
            &self.name
        } else {
            &self.short
        }
    }
}

/// A set of weighted links between goals of two frameworks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Crosswalk {
    pub name: String,
    pub from: FrameworkId,
    pub to: FrameworkId,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub wording: Wording,
}

/// Names a link of a crosswalk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkKey {
    pub crosswalk: CrosswalkId,
    pub from: GoalId,
    pub to: GoalId,
}

/// One link of a crosswalk; `weight` in (0, 1].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    pub weight: f64,
    #[serde(default)]
    pub note: String,
}

/// One level of a scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScaleLevel {
    pub value: Points,
    pub label: Label,
    #[serde(default)]
    pub guidance: Label,
    #[serde(default)]
    pub colour: Option<Rgb>,
}

/// What scores mean (METHODS M1). Levels are kept highest first.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Scale {
    pub key: String,
    pub version: String,
    pub name: Label,
    pub source: String,
    pub levels: Vec<ScaleLevel>,
}

impl Scale {
    /// Largest magnitude K of the scale.
    pub fn max_magnitude(&self) -> Points {
        self.levels
            .iter()
            .map(|level| level.value.abs())
            .max()
            .unwrap_or_default()
    }
    pub fn level(&self, value: Points) -> Option<&ScaleLevel> {
        self.levels.iter().find(|level| level.value == value)
    }
    pub fn highest(&self) -> Points {
        self.levels
            .iter()
            .map(|level| level.value)
            .max()
            .unwrap_or_default()
    }
    pub fn lowest(&self) -> Points {
        self.levels
            .iter()
            .map(|level| level.value)
            .min()
            .unwrap_or_default()
    }
}
