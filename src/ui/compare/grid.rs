//! The panes together: focus, mouse, scrolling, painting.

use super::frame::{At, BAR, Parts, ROW, Selection};
use super::panes::Scene;
use super::{Pane, State, View, access, keys, names, panes};
use crate::ui::Cx;
use crate::ui::cover;
use crate::ui::kit::pen::Pen;
use crate::ui::kit::scroll_bar::ScrollBar;
use crate::ui::widgets;
use crate::workspace::Command;
use egui::{EventFilter, Id, Rect, Response, Sense, Ui, Vec2, pos2, vec2};
use egui_material_icons::icons;

pub fn grid_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &View, state: &mut State) {
    let Cx { paint, workspace, .. } = *cx;
    let whole = ui.available_rect_before_wrap();
    ui.allocate_rect(whole, Sense::hover());
    if whole.width() < 240.0 || whole.height() < 110.0 {
        return;
    }
    let words = workspace.words();
    let own = &mut *state;
    if own.layout.rows.is_empty() || own.layout.columns.is_empty() {
        ui.scope_builder(egui::UiBuilder::new().max_rect(whole), |ui| {
            let key = if own.only_differences { "compare-none-differ" } else { "compare-no-lines" };
            widgets::empty_ui(ui, paint, icons::ICON_COMPARE, &words.say(key), "", |_| {});
        });
        return;
    }
    let parts = Parts::of(whole, &mut own.layout, view.made.sides.len());
    let id = Id::unique("compare-grid");
    let response = ui.interact(whole, id, Sense::click_and_drag());
    let takes = focus(ui, id, own);
    let size = parts.bodies.first().map_or(Vec2::ZERO, Rect::size);
    own.page = ((size.y / ROW).floor() as usize, (size.x / own.layout.column).floor() as usize);
    let mut jump = false;
    if !cover::is_covered(ui.ctx()) {
        pointer(ui, &parts, &response, view, own);
        jump = response.double_clicked();
        if takes {
            let events = ui.input(|input| input.events.clone());
            jump |= keys::take(view, own, &events);
        }
        access::take(ui, view, own);
    }
    wheel(ui, &parts, &response, own);
    if std::mem::take(&mut own.reveal) {
        reveal(&parts, own);
    }
    scroll(ui, cx, &parts, own);
    let pixel = ui.pixels_per_point();
    let whole_pixels = |offset: &Vec2| vec2((offset.x * pixel).round() / pixel, (offset.y * pixel).round() / pixel);
    let scale = |side: &crate::analysis::Side| {
        let matrix = side.contents.matrices.get(&side.matrix);
        matrix.and_then(|matrix| side.contents.scales.get(&matrix.scale)).cloned().unwrap_or_default()
    };
    let scene = Scene {
        paint,
        workspace,
        view,
        state: own,
        pen: Pen::new(ui.painter().clone(), paint, words),
        offsets: own.offsets.iter().map(whole_pixels).collect(),
        scales: view.made.sides.iter().map(scale).collect(),
        parts,
    };
    panes::paint(&scene);
    access::nodes(ui, &scene, &response);
    let hover = hovered(&scene, &response);
    drop(scene);
    menu(&response, cx, state);
    if let Some(text) = hover {
        response.on_hover_text_at_pointer(text);
    }
    if jump {
        cx.ask(Command::JumpToCell);
    }
}

fn menu(response: &Response, cx: &mut Cx<'_>, state: &mut State) {
    let Cx { workspace, .. } = *cx;
    let words = workspace.words();
    if !state.has_menu {
        return;
    }
    response.context_menu(|ui| {
        ui.set_min_width(260.0);
        for command in [Command::JumpToCell, Command::TakeOver, Command::Copy, Command::NextDifference] {
            let keys = command.shortcut().map(|keys| keys.say(words)).unwrap_or_default();
            let button = egui::Button::new(words.say(command.key())).shortcut_text(keys).frame(false);
            if ui.add(button.min_size(vec2(ui.available_width(), 26.0))).clicked() {
                cx.ask(command);
                ui.close();
            }
        }
    });
}

/// Keeps the keyboard in the panes while nothing else wants it; whether the keys of this frame are theirs.
fn focus(ui: &Ui, id: Id, state: &mut State) -> bool {
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    let keyboard = cover::keep(ui, id, state.focus == Some(Pane::Grid), filter);
    if keyboard.has && state.focus == Some(Pane::Grid) {
        state.focus = None;
    }
    state.grid_focused = keyboard.has;
    keyboard.takes
}

