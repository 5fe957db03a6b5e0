//! Shapes to SVG, with title and description, and fonts by their names.

use super::shape::{Anchor, Picture, Shape, Text, Weight};
use ordito_ground::text::escaped;
use ordito_model::Language;
use std::fmt::Write as _;

/// The picture as a document. `width` in pixels, its own size when not given; the height follows.
pub fn svg(picture: &Picture, width: Option<u32>) -> String {
    let (w, h) = (picture.width, picture.height);
    let shown = width.map_or(w, f64::from);
    let language = match picture.language {
        Language::It => "it",
        Language::En => "en",
    };
    let mut text = String::with_capacity(picture.shapes.len() * 96 + 1024);
    let _ = write!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" role=\"img\" \
         aria-labelledby=\"t d\" lang=\"{language}\" xml:lang=\"{language}\">\n<title id=\"t\">{}</title>\n\
         <desc id=\"d\">{}</desc>\n",
        n(shown),
        n(h * shown / w),
        n(w),
        n(h),
        escaped(&picture.title),
        escaped(&picture.description),
    );
    let _ = writeln!(
        text,
        "<rect width=\"{}\" height=\"{}\" fill=\"{}\"/>",
        n(w),
        n(h),
        picture.background
    );
    text.push_str(
        "<g font-family=\"'Titillium Web','DejaVu Sans',sans-serif\" stroke-linecap=\"butt\">\n",
    );
    for shape in &picture.shapes {
        write_shape(&mut text, shape);
        text.push('\n');
    }
    text.push_str("</g>\n</svg>\n");
    text
}

fn write_shape(out: &mut String, shape: &Shape) {
    let _ = match shape {
        Shape::Rect { area, fill, border } => {
            let _ = write!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
                n(area.x),
                n(area.y),
                n(area.width),
                n(area.height)
            );
            match fill {
                Some(fill) => {
                    let _ = write!(out, " fill=\"{fill}\"");
                }
                None => out.push_str(" fill=\"none\""),
            }
            if let Some(border) = border {
                let _ = write!(out, " stroke=\"{border}\"");
            }
            write!(out, "/>")
        }
        Shape::Line {
            from,
            to,
            width,
            colour,
        } => write!(
            out,
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{colour}\" stroke-width=\"{}\"/>",
            n(from.0),
            n(from.1),
            n(to.0),
            n(to.1),
            n(*width)
        ),
        Shape::Polygon { points, fill } => {
            let points: Vec<String> = points
                .iter()
                .map(|(x, y)| format!("{},{}", n(*x), n(*y)))
                .collect();
            write!(
                out,
                "<polygon points=\"{}\" fill=\"{fill}\"/>",
                points.join(" ")
            )
        }
        Shape::Text(text) => write_text(out, text),
    };
}

fn write_text(out: &mut String, text: &Text) -> std::fmt::Result {
    let (x, y) = (n(text.at.0), n(text.at.1));
    write!(
        out,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" fill=\"{}\"",
        n(text.size),
        text.colour
    )?;
    match text.weight {
        Weight::Regular => {}
        // The semibold cut has a family name of its own.
        Weight::Semibold => out.push_str(
            " font-weight=\"600\" font-family=\"'Titillium Web SemiBold','Titillium Web','DejaVu Sans',sans-serif\"",
        ),
        Weight::Bold => out.push_str(" font-weight=\"700\""),
    }
    match text.anchor {
        Anchor::Start => {}
        Anchor::Middle => out.push_str(" text-anchor=\"middle\""),
        Anchor::End => out.push_str(" text-anchor=\"end\""),
    }
    if let Some(halo) = text.halo {
        write!(
            out,
            " stroke=\"{halo}\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\""
        )?;
    }
    if text.upright {
        write!(out, " transform=\"rotate(-90 {x} {y})\"")?;
    }
    write!(out, ">{}</text>", escaped(&super::signs::plain(&text.text)))
}

/// A number with no more decimals than it needs, two at most.
fn n(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    format!("{}", rounded + 0.0)
}
