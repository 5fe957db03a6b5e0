//! Charts and score colours as plain data, the same for screen and page. Nothing here knows of egui or of a format.

pub mod chart;
mod matrix;
mod measure;
pub mod palette;
mod parts;
mod profile;
mod shape;
pub mod signs;
mod svg;

pub use matrix::{MatrixPart, matrix_picture};
pub use measure::Measure;
pub use profile::profile_picture;
pub use shape::{Anchor, Area, Canvas, Picture, Shape, Text, Weight};
pub use svg::svg;

/// The typefaces of screen and page by name: Titillium Web (OFL) and DejaVu Sans for the symbols it lacks.
pub static FONTS: [(&str, &[u8]); 4] = [
    (
        "titillium-400",
        include_bytes!("../../../assets/fonts/titillium-400.ttf"),
    ),
    (
        "titillium-600",
        include_bytes!("../../../assets/fonts/titillium-600.ttf"),
    ),
    (
        "titillium-700",
        include_bytes!("../../../assets/fonts/titillium-700.ttf"),
    ),
    (
        "dejavu-sans",
        include_bytes!("../../../assets/fonts/dejavu-sans.ttf"),
    ),
];
