//! The cells behind a mark: value, reason, mitigation, sources, confidence, and the way to each in the grid.

use super::AnalysisScreen;
use super::behind_pair;
use crate::Cx;
use crate::screen::Request;
use crate::theme;
use crate::widgets;
use egui::{
    Align2, CornerRadius, FontId, Frame, Margin, RichText, ScrollArea, Sense, Stroke, Ui, vec2,
};
use egui_material_icons::icons;
use ordito_model::{
    Assessment, AssessmentKey, AssessorId, Axis, CellValue, Contents, Item, MatrixId,
};
use ordito_pages::figure::chart::{Leads, Mark};
use ordito_workspace::{Action, AgendaCell, Ask};

/// Cells listed before one asks for more.
const AT_ONCE: usize = 40;

/// What a mark leads to.
#[derive(Debug)]
pub struct Behind {
    title: String,
    text: String,
    pub leads: Leads,
    pub matrix: MatrixId,
    pub assessor: AssessorId,
    shown: usize,
    /// The revision title and text are of: figures of before an edit are not said.
    of: u64,
    /// The cells, and the revision they are of.
    found: Option<(u64, Found)>,
}
impl Behind {
    pub fn of(mark: &Mark, ask: &Ask, revision: u64) -> Self {
        Self {
            title: mark.name.clone(),
            text: mark.text.clone(),
            leads: mark.leads.clone(),
            matrix: ask.matrix,
            assessor: ask.assessor,
            shown: AT_ONCE,
            of: revision,
            found: None,
        }
    }
    /// Takes over what the mark says now, if it is still the same one.
    pub fn keep_up(&mut self, revision: u64, mark: Option<&Mark>) {
        if self.of != revision
            && let Some(mark) = mark.filter(|mark| mark.leads == self.leads)
        {
            (self.title, self.text, self.of) = (mark.name.clone(), mark.text.clone(), revision);
        }
    }
    pub fn key(&self, (row, column): (Item, Item)) -> AssessmentKey {
        AssessmentKey {
            matrix: self.matrix,
            assessor: self.assessor,
            round: 0,
            row,
            column,
        }
    }
}

/// Scored crossings, strongest trade-off first, then strongest co-benefit; the others are counted.
#[derive(Debug, Default)]
struct Found {
    scored: Vec<AssessmentKey>,
    /// Where two rows meet, when it is a pair.
    goals: Vec<behind_pair::Goal>,
    not_applicable: usize,
    dont_know: usize,
    unscored: usize,
    /// Crossings that are pointed at themselves and hold no score.
    empty: Vec<AssessmentKey>,
}

fn find(contents: &Contents, behind: &Behind) -> Found {
    let lines = |axis| -> Vec<Item> {
        let all = contents.lines_of(behind.matrix, axis).into_iter();
        all.filter(|(_, line)| !line.hidden)
            .map(|(item, _)| item)
            .collect()
    };
    let cells: Vec<(Item, Item)> = match &behind.leads {
        Leads::Nowhere | Leads::Across(_) => Vec::new(),
        Leads::Cells(cells) => cells.clone(),
        Leads::Lines(Axis::Rows, rows) => {
            let columns = lines(Axis::Columns);
            rows.iter()
                .flat_map(|row| columns.iter().map(|column| (*row, *column)))
                .collect()
        }
        Leads::Lines(Axis::Columns, columns) => {
            let rows = lines(Axis::Rows);
            columns
                .iter()
                .flat_map(|column| rows.iter().map(|row| (*row, *column)))
                .collect()
        }
        // Goal by goal, as the two meet there.
        Leads::Pair(a, b) => {
            let goals = behind_pair::goals(contents, behind, *a, *b);
            goals
                .iter()
                .flat_map(|goal| [(*a, goal.column), (*b, goal.column)])
                .collect()
        }
    };
    let mut found = Found::default();
    if let Leads::Pair(a, b) = behind.leads {
        found.goals = behind_pair::goals(contents, behind, a, b);
    }
    let mut keys: Vec<AssessmentKey> = cells.into_iter().map(|cell| behind.key(cell)).collect();
    if let Leads::Across(across) = &behind.leads {
        keys.clone_from(across);
    }
    let mut scored: Vec<((i16, i16), AssessmentKey)> = Vec::new();
    for key in keys.into_iter().filter(|key| key.row != key.column) {
        let value = contents
            .assessments
            .get(&key)
            .map(|cell| cell.value)
            .unwrap_or_default();
        if !value.is_scored() && matches!(behind.leads, Leads::Cells(_)) {
            found.empty.push(key);
        }
        match value {
            CellValue::Unscored => found.unscored += 1,
            CellValue::NotApplicable => found.not_applicable += 1,
            CellValue::DontKnow => found.dont_know += 1,
            CellValue::Scored { benefit, tradeoff } => scored.push(((tradeoff.0, -benefit.0), key)),
        }
    }
    // The two cells of a goal stay together where two policies meet, those of a way where effects pass through goals.
    if !matches!(behind.leads, Leads::Pair(..) | Leads::Across(_)) {
        scored.sort_by_key(|(sides, _)| *sides);
    }
    found.scored = scored.into_iter().map(|(_, key)| key).collect();
    found
}

