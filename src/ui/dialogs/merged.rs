//! What came of merging with what somebody else wrote: how much was taken, and where both had changed the same.

use crate::Cx;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::{RichText, Ui};
use ordito_document::{Conflict, ConflictKind, MergeReport};
use ordito_model::{Contents, Item, Record, Subject};
use ordito_words::{Say as _, Words};

/// Draws the report; true when it was read.
pub fn merged_ui(ui: &mut Ui, cx: &Cx<'_>, report: &MergeReport) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Some(contents) = workspace.contents() else {
        return true;
    };
    ui.set_width(620.0);
    widgets::title_ui(ui, paint, &words.merged_title());
    ui.add(egui::Label::new(words.merged_taken(report.taken)).wrap());
    let n = report.conflicts.len();
    if n > 0 {
        ui.add_space(6.0);
        widgets::part_title_ui(ui, paint, &words.merged_conflicts(n));
    }
    let height = (ui.ctx().content_rect().height() - 300.0).max(120.0);
    egui::ScrollArea::vertical()
        .max_height(height)
        .show(ui, |ui| {
            for conflict in &report.conflicts {
                conflict_ui(ui, paint, words, contents, conflict);
            }
        });
    ui.add_space(8.0);
    widgets::primary_button_ui(ui, paint, &words.button_close(), true).clicked()
}

fn conflict_ui(
    ui: &mut Ui,
    paint: &Paint,
    words: &Words,
    contents: &Contents,
    conflict: &Conflict,
) {
    let Some(record) = conflict.mine.as_ref().or(conflict.theirs.as_ref()) else {
        return;
    };
    let title = RichText::new(name_of(record, contents, words))
        .family(theme::semibold())
        .color(paint.ink);
    ui.add(egui::Label::new(title).wrap());
    let key = match conflict.kind {
        ConflictKind::BothChanged => "merged-both-changed",
        ConflictKind::DeletedHere => "merged-deleted-here",
        ConflictKind::DeletedThere => "merged-deleted-there",
        ConflictKind::Homeless => "merged-homeless",
    };
    ui.add(egui::Label::new(widgets::muted(words.say(key), paint).size(theme::CAPTION)).wrap());
    for (key, side) in [
        ("merged-mine", &conflict.mine),
        ("merged-theirs", &conflict.theirs),
    ] {
        if let Some(text) = side.as_ref().and_then(|record| content_of(record, words)) {
            ui.add(egui::Label::new(words.say_with(key, &[("what", text.into())])).wrap());
        }
    }
    ui.add_space(8.0);
}

/// What the record is about, in words.
fn name_of(record: &Record, contents: &Contents, words: &Words) -> String {
    if let Record::Assessment(change) = record {
        let item = |item: Item| match item {
            Item::Policy(id) => contents
                .policies
                .get(&id)
                .map(|policy| policy.title().to_owned()),
            Item::Goal(id) => contents
                .goals
                .get(&id)
                .map(|goal| goal.title().get(words.language()).to_owned()),
        };
        let assessor = contents
            .assessors
            .get(&change.key.assessor)
            .map(|assessor| assessor.name.clone());
        let parts = [item(change.key.row), item(change.key.column), assessor];
        return parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    }
    let subject = Subject::from(record.table()).say(words);
    let json = record
        .after_json()
        .or_else(|| record.before_json())
        .unwrap_or_default();
    let value: serde_json::Value = serde_json::from_str(&json).unwrap_or_default();
    let named =
        ["name", "title", "citation"]
            .into_iter()
            .find_map(|field| match value.get(field)? {
                serde_json::Value::String(text) => Some(text.clone()),
                label => label.get("it")?.as_str().map(str::to_owned),
            });
    named.map_or_else(|| subject.clone(), |name| format!("{subject} · {name}"))
}

/// What one side made of it: a cell's value and reason, or that it is gone.
fn content_of(record: &Record, words: &Words) -> Option<String> {
    if let Record::Assessment(change) = record {
        let cell = change.after.as_ref()?;
        let value = words.numbers().cell(cell.value);
        let value = if value.is_empty() {
            words.matrix_value_empty()
        } else {
            value
        };
        return Some(if cell.reason.is_empty() {
            value
        } else {
            format!("{value} — {}", cell.reason)
        });
    }
    None
}
