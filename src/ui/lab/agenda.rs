//! The list of questions: where they come from, their order, minutes and outcomes.

use super::LabScreen;
use super::projection::outcome_words;
use crate::Cx;
use crate::kit::keys::{self, Move};
use crate::kit::pickers::{Choice, Manner, Picked, pick_ui};
use crate::theme;
use crate::widgets;
use egui::accesskit::Role;
use egui::{
    CornerRadius, DragValue, FontId, Key, Modifiers, RichText, ScrollArea, Sense, Ui, WidgetInfo,
    pos2, vec2,
};
use egui_material_icons::icons;
use ordito_analysis::propose;
use ordito_document::Edit;
use ordito_model::{
    AssessmentKey, AssessorId, Axis, CellValue, Contents, Item, LabId, MatrixId, Phase, Question,
    QuestionId,
};
use ordito_workspace::{Action, Workspace};
use std::collections::BTreeSet;

/// Where questions are taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum From {
    /// Most disagreement × most effect × missing first.
    #[default]
    Proposed,
    /// Put aside in the conflict finder.
    Aside,
    /// Selected in the grid.
    Selected,
    Unscored,
    Conflicts,
    NoReason,
    ByHand,
}
impl From {
    const ALL: [Self; 7] = [
        Self::Proposed,
        Self::Aside,
        Self::Selected,
        Self::Unscored,
        Self::Conflicts,
        Self::NoReason,
        Self::ByHand,
    ];
    const fn key(self) -> &'static str {
        match self {
            Self::Proposed => "lab-from-proposed",
            Self::Aside => "lab-from-aside",
            Self::Selected => "lab-from-selected",
            Self::Unscored => "lab-from-unscored",
            Self::Conflicts => "lab-from-conflicts",
            Self::NoReason => "lab-from-no-reason",
            Self::ByHand => "lab-from-hand",
        }
    }
}

/// What is about to be added.
#[derive(Debug)]
pub struct Adding {
    from: From,
    most: usize,
    minutes: u16,
    row: Option<Item>,
    column: Option<Item>,
    /// What the code or name of a row or column must have in it.
    filter: String,
    /// Notes of a question while they are written.
    notes: Option<(QuestionId, String)>,
}
impl Adding {
    /// The edit of notes that are written and kept nowhere else.
    pub fn edit(&mut self, contents: &Contents) -> Option<Edit> {
        let (id, notes) = self.notes.take()?;
        let before = contents
            .questions
            .get(&id)
            .filter(|question| question.notes != notes)?;
        Some(Edit::PutQuestions(vec![(
            id,
            Question {
                notes,
                ..before.clone()
            },
        )]))
    }
}
impl Default for Adding {
    fn default() -> Self {
        Self {
            from: From::default(),
            most: 10,
            minutes: 3,
            row: None,
            column: None,
            filter: String::new(),
            notes: None,
        }
    }
}

/// Height of a field, so that words beside it stand at its middle.
const FIELD: f32 = 32.0;
const ROW: f32 = 34.0;
/// Where policy and goal stand below each other.
const TALL_ROW: f32 = 50.0;
/// A narrower list has no room for both in a line.
const NARROW: f32 = 620.0;
/// Questions that a page key goes on by.
const PAGE: usize = 10;

pub fn agenda_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: LabId, state: &mut LabScreen) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let agenda = contents.questions_of(id);
    let minutes: usize = agenda
        .iter()
        .map(|(_, question)| usize::from(question.minutes))
        .sum();
    ui.horizontal(|ui| {
        let done = agenda
            .iter()
            .filter(|(_, question)| question.phase() == Phase::Closed)
            .count();
        ui.label(widgets::muted(
            words.lab_agenda_sum(done.to_string(), minutes.to_string(), agenda.len()),
            paint,
        ));
    });
    adding_ui(ui, cx, id, state);
    ui.add_space(4.0);
    if agenda.is_empty() {
        widgets::empty_ui(
            ui,
            paint,
            icons::ICON_FORMAT_LIST_NUMBERED,
            &words.lab_agenda_empty(),
            &words.lab_agenda_empty_text(),
            |_| {},
        );
        return;
    }
    let chosen = agenda
        .iter()
        .zip(1_usize..)
        .find(|((id, _), _)| state.question == Some(*id));
    let chosen = chosen.map(|((id, question), n)| (*id, *question, n));
    if chosen.is_some() {
        egui::Panel::bottom("lab-question-notes")
            .frame(egui::Frame::new())
            .show_separator_line(false)
            .show(ui, |ui| {
                notes_ui(ui, cx, chosen, state);
            });
    }
    list_ui(ui, cx, &agenda, state);
}

