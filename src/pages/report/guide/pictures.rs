//! The pictures of the guide, in both languages. `.ci/pictures` makes them from the program itself.

use ordito_model::Language;

macro_rules! pictures {
    ($($name:literal),+ $(,)?) => {
        /// Their names.
        pub const PICTURES: &[&str] = &[$($name),+];
        /// A picture as PNG.
        pub fn picture(language: Language, name: &str) -> Option<&'static [u8]> {
            match (language, name) {
                $((Language::It, $name) => Some(include_bytes!(concat!("../../../../assets/guide/it/", $name, ".png"))),
                (Language::En, $name) => Some(include_bytes!(concat!("../../../../assets/guide/en/", $name, ".png"))),)+
                _ => None,
            }
        }
    };
}
pictures!(
    "matrix",
    "catalogue",
    "cell",
    "analysis",
    "network",
    "compare",
    "lab",
    "sheets"
);
