//! Number formats of Excel (`0.00`, `000`, `"M"00`, `0%`, `dd/mm/yyyy`), as far as they change what a cell means to its
//! reader: days are no numbers, 100 % is not 1, and a code kept as a number is what is shown of it.

use super::number::of_number;
use std::borrow::Cow;

/// How numbers are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Format {
    /// As they are typed, or in a way that says the same to a reader: separators of thousands, currencies.
    #[default]
    Plain,
    Date,
    /// In hundredths, with so many decimals.
    Percent(usize),
    /// Signs and digits, in their order.
    Pieces(Vec<Piece>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// A digit that is shown though it is a nought at either end.
    Zero,
    /// A digit that is not.
    Digit,
    Point,
    Sign(char),
}

/// A format longer than this shows no code.
const LONGEST: usize = 64;

impl Format {
    pub fn of_code(code: &str) -> Self {
        if is_date(code) {
            return Self::Date;
        }
        let mut pieces = Vec::new();
        let (mut is_percent, mut is_plain) = (false, false);
        let mut signs = code.chars().peekable();
        while let Some(sign) = signs.next() {
            match sign {
                ';' => break,
                '"' => pieces.extend(
                    signs
                        .by_ref()
                        .take_while(|sign| *sign != '"')
                        .map(Piece::Sign),
                ),
                '\\' => pieces.extend(signs.next().map(Piece::Sign)),
                // The width of a sign, a filler.
                '_' | '*' => drop(signs.next()),
                '[' => {
                    let inside: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                    // A condition, a currency; colours and languages change nothing.
                    is_plain |= inside.starts_with(['<', '>', '='])
                        || inside.strip_prefix('$').is_some_and(is_currency);
                }
                '%' => is_percent = true,
                '0' => pieces.push(Piece::Zero),
                '#' | '?' => pieces.push(Piece::Digit),
                '.' if !pieces.contains(&Piece::Point) => pieces.push(Piece::Point),
                // Of thousands, or divided by them.
                ',' => is_plain |= !matches!(signs.peek(), Some('0' | '#' | '?')),
                '@' => {}
                'G' | 'g'
                    if signs
                        .clone()
                        .take(6)
                        .collect::<String>()
                        .eq_ignore_ascii_case("eneral") =>
                {
                    signs.by_ref().take(6).for_each(drop);
                    pieces.push(Piece::Zero);
                }
                // As it stands in a format without quotes.
                ' ' | '-' | '+' | '(' | ')' | ':' | '!' | '^' | '&' | '~' | '{' | '}' | '=' => {
                    pieces.push(Piece::Sign(sign));
                }
                // Currencies, fractions, powers of ten and what is not known.
                _ => is_plain = true,
            }
        }
        let decimals = pieces
            .iter()
            .skip_while(|piece| **piece != Piece::Point)
            .filter(|p| **p == Piece::Zero)
            .count();
        if is_percent {
            return Self::Percent(decimals);
        }
        let said = |piece: &&Piece| **piece != Piece::Digit;
        if is_plain
            || pieces.len() > LONGEST
            || pieces.iter().filter(said).eq([&Piece::Zero])
            // Scores: a sign that numbers have anyway says nothing more.
            || pieces.iter().filter(said).eq([&Piece::Sign('+'), &Piece::Zero])
        {
            return Self::Plain;
        }
        Self::Pieces(pieces)
    }

    /// The formats that are known by number alone.
    pub fn of_number(id: u32) -> Self {
        let decimals = |n: usize| {
            let places = std::iter::repeat_n(Piece::Zero, n);
            Self::Pieces(
                [Piece::Zero, Piece::Point]
                    .into_iter()
                    .chain(places)
                    .collect(),
            )
        };
        match id {
            2 | 4 | 7 | 8 | 39 | 40 | 43 | 44 => decimals(2),
            9 => Self::Percent(0),
            10 => Self::Percent(2),
            14..=22 | 27..=36 | 45..=47 | 50..=58 => Self::Date,
            _ => Self::Plain,
        }
    }

