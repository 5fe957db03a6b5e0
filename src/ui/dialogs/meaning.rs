//! Headings of a table that nothing in the matrix is called: the person says what each means.

use crate::import::{Match, MatrixPreview, Meaning, Meanings};
use crate::model::{Axis, Contents, GoalId, Item, MatrixId, PolicyId};
use crate::ui::theme::Paint;
use crate::ui::widgets;
use crate::workspace::Workspace;
use egui::{ComboBox, Ui};

/// Draws a line for each of them; true when something else was chosen.
pub fn meanings_ui(
    ui: &mut Ui,
    paint: &Paint,
    workspace: &Workspace,
    contents: &Contents,
    matrix: MatrixId,
    preview: &MatrixPreview,
    meanings: &mut Meanings,
) -> bool {
    let words = workspace.words();
    let kind = contents.matrices.get(&matrix).map(|matrix| matrix.kind);
    let mut open: Vec<(Axis, usize, &Match)> = Vec::new();
    for (axis, headings) in [(Axis::Rows, &preview.rows), (Axis::Columns, &preview.columns)] {
        let asks = |found: &Match| matches!(found, Match::Unmatched { .. } | Match::Chosen(_) | Match::New { .. });
        open.extend(headings.iter().filter(|(_, found)| asks(found)).map(|(place, found)| (axis, *place, found)));
    }
    if open.is_empty() {
        return false;
    }
    let mut changed = false;
    widgets::part_title_ui(ui, paint, &words.say("import-meanings"));
    let item_name = |item: Item| {
        let (code, label) = contents.item_label(item);
        format!("{code} {}", label.get(words.language())).trim().to_owned()
    };
    egui::ScrollArea::vertical().id_salt(egui::IdSalt::new("meanings")).max_height(180.0).show(ui, |ui| {
        for (axis, place, found) in open {
            let (text, nearest) = match found {
                Match::Unmatched { text, nearest } => (text.clone(), nearest.clone()),
                Match::New { text, .. } => (text.clone(), Vec::new()),
                Match::Chosen(item) => (item_name(*item), vec![*item]),
                _ => continue,
            };
            let policies = kind.is_some_and(|kind| kind.holds_policies(axis));
            let new = words.say(if policies { "import-new-policy" } else { "import-new-goal" });
            let shown = match found {
                Match::Chosen(item) => item_name(*item),
                Match::New { .. } => new.clone(),
                _ => words.say("import-left-out"),
            };
            let at = preview.place_of(axis, place).to_string();
            ui.horizontal(|ui| {
                ui.scope(|ui| {
                    ui.set_width(270.0);
                    ui.add(egui::Label::new(format!("{at} «{text}»")).truncate());
                });
                let combo = ComboBox::from_id_salt((axis, place)).width(290.0).truncate().selected_text(shown);
                let response = combo.show_ui(ui, |ui| {
                    if ui.selectable_label(false, words.say("import-left-out")).clicked() {
                        changed |= meanings.remove(&(axis, place)).is_some();
                    }
                    for item in nearest {
                        if ui.selectable_label(false, item_name(item)).clicked() {
                            meanings.insert((axis, place), Meaning::Item(item));
                            changed = true;
                        }
                    }
                    if !text.trim().is_empty() && ui.selectable_label(false, new).clicked() {
                        let item =
                            if policies { Item::Policy(PolicyId::random()) } else { Item::Goal(GoalId::random()) };
                        meanings.insert((axis, place), Meaning::New(item));
                        changed = true;
                    }
                });
                widgets::name_it(ui, &response.response, &words.say_with("import-meaning", &[("at", at.into())]));
            });
        }
    });
    ui.add_space(6.0);
    changed
}
