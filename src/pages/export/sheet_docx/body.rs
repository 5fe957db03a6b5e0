//! The sheets' content as WordprocessingML.

use super::{W, XML};
use crate::report::sheet::{
    Align, Bar, Block, Fact, Sheet, SheetFile, StripCell, TableCell, TableColumn,
};
use ordito_ground::text::escaped;
use std::fmt::Write as _;

/// Width of the text on A4 with margins of 20 mm, in twentieths of a point.
const WIDTH: f64 = 9638.0;

pub fn document(file: &SheetFile) -> String {
    let mut out = format!("{XML}<w:document {W}><w:body>");
    let bound = file.sheets.len() != 1;
    if bound {
        paragraph(&mut out, "Title", &run(&file.title));
        paragraph(&mut out, "Heading1", &run(&file.contents_title));
        for sheet in &file.sheets {
            paragraph(&mut out, "ListNumber", &run(&sheet.title));
        }
    }
    for sheet in &file.sheets {
        sheet_body(&mut out, sheet, bound);
    }
    out.push_str(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/>\
         <w:footerReference w:type=\"default\" r:id=\"rId5\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1418\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"624\" \
         w:footer=\"510\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
    );
    out
}

/// A run of text; line breaks stay.
pub fn run(words: &str) -> String {
    styled(words, "")
}

fn styled(words: &str, properties: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    let properties = if properties.is_empty() {
        String::new()
    } else {
        format!("<w:rPr>{properties}</w:rPr>")
    };
    let mut out = format!("<w:r>{properties}");
    for (i, line) in words.split('\n').enumerate() {
        let _ = write!(
            out,
            "{}<w:t xml:space=\"preserve\">{}</w:t>",
            if i > 0 { "<w:br/>" } else { "" },
            escaped(line.trim_end_matches('\r'))
        );
    }
    out.push_str("</w:r>");
    out
}

fn paragraph(out: &mut String, style: &str, runs: &str) {
    let _ = write!(
        out,
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>"
    );
}

fn sheet_body(out: &mut String, sheet: &Sheet, bound: bool) {
    let (title, heading) = if bound {
        ("SheetTitle", "Heading2")
    } else {
        ("Title", "Heading1")
    };
    paragraph(out, title, &run(&sheet.title));
    if !sheet.subtitle.is_empty() {
        paragraph(out, "Subtitle", &run(&sheet.subtitle));
    }
    for mark in &sheet.marks {
        paragraph(out, "Mark", &run(mark));
    }
    for section in &sheet.sections {
        paragraph(out, heading, &run(&section.heading));
        for each in &section.blocks {
            block(out, each, &section.heading);
        }
    }
}

fn block(out: &mut String, block: &Block, heading: &str) {
    match block {
        Block::Facts { items } => facts(out, items, heading),
        Block::Figures { items } => figures(out, items, heading),
        Block::Text { text } => {
            for part in text.split("\n\n") {
                paragraph(out, "Normal", &run(part));
            }
        }
        Block::Note { text } => paragraph(out, "Note", &run(text)),
        Block::Strip { alt, cells } => strip(out, alt, cells),
        Block::Table {
            caption,
            row_head,
            columns,
            rows,
        } => table(out, caption, *row_head, columns, rows),
        Block::Columns { items } => {
            for item in items {
                let runs = format!(
                    "{}{}",
                    styled(&item.label, "<w:b/>"),
                    run(&format!("  {}", item.text))
                );
                paragraph(out, "Normal", &runs);
            }
        }
        Block::Bars {
            caption,
            rounds,
            lines,
        } => bars(out, caption, rounds, lines),
        Block::Ballot { .. } => ballot(out, block),
        Block::Page => out.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
        Block::List { items } => {
            for item in items {
                paragraph(out, "ListBullet", &run(item));
            }
        }
    }
}

/// Signs in the place of a longest bar.
const BAR: f64 = 22.0;

