//! A matrix, or a part of it, as a picture.

use super::palette::text_on;
use super::parts::{MARGIN, Setting};
use super::shape::{Anchor, Area, Canvas, Picture, Weight, baseline};
use ordito_model::{AssessmentKey, AssessorId, Axis, CellValue, Contents, Item, MatrixId};
use ordito_words::Words;
use ordito_words::messages::FigureMatrixText;
use std::collections::BTreeSet;

/// What is drawn: all that is not hidden, or these rows and columns of it.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixPart {
    pub matrix: MatrixId,
    pub assessor: AssessorId,
    pub rows: Option<BTreeSet<Item>>,
    pub columns: Option<BTreeSet<Item>>,
}
impl MatrixPart {
    pub const fn whole(matrix: MatrixId, assessor: AssessorId) -> Self {
        Self {
            matrix,
            assessor,
            rows: None,
            columns: None,
        }
    }
}

const CELL: f64 = 46.0;
const ROW: f64 = 30.0;
const BAND: f64 = 26.0;
const CODES: f64 = 24.0;
/// Room for titles of rows, and for those of columns.
const ROW_TITLE: f64 = 300.0;
const COLUMN_TITLE: f64 = 150.0;

/// Lines that belong under one heading.
struct Group {
    parent: Option<Item>,
    lines: Vec<Item>,
}

struct Layout<'a> {
    setting: &'a Setting<'a>,
    part: &'a MatrixPart,
    rows: Vec<Group>,
    columns: Vec<Group>,
    code: f64,
    left: f64,
    /// Height of the codes of columns: upright when one of them is wider than a cell, since all cut they look alike.
    codes: f64,
}

/// `None` when there is no such matrix, or nothing of it to draw.
pub fn matrix_picture(contents: &Contents, words: &Words, part: &MatrixPart) -> Option<Picture> {
    let setting = Setting::new(contents, words, part.matrix, part.assessor)?;
    let rows = groups(contents, part.matrix, Axis::Rows, part.rows.as_ref());
    let columns = groups(contents, part.matrix, Axis::Columns, part.columns.as_ref());
    if rows.is_empty() || columns.is_empty() {
        return None;
    }
    let codes = rows
        .iter()
        .flat_map(|group| &group.lines)
        .map(|item| setting.label(*item).0);
    let code = codes
        .map(|code| setting.measure.width(&code, 13.0, Weight::Regular))
        .fold(0.0_f64, f64::max);
    let code = if code > 0.0 {
        code.min(120.0) + 12.0
    } else {
        0.0
    };
    let left = MARGIN + code + ROW_TITLE + 12.0;
    let codes = columns
        .iter()
        .flat_map(|group| &group.lines)
        .map(|item| setting.label(*item).0);
    let widest = codes
        .map(|code| setting.measure.width(&code, 12.0, Weight::Bold))
        .fold(0.0_f64, f64::max);
    let codes = if widest > CELL - 4.0 {
        widest.min(COLUMN_TITLE) + 12.0
    } else {
        CODES
    };
    let layout = Layout {
        setting: &setting,
        part,
        rows,
        columns,
        code,
        left,
        codes,
    };
    Some(layout.picture())
}

fn groups(
    contents: &Contents,
    matrix: MatrixId,
    axis: Axis,
    wanted: Option<&BTreeSet<Item>>,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let lines = contents
        .lines_of(matrix, axis)
        .into_iter()
        .filter(|(_, line)| !line.hidden)
        .map(|(item, _)| item);
    for item in lines.filter(|item| wanted.is_none_or(|wanted| wanted.contains(item))) {
        let parent = contents.item_parent(item);
        match groups.iter_mut().find(|group| group.parent == parent) {
            Some(group) => group.lines.push(item),
            None => groups.push(Group {
                parent,
                lines: vec![item],
            }),
        }
    }
    groups
}

