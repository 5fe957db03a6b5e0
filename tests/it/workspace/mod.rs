//! The program without its window.

mod exports;
mod matrix_view;
