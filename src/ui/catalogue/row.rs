//! One row of the list: its cells, its words for a screen reader, its name being edited, dragging it elsewhere.

use super::cell::Editing;
use super::columns::{self, Column};
use super::list::{Grid, PAD, ROW, bounds, galley, row_id};
use super::record::{Field, Record, Target};
use super::rows::Row;
use super::{CatalogueScreen, Pane, details};
use crate::Cx;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::accesskit::{Action as ReaderAction, Role};
use egui::{
    Align2, Color32, CornerRadius, FontFamily, FontId, Id, Margin, Rect, Response, Stroke,
    StrokeKind, TextEdit, Ui, UiBuilder, pos2, vec2,
};
use egui_material_icons::icons;
use ordito_document::Edit;
use ordito_model::{Contents, Policy, PolicyId, Wording};
use ordito_pages::figure::palette::Look;
use ordito_workspace::{Action, Workspace};

const INDENT: f32 = 18.0;
const ARROW: f32 = 20.0;

/// Says a row to a screen reader.
pub fn name_row(
    ui: &Ui,
    workspace: &Workspace,
    contents: &Contents,
    room: &CatalogueScreen,
    row: &Row,
    policy: &Policy,
    at: usize,
    rect: Rect,
) {
    let words = workspace.words();
    ui.ctx().accesskit_node_builder(row_id(row.id), |node| {
        let place = [
            ("at", words.numbers().count(at + 1).into()),
            ("n", room.rows.list.len().into()),
        ];
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
            said.push_str(&words.catalogue_has_refused());
        }
        node.set_role(Role::TreeItem);
        node.set_label(said);
        node.set_description(words.say_with("catalogue-row-place", &place));
        node.set_level(row.depth + 1);
        node.set_position_in_set(at + 1);
        node.set_size_of_set(room.rows.list.len());
        node.set_selected(room.selected.contains(&row.id));
        node.set_bounds(bounds(rect));
        node.add_action(ReaderAction::Click);
        if row.has_children {
            node.set_expanded(!row.is_folded);
        }
    });
}

