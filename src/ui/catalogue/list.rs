//! The list of policies, painted: only the rows in view, under a head that stays.

use super::columns::Column;
use super::head::head_ui;
use super::row::{drag, name_row, paint_row};
use super::rows::Row;
use super::{CatalogueScreen, Pane, cell, keys};
use crate::Cx;
use crate::{cover, widgets};
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, CornerRadius, EventFilter, FontId, Id, Rect, Response, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, pos2, vec2,
};
use egui_material_icons::icons;
use ordito_model::PolicyId;
use ordito_workspace::{Command, Workspace};

pub const ROW: f32 = 30.0;
pub const HEAD: f32 = 32.0;
pub const PAD: f32 = 8.0;
/// What a scroll bar takes.
const BAR: f32 = 12.0;

/// The columns shown, with their left edges and widths.
pub struct Grid {
    pub columns: Vec<(Column, f32, f32)>,
    pub width: f32,
}
impl Grid {
    fn of(room: &CatalogueScreen, available: f32) -> Self {
        let shown = Column::ALL
            .into_iter()
            .filter(|column| room.columns.contains(column));
        let fixed: f32 = shown.clone().map(Column::width).sum();
        let spare = (available - fixed - PAD).max(0.0);
        let mut left = PAD;
        let mut columns = Vec::new();
        for column in shown {
            let width = column.width() + if column == Column::Name { spare } else { 0.0 };
            columns.push((column, left, width));
            left += width;
        }
        Self {
            columns,
            width: left,
        }
    }
}

pub fn list_ui(ui: &mut Ui, cx: &mut Cx<'_>, room: &mut CatalogueScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(contents) = workspace.contents() else {
        return;
    };
    if contents.policies.is_empty() {
        nothing_ui(ui, cx);
        return;
    }
    let whole = ui.available_rect_before_wrap();
    let head = Rect::from_min_max(whole.min, pos2(whole.right(), whole.top() + HEAD));
    let body = Rect::from_min_max(pos2(whole.left(), head.bottom()), whole.max);
    ui.allocate_rect(whole, Sense::hover());
    let id = Id::unique("catalogue-list");
    let response = ui.interact(body, id, Sense::click());
    if focus(ui, id, room) {
        let events = ui.input(|input| input.events.clone());
        keys::take(cx, room, &events);
    }
    room.page = ((body.height() / ROW) as usize).saturating_sub(1).max(1);
    let grid = Grid::of(room, whole.width() - BAR);
    if room.rows.list.is_empty() {
        head_ui(ui, cx, room, &grid, head, 0.0);
        let builder = UiBuilder::new().max_rect(body);
        ui.scope_builder(builder, |ui| not_found_ui(ui, cx, room));
        return;
    }
    name_the_list(ui, workspace, room, id);
    let builder = UiBuilder::new()
        .max_rect(body)
        .accessibility_parent(id)
        .accessibility_role(Role::GenericContainer);
    let (offset, asks) = ui
        .scope_builder(builder, |ui| {
            widgets::bars(ui, paint);
            let mut area = ScrollArea::both()
                .id_salt("catalogue-rows")
                .auto_shrink(false);
            if room.reveal
                && let Some(at) = room.cursor.and_then(|id| room.rows.index_of(id))
            {
                room.reveal = false;
                let area_id = ui.make_persistent_id(egui::IdSalt::new("catalogue-rows"));
                let now = egui::scroll_area::State::load(ui.ctx(), area_id)
                    .map_or(0.0, |state| state.clamped_offset().y);
                let top = at as f32 * ROW;
                let height = body.height()
                    - if grid.width > body.width() - BAR {
                        BAR
                    } else {
                        0.0
                    };
                let wanted = now.min(top).max(top + ROW - height);
                if (wanted - now).abs() > 0.5 {
                    area = area.vertical_scroll_offset(wanted);
                }
            }
            let output = area.show_viewport(ui, |ui, view| {
                ui.set_width(grid.width.max(body.width() - BAR));
                ui.set_height(room.rows.list.len() as f32 * ROW);
                rows_ui(ui, cx, room, &grid, view)
            });
            (output.state.clamped_offset(), output.inner)
        })
        .inner;
    head_ui(ui, cx, room, &grid, head, offset.x);
    // The rows lie over the list and get the click; the menu is about the one it was opened on.
    let menu =
        egui::Popup::menu(&response).open_memory(asks.then_some(egui::SetOpenCommand::Bool(true)));
    menu.at_pointer_fixed()
        .show(|ui| super::toolbar::commands_ui(ui, cx));
}

/// Keeps the keyboard in the list while nothing else wants it; whether the keys of this frame are the list's.
fn focus(ui: &Ui, id: Id, room: &mut CatalogueScreen) -> bool {
    let wanted = room.focus == Some(Pane::List);
    if wanted {
        room.focus = None;
    }
    if room.editing.is_some() {
        room.list_focused = false;
        return false;
    }
    let filter = EventFilter {
        tab: false,
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
    };
    let keyboard = cover::keep(ui, id, wanted, filter);
    room.list_focused = keyboard.has;
    keyboard.takes
}

/// The place of a painted line, for a screen reader.
pub fn bounds(rect: Rect) -> egui::accesskit::Rect {
    let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
    egui::accesskit::Rect { x0, y0, x1, y1 }
}

pub fn row_id(id: PolicyId) -> Id {
    Id::unique("catalogue-row").with(id)
}

fn name_the_list(ui: &Ui, workspace: &Workspace, room: &CatalogueScreen, id: Id) {
    let label = workspace.words().catalogue_tab_policies();
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Tree);
        node.set_label(label);
        node.set_multiselectable();
        node.set_row_count(room.rows.list.len());
        if let Some(cursor) = room.cursor {
            node.set_active_descendant(row_id(cursor).accesskit_id());
        }
    });
}

