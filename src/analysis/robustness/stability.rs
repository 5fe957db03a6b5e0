//! METHODS M11: the weights of a column between which a ranking stays as it is.
//!
//! For column h the other weights keep their proportions: with x its share, theirs are `(1 − x) w'`. `K_p = K_q` is then
//! quadratic in x. A ranking changes first where two neighbours in it meet; rows that are equal now have one place.

use super::RankedRows;
use crate::equal::Ruler;
use ordito_ground::text::Piece as _;
use ordito_model::Item;

/// Two rows, by their places in the ranked rows, that change places at a weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The share of the column at which they are equal.
    pub at: f64,
    pub above: usize,
    pub below: usize,
}

/// How far a column's weight can move.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightInterval {
    pub column: Item,
    /// Its share of all weights now, 0…1.
    pub weight: f64,
    /// The nearest change of the ranking below and above; `None` when there is none down to 0 and up to 1.
    pub lower: Option<Change>,
    pub upper: Option<Change>,
    /// The same for the first place alone.
    pub first_lower: Option<Change>,
    pub first_upper: Option<Change>,
}

/// The interval of each column.
pub fn weight_intervals(rows: &RankedRows) -> Vec<WeightInterval> {
    let values = rows.indices();
    let mut order: Vec<usize> = (0..values.len()).collect();
    let value = |row: &usize| values.get(*row).copied().unwrap_or(0.0);
    order.sort_by(|a, b| Ruler::SHARES.order(value(b), value(a)).then(a.cmp(b)));
    // Equal rows have one place between them: nothing is lost when a weight tells them apart.
    let places: Vec<&[usize]> = order
        .chunk_by(|a, b| Ruler::SHARES.is_equal(value(a), value(b)))
        .collect();
    let pairs = |above: &[usize], below: &[usize]| -> Vec<(usize, usize)> {
        above
            .iter()
            .flat_map(|a| below.iter().map(move |b| (*a, *b)))
            .collect()
    };
    let neighbours: Vec<(usize, usize)> = places
        .windows(2)
        .filter_map(|two| Some(pairs(two.first()?, two.get(1)?)))
        .flatten()
        .collect();
    // Without rows nobody is the first.
    let (first, others) = order.split_at(places.first().map_or(0, |first| first.len()));
    let with_first = pairs(first, others);
    rows.columns
        .iter()
        .zip(&rows.weights)
        .enumerate()
        .map(|(place, (column, weight))| {
            let lines: Vec<Line> = (0..rows.items.len())
                .map(|row| Line::of(rows, row, place))
                .collect();
            let (lower, upper) = nearest(&lines, &neighbours, *weight);
            let (first_lower, first_upper) = nearest(&lines, &with_first, *weight);
            WeightInterval {
                column: *column,
                weight: *weight,
                lower,
                upper,
                first_lower,
                first_upper,
            }
        })
        .collect()
}

/// K of a row as a quotient of two straight lines in x.
struct Line {
    over: (f64, f64),
    under: (f64, f64),
}
impl Line {
    fn of(rows: &RankedRows, row: usize, column: usize) -> Self {
        let n = rows.columns.len();
        let range = row * n..(row + 1) * n;
        let nets = rows.nets.piece(range.clone());
        let scored = rows.scored.piece(range);
        let own = rows.weights.get(column).copied().unwrap_or(0.0);
        let rest = 1.0 - own;
        let (mut sum, mut weight) = (0.0, 0.0);
        for (place, ((net, scored), w)) in nets.iter().zip(scored).zip(&rows.weights).enumerate() {
            if place != column && rest > 0.0 {
                sum += w / rest * net;
                weight += w / rest * scored;
            }
        }
        let (net, is_scored) = (
            nets.get(column).copied().unwrap_or(0.0),
            scored.get(column).copied().unwrap_or(0.0),
        );
        Self {
            over: (sum, net - sum),
            under: (weight, is_scored - weight),
        }
    }

    /// `over_a under_b − over_b under_a` as constant, factor of x, factor of x².
    fn against(&self, other: &Self) -> [f64; 3] {
        let product = |a: (f64, f64), b: (f64, f64)| [a.0 * b.0, a.0 * b.1 + a.1 * b.0, a.1 * b.1];
        let (ours, theirs) = (
            product(self.over, other.under),
            product(other.over, self.under),
        );
        [
            ours[0] - theirs[0],
            ours[1] - theirs[1],
            ours[2] - theirs[2],
        ]
    }
}

fn nearest(
    lines: &[Line],
    pairs: &[(usize, usize)],
    weight: f64,
) -> (Option<Change>, Option<Change>) {
    let (mut lower, mut upper): (Option<Change>, Option<Change>) = (None, None);
    for (above, below) in pairs.iter().copied() {
        let Some((a, b)) = lines.get(above).zip(lines.get(below)) else {
            continue;
        };
        for at in meetings(a.against(b)) {
            let change = Change { at, above, below };
            if at <= weight && lower.is_none_or(|lower| at > lower.at) {
                lower = Some(change);
            }
            if at >= weight && upper.is_none_or(|upper| at < upper.at) {
                upper = Some(change);
            }
        }
    }
    (lower, upper)
}

