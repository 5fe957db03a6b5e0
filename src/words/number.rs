//! Numbers, signs and dates, in one place for screen and page. Locale data comes from ICU4X.
//!
//! Half is rounded away from zero, as people learn it: 0.125 is 0.13, −0.125 is −0.13.

use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::options::{Length, YearStyle};
use icu_datetime::{DateTimeFormatter, fieldsets::T};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::{Locale, locale};
use ordito_model::{CellValue, Language, Points, Timestamp, YearMonth};

const MINUS: char = '−';
/// What the machine adds to a figure, as a share of it, at most.
const HAIR: f64 = 1e-12;

/// Whether a character is one of the minus signs people type or paste.
pub const fn is_minus(c: char) -> bool {
    matches!(c, '-' | '−' | '–' | '‐' | '‑')
}

/// Formats of one language.
pub struct Numbers {
    /// What parts thousands, and decimals.
    thousands: char,
    point: char,
    decimal: Option<DecimalFormatter>,
    date: Option<DateTimeFormatter<YMD>>,
    long_date: Option<DateTimeFormatter<YMD>>,
    month: Option<DateTimeFormatter<YM>>,
    time: Option<DateTimeFormatter<T>>,
}

impl Numbers {
    pub fn new(language: Language) -> Self {
        let locale: Locale = match language {
            Language::It => locale!("it"),
            Language::En => locale!("en-GB"),
        };
        let (thousands, point) = match language {
            Language::It => ('.', ','),
            Language::En => (',', '.'),
        };
        Self {
            thousands,
            point,
            decimal: DecimalFormatter::try_new(
                (&locale).into(),
                icu_decimal::options::DecimalFormatterOptions::default(),
            )
            .ok(),
            date: DateTimeFormatter::try_new(
                (&locale).into(),
                YMD::short().with_year_style(YearStyle::Full),
            )
            .ok(),
            long_date: DateTimeFormatter::try_new((&locale).into(), YMD::for_length(Length::Long))
                .ok(),
            month: DateTimeFormatter::try_new((&locale).into(), YM::for_length(Length::Medium))
                .ok(),
            time: DateTimeFormatter::try_new((&locale).into(), T::hm()).ok(),
        }
    }

    fn decimal(&self, value: f64, decimals: u8) -> String {
        // One rounding for all: half away from zero, as spreadsheets print what we give them.
        let plain = format!(
            "{:.*}",
            usize::from(decimals),
            rounded(value, decimals).abs()
        );
        let number = plain.parse::<Decimal>().ok();
        match (&self.decimal, number) {
            (Some(formatter), Some(number)) => self.grouped(formatter.format(&number).to_string()),
            _ => plain,
        }
    }
    /// Thousands are parted in a number of four digits too, as in those of five that stand beside it: locale data leaves
    /// `1620` whole in Italian.
    fn grouped(&self, mut text: String) -> String {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 4 {
            text.insert(1, self.thousands);
        }
        text
    }