/// Paints the cells of a row; the place of the fold arrow, if there is one.
pub fn paint_row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    room: &mut CatalogueScreen,
    grid: &Grid,
    row: &Row,
    policy: &Policy,
    rect: Rect,
    is_selected: bool,
) -> Option<Rect> {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let ink = if is_selected {
        paint.on_selected
    } else {
        paint.ink
    };
    let mut arrow = None;
    for (column, left, width) in &grid.columns {
        let cell = Rect::from_min_size(pos2(rect.left() + left, rect.top()), vec2(*width, ROW));
        let mut x = cell.left();
        if *column == Column::Name {
            (x, arrow) = before_name(ui, cx, room, row, (cell, ink));
        }
        let room_for = cell.right() - PAD - x;
        if let Some(editing) = room
            .editing
            .filter(|editing| editing.id == row.id && editing.column == *column)
            && let Some(field) = column.field()
        {
            let place = Rect::from_min_max(
                pos2(x - 6.0, rect.top() + 2.0),
                pos2(cell.right(), rect.bottom() - 2.0),
            );
            edit_ui(ui, workspace, room, editing, policy, field, place);
            continue;
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
        let size = if *column == Column::Name {
            theme::BASE
        } else {
            13.0
        };
        let text = galley(ui, &text, FontId::new(size, family), colour, room_for);
        if column.is_number() {
            x = cell.right() - 2.0 * PAD - text.size().x;
        }
        ui.painter()
            .galley(pos2(x, cell.center().y - text.size().y / 2.0), text, colour);
    }
    arrow
}

/// What stands before a name: its depth, the arrow that folds, the mark of what was refused. Where the name begins, and
/// where the arrow is.
fn before_name(
    ui: &Ui,
    cx: &Cx<'_>,
    room: &CatalogueScreen,
    row: &Row,
    (cell, ink): (Rect, Color32),
) -> (f32, Option<Rect>) {
    let mut x = cell.left() + row.depth as f32 * INDENT;
    let mut arrow = None;
    if row.has_children {
        let place = Rect::from_min_size(pos2(x - 2.0, cell.top()), vec2(ARROW, ROW));
        let icon = if row.is_folded {
            icons::ICON_CHEVRON_RIGHT
        } else {
            icons::ICON_EXPAND_MORE
        };
        ui.painter().text(
            place.center(),
            Align2::CENTER_CENTER,
            icon.codepoint,
            FontId::new(18.0, theme::icons()),
            ink,
        );
        arrow = Some(place);
    }
    if room.query.sort.is_none() {
        x += ARROW;
    }
    if room.typing.is_refused(Target::Policy(row.id)) {
        ui.painter().text(
            pos2(x, cell.center().y),
            Align2::LEFT_CENTER,
            icons::ICON_WARNING.codepoint,
            FontId::new(16.0, theme::icons()),
            cx.paint.danger,
        );
        x += 20.0;
    }
    (x, arrow)
}

/// Official wording is plain; what is not wears a badge.
fn badge(ui: &Ui, paint: &Paint, wording: Wording, text: &str, cell: Rect, ink: Color32) {
    let colour = if wording == Wording::ToFill {
        paint.danger
    } else {
        paint.warning
    };
    let colour = if paint.look == Look::Contrast {
        ink
    } else {
        colour
    };
    let text = galley(
        ui,
        text,
        FontId::proportional(11.0),
        colour,
        cell.width() - 20.0,
    );
    let size = text.size() + vec2(12.0, 2.0);
    let rect = Rect::from_min_size(pos2(cell.left(), cell.center().y - size.y / 2.0), size);
    ui.painter().rect_stroke(
        rect,
        CornerRadius::same(8),
        Stroke::new(1.0, colour),
        StrokeKind::Inside,
    );
    ui.painter().galley(rect.min + vec2(6.0, 1.0), text, colour);
}

fn edit_ui(
    ui: &mut Ui,
    workspace: &Workspace,
    room: &mut CatalogueScreen,
    editing: Editing,
    policy: &Policy,
    field: Field,
    rect: Rect,
) {
    let words = workspace.words();
    let target = Target::Policy(editing.id);
    let id = Id::unique("catalogue-rename");
    let mut record = Record::Policy(policy.clone());
    let before = record.text(field, words);
    let builder = UiBuilder::new().max_rect(rect);
    let response = ui
        .scope_builder(builder, |ui| {
            room.typing
                .edit_ui(ui, words, target, &mut record, field, |text| {
                    TextEdit::singleline(text)
                        .id(id)
                        .desired_width(f32::INFINITY)
                        .margin(Margin::symmetric(5, 3))
                })
        })
        .inner;
    let name = if field == Field::Name {
        "catalogue-rename"
    } else {
        field.key()
    };
    widgets::name_it(ui, &response, &words.say(name));
    if !editing.started {
        response.request_focus();
        details::select_all(ui, id, &before);
        room.editing = Some(Editing {
            started: true,
            ..editing
        });
        return;
    }
    if let Some(reason) = room.typing.refusal(target, field) {
        response.show_tooltip_text(reason);
    }
    if response.lost_focus() {
        room.editing = None;
        room.focus = Some(Pane::List);
    }
}

/// Dragging a row onto another puts it before it (upper half) or below it as a child (lower half).
pub fn drag(ui: &Ui, cx: &mut Cx<'_>, room: &mut CatalogueScreen, row: &Row, response: &Response) {
    let Cx {
        paint, contents, ..
    } = *cx;
    let rect = response.rect;
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
    let Some(at) = ui
        .input(|input| input.pointer.latest_pos())
        .filter(|at| rect.contains(*at))
    else {
        return;
    };
    let ids: Vec<PolicyId> = room
        .rows
        .list
        .iter()
        .map(|row| row.id)
        .filter(|id| room.selected.contains(id))
        .collect();
    let is_below = contents.policies_downwards(&ids).contains(&row.id);
    if row.id == dragged || is_below {
        if ui.input(|input| input.pointer.any_released()) {
            room.dragged = None;
        }
        return;
    }
    let inside = at.y > rect.center().y;
    let stroke = Stroke::new(2.0, paint.primary);
    if inside {
        ui.painter()
            .rect_stroke(rect, CornerRadius::same(4), stroke, StrokeKind::Inside);
    } else {
        ui.painter().hline(rect.x_range(), rect.top(), stroke);
    }
    if ui.input(|input| input.pointer.any_released()) {
        room.dragged = None;
        let parent = if inside {
            Some(row.id)
        } else {
            contents.policies.get(&row.id).and_then(|p| p.parent)
        };
        let before = (!inside).then_some(row.id);
        cx.act(Action::Edit(Edit::MovePolicies {
            ids,
            parent,
            before,
        }));
    }
}
