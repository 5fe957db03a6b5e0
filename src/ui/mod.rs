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
pub mod dialogs;
pub mod frameworks;
pub mod lab;
pub mod leaving;
mod list;
pub mod matrix;
mod notices;
mod palette;
mod rail;
pub mod sheets;
pub mod shortcuts;
mod status;
pub mod theme;
mod top_bar;
mod welcome;
mod who;
pub mod widgets;

use crate::document::Choice;
use crate::workspace::{Action, Notice, Purpose, Room, Severity, Workspace};
use egui::accesskit::Role;
use egui::{Frame, Ui};
use theme::Paint;

/// What drawing remembers between frames: selection, open dialogs, text being typed.
#[derive(Debug, Default)]
pub struct UiState {
    pub matrix: matrix::State,
    pub catalogue: catalogue::State,
    pub frameworks: frameworks::State,
    pub sheets: sheets::State,
    pub compare: compare::State,
    pub analysis: analysis::State,
    pub lab: lab::State,
    pub dialogs: dialogs::State,
    pub palette: palette::State,
    pub leaving: leaving::State,
    /// The keyboard is to go to the bar at the top.
    focus_bar: bool,
    /// What had the keyboard in the last frame.
    followed: Option<egui::Id>,
    /// Frames in which what has the keyboard is still being brought into view.
    follows: u8,
    /// Commands asked for in this frame, carried out at its end.
    pub asked: Vec<crate::workspace::Command>,
    /// Look and reduced motion, as they were put on the context.
    look: Option<(crate::figure::palette::Look, bool)>,
    generation: u64,
    /// Where the person is in the document, as it was told to be remembered.
    placed: Option<crate::workspace::Place>,
    blank: choice::Blank,
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
        state.matrix = matrix::State::default();
        state.catalogue = catalogue::State::default();
        state.frameworks = frameworks::State::default();
        state.sheets = sheets::State::default();
        state.compare = compare::State::default();
        state.analysis = analysis::State::default();
        state.lab = state.lab.afresh();
        choice::come_back(workspace, state);
    }
    matrix::refresh(workspace, &mut state.matrix);
    lab::logic(ctx, &state.lab);
}

/// Draws the window.
pub fn root_ui(ui: &mut Ui, workspace: &Workspace, state: &mut UiState, actions: &mut Vec<Action>) {
    let paint = Paint::of(workspace.settings().look);
    cover::begin(ui.ctx(), workspace, state);
    follow_focus(ui.ctx(), state);
    shortcuts::collect(ui.ctx(), workspace, state);
    dropped(ui, workspace, state, actions);
    let bar = |fill| Frame::new().fill(fill);
    if state.lab.is_running() {
        lab::running_ui(ui, &paint, workspace, state, actions);
        overlays_ui(ui, &paint, workspace, state, actions);
        return;
    }
    egui::Panel::top("top").exact_size(48.0).frame(bar(paint.surface)).show_separator_line(true).show(ui, |ui| {
        widgets::region(ui, Role::Banner, &workspace.words().say("top-label"));
        top_bar::top_bar_ui(ui, &paint, workspace, state, actions);
    });
    if workspace.asks_who() {
        let height = who::HEIGHT;
        egui::Panel::top("who").exact_size(height).frame(bar(paint.canvas)).show_separator_line(true).show(ui, |ui| {
            who::who_ui(ui, &paint, workspace, state, actions);
        });
    }
    egui::Panel::bottom("status").exact_size(28.0).frame(bar(paint.surface)).show_separator_line(true).show(ui, |ui| {
        widgets::region(ui, Role::Status, &workspace.words().say("status-label"));
        status::status_ui(ui, &paint, workspace, state);
    });
    egui::Panel::left("rail").exact_size(92.0).frame(bar(paint.rail)).resizable(false).show_separator_line(false).show(
        ui,
        |ui| {
            widgets::region(ui, Role::TabList, &workspace.words().say("rail-label"));
            rail::rail_ui(ui, &paint, workspace, actions);
        },
    );
    if workspace.document().is_none() {
        egui::CentralPanel::default().frame(bar(paint.canvas)).show(ui, |ui| {
            welcome::welcome_ui(ui, &paint, workspace, state, actions);
        });
    } else {
        egui::CentralPanel::default().frame(bar(paint.canvas)).show(ui, |ui| {
            scrolled_ui(ui, |ui| room_ui(ui, &paint, workspace, state, actions));
        });
    }
    overlays_ui(ui, &paint, workspace, state, actions);
    choice::remember(workspace, state, actions);
}

