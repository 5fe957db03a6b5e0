//! Above the list: tabs, search, filters, columns, and what can be added.

use super::columns::Column;
use super::{CatalogueScreen, Pane, Tab};
use crate::Cx;
use crate::kit::keys::Move;
use crate::theme::Paint;
use crate::widgets;
use egui::accesskit::Role;
use egui::{
    Align, Button, Id, Layout, Margin, Popup, PopupCloseBehavior, TextEdit, Ui, WidgetInfo, vec2,
};
use egui_material_icons::icons;
use ordito_model::{Level, PolicyKind, Wording};
use ordito_words::Say as _;
use ordito_workspace::{Action, Command, Workspace};

pub fn toolbar_ui(ui: &mut Ui, cx: &mut Cx<'_>, room: &mut CatalogueScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(contents) = workspace.contents() else {
        return;
    };
    let words = workspace.words();
    ui.horizontal(|ui| {
        let count = |tab| match tab {
            Tab::Policies => contents.policies.len(),
            Tab::Actors => contents.actors.len(),
            Tab::Clusters => contents.clusters.len(),
            Tab::Sources => contents.sources.len(),
        };
        let label = |tab: &Tab| {
            format!(
                "{} {}",
                words.say(tab.key()),
                words.numbers().count(count(*tab))
            )
        };
        let labels: Vec<String> = Tab::ALL.iter().map(label).collect();
        let now = Tab::ALL
            .iter()
            .position(|tab| *tab == room.tab)
            .unwrap_or_default();
        if let Some(chosen) =
            widgets::segmented_ui(ui, paint, &words.catalogue_tabs(), &labels, now)
        {
            room.tab = Tab::ALL.get(chosen).copied().unwrap_or_default();
            room.side_search.clear();
            room.focus = Some(Pane::List);
        }
        if room.tab == Tab::Policies {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let more = widgets::icon_button_ui(
                    ui,
                    paint,
                    icons::ICON_MORE_HORIZ,
                    &words.catalogue_more(),
                    true,
                );
                Popup::menu(&more).show(|ui| commands_ui(ui, cx));
                let can_edit = workspace
                    .document()
                    .is_some_and(|document| !document.is_read_only());
                let add = widgets::primary_button_ui(ui, paint, &words.catalogue_add(), can_edit);
                widgets::name_it(ui, &add, &words.command_add_policy());
                if add.clicked() {
                    cx.ask(Command::AddPolicy);
                }
            });
        }
    });
    if room.tab == Tab::Policies {
        ui.horizontal(|ui| {
            // It gives way first where there is little room.
            let width = (ui.available_width() - 350.0).clamp(90.0, 190.0);
            search_ui(ui, workspace, room, width);
            filters_ui(ui, cx, room);
            columns_ui(ui, cx, room);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                found_ui(ui, cx, room);
            });
        });
    }
}

/// The commands of policies, as a menu.
pub fn commands_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx { workspace, .. } = *cx;
    let words = workspace.words();
    let can_edit = workspace
        .document()
        .is_some_and(|document| !document.is_read_only());
    ui.set_min_width(260.0);
    for (command, keys) in [
        (Command::AddPolicy, Some("catalogue-keys-add")),
        (Command::AddSubPolicy, Some("catalogue-keys-add-below")),
        (Command::DuplicatePolicy, None),
        (Command::AddVariant, None),
        (Command::EditCell, Some("catalogue-keys-rename")),
        (Command::DeletePolicy, Some("catalogue-keys-delete")),
        (Command::MarkProvisional, None),
        (Command::Unmark, None),
        (Command::ImportPolicies, None),
        (Command::PastePolicies, None),
    ] {
        let text = words.say(command.key());
        let keys = keys.map(|key| words.say(key)).unwrap_or_default();
        let button = Button::new(text)
            .shortcut_text(keys)
            .frame(false)
            .min_size(vec2(ui.available_width(), 26.0));
        if ui.add_enabled(can_edit, button).clicked() {
            cx.ask(command);
            ui.close();
        }
    }
}

pub fn search_ui(ui: &mut Ui, workspace: &Workspace, room: &mut CatalogueScreen, width: f32) {
    let words = workspace.words();
    let text = if room.tab == Tab::Policies {
        &mut room.query.search
    } else {
        &mut room.side_search
    };
    let edit = TextEdit::singleline(text)
        .id(Id::unique("catalogue-search"))
        .hint_text(words.catalogue_search())
        .desired_width(width)
        .margin(Margin::symmetric(8, 5));
    let response = ui.add(edit);
    widgets::name_it(ui, &response, &words.catalogue_search());
    if response.changed() {
        room.reveal = true;
    }
    if room.focus == Some(Pane::Search) {
        response.request_focus();
        room.focus = None;
    }
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let (enter, escape, down) = (
        pressed(egui::Key::Enter),
        pressed(egui::Key::Escape),
        Move::Down.is_pressed(ui),
    );
    if response.lost_focus() && escape {
        if room.tab == Tab::Policies {
            &mut room.query.search
        } else {
            &mut room.side_search
        }
        .clear();
        room.focus = Some(Pane::List);
    } else if response.lost_focus() && enter || response.has_focus() && down {
        if room.tab == Tab::Policies
            && let Some(first) = room
                .rows
                .list
                .iter()
                .find(|row| !row.is_way)
                .map(|row| row.id)
        {
            room.select_only(first);
        }
        room.focus = Some(Pane::List);
    }
}

