//! The journal: steps and their changes, only ever added to.
//!
//! Each step has a digest of its changes, and a link of a chain that goes through all steps: opening checks the chain,
//! reading a step its changes, so that undo never takes over what another program or a bad disk wrote.

use super::StorageError;
use ordito_model::{
    AssessmentKey, Contents, Direction, Key as _, Patch, Record, Step, StepLabel, StepNumber,
    Table, Timestamp,
};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// A step without its changes.
#[derive(Debug, Clone, PartialEq)]
pub struct StepHead {
    pub number: StepNumber,
    pub direction: Direction,
    pub target: StepNumber,
    pub label: StepLabel,
    pub at: Timestamp,
    pub by: String,
}

/// Writes a step; `before` is the chain so far, the answer the chain with it.
pub fn append(connection: &Connection, step: &Step, before: &str) -> Result<String, StorageError> {
    let mut digest = Digest::default();
    let mut insert = connection.prepare_cached("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)")?;
    for (place, record) in step.patch.records.iter().enumerate() {
        let (table, key) = (record.table().word(), record.key_bytes());
        let (before, after) = record.written().map_err(unwritten)?;
        digest.change(table, &key, before.as_deref(), after.as_deref());
        insert.execute(params![
            step.number.0,
            place as i64,
            table,
            key,
            before,
            after
        ])?;
    }
    let (digest, label) = (
        digest.finish(),
        serde_json::to_string(&step.label).map_err(unwritten)?,
    );
    let (number, direction, target, at) = (
        step.number.0,
        step.direction.word(),
        step.target.0,
        step.at.0,
    );
    let chain = link(
        before,
        [number, target, at],
        [direction, &label, &step.by, &digest],
    );
    connection
        .prepare_cached("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?
        .execute(params![
            number, direction, target, label, at, step.by, digest, chain
        ])?;
    connection
        .prepare_cached("INSERT OR REPLACE INTO meta VALUES ('journal', ?)")?
        .execute([&chain])?;
    Ok(chain)
}

/// Something that has no form as text, and so is not written at all.
fn unwritten(error: impl std::error::Error + Send + Sync + 'static) -> StorageError {
    rusqlite::Error::ToSqlConversionFailure(Box::new(error)).into()
}

/// SHA-256 over parts that cannot run into each other.
#[derive(Default)]
struct Digest(Sha256);
impl Digest {
    fn part(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }
    fn change(&mut self, table: &str, key: &[u8], before: Option<&str>, after: Option<&str>) {
        self.part(table.as_bytes());
        self.part(key);
        for side in [before, after] {
            self.0.update([u8::from(side.is_some())]);
            self.part(side.map_or(&[], str::as_bytes));
        }
    }
    fn finish(self) -> String {
        let bytes: [u8; 32] = self.0.finalize().into();
        bytes.iter().fold(String::with_capacity(64), |text, byte| {
            text + &format!("{byte:02x}")
        })
    }
}

fn link(before: &str, numbers: [i64; 3], texts: [&str; 4]) -> String {
    let mut digest = Digest::default();
    digest.part(before.as_bytes());
    for number in numbers {
        digest.part(&number.to_be_bytes());
    }
    for text in texts {
        digest.part(text.as_bytes());
    }
    digest.finish()
}

/// All steps as they were read.
pub struct Heads {
    pub steps: Vec<StepHead>,
    /// The last link of the chain.
    pub chain: String,
    /// Whether the chain holds from the first step to the last.
    pub sound: bool,
}

fn head(row: &Row<'_>) -> Result<StepHead, StorageError> {
    let damaged = |what: &str| StorageError::Damaged {
        detail: format!("journal: {what}"),
    };
    let direction: String = row.get(1)?;
    let label: String = row.get(3)?;
    Ok(StepHead {
        number: StepNumber(row.get(0)?),
        direction: Direction::from_word(&direction).ok_or_else(|| damaged("direction"))?,
        target: StepNumber(row.get(2)?),
        label: serde_json::from_str(&label).map_err(|_| damaged("label"))?,
        at: Timestamp(row.get(4)?),
        by: row.get(5)?,
    })
}

/// All steps in order, without their changes.
pub fn heads(connection: &Connection) -> Result<Heads, StorageError> {
    let mut statement = connection.prepare(
        "SELECT number, direction, target, label, at, by, digest, chain FROM step ORDER BY number",
    )?;
    let mut rows = statement.query([])?;
    let mut heads = Heads {
        steps: Vec::new(),
        chain: String::new(),
        sound: true,
    };
    while let Some(row) = rows.next()? {
        let step = head(row)?;
        let (label, digest, chain): (String, String, String) =
            (row.get(3)?, row.get(6)?, row.get(7)?);
        let numbers = [step.number.0, step.target.0, step.at.0];
        let expected = link(
            &heads.chain,
            numbers,
            [step.direction.word(), &label, &step.by, &digest],
        );
        heads.sound &= chain == expected && step.number.0 == heads.steps.len() as i64 + 1;
        heads.chain = chain;
        heads.steps.push(step);
    }
    let last: Option<String> = connection
        .query_row("SELECT value FROM meta WHERE name = 'journal'", [], |row| {
            row.get(0)
        })
        .optional()?;
    // A journal without steps has no end written.
    heads.sound &= last.map_or(heads.chain.is_empty(), |last| last == heads.chain);
    Ok(heads)
}

fn record(row: &Row<'_>) -> Result<Record, StorageError> {
    let damaged = |detail: String| StorageError::Damaged {
        detail: format!("journal: {detail}"),
    };
    let table: String = row.get(0)?;
    let table = Table::from_word(&table).ok_or_else(|| damaged(table.clone()))?;
    let key: Vec<u8> = row.get(1)?;
    let (before, after): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
    Record::from_parts(table, &key, before.as_deref(), after.as_deref())
        .map_err(|bad| damaged(bad.0))
}

/// The changes of a step.
pub fn patch(connection: &Connection, number: StepNumber) -> Result<Patch, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT \"table\", key, before, after FROM change WHERE step = ? ORDER BY place",
    )?;
    let mut rows = statement.query([number.0])?;
    let (mut records, mut digest) = (Vec::new(), Digest::default());
    while let Some(row) = rows.next()? {
        let text = |column| {
            row.get_ref(column)?
                .as_str_or_null()
                .map_err(rusqlite::Error::from)
        };
        let (table, key) = (row.get_ref(0)?, row.get_ref(1)?);
        digest.change(
            table.as_str().map_err(rusqlite::Error::from)?,
            key.as_blob().map_err(rusqlite::Error::from)?,
            text(2)?,
            text(3)?,
        );
        records.push(record(row)?);
    }
    let written: Option<String> = connection
        .prepare_cached("SELECT digest FROM step WHERE number = ?")?
        .query_row([number.0], |row| row.get(0))
        .optional()?;
    if written.as_deref() == Some(&digest.finish()) {
        Ok(Patch { records })
    } else {
        Err(StorageError::Damaged {
            detail: format!("journal: the changes of step {}", number.0),
        })
    }
}

