//! The grid: where its parts are, what the mouse does, and the order in which it is painted.

use super::layout::{BAND, BAR, CODES, ROW, Slot, TITLES, TOTAL};
use super::select::{Place, Selection};
use super::{Pane, State, access, cells, entry::Editor, heads, keys, pointer, scene, scroll};
use crate::ui::Cx;
use crate::ui::cover;
use crate::workspace::{Command, Workspace};
use egui::{EventFilter, Id, Rect, Response, Sense, Ui, Vec2, pos2, vec2};

/// Where the parts of the grid are.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    pub whole: Rect,
    /// Column titles, above the body.
    pub head: Rect,
    /// Codes, titles and profiles of rows, left of the body.
    pub side: Rect,
    pub corner: Rect,
    pub body: Rect,
    /// Sums of rows, right of the body.
    pub row_totals: Rect,
    /// Sums of columns, below the body.
    pub column_totals: Rect,
    pub code: f32,
    pub profile: f32,
}

impl Parts {
    /// `code_chars` is the length of the longest code of a row.
    pub fn of(whole: Rect, code_chars: usize, content: Vec2) -> Self {
        let roomy = whole.width() > 1000.0;
        let profile = if roomy { 84.0 } else { 64.0 };
        let code = (code_chars as f32 * 7.2 + 16.0).clamp(if roomy { 58.0 } else { 46.0 }, 100.0);
        let title = (whole.width() * 0.23).clamp(110.0, 232.0).floor();
        let side = (code + title + profile).min(whole.width() * 0.6).floor();
        let head = (BAND + TITLES + CODES).min(whole.height() * 0.5);
        let totals = if whole.width() > 560.0 { 2.0 * TOTAL } else { 0.0 };
        let foot = if whole.height() > 360.0 { 2.0 * 24.0 } else { 0.0 };
        let body = Rect::from_min_max(
            whole.min + vec2(side, head),
            (whole.max - vec2(totals + BAR, foot + BAR)).max(whole.min + vec2(side, head)),
        );
        // Sums stand right beside what they sum, also when there is little of it.
        let body = Rect::from_min_max(body.min, body.max.min(body.min + content));
        Self {
            whole,
            head: Rect::from_min_max(pos2(body.left(), whole.top()), pos2(body.right(), body.top())),
            side: Rect::from_min_max(pos2(whole.left(), body.top()), pos2(body.left(), body.bottom())),
            corner: Rect::from_min_max(whole.min, body.min),
            row_totals: Rect::from_min_max(
                pos2(body.right(), whole.top()),
                pos2(body.right() + totals, body.bottom() + foot),
            ),
            column_totals: Rect::from_min_max(
                pos2(whole.left(), body.bottom()),
                pos2(body.right(), body.bottom() + foot),
            ),
            body,
            code,
            profile,
        }
    }
}

pub fn grid_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut State) {
    let Cx { paint, workspace, .. } = *cx;
    let whole = ui.available_rect_before_wrap();
    ui.allocate_rect(whole, Sense::hover());
    if whole.width() < 200.0 || whole.height() < 160.0 {
        return;
    }
    if state.layout.rows.is_empty() || state.layout.columns.is_empty() {
        nothing_ui(ui, cx, state, whole);
        return;
    }
    let parts = Parts::of(whole, state.code_chars, vec2(state.layout.width(), state.layout.height()));
    let id = Id::unique("matrix-grid");
    let response = ui.interact(whole, id, Sense::click_and_drag());
    let covered = cover::is_covered(ui.ctx());
    let matrix = &mut *state;
    let takes = focus(ui, id, matrix);
    let n_seen = (parts.body.height() / ROW).floor() as usize;
    matrix.page = (n_seen, (parts.body.width() / super::layout::COLUMN).floor() as usize);
    if !covered {
        pointer::take(ui, &parts, &response, cx, matrix);
        if takes {
            let events = ui.input(|input| input.events.clone());
            keys::take(cx, matrix, &events);
        }
        access::take(ui, matrix);
    }
    wheel(ui, &parts, &response, matrix);
    if std::mem::take(&mut matrix.reveal) {
        reveal(&parts, matrix);
    }
    scroll::scroll_ui(ui, cx, &parts, matrix);
    let Some(scene) = scene::Scene::of(ui, paint, workspace, matrix, parts) else { return };
    cells::body(&scene);
    heads::columns(&scene);
    heads::rows(&scene);
    heads::totals(&scene);
    heads::corner(&scene);
    cells::selection(&scene);
    cells::editor(&scene);
    access::nodes(ui, &scene, &response);
    drop(scene);
    hover(&parts, &response, workspace, state);
    pointer::menu(&response, cx, state);
}

