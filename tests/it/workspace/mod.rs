//! The program without its window.

mod consensus;
mod exports;
mod matrix_view;
mod opening;
mod settings;
mod take_over;
