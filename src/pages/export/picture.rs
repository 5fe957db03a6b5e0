//! Pictures as SVG and PNG, with their alternative text in a file beside them.
//!
//! PNG is the SVG drawn by resvg with our own typefaces, so that it is the same on every machine, with or without
//! fonts installed.

use super::{ExportError, Format, may_be_written, write_file};
use crate::figure::{FONTS, Picture, Shape, signs, svg};
use crate::report::sheet::Unshown;
use ordito_ground::disk::file_name;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A PNG of more pixels than this is refused: 64 million are 256 MB while it is drawn.
const MOST_PIXELS: u64 = 64_000_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    Svg,
    Png,
}
impl PictureFormat {
    pub const fn of(format: Format) -> Option<Self> {
        match format {
            Format::Svg => Some(Self::Svg),
            Format::Png => Some(Self::Png),
            _ => None,
        }
    }
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Svg => Format::Svg.ending(),
            Self::Png => Format::Png.ending(),
        }
    }
}

/// Writes a picture and, beside it, its alternative text. `width` in pixels; twice the picture's own for PNG when not
/// given, less where that would be too many.
///
/// # Errors
/// When one of both is there and `force` is not given, when it would be too large, or cannot be written.
pub fn write_picture(
    to: &Path,
    format: PictureFormat,
    picture: &Picture,
    width: Option<u32>,
    force: bool,
) -> Result<(), ExportError> {
    let text = alternative_beside(to);
    // Both or none: what is there is seen before either is written.
    for path in [to, text.as_path()] {
        may_be_written(path, force)?;
    }
    let bytes = match format {
        PictureFormat::Svg => svg(picture, width).into_bytes(),
        PictureFormat::Png => png(picture, width)?,
    };
    write_file(&text, picture.alternative().as_bytes(), true)?;
    write_file(to, &bytes, true)
}

/// Which signs no typeface of ours has, and in which texts of the picture. An SVG keeps them: whoever shows it may have
/// them.
pub fn unshown_of(picture: &Picture, format: PictureFormat) -> Vec<Unshown> {
    let texts = picture
        .shapes
        .iter()
        .filter(|_| format == PictureFormat::Png)
        .filter_map(|shape| match shape {
            Shape::Text(text) => Some(text.text.as_str()),
            _ => None,
        });
    let found = texts.filter_map(|text| {
        let mut signs = BTreeSet::new();
        signs::drawn(text, &mut |sign| _ = signs.insert(sign));
        let place = vec![picture.title.clone(), text.to_owned()];
        (!signs.is_empty()).then_some(Unshown { place, signs })
    });
    found.collect()
}

/// The picture with a box for each sign that no typeface of ours has. The room was measured before: a code has none.
fn drawable(picture: &Picture) -> Picture {
    let mut picture = picture.clone();
    for shape in &mut picture.shapes {
        if let Shape::Text(text) = shape {
            text.text = signs::boxed(&text.text).into_owned();
        }
    }
    picture
}

/// `m.png.txt` beside `m.png`: nobody else's file has that name.
fn alternative_beside(to: &Path) -> PathBuf {
    let name = file_name(to);
    to.with_file_name(format!("{name}.txt"))
}

/// The picture drawn at a width.
///
/// # Errors
/// When it would have too many pixels.
pub fn png(picture: &Picture, width: Option<u32>) -> Result<Vec<u8>, ExportError> {
    let ratio = picture.height / picture.width;
    let widest = (MOST_PIXELS as f64 / ratio).sqrt().floor() as u32;
    let width = width
        .unwrap_or_else(|| ((picture.width * 2.0).round() as u32).min(widest))
        .max(1);
    let height = ((f64::from(width) * ratio).ceil() as u32).max(1);
    let too_large = ExportError::TooLarge {
        width,
        height,
        widest,
    };
    if u64::from(width) * u64::from(height) > MOST_PIXELS + u64::from(width) {
        return Err(too_large);
    }
    let mut options = Options {
        font_family: "Titillium Web".to_owned(),
        ..Options::default()
    };
    let fonts = options.fontdb_mut();
    for (_, bytes) in FONTS {
        fonts.load_font_source(resvg::usvg::fontdb::Source::Binary(Arc::new(bytes)));
    }
    fonts.set_sans_serif_family("Titillium Web");
    let tree = Tree::from_str(&svg(&drawable(picture), None), &options)
        .map_err(|_| ExportError::NotDrawn)?;
    let mut pixmap = Pixmap::new(width, height).ok_or(too_large)?;
    let scale = (f64::from(width) / picture.width) as f32;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    pixmap.encode_png().map_err(|_| ExportError::NotDrawn)
}
