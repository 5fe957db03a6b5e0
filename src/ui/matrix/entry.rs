//! When an entry is complete: as early as it can be.
//!
//! On a scale of whole steps `2` is complete at once; `-` waits for its digit; on a scale with 10 or 1,5 a `1` waits
//! as well. A second part (`2/-1`) is only awaited once it has begun.

use ordito_model::{EntryRefusal, Scale, read_entry};
use ordito_words::is_minus;

/// What a text is that is being typed into a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    Open,
    Complete,
    /// A single digit that cannot become an entry any more is refused at once.
    Hopeless(EntryRefusal),
}

pub fn progress(text: &str, scale: &Scale) -> Progress {
    let goes_on = may_go_on(text, scale);
    match read_entry(text, scale) {
        Ok(_) if !goes_on => Progress::Complete,
        Err(refusal)
            if !goes_on && text.len() == 1 && text.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            Progress::Hopeless(refusal)
        }
        _ => Progress::Open,
    }
}

/// Whether the number the text ends with begins a longer level of the scale.
fn may_go_on(text: &str, scale: &Scale) -> bool {
    let last: String = text
        .rsplit(|c: char| is_minus(c) || c == '+' || c == '/')
        .next()
        .unwrap_or("")
        .trim()
        .replace(',', ".");
    if last.is_empty() || !last.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return last.is_empty() && !text.is_empty();
    }
    scale.levels.iter().any(|level| {
        let level = level.value.abs().value().to_string();
        level.len() > last.len() && level.starts_with(&last)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ordito_model::{Label, Points, ScaleLevel};

    fn scale(hundredths: &[i16]) -> Scale {
        let level = |value: &i16| ScaleLevel {
            value: Points(*value),
            label: Label::default(),
            guidance: Label::default(),
            colour: None,
        };
        Scale {
            levels: hundredths.iter().map(level).collect(),
            ..Scale::default()
        }
    }

    fn check(scale: &Scale, keys: &str, complete_after: Option<usize>) {
        let texts = keys
            .char_indices()
            .map(|(at, c)| &keys[..at + c.len_utf8()]);
        let done = texts
            .map(|text| progress(text, scale))
            .position(|progress| progress == Progress::Complete);
        assert_eq!(done.map(|at| at + 1), complete_after, "{keys}");
    }

    #[test]
    fn an_entry_is_complete_as_early_as_it_can_be() {
        let nilsson = scale(&[300, 200, 100, 0, -100, -200, -300]);
        check(&nilsson, "2", Some(1));
        check(&nilsson, "0", Some(1));
        check(&nilsson, "n", Some(1));
        check(&nilsson, "?", Some(1));
        check(&nilsson, "-1", Some(2));
        check(&nilsson, "−3", Some(2));
        check(&nilsson, "+2", Some(2));
        check(&nilsson, "5", None);
        let tenths = scale(&[1000, 500, 150, 100, 0, -100, -150]);
        check(&tenths, "1", None);
        check(&tenths, "10", Some(2));
        check(&tenths, "1,5", Some(3));
        check(&tenths, "5", Some(1));
    }

    #[test]
    fn a_second_part_is_awaited_once_begun() {
        let nilsson = scale(&[300, 200, 100, 0, -100, -200, -300]);
        assert_eq!(
            ["2/", "2/-", "2/-1"].map(|text| progress(text, &nilsson)),
            [Progress::Open, Progress::Open, Progress::Complete]
        );
    }

    #[test]
    fn a_digit_off_the_scale_is_refused_at_once() {
        let nilsson = scale(&[300, 200, 100, 0, -100, -200, -300]);
        assert!(matches!(progress("5", &nilsson), Progress::Hopeless(_)));
        assert_eq!(progress("z", &nilsson), Progress::Open);
        let tenths = scale(&[1000, 500, 0, -100]);
        assert_eq!(progress("1", &tenths), Progress::Open, "10 is a level");
    }
}
