//! The menus of the grid.

use crate::kit::grid::Menu;
use ordito_workspace::Command;

/// The commands of the menu of cells, rows or columns.
pub const fn commands(menu: Menu) -> &'static [Command] {
    match menu {
        Menu::None => &[],
        Menu::Cells => &[
            Command::EditCell,
            Command::EditReason,
            Command::Cut,
            Command::Copy,
            Command::Clear,
            Command::FillDown,
            Command::FillRight,
            Command::HideRows,
            Command::HideColumns,
            Command::MoveRowsUp,
            Command::MoveRowsDown,
            Command::RemoveRows,
            Command::RemoveColumns,
        ],
        Menu::Rows => &[
            Command::Cut,
            Command::Copy,
            Command::Clear,
            Command::HideRows,
            Command::MoveRowsUp,
            Command::MoveRowsDown,
            Command::RemoveRows,
            Command::WidenHeads,
            Command::NarrowHeads,
        ],
        Menu::Columns => &[
            Command::Cut,
            Command::Copy,
            Command::Clear,
            Command::HideColumns,
            Command::MoveColumnsLeft,
            Command::MoveColumnsRight,
            Command::RemoveColumns,
            Command::WidenColumns,
            Command::NarrowColumns,
            Command::FitColumns,
            Command::StandardWidths,
        ],
    }
}
