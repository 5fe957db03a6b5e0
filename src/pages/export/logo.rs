//! The logo of a body: checked when it is chosen, so that a paper never meets a picture that it cannot print.

use ordito_ground::text::Piece as _;
use ordito_model::{Logo, LogoKind};
use quick_xml::events::Event;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A logo is kept with the settings and printed on every paper.
pub const MOST_LOGO_BYTES: u64 = 2_000_000;
/// Of each side, in pixels.
const MOST_SIDE: u32 = 4_096;

/// Why a file is no logo.
#[derive(Debug, thiserror::Error)]
pub enum LogoError {
    #[error("{path}: {error}")]
    Io {
        path: PathBuf,
        error: std::io::Error,
    },
    #[error("more than {limit} bytes")]
    Heavy { limit: u64 },
    #[error("neither PNG nor SVG")]
    NoPicture,
    #[error("more than {limit} pixels wide or high, or none")]
    Size { limit: u32 },
    #[error("it reads other files or runs scripts")]
    NotAlone,
}

/// Reads a logo; nothing of the file is believed but what it holds.
///
/// # Errors
/// When the file cannot be read, or is not a PNG or SVG that can be printed.
pub fn read_logo(path: &Path) -> Result<Logo, LogoError> {
    let io = |error| LogoError::Io {
        path: path.to_owned(),
        error,
    };
    if !std::fs::metadata(path).map_err(io)?.is_file() {
        return Err(LogoError::NoPicture);
    }
    let mut bytes = Vec::new();
    ordito_ground::disk::open(path)
        .and_then(|file| file.take(MOST_LOGO_BYTES + 1).read_to_end(&mut bytes))
        .map_err(io)?;
    logo_of(bytes)
}

/// # Errors
/// As `read_logo`.
pub fn logo_of(bytes: Vec<u8>) -> Result<Logo, LogoError> {
    if bytes.len() as u64 > MOST_LOGO_BYTES {
        return Err(LogoError::Heavy {
            limit: MOST_LOGO_BYTES,
        });
    }
    let kind = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        LogoKind::Png
    } else {
        LogoKind::Svg
    };
    let logo = Logo {
        kind,
        bytes: Arc::from(bytes),
    };
    if kind == LogoKind::Svg && !stands_alone(&logo.bytes) {
        return Err(LogoError::NotAlone);
    }
    let [width, height] = logo_size(&logo).ok_or(LogoError::NoPicture)?;
    let fits = |side: f32| (1.0..=MOST_SIDE as f32).contains(&side);
    if !fits(width) || !fits(height) {
        return Err(LogoError::Size { limit: MOST_SIDE });
    }
    match kind {
        LogoKind::Png => drop(Pixmap::decode_png(&logo.bytes).map_err(|_| LogoError::NoPicture)?),
        LogoKind::Svg => {}
    }
    Ok(logo)
}

/// Width and height as the picture says them, in pixels.
pub fn logo_size(logo: &Logo) -> Option<[f32; 2]> {
    match logo.kind {
        LogoKind::Png => {
            // The first chunk of a PNG is IHDR: length, name, width, height.
            let side = |at: usize| {
                Some(u32::from_be_bytes(logo.bytes.get(at..at + 4)?.try_into().ok()?) as f32)
            };
            (logo.bytes.get(12..16)? == b"IHDR").then_some(())?;
            Some([side(16)?, side(20)?])
        }
        LogoKind::Svg => {
            let size = Tree::from_data(&logo.bytes, &Options::default())
                .ok()?
                .size();
            Some([size.width(), size.height()])
        }
    }
}

/// The logo as a PNG that fits in a box of pixels, for formats that take no SVG; a PNG stays as it is.
pub fn logo_png(logo: &Logo, most: [f32; 2]) -> Option<Vec<u8>> {
    match logo.kind {
        LogoKind::Png => Some(logo.bytes.to_vec()),
        LogoKind::Svg => drawn(logo, most)?.encode_png().ok(),
    }
}

/// Width, height and premultiplied pixels; an SVG drawn to fit in a box, a PNG as it is.
pub fn logo_pixels(logo: &Logo, most: [f32; 2]) -> Option<([usize; 2], Vec<u8>)> {
    let pixels = match logo.kind {
        LogoKind::Png => Pixmap::decode_png(&logo.bytes).ok()?,
        LogoKind::Svg => drawn(logo, most)?,
    };
    Some((
        [pixels.width() as usize, pixels.height() as usize],
        pixels.take(),
    ))
}

