//! The two languages say the same things, and the code asks for nothing that is not said.

use ordito::model::Language;
use ordito::words::{SCREENS, Words};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Keys of a language with the variables each uses.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for screen in SCREENS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/i18n/{language}/{screen}.ftl"));
        let text = std::fs::read_to_string(&path).unwrap();
        let resource = fluent_bundle::FluentResource::try_new(text)
            .map_err(|(_, errors)| format!("{}: {errors:?}", path.display()))
            .unwrap();
        for i in 0.. {
            let Some(entry) = resource.get_entry(i) else { break };
            let text = format!("{entry:?}");
            if let Some(key) = key_of(&text) {
                let variables = variables(&text);
                assert!(found.insert(key.clone(), variables).is_none(), "{}: {key} twice", path.display());
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
    let only = |a: &BTreeMap<String, BTreeSet<String>>, b: &BTreeMap<String, BTreeSet<String>>| -> Vec<String> {
        a.keys().filter(|key| !b.contains_key(*key)).cloned().collect()
    };
    assert_eq!(only(&it, &en), Vec::<String>::new(), "only in Italian");
    assert_eq!(only(&en, &it), Vec::<String>::new(), "only in English");
    for (key, variables) in &it {
        // A count may be written with or without its digits ("una cella", "{$n-text} celle").
        let plain = |set: &BTreeSet<String>| -> BTreeSet<String> {
            set.iter().map(|name| name.trim_end_matches("-text").to_owned()).collect()
        };
        assert_eq!(plain(variables), plain(&en[key]), "{key}");
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
        for path in std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()) {
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
                    let Some(key) = rest.split('"').next() else { continue };
                    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
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
    assert!(n_keys > 100, "{n_keys} keys found in the code");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
