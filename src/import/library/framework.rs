//! Shipped frameworks: `assets/frameworks/*.json`, each name with whether it was confirmed.

use super::{LibraryError, derived};
use ordito_document::GoalSeed;
use ordito_model::{Framework, FrameworkId, Goal, GoalId, Label, Level, Rgb, Wording};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const FILES: [(&str, &str); 4] = [
    (
        "agenda-2030",
        include_str!("../../../assets/frameworks/agenda-2030.json"),
    ),
    (
        "snsvs-2022",
        include_str!("../../../assets/frameworks/snsvs-2022.json"),
    ),
    (
        "srsvs-piemonte",
        include_str!("../../../assets/frameworks/srsvs-piemonte.json"),
    ),
    (
        "amsvs-torino",
        include_str!("../../../assets/frameworks/amsvs-torino.json"),
    ),
];

/// Keys of the shipped frameworks, as `ordito new --framework` takes them.
pub const SHIPPED_FRAMEWORKS: [&str; 4] = [
    "agenda-2030",
    "snsvs-2022",
    "srsvs-piemonte",
    "amsvs-torino",
];

/// A framework with its goals, parents before children.
pub type ShippedFramework = (FrameworkId, Framework, Vec<GoalSeed>);

#[derive(Deserialize)]
struct File {
    id: String,
    version: String,
    name: Label,
    state: Wording,
    level_of_government: Option<Level>,
    adopted: Option<String>,
    levels: Vec<Label>,
    sources: Vec<SourceText>,
    notes: Label,
    goals: Vec<Entry>,
}
#[derive(Deserialize)]
struct SourceText {
    title: String,
    publisher: String,
    url: Option<String>,
    date: Option<String>,
}
#[derive(Deserialize)]
struct Entry {
    key: String,
    parent: Option<String>,
    level: u8,
    code: String,
    name: Label,
    #[serde(default)]
    short: Label,
    text: Option<Label>,
    state: Wording,
    color: Option<Rgb>,
    note: Option<String>,
}

/// The ids of the shipped frameworks, read once.
static IDS: LazyLock<BTreeMap<&str, FrameworkId>> = LazyLock::new(|| {
    let of = |key: &&'static str| Some((*key, framework(key).ok()?.0));
    SHIPPED_FRAMEWORKS.iter().filter_map(of).collect()
});
pub(super) fn framework_id(key: &str) -> Option<FrameworkId> {
    IDS.get(key).copied()
}

/// All shipped frameworks.
///
/// # Errors
/// Never with the files of this repository, which a test reads.
pub fn frameworks() -> Result<Vec<ShippedFramework>, LibraryError> {
    SHIPPED_FRAMEWORKS
        .iter()
        .map(|key| framework(key))
        .collect()
}

/// One shipped framework.
///
/// # Errors
/// When there is none of this key.
pub fn framework(key: &str) -> Result<ShippedFramework, LibraryError> {
    let (name, text) = FILES
        .iter()
        .find(|(name, _)| *name == key)
        .ok_or_else(|| LibraryError::NoSuchFramework(key.to_owned()))?;
    let malformed = |detail: String| LibraryError::Malformed {
        file: format!("{name}.json"),
        detail,
    };
    let file: File = serde_json::from_str(text).map_err(|error| malformed(error.to_string()))?;
    let id = FrameworkId(derived(&["framework", &file.id, &file.version]));
    let goal_id = |key: &str| GoalId(derived(&["goal", &file.id, &file.version, key]));
    let mut known: BTreeMap<String, GoalId> = BTreeMap::new();
    let mut goals = Vec::with_capacity(file.goals.len());
    for entry in file.goals {
        let parent = match &entry.parent {
            None => None,
            Some(parent) => Some(
                *known
                    .get(parent)
                    .ok_or_else(|| malformed(format!("{parent} comes after {}", entry.key)))?,
            ),
        };
        let goal = goal_id(&entry.key);
        known.insert(entry.key, goal);
        goals.push((
            goal,
            Goal {
                framework: id,
                parent,
                position: 0,
                level: entry.level,
                code: entry.code,
                name: entry.name,
                short: entry.short,
                text: entry.text.unwrap_or_default(),
                wording: entry.state,
                colour: entry.color,
                note: entry.note.unwrap_or_default(),
            },
        ));
    }
    let source = |source: SourceText| {
        let parts = [Some(source.publisher), source.date, source.url];
        let rest: Vec<String> = parts
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        format!("{} ({})", source.title, rest.join(", "))
    };
    let framework = Framework {
        key: file.id,
        version: file.version,
        name: file.name,
        wording: file.state,
        level: file.level_of_government,
        adopted: file.adopted.unwrap_or_default(),
        levels: file.levels,
        sources: file.sources.into_iter().map(source).collect(),
        notes: file.notes,
        position: 0,
    };
    Ok((id, framework, goals))
}
