//! A zip file whose parts are unpacked under counted limits. What a part says of its size is not believed.

use super::encoded::as_utf8;
use super::limits::{self, WorkbookError};
use super::xml::{Counted, Xml};
use std::cell::Cell;
use std::collections::HashMap;
use std::io::{BufReader, Cursor, Read};
use std::rc::Rc;
use zip::ZipArchive;

/// How a record of the directory of a zip file begins.
const DIRECTORY_RECORD: &[u8] = b"PK\x01\x02";

/// What was unpacked and read so far, in all parts together.
#[derive(Debug, Clone, Default)]
pub struct Spent {
    pub bytes: Rc<Cell<u64>>,
    pub nodes: Rc<Cell<u64>>,
}

pub struct Package {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// Places of the parts by their names, and by their names in one form.
    parts: HashMap<String, usize>,
    spent: Spent,
}

/// Names of parts are told apart without case; some writers part folders as Windows does.
fn plain(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

impl Package {
    /// # Errors
    /// When it is no zip file, or one with more parts than a workbook has.
    pub fn open(bytes: Vec<u8>) -> Result<Self, WorkbookError> {
        // The directory is read whole by what reads it, so its records are counted first, wherever it may begin.
        let n_parts = memchr::memmem::find_iter(&bytes, DIRECTORY_RECORD)
            .take(limits::PARTS + 1)
            .count();
        if n_parts > limits::PARTS {
            return Err(WorkbookError::ManyParts {
                limit: limits::PARTS,
            });
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable("zip", &error))?;
        let mut parts = HashMap::new();
        for (at, name) in zip.file_names().enumerate() {
            let Ok(name) = name else { continue };
            parts.entry(plain(&name)).or_insert(at);
            parts.insert(name.into_owned(), at);
        }
        Ok(Self {
            zip,
            parts,
            spent: Spent::default(),
        })
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.parts
            .get(name)
            .or_else(|| self.parts.get(&plain(name)))
            .copied()
    }

    pub fn has(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// How large a part says it is when packed; not to be relied on.
    pub fn said_size(&mut self, name: &str) -> u64 {
        let place = self.place(name);
        place
            .and_then(|at| self.zip.by_index_raw(at).ok())
            .map_or(0, |file| file.compressed_size())
    }

    /// A part as a stream of XML.
    ///
    /// # Errors
    /// When it is not there or cannot be unpacked.
    pub fn xml(&mut self, name: &str) -> Result<Xml<Box<dyn Read + '_>>, WorkbookError> {
        let spent = self.spent.clone();
        let at = self
            .place(name)
            .ok_or_else(|| unreadable(name, &zip::result::ZipError::FileNotFound))?;
        let file = self
            .zip
            .by_index(at)
            .map_err(|error| unreadable(name, &error))?;
        if file.encrypted() {
            return Err(WorkbookError::Protected);
        }
        let text = as_utf8(file).map_err(|error| unreadable(name, &error))?;
        Ok(Xml::new(
            name,
            Counted::new(BufReader::with_capacity(1 << 16, text), spent),
        ))
    }
}

fn unreadable(part: &str, error: &dyn std::fmt::Display) -> WorkbookError {
    WorkbookError::Unreadable {
        part: part.to_owned(),
        detail: error.to_string(),
    }
}
