//! Which matrix, whose scores, which view.

use super::{AnalysisScreen, agenda};
use crate::Cx;
use crate::kit::keys;
use crate::theme;
use crate::widgets;
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, FontId, Sense, Ui, WidgetInfo, vec2};
use ordito_workspace::Analysis;

const ROW: f32 = 34.0;

pub fn choose_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut AnalysisScreen) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let before = (state.matrix, state.assessor, state.shown);
    let name = words.sheets_matrix();
    widgets::caption_ui(ui, paint, &name);
    let shown = state
        .matrix
        .and_then(|id| contents.matrices.get(&id))
        .map(|each| each.name.clone())
        .unwrap_or_default();
    let wide = ui.available_width() - 8.0;
    let combo = widgets::combo("analysis-matrix")
        .width(wide)
        .truncate()
        .selected_text(shown)
        .show_ui(ui, |ui| {
            let mut matrices: Vec<_> = contents.matrices.iter().collect();
            matrices.sort_by_key(|(id, matrix)| (matrix.position, **id));
            for (id, matrix) in matrices {
                ui.selectable_value(&mut state.matrix, Some(*id), &matrix.name);
            }
        });
    widgets::name_it(ui, &combo.response, &name);
    let name = words.sheets_scores_of();
    widgets::caption_ui(ui, paint, &name);
    let shown = contents
        .assessors
        .get(&state.assessor)
        .map(|each| each.name.clone())
        .unwrap_or_default();
    let combo = widgets::combo("analysis-assessor")
        .width(wide)
        .truncate()
        .selected_text(shown)
        .show_ui(ui, |ui| {
            for (id, assessor) in state
                .matrix
                .map(|id| contents.assessors_of(id))
                .unwrap_or_default()
            {
                ui.selectable_value(&mut state.assessor, id, &assessor.name);
            }
        });
    widgets::name_it(ui, &combo.response, &name);
    ui.add_space(8.0);
    views_ui(ui, cx, state);
    ui.with_layout(egui::Layout::bottom_up(egui::Align::Min), |ui| {
        agenda::agenda_ui(ui, cx);
    });
    if before != (state.matrix, state.assessor, state.shown) {
        state.turn();
    }
}

fn views_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut AnalysisScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let views = Analysis::ALL;
    let list = ui.scope_id().with("analysis-views");
    let at = views
        .iter()
        .position(|view| *view == state.shown)
        .unwrap_or(0);
    if ui.memory(|memory| memory.has_focus(list)) {
        let to = keys::line(ui, Some(at), views.len(), views.len()).unwrap_or(at);
        state.shown = views.get(to).copied().unwrap_or(state.shown);
    }
    ui.spacing_mut().item_spacing.y = 2.0;
    let whole = egui::Rect::from_min_size(
        ui.cursor().min,
        vec2(ui.available_width(), ROW * views.len() as f32),
    );
    let focus = ui.interact(whole, list, Sense::focusable_noninteractive());
    focus.widget_info(|| WidgetInfo::labeled(Role::List, true, words.analysis_views()));
    if std::mem::take(&mut state.focus_list) {
        focus.request_focus();
    }
    keys::keep_vertical(ui, list);
    for view in views.iter().copied() {
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        let (chosen, name) = (view == state.shown, words.say(view.key()));
        response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, chosen, &name));
        if chosen {
            ui.painter()
                .rect_filled(rect, CornerRadius::same(theme::RADIUS), paint.selected);
            if focus.has_focus() {
                let stroke = egui::Stroke::new(2.0, paint.primary);
                let radius = CornerRadius::same(theme::RADIUS);
                ui.painter()
                    .rect_stroke(rect, radius, stroke, egui::StrokeKind::Inside);
            }
        } else if response.hovered() {
            ui.painter()
                .rect_filled(rect, CornerRadius::same(theme::RADIUS), paint.canvas);
        }
        let ink = if chosen { paint.on_selected } else { paint.ink };
        let family = if chosen {
            theme::semibold()
        } else {
            egui::FontFamily::Proportional
        };
        let at = egui::pos2(rect.left() + 10.0, rect.center().y);
        ui.painter().text(
            at,
            Align2::LEFT_CENTER,
            &name,
            FontId::new(theme::BASE, family),
            ink,
        );
        if response
            .on_hover_text(words.say(&format!("{}-text", view.key())))
            .clicked()
        {
            state.shown = view;
            ui.memory_mut(|memory| memory.request_focus(list));
        }
    }
}
