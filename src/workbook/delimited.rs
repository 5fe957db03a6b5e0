//! Text to a table: separators, quoted cells, lines. The same for files and for pasted text. Every line is a row, blank
//! ones too, so that rows are numbered as a spreadsheet numbers them.

use super::ReadError;
use super::Table;
use super::encoding::{Decoded, decode};
use super::note::TableNote;
use super::place::Place;
use ecow::EcoString;
use ordito_ground::text::Piece as _;
use std::borrow::Cow;

const CELL_LIMIT: usize = 4_000_000;
/// Of what is strange, so many places are kept.
const TOLD: usize = 100;

impl Table {
    /// Text in UTF-8 (with a mark or not), UTF-16 or, where it is none of these, Windows-1252.
    ///
    /// # Errors
    /// When there is no table in it or it has too many cells.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ReadError> {
        Self::from_decoded(&decode(bytes), None)
    }

    /// Text with its separator found out: `;`, `,`, tab or `|`, whichever cuts the first lines most evenly.
    ///
    /// # Errors
    /// As `from_bytes`.
    pub fn from_text(text: &str) -> Result<Self, ReadError> {
        Self::from_decoded(
            &Decoded {
                text: Cow::Borrowed(text),
                ..Decoded::default()
            },
            None,
        )
    }

    /// Text cut at this separator; cells in quotes may hold separators and line breaks.
    ///
    /// # Errors
    /// As `from_bytes`.
    pub fn with_delimiter(text: &str, delimiter: u8) -> Result<Self, ReadError> {
        Self::from_decoded(
            &Decoded {
                text: Cow::Borrowed(text),
                ..Decoded::default()
            },
            Some(delimiter),
        )
    }

    fn from_decoded(decoded: &Decoded<'_>, delimiter: Option<u8>) -> Result<Self, ReadError> {
        let text = &*decoded.text;
        let (begin, told) = if delimiter.is_some() {
            (0, None)
        } else {
            told_separator(text)
        };
        let rest = text.piece(begin..);
        let delimiter = delimiter
            .or(told)
            .filter(u8::is_ascii)
            .unwrap_or_else(|| sniff(rest));
        let bad = decoded
            .bad
            .iter()
            .map(|at| at.saturating_sub(begin))
            .collect();
        let mut cutter = Cutter::new(rest, delimiter, bad);
        if memchr::memchr(b'"', rest.as_bytes()).is_some() {
            cutter.cut_with_quotes()?;
        } else {
            cutter.cut_plainly()?;
        }
        let mut table = cutter.table()?;
        if decoded.n_bad > 0 {
            table.notes.push(TableNote::BadBytes {
                n: decoded.n_bad,
                places: cutter.bad_places,
            });
        }
        if decoded.cut_short {
            table.notes.push(TableNote::CutShort);
        }
        Ok(table)
    }
}

/// Excel writes its separator into the first line now and then (`sep=;`, in quotes or not): where the table begins, and
/// the separator. Spreadsheets do not count that line.
fn told_separator(text: &str) -> (usize, Option<u8>) {
    let plain = text.trim_start_matches('\u{feff}');
    let begin = text.len() - plain.len();
    let line = plain
        .split_once(['\n', '\r'])
        .map_or(plain, |(line, _)| line);
    let said = line.trim().trim_matches('"');
    let is_told = said
        .get(..4)
        .is_some_and(|word| word.eq_ignore_ascii_case("sep="));
    match said.get(4..).map(str::as_bytes) {
        Some([separator]) if is_told && separator.is_ascii() => {
            (after(text, begin + line.len()), Some(*separator))
        }
        // A tab was trimmed.
        Some([]) if is_told => (
            after(text, begin + line.len()),
            line.contains('\t').then_some(b'\t'),
        ),
        _ => (begin, None),
    }
}

