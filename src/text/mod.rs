//! How texts are compared: one folding for names, headings, searches and words. What is stored stays as it was typed.

mod fold;

pub use fold::{alike, folded, visible};
