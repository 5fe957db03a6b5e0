//! Small values that several records share: two-language labels, wording states, levels of government, colours.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A language of the program.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    It,
    En,
}

/// A text in Italian and English; an empty side falls back to the other.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Label {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub it: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Label {
    pub fn new(it: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            it: it.into(),
            en: en.into(),
        }
    }
    /// The same words in both languages.
    pub fn same(text: impl Into<String>) -> Self {
        let it = text.into();
        Self { en: it.clone(), it }
    }
    pub fn get(&self, language: Language) -> &str {
        let (first, second) = match language {
            Language::It => (&self.it, &self.en),
            Language::En => (&self.en, &self.it),
        };
        if first.is_empty() { second } else { first }
    }
    pub fn is_empty(&self) -> bool {
        self.it.is_empty() && self.en.is_empty()
    }
    /// Replaces what is said in one language.
    pub fn set(&mut self, language: Language, text: impl Into<String>) {
        match language {
            Language::It => self.it = text.into(),
            Language::En => self.en = text.into(),
        }
    }
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $(#[serde(rename = $text)] $variant),+ }
        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The word that stands for it in files.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use words;

words! {
    /// Whether a name is the official one.
    Wording { Official = "official", Provisional = "provisional", ToFill = "to_fill" }
}
#[expect(clippy::derivable_impls, reason = "the macro writes the variants")]
impl Default for Wording {
    fn default() -> Self {
        Self::Provisional
    }
}

words! {
    /// Level of government.
    Level {
        Global = "global", European = "european", National = "national", Regional = "regional",
        Metropolitan = "metropolitan", Local = "local",
    }
}

/// An opaque colour, written `#RRGGBB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Rgb(pub u8, pub u8, pub u8);

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }
}
impl From<Rgb> for String {
    fn from(colour: Rgb) -> Self {
        colour.to_string()
    }
}
/// A text that is not `#RRGGBB`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a colour of the form #RRGGBB")]
pub struct NotAColour;
impl FromStr for Rgb {
    type Err = NotAColour;
    fn from_str(text: &str) -> Result<Self, NotAColour> {
        let hex = text
            .strip_prefix('#')
            .filter(|hex| hex.len() == 6 && !hex.starts_with('+'))
            .ok_or(NotAColour)?;
        let value = u32::from_str_radix(hex, 16).map_err(|_| NotAColour)?;
        let [_, r, g, b] = value.to_be_bytes();
        Ok(Self(r, g, b))
    }
}
impl TryFrom<String> for Rgb {
    type Error = NotAColour;
    fn try_from(text: String) -> Result<Self, NotAColour> {
        text.parse()
    }
}

/// Seconds since 1970 in thousandths, UTC.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Timestamp(pub i64);
