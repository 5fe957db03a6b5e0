//! The sheets' cells as ODS.

use super::styles::{cell_style, number_styles};
use super::{NAMES, XML};
use crate::report::tables::{
    Formula, NumberFormat, Part, Reference, Style, TableSheet, Value, Workbook, lines_of, place,
};
use ordito_ground::text::escaped;
use std::collections::BTreeMap;
use std::fmt::Write as _;

pub fn content(workbook: &Workbook) -> String {
    let mut looks: BTreeMap<Style, usize> = BTreeMap::new();
    let mut widths: BTreeMap<u64, usize> = BTreeMap::new();
    let mut heights: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut body, mut ranges) = (String::new(), String::new());
    for (i, sheet) in workbook.sheets.iter().enumerate() {
        table(&mut body, sheet, &mut looks, &mut widths, &mut heights);
        let last = (
            sheet.rows.len().saturating_sub(1),
            sheet.rows.first().map_or(0, Vec::len).saturating_sub(1),
        );
        if sheet.filter && last.0 > 0 {
            let area = Reference {
                sheet: sheet.name.clone(),
                from: (0, 0),
                to: (last.0 as u32, last.1 as u16),
            };
            let _ = write!(
                ranges,
                "<table:database-range table:name=\"__Anonymous_Sheet_DB__{i}\" \
                 table:display-filter-buttons=\"true\" table:target-range-address=\"{}\"/>",
                escaped(&range(&area))
            );
        }
    }
    let mut styles = number_styles();
    for (style, number) in &looks {
        styles.push_str(&cell_style(&format!("ce{number}"), style));
    }
    for (tenths, number) in &widths {
        let _ = write!(
            styles,
            "<style:style style:name=\"co{number}\" style:family=\"table-column\"><style:table-column-properties \
             style:column-width=\"{}mm\"/></style:style>",
            *tenths as f64 * 0.2
        );
    }
    for (name, shown) in [("shown", true), ("hidden", false)] {
        let _ = write!(
            styles,
            "<style:style style:name=\"{name}\" style:family=\"table\" style:master-page-name=\"Across\"><style:table-properties \
             table:display=\"{shown}\"/></style:style>"
        );
    }
    for (lines, number) in &heights {
        let _ = write!(
            styles,
            "<style:style style:name=\"ro{number}\" style:family=\"table-row\"><style:table-row-properties \
             style:row-height=\"{}mm\" style:use-optimal-row-height=\"true\"/></style:style>",
            (*lines as f64 * LINE * 10.0).round() / 10.0
        );
    }
    styles.push_str(
        "<style:style style:name=\"high\" style:family=\"table-row\"><style:table-row-properties \
         style:row-height=\"60mm\" style:use-optimal-row-height=\"false\"/></style:style>",
    );
    let ranges = if ranges.is_empty() {
        String::new()
    } else {
        format!("<table:database-ranges>{ranges}</table:database-ranges>")
    };
    format!(
        "{XML}<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:spreadsheet>{body}{ranges}</office:spreadsheet></office:body></office:document-content>"
    )
}

/// Millimetres of a line of text.
const LINE: f64 = 4.6;

fn table(
    out: &mut String,
    sheet: &TableSheet,
    looks: &mut BTreeMap<Style, usize>,
    widths: &mut BTreeMap<u64, usize>,
    heights: &mut BTreeMap<usize, usize>,
) {
    let shown = if sheet.hidden { "hidden" } else { "shown" };
    // Long lists are printed only by themselves.
    let printed = if sheet.hidden || sheet.on_request {
        " table:print=\"false\""
    } else {
        ""
    };
    let _ = write!(
        out,
        "<table:table table:name=\"{}\" table:style-name=\"{shown}\"{printed}>",
        escaped(&sheet.name)
    );
    for width in &sheet.widths {
        let next = widths.len();
        let number = *widths.entry((width * 10.0).round() as u64).or_insert(next);
        let _ = write!(out, "<table:table-column table:style-name=\"co{number}\"/>");
    }
    let n_columns = sheet.rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
    if n_columns > sheet.widths.len() {
        let rest = n_columns - sheet.widths.len();
        let _ = write!(
            out,
            "<table:table-column table:number-columns-repeated=\"{rest}\"/>"
        );
    }
    let n_heads = if sheet.hidden {
        0
    } else {
        sheet.frozen.0 as usize
    };
    if n_heads > 0 {
        out.push_str("<table:table-header-rows>");
    }
    for (i, row) in sheet.rows.iter().enumerate() {
        if i == n_heads && n_heads > 0 {
            out.push_str("</table:table-header-rows>");
        }
        let lines = if sheet.hidden {
            1
        } else {
            lines_of(sheet, row)
        };
        let style = if i == 0 && sheet.head_height.is_some() {
            " table:style-name=\"high\"".to_owned()
        } else {
            let next = heights.len();
            format!(
                " table:style-name=\"ro{}\"",
                *heights.entry(lines).or_insert(next)
            )
        };
        let _ = write!(out, "<table:table-row{style}>");
        if row.is_empty() {
            out.push_str("<table:table-cell/>");
        }
        for value in row {
            cell(out, value, looks);
        }
        out.push_str("</table:table-row>");
    }
    if n_heads > 0 && sheet.rows.len() <= n_heads {
        out.push_str("</table:table-header-rows>");
    }
    out.push_str("</table:table>");
}

