//! Charts and score colours as plain data, the same for screen and page. Nothing here knows of egui or of a format.

pub mod palette;
