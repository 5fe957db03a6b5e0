//! One picture that grows downwards, and the table behind it. A column is written once, with what it is called and what
//! a row says in it: the table has them all, and the figures at the right of the picture are some of them.

use super::super::parts::{MARGIN, Setting};
use super::super::shape::{Anchor, Area, Canvas, Shape, Weight, baseline};
use super::{Chart, Leads, Mark, Parts, Style, Table, Value, capital};
use ordito_words::Words;

/// What one row says under one head.
pub(super) struct Column<R> {
    pub head: &'static str,
    pub numeric: bool,
    pub value: fn(&R) -> Value,
}
impl<R> Column<R> {
    pub const fn text(head: &'static str, value: fn(&R) -> Value) -> Self {
        Self {
            head,
            numeric: false,
            value,
        }
    }
    pub const fn number(head: &'static str, value: fn(&R) -> Value) -> Self {
        Self {
            head,
            numeric: true,
            value,
        }
    }
    /// Its head in the table: a word begins it, an abbreviation above figures stays as it is.
    fn said(&self, words: &Words) -> String {
        let head = words.say(self.head);
        if self.numeric { head } else { capital(&head) }
    }
    /// As a figure of the picture, in so much room.
    pub const fn wide(self, width: f64) -> Figure<R> {
        Figure {
            column: self,
            width,
            strong: false,
        }
    }
}

/// A column that the picture shows too.
pub(super) struct Figure<R> {
    pub column: Column<R>,
    pub width: f64,
    strong: bool,
}
impl<R> Figure<R> {
    /// The one that matters most.
    pub const fn strong(self) -> Self {
        Self {
            strong: true,
            ..self
        }
    }
}

/// With which ink a text is written, whatever the look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Full,
    Muted,
}

/// How a text looks, and which point of it is its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Text {
    pub size: f64,
    pub weight: Weight,
    pub ink: Ink,
    pub anchor: Anchor,
}
impl Text {
    /// A name at the beginning of a line.
    pub const NAME: Self = Self {
        size: 13.0,
        weight: Weight::Regular,
        ink: Ink::Full,
        anchor: Anchor::Start,
    };
    /// A figure at its end.
    pub const FIGURE: Self = Self {
        anchor: Anchor::End,
        ..Self::NAME
    };
    /// What stands above figures.
    pub const HEAD: Self = Self {
        size: 12.0,
        weight: Weight::Regular,
        ink: Ink::Muted,
        anchor: Anchor::End,
    };
    /// What is said beside.
    pub const NOTE: Self = Self {
        ink: Ink::Muted,
        ..Self::NAME
    };
    /// What stands above a part.
    pub const TITLE: Self = Self {
        weight: Weight::Semibold,
        ..Self::NAME
    };

    pub const fn strong_if(self, strong: bool) -> Self {
        Self {
            weight: if strong {
                Weight::Semibold
            } else {
                Weight::Regular
            },
            ..self
        }
    }
    pub const fn sized(self, size: f64) -> Self {
        Self { size, ..self }
    }
    pub const fn at(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

/// A picture being drawn, from the top down.
pub(super) struct Sheet<'a> {
    pub setting: &'a Setting<'a>,
    pub canvas: Canvas,
    /// What the picture is called, and what it finds.
    name: String,
    finding: String,
    /// Where texts begin, from the left and from the right.
    pub inner: f64,
    pub width: f64,
    /// On a page, with its head.
    pub headed: bool,
    /// So far it is drawn.
    pub y: f64,
    pub marks: Vec<Mark>,
    table: Table,
    /// Figures of columns: where each ends across, and its shape.
    figures: Vec<(f64, usize)>,
}

impl<'a> Sheet<'a> {
    /// As wide as there is room, and no narrower than `least`; called by a key, and by what it finds.
    pub fn new<R>(
        setting: &'a Setting<'a>,
        style: &Style,
        (key, finding): (&str, String),
        least: f64,
        columns: &[Column<R>],
    ) -> Self {
        Self::of_width(
            setting,
            style,
            (setting.words.say(key), finding),
            style.width.max(least),
            columns,
        )
    }
    pub fn of_width<R>(
        setting: &'a Setting<'a>,
        style: &Style,
        (name, finding): (String, String),
        width: f64,
        columns: &[Column<R>],
    ) -> Self {
        let words = setting.words;
        let mut sheet = Self {
            setting,
            canvas: Canvas::default(),
            name,
            finding,
            inner: Self::inner(style),
            width,
            headed: style.headed,
            y: 0.0,
            marks: Vec::new(),
            figures: Vec::new(),
            table: Table::new(
                columns
                    .iter()
                    .map(|each| (each.said(words), each.numeric))
                    .collect(),
            ),
        };
        if style.headed {
            let below =
                words.figure_profile_below(setting.assessor_name(), setting.matrix.name.as_str());
            let below = format!("{} · {below}", sheet.name);
            sheet.y = setting.head(&mut sheet.canvas, &sheet.finding, &below, sheet.width);
        }
        sheet
    }
    pub const fn inner(style: &Style) -> f64 {
        if style.headed { MARGIN } else { 12.0 }
    }
    pub const fn words(&self) -> &'a Words {
        self.setting.words
    }