/// Notes of the chosen question: what the presenter's side shows and nothing that is projected or printed.
fn notes_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    chosen: Option<(QuestionId, &Question, usize)>,
    state: &mut LabScreen,
) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let Some((id, question, n)) = chosen else {
        return;
    };
    let adding = &mut state.adding;
    if adding.notes.as_ref().is_some_and(|(of, _)| *of != id) {
        cx.extend(adding.edit(contents).map(Action::Edit));
    }
    let name = workspace.words().lab_question_notes(n.to_string());
    widgets::caption_ui(ui, paint, &name);
    let (_, text) = adding
        .notes
        .get_or_insert_with(|| (id, question.notes.clone()));
    let response = widgets::text_area_ui(ui, &name, text, 2, ui.available_width() - 20.0);
    if !response.has_focus() {
        cx.extend(adding.edit(contents).map(Action::Edit));
    }
}

fn adding_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: LabId, state: &mut LabScreen) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let Some(matrix) = contents.labs.get(&id).map(|lab| lab.matrix) else {
        return;
    };
    ui.horizontal_wrapped(|ui| {
        // Words stand at the middle of the fields beside them.
        ui.spacing_mut().interact_size.y = FIELD;
        let name = words.lab_from();
        let from = &mut state.adding.from;
        let combo = widgets::combo("lab-from")
            .width(260.0)
            .selected_text(words.say(from.key()))
            .show_ui(ui, |ui| {
                for each in From::ALL {
                    ui.selectable_value(from, each, words.say(each.key()));
                }
            });
        widgets::name_it(ui, &combo.response, &name);
        let adding = &mut state.adding;
        // By hand the pickers stand below, as wide as the room.
        if adding.from != From::ByHand {
            let label = words.lab_at_most();
            ui.label(&label);
            let response = ui.add(DragValue::new(&mut adding.most).range(1..=200));
            widgets::name_it(ui, &response, &label);
            let hint = words.lab_filter_hint();
            widgets::line_edit_ui(ui, &words.lab_filter(), &mut adding.filter, &hint, 120.0)
                .on_hover_text(words.lab_filter());
        }
        let label = words.lab_minutes_each();
        ui.label(&label);
        let response = ui.add(DragValue::new(&mut adding.minutes).range(1..=120));
        widgets::name_it(ui, &response, &label);
        if widgets::button_ui(ui, &words.lab_add()).clicked() {
            let questions = new_questions(cx, id, matrix, state);
            if questions.is_empty() {
                let text = words.lab_nothing_to_add();
                let notice =
                    ordito_workspace::Notice::new(ordito_workspace::Severity::Warning, text);
                cx.act(Action::Notify(notice));
            } else {
                // The first of the new ones is shown, so that it is seen that they came.
                state.question = questions.first().map(|(id, _)| *id);
                state.shows_question = true;
                let text = words.lab_added(questions.len());
                let done = ordito_workspace::Severity::Done;
                cx.act(Action::Edit(Edit::PutQuestions(questions)));
                cx.act(Action::Notify(ordito_workspace::Notice::new(done, text)));
            }
        }
    });
    if state.adding.from == From::ByHand {
        by_hand_ui(ui, cx, matrix, &mut state.adding);
    }
    widgets::caption_ui(
        ui,
        paint,
        &words.say(&format!("{}-text", state.adding.from.key())),
    );
}

/// A row and a column, each chosen from a list with a search.
fn by_hand_ui(ui: &mut Ui, cx: &Cx<'_>, matrix: MatrixId, adding: &mut Adding) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let label = |item: Item| {
        let (code, label) = contents.item_label(item);
        format!("{code} {}", label.get(words.language()))
            .trim()
            .to_owned()
    };
    ui.horizontal(|ui| {
        let width = (ui.available_width() - ui.spacing().item_spacing.x) / 2.0;
        for (axis, key, chosen) in [
            (Axis::Rows, "lab-hand-row", &mut adding.row),
            (Axis::Columns, "lab-hand-column", &mut adding.column),
        ] {
            let name = words.say(key);
            let shown = chosen.map_or_else(|| name.clone(), label);
            ui.scope(|ui| {
                ui.set_width(width);
                let items: Vec<Item> = contents
                    .lines_of(matrix, axis)
                    .into_iter()
                    .map(|(item, _)| item)
                    .collect();
                let choices = || {
                    let choice = |item: &Item| Choice {
                        text: label(*item),
                        depth: 0,
                        chosen: *chosen == Some(*item),
                    };
                    items.iter().map(choice).collect()
                };
                let picked = pick_ui(ui, paint, words, &name, &shown, Manner::default(), choices);
                if let Some(Picked::One(at)) = picked {
                    *chosen = items.get(at).copied();
                }
            });
        }
    });
}

