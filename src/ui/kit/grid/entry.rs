//! The small editor inside a cell. What it holds is complete as early as the user of the grid says it is.

use super::field::Field;
use super::scene::Scene;
use super::select::Place;
use crate::theme;
use egui::{CornerRadius, FontId, Rect, Stroke, StrokeKind, pos2, vec2};

/// What a text that is being typed is so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// More may come; Enter, Tab or an arrow makes the entry.
    Open,
    /// No further character is awaited: it goes in at once.
    Complete,
    /// It can become no entry any more, and why.
    Hopeless(String),
}

/// A text that goes into a cell, or into every cell of a range.
#[derive(Debug)]
pub struct Entry<'a> {
    pub text: &'a str,
    pub place: Place,
    /// Rows and columns of the range, where it goes into all of them.
    pub range: Option<(Vec<usize>, Vec<usize>)>,
}

/// Text on its way into a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Editor {
    pub place: Place,
    pub text: String,
    /// Place of the caret, in characters.
    pub caret: usize,
    /// Opened with F2: arrows move the caret and nothing is complete before Enter.
    pub opened: bool,
    /// Why it was refused, and stays open.
    pub stays: Option<String>,
    /// All of it is selected: what is typed takes its place.
    pub whole: bool,
    /// After the entry the cursor stays where it is: the row was just made.
    pub keeps: bool,
    /// Where it is written in a field.
    pub field: Field,
}

impl Editor {
    pub fn typed(place: Place) -> Self {
        Self {
            place,
            ..Self::default()
        }
    }
    pub fn opened(place: Place, text: String) -> Self {
        let caret = text.chars().count();
        Self {
            place,
            text,
            caret,
            opened: true,
            ..Self::default()
        }
    }
    fn byte(&self, caret: usize) -> usize {
        self.text
            .char_indices()
            .nth(caret)
            .map_or(self.text.len(), |(at, _)| at)
    }
    /// At most `most` characters are held.
    pub fn insert(&mut self, c: char, most: usize) {
        // After a refusal while typing on, the next character begins anew.
        if self.stays.take().is_some() && !self.opened {
            self.text.clear();
            self.caret = 0;
        }
        if c.is_control() {
            return;
        }
        self.touch();
        if self.text.chars().count() >= most {
            return;
        }
        let at = self.byte(self.caret);
        self.text.insert(at, c);
        self.caret += 1;
    }
    /// It is changed: what is selected goes.
    fn touch(&mut self) {
        self.field = Field {
            touched: true,
            ..Field::default()
        };
        if std::mem::take(&mut self.whole) {
            self.text.clear();
            self.caret = 0;
        }
    }
    pub fn backspace(&mut self) {
        self.stays = None;
        self.touch();
        if self.caret > 0 {
            self.caret -= 1;
            let at = self.byte(self.caret);
            self.text.remove(at);
        }
    }
    pub fn delete(&mut self) {
        self.stays = None;
        self.touch();
        let at = self.byte(self.caret);
        if at < self.text.len() {
            self.text.remove(at);
        }
    }
    pub fn move_caret(&mut self, by: isize) {
        self.whole = false;
        self.caret = self
            .caret
            .saturating_add_signed(by)
            .min(self.text.chars().count());
    }
}

/// What is being typed, over its cell, and why it was refused.
pub fn paint(scene: &Scene<'_>, pane: usize, editor: &Editor) {
    let (paint, whole) = (scene.pen.paint, scene.parts.whole);
    let cell = scene.rect(pane, editor.place);
    let font = FontId::new(14.0, theme::semibold());
    let galley = scene
        .pen
        .painter
        .layout_no_wrap(editor.text.clone(), font.clone(), paint.ink);
    let mut rect = cell.expand(1.0);
    rect.set_width(rect.width().max(galley.size().x + 18.0));
    let edge = if editor.stays.is_some() {
        paint.danger
    } else {
        paint.primary
    };
    let painter = scene.clipped(whole);
    painter.rect(
        rect,
        CornerRadius::same(2),
        paint.surface,
        Stroke::new(2.5, edge),
        StrokeKind::Inside,
    );
    let at = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
    let before: String = editor.text.chars().take(editor.caret).collect();
    let caret = scene
        .pen
        .painter
        .layout_no_wrap(before, font, paint.ink)
        .size()
        .x;
    painter.galley(at, galley, paint.ink);
    painter.vline(
        at.x + caret + 0.5,
        rect.y_range().shrink(6.0),
        Stroke::new(1.5, paint.primary),
    );
    if let Some(why) = &editor.stays {
        balloon(scene, rect, why);
    }
}

/// Why what is typed was refused, below it or above.
pub fn balloon(scene: &Scene<'_>, rect: Rect, why: &str) {
    let (paint, whole) = (scene.pen.paint, scene.parts.whole);
    let painter = scene.clipped(whole);
    let galley =
        scene
            .pen
            .painter
            .layout(why.to_owned(), FontId::proportional(13.0), paint.ink, 300.0);
    let size = galley.size() + vec2(20.0, 12.0);
    let left = rect
        .left()
        .min(whole.right() - size.x - 4.0)
        .max(whole.left() + 4.0);
    let below = rect.bottom() + 4.0;
    let top = if below + size.y > whole.bottom() {
        rect.top() - size.y - 4.0
    } else {
        below
    };
    let balloon = Rect::from_min_size(pos2(left, top), size);
    let stroke = Stroke::new(1.5, paint.danger);
    painter.rect(
        balloon,
        CornerRadius::same(theme::RADIUS),
        paint.surface,
        stroke,
        StrokeKind::Inside,
    );
    painter.galley(balloon.min + vec2(10.0, 6.0), galley, paint.ink);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_a_refusal_the_next_key_begins_anew_but_not_in_a_cell_that_was_opened() {
        let mut editor = Editor::typed(Place::default());
        editor.insert('5', 24);
        editor.stays = Some(String::new());
        editor.insert('2', 24);
        assert_eq!((editor.text.as_str(), editor.caret), ("2", 1));
        let mut editor = Editor::opened(Place::default(), "5".to_owned());
        editor.stays = Some(String::new());
        editor.insert('2', 24);
        assert_eq!((editor.text.as_str(), editor.stays.clone()), ("52", None));
    }

    #[test]
    fn the_caret_stands_between_letters_of_any_length() {
        let mut editor = Editor::opened(Place::default(), "già".to_owned());
        editor.move_caret(-1);
        editor.backspace();
        assert_eq!((editor.text.as_str(), editor.caret), ("gà", 1));
        editor.delete();
        editor.insert('ì', 24);
        assert_eq!(editor.text, "gì");
        editor.move_caret(9);
        editor.insert('x', 2);
        assert_eq!((editor.text.as_str(), editor.caret), ("gì", 2));
    }
}
