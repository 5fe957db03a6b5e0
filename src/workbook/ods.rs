//! ODS: all sheets lie in one part, one after the other, so they are read in one go.

use super::format::{Format, is_ambiguous};
use super::grid::{Grid, Limit};
use super::limits::{self, WorkbookError};
use super::number::{iso_text, number_text};
use super::package::Package;
use super::xml::{Node, Tag, Xml};
use super::{Sheet, Want, choose};
use crate::place::Area;
use crate::{ReadError, Table};
use std::collections::BTreeSet;
use std::io::Read;

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// Whether it is a package of OpenDocument's.
pub fn is_one(package: &Package) -> bool {
    package.has(CONTENT) && package.has(MANIFEST)
}

pub fn read(package: &mut Package, want: &Want) -> Result<Vec<Sheet>, ReadError> {
    if is_protected(package)? {
        return Err(WorkbookError::Protected.into());
    }
    // Which sheet is named alike is known only when all names are.
    let chosen = match &want.sheet {
        Some(_) => {
            let names = walk(package, |_, _| Ok(None))?
                .into_iter()
                .map(|sheet| sheet.name)
                .collect::<Vec<_>>();
            Some(choose(&names, want)?.into_iter().collect::<BTreeSet<_>>())
        }
        None => None,
    };
    let mut limit = Limit::default();
    let mut sheets = walk(package, |at, xml| {
        let is_wanted = chosen.as_ref().is_none_or(|chosen| chosen.contains(&at));
        if is_wanted {
            read_table(xml, want.area, &mut limit).map(Some)
        } else {
            Ok(None)
        }
    })?;
    let mut at = 0;
    sheets.retain(|_| {
        at += 1;
        chosen
            .as_ref()
            .is_none_or(|chosen| chosen.contains(&(at - 1)))
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
    F: FnMut(usize, &mut Xml<Box<dyn Read + '_>>) -> Result<Option<Table>, ReadError>,
{
    let mut xml = package.xml(CONTENT)?;
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut is_spreadsheet = false;
    // Styles of sheets stand before the sheets.
    let (mut style, mut hidden) = (String::new(), BTreeSet::new());
    loop {
        let depth = xml.depth;
        match xml.next()? {
            Node::Open(tag) if !is_spreadsheet && tag.name() == "style" => {
                style = tag.attribute("name").unwrap_or_default().into_owned();
            }
            #[expect(clippy::collapsible_match, reason = "no other arm is for these")]
            Node::Open(tag) if !is_spreadsheet && tag.name() == "table-properties" => {
                if tag.attribute("display").is_some_and(|word| word == "false")
                    && hidden.len() < limits::STYLES
                {
                    hidden.insert(std::mem::take(&mut style));
                }
            }
            Node::Open(tag) if tag.name() == "spreadsheet" => is_spreadsheet = true,
            Node::Open(tag) if is_spreadsheet && tag.name() == "table" => {
                let name = tag.attribute("name").unwrap_or_default().into_owned();
                let is_hidden = tag
                    .attribute("style-name")
                    .is_some_and(|style| hidden.contains(&*style));
                if sheets.len() >= limits::SHEETS {
                    return Err(WorkbookError::ManySheets {
                        limit: limits::SHEETS,
                    });
                }
                let table = match each(sheets.len(), &mut xml) {
                    Ok(table) => Ok(table.unwrap_or_default()),
                    // After broken XML there is nothing more to read.
                    Err(ReadError::Workbook(
                        error @ (WorkbookError::Unreadable { .. }
                        | WorkbookError::Declares { .. }
                        | WorkbookError::LargePart { .. }
                        | WorkbookError::ManyNodes { .. }),
                    )) => return Err(error),
                    Err(error) => Err(error),
                };
                sheets.push(Sheet::of_workbook(name, is_hidden, table));
                xml.skip_to(depth)?;
            }
            // What is tracked of changes, and named ranges after the sheets, hold tables too.
            Node::Open(tag)
                if is_spreadsheet
                    && matches!(tag.name(), "tracked-changes" | "database-ranges") =>
            {
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

/// A filled cell of a row that is repeated.
struct Again {
    column: u32,
    n_columns: u32,
    texts: (String, Option<String>),
}

/// Reads to the end of the table that was opened last.
fn read_table<R: Read>(
    xml: &mut Xml<R>,
    area: Option<Area>,
    limit: &mut Limit,
) -> Result<Table, ReadError> {
    let mut grid = Grid::new(area, limit);
    if let Err(error) = read_cells(xml, &mut grid) {
        grid.give_back();
        return Err(error.into());
    }
    grid.finish(CONTENT)
}

fn read_cells<R: Read>(xml: &mut Xml<R>, grid: &mut Grid<'_>) -> Result<(), WorkbookError> {
    let outside = xml.depth.saturating_sub(1);
    let (mut row, mut column, mut times, mut described) = (0_u32, 0_u32, 1_u32, 0_u32);
    let mut again: Vec<Again> = Vec::new();
    let mut row_at = None;
    while xml.depth > outside {
        let depth = xml.depth;
        match xml.next()? {
            Node::Open(tag) if tag.name() == "table-column" => {
                let n_columns = repeated(&tag, "number-columns-repeated");
                if is_hidden(&tag) {
                    grid.hide_columns(described, n_columns);
                }
                described = described.saturating_add(n_columns);
            }
            Node::Open(tag) if tag.name() == "table-row" => {
                times = repeated(&tag, "number-rows-repeated");
                if is_hidden(&tag) {
                    grid.hide_rows(row, times);
                }
                column = 0;
                row_at = Some(depth + 1);
            }
            Node::Open(tag)
                if row_at == Some(depth)
                    && matches!(tag.name(), "table-cell" | "covered-table-cell") =>
            {
                let n_columns = repeated(&tag, "number-columns-repeated");
                let span = (
                    repeated(&tag, "number-rows-spanned"),
                    repeated(&tag, "number-columns-spanned"),
                );
                let texts = Cell::of(&tag).texts(xml, row, column)?;
                if !texts.0.trim().is_empty() {
                    let last = (
                        row.saturating_add(span.0 - 1),
                        column.saturating_add(span.1 - 1),
                    );
                    grid.merge(Area {
                        first: (row, column),
                        last,
                    });
                    put(grid, row, column, n_columns, &texts)?;
                    if times > 1 && grid.wants_some(column, n_columns) {
                        again.push(Again {
                            column,
                            n_columns,
                            texts,
                        });
                    }
                }
                column = column.saturating_add(n_columns);
            }
            // Drawings, comments and tables within cells are no cells of this sheet.
            Node::Open(tag) if matches!(tag.name(), "shapes" | "table" | "annotation") => {
                xml.skip()?;
            }
            Node::Close if row_at == Some(depth) => {
                row_at = None;
                // Rows without a filled cell, a million at the end of most sheets, are passed over in one step.
                let rows = if again.is_empty() {
                    0..0
                } else {
                    grid.rows(row.saturating_add(1), times - 1)
                };
                for row in rows {
                    for Again {
                        column,
                        n_columns,
                        texts,
                    } in &again
                    {
                        put(grid, row, *column, *n_columns, texts)?;
                    }
                }
                again.clear();
                row = row.saturating_add(times);
            }
            Node::End => break,
            _ => {}
        }
    }
    Ok(())
}

/// Whether a row or column is hidden, or left out by a filter.
fn is_hidden(tag: &Tag<'_>) -> bool {
    tag.attribute("visibility")
        .is_some_and(|word| matches!(&*word, "collapse" | "filter"))
}

fn put(
    grid: &mut Grid<'_>,
    row: u32,
    column: u32,
    n_columns: u32,
    (text, shown): &(String, Option<String>),
) -> Result<(), WorkbookError> {
    for further in 0..n_columns {
        let column = column.saturating_add(further);
        if grid.is_beyond(row, column) {
            break;
        }
        grid.put_number(row, column, text, shown.clone())?;
    }
    Ok(())
}

/// What a cell says of itself before its text.
enum Cell {
    /// A number, with its text as it is shown after it.
    Number(String),
    /// A value that is written as it stands.
    Value(String),
    /// The text, or this where there is none.
    Text { otherwise: String },
}
impl Cell {
    fn of(tag: &Tag<'_>) -> Self {
        let attribute = |name: &str| tag.attribute(name).unwrap_or_default().into_owned();
        match attribute("value-type").as_str() {
            "float" | "currency" => Self::Number(number_text(&attribute("value")).into_owned()),
            "percentage" => Self::Value(
                Format::Percent(0)
                    .texts(number_text(&attribute("value")))
                    .0
                    .into_owned(),
            ),
            "date" => Self::Value(iso_text(&attribute("date-value"))),
            "boolean" => Self::Value(attribute("boolean-value").to_uppercase()),
            "string" => Self::Text {
                otherwise: attribute("string-value"),
            },
            // A formula that was never worked out shows itself, so that it is refused and not lost.
            _ => {
                let formula = attribute("formula");
                let otherwise = formula.strip_prefix("of:").unwrap_or(&formula).to_owned();
                Self::Text { otherwise }
            }
        }
    }

    /// Reads to the end of the cell: what it says and, where that is another text, what it shows.
    fn texts<R: Read>(
        self,
        xml: &mut Xml<R>,
        row: u32,
        column: u32,
    ) -> Result<(String, Option<String>), WorkbookError> {
        match self {
            Self::Value(text) if !text.is_empty() => {
                xml.skip()?;
                Ok((text, None))
            }
            Self::Number(text) if !text.is_empty() => {
                let seen = paragraphs(xml, row, column)?;
                let shown =
                    shown_as(&seen, &text).or_else(|| is_ambiguous(&text).then(|| text.clone()));
                Ok((text, shown))
            }
            Self::Number(otherwise) | Self::Value(otherwise) | Self::Text { otherwise } => {
                let text = paragraphs(xml, row, column)?;
                Ok((if text.is_empty() { otherwise } else { text }, None))
            }
        }
    }
}

/// A number as its cell shows it, where that says the same number in other digits (`1,10`, `001`) or with signs about them
/// (`M01`). Separators of thousands and currencies say nothing more, and a rounded number says less.
fn shown_as(seen: &str, plain: &str) -> Option<String> {
    let is_of_number = |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.');
    let digits = seen.trim_matches(|sign: char| !sign.is_ascii_digit());
    if digits.is_empty() || plain.starts_with('-') || !digits.chars().all(is_of_number) {
        return None;
    }
    let number = digits.replace(',', ".");
    let is_same = number
        .parse::<f64>()
        .is_ok_and(|number| plain.parse() == Ok(number));
    let has_currency = seen.chars().any(|sign| matches!(sign, '€' | '$' | '£'));
    let shown = seen.replacen(digits, &number, 1);
    (is_same && !has_currency && shown != plain && shown.strip_prefix('+') != Some(plain))
        .then_some(shown)
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
                    text.extend(std::iter::repeat_n(
                        ' ',
                        n_spaces.min(limits::CELL_TEXT + 1),
                    ));
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