fn cell(out: &mut String, value: &Value, looks: &mut BTreeMap<Style, usize>) {
    let mut look = |style: &Style| {
        let next = looks.len();
        format!(
            " table:style-name=\"ce{}\"",
            *looks.entry(*style).or_insert(next)
        )
    };
    let annotation = |note: &Option<String>| {
        note.as_ref().map_or_else(String::new, |note| {
            format!("<office:annotation>{}</office:annotation>", lines(note))
        })
    };
    let kind = |format: NumberFormat| {
        if format == NumberFormat::Percent {
            "percentage"
        } else {
            "float"
        }
    };
    let _ = match value {
        Value::Empty => write!(out, "<table:table-cell/>"),
        Value::Text {
            text: words,
            style,
            note,
        } => {
            let body = if words.is_empty() {
                String::new()
            } else {
                lines(words)
            };
            let kind = if words.is_empty() {
                ""
            } else {
                " office:value-type=\"string\""
            };
            write!(
                out,
                "<table:table-cell{}{kind}>{}{body}</table:table-cell>",
                look(style),
                annotation(note)
            )
        }
        Value::Number { value, style, note } => write!(
            out,
            "<table:table-cell{} office:value-type=\"{}\" office:value=\"{value}\">{}<text:p>{value}</text:p>\
             </table:table-cell>",
            look(style),
            kind(style.format),
            annotation(note)
        ),
        Value::Formula { formula, style } => {
            let result = formula.result.map_or_else(
                || " office:value-type=\"string\" office:string-value=\"\"".to_owned(),
                |value| {
                    format!(
                        " office:value-type=\"{}\" office:value=\"{value}\"",
                        kind(style.format)
                    )
                },
            );
            write!(
                out,
                "<table:table-cell{} table:formula=\"{}\"{result}/>",
                look(style),
                escaped(&open_formula(formula))
            )
        }
    };
}

/// Paragraphs for lines; spaces that XML would fold are kept.
fn lines(words: &str) -> String {
    let mut out = String::new();
    for line in words.split('\n') {
        out.push_str("<text:p>");
        let mut spaces = 0;
        let mut plain = String::new();
        for c in line.trim_end_matches('\r').chars() {
            if c == ' ' {
                spaces += 1;
                continue;
            }
            spaces_to(&mut plain, &mut out, &mut spaces);
            if c == '\t' {
                out.push_str(&escaped(&std::mem::take(&mut plain)));
                out.push_str("<text:tab/>");
            } else {
                plain.push(c);
            }
        }
        spaces_to(&mut plain, &mut out, &mut spaces);
        out.push_str(&escaped(&plain));
        out.push_str("</text:p>");
    }
    out
}

fn spaces_to(plain: &mut String, out: &mut String, spaces: &mut usize) {
    let at_start = plain.is_empty() && (out.ends_with('>'));
    if *spaces == 1 && !at_start {
        plain.push(' ');
    } else if *spaces > 0 {
        out.push_str(&escaped(&std::mem::take(plain)));
        let _ = write!(out, "<text:s text:c=\"{spaces}\"/>");
    }
    *spaces = 0;
}

/// `of:=SUMPRODUCT([$'pesi'.B1:.R1];[$'co-benefici'.B2:.R2])`
fn open_formula(formula: &Formula) -> String {
    let mut out = String::from("of:=");
    for part in &formula.parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Next => out.push(';'),
            Part::Area(area) => {
                let (sheet, from, to) = (
                    area.sheet.replace('\'', "''"),
                    place(area.from),
                    place(area.to),
                );
                if from == to {
                    let _ = write!(out, "[$'{sheet}'.{from}]");
                } else {
                    let _ = write!(out, "[$'{sheet}'.{from}:.{to}]");
                }
            }
        }
    }
    out
}

fn range(area: &Reference) -> String {
    let sheet = area.sheet.replace('\'', "''");
    format!(
        "'{sheet}'.{}:'{sheet}'.{}",
        place(area.from),
        place(area.to)
    )
}
