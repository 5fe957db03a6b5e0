//! Workbooks made by hand, for what no program writes.
#![expect(clippy::format_push_string, reason = "plainer, and no test is hot")]

use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// A zip file of these parts, deflated.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub const XLSX_ROOT: &str = r#"<?xml version="1.0"?><Relationships><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>"#;

/// A sheet of an XLSX file: what stands before its cells, they, and what stands behind them.
#[derive(Default, Clone, Copy)]
pub struct Leaf<'a> {
    pub name: &'a str,
    /// Attributes of its entry in the workbook.
    pub state: &'a str,
    pub before: &'a str,
    pub data: &'a str,
    pub behind: &'a str,
}

/// An XLSX file of these sheets (name and what `sheetData` holds), with shared texts and styles as XML.
pub fn xlsx(sheets: &[(&str, &str)], texts: &str, styles: &str) -> Vec<u8> {
    let leaves: Vec<Leaf<'_>> = sheets
        .iter()
        .map(|(name, data)| Leaf {
            name,
            data,
            ..Leaf::default()
        })
        .collect();
    xlsx_of(&leaves, texts, styles)
}

pub fn xlsx_of(sheets: &[Leaf<'_>], texts: &str, styles: &str) -> Vec<u8> {
    let parts = xlsx_parts(sheets, texts, styles);
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    zip(&parts)
}

/// Names and texts of its parts.
pub fn xlsx_parts(sheets: &[Leaf<'_>], texts: &str, styles: &str) -> Vec<(String, String)> {
    let mut book = String::from("<workbook xmlns:r='r'><sheets>");
    let mut related = String::from("<Relationships>");
    let mut parts = Vec::new();
    for (at, leaf) in sheets.iter().enumerate() {
        book.push_str(&format!(
            "<sheet name='{}' {} r:id='s{at}'/>",
            leaf.name, leaf.state
        ));
        related.push_str(&format!(
            "<Relationship Id='s{at}' Type='x/worksheet' Target='worksheets/s{at}.xml'/>"
        ));
        let Leaf {
            before,
            data,
            behind,
            ..
        } = leaf;
        let sheet = format!("<worksheet>{before}<sheetData>{data}</sheetData>{behind}</worksheet>");
        parts.push((format!("xl/worksheets/s{at}.xml"), sheet));
    }
    book.push_str("</sheets></workbook>");
    related.push_str("<Relationship Id='t' Type='x/sharedStrings' Target='texts.xml'/>");
    related.push_str("<Relationship Id='y' Type='x/styles' Target='styles.xml'/></Relationships>");
    let fixed = [
        ("_rels/.rels", XLSX_ROOT.to_owned()),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", related),
        ("xl/texts.xml", format!("<sst>{texts}</sst>")),
        (
            "xl/styles.xml",
            format!("<styleSheet>{styles}</styleSheet>"),
        ),
    ];
    fixed
        .map(|(name, text)| (name.to_owned(), text))
        .into_iter()
        .chain(parts)
        .collect()
}

/// An XLSX file of one sheet.
pub fn one_sheet(data: &str) -> Vec<u8> {
    xlsx(&[("Foglio", data)], "", "")
}

/// An ODS file whose one sheet holds these rows.
pub fn ods(rows: &str) -> Vec<u8> {
    ods_of(
        "",
        &format!("<table:table table:name='Foglio'>{rows}</table:table>"),
    )
}

/// An ODS file of these styles and sheets.
pub fn ods_of(styles: &str, sheets: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content>{styles}<office:body><office:spreadsheet>{sheets}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ])
}

pub fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [
        &kind.to_le_bytes(),
        &u16::try_from(data.len()).unwrap().to_le_bytes(),
        data,
    ]
    .concat()
}

/// An XLS file of sheets at these places of the second part; the first part ends with its records.
pub fn xls(n_sheets: usize, globals: &[u8], sheet: &[u8]) -> Vec<u8> {
    let begin = record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0]);
    let one = |start: u32| {
        record(
            0x0085,
            &[start.to_le_bytes().as_slice(), &[0, 0, 1, 0, b'F']].concat(),
        )
    };
    let length = begin.len() + one(0).len() * n_sheets + globals.len() + 4;
    let mut stream = begin.clone();
    for _ in 0..n_sheets {
        stream.extend(one(length as u32));
    }
    stream.extend(globals);
    stream.extend(record(0x000A, &[]));
    stream.extend([&begin, sheet].concat());
    compound(&[("Workbook", stream)])
}

/// A compound file of streams, each padded to be no small one.
pub fn compound(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    const END: u32 = 0xFFFF_FFFE;
    let (mut sectors, mut next, mut directory) = (Vec::new(), Vec::new(), Vec::new());
    let mut entry = |name: &str, kind: u8, start: u32, size: usize| {
        let mut units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = units.len() + 2;
        units.resize(64, 0);
        directory.extend(units);
        directory.extend([length as u8, 0, kind, 1]);
        directory.extend([0xFF; 12]);
        directory.extend([0; 36]);
        directory.extend(start.to_le_bytes());
        directory.extend((size as u64).to_le_bytes());
    };
    entry("Root Entry", 5, END, 0);
    for (name, bytes) in streams {
        let mut padded = bytes.clone();
        padded.resize(bytes.len().max(4096).next_multiple_of(512), 0);
        let start = (sectors.len() / 512) as u32;
        entry(name, 2, start, bytes.len().max(4096));
        sectors.extend(&padded);
        let n_sectors = (padded.len() / 512) as u32;
        next.extend((1..n_sectors).map(|at| start + at).chain([END]));
    }
    directory.resize(directory.len().next_multiple_of(512), 0);
    let directory_at = (sectors.len() / 512) as u32;
    let n_directory = (directory.len() / 512) as u32;
    next.extend((1..n_directory).map(|at| directory_at + at).chain([END]));
    sectors.extend(directory);
    let table_at = (sectors.len() / 512) as u32;
    let n_tables = (next.len() as u32).div_ceil(127);
    assert!(n_tables <= 109);
    next.extend((0..n_tables).map(|_| 0xFFFF_FFFD));
    next.resize(n_tables as usize * 128, 0xFFFF_FFFF);
    sectors.extend(next.iter().flat_map(|number| number.to_le_bytes()));
    let mut header = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    header.resize(24, 0);
    header.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    header.resize(44, 0);
    header.extend(
        [n_tables, directory_at, 0, 4096, END, 0, END, 0]
            .iter()
            .flat_map(|n: &u32| n.to_le_bytes()),
    );
    header.extend((0..n_tables).flat_map(|at| (table_at + at).to_le_bytes()));
    header.resize(512, 0xFF);
    [header, sectors].concat()
}