/// Room enough for side panels and what lies between them; in points, so at 200 % a window of 1280 × 800 is smaller.
const ROOM: egui::Vec2 = egui::vec2(900.0, 560.0);

/// Draws a room; scrolled where the window is too small for it, so that nothing of it gets lost.
fn scrolled_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let there = ui.available_size();
    if there.x >= ROOM.x && there.y >= ROOM.y {
        return add(ui);
    }
    egui::ScrollArea::both().id_salt("room").auto_shrink([false, false]).show(ui, |ui| {
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
        ctx.input_mut(|input| input.events.push(egui::Event::AccessKitActionRequest(request)));
    }
}

/// Dialogs, palette and notices above everything, then the commands that were asked for.
fn overlays_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, state: &mut UiState, actions: &mut Vec<Action>) {
    dialogs::dialogs_ui(ui, paint, workspace, state, actions);
    palette::palette_ui(ui, paint, workspace, state, actions);
    leaving::leaving_ui(ui, paint, workspace, state, actions);
    notices::notices_ui(ui, paint, workspace, actions);
    for command in std::mem::take(&mut state.asked) {
        commands::run(ui.ctx(), command, workspace, state, actions);
        // What it opened is drawn in the next frame, which nothing else may ask for.
        ui.ctx().request_repaint();
    }
    leaving::hold_back(ui.ctx(), workspace, state, actions);
    cover::end(ui.ctx());
    if ui.ctx().memory(egui::Memory::focused) != state.followed {
        ui.ctx().request_repaint();
    }
}

