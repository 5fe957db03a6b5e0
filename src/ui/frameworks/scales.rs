//! Scales: their levels with words, guidance and colours, as the grid will show them.

use super::details;
use super::form::Forms;
use crate::Cx;
use crate::theme;
use crate::widgets;
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, FontId, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};
use egui_material_icons::icons;
use ordito_document::Edit;
use ordito_model::{Contents, Label, Language, Points, Scale, ScaleId, ScaleLevel};
use ordito_pages::figure::palette::{score_colour, text_on};
use ordito_words::Words;
use ordito_workspace::{Action, Command};

#[derive(Debug, Default)]
pub struct ScalesTab {
    chosen: Option<ScaleId>,
    /// Asked for in this frame; the room asks back.
    pub deleting: Option<ScaleId>,
    form: Forms<ScaleId, Scale>,
    new_value: String,
    wrong: Option<String>,
}

impl ScalesTab {
    /// What was refused and waits: as it is typed, and why.
    pub fn refused(&self) -> impl Iterator<Item = (&Scale, &str)> {
        self.form.refused().map(|(_, scale, why)| (scale, why))
    }
}

pub fn choose(state: &mut ScalesTab, id: ScaleId) {
    state.chosen = Some(id);
}

pub fn settle(cx: &mut Cx<'_>, state: &mut ScalesTab) {
    state
        .form
        .take(cx, |id, scale| Edit::PutScale { id, scale });
}

pub fn scales_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ScalesTab) {
    let Cx { workspace, .. } = *cx;
    let words = workspace.words();
    let Some(contents) = workspace.contents() else {
        return;
    };
    if state
        .chosen
        .is_none_or(|id| !contents.scales.contains_key(&id))
    {
        state.chosen = contents.scales.keys().next().copied();
    }
    egui::Panel::left("scales-list")
        .default_size(250.0)
        .show(ui, |ui| {
            ui.add_space(8.0);
            let mut scales: Vec<_> = contents.scales.iter().collect();
            scales.sort_by_key(|(_, scale)| {
                (
                    scale.name.get(words.language()).to_owned(),
                    scale.version.clone(),
                )
            });
            for (id, scale) in scales {
                let text = format!("{} · {}", scale.name.get(words.language()), scale.version);
                if widgets::chosen(&ui.selectable_label(state.chosen == Some(*id), text)) {
                    settle(cx, state);
                    state.chosen = Some(*id);
                }
            }
            ui.add_space(8.0);
            if widgets::button_ui(ui, &words.say(Command::AddScale.key())).clicked() {
                let id = ScaleId::random();
                if let Some(first) = contents.scales.values().next() {
                    let levels = first.levels.clone();
                    let name = Label::new(words.frameworks_new_scale(), "");
                    let scale = Scale {
                        name,
                        version: "1".to_owned(),
                        levels,
                        ..Scale::default()
                    };
                    cx.act(Action::Edit(Edit::PutScale { id, scale }));
                    state.chosen = Some(id);
                }
            }
        });
    widgets::name_divider(ui, "scales-list", words);
    let Some(id) = state.chosen else { return };
    if !contents.scales.contains_key(&id) {
        return;
    }
    if state.form.is_of_other(id) {
        settle(cx, state);
        state
            .form
            .say_left(cx, |scale| scale.name.get(words.language()).to_owned());
    }
    egui::ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            egui::Frame::new().inner_margin(20.0).show(ui, |ui| {
                scale_ui(ui, cx, id, state);
            });
        });
}

fn scale_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: ScaleId, state: &mut ScalesTab) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Some(contents) = workspace.contents() else {
        return;
    };
    let Some(stored) = contents.scales.get(&id) else {
        return;
    };
    let form = state.form.of(id, stored);
    form.follow(stored);
    let mut left = particulars_ui(ui, cx, &mut form.value);
    let used = used_by(contents, words, id);
    ui.label(widgets::muted(used, paint));
    ui.add_space(8.0);
    widgets::part_title_ui(ui, paint, &words.frameworks_scale_levels());
    let preview = form.value.clone();
    let mut removed = None;
    for (i, level) in form.value.levels.iter_mut().enumerate() {
        ui.push_id(("level", level.value.0), |ui| {
            left |= level_ui(ui, cx, &preview, (i, level), &mut removed);
        });
    }
    if let Some(i) = removed {
        form.value.levels.remove(i);
        left = true;
    }
    left |= new_level_ui(
        ui,
        cx,
        &mut form.value,
        &mut state.new_value,
        &mut state.wrong,
    );
    for why in form.refused.iter().chain(&state.wrong) {
        ui.label(RichText::new(why).color(paint.danger));
    }
    form.settle(ui.ctx(), cx, left, |id, scale| Edit::PutScale { id, scale });
    ui.add_space(8.0);
    let refused = form.refused.is_some();
    ui.horizontal(|ui| {
        if widgets::button_ui(ui, &words.frameworks_new_version()).clicked() {
            let new = ScaleId::random();
            let version = stored.version.parse::<u32>().map_or_else(
                |_| format!("{} bis", stored.version),
                |n| (n + 1).to_string(),
            );
            // What was refused on a scale in use goes into its next version.
            let scale = if refused {
                form.value.clone()
            } else {
                stored.clone()
            };
            cx.act(Action::Edit(Edit::PutScale {
                id: new,
                scale: Scale { version, ..scale },
            }));
            form.value = stored.clone();
            form.refused = None;
            state.chosen = Some(new);
        }
        if widgets::button_ui(ui, &words.button_delete()).clicked() {
            state.deleting = Some(id);
        }
    });
}

