//! Texts as XML and HTML hold them.

/// Escaped for text and for attributes in double quotes; characters that XML and HTML do not have become U+FFFD, line
/// ends of other kinds line feeds. Signs of the private area stay: what a table keeps comes back as it was.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\r' | '\t' => out.push(c),
            '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            c if c.is_control()
                || c as u32 & 0xFFFE == 0xFFFE
                || matches!(c, '\u{FDD0}'..='\u{FDEF}') =>
            {
                out.push('\u{FFFD}');
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_as_it_was_but_for_signs_that_xml_does_not_have() {
        assert_eq!(
            escaped("a <b> & \"c\" l'ora\t\n"),
            "a &lt;b&gt; &amp; &quot;c&quot; l'ora\t\n"
        );
        assert_eq!(
            escaped("a\u{B}b\u{2028}c\0d\u{FFFE}e\u{1FFFF}f\u{E000}"),
            "a\nb\nc\u{FFFD}d\u{FFFD}e\u{FFFD}f\u{E000}"
        );
        let read = quick_xml::escape::unescape(&escaped("«P1» & <goal> l'\"altro\""))
            .unwrap()
            .into_owned();
        assert_eq!(read, "«P1» & <goal> l'\"altro\"");
    }
}
