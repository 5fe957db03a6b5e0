//! Who takes part, in a table as wide as the room: a line a person, typed field by field, pasted in whole blocks, or read
//! from a file.

use super::LabScreen;
use super::people;
use super::prepare::Form;
use crate::Cx;
use crate::screen::{Request, Screen as _};
use crate::theme::{self, Paint};
use crate::widgets;
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, DragValue, Event, FontId, Id, Key, Modifiers, Popup, Response, RichText,
    ScrollArea, Sense, Ui, WidgetInfo, vec2,
};
use egui_material_icons::{MaterialIcon, icons};
use ordito_model::{LabId, Part, Participant};
use ordito_words::Words;
use ordito_workspace::{Action, Notice, Purpose, Severity};
use std::collections::BTreeSet;

/// Widths of the columns that do not grow.
const NUMBER: f32 = 34.0;
const MARK: f32 = 30.0;
const GAP: f32 = 6.0;
const ROW: f32 = 32.0;

/// Columns of texts, with the share of the width that each has.
const FIELDS: [(&str, f32); 4] = [
    ("lab-name", 0.30),
    ("lab-role", 0.24),
    ("lab-organisation", 0.28),
    ("lab-table", 0.18),
];

/// Draws it; the line that has the keyboard.
pub fn table_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: LabId, own: &mut LabScreen) -> Option<Id> {
    let (paint, words) = (cx.paint, cx.words());
    tools_ui(ui, cx, id, own);
    let block = if own.in_table { pasted_block(ui) } else { None };
    let next = &mut own.next_field;
    let form = own.form.as_mut()?;
    people::with_blank(form);
    let seated = |part: Part| matches!(part, Part::Seat | Part::Table);
    let apart = form.lab.participants.iter().any(|each| seated(each.part));
    widgets::bars(ui, paint);
    let line = ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(GAP, 4.0);
            if apart {
                widgets::part_title_ui(ui, paint, &words.lab_presences());
                ui.label(widgets::muted(words.lab_presences_text(), paint));
            }
            let listed = |part| matches!(part, Part::Present) || !apart;
            heads_ui(ui, paint, words, |_| true);
            let mut line = lines_ui(ui, (paint, words), form, (false, next), listed);
            // What is written comes first; of seats there is a number and a table.
            if apart {
                ui.add_space(10.0);
                widgets::part_title_ui(ui, paint, &words.lab_who_votes());
                let votes = |part| !matches!(part, Part::Present);
                heads_ui(ui, paint, words, |key| {
                    matches!(key, "lab-name" | "lab-table")
                });
                line = line.or(lines_ui(ui, (paint, words), form, (true, next), votes));
            }
            line
        })
        .inner;
    own.in_table = line.is_some();
    if let Some(text) = block {
        import(cx, own, id, &text);
    }
    line
}

/// Takes a block of cells out of what is pasted before a field sees it: a field would make one line of it.
fn pasted_block(ui: &Ui) -> Option<String> {
    let mut found = None;
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Paste(text) if text.trim_end().contains(['\n', '\t']) => {
                found = Some(text.clone());
                false
            }
            _ => true,
        });
    });
    found
}

/// Shows what a pasted block would bring.
fn import(cx: &mut Cx<'_>, own: &mut LabScreen, id: LabId, text: &str) {
    own.commit_typing(cx);
    let purpose = Purpose::ImportPeople(id);
    match crate::dialogs::pasted_table(text, purpose, cx.workspace) {
        Ok(read) => cx.request(Request::Import(Box::new(read))),
        Err(reason) => cx.act(Action::Notify(Notice::new(Severity::Warning, reason))),
    }
}

/// Where people come from besides the keyboard, and at which tables they sit.
fn tools_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: LabId, own: &mut LabScreen) {
    let words = cx.words();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = ROW;
        if widgets::button_ui(ui, &words.lab_people_paste()).clicked() {
            own.commit_typing(cx);
            cx.request(Request::Paste(Purpose::ImportPeople(id)));
        }
        if widgets::button_ui(ui, &words.lab_people_import()).clicked() {
            own.commit_typing(cx);
            cx.act(Action::PickFile(Purpose::ImportPeople(id)));
        }
        let Some(form) = &mut own.form else { return };
        let seated = form.named().any(|(each, _)| {
            matches!(each.part, Part::Person | Part::Seat) && !form.lab.is_by_table()
        });
        if seated {
            let n_tables = own.n_tables.get_or_insert(4);
            ui.separator();
            let label = words.lab_seat_at_tables();
            let seat = widgets::button_ui(ui, &label);
            if seat
                .on_hover_text(words.lab_seat_at_tables_text())
                .clicked()
            {
                people::seat_at_tables(form, *n_tables);
            }
            let response = ui.add(DragValue::new(n_tables).range(1..=50));
            widgets::name_it(ui, &response, &words.lab_add_tables());
            ui.label(words.lab_tables_word());
        }
    });
    ui.label(
        RichText::new(words.lab_people_hint())
            .size(theme::CAPTION)
            .color(cx.paint.muted),
    );
    ui.add_space(4.0);
}

