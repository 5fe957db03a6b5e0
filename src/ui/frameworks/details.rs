//! Every field of the chosen goal, or of its framework when no goal is chosen.

use super::deletion::Doomed;
use super::{FrameworksScreen, list, settle, wording_ui};
use crate::Cx;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::{RichText, Ui};
use ordito_document::Edit;
use ordito_model::{Framework, FrameworkId, Goal, Label, Language, Level, Rgb, Wording};
use ordito_words::Say as _;
use ordito_workspace::Action;

pub fn details_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FrameworksScreen) {
    let Cx { workspace, .. } = *cx;
    egui::ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            if state.goal.is_some_and(|id| {
                workspace
                    .contents()
                    .is_some_and(|contents| contents.goals.contains_key(&id))
            }) {
                goal_ui(ui, cx, state);
            } else {
                framework_ui(ui, cx, state);
            }
        });
}

/// A caption and a line of text below it; true when the field was left.
pub fn line_ui(ui: &mut Ui, paint: &Paint, name: &str, text: &mut String) -> bool {
    widgets::caption_ui(ui, paint, name);
    widgets::line_edit_ui(ui, name, text, "", f32::INFINITY).lost_focus()
}

/// A caption and some lines of text below it; true when the field was left.
pub fn area_ui(ui: &mut Ui, paint: &Paint, name: &str, text: &mut String, rows: usize) -> bool {
    widgets::caption_ui(ui, paint, name);
    widgets::text_area_ui(ui, name, text, rows, f32::INFINITY).lost_focus()
}

/// A label in both languages, Italian first; `focus` gives the keyboard to the one in the window's language.
pub fn label_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: &str,
    label: &mut Label,
    (rows, focus): (usize, bool),
) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let mut left = false;
    for language in [Language::It, Language::En] {
        let name = format!("{name} · {}", language.say(words));
        let text = match language {
            Language::It => &mut label.it,
            Language::En => &mut label.en,
        };
        widgets::caption_ui(ui, paint, &name);
        let field = if rows > 1 {
            widgets::text_area_ui(ui, &name, text, rows, f32::INFINITY)
        } else {
            widgets::line_edit_ui(ui, &name, text, "", f32::INFINITY)
        };
        if focus && language == words.language() {
            field.request_focus();
        }
        left |= field.lost_focus();
    }
    left
}

/// The three states of a wording, side by side.
fn wording_choice_ui(ui: &mut Ui, cx: &Cx<'_>, wording: &mut Wording) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let name = words.frameworks_wording();
    widgets::caption_ui(ui, paint, &name);
    let labels: Vec<String> = Wording::ALL.iter().map(|each| each.say(words)).collect();
    let chosen = Wording::ALL
        .iter()
        .position(|each| each == wording)
        .unwrap_or(0);
    match widgets::segmented_ui(ui, paint, &name, &labels, chosen) {
        Some(i) => {
            *wording = Wording::ALL.get(i).copied().unwrap_or_default();
            true
        }
        None => false,
    }
}

/// A colour as a swatch and as `#RRGGBB`; empty means none, and the swatch then shows `otherwise`. True when it changed
/// to another sound colour.
pub fn colour_ui(
    ui: &mut Ui,
    name: &str,
    colour: &mut Option<Rgb>,
    otherwise: Rgb,
    width: f32,
) -> bool {
    let mut changed = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 28.0;
        let rgb = colour.unwrap_or(otherwise);
        let mut srgb = [rgb.0, rgb.1, rgb.2];
        let response = ui.color_edit_button_srgb(&mut srgb);
        widgets::name_it(ui, &response, name);
        if response.changed() {
            *colour = Some(Rgb(srgb[0], srgb[1], srgb[2]));
            changed = true;
        }
        let id = ui.scope_id().with((name, "hex"));
        let stored = colour.map(|rgb| rgb.to_string()).unwrap_or_default();
        let mut text = ui
            .data(|data| data.get_temp::<String>(id))
            .unwrap_or_else(|| stored.clone());
        let edit =
            widgets::line_edit_ui(ui, &format!("{name} #RRGGBB"), &mut text, "#RRGGBB", width);
        if edit.has_focus() {
            ui.data_mut(|data| data.insert_temp(id, text.clone()));
        } else {
            ui.data_mut(|data| data.remove::<String>(id));
        }
        if edit.changed() {
            if text.trim().is_empty() {
                *colour = None;
                changed = true;
            } else if let Ok(rgb) = text.trim().parse() {
                *colour = Some(rgb);
                changed = true;
            }
        }
    });
    changed
}

