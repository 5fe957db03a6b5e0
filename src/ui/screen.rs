//! What a room of the window is, and what rooms ask of each other. `screens` has them all.

use super::Cx;
use egui::{Context, Id, Ui};
use egui_material_icons::MaterialIcon;
use ordito_model::{AssessmentKey, AssessorId, GoalId, Item, MatrixId, PolicyId};
use ordito_workspace::{Command, OnScreen, Purpose, ReadTable, Room, Workspace};
use std::path::Path;

/// What the window knows of a room before it is drawn.
#[derive(Debug)]
pub struct About {
    pub icon: MaterialIcon,
    /// Its chapter of the guide.
    pub chapter: &'static str,
    /// Whether one of its commands can do anything now; a document is open.
    pub is_possible: fn(Command, &Workspace) -> bool,
}
impl About {
    /// Nothing stands in the way of a room's commands but that there is no document.
    pub const fn always(_: Command, _: &Workspace) -> bool {
        true
    }
}

/// Whether something that was offered to a room was the room's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handled {
    Yes,
    No,
}

/// A room of the window: its state between frames, and what it does.
pub trait Screen {
    /// Draws it; a document is open.
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>);

    /// Carries out a command: one of its own, or one of editing and viewing while it is shown.
    fn run(&mut self, command: Command, ctx: &Context, cx: &mut Cx<'_>) -> Handled;

    /// What another room asks for.
    fn answer(&mut self, _request: &Request, _cx: &mut Cx<'_>) -> Handled {
        Handled::No
    }

    /// Adds what it shows that can be written as a file.
    fn to_export(&self, _cx: &Cx<'_>, _shown: &mut OnScreen) {}

    /// A file was picked for something of this room.
    fn picked(&mut self, _purpose: Purpose, _path: &Path, _cx: &mut Cx<'_>) -> Handled {
        Handled::No
    }

    /// Text still being typed becomes an edit.
    fn commit_typing(&mut self, _cx: &mut Cx<'_>) {}

    /// Another room is shown.
    fn away(&mut self, cx: &mut Cx<'_>) {
        self.commit_typing(cx);
    }

    /// Work that draws nothing, also while another room is shown or the window is hidden.
    fn logic(&mut self, _ctx: &Context, _workspace: &Workspace) {}

    /// Another document is open.
    fn afresh(&mut self)
    where
        Self: Default + Sized,
    {
        *self = Self::default();
    }

    /// What is written and would be lost now: what was refused, or waits in a dialog.
    fn left_behind(&self, _workspace: &Workspace) -> Vec<String> {
        Vec::new()
    }

    /// Shows the first of what is left behind; the field to give the keyboard to.
    fn show_left(&mut self) -> Option<Id> {
        None
    }

    /// Whether a dialog of this room is open.
    fn has_dialog(&self) -> bool {
        false
    }

    /// Closes it with what is written in it.
    fn close_dialog(&mut self) {}

    /// What is shown in it, for the bar at the top.
    fn title(&self, _workspace: &Workspace) -> Option<String> {
        None
    }

    /// Whether it has the whole window for itself now.
    fn takes_window(&self) -> bool {
        false
    }

    /// Draws it over the whole window.
    fn window_ui(&mut self, _ui: &mut Ui, _cx: &mut Cx<'_>) {}
}

/// What rooms ask for. They do not call each other: each is offered what was asked, and one of them answers; what is of the
/// window, the window does.
#[derive(Debug)]
pub enum Request {
    /// Another matrix, other scores, for all rooms.
    Choose(Option<MatrixId>, AssessorId),
    /// A cell, in its matrix.
    ShowCell(AssessmentKey),
    /// A row or column of the matrix on screen, or what it stands for where it is kept.
    ShowLine(Item),
    ShowPolicy(PolicyId),
    ShowGoal(GoalId),
    /// A cluster of these policies.
    NewCluster {
        name: String,
        members: Vec<PolicyId>,
    },
    Go(Room),
    /// What a table would change, in a dialog.
    Import(Box<ReadTable>),
    /// A table to be pasted for this, in a dialog.
    Paste(Purpose),
    /// Whether what is written in the dialog of the shown room is given up.
    AskBeforeClosing,
    /// The keyboard to the bar at the top.
    FocusBar,
}
