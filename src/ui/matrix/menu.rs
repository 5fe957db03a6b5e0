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
            Command::CopyWithHeads,
            Command::Paste,
            Command::Clear,
            Command::FillDown,
            Command::FillRight,
            Command::GoToPolicy,
            Command::GoToGoal,
            Command::OrderByColumn,
            Command::HideRows,
            Command::HideColumns,
            Command::MoveRowsUp,
            Command::MoveRowsDown,
            Command::MoveColumnsLeft,
            Command::MoveColumnsRight,
            Command::RemoveRows,
            Command::RemoveColumns,
        ],
        Menu::Rows => &[
            Command::GoToPolicy,
            Command::Cut,
            Command::Copy,
            Command::CopyWithHeads,
            Command::Paste,
            Command::Clear,
            Command::HideRows,
            Command::ShowHidden,
            Command::MoveRowsUp,
            Command::MoveRowsDown,
            Command::RemoveRows,
            Command::WholeNames,
            Command::WidenHeads,
            Command::NarrowHeads,
        ],
        Menu::Columns => &[
            Command::OrderByColumn,
            Command::OrderCatalogue,
            Command::GoToGoal,
            Command::Cut,
            Command::Copy,
            Command::CopyWithHeads,
            Command::Paste,
            Command::Clear,
            Command::HideColumns,
            Command::ShowHidden,
            Command::MoveColumnsLeft,
            Command::MoveColumnsRight,
            Command::RemoveColumns,
            Command::GoalsByNumber,
            Command::WidenColumns,
            Command::NarrowColumns,
            Command::FitColumns,
            Command::StandardWidths,
        ],
    }
}
