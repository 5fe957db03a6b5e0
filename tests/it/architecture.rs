//! The walls of the house. Between crates the compiler holds them: here the `Cargo.toml` of each member is held to the table,
//! and the rooms that share a crate are read as text: write `use crate::room::Thing`, `use ordito_member::room::Thing`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The crates below `src` with the rooms in each. The first room is the crate itself where it has the same name; the
/// others are modules of it. `ordito` is the top.
const MEMBERS: &[(&str, &[&str])] = &[
    ("ground", &["text", "jobs", "disk"]),
    ("model", &["model"]),
    ("document", &["document", "storage"]),
    ("workbook", &["workbook"]),
    ("import", &["import", "library"]),
    ("words", &["words"]),
    ("analysis", &["analysis"]),
    ("paper", &["paper"]),
    ("raster", &["raster"]),
    ("pages", &["figure", "report", "export"]),
    ("workspace", &["workspace", "said"]),
    ("ui", &["ui"]),
    ("ordito", &["app", "cli"]),
];

/// Which rooms a room may use: the ground, two wings that do not know each other, the roof over both. Each stands on
/// rooms above it in this table. A new way is a change of it, with the reason in its commit.
const ROOMS: &[(&str, &[&str])] = &[
    // The ground.
    // One folding for names, headings, searches and words, and one way of cutting, wherever texts are.
    ("text", &[]),
    ("model", &["text"]),
    ("jobs", &[]),
    ("disk", &[]),
    // These lay out and paint for anybody.
    ("paper", &[]),
    ("raster", &[]),
    // The wing of the document: how it is kept, changed and filled.
    ("storage", &["model", "disk"]),
    ("document", &["model", "storage", "text", "disk", "jobs"]),
    // Readers of foreign tables know no model, and can be fuzzed alone.
    ("workbook", &["text", "disk"]),
    ("import", &["model", "document", "workbook", "text", "disk"]),
    // Shipped frameworks, scales and the sample: data that becomes edits.
    ("library", &["model", "document", "import"]),
    // The wing of the pages: what is worked out, and how it is said, drawn and written.
    ("words", &["model"]),
    ("analysis", &["model", "jobs", "text"]),
    ("figure", &["model", "analysis", "words", "text"]),
    ("report", &["model", "analysis", "words", "figure", "text"]),
    (
        "export",
        &[
            "model", "report", "figure", "words", "jobs", "disk", "text", "paper",
        ],
    ),
    // The roof.
    (
        "said",
        &[
            "model", "words", "disk", "storage", "document", "import", "analysis", "export",
        ],
    ),
    (
        "workspace",
        &[
            "model", "jobs", "disk", "storage", "document", "import", "library", "words",
            "analysis", "figure", "report", "export", "said",
        ],
    ),
    (
        "ui",
        &[
            "model",
            "text",
            "document",
            "import",
            "library",
            "words",
            "analysis",
            "figure",
            "report",
            "export",
            "said",
            "workspace",
        ],
    ),
    (
        "app",
        &[
            "disk",
            "storage",
            "document",
            "words",
            "workspace",
            "ui",
            "raster",
        ],
    ),
    (
        "cli",
        &[
            "model",
            "jobs",
            "text",
            "disk",
            "storage",
            "document",
            "import",
            "library",
            "words",
            "analysis",
            "figure",
            "report",
            "export",
            "said",
            "workspace",
        ],
    ),
];

/// The two wings: no room of one reaches a room of the other, on any way.
const WINGS: [&[&str]; 2] = [
    &["storage", "document", "workbook", "import", "library"],
    &["words", "analysis", "figure", "report", "export"],
];