/// Whether the changes of every step are those that were written with it.
pub fn all_changes_sound(connection: &Connection) -> Result<bool, StorageError> {
    let mut steps = connection.prepare("SELECT number, digest FROM step ORDER BY number")?;
    let mut steps = steps.query([])?;
    let mut changes = connection
        .prepare("SELECT step, \"table\", key, before, after FROM change ORDER BY step, place")?;
    let mut changes = changes.query([])?;
    let mut change = changes.next()?;
    while let Some(step) = steps.next()? {
        let (number, written): (i64, String) = (step.get(0)?, step.get(1)?);
        let mut digest = Digest::default();
        while let Some(row) = change
            && row.get::<_, i64>(0)? == number
        {
            let text = |column| {
                row.get_ref(column)?
                    .as_str_or_null()
                    .map_err(rusqlite::Error::from)
            };
            let (table, key) = (row.get_ref(1)?, row.get_ref(2)?);
            let (table, key) = (
                table.as_str().map_err(rusqlite::Error::from)?,
                key.as_blob().map_err(rusqlite::Error::from)?,
            );
            digest.change(table, key, text(3)?, text(4)?);
            change = changes.next()?;
        }
        if digest.finish() != written {
            return Ok(false);
        }
    }
    // Changes of no step are nobody's.
    Ok(change.is_none())
}

