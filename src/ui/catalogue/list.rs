//! The list of policies, painted: only the rows in view, under a head that stays.

use super::columns::{self, Column};
use super::record::{Field, Target};
use super::rows::Row;
use super::{Pane, State, keys};
use crate::document::Edit;
use crate::model::{Contents, Policy, PolicyId, Wording};
use crate::ui::theme::{self, Paint};
use crate::ui::widgets;
use crate::workspace::{Action, Command, Workspace};
use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Color32, CornerRadius, EventFilter, FontFamily, FontId, Id, Margin, Rect, ScrollArea, Sense, Stroke,
    StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons;

pub const ROW: f32 = 30.0;
pub const HEAD: f32 = 32.0;
const INDENT: f32 = 18.0;
const ARROW: f32 = 20.0;
const PAD: f32 = 8.0;
/// What a scroll bar takes.
const BAR: f32 = 12.0;

/// The columns shown, with their left edges and widths.
struct Grid {
    columns: Vec<(Column, f32, f32)>,
    width: f32,
}
impl Grid {
    fn of(room: &State, available: f32) -> Self {
        let shown = Column::ALL.into_iter().filter(|column| room.columns.contains(column));
        let fixed: f32 = shown.clone().map(Column::width).sum();
        let spare = (available - fixed - PAD).max(0.0);
        let mut left = PAD;
        let mut columns = Vec::new();
        for column in shown {
            let width = column.width() + if column == Column::Name { spare } else { 0.0 };
            columns.push((column, left, width));
            left += width;
        }
        Self { columns, width: left }
    }
}

pub fn list_ui(
    ui: &mut Ui,
    paint: &Paint,
    workspace: &Workspace,
    room: &mut State,
    busy: bool,
    asked: &mut Vec<Command>,
    actions: &mut Vec<Action>,
) {
    let Some(contents) = workspace.contents() else { return };
    if contents.policies.is_empty() {
        nothing_ui(ui, paint, workspace, asked);
        return;
    }
    let whole = ui.available_rect_before_wrap();
    let head = Rect::from_min_max(whole.min, pos2(whole.right(), whole.top() + HEAD));
    let body = Rect::from_min_max(pos2(whole.left(), head.bottom()), whole.max);
    ui.allocate_rect(whole, Sense::hover());
    let id = Id::unique("catalogue-list");
    let response = ui.interact(body, id, Sense::click());
    focus(ui, id, busy || room.asked.is_some(), room);
    if room.list_focused {
        let events = ui.input(|input| input.events.clone());
        keys::take(contents, room, &events, asked, actions);
    }
    room.page = ((body.height() / ROW) as usize).saturating_sub(1).max(1);
    let grid = Grid::of(room, whole.width() - BAR);
    if room.rows.list.is_empty() {
        head_ui(ui, paint, workspace, room, &grid, head, 0.0);
        let builder = UiBuilder::new().max_rect(body);
        ui.scope_builder(builder, |ui| not_found_ui(ui, paint, workspace, room));
        return;
    }
    name_the_list(ui, workspace, room, id);
    let builder = UiBuilder::new().max_rect(body).accessibility_parent(id).accessibility_role(Role::GenericContainer);
    let offset = ui
        .scope_builder(builder, |ui| {
            bars(ui, paint);
            let mut area = ScrollArea::both().id_salt("catalogue-rows").auto_shrink(false);
            if room.reveal
                && let Some(at) = room.cursor.and_then(|id| room.rows.index_of(id))
            {
                room.reveal = false;
                let area_id = ui.make_persistent_id(egui::IdSalt::new("catalogue-rows"));
                let now =
                    egui::scroll_area::State::load(ui.ctx(), area_id).map_or(0.0, |state| state.clamped_offset().y);
                let top = at as f32 * ROW;
                let height = body.height() - if grid.width > body.width() - BAR { BAR } else { 0.0 };
                let wanted = now.min(top).max(top + ROW - height);
                if (wanted - now).abs() > 0.5 {
                    area = area.vertical_scroll_offset(wanted);
                }
            }
            area.show_viewport(ui, |ui, view| {
                ui.set_width(grid.width.max(body.width() - BAR));
                ui.set_height(room.rows.list.len() as f32 * ROW);
                rows_ui(ui, paint, workspace, contents, room, &grid, view, actions);
            })
            .state
            .clamped_offset()
        })
        .inner;
    head_ui(ui, paint, workspace, room, &grid, head, offset.x);
    egui::Popup::context_menu(&response).show(|ui| menu_ui(ui, workspace, asked));
}

