//! What became of a file, in words: what storage and the document's keeper report.

use super::Said;
use ordito_document::storage::{Doubt, Holder, Reason, StorageError};
use ordito_document::{KeepError, ReadOnly};
use ordito_ground::disk::NotAFile;
use ordito_words::Words;
use std::io::{Error, ErrorKind};
use std::path::Path;

/// What became of a file.
pub(super) fn say_io(path: &Path, error: &Error, words: &Words) -> String {
    let (path, detail) = (path.display().to_string(), error.to_string());
    match error.kind() {
        _ if error
            .get_ref()
            .is_some_and(<dyn std::error::Error + Send + Sync>::is::<NotAFile>) =>
        {
            words.storage_not_a_file(path)
        }
        ErrorKind::InvalidFilename => words.storage_name(path),
        ErrorKind::NotFound => words.storage_not_found(path),
        ErrorKind::PermissionDenied => words.storage_permission(path),
        ErrorKind::AlreadyExists => words.storage_exists(path),
        ErrorKind::StorageFull => words.storage_full(path),
        // As the system says it; what is too large to be read is told by whoever reads it.
        ErrorKind::FileTooLarge | ErrorKind::QuotaExceeded if error.raw_os_error().is_some() => {
            words.storage_limit(path)
        }
        ErrorKind::IsADirectory => words.storage_not_a_file(path),
        ErrorKind::NotADirectory => words.storage_not_a_folder(path),
        ErrorKind::ReadOnlyFilesystem => words.storage_read_only(path),
        ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::NotConnected
        | ErrorKind::TimedOut
        | ErrorKind::StaleNetworkFileHandle => words.storage_unreachable(path),
        _ => words.storage_io(detail, path),
    }
}

impl Said for StorageError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Sqlite(error) => words.storage_sqlite(error.to_string()),
            Self::Io { path, error } => say_io(path, error, words),
            Self::NotADatabase => words.storage_not_a_database(),
            Self::ForeignApplication { .. } => words.storage_foreign(),
            Self::NewerSchema { found, known } => {
                words.storage_newer(found.to_string(), known.to_string())
            }
            Self::UnknownParts { names } => words.storage_unknown_parts(names.join(", ")),
            Self::Damaged { detail } => words.storage_damaged(detail),
        }
    }
}

impl Said for Doubt {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::HashDiffers => words.doubt_hash_differs(),
            Self::JournalDiffers => words.doubt_journal_differs(),
            Self::SealBroken => words.doubt_seal_broken(),
        }
    }
}

/// `anna su pc-12`
pub fn say_holder(holder: Option<&Holder>, words: &Words) -> String {
    holder.map_or_else(
        || words.holder_unknown(),
        |holder| match holder.user.as_str() {
            "" => words.holder_machine(&holder.host),
            user => words.holder(&holder.host, user),
        },
    )
}

impl Said for ReadOnly {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::HeldBy(holder) => words.notice_read_only(say_holder(holder.as_ref(), words)),
            Self::Doubts(doubts) => doubts
                .iter()
                .map(|doubt| doubt.say(words))
                .collect::<Vec<_>>()
                .join(" "),
            Self::FileWriteProtected => words.read_only_file(),
            Self::FolderNotWritable => words.read_only_folder(),
            Self::FolderFull => words.read_only_full(),
            Self::OpenInAnotherProgram => words.read_only_other_program(),
            Self::Asked => words.status_read_only_plain(),
        }
    }
}

impl Said for KeepError {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Storage(error) => error.say(words),
            Self::Edit(error) => error.say(words),
            Self::Exists { path } => words.storage_exists(path.display().to_string()),
            Self::Held(holder) => words.keep_held(say_holder(holder.as_deref(), words)),
            Self::LockTaken(holder) => words.keep_lock_taken(say_holder(Some(holder), words)),
            Self::NotPublished(error) => error.say(words),
            Self::ChangedUnderneath => words.notice_changed_underneath(),
            Self::ReadOnly => words.refusal_read_only(),
            Self::AnotherDocument => words.keep_another_document(),
        }
    }
}

impl Said for Reason {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Published => words.backup_published(),
            Self::BeforeMigration => words.backup_migration(),
            Self::Replaced => words.backup_replaced(),
            Self::Mine => words.backup_mine(),
            Self::Unreadable => words.backup_unreadable(),
        }
    }
}
