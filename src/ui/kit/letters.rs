//! Letters typed while a list or a tree has the keyboard go to the line that begins so.

use egui::{Event, Id, Ui};
use ordito_ground::text::folded;

/// Seconds after which a letter begins anew.
const PAUSE_SECS: f64 = 1.0;

/// What was typed so far.
#[derive(Debug, Clone, Default)]
struct Typed {
    text: String,
    at: f64,
}

/// The line that the letters of this frame lead to, of `n`, from the one with the cursor on. A name may have several
/// beginnings, such as a code and a title, each on a line of its own. Nobody else gets the letters.
pub fn line(
    ui: &Ui,
    id: Id,
    (at, n): (Option<usize>, usize),
    name: impl Fn(usize) -> String,
) -> Option<usize> {
    let mut letters = String::new();
    let now = ui.input_mut(|input| {
        input.events.retain(|event| match event {
            // A blank by itself chooses.
            Event::Text(text) if !text.trim().is_empty() => {
                letters.push_str(text);
                false
            }
            _ => true,
        });
        input.time
    });
    if letters.is_empty() {
        return None;
    }
    let id = id.with("letters");
    let mut typed: Typed = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if now - typed.at > PAUSE_SECS {
        typed.text.clear();
    }
    let mut to = at;
    for letter in letters.chars() {
        typed.text.push(letter);
        to = next(&typed.text, (to, n), &name).or(to);
    }
    typed.at = now;
    ui.data_mut(|data| data.insert_temp(id, typed));
    to.filter(|to| Some(*to) != at)
}

/// A first letter goes on to the next line, more letters stay where they fit; one letter again and again goes from line to
/// line.
fn next(
    typed: &str,
    (at, n): (Option<usize>, usize),
    name: &impl Fn(usize) -> String,
) -> Option<usize> {
    let typed = folded(typed);
    let first = typed.chars().next()?;
    let begins = |line: usize, with: &str| {
        let name = name(line);
        name.lines().any(|name| folded(name).starts_with(with))
    };
    let from = |start: usize, with: &str| {
        let mut lines = (0..n).map(|step| (start + step) % n.max(1));
        lines.find(|line| begins(*line, with))
    };
    let behind = at.map_or(0, |at| at + 1);
    if typed.chars().count() == 1 {
        return from(behind, &typed);
    }
    from(at.unwrap_or(0), &typed).or_else(|| {
        let again = typed.chars().all(|letter| letter == first);
        again.then(|| from(behind, &first.to_string())).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lead_to_the_line_that_begins_so() {
        const NAMES: [&str; 5] = [
            "Piano del verde",
            "1.1\nAcqua",
            "Politica",
            "À riva",
            "Parco",
        ];
        let name = |line: usize| NAMES[line].to_owned();
        let to = |typed: &str, at| next(typed, (at, 5), &name);
        assert_eq!(
            [to("p", None), to("p", Some(0)), to("p", Some(4))],
            [Some(0), Some(2), Some(0)]
        );
        assert_eq!([to("pa", Some(0)), to("po", Some(2))], [Some(4), Some(2)]);
        assert_eq!([to("pp", Some(0)), to("pp", Some(2))], [Some(2), Some(4)]);
        // Accents and codes are no hindrance.
        assert_eq!(
            [to("a", Some(0)), to("a", Some(1)), to("1", None)],
            [Some(1), Some(3), Some(1)]
        );
        assert_eq!(
            [to("x", Some(1)), next("a", (None, 0), &name)],
            [None, None]
        );
    }
}
