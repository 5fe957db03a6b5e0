//! One question in full: its rounds, what moved, what became of it, what was said.

use super::{View, column};
use crate::report::sheet::{Align, Block, Fact, Section, TableCell};
use ordito_analysis::CellPanel;
use ordito_analysis::session::{Asked, TwoSided, distribution};
use ordito_model::{CellValue, Outcome, Question};

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
    let two_sided = |round: &ordito_analysis::session::Round| {
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

/// Votes on each level, round by round.
fn spread(view: &View<'_>, asked: &Asked) -> Block {
    let numbers = view.words.numbers();
    let count = |n: usize| {
        TableCell::new(if n == 0 {
            "·".to_owned()
        } else {
            numbers.count(n)
        })
    };
    let others = asked
        .rounds
        .iter()
        .any(|round| distribution(round, view.scale).1 > 0);
    let mut columns = vec![column(view.words.labpaper_head_round(), Align::Left, 2.0)];
    let mut levels: Vec<_> = view.scale.levels.iter().map(|level| level.value).collect();
    levels.sort_unstable();
    columns.extend(
        levels
            .iter()
            .map(|value| column(numbers.points(*value), Align::Center, 0.9)),
    );
    if others {
        columns.push(column(
            view.words.labpaper_head_between(),
            Align::Center,
            1.2,
        ));
    }
    for key in ["labpaper-head-na", "labpaper-head-unknown"] {
        columns.push(column(view.say(key), Align::Center, 0.9));
    }
    columns.push(column(
        view.words.labpaper_head_missing(),
        Align::Center,
        1.4,
    ));
    let rows = asked.rounds.iter().map(|round| {
        let (levels, between) = distribution(round, view.scale);
        let states = |wanted| round.said.iter().filter(|value| **value == wanted).count();
        let mut row = vec![TableCell::new(round_name(view, round.round))];
        row.extend(levels.into_iter().map(|(_, n)| count(n)));
        if others {
            row.push(count(between));
        }
        row.push(count(states(ordito_model::CellValue::NotApplicable)));
        row.push(count(states(ordito_model::CellValue::DontKnow)));
        row.push(count(round.missing));
        row
    });
    Block::Table {
        caption: view.words.labpaper_spread_caption(),
        row_head: true,
        columns,
        rows: rows.collect(),
    }
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
