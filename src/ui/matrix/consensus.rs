//! Making the consensus: the dialog that says how, and the list of what is left to people.

use super::MatrixScreen;
use crate::Cx;
use crate::kit::list::List;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::accesskit::Role;
use egui::{CornerRadius, FontId, Response, RichText, ScrollArea, Sense, Ui, WidgetInfo, pos2};
use egui_material_icons::icons;
use ordito_analysis::{CellMet, ConsensusAsk, MetCrossing, Middle, Way, met};
use ordito_model::{AssessmentKey, AssessorId, CellValue, Contents, MatrixId, Points};
use ordito_words::messages::ConsensusCounts;
use ordito_workspace::said::Said as _;
use ordito_workspace::{Action, Command, ConsensusPlan, Workspace, assessors_who_answered};

/// How the consensus is to be made, as it stands in the dialog.
#[derive(Debug)]
pub struct Draft {
    matrix: MatrixId,
    /// Who answered, with how many cells, and whether they count.
    who: Vec<(AssessorId, usize, bool)>,
    /// Index into `WAYS`.
    way: usize,
    points: String,
    upper: bool,
    opposite_signs: bool,
    alone: bool,
    replace: bool,
    /// What it would do, and what that was worked out from.
    plan: Option<(u64, ConsensusAsk, bool, ConsensusPlan)>,
}

const WAYS: [&str; 3] = [
    "consensus-way-equal",
    "consensus-way-within",
    "consensus-way-median",
];

impl Draft {
    pub fn of(workspace: &Workspace, matrix: MatrixId) -> Self {
        let who = workspace
            .contents()
            .map(|contents| assessors_who_answered(contents, matrix))
            .unwrap_or_default();
        Self {
            matrix,
            who: who.into_iter().map(|(id, n)| (id, n, true)).collect(),
            way: 0,
            points: "1".to_owned(),
            upper: false,
            opposite_signs: false,
            alone: false,
            replace: false,
            plan: None,
        }
    }

    fn within(&self) -> Option<Points> {
        let value: f64 = self.points.trim().replace(',', ".").parse().ok()?;
        Points::try_from(value).ok().filter(|points| points.0 >= 0)
    }

    /// What is asked for; `None` while something of it cannot be.
    fn ask(&self) -> Option<ConsensusAsk> {
        let assessors: Vec<AssessorId> = self
            .who
            .iter()
            .filter(|(.., on)| *on)
            .map(|(id, ..)| *id)
            .collect();
        if assessors.is_empty() {
            return None;
        }
        Some(ConsensusAsk {
            fewest: if self.alone || assessors.len() == 1 {
                1
            } else {
                2
            },
            assessors,
            way: match self.way {
                0 => Way::Equal,
                1 => Way::Within(self.within()?),
                _ => Way::Median,
            },
            middle: if self.upper {
                Middle::Upper
            } else {
                Middle::Lower
            },
            opposite_signs: self.opposite_signs,
        })
    }

    fn planned(&mut self, workspace: &Workspace) -> Option<&ConsensusPlan> {
        let (ask, contents, now) = (self.ask()?, workspace.contents()?, workspace.revision());
        let known = matches!(&self.plan, Some((at, made_for, replace, _))
            if *at == now && *made_for == ask && *replace == self.replace);
        if !known {
            let plan =
                ConsensusPlan::of(contents, workspace.words(), self.matrix, &ask, self.replace);
            self.plan = Some((now, ask, self.replace, plan));
        }
        self.plan.as_ref().map(|(.., plan)| plan)
    }
}

/// What came of the dialog.
pub enum Ended {
    Going,
    Cancelled,
    /// The rest is listed.
    Made(Left),
}