fn drawn(logo: &Logo, most: [f32; 2]) -> Option<Pixmap> {
    let tree = Tree::from_data(&logo.bytes, &Options::default()).ok()?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = (most[0] / width).min(most[1] / height);
    let side = |length: f32| ((length * scale).ceil() as u32).clamp(1, MOST_SIDE);
    let mut pixels = Pixmap::new(side(width), side(height))?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    Some(pixels)
}

/// Whether an SVG draws with nothing but itself: no entities, no scripts, no references out of it.
fn stands_alone(bytes: &[u8]) -> bool {
    let mut reader = quick_xml::Reader::from_reader(bytes);
    let mut in_style = false;
    let inside = |value: &str| {
        let value = value.trim();
        value.is_empty() || value.starts_with('#') || value.starts_with("data:image/")
    };
    let style_is_inside = |css: &str| {
        let css = css.to_lowercase();
        let open = css.match_indices("url(").all(|(at, found)| {
            let rest = css
                .piece(at + found.len()..)
                .trim_start_matches(['"', '\'', ' ']);
            inside(rest)
        });
        open && !css.contains("@import")
    };
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return true,
            Err(_) => return false,
            Ok(Event::DocType(doctype)) if doctype.to_ascii_lowercase().contains("!entity") => {
                return false;
            }
            Ok(Event::Start(element) | Event::Empty(element)) => {
                let name = element.local_name().as_ref().to_lowercase();
                if name == "script" || name == "foreignobject" {
                    return false;
                }
                in_style = name == "style";
                for attribute in element.attributes() {
                    let Ok(attribute) = attribute else {
                        return false;
                    };
                    let key = attribute.key.local_name().as_ref().to_lowercase();
                    let value = attribute.value.as_ref();
                    // A link is followed by a click, not when the picture is drawn.
                    let refers = matches!(key.as_str(), "href" | "src") && name != "a";
                    if refers && !inside(value) || key.starts_with("on") || !style_is_inside(value)
                    {
                        return false;
                    }
                }
            }
            Ok(Event::Text(text)) if in_style => {
                if !style_is_inside(&text) {
                    return false;
                }
            }
            Ok(Event::CData(text)) if in_style => {
                if !style_is_inside(&text) {
                    return false;
                }
            }
            Ok(Event::End(_)) => in_style = false,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inside: &str) -> Vec<u8> {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\">{inside}</svg>"
        )
        .into_bytes()
    }

    #[test]
    fn an_svg_that_stands_alone_is_a_logo_and_becomes_a_png() {
        let logo = logo_of(svg(
            "<defs><path id=\"a\" d=\"M0 0h9v9z\"/></defs><use href=\"#a\" fill=\"url(#b)\"/>",
        ));
        let logo = logo.expect("a logo");
        assert_eq!(logo_size(&logo), Some([40.0, 20.0]));
        let png = logo_png(&logo, [400.0, 400.0]).expect("drawn");
        let again = logo_of(png).expect("a PNG is a logo too");
        assert_eq!(
            (again.kind, logo_size(&again)),
            (LogoKind::Png, Some([400.0, 200.0]))
        );
    }

    #[test]
    fn what_reads_other_files_runs_or_is_no_picture_is_none() {
        for inside in [
            "<image href=\"file:///etc/passwd\"/>",
            "<image xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"https://example.org/a.png\"/>",
            "<script>1</script>",
            "<rect onload=\"1\"/>",
            "<rect style=\"fill:url(http://example.org/a)\"/>",
            "<style>@import url(http://example.org/a.css)</style>",
        ] {
            assert!(
                matches!(logo_of(svg(inside)), Err(LogoError::NotAlone)),
                "{inside}"
            );
        }
        assert!(matches!(
            logo_of(b"GIF89a".to_vec()),
            Err(LogoError::NoPicture | LogoError::NotAlone)
        ));
        assert!(matches!(
            logo_of(b"\x89PNG\r\n\x1a\nbroken".to_vec()),
            Err(LogoError::NoPicture)
        ));
        assert!(matches!(
            logo_of(vec![0; 2_000_001]),
            Err(LogoError::Heavy { .. })
        ));
    }
}
