//! The version stands in Cargo.toml; what is published beside the program says the same.

use std::path::Path;

fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}
/// What stands after `before` on its line, without quotes.
fn after(text: &str, before: &str) -> String {
    let line = text
        .lines()
        .find_map(|line| line.trim().strip_prefix(before))
        .unwrap_or_else(|| panic!("no {before}"));
    line.trim().trim_matches('"').to_owned()
}

#[test]
fn every_file_that_names_the_version_names_this_one() {
    let version = env!("CARGO_PKG_VERSION");
    let publiccode = read("publiccode.yml");
    let citation = read("CITATION.cff");
    let changes = read("CHANGELOG.md");
    let metainfo = read("assets/desktop/it.ordito.Ordito.metainfo.xml");
    assert_eq!(after(&publiccode, "softwareVersion:"), version);
    assert_eq!(after(&citation, "version:"), version);
    let date = after(&publiccode, "releaseDate:");
    assert_eq!(after(&citation, "date-released:"), date);
    let newest = changes
        .lines()
        .find_map(|line| line.strip_prefix("## "))
        .unwrap();
    assert_eq!(newest, format!("{version} ({date})"));
    let release = metainfo
        .lines()
        .find(|line| line.contains("<release "))
        .unwrap();
    assert!(
        release.contains(&format!("version=\"{version}\" date=\"{date}\"")),
        "{release}"
    );
    for name in [
        "src/ground/Cargo.toml",
        "src/model/Cargo.toml",
        "src/document/Cargo.toml",
        "src/workbook/Cargo.toml",
        "src/import/Cargo.toml",
        "src/words/Cargo.toml",
        "src/analysis/Cargo.toml",
        "src/pages/Cargo.toml",
        "src/workspace/Cargo.toml",
        "src/ui/Cargo.toml",
        "src/paper/Cargo.toml",
        "src/raster/Cargo.toml",
    ] {
        assert_eq!(after(&read(name), "version.workspace ="), "true", "{name}");
    }
}
