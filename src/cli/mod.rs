//! The same program without a window: arguments, one clear line for each refusal, JSON with stable names.
//!
//! Exit code 0 done, 1 refused, 2 wrong usage. Documents are opened through `Kept`, so that locks, backups and
//! publishing hold here too. Long work shows progress on standard error; results go to standard output.

mod analyse;
mod check;
mod compare;
mod consensus;
mod demo;
mod document;
mod exchange;
mod export;
mod guide;
mod history;
mod inspect;
mod lab;
mod long;
mod merge;
mod new_matrix;
mod own;
mod printed;
mod sheets;
mod stream;

pub use printed::harmless;
use printed::{held, out, out_json, printed, written_out};

use crate::document::{KeepError, Kept};
use crate::model::{Contents, Language, Letterhead, Signature, Timestamp};
use crate::report::sheet::{Unshown, say_unshown};
use crate::said::Said as _;
use crate::storage::{DataFolder, StorageError, Who};
use crate::words::Words;
use crate::workspace::{SETTINGS, Settings};
use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};

/// In the environment: who signs what commands change.
const AUTHOR: &str = "ORDITO_AUTHOR";

/// Ordito: policy coherence matrices.
#[derive(Debug, Parser)]
#[command(name = "ordito", version, about, disable_help_subcommand = true)]
pub struct Arguments {
    /// A document to open in the window
    pub file: Option<PathBuf>,
    /// Draw the window on the processor, without OpenGL
    #[arg(long, global = true)]
    pub software: bool,
    /// Language of messages: it or en
    #[arg(long, global = true, value_parser = language)]
    pub lang: Option<Language>,
    /// Who signs what is changed; else ORDITO_AUTHOR says it, else whoever the window was told
    #[arg(long, global = true, value_name = "NAME")]
    pub author: Option<String>,
    /// Replace files that are there already
    #[arg(long, global = true)]
    pub force: bool,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new document
    New {
        file: PathBuf,
        /// With the illustrative sample in it
        #[arg(long)]
        sample: bool,
        /// A shipped framework: agenda-2030, snsvs-2022, srsvs-piemonte, amsvs-torino
        #[arg(long = "framework", value_name = "ID")]
        frameworks: Vec<String>,
    },
    /// Say what is in a document
    Info {
        file: PathBuf,
        #[arg(long)]
        json: bool,
    },
    /// Check the file and the structure of its matrices
    Check {
        file: PathBuf,
        #[arg(long)]
        json: bool,
    },
    /// Take a table into a matrix, policies of a table or a JSON export into the document
    Import(exchange::Import),
    /// Make a scale of your own from a table, one level a line
    Scale(own::Own),
    /// Make a framework of your own from a table, one goal a line
    Framework(own::Own),
    /// Set the weights of rows and columns, and which are hidden, from a table
    Lines(own::Lines),
    /// Write a matrix as a workbook, CSV, SVG or PNG, the whole document as JSON or as open data
    Export(export::Export),
    /// Write coherence sheets into a folder
    Sheets(sheets::Sheets),
    /// Write the document as it is now to another file
    Copy {
        file: PathBuf,
        #[arg(long)]
        to: PathBuf,
        /// As a document of its own that begins here: nothing that was deleted or typed over is in it, and it cannot be
        /// merged with this one
        #[arg(long)]
        without_history: bool,
    },
    /// Apply one method to a matrix
    Analyse(analyse::Analyse),
    /// Compare two sets of scores, of one document or of two
    Compare {
        /// FILE[::MATRIX[::ASSESSOR[::VERSION]]]; the only matrix, the agreed scores and now when not given; a version by
        /// its name or the number of its step
        left: String,
        right: String,
        /// Write it as well: the ending of the file says how, pdf, docx, html, xlsx, ods
        #[arg(long)]
        to: Option<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    /// Make the agreed scores from those of several assessors, and say what is left to decide
    Consensus(consensus::Consensus),
    /// Bring copies of one document that were filled apart together
    Merge(merge::Merge),
    /// The laboratories of a document, the figures of one, its papers
    Lab(lab::Lab),
    /// Who changed what, when
    History {
        file: PathBuf,
        #[arg(long)]
        json: bool,
    },
    /// Settle what opening found: the file was changed by somebody else while edits of ours waited
    Settle {
        file: PathBuf,
        /// What stands; whatever does not is kept
        #[arg(long)]
        keep: document::Keep,
    },
    /// Take the last step back
    Undo { file: PathBuf },
    /// Make the step that was taken back again
    Redo { file: PathBuf },
    /// The user guide, as a PDF or on standard output
    Guide {
        /// The file to write; its ending is pdf
        #[arg(long)]
        to: Option<PathBuf>,
    },
    /// Sets a template of somebody's own: the program calls itself for that
    #[command(hide = true, name = crate::export::SET_PAPER)]
    SetPaper,
    /// The manual page in roff, for packages
    #[command(hide = true)]
    Man,
    /// The sample document in a folder; opens the window on it where there is a display
    Demo {
        #[arg(default_value = "ordito-demo")]
        folder: PathBuf,
    },
}

fn language(text: &str) -> Result<Language, String> {
    match text {
        "it" => Ok(Language::It),
        "en" => Ok(Language::En),
        _ => Err("it | en".to_owned()),
    }
}

/// Why a command was refused, already said.
#[derive(Debug)]
pub struct Refused(pub String);

/// What a command leads to.
#[derive(Debug)]
pub enum Outcome {
    Done,
    /// Open the window, on this document if one is named.
    Window(Option<PathBuf>),
}

/// What commands work with.
pub struct Setting {
    pub words: Words,
    pub data: DataFolder,
    pub who: Who,
    /// Who signs, by name; the window's settings say office, body and logo too.
    pub signature: Signature,
    /// The line that signs steps.
    pub signed: String,
    pub force: bool,
    pub now: Timestamp,
}

impl Setting {
    fn stamp(&self) -> crate::document::Stamp {
        crate::document::Stamp {
            at: self.now,
            by: self.signed.clone(),
        }
    }
    /// The head of papers about a document.
    pub fn letterhead(&self, contents: &Contents) -> Letterhead {
        let info = contents.info();
        self.signature
            .letterhead(info.map_or("", |info| info.body.as_str()))
    }
    /// A document to read from; what makes it doubtful is said on standard error.
    fn read(&self, file: &Path) -> Result<Kept, Refused> {
        let mut kept =
            Kept::open_read_only(file, &self.data).map_err(|error| self.keep(file, &error))?;
        kept.write_as(&self.who);
        for doubt in kept.document().doubts() {
            eprintln!(
                "ordito: {}",
                harmless(&refused(file, &doubt.say(&self.words)).0)
            );
        }
        Ok(kept)
    }
    fn keep(&self, file: &Path, error: &KeepError) -> Refused {
        refused(file, &error.say(&self.words))
    }
    fn storage(&self, file: &Path, error: &StorageError) -> Refused {
        refused(file, &error.say(&self.words))
    }
}

/// One line: file, what happened, what to do next.
fn refused(file: &Path, why: &str) -> Refused {
    let file = file.display().to_string();
    if why.starts_with(&file) {
        Refused(why.to_owned())
    } else {
        Refused(format!("{file}: {why}"))
    }
}

/// Carries out a command.
///
/// # Errors
/// When it is refused; then nothing was half done.
pub fn run(
    arguments: Arguments,
    data: DataFolder,
    language: Language,
    now: Timestamp,
) -> Result<Outcome, Refused> {
    // The window reads its texts itself; read here too, they would hold its first frame up.
    let Some(command) = arguments.command else {
        return Ok(Outcome::Window(arguments.file));
    };
    let words = Words::new(arguments.lang.unwrap_or(language));
    let settings = Settings::load(&data.root().join(SETTINGS));
    let author = signed_by(arguments.author.as_deref());
    let signed = author.clone().unwrap_or_else(|| settings.signature.line());
    let mut signature = settings.signature;
    if let Some(author) = author {
        // Another person, of whom no office is known.
        (signature.person, signature.office) = (author, String::new());
    }
    let setting = Setting {
        words,
        data,
        who: Who::called(&signed),
        signature,
        signed,
        force: arguments.force,
        now,
    };
    let done = carry_out(&setting, command);
    // What was not read by anybody was not said.
    match printed() {
        Err(error) if done.is_ok() => {
            Err(Refused(setting.words.cli_not_printed(error.to_string())))
        }
        _ => done,
    }
}

fn carry_out(setting: &Setting, command: Command) -> Result<Outcome, Refused> {
    match command {
        Command::New {
            file,
            sample,
            frameworks,
        } => document::new(setting, &file, sample, &frameworks),
        Command::Info { file, json } => inspect::info(setting, &file, json),
        Command::Check { file, json } => check::check(setting, &file, json),
        Command::Import(asked) => exchange::import(setting, &asked),
        Command::Scale(asked) => own::scale(setting, &asked),
        Command::Framework(asked) => own::framework(setting, &asked),
        Command::Lines(asked) => own::lines(setting, &asked),
        Command::Export(asked) => export::export(setting, &asked),
        Command::Sheets(asked) => sheets::sheets(setting, &asked),
        Command::Copy {
            file,
            to,
            without_history,
        } => document::copy(setting, &file, &to, without_history),
        Command::Analyse(asked) => analyse::analyse(setting, &asked),
        Command::Compare {
            left,
            right,
            to,
            json,
        } => compare::compare(setting, &left, &right, to.as_deref(), json),
        Command::Consensus(asked) => consensus::consensus(setting, &asked),
        Command::Merge(asked) => merge::merge(setting, &asked),
        Command::Lab(asked) => lab::lab(setting, &asked),
        Command::History { file, json } => history::history(setting, &file, json),
        Command::Settle { file, keep } => document::settle(setting, &file, keep),
        Command::Undo { file } => history::turn(setting, &file, true),
        Command::Redo { file } => history::turn(setting, &file, false),
        Command::Guide { to } => guide::guide(setting, to.as_deref()),
        Command::SetPaper => crate::export::set_paper()
            .map(|()| Outcome::Done)
            .map_err(|error| Refused(error.to_string())),
        Command::Man => Ok(guide::manual()),
        Command::Demo { folder } => demo::demo(setting, &folder),
    }
}

/// The name the command line gives, or the environment: a name of several words is one name.
pub fn signed_by(argument: Option<&str>) -> Option<String> {
    let of = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let given = argument
        .map(of)
        .or_else(|| std::env::var(AUTHOR).ok().map(|author| of(&author)));
    given.filter(|author| !author.is_empty())
}

/// Says on standard error which signs stand as their codes in what was written.
fn tell_unshown(setting: &Setting, unshown: &[Unshown]) {
    use std::io::Write as _;
    if unshown.is_empty() {
        return;
    }
    let mut lines = vec![setting.words.paper_unshown()];
    lines.extend(
        say_unshown(&setting.words, unshown)
            .into_iter()
            .map(|line| format!("  {line}")),
    );
    let _ = writeln!(std::io::stderr(), "{}", lines.join("\n"));
}