pub fn dialog_ui(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Draft) -> Ended {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let (words, Some(contents)) = (workspace.words(), workspace.contents()) else {
        return Ended::Cancelled;
    };
    ui.set_width(560.0);
    widgets::title_ui(ui, paint, &words.consensus_title());
    ui.add(egui::Label::new(widgets::muted(words.consensus_text(), paint)).wrap());
    ui.add_space(4.0);
    widgets::part_title_ui(ui, paint, &words.consensus_who());
    if draft.who.is_empty() {
        ui.add(egui::Label::new(words.consensus_nobody()).wrap());
    }
    ScrollArea::vertical()
        .id_salt("consensus-who")
        .max_height(120.0)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (id, n, on) in &mut draft.who {
                let name = contents
                    .assessors
                    .get(id)
                    .map(|assessor| assessor.name.as_str())
                    .unwrap_or_default();
                let text = words.consensus_assessor(*n, name);
                ui.checkbox(on, text);
            }
        });
    rule_ui(ui, cx, draft);
    ui.add_space(8.0);
    let counts = draft.planned(workspace).map(|plan| said(plan, workspace));
    ui.add(egui::Label::new(counts.unwrap_or_else(|| words.consensus_not_ready())).wrap());
    ui.add_space(8.0);
    let n = draft.planned(workspace).map_or(0, |plan| plan.cells.len());
    let open = draft.planned(workspace).map_or(0, |plan| plan.open.len());
    ui.horizontal(|ui| {
        if widgets::button_ui(ui, &words.button_cancel()).clicked() {
            return Ended::Cancelled;
        }
        let label = words.consensus_make(n);
        let made = widgets::default_button_ui(ui, paint, (&label, n > 0), None);
        // Where all that can be filled is filled already, the list is still worth having.
        let listed =
            n == 0 && open > 0 && widgets::button_ui(ui, &words.consensus_list()).clicked();
        let (true, Some((_, ask, _, plan))) = (made || listed, &draft.plan) else {
            return Ended::Going;
        };
        cx.extend(plan.edit().filter(|_| made).map(Action::Edit));
        Ended::Made(Left {
            matrix: draft.matrix,
            ask: ask.clone(),
            crossings: plan.open.clone(),
            ..Left::default()
        })
    })
    .inner
}

fn rule_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    widgets::part_title_ui(ui, paint, &words.consensus_way());
    let labels: Vec<String> = WAYS.iter().map(|way| words.say(way)).collect();
    if let Some(way) = widgets::segmented_ui(ui, paint, &words.consensus_way(), &labels, draft.way)
    {
        draft.way = way;
    }
    if draft.way == 1 {
        ui.horizontal(|ui| {
            let name = words.consensus_points();
            ui.label(&name);
            let field = widgets::line_edit_ui(ui, &name, &mut draft.points, "", 48.0);
            if draft.within().is_none() {
                widgets::focus_ring(ui, paint, &field, 4);
                ui.label(
                    RichText::new(words.consensus_points_wrong())
                        .size(12.0)
                        .color(paint.danger),
                );
            }
        });
    }
    if draft.way > 0 {
        let name = words.consensus_middle();
        ui.horizontal(|ui| {
            ui.label(&name);
            let labels = [words.consensus_lower(), words.consensus_upper()];
            if let Some(i) =
                widgets::segmented_ui(ui, paint, &name, &labels, usize::from(draft.upper))
            {
                draft.upper = i == 1;
            }
        });
        ui.add(
            egui::Label::new(widgets::muted(words.consensus_middle_text(), paint).size(12.0))
                .wrap(),
        );
        ui.checkbox(&mut draft.opposite_signs, words.consensus_opposite());
    }
    ui.checkbox(&mut draft.alone, words.consensus_alone());
    ui.checkbox(&mut draft.replace, words.consensus_replace());
}

fn said(plan: &ConsensusPlan, workspace: &Workspace) -> String {
    let (words, numbers) = (workspace.words(), workspace.words().numbers());
    words.consensus_counts(ConsensusCounts {
        alike: &numbers.count(plan.n_alike),
        filled: &numbers.count(plan.cells.len()),
        kept: &numbers.count(plan.kept.len()),
        open: &numbers.count(plan.open.len()),
        same: &numbers.count(plan.n_same),
    })
}

