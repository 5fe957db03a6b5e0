//! How texts are compared, cut and escaped: one folding for names, headings, searches and words, pieces whose ends were
//! found, one XML. What is stored stays as it was typed.

mod codes;
mod fold;
mod piece;
mod xml;

pub use codes::counted;
pub use fold::{alike, folded, visible};
pub use piece::Piece;
pub use xml::escaped;
