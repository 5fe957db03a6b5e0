//! METHODS M15: an assessor's drift from the panel.
//!
//! On each cell an assessor's net is held against the median of the *others* (the mean of lower and upper one), where
//! enough of them scored. House definition: METHODS names the check and leaves its form open.

use super::Panel;
use super::equal::Ruler;
use ordito_model::AssessorId;

/// From where on a drift is reported.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DriftRule {
    /// Fewest others who scored the cell too.
    pub others: usize,
    /// Fewest such cells.
    pub cells: usize,
    /// Smallest mean difference, in score points, either way.
    pub shift: f64,
}
impl Default for DriftRule {
    fn default() -> Self {
        Self {
            others: 2,
            cells: 5,
            shift: 0.5,
        }
    }
}

/// How one assessor's scores lie to those of the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drift {
    pub assessor: AssessorId,
    /// Cells compared.
    pub cells: usize,
    /// Mean of own net minus the others' median, in score points: above 0 scores higher than the panel.
    pub shift: f64,
    /// Mean of its magnitude: how far, whatever the direction.
    pub distance: f64,
}
impl Drift {
    pub fn is_reported(&self, rule: &DriftRule) -> bool {
        self.cells >= rule.cells && !Ruler::POINTS.is_above(rule.shift, self.shift.abs())
    }
}

/// The drift of every assessor with at least one cell to compare, in the order of assessors.
pub fn drifts(panel: &Panel, rule: &DriftRule) -> Vec<Drift> {
    let nets = panel.nets();
    let mut sums = vec![(0_usize, 0.0, 0.0); nets.len()];
    for crossing in 0..panel.crossings.len() {
        let at = |place: usize| {
            nets.get(place)
                .and_then(|of_assessor| of_assessor.get(crossing).copied().flatten())
        };
        for (place, (cells, shift, distance)) in sums.iter_mut().enumerate() {
            let Some(own) = at(place) else { continue };
            let mut others: Vec<f64> = (0..nets.len())
                .filter(|other| *other != place)
                .filter_map(at)
                .collect();
            others.sort_unstable_by(f64::total_cmp);
            if others.len() < rule.others.max(1) {
                continue;
            }
            let middle = |place: usize| others.get(place).copied().unwrap_or(own);
            let difference =
                own - f64::midpoint(middle((others.len() - 1) / 2), middle(others.len() / 2));
            *cells += 1;
            *shift += difference;
            *distance += difference.abs();
        }
    }
    let mean = |(assessor, (cells, shift, distance)): (&AssessorId, (usize, f64, f64))| {
        let n = cells as f64;
        (cells > 0).then(|| Drift {
            assessor: *assessor,
            cells,
            shift: shift / n,
            distance: distance / n,
        })
    };
    panel.assessors.iter().zip(sums).filter_map(mean).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::values;

    #[test]
    fn three_assessors_by_hand() {
        let assessors: Vec<_> = (1..=3).map(AssessorId::fixed).collect();
        let said = values("1 2 0 -1 . 2\n1 0 -2 ? 3 .\n-1 0 0 0 1 1");
        let crossings = vec![(crate::written::policy(1), crate::written::goal(1)); 6];
        let panel = Panel {
            assessors,
            crossings,
            said,
        };
        let found = drifts(&panel, &DriftRule::default());
        // Cells with two others: the first three. 1 against {1, −1}: 1; 2 against {0, 0}: 2; 0 against {−2, 0}: 1.
        assert_eq!(
            found[0],
            Drift {
                assessor: AssessorId::fixed(1),
                cells: 3,
                shift: 4.0 / 3.0,
                distance: 4.0 / 3.0
            }
        );
        // 1 against {1, −1}: 1; 0 against {2, 0}: −1; −2 against {0, 0}: −2.
        assert_eq!((found[1].shift, found[1].distance), (-2.0 / 3.0, 4.0 / 3.0));
        assert!(!found[0].is_reported(&DriftRule::default()));
        assert!(found[0].is_reported(&DriftRule {
            cells: 3,
            ..DriftRule::default()
        }));
        assert!(found[1].is_reported(&DriftRule {
            cells: 3,
            ..DriftRule::default()
        }));
        // −1 against {1, 1}: −2; 0 against {2, 0}: −1; 0 against {0, −2}: 1: mean −2/3, and so on.
        assert!(!found[2].is_reported(&DriftRule {
            cells: 3,
            shift: 0.7,
            ..DriftRule::default()
        }));
        // One other is enough: cells 4 (−1 against 0) and 6 (2 against 1) come in.
        let lenient = drifts(
            &panel,
            &DriftRule {
                others: 1,
                ..DriftRule::default()
            },
        );
        assert_eq!((lenient[0].cells, lenient[0].shift), (5, 4.0 / 5.0));
    }
}
