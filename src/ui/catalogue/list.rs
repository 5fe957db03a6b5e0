//! The table of policies in its place, or what there is to do where it would be empty.

use super::columns::Column;
use super::{CatalogueScreen, Pane, cells, table};
use crate::Cx;
use crate::cover;
use crate::kit::grid::{GridModel as _, Menu, Parts, Shape as _};
use crate::{theme, widgets};
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, FontId, Id, Key, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons;
use ordito_model::PolicyId;
use ordito_workspace::Command;

pub fn list_ui(ui: &mut Ui, cx: &mut Cx<'_>, room: &mut CatalogueScreen) {
    if cx.contents.policies.is_empty() {
        room.list_focused = false;
        nothing_ui(ui, cx);
        return;
    }
    let whole = ui.available_rect_before_wrap();
    ui.allocate_rect(whole, Sense::hover());
    let asked = room.focus == Some(Pane::List);
    open_asked(room, cx);
    // What its menu asks for is asked of it, though the menu has the keyboard.
    let in_menu = egui::Popup::is_any_open(ui.ctx());
    let parts = table::with(room, cx.workspace, |grid, table| {
        grid.focus |= asked;
        let parts = grid.show(ui, cx, table, whole);
        let heads: Vec<(Column, Rect)> = (0..table.columns.len())
            .filter_map(|at| {
                Some((
                    table.column(at)?,
                    head_of(&parts, at, table, grid.offset(0).x),
                ))
            })
            .collect();
        table.room.list_focused = grid.is_focused || in_menu;
        (parts, heads)
    });
    let Some((parts, heads)) = parts else { return };
    if asked && room.list_focused {
        room.focus = None;
    }
    sort_ui(ui, cx, room, &parts, &heads);
    if room.rows.list.is_empty() {
        let below = whole.with_min_y(whole.top() + cells::HEAD);
        ui.scope_builder(UiBuilder::new().max_rect(below), |ui| {
            not_found_ui(ui, cx, room);
        });
    }
}

/// The name of a policy that was just made is written next.
fn open_asked(room: &mut CatalogueScreen, cx: &Cx<'_>) {
    let is_there = |id: &PolicyId| cx.contents.policies.contains_key(id);
    let Some(id) = room.named.take_if(|id| is_there(id)) else {
        return;
    };
    room.select_on(id, Column::Name);
    table::with(room, cx.workspace, |grid, table| {
        grid.open_new(table);
        grid.focus = true;
    });
}

fn head_of(parts: &Parts, column: usize, table: &table::Table<'_>, offset: f32) -> Rect {
    let (head, across) = (parts.head(0), table.shape().across());
    let left = head.left() - offset;
    Rect::from_min_max(
        pos2(left + across.start(column), head.top()),
        pos2(left + across.end(column), head.bottom()),
    )
}

/// What sorts by a column: once up, once down, then the tree again.
fn sort_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    room: &mut CatalogueScreen,
    parts: &Parts,
    heads: &[(Column, Rect)],
) {
    let (paint, words) = (cx.paint, cx.words());
    let shown = parts.head(0);
    let ui = &mut ui.new_child(UiBuilder::new());
    ui.set_clip_rect(shown.intersect(ui.clip_rect()));
    for (column, head) in heads {
        let rect = Rect::from_min_size(
            pos2(head.right() - cells::SORT - 5.0, head.center().y - 10.0),
            vec2(cells::SORT, 20.0),
        );
        let id = Id::unique("catalogue-head").with(*column);
        let response = ui.interact(rect, id, Sense::click());
        // What is scrolled out of sight is a stop of the keyboard all the same, and comes into sight when it is reached.
        if response.gained_focus() {
            let past = (head.right() - shown.right()).max(0.0);
            let along = past.min(head.left() - shown.left());
            if along != 0.0 {
                let now = room.grid.offset(0);
                room.grid.scroll_to(now + vec2(along, 0.0));
                ui.ctx().request_repaint();
            }
        }
        let sorted = room.query.sort.filter(|(by, _)| by == column);
        let sorted = sorted.map(|(_, descending)| descending);
        let name = words.say(column.key());
        let said = match sorted {
            Some(true) => words.catalogue_sorted_down(name.as_str()),
            Some(false) => words.catalogue_sorted_up(name.as_str()),
            None => words.catalogue_sort_by(name.as_str()),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
        let painter = ui.painter();
        if response.hovered() {
            let corner = CornerRadius::same(theme::RADIUS);
            painter.rect_filled(rect, corner, paint.selected);
        }
        let icon = match sorted {
            Some(true) => icons::ICON_ARROW_DOWNWARD,
            Some(false) => icons::ICON_ARROW_UPWARD,
            None => icons::ICON_UNFOLD_MORE,
        };
        let colour = if sorted.is_some() {
            paint.primary
        } else {
            paint.muted
        };
        painter.text(
            rect.center(),
            Align2::CENTER_CENTER,
            icon.codepoint,
            FontId::new(15.0, theme::icons()),
            colour,
        );
        widgets::focus_ring(ui, paint, &response, 4);
        if response.on_hover_text(said).clicked() {
            room.query.sort = match sorted {
                None => Some((*column, false)),
                Some(false) => Some((*column, true)),
                Some(true) => None,
            };
            // The first of what is sorted is what was asked for.
            let along = room.grid.offset(0).x;
            room.grid.scroll_to(vec2(along, 0.0));
        }
    }
}

/// The commands of the menu of cells, rows or columns.
pub const fn commands(menu: Menu) -> &'static [Command] {
    match menu {
        Menu::None => &[],
        Menu::Columns => &[Command::Cut, Command::Copy, Command::Clear],
        Menu::Cells | Menu::Rows => &[
            Command::EditCell,
            Command::Cut,
            Command::Copy,
            Command::Clear,
            Command::FillDown,
            Command::FillRight,
            Command::AddPolicy,
            Command::AddSubPolicy,
            Command::DuplicatePolicy,
            Command::AddVariant,
            Command::DeletePolicy,
            Command::MarkProvisional,
            Command::Unmark,
            Command::ImportPolicies,
            Command::PastePolicies,
        ],
    }
}

/// The place of a painted line, for a screen reader.
pub fn bounds(rect: Rect) -> egui::accesskit::Rect {
    let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
    egui::accesskit::Rect { x0, y0, x1, y1 }
}

fn nothing_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let (title, text) = (words.catalogue_empty_title(), words.catalogue_empty_text());
    widgets::empty_ui(ui, paint, icons::ICON_ACCOUNT_TREE, &title, &text, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        // Without a table its keys are the button's: Ins, and Enter.
        let ins = !cover::is_covered(ui.ctx())
            && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Insert));
        let add = words.command_add_policy();
        if widgets::default_button_ui(ui, paint, (&add, true), None) || ins {
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
