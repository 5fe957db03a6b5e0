//! Copies that were filled apart, brought together: what is said of it (`said`).

mod said;

pub use said::{clash_name, kind_says, proposal_says, record_name, record_says, version_says};
