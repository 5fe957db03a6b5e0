//! What drawing is given: how things look, what there is to read, and a place for what is wished.

use super::screen::Request;
use super::theme::Paint;
use ordito_model::{AssessorId, Contents, Item, MatrixId};
use ordito_words::Words;
use ordito_workspace::{Action, Command, Workspace};
use std::sync::LazyLock;

/// What is drawn from where no document is open: nothing.
static NOTHING: LazyLock<Contents> = LazyLock::new(Contents::default);

/// The matrix, the scores and the cells that the room of the matrix shows, and with it all rooms.
#[derive(Debug, Clone)]
pub struct Chosen {
    pub matrix: Option<MatrixId>,
    pub assessor: AssessorId,
    /// What the row under the cursor stands for.
    pub row: Option<Item>,
    /// What is selected: rows and columns that cross. Only known outside the room of the matrix.
    pub rows: Vec<Item>,
    pub columns: Vec<Item>,
}
impl Default for Chosen {
    fn default() -> Self {
        Self {
            matrix: None,
            assessor: AssessorId::AGREED,
            row: None,
            rows: Vec::new(),
            columns: Vec::new(),
        }
    }
}
impl Chosen {
    /// Crossings of the rows and columns that are selected.
    pub fn crossings(&self) -> Vec<(Item, Item)> {
        self.rows
            .iter()
            .flat_map(|row| self.columns.iter().map(move |column| (*row, *column)))
            .collect()
    }
}

/// What drawing asks for in a frame: carried out when it is drawn, none of it while it is drawn.
#[derive(Debug, Default)]
pub struct Wishes {
    /// Of the workspace.
    pub actions: Vec<Action>,
    /// Of the window, as if somebody had pressed their shortcuts.
    pub commands: Vec<Command>,
    /// Of other rooms.
    pub requests: Vec<Request>,
}

/// What everything that draws is given besides its own state. The parts that are read are copied out of it
/// (`let Cx { paint, workspace, .. } = *cx;`), and live as long as the frame.
pub struct Cx<'a> {
    pub paint: &'a Paint,
    pub workspace: &'a Workspace,
    /// The open document; empty where none is open.
    pub contents: &'a Contents,
    pub chosen: &'a Chosen,
    wishes: &'a mut Wishes,
}

impl<'a> Cx<'a> {
    pub fn new(
        paint: &'a Paint,
        workspace: &'a Workspace,
        chosen: &'a Chosen,
        wishes: &'a mut Wishes,
    ) -> Self {
        let contents = workspace.contents().unwrap_or(&NOTHING);
        Self {
            paint,
            workspace,
            contents,
            chosen,
            wishes,
        }
    }
    pub fn words(&self) -> &'a Words {
        self.workspace.words()
    }
    /// Asks the workspace for something.
    pub fn act(&mut self, action: Action) {
        self.wishes.actions.push(action);
    }
    pub fn extend(&mut self, actions: impl IntoIterator<Item = Action>) {
        self.wishes.actions.extend(actions);
    }
    /// Everything asked of the workspace so far, for what only adds to it or takes some of it back.
    pub const fn actions(&mut self) -> &mut Vec<Action> {
        &mut self.wishes.actions
    }
    /// Asks for a command, as its shortcut does.
    pub fn ask(&mut self, command: Command) {
        self.wishes.commands.push(command);
    }
    pub fn ask_all(&mut self, commands: impl IntoIterator<Item = Command>) {
        self.wishes.commands.extend(commands);
    }
    pub const fn asks_something(&self) -> bool {
        !self.wishes.commands.is_empty()
    }
    pub fn take_commands(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.wishes.commands)
    }
    /// Asks another room for something.
    pub fn request(&mut self, request: Request) {
        self.wishes.requests.push(request);
    }
    pub fn take_requests(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.wishes.requests)
    }
}
