//! `export`: what is written is told by the ending of the file.

use super::exchange::{find_assessor, find_matrix};
use super::{Outcome, Refused, Setting, out, refused, tell_unshown};
use crate::disk::ending;
use crate::export::{
    ExportError, Format, PictureFormat, TableWay, document_json, policies_bytes,
    signed_table_bytes, template_xlsx, unshown_of, write_file, write_open_data, write_picture,
};
use crate::figure::{MatrixPart, Picture, matrix_picture, profile_picture};
use crate::model::{Axis, Contents, Item, MatrixId};
use crate::report::tables::Tables;
use crate::said::Said as _;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What `export` was asked for.
#[derive(Debug, clap::Args)]
pub struct Export {
    pub file: PathBuf,
    /// The file to write: its ending says what, xlsx, ods, html, csv, json, svg or png; with --open-data a folder
    #[arg(long)]
    pub to: PathBuf,
    /// The matrix, by name
    #[arg(long)]
    pub matrix: Option<String>,
    /// Whose scores; the agreed ones when not given
    #[arg(long)]
    pub assessor: Option<String>,
    /// A picture of the profile of this policy or goal, by code, instead of the whole matrix
    #[arg(long, value_name = "CODE")]
    pub profile: Option<String>,
    /// A row of the picture, by its code or by that of what it is part of; all of them when not given
    #[arg(long = "row", value_name = "CODE")]
    pub rows: Vec<String>,
    /// A column of the picture, by its code or by that of what it is part of; all of them when not given
    #[arg(long = "column", value_name = "CODE")]
    pub columns: Vec<String>,
    /// Width of a picture in pixels
    #[arg(long, value_name = "PX", value_parser = clap::value_parser!(u32).range(1..=30_000))]
    pub width: Option<u32>,
    /// The list of policies instead of a matrix: csv, xlsx, ods, html; `import --policies` reads it again
    #[arg(long, conflicts_with_all = ["matrix", "assessor", "profile", "width", "template"])]
    pub policies: bool,
    /// An XLSX workbook for the assessor to fill in; imported, it finds its matrix and assessor by itself
    #[arg(long, conflicts_with_all = ["open_data", "profile", "width"])]
    pub template: bool,
    /// Open data: a folder of tables with datapackage.json and a DCAT-AP_IT record; with a file named .csv one
    /// matrix with comma, point and UTF-8 instead of CSV for Excel in Italian
    #[arg(long)]
    pub open_data: bool,
}

/// Why something was not written.
pub fn said(setting: &Setting, file: &Path, error: ExportError) -> Refused {
    let words = &setting.words;
    match error {
        ExportError::Exists { path } if path.is_dir() => refused(&path, &words.cli_exists_folder()),
        ExportError::Exists { path } => refused(&path, &words.cli_exists()),
        ExportError::Io { path, error } => setting.storage(
            &path.clone(),
            &crate::storage::StorageError::Io { path, error },
        ),
        ExportError::NoMatrix => refused(file, &words.cli_no_matrices()),
        error => refused(file, &error.say(words)),
    }
}