/// A table whose third column is a picture of the last number after it.
fn bars(out: &mut String, caption: &str, rounds: &[String], lines: &[Bar]) {
    paragraph(out, "Caption", &run(caption));
    let mut shares = vec![1.1, 2.6, 6.0];
    shares.extend(rounds.iter().map(|_| 1.2));
    let widths = open_table(out, "Ordito", caption, true, &shares);
    let heads = ["", "", ""]
        .into_iter()
        .chain(rounds.iter().map(String::as_str));
    out.push_str(HEAD_ROW);
    for (i, (head, width)) in heads.zip(&widths).enumerate() {
        let align = if i > 2 { "center" } else { "left" };
        let head = styled(head, "<w:b/>");
        cell(out, *width, Some("#EEF2F7"), align, "Cell", &head);
    }
    out.push_str("</w:tr>");
    for line in lines {
        out.push_str(ROW);
        let mut widths = widths.iter().copied();
        let mut next = || widths.next().unwrap_or(0);
        let value = styled(&line.value, &format!("<w:b/>{}", ink(line.ink.as_ref())));
        cell(out, next(), line.fill.as_deref(), "center", "Cell", &value);
        cell(out, next(), None, "left", "Cell", &run(&line.word));
        let share = line.shares.last().copied().unwrap_or(0.0);
        let bar = "█".repeat((share * BAR).round() as usize);
        let bar = styled(&bar, &ink(line.fill.as_ref()));
        cell(out, next(), None, "left", "Cell", &bar);
        for count in &line.counts {
            cell(out, next(), None, "center", "Cell", &run(count));
        }
        out.push_str("</w:tr>");
    }
    close_table(out);
}

/// A paper that somebody ticks: the boxes are signs, as large as the questions are readable.
fn ballot(out: &mut String, block: &Block) {
    let Block::Ballot {
        caption,
        lines,
        legend,
        size,
        columns,
        rows,
        ..
    } = block
    else {
        return;
    };
    paragraph(out, "Normal", &run(lines));
    paragraph(out, "Caption", &run(caption));
    let shares: Vec<f64> = columns.iter().map(|column| column.share).collect();
    let widths = open_table(out, "Ordito", caption, false, &shares);
    // Half points.
    let of = |points: f64| format!("<w:sz w:val=\"{}\"/>", (points * 2.0).round() as i64);
    let align = |i: usize| if i > 1 { "center" } else { "left" };
    out.push_str(HEAD_ROW);
    for (i, (column, width)) in columns.iter().zip(&widths).enumerate() {
        let head = styled(&column.head, &format!("<w:b/>{}", of(*size)));
        cell(out, *width, Some("#EEF2F7"), align(i), "Cell", &head);
    }
    out.push_str("</w:tr>");
    for row in rows {
        out.push_str(ROW);
        for (i, (each, width)) in row.iter().zip(&widths).enumerate() {
            let points = if i > 1 { *size * 1.5 } else { *size };
            let text = styled(&each.text, &of(points));
            cell(out, *width, None, align(i), "Cell", &text);
        }
        out.push_str("</w:tr>");
    }
    close_table(out);
    paragraph(out, "Note", &run(legend));
}

