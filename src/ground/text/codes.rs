//! Codes in the order in which people count them.

/// What a code is sorted by: 2 comes before 10, 1.9 before 1.10, and letters behind numbers.
pub fn counted(code: &str) -> Vec<(u64, String)> {
    let part = |part: &str| match part.parse() {
        Ok(number) => (number, String::new()),
        Err(_) => (u64::MAX, part.to_owned()),
    };
    code.split(['.', '-', ' ']).map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn codes_are_in_the_order_of_their_numbers() {
        let mut codes = ["10", "2", "1.10", "1.a", "1.9", "1", "P1", "17"];
        codes.sort_by_key(|code| counted(code));
        assert_eq!(codes, ["1", "1.9", "1.10", "1.a", "2", "10", "17", "P1"]);
    }
}
