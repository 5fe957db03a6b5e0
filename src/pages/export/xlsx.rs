//! A workbook as XLSX.

use super::matrix::is_formula_like;
use crate::report::tables::{
    Formula, NumberFormat, Part, Reference, Style, TableSheet, Value, Workbook, lines_of, place,
};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, HeaderImagePosition, Image, Note,
    Worksheet, XlsxError,
};
use std::collections::BTreeMap;

/// One for each look, and whether a text must never be taken for a formula.
type Formats = BTreeMap<(Style, bool), Format>;

/// The file's bytes. The same workbook gives the same bytes.
///
/// # Errors
/// When a sheet is larger than the format allows: 1,048,576 rows, 16,384 columns.
pub fn xlsx(workbook: &Workbook) -> std::io::Result<Vec<u8>> {
    write(workbook).map_err(std::io::Error::other)
}

fn write(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let mut properties = DocProperties::new()
        .set_title(&workbook.title)
        .set_author(&workbook.author);
    if let Ok(date) = ExcelDateTime::parse_from_str(&workbook.date) {
        properties = properties.set_creation_datetime(&date);
    }
    book.set_properties(&properties);
    let mut formats = Formats::new();
    for sheet in &workbook.sheets {
        let out = book.add_worksheet();
        write_sheet(out, sheet, &mut formats)?;
        if !sheet.hidden {
            set_page(out, workbook, sheet)?;
        }
    }
    book.save_to_buffer()
}

/// Of an inch.
const MILLIMETRES: f64 = 25.4;
/// Points of a line of text.
const LINE: f64 = 15.0;
/// What a row is high at most (Excel's limit).
const HIGHEST: f64 = 409.0;
/// Signs of a printed head or foot (Excel's limit is 255 with its codes).
const MOST_OF_HEAD: usize = 100;

/// How an office prints it: A4 across, as wide as the page, with repeated heads, title, date and page numbers.
fn set_page(out: &mut Worksheet, workbook: &Workbook, sheet: &TableSheet) -> Result<(), XlsxError> {
    let plain = |text: &str| -> String {
        let line = text.replace('\n', " ").replace('&', "&&");
        let short: String = line.chars().take(MOST_OF_HEAD).collect();
        if short.len() < line.len() {
            format!("{}…", short.trim_end_matches('&'))
        } else {
            short
        }
    };
    let mark = workbook
        .marks
        .first()
        .map_or_else(String::new, |mark| plain(mark));
    let page_of = plain(&workbook.page_of)
        .replace("{page}", "&P")
        .replace("{pages}", "&N");
    out.set_landscape();
    out.set_paper_size(9);
    out.set_print_fit_to_pages(1, 0);
    out.set_margins(0.4, 0.4, 0.7, 0.7, 0.3, 0.3);
    let head = [&workbook.author, &workbook.who]
        .into_iter()
        .filter(|part| !part.is_empty());
    let head = plain(&head.map(String::as_str).collect::<Vec<_>>().join(" · "));
    let title = spaced(&plain(&workbook.title));
    match &workbook.mark {
        None => out.set_header(format!("&L&9{}&R&9{title}", spaced(&head))),
        Some(mark) => {
            out.set_header(format!("&L&G&C&9{}&R&9{title}", spaced(&head)));
            let picture = Image::new_from_buffer(&mark.png)?;
            let (width, height) = (mark.width / MILLIMETRES, mark.height / MILLIMETRES);
            let picture = picture.set_scale_to_size(width * 96.0, height * 96.0, true);
            out.set_header_image(&picture, HeaderImagePosition::Left)?
        }
    };
    out.set_footer(format!("&L&8{}&C&8&A&R&8{page_of}", spaced(&mark)));
    if sheet.frozen.0 > 0 {
        out.set_repeat_rows(0, sheet.frozen.0 - 1)?;
    }
    if sheet.on_request {
        // An empty cell beside the list: nothing of it goes onto paper until its area is cleared.
        let beside = sheet
            .rows
            .iter()
            .map(Vec::len)
            .max()
            .unwrap_or(0)
            .min(16_382) as u16
            + 1;
        out.set_print_area(0, beside, 0, beside)?;
    }
    Ok(())
}

/// After the size of a head a digit would be read as part of it.
fn spaced(text: &str) -> String {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        format!(" {text}")
    } else {
        text.to_owned()
    }
}