/// Opens a table: style, its name for who cannot see it, columns in these shares.
fn open_table(
    out: &mut String,
    style: &str,
    caption: &str,
    row_head: bool,
    shares: &[f64],
) -> Vec<i64> {
    let total: f64 = shares.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    let widths: Vec<i64> = shares
        .iter()
        .map(|share| (share / total * WIDTH).round() as i64)
        .collect();
    let _ = write!(
        out,
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"04A0\" w:firstRow=\"1\" w:lastRow=\"0\" \
         w:firstColumn=\"{}\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr>\
         <w:tblGrid>",
        widths.iter().sum::<i64>(),
        i32::from(row_head),
        escaped(caption)
    );
    for width in &widths {
        let _ = write!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
    widths
}

/// Word wants a paragraph between two tables.
fn close_table(out: &mut String) {
    out.push_str("</w:tbl>");
    paragraph(out, "AfterTable", "");
}

fn cell(out: &mut String, width: i64, fill: Option<&str>, align: &str, style: &str, runs: &str) {
    let shade = fill.map_or_else(String::new, |fill| {
        format!(
            "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>",
            fill.trim_start_matches('#')
        )
    });
    let _ = write!(
        out,
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>\
         <w:jc w:val=\"{align}\"/></w:pPr>{runs}</w:p></w:tc>"
    );
}

const HEAD_ROW: &str = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
const ROW: &str = "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
/// A row with more letters may go on over the page.
const LONG: usize = 900;
/// A row that may go on over the page: long reasons.
const LONG_ROW: &str = "<w:tr>";

fn ink(colour: Option<&String>) -> String {
    colour.map_or_else(String::new, |ink| {
        format!("<w:color w:val=\"{}\"/>", ink.trim_start_matches('#'))
    })
}

fn facts(out: &mut String, items: &[Fact], heading: &str) {
    let widths = open_table(out, "Facts", heading, true, &[2.0, 7.0]);
    let (first, second) = (
        widths.first().copied().unwrap_or(0),
        widths.get(1).copied().unwrap_or(0),
    );
    for item in items {
        out.push_str(LONG_ROW);
        cell(
            out,
            first,
            None,
            "left",
            "Cell",
            &styled(&item.label, "<w:b/>"),
        );
        cell(out, second, None, "left", "Cell", &run(&item.value));
        out.push_str("</w:tr>");
    }
    close_table(out);
}

/// Figures four in a row: names above, numbers below.
fn figures(out: &mut String, items: &[Fact], heading: &str) {
    for part in items.chunks(4) {
        let widths = open_table(out, "Figures", heading, false, &vec![1.0; part.len()]);
        out.push_str(HEAD_ROW);
        for (item, width) in part.iter().zip(&widths) {
            cell(out, *width, None, "left", "Cell", &run(&item.label));
        }
        out.push_str("</w:tr>");
        out.push_str(ROW);
        for (item, width) in part.iter().zip(&widths) {
            cell(
                out,
                *width,
                None,
                "left",
                "Figure",
                &styled(&item.value, "<w:b/>"),
            );
        }
        out.push_str("</w:tr>");
        close_table(out);
    }
}

fn strip(out: &mut String, alt: &str, cells: &[StripCell]) {
    for part in cells.chunks(17) {
        let widths = open_table(out, "Strip", alt, false, &vec![1.0; part.len()]);
        out.push_str(HEAD_ROW);
        for (each, width) in part.iter().zip(&widths) {
            cell(out, *width, None, "center", "Small", &run(&each.label));
        }
        out.push_str("</w:tr>");
        out.push_str(ROW);
        for (each, width) in part.iter().zip(&widths) {
            let value = match &each.text2 {
                Some(second) => format!("{}/{second}", each.text),
                None => each.text.clone(),
            };
            let properties = format!("<w:b/>{}", ink(each.ink.as_ref()));
            cell(
                out,
                *width,
                each.fill.as_deref(),
                "center",
                "Small",
                &styled(&value, &properties),
            );
        }
        out.push_str("</w:tr>");
        close_table(out);
    }
}

fn table(
    out: &mut String,
    caption: &str,
    row_head: bool,
    columns: &[TableColumn],
    rows: &[Vec<TableCell>],
) {
    paragraph(out, "Caption", &run(caption));
    let shares: Vec<f64> = columns.iter().map(|column| column.share).collect();
    let widths = open_table(out, "Ordito", caption, row_head, &shares);
    let align = |i: usize| match columns.get(i).map(|column| column.align) {
        Some(Align::Right) => "right",
        Some(Align::Center) => "center",
        _ => "left",
    };
    out.push_str(HEAD_ROW);
    for (i, (column, width)) in columns.iter().zip(&widths).enumerate() {
        cell(
            out,
            *width,
            Some("#EEF2F7"),
            align(i),
            "Cell",
            &styled(&column.head, "<w:b/>"),
        );
    }
    out.push_str("</w:tr>");
    for row in rows {
        let letters: usize = row.iter().map(|cell| cell.text.chars().count()).sum();
        out.push_str(if letters > LONG { LONG_ROW } else { ROW });
        for (i, (each, width)) in row.iter().zip(&widths).enumerate() {
            let bold = if each.bold { "<w:b/>" } else { "" };
            let mut runs = styled(&each.text, &format!("{bold}{}", ink(each.ink.as_ref())));
            if !each.source.is_empty() {
                runs.push_str(&styled(&format!(" {}", each.source), "<w:i/>"));
            }
            cell(out, *width, each.fill.as_deref(), align(i), "Cell", &runs);
        }
        out.push_str("</w:tr>");
    }
    close_table(out);
}
