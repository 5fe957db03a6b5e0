//! Who takes part: persons by name, or numbered seats with the list of presences apart, or tables.

use super::prepare::Form;
use crate::Cx;
use crate::theme::Paint;
use crate::widgets;
use egui::{DragValue, TextEdit, Ui};
use egui_material_icons::icons;
use ordito_model::{AssessorId, Contents, Lab, Part, Participant, numbered_word};
use ordito_words::Words;
use std::collections::BTreeMap;

/// A person a line: name, role, body, table.
pub fn lines<'a>(people: impl Iterator<Item = (String, &'a Participant)>) -> String {
    let line = |(name, each): (String, &Participant)| {
        let parts = [name.as_str(), &each.role, &each.organisation, &each.table].map(str::trim);
        let filled = parts
            .iter()
            .rposition(|part| !part.is_empty())
            .map_or(0, |last| last + 1);
        format!("{}\n", parts.get(..filled).unwrap_or_default().join("; "))
    };
    people.map(line).collect()
}

/// Those of the list of presences, with their ids where they stood on it.
pub fn read(text: &str, before: &Lab, contents: &Contents) -> Vec<(String, Participant)> {
    let mut known: BTreeMap<String, Vec<AssessorId>> = BTreeMap::new();
    for each in before
        .participants
        .iter()
        .rev()
        .filter(|each| each.part == Part::Present)
    {
        let name = contents
            .assessors
            .get(&each.id)
            .map(|it| it.name.clone())
            .unwrap_or_default();
        known.entry(name).or_default().push(each.id);
    }
    let person = |line: &str| {
        let mut parts: Vec<String> = line
            .split(['\t', ';'])
            .map(|part| part.trim().to_owned())
            .collect();
        // A line without a name is read by what it has.
        let name = parts.iter().position(|part| !part.is_empty())?;
        parts.drain(..name);
        let mut parts = parts.into_iter();
        let name = parts.next()?;
        let id = known
            .get_mut(&name)
            .and_then(Vec::pop)
            .unwrap_or_else(AssessorId::random);
        let (role, organisation) = (
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
        );
        let table = parts.collect::<Vec<_>>().join("; ");
        Some((
            name,
            Participant {
                role,
                organisation,
                table,
                ..Participant::new(id).as_part(Part::Present)
            },
        ))
    };
    text.lines().filter_map(person).collect()
}

/// As the document keeps them: those who do not vote last, by name.
pub fn in_order(lab: &mut Lab, names: &[(AssessorId, String)]) {
    let names: BTreeMap<AssessorId, &String> = names.iter().map(|(id, name)| (*id, name)).collect();
    lab.participants.sort_by_cached_key(|each| {
        (each.part == Part::Present).then(|| {
            names
                .get(&each.id)
                .map(|name| ordito_ground::text::folded(name))
                .unwrap_or_default()
        })
    });
}

/// Before the first vote: persons become lines of the list and as many seats, or the list becomes persons again.
pub fn set_anonymous(form: &mut Form, anonymous: bool, words: &Words) {
    form.lab.anonymous = anonymous;
    let names = std::mem::take(&mut form.names);
    let old: Vec<_> = std::mem::take(&mut form.lab.participants)
        .into_iter()
        .zip(names)
        .collect();
    let numbered: Vec<String> = (1..=old.len())
        .map(|n| words.lab_numbered(n.to_string()))
        .collect();
    let mut n_seats = 0;
    for (each, name) in old {
        match each.part {
            Part::Person if anonymous => {
                n_seats += 1;
                if !numbered.contains(&name) {
                    form.presences
                        .push_str(&lines(std::iter::once((name, &each))));
                }
            }
            Part::Seat if !anonymous => {}
            _ => {
                form.lab.participants.push(each);
                form.names.push(name);
            }
        }
    }
    for _ in 0..n_seats {
        add(form, Part::Seat, words);
    }
    if !anonymous && !form.lab.is_by_table() {
        let empty = Lab::new(String::new(), form.lab.matrix);
        for (name, person) in read(
            &std::mem::take(&mut form.presences),
            &empty,
            &Contents::default(),
        ) {
            form.lab.participants.push(person.as_part(Part::Person));
            form.names.push(name);
        }
    }
}

/// A session of an earlier version gives up the names beside its votes.
fn take_names(form: &mut Form, words: &Words) {
    let old: Vec<_> = form
        .lab
        .participants
        .iter()
        .cloned()
        .zip(form.names.clone())
        .collect();
    let people = old.iter().filter(|(each, _)| each.part == Part::Person);
    form.presences
        .push_str(&lines(people.map(|(each, name)| (name.clone(), each))));
    let mut n = 0_usize;
    for (each, name) in form.lab.participants.iter_mut().zip(&mut form.names) {
        if each.part == Part::Person {
            n += 1;
            *name = words.lab_seat(n.to_string());
            let absent = each.absent;
            *each = Participant {
                absent,
                ..Participant::new(each.id).as_part(Part::Seat)
            };
        }
    }
}

