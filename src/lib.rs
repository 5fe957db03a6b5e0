//! Ordito: policy coherence matrices. `ARCHITECTURE.md` says which room holds what.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod disk;
pub mod document;
pub mod export;
pub mod figure;
pub mod import;
pub mod jobs;
pub mod library;
pub mod model;
pub mod report;
pub mod said;
pub mod storage;
pub mod text;
pub mod ui;
pub mod words;
pub mod workspace;
