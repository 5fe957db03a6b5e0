//! Ctrl+K: every command with its shortcut, and every policy and goal of the document.

use super::kit::keys;
use super::screen::Request;
use super::theme;
use super::{UiState, commands, widgets};
use crate::Cx;
use egui::accesskit::Role;
use egui::{
    Align, Align2, CornerRadius, FontId, Key, Modal, Modifiers, Sense, Ui, WidgetInfo, vec2,
};
use ordito_ground::text::folded;
use ordito_model::Item;
use ordito_workspace::{Command, Workspace};

#[derive(Debug, Default)]
pub struct Palette {
    text: Option<String>,
    at: usize,
    /// The arrows were used last: a reader is to hear the line, not the field.
    chooses: bool,
}
impl Palette {
    pub const fn is_open(&self) -> bool {
        self.text.is_some()
    }
    pub fn toggle(&mut self) {
        self.text = if self.text.is_some() {
            None
        } else {
            Some(String::new())
        };
        self.at = 0;
        self.chooses = false;
    }
}

enum Hit {
    Command(Command),
    Item(Item),
}
struct Line {
    hit: Hit,
    text: String,
    aside: String,
    score: i32,
}
impl Line {
    /// With its shortcut or kind, as it is seen.
    fn said(&self) -> String {
        if self.aside.is_empty() {
            self.text.clone()
        } else {
            format!("{}, {}", self.text, self.aside)
        }
    }
}

/// How well a text fits what was typed: every word must be there; the earlier and the more whole, the better.
fn fit(text: &str, typed: &str) -> Option<i32> {
    let text = folded(text);
    let mut score = 0;
    for word in typed.split_whitespace() {
        let at = text.find(word)?;
        let at_word = at == 0
            || text
                .get(..at)
                .is_some_and(|before| before.ends_with([' ', '\'', '’', '.', '-']));
        score += if at_word { 20 } else { 5 } - i32::try_from(at.min(15)).unwrap_or(15);
    }
    Some(score)
}

fn lines(workspace: &Workspace, typed: &str) -> Vec<Line> {
    let words = workspace.words();
    let typed = folded(typed);
    let mut lines = Vec::new();
    for command in Command::all().filter(|command| commands::is_possible(*command, workspace)) {
        let text = words.say(command.key());
        // What people call it elsewhere finds it too, below those that have the word in their name.
        let also = format!("also-{}", command.key());
        let other = || {
            words
                .knows(&also)
                .then(|| fit(&words.say(&also), &typed))
                .flatten()
                .map(|score| score - 40)
        };
        if let Some(score) = fit(&text, &typed).or_else(other) {
            let aside = command
                .shortcut()
                .map(|keys| keys.say(words))
                .unwrap_or_default();
            lines.push(Line {
                hit: Hit::Command(command),
                text,
                aside,
                score: score + 2,
            });
        }
    }
    if let Some(contents) = workspace.contents()
        && !typed.is_empty()
    {
        let group = words.palette_policies();
        for (id, policy) in &contents.policies {
            let text = format!("{} {}", policy.code, policy.name);
            if let Some(score) = fit(&text, &typed) {
                lines.push(Line {
                    hit: Hit::Item(Item::Policy(*id)),
                    text,
                    aside: group.clone(),
                    score,
                });
            }
        }
        let group = words.palette_goals();
        for (id, goal) in &contents.goals {
            let text = format!("{} {}", goal.code, goal.name.get(words.language()));
            if let Some(score) = fit(&text, &typed) {
                lines.push(Line {
                    hit: Hit::Item(Item::Goal(*id)),
                    text,
                    aside: group.clone(),
                    score,
                });
            }
        }
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.score));
    lines.truncate(200);
    lines
}

