//! The table behind a chart: typed values, so that it sorts as numbers and leaves as numbers.

use ordito_analysis::equal::Ruler;
use ordito_words::Words;
use std::cmp::Ordering;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    pub text: String,
    pub numeric: bool,
}

/// One value; a number that does not exist is nothing, never 0.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    Count(usize),
    /// A sum of points: with its sign, no more decimals than it needs.
    Points(Option<f64>),
    /// A figure with so many decimals; `signed` shows a plus.
    Number {
        value: Option<f64>,
        decimals: u8,
        signed: bool,
    },
    /// A share in 0…1.
    Share(Option<f64>),
    Euro(Option<i64>),
}
impl Value {
    pub const fn index(value: Option<f64>) -> Self {
        Self::Number {
            value,
            decimals: 2,
            signed: true,
        }
    }
    pub const fn figure(value: Option<f64>, decimals: u8) -> Self {
        Self::Number {
            value,
            decimals,
            signed: false,
        }
    }

    /// As it is read.
    pub fn say(&self, words: &Words) -> String {
        let numbers = words.numbers();
        let none = || "–".to_owned();
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => numbers.count(*count),
            Self::Points(value) => value.map_or_else(none, |value| numbers.shortest(value)),
            Self::Number {
                value: Some(value),
                decimals,
                signed: true,
            } => numbers.signed(*value, *decimals),
            Self::Number {
                value: Some(value),
                decimals,
                signed: false,
            } => numbers.number(*value, *decimals),
            Self::Number { value: None, .. } => none(),
            Self::Share(value) => value.map_or_else(none, |value| numbers.percent(value)),
            Self::Euro(value) => value.map_or_else(none, |cents| numbers.euro(cents)),
        }
    }

    /// So many decimals it is said with, of numbers that may have some.
    fn decimals(&self) -> Option<u8> {
        match self {
            Self::Number { decimals, .. } => Some(*decimals),
            Self::Points(Some(value)) => Some(needed(*value)),
            _ => None,
        }
    }
    fn widen(&mut self, to: u8) {
        match self {
            Self::Number { decimals, .. } => *decimals = to,
            Self::Points(value) => {
                *self = Self::Number {
                    value: *value,
                    decimals: to,
                    signed: true,
                }
            }
            _ => {}
        }
    }

    /// As a number, where it is one; euro in euro.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Text(_) => None,
            Self::Count(count) => Some(*count as f64),
            Self::Points(value) | Self::Number { value, .. } | Self::Share(value) => *value,
            Self::Euro(value) => value.map(|cents| cents as f64 / 100.0),
        }
    }

    /// What is nothing comes last, whichever way it is sorted.
    fn order(&self, other: &Self, down: bool) -> Ordering {
        let turned = |order: Ordering| if down { order.reverse() } else { order };
        if let (Self::Text(a), Self::Text(b)) = (self, other) {
            return turned(a.cmp(b));
        }
        match (self.number(), other.number()) {
            (Some(a), Some(b)) => turned(Ruler::POINTS.order(a, b)),
            (a, b) => b.is_some().cmp(&a.is_some()),
        }
    }
}

/// Decimals of a sum of points, two at most.
fn needed(value: f64) -> u8 {
    let is_whole = |value: f64| (value - value.round()).abs() < 1e-6;
    match (is_whole(value), is_whole(value * 10.0)) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    pub values: Vec<Value>,
    /// The mark it says the same as.
    pub mark: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    pub heads: Vec<Head>,
    pub rows: Vec<Row>,
}

impl Table {
    /// A table with its heads, and whether each holds numbers.
    pub fn new(heads: Vec<(String, bool)>) -> Self {
        Self {
            heads: heads
                .into_iter()
                .map(|(text, numeric)| Head { text, numeric })
                .collect(),
            rows: Vec::new(),
        }
    }
    pub fn push(&mut self, mark: Option<usize>, values: Vec<Value>) {
        self.rows.push(Row { values, mark });
    }

    /// Numbers of a column have as many decimals as the one that needs most.
    pub(super) fn even(&mut self) {
        for column in 0..self.heads.len() {
            let values = self.rows.iter().filter_map(|row| row.values.get(column));
            let most = values.filter_map(Value::decimals).max().unwrap_or(0);
            if most == 0 {
                continue;
            }
            let values = self.rows.iter_mut();
            for value in values.filter_map(|row| row.values.get_mut(column)) {
                value.widen(most);
            }
        }
    }

    /// The places of the rows, sorted by a column; rows that are equal there stay as they were.
    pub fn order(&self, by: Option<(usize, bool)>) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        if let Some((column, down)) = by {
            let value = |row: usize| self.rows.get(row).and_then(|row| row.values.get(column));
            order.sort_by(|a, b| match (value(*a), value(*b)) {
                (Some(a), Some(b)) => a.order(b, down),
                (a, b) => b.is_some().cmp(&a.is_some()),
            });
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ordito_model::Language;

    #[test]
    fn rows_sort_as_numbers_both_ways_and_nothing_comes_last() {
        let mut table = Table::new(vec![("a".to_owned(), false), ("b".to_owned(), true)]);
        for (name, value) in [
            ("x", Some(10.0)),
            ("y", Some(-2.0)),
            ("z", None),
            ("w", Some(9.0)),
        ] {
            table.push(
                None,
                vec![Value::Text(name.to_owned()), Value::Points(value)],
            );
        }
        assert_eq!(table.order(None), [0, 1, 2, 3]);
        assert_eq!(table.order(Some((1, false))), [1, 3, 0, 2]);
        assert_eq!(table.order(Some((1, true))), [0, 3, 1, 2]);
        assert_eq!(table.order(Some((0, false))), [3, 0, 1, 2]);
    }

    #[test]
    fn a_column_has_equal_decimals() {
        let words = Words::new(Language::It);
        let mut table = Table::new(vec![("a".to_owned(), true), ("b".to_owned(), true)]);
        for value in [Some(1.0), Some(4.0 / 3.0), None, Some(-2.5)] {
            table.push(None, vec![Value::Points(value), Value::Count(1_620)]);
        }
        table.even();
        let said = |column: usize| -> Vec<String> {
            table
                .rows
                .iter()
                .map(|row| row.values[column].say(&words))
                .collect()
        };
        assert_eq!(said(0), ["+1,00", "+1,33", "–", "−2,50"]);
        assert_eq!(said(1), ["1.620"; 4]);
    }

    #[test]
    fn values_are_said_in_the_language() {
        let words = Words::new(Language::It);
        let said = |value: Value| value.say(&words);
        assert_eq!(said(Value::Points(Some(-1.5))), "−1,5");
        assert_eq!(said(Value::index(Some(0.314))), "+0,31");
        assert_eq!(said(Value::Share(None)), "–");
        assert_eq!(said(Value::Euro(Some(9_692_000))), "96.920 €");
        assert_eq!(Value::Euro(Some(150)).number(), Some(1.5));
    }
}
