//! The tokens of docs/design.md "Look", the colours of scores, and text colours chosen by computed contrast.

use ordito_model::{CellValue, Points, Rgb, Scale};

/// The looks of the program.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    #[default]
    Light,
    Dark,
    /// For projection: everything at 7:1 or more.
    Contrast,
}

/// Colours by use.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    pub primary: Rgb,
    pub primary_hover: Rgb,
    /// Text on `primary`.
    pub on_primary: Rgb,
    /// Behind what is selected in segmented controls and lists.
    pub selected: Rgb,
    pub on_selected: Rgb,
    pub ink: Rgb,
    pub muted: Rgb,
    pub surface: Rgb,
    pub canvas: Rgb,
    pub line: Rgb,
    /// Borders of controls, 3:1 against everything they lie on.
    pub border: Rgb,
    pub rail: Rgb,
    pub on_rail: Rgb,
    pub zero: Rgb,
    pub hatch: Rgb,
    pub warning: Rgb,
    pub danger: Rgb,
    pub success: Rgb,
}

const fn rgb(value: u32) -> Rgb {
    let [_, r, g, b] = value.to_be_bytes();
    Rgb(r, g, b)
}

impl Look {
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    pub const fn tokens(self) -> Tokens {
        match self {
            Self::Light => Tokens {
                primary: rgb(0x0066CC),
                primary_hover: rgb(0x004D99),
                on_primary: rgb(0xFFFFFF),
                selected: rgb(0xEEF5FC),
                on_selected: rgb(0x004D99),
                ink: rgb(0x17324D),
                muted: rgb(0x5B6F82),
                surface: rgb(0xFFFFFF),
                canvas: rgb(0xF5F7FA),
                line: rgb(0xDCE3EA),
                border: rgb(0x76879A),
                rail: rgb(0x17324D),
                on_rail: rgb(0xC9D6E2),
                zero: rgb(0xF3F4F5),
                hatch: rgb(0x8392A1),
                warning: rgb(0x995C00),
                danger: rgb(0xCC334D),
                success: rgb(0x008055),
            },
            Self::Dark => Tokens {
                primary: rgb(0x4DA3FF),
                primary_hover: rgb(0x80BDFF),
                on_primary: rgb(0x06121F),
                selected: rgb(0x193654),
                on_selected: rgb(0xBBDCFF),
                ink: rgb(0xE8EEF4),
                muted: rgb(0xA3B4C4),
                surface: rgb(0x13212F),
                canvas: rgb(0x0C1722),
                line: rgb(0x26384A),
                border: rgb(0x6C86A0),
                rail: rgb(0x0A131D),
                on_rail: rgb(0xB9C8D6),
                zero: rgb(0x1E2D3C),
                hatch: rgb(0x5F7890),
                warning: rgb(0xFFB84D),
                danger: rgb(0xFF8095),
                success: rgb(0x4DD2A0),
            },
            Self::Contrast => Tokens {
                primary: rgb(0xFFD633),
                primary_hover: rgb(0xFFE680),
                on_primary: rgb(0x000000),
                selected: rgb(0x2E2600),
                on_selected: rgb(0xFFE680),
                ink: rgb(0xFFFFFF),
                muted: rgb(0xD9E2EA),
                surface: rgb(0x000000),
                canvas: rgb(0x0A0A0A),
                line: rgb(0x5A6B7C),
                border: rgb(0xC0CCD8),
                rail: rgb(0x000000),
                on_rail: rgb(0xFFFFFF),
                zero: rgb(0x262B30),
                hatch: rgb(0x6B7B8C),
                warning: rgb(0xFFC966),
                danger: rgb(0xFF99AA),
                success: rgb(0x66E0B3),
            },
        }
    }
}

/// The steps of a side from the weakest to the strongest. The strongest is the one seen first: the darkest on white, the
/// lightest on a dark ground.
const fn steps(look: Look, positive: bool) -> [Rgb; 3] {
    match (look, positive) {
        (Look::Light, true) => [rgb(0xA0D2E0), rgb(0x1F7A9A), rgb(0x063A56)],
        (Look::Light, false) => [rgb(0xF0C4A0), rgb(0xBC5B20), rgb(0x6E2207)],
        (Look::Dark, true) => [rgb(0x2F686E), rgb(0x349DC1), rgb(0x94E2FA)],
        (Look::Dark, false) => [rgb(0x6F3D00), rgb(0xCD7735), rgb(0xEFC190)],
        (Look::Contrast, true) => [rgb(0x2E5E70), rgb(0x20A5B1), rgb(0x6AE5FC)],
        (Look::Contrast, false) => [rgb(0x6D330F), rgb(0xD58637), rgb(0xF3C89B)],
    }
}

/// The colour of a score: the level's own where the scale gives one, else a step of the ramp by its share of the
/// scale's largest magnitude. Zero has the look's own grey.
pub fn score_colour(points: Points, scale: &Scale, look: Look) -> Rgb {
    if let Some(colour) = scale.level(points).and_then(|level| level.colour) {
        return colour;
    }
    ramp(points, scale.max_magnitude(), look)
}

/// A step of the ramp for a value on a scale of this magnitude.
pub fn ramp(points: Points, magnitude: Points, look: Look) -> Rgb {
    if points.0 == 0 {
        return look.tokens().zero;
    }
    let share = f64::from(points.0.abs()) / f64::from(magnitude.0.max(1));
    let [weak, middle, strong] = steps(look, points.0 > 0);
    match (share * 3.0).ceil() as usize {
        0 | 1 => weak,
        2 => middle,
        _ => strong,
    }
}

/// Colour behind a whole cell, if it has one; two-sided cells have two, see `score_colour`.
pub fn cell_colour(value: CellValue, scale: &Scale, look: Look) -> Option<Rgb> {
    value.net().map(|net| score_colour(net, scale, look))
}

/// Relative luminance (WCAG 2).
pub fn luminance(colour: Rgb) -> f64 {
    let channel = |value: u8| {
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(colour.0) + 0.7152 * channel(colour.1) + 0.0722 * channel(colour.2)
}

/// Contrast ratio of two colours (WCAG 2), 1 to 21.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Ink or white, whichever reads better on a background.
pub fn text_on(background: Rgb) -> Rgb {
    let (dark, light) = (rgb(0x17324D), rgb(0xFFFFFF));
    let black = rgb(0x000000);
    if contrast(light, background) >= 4.5 {
        light
    } else if contrast(dark, background) >= 4.5 {
        dark
    } else if contrast(light, background) >= contrast(black, background) {
        light
    } else {
        black
    }
}