fn refused_ui(ui: &mut Ui, paint: &Paint, refused: Option<&String>) {
    if let Some(why) = refused {
        ui.add(egui::Label::new(RichText::new(why).color(paint.danger)).wrap());
    }
}

fn goal_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FrameworksScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let (Some(contents), Some(id)) = (workspace.contents(), state.goal) else {
        return;
    };
    let Some(stored) = contents.goals.get(&id) else {
        return;
    };
    if state.goal_form.is_of_other(id) {
        settle(cx, state);
        state
            .goal_form
            .say_left(cx, |goal| goal.name.get(words.language()).to_owned());
    }
    let form = state.goal_form.of(id, stored);
    form.follow(stored);
    let goal: &mut Goal = &mut form.value;
    let level = contents
        .frameworks
        .get(&goal.framework)
        .and_then(|framework| framework.levels.get(usize::from(goal.level)));
    ui.horizontal(|ui| {
        if let Some(level) = level {
            widgets::caption_ui(ui, paint, level.get(words.language()));
        }
        wording_ui(ui, cx, stored.wording);
    });
    let title = format!("{} {}", stored.code, stored.name.get(words.language()));
    list::heading_ui(ui, paint, title.trim());
    let (framework, level) = (stored.framework, stored.level);
    let deeper = contents
        .frameworks
        .get(&framework)
        .is_some_and(|framework| usize::from(level) + 1 < framework.levels.len());
    ui.horizontal_wrapped(|ui| {
        if deeper && widgets::button_ui(ui, &words.frameworks_add_below()).clicked() {
            let edit = super::tree::new_goal(cx, framework, Some(id), level + 1, &mut state.goal);
            state.closed.remove(&id);
            state.scroll_to_goal = true;
            cx.act(Action::Edit(edit));
        }
        if widgets::button_ui(ui, &words.frameworks_delete_goal()).clicked() {
            state.deleting = Some(Doomed::Goal(id));
        }
    });
    let form = state.goal_form.of(id, stored);
    let goal: &mut Goal = &mut form.value;
    ui.add_space(4.0);
    let names = (goal.name.clone(), goal.code.clone());
    let mut left = line_ui(ui, paint, &words.frameworks_code(), &mut goal.code);
    let focus = std::mem::take(&mut state.focus_name);
    left |= label_ui(ui, cx, &words.frameworks_name(), &mut goal.name, (2, focus));
    if (&goal.name, &goal.code) != (&names.0, &names.1) && goal.wording == Wording::Official {
        // Words that somebody changed are no longer the official ones, until they say so.
        goal.wording = Wording::Provisional;
    }
    left |= wording_choice_ui(ui, cx, &mut goal.wording);
    left |= label_ui(
        ui,
        cx,
        &words.frameworks_short(),
        &mut goal.short,
        (1, false),
    );
    left |= label_ui(ui, cx, &words.frameworks_text(), &mut goal.text, (3, false));
    let name = words.frameworks_colour();
    widgets::caption_ui(ui, paint, &name);
    left |= colour_ui(ui, &name, &mut goal.colour, Rgb(255, 255, 255), 110.0);
    left |= area_ui(ui, paint, &words.frameworks_note(), &mut goal.note, 2);
    refused_ui(ui, paint, form.refused.as_ref());
    form.settle(ui.ctx(), cx, left, |id, goal| Edit::ChangeGoal { id, goal });
}