    /// Figures of one column, with as many decimals as the one that needs most. What is no number stays as it is.
    pub fn even<'a>(&self, column: impl IntoIterator<Item = &'a mut String>) {
        let mut figures: Vec<(&mut String, usize, usize)> = Vec::new();
        for text in column {
            if let Some((end, decimals)) = self.decimals_of(text) {
                figures.push((text, end, decimals));
            }
        }
        let most = figures.iter().map(|(_, _, n)| *n).max().unwrap_or(0);
        for (text, end, decimals) in figures {
            let mut more = String::new();
            if decimals == 0 && most > 0 {
                more.push(self.point);
            }
            more.extend(std::iter::repeat_n('0', most - decimals));
            text.insert_str(end, &more);
        }
    }
    /// Where the digits of a figure end, and how many of them are decimals; `None` of what is no figure.
    fn decimals_of(&self, text: &str) -> Option<(usize, usize)> {
        let is_sign = |c: char| c == '+' || c == MINUS;
        let number = text.trim_end_matches(['%', '€', ' ', '\u{a0}']);
        let figure = number.strip_prefix(is_sign).unwrap_or(number);
        let (whole, decimals) = figure.split_once(self.point).unwrap_or((figure, ""));
        let is_whole = whole.starts_with(|c: char| c.is_ascii_digit())
            && whole
                .chars()
                .all(|c| c.is_ascii_digit() || c == self.thousands);
        let holds = is_whole && decimals.bytes().all(|byte| byte.is_ascii_digit());
        holds.then_some((number.len(), decimals.len()))
    }

    /// `1.234`
    pub fn count(&self, count: usize) -> String {
        self.decimal(count as f64, 0)
    }

    /// `0,74`, `−1,5`: a real minus, never "−0".
    pub fn number(&self, value: f64, decimals: u8) -> String {
        if !value.is_finite() {
            return "–".to_owned();
        }
        let text = self.decimal(value, decimals);
        let is_zero = !text.contains(|c: char| ('1'..='9').contains(&c));
        if value < 0.0 && !is_zero {
            format!("{MINUS}{text}")
        } else {
            text
        }
    }

    /// `+0,31`, `−2`, `0`
    pub fn signed(&self, value: f64, decimals: u8) -> String {
        let text = self.number(value, decimals);
        let is_zero = !text.contains(|c: char| ('1'..='9').contains(&c));
        if value > 0.0 && !is_zero {
            format!("+{text}")
        } else {
            text
        }
    }

    /// `+2`, `+1,5`, `−0,25`: with a sign and no more decimals than it needs, two at most.
    pub fn shortest(&self, value: f64) -> String {
        self.signed(value, self.decimals(value))
    }

    /// How many decimals it needs, two at most.
    pub fn decimals(&self, value: f64) -> u8 {
        let is_enough = |decimals: &u8| {
            let scaled = value * 10_f64.powi(i32::from(*decimals));
            (scaled - scaled.round()).abs() < 1e-6
        };
        (0..2).find(is_enough).unwrap_or(2)
    }

    /// `83%` of a share in 0…1.
    pub fn percent(&self, share: f64) -> String {
        format!("{}%", self.number(share * 100.0, 0))
    }

    /// `+2`, `−1`, `0`, `+1,5`
    pub fn points(&self, points: Points) -> String {
        let decimals = if points.is_whole() {
            0
        } else if points.0 % 10 == 0 {
            1
        } else {
            2
        };
        self.signed(points.value(), decimals)
    }

    /// What a cell shows: `+2`, `+2/−1`, `0`, `n.a.`, `?`, nothing.
    pub fn cell(&self, value: CellValue) -> String {
        match value {
            CellValue::Unscored => String::new(),
            CellValue::NotApplicable => "n.a.".to_owned(),
            CellValue::DontKnow => "?".to_owned(),
            CellValue::Scored { benefit, tradeoff } if benefit.0 > 0 && tradeoff.0 < 0 => {
                format!("{}/{}", self.points(benefit), self.points(tradeoff))
            }
            CellValue::Scored { benefit, tradeoff } => self.points(benefit.plus(tradeoff)),
        }
    }

    /// `96.920 €` or `96.920,50 €`
    pub fn euro(&self, cents: i64) -> String {
        let decimals = if cents % 100 == 0 { 0 } else { 2 };
        format!("{} €", self.number(cents as f64 / 100.0, decimals))
    }

    fn local(at: Timestamp) -> Option<jiff::civil::DateTime> {
        let zone = jiff::tz::TimeZone::system();
        jiff::Timestamp::from_millisecond(at.0)
            .ok()
            .map(|at| at.to_zoned_datetime(zone).datetime())
    }
    fn icu_date(date: jiff::civil::Date) -> Option<Date<icu_calendar::Iso>> {
        Date::try_new_iso(
            i32::from(date.year()),
            date.month().unsigned_abs(),
            date.day().unsigned_abs(),
        )
        .ok()
    }

    /// `23/11/2026`
    pub fn date(&self, at: Timestamp) -> String {
        let date = Self::local(at).and_then(|local| Self::icu_date(local.date()));
        match (&self.date, date) {
            (Some(formatter), Some(date)) => formatter.format(&date).to_string(),
            _ => String::new(),
        }
    }

    /// `2026-11-23T09:42:00Z`, for machines.
    pub fn utc(&self, at: Timestamp) -> String {
        jiff::Timestamp::from_second(at.0.div_euclid(1000))
            .map(|at| at.to_string())
            .unwrap_or_default()
    }

    /// `2026-11-23`, for machines.
    pub fn iso_date(&self, at: Timestamp) -> String {
        Self::local(at)
            .map(|local| local.date().to_string())
            .unwrap_or_default()
    }

    /// `23 novembre 2026`
    pub fn long_date(&self, at: Timestamp) -> String {
        let date = Self::local(at).and_then(|local| Self::icu_date(local.date()));
        match (&self.long_date, date) {
            (Some(formatter), Some(date)) => formatter.format(&date).to_string(),
            _ => String::new(),
        }
    }

    /// `23 novembre 2026` of a day written `2026-11-23`; `None` of anything else.
    pub fn long_day(&self, day: &str) -> Option<String> {
        let date = Self::icu_date(day.trim().parse().ok()?)?;
        Some(self.long_date.as_ref()?.format(&date).to_string())
    }

    /// `23/11/2026` of a day written `2026-11-23`; `None` of anything else.
    pub fn short_day(&self, day: &str) -> Option<String> {
        let date = Self::icu_date(day.trim().parse().ok()?)?;
        Some(self.date.as_ref()?.format(&date).to_string())
    }

    /// The day that somebody wrote, as `2026-11-23`; what is no date stays as it was written.
    pub fn read_day(text: &str) -> String {
        let parts: Vec<&str> = text.trim().split(['/', '.', '-']).map(str::trim).collect();
        let number = |part: &&str| part.parse::<i16>().ok();
        let numbers: Vec<i16> = parts.iter().filter_map(number).collect();
        let date = match (parts.as_slice(), numbers.as_slice()) {
            ([year, ..], [y, m, d]) if year.len() == 4 => Some((*y, *m, *d)),
            ([_, _, year], [d, m, y]) if year.len() == 4 => Some((*y, *m, *d)),
            ([_, _, year], [d, m, y]) if year.len() == 2 => Some((2000 + *y, *m, *d)),
            _ => None,
        };
        let date = date.and_then(|(year, month, day)| {
            let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
            jiff::civil::Date::new(year, month, day).ok()
        });
        date.map_or_else(|| text.trim().to_owned(), |date| date.to_string())
    }

    /// `10:42`
    pub fn time(&self, at: Timestamp) -> String {
        let Some(local) = Self::local(at) else {
            return String::new();
        };
        let (hour, minute) = (local.hour().unsigned_abs(), local.minute().unsigned_abs());
        let time = Time::try_new(hour, minute, 0, 0).ok();
        match (&self.time, time) {
            (Some(formatter), Some(time)) => formatter.format(&time).to_string(),
            _ => String::new(),
        }
    }

    /// `23/11/2026 10:42`
    pub fn date_time(&self, at: Timestamp) -> String {
        format!("{} {}", self.date(at), self.time(at))
    }

    /// `set 2024`
    pub fn month(&self, month: YearMonth) -> String {
        let date = Date::try_new_iso(i32::from(month.year), month.month, 1).ok();
        let midnight = Time::try_new(0, 0, 0, 0).ok();
        match (&self.month, date, midnight) {
            (Some(formatter), Some(date), Some(time)) => {
                formatter.format(&DateTime { date, time }).to_string()
            }
            _ => month.to_string(),
        }
    }
}