/// The place behind the line break here.
fn after(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at..) {
        Some([b'\r', b'\n', ..]) => at + 2,
        Some([_, ..]) => at + 1,
        _ => at,
    }
}

/// Cuts a text into rows and cells, and keeps what is strange about them.
struct Cutter<'t> {
    text: &'t str,
    delimiter: u8,
    rows: Vec<Vec<EcoString>>,
    row: Vec<EcoString>,
    /// Lines before the first filled one.
    above: usize,
    /// Blank lines that are rows when another one comes after them.
    blank: usize,
    n_cells: usize,
    /// Where the signs begin whose bytes were wrong, and the cells they turned out to be in.
    bad: std::iter::Peekable<std::vec::IntoIter<usize>>,
    bad_places: Vec<Place>,
    open_quotes: Vec<Place>,
    lines_in_cells: Vec<Place>,
    /// A cell of this row that holds whole lines, perhaps.
    suspect: Option<Place>,
}

impl<'t> Cutter<'t> {
    fn new(text: &'t str, delimiter: u8, bad: Vec<usize>) -> Self {
        Self {
            text,
            delimiter,
            rows: Vec::new(),
            row: Vec::new(),
            above: 0,
            blank: 0,
            n_cells: 0,
            bad: bad.into_iter().peekable(),
            bad_places: Vec::new(),
            open_quotes: Vec::new(),
            lines_in_cells: Vec::new(),
            suspect: None,
        }
    }

    /// Where the cell stands that is taken next.
    fn place(&self) -> Place {
        Place {
            row: self.above + self.rows.len() + self.blank + 1,
            column: self.row.len() + 1,
        }
    }

    /// Takes a cell that ends here in the text.
    #[inline]
    fn take(&mut self, cell: EcoString, end: usize) -> Result<(), ReadError> {
        if self.bad.len() > 0 {
            self.note_bad(end);
        }
        self.n_cells += 1;
        if self.n_cells > CELL_LIMIT {
            return Err(ReadError::TooManyCells { limit: CELL_LIMIT });
        }
        self.row.push(cell);
        Ok(())
    }

    fn note_bad(&mut self, end: usize) {
        while self.bad.next_if(|at| *at < end).is_some() {
            self.bad_places.push(self.place());
        }
    }

    fn end_row(&mut self) -> Result<(), ReadError> {
        if let [only] = self.row.as_slice()
            && only.is_empty()
        {
            self.row.clear();
            self.blank += 1;
            return Ok(());
        }
        if let Some(place) = self.suspect.take()
            && self
                .rows
                .first()
                .is_some_and(|first| first.len() != self.row.len())
            && self.lines_in_cells.len() < TOLD
        {
            self.lines_in_cells.push(place);
        }
        let blank = std::mem::take(&mut self.blank);
        if self.rows.is_empty() {
            self.above += blank;
        } else {
            self.n_cells += blank;
            if self.n_cells > CELL_LIMIT {
                return Err(ReadError::TooManyCells { limit: CELL_LIMIT });
            }
            self.rows.extend(std::iter::repeat_n(Vec::new(), blank));
        }
        // The next row is most often as long.
        let next = Vec::with_capacity(self.row.len());
        self.rows.push(std::mem::replace(&mut self.row, next));
        Ok(())
    }

    /// A text without a quote, in half the time: as most tables of scores are.
    fn cut_plainly(&mut self) -> Result<(), ReadError> {
        let (text, bytes, mut start) = (self.text, self.text.as_bytes(), 0);
        for at in memchr::memchr3_iter(self.delimiter, b'\n', b'\r', bytes) {
            let is = |at: usize, byte: u8| bytes.get(at) == Some(&byte);
            // The second sign of a line break.
            if at == start && at > 0 && is(at, b'\n') && is(at - 1, b'\r') {
                start = at + 1;
                continue;
            }
            self.take(unguarded(text.piece(start..at)).into(), at)?;
            start = at + 1;
            if !is(at, self.delimiter) {
                self.end_row()?;
            }
        }
        if start < text.len() || !self.row.is_empty() {
            self.take(unguarded(text.piece(start..)).into(), text.len())?;
            self.end_row()?;
        }
        Ok(())
    }

