//! Months as people write them: `2024-09`, `01/09/2024`, `settembre 2024`, `set-24`, a year alone.

use ordito_ground::text::Piece as _;
use ordito_ground::text::folded;
use ordito_model::YearMonth;

/// Which month a year alone means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// January: when something begins.
    Start,
    /// December: when it ends.
    End,
}

const MONTHS: [[&str; 2]; 12] = [
    ["gennaio", "january"],
    ["febbraio", "february"],
    ["marzo", "march"],
    ["aprile", "april"],
    ["maggio", "may"],
    ["giugno", "june"],
    ["luglio", "july"],
    ["agosto", "august"],
    ["settembre", "september"],
    ["ottobre", "october"],
    ["novembre", "november"],
    ["dicembre", "december"],
];

/// Words that say nothing of which month it is: `1° settembre`, `1st of September`, `marzo del 2025`.
const FILLERS: [&str; 9] = ["o", "a", "st", "nd", "rd", "th", "of", "del", "di"];

/// A part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A number and how many digits it has.
    Number(i16, usize),
    Month(u8),
}

/// The month of a date, day first where there is a day; `None` for what is none, or could be two: `03/24`, `24-set`.
pub fn read_month(text: &str, edge: Edge) -> Option<YearMonth> {
    let plain = folded(text);
    let parts = parts(without_time(&plain)?)?;
    let month = |year: i16, month: i16| YearMonth::new(year, u8::try_from(month).ok()?);
    let day = |year: i16, of: i16, day: i16| {
        let (of, day) = (i8::try_from(of).ok()?, i8::try_from(day).ok()?);
        jiff::civil::Date::new(year, of, day)
            .ok()
            .and_then(|_| month(year, i16::from(of)))
    };
    match *parts.as_slice() {
        // Other numbers are no years: an amount that slipped into the column, a serial number.
        [Part::Number(year, 4)] if (1900..2200).contains(&year) => {
            month(year, if edge == Edge::Start { 1 } else { 12 })
        }
        [Part::Number(year, 4), Part::Number(of, 1 | 2)]
        | [Part::Number(of, 1 | 2), Part::Number(year, 4)] => month(year, of),
        [
            Part::Number(year, 4),
            Part::Number(of, 1 | 2),
            Part::Number(on, 1 | 2),
        ]
        | [
            Part::Number(on, 1 | 2),
            Part::Number(of, 1 | 2),
            Part::Number(year, 4),
        ] => day(year, of, on),
        [
            Part::Number(on, 1 | 2),
            Part::Number(of, 1 | 2),
            Part::Number(year, 2),
        ] => day(century(year), of, on),
        [Part::Month(of), Part::Number(year, 4)] | [Part::Number(year, 4), Part::Month(of)] => {
            month(year, i16::from(of))
        }
        [Part::Month(of), Part::Number(year, 2)] => month(century(year), i16::from(of)),
        [
            Part::Number(on, 1 | 2),
            Part::Month(of),
            Part::Number(year, 4),
        ]
        | [
            Part::Month(of),
            Part::Number(on, 1 | 2),
            Part::Number(year, 4),
        ] => day(year, i16::from(of), on),
        [
            Part::Number(on, 1 | 2),
            Part::Month(of),
            Part::Number(year, 2),
        ] => day(century(year), i16::from(of), on),
        _ => None,
    }
}

/// As spreadsheets read two digits of a year.
const fn century(year: i16) -> i16 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

/// What stands before the time of day that spreadsheets put behind a date.
fn without_time(plain: &str) -> Option<&str> {
    let Some(at) = plain.find(':') else {
        return Some(plain);
    };
    let hours = plain.get(..at)?.rfind([' ', 't', ','])?;
    let time = plain.get(hours + 1..)?;
    let is_time = time
        .chars()
        .all(|sign| sign.is_ascii_digit() || matches!(sign, ':' | '.' | 'z' | '+' | '-'));
    is_time.then(|| plain.piece(..hours).trim_end_matches([',', ' ']))
}

fn parts(plain: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = plain;
    // A sign before a number is no date.
    if rest.starts_with(|sign: char| !sign.is_alphanumeric()) && !rest.starts_with('\'') {
        return None;
    }
    while let Some(first) = rest.chars().next() {
        let of_kind = |sign: char| {
            if first.is_ascii_digit() {
                sign.is_ascii_digit()
            } else {
                sign.is_alphabetic()
            }
        };
        let end = rest.find(|sign| !of_kind(sign)).unwrap_or(rest.len());
        let word = rest.piece(..end);
        if first.is_ascii_digit() {
            parts.push(Part::Number(word.parse().ok()?, word.len()));
        } else if first.is_alphabetic() {
            match named(word) {
                Some(month) => parts.push(Part::Month(month)),
                None if FILLERS.contains(&word) => {}
                None => return None,
            }
        } else if !matches!(first, ' ' | '/' | '.' | '-' | ',' | '\'' | '°') {
            return None;
        }
        if parts.len() > 3 {
            return None;
        }
        rest = rest.piece(end.max(first.len_utf8())..);
    }
    Some(parts)
}

/// A month by its name or the first letters of it.
fn named(word: &str) -> Option<u8> {
    let fits =
        |names: &[&str; 2]| word.len() >= 3 && names.iter().any(|name| name.starts_with(word));
    MONTHS
        .iter()
        .position(fits)
        .and_then(|at| u8::try_from(at + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_as_people_write_them() {
        for (text, start, end) in [
            ("2024-09", "2024-09", "2024-09"),
            ("09/2024", "2024-09", "2024-09"),
            ("9.2024", "2024-09", "2024-09"),
            (" 2024/9 ", "2024-09", "2024-09"),
            ("01/09/2024", "2024-09", "2024-09"),
            ("1.9.2024", "2024-09", "2024-09"),
            ("31-12-26", "2026-12", "2026-12"),
            ("2024-09-01", "2024-09", "2024-09"),
            ("2024-09-01T00:00:00Z", "2024-09", "2024-09"),
            ("01/09/2024 00:00", "2024-09", "2024-09"),
            ("31/12/2026, 23:59:59", "2026-12", "2026-12"),
            ("settembre 2024", "2024-09", "2024-09"),
            ("Sett. 2024", "2024-09", "2024-09"),
            ("set-24", "2024-09", "2024-09"),
            ("Marzo '25", "2025-03", "2025-03"),
            ("1° marzo 2025", "2025-03", "2025-03"),
            ("31 marzo 2025", "2025-03", "2025-03"),
            ("1st of March 2025", "2025-03", "2025-03"),
            ("March 1, 2025", "2025-03", "2025-03"),
            ("dic-99", "1999-12", "1999-12"),
            ("2030", "2030-01", "2030-12"),
            ("1\u{200b}/9/2024", "2024-09", "2024-09"),
        ] {
            assert_eq!(read_month(text, Edge::Start), start.parse().ok(), "{text}");
            assert_eq!(read_month(text, Edge::End), end.parse().ok(), "{text}");
        }
        for text in [
            "",
            "boh",
            "13/2024",
            "2024-00",
            "09/24",
            "01/09",
            "24-set",
            "31/02/2024",
            "2024-09-31",
            "12/25/2024",
            "2024-2026",
            "45536",
            "-2024",
            "set",
            "1500",
            "2024?",
            "settembrata 2024",
            "10:30",
            "ma 2024",
        ] {
            assert_eq!(read_month(text, Edge::Start), None, "{text}");
        }
    }
}