/// Where the two pass each other, between 0 and 1 without these; nowhere when they are always equal or only touch.
fn meetings([c, b, a]: [f64; 3]) -> Vec<f64> {
    let size = a.abs().max(b.abs()).max(c.abs());
    if size < 1e-12 {
        return Vec::new();
    }
    let roots = if a.abs() < size * 1e-12 {
        if b.abs() < size * 1e-12 {
            Vec::new()
        } else {
            vec![-c / b]
        }
    } else {
        let inside = b * b - 4.0 * a * c;
        if inside <= (b * b).max((4.0 * a * c).abs()) * 1e-12 {
            Vec::new()
        } else {
            // The form that loses no digits when b is large.
            let q = -0.5 * (b + b.signum() * inside.sqrt());
            let q = if b == 0.0 { -0.5 * inside.sqrt() } else { q };
            vec![q / a, c / q]
        }
    };
    // At the very ends one of the two may rest on nothing, and beyond them there is no weight.
    roots
        .into_iter()
        .filter(|root| *root > 1e-12 && *root < 1.0 - 1e-12)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{goal, scores};

    fn rows(text: &str) -> RankedRows {
        RankedRows::from_scores(&scores(text), |_, _| None, 3)
    }

    #[test]
    fn where_two_rows_meet_by_hand() {
        // All scored, weights ½ each: K_1 = (3x + 0(1 − x))/3 = x, K_2 = (x + 2(1 − x))/3. Now ½ and ½: equal at
        // x = (2 − x)/3, x = ½. Shift: three goals.
        // Goals 1, 2, 3 with ⅓ each: row 1: 3, 0, 0; row 2: 1, 2, 1. In x of goal 1: K_1 = x, K_2 = (x + 1.5(1 − x))/3.
        // Equal at 3x = 1.5 − 0.5x: x = 3/7. At ⅓ row 2 is above.
        let found = weight_intervals(&rows("3 0 0\n1 2 1"));
        let first = found[0];
        assert_eq!((first.column, first.lower), (goal(1), None));
        assert!((first.weight - 1.0 / 3.0).abs() < 1e-12);
        let upper = first.upper.unwrap();
        assert!(
            (upper.at - 3.0 / 7.0).abs() < 1e-12 && (upper.above, upper.below) == (1, 0),
            "{upper:?}"
        );
        assert_eq!(first.upper, first.first_upper);
        // In goal 2: K_1 = 1.5(1 − x)/3, K_2 = (2x + (1 − x))/3: equal at 1.5 − 1.5x = 1 + x, x = 0.2.
        assert!((found[1].lower.unwrap().at - 0.2).abs() < 1e-12);
        assert_eq!(found[1].upper, None);
    }

    #[test]
    fn unscored_cells_make_it_quadratic() {
        // Row 1: 3 and 0; row 2 has goal 2 only: K_2 = 1/3 whatever x; K_1 = x.
        let found = weight_intervals(&rows("3 0\n. 1"));
        assert!((found[0].lower.unwrap().at - 1.0 / 3.0).abs() < 1e-12);
        assert_eq!(found[0].upper, None);
        // Row 1: 2, −1, 3 ; row 2: ., 1, 2. K equal where f changes sign: checked by values at both sides.
        let rows = rows("2 -1 3\n. 1 2\n1 1 1");
        for (place, interval) in weight_intervals(&rows).iter().enumerate() {
            for change in [interval.lower, interval.upper].into_iter().flatten() {
                let order_at = |x: f64| {
                    let rest: f64 = 1.0 - rows.weights[place];
                    let weights: Vec<f64> = (rows.weights.iter().enumerate())
                        .map(|(i, w)| if i == place { x } else { (1.0 - x) * w / rest })
                        .collect();
                    let mut values = vec![0.0; 3];
                    rows.indices_with(&rows.nets, &weights, &mut values);
                    values[change.above] > values[change.below]
                };
                assert_ne!(
                    order_at(change.at - 1e-6),
                    order_at(change.at + 1e-6),
                    "{change:?}"
                );
            }
        }
    }

    #[test]
    fn rows_that_are_equal_now_have_one_place() {
        // Rows 1 and 2 are equal at ½ and ½; row 3 is below both, K_3 = ⅓ always.
        // In goal 1: K_1 = x, K_2 = 1 − x: row 2 falls to ⅓ at ⅔, row 1 at ⅓.
        let found = weight_intervals(&rows("3 0\n0 3\n1 1"));
        let (lower, upper) = (found[0].lower.unwrap(), found[0].upper.unwrap());
        assert!((lower.at - 1.0 / 3.0).abs() < 1e-12 && (lower.above, lower.below) == (0, 2));
        assert!((upper.at - 2.0 / 3.0).abs() < 1e-12 && (upper.above, upper.below) == (1, 2));
        assert_eq!(found[0].first_lower, found[0].lower);
    }

    #[test]
    fn equal_rows_never_change_places() {
        let found = weight_intervals(&rows("1 2\n1 2"));
        assert!(
            found
                .iter()
                .all(|interval| interval.lower.is_none() && interval.upper.is_none())
        );
    }
}