/// Keeps the keyboard in the list while nothing else wants it.
fn focus(ui: &Ui, id: Id, busy: bool, room: &mut State) {
    let wanted = room.focus == Some(Pane::List);
    let free = ui.memory(|memory| memory.focused().is_none());
    if !busy && room.renaming.is_none() && (wanted || free && !egui::Popup::is_any_open(ui.ctx())) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if wanted {
        room.focus = None;
    }
    room.list_focused = !busy && ui.memory(|memory| memory.has_focus(id));
    if room.list_focused {
        let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
}

/// The place of a painted line, for a screen reader.
pub fn bounds(rect: Rect) -> egui::accesskit::Rect {
    let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
    egui::accesskit::Rect { x0, y0, x1, y1 }
}

/// Scroll bars that are seen: what is drawn inside paints its own fills.
pub fn bars(ui: &mut Ui, paint: &Paint) {
    let widgets = &mut ui.visuals_mut().widgets;
    widgets.inactive.bg_fill = paint.border;
    widgets.hovered.bg_fill = paint.muted;
    widgets.active.bg_fill = paint.muted;
}

fn row_id(id: PolicyId) -> Id {
    Id::unique("catalogue-row").with(id)
}

fn name_the_list(ui: &Ui, workspace: &Workspace, room: &State, id: Id) {
    let label = workspace.words().say("catalogue-tab-policies");
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

fn head_ui(ui: &Ui, paint: &Paint, workspace: &Workspace, room: &mut State, grid: &Grid, head: Rect, offset: f32) {
    let words = workspace.words();
    let painter = ui.painter().with_clip_rect(head.intersect(ui.clip_rect()));
    painter.rect_filled(head, CornerRadius::ZERO, paint.canvas);
    painter.hline(head.x_range(), head.bottom() - 0.5, Stroke::new(1.0, paint.line));
    for (column, left, width) in &grid.columns {
        let rect = Rect::from_min_size(pos2(head.left() + left - offset, head.top()), vec2(*width, HEAD));
        let seen = rect.intersect(head);
        if !seen.is_positive() {
            continue;
        }
        let response = ui.interact(seen, Id::unique("catalogue-head").with(*column), Sense::click());
        let name = words.say(column.key());
        let sorted = room.query.sort.filter(|(by, _)| by == column).map(|(_, descending)| descending);
        let said = match sorted {
            Some(true) => words.say_with("catalogue-sorted-down", &[("column", name.as_str().into())]),
            Some(false) => words.say_with("catalogue-sorted-up", &[("column", name.as_str().into())]),
            None => words.say_with("catalogue-sort-by", &[("column", name.as_str().into())]),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &said));
        if response.hovered() {
            painter.rect_filled(seen, CornerRadius::ZERO, paint.selected);
        }
        let colour = if sorted.is_some() { paint.ink } else { paint.muted };
        let room_for = width - PAD - if sorted.is_some() { 16.0 } else { 0.0 };
        let text = galley(ui, &name, FontId::new(theme::CAPTION, theme::semibold()), colour, room_for);
        let x = if column.is_number() { rect.right() - 2.0 * PAD - text.size().x } else { rect.left() };
        let right = x + text.size().x;
        painter.galley(pos2(x, rect.center().y - text.size().y / 2.0), text, colour);
        if let Some(descending) = sorted {
            let icon = if descending { icons::ICON_ARROW_DOWNWARD } else { icons::ICON_ARROW_UPWARD };
            let at = if column.is_number() { x - 16.0 } else { right + 2.0 };
            let font = FontId::new(14.0, theme::icons());
            painter.text(pos2(at, rect.center().y), Align2::LEFT_CENTER, icon.codepoint, font, paint.primary);
        }
        widgets::focus_ring(ui, paint, &response, 0);
        if response.on_hover_text(said).clicked() {
            room.query.sort = match sorted {
                None => Some((*column, false)),
                Some(false) => Some((*column, true)),
                Some(true) => None,
            };
            room.reveal = true;
        }
    }
}

/// One line of text that gives way with "…".
fn galley(ui: &Ui, text: &str, font: FontId, colour: Color32, width: f32) -> std::sync::Arc<egui::Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, colour));
    job.wrap = TextWrapping::truncate_at_width(width.max(4.0));
    ui.painter().layout_job(job)
}

