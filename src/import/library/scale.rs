//! Shipped scales (METHODS M1): `assets/scales/*.json`.

use super::{LibraryError, derived};
use ordito_model::{Label, Points, Rgb, Scale, ScaleId, ScaleLevel};
use serde::Deserialize;

const FILES: [(&str, &str); 4] = [
    (
        "nilsson",
        include_str!("../../../assets/scales/nilsson.json"),
    ),
    (
        "verbal-five",
        include_str!("../../../assets/scales/verbal-five.json"),
    ),
    (
        "influence",
        include_str!("../../../assets/scales/influence.json"),
    ),
    (
        "cobenefit-tradeoff",
        include_str!("../../../assets/scales/cobenefit-tradeoff.json"),
    ),
];

#[derive(Deserialize)]
struct File {
    id: String,
    version: String,
    name: Label,
    source: String,
    levels: Vec<Entry>,
}
#[derive(Deserialize)]
struct Entry {
    value: Points,
    label: Label,
    guidance: Label,
    color: Option<Rgb>,
}

/// All shipped scales, Nilsson's first.
///
/// # Errors
/// Never with the files of this repository, which a test reads.
pub fn scales() -> Result<Vec<(ScaleId, Scale)>, LibraryError> {
    FILES
        .iter()
        .map(|(name, text)| {
            let file: File =
                serde_json::from_str(text).map_err(|error| LibraryError::Malformed {
                    file: format!("{name}.json"),
                    detail: error.to_string(),
                })?;
            let level = |entry: Entry| ScaleLevel {
                value: entry.value,
                label: entry.label,
                guidance: entry.guidance,
                colour: entry.color,
            };
            let id = ScaleId(derived(&["scale", &file.id, &file.version]));
            let scale = Scale {
                key: file.id,
                version: file.version,
                name: file.name,
                source: file.source,
                levels: file.levels.into_iter().map(level).collect(),
            };
            Ok((id, scale))
        })
        .collect()
}

/// The shipped scale of this key.
///
/// # Errors
/// Never with the files of this repository, which a test reads.
pub fn scale(key: &str) -> Result<Option<(ScaleId, Scale)>, LibraryError> {
    Ok(scales()?.into_iter().find(|(_, scale)| scale.key == key))
}
