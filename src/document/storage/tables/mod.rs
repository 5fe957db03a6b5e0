//! Writing and reading the records, a file for each subject.

mod actor;
mod assessment;
mod framework;
mod lab;
mod matrix;
mod milestone;
mod policy;
mod values;

use super::StorageError;
use ordito_model::{Change, Contents, Patch, Record, Row, tables};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// How the records of a table lie in the file: one row each, in the table that a migration made.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is in the list of tables and nothing keeps it in the file",
    label = "no `impl Stored for {Self}`",
    note = "write it in a file of its own in src/document/storage/tables, and name that file in src/document/storage/tables/mod.rs; its table \
            is made by the next src/document/storage/schema-N.sql, named in src/document/storage/schema.rs"
)]
pub trait Stored: Row {
    /// The version of the schema that brought the table.
    const SINCE: i64 = 1;
    fn write(connection: &Connection, change: &Change<Self::Key, Self>)
    -> Result<(), StorageError>;
    /// Every record of the table.
    ///
    /// # Errors
    /// `Damaged` when a value is not one this program writes.
    fn read(connection: &Connection) -> Result<BTreeMap<Self::Key, Self>, StorageError>;
}

fn write_one<R: Stored>(
    connection: &Connection,
    change: &Change<R::Key, R>,
) -> Result<(), StorageError> {
    R::write(connection, change)
}
/// A file of an older version has fewer tables, and nothing in those it lacks.
fn read_all<R: Stored>(
    connection: &Connection,
    version: i64,
) -> Result<BTreeMap<R::Key, R>, StorageError> {
    if version >= R::SINCE {
        R::read(connection)
    } else {
        Ok(BTreeMap::new())
    }
}

macro_rules! write_and_read {
    ($(
        $word:literal $field:ident: $table:ident by $key:ident, $held:ident $(, called $subject:ident $called:literal)?
    );+ $(;)?) => {
        /// Writes a patch; inside a transaction of the caller's.
        pub fn write(connection: &Connection, patch: &Patch) -> Result<(), StorageError> {
            for record in &patch.records {
                match record { $(Record::$table(change) => write_one(connection, change)?),+ }
            }
            Ok(())
        }

        /// Reads everything.
        ///
        /// # Errors
        /// `Damaged` when a value is not one this program writes.
        pub fn read(connection: &Connection) -> Result<Contents, StorageError> {
            let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
            Ok(Contents { $($field: read_all(connection, version)?),+ })
        }

        #[cfg(test)]
        /// Every table with the version of the schema that brought it.
        fn since() -> Vec<(ordito_model::Table, i64)> {
            vec![$((ordito_model::Table::$table, <ordito_model::$table as Stored>::SINCE)),+]
        }
    };
}
tables!(write_and_read);

#[cfg(test)]
mod tests {
    use crate::storage::schema::{SCHEMA_VERSION, expected_parts};

    /// What a migration forgets is found here, before a document is made.
    #[test]
    fn a_migration_makes_the_table_of_every_record() {
        for (table, since) in super::since() {
            let name = table.in_file();
            let is_in = |version: i64| {
                let parts = expected_parts(version).unwrap();
                parts
                    .iter()
                    .any(|(kind, part, _)| kind == "table" && part == name)
            };
            assert!(
                (1..=SCHEMA_VERSION).contains(&since) && is_in(since),
                "no migration to version {since} makes the table {name}: write it in src/document/storage/schema-{since}.sql, named in \
                 src/document/storage/schema.rs",
            );
            assert!(
                !is_in(since - 1),
                "{name} is older than SINCE = {since} in src/document/storage/tables says"
            );
        }
    }
}
