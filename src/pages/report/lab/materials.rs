//! What is laid on the tables besides ballots: agenda, list of presences. Presences name people by nature; the agenda
//! names nobody.

use super::outcome::without_head;
use super::{View, column, table_name};
use crate::report::sheet::{Align, Block, Fact, Section, TableCell};

/// Title, date, place, matrix, question, without what the session has come to.
fn heading(view: &View<'_>) -> Vec<Fact> {
    let mut facts = without_head(view);
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
    let (minutes, n) = (numbers.count(since), view.agenda.len());
    let total = if since < 60 {
        view.words.labpaper_total_minutes(minutes, n)
    } else {
        view.words.labpaper_total(clock(since), minutes, n)
    };
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

/// Who was there, with room to sign; filled up to the end of the page.
pub fn presences(view: &View<'_>) -> Vec<Section> {
    let (words, numbers) = (view.words, view.words.numbers());
    let total = view.lab.people().count();
    // A line high enough to sign on.
    let space = || TableCell::new("\u{a0}\n\u{a0}");
    let line = |n: usize, name: &str, body: &str| {
        let mut row = vec![
            TableCell::new(numbers.count(n)),
            TableCell::new(name),
            TableCell::new(body),
        ];
        row.extend([TableCell::default(), TableCell::default(), space()]);
        row
    };
    let named = view.lab.people().enumerate().map(|(place, who)| {
        let table = who.table.trim();
        let table = if table.is_empty() {
            String::new()
        } else {
            table_name(words, table)
        };
        let of = [who.role.as_str(), &who.organisation, &table];
        let filled = of.into_iter().filter(|part| !part.trim().is_empty());
        let of = filled.collect::<Vec<_>>().join(", ");
        line(place + 1, &view.name(who.id), &of)
    });
    let free = (1..=free_lines(total)).map(|n| line(total + n, "", ""));
    let table = Block::Table {
        caption: words.labpaper_presences_caption(),
        row_head: false,
        columns: vec![
            column(words.labpaper_head_n(), Align::Right, 0.7),
            column(words.labpaper_head_name(), Align::Left, 2.8),
            column(words.labpaper_head_of(), Align::Left, 2.6),
            column(words.labpaper_head_contact(), Align::Left, 2.5),
            column(words.labpaper_head_time(), Align::Left, 1.1),
            column(words.labpaper_head_signature(), Align::Left, 4.2),
        ],
        rows: named.chain(free).collect(),
    };
    let body = view.body();
    let privacy = if body.is_empty() {
        words.labpaper_privacy_blank()
    } else {
        words.labpaper_privacy(body)
    };
    vec![Section {
        id: "presences",
        heading: words.labpaper_participants(),
        blocks: vec![table, Block::Note { text: privacy }],
    }]
}

/// Lines for those who come without being on the list: as many as fill the page, some of them in any case.
fn free_lines(listed: usize) -> usize {
    const FIRST_PAGE: usize = 19;
    const PAGE: usize = 24;
    const FEWEST: usize = 4;
    let wanted = listed + FEWEST;
    let pages = wanted.saturating_sub(FIRST_PAGE).div_ceil(PAGE);
    FIRST_PAGE + pages * PAGE - listed
}

#[cfg(test)]
mod tests {
    use super::free_lines;

    #[test]
    fn a_list_of_presences_ends_with_its_page() {
        assert_eq!([0, 6, 15].map(free_lines), [19, 13, 4]);
        assert_eq!([16, 20, 39].map(free_lines), [27, 23, 4]);
    }
}
