//! The rooms of the window, listed once. What a room is called in settings, texts and commands follows from its line, and
//! `ui/screens.rs` takes what is drawn from the same list.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Hands the list of rooms to another macro, in their order on the rail. A line is the room's folder in `ui`, which its keys
/// in the `.ftl` end in (`room-lab`, `command-go-lab`), its `Room`, its `Screen` in that folder, and the digit that goes to it
/// with Ctrl, and its group on the rail: what there is, what is said of it, what may come, what is made of it.
#[macro_export]
macro_rules! rooms {
    ($each:ident) => {
        $each! {
            catalogue Catalogue CatalogueScreen '1' 0,
            frameworks Frameworks FrameworksScreen '2' 0,
            matrix Matrix MatrixScreen '3' 1,
            compare Compare CompareScreen '4' 1,
            analysis Analysis AnalysisScreen '5' 1,
            lab Lab LabScreen '6' 1,
            sheets Sheets SheetsScreen '9' 3,
        }
    };
}

macro_rules! room {
    ($($folder:ident $room:ident $screen:ident $digit:literal $group:literal),+ $(,)?) => {
        /// The rooms of the rail.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Room { $($room),+ }

        impl Room {
            pub const ALL: &'static [Self] = &[$(Self::$room),+];

            /// What it is called in the settings.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$room => stringify!($folder)),+ }
            }
            /// The key of its name.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$room => concat!("room-", stringify!($folder))),+ }
            }
            /// The key of the command that goes to it.
            pub(super) const fn go_key(self) -> &'static str {
                match self { $(Self::$room => concat!("command-go-", stringify!($folder))),+ }
            }
            pub(super) const fn digit(self) -> char {
                match self { $(Self::$room => $digit),+ }
            }
            /// Its group on the rail.
            pub const fn group(self) -> u8 {
                match self { $(Self::$room => $group),+ }
            }
        }
    };
}
rooms!(room);

/// Where work is done: the grid.
impl Default for Room {
    fn default() -> Self {
        Self::Matrix
    }
}

impl Serialize for Room {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

/// Settings may name a room that this version does not have: one that is gone, or of a version to come.
impl<'de> Deserialize<'de> for Room {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        Ok(Self::ALL
            .iter()
            .copied()
            .find(|room| room.name() == name)
            .unwrap_or_default())
    }
}