fn framework_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FrameworksScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let (Some(contents), Some(id)) = (workspace.contents(), state.framework) else {
        return;
    };
    let Some(stored) = contents.frameworks.get(&id) else {
        return;
    };
    if state.framework_form.is_of_other(id) {
        settle(cx, state);
        state
            .framework_form
            .say_left(cx, |each| each.name.get(words.language()).to_owned());
    }
    ui.horizontal(|ui| {
        widgets::caption_ui(ui, paint, &words.frameworks_one());
        wording_ui(ui, cx, stored.wording);
    });
    list::heading_ui(ui, paint, stored.name.get(words.language()));
    ui.horizontal_wrapped(|ui| {
        if widgets::button_ui(ui, &words.frameworks_new_version()).clicked() {
            let new = FrameworkId::random();
            if let Some(edit) = list::next_version(contents, id, new) {
                cx.act(Action::Edit(edit));
                state.adopt(new);
            }
        }
        if widgets::button_ui(ui, &words.frameworks_delete()).clicked() {
            state.deleting = Some(Doomed::Framework(id));
        }
    });
    ui.add(
        egui::Label::new(
            widgets::muted(words.frameworks_details_hint(), paint).size(theme::CAPTION),
        )
        .wrap(),
    );
    let form = state.framework_form.of(id, stored);
    form.follow(stored);
    let framework: &mut Framework = &mut form.value;
    let mut left = label_ui(
        ui,
        cx,
        &words.frameworks_name(),
        &mut framework.name,
        (2, false),
    );
    left |= line_ui(
        ui,
        paint,
        &words.frameworks_version(),
        &mut framework.version,
    );
    left |= wording_choice_ui(ui, cx, &mut framework.wording);
    left |= government_ui(ui, cx, &mut framework.level);
    left |= line_ui(
        ui,
        paint,
        &words.frameworks_adopted(),
        &mut framework.adopted,
    );
    left |= levels_ui(ui, cx, framework);
    let mut sources = framework.sources.join("\n");
    let before = sources.clone();
    left |= area_ui(ui, paint, &words.frameworks_sources(), &mut sources, 3);
    if sources != before {
        framework.sources = sources.split('\n').map(str::to_owned).collect();
    }
    left |= label_ui(
        ui,
        cx,
        &words.frameworks_notes(),
        &mut framework.notes,
        (3, false),
    );
    refused_ui(ui, paint, form.refused.as_ref());
    form.settle(ui.ctx(), cx, left, |id, framework| Edit::ChangeFramework {
        id,
        framework,
    });
}

/// The level of government it is of; true when another was chosen.
fn government_ui(ui: &mut Ui, cx: &Cx<'_>, level: &mut Option<Level>) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let name = words.frameworks_level_of_government();
    widgets::caption_ui(ui, paint, &name);
    let shown = level.map_or_else(String::new, |level| level.say(words));
    let combo = widgets::combo("framework-level")
        .selected_text(shown)
        .show_ui(ui, |ui| {
            let mut changed = ui
                .selectable_value(level, None, words.frameworks_no_level())
                .changed();
            for each in Level::ALL {
                changed |= ui
                    .selectable_value(level, Some(*each), each.say(words))
                    .changed();
            }
            changed
        });
    widgets::name_it(ui, &combo.response, &name);
    combo.inner.unwrap_or(false)
}

/// The names of its levels, one a line; true when the field was left.
fn levels_ui(ui: &mut Ui, cx: &Cx<'_>, framework: &mut Framework) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let mut levels = framework
        .levels
        .iter()
        .map(|level| level.it.clone())
        .collect::<Vec<_>>()
        .join("\n");
    let before = levels.clone();
    let left = area_ui(ui, paint, &words.frameworks_levels(), &mut levels, 3);
    if levels != before {
        let old = framework.levels.clone();
        let lines = levels.split('\n').enumerate().map(|(i, line)| {
            let en = old.get(i).map(|label| label.en.clone()).unwrap_or_default();
            Label {
                it: line.to_owned(),
                en,
            }
        });
        framework.levels = lines.collect();
    }
    left
}
