//! A table pasted as text, with headings, goes the same way as one from a file.

use crate::Cx;
use crate::widgets;
use egui::{RichText, Ui};
use ordito_import::{Sheet, Table};
use ordito_workspace::said::Said as _;
use ordito_workspace::{Purpose, ReadTable, Workspace};
use std::path::PathBuf;
use std::sync::Arc;

/// What is pasted, and what it is for.
#[derive(Debug)]
pub struct Draft {
    text: String,
    purpose: Purpose,
}
impl Draft {
    pub const fn of(purpose: Purpose) -> Self {
        Self {
            text: String::new(),
            purpose,
        }
    }
}

/// Whether the dialog is over, and the table when it was read.
pub fn paste_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) -> (bool, Option<ReadTable>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let Draft { text, purpose } = draft;
    let (title, told) = match purpose {
        Purpose::ImportPolicies => (words.paste_policies_title(), words.paste_policies_text()),
        Purpose::ImportPeople(_) => (words.paste_people_title(), words.paste_people_text()),
        _ => (words.paste_title(), words.paste_text()),
    };
    ui.set_width(620.0);
    widgets::title_ui(ui, paint, &title);
    ui.add(egui::Label::new(widgets::muted(told, paint)).wrap());
    let height = (ui.ctx().content_rect().height() - 300.0).max(120.0);
    let name = words.paste_table();
    egui::ScrollArea::vertical()
        .max_height(height)
        .show(ui, |ui| {
            let field = widgets::text_area_ui(ui, &name, text, 10, f32::INFINITY);
            if text.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
        });
    let mut result = (false, None);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        result.0 = widgets::button_ui(ui, &words.button_cancel()).clicked();
        let ready = !text.trim().is_empty();
        if widgets::primary_button_ui(ui, paint, &words.paste_go(), ready).clicked() {
            match pasted_table(text, *purpose, workspace) {
                Ok(read) => result = (true, Some(read)),
                Err(reason) => {
                    ui.label(RichText::new(reason).color(paint.danger));
                }
            }
        }
    });
    result
}

/// A pasted text as a table that was read from a file.
///
/// # Errors
/// When there is no table in it; said.
pub fn pasted_table(
    text: &str,
    purpose: Purpose,
    workspace: &Workspace,
) -> Result<ReadTable, String> {
    let words = workspace.words();
    let is_list = matches!(purpose, Purpose::ImportPolicies | Purpose::ImportPeople(_));
    // Spreadsheets put tabs between cells: a column of names with commas in them is one column.
    let table = if text.contains('\t') || is_list && !text.contains(';') {
        Table::with_delimiter(text, b'\t')
    } else {
        Table::from_text(text)
    };
    let sheets = Arc::new(vec![Sheet::of_text(
        table.map_err(|error| error.say(words))?,
    )]);
    let path = PathBuf::from(match purpose {
        Purpose::ImportPolicies => words.paste_policies_name(),
        Purpose::ImportPeople(_) => words.paste_people_name(),
        _ => words.paste_name(),
    });
    Ok(ReadTable {
        path,
        purpose,
        sheets,
    })
}
