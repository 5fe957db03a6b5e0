//! The small editor inside a cell: a few characters, complete as early as they can be.
//!
//! On a scale of whole steps `2` is complete at once; `-` waits for its digit; on a scale with 10 or 1,5 a `1` waits
//! as well. A second part (`2/-1`) is only awaited once it has begun.

use super::select::Place;
use crate::model::{CellValue, EntryRefusal, Scale, read_entry};
use crate::words::is_minus;

/// Why the editor stays open.
#[derive(Debug, Clone, PartialEq)]
pub enum Stays {
    Entry(EntryRefusal),
    /// Already said.
    Said(String),
}

/// Text on its way into a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Editor {
    pub place: Place,
    pub text: String,
    /// Place of the caret, in characters.
    pub caret: usize,
    /// Opened with F2: arrows move the caret and nothing is complete before Enter.
    pub opened: bool,
    pub stays: Option<Stays>,
}

impl Editor {
    pub fn typed(place: Place) -> Self {
        Self { place, ..Self::default() }
    }
    pub fn opened(place: Place, text: String) -> Self {
        let caret = text.chars().count();
        Self { place, text, caret, opened: true, stays: None }
    }
    fn byte(&self, caret: usize) -> usize {
        self.text.char_indices().nth(caret).map_or(self.text.len(), |(at, _)| at)
    }
    pub fn insert(&mut self, c: char) {
        // After a refusal while typing on, the next character begins anew.
        if self.stays.take().is_some() && !self.opened {
            self.text.clear();
            self.caret = 0;
        }
        if c.is_control() || self.text.chars().count() >= 24 {
            return;
        }
        let at = self.byte(self.caret);
        self.text.insert(at, c);
        self.caret += 1;
    }
    pub fn backspace(&mut self) {
        self.stays = None;
        if self.caret > 0 {
            self.caret -= 1;
            let at = self.byte(self.caret);
            self.text.remove(at);
        }
    }
    pub fn delete(&mut self) {
        self.stays = None;
        let at = self.byte(self.caret);
        if at < self.text.len() {
            self.text.remove(at);
        }
    }
    pub fn move_caret(&mut self, by: isize) {
        self.caret = self.caret.saturating_add_signed(by).min(self.text.chars().count());
    }
    /// The value, if no further character is awaited.
    pub fn complete(&self, scale: &Scale) -> Option<CellValue> {
        if self.opened {
            return None;
        }
        let value = read_entry(&self.text, scale).ok()?;
        (!may_go_on(&self.text, scale)).then_some(value)
    }
    /// A single character that cannot become an entry any more is refused at once.
    pub fn is_hopeless(&self, scale: &Scale) -> bool {
        !self.opened
            && self.text.chars().count() == 1
            && self.text.chars().all(|c| c.is_ascii_digit())
            && read_entry(&self.text, scale).is_err()
            && !may_go_on(&self.text, scale)
    }
}

/// Whether the number the text ends with begins a longer level of the scale.
fn may_go_on(text: &str, scale: &Scale) -> bool {
    let last: String =
        text.rsplit(|c: char| is_minus(c) || c == '+' || c == '/').next().unwrap_or("").trim().replace(',', ".");
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
    use crate::model::{Label, Points, ScaleLevel};

    fn scale(hundredths: &[i16]) -> Scale {
        let level = |value: &i16| ScaleLevel {
            value: Points(*value),
            label: Label::default(),
            guidance: Label::default(),
            colour: None,
        };
        Scale { levels: hundredths.iter().map(level).collect(), ..Scale::default() }
    }

    fn check(scale: &Scale, keys: &str, complete_after: Option<usize>) {
        let mut editor = Editor::typed(Place::default());
        let mut done = None;
        for (i, c) in keys.chars().enumerate() {
            editor.insert(c);
            if editor.complete(scale).is_some() && done.is_none() {
                done = Some(i + 1);
            }
        }
        assert_eq!(done, complete_after, "{keys}");
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
        let mut editor = Editor::typed(Place::default());
        editor.text = "2/".to_owned();
        editor.caret = 2;
        assert_eq!(editor.complete(&nilsson), None);
        editor.insert('-');
        assert_eq!(editor.complete(&nilsson), None);
        editor.insert('1');
        assert!(editor.complete(&nilsson).is_some_and(CellValue::is_two_sided));
    }

    #[test]
    fn a_digit_off_the_scale_is_refused_at_once_and_the_next_key_begins_anew() {
        let nilsson = scale(&[300, 200, 100, 0, -100, -200, -300]);
        let mut editor = Editor::typed(Place::default());
        editor.insert('5');
        assert!(editor.is_hopeless(&nilsson));
        editor.stays = Some(Stays::Said(String::new()));
        editor.insert('2');
        assert_eq!(editor.text, "2");
    }
}
