//! The rooms of the window. Rail, shortcuts, palette, drawing, commands, what is typed and what would be lost all go by
//! this list: a new room is its own folder and one line here.

use super::screen::{About, Screen};
use crate::workspace::{Command, Room};
use egui_material_icons::{MaterialIcon, icons};

macro_rules! screens {
    ($($name:ident),+ $(,)?) => {
        /// Every room with what it remembers between frames.
        #[derive(Debug, Default)]
        pub struct Rooms { $(pub $name: super::$name::State),+ }

        /// What is known of each, in their order on the rail.
        pub const ABOUT: &[&About] = &[$(&super::$name::ABOUT),+];

        impl Rooms {
            pub fn all(&self) -> [&dyn Screen; ABOUT.len()] {
                [$(&self.$name),+]
            }
            pub fn all_mut(&mut self) -> [&mut dyn Screen; ABOUT.len()] {
                [$(&mut self.$name),+]
            }
        }
    };
}

screens! {
    catalogue,
    frameworks,
    matrix,
    compare,
    analysis,
    lab,
    sheets,
}

impl Rooms {
    pub fn get(&self, room: Room) -> Option<&dyn Screen> {
        self.all().into_iter().find(|screen| screen.about().room == room)
    }
    pub fn get_mut(&mut self, room: Room) -> Option<&mut dyn Screen> {
        self.all_mut().into_iter().find(|screen| screen.about().room == room)
    }
    /// The room that has the whole window for itself.
    pub fn over_all(&mut self) -> Option<&mut dyn Screen> {
        self.all_mut().into_iter().find(|screen| screen.takes_window())
    }
}

/// The room that a command is of.
pub fn owner(command: Command) -> Option<&'static About> {
    ABOUT.iter().copied().find(|about| about.commands.contains(&command.group()))
}

/// The room that a command goes to.
pub fn goal(command: Command) -> Option<&'static About> {
    ABOUT.iter().copied().find(|about| about.go == command)
}

/// The icon of a room, of those to come too.
pub fn icon(room: Room) -> MaterialIcon {
    let later = if room == Room::Indicators { icons::ICON_MONITORING } else { icons::ICON_ALT_ROUTE };
    ABOUT.iter().find(|about| about.room == room).map_or(later, |about| about.icon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_room_is_listed_once_in_the_order_of_the_rail() {
        let listed: Vec<Room> = ABOUT.iter().map(|about| about.room).collect();
        let built: Vec<Room> = Room::ALL.into_iter().filter(|room| room.is_built()).collect();
        assert_eq!(listed, built);
    }

    #[test]
    fn each_rooms_way_is_called_like_it_and_no_group_has_two_rooms() {
        let mut groups = std::collections::BTreeSet::new();
        for about in ABOUT {
            assert_eq!(about.go.key(), format!("command-go-{}", about.room.key()));
            assert!(about.go.shortcut().is_some(), "{:?}", about.room);
            for group in about.commands {
                assert!(groups.insert(*group), "{group:?}");
            }
        }
    }

    #[test]
    fn each_room_has_its_chapter_in_the_guide() {
        let words = crate::words::Words::new(crate::model::Language::It);
        let guide = crate::report::guide::guide(&words, &[], crate::model::Timestamp(0));
        for about in ABOUT {
            assert!(guide.chapters.iter().any(|chapter| chapter.id == about.chapter), "{:?}", about.room);
        }
    }
}