/// Whether the journal leads to these records and no others, in whatever form an earlier version of the program wrote
/// them: a field that a later version added is not in what the earlier one wrote, and is empty here. What a later
/// version wrote and this one does not know is no such form, for it would be lost with the next edit.
pub fn leads_to(connection: &Connection, contents: &Contents) -> Result<bool, StorageError> {
    if !all_changes_sound(connection)? {
        return Ok(false);
    }
    // SQLite takes the other columns from the row that has the greatest step.
    let sql = "SELECT \"table\", key, NULL, after, max(step) FROM change GROUP BY \"table\", key";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(written) = row.get::<_, Option<String>>(3)? else {
            continue;
        };
        let record = record(row)?;
        let holds = |ours: String| ours == written || holds_all(&ours, &written);
        if !record.after_json().is_some_and(holds) {
            return Ok(false);
        }
        records.push(record);
    }
    let mut led = Contents::default();
    led.commit(&Patch { records });
    Ok(led == *contents)
}

/// Whether everything that was written is in what we would write; what is empty may be left out.
fn holds_all(ours: &str, written: &str) -> bool {
    fn holds(ours: &Value, written: &Value) -> bool {
        match (ours, written) {
            (Value::Object(ours), Value::Object(written)) => written.iter().all(|(name, value)| {
                ours.get(name)
                    .map_or_else(|| is_empty(value), |ours| holds(ours, value))
            }),
            (Value::Array(ours), Value::Array(written)) => {
                ours.len() == written.len()
                    && ours
                        .iter()
                        .zip(written)
                        .all(|(ours, written)| holds(ours, written))
            }
            _ => ours == written,
        }
    }
    match (serde_json::from_str(ours), serde_json::from_str(written)) {
        (Ok(ours), Ok(written)) => holds(&ours, &written),
        _ => false,
    }
}
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) => false,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
    }
}

/// The chain's links, one for each step.
pub fn links(connection: &Connection) -> Result<Vec<String>, StorageError> {
    let mut statement = connection.prepare("SELECT chain FROM step ORDER BY number")?;
    let links = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(links)
}

/// The last change of a record: which, when, by whom.
pub type LastChange = ((Table, Vec<u8>), (Timestamp, String));

/// Last changes after a step, but for cells that are there: those say it themselves.
pub fn last_changes(
    connection: &Connection,
    after: StepNumber,
) -> Result<Vec<LastChange>, StorageError> {
    let mut statement = connection.prepare(
        "SELECT c.\"table\", c.key, s.at, s.by FROM change c JOIN step s ON s.number = c.step \
         WHERE c.step > ? AND (c.\"table\" <> 'assessment' OR c.after IS NULL) ORDER BY s.number",
    )?;
    let mut rows = statement.query([after.0])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        let word: String = row.get(0)?;
        if let Some(table) = Table::from_word(&word) {
            list.push(((table, row.get(1)?), (Timestamp(row.get(2)?), row.get(3)?)));
        }
    }
    Ok(list)
}

/// What happened to one cell, oldest first.
pub fn of_cell(
    connection: &Connection,
    key: &AssessmentKey,
) -> Result<Vec<(StepHead, Record)>, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT s.number, s.direction, s.target, s.label, s.at, s.by, c.before, c.after FROM change c \
         JOIN step s ON s.number = c.step WHERE c.key = ? AND c.\"table\" = 'assessment' ORDER BY s.number",
    )?;
    let bytes = key.to_bytes();
    let mut rows = statement.query([&bytes])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        let (before, after): (Option<String>, Option<String>) = (row.get(6)?, row.get(7)?);
        let record = Record::from_parts(
            Table::Assessment,
            &bytes,
            before.as_deref(),
            after.as_deref(),
        )
        .map_err(|bad| StorageError::Damaged {
            detail: format!("journal: {}", bad.0),
        })?;
        list.push((head(row)?, record));
    }
    Ok(list)
}

