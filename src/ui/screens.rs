//! The rooms of the window, as `workspace::rooms` lists them. Rail, shortcuts, palette, drawing, commands, what is typed and
//! what would be lost all go by that list: a new room is its own folder and one line there.

use super::screen::{About, Screen};
use ordito_workspace::{Command, Group, Room};

macro_rules! screens {
    ($($folder:ident $room:ident $screen:ident $digit:literal $group:literal),+ $(,)?) => {
        /// Every room with what it remembers between frames.
        #[derive(Debug, Default)]
        pub struct Rooms { $(pub $folder: super::$folder::$screen),+ }

        /// What is known of a room before it is drawn.
        pub const fn about(room: Room) -> &'static About {
            match room { $(Room::$room => &super::$folder::ABOUT),+ }
        }

        impl Rooms {
            pub fn get(&self, room: Room) -> &dyn Screen {
                match room { $(Room::$room => &self.$folder),+ }
            }
            pub fn get_mut(&mut self, room: Room) -> &mut dyn Screen {
                match room { $(Room::$room => &mut self.$folder),+ }
            }
            pub fn all(&self) -> [(Room, &dyn Screen); Room::ALL.len()] {
                [$((Room::$room, &self.$folder)),+]
            }
            pub fn all_mut(&mut self) -> [(Room, &mut dyn Screen); Room::ALL.len()] {
                [$((Room::$room, &mut self.$folder)),+]
            }
            /// Another document is open.
            pub fn afresh(&mut self) {
                $(self.$folder.afresh();)+
            }
        }
    };
}
ordito_workspace::rooms!(screens);

impl Rooms {
    /// The room that has the whole window for itself.
    pub fn over_all(&mut self) -> Option<&mut dyn Screen> {
        self.all_mut()
            .into_iter()
            .map(|(_, screen)| screen)
            .find(|screen| screen.takes_window())
    }
    /// The room, if any, in which a dialog is open.
    pub fn has_dialog(&self) -> bool {
        self.all()
            .into_iter()
            .any(|(_, screen)| screen.has_dialog())
    }
}

/// The room that a command is of.
pub fn owner(command: Command) -> Option<Room> {
    match command.group() {
        Group::Of(room) => Some(room),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_room_has_its_chapter_in_the_guide() {
        let words = ordito_words::Words::new(ordito_model::Language::It);
        let guide = ordito_pages::report::guide::guide(&words, &[], ordito_model::Timestamp(0));
        for room in Room::ALL {
            let chapter = about(*room).chapter;
            assert!(
                guide.chapters.iter().any(|each| each.id == chapter),
                "{room:?}: {chapter}"
            );
        }
    }
}
