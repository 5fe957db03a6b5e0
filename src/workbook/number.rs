//! Numbers and dates of a workbook as a person would type them.

use jiff::ToSpan as _;
use jiff::civil::{DateTime, date};
use std::borrow::Cow;

/// `2`, `-1`, `1.5`; what is no number stays as it is.
pub fn number_text(text: &str) -> Cow<'_, str> {
    let plain = text.trim();
    // Whole numbers may be longer than a float holds.
    let digits = plain.strip_prefix('-').unwrap_or(plain);
    if !digits.is_empty() && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit())
    {
        return Cow::Borrowed(plain);
    }
    let is_number = plain
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.' | b'e' | b'E'));
    match plain.parse::<f64>() {
        Ok(number) if is_number && number.is_finite() => Cow::Owned(of_number(number)),
        _ => Cow::Borrowed(plain),
    }
}

/// As `number_text`, with the fifteen digits that spreadsheets show: 3.0000000000000004 is a 3 that was worked out.
pub fn of_number(number: f64) -> String {
    let number: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    // What is left of a sum that comes to nothing.
    if number.abs() < 1e-12 {
        "0".to_owned()
    } else if (1e-6..1e15).contains(&number.abs()) {
        number.to_string()
    } else {
        format!("{number:e}")
    }
}

/// A day counted from 1900 (or 1904) as a date, with its time when it has one; nothing when there is no such day.
pub fn date_text(serial: f64, from_1904: bool) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    // Lotus believed in a 29 February 1900, and Excel after it.
    let base = match (from_1904, serial < 60.0) {
        (true, _) => date(1904, 1, 1),
        (false, true) => date(1899, 12, 31),
        (false, false) => date(1899, 12, 30),
    };
    let seconds = (serial * 86_400.0).round() as i64;
    let moment: DateTime = base.at(0, 0, 0, 0).checked_add(seconds.seconds()).ok()?;
    let time = moment
        .strftime(if moment.second() == 0 {
            "%H:%M"
        } else {
            "%H:%M:%S"
        })
        .to_string();
    Some(
        match (
            serial < 1.0 && !from_1904,
            moment.time() == jiff::civil::Time::midnight(),
        ) {
            (true, _) => time,
            (false, true) => moment.date().to_string(),
            (false, false) => format!("{}T{time}", moment.date()),
        },
    )
}

/// A date as ISO writes it, without a time of midnight.
pub fn iso_text(text: &str) -> String {
    let plain = text.trim();
    let day = plain
        .split_once('T')
        .filter(|(_, time)| time.bytes().all(|b| matches!(b, b'0' | b':' | b'.' | b'Z')));
    day.map_or(plain, |(day, _)| day).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_people_type_them() {
        for (text, expected) in [
            ("2", "2"),
            ("-1", "-1"),
            ("1.5", "1.5"),
            ("2.0", "2"),
            ("0.10000000000000001", "0.1"),
            ("3.0000000000000004", "3"),
            ("-0.99999999999999989", "-1"),
            ("0.30000000000000004", "0.3"),
            ("2.9999999999", "2.9999999999"),
            ("-8.8817841970012523E-16", "0"),
            ("5.5511151231257827E-17", "0"),
            ("1E-09", "1e-9"),
            ("1.1000000000000001", "1.1"),
            ("-0", "0"),
            ("1E+300", "1e300"),
            ("inf", "inf"),
            ("1e999", "1e999"),
            ("259571", "259571"),
            ("12345678901234567890", "12345678901234567890"),
        ] {
            assert_eq!(number_text(text), expected);
        }
    }

    #[test]
    fn days_are_counted_as_excel_counts_them() {
        for (serial, expected) in [
            (1.0, Some("1900-01-01")),
            (59.0, Some("1900-02-28")),
            (61.0, Some("1900-03-01")),
            (45_536.0, Some("2024-09-01")),
            (45_536.75, Some("2024-09-01T18:00")),
            (0.5, Some("12:00")),
            (-1.0, None),
            (f64::NAN, None),
            (1e300, None),
        ] {
            assert_eq!(date_text(serial, false).as_deref(), expected, "{serial}");
        }
        assert_eq!(date_text(0.0, true).as_deref(), Some("1904-01-01"));
        assert_eq!(iso_text("2024-09-01T00:00:00"), "2024-09-01");
        assert_eq!(iso_text("2024-09-01T10:00:00"), "2024-09-01T10:00:00");
    }
}
