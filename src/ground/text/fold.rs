//! Lower case without accents, with one kind of apostrophe, hyphen and space, without signs that nobody sees.

use std::borrow::Cow;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Whether two names are the same for a person who reads them.
pub fn alike(one: &str, other: &str) -> bool {
    one == other || folded(one) == folded(other)
}

/// What names are compared by. Sign by sign: what the canonical order of a decomposed text would move are marks alone,
/// and those are left out.
///
/// `’` and `'`, `‑` and `-`, `ﬁ` and `fi`, a space and one that does not break are the same; signs of no width are
/// nothing. The apostrophe behind a vowel at the end of a word is the accent of those who have none on their keyboard:
/// `poverta'` is `povertà`.
pub fn folded(text: &str) -> String {
    let mut folding = Folding {
        plain: String::with_capacity(text.len()),
        is_apart: false,
    };
    for sign in text.chars() {
        if sign.is_ascii() && sign != '`' {
            folding.take(sign);
            continue;
        }
        match one_of_many(sign) {
            Some(plain) => folding.take(plain),
            None if is_unseen(sign) => {}
            None => decompose_compatible(sign, |part| {
                if !is_combining_mark(part) {
                    folding.take(one_of_many(part).unwrap_or(part));
                }
            }),
        }
    }
    folding.end_word();
    folding.plain
}

struct Folding {
    plain: String,
    /// A space came, and is kept if something comes after it.
    is_apart: bool,
}
impl Folding {
    fn take(&mut self, sign: char) {
        if sign.is_whitespace() {
            self.is_apart = true;
            return;
        }
        if sign.is_ascii_control() {
            return;
        }
        let apart = std::mem::take(&mut self.is_apart);
        if apart || !sign.is_alphanumeric() {
            self.end_word();
        }
        if apart && !self.plain.is_empty() {
            self.plain.push(' ');
        }
        if sign.is_ascii() {
            self.plain.push(sign.to_ascii_lowercase());
        } else {
            self.plain.extend(sign.to_lowercase());
        }
    }

    /// Takes away an apostrophe that stands for an accent.
    fn end_word(&mut self) {
        if let Some(before) = self.plain.strip_suffix('\'')
            && before.ends_with(['a', 'e', 'i', 'o', 'u'])
        {
            self.plain.pop();
        }
    }
}

/// The sign on the keyboard for one of the many that look like it.
const fn one_of_many(sign: char) -> Option<char> {
    Some(match sign {
        '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '\u{2032}' | '\u{2035}'
        | '\u{02B9}' | '\u{02BB}' | '\u{02BC}' | '\u{02C8}' | '\u{00B4}' | '\u{0060}'
        | '\u{FF07}' => '\'',
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2015}'
        | '\u{2043}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{00AB}' | '\u{00BB}' | '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}'
        | '\u{2033}' => '"',
        _ => return None,
    })
}

/// Signs of no width: what a browser or a word processor leaves within a word.
const fn is_unseen(sign: char) -> bool {
    matches!(sign,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180B}'..='\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}' | '\u{80}'..='\u{84}' | '\u{86}'..='\u{9F}' | '\u{E0000}'..='\u{E007F}')
}

/// A text without the signs of no width that it may hold.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(is_unseen) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|sign| !is_unseen(*sign)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (one, other) in [
            ("Vita sott’acqua", "vita sott'acqua"),
            (
                "Acqua pulita e servizi igienico‑sanitari",
                "Acqua pulita e servizi igienico-sanitari",
            ),
            ("Acqua pulita – servizi", "Acqua pulita - servizi"),
            (
                "Sconfiggere la povertà\u{200b}",
                "\u{feff}Sconfiggere  la\u{a0}POVERTA'",
            ),
            ("Con\u{ad}sumo e pro\u{ad}duzione", "consumo e produzione"),
            (
                "Citta' e comunita' sostenibili",
                "Città e comunità sostenibili",
            ),
            ("e\u{301}", "é"),
            ("eﬃcienza", "efficienza"),
            ("CO₂", "co2"),
            ("  Qualità\tdell’ARIA \n", "qualita dell'aria"),
            ("“verde”", "«Verde»"),
        ] {
            assert_eq!(folded(one), folded(other), "{one:?} {other:?}");
            assert!(alike(one, other));
        }
        assert_eq!(folded("Qualita' dell'aria"), "qualita dell'aria");
        assert_eq!(folded(" \n\u{200b}"), "");
        for (one, other) in [
            ("nord", "sud"),
            ("dell'aria", "dell aria"),
            ("a-b", "ab"),
            ("1.1", "11"),
        ] {
            assert!(!alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn a_folded_text_is_folded() {
        let signs = (0..0x4_0000)
            .chain(0xE_0000..0xE_0200)
            .filter_map(char::from_u32);
        for sign in signs {
            let once = folded(&format!(" A\u{b}{sign}\u{301}\u{323}È  {sign}z\u{a0}"));
            assert_eq!(folded(&once), once, "{sign:?}");
            assert!(
                !once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "),
                "{sign:?} {once:?}"
            );
        }
    }

    #[test]
    fn nothing_unseen_is_left() {
        assert_eq!(visible("1\u{200b}"), "1");
        assert_eq!(visible("\u{feff}0\u{200e}-2"), "0-2");
        assert!(matches!(visible("perché"), Cow::Borrowed(_)));
    }
}
