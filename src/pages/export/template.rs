//! "Modello da compilare": a workbook in which an office without the program scores a matrix, and that finds its way
//! back (`import/template.rs`).
//!
//! Ids of rows and columns stand in a hidden column and a hidden row of the sheet itself, so that they go with their
//! lines when these are sorted; those of the document, the matrix and the assessor, the entries of the list and what
//! the cells held lie in a very hidden sheet.
//!
//! Cells are formatted as text, and entries are texts. In a cell of numbers Excel takes `+2/-1` for a formula and puts
//! −2 in its place, and a list of texts would refuse the number that was typed. The list holds every entry there is,
//! two-sided ones too; what is not in it (`+2`, `n.a.`) is warned of and not stopped, because the import reads more
//! ways of writing than a list can hold, and lists what it cannot read.

use super::ExportError;
use crate::figure::palette::{Look, score_colour, text_on};
use ordito_model::{
    AssessmentKey, AssessorId, Axis, CellValue, Contents, Item, Matrix, MatrixId, Points, Rgb,
    Scale,
};
use ordito_words::Words;
use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, Format, FormatAlign,
    FormatBorder, Formula, IgnoreError, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

/// Words that the import looks for, in the first cells of the two sheets.
const MARK: &str = "ordito-modello";
const MARK_OF_CELLS: &str = "ordito-celle";
const VERSION: &str = "1";
/// The very hidden sheet.
const HIDDEN: &str = "ordito";
/// Its rows: mark, document, matrix, assessor; what cells held begins here.
const FIRST_HELD: u32 = 8;
/// Its column of entries.
const ENTRIES: u16 = 5;

/// Where the cells begin: after ids, the title, titles of columns, codes; after ids, codes, titles of rows.
const FIRST: (u32, u16) = (4, 3);
/// A longer list is no help to choose from; one-sided entries alone are.
const MOST_ENTRIES: usize = 60;

impl From<XlsxError> for ExportError {
    fn from(error: XlsxError) -> Self {
        Self::Workbook {
            detail: error.to_string(),
        }
    }
}

struct Template<'a> {
    contents: &'a Contents,
    words: &'a Words,
    id: MatrixId,
    matrix: &'a Matrix,
    scale: &'a Scale,
    assessor: AssessorId,
    rows: Vec<Item>,
    columns: Vec<Item>,
    entries: Vec<String>,
}

/// The workbook of one assessor, with what they have said so far.
///
/// # Errors
/// When there is no such matrix or it has no cells, or it does not fit a sheet.
pub fn template_xlsx(
    contents: &Contents,
    words: &Words,
    id: MatrixId,
    assessor: AssessorId,
) -> Result<Vec<u8>, ExportError> {
    let matrix = contents.matrices.get(&id).ok_or(ExportError::NoMatrix)?;
    let scale = contents
        .scales
        .get(&matrix.scale)
        .ok_or(ExportError::NoMatrix)?;
    let lines = |axis| -> Vec<Item> {
        let shown = contents
            .lines_of(id, axis)
            .into_iter()
            .filter(|(_, line)| !line.hidden);
        shown.map(|(item, _)| item).collect()
    };
    let (rows, columns) = (lines(Axis::Rows), lines(Axis::Columns));
    if rows.is_empty() || columns.is_empty() {
        return Err(ExportError::NoMatrix);
    }
    let entries = entries(scale);
    let template = Template {
        contents,
        words,
        id,
        matrix,
        scale,
        assessor,
        rows,
        columns,
        entries,
    };
    let mut book = Workbook::new();
    template.cells(book.add_worksheet())?;
    template.guidance(book.add_worksheet())?;
    template.hidden(book.add_worksheet())?;
    Ok(book.save_to_buffer()?)
}

