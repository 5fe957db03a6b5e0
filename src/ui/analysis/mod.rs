//! The room Analisi: what a matrix says, each picture with its table, its sentence and the cells behind it.
//!
//! `choose` is the list of views on the left; each view is a file with its settings, `choice` says what it draws of an
//! answer, `run` carries out commands. `chart` draws any chart and `table` its table; `behind` lists the cells a mark
//! leads to. Answers come from the workspace, which works them out on another thread; what is drawn here is of the
//! document as it is now.

mod agenda;
mod behind;
mod behind_pair;
mod chart;
mod choice;
mod choose;
mod coherence;
mod conflicts;
mod groups;
mod indirect;
mod profiles;
mod readings;
mod robustness;
mod run;
mod table;

use super::screen::{About, Handled, Request, Screen};
use super::widgets;
use crate::figure::chart::{Chart, ConflictFilter, PairFilter, RobustFound, Style, Subject};
use crate::model::{AssessorId, Language, MatrixId};
use crate::ui::Cx;
use crate::workspace::{Action, Answer, Answered, Ask, ChartFormat, Command, Group, Method, Purpose, Room, Standing};
use choice::Choice;
use egui::{CentralPanel, Frame, Margin, Ui};
use egui_material_icons::icons;
use std::path::Path;
use std::sync::Arc;

/// The views of the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    #[default]
    Profiles,
    Conflicts,
    Coherence,
    Robustness,
    Indirect,
    Groups,
    Readings,
}
impl View {
    const ALL: [Self; 7] = [
        Self::Profiles,
        Self::Conflicts,
        Self::Coherence,
        Self::Robustness,
        Self::Indirect,
        Self::Groups,
        Self::Readings,
    ];
    const fn key(self) -> &'static str {
        match self {
            Self::Profiles => "analysis-profiles",
            Self::Conflicts => "analysis-conflicts",
            Self::Coherence => "analysis-coherence",
            Self::Robustness => "analysis-robustness",
            Self::Indirect => "analysis-indirect",
            Self::Groups => "analysis-groups",
            Self::Readings => "analysis-readings",
        }
    }
}

/// What the room remembers between frames.
#[derive(Debug)]
pub struct State {
    matrix: Option<MatrixId>,
    assessor: AssessorId,
    view: View,
    profiles: profiles::State,
    conflicts: ConflictFilter,
    groups: groups::State,
    readings: readings::State,
    pairs: PairFilter,
    robustness: robustness::State,
    indirect: indirect::State,
    chart: chart::State,
    drawn: Option<Drawn>,
    behind: Option<behind::Behind>,
    focus_list: bool,
    focus_chart: bool,
    chart_focused: bool,
}
impl Default for State {
    fn default() -> Self {
        Self {
            matrix: None,
            assessor: AssessorId::AGREED,
            view: View::default(),
            profiles: profiles::State::default(),
            conflicts: ConflictFilter::default(),
            groups: groups::State::default(),
            readings: readings::State::default(),
            pairs: PairFilter::default(),
            robustness: robustness::State::default(),
            indirect: indirect::State::default(),
            chart: chart::State::default(),
            drawn: None,
            behind: None,
            focus_list: false,
            focus_chart: false,
            chart_focused: false,
        }
    }
}

/// A chart and what it was drawn from.
#[derive(Debug)]
struct Drawn {
    ask: Ask,
    answered: Arc<Answered>,
    style: Style,
    language: Language,
    choice: Choice,
    chart: Arc<Chart>,
}

impl State {
    fn method(&self) -> Option<Method> {
        match self.view {
            View::Profiles => Some(self.profiles.method()),
            View::Conflicts => Some(Method::Conflicts),
            View::Groups => Some(self.groups.method()),
            View::Readings => self.readings.method(),
            View::Coherence => Some(Method::Coherence),
            View::Robustness => Some(self.robustness.method()),
            View::Indirect => self.indirect.method(),
        }
    }
    fn ask(&self) -> Option<Ask> {
        Some(Ask { matrix: self.matrix?, assessor: self.assessor, method: self.method()? })
    }
    /// Another picture: nothing of the last one is pointed at any more.
    fn turn(&mut self) {
        self.chart = chart::State { as_table: self.chart.as_table, ..chart::State::default() };
        self.behind = None;
    }
}

