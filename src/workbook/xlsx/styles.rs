//! How cells show their numbers: Excel keeps a date as a number that only its format tells apart, and 1.10 as 1.1.

use super::super::format::Format;
use super::super::limits::{self, WorkbookError};
use super::super::package::Package;
use super::super::xml::Node;
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Styles {
    /// Each style's, among the formats.
    styles: Vec<u32>,
    formats: BTreeMap<u32, Format>,
}
impl Styles {
    pub fn read(package: &mut Package, part: &str) -> Result<Self, WorkbookError> {
        let mut styles = Self::default();
        let mut in_cells = None;
        let mut xml = package.xml(part)?;
        loop {
            let depth = xml.depth;
            match xml.next()? {
                Node::Open(tag) if tag.name() == "numFmt" => {
                    let code = tag.attribute("formatCode").unwrap_or_default();
                    if let Some(id) = tag.number("numFmtId") {
                        styles.formats.insert(id, Format::of_code(&code));
                    }
                }
                Node::Open(tag) if tag.name() == "cellXfs" => in_cells = Some(depth + 1),
                Node::Open(tag) if tag.name() == "xf" && in_cells == Some(depth) => {
                    let id = tag.number("numFmtId").unwrap_or(0);
                    styles.styles.push(id);
                    styles
                        .formats
                        .entry(id)
                        .or_insert_with(|| Format::of_number(id));
                }
                Node::Close if in_cells == Some(depth) => in_cells = None,
                Node::End => return Ok(styles),
                _ => {}
            }
            if styles.formats.len().max(styles.styles.len()) > limits::STYLES {
                let detail = format!("more than {} styles", limits::STYLES);
                return Err(WorkbookError::Unreadable {
                    part: part.to_owned(),
                    detail,
                });
            }
        }
    }
    pub fn format(&self, style: u32) -> &Format {
        self.styles
            .get(style as usize)
            .and_then(|id| self.formats.get(id))
            .unwrap_or(&Format::Plain)
    }
}