/// Crates from elsewhere that only some of ours may name in their `Cargo.toml`.
const CRATES: &[(&str, &[&str])] = &[
    ("rusqlite", &["document"]),
    ("rustix", &["ground", "paper"]),
    ("egui", &["ui", "raster", "ordito"]),
    ("eframe", &["ordito"]),
    ("egui_material_icons", &["ui"]),
    ("winit", &["ordito"]),
    ("softbuffer", &["ordito"]),
    ("shutdown_hooks", &["ordito"]),
    ("zbus", &["ordito"]),
    ("clap", &["ordito"]),
    ("quick-xml", &["workbook", "pages"]),
    ("zip", &["workbook", "pages"]),
    ("fluent-bundle", &["words"]),
    ("resvg", &["pages"]),
    ("rust_xlsxwriter", &["pages"]),
    ("ttf-parser", &["pages"]),
    ("typst", &["paper"]),
    ("ndarray", &["analysis"]),
    ("kodama", &["analysis"]),
    ("rand_pcg", &["analysis"]),
    ("rand_distr", &["analysis"]),
    ("rayon", &["analysis", "model", "document", "import"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}
/// The crate that a room is in.
fn member_of(room: &str) -> &'static str {
    MEMBERS
        .iter()
        .find(|(_, rooms)| rooms.contains(&room))
        .unwrap_or_else(|| panic!("{room} is in no crate"))
        .0
}
/// Member and room of a file, or why it has none.
fn place_of(inside: &Path) -> Result<(&'static str, &'static str), String> {
    let parts: Vec<String> = inside
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    let (first, second) = (parts[0].as_str(), parts.get(1).map_or("", String::as_str));
    let within = |member: &str| MEMBERS.iter().find(|(name, _)| *name == member);
    let (member, rooms) = within(first)
        .or_else(|| within("ordito").filter(|(_, rooms)| rooms.contains(&first)))
        .unwrap();
    let wanted = if *member == "ordito" { first } else { second };
    let room = rooms
        .iter()
        .find(|room| **room == wanted && room != &member)
        .or_else(|| rooms.iter().find(|room| room == &member));
    room.map(|room| (*member, *room))
        .ok_or_else(|| format!("{}: is in no room", inside.display()))
}

/// Every file of the rooms with its room and its text without tests and comments.
fn files() -> Vec<(String, PathBuf, String)> {
    let mut paths = Vec::new();
    sources(&src(), &mut paths);
    let mut files = Vec::new();
    for path in paths {
        let inside = path.strip_prefix(src()).unwrap();
        let name = inside.to_string_lossy().into_owned();
        // The beginnings of the crates that are no room themselves; what runs before the compiler.
        if !name.contains('/')
            || ["ground/lib.rs", "pages/lib.rs", "words/build.rs"].contains(&name.as_str())
        {
            continue;
        }
        let (member, room) = place_of(inside).unwrap();
        if matches!(member, "raster" | "paper") {
            continue; // These paint for anybody, and know nobody: their `Cargo.toml` says so.
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let code: Vec<&str> = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        files.push((room.to_owned(), path.clone(), code.join("\n")));
    }
    files
}

/// The rooms that a text names, from a room.
fn rooms_named(from: &str, text: &str) -> BTreeSet<String> {
    let own = member_of(from);
    let mut found = BTreeSet::new();
    let names = text
        .match_indices("crate::")
        .map(|(at, lead)| (own, at, at + lead.len()));
    let outer = text.match_indices("ordito_").map(|(at, lead)| {
        let rest = &text[at + lead.len()..];
        let name = rest
            .split(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or_default();
        let member = MEMBERS
            .iter()
            .find(|(member, _)| *member == name)
            .map_or("", |(member, _)| *member);
        (member, at, at + lead.len() + name.len() + "::".len())
    });
    for (member, at, end) in names.chain(outer) {
        if member.is_empty()
            || text[..at].ends_with(|c: char| c == '$' || c.is_alphanumeric() || c == '_')
        {
            continue;
        }
        let rest = text.get(end..).unwrap_or_default();
        let next = rest
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .next()
            .unwrap_or_default();
        let rooms = MEMBERS.iter().find(|(name, _)| *name == member).unwrap().1;
        let room = match rooms.iter().find(|room| **room == next && **room != member) {
            Some(room) => *room,
            // The top has the rooms of all crates under their names.
            None if member == "ordito" => next,
            None => member,
        };
        found.insert(room.to_owned());
    }
    found.remove(from);
    found
}

#[test]
fn rooms_are_found_in_a_text() {
    let named = |from: &str, text: &str| {
        rooms_named(from, text)
            .into_iter()
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        named("said", "use crate::Room;\nuse ordito_model::Goal;\n"),
        "model workspace"
    );
    assert_eq!(
        named(
            "export",
            "crate::report::x(); ordito_ground::disk::open(); $crate::figure"
        ),
        "disk report"
    );
    assert_eq!(
        named(
            "cli",
            "use crate::analysis::sums;\nuse crate::cli::Refused;"
        ),
        "analysis"
    );
    assert_eq!(
        named(
            "document",
            "use crate::storage::Working; use crate::Edit; ordito_model as model"
        ),
        "model storage"
    );
}

#[test]
fn every_room_uses_only_the_rooms_it_may() {
    let table: BTreeMap<&str, &[&str]> = ROOMS.iter().copied().collect();
    let mut wrong = Vec::new();
    for (room, path, text) in files() {
        for other in rooms_named(&room, &text) {
            if !table[room.as_str()].contains(&other.as_str()) {
                wrong.push(format!("{}: {room} may not use {other}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a member's `Cargo.toml` names: dependencies, and those of its tests and build script.
fn manifest(member: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let path = if member == "ordito" {
        "../Cargo.toml".into()
    } else {
        format!("{member}/Cargo.toml")
    };
    let text = std::fs::read_to_string(src().join(path)).unwrap();
    let (mut normal, mut others, mut section) = (BTreeSet::new(), BTreeSet::new(), "");
    for line in text.lines() {
        if line.starts_with('[') {
            section = line.trim_matches(['[', ']']);
        } else if section.ends_with("dependencies")
            && section != "workspace.dependencies"
            && !line.starts_with('#')
        {
            let Some((name, _)) = line.split_once(['.', ' ', '=']) else {
                continue;
            };
            let into = if section == "dependencies" || section.starts_with("target") {
                &mut normal
            } else {
                &mut others
            };
            into.insert(name.to_owned());
        }
    }
    (normal, others)
}

/// A crate names in its `Cargo.toml` those below it that the table gives to its rooms, and no others: the compiler then
/// holds the walls. Nobody but the top has all.
#[test]
fn every_crate_stands_on_the_crates_that_the_table_says() {
    for (member, rooms) in MEMBERS {
        let below = ROOMS
            .iter()
            .filter(|(room, _)| rooms.contains(room))
            .flat_map(|(_, below)| below.iter());
        let mut wanted: BTreeSet<String> = below
            .map(|room| format!("ordito-{}", member_of(room)))
            .collect();
        wanted.remove(&format!("ordito-{member}"));
        let named: BTreeSet<String> = manifest(member)
            .0
            .into_iter()
            .filter(|name| name.starts_with("ordito-"))
            .collect();
        assert_eq!(named, wanted, "src/{member}/Cargo.toml");
    }
}

#[test]
fn the_crates_are_those_of_the_workspace() {
    let text = std::fs::read_to_string(src().join("../Cargo.toml")).unwrap();
    let listed: BTreeSet<&str> = text
        .split("members = [")
        .nth(1)
        .unwrap()
        .split(']')
        .next()
        .unwrap()
        .split('"')
        .collect();
    let listed: BTreeSet<&str> = listed
        .into_iter()
        .filter_map(|path| path.strip_prefix("src/"))
        .collect();
    let ours: BTreeSet<&str> = MEMBERS
        .iter()
        .map(|(member, _)| *member)
        .filter(|member| *member != "ordito")
        .collect();
    assert_eq!(listed, ours);
    // Each keeps the lints of the house, its version and its licence.
    for member in ours {
        let text = std::fs::read_to_string(src().join(member).join("Cargo.toml")).unwrap();
        for line in [
            "[lints]\nworkspace = true",
            "version.workspace = true",
            "license.workspace = true",
        ] {
            assert!(text.contains(line), "src/{member}/Cargo.toml: {line}");
        }
    }
}

/// Dependencies stand where they are used: who takes a use away takes the line away too, and a test's is a test's.
#[test]
fn every_crate_uses_what_it_names() {
    for (member, rooms) in MEMBERS {
        let mut paths = Vec::new();
        if *member == "ordito" {
            rooms
                .iter()
                .for_each(|room| sources(&src().join(room), &mut paths));
            paths.extend([src().join("lib.rs"), src().join("main.rs")]);
        } else {
            sources(&src().join(member), &mut paths);
        }
        let texts: Vec<String> = paths
            .iter()
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect();
        for name in manifest(member).0 {
            let ident = name.replace('-', "_");
            let is_used = texts.iter().any(|text| {
                text.match_indices(ident.as_str()).any(|(at, found)| {
                    let after = &text[at + found.len()..];
                    let before = text[..at].chars().next_back().unwrap_or(' ');
                    !(before.is_alphanumeric() || before == '_')
                        && (after.starts_with("::") || after.starts_with([';', ' ']))
                })
            });
            assert!(
                is_used,
                "src/{member}/Cargo.toml names {name}, its code does not"
            );
        }
    }
}

/// Every room that can be reached from this one.
fn reached<'a>(table: &BTreeMap<&'a str, &[&'a str]>, room: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open = table[room].to_vec();
    while let Some(next) = open.pop() {
        if found.insert(next) {
            open.extend(table[next]);
        }
    }
    found
}

#[test]
fn no_room_stands_on_itself() {
    let table: BTreeMap<&str, &[&str]> = ROOMS.iter().copied().collect();
    let circles: Vec<&str> = table
        .keys()
        .copied()
        .filter(|room| reached(&table, room).contains(room))
        .collect();
    assert!(circles.is_empty(), "{circles:?}");
    // The table is in the order of its floors, so that who reads it down knows every name already.
    for (at, (room, below)) in ROOMS.iter().enumerate() {
        let known = |name: &&str| ROOMS[..at].iter().any(|(each, _)| each == name);
        assert!(
            below.iter().all(known),
            "{room} stands on a room that comes after it"
        );
    }
}

#[test]
fn the_wings_do_not_know_each_other() {
    let table: BTreeMap<&str, &[&str]> = ROOMS.iter().copied().collect();
    for (wing, other) in [(WINGS[0], WINGS[1]), (WINGS[1], WINGS[0])] {
        for room in wing {
            let reached = reached(&table, room);
            let across: Vec<&&str> = other
                .iter()
                .filter(|other| reached.contains(**other))
                .collect();
            assert!(across.is_empty(), "{room} stands on {across:?}");
        }
    }
}

/// A way that nobody walks is closed: the table says what is, not what once was.
#[test]
fn every_way_of_the_table_is_walked() {
    let files = files();
    let mut idle = Vec::new();
    for (room, allowed) in ROOMS {
        for other in *allowed {
            if !files
                .iter()
                .any(|(each, _, text)| each == room && rooms_named(room, text).contains(*other))
            {
                idle.push(format!("{room} does not use {other}"));
            }
        }
    }
    assert!(idle.is_empty(), "{}", idle.join("\n"));
}

#[test]
fn crates_from_elsewhere_stay_in_theirs() {
    for (name, members) in CRATES {
        let naming = MEMBERS
            .iter()
            .map(|(member, _)| *member)
            .filter(|member| manifest(member).0.contains(*name));
        let naming: BTreeSet<&str> = naming.collect();
        assert_eq!(naming, members.iter().copied().collect(), "{name}");
    }
}

/// Rust's own formats round half to even, of what the machine holds: 0.125 becomes 0.12 where a spreadsheet says 0.13.
#[test]
fn figures_are_rounded_in_one_place() {
    let mut found = Vec::new();
    for (_, path, text) in files() {
        for line in text.lines() {
            let formats = line.match_indices('{').any(|(at, _)| {
                let inside = line[at + 1..].split('}').next().unwrap_or_default();
                // Fifteen digits in powers of ten take the noise off a number that was worked out; they are no figure.
                inside.split_once(':').is_some_and(|(_, how)| {
                    let how = how.trim_start_matches('+');
                    how.starts_with('.') && how != ".14e"
                })
            });
            if formats {
                found.push(
                    path.strip_prefix(env!("CARGO_MANIFEST_DIR"))
                        .unwrap()
                        .to_string_lossy()
                        .into_owned(),
                );
            }
        }
    }
    assert_eq!(found, ["src/words/number.rs"]);
}

#[test]
fn no_room_is_a_lost_property_office() {
    for (_, path, _) in files() {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            !["utils", "util", "common", "helpers", "manager", "misc"].contains(&name.as_str()),
            "{}",
            path.display()
        );
    }
}

/// Names meet in one way: who compares or searches texts asks `text`.
#[test]
fn texts_are_folded_in_one_place() {
    // Names of files and folders, which share no alphabet with names of things; names that are taken out of a text, for
    // which it matters where each letter stood.
    const OWN: [&str; 3] = [
        "src/pages/export/sheet_files.rs",
        "src/pages/export/open_data/package.rs",
        "src/pages/report/lab/names.rs",
    ];
    let mut wrong = Vec::new();
    for (room, path, text) in files() {
        let own = OWN.iter().any(|own| path.ends_with(own));
        let folds = [
            "is_combining_mark",
            ".nfd()",
            ".nfkd()",
            "flat_map(char::to_lowercase)",
            ".to_lowercase().contains(",
            ".to_lowercase() ==",
            ".to_lowercase().cmp(",
        ];
        for part in folds.into_iter().filter(|part| text.contains(part)) {
            if room != "text" && !own {
                wrong.push(format!("{}: {part}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One way of writing and reading files: what is new is private and opened through no link, what is read is a file.
/// Storage's own files in its private folder are locked by the system, which needs them by their names.
#[test]
fn files_are_written_and_read_through_disk() {
    let ways = [
        "fs::write(",
        "File::create(",
        "fs::copy(",
        "File::open(",
        "fs::read(",
        "fs::read_to_string(",
    ];
    let mut wrong = Vec::new();
    for (room, path, text) in files()
        .into_iter()
        .filter(|(room, ..)| !matches!(room.as_str(), "disk" | "storage"))
    {
        // Runs when the program is built.
        if path.ends_with("src/words/generate.rs") {
            continue;
        }
        let found = ways.iter().filter(|way| text.contains(**way));
        wrong.extend(found.map(|way| format!("{}: {room} uses {way}", path.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rooms of the window, as `workspace/rooms.rs` lists them: their folders, and their variants of `Room`.
fn screens() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src/workspace/rooms.rs"),
    )
    .unwrap();
    let (_, list) = text.split_once("$each! {").unwrap();
    let (list, _) = list.split_once('}').unwrap();
    let lines = list.lines().map(str::trim).filter(|line| !line.is_empty());
    let words = lines.map(|line| line.split(' ').map(str::to_owned).collect::<Vec<_>>());
    words
        .map(|words| (words[0].clone(), words[1].clone()))
        .collect()
}

/// A room costs its folder and a line of the list: who else names one wants something of that very room.
#[test]
fn a_room_is_named_in_its_folder_and_in_the_list() {
    let own: [(&str, &str); 19] = [
        // Its group of commands, and what it writes.
        ("src/workspace/command.rs", "*"),
        ("src/workspace/exports/agenda.rs", "Analysis"),
        ("src/workspace/exports/chart.rs", "Analysis"),
        ("src/workspace/exports/comparison.rs", "Compare"),
        ("src/workspace/exports/lab.rs", "Lab"),
        ("src/workspace/exports/sheets.rs", "Sheets"),
        // The one whose choice is that of all, and that leads to a sheet.
        ("src/ui/choice.rs", "Matrix"),
        ("src/ui/top_bar.rs", "Matrix"),
        ("src/ui/top_bar.rs", "Sheets"),
        // Widths are those of their grids.
        ("src/ui/commands.rs", "Compare"),
        ("src/ui/commands.rs", "Matrix"),
        // A policy or goal that is searched for in it leads to its row or column.
        ("src/ui/palette.rs", "Matrix"),
        // Its keys come first among the shortcuts, and its rows and columns have a menu of their own.
        ("src/ui/help/shortcuts.rs", "Lab"),
        ("src/ui/menu.rs", "Matrix"),
        // The rooms that the first tour shows.
        ("src/ui/tour.rs", "Catalogue"),
        ("src/ui/tour.rs", "Frameworks"),
        ("src/ui/tour.rs", "Matrix"),
        // From an empty list to where it is filled, from the policy of the grid to its sheet.
        ("src/ui/analysis/readings.rs", "Frameworks"),
        ("src/ui/sheets/mod.rs", "Matrix"),
    ];
    let mut wrong = Vec::new();
    let mut found = BTreeSet::new();
    for (_, path, text) in files() {
        let path = path
            .strip_prefix(env!("CARGO_MANIFEST_DIR"))
            .unwrap()
            .to_string_lossy()
            .into_owned();
        for (folder, room) in screens() {
            if !text.contains(&format!("Room::{room}"))
                || path.starts_with(&format!("src/ui/{folder}/"))
            {
                continue;
            }
            match own
                .iter()
                .find(|(file, which)| *file == path && (*which == "*" || *which == room))
            {
                Some(known) => _ = found.insert(*known),
                None => wrong.push(format!("{path}: Room::{room}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(found, own.into_iter().collect());
}

/// Rooms of the window ask (`ui::screen::Request`); what two of them use is in `ui/kit`, or lies beside them.
#[test]
fn screens_do_not_know_each_other() {
    let screens: Vec<String> = screens().into_iter().map(|(folder, _)| folder).collect();
    assert!(screens.len() >= 7, "{screens:?}");
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let mut wrong = Vec::new();
    for (_, path, text) in files().into_iter().filter(|(room, ..)| room == "ui") {
        let inside = path.strip_prefix(&ui).unwrap();
        let own = inside
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_string_lossy()
            .into_owned();
        // The window itself knows the room whose choice is that of all rooms, and the list knows all.
        if !screens.contains(&own) && !matches!(own.as_str(), "kit" | "dialogs") {
            continue;
        }
        for other in screens.iter().filter(|other| **other != own) {
            for way in [
                format!("crate::{other}::"),
                format!("super::super::{other}"),
                format!("rooms.{other}"),
            ] {
                if text.contains(&way) {
                    wrong.push(format!("{}: {way}", inside.display()));
                }
            }
        }
        if text.contains("UiState") && own != "dialogs" && !inside.ends_with("probe.rs") {
            wrong.push(format!("{}: UiState", inside.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What an arrow means is said once.
#[test]
fn keys_that_move_are_read_in_the_kit() {
    let known = files().into_iter().filter(|(room, ..)| room == "ui");
    let using: Vec<String> = known
        .filter(|(.., text)| {
            ["Key::ArrowDown", "Key::ArrowUp", "Key::PageDown"]
                .iter()
                .any(|key| text.contains(key))
        })
        .map(|(_, path, _)| {
            path.strip_prefix(env!("CARGO_MANIFEST_DIR"))
                .unwrap()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    assert_eq!(using, ["src/ui/kit/keys.rs"]);
}

/// Every function of a file: its name, how many parameters it takes and how many lines it has.
fn functions(text: &str) -> Vec<(String, usize, usize)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("fn ") {
        if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &text[at + 3..];
        let name: String = rest
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        let Some(open) = rest.find('(').filter(|_| !name.is_empty()) else {
            continue;
        };
        let (mut depth, mut angles, mut parts, mut filled, mut end) = (0, 0, 0, false, open);
        for (i, c) in rest[open..].char_indices() {
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth -= 1,
                '<' => angles += 1,
                '>' if !rest[open..open + i].ends_with('-') => angles -= 1,
                ',' if depth == 1 && angles == 0 => {
                    parts += usize::from(filled);
                    filled = false;
                }
                c if depth > 0 && !c.is_whitespace() => filled = true,
                _ => {}
            }
            if depth == 0 {
                end = open + i;
                break;
            }
        }
        parts += usize::from(filled);
        let signature = rest[end..].find(['{', ';']).map_or(rest.len(), |i| end + i);
        // rustfmt closes a function where it began.
        let indent = text[..at]
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .take_while(|c| *c == ' ')
            .count();
        let closing = format!("\n{}}}\n", " ".repeat(indent));
        let first = rest[signature..].lines().next().unwrap_or_default();
        let is_begun = first.starts_with('{') && !first.ends_with('}');
        let body = if is_begun {
            rest[signature..].find(&closing)
        } else {
            None
        };
        let whole = body.map_or(&rest[..signature], |i| {
            &rest[..signature + i + closing.len()]
        });
        found.push((name, parts, whole.trim_end().lines().count()));
    }
    found
}

#[test]
fn functions_are_counted_as_they_are() {
    let text = "    fn one(&self) -> u8 {\n        1\n    }\n\nfn two(a: &[(u8, u8)], f: impl Fn(u8, u8) -> Vec<u8>,) {\n}\nfn three() -> u8 { 3 }\n";
    assert_eq!(
        functions(text),
        [
            ("one".to_owned(), 1, 3),
            ("two".to_owned(), 2, 2),
            ("three".to_owned(), 0, 1)
        ]
    );
}

/// What drawing needs is in `Cx`: a function of the window that takes six things or more is an exception. A function is
/// read in one piece, wherever it stands.
#[test]
fn functions_take_little_and_are_short() {
    let (mut all, mut wide, mut long) = (0, Vec::new(), Vec::new());
    for (room, path, text) in files() {
        for (name, parameters, lines) in functions(&format!("{text}\n")) {
            let place = format!(
                "{} {name}",
                path.strip_prefix(env!("CARGO_MANIFEST_DIR"))
                    .unwrap()
                    .display()
            );
            if lines > 100 {
                long.push(format!("{place}: {lines} lines"));
            }
            all += usize::from(room == "ui");
            if room == "ui" && parameters >= 6 {
                wide.push(place);
            }
        }
    }
    assert!(all > 900, "{all} functions were found");
    assert!(long.is_empty(), "{}", long.join("\n"));
    assert!(
        wide.len() * 100 <= all * 3,
        "{} of {all}\n{}",
        wide.len(),
        wide.join("\n")
    );
}

/// What cannot happen is an error or a `debug_assert!`, and absence is said as such: a default says neither.
#[test]
fn defaults_do_not_stand_for_what_cannot_happen() {
    let (mut found, mut lines) = (Vec::new(), 0);
    for (_, path, text) in files().into_iter().filter(|(room, ..)| room != "ui") {
        lines += text.lines().count();
        let n = text.matches("unwrap_or_default").count();
        found.extend((n > 0).then(|| format!("{n} {}", path.display())));
    }
    let all: usize = found
        .iter()
        .filter_map(|line| line.split_once(' ')?.0.parse::<usize>().ok())
        .sum();
    assert!(
        all * 1_000 <= lines * 2,
        "{all} in {lines} lines\n{}",
        found.join("\n")
    );
}
