//! Texts that cells share by number, and the texts that lie in cells: both are runs of `t`.

use super::super::limits::{self, WorkbookError};
use super::super::package::Package;
use super::super::strings::Strings;
use super::super::xml::{Node, Xml};
use ordito_ground::text::Piece as _;
use std::io::Read;

pub fn read(package: &mut Package, part: &str) -> Result<Strings, WorkbookError> {
    let mut strings = Strings::default();
    let mut one = String::new();
    let mut xml = package.xml(part)?;
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.name() == "si" => {
                one.clear();
                runs(&mut xml, &mut one)?;
                strings.push(&plain(&one))?;
            }
            Node::End => return Ok(strings),
            _ => {}
        }
    }
}

/// The texts in the tag that was opened last, joined; readings of Japanese words stay out.
pub fn runs<R: Read>(xml: &mut Xml<R>, into: &mut String) -> Result<(), WorkbookError> {
    let outside = xml.depth.saturating_sub(1);
    let mut text_at = None;
    while xml.depth > outside {
        let depth = xml.depth;
        match xml.next()? {
            Node::Open(tag) if tag.name() == "rPh" => xml.skip()?,
            Node::Open(tag) if tag.name() == "t" => text_at = Some(depth + 1),
            Node::Text(text) if text_at == Some(depth) => {
                if (into.len() + text.len()) as u64 > limits::TEXT_MB << 20 {
                    return Err(WorkbookError::LargeTexts {
                        limit_mb: limits::TEXT_MB,
                    });
                }
                into.push_str(&text);
            }
            Node::Close if text_at == Some(depth) => text_at = None,
            Node::End => break,
            _ => {}
        }
    }
    Ok(())
}

/// `_x000D_` and the like, as Excel writes what XML cannot hold, as the character it means.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let code = after
            .get(..4)
            .filter(|_| after.as_bytes().get(4) == Some(&b'_'));
        match code
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32)
        {
            Some('\r') => rest = after.piece(5..),
            Some(character) => {
                out.push(character);
                rest = after.piece(5..);
            }
            None => {
                out.push_str("_x");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_xml_cannot_hold_is_read_as_excel_wrote_it() {
        for (text, expected) in [
            ("a_x000D_\nb", "a\nb"),
            ("_x0041_", "A"),
            ("_x", "_x"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("x_x00e", "x_x00e"),
        ] {
            assert_eq!(super::plain(text), expected);
        }
    }
}
