//! Whose sheets: matrix, whose scores, and the list of subjects with a tick for export.

use super::{Kind, SheetsScreen};
use crate::Cx;
use crate::kit::list::List;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::accesskit::{Role, Toggled};
use egui::{
    CornerRadius, FontId, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use ordito_ground::text::folded;
use ordito_model::Contents;
use ordito_pages::report::sheet::Subject;
use ordito_workspace::Workspace;

const ROW: f32 = 30.0;

pub fn choose_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut SheetsScreen) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    scores_ui(ui, cx, state);
    ui.add_space(8.0);
    kind_ui(ui, cx, state);
    let all = state.subjects(contents);
    if state.kind == Kind::Matrix {
        return;
    }
    ui.add_space(4.0);
    let hint = words.sheets_filter();
    widgets::line_edit_ui(ui, &hint, &mut state.filter, &hint, f32::INFINITY);
    let wanted = folded(state.filter.trim());
    let listed: Vec<(Subject, String)> = all
        .iter()
        .map(|subject| (*subject, title(contents, workspace, *subject)))
        .filter(|(_, title)| wanted.is_empty() || folded(title).contains(&wanted))
        .collect();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        if ui.link(words.sheets_all()).clicked() {
            state
                .ticked
                .extend(listed.iter().map(|(subject, _)| *subject));
        }
        if ui.link(words.sheets_none()).clicked() {
            state.ticked.clear();
        }
        widgets::caption_ui(ui, paint, &words.sheets_n_chosen(state.ticked.len()));
    });
    if listed.is_empty() {
        let key = if state.kind == Kind::Clusters {
            "sheets-no-clusters"
        } else {
            "sheets-none-found"
        };
        ui.add(egui::Label::new(widgets::muted(words.say(key), paint)).wrap());
    }
    list_ui(ui, paint, &words.sheets_list(), &listed, state);
}

