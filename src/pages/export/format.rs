//! The formats in which something leaves, and the endings that files have in them.

use super::ExportError;
use ordito_ground::disk::ending;
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    Pdf,
    Docx,
    Html,
    Xlsx,
    Ods,
    Csv,
    Json,
    Svg,
    Png,
}
impl Format {
    pub const ALL: [Self; 9] = [
        Self::Pdf,
        Self::Docx,
        Self::Html,
        Self::Xlsx,
        Self::Ods,
        Self::Csv,
        Self::Json,
        Self::Svg,
        Self::Png,
    ];
    /// Of a table and of the workbook of a matrix, the usual one first.
    pub const TABLES: [Self; 5] = [Self::Xlsx, Self::Ods, Self::Csv, Self::Html, Self::Json];
    /// Of a chart: its picture, or the table behind it.
    pub const CHARTS: [Self; 4] = [Self::Svg, Self::Png, Self::Csv, Self::Xlsx];
    /// Of a picture.
    pub const PICTURES: [Self; 2] = [Self::Png, Self::Svg];
    /// Of a comparison, and of a laboratory's outcome.
    pub const REPORTS: [Self; 5] = [Self::Pdf, Self::Docx, Self::Html, Self::Xlsx, Self::Ods];
    /// Of what has no tables.
    pub const SHEETS: [Self; 3] = [Self::Pdf, Self::Docx, Self::Html];

    /// The ending that its files are given.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
    /// The format that an ending tells, in small letters.
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            // As other programs call them.
            "htm" => Some(Self::Html),
            "tsv" | "txt" => Some(Self::Csv),
            _ => Self::ALL
                .into_iter()
                .find(|format| format.ending() == ending),
        }
    }
    /// The format that a file's name tells.
    ///
    /// # Errors
    /// When nothing is written with its ending.
    pub fn of(path: &Path) -> Result<Self, ExportError> {
        let ending = ending(path);
        Self::of_ending(&ending).ok_or(ExportError::Ending { ending })
    }
    /// The same, of something that is written in these formats.
    ///
    /// # Errors
    /// When it is not written with this ending.
    pub fn one_of(path: &Path, known: &'static [Self]) -> Result<Self, ExportError> {
        let ending = ending(path);
        let format = Self::of_ending(&ending).filter(|format| known.contains(format));
        format.ok_or(ExportError::EndingOf { ending, known })
    }
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.ending())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_ending() {
        for format in Format::ALL {
            assert_eq!(Format::of_ending(format.ending()), Some(format));
            assert_eq!(
                Format::of(Path::new(&format!(
                    "a.b.{}",
                    format.ending().to_uppercase()
                )))
                .unwrap(),
                format
            );
        }
        assert!(
            matches!(Format::of(Path::new("a")), Err(ExportError::Ending { ending }) if ending.is_empty())
        );
        let gif = Format::one_of(Path::new("a.gif"), &Format::SHEETS);
        assert!(
            matches!(gif, Err(ExportError::EndingOf { ending, known }) if ending == "gif" && known.len() == 3)
        );
        assert!(Format::one_of(Path::new("a.xlsx"), &Format::SHEETS).is_err());
    }
}
