//! The rail of rooms on the left: groups with a line between them, closer where there is little height, and scrolled only
//! where they could not be hit any more.

use super::theme::{self, Paint};
use super::tour;
use crate::Cx;
use egui::accesskit::Role;
use egui::scroll_area::ScrollBarVisibility;
use egui::{
    Align2, CornerRadius, FontFamily, FontId, Rect, Response, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use egui_material_icons::MaterialIcon;
use ordito_workspace::{Action, Room};

/// A room as the rail shows it.
#[derive(Debug, Clone)]
pub struct Place {
    pub icon: MaterialIcon,
    pub name: String,
    /// A line stands between places of different groups.
    pub group: u8,
    pub chosen: bool,
}

/// Above the first place.
const TOP: f32 = 4.0;

/// How wide the rail is in a window of this width.
pub const fn width(window: f32) -> f32 {
    if window < 1400.0 { 78.0 } else { 84.0 }
}

/// How a rail is laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measures {
    pub item: f32,
    icon: f32,
    /// Names below the icons, or as tips.
    pub names: bool,
    /// Above and below a line.
    margin: f32,
}

impl Measures {
    /// The first of these that needs no more height than there is.
    pub fn of(n: usize, n_lines: usize, height: f32) -> Self {
        let (n, n_lines) = (n.max(1) as f32, n_lines as f32);
        let lines = |margin: f32| TOP + n_lines * (2.0 * margin + 1.0);
        let named = |item, icon, margin| Self {
            item,
            icon,
            names: true,
            margin,
        };
        if n * 58.0 + lines(7.0) <= height {
            named(58.0, 22.0, 7.0)
        } else if n * 53.0 + lines(3.0) <= height {
            named(53.0, 20.0, 3.0)
        } else {
            Self {
                item: ((height - lines(3.0)) / n).clamp(36.0, 44.0),
                icon: 22.0,
                names: false,
                margin: 3.0,
            }
        }
    }
}

pub fn rail_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let workspace = cx.workspace;
    let shown = workspace.document().map(|_| workspace.settings().room);
    let places: Vec<Place> = Room::ALL
        .iter()
        .map(|room| Place {
            icon: super::screens::about(*room).icon,
            name: workspace.words().say(room.key()),
            group: room.group(),
            chosen: shown == Some(*room),
        })
        .collect();
    let ctx = ui.ctx().clone();
    let chosen = places_ui(ui, cx.paint, &places, |i, rect| {
        if let Some(room) = Room::ALL.get(i) {
            tour::mark(&ctx, tour::Mark::Place(*room), rect);
        }
    });
    if let Some(room) = chosen.and_then(|i| Room::ALL.get(i)) {
        cx.act(Action::SetRoom(*room));
    }
}

/// Draws places; the one that was chosen.
pub fn places_ui(
    ui: &mut Ui,
    paint: &Paint,
    places: &[Place],
    mut drawn: impl FnMut(usize, Rect),
) -> Option<usize> {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let changes = |pair: &[Place]| matches!(pair, [a, b] if a.group != b.group);
    let n_lines = places.windows(2).filter(|pair| changes(pair)).count();
    let measures = Measures::of(places.len(), n_lines, ui.available_height());
    let mut chosen = None;
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden)
        .show(ui, |ui| {
            ui.add_space(TOP);
            let mut before = None;
            for (i, place) in places.iter().enumerate() {
                if before.is_some_and(|before| before != place.group) {
                    line_ui(ui, paint, measures.margin);
                }
                before = Some(place.group);
                let response = place_ui(ui, paint, place, measures);
                drawn(i, response.rect);
                if response.clicked() {
                    chosen = Some(i);
                }
            }
        });
    chosen
}

fn line_ui(ui: &mut Ui, paint: &Paint, margin: f32) {
    let size = vec2(ui.available_width(), 2.0 * margin + 1.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().hline(
        rect.x_range().shrink(14.0),
        rect.center().y,
        Stroke::new(1.0, paint.on_rail.gamma_multiply(0.3)),
    );
}

fn place_ui(ui: &mut Ui, paint: &Paint, place: &Place, measures: Measures) -> Response {
    let size = vec2(ui.available_width(), measures.item);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, place.chosen, &place.name));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(place.chosen));
    let (colour, family) = if place.chosen {
        (paint.on_primary, theme::semibold())
    } else {
        (paint.on_rail, FontFamily::Proportional)
    };
    if place.chosen {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, paint.primary);
    } else if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, paint.on_rail.gamma_multiply(0.12));
    }
    let icon = if measures.names {
        // Icon, gap and name together in the middle.
        let tall = measures.icon + 4.0 + 15.0;
        let top = rect.center().y - tall / 2.0;
        ui.painter().text(
            pos2(rect.center().x, top + tall - 7.5),
            Align2::CENTER_CENTER,
            &place.name,
            FontId::new(theme::CAPTION, family),
            colour,
        );
        pos2(rect.center().x, top + measures.icon / 2.0)
    } else {
        rect.center()
    };
    ui.painter().text(
        icon,
        Align2::CENTER_CENTER,
        place.icon.codepoint,
        FontId::new(measures.icon, theme::icons()),
        colour,
    );
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.shrink(2.0),
            CornerRadius::same(4),
            Stroke::new(2.0, colour),
            StrokeKind::Inside,
        );
    }
    if measures.names {
        response
    } else {
        response.on_hover_text(&place.name)
    }
}
