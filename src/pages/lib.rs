//! The wing of the pages: what is drawn, what is said on paper, and the files that both become.

pub mod export;
pub mod figure;
pub mod report;