    fn cut_with_quotes(&mut self) -> Result<(), ReadError> {
        let bytes = self.text.as_bytes();
        let (mut at, mut is_row) = (0, false);
        while at < bytes.len() || is_row {
            let (cell, end) = self.cell_from(at);
            self.take(plain_text(&cell).into(), end)?;
            is_row =
                bytes.get(end) == Some(&self.delimiter) && !matches!(self.delimiter, b'\n' | b'\r');
            at = if is_row {
                end + 1
            } else {
                after(self.text, end)
            };
            if !is_row {
                self.end_row()?;
            }
        }
        Ok(())
    }

    /// The cell that begins here, and where it ends.
    fn cell_from(&mut self, start: usize) -> (Cow<'t, str>, usize) {
        let rest = self.text.piece(start..);
        if rest.starts_with('"') {
            if let Some(found) = self.quoted_from(start) {
                return found;
            }
        // How a text is kept a text in spreadsheets: ="001".
        } else if rest.starts_with("=\"")
            && let Some((inner, end)) = self.quoted_from(start + 1)
            && !inner.starts_with('"')
        {
            return (inner, end);
        }
        let end = self.end_from(start);
        (Cow::Borrowed(self.text.piece(start..end)), end)
    }

    /// The next separator or line break from here on.
    fn end_from(&self, start: usize) -> usize {
        let rest = self.text.as_bytes().piece(start..);
        memchr::memchr3(self.delimiter, b'\n', b'\r', rest).map_or(self.text.len(), |at| start + at)
    }

    /// The cell in quotes that begins here; `None` where its quote is a sign of the text, because no other ends it or
    /// the one that does is far away and within another cell.
    fn quoted_from(&mut self, start: usize) -> Option<(Cow<'t, str>, usize)> {
        let (text, bytes) = (self.text, self.text.as_bytes());
        let Some(close) = closing(bytes, start + 1) else {
            self.note_open();
            return None;
        };
        let inner = text.piece(start + 1..close);
        let end = close
            + 1
            + bytes
                .piece(close + 1..)
                .iter()
                .take_while(|b| **b == b' ')
                .count();
        let is_end = bytes
            .get(end)
            .is_none_or(|byte| *byte == self.delimiter || matches!(byte, b'\n' | b'\r'));
        let mut lines = inner.split(['\n', '\r']).skip(1).peekable();
        let has_lines = lines.peek().is_some();
        if is_end {
            let separator = char::from(self.delimiter);
            if has_lines && self.suspect.is_none() && lines.any(|line| line.contains(separator)) {
                self.suspect = Some(self.place());
            }
            let plain = if inner.contains('"') {
                Cow::Owned(inner.replace("\"\"", "\""))
            } else {
                Cow::Borrowed(inner)
            };
            return Some((plain, end));
        }
        if has_lines {
            self.note_open();
            return None;
        }
        // Words in quotes and words behind them: the quotes are the text's own.
        let end = self.end_from(close + 1);
        Some((Cow::Borrowed(text.piece(start..end)), end))
    }

    fn note_open(&mut self) {
        if self.open_quotes.len() < TOLD {
            self.open_quotes.push(self.place());
        }
    }

