//! Ids: 128 random bits, so that copies filled apart can be merged. A name in the file is never an id.

/// A text that is not 32 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id of 32 hexadecimal digits")]
pub struct NotAnId;

pub(super) fn from_hex(text: &str) -> Result<[u8; 16], NotAnId> {
    // A sign would be read as part of the number.
    if text.len() != 32 || text.starts_with('+') {
        return Err(NotAnId);
    }
    u128::from_str_radix(text, 16)
        .map(u128::to_be_bytes)
        .map_err(|_| NotAnId)
}

/// Types of ids, each a key of its table; in the file of the record that it names, beside this one.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
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
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{:032x}", u128::from_be_bytes(self.0))
            }
        }
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}:{self}", stringify!($name))
            }
        }
        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }
        impl From<[u8; 16]> for $name {
            fn from(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }
        }
        impl TryFrom<String> for $name {
            type Error = super::NotAnId;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }
        impl std::str::FromStr for $name {
            type Err = super::NotAnId;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                super::id::from_hex(text).map(Self)
            }
        }
        impl TryFrom<&[u8]> for $name {
            type Error = super::NotAnId;
            fn try_from(bytes: &[u8]) -> Result<Self, Self::Error> {
                <[u8; 16]>::try_from(bytes).map(Self).map_err(|_| super::NotAnId)
            }
        }
        impl super::Key for $name {
            fn to_bytes(&self) -> Vec<u8> {
                self.0.to_vec()
            }
            fn from_bytes(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }
        }
    )+};
}
pub(super) use ids;

ids! {
    /// The document itself; the same in every copy of it.
    DocumentId,
}
