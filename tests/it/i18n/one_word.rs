//! One word for one thing (docs/design.md "Rooms of the application"): what a thing is not called, in each language, in no
//! text of the program, of its pages, of what a user reads beside it.

use ordito::words::SCREENS;
use std::path::Path;

/// What a word begins with, and what it is called instead.
const BANNED: [(&str, &[(&str, &str)]); 2] = [
    (
        "it",
        &[
            ("attenua", "mitigazione"),
            ("ammorbid", "mitigazione"),
            ("trade-off", "conflitto"),
            ("danno", "conflitto"),
            ("danni", "conflitti"),
            ("budget", "costo"),
            ("importo previsto", "costo"),
            ("spesa", "costo"),
            ("risorse in euro", "costo"),
            ("responsabil", "titolare"),
            ("proprietari", "titolare"),
            ("soggett", "attore"),
            ("giudice", "valutatore"),
            ("stimator", "valutatore"),
            (
                "valutazioni dei partecipanti",
                "che cosa dicono i valutatori",
            ),
        ],
    ),
    (
        "en",
        &[
            ("soften", "mitigation"),
            ("attenuat", "mitigation"),
            ("gross harm", "gross trade-off"),
            ("budget", "cost"),
            ("expense", "cost"),
            ("responsible", "owner"),
            ("stakeholder", "actor"),
            ("rater", "assessor"),
            ("evaluator", "assessor"),
            ("what participants said", "what assessors said"),
        ],
    ),
];
/// What two policies do together to a goal that both harm is a thing of its own (METHODS M13); so is an office that a law names.
const OWN: [&str; 4] = [
    "danno comune",
    "danni comuni",
    "joint harm",
    "responsabile della protezione dei dati",
];

/// The banned words of a text, each at the beginning of a word.
fn found(language: &str, text: &str) -> Vec<(&'static str, &'static str)> {
    let mut text = text.to_lowercase();
    for own in OWN {
        text = text.replace(own, "");
    }
    let (_, banned) = BANNED.iter().find(|(of, _)| *of == language).unwrap();
    let stands = |word: &str| {
        text.match_indices(word)
            .any(|(at, _)| !text[..at].ends_with(char::is_alphabetic))
    };
    banned
        .iter()
        .copied()
        .filter(|(word, _)| stands(word))
        .collect()
}

#[test]
fn a_thing_is_called_by_one_word() {
    // It can fail.
    assert_eq!(
        found("it", "Danno lordo, senza attenuazione; danni comuni")
            .iter()
            .map(|(word, _)| *word)
            .collect::<Vec<_>>(),
        ["attenua", "danno"]
    );
    assert!(found("it", "Il danneggiamento condanna i mandanni").is_empty());
    assert_eq!(found("en", "Budget in euro"), [("budget", "cost")]);

    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = Vec::new();
    for (language, _) in BANNED {
        for screen in SCREENS {
            let path = root.join(format!("assets/i18n/{language}/{screen}.ftl"));
            let text = std::fs::read_to_string(&path).unwrap();
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                // Keys and names of variables are code.
                let said = line.split_once(" = ").map_or(line, |(_, said)| said);
                let said: String = said
                    .split('{')
                    .map(|part| part.split_once('}').map_or(part, |(_, after)| after))
                    .collect();
                for (word, instead) in found(language, &said) {
                    wrong.push(format!(
                        "{language}/{screen}: “{word}” is {instead}: {line}"
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The fight against the climate was no goal of anybody.
#[test]
fn goal_13_is_against_the_change_of_the_climate() {
    let text = include_str!("../../../assets/frameworks/agenda-2030.json");
    let agenda: serde_json::Value = serde_json::from_str(text).unwrap();
    let goals = agenda["goals"].as_array().unwrap();
    let goal = goals.iter().find(|goal| goal["code"] == "13").unwrap();
    assert_eq!(goal["short"]["it"], "Lotta al cambiamento climatico");
    // In no framework does a short name fight what its name protects.
    for name in [
        "agenda-2030",
        "snsvs-2022",
        "srsvs-piemonte",
        "amsvs-torino",
    ] {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/frameworks/{name}.json"));
        let text = std::fs::read_to_string(path).unwrap().to_lowercase();
        for against in [
            "lotta al clima\"",
            "lotta all'ambiente",
            "contrasto al clima\"",
        ] {
            assert!(!text.contains(against), "{name}: {against}");
        }
    }
}
