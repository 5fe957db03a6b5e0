//! How wide a text is in our own typefaces, and where it is broken.

use super::FONTS;
use super::shape::Weight;
use ordito_ground::text::Piece as _;
use std::sync::LazyLock;
use ttf_parser::Face;

/// Widths by the fonts' own tables, without kerning.
pub struct Measure {
    faces: Vec<Face<'static>>,
}

/// So many first characters of Unicode are looked up in the fonts once: most of what is written, measured by the
/// hundred thousand where a thousand policies are drawn.
const KNOWN: u32 = 0x250;
static WIDTHS: LazyLock<[Vec<f64>; 3]> = LazyLock::new(|| {
    let measure = Measure::new();
    let of = |weight| {
        (0..KNOWN)
            .map(|c| measure.look_up(char::from_u32(c).unwrap_or_default(), weight))
            .collect()
    };
    [Weight::Regular, Weight::Semibold, Weight::Bold].map(of)
});

impl Measure {
    pub fn new() -> Self {
        // The fonts are ours; a test measures with each of them.
        Self {
            faces: FONTS
                .iter()
                .filter_map(|(_, bytes)| Face::parse(bytes, 0).ok())
                .collect(),
        }
    }

    pub fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        text.chars().map(|c| self.of(c, weight)).sum::<f64>() * size
    }

    /// Width of a character at size 1.
    fn of(&self, c: char, weight: Weight) -> f64 {
        let known = WIDTHS
            .get(face_of(weight))
            .and_then(|widths| widths.get(c as usize));
        known.copied().unwrap_or_else(|| self.look_up(c, weight))
    }
    fn look_up(&self, c: char, weight: Weight) -> f64 {
        let first = face_of(weight);
        let found = [first, 3]
            .iter()
            .filter_map(|at| self.faces.get(*at))
            .find_map(|face| {
                let advance = face.glyph_hor_advance(face.glyph_index(c)?)?;
                Some(f64::from(advance) / f64::from(face.units_per_em()))
            });
        found.unwrap_or(0.6)
    }

    /// Lines of at most `width`, at most `n_lines` of them; what is left out is said by an ellipsis. Reads no more of a
    /// long text than has room.
    pub fn wrap(
        &self,
        text: &str,
        size: f64,
        weight: Weight,
        width: f64,
        n_lines: usize,
    ) -> Vec<String> {
        let space = self.width(" ", size, weight);
        let mut lines: Vec<String> = Vec::new();
        let (mut line, mut used) = (String::new(), 0.0);
        for word in text.split_whitespace() {
            let is_last = lines.len() + 1 >= n_lines;
            if is_last && used > width {
                break;
            }
            let own = self.width_up_to(word, size, weight, width);
            if !line.is_empty() && used + space + own > width && !is_last {
                lines.push(self.cut(&std::mem::take(&mut line), size, weight, width));
                used = 0.0;
            }
            if !line.is_empty() {
                line.push(' ');
                used += space;
            }
            line.push_str(word);
            used += own;
        }
        lines.push(self.cut(&line, size, weight, width));
        lines
    }

    /// The width of a word, or something larger than `most`.
    fn width_up_to(&self, word: &str, size: f64, weight: Weight, most: f64) -> f64 {
        let mut used = 0.0;
        for c in word.chars() {
            used += self.of(c, weight) * size;
            if used > most {
                break;
            }
        }
        used
    }

    /// A line that is too long ends with an ellipsis.
    fn cut(&self, line: &str, size: f64, weight: Weight, width: f64) -> String {
        let ellipsis = self.width("…", size, weight);
        let (mut used, mut kept) = (0.0, 0);
        for (at, c) in line.char_indices() {
            used += self.of(c, weight) * size;
            if used > width {
                return format!("{}…", line.piece(..kept).trim_end());
            }
            if used + ellipsis <= width {
                kept = at + c.len_utf8();
            }
        }
        line.to_owned()
    }
}

const fn face_of(weight: Weight) -> usize {
    match weight {
        Weight::Regular => 0,
        Weight::Semibold => 1,
        Weight::Bold => 2,
    }
}

impl Default for Measure {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_measured_with_every_cut_and_broken_between_words() {
        let measure = Measure::new();
        assert_eq!(measure.faces.len(), 4);
        let of = |weight| measure.width("Coerenza", 10.0, weight);
        assert!(of(Weight::Regular) > 20.0 && of(Weight::Regular) < of(Weight::Bold));
        assert!(
            measure.width("☐", 10.0, Weight::Regular) > 1.0,
            "DejaVu has it"
        );
        for c in "aàÈ–ő×\u{24f}\u{250}€".chars() {
            for weight in [Weight::Regular, Weight::Semibold, Weight::Bold] {
                assert_eq!(measure.of(c, weight), measure.look_up(c, weight), "{c}");
            }
        }
        let lines = measure.wrap(
            "Lotta contro il cambiamento climatico",
            13.0,
            Weight::Regular,
            90.0,
            3,
        );
        assert!((2..=3).contains(&lines.len()), "{lines:?}");
        assert_eq!(lines.join(" "), "Lotta contro il cambiamento climatico");
        let cut = measure.wrap(
            "Lotta contro il cambiamento climatico",
            13.0,
            Weight::Regular,
            90.0,
            1,
        );
        assert!(
            cut.len() == 1 && cut[0].ends_with('…') && cut[0].starts_with("Lotta"),
            "{cut:?}"
        );
        for text in [
            "",
            "Infrastrutturazione",
            "a b c d e f g h i j k l m n o p q r s t u v w x y z",
        ] {
            for n in 1..4 {
                let lines = measure.wrap(text, 13.0, Weight::Bold, 40.0, n);
                assert!(
                    lines.len() <= n
                        && lines
                            .iter()
                            .all(|line| measure.width(line, 13.0, Weight::Bold) <= 40.0)
                );
            }
        }
    }
}