pub const ABOUT: About = About {
    room: Room::Analysis,
    icon: icons::ICON_BAR_CHART,
    go: Command::GoAnalysis,
    commands: &[Group::Analysis],
    chapter: "analysis",
    is_possible: About::always,
};

impl Screen for State {
    fn about(&self) -> &'static About {
        &ABOUT
    }
    fn afresh(&mut self) {
        *self = Self::default();
    }
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        analysis_ui(ui, cx, self);
    }
    fn run(&mut self, command: Command, _: &egui::Context, cx: &mut Cx<'_>) -> Handled {
        if command == Command::GoAnalysis {
            self.focus_list = true;
        } else if matches!(command.group(), Group::Analysis | Group::Edit) || command == Command::NextPane {
            run::run(command, cx, self);
        } else {
            return Handled::No;
        }
        Handled::Yes
    }
    fn picked(&mut self, purpose: Purpose, path: &Path, cx: &mut Cx<'_>) -> Handled {
        if !matches!(purpose, Purpose::Chart(_)) {
            return Handled::No;
        }
        run::export_to(path.to_owned(), cx, self);
        Handled::Yes
    }
}

fn analysis_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut State) {
    let Cx { paint, workspace, contents, .. } = *cx;
    let words = workspace.words();
    if contents.matrices.is_empty() {
        CentralPanel::default().frame(Frame::new().fill(paint.canvas)).show(ui, |ui| {
            let (title, text) = (words.analysis_no_matrix(), words.analysis_no_matrix_text());
            widgets::empty_ui(ui, paint, icons::ICON_BAR_CHART, &title, &text, |ui| {
                if widgets::primary_button_ui(ui, paint, &words.say(Command::NewMatrix.key()), true).clicked() {
                    cx.ask(Command::NewMatrix);
                }
            });
        });
        return;
    }
    keep_up(cx, state);
    let side = |fill| Frame::new().fill(fill).inner_margin(Margin::symmetric(12, 10));
    egui::Panel::left("analysis-choose")
        .frame(side(paint.surface))
        .default_size(236.0)
        .size_range(200.0..=320.0)
        .show(ui, |ui| choose::choose_ui(ui, cx, state));
    let (matrix, assessor) = (state.matrix, state.assessor);
    if (matrix, assessor) != (cx.chosen.matrix, cx.chosen.assessor) {
        cx.request(Request::Choose(matrix, assessor));
    }
    widgets::name_divider(ui, "analysis-choose", workspace.words());
    if state.behind.is_some() {
        egui::Panel::right("analysis-behind")
            .frame(side(paint.surface))
            .default_size(340.0)
            .size_range(280.0..=460.0)
            .show(ui, |ui| behind::behind_ui(ui, cx, state));
        widgets::name_divider(ui, "analysis-behind", workspace.words());
    }
    CentralPanel::default().frame(Frame::new().fill(paint.canvas).inner_margin(Margin::symmetric(16, 12))).show(
        ui,
        |ui| {
            super::choice::blank_ui(ui, cx);
            view_ui(ui, cx, state);
        },
    );
}

/// The room shows the matrix and the scores that all rooms show.
fn keep_up(cx: &Cx<'_>, own: &mut State) {
    let now = (cx.chosen.matrix, cx.chosen.assessor);
    if (own.matrix, own.assessor) != now {
        (own.matrix, own.assessor) = now;
        own.turn();
    }
}

