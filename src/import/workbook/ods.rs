//! ODS: all sheets lie in one part, one after the other, so they are read in one go.

use super::grid::{Area, Grid, Limit};
use super::limits::{self, WorkbookError};
use super::number::{iso_text, number_text};
use super::package::Package;
use super::xml::{Node, Tag, Xml};
use super::{Sheet, Want, choose};
use crate::import::{ImportError, Table};
use std::collections::BTreeSet;
use std::io::Read;

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// Whether it is a package of OpenDocument's.
pub fn is_one(package: &Package) -> bool {
    package.has(CONTENT) && package.has(MANIFEST)
}

pub fn read(package: &mut Package, want: &Want) -> Result<Vec<Sheet>, ImportError> {
    if is_protected(package)? {
        return Err(WorkbookError::Protected.into());
    }
    // Which sheet is named alike is known only when all names are.
    let chosen = match &want.sheet {
        Some(_) => {
            let names = walk(package, |_, _| Ok(None))?.into_iter().map(|sheet| sheet.name).collect::<Vec<_>>();
            Some(choose(&names, want)?.into_iter().map(|(at, _)| at).collect::<BTreeSet<_>>())
        }
        None => None,
    };
    let mut limit = Limit::default();
    let mut sheets = walk(package, |at, xml| {
        let is_wanted = chosen.as_ref().is_none_or(|chosen| chosen.contains(&at));
        if is_wanted { read_table(xml, want.area, &mut limit).map(Some) } else { Ok(None) }
    })?;
    let mut at = 0;
    sheets.retain(|_| {
        at += 1;
        chosen.as_ref().is_none_or(|chosen| chosen.contains(&(at - 1)))
    });
    Ok(sheets)
}

fn is_protected(package: &mut Package) -> Result<bool, WorkbookError> {
    let mut xml = package.xml(MANIFEST)?;
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.name() == "encryption-data" => return Ok(true),
            Node::End => return Ok(false),
            _ => {}
        }
    }
}