/// Everything that can be chosen: the levels, two of them together, n.a., "?".
fn entries(scale: &Scale) -> Vec<String> {
    let mut values: Vec<CellValue> = scale
        .levels
        .iter()
        .map(|level| CellValue::net_of(level.value))
        .collect();
    let side = |keep: fn(Points) -> bool| -> Vec<Points> {
        scale
            .levels
            .iter()
            .map(|level| level.value)
            .filter(|value| keep(*value))
            .collect()
    };
    let (plus, minus) = (side(|value| value.0 > 0), side(|value| value.0 < 0));
    if values.len() + plus.len() * minus.len() <= MOST_ENTRIES {
        for benefit in &plus {
            values.extend(minus.iter().map(|tradeoff| CellValue::Scored {
                benefit: *benefit,
                tradeoff: *tradeoff,
            }));
        }
    }
    values.extend([CellValue::NotApplicable, CellValue::DontKnow]);
    values.into_iter().map(|value| value.to_string()).collect()
}

/// A title that a cell can hold. The import needs no titles, so nothing is lost that would come back.
fn shown(text: &str) -> String {
    const MOST: usize = 32_000;
    if text.encode_utf16().count() <= MOST {
        return text.to_owned();
    }
    // Half as many characters: some are two units.
    text.chars().take(MOST / 2).chain(['…']).collect()
}

fn colour(colour: Rgb) -> Color {
    Color::RGB(u32::from(colour.0) << 16 | u32::from(colour.1) << 8 | u32::from(colour.2))
}

/// How the cells of the sheet look; those that are typed into are texts and not locked.
struct Looks {
    head: Format,
    centred: Format,
    name: Format,
    upright: Format,
    cell: Format,
    /// Of the diagonal.
    none: Format,
}
impl Looks {
    fn new() -> Self {
        let tokens = Look::Light.tokens();
        let bordered = Format::new()
            .set_border(FormatBorder::Thin)
            .set_border_color(colour(tokens.border));
        let lettered = bordered
            .clone()
            .set_text_wrap()
            .set_background_color(colour(tokens.canvas));
        let head = lettered.clone().set_bold();
        let name = lettered.set_align(FormatAlign::VerticalCenter);
        let cell = bordered
            .set_num_format("@")
            .set_align(FormatAlign::Center)
            .set_unlocked();
        Self {
            centred: head.clone().set_align(FormatAlign::Center),
            upright: name.clone().set_rotation(90).set_align(FormatAlign::Center),
            none: cell
                .clone()
                .set_locked()
                .set_background_color(colour(tokens.border)),
            head,
            name,
            cell,
        }
    }
}

/// Ids out of sight, widths, the page, and nothing to be changed but what is filled in.
fn laid_out(sheet: &mut Worksheet, last: u16) -> Result<(), ExportError> {
    sheet.set_row_hidden(0)?.set_column_hidden(0)?;
    sheet.set_row_height(2, 150)?;
    sheet.set_column_width(1, 12)?.set_column_width(2, 44)?;
    sheet.set_column_range_width(FIRST.1, last, 6)?;
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(1, 3)?;
    sheet.set_freeze_panes(FIRST.0, FIRST.1)?;
    sheet.set_selection(FIRST.0, FIRST.1, FIRST.0, FIRST.1)?;
    let options = ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::new()
    };
    sheet.protect_with_options(&options);
    Ok(())
}

