//! All texts of a file of sheets with where they stand, and what of them cannot be drawn.

use super::block::{Block, SheetFile};
use super::room::{Room, TEXT, parted};
use crate::figure::{Measure, signs};
use ordito_words::Words;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Signs that none of our typefaces has, and where they stand: sheet, part, and what the row of a table is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unshown {
    pub place: Vec<String>,
    pub signs: BTreeSet<char>,
}

/// How many places a message lists, and how many signs of each.
const LISTED: usize = 20;

/// What was not drawn in words, a line for each place; nothing where all was.
pub fn say_unshown(words: &Words, unshown: &[Unshown]) -> Vec<String> {
    let line = |each: &Unshown| {
        let mut codes: Vec<String> = each
            .signs
            .iter()
            .take(LISTED)
            .map(|sign| format!("U+{:04X}", u32::from(*sign)))
            .collect();
        if each.signs.len() > LISTED {
            codes.push("…".to_owned());
        }
        words.paper_unshown_line(codes.join(", "), each.place.join(" · "))
    };
    let mut lines: Vec<String> = unshown.iter().take(LISTED).map(line).collect();
    if unshown.len() > LISTED {
        lines.push(words.paper_unshown_more(unshown.len() - LISTED));
    }
    lines
}

/// The sheet, the part and the row that a text belongs to.
#[derive(Debug, Clone, Copy)]
struct Place<'a> {
    sheet: &'a str,
    part: &'a str,
    row: &'a str,
    /// On an A4 page; `None` for what is not on one.
    room: Option<Room>,
    /// How many signs have room there, where what is said stands on the sheet in full, too.
    most: Option<usize>,
}

type Change<'c> = dyn FnMut(Place<'_>, &mut String) + 'c;

impl SheetFile {
    /// Texts as every format can hold them.
    #[must_use]
    pub fn plain(mut self) -> Self {
        self.each_text(&mut |_, text| {
            if let Cow::Owned(plain) = signs::plain(text) {
                *text = plain;
            }
        });
        self
    }

    /// The file as our typefaces can draw it, with places to part the words that are wider than their columns, and what
    /// the typefaces lack.
    pub fn drawn(&self) -> (Self, Vec<Unshown>) {
        let mut file = self.clone();
        let measure = Measure::new();
        let mut unshown: Vec<Unshown> = Vec::new();
        let mut places: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        file.each_text(&mut |place, text| {
            let mut signs = BTreeSet::new();
            if let Cow::Owned(drawn) = signs::drawn(text, &mut |sign| _ = signs.insert(sign)) {
                *text = drawn;
            }
            if let Some(most) = place.most.filter(|most| text.chars().count() > *most) {
                *text = text.chars().take(most - 1).chain(['…']).collect();
            }
            if let Some(parted) = place.room.and_then(|room| parted(text, room, &measure)) {
                *text = parted;
            }
            // What belongs to no sheet stands on a sheet, too.
            if signs.is_empty() || place.sheet.is_empty() {
                return;
            }
            let parts = [place.sheet, place.part, place.row]
                .into_iter()
                .filter(|part| !part.is_empty());
            let parts: Vec<String> = parts.map(str::to_owned).collect();
            let next = unshown.len();
            let at = *places.entry(parts.clone()).or_insert(next);
            match unshown.get_mut(at) {
                Some(known) => known.signs.append(&mut signs),
                None => unshown.push(Unshown {
                    place: parts,
                    signs,
                }),
            }
        });
        (file, unshown)
    }

    fn each_text(&mut self, change: &mut Change<'_>) {
        let none = Place {
            sheet: "",
            part: "",
            row: "",
            room: None,
            most: None,
        };
        change(
            Place {
                room: Some(Room::new(TEXT, 20.0)),
                ..none
            },
            &mut self.title,
        );
        for text in [
            &mut self.author,
            &mut self.page_of,
            &mut self.contents_title,
        ] {
            change(none, text);
        }
        self.keywords.iter_mut().for_each(|text| change(none, text));
        // Beside a logo of 45 mm.
        let head = Room::beside(2, 8.0, 8.5).less(68.0);
        for sheet in &mut self.sheets {
            let title = sheet.title.clone();
            let place = Place {
                sheet: &title,
                ..none
            };
            let mut within = |width, size, text: &mut String| {
                change(
                    Place {
                        room: Some(Room::new(width, size)),
                        ..place
                    },
                    text,
                );
            };
            within(TEXT, 20.0, &mut sheet.title);
            within(TEXT, 10.5, &mut sheet.subtitle);
            sheet
                .marks
                .iter_mut()
                .for_each(|text| within(TEXT - 8.0, 9.5, text));
            for text in [&mut sheet.header_left, &mut sheet.header_right] {
                change(
                    Place {
                        room: Some(head),
                        most: Some(80),
                        ..place
                    },
                    text,
                );
            }
            let foot = Room::new(TEXT - 100.0, 8.0);
            change(
                Place {
                    room: Some(foot),
                    most: Some(170),
                    ..place
                },
                &mut sheet.footer,
            );
            for section in &mut sheet.sections {
                change(
                    Place {
                        room: Some(Room::new(TEXT, 12.0)),
                        ..place
                    },
                    &mut section.heading,
                );
                let heading = section.heading.clone();
                let place = Place {
                    part: &heading,
                    ..place
                };
                section
                    .blocks
                    .iter_mut()
                    .for_each(|block| each_of_block(block, place, change));
            }
        }
    }
}

