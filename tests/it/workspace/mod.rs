//! The program without its window.

mod exports;
mod matrix_view;
mod take_over;
