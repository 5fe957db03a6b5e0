//! docs/design.md "Look" as an egui style: fonts, sizes, spacing, colours.

use egui::style::ScrollAnimation;
use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke,
    TextStyle, Visuals,
};
use ordito_model::Rgb;
use ordito_pages::figure::palette::{Look, Tokens};
use std::sync::Arc;

/// Weight 600, for titles of parts and codes.
pub fn semibold() -> FontFamily {
    FontFamily::Name("titillium-600".into())
}
/// Weight 700, for titles and scores.
pub fn bold() -> FontFamily {
    FontFamily::Name("titillium-700".into())
}
/// Icons.
pub fn icons() -> FontFamily {
    FontFamily::Name(egui_material_icons::FONT_FAMILY.into())
}

pub const BASE: f32 = 14.0;
pub const CAPTION: f32 = 12.0;
pub const RADIUS: u8 = 6;

pub const fn colour(rgb: Rgb) -> Color32 {
    Color32::from_rgb(rgb.0, rgb.1, rgb.2)
}

/// The colours of the look in use, as egui's.
#[derive(Debug, Clone, Copy)]
pub struct Paint {
    pub look: Look,
    pub primary: Color32,
    pub primary_hover: Color32,
    pub on_primary: Color32,
    pub selected: Color32,
    pub on_selected: Color32,
    pub ink: Color32,
    pub muted: Color32,
    pub surface: Color32,
    pub canvas: Color32,
    pub line: Color32,
    pub border: Color32,
    pub rail: Color32,
    pub on_rail: Color32,
    pub zero: Color32,
    pub hatch: Color32,
    pub warning: Color32,
    pub danger: Color32,
    pub success: Color32,
}
impl Paint {
    pub const fn of(look: Look) -> Self {
        let t: Tokens = look.tokens();
        Self {
            look,
            primary: colour(t.primary),
            primary_hover: colour(t.primary_hover),
            on_primary: colour(t.on_primary),
            selected: colour(t.selected),
            on_selected: colour(t.on_selected),
            ink: colour(t.ink),
            muted: colour(t.muted),
            surface: colour(t.surface),
            canvas: colour(t.canvas),
            line: colour(t.line),
            border: colour(t.border),
            rail: colour(t.rail),
            on_rail: colour(t.on_rail),
            zero: colour(t.zero),
            hatch: colour(t.hatch),
            warning: colour(t.warning),
            danger: colour(t.danger),
            success: colour(t.success),
        }
    }
}

/// The icons that the source names and no others; `.ci/icons` makes it.
const ICONS: &[u8] = include_bytes!("../../assets/fonts/icons.ttf");

/// Fonts of the program: the same files as in sheets, and no others.
pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in ordito_pages::figure::FONTS {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let mut icon = FontData::from_static(ICONS);
    // As the crate of the icons does it.
    icon.tweak.y_offset_factor = 0.05;
    fonts.font_data.insert("icons".to_owned(), Arc::new(icon));
    let with = |first: &str| [first, "dejavu-sans", "icons"].map(str::to_owned).to_vec();
    fonts
        .families
        .insert(FontFamily::Proportional, with("titillium-400"));
    fonts
        .families
        .insert(FontFamily::Monospace, with("dejavu-sans"));
    fonts.families.insert(semibold(), with("titillium-600"));
    fonts.families.insert(bold(), with("titillium-700"));
    fonts
        .families
        .insert(icons(), vec!["icons".to_owned(), "dejavu-sans".to_owned()]);
    ctx.set_fonts(fonts);
}

/// Puts a look on everything egui draws. With `still`, nothing fades, slides or blinks.
pub fn apply(ctx: &egui::Context, look: Look, still: bool) {
    let theme = if look == Look::Light {
        egui::Theme::Light
    } else {
        egui::Theme::Dark
    };
    ctx.set_theme(theme);
    ctx.style_mut_of(theme, |style| {
        style.visuals = visuals(look);
        style.visuals.text_cursor.blink = !still;
        texts(style);
        spacing(&mut style.spacing);
        style.animation_time = if still { 0.0 } else { 0.08 };
        style.scroll_animation = if still {
            ScrollAnimation::none()
        } else {
            ScrollAnimation::default()
        };
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.4;
    });
}

