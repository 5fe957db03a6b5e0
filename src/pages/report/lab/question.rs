//! One question in full: its rounds, what moved, what became of it, what was said.

use super::{View, column, table_name};
use crate::report::sheet::{Align, Bar, Block, Fact, Section, TableCell};
use ordito_analysis::CellPanel;
use ordito_analysis::session::{Asked, Round, TwoSided, by_table, distribution};
use ordito_model::{CellValue, Outcome, Question, Rgb};

pub fn sections(view: &View<'_>) -> Vec<Section> {
    let questions = view
        .agenda
        .iter()
        .zip(&view.session.questions)
        .zip(1_usize..);
    questions
        .map(|(((_, question), asked), n)| Section {
            id: "question",
            heading: format!(
                "{}. {}",
                view.words.numbers().count(n),
                view.crossing(question)
            ),
            blocks: blocks(view, question, asked),
        })
        .collect()
}

fn blocks(view: &View<'_>, question: &Question, asked: &Asked) -> Vec<Block> {
    let mut blocks = vec![Block::Facts {
        items: outcome(view, question),
    }];
    if asked.rounds.is_empty() {
        blocks.push(Block::Note {
            text: view.words.labpaper_not_revealed(),
        });
        return blocks;
    }
    blocks.push(spread(view, asked));
    blocks.push(statistics(view, asked));
    blocks.extend(tables(view, asked));
    let two_sided = |round: &Round| {
        let found = TwoSided::of(&round.said)?;
        let name = round_name(view, round.round);
        Some(format!("{name}: {}", view.two_sided(&found)))
    };
    let hidden: Vec<String> = asked.rounds.iter().filter_map(two_sided).collect();
    if !hidden.is_empty() {
        blocks.push(Block::Note {
            text: view.words.labpaper_two_sided_note(),
        });
        blocks.push(Block::List { items: hidden });
    }
    if let Some(moved) = &asked.moved {
        blocks.push(Block::Note {
            text: view.moved(moved),
        });
    }
    if view.names {
        blocks.push(votes(view, asked));
    }
    for round in &asked.rounds {
        let comments = view.comments(question, round.round);
        if comments.is_empty() {
            continue;
        }
        blocks.push(Block::Note {
            text: view.words.labpaper_comments(usize::from(round.round)),
        });
        let said = comments.into_iter().map(|(who, text)| {
            if who.is_empty() {
                text
            } else {
                format!("{who}: {text}")
            }
        });
        blocks.push(Block::List {
            items: said.collect(),
        });
    }
    blocks
}

/// What became of it, label and text.
fn outcome(view: &View<'_>, question: &Question) -> Vec<Fact> {
    let rows = match &question.outcome {
        Some(Outcome::Agreed {
            value,
            reason,
            dissent,
        }) => vec![
            ("labpaper-agreed-value", view.value(*value)),
            ("labpaper-reason", view.written(reason)),
            ("labpaper-dissent", view.written(dissent)),
        ],
        Some(Outcome::Parked { reason }) => vec![
            (
                "labpaper-head-outcome",
                view.words.labpaper_outcome_parked(),
            ),
            ("labpaper-parked-reason", view.written(reason)),
        ],
        Some(Outcome::Skipped) => vec![(
            "labpaper-head-outcome",
            view.words.labpaper_outcome_skipped(),
        )],
        None => vec![("labpaper-head-outcome", view.words.labpaper_outcome_open())],
    };
    let filled = rows.into_iter().filter(|(_, value)| !value.is_empty());
    filled
        .map(|(key, value)| Fact {
            label: view.say(key),
            value,
        })
        .collect()
}

fn round_name(view: &View<'_>, round: u16) -> String {
    view.words.labpaper_round(usize::from(round))
}

/// Votes on each level, round by round, the highest first, as bars with their numbers.
fn spread(view: &View<'_>, asked: &Asked) -> Block {
    let numbers = view.words.numbers();
    let language = view.words.language();
    let said = |wanted: &dyn Fn(CellValue) -> bool| -> Vec<usize> {
        let of = |round: &Round| round.said.iter().filter(|value| wanted(**value)).count();
        asked.rounds.iter().map(of).collect()
    };
    let mut levels: Vec<_> = view.scale.levels.iter().collect();
    levels.sort_by_key(|level| std::cmp::Reverse(level.value));
    let mut lines: Vec<(Bar, Vec<usize>)> = Vec::new();
    let bar = |value: String, word: String, colours: Option<(Rgb, Rgb)>| Bar {
        value,
        word,
        fill: colours.map(|(fill, _)| fill.to_string()),
        ink: colours.map(|(_, ink)| ink.to_string()),
        counts: Vec::new(),
        shares: Vec::new(),
    };
    for level in levels {
        let colours = view.colours(CellValue::net_of(level.value));
        let word = level.label.get(language).to_owned();
        let votes = said(&|value| value.net() == Some(level.value));
        lines.push((bar(numbers.points(level.value), word, colours), votes));
    }
    let between = |round: &Round| distribution(round, view.scale).1;
    let others = [
        (
            view.words.labpaper_head_between(),
            asked.rounds.iter().map(between).collect(),
        ),
        (
            view.words.labpaper_not_applicable(),
            said(&|value| value == CellValue::NotApplicable),
        ),
        (
            view.words.labpaper_dont_know(),
            said(&|value| value == CellValue::DontKnow),
        ),
        (
            view.words.labpaper_head_missing(),
            asked.rounds.iter().map(|round| round.missing).collect(),
        ),
    ];
    let some = |(_, votes): &(String, Vec<usize>)| votes.iter().any(|n| *n > 0);
    for (word, votes) in others.into_iter().filter(some) {
        lines.push((bar(String::new(), word, None), votes));
    }
    let most = lines.iter().flat_map(|(_, votes)| votes).max().copied();
    let most = most.unwrap_or(0).max(1) as f64;
    let finished = lines.into_iter().map(|(bar, votes)| Bar {
        counts: votes.iter().map(|n| numbers.count(*n)).collect(),
        shares: votes.iter().map(|n| *n as f64 / most).collect(),
        ..bar
    });
    let rounds = asked.rounds.iter();
    Block::Bars {
        caption: view.words.labpaper_spread_caption(),
        rounds: rounds.map(|round| round_name(view, round.round)).collect(),
        lines: finished.collect(),
    }
}

