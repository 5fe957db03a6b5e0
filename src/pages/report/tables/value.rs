//! Sheets, cells and formulas without a format.

use ordito_ground::text::Piece as _;
use ordito_model::{Language, Rgb};
use std::collections::BTreeSet;

/// Characters of a sheet's name (Excel's limit).
const MOST_NAME: usize = 31;

#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    pub title: String,
    pub author: String,
    pub lang: Language,
    /// What a reader must know first: illustrative scores, provisional names.
    pub marks: Vec<String>,
    /// `2026-11-23`
    pub date: String,
    /// By whom it was made, said at the head of printed pages; empty when that is not known.
    pub who: String,
    pub mark: Option<crate::report::sheet::Mark>,
    /// Said at the foot of printed pages, with `{page}` and `{pages}` to be put in.
    pub page_of: String,
    pub sheets: Vec<TableSheet>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableSheet {
    /// At most 31 characters, distinct, without `[]:*?/\`.
    pub name: String,
    pub hidden: bool,
    /// Rows and columns that stay in view.
    pub frozen: (u32, u16),
    /// Whether the first row is a filter over the others.
    pub filter: bool,
    /// Widths in characters; what is missing is left to the format.
    pub widths: Vec<f64>,
    /// Height of the first row in points, where it is not the usual one.
    pub head_height: Option<f64>,
    /// A long list: it is printed only when somebody prints this sheet by itself.
    pub on_request: bool,
    pub rows: Vec<Vec<Value>>,
}

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum NumberFormat {
    #[default]
    General,
    /// `+2`, `−1`, `0`
    Signed,
    /// `+0,31`
    SignedTwo,
    /// `0,31`
    Two,
    /// `83%`
    Percent,
    /// `1.234,50 €`
    Euro,
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Style {
    pub fill: Option<[u8; 3]>,
    pub ink: Option<[u8; 3]>,
    pub bold: bool,
    pub centre: bool,
    pub wrap: bool,
    /// Written upwards.
    pub turned: bool,
    pub format: NumberFormat,
}
impl Style {
    pub fn head() -> Self {
        Self {
            fill: Some([0xEE, 0xF2, 0xF7]),
            bold: true,
            wrap: true,
            ..Self::default()
        }
    }
    pub fn wrapped() -> Self {
        Self {
            wrap: true,
            ..Self::default()
        }
    }
    pub fn number(format: NumberFormat) -> Self {
        Self {
            format,
            ..Self::default()
        }
    }
    pub const fn colours(fill: Rgb, ink: Rgb) -> ([u8; 3], [u8; 3]) {
        ([fill.0, fill.1, fill.2], [ink.0, ink.1, ink.2])
    }
}

/// An area of a sheet, by places from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub sheet: String,
    pub from: (u32, u16),
    pub to: (u32, u16),
}

/// `B2`
pub fn place((row, column): (u32, u16)) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        letters.push(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0));
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    format!("{}{}", String::from_utf8_lossy(&letters), row + 1)
}

/// A formula in parts, so that each format writes references and separators its own way. Functions have their English
/// names, numbers a decimal point.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    Text(String),
    Area(Reference),
    /// Between two arguments.
    Next,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    pub parts: Vec<Part>,
    /// What it comes to; `None` where it comes to an empty text.
    pub result: Option<f64>,
}
impl Formula {
    /// `text` with `{0}`, `{1}`, … for areas and `;` between arguments.
    pub fn new(text: &str, areas: &[Reference], result: Option<f64>) -> Self {
        let mut parts = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let area = rest
                .strip_prefix('{')
                .and_then(|inner| inner.split_once('}'));
            if let Some((number, after)) = area
                && let Some(area) = number
                    .parse::<usize>()
                    .ok()
                    .and_then(|number| areas.get(number))
            {
                parts.extend([
                    Part::Text(std::mem::take(&mut plain)),
                    Part::Area(area.clone()),
                ]);
                rest = after;
                continue;
            }
            if c == ';' {
                parts.extend([Part::Text(std::mem::take(&mut plain)), Part::Next]);
            } else {
                plain.push(c);
            }
            rest = rest.piece(c.len_utf8()..);
        }
        parts.push(Part::Text(plain));
        parts.retain(|part| !matches!(part, Part::Text(text) if text.is_empty()));
        Self { parts, result }
    }
}

