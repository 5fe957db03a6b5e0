//! The room Analisi: what a matrix says, each picture with its table, its sentence and the cells behind it.
//!
//! `choose` is the list of views on the left; `view` says what a view is, and each is a file with its settings and what
//! it draws of an answer; `run` carries out commands. `chart` draws any chart and `table` its table; `behind` lists the cells
//! a mark leads to. Answers come from the workspace, which works them out on another thread; what is drawn here is of the
//! document as it is now.

mod agenda;
mod behind;
mod behind_pair;
mod chart;
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
mod view;

use super::screen::{About, Handled, Request, Screen};
use super::widgets;
use crate::Cx;
use egui::{CentralPanel, Frame, Margin, Ui};
use egui_material_icons::icons;
use ordito_import::library::Illustrative;
use ordito_model::{AssessorId, Language, MatrixId};
use ordito_pages::figure::chart::{Chart, Style, Subject};
use ordito_workspace::{
    Action, Analysis, Answered, Ask, ChartExport, Command, Export, Group, Method, OnScreen,
    Purpose, Room, Standing,
};
use std::sync::Arc;
use view::{Look, Views};

/// What the room remembers between frames.
#[derive(Debug)]
pub struct AnalysisScreen {
    matrix: Option<MatrixId>,
    assessor: AssessorId,
    shown: Analysis,
    views: Views,
    chart: chart::ShownChart,
    drawn: Option<Drawn>,
    behind: Option<behind::Behind>,
    focus_list: bool,
    focus_chart: bool,
    chart_focused: bool,
}
impl Default for AnalysisScreen {
    fn default() -> Self {
        Self {
            matrix: None,
            assessor: AssessorId::AGREED,
            shown: Analysis::Profiles,
            views: Views::default(),
            chart: chart::ShownChart::default(),
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
    look: Look,
    chart: Arc<Chart>,
}

impl AnalysisScreen {
    fn method(&self) -> Option<Method> {
        self.views.method(self.shown)
    }
    fn look(&self) -> Look {
        self.views.look(self.shown)
    }
    fn ask(&self) -> Option<Ask> {
        Some(Ask {
            matrix: self.matrix?,
            assessor: self.assessor,
            method: self.method()?,
        })
    }
    /// Another picture: nothing of the last one is pointed at any more.
    fn turn(&mut self) {
        self.chart = chart::ShownChart {
            as_table: self.chart.as_table,
            ..chart::ShownChart::default()
        };
        self.behind = None;
    }
}

pub const ABOUT: About = About {
    icon: icons::ICON_BAR_CHART,
    chapter: "analysis",
    is_possible: About::always,
};

impl Screen for AnalysisScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        analysis_ui(ui, cx, self);
    }
    fn run(&mut self, command: Command, _: &egui::Context, cx: &mut Cx<'_>) -> Handled {
        if command == Command::Go(Room::Analysis) {
            self.focus_list = true;
        } else if let Command::Export(export) = command {
            // Nothing is shown that could be written.
            let idle = matches!(export, Export::Chart(_)) && self.drawn.is_none();
            return if idle { Handled::Yes } else { Handled::No };
        } else if matches!(command.group(), Group::Of(Room::Analysis) | Group::Edit)
            || command == Command::NextPane
        {
            run::run(command, cx, self);
        } else {
            return Handled::No;
        }
        Handled::Yes
    }
    fn to_export(&self, cx: &Cx<'_>, shown: &mut OnScreen) {
        shown.chart = run::maker(cx.workspace, self);
    }
}

fn analysis_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut AnalysisScreen) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    if contents.matrices.is_empty() {
        CentralPanel::default()
            .frame(Frame::new().fill(paint.canvas))
            .show(ui, |ui| {
                let (title, text) = (words.analysis_no_matrix(), words.analysis_no_matrix_text());
                widgets::empty_ui(ui, paint, icons::ICON_BAR_CHART, &title, &text, |ui| {
                    if widgets::primary_button_ui(
                        ui,
                        paint,
                        &words.say(Command::NewMatrix.key()),
                        true,
                    )
                    .clicked()
                    {
                        cx.ask(Command::NewMatrix);
                    }
                });
            });
        return;
    }
    keep_up(cx, state);
    let side = |fill| {
        Frame::new()
            .fill(fill)
            .inner_margin(Margin::symmetric(12, 10))
    };
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
    CentralPanel::default()
        .frame(
            Frame::new()
                .fill(paint.canvas)
                .inner_margin(Margin::symmetric(16, 12)),
        )
        .show(ui, |ui| {
            super::choice::blank_ui(ui, cx);
            view_ui(ui, cx, state);
        });
}

