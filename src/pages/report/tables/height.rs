//! How many lines the rows of a sheet take: programs that open a workbook do not always reckon it themselves, and a long
//! reason would run over the row below.

use super::value::{Style, TableSheet, Value};

/// What a column is wide where nothing is said.
const USUAL_WIDTH: f64 = 9.0;

/// Lines of the tallest cell of a row, 1 at least.
pub fn lines_of(sheet: &TableSheet, row: &[Value]) -> usize {
    let lines = row.iter().enumerate().map(|(column, value)| match value {
        Value::Text { text, style, .. } if style.wrap => wrapped(
            text,
            sheet.widths.get(column).copied().unwrap_or(USUAL_WIDTH),
            style,
        ),
        Value::Text { text, .. } => text.split('\n').count(),
        _ => 1,
    });
    lines.max().unwrap_or(1).max(1)
}

/// Lines of a text in a column so many digits wide, words kept whole. Letters are a little narrower than digits, bold
/// ones as wide.
fn wrapped(text: &str, width: f64, style: &Style) -> usize {
    let room = ((width - 1.0).max(2.0) / if style.bold { 1.0 } else { 0.93 }).floor() as usize;
    let of_line = |line: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in line.trim_end().split(' ') {
            let length = word.chars().count();
            if used > 0 && used + 1 + length > room {
                (lines, used) = (lines + 1, 0);
            }
            used += length + usize::from(used > 0);
            // A word that is longer than the column goes on below.
            lines += used.saturating_sub(1) / room;
            used = if used > room {
                (used - 1) % room + 1
            } else {
                used
            };
        }
        lines
    };
    text.split('\n').map(of_line).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_whole_and_long_ones_go_on_below() {
        let sheet = TableSheet {
            widths: vec![11.0, 40.0],
            ..TableSheet::default()
        };
        let text = |text: &str| Value::styled(text, Style::wrapped());
        for (row, wanted) in [
            (vec![text("breve")], 1),
            (vec![text("Valore concordato")], 2),
            (vec![text("uno due tre quattro cinque")], 4),
            (vec![text("0123456789012345678901234567890")], 4),
            (vec![text("a\nb\nc")], 3),
            (
                vec![Value::text("una riga molto lunga che non va a capo")],
                1,
            ),
            (vec![Value::Empty, text(&"parola ".repeat(60))], 10),
            (Vec::new(), 1),
        ] {
            assert_eq!(lines_of(&sheet, &row), wanted, "{row:?}");
        }
    }
}
