//! What is said of the cell under the cursor, at the right of the grid.
//!
//! Texts live in the `Draft` while they are typed and go to the document when the field is left, on Ctrl+Enter, after
//! a short pause, and before anything else happens: nothing typed is lost.

use super::{MatrixScreen, Pane, voices};
use crate::Cx;
use crate::theme;
use crate::widgets;
use egui::{Key, Margin, Modifiers, RichText, ScrollArea, Stroke, TextEdit, Ui};
use ordito_document::{AssessmentChange, CellEdit, Edit};
use ordito_model::{
    Assessment, AssessmentKey, CellValue, CellsCause, Contents, Contribution, Source, SourceId,
    StepLabel, Subject,
};
use ordito_words::Say as _;
use ordito_workspace::Action;

/// Texts being typed, and of which cell.
#[derive(Debug, Default)]
pub struct Draft {
    pub(super) key: Option<AssessmentKey>,
    reason: String,
    mitigation: String,
    dirty: bool,
    /// Sent, and perhaps not yet in the cell.
    waits: bool,
    /// When the last key was struck, in seconds of the window's clock.
    since: f64,
    /// Both sides are entered although one is still zero.
    pub(super) two_sided: bool,
    pub(super) new_source: Option<NewSource>,
    pub(super) history: Option<(AssessmentKey, u64, Vec<String>)>,
    /// Which history is wanted, and since when.
    pub(super) history_wanted: Option<(AssessmentKey, u64, f64)>,
}

/// A source being typed, and the cell it is for: where the form was opened.
#[derive(Debug)]
pub struct NewSource {
    pub key: AssessmentKey,
    /// The cells that were selected then, this one among them.
    pub chosen: Vec<AssessmentKey>,
    pub citation: String,
    pub url: String,
    /// The form opens: its first field is to get the keyboard.
    pub fresh: bool,
}
impl NewSource {
    pub fn is_blank(&self) -> bool {
        self.citation.trim().is_empty() && self.url.trim().is_empty()
    }
    /// The source and its use in the cell as one step; none without a citation.
    pub fn edit(&self, contents: &Contents) -> Option<Action> {
        let citation = self.citation.trim();
        if citation.is_empty() {
            return None;
        }
        let id = SourceId::random();
        let source = Source {
            citation: citation.to_owned(),
            url: self.url.trim().to_owned(),
            ..Source::default()
        };
        let mut edits = vec![Edit::PutSource { id, source }];
        // A row or column that is gone meanwhile does not take the source with it.
        let is_there = |key: &AssessmentKey| {
            [key.row_key(), key.column_key()]
                .iter()
                .all(|line| contents.lines.contains_key(line))
        };
        let chosen: Vec<AssessmentKey> = self.chosen.iter().copied().filter(is_there).collect();
        edits.extend(cited(contents, &chosen, id));
        let label = StepLabel::Added {
            subject: Subject::Source,
            name: citation.to_owned(),
        };
        Some(Action::Edit(Edit::Together { label, edits }))
    }
}

/// Typing rests this long before it is sent.
const PAUSE_SECS: f64 = 0.8;
/// Lines of the title; the whole of a longer one is said when it is pointed at.
const TITLE_ROWS: usize = 2;
/// So many cells get a source at once.
const MOST_CITED: usize = 5_000;
/// As long as a text may be in the document.
const TEXT_LIMIT: usize = 100_000;

impl Draft {
    /// Sends what was typed as one step.
    pub fn send(&mut self, cx: &mut Cx<'_>) {
        let (true, Some(key)) = (self.dirty, self.key) else {
            return;
        };
        self.dirty = false;
        self.waits = true;
        let change = AssessmentChange {
            reason: Some(self.reason.clone()),
            mitigation: Some(self.mitigation.clone()),
            ..AssessmentChange::default()
        };
        cx.act(edit(key, change));
    }
    /// Sends a source that is being typed; its form closes.
    pub fn send_source(&mut self, cx: &mut Cx<'_>) {
        let Cx { contents, .. } = *cx;
        if let Some(action) = self
            .new_source
            .as_ref()
            .and_then(|form| form.edit(contents))
        {
            cx.act(action);
            self.new_source = None;
        }
    }
    fn load(&mut self, key: AssessmentKey, cell: &Assessment) {
        if self.key != Some(key) {
            self.key = Some(key);
            self.two_sided = false;
            self.waits = false;
        }
        // What was sent in this frame is not in the cell yet: the old text would take the caret with it.
        if !std::mem::take(&mut self.waits) && !self.dirty {
            if self.reason != cell.reason {
                self.reason.clone_from(&cell.reason);
            }
            if self.mitigation != cell.mitigation {
                self.mitigation.clone_from(&cell.mitigation);
            }
        }
    }
}