fn pane_at(parts: &Parts, at: egui::Pos2) -> Option<usize> {
    parts.bodies.iter().position(|body| body.contains(at))
}

fn at_point(parts: &Parts, state: &State, pane: usize, at: egui::Pos2) -> At {
    let body = parts.bodies.get(pane).copied().unwrap_or(Rect::NOTHING);
    let offset = state.offsets.get(pane).copied().unwrap_or_default();
    let inside = at.clamp(body.min, body.max - Vec2::splat(0.5)) - body.min + offset;
    state.layout.at_point(inside.x, inside.y)
}

/// What lies at a point: a cell, or the whole row or column of a title; headings and what is beside them are nothing.
fn under(parts: &Parts, state: &State, at: egui::Pos2) -> Option<Selection> {
    let layout = &state.layout;
    let (last_row, last_column) = (layout.rows.len().saturating_sub(1), layout.columns.len().saturating_sub(1));
    let is_line = |at: At| layout.place(at).is_some();
    if let Some(pane) = pane_at(parts, at) {
        let to = at_point(parts, state, pane, at);
        return is_line(to).then(|| Selection { pane, ..Selection::at(to) });
    }
    let pane = state.selection.pane;
    if parts.titles.contains(at) {
        let leading = if state.linked { 0 } else { pane };
        let offset = state.offsets.get(leading).copied().unwrap_or_default();
        let row = layout.at_point(0.0, at.y - parts.titles.top() + offset.y).row;
        let cursor = At { row, column: 0 };
        return is_line(cursor).then_some(Selection { pane, cursor, anchor: At { row, column: last_column } });
    }
    let code = |body: &Rect| body.x_range().contains(at.x) && at.y > body.top() - parts.codes && at.y < body.top();
    let pane = parts.bodies.iter().position(code)?;
    let body = parts.bodies.get(pane)?;
    let offset = state.offsets.get(pane).copied().unwrap_or_default();
    let column = layout.at_point(at.x - body.left() + offset.x, 0.0).column;
    let cursor = layout.nearest(At { row: 0, column });
    Some(Selection { pane, cursor, anchor: At { row: last_row, column } })
}

fn pointer(ui: &Ui, parts: &Parts, response: &Response, view: &View, state: &mut State) {
    let Some(at) = response.interact_pointer_pos() else {
        state.drag = None;
        return;
    };
    let (primary, secondary) = ui.input(|input| (input.pointer.primary_pressed(), input.pointer.secondary_pressed()));
    if secondary {
        ui.memory_mut(|memory| memory.request_focus(response.id));
        let under = under(parts, state, at);
        // A cell of the selection stays in it, in whichever pane it is pointed at.
        let held =
            under.is_some_and(|wanted| state.selection.holds(wanted.cursor) && state.selection.holds(wanted.anchor));
        state.has_menu = under.is_some();
        if let Some(wanted) = under {
            let pane = wanted.pane;
            state.selection = if held { Selection { pane, ..state.selection } } else { wanted };
            state.moved(view);
            state.reveal = false;
        }
    }
    if primary {
        ui.memory_mut(|memory| memory.request_focus(response.id));
        let shift = ui.input(|input| input.modifiers.shift);
        if let Some(pane) = pane_at(parts, at) {
            let to = at_point(parts, state, pane, at);
            if state.layout.place(to).is_some() {
                state.drag = Some(pane);
                state.selection = if shift {
                    Selection { pane, cursor: to, ..state.selection }
                } else {
                    Selection { pane, ..Selection::at(to) }
                };
                state.moved(view);
                state.reveal = false;
            }
        }
    } else if response.dragged()
        && let Some(pane) = state.drag
    {
        let to = at_point(parts, state, pane, at);
        if to != state.selection.cursor && state.layout.place(to).is_some() {
            state.selection.cursor = to;
            state.moved(view);
            ui.ctx().request_repaint();
        }
    }
}

fn wheel(ui: &Ui, parts: &Parts, response: &Response, state: &mut State) {
    if response.contains_pointer() {
        let by = ui.input(egui::InputState::smooth_scroll_delta);
        let over = ui.input(|input| input.pointer.hover_pos()).and_then(|at| pane_at(parts, at));
        scroll_by(state, over, -by);
    }
    let most = parts.most(&state.layout);
    for offset in &mut state.offsets {
        *offset = offset.clamp(Vec2::ZERO, most);
    }
}