/// What happened to the records of one table, oldest first.
pub fn of_table(
    connection: &Connection,
    table: Table,
) -> Result<Vec<(StepHead, Record)>, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT s.number, s.direction, s.target, s.label, s.at, s.by, c.key, c.before, c.after FROM change c \
         JOIN step s ON s.number = c.step WHERE c.\"table\" = ? ORDER BY s.number, c.place",
    )?;
    let mut rows = statement.query([table.word()])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        let key: Vec<u8> = row.get(6)?;
        let (before, after): (Option<String>, Option<String>) = (row.get(7)?, row.get(8)?);
        let record = Record::from_parts(table, &key, before.as_deref(), after.as_deref()).map_err(
            |bad| StorageError::Damaged {
                detail: format!("journal: {}", bad.0),
            },
        )?;
        list.push((head(row)?, record));
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{Doubt, Working};
    use ordito_model::{ContentHash, DocumentId, Info, Only, Policy, PolicyId};

    /// A document as a program wrote it that knew fewer fields, or other ones: its records and its history by `written`,
    /// its content hash and its chain over them.
    fn by_another_version(path: &std::path::Path, written: impl Fn(&str) -> String) {
        let id = PolicyId::fixed(1);
        let first = Policy {
            code: "P1".to_owned(),
            links: vec!["https://ordito.example".to_owned()],
            ..Policy::default()
        };
        let second = Policy {
            name: "Piste ciclabili".to_owned(),
            ..first.clone()
        };
        let info = Info {
            id: DocumentId::fixed(1),
            title: "Prova".to_owned(),
            description: String::new(),
            body: String::new(),
            illustrative: false,
        };
        let mut working = Working::create(path).unwrap();
        let mut patches = [Patch::default(), Patch::default()];
        patches[0].push(Only, None, Some(info));
        patches[0].push(id, None, Some(first.clone()));
        patches[1].push(id, Some(first), Some(second));
        for (number, patch) in (1..).map(StepNumber).zip(patches) {
            let (direction, label, at) = (Direction::Do, StepLabel::Created, Timestamp(number.0));
            let step = Step {
                number,
                direction,
                target: number,
                label,
                at,
                by: "anna".to_owned(),
                patch,
            };
            working.commit(&step, ContentHash::default()).unwrap();
        }
        drop(working);
        let connection = Connection::open(path).unwrap();
        let (mut hash, mut chain) = (ContentHash::default(), String::new());
        for number in 1..=2 {
            let step = heads(&connection).unwrap().steps.remove(number - 1);
            let mut digest = Digest::default();
            for record in patch_unchecked(&connection, step.number) {
                let (table, key) = (record.table().word(), record.key_bytes());
                let [before, after] = [record.before_json(), record.after_json()]
                    .map(|json| json.map(|json| written(&json)));
                digest.change(table, &key, before.as_deref(), after.as_deref());
                let set = "UPDATE change SET before = ?, after = ? WHERE step = ? AND key = ?";
                connection
                    .execute(set, params![before, after, number as i64, key])
                    .unwrap();
                if record.table() == Table::Info || number == 2 {
                    hash = hash.with(record.table(), &key, &after.unwrap());
                }
            }
            let (digest, label) = (digest.finish(), serde_json::to_string(&step.label).unwrap());
            let numbers = [step.number.0, step.target.0, step.at.0];
            chain = link(
                &chain,
                numbers,
                [step.direction.word(), &label, &step.by, &digest],
            );
            let set = "UPDATE step SET digest = ?, chain = ? WHERE number = ?";
            connection
                .execute(set, params![digest, chain, number as i64])
                .unwrap();
        }
        let set = "INSERT OR REPLACE INTO meta VALUES ('journal', ?), ('content_hash', ?)";
        connection
            .execute(set, params![chain, hash.to_string()])
            .unwrap();
    }
    fn patch_unchecked(connection: &Connection, number: StepNumber) -> Vec<Record> {
        let mut statement = connection
            .prepare(
                "SELECT \"table\", key, before, after FROM change WHERE step = ? ORDER BY place",
            )
            .unwrap();
        let mut rows = statement.query([number.0]).unwrap();
        let mut records = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            records.push(record(row).unwrap());
        }
        records
    }
    fn edited(json: &str, edit: impl Fn(&mut serde_json::Map<String, Value>)) -> String {
        let mut value: Value = serde_json::from_str(json).unwrap();
        edit(value.as_object_mut().unwrap());
        value.to_string()
    }

    #[test]
    fn a_document_whose_records_lack_a_newer_field_is_sound() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.ordito");
        by_another_version(&path, |json| {
            edited(json, |fields| {
                for newer in [
                    "variant_of",
                    "effects_future",
                    "illustrative",
                    "budget_note",
                ] {
                    fields.remove(newer);
                }
            })
        });
        let (mut working, loaded) = Working::open(&path).unwrap();
        assert_eq!(loaded.doubts, []);
        let stored: String = Connection::open(&path)
            .unwrap()
            .query_row(
                "SELECT value FROM meta WHERE name = 'content_hash'",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_ne!(
            stored,
            loaded.hash.to_string(),
            "the form did not differ: nothing was tried"
        );
        // What it takes to undo is there, and the next edit writes the hash by today's form.
        let back = working.patch_of(StepNumber(2)).unwrap().inverse();
        assert!(loaded.contents.fits(&back));
        let hash = loaded.hash.after(&back);
        let (number, at, label) = (StepNumber(3), Timestamp(9), StepLabel::Created);
        let (direction, target) = (Direction::Undo, StepNumber(2));
        working
            .commit(
                &Step {
                    number,
                    direction,
                    target,
                    label,
                    at,
                    by: "anna".to_owned(),
                    patch: back,
                },
                hash,
            )
            .unwrap();
        drop(working);
        let (_, loaded) = Working::open(&path).unwrap();
        assert_eq!((loaded.doubts, loaded.hash), (vec![], hash));
    }

    #[test]
    fn records_that_the_history_does_not_lead_to_are_doubted_in_an_older_form_too() {
        let folder = tempfile::tempdir().unwrap();
        for sql in [
            "UPDATE policy SET name = 'altro'",
            "DELETE FROM policy",
            "UPDATE policy SET variant_of = id",
            "INSERT INTO actor VALUES (zeroblob(16), 'altro', 'body', NULL, '[]', '')",
        ] {
            let path = folder.path().join("old.ordito");
            by_another_version(&path, |json| {
                edited(json, |fields| drop(fields.remove("variant_of")))
            });
            Connection::open(&path).unwrap().execute_batch(sql).unwrap();
            let (working, loaded) = Working::open(&path).unwrap();
            assert_eq!(loaded.doubts, [Doubt::HashDiffers], "{sql}");
            drop(working);
            std::fs::remove_file(&path).unwrap();
        }
    }

    #[test]
    fn what_a_later_version_wrote_is_not_thrown_away_by_this_one() {
        let folder = tempfile::tempdir().unwrap();
        for (value, doubts) in [
            (Value::from("nuovo"), vec![Doubt::HashDiffers]),
            (Value::from(""), vec![]),
        ] {
            let path = folder.path().join("new.ordito");
            by_another_version(&path, |json| {
                edited(json, |fields| {
                    drop(fields.insert("novelty".to_owned(), value.clone()));
                })
            });
            let (working, loaded) = Working::open(&path).unwrap();
            assert_eq!(loaded.doubts, doubts, "{value}");
            drop(working);
            std::fs::remove_file(&path).unwrap();
        }
    }
}
