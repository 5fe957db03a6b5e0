//! Text to a table: encodings, separators, quoted cells. The same for files and for pasted text.

use super::ImportError;
use super::workbook::{self, Area, Sheet, Want, WorkbookError};
use ecow::EcoString;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::Read as _;
use std::path::Path;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Larger files are no tables that people fill in.
const FILE_LIMIT_MB: u64 = 64;
const CELL_LIMIT: usize = 4_000_000;

/// Rows of texts, as they were; row and column of a cell are its place here plus one
/// and the origin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The text of a cell is short most often and then needs no memory of its own.
    pub rows: Vec<Vec<EcoString>>,
    /// The sheet it is from; nothing for text.
    pub sheet: String,
    /// Rows and columns of the sheet before its first cell.
    pub origin: (usize, usize),
}
impl Table {
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|cells| cells.get(column)).map(EcoString::as_str).unwrap_or_default()
    }
    pub fn n_columns(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }
    /// The part of it that lies in an area of its sheet.
    pub fn part(&self, area: Area) -> Self {
        let whole = |(row, column): (u32, u32)| (row as usize, column as usize);
        let (first, last) = (whole(area.first), whole(area.last));
        // Counted from the table's own first cell.
        let skip = (first.0.saturating_sub(self.origin.0), first.1.saturating_sub(self.origin.1));
        let end = ((last.0 + 1).saturating_sub(self.origin.0), (last.1 + 1).saturating_sub(self.origin.1));
        let part = |cells: &Vec<EcoString>| cells.get(skip.1..end.1.min(cells.len())).unwrap_or_default().to_vec();
        let rows = self.rows.get(skip.0..end.0.min(self.rows.len())).unwrap_or_default().iter().map(part).collect();
        Self { rows, sheet: self.sheet.clone(), origin: (self.origin.0 + skip.0, self.origin.1 + skip.1) }
    }
}

/// Takes away the apostrophe that keeps a text from being taken for a formula (`export/matrix.rs` puts it there).
fn unguarded(text: &str) -> &str {
    if !text.starts_with('\'') {
        return text;
    }
    let is_guarded = text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
    text.strip_prefix('\'').filter(|_| is_guarded).unwrap_or(text)
}

/// Lower case without accents and with single spaces: how names are compared. Sign by sign: what the canonical order of
/// a decomposed text would move are marks alone, and those are left out.
pub fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut is_apart = false;
    let mut take = |sign: char| {
        if sign.is_whitespace() {
            is_apart = true;
            return;
        }
        if std::mem::take(&mut is_apart) && !plain.is_empty() {
            plain.push(' ');
        }
        if sign.is_ascii() {
            plain.push(sign.to_ascii_lowercase());
        } else {
            plain.extend(sign.to_lowercase());
        }
    };
    for sign in text.chars() {
        if sign.is_ascii() {
            take(sign);
        } else {
            decompose_canonical(sign, |part| {
                if !is_combining_mark(part) {
                    take(part);
                }
            });
        }
    }
    plain
}

/// Reads the tables of a file: the sheets of a workbook, or the one table of a text. What it is, its first bytes tell.
///
/// # Errors
/// When it cannot be read, is too large, or has no sheet of the name that is wanted.
pub fn read_tables(path: &Path, want: &Want) -> Result<Vec<Sheet>, ImportError> {
    let io = |error| ImportError::Io { path: path.to_owned(), error };
    let file = std::fs::File::open(path).map_err(io)?;
    if file.metadata().map_err(io)?.len() > FILE_LIMIT_MB << 20 {
        return Err(ImportError::TooLarge { limit_mb: FILE_LIMIT_MB });
    }
    // A pipe tells no length.
    let mut bytes = Vec::new();
    file.take((FILE_LIMIT_MB << 20) + 1).read_to_end(&mut bytes).map_err(io)?;
    if workbook::is_workbook(&bytes) {
        return workbook::read_workbook(bytes, want);
    }
    if let Some(name) = want.sheet.as_ref() {
        return Err(WorkbookError::NoSheet { name: name.clone(), known: Vec::new() }.into());
    }
    Ok(vec![Sheet { name: String::new(), table: Table::from_bytes(&bytes).map(|table| table.cut(want.area)) }])
}

