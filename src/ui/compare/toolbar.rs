//! The line above: what is compared with what.

use super::CompareScreen;
use super::{MOST_SIDES, Mode, sides, start};
use crate::Cx;
use crate::widgets;
use egui::{Align, Layout, Ui};
use egui_material_icons::icons;
use ordito_workspace::{Command, ComparisonExport};

pub fn toolbar_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut CompareScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.horizontal(|ui| {
        ui.set_height(28.0);
        ui.spacing_mut().item_spacing.x = 8.0;
        let labels: Vec<String> = Mode::ALL.iter().map(|mode| words.say(mode.key())).collect();
        let chosen = Mode::ALL
            .iter()
            .position(|mode| *mode == state.mode)
            .unwrap_or(0);
        if let Some(i) = widgets::segmented_ui(ui, paint, &words.compare_what(), &labels, chosen)
            && let Some(mode) = Mode::ALL.get(i)
        {
            let own = &mut *state;
            own.mode = *mode;
            own.sides = start::defaults(workspace, *mode, own.follows);
            own.against = 1;
        }
        let n = state.sides.len();
        let width = ((ui.available_width() - 150.0) / n.max(1) as f32 - 28.0).clamp(70.0, 240.0);
        for side in 0..n {
            sides::chooser_ui(ui, cx, state, side, width);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for (icon, command, enabled) in [
                (
                    icons::ICON_DOWNLOAD,
                    Command::Export(ComparisonExport.into()),
                    super::super::commands::is_possible(
                        Command::Export(ComparisonExport.into()),
                        workspace,
                    ),
                ),
                (icons::ICON_GROUPS, Command::MakeConsensus, true),
                (icons::ICON_SWAP_HORIZ, Command::SwapSides, true),
                (icons::ICON_ADD, Command::AddSide, n < MOST_SIDES),
            ] {
                if widgets::icon_button_ui(ui, paint, icon, &words.say(command.key()), enabled)
                    .clicked()
                {
                    cx.ask(command);
                }
            }
        });
    });
}
