//! The private working copy: write-ahead log, one transaction for each edit.

use super::guard::{Doubt, damage_of, defend, inspect_open};
use super::journal::{self, LastChange, StepHead};
use super::seal::{self, Seal};
use super::{StorageError, schema, tables};
use ordito_model::{AssessmentKey, ContentHash, Contents, Patch, Record, Step, StepNumber, Table};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// A file opened for edits, or for reading only.
#[derive(Debug)]
pub struct Working {
    connection: Connection,
    path: PathBuf,
    /// The last link of the journal's chain.
    chain: String,
}

/// What was read when a file was opened.
#[derive(Debug)]
pub struct Loaded {
    pub contents: Contents,
    pub hash: ContentHash,
    pub steps: Vec<StepHead>,
    pub doubts: Vec<Doubt>,
}

impl Working {
    /// Makes a new, empty file with the current schema.
    ///
    /// # Errors
    /// When the file cannot be made or is there already.
    pub fn create(path: &Path) -> Result<Self, StorageError> {
        if path.exists() {
            return Err(StorageError::io(path)(
                std::io::ErrorKind::AlreadyExists.into(),
            ));
        }
        Self::opened(path).map_err(|error| error.at(path))
    }

    /// With the current schema, whatever was there.
    fn opened(path: &Path) -> Result<Self, StorageError> {
        let mut connection = Connection::open(path)?;
        defend(&connection)?;
        schema::migrate(&mut connection)?;
        Self::prepare(connection, path)
    }

    /// Opens a sound file for edits, brings its schema up to date and reads it.
    ///
    /// # Errors
    /// Whatever `inspect` refuses, and `Damaged` when a record cannot be read.
    pub fn open(path: &Path) -> Result<(Self, Loaded), StorageError> {
        super::guard::inspect(path).map_err(|error| error.at(path))?;
        Self::open_inspected(path)
    }

    fn open_inspected(path: &Path) -> Result<(Self, Loaded), StorageError> {
        let mut working = Self::opened(path).map_err(|error| error.at(path))?;
        let loaded = working.load().map_err(|error| damage_of(error).at(path))?;
        Ok((working, loaded))
    }

    /// As `open`, for a copy of a file that was published: its bytes have a say too, and where they are not what was
    /// published, or nothing says so, every change in the journal is looked at as well.
    ///
    /// # Errors
    /// As `open`.
    pub fn open_published(path: &Path) -> Result<(Self, Loaded), StorageError> {
        super::guard::header(path)?;
        // Both only read, and both read every byte.
        let (seal, inspected) = rayon::join(|| seal::check(path), || super::guard::inspect(path));
        let seal = seal?;
        inspected.map_err(|error| error.at(path))?;
        let (working, mut loaded) = Self::open_inspected(path)?;
        if seal != Seal::Whole {
            let mut doubt = |doubt| {
                if !loaded.doubts.contains(&doubt) {
                    loaded.doubts.push(doubt);
                }
            };
            if !journal::all_changes_sound(&working.connection).map_err(damage_of)? {
                doubt(Doubt::JournalDiffers);
            }
            let strange =
                "SELECT count(*) FROM meta WHERE name NOT IN ('content_hash', 'journal', 'seal')";
            let n_strange: i64 = working
                .connection
                .query_row(strange, [], |row| row.get(0))?;
            if seal == Seal::Broken || n_strange > 0 {
                doubt(Doubt::SealBroken);
            }
        }
        Ok((working, loaded))
    }

    /// Opens a file without changing a byte of it.
    ///
    /// # Errors
    /// As `open`.
    pub fn open_read_only(path: &Path) -> Result<(Self, Loaded), StorageError> {
        super::guard::inspect(path)?;
        let connection = Connection::open_with_flags(
            path,
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        inspect_open(&connection)?;
        let mut working = Self {
            connection,
            path: path.to_owned(),
            chain: String::new(),
        };
        let loaded = working.load().map_err(damage_of)?;
        Ok((working, loaded))
    }

    /// A second connection to a file that is open: reads the journal beside the one that edits go through.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn beside(path: &Path) -> Result<JournalReader, StorageError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        defend(&connection)?;
        Ok(JournalReader { connection })
    }

