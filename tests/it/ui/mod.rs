//! Screens as a screen reader sees them, found by role and label.

mod analysis;
mod analysis_groups;
mod analysis_indirect;
mod analysis_speed;
pub mod catalogue;
mod catalogue_look;
mod compare;
mod compare_speed;
mod dialogs;
pub mod driver;
mod frameworks;
mod guide_pictures;
mod import;
mod lab;
mod matrix;
mod matrix_commands;
mod matrix_look;
pub mod matrix_speed;
mod merge;
mod motion;
mod sheets;
mod typefaces;
mod zoom;
mod zoom_dialogs;
