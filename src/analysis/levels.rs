//! Distinct values of a list with how often each occurs: what coefficients of agreement count by.

/// Distinct values, lowest first, and their counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Levels {
    pub values: Vec<f64>,
}
impl Levels {
    /// Adding 0 makes −0 the zero it is.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().map(|value| value + 0.0).collect();
        values.sort_unstable_by(f64::total_cmp);
        values.dedup();
        Self { values }
    }
    pub fn place(&self, value: f64) -> Option<usize> {
        self.values
            .binary_search_by(|level| level.total_cmp(&(value + 0.0)))
            .ok()
    }
    /// How often each level occurs.
    pub fn counts(&self, values: impl IntoIterator<Item = f64>) -> Vec<f64> {
        let mut counts = vec![0.0; self.values.len()];
        for place in values.into_iter().filter_map(|value| self.place(value)) {
            if let Some(count) = counts.get_mut(place) {
                *count += 1.0;
            }
        }
        counts
    }
    /// Every pair of levels, each with the two counts, as `(x, count of x, y, count of y)`.
    pub fn pairs<'a>(
        &'a self,
        left: &'a [f64],
        right: &'a [f64],
    ) -> impl Iterator<Item = (f64, f64, f64, f64)> + 'a {
        self.values.iter().zip(left).flat_map(move |(x, n_x)| {
            self.values
                .iter()
                .zip(right)
                .map(move |(y, n_y)| (*x, *n_x, *y, *n_y))
        })
    }
}
