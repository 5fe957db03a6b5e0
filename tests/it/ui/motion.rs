//! "Riduci il movimento": with it nothing fades, slides or blinks; without a choice the desktop's wish counts. The real
//! window and the desktop's portal are in `tests/window/motion.py`.

use super::driver::Driver;
use egui::Key;
use egui::style::ScrollAnimation;
use ordito::workspace::{Action, Command, Motion};

/// Whether the style lets anything move, and whether all parts of it agree.
fn moves(driver: &Driver) -> bool {
    let style = driver.harness.ctx.global_style();
    let parts = [
        style.animation_time > 0.0,
        style.visuals.text_cursor.blink,
        style.scroll_animation != ScrollAnimation::none(),
    ];
    assert!(parts == [parts[0]; 3], "{parts:?}");
    parts[0]
}

fn ask(driver: &mut Driver, command: Command) {
    driver.harness.state_mut().state.asked.push(command);
    driver.settle();
}

#[test]
fn less_motion_is_chosen_and_given_back_and_the_desktop_counts_without_a_choice() {
    let mut driver = Driver::small(3, 3);
    let chosen = |driver: &Driver| driver.app().workspace.settings().motion;
    assert!(moves(&driver));
    ask(&mut driver, Command::ReduceMotion);
    assert!(!moves(&driver) && chosen(&driver) == Motion::Reduced);
    ask(&mut driver, Command::ReduceMotion);
    assert!(
        moves(&driver) && chosen(&driver) == Motion::Desktop,
        "as the desktop, which asks for nothing"
    );
    driver.harness.state_mut().workspace.set_desktop_still(true);
    driver.settle();
    assert!(!moves(&driver));
    ask(&mut driver, Command::ReduceMotion);
    assert!(
        moves(&driver) && chosen(&driver) == Motion::Full,
        "against the desktop's wish"
    );
    ask(&mut driver, Command::ReduceMotion);
    assert!(!moves(&driver) && chosen(&driver) == Motion::Desktop);
    // Another look brings a style of its own; it is as still.
    for look in [
        ordito::figure::palette::Look::Dark,
        ordito::figure::palette::Look::Contrast,
    ] {
        driver
            .harness
            .state_mut()
            .actions
            .push(Action::SetLook(look));
        driver.settle();
        assert!(!moves(&driver));
    }
}

/// How many frames a window asks for after a key, until it has come to rest.
fn frames_after(driver: &mut Driver, key: Key) -> u64 {
    driver.harness.key_press(key);
    driver.harness.run_steps(1);
    let mut n = 0;
    while n < 400 && driver.harness.ctx.has_requested_repaint() {
        driver.harness.step();
        n += 1;
    }
    n
}

#[test]
fn a_text_field_at_rest_asks_for_no_frame_when_nothing_is_to_move() {
    let mut driver = Driver::small(3, 3);
    ask(&mut driver, Command::ReduceMotion);
    ask(&mut driver, Command::Palette);
    let n = frames_after(&mut driver, Key::ArrowDown);
    assert!(n < 60, "{n} frames");
    let before = driver.harness.render().unwrap();
    driver.wait(1.5);
    assert!(
        before == driver.harness.render().unwrap(),
        "something moved"
    );
}
