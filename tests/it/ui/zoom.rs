//! 200 % on a screen of 1280 × 800: nothing that can be asked for gets out of reach. Tab and Shift+Tab are walked through
//! every room; what they meet at 100 % they meet at 200 %, and what has the keyboard can be seen. Dialogs are in `zoom_dialogs`.

use super::catalogue::sample;
use super::driver::{App, settings};
use super::look;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use ordito::figure::palette::Look;
use ordito::ui;
use ordito::workspace::{Command, Room, Settings};
use std::collections::BTreeSet;

pub type Window = Harness<'static, App>;

/// The sample in a window of 1280 × 800 pixels, at this zoom.
pub fn opened(room: Room, look: Look, zoom: f32) -> (tempfile::TempDir, Window) {
    opened_in(room, look, [1280.0 / zoom, 800.0 / zoom], zoom, zoom)
}

/// The sample in a window of this size in points, so many pixels each.
fn opened_in(
    room: Room,
    look: Look,
    size: [f32; 2],
    scale: f32,
    zoom: f32,
) -> (tempfile::TempDir, Window) {
    let (folder, document) = sample();
    let mut harness = Harness::builder()
        .with_size(size)
        .with_pixels_per_point(scale)
        .with_max_steps(12)
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(ui::prepare)
        .renderer(ordito_raster::RasterTestRenderer::default())
        .build_ui_state(
            |ui, app: &mut App| app.frame(ui),
            App::of(
                document,
                Settings {
                    room,
                    look,
                    zoom,
                    ..settings()
                },
            ),
        );
    for _ in 0..8 {
        harness.run_ok();
        std::thread::sleep(std::time::Duration::from_millis(20));
        let now = std::time::Instant::now();
        harness.state_mut().workspace.tick(now);
    }
    (folder, harness)
}

pub fn picture(harness: &mut Window, name: &str) {
    // Only where they are asked for: there are many, and places are held by numbers.
    if std::env::var_os("ORDITO_PICTURES").is_some() {
        look::picture(harness, &format!("zoom-{name}"));
    }
}

/// A stop of the keyboard: role and name; items of a list, which the arrows go through, are one.
fn focused(harness: &Window) -> Option<String> {
    let node = harness
        .root()
        .children_recursive()
        .find(|node| node.accesskit_node().is_focused())?;
    let role = node.accesskit_node().role();
    // What a narrow toolbar or table leaves out is in the palette, or a heading that arrows go through.
    if role == Role::ColumnHeader {
        return Some(format!("{role:?}"));
    }
    if matches!(
        role,
        Role::GridCell | Role::TreeItem | Role::ListItem | Role::ListBoxOption | Role::Row
    ) {
        return Some(format!("{role:?}"));
    }
    Some(format!(
        "{role:?} {}",
        node.accesskit_node().label().unwrap_or_default()
    ))
}

/// What of the thing that has the keyboard can be seen, and all of it.
fn seen(harness: &Window) -> Option<(Rect, Rect)> {
    let id = harness.ctx.memory(egui::Memory::focused)?;
    let response = harness.ctx.read_response(id)?;
    Some((
        response.interact_rect.intersect(harness.ctx.content_rect()),
        response.rect,
    ))
}

/// Walks by the keyboard; stops met, and those that could not be seen when they had it.
pub fn walk(harness: &mut Window) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut met, mut hidden) = (BTreeSet::new(), BTreeSet::new());
    for held in [Modifiers::NONE, Modifiers::SHIFT] {
        let (mut inside, mut silent, mut out, mut again) = (0, 0, 0, 0);
        for _ in 0..400 {
            harness.key_press_modifiers(held, Key::Tab);
            for _ in 0..8 {
                harness.step();
            }
            let at = focused(harness);
            silent = if at.is_some() { 0 } else { silent + 1 };
            inside = if at.as_deref() == Some("GridCell") {
                inside + 1
            } else {
                0
            };
            if let Some(at) = at {
                again = if met.insert(at.clone()) { 0 } else { again + 1 };
                if let Some((part, whole)) = seen(harness) {
                    // Of a grid, a text or a divider a part is enough.
                    let small = whole.width() < 400.0 && whole.height() < 120.0;
                    let enough = if small { 0.85 } else { 0.1 };
                    let share = part.width().max(0.0) * part.height().max(0.0)
                        / (whole.width() * whole.height());
                    if share < enough {
                        hidden.insert(format!("{at}: {part:?} of {whole:?}"));
                    }
                }
            }
            if inside > 3 || silent > 3 {
                (inside, silent, out) = (0, 0, out + 1);
                harness.key_press(Key::F6);
                harness.run_ok();
                met.extend(focused(harness));
            }
            if out > 1 || again > 12 {
                break;
            }
        }
    }
    (met, hidden)
}

#[test]
fn no_control_of_the_first_rooms_gets_lost_at_200_percent() {
    no_control_gets_lost(&Room::ALL[..3]);
}
#[test]
fn no_control_of_the_other_rooms_gets_lost_at_200_percent() {
    no_control_gets_lost(&Room::ALL[3..]);
}