fn new_questions(
    cx: &Cx<'_>,
    id: LabId,
    matrix: MatrixId,
    state: &LabScreen,
) -> Vec<(QuestionId, Question)> {
    let Cx {
        workspace,
        contents,
        ..
    } = *cx;
    let adding = &state.adding;
    let asked: BTreeSet<(Item, Item)> = contents
        .questions_of(id)
        .into_iter()
        .map(|(_, question)| (question.row, question.column))
        .collect();
    let square = contents
        .matrices
        .get(&matrix)
        .is_some_and(|it| it.kind.is_square());
    let there = |(row, column): &(Item, Item)| {
        let has = |axis, item| {
            contents
                .lines
                .contains_key(&ordito_model::LineKey { matrix, axis, item })
        };
        has(Axis::Rows, *row) && has(Axis::Columns, *column) && !(square && row == column)
    };
    let agreed = |row, column| {
        contents.assessments.get(&AssessmentKey {
            matrix,
            assessor: AssessorId::AGREED,
            round: 0,
            row,
            column,
        })
    };
    let proposed = || {
        propose(contents, matrix)
            .into_iter()
            .map(|each| (each.row, each.column))
    };
    let crossings: Vec<(Item, Item)> = match adding.from {
        From::Proposed => proposed().collect(),
        From::Aside => workspace
            .agenda()
            .filter(|cell| cell.matrix == matrix)
            .map(|cell| (cell.row, cell.column))
            .collect(),
        From::Selected if cx.chosen.matrix == Some(matrix) => cx.chosen.crossings(),
        From::Selected => Vec::new(),
        From::Unscored => proposed()
            .filter(|(row, column)| {
                agreed(*row, *column).is_none_or(|cell| cell.value == CellValue::Unscored)
            })
            .collect(),
        From::Conflicts => proposed()
            .filter(|(row, column)| {
                let value = agreed(*row, *column).map(|cell| cell.value);
                value.is_some_and(
                    |value| matches!(value, CellValue::Scored { tradeoff, .. } if tradeoff.0 < 0),
                )
            })
            .collect(),
        From::NoReason => proposed()
            .filter(|(row, column)| {
                agreed(*row, *column)
                    .is_some_and(|cell| cell.value.is_scored() && cell.reason.trim().is_empty())
            })
            .collect(),
        From::ByHand => adding.row.zip(adding.column).into_iter().collect(),
    };
    let by_hand = matches!(adding.from, From::ByHand);
    let most = if by_hand { 1 } else { adding.most };
    let wanted = ordito_ground::text::folded(&adding.filter);
    let named = |item: Item| {
        let (code, label) = contents.item_label(item);
        ordito_ground::text::folded(&format!(
            "{code} {}",
            label.get(workspace.words().language())
        ))
        .contains(&wanted)
    };
    let mut seen = asked;
    crossings
        .into_iter()
        .filter(|crossing| by_hand || wanted.is_empty() || named(crossing.0) || named(crossing.1))
        .filter(|crossing| there(crossing) && seen.insert(*crossing))
        .take(most)
        .map(|(row, column)| {
            (
                QuestionId::random(),
                Question::new(id, row, column, adding.minutes),
            )
        })
        .collect()
}

/// Moves one question by one place.
fn moved(agenda: &[(QuestionId, &Question)], id: QuestionId, down: bool) -> Option<Edit> {
    let at = agenda.iter().position(|(each, _)| *each == id)?;
    let before = if down {
        agenda
            .get(at + 1)
            .map(|_| agenda.get(at + 2).map(|(id, _)| *id))?
    } else {
        Some(agenda.get(at.checked_sub(1)?)?.0)
    };
    Some(Edit::MoveQuestions {
        ids: vec![id],
        before,
    })
}

