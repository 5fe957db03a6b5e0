//! The user guide inside the program: chapters on the left, their texts, tables and pictures on the right.

use crate::Cx;
use crate::kit::keys::Move;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::{Color32, ColorImage, Modifiers, RichText, TextureHandle, TextureOptions, Ui};
use ordito_model::Language;
use ordito_pages::export::guide_picture;
use ordito_pages::report::guide::{Guide, Piece};
use ordito_workspace::guide_of;
use std::collections::BTreeMap;

/// Texts are read no wider than this.
const WIDEST_TEXT: f32 = 640.0;

/// The open chapter, with what was made for showing it. It goes when the guide is closed.
#[derive(Default)]
pub struct GuidePages {
    chapter: usize,
    made: Option<(Language, Guide)>,
    pictures: BTreeMap<&'static str, TextureHandle>,
}
impl std::fmt::Debug for GuidePages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GuidePages")
            .field("chapter", &self.chapter)
            .finish_non_exhaustive()
    }
}

/// Draws the guide; true when it is to be closed.
pub fn guide_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut GuidePages) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let language = words.language();
    if state
        .made
        .as_ref()
        .is_none_or(|(made, _)| *made != language)
    {
        state.made = Some((language, guide_of(words, workspace.now())));
        state.pictures.clear();
    }
    let Some((_, guide)) = &state.made else {
        return true;
    };
    let size = ui.ctx().content_rect().size();
    ui.set_width((size.x - 120.0).clamp(320.0, 1060.0));
    widgets::title_ui(ui, paint, &words.guide_title());
    let height = (size.y - 200.0).max(160.0);
    turn_pages(ui, &mut state.chapter, guide.chapters.len());
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(250.0_f32.min(ui.available_width() * 0.4));
            let id = egui::IdSalt::new("chapters");
            egui::ScrollArea::vertical()
                .id_salt(id)
                .max_height(height)
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    for (i, chapter) in guide.chapters.iter().enumerate() {
                        let label = egui::Button::selectable(state.chapter == i, &chapter.title);
                        let button = ui.add(
                            label
                                .min_size(egui::vec2(ui.available_width(), 30.0))
                                .wrap(),
                        );
                        if button.clicked() {
                            state.chapter = i;
                        }
                    }
                });
        });
        ui.add_space(12.0);
        let Some(chapter) = guide.chapters.get(state.chapter) else {
            return;
        };
        ui.vertical(|ui| {
            let id = egui::IdSalt::new(chapter.id);
            egui::ScrollArea::vertical()
                .id_salt(id)
                .max_height(height)
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    scroll_by_keys(ui);
                    let heading = RichText::new(&chapter.title)
                        .family(theme::bold())
                        .size(20.0)
                        .color(paint.ink);
                    ui.add(egui::Label::new(heading).wrap());
                    for (i, piece) in chapter.pieces.iter().enumerate() {
                        ui.add_space(6.0);
                        piece_ui(ui, cx, piece, i, &mut state.pictures);
                    }
                });
        });
    });
    ui.add_space(8.0);
    widgets::button_ui(ui, &words.button_close()).clicked()
}

fn piece_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    piece: &Piece,
    place: usize,
    pictures: &mut BTreeMap<&'static str, TextureHandle>,
) {
    let paint = cx.paint;
    match piece {
        Piece::Text { text } => text_ui(ui, paint, text),
        Piece::Heading { text } => {
            ui.add_space(6.0);
            let heading = RichText::new(text)
                .family(theme::semibold())
                .size(16.0)
                .color(paint.ink);
            ui.add(egui::Label::new(heading).wrap());
        }
        Piece::Steps { items } => {
            for (n, item) in (1..).zip(items) {
                text_ui(ui, paint, &format!("{n}. {item}"));
            }
        }
        Piece::Picture { name, caption, alt } => {
            picture_ui(ui, cx, name, alt, pictures);
            ui.add(egui::Label::new(RichText::new(caption).size(13.0).color(paint.muted)).wrap());
        }
        Piece::Table { caption, rows, .. } => {
            ui.add_space(6.0);
            let heading = RichText::new(caption)
                .family(theme::semibold())
                .size(15.0)
                .color(paint.ink);
            ui.add(egui::Label::new(heading).wrap());
            table_ui(ui, paint, rows, place);
        }
    }
}

fn text_ui(ui: &mut Ui, paint: &Paint, text: &str) {
    ui.scope(|ui| {
        ui.set_max_width(WIDEST_TEXT.min(ui.available_width()));
        ui.add(egui::Label::new(RichText::new(text).size(15.0).color(paint.ink)).wrap());
    });
}

fn table_ui(ui: &mut Ui, paint: &Paint, rows: &[[String; 2]], place: usize) {
    let wide = ui.available_width().min(WIDEST_TEXT + 60.0);
    let first = (wide * 0.3).min(180.0);
    ui.push_id(place, |ui| {
        for [left, right] in rows {
            ui.horizontal_top(|ui| {
                ui.scope(|ui| {
                    ui.set_width(first);
                    let text = RichText::new(left)
                        .family(theme::semibold())
                        .color(paint.primary);
                    ui.add(egui::Label::new(text).wrap());
                });
                ui.scope(|ui| {
                    ui.set_max_width(wide - first - 8.0);
                    ui.add(egui::Label::new(RichText::new(right).color(paint.ink)).wrap());
                });
            });
        }
    });
}

fn picture_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: &'static str,
    alt: &str,
    pictures: &mut BTreeMap<&'static str, TextureHandle>,
) {
    if !pictures.contains_key(name) {
        let Some(pixels) = guide_picture(cx.words().language(), name) else {
            return;
        };
        let image = ColorImage::from_rgba_unmultiplied([pixels.width, pixels.height], &pixels.rgba);
        pictures.insert(
            name,
            ui.ctx()
                .load_texture(format!("guide-{name}"), image, TextureOptions::LINEAR),
        );
    }
    let Some(texture) = pictures.get(name) else {
        return;
    };
    let image = egui::Image::new(texture)
        .max_width(ui.available_width() - 8.0)
        .alt_text(alt);
    egui::Frame::new()
        .stroke(egui::Stroke::new(1.0, cx.paint.line))
        .fill(Color32::TRANSPARENT)
        .show(ui, |ui| ui.add(image));
}

/// Up and down move the text; with Ctrl a windowful.
fn scroll_by_keys(ui: &Ui) {
    let windowful = ui.clip_rect().height() * 0.9;
    let by = |held, step: f32| {
        step * (Move::Up.take(ui, held) as f32 - Move::Down.take(ui, held) as f32)
    };
    let lines = by(Modifiers::NONE, 60.0) + by(Modifiers::COMMAND, windowful);
    if lines != 0.0 {
        ui.scroll_with_delta(egui::vec2(0.0, lines));
    }
}

fn turn_pages(ui: &Ui, chapter: &mut usize, chapters: usize) {
    let turns = |ways: [Move; 2]| ways.iter().any(|way| way.take(ui, Modifiers::NONE) > 0);
    let (on, back) = (
        turns([Move::PageDown, Move::Right]),
        turns([Move::PageUp, Move::Left]),
    );
    if on {
        *chapter = (*chapter + 1).min(chapters.saturating_sub(1));
    }
    if back {
        *chapter = chapter.saturating_sub(1);
    }
}
