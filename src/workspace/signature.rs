//! Who signs: asked once, changed in one place, never guessed.

use super::{Severity, Workspace};
use crate::said::Said as _;
use ordito_model::{Letterhead, Signature};
use ordito_pages::export::{LogoError, read_logo};
use std::path::Path;

impl Workspace {
    /// Whether the person is to be asked who they are: something can be signed and nobody has said with which name.
    pub fn asks_who(&self) -> bool {
        let signs = self
            .document()
            .is_some_and(|document| !document.is_read_only());
        signs && !self.settings.signature_asked && self.settings.author.is_none()
    }

    /// The head of papers about the open document.
    pub fn letterhead(&self) -> Letterhead {
        let info = self.contents().and_then(|contents| contents.info());
        let mut letterhead = self
            .settings
            .signature
            .letterhead(info.map_or("", |info| info.body.as_str()));
        if let Some(author) = self
            .settings
            .author
            .as_ref()
            .filter(|author| !author.trim().is_empty())
        {
            author.trim().clone_into(&mut letterhead.person);
        }
        letterhead
    }

    pub(super) fn set_signature(&mut self, signature: Signature) {
        let logo = self.settings.signature.logo.take();
        self.settings.signature = Signature { logo, ..signature };
        self.settings.signature_asked = true;
        // What is said here is meant to hold from now on, also where the command line had said something else.
        self.settings.author = None;
        self.settings.save();
    }

    pub(super) fn set_logo(&mut self, path: Option<&Path>) {
        let logo = match path.map(read_logo).transpose() {
            Ok(logo) => logo,
            Err(error) => {
                let text = error.say(&self.words);
                self.tell(Severity::Error, text);
                return;
            }
        };
        if let Err(error) = self.settings.set_logo(logo) {
            // Without a file of settings nothing is written, and nothing can fail.
            let Some(path) = self.settings.file.clone() else {
                return;
            };
            let text = LogoError::Io { path, error }.say(&self.words);
            self.tell(Severity::Error, text);
        }
    }
}