/// Name, version and source; true when a field was left.
fn particulars_ui(ui: &mut Ui, cx: &Cx<'_>, scale: &mut Scale) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let mut left = false;
    ui.columns(2, |columns| {
        if let [first, second] = columns {
            left |= details::label_ui(
                first,
                cx,
                &words.frameworks_name(),
                &mut scale.name,
                (1, false),
            );
            left |= details::line_ui(
                second,
                paint,
                &words.frameworks_version(),
                &mut scale.version,
            );
            left |= details::line_ui(
                second,
                paint,
                &words.frameworks_scale_source(),
                &mut scale.source,
            );
        }
    });
    left
}

/// Which matrices use it, in words.
fn used_by(contents: &Contents, words: &Words, id: ScaleId) -> String {
    let users: Vec<&str> = contents
        .matrices
        .values()
        .filter(|matrix| matrix.scale == id)
        .map(|matrix| matrix.name.as_str())
        .collect();
    if users.is_empty() {
        words.frameworks_scale_unused()
    } else {
        words.frameworks_scale_used(users.join("», «"))
    }
}

/// A field for one more level; true when one was added.
fn new_level_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    scale: &mut Scale,
    typed: &mut String,
    wrong: &mut Option<String>,
) -> bool {
    let words = cx.words();
    let paint = cx.paint;
    let mut added = false;
    ui.horizontal(|ui| {
        let name = words.frameworks_new_value();
        widgets::caption_ui(ui, paint, &name);
        let edit = widgets::line_edit_ui(ui, &name, typed, "", 60.0);
        let enter = edit.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if widgets::button_ui(ui, &words.frameworks_add_level()).clicked() || enter {
            let text: String = typed
                .trim()
                .chars()
                .map(|c| if ordito_words::is_minus(c) { '-' } else { c })
                .collect();
            let value = text
                .replace(',', ".")
                .trim_start_matches('+')
                .parse::<f64>()
                .ok();
            match value.and_then(|value| Points::try_from(value).ok()) {
                Some(value) if scale.level(value).is_none() => {
                    let label = Label::new(words.numbers().points(value), "");
                    scale.levels.push(ScaleLevel {
                        value,
                        label,
                        guidance: Label::default(),
                        colour: None,
                    });
                    scale
                        .levels
                        .sort_by_key(|level| std::cmp::Reverse(level.value));
                    typed.clear();
                    *wrong = None;
                    added = true;
                }
                Some(_) => *wrong = Some(words.frameworks_value_twice()),
                None => *wrong = Some(words.frameworks_value_wrong()),
            }
        }
    });
    added
}

/// One level: how the grid shows it, its words in both languages, its guidance, its colour.
fn level_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    scale: &Scale,
    (i, level): (usize, &mut ScaleLevel),
    removed: &mut Option<usize>,
) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let value = words.numbers().points(level.value);
    let mut left = false;
    let fill = score_colour(level.value, scale, paint.look);
    widgets::card(paint).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(140.0);
                let (rect, response) = ui.allocate_exact_size(vec2(140.0, 40.0), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &value));
                let stroke = Stroke::new(1.0, paint.line);
                let corners = CornerRadius::same(theme::RADIUS);
                ui.painter().rect(
                    rect,
                    corners,
                    theme::colour(fill),
                    stroke,
                    StrokeKind::Inside,
                );
                let font = FontId::new(15.0, theme::bold());
                ui.painter().text(
                    rect.center(),
                    Align2::CENTER_CENTER,
                    &value,
                    font,
                    theme::colour(text_on(fill)),
                );
                let name = format!("{} {value}", words.frameworks_colour());
                left |= details::colour_ui(ui, &name, &mut level.colour, fill, 92.0);
            });
            ui.add_space(8.0);
            let remove = 36.0;
            let wide = (ui.available_width() - remove).clamp(240.0, 980.0);
            ui.vertical(|ui| {
                ui.set_width(wide);
                for language in [Language::It, Language::En] {
                    ui.horizontal_top(|ui| {
                        let (label, guidance) = match language {
                            Language::It => (&mut level.label.it, &mut level.guidance.it),
                            Language::En => (&mut level.label.en, &mut level.guidance.en),
                        };
                        let code = if language == Language::It { "IT" } else { "EN" };
                        let (rect, _) = ui.allocate_exact_size(vec2(22.0, 28.0), Sense::hover());
                        let font = FontId::proportional(theme::CAPTION);
                        ui.painter().text(
                            rect.left_center(),
                            Align2::LEFT_CENTER,
                            code,
                            font,
                            paint.muted,
                        );
                        let name = format!("{} {value} {code}", words.frameworks_level_label());
                        left |=
                            widgets::line_edit_ui(ui, &name, label, "", wide * 0.3).lost_focus();
                        let name = format!("{} {value} {code}", words.frameworks_level_guidance());
                        let rest = ui.available_width();
                        left |= widgets::text_area_ui(ui, &name, guidance, 2, rest).lost_focus();
                    });
                }
            });
            let name = words.frameworks_remove_level(value.as_str());
            if widgets::icon_button_ui(ui, paint, icons::ICON_CLOSE, &name, true).clicked() {
                *removed = Some(i);
            }
        });
    });
    left
}