/// The widths of name, role, body and table in what there is.
fn widths(ui: &Ui) -> [f32; 4] {
    let rest = ui.available_width() - NUMBER - 2.0 * MARK - 7.0 * GAP - 8.0;
    FIELDS.map(|(_, share)| (rest * share).max(60.0))
}

fn heads_ui(ui: &mut Ui, paint: &Paint, words: &Words, has: impl Fn(&str) -> bool) {
    let widths = widths(ui);
    ui.horizontal(|ui| {
        ui.add_space(NUMBER + MARK + GAP);
        for ((key, _), width) in FIELDS.into_iter().zip(widths) {
            let (rect, response) = ui.allocate_exact_size(vec2(width, 18.0), Sense::hover());
            if !has(key) {
                continue;
            }
            let name = words.say(key);
            response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
            let font = FontId::new(theme::CAPTION, theme::semibold());
            let at = rect.left_center() + vec2(8.0, 0.0);
            ui.painter()
                .text(at, Align2::LEFT_CENTER, &name, font, paint.muted);
        }
    });
}

/// The lines of these parts; the one that has the keyboard.
fn lines_ui(
    ui: &mut Ui,
    (paint, words): (&Paint, &Words),
    form: &mut Form,
    (votes, next): (bool, &mut Option<(bool, usize, usize)>),
    is_here: impl Fn(Part) -> bool,
) -> Option<Id> {
    let tables: BTreeSet<String> = form
        .named()
        .map(|(each, _)| each.table.trim().to_owned())
        .filter(|table| !table.is_empty())
        .collect();
    let (mut gone, mut has_keyboard, mut n) = (None, None, 0);
    let widths = widths(ui);
    let people = form.lab.participants.iter_mut().zip(&mut form.names);
    for (place, (each, name)) in people.enumerate() {
        if !is_here(each.part) {
            continue;
        }
        n += 1;
        let line = Line {
            n,
            widths,
            paint,
            words,
            tables: &tables,
            asked: next
                .take_if(|(list, line, _)| (*list, *line) == (votes, n))
                .map(|(.., field)| field),
        };
        let id = ui.scope_id().with(each.id);
        let response = ui.push_id(each.id, |ui| line.ui(ui, each, name)).inner;
        if response.has_keyboard {
            has_keyboard = Some(id);
        }
        // Enter goes on as in a spreadsheet: the same field of the next line, which is there in the next frame.
        if let Some(field) = response.entered {
            *next = Some((votes, n + 1, field));
            has_keyboard = Some(id);
            ui.request_repaint();
        }
        if response.removed {
            gone = Some(place);
        }
    }
    if let Some(place) = gone {
        form.lab.participants.remove(place);
        form.names.remove(place);
    }
    has_keyboard
}

/// What a line is drawn with.
struct Line<'a> {
    n: usize,
    widths: [f32; 4],
    paint: &'a Paint,
    words: &'a Words,
    tables: &'a BTreeSet<String>,
    /// The field that gets the keyboard.
    asked: Option<usize>,
}

/// What was done in a line.
#[derive(Default)]
struct Done {
    has_keyboard: bool,
    removed: bool,
    /// Enter was pressed in this field.
    entered: Option<usize>,
}