fn view_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut State) {
    let Cx { paint, workspace, contents, .. } = *cx;
    let words = workspace.words();
    ui.horizontal(|ui| {
        widgets::title_ui(ui, paint, &words.say(state.view.key()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let labels = ["analysis-as-figure", "analysis-as-table"].map(|key| words.say(key));
            let chosen = usize::from(state.chart.as_table);
            if let Some(i) = widgets::segmented_ui(ui, paint, &words.analysis_shown_as(), &labels, chosen) {
                state.chart.as_table = i == 1;
            }
        });
    });
    let before = state.method();
    let standing = state.ask().map(|ask| workspace.analysis(&ask));
    let choice = Choice::of(state);
    match (state.view, &standing) {
        (View::Profiles, _) => {
            profiles::settings_ui(ui, cx, state.matrix, &mut state.profiles);
        }
        (View::Conflicts, standing) => {
            let found = match standing {
                Some(Standing::Ready(answered)) => match &answered.answer {
                    Answer::Conflicts(found) => Some(found),
                    _ => None,
                },
                _ => None,
            };
            conflicts::settings_ui(ui, cx, found, &mut state.conflicts);
        }
        (View::Groups, standing) => {
            let found = match standing {
                Some(Standing::Ready(answered)) => match &answered.answer {
                    Answer::Groups(found) => Some(found),
                    _ => None,
                },
                _ => None,
            };
            let own = &mut state.groups;
            groups::settings_ui(ui, cx, state.matrix, found, own);
        }
        (View::Readings, _) => {
            readings::settings_ui(ui, cx, state.matrix, &mut state.readings);
        }
        (View::Robustness, standing) => {
            let found: Option<&RobustFound> = match standing {
                Some(Standing::Ready(answered)) => match &answered.answer {
                    Answer::Robustness(found) => Some(found),
                    _ => None,
                },
                _ => None,
            };
            robustness::settings_ui(ui, cx, found, &mut state.robustness);
        }
        (View::Coherence, _) => coherence::settings_ui(ui, cx, state.matrix, &mut state.pairs),
        (View::Indirect, _) => {
            state.indirect.keep_up(contents, state.matrix);
            indirect::settings_ui(ui, cx, &mut state.indirect);
        }
    }
    let after = Choice::of(state);
    if state.method() != before || after != choice && !after.slides_from(&choice) {
        state.turn();
    }
    if leads_nowhere_ui(ui, cx, state) {
        return;
    }
    let Some(ask) = state.ask() else { return };
    match workspace.analysis(&ask) {
        Standing::Ready(answered) => answered_ui(ui, cx, state, &ask, &answered),
        Standing::Wanted => {
            cx.act(Action::Analyse(ask.clone()));
            waiting_ui(ui, cx, state, &ask, None);
        }
        Standing::Working(done, of) => waiting_ui(ui, cx, state, &ask, Some((done, of))),
        ended @ (Standing::Stopped | Standing::Failed) => {
            let key = if matches!(ended, Standing::Stopped) { "analysis-stopped" } else { "analysis-failed" };
            let (title, text) = (words.say(key), words.say(&format!("{key}-text")));
            widgets::empty_ui(ui, paint, icons::ICON_BAR_CHART, &title, &text, |ui| {
                if widgets::primary_button_ui(ui, paint, &words.analysis_again(), true).clicked() {
                    cx.act(Action::Analyse(ask.clone()));
                }
            });
        }
    }
}

/// The picture of an answer that holds now.
/// Says what has to be there first, where what was chosen leads nowhere.
fn leads_nowhere_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &State) -> bool {
    let (paint, words) = (cx.paint, cx.words());
    if state.view == View::Readings && state.readings.leads_nowhere() {
        let (title, text) = (words.analysis_reading_none(), words.analysis_reading_none_text());
        widgets::empty_ui(ui, paint, icons::ICON_BAR_CHART, &title, &text, |ui| {
            if widgets::primary_button_ui(ui, paint, &words.room_frameworks(), true).clicked() {
                cx.act(Action::SetRoom(Room::Frameworks));
            }
        });
        return true;
    }
    if state.view == View::Indirect && state.indirect.leads_nowhere() {
        let (title, text) = (words.indirect_none(), words.indirect_none_text());
        widgets::empty_ui(ui, paint, icons::ICON_BAR_CHART, &title, &text, |ui| {
            if widgets::primary_button_ui(ui, paint, &words.say(Command::NewMatrix.key()), true).clicked() {
                cx.ask(Command::NewMatrix);
            }
        });
        return true;
    }
    false
}

