//! The room Quadri: frameworks and their goals, crosswalks, scales, each with whether its wording is official.
//!
//! `list` and `tree` choose, `details` edits; `crosswalks` and `scales` are tabs of their own. Text being typed lives in
//! a `Form` until it becomes one edit.

mod crosswalks;
mod deletion;
mod details;
mod form;
mod list;
mod scales;
mod tree;

use super::screen::{About, Handled, Request, Screen};
use super::theme::Paint;
use super::widgets;
use crate::Cx;
use egui::{CentralPanel, Frame, Margin, Ui};
use egui_material_icons::icons;
use form::Forms;
use ordito_document::Edit;
use ordito_model::{
    Framework, FrameworkId, Goal, GoalId, Label, Points, Scale, ScaleId, ScaleLevel, Wording,
};
use ordito_words::Words;
use ordito_workspace::{Action, Command, Group, Room, Workspace};
use std::collections::BTreeSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    #[default]
    Frameworks,
    Crosswalks,
    Scales,
}
impl Tab {
    const ALL: [Self; 3] = [Self::Frameworks, Self::Crosswalks, Self::Scales];
    const fn key(self) -> &'static str {
        match self {
            Self::Frameworks => "frameworks-tab-frameworks",
            Self::Crosswalks => "frameworks-tab-crosswalks",
            Self::Scales => "frameworks-tab-scales",
        }
    }
}

/// What the room remembers between frames.
#[derive(Debug, Default)]
pub struct FrameworksScreen {
    tab: Tab,
    framework: Option<FrameworkId>,
    goal: Option<GoalId>,
    closed: BTreeSet<GoalId>,
    search: String,
    scroll_to_goal: bool,
    focus_tree: bool,
    tree_focused: bool,
    focus_search: bool,
    focus_name: bool,
    /// Added in this frame, so not there yet.
    awaited: Option<FrameworkId>,
    framework_form: Forms<FrameworkId, Framework>,
    goal_form: Forms<GoalId, Goal>,
    /// Asked before something goes.
    deleting: Option<deletion::Doomed>,
    crosswalks: crosswalks::CrosswalksTab,
    scales: scales::ScalesTab,
}

impl FrameworksScreen {
    /// What was refused and waits in its form.
    fn refused(&self, workspace: &Workspace) -> Vec<String> {
        let (Some(contents), words) = (workspace.contents(), workspace.words()) else {
            return Vec::new();
        };
        let goals = self
            .goal_form
            .refused()
            .filter(|(id, ..)| contents.goals.contains_key(id));
        let goals = goals.map(|(_, goal, why)| {
            (
                format!("{} {}", goal.code, goal.name.get(words.language())),
                why,
            )
        });
        let frameworks = self
            .framework_form
            .refused()
            .filter(|(id, ..)| contents.frameworks.contains_key(id));
        let frameworks =
            frameworks.map(|(_, each, why)| (each.name.get(words.language()).to_owned(), why));
        let crosswalks = self
            .crosswalks
            .refused()
            .map(|(each, why)| (each.name.clone(), why));
        let scales = self
            .scales
            .refused()
            .map(|(each, why)| (each.name.get(words.language()).to_owned(), why));
        let all = goals.chain(frameworks).chain(crosswalks).chain(scales);
        all.map(|(name, why)| words.leaving_record(name, why))
            .collect()
    }
    /// Chooses a framework that the next frame will know.
    fn adopt(&mut self, id: FrameworkId) {
        self.framework = Some(id);
        self.goal = None;
        self.awaited = Some(id);
    }
}

pub const ABOUT: About = About {
    icon: icons::ICON_ACCOUNT_TREE,
    chapter: "frameworks",
    is_possible: About::always,
};

impl Screen for FrameworksScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        frameworks_ui(ui, cx, self);
    }
    fn run(&mut self, command: Command, _: &egui::Context, cx: &mut Cx<'_>) -> Handled {
        let own = matches!(
            command.group(),
            Group::Of(Room::Frameworks) | Group::Edit | Group::View
        );
        if !own && !matches!(command, Command::EditCell | Command::FoldRows) {
            return Handled::No;
        }
        run(command, cx, self);
        Handled::Yes
    }
    fn answer(&mut self, request: &Request, cx: &mut Cx<'_>) -> Handled {
        let Request::ShowGoal(id) = request else {
            return Handled::No;
        };
        show(cx.workspace, self, *id);
        cx.act(Action::SetRoom(Room::Frameworks));
        Handled::Yes
    }
    fn commit_typing(&mut self, cx: &mut Cx<'_>) {
        settle(cx, self);
    }
    /// What was refused and waits in its form.
    fn left_behind(&self, workspace: &Workspace) -> Vec<String> {
        self.refused(workspace)
    }
    fn has_dialog(&self) -> bool {
        self.deleting.is_some()
    }
}