fn list_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    agenda: &[(QuestionId, &Question)],
    state: &mut LabScreen,
) {
    let words = cx.workspace.words();
    let list = ui.scope_id().with("lab-agenda");
    let own = &mut *state;
    // The list takes the keyboard as one stop, and keeps the arrows.
    let response = ui.interact(
        ui.available_rect_before_wrap(),
        list,
        Sense::focusable_noninteractive(),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::List, true, words.lab_agenda()));
    if response.has_focus() {
        press(ui, cx, (list, agenda), own);
    }
    let tall = row_height(ui);
    let mut area = ScrollArea::vertical().auto_shrink([false, false]);
    let chosen = agenda.iter().position(|(id, _)| own.question == Some(*id));
    if let Some(place) = chosen.filter(|_| own.shows_question) {
        own.shows_question = false;
        area = area.vertical_scroll_offset((place as f32 * tall - tall).max(0.0));
    }
    ui.spacing_mut().item_spacing.y = 2.0;
    area.show_rows(ui, tall - 2.0, agenda.len(), |ui, rows| {
        for place in rows.start..rows.end.min(agenda.len()) {
            line_ui(ui, cx, (list, agenda), place, own);
        }
    });
}

fn row_height(ui: &Ui) -> f32 {
    if ui.available_width() < NARROW {
        TALL_ROW
    } else {
        ROW
    }
}

/// One question of the list.
fn line_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (list, agenda): (egui::Id, &[(QuestionId, &Question)]),
    place: usize,
    own: &mut LabScreen,
) {
    let Some((id, question)) = agenda.get(place).copied() else {
        return;
    };
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let listens = ui.memory(|memory| memory.has_focus(list));
    let tall = row_height(ui);
    let size = vec2(ui.available_width(), tall - 2.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let text = rect.with_max_x(rect.right() - 250.0);
    let response = ui.interact(text, list.with(id), Sense::CLICK | Sense::DRAG);
    let chosen = own.question == Some(id);
    let name = |item: Item| {
        let (code, label) = contents.item_label(item);
        format!("{code} {}", label.get(words.language()))
            .trim()
            .to_owned()
    };
    let (row, column) = (name(question.row), name(question.column));
    let crossing = format!("{row} → {column}");
    let status = status_words(workspace, question);
    response.widget_info(|| {
        let said = format!("{}. {crossing}. {status}", place + 1);
        WidgetInfo::selected(Role::ListItem, true, chosen, said)
    });
    let (fill, colour) = if chosen {
        (paint.selected, paint.on_selected)
    } else {
        (paint.surface, paint.ink)
    };
    let radius = CornerRadius::same(theme::RADIUS);
    ui.painter().rect_filled(rect, radius, fill);
    if chosen && listens {
        let stroke = egui::Stroke::new(2.0, paint.primary);
        ui.painter()
            .rect_stroke(rect, radius, stroke, egui::StrokeKind::Inside);
    }
    let middle = rect.center().y;
    ui.painter().text(
        pos2(rect.left() + 34.0, middle),
        egui::Align2::RIGHT_CENTER,
        words.numbers().count(place + 1),
        FontId::new(13.0, theme::semibold()),
        colour,
    );
    // Where there is no room for both in a line, each has its own: none of them is lost.
    let lines = if tall > ROW {
        vec![row, format!("→ {column}")]
    } else {
        vec![crossing.clone()]
    };
    let n = lines.len() as f32;
    let mut cut = false;
    for (line, said) in (0_u8..).zip(lines) {
        let font = FontId::proportional(theme::BASE);
        let mut job = egui::text::LayoutJob::simple_singleline(said, font, colour);
        job.wrap = egui::text::TextWrapping::truncate_at_width((text.width() - 50.0).max(40.0));
        let galley = ui.painter().layout_job(job);
        cut |= galley.elided;
        let down = (f32::from(line) - (n - 1.0) / 2.0) * 20.0;
        let at = pos2(rect.left() + 44.0, middle + down - galley.size().y / 2.0);
        ui.painter().galley(at, galley, colour);
    }
    if cut {
        response.clone().on_hover_text(crossing);
    }
    if widgets::chosen(&response) {
        own.question = Some(id);
        ui.memory_mut(|memory| memory.request_focus(list));
    }
    if response.dragged() {
        response.dnd_set_drag_payload(id);
    }
    drop_ui(ui, cx, (agenda, place), rect, &response);
    tools_ui(ui, cx, agenda, (id, question, colour), rect);
}

/// The keys of the list.
fn press(
    ui: &Ui,
    cx: &mut Cx<'_>,
    (list, agenda): (egui::Id, &[(QuestionId, &Question)]),
    own: &mut LabScreen,
) {
    keys::keep_vertical(ui, list);
    for (down, way) in [(true, Move::Down), (false, Move::Up)] {
        if way.take(ui, Modifiers::ALT) > 0 {
            cx.extend(
                own.question
                    .and_then(|id| moved(agenda, id, down))
                    .map(Action::Edit),
            );
        }
    }
    let at = agenda
        .iter()
        .position(|(id, _)| own.question == Some(*id))
        .unwrap_or(0);
    if let Some((id, _)) =
        keys::line(ui, Some(at), agenda.len(), PAGE).and_then(|to| agenda.get(to))
    {
        own.question = Some(*id);
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete)) {
        cx.extend(
            own.question
                .map(|id| Action::Edit(Edit::DeleteQuestions(vec![id]))),
        );
    }
}