    fn prepare(connection: Connection, path: &Path) -> Result<Self, StorageError> {
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "secure_delete", true)?;
        connection.set_prepared_statement_cache_capacity(64);
        Ok(Self {
            connection,
            path: path.to_owned(),
            chain: String::new(),
        })
    }

    fn load(&mut self) -> Result<Loaded, StorageError> {
        let contents = tables::read(&self.connection)?;
        let heads = journal::heads(&self.connection)?;
        self.chain = heads.chain;
        let hash = contents.hash();
        let kept: Option<String> = self
            .connection
            .query_row(
                "SELECT value FROM meta WHERE name = 'content_hash'",
                [],
                |row| row.get(0),
            )
            .map(Some)
            .or_else(|error| match error {
                rusqlite::Error::QueryReturnedNoRows => Ok(None),
                other => Err(other),
            })?;
        let same = kept.map_or_else(
            || contents == Contents::default(),
            |kept| kept == hash.to_string(),
        );
        // The hash is of the form that records are written in, and forms grow: a document of an earlier version has
        // another one. Then its history has the say. The next edit writes the hash anew, in its own transaction.
        let sound = same
            || heads.sound && matches!(journal::leads_to(&self.connection, &contents), Ok(true));
        let mut doubts = Vec::new();
        if !sound {
            doubts.push(Doubt::HashDiffers);
        }
        if !heads.sound {
            doubts.push(Doubt::JournalDiffers);
        }
        Ok(Loaded {
            contents,
            hash,
            steps: heads.steps,
            doubts,
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a step in one transaction: records, journal and the new content hash.
    ///
    /// # Errors
    /// Then nothing was written.
    pub fn commit(&mut self, step: &Step, hash: ContentHash) -> Result<(), StorageError> {
        self.write(step, hash).map_err(|error| error.at(&self.path))
    }

    fn write(&mut self, step: &Step, hash: ContentHash) -> Result<(), StorageError> {
        let transaction = self
            .connection
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        tables::write(&transaction, &step.patch)?;
        let chain = journal::append(&transaction, step, &self.chain)?;
        transaction
            .prepare_cached("INSERT OR REPLACE INTO meta VALUES ('content_hash', ?)")?
            .execute([hash.to_string()])?;
        transaction.commit()?;
        self.chain = chain;
        Ok(())
    }

    /// The changes of a step.
    pub fn patch_of(&self, number: StepNumber) -> Result<Patch, StorageError> {
        journal::patch(&self.connection, number).map_err(|error| error.at(&self.path))
    }

    /// What happened to one cell, oldest first.
    pub fn cell_history(
        &self,
        key: &AssessmentKey,
    ) -> Result<Vec<(StepHead, Record)>, StorageError> {
        journal::of_cell(&self.connection, key)
    }

    /// The links of the journal's chain, one for each step.
    pub fn chain_links(&self) -> Result<Vec<String>, StorageError> {
        journal::links(&self.connection)
    }

    /// When and by whom records were last changed after a step, but for cells that are there and say so themselves.
    pub fn last_changes(&self, after: StepNumber) -> Result<Vec<LastChange>, StorageError> {
        journal::last_changes(&self.connection, after)
    }

    /// What happened to the records of one table, oldest first.
    pub fn table_history(&self, table: Table) -> Result<Vec<(StepHead, Record)>, StorageError> {
        journal::of_table(&self.connection, table)
    }

    /// Reads the records again from the file, to compare with memory.
    pub fn read_again(&self) -> Result<Contents, StorageError> {
        tables::read(&self.connection)
    }
}

/// Reads the changes of steps, for jobs.
#[derive(Debug)]
pub struct JournalReader {
    connection: Connection,
}
impl JournalReader {
    /// The changes of a step.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn patch_of(&self, number: StepNumber) -> Result<Patch, StorageError> {
        journal::patch(&self.connection, number)
    }
}
