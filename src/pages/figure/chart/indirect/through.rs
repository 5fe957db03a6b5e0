//! What policies do to goals through other goals: a grid of effects, made where it is seen, each leading to the goals
//! that an effect passes through and to the policy's cells with them.

use super::super::super::palette::{Look, ramp};
use super::super::super::parts::Setting;
use super::super::super::shape::{Area, Weight};
use super::super::sheet::{Column, Sheet};
use super::super::{Chart, Leads, Style, Tile, TileSource, Tiles, Value, finding};
use super::{Basis, decimals, effect, most_decimals, signed};
use ordito_analysis::Square;
use ordito_analysis::equal::Ruler;
use ordito_analysis::through_goals::ThroughGoals;
use ordito_model::{AssessmentKey, AssessorId, Axis, Item, MatrixId, Points, Rgb};
use ordito_words::Words;
use ordito_words::messages::{IndirectThroughSaid, IndirectThroughSentence, IndirectThroughWay};
use std::collections::HashMap;
use std::sync::Arc;

/// Effects of policies through goals, with the goals' matrix they pass through.
#[derive(Debug, Clone, PartialEq)]
pub struct ThroughFound {
    pub basis: Basis,
    /// The matrix of goals.
    pub through: MatrixId,
    /// Whose scores of the goals they are: the agreed ones where the assessor has none.
    pub goals_by: AssessorId,
    pub effects: ThroughGoals,
    pub goals: Square,
}

const CELL: (f64, f64) = (52.0, 26.0);
const HEAD: f64 = 146.0;
/// Cells a page has room for, and effects that the table on the screen lists, the strongest; a file lists them all.
const MOST_ON_PAGE: (usize, usize) = (60, 40);
const MOST_ROWS: usize = 2_000;
/// Goals named in what a cell says.
const MOST_NAMED: usize = 8;

#[derive(Debug)]
struct Source {
    found: Arc<ThroughFound>,
    /// Place of a goal in the goals' matrix.
    places: HashMap<Item, usize>,
    rows: Vec<String>,
    columns: Vec<(String, String)>,
    look: Look,
    largest: f64,
    /// Of every effect that is written in a cell.
    decimals: u8,
    matrix: MatrixId,
    assessor: AssessorId,
}

impl Source {
    fn of(setting: &Setting<'_>, matrix: MatrixId, found: &Arc<ThroughFound>) -> Self {
        let effects = &found.effects;
        Self {
            found: Arc::clone(found),
            places: found
                .goals
                .items
                .iter()
                .enumerate()
                .map(|(place, item)| (*item, place))
                .collect(),
            rows: effects
                .rows
                .iter()
                .map(|item| setting.name(*item))
                .collect(),
            columns: effects
                .columns
                .iter()
                .map(|item| (setting.label(*item).0, setting.name(*item)))
                .collect(),
            look: setting.look,
            largest: effects
                .indirect
                .iter()
                .flatten()
                .fold(0.0, |most, value| most.max(value.abs())),
            decimals: most_decimals(effects.indirect.iter().flatten().copied()),
            matrix,
            assessor: setting.assessor,
        }
    }
    fn row_name(&self, row: usize) -> &str {
        self.rows.get(row).map_or("", String::as_str)
    }
    /// Code and name of a goal.
    fn column_name(&self, column: usize) -> (&str, &str) {
        self.columns
            .get(column)
            .map_or(("", ""), |(code, name)| (code, name))
    }
    fn effect(&self, row: usize, column: usize) -> Option<f64> {
        self.found.effects.at(row, column).1
    }
    /// The goals an effect passes through: place of the column, the policy's score there, what that goal does to the
    /// column, and the effect; strongest first.
    fn ways(&self, row: usize, column: usize) -> Vec<(usize, f64, f64, f64)> {
        let effects = &self.found.effects;
        let scale = if self.found.goals.largest > 0.0 {
            self.found.goals.largest
        } else {
            1.0
        };
        let Some(to) = effects
            .columns
            .get(column)
            .and_then(|item| self.places.get(item))
        else {
            return Vec::new();
        };
        let mut ways: Vec<(usize, f64, f64, f64)> = effects
            .columns
            .iter()
            .enumerate()
            .filter_map(|(at, item)| {
                let score = effects.at(row, at).0?;
                let link = self.found.goals.at(*self.places.get(item)?, *to);
                (score != 0.0 && link != 0.0).then_some((at, score, link, score * link / scale))
            })
            .collect();
        ways.sort_by(|a, b| {
            Ruler::POINTS
                .order(b.3.abs(), a.3.abs())
                .then(a.0.cmp(&b.0))
        });
        ways
    }
    /// Way by way: what the policy does to the goal it passes through, and what that goal does to this one.
    fn leads(&self, row: usize, column: usize, ways: &[(usize, f64, f64, f64)]) -> Leads {
        let effects = &self.found.effects;
        let (Some(policy), Some(to)) = (effects.rows.get(row), effects.columns.get(column)) else {
            return Leads::Nowhere;
        };
        let key = |matrix, assessor, row, column| AssessmentKey {
            matrix,
            assessor,
            round: 0,
            row,
            column,
        };
        let through = ways.iter().filter_map(|(at, ..)| effects.columns.get(*at));
        let cells = through.flat_map(|goal| {
            let first = key(self.matrix, self.assessor, *policy, *goal);
            [
                first,
                key(self.found.through, self.found.goals_by, *goal, *to),
            ]
        });
        Leads::Across(cells.collect())
    }
}

