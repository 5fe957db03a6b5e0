//! What is worked out of indirect effects.

use super::{Asked, WorkedOut};
use ordito_analysis::case_deletion::{CaseDeletion, RankRange, rank_ranges};
use ordito_analysis::centrality::{Central, centralities};
use ordito_analysis::equal::Ruler;
use ordito_analysis::layout::layout;
use ordito_analysis::micmac::{ImpactPart, micmac};
use ordito_analysis::second_order::{Returns, second_order, strongest_paths};
use ordito_analysis::sums::{GroupKey, Grouping, groups};
use ordito_analysis::through_goals::{goals_scored, through_goals};
use ordito_analysis::{Scores, Square};
use ordito_ground::jobs::{Progress, Stopped};
use ordito_model::{AssessorId, Axis, Contents, Item, MatrixId};
use ordito_pages::figure::chart::{
    Basis, CentralBy, CentralFound, IndirectFound, InfluenceFound, NetworkArrow, NetworkFound,
    NetworkNode, NodeOf, PlaneFound, ThroughFound,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A method of indirect effects with its settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Indirect {
    /// METHODS M3
    Influence { returns: Returns },
    /// METHODS M6
    Plane { part: ImpactPart },
    /// METHODS M5
    Central,
    /// Boxes and arrows; groups as one box each, but for those that are open.
    Network {
        by: Option<Grouping>,
        open: Vec<GroupKey>,
    },
    /// Effects of policies on goals, through a matrix of goals.
    Through { goals: MatrixId },
}

/// Paths listed, the strongest ones.
const MOST_PATHS: usize = 200;

impl WorkedOut for Indirect {
    type Found = IndirectFound;

    fn work_out(&self, of: Asked, progress: &Progress) -> Result<Option<IndirectFound>, Stopped> {
        work_out(of, self, progress)
    }
}

fn work_out(
    of: Asked,
    method: &Indirect,
    progress: &Progress,
) -> Result<Option<IndirectFound>, Stopped> {
    let Asked {
        contents,
        scores,
        assessor,
        ..
    } = of;
    let scores = &scores;
    if let Indirect::Through { goals } = method {
        return Ok(through(&contents, scores, assessor, *goals));
    }
    let Some(square) = Square::of(scores) else {
        return Ok(None);
    };
    let basis = Basis::of(scores);
    let nodes = match method {
        Indirect::Network { by, open } => nodes(&contents, scores, &square, *by, open),
        _ => Vec::new(),
    };
    drop(contents);
    Ok(match method {
        Indirect::Through { .. } => None,
        Indirect::Influence { returns } => {
            let returns = *returns;
            let paths = strongest_paths(&square, returns, MOST_PATHS, progress)?;
            let items = second_order(&square, returns);
            let left_out = CaseDeletion::default();
            let draws = left_out.draws(scores, progress, |less| {
                let items = Square::of(less).map(|less| second_order(&less, returns));
                Ok(items
                    .iter()
                    .flatten()
                    .map(|each| (each.direct, each.indirect))
                    .collect())
            })?;
            Some(IndirectFound::Influence(InfluenceFound {
                basis,
                returns,
                items,
                paths,
                left_out,
                draws,
            }))
        }
        Indirect::Plane { part } => {
            let found = micmac(&square, *part);
            // Multiplying takes a fraction of what following paths does, step for step.
            let n = square.n();
            let left_out = CaseDeletion::for_steps(n * n * n / 50);
            let ranked = |square: &Square| PlaneFound::ranked(micmac(square, *part).as_ref(), n);
            let draws = left_out.draws(scores, progress, |less| {
                Ok(Square::of(less).as_ref().map(ranked))
            })?;
            let now = PlaneFound::ranked(found.as_ref(), n);
            let ranges = all_ranges(&now, &draws);
            Some(IndirectFound::Plane(PlaneFound {
                basis,
                part: *part,
                micmac: found,
                left_out,
                ranges,
            }))
        }
        Indirect::Central => {
            let items = centralities(&square, progress)?;
            let n_effects = square.m.iter().filter(|value| **value != 0.0).count();
            let left_out = CaseDeletion::for_steps(square.n() * (n_effects + square.n()));
            let ranked = |items: &[Central]| -> Vec<Vec<Option<f64>>> {
                CentralBy::ALL
                    .iter()
                    .map(|by| items.iter().map(|each| by.of(each)).collect())
                    .collect()
            };
            let draws = left_out.draws(scores, progress, |less| {
                let Some(less) = Square::of(less) else {
                    return Ok(None);
                };
                progress.go_on()?;
                Ok(Some(ranked(&centralities(&less, &Progress::unwatched())?)))
            })?;
            let ranges = all_ranges(&ranked(&items), &draws);
            Some(IndirectFound::Central(CentralFound {
                basis,
                items,
                left_out,
                ranges,
            }))
        }
        Indirect::Network { by, .. } => Some(IndirectFound::Network(network(
            basis, scores, nodes, *by, progress,
        )?)),
    })
}

/// How far the ranks by several measures hold.
fn all_ranges(
    now: &[Vec<Option<f64>>],
    draws: &[Option<Vec<Vec<Option<f64>>>>],
) -> Vec<Vec<Option<RankRange>>> {
    let of = |at: usize| {
        draws
            .iter()
            .flatten()
            .filter_map(move |draw| draw.get(at))
            .map(Vec::as_slice)
    };
    now.iter()
        .enumerate()
        .map(|(at, now)| rank_ranges(now, of(at)))
        .collect()
}

fn through(
    contents: &Contents,
    scores: &Scores,
    assessor: AssessorId,
    goals: MatrixId,
) -> Option<IndirectFound> {
    if scores.is_square {
        return None;
    }
    let (goals_by, goals_square) = goals_scored(contents, goals, assessor)?;
    let effects = through_goals(scores, &goals_square);
    let basis = Basis::of(scores);
    Some(IndirectFound::Through(Arc::new(ThroughFound {
        basis,
        through: goals,
        goals_by,
        effects,
        goals: goals_square,
    })))
}

/// Arrows kept, the strongest.
const MOST_ARROWS: usize = 20_000;

/// A box for each item, or for each group in the order in which they begin. An item of several groups is drawn in the
/// first of them: a box that stood twice would act twice.
fn nodes(
    contents: &Contents,
    scores: &Scores,
    square: &Square,
    by: Option<Grouping>,
    open: &[GroupKey],
) -> Vec<NetworkNode> {
    let lone = |item: Item| NetworkNode {
        of: NodeOf::Item(item),
        items: vec![item],
    };
    let Some(by) = by else {
        return square.items.iter().copied().map(lone).collect();
    };
    let mut taken: Vec<Item> = Vec::new();
    let mut nodes = Vec::new();
    for group in groups(contents, scores, Axis::Rows, by) {
        let mut items = Vec::new();
        for place in group.lines {
            if let Some(line) = scores.rows.get(place)
                && square.items.contains(&line.item)
                && !taken.contains(&line.item)
            {
                taken.push(line.item);
                items.push(line.item);
            }
        }
        if open.contains(&group.key) {
            nodes.extend(items.into_iter().map(lone));
        } else if !items.is_empty() {
            nodes.push(NetworkNode {
                of: NodeOf::Group(group.key),
                items,
            });
        }
    }
    nodes
}

/// Sum of the scores from one box to another, and their crossings.
type Between = (f64, Vec<(Item, Item)>);

fn network(
    basis: Basis,
    scores: &Scores,
    nodes: Vec<NetworkNode>,
    by: Option<Grouping>,
    progress: &Progress,
) -> Result<NetworkFound, Stopped> {
    let node_of: HashMap<Item, usize> = nodes
        .iter()
        .enumerate()
        .flat_map(|(at, node)| node.items.iter().map(move |item| (*item, at)))
        .collect();
    let mut sums: BTreeMap<(usize, usize), Between> = BTreeMap::new();
    for (row, column, _) in scores.crossings() {
        let (Some(from), Some(to)) = (scores.rows.get(row), scores.columns.get(column)) else {
            continue;
        };
        let (Some(a), Some(b)) = (node_of.get(&from.item), node_of.get(&to.item)) else {
            continue;
        };
        let Some(net) = scores.net(row, column).filter(|_| a != b) else {
            continue;
        };
        if by.is_none() && net == 0.0 {
            continue;
        }
        let (sum, cells) = sums.entry((*a, *b)).or_default();
        *sum += net;
        cells.push((from.item, to.item));
    }
    progress.go_on()?;
    let mut arrows: Vec<NetworkArrow> = sums
        .into_iter()
        .map(|((from, to), (sum, cells))| NetworkArrow {
            from,
            to,
            effect: sum / cells.len() as f64,
            cells,
        })
        .filter(|arrow| arrow.effect != 0.0)
        .collect();
    let edges: Vec<(usize, usize, f64)> = arrows
        .iter()
        .map(|arrow| (arrow.from, arrow.to, arrow.effect))
        .collect();
    let places = layout(nodes.len(), &edges, progress)?;
    arrows.sort_by(|a, b| {
        Ruler::POINTS
            .order(b.effect.abs(), a.effect.abs())
            .then((a.from, a.to).cmp(&(b.from, b.to)))
    });
    let n_arrows = arrows.len();
    arrows.truncate(MOST_ARROWS);
    Ok(NetworkFound {
        basis,
        by,
        nodes,
        arrows,
        n_arrows,
        places,
    })
}
