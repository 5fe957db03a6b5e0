//! The name of an item beside its place in a picture: its code on its own colour (of a goal, the one its framework gives
//! it), its title in two lines at most.

use super::super::super::palette::text_on;
use super::super::super::parts::Setting;
use super::super::super::shape::{Anchor, Area, Weight, baseline};
use super::super::sheet::{Sheet, Text};
use super::labels::LABEL;
use ordito_model::{Item, Rgb};

/// Room for a line of a title, and how high it is.
const TITLE: f64 = 124.0;
const LINE: f64 = 14.0;
const CODE: f64 = 16.0;

pub(in crate::figure::chart) struct Named {
    code: String,
    /// Of the code's box; nothing where there is no code.
    code_width: f64,
    lines: Vec<String>,
    width: f64,
    /// The colour of the item.
    pub fill: Rgb,
}
impl Named {
    pub fn of(setting: &Setting<'_>, item: Item) -> Self {
        let (code, title) = setting.label(item);
        let code_width = if code.is_empty() {
            0.0
        } else {
            setting.measure.width(&code, LABEL, Weight::Semibold) + 8.0
        };
        let lines = title_lines(setting, &title, LABEL, TITLE);
        let widest = lines
            .iter()
            .map(|line| setting.measure.width(line, LABEL, Weight::Regular))
            .fold(0.0, f64::max);
        let between = if code_width > 0.0 { 4.0 } else { 0.0 };
        Self {
            code,
            code_width,
            width: code_width + between + widest,
            lines,
            fill: colour(setting, item),
        }
    }
    pub fn size(&self) -> (f64, f64) {
        (self.width, CODE.max(self.lines.len() as f64 * LINE))
    }

    /// `ground` is what it lies on.
    pub fn draw(&self, sheet: &mut Sheet<'_>, place: Area, ground: Rgb) {
        let middle = place.middle().1;
        let mut left = place.x;
        if self.code_width > 0.0 {
            let area = Area::new(left, middle - CODE / 2.0, self.code_width, CODE);
            code(sheet, area, (&self.code, LABEL), self.fill);
            left += self.code_width + 4.0;
        }
        let top = middle - self.lines.len() as f64 * LINE / 2.0;
        for (i, line) in self.lines.iter().enumerate() {
            let at = (left, top + (i as f64 + 0.5) * LINE);
            sheet.text(at, line.as_str(), Text::NAME.sized(LABEL));
            sheet.canvas.haloed(ground);
        }
    }
}

/// A title in two lines at most, as even as they can be.
pub(in crate::figure::chart) fn title_lines(
    setting: &Setting<'_>,
    title: &str,
    size: f64,
    room: f64,
) -> Vec<String> {
    if title.is_empty() {
        return Vec::new();
    }
    let wrap = |room: f64| setting.measure.wrap(title, size, Weight::Regular, room, 2);
    let lines = wrap(room);
    let is_cut = lines.iter().any(|line| line.ends_with('…'));
    if lines.len() < 2 || is_cut {
        return lines;
    }
    // The narrowest room that still cuts nothing.
    let narrower = (1..8).map(|step| wrap(room * (1.0 - 0.07 * f64::from(step))));
    narrower
        .take_while(|lines| !lines.iter().any(|line| line.ends_with('…')))
        .last()
        .unwrap_or(lines)
}

/// What an item is drawn in.
pub(in crate::figure::chart) fn colour(setting: &Setting<'_>, item: Item) -> Rgb {
    setting
        .contents
        .colour_of(Some(item))
        .unwrap_or(setting.tokens.primary)
}

/// A code on its colour.
pub(in crate::figure::chart) fn code(
    sheet: &mut Sheet<'_>,
    area: Area,
    (text, size): (&str, f64),
    fill: Rgb,
) {
    sheet.canvas.fill(area, fill);
    let text = sheet
        .setting
        .measure
        .wrap(text, size, Weight::Semibold, area.width - 4.0, 1)
        .concat();
    let (x, y) = area.middle();
    let at = (x, baseline(y, size));
    let ink = text_on(fill);
    sheet
        .canvas
        .text(at, text, size, Weight::Semibold, ink, Anchor::Middle);
}
