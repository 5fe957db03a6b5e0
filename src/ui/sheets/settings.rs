//! Parts and their order, template, format, export.

use super::SheetsScreen;
use crate::Cx;
use crate::widgets;
use egui::Ui;
use egui_material_icons::icons;
use ordito_pages::export::SheetFormat;
use ordito_workspace::{Action, Purpose, SheetsExport};

pub fn settings_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SheetsScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    egui::Panel::bottom("sheets-export")
        .frame(egui::Frame::new())
        .show_separator_line(false)
        .show(ui, |ui| {
            export_ui(ui, cx, state);
        });
    egui::ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            widgets::part_title_ui(ui, paint, &words.sheets_parts());
            parts_ui(ui, cx, state);
            ui.add_space(10.0);
            widgets::part_title_ui(ui, paint, &words.sheets_format());
            let labels = SheetFormat::ALL.map(|format| format.ending().to_uppercase());
            let chosen = SheetFormat::ALL
                .iter()
                .position(|format| *format == state.format)
                .unwrap_or(0);
            if let Some(i) =
                widgets::segmented_ui(ui, paint, &words.sheets_format(), &labels, chosen)
            {
                state.format = SheetFormat::ALL.get(i).copied().unwrap_or(state.format);
            }
            if state.format == SheetFormat::Pdf {
                ui.add_space(4.0);
                template_ui(ui, cx, state);
            }
            ui.add_space(4.0);
            ui.checkbox(&mut state.bound, words.sheets_bound());
        });
}

fn parts_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut SheetsScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let mut moved = None;
    let last = state.parts.len().saturating_sub(1);
    let wide = ui.available_width();
    for (i, (part, wanted)) in state.parts.iter_mut().enumerate() {
        let name = words.say(part.key());
        let label = |key: &str| words.say_with(key, &[("part", name.as_str().into())]);
        let (rect, _) = ui.allocate_exact_size(egui::vec2(wide, 30.0), egui::Sense::hover());
        let (text, arrows) = rect.split_left_right_at_x(rect.right() - 58.0);
        let left = egui::Layout::left_to_right(egui::Align::Center);
        ui.scope_builder(egui::UiBuilder::new().max_rect(text).layout(left), |ui| {
            ui.set_clip_rect(text.intersect(ui.clip_rect()));
            ui.add(egui::Checkbox::new(wanted, name.as_str()));
        });
        ui.scope_builder(egui::UiBuilder::new().max_rect(arrows).layout(left), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let up = widgets::icon_button_ui(
                ui,
                paint,
                icons::ICON_KEYBOARD_ARROW_UP,
                &label("sheets-part-up"),
                i > 0,
            );
            let down = label("sheets-part-down");
            let down = widgets::icon_button_ui(
                ui,
                paint,
                icons::ICON_KEYBOARD_ARROW_DOWN,
                &down,
                i < last,
            );
            if up.clicked() {
                moved = Some((i, i.saturating_sub(1)));
            }
            if down.clicked() {
                moved = Some((i, (i + 1).min(last)));
            }
        });
    }
    if let Some((from, to)) = moved {
        state.parts.swap(from, to);
    }
}

fn template_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SheetsScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let name = words.sheets_template();
    widgets::caption_ui(ui, paint, &name);
    let of_program = words.sheets_template_shipped();
    let own = state
        .template
        .as_ref()
        .and_then(|path| path.file_name())
        .map(|name| name.to_string_lossy().into_owned());
    let shown = own.clone().unwrap_or_else(|| of_program.clone());
    let wide = ui.available_width() - 8.0;
    let combo = widgets::combo("sheets-template")
        .width(wide)
        .truncate()
        .selected_text(shown)
        .show_ui(ui, |ui| {
            if ui
                .selectable_label(own.is_none(), of_program.as_str())
                .clicked()
            {
                state.template = None;
            }
            if let Some(own) = &own {
                let _ = ui.selectable_label(true, own);
            }
            if ui
                .selectable_label(false, words.sheets_template_choose())
                .clicked()
            {
                cx.act(Action::PickFile(Purpose::SheetTemplate));
            }
            if ui
                .selectable_label(false, words.sheets_template_copy())
                .clicked()
            {
                cx.act(Action::PickFile(Purpose::CopyTemplate));
            }
        });
    widgets::name_it(ui, &combo.response, &name);
}

fn export_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &SheetsScreen) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    if let Some((done, of)) = workspace.sheets_progress() {
        let numbers = words.numbers();
        let text = words.sheets_writing(numbers.count(done), numbers.count(of));
        widgets::caption_ui(ui, paint, &text);
        let share = done as f32 / of.max(1) as f32;
        let width = ui.available_width();
        widgets::share_bar_ui(ui, paint, &text, share, egui::vec2(width, 8.0));
        ui.add_space(4.0);
        if widgets::button_ui(ui, &words.sheets_stop()).clicked() {
            cx.act(Action::StopSheets);
        }
        return;
    }
    let n = state.to_export(contents).len();
    let ready = n > 0 && state.parts.iter().any(|(_, wanted)| *wanted);
    let label = words.sheets_export(n);
    if widgets::primary_button_ui(ui, paint, &label, ready).clicked() {
        cx.act(Action::PickFile(Purpose::Export(SheetsExport.into())));
    }
    let text = widgets::muted(words.sheets_export_text(), paint).size(crate::theme::CAPTION);
    ui.add(egui::Label::new(text).wrap());
}
