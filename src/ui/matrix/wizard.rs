//! A new matrix on one page: kind, rows, columns, scale, who scores. Also the list that rows and columns are picked
//! from when they are added later.

use super::toolbar::short;
use crate::Cx;
use crate::theme::Paint;
use crate::widgets;
use egui::{Align, Id, Layout, Margin, ScrollArea, TextEdit, Ui};
use ordito_document::Edit;
use ordito_ground::text::folded;
use ordito_model::{
    Assessor, AssessorId, AssessorKind, Axis, Contents, FrameworkId, Item, Matrix, MatrixId,
    MatrixKind, ScaleId, StepLabel, Subject,
};
use ordito_words::Say as _;
use ordito_workspace::{Action, Command, Workspace};
use std::collections::BTreeSet;

/// Items to choose from, in the order of their tree.
#[derive(Debug, Default, Clone)]
pub struct Pick {
    items: Vec<(usize, Item)>,
    pub chosen: BTreeSet<Item>,
    filter: String,
    /// For goals: the framework and the level shown; `None` shows all.
    framework: Option<FrameworkId>,
    level: Option<u8>,
    /// Another framework or level is taken whole: what a new matrix is usually about.
    whole: bool,
    policies: bool,
    /// Where there is nothing to choose: what was asked for instead.
    pub wanted: Option<Command>,
}

impl Pick {
    /// Policies or goals that are not in `there`.
    pub fn of(contents: &Contents, policies: bool, there: &BTreeSet<Item>) -> Self {
        let mut pick = Self {
            policies,
            ..Self::default()
        };
        if policies {
            pick.items = contents
                .policy_tree()
                .into_iter()
                .map(|(depth, id)| (depth, Item::Policy(id)))
                .collect();
        } else {
            let mut frameworks: Vec<_> = contents.frameworks.iter().collect();
            frameworks.sort_by_key(|(id, framework)| (framework.position, **id));
            for (id, _) in &frameworks {
                pick.items.extend(
                    contents
                        .goal_tree(**id)
                        .into_iter()
                        .map(|(depth, id)| (depth, Item::Goal(id))),
                );
            }
            // Begin with what most people score against: the level of goals of the first framework.
            pick.framework = frameworks.first().map(|(id, _)| **id);
            pick.level = frameworks
                .first()
                .map(|(_, framework)| u8::from(framework.levels.len() > 2));
        }
        pick.items.retain(|(_, item)| !there.contains(item));
        pick
    }
    /// Chooses the whole level of the framework, or nothing.
    fn choose_afresh(&mut self, contents: &Contents) {
        let fits = |item: &Item| {
            let goal = item.goal().and_then(|id| contents.goals.get(&id));
            goal.is_some_and(|goal| {
                Some(goal.framework) == self.framework && Some(goal.level) == self.level
            })
        };
        self.chosen = self
            .items
            .iter()
            .map(|(_, item)| *item)
            .filter(|item| self.whole && fits(item))
            .collect();
    }
    /// The chosen ones in the order of their tree.
    pub fn in_order(&self) -> Vec<Item> {
        self.items
            .iter()
            .map(|(_, item)| *item)
            .filter(|item| self.chosen.contains(item))
            .collect()
    }
    fn seen(&self, contents: &Contents, workspace: &Workspace) -> Vec<(usize, Item, String)> {
        let wanted = folded(self.filter.trim());
        let language = workspace.settings().language;
        self.items
            .iter()
            .filter(
                |(_, item)| match item.goal().and_then(|id| contents.goals.get(&id)) {
                    Some(goal) => {
                        self.framework
                            .is_none_or(|framework| goal.framework == framework)
                            && self.level.is_none_or(|level| goal.level == level)
                    }
                    None => true,
                },
            )
            .filter_map(|(depth, item)| {
                let (code, label) = contents.item_label(*item);
                let text = format!("{code} {}", label.get(language));
                let fits = wanted.is_empty() || folded(&text).contains(&wanted);
                let depth = if self.level.is_some() { 0 } else { *depth };
                fits.then(|| (depth, *item, text.trim().to_owned()))
            })
            .collect()
    }

