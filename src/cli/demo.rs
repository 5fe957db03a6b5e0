//! `demo`: the sample document and all that can leave the program of it.

use super::compare;
use super::document::make;
use super::exchange::find_matrix;
use super::export::said;
use super::{Outcome, Refused, Setting, out, refused};
use crate::export::{
    Format, PictureFormat, SheetFormat, SheetJob, SheetsError, Template, workbook_bytes,
    write_file, write_picture, write_sheets,
};
use crate::figure::{MatrixPart, matrix_picture};
use crate::jobs::Progress;
use crate::model::{AssessorId, Axis, Contents, MatrixId};
use crate::report::sheet::{Part, Request, Subject};
use crate::report::tables::{Tables, workbook};
use crate::said::Said as _;
use std::path::Path;

/// The sample document in `folder`; a window on it where there is a display.
pub fn demo(setting: &Setting, folder: &Path) -> Result<Outcome, Refused> {
    let words = &setting.words;
    std::fs::create_dir_all(folder).map_err(|error| {
        setting.storage(
            folder,
            &crate::storage::StorageError::Io {
                path: folder.to_owned(),
                error,
            },
        )
    })?;
    let file = folder.join(format!("{}.ordito", words.file_sample()));
    make(setting, &file, true, &[])?;
    out(&words.cli_created(file.display().to_string()));
    leave(setting, folder, &file)?;
    let display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    if display || cfg!(not(target_os = "linux")) {
        Ok(Outcome::Window(Some(file)))
    } else {
        out(&words.cli_no_display(file.display().to_string()));
        Ok(Outcome::Done)
    }
}

fn tell(path: &Path) {
    out(&path.display().to_string());
}

/// What can leave the program, of the sample: sheets, tables, pictures. Each file is named as soon as it is there.
fn leave(setting: &Setting, folder: &Path, file: &Path) -> Result<(), Refused> {
    let words = &setting.words;
    let kept = setting.read(file)?;
    let contents = kept.document().contents();
    let matrix = find_matrix(setting, file, contents, None)?;
    let scored = |assessor: &AssessorId| {
        let own = contents
            .cells_of(matrix)
            .filter(|(key, _)| key.assessor == *assessor);
        own.filter(|(key, cell)| key.round == 0 && cell.value.is_answered())
            .count()
    };
    // Whoever has said most shows most.
    let assessor = contents
        .assessors
        .keys()
        .copied()
        .max_by_key(scored)
        .unwrap_or(AssessorId::AGREED);
    let wrote = |error| said(setting, file, error);
    let step = kept.document().last_step();
    let tables = Tables {
        contents,
        words,
        matrix,
        assessor,
        now: setting.now,
        step,
    };
    let book = workbook(&tables).map_err(|error| wrote(error.into()))?;
    for format in [Format::Xlsx, Format::Ods, Format::Html] {
        let path = folder.join(format!("{}.{format}", words.demo_matrix()));
        workbook_bytes(&book, format)
            .and_then(|bytes| write_file(&path, &bytes, setting.force))
            .map_err(wrote)?;
        tell(&path);
    }
    let part = MatrixPart::whole(matrix, assessor);
    let picture = matrix_picture(contents, words, &part)
        .ok_or_else(|| refused(file, &words.export_nothing_drawn()))?;
    for format in [PictureFormat::Svg, PictureFormat::Png] {
        let path = folder.join(format!("{}.{}", words.demo_matrix(), format.ending()));
        write_picture(&path, format, &picture, None, setting.force).map_err(wrote)?;
        tell(&path);
        // What it shows, in words.
        tell(&path.with_extension(format!("{}.txt", format.ending())));
    }
    let request = Request {
        matrix,
        assessor,
        parts: Part::ALL.to_vec(),
        now: setting.now,
        step,
    };
    let rows = contents.lines_of(matrix, Axis::Rows);
    let actions: Vec<Subject> = rows
        .iter()
        .filter_map(|(item, _)| item.policy())
        .take(11)
        .map(Subject::Policy)
        .collect();
    for (format, subjects, bound) in [
        (SheetFormat::Pdf, actions.as_slice(), false),
        (
            SheetFormat::Docx,
            actions.get(..1).unwrap_or_default(),
            false,
        ),
        (SheetFormat::Html, &[Subject::Matrix][..], true),
    ] {
        let template = Template::default();
        let target = folder.join(words.sheets_folder());
        let job = SheetJob {
            contents,
            words,
            request: &request,
            letterhead: &setting.letterhead(contents),
            subjects,
            format,
            template: &template,
            bound,
            folder: &target,
            force: setting.force,
        };
        let written = write_sheets(&job, &Progress::unwatched()).map_err(|error| match error {
            SheetsError::Export(error) => said(setting, file, error),
            SheetsError::Paper(error) => refused(file, &error.say(words)),
            SheetsError::Nothing | SheetsError::Stopped => {
                refused(file, &words.cli_sheets_nothing())
            }
        })?;
        written.files.iter().for_each(|path| tell(path));
    }
    comparison(setting, folder, file, contents, matrix)
}

/// The two assessors with most answers, compared.
fn comparison(
    setting: &Setting,
    folder: &Path,
    file: &Path,
    contents: &Contents,
    matrix: MatrixId,
) -> Result<(), Refused> {
    let name = contents.matrix_name(matrix).to_owned();
    let answers = |id: AssessorId| {
        contents
            .cells_of(matrix)
            .filter(|(key, _)| key.assessor == id)
            .count()
    };
    let mut who: Vec<_> = contents.assessors_in_order();
    who.retain(|(id, _)| *id != AssessorId::AGREED);
    who.sort_by_key(|(id, _)| std::cmp::Reverse(answers(*id)));
    let side = |at: usize| {
        let named = who
            .get(at)
            .map_or("", |(_, assessor)| assessor.name.as_str());
        compare::open_side(setting, &format!("{}::{name}::{named}", file.display()))
    };
    let (left, right) = (side(0)?, side(1)?);
    let compared = compare::bring_together(setting, &left, &right)?;
    for format in [Format::Pdf, Format::Docx, Format::Xlsx] {
        let path = folder.join(format!("{}.{format}", setting.words.compare_file()));
        compare::write(setting, &compared, &left, &right, &path)?;
        tell(&path);
    }
    Ok(())
}
