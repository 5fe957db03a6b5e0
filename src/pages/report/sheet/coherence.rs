//! Coherence with the other policies of the matrix (METHODS M13), with the goals behind every number.

use super::block::{Align, Block, TableCell, TableColumn};
use super::order::by_number;
use super::scope::Scope;
use ordito_analysis::coherence::{Meeting, PairCoherence};
use ordito_analysis::equal::Ruler;
use ordito_model::Axis;

/// How many pairs a sheet shows; the note says how many there are.
const SHOWN: usize = 12;

pub fn blocks(scope: &Scope<'_>) -> Vec<Block> {
    if !scope.matrix.kind.holds_policies(Axis::Rows)
        || scope.columns.len() < 2
        || scope.scores.is_square
    {
        return Vec::new();
    }
    let pairs = pairs(scope);
    if pairs.is_empty() {
        return vec![Block::Note {
            text: scope.words.sheets_no_coherence(),
        }];
    }
    let numbers = scope.words.numbers();
    let args = [
        ("n", numbers.count(pairs.len().min(SHOWN)).into()),
        ("m", numbers.count(pairs.len()).into()),
    ];
    let rows = pairs.iter().take(SHOWN).map(|pair| row(scope, pair));
    vec![
        Block::Table {
            caption: scope.words.sheets_coherence_caption(),
            row_head: true,
            columns: columns(scope),
            rows: rows.collect(),
        },
        Block::Note {
            text: scope.words.say_with("sheets-coherence-note", &args),
        },
    ]
}

/// Of one policy those with each other, of several those among them. Conflicts first: they are what a reader must see;
/// then by all they have in common.
fn pairs(scope: &Scope<'_>) -> Vec<PairCoherence> {
    let rows = scope.laid_out();
    let mut pairs: Vec<PairCoherence> = match scope.rows.as_slice() {
        [own] => (0..scope.scores.rows.len())
            .filter(|other| other != own)
            .map(|other| rows.pair(*own, other))
            .collect(),
        many => many
            .iter()
            .enumerate()
            .flat_map(|(i, a)| many.iter().skip(i + 1).map(|b| (*a, *b)))
            .map(|(a, b)| rows.pair(a, b))
            .collect(),
    };
    pairs.retain(|pair| pair.index().is_some());
    let weight = |pair: &PairCoherence| {
        (
            pair.conflicts.intensity,
            pair.conflicts.intensity + pair.synergies.intensity + pair.joint_harm.intensity,
        )
    };
    let ruler = Ruler::POINTS;
    pairs.sort_by(|x, y| {
        let ((x_conflict, x_all), (y_conflict, y_all)) = (weight(x), weight(y));
        ruler
            .order(y_conflict, x_conflict)
            .then(ruler.order(y_all, x_all))
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    pairs
}

const fn is_of_one(scope: &Scope<'_>) -> bool {
    scope.rows.len() == 1
}

fn columns(scope: &Scope<'_>) -> Vec<TableColumn> {
    let column = |key: &str, align, share| TableColumn {
        head: scope.words.say(key),
        align,
        share,
    };
    let first = if is_of_one(scope) {
        "sheets-head-policy"
    } else {
        "sheets-head-pair"
    };
    vec![
        column(first, Align::Left, 3.4),
        column("sheets-head-synergies", Align::Left, 1.8),
        column("sheets-head-conflicts", Align::Left, 1.8),
        column("sheets-head-joint-harm", Align::Left, 1.4),
        column("sheets-head-index", Align::Right, 0.9),
    ]
}

/// A pair with the goals behind its index.
fn row(scope: &Scope<'_>, pair: &PairCoherence) -> Vec<TableCell> {
    let shared = scope.laid_out().shared(pair.a, pair.b);
    let goals = |meeting: Meeting| {
        let mut codes: Vec<String> = shared
            .iter()
            .filter(|each| each.meeting == meeting)
            .map(|each| scope.code(each.item))
            .collect();
        by_number(&mut codes);
        TableCell::new(if codes.is_empty() {
            "–".to_owned()
        } else {
            codes.join(", ")
        })
    };
    let name = |row: usize| {
        let line = scope.scores.rows.get(row);
        line.map_or_else(String::new, |line| scope.item(line.item))
    };
    let names = if is_of_one(scope) {
        name(pair.b)
    } else {
        format!("{} × {}", name(pair.a), name(pair.b))
    };
    let index = pair
        .index()
        .map_or_else(String::new, |index| scope.words.numbers().signed(index, 2));
    vec![
        TableCell::new(names),
        goals(Meeting::Synergy),
        goals(Meeting::Conflict),
        goals(Meeting::JointHarm),
        TableCell {
            bold: true,
            ..TableCell::new(index)
        },
    ]
}
