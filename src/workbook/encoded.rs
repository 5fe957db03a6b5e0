//! Parts of a workbook in UTF-16, or in another encoding that they declare, as streams of UTF-8.

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use ordito_ground::text::Piece as _;
use std::io::{BufRead as _, BufReader, Cursor, Read};

/// So much of a part is looked at: its mark and its declaration.
const HEAD: u64 = 200;

/// A part as UTF-8, whatever it is in.
///
/// # Errors
/// When its first bytes cannot be read.
pub fn as_utf8<'a, R: Read + 'a>(mut part: R) -> std::io::Result<Box<dyn Read + 'a>> {
    let mut head = Vec::new();
    part.by_ref().take(HEAD).read_to_end(&mut head)?;
    let encoding = encoding_of(&head);
    let whole = Cursor::new(head).chain(part);
    if encoding == UTF_8 {
        return Ok(Box::new(whole));
    }
    Ok(Box::new(Decoded {
        inner: BufReader::with_capacity(1 << 14, whole),
        decoder: encoding.new_decoder(),
        text: Vec::new(),
        at: 0,
        is_over: false,
    }))
}

fn encoding_of(head: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return encoding;
    }
    match head {
        [b'<', 0, ..] => UTF_16LE,
        [0, b'<', ..] => UTF_16BE,
        _ => declared(head).unwrap_or(UTF_8),
    }
}

/// The encoding in `<?xml version="1.0" encoding="…"?>`.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let text = String::from_utf8_lossy(head);
    let declaration = text.strip_prefix("<?xml")?.split("?>").next()?;
    let said = declaration
        .split("encoding")
        .nth(1)?
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let quote = said
        .chars()
        .next()
        .filter(|sign| matches!(sign, '"' | '\''))?;
    let encoding = Encoding::for_label(said.get(1..)?.split(quote).next()?.as_bytes())?;
    // A part that can be read so far is in no encoding of two bytes a sign.
    Some(encoding).filter(|encoding| *encoding != UTF_16LE && *encoding != UTF_16BE)
}

struct Decoded<R> {
    inner: BufReader<R>,
    decoder: Decoder,
    text: Vec<u8>,
    at: usize,
    is_over: bool,
}
impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        while self.at == self.text.len() && !self.is_over {
            let bytes = self.inner.fill_buf()?;
            let is_last = bytes.is_empty();
            self.text.resize(
                self.decoder
                    .max_utf8_buffer_length(bytes.len())
                    .unwrap_or(1 << 16),
                0,
            );
            let (result, n_read, n_written, _) =
                self.decoder.decode_to_utf8(bytes, &mut self.text, is_last);
            self.is_over = is_last && result == CoderResult::InputEmpty;
            self.inner.consume(n_read);
            self.text.truncate(n_written);
            self.at = 0;
        }
        let rest = self.text.piece(self.at..);
        let n = rest.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..n), rest.get(..n)) {
            to.copy_from_slice(from);
        }
        self.at += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_utf8_whatever_they_were_in() {
        let text = format!(
            "<?xml version='1.0' encoding='UTF-16'?><a>{}</a>",
            "è𝗔".repeat(20_000)
        );
        let read = |bytes: &[u8]| {
            let mut out = String::new();
            as_utf8(bytes).unwrap().read_to_string(&mut out).unwrap();
            out
        };
        for mark in ["\u{feff}", ""] {
            let marked = format!("{mark}{text}");
            let units =
                |of: fn(u16) -> [u8; 2]| marked.encode_utf16().flat_map(of).collect::<Vec<u8>>();
            for bytes in [units(u16::to_le_bytes), units(u16::to_be_bytes)] {
                assert!(read(&bytes) == text);
            }
        }
        assert_eq!(read(text.as_bytes()), text, "it says UTF-16 and is not");
        assert!(read(b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xe8</a>").contains('è'));
        assert_eq!(read(b""), "");
        assert_eq!(read("<a>è</a>".as_bytes()), "<a>è</a>");
    }
}
