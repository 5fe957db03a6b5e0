//! Sheets as one HTML file: no script, nothing fetched, headings and tables that a screen reader can walk through.

use crate::report::sheet::{
    Align, Bar, Block, Fact, Mark, Sheet, SheetFile, StripCell, TableCell, TableColumn,
};
use ordito_ground::text::escaped;
use std::borrow::Cow;
use std::fmt::Write as _;

const STYLE: &str = include_str!("../../../assets/sheets/sheet.css");

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
        escaped(&file.title),
        escaped(&file.author),
        escaped(&file.date),
    );
    if bound {
        let _ = write!(
            out,
            "<h1>{}</h1>\n<nav aria-label=\"{}\"><ol>\n",
            broken(&file.title),
            escaped(&file.contents_title)
        );
        for (i, sheet) in file.sheets.iter().enumerate() {
            let _ = writeln!(
                out,
                "<li><a href=\"#s{i}\">{}</a></li>",
                broken(&sheet.title)
            );
        }
        out.push_str("</ol></nav>\n");
    }
    let mark = picture(file.mark.as_ref(), &file.author);
    for (i, sheet) in file.sheets.iter().enumerate() {
        // Once is enough for a page that is read from its beginning.
        let mark = if i == 0 { mark.as_str() } else { "" };
        article(&mut out, i, sheet, mark, if bound { 2 } else { 1 });
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// A picture inside the page: nothing is fetched.
fn picture(mark: Option<&Mark>, name: &str) -> String {
    mark.map_or_else(String::new, |mark| {
        let [width, height] = [mark.width, mark.height].map(|side| (side * PIXELS).round() as u32);
        let data = base64(&mark.png);
        let name = escaped(name);
        format!("<img alt=\"{name}\" width=\"{width}\" height=\"{height}\" src=\"data:image/png;base64,{data}\">")
    })
}

/// CSS pixels of a millimetre.
const PIXELS: f64 = 96.0 / 25.4;

/// RFC 4648 with padding.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or(0));
        let all = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let sign = SIGNS
                .get((all >> (18 - 6 * place) & 63) as usize)
                .copied()
                .unwrap_or(b'=');
            out.push(if place > group.len() {
                '='
            } else {
                char::from(sign)
            });
        }
    }
    out
}

fn article(out: &mut String, i: usize, sheet: &Sheet, mark: &str, level: u8) {
    let _ = writeln!(out, "<article id=\"s{i}\">");
    let _ = writeln!(
        out,
        "<div class=\"running\"><span class=\"body\">{mark}<span>{}</span></span><span>{}</span></div>",
        broken(&sheet.header_left),
        broken(&sheet.header_right)
    );
    let _ = writeln!(out, "<h{level}>{}</h{level}>", broken(&sheet.title));
    if !sheet.subtitle.is_empty() {
        let _ = writeln!(out, "<p class=\"subtitle\">{}</p>", broken(&sheet.subtitle));
    }
    for mark in &sheet.marks {
        let _ = writeln!(out, "<p class=\"mark\">{}</p>", block_text(mark));
    }
    for section in &sheet.sections {
        let below = level + 1;
        let _ = write!(
            out,
            "<section class=\"{}\">\n<h{below}>{}</h{below}>\n",
            section.id,
            broken(&section.heading)
        );
        for each in &section.blocks {
            block(out, each);
        }
        out.push_str("</section>\n");
    }
    let _ = writeln!(
        out,
        "<p class=\"foot\">{}</p>\n</article>",
        broken(&sheet.footer)
    );
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
        Block::Table {
            caption,
            row_head,
            columns,
            rows,
        } => table(out, caption, *row_head, columns, rows),
        Block::Columns { items } => {
            out.push_str("<dl class=\"columns\">\n");
            for item in items {
                let _ = writeln!(
                    out,
                    "<div><dt>{}</dt><dd>{}</dd></div>",
                    block_text(&item.label),
                    broken(&item.text)
                );
            }
            out.push_str("</dl>\n");
        }
        Block::Bars {
            caption,
            rounds,
            lines,
        } => bars(out, caption, rounds, lines),
        Block::Ballot {
            caption,
            lines,
            legend,
            columns,
            rows,
            ..
        } => {
            let _ = writeln!(out, "<div class=\"ballot\">\n<p>{}</p>", broken(lines));
            table(out, caption, false, columns, rows);
            let _ = writeln!(out, "<p class=\"note\">{}</p>\n</div>", broken(legend));
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
    breakable(&block_text(lines)).replace('\n', "<br>")
}

/// Whether Calc would take a text for a formula where the page is opened as a spreadsheet: it looks past white space.
fn is_formula_like(words: &str) -> bool {
    let words = words.trim_start_matches(|c: char| c.is_whitespace() || c == '\'');
    let is_number = words.starts_with(['+', '-'])
        && words.get(1..).is_some_and(|rest| {
            rest.chars()
                .all(|c| c.is_ascii_digit() || ",.% ".contains(c))
        });
    super::matrix::is_formula_like(words) && !is_number
}

/// What begins a paragraph: where it looks like a formula, an invisible word joiner comes first.
pub fn block_text(words: &str) -> String {
    if is_formula_like(words) {
        format!("\u{2060}{}", escaped(words))
    } else {
        escaped(words)
    }
}

/// The mark for text of table cells that Calc knows; browsers and readers pass it over.
pub fn plain_mark(words: &str) -> &'static str {
    if is_formula_like(words) {
        " sdnum=\"1033;0;@\""
    } else {
        ""
    }
}