    pub fn pick_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, name: &str, height: f32) {
        let Cx {
            paint, workspace, ..
        } = *cx;
        let Some(contents) = workspace.contents() else {
            return;
        };
        let words = workspace.words();
        let width = ui.available_width();
        if self.framework.is_some() {
            self.frameworks_ui(ui, workspace, contents, name);
        }
        widgets::line_edit_ui(
            ui,
            &format!("{name}: {}", words.matrix_pick_filter()),
            &mut self.filter,
            &words.matrix_pick_filter(),
            width - 18.0,
        );
        let seen = self.seen(contents, workspace);
        ui.horizontal(|ui| {
            let chosen = self.chosen.len();
            if ui.link(words.matrix_pick_all()).clicked() {
                self.chosen.extend(seen.iter().map(|(_, item, _)| *item));
            }
            if ui.link(words.matrix_pick_none()).clicked() {
                self.chosen.clear();
            }
            widgets::caption_ui(ui, paint, &words.matrix_pick_count(chosen));
        });
        if self.items.is_empty() {
            self.nothing_ui(ui, cx);
            return;
        }
        let row = 28.0;
        ui.push_id(name, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, false])
                .show_rows(ui, row, seen.len(), |ui, range| {
                    for (depth, item, text) in seen.get(range).unwrap_or_default() {
                        ui.horizontal(|ui| {
                            ui.set_height(row);
                            ui.add_space(*depth as f32 * 16.0);
                            let mut on = self.chosen.contains(item);
                            // A long name is cut, or it would push the lists and the window apart.
                            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
                            let shown = egui::Checkbox::new(&mut on, text.as_str());
                            let response = ui.add(shown);
                            widgets::name_it(ui, &response, text);
                            if response.on_hover_text(text).changed() {
                                if on {
                                    self.chosen.insert(*item);
                                } else {
                                    self.chosen.remove(item);
                                }
                            }
                        });
                    }
                });
        });
    }

    /// Nothing to choose from: says where it comes from, and leads there.
    fn nothing_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let Cx {
            paint, workspace, ..
        } = *cx;
        let words = workspace.words();
        let key = if self.policies {
            "matrix-pick-no-policies"
        } else {
            "matrix-pick-no-goals"
        };
        ui.add(egui::Label::new(widgets::muted(words.say(key), paint)).wrap());
        let ways: &[Command] = if self.policies {
            &[
                Command::AddPolicy,
                Command::ImportPolicies,
                Command::PastePolicies,
            ]
        } else {
            &[Command::AddFramework, Command::ImportFramework]
        };
        ui.horizontal_wrapped(|ui| {
            for command in ways {
                if widgets::button_ui(ui, &words.say(command.key())).clicked() {
                    self.wanted = Some(*command);
                }
            }
        });
    }

    fn frameworks_ui(
        &mut self,
        ui: &mut Ui,
        workspace: &Workspace,
        contents: &Contents,
        name: &str,
    ) {
        let language = workspace.settings().language;
        let words = workspace.words();
        let width = (ui.available_width() - 72.0) / 2.0;
        ui.horizontal(|ui| {
            let framework = self.framework.and_then(|id| contents.frameworks.get(&id));
            let shown = framework
                .map(|framework| short(framework.name.get(language), 22))
                .unwrap_or_default();
            let combo = widgets::combo((name, "framework"))
                .width(width)
                .truncate()
                .selected_text(shown);
            let response = combo.show_ui(ui, |ui| {
                let mut all: Vec<_> = contents.frameworks.iter().collect();
                all.sort_by_key(|(id, framework)| (framework.position, **id));
                for (id, framework) in all {
                    if ui
                        .selectable_label(self.framework == Some(*id), framework.name.get(language))
                        .clicked()
                    {
                        self.framework = Some(*id);
                        self.level = Some(u8::from(framework.levels.len() > 2));
                        self.choose_afresh(contents);
                    }
                }
            });
            widgets::name_it(
                ui,
                &response.response,
                &format!("{name}: {}", words.matrix_wizard_framework()),
            );
            let Some(framework) = framework else { return };
            let level_name = |level: u8| {
                framework
                    .levels
                    .get(usize::from(level))
                    .map(|label| label.get(language))
            };
            let shown = self
                .level
                .and_then(level_name)
                .map_or_else(|| words.matrix_wizard_levels(), str::to_owned);
            let combo = widgets::combo((name, "level"))
                .width(width)
                .truncate()
                .selected_text(shown);
            let response = combo.show_ui(ui, |ui| {
                if ui
                    .selectable_label(self.level.is_none(), words.matrix_wizard_levels())
                    .clicked()
                {
                    self.level = None;
                }
                for level in 0..framework.levels.len().min(255) as u8 {
                    let text = level_name(level).unwrap_or_default();
                    if ui
                        .selectable_label(self.level == Some(level), text)
                        .clicked()
                    {
                        self.level = Some(level);
                        self.choose_afresh(contents);
                    }
                }
            });
            widgets::name_it(
                ui,
                &response.response,
                &format!("{name}: {}", words.matrix_wizard_level()),
            );
        });
    }
}

