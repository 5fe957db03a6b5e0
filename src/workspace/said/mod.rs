//! Says what the rooms below report: refusals and errors, findings, steps with what they changed, what an import would
//! do. It stands above everything it speaks of; what the model alone holds is said by `words`.

mod exports;
mod files;
mod findings;
mod imports;
mod notes;
mod refusals;
mod rules;
mod steps;
mod tables;

pub use files::say_holder;
pub use findings::say_finding;
pub use imports::{
    column_use, first_places, matrix_notes, matrix_problems, policies_notes, policies_problems,
    say_column,
};
pub use rules::say_breaches;
pub use steps::{say_label, say_step};

use ordito_words::Words;

/// A report of another room that can be told to a person; `words::Say` is the same for what the model holds.
pub trait Said {
    fn say(&self, words: &Words) -> String;
}