    /// The table without the blank rows above and below it.
    fn table(&mut self) -> Result<Table, ReadError> {
        let mut rows = std::mem::take(&mut self.rows);
        let is_blank = |row: &Vec<EcoString>| row.iter().all(|cell| cell.trim().is_empty());
        while rows.last().is_some_and(is_blank) {
            rows.pop();
        }
        let n_above = rows.iter().take_while(|row| is_blank(row)).count();
        rows.drain(..n_above);
        let notes = [
            (!self.open_quotes.is_empty())
                .then(|| TableNote::OpenQuotes(std::mem::take(&mut self.open_quotes))),
            (!self.lines_in_cells.is_empty())
                .then(|| TableNote::LinesInCells(std::mem::take(&mut self.lines_in_cells))),
        ];
        let origin = (self.above + n_above, 0);
        let table = Table {
            rows,
            origin,
            notes: notes.into_iter().flatten().collect(),
            ..Table::default()
        };
        // What is compared with a matrix is rows times columns, filled or not.
        if table.rows.len().saturating_mul(table.n_columns()) > CELL_LIMIT {
            return Err(ReadError::TooManyCells { limit: CELL_LIMIT });
        }
        if table.rows.is_empty() {
            Err(ReadError::Empty)
        } else {
            Ok(table)
        }
    }
}

/// The quote that ends what is in quotes from here on: one that is not doubled.
fn closing(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let quote = at + memchr::memchr(b'"', bytes.get(at..)?)?;
        if bytes.get(quote + 1) != Some(&b'"') {
            return Some(quote);
        }
        at = quote + 2;
    }
}

