//! Who takes part in a laboratory: what each column becomes, and line by line who comes in.

use super::headings::asked_ui;
use super::{Draft, Foot, Goes, room, said_ui};
use crate::Cx;
use crate::kit::pickers::{Choice, Manner, Picked, pick_ui};
use crate::theme;
use crate::widgets;
use egui::{RichText, ScrollArea, Ui};
use ordito_document::Edit;
use ordito_import::{
    PeopleChoices, PeoplePreview, PersonColumn, PersonField, ReadPerson, Seating, Table, WhyLeft,
    people_edit, preview_people,
};
use ordito_model::{AssessorId, Lab, LabId};
use ordito_words::Words;
use ordito_workspace::Workspace;

/// What is shown of a list, and what was said about it.
#[derive(Debug)]
pub struct Shown {
    lab: LabId,
    revision: u64,
    preview: PeoplePreview,
    choices: PeopleChoices,
    /// Numbered seats are added for people whose names stay off the votes.
    seats: bool,
}
impl Shown {
    pub fn of(workspace: &Workspace, lab: LabId) -> Self {
        let session = workspace
            .contents()
            .and_then(|contents| contents.labs.get(&lab));
        Self {
            lab,
            revision: u64::MAX,
            preview: PeoplePreview::default(),
            choices: PeopleChoices::default(),
            seats: session.is_some_and(wants_seats),
        }
    }
    /// The one step that takes in who is ticked.
    pub fn edit(&self, workspace: &Workspace) -> Option<Edit> {
        let contents = workspace.contents()?;
        let people: Vec<&ReadPerson> = self.preview.taken(&self.choices).collect();
        let session = contents.labs.get(&self.lab)?;
        let seats = if self.seats && wants_seats(session) {
            people.len()
        } else {
            0
        };
        people_edit(
            contents,
            self.lab,
            &people,
            &mut Seating {
                seats,
                seat_name: &|n| workspace.words().lab_seat(n.to_string()),
                new_id: &mut AssessorId::random,
            },
        )
    }
}

/// Names stay off the votes, and nobody is there yet who votes.
fn wants_seats(session: &Lab) -> bool {
    session.anonymous && session.voters().next().is_none()
}

/// Whether a sheet is a list of people.
pub fn fits(workspace: &Workspace, lab: LabId, table: &Table) -> bool {
    workspace.contents().is_some_and(|contents| {
        let preview = preview_people(contents, lab, table, &PeopleChoices::default());
        preview.headed && !preview.people.is_empty()
    })
}

pub fn people_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft, bottom: f32) -> Foot {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let whole = draft
        .sheets
        .get(draft.sheet)
        .and_then(|sheet| sheet.table.as_ref().ok());
    let Some(table) = draft.cropped.as_ref().or(whole) else {
        return Foot::default();
    };
    let (Goes::People(shown), Some(contents)) = (&mut draft.goes, workspace.contents()) else {
        return Foot::default();
    };
    let Some(session) = contents.labs.get(&shown.lab) else {
        said_ui(ui, paint, &[words.labpaper_gone()], true);
        return Foot::default();
    };
    if shown.revision != workspace.revision() {
        shown.revision = workspace.revision();
        shown.preview = preview_people(contents, shown.lab, table, &shown.choices);
    }
    let mut changed = false;
    let mut headed = shown.preview.headed;
    if ui.checkbox(&mut headed, words.import_headed()).changed() {
        shown.choices.headed = Some(headed);
        shown.choices.columns.clear();
        shown.choices.lines.clear();
        changed = true;
    }
    let n = shown.preview.taken(&shown.choices).count();
    let said = words.import_people(n, shown.preview.people.len() - n);
    ui.label(
        RichText::new(said)
            .family(theme::semibold())
            .color(paint.ink),
    );
    let goes = if session.anonymous || session.is_by_table() {
        words.import_people_present()
    } else {
        words.import_people_vote()
    };
    said_ui(ui, paint, &[goes], false);
    if wants_seats(session) {
        ui.checkbox(&mut shown.seats, words.import_people_seats(n));
    }
    widgets::part_title_ui(ui, paint, &words.import_columns());
    let columns = shown.preview.columns.clone();
    ScrollArea::vertical()
        .id_salt("columns")
        .max_height(room(ui, bottom) * 0.45)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for column in &columns {
                changed |= column_ui(ui, cx, column, &mut shown.choices);
            }
        });
    widgets::part_title_ui(ui, paint, &words.import_people_lines());
    lines_ui(ui, cx, shown, room(ui, bottom));
    if changed {
        shown.revision = u64::MAX;
        ui.request_repaint();
    }
    Foot {
        can_import: n > 0,
        focus: n > 0,
    }
}

