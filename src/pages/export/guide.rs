//! The user guide as PDF, and its pictures as pixels for the window.

use super::{Page, PageMap};
use crate::figure::FONTS;
use crate::report::guide::{Guide, PICTURES, picture};
use ordito_model::Language;
use ordito_paper::{Job, PaperError};
use resvg::tiny_skia::Pixmap;

const TEMPLATE: &str = include_str!("../../../assets/typst/guida.typ");

/// The guide as PDF/UA-1 and PDF/A-2a.
///
/// # Errors
/// When it could not be set.
pub fn guide_pdf(guide: &Guide, language: Language) -> Result<Vec<u8>, PaperError> {
    ordito_paper::pdf(&job(guide, language), &mut || false)
}

/// Where everything lies on its pages: what tests measure.
///
/// # Errors
/// As [`guide_pdf`].
pub fn guide_places(guide: &Guide, language: Language) -> Result<Vec<PageMap>, PaperError> {
    ordito_paper::places(&job(guide, language))
}

fn job(guide: &Guide, language: Language) -> Job {
    let mut parts = guide
        .date
        .split('-')
        .map(|part| part.parse::<i32>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    let (year, month, day) = (next(), next(), next());
    let file = |name: &&str| Some((format!("{name}.png"), picture(language, name)?.to_vec()));
    Job {
        template: TEMPLATE.to_owned(),
        data: serde_json::to_string(guide).unwrap_or_default(),
        files: PICTURES.iter().filter_map(file).collect(),
        date: (
            year,
            u8::try_from(month).unwrap_or(0),
            u8::try_from(day).unwrap_or(0),
        ),
        fonts: FONTS.iter().map(|(_, bytes)| *bytes).collect(),
    }
}

/// A picture of the guide as pixels.
pub fn guide_picture(language: Language, name: &str) -> Option<Page> {
    let pixels = Pixmap::decode_png(picture(language, name)?).ok()?;
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    // Pictures of windows are opaque: multiplied or not is the same.
    Some(Page {
        width,
        height,
        rgba: pixels.take(),
    })
}