impl Template<'_> {
    fn name(&self, item: Item) -> (String, String) {
        let (code, label) = self.contents.item_label(item);
        (shown(code), shown(label.get(self.words.language())))
    }
    fn held(&self, row: Item, column: Item) -> CellValue {
        let key = AssessmentKey {
            matrix: self.id,
            assessor: self.assessor,
            round: 0,
            row,
            column,
        };
        self.contents.value(&key)
    }
    fn assessor_name(&self) -> &str {
        self.contents.assessor_name(self.assessor)
    }
    fn is_illustrative(&self) -> bool {
        self.matrix.illustrative || self.contents.info().is_some_and(|info| info.illustrative)
    }

    fn cells(&self, sheet: &mut Worksheet) -> Result<(), ExportError> {
        let n_columns = self.columns.len();
        if n_columns > 16_000 {
            return Err(ExportError::Workbook {
                detail: format!("{n_columns} columns"),
            });
        }
        sheet.set_name(self.words.template_sheet())?;
        let looks = Looks::new();
        self.heads(sheet, &looks)?;
        self.lines(sheet, &looks)?;
        let last = (
            FIRST.0 + self.rows.len() as u32 - 1,
            FIRST.1 + n_columns as u16 - 1,
        );
        sheet.ignore_error_range(
            FIRST.0,
            FIRST.1,
            last.0,
            last.1,
            IgnoreError::NumberStoredAsText,
        )?;
        self.choice(sheet, last)?;
        self.heat(sheet, last)?;
        laid_out(sheet, last.1)
    }

    /// The title, and each column with its id, title and code.
    fn heads(&self, sheet: &mut Worksheet, looks: &Looks) -> Result<(), ExportError> {
        sheet.write_string(0, 0, MARK_OF_CELLS)?;
        let mut title = self
            .words
            .template_title(self.assessor_name(), self.matrix.name.as_str());
        if self.is_illustrative() {
            title = format!("{title} · {}", self.words.figure_illustrative());
        }
        let large = Format::new().set_bold().set_font_size(14);
        sheet.write_string_with_format(1, 1, shown(&title), &large)?;
        sheet.write_string_with_format(3, 1, self.words.template_code(), &looks.head)?;
        sheet.write_string_with_format(3, 2, self.words.template_name(), &looks.head)?;
        for (at, column) in (FIRST.1..).zip(&self.columns) {
            let (code, title) = self.name(*column);
            sheet.write_string(0, at, id(*column))?;
            sheet.write_string_with_format(2, at, &title, &looks.upright)?;
            sheet.write_string_with_format(3, at, &code, &looks.centred)?;
        }
        Ok(())
    }

    /// Each row with its id, code and title, and what its cells hold.
    fn lines(&self, sheet: &mut Worksheet, looks: &Looks) -> Result<(), ExportError> {
        for (place, row) in (FIRST.0..).zip(&self.rows) {
            let (code, title) = self.name(*row);
            sheet.write_string(place, 0, id(*row))?;
            sheet.write_string_with_format(place, 1, &code, &looks.name)?;
            sheet.write_string_with_format(place, 2, &title, &looks.name)?;
            for (at, column) in (FIRST.1..).zip(&self.columns) {
                if row == column {
                    sheet.write_blank(place, at, &looks.none)?;
                    continue;
                }
                match self.held(*row, *column) {
                    CellValue::Unscored => sheet.write_blank(place, at, &looks.cell)?,
                    value => {
                        sheet.write_string_with_format(place, at, value.to_string(), &looks.cell)?
                    }
                };
            }
        }
        Ok(())
    }

    /// The list on every cell.
    fn choice(&self, sheet: &mut Worksheet, last: (u32, u16)) -> Result<(), ExportError> {
        let letter = rust_xlsxwriter::utility::column_number_to_name(ENTRIES);
        let source = format!("={HIDDEN}!${letter}$1:${letter}${}", self.entries.len());
        let choice = DataValidation::new()
            .allow_list_formula(Formula::new(source))
            .ignore_blank(true)
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title(self.words.template_warning_title())?
            .set_error_message(self.words.template_warning())?;
        sheet.add_data_validation(FIRST.0, FIRST.1, last.0, last.1, &choice)?;
        Ok(())
    }

    /// The colours of the scale as cells are filled.
    fn heat(&self, sheet: &mut Worksheet, last: (u32, u16)) -> Result<(), ExportError> {
        let first = rust_xlsxwriter::utility::row_col_to_cell(FIRST.0, FIRST.1);
        for level in &self.scale.levels {
            let entry = CellValue::net_of(level.value).to_string();
            let fill = score_colour(level.value, self.scale, Look::Light);
            let format = Format::new()
                .set_background_color(colour(fill))
                .set_font_color(colour(text_on(fill)));
            let rule = format!("=OR({first}=\"{entry}\",{first}=\"+{entry}\")");
            let rule = ConditionalFormatFormula::new()
                .set_rule(rule.as_str())
                .set_format(format);
            sheet.add_conditional_format(FIRST.0, FIRST.1, last.0, last.1, &rule)?;
        }
        Ok(())
    }

    fn guidance(&self, sheet: &mut Worksheet) -> Result<(), ExportError> {
        let (words, language) = (self.words, self.words.language());
        sheet.set_name(words.template_guidance())?;
        let (bold, wrap) = (
            Format::new().set_bold().set_text_wrap(),
            Format::new().set_text_wrap(),
        );
        let top = wrap.clone().set_align(FormatAlign::Top);
        let mut row = 0;
        let how = [
            words.template_how_1(),
            words.template_how_2(),
            words.template_how_3(),
            words.template_how_4(),
            words.template_how_5(),
        ];
        for text in how {
            sheet.write_string_with_format(row, 2, text, &wrap)?;
            row += 1;
        }
        row += 1;
        let heads = [
            words.template_entry(),
            words.template_word(),
            words.template_meaning(),
        ];
        for (at, head) in (0..).zip(heads) {
            sheet.write_string_with_format(row, at, head, &bold)?;
        }
        for level in &self.scale.levels {
            row += 1;
            let fill = score_colour(level.value, self.scale, Look::Light);
            let format = Format::new()
                .set_background_color(colour(fill))
                .set_font_color(colour(text_on(fill)));
            let format = format
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::Top);
            sheet.write_string_with_format(
                row,
                0,
                CellValue::net_of(level.value).to_string(),
                &format,
            )?;
            sheet.write_string_with_format(row, 1, shown(level.label.get(language)), &top)?;
            sheet.write_string_with_format(row, 2, shown(level.guidance.get(language)), &top)?;
        }
        let both = CellValue::Scored {
            benefit: self.scale.highest(),
            tradeoff: self.scale.lowest(),
        };
        let both = both
            .is_two_sided()
            .then(|| (both, words.figure_two_sided()));
        let states = [
            (CellValue::NotApplicable, words.figure_not_applicable()),
            (CellValue::DontKnow, words.figure_dont_know()),
        ];
        for (value, word) in both.into_iter().chain(states) {
            row += 1;
            sheet.write_string_with_format(row, 0, value.to_string(), &top)?;
            sheet.write_string_with_format(row, 1, word, &top)?;
        }
        sheet
            .set_column_width(0, 10)?
            .set_column_width(1, 26)?
            .set_column_width(2, 90)?;
        sheet.protect();
        Ok(())
    }

    /// Ids, the entries of the list, and what the cells held when the workbook was written.
    fn hidden(&self, sheet: &mut Worksheet) -> Result<(), ExportError> {
        sheet.set_name(HIDDEN)?.set_very_hidden(true);
        let document = self.contents.id_text();
        let facts = [
            (MARK, VERSION.to_owned()),
            ("document", document),
            ("matrix", self.id.to_string()),
            ("assessor", self.assessor.to_string()),
        ];
        for (row, (name, value)) in (0..).zip(facts) {
            sheet.write_string(row, 0, name)?;
            sheet.write_string(row, 1, value)?;
        }
        for (row, entry) in (0..).zip(&self.entries) {
            sheet.write_string(row, ENTRIES, entry)?;
        }
        let mut at = FIRST_HELD;
        for row in &self.rows {
            for column in &self.columns {
                let value = self.held(*row, *column);
                if value.is_answered() && row != column {
                    sheet.write_string(at, 0, id(*row))?;
                    sheet.write_string(at, 1, id(*column))?;
                    sheet.write_string(at, 2, value.to_string())?;
                    at += 1;
                }
            }
        }
        Ok(())
    }
}

fn id(item: Item) -> String {
    match item {
        Item::Policy(id) => id.to_string(),
        Item::Goal(id) => id.to_string(),
    }
}
