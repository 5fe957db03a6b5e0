//! "Dati aperti": a folder of long-form CSV files with what a portal wants beside them.
//!
//! `datapackage.json` describes every file and column as Table Schema; `dcat-ap_it.ttl` is the record for the national
//! catalogue. What only the publishing body knows (licence, holder, address, frequency) is marked to be filled in, and
//! `LEGGIMI.txt` lists it. Columns have the Italian names of the document's own views (`schema.sql`) in both
//! languages, so that programs that read them need not care; their titles and descriptions are in the language asked
//! for. Persons' names are not published: an assessor who is a person gets a number.

mod cells;
mod dcat;
mod folder;
mod lists;
mod package;
mod shape;
mod sheet;

use super::ExportError;
use ordito_model::{AssessorId, AssessorKind, Contents, Timestamp};
use ordito_words::Words;
use sheet::Written;
use std::path::Path;

/// Files beside the tables.
const PACKAGE: &str = "datapackage.json";
const CATALOGUE: &str = "dcat-ap_it.ttl";
const READ_ME: &str = "LEGGIMI.txt";

/// Every table that such a folder may hold.
const TABLES: [&str; 11] = [
    "politiche",
    "obiettivi",
    "fonti",
    "scale",
    "livelli",
    "matrici",
    "valutatori",
    "valutazioni",
    "valutazioni-politiche",
    "valutazioni-obiettivi",
    "citazioni",
];

/// What the tables are written from.
struct Source<'a> {
    contents: &'a Contents,
    words: &'a Words,
    at: Timestamp,
}

/// Writes the folder whole or not at all.
///
/// # Errors
/// When something is there (with `force`: something that is no such folder), or it cannot be written.
pub fn write_open_data(
    to: &Path,
    contents: &Contents,
    words: &Words,
    at: Timestamp,
    force: bool,
) -> Result<(), ExportError> {
    let source = Source {
        contents,
        words,
        at,
    };
    folder::write_folder(to, force, |inside| {
        let mut written: Vec<Written> = Vec::new();
        written.extend(lists::write(&source, inside)?);
        written.extend(cells::write(&source, inside)?);
        folder::write_beside(inside, PACKAGE, &package::descriptor(&source, &written))?;
        folder::write_beside(inside, CATALOGUE, &dcat::record(&source, &written))?;
        folder::write_beside(inside, READ_ME, &package::read_me(&source, &written))
    })
}

impl Source<'_> {
    fn document_title(&self) -> &str {
        self.contents.title()
    }

    /// Whether scores in it are illustrative: the document says so, or one of its matrices.
    fn is_illustrative(&self) -> bool {
        self.contents.info().is_some_and(|info| info.illustrative)
            || self
                .contents
                .matrices
                .values()
                .any(|matrix| matrix.illustrative)
    }

    /// The title of the set of data, which says when scores are illustrative.
    fn title(&self, words: &Words) -> String {
        let title = words.open_title(self.document_title());
        if self.is_illustrative() {
            words.open_illustrative(title)
        } else {
            title
        }
    }

    fn description(&self, words: &Words) -> String {
        let mut parts = vec![words.open_description(self.document_title())];
        if self.is_illustrative() {
            parts.push(words.open_illustrative_text());
        }
        if let Some(text) = self
            .contents
            .info()
            .map(|info| info.description.trim())
            .filter(|text| !text.is_empty())
        {
            parts.push(text.to_owned());
        }
        parts.push(words.open_persons());
        parts.join(" ")
    }

    /// Assessors in their order with the name that may be published.
    fn assessors(&self) -> Vec<(AssessorId, String, AssessorKind)> {
        let mut n_persons = 0;
        let list = self
            .contents
            .assessors_in_order()
            .into_iter()
            .map(|(id, assessor)| {
                if assessor.kind != AssessorKind::Person {
                    return (id, assessor.name.clone(), assessor.kind);
                }
                n_persons += 1;
                (
                    id,
                    self.words
                        .open_person(self.words.numbers().count(n_persons)),
                    assessor.kind,
                )
            });
        list.collect()
    }
}
