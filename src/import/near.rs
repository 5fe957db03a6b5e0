//! Names that are nearly the same: the nearest for a person to choose from, and the one that is clearly meant.

/// Words that a name may have or not have without being another name.
const SMALL: [&str; 62] = [
    "il", "lo", "la", "i", "gli", "le", "l", "un", "uno", "una", "di", "d", "del", "dello",
    "della", "dell", "dei", "degli", "delle", "da", "dal", "dalla", "dalle", "dai", "a", "ad",
    "al", "allo", "alla", "all", "ai", "agli", "alle", "in", "nel", "nella", "nell", "nei",
    "negli", "nelle", "con", "su", "sul", "sulla", "sull", "sui", "sulle", "per", "tra", "fra",
    "e", "ed", "o", "the", "an", "of", "to", "for", "on", "and", "with", "by",
];

/// How near two folded names are, from 0 to 1.
pub fn closeness(one: &str, other: &str) -> f64 {
    strsim::jaro_winkler(one, other)
}

/// Whether two folded names are clearly the same one: word for word, but for a misprint in a long word, an abbreviation
/// and small words. Words with digits must be equal: «Azione 1» is not «Azione 2».
pub fn is_clear(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    !one.is_empty()
        && one.len() == other.len()
        && one
            .iter()
            .zip(&other)
            .all(|(one, other)| is_word(one, other))
}

fn words(name: &str) -> Vec<&str> {
    name.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty() && !SMALL.contains(word))
        .collect()
}

fn is_word(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    if one
        .chars()
        .chain(other.chars())
        .any(|sign| sign.is_ascii_digit())
    {
        return false;
    }
    let n = one.chars().count().min(other.chars().count());
    let shortened = n >= 4 && (one.starts_with(other) || other.starts_with(one));
    let most = match n {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    };
    shortened || strsim::osa_distance(one, other) <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_clear_and_what_is_only_near() {
        for (one, other, clear) in [
            ("politca 2", "politica 2", true),
            ("citta metropolit.", "citta metropolitana", true),
            ("sconfiggere poverta", "sconfiggere la poverta", true),
            ("qualita dell'aria", "qualita aria", true),
            (
                "monitoragio e governance",
                "monitoraggio e governance",
                true,
            ),
            ("azione 1", "azione 2", false),
            ("rete ciclabile nord", "rete ciclabile sud", false),
            ("mobilita", "mobilita dolce", false),
            ("verde", "vento", false),
            ("", "", false),
            ("la", "il", false),
        ] {
            assert_eq!(is_clear(one, other), clear, "{one} / {other}");
            assert_eq!(is_clear(other, one), clear, "{other} / {one}");
        }
    }
}
