//! One binary for all tests of whole rooms and stories; one module for each room.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests say what holds")]

mod analysis;
mod architecture;
mod cli;
mod docs;
mod document;
mod exchange;
mod export;
mod figure;
mod i18n;
mod library;
mod patience;
mod report;
mod storage;
mod ui;
mod version;
mod workspace;
