//! The sheet of one pair of sides.

use super::{Printed, letter};
use crate::report::sheet::{Align, Block, Fact, Section, Sheet, TableCell, TableColumn};
use ordito_analysis::Found;
use ordito_model::CellValue;

/// Differences that a sheet lists; a workbook has all of them.
const MOST: usize = 400;

pub fn sheet(printed: &Printed<'_>, side: usize) -> Option<Sheet> {
    let other = side;
    let words = printed.words;
    printed.pair(side)?;
    let sections = [
        ("identity", "printed-identity", identity(printed, side)),
        ("figures", "printed-figures", figures(printed, side)),
        ("missing", "printed-missing", missing(printed, side)),
        (
            "differences",
            "printed-differences",
            differences(printed, side),
        ),
        ("method", "sheets-method", method(printed)),
    ];
    let name = |side: usize| {
        let from = |side: usize| printed.provenance.get(side).cloned().unwrap_or_default();
        // What is the same on both sides stands below, under what is compared.
        let differs = |one: String, two: String| if one == two { String::new() } else { two };
        let (first, own) = if side == 0 {
            (from(other), from(0))
        } else {
            (from(0), from(side))
        };
        let parts = [
            printed
                .picked(side)
                .unwrap_or_else(|| printed.assessor(side)),
            differs(first.file, own.file),
            differs(first.moment, own.moment),
        ];
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    };
    let args = [
        ("a", name(0).into()),
        ("b", name(side).into()),
        ("one", letter(0).into()),
        ("other", letter(side).into()),
    ];
    let body = printed
        .contents(0)
        .and_then(|contents| contents.info())
        .map(|info| info.body.clone());
    let kind = words.printed_kind();
    Some(Sheet {
        title: words.say_with("printed-sheet-title", &args),
        subtitle: printed.matrix_name(0),
        header_left: body
            .filter(|body| !body.is_empty())
            .map_or_else(|| kind.clone(), |body| format!("{body} · {kind}")),
        header_right: words.sheets_of_matrix(printed.matrix_name(0)),
        footer: [printed.scale_name(0), words.numbers().date(printed.now)].join(" · "),
        marks: printed.marks(&[0, side]),
        sections: sections
            .into_iter()
            .map(|(id, key, blocks)| Section {
                id,
                heading: words.say(key),
                blocks,
            })
            .filter(|section| !section.blocks.is_empty())
            .collect(),
    })
}

fn column(head: impl Into<String>, align: Align, share: f64) -> TableColumn {
    TableColumn {
        head: head.into(),
        align,
        share,
    }
}

fn identity(printed: &Printed<'_>, side: usize) -> Vec<Block> {
    let rows = printed
        .identity(&[0, side])
        .into_iter()
        .map(|(label, values)| {
            let cells = std::iter::once(TableCell {
                bold: true,
                ..TableCell::new(label)
            });
            cells
                .chain(values.into_iter().map(TableCell::new))
                .collect()
        });
    vec![Block::Table {
        caption: printed.words.printed_identity_caption(),
        row_head: true,
        columns: vec![
            column("", Align::Left, 1.6),
            column(letter(0), Align::Left, 4.0),
            column(letter(side), Align::Left, 4.0),
        ],
        rows: rows.collect(),
    }]
}

fn figures(printed: &Printed<'_>, side: usize) -> Vec<Block> {
    let Some(pair) = printed.pair(side) else {
        return Vec::new();
    };
    let mut blocks = vec![Block::Figures {
        items: printed.figures(side),
    }];
    if pair.agreement.both == 0 {
        blocks.push(Block::Note {
            text: printed.words.printed_nothing_common(),
        });
    } else {
        let args = [("n", pair.agreement.both.into())];
        blocks.push(Block::Note {
            text: printed.words.say_with("printed-rests-on", &args),
        });
    }
    blocks
}