pub fn behind_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut AnalysisScreen) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let Some(mut behind) = state.behind.take() else {
        return;
    };
    let revision = workspace.revision();
    if behind.found.as_ref().is_none_or(|(of, _)| *of != revision) {
        behind.found = Some((revision, find(contents, &behind)));
    }
    let Some((_, found)) = &behind.found else {
        return;
    };
    let mut closed = title_ui(ui, cx, &behind.title);
    let elsewhere = crate::cover::is_covered(ui.ctx()) || ui.ctx().text_edit_focused();
    closed |= !elsewhere && ui.input(|input| input.key_pressed(egui::Key::Escape));
    if behind.of == revision {
        ui.add(egui::Label::new(widgets::muted(behind.text.as_str(), paint).size(13.0)).wrap());
    }
    ui.add_space(4.0);
    counts_ui(ui, cx, found);
    let (jump, more) = cells_ui(ui, cx, &behind, found);
    if more {
        behind.shown += AT_ONCE * 5;
    }
    if !closed {
        state.behind = Some(behind);
    }
    if let Some(key) = jump {
        cx.request(Request::ShowCell(key));
    }
}

/// What was pointed at; true when it is to be closed.
fn title_ui(ui: &mut Ui, cx: &Cx<'_>, title: &str) -> bool {
    let (paint, words) = (cx.paint, cx.words());
    let mut closed = false;
    ui.horizontal_top(|ui| {
        let room = ui.available_width() - 40.0;
        ui.vertical(|ui| {
            ui.set_width(room);
            let title = RichText::new(title)
                .family(theme::bold())
                .size(16.0)
                .color(paint.ink);
            ui.add(egui::Label::new(title).wrap());
        });
        closed = widgets::icon_button_ui(
            ui,
            paint,
            icons::ICON_CLOSE,
            &words.analysis_close_behind(),
            true,
        )
        .clicked();
    });
    closed
}

/// How many cells of which kind, and all of them to the agenda.
fn counts_ui(ui: &mut Ui, cx: &mut Cx<'_>, found: &Found) {
    let (paint, words) = (cx.paint, cx.words());
    widgets::part_title_ui(ui, paint, &words.analysis_cells(found.scored.len()));
    let others = [
        ("analysis-cells-na", found.not_applicable),
        ("analysis-cells-unknown", found.dont_know),
        ("analysis-cells-unscored", found.unscored),
    ];
    let others: Vec<String> = others
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(key, n)| words.say_with(key, &[("n", n.into())]))
        .collect();
    if !others.is_empty() {
        widgets::caption_ui(ui, paint, &others.join(" · "));
    }
    if found.scored.len() > 1 && widgets::button_ui(ui, &words.analysis_all_to_agenda()).clicked() {
        let cell = |key: &AssessmentKey| AgendaCell {
            matrix: key.matrix,
            row: key.row,
            column: key.column,
        };
        cx.act(Action::AddToAgenda(found.scored.iter().map(cell).collect()));
    }
}

/// The cells: the one that is asked for in the grid, and whether more are.
fn cells_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    behind: &Behind,
    found: &Found,
) -> (Option<AssessmentKey>, bool) {
    let (contents, words) = (cx.contents, cx.words());
    let mut jump = None;
    let mut more = false;
    ScrollArea::vertical()
        .id_salt("analysis-cells")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            if let Leads::Pair(a, b) = behind.leads {
                jump = behind_pair::goals_ui(ui, cx, behind, (a, b), &found.goals);
                return;
            }
            for key in found.scored.iter().take(behind.shown) {
                if let Some(said) = contents.assessments.get(key)
                    && cell_ui(ui, cx, &behind.leads, key, said)
                {
                    jump = Some(*key);
                }
            }
            for key in found.empty.iter().take(AT_ONCE) {
                let said = contents.assessments.get(key).cloned().unwrap_or_default();
                if cell_ui(ui, cx, &behind.leads, key, &said) {
                    jump = Some(*key);
                }
            }
            let left = found.scored.len().saturating_sub(behind.shown);
            more = left > 0 && ui.link(words.analysis_more_cells(left)).clicked();
        });
    (jump, more)
}

