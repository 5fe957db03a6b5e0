//! What is laid on the tables: agenda, ballot sheets, list of presences. Presences name people by nature; the others
//! name nobody.

use super::outcome::particulars;
use super::{View, column};
use crate::report::sheet::{Align, Block, Fact, Section, TableCell, TableColumn};
use std::collections::BTreeSet;

/// Lines left free for those who come without being on the list.
const FREE_LINES: usize = 6;
/// Where somebody ticks.
const BOX: &str = "☐";

/// Title, date, place, matrix, question, without what the session has come to.
fn heading(view: &View<'_>) -> Vec<Fact> {
    let mut facts = particulars(view);
    let participants = view.words.labpaper_participants();
    facts.retain(|fact| fact.label != participants);
    facts
}

pub fn agenda(view: &View<'_>) -> Vec<Section> {
    let numbers = view.words.numbers();
    let mut since = 0_usize;
    let rows: Vec<Vec<TableCell>> = view
        .agenda
        .iter()
        .zip(1_usize..)
        .map(|((_, question), n)| {
            let from = since;
            since += usize::from(question.minutes);
            vec![
                TableCell::new(numbers.count(n)),
                TableCell::new(view.crossing(question)),
                TableCell::new(numbers.count(usize::from(question.minutes))),
                TableCell::new(format!("{} – {}", clock(from), clock(since))),
            ]
        })
        .collect();
    let total = view
        .words
        .labpaper_total(clock(since), numbers.count(since), view.agenda.len());
    let table = Block::Table {
        caption: view.words.labpaper_agenda_caption(),
        row_head: true,
        columns: vec![
            column(view.words.labpaper_head_n(), Align::Right, 0.6),
            column(view.words.labpaper_head_crossing(), Align::Left, 7.4),
            column(view.words.labpaper_head_minutes(), Align::Right, 1.2),
            column(view.words.labpaper_head_from_to(), Align::Center, 2.0),
        ],
        rows,
    };
    let list = if view.agenda.is_empty() {
        Block::Text {
            text: view.words.labpaper_no_questions(),
        }
    } else {
        table
    };
    let section = |id, key: &str, blocks| Section {
        id,
        heading: view.say(key),
        blocks,
    };
    vec![
        section(
            "summary",
            "labpaper-session",
            vec![Block::Facts {
                items: heading(view),
            }],
        ),
        section(
            "agenda",
            "labpaper-questions",
            vec![list, Block::Text { text: total }],
        ),
    ]
}

/// `0:00`, `1:35`: hours and minutes from the beginning.
fn clock(minutes: usize) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// One page for each table, or one where there are none.
pub fn ballots(view: &View<'_>) -> Vec<Section> {
    let tables: BTreeSet<&str> = view.lab.voters().map(|who| who.table.trim()).collect();
    let seated = tables.iter().any(|table| !table.is_empty());
    let headings: Vec<String> = if seated {
        let name = |table: &&str| {
            if table.is_empty() {
                view.words.labpaper_no_table()
            } else {
                view.words.labpaper_table(*table)
            }
        };
        tables.iter().map(name).collect()
    } else {
        vec![view.words.labpaper_ballot()]
    };
    let last = headings.len();
    headings
        .into_iter()
        .zip(1_usize..)
        .map(|(heading, n)| {
            let mut blocks = ballot(view);
            if n < last {
                blocks.push(Block::Page);
            }
            Section {
                id: "ballot",
                heading,
                blocks,
            }
        })
        .collect()
}

fn ballot(view: &View<'_>) -> Vec<Block> {
    let (words, numbers) = (view.words, view.words.numbers());
    let language = words.language();
    let scale = view.scale.levels.iter().map(|level| {
        let cell = TableCell::new(level.guidance.get(language));
        let value = ordito_model::CellValue::net_of(level.value);
        vec![
            view.coloured(value, numbers.points(level.value)),
            TableCell::new(level.label.get(language)),
            cell,
        ]
    });
    let states = [
        ("n.a.", "labpaper-not-applicable"),
        ("?", "labpaper-dont-know"),
    ]
    .map(|(sign, key)| {
        vec![
            TableCell::new(sign),
            TableCell::new(view.say(key)),
            TableCell::default(),
        ]
    });
    let mut columns: Vec<TableColumn> = vec![
        column(view.words.labpaper_head_n(), Align::Right, 0.6),
        column(view.words.labpaper_head_crossing(), Align::Left, 5.4),
    ];
    let levels = view.scale.levels.len();
    columns.extend(
        view.scale
            .levels
            .iter()
            .rev()
            .map(|level| column(numbers.points(level.value), Align::Center, 0.8)),
    );
    columns.extend([
        column("n.a.", Align::Center, 0.8),
        column("?", Align::Center, 0.7),
    ]);
    let rows = view.agenda.iter().zip(1_usize..).map(|((_, question), n)| {
        let mut row = vec![
            TableCell::new(numbers.count(n)),
            TableCell::new(view.crossing(question)),
        ];
        row.extend(std::iter::repeat_n(TableCell::new(BOX), levels + 2));
        row
    });
    vec![
        Block::Text { text: view.asked() },
        Block::Text {
            text: view.words.labpaper_ballot_lines(),
        },
        Block::Table {
            caption: view.words.labpaper_scale_caption(),
            row_head: true,
            columns: vec![
                column(view.words.labpaper_head_value(), Align::Center, 1.0),
                column(view.words.sheets_head_word(), Align::Left, 3.0),
                column(view.words.sheets_head_guidance(), Align::Left, 7.0),
            ],
            rows: scale.chain(states).collect(),
        },
        Block::Table {
            caption: view.words.labpaper_ballot_caption(),
            row_head: false,
            columns,
            rows: rows.collect(),
        },
    ]
}

pub fn presences(view: &View<'_>) -> Vec<Section> {
    let numbers = view.words.numbers();
    let total = view.lab.people().count();
    // A line high enough to sign on.
    let space = || TableCell::new("\u{a0}\n\u{a0}");
    let line = |n: usize, who: [&str; 4]| {
        let mut row = vec![TableCell::new(numbers.count(n))];
        row.extend(who.map(TableCell::new));
        row.push(space());
        row
    };
    let named = view.lab.people().enumerate().map(|(place, who)| {
        let name = view.name(who.id);
        line(place + 1, [&name, &who.role, &who.organisation, &who.table])
    });
    let free = (1..=FREE_LINES).map(|n| line(total + n, [""; 4]));
    let table = Block::Table {
        caption: view.words.labpaper_presences_caption(),
        row_head: false,
        columns: vec![
            column(view.words.labpaper_head_n(), Align::Right, 0.6),
            column(view.words.labpaper_head_name(), Align::Left, 3.0),
            column(view.words.labpaper_head_role(), Align::Left, 2.4),
            column(view.words.labpaper_head_organisation(), Align::Left, 2.6),
            column(view.words.labpaper_head_table(), Align::Left, 1.7),
            column(view.words.labpaper_head_signature(), Align::Left, 3.2),
        ],
        rows: named.chain(free).collect(),
    };
    vec![Section {
        id: "presences",
        heading: view.words.labpaper_participants(),
        blocks: vec![table],
    }]
}
