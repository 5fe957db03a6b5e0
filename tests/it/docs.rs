//! What the code says of `docs/` is there: every entry, heading and picture that a comment cites.

use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}
fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, into);
        } else {
            into.push(path);
        }
    }
}
/// Headings of a page, without their marks; a paragraph that begins in bold has one too.
fn headings(page: &str) -> Vec<String> {
    let heads = page.lines().filter_map(|line| line.strip_prefix('#'));
    let bold = page
        .lines()
        .filter_map(|line| Some(line.strip_prefix("**")?.split_once(".**")?.0));
    heads
        .map(|line| line.trim_start_matches('#').trim())
        .chain(bold)
        .map(str::to_owned)
        .collect()
}
/// The text between quotes that follows `lead`, wherever it stands.
fn quoted<'a>(text: &'a str, lead: &str) -> Vec<&'a str> {
    let parts = text.split(lead).skip(1);
    parts
        .filter_map(|part| part.split_once('"').map(|(heading, _)| heading))
        .collect()
}

#[test]
fn every_cited_entry_heading_and_picture_is_in_docs() {
    let (methods, design) = (
        headings(&read("docs/methods.md")),
        headings(&read("docs/design.md")),
    );
    let has = |heads: &[String], wanted: &str| {
        heads
            .iter()
            .any(|head| head == wanted || head.starts_with(wanted))
    };
    let entry = |wanted: &str| {
        methods
            .iter()
            .any(|head| head.split_whitespace().next() == Some(wanted))
    };
    let mut paths = Vec::new();
    for folder in ["src", "tests", "benches", ".ci"] {
        files(&root().join(folder), &mut paths);
    }
    let (mut cited, mut wrong) = (0, Vec::new());
    for path in paths {
        // Comments go over line ends.
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        let text = text
            .replace("\n//! ", " ")
            .replace("\n/// ", " ")
            .replace("\n    /// ", " ");
        let mut check = |holds: bool, what: String| {
            cited += 1;
            if !holds {
                wrong.push(format!("{}: {what}", path.display()));
            }
        };
        for part in text.split("METHODS M").skip(1) {
            let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
            // This page asks for it by name.
            if digits.is_empty() {
                continue;
            }
            check(entry(&format!("M{digits}")), format!("METHODS M{digits}"));
        }
        for heading in quoted(&text, "METHODS \"") {
            check(has(&methods, heading), format!("METHODS {heading:?}"));
        }
        for heading in quoted(&text, "docs/design.md \"")
            .into_iter()
            .chain(quoted(&text, "docs/design.md, \""))
        {
            check(has(&design, heading), format!("docs/design.md {heading:?}"));
        }
        for part in text.split("docs/design/").skip(1) {
            let name: String = part
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || "-._".contains(*c))
                .collect();
            if Path::new(&name)
                .extension()
                .is_some_and(|ending| ending == "png")
            {
                check(
                    root().join("docs/design").join(&name).exists(),
                    format!("docs/design/{name}"),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cited > 60, "only {cited} references were found");
}

#[test]
fn the_pages_link_to_what_is_there() {
    let mut pages: Vec<PathBuf> = Vec::new();
    files(&root().join("docs"), &mut pages);
    pages.retain(|page| page.extension().is_some_and(|ending| ending == "md"));
    pages.extend(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].map(|page| root().join(page)));
    for page in pages {
        let text = std::fs::read_to_string(&page).unwrap();
        for part in text.split("](").skip(1) {
            let Some((target, _)) = part.split_once(')') else {
                continue;
            };
            if target.starts_with("http") || target.starts_with('#') || target.contains(' ') {
                continue;
            }
            let target = target.split('#').next().unwrap_or_default();
            assert!(
                page.parent().unwrap().join(target).exists(),
                "{}: {target}",
                page.display()
            );
        }
        assert!(!text.contains("../shared"), "{}", page.display());
    }
}

/// The table "Where is …?" of ARCHITECTURE names files and folders that are there.
#[test]
fn the_table_of_places_is_true() {
    let text = read("ARCHITECTURE.md");
    let start = text.find("## Where is").unwrap();
    let places = text.get(start..).unwrap().split("\n## ").next().unwrap();
    let (mut n, mut wrong) = (0, Vec::new());
    for part in places.split('`').skip(1).step_by(2) {
        let is_path = part.contains('/') && !part.contains(' ') && !part.contains('*');
        if !is_path {
            continue;
        }
        n += 1;
        let there = ["", "src"]
            .iter()
            .any(|base| root().join(base).join(part).exists());
        if !there {
            wrong.push(part);
        }
    }
    assert!(
        wrong.is_empty() && n > 40,
        "{n} places, not there: {wrong:?}"
    );
}
