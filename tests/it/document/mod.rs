//! The one door: edits, undo, reopening.

pub mod small;