/// The assessor of a document that has none yet: the office of whoever sits here, else the person.
fn usual_assessor(workspace: &Workspace) -> String {
    let signature = &workspace.settings().signature;
    let office = signature.office.trim();
    if office.is_empty() {
        signature.person.trim().to_owned()
    } else {
        office.to_owned()
    }
}

/// What is being chosen for a new matrix.
#[derive(Debug)]
pub struct Wizard {
    name: String,
    kind: MatrixKind,
    scale: Option<ScaleId>,
    rows: Pick,
    columns: Pick,
    assessors: BTreeSet<AssessorId>,
    new_assessor: String,
    shown: bool,
}

impl Wizard {
    pub fn of(workspace: &Workspace) -> Self {
        let mut wizard = Self {
            name: String::new(),
            kind: MatrixKind::PolicyGoal,
            scale: None,
            rows: Pick::default(),
            columns: Pick::default(),
            assessors: BTreeSet::new(),
            new_assessor: String::new(),
            shown: false,
        };
        if let Some(contents) = workspace.contents() {
            let mut scales: Vec<_> = contents.scales.iter().collect();
            scales.sort_by_key(|(id, scale)| (!scale.key.contains("nilsson"), **id));
            wizard.scale = scales.first().map(|(id, _)| **id);
            wizard.assessors = contents
                .assessors_in_order()
                .into_iter()
                .map(|(id, _)| id)
                .collect();
            if wizard.assessors.iter().all(|id| *id == AssessorId::AGREED) {
                // Somebody has to score before anything can be agreed: whoever sits here, unless they say otherwise.
                wizard.new_assessor = usual_assessor(workspace);
            }
            wizard.fresh_lists(contents);
        }
        wizard
    }

    fn fresh_lists(&mut self, contents: &Contents) {
        let nothing = BTreeSet::new();
        self.rows = Pick::of(contents, self.kind.holds_policies(Axis::Rows), &nothing);
        self.columns = Pick::of(contents, self.kind.holds_policies(Axis::Columns), &nothing);
        if self.kind.holds_policies(Axis::Rows) {
            // Whatever holds others is a heading; what is scored is at the ends of the tree.
            let parents: BTreeSet<Option<Item>> = self
                .rows
                .items
                .iter()
                .map(|(_, item)| contents.item_parent(*item))
                .collect();
            self.rows.chosen = self
                .rows
                .items
                .iter()
                .map(|(_, item)| *item)
                .filter(|item| !parents.contains(&Some(*item)))
                .collect();
        }
        if self.kind == MatrixKind::PolicyGoal {
            self.columns.whole = true;
            self.columns.choose_afresh(contents);
        }
    }

    /// Who scores in the new matrix first: who was named last, else who sits here, else the first in the list; the
    /// agreed scores only where there is nobody else.
    fn first_assessor(
        &self,
        workspace: &Workspace,
        contents: &Contents,
        new: Option<AssessorId>,
    ) -> AssessorId {
        let mine = [
            &workspace.settings().signature.office,
            &workspace.settings().signature.person,
        ];
        let is_mine = |name: &str| {
            mine.iter()
                .any(|mine| !mine.trim().is_empty() && folded(mine.trim()) == folded(name))
        };
        let others = contents.assessors_in_order().into_iter();
        let others: Vec<_> = others
            .filter(|(id, _)| *id != AssessorId::AGREED && self.assessors.contains(id))
            .collect();
        let own = others
            .iter()
            .find(|(_, assessor)| is_mine(assessor.name.trim()))
            .or_else(|| others.first());
        new.or_else(|| own.map(|(id, _)| *id))
            .unwrap_or(AssessorId::AGREED)
    }