impl TileSource for Source {
    fn tile(&self, row: usize, column: usize, words: &Words) -> Option<Tile> {
        let value = self.effect(row, column)?;
        let share = if self.largest > 0.0 {
            value / self.largest
        } else {
            0.0
        };
        // What is not zero has at least the faintest colour.
        let hundredths = if value == 0.0 {
            0
        } else {
            (share.abs() * 100.0).ceil() as i16 * value.signum() as i16
        };
        let fill: Rgb = ramp(Points(hundredths), Points(100), self.look);
        Some(Tile {
            fill,
            text: words.numbers().signed(value, self.decimals),
        })
    }
    fn is_there(&self, row: usize, column: usize) -> bool {
        self.effect(row, column).is_some()
    }
    fn said(&self, row: usize, column: usize, words: &Words) -> (String, String, Leads) {
        let (direct, indirect) = self.found.effects.at(row, column);
        let Some(indirect) = indirect else {
            return (String::new(), String::new(), Leads::Nowhere);
        };
        let (code, name) = self.column_name(column);
        let policy = self.row_name(row);
        let direct = direct.map_or_else(|| words.figure_unscored(), |value| signed(words, value));
        let mut text = words.indirect_through_said(IndirectThroughSaid {
            direct: &direct,
            effect: &signed(words, indirect),
            goal: name,
            policy,
        });
        let ways = self.ways(row, column);
        let scale = self.found.goals.largest;
        for (at, score, link, effect) in ways.iter().take(MOST_NAMED) {
            let (_, goal) = self.column_name(*at);
            text.push_str("; ");
            text.push_str(&words.indirect_through_way(IndirectThroughWay {
                effect: &signed(words, *effect),
                goal,
                link: &signed(words, *link),
                scale: &words.numbers().number(scale, decimals(scale)),
                score: &signed(words, *score),
            }));
        }
        if ways.len() > MOST_NAMED {
            text.push_str("; ");
            text.push_str(&words.indirect_through_more(ways.len() - MOST_NAMED));
        }
        (
            format!("{policy} → {code}"),
            text,
            self.leads(row, column, &ways),
        )
    }
}

/// An effect of a policy on a goal.
struct Line<'a> {
    source: &'a Source,
    row: usize,
    column: usize,
    effect: f64,
}
impl Line<'_> {
    /// The goals it passes through, the strongest first.
    fn ways(&self) -> String {
        let ways = self.source.ways(self.row, self.column);
        let codes = ways
            .iter()
            .take(MOST_NAMED)
            .filter_map(|(at, ..)| self.source.columns.get(*at));
        codes
            .map(|(code, _)| code.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    }
}

