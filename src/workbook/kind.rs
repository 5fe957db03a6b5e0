//! What a file is that holds no table, or holds it in a way that is not read. Its first bytes tell, not its name: offices
//! send web pages called .xls. Each kind is refused with a sentence that says what it is and what to do.

use super::Package;
use super::encoding::decode;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// No byte at all.
    Nothing,
    Pdf,
    Picture,
    /// A document of Ordito's.
    Ordito,
    Database,
    /// Of a word processor.
    Writing,
    Slides,
    Mail,
    /// A web page, most often one that a portal calls .xls.
    WebPage,
    /// XML that Excel 2003 wrote.
    Excel2003,
    /// Older than Excel 97.
    OldExcel,
    /// XLSB.
    BinaryWorkbook,
    /// ODS in one piece, FODS.
    FlatOds,
    /// Of Apple's Numbers.
    Numbers,
    /// SYLK.
    Sylk,
    Xml,
    Json,
    Archive,
    /// A workbook that ends too early, or is broken: most often a download that was cut.
    Cut,
    /// Bytes that are no text.
    Bytes,
}
impl FileKind {
    /// Stable word of it, as texts are called by.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Pdf => "pdf",
            Self::Picture => "picture",
            Self::Ordito => "ordito",
            Self::Database => "database",
            Self::Writing => "writing",
            Self::Slides => "slides",
            Self::Mail => "mail",
            Self::WebPage => "web-page",
            Self::Excel2003 => "excel-2003",
            Self::OldExcel => "old-excel",
            Self::BinaryWorkbook => "binary-workbook",
            Self::FlatOds => "flat-ods",
            Self::Numbers => "numbers",
            Self::Sylk => "sylk",
            Self::Xml => "xml",
            Self::Json => "json",
            Self::Archive => "archive",
            Self::Cut => "cut",
            Self::Bytes => "bytes",
        }
    }
}

/// How known kinds begin.
const BEGINNINGS: &[(&[u8], FileKind)] = &[
    (b"\x89PNG\r\n", FileKind::Picture),
    (b"\xFF\xD8\xFF", FileKind::Picture),
    (b"GIF87a", FileKind::Picture),
    (b"GIF89a", FileKind::Picture),
    (b"II*\0", FileKind::Picture),
    (b"MM\0*", FileKind::Picture),
    (b"{\\rtf", FileKind::Writing),
    (b"\x1F\x8B", FileKind::Archive),
    (b"7z\xBC\xAF", FileKind::Archive),
    (b"Rar!\x1A", FileKind::Archive),
    (b"ID;P", FileKind::Sylk),
    // A web page with all that is in it, as Excel saves one.
    (b"MIME-Version:", FileKind::WebPage),
];

/// How SQLite's files begin; a document of Ordito has its number among the first bytes.
const DATABASE: &[u8] = b"SQLite format 3\0";
const ORDITO: (usize, &[u8]) = (68, b"Ordi");

/// So much of a file is looked at.
const LOOKED_AT: usize = 1 << 16;

/// What a file is that is no workbook and no text with a table in it; nothing where it may be one.
pub fn of(bytes: &[u8]) -> Option<FileKind> {
    let first = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    if first.is_empty() {
        return Some(FileKind::Nothing);
    }
    if let Some((_, kind)) = BEGINNINGS
        .iter()
        .find(|(begin, _)| first.starts_with(begin))
    {
        return Some(*kind);
    }
    if first.starts_with(DATABASE) {
        let is_ours = first
            .get(ORDITO.0..)
            .is_some_and(|rest| rest.starts_with(ORDITO.1));
        return Some(if is_ours {
            FileKind::Ordito
        } else {
            FileKind::Database
        });
    }
    if first.starts_with(b"RIFF") && first.get(8..12) == Some(b"WEBP") {
        return Some(FileKind::Picture);
    }
    // Some writers put a few bytes before the mark.
    if first
        .get(..1024)
        .unwrap_or(first)
        .windows(5)
        .any(|five| five == b"%PDF-")
    {
        return Some(FileKind::Pdf);
    }
    let text = decode(first).text;
    of_text(&text)
}

fn of_text(text: &str) -> Option<FileKind> {
    let plain = text.trim_start_matches('\u{feff}').trim_start();
    if plain.starts_with('<') {
        return of_tags(plain);
    }
    let mut braces = plain.chars().filter(|sign| !sign.is_whitespace());
    if matches!(
        (braces.next(), braces.next()),
        (Some('{'), Some('"' | '}')) | (Some('['), Some('{'))
    ) {
        return Some(FileKind::Json);
    }
    // Signs that no text has; a few that steer a terminal are none of a table either, but a text may hold them.
    let n_strange = plain
        .chars()
        .filter(|sign| sign.is_control() && !sign.is_whitespace() && *sign < '\u{80}')
        .count();
    (plain.contains('\0') || n_strange * 4 > plain.chars().count()).then_some(FileKind::Bytes)
}

