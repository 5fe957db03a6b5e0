//! Texts longer than a cell holds: moved to a sheet of their own, never cut.

use super::value::{TableSheet, Value, place};
use ordito_ground::text::Piece as _;

/// What a cell of XLSX holds, in UTF-16 units as Excel counts them.
const MOST: usize = 32_767;
/// What it leaves of them to a note.
const MOST_OF_NOTE: usize = MOST - 54;

/// Words for the sheet of long texts.
pub struct LongWords {
    pub sheet: String,
    /// Before the row in which a text goes on.
    pub continues: String,
    /// Headings: where it is from, the text.
    pub heads: [String; 2],
}

/// Moves what a cell or a note cannot hold to a sheet of its own, a row for each part, with a pointer in its place.
pub fn move_long_texts(sheets: &mut [TableSheet], words: &LongWords) -> Option<TableSheet> {
    let mut rows: Vec<Vec<Value>> = Vec::new();
    let mut fit = |text: &mut String, most: usize, at: &dyn Fn() -> String| {
        // A text never has more units than bytes.
        if text.len() <= most || units(text) <= most {
            return;
        }
        if rows.is_empty() {
            rows.push(
                words
                    .heads
                    .iter()
                    .map(|head| Value::head(head.as_str()))
                    .collect(),
            );
        }
        let pointer = format!(" {} {}", words.continues, rows.len() + 1);
        let first = prefix(text, most.saturating_sub(units(&pointer)));
        let mut rest = text.piece(first..);
        while !rest.is_empty() {
            let (part, after) = rest.split_at(prefix(rest, MOST));
            rows.push(vec![Value::text(at()), Value::text(part)]);
            rest = after;
        }
        text.truncate(first);
        text.push_str(&pointer);
    };
    for sheet in sheets.iter_mut() {
        let name = sheet.name.as_str();
        for (row, values) in (0_u32..).zip(&mut sheet.rows) {
            for (column, value) in (0_u16..).zip(values) {
                let at = || format!("{name} {}", place((row, column)));
                let note = match value {
                    Value::Text { text, note, .. } => {
                        fit(text, MOST, &at);
                        note
                    }
                    Value::Number { note, .. } => note,
                    Value::Empty | Value::Formula { .. } => continue,
                };
                if let Some(note) = note {
                    fit(note, MOST_OF_NOTE, &at);
                }
            }
        }
    }
    (!rows.is_empty()).then(|| TableSheet {
        name: words.sheet.clone(),
        frozen: (1, 0),
        widths: vec![20.0, 120.0],
        on_request: true,
        rows,
        ..TableSheet::default()
    })
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Bytes of the longest beginning with so many units; at least one character, so that moving comes to an end.
fn prefix(text: &str, most: usize) -> usize {
    let mut left = most;
    for (at, c) in text.char_indices() {
        let Some(rest) = left.checked_sub(c.len_utf16()) else {
            return if at == 0 { c.len_utf8() } else { at };
        };
        left = rest;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tables::Style;

    fn words() -> LongWords {
        let heads = ["Dove".to_owned(), "Testo".to_owned()];
        LongWords {
            sheet: "Testi lunghi".to_owned(),
            continues: "segue in".to_owned(),
            heads,
        }
    }

    fn moved(long: &TableSheet, from: usize) -> String {
        let texts = long.rows.iter().skip(from).map(|row| match &row[1] {
            Value::Text { text, .. } => text.as_str(),
            _ => "",
        });
        texts.collect()
    }

    #[test]
    fn long_texts_move_whole_and_say_from_where() {
        for alphabet in ["abcdefghi", "aèé€", "😀🌍x"] {
            let text: String = alphabet.chars().cycle().take(70_000).collect();
            let row = vec![Value::Empty, Value::text(text.as_str())];
            let mut sheets = [TableSheet {
                name: "Fogli".to_owned(),
                rows: vec![row],
                ..TableSheet::default()
            }];
            let long = move_long_texts(&mut sheets, &words()).unwrap();
            let Value::Text { text: first, .. } = &sheets[0].rows[0][1] else {
                panic!("a text")
            };
            assert!(units(first) <= MOST && units(first) > MOST - 2);
            let kept = first.strip_suffix(" segue in 2").unwrap();
            assert_eq!(kept.to_owned() + &moved(&long, 1), text);
            assert_eq!(long.rows[1][0], Value::text("Fogli B1"));
            assert!(
                long.rows
                    .iter()
                    .skip(1)
                    .all(|row| matches!(&row[1], Value::Text { text, .. } if units(text) <= MOST))
            );
        }
    }

    #[test]
    fn a_note_holds_a_little_less_than_a_cell() {
        let text = "x".repeat(MOST - 10);
        let note = Some(text.clone());
        let rows = vec![vec![
            Value::text(text.as_str()),
            Value::Number {
                value: 1.0,
                style: Style::default(),
                note,
            },
        ]];
        let mut sheets = [TableSheet {
            rows,
            ..TableSheet::default()
        }];
        let long = move_long_texts(&mut sheets, &words()).unwrap();
        assert_eq!(sheets[0].rows[0][0], Value::text(text.as_str()));
        let Value::Number {
            note: Some(note), ..
        } = &sheets[0].rows[0][1]
        else {
            panic!("a note")
        };
        assert_eq!(
            note.strip_suffix(" segue in 2").unwrap().to_owned() + &moved(&long, 1),
            text
        );
    }
}
