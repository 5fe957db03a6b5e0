//! Crosswalks: weighted links between the goals of two frameworks.

use super::form::Forms;
use super::{details, list};
use crate::Cx;
use crate::theme;
use crate::widgets;
use egui::{RichText, Ui};
use egui_material_icons::icons;
use ordito_document::Edit;
use ordito_model::{Contents, Crosswalk, CrosswalkId, FrameworkId, GoalId, Link, LinkKey, Wording};
use ordito_workspace::{Action, Command, Workspace};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default)]
pub struct CrosswalksTab {
    chosen: Option<CrosswalkId>,
    /// Asked for in this frame; the room asks back.
    pub deleting: Option<CrosswalkId>,
    form: Forms<CrosswalkId, Crosswalk>,
    from: Option<GoalId>,
    to: Option<GoalId>,
    weight: String,
    /// A weight being typed, with the link it is of.
    typing: Option<(LinkKey, String)>,
    wrong: Option<String>,
}

impl CrosswalksTab {
    /// What was refused and waits: as it is typed, and why.
    pub fn refused(&self) -> impl Iterator<Item = (&Crosswalk, &str)> {
        self.form
            .refused()
            .map(|(_, crosswalk, why)| (crosswalk, why))
    }
}

pub fn settle(cx: &mut Cx<'_>, state: &mut CrosswalksTab) {
    state
        .form
        .take(cx, |id, crosswalk| Edit::PutCrosswalk { id, crosswalk });
}

/// A new crosswalk between the first two frameworks.
pub fn add(cx: &mut Cx<'_>, state: &mut CrosswalksTab) {
    let Cx { workspace, .. } = *cx;
    let words = workspace.words();
    let Some(contents) = workspace.contents() else {
        return;
    };
    let frameworks = list::in_order(contents);
    let (Some((from, _)), Some((to, _))) = (frameworks.last(), frameworks.first()) else {
        return;
    };
    let id = CrosswalkId::random();
    let crosswalk = Crosswalk {
        name: words.frameworks_new_crosswalk(),
        from: *from,
        to: *to,
        note: String::new(),
        wording: Wording::Provisional,
    };
    state.chosen = Some(id);
    cx.act(Action::Edit(Edit::PutCrosswalk { id, crosswalk }));
}

/// A weight as it is typed: `0,5` and `0.5`, above 0 and at most 1.
fn read_weight(text: &str) -> Option<f64> {
    let weight: f64 = text.trim().replace(',', ".").parse().ok()?;
    (weight > 0.0 && weight <= 1.0).then_some(weight)
}

pub fn crosswalks_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut CrosswalksTab) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Some(contents) = workspace.contents() else {
        return;
    };
    if state
        .chosen
        .is_none_or(|id| !contents.crosswalks.contains_key(&id))
    {
        state.chosen = contents.crosswalks.keys().next().copied();
    }
    let Some(id) = state.chosen else {
        let (title, text) = (
            words.frameworks_no_crosswalks(),
            words.frameworks_no_crosswalks_text(),
        );
        widgets::empty_ui(ui, paint, icons::ICON_SYNC_ALT, &title, &text, |ui| {
            let enabled = contents.frameworks.len() > 1;
            if widgets::primary_button_ui(
                ui,
                paint,
                &words.say(Command::AddCrosswalk.key()),
                enabled,
            )
            .clicked()
            {
                add(cx, state);
            }
        });
        return;
    };
    egui::ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            egui::Frame::new().inner_margin(20.0).show(ui, |ui| {
                ui.set_max_width(1000.0);
                ui.horizontal(|ui| {
                    let name = words.frameworks_tab_crosswalks();
                    let shown = contents
                        .crosswalks
                        .get(&id)
                        .map(|each| each.name.clone())
                        .unwrap_or_default();
                    let combo = widgets::combo("crosswalk")
                        .width(320.0)
                        .selected_text(shown)
                        .show_ui(ui, |ui| {
                            for (each, crosswalk) in &contents.crosswalks {
                                ui.selectable_value(
                                    &mut state.chosen,
                                    Some(*each),
                                    &crosswalk.name,
                                );
                            }
                        });
                    widgets::name_it(ui, &combo.response, &name);
                    if widgets::button_ui(ui, &words.say(Command::AddCrosswalk.key())).clicked() {
                        add(cx, state);
                    }
                    if widgets::button_ui(ui, &words.button_delete()).clicked() {
                        state.deleting = Some(id);
                    }
                });
                head_ui(ui, cx, id, state);
                ui.add_space(12.0);
                links_ui(ui, cx, id, state);
            });
        });
}

