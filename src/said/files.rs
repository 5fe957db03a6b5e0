//! What became of a file, in words: what storage and the document's keeper report.

use super::Said;
use crate::document::{KeepError, ReadOnly};
use crate::storage::{Doubt, Holder, Reason, StorageError};
use crate::words::Words;

/// What became of a file.
pub(super) fn say_io(path: &std::path::Path, error: &std::io::Error, words: &Words) -> String {
    let key = match error.kind() {
        _ if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<crate::disk::NotAFile>) => {
            "storage-not-a-file"
        }
        std::io::ErrorKind::InvalidFilename => "storage-name",
        std::io::ErrorKind::NotFound => "storage-not-found",
        std::io::ErrorKind::PermissionDenied => "storage-permission",
        std::io::ErrorKind::AlreadyExists => "storage-exists",
        std::io::ErrorKind::StorageFull => "storage-full",
        // As the system says it; what is too large to be read is told by whoever reads it.
        std::io::ErrorKind::FileTooLarge | std::io::ErrorKind::QuotaExceeded if error.raw_os_error().is_some() => {
            "storage-limit"
        }
        _ => "storage-io",
    };
    words.say_with(key, &[("path", path.display().to_string().into()), ("detail", error.to_string().into())])
}

impl Said for StorageError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Sqlite(error) => words.say_with("storage-sqlite", &[("detail", error.to_string().into())]),
            Self::Io { path, error } => say_io(path, error, words),
            Self::NotADatabase => words.say("storage-not-a-database"),
            Self::ForeignApplication { .. } => words.say("storage-foreign"),
            Self::NewerSchema { found, known } => words
                .say_with("storage-newer", &[("found", found.to_string().into()), ("known", known.to_string().into())]),
            Self::UnknownParts { names } => {
                words.say_with("storage-unknown-parts", &[("names", names.join(", ").into())])
            }
            Self::Damaged { detail } => words.say_with("storage-damaged", &[("detail", detail.into())]),
        }
    }
}

impl Said for Doubt {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::HashDiffers => words.say("doubt-hash-differs"),
            Self::JournalDiffers => words.say("doubt-journal-differs"),
            Self::SealBroken => words.say("doubt-seal-broken"),
        }
    }
}

/// `anna su pc-12`
pub fn say_holder(holder: Option<&Holder>, words: &Words) -> String {
    holder.map_or_else(
        || words.say("holder-unknown"),
        |holder| {
            let key = if holder.user.is_empty() { "holder-machine" } else { "holder" };
            words.say_with(key, &[("user", holder.user.as_str().into()), ("host", holder.host.as_str().into())])
        },
    )
}

impl Said for ReadOnly {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::HeldBy(holder) => {
                words.say_with("notice-read-only", &[("who", say_holder(holder.as_ref(), words).into())])
            }
            Self::Doubts(doubts) => doubts.iter().map(|doubt| doubt.say(words)).collect::<Vec<_>>().join(" "),
            Self::FileWriteProtected => words.say("read-only-file"),
            Self::FolderNotWritable => words.say("read-only-folder"),
            Self::FolderFull => words.say("read-only-full"),
            Self::OpenInAnotherProgram => words.say("read-only-other-program"),
            Self::Asked => words.say("status-read-only-plain"),
        }
    }
}

impl Said for KeepError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Storage(error) => error.say(words),
            Self::Edit(error) => error.say(words),
            Self::Exists { path } => words.say_with("storage-exists", &[("path", path.display().to_string().into())]),
            Self::Held(holder) => words.say_with("keep-held", &[("who", say_holder(holder.as_deref(), words).into())]),
            Self::LockTaken(holder) => {
                words.say_with("keep-lock-taken", &[("who", say_holder(Some(holder), words).into())])
            }
            Self::NotPublished(error) => error.say(words),
            Self::ChangedUnderneath => words.say("notice-changed-underneath"),
            Self::ReadOnly => words.say("refusal-read-only"),
            Self::AnotherDocument => words.say("keep-another-document"),
        }
    }
}

impl Said for Reason {
    fn say(&self, words: &Words) -> String {
        words.say(match self {
            Self::Published => "backup-published",
            Self::BeforeMigration => "backup-migration",
            Self::Replaced => "backup-replaced",
            Self::Mine => "backup-mine",
            Self::Unreadable => "backup-unreadable",
        })
    }
}
