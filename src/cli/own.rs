//! `scale`, `framework`, `lines`: what is a document's own, from tables.

use super::document::{close, open};
use super::exchange::{self, find_matrix};
use super::{Outcome, Refused, Setting, out, refused};
use crate::disk::{file_name, stem};
use crate::document::Edit;
use crate::import::{Table, Want, preview_framework, preview_lines, preview_scale, read_tables};
use crate::model::{Contents, ScaleId};
use crate::said::Said as _;
use std::path::{Path, PathBuf};

/// A table that makes something of the document's own.
#[derive(Debug, clap::Args)]
pub struct Own {
    pub file: PathBuf,
    /// The table: a workbook (XLSX, ODS, XLS), CSV or text with tabs. A scale: valore, etichetta, and label_en, guida,
    /// colore where there are any. A framework: codice, nome, and parte_di, name_en, testo, colore
    #[arg(long)]
    pub from: PathBuf,
    /// The sheet of a workbook, by name; the only one that fits when not given
    #[arg(long)]
    pub sheet: Option<String>,
    /// What it is called; the name of the file when not given
    #[arg(long)]
    pub name: Option<String>,
    /// The word that names it on the command line; made of its name when not given
    #[arg(long)]
    pub key: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct Lines {
    pub file: PathBuf,
    /// The table: codice, and peso or nascosta (sì, no), or both; asse (righe, colonne) where a code names a row and a
    /// column
    #[arg(long)]
    pub from: PathBuf,
    #[arg(long)]
    pub sheet: Option<String>,
    /// Name of the matrix; the only one when not given
    #[arg(long)]
    pub matrix: Option<String>,
}

pub fn scale(setting: &Setting, asked: &Own) -> Result<Outcome, Refused> {
    let (name, key) = named(asked);
    change(setting, &asked.file, |contents| {
        if contents.scales.values().any(|scale| scale.key == key) {
            return Err(taken(setting, &asked.file, &key));
        }
        let fits = |table: &Table| {
            preview_scale(table, &name, &key).is_ok_and(|found| !found.scale.levels.is_empty())
        };
        let table = table(setting, &asked.from, asked.sheet.as_deref(), fits)?;
        let found = preview_scale(&table, &name, &key)
            .map_err(|error| refused(&asked.from, &error.say(&setting.words)))?;
        whole(setting, &asked.from, &found.refused)?;
        let said =
            setting
                .words
                .cli_scale_made(key.clone(), found.scale.levels.len(), name.clone());
        Ok((
            Edit::PutScale {
                id: ScaleId::random(),
                scale: found.scale,
            },
            said,
        ))
    })
}

pub fn framework(setting: &Setting, asked: &Own) -> Result<Outcome, Refused> {
    let (name, key) = named(asked);
    change(setting, &asked.file, |contents| {
        if contents
            .frameworks
            .values()
            .any(|framework| framework.key == key)
        {
            return Err(taken(setting, &asked.file, &key));
        }
        let fits = |table: &Table| {
            preview_framework(table, &name).is_ok_and(|found| !found.goals.is_empty())
        };
        let table = table(setting, &asked.from, asked.sheet.as_deref(), fits)?;
        let mut found = preview_framework(&table, &name)
            .map_err(|error| refused(&asked.from, &error.say(&setting.words)))?;
        let wrong: Vec<(usize, String)> = found
            .refused
            .iter()
            .map(|(place, text)| (place.row, text.clone()))
            .collect();
        whole(setting, &asked.from, &wrong)?;
        found.framework.key.clone_from(&key);
        Ok((
            found.edit(),
            setting
                .words
                .cli_framework_made(key.clone(), found.goals.len(), name.clone()),
        ))
    })
}

pub fn lines(setting: &Setting, asked: &Lines) -> Result<Outcome, Refused> {
    let name = file_name(&asked.from);
    change(setting, &asked.file, |contents| {
        let matrix = find_matrix(setting, &asked.file, contents, asked.matrix.as_deref())?;
        let fits = |table: &Table| {
            preview_lines(contents, matrix, table).is_ok_and(|found| !found.changes.is_empty())
        };
        let table = table(setting, &asked.from, asked.sheet.as_deref(), fits)?;
        let found = preview_lines(contents, matrix, &table)
            .map_err(|error| refused(&asked.from, &error.say(&setting.words)))?;
        whole(setting, &asked.from, &found.refused)?;
        let said = setting.words.cli_lines_set(found.changes.len());
        Ok((found.edit(matrix, &name), said))
    })
}

/// What it is called, and the word for it: `I miei obiettivi` is `i-miei-obiettivi`.
fn named(asked: &Own) -> (String, String) {
    let stem = || stem(&asked.from);
    let name = asked.name.clone().unwrap_or_else(stem);
    let plain: String = crate::text::folded(&name)
        .chars()
        .map(|sign| if sign.is_alphanumeric() { sign } else { '-' })
        .collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let key = asked.key.clone().unwrap_or_else(|| parts.join("-"));
    (name, key)
}

fn taken(setting: &Setting, file: &Path, key: &str) -> Refused {
    refused(file, &setting.words.cli_key_taken(key))
}

fn table(
    setting: &Setting,
    from: &Path,
    sheet: Option<&str>,
    fits: impl Fn(&Table) -> bool,
) -> Result<Table, Refused> {
    let want = Want {
        sheet: sheet.map(str::to_owned),
        area: None,
    };
    let sheets =
        read_tables(from, &want).map_err(|error| refused(from, &error.say(&setting.words)))?;
    exchange::table(setting, from, sheets, fits)
}

/// All of its lines or none.
fn whole(setting: &Setting, from: &Path, wrong: &[(usize, String)]) -> Result<(), Refused> {
    let say = |(line, text): &(usize, String)| setting.words.cli_line_wrong(*line, text.as_str());
    match wrong {
        [] => Ok(()),
        wrong => Err(refused(
            from,
            &wrong.iter().map(say).collect::<Vec<_>>().join("; "),
        )),
    }
}

/// Opens the document, makes the one step, says what it did, publishes.
fn change(
    setting: &Setting,
    file: &Path,
    edit: impl FnOnce(&Contents) -> Result<(Edit, String), Refused>,
) -> Result<Outcome, Refused> {
    let words = &setting.words;
    let mut kept = open(setting, file)?;
    let (edit, said) = edit(kept.document().contents())?;
    kept.document_mut()
        .apply(&edit, &setting.stamp())
        .map_err(|error| refused(file, &error.say(words)))?;
    close(setting, file, kept)?;
    out(&said);
    Ok(Outcome::Done)
}
