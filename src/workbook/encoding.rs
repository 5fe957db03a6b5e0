//! Bytes to text: which encoding they are in, and what was no sign of it.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use ordito_ground::text::Piece as _;
use std::borrow::Cow;

/// Of what cannot be read, so many places are told.
const TOLD: usize = 20;

/// A text, with what is wrong in its bytes.
#[derive(Debug, Default)]
pub struct Decoded<'a> {
    pub text: Cow<'a, str>,
    /// Bytes that are no sign of its encoding.
    pub n_bad: usize,
    /// Where the signs that the first of them were taken for begin in the text.
    pub bad: Vec<usize>,
    /// It ends within a sign.
    pub cut_short: bool,
}

/// Text in UTF-8 (with a mark or not), UTF-16 or, where it is none of these, Windows-1252. Where nearly all of it is UTF-8,
/// what is not is read as Windows-1252 sign by sign: one dash from another program does not spoil every accent.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    match Encoding::for_bom(bytes) {
        Some((encoding, mark)) if encoding != UTF_8 => whole(encoding, bytes.piece(mark..)),
        Some((_, mark)) => utf8(bytes.piece(mark..)),
        None if bytes.iter().take(4).any(|byte| *byte == 0) => match bytes {
            [_, 0, ..] => whole(UTF_16LE, bytes),
            [0, ..] => whole(UTF_16BE, bytes),
            _ => utf8(bytes),
        },
        None if std::str::from_utf8(bytes).is_ok() || is_mostly_utf8(bytes) => utf8(bytes),
        None => whole(WINDOWS_1252, bytes),
    }
}

fn whole<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Decoded<'a> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let bad: Vec<usize> = if had_errors {
        text.match_indices('\u{fffd}').map(|(at, _)| at).collect()
    } else {
        Vec::new()
    };
    Decoded {
        n_bad: bad.len(),
        bad: bad.into_iter().take(TOLD).collect(),
        text,
        cut_short: false,
    }
}

/// Letters beyond ASCII lie in UTF-8 as sequences that hardly ever come about by chance.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk
            .valid()
            .chars()
            .filter(|sign| !sign.is_ascii())
            .count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 0 && good >= bad
}

fn utf8(bytes: &[u8]) -> Decoded<'_> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded {
            text: Cow::Borrowed(text),
            ..Decoded::default()
        };
    }
    let mut text = String::with_capacity(bytes.len());
    let mut decoded = Decoded::default();
    let mut read = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        read += chunk.valid().len() + chunk.invalid().len();
        let bad = chunk.invalid();
        if bad.is_empty() {
            continue;
        }
        // The beginning of a sign is a sign cut off only where the text ends.
        if read == bytes.len()
            && std::str::from_utf8(bad).is_err_and(|error| error.error_len().is_none())
        {
            decoded.cut_short = true;
            text.push('\u{fffd}');
            break;
        }
        decoded.n_bad += bad.len();
        if decoded.bad.len() < TOLD {
            decoded.bad.push(text.len());
        }
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(bad).0);
    }
    Decoded {
        text: Cow::Owned(text),
        ..decoded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_bad_byte_spoils_no_other_sign() {
        let read = decode(b"citt\xc3\xa0 \x96 pi\xc3\xb9");
        assert_eq!(
            (&*read.text, read.n_bad, read.bad, read.cut_short),
            ("città – più", 1, vec![7], false)
        );
        let read = decode(b"\xef\xbb\xbfcitt\xe0;1");
        assert_eq!(
            (&*read.text, read.n_bad),
            ("città;1", 1),
            "the mark says UTF-8"
        );
        let read = decode(b"citt\xe0 pi\xf9");
        assert_eq!(
            (&*read.text, read.n_bad),
            ("città più", 0),
            "no letter of it is UTF-8"
        );
        let read = decode(b"citt\xc3\xa0 perch\xc3");
        assert_eq!(
            (&*read.text, read.n_bad, read.cut_short),
            ("città perch\u{fffd}", 0, true)
        );
        let read = decode(b"\xff\xfea\0b");
        assert_eq!((&*read.text, read.n_bad), ("a\u{fffd}", 1), "half a unit");
    }
}
