//! The one door: edits, undo, reopening.

pub mod chance;
mod entries;
pub mod generate;
mod join;
pub mod lab;
mod merge;
mod past;
mod policy_changes;
mod random;
mod refused;
pub mod small;
mod whole;