fn rows_ui(
    ui: &mut Ui,
    paint: &Paint,
    workspace: &Workspace,
    contents: &Contents,
    room: &mut State,
    grid: &Grid,
    view: Rect,
    actions: &mut Vec<Action>,
) {
    let origin = ui.max_rect().min;
    let first = (view.top() / ROW).floor().max(0.0) as usize;
    let last = ((view.bottom() / ROW).ceil() as usize).min(room.rows.list.len());
    let shown: Vec<Row> = room.rows.list.get(first..last).unwrap_or_default().to_vec();
    let held = ui.input(|input| input.modifiers);
    for (i, row) in shown.iter().enumerate() {
        let Some(policy) = contents.policies.get(&row.id) else { continue };
        let at = first + i;
        let rect = Rect::from_min_size(
            pos2(origin.x, origin.y + at as f32 * ROW),
            vec2(grid.width.max(ui.max_rect().width()), ROW),
        );
        // Clicked and dragged, but no stop of Tab: the list has one, and arrows inside.
        let response = ui.interact(rect, row_id(row.id), Sense::CLICK | Sense::DRAG);
        let is_selected = room.selected.contains(&row.id);
        name_row(ui, workspace, contents, room, row, policy, at, rect);
        if is_selected {
            ui.painter().rect_filled(rect, CornerRadius::ZERO, paint.selected);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, CornerRadius::ZERO, paint.canvas);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, paint.line));
        if room.cursor == Some(row.id) {
            let bar = Rect::from_min_size(rect.min, vec2(3.0, ROW));
            ui.painter().rect_filled(bar, CornerRadius::ZERO, paint.primary);
            if room.list_focused {
                let ring = Stroke::new(1.0, paint.primary);
                ui.painter().rect_stroke(rect.intersect(ui.clip_rect()), CornerRadius::ZERO, ring, StrokeKind::Inside);
            }
        }
        let arrow = paint_row(ui, paint, workspace, contents, room, grid, row, policy, rect, is_selected);
        if response.clicked() || response.secondary_clicked() {
            room.focus = Some(Pane::List);
            let on_arrow = response.interact_pointer_pos().zip(arrow).is_some_and(|(at, arrow)| arrow.contains(at));
            if on_arrow && response.clicked() {
                if !room.query.folded.remove(&row.id) {
                    room.query.folded.insert(row.id);
                }
            } else if held.command && response.clicked() {
                keys::go(room, row.id, held);
                if !room.selected.remove(&row.id) {
                    room.selected.insert(row.id);
                }
            } else if response.clicked() || !is_selected {
                keys::go(room, row.id, held);
            }
        }
        if response.double_clicked() {
            room.renaming = Some((row.id, false));
        }
        drag(ui, paint, contents, room, row, rect, &response, actions);
    }
}

fn name_row(
    ui: &Ui,
    workspace: &Workspace,
    contents: &Contents,
    room: &State,
    row: &Row,
    policy: &Policy,
    at: usize,
    rect: Rect,
) {
    let words = workspace.words();
    ui.ctx().accesskit_node_builder(row_id(row.id), |node| {
        let place = [("at", words.numbers().count(at + 1).into()), ("n", room.rows.list.len().into())];
        let mut said = columns::said(policy);
        for column in room.columns.iter().filter(|column| !column.is_fixed()) {
            let text = columns::text(*column, contents, &room.facts.1, words, row.id, policy);
            if !text.is_empty() {
                said.push_str(", ");
                said.push_str(&text);
            }
        }
        if room.typing.is_refused(Target::Policy(row.id)) {
            said.push_str(", ");
            said.push_str(&words.say("catalogue-has-refused"));
        }
        node.set_role(Role::TreeItem);
        node.set_label(said);
        node.set_description(words.say_with("catalogue-row-place", &place));
        node.set_level(row.depth + 1);
        node.set_position_in_set(at + 1);
        node.set_size_of_set(room.rows.list.len());
        node.set_selected(room.selected.contains(&row.id));
        node.set_bounds(bounds(rect));
        node.add_action(egui::accesskit::Action::Click);
        if row.has_children {
            node.set_expanded(!row.is_folded);
        }
    });
}