/// Which matrix, and whose scores of it.
fn scores_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut SheetsScreen) {
    let Cx {
        paint, contents, ..
    } = *cx;
    let words = cx.words();
    let name = words.sheets_matrix();
    widgets::caption_ui(ui, paint, &name);
    let shown = state
        .matrix
        .and_then(|id| contents.matrices.get(&id))
        .map(|each| each.name.clone())
        .unwrap_or_default();
    let wide = ui.available_width() - 8.0;
    let combo = widgets::combo("sheets-matrix")
        .width(wide)
        .truncate()
        .selected_text(shown)
        .show_ui(ui, |ui| {
            for (id, matrix) in &contents.matrices {
                if ui
                    .selectable_label(state.matrix == Some(*id), &matrix.name)
                    .clicked()
                {
                    state.matrix = Some(*id);
                    state.ticked.clear();
                    state.shown = None;
                }
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
    let combo = widgets::combo("sheets-assessor")
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
}

/// What the sheets are of.
fn kind_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut SheetsScreen) {
    let Cx {
        paint, contents, ..
    } = *cx;
    let words = cx.words();
    let name = words.sheets_of();
    let labels: Vec<String> = Kind::ALL.iter().map(|kind| words.say(kind.key())).collect();
    let chosen = Kind::ALL
        .iter()
        .position(|kind| *kind == state.kind)
        .unwrap_or(0);
    ui.spacing_mut().item_spacing.x = 4.0;
    if let Some(kind) = widgets::segmented_ui(ui, paint, &name, &labels, chosen)
        .and_then(|i| Kind::ALL.get(i))
        .copied()
    {
        state.kind = kind;
        state.filter.clear();
        state.shown = state.subjects(contents).first().copied();
    }
}

pub fn title(contents: &Contents, workspace: &Workspace, subject: Subject) -> String {
    let language = workspace.words().language();
    match subject {
        Subject::Policy(id) => contents
            .policies
            .get(&id)
            .map_or_else(String::new, |policy| {
                format!("{} {}", policy.code, policy.title())
                    .trim()
                    .to_owned()
            }),
        Subject::Goal(id) => contents.goals.get(&id).map_or_else(String::new, |goal| {
            format!("{} {}", goal.code, goal.title().get(language))
                .trim()
                .to_owned()
        }),
        Subject::Cluster(id) => contents
            .clusters
            .get(&id)
            .map(|each| each.name.clone())
            .unwrap_or_default(),
        Subject::Matrix => workspace.words().sheets_of_whole(),
    }
}

fn list_ui(
    ui: &mut Ui,
    paint: &Paint,
    name: &str,
    listed: &[(Subject, String)],
    state: &mut SheetsScreen,
) {
    let id = ui.scope_id().with("sheets-list");
    let at = |shown: Option<Subject>| {
        listed
            .iter()
            .position(|(subject, _)| shown == Some(*subject))
    };
    let mut list = List {
        id,
        name,
        role: Role::ListBox,
        row: ROW,
        n: listed.len(),
        at: at(state.shown),
    };
    let pressed = list.keys_of(ui, |line| {
        let title = listed.get(line).map(|(_, title)| title.as_str());
        beginnings(title.unwrap_or_default())
    });
    if let Some((subject, _)) = pressed.to.and_then(|to| listed.get(to)) {
        state.shown = Some(*subject);
        list.at = pressed.to;
    }
    if pressed.space
        && let Some((subject, _)) = list.at.and_then(|at| listed.get(at))
    {
        tick(state, *subject);
    }
    let reveal = pressed.to.is_some();
    let area = ScrollArea::vertical().auto_shrink([false, false]);
    let line_id = |i: usize| id.with(listed.get(i).map(|(subject, _)| *subject));
    list.show(ui, paint, area, reveal, line_id, |ui, i, rect| {
        listed.get(i).is_some_and(|(subject, title)| {
            row_ui(ui, paint, *subject, title, line_id(i), rect, state)
        })
    });
}

/// A title, and what of it stands behind its code.
fn beginnings(title: &str) -> String {
    let behind = title.split_once(' ').map_or("", |(_, behind)| behind);
    format!("{title}\n{behind}")
}

fn tick(state: &mut SheetsScreen, subject: Subject) {
    if !state.ticked.remove(&subject) {
        state.ticked.insert(subject);
    }
}

/// A line: its check box takes clicks, and the space bar of the list; it is no stop of its own.
fn row_ui(
    ui: &mut Ui,
    paint: &Paint,
    subject: Subject,
    title: &str,
    id: egui::Id,
    rect: egui::Rect,
    state: &mut SheetsScreen,
) -> bool {
    let response = ui.interact(rect, id, Sense::CLICK);
    let (shown, ticked) = (
        state.shown == Some(subject),
        state.ticked.contains(&subject),
    );
    if shown {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(theme::RADIUS), paint.selected);
    } else if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(theme::RADIUS), paint.canvas);
    }
    let on = if ticked {
        Toggled::True
    } else {
        Toggled::False
    };
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, title));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_selected(shown);
        node.set_toggled(on);
    });
    let square = egui::Rect::from_min_size(rect.min + vec2(4.0, 0.0), vec2(26.0, ROW));
    let check = ui.interact(square, id.with("tick"), Sense::CLICK);
    check.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, ticked, title));
    check_ui(ui, paint, square, check.hovered(), ticked);
    let ink = if shown { paint.on_selected } else { paint.ink };
    let mut job = egui::text::LayoutJob::simple_singleline(
        title.to_owned(),
        FontId::proportional(theme::BASE),
        ink,
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 42.0);
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(
        pos2(rect.left() + 34.0, rect.center().y - galley.size().y / 2.0),
        galley,
        ink,
    );
    if check.clicked() {
        tick(state, subject);
    } else if widgets::chosen(&response) {
        state.shown = Some(subject);
    }
    check.clicked() || widgets::chosen(&response)
}

/// A check box as egui paints its own.
fn check_ui(ui: &Ui, paint: &Paint, rect: egui::Rect, hovered: bool, ticked: bool) {
    let widgets = &ui.visuals().widgets;
    let visuals = if hovered {
        &widgets.hovered
    } else {
        &widgets.inactive
    };
    let side = ui.spacing().icon_width;
    let square = egui::Rect::from_center_size(
        pos2(rect.left() + side / 2.0, rect.center().y),
        egui::Vec2::splat(side),
    );
    let square = square.expand(visuals.expansion);
    let corners = CornerRadius::same(4);
    ui.painter().rect(
        square,
        corners,
        visuals.bg_fill,
        visuals.bg_stroke,
        StrokeKind::Inside,
    );
    if ticked {
        let inner = square.shrink(square.width() * 0.28);
        let points = [
            pos2(inner.left(), inner.center().y),
            pos2(inner.center().x, inner.bottom()),
            pos2(inner.right(), inner.top()),
        ];
        ui.painter().add(egui::Shape::line(
            points.to_vec(),
            Stroke::new(visuals.fg_stroke.width, paint.ink),
        ));
    }
}
