//! Months and money as people type them.

use ordito_import::{Edge, grouped, read_euro, read_month};
use ordito_model::YearMonth;

/// Why a typed text is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    Month,
    Money,
}
impl Problem {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Month => "catalogue-refused-month",
            Self::Money => "catalogue-refused-money",
        }
    }
}

/// As [`read_month`] understands it; nothing for an empty text.
pub fn month(text: &str, edge: Edge) -> Result<Option<YearMonth>, Problem> {
    if text.trim().is_empty() {
        Ok(None)
    } else {
        read_month(text, edge).map(Some).ok_or(Problem::Month)
    }
}

/// `09/2024`
pub fn say_month(month: Option<YearMonth>) -> String {
    month
        .map(|month| format!("{:02}/{:04}", month.month, month.year))
        .unwrap_or_default()
}

/// Cents of `96.920,50`, `96920.50`, `96 920`, `€ 1.234`, `1,5 mln`; nothing for an empty text.
///
/// A single mark with three digits after it groups thousands: euro have no third decimal.
pub fn money(text: &str) -> Result<Option<i64>, Problem> {
    if text.chars().any(char::is_alphabetic) {
        return read_euro(text).map(Some).ok_or(Problem::Money);
    }
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '€' | '\'' | '’'))
        .collect();
    if text.is_empty() {
        return Ok(None);
    }
    if !text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    {
        return Err(Problem::Money);
    }
    let (whole, decimals) = match text.rfind(['.', ',']) {
        Some(at) => {
            let (whole, rest) = text.split_at(at);
            let mark = rest.chars().next().unwrap_or('.');
            let decimals = rest.get(1..).unwrap_or_default();
            let groups =
                decimals.len() == 3 && !whole.contains(if mark == '.' { ',' } else { '.' });
            if groups {
                (text.as_str(), "")
            } else {
                (whole, decimals)
            }
        }
        None => (text.as_str(), ""),
    };
    let cents = match decimals.len() {
        0 => 0,
        1 => decimals.parse::<i64>().map_err(|_| Problem::Money)? * 10,
        2 => decimals.parse::<i64>().map_err(|_| Problem::Money)?,
        _ => return Err(Problem::Money),
    };
    let euro: i64 = grouped(whole)
        .and_then(|digits| digits.parse().ok())
        .ok_or(Problem::Money)?;
    euro.checked_mul(100)
        .and_then(|value| value.checked_add(cents))
        // Beyond this a sum can no longer be shown to the cent.
        .filter(|value| *value < 1 << 53)
        .map(Some)
        .ok_or(Problem::Money)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_typed_as_people_write_them() {
        let wanted = Ok(Some(YearMonth {
            year: 2024,
            month: 9,
        }));
        for text in [
            "2024-09",
            "09/2024",
            "9/2024",
            " 2024/9 ",
            "9.2024",
            "01/09/2024",
            "settembre 2024",
        ] {
            assert_eq!(month(text, Edge::Start), wanted, "{text}");
        }
        assert_eq!(
            month("2024", Edge::End),
            Ok(Some(YearMonth {
                year: 2024,
                month: 12
            }))
        );
        assert_eq!(month("", Edge::Start), Ok(None));
        for text in ["13/2024", "settembre", "2024-00", "09/24", "31/2/2024"] {
            assert_eq!(month(text, Edge::Start), Err(Problem::Month), "{text}");
        }
    }

    #[test]
    fn money_is_understood_with_either_decimal_mark() {
        for (text, cents) in [
            ("96.920,50", 9_692_050),
            ("96920.50", 9_692_050),
            ("96920,5", 9_692_050),
            ("96,920.50", 9_692_050),
            ("96.920", 9_692_000),
            ("€ 96 920", 9_692_000),
            ("1.234.567", 123_456_700),
            ("0,99", 99),
            ("1234,", 123_400),
            ("1,5 mln", 150_000_000),
            ("1,5 milioni di euro", 150_000_000),
        ] {
            assert_eq!(money(text), Ok(Some(cents)), "{text}");
        }
        assert_eq!(money("  "), Ok(None));
        for text in [
            "12.34.567",
            "1.2345",
            "-5",
            "dieci",
            ",50.00",
            "99999999999999999999",
        ] {
            assert_eq!(money(text), Err(Problem::Money), "{text}");
        }
    }
}
