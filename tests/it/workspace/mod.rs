//! The program without its window.

mod exports;
mod matrix_view;
mod opening;
mod take_over;
