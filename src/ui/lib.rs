//! Drawing: reads the workspace, sends actions. Nothing here changes the document.
//!
//! `root_ui` draws the whole window: rail, top bar, room, status line, dialogs. Each room is a folder with its own
//! state; `shortcuts` turns keys into commands, `commands` carries them out. Functions that draw end in `_ui`.

pub mod analysis;
pub mod catalogue;
mod choice;
pub mod commands;
pub mod compare;
pub mod cover;
mod cx;
pub mod dialogs;
pub mod frameworks;
mod help;
pub mod kit;
pub mod lab;
pub mod leaving;
pub mod matrix;
mod menu;
mod notices;
mod palette;
pub mod rail;
pub mod screen;
pub mod screens;
pub mod sheets;
pub mod shortcuts;
mod status;
pub mod theme;
mod top_bar;
pub mod tour;
mod welcome;
mod who;
pub mod widgets;

pub use cx::{Chosen, Cx, Wishes};

use egui::accesskit::Role;
use egui::{Frame, Ui};
use ordito_document::Choice;
use ordito_workspace::{Action, Command, Notice, OnScreen, Purpose, Severity, Workspace};
use screen::{Handled, Request};
use screens::Rooms;
use theme::Paint;

/// What drawing remembers between frames: selection, open dialogs, text being typed.
#[derive(Debug, Default)]
pub struct UiState {
    pub rooms: Rooms,
    pub dialogs: dialogs::Dialogs,
    pub palette: palette::Palette,
    pub leaving: leaving::Leaving,
    help: help::Help,
    tour: tour::Tour,
    /// The keyboard is to go to the bar at the top.
    focus_bar: bool,
    /// What had the keyboard in the last frame.
    followed: Option<egui::Id>,
    /// Frames in which what has the keyboard is still being brought into view.
    follows: u8,
    /// Commands asked for in this frame, carried out at its end.
    pub asked: Vec<Command>,
    /// What rooms were asked for between frames.
    requests: Vec<Request>,
    /// Look and reduced motion, as they were put on the context.
    look: Option<(ordito_pages::figure::palette::Look, bool)>,
    generation: u64,
    /// Where the person is in the document, as it was told to be remembered.
    placed: Option<ordito_workspace::Place>,
}

/// Puts fonts and style on a context; call once before the first frame.
pub fn prepare(ctx: &egui::Context) {
    theme::install_fonts(ctx);
    // Zooming is ours: it is remembered, and Ctrl+0 means it.
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
}

/// Work of the drawing side that draws nothing; runs before `root_ui`, also while the window is hidden.
pub fn logic(ctx: &egui::Context, workspace: &Workspace, state: &mut UiState) {
    let look = (workspace.settings().look, workspace.reduces_motion());
    if state.look != Some(look) {
        theme::apply(ctx, look.0, look.1);
        state.look = Some(look);
    }
    if state.generation != workspace.generation() {
        state.generation = workspace.generation();
        state.dialogs.forget_document();
        state.rooms.afresh();
        choice::come_back(workspace, state);
    }
    for (_, screen) in state.rooms.all_mut() {
        screen.logic(ctx, workspace);
    }
}

/// Does something with what drawing is given, in a frame or between two.
fn with_cx(
    workspace: &Workspace,
    state: &mut UiState,
    actions: &mut Vec<Action>,
    work: impl FnOnce(&mut Cx<'_>, &mut UiState),
) {
    let paint = Paint::of(workspace.settings().look);
    let chosen = choice::chosen(workspace, &state.rooms);
    let mut wishes = Wishes {
        actions: std::mem::take(actions),
        commands: std::mem::take(&mut state.asked),
        requests: std::mem::take(&mut state.requests),
    };
    work(&mut Cx::new(&paint, workspace, &chosen, &mut wishes), state);
    *actions = wishes.actions;
    state.asked = wishes.commands;
    state.requests = wishes.requests;
}

/// Draws the window.
pub fn root_ui(ui: &mut Ui, workspace: &Workspace, state: &mut UiState, actions: &mut Vec<Action>) {
    cover::begin(ui.ctx(), workspace, state);
    follow_focus(ui.ctx(), state);
    shortcuts::collect(ui.ctx(), workspace, state);
    with_cx(workspace, state, actions, |cx, state| {
        dropped(ui, cx, state);
        if let Some(screen) = state.rooms.over_all() {
            screen.window_ui(ui, cx);
            notices::over_all_ui(ui, cx);
            overlays_ui(ui, cx, state);
        } else {
            bars_ui(ui, cx, state);
            centre_ui(ui, cx, state);
            overlays_ui(ui, cx, state);
            choice::remember(cx, state);
        }
    });
}

/// What lies round the room: bars, status line, rail.
fn bars_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut UiState) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let bar = |fill| Frame::new().fill(fill);
    egui::Panel::top("top")
        .exact_size(48.0)
        .frame(bar(paint.surface))
        .show_separator_line(true)
        .show(ui, |ui| {
            widgets::region(ui, Role::Banner, &workspace.words().top_label());
            top_bar::top_bar_ui(ui, cx, state);
        });
    if workspace.asks_who() {
        let height = who::HEIGHT;
        egui::Panel::top("who")
            .exact_size(height)
            .frame(bar(paint.canvas))
            .show_separator_line(true)
            .show(ui, |ui| {
                who::who_ui(ui, cx);
            });
    }
    egui::Panel::bottom("status")
        .exact_size(30.0)
        .frame(bar(paint.surface))
        .show_separator_line(true)
        .show(ui, |ui| {
            widgets::region(ui, Role::Status, &workspace.words().status_label());
            status::status_ui(ui, cx, state);
        });
    egui::Panel::left("rail")
        .exact_size(rail::width(ui.ctx().content_rect().width()))
        .frame(bar(paint.rail))
        .resizable(false)
        .show_separator_line(false)
        .show(ui, |ui| {
            widgets::region(ui, Role::TabList, &workspace.words().rail_label());
            rail::rail_ui(ui, cx);
        });
    help::help_ui(ui, cx, state);
    notices::strips_ui(ui, cx);
}

