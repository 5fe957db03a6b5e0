//! Where the person was in each document: room, matrix, assessor, cell. In the settings, never in a document.

use super::{Room, Workspace};
use ordito_model::{AssessorId, DocumentId, Item, MatrixId};
use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};

/// Where somebody was. What is gone when they come back is as if it had not been said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub room: Room,
    pub matrix: Option<MatrixId>,
    pub assessor: Option<AssessorId>,
    pub row: Option<Item>,
    pub column: Option<Item>,
}

/// A place with the document it is in: copies of one document share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    pub document: DocumentId,
    #[serde(flatten)]
    pub place: Place,
}

/// Places of this many documents are kept.
pub const PLACES: usize = 60;
/// A place is written this long after it was left for another one, so that a crash loses little and typing is not held
/// up by writing.
const PAUSE: Duration = Duration::from_millis(1_500);

impl Workspace {
    pub(super) fn document_id(&self) -> Option<DocumentId> {
        self.contents()
            .and_then(|contents| contents.info())
            .map(|info| info.id)
    }

    /// Where the person was last in the open document.
    pub fn place(&self) -> Option<Place> {
        let id = self.document_id()?;
        self.settings
            .places
            .iter()
            .find(|known| known.document == id)
            .map(|known| known.place)
    }

    pub(super) fn set_place(&mut self, place: Place) {
        let Some(document) = self.document_id() else {
            return;
        };
        if self.place() == Some(place) {
            return;
        }
        let places = &mut self.settings.places;
        places.retain(|known| known.document != document);
        places.insert(0, Remembered { document, place });
        places.truncate(PLACES);
        self.place_changed.get_or_insert_with(Instant::now);
    }

    /// Writes the place that changed; says when it wants to be asked again.
    pub(super) fn tick_places(&mut self, now: Instant) -> Option<Duration> {
        let since = self.place_changed?;
        let left = PAUSE.saturating_sub(now.saturating_duration_since(since));
        if left.is_zero() {
            self.save_places();
            return None;
        }
        Some(left)
    }

    pub(super) fn save_places(&mut self) {
        if self.place_changed.take().is_some() {
            self.settings.save();
        }
    }
}
