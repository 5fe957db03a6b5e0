//! The one door: edits, undo, reopening.

mod small;