/// One cell; true when it is asked for in the grid.
pub fn cell_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    leads: &Leads,
    key: &AssessmentKey,
    said: &Assessment,
) -> bool {
    let Cx {
        paint, contents, ..
    } = *cx;
    let words = cx.words();
    let name = |item: Item| {
        let (code, label) = contents.item_label(item);
        format!("{code} {}", label.get(words.language()))
            .trim()
            .to_owned()
    };
    let both = format!("{} × {}", name(key.row), name(key.column));
    let title = match leads {
        Leads::Lines(Axis::Rows, rows) if rows.len() == 1 => name(key.column),
        Leads::Lines(Axis::Columns, columns) if columns.len() == 1 => name(key.row),
        Leads::Pair(..) => name(key.row),
        _ => both.clone(),
    };
    let mut jump = false;
    Frame::new()
        .stroke(Stroke::new(1.0, paint.line))
        .corner_radius(CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::symmetric(10, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.horizontal_top(|ui| {
                value_ui(ui, cx, key, said.value);
                let room = ui.available_width() - 76.0;
                ui.vertical(|ui| {
                    ui.set_width(room.max(60.0));
                    ui.add(
                        egui::Label::new(RichText::new(title).family(theme::semibold()).size(13.0))
                            .wrap(),
                    );
                });
                ui.spacing_mut().item_spacing.x = 2.0;
                let text = words.analysis_open_cell(both.as_str());
                jump =
                    widgets::icon_button_ui(ui, paint, icons::ICON_GRID_ON, &text, true).clicked();
                let cell = AgendaCell {
                    matrix: key.matrix,
                    row: key.row,
                    column: key.column,
                };
                agenda_mark_ui(ui, cx, cell, &both);
            });
            facts_ui(ui, cx, said);
        });
    jump
}

/// Puts a crossing on the agenda; one that is there shows it, and goes off with one click.
fn agenda_mark_ui(ui: &mut Ui, cx: &mut Cx<'_>, cell: AgendaCell, name: &str) {
    let words = cx.words();
    let is_there = cx.workspace.agenda().any(|each| each == cell);
    let (icon, text) = if is_there {
        (icons::ICON_CHECK, words.analysis_cell_off_agenda(name))
    } else {
        (
            icons::ICON_PLAYLIST_ADD,
            words.analysis_cell_to_agenda(name),
        )
    };
    let response = widgets::icon_button_ui(ui, cx.paint, icon, &text, true);
    if is_there {
        let stroke = Stroke::new(1.5, cx.paint.primary);
        let radius = CornerRadius::same(theme::RADIUS);
        let inside = egui::StrokeKind::Inside;
        ui.painter()
            .rect_stroke(response.rect, radius, stroke, inside);
    }
    if response.clicked() {
        cx.act(if is_there {
            Action::TakeFromAgenda(cell)
        } else {
            Action::AddToAgenda(vec![cell])
        });
    }
}

fn facts_ui(ui: &mut Ui, cx: &Cx<'_>, said: &Assessment) {
    let Cx {
        paint, contents, ..
    } = *cx;
    let words = cx.words();
    let reason = if said.reason.trim().is_empty() {
        words.analysis_no_reason()
    } else {
        said.reason.clone()
    };
    let ink = if said.reason.trim().is_empty() {
        paint.muted
    } else {
        paint.ink
    };
    ui.add(egui::Label::new(RichText::new(reason).size(13.0).color(ink)).wrap());
    if !said.mitigation.trim().is_empty() {
        let text = words.analysis_mitigation(said.mitigation.as_str());
        ui.add(egui::Label::new(RichText::new(text).size(13.0)).wrap());
    }
    let sources: Vec<String> = said
        .sources
        .iter()
        .filter_map(|cited| {
            let source = contents.sources.get(&cited.source)?;
            let text = if source.key.is_empty() {
                &source.citation
            } else {
                &source.key
            };
            Some(if cited.page.is_empty() {
                text.clone()
            } else {
                format!("{text}, p. {}", cited.page)
            })
        })
        .collect();
    let mut facts = Vec::new();
    if let Some(confidence) = said.confidence {
        facts.push(words.analysis_confidence(usize::from(confidence)));
    }
    facts.push(if sources.is_empty() {
        words.analysis_no_source()
    } else {
        words.analysis_sources(sources.join("; "))
    });
    ui.add(egui::Label::new(widgets::muted(facts.join(" · "), paint).size(theme::CAPTION)).wrap());
}

/// The value as in the grid: a number on the colour of its net.
fn value_ui(ui: &mut Ui, cx: &Cx<'_>, key: &AssessmentKey, value: CellValue) {
    let Cx {
        paint, contents, ..
    } = *cx;
    let text = cx.words().numbers().cell(value);
    let scale = contents
        .matrices
        .get(&key.matrix)
        .and_then(|matrix| contents.scales.get(&matrix.scale));
    let fill = scale
        .and_then(|scale| ordito_pages::figure::palette::cell_colour(value, scale, paint.look));
    let (rect, response) = ui.allocate_exact_size(vec2(48.0, 24.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &text));
    let (back, ink) = fill.map_or((paint.surface, paint.ink), |fill| {
        (
            theme::colour(fill),
            theme::colour(ordito_pages::figure::palette::text_on(fill)),
        )
    });
    ui.painter().rect_filled(rect, CornerRadius::same(4), back);
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        text,
        FontId::new(13.0, theme::bold()),
        ink,
    );
}
