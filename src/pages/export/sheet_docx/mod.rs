//! Sheets as DOCX: real heading styles, header rows that repeat, a language, a title, page numbers.
//!
//! WordprocessingML written plainly into a ZIP: docx-rs 0.4 has no document language, no Normal style and no way to
//! describe a table, and patching its packed XML would be more than this. Content is in `body`, what is the same in
//! every file in `assets/sheets/docx`.

mod body;

use crate::report::sheet::SheetFile;
use ordito_ground::text::escaped;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

const CONTENT_TYPES: &str = include_str!("../../../../assets/sheets/docx/content-types.xml");
const RELS: &str = include_str!("../../../../assets/sheets/docx/rels.xml");
const DOCUMENT_RELS: &str = include_str!("../../../../assets/sheets/docx/document-rels.xml");
const STYLES: &str = include_str!("../../../../assets/sheets/docx/styles.xml");
const NUMBERING: &str = include_str!("../../../../assets/sheets/docx/numbering.xml");
const SETTINGS: &str = include_str!("../../../../assets/sheets/docx/settings.xml");
const FONTS: &str = include_str!("../../../../assets/sheets/docx/fonts.xml");

/// The file's bytes. The same sheets give the same bytes.
///
/// # Errors
/// When the archive cannot be written, which memory alone decides.
pub fn sheet_docx(file: &SheetFile) -> std::io::Result<Vec<u8>> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    let locale = if file.lang == "it" { "it-IT" } else { "en-GB" };
    let parts: [(&str, String); 11] = [
        ("[Content_Types].xml", content_types(file)),
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
        archive
            .start_file(*name, options)
            .map_err(std::io::Error::other)?;
        archive.write_all(content.as_bytes())?;
    }
    if let Some(mark) = &file.mark {
        archive
            .start_file("word/_rels/header1.xml.rels", options)
            .map_err(std::io::Error::other)?;
        archive.write_all(header_rels().as_bytes())?;
        archive
            .start_file("word/media/mark.png", options)
            .map_err(std::io::Error::other)?;
        archive.write_all(&mark.png)?;
    }
    Ok(archive
        .finish()
        .map_err(std::io::Error::other)?
        .into_inner())
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
        escaped(&file.title),
        escaped(&file.author),
        escaped(&file.keywords.join("; ")),
        file.lang,
        date = escaped(&file.date),
    )
}

fn app() -> String {
    format!(
        "{XML}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Ordito</Application></Properties>"
    )
}

/// Pictures are named where there is one.
fn content_types(file: &SheetFile) -> String {
    if file.mark.is_none() {
        return CONTENT_TYPES.to_owned();
    }
    CONTENT_TYPES.replacen(
        "<Default ",
        "<Default Extension=\"png\" ContentType=\"image/png\"/><Default ",
        1,
    )
}

fn header_rels() -> String {
    format!(
        "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship \
         Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" \
         Target=\"media/mark.png\"/></Relationships>"
    )
}

/// The body's mark in the line of the head.
fn mark(file: &SheetFile) -> String {
    let Some(mark) = &file.mark else {
        return String::new();
    };
    // English Metric Units, 36,000 of a millimetre.
    let (cx, cy) = (
        (mark.width * 36_000.0).round(),
        (mark.height * 36_000.0).round(),
    );
    let name = escaped(&file.author);
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{cx}\" cy=\"{cy}\"/>\
         <wp:docPr id=\"1\" name=\"{name}\" descr=\"{name}\"/><a:graphic><a:graphicData \
         uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"1\" \
         name=\"{name}\" descr=\"{name}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId1\"/><a:stretch>\
         <a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{cx}\" cy=\"{cy}\"/>\
         </a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
         </wp:inline></w:drawing></w:r>{}",
        body::run("  ")
    )
}

const PICTURES: &str = "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
                        xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
                        xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

fn header(file: &SheetFile) -> String {
    let (left, right) = file
        .sheets
        .first()
        .map_or(("", ""), |sheet| (&sheet.header_left, &sheet.header_right));
    format!(
        "{XML}<w:hdr {W} {PICTURES}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{}{}<w:r><w:tab/></w:r>{}</w:p></w:hdr>",
        mark(file),
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
        let Some(length) = rest[start..].find('}') else {
            break;
        };
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
