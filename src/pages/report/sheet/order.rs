//! In which order goals are named: codes in a list by number, goals of a table as their framework has them, with the name
//! of the area where one begins.

use super::block::TableCell;
use super::scope::Scope;
use ordito_model::Item;
use std::cmp::Ordering;

/// Codes as people count: 2 before 12, `1.2` before `1.10`.
pub fn by_number(codes: &mut [String]) {
    codes.sort_by(|a, b| compare(a, b));
}

fn compare(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.chars().peekable(), b.chars().peekable());
    loop {
        let (Some(one), Some(other)) = (a.peek().copied(), b.peek().copied()) else {
            return a.peek().is_some().cmp(&b.peek().is_some());
        };
        let order = if one.is_ascii_digit() && other.is_ascii_digit() {
            digits(&mut a).cmp(&digits(&mut b))
        } else {
            a.next();
            b.next();
            one.cmp(&other)
        };
        if order.is_ne() {
            return order;
        }
    }
}
/// A number at the beginning, by its length and its digits, so that none is too large.
fn digits(of: &mut std::iter::Peekable<std::str::Chars<'_>>) -> (usize, String) {
    let mut text = String::new();
    while let Some(c) = of.next_if(char::is_ascii_digit) {
        if !(text.is_empty() && c == '0') {
            text.push(c);
        }
    }
    (text.len(), text)
}

/// Names items one after the other; where an area begins its name is said after the goal's.
#[derive(Debug, Default)]
pub struct Areas {
    last: String,
}
impl Areas {
    pub fn named(&mut self, scope: &Scope<'_>, item: Option<Item>, name: String) -> TableCell {
        let area = item.map_or_else(String::new, |item| scope.area(item));
        let begins = area != self.last;
        self.last.clone_from(&area);
        TableCell {
            source: if begins { area } else { String::new() },
            ..TableCell::new(name)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_in_the_order_people_count_in() {
        let mut codes = [
            "17", "4", "12", "P1", "13", "1.10", "1.2", "08", "9", "MAS 10", "MAS 9",
        ]
        .map(str::to_owned);
        by_number(&mut codes);
        assert_eq!(
            codes,
            [
                "1.2", "1.10", "4", "08", "9", "12", "13", "17", "MAS 9", "MAS 10", "P1"
            ]
        );
    }
}
