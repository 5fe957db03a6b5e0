//! Styles of ODS: the document's own, and one for each look of a cell.

use super::{NAMES, XML};
use crate::report::tables::{NumberFormat, Style, Workbook};
use ordito_ground::text::escaped;
use ordito_model::Language;
use std::fmt::Write as _;

/// The document's own styles, and how its pages are printed: A4 across, as wide as the page, with title, date and page
/// numbers.
pub fn styles(workbook: &Workbook) -> String {
    let (language, country) = match workbook.lang {
        Language::It => ("it", "IT"),
        Language::En => ("en", "GB"),
    };
    format!(
        "{XML}<office:document-styles {NAMES}><office:styles><style:default-style style:family=\"table-cell\">\
         <style:text-properties fo:language=\"{language}\" fo:country=\"{country}\" fo:font-size=\"10pt\" \
         fo:font-family=\"'Titillium Web', Calibri, Arial\"/></style:default-style>\
         <style:style style:name=\"Default\" style:family=\"table-cell\"/></office:styles>{}</office:document-styles>",
        pages(workbook)
    )
}

/// The only kind of page, and what stands at its head and foot.
fn pages(workbook: &Workbook) -> String {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let region = |side: &str, content: &str| {
        format!("<style:region-{side}><text:p>{content}</text:p></style:region-{side}>")
    };
    let page_of = escaped(&workbook.page_of)
        .replace("{page}", "<text:page-number>1</text:page-number>")
        .replace("{pages}", "<text:page-count>1</text:page-count>");
    let head = [&workbook.author, &workbook.who]
        .into_iter()
        .filter(|part| !part.is_empty());
    let mark = workbook
        .marks
        .first()
        .map(|mark| escaped(&line(mark)))
        .unwrap_or_default();
    let part = |name: &str| {
        format!(
            "<style:{name}-style><style:header-footer-properties fo:min-height=\"7mm\" fo:margin-left=\"0mm\" \
             fo:margin-right=\"0mm\" fo:margin-{}=\"3mm\"/></style:{name}-style>",
            if name == "header" { "bottom" } else { "top" }
        )
    };
    format!(
        "<office:automatic-styles><style:page-layout style:name=\"across\"><style:page-layout-properties \
         fo:page-width=\"297mm\" fo:page-height=\"210mm\" style:print-orientation=\"landscape\" fo:margin-top=\"10mm\" \
         fo:margin-bottom=\"10mm\" fo:margin-left=\"10mm\" fo:margin-right=\"10mm\" style:scale-to-X=\"1\" \
         style:scale-to-Y=\"0\"/>{}{}</style:page-layout></office:automatic-styles><office:master-styles>\
         <style:master-page style:name=\"Across\" style:page-layout-name=\"across\"><style:header>{}{}</style:header>\
         <style:footer>{}{}{}</style:footer></style:master-page></office:master-styles>",
        part("header"),
        part("footer"),
        region(
            "left",
            &escaped(&line(
                &head.map(String::as_str).collect::<Vec<_>>().join(" · ")
            ))
        ),
        region("right", &escaped(&line(&workbook.title))),
        region("left", &mark),
        region("center", "<text:sheet-name>1</text:sheet-name>"),
        region("right", &page_of),
    )
}

/// The name of a number's style; `None` for general ones.
const fn number_style(format: NumberFormat) -> Option<&'static str> {
    match format {
        NumberFormat::General => None,
        NumberFormat::Signed => Some("Signed"),
        NumberFormat::SignedTwo => Some("SignedTwo"),
        NumberFormat::Two => Some("Two"),
        NumberFormat::Percent => Some("Percent"),
        NumberFormat::Euro => Some("Euro"),
    }
}

/// How numbers are shown: a sign of one's own above and below zero.
pub fn number_styles() -> String {
    let mut out = String::new();
    for (name, digits) in [
        ("Signed", ""),
        (
            "SignedTwo",
            " number:decimal-places=\"2\" number:min-decimal-places=\"2\"",
        ),
    ] {
        let number = format!("<number:number{digits} number:min-integer-digits=\"1\"/>");
        let part = |part: &str, sign: &str| {
            format!(
                "<number:number-style style:name=\"{name}{part}\" style:volatile=\"true\"><number:text>{sign}\
                 </number:text>{number}</number:number-style>"
            )
        };
        let map = |condition: &str, part: &str| {
            format!(
                "<style:map style:condition=\"value(){condition}0\" style:apply-style-name=\"{name}{part}\"/>"
            )
        };
        let _ = write!(
            out,
            "{}{}<number:number-style style:name=\"{name}\">{number}{}{}</number:number-style>",
            part("P0", "+"),
            part("P1", "\u{2212}"),
            map("&gt;", "P0"),
            map("&lt;", "P1"),
        );
    }
    out.push_str(
        "<number:percentage-style style:name=\"Percent\"><number:number number:decimal-places=\"0\" \
         number:min-integer-digits=\"1\"/><number:text>%</number:text></number:percentage-style>\
         <number:number-style style:name=\"Two\"><number:number number:decimal-places=\"2\" \
         number:min-decimal-places=\"2\" number:min-integer-digits=\"1\"/></number:number-style>\
         <number:number-style style:name=\"Euro\"><number:number number:decimal-places=\"2\" \
         number:min-decimal-places=\"2\" number:min-integer-digits=\"1\" number:grouping=\"true\"/>\
         <number:text> €</number:text></number:number-style>",
    );
    out
}

pub fn cell_style(name: &str, style: &Style) -> String {
    let colour = |[red, green, blue]: [u8; 3]| format!("#{red:02x}{green:02x}{blue:02x}");
    let mut cell = String::from(" style:vertical-align=\"top\"");
    if let Some(fill) = style.fill {
        let _ = write!(cell, " fo:background-color=\"{}\"", colour(fill));
    }
    if style.wrap {
        cell.push_str(" fo:wrap-option=\"wrap\"");
    }
    if style.turned {
        cell = cell.replace("\"top\"", "\"bottom\"");
        cell.push_str(" style:rotation-angle=\"90\"");
    }
    let mut words = String::new();
    if let Some(ink) = style.ink {
        let _ = write!(words, " fo:color=\"{}\"", colour(ink));
    }
    if style.bold {
        words.push_str(" fo:font-weight=\"bold\"");
    }
    let data = number_style(style.format).map_or_else(String::new, |name| {
        format!(" style:data-style-name=\"{name}\"")
    });
    let centre = if style.centre {
        "<style:paragraph-properties fo:text-align=\"center\"/>"
    } else {
        ""
    };
    format!(
        "<style:style style:name=\"{name}\" style:family=\"table-cell\" style:parent-style-name=\"Default\"{data}>\
         <style:table-cell-properties{cell}/>{centre}<style:text-properties{words}/></style:style>"
    )
}
