//! Who takes part: persons by name, or numbered seats with the list of presences apart, or tables. The table in which they
//! are written is in `table`.

use super::prepare::Form;
use crate::Cx;
use crate::widgets;
use egui::{DragValue, Ui};
use ordito_model::{AssessorId, Lab, Part, Participant, numbered_word};
use ordito_words::Words;
use std::collections::{BTreeMap, VecDeque};

/// Whether nothing is written in a line of the list of people: such a line is nobody.
pub fn is_blank(each: &Participant, name: &str) -> bool {
    let texts = [name, &each.role, &each.organisation, &each.table];
    matches!(each.part, Part::Person | Part::Present)
        && texts.iter().all(|text| text.trim().is_empty())
}

/// The list of people ends with a line to be written in.
pub fn with_blank(form: &mut Form) {
    let part = form.new_person();
    let people = || form.lab.participants.iter().zip(&form.names);
    let last = people().rev().find(|(each, _)| each.part == part);
    if last.is_none_or(|(each, name)| !is_blank(each, name)) {
        form.names.push(String::new());
        let new = Participant::new(AssessorId::random()).as_part(part);
        form.lab.participants.push(new);
    }
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

/// Before the first vote: persons go on the list of presences and as many seats vote, at their tables; or the list votes
/// again, at the tables of the seats. Where it is empty the seats are persons by number.
pub fn set_anonymous(form: &mut Form, anonymous: bool, words: &Words) {
    form.lab.anonymous = anonymous;
    let names = std::mem::take(&mut form.names);
    let old: Vec<_> = std::mem::take(&mut form.lab.participants)
        .into_iter()
        .zip(names)
        .filter(|(each, name)| !is_blank(each, name))
        .collect();
    let numbered: Vec<String> = (1..=old.len())
        .map(|n| words.lab_numbered(n.to_string()))
        .collect();
    let by_table = old.iter().any(|(each, _)| each.part == Part::Table);
    let mut seats: Vec<String> = Vec::new();
    let free = old
        .iter()
        .filter(|(each, _)| each.part == Part::Seat && !anonymous && !by_table);
    let mut free: VecDeque<Participant> = free.map(|(each, _)| each.clone()).collect();
    for (mut each, name) in old {
        let part = match each.part {
            Part::Person if anonymous => {
                seats.push(each.table.clone());
                // Nobody is called by a number.
                if numbered.contains(&name) {
                    continue;
                }
                Part::Present
            }
            Part::Seat if !anonymous => continue,
            Part::Present if !anonymous && !by_table => {
                let seat = free.pop_front().map(|seat| seat.table);
                if each.table.trim().is_empty() {
                    each.table = seat.unwrap_or_default();
                }
                Part::Person
            }
            part => part,
        };
        form.lab.participants.push(each.as_part(part));
        form.names.push(name);
    }
    let numbered = seats.into_iter().map(|table| (Part::Seat, table));
    let unlisted = form
        .lab
        .participants
        .iter()
        .all(|each| each.part != Part::Person);
    let left = free.into_iter().filter(|_| unlisted);
    let left: Vec<_> = left.map(|seat| (Part::Person, seat.table)).collect();
    for (part, table) in numbered.chain(left) {
        add(form, part, words);
        if let Some(added) = form.lab.participants.last_mut() {
            added.table = table;
        }
    }
}

/// A session of an earlier version gives up the names beside its votes.
fn take_names(form: &mut Form, words: &Words) {
    let mut present = Vec::new();
    let mut n = 0_usize;
    for (each, name) in form.lab.participants.iter_mut().zip(&mut form.names) {
        if each.part == Part::Person && !is_blank(each, name) {
            n += 1;
            let person = Participant {
                id: AssessorId::random(),
                ..each.clone()
            };
            let seat = words.lab_seat(n.to_string());
            present.push((person.as_part(Part::Present), std::mem::replace(name, seat)));
            let absent = each.absent;
            *each = Participant {
                absent,
                ..Participant::new(each.id).as_part(Part::Seat)
            };
        }
    }
    for (each, name) in present {
        form.lab.participants.push(each);
        form.names.push(name);
    }
}

/// Adds one under the first number that is free; a table sits at itself.
pub fn add(form: &mut Form, part: Part, words: &Words) {
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

/// How many take part and vote as what; who they are is in the table.
pub fn people_ui(ui: &mut Ui, cx: &Cx<'_>, form: &mut Form, voted: bool) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let voters: Vec<&Participant> = form
        .named()
        .map(|(each, _)| each)
        .filter(|each| each.part != Part::Present)
        .collect();
    let n_tables = voters
        .iter()
        .filter(|each| each.part == Part::Table)
        .count();
    let only_seats = voters.iter().all(|each| each.part == Part::Seat);
    let key = if form.lab.anonymous && only_seats {
        "lab-seats"
    } else {
        "lab-participants"
    };
    let title = words.say_with(key, &[("n", voters.len().into())]);
    widgets::part_title_ui(ui, paint, &title);
    let is_named = |(each, name): (&Participant, &String)| {
        each.part == Part::Person && numbered_word(name).is_none()
    };
    if form.lab.anonymous && form.named().any(is_named) {
        ui.label(widgets::muted(words.lab_names_kept(), paint));
        let take = widgets::button_ui(ui, &words.lab_take_names());
        if take.on_hover_text(words.lab_take_names_text()).clicked() {
            take_names(form, words);
        }
    }
    if form.lab.is_by_table() {
        ui.label(widgets::muted(words.lab_by_tables(n_tables), paint));
    }
    adding_ui(ui, words, form, voted);
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
        for part in new {
            add(form, part, words);
        }
    });
}

/// Gives each seat or person one of so many tables in turn, so that results can be told by table.
pub fn seat_at_tables(form: &mut Form, n_tables: usize) {
    let seats = |each: &Participant| matches!(each.part, Part::Person | Part::Seat);
    let total = form.named().filter(|(each, _)| seats(each)).count().max(1);
    let mut place = 0;
    for (each, name) in form.lab.participants.iter_mut().zip(&form.names) {
        if seats(each) && !is_blank(each, name) {
            // Neighbours on the list sit at one table.
            each.table = (place * n_tables / total + 1).to_string();
            place += 1;
        }
    }
}
