//! A zip file whose parts are unpacked under counted limits. What a part says of its size is not believed.

use super::limits::{self, WorkbookError};
use super::xml::{Counted, Xml};
use std::cell::Cell;
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
    spent: Spent,
}

impl Package {
    /// # Errors
    /// When it is no zip file, or one with more parts than a workbook has.
    pub fn open(bytes: Vec<u8>) -> Result<Self, WorkbookError> {
        // The directory is read whole by what reads it, so its records are counted first, wherever it may begin.
        let n_parts = memchr::memmem::find_iter(&bytes, DIRECTORY_RECORD).take(limits::PARTS + 1).count();
        if n_parts > limits::PARTS {
            return Err(WorkbookError::ManyParts { limit: limits::PARTS });
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable("zip", &error))?;
        Ok(Self { zip, spent: Spent::default() })
    }

    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// A part as a stream of XML.
    ///
    /// # Errors
    /// When it is not there or cannot be unpacked.
    pub fn xml(&mut self, name: &str) -> Result<Xml<Box<dyn Read + '_>>, WorkbookError> {
        let spent = self.spent.clone();
        let file = self.zip.by_name(name).map_err(|error| unreadable(name, &error))?;
        if file.encrypted() {
            return Err(WorkbookError::Protected);
        }
        Ok(Xml::new(name, Counted::new(BufReader::with_capacity(1 << 16, Box::new(file)), spent)))
    }
}

fn unreadable(part: &str, error: &dyn std::fmt::Display) -> WorkbookError {
    WorkbookError::Unreadable { part: part.to_owned(), detail: error.to_string() }
}
