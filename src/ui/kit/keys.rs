//! Keys that move. A room says what moving means to it; which keys do it is said here.

use egui::{EventFilter, Id, Key, Modifiers, Ui};

/// What arrows and their neighbours ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
}

impl Move {
    const KEYS: [(Key, Self); 8] = [
        (Key::ArrowUp, Self::Up),
        (Key::ArrowDown, Self::Down),
        (Key::ArrowLeft, Self::Left),
        (Key::ArrowRight, Self::Right),
        (Key::PageUp, Self::PageUp),
        (Key::PageDown, Self::PageDown),
        (Key::Home, Self::First),
        (Key::End, Self::Last),
    ];

    /// What a key asks for, if it is one of those that move.
    pub fn of(key: Key) -> Option<Self> {
        Self::KEYS
            .iter()
            .find(|(known, _)| *known == key)
            .map(|(_, way)| *way)
    }

    fn key(self) -> Key {
        Self::KEYS
            .iter()
            .find(|(_, way)| *way == self)
            .map_or(Key::End, |(key, _)| *key)
    }

    /// How often it was pressed in this frame; nobody else gets it.
    pub fn take(self, ui: &Ui, held: Modifiers) -> usize {
        ui.input_mut(|input| input.count_and_consume_key(held, self.key()))
    }

    /// Whether it was pressed in this frame, whatever was held; others may see it too.
    pub fn is_pressed(self, ui: &Ui) -> bool {
        ui.input(|input| input.key_pressed(self.key()))
    }

    /// How many rows and columns away it leads, in a grid that shows `page` rows; nothing for the ends.
    pub const fn by(self, page: isize) -> Option<(isize, isize)> {
        match self {
            Self::Up => Some((-1, 0)),
            Self::Down => Some((1, 0)),
            Self::Left => Some((0, -1)),
            Self::Right => Some((0, 1)),
            Self::PageUp => Some((-page, 0)),
            Self::PageDown => Some((page, 0)),
            Self::First | Self::Last => None,
        }
    }

    /// Which of `n` lines it leads to from the line with the cursor. None has it yet: to the first.
    pub fn line(self, at: Option<usize>, n: usize, page: usize) -> Option<usize> {
        let last = n.checked_sub(1)?;
        let step = |by: isize| at.map_or(0, |at| at.saturating_add_signed(by).min(last));
        let page = isize::try_from(page).unwrap_or(isize::MAX);
        match self {
            Self::Up => Some(step(-1)),
            Self::Down => Some(step(1)),
            Self::PageUp => Some(step(-page)),
            Self::PageDown => Some(step(page)),
            Self::First => Some(0),
            Self::Last => Some(last),
            Self::Left | Self::Right => None,
        }
    }
}

/// The keys of a frame that go through the lines of a list, each as often as it was pressed: the line they lead to.
pub fn line(ui: &Ui, at: Option<usize>, n: usize, page: usize) -> Option<usize> {
    let mut to = None;
    for way in [
        Move::Down,
        Move::PageDown,
        Move::Up,
        Move::PageUp,
        Move::First,
        Move::Last,
    ] {
        for _ in 0..way.take(ui, Modifiers::NONE) {
            to = way.line(to.or(at), n, page).or(to);
        }
    }
    to
}

/// Down and up, as often as they were pressed: for a field with a list below it, which keeps the keyboard.
pub fn beside_text(ui: &Ui) -> (usize, usize) {
    (
        Move::Down.take(ui, Modifiers::NONE),
        Move::Up.take(ui, Modifiers::NONE),
    )
}

/// Whether a key goes down (`true`) or up; `None` for every other.
pub const fn vertical(key: Key) -> Option<bool> {
    match key {
        Key::ArrowDown => Some(true),
        Key::ArrowUp => Some(false),
        _ => None,
    }
}

/// How far down a text is to move, in points.
pub fn reading(ui: &Ui, line: f32, page: f32) -> f32 {
    let ways = [
        (Move::Down, line),
        (Move::Up, -line),
        (Move::PageDown, page),
        (Move::PageUp, -page),
        (Move::Last, 1e6),
        (Move::First, -1e6),
    ];
    ways.into_iter()
        .map(|(way, far)| far * way.take(ui, Modifiers::NONE) as f32)
        .sum()
}

/// Up and down stay with what has the keyboard, and do not take it elsewhere.
pub fn keep_vertical(ui: &Ui, id: Id) {
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}

/// All arrows stay with what has the keyboard: it is read and turned by them.
pub fn keep_all(ui: &Ui, id: Id) {
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_has_one_meaning_and_back() {
        for (key, way) in Move::KEYS {
            assert_eq!((Move::of(key), way.key()), (Some(way), key));
        }
        assert_eq!(Move::of(Key::Enter), None);
    }

    #[test]
    fn a_cursor_stays_among_the_lines() {
        let to = |way: Move, at| way.line(at, 5, 3);
        assert_eq!(
            [
                to(Move::Down, Some(1)),
                to(Move::Down, Some(4)),
                to(Move::Down, None)
            ],
            [Some(2), Some(4), Some(0)]
        );
        assert_eq!(
            [
                to(Move::Up, Some(1)),
                to(Move::Up, Some(0)),
                to(Move::Up, None)
            ],
            [Some(0), Some(0), Some(0)]
        );
        assert_eq!(
            [to(Move::PageDown, Some(0)), to(Move::PageDown, Some(3))],
            [Some(3), Some(4)]
        );
        assert_eq!(
            [
                to(Move::PageUp, Some(4)),
                to(Move::First, Some(4)),
                to(Move::Last, None)
            ],
            [Some(1), Some(0), Some(4)]
        );
        assert_eq!(
            [to(Move::Left, Some(1)), Move::Down.line(None, 0, 3)],
            [None, None]
        );
    }
}
