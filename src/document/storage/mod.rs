//! The document's file: the only SQL of the program.
//!
//! `working` is the connection edits go through (a private working copy in write-ahead mode); `tables` writes and
//! reads the records, a file for each subject; `journal` the steps; `guard` refuses what is not ours before anything
//! of it is believed. `publish` (with its thread, `publisher`), `lock`, `backup` and `place` keep the document's own file
//! as docs/design.md "How it is kept" says. Rules about contents are not here: `document` plans, this writes what it is given.

#![cfg_attr(
    not(test),
    warn(clippy::cast_possible_truncation, clippy::cast_sign_loss)
)]

mod backup;
mod guard;
mod journal;
mod lock;
mod place;
mod publish;
mod publisher;
mod schema;
mod seal;
mod tables;
mod working;

pub use backup::{BackupInfo, Reason, Shelf};
pub(crate) use guard::header;
pub use guard::{Doubt, inspect};
pub use journal::{LastChange, StepHead};
pub use lock::{Asked, DocumentLock, Holder, Running, Who, is_running, lock_path};
pub(crate) use lock::{is_of, sweep_signs};
pub use place::{DataFolder, Fingerprint, leave_traces, resolve};
pub(crate) use place::{copy_bytes, make_private};
pub use publish::{Published, Way, changed, last_step_of, remove_leftovers, write_copy};
pub use publisher::{LastWish, News, Note, Publisher, Task, Waker};
pub use schema::SCHEMA_VERSION;
pub use working::{JournalReader, Loaded, Working};

use std::path::PathBuf;

/// What can go wrong with a file. `Display` is for the log; people read what `said` says.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    #[error("SQLite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    #[error("{path}: {error}")]
    Io {
        path: PathBuf,
        error: std::io::Error,
    },
    /// Too short, or without SQLite's first bytes.
    #[error("not a SQLite file")]
    NotADatabase,
    #[error("application id {found:#010x} is not this program's")]
    ForeignApplication { found: u32 },
    #[error("schema version {found} is newer than {known}")]
    NewerSchema { found: i64, known: i64 },
    /// A table, view, trigger or index that this program did not make, or one that was changed.
    #[error("unknown parts in the file: {names:?}")]
    UnknownParts { names: Vec<String> },
    #[error("the file is damaged: {detail}")]
    Damaged { detail: String },
}

impl StorageError {
    pub(crate) fn io(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Io { path, error }
    }
    /// What is damaged in a copy is damaged in the file it was made of, and people know that one.
    pub(crate) fn of_copy(self, copy: &std::path::Path, file: &std::path::Path) -> Self {
        match self {
            Self::Damaged { detail } => Self::Damaged {
                detail: detail.replace(&*copy.to_string_lossy(), &file.to_string_lossy()),
            },
            other => other,
        }
    }
    /// What SQLite could not do, with the place where it could not.
    pub(crate) fn at(self, path: &std::path::Path) -> Self {
        match self {
            Self::Sqlite(error)
                if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseCorrupt) =>
            {
                Self::Damaged {
                    detail: format!("{}: {error}", path.display()),
                }
            }
            Self::Sqlite(error) => publish::could_not_write(error, path),
            Self::Damaged { detail } if !detail.contains(&*path.to_string_lossy()) => {
                Self::Damaged {
                    detail: format!("{}: {detail}", path.display()),
                }
            }
            other => other,
        }
    }
}
