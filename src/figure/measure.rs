//! How wide a text is in our own typefaces, and where it is broken.

use super::FONTS;
use super::shape::Weight;
use ttf_parser::Face;

/// Widths by the fonts' own tables, without kerning.
pub struct Measure {
    faces: Vec<Face<'static>>,
}

impl Measure {
    pub fn new() -> Self {
        // The fonts are ours; a test measures with each of them.
        Self { faces: FONTS.iter().filter_map(|(_, bytes)| Face::parse(bytes, 0).ok()).collect() }
    }

    pub fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let first = match weight {
            Weight::Regular => 0,
            Weight::Semibold => 1,
            Weight::Bold => 2,
        };
        let order = [first, 3];
        let share = |c: char| {
            let found = order.iter().filter_map(|at| self.faces.get(*at)).find_map(|face| {
                let advance = face.glyph_hor_advance(face.glyph_index(c)?)?;
                Some(f64::from(advance) / f64::from(face.units_per_em()))
            });
            found.unwrap_or(0.6)
        };
        text.chars().map(share).sum::<f64>() * size
    }

    /// Lines of at most `width`, at most `n_lines` of them; what is left out is said by an ellipsis.
    pub fn wrap(&self, text: &str, size: f64, weight: Weight, width: f64, n_lines: usize) -> Vec<String> {
        let fits = |line: &str| self.width(line, size, weight) <= width;
        let mut lines: Vec<String> = Vec::new();
        let mut words = text.split_whitespace().peekable();
        let mut line = String::new();
        while let Some(word) = words.next() {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if fits(&longer) || line.is_empty() && lines.len() + 1 < n_lines {
                line = longer;
            } else if lines.len() + 1 < n_lines {
                lines.push(std::mem::replace(&mut line, word.to_owned()));
            } else {
                // The last line takes what it can hold of the rest.
                line = std::iter::once(longer).chain(words.by_ref().map(str::to_owned)).collect::<Vec<_>>().join(" ");
            }
        }
        lines.push(line);
        lines.into_iter().map(|line| self.cut(line, size, weight, width)).collect()
    }

    /// A line that is too long ends with an ellipsis.
    fn cut(&self, line: String, size: f64, weight: Weight, width: f64) -> String {
        if self.width(&line, size, weight) <= width {
            return line;
        }
        let mut kept = line;
        while !kept.is_empty() && self.width(&kept, size, weight) + self.width("…", size, weight) > width {
            kept.pop();
        }
        format!("{}…", kept.trim_end())
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
        assert!(measure.width("☐", 10.0, Weight::Regular) > 1.0, "DejaVu has it");
        let lines = measure.wrap("Lotta contro il cambiamento climatico", 13.0, Weight::Regular, 90.0, 3);
        assert!((2..=3).contains(&lines.len()), "{lines:?}");
        assert_eq!(lines.join(" "), "Lotta contro il cambiamento climatico");
        let cut = measure.wrap("Lotta contro il cambiamento climatico", 13.0, Weight::Regular, 90.0, 1);
        assert!(cut.len() == 1 && cut[0].ends_with('…') && cut[0].starts_with("Lotta"), "{cut:?}");
        for text in ["", "Infrastrutturazione", "a b c d e f g h i j k l m n o p q r s t u v w x y z"] {
            for n in 1..4 {
                let lines = measure.wrap(text, 13.0, Weight::Bold, 40.0, n);
                assert!(lines.len() <= n && lines.iter().all(|line| measure.width(line, 13.0, Weight::Bold) <= 40.0));
            }
        }
    }
}
