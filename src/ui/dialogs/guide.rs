//! The user guide inside the program: chapters on the left, their text on the right.

use crate::ui::theme::{self, Paint};
use crate::ui::widgets;
use crate::workspace::Workspace;
use egui::{Key, Modifiers, RichText, Ui};

const CHAPTERS: [(&str, &str); 14] = [
    ("guide-start", "guide-start-text"),
    ("guide-document", "guide-document-text"),
    ("guide-history", "guide-history-text"),
    ("guide-catalogue", "guide-catalogue-text"),
    ("guide-frameworks", "guide-frameworks-text"),
    ("guide-entry", "guide-entry-text"),
    ("guide-reading", "guide-reading-text"),
    ("guide-analysis", "guide-analysis-text"),
    ("guide-compare", "guide-compare-text"),
    ("guide-lab", "guide-lab-text"),
    ("guide-sheets", "guide-sheets-text"),
    ("guide-exchange", "guide-exchange-text"),
    ("guide-trouble", "guide-trouble-text"),
    ("guide-access", "guide-access-text"),
];

/// Draws the guide at a chapter; true when it is to be closed.
pub fn guide_ui(ui: &mut Ui, paint: &Paint, workspace: &Workspace, chapter: &mut usize) -> bool {
    let words = workspace.words();
    let size = ui.ctx().content_rect().size();
    ui.set_width((size.x - 120.0).clamp(320.0, 900.0));
    widgets::title_ui(ui, paint, &words.say("guide-title"));
    let height = (size.y - 200.0).max(160.0);
    turn_pages(ui, chapter);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(250.0_f32.min(ui.available_width() * 0.4));
            for (i, (title, _)) in CHAPTERS.iter().enumerate() {
                let label = egui::Button::selectable(*chapter == i, words.say(title));
                if ui.add(label.min_size(egui::vec2(ui.available_width(), 30.0)).wrap()).clicked() {
                    *chapter = i;
                }
            }
        });
        ui.add_space(12.0);
        let (title, text) = CHAPTERS.get(*chapter).copied().unwrap_or(CHAPTERS[0]);
        ui.vertical(|ui| {
            let id = egui::IdSalt::new(title);
            egui::ScrollArea::vertical().id_salt(id).max_height(height).auto_shrink([false, false]).show(ui, |ui| {
                ui.set_max_width(620.0);
                let heading = RichText::new(words.say(title)).family(theme::bold()).size(20.0).color(paint.ink);
                ui.add(egui::Label::new(heading).wrap());
                for paragraph in words.say(text).split("\n\n") {
                    ui.add_space(6.0);
                    ui.add(egui::Label::new(RichText::new(paragraph).size(15.0).color(paint.ink)).wrap());
                }
            });
        });
    });
    ui.add_space(8.0);
    widgets::button_ui(ui, &words.say("button-close")).clicked()
}

fn turn_pages(ui: &Ui, chapter: &mut usize) {
    let (on, back) = ui.input_mut(|input| {
        (
            input.consume_key(Modifiers::NONE, Key::PageDown) || input.consume_key(Modifiers::NONE, Key::ArrowRight),
            input.consume_key(Modifiers::NONE, Key::PageUp) || input.consume_key(Modifiers::NONE, Key::ArrowLeft),
        )
    });
    if on {
        *chapter = (*chapter + 1).min(CHAPTERS.len() - 1);
    }
    if back {
        *chapter = chapter.saturating_sub(1);
    }
}