/// A figure of so many decimals, half away from zero. What people write as 0.145 counts as such, though the machine
/// holds a little less.
fn rounded(figure: f64, decimals: u8) -> f64 {
    let factor = 10_f64.powi(i32::from(decimals));
    let scaled = figure.abs() * factor;
    // Beyond this the machine has no halves.
    if !scaled.is_finite() || scaled > 1e15 {
        return figure;
    }
    let hair = scaled.max(1.0) * HAIR;
    ((scaled + 0.5 + hair).floor() / factor).copysign(figure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_people_write_it_and_kept_as_machines_do() {
        let it = Numbers::new(Language::It);
        assert_eq!(it.short_day("2026-11-28").unwrap(), "28/11/2026");
        assert_eq!(it.short_day("fine novembre"), None);
        for written in ["28/11/2026", "28.11.2026", "28-11-26", " 2026-11-28 "] {
            assert_eq!(Numbers::read_day(written), "2026-11-28", "{written}");
        }
        for other in ["31/2/2026", "fine novembre", "", "11/2026"] {
            assert_eq!(Numbers::read_day(other), other);
        }
    }

    #[test]
    fn italian_numbers_and_dates_are_italian() {
        let it = Numbers::new(Language::It);
        assert_eq!(it.number(0.74, 2), "0,74");
        assert_eq!(it.number(-0.001, 2), "0,00");
        assert_eq!(it.signed(-2.0, 0), "−2");
        // Half away from zero: as XLSX and ODS are shown.
        assert_eq!(
            [it.signed(0.125, 2), it.signed(-0.125, 2), it.percent(0.125)],
            ["+0,13", "−0,13", "13%"]
        );
        assert_eq!(
            [it.number(0.145, 2), it.number(2.5, 0), it.number(-0.5, 0)],
            ["0,15", "3", "−1"]
        );
        assert_eq!(
            [it.shortest(2.0), it.shortest(-1.5), it.shortest(0.25)],
            ["+2", "−1,5", "+0,25"]
        );
        assert_eq!(it.count(1_234_567), "1.234.567");
        // Four digits are grouped as five are.
        assert_eq!(
            [it.count(1_620), it.count(14_588), it.count(999)],
            ["1.620", "14.588", "999"]
        );
        assert_eq!(
            [it.euro(162_000), it.euro(162_050), it.number(-1_620.5, 1)],
            ["1.620 €", "1.620,50 €", "−1.620,5"]
        );
        assert_eq!(it.euro(9_692_000), "96.920 €");
        assert_eq!(it.points(Points(150)), "+1,5");
        assert_eq!(it.date(Timestamp(1_795_435_200_000)), "23/11/2026");
        assert_eq!(
            it.long_date(Timestamp(1_795_435_200_000)),
            "23 novembre 2026"
        );
        assert_eq!(
            it.month(YearMonth {
                year: 2024,
                month: 9
            }),
            "set 2024"
        );
    }

    #[test]
    fn english_numbers_and_dates_are_english() {
        let en = Numbers::new(Language::En);
        assert_eq!(en.number(1234.5, 1), "1,234.5");
        assert_eq!(en.date(Timestamp(1_795_435_200_000)), "23/11/2026");
        assert_eq!(
            en.month(YearMonth {
                year: 2024,
                month: 9
            }),
            "Sept 2024"
        );
    }

    #[test]
    fn figures_of_a_column_have_equal_decimals() {
        let even = |language, texts: &[&str]| {
            let mut texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            Numbers::new(language).even(&mut texts);
            texts
        };
        assert_eq!(
            even(Language::It, &["+1", "+1,33", "+2", "–", "n.a.", "−1,5"]),
            ["+1,00", "+1,33", "+2,00", "–", "n.a.", "−1,50"]
        );
        assert_eq!(
            even(Language::It, &["1.620 €", "14.588,50 €", "0 €"]),
            ["1.620,00 €", "14.588,50 €", "0,00 €"]
        );
        // A dot parts thousands in one language and decimals in the other.
        assert_eq!(even(Language::It, &["1.620", "2"]), ["1.620", "2"]);
        assert_eq!(even(Language::En, &["1.62", "2"]), ["1.62", "2.00"]);
        assert_eq!(
            even(Language::En, &["+2/−1", "1", "0.5"]),
            ["+2/−1", "1.0", "0.5"]
        );
    }

    #[test]
    fn half_is_rounded_away_from_zero() {
        let cases = [
            (0.125, 2, 0.13),
            (-0.125, 2, -0.13),
            (0.145, 2, 0.15),
            (1.005, 2, 1.01),
            (2.5, 0, 3.0),
            (0.5, 0, 1.0),
            (-0.5, 0, -1.0),
            (0.124_999, 2, 0.12),
            (0.05, 1, 0.1),
            (0.7 + 0.2 + 0.1, 1, 1.0),
            (12_345.675, 2, 12_345.68),
            (3e15, 2, 3e15),
        ];
        for (figure, decimals, expected) in cases {
            assert_eq!(rounded(figure, decimals), expected, "{figure}");
        }
        // Every half of a hundredth, as a fraction of 200: what Excel and LibreOffice print.
        for half in (1..2_000_u32).step_by(2) {
            assert_eq!(
                rounded(f64::from(half) / 200.0, 2),
                f64::from(half.div_ceil(2)) / 100.0
            );
        }
    }
}
