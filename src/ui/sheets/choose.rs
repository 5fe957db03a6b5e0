//! Whose sheets: matrix, whose scores, and the list of subjects with a tick for export.

use super::{Kind, State};
use crate::model::Contents;
use crate::report::sheet::Subject;
use crate::ui::theme::{self, Paint};
use crate::ui::{palette, widgets};
use crate::workspace::Workspace;
use egui::accesskit::Role;
use egui::{ComboBox, CornerRadius, FontId, Key, Modifiers, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

const ROW: f32 = 30.0;

pub fn choose_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, contents: &Contents, state: &mut State) {
    let words = workspace.words();
    let name = words.say("sheets-matrix");
    widgets::caption_ui(ui, paint, &name);
    let shown =
        state.matrix.and_then(|id| contents.matrices.get(&id)).map(|each| each.name.clone()).unwrap_or_default();
    let wide = ui.available_width() - 8.0;
    let combo = ComboBox::from_id_salt("sheets-matrix").width(wide).truncate().selected_text(shown).show_ui(ui, |ui| {
        for (id, matrix) in &contents.matrices {
            if ui.selectable_label(state.matrix == Some(*id), &matrix.name).clicked() {
                state.matrix = Some(*id);
                state.ticked.clear();
                state.shown = None;
            }
        }
    });
    widgets::name_it(ui, &combo.response, &name);
    let name = words.say("sheets-scores-of");
    widgets::caption_ui(ui, paint, &name);
    let shown = contents.assessors.get(&state.assessor).map(|each| each.name.clone()).unwrap_or_default();
    let combo =
        ComboBox::from_id_salt("sheets-assessor").width(wide).truncate().selected_text(shown).show_ui(ui, |ui| {
            for (id, assessor) in contents.assessors_in_order() {
                ui.selectable_value(&mut state.assessor, id, &assessor.name);
            }
        });
    widgets::name_it(ui, &combo.response, &name);
    ui.add_space(8.0);
    let name = words.say("sheets-of");
    let labels: Vec<String> = Kind::ALL.iter().map(|kind| words.say(kind.key())).collect();
    let chosen = Kind::ALL.iter().position(|kind| *kind == state.kind).unwrap_or(0);
    ui.spacing_mut().item_spacing.x = 4.0;
    if let Some(kind) = widgets::segmented_ui(ui, paint, &name, &labels, chosen).and_then(|i| Kind::ALL.get(i)).copied()
    {
        state.kind = kind;
        state.filter.clear();
        state.shown = state.subjects(contents).first().copied();
    }
    let all = state.subjects(contents);
    if state.kind == Kind::Matrix {
        return;
    }
    ui.add_space(4.0);
    let hint = words.say("sheets-filter");
    widgets::line_edit_ui(ui, &hint, &mut state.filter, &hint, f32::INFINITY);
    let wanted = palette::folded(state.filter.trim());
    let listed: Vec<(Subject, String)> = all
        .iter()
        .map(|subject| (*subject, title(contents, workspace, *subject)))
        .filter(|(_, title)| wanted.is_empty() || palette::folded(title).contains(&wanted))
        .collect();
    ui.horizontal(|ui| {
        if ui.link(words.say("sheets-all")).clicked() {
            state.ticked.extend(listed.iter().map(|(subject, _)| *subject));
        }
        if ui.link(words.say("sheets-none")).clicked() {
            state.ticked.clear();
        }
        widgets::caption_ui(ui, paint, &words.say_with("sheets-n-chosen", &[("n", state.ticked.len().into())]));
    });
    if listed.is_empty() {
        let key = if state.kind == Kind::Clusters { "sheets-no-clusters" } else { "sheets-none-found" };
        ui.add(egui::Label::new(widgets::muted(words.say(key), paint)).wrap());
    }
    list_ui(ui, paint, &words.say("sheets-list"), &listed, state);
}

pub fn title(contents: &Contents, workspace: &Workspace, subject: Subject) -> String {
    let language = workspace.words().language();
    match subject {
        Subject::Policy(id) => contents
            .policies
            .get(&id)
            .map_or_else(String::new, |policy| format!("{} {}", policy.code, policy.title()).trim().to_owned()),
        Subject::Goal(id) => contents
            .goals
            .get(&id)
            .map_or_else(String::new, |goal| format!("{} {}", goal.code, goal.title().get(language)).trim().to_owned()),
        Subject::Cluster(id) => contents.clusters.get(&id).map(|each| each.name.clone()).unwrap_or_default(),
        Subject::Matrix => workspace.words().say("sheets-of-whole"),
    }
}

fn list_ui(ui: &mut Ui, paint: &Paint, name: &str, listed: &[(Subject, String)], state: &mut State) {
    let list = ui.scope_id().with("sheets-list");
    let at = listed.iter().position(|(subject, _)| state.shown == Some(*subject));
    if ui.memory(|memory| memory.has_focus(list)) {
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = listed.len().saturating_sub(1);
        let next = match at {
            _ if pressed(Key::Home) => Some(0),
            _ if pressed(Key::End) => Some(last),
            Some(at) if pressed(Key::ArrowDown) => Some((at + 1).min(last)),
            Some(at) if pressed(Key::ArrowUp) => Some(at.saturating_sub(1)),
            None if pressed(Key::ArrowDown) => Some(0),
            _ => None,
        };
        if let Some((subject, _)) = next.and_then(|next| listed.get(next)) {
            state.shown = Some(*subject);
        }
        if pressed(Key::Space)
            && let Some(subject) = state.shown
            && !state.ticked.remove(&subject)
        {
            state.ticked.insert(subject);
        }
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().auto_shrink([false, false]).show_rows(ui, ROW, listed.len(), |ui, range| {
        let whole = egui::Rect::from_min_size(ui.max_rect().min, vec2(ui.available_width(), ROW));
        let focus = ui.interact(whole, list, Sense::focusable_noninteractive());
        focus.widget_info(|| WidgetInfo::labeled(Role::List, true, name));
        ui.memory_mut(|memory| {
            let filter = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
            memory.set_focus_lock_filter(list, filter);
        });
        for (subject, title) in listed.get(range).unwrap_or_default() {
            row_ui(ui, paint, *subject, title, list, state);
        }
    });
}

fn row_ui(ui: &mut Ui, paint: &Paint, subject: Subject, title: &str, list: egui::Id, state: &mut State) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let (shown, ticked) = (state.shown == Some(subject), state.ticked.contains(&subject));
    if shown {
        ui.painter().rect_filled(rect, CornerRadius::same(theme::RADIUS), paint.selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(theme::RADIUS), paint.canvas);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, title));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(shown));
    let square = egui::Rect::from_min_size(rect.min + vec2(4.0, 0.0), vec2(26.0, ROW));
    let mut on = ticked;
    let tick = ui.put(square, egui::Checkbox::without_text(&mut on));
    widgets::name_it(ui, &tick, title);
    if tick.changed() {
        if on {
            state.ticked.insert(subject);
        } else {
            state.ticked.remove(&subject);
        }
    }
    let ink = if shown { paint.on_selected } else { paint.ink };
    let mut job = egui::text::LayoutJob::simple_singleline(title.to_owned(), FontId::proportional(theme::BASE), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 42.0);
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(rect.left() + 34.0, rect.center().y - galley.size().y / 2.0), galley, ink);
    if response.clicked() {
        state.shown = Some(subject);
        ui.memory_mut(|memory| memory.request_focus(list));
    }
}
