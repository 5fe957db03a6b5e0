//! A piece of a text or of a list whose ends were found in it.

use std::ops::Range;
use std::slice::SliceIndex;

/// A piece that is there, because its ends were found in the whole. That they were not is a mistake of ours, which a
/// build for tests does not pass over; elsewhere there is nothing in such a piece. Where a piece may well be missing,
/// `get` says so.
pub trait Piece<At> {
    fn piece(&self, at: At) -> &Self;
}
impl<At: SliceIndex<str, Output = str> + Clone + std::fmt::Debug> Piece<At> for str {
    #[track_caller]
    fn piece(&self, at: At) -> &Self {
        let piece = self.get(at.clone());
        debug_assert!(
            piece.is_some(),
            "no piece at {at:?} of {} bytes",
            self.len()
        );
        piece.unwrap_or("")
    }
}
impl<T> Piece<Range<usize>> for [T] {
    #[track_caller]
    fn piece(&self, at: Range<usize>) -> &Self {
        debug_assert!(
            at.start <= at.end && at.end <= self.len(),
            "no piece at {at:?} of {}",
            self.len()
        );
        self.get(at).unwrap_or(&[])
    }
}
impl<T> Piece<std::ops::RangeFrom<usize>> for [T] {
    #[track_caller]
    fn piece(&self, at: std::ops::RangeFrom<usize>) -> &Self {
        self.piece(at.start..self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_what_lies_between_its_ends() {
        assert_eq!(
            (
                "perché".piece(1..4),
                "perché".piece(4..),
                [1, 2, 3].piece(1..),
                [1, 2, 3].piece(0..0)
            ),
            ("erc", "hé", &[2, 3][..], &[][..])
        );
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "no piece at 6..7")]
    fn an_end_within_a_sign_is_a_mistake() {
        let _ = "perché".piece(6..7);
    }
}
