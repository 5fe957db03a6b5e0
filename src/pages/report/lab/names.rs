//! Names out of what people wrote, however they are spelt: with other apostrophes, hyphens or capitals, with accents in
//! one sign or two.

use ordito_ground::text::Piece as _;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A letter as names are compared by, with where it stands in the text.
#[derive(Debug, Clone, Copy)]
struct Letter {
    plain: char,
    capital: bool,
    from: usize,
    to: usize,
}

fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '\u{2032}' | '`' | '´' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{00AD}' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn letters(text: &str) -> Vec<Letter> {
    let mut list: Vec<Letter> = Vec::new();
    for (from, c) in text.char_indices() {
        let to = from + c.len_utf8();
        for part in std::iter::once(c).nfkd() {
            if is_combining_mark(part)
                || matches!(part, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
            {
                // An accent belongs to its letter.
                if let Some(last) = list.last_mut() {
                    last.to = to;
                }
                continue;
            }
            let capital = part.is_uppercase();
            list.extend(plain(part).to_lowercase().map(|plain| Letter {
                plain,
                capital,
                from,
                to,
            }));
        }
    }
    list
}

/// A name, or a part of one, that is looked for as whole words.
struct Wanted {
    letters: Vec<char>,
    /// Found only with a capital: short, or part of a name, it may be a word of the language.
    capital: bool,
}

/// `text` without these names as whole words. The whole name goes whatever its capitals; one word of up to three letters, and
/// each part of a longer one from three letters, where it has a capital. What has no letter is a number and names nobody.
pub fn without<'a>(text: &str, names: impl Iterator<Item = &'a str>, somebody: &str) -> String {
    let mut wanted = Vec::new();
    for name in names {
        let whole: Vec<char> = letters(name.trim())
            .iter()
            .map(|letter| letter.plain)
            .collect();
        let n = whole.iter().filter(|c| c.is_alphabetic()).count();
        if n == 0 || whole.len() < 2 {
            continue;
        }
        let parts = whole
            .split(|c| *c == ' ')
            .filter(|part| part.len() < whole.len());
        let named = |part: &&[char]| part.iter().filter(|c| c.is_alphabetic()).count() > 2;
        wanted.extend(parts.filter(named).map(|part| Wanted {
            letters: part.to_vec(),
            capital: true,
        }));
        wanted.push(Wanted {
            capital: n < 4 && !whole.contains(&' '),
            letters: whole,
        });
    }
    wanted.sort_by_key(|each| std::cmp::Reverse(each.letters.len()));
    let found = letters(text);
    let edge = |place: Option<&Letter>| place.is_none_or(|letter| !letter.plain.is_alphanumeric());
    let (mut out, mut copied, mut at) = (String::new(), 0, 0);
    while at < found.len() {
        let here = wanted.iter().find(|each| {
            let end = at + each.letters.len();
            let Some(span) = found.get(at..end) else {
                return false;
            };
            span.iter()
                .map(|letter| letter.plain)
                .eq(each.letters.iter().copied())
                && edge(at.checked_sub(1).and_then(|before| found.get(before)))
                && edge(found.get(end))
                && (!each.capital || span.first().is_some_and(|first| first.capital))
        });
        let span = here.and_then(|each| found.get(at..at + each.letters.len()));
        let Some((first, last)) = span.and_then(|span| span.first().zip(span.last())) else {
            at += 1;
            continue;
        };
        out.push_str(text.piece(copied..first.from));
        out.push_str(somebody);
        copied = last.to;
        at += here.map_or(1, |each| each.letters.len());
    }
    out.push_str(text.piece(copied..));
    out
}

#[cfg(test)]
mod tests {
    use super::without;

    fn said(text: &str, names: &[&str]) -> String {
        without(text, names.iter().copied(), "(…)")
    }

    #[test]
    fn names_go_as_whole_words_only() {
        let names = ["Anna", "Anna Bianchi", "7", "Öl Ü"];
        assert_eq!(
            said("Come dice anna bianchi, 7 volte", &names),
            "Come dice (…), 7 volte"
        );
        assert_eq!(
            said("Anna! Annata, Susanna: ANNA", &names),
            "(…)! Annata, Susanna: (…)"
        );
        assert_eq!(said("öl ü", &names), "(…)");
        assert_eq!(said("", &names), "");
    }

    #[test]
    fn names_go_however_they_are_spelt() {
        let names = ["Anna-Maria D\u{2019}Angelo", "Bo", "José Pen\u{303}a"];
        for text in [
            "Anna-Maria D'Angelo dice no",
            "ANNA\u{2011}MARIA D\u{2019}ANGELO dice no",
            "Anna-Maria\u{a0}D`Angelo dice no",
            "D'Angelo dice no",
            "Bo dice no",
            "Jose\u{301} Peña dice no",
            "Peña dice no",
        ] {
            assert_eq!(said(text, &names), "(…) dice no");
        }
        assert_eq!(
            said("il bo è del comune", &names),
            "il bo è del comune",
            "a short name is a word as well"
        );
    }

    #[test]
    fn a_surname_that_is_a_word_goes_with_its_capital_only() {
        assert_eq!(
            said("La costa, dice Costa, cede", &["Rosa Costa"]),
            "La costa, dice (…), cede"
        );
    }
}