fn of_tags(text: &str) -> Option<FileKind> {
    let lower: String = text
        .chars()
        .take(8192)
        .collect::<String>()
        .to_ascii_lowercase();
    let has = |what: &str| lower.contains(what);
    let tag: String = lower
        .chars()
        .skip(1)
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    if has("urn:schemas-microsoft-com:office:spreadsheet") && !has("<html") {
        Some(FileKind::Excel2003)
    } else if has("opendocument.spreadsheet") && has("office:document") {
        Some(FileKind::FlatOds)
    } else if has("<html")
        || has("<!doctype html")
        || matches!(&*tag, "table" | "head" | "body" | "meta" | "style" | "div")
    {
        Some(FileKind::WebPage)
    } else if has("<svg") {
        Some(FileKind::Picture)
    } else {
        (lower.starts_with("<?xml") || lower.starts_with("<!doctype")).then_some(FileKind::Xml)
    }
}

/// What a package is that is no workbook, by its parts.
pub fn of_package(package: &Package) -> FileKind {
    let known = [
        ("word/document.xml", FileKind::Writing),
        ("ppt/presentation.xml", FileKind::Slides),
        ("xl/workbook.bin", FileKind::BinaryWorkbook),
        ("Index/Document.iwa", FileKind::Numbers),
        ("Index.zip", FileKind::Numbers),
        ("content.xml", FileKind::Writing),
    ];
    known
        .iter()
        .find(|(part, _)| package.has(part))
        .map_or(FileKind::Archive, |(_, kind)| *kind)
}

/// What a compound file is that is no workbook, by its streams.
pub fn of_streams(has: impl Fn(&str) -> bool) -> Option<FileKind> {
    let known = [
        ("WordDocument", FileKind::Writing),
        ("PowerPoint Document", FileKind::Slides),
        ("__properties_version1.0", FileKind::Mail),
        ("Book", FileKind::OldExcel),
    ];
    known
        .iter()
        .find(|(stream, _)| has(stream))
        .map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_how_they_begin() {
        let ordito = [DATABASE, &[0; 52], b"Ordi", &[0; 40]].concat();
        let utf16: Vec<u8> = "\u{feff}<HTML><body>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let cases: &[(&[u8], Option<FileKind>)] = &[
            (b"", Some(FileKind::Nothing)),
            (b"\n\n%PDF-1.7\n\xE2\xE3", Some(FileKind::Pdf)),
            (b"\x89PNG\r\n\x1A\n\0\0", Some(FileKind::Picture)),
            (&ordito, Some(FileKind::Ordito)),
            (b"SQLite format 3\0\x10\0", Some(FileKind::Database)),
            (b"<table><tr><td>1", Some(FileKind::WebPage)),
            (b"\n <!DOCTYPE html>\n<html>", Some(FileKind::WebPage)),
            (&utf16, Some(FileKind::WebPage)),
            (
                b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
                Some(FileKind::Excel2003),
            ),
            (
                b"<?xml version='1.0'?><office:document office:mimetype='application/vnd.oasis.opendocument.spreadsheet'>",
                Some(FileKind::FlatOds),
            ),
            (b"<?xml version='1.0'?><a/>", Some(FileKind::Xml)),
            (b"<?xml version='1.0'?><svg xmlns='x'>", Some(FileKind::Picture)),
            (b"{\\rtf1\\ansi", Some(FileKind::Writing)),
            (b"ID;PWXL;N;E", Some(FileKind::Sylk)),
            (b"\x1F\x8B\x08", Some(FileKind::Archive)),
            (b"\x7FELF\x02\x01\0\0\x01", Some(FileKind::Bytes)),
            (b"{\n  \"format\": \"ordito\"", Some(FileKind::Json)),
            (b"[{\"a\":1}]", Some(FileKind::Json)),
            (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook", Some(FileKind::WebPage)),
            (b"[codice];{titolo}\n", None),
            (b"a;b\n1;2\n", None),
            (b"<5;1\n>5;2\n", None),
            (b"a;\x1b[31mb\x1b]0;x\x07\n1;2\n", None),
            (b"a\0;\0b\0", None),
            (b"citt\xe0;1\n", None),
        ];
        for (bytes, kind) in cases {
            assert_eq!(of(bytes), *kind, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
