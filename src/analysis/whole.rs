//! Floats that count, as whole numbers.

/// A count or a place that a float holds: 0 where it is below nothing or no number, the largest where it is beyond.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the one place; Rust stops at the ends"
)]
pub fn whole(value: f64) -> usize {
    debug_assert!(value >= 0.0, "{value} counts nothing");
    value as usize
}

/// As `whole`, for counts of 32 bits.
pub fn whole_32(value: f64) -> u32 {
    u32::try_from(whole(value)).unwrap_or(u32::MAX)
}