impl Layout<'_> {
    fn columns(&self) -> impl Iterator<Item = Item> + '_ {
        self.columns
            .iter()
            .flat_map(|group| group.lines.iter().copied())
    }
    fn n_rows(&self) -> usize {
        self.rows.iter().map(|group| group.lines.len()).sum()
    }
    fn n_columns(&self) -> usize {
        self.columns.iter().map(|group| group.lines.len()).sum()
    }
    fn value(&self, row: Item, column: Item) -> CellValue {
        let key = AssessmentKey {
            matrix: self.part.matrix,
            assessor: self.part.assessor,
            round: 0,
            row,
            column,
        };
        self.setting.contents.value(&key)
    }

    fn picture(&self) -> Picture {
        let (setting, words) = (self.setting, self.setting.words);
        let right = self.left + self.n_columns() as f64 * CELL;
        let width = (right + MARGIN).max(760.0);
        let mut canvas = Canvas::default();
        let scale = setting.scale.name.get(words.language());
        let size = words.figure_size(self.n_columns(), self.n_rows());
        let top = setting.head(
            &mut canvas,
            &setting.matrix.name,
            &words.figure_below(setting.assessor_name(), scale, size),
            width,
        );
        let y = self.heads(&mut canvas, top);
        let bottom = self.body(&mut canvas, y, right);
        let end = setting.legend(&mut canvas, bottom + 20.0, width) + MARGIN;
        Picture {
            width,
            height: end,
            background: setting.tokens.surface,
            language: words.language(),
            title: words.figure_matrix_title(setting.matrix.name.as_str()),
            description: self.description(),
            long: self.lines(),
            shapes: canvas.shapes,
        }
    }

    /// Bands of groups, upright titles, codes. Gives the y where cells begin.
    fn heads(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let setting = self.setting;
        let tokens = &setting.tokens;
        let has_bands = self.columns.iter().any(|group| group.parent.is_some());
        let titles = top + if has_bands { BAND } else { 0.0 };
        let codes = titles + COLUMN_TITLE + 12.0;
        let mut x = self.left;
        for group in &self.columns {
            let room = group.lines.len() as f64 * CELL;
            if has_bands {
                let plain = if group.parent.is_some() {
                    tokens.muted
                } else {
                    tokens.canvas
                };
                let fill = setting.contents.colour_of(group.parent).unwrap_or(plain);
                canvas.fill(Area::new(x, top, room - 1.0, BAND), fill);
                let name = group
                    .parent
                    .map_or_else(String::new, |item| setting.label(item).1);
                let line = setting
                    .measure
                    .wrap(&name, 13.0, Weight::Semibold, room - 9.0, 1)
                    .concat();
                let at = (x + 5.0, baseline(top + BAND / 2.0, 13.0));
                canvas.text(
                    at,
                    line,
                    13.0,
                    Weight::Semibold,
                    text_on(fill),
                    Anchor::Start,
                );
            }
            for item in &group.lines {
                let (code, title) = setting.label(*item);
                let middle = x + CELL / 2.0;
                let lines = setting
                    .measure
                    .wrap(&title, 13.0, Weight::Regular, COLUMN_TITLE, 3);
                let first = middle - (lines.len() as f64 - 1.0) * 7.0;
                for (i, line) in lines.into_iter().enumerate() {
                    let at = (baseline(first + i as f64 * 14.0, 13.0), codes - 4.0);
                    canvas.upright(at, line, 13.0, Weight::Regular, tokens.ink);
                }
                if self.codes > CODES {
                    let code = setting
                        .measure
                        .wrap(&code, 12.0, Weight::Bold, COLUMN_TITLE, 1)
                        .concat();
                    let at = (baseline(middle, 12.0), codes + self.codes - 6.0);
                    canvas.upright(at, code, 12.0, Weight::Bold, tokens.ink);
                } else {
                    let at = (middle, baseline(codes + CODES / 2.0, 12.0));
                    canvas.text(at, code, 12.0, Weight::Bold, tokens.ink, Anchor::Middle);
                }
                canvas.line((x, titles), (x, codes + self.codes), 1.0, tokens.line);
                x += CELL;
            }
        }
        canvas.line((x, titles), (x, codes + self.codes), 1.0, tokens.line);
        codes + self.codes
    }

    /// Rows with their cells. Gives the y below them.
    fn body(&self, canvas: &mut Canvas, top: f64, right: f64) -> f64 {
        let setting = self.setting;
        let tokens = &setting.tokens;
        let has_headings = self.rows.iter().any(|group| group.parent.is_some());
        let mut y = top;
        let rule =
            |canvas: &mut Canvas, y: f64| canvas.line((MARGIN, y), (right, y), 1.0, tokens.line);
        rule(canvas, y);
        for group in &self.rows {
            if has_headings {
                canvas.fill(Area::new(MARGIN, y, right - MARGIN, ROW), tokens.canvas);
                let name = match group.parent {
                    Some(item) => setting.name(item),
                    None => setting.words.figure_no_group(),
                };
                let name = setting
                    .measure
                    .wrap(&name, 14.0, Weight::Bold, right - MARGIN - 16.0, 1)
                    .concat();
                let at = (MARGIN + 6.0, baseline(y + ROW / 2.0, 14.0));
                canvas.text(at, name, 14.0, Weight::Bold, tokens.ink, Anchor::Start);
                y += ROW;
                rule(canvas, y);
            }
            for row in &group.lines {
                let (code, title) = setting.label(*row);
                let lines = setting
                    .measure
                    .wrap(&title, 14.0, Weight::Regular, ROW_TITLE, 2);
                let height = if lines.len() > 1 { ROW + 14.0 } else { ROW };
                let code = setting
                    .measure
                    .wrap(&code, 13.0, Weight::Regular, self.code - 8.0, 1)
                    .concat();
                let middle = y + height / 2.0;
                let at = (MARGIN + 6.0, baseline(middle, 13.0));
                canvas.text(at, code, 13.0, Weight::Regular, tokens.muted, Anchor::Start);
                let first = middle - (lines.len() as f64 - 1.0) * 8.5;
                for (i, line) in lines.into_iter().enumerate() {
                    let at = (
                        MARGIN + 6.0 + self.code,
                        baseline(first + i as f64 * 17.0, 14.0),
                    );
                    canvas.text(at, line, 14.0, Weight::Regular, tokens.ink, Anchor::Start);
                }
                let mut x = self.left;
                for column in self.columns() {
                    let area = Area::new(x, y, CELL, height);
                    if column == *row {
                        canvas.fill(area, tokens.border);
                    } else {
                        setting.cell(canvas, area, self.value(*row, column));
                    }
                    canvas.line((x, y), (x, y + height), 1.0, tokens.line);
                    x += CELL;
                }
                canvas.line((x, y), (x, y + height), 1.0, tokens.line);
                y += height;
                rule(canvas, y);
            }
        }
        y
    }

    fn counts(&self) -> [usize; 6] {
        let mut counts = [0; 6];
        for row in self.rows.iter().flat_map(|group| &group.lines) {
            for column in self.columns().filter(|column| column != row) {
                let value = self.value(*row, column);
                let (plus, minus) = match value {
                    CellValue::Scored { benefit, tradeoff } => (benefit.0 > 0, tradeoff.0 < 0),
                    _ => (false, false),
                };
                let state = match value {
                    CellValue::Scored { .. } => 0,
                    CellValue::NotApplicable => 3,
                    CellValue::DontKnow => 4,
                    CellValue::Unscored => 5,
                };
                for (place, counted) in [(state, true), (1, plus), (2, minus)] {
                    if let Some(count) = counts.get_mut(place) {
                        *count += usize::from(counted);
                    }
                }
            }
        }
        counts
    }

    fn description(&self) -> String {
        let setting = self.setting;
        let [scored, plus, minus, na, unknown, missing] = self.counts();
        let text = setting.words.figure_matrix_text(FigureMatrixText {
            assessor: setting.assessor_name(),
            columns: self.n_columns(),
            matrix: setting.matrix.name.as_str(),
            minus,
            missing,
            na,
            plus,
            rows: self.n_rows(),
            scored,
            unknown,
        });
        if setting.is_illustrative() {
            format!("{text} {}", setting.words.figure_illustrative())
        } else {
            text
        }
    }

    /// Each row with what it says of each column.
    fn lines(&self) -> Vec<String> {
        let rows = self.rows.iter().flat_map(|group| &group.lines);
        rows.map(|row| {
            let cells: Vec<String> = self
                .columns()
                .filter(|column| column != row)
                .map(|column| {
                    let value = self.setting.value(self.value(*row, column));
                    format!("{}: {value}", self.setting.name(column))
                })
                .collect();
            format!("{}. {}.", self.setting.name(*row), cells.join("; "))
        })
        .collect()
    }
}