fn each_of_block(block: &mut Block, place: Place<'_>, change: &mut Change<'_>) {
    let mut within = |room: Room, row: &str, text: &mut String| {
        change(
            Place {
                row,
                room: Some(room),
                ..place
            },
            text,
        );
    };
    match block {
        Block::Facts { items } => {
            // Labels and values two in a row; longer ones have the row for themselves.
            let part = Room::new((TEXT - 30.0) / 16.0, 9.5);
            let (label, short) = (
                Room {
                    width: part.width * 3.0,
                    ..part
                },
                Room {
                    width: part.width * 5.0,
                    ..part
                },
            );
            let long = Room {
                width: (TEXT - 10.0) * 13.5 / 16.5,
                ..part
            };
            for item in items {
                let row = item.label.clone();
                let is_short = item
                    .value
                    .split_whitespace()
                    .all(|word| word.chars().count() <= 20);
                within(label, "", &mut item.label);
                within(if is_short { short } else { long }, &row, &mut item.value);
            }
        }
        Block::Figures { items } => {
            let room = Room::beside(items.len().min(4), 7.0, 8.5).less(16.0);
            for item in items {
                let row = item.label.clone();
                within(room, "", &mut item.label);
                within(Room { size: 14.0, ..room }, &row, &mut item.value);
            }
        }
        Block::Columns { items } => {
            let room = Room::beside(items.len(), 14.0, 9.5);
            for item in items {
                let row = item.label.clone();
                within(room, "", &mut item.label);
                within(room, &row, &mut item.text);
            }
        }
        Block::Text { text } | Block::Note { text } => within(Room::new(TEXT, 9.5), "", text),
        Block::List { items } => items
            .iter_mut()
            .for_each(|item| within(Room::new(TEXT - 20.0, 8.8), "", item)),
        Block::Strip { alt, cells } => {
            within(Room::new(f64::INFINITY, 6.5), "", alt);
            let room = Room::beside(cells.len().clamp(12, 17), 2.0, 6.5);
            let value = Room { size: 9.0, ..room };
            for cell in cells {
                within(room, "", &mut cell.label);
                within(value, "", &mut cell.text);
                cell.text2
                    .iter_mut()
                    .for_each(|text| within(value, "", text));
            }
        }
        Block::Table { .. } | Block::Bars { .. } | Block::Ballot { .. } => {
            each_of_table(block, &mut within);
        }
        Block::Page => {}
    }
}

/// Of what has lines and columns.
fn each_of_table(block: &mut Block, within: &mut dyn FnMut(Room, &str, &mut String)) {
    match block {
        Block::Table {
            caption,
            columns,
            rows,
            ..
        } => {
            within(Room::new(TEXT, 8.5), "", caption);
            let all: f64 = columns.iter().map(|column| column.share).sum();
            let rooms: Vec<Room> = columns
                .iter()
                .map(|column| Room::of_column(column.share, all, 8.8))
                .collect();
            columns
                .iter_mut()
                .zip(&rooms)
                .for_each(|(column, room)| within(*room, "", &mut column.head));
            for row in rows {
                let head = row
                    .first()
                    .map_or_else(String::new, |cell| cell.text.clone());
                for (cell, room) in row.iter_mut().zip(&rooms) {
                    within(*room, &head, &mut cell.text);
                    within(*room, &head, &mut cell.source);
                }
            }
        }
        Block::Bars {
            caption,
            rounds,
            lines,
        } => {
            within(Room::new(TEXT, 8.5), "", caption);
            for round in rounds {
                within(Room::new(TEXT / 6.0, 8.5), "", round);
            }
            for line in lines {
                within(Room::new(TEXT / 8.0, 8.8), "", &mut line.value);
                within(Room::new(TEXT / 4.0, 8.8), "", &mut line.word);
            }
        }
        Block::Ballot {
            caption,
            lines,
            legend,
            size,
            columns,
            rows,
            ..
        } => {
            within(Room::new(TEXT, 8.5), "", caption);
            within(Room::new(TEXT, 11.0), "", lines);
            within(Room::new(TEXT, 7.5), "", legend);
            let all: f64 = columns.iter().map(|column| column.share).sum();
            let rooms = columns
                .iter()
                .map(|column| Room::of_column(column.share, all, *size));
            let rooms: Vec<Room> = rooms.collect();
            for (column, room) in columns.iter_mut().zip(&rooms) {
                within(*room, "", &mut column.head);
            }
            for row in rows {
                for (cell, room) in row.iter_mut().zip(&rooms) {
                    within(*room, "", &mut cell.text);
                }
            }
        }
        _ => {}
    }
}
