//! What records are called and what cells hold, where it does not matter whether they are still there: what is gone has
//! no name, and what nobody wrote is unscored.

use super::{AssessmentKey, AssessorId, CellValue, ClusterId, Contents, MatrixId};

impl Contents {
    /// The document's title; none before its first step.
    pub fn title(&self) -> &str {
        self.info().map_or("", |info| info.title.as_str())
    }
    /// The public body that the document is of; none before it is said.
    pub fn body(&self) -> &str {
        self.info().map_or("", |info| info.body.as_str())
    }
    /// The document's id as it is written; none before its first step.
    pub fn id_text(&self) -> String {
        self.info()
            .map_or_else(String::new, |info| info.id.to_string())
    }
    pub fn matrix_name(&self, id: MatrixId) -> &str {
        self.matrices
            .get(&id)
            .map_or("", |matrix| matrix.name.as_str())
    }
    pub fn assessor_name(&self, id: AssessorId) -> &str {
        self.assessors
            .get(&id)
            .map_or("", |assessor| assessor.name.as_str())
    }
    pub fn cluster_name(&self, id: ClusterId) -> &str {
        self.clusters
            .get(&id)
            .map_or("", |cluster| cluster.name.as_str())
    }
    /// What a cell holds; it need not have been written.
    pub fn value(&self, key: &AssessmentKey) -> CellValue {
        self.assessments
            .get(key)
            .map_or(CellValue::Unscored, |cell| cell.value)
    }
}
