//! `merge`: copies of one document that were filled apart.

use super::document::{close, open};
use super::{Outcome, Refused, Setting, out, out_json, refused};
use crate::disk::file_name;
use crate::document::{
    Aside, By, Clash, Edit, Family, GatherError, Joined, Proposal, RecordKey, Rule, Wish, gather,
    join, proposals, with_one_id,
};
use crate::jobs::Progress;
use crate::model::{Contents, MergeNote, Patch, Record, Subject, Table};
use crate::said::Said as _;
use crate::words::messages::MergeTakenOf;
use crate::words::{Say as _, say_item};
use crate::workspace::{clash_name, kind_says, proposal_says, record_says, version_says};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What `merge` was asked for.
///
/// As JSON: copies (files); taken (table, new, changed, gone: records of the outcome against the first copy); clashes
/// (kind: changed, combined, deleted, homeless; table; key; name; matrix, row, column, assessor for cells; fields;
/// versions, what stands first: copy from 1, file, by, at in ms since 1970, record; outcome); proposals (table, by,
/// one, other, confirmed); written.
#[derive(Debug, clap::Args)]
pub struct Merge {
    /// The copy whose history goes on
    pub mine: PathBuf,
    /// The other copies
    #[arg(required = true)]
    pub theirs: Vec<PathBuf>,
    /// The document to write: the first copy's history and one step that merges, which can be undone
    #[arg(long, required_unless_present = "dry_run")]
    pub to: Option<PathBuf>,
    /// What stands where several changed the same: later (what was written last), mine (the first copy), theirs
    #[arg(long, default_value = "later", value_parser = ["later", "mine", "theirs"])]
    pub rule: String,
    /// What was added to several copies is one thing: with the same code, with the same code or name, or none of it
    #[arg(long = "match", value_parser = ["none", "code", "name"])]
    pub matching: Option<String>,
    /// Decisions one by one, whatever the rule says: a JSON list of {"table", "key", "copy"} as the report has them
    #[arg(long, value_name = "FILE")]
    pub decide: Option<PathBuf>,
    /// Say what would come of it, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The report as JSON: copies, taken (table, new, changed, gone), clashes (kind, table, key, name, matrix, row,
    /// column, assessor, fields, versions with copy, file, by, at, record, and outcome), proposals, written
    #[arg(long)]
    pub json: bool,
}

pub fn merge(setting: &Setting, asked: &Merge) -> Result<Outcome, Refused> {
    let files: Vec<&PathBuf> = std::iter::once(&asked.mine).chain(&asked.theirs).collect();
    let opened = copies(setting, &files)?;
    let documents: Vec<_> = opened
        .iter()
        .map(|(file, aside)| (name_of(file), aside.document()))
        .collect();
    let (family, taken) =
        gather(&documents).map_err(|error| not_gathered(setting, &files, &error))?;
    let found = proposals(&family);
    let confirmed = asked.confirmed(setting, &found)?;
    let damaged = |bad: crate::model::BadRecord| {
        setting.storage(
            &asked.mine,
            &crate::storage::StorageError::Damaged {
                detail: bad.to_string(),
            },
        )
    };
    let wish = asked.wish(setting, files.len())?;
    let one = with_one_id(&family, &confirmed).map_err(damaged)?;
    let Some(joined) = join(&one, &wish, &Progress::unwatched()).map_err(damaged)? else {
        return Ok(Outcome::Done);
    };
    let first = documents
        .first()
        .map(|(_, document)| document.snapshot())
        .unwrap_or_default();
    let patch = first.difference(&joined.contents);
    let to = asked.to.as_deref().filter(|_| !asked.dry_run);
    let changes = !patch.is_empty();
    if let Some(to) = to {
        let note = MergeNote {
            copies: taken,
            set_aside: joined.set_aside(&one),
        };
        let edit = Edit::Join {
            note,
            contents: Arc::new(joined.contents.clone()),
        };
        write(setting, &asked.mine, to, &edit)?;
    }
    let report = Report {
        family: &one,
        joined: &joined,
        patch: &patch,
        found: &found,
        confirmed: &confirmed,
    };
    if asked.json {
        out_json(&report.json(setting, &files, to));
    } else {
        report.print(setting);
        let key = match to {
            None => "cli-merge-dry",
            Some(_) if changes => "cli-merge-written",
            Some(_) => "cli-merge-same",
        };
        let file = to.map_or_else(String::new, |to| to.display().to_string());
        out(&setting.words.say_with(key, &[("file", file.into())]));
    }
    Ok(Outcome::Done)
}

