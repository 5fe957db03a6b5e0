//! One method of `Words` for each message of `assets/i18n`: `words.file_untitled()`, `words.note_hidden_rows(n, which)`. The
//! values of a message with many have names: `words.matrix_cell_label(MatrixCellLabel { row, column, … })`.
//!
//! The build script writes them (`generate.rs`), from the texts of both languages: a value that chooses between one and
//! many, or is written as `{$n-text}`, is a count; any other is a text.

#![allow(clippy::all, clippy::pedantic, reason = "written by the build script")]

use super::{Count, Words};

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
