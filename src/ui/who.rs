//! The line that asks once with which name things are signed. It takes no key: who types goes on typing.

use super::widgets;
use crate::Cx;
use egui::Ui;
use egui::accesskit::Role;
use egui_material_icons::icons;
use ordito_model::Signature;
use ordito_workspace::{Action, Command};

pub const HEIGHT: f32 = 42.0;

pub fn who_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let question = words.who_ask();
    widgets::region(ui, Role::Region, &question);
    ui.horizontal_centered(|ui| {
        ui.add_space(12.0);
        ui.spacing_mut().item_spacing.x = 10.0;
        widgets::icon_ui(ui, icons::ICON_INFO, 18.0, paint.primary);
        ui.label(question);
        if widgets::button_ui(ui, &words.who_say()).clicked() {
            cx.ask(Command::Identity);
        }
        if widgets::button_ui(ui, &words.who_not_now()).clicked() {
            cx.act(Action::SetSignature(Box::new(Signature {
                ..workspace.settings().signature.clone()
            })));
        }
    });
}
