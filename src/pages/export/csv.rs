//! A table as CSV, in one of the ways in which it is read elsewhere.

use super::TableWay;

/// Rows being written, all as long as the first.
pub struct CsvTable(csv::Writer<Vec<u8>>);
impl CsvTable {
    pub fn new(way: TableWay) -> Self {
        let (mark, delimiter): (&[u8], u8) = match way {
            TableWay::ExcelItalian => (&[0xEF, 0xBB, 0xBF], b';'),
            TableWay::OpenData => (&[], b','),
        };
        Self(
            csv::WriterBuilder::new()
                .delimiter(delimiter)
                .from_writer(mark.to_vec()),
        )
    }
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        // Into memory only a row of another length than the first cannot be written.
        let written = self.0.write_record(cells);
        debug_assert!(written.is_ok(), "{written:?}");
    }
    pub fn bytes(self) -> Vec<u8> {
        let bytes = self.0.into_inner();
        debug_assert!(bytes.is_ok(), "memory takes everything");
        bytes.unwrap_or_default()
    }
}
