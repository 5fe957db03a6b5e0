//! `sheets`: coherence sheets into a folder.

use super::exchange::{find_assessor, find_matrix};
use super::export::said;
use super::{Outcome, Refused, Setting, out, refused, tell_unshown};
use crate::export::{ExportError, SheetFormat, SheetJob, SheetsError, Template, write_sheets};
use crate::jobs::Progress;
use crate::model::{Axis, Contents, MatrixId};
use crate::report::sheet::{Part, Request, Subject};
use crate::said::Said as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Weak};

/// What `sheets` was asked for.
#[derive(Debug, clap::Args)]
pub struct Sheets {
    pub file: PathBuf,
    /// The folder to write to; it is made when it is not there
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
    /// pdf, docx or html
    #[arg(long, default_value = "pdf", value_parser = format)]
    pub format: SheetFormat,
    /// A Typst template of your own for PDF
    #[arg(long, value_name = "T")]
    pub template: Option<PathBuf>,
    /// The matrix, by name; the only one when not given
    #[arg(long)]
    pub matrix: Option<String>,
    /// Whose scores; the agreed ones when not given
    #[arg(long)]
    pub assessor: Option<String>,
    /// A policy, by code; every policy of the matrix when nothing is named
    #[arg(long = "policy", value_name = "CODE")]
    pub policies: Vec<String>,
    /// A goal, by code
    #[arg(long = "goal", value_name = "CODE")]
    pub goals: Vec<String>,
    /// A cluster of policies, by name
    #[arg(long = "cluster", value_name = "NAME")]
    pub clusters: Vec<String>,
    /// The whole matrix
    #[arg(long)]
    pub whole: bool,
    /// One file with all sheets instead of one for each
    #[arg(long)]
    pub bound: bool,
    /// A part to write, in this order: identity, profile, contributions, conflicts, effects, directness, coherence,
    /// missing, method, annex; all of them when not given
    #[arg(long = "part", value_name = "PART", value_parser = part)]
    pub parts: Vec<Part>,
}

fn format(text: &str) -> Result<SheetFormat, String> {
    let known = || SheetFormat::ALL.map(SheetFormat::ending).join(" | ");
    SheetFormat::of_ending(text).ok_or_else(known)
}
fn part(text: &str) -> Result<Part, String> {
    Part::of_id(text).ok_or_else(|| Part::ALL.map(Part::id).join(" | "))
}

pub fn sheets(setting: &Setting, asked: &Sheets) -> Result<Outcome, Refused> {
    let words = &setting.words;
    let kept = setting.read(&asked.file)?;
    let contents = kept.document().contents();
    let matrix = find_matrix(setting, &asked.file, contents, asked.matrix.as_deref())?;
    let assessor = find_assessor(setting, &asked.file, contents, asked.assessor.as_deref())?;
    let subjects = subjects(setting, asked, contents, matrix)?;
    let parts = if asked.parts.is_empty() {
        Part::ALL.to_vec()
    } else {
        asked.parts.clone()
    };
    let step = kept.document().last_step();
    let request = Request {
        matrix,
        assessor,
        parts,
        now: setting.now,
        step,
    };
    let template = match &asked.template {
        None => Template::default(),
        Some(path) => Template::read(path).map_err(|error| {
            said(
                setting,
                path,
                ExportError::Io {
                    path: path.clone(),
                    error,
                },
            )
        })?,
    };
    let job = SheetJob {
        contents,
        words,
        request: &request,
        letterhead: &setting.letterhead(contents),
        subjects: &subjects,
        format: asked.format,
        template: &template,
        bound: asked.bound,
        folder: &asked.to,
        force: setting.force,
    };
    let told = told_to_stop();
    let progress = Arc::new_cyclic(|me: &Weak<Progress>| {
        let me = Weak::clone(me);
        let show = move || {
            let Some((done, of)) = me.upgrade().map(|progress| progress.at()) else {
                return;
            };
            let end = if done == of { "\n" } else { "" };
            let _ = write!(std::io::stderr(), "\r{done}/{of}{end}");
        };
        Progress::watched(Arc::new(show)).stopped_by(told)
    });
    let written = write_sheets(&job, &progress).map_err(|error| match error {
        SheetsError::Export(error) => said(setting, &asked.file, error),
        SheetsError::Paper(error) => refused(
            asked.template.as_deref().unwrap_or(&asked.file),
            &error.say(words),
        ),
        SheetsError::Nothing => refused(&asked.file, &words.cli_sheets_nothing()),
        SheetsError::Stopped => refused(&asked.file, &words.paper_stopped()),
    })?;
    for file in written.files {
        out(&file.display().to_string());
    }
    tell_unshown(setting, &written.unshown);
    Ok(Outcome::Done)
}

/// Set by Ctrl+C and by being told to end, so that what is half made can be cleared away; a second one ends at once.
#[cfg(unix)]
fn told_to_stop() -> Arc<AtomicBool> {
    use signal_hook::consts::{SIGINT, SIGTERM};
    let told = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        let _ = signal_hook::flag::register_conditional_shutdown(
            signal,
            128 + signal,
            Arc::clone(&told),
        );
        let _ = signal_hook::flag::register(signal, Arc::clone(&told));
    }
    told
}
#[cfg(not(unix))]
fn told_to_stop() -> Arc<AtomicBool> {
    Arc::default()
}

/// What was named, or every policy of the matrix.
fn subjects(
    setting: &Setting,
    asked: &Sheets,
    contents: &Contents,
    matrix: MatrixId,
) -> Result<Vec<Subject>, Refused> {
    let rows = contents.lines_of(matrix, Axis::Rows);
    let columns = contents.lines_of(matrix, Axis::Columns);
    let mut subjects = Vec::new();
    for code in asked.policies.iter().chain(&asked.goals) {
        let lines = rows.iter().chain(&columns).map(|(item, _)| *item);
        let found = lines.into_iter().find_map(|item| {
            let (own, _) = contents.item_label(item);
            let fits = own == code && item.policy().is_some() == asked.policies.contains(code);
            fits.then(|| {
                item.policy()
                    .map(Subject::Policy)
                    .or(item.goal().map(Subject::Goal))
            })
            .flatten()
        });
        let unknown = || refused(&asked.file, &setting.words.cli_sheets_no_code(code));
        subjects.push(found.ok_or_else(unknown)?);
    }
    for name in &asked.clusters {
        let found = contents
            .clusters
            .iter()
            .find(|(_, cluster)| cluster.name == *name)
            .map(|(id, _)| *id);
        let unknown = || refused(&asked.file, &setting.words.cli_sheets_no_code(name));
        subjects.push(Subject::Cluster(found.ok_or_else(unknown)?));
    }
    if asked.whole {
        subjects.push(Subject::Matrix);
    }
    if subjects.is_empty() {
        subjects.extend(rows.iter().map(|(item, _)| match item {
            crate::model::Item::Policy(id) => Subject::Policy(*id),
            crate::model::Item::Goal(id) => Subject::Goal(*id),
        }));
    }
    Ok(subjects)
}
