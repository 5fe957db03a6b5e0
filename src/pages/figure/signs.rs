//! Which signs can be written anywhere, and which our own typefaces can draw.
//!
//! People paste from Word, the web and telephones. One sign that no typeface has must not keep a paper from being made:
//! what is only another way of writing a common sign becomes that sign, and what is left stands as its code.

use super::FONTS;
use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::LazyLock;
use ttf_parser::Face;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

/// Signs of Word's own typefaces (Symbol, Wingdings) in the private area, as they are pasted from lists.
const PASTED: [(char, char); 21] = [
    ('\u{F0B7}', '•'),
    ('\u{F0A7}', '▪'),
    ('\u{F0D8}', '➢'),
    ('\u{F076}', '❖'),
    ('\u{F0FC}', '✓'),
    ('\u{F0FB}', '✗'),
    ('\u{F0FE}', '☑'),
    ('\u{F0FD}', '☒'),
    ('\u{F0A8}', '□'),
    ('\u{F06F}', '□'),
    ('\u{F071}', '❑'),
    ('\u{F06E}', '■'),
    ('\u{F06C}', '●'),
    ('\u{F0A1}', '○'),
    ('\u{F0AB}', '★'),
    ('\u{F0E0}', '→'),
    ('\u{F0E8}', '➔'),
    ('\u{F0DF}', '←'),
    ('\u{F0F0}', '⇨'),
    ('\u{F02D}', '–'),
    ('\u{F020}', ' '),
];

/// Coloured signs of telephones that have a plain one of the same meaning.
const COLOURED: [(char, char); 13] = [
    ('✅', '✔'),
    ('❎', '✖'),
    ('❌', '✘'),
    ('⭐', '★'),
    ('🌟', '★'),
    ('➕', '+'),
    ('➖', '−'),
    ('❓', '?'),
    ('❔', '?'),
    ('❗', '!'),
    ('❕', '!'),
    ('🔺', '▲'),
    ('🔻', '▼'),
];

/// A text as every format can hold it: line ends are line feeds, pasted bullets are bullets, and U+FFFD stands for what
/// no format holds (control signs, what Unicode says is no character).
pub fn plain(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| ordinary(c) == Some(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        // Of a return and a line feed one line end is left.
        if !(c == '\n' && before == '\r') {
            out.extend(ordinary(c));
        }
        before = c;
    }
    Cow::Owned(out)
}

/// What stands for a sign in any format.
fn ordinary(c: char) -> Option<char> {
    match c {
        ' '..='~' | '\n' | '\t' | '\u{A0}'..='\u{2027}' => Some(c),
        // Word's line end within a paragraph, pages, and the line and paragraph ends of Unicode.
        '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        _ if c.is_control() || is_no_character(c) => Some('\u{FFFD}'),
        _ => Some(
            PASTED
                .iter()
                .find(|(pasted, _)| *pasted == c)
                .map_or(c, |(_, sign)| *sign),
        ),
    }
}

/// Code points that Unicode keeps for no character at all.
const fn is_no_character(c: char) -> bool {
    let code = c as u32;
    matches!(code, 0xFDD0..=0xFDEF) || code & 0xFFFE == 0xFFFE
}

/// A text as our typefaces can draw it. What none of them has stands as `[U+1F44D]`, and `missing` is told; what only
/// says how its neighbours look is left out.
pub fn drawn<'a>(text: &'a str, missing: &mut dyn FnMut(char)) -> Cow<'a, str> {
    if is_ready(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in plain(text).nfc() {
        draw(c, &mut out, missing);
    }
    Cow::Owned(out)
}

/// As [`drawn`], with the sign of a box for what no typeface has: for pictures, where a code has no room.
pub fn boxed(text: &str) -> Cow<'_, str> {
    if is_ready(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in plain(text).nfc() {
        let before = out.len();
        let mut is_missing = false;
        draw(c, &mut out, &mut |_| is_missing = true);
        if is_missing {
            out.truncate(before);
            out.push('▯');
        }
    }
    Cow::Owned(out)
}

/// Drawn as it is: all its signs are, and none is to be put together with the one before.
fn is_ready(text: &str) -> bool {
    text.bytes().all(|byte| (b' '..0x7F).contains(&byte))
        || text.chars().all(is_drawn) && is_nfc_quick(text.chars()) == IsNormalized::Yes
}

fn draw(c: char, out: &mut String, missing: &mut dyn FnMut(char)) {
    if is_drawn(c) {
        out.push(c);
    } else if c == '\t' {
        out.push(' ');
    } else if is_silent(c) {
    } else if let Some((_, like)) = COLOURED.iter().find(|(coloured, _)| *coloured == c) {
        out.push(*like);
    } else {
        let same: String = std::iter::once(c).nfkc().collect();
        if same.chars().all(is_drawn) {
            out.push_str(&same);
        } else {
            missing(c);
            let _ = write!(out, "[U+{:04X}]", c as u32);
        }
    }
}

