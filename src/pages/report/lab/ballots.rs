//! Papers to vote on: one for each who votes, with the name or number, or so many on a page for whoever comes.

use super::{Ballots, View, column};
use crate::report::sheet::{Align, Block, Section, TableCell, TableColumn};

/// Where somebody ticks.
const BOX: &str = "☐";

pub fn ballots(view: &View<'_>) -> Vec<Section> {
    let names = names(view);
    let per_page = match view.ballots {
        Ballots::Each => 1,
        Ballots::PerPage(n) => usize::from(n.max(1)),
    };
    let last = names.len();
    let section = |(heading, n): (String, usize)| {
        let ends_page = n % per_page == 0;
        let mut blocks = vec![ballot(view, per_page, !ends_page && n < last)];
        if ends_page && n < last {
            blocks.push(Block::Page);
        }
        // A ballot alone says of which session it is.
        let heading = format!("{heading} · {}", view.lab.title);
        Section {
            id: "ballot",
            heading,
            blocks,
        }
    };
    names.into_iter().zip(1_usize..).map(section).collect()
}

/// What each paper is headed with: who votes, or nobody's name as often as there are voters, and the last page is full.
fn names(view: &View<'_>) -> Vec<String> {
    let present = || view.lab.voters().filter(|who| !who.absent);
    let n = present().count().max(1);
    match view.ballots {
        Ballots::Each if present().next().is_some() => {
            // People are named where the session is.
            let name = |who: &ordito_model::Participant| {
                if view.names || who.part != ordito_model::Part::Person {
                    view.name(who.id)
                } else {
                    view.words.labpaper_ballot()
                }
            };
            present().map(name).collect()
        }
        Ballots::Each => vec![view.words.labpaper_ballot()],
        Ballots::PerPage(per_page) => {
            let full = n.next_multiple_of(usize::from(per_page.max(1)));
            vec![view.words.labpaper_ballot(); full]
        }
    }
}

fn ballot(view: &View<'_>, per_page: usize, cut: bool) -> Block {
    let (words, numbers) = (view.words, view.words.numbers());
    let mut levels: Vec<_> = view.scale.levels.iter().collect();
    levels.sort_by_key(|level| level.value);
    // Where several are on a page each question has one line.
    let (names, boxes_wide, size) = match per_page {
        1 => (5.6, 0.85, 11.5),
        2 => (8.4, 0.72, 10.0),
        _ => (8.4, 0.72, 9.0),
    };
    let mut columns: Vec<TableColumn> = vec![
        column(words.labpaper_head_n(), Align::Right, 0.6),
        column(words.labpaper_head_crossing(), Align::Left, names),
    ];
    let level = |level: &&ordito_model::ScaleLevel| {
        column(numbers.points(level.value), Align::Center, boxes_wide)
    };
    columns.extend(levels.iter().map(level));
    columns.extend(["n.a.", "?"].map(|sign| column(sign, Align::Center, boxes_wide)));
    let boxes = columns.len() - 2;
    let rows = view.agenda.iter().zip(1_usize..).map(|((_, question), n)| {
        let mut row = vec![
            TableCell::new(numbers.count(n)),
            TableCell::new(view.crossing(question)),
        ];
        row.extend(std::iter::repeat_n(TableCell::new(BOX), boxes));
        row
    });
    let lines = match view.ballots {
        Ballots::Each if view.names || view.lab.anonymous || view.lab.is_by_table() => {
            words.labpaper_ballot_round()
        }
        _ => words.labpaper_ballot_lines(),
    };
    Block::Ballot {
        caption: words.labpaper_ballot_caption(),
        lines: format!("{}\n{lines}", view.asked()),
        legend: legend(view, &levels),
        size,
        columns,
        rows: rows.collect(),
        cut,
    }
}

/// `−3 annulla · … · n.a. non applicabile · ? non so`
fn legend(view: &View<'_>, levels: &[&ordito_model::ScaleLevel]) -> String {
    let (words, numbers) = (view.words, view.words.numbers());
    let level = |level: &&ordito_model::ScaleLevel| {
        let word = level.label.get(words.language());
        format!("{} {word}", numbers.points(level.value))
    };
    let states = [
        format!("n.a. {}", words.labpaper_not_applicable()),
        format!("? {}", words.labpaper_dont_know()),
    ];
    let parts: Vec<String> = levels.iter().map(level).chain(states).collect();
    parts.join("  ·  ")
}
