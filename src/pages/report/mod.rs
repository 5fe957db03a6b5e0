//! What an export says, before its format: sections, tables and figures as plain data, already in words.
//!
//! `comparison` is two to four sides compared, `guide` the user guide, `lab` a laboratory's outcome and materials,
//! `sheet` the coherence sheet of a policy, a goal, a cluster or a matrix; `tables` a matrix and all that belongs to it
//! as a workbook. Formats are in `export`.

pub mod comparison;
pub mod guide;
pub mod lab;
pub mod sheet;
pub mod tables;
