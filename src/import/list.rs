//! Several texts in one cell: one a line, behind ` | `, or behind `;`, as tables of ours and of others have them.

use ordito_ground::text::Piece as _;

/// What may stand between texts; the first that there is does.
const SEPARATORS: [&str; 3] = [" | ", "\n", ";"];

/// The texts of a cell. One that holds a separator or a quote may stand in quotes, quotes in it doubled.
pub fn read_list(text: &str) -> Vec<String> {
    let found = separators(text);
    let kind = SEPARATORS
        .iter()
        .find(|kind| found.iter().any(|(_, of)| of == *kind));
    let mut list = Vec::new();
    let mut start = 0;
    let ends = found
        .iter()
        .filter(|(_, of)| Some(of) == kind)
        .map(|(at, of)| (*at, of.len()));
    for (end, length) in ends.chain([(text.len(), 0)]) {
        let part = text.piece(start..end).trim();
        start = end + length;
        let part = quoted(part).unwrap_or_else(|| part.to_owned());
        if !part.is_empty() {
            list.push(part);
        }
    }
    list
}

/// The separators outside of quotes, with their places. Quotes count where a text begins.
fn separators(text: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    let (mut at, mut begins) = (0, true);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if begins && let Some(length) = inside(rest) {
            (at, begins) = (at + length, false);
        } else if let Some(kind) = SEPARATORS.into_iter().find(|kind| rest.starts_with(kind)) {
            found.push((at, kind));
            (at, begins) = (at + kind.len(), true);
        } else {
            let sign = rest.chars().next().unwrap_or(' ');
            begins &= sign == ' ';
            at += sign.len_utf8();
        }
    }
    found
}

/// How long the quoted text is that this begins with, if it ends where a text may end.
fn inside(text: &str) -> Option<usize> {
    let mut signs = text.strip_prefix('"')?.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        if sign != '"' {
            continue;
        }
        if signs.next_if(|(_, next)| *next == '"').is_some() {
            continue;
        }
        let end = at + 2;
        let after = text.get(end..)?.trim_start_matches(' ');
        return (after.is_empty() || after.starts_with(['\n', ';', '|'])).then_some(end);
    }
    None
}

/// What a text in quotes says.
fn quoted(part: &str) -> Option<String> {
    let length = inside(part)?;
    (length == part.len()).then(|| part.piece(1..length - 1).replace("\"\"", "\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_as_tables_have_them() {
        for (text, expected) in [
            ("", vec![]),
            ("Comune di Torino", vec!["Comune di Torino"]),
            ("a; b;c", vec!["a", "b", "c"]),
            ("a; b | c", vec!["a; b", "c"]),
            ("a; b\nc", vec!["a; b", "c"]),
            ("\"a; b\"; c", vec!["a; b", "c"]),
            ("\"a; b\"", vec!["a; b"]),
            ("\"a | b\"; \"c\nd\"", vec!["a | b", "c\nd"]),
            ("\"dice \"\"sì\"\"\"; c", vec!["dice \"sì\"", "c"]),
            (
                "\"Smart city\" e altro; b",
                vec!["\"Smart city\" e altro", "b"],
            ),
            ("a; \"b | c\"; \"d\"", vec!["a", "b | c", "d"]),
            ("\"aperto; b", vec!["\"aperto", "b"]),
            (" ;; ", vec![]),
        ] {
            assert_eq!(read_list(text), expected, "{text}");
        }
    }
}