/// Calls for every sheet with its place, the stream being inside of it; what is left of it is passed over.
fn walk<F>(package: &mut Package, mut each: F) -> Result<Vec<Sheet>, WorkbookError>
where
    F: FnMut(usize, &mut Xml<Box<dyn Read + '_>>) -> Result<Option<Table>, ImportError>,
{
    let mut xml = package.xml(CONTENT)?;
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut is_spreadsheet = false;
    loop {
        let depth = xml.depth;
        match xml.next()? {
            Node::Open(tag) if tag.name() == "spreadsheet" => is_spreadsheet = true,
            Node::Open(tag) if is_spreadsheet && tag.name() == "table" => {
                let name = tag.attribute("name").unwrap_or_default().into_owned();
                if sheets.len() >= limits::SHEETS {
                    return Err(WorkbookError::ManySheets { limit: limits::SHEETS });
                }
                let table = match each(sheets.len(), &mut xml) {
                    Ok(table) => Ok(Table { sheet: name.clone(), ..table.unwrap_or_default() }),
                    // After broken XML there is nothing more to read.
                    Err(ImportError::Workbook(
                        error @ (WorkbookError::Unreadable { .. }
                        | WorkbookError::Declares { .. }
                        | WorkbookError::LargePart { .. }
                        | WorkbookError::ManyNodes { .. }),
                    )) => return Err(error),
                    Err(error) => Err(error),
                };
                sheets.push(Sheet { name, table });
                xml.skip_to(depth)?;
            }
            // What is tracked of changes, and named ranges after the sheets, hold tables too.
            Node::Open(tag) if is_spreadsheet && matches!(tag.name(), "tracked-changes" | "database-ranges") => {
                xml.skip()?;
            }
            Node::End if sheets.is_empty() => return Err(WorkbookError::NotASpreadsheet),
            Node::End => return Ok(sheets),
            _ => {}
        }
    }
}

fn repeated(tag: &Tag<'_>, attribute: &str) -> u32 {
    tag.number(attribute).unwrap_or(1).max(1)
}

/// Reads to the end of the table that was opened last.
fn read_table<R: Read>(xml: &mut Xml<R>, area: Option<Area>, limit: &mut Limit) -> Result<Table, ImportError> {
    let outside = xml.depth.saturating_sub(1);
    let mut grid = Grid::new(area, limit);
    let (mut row, mut column, mut times) = (0_u32, 0_u32, 1_u32);
    // The filled cells of a row that is repeated.
    let mut again: Vec<(u32, u32, String)> = Vec::new();
    let mut row_at = None;
    while xml.depth > outside {
        let depth = xml.depth;
        match xml.next()? {
            Node::Open(tag) if tag.name() == "table-row" => {
                times = repeated(&tag, "number-rows-repeated");
                column = 0;
                row_at = Some(depth + 1);
            }
            Node::Open(tag) if row_at == Some(depth) && matches!(tag.name(), "table-cell" | "covered-table-cell") => {
                let n_columns = repeated(&tag, "number-columns-repeated");
                let cell = Cell::of(&tag);
                let text = cell.text(xml, row, column)?;
                if !text.trim().is_empty() {
                    put(&mut grid, row, column, n_columns, &text)?;
                    if times > 1 && grid.wants_some(column, n_columns) {
                        again.push((column, n_columns, text));
                    }
                }
                column = column.saturating_add(n_columns);
            }
            // Drawings, comments and tables within cells are no cells of this sheet.
            Node::Open(tag) if matches!(tag.name(), "shapes" | "table" | "annotation") => xml.skip()?,
            Node::Close if row_at == Some(depth) => {
                row_at = None;
                // Rows without a filled cell, a million at the end of most sheets, are passed over in one step.
                let rows = if again.is_empty() { 0..0 } else { grid.rows(row.saturating_add(1), times - 1) };
                for row in rows {
                    for (column, n_columns, text) in &again {
                        put(&mut grid, row, *column, *n_columns, text)?;
                    }
                }
                again.clear();
                row = row.saturating_add(times);
            }
            Node::End => break,
            _ => {}
        }
    }
    grid.finish(CONTENT)
}

fn put(grid: &mut Grid<'_>, row: u32, column: u32, n_columns: u32, text: &str) -> Result<(), WorkbookError> {
    for further in 0..n_columns {
        let column = column.saturating_add(further);
        if grid.is_beyond(row, column) {
            break;
        }
        grid.put(row, column, text)?;
    }
    Ok(())
}

/// What a cell says of itself before its text.
enum Cell {
    /// A value that is written as it stands.
    Value(String),
    /// The text, or this where there is none.
    Text { otherwise: String },
}
impl Cell {
    fn of(tag: &Tag<'_>) -> Self {
        let attribute = |name: &str| tag.attribute(name).unwrap_or_default().into_owned();
        match attribute("value-type").as_str() {
            "float" | "percentage" | "currency" => Self::Value(number_text(&attribute("value"))),
            "date" => Self::Value(iso_text(&attribute("date-value"))),
            "boolean" => Self::Value(attribute("boolean-value").to_uppercase()),
            "string" => Self::Text { otherwise: attribute("string-value") },
            // A formula that was never worked out shows itself, so that it is refused and not lost.
            _ => {
                let formula = attribute("formula");
                let otherwise = formula.strip_prefix("of:").unwrap_or(&formula).to_owned();
                Self::Text { otherwise }
            }
        }
    }

    /// Reads to the end of the cell.
    fn text<R: Read>(self, xml: &mut Xml<R>, row: u32, column: u32) -> Result<String, WorkbookError> {
        match self {
            Self::Value(text) if !text.is_empty() => {
                xml.skip()?;
                Ok(text)
            }
            Self::Value(otherwise) | Self::Text { otherwise } => {
                let text = paragraphs(xml, row, column)?;
                Ok(if text.is_empty() { otherwise } else { text })
            }
        }
    }
}

/// The paragraphs of the cell that was opened last, one a line.
fn paragraphs<R: Read>(xml: &mut Xml<R>, row: u32, column: u32) -> Result<String, WorkbookError> {
    let outside = xml.depth.saturating_sub(1);
    let mut text = String::new();
    let mut n_paragraphs = 0;
    let mut paragraph_at = None;
    // White space in a row is one space; more of it is written with tags.
    let mut after_space = true;
    while xml.depth > outside {
        let depth = xml.depth;
        match xml.next()? {
            Node::Open(tag) => match tag.name() {
                "p" | "h" if paragraph_at.is_none() => {
                    paragraph_at = Some(depth + 1);
                    if n_paragraphs > 0 {
                        text.push('\n');
                    }
                    n_paragraphs += 1;
                    after_space = true;
                }
                "s" => {
                    let n_spaces = tag.number("c").unwrap_or(1) as usize;
                    text.extend(std::iter::repeat_n(' ', n_spaces.min(limits::CELL_TEXT + 1)));
                }
                "tab" => text.push('\t'),
                "line-break" => text.push('\n'),
                "annotation" | "table" | "ruby-text" | "note" => xml.skip()?,
                _ => {}
            },
            Node::Text(part) if paragraph_at.is_some() => {
                for character in part.chars() {
                    let is_space = character.is_ascii_whitespace();
                    if !is_space {
                        text.push(character);
                    } else if !after_space {
                        text.push(' ');
                    }
                    after_space = is_space;
                }
            }
            Node::Close if paragraph_at == Some(depth) => paragraph_at = None,
            Node::End => break,
            _ => {}
        }
        if text.len() > limits::CELL_TEXT {
            return Err(WorkbookError::LongText {
                row: row.saturating_add(1),
                column: column.saturating_add(1),
                limit: limits::CELL_TEXT,
            });
        }
    }
    Ok(text)
}
