//! Amounts of money as people write them: `96.920,50`, `€ 12.500,50`, `1,5 mln`, `500 mila euro`.

use ordito_ground::text::folded;

/// Words behind a number and what they multiply it by, in euro.
const MULTIPLES: [(&str, i64); 18] = [
    ("mila", 1_000),
    ("migliaia", 1_000),
    ("k", 1_000),
    ("thousand", 1_000),
    ("mln", 1_000_000),
    ("mil.ni", 1_000_000),
    ("milione", 1_000_000),
    ("milioni", 1_000_000),
    ("mio", 1_000_000),
    ("m", 1_000_000),
    ("million", 1_000_000),
    ("millions", 1_000_000),
    ("mld", 1_000_000_000),
    ("mrd", 1_000_000_000),
    ("miliardo", 1_000_000_000),
    ("miliardi", 1_000_000_000),
    ("bn", 1_000_000_000),
    ("billion", 1_000_000_000),
];

/// Beyond this no plan has a budget; sums are still exact.
const MOST: i64 = 1_000_000_000_000;

/// Euro in hundredths, to which what a spreadsheet has worked out further is rounded.
pub fn read_euro(text: &str) -> Option<i64> {
    let plain: String = folded(text)
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '€')
        .collect();
    let plain = plain
        .strip_prefix("euro")
        .or_else(|| plain.strip_prefix("eur"))
        .unwrap_or(&plain);
    let end = plain
        .find(|sign: char| !sign.is_ascii_digit() && !matches!(sign, '.' | ',' | '\''))
        .unwrap_or(plain.len());
    let (number, behind) = plain.split_at(end);
    // `12.500,-` and `12.500,00=` are whole.
    let behind = behind
        .strip_prefix(['-', '='])
        .filter(|rest| !rest.starts_with(['-', '=']))
        .unwrap_or(behind);
    let behind = behind
        .strip_suffix("euro")
        .or_else(|| behind.strip_suffix("eur"))
        .unwrap_or(behind);
    let behind = behind
        .strip_suffix("di")
        .or_else(|| behind.strip_suffix("of"))
        .unwrap_or(behind);
    let word = behind.trim_end_matches('.');
    let times = if word.is_empty() {
        1
    } else {
        MULTIPLES.iter().find(|(name, _)| *name == word)?.1
    };
    let number: String = number
        .trim_end_matches([',', '.'])
        .chars()
        .filter(|sign| *sign != '\'')
        .collect();
    cents(&number, times)
}

/// The same of a number that a workbook holds.
pub fn euro_of(number: f64) -> Option<i64> {
    let cents = (number * 100.0).round();
    (0.0..=MOST as f64 * 100.0)
        .contains(&cents)
        .then_some(cents as i64)
}

fn cents(number: &str, times: i64) -> Option<i64> {
    let (whole, decimals) = match number.rfind([',', '.']) {
        Some(at) if !is_thousands(number, at) => (number.get(..at)?, number.get(at + 1..)?),
        // `1.234 mln` may be a thousand millions and more, or one and a bit.
        Some(at) if times > 1 && !number.get(..at)?.contains(['.', ',']) => number
            .starts_with('0')
            .then_some((number.get(..at)?, number.get(at + 1..)?))?,
        _ => (number, ""),
    };
    // One digit more than hundredths of what it is multiplied by, to round with.
    let places = times.ilog10() as usize + 3;
    let decimals: i64 = format!("{decimals:0<places$}")
        .get(..places)?
        .parse()
        .ok()?;
    let euro: i64 = grouped(whole)?
        .parse()
        .ok()
        .filter(|euro| (0..=MOST / times).contains(euro))?;
    Some(euro * times * 100 + (decimals + 5) / 10)
}

/// Whether the last separator of a number is one of thousands: three digits after it, one to three before it, and no
/// separator of the other kind. `1.620` is; `1620.125` is what a spreadsheet worked out.
fn is_thousands(plain: &str, at: usize) -> bool {
    let (before, after) = plain.split_at(at);
    let separator = after.chars().next().unwrap_or('.');
    let other = if separator == '.' { ',' } else { '.' };
    let group = before
        .rsplit_once(separator)
        .map_or(before, |(_, group)| group);
    after.len() == 4 && (1..=3).contains(&group.len()) && !before.contains(other)
}

/// The digits of `1.234.567` or `1234567`; nothing when the groups are not of three.
pub fn grouped(whole: &str) -> Option<String> {
    let Some(mark) = whole.chars().find(|sign| !sign.is_ascii_digit()) else {
        return Some(whole.to_owned());
    };
    let mut groups = whole.split(mark);
    let mut digits = groups
        .next()
        .filter(|group| (1..=3).contains(&group.len()))?
        .to_owned();
    for group in groups {
        if group.len() != 3 || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn euro_as_people_write_them() {
        for (text, cents) in [
            ("96.920,50", Some(9_692_050)),
            ("96920.50", Some(9_692_050)),
            ("96.920", Some(9_692_000)),
            ("96 920 €", Some(9_692_000)),
            ("€ 12.500,50", Some(1_250_050)),
            ("EUR 12,500.50", Some(1_250_050)),
            ("12.500,50 euro", Some(1_250_050)),
            ("12.500,-", Some(1_250_000)),
            ("12.500,00=", Some(1_250_000)),
            ("1'620", Some(162_000)),
            ("1’620.–", Some(162_000)),
            ("1.620", Some(162_000)),
            ("12,5", Some(1250)),
            ("1,234", Some(123_400)),
            ("1.234.567", Some(123_456_700)),
            ("1.234,567", Some(123_457)),
            ("96920.125", Some(9_692_013)),
            ("1620.1000000000001", Some(162_010)),
            ("1620.999", Some(162_100)),
            ("1,5 mln", Some(150_000_000)),
            ("1,5 milioni", Some(150_000_000)),
            ("1,5 milioni di euro", Some(150_000_000)),
            ("€ 1.5M", Some(150_000_000)),
            ("1 milione di €", Some(100_000_000)),
            ("0,125 mln €", Some(12_500_000)),
            ("1,2345678 mln", Some(123_456_780)),
            ("500 mila", Some(50_000_000)),
            ("500k€", Some(50_000_000)),
            ("2 mld.", Some(200_000_000_000)),
            ("0", Some(0)),
            ("12.x", None),
            ("boh", None),
            ("", None),
            ("€", None),
            ("-5", None),
            ("5 $", None),
            ("1,5 tonnellate", None),
            ("2000 mld", None),
            ("10-20", None),
            ("12.34.567", None),
            ("1.500 mln", None),
            ("1.234.567 mila", Some(123_456_700_000)),
        ] {
            assert_eq!(read_euro(text), cents, "{text}");
        }
    }
}
