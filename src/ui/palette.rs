//! Ctrl+K: every command with its shortcut, in its group until something is typed, and every policy and goal of the document.

use super::kit::keys;
use super::screen::Request;
use super::theme::{self, Paint};
use super::{UiState, commands, widgets};
use crate::Cx;
use egui::accesskit::Role;
use egui::{
    Align, Align2, CornerRadius, FontId, Id, Key, Modal, Modifiers, Response, ScrollArea, Sense,
    Ui, WidgetInfo, vec2,
};
use ordito_ground::text::folded;
use ordito_model::Item;
use ordito_words::Words;
use ordito_workspace::{Action, Command, Group, Room, Workspace};

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
    /// Its group or kind, and its keys.
    aside: String,
    score: i32,
    /// What stands above it: the first line of a group.
    head: Option<String>,
}
impl Line {
    fn of_command(command: Command, words: &Words, score: i32) -> Self {
        let keys = command.shortcut().map(|keys| keys.say(words));
        Self {
            hit: Hit::Command(command),
            text: words.say(command.key()),
            aside: keys.unwrap_or_default(),
            score,
            head: None,
        }
    }
    /// With its group among lines of all groups.
    fn with_group(mut self, command: Command, words: &Words) -> Self {
        let group = words.say(command.group().key());
        self.aside = if self.aside.is_empty() {
            group
        } else {
            format!("{group} · {}", self.aside)
        };
        self
    }
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

/// Before anything is typed: what was used lately, then all commands, group by group.
fn groups(workspace: &Workspace) -> Vec<Line> {
    let words = workspace.words();
    let possible = |command: &Command| commands::is_possible(*command, workspace);
    let mut lines = Vec::new();
    let mut add = |head: String, commands: Vec<Command>| {
        for (i, command) in commands.into_iter().enumerate() {
            let mut line = Line::of_command(command, words, 0);
            line.head = (i == 0).then(|| head.clone());
            lines.push(line);
        }
    };
    let recent = workspace.settings().recent_commands();
    add(
        words.palette_recent(),
        recent.into_iter().filter(possible).collect(),
    );
    for group in Group::all() {
        let of_group = Command::all()
            .filter(|command| command.group() == group)
            .filter(possible);
        add(words.say(group.key()), of_group.collect());
    }
    lines
}

/// What fits, the best first.
fn lines(workspace: &Workspace, typed: &str) -> Vec<Line> {
    let words = workspace.words();
    let typed = folded(typed);
    if typed.trim().is_empty() {
        return groups(workspace);
    }
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
            lines.push(Line::of_command(command, words, score + 2).with_group(command, words));
        }
    }
    lines.extend(items(workspace, &typed));
    lines.sort_by_key(|line| std::cmp::Reverse(line.score));
    lines.truncate(200);
    lines
}

/// Policies and goals of the document that fit.
fn items(workspace: &Workspace, typed: &str) -> Vec<Line> {
    let Some(contents) = workspace.contents() else {
        return Vec::new();
    };
    let words = workspace.words();
    let line = |item: Item, text: String, aside: &str| {
        let score = fit(&text, typed)?;
        Some(Line {
            hit: Hit::Item(item),
            text,
            aside: aside.to_owned(),
            score,
            head: None,
        })
    };
    let (policies, goals) = (words.palette_policies(), words.palette_goals());
    let of_policies = contents.policies.iter().filter_map(|(id, policy)| {
        let text = format!("{} {}", policy.code, policy.name);
        line(Item::Policy(*id), text, &policies)
    });
    let of_goals = contents.goals.iter().filter_map(|(id, goal)| {
        let text = format!("{} {}", goal.code, goal.name.get(words.language()));
        line(Item::Goal(*id), text, &goals)
    });
    of_policies.chain(of_goals).collect()
}

/// Where the keyboard is in the list, and what it did in this frame.
#[derive(Debug, Clone, Copy)]
struct At {
    line: usize,
    chooses: bool,
    moved: bool,
    enter: bool,
    /// The field with the text.
    field: Id,
}