impl Line<'_> {
    fn ui(&self, ui: &mut Ui, each: &mut Participant, name: &mut String) -> Done {
        let blank = people::is_blank(each, name);
        let votes = !blank && each.part != Part::Present;
        let mut done = Done::default();
        ui.horizontal(|ui| {
            ui.set_min_height(ROW);
            self.number_ui(ui, blank);
            if votes {
                self.here_ui(ui, name, &mut each.absent);
            } else {
                // As a box would be: the fields after it keep their ids, and so the keyboard, when there is one.
                ui.allocate_exact_size(vec2(MARK, ROW), Sense::hover());
            }
            let texts = [
                &mut *name,
                &mut each.role,
                &mut each.organisation,
                &mut each.table,
            ];
            (done.has_keyboard, done.entered) = self.fields_ui(ui, each.part, texts);
            let toggles =
                |input: &mut egui::InputState| input.consume_key(Modifiers::COMMAND, Key::Space);
            if done.has_keyboard && votes && ui.input_mut(toggles) {
                each.absent = !each.absent;
            }
            if !blank {
                let remove = self.words.lab_remove_participant(name.as_str());
                done.removed = self.mark_ui(ui, icons::ICON_CLOSE, &remove).clicked();
            }
        });
        done
    }

    fn number_ui(&self, ui: &mut Ui, blank: bool) {
        let (rect, _) = ui.allocate_exact_size(vec2(NUMBER - GAP, ROW), Sense::hover());
        if blank {
            return;
        }
        ui.painter().text(
            rect.right_center() - vec2(4.0, 0.0),
            Align2::RIGHT_CENTER,
            self.words.numbers().count(self.n),
            FontId::proportional(13.0),
            self.paint.muted,
        );
    }

    /// In the room or not.
    fn here_ui(&self, ui: &mut Ui, name: &str, absent: &mut bool) {
        let here = self.words.lab_present(name);
        let (rect, response) = ui.allocate_exact_size(vec2(MARK, ROW), Sense::CLICK);
        let box_ = egui::Rect::from_center_size(rect.center(), vec2(17.0, 17.0));
        let radius = CornerRadius::same(3);
        let stroke = egui::Stroke::new(1.0, self.paint.border);
        let inside = egui::StrokeKind::Inside;
        ui.painter()
            .rect(box_, radius, self.paint.surface, stroke, inside);
        if !*absent {
            ui.painter().text(
                box_.center(),
                Align2::CENTER_CENTER,
                icons::ICON_CHECK.codepoint,
                FontId::new(15.0, theme::icons()),
                self.paint.ink,
            );
        }
        let response = response.on_hover_text(&here);
        let present = !*absent;
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, present, &here));
        if response.clicked() {
            *absent = present;
        }
    }

    /// A mark that the mouse presses: Tab goes from field to field, past it.
    fn mark_ui(&self, ui: &mut Ui, icon: MaterialIcon, name: &str) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(MARK, ROW), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        if response.hovered() {
            let radius = CornerRadius::same(theme::RADIUS);
            ui.painter().rect_filled(rect, radius, self.paint.surface);
        }
        ui.painter().text(
            rect.center(),
            Align2::CENTER_CENTER,
            icon.codepoint,
            FontId::new(18.0, theme::icons()),
            self.paint.muted,
        );
        response.on_hover_text(name)
    }

    /// Name, role, body, table; whether one of them has the keyboard, and in which Enter was pressed. Of seats and tables only where they sit is
    /// written: they are numbers.
    fn fields_ui(&self, ui: &mut Ui, part: Part, texts: [&mut String; 4]) -> (bool, Option<usize>) {
        let (mut has_keyboard, mut entered) = (false, None);
        for ((at, text), width) in texts.into_iter().enumerate().zip(self.widths) {
            let is_table = at + 1 == FIELDS.len();
            let written = match part {
                Part::Person | Part::Present => true,
                Part::Seat => is_table,
                Part::Table => false,
            };
            if !written {
                let (rect, _) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
                let shown = if at == 0 { text.as_str() } else { "" };
                ui.painter().text(
                    rect.left_center() + vec2(8.0, 0.0),
                    Align2::LEFT_CENTER,
                    shown,
                    FontId::proportional(theme::BASE),
                    self.paint.ink,
                );
                continue;
            }
            let key = FIELDS.get(at).map_or("", |(key, _)| *key);
            let named = format!("{} {}", self.words.say(key), self.n);
            let arrow = if is_table { MARK } else { 0.0 };
            let field = widgets::line_edit_ui(ui, &named, text, "", width - 16.0 - arrow);
            has_keyboard |= field.has_focus();
            if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
                entered = Some(at);
            }
            if self.asked == Some(at) {
                field.request_focus();
                field.scroll_to_me(None);
            }
            if is_table {
                ui.spacing_mut().item_spacing.x = 0.0;
                let list = self.words.lab_tables_there(self.n.to_string());
                let opener = self.mark_ui(ui, icons::ICON_EXPAND_MORE, &list);
                self.tables_ui(&opener, text);
                ui.spacing_mut().item_spacing.x = GAP;
            }
        }
        (has_keyboard, entered)
    }

    /// The tables that there are, and one more.
    fn tables_ui(&self, opener: &Response, text: &mut String) {
        let free = (1..).find(|n: &usize| !self.tables.contains(&n.to_string()));
        let free = free.map(|n| n.to_string());
        Popup::menu(opener).show(|ui| {
            for table in self.tables.iter().chain(&free) {
                let said = self.words.lab_numbered_table(table.as_str());
                if ui.selectable_label(text == table, said).clicked() {
                    text.clone_from(table);
                    ui.close();
                }
            }
        });
    }
}
