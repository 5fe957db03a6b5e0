//! Who takes part in a laboratory, from a list: one person a line, columns named in Italian or English, or none. What is
//! not taken is listed with its row and reason, and each line is taken or not by whoever looks at it.

use ordito_document::Edit;
use ordito_ground::text::folded;
use ordito_model::{AssessorId, Contents, LabId, Part, Participant};
use ordito_workbook::Table;
use std::collections::{BTreeMap, BTreeSet};

/// What a column of the list can say of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonField {
    Name,
    /// Put after the name.
    Surname,
    Role,
    Organisation,
    Table,
}
impl PersonField {
    pub const ALL: [Self; 5] = [
        Self::Name,
        Self::Surname,
        Self::Role,
        Self::Organisation,
        Self::Table,
    ];
    /// Columns without names are these, in order.
    const IN_ORDER: [Self; 4] = [Self::Name, Self::Role, Self::Organisation, Self::Table];

    /// What headings call it, folded.
    const fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Name => &[
                "nome",
                "nome e cognome",
                "cognome e nome",
                "nominativo",
                "partecipante",
                "partecipanti",
                "persona",
                "name",
                "full name",
                "first name",
                "participant",
                "person",
            ],
            Self::Surname => &["cognome", "surname", "last name", "family name"],
            Self::Role => &[
                "ruolo",
                "qualifica",
                "incarico",
                "funzione",
                "role",
                "position",
                "job title",
            ],
            Self::Organisation => &[
                "ente",
                "organizzazione",
                "amministrazione",
                "ufficio",
                "struttura",
                "organisation",
                "organization",
                "body",
                "office",
            ],
            Self::Table => &["tavolo", "gruppo", "gruppo di lavoro", "table", "group"],
        }
    }
    pub fn of_heading(text: &str) -> Option<Self> {
        let text = folded(text.trim());
        Self::ALL
            .into_iter()
            .find(|field| field.headings().contains(&text.as_str()))
    }
}

/// A column of the list and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonColumn {
    /// In the table, from 0.
    pub at: usize,
    pub heading: String,
    pub field: Option<PersonField>,
    /// The first filled cell below the heading.
    pub example: String,
}

/// Why a line stays out unless somebody wants it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyLeft {
    /// Nothing in the columns of the name: it cannot come in.
    NoName,
    /// The session has somebody of this name.
    ThereAlready,
    /// An earlier row of the list, from 1 in the file, has the name.
    Twice(usize),
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadPerson {
    /// In the file, from 1.
    pub row: usize,
    pub name: String,
    pub role: String,
    pub organisation: String,
    pub table: String,
    pub left: Option<WhyLeft>,
}

/// What a person says about the list.
#[derive(Debug, Clone, Default)]
pub struct PeopleChoices {
    /// Whether the first row gives the names of the columns; found out when nobody says.
    pub headed: Option<bool>,
    /// What a column is, by its place in the table; `None` leaves it out.
    pub columns: BTreeMap<usize, Option<PersonField>>,
    /// Lines that are taken or not, by row, whatever was proposed.
    pub lines: BTreeMap<usize, bool>,
}

/// What a list would bring.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeoplePreview {
    pub headed: bool,
    pub columns: Vec<PersonColumn>,
    pub people: Vec<ReadPerson>,
}
impl PeoplePreview {
    /// Whether a line comes in: as proposed, or as somebody says of it.
    pub fn takes(&self, person: &ReadPerson, choices: &PeopleChoices) -> bool {
        let wanted = choices.lines.get(&person.row).copied();
        person.left != Some(WhyLeft::NoName) && wanted.unwrap_or(person.left.is_none())
    }
    pub fn taken<'a>(
        &'a self,
        choices: &'a PeopleChoices,
    ) -> impl Iterator<Item = &'a ReadPerson> + 'a {
        self.people
            .iter()
            .filter(|person| self.takes(person, choices))
    }
}

/// Titles above the names of columns are passed over in so many rows.
const WITHIN: usize = 5;

