//! Sheets as one HTML file: no script, nothing fetched, headings and tables that a screen reader can walk through.

use crate::report::sheet::{Align, Block, Fact, Sheet, SheetFile, StripCell, TableCell, TableColumn};
use std::fmt::Write as _;

const STYLE: &str = include_str!("../../assets/sheets/sheet.css");

/// The file as UTF-8 text. The same sheets give the same bytes.
pub fn sheet_html(file: &SheetFile) -> String {
    let mut out = String::new();
    let bound = file.sheets.len() != 1;
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<meta name=\"author\" content=\"{}\">\n\
         <meta name=\"date\" content=\"{}\">\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        file.lang,
        text(&file.title),
        text(&file.author),
        text(&file.date),
    );
    if bound {
        let _ = write!(
            out,
            "<h1>{}</h1>\n<nav aria-label=\"{}\"><ol>\n",
            block_text(&file.title),
            text(&file.contents_title)
        );
        for (i, sheet) in file.sheets.iter().enumerate() {
            let _ = writeln!(out, "<li><a href=\"#s{i}\">{}</a></li>", block_text(&sheet.title));
        }
        out.push_str("</ol></nav>\n");
    }
    for (i, sheet) in file.sheets.iter().enumerate() {
        article(&mut out, i, sheet, if bound { 2 } else { 1 });
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// Escaped for text and for attributes; characters that XML and HTML do not have become U+FFFD.
pub fn text(text: &str) -> String {
    let allowed = |c: char| match c {
        '\n' | '\r' | '\t' => c,
        '\0'..' ' | '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
        _ => c,
    };
    let clean: String = text.chars().map(allowed).collect();
    quick_xml::escape::escape(clean).into_owned()
}

fn article(out: &mut String, i: usize, sheet: &Sheet, level: u8) {
    let _ = writeln!(out, "<article id=\"s{i}\">");
    let _ = writeln!(
        out,
        "<p class=\"running\"><span>{}</span><span>{}</span></p>",
        block_text(&sheet.header_left),
        block_text(&sheet.header_right)
    );
    let _ = writeln!(out, "<h{level}>{}</h{level}>", block_text(&sheet.title));
    if !sheet.subtitle.is_empty() {
        let _ = writeln!(out, "<p class=\"subtitle\">{}</p>", block_text(&sheet.subtitle));
    }
    for mark in &sheet.marks {
        let _ = writeln!(out, "<p class=\"mark\">{}</p>", block_text(mark));
    }
    for section in &sheet.sections {
        let below = level + 1;
        let _ =
            write!(out, "<section class=\"{}\">\n<h{below}>{}</h{below}>\n", section.id, block_text(&section.heading));
        for each in &section.blocks {
            block(out, each);
        }
        out.push_str("</section>\n");
    }
    let _ = writeln!(out, "<p class=\"foot\">{}</p>\n</article>", block_text(&sheet.footer));
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Facts { items } => list(out, "facts", items),
        Block::Figures { items } => list(out, "figures", items),
        Block::Text { text: paragraphs } => {
            for paragraph in paragraphs.split("\n\n") {
                let _ = writeln!(out, "<p>{}</p>", broken(paragraph));
            }
        }
        Block::Note { text: note } => {
            let _ = writeln!(out, "<p class=\"note\">{}</p>", broken(note));
        }
        Block::Strip { cells, .. } => strip(out, cells),
        Block::Table { caption, row_head, columns, rows } => table(out, caption, *row_head, columns, rows),
        Block::Columns { items } => {
            out.push_str("<dl class=\"columns\">\n");
            for item in items {
                let _ = writeln!(out, "<div><dt>{}</dt><dd>{}</dd></div>", block_text(&item.label), broken(&item.text));
            }
            out.push_str("</dl>\n");
        }
        Block::Page => out.push_str("<div class=\"page\"></div>\n"),
        Block::List { items } => {
            out.push_str("<ul>\n");
            for item in items {
                let _ = writeln!(out, "<li>{}</li>", broken(item));
            }
            out.push_str("</ul>\n");
        }
    }
}

/// Line breaks stay.
fn broken(lines: &str) -> String {
    block_text(lines).replace('\n', "<br>")
}

