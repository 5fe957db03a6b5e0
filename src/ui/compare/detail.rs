//! Both cells of the crossing under the cursor: value, reason, who and when; taking over, going there.

use super::CompareScreen;
use super::{View, cell_here, names, run};
use crate::Cx;
use crate::theme;
use crate::widgets;
use egui::{RichText, ScrollArea, Ui};
use ordito_analysis::Place;
use ordito_model::Assessment;
use ordito_words::messages::CompareChanged;
use ordito_workspace::{Command, Workspace};

pub fn detail_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &View, state: &mut CompareScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Some(place) = state.place() else {
        ui.label(widgets::muted(words.compare_no_cell(), paint));
        return;
    };
    ui.spacing_mut().item_spacing.y = 4.0;
    let made = &view.made;
    let row = names::line(workspace, made, made.rows.get(place.row));
    let column = names::line(workspace, made, made.columns.get(place.column));
    let title = RichText::new(names::crossing(workspace, made, place))
        .family(theme::semibold())
        .size(13.0)
        .color(paint.ink);
    ui.add(egui::Label::new(title).truncate())
        .on_hover_text(format!("{row}\n{column}"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 4.0);
        for (from, to) in [(view.against, 0), (0, view.against)] {
            let n = run::to_take(view, state, from, to).len();
            let text = words.compare_take(names::letter(from), n, names::letter(to));
            let can = n > 0 && run::can_take(workspace, view, state, to);
            let response = ui.add_enabled(can, egui::Button::new(text));
            let why = words.compare_take_not();
            if response.on_disabled_hover_text(why).clicked() {
                run::take_over(cx, view, state, from, to);
            }
        }
        let can = cell_here(view, state, place).is_some();
        if ui
            .add_enabled(can, egui::Button::new(words.say(Command::JumpToCell.key())))
            .clicked()
        {
            cx.ask(Command::JumpToCell);
        }
    });
    ScrollArea::vertical()
        .id_salt("compare-detail")
        .auto_shrink(false)
        .show(ui, |ui| {
            changed_ui(ui, cx, view, place);
            for side in [0, view.against] {
                side_ui(ui, cx, view, side, place);
            }
        });
}

/// What one side says.
fn side_ui(ui: &mut Ui, cx: &Cx<'_>, view: &View, side: usize, place: Place) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let dot = view.made.dot(side, place);
    let cell = view.made.cell(side, place);
    let shown = match dot.map(|dot| dot.value) {
        None => words.compare_no_crossing(),
        Some(value) if !value.is_answered() => words.matrix_value_empty(),
        Some(value) => words.numbers().cell(value),
    };
    let name = view
        .sides
        .get(side)
        .map(|ask| names::side(workspace, view.mode, ask));
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.label(
            RichText::new(names::letter(side))
                .family(theme::bold())
                .color(paint.ink),
        );
        ui.label(
            RichText::new(shown)
                .family(theme::bold())
                .size(15.0)
                .color(paint.ink),
        );
        ui.add(
            egui::Label::new(widgets::muted(name.unwrap_or_default(), paint).size(theme::CAPTION))
                .truncate(),
        );
    });
    let Some(cell) = cell else { return };
    if !cell.reason.trim().is_empty() {
        ui.add(egui::Label::new(RichText::new(cell.reason.trim()).color(paint.ink)).wrap());
    }
    let contents = view.made.sides.get(side).map(|side| &side.contents);
    let cited: Vec<&str> = cell
        .sources
        .iter()
        .filter_map(|cited| {
            contents?
                .sources
                .get(&cited.source)
                .map(|source| source.key.as_str())
        })
        .collect();
    if !cited.is_empty() {
        let text = words.compare_sources(cited.join(", "));
        widgets::caption_ui(ui, paint, &text);
    }
    let who = who(workspace, cell);
    if !who.is_empty() {
        widgets::caption_ui(ui, paint, &who);
    }
}

/// Who wrote a cell, and when.
fn who(workspace: &Workspace, cell: &Assessment) -> String {
    let at = if cell.at.0 > 0 {
        workspace.words().numbers().date_time(cell.at)
    } else {
        String::new()
    };
    [cell.by.as_str(), &at]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// What became of the cell between the two versions, and by whom.
fn changed_ui(ui: &mut Ui, cx: &Cx<'_>, view: &View, place: Place) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(text) = changed(workspace, view, place) else {
        return;
    };
    ui.add(egui::Label::new(RichText::new(text).color(paint.ink)).wrap());
}

/// The last change of a cell between two versions, said.
pub fn changed(workspace: &Workspace, view: &View, place: Place) -> Option<String> {
    let (words, numbers) = (workspace.words(), workspace.words().numbers());
    let changes = super::changes(workspace, view)?;
    let change = changes.get(
        &view
            .made
            .key(view.against, place)
            .or_else(|| view.made.key(0, place))?,
    )?;
    let value = |cell: &Option<Assessment>| {
        let value = cell.as_ref().map(|cell| cell.value).unwrap_or_default();
        if value.is_answered() {
            numbers.cell(value)
        } else {
            words.matrix_value_empty()
        }
    };
    Some(words.compare_changed(CompareChanged {
        from: &value(&change.before),
        n: change.n_steps,
        to: &value(&change.after),
        when: &numbers.date_time(change.at),
        who: &ordito_words::say_author(&change.by, words),
    }))
}