/// A question that is dragged over this one.
fn drop_ui(
    ui: &Ui,
    cx: &mut Cx<'_>,
    (agenda, i): (&[(QuestionId, &Question)], usize),
    rect: egui::Rect,
    response: &egui::Response,
) {
    let (paint, Some(id)) = (cx.paint, agenda.get(i).map(|(id, _)| *id)) else {
        return;
    };
    // Dragged down it goes below the one it is dropped on, dragged up above it; a line shows where.
    let below = |dragged: QuestionId| agenda.iter().take(i).any(|(id, _)| *id == dragged);
    if let Some(dragged) = response.dnd_hover_payload::<QuestionId>()
        && *dragged != id
    {
        let y = if below(*dragged) {
            rect.bottom() + 1.0
        } else {
            rect.top() - 1.0
        };
        ui.painter()
            .hline(rect.x_range(), y, egui::Stroke::new(2.0, paint.primary));
    }
    if let Some(dragged) = response.dnd_release_payload::<QuestionId>() {
        let before = if below(*dragged) {
            agenda.get(i + 1).map(|(id, _)| *id)
        } else {
            Some(id)
        };
        if *dragged != id {
            cx.act(Action::Edit(Edit::MoveQuestions {
                ids: vec![*dragged],
                before,
            }));
        }
    }
}

/// What is at the right end of a question: its state, its minutes, and buttons.
fn tools_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    agenda: &[(QuestionId, &Question)],
    (id, question, colour): (QuestionId, &Question, egui::Color32),
    rect: egui::Rect,
) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let (words, status) = (workspace.words(), status_words(workspace, question));
    let tools = egui::Rect::from_min_max(pos2(rect.right() - 248.0, rect.top()), rect.max);
    ui.scope_builder(
        egui::UiBuilder::new()
            .max_rect(tools)
            .layout(egui::Layout::right_to_left(egui::Align::Center)),
        |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            if widgets::icon_button_ui(
                ui,
                paint,
                icons::ICON_CLOSE,
                &words.lab_remove_question(),
                true,
            )
            .clicked()
            {
                cx.act(Action::Edit(Edit::DeleteQuestions(vec![id])));
            }
            for (icon, key, down) in [
                (icons::ICON_ARROW_DOWNWARD, "lab-move-down", true),
                (icons::ICON_ARROW_UPWARD, "lab-move-up", false),
            ] {
                let edit = moved(agenda, id, down);
                if widgets::icon_button_ui(ui, paint, icon, &words.say(key), edit.is_some())
                    .clicked()
                {
                    cx.extend(edit.map(Action::Edit));
                }
            }
            let mut minutes = question.minutes;
            let response = ui.add(DragValue::new(&mut minutes).range(1..=240).suffix(" min"));
            widgets::name_it(ui, &response, &words.lab_minutes_each());
            if minutes != question.minutes && !response.dragged() {
                let after = Question {
                    minutes,
                    ..question.clone()
                };
                cx.act(Action::Edit(Edit::PutQuestions(vec![(id, after)])));
            }
            ui.label(RichText::new(status).size(theme::CAPTION).color(colour));
        },
    );
}

fn status_words(workspace: &Workspace, question: &Question) -> String {
    let words = workspace.words();
    let round = |round: u16| [("round", usize::from(round).into())];
    match (question.phase(), &question.outcome) {
        (_, Some(outcome)) => {
            let (name, value) = outcome_words(workspace, outcome);
            format!("{name}: {value}")
        }
        (Phase::Collecting(n), _) => words.say_with("lab-status-collecting", &round(n)),
        (Phase::Revealed(n), _) => words.say_with("lab-status-revealed", &round(n)),
        _ => String::new(),
    }
}
