//! The program without its window.

mod matrix_view;
