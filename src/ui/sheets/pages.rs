//! The pages as they will be.

use super::{SheetsScreen, choose};
use crate::Cx;
use crate::widgets;
use egui::accesskit::Role;
use egui::{
    ColorImage, ScrollArea, Sense, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui,
    WidgetInfo, vec2,
};
use egui_material_icons::icons;

/// The pages of a preview as textures.
#[derive(Default)]
pub struct Textures {
    number: u64,
    pages: Vec<TextureHandle>,
}
impl std::fmt::Debug for Textures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} pages of preview {}", self.pages.len(), self.number)
    }
}

pub fn pages_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut SheetsScreen) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let Some(preview) = workspace.sheet_preview() else {
        ui.centered_and_justified(|ui| ui.label(widgets::muted(words.sheets_making(), paint)));
        return;
    };
    let pages = match &preview.pages {
        Ok(pages) => pages,
        Err(why) => {
            let title = words.sheets_not_made();
            widgets::empty_ui(ui, paint, icons::ICON_DESCRIPTION, &title, why, |_| {});
            return;
        }
    };
    if state.pages.number != preview.number {
        let load = |(i, page): (usize, &ordito_pages::export::Page)| {
            let image = ColorImage::from_rgba_unmultiplied([page.width, page.height], &page.rgba);
            ui.ctx()
                .load_texture(format!("sheet-page-{i}"), image, TextureOptions::LINEAR)
        };
        state.pages = Textures {
            number: preview.number,
            pages: pages.iter().enumerate().map(load).collect(),
        };
    }
    let title = state
        .shown
        .map(|subject| choose::title(contents, workspace, subject))
        .unwrap_or_default();
    let numbers = words.numbers();
    ScrollArea::vertical()
        .id_salt(egui::IdSalt::new(("sheet", state.shown)))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.add_space(12.0);
            let width = (ui.available_width() - 48.0).clamp(200.0, 880.0);
            for (i, texture) in state.pages.pages.iter().enumerate() {
                let size = texture.size_vec2();
                let height = width * size.y / size.x.max(1.0);
                let left = ((ui.available_width() - width) / 2.0).max(0.0);
                ui.horizontal(|ui| {
                    ui.add_space(left);
                    let (rect, response) =
                        ui.allocate_exact_size(vec2(width, height), Sense::hover());
                    let name = words.sheets_page_alt(
                        numbers.count(i + 1),
                        numbers.count(preview.n_pages),
                        title.as_str(),
                    );
                    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
                    if ui.is_rect_visible(rect) {
                        egui::Image::new(texture).paint_at(ui, rect);
                        ui.painter().rect_stroke(
                            rect,
                            0.0,
                            Stroke::new(1.0, paint.line),
                            StrokeKind::Outside,
                        );
                    }
                });
            }
            let shown = state.pages.pages.len();
            let key = if shown < preview.n_pages {
                "sheets-pages-more"
            } else {
                "sheets-pages"
            };
            let args = [
                ("n", preview.n_pages.into()),
                ("shown", numbers.count(shown).into()),
            ];
            ui.vertical_centered(|ui| widgets::caption_ui(ui, paint, &words.say_with(key, &args)));
            ui.add_space(12.0);
        });
}
