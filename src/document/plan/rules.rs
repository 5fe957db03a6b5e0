//! What planning asks of each table: what a record is called, what must hold of it, and what is left of it where
//! something it names goes. `breaches`, deletions and merges ask it of every table of `model::tables!`.

use super::whole::Search;
use super::{Draft, Planned, put, there};
use crate::Refusal;
use ordito_model::{Contents, Key as _, Patch, Record, Row, StepLabel, Table, tables};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

/// The rules of a table.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is in the list of tables and nobody says what its rules are",
    label = "no `impl Rules for {Self}`",
    note = "write it in a file of its own in src/document/plan, and name that file in src/document/plan/mod.rs"
)]
pub trait Rules: Row {
    /// The tables whose records it names and can lose; `without` says what is left then.
    const NAMES: &'static [Table] = &[];

    /// What people call it: in the history, and in what `check` finds.
    fn called(&self, key: &Self::Key, contents: &Contents) -> String;

    /// What must hold of one record, whatever the others of its table are.
    ///
    /// # Errors
    /// With the rule that it breaks.
    fn check(&self, key: &Self::Key, contents: &Contents) -> Result<(), Refusal>;

    /// What is left of it where something it names is gone: less of it, or nothing because it goes too.
    fn without(&self, _key: &Self::Key, _standing: &Standing<'_>) -> Option<Self> {
        Some(self.clone())
    }

    /// Holds the whole table against its rules, and notes what breaks them.
    fn search(search: &mut Search<'_>) {
        search.each::<Self>(|_, _| Ok(()));
    }
}

/// A table whose records are put and deleted whole, by `Edit::put` and `Edit::delete`.
#[diagnostic::on_unimplemented(
    message = "records of `{Self}` are not put and deleted whole",
    note = "they have edits of their own in src/document/edit.rs; or, if `Rules` are all they need, write `impl Whole for \
            {Self} {{}}` beside them"
)]
pub trait Whole: Rules {
    /// Adds a record, or changes the one that has this key.
    ///
    /// # Errors
    /// With the rule that forbids it.
    fn put(contents: &Contents, key: Self::Key, value: &Self) -> Planned {
        value.check(&key, contents)?;
        Ok(put(
            contents,
            key,
            value.clone(),
            &value.called(&key, contents),
        ))
    }
    /// Deletes a record that is there. What names it is not its care.
    ///
    /// # Errors
    /// With the rule that forbids it.
    fn delete(contents: &Contents, key: Self::Key) -> Planned {
        let name = there::<Self>(contents, key)?.called(&key, contents);
        let mut draft = Draft::new(contents);
        draft.set::<Self>(key, None);
        Ok((
            draft.patch,
            StepLabel::Deleted {
                subject: Self::TABLE.into(),
                name,
            },
        ))
    }
}

/// A record put or deleted whole, of whatever table.
pub trait WholeRecord: Debug + Send + Sync {
    /// # Errors
    /// With the rule that forbids it.
    fn plan(&self, contents: &Contents) -> Planned;
    /// The record; without what was before.
    fn record(&self) -> Record;
}
/// A key with the record it is to have, or none.
#[derive(Debug)]
pub struct Put<R: Row>(pub R::Key, pub Option<R>);
impl<R: Whole> WholeRecord for Put<R> {
    fn plan(&self, contents: &Contents) -> Planned {
        match &self.1 {
            Some(value) => R::put(contents, self.0, value),
            None => R::delete(contents, self.0),
        }
    }
    fn record(&self) -> Record {
        R::record(ordito_model::Change {
            key: self.0,
            before: None,
            after: self.1.clone(),
        })
    }
}

/// Something done with each table in turn, by its rules.
pub trait EachRuled {
    fn table<R: Rules>(&mut self);
}
macro_rules! each_ruled {
    ($(
        $word:literal $field:ident: $table:ident by $key:ident, $held:ident $(, called $subject:ident $called:literal)?
    );+ $(;)?) => {
        /// Calls `each` for every table, in their order.
        pub fn each_ruled(each: &mut impl EachRuled) {
            $(each.table::<ordito_model::$table>();)+
        }
    };
}
tables!(each_ruled);