fn answered_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut State, ask: &Ask, answered: &Arc<Answered>) {
    let Cx { paint, workspace, contents, .. } = *cx;
    let words = workspace.words();
    // A little narrower than the room, so that a scroll bar does not make another one.
    let style = Style::screen(paint.look, f64::from((ui.available_width() - 14.0).max(320.0).floor()));
    let (language, choice) = (words.language(), Choice::of(state));
    let is_drawn = state.drawn.as_ref().is_some_and(|drawn| {
        Arc::ptr_eq(&drawn.answered, answered)
            && drawn.style == style
            && drawn.language == language
            && drawn.choice == choice
    });
    if !is_drawn {
        let subject = Subject { contents, words, matrix: ask.matrix, assessor: ask.assessor };
        state.drawn = choice.chart(&subject, &style, &answered.answer).map(|chart| Drawn {
            ask: ask.clone(),
            answered: Arc::clone(answered),
            style,
            language,
            choice,
            chart: Arc::new(chart),
        });
    }
    let chart = state.drawn.as_ref().map(|drawn| Arc::clone(&drawn.chart));
    let Some(chart) = chart.filter(|chart| !chart.is_empty() || !chart.table.rows.is_empty()) else {
        let (title, text) = (words.analysis_empty(), words.analysis_empty_text());
        widgets::empty_ui(ui, paint, icons::ICON_BAR_CHART, &title, &text, |_| {});
        return;
    };
    if let Some(behind) = &mut state.behind {
        behind.keep_up(workspace.revision(), state.chart.cursor.and_then(|mark| chart.mark(mark, words)).as_deref());
    }
    egui::Panel::bottom("analysis-said").frame(Frame::new()).show_separator_line(false).show(ui, |ui| {
        said_ui(ui, cx, &chart);
        if state.view == View::Conflicts {
            agenda::add_shown_ui(ui, cx, &chart, ask.matrix);
        }
    });
    let opened = Frame::new()
        .fill(paint.surface)
        .stroke(egui::Stroke::new(1.0, paint.line))
        .corner_radius(egui::CornerRadius::same(super::theme::RADIUS))
        .inner_margin(Margin::same(1))
        .show(ui, |ui| {
            if state.chart.as_table {
                table::table_ui(ui, cx, &chart, &mut state.chart)
            } else {
                chart::chart_ui(ui, paint, words, &chart, &mut state.chart)
            }
        })
        .inner;
    let pane = if state.chart.as_table { table::table_id() } else { chart::chart_id() };
    if std::mem::take(&mut state.focus_chart) {
        ui.memory_mut(|memory| memory.request_focus(pane));
    }
    state.chart_focused = ui.memory(|memory| memory.has_focus(pane));
    if state.view == View::Indirect {
        let (moved, zoomed) = (state.chart.moved.take(), state.chart.zoomed.take());
        state.indirect.by_hand(&answered.answer, &chart, moved, zoomed);
        if moved.is_some() || zoomed.is_some() {
            ui.ctx().request_repaint();
        }
    }
    if let Some(mark) = opened.and_then(|mark| chart.mark(mark, words)) {
        state.behind = Some(behind::Behind::of(&mark, ask, workspace.revision()));
    }
}

/// What the picture shows, and ways to take it along.
fn said_ui(ui: &mut Ui, cx: &mut Cx<'_>, chart: &Chart) {
    let Cx { paint, workspace, .. } = *cx;
    let words = workspace.words();
    ui.add_space(6.0);
    ui.add(egui::Label::new(widgets::muted(chart.sentence.as_str(), paint).size(13.0)).wrap());
    ui.horizontal(|ui| {
        widgets::caption_ui(ui, paint, &words.analysis_save());
        for (format, key) in ChartFormat::ALL.into_iter().zip(["svg", "png", "csv", "xlsx"]) {
            let button = ui.add(egui::Button::new(key.to_uppercase()));
            let name = words.say(&format!("analysis-save-{key}"));
            widgets::name_it(ui, &button, &name);
            if button.on_hover_text(name).clicked() {
                cx.act(Action::PickFile(Purpose::Chart(format)));
            }
        }
    });
}

/// An answer is on its way: the picture before it stays to be seen, not to be read, and it can be stopped.
fn waiting_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &State, ask: &Ask, at: Option<(usize, usize)>) {
    let Cx { paint, workspace, .. } = *cx;
    let words = workspace.words();
    let text = words.analysis_working();
    ui.horizontal(|ui| {
        widgets::caption_ui(ui, paint, &text);
        let (done, of) = at.unwrap_or((0, 0));
        let share = done as f32 / of.max(1) as f32;
        widgets::share_bar_ui(ui, paint, &text, share, egui::vec2(220.0, 8.0));
        if widgets::button_ui(ui, &words.analysis_stop()).clicked() {
            cx.act(Action::StopAnalysis(ask.clone()));
        }
    });
    if let Some(drawn) = state.drawn.as_ref().filter(|drawn| drawn.ask == *ask) {
        chart::ghost_ui(ui, words, &drawn.chart);
    }
}
