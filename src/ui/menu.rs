//! The main menu: every command in one of its menus, none of them longer than a small screen is high.

use super::kit::menu;
use super::{UiState, widgets};
use crate::Cx;
use egui::Ui;
use egui_material_icons::icons;
use ordito_workspace::{Command, Group, Room};

/// A menu of the main menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Menu {
    File,
    Import,
    Export,
    Edit,
    View,
    /// From room to room.
    Rooms,
    /// Of a room.
    Of(Room),
    /// Of the matrix: what of it is seen, in which order and how close together.
    Shown,
    /// Of the matrix: rows and columns, and how wide they are.
    Lines,
    Preferences,
    Help,
}

impl Menu {
    fn all() -> impl Iterator<Item = Self> {
        let first = [
            Self::File,
            Self::Import,
            Self::Export,
            Self::Edit,
            Self::View,
            Self::Rooms,
        ];
        let rooms = Room::ALL.iter().flat_map(|room| {
            let more: &[Self] = if *room == Room::Matrix {
                &[Self::Shown, Self::Lines]
            } else {
                &[]
            };
            [Self::Of(*room)].into_iter().chain(more.iter().copied())
        });
        first
            .into_iter()
            .chain(rooms)
            .chain([Self::Preferences, Self::Help])
    }

    const fn key(self) -> &'static str {
        match self {
            Self::File => Group::File.key(),
            Self::Import => "menu-import",
            Self::Export => "menu-export",
            Self::Edit => Group::Edit.key(),
            Self::View => Group::View.key(),
            Self::Rooms => "menu-rooms",
            Self::Of(room) => room.key(),
            Self::Shown => "menu-shown",
            Self::Lines => "menu-lines",
            Self::Preferences => "menu-preferences",
            Self::Help => "menu-help",
        }
    }

    /// Where a command is looked for.
    fn of(command: Command) -> Self {
        match command {
            Command::ImportTable
            | Command::ImportPasted
            | Command::ImportPolicies
            | Command::PastePolicies
            | Command::ImportFramework
            | Command::MergeCopies => Self::Import,
            Command::Export(export) if export.group() == Group::File => Self::Export,
            Command::Go(_) => Self::Rooms,
            Command::Identity
            | Command::LookLight
            | Command::LookDark
            | Command::LookContrast
            | Command::ReduceMotion
            | Command::Italian
            | Command::English => Self::Preferences,
            Command::Palette
            | Command::Shortcuts
            | Command::Guide
            | Command::Tour
            | Command::Accessibility => Self::Help,
            Command::ViewNet
            | Command::ViewBenefit
            | Command::ViewTradeoff
            | Command::FilterNone
            | Command::FilterUnscored
            | Command::FilterConflicts
            | Command::FilterNoReason
            | Command::FilterMore
            | Command::OrderCatalogue
            | Command::OrderByColumn
            | Command::GoalsByNumber
            | Command::DensityAutomatic
            | Command::DensityCompact
            | Command::DensityWide
            | Command::WholeNames => Self::Shown,
            Command::FoldColumns
            | Command::FoldRows
            | Command::AddRows
            | Command::AddColumns
            | Command::RemoveRows
            | Command::RemoveColumns
            | Command::HideRows
            | Command::HideColumns
            | Command::ShowHidden
            | Command::MoveRowsUp
            | Command::MoveRowsDown
            | Command::MoveColumnsLeft
            | Command::MoveColumnsRight
            | Command::WidenColumns
            | Command::NarrowColumns
            | Command::FitColumns
            | Command::WidenHeads
            | Command::NarrowHeads
            | Command::StandardWidths => Self::Lines,
            _ => match command.group() {
                Group::File => Self::File,
                Group::Edit => Self::Edit,
                Group::View => Self::View,
                Group::Of(room) => Self::Of(room),
            },
        }
    }

    fn commands(self) -> Vec<Command> {
        Command::all()
            .filter(|command| Self::of(*command) == self)
            .collect()
    }
}

/// The button at the top left and what it opens.
pub fn menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut UiState) {
    let words = cx.words();
    let name = words.button_menu();
    let response = widgets::icon_button_ui(ui, cx.paint, icons::ICON_MENU, &name, true);
    if std::mem::take(&mut state.focus_bar) {
        response.request_focus();
    }
    egui::Popup::menu(&response).show(|ui| {
        let menus: Vec<(String, Menu)> = Menu::all()
            .filter(|menu| !menu.commands().is_empty())
            .map(|menu| (words.say(menu.key()), menu))
            .collect();
        menu::menus_ui(ui, cx, &menus, |ui, cx, menu| {
            menu::commands_ui(ui, cx, &menu.commands());
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_in_one_menu_and_no_menu_is_higher_than_a_small_screen() {
        let all: Vec<Command> = Menu::all().flat_map(Menu::commands).collect();
        assert_eq!(all.len(), Command::all().count());
        for command in Command::all() {
            assert!(all.contains(&command), "{command:?}");
        }
        for menu in Menu::all() {
            assert!(menu.commands().len() <= 25, "{menu:?}");
        }
    }
}
