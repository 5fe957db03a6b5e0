//! The first tour: a few steps, each of which points at the thing it speaks of. It covers nothing and asks for nothing: who
//! wants to try goes on working beside it.

use super::theme::{self, Paint};
use super::{UiState, cover, widgets};
use crate::Cx;
use egui::accesskit::{Live, Role};
use egui::{
    Area, Context, CornerRadius, Frame, Id, Key, LayerId, Modifiers, Order, Painter, Pos2, Rect,
    RichText, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2,
};
use egui_material_icons::icons;
use ordito_workspace::{Action, Room};

/// What can be pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// A room on the rail.
    Place(Room),
    /// What lies right of the rail.
    Work,
    Search,
    Saved,
}

/// A step: what it points at, the room that is shown meanwhile, and its text.
struct Step {
    mark: Mark,
    room: Option<Room>,
    key: &'static str,
}
const STEPS: [Step; 5] = [
    Step {
        mark: Mark::Place(Room::Catalogue),
        room: Some(Room::Catalogue),
        key: "tour-1",
    },
    Step {
        mark: Mark::Place(Room::Frameworks),
        room: Some(Room::Frameworks),
        key: "tour-2",
    },
    Step {
        mark: Mark::Work,
        room: Some(Room::Matrix),
        key: "tour-3",
    },
    Step {
        mark: Mark::Search,
        room: None,
        key: "tour-4",
    },
    Step {
        mark: Mark::Saved,
        room: None,
        key: "tour-5",
    },
];
const WIDTH: f32 = 340.0;
/// Between the thing and what is said of it: as long as the arrow.
const APART: f32 = 14.0;

/// Where one is in the tour.
#[derive(Debug, Default)]
pub struct Tour {
    step: Option<usize>,
    /// Frames in which the button of a step that has just begun takes the keyboard: rooms take it as well when they are
    /// shown.
    fresh: u8,
}
impl Tour {
    pub fn start(&mut self) {
        self.go(Some(0));
    }
    fn go(&mut self, step: Option<usize>) {
        (self.step, self.fresh) = (step, 4);
    }
}

fn place(mark: Mark) -> Id {
    Id::unique("tour").with(egui::IdSalt::new(mark))
}

/// Remembers where something is, for the step that points at it.
pub fn mark(ctx: &Context, mark: Mark, rect: Rect) {
    ctx.data_mut(|data| data.insert_temp(place(mark), rect));
}

/// Draws the step, if the tour is on.
pub fn tour_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut UiState) {
    let Some(at) = state.tour.step else { return };
    let Some(step) = STEPS.get(at) else { return };
    if cover::is_covered(ui.ctx()) {
        return;
    }
    let workspace = cx.workspace;
    if state.tour.fresh == 4
        && workspace.document().is_some()
        && let Some(room) = step.room.filter(|room| *room != workspace.settings().room)
    {
        cx.act(Action::SetRoom(room));
    }
    let Some(target) = ui.data(|data| data.get_temp::<Rect>(place(step.mark))) else {
        return;
    };
    let screen = ui.ctx().content_rect();
    let size = ui
        .data(|data| data.get_temp::<Vec2>(Id::unique("tour-size")))
        .unwrap_or(vec2(WIDTH, 170.0));
    let (left_top, tip) = beside(target, size, screen);
    let painter = Painter::new(
        ui.ctx().clone(),
        LayerId::new(Order::Foreground, Id::unique("tour-ring")),
        screen,
    );
    ring(&painter, cx.paint, target);
    let area = Area::new(Id::unique("tour-card"))
        .order(Order::Foreground)
        .fixed_pos(left_top);
    let shown = area.show(ui.ctx(), |ui| card_ui(ui, cx, at, &mut state.tour));
    let card = shown.response.rect;
    ui.data_mut(|data| data.insert_temp(Id::unique("tour-size"), card.size()));
    if (card.size() - size).length() > 1.0 {
        ui.ctx().request_repaint();
    }
    if let Some(tip) = tip {
        arrow(&painter, cx.paint, card, tip);
    }
    let writing = ui.ctx().text_edit_focused();
    let escape = !writing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if escape || shown.inner {
        cx.act(Action::TourSeen);
        state.tour.go(None);
    }
}

