//! A workbook as ODS.
//!
//! Written plainly into a ZIP: spreadsheet-ods 1.0 drags in some twenty crates, an old zip and nom and one crate without
//! a licence; what is needed of the format is this.

mod content;
mod styles;

use crate::report::tables::{TableSheet, Workbook};
use ordito_ground::text::escaped;
use ordito_model::Language;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

const MIME: &str = "application/vnd.oasis.opendocument.spreadsheet";
const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
     xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
     xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
     xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
     xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
     xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" \
     xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\" \
     xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" \
     xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
     xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" office:version=\"1.3\"";

/// The file's bytes. The same workbook gives the same bytes.
///
/// # Errors
/// When the archive cannot be written, which memory alone decides.
pub fn ods(workbook: &Workbook) -> std::io::Result<Vec<u8>> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    let parts: [(&str, String, CompressionMethod); 6] = [
        // First and not compressed, so that programs can tell what it is.
        ("mimetype", MIME.to_owned(), CompressionMethod::Stored),
        (
            "content.xml",
            content::content(workbook),
            CompressionMethod::Deflated,
        ),
        (
            "styles.xml",
            styles::styles(workbook),
            CompressionMethod::Deflated,
        ),
        ("meta.xml", meta(workbook), CompressionMethod::Deflated),
        (
            "settings.xml",
            settings(&workbook.sheets),
            CompressionMethod::Deflated,
        ),
        (
            "META-INF/manifest.xml",
            manifest(),
            CompressionMethod::Deflated,
        ),
    ];
    for (name, content, method) in parts {
        archive
            .start_file(name, options.compression_method(method))
            .map_err(std::io::Error::other)?;
        archive.write_all(content.as_bytes())?;
    }
    Ok(archive
        .finish()
        .map_err(std::io::Error::other)?
        .into_inner())
}

fn manifest() -> String {
    let mut out = format!(
        "{XML}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" \
         manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" \
         manifest:media-type=\"{MIME}\"/>"
    );
    for part in ["content.xml", "styles.xml", "meta.xml", "settings.xml"] {
        let _ = write!(
            out,
            "<manifest:file-entry manifest:full-path=\"{part}\" manifest:media-type=\"text/xml\"/>"
        );
    }
    out.push_str("</manifest:manifest>");
    out
}

fn meta(workbook: &Workbook) -> String {
    let lang = match workbook.lang {
        Language::It => "it-IT",
        Language::En => "en-GB",
    };
    format!(
        "{XML}<office:document-meta {NAMES}><office:meta><meta:generator>Ordito</meta:generator><dc:title>{}</dc:title>\
         <dc:creator>{}</dc:creator><dc:date>{}T00:00:00</dc:date><dc:language>{lang}</dc:language></office:meta>\
         </office:document-meta>",
        escaped(&workbook.title),
        escaped(&workbook.author),
        escaped(&workbook.date)
    )
}

/// Which rows and columns stay in view.
fn settings(sheets: &[TableSheet]) -> String {
    let item = |name: &str, kind: &str, value: &str| {
        format!(
            "<config:config-item config:name=\"{name}\" config:type=\"{kind}\">{value}</config:config-item>"
        )
    };
    let mut tables = String::new();
    for sheet in sheets.iter().filter(|sheet| sheet.frozen != (0, 0)) {
        let (rows, columns) = sheet.frozen;
        let mode = |n: u32| if n > 0 { "2" } else { "0" };
        let _ = write!(
            tables,
            "<config:config-item-map-entry config:name=\"{}\">{}{}{}{}{}{}{}{}{}</config:config-item-map-entry>",
            escaped(&sheet.name),
            item("HorizontalSplitMode", "short", mode(u32::from(columns))),
            item("VerticalSplitMode", "short", mode(rows)),
            item("HorizontalSplitPosition", "int", &columns.to_string()),
            item("VerticalSplitPosition", "int", &rows.to_string()),
            item(
                "ActiveSplitRange",
                "short",
                if columns > 0 { "3" } else { "2" }
            ),
            item("PositionLeft", "int", "0"),
            item("PositionTop", "int", "0"),
            item("PositionRight", "int", &columns.to_string()),
            item("PositionBottom", "int", &rows.to_string()),
        );
    }
    format!(
        "{XML}<office:document-settings {NAMES}><office:settings><config:config-item-set \
         config:name=\"ooo:view-settings\"><config:config-item-map-indexed config:name=\"Views\">\
         <config:config-item-map-entry>{}<config:config-item-map-named config:name=\"Tables\">{tables}\
         </config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>\
         </config:config-item-set></office:settings></office:document-settings>",
        item("ViewId", "string", "view1")
    )
}
