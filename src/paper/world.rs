//! All that a template can see.

use crate::Job;
use std::collections::HashMap;
use std::fmt::{Debug, Formatter};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpan, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World, WorldExt as _};

/// The world of one job.
pub struct Paper {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
    files: HashMap<FileId, Bytes>,
    today: Option<Datetime>,
}
impl Debug for Paper {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Paper")
            .field("files", &self.files.len())
            .finish_non_exhaustive()
    }
}

fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(format!("/{name}")).ok()?;
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

impl Paper {
    pub fn new(job: &Job) -> Self {
        let fonts: Vec<Font> = job
            .fonts
            .iter()
            .flat_map(|font| Font::iter(Bytes::new(*font)))
            .collect();
        let mut files = HashMap::new();
        if let Some(data) = id("data.json") {
            files.insert(data, Bytes::from_string(job.data.clone()));
        }
        for (name, bytes) in &job.files {
            if let Some(id) = id(name) {
                files.insert(id, Bytes::new(bytes.clone()));
            }
        }
        let main = match id("main.typ") {
            Some(id) => Source::new(id, job.template.clone()),
            None => Source::detached(job.template.clone()),
        };
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main,
            files,
            today: crate::date(job.date),
        }
    }

    pub const fn today(&self) -> Option<Datetime> {
        self.today
    }

    /// Line and column in the template, from 0.
    pub fn place_of(&self, span: DiagSpan) -> Option<(usize, usize)> {
        let range = self.range(span)?;
        if span.id() != Some(self.main.id()) {
            return None;
        }
        self.main.lines().byte_to_line_column(range.start)
    }
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }
    fn main(&self) -> FileId {
        self.main.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            Ok(self.main.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }
    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}
