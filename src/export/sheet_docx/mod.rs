//! Sheets as DOCX: real heading styles, header rows that repeat, a language, a title, page numbers.
//!
//! WordprocessingML written plainly into a ZIP: docx-rs 0.4 has no document language, no Normal style and no way to
//! describe a table, and patching its packed XML would be more than this. Content is in `body`, what is the same in
//! every file in `assets/sheets/docx`.

mod body;

use super::sheet_html::text;
use crate::report::sheet::SheetFile;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

const CONTENT_TYPES: &str = include_str!("../../../assets/sheets/docx/content-types.xml");
const RELS: &str = include_str!("../../../assets/sheets/docx/rels.xml");
const DOCUMENT_RELS: &str = include_str!("../../../assets/sheets/docx/document-rels.xml");
const STYLES: &str = include_str!("../../../assets/sheets/docx/styles.xml");
const NUMBERING: &str = include_str!("../../../assets/sheets/docx/numbering.xml");
const SETTINGS: &str = include_str!("../../../assets/sheets/docx/settings.xml");
const FONTS: &str = include_str!("../../../assets/sheets/docx/fonts.xml");

/// The file's bytes. The same sheets give the same bytes.
///
/// # Errors
/// When the archive cannot be written, which memory alone decides.
pub fn sheet_docx(file: &SheetFile) -> std::io::Result<Vec<u8>> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    let locale = if file.lang == "it" { "it-IT" } else { "en-GB" };
    let parts: [(&str, String); 11] = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", RELS.to_owned()),
        ("docProps/core.xml", core(file)),
        ("docProps/app.xml", app()),
        ("word/document.xml", body::document(file)),
        ("word/_rels/document.xml.rels", DOCUMENT_RELS.to_owned()),
        ("word/styles.xml", STYLES.replace("{locale}", locale)),
        ("word/numbering.xml", NUMBERING.to_owned()),
        ("word/settings.xml", SETTINGS.replace("{locale}", locale)),
        ("word/fontTable.xml", FONTS.to_owned()),
        ("word/header1.xml", header(file)),
    ];
    for (name, content) in parts.iter().chain(&[("word/footer1.xml", footer(file))]) {
        archive.start_file(*name, options).map_err(std::io::Error::other)?;
        archive.write_all(content.as_bytes())?;
    }
    Ok(archive.finish().map_err(std::io::Error::other)?.into_inner())
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                 xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

fn core(file: &SheetFile) -> String {
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
         <cp:keywords>{}</cp:keywords><dc:language>{}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:modified></cp:coreProperties>",
        text(&file.title),
        text(&file.author),
        text(&file.keywords.join("; ")),
        file.lang,
        date = text(&file.date),
    )
}

fn app() -> String {
    format!(
        "{XML}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Ordito</Application></Properties>"
    )
}

fn header(file: &SheetFile) -> String {
    let (left, right) = file.sheets.first().map_or(("", ""), |sheet| (&sheet.header_left, &sheet.header_right));
    format!(
        "{XML}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{}<w:r><w:tab/></w:r>{}</w:p></w:hdr>",
        body::run(left),
        body::run(right)
    )
}

/// The sheet's foot and `Pagina 1 di 3`, with the numbers as fields.
fn footer(file: &SheetFile) -> String {
    let foot = match file.sheets.as_slice() {
        [only] => only.footer.as_str(),
        _ => file.title.as_str(),
    };
    let field = |code: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {code} \
             </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>\
             <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let mut page_of = String::new();
    let mut rest = file.page_of.as_str();
    while let Some(start) = rest.find('{') {
        let Some(length) = rest[start..].find('}') else { break };
        page_of.push_str(&body::run(&rest[..start]));
        page_of.push_str(&match &rest[start..=start + length] {
            "{page}" => field("PAGE"),
            "{pages}" => field("NUMPAGES"),
            other => body::run(other),
        });
        rest = &rest[start + length + 1..];
    }
    page_of.push_str(&body::run(rest));
    format!(
        "{XML}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:tab/></w:r>{page_of}</w:p></w:ftr>",
        body::run(foot)
    )
}
