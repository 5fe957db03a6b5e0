//! XLSX: what the workbook holds, then one sheet at a time, cell by cell.

mod sheet;
mod strings;
mod styles;

use super::grid::{Grid, Limit};
use super::limits::{self, WorkbookError};
use super::package::Package;
use super::strings::Strings;
use super::xml::Node;
use crate::place::Area;
use crate::{ReadError, Table};
use std::collections::BTreeMap;
use styles::Styles;

/// A sheet's name and where it lies in the package.
struct Entry {
    name: String,
    part: String,
    hidden: bool,
}

pub struct Book {
    sheets: Vec<Entry>,
    strings: Strings,
    styles: Styles,
    from_1904: bool,
}

/// Id, kind (the last word of its address) and target of a relationship.
type Relationships = BTreeMap<String, (String, String)>;

impl Book {
    pub fn open(package: &mut Package) -> Result<Self, WorkbookError> {
        let roots = relationships(package, "_rels/.rels", "")?;
        let root = roots
            .into_values()
            .find(|(kind, _)| kind == "officeDocument")
            .map(|(_, part)| part);
        let part = root.ok_or(WorkbookError::NotASpreadsheet)?;
        // A binary workbook (XLSB) is one too, but not in XML.
        if part.rsplit('.').next() != Some("xml") || !package.has(&part) {
            return Err(WorkbookError::NotASpreadsheet);
        }
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", &part));
        let related = relationships(
            package,
            &join(folder, &format!("_rels/{name}.rels")),
            folder,
        )?;
        let (sheets, from_1904) = contents(package, &part, &related)?;
        let of_kind = |kind: &str| {
            let found = related
                .values()
                .find(|(found, _)| found == kind)
                .map(|(_, part)| part.clone());
            found.filter(|part| package.has(part))
        };
        let (texts, styles) = (of_kind("sharedStrings"), of_kind("styles"));
        let strings = texts
            .map(|part| strings::read(package, &part))
            .transpose()?
            .unwrap_or_default();
        let styles = styles
            .map(|part| Styles::read(package, &part))
            .transpose()?
            .unwrap_or_default();
        Ok(Self {
            sheets,
            strings,
            styles,
            from_1904,
        })
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.sheets.iter().map(|sheet| sheet.name.as_str())
    }
    pub fn is_hidden(&self, at: usize) -> bool {
        self.sheets.get(at).is_some_and(|sheet| sheet.hidden)
    }
    /// How large a sheet is by its own word.
    pub fn said_size(&self, package: &mut Package, at: usize) -> u64 {
        self.sheets
            .get(at)
            .map_or(0, |sheet| package.said_size(&sheet.part))
    }

    pub fn table(
        &self,
        package: &mut Package,
        at: usize,
        area: Option<Area>,
        limit: &mut Limit,
    ) -> Result<Table, ReadError> {
        let part = self
            .sheets
            .get(at)
            .map(|sheet| sheet.part.as_str())
            .unwrap_or_default();
        let mut grid = Grid::new(area, limit);
        if let Err(error) = sheet::read(self, package, part, &mut grid) {
            grid.give_back();
            return Err(error.into());
        }
        grid.finish(part)
    }
}

/// Sheets with cells in them, in their order, and whether days are counted from 1904.
fn contents(
    package: &mut Package,
    part: &str,
    related: &Relationships,
) -> Result<(Vec<Entry>, bool), WorkbookError> {
    let mut xml = package.xml(part)?;
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.name() == "sheet" => {
                let found = tag.attribute("id").and_then(|id| related.get(&*id));
                if let (Some(name), Some((kind, part))) = (tag.attribute("name"), found)
                    && kind == "worksheet"
                {
                    let hidden = tag
                        .attribute("state")
                        .is_some_and(|state| state != "visible");
                    sheets.push(Entry {
                        name: name.into_owned(),
                        part: part.clone(),
                        hidden,
                    });
                }
                if sheets.len() > limits::SHEETS {
                    return Err(WorkbookError::ManySheets {
                        limit: limits::SHEETS,
                    });
                }
            }
            Node::Open(tag) if tag.name() == "workbookPr" => {
                from_1904 = tag
                    .attribute("date1904")
                    .is_some_and(|word| matches!(&*word, "1" | "true"));
            }
            Node::End => break,
            _ => {}
        }
    }
    if sheets.is_empty() {
        Err(WorkbookError::NotASpreadsheet)
    } else {
        Ok((sheets, from_1904))
    }
}

fn relationships(
    package: &mut Package,
    part: &str,
    folder: &str,
) -> Result<Relationships, WorkbookError> {
    let mut found = Relationships::new();
    if !package.has(part) {
        return Ok(found);
    }
    let mut xml = package.xml(part)?;
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.name() == "Relationship" => {
                let (id, kind, target) = (
                    tag.attribute("Id"),
                    tag.attribute("Type"),
                    tag.attribute("Target"),
                );
                if let (Some(id), Some(kind), Some(target)) = (id, kind, target) {
                    let kind = kind
                        .rsplit_once('/')
                        .map_or(&*kind, |(_, kind)| kind)
                        .to_owned();
                    let part = target
                        .strip_prefix('/')
                        .map_or_else(|| join(folder, &target), str::to_owned);
                    found.insert(id.into_owned(), (kind, part));
                }
                if found.len() > limits::PARTS {
                    return Err(WorkbookError::ManyParts {
                        limit: limits::PARTS,
                    });
                }
            }
            Node::End => return Ok(found),
            _ => {}
        }
    }
}

/// A path from a folder of the package.
fn join(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}