impl Table {
    /// Text in UTF-8 (with a mark or not), UTF-16 or, where it is none of these, Windows-1252.
    ///
    /// # Errors
    /// When there is no table in it or it has too many cells.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ImportError> {
        let (encoding, mark): (&'static Encoding, usize) = Encoding::for_bom(bytes).unwrap_or_else(|| {
            if std::str::from_utf8(bytes).is_ok() && !bytes.iter().take(4).any(|byte| *byte == 0) {
                (UTF_8, 0)
            } else if bytes.get(1) == Some(&0) {
                (UTF_16LE, 0)
            } else if bytes.first() == Some(&0) {
                (UTF_16BE, 0)
            } else {
                (WINDOWS_1252, 0)
            }
        });
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        Self::from_text(&text)
    }

    /// The rectangle of it that is asked for.
    fn cut(mut self, area: Option<Area>) -> Self {
        let Some(Area { first, last }) = area else { return self };
        self.rows.truncate(last.0 as usize + 1);
        self.rows.drain(..self.rows.len().min(first.0 as usize));
        for row in &mut self.rows {
            row.truncate(last.1 as usize + 1);
            row.drain(..row.len().min(first.1 as usize));
        }
        Self { origin: (first.0 as usize, first.1 as usize), ..self }
    }

    /// Text with its separator found out: `;`, `,` or tab, whichever cuts the first lines most evenly.
    ///
    /// # Errors
    /// As `from_bytes`.
    pub fn from_text(text: &str) -> Result<Self, ImportError> {
        // Excel writes its separator into the first line now and then.
        let (text, told) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
            Some((separator, rest)) => (rest, separator.trim().bytes().next()),
            None => (text, None),
        };
        let delimiter = told.unwrap_or_else(|| sniff(text));
        Self::with_delimiter(text, delimiter)
    }

    /// Text cut at this separator; cells in quotes may hold separators and line breaks.
    ///
    /// # Errors
    /// As `from_bytes`.
    pub fn with_delimiter(text: &str, delimiter: u8) -> Result<Self, ImportError> {
        let quoted = memchr::memchr(b'"', text.as_bytes()).is_some() || !delimiter.is_ascii();
        let mut rows = if quoted { rows_with_quotes(text, delimiter)? } else { plain_rows(text, delimiter)? };
        while rows.last().is_some_and(|row: &Vec<EcoString>| row.iter().all(|cell| cell.trim().is_empty())) {
            rows.pop();
        }
        let table = Self { rows, ..Self::default() };
        // What is compared with a matrix is rows times columns, filled or not.
        if table.rows.len().saturating_mul(table.n_columns()) > CELL_LIMIT {
            return Err(ImportError::TooManyCells { limit: CELL_LIMIT });
        }
        if table.rows.is_empty() { Err(ImportError::Empty) } else { Ok(table) }
    }
}

/// Cells in quotes, as the `csv` crate reads them.
fn rows_with_quotes(text: &str, delimiter: u8) -> Result<Vec<Vec<EcoString>>, ImportError> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut n_cells = 0;
    let mut record = csv::StringRecord::new();
    let malformed = |error: csv::Error| ImportError::Malformed {
        line: error.position().map_or(0, csv::Position::line),
        detail: error.to_string(),
    };
    while reader.read_record(&mut record).map_err(malformed)? {
        n_cells += record.len();
        if n_cells > CELL_LIMIT {
            return Err(ImportError::TooManyCells { limit: CELL_LIMIT });
        }
        rows.push(record.iter().map(|cell| unguarded(cell).into()).collect());
    }
    Ok(rows)
}

/// The same of a text without a quote, in half the time: as most tables of scores are.
fn plain_rows(text: &str, delimiter: u8) -> Result<Vec<Vec<EcoString>>, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (mut rows, mut cells, mut n_cells, mut start) = (Vec::new(), Vec::new(), 0, 0);
    for (at, byte) in text.bytes().chain([b'\n']).enumerate() {
        let ends_row = matches!(byte, b'\n' | b'\r');
        if !ends_row && byte != delimiter {
            continue;
        }
        let cell = text.get(start..at).unwrap_or_default();
        start = at + 1;
        // Lines with nothing are no rows.
        if ends_row && cells.is_empty() && cell.is_empty() {
            continue;
        }
        n_cells += 1;
        if n_cells > CELL_LIMIT {
            return Err(ImportError::TooManyCells { limit: CELL_LIMIT });
        }
        cells.push(unguarded(cell).into());
        if ends_row {
            // The next row is most often as long.
            let next = Vec::with_capacity(cells.len());
            rows.push(std::mem::replace(&mut cells, next));
        }
    }
    Ok(rows)
}

