//! What is remembered between runs, in the user's own folder: never in a document.

use super::clocks::Stopwatch;
use super::places::Remembered;
use super::widths::Widths;
use super::{Command, Room};
use ordito_document::storage::Who;
use ordito_model::{Language, Logo, LogoKind, Signature, Timestamp};
use ordito_pages::figure::palette::Look;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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

/// How closely the matrix is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// Compact where the wide form does not fit.
    #[default]
    Automatic,
    Compact,
    Wide,
}

/// The columns of the catalogue, by their names in settings: the same in every document.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CatalogueColumns {
    /// Those that are shown; none where nobody chose.
    pub shown: Vec<String>,
    /// Widths that are not as they begin, in points.
    pub widths: BTreeMap<String, f32>,
}

/// The user's choices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub language: Language,
    pub look: Look,
    pub motion: Motion,
    pub density: Density,
    /// Rows of the matrix are as high as their names are long.
    pub whole_names: bool,
    /// Goals stand in the order of their numbers, not in that of their framework.
    pub goals_by_number: bool,
    /// 1 is 100 %.
    pub zoom: f32,
    /// Who signs, as they said it themselves.
    pub signature: Signature,
    /// Whether the person was asked who they are; to say nothing is an answer too.
    pub signature_asked: bool,
    /// Who signs in this run, as the command line says it.
    #[serde(skip)]
    pub author: Option<String>,
    pub room: Room,
    pub recent: Vec<Recent>,
    /// Keys of commands chosen in the palette, the last one first.
    pub commands: Vec<String>,
    /// Where the person was in each document, the last one first.
    pub places: Vec<Remembered>,
    /// Widths of columns in each matrix, the last one first.
    pub widths: Vec<Widths>,
    pub catalogue: CatalogueColumns,
    /// Time used for questions of laboratories, the last one first.
    pub clocks: Vec<Stopwatch>,
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
            density: Density::default(),
            whole_names: false,
            goals_by_number: false,
            zoom: 1.0,
            signature: Signature::default(),
            signature_asked: false,
            author: None,
            room: Room::default(),
            recent: Vec::new(),
            commands: Vec::new(),
            places: Vec::new(),
            widths: Vec::new(),
            catalogue: CatalogueColumns::default(),
            clocks: Vec::new(),
            window: [1280.0, 800.0],
            maximised: false,
            tour_seen: false,
            file: None,
        }
    }
}

/// Their file in the data folder.
pub const SETTINGS: &str = "settings.json";
/// Settings that are longer are not ours.
const MOST_BYTES: u64 = 4 << 20;
const RECENT_LIMIT: usize = 12;
const COMMANDS_LIMIT: usize = 6;
pub const ZOOM_RANGE: std::ops::RangeInclusive<f32> = 0.6..=3.0;

/// What of them can be read: another version may have written something else in one place, which falls back alone.
fn read(bytes: &[u8]) -> Settings {
    let Ok(serde_json::Value::Object(fields)) = serde_json::from_slice(bytes) else {
        return Settings::default();
    };
    let alone = |(name, value): &(String, serde_json::Value)| {
        let one = serde_json::Map::from_iter([(name.clone(), value.clone())]);
        Settings::deserialize(serde_json::Value::Object(one)).is_ok()
    };
    let known = fields.into_iter().filter(alone).collect();
    Settings::deserialize(serde_json::Value::Object(known)).unwrap_or_default()
}

impl Settings {
    /// Reads the settings; whatever cannot be read falls back to what a new user has.
    pub fn load(file: &Path) -> Self {
        let mut settings = Self::default();
        if let Ok(bytes) = ordito_ground::disk::read(file, MOST_BYTES) {
            settings = read(&bytes);
            settings.take_former_author(&bytes);
        }
        settings.signature.logo = read_logo(file);
        settings.zoom = settings.zoom.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
        settings.file = Some(file.to_owned());
        settings
    }

