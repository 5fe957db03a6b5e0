//! A framework of one's own: its name, its goals, what of the table is none.

use super::Foot;
use crate::Cx;
use crate::widgets;
use egui::{RichText, Ui};
use ordito_import::FrameworkPreview;

pub fn framework_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: &mut String,
    preview: &mut FrameworkPreview,
) -> Foot {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    widgets::caption_ui(ui, paint, &words.document_info_name());
    widgets::line_edit_ui(ui, &words.document_info_name(), name, "", f32::INFINITY);
    ui.label(words.import_goals(preview.goals.len()));
    for (place, text) in preview.refused.iter().take(12) {
        ui.label(
            RichText::new(words.import_goal_refused(place.to_string(), words.short(text)))
                .color(paint.warning),
        );
    }
    preview.framework.name = ordito_model::Label::same(name.trim());
    let can_import = !preview.goals.is_empty() && !name.trim().is_empty();
    Foot {
        can_import,
        focus: false,
    }
}