/// The last round table by table: what a room talks about before it votes again. Nothing where it would say who.
fn tables(view: &View<'_>, asked: &Asked) -> Option<Block> {
    let last = asked.last()?;
    // Of a session with names, tables are names: on a paper without them they are not told.
    if !view.names && !view.lab.anonymous {
        return None;
    }
    let found = by_table(view.lab, &last.said, view.scale);
    if found.is_empty() {
        return None;
    }
    let numbers = view.words.numbers();
    let mut levels: Vec<_> = view.scale.levels.iter().map(|level| level.value).collect();
    levels.sort_unstable();
    let mut columns = vec![column(view.words.labpaper_head_table(), Align::Left, 2.4)];
    columns.extend(
        levels
            .iter()
            .map(|value| column(numbers.points(*value), Align::Center, 0.8)),
    );
    columns.extend([
        column(view.words.labpaper_head_votes(), Align::Right, 1.0),
        column(view.words.labpaper_head_median(), Align::Center, 1.6),
    ]);
    let rows = found.iter().map(|table| {
        let mut row = vec![TableCell::new(table_name(view.words, &table.table))];
        row.extend(levels.iter().map(|level| {
            let votes = table
                .said
                .iter()
                .filter(|value| value.net() == Some(*level));
            match votes.count() {
                0 => TableCell::default(),
                n => view.coloured(CellValue::net_of(*level), numbers.count(n)),
            }
        }));
        row.push(TableCell::new(numbers.count(table.said.len())));
        let median = table.panel.as_ref().map(|panel| median(view, panel));
        row.push(TableCell::new(median.unwrap_or_else(|| "–".to_owned())));
        row
    });
    Some(Block::Table {
        caption: view.words.labpaper_tables_caption(),
        row_head: true,
        columns,
        rows: rows.collect(),
    })
}

/// `+1`, or `+1 – +2` between two middle votes.
pub fn median(view: &View<'_>, panel: &CellPanel) -> String {
    let points = |points| view.words.numbers().points(points);
    if panel.lower_median == panel.upper_median {
        points(panel.lower_median)
    } else {
        format!(
            "{} – {}",
            points(panel.lower_median),
            points(panel.upper_median)
        )
    }
}

fn statistics(view: &View<'_>, asked: &Asked) -> Block {
    let numbers = view.words.numbers();
    let rows = asked.rounds.iter().map(|round| {
        let said = |text: &dyn Fn(&CellPanel) -> String| {
            TableCell::new(round.panel.as_ref().map_or_else(|| "–".to_owned(), text))
        };
        vec![
            TableCell::new(round_name(view, round.round)),
            TableCell::new(numbers.count(round.votes)),
            said(&|panel| median(view, panel)),
            said(&|panel| numbers.number(panel.iqr(), 2)),
            said(&|panel| view.maybe(panel.consensus)),
            said(&|panel| {
                [panel.negative, panel.zero, panel.positive]
                    .map(|n| numbers.count(n))
                    .join(" · ")
            }),
            said(&|panel| view.verdict(panel.verdict)),
        ]
    });
    Block::Table {
        caption: view.words.labpaper_statistics_caption(),
        row_head: true,
        columns: vec![
            column(view.words.labpaper_head_round(), Align::Left, 1.8),
            column(view.words.labpaper_head_votes(), Align::Right, 1.0),
            column(view.words.labpaper_head_median(), Align::Center, 1.6),
            column(view.words.labpaper_head_iqr(), Align::Right, 1.4),
            column(view.words.labpaper_head_consensus(), Align::Right, 1.8),
            column(view.words.labpaper_head_signs(), Align::Center, 1.8),
            column(view.words.labpaper_head_verdict(), Align::Left, 2.2),
        ],
        rows: rows.collect(),
    }
}

/// Who voted what, round by round.
fn votes(view: &View<'_>, asked: &Asked) -> Block {
    let mut columns = vec![
        column(view.words.labpaper_head_name(), Align::Left, 3.0),
        column(view.words.labpaper_head_role(), Align::Left, 2.6),
        column(view.words.labpaper_head_table(), Align::Left, 1.4),
    ];
    columns.extend(
        asked
            .rounds
            .iter()
            .map(|round| column(round_name(view, round.round), Align::Center, 1.2)),
    );
    let rows = view.voters().map(|(place, who)| {
        let role = [who.role.as_str(), who.organisation.as_str()];
        let role = role
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let mut row = vec![
            TableCell::new(view.name(who.id)),
            TableCell::new(role),
            TableCell::new(who.table.as_str()),
        ];
        row.extend(asked.rounds.iter().map(|round| {
            let value = round
                .said
                .get(place)
                .copied()
                .unwrap_or(CellValue::Unscored);
            let said = if value.is_answered() {
                view.words.numbers().cell(value)
            } else {
                "–".to_owned()
            };
            view.coloured(value, said)
        }));
        row
    });
    Block::Table {
        caption: view.words.labpaper_votes_caption(),
        row_head: true,
        columns,
        rows: rows.collect(),
    }
}
