//! Entries that say a level of the scale in words: `rafforza`, `Reinforcing`, `2 (rafforza)`, `-1 - vincola`.

use ordito_ground::text::{folded, visible};
use ordito_model::{CellValue, EntryRefusal, Points, Scale, read_entry};

/// Reads an entry of a table: as it is typed, or as the scale calls it in either language.
///
/// # Errors
/// When it is neither.
pub fn read_cell(text: &str, scale: &Scale) -> Result<CellValue, EntryRefusal> {
    let text = visible(text);
    match read_entry(&text, scale) {
        Err(refusal @ EntryRefusal::NotUnderstood { .. }) => {
            read_words(&text, scale).ok_or(refusal)
        }
        read => read,
    }
}

fn read_words(text: &str, scale: &Scale) -> Option<CellValue> {
    let plain = folded(text);
    let labels = scale.levels.iter().flat_map(|level| {
        [
            (level.value, &level.label.it),
            (level.value, &level.label.en),
        ]
    });
    let labels: Vec<(Points, String)> = labels
        .map(|(value, label)| (value, folded(label)))
        .collect();
    // «strong co-benefit» holds «co-benefit».
    let within = |(_, label): &&(Points, String)| !label.is_empty() && holds_word(&plain, label);
    let (value, label) = labels
        .iter()
        .filter(within)
        .max_by_key(|(_, label)| label.len())?;
    if labels
        .iter()
        .any(|(other, same)| same == label && other != value)
    {
        return None;
    }
    let meant = CellValue::net_of(*value);
    let rest = plain.replacen(label.as_str(), "", 1);
    let around = [' ', '(', ')', '[', ']', ':', '=', ',', ';', '"', '.'];
    let rest = rest
        .trim_matches(around)
        .trim_end_matches(['-', ' '])
        .trim_matches(around);
    (rest.is_empty() || read_entry(rest, scale) == Ok(meant)).then_some(meant)
}

/// Whether a text holds a label as words of its own.
fn holds_word(text: &str, label: &str) -> bool {
    text.match_indices(label).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text
            .get(at + label.len()..)
            .and_then(|text| text.chars().next());
        before
            .into_iter()
            .chain(after)
            .all(|sign| !sign.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;

    #[test]
    fn words_of_the_scale_are_entries() {
        let (_, scale) = library::scale("nilsson").unwrap().unwrap();
        for (text, value) in [
            ("Rafforza", Some(2)),
            ("Reinforcing", Some(2)),
            ("coerente", Some(0)),
            ("VINCOLA", Some(-1)),
            ("2 (rafforza)", Some(2)),
            ("+1 abilita", Some(1)),
            ("-1 - vincola", Some(-1)),
            ("−1: constraining", Some(-1)),
            ("rafforza (2)", Some(2)),
            ("1\u{200b}", Some(1)),
            ("\u{200e}-2", Some(-2)),
            ("1 (rafforza)", None),
            ("rafforza molto", None),
            ("Neutral", None),
            ("++", None),
            ("X", None),
        ] {
            let expected = value.map(|value| CellValue::net_of(Points::whole(value)));
            assert_eq!(read_cell(text, &scale).ok(), expected, "{text}");
        }
        let (_, scale) = library::scale("cobenefit-tradeoff").unwrap().unwrap();
        assert_eq!(
            read_cell("Strong co-benefit", &scale),
            Ok(CellValue::net_of(Points::whole(2)))
        );
        assert_eq!(
            read_cell("co-beneficio", &scale),
            Ok(CellValue::net_of(Points::whole(1)))
        );
        assert_eq!(
            read_cell("trade-off forte", &scale),
            Ok(CellValue::net_of(Points::whole(-2)))
        );
    }
}
