//! METHODS M3: second-order influence in a cross-impact matrix, and the paths it is made of.
//!
//! `T_i = R_i + w Σ_{j≠i} m_ij R_j` (Weitz et al. 2018, Sustainability Science, doi 10.1007/s11625-017-0470-0); w = 1
//! is two-step expected influence (Robinaugh et al. 2016). Without return paths: `R_i + w Σ_j m_ij (R_j − m_ji)`. With
//! signed effects minus times minus gives plus: the paths say where that happens.

use super::Square;
use super::equal::{Ruler, settled};
use ndarray::Axis;
use ordito_ground::jobs::{Progress, Stopped};
use ordito_model::Item;
use std::cmp::Ordering;

/// What to do with paths i → j → i.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Returns {
    #[default]
    Kept,
    Dropped,
}

/// An item's influence over one and two steps, in score points (and their products).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SecondOrder {
    pub item: Item,
    /// `R_i = Σ_j m_ij`; the influence at weight 0.
    pub direct: f64,
    /// `Σ_j m_ij R_j`, or without return paths.
    pub indirect: f64,
}
impl SecondOrder {
    /// `T_i` at weight w; 0 where the two steps cancel.
    pub fn total(&self, weight: f64) -> f64 {
        let second = weight * self.indirect;
        settled(self.direct + second, self.direct.abs() + second.abs())
    }
}

/// Influence of each item, in the order of rows.
pub fn second_order(square: &Square, returns: Returns) -> Vec<SecondOrder> {
    let direct = square.m.sum_axis(Axis(1));
    let mut indirect = square.m.dot(&direct);
    if returns == Returns::Dropped {
        for i in 0..square.n() {
            let back: f64 = (0..square.n())
                .map(|j| square.at(i, j) * square.at(j, i))
                .sum();
            if let Some(value) = indirect.get_mut(i) {
                *value -= back;
            }
        }
    }
    let values = direct.iter().zip(&indirect).zip(&square.items);
    values
        .map(|((direct, indirect), item)| SecondOrder {
            item: *item,
            direct: *direct,
            indirect: *indirect,
        })
        .collect()
}

/// One path i → j → k.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Path {
    /// Places of the items on the path.
    pub from: usize,
    pub through: usize,
    pub to: usize,
    /// `m_ij` and `m_jk`, score points.
    pub first: f64,
    pub second: f64,
}
impl Path {
    /// `m_ij m_jk`
    pub fn effect(&self) -> f64 {
        self.first * self.second
    }
    /// Whether two harms make a help: the harmed one harms the last one, which is thereby spared.
    pub fn is_harm_of_harm(&self) -> bool {
        self.first < 0.0 && self.second < 0.0
    }
}

/// The strongest first; equal ones by their places.
fn order(a: &Path, b: &Path) -> Ordering {
    // Scores have two decimals, so that effects have four.
    let size = |path: &Path| Ruler::POINTS.mark(path.effect().abs());
    size(b)
        .total_cmp(&size(a))
        .then((a.from, a.through, a.to).cmp(&(b.from, b.through, b.to)))
}

/// The strongest paths of all items, item by item, so that a long search shows how far it is.
///
/// # Errors
/// [`Stopped`].
pub fn strongest_paths(
    square: &Square,
    returns: Returns,
    most: usize,
    progress: &Progress,
) -> Result<Vec<Path>, Stopped> {
    let mut found: Vec<Path> = Vec::new();
    for i in 0..square.n() {
        progress.step(i, square.n())?;
        found.extend(paths(square, Some(i), returns, most));
        found.sort_by(order);
        found.truncate(most);
    }
    Ok(found)
}

/// The strongest paths of two steps, strongest first; those of one item, or of all. At most `most` of them.
pub fn paths(square: &Square, from: Option<usize>, returns: Returns, most: usize) -> Vec<Path> {
    let mut found: Vec<Path> = Vec::new();
    for i in 0..square.n() {
        if from.is_some_and(|from| from != i) {
            continue;
        }
        for j in (0..square.n()).filter(|j| square.at(i, *j) != 0.0) {
            for k in (0..square.n()).filter(|k| square.at(j, *k) != 0.0) {
                if k == i && returns == Returns::Dropped {
                    continue;
                }
                found.push(Path {
                    from: i,
                    through: j,
                    to: k,
                    first: square.at(i, j),
                    second: square.at(j, k),
                });
            }
        }
        // A thousand items make a thousand million paths: what cannot be among the first is let go row by row.
        if found.len() > most {
            found.sort_by(order);
            found.truncate(most);
        }
    }
    found.sort_by(order);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{goal, square};

    /// 1 helps 2 by 2 and harms 3 by 1; 2 harms 3 by 3; 3 harms 1 by 2 and helps 2 by 1.
    fn example() -> Square {
        Square::of(&square(". 2 -1\n. . -3\n-2 1 .")).unwrap()
    }

    #[test]
    fn influence_by_hand() {
        let square = example();
        assert_eq!(
            (square.n(), square.scored, square.items[2]),
            (3, 5, goal(3))
        );
        let found = second_order(&square, Returns::Kept);
        // R = 1, −3, −1. Σ m_1j R_j = 2·(−3) − 1·(−1) = −5; 2: −3·(−1) = 3; 3: −2·1 + 1·(−3) = −5.
        let values: Vec<_> = found
            .iter()
            .map(|each| (each.direct, each.indirect, each.total(0.5)))
            .collect();
        assert_eq!(
            values,
            [(1.0, -5.0, -1.5), (-3.0, 3.0, -1.5), (-1.0, -5.0, -3.5)]
        );
        assert_eq!((found[0].total(0.0), found[0].total(1.0)), (1.0, -4.0));
        // Return paths: 1: m13 m31 = 2; 2: m23 m32 = −3; 3: m31 m13 + m32 m23 = 2 − 3 = −1.
        let without: Vec<_> = second_order(&square, Returns::Dropped)
            .iter()
            .map(|each| each.indirect)
            .collect();
        assert_eq!(without, [-7.0, 6.0, -4.0]);
    }

    #[test]
    fn the_strongest_paths_come_first() {
        let square = example();
        let found = paths(&square, None, Returns::Kept, 3);
        let said: Vec<_> = found
            .iter()
            .map(|path| (path.from, path.through, path.to, path.effect()))
            .collect();
        assert_eq!(said, [(0, 1, 2, -6.0), (1, 2, 0, 6.0), (2, 0, 1, -4.0)]);
        assert!(found[1].is_harm_of_harm() && !found[0].is_harm_of_harm());
        assert_eq!(
            strongest_paths(&square, Returns::Kept, 3, &Progress::unwatched()),
            Ok(found)
        );
        let of_third = paths(&square, Some(2), Returns::Dropped, 9);
        assert!(of_third.iter().all(|path| path.from == 2 && path.to != 2));
        // All paths of an item add up to its indirect influence.
        let sum: f64 = paths(&square, Some(0), Returns::Kept, 99)
            .iter()
            .map(Path::effect)
            .sum();
        assert_eq!(sum, second_order(&square, Returns::Kept)[0].indirect);
    }

    #[test]
    fn nothing_scored_is_no_influence() {
        let square = Square::of(&square(". n\n? .")).unwrap();
        assert_eq!(square.scored, 0);
        assert_eq!(second_order(&square, Returns::Kept)[1].total(1.0), 0.0);
        assert!(paths(&square, None, Returns::Kept, 5).is_empty());
    }
}