impl Merge {
    /// Which of the proposals are one thing; where there are some, somebody has to have said so or not.
    fn confirmed(&self, setting: &Setting, found: &[Proposal]) -> Result<Vec<Proposal>, Refused> {
        if self.matching.is_none() && !found.is_empty() && !self.dry_run {
            let why = setting.words.cli_merge_match(found.len());
            return Err(refused(&self.mine, &why));
        }
        let confirmed = found
            .iter()
            .filter(|proposal| match self.matching.as_deref() {
                Some("code") => proposal.by == By::Code,
                Some("name") => true,
                _ => false,
            });
        Ok(confirmed.cloned().collect())
    }
    /// What stands where several copies changed the same.
    fn wish(&self, setting: &Setting, copies: usize) -> Result<Wish, Refused> {
        let rule = match self.rule.as_str() {
            "mine" => Rule::Mine,
            "theirs" => Rule::Theirs,
            _ => Rule::Later,
        };
        let decided = match &self.decide {
            Some(file) => decisions(setting, file, copies)?,
            None => BTreeMap::new(),
        };
        Ok(Wish { rule, decided })
    }
}

/// Each copy, opened to read; one that is doubted is not taken in.
fn copies(setting: &Setting, files: &[&PathBuf]) -> Result<Vec<(PathBuf, Aside)>, Refused> {
    let open = |file: &&PathBuf| {
        let aside =
            Aside::open(file, &setting.data).map_err(|error| setting.storage(file, &error))?;
        if !aside.document().doubts().is_empty() {
            return Err(refused(file, &setting.words.cli_merge_doubts()));
        }
        Ok(((*file).clone(), aside))
    };
    files.iter().map(open).collect()
}

fn not_gathered(setting: &Setting, files: &[&PathBuf], error: &GatherError) -> Refused {
    let file = |place: usize| {
        files
            .get(place)
            .map_or(Path::new(""), |file| file.as_path())
    };
    let mine = file(0);
    match error {
        GatherError::AnotherDocument(place) => {
            let why = setting
                .words
                .cli_merge_other_document(mine.display().to_string());
            refused(file(*place), &why)
        }
        GatherError::Storage(error) => setting.storage(mine, error),
    }
}

fn name_of(file: &Path) -> String {
    file_name(file)
}

/// Writes the first copy with one step more; into itself where that is asked.
fn write(setting: &Setting, mine: &Path, to: &Path, edit: &Edit) -> Result<(), Refused> {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    let same = real(mine).is_some() && real(mine) == real(to);
    if !same {
        let kept = setting.read(mine)?;
        let saved = kept.save_with(to, edit, &setting.stamp(), setting.force);
        return saved.map_err(|error| setting.keep(to, &error));
    }
    let mut kept = open(setting, to)?;
    let applied = kept.document_mut().apply(edit, &setting.stamp());
    applied.map_err(|error| refused(to, &error.say(&setting.words)))?;
    close(setting, to, kept)
}

/// Decisions about as many records as a document can have are shorter.
const MOST_BYTES: u64 = 256 << 20;

#[derive(serde::Deserialize)]
struct Decision {
    table: String,
    key: String,
    copy: usize,
}

fn decisions(
    setting: &Setting,
    file: &Path,
    copies: usize,
) -> Result<BTreeMap<RecordKey, usize>, Refused> {
    let wrong = |why: String| refused(file, &setting.words.cli_merge_decide(why));
    let text =
        crate::disk::read_text(file, MOST_BYTES).map_err(|error| wrong(error.to_string()))?;
    let list: Vec<Decision> =
        serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
    let mut decided = BTreeMap::new();
    for each in list {
        let table = Table::ALL
            .iter()
            .copied()
            .find(|table| Subject::from(*table).word() == each.table);
        let table = table.ok_or_else(|| wrong(format!("table {}", each.table)))?;
        let key = bytes(&each.key).ok_or_else(|| wrong(format!("key {}", each.key)))?;
        let copy = each.copy.checked_sub(1).filter(|copy| *copy < copies);
        decided.insert(
            (table, key),
            copy.ok_or_else(|| wrong(format!("copy {}", each.copy)))?,
        );
    }
    Ok(decided)
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = hex
        .chars()
        .map(|c| c.to_digit(16).map(|digit| digit as u8))
        .collect::<Option<_>>()?;
    digits
        .chunks(2)
        .map(|pair| Some(pair.first()? * 16 + pair.get(1)?))
        .collect()
}

struct Report<'a> {
    family: &'a Family,
    joined: &'a Joined,
    patch: &'a Patch,
    found: &'a [Proposal],
    confirmed: &'a [Proposal],
}

