//! Words that are wider than their place on an A4 page, and where they may be parted.
//!
//! Places are those of the shipped template. A zero-width space is put between the signs of such a word and of no other;
//! the template makes gaps of it that nobody sees, so that what is copied from the PDF is whole.

use crate::figure::{Measure, Weight};

/// Where a word may be parted.
const PARTING: char = '\u{200B}';
/// The width of the text, in points: A4 with margins of 18 mm.
pub const TEXT: f64 = 174.0 / 25.4 * 72.0;

/// How wide a place is and how large its letters are, in points.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    pub width: f64,
    pub size: f64,
}
impl Room {
    pub const fn new(width: f64, size: f64) -> Self {
        Self { width, size }
    }
    /// A column of a table: its share of the text, without what is kept free at its sides.
    pub fn of_column(share: f64, all: f64, size: f64) -> Self {
        Self::new(TEXT * share / all.max(0.1) - 10.0, size)
    }
    /// One of several side by side.
    pub fn beside(n: usize, gap: f64, size: f64) -> Self {
        let n = n.max(1) as f64;
        Self::new((TEXT - gap * (n - 1.0)) / n, size)
    }
    /// The same, narrower.
    #[must_use]
    pub fn less(self, width: f64) -> Self {
        Self {
            width: self.width - width,
            ..self
        }
    }
}

/// The text with places to part its words, where there are any that do not fit. Blanks that do not break belong to a
/// word.
pub fn parted(text: &str, room: Room, measure: &Measure) -> Option<String> {
    // No letter is wider than one and a quarter of its size.
    let fewest = (room.width / (room.size * 1.25)).max(1.0) as usize;
    let is_wide = |word: &str| {
        word.len() >= fewest
            && word.chars().nth(fewest - 1).is_some()
            && measure.width(word, room.size, Weight::Bold) > room.width
    };
    let words = || text.split_inclusive([' ', '\n']);
    if !words().any(|word| is_wide(word.trim_end_matches([' ', '\n']))) {
        return None;
    }
    let mut out = String::with_capacity(text.len() * 2);
    for word in words() {
        if is_wide(word.trim_end_matches([' ', '\n'])) {
            part(word, &mut out);
        } else {
            out.push_str(word);
        }
    }
    Some(out)
}

/// Marks stay with their letters, and the code of a sign that is not drawn stays in one box.
fn part(word: &str, out: &mut String) {
    let mut in_code = false;
    for (at, c) in word.char_indices() {
        let begins_code = word.get(at..).is_some_and(|rest| rest.starts_with("[U+"));
        let stays = in_code || at == 0 || c == ' ' || c == '\n' || stays_with_its_letter(c);
        if !stays {
            out.push(PARTING);
        }
        out.push(c);
        in_code = (in_code || begins_code) && c != ']';
    }
}

fn stays_with_its_letter(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{200C}'..='\u{200F}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_do_not_fit_are_parted_and_nothing_else_changes() {
        let measure = Measure::new();
        let room = Room::new(60.0, 9.0);
        for text in [
            "breve",
            "Contributo diretto",
            "molte parole brevi una dopo l'altra e nessuna larga",
            "",
        ] {
            assert_eq!(parted(text, room, &measure), None, "{text}");
        }
        let long =
            "Vedi da39a3ee5e6b4b0d3255bfef95601890afd80709, poi\u{a0}sempre\u{a0}unite e\u{301}";
        let out = parted(long, room, &measure).unwrap();
        assert_eq!(out.replace(PARTING, ""), long);
        assert!(
            out.starts_with("Vedi d\u{200B}a\u{200B}3") && out.ends_with(" e\u{301}"),
            "{out:?}"
        );
        assert_eq!(
            parted("[U+4E2D][U+4E2D][U+4E2D]", room, &measure).unwrap(),
            "[U+4E2D]\u{200B}[U+4E2D]\u{200B}[U+4E2D]"
        );
        assert_eq!(
            parted(&"a\u{301}".repeat(40), room, &measure)
                .unwrap()
                .matches(PARTING)
                .count(),
            39
        );
    }
}
