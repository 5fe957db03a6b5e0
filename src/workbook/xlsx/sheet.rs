//! The cells of a sheet.

use super::super::format::Format;
use super::super::grid::Grid;
use super::super::limits::{self, WorkbookError};
use super::super::number::{date_text, iso_text, number_text};
use super::super::package::Package;
use super::super::xml::{Node, Tag, Xml};
use super::Book;
use super::strings::{plain, runs};
use crate::place::reference;
use std::borrow::Cow;
use std::io::Read;

/// A cell as it is being read.
#[derive(Default)]
struct Cell {
    /// As `B3`; nothing when it is the next one.
    name: String,
    kind: String,
    style: u32,
    /// What lies in `v` or `is`.
    value: String,
    formula: String,
}

pub fn read(
    book: &Book,
    package: &mut Package,
    part: &str,
    grid: &mut Grid<'_>,
) -> Result<(), WorkbookError> {
    let mut xml = package.xml(part)?;
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut in_data = None;
    let mut cell = Cell::default();
    loop {
        let depth = xml.depth;
        match xml.next()? {
            Node::Open(tag) if in_data.is_none() && tag.name() == "sheetData" => {
                in_data = Some(depth + 1);
            }
            Node::Open(tag) if in_data.is_none() => hide_columns(&tag, grid),
            Node::Open(tag) if tag.name() == "row" => {
                let said = tag.number("r");
                row = said.map_or(row, |said| said.saturating_sub(1));
                column = 0;
                let is_hidden = is_hidden(&tag, "ht");
                if row >= limits::ROWS {
                    return Err(xml.unreadable(format!("row {}", u64::from(row) + 1)));
                }
                if is_hidden {
                    grid.hide_rows(row, 1);
                }
            }
            Node::Open(tag) if tag.name() == "c" => {
                cell.begin(&tag);
                let place = match cell.name.as_str() {
                    name if !name.is_empty() => reference(name).ok_or_else(|| name.to_owned()),
                    _ if row < limits::ROWS && column < limits::COLUMNS => Ok((row, column)),
                    _ => Err(format!(
                        "row {}, column {}",
                        u64::from(row) + 1,
                        u64::from(column) + 1
                    )),
                };
                (row, column) = place.map_err(|place| xml.unreadable(place))?;
                cell.read(&mut xml, row, column)?;
                if grid.wants(row, column) {
                    let (text, shown) =
                        cell.texts(book).map_err(|detail| xml.unreadable(detail))?;
                    grid.put_number(row, column, &text, shown)?;
                }
                column += 1;
            }
            Node::Close if in_data == Some(depth) => {
                // The cells are there; what is broken behind them is of no account.
                let _ = merged(&mut xml, grid);
                return Ok(());
            }
            Node::Close if in_data.is_some_and(|data| depth == data + 1) => {
                row = row.saturating_add(1);
            }
            // Not a sheet of cells, or an empty one.
            Node::End => return Ok(()),
            _ => {}
        }
    }
}

/// Whether a row or column is hidden, or has no height or width.
fn is_hidden(tag: &Tag<'_>, size: &str) -> bool {
    let (mut hidden, mut nothing) = (false, false);
    tag.each(|name, text| {
        if name == "hidden" {
            hidden = matches!(text.trim(), "1" | "true");
        } else if name == size {
            nothing = text.trim().parse() == Ok(0.0);
        }
    });
    hidden || nothing
}

fn hide_columns(tag: &Tag<'_>, grid: &mut Grid<'_>) {
    if tag.name() != "col" || !is_hidden(tag, "width") {
        return;
    }
    if let (Some(first), Some(last)) = (tag.number("min"), tag.number("max"))
        && (1..=last).contains(&first)
    {
        grid.hide_columns(first - 1, last - first + 1);
    }
}

/// Reads which cells are merged, which stands behind the cells.
fn merged<R: Read>(xml: &mut Xml<R>, grid: &mut Grid<'_>) -> Result<(), WorkbookError> {
    loop {
        match xml.next()? {
            Node::Open(tag) => match tag.name() {
                "mergeCell" => {
                    if let Some(area) = tag.attribute("ref").and_then(|text| text.parse().ok()) {
                        grid.merge(area);
                    }
                }
                // What stands behind them in every sheet.
                "phoneticPr"
                | "conditionalFormatting"
                | "dataValidations"
                | "hyperlinks"
                | "pageMargins" => {
                    return Ok(());
                }
                _ => {}
            },
            Node::End => return Ok(()),
            _ => {}
        }
    }
}

impl Cell {
    fn begin(&mut self, tag: &Tag<'_>) {
        self.name.clear();
        self.kind.clear();
        self.style = 0;
        tag.each(|name, text| match name {
            "r" => text.clone_into(&mut self.name),
            "t" => text.clone_into(&mut self.kind),
            "s" => self.style = text.trim().parse().unwrap_or(0),
            _ => {}
        });
        self.value.clear();
        self.formula.clear();
    }

    /// Reads to the end of the cell.
    fn read<R: Read>(
        &mut self,
        xml: &mut Xml<R>,
        row: u32,
        column: u32,
    ) -> Result<(), WorkbookError> {
        let outside = xml.depth.saturating_sub(1);
        let mut within = "";
        while xml.depth > outside {
            let depth = xml.depth;
            match xml.next()? {
                Node::Open(tag) if depth == outside + 1 => match tag.name() {
                    "is" => runs(xml, &mut self.value)?,
                    "v" => within = "v",
                    "f" => {
                        within = "f";
                        self.formula.push('=');
                    }
                    _ => within = "",
                },
                Node::Text(text) if depth == outside + 2 && !within.is_empty() => {
                    let into = if within == "v" {
                        &mut self.value
                    } else {
                        &mut self.formula
                    };
                    into.push_str(&text);
                    if into.len() > limits::CELL_TEXT {
                        return Err(WorkbookError::LongText {
                            row: row + 1,
                            column: column + 1,
                            limit: limits::CELL_TEXT,
                        });
                    }
                }
                Node::Close if depth == outside + 2 => within = "",
                Node::End => break,
                _ => {}
            }
        }
        Ok(())
    }

    /// What the cell says and, where that is another text, what it shows. A formula that was never worked out shows itself,
    /// so that it is refused and not lost; one that came to an empty text is blank.
    fn texts<'c>(&'c self, book: &'c Book) -> Result<(Cow<'c, str>, Option<String>), String> {
        let value = self.value.as_str();
        if value.is_empty() {
            let is_blank = self.kind == "str";
            return Ok((
                Cow::Borrowed(if is_blank { "" } else { &self.formula }),
                None,
            ));
        }
        let text = match self.kind.as_str() {
            "s" => {
                let at = value.trim().parse().ok();
                let text = at.and_then(|at| book.strings.get(at));
                Cow::Borrowed(text.ok_or_else(|| format!("no shared text {}", value.trim()))?)
            }
            "b" if matches!(value.trim(), "1" | "true") => Cow::Borrowed("TRUE"),
            "b" => Cow::Borrowed("FALSE"),
            "d" => Cow::Owned(iso_text(value)),
            "" | "n" => {
                let format = book.styles.format(self.style);
                let date = (*format == Format::Date)
                    .then(|| value.trim().parse().ok())
                    .flatten();
                let date = date.and_then(|serial| date_text(serial, book.from_1904));
                return Ok(match date {
                    Some(date) => (Cow::Owned(date), None),
                    None => format.texts(number_text(value)),
                });
            }
            _ => Cow::Owned(plain(value)),
        };
        Ok((text, None))
    }
}