    /// What is shown of a number that is no day: the text to read a number from, and what a reader sees where that is
    /// another one. A format that rounds shows less than there is; then the number stands as it is.
    pub fn texts<'t>(&self, plain: Cow<'t, str>) -> (Cow<'t, str>, Option<String>) {
        match self {
            Self::Percent(decimals) => {
                let Ok(number) = plain.parse::<f64>() else {
                    return (plain, None);
                };
                let text = of_number(number * 100.0);
                (
                    Cow::Owned(format!("{}%", text_with(&text, *decimals))),
                    None,
                )
            }
            Self::Pieces(pieces) => {
                let shown = pieces_of(pieces, &plain).filter(|shown| *shown != plain);
                let shown = shown.or_else(|| is_ambiguous(&plain).then(|| plain.to_string()));
                (plain, shown)
            }
            Self::Plain | Self::Date => {
                let shown = is_ambiguous(&plain).then(|| plain.to_string());
                (plain, shown)
            }
        }
    }
}

/// Whether a number reads like one with a separator of thousands: `1.625`.
pub fn is_ambiguous(plain: &str) -> bool {
    let digits = plain.strip_prefix('-').unwrap_or(plain);
    digits
        .split_once('.')
        .is_some_and(|(whole, rest)| whole.len() <= 3 && rest.len() == 3)
}

/// A number with at least so many decimals.
fn text_with(plain: &str, decimals: usize) -> String {
    let has = plain.split_once('.').map_or(0, |(_, rest)| rest.len());
    let point = if has == 0 && decimals > 0 { "." } else { "" };
    format!("{plain}{point}{}", "0".repeat(decimals.saturating_sub(has)))
}

/// A number in the digits of a format; `None` where it is below nought, or has more decimals than are shown.
fn pieces_of(pieces: &[Piece], plain: &str) -> Option<String> {
    let (whole, rest) = plain.split_once('.').unwrap_or((plain, ""));
    if !plain
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.')
        || whole.is_empty()
    {
        return None;
    }
    let is_digit = |piece: &Piece| matches!(piece, Piece::Zero | Piece::Digit);
    let at = pieces
        .iter()
        .position(|piece| *piece == Piece::Point)
        .unwrap_or(pieces.len());
    let (before, behind) = pieces.split_at(at);
    let n_before = before.iter().filter(|piece| is_digit(piece)).count();
    if behind.iter().filter(|piece| is_digit(piece)).count() < rest.len() || n_before == 0 {
        return None;
    }
    let mut text = String::new();
    // The first place takes all the digits that have none.
    let whole = if whole == "0" { "" } else { whole };
    let (mut left, mut digits) = (n_before, whole.chars());
    for piece in before {
        if let Piece::Sign(sign) = piece {
            text.push(*sign);
            continue;
        }
        let n_more = digits.as_str().len();
        if n_more > left {
            text.extend(digits.by_ref().take(n_more - left + 1));
        } else if n_more == left {
            text.extend(digits.next());
        } else if *piece == Piece::Zero {
            text.push('0');
        }
        left -= 1;
    }
    let mut digits = rest.chars();
    for (at, piece) in behind.iter().enumerate() {
        match piece {
            Piece::Sign(sign) => text.push(*sign),
            Piece::Point => {
                let is_shown =
                    !rest.is_empty() || behind.iter().skip(at).any(|piece| *piece == Piece::Zero);
                text.extend(is_shown.then_some('.'));
            }
            Piece::Zero => text.push(digits.next().unwrap_or('0')),
            Piece::Digit => text.extend(digits.next()),
        }
    }
    // A sign that numbers have anyway says nothing more.
    Some(text).filter(|text| text.strip_prefix('+').is_none_or(|number| number != plain))
}

fn is_currency(word: &str) -> bool {
    !word.starts_with('-')
}

