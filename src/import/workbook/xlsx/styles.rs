//! Which cell styles show days: Excel keeps a date as a number that only its format tells apart.

use super::super::limits::{self, WorkbookError};
use super::super::number::{is_date_format, is_date_number};
use super::super::package::Package;
use super::super::xml::Node;
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Styles {
    dates: Vec<bool>,
}
impl Styles {
    pub fn read(package: &mut Package, part: &str) -> Result<Self, WorkbookError> {
        let mut formats: BTreeMap<u32, bool> = BTreeMap::new();
        let mut styles = Self::default();
        let mut in_cells = None;
        let mut xml = package.xml(part)?;
        loop {
            let depth = xml.depth;
            match xml.next()? {
                Node::Open(tag) if tag.name() == "numFmt" => {
                    let code = tag.attribute("formatCode").unwrap_or_default();
                    if let Some(id) = tag.number("numFmtId") {
                        formats.insert(id, is_date_format(&code));
                    }
                }
                Node::Open(tag) if tag.name() == "cellXfs" => in_cells = Some(depth + 1),
                Node::Open(tag) if tag.name() == "xf" && in_cells == Some(depth) => {
                    let id = tag.number("numFmtId").unwrap_or(0);
                    styles.dates.push(formats.get(&id).copied().unwrap_or_else(|| is_date_number(id)));
                }
                Node::Close if in_cells == Some(depth) => in_cells = None,
                Node::End => return Ok(styles),
                _ => {}
            }
            if formats.len().max(styles.dates.len()) > limits::STYLES {
                let detail = format!("more than {} styles", limits::STYLES);
                return Err(WorkbookError::Unreadable { part: part.to_owned(), detail });
            }
        }
    }
    pub fn is_date(&self, style: u32) -> bool {
        self.dates.get(style as usize).copied().unwrap_or(false)
    }
}