impl Report<'_> {
    /// For each table how many records are new, changed and gone against the first copy.
    fn taken(&self) -> BTreeMap<Table, [usize; 3]> {
        let mut taken: BTreeMap<Table, [usize; 3]> = BTreeMap::new();
        for record in &self.patch.records {
            let [new, changed, gone] = taken.entry(record.table()).or_default();
            match (
                record.before_json().is_some(),
                record.after_json().is_some(),
            ) {
                (false, _) => *new += 1,
                (true, true) => *changed += 1,
                (true, false) => *gone += 1,
            }
        }
        taken
    }

    fn print(&self, setting: &Setting) {
        let words = &setting.words;
        out(&words.merge_taken(self.patch.records.len()));
        for (table, [new, changed, gone]) in self.taken() {
            let what = Subject::from(table).say(words);
            out(&format!(
                "  {}",
                words.merge_taken_of(MergeTakenOf {
                    changed,
                    gone,
                    new,
                    what: &what
                })
            ));
        }
        if !self.found.is_empty() {
            out(&words.merge_proposals(self.found.len()));
            for proposal in self.found {
                out(&format!("  {}", proposal_says(proposal, words)));
            }
        }
        out(&words.merge_clashes(self.joined.clashes.len()));
        for clash in &self.joined.clashes {
            let name = clash_name(clash, self.family, &self.joined.contents, words);
            out(&format!("  {name}: {}", kind_says(clash.kind, words)));
            for version in &clash.versions {
                out(&format!(
                    "    {}",
                    version_says(version, clash, self.family, words)
                ));
            }
            let what = match clash.outcome.after_json() {
                None => words.merge_nothing_left(),
                Some(_) => record_says(&clash.outcome, &clash.fields, words),
            };
            out(&format!("    {}", words.merge_outcome(what)));
        }
    }

    fn json(&self, setting: &Setting, files: &[&PathBuf], written: Option<&Path>) -> Value {
        let file = |copy: usize| files.get(copy).map(|file| file.display().to_string());
        let taken: Vec<Value> = self
            .taken()
            .into_iter()
            .map(|(table, [new, changed, gone])| {
                json!({ "table": Subject::from(table).word(), "new": new, "changed": changed, "gone": gone })
            })
            .collect();
        let clash = |clash: &Clash| {
            let versions: Vec<Value> = clash
                .versions
                .iter()
                .map(|version| {
                    json!({
                        "copy": version.copy + 1, "file": file(version.copy), "by": version.by, "at": version.at.0,
                        "record": parsed(&version.record),
                    })
                })
                .collect();
            let mut said = json!({
                "kind": clash.kind.word(), "table": Subject::from(clash.key.0).word(), "key": hex(&clash.key.1),
                "name": clash_name(clash, self.family, &self.joined.contents, &setting.words),
                "fields": clash.fields, "versions": versions, "outcome": parsed(&clash.outcome),
            });
            let home = clash
                .versions
                .first()
                .and_then(|version| self.family.copies.get(version.copy));
            if let (Record::Assessment(change), Some(home), Some(said)) =
                (&clash.outcome, home, said.as_object_mut())
            {
                let contents: &Contents = &home.contents;
                let key = &change.key;
                let code_or_name = |item| say_item(item, contents, &setting.words);
                said.insert(
                    "matrix".to_owned(),
                    contents
                        .matrices
                        .get(&key.matrix)
                        .map(|m| m.name.as_str())
                        .into(),
                );
                said.insert("row".to_owned(), code_or_name(key.row).into());
                said.insert("column".to_owned(), code_or_name(key.column).into());
                said.insert(
                    "assessor".to_owned(),
                    contents
                        .assessors
                        .get(&key.assessor)
                        .map(|who| who.name.as_str())
                        .into(),
                );
            }
            said
        };
        let proposed = |proposal: &Proposal| {
            json!({
                "table": Subject::from(proposal.table).word(),
                "by": if proposal.by == By::Code { "code" } else { "name" },
                "one": proposal.names.first(), "other": proposal.names.last(),
                "confirmed": self.confirmed.contains(proposal),
            })
        };
        json!({
            "copies": files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>(),
            "taken": taken,
            "clashes": self.joined.clashes.iter().map(clash).collect::<Vec<_>>(),
            "proposals": self.found.iter().map(proposed).collect::<Vec<_>>(),
            "written": written.map(|to| to.display().to_string()),
        })
    }
}

fn parsed(record: &Record) -> Value {
    // What is gone is null.
    record
        .after_json()
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or(Value::Null)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