    /// What the matrix is called when nobody names it.
    fn usual_name(&self, workspace: &Workspace, contents: &Contents) -> String {
        let words = workspace.words();
        let framework = self
            .columns
            .framework
            .and_then(|id| contents.frameworks.get(&id));
        let stem = match (self.kind, framework) {
            (MatrixKind::PolicyGoal, Some(framework)) => {
                let name = framework.name.get(words.language()).into();
                words.say_with("matrix-wizard-usual-name", &[("framework", name)])
            }
            _ => self.kind.say(words),
        };
        let taken = |name: &str| contents.matrices.values().any(|matrix| matrix.name == name);
        let numbered = (2..).map(|n| format!("{stem} {n}"));
        std::iter::once(stem.clone())
            .chain(numbered)
            .find(|name| !taken(name))
            .unwrap_or_default()
    }

    /// A new assessor's name and a button.
    fn new_assessor_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Cx {
            workspace,
            contents,
            ..
        } = *cx;
        let words = workspace.words();
        let name = words.matrix_wizard_new_assessor();
        // An id of its own: the field moves on with each name that is added before it, and keeps the keyboard.
        let field = ui.add(
            TextEdit::singleline(&mut self.new_assessor)
                .id(Id::unique("wizard-assessor"))
                .hint_text(&name)
                .desired_width(150.0)
                .margin(Margin::symmetric(8, 5)),
        );
        widgets::name_it(ui, &field, &name);
        let enter = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let ready = !self.new_assessor.trim().is_empty();
        let add = widgets::icon_button_ui(
            ui,
            &Paint::of(workspace.settings().look),
            egui_material_icons::icons::ICON_ADD,
            &words.matrix_add(),
            ready,
        );
        if ready
            && (add.clicked() || enter)
            && let Some((id, assessor)) = self.added_assessor(contents)
        {
            cx.act(Action::Edit(Edit::PutAssessor { id, assessor }));
            field.request_focus();
        }
    }

    /// The assessor whose name is typed, ticked.
    fn added_assessor(&mut self, contents: &Contents) -> Option<(AssessorId, Assessor)> {
        let name = std::mem::take(&mut self.new_assessor).trim().to_owned();
        if name.is_empty() {
            return None;
        }
        let id = AssessorId::random();
        let position = contents
            .assessors
            .values()
            .map(|assessor| assessor.position + 1)
            .max()
            .unwrap_or(0);
        self.assessors.insert(id);
        Some((
            id,
            Assessor {
                name,
                kind: AssessorKind::Office,
                note: String::new(),
                position,
            },
        ))
    }

    /// What was asked for where there is nothing to choose from.
    pub const fn take_wanted(&mut self) -> Option<Command> {
        match self.rows.wanted.take() {
            None => self.columns.wanted.take(),
            rows => rows,
        }
    }

    /// The new matrix and who scores in it first, when the dialog ends with one; `None` keeps it open.
    pub fn wizard_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
    ) -> Option<Option<(MatrixId, AssessorId)>> {
        let Cx {
            paint, workspace, ..
        } = *cx;
        let contents = workspace.contents()?;
        let words = workspace.words();
        let usual_name = self.usual_name(workspace, contents);
        let screen = ui.ctx().content_rect();
        ui.set_width((screen.width() - 120.0).min(860.0));
        widgets::title_ui(ui, paint, &words.matrix_wizard_title());
        let name_field = self.particulars_ui(ui, cx, &usual_name);
        let height = (screen.height() - 440.0).clamp(120.0, 360.0);
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                for (ui, key, pick) in [
                    (left, "axis-rows", &mut self.rows),
                    (right, "axis-columns", &mut self.columns),
                ] {
                    // Columns justify what is in them; texts begin at the left.
                    ui.with_layout(Layout::top_down(Align::Min), |ui| {
                        widgets::part_title_ui(ui, paint, &words.say(key));
                        pick.pick_ui(ui, cx, &words.say(key), height);
                    });
                }
            }
        });
        ui.add_space(8.0);
        let (rows, columns) = (self.rows.in_order(), self.columns.in_order());
        ui.horizontal(|ui| {
            let cancel = widgets::button_ui(ui, &words.button_cancel()).clicked();
            let typed = self.name.trim();
            let name = if typed.is_empty() {
                usual_name.clone()
            } else {
                typed.to_owned()
            };
            let ready = !rows.is_empty() && !columns.is_empty() && self.scale.is_some();
            let label = words.matrix_wizard_make();
            let make = widgets::default_button_ui(ui, paint, (&label, ready), Some(name_field));
            let cells = words.matrix_wizard_size(
                words.numbers().count(columns.len()),
                words.numbers().count(rows.len()),
            );
            widgets::caption_ui(ui, paint, &cells);
            if let (true, Some(scale)) = (make, self.scale) {
                return Some(Some(self.make(cx, name, scale, (rows, columns))));
            }
            cancel.then_some(None)
        })
        .inner
    }
    /// Name, kind, scale and who assesses.
    fn particulars_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, usual_name: &str) -> Id {
        let Cx {
            paint,
            workspace,
            contents,
            ..
        } = *cx;
        let words = workspace.words();
        let language = workspace.settings().language;
        let mut name_field = Id::NULL;
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                widgets::caption_ui(ui, paint, &words.matrix_wizard_name());
                let name = words.matrix_wizard_name();
                let field = widgets::line_edit_ui(ui, &name, &mut self.name, usual_name, 300.0);
                if !std::mem::replace(&mut self.shown, true) {
                    field.request_focus();
                }
                name_field = field.id;
            });
            ui.vertical(|ui| {
                widgets::caption_ui(ui, paint, &words.matrix_wizard_kind());
                let labels: Vec<String> =
                    MatrixKind::ALL.iter().map(|kind| kind.say(words)).collect();
                let chosen = MatrixKind::ALL
                    .iter()
                    .position(|kind| *kind == self.kind)
                    .unwrap_or(0);
                if let Some(kind) =
                    widgets::segmented_ui(ui, paint, &words.matrix_wizard_kind(), &labels, chosen)
                        .and_then(|i| MatrixKind::ALL.get(i))
                {
                    self.kind = *kind;
                    self.fresh_lists(contents);
                }
            });
        });
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                widgets::caption_ui(ui, paint, &words.matrix_wizard_scale());
                let name = |id: &ScaleId| {
                    contents
                        .scales
                        .get(id)
                        .map(|scale| scale.name.get(language).to_owned())
                };
                let shown = self.scale.as_ref().and_then(name).unwrap_or_default();
                let combo = widgets::combo("scale")
                    .width(300.0)
                    .truncate()
                    .selected_text(shown);
                let response = combo.show_ui(ui, |ui| {
                    for id in contents.scales.keys() {
                        let text = name(id).unwrap_or_default();
                        if ui.selectable_label(self.scale == Some(*id), text).clicked() {
                            self.scale = Some(*id);
                        }
                    }
                });
                widgets::name_it(ui, &response.response, &words.matrix_wizard_scale());
            });
            ui.vertical(|ui| {
                widgets::caption_ui(ui, paint, &words.matrix_wizard_assessors());
                ui.horizontal_wrapped(|ui| {
                    for (id, assessor) in contents.assessors_in_order() {
                        if id == AssessorId::AGREED {
                            continue;
                        }
                        let mut on = self.assessors.contains(&id);
                        if ui.checkbox(&mut on, &assessor.name).changed() {
                            if on {
                                self.assessors.insert(id)
                            } else {
                                self.assessors.remove(&id)
                            };
                        }
                    }
                    self.new_assessor_ui(ui, cx);
                });
            });
        });
        name_field
    }

    /// Makes the matrix as it is described: which it is, and whose scores are shown first.
    fn make(
        &mut self,
        cx: &mut Cx<'_>,
        name: String,
        scale: ScaleId,
        (rows, columns): (Vec<Item>, Vec<Item>),
    ) -> (MatrixId, AssessorId) {
        let Cx {
            workspace,
            contents,
            ..
        } = *cx;
        let id = MatrixId::random();
        // A name that was typed and not added is meant all the same.
        let mut edits = Vec::new();
        let new = self.added_assessor(contents);
        if let Some((new, assessor)) = &new {
            edits.push(Edit::PutAssessor {
                id: *new,
                assessor: assessor.clone(),
            });
        }
        let all = contents
            .assessors_in_order()
            .iter()
            .all(|(assessor, _)| self.assessors.contains(assessor));
        let matrix = Matrix {
            name: name.clone(),
            kind: self.kind,
            scale,
            position: 0,
            note: String::new(),
            illustrative: false,
            assessors: if all {
                Vec::new()
            } else {
                self.assessors.iter().copied().collect()
            },
        };
        let label = StepLabel::Added {
            subject: Subject::Matrix,
            name,
        };
        edits.push(Edit::AddMatrix {
            id,
            matrix,
            rows,
            columns,
        });
        cx.act(Action::Edit(Edit::Together { label, edits }));
        let first = self.first_assessor(workspace, contents, new.map(|(id, _)| id));
        (id, first)
    }
}
