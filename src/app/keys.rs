//! Keys in the order in which they were pressed.

use egui::{Event, Key};

/// egui takes the keyboard away from a field at the beginning of a frame that holds Esc: what was typed before it in the
/// same frame would go nowhere. So Esc and all that follows waits for the next frame.
#[derive(Debug, Default)]
pub struct Order(Vec<Event>);

impl Order {
    /// Puts what waited before what came, and holds back what is to wait; whether something waits.
    pub fn keep(&mut self, events: &mut Vec<Event>) -> bool {
        events.splice(0..0, self.0.drain(..));
        let writes =
            |event: &Event| matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_));
        let escape = |event: &Event| {
            matches!(
                event,
                Event::Key {
                    key: Key::Escape,
                    pressed: true,
                    ..
                }
            )
        };
        let typed = events.iter().position(writes);
        let at = typed.and_then(|typed| {
            events
                .iter()
                .skip(typed)
                .position(escape)
                .map(|at| at + typed)
        });
        self.0 = at.map(|at| events.split_off(at)).unwrap_or_default();
        !self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Modifiers;

    fn key(key: Key) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        }
    }
    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    #[test]
    fn escape_waits_for_what_was_typed_before_it_and_nothing_is_lost_or_exchanged() {
        let mut order = Order::default();
        let mut first = vec![
            key(Key::Escape),
            text("a"),
            text("b"),
            key(Key::Escape),
            text("c"),
            key(Key::Escape),
        ];
        assert!(order.keep(&mut first));
        assert_eq!(first, [key(Key::Escape), text("a"), text("b")]);
        let mut second = vec![text("d")];
        assert!(order.keep(&mut second));
        assert_eq!(second, [key(Key::Escape), text("c")]);
        let mut third = Vec::new();
        assert!(!order.keep(&mut third));
        assert_eq!(third, [key(Key::Escape), text("d")]);
    }
}
