//! Pictures of the window: what every one of them has to show, and for people to look at in
//! `ORDITO_PICTURES=DIR cargo test --test it ui::`. Some are kept in `pictures`, half as large, and held to: where one is to
//! change, `UPDATE_SNAPSHOTS=1 cargo test --test it ui::` makes it anew, to be looked at before it is committed.

use super::driver::App;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use egui_kittest::{Harness, SnapshotOptions};
use ordito::figure::palette::Look;
use std::collections::BTreeSet;

/// Those that are held to what they were: every room, light and dark, with what opens in it. None shows a time of day, which
/// is another one elsewhere.
const KEPT: [&str; 32] = [
    "analysis-conflicts-light-1280",
    "analysis-goals-behind-light-1280",
    "analysis-groups-light-1280",
    "analysis-indirect-network-light-1280",
    "analysis-indirect-plane-light-1280",
    "analysis-pairs-light-1280",
    "analysis-profiles-dark-1280",
    "analysis-reading-light-1280",
    "analysis-robust-ranks-light-1280",
    "analysis-table-contrast-1280",
    "analysis-table-light-1280",
    "catalogue-actors",
    "catalogue-cluster",
    "catalogue-contrast-1280",
    "catalogue-dark-1280",
    "catalogue-form",
    "catalogue-light-1280",
    "compare-three",
    "frameworks-dark-1280",
    "frameworks-light-1280-framework",
    "grid-contrast-1280",
    "grid-dark-1280",
    "grid-find",
    "grid-folded-both",
    "grid-light-1280",
    "grid-range",
    "grid-refused",
    "grid-wizard",
    "lab-room-dark-1280",
    "lab-room-light-1280",
    "sheets-dark-1280",
    "sheets-light-1280",
];

/// What was drawn, four bytes a pixel.
pub struct Picture {
    pub width: usize,
    pub bytes: Vec<u8>,
}

impl Picture {
    fn at(&self, x: usize, y: usize) -> [u8; 3] {
        let from = (y * self.width + x) * 4;
        [self.bytes[from], self.bytes[from + 1], self.bytes[from + 2]]
    }
    fn height(&self) -> usize {
        self.bytes.len() / 4 / self.width
    }
    /// Whether more than so many colours are within a part of it; looks no further than until they are.
    fn has_more(
        &self,
        most: usize,
        (left, right): (usize, usize),
        (top, bottom): (usize, usize),
    ) -> bool {
        let (mut found, mut last) = (BTreeSet::new(), None);
        for y in top..bottom {
            for x in left..right {
                let colour = self.at(x, y);
                if last != Some(colour) && found.insert(colour) && found.len() > most {
                    return true;
                }
                last = Some(colour);
            }
        }
        false
    }
    /// Light is light and dark is dark.
    #[track_caller]
    pub fn is_of(&self, look: Look) {
        self.is_of_left_of(look, self.width);
    }
    /// As [`Picture::is_of`] for what is left of so many pixels: beside a page, which is white in every look.
    #[track_caller]
    pub fn is_of_left_of(&self, look: Look, right: usize) {
        // Every 61st byte: enough to tell, and in step with neither pixels nor lines.
        let is_left = |at: usize| at / 4 % self.width < right;
        let bytes = || {
            self.bytes
                .iter()
                .enumerate()
                .step_by(61)
                .filter(|(at, _)| at % 4 < 3 && is_left(*at))
        };
        let mean = bytes().map(|(_, part)| u64::from(*part)).sum::<u64>() / bytes().count() as u64;
        match look {
            Look::Light => assert!(mean > 140, "light, but {mean} of 255"),
            Look::Dark => assert!(mean < 100, "dark, but {mean} of 255"),
            Look::Contrast => {}
        }
    }
}

/// Draws the window. Whatever is in it, it is no plain field, and a control that can be named is drawn where it is said
/// to be.
#[track_caller]
pub fn picture(harness: &mut Harness<'static, App>, name: &str) -> Picture {
    let drawn = harness.render().unwrap();
    if let Some(folder) = std::env::var_os("ORDITO_PICTURES") {
        drawn
            .save(std::path::PathBuf::from(folder).join(format!("{name}.png")))
            .unwrap();
    }
    if KEPT.contains(&name) {
        let half = image::imageops::thumbnail(&drawn, drawn.width() / 2, drawn.height() / 2);
        // Processors round differently: a few pixels.
        let options = SnapshotOptions::new()
            .threshold(1.0)
            .max_failed_pixels(20_usize);
        let options = options.output_path("tests/it/ui/pictures");
        egui_kittest::image_snapshot_options(&half, name, &options);
    }
    let (width, bytes) = (drawn.width() as usize, drawn.into_raw());
    let picture = Picture { width, bytes };
    assert!(
        picture.has_more(30, (0, width), (0, picture.height())),
        "{name}: hardly a colour"
    );
    let (mut controls, mut empty) = (0, Vec::new());
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        let is_control = matches!(
            node.role(),
            Role::Button | Role::RadioButton | Role::CheckBox | Role::Tab
        );
        let (Some(place), Some(label), true) = (node.bounding_box(), node.label(), is_control)
        else {
            continue;
        };
        let within = |from: f64, to: f64, most: usize| {
            let (from, to) = (from.max(0.0) as usize, to.max(0.0) as usize);
            (to <= most && to > from + 5).then_some((from, to))
        };
        // Only what lies in the window as a whole.
        let across = within(place.x0, place.x1, width).filter(|_| place.x0 >= 0.0);
        let down = within(place.y0, place.y1, picture.height()).filter(|_| place.y0 >= 0.0);
        let (Some(across), Some(down)) = (across, down) else {
            continue;
        };
        controls += 1;
        if !picture.has_more(1, across, down) {
            empty.push(label);
        }
    }
    // What a list has scrolled out of its frame has a place and is not drawn: a few.
    assert!(
        empty.len() * 5 <= controls,
        "{name}: {} of {controls} controls are not drawn: {empty:?}",
        empty.len()
    );
    picture
}

#[test]
fn the_same_frame_is_the_same_picture() {
    let mut driver = super::driver::Driver::small(3, 4);
    let first = picture(&mut driver.harness, "twice");
    assert!(picture(&mut driver.harness, "twice").bytes == first.bytes);
}

#[test]
fn every_kept_picture_is_there_and_no_other() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/ui/pictures");
    let names = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    // Beside one that differs lie what was drawn, what was kept and the difference.
    let kept = names.filter(|name| {
        ![".new.png", ".old.png", ".diff.png"]
            .iter()
            .any(|end| name.ends_with(end))
    });
    let kept: BTreeSet<String> = kept
        .filter_map(|name| Some(name.strip_suffix(".png")?.to_owned()))
        .collect();
    assert_eq!(kept, KEPT.map(str::to_owned).into());
}
