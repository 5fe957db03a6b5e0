//! Writing and reading the records, a file for each subject.

mod actor;
mod assessment;
mod framework;
mod lab;
mod matrix;
mod policy;
mod values;

use super::StorageError;
use crate::model::{Contents, Patch, Record};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Writes a patch; inside a transaction of the caller's.
pub fn write(connection: &Connection, patch: &Patch) -> Result<(), StorageError> {
    for record in &patch.records {
        match record {
            Record::Info(change) => actor::write_info(connection, change),
            Record::Actor(change) => actor::write_actor(connection, change),
            Record::Source(change) => actor::write_source(connection, change),
            Record::Policy(change) => policy::write_policy(connection, change),
            Record::Cluster(change) => policy::write_cluster(connection, change),
            Record::Framework(change) => framework::write_framework(connection, change),
            Record::Goal(change) => framework::write_goal(connection, change),
            Record::Crosswalk(change) => framework::write_crosswalk(connection, change),
            Record::Link(change) => framework::write_link(connection, change),
            Record::Scale(change) => framework::write_scale(connection, change),
            Record::Matrix(change) => matrix::write_matrix(connection, change),
            Record::Line(change) => matrix::write_line(connection, change),
            Record::Assessor(change) => matrix::write_assessor(connection, change),
            Record::Milestone(change) => matrix::write_milestone(connection, change),
            Record::Assessment(change) => assessment::write(connection, change),
            Record::Lab(change) => lab::write_lab(connection, change),
            Record::Question(change) => lab::write_question(connection, change),
        }?;
    }
    Ok(())
}

/// Reads everything; a file of an older version has fewer tables, and nothing in those it lacks.
///
/// # Errors
/// `Damaged` when a value is not one this program writes.
pub fn read(connection: &Connection) -> Result<Contents, StorageError> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let has_labs = version >= 2;
    Ok(Contents {
        info: actor::read_infos(connection)?,
        actors: actor::read_actors(connection)?,
        sources: actor::read_sources(connection)?,
        policies: policy::read_policies(connection)?,
        clusters: policy::read_clusters(connection)?,
        frameworks: framework::read_frameworks(connection)?,
        goals: framework::read_goals(connection)?,
        crosswalks: framework::read_crosswalks(connection)?,
        links: framework::read_links(connection)?,
        scales: framework::read_scales(connection)?,
        matrices: matrix::read_matrices(connection)?,
        lines: matrix::read_lines(connection)?,
        assessors: matrix::read_assessors(connection)?,
        assessments: assessment::read(connection)?,
        milestones: matrix::read_milestones(connection)?,
        labs: if has_labs { lab::read_labs(connection)? } else { BTreeMap::new() },
        questions: if has_labs { lab::read_questions(connection)? } else { BTreeMap::new() },
    })
}
