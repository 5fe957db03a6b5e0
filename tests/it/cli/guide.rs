//! `ordito guide` and `ordito man`, read back.

use super::{done, ordito, refused};
use lopdf::{Document, Object};

/// All dictionaries of a PDF with this /S.
fn structure<'a>(pdf: &'a Document, name: &str) -> Vec<&'a lopdf::Dictionary> {
    let is = |dictionary: &&lopdf::Dictionary| {
        dictionary
            .get(b"S")
            .and_then(Object::as_name)
            .is_ok_and(|kind| kind == name.as_bytes())
    };
    pdf.objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(is)
        .collect()
}

#[test]
fn the_guide_is_an_accessible_pdf_in_both_languages() {
    for (lang, title) in [("it", "Guida di Ordito"), ("en", "Guide to Ordito")] {
        let folder = tempfile::tempdir().unwrap();
        done(&ordito(
            folder.path(),
            &["guide", "--to", "guida.pdf", "--lang", lang],
        ));
        let bytes = std::fs::read(folder.path().join("guida.pdf")).unwrap();
        let pdf = Document::load_mem(&bytes).unwrap();
        let pages = pdf.get_pages().len();
        assert!((10..80).contains(&pages), "{pages} pages");
        let catalog = pdf.catalog().unwrap();
        assert!(catalog.get(b"StructTreeRoot").is_ok());
        assert_eq!(
            catalog.get(b"Lang").unwrap().as_str().unwrap(),
            lang.as_bytes()
        );
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            text.contains("pdfuaid:part") && text.contains("pdfaid:part"),
            "says what it is"
        );
        assert!(text.contains(title), "its title");
        let figures = structure(&pdf, "Figure");
        assert!(figures.len() >= 8, "{} figures", figures.len());
        assert!(figures.iter().all(|figure| {
            figure
                .get(b"Alt")
                .is_ok_and(|alt| alt.as_str().is_ok_and(|alt| alt.len() > 20))
        }));
        assert!(structure(&pdf, "Table").len() >= 8 && structure(&pdf, "TH").len() >= 16);
        // What is there is not replaced.
        refused(
            &ordito(folder.path(), &["guide", "--to", "guida.pdf"]),
            &["guida.pdf"],
        );
    }
    let folder = tempfile::tempdir().unwrap();
    refused(
        &ordito(folder.path(), &["guide", "--to", "guida.doc"]),
        &["guida.doc", "pdf"],
    );
    let plain = done(&ordito(folder.path(), &["guide", "--lang", "en"]));
    for part in [
        "# The laboratory",
        "Ctrl+K",
        "application_id",
        "(M13)",
        "1. Ctrl+N",
    ] {
        assert!(plain.contains(part), "{part}");
    }
}

#[test]
fn the_manual_page_names_every_command_and_option() {
    let folder = tempfile::tempdir().unwrap();
    let page = done(&ordito(folder.path(), &["man"]));
    assert!(page.starts_with(".TH ORDITO 1"));
    let help = done(&ordito(folder.path(), &["--help"]));
    let commands = help
        .split("Commands:")
        .nth(1)
        .unwrap()
        .split("Arguments:")
        .next()
        .unwrap();
    let mut n = 0;
    for name in commands
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next())
    {
        if name.chars().all(|c| c.is_ascii_lowercase()) {
            n += 1;
            assert!(page.contains(&format!("\n.SS {name}\n")), "{name}");
            let own = done(&ordito(folder.path(), &[name, "--help"]));
            for option in own.split_whitespace().filter(|word| word.starts_with("--")) {
                let option = option.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
                if option != "--help" && option.len() > 2 {
                    assert!(
                        page.contains(&option.replace('-', "\\-")),
                        "{name} {option}"
                    );
                }
            }
        }
    }
    assert!(n >= 14, "{n} commands in {help}");
}