/// Paints the cells of a row; the place of the fold arrow, if there is one.
fn paint_row(
    ui: &mut Ui,
    paint: &Paint,
    workspace: &Workspace,
    contents: &Contents,
    room: &mut State,
    grid: &Grid,
    row: &Row,
    policy: &Policy,
    rect: Rect,
    is_selected: bool,
) -> Option<Rect> {
    let words = workspace.words();
    let ink = if is_selected { paint.on_selected } else { paint.ink };
    let mut arrow = None;
    for (column, left, width) in &grid.columns {
        let cell = Rect::from_min_size(pos2(rect.left() + left, rect.top()), vec2(*width, ROW));
        let mut x = cell.left();
        let mut room_for = width - PAD;
        if *column == Column::Name {
            x += row.depth as f32 * INDENT;
            if row.has_children {
                let place = Rect::from_min_size(pos2(x - 2.0, rect.top()), vec2(ARROW, ROW));
                let icon = if row.is_folded { icons::ICON_CHEVRON_RIGHT } else { icons::ICON_EXPAND_MORE };
                let font = FontId::new(18.0, theme::icons());
                ui.painter().text(place.center(), Align2::CENTER_CENTER, icon.codepoint, font, ink);
                arrow = Some(place);
            }
            if room.query.sort.is_none() {
                x += ARROW;
            }
            room_for = cell.right() - PAD - x;
            if room.renaming.is_some_and(|(id, _)| id == row.id) {
                let field =
                    Rect::from_min_max(pos2(x - 6.0, rect.top() + 2.0), pos2(cell.right(), rect.bottom() - 2.0));
                rename_ui(ui, workspace, room, row.id, policy, field);
                continue;
            }
            if room.typing.is_refused(Target::Policy(row.id)) {
                let font = FontId::new(16.0, theme::icons());
                let icon = icons::ICON_WARNING.codepoint;
                ui.painter().text(pos2(x, cell.center().y), Align2::LEFT_CENTER, icon, font, paint.danger);
                x += 20.0;
                room_for -= 20.0;
            }
        }
        let text = columns::text(*column, contents, &room.facts.1, words, row.id, policy);
        if text.is_empty() {
            continue;
        }
        if *column == Column::Wording && policy.wording != Wording::Official {
            badge(ui, paint, policy.wording, &text, cell, ink);
            continue;
        }
        let (family, colour) = match column {
            Column::Name if row.is_way => (FontFamily::Proportional, paint.muted),
            Column::Name if row.has_children => (theme::semibold(), ink),
            Column::Name => (FontFamily::Proportional, ink),
            _ if is_selected => (FontFamily::Proportional, ink),
            _ => (FontFamily::Proportional, paint.muted),
        };
        let size = if *column == Column::Name { theme::BASE } else { 13.0 };
        let text = galley(ui, &text, FontId::new(size, family), colour, room_for);
        if column.is_number() {
            x = cell.right() - 2.0 * PAD - text.size().x;
        }
        ui.painter().galley(pos2(x, cell.center().y - text.size().y / 2.0), text, colour);
    }
    arrow
}

/// Official wording is plain; what is not wears a badge.
fn badge(ui: &Ui, paint: &Paint, wording: Wording, text: &str, cell: Rect, ink: Color32) {
    let colour = if wording == Wording::ToFill { paint.danger } else { paint.warning };
    let colour = if paint.look == crate::figure::palette::Look::Contrast { ink } else { colour };
    let text = galley(ui, text, FontId::proportional(11.0), colour, cell.width() - 20.0);
    let size = text.size() + vec2(12.0, 2.0);
    let rect = Rect::from_min_size(pos2(cell.left(), cell.center().y - size.y / 2.0), size);
    ui.painter().rect_stroke(rect, CornerRadius::same(8), Stroke::new(1.0, colour), StrokeKind::Inside);
    ui.painter().galley(rect.min + vec2(6.0, 1.0), text, colour);
}