/// Every line, taken or not, and why not.
fn lines_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &mut Shown, height: f32) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    widgets::bars(ui, paint);
    let area = ScrollArea::vertical()
        .id_salt("lines")
        .max_height(height)
        .auto_shrink([false, false]);
    area.show_rows(ui, 24.0, shown.preview.people.len(), |ui, rows| {
        for person in shown.preview.people.get(rows).unwrap_or_default() {
            let mut takes = shown.preview.takes(person, &shown.choices);
            let text = said(person, words);
            let colour = if person.left.is_some() {
                paint.warning
            } else {
                paint.ink
            };
            let can = person.left != Some(WhyLeft::NoName);
            let line =
                egui::Checkbox::new(&mut takes, RichText::new(text).size(13.0).color(colour));
            if ui.add_enabled(can, line).changed() {
                shown.choices.lines.insert(person.row, takes);
            }
        }
    });
}

/// `3 · Voce 1 · Tecnico · Comune · tavolo 2`, and why it stays out.
fn said(person: &ReadPerson, words: &Words) -> String {
    let table = if person.table.is_empty() {
        String::new()
    } else {
        words.import_people_table(person.table.as_str())
    };
    let row = person.row.to_string();
    let parts = [
        row.as_str(),
        &person.name,
        &person.role,
        &person.organisation,
        &table,
    ];
    let line = parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    match person.left {
        None => line,
        Some(WhyLeft::NoName) => words.import_people_no_name(line),
        Some(WhyLeft::ThereAlready) => words.import_people_there(line),
        Some(WhyLeft::Twice(first)) => words.import_people_twice(first.to_string(), line),
    }
}

fn field_words(words: &Words, field: PersonField) -> String {
    match field {
        PersonField::Name => words.lab_name(),
        PersonField::Surname => words.lab_surname(),
        PersonField::Role => words.lab_role(),
        PersonField::Organisation => words.lab_organisation(),
        PersonField::Table => words.lab_table(),
    }
}

/// What a column becomes; true when something else was chosen.
fn column_ui(ui: &mut Ui, cx: &Cx<'_>, column: &PersonColumn, choices: &mut PeopleChoices) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let place = words.import_people_column(column.at + 1);
    let head = if column.heading.is_empty() {
        place
    } else {
        column.heading.clone()
    };
    let left_out = words.import_left_out();
    let shown = column
        .field
        .map_or_else(|| left_out.clone(), |field| field_words(words, field));
    let name = words.import_column_is(head.as_str());
    let told = if column.example.is_empty() {
        head
    } else {
        let example = words.import_column_example(words.short(&column.example));
        format!("{head} · {example}")
    };
    let picked = asked_ui(ui, &told, paint.ink, |ui| {
        pick_ui(ui, paint, words, &name, &shown, Manner::default(), || {
            let choice = |text: String, field: Option<PersonField>| Choice {
                text,
                depth: 0,
                chosen: column.field == field,
            };
            let fields =
                PersonField::ALL.map(|field| choice(field_words(words, field), Some(field)));
            std::iter::once(choice(left_out.clone(), None))
                .chain(fields)
                .collect()
        })
    });
    let Some(Picked::One(at)) = picked else {
        return false;
    };
    let field = at
        .checked_sub(1)
        .and_then(|at| PersonField::ALL.get(at).copied());
    choices.columns.insert(column.at, field);
    true
}
