//! The button of a side and the lists to choose another from.

use super::start::{defaults, lines, matrices, of_file, original, who};
use super::{CompareScreen, Mode, names, picked_on};
use crate::Cx;
use crate::widgets;
use egui::{Popup, PopupCloseBehavior, ScrollArea, Ui, vec2};
use ordito_model::StepNumber;
use ordito_workspace::{Action, Command, Origin, Other, Purpose, SideAsk, Workspace};

/// The lists a side of a mode is chosen from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    File,
    Moment,
    Matrix,
    Assessor,
    Line,
}
impl Part {
    const fn key(self) -> &'static str {
        match self {
            Self::File => "compare-part-file",
            Self::Moment => "compare-part-moment",
            Self::Matrix => "compare-part-matrix",
            Self::Assessor => "compare-part-assessor",
            Self::Line => "compare-part-line",
        }
    }
}
const fn parts(mode: Mode) -> &'static [Part] {
    match mode {
        Mode::Matrices | Mode::Assessors => &[Part::Matrix, Part::Assessor],
        Mode::Versions => &[Part::Moment, Part::Matrix, Part::Assessor],
        Mode::Policies | Mode::Goals => &[Part::Line, Part::Matrix, Part::Assessor],
        Mode::Files => &[Part::File, Part::Moment, Part::Matrix, Part::Assessor],
    }
}
/// Whether all sides of a mode share this.
const fn is_common(mode: Mode, part: Part) -> bool {
    match mode {
        Mode::Matrices | Mode::Files => false,
        Mode::Assessors => matches!(part, Part::Matrix),
        Mode::Versions | Mode::Policies | Mode::Goals => {
            matches!(part, Part::Matrix | Part::Assessor)
        }
    }
}

/// The button of a side; a click shows what it can be.
pub fn chooser_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    state: &mut CompareScreen,
    index: usize,
    width: f32,
) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Some(side) = state.sides.get(index).cloned() else {
        return;
    };
    let letter = names::letter(index);
    let name = names::side(workspace, state.mode, &side);
    ui.label(widgets::muted(letter, paint));
    let response = ui
        .scope(|ui| {
            ui.set_max_width(width);
            widgets::drop_button_ui(ui, paint, &name)
        })
        .inner;
    let label = words.compare_side(name, letter);
    widgets::name_it(ui, &response, &label);
    let response = response.on_hover_text(names::whole(workspace, &side).join("\n"));
    let mut chosen: Option<(Part, SideAsk)> = None;
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.horizontal_top(|ui| {
                for part in parts(state.mode) {
                    ui.vertical(|ui| {
                        ui.set_width(match part {
                            Part::Moment => 400.0,
                            Part::Line => 280.0,
                            _ => 200.0,
                        });
                        let title = if is_common(state.mode, *part) {
                            words.compare_part_common(words.say(part.key()))
                        } else {
                            words.say(part.key())
                        };
                        widgets::caption_ui(ui, paint, &title);
                        if let Some(side) = part_ui(ui, cx, (state.mode, *part), &side) {
                            chosen = Some((*part, side));
                        }
                    });
                }
            });
            if state.sides.len() > 2 && index > 0 {
                ui.separator();
                if widgets::button_ui(ui, &words.compare_remove_side()).clicked() {
                    state.sides.remove(index);
                    state.against = state.against.min(state.sides.len() - 1);
                    ui.close();
                }
            }
        });
    if let Some((part, to)) = chosen {
        take(workspace, state, index, part, to);
    }
}

/// A side was chosen anew: what sides share changes on all of them.
fn take(workspace: &Workspace, state: &mut CompareScreen, index: usize, part: Part, to: SideAsk) {
    let common = is_common(state.mode, part);
    if common && part == Part::Matrix && state.mode.picks().is_some() {
        state.sides = defaults(workspace, state.mode, Some((to.matrix, to.assessor)));
        state.against = 1;
        return;
    }
    for (at, side) in state.sides.iter_mut().enumerate() {
        if at == index {
            *side = to.clone();
        } else if common && part == Part::Matrix {
            side.matrix = to.matrix;
        } else if common && part == Part::Assessor {
            (side.assessor, side.round) = (to.assessor, to.round);
        }
    }
}

