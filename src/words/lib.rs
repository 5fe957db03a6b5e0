//! The dictionary: every text a person reads, numbers and dates, in Italian and English. It knows the model alone; what
//! other rooms report is told by `said`.
//!
//! Texts are Fluent files, one for each screen, in `assets/i18n/LANGUAGE/SCREEN.ftl`. A test holds the two languages to
//! the same keys and variables, and the keys to the code.

pub mod messages;
mod number;
mod say;

pub use number::{Numbers, is_minus};
pub use say::{Say, say_author, say_item, say_many};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use ordito_model::Language;

macro_rules! screens {
    ($($screen:literal),+ $(,)?) => {
        /// Names of the text files.
        pub const SCREENS: &[&str] = &[$($screen),+];
        fn texts(language: Language) -> [&'static str; SCREENS.len()] {
            match language {
                Language::It => [$(include_str!(concat!("../../assets/i18n/it/", $screen, ".ftl"))),+],
                Language::En => [$(include_str!(concat!("../../assets/i18n/en/", $screen, ".ftl"))),+],
            }
        }
    };
}
screens!(
    "shell",
    "facts",
    "import",
    "words",
    "catalogue",
    "frameworks",
    "lab",
    "matrix",
    "compare",
    "analysis",
    "indirect",
    "sheets",
    "lab_paper",
    "export",
    "figure",
    "tables",
    "cli",
    "guide",
    "guide_methods",
    "guide_format"
);

/// A value put into a text.
#[derive(Debug, Clone)]
pub enum Arg {
    Text(String),
    /// A count: chooses the plural and is written with the language's separators.
    Count(usize),
}
impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self::Count(count as usize)
    }
}
impl From<u64> for Arg {
    fn from(count: u64) -> Self {
        Self::Count(usize::try_from(count).unwrap_or(usize::MAX))
    }
}
impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

/// How many, of whatever width it is counted in.
#[derive(Debug, Clone, Copy)]
pub struct Count(usize);
impl From<usize> for Count {
    fn from(count: usize) -> Self {
        Self(count)
    }
}
impl From<u32> for Count {
    fn from(count: u32) -> Self {
        Self(count as usize)
    }
}
impl From<u64> for Count {
    fn from(count: u64) -> Self {
        Self(usize::try_from(count).unwrap_or(usize::MAX))
    }
}

/// The texts and formats of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    numbers: Numbers,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({:?})", self.language)
    }
}

impl Words {
    pub fn new(language: Language) -> Self {
        let tag = match language {
            Language::It => unic_langid::langid!("it"),
            Language::En => unic_langid::langid!("en"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        for text in texts(language) {
            // Errors in the files are found by a test; here the sound messages still count.
            let resource =
                FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self {
            language,
            bundle,
            numbers: Numbers::new(language),
        }
    }

    pub const fn language(&self) -> Language {
        self.language
    }
    /// Numbers and dates of this language.
    pub const fn numbers(&self) -> &Numbers {
        &self.numbers
    }

    /// A text without variables. A missing key shows itself, so that it is seen.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A text with variables.
    pub fn say_with(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return key.to_owned();
        };
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => values.set(*name, FluentValue::from(text.clone())),
                Arg::Count(count) => {
                    values.set(*name, FluentValue::from(*count));
                    values.set(
                        format!("{name}-text"),
                        FluentValue::from(self.numbers.count(*count)),
                    );
                }
            }
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned()
    }

    /// A text with its values, as `messages` says it: a count is given with the name of its written form.
    fn put(
        &self,
        key: &str,
        texts: &[(&'static str, &str)],
        counts: &[(&'static str, &'static str, usize)],
    ) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return key.to_owned();
        };
        let mut values = FluentArgs::with_capacity(texts.len() + 2 * counts.len());
        for (name, text) in texts {
            values.set(*name, FluentValue::from(*text));
        }
        for (name, written, count) in counts {
            values.set(*name, FluentValue::from(*count));
            values.set(*written, FluentValue::from(self.numbers.count(*count)));
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned()
    }

    /// Whether there is such a text.
    pub fn knows(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}
