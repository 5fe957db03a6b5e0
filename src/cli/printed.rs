//! What goes to standard output: whole lines that a terminal only shows, and whether they arrived.

use std::cell::RefCell;
use std::io::{ErrorKind, Result, Write as _};

thread_local! {
    /// Lines that are not to be seen before what they tell of is done.
    static HELD: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
    /// The first failure to write.
    static FAILED: RefCell<Option<std::io::Error>> = const { RefCell::new(None) };
}

/// Prints a line; a closed pipe is no reason to fail.
pub fn out(text: &str) {
    let line = harmless(text);
    let now = HELD.with_borrow_mut(|held| match held {
        Some(lines) => {
            lines.push(line);
            None
        }
        None => Some(line),
    });
    if let Some(line) = now {
        note(writeln!(std::io::stdout(), "{line}"));
    }
}

pub fn out_json(value: &serde_json::Value) {
    match serde_json::to_string_pretty(value) {
        // What JSON leaves as it is and a terminal obeys is written by its number, which reads back the same.
        Ok(text) => out(&written_out(&text)),
        Err(error) => note(Err(error.into())),
    }
}

/// JSON in which what a terminal obeys is written by its number.
pub fn written_out(json: &str) -> String {
    with_controls(json, |sign| format!("\\u{:04x}", u32::from(sign)))
}

/// Does something that prints, and lets it be seen only when it was done.
pub fn held<T, E>(done: impl FnOnce() -> std::result::Result<T, E>) -> std::result::Result<T, E> {
    HELD.set(Some(Vec::new()));
    let outcome = done();
    let lines = HELD.take().unwrap_or_default();
    if outcome.is_ok() {
        for line in &lines {
            out(line);
        }
    }
    outcome
}

fn note(written: Result<()>) {
    if let Err(error) = written
        && error.kind() != ErrorKind::BrokenPipe
    {
        FAILED.with_borrow_mut(|failed| {
            failed.get_or_insert(error);
        });
    }
}

/// Whether everything that was printed arrived.
///
/// # Errors
/// The first failure.
pub fn printed() -> Result<()> {
    note(std::io::stdout().flush());
    FAILED.take().map_or(Ok(()), Err)
}

/// Text for a terminal: signs that it would obey are shown instead, as titles and names of a file may hold any.
pub fn harmless(text: &str) -> String {
    with_controls(text, |sign| match u32::from(sign) {
        code @ 0..0x20 => char::from_u32(0x2400 + code)
            .unwrap_or('\u{fffd}')
            .to_string(),
        0x7f => '\u{2421}'.to_string(),
        _ => '\u{fffd}'.to_string(),
    })
}

fn with_controls(text: &str, instead: impl Fn(char) -> String) -> String {
    let obeyed = |sign: char| sign.is_control() && !matches!(sign, '\n' | '\t');
    if !text.contains(obeyed) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    for sign in text.chars() {
        if obeyed(sign) {
            shown.push_str(&instead(sign));
        } else {
            shown.push(sign);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_shows_what_it_would_obey() {
        assert_eq!(harmless("a\u{1b}[31mrosso\u{7}"), "a␛[31mrosso␇");
        assert_eq!(harmless("\u{9b}31m \u{7f}"), "\u{fffd}31m ␡");
        assert_eq!(harmless("due\nrighe\te à"), "due\nrighe\te à");
    }

    #[test]
    fn json_says_the_same_without_them() {
        let value = serde_json::json!({ "title": "a\u{1b}b\u{9b}c\u{7f}\nd" });
        let text = with_controls(&value.to_string(), |sign| {
            format!("\\u{:04x}", u32::from(sign))
        });
        assert!(!text.contains(|sign: char| sign.is_control()));
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&text).unwrap(),
            value
        );
    }
}