/// The room shows the matrix and the scores that all rooms show.
fn keep_up(cx: &Cx<'_>, own: &mut AnalysisScreen) {
    let now = (cx.chosen.matrix, cx.chosen.assessor);
    if (own.matrix, own.assessor) != now {
        (own.matrix, own.assessor) = now;
        own.turn();
    }
}

fn view_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut AnalysisScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.horizontal(|ui| {
        widgets::title_ui(ui, paint, &words.say(state.shown.key()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let labels = ["analysis-as-figure", "analysis-as-table"].map(|key| words.say(key));
            let chosen = usize::from(state.chart.as_table);
            if let Some(i) =
                widgets::segmented_ui(ui, paint, &words.analysis_shown_as(), &labels, chosen)
            {
                state.chart.as_table = i == 1;
            }
        });
    });
    let before = state.method();
    let standing = state.ask().map(|ask| workspace.analysis(&ask));
    let look = state.look();
    let answer = match &standing {
        Some(Standing::Ready(answered)) => Some(&answered.answer),
        _ => None,
    };
    state
        .views
        .settings_ui(state.shown, ui, cx, (state.matrix, answer));
    let after = state.look();
    if state.method() != before || after != look && !after.slides_from(&look) {
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
            let key = if matches!(ended, Standing::Stopped) {
                "analysis-stopped"
            } else {
                "analysis-failed"
            };
            let (title, text) = (words.say(key), words.say(&format!("{key}-text")));
            widgets::empty_ui(ui, paint, icons::ICON_BAR_CHART, &title, &text, |ui| {
                if widgets::primary_button_ui(ui, paint, &words.analysis_again(), true).clicked() {
                    cx.act(Action::Analyse(ask.clone()));
                }
            });
        }
    }
}

/// Says what has to be there first, where what was chosen leads nowhere.
fn leads_nowhere_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &AnalysisScreen) -> bool {
    let (paint, words) = (cx.paint, cx.words());
    let Some(nowhere) = state.views.nowhere(state.shown) else {
        return false;
    };
    let title = words.say(nowhere.key);
    let mut text = words.say(&format!("{}-text", nowhere.key));
    let offered = nowhere.offer.map(|offer| match offer {
        Illustrative::Crosswalk => (
            words.analysis_offer_crosswalk(),
            words.analysis_offer_crosswalk_text(),
        ),
        Illustrative::GoalMatrix => (
            words.analysis_offer_goals(),
            words.analysis_offer_goals_text(),
        ),
    });
    if let Some((_, more)) = &offered {
        text = format!("{text} {more}");
    }
    widgets::empty_ui(ui, paint, icons::ICON_BAR_CHART, &title, &text, |ui| {
        if widgets::primary_button_ui(ui, paint, &words.say(nowhere.button), true).clicked() {
            cx.ask(nowhere.command);
        }
        let Some((offer, (name, _))) = nowhere.offer.zip(offered) else {
            return;
        };
        if widgets::button_ui(ui, &name).clicked()
            && let Ok(Some(edit)) = offer.edit(cx.contents)
        {
            cx.act(Action::Edit(edit));
        }
    });
    true
}