/// The room, or what a new user sees.
fn centre_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut UiState) {
    egui::CentralPanel::default()
        .frame(Frame::new().fill(cx.paint.canvas))
        .show(ui, |ui| {
            if cx.workspace.document().is_none() {
                tour::mark(ui.ctx(), tour::Mark::Work, ui.max_rect());
                welcome::welcome_ui(ui, cx);
            } else {
                scrolled_ui(ui, |ui| room_ui(ui, cx, state));
            }
        });
}

/// Room enough for side panels and what lies between them; in points, so at 200 % a window of 1280 × 800 is smaller.
const ROOM: egui::Vec2 = egui::vec2(900.0, 560.0);

/// Draws a room; scrolled where the window is too small for it, so that nothing of it gets lost.
fn scrolled_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let there = ui.available_size();
    if there.x >= ROOM.x && there.y >= ROOM.y {
        return add(ui);
    }
    egui::ScrollArea::both()
        .id_salt("room")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let rect = egui::Rect::from_min_size(ui.cursor().min, there.max(ROOM));
            ui.allocate_rect(rect, egui::Sense::hover());
            ui.scope_builder(egui::UiBuilder::new().max_rect(rect), |ui| {
                ui.set_clip_rect(ui.clip_rect().intersect(rect));
                add(ui);
                widgets::bring_focus(ui);
            });
        });
}

/// What gets the keyboard comes into view: egui moves the focus by Tab, but not what is scrolled.
fn follow_focus(ctx: &egui::Context, state: &mut UiState) {
    let focused = ctx.memory(egui::Memory::focused);
    if state.followed != focused {
        state.followed = focused;
        // The inner place scrolls first, the one round it when it sees where that led.
        state.follows = 7;
    }
    state.follows = state.follows.saturating_sub(1);
    widgets::follow(ctx, state.follows > 0);
    if state.follows == 0 {
        return;
    }
    ctx.request_repaint();
    if state.follows == 6
        && let Some(hidden) = widgets::hidden_focus(ctx)
    {
        // As a screen reader asks for it.
        let request = egui::accesskit::ActionRequest {
            action: egui::accesskit::Action::ScrollIntoView,
            target_tree: egui::accesskit::TreeId::ROOT,
            target_node: hidden.id.accesskit_id(),
            data: None,
        };
        ctx.input_mut(|input| {
            input
                .events
                .push(egui::Event::AccessKitActionRequest(request));
        });
    }
}

/// Dialogs, palette and notices above everything, then the commands that were asked for.
fn overlays_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut UiState) {
    tour::tour_ui(ui, cx, state);
    dialogs::dialogs_ui(ui, cx, state);
    palette::palette_ui(ui, cx, state);
    leaving::leaving_ui(ui, cx, state);
    answer_all(ui.ctx(), cx, state);
    for command in cx.take_commands() {
        commands::run(ui.ctx(), command, cx, state);
        // What it opened is drawn in the next frame, which nothing else may ask for.
        ui.ctx().request_repaint();
    }
    answer_all(ui.ctx(), cx, state);
    leaving::hold_back(ui.ctx(), cx, state);
    cover::end(ui.ctx());
    if ui.ctx().memory(egui::Memory::focused) != state.followed {
        ui.ctx().request_repaint();
    }
}

fn room_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut UiState) {
    tour::mark(ui.ctx(), tour::Mark::Work, ui.max_rect());
    let shown = cx.workspace.settings().room;
    for (room, screen) in state.rooms.all_mut() {
        if room != shown {
            screen.away(cx);
        }
    }
    state.rooms.get_mut(shown).ui(ui, cx);
    answer_all(ui.ctx(), cx, state);
}