fn columns<'a>() -> [Column<Line<'a>>; 5] {
    let direct = |line: &Line<'a>| {
        let value = line.source.found.effects.at(line.row, line.column).0;
        value.map_or(
            Value::Number {
                value: None,
                decimals: 0,
                signed: true,
            },
            effect,
        )
    };
    [
        Column::text("indirect-through-policy", |line| {
            Value::Text(line.source.row_name(line.row).to_owned())
        }),
        Column::text("indirect-through-goal", |line| {
            Value::Text(line.source.column_name(line.column).1.to_owned())
        }),
        Column::number("indirect-through-direct", direct),
        Column::number("indirect-through-effect", |line| effect(line.effect)),
        Column::text("indirect-through-goals", |line| Value::Text(line.ways())),
    ]
}

/// Effects that are not zero, the strongest of them, by row and column; and how many there are.
fn strongest(source: &Source, most: usize) -> (Vec<(f64, usize, usize)>, usize) {
    let effects = &source.found.effects;
    let mut strongest: Vec<(f64, usize, usize)> = (0..effects.rows.len())
        .flat_map(|row| (0..effects.columns.len()).map(move |column| (row, column)))
        .filter_map(|(row, column)| {
            Some((
                source.effect(row, column).filter(|value| *value != 0.0)?,
                row,
                column,
            ))
        })
        .collect();
    let n_effects = strongest.len();
    let order = |a: &(f64, usize, usize), b: &(f64, usize, usize)| {
        Ruler::POINTS
            .order(b.0.abs(), a.0.abs())
            .then((a.1, a.2).cmp(&(b.1, b.2)))
    };
    if n_effects > most {
        strongest.select_nth_unstable_by(most, order);
        strongest.truncate(most);
    }
    strongest.sort_unstable_by(order);
    (strongest, n_effects)
}

pub(super) fn chart(
    setting: &Setting<'_>,
    style: &Style,
    matrix: MatrixId,
    found: &Arc<ThroughFound>,
) -> Chart {
    let source = Source::of(setting, matrix, found);
    let effects = &found.effects;
    let (mut n_rows, mut n_columns) = (effects.rows.len(), effects.columns.len());
    if style.headed {
        (n_rows, n_columns) = (n_rows.min(MOST_ON_PAGE.0), n_columns.min(MOST_ON_PAGE.1));
    }
    let inner = Sheet::inner(style);
    let name = (style.width * 0.26).clamp(180.0, 300.0);
    let left = inner + name;
    let width = (left + n_columns as f64 * CELL.0 + inner).max(480.0);
    let columns = columns();
    let most = if style.headed { usize::MAX } else { MOST_ROWS };
    let (strongest, n_effects) = strongest(&source, most);
    let finding = finding(setting.words, &source, &strongest);
    let titles = (setting.words.indirect_through_title(), finding);
    let mut sheet = Sheet::of_width(setting, style, titles, width, &columns);
    let top = sheet.y + HEAD;
    heads(&mut sheet, &source, (n_rows, n_columns), (left, top), name);
    for (value, row, column) in &strongest {
        let line = Line {
            source: &source,
            row: *row,
            column: *column,
            effect: *value,
        };
        sheet.row(
            (!style.headed).then_some(row * n_columns + column),
            &columns,
            &line,
        );
    }
    let sentence = sentence(setting, found, (n_rows, n_columns), (n_effects, most));
    if style.headed {
        // What a page says of the strongest; on the screen the tiles say it themselves.
        for (_, row, column) in strongest.iter().take(60) {
            let (name, text, leads) = source.said(*row, *column, setting.words);
            sheet.mark(Area::new(0.0, 0.0, 0.0, 0.0), name, text, leads);
        }
    }
    // As much room below as at the sides.
    let height = top + n_rows as f64 * CELL.1 + inner;
    sheet.y = height - sheet.below();
    let tiles = Tiles {
        at: (left, top),
        size: CELL,
        n_rows,
        n_columns,
        source: Arc::new(source),
    };
    if style.headed {
        tiles.draw(
            &mut sheet.canvas,
            Area::new(0.0, 0.0, width, height),
            setting.words,
        );
        return sheet.ended((0.0, 0.0), &sentence);
    }
    Chart {
        tiles: Some(tiles),
        ..sheet.ended((left, top), &sentence)
    }
}