pub fn palette_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut UiState) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(mut text) = state
        .palette
        .text
        .take()
        .filter(|_| !state.leaving.is_open())
    else {
        return;
    };
    let words = workspace.words();
    let mut at = state.palette.at;
    let mut chooses = state.palette.chooses;
    let mut chosen = None;
    let area = Modal::default_area(egui::Id::unique("palette"))
        .anchor(Align2::CENTER_TOP, vec2(0.0, 60.0));
    let modal = Modal::new(egui::Id::unique("palette"))
        .area(area)
        .frame(widgets::dialog_frame(ui))
        .show(ui.ctx(), |ui| {
            ui.set_width(560.0);
            let (down, up) = keys::beside_text(ui);
            let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            let edit = widgets::line_edit_ui(
                ui,
                &words.palette_title(),
                &mut text,
                &words.palette_hint(),
                f32::INFINITY,
            );
            if edit.changed() {
                at = 0;
                chooses = false;
            }
            chooses |= down + up > 0;
            edit.request_focus();
            let lines = lines(workspace, &text);
            at = (at + down)
                .saturating_sub(up)
                .min(lines.len().saturating_sub(1));
            widgets::caption_ui(ui, paint, &words.palette_count(lines.len()));
            if lines.is_empty() {
                ui.label(widgets::muted(words.palette_none(text.as_str()), paint));
            }
            egui::ScrollArea::vertical()
                .max_height((ui.ctx().content_rect().height() - 210.0).clamp(96.0, 420.0))
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    for (i, line) in lines.iter().enumerate() {
                        let (rect, response) = ui
                            .allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::click());
                        let here = i == at;
                        response.widget_info(|| {
                            WidgetInfo::selected(Role::MenuItem, true, here, line.said())
                        });
                        ui.ctx()
                            .accesskit_node_builder(response.id, |node| node.set_selected(here));
                        if here && chooses {
                            // The keyboard stays in the field, the reader follows the arrows.
                            let line = response.id.accesskit_id();
                            ui.ctx().accesskit_node_builder(edit.id, |node| {
                                node.set_active_descendant(line);
                            });
                        }
                        if here || response.hovered() {
                            ui.painter().rect_filled(
                                rect,
                                CornerRadius::same(theme::RADIUS),
                                paint.selected,
                            );
                        }
                        if here && down + up > 0 {
                            response.scroll_to_me(Some(Align::Center));
                        }
                        line_ui(ui, paint, line, rect, here);
                        if response.clicked() || (here && enter) {
                            chosen = Some(i);
                        }
                    }
                });
            chosen
                .and_then(|i| lines.into_iter().nth(i))
                .map(|line| line.hit)
        });
    if let Some(hit) = &modal.inner {
        go(cx, hit);
    }
    let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    state.palette.at = at;
    state.palette.chooses = chooses;
    // A list to choose from, no form: a click beside it closes it.
    if modal.inner.is_none() && !modal.should_close() && !escape {
        state.palette.text = Some(text);
    }
}

/// Does or shows what was chosen.
fn go(cx: &mut Cx<'_>, hit: &Hit) {
    match hit {
        Hit::Command(command) => cx.ask(*command),
        Hit::Item(Item::Policy(id)) => cx.request(Request::ShowPolicy(*id)),
        Hit::Item(Item::Goal(id)) => cx.request(Request::ShowGoal(*id)),
    }
}

/// What a line says: what it is at the left, its keys or kind at the right.
fn line_ui(ui: &Ui, paint: &theme::Paint, line: &Line, rect: egui::Rect, here: bool) {
    let colour = if here { paint.on_selected } else { paint.ink };
    let aside = ui.painter().text(
        rect.right_center() - vec2(10.0, 0.0),
        Align2::RIGHT_CENTER,
        &line.aside,
        FontId::proportional(12.0),
        paint.muted,
    );
    let clip = rect.with_max_x(aside.left() - 8.0);
    ui.painter().with_clip_rect(clip).text(
        rect.left_center() + vec2(10.0, 0.0),
        Align2::LEFT_CENTER,
        &line.text,
        FontId::proportional(theme::BASE),
        colour,
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_do_not_matter_and_every_word_must_be_there() {
        assert!(fit("Città sostenibili", &folded("CITTA")).is_some());
        assert!(fit("Città sostenibili", "citta acqua").is_none());
        assert!(fit("Lotta al cambiamento climatico", "clima") > fit("Acclimatazione", "clima"));
    }
}