fn frameworks_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FrameworksScreen) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let own = state;
    if own
        .framework
        .is_some_and(|id| contents.frameworks.contains_key(&id))
    {
        own.awaited = None;
    } else if own.awaited.take().is_none() {
        own.framework = list::in_order(contents).first().map(|(id, _)| *id);
        own.goal = None;
    }
    let bar = Frame::new()
        .fill(paint.surface)
        .inner_margin(Margin::symmetric(14, 8));
    egui::Panel::top("frameworks-bar")
        .frame(bar)
        .show_separator_line(true)
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let labels: Vec<String> = Tab::ALL.iter().map(|tab| words.say(tab.key())).collect();
                let chosen = Tab::ALL.iter().position(|tab| *tab == own.tab).unwrap_or(0);
                if let Some(i) =
                    widgets::segmented_ui(ui, paint, &words.room_frameworks(), &labels, chosen)
                {
                    settle(cx, own);
                    own.tab = Tab::ALL.get(i).copied().unwrap_or_default();
                }
                if own.tab == Tab::Frameworks {
                    ui.add_space(8.0);
                    let hint = words.frameworks_search();
                    let search = widgets::line_edit_ui(ui, &hint, &mut own.search, &hint, 220.0);
                    if std::mem::take(&mut own.focus_search) {
                        search.request_focus();
                    }
                    list::add_ui(ui, cx, own);
                }
            });
        });
    match own.tab {
        Tab::Frameworks => {
            let side = Frame::new()
                .fill(paint.canvas)
                .inner_margin(Margin::same(8));
            egui::Panel::left("frameworks-list")
                .frame(side)
                .default_size(250.0)
                .size_range(180.0..=360.0)
                .show(ui, |ui| {
                    list::list_ui(ui, cx, own);
                });
            widgets::name_divider(ui, "frameworks-list", words);
            let side = Frame::new()
                .fill(paint.surface)
                .inner_margin(Margin::symmetric(14, 10));
            egui::Panel::right("frameworks-details")
                .frame(side)
                .default_size(350.0)
                .size_range(280.0..=460.0)
                .show(ui, |ui| {
                    details::details_ui(ui, cx, own);
                });
            widgets::name_divider(ui, "frameworks-details", words);
            CentralPanel::default()
                .frame(Frame::new().fill(paint.surface))
                .show(ui, |ui| {
                    tree::tree_ui(ui, cx, own);
                });
        }
        Tab::Crosswalks => {
            CentralPanel::default()
                .frame(Frame::new().fill(paint.surface))
                .show(ui, |ui| {
                    crosswalks::crosswalks_ui(ui, cx, &mut own.crosswalks);
                });
        }
        Tab::Scales => {
            CentralPanel::default()
                .frame(Frame::new().fill(paint.surface))
                .show(ui, |ui| {
                    scales::scales_ui(ui, cx, &mut own.scales);
                });
        }
    }
    deletion::dialog_ui(ui, cx, own);
}

/// Turns what is being typed into edits now: before another record is chosen, the room left, the window closed.
fn settle(cx: &mut Cx<'_>, state: &mut FrameworksScreen) {
    state
        .framework_form
        .take(cx, |id, framework| Edit::ChangeFramework { id, framework });
    state
        .goal_form
        .take(cx, |id, goal| Edit::ChangeGoal { id, goal });
    crosswalks::settle(cx, &mut state.crosswalks);
    scales::settle(cx, &mut state.scales);
}

/// Selects a goal and scrolls to it.
fn show(workspace: &Workspace, state: &mut FrameworksScreen, id: GoalId) {
    let Some(contents) = workspace.contents() else {
        return;
    };
    let Some(goal) = contents.goals.get(&id) else {
        return;
    };
    state.tab = Tab::Frameworks;
    state.framework = Some(goal.framework);
    state.goal = Some(id);
    state.search.clear();
    for above in contents.goal_upwards(id).skip(1) {
        state.closed.remove(&above);
    }
    state.scroll_to_goal = true;
}

