//! Pictures as plain shapes, in points from the upper left corner. A format or a screen draws them as they come.

use ordito_model::{Language, Rgb};

/// A rectangle's place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}
impl Area {
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }
    pub fn right(self) -> f64 {
        self.x + self.width
    }
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }
    pub fn middle(self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }
    pub fn holds(self, (x, y): (f64, f64)) -> bool {
        (self.x..=self.right()).contains(&x) && (self.y..=self.bottom()).contains(&y)
    }
}

/// The cuts of Titillium Web that are shipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    Regular,
    Semibold,
    Bold,
}

/// Which point of a text its place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of text; `at` is on its baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    pub at: (f64, f64),
    pub text: String,
    pub size: f64,
    pub weight: Weight,
    pub colour: Rgb,
    pub anchor: Anchor,
    /// Reads upwards.
    pub upright: bool,
    /// What keeps it apart from lines that it lies over: the colour of the ground, around every letter.
    pub halo: Option<Rgb>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Rect {
        area: Area,
        fill: Option<Rgb>,
        border: Option<Rgb>,
    },
    Line {
        from: (f64, f64),
        to: (f64, f64),
        width: f64,
        colour: Rgb,
    },
    Polygon {
        points: Vec<(f64, f64)>,
        fill: Rgb,
    },
    Text(Text),
}

/// A picture with what it says to who cannot see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub width: f64,
    pub height: f64,
    pub background: Rgb,
    pub language: Language,
    pub title: String,
    /// A sentence or two: the alternative text.
    pub description: String,
    /// Everything that can be read in it, line by line.
    pub long: Vec<String>,
    pub shapes: Vec<Shape>,
}

impl Picture {
    /// The alternative text as a file: title, description, every line.
    pub fn alternative(&self) -> String {
        let mut lines = vec![self.title.as_str(), "", self.description.as_str()];
        if !self.long.is_empty() {
            lines.push("");
        }
        lines.extend(self.long.iter().map(String::as_str));
        let mut text = lines.join("\n");
        text.push('\n');
        text
    }
}

/// Shapes being put together.
#[derive(Debug, Default)]
pub struct Canvas {
    pub shapes: Vec<Shape>,
}

impl Canvas {
    pub fn fill(&mut self, area: Area, fill: Rgb) {
        self.shapes.push(Shape::Rect {
            area,
            fill: Some(fill),
            border: None,
        });
    }
    pub fn border(&mut self, area: Area, border: Rgb) {
        self.shapes.push(Shape::Rect {
            area,
            fill: None,
            border: Some(border),
        });
    }
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), width: f64, colour: Rgb) {
        self.shapes.push(Shape::Line {
            from,
            to,
            width,
            colour,
        });
    }
    pub fn polygon(&mut self, points: Vec<(f64, f64)>, fill: Rgb) {
        self.shapes.push(Shape::Polygon { points, fill });
    }
    pub fn text(
        &mut self,
        at: (f64, f64),
        text: impl Into<String>,
        size: f64,
        weight: Weight,
        colour: Rgb,
        anchor: Anchor,
    ) {
        let text = Text {
            at,
            text: text.into(),
            size,
            weight,
            colour,
            anchor,
            upright: false,
            halo: None,
        };
        self.shapes.push(Shape::Text(text));
    }
    /// The last text gets a halo of the ground's colour.
    pub fn haloed(&mut self, ground: Rgb) {
        if let Some(Shape::Text(text)) = self.shapes.last_mut() {
            text.halo = Some(ground);
        }
    }
    pub fn upright(
        &mut self,
        at: (f64, f64),
        text: impl Into<String>,
        size: f64,
        weight: Weight,
        colour: Rgb,
    ) {
        let anchor = Anchor::Start;
        self.shapes.push(Shape::Text(Text {
            at,
            text: text.into(),
            size,
            weight,
            colour,
            anchor,
            upright: true,
            halo: None,
        }));
    }
    /// Slanting lines all over an area, cut at its borders.
    pub fn hatch(&mut self, area: Area, colour: Rgb) {
        const APART: f64 = 6.0;
        let mut offset = APART;
        while offset < area.width + area.height {
            // x + y = offset, seen from the upper left corner.
            let from = (
                area.x + offset.min(area.width),
                area.y + (offset - area.width).max(0.0),
            );
            let to = (
                area.x + (offset - area.height).max(0.0),
                area.y + offset.min(area.height),
            );
            self.line(from, to, 1.0, colour);
            offset += APART;
        }
    }
}

/// Where the baseline lies so that figures and capitals of this size stand in the middle of `y`.
pub fn baseline(y: f64, size: f64) -> f64 {
    y + size * 0.345
}