/// Where the card stands, and the point of the thing that its arrow ends at.
fn beside(target: Rect, size: Vec2, screen: Rect) -> (Pos2, Option<Pos2>) {
    let within = |at: Pos2| {
        pos2(
            at.x.clamp(8.0, (screen.right() - size.x - 8.0).max(8.0)),
            at.y.clamp(8.0, (screen.bottom() - size.y - 8.0).max(8.0)),
        )
    };
    // What is large is spoken of within it, where nothing of it is hidden that matters.
    if target.width() > screen.width() * 0.4 && target.height() > screen.height() * 0.4 {
        let at = pos2(
            target.right() - size.x - 24.0,
            target.bottom() - size.y - 24.0,
        );
        return (within(at), None);
    }
    let middle = target.center() - size / 2.0;
    if target.right() + APART + size.x < screen.center().x {
        let tip = target.right_center();
        return (within(pos2(tip.x + APART, middle.y)), Some(tip));
    }
    if target.center().y < screen.center().y {
        let tip = target.center_bottom();
        return (within(pos2(middle.x, tip.y + APART)), Some(tip));
    }
    let tip = target.center_top();
    (within(pos2(middle.x, tip.y - APART - size.y)), Some(tip))
}

fn ring(painter: &Painter, paint: &Paint, target: Rect) {
    painter.rect_stroke(
        target.shrink(1.0),
        CornerRadius::same(theme::RADIUS),
        Stroke::new(3.0, paint.warning),
        StrokeKind::Inside,
    );
}

/// From the nearest edge of the card to the thing.
fn arrow(painter: &Painter, paint: &Paint, card: Rect, tip: Pos2) {
    let foot = card.clamp(tip);
    let along = (tip - foot).normalized();
    if !along.is_finite() || along == Vec2::ZERO {
        return;
    }
    let across = along.rot90() * 8.0;
    let back = foot - along;
    painter.add(Shape::convex_polygon(
        vec![back + across, tip - along * 2.0, back - across],
        paint.warning,
        Stroke::NONE,
    ));
}

/// What the step says; true when the tour is over.
fn card_ui(ui: &mut Ui, cx: &mut Cx<'_>, at: usize, tour: &mut Tour) -> bool {
    let (paint, words) = (cx.paint, cx.words());
    let last = at + 1 >= STEPS.len();
    let mut over = false;
    Frame::popup(ui.style())
        .fill(paint.surface)
        .stroke(Stroke::new(2.0, paint.warning))
        .inner_margin(14.0)
        .show(ui, |ui| {
            ui.set_width(WIDTH - 32.0);
            widgets::region(ui, Role::Region, &words.tour_title());
            ui.horizontal(|ui| {
                widgets::title_ui(ui, paint, &words.tour_title());
                let layout = egui::Layout::right_to_left(egui::Align::Center);
                ui.with_layout(layout, |ui| {
                    let name = words.tour_end_now();
                    over = widgets::icon_button_ui(ui, paint, icons::ICON_CLOSE, &name, true)
                        .clicked();
                    widgets::caption_ui(ui, paint, &words.tour_step(at + 1));
                });
            });
            if let Some(step) = STEPS.get(at) {
                let text = words.say(step.key);
                let said = RichText::new(&text).color(paint.ink);
                let said = ui.add(egui::Label::new(said).wrap());
                ui.ctx()
                    .accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
            }
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                if at > 0 && widgets::button_ui(ui, &words.tour_back()).clicked() {
                    tour.go(Some(at - 1));
                    return;
                }
                let next = if last {
                    words.tour_end()
                } else {
                    words.tour_next()
                };
                let next = widgets::primary_button_ui(ui, paint, &next, true);
                if tour.fresh > 0 {
                    tour.fresh -= 1;
                    next.request_focus();
                    ui.ctx().request_repaint();
                }
                if next.clicked() && last {
                    over = true;
                } else if next.clicked() {
                    tour.go(Some(at + 1));
                }
            });
        });
    over
}