/// Carries out a command of this room.
fn run(command: Command, cx: &mut Cx<'_>, state: &mut FrameworksScreen) {
    let Cx { workspace, .. } = *cx;
    let words = workspace.words();
    let Some(contents) = workspace.contents() else {
        return;
    };
    let own = &mut *state;
    if command.group() == Group::Of(Room::Frameworks) {
        cx.act(Action::SetRoom(Room::Frameworks));
    }
    match command {
        Command::AddFramework => {
            own.tab = Tab::Frameworks;
            let id = FrameworkId::random();
            cx.act(Action::Edit(new_framework(words, id)));
            own.adopt(id);
        }
        Command::AddGoal => {
            own.tab = Tab::Frameworks;
            let Some(framework) = own.framework else {
                return;
            };
            // Beside the chosen goal, or at the top.
            let beside = own.goal.and_then(|id| contents.goals.get(&id));
            let (parent, level) = beside.map_or((None, 0), |goal| (goal.parent, goal.level));
            cx.act(Action::Edit(tree::new_goal(
                cx,
                framework,
                parent,
                level,
                &mut own.goal,
            )));
            own.scroll_to_goal = true;
        }
        Command::AddCrosswalk => {
            own.tab = Tab::Crosswalks;
            crosswalks::add(cx, &mut own.crosswalks);
        }
        Command::AddScale => {
            own.tab = Tab::Scales;
            let id = ScaleId::random();
            let scale = new_scale(words);
            cx.act(Action::Edit(Edit::PutScale { id, scale }));
            scales::choose(&mut own.scales, id);
        }
        Command::Clear => {
            own.deleting = own
                .goal
                .filter(|_| own.tab == Tab::Frameworks)
                .map(deletion::Doomed::Goal);
        }
        Command::Find => {
            own.tab = Tab::Frameworks;
            own.focus_search = true;
        }
        Command::EditCell => own.focus_name = true,
        // From the tree to what is chosen in it and back.
        Command::NextPane if own.tree_focused => own.focus_name = true,
        Command::NextPane => own.focus_tree = true,
        Command::FoldRows => {
            let parents: BTreeSet<GoalId> = contents
                .goals
                .values()
                .filter_map(|goal| goal.parent)
                .collect();
            own.closed = if own.closed.is_superset(&parents) {
                BTreeSet::new()
            } else {
                parents
            };
        }
        _ => {}
    }
}

/// A framework without goals, with the two levels most have.
fn new_framework(words: &Words, id: FrameworkId) -> Edit {
    let name = Label::new(words.frameworks_new(), "");
    let levels = vec![
        Label::new(words.frameworks_level_area(), ""),
        Label::new(words.subject_goal(), ""),
    ];
    let wording = Wording::Official;
    let framework = Framework {
        name,
        version: "1".to_owned(),
        wording,
        levels,
        ..Framework::default()
    };
    Edit::AddFramework {
        id,
        framework,
        goals: Vec::new(),
    }
}

/// A scale of three levels, to be changed.
fn new_scale(words: &Words) -> Scale {
    let level = |value: i8, it: &str, en: &str| ScaleLevel {
        value: Points::whole(value),
        label: Label::new(it, en),
        guidance: Label::default(),
        colour: None,
    };
    let levels = vec![
        level(1, "+1", "+1"),
        level(0, "0", "0"),
        level(-1, "−1", "−1"),
    ];
    let name = Label::new(words.frameworks_new_scale(), "");
    Scale {
        name,
        version: "1".to_owned(),
        levels,
        ..Scale::default()
    }
}

/// The word and colour of a wording state.
fn wording_ui(ui: &mut Ui, cx: &Cx<'_>, wording: Wording) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    use ordito_words::Say as _;
    widgets::badge_ui(
        ui,
        &wording.say(workspace.words()),
        wording_colour(paint, wording),
    );
}
const fn wording_colour(paint: &Paint, wording: Wording) -> egui::Color32 {
    match wording {
        Wording::Official => paint.success,
        Wording::Provisional => paint.warning,
        Wording::ToFill => paint.danger,
    }
}