fn list(out: &mut String, class: &str, items: &[Fact]) {
    let _ = writeln!(out, "<dl class=\"{class}\">");
    for item in items {
        let _ = writeln!(
            out,
            "<div><dt>{}</dt><dd>{}</dd></div>",
            block_text(&item.label),
            broken(&item.value)
        );
    }
    out.push_str("</dl>\n");
}

/// A table whose third column is a picture of the numbers after it.
fn bars(out: &mut String, caption: &str, rounds: &[String], lines: &[Bar]) {
    let _ = write!(
        out,
        "<table class=\"bars\"><caption>{}</caption>\n<thead><tr><td></td><td></td><td></td>",
        block_text(caption)
    );
    for round in rounds {
        let _ = write!(
            out,
            "<th scope=\"col\" class=\"center\">{}</th>",
            block_text(round)
        );
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for line in lines {
        let style = match (&line.fill, &line.ink) {
            (Some(fill), Some(ink)) => format!(" style=\"background:{fill};color:{ink}\""),
            _ => String::new(),
        };
        let _ = write!(
            out,
            "<tr><th scope=\"row\" class=\"center\"{style}>{}</th><td>{}</td><td class=\"bar\" aria-hidden=\"true\">",
            block_text(&line.value),
            block_text(&line.word)
        );
        let last = line.shares.len().saturating_sub(1);
        for (round, share) in line.shares.iter().enumerate() {
            let fill = match &line.fill {
                Some(fill) if round == last => format!(";background:{fill}"),
                _ => String::new(),
            };
            let width = (share * 100.0).round() as i64;
            let _ = write!(out, "<span style=\"width:{width}%{fill}\"></span>");
        }
        out.push_str("</td>");
        for count in &line.counts {
            let _ = write!(out, "<td class=\"center\">{}</td>", block_text(count));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n");
}

/// A list, so that a screen reader says goal and value together, and a narrow page folds it.
fn strip(out: &mut String, cells: &[StripCell]) {
    // Where goals have no codes, names stand under the values and want room.
    let named = cells.iter().any(|cell| cell.label.chars().count() > 5);
    let _ = writeln!(
        out,
        "<dl class=\"strip{}\">",
        if named { " named" } else { "" }
    );
    for cell in cells {
        let colours = match (&cell.fill, &cell.ink, &cell.fill2) {
            (Some(fill), Some(_), Some(fill2)) => {
                format!(
                    " style=\"background:linear-gradient(to bottom right,{fill} 50%,{fill2} 50%)\""
                )
            }
            (Some(fill), Some(ink), None) => format!(" style=\"background:{fill};color:{ink}\""),
            _ => String::new(),
        };
        let value = match (&cell.text2, &cell.ink, &cell.ink2) {
            (Some(second), Some(ink), Some(ink2)) => format!(
                "<span style=\"color:{ink}\">{}</span><span style=\"color:{ink2}\">{}</span>",
                escaped(&cell.text),
                escaped(second)
            ),
            _ => escaped(&cell.text),
        };
        let label = block_text(&cell.label);
        let _ = writeln!(
            out,
            "<div><dt>{label}</dt><dd class=\"{}\"{colours}>{value}</dd></div>",
            cell.state
        );
    }
    out.push_str("</dl>\n");
}

fn align(column: Option<&TableColumn>) -> &'static str {
    match column.map(|column| column.align) {
        Some(Align::Right) => " class=\"right\"",
        Some(Align::Center) => " class=\"center\"",
        _ => "",
    }
}

/// Below 600 px the rows of a table that tells reasons become cards, each cell with its head before it; other tables
/// scroll within the page.
fn table(
    out: &mut String,
    caption: &str,
    row_head: bool,
    columns: &[TableColumn],
    rows: &[Vec<TableCell>],
) {
    let widest = columns
        .iter()
        .skip(1)
        .map(|column| column.share)
        .fold(0.0, f64::max);
    let is_told = widest >= 2.5 && columns.len() <= 7;
    let all: f64 = columns
        .iter()
        .map(|column| column.share)
        .sum::<f64>()
        .max(f64::MIN_POSITIVE);
    // Rows as blocks would be no rows to a screen reader: the roles say that they are.
    let (class, roles) = if is_told {
        (" class=\"cards\" role=\"table\"", true)
    } else {
        ("", false)
    };
    let role = |name: &str| {
        if roles {
            format!(" role=\"{name}\"")
        } else {
            String::new()
        }
    };
    let _ = writeln!(
        out,
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table{class}><caption>{}</caption>\n\
         <thead{}><tr{}>",
        escaped(caption),
        block_text(caption),
        role("rowgroup"),
        role("row"),
    );
    for column in columns {
        let _ = write!(
            out,
            "<th scope=\"col\"{}{}{} style=\"width:{}%\">{}</th>",
            role("columnheader"),
            align(Some(column)),
            plain_mark(&column.head),
            (column.share / all * 100.0).round() as u32,
            escaped(&column.head)
        );
    }
    let _ = writeln!(out, "</tr></thead>\n<tbody{}>", role("rowgroup"));
    for row in rows {
        let _ = write!(out, "<tr{}>", role("row"));
        for (i, cell) in row.iter().enumerate() {
            let is_head = row_head && i == 0;
            let (open, close) = if is_head {
                ("th scope=\"row\"", "th")
            } else {
                ("td", "td")
            };
            let role = role(if is_head { "rowheader" } else { "cell" });
            let head = columns
                .get(i)
                .filter(|column| roles && !is_head && !column.head.is_empty());
            let head = head.map_or_else(String::new, |column| {
                format!(" data-head=\"{}\"", escaped(&column.head))
            });
            let colours = match (&cell.fill, &cell.ink) {
                (Some(fill), Some(ink)) => format!(" style=\"background:{fill};color:{ink}\""),
                _ => String::new(),
            };
            let mut inner = breakable(&escaped(&cell.text)).replace('\n', "<br>");
            if cell.bold {
                inner = format!("<b>{inner}</b>");
            }
            if !cell.source.is_empty() {
                let _ = write!(inner, " <cite>{}</cite>", breakable(&escaped(&cell.source)));
            }
            let plain = plain_mark(&cell.text);
            let _ = write!(
                out,
                "<{open}{role}{}{plain}{head}{colours}>{inner}</{close}>",
                align(columns.get(i))
            );
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table></div>\n");
}

/// Escaped text whose very long words (addresses, hashes) may break every few signs. What people read as a word never
/// does, and what is copied from the page has nothing added.
pub fn breakable(escaped: &str) -> Cow<'_, str> {
    if !escaped
        .split_whitespace()
        .any(|word| word.len() > LONGEST_WORD && signs(word) > LONGEST_WORD)
    {
        return Cow::Borrowed(escaped);
    }
    let mut out = String::with_capacity(escaped.len() * 3 / 2);
    for part in escaped.split_inclusive(char::is_whitespace) {
        let is_long = signs(part.trim_end()) > LONGEST_WORD;
        let (mut since, mut within) = (0, false);
        for c in part.chars() {
            out.push(c);
            // An entity is one sign.
            within = (within || c == '&') && c != ';';
            since += usize::from(!within);
            if is_long && !within && since >= 8 {
                out.push_str("<wbr/>");
                since = 0;
            }
        }
    }
    Cow::Owned(out)
}

/// How many signs of a word may not be parted.
const LONGEST_WORD: usize = 24;

/// Signs of escaped text: an entity is one.
fn signs(escaped: &str) -> usize {
    let mut within = false;
    let is_sign = |c: char| {
        within = (within || c == '&') && c != ';';
        !within
    };
    escaped.chars().map(is_sign).filter(|is| *is).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_written_as_everybody_reads_them() {
        for (bytes, wanted) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), wanted);
        }
        assert_eq!(base64(&[0xFF, 0xEF, 0xBE]), "/+++");
    }

    #[test]
    fn only_words_that_nobody_writes_may_break() {
        let word = "Infrastrutturazione &amp; &quot;monitoraggio&quot; dell'implementazione";
        assert_eq!(breakable(word), word);
        let hash = "0123456789abcdef0123456789abcdef";
        assert_eq!(
            breakable(&format!("a {hash} b")),
            "a 01234567<wbr/>89abcdef<wbr/>01234567<wbr/>89abcdef<wbr/> b"
        );
        let entities = "&amp;".repeat(30);
        let parted = breakable(&entities);
        assert_eq!(parted.replace("<wbr/>", ""), entities);
        assert_eq!(parted.matches("<wbr/>").count(), 3, "{parted}");
    }
}