/// Name, ends and note.
fn head_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: CrosswalkId, state: &mut CrosswalksTab) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let Some(stored) = contents.crosswalks.get(&id) else {
        return;
    };
    if state.form.is_of_other(id) {
        settle(cx, state);
        state.form.say_left(cx, |crosswalk| crosswalk.name.clone());
    }
    let form = state.form.of(id, stored);
    form.follow(stored);
    let mut left = details::line_ui(ui, paint, &words.frameworks_name(), &mut form.value.name);
    ui.horizontal(|ui| {
        for (key, end) in [
            ("frameworks-from", &mut form.value.from),
            ("frameworks-to", &mut form.value.to),
        ] {
            ui.vertical(|ui| {
                let name = words.say(key);
                widgets::caption_ui(ui, paint, &name);
                let shown = |id: FrameworkId| {
                    contents
                        .frameworks
                        .get(&id)
                        .map(|each| each.name.get(words.language()).to_owned())
                        .unwrap_or_default()
                };
                let combo = widgets::combo(key)
                    .width(420.0)
                    .truncate()
                    .selected_text(shown(*end));
                let response = combo.show_ui(ui, |ui| {
                    let mut changed = false;
                    for (each, _) in list::in_order(contents) {
                        changed |= ui.selectable_value(end, each, shown(each)).changed();
                    }
                    changed
                });
                widgets::name_it(ui, &response.response, &name);
                left |= response.inner.unwrap_or(false);
            });
        }
    });
    left |= details::line_ui(ui, paint, &words.frameworks_note(), &mut form.value.note);
    if let Some(why) = &form.refused {
        ui.label(RichText::new(why).color(paint.danger));
    }
    form.settle(ui.ctx(), cx, left, |id, crosswalk| Edit::PutCrosswalk {
        id,
        crosswalk,
    });
}

fn goal_text(contents: &Contents, workspace: &Workspace, id: GoalId) -> String {
    contents.goals.get(&id).map_or_else(String::new, |goal| {
        format!(
            "{} {}",
            goal.code,
            goal.title().get(workspace.words().language())
        )
        .trim()
        .to_owned()
    })
}

/// Chooses a goal of a framework.
fn pick_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    framework: FrameworkId,
    name: &str,
    chosen: &mut Option<GoalId>,
) {
    let Cx {
        workspace,
        contents,
        ..
    } = *cx;
    let shown = chosen.map_or_else(|| name.to_owned(), |id| goal_text(contents, workspace, id));
    let combo = widgets::combo(name)
        .width(330.0)
        .truncate()
        .selected_text(shown)
        .show_ui(ui, |ui| {
            for (depth, id) in contents.goal_tree(framework) {
                let text = format!(
                    "{}{}",
                    "    ".repeat(depth),
                    goal_text(contents, workspace, id)
                );
                ui.selectable_value(chosen, Some(id), text);
            }
        });
    widgets::name_it(ui, &combo.response, name);
}

/// A link to be added.
fn adding_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (id, crosswalk): (CrosswalkId, &Crosswalk),
    state: &mut CrosswalksTab,
) {
    let (paint, words) = (cx.paint, cx.words());
    ui.horizontal(|ui| {
        pick_ui(
            ui,
            cx,
            crosswalk.from,
            &words.frameworks_link_from(),
            &mut state.from,
        );
        pick_ui(
            ui,
            cx,
            crosswalk.to,
            &words.frameworks_link_to(),
            &mut state.to,
        );
        let hint = words.numbers().number(1.0, 0);
        widgets::line_edit_ui(
            ui,
            &words.frameworks_weight(),
            &mut state.weight,
            &hint,
            60.0,
        );
        let ready = state.from.is_some() && state.to.is_some();
        if widgets::primary_button_ui(ui, paint, &words.frameworks_add_link(), ready).clicked()
            && let (Some(from), Some(to)) = (state.from, state.to)
        {
            let text = if state.weight.trim().is_empty() {
                "1"
            } else {
                state.weight.as_str()
            };
            match read_weight(text) {
                Some(weight) => {
                    let key = LinkKey {
                        crosswalk: id,
                        from,
                        to,
                    };
                    cx.act(Action::Edit(Edit::SetLinks(vec![(
                        key,
                        Some(Link {
                            weight,
                            note: String::new(),
                        }),
                    )])));
                    state.to = None;
                    state.weight.clear();
                    state.wrong = None;
                }
                None => state.wrong = Some(words.frameworks_weight_wrong()),
            }
        }
    });
    if let Some(wrong) = &state.wrong {
        ui.label(RichText::new(wrong).color(paint.danger));
    }
}