    /// A text in the middle of `at.1`.
    pub fn text(&mut self, at: (f64, f64), text: impl Into<String>, look: Text) {
        let tokens = &self.setting.tokens;
        let ink = match look.ink {
            Ink::Full => tokens.ink,
            Ink::Muted => tokens.muted,
        };
        self.canvas.text(
            (at.0, baseline(at.1, look.size)),
            text,
            look.size,
            look.weight,
            ink,
            look.anchor,
        );
    }
    /// A name, cut where its room ends.
    pub fn name(&mut self, name: &str, at: (f64, f64), room: f64) {
        let text = self
            .setting
            .measure
            .wrap(name, 13.0, Weight::Regular, room, 1)
            .concat();
        self.text(at, text, Text::NAME);
    }
    pub fn rule(&mut self, y: f64) {
        let (width, line) = (self.width, self.setting.tokens.line);
        self.canvas.line((0.0, y), (width, y), 1.0, line);
    }

    /// Where figures at the right begin that need so much room together.
    fn figures_from(&self, widths: impl Iterator<Item = f64>) -> f64 {
        self.width - self.inner - widths.sum::<f64>()
    }
    /// Heads of figures at the right, each ending where its figures do, above `bottom`; gives where the first begins.
    pub fn heads_said(&mut self, texts: &[(String, f64)], bottom: f64) -> f64 {
        let begin = self.figures_from(texts.iter().map(|(_, width)| *width));
        let mut x = begin;
        for (text, width) in texts {
            x += width;
            let lines = self
                .setting
                .measure
                .wrap(text, 12.0, Weight::Regular, width - 8.0, 2);
            let n = lines.len();
            for (i, line) in lines.into_iter().enumerate() {
                self.text((x, bottom - (n - 1 - i) as f64 * 15.0), line, Text::HEAD);
            }
        }
        begin
    }
    pub fn heads<R>(&mut self, figures: &[Figure<R>], bottom: f64) -> f64 {
        let words = self.words();
        let texts: Vec<_> = figures
            .iter()
            .map(|each| (words.say(each.column.head), each.width))
            .collect();
        self.heads_said(&texts, bottom)
    }
    /// What a row says in the figures at the right.
    pub fn figures<R>(&mut self, figures: &[Figure<R>], row: &R, y: f64) {
        let words = self.words();
        let mut x = self.figures_from(figures.iter().map(|each| each.width));
        for each in figures {
            x += each.width;
            let text = (each.column.value)(row).say(words);
            self.figure((x, y), text, each.strong);
        }
    }
    /// A figure of the column that ends there: those of one column get equal decimals in the end.
    pub fn figure(&mut self, at: (f64, f64), text: String, strong: bool) {
        self.figures.push((at.0, self.canvas.shapes.len()));
        self.text(at, text, Text::FIGURE.strong_if(strong));
    }
    /// Figures that end in one place across have as many decimals as the one that needs most.
    fn even(&mut self) {
        let mut figures = std::mem::take(&mut self.figures);
        figures.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for column in figures.chunk_by(|a, b| a.0.to_bits() == b.0.to_bits()) {
            let places: std::collections::BTreeSet<usize> =
                column.iter().map(|(_, at)| *at).collect();
            let shapes = self.canvas.shapes.iter_mut().enumerate();
            let texts = shapes
                .filter(|(at, _)| places.contains(at))
                .filter_map(|(_, shape)| match shape {
                    Shape::Text(text) => Some(&mut text.text),
                    _ => None,
                });
            self.setting.words.numbers().even(texts);
        }
    }

    pub fn mark(&mut self, area: Area, name: String, text: String, leads: Leads) -> usize {
        self.marks.push(Mark {
            area,
            name,
            text,
            leads,
        });
        self.marks.len() - 1
    }
    /// A row of the table, with the mark that says the same.
    pub fn row<R>(&mut self, mark: Option<usize>, columns: &[Column<R>], row: &R) {
        self.table.push(
            mark,
            columns.iter().map(|column| (column.value)(row)).collect(),
        );
    }

    /// Room that is left below.
    pub const fn below(&self) -> f64 {
        if self.headed { MARGIN } else { 8.0 }
    }
    /// `frozen` is measured from the upper left corner; a page has nothing frozen.
    pub fn ended(self, frozen: (f64, f64), sentence: &[String]) -> Chart {
        let mut texts: Vec<String> = sentence.to_vec();
        if self.setting.is_illustrative() {
            texts.push(self.words().figure_illustrative());
        }
        self.ended_saying(frozen, texts.join(" "))
    }
    /// The same with a sentence that says itself whether scores are illustrative.
    pub fn ended_saying(mut self, frozen: (f64, f64), sentence: String) -> Chart {
        self.even();
        let height = self.y + self.below();
        let frozen = if self.headed { (0.0, 0.0) } else { frozen };
        let Self {
            setting,
            canvas,
            name,
            finding,
            width,
            marks,
            table,
            ..
        } = self;
        Parts {
            name,
            finding,
            canvas,
            width,
            height,
            frozen,
            marks,
            table,
            sentence,
        }
        .chart(setting)
    }
}