/// The picture of an answer that holds now.
fn answered_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    state: &mut AnalysisScreen,
    ask: &Ask,
    answered: &Arc<Answered>,
) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    draw(ui, cx, state, ask, answered);
    let chart = state.drawn.as_ref().map(|drawn| Arc::clone(&drawn.chart));
    if let Some(chart) = chart
        .as_ref()
        .filter(|chart| chart.name != cx.workspace.chart_name())
    {
        cx.act(Action::NameChart(chart.name.clone()));
    }
    let Some(chart) = chart.filter(|chart| !chart.is_empty() || !chart.table.rows.is_empty())
    else {
        let (title, text) = (words.analysis_empty(), words.analysis_empty_text());
        widgets::empty_ui(ui, paint, icons::ICON_BAR_CHART, &title, &text, |_| {});
        return;
    };
    if let Some(behind) = &mut state.behind {
        behind.keep_up(
            workspace.revision(),
            state
                .chart
                .cursor
                .and_then(|mark| chart.mark(mark, words))
                .as_deref(),
        );
    }
    egui::Panel::bottom("analysis-said")
        .frame(Frame::new())
        .show_separator_line(false)
        .show(ui, |ui| {
            said_ui(ui, cx, &chart);
            state
                .views
                .below_ui(state.shown, ui, cx, (&chart, ask.matrix));
        });
    // The picture's title: what it finds, above what is drawn, as on a page.
    let found = egui::RichText::new(chart.picture.title.as_str());
    let found = found
        .size(16.0)
        .family(crate::theme::bold())
        .color(paint.ink);
    ui.add(egui::Label::new(found).wrap());
    ui.add_space(4.0);
    let opened = shown_ui(ui, cx, state, &chart);
    if state
        .views
        .by_hand(state.shown, &answered.answer, &chart, &mut state.chart)
    {
        ui.ctx().request_repaint();
    }
    if let Some(mark) = opened.and_then(|mark| chart.mark(mark, words)) {
        state.behind = Some(behind::Behind::of(&mark, ask, workspace.revision()));
    }
}

/// Makes the picture where it is not of this answer, this place and these choices.
fn draw(ui: &Ui, cx: &Cx<'_>, state: &mut AnalysisScreen, ask: &Ask, answered: &Arc<Answered>) {
    let Cx {
        paint, contents, ..
    } = *cx;
    let words = cx.words();
    // A little narrower than the room, so that a scroll bar does not make another one.
    let style = Style::screen(
        paint.look,
        f64::from((ui.available_width() - 14.0).max(320.0).floor()),
    );
    let (language, look) = (words.language(), state.look());
    let is_drawn = state.drawn.as_ref().is_some_and(|drawn| {
        Arc::ptr_eq(&drawn.answered, answered)
            && drawn.style == style
            && drawn.language == language
            && drawn.look == look
    });
    if !is_drawn {
        let subject = Subject {
            contents,
            words,
            matrix: ask.matrix,
            assessor: ask.assessor,
        };
        state.drawn = look
            .chart(&subject, &style, &answered.answer)
            .map(|chart| Drawn {
                ask: ask.clone(),
                answered: Arc::clone(answered),
                style,
                language,
                look,
                chart: Arc::new(chart),
            });
    }
}

/// The picture or its table, and the keyboard on it; the mark that was opened.
fn shown_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    state: &mut AnalysisScreen,
    chart: &Chart,
) -> Option<usize> {
    let (paint, words) = (cx.paint, cx.words());
    let opened = Frame::new()
        .fill(paint.surface)
        .stroke(egui::Stroke::new(1.0, paint.line))
        .corner_radius(egui::CornerRadius::same(super::theme::RADIUS))
        .inner_margin(Margin::same(1))
        .show(ui, |ui| {
            if state.chart.as_table {
                table::table_ui(ui, cx, chart, &mut state.chart)
            } else {
                chart::chart_ui(ui, paint, words, chart, &mut state.chart)
            }
        })
        .inner;
    let pane = if state.chart.as_table {
        table::table_id()
    } else {
        chart::chart_id()
    };
    if std::mem::take(&mut state.focus_chart) {
        ui.memory_mut(|memory| memory.request_focus(pane));
    }
    state.chart_focused = ui.memory(|memory| memory.has_focus(pane));
    opened
}

/// What the picture shows, and ways to take it along.
fn said_ui(ui: &mut Ui, cx: &mut Cx<'_>, chart: &Chart) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.add_space(6.0);
    ui.add(egui::Label::new(widgets::muted(chart.sentence.as_str(), paint).size(13.0)).wrap());
    ui.horizontal(|ui| {
        widgets::caption_ui(ui, paint, &words.analysis_save());
        for export in ChartExport::ALL {
            let key = export.0.ending();
            let button = ui.add(egui::Button::new(key.to_uppercase()));
            let name = words.say(&format!("analysis-save-{key}"));
            widgets::name_it(ui, &button, &name);
            if button.on_hover_text(name).clicked() {
                cx.act(Action::PickFile(Purpose::Export(export.into())));
            }
        }
    });
}

/// An answer is on its way: the picture before it stays to be seen, not to be read, and it can be stopped.
fn waiting_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    state: &AnalysisScreen,
    ask: &Ask,
    at: Option<(usize, usize)>,
) {
    let Cx {
        paint, workspace, ..
    } = *cx;
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