/// One line of text that gives way with "…".
pub fn galley(
    ui: &Ui,
    text: &str,
    font: FontId,
    colour: Color32,
    width: f32,
) -> std::sync::Arc<egui::Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, colour));
    job.wrap = TextWrapping::truncate_at_width(width.max(4.0));
    ui.painter().layout_job(job)
}

fn rows_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    room: &mut CatalogueScreen,
    grid: &Grid,
    view: Rect,
) -> bool {
    let Cx {
        workspace,
        contents,
        ..
    } = *cx;
    let origin = ui.max_rect().min;
    let first = (view.top() / ROW).floor().max(0.0) as usize;
    let last = ((view.bottom() / ROW).ceil() as usize).min(room.rows.list.len());
    let shown: Vec<Row> = room.rows.list.get(first..last).unwrap_or_default().to_vec();
    let mut asks = false;
    let can_edit = workspace
        .document()
        .is_some_and(|document| !document.is_read_only());
    for (i, row) in shown.iter().enumerate() {
        let Some(policy) = contents.policies.get(&row.id) else {
            continue;
        };
        let at = first + i;
        let rect = Rect::from_min_size(
            pos2(origin.x, origin.y + at as f32 * ROW),
            vec2(grid.width.max(ui.max_rect().width()), ROW),
        );
        // Clicked and dragged, but no stop of Tab: the list has one, and arrows inside.
        let response = ui.interact(rect, row_id(row.id), Sense::CLICK | Sense::DRAG);
        let is_selected = room.selected.contains(&row.id);
        name_row(ui, workspace, contents, room, row, policy, at, rect);
        ground(ui, cx, room, row.id, &response);
        let arrow = paint_row(ui, cx, room, grid, row, policy, rect, is_selected);
        clicked(ui, room, row.id, &response, arrow);
        if response.double_clicked()
            && can_edit
            && let Some(at) = response.interact_pointer_pos()
        {
            let x = at.x - rect.left();
            let column = grid
                .columns
                .iter()
                .find(|(_, left, width)| x >= *left && x < left + width);
            cell::edit(
                room,
                row.id,
                column.map_or(Column::Name, |(column, ..)| *column),
            );
        }
        if let Some(column) = room
            .editing
            .filter(|editing| editing.id == row.id)
            .map(|editing| editing.column)
            && let Some((_, left, width)) = grid.columns.iter().find(|(shown, ..)| *shown == column)
        {
            let place = Rect::from_min_size(rect.min + vec2(*left, 0.0), vec2(*width, ROW));
            cell::choose_ui(ui, cx, room, policy, place);
        }
        asks |= response.secondary_clicked();
        drag(ui, cx, room, row, &response);
    }
    asks
}

/// What lies below a row: selected, under the pointer, with the cursor.
fn ground(ui: &Ui, cx: &Cx<'_>, room: &CatalogueScreen, id: PolicyId, response: &Response) {
    let (paint, rect) = (cx.paint, response.rect);
    if room.selected.contains(&id) {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, paint.selected);
    } else if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, paint.canvas);
    }
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, paint.line),
    );
    if room.cursor == Some(id) {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, ROW));
        ui.painter()
            .rect_filled(bar, CornerRadius::ZERO, paint.primary);
        if room.list_focused {
            let ring = Stroke::new(1.0, paint.primary);
            ui.painter().rect_stroke(
                rect.intersect(ui.clip_rect()),
                CornerRadius::ZERO,
                ring,
                StrokeKind::Inside,
            );
        }
    }
}

/// A click folds on the arrow, takes a row to the others with Ctrl, and else goes there.
fn clicked(
    ui: &Ui,
    room: &mut CatalogueScreen,
    id: PolicyId,
    response: &Response,
    arrow: Option<Rect>,
) {
    if !response.clicked() && !response.secondary_clicked() {
        return;
    }
    let held = ui.input(|input| input.modifiers);
    room.focus = Some(Pane::List);
    let on_arrow = response
        .interact_pointer_pos()
        .zip(arrow)
        .is_some_and(|(at, arrow)| arrow.contains(at));
    if on_arrow && response.clicked() {
        if !room.query.folded.remove(&id) {
            room.query.folded.insert(id);
        }
    } else if held.command && response.clicked() {
        keys::go(room, id, held);
        if !room.selected.remove(&id) {
            room.selected.insert(id);
        }
    } else if response.clicked() || !room.selected.contains(&id) {
        keys::go(room, id, held);
    }
}

fn nothing_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let (title, text) = (words.catalogue_empty_title(), words.catalogue_empty_text());
    widgets::empty_ui(ui, paint, icons::ICON_ACCOUNT_TREE, &title, &text, |ui| {
        if widgets::primary_button_ui(ui, paint, &words.command_add_policy(), true).clicked() {
            cx.ask(Command::AddPolicy);
        }
        for command in [Command::ImportPolicies, Command::PastePolicies] {
            if widgets::button_ui(ui, &words.say(command.key())).clicked() {
                cx.ask(command);
            }
        }
    });
}

fn not_found_ui(ui: &mut Ui, cx: &Cx<'_>, room: &mut CatalogueScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let (title, text) = (
        words.catalogue_not_found_title(),
        words.catalogue_not_found_text(),
    );
    widgets::empty_ui(ui, paint, icons::ICON_SEARCH, &title, &text, |ui| {
        if widgets::button_ui(ui, &words.catalogue_show_all()).clicked() {
            room.query.search.clear();
            room.query.filter = super::rows::Filter::default();
        }
    });
}
