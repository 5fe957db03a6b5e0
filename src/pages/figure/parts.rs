//! What several pictures have: a cell, the legend, the head with title and what it speaks of.

use super::measure::Measure;
use super::palette::{Look, Tokens, score_colour, text_on};
use super::shape::{Anchor, Area, Canvas, Weight, baseline};
use ordito_model::{AssessorId, CellValue, Contents, Item, Matrix, MatrixId, Points, Scale};
use ordito_words::Words;

pub const MARGIN: f64 = 24.0;

/// What a picture is drawn from.
pub struct Setting<'a> {
    pub contents: &'a Contents,
    pub words: &'a Words,
    pub matrix: &'a Matrix,
    pub scale: &'a Scale,
    pub assessor: AssessorId,
    pub look: Look,
    pub tokens: Tokens,
    pub measure: Measure,
}

impl<'a> Setting<'a> {
    pub fn new(
        contents: &'a Contents,
        words: &'a Words,
        matrix: MatrixId,
        assessor: AssessorId,
    ) -> Option<Self> {
        Self::with_look(contents, words, matrix, assessor, Look::Light)
    }
    pub fn with_look(
        contents: &'a Contents,
        words: &'a Words,
        matrix: MatrixId,
        assessor: AssessorId,
        look: Look,
    ) -> Option<Self> {
        let record = contents.matrices.get(&matrix)?;
        let scale = contents.scales.get(&record.scale)?;
        let tokens = look.tokens();
        Some(Self {
            contents,
            words,
            matrix: record,
            scale,
            assessor,
            look,
            tokens,
            measure: Measure::new(),
        })
    }
    pub fn assessor_name(&self) -> &str {
        self.contents.assessor_name(self.assessor)
    }
    pub fn is_illustrative(&self) -> bool {
        self.matrix.illustrative || self.contents.info().is_some_and(|info| info.illustrative)
    }
    /// Code and title of a row or column.
    pub fn label(&self, item: Item) -> (String, String) {
        let (code, label) = self.contents.item_label(item);
        (code.to_owned(), label.get(self.words.language()).to_owned())
    }
    /// Code and title in one.
    pub fn name(&self, item: Item) -> String {
        let (code, title) = self.label(item);
        format!("{code} {title}").trim().to_owned()
    }
    /// A value in words: never colour or an empty place alone.
    pub fn value(&self, value: CellValue) -> String {
        match value {
            CellValue::Unscored => self.words.figure_unscored(),
            CellValue::NotApplicable => self.words.figure_not_applicable(),
            CellValue::DontKnow => self.words.figure_dont_know(),
            CellValue::Scored { .. } => self.words.numbers().cell(value),
        }
    }

    /// Title, who scores on which scale, and whether scores are illustrative. Gives the y below it.
    pub fn head(&self, canvas: &mut Canvas, title: &str, below: &str, width: f64) -> f64 {
        let mut y = MARGIN;
        let room = width - 2.0 * MARGIN;
        for line in self.measure.wrap(title, 22.0, Weight::Semibold, room, 3) {
            canvas.text(
                (MARGIN, y + 20.0),
                line,
                22.0,
                Weight::Semibold,
                self.tokens.ink,
                Anchor::Start,
            );
            y += 28.0;
        }
        for line in self.measure.wrap(below, 14.0, Weight::Regular, room, 4) {
            canvas.text(
                (MARGIN, y + 14.0),
                line,
                14.0,
                Weight::Regular,
                self.tokens.muted,
                Anchor::Start,
            );
            y += 20.0;
        }
        if self.is_illustrative() {
            let text = self.words.figure_illustrative();
            for line in self.measure.wrap(&text, 14.0, Weight::Semibold, room, 3) {
                canvas.text(
                    (MARGIN, y + 14.0),
                    line,
                    14.0,
                    Weight::Semibold,
                    self.tokens.warning,
                    Anchor::Start,
                );
                y += 20.0;
            }
        }
        y + 12.0
    }