/// Carries out what rooms asked of each other and of the window.
fn answer_all(ctx: &egui::Context, cx: &mut Cx<'_>, state: &mut UiState) {
    for request in cx.take_requests() {
        // What it changed elsewhere is drawn in the next frame.
        ctx.request_repaint();
        match request {
            Request::Go(room) => cx.act(Action::SetRoom(room)),
            Request::Import(read) => table_read(&read, cx.workspace, state),
            Request::Paste(purpose) => dialogs::paste(purpose, &mut state.dialogs),
            Request::AskBeforeClosing => {
                leaving::ask_room_dialog(ctx, cx.workspace, &mut state.leaving);
            }
            Request::FocusBar => state.focus_bar = true,
            _ => {
                let mut rooms = state.rooms.all_mut().into_iter();
                let answered = rooms.any(|(_, screen)| screen.answer(&request, cx) == Handled::Yes);
                debug_assert!(answered, "{request:?}");
            }
        }
    }
}

/// A file was picked or dropped: does what it was picked for.
pub fn picked(
    purpose: Purpose,
    path: std::path::PathBuf,
    workspace: &Workspace,
    state: &mut UiState,
    actions: &mut Vec<Action>,
) {
    with_cx(workspace, state, actions, |cx, state| {
        picked_for(purpose, path, cx, state);
    });
}

fn picked_for(purpose: Purpose, path: std::path::PathBuf, cx: &mut Cx<'_>, state: &mut UiState) {
    if state
        .rooms
        .all_mut()
        .into_iter()
        .any(|(_, screen)| screen.picked(purpose, &path, cx) == Handled::Yes)
    {
        return;
    }
    match purpose {
        Purpose::Open => cx.act(Action::Open(path)),
        Purpose::New => cx.act(Action::New {
            path,
            sample: false,
        }),
        Purpose::NewSample => cx.act(Action::New { path, sample: true }),
        Purpose::SaveCopy => cx.act(Action::SaveCopy(path)),
        Purpose::SaveWithoutHistory => cx.act(Action::SaveWithoutHistory(path)),
        Purpose::KeepMineAsCopy => cx.act(Action::Underneath(Choice::KeepMineAsCopy(path))),
        Purpose::ImportTable
        | Purpose::ImportFramework
        | Purpose::ImportPolicies
        | Purpose::ImportPeople(_) => {
            cx.act(Action::ReadTable { path, purpose });
        }
        Purpose::Logo => {
            cx.act(Action::SetLogo(Some(path)));
            dialogs::open(Command::Identity, cx.workspace, &mut state.dialogs);
        }
        Purpose::MergeCopy => cx.act(Action::MergeCopy(path)),
        Purpose::Export(export) => {
            let mut shown = OnScreen {
                matrix: cx.chosen.matrix,
                assessor: cx.chosen.assessor,
                ..OnScreen::default()
            };
            for (_, screen) in state.rooms.all() {
                screen.to_export(cx, &mut shown);
            }
            cx.act(Action::Export {
                export,
                path,
                shown,
            });
        }
        // Those of a room, which took them.
        Purpose::SheetTemplate | Purpose::CopyTemplate | Purpose::OtherFile => {}
    }
}

/// A table was read: opens the dialog that shows what it would change.
pub fn table_read(read: &ordito_workspace::ReadTable, workspace: &Workspace, state: &mut UiState) {
    let matrix = &state.rooms.matrix;
    dialogs::import(
        read,
        workspace,
        &mut state.dialogs,
        matrix.matrix,
        matrix.assessor(),
    );
}

/// Files dropped on the window: a document opens, a table is imported.
fn dropped(ui: &Ui, cx: &mut Cx<'_>, state: &mut UiState) {
    let files = ui.input(|input| input.raw.dropped_files.clone());
    for path in files.into_iter().map(|file| file.path().to_owned()) {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let purpose = if Purpose::Open.fits(&name) {
            Some(Purpose::Open)
        } else if Purpose::ImportTable.fits(&name) && cx.workspace.document().is_some() {
            Some(Purpose::ImportTable)
        } else {
            None
        };
        if cover::is_covered(ui.ctx()) {
            // It would put another dialog, or another document, beneath this one.
            let text = cx.words().notice_dialog_first(name);
            cx.act(Action::Notify(Notice::new(Severity::Warning, text)));
            continue;
        }
        match purpose {
            Some(purpose) => picked_for(purpose, path, cx, state),
            None => {
                let text = cx.words().notice_not_a_document(name);
                cx.act(Action::Notify(Notice::new(Severity::Warning, text)));
            }
        }
    }
}

/// Turns text still being typed into edits: before closing, leaving a room, opening another document.
pub fn commit_typing(workspace: &Workspace, state: &mut UiState, actions: &mut Vec<Action>) {
    with_cx(workspace, state, actions, |cx, state| {
        for (_, screen) in state.rooms.all_mut() {
            screen.commit_typing(cx);
        }
    });
}