/// Moves all panes, or one where they are not linked.
fn scroll_by(state: &mut State, pane: Option<usize>, by: Vec2) {
    let only = if state.linked { None } else { Some(pane.unwrap_or(state.selection.pane)) };
    for (i, offset) in state.offsets.iter_mut().enumerate() {
        if only.is_none_or(|only| only == i) {
            *offset += by;
        }
    }
}

fn reveal(parts: &Parts, state: &mut State) {
    let size = parts.bodies.first().map_or(Vec2::ZERO, Rect::size);
    let (to, width) = (state.selection.cursor, state.layout.column);
    let (left, right) = (to.column as f32 * width, (to.column + 1) as f32 * width);
    let (top, bottom) = (to.row as f32 * ROW, (to.row + 1) as f32 * ROW);
    let only = if state.linked { None } else { Some(state.selection.pane) };
    for (i, offset) in state.offsets.iter_mut().enumerate() {
        if only.is_none_or(|only| only == i) {
            offset.x = offset.x.max(right - size.x).min(left).max(0.0);
            offset.y = offset.y.max(bottom - size.y).min(top).max(0.0);
        }
    }
    if state.linked {
        let first = state.offsets.first().copied().unwrap_or_default();
        state.offsets.fill(first);
    }
}

/// A bar below each pane, and one on the right for the rows.
fn scroll(ui: &Ui, cx: &Cx<'_>, parts: &Parts, state: &mut State) {
    let Cx { paint, workspace, .. } = *cx;
    let words = workspace.words();
    let most = parts.most(&state.layout);
    let content = vec2(state.layout.width(), state.layout.height());
    let mut tracks: Vec<(usize, usize, Rect, String)> = Vec::new();
    for (pane, body) in parts.bodies.iter().enumerate() {
        let track = Rect::from_min_max(pos2(body.left(), body.bottom()), pos2(body.right(), body.bottom() + BAR));
        let letter = if pane < state.sides.len() { names::letter(pane).to_owned() } else { "Δ".to_owned() };
        tracks.push((pane, 0, track, words.compare_scroll_x(letter)));
    }
    if let Some(last) = parts.bodies.last() {
        let track =
            Rect::from_min_max(pos2(last.right() + 2.0, last.top()), pos2(last.right() + 2.0 + BAR, last.bottom()));
        let pane = if state.linked { 0 } else { state.selection.pane };
        tracks.push((pane, 1, track, words.compare_scroll_y()));
    }
    for (pane, axis, track, name) in tracks {
        let offset = state.offsets.get(pane).copied().unwrap_or_default()[axis];
        let id = Id::unique("compare-scroll").with((pane, axis));
        let seen = content[axis] - most[axis];
        let to = ScrollBar { id, name: &name, axis, track, content: content[axis], seen }.show(ui, paint, offset);
        if to != offset {
            let mut by = Vec2::ZERO;
            by[axis] = to - offset;
            scroll_by(state, Some(pane), by);
            for offset in &mut state.offsets {
                *offset = offset.clamp(Vec2::ZERO, most);
            }
        }
    }
}

/// The whole of a title that may be cut, or what a crossing is.
fn hovered(scene: &Scene<'_>, response: &Response) -> Option<String> {
    let at = response.hover_pos()?;
    let (made, layout) = (&scene.view.made, &scene.state.layout);
    if scene.parts.titles.contains(at) {
        let row = layout.at_point(0.0, at.y - scene.parts.titles.top() + scene.offset(scene.leading()).y);
        let place = layout.place(row)?;
        return Some(names::line(scene.workspace, made, made.rows.get(place.row)));
    }
    let pane = scene.parts.bodies.iter().position(|body| {
        body.x_range().contains(at.x) && at.y > body.top() - scene.parts.codes && at.y < body.bottom()
    })?;
    let body = scene.body(pane);
    let offset = scene.offset(pane);
    let inside = layout.at_point(at.x - body.left() + offset.x, (at.y - body.top() + offset.y).max(0.0));
    let column = made.columns.get(*layout.columns.get(inside.column)?);
    if at.y < body.top() {
        return Some(names::line(scene.workspace, made, column));
    }
    let place = layout.place(inside)?;
    Some(access::phrase(scene, pane, place))
}