fn filters_ui(ui: &mut Ui, cx: &Cx<'_>, room: &mut CatalogueScreen) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let filter = &mut room.query.filter;
    let mut parts = Vec::new();
    parts.extend(filter.kind.map(|kind| kind.say(words)));
    parts.extend(filter.level.map(|level| level.say(words)));
    parts.extend(filter.wording.map(|wording| wording.say(words)));
    parts.extend(
        filter
            .cluster
            .and_then(|id| contents.clusters.get(&id))
            .map(|cluster| cluster.name.clone()),
    );
    let said = if parts.is_empty() {
        words.catalogue_filter_none()
    } else {
        parts.join(" · ")
    };
    let said: String = said.chars().take(28).collect();
    let text = words.catalogue_filter(said);
    let chip = widgets::drop_chip_ui(ui, paint, &text, filter.is_any());
    widgets::name_it(ui, &chip, &text);
    Popup::menu(&chip)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(360.0);
            let any = words.catalogue_any();
            let kinds = PolicyKind::ALL.iter().map(|kind| (*kind, kind.say(words)));
            part_ui(
                ui,
                paint,
                &words.catalogue_field_kind(),
                &any,
                kinds,
                &mut filter.kind,
            );
            let levels = Level::ALL.iter().map(|level| (*level, level.say(words)));
            part_ui(
                ui,
                paint,
                &words.catalogue_field_level(),
                &any,
                levels,
                &mut filter.level,
            );
            let wordings = Wording::ALL
                .iter()
                .map(|wording| (*wording, wording.say(words)));
            part_ui(
                ui,
                paint,
                &words.catalogue_field_wording(),
                &any,
                wordings,
                &mut filter.wording,
            );
            let clusters = contents
                .clusters
                .iter()
                .map(|(id, cluster)| (*id, cluster.name.clone()));
            part_ui(
                ui,
                paint,
                &words.catalogue_tab_clusters(),
                &any,
                clusters,
                &mut filter.cluster,
            );
            ui.add_space(4.0);
            if widgets::button_ui(ui, &words.catalogue_show_all()).clicked() {
                *filter = super::rows::Filter::default();
                ui.close();
            }
        });
}

/// One question of the filter: chips, as a list inside the menu would close it.
fn part_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    paint: &Paint,
    name: &str,
    any: &str,
    values: impl Iterator<Item = (T, String)>,
    chosen: &mut Option<T>,
) {
    let mut all: Vec<(Option<T>, String)> = vec![(None, any.to_owned())];
    all.extend(values.map(|(value, text)| (Some(value), text)));
    if all.len() < 2 {
        return;
    }
    widgets::caption_ui(ui, paint, name);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        ui.spacing_mut().button_padding = vec2(10.0, 4.0);
        for (value, text) in all {
            let is_chosen = value == *chosen;
            let chip = widgets::chip_ui(ui, paint, &text, is_chosen);
            chip.widget_info(|| {
                WidgetInfo::selected(
                    Role::RadioButton,
                    true,
                    is_chosen,
                    format!("{name}: {text}"),
                )
            });
            if chip.clicked() {
                *chosen = value;
            }
        }
    });
    ui.add_space(2.0);
}

fn columns_ui(ui: &mut Ui, cx: &mut Cx<'_>, room: &CatalogueScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let mut columns = room.columns.clone();
    let words = workspace.words();
    let text = words.catalogue_columns();
    let chip = widgets::drop_chip_ui(ui, paint, &text, false);
    widgets::name_it(ui, &chip, &text);
    Popup::menu(&chip)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(220.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            for column in Column::ALL {
                let mut shown = columns.contains(&column);
                let tick = egui::Checkbox::new(&mut shown, words.say(column.key()));
                if ui.add_enabled(!column.is_fixed(), tick).changed() {
                    if shown {
                        columns.insert(column);
                    } else {
                        columns.remove(&column);
                    }
                }
            }
        });
    if columns != room.columns {
        let mut chosen = workspace.settings().catalogue.clone();
        let keys = columns.iter().map(|column| column.key().to_owned());
        chosen.shown = keys.collect();
        cx.act(Action::SetCatalogueColumns(chosen));
    }
}

/// How many are shown, and folding all at once.
fn found_ui(ui: &mut Ui, cx: &Cx<'_>, room: &mut CatalogueScreen) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    if let Some((_, _)) = room.query.sort {
        if widgets::icon_button_ui(
            ui,
            paint,
            icons::ICON_ACCOUNT_TREE,
            &words.catalogue_as_tree(),
            true,
        )
        .clicked()
        {
            room.query.sort = None;
            room.reveal = true;
        }
    } else if room.query.folded.is_empty() {
        let name = words.catalogue_fold_all();
        if widgets::icon_button_ui(ui, paint, icons::ICON_UNFOLD_LESS, &name, true).clicked() {
            room.query.folded = contents
                .policies
                .values()
                .filter_map(|policy| policy.parent)
                .collect();
            room.reveal = true;
        }
    } else {
        let name = words.catalogue_unfold_all();
        if widgets::icon_button_ui(ui, paint, icons::ICON_UNFOLD_MORE, &name, true).clicked() {
            room.query.folded.clear();
            room.reveal = true;
        }
    }
    let (n, of) = (room.rows.n_found, contents.policies.len());
    let text = if room.selected.len() > 1 {
        words.catalogue_selected(room.selected.len())
    } else {
        words.catalogue_found(n, of)
    };
    // Left out rather than drawn over its neighbours.
    let font = egui::FontId::proportional(13.0);
    let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.clone(), font, paint.muted));
    if galley.size().x <= ui.available_width() {
        ui.label(widgets::muted(text, paint).size(13.0));
    }
}