/// Reads a list of people for a session.
pub fn preview_people(
    contents: &Contents,
    lab: LabId,
    table: &Table,
    choices: &PeopleChoices,
) -> PeoplePreview {
    let head = match choices.headed {
        Some(false) => None,
        Some(true) => Some(row_of_names(table).unwrap_or(0)),
        None => row_of_names(table),
    };
    let columns = columns(table, head, choices);
    let place = |field| columns.iter().find(|column| column.field == Some(field));
    let mut known: BTreeSet<String> = BTreeSet::new();
    if let Some(lab) = contents.labs.get(&lab) {
        known.extend(
            lab.people()
                .map(|each| folded(contents.assessor_name(each.id).trim())),
        );
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut people = Vec::new();
    for row in head.map_or(0, |head| head + 1)..table.rows.len() {
        let text = |field: PersonField| match place(field) {
            // Line breaks within a cell are spaces.
            Some(column) => words(table.shown(row, column.at)),
            None => String::new(),
        };
        let filled = table.rows.get(row).is_some_and(|cells| {
            let mut cells = cells.iter();
            cells.any(|cell| !cell.trim().is_empty())
        });
        if !filled {
            continue;
        }
        let name = [text(PersonField::Name), text(PersonField::Surname)]
            .join(" ")
            .trim()
            .to_owned();
        let (at, key) = (table.place(row, 0).row, folded(&name));
        let left = if name.is_empty() {
            Some(WhyLeft::NoName)
        } else if let Some(first) = seen.get(&key) {
            Some(WhyLeft::Twice(*first))
        } else {
            known.contains(&key).then_some(WhyLeft::ThereAlready)
        };
        seen.entry(key).or_insert(at);
        people.push(ReadPerson {
            row: at,
            name,
            role: text(PersonField::Role),
            organisation: text(PersonField::Organisation),
            table: text(PersonField::Table),
            left,
        });
    }
    PeoplePreview {
        headed: head.is_some(),
        columns,
        people,
    }
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first row that calls a column of names so, or two other columns.
fn row_of_names(table: &Table) -> Option<usize> {
    let names = |cells: &Vec<ecow::EcoString>| {
        let fields: BTreeSet<PersonField> = cells
            .iter()
            .filter_map(|cell| PersonField::of_heading(cell))
            .collect();
        fields.contains(&PersonField::Name) || fields.len() > 1
    };
    table.rows.iter().take(WITHIN).position(names)
}

fn columns(table: &Table, head: Option<usize>, choices: &PeopleChoices) -> Vec<PersonColumn> {
    let below = head.map_or(0, |head| head + 1);
    let column = |at: usize| {
        let mut cells = (below..table.rows.len()).map(|row| words(table.shown(row, at)));
        PersonColumn {
            at,
            heading: head.map_or_else(String::new, |head| words(table.shown(head, at))),
            field: None,
            example: cells.find(|text| !text.is_empty()).unwrap_or_default(),
        }
    };
    let is_something =
        |column: &PersonColumn| !column.heading.is_empty() || !column.example.is_empty();
    let mut columns: Vec<PersonColumn> = (0..table.n_columns())
        .map(column)
        .filter(is_something)
        .collect();
    let mut taken: BTreeSet<PersonField> = choices.columns.values().copied().flatten().collect();
    let mut in_order = PersonField::IN_ORDER.into_iter();
    for column in &mut columns {
        let proposed = match head {
            Some(_) => PersonField::of_heading(&column.heading),
            None => in_order.next(),
        };
        column.field = match choices.columns.get(&column.at) {
            Some(chosen) => *chosen,
            // A field is one column.
            None => proposed.filter(|field| taken.insert(*field)),
        };
    }
    columns
}

/// What goes in beside the people themselves.
pub struct Seating<'a> {
    /// Numbered seats that are to vote for people whose names stay off the votes; called by their number.
    pub seats: usize,
    pub seat_name: &'a dyn Fn(usize) -> String,
    pub new_id: &'a mut dyn FnMut() -> AssessorId,
}

/// The step that takes people into a session: to vote under their names, or on the list of presences only where votes are
/// of seats or tables. `None` when the session is gone.
pub fn people_edit(
    contents: &Contents,
    id: LabId,
    people: &[&ReadPerson],
    seating: &mut Seating<'_>,
) -> Option<Edit> {
    let mut lab = contents.labs.get(&id)?.clone();
    let part = if lab.anonymous || lab.is_by_table() {
        Part::Present
    } else {
        Part::Person
    };
    let mut names = Vec::new();
    for n in 1..=seating.seats {
        let who = (seating.new_id)();
        names.push((who, (seating.seat_name)(n)));
        lab.participants
            .push(Participant::new(who).as_part(Part::Seat));
    }
    for person in people {
        let who = (seating.new_id)();
        names.push((who, person.name.clone()));
        lab.participants.push(Participant {
            role: person.role.clone(),
            organisation: person.organisation.clone(),
            table: person.table.clone(),
            ..Participant::new(who).as_part(part)
        });
    }
    Some(Edit::PutLab { id, lab, names })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ordito_model::{Assessor, AssessorKind, Lab, MatrixId, Patch};

    fn session() -> (Contents, LabId) {
        let (id, who) = (LabId::fixed(1), AssessorId::fixed(7));
        let mut lab = Lab::new("Prova".to_owned(), MatrixId::fixed(1));
        lab.participants = vec![Participant::new(who)];
        let mut patch = Patch::default();
        let assessor = Assessor {
            name: "Voce 1".to_owned(),
            kind: AssessorKind::Participant,
            note: String::new(),
            position: 0,
        };
        patch.push(who, None, Some(assessor));
        patch.push(id, None, Some(lab));
        let mut contents = Contents::default();
        contents.commit(&patch);
        (contents, id)
    }

    fn check(text: &str, choices: &PeopleChoices, expected: &[&str]) -> PeoplePreview {
        let (contents, id) = session();
        let table = Table::with_delimiter(text, b'\t').unwrap();
        let preview = preview_people(&contents, id, &table, choices);
        let said: Vec<String> = preview
            .people
            .iter()
            .map(|each| {
                let left = each
                    .left
                    .map_or_else(String::new, |why| format!(" {why:?}"));
                format!(
                    "{} {}|{}|{}|{}{left}",
                    each.row, each.name, each.role, each.organisation, each.table
                )
            })
            .collect();
        assert_eq!(said, expected);
        preview
    }

    #[test]
    fn a_block_without_heads_is_name_role_body_and_table() {
        let text = "Voce 2\tTecnico\tComune\t1\nVoce 3\t\tEnte\n\t\tSolo ente\n\nvoce 1\tSindaco\nVoce 2\n";
        let wanted = [
            "1 Voce 2|Tecnico|Comune|1",
            "2 Voce 3||Ente|",
            "3 ||Solo ente| NoName",
            "5 voce 1|Sindaco|| ThereAlready",
            "6 Voce 2||| Twice(1)",
        ];
        let preview = check(text, &PeopleChoices::default(), &wanted);
        assert!(!preview.headed);
        assert_eq!(preview.taken(&PeopleChoices::default()).count(), 2);
        // Each line is taken or refused by hand; without a name nobody comes in.
        let choices = PeopleChoices {
            lines: [(1, false), (3, true), (6, true)].into(),
            ..PeopleChoices::default()
        };
        let rows: Vec<usize> = preview.taken(&choices).map(|each| each.row).collect();
        assert_eq!(rows, [2, 6]);
    }

    #[test]
    fn heads_say_which_column_is_what_in_any_order() {
        let text = "Elenco\nE-mail\tEnte\tCognome\tNome\tTavolo\na@b.it\tComune\tDue\tVoce\tA\n";
        let preview = check(text, &PeopleChoices::default(), &["3 Voce Due||Comune|A"]);
        let fields: Vec<_> = preview.columns.iter().map(|each| each.field).collect();
        assert_eq!(fields[0], None, "an address is not asked for");
        // By hand: the body is a role.
        let choices = PeopleChoices {
            columns: [(1, Some(PersonField::Role))].into(),
            ..PeopleChoices::default()
        };
        check(text, &choices, &["3 Voce Due|Comune||A"]);
        let plain = PeopleChoices {
            headed: Some(false),
            ..PeopleChoices::default()
        };
        check("Nome\tRuolo\n", &plain, &["1 Nome|Ruolo||"]);
    }
}