/// The colours of a look, and the shape of what they fill.
fn visuals(look: Look) -> Visuals {
    let p = Paint::of(look);
    let mut visuals = if look == Look::Light {
        Visuals::light()
    } else {
        Visuals::dark()
    };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(p.muted);
    visuals.hyperlink_color = p.primary;
    visuals.faint_bg_color = p.canvas;
    visuals.extreme_bg_color = p.surface;
    visuals.text_edit_bg_color = Some(p.surface);
    visuals.code_bg_color = p.canvas;
    visuals.warn_fg_color = p.warning;
    visuals.error_fg_color = p.danger;
    visuals.panel_fill = p.surface;
    visuals.window_fill = p.surface;
    visuals.window_stroke = Stroke::new(1.0, p.line);
    visuals.window_corner_radius = CornerRadius::same(RADIUS + 2);
    visuals.menu_corner_radius = CornerRadius::same(RADIUS);
    let shade = Color32::from_black_alpha(if look == Look::Light { 40 } else { 120 });
    visuals.window_shadow = Shadow {
        offset: [0, 8],
        blur: 24,
        spread: 0,
        color: shade,
    };
    visuals.popup_shadow = Shadow {
        offset: [0, 4],
        blur: 12,
        spread: 0,
        color: shade,
    };
    visuals.selection.bg_fill = p.selected;
    visuals.selection.stroke = Stroke::new(1.0, p.on_selected);
    visuals.slider_trailing_fill = true;
    visuals.interact_cursor = Some(egui::CursorIcon::PointingHand);
    let widgets = &mut visuals.widgets;
    for state in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        state.corner_radius = CornerRadius::same(RADIUS);
        state.expansion = 0.0;
        state.fg_stroke = Stroke::new(1.0, p.ink);
        state.bg_fill = p.surface;
        state.weak_bg_fill = p.surface;
        state.bg_stroke = Stroke::new(1.0, p.border);
    }
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, p.line);
    widgets.hovered.weak_bg_fill = p.canvas;
    widgets.hovered.bg_fill = p.canvas;
    widgets.hovered.bg_stroke = Stroke::new(1.0, p.primary);
    widgets.active.weak_bg_fill = p.selected;
    widgets.active.bg_fill = p.selected;
    widgets.active.bg_stroke = Stroke::new(2.0, p.primary);
    widgets.open.weak_bg_fill = p.selected;
    visuals
}

fn texts(style: &mut egui::Style) {
    style.text_styles = [
        (
            TextStyle::Small,
            FontId::new(CAPTION, FontFamily::Proportional),
        ),
        (TextStyle::Body, FontId::new(BASE, FontFamily::Proportional)),
        (
            TextStyle::Button,
            FontId::new(BASE, FontFamily::Proportional),
        ),
        (TextStyle::Heading, FontId::new(18.0, bold())),
        (
            TextStyle::Monospace,
            FontId::new(13.0, FontFamily::Monospace),
        ),
    ]
    .into();
}

fn spacing(spacing: &mut egui::Spacing) {
    spacing.item_spacing = egui::vec2(8.0, 8.0);
    spacing.button_padding = egui::vec2(12.0, 5.0);
    spacing.interact_size = egui::vec2(28.0, 28.0);
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(8);
    spacing.icon_width = 16.0;
    spacing.combo_height = 320.0;
    spacing.tooltip_width = 360.0;
    // Always there, beside what they scroll, 3:1 or more on what is behind; egui's solid ones have the colour of a
    // button's ground, which is our surfaces'.
    spacing.scroll = egui::style::ScrollStyle {
        floating_width: 8.0,
        floating_allocated_width: 12.0,
        bar_width: 8.0,
        dormant_handle_opacity: 0.6,
        active_handle_opacity: 0.6,
        interact_handle_opacity: 0.8,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        ..egui::style::ScrollStyle::floating()
    };
    spacing.scroll.fade.strength = 0.0;
}