/// Crossings that were left to people when the consensus was made; each leaves the list once it is agreed.
#[derive(Debug)]
pub struct Left {
    matrix: MatrixId,
    ask: ConsensusAsk,
    crossings: Vec<MetCrossing>,
    /// Places of those that are still open, and the revision they were looked at.
    open: Option<(u64, Vec<usize>)>,
    at: Option<usize>,
}
impl Default for Left {
    fn default() -> Self {
        let ask = ConsensusAsk {
            assessors: Vec::new(),
            way: Way::Equal,
            middle: Middle::default(),
            opposite_signs: false,
            fewest: 2,
        };
        Self {
            matrix: MatrixId::fixed(0),
            ask,
            crossings: Vec::new(),
            open: None,
            at: None,
        }
    }
}

impl Left {
    pub const fn is_empty(&self) -> bool {
        self.crossings.is_empty()
    }
    fn key(&self, crossing: &MetCrossing, assessor: AssessorId) -> AssessmentKey {
        AssessmentKey {
            matrix: self.matrix,
            assessor,
            round: 0,
            row: crossing.row,
            column: crossing.column,
        }
    }
    fn value(
        &self,
        contents: &Contents,
        crossing: &MetCrossing,
        assessor: AssessorId,
    ) -> CellValue {
        contents
            .assessments
            .get(&self.key(crossing, assessor))
            .map(|cell| cell.value)
            .unwrap_or_default()
    }
    fn refresh(&mut self, workspace: &Workspace, contents: &Contents) {
        let now = workspace.revision();
        if self.open.as_ref().is_none_or(|(at, _)| *at != now) {
            let is_open = |crossing: &MetCrossing| {
                let agreed = self.value(contents, crossing, AssessorId::AGREED);
                let there = contents
                    .lines
                    .contains_key(&self.key(crossing, AssessorId::AGREED).row_key())
                    && contents
                        .lines
                        .contains_key(&self.key(crossing, AssessorId::AGREED).column_key());
                there && !agreed.is_answered()
            };
            let open = (0..self.crossings.len())
                .filter(|at| self.crossings.get(*at).is_some_and(is_open))
                .collect();
            self.open = Some((now, open));
        }
    }
    /// What each said, and why that is no consensus, as it is now.
    fn line(
        &self,
        workspace: &Workspace,
        contents: &Contents,
        crossing: &MetCrossing,
    ) -> (String, String) {
        let words = workspace.words();
        let said: Vec<CellValue> = self
            .ask
            .assessors
            .iter()
            .map(|assessor| self.value(contents, crossing, *assessor))
            .collect();
        let name = |id: &AssessorId| {
            contents
                .assessors
                .get(id)
                .map_or("", |assessor| assessor.name.as_str())
        };
        let voices: Vec<String> = self
            .ask
            .assessors
            .iter()
            .zip(&said)
            .filter(|(_, value)| value.is_answered())
            .map(|(id, value)| format!("{} {}", name(id), words.numbers().cell(*value)))
            .collect();
        let scale = contents
            .matrices
            .get(&self.matrix)
            .and_then(|matrix| contents.scales.get(&matrix.scale));
        let why = match scale.and_then(|scale| met(&said, scale, &self.ask)) {
            Some(CellMet::Left(why)) => why.say(words),
            Some(CellMet::In { value, .. }) => words.consensus_now(words.numbers().cell(value)),
            None => String::new(),
        };
        let item = |item| {
            let (code, label) = contents.item_label(item);
            format!("{code} {}", label.get(words.language()))
                .trim()
                .to_owned()
        };
        (
            format!("{} × {}", item(crossing.row), item(crossing.column)),
            format!("{} · {why}", voices.join(" · ")),
        )
    }
}

pub const PANEL: f32 = 190.0;
const ROW: f32 = 26.0;