/// The separators that are known; at a tie the earlier one wins: `;` is Excel's in Italian, and a decimal comma looks
/// like a separator.
const SEPARATORS: [u8; 3] = [b'\t', b';', b','];

/// The separator that cuts the first lines into most columns, the same number in each.
fn sniff(text: &str) -> u8 {
    let lines = counted(text);
    let score = |at: usize| {
        let counts: Vec<usize> = lines.iter().filter_map(|counts| counts.get(at).copied()).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let even = counts.iter().filter(|count| **count == most).count();
        (most > 0, even * 100 / lines.len().max(1), most)
    };
    let best = (0..SEPARATORS.len()).rev().max_by_key(|at| score(*at));
    best.and_then(|at| SEPARATORS.get(at).copied()).unwrap_or(b';')
}

/// How often each separator is in each of the first lines, outside of quotes; a cell in quotes may go over several.
fn counted(text: &str) -> Vec<[usize; 3]> {
    let (mut lines, mut counts, mut quoted, mut is_blank) = (Vec::new(), [0; 3], false, true);
    let mut last = b'\n';
    for byte in text.bytes() {
        let before = std::mem::replace(&mut last, byte);
        match byte {
            // Within a cell it is a sign for inches.
            b'"' if quoted || matches!(before, b'"' | b'\n' | b'\r') || SEPARATORS.contains(&before) => {
                quoted = !quoted;
            }
            b'\n' | b'\r' if !quoted => {
                if !is_blank {
                    lines.push(counts);
                }
                (counts, is_blank) = ([0; 3], true);
                if lines.len() == 20 {
                    return lines;
                }
                continue;
            }
            _ => {}
        }
        is_blank &= byte.is_ascii_whitespace() && byte != b'\t';
        for (count, separator) in counts.iter_mut().zip(SEPARATORS) {
            *count += usize::from(byte == separator && !quoted);
        }
    }
    if !is_blank {
        lines.push(counts);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_keeps_its_places() {
        let table = Table::from_text("a;b;c\nd;e;f\ng;h;i").unwrap();
        let part = table.part("B2:C9".parse().unwrap());
        assert_eq!(part.rows, [["e", "f"], ["h", "i"]]);
        assert_eq!(part.origin, (1, 1));
        let again = part.part("C3:C3".parse().unwrap());
        assert_eq!((again.rows, again.origin), (vec![vec!["i".into()]], (2, 2)));
        assert!(table.part("X1:Z2".parse().unwrap()).rows.iter().all(Vec::is_empty));
    }

    fn check(bytes: &[u8], expected: &[&[&str]]) {
        let rows: Vec<Vec<String>> =
            expected.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        assert_eq!(Table::from_bytes(bytes).unwrap().rows, rows);
    }

    #[test]
    fn encodings_and_separators_are_recognised() {
        check("a;b\nè;1,5\n".as_bytes(), &[&["a", "b"], &["è", "1,5"]]);
        check("\u{feff}a,b\nè,1.5\n".as_bytes(), &[&["a", "b"], &["è", "1.5"]]);
        check(b"a\tb\nperch\xe9\t2\n", &[&["a", "b"], &["perché", "2"]]);
        let utf16: Vec<u8> = "\u{feff}a;b\nè;2\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&utf16, &[&["a", "b"], &["è", "2"]]);
        check(b"\"x\ty\"\t\"line\nbreak\"\n", &[&["x\ty", "line\nbreak"]]);
        check(b"sep=;\na;b\n", &[&["a", "b"]]);
        let marked: Vec<u8> = "\u{feff}a;b\nè;€\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&marked, &[&["a", "b"], &["è", "€"]]);
        for of_unit in [u16::to_le_bytes, u16::to_be_bytes] {
            let unmarked: Vec<u8> = "a,b\n1,2\n".encode_utf16().flat_map(of_unit).collect();
            check(&unmarked, &[&["a", "b"], &["1", "2"]]);
        }
        check(b"costo;nota\r\n1\x80;\x93s\xec\x94\r\n", &[&["costo", "nota"], &["1€", "“sì”"]]);
        check(b"\xef\xbb\xbfa\tb\r\n1,5\t2,5\r\n", &[&["a", "b"], &["1,5", "2,5"]]);
        check(b"a;b\n1,5;2,5\n0,5;3\n", &[&["a", "b"], &["1,5", "2,5"], &["0,5", "3"]]);
        check(b"a,b\n\"1;2;3\",x\n", &[&["a", "b"], &["1;2;3", "x"]]);
        check(b"a\rb\r", &[&["a"], &["b"]]);
    }

    #[test]
    fn names_are_folded_sign_by_sign_as_a_decomposed_text_would_be() {
        use unicode_normalization::UnicodeNormalization as _;
        let whole = |text: &str| -> String {
            let plain: String =
                text.nfd().filter(|sign| !is_combining_mark(*sign)).flat_map(char::to_lowercase).collect();
            plain.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        // Every sign there is, beside marks that the canonical order moves, and every kind of space.
        let signs = (0..0x4_0000).chain(0xE_0000..0xE_0200).filter_map(char::from_u32);
        for sign in signs {
            let text = format!(" A\u{b}{sign}\u{301}\u{323}È  {sign}z\u{a0}");
            assert_eq!(folded(&text), whole(&text), "{sign:?}");
        }
        assert_eq!(folded("  Qualità\tdell’ARIA "), "qualita dell’aria");
        assert_eq!(folded(" \n"), "");
    }

    #[test]
    fn the_guard_against_formulas_is_taken_away_once() {
        check(b"a;b\n'=1;''+2\n'-3;'80\n", &[&["a", "b"], &["=1", "'+2"], &["-3", "'80"]]);
    }

    /// Both readers of rows say the same of texts without a quote.
    #[test]
    fn rows_without_quotes_are_what_the_csv_crate_reads() {
        let parts =
            ["a", "è", "-1", "2/-1", "", " ", "\r\n", "\n", "\r", "\n\n", "'=1", "\u{feff}", ";", ";;", ",", "\t", "€"];
        let mut state = 20_261_128_u64;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        for _ in 0..5_000 {
            let text: String = (0..next(24)).map(|_| parts[next(parts.len())]).collect();
            for delimiter in SEPARATORS.into_iter().chain([b'a']) {
                let plain = plain_rows(&text, delimiter).unwrap();
                assert_eq!(plain, rows_with_quotes(&text, delimiter).unwrap(), "{text:?} {}", char::from(delimiter));
            }
        }
        let long = "x;".repeat(CELL_LIMIT);
        assert!(matches!(plain_rows(&long, b';'), Err(ImportError::TooManyCells { .. })));
    }

    #[test]
    fn commas_of_a_text_over_several_lines_are_no_separators() {
        let prose = "uno, due, tre\nquattro, cinque, sei\n".repeat(9);
        let text = format!("code;description\nP1;\"{prose}\"\nP2;\"{prose}\"\n");
        let table = Table::from_text(&text).unwrap();
        assert_eq!((table.rows.len(), table.n_columns()), (3, 2));
        assert_eq!(table.cell(1, 1), prose);
    }

    #[test]
    fn a_quote_within_a_cell_hides_no_separators() {
        check(
            b"tubo;n\n5\" tubo;1\n6\" tubo, nero;2\n7 tubi, neri;3\n",
            &[&["tubo", "n"], &["5\" tubo", "1"], &["6\" tubo, nero", "2"], &["7 tubi, neri", "3"]],
        );
    }

    #[test]
    fn one_long_line_and_many_short_ones_are_refused_by_their_product() {
        let text = format!("{}\n{}", "a;".repeat(5_000), "b\n".repeat(5_000));
        assert!(matches!(Table::from_text(&text), Err(ImportError::TooManyCells { limit: CELL_LIMIT })));
        let text = format!("{}\n{}", "a;".repeat(500), "b\n".repeat(5_000));
        assert_eq!(Table::from_text(&text).unwrap().rows.len(), 5_001);
    }

    #[test]
    fn nothing_is_no_table() {
        assert!(matches!(Table::from_bytes(b"\n\n"), Err(ImportError::Empty)));
    }
}
