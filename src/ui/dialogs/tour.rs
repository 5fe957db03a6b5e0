//! The first tour: four short steps.

use crate::Cx;
use crate::widgets;
use egui::{RichText, Ui};
use egui_material_icons::icons;
use ordito_workspace::Action;

/// Draws a step; true when the tour is over.
pub fn tour_ui(ui: &mut Ui, cx: &mut Cx<'_>, step: &mut usize) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let pictures = [
        icons::ICON_LIST_ALT,
        icons::ICON_ACCOUNT_TREE,
        icons::ICON_GRID_ON,
        icons::ICON_KEYBOARD,
    ];
    ui.set_width(460.0);
    widgets::title_ui(ui, paint, &words.tour_title());
    widgets::caption_ui(ui, paint, &words.tour_step(*step + 1));
    ui.add_space(8.0);
    ui.horizontal_top(|ui| {
        if let Some(icon) = pictures.get(*step) {
            widgets::icon_ui(ui, *icon, 40.0, paint.primary);
        }
        let texts = [
            words.tour_1(),
            words.tour_2(),
            words.tour_3(),
            words.tour_4(),
        ];
        if let Some(text) = texts.get(*step) {
            ui.add(egui::Label::new(RichText::new(text).size(15.0).color(paint.ink)).wrap());
        }
    });
    ui.add_space(12.0);
    let last = *step + 1 >= pictures.len();
    let mut over = false;
    ui.horizontal(|ui| {
        if *step > 0 && widgets::button_ui(ui, &words.tour_back()).clicked() {
            *step -= 1;
        }
        let next = if last {
            words.tour_end()
        } else {
            words.tour_next()
        };
        if widgets::primary_button_ui(ui, paint, &next, true).clicked() {
            if last {
                cx.act(Action::TourSeen);
                over = true;
            } else {
                *step += 1;
            }
        }
    });
    over
}