fn room_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, state: &mut UiState, actions: &mut Vec<Action>) {
    if workspace.settings().room != Room::Catalogue {
        catalogue::commit_typing(workspace, &mut state.catalogue, actions);
    }
    if workspace.settings().room != Room::Lab {
        lab::commit_typing(workspace, &mut state.lab, actions);
    }
    if workspace.settings().room != Room::Frameworks {
        frameworks::commit_typing(workspace, &mut state.frameworks, actions);
    }
    match workspace.settings().room {
        Room::Catalogue => catalogue::catalogue_ui(ui, paint, workspace, state, actions),
        Room::Frameworks => frameworks::frameworks_ui(ui, paint, workspace, state, actions),
        Room::Matrix => matrix::matrix_ui(ui, paint, workspace, state, actions),
        Room::Compare => compare::compare_ui(ui, paint, workspace, state, actions),
        Room::Analysis => analysis::analysis_ui(ui, paint, workspace, state, actions),
        Room::Lab => lab::lab_ui(ui, paint, workspace, state, actions),
        Room::Sheets => sheets::sheets_ui(ui, paint, workspace, state, actions),
        later => {
            egui::CentralPanel::default().frame(Frame::new().fill(paint.canvas)).show(ui, |ui| {
                let words = workspace.words();
                let room = words.say(&format!("room-{}", later.key()));
                let text = words.say_with("later-text", &[("room", room.into())]);
                widgets::empty_ui(ui, paint, rail::icon(later), &words.say("later-title"), &text, |_| {});
            });
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
    match purpose {
        Purpose::Open => actions.push(Action::Open(path)),
        Purpose::New => actions.push(Action::New { path, sample: false }),
        Purpose::NewSample => actions.push(Action::New { path, sample: true }),
        Purpose::SaveCopy => actions.push(Action::SaveCopy(path)),
        Purpose::SaveWithoutHistory => actions.push(Action::SaveWithoutHistory(path)),
        Purpose::KeepMineAsCopy => actions.push(Action::Underneath(Choice::KeepMineAsCopy(path))),
        Purpose::ExportHistory => actions.push(Action::ExportHistory(path)),
        Purpose::ImportTable | Purpose::ImportFramework | Purpose::ImportPolicies => {
            actions.push(Action::ReadTable { path, purpose });
        }
        Purpose::ExportTable => {
            if let Some(matrix) = state.matrix.matrix {
                actions.push(Action::ExportMatrix { path, matrix, assessor: state.matrix.assessor() });
            }
        }
        Purpose::ExportJson => actions.push(Action::ExportJson(path)),
        Purpose::ExportPicture => {
            if let Some(matrix) = state.matrix.matrix {
                actions.push(Action::ExportPicture { path, matrix, assessor: state.matrix.assessor() });
            }
        }
        Purpose::ExportTemplate => {
            if let Some(matrix) = state.matrix.matrix {
                actions.push(Action::ExportTemplate { path, matrix, assessor: state.matrix.assessor() });
            }
        }
        Purpose::ExportOpenData => actions.push(Action::ExportOpenData(path)),
        Purpose::SheetsFolder => sheets::export_to(path, &state.sheets, actions),
        Purpose::SheetTemplate => state.sheets.template = Some(path),
        Purpose::Logo => {
            actions.push(Action::SetLogo(Some(path)));
            dialogs::open(crate::workspace::Command::Identity, workspace, &mut state.dialogs);
        }
        Purpose::MergeCopy => actions.push(Action::MergeCopy(path)),
        Purpose::OtherFile => compare::picked(path, workspace, &mut state.compare, actions),
        Purpose::Chart(_) => analysis::export_to(path, workspace, &state.analysis, actions),
        Purpose::Agenda => actions.push(Action::ExportAgenda(path)),
        Purpose::ExportComparison => actions.push(Action::ExportComparison(path)),
        Purpose::Lab { lab, paper, names } => actions.push(Action::ExportLab { path, lab, paper, names }),
        Purpose::CopyTemplate => {
            state.sheets.template = Some(path.clone());
            actions.push(Action::CopyTemplate(path));
        }
    }
}

/// A table was read: opens the dialog that shows what it would change.
pub fn table_read(read: &crate::workspace::ReadTable, workspace: &Workspace, state: &mut UiState) {
    dialogs::import(read, workspace, &mut state.dialogs, state.matrix.matrix, state.matrix.assessor());
}

/// Files dropped on the window: a document opens, a table is imported.
pub fn dropped(ui: &Ui, workspace: &Workspace, state: &mut UiState, actions: &mut Vec<Action>) {
    let files = ui.input(|input| input.raw.dropped_files.clone());
    for path in files.into_iter().map(|file| file.path().to_owned()) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let purpose = if Purpose::Open.fits(&name) {
            Some(Purpose::Open)
        } else if Purpose::ImportTable.fits(&name) && workspace.document().is_some() {
            Some(Purpose::ImportTable)
        } else {
            None
        };
        if cover::is_covered(ui.ctx()) {
            // It would put another dialog, or another document, beneath this one.
            let text = workspace.words().say_with("notice-dialog-first", &[("file", name.into())]);
            actions.push(Action::Notify(Notice::new(Severity::Warning, text)));
            continue;
        }
        match purpose {
            Some(purpose) => picked(purpose, path, workspace, state, actions),
            None => {
                let text = workspace.words().say_with("notice-not-a-document", &[("file", name.into())]);
                actions.push(Action::Notify(Notice::new(Severity::Warning, text)));
            }
        }
    }
}

/// Turns text still being typed into edits: before closing, leaving a room, opening another document.
pub fn commit_typing(workspace: &Workspace, state: &mut UiState, actions: &mut Vec<Action>) {
    matrix::commit_typing(workspace, &mut state.matrix, actions);
    catalogue::commit_typing(workspace, &mut state.catalogue, actions);
    frameworks::commit_typing(workspace, &mut state.frameworks, actions);
    lab::commit_typing(workspace, &mut state.lab, actions);
}