pub fn edit(key: AssessmentKey, change: AssessmentChange) -> Action {
    Action::Edit(Edit::SetCells {
        cause: CellsCause::Inspector,
        cells: vec![CellEdit { key, change }],
    })
}

pub fn inspector_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut MatrixScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let key = state.cursor_key();
    if state.draft.key != key {
        state.draft.send(cx);
    }
    let left = ui.max_rect().left();
    ui.painter().vline(
        left + 0.5,
        ui.max_rect().y_range(),
        Stroke::new(1.0, paint.line),
    );
    let diagonal = key.is_some_and(|key| key.row == key.column);
    let (Some(key), false, Some(contents)) = (key, diagonal, workspace.contents()) else {
        egui::Frame::new()
            .inner_margin(Margin::same(16))
            .show(ui, |ui| {
                let key = if diagonal {
                    "matrix-refused-diagonal"
                } else {
                    "matrix-inspector-fold"
                };
                ui.label(widgets::muted(words.say(key), paint));
            });
        return;
    };
    let blank = Assessment::default();
    let cell = contents.assessments.get(&key).unwrap_or(&blank);
    state.draft.load(key, cell);
    let read_only = workspace
        .document()
        .is_some_and(ordito_document::Document::is_read_only);
    // Title and scores stay where they are, from cell to cell and however far the rest is scrolled.
    let margin = |top, bottom| Margin {
        left: 16,
        right: 14,
        top,
        bottom,
    };
    egui::Frame::new()
        .inner_margin(margin(14, 0))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            title_ui(ui, cx, &key);
            ui.add_enabled_ui(!read_only, |ui| {
                if let Some(view) = &state.view {
                    super::score::score_ui(ui, cx, &view.scale, &mut state.draft, cell.value);
                }
            });
        });
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            egui::Frame::new()
                .inner_margin(margin(6, 14))
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 6.0;
                    if let Some(view) = &state.view {
                        super::score::meanings_ui(ui, cx, &view.scale, cell.value);
                    }
                    ui.add_enabled_ui(!read_only, |ui| {
                        qualities_ui(ui, cx, key, cell);
                        texts_ui(ui, cx, state, cell);
                        sources_ui(ui, cx, state, key, cell);
                    });
                    voices::voices_ui(ui, cx, state, &key);
                    voices::history_ui(ui, cx, state, &key);
                });
        });
}

fn title_ui(ui: &mut Ui, cx: &Cx<'_>, key: &AssessmentKey) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(contents) = workspace.contents() else {
        return;
    };
    let language = workspace.settings().language;
    let ((row_code, row), (column_code, column)) = (
        contents.item_label(key.row),
        contents.item_label(key.column),
    );
    // Without a code there is nothing to stand before the sign.
    let crossing = format!("{row_code} × {column_code}");
    let crossing = crossing.trim().trim_matches('×').trim().to_owned();
    let codes = RichText::new(if crossing.is_empty() {
        " ".to_owned()
    } else {
        crossing
    })
    .size(theme::CAPTION)
    .family(theme::semibold());
    let title = format!("{} → {}", row.get(language), column.get(language));
    // As tall for a short name as for a long one: the buttons below stay where they are from cell to cell.
    ui.label(codes.color(paint.muted));
    let font = egui::FontId::new(16.0, theme::bold());
    let row = ui.fonts_mut(|fonts| fonts.row_height(&font));
    let mut job =
        egui::text::LayoutJob::simple(title.clone(), font, paint.ink, ui.available_width());
    job.wrap.max_rows = TITLE_ROWS;
    let galley = ui.painter().layout_job(job);
    let (cut, height) = (galley.elided, galley.size().y);
    let response = ui.add(egui::Label::new(galley));
    widgets::name_it(ui, &response, &title);
    if cut {
        response.on_hover_text(title);
    }
    let name = contents
        .assessors
        .get(&key.assessor)
        .map(|assessor| assessor.name.as_str())
        .unwrap_or_default();
    ui.add(egui::Label::new(widgets::muted(name, paint).size(theme::CAPTION)).truncate());
    ui.add_space(2.0 + (row * TITLE_ROWS as f32 - height).max(0.0));
}