    /// A cell as on the screen: two sides along the diagonal, n.a. hatched, "?" and numbers written.
    pub fn cell(&self, canvas: &mut Canvas, area: Area, value: CellValue) {
        let middle = area.middle();
        let words = |canvas: &mut Canvas, text: String, colour| {
            let at = (middle.0, baseline(middle.1, 13.0));
            canvas.text(at, text, 13.0, Weight::Regular, colour, Anchor::Middle);
        };
        match value {
            CellValue::Unscored => canvas.fill(area, self.tokens.surface),
            CellValue::NotApplicable => {
                canvas.fill(area, self.tokens.surface);
                canvas.hatch(area, self.tokens.hatch);
                words(canvas, self.words.figure_na(), self.tokens.muted);
            }
            CellValue::DontKnow => {
                canvas.fill(area, self.tokens.surface);
                words(canvas, "?".to_owned(), self.tokens.ink);
            }
            CellValue::Scored { benefit, tradeoff } if value.is_two_sided() => {
                self.two_sides(canvas, area, benefit, tradeoff);
            }
            CellValue::Scored { benefit, tradeoff } => {
                let net = benefit.plus(tradeoff);
                let fill = score_colour(net, self.scale, self.look);
                canvas.fill(area, fill);
                let weight = if net.0 == 0 {
                    Weight::Regular
                } else {
                    Weight::Semibold
                };
                let at = (middle.0, baseline(middle.1, 14.0));
                canvas.text(
                    at,
                    self.words.numbers().points(net),
                    14.0,
                    weight,
                    text_on(fill),
                    Anchor::Middle,
                );
            }
        }
    }

    fn two_sides(&self, canvas: &mut Canvas, area: Area, benefit: Points, tradeoff: Points) {
        let numbers = self.words.numbers();
        let (plus, minus) = (
            score_colour(benefit, self.scale, self.look),
            score_colour(tradeoff, self.scale, self.look),
        );
        let (left, right, top, bottom) = (area.x, area.right(), area.y, area.bottom());
        canvas.polygon(vec![(left, top), (right, top), (left, bottom)], plus);
        canvas.polygon(vec![(right, top), (right, bottom), (left, bottom)], minus);
        let size = 11.0;
        let at = (left + 3.0, baseline(top + area.height * 0.28, size));
        canvas.text(
            at,
            numbers.points(benefit),
            size,
            Weight::Semibold,
            text_on(plus),
            Anchor::Start,
        );
        let at = (right - 3.0, baseline(bottom - area.height * 0.28, size));
        canvas.text(
            at,
            numbers.points(tradeoff),
            size,
            Weight::Semibold,
            text_on(minus),
            Anchor::End,
        );
    }

    /// Every level of the scale with its word, and the states that are no number. Gives the y below it.
    pub fn legend(&self, canvas: &mut Canvas, top: f64, width: f64) -> f64 {
        const BOX: (f64, f64) = (40.0, 26.0);
        let language = self.words.language();
        let mut items: Vec<(CellValue, String)> = self
            .scale
            .levels
            .iter()
            .map(|level| {
                (
                    CellValue::net_of(level.value),
                    level.label.get(language).to_owned(),
                )
            })
            .collect();
        let (low, high) = (self.scale.lowest(), self.scale.highest());
        if low.0 < 0 && high.0 > 0 {
            let both = CellValue::Scored {
                benefit: high,
                tradeoff: low,
            };
            items.push((both, self.words.figure_two_sided()));
        }
        for value in [
            CellValue::NotApplicable,
            CellValue::DontKnow,
            CellValue::Unscored,
        ] {
            items.push((value, self.value(value)));
        }
        let (mut x, mut y) = (MARGIN, top);
        for (value, text) in items {
            let item = BOX.0 + 8.0 + self.measure.width(&text, 13.0, Weight::Regular) + 20.0;
            if x > MARGIN && x + item > width - MARGIN {
                (x, y) = (MARGIN, y + BOX.1 + 8.0);
            }
            let area = Area::new(x, y, BOX.0, BOX.1);
            self.cell(canvas, area, value);
            canvas.border(area, self.tokens.border);
            let at = (area.right() + 8.0, baseline(area.middle().1, 13.0));
            canvas.text(
                at,
                text,
                13.0,
                Weight::Regular,
                self.tokens.ink,
                Anchor::Start,
            );
            x += item;
        }
        y + BOX.1
    }
}
