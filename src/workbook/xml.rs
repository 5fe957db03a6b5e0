//! XML as a stream of tags and texts, under counted limits. Names are given without their prefix.

use super::limits::{self, WorkbookError};
use super::package::Spent;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

/// Counts what goes through, and ends where a limit is reached.
pub struct Counted<R> {
    inner: BufReader<R>,
    spent: Spent,
    part: u64,
    node: u64,
}
impl<R: Read> Counted<R> {
    pub const fn new(inner: BufReader<R>, spent: Spent) -> Self {
        Self {
            inner,
            spent,
            part: 0,
            node: 0,
        }
    }
    /// The limit that was reached, in MB.
    fn over(&self) -> Option<u64> {
        let limits = [
            (self.node, limits::NODE_MB),
            (self.part, limits::PART_MB),
            (self.spent.bytes.get(), limits::TOTAL_MB),
        ];
        limits
            .into_iter()
            .find(|(count, limit)| *count > *limit << 20)
            .map(|(_, limit)| limit)
    }
}
impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}
impl<R: Read> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.over().is_some() {
            return Err(std::io::Error::other("limit"));
        }
        self.inner.fill_buf()
    }
    fn consume(&mut self, n: usize) {
        let bytes = n as u64;
        self.part += bytes;
        self.node += bytes;
        self.spent.bytes.set(self.spent.bytes.get() + bytes);
        self.inner.consume(n);
    }
}

/// A tag that opens.
#[derive(Debug)]
pub struct Tag<'a>(BytesStart<'a>);
impl Tag<'_> {
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
    /// The attribute of this name, whatever its prefix.
    pub fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        // Looking for doubles costs the square of their number.
        let mut all = self.0.attributes();
        let mut all = all.with_checks(false).flatten();
        let found = all.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        Some(Cow::Owned(plain(&found.value).into_owned()))
    }
    /// Calls with the name, without its prefix, and the text of every attribute: dearer ways are felt in a million cells.
    pub fn each(&self, mut take: impl FnMut(&str, &str)) {
        for attribute in self.0.attributes().with_checks(false).flatten() {
            take(
                attribute.key.local_name().into_inner(),
                &plain(&attribute.value),
            );
        }
    }
    /// As `attribute`, for whole numbers.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }
}

#[derive(Debug)]
pub enum Node<'a> {
    Open(Tag<'a>),
    Close,
    Text(Cow<'a, str>),
    End,
}

pub struct Xml<R> {
    part: String,
    reader: quick_xml::Reader<Counted<R>>,
    buffer: Vec<u8>,
    /// Tags that are open.
    pub depth: usize,
}
impl<R: Read> Xml<R> {
    pub fn new(part: &str, input: Counted<R>) -> Self {
        let mut reader = quick_xml::Reader::from_reader(input);
        reader.config_mut().expand_empty_elements = true;
        Self {
            part: part.to_owned(),
            reader,
            buffer: Vec::new(),
            depth: 0,
        }
    }

    pub fn unreadable(&self, detail: impl std::fmt::Display) -> WorkbookError {
        WorkbookError::Unreadable {
            part: self.part.clone(),
            detail: detail.to_string(),
        }
    }

    /// The next tag or text; comments and the like are passed over.
    ///
    /// # Errors
    /// When it is not XML, or beyond a limit.
    pub fn next(&mut self) -> Result<Node<'_>, WorkbookError> {
        self.buffer.clear();
        let input = self.reader.get_mut();
        input.node = 0;
        let nodes = input.spent.nodes.get() + 1;
        input.spent.nodes.set(nodes);
        let part = self.part.as_str();
        if nodes > limits::NODES {
            return Err(WorkbookError::ManyNodes {
                part: part.to_owned(),
                limit: limits::NODES,
            });
        }
        let unreadable = |detail: String| WorkbookError::Unreadable {
            part: part.to_owned(),
            detail: short(&detail).to_owned(),
        };
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(error) => {
                return Err(match self.reader.get_ref().over() {
                    Some(limit_mb) => WorkbookError::LargePart {
                        part: part.to_owned(),
                        limit_mb,
                    },
                    None => unreadable(error.to_string()),
                });
            }
        };
        Ok(match event {
            Event::Start(tag) => {
                self.depth += 1;
                if self.depth > limits::DEPTH {
                    return Err(unreadable(format!(
                        "more than {} tags within tags",
                        limits::DEPTH
                    )));
                }
                Node::Open(Tag(tag))
            }
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Node::Close
            }
            Event::Text(text) => Node::Text(text.xml10_content()),
            Event::CData(text) => Node::Text(text.xml10_content()),
            Event::GeneralRef(name) => {
                let character = name
                    .resolve_char_ref()
                    .map_err(|error| unreadable(error.to_string()))?;
                let text = character.map(|c| Cow::Owned(c.to_string()));
                let known = || resolve_xml_entity(&name).map(Cow::Borrowed);
                Node::Text(
                    text.or_else(known)
                        .ok_or_else(|| unreadable(format!("&{};", &*name)))?,
                )
            }
            Event::DocType(_) => {
                return Err(WorkbookError::Declares {
                    part: part.to_owned(),
                });
            }
            Event::Eof if self.depth > 0 => {
                return Err(unreadable("the end is missing".to_owned()));
            }
            Event::Eof => Node::End,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Empty(_) => {
                Node::Text(Cow::Borrowed(""))
            }
        })
    }

    /// Passes over all that is in the tag that was opened last.
    ///
    /// # Errors
    /// As `next`.
    pub fn skip(&mut self) -> Result<(), WorkbookError> {
        self.skip_to(self.depth.saturating_sub(1))
    }

    /// Passes over what is left until no more than so many tags are open.
    ///
    /// # Errors
    /// As `next`.
    pub fn skip_to(&mut self, outside: usize) -> Result<(), WorkbookError> {
        while self.depth > outside {
            if matches!(self.next()?, Node::End) {
                break;
            }
        }
        Ok(())
    }
}

/// With its entities, where they are known, as the characters they mean.
fn plain(text: &str) -> Cow<'_, str> {
    if text.contains('&') {
        unescape(text).unwrap_or(Cow::Borrowed(text))
    } else {
        Cow::Borrowed(text)
    }
}

/// The beginning of a message, which may quote the file.
fn short(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(200)
        .map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}
