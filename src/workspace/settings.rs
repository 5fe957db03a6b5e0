//! What is remembered between runs, in the user's own folder: never in a document.

use super::Room;
use crate::figure::palette::Look;
use crate::model::{Language, Timestamp};
use crate::storage::Who;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// A document opened lately.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recent {
    pub path: PathBuf,
    pub title: String,
    pub at: Timestamp,
}

/// How much may move on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Motion {
    /// As the desktop asks of all its programs.
    #[default]
    Desktop,
    Reduced,
    Full,
}

/// The user's choices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub language: Language,
    pub look: Look,
    pub motion: Motion,
    /// 1 is 100 %.
    pub zoom: f32,
    /// Who edits, as the history says it.
    pub author: String,
    pub room: Room,
    pub recent: Vec<Recent>,
    pub window: [f32; 2],
    pub maximised: bool,
    pub tour_seen: bool,
    /// Where they are kept; `None` keeps them nowhere (tests).
    #[serde(skip)]
    pub file: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::It,
            look: Look::Light,
            motion: Motion::default(),
            zoom: 1.0,
            author: Who::of_system().signature(),
            room: Room::default(),
            recent: Vec::new(),
            window: [1280.0, 800.0],
            maximised: false,
            tour_seen: false,
            file: None,
        }
    }
}

const RECENT_LIMIT: usize = 12;
pub const ZOOM_RANGE: std::ops::RangeInclusive<f32> = 0.6..=3.0;

impl Settings {
    /// Reads the settings; whatever cannot be read falls back to what a new user has.
    pub fn load(file: &Path) -> Self {
        let mut settings: Self =
            std::fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        settings.zoom = settings.zoom.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
        settings.file = Some(file.to_owned());
        settings
    }

    /// Writes them under a temporary name, then renames. They are no document: failing is not worth a message.
    pub fn save(&self) {
        let Some(file) = &self.file else { return };
        let Ok(text) = serde_json::to_string_pretty(self) else { return };
        if let Some(folder) = file.parent() {
            let _ = std::fs::create_dir_all(folder);
        }
        let temporary = file.with_extension("json.new");
        if std::fs::write(&temporary, text).is_ok() {
            let _ = std::fs::rename(&temporary, file);
        }
    }

    pub fn remember_file(&mut self, path: &Path, title: &str, at: Timestamp) {
        self.recent.retain(|recent| recent.path != path);
        self.recent.insert(0, Recent { path: path.to_owned(), title: title.to_owned(), at });
        self.recent.truncate(RECENT_LIMIT);
    }
}
