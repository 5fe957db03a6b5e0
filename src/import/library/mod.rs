//! What ships with the program: frameworks, scales and the sample, as data that becomes edits.
//!
//! Reads `assets/` and `sample-policies/`, which are part of the program. Ids are derived from names, so that the same
//! framework has the same ids in every document and copies can be compared. Not here: other people's files (`import`).

mod framework;
mod illustrative;
mod sample;
mod sample_labs;
mod scale;

pub use framework::{SHIPPED_FRAMEWORKS, ShippedFramework, framework, frameworks};
pub use illustrative::Illustrative;
pub use sample::{SAMPLE_GOALS, SAMPLE_MATRIX, sample};
pub use scale::{scale, scales};

use ordito_document::Edit;
use ordito_model::{DocumentId, Info, StepLabel};
use sha2::{Digest as _, Sha256};

/// Something shipped is not as it should be; a test keeps this from happening.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LibraryError {
    #[error("{file}: {detail}")]
    Malformed { file: String, detail: String },
    #[error("{file}, line {line}: {what} {name:?} is not known")]
    Unknown {
        file: String,
        line: usize,
        what: &'static str,
        name: String,
    },
    #[error("there is no shipped framework {0:?}")]
    NoSuchFramework(String),
}

/// Bytes of an id that are the same wherever this is asked: the first 128 bits of SHA-256 over the words.
fn derived(words: &[&str]) -> [u8; 16] {
    let mut hasher = Sha256::new();
    hasher.update(b"ordito");
    for word in words {
        hasher.update([0]);
        hasher.update(word.as_bytes());
    }
    let bytes: [u8; 32] = hasher.finalize().into();
    let (first, _) = bytes.split_at(16);
    std::array::from_fn(|at| first.get(at).copied().unwrap_or(0))
}

/// What a new document starts with.
#[derive(Debug, Clone)]
pub struct NewDocument<'a> {
    pub title: &'a str,
    /// The agreed assessor's name: "Consenso".
    pub agreed: &'a str,
    /// Keys of shipped frameworks.
    pub frameworks: &'a [&'a str],
    pub illustrative: bool,
}

/// The first edit of a document: its particulars, all shipped scales, the frameworks asked for.
///
/// # Errors
/// When a framework is not among the shipped ones.
pub fn new_document(new: &NewDocument<'_>) -> Result<Edit, LibraryError> {
    let frameworks = new
        .frameworks
        .iter()
        .map(|key| framework(key))
        .collect::<Result<_, _>>()?;
    Ok(Edit::Create {
        info: Info {
            id: DocumentId::random(),
            title: new.title.to_owned(),
            description: String::new(),
            body: String::new(),
            illustrative: new.illustrative,
        },
        agreed: new.agreed.to_owned(),
        scales: scales()?,
        frameworks,
    })
}

/// The first step of a document that begins with the sample in it: nobody made that by hand, and nobody is to lose it by
/// one Ctrl+Z too many.
///
/// # Errors
/// As `new_document`; never because of the sample, which a test reads.
pub fn sample_document(new: &NewDocument<'_>) -> Result<Edit, LibraryError> {
    Ok(Edit::Together {
        label: StepLabel::Created,
        edits: vec![new_document(new)?, sample()?],
    })
}
