//! A workbook as one HTML file: a table for each sheet, no script, nothing fetched.

use super::sheet_html::{block_text, breakable, plain_mark};
use crate::figure::signs;
use crate::report::tables::{NumberFormat, Style, TableSheet, Value, Workbook};
use ordito_ground::text::escaped;
use ordito_words::Numbers;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const STYLE: &str = include_str!("../../../assets/sheets/tables.css");

/// Declarations and the number of their class: a large matrix has few looks and many cells.
type Looks = BTreeMap<String, usize>;

/// The file as UTF-8 text. Hidden sheets are left out: their numbers stand in the totals.
pub fn tables_html(workbook: &Workbook) -> String {
    let numbers = Numbers::new(workbook.lang);
    let lang = match workbook.lang {
        ordito_model::Language::It => "it",
        ordito_model::Language::En => "en",
    };
    let title = escaped(&workbook.title);
    let shown: Vec<&TableSheet> = workbook
        .sheets
        .iter()
        .filter(|sheet| !sheet.hidden)
        .collect();
    let mut looks = Looks::new();
    let mut out = String::new();
    for mark in &workbook.marks {
        let _ = writeln!(out, "<p class=\"mark\">{}</p>", block_text(mark));
    }
    out.push_str("<nav><ul>\n");
    for (i, sheet) in shown.iter().enumerate() {
        let _ = writeln!(
            out,
            "<li><a href=\"#t{i}\">{}</a></li>",
            block_text(&sheet.name)
        );
    }
    out.push_str("</ul></nav>\n");
    for (i, sheet) in shown.iter().enumerate() {
        // Wide tables scroll on their own, by keyboard too. Headings and no captions: LibreOffice lays a row of tables
        // without a paragraph between them out for minutes.
        let _ = write!(
            out,
            "<section id=\"t{i}\" tabindex=\"0\" aria-labelledby=\"c{i}\">\n<h2 id=\"c{i}\">{}</h2>\n<table aria-labelledby=\"c{i}\">\n",
            block_text(&sheet.name)
        );
        // A blank row parts two tables of a sheet: what follows it is a row of headings again.
        let mut heads = true;
        for row in &sheet.rows {
            if row.is_empty() {
                heads = true;
                continue;
            }
            out.push_str("<tr>");
            let is_head = heads && sheet.frozen.0 > 0;
            let begins_with_head = sheet.frozen.1 > 0 || sheet.frozen.0 == 0;
            for (column, value) in row.iter().enumerate() {
                cell(
                    &mut out,
                    &mut looks,
                    &numbers,
                    value,
                    is_head,
                    column == 0 && begins_with_head,
                );
            }
            heads = false;
            out.push_str("</tr>\n");
        }
        out.push_str("</table>\n</section>\n");
    }
    let mut style = STYLE.to_owned();
    for (look, number) in &looks {
        let _ = writeln!(style, ".l{number} {{ {look} }}");
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<meta name=\"author\" content=\"{}\">\n\
         <style>\n{style}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n{out}</main>\n</body>\n</html>\n",
        escaped(&workbook.author),
        block_text(&workbook.title)
    )
}

fn cell(
    out: &mut String,
    looks: &mut Looks,
    numbers: &Numbers,
    value: &Value,
    is_head: bool,
    is_row_head: bool,
) {
    let shown = |value: f64, format: NumberFormat| match format {
        NumberFormat::General => numbers.shortest(value).trim_start_matches('+').to_owned(),
        NumberFormat::Signed => numbers.shortest(value),
        NumberFormat::SignedTwo => numbers.signed(value, 2),
        NumberFormat::Two => numbers.number(value, 2),
        NumberFormat::Percent => numbers.percent(value),
        NumberFormat::Euro => format!("{} €", numbers.number(value, 2)),
    };
    let (words, style, note) = match value {
        Value::Empty => (String::new(), Style::default(), None),
        Value::Text { text, style, note } => (text.clone(), *style, note.as_ref()),
        Value::Number { value, style, note } => {
            (shown(*value, style.format), *style, note.as_ref())
        }
        Value::Formula { formula, style } => (
            formula
                .result
                .map_or_else(String::new, |value| shown(value, style.format)),
            *style,
            None,
        ),
    };
    let (open, close) = match (is_head, is_row_head) {
        (true, _) => ("th scope=\"col\"", "th"),
        (false, true) => ("th scope=\"row\"", "th"),
        _ => ("td", "td"),
    };
    let colour = |[red, green, blue]: [u8; 3]| format!("#{red:02x}{green:02x}{blue:02x}");
    let mut look = String::new();
    if let Some(fill) = style.fill.filter(|_| !is_head) {
        let _ = write!(look, "background:{};", colour(fill));
    }
    if let Some(ink) = style.ink {
        let _ = write!(look, "color:{};", colour(ink));
    }
    if style.centre || matches!(value, Value::Number { .. } | Value::Formula { .. }) {
        let _ = write!(
            look,
            "text-align:{};",
            if style.centre { "center" } else { "right" }
        );
    }
    let mut classes: Vec<String> = style
        .turned
        .then(|| "turned".to_owned())
        .into_iter()
        .collect();
    if !look.is_empty() {
        let next = looks.len();
        classes.push(format!("l{}", looks.entry(look).or_insert(next)));
    }
    let class = if classes.is_empty() {
        String::new()
    } else {
        format!(" class=\"{}\"", classes.join(" "))
    };
    let note = note.map_or_else(String::new, |note| {
        format!(" title=\"{}\"", escaped(&signs::plain(note)))
    });
    let body = breakable(&escaped(&signs::plain(&words))).replace('\n', "<br>");
    let body = if style.turned {
        format!("<span>{body}</span>")
    } else {
        body
    };
    let plain = if matches!(value, Value::Text { .. }) {
        plain_mark(&words)
    } else {
        ""
    };
    let _ = write!(out, "<{open}{class}{plain}{note}>{body}</{close}>");
}