/// The list below the grid. Returns the cell that was asked for.
pub fn left_ui(ui: &mut Ui, cx: &mut Cx<'_>, left: &mut Left) -> (Option<AssessmentKey>, bool) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let (words, Some(contents)) = (workspace.words(), workspace.contents()) else {
        return (None, true);
    };
    left.refresh(workspace, contents);
    let open: Vec<usize> = left
        .open
        .as_ref()
        .map(|(_, open)| open.clone())
        .unwrap_or_default();
    let closed = left_head_ui(ui, cx, open.len());
    if open.is_empty() {
        ui.label(widgets::muted(words.consensus_all_decided(), paint));
        return (None, closed);
    }
    let id = ui.scope_id().with("consensus-left");
    let name = words.consensus_left_list();
    left.at = left.at.filter(|at| *at < open.len());
    let mut list = List {
        id,
        name: &name,
        role: Role::ListBox,
        row: ROW,
        n: open.len(),
        at: left.at,
    };
    let pressed = list.keys(ui);
    if pressed.to.is_some() {
        (list.at, left.at) = (pressed.to, pressed.to);
    }
    let mut wanted = left.at.filter(|_| pressed.enter);
    let area = ScrollArea::vertical()
        .id_salt("consensus-left")
        .auto_shrink([false, false]);
    let crossing = |i: usize| open.get(i).and_then(|at| left.crossings.get(*at));
    let line_id = |i: usize| id.with(crossing(i).map(|crossing| (crossing.row, crossing.column)));
    let mut clicked = None;
    list.show(
        ui,
        paint,
        area,
        pressed.to.is_some(),
        line_id,
        |ui, i, rect| {
            let Some(crossing) = crossing(i) else {
                return false;
            };
            let said = left.line(workspace, contents, crossing);
            let response = ui.interact(rect, line_id(i), Sense::CLICK);
            left_line_ui(ui, paint, &response, said, left.at == Some(i));
            if response.clicked() {
                clicked = Some(i);
            }
            response.clicked()
        },
    );
    if clicked.is_some() {
        left.at = clicked;
        wanted = clicked;
    }
    let wanted = wanted
        .and_then(|i| open.get(i))
        .and_then(|at| left.crossings.get(*at));
    (
        wanted.map(|crossing| left.key(crossing, AssessorId::AGREED)),
        closed,
    )
}

/// What is listed, with the way back to the dialog; true when the list is closed.
fn left_head_ui(ui: &mut Ui, cx: &mut Cx<'_>, n: usize) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let mut closed = false;
    ui.horizontal(|ui| {
        widgets::part_title_ui(ui, paint, &words.consensus_left(n));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            closed = widgets::icon_button_ui(
                ui,
                paint,
                icons::ICON_CLOSE,
                &words.consensus_close(),
                true,
            )
            .clicked();
            if widgets::button_ui(ui, &words.say(Command::MakeConsensus.key())).clicked() {
                cx.ask(Command::MakeConsensus);
            }
        });
    });
    closed
}

/// One crossing: where it is, and what each said of it.
fn left_line_ui(
    ui: &Ui,
    paint: &Paint,
    response: &Response,
    (place, said): (String, String),
    chosen: bool,
) {
    let rect = response.rect;
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::ListBoxOption,
            true,
            chosen,
            format!("{place}: {said}"),
        )
    });
    if chosen || response.hovered() {
        let fill = if chosen { paint.selected } else { paint.canvas };
        ui.painter()
            .rect_filled(rect, CornerRadius::same(theme::RADIUS), fill);
    }
    let ink = if chosen { paint.on_selected } else { paint.ink };
    let half = rect.left() + rect.width() * 0.45;
    for (text, from, to, ink) in [
        (place, rect.left() + 8.0, half, ink),
        (said, half + 12.0, rect.right(), ink),
    ] {
        let font = FontId::proportional(theme::BASE);
        let mut job = egui::text::LayoutJob::simple_singleline(text, font, ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(to - from - 8.0);
        let galley = ui.painter().layout_job(job);
        ui.painter().galley(
            pos2(from, rect.center().y - galley.size().y / 2.0),
            galley,
            ink,
        );
    }
}

/// Opens the dialog for the matrix on screen.
pub fn open(workspace: &Workspace, state: &MatrixScreen) -> Option<Draft> {
    state.matrix.map(|matrix| Draft::of(workspace, matrix))
}
