//! The user guide: a chapter at a time, its texts, tables and pictures below one another.

use crate::Cx;
use crate::cover;
use crate::kit::keys::{self, Move};
use crate::kit::pickers::{self, Choice};
use crate::theme::{self, Paint};
use crate::widgets;
use egui::accesskit::Role;
use egui::{
    Color32, ColorImage, Modifiers, RichText, Sense, TextureHandle, TextureOptions, Ui, WidgetInfo,
};
use egui_material_icons::icons;
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
    shown: Shown,
}
/// Pictures that were drawn, and the one that is shown large with what it shows.
#[derive(Default)]
struct Shown {
    pictures: BTreeMap<&'static str, TextureHandle>,
    large: Option<(&'static str, String)>,
}
impl std::fmt::Debug for GuidePages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GuidePages")
            .field("chapter", &self.chapter)
            .finish_non_exhaustive()
    }
}

/// Draws the guide; `fresh`, it takes the keyboard.
pub fn guide_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut GuidePages, fresh: bool) {
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
        state.shown = Shown::default();
    }
    let Some((_, guide)) = &state.made else {
        return;
    };
    chapters_ui(ui, cx, guide, &mut state.chapter);
    let id = ui.make_persistent_id("guide-text");
    let place = ui.available_rect_before_wrap();
    let response = ui.interact(place, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, words.guide_title()));
    if fresh {
        response.request_focus();
    }
    let reads = response.has_focus();
    if reads {
        keys::keep_all(ui, id);
        turn_pages(ui, &mut state.chapter, guide.chapters.len());
        let stroke = egui::Stroke::new(2.0, paint.primary);
        let corners = egui::CornerRadius::same(theme::RADIUS);
        ui.painter().rect_stroke(
            place.expand(6.0),
            corners,
            stroke,
            egui::StrokeKind::Outside,
        );
    }
    let Some(chapter) = guide.chapters.get(state.chapter) else {
        return;
    };
    egui::ScrollArea::vertical()
        .id_salt(chapter.id)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            // Room for the scroll bar.
            ui.set_max_width(ui.available_width() - 12.0);
            if reads {
                scroll_by_keys(ui);
            }
            let heading = RichText::new(&chapter.title)
                .family(theme::bold())
                .size(18.0)
                .color(paint.ink);
            let title = ui.add(egui::Label::new(heading).wrap());
            widgets::heading(ui, &title, &chapter.title);
            for (i, piece) in chapter.pieces.iter().enumerate() {
                ui.add_space(6.0);
                piece_ui(ui, cx, piece, i, &mut state.shown);
            }
        });
    if large_ui(ui, cx, &state.shown) {
        state.shown.large = None;
    }
}

/// The chapters: a list to choose from, and the next and the one before.
fn chapters_ui(ui: &mut Ui, cx: &Cx<'_>, guide: &Guide, chapter: &mut usize) {
    let (paint, words) = (cx.paint, cx.words());
    let choices: Vec<Choice> = guide
        .chapters
        .iter()
        .enumerate()
        .map(|(i, each)| Choice {
            text: each.title.clone(),
            depth: 0,
            chosen: i == *chapter,
        })
        .collect();
    let last = guide.chapters.len().saturating_sub(1);
    ui.horizontal(|ui| {
        ui.scope(|ui| {
            ui.set_max_width((ui.available_width() - 76.0).max(120.0));
            if let Some(i) = pickers::select_ui(ui, paint, &words.guide_chapter(), &choices) {
                *chapter = i;
            }
        });
        let (back, on) = (words.guide_back(), words.guide_on());
        if widgets::icon_button_ui(ui, paint, icons::ICON_CHEVRON_LEFT, &back, *chapter > 0)
            .clicked()
        {
            *chapter = chapter.saturating_sub(1);
        }
        if widgets::icon_button_ui(ui, paint, icons::ICON_CHEVRON_RIGHT, &on, *chapter < last)
            .clicked()
        {
            *chapter = (*chapter + 1).min(last);
        }
    });
}

/// A picture as large as the window allows; true when it is to be closed.
fn large_ui(ui: &Ui, cx: &Cx<'_>, shown: &Shown) -> bool {
    let Some((name, alt)) = &shown.large else {
        return false;
    };
    let Some(texture) = shown.pictures.get(name) else {
        return true;
    };
    let room = ui.ctx().content_rect().size() - egui::vec2(80.0, 120.0);
    let modal = egui::Modal::new(egui::Id::unique("guide-picture"))
        .frame(widgets::dialog_frame(ui))
        .show(ui.ctx(), |ui| {
            widgets::region(ui, Role::Dialog, alt);
            ui.add(egui::Image::new(texture).max_size(room).alt_text(alt));
            widgets::button_ui(ui, &cx.words().button_close()).clicked()
        });
    modal.inner || cover::closes(&modal)
}

fn piece_ui(ui: &mut Ui, cx: &Cx<'_>, piece: &Piece, place: usize, shown: &mut Shown) {
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
            picture_ui(ui, cx, name, alt, shown);
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
        ui.add(egui::Label::new(RichText::new(text).color(paint.ink)).wrap());
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

fn picture_ui(ui: &mut Ui, cx: &Cx<'_>, name: &'static str, alt: &str, shown: &mut Shown) {
    if !shown.pictures.contains_key(name) {
        let Some(pixels) = guide_picture(cx.words().language(), name) else {
            return;
        };
        let image = ColorImage::from_rgba_unmultiplied([pixels.width, pixels.height], &pixels.rgba);
        shown.pictures.insert(
            name,
            ui.ctx()
                .load_texture(format!("guide-{name}"), image, TextureOptions::LINEAR),
        );
    }
    let Some(texture) = shown.pictures.get(name) else {
        return;
    };
    let image = egui::Image::new(texture)
        .max_width(ui.available_width() - 8.0)
        .alt_text(alt);
    egui::Frame::new()
        .stroke(egui::Stroke::new(1.0, cx.paint.line))
        .fill(Color32::TRANSPARENT)
        .show(ui, |ui| {
            let image = ui.add(image.sense(Sense::click()));
            if image.on_hover_text(cx.words().guide_enlarge()).clicked() {
                shown.large = Some((name, alt.to_owned()));
            }
        });
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
