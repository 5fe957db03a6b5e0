//! The document's frameworks, and the ways to add one.

use super::{FrameworksScreen, settle, wording_colour};
use crate::Cx;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::accesskit::Role;
use egui::{CornerRadius, RichText, Sense, Stroke, Ui, WidgetInfo, vec2};
use ordito_document::{Edit, GoalSeed};
use ordito_import::library::{SHIPPED_FRAMEWORKS, framework};
use ordito_model::{Contents, Framework, FrameworkId, GoalId};
use ordito_words::Say as _;
use ordito_workspace::{Action, Command};
use std::collections::BTreeMap;

/// Frameworks in their order.
pub fn in_order(contents: &Contents) -> Vec<(FrameworkId, &Framework)> {
    let mut list: Vec<_> = contents
        .frameworks
        .iter()
        .map(|(id, framework)| (*id, framework))
        .collect();
    list.sort_by_key(|(id, framework)| (framework.position, *id));
    list
}

pub fn add_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FrameworksScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Some(contents) = workspace.contents() else {
        return;
    };
    let response = widgets::primary_button_ui(ui, paint, &words.frameworks_add(), true);
    egui::Popup::menu(&response).show(|ui| {
        ui.set_min_width(320.0);
        for key in SHIPPED_FRAMEWORKS {
            let Ok((id, shipped, goals)) = framework(key) else {
                continue;
            };
            if contents.frameworks.contains_key(&id) {
                continue;
            }
            let name = format!(
                "{} · {}",
                shipped.name.get(words.language()),
                shipped.wording.say(words)
            );
            if ui
                .add(egui::Button::new(name).frame(false).wrap())
                .clicked()
            {
                let position = contents.frameworks.len() as i64;
                let framework = Framework {
                    position,
                    ..shipped
                };
                settle(cx, state);
                cx.act(Action::Edit(Edit::AddFramework {
                    id,
                    framework,
                    goals,
                }));
                state.adopt(id);
                ui.close();
            }
        }
        ui.separator();
        if ui
            .add(egui::Button::new(words.frameworks_add_own()).frame(false))
            .clicked()
        {
            cx.ask(Command::AddFramework);
            ui.close();
        }
        if ui
            .add(egui::Button::new(words.command_import_framework()).frame(false))
            .clicked()
        {
            cx.ask(Command::ImportFramework);
            ui.close();
        }
    });
    if widgets::button_ui(ui, &words.command_add_goal()).clicked() {
        cx.ask(Command::AddGoal);
    }
}

pub fn list_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FrameworksScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Some(contents) = workspace.contents() else {
        return;
    };
    let mut counts: BTreeMap<FrameworkId, usize> = BTreeMap::new();
    for goal in contents.goals.values() {
        *counts.entry(goal.framework).or_default() += 1;
    }
    if contents.frameworks.is_empty() {
        ui.add(egui::Label::new(widgets::muted(words.frameworks_none(), paint)).wrap());
    }
    egui::ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            for (id, each) in in_order(contents) {
                let chosen = state.framework == Some(id);
                let name = each.name.get(words.language());
                let count = words.frameworks_n_goals(counts.get(&id).copied().unwrap_or(0));
                let width = ui.available_width();
                let font = egui::FontId::new(theme::BASE, theme::semibold());
                let ink = if chosen { paint.on_selected } else { paint.ink };
                let title = ui
                    .painter()
                    .layout(name.to_owned(), font, ink, width - 24.0);
                let height = title.size().y + 42.0;
                let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
                let state_word = each.wording.say(words);
                response.widget_info(|| {
                    WidgetInfo::labeled(
                        Role::ListItem,
                        true,
                        format!("{name}, {}, {state_word}, {count}", each.version),
                    )
                });
                ui.ctx()
                    .accesskit_node_builder(response.id, |node| node.set_selected(chosen));
                let fill = if chosen {
                    paint.selected
                } else {
                    paint.surface
                };
                let stroke = Stroke::new(
                    1.0,
                    if chosen || response.hovered() {
                        paint.primary
                    } else {
                        paint.line
                    },
                );
                let radius = CornerRadius::same(theme::RADIUS);
                ui.painter()
                    .rect(rect, radius, fill, stroke, egui::StrokeKind::Inside);
                let line = title.size().y;
                ui.painter().galley(rect.min + vec2(12.0, 8.0), title, ink);
                let caption = format!("{} · {count}", each.version);
                let font = egui::FontId::proportional(theme::CAPTION);
                let at = rect.min + vec2(12.0, 14.0 + line);
                let drawn = ui.painter().text(
                    at,
                    egui::Align2::LEFT_TOP,
                    caption,
                    font.clone(),
                    paint.muted,
                );
                ui.painter().text(
                    egui::pos2(drawn.right() + 8.0, drawn.top()),
                    egui::Align2::LEFT_TOP,
                    state_word,
                    font,
                    wording_colour(paint, each.wording),
                );
                widgets::focus_ring(ui, paint, &response, theme::RADIUS);
                if widgets::chosen(&response) {
                    settle(cx, state);
                    state.framework = Some(id);
                    state.goal = None;
                    state.focus_tree = true;
                }
            }
        });
}

/// A copy of a framework with new ids, for its next version.
pub fn next_version(contents: &Contents, id: FrameworkId, new: FrameworkId) -> Option<Edit> {
    let old = contents.frameworks.get(&id)?;
    let version = match old.version.parse::<u32>() {
        Ok(number) => (number + 1).to_string(),
        Err(_) => format!("{} bis", old.version),
    };
    let position = contents.frameworks.len() as i64;
    let framework = Framework {
        version,
        position,
        wording: ordito_model::Wording::Provisional,
        ..old.clone()
    };
    let mut ids: BTreeMap<GoalId, GoalId> = BTreeMap::new();
    let mut goals: Vec<GoalSeed> = Vec::new();
    for (_, goal_id) in contents.goal_tree(id) {
        let goal = contents.goals.get(&goal_id)?;
        let copy = GoalId::random();
        ids.insert(goal_id, copy);
        let parent = goal.parent.and_then(|parent| ids.get(&parent).copied());
        goals.push((
            copy,
            ordito_model::Goal {
                framework: new,
                parent,
                ..goal.clone()
            },
        ));
    }
    Some(Edit::AddFramework {
        id: new,
        framework,
        goals,
    })
}

/// The framework's own title in the details.
pub fn heading_ui(ui: &mut Ui, paint: &Paint, text: &str) {
    ui.add(
        egui::Label::new(
            RichText::new(text)
                .family(theme::bold())
                .size(16.0)
                .color(paint.ink),
        )
        .wrap(),
    );
}
