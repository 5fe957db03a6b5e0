//! A scale of one's own from a table: one level a line.

use super::ImportError;
use ordito_ground::text::folded;
use ordito_model::{Label, Points, Rgb, Scale, ScaleLevel};
use ordito_workbook::Table;

/// What a table of levels would make; lines are counted from 1, the heading being 1.
#[derive(Debug, Clone, PartialEq)]
pub struct ScalePreview {
    pub scale: Scale,
    /// Lines that cannot be taken: line, and the text that is wrong.
    pub refused: Vec<(usize, String)>,
}

const VALUE: &[&str] = &["valore", "value", "punteggio", "score"];
const LABEL: &[&str] = &["etichetta", "label", "nome", "name", "label_it", "name_it"];
const LABEL_EN: &[&str] = &["label_en", "etichetta_en", "name_en", "english"];
const GUIDANCE: &[&str] = &[
    "guida",
    "guidance",
    "descrizione",
    "description",
    "significato",
];
const GUIDANCE_EN: &[&str] = &["guidance_en", "description_en"];
const COLOUR: &[&str] = &["colore", "color", "colour"];

/// Reads levels from a table whose first row names its columns.
///
/// # Errors
/// When the columns for value or label are missing.
pub fn preview_scale(table: &Table, name: &str, key: &str) -> Result<ScalePreview, ImportError> {
    let heads: Vec<String> = table
        .rows
        .first()
        .into_iter()
        .flatten()
        .map(|head| folded(head))
        .collect();
    let find = |names: &[&str]| heads.iter().position(|head| names.contains(&head.as_str()));
    let value_at = find(VALUE).ok_or(ImportError::MissingColumn("valore"))?;
    let label_at = find(LABEL).ok_or(ImportError::MissingColumn("etichetta"))?;
    let (label_en, guidance, guidance_en) = (find(LABEL_EN), find(GUIDANCE), find(GUIDANCE_EN));
    let colour_at = find(COLOUR);
    let mut levels: Vec<ScaleLevel> = Vec::new();
    let mut refused = Vec::new();
    for line in 1..table.rows.len() {
        let field = |at: usize| table.cell(line, at).trim();
        let optional = |at: Option<usize>| table.field(line, at);
        if table
            .rows
            .get(line)
            .is_none_or(|row| row.iter().all(|cell| cell.trim().is_empty()))
        {
            continue;
        }
        let mut refuse = |text: &str| refused.push((line + table.origin.0 + 1, text.to_owned()));
        let plain: String = field(value_at)
            .trim_start_matches('+')
            .replace(',', ".")
            .replace(['−', '–'], "-");
        let value = plain
            .parse()
            .ok()
            .and_then(|value: f64| Points::try_from(value).ok());
        let Some(value) = value.filter(|value| levels.iter().all(|level| level.value != *value))
        else {
            refuse(field(value_at));
            continue;
        };
        let colour: Option<Rgb> = match optional(colour_at) {
            "" => None,
            text => match text.parse() {
                Ok(colour) => Some(colour),
                Err(_) => {
                    refuse(text);
                    continue;
                }
            },
        };
        if field(label_at).is_empty() {
            refuse("");
            continue;
        }
        let guidance = Label::new(optional(guidance), optional(guidance_en));
        levels.push(ScaleLevel {
            value,
            label: Label::new(field(label_at), optional(label_en)),
            guidance,
            colour,
        });
    }
    // Levels are kept highest first, in whatever order they were written.
    levels.sort_by_key(|level| std::cmp::Reverse(level.value));
    let scale = Scale {
        key: key.to_owned(),
        version: "1".to_owned(),
        name: Label::same(name),
        source: String::new(),
        levels,
    };
    Ok(ScalePreview { scale, refused })
}
