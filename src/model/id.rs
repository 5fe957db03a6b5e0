//! Ids: 128 random bits, so that copies filled apart can be merged. A name in the file is never an id.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A text that is not 32 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id of 32 hexadecimal digits")]
pub struct NotAnId;

fn from_hex(text: &str) -> Result<[u8; 16], NotAnId> {
    // A sign would be read as part of the number.
    if text.len() != 32 || text.starts_with('+') {
        return Err(NotAnId);
    }
    u128::from_str_radix(text, 16).map(u128::to_be_bytes).map_err(|_| NotAnId)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(into = "String", try_from = "String")]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// A new id: time-ordered with 74 random bits (UUID version 7).
            pub fn random() -> Self {
                // A clock before 1970 gives no time to order by, and is no reason to fail.
                let id = match std::time::UNIX_EPOCH.elapsed() {
                    Ok(_) => uuid::Uuid::now_v7(),
                    Err(_) => uuid::Uuid::new_v4(),
                };
                Self(id.into_bytes())
            }
            /// The id that belongs to a number: for tests and for things that must be the same in every document.
            pub const fn fixed(number: u128) -> Self {
                Self(number.to_be_bytes())
            }
            pub const fn bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:032x}", u128::from_be_bytes(self.0))
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}:{self}", stringify!($name))
            }
        }
        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }
        impl TryFrom<String> for $name {
            type Error = NotAnId;
            fn try_from(text: String) -> Result<Self, NotAnId> {
                from_hex(&text).map(Self)
            }
        }
        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                from_hex(text).map(Self)
            }
        }
        impl TryFrom<&[u8]> for $name {
            type Error = NotAnId;
            fn try_from(bytes: &[u8]) -> Result<Self, NotAnId> {
                <[u8; 16]>::try_from(bytes).map(Self).map_err(|_| NotAnId)
            }
        }
    )+};
}

ids! {
    /// The document itself; the same in every copy of it.
    DocumentId,
    PolicyId, ActorId, SourceId, FrameworkId, GoalId, CrosswalkId, ScaleId, MatrixId, AssessorId, ClusterId,
    MilestoneId, LabId, QuestionId,
}
