//! The two languages say the same things, and the code asks for nothing that is not said.

mod one_word;

use ordito::model::{Language, Subject, Table};
use ordito::words::{SCREENS, Words};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Keys of a language with the variables each uses.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for screen in SCREENS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(format!("assets/i18n/{language}/{screen}.ftl"));
        let text = std::fs::read_to_string(&path).unwrap();
        let resource = fluent_bundle::FluentResource::try_new(text)
            .map_err(|(_, errors)| format!("{}: {errors:?}", path.display()))
            .unwrap();
        for i in 0.. {
            let Some(entry) = resource.get_entry(i) else {
                break;
            };
            let text = format!("{entry:?}");
            if let Some(key) = key_of(&text) {
                let variables = variables(&text);
                assert!(
                    found.insert(key.clone(), variables).is_none(),
                    "{}: {key} twice",
                    path.display()
                );
            }
        }
    }
    found
}

/// The key of a message from its debug form: the syntax tree itself is not public through the bundle.
fn key_of(debug: &str) -> Option<String> {
    let rest = debug.strip_prefix("Message(Message { id: Identifier { name: \"")?;
    rest.split('"').next().map(str::to_owned)
}

fn variables(debug: &str) -> BTreeSet<String> {
    debug
        .split("VariableReference { id: Identifier { name: \"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let (it, en) = (messages("it"), messages("en"));
    assert!(it.len() > 200, "{} messages read", it.len());
    let only = |a: &BTreeMap<String, BTreeSet<String>>,
                b: &BTreeMap<String, BTreeSet<String>>|
     -> Vec<String> {
        a.keys()
            .filter(|key| !b.contains_key(*key))
            .cloned()
            .collect()
    };
    assert_eq!(only(&it, &en), Vec::<String>::new(), "only in Italian");
    assert_eq!(only(&en, &it), Vec::<String>::new(), "only in English");
    for (key, variables) in &it {
        // A count may be written with or without its digits ("una cella", "{$n-text} celle").
        let plain = |set: &BTreeSet<String>| -> BTreeSet<String> {
            set.iter()
                .map(|name| name.trim_end_matches("-text").to_owned())
                .collect()
        };
        assert_eq!(plain(variables), plain(&en[key]), "{key}");
    }
}

/// What still asks for a text by its name, in each room: the literals that are the key of a message, or its beginning.
/// Every other text has a method of its own, which the compiler holds to the texts. Numbers here only become smaller.
const KEYS_LEFT: &[(&str, usize)] = &[
    ("cli", 3),
    ("document", 1),
    ("export", 3),
    ("figure", 248),
    ("paper", 1),
    ("report", 384),
    ("said", 2),
    ("ui", 426),
    ("words", 3),
    ("workspace", 44),
];

/// Literals of a source that name a message, whole (`"file-untitled"`) or by its beginning (`"subject-{}"`).
fn keys_named(source: &str, known: &BTreeMap<String, BTreeSet<String>>) -> usize {
    let is_of_key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_begun = |beginning: &str| {
        let next = known.range(beginning.to_owned()..).next();
        beginning.len() > 2
            && beginning.ends_with('-')
            && next.is_some_and(|(key, _)| key.starts_with(beginning))
    };
    let names = |literal: &str| match literal.split_once(|c| !is_of_key(c)) {
        None => literal.contains('-') && known.contains_key(literal),
        Some((beginning, _)) => literal[beginning.len()..].starts_with('{') && is_begun(beginning),
    };
    let lines = source
        .split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .lines();
    let code = lines.filter(|line| !line.trim_start().starts_with("//"));
    code.map(|line| {
        line.split('"')
            .skip(1)
            .step_by(2)
            .filter(|literal| names(literal))
            .count()
    })
    .sum()
}

#[test]
fn no_new_text_is_asked_for_by_its_name() {
    let known = messages("it");
    let source = "words.say(\"file-untitled\"); format!(\"subject-{}\", word); // \"file-untitled\"\nfn f() { \"no-key-at-all\" }";
    assert_eq!(keys_named(source, &known), 3, "what is counted");
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut open = vec![src.clone()];
    while let Some(folder) = open.pop() {
        for path in std::fs::read_dir(folder)
            .unwrap()
            .flatten()
            .map(|entry| entry.path())
        {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let inside: Vec<_> = path
                    .strip_prefix(&src)
                    .unwrap()
                    .iter()
                    .map(|part| part.to_string_lossy())
                    .collect();
                let shared = [
                    "disk", "export", "figure", "jobs", "library", "report", "said", "storage",
                    "text",
                ];
                let room = inside
                    .get(1)
                    .filter(|part| shared.contains(&&***part))
                    .unwrap_or(&inside[0])
                    .clone()
                    .into_owned();
                *found.entry(room).or_default() +=
                    keys_named(&std::fs::read_to_string(&path).unwrap(), &known);
            }
        }
    }
    found.retain(|_, n| *n > 0);
    let left: BTreeMap<&str, usize> = KEYS_LEFT.iter().copied().collect();
    for (room, n) in &found {
        let most = left.get(room.as_str()).copied().unwrap_or_default();
        assert!(
            *n <= most,
            "{room}: {n} texts are asked for by name, {most} were: say `words.file_untitled()`"
        );
    }
    for (room, most) in left {
        let n = found.get(room).copied().unwrap_or_default();
        assert!(
            n == most || room == "ui" && n < most,
            "{room}: {n} are left of {most}: write the smaller number"
        );
    }
}

/// Keys that are put together from a table's word, so that no code names them whole.
#[test]
fn every_table_has_its_words() {
    for (language, tag) in [(Language::It, "it"), (Language::En, "en")] {
        let words = Words::new(language);
        for table in Table::ALL {
            let subject = Subject::from(*table).word();
            for key in [
                format!("subject-{subject}"),
                format!("subjects-{subject}"),
                format!("guide-table-{}", table.in_file()),
            ] {
                assert!(words.knows(&key), "assets/i18n/{tag}/words.ftl lacks {key}");
            }
        }
    }
}

#[test]
fn every_key_in_the_code_is_said() {
    let words = Words::new(Language::It);
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut open = vec![src];
    let mut missing = Vec::new();
    let mut n_keys = 0;
    while let Some(folder) = open.pop() {
        for path in std::fs::read_dir(folder)
            .unwrap()
            .flatten()
            .map(|entry| entry.path())
        {
            if path.is_dir() {
                open.push(path);
                continue;
            }
            if path.extension().is_none_or(|ending| ending != "rs") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for call in ["say(\"", "say_with(\"", "say_with(\n"] {
                for rest in text.split(call).skip(1) {
                    let rest = rest.trim_start().trim_start_matches('"');
                    let Some(key) = rest.split('"').next() else {
                        continue;
                    };
                    let is_key = !key.is_empty()
                        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
                    if is_key && key.contains('-') {
                        n_keys += 1;
                        if !words.knows(key) {
                            missing.push(format!("{}: {key}", path.display()));
                        }
                    }
                }
            }
        }
    }
    assert!(n_keys > 10, "{n_keys} keys found in the code");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