/// Whether a number format of Excel shows days or times.
fn is_date(code: &str) -> bool {
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            ';' => return false,
            '"' => {
                signs.by_ref().find(|sign| *sign == '"');
            }
            '[' => {
                let inside: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                // Hours and minutes that go on beyond a day.
                if matches!(
                    &*inside.to_ascii_lowercase(),
                    "h" | "hh" | "m" | "mm" | "s" | "ss"
                ) {
                    return true;
                }
            }
            '\\' | '_' | '*' => {
                signs.next();
            }
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_dates_are_told_from_formats_of_numbers() {
        for code in ["dd/mm/yyyy", "[$-410]d mmmm yyyy;@", "h:mm", "[h]:mm"] {
            assert_eq!(Format::of_code(code), Format::Date, "{code}");
        }
        for code in [
            "General",
            "0.00",
            "#,##0 \"mesi\"",
            "[Red]0",
            "0\\d",
            "0;dd",
        ] {
            assert_ne!(Format::of_code(code), Format::Date, "{code}");
        }
        assert_eq!(Format::of_code("General"), Format::Plain);
        assert_eq!(Format::of_code("@"), Format::Pieces(Vec::new()));
    }

    #[test]
    fn numbers_are_shown_as_their_format_says() {
        for (code, plain, text, shown) in [
            ("General", "1.1", "1.1", None),
            ("0.00", "1.1", "1.1", Some("1.10")),
            ("0.00", "8.1", "8.1", Some("8.10")),
            ("0.00", "12", "12", Some("12.00")),
            ("0.0", "1.25", "1.25", None),
            ("000", "1", "1", Some("001")),
            ("000", "1234", "1234", None),
            ("000", "0", "0", Some("000")),
            ("00", "-3", "-3", None),
            ("0", "7", "7", None),
            ("+General;-General;0", "12", "12", None),
            ("+0;-0;0", "1.625", "1.625", Some("1.625")),
            ("#,##0", "1234", "1234", None),
            ("#,##0.00", "1234.5", "1234.5", Some("1234.50")),
            ("0.0#", "1.1", "1.1", None),
            ("0.0#", "2", "2", Some("2.0")),
            ("#.##", "2", "2", None),
            ("\"M\"00", "7", "7", Some("M07")),
            ("\"A.\"0", "7", "7", Some("A.7")),
            ("0\\.00", "110", "110", Some("1.10")),
            ("00-00", "101", "101", Some("01-01")),
            ("00-00", "12345", "12345", Some("123-45")),
            ("[Red]000;[Blue]-000", "7", "7", Some("007")),
            ("[$-410]000", "7", "7", Some("007")),
            ("[$€-410] #,##0.00", "7", "7", None),
            ("[<10]000", "7", "7", None),
            ("0.00E+00", "7", "7", None),
            ("# ?/?", "7", "7", None),
            ("0,", "7000", "7000", None),
            ("+0;-0;0", "2", "2", None),
            ("+General;-General;0", "2", "2", None),
            ("General \"mesi\"", "2", "2", Some("2 mesi")),
            ("0%", "1", "100%", None),
            ("0%", "0.07", "7%", None),
            ("0.00%", "0.5", "50.00%", None),
            ("General", "1.625", "1.625", Some("1.625")),
            ("0.000", "12.5", "12.5", Some("12.500")),
            ("General", "#N/A", "#N/A", None),
            ("000", "x", "x", None),
        ] {
            let found = Format::of_code(code).texts(plain.into());
            assert_eq!(
                (&*found.0, found.1.as_deref()),
                (text, shown),
                "{plain} as {code}"
            );
        }
        assert_eq!(
            Format::of_number(2).texts("1.1".into()).1.as_deref(),
            Some("1.10")
        );
        assert_eq!(Format::of_number(9).texts("1".into()).0, "100%");
        assert_eq!(Format::of_number(14), Format::Date);
        assert_eq!(Format::of_number(0), Format::Plain);
    }
}