pub fn export(setting: &Setting, asked: &Export) -> Result<Outcome, Refused> {
    let (words, file, to) = (&setting.words, asked.file.as_path(), asked.to.as_path());
    let kept = setting.read(file)?;
    let contents = kept.document().contents();
    let format = Format::of(to).ok();
    let written = if asked.policies {
        let way = if asked.open_data {
            TableWay::OpenData
        } else {
            TableWay::ExcelItalian
        };
        Format::of(to)
            .and_then(|format| policies_bytes(contents, words, setting.now, format, way))
            .and_then(|bytes| write_file(to, &bytes, setting.force))
    } else if asked.open_data && format != Some(Format::Csv) {
        write_open_data(to, contents, words, setting.now, setting.force)
    } else if asked.template {
        if format != Some(Format::Xlsx) {
            return Err(refused(to, &words.cli_template_ending()));
        }
        let matrix = find_matrix(setting, file, contents, asked.matrix.as_deref())?;
        let assessor = find_assessor(setting, file, contents, asked.assessor.as_deref())?;
        let bytes = template_xlsx(contents, words, matrix, assessor)
            .map_err(|error| said(setting, file, error))?;
        write_file(to, &bytes, setting.force)
    } else if let Some(format) = format.and_then(PictureFormat::of) {
        let picture = picture(setting, asked, contents)?;
        let written = write_picture(to, format, &picture, asked.width, setting.force);
        if written.is_ok() {
            tell_unshown(setting, &unshown_of(&picture, format));
        }
        written
    } else if let Some(format @ (Format::Csv | Format::Xlsx | Format::Ods | Format::Html)) = format
    {
        let matrix = find_matrix(setting, file, contents, asked.matrix.as_deref())?;
        let assessor = find_assessor(setting, file, contents, asked.assessor.as_deref())?;
        let step = kept.document().last_step();
        let tables = Tables {
            contents,
            words,
            matrix,
            assessor,
            now: setting.now,
            step,
        };
        let way = if asked.open_data {
            TableWay::OpenData
        } else {
            TableWay::ExcelItalian
        };
        signed_table_bytes(&tables, &setting.letterhead(contents), format, way)
            .and_then(|bytes| write_file(to, &bytes, setting.force))
    } else if format == Some(Format::Json) {
        write_file(to, document_json(contents).as_bytes(), setting.force)
    } else {
        return Err(refused(to, &words.cli_export_ending(ending(to))));
    };
    written.map_err(|error| said(setting, file, error))?;
    out(&words.notice_exported(to.display().to_string()));
    Ok(Outcome::Done)
}

fn picture(setting: &Setting, asked: &Export, contents: &Contents) -> Result<Picture, Refused> {
    let (words, file) = (&setting.words, asked.file.as_path());
    let matrix = find_matrix(setting, file, contents, asked.matrix.as_deref())?;
    let assessor = find_assessor(setting, file, contents, asked.assessor.as_deref())?;
    let drawn = match &asked.profile {
        None => {
            let rows = lines_named(setting, asked, contents, (matrix, Axis::Rows), &asked.rows)?;
            let columns = lines_named(
                setting,
                asked,
                contents,
                (matrix, Axis::Columns),
                &asked.columns,
            )?;
            matrix_picture(
                contents,
                words,
                &MatrixPart {
                    matrix,
                    assessor,
                    rows,
                    columns,
                },
            )
        }
        Some(code) => {
            let mut lines = contents.lines_of(matrix, Axis::Rows);
            lines.extend(contents.lines_of(matrix, Axis::Columns));
            let item = lines
                .into_iter()
                .map(|(item, _)| item)
                .find(|item| contents.item_label(*item).0 == code);
            let unknown = || refused(file, &words.cli_no_line(code));
            profile_picture(contents, words, matrix, assessor, item.ok_or_else(unknown)?)
        }
    };
    drawn.ok_or_else(|| refused(file, &words.export_nothing_drawn()))
}

/// Lines with one of these codes, or part of something with one of them; nothing when none was named.
fn lines_named(
    setting: &Setting,
    asked: &Export,
    contents: &Contents,
    (matrix, axis): (MatrixId, Axis),
    codes: &[String],
) -> Result<Option<BTreeSet<Item>>, Refused> {
    let lines: Vec<Item> = contents
        .lines_of(matrix, axis)
        .into_iter()
        .map(|(item, _)| item)
        .collect();
    let mut named = BTreeSet::new();
    for code in codes {
        let is_it = |item: Item| contents.item_label(item).0 == code;
        let meant = |item: &&Item| is_it(**item) || contents.item_parent(**item).is_some_and(is_it);
        named.extend(lines.iter().filter(meant).copied());
        if !lines.iter().any(|item| meant(&item)) {
            return Err(refused(&asked.file, &setting.words.cli_no_line(code)));
        }
    }
    Ok((!codes.is_empty()).then_some(named))
}