fn rename_ui(ui: &mut Ui, workspace: &Workspace, room: &mut State, id: PolicyId, policy: &Policy, rect: Rect) {
    let words = workspace.words();
    let target = Target::Policy(id);
    let field = Id::unique("catalogue-rename");
    let started = room.renaming.is_some_and(|(_, started)| started);
    let mut record = super::record::Record::Policy(policy.clone());
    let builder = UiBuilder::new().max_rect(rect);
    let response = ui
        .scope_builder(builder, |ui| {
            room.typing.edit_ui(ui, words, target, &mut record, Field::Name, |text| {
                TextEdit::singleline(text).id(field).desired_width(f32::INFINITY).margin(Margin::symmetric(5, 3))
            })
        })
        .inner;
    widgets::name_it(ui, &response, &words.say("catalogue-rename"));
    if !started {
        response.request_focus();
        let mut state = TextEdit::load_state(ui.ctx(), field).unwrap_or_default();
        let end = egui::text::CCursor::new(policy.name.chars().count());
        let all = egui::text::CCursorRange::two(egui::text::CCursor::new(0), end);
        state.cursor.set_char_range(Some(all));
        TextEdit::store_state(ui.ctx(), field, state);
        room.renaming = Some((id, true));
        return;
    }
    if let Some(reason) = room.typing.refusal(target, Field::Name) {
        response.show_tooltip_text(reason);
    }
    if response.lost_focus() {
        room.renaming = None;
        room.focus = Some(Pane::List);
    }
}

/// Dragging a row onto another puts it before it (upper half) or below it as a child (lower half).
fn drag(
    ui: &Ui,
    paint: &Paint,
    contents: &Contents,
    room: &mut State,
    row: &Row,
    rect: Rect,
    response: &egui::Response,
    actions: &mut Vec<Action>,
) {
    if room.query.sort.is_some() {
        return;
    }
    if response.drag_started() {
        room.dragged = Some(row.id);
        if !room.selected.contains(&row.id) {
            room.select_only(row.id);
        }
    }
    let Some(dragged) = room.dragged else { return };
    let Some(at) = ui.input(|input| input.pointer.latest_pos()).filter(|at| rect.contains(*at)) else { return };
    let ids: Vec<PolicyId> = room.rows.list.iter().map(|row| row.id).filter(|id| room.selected.contains(id)).collect();
    let is_below = super::deletion::with_descendants(contents, &ids).contains(&row.id);
    if row.id == dragged || is_below {
        if ui.input(|input| input.pointer.any_released()) {
            room.dragged = None;
        }
        return;
    }
    let inside = at.y > rect.center().y;
    let stroke = Stroke::new(2.0, paint.primary);
    if inside {
        ui.painter().rect_stroke(rect, CornerRadius::same(4), stroke, StrokeKind::Inside);
    } else {
        ui.painter().hline(rect.x_range(), rect.top(), stroke);
    }
    if ui.input(|input| input.pointer.any_released()) {
        room.dragged = None;
        let parent = if inside { Some(row.id) } else { contents.policies.get(&row.id).and_then(|p| p.parent) };
        let before = (!inside).then_some(row.id);
        actions.push(Action::Edit(Edit::MovePolicies { ids, parent, before }));
    }
}

fn menu_ui(ui: &mut Ui, workspace: &Workspace, asked: &mut Vec<Command>) {
    super::toolbar::commands_ui(ui, workspace, asked);
}

fn nothing_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, asked: &mut Vec<Command>) {
    let words = workspace.words();
    let (title, text) = (words.say("catalogue-empty-title"), words.say("catalogue-empty-text"));
    widgets::empty_ui(ui, paint, icons::ICON_ACCOUNT_TREE, &title, &text, |ui| {
        if widgets::primary_button_ui(ui, paint, &words.say("command-add-policy"), true).clicked() {
            asked.push(Command::AddPolicy);
        }
        if widgets::button_ui(ui, &words.say("command-import-policies")).clicked() {
            asked.push(Command::ImportPolicies);
        }
    });
}

fn not_found_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, room: &mut State) {
    let words = workspace.words();
    let (title, text) = (words.say("catalogue-not-found-title"), words.say("catalogue-not-found-text"));
    widgets::empty_ui(ui, paint, icons::ICON_SEARCH, &title, &text, |ui| {
        if widgets::button_ui(ui, &words.say("catalogue-show-all")).clicked() {
            room.query.search.clear();
            room.query.filter = super::rows::Filter::default();
        }
    });
}
