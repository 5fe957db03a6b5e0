//! The typefaces hold what is shown; behind them there are no others.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use ttf_parser::Face;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn texts(folder: &Path, ending: &str, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts(&path, ending, found);
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn the_typeface_of_icons_holds_those_that_the_source_names() {
    let mut sources = Vec::new();
    texts(&root().join("src"), "rs", &mut sources);
    let is_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    let named: BTreeSet<&str> = sources
        .iter()
        .flat_map(|text| text.match_indices("ICON_").map(|(at, _)| &text[at..]))
        .map(|rest| &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())])
        .collect();
    let list = std::fs::read_to_string(root().join("assets/fonts/icons.txt")).unwrap();
    assert_eq!(named, list.lines().collect(), "run .ci/icons");

    let bytes = std::fs::read(root().join("assets/fonts/icons.ttf")).unwrap();
    let face = Face::parse(&bytes, 0).unwrap();
    let mut held = 0;
    for table in face
        .tables()
        .cmap
        .unwrap()
        .subtables
        .into_iter()
        .filter(ttf_parser::cmap::Subtable::is_unicode)
    {
        let mut n = 0;
        table.codepoints(|_| n += 1);
        held = held.max(n);
    }
    assert_eq!(held, named.len(), "run .ci/icons");
    // One of each end of the list, by the value that the crate gives it.
    for icon in [
        egui_material_icons::icons::ICON_ADD,
        egui_material_icons::icons::ICON_UNDO,
    ] {
        assert!(
            face.glyph_index(icon.codepoint.chars().next().unwrap())
                .is_some(),
            "{icon:?}"
        );
    }
}

#[test]
fn every_character_of_our_words_has_a_glyph() {
    let faces: Vec<Face<'_>> = ordito::figure::FONTS
        .iter()
        .map(|(_, bytes)| Face::parse(bytes, 0).unwrap())
        .collect();
    let mut words = Vec::new();
    texts(&root().join("assets"), "ftl", &mut words);
    let without: BTreeSet<char> = words
        .iter()
        .flat_map(|text| text.chars())
        .filter(|c| !c.is_control() && faces.iter().all(|face| face.glyph_index(*c).is_none()))
        .collect();
    assert!(words.len() > 10);
    assert_eq!(without, BTreeSet::new());
}
