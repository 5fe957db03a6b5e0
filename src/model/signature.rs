//! Who signs: the person at this computer, their office and body, as they said it themselves.
//!
//! Kept in settings and printed on papers. Of it a document holds only the line that signs its steps and cells.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Who signs. Empty texts are not said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Signature {
    pub person: String,
    pub office: String,
    /// The body whose name stands on papers of documents that name none of their own.
    pub body: String,
    /// The body's mark; a file of its own beside the settings.
    #[serde(skip)]
    pub logo: Option<Logo>,
}

/// What kind of picture a logo is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoKind {
    Png,
    Svg,
}
impl LogoKind {
    pub const ALL: [Self; 2] = [Self::Png, Self::Svg];
    /// The ending of its file.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// A picture to print: checked when it was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    pub kind: LogoKind,
    pub bytes: Arc<[u8]>,
}

/// What stands at the head of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letterhead {
    pub body: String,
    pub office: String,
    pub person: String,
    pub logo: Option<Logo>,
}

impl Signature {
    /// The line that signs steps, cells, versions: the person and their office; empty when neither was said.
    pub fn line(&self) -> String {
        let parts = [self.person.trim(), self.office.trim()];
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The head of a paper about a document whose own body is this. The document's body wins; then the logo is left
    /// out unless it is of the same body, and so is the office.
    pub fn letterhead(&self, body_of_document: &str) -> Letterhead {
        let (own, ours) = (body_of_document.trim(), self.body.trim());
        let person = self.person.trim().to_owned();
        if own.is_empty() || ordito_ground::text::alike(own, ours) {
            let body = if own.is_empty() { ours } else { own };
            return Letterhead {
                body: body.to_owned(),
                office: self.office.trim().to_owned(),
                person,
                logo: self.logo.clone(),
            };
        }
        Letterhead {
            body: own.to_owned(),
            office: String::new(),
            person,
            logo: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signature() -> Signature {
        Signature {
            person: " Ada Rossi".to_owned(),
            office: "Ufficio piani ".to_owned(),
            body: "Comune di Prova".to_owned(),
            logo: Some(Logo {
                kind: LogoKind::Svg,
                bytes: Arc::from(&b"<svg/>"[..]),
            }),
        }
    }

    #[test]
    fn the_line_has_what_was_said_and_nothing_else() {
        assert_eq!(signature().line(), "Ada Rossi, Ufficio piani");
        assert_eq!(
            Signature {
                person: String::new(),
                ..signature()
            }
            .line(),
            "Ufficio piani"
        );
        assert_eq!(Signature::default().line(), "");
    }

    #[test]
    fn the_documents_own_body_wins_and_takes_no_logo_of_another_one() {
        let none_of_its_own = signature().letterhead(" ");
        assert_eq!(
            (
                none_of_its_own.body.as_str(),
                none_of_its_own.logo.is_some()
            ),
            ("Comune di Prova", true)
        );
        let the_same = signature().letterhead("COMUNE DI PROVA");
        assert_eq!(
            (the_same.body.as_str(), the_same.logo.is_some()),
            ("COMUNE DI PROVA", true)
        );
        let otherwise_written = signature().letterhead("Comune di Pròva");
        assert!(otherwise_written.logo.is_some());
        let another = signature().letterhead("Regione");
        assert_eq!(
            (another.body.as_str(), another.office.as_str(), another.logo),
            ("Regione", "", None)
        );
        assert_eq!(another.person, "Ada Rossi");
    }
}
