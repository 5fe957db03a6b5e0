//! The guide: what it lists is what there is, and nothing in it is unsaid.

use ordito::model::{Language, Timestamp};
use ordito::report::guide::{Guide, METHODS, PICTURES, Piece, VIEWS, picture, tables};
use ordito::words::Words;
use ordito::workspace::{Command, guide_of};
use std::collections::BTreeSet;

fn guide(language: Language) -> Guide {
    guide_of(&Words::new(language), Timestamp(1_795_435_200_000))
}
fn texts(guide: &Guide) -> Vec<String> {
    let mut texts = vec![
        guide.title.clone(),
        guide.subtitle.clone(),
        guide.version.clone(),
    ];
    for chapter in &guide.chapters {
        texts.push(chapter.title.clone());
        for piece in &chapter.pieces {
            match piece {
                Piece::Text { text } | Piece::Heading { text } => texts.push(text.clone()),
                Piece::Steps { items } => texts.extend(items.clone()),
                Piece::Picture { caption, alt, .. } => texts.extend([caption.clone(), alt.clone()]),
                Piece::Table {
                    caption,
                    head,
                    rows,
                } => {
                    texts.push(caption.clone());
                    texts.extend(head.iter().cloned());
                    texts.extend(rows.iter().flatten().cloned());
                }
            }
        }
    }
    texts
}
fn chapter<'a>(guide: &'a Guide, id: &str) -> &'a [Piece] {
    &guide
        .chapters
        .iter()
        .find(|chapter| chapter.id == id)
        .unwrap()
        .pieces
}

#[test]
fn everything_is_said_in_both_languages_and_the_same_things() {
    let (it, en) = (guide(Language::It), guide(Language::En));
    for guide in [&it, &en] {
        for text in texts(guide) {
            // A missing text shows its key.
            assert!(
                !text.is_empty() && !text.starts_with("guide-") && !text.contains('{'),
                "{text}"
            );
        }
    }
    let shape = |guide: &Guide| -> Vec<(&str, Vec<std::mem::Discriminant<Piece>>)> {
        guide
            .chapters
            .iter()
            .map(|each| {
                (
                    each.id,
                    each.pieces.iter().map(std::mem::discriminant).collect(),
                )
            })
            .collect()
    };
    assert_eq!(
        shape(&it),
        shape(&en),
        "the same paragraphs, tables and pictures in the same order"
    );
    assert!(it.chapters.len() >= 15);
}

#[test]
fn every_command_is_on_the_keyboard_page_with_its_keys() {
    for language in [Language::It, Language::En] {
        let words = Words::new(language);
        let guide = guide(language);
        let mut with = Vec::new();
        let mut without = String::new();
        for piece in chapter(&guide, "keyboard") {
            if let Piece::Table { caption, rows, .. } = piece {
                if *caption == words.say("guide-palette-table") {
                    without = rows
                        .iter()
                        .map(|row| row[1].as_str())
                        .collect::<Vec<_>>()
                        .join(" · ");
                } else {
                    with.extend(rows.iter().cloned());
                }
            }
        }
        for command in Command::all() {
            let name = words.say(command.key());
            match command.shortcut() {
                Some(keys) => assert!(with.contains(&[keys.say(&words), name.clone()]), "{name}"),
                None => assert!(without.split(" · ").any(|each| each == name), "{name}"),
            }
        }
    }
}

#[test]
fn every_method_of_the_command_line_has_its_entry() {
    let folder = tempfile::tempdir().unwrap();
    let help = crate::cli::done(&crate::cli::ordito(folder.path(), &["analyse", "--help"]));
    // Possible values stand as "- name: what it is" under <METHOD>.
    let after = help
        .split("<METHOD>")
        .nth(2)
        .or_else(|| help.split("<METHOD>").nth(1))
        .unwrap();
    let list = after.split("Options:").next().unwrap();
    let offered: BTreeSet<&str> = list
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- ")?.split(':').next())
        .collect();
    let told: BTreeSet<&str> = METHODS
        .iter()
        .flat_map(|entry| entry.commands.iter().copied())
        .collect();
    assert!(offered.len() >= 16, "{help}");
    assert_eq!(told, offered);
}

#[test]
fn tables_and_views_of_the_file_are_those_of_the_schema() {
    let folder = tempfile::tempdir().unwrap();
    crate::cli::done(&crate::cli::ordito(folder.path(), &["new", "a.ordito"]));
    let file = rusqlite::Connection::open(folder.path().join("a.ordito")).unwrap();
    let named = |kind: &str| -> BTreeSet<String> {
        let sql = "SELECT name FROM sqlite_master WHERE type = ?1 AND name NOT LIKE 'sqlite_%'";
        let mut all = file.prepare(sql).unwrap();
        all.query_map([kind], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    };
    let ours = |list: &[&str]| -> BTreeSet<String> {
        list.iter().map(|name| (*name).to_owned()).collect()
    };
    assert_eq!(named("table"), ours(&tables()));
    assert_eq!(named("view"), ours(VIEWS));
    let id: u32 = file
        .pragma_query_value(None, "application_id", |row| row.get(0))
        .unwrap();
    for language in [Language::It, Language::En] {
        let said = texts(&guide(language)).join("\n");
        assert!(said.contains(&format!("0x{id:X}")), "the application id");
    }
}

#[test]
fn every_picture_is_there_in_both_languages_and_small() {
    let mut bytes = 0;
    for language in [Language::It, Language::En] {
        let guide = guide(language);
        let shown: BTreeSet<&str> = guide
            .chapters
            .iter()
            .flat_map(|chapter| &chapter.pieces)
            .filter_map(|piece| {
                if let Piece::Picture { name, .. } = piece {
                    Some(*name)
                } else {
                    None
                }
            })
            .collect();
        assert_eq!(
            shown,
            PICTURES.iter().copied().collect(),
            "all of them, and no other"
        );
        for name in PICTURES {
            let pixels = ordito::export::guide_picture(language, name).unwrap();
            assert_eq!(
                (pixels.width, pixels.height, pixels.rgba.len()),
                (1280, 800, 1280 * 800 * 4),
                "{name}"
            );
            assert!(
                pixels.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255),
                "{name} is opaque"
            );
            bytes += picture(language, name).unwrap().len();
        }
    }
    assert!(bytes < 1_100_000, "{bytes} bytes of pictures");
}