/// No row passes the filter, or there are none.
fn nothing_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut State, whole: Rect) {
    let Cx { paint, workspace, .. } = *cx;
    let words = workspace.words();
    let filtered = state.choices.filter != super::layout::Filter::None;
    let (title, text, commands): (_, _, &[Command]) = if filtered {
        ("matrix-filtered-title", "matrix-filtered-text", &[Command::FilterNone])
    } else {
        ("matrix-blank-title", "matrix-blank-text", &[Command::AddRows, Command::AddColumns, Command::ShowHidden])
    };
    ui.scope_builder(egui::UiBuilder::new().max_rect(whole), |ui| {
        let icon = egui_material_icons::icons::ICON_GRID_ON;
        crate::ui::widgets::empty_ui(ui, paint, icon, &words.say(title), &words.say(text), |ui| {
            for command in commands {
                if crate::ui::widgets::button_ui(ui, &words.say(command.key())).clicked() {
                    cx.ask(*command);
                }
            }
        });
    });
}

/// Keeps the keyboard in the grid while nothing else wants it; whether the keys of this frame are the grid's.
fn focus(ui: &Ui, id: Id, state: &mut State) -> bool {
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    let keyboard = cover::keep(ui, id, state.focus == Some(Pane::Grid), filter);
    if keyboard.has && state.focus == Some(Pane::Grid) {
        state.focus = None;
    }
    state.grid_focused = keyboard.has;
    keyboard.takes
}

/// Opens the cell under the cursor with what it holds.
pub fn edit_cell(state: &mut State) {
    let Some(view) = &state.view else { return };
    let Some((row, column)) = state.cursor_lines() else { return };
    let text = view.dot(view.layer(state.assessor()), row, column).value.to_string();
    state.editor = Some(Editor::opened(state.selection.cursor, text));
    state.last_entry = None;
    state.reveal = true;
}

pub fn select_all(state: &mut State) {
    let layout = &state.layout;
    let first = Place { row: super::select::nearest(layout, 0), column: 0 };
    let last = Place { row: layout.rows.len().saturating_sub(1), column: layout.columns.len().saturating_sub(1) };
    state.selection = Selection { cursor: state.selection.cursor, anchor: first, head: last };
}

fn wheel(ui: &Ui, parts: &Parts, response: &Response, state: &mut State) {
    if response.contains_pointer() {
        state.offset -= ui.input(egui::InputState::smooth_scroll_delta);
    }
    let most = (vec2(state.layout.width(), state.layout.height()) - parts.body.size()).max(Vec2::ZERO);
    state.offset = state.offset.clamp(Vec2::ZERO, most);
}

fn reveal(parts: &Parts, state: &mut State) {
    let selection = &state.selection;
    let to =
        if selection.is_range() && selection.cursor == selection.anchor { selection.head } else { selection.cursor };
    let (left, right) = (state.layout.left(to.column), state.layout.right(to.column));
    let (mut top, bottom) = (to.row as f32 * ROW, (to.row + 1) as f32 * ROW);
    // The first row of a group is seen with its heading.
    if to.row > 0 && !state.layout.row_can_hold(to.row - 1) {
        top -= ROW;
    }
    let size = parts.body.size();
    state.offset.x = state.offset.x.max(right - size.x).min(left).max(0.0);
    state.offset.y = state.offset.y.max(bottom - size.y).min(top).max(0.0);
}

/// The whole of a title that may be cut.
fn hover(parts: &Parts, response: &Response, workspace: &Workspace, state: &State) {
    let (Some(at), Some(view)) = (response.hover_pos(), &state.view) else { return };
    let inner = at - parts.body.min + state.offset;
    let line = |slots: &[Slot], at: Option<usize>| match slots.get(at?) {
        Some(Slot::Line(line)) => Some(*line),
        _ => None,
    };
    let line = if parts.side.contains(at) {
        line(&state.layout.rows, state.layout.row_at(inner.y)).and_then(|line| view.rows.get(line))
    } else if parts.head.contains(at) {
        line(&state.layout.columns, state.layout.column_at(inner.x)).and_then(|line| view.columns.get(line))
    } else {
        None
    };
    if let (Some(line), Some(contents)) = (line, workspace.contents()) {
        let language = workspace.settings().language;
        let name = match line.item {
            crate::model::Item::Policy(id) => contents.policies.get(&id).map(|policy| policy.name.clone()),
            crate::model::Item::Goal(id) => contents.goals.get(&id).map(|goal| goal.name.get(language).to_owned()),
        };
        let (code, _) = contents.item_label(line.item);
        response.clone().on_hover_text_at_pointer(format!("{code} {}", name.unwrap_or_default()));
    }
}