/// The strongest effect, with how many are as strong.
fn finding(words: &Words, source: &Source, strongest: &[(f64, usize, usize)]) -> String {
    let Some((value, row, column)) = strongest.first() else {
        return words.finding_through_none();
    };
    let equal = strongest
        .iter()
        .filter(|(other, ..)| Ruler::POINTS.is_equal(other.abs(), value.abs()))
        .count();
    let name = format!(
        "{} → {}",
        source.row_name(*row),
        source.column_name(*column).1
    );
    let name = finding::with_others(words, name, equal.saturating_sub(1));
    words.finding_through(signed(words, *value), name)
}

/// Names of policies at the left, of goals above, upright.
fn heads(
    sheet: &mut Sheet<'_>,
    source: &Source,
    (n_rows, n_columns): (usize, usize),
    (left, top): (f64, f64),
    name: f64,
) {
    let (setting, tokens) = (sheet.setting, sheet.setting.tokens);
    for (row, text) in source.rows.iter().take(n_rows).enumerate() {
        let y = top + row as f64 * CELL.1;
        let at = (sheet.inner, y + CELL.1 / 2.0);
        sheet.name(text, at, name - 12.0);
        sheet.rule(y);
    }
    for (column, (_, text)) in source.columns.iter().take(n_columns).enumerate() {
        let x = left + (column as f64 + 0.5) * CELL.0;
        let lines = setting
            .measure
            .wrap(text, 12.0, Weight::Regular, HEAD - 16.0, 2);
        let n = lines.len() as f64;
        for (i, line) in lines.into_iter().enumerate() {
            let x = x + (i as f64 - (n - 1.0) / 2.0) * 15.0 + 4.0;
            sheet
                .canvas
                .upright((x, top - 8.0), line, 12.0, Weight::Regular, tokens.ink);
        }
    }
}

/// What it shows, how many cells it rests on, what is left out of the picture and of the table.
fn sentence(
    setting: &Setting<'_>,
    found: &ThroughFound,
    (n_rows, n_columns): (usize, usize),
    (n_effects, most): (usize, usize),
) -> Vec<String> {
    let (words, effects) = (setting.words, &found.effects);
    let name = |id| {
        setting
            .contents
            .assessors
            .get(&id)
            .map(|assessor| assessor.name.as_str())
    };
    let mut texts = vec![
        words.indirect_through_sentence(IndirectThroughSentence {
            assessor: setting.assessor_name(),
            links: effects.links,
            matrix: setting.matrix.name.as_str(),
            n: n_effects,
            scale: &words
                .numbers()
                .number(found.goals.largest, decimals(found.goals.largest)),
            through: setting
                .contents
                .matrices
                .get(&found.through)
                .map_or("", |matrix| matrix.name.as_str()),
            used: effects.used,
        }),
    ];
    if !effects.outside.is_empty() {
        let codes: Vec<String> = effects
            .outside
            .iter()
            .take(12)
            .map(|item| setting.label(*item).0)
            .collect();
        texts.push(words.indirect_through_outside(codes.join(", "), effects.outside.len()));
    }
    if found.goals_by != setting.assessor
        && let Some(by) = name(found.goals_by)
    {
        texts.push(words.indirect_through_fallback(setting.assessor_name(), by));
    }
    if n_effects > most {
        texts.push(words.indirect_through_first(n_effects, most));
    }
    if n_rows < effects.rows.len() || n_columns < effects.columns.len() {
        texts.push(words.indirect_through_page(n_columns, n_rows));
    }
    texts.push(found.basis.say(words));
    texts
}

/// Matrices of goals that policies' effects could pass through.
pub fn goal_matrices(contents: &ordito_model::Contents) -> Vec<MatrixId> {
    let mut found: Vec<_> = contents
        .matrices
        .iter()
        .filter(|(_, matrix)| matrix.kind.is_square() && !matrix.kind.holds_policies(Axis::Rows))
        .collect();
    found.sort_by_key(|(id, matrix)| (matrix.position, **id));
    found.into_iter().map(|(id, _)| *id).collect()
}