/// Whether Calc would take a text for a formula where the page is opened as a spreadsheet: it looks past white space.
fn is_formula_like(words: &str) -> bool {
    let words = words.trim_start_matches(|c: char| c.is_whitespace() || c == '\'');
    let is_number = words.starts_with(['+', '-'])
        && words.get(1..).is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || ",.% ".contains(c)));
    super::matrix::is_formula_like(words) && !is_number
}

/// What begins a paragraph: where it looks like a formula, an invisible word joiner comes first.
pub fn block_text(words: &str) -> String {
    if is_formula_like(words) { format!("\u{2060}{}", text(words)) } else { text(words) }
}

/// The mark for text of table cells that Calc knows; browsers and readers pass it over.
pub fn plain_mark(words: &str) -> &'static str {
    if is_formula_like(words) { " sdnum=\"1033;0;@\"" } else { "" }
}

fn list(out: &mut String, class: &str, items: &[Fact]) {
    let _ = writeln!(out, "<dl class=\"{class}\">");
    for item in items {
        let _ = writeln!(out, "<div><dt>{}</dt><dd>{}</dd></div>", block_text(&item.label), broken(&item.value));
    }
    out.push_str("</dl>\n");
}

/// A table with one row, so that a screen reader says goal and value together.
fn strip(out: &mut String, cells: &[StripCell]) {
    for part in cells.chunks(17) {
        out.push_str("<table class=\"strip\"><thead><tr>");
        for cell in part {
            let _ = write!(out, "<th scope=\"col\"{}>{}</th>", plain_mark(&cell.label), text(&cell.label));
        }
        out.push_str("</tr></thead><tbody><tr>");
        for cell in part {
            let colours = match (&cell.fill, &cell.ink, &cell.fill2) {
                (Some(fill), Some(_), Some(fill2)) => {
                    format!(" style=\"background:linear-gradient(to bottom right,{fill} 50%,{fill2} 50%)\"")
                }
                (Some(fill), Some(ink), None) => format!(" style=\"background:{fill};color:{ink}\""),
                _ => String::new(),
            };
            let value = match (&cell.text2, &cell.ink, &cell.ink2) {
                (Some(second), Some(ink), Some(ink2)) => format!(
                    "<span style=\"color:{ink}\">{}</span><span style=\"color:{ink2}\">{}</span>",
                    text(&cell.text),
                    text(second)
                ),
                _ => text(&cell.text),
            };
            let _ = write!(out, "<td class=\"{}\"{colours}>{value}</td>", cell.state);
        }
        out.push_str("</tr></tbody></table>\n");
    }
}

fn align(column: Option<&TableColumn>) -> &'static str {
    match column.map(|column| column.align) {
        Some(Align::Right) => " class=\"right\"",
        Some(Align::Center) => " class=\"center\"",
        _ => "",
    }
}

fn table(out: &mut String, caption: &str, row_head: bool, columns: &[TableColumn], rows: &[Vec<TableCell>]) {
    let _ = writeln!(out, "<table><caption>{}</caption>\n<thead><tr>", block_text(caption));
    for column in columns {
        let _ = write!(
            out,
            "<th scope=\"col\"{}{}>{}</th>",
            align(Some(column)),
            plain_mark(&column.head),
            text(&column.head)
        );
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        out.push_str("<tr>");
        for (i, cell) in row.iter().enumerate() {
            let (open, close) = if row_head && i == 0 { ("th scope=\"row\"", "th") } else { ("td", "td") };
            let colours = match (&cell.fill, &cell.ink) {
                (Some(fill), Some(ink)) => format!(" style=\"background:{fill};color:{ink}\""),
                _ => String::new(),
            };
            let mut inner = text(&cell.text).replace('\n', "<br>");
            if cell.bold {
                inner = format!("<b>{inner}</b>");
            }
            if !cell.source.is_empty() {
                let _ = write!(inner, " <cite>{}</cite>", text(&cell.source));
            }
            let plain = plain_mark(&cell.text);
            let _ = write!(out, "<{open}{}{plain}{colours}>{inner}</{close}>", align(columns.get(i)));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n");
}