fn write_sheet(
    out: &mut Worksheet,
    sheet: &TableSheet,
    formats: &mut Formats,
) -> Result<(), XlsxError> {
    out.set_name(&sheet.name)?;
    out.set_hidden(sheet.hidden);
    // Otherwise an empty result is written as 0.
    out.set_formula_result_default("");
    if sheet.frozen != (0, 0) {
        out.set_freeze_panes(sheet.frozen.0, sheet.frozen.1)?;
    }
    for (column, width) in (0_u16..).zip(&sheet.widths) {
        out.set_column_width(column, *width)?;
    }
    if let Some(height) = sheet.head_height {
        out.set_row_height(0, height)?;
    }
    for (row, values) in (0_u32..).zip(&sheet.rows) {
        let lines = if sheet.hidden {
            1
        } else {
            lines_of(sheet, values)
        };
        if lines > 1 && !(row == 0 && sheet.head_height.is_some()) {
            out.set_row_height(row, (lines as f64 * LINE).min(HIGHEST))?;
        }
        for (column, value) in (0_u16..).zip(values) {
            match value {
                // Numbers that nobody sees need no look, and looking one up is most of what writing a number takes.
                Value::Number {
                    value,
                    style,
                    note: None,
                } if sheet.hidden && *style == Style::default() => {
                    out.write_number(row, column, *value)?;
                }
                _ => write_value(out, row, column, value, formats)?,
            }
        }
    }
    let last = (
        sheet.rows.len().saturating_sub(1),
        sheet.rows.first().map_or(0, Vec::len).saturating_sub(1),
    );
    if sheet.filter && last.0 > 0 {
        out.autofilter(0, 0, last.0 as u32, last.1 as u16)?;
    }
    Ok(())
}

fn write_value(
    out: &mut Worksheet,
    row: u32,
    column: u16,
    value: &Value,
    formats: &mut Formats,
) -> Result<(), XlsxError> {
    let note = match value {
        Value::Empty => return Ok(()),
        Value::Text { text, style, note } => {
            if text.is_empty() {
                out.write_blank(row, column, look(formats, style, false))?;
            } else {
                // Texts are texts in the file; the mark keeps them so when somebody edits the cell.
                out.write_string_with_format(
                    row,
                    column,
                    text,
                    look(formats, style, is_formula_like(text)),
                )?;
            }
            note
        }
        Value::Number { value, style, note } => {
            out.write_number_with_format(row, column, *value, look(formats, style, false))?;
            note
        }
        Value::Formula { formula, style } => {
            let result = formula
                .result
                .map_or_else(String::new, |value| value.to_string());
            let formula = rust_xlsxwriter::Formula::new(text_of(formula)).set_result(result);
            out.write_formula_with_format(row, column, formula, look(formats, style, false))?;
            return Ok(());
        }
    };
    if let Some(note) = note {
        out.insert_note(row, column, &Note::new(note).add_author_prefix(false))?;
    }
    Ok(())
}

fn look<'a>(formats: &'a mut Formats, style: &Style, quoted: bool) -> &'a Format {
    formats.entry((*style, quoted)).or_insert_with(|| {
        let format = format_of(style);
        if quoted {
            format.set_quote_prefix()
        } else {
            format
        }
    })
}

fn format_of(style: &Style) -> Format {
    let colour = |[red, green, blue]: [u8; 3]| {
        Color::RGB(u32::from(red) << 16 | u32::from(green) << 8 | u32::from(blue))
    };
    let mut format = Format::new().set_align(FormatAlign::Top);
    if let Some(fill) = style.fill {
        format = format.set_background_color(colour(fill));
    }
    if let Some(ink) = style.ink {
        format = format.set_font_color(colour(ink));
    }
    if style.bold {
        format = format.set_bold();
    }
    if style.centre {
        format = format.set_align(FormatAlign::Center);
    }
    if style.wrap {
        format = format.set_text_wrap();
    }
    if style.turned {
        format = format.set_rotation(90).set_align(FormatAlign::Bottom);
    }
    match style.format {
        NumberFormat::General => format,
        NumberFormat::Signed => format.set_num_format("+General;\u{2212}General;0"),
        NumberFormat::SignedTwo => format.set_num_format("+0.00;\u{2212}0.00;0.00"),
        NumberFormat::Two => format.set_num_format("0.00"),
        NumberFormat::Percent => format.set_num_format("0%"),
        NumberFormat::Euro => format.set_num_format("#,##0.00\\ \"€\""),
    }
}

/// `=SUMPRODUCT('pesi'!$B$1:$R$1,'co-benefici'!B2:R2)`
fn text_of(formula: &Formula) -> String {
    let mut out = String::from("=");
    for part in &formula.parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Next => out.push(','),
            Part::Area(area) => {
                out.push('\'');
                out.push_str(&area.sheet.replace('\'', "''"));
                out.push_str("'!");
                out.push_str(&area_of(area));
            }
        }
    }
    out
}

fn area_of(area: &Reference) -> String {
    let (from, to) = (place(area.from), place(area.to));
    if from == to {
        from
    } else {
        format!("{from}:{to}")
    }
}
