//! A framework of one's own: its name, its goals, what of the table is none.

use super::Foot;
use crate::import::FrameworkPreview;
use crate::ui::Cx;
use crate::ui::widgets;
use egui::{RichText, Ui};

pub fn framework_ui(ui: &mut Ui, cx: &Cx<'_>, name: &mut String, preview: &mut FrameworkPreview) -> Foot {
    let Cx { paint, workspace, .. } = *cx;
    let words = workspace.words();
    widgets::caption_ui(ui, paint, &words.say("document-info-name"));
    widgets::line_edit_ui(ui, &words.say("document-info-name"), name, "", f32::INFINITY);
    ui.label(words.say_with("import-goals", &[("n", preview.goals.len().into())]));
    for (place, text) in preview.refused.iter().take(12) {
        let args = [("place", place.to_string().into()), ("text", words.short(text).into())];
        ui.label(RichText::new(words.say_with("import-goal-refused", &args)).color(paint.warning));
    }
    preview.framework.name = crate::model::Label::same(name.trim());
    let can_import = !preview.goals.is_empty() && !name.trim().is_empty();
    Foot { can_import, focus: false }
}
