//! A framework of one's own from a table: one goal a line, parents named by code.

use super::ImportError;
use ordito_document::{Edit, GoalSeed};
use ordito_ground::text::folded;
use ordito_model::{Framework, FrameworkId, Goal, GoalId, Label, Rgb, Wording};
use ordito_workbook::Place;
use ordito_workbook::Table;
use std::collections::BTreeMap;

/// What an import of goals would do.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameworkPreview {
    pub framework: Framework,
    pub id: FrameworkId,
    pub goals: Vec<GoalSeed>,
    /// Lines that cannot be taken: the cell that is wrong, and its text.
    pub refused: Vec<(Place, String)>,
}
impl FrameworkPreview {
    pub fn edit(&self) -> Edit {
        Edit::AddFramework {
            id: self.id,
            framework: self.framework.clone(),
            goals: self.goals.clone(),
        }
    }
}

/// Names a column may have, the first being the one that is asked for when it is missing.
const CODE: &[&str] = &["codice", "code"];
const NAME: &[&str] = &["nome", "name", "titolo", "title", "name_it"];
const NAME_EN: &[&str] = &["name_en", "nome_en", "english"];
const PARENT: &[&str] = &["parte_di", "parte di", "parent"];
const TEXT: &[&str] = &["testo", "text", "descrizione", "description"];
const COLOUR: &[&str] = &["colore", "color", "colour"];

/// Reads goals from a table whose first row names its columns; `name` is the framework's.
///
/// # Errors
/// When the columns for code or name are missing.
pub fn preview_framework(table: &Table, name: &str) -> Result<FrameworkPreview, ImportError> {
    let heads: Vec<String> = table
        .rows
        .first()
        .into_iter()
        .flatten()
        .map(|head| folded(head))
        .collect();
    let find = |names: &[&str]| heads.iter().position(|head| names.contains(&head.as_str()));
    let code_at = find(CODE).ok_or(ImportError::MissingColumn("codice"))?;
    let name_at = find(NAME).ok_or(ImportError::MissingColumn("nome"))?;
    let (english_at, parent_at, text_at, colour_at) =
        (find(NAME_EN), find(PARENT), find(TEXT), find(COLOUR));
    let id = FrameworkId::random();
    let mut known: BTreeMap<String, (GoalId, u8)> = BTreeMap::new();
    let mut goals: Vec<GoalSeed> = Vec::new();
    let mut refused = Vec::new();
    let mut deepest = 0;
    for line in 1..table.rows.len() {
        let field = |at: usize| table.shown(line, at).trim();
        // Without such a column nothing is in it.
        let optional = |at: Option<usize>| at.map_or("", field);
        let place = |at: Option<usize>| Place {
            row: line + table.origin.0 + 1,
            column: at.unwrap_or(code_at) + table.origin.1 + 1,
        };
        if table
            .rows
            .get(line)
            .is_none_or(|row| row.iter().all(|cell| cell.trim().is_empty()))
        {
            continue;
        }
        let (code, title) = (field(code_at), field(name_at));
        let parent = match optional(parent_at) {
            "" => None,
            parent => match known.get(parent) {
                Some(found) => Some(*found),
                None => {
                    refused.push((place(parent_at), parent.to_owned()));
                    continue;
                }
            },
        };
        let colour: Option<Rgb> = match optional(colour_at) {
            "" => None,
            text => match text.parse() {
                Ok(colour) => Some(colour),
                Err(_) => {
                    refused.push((place(colour_at), text.to_owned()));
                    continue;
                }
            },
        };
        if title.is_empty() || (!code.is_empty() && known.contains_key(code)) {
            let (at, text) = if title.is_empty() {
                (name_at, "")
            } else {
                (code_at, code)
            };
            refused.push((place(Some(at)), text.to_owned()));
            continue;
        }
        let level = parent.map_or(0, |(_, level)| level.saturating_add(1));
        deepest = deepest.max(level);
        let goal_id = GoalId::random();
        known.insert(code.to_owned(), (goal_id, level));
        goals.push((
            goal_id,
            Goal {
                framework: id,
                parent: parent.map(|(parent, _)| parent),
                position: 0,
                level,
                code: code.to_owned(),
                name: Label::new(title, optional(english_at)),
                short: Label::default(),
                text: Label::new(optional(text_at), ""),
                wording: Wording::Official,
                colour,
                note: String::new(),
            },
        ));
    }
    let levels = (1..=u16::from(deepest) + 1)
        .map(|n| Label::same(n.to_string()))
        .collect();
    // The names are those of whoever made the table; only shipped ones are marked until somebody says otherwise.
    let framework = Framework {
        name: Label::same(name),
        version: "1".to_owned(),
        wording: Wording::Official,
        levels,
        ..Framework::default()
    };
    Ok(FrameworkPreview {
        framework,
        id,
        goals,
        refused,
    })
}
