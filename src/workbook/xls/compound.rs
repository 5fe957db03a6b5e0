//! A compound file: sectors chained by a table, small streams in sectors within a stream (MS-CFB).

use super::super::limits::WorkbookError;
use super::unreadable;

/// Ends of chains and free sectors have numbers from here on.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;

pub struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// Streams shorter than this lie in the small one.
    small_below: u64,
    next: Vec<u32>,
    next_small: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    size: u64,
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    bytes
        .get(at..at + 2)
        .and_then(|two| two.try_into().ok())
        .map_or(0, u16::from_le_bytes)
}
fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes
        .get(at..at + 4)
        .and_then(|four| four.try_into().ok())
        .map_or(u32::MAX, u32::from_le_bytes)
}
fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes
        .as_chunks::<4>()
        .0
        .iter()
        .map(|four| u32::from_le_bytes(*four))
}

impl<'a> Compound<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, WorkbookError> {
        let shift = u16_at(bytes, 30);
        if !matches!(shift, 9 | 12) {
            return Err(unreadable("sectors of an unknown size"));
        }
        let mut file = Self {
            bytes,
            sector: 1 << shift,
            small_below: u64::from(u32_at(bytes, 56)),
            next: Vec::new(),
            next_small: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
        };
        file.next = file.table()?;
        let small_table = file.chain(u32_at(bytes, 60), u64::MAX)?;
        file.next_small = numbers(&small_table).collect();
        let directory = file.chain(u32_at(bytes, 48), u64::MAX)?;
        file.entries = directory
            .as_chunks::<128>()
            .0
            .iter()
            .filter_map(Entry::of)
            .collect();
        let root = directory
            .first_chunk::<128>()
            .filter(|entry| entry.get(66) == Some(&5));
        if let Some(root) = root.and_then(Entry::of) {
            file.small = file.chain(root.start, root.size)?;
        }
        Ok(file)
    }

    /// The sectors' table: which comes after which. The header tells where its first parts are.
    fn table(&self) -> Result<Vec<u32>, WorkbookError> {
        let mut places: Vec<u32> = numbers(self.bytes.get(76..512).unwrap_or_default()).collect();
        let n_sectors = self.bytes.len() / self.sector;
        let mut more = u32_at(self.bytes, 68);
        for _ in 0..n_sectors {
            if more >= LAST_SECTOR {
                break;
            }
            let mut part: Vec<u32> = numbers(self.at(more)?).collect();
            more = part.pop().unwrap_or(u32::MAX);
            places.extend(part);
        }
        let mut table = Vec::new();
        for place in places.into_iter().filter(|place| *place < LAST_SECTOR) {
            table.extend(numbers(self.at(place)?));
            // More than one number for each sector is for sectors that are not there.
            if table.len() > n_sectors + self.sector {
                break;
            }
        }
        Ok(table)
    }

    fn at(&self, sector: u32) -> Result<&'a [u8], WorkbookError> {
        let start = (sector as usize + 1).saturating_mul(self.sector);
        let end = start.saturating_add(self.sector).min(self.bytes.len());
        self.bytes
            .get(start..end)
            .ok_or_else(|| unreadable(format!("sector {sector} is not there")))
    }

    /// The sectors from this one on, joined; a chain is never longer than the file.
    fn chain(&self, start: u32, size: u64) -> Result<Vec<u8>, WorkbookError> {
        let mut joined = Vec::new();
        let mut sector = start;
        while sector < LAST_SECTOR && (joined.len() as u64) < size {
            joined.extend_from_slice(self.at(sector)?);
            if joined.len() > self.bytes.len() + self.sector {
                return Err(unreadable("sectors in a circle"));
            }
            sector = self.next.get(sector as usize).copied().unwrap_or(u32::MAX);
        }
        joined.truncate(usize::try_from(size).unwrap_or(usize::MAX));
        Ok(joined)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of the stream of this name.
    pub fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, WorkbookError> {
        let Some(entry) = self.entry(name) else {
            return Ok(None);
        };
        if entry.size >= self.small_below {
            return self.chain(entry.start, entry.size).map(Some);
        }
        let mut joined = Vec::new();
        let mut sector = entry.start;
        while sector < LAST_SECTOR && (joined.len() as u64) < entry.size {
            let start = (sector as usize).saturating_mul(64);
            let part = self
                .small
                .get(start..start.saturating_add(64).min(self.small.len()));
            joined.extend_from_slice(
                part.filter(|part| !part.is_empty())
                    .ok_or_else(|| unreadable("no such sector"))?,
            );
            if joined.len() > self.small.len() + 64 {
                return Err(unreadable("sectors in a circle"));
            }
            sector = self
                .next_small
                .get(sector as usize)
                .copied()
                .unwrap_or(u32::MAX);
        }
        joined.truncate(usize::try_from(entry.size).unwrap_or(usize::MAX));
        Ok(Some(joined))
    }
}

impl Entry {
    fn of(bytes: &[u8; 128]) -> Option<Self> {
        let length = usize::from(u16_at(bytes, 64)).checked_sub(2)?;
        let name = bytes.get(..length.min(64))?;
        let units: Vec<u16> = name
            .as_chunks::<2>()
            .0
            .iter()
            .map(|two| u16::from_le_bytes(*two))
            .collect();
        // The upper half of the size is rubbish in files of the first version.
        let size = u64::from(u32_at(bytes, 120));
        Some(Self {
            name: String::from_utf16_lossy(&units),
            start: u32_at(bytes, 116),
            size,
        })
    }
}