    /// Writes them under a temporary name, then renames. They are no document: failing is not worth a message.
    pub fn save(&self) {
        let Some(file) = &self.file else { return };
        // Another window may have been in other documents since.
        let theirs = ordito_ground::disk::read(file, MOST_BYTES).ok();
        let theirs = theirs.map(|bytes| read(&bytes));
        let mut whole = self.clone();
        let known = |each: &Remembered| {
            self.places
                .iter()
                .any(|mine| mine.document == each.document)
        };
        let wide = |each: &Widths| self.widths.iter().any(|mine| mine.is_of(each));
        if let Some(theirs) = theirs {
            whole
                .places
                .extend(theirs.places.into_iter().filter(|each| !known(each)));
            whole
                .widths
                .extend(theirs.widths.into_iter().filter(|each| !wide(each)));
        }
        whole.places.truncate(super::places::PLACES);
        whole.widths.truncate(super::widths::MATRICES);
        let Ok(text) = serde_json::to_string_pretty(&whole) else {
            return;
        };
        if let Some(folder) = file.parent() {
            let _ = std::fs::create_dir_all(folder);
        }
        let _ = ordito_ground::disk::write(file, text.as_bytes());
    }

    /// The line that signs what is done now; empty while nobody has said who they are.
    pub fn signed(&self) -> String {
        self.author
            .clone()
            .filter(|author| !author.trim().is_empty())
            .unwrap_or_else(|| self.signature.line())
    }

    /// Settings of earlier versions hold a name that mostly nobody had given: the computer's account.
    fn take_former_author(&mut self, bytes: &[u8]) {
        #[derive(Deserialize)]
        struct Former {
            author: String,
        }
        if self.signature_asked || !self.signature.person.is_empty() {
            return;
        }
        let Ok(former) = serde_json::from_slice::<Former>(bytes) else {
            return;
        };
        if !former.author.trim().is_empty() && !Who::is_account(former.author.trim()) {
            former.author.trim().clone_into(&mut self.signature.person);
            self.signature_asked = true;
        }
    }

    /// Keeps the logo beside the settings, so that the file it came from may go.
    ///
    /// # Errors
    /// When it cannot be written; then the one before stays.
    pub fn set_logo(&mut self, logo: Option<Logo>) -> std::io::Result<()> {
        if let Some(file) = &self.file {
            if let Some(logo) = &logo {
                if let Some(folder) = file.parent() {
                    std::fs::create_dir_all(folder)?;
                }
                ordito_ground::disk::write(&logo_file(file, logo.kind), &logo.bytes)?;
            }
            for kind in LogoKind::ALL
                .into_iter()
                .filter(|kind| logo.as_ref().is_none_or(|logo| logo.kind != *kind))
            {
                let other = logo_file(file, kind);
                if other.exists() {
                    std::fs::remove_file(other)?;
                }
            }
        }
        self.signature.logo = logo;
        Ok(())
    }

    /// Puts a command before those that were used earlier.
    pub fn used(&mut self, command: Command) {
        self.commands.retain(|key| key != command.key());
        self.commands.insert(0, command.key().to_owned());
        self.commands.truncate(COMMANDS_LIMIT);
    }

    /// Commands that were used lately, the last one first; what this version does not know is passed over.
    pub fn recent_commands(&self) -> Vec<Command> {
        let known = |key: &String| Command::all().find(|command| command.key() == key);
        self.commands.iter().filter_map(known).collect()
    }

    pub fn remember_file(&mut self, path: &Path, title: &str, at: Timestamp) {
        self.recent.retain(|recent| recent.path != path);
        self.recent.insert(
            0,
            Recent {
                path: path.to_owned(),
                title: title.to_owned(),
                at,
            },
        );
        self.recent.truncate(RECENT_LIMIT);
    }
}

/// Where the logo is kept: `logo.png` or `logo.svg` beside the settings.
fn logo_file(settings: &Path, kind: LogoKind) -> PathBuf {
    settings.with_file_name(format!("logo.{}", kind.ending()))
}

/// The logo that is kept; one that somebody broke is as none.
fn read_logo(settings: &Path) -> Option<Logo> {
    let files = LogoKind::ALL.map(|kind| logo_file(settings, kind));
    files
        .iter()
        .filter(|file| file.is_file())
        .find_map(|file| ordito_pages::export::read_logo(file).ok())
}