/// One list; gives the side with what was chosen from it.
fn part_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (mode, part): (Mode, Part),
    side: &SideAsk,
) -> Option<SideAsk> {
    let Cx { workspace, .. } = *cx;
    let mut chosen = None;
    // What all sides share is chosen from what is there now.
    let now = Origin {
        file: side.origin.file.clone(),
        at: None,
    };
    let own = names::contents(workspace, &side.origin);
    let contents = if is_common(mode, part) {
        workspace.contents_of(&now)
    } else {
        own
    };
    ScrollArea::vertical()
        .id_salt(part.key())
        .max_height(320.0)
        .auto_shrink([false, true])
        .show(ui, |ui| match part {
            Part::File => files_ui(ui, cx, side, &mut chosen),
            Part::Moment => moments_ui(ui, workspace, side, &mut chosen),
            Part::Matrix => {
                let Some(contents) = contents else { return };
                for id in matrices(contents) {
                    let name = contents
                        .matrices
                        .get(&id)
                        .map(|matrix| matrix.name.as_str())
                        .unwrap_or_default();
                    if ui.selectable_label(side.matrix == id, name).clicked() {
                        chosen = Some(SideAsk {
                            matrix: id,
                            ..side.clone()
                        });
                    }
                }
            }
            Part::Assessor => {
                let Some(contents) = contents else { return };
                for (id, round) in who(contents, side.matrix) {
                    let name = contents
                        .assessors
                        .get(&id)
                        .map(|assessor| assessor.name.clone())
                        .unwrap_or_default();
                    let name = if round == 0 {
                        name
                    } else {
                        names::with_round(workspace, &name, round)
                    };
                    if ui
                        .selectable_label(side.assessor == id && side.round == round, name)
                        .clicked()
                    {
                        chosen = Some(SideAsk {
                            assessor: id,
                            round,
                            ..side.clone()
                        });
                    }
                }
            }
            Part::Line => {
                let (Some(contents), Some(picked)) = (contents, side.picked) else {
                    return;
                };
                for item in lines(contents, side.matrix, picked.axis) {
                    let mut name = names::item(workspace, contents, item);
                    if let Some(of) = original(contents, item) {
                        name = workspace
                            .words()
                            .compare_variant(name.as_str(), contents.item_label(of).0);
                    }
                    let label = egui::Button::selectable(picked.item == item, name).truncate();
                    if ui.add(label).clicked() {
                        chosen = Some(SideAsk {
                            picked: Some(picked_on(picked.axis, item)),
                            ..side.clone()
                        });
                    }
                }
            }
        });
    chosen
}

fn files_ui(ui: &mut Ui, cx: &mut Cx<'_>, side: &SideAsk, chosen: &mut Option<SideAsk>) {
    let Cx { workspace, .. } = *cx;
    let words = workspace.words();
    if ui
        .selectable_label(side.origin.file.is_none(), words.compare_this_document())
        .clicked()
    {
        *chosen = defaults(workspace, Mode::Files, Some((side.matrix, side.assessor)))
            .into_iter()
            .next();
    }
    for (path, other) in workspace.other_files() {
        let Other::Open(open) = other else { continue };
        let label = ui.selectable_label(side.origin.file.as_ref() == Some(path), names::file(path));
        if label.on_hover_text(path.display().to_string()).clicked() {
            *chosen = Some(of_file(path.clone(), &open.contents, side));
        }
    }
    if widgets::button_ui(ui, &words.say(Command::OpenOther.key())).clicked() {
        cx.act(Action::PickFile(Purpose::OtherFile));
    }
    if let Some(file) = &side.origin.file
        && widgets::button_ui(ui, &words.compare_read_again()).clicked()
    {
        cx.act(Action::OpenOther(file.clone()));
    }
}

/// Now, named versions, then every step, newest first.
fn moments_ui(ui: &mut Ui, workspace: &Workspace, side: &SideAsk, chosen: &mut Option<SideAsk>) {
    let words = workspace.words();
    let mut pick = |ui: &mut Ui, at: Option<StepNumber>, name: String| {
        let label = egui::Button::selectable(side.origin.at == at, name).truncate();
        if ui.add(label).clicked() {
            let origin = Origin {
                file: side.origin.file.clone(),
                at,
            };
            *chosen = Some(SideAsk {
                origin,
                ..side.clone()
            });
        }
    };
    pick(ui, None, words.compare_now());
    let now = Origin {
        file: side.origin.file.clone(),
        at: None,
    };
    if let Some(contents) = workspace.contents_of(&now) {
        let mut versions: Vec<_> = contents.milestones.values().collect();
        versions.sort_by_key(|milestone| std::cmp::Reverse((milestone.step, milestone.at)));
        for milestone in versions {
            let text = format!(
                "{} · {}",
                milestone.name,
                words.numbers().date(milestone.at)
            );
            pick(ui, Some(milestone.step), text);
        }
    }
    let numbers: Vec<StepNumber> = match side
        .origin
        .file
        .as_ref()
        .map(|file| workspace.other_file(file))
    {
        None => workspace
            .document()
            .map(|document| document.steps().iter().map(|step| step.number).collect()),
        Some(Some(Other::Open(open))) => Some(open.steps.iter().map(|step| step.number).collect()),
        Some(_) => None,
    }
    .unwrap_or_default();
    ui.separator();
    // The steps of a long history: only those that are seen are laid out.
    let row = 28.0;
    let origin = &side.origin;
    let (top, n) = (ui.cursor().top(), numbers.len());
    let clip = ui.clip_rect();
    let spacing = ui.spacing().item_spacing.y;
    let first = (((clip.top() - top) / (row + spacing)).floor().max(0.0) as usize).min(n);
    let last = (((clip.bottom() - top) / (row + spacing)).ceil().max(0.0) as usize).min(n);
    ui.add_space(first as f32 * (row + spacing));
    for number in numbers
        .iter()
        .rev()
        .skip(first)
        .take(last.saturating_sub(first))
    {
        let text = format!(
            "{} · {}",
            names::step(workspace, origin, *number),
            names::step_done(workspace, origin, *number)
        );
        ui.allocate_ui(vec2(ui.available_width(), row), |ui| {
            ui.set_min_height(row);
            pick(ui, Some(*number), text);
        });
    }
    ui.add_space((n - last) as f32 * (row + spacing));
}
