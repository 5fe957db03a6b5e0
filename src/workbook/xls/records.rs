//! Records of a workbook's stream, each with what continues it, and the texts in them (MS-XLS).

use super::super::limits::WorkbookError;
use super::unreadable;

/// A record with the records that continue it.
pub struct Record<'a> {
    pub kind: u16,
    pub parts: Vec<&'a [u8]>,
}
impl Record<'_> {
    pub const BEGIN: u16 = 0x0809;
    pub const END: u16 = 0x000A;
    pub const CONTINUED: u16 = 0x003C;
    pub const PASSWORD: u16 = 0x002F;
    pub const DATES: u16 = 0x0022;
    pub const FORMAT: u16 = 0x041E;
    pub const STYLE: u16 = 0x00E0;
    pub const SHEET: u16 = 0x0085;
    pub const STRINGS: u16 = 0x00FC;
    pub const ROW: u16 = 0x0208;
    pub const COLUMNS: u16 = 0x007D;
    pub const MERGED: u16 = 0x00E5;
    pub const NUMBER: u16 = 0x0203;
    pub const SHORT_NUMBER: u16 = 0x027E;
    pub const SHORT_NUMBERS: u16 = 0x00BD;
    pub const SHARED_TEXT: u16 = 0x00FD;
    pub const TEXT: u16 = 0x0204;
    pub const RICH_TEXT: u16 = 0x00D6;
    pub const TRUTH: u16 = 0x0205;
    pub const FORMULA: u16 = 0x0006;
    pub const FORMULA_TEXT: u16 = 0x0207;
}

pub struct Records<'a> {
    stream: &'a [u8],
    pub at: usize,
}
impl<'a> Records<'a> {
    pub const fn new(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }

    fn one(&mut self) -> Result<Option<(u16, &'a [u8])>, WorkbookError> {
        let Some([a, b, c, d]) = self
            .stream
            .get(self.at..)
            .and_then(|rest| rest.first_chunk::<4>())
        else {
            return Ok(None);
        };
        let (kind, length) = (
            u16::from_le_bytes([*a, *b]),
            usize::from(u16::from_le_bytes([*c, *d])),
        );
        let start = self.at + 4;
        let data = self
            .stream
            .get(start..start + length)
            .ok_or_else(|| unreadable("a record ends early"))?;
        self.at = start + length;
        Ok(Some((kind, data)))
    }

    /// The next record; nothing at the end of the stream.
    pub fn next(&mut self) -> Result<Option<Record<'a>>, WorkbookError> {
        let Some((kind, data)) = self.one()? else {
            return Ok(None);
        };
        let mut parts = vec![data];
        while self.stream.get(self.at..self.at + 2)
            == Some(Record::CONTINUED.to_le_bytes().as_slice())
        {
            parts.extend(self.one()?.map(|(_, data)| data));
        }
        Ok(Some(Record { kind, parts }))
    }
}

/// The data of a record, read across its parts.
pub struct Pieces<'a> {
    parts: std::slice::Iter<'a, &'a [u8]>,
    part: &'a [u8],
}
impl<'a> Pieces<'a> {
    pub fn new(record: &'a Record<'a>) -> Self {
        let mut parts = record.parts.iter();
        let part = parts.next().copied().unwrap_or_default();
        Self { parts, part }
    }

    pub fn u8(&mut self) -> Option<u8> {
        while self.part.is_empty() {
            self.part = self.parts.next()?;
        }
        let (first, rest) = self.part.split_first()?;
        self.part = rest;
        Some(*first)
    }
    fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        for byte in &mut bytes {
            *byte = self.u8()?;
        }
        Some(bytes)
    }
    pub fn u16(&mut self) -> Option<u16> {
        self.bytes().map(u16::from_le_bytes)
    }
    pub fn u32(&mut self) -> Option<u32> {
        self.bytes().map(u32::from_le_bytes)
    }
    pub fn u64(&mut self) -> Option<u64> {
        self.bytes().map(u64::from_le_bytes)
    }

    fn skip(&mut self, mut n: usize) -> Option<()> {
        while n > self.part.len() {
            n -= self.part.len();
            self.part = self.parts.next()?;
        }
        self.part = self.part.get(n..)?;
        Some(())
    }

    /// A text of so many characters, its width told by a byte before it.
    pub fn text(&mut self, n_characters: usize) -> Option<String> {
        let flags = self.u8()?;
        self.characters(n_characters, flags & 1 == 1)
    }

    /// A shared text: with its length, and with fonts and readings after it.
    pub fn rich_text(&mut self) -> Option<String> {
        let n_characters = usize::from(self.u16()?);
        let flags = self.u8()?;
        let n_fonts = if flags & 8 == 8 {
            usize::from(self.u16()?)
        } else {
            0
        };
        let n_readings = if flags & 4 == 4 {
            self.u32()? as usize
        } else {
            0
        };
        let text = self.characters(n_characters, flags & 1 == 1)?;
        self.skip((n_fonts * 4).checked_add(n_readings)?)?;
        Some(text)
    }

    /// Characters of one byte (the first 256 of Unicode) or two; where a part ends, the next one tells its width anew.
    fn characters(&mut self, n_characters: usize, mut is_wide: bool) -> Option<String> {
        let mut units: Vec<u16> = Vec::new();
        while units.len() < n_characters {
            if self.part.is_empty() {
                self.part = self.parts.next()?;
                is_wide = self.u8()? & 1 == 1;
                continue;
            }
            let width = if is_wide { 2 } else { 1 };
            let n_here = (n_characters - units.len()).min(self.part.len() / width);
            let (here, rest) = self.part.split_at_checked(n_here * width)?;
            if is_wide {
                units.extend(
                    here.as_chunks::<2>()
                        .0
                        .iter()
                        .map(|two| u16::from_le_bytes(*two)),
                );
            } else {
                units.extend(here.iter().map(|byte| u16::from(*byte)));
            }
            // Half a character at the end of a part is none.
            self.part = if n_here == 0 { &[] } else { rest };
        }
        Some(String::from_utf16_lossy(&units))
    }
}