/// A link: its ends, its weight to be typed, and the sum of what leads from where it begins.
fn link_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (key, link): (LinkKey, &Link),
    total: f64,
    state: &mut CrosswalksTab,
) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    for id in [key.from, key.to] {
        ui.scope(|ui| {
            ui.set_width(330.0);
            ui.add(egui::Label::new(goal_text(contents, workspace, id)).truncate());
        });
    }
    let mut text = match &state.typing {
        Some((typed, text)) if *typed == key => text.clone(),
        _ => words.numbers().number(link.weight, 2),
    };
    let name = format!(
        "{} {} → {}",
        words.frameworks_weight(),
        goal_text(contents, workspace, key.from),
        goal_text(contents, workspace, key.to)
    );
    let edit = widgets::line_edit_ui(ui, &name, &mut text, "", 60.0);
    if edit.changed() {
        state.typing = Some((key, text.clone()));
    }
    if edit.lost_focus()
        && state
            .typing
            .as_ref()
            .is_some_and(|(typed, _)| *typed == key)
    {
        state.typing = None;
        match read_weight(&text) {
            Some(weight) => {
                let link = Link {
                    weight,
                    note: link.note.clone(),
                };
                cx.act(Action::Edit(Edit::SetLinks(vec![(key, Some(link))])));
                state.wrong = None;
            }
            None => state.wrong = Some(words.frameworks_weight_wrong()),
        }
    }
    ui.horizontal(|ui| {
        ui.label(RichText::new(words.numbers().number(total, 2)).color(paint.muted));
        let name = words.frameworks_remove_link();
        if widgets::icon_button_ui(ui, paint, icons::ICON_CLOSE, &name, true).clicked() {
            cx.act(Action::Edit(Edit::SetLinks(vec![(key, None)])));
        }
    });
}

fn links_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: CrosswalkId, state: &mut CrosswalksTab) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let Some(crosswalk) = contents.crosswalks.get(&id) else {
        return;
    };
    let links: Vec<(LinkKey, &Link)> = contents
        .links
        .iter()
        .filter(|(key, _)| key.crosswalk == id)
        .map(|(key, link)| (*key, link))
        .collect();
    widgets::part_title_ui(ui, paint, &words.frameworks_links(links.len()));
    adding_ui(ui, cx, (id, crosswalk), state);
    let mut totals: BTreeMap<GoalId, f64> = BTreeMap::new();
    for (key, link) in &links {
        *totals.entry(key.from).or_default() += link.weight;
    }
    let order: BTreeMap<GoalId, usize> = contents
        .goal_tree(crosswalk.from)
        .into_iter()
        .enumerate()
        .map(|(i, (_, id))| (id, i))
        .collect();
    let mut links = links;
    links.sort_by_key(|(key, _)| (order.get(&key.from).copied(), key.to));
    ui.add_space(6.0);
    egui::Grid::new("links")
        .num_columns(4)
        .spacing([16.0, 6.0])
        .min_col_width(60.0)
        .show(ui, |ui| {
            let heads = !links.is_empty();
            for key in [
                "frameworks-link-from",
                "frameworks-link-to",
                "frameworks-weight",
                "frameworks-total",
            ]
            .into_iter()
            .filter(|_| heads)
            {
                widgets::caption_ui(ui, paint, &words.say(key));
            }
            ui.end_row();
            for (key, link) in links {
                let total = totals.get(&key.from).copied().unwrap_or(0.0);
                link_ui(ui, cx, (key, link), total, state);
                ui.end_row();
            }
        });
    let linked: BTreeSet<GoalId> = totals.keys().copied().collect();
    let unlinked: Vec<String> = contents
        .goal_tree(crosswalk.from)
        .into_iter()
        .filter(|(_, goal)| !linked.contains(goal))
        .map(|(_, goal)| goal_text(contents, workspace, goal))
        .collect();
    if !unlinked.is_empty() {
        ui.add_space(8.0);
        widgets::part_title_ui(ui, paint, &words.frameworks_unlinked(unlinked.len()));
        let text = unlinked
            .iter()
            .take(40)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" · ");
        ui.add(egui::Label::new(widgets::muted(text, paint).size(theme::CAPTION)).wrap());
    }
}