fn no_control_gets_lost(rooms: &[Room]) {
    let mut wrong = Vec::new();
    for room in rooms.iter().copied() {
        let (_folder, mut harness) = opened(room, Look::Light, 1.0);
        let (all, _) = walk(&mut harness);
        assert!(all.len() > 12, "{room:?}: {all:?}");
        let (_folder, mut harness) = opened(room, Look::Light, 2.0);
        picture(&mut harness, &format!("{}-200", room.key()));
        let (met, hidden) = walk(&mut harness);
        // The view is left out of a narrow toolbar, and is in the palette ("Mostra il netto" and so on).
        let elsewhere = |stop: &&String| stop.starts_with("RadioButton Vista:");
        let lost = all.difference(&met).filter(|stop| !elsewhere(stop));
        wrong.extend(lost.map(|stop| format!("{room:?}: not met: {stop}")));
        wrong.extend(
            hidden
                .into_iter()
                .map(|stop| format!("{room:?}: not seen: {stop}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_command_is_the_first_the_palette_finds_by_its_name() {
    let (_folder, mut harness) = opened(Room::Matrix, Look::Light, 2.0);
    let mut n_found = 0;
    for command in Command::all() {
        if !ui::commands::is_possible(command, &harness.state().workspace) {
            continue;
        }
        let name = harness.state().workspace.words().say(command.key());
        harness.state_mut().state.palette.toggle();
        harness.run_ok();
        harness.event(egui::Event::Text(name.clone()));
        harness.run_ok();
        let first = harness.root().children_recursive().find(|node| {
            node.accesskit_node().role() == Role::MenuItem
                && node.accesskit_node().is_selected() == Some(true)
        });
        let said = first
            .and_then(|node| node.accesskit_node().label())
            .unwrap_or_default();
        assert!(
            said == name || said.starts_with(&format!("{name}, ")),
            "{name}: {said}"
        );
        n_found += 1;
        harness.state_mut().state.palette.toggle();
        harness.run_ok();
    }
    assert!(n_found > 100, "{n_found}");
}

/// Where everything is, in points, as a screen reader is told; equal names in their order.
fn places(window: &Window) -> Vec<(String, Rect)> {
    let nodes = window.root().children_recursive();
    nodes
        .filter(|node| match node.accesskit_node().role() {
            Role::GenericContainer | Role::TextRun => false,
            // Pages of the sheets come from another thread, with what is written below them.
            Role::Image | Role::Label => window.state().workspace.settings().room != Room::Sheets,
            _ => true,
        })
        .filter_map(|node| {
            let (role, label) = (
                node.accesskit_node().role(),
                node.accesskit_node().label().unwrap_or_default(),
            );
            let place = node.accesskit_node().bounding_box()?;
            let [x0, y0, x1, y1] = [place.x0, place.y0, place.x1, place.y1].map(|at| at as f32);
            let place = Rect::from_min_max(egui::pos2(x0, y0), egui::pos2(x1, y1));
            Some((
                format!("{role:?} {label}"),
                place / window.ctx.pixels_per_point(),
            ))
        })
        .collect()
}

/// A screen of the same size in points, with finer pixels: everything is there and where it was, so nothing is cut that
/// can be seen at 1. Also for people to look at.
#[test]
fn every_room_is_the_same_at_every_scale() {
    let at = |room, look, scale: f32| opened_in(room, look, [1280.0, 800.0], scale, 1.0);
    let mut wrong = Vec::new();
    for room in Room::ALL.iter().copied() {
        let (_folder, mut window) = at(room, Look::Light, 1.0);
        picture(&mut window, &format!("{}-scale-1", room.key()));
        let wanted = places(&window);
        assert!(wanted.len() > 15, "{room:?}: {}", wanted.len());
        for scale in [1.25, 1.5, 2.0] {
            let (_folder, mut window) = at(room, Look::Light, scale);
            assert!((window.ctx.pixels_per_point() - scale).abs() < 1e-6);
            picture(&mut window, &format!("{}-scale-{scale}", room.key()));
            let found = places(&window);
            let names = |places: &[(String, Rect)]| {
                places
                    .iter()
                    .map(|(name, _)| name.clone())
                    .collect::<Vec<_>>()
            };
            assert_eq!(names(&found), names(&wanted), "{room:?} at {scale}");
            for ((name, found), (_, wanted)) in found.iter().zip(&wanted) {
                // A line of text is as tall as whole pixels allow, so that long forms grow a little.
                let across = (found.left() - wanted.left())
                    .abs()
                    .max((found.right() - wanted.right()).abs());
                let down = (found.top() - wanted.top()).abs();
                let taller = (found.height() - wanted.height()).abs();
                if across > 4.0
                    || down > 4.0 + wanted.top().abs() * 0.02
                    || taller > 2.0 + wanted.height() * 0.1
                {
                    wrong.push(format!(
                        "{room:?} at {scale}: {name}: {found:?}, at 1 {wanted:?}"
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The same screen of 1280 × 800 pixels at the scales between, light and dark; what can be reached is walked at 200 %.
#[test]
fn every_room_is_drawn_at_every_scale_of_a_small_screen() {
    for (look, name) in [(Look::Light, "light"), (Look::Dark, "dark")] {
        for scale in [1.25, 1.5, 2.0] {
            for room in Room::ALL.iter().copied() {
                let (_folder, mut window) = opened(room, look, scale);
                assert!((window.ctx.pixels_per_point() - scale).abs() < 1e-6);
                look::picture(
                    &mut window,
                    &format!("zoom-{}-small-{scale}-{name}", room.key()),
                )
                .is_of(look);
            }
        }
    }
}