/// Direct or indirect, and how sure.
fn qualities_ui(ui: &mut Ui, cx: &mut Cx<'_>, key: AssessmentKey, cell: &Assessment) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            widgets::part_title_ui(ui, paint, &words.matrix_contribution());
            let labels: Vec<String> = Contribution::ALL.iter().map(|one| one.say(words)).collect();
            let now = cell
                .contribution
                .and_then(|now| Contribution::ALL.iter().position(|one| *one == now));
            let none = now.unwrap_or(usize::MAX);
            if let Some(i) =
                widgets::segmented_ui(ui, paint, &words.matrix_contribution(), &labels, none)
            {
                // The chosen one again takes it back.
                let contribution = Contribution::ALL.get(i).copied().filter(|_| now != Some(i));
                cx.act(edit(
                    key,
                    AssessmentChange {
                        contribution: Some(contribution),
                        ..Default::default()
                    },
                ));
            }
        });
        ui.add_space(4.0);
        ui.vertical(|ui| {
            let title = widgets::part_title_ui(ui, paint, &words.matrix_confidence());
            title.on_hover_text(words.matrix_confidence_text());
            let labels: Vec<String> = (1..=5).map(|level| words.numbers().count(level)).collect();
            let now = cell.confidence.map(|level| usize::from(level) - 1);
            let none = now.unwrap_or(usize::MAX);
            if let Some(i) =
                widgets::segmented_ui(ui, paint, &words.matrix_confidence(), &labels, none)
            {
                let confidence = if now == Some(i) {
                    None
                } else {
                    u8::try_from(i + 1).ok()
                };
                cx.act(edit(
                    key,
                    AssessmentChange {
                        confidence: Some(confidence),
                        ..Default::default()
                    },
                ));
            }
        });
    });
}

fn texts_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut MatrixScreen, cell: &Assessment) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let harms = matches!(cell.value, CellValue::Scored { tradeoff, .. } if tradeoff.0 < 0);
    let now = ui.input(|input| input.time);
    let mut leave = false;
    let with_mitigation = harms || !state.draft.mitigation.is_empty();
    for (label, is_reason) in [("matrix-reason", true), ("matrix-mitigation", false)] {
        if !is_reason && !with_mitigation {
            continue;
        }
        ui.add_space(2.0);
        widgets::part_title_ui(ui, paint, &words.say(label));
        let text = if is_reason {
            &mut state.draft.reason
        } else {
            &mut state.draft.mitigation
        };
        let area = TextEdit::multiline(text)
            .id(egui::Id::unique(label))
            .char_limit(TEXT_LIMIT)
            .desired_rows(if is_reason { 4 } else { 2 })
            .desired_width(ui.available_width() - 2.0)
            .margin(Margin::symmetric(8, 6));
        // Ctrl+Enter sends and goes back to the grid; the text must not get its line break.
        let sent = ui.memory(|memory| memory.has_focus(egui::Id::unique(label)))
            && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let response = ui.add(area);
        widgets::name_it(ui, &response, &words.say(label));
        if is_reason && state.focus == Some(Pane::Reason) {
            response.request_focus();
            response.scroll_to_me(None);
            state.focus = None;
        }
        if response.changed() {
            state.draft.dirty = true;
            state.draft.since = now;
        }
        leave |= sent;
        if response.lost_focus() || sent {
            state.draft.send(cx);
        }
    }
    if leave {
        state.focus = Some(Pane::Grid);
    }
    if state.draft.dirty {
        let left = PAUSE_SECS - (now - state.draft.since);
        if left <= 0.0 {
            state.draft.send(cx);
        } else {
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_secs_f64(left));
        }
    }
}

/// Sources of this cell, others of the document, a new one.
fn sources_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    state: &mut MatrixScreen,
    key: AssessmentKey,
    cell: &Assessment,
) {
    // Of a whole large matrix nobody cites one source.
    let mut chosen = state.selected_keys(MOST_CITED);
    if !chosen.contains(&key) {
        chosen = vec![key];
    }
    voices::sources_ui(ui, cx, (&mut state.draft, &chosen), key, cell);
}

/// One more source of these cells, as one step; nothing where all of them have it.
pub fn cite(contents: &Contents, keys: &[AssessmentKey], source: SourceId) -> Option<Action> {
    cited(contents, keys, source).map(Action::Edit)
}

fn cited(contents: &Contents, keys: &[AssessmentKey], source: SourceId) -> Option<Edit> {
    let cell = |key: &AssessmentKey| {
        let there = contents.assessments.get(key);
        let mut sources = there.map(|cell| cell.sources.clone()).unwrap_or_default();
        if sources.iter().any(|cited| cited.source == source) {
            return None;
        }
        sources.push(ordito_model::Cited {
            source,
            page: String::new(),
        });
        Some(CellEdit {
            key: *key,
            change: AssessmentChange {
                sources: Some(sources),
                ..AssessmentChange::default()
            },
        })
    };
    let cells: Vec<CellEdit> = keys.iter().filter_map(cell).collect();
    (!cells.is_empty()).then_some(Edit::SetCells {
        cause: CellsCause::Inspector,
        cells,
    })
}