/// Contents as they will be when a patch has done what it does to the records that others name.
#[derive(Debug)]
pub struct Standing<'a> {
    contents: &'a Contents,
    /// Whether each record that the patch touches is there afterwards.
    touched: BTreeMap<(Table, Vec<u8>), bool>,
}
impl<'a> Standing<'a> {
    /// All that the contents hold.
    pub const fn all(contents: &'a Contents) -> Self {
        Self {
            contents,
            touched: BTreeMap::new(),
        }
    }
    fn after(contents: &'a Contents, patch: &Patch, tables: &BTreeSet<Table>) -> Self {
        let touched = patch
            .records
            .iter()
            .filter(|record| tables.contains(&record.table()));
        let touched =
            touched.map(|record| ((record.table(), record.key_bytes()), !record.is_deletion()));
        Self {
            contents,
            touched: touched.collect(),
        }
    }
    /// Whether a record stands.
    pub fn has<R: Row>(&self, key: R::Key) -> bool {
        let known = if self.touched.is_empty() {
            None
        } else {
            self.touched.get(&(R::TABLE, key.to_bytes()))
        };
        known
            .copied()
            .unwrap_or_else(|| R::of(self.contents).contains_key(&key))
    }
}

/// The patch, and what becomes of the records that name those it deletes.
pub fn with_what_follows(contents: &Contents, mut patch: Patch) -> Patch {
    loop {
        let deleted = patch
            .records
            .iter()
            .filter(|record| record.is_deletion())
            .map(Record::table);
        let tables: BTreeSet<Table> = deleted.collect();
        if tables.is_empty() {
            return patch;
        }
        let standing = Standing::after(contents, &patch, &named_among(&tables));
        let mut follow = Follow {
            contents,
            standing,
            tables: &tables,
            patch: &patch,
            more: Patch::default(),
            again: false,
        };
        each_ruled(&mut follow);
        let Follow { more, again, .. } = follow;
        if more.is_empty() {
            return patch;
        }
        if again {
            patch = patch.followed_by(more);
        } else {
            patch.records.extend(more.records);
        }
    }
}

/// Those of the tables whose records any other names: cells go by the hundred thousand and nobody names them.
fn named_among(tables: &BTreeSet<Table>) -> BTreeSet<Table> {
    struct Named<'a>(&'a BTreeSet<Table>, BTreeSet<Table>);
    impl EachRuled for Named<'_> {
        fn table<R: Rules>(&mut self) {
            self.1
                .extend(R::NAMES.iter().filter(|table| self.0.contains(table)));
        }
    }
    let mut named = Named(tables, BTreeSet::new());
    each_ruled(&mut named);
    named.1
}

struct Follow<'a> {
    contents: &'a Contents,
    standing: Standing<'a>,
    /// Tables of which something goes.
    tables: &'a BTreeSet<Table>,
    patch: &'a Patch,
    more: Patch,
    /// Whether something is changed that the patch changes already.
    again: bool,
}
impl EachRuled for Follow<'_> {
    fn table<R: Rules>(&mut self) {
        if !R::NAMES.iter().any(|table| self.tables.contains(table)) {
            return;
        }
        let changes = self.patch.records.iter().filter_map(R::change);
        let mut now: BTreeMap<R::Key, &R> = R::of(self.contents)
            .iter()
            .map(|(key, row)| (*key, row))
            .collect();
        let mut changed = BTreeSet::new();
        for change in changes {
            changed.insert(change.key);
            match &change.after {
                Some(row) => now.insert(change.key, row),
                None => now.remove(&change.key),
            };
        }
        for (key, row) in now {
            let left = row.without(&key, &self.standing);
            if left.as_ref() != Some(row) {
                self.again |= changed.contains(&key);
                self.more.push(key, Some(row.clone()), left);
            }
        }
    }
}
