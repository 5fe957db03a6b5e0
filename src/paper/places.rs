//! Where everything lies on the pages, before they become a PDF.

use crate::{Job, PaperError, laid_out, with_patience};
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};

/// A page in points (1/72 inch), its origin at the upper left.
#[derive(Debug, Clone, PartialEq)]
pub struct PageMap {
    pub width: f64,
    pub height: f64,
    pub placed: Vec<Placed>,
}

/// A run of text as its signs are drawn, or a filled or stroked form, a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    /// `None` for what is not text.
    pub text: Option<String>,
    /// In points, for texts.
    pub size: f64,
}

/// Where everything of a job lies, page by page. Texts of blanks alone are left out.
///
/// # Errors
/// When the template is wrong.
pub fn places(job: &Job) -> Result<Vec<PageMap>, PaperError> {
    with_patience(job, &mut || false, |paper| {
        let document = laid_out(paper)?;
        let map = |page: &typst_layout::Page| {
            let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
            let mut placed = Vec::new();
            walk(&page.frame, Transform::identity(), &mut placed);
            PageMap {
                width,
                height,
                placed,
            }
        };
        Ok(document.pages().iter().map(map).collect())
    })
}

fn walk(frame: &Frame, to_page: Transform, placed: &mut Vec<Placed>) {
    for (at, item) in frame.items() {
        let here = to_page.pre_concat(Transform::translate(at.x, at.y));
        match item {
            FrameItem::Group(group) => walk(&group.frame, here.pre_concat(group.transform), placed),
            FrameItem::Text(text) => {
                let bounds = text.bbox();
                // A run of blanks has no ink, so no bounds.
                if bounds.min.x.to_pt().is_finite() && !text.text.trim().is_empty() {
                    let corners = [bounds.min, bounds.max];
                    placed.push(area(
                        here,
                        corners,
                        Some(text.text.to_string()),
                        text.size.to_pt(),
                    ));
                }
            }
            FrameItem::Shape(shape, _) => {
                let bounds = shape.geometry.bbox(None);
                placed.push(area(here, [bounds.min, bounds.max], None, 0.0));
            }
            FrameItem::Image(_, size, _) => {
                placed.push(area(here, [Point::zero(), size.to_point()], None, 0.0));
            }
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}

fn area(to_page: Transform, [one, other]: [Point; 2], text: Option<String>, size: f64) -> Placed {
    let corners = [
        one,
        other,
        Point::new(one.x, other.y),
        Point::new(other.x, one.y),
    ];
    let corners = corners.map(|corner| corner.transform(to_page));
    let least = |of: fn(&Point) -> Abs| corners.iter().map(of).min().unwrap_or_default().to_pt();
    let most = |of: fn(&Point) -> Abs| corners.iter().map(of).max().unwrap_or_default().to_pt();
    type Along = fn(&Point) -> Abs;
    let (x, y): (Along, Along) = (|at| at.x, |at| at.y);
    Placed {
        left: least(x),
        top: least(y),
        right: most(x),
        bottom: most(y),
        text,
        size,
    }
}
