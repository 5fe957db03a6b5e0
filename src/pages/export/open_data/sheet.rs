//! Writing one table as it is read through: counted and hashed on the way, never held whole.

use super::shape::Shape;
use crate::export::{ExportError, guarded};
use ordito_ground::text::Piece as _;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// A table that is written, with what a package says of it.
#[derive(Debug, Clone)]
pub struct Written {
    pub shape: Shape,
    pub rows: usize,
    pub bytes: u64,
    /// SHA-256 of the file, in hexadecimal digits.
    pub hash: String,
}

struct Counted {
    file: BufWriter<File>,
    bytes: u64,
    hash: Sha256,
}
impl Write for Counted {
    fn write(&mut self, part: &[u8]) -> std::io::Result<usize> {
        let n = self.file.write(part)?;
        self.bytes += n as u64;
        self.hash.update(part.piece(0..n));
        Ok(n)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

/// A table being written. The first failure is kept and said at the end.
pub struct Sheet {
    shape: Shape,
    path: PathBuf,
    table: csv::Writer<Counted>,
    rows: usize,
    failed: Option<std::io::Error>,
}

impl Sheet {
    pub fn new(shape: Shape, folder: &Path) -> Result<Self, ExportError> {
        let path = folder.join(shape.file());
        let file = ordito_ground::disk::create_new(&path).map_err(|error| ExportError::Io {
            path: path.clone(),
            error,
        })?;
        let counted = Counted {
            file: BufWriter::new(file),
            bytes: 0,
            hash: Sha256::new(),
        };
        let table = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(counted);
        let mut sheet = Self {
            shape,
            path,
            table,
            rows: 0,
            failed: None,
        };
        let heads: Vec<&str> = sheet.shape.fields.iter().map(|field| field.name).collect();
        let done = sheet.table.write_record(heads);
        sheet.keep(done);
        Ok(sheet)
    }

    fn keep(&mut self, done: Result<(), csv::Error>) {
        if let (Err(error), None) = (done, &self.failed) {
            self.failed = Some(error.into());
        }
    }

    /// A cell that is no free text: an id, a word, a number.
    pub fn word(&mut self, word: &str) -> &mut Self {
        let done = self.table.write_field(word);
        self.keep(done);
        self
    }
    /// A cell of free text, which no spreadsheet will take for a formula.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.word(&guarded(text))
    }
    /// Several texts in one cell.
    pub fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) -> &mut Self {
        let joined = texts.into_iter().collect::<Vec<_>>().join(" | ");
        self.text(&joined)
    }
    /// A cell that may be empty.
    pub fn maybe<T: std::fmt::Display>(&mut self, value: Option<T>) -> &mut Self {
        match value {
            Some(value) => self.word(&value.to_string()),
            None => self.word(""),
        }
    }
    /// The line is full.
    pub fn end(&mut self) {
        let done = self.table.write_record(None::<&[u8]>);
        self.keep(done);
        self.rows += 1;
    }

    pub fn finish(mut self) -> Result<Written, ExportError> {
        let path = self.path;
        let io = |error| ExportError::Io {
            path: path.clone(),
            error,
        };
        if let Some(error) = self.failed.take() {
            return Err(io(error));
        }
        let counted = self
            .table
            .into_inner()
            .map_err(|error| io(error.into_error()))?;
        let file = counted
            .file
            .into_inner()
            .map_err(|error| io(error.into_error()))?;
        file.sync_all().map_err(io)?;
        let digest: [u8; 32] = counted.hash.finalize().into();
        let hash = digest.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        Ok(Written {
            shape: self.shape,
            rows: self.rows,
            bytes: counted.bytes,
            hash,
        })
    }
}