pub fn palette_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut UiState) {
    let Some(mut text) = state
        .palette
        .text
        .take()
        .filter(|_| !state.leaving.is_open())
    else {
        return;
    };
    let area =
        Modal::default_area(Id::unique("palette")).anchor(Align2::CENTER_TOP, vec2(0.0, 60.0));
    let palette = &mut state.palette;
    let modal = Modal::new(egui::Id::unique("palette"))
        .area(area)
        .frame(widgets::dialog_frame(ui))
        .show(ui.ctx(), |ui| {
            ui.set_width(560.0);
            search_ui(ui, cx, palette, &mut text)
        });
    match &modal.inner {
        Some(Hit::Command(command)) => {
            cx.act(Action::UsedCommand(*command));
            cx.ask(*command);
        }
        // In the matrix one looks for its rows and columns.
        Some(Hit::Item(item)) if cx.workspace.settings().room == Room::Matrix => {
            cx.request(Request::ShowLine(*item));
        }
        Some(Hit::Item(Item::Policy(id))) => {
            cx.request(Request::ShowPolicy(*id));
        }
        Some(Hit::Item(Item::Goal(id))) => {
            cx.request(Request::ShowGoal(*id));
        }
        None => {}
    }
    let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    // A list to choose from, no form: a click beside it closes it.
    if modal.inner.is_none() && !modal.should_close() && !escape {
        state.palette.text = Some(text);
    }
}

/// The field and what fits what is typed in it; what was chosen.
fn search_ui(ui: &mut Ui, cx: &Cx<'_>, palette: &mut Palette, text: &mut String) -> Option<Hit> {
    let (paint, words) = (cx.paint, cx.words());
    let (down, up) = keys::beside_text(ui);
    let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let edit = widgets::line_edit_ui(
        ui,
        &words.palette_title(),
        text,
        &words.palette_hint(),
        f32::INFINITY,
    );
    if edit.changed() {
        palette.at = 0;
        palette.chooses = false;
    }
    palette.chooses |= down + up > 0;
    edit.request_focus();
    let lines = lines(cx.workspace, text);
    palette.at = (palette.at + down)
        .saturating_sub(up)
        .min(lines.len().saturating_sub(1));
    widgets::caption_ui(ui, paint, &words.palette_count(lines.len()));
    if lines.is_empty() {
        ui.label(widgets::muted(words.palette_none(text.as_str()), paint));
    }
    let at = At {
        line: palette.at,
        chooses: palette.chooses,
        moved: down + up > 0,
        enter,
        field: edit.id,
    };
    let chosen = list_ui(ui, paint, &lines, at)?;
    lines.into_iter().nth(chosen).map(|line| line.hit)
}

fn list_ui(ui: &mut Ui, paint: &Paint, lines: &[Line], at: At) -> Option<usize> {
    let mut chosen = None;
    ScrollArea::vertical()
        .max_height((ui.ctx().content_rect().height() - 210.0).clamp(96.0, 440.0))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (i, line) in lines.iter().enumerate() {
                if let Some(head) = &line.head {
                    ui.add_space(if i == 0 { 0.0 } else { 6.0 });
                    let title = widgets::part_title_ui(ui, paint, head);
                    widgets::heading(ui, &title, head);
                }
                let response = line_ui(ui, paint, line, i == at.line);
                if i == at.line && at.chooses {
                    // The keyboard stays in the field, the reader follows the arrows.
                    let line = response.id.accesskit_id();
                    ui.ctx().accesskit_node_builder(at.field, |node| {
                        node.set_active_descendant(line);
                    });
                }
                if i == at.line && at.moved {
                    response.scroll_to_me(Some(Align::Center));
                }
                if response.clicked() || i == at.line && at.enter {
                    chosen = Some(i);
                }
            }
        });
    chosen
}

fn line_ui(ui: &mut Ui, paint: &Paint, line: &Line, here: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::MenuItem, true, here, line.said()));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(here));
    if here || response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(theme::RADIUS), paint.selected);
    }
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
    response
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
