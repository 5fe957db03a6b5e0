//! Pictures of the matrix for people to look at: `ORDITO_PICTURES=DIR cargo test --test it matrix_look`.

use super::driver::{Driver, settings};
use egui::Key;
use ordito::document::{Document, Stamp};
use ordito::figure::palette::Look;
use ordito::library;
use ordito::model::Timestamp;
use ordito::workspace::Settings;

fn sample() -> (tempfile::TempDir, Document) {
    let folder = tempfile::tempdir().unwrap();
    let first = library::new_document(&library::NewDocument {
        title: "Forum Missioni 2026",
        agreed: "Consenso",
        frameworks: &["agenda-2030", "srsvs-piemonte"],
        illustrative: true,
    })
    .unwrap();
    let stamp = Stamp { at: Timestamp(1_795_400_000_000), by: "CmTo".to_owned() };
    let mut document = Document::create(&folder.path().join("esempio.ordito"), &first, &stamp).unwrap();
    document.apply(&library::sample().unwrap(), &stamp).unwrap();
    (folder, document)
}

#[test]
fn the_sample_is_drawn_in_every_look_and_size() {
    let folder = std::env::var_os("ORDITO_PICTURES").map(std::path::PathBuf::from);
    for (look, name) in [(Look::Light, "light"), (Look::Dark, "dark"), (Look::Contrast, "contrast")] {
        for size in [[1600.0, 1000.0], [1280.0, 800.0]] {
            let (kept, document) = sample();
            let mut driver = Driver::of(kept, document, Settings { look, ..settings() }, size);
            for _ in 0..2 {
                driver.key(Key::ArrowDown);
                driver.key(Key::ArrowRight);
            }
            let picture = driver.harness.render().unwrap();
            assert_eq!(f32::from(u16::try_from(picture.width()).unwrap()), size[0]);
            if let Some(folder) = &folder {
                picture.save(folder.join(format!("grid-{name}-{}.png", size[0]))).unwrap();
            }
        }
    }
}