/// Adds one under the first number that is free; a table sits at itself.
fn add(form: &mut Form, part: Part, words: &Words) {
    let key = match part {
        Part::Seat => "lab-seat",
        Part::Table => "lab-numbered-table",
        Part::Person | Part::Present => "lab-numbered",
    };
    let same = form
        .lab
        .participants
        .iter()
        .filter(|each| each.part == part)
        .count();
    let name = |n: usize| words.say_with(key, &[("n", n.into())]);
    let first = if part == Part::Person { same + 1 } else { 1 };
    let free = (first..)
        .find(|n| !form.names.contains(&name(*n)))
        .unwrap_or(first);
    form.names.push(name(free));
    let table = if part == Part::Table {
        free.to_string()
    } else {
        String::new()
    };
    form.lab.participants.push(Participant {
        table,
        ..Participant::new(AssessorId::random()).as_part(part)
    });
}

pub fn people_ui(ui: &mut Ui, cx: &Cx<'_>, form: &mut Form, voted: bool) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let (n, by_table) = (form.names.len(), form.lab.is_by_table());
    let n_tables = form
        .lab
        .participants
        .iter()
        .filter(|each| each.part == Part::Table)
        .count();
    let only_seats = form
        .lab
        .participants
        .iter()
        .all(|each| each.part == Part::Seat);
    let key = if form.lab.anonymous && only_seats {
        "lab-seats"
    } else {
        "lab-participants"
    };
    widgets::part_title_ui(ui, paint, &words.say_with(key, &[("n", n.into())]));
    let voters = form.lab.participants.iter().zip(&form.names);
    let named = |(each, name): (&Participant, &String)| {
        each.part == Part::Person && numbered_word(name).is_none()
    };
    if form.lab.anonymous && voters.into_iter().any(named) {
        ui.label(widgets::muted(words.lab_names_kept(), paint));
        let take = widgets::button_ui(ui, &words.lab_take_names());
        if take.on_hover_text(words.lab_take_names_text()).clicked() {
            take_names(form, words);
        }
    }
    if by_table {
        ui.label(widgets::muted(words.lab_by_tables(n_tables), paint));
    }
    voters_ui(ui, paint, words, form);
    adding_ui(ui, words, form, voted);
    if form.lab.anonymous || by_table || !form.presences.trim().is_empty() {
        widgets::caption_ui(ui, paint, &words.lab_presences());
        let field = TextEdit::multiline(&mut form.presences)
            .hint_text(words.lab_presences_hint())
            .desired_rows(4)
            .desired_width(ui.available_width() - 24.0);
        let response = ui.add(field);
        widgets::name_it(ui, &response, &words.lab_presences());
        ui.label(widgets::muted(words.lab_presences_text(), paint));
    }
}

fn voters_ui(ui: &mut Ui, paint: &Paint, words: &Words, form: &mut Form) {
    let mut gone = None;
    let wide = ui.available_width() - 8.0;
    for (i, (participant, name)) in form
        .lab
        .participants
        .iter_mut()
        .zip(&mut form.names)
        .enumerate()
    {
        ui.push_id(participant.id, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let mut present = !participant.absent;
                let here = words.lab_present(name.as_str());
                let response = ui.checkbox(&mut present, "").on_hover_text(&here);
                widgets::name_it(ui, &response, &here);
                participant.absent = !present;
                let share = (wide - 36.0) / 4.0;
                let mut field = |key: &str, text: &mut String, width: f32| {
                    let named = format!("{} {}", words.say(key), i + 1);
                    widgets::line_edit_ui(ui, &named, text, &words.say(key), width - 20.0);
                };
                if participant.part == Part::Person {
                    field("lab-name", name, share * 1.2);
                    field("lab-role", &mut participant.role, share);
                    field("lab-organisation", &mut participant.organisation, share);
                    field("lab-table", &mut participant.table, share * 0.8);
                } else {
                    let left = egui::Layout::left_to_right(egui::Align::Center);
                    ui.allocate_ui_with_layout(egui::vec2(wide - 72.0, 24.0), left, |ui| {
                        ui.set_min_width(wide - 72.0);
                        ui.label(name.as_str());
                    });
                }
                let remove = words.lab_remove_participant(name.as_str());
                if widgets::icon_button_ui(ui, paint, icons::ICON_CLOSE, &remove, true).clicked() {
                    gone = Some(i);
                }
            });
        });
    }
    if let Some(i) = gone {
        form.lab.participants.remove(i);
        form.names.remove(i);
    }
}

fn adding_ui(ui: &mut Ui, words: &Words, form: &mut Form, voted: bool) {
    let (anonymous, by_table) = (form.lab.anonymous, form.lab.is_by_table());
    ui.horizontal_wrapped(|ui| {
        let label = words.lab_add_n();
        let response = ui.add(DragValue::new(&mut form.new_number).range(1..=100));
        widgets::name_it(ui, &response, &label);
        let (part, key) = if anonymous {
            (Part::Seat, "lab-add-seats")
        } else {
            (Part::Person, "lab-add-numbered")
        };
        let mut new = Vec::new();
        if widgets::button_ui(ui, &words.say(key)).clicked() {
            new = vec![part; form.new_number];
        }
        // Whether persons or tables vote is settled by the first vote.
        ui.add_enabled_ui(!voted || by_table, |ui| {
            let tables = widgets::button_ui(ui, &words.lab_add_tables());
            if tables.on_hover_text(words.lab_add_tables_text()).clicked() {
                new = vec![Part::Table; form.new_number];
            }
        });
        if !anonymous && widgets::button_ui(ui, &words.lab_add_one()).clicked() {
            new = vec![Part::Person];
        }
        for part in new {
            add(form, part, words);
        }
    });
}