/// One cell. Texts stay texts, whatever they begin with.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    #[default]
    Empty,
    Text {
        text: String,
        style: Style,
        note: Option<String>,
    },
    Number {
        value: f64,
        style: Style,
        note: Option<String>,
    },
    Formula {
        formula: Formula,
        style: Style,
    },
}
impl Value {
    pub fn text(text: impl Into<String>) -> Self {
        Self::styled(text, Style::default())
    }
    /// A text that need not be there.
    pub fn said(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }
    pub fn styled(text: impl Into<String>, style: Style) -> Self {
        let text = text.into();
        if text.is_empty() && style == Style::default() {
            Self::Empty
        } else {
            Self::Text {
                text,
                style,
                note: None,
            }
        }
    }
    /// A mean, an index, a share of one: two decimals are shown, all are kept.
    pub fn two(value: Option<f64>) -> Self {
        Self::maybe(value, NumberFormat::Two)
    }
    pub fn head(text: impl Into<String>) -> Self {
        Self::Text {
            text: text.into(),
            style: Style::head(),
            note: None,
        }
    }
    pub const fn number(value: f64, style: Style) -> Self {
        Self::Number {
            value,
            style,
            note: None,
        }
    }
    pub fn maybe(value: Option<f64>, format: NumberFormat) -> Self {
        value.map_or(Self::Empty, |value| {
            Self::number(value, Style::number(format))
        })
    }
    pub const fn formula(formula: Formula, format: NumberFormat, bold: bool) -> Self {
        let style = Style {
            fill: None,
            ink: None,
            bold,
            centre: false,
            wrap: false,
            turned: false,
            format,
        };
        Self::Formula { formula, style }
    }
}

/// Gives sheets names that every format takes, and distinct ones; references are made with the same function first.
pub fn name_apart(sheets: &mut [TableSheet]) {
    let mut taken = BTreeSet::new();
    for sheet in sheets {
        let safe = safe_name(&sheet.name);
        let mut name = safe.clone();
        let mut n = 2;
        while !taken.insert(name.to_lowercase()) {
            let end = format!(" {n}");
            name = safe.chars().take(MOST_NAME - end.len()).collect::<String>() + &end;
            n += 1;
        }
        sheet.name = name;
    }
}

fn safe_name(name: &str) -> String {
    let clean: String = name
        .chars()
        .map(|c| {
            if "[]:*?/\\'".contains(c) || c < ' ' {
                ' '
            } else {
                c
            }
        })
        .collect();
    let short: String = clean.trim().chars().take(MOST_NAME).collect();
    if short.trim().is_empty() {
        "1".to_owned()
    } else {
        short.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_and_differ() {
        let sheet = |name: &str| TableSheet {
            name: name.to_owned(),
            ..TableSheet::default()
        };
        let long = "Un nome molto più lungo di trentuno caratteri";
        let mut sheets = [
            sheet(long),
            sheet(long),
            sheet("a/b:c"),
            sheet("  "),
            sheet("A B C"),
        ];
        name_apart(&mut sheets);
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "Un nome molto più lungo di tren",
                "Un nome molto più lungo di tr 2",
                "a b c",
                "1",
                "A B C 2"
            ]
        );
        assert!(names.iter().all(|name| name.chars().count() <= MOST_NAME));
    }

    #[test]
    fn places_have_letters_and_numbers() {
        let places = [(0, 0), (1, 25), (2, 26), (9, 701), (0, 702)].map(place);
        assert_eq!(places, ["A1", "Z2", "AA3", "ZZ10", "AAA1"]);
    }

    #[test]
    fn formulas_come_apart_into_texts_areas_and_separators() {
        let area = Reference {
            sheet: "a".to_owned(),
            from: (0, 0),
            to: (0, 3),
        };
        let formula = Formula::new(
            "SUMPRODUCT({0};{0})+1",
            std::slice::from_ref(&area),
            Some(2.0),
        );
        let text = |text: &str| Part::Text(text.to_owned());
        let wanted = [
            text("SUMPRODUCT("),
            Part::Area(area.clone()),
            Part::Next,
            Part::Area(area),
            text(")+1"),
        ];
        assert_eq!(formula.parts, wanted);
    }
}
