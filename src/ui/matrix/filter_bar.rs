//! The line below the toolbar that says which rows are shown, one list for each thing that can be asked of them.

use super::MatrixScreen;
use super::filter::{self, Only, Score};
use crate::Cx;
use crate::kit::pickers::{Choice, Manner, Picked, pick_ui};
use crate::widgets;
use egui::{Margin, Ui, vec2};
use egui_material_icons::icons;
use ordito_model::{Item, Level, PolicyKind};
use ordito_words::Say as _;
use ordito_workspace::MatrixView;

/// What can be chosen for one thing: what it is, how deep it stands, what it is called.
type Choices<T> = Vec<(T, usize, String)>;

pub fn filter_bar_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut MatrixScreen) {
    let only = state.choices.only;
    if !state.filters && !only.is_any() {
        return;
    }
    let Some(view) = &state.view else { return };
    let (paint, words) = (cx.paint, cx.words());
    let (mut now, mut closed) = (only, false);
    egui::Frame::new()
        .fill(paint.canvas)
        .inner_margin(Margin::symmetric(12, 6))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                parts_ui(ui, cx, view, &mut now);
                let clear = words.matrix_only_clear();
                if widgets::button_ui(ui, &clear).clicked() {
                    now = Only::default();
                }
                let name = words.matrix_only_close();
                closed =
                    widgets::icon_button_ui(ui, paint, icons::ICON_CLOSE, &name, true).clicked();
            });
        });
    if closed {
        (now, state.filters) = (Only::default(), false);
    }
    if now != only {
        state.choices.only = now;
        state.choices.asked += 1;
    }
}

/// As many lists as make sense of what the rows are.
fn parts_ui(ui: &mut Ui, cx: &Cx<'_>, view: &MatrixView, now: &mut Only) {
    let (words, contents) = (cx.words(), cx.contents);
    let of_policies = view
        .rows
        .iter()
        .any(|line| matches!(line.item, Item::Policy(_)));
    let n = if of_policies { 6.0 } else { 2.0 };
    // What is left beside the two ways to end it.
    let width = ((ui.available_width() - 180.0) / n - 6.0).clamp(70.0, 190.0);
    let label = |item| {
        let (code, label) = contents.item_label(item);
        let name = label.get(words.language());
        format!("{code} {name}").trim().to_owned()
    };
    if of_policies {
        let plans = || {
            let plans = filter::plans(contents, view).into_iter();
            plans
                .map(|(depth, id)| (id, depth, label(Item::Policy(id))))
                .collect()
        };
        part_ui(
            ui,
            cx,
            (&words.matrix_only_plan(), width),
            plans,
            &mut now.plan,
        );
        let kinds = || {
            let kinds = PolicyKind::ALL.iter();
            kinds.map(|kind| (*kind, 0, kind.say(words))).collect()
        };
        part_ui(
            ui,
            cx,
            (&words.catalogue_field_kind(), width),
            kinds,
            &mut now.kind,
        );
        let levels = || {
            let levels = Level::ALL.iter();
            levels.map(|level| (*level, 0, level.say(words))).collect()
        };
        part_ui(
            ui,
            cx,
            (&words.catalogue_field_level(), width),
            levels,
            &mut now.level,
        );
        let offices = || {
            let offices = filter::offices(contents, view).into_iter();
            let name = |id| contents.actors.get(&id).map(|actor| actor.name.clone());
            offices.filter_map(|id| Some((id, 0, name(id)?))).collect()
        };
        part_ui(
            ui,
            cx,
            (&words.matrix_only_office(), width),
            offices,
            &mut now.office,
        );
    }
    let goals = || {
        let columns = view.columns.iter();
        columns
            .map(|line| (line.item, 0, label(line.item)))
            .collect()
    };
    part_ui(
        ui,
        cx,
        (&words.matrix_only_goal(), width),
        goals,
        &mut now.goal,
    );
    let scores = || {
        let mut scores = vec![
            (Score::Benefit, 0, words.matrix_only_benefit()),
            (Score::Tradeoff, 0, words.matrix_only_tradeoff()),
        ];
        let levels = view.scale.levels.iter();
        scores.extend(levels.map(|level| {
            let number = words.numbers().points(level.value);
            let text = format!("{number} {}", level.label.get(words.language()));
            (Score::Is(level.value), 0, text)
        }));
        scores
    };
    part_ui(
        ui,
        cx,
        (&words.matrix_only_score(), width),
        scores,
        &mut now.score,
    );
}

/// One list. Where nothing is chosen it shows what it is for.
fn part_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (name, width): (&str, f32),
    choices: impl Fn() -> Choices<T>,
    now: &mut Option<T>,
) {
    let manner = Manner {
        can_be_none: true,
        ..Manner::default()
    };
    // Made only for what is chosen, or when the list opens: there may be hundreds of goals.
    let value = now.and_then(|now| {
        let mut all = choices().into_iter();
        all.find(|(this, ..)| *this == now).map(|(.., text)| text)
    });
    let chosen = *now;
    let listed = || {
        let choice = |(this, depth, text): (T, usize, String)| Choice {
            text,
            depth,
            chosen: Some(this) == chosen,
        };
        choices().into_iter().map(choice).collect()
    };
    let shown = value.as_deref().unwrap_or(name);
    let picked = ui
        .allocate_ui(vec2(width, 31.0), |ui| {
            pick_ui(ui, cx.paint, cx.words(), name, shown, manner, listed)
        })
        .inner;
    match picked {
        Some(Picked::One(i)) => *now = choices().into_iter().nth(i).map(|(this, ..)| this),
        Some(Picked::None) => *now = None,
        _ => {}
    }
}