/// Takes away the apostrophe that keeps a text from being taken for a formula (`pages/export/matrix.rs` puts it there).
#[inline]
fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula_like(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

/// Whether a spreadsheet could take a text for a formula, as `pages/export/matrix.rs` sees it.
fn is_formula_like(text: &str) -> bool {
    let plain = text.trim_start();
    text.starts_with(['\t', '\r', '\n'])
        || plain.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// As `unguarded`, and `="001"` as 001, which is what spreadsheets show of it.
fn plain_text(text: &str) -> Cow<'_, str> {
    let quoted = text
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'));
    match quoted {
        Some(inner) if !inner.replace("\"\"", "").contains('"') => {
            Cow::Owned(inner.replace("\"\"", "\""))
        }
        _ => Cow::Borrowed(unguarded(text)),
    }
}

/// The separators that are known; at a tie the earlier one wins: `;` is Excel's in Italian, and a decimal comma looks
/// like a separator. The last one must be in the first line: it parts the items of a list within a cell, too.
const SEPARATORS: [u8; 4] = [b'\t', b';', b',', b'|'];

/// The separator that cuts the first lines into most columns, the same number in each.
fn sniff(text: &str) -> u8 {
    let lines = counted(text);
    let score = |at: usize| {
        if at == SEPARATORS.len() - 1
            && lines
                .first()
                .is_none_or(|counts| counts.get(at) == Some(&0))
        {
            return (false, 0, 0);
        }
        let counts: Vec<usize> = lines
            .iter()
            .filter_map(|counts| counts.get(at).copied())
            .collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let even = counts.iter().filter(|count| **count == most).count();
        (most > 0, even * 100 / lines.len().max(1), most)
    };
    let best = (0..SEPARATORS.len()).rev().max_by_key(|at| score(*at));
    best.and_then(|at| SEPARATORS.get(at).copied())
        .unwrap_or(b';')
}

/// How often each separator is in each of the first lines, outside of quotes; a cell in quotes may go over several.
fn counted(text: &str) -> Vec<[usize; 4]> {
    let (mut lines, mut counts, mut quoted, mut is_blank) = (Vec::new(), [0; 4], false, true);
    let mut last = b'\n';
    for byte in text.bytes() {
        let before = std::mem::replace(&mut last, byte);
        match byte {
            // Within a cell it is a sign for inches.
            b'"' if quoted
                || matches!(before, b'"' | b'\n' | b'\r')
                || SEPARATORS.contains(&before) =>
            {
                quoted = !quoted;
            }
            b'\n' | b'\r' if !quoted => {
                if !is_blank {
                    lines.push(counts);
                }
                (counts, is_blank) = ([0; 4], true);
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

    fn check(bytes: &[u8], expected: &[&[&str]]) {
        let rows: Vec<Vec<String>> = expected
            .iter()
            .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
            .collect();
        assert_eq!(Table::from_bytes(bytes).unwrap().rows, rows);
    }

    #[test]
    fn encodings_and_separators_are_recognised() {
        check("a;b\nè;1,5\n".as_bytes(), &[&["a", "b"], &["è", "1,5"]]);
        check(
            "\u{feff}a,b\nè,1.5\n".as_bytes(),
            &[&["a", "b"], &["è", "1.5"]],
        );
        check(b"a\tb\nperch\xe9\t2\n", &[&["a", "b"], &["perché", "2"]]);
        let utf16: Vec<u8> = "\u{feff}a;b\nè;2\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        check(&utf16, &[&["a", "b"], &["è", "2"]]);
        check(b"\"x\ty\"\t\"line\nbreak\"\n", &[&["x\ty", "line\nbreak"]]);
        check(b"sep=;\na;b\n", &[&["a", "b"]]);
        let marked: Vec<u8> = "\u{feff}a;b\nè;€\n"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        check(&marked, &[&["a", "b"], &["è", "€"]]);
        for of_unit in [u16::to_le_bytes, u16::to_be_bytes] {
            let unmarked: Vec<u8> = "a,b\n1,2\n".encode_utf16().flat_map(of_unit).collect();
            check(&unmarked, &[&["a", "b"], &["1", "2"]]);
        }
        check(
            b"costo;nota\r\n1\x80;\x93s\xec\x94\r\n",
            &[&["costo", "nota"], &["1€", "“sì”"]],
        );
        check(
            b"\xef\xbb\xbfa\tb\r\n1,5\t2,5\r\n",
            &[&["a", "b"], &["1,5", "2,5"]],
        );
        check(
            b"a;b\n1,5;2,5\n0,5;3\n",
            &[&["a", "b"], &["1,5", "2,5"], &["0,5", "3"]],
        );
        check(b"a,b\n\"1;2;3\",x\n", &[&["a", "b"], &["1;2;3", "x"]]);
        check(b"a\rb\r", &[&["a"], &["b"]]);
    }

    #[test]
    fn the_guard_against_formulas_is_taken_away_once() {
        check(
            b"a;b\n'=1;''+2\n'-3;'80\n",
            &[&["a", "b"], &["=1", "'+2"], &["-3", "'80"]],
        );
    }

    /// Both readers of rows say the same of texts without a quote.
    #[test]
    fn rows_without_quotes_are_read_alike_in_both_ways() {
        let parts = [
            "a", "è", "-1", "2/-1", "", " ", "\r\n", "\n", "\r", "\n\n", "'=1", "\u{feff}", ";",
            ";;", ",", "\t", "€",
        ];
        let mut next = chance();
        for _ in 0..5_000 {
            let text: String = (0..next(24)).map(|_| parts[next(parts.len())]).collect();
            for delimiter in SEPARATORS.into_iter().chain([b'a']) {
                let both = [Cutter::cut_plainly, Cutter::cut_with_quotes].map(|cut| {
                    let mut cutter = Cutter::new(&text, delimiter, vec![1, 5]);
                    cut(&mut cutter).unwrap();
                    (cutter.above, cutter.bad_places.clone(), cutter.rows)
                });
                assert_eq!(both[0], both[1], "{text:?} {}", char::from(delimiter));
            }
        }
        let long = "x;".repeat(CELL_LIMIT);
        assert!(matches!(
            Table::from_text(&long),
            Err(ReadError::TooManyCells { .. })
        ));
    }

    fn chance() -> impl FnMut(usize) -> usize {
        let mut state = 20_261_128_u64;
        move |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        }
    }

    /// What the `csv` crate writes comes back as it was, and no note is made of it.
    #[test]
    fn what_is_quoted_as_it_should_be_comes_back() {
        let parts = [
            "a", "è", "\"", "\"\"", "\n", "\r\n", " ", ";", ",", "=\"1", "|", "\t", "x;y\nz;w",
        ];
        let mut next = chance();
        for _ in 0..3_000 {
            let (height, width) = (next(4) + 1, next(4) + 2);
            let mut cell = || {
                let text: String = (0..next(5)).map(|_| parts[next(parts.len())]).collect();
                if text.starts_with("=\"") {
                    format!("x{text}")
                } else {
                    text
                }
            };
            let rows: Vec<Vec<String>> = (0..height)
                .map(|_| (0..width).map(|_| cell()).collect())
                .collect();
            let mut writer = csv::WriterBuilder::new()
                .delimiter(b';')
                .from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let Ok(table) = Table::with_delimiter(&text, b';') else {
                continue;
            };
            for (row, cells) in rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    let found = row
                        .checked_sub(table.origin.0)
                        .map_or("", |row| table.cell(row, column));
                    assert!(
                        found == cell || cell.trim().is_empty(),
                        "{text:?}: {found:?} for {cell:?}"
                    );
                }
            }
            assert!(table.notes.is_empty(), "{text:?}: {:?}", table.notes);
        }
    }

    fn notes(text: &str) -> (Vec<Vec<EcoString>>, Vec<TableNote>) {
        let table = Table::from_text(text).unwrap();
        (table.rows, table.notes)
    }

    #[test]
    fn an_open_quote_swallows_no_line_and_is_told() {
        let (rows, told) = notes("Codice;Titolo\nA1;\"Mobilità dolce\nA2;Verde\nA3;Mense\n");
        assert_eq!(
            rows,
            [
                ["Codice", "Titolo"],
                ["A1", "\"Mobilità dolce"],
                ["A2", "Verde"],
                ["A3", "Mense"]
            ]
        );
        assert_eq!(
            told,
            [TableNote::OpenQuotes(vec![Place { row: 2, column: 2 }])]
        );
        // The quote that would end it begins another cell.
        let (rows, told) =
            notes("Codice;Titolo\nA1;\"Mobilità\nA2;\"Verde\";\nA3;\"Mense; scuole\"\n");
        assert_eq!(
            rows[1..],
            [
                vec!["A1", "\"Mobilità"],
                vec!["A2", "Verde", ""],
                vec!["A3", "Mense; scuole"]
            ]
        );
        assert_eq!(
            told,
            [TableNote::OpenQuotes(vec![Place { row: 2, column: 2 }])]
        );
        // One that ends well where another is open: the lines in it are told.
        let (rows, told) = notes("Codice;Titolo;Note\nA1;\"Mobilità;x\nA2;Verde\";y\nA3;Mense;z\n");
        assert_eq!(rows.len(), 3);
        assert_eq!(told, []);
        let (rows, told) = notes("Codice;Titolo;Note\nA1;\"Mobilità;x\nA2;Verde\"\nA3;Mense;z\n");
        assert_eq!(rows.len(), 3);
        assert_eq!(
            told,
            [TableNote::LinesInCells(vec![Place { row: 2, column: 2 }])]
        );
        let (rows, told) = notes("a;b\nx;\"una; due\ntre; quattro\"\n");
        assert_eq!(
            (rows[1][1].as_str(), told.len()),
            ("una; due\ntre; quattro", 0),
            "a cell of several lines"
        );
    }

    #[test]
    fn quotes_of_the_text_stay_and_texts_kept_as_formulas_are_texts() {
        let (rows, told) = notes(
            "a;b\n\"Mobilità\" dolce;Verde \"urbano\"\n=\"001\";\"=\"\"002\"\"\"\n=\"x;y\";'=\"1\"\n",
        );
        assert_eq!(rows[1], ["\"Mobilità\" dolce", "Verde \"urbano\""]);
        assert_eq!(rows[2], ["001", "002"]);
        assert_eq!(
            rows[3],
            ["x;y", "=\"1\""],
            "what is guarded was such a text before"
        );
        assert_eq!(told, []);
    }

    #[test]
    fn blank_lines_are_rows() {
        let table = Table::from_text("\n\npolitica;1\n\nP1;2\r\n\r\n\rP2;\"x\"\n\n\n").unwrap();
        assert_eq!(table.origin, (2, 0));
        assert_eq!(
            table.rows,
            [
                vec!["politica", "1"],
                vec![],
                vec!["P1", "2"],
                vec![],
                vec![],
                vec!["P2", "x"]
            ]
        );
        let plain = Table::from_text(";;\n\na;b\n\nc;d").unwrap();
        assert_eq!((plain.origin, plain.rows.len()), ((2, 0), 3));
        let part = plain.part("A5:B5".parse().unwrap());
        assert_eq!(
            (part.rows, part.origin),
            (vec![vec!["c".into(), "d".into()]], (4, 0))
        );
        let many = format!("a;b{}c;d", "\n".repeat(CELL_LIMIT + 1));
        assert!(matches!(
            Table::from_text(&many),
            Err(ReadError::TooManyCells { .. })
        ));
    }

    #[test]
    fn a_separator_may_be_told_and_a_bar_parts_cells() {
        for text in [
            "SEP=;\r\na;b,c\n",
            "\u{feff}\"sep=;\"\r\na;b,c\n",
            "sep=;\ra;b,c\n",
        ] {
            let table = Table::from_text(text).unwrap();
            assert_eq!(
                (table.rows, table.origin),
                (vec![vec!["a".into(), "b,c".into()]], (0, 0)),
                "{text:?}"
            );
        }
        check(b"sep=\t\na;b\tc\n", &[&["a;b", "c"]]);
        check(b"sep=\xc3\xa7\na;b\n", &[&["sep=\u{e7}"], &["a", "b"]]);
        check(
            b"politica|1|2\nP1|2|-1\n",
            &[&["politica", "1", "2"], &["P1", "2", "-1"]],
        );
        check(
            b"codice;soggetti\nA1;uno | due\n",
            &[&["codice", "soggetti"], &["A1", "uno | due"]],
        );
    }

    #[test]
    fn bytes_that_are_no_signs_are_told_with_their_cells() {
        let table =
            Table::from_bytes(b"Codice;Titolo\nA1;Mobilit\xc3\xa0 \x96 dolce\nA2;perch\xc3\xa9\n")
                .unwrap();
        assert_eq!(table.cell(1, 1), "Mobilità – dolce");
        assert_eq!(
            table.notes,
            [TableNote::BadBytes {
                n: 1,
                places: vec![Place { row: 2, column: 2 }]
            }]
        );
        let table = Table::from_bytes(b"Codice;Titolo\nA1;citt\xc3\xa0 perch\xc3").unwrap();
        assert_eq!(
            (table.cell(1, 1), &*table.notes),
            ("città perch\u{fffd}", [TableNote::CutShort].as_slice())
        );
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
            &[
                &["tubo", "n"],
                &["5\" tubo", "1"],
                &["6\" tubo, nero", "2"],
                &["7 tubi, neri", "3"],
            ],
        );
    }

    #[test]
    fn one_long_line_and_many_short_ones_are_refused_by_their_product() {
        let text = format!("{}\n{}", "a;".repeat(5_000), "b\n".repeat(5_000));
        assert!(matches!(
            Table::from_text(&text),
            Err(ReadError::TooManyCells { limit: CELL_LIMIT })
        ));
        let text = format!("{}\n{}", "a;".repeat(500), "b\n".repeat(5_000));
        assert_eq!(Table::from_text(&text).unwrap().rows.len(), 5_001);
    }

    #[test]
    fn nothing_is_no_table() {
        assert!(matches!(Table::from_bytes(b"\n\n"), Err(ReadError::Empty)));
    }
}
