//! `import --policies`: a list of policies, said column by column before it goes in.

use super::said::refusal;
use super::{Import, on_sheet, table};
use crate::cli::{Refused, Setting, out, out_json, refused};
use crate::import::{
    Ids, ImportError, PoliciesPreview, PolicyChoices, PolicyField, SameCode, Sheet, Table,
    preview_policies_as,
};
use crate::model::{ActorId, Contents, PolicyId};
use crate::said::{Said as _, column_use, policies_notes, policies_problems};
use crate::text::alike;
use serde_json::json;

/// What is done with lines whose code an earlier line has.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum SameCodeWay {
    /// They come in without a code
    WithoutCode,
    LeaveOut,
}

/// The policies of the table that is asked for, said before they go in.
pub fn policies(
    setting: &Setting,
    asked: &Import,
    sheets: Vec<Sheet>,
    contents: &Contents,
) -> Result<PoliciesPreview, Refused> {
    let words = &setting.words;
    let plain = |table: &Table| {
        let preview = read(contents, table, &PolicyChoices::default());
        preview.headed && preview.policies.len() + preview.there_already.len() > 0
    };
    let table = table(setting, &asked.from, sheets, |table| {
        plain(table) || !asked.columns.is_empty()
    })?;
    let choices = choices(setting, asked, contents, &table)?;
    let preview = read(contents, &table, &choices);
    // Nobody has seen what a list without names of columns was taken for.
    if !preview.has_names() || !preview.headed && asked.columns.is_empty() {
        let known = preview
            .columns
            .iter()
            .map(crate::said::say_column)
            .collect();
        let error = ImportError::NoNames { known };
        return Err(refused(&asked.from, &error.say(words)));
    }
    let problems: Vec<String> = policies_problems(&preview, words);
    let problems: Vec<String> = problems
        .into_iter()
        .map(|what| on_sheet(setting, &table.sheet, what))
        .collect();
    if preview.asks(&choices) && !asked.dry_run {
        let repeated: Vec<String> = problems
            .iter()
            .take(preview.repeated.len())
            .cloned()
            .collect();
        return Err(refusal(
            setting,
            &asked.from,
            &repeated,
            &[words.cli_import_way_same_code()],
        ));
    }
    let mut notes: Vec<String> = table
        .notes_of_cells((1, 0))
        .iter()
        .map(|note| note.say(words))
        .collect();
    notes.extend(policies_notes(&preview, words));
    if asked.json {
        out_json(&as_json(asked, &table, &preview, &problems, &notes));
        return Ok(preview);
    }
    out(&words.import_policies(
        preview.actors.len(),
        preview.policies.len(),
        preview.there_already.len(),
    ));
    for column in &preview.columns {
        out(&column_use(column, words));
    }
    for note in notes {
        out(&on_sheet(setting, &table.sheet, note));
    }
    for problem in problems {
        out(&problem);
    }
    Ok(preview)
}

fn read(contents: &Contents, table: &Table, choices: &PolicyChoices) -> PoliciesPreview {
    let (mut policy, mut actor) = (|_: &str| PolicyId::random(), |_: &str| ActorId::random());
    preview_policies_as(
        contents,
        table,
        choices,
        &mut Ids {
            policy: &mut policy,
            actor: &mut actor,
        },
    )
}

/// What `--column` and `--same-code` say.
fn choices(
    setting: &Setting,
    asked: &Import,
    contents: &Contents,
    table: &Table,
) -> Result<PolicyChoices, Refused> {
    let words = &setting.words;
    let mut choices = PolicyChoices {
        same_code: match asked.same_code {
            None => SameCode::Ask,
            Some(SameCodeWay::WithoutCode) => SameCode::WithoutCode,
            Some(SameCodeWay::LeaveOut) => SameCode::LeaveOut,
        },
        ..PolicyChoices::default()
    };
    let known = read(contents, table, &choices).columns;
    for asked_column in &asked.columns {
        let (name, field) = asked_column.rsplit_once('=').unwrap_or((asked_column, ""));
        let letters = name.trim().to_uppercase();
        let column = known
            .iter()
            .find(|column| !column.heading.is_empty() && alike(&column.heading, name))
            .or_else(|| {
                known
                    .iter()
                    .find(|column| crate::import::column_name(column.column) == letters)
            });
        let Some(column) = column else {
            let known = known
                .iter()
                .map(crate::said::say_column)
                .collect::<Vec<_>>()
                .join(", ");
            return Err(refused(
                &asked.from,
                &words.cli_import_no_column(known, name),
            ));
        };
        let field = match field.trim() {
            "" => None,
            field => Some(PolicyField::named(field).ok_or_else(|| {
                let known = PolicyField::all()
                    .map(PolicyField::word)
                    .collect::<Vec<_>>()
                    .join(", ");
                refused(&asked.from, &words.cli_import_no_field(known, field))
            })?),
        };
        choices.columns.insert(column.at, field);
    }
    Ok(choices)
}

/// As JSON: policies (codes), actors, there_already (codes), columns (heading, column, field, filled), repeated (row,
/// first, code, name), nameless (rows), refused (place, field, text), problems, notes, sheet, dry_run.
fn as_json(
    asked: &Import,
    table: &Table,
    preview: &PoliciesPreview,
    problems: &[String],
    notes: &[String],
) -> serde_json::Value {
    let codes: Vec<&str> = preview
        .policies
        .iter()
        .map(|(_, policy)| policy.code.as_str())
        .collect();
    let there: Vec<&str> = preview
        .there_already
        .iter()
        .map(|there| there.code.as_str())
        .collect();
    let columns: Vec<_> = preview
        .columns
        .iter()
        .map(|column| {
            json!({ "heading": column.heading, "column": column.column, "filled": column.filled,
                    "field": column.field.map(PolicyField::word) })
        })
        .collect();
    let repeated: Vec<_> = preview
        .repeated
        .iter()
        .map(|each| json!({ "row": each.row, "first": each.first, "code": each.code, "name": each.name }))
        .collect();
    let refused: Vec<_> = preview
        .refused
        .iter()
        .map(|field| {
            json!({ "place": [field.place.row, field.place.column], "field": field.field.word(), "text": field.text })
        })
        .collect();
    json!({ "policies": codes, "actors": preview.actors.len(), "there_already": there, "columns": columns,
            "repeated": repeated, "nameless": preview.nameless, "refused": refused, "sheet": table.sheet,
            "dry_run": asked.dry_run, "problems": problems, "notes": notes })
}
