//! Guide and shortcuts in a pane beside the work, to be read while one works.

mod guide;
mod shortcuts;

use super::UiState;
use super::{cover, rail, widgets};
use crate::Cx;
use egui::text_edit::TextEditState;
use egui::{Align, Context, Frame, Id, Key, Layout, Margin, Memory, Modifiers, Ui};
use egui_material_icons::icons;
use ordito_workspace::Command;

/// What a room needs beside the pane before it is scrolled.
const WORK: f32 = 900.0;
const WIDTHS: std::ops::RangeInclusive<f32> = 300.0..=420.0;

/// What is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Page {
    #[default]
    Guide,
    Shortcuts,
}

/// The pane, and where one is in it.
#[derive(Debug, Default)]
pub struct Help {
    page: Option<Page>,
    pages: guide::GuidePages,
    /// It was just asked for and takes the keyboard.
    fresh: bool,
    /// It has the keyboard.
    within: bool,
    /// What had the keyboard when it opened, and has it again when it closes.
    back: Option<Id>,
}

impl Help {
    pub const fn is_open(&self) -> bool {
        self.page.is_some()
    }
    /// What a command asks for; asked for again it closes.
    pub fn toggle(&mut self, command: Command) {
        let wanted = match command {
            Command::Shortcuts => Page::Shortcuts,
            _ => Page::Guide,
        };
        self.page = (self.page != Some(wanted)).then_some(wanted);
        self.fresh = self.is_open();
    }
    /// Remembers who has the keyboard now, and where its caret is.
    fn take_keyboard(&mut self, ctx: &Context) {
        if self.within {
            return;
        }
        self.back = ctx
            .memory(Memory::focused)
            .filter(|_| !cover::is_covered(ctx));
        let text = self.back.and_then(|id| TextEditState::load(ctx, id));
        ctx.data_mut(|data| data.insert_temp(caret(), text));
    }
    /// Gives the keyboard back, where nobody else took it meanwhile.
    fn give_back(&mut self, ctx: &Context) {
        let is_free = std::mem::take(&mut self.within) || ctx.memory(Memory::focused).is_none();
        let Some(id) = self.back.take().filter(|_| is_free) else {
            return;
        };
        let text = ctx.data_mut(|data| data.remove_temp::<Option<TextEditState>>(caret()));
        if let Some(text) = text.flatten() {
            text.store(ctx, id);
        }
        ctx.memory_mut(|memory| memory.request_focus(id));
    }
}

fn caret() -> Id {
    Id::unique("help-caret")
}

/// Draws the pane, if it is open.
pub fn help_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut UiState) {
    let help = &mut state.help;
    let Some(page) = help.page else {
        help.give_back(ui.ctx());
        return;
    };
    if help.fresh {
        help.take_keyboard(ui.ctx());
    }
    let (paint, words) = (cx.paint, cx.words());
    let window = ui.ctx().content_rect().width();
    let width = (window - rail::width(window) - WORK).clamp(*WIDTHS.start(), *WIDTHS.end());
    let mut next = Some(page);
    let shown = egui::Panel::right("help")
        .default_size(width)
        .size_range(*WIDTHS.start()..=(window * 0.5).max(*WIDTHS.end()))
        .frame(
            Frame::new()
                .fill(paint.surface)
                .inner_margin(Margin::symmetric(14, 10)),
        )
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let labels = [words.guide_title(), words.help_shortcuts()];
                let chosen = usize::from(page == Page::Shortcuts);
                let name = words.help_title();
                match widgets::segmented_ui(ui, paint, &name, &labels, chosen) {
                    Some(0) => next = Some(Page::Guide),
                    Some(_) => next = Some(Page::Shortcuts),
                    None => {}
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let name = words.help_close();
                    if widgets::icon_button_ui(ui, paint, icons::ICON_CLOSE, &name, true).clicked()
                    {
                        next = None;
                    }
                });
            });
            ui.add_space(4.0);
            let fresh = std::mem::take(&mut help.fresh);
            match page {
                Page::Guide => guide::guide_ui(ui, cx, &mut help.pages, fresh),
                Page::Shortcuts => shortcuts::shortcuts_ui(ui, cx, fresh),
            }
        });
    widgets::name_divider(ui, "help", words);
    // Escape closes it for whoever is in it; who works goes on working.
    let within = cover::focus_before(ui.ctx())
        .and_then(|id| ui.ctx().read_response(id))
        .is_some_and(|response| shown.response.rect.contains_rect(response.rect));
    help.within = within;
    if within
        && !cover::is_covered(ui.ctx())
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    {
        next = None;
    }
    if next != help.page {
        help.page = next;
        help.fresh = next.is_some();
        if next.is_none() {
            help.give_back(ui.ctx());
        }
        ui.ctx().request_repaint();
    }
}
