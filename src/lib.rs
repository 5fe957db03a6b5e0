//! Ordito: policy coherence matrices. `ARCHITECTURE.md` says which room holds what.
//!
//! The program with and without its window; the crates it is made of, under the names of their rooms.

pub mod app;
pub mod cli;

pub use ordito_analysis as analysis;
pub use ordito_document as document;
pub use ordito_document::storage;
pub use ordito_ground::{disk, jobs, text};
pub use ordito_import as import;
pub use ordito_import::library;
pub use ordito_model as model;
pub use ordito_pages::{export, figure, report};
pub use ordito_ui as ui;
pub use ordito_words as words;
pub use ordito_workspace as workspace;
pub use ordito_workspace::said;