/// What has no look of its own where no typeface knows it: joiners, choices of colour, marks of direction.
const fn is_silent(c: char) -> bool {
    matches!(c,
        '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// What a PDF may not hold or a page has no use for, though a typeface may have it.
const fn is_kept_out(c: char) -> bool {
    matches!(c,
        '\u{34F}' | '\u{180B}'..='\u{180F}' | '\u{2060}'..='\u{2064}' | '\u{E000}'..='\u{F8FF}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{E0000}'..)
        || c.is_ascii_control() && c != '\n'
}

/// Whether one of our typefaces has it in every cut, and a PDF may hold it.
pub fn is_drawn(c: char) -> bool {
    let code = c as usize;
    !is_kept_out(c)
        && DRAWN
            .get(code / 64)
            .is_some_and(|word| word >> (code % 64) & 1 == 1)
        && ordinary(c) == Some(c)
}

/// One bit for each code point.
static DRAWN: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut cuts = FONTS.iter().map(|(_, bytes)| signs_of(bytes));
    // The text typeface in its three cuts: a sign that one of them lacks comes from the other typeface in all.
    let text = cuts
        .by_ref()
        .take(3)
        .reduce(|all, one| all.iter().zip(one).map(|(all, one)| all & one).collect());
    let mut all = text.unwrap_or_default();
    for other in cuts {
        all.iter_mut()
            .zip(other)
            .for_each(|(all, other)| *all |= other);
    }
    if let Some(first) = all.first_mut() {
        *first |= 1 << u32::from('\n');
    }
    all
});

fn signs_of(bytes: &[u8]) -> Vec<u64> {
    let mut signs = vec![0_u64; 0x11_0000 / 64];
    let Ok(face) = Face::parse(bytes, 0) else {
        return signs;
    };
    let tables = face
        .tables()
        .cmap
        .into_iter()
        .flat_map(|cmap| cmap.subtables);
    for table in tables.filter(ttf_parser::cmap::Subtable::is_unicode) {
        table.codepoints(|code| {
            let has = table.glyph_index(code).is_some_and(|glyph| glyph.0 != 0);
            if let Some(word) = signs
                .get_mut(code as usize / 64)
                .filter(|_| has && code >= 0x20)
            {
                *word |= 1 << (code % 64);
            }
        });
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> (String, Vec<char>) {
        let mut missing = Vec::new();
        let out = drawn(text, &mut |c| missing.push(c)).into_owned();
        (out, missing)
    }

    #[test]
    fn what_people_paste_is_drawn_as_what_it_means() {
        for (text, wanted) in [
            ("perché → ✓ ✔ ☐ ☑ ★ ≥ € ₂ №", "perché → ✓ ✔ ☐ ☑ ★ ≥ € ₂ №"),
            ("\u{F0B7} meno traffico", "• meno traffico"),
            ("\u{F0D8}\u{F0A7}\u{F0FC}", "➢▪✓"),
            ("𝗔𝗯𝟭 Ａ ㎡", "Ab1 A m2"),
            ("✅ fatto ❌", "✔ fatto ✘"),
            ("⚠\u{FE0F} attenzione", "⚠ attenzione"),
            ("perche\u{301}", "perché"),
            ("a\u{FEFF}b\u{2060}c", "abc"),
            (
                "uno\u{B}due\r\ntre\rquattro\u{2028}cinque\u{85}sei",
                "uno\ndue\ntre\nquattro\ncinque\nsei",
            ),
            ("a\tb", "a b"),
            ("x\u{7}\u{FFFE}", "x\u{FFFD}\u{FFFD}"),
        ] {
            let (out, missing) = seen(text);
            assert_eq!(out, wanted, "{text:?}");
            assert_eq!(missing, Vec::<char>::new(), "{text:?}");
        }
    }

    #[test]
    fn what_no_typeface_has_stands_as_its_code_and_is_told() {
        let (out, missing) = seen("bene 👍, 中 e \u{F123}");
        assert_eq!(out, "bene [U+1F44D], [U+4E2D] e [U+F123]");
        assert_eq!(missing, ['👍', '中', '\u{F123}']);
    }

    #[test]
    fn nothing_is_left_that_cannot_be_drawn_whatever_comes() {
        for code in (0..0x2_0000).chain(0xE_0000..0xE_0200) {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            let mut out = String::new();
            let text = c.to_string();
            for piece in plain(&text).nfc() {
                draw(piece, &mut out, &mut |_| {});
            }
            assert!(out.chars().all(is_drawn), "U+{code:04X} gives {out:?}");
        }
        assert_eq!(plain("così \u{F0B7} 👍\t中"), "così • 👍\t中");
    }
}