/// How lines met, and those that met nothing.
fn missing(printed: &Printed<'_>, side: usize) -> Vec<Block> {
    let (words, numbers) = (printed.words, printed.words.numbers());
    let Some(pair) = printed.pair(side) else {
        return Vec::new();
    };
    let keys = ["printed-rows-met", "printed-columns-met"];
    let met = pair.lines.iter().zip(keys).map(|(lines, key)| Fact {
        label: words.say(key),
        value: words.printed_met(
            numbers.count(lines.by_code),
            numbers.count(lines.by_id),
            numbers.count(lines.by_name),
        ),
    });
    let picked = printed
        .comparison
        .sides
        .iter()
        .any(|side| side.picked.is_some());
    let mut blocks = vec![Block::Facts {
        items: met.take(if picked { 1 } else { 2 }).collect(),
    }];
    let mut alone = Vec::new();
    for lines in &pair.lines {
        for (own, items) in [(0, &lines.only_left), (side, &lines.only_right)] {
            let Some(contents) = printed.contents(own) else {
                continue;
            };
            for item in items {
                alone.push(words.printed_alone(printed.item(contents, *item), letter(own)));
            }
        }
    }
    if alone.is_empty() {
        blocks.push(Block::Text {
            text: words.printed_all_met(),
        });
    } else {
        blocks.push(Block::List { items: alone });
    }
    blocks
}

fn differences(printed: &Printed<'_>, side: usize) -> Vec<Block> {
    let words = printed.words;
    let Some(pair) = printed.pair(side) else {
        return Vec::new();
    };
    if pair.differences.is_empty() {
        return vec![Block::Text {
            text: words.compare_none_differ(),
        }];
    }
    let rows = pair
        .largest_first()
        .take(MOST)
        .map(|found| row(printed, side, found))
        .collect();
    let difference = format!("{}\u{a0}−\u{a0}{}", letter(side), letter(0));
    let mut blocks = vec![Block::Table {
        caption: words.printed_differences_caption(),
        row_head: true,
        columns: vec![
            column(words.printed_head_cell(), Align::Left, 3.6),
            column(letter(0), Align::Center, 1.2),
            column(letter(side), Align::Center, 1.2),
            column(difference, Align::Center, 1.6),
            column(words.printed_head_why(), Align::Left, 5.6),
        ],
        rows,
    }];
    if pair.differences.len() > MOST {
        let args = [("n", MOST.into()), ("m", pair.differences.len().into())];
        blocks.push(Block::Note {
            text: words.say_with("printed-more", &args),
        });
    }
    blocks
}

fn row(printed: &Printed<'_>, side: usize, found: &Found) -> Vec<TableCell> {
    let words = printed.words;
    let value = |own: usize| {
        let value: Option<CellValue> = printed.value(own, found.place);
        let mut cell = TableCell::new(printed.said(value));
        if let Some((fill, ink)) = printed.colours(own, value) {
            (cell.fill, cell.ink, cell.bold) =
                (Some(fill.to_string()), Some(ink.to_string()), true);
        }
        cell
    };
    let mut reasons = Vec::new();
    for own in [0, side] {
        let reason = printed
            .comparison
            .cell(own, found.place)
            .map_or("", |cell| cell.reason.trim());
        if !reason.is_empty() {
            reasons.push(format!("{}: {reason}", letter(own)));
        }
    }
    reasons.extend(printed.changed(side, found.place));
    let [row, column] = printed.place(found.place);
    let opposite = matches!(
        found.change,
        ordito_analysis::Change::Scores { opposite: true, .. }
    );
    let mut difference = printed.difference(side, found.change);
    if opposite {
        difference = format!("{difference}\n{}", words.compare_is_opposite());
    }
    vec![
        TableCell::new(format!("{row} × {column}")),
        value(0),
        value(side),
        TableCell {
            bold: opposite,
            ..TableCell::new(difference)
        },
        TableCell::new(reasons.join("\n")),
    ]
}

fn method(printed: &Printed<'_>) -> Vec<Block> {
    let date = Fact {
        label: printed.words.sheets_field_date(),
        value: printed.words.numbers().long_date(printed.now),
    };
    vec![
        Block::List {
            items: printed.method(),
        },
        Block::Facts { items: vec![date] },
    ]
}
