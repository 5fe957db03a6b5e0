//! A long table, one line a cell, to the cells of a matrix: as our open data are written, or as people keep lists. Beside
//! the score a line may hold its kind of contribution, confidence, reason, mitigation and sources.

use super::{ImportError, ReadError};
use ordito_document::{AssessmentChange, CellEdit, Edit};
use ordito_ground::text::folded;
use ordito_model::{
    Assessment, AssessmentKey, Assessor, AssessorId, AssessorKind, Axis, CellValue, CellsCause,
    Cited, Contents, Contribution, EntryRefusal, Item, MatrixId, Points, Scale, Source, SourceId,
    StepLabel, check_on_scale, read_entry,
};
use ordito_workbook::Table;
use std::collections::{BTreeSet, HashMap};

/// Where the ids of what is new come from.
pub struct LongIds<'a> {
    pub assessor: &'a mut dyn FnMut(&str) -> AssessorId,
    pub source: &'a mut dyn FnMut(&str) -> SourceId,
}

/// Why a line cannot go in.
#[derive(Debug, Clone, PartialEq)]
pub enum LongWhy {
    /// No row, or no column, of the matrix is called so.
    NoLine(Axis),
    Entry(EntryRefusal),
    /// The state is none of the four.
    State,
    Confidence,
    Contribution,
    /// Another line says the same cell of the same assessor.
    Twice,
    /// A score of something on itself.
    Diagonal,
}

/// A line that cannot go in, by its place in the file, from 1.
#[derive(Debug, Clone, PartialEq)]
pub struct RefusedLine {
    pub row: usize,
    pub column: usize,
    pub text: String,
    pub why: LongWhy,
}

/// What a long table would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LongPreview {
    pub sheet: String,
    pub cells: Vec<CellEdit>,
    /// Assessors and sources that are made.
    pub assessors: Vec<(AssessorId, Assessor)>,
    pub sources: Vec<(SourceId, Source)>,
    pub refused: Vec<RefusedLine>,
    /// Lines that say what is there already.
    pub same: usize,
    /// Lines of other matrices, or of assessors that were not asked for.
    pub elsewhere: usize,
    /// Lines of later rounds of a laboratory: votes come from their laboratory.
    pub rounds: usize,
    /// The rows and the columns that the table speaks of.
    pub rows: BTreeSet<Item>,
    pub columns: BTreeSet<Item>,
}
impl LongPreview {
    /// The one step that takes it in.
    pub fn edit(&self, name: &str) -> Edit {
        let mut edits: Vec<Edit> = Vec::new();
        edits.extend(self.sources.iter().map(|(id, source)| Edit::PutSource {
            id: *id,
            source: source.clone(),
        }));
        let put = |(id, assessor): &(AssessorId, Assessor)| Edit::PutAssessor {
            id: *id,
            assessor: assessor.clone(),
        };
        edits.extend(self.assessors.iter().map(put));
        edits.push(Edit::SetCells {
            cause: CellsCause::Import,
            cells: self.cells.clone(),
        });
        Edit::Together {
            label: StepLabel::Imported {
                name: name.to_owned(),
            },
            edits,
        }
    }
}

const MATRIX: &[&str] = &["matrice", "matrix"];
const ROW_ID: &[&str] = &["politica_id", "riga_id", "policy_id", "row_id"];
const ROW: &[&str] = &[
    "politica_codice",
    "riga_codice",
    "policy",
    "row",
    "from_goal",
    "codice politica",
    "codice riga",
];
const ROW_NAME: &[&str] = &["politica", "riga", "da"];
const COLUMN_ID: &[&str] = &["obiettivo_id", "colonna_id", "goal_id", "column_id"];
const COLUMN: &[&str] = &[
    "obiettivo_codice",
    "colonna_codice",
    "goal",
    "column",
    "to_goal",
    "codice obiettivo",
    "codice colonna",
];
const COLUMN_NAME: &[&str] = &["obiettivo", "colonna", "a"];
const ASSESSOR: &[&str] = &["valutatore", "assessor"];
const ROUND: &[&str] = &["giro", "round"];
const ENTRY: &[&str] = &["valore", "punteggio", "entry", "score", "value"];
const STATE: &[&str] = &["stato", "state"];
const BENEFIT: &[&str] = &["cobeneficio", "co-beneficio", "benefit"];
const TRADEOFF: &[&str] = &["conflitto", "tradeoff", "trade-off"];
const CONTRIBUTION: &[&str] = &["contributo", "contribution"];
const CONFIDENCE: &[&str] = &["confidenza", "confidence"];
const REASON: &[&str] = &["motivazione", "reason"];
const MITIGATION: &[&str] = &["mitigazione", "mitigation"];
const SOURCES: &[&str] = &["fonti", "sources"];

/// Where each field stands.
struct Heads {
    matrix: Option<usize>,
    row: [Option<usize>; 3],
    column: [Option<usize>; 3],
    assessor: Option<usize>,
    round: Option<usize>,
    entry: Option<usize>,
    state: Option<usize>,
    benefit: Option<usize>,
    tradeoff: Option<usize>,
    contribution: Option<usize>,
    confidence: Option<usize>,
    reason: Option<usize>,
    mitigation: Option<usize>,
    sources: Option<usize>,
}
impl Heads {
    /// `None` when the table is no long one: it needs something that names rows, columns and scores.
    fn of(table: &Table) -> Option<Self> {
        let heads: Vec<String> = table
            .rows
            .first()?
            .iter()
            .map(|head| folded(head))
            .collect();
        let find = |names: &[&str]| heads.iter().position(|head| names.contains(&head.as_str()));
        let found = Self {
            matrix: find(MATRIX),
            row: [ROW_ID, ROW, ROW_NAME].map(find),
            column: [COLUMN_ID, COLUMN, COLUMN_NAME].map(find),
            assessor: find(ASSESSOR),
            round: find(ROUND),
            entry: find(ENTRY),
            state: find(STATE),
            benefit: find(BENEFIT),
            tradeoff: find(TRADEOFF),
            contribution: find(CONTRIBUTION),
            confidence: find(CONFIDENCE),
            reason: find(REASON),
            mitigation: find(MITIGATION),
            sources: find(SOURCES),
        };
        let names = |places: &[Option<usize>; 3]| places.iter().any(Option::is_some);
        let scores = found.entry.is_some() || found.state.is_some();
        (names(&found.row) && names(&found.column) && scores).then_some(found)
    }
}

/// Whether a table has one line a cell.
pub fn is_long(table: &Table) -> bool {
    Heads::of(table).is_some()
}

/// The lines of an axis by what a table may call them.
#[expect(clippy::struct_field_names, reason = "they differ in what follows")]
struct Named {
    by_id: HashMap<String, Item>,
    by_code: HashMap<String, Item>,
    by_name: HashMap<String, Item>,
}
impl Named {
    fn of(contents: &Contents, matrix: MatrixId, axis: Axis) -> Self {
        let mut named = Self {
            by_id: HashMap::new(),
            by_code: HashMap::new(),
            by_name: HashMap::new(),
        };
        for (item, _) in contents.lines_of(matrix, axis) {
            let (code, label) = contents.item_label(item);
            let id = match item {
                Item::Policy(id) => id.to_string(),
                Item::Goal(id) => id.to_string(),
            };
            named.by_id.insert(id, item);
            if !code.is_empty() {
                named.by_code.entry(code.to_owned()).or_insert(item);
            }
            for name in [&label.it, &label.en]
                .into_iter()
                .filter(|name| !name.is_empty())
            {
                named.by_name.entry(folded(name)).or_insert(item);
            }
        }
        named
    }
    /// By id, code and name, in this order; what is empty says nothing.
    fn find(&self, [id, code, name]: [&str; 3]) -> Option<Item> {
        let code_or_name = |text: &str| {
            self.by_code
                .get(text)
                .or_else(|| self.by_name.get(&folded(text)))
                .copied()
        };
        let said = |text: &str| !text.is_empty();
        (self.by_id.get(id).copied())
            .or_else(|| said(code).then(|| code_or_name(code)).flatten())
            .or_else(|| {
                (said(name) && !said(code))
                    .then(|| code_or_name(name))
                    .flatten()
            })
    }
}

/// Reads a long table against a matrix. `only` is whose lines are wanted; a table without assessors is all of theirs.
///
/// # Errors
/// When it is no long table, or the matrix or its scale is gone.
pub fn preview_long(
    contents: &Contents,
    matrix: MatrixId,
    only: Option<AssessorId>,
    table: &Table,
    ids: &mut LongIds<'_>,
) -> Result<LongPreview, ImportError> {
    let heads = Heads::of(table).ok_or(ReadError::Empty)?;
    let record = contents.matrices.get(&matrix).ok_or(ReadError::Empty)?;
    let scale = contents.scales.get(&record.scale).ok_or(ReadError::Empty)?;
    let mut reading = Reading {
        contents,
        matrix,
        only,
        scale,
        // Other names than the document's mean other matrices only where several are told apart.
        name: folded(&record.name),
        several: several(table, &heads),
        rows: Named::of(contents, matrix, Axis::Rows),
        columns: Named::of(contents, matrix, Axis::Columns),
        table,
        heads,
        seen: BTreeSet::new(),
        found: LongPreview {
            sheet: table.sheet.clone(),
            ..LongPreview::default()
        },
    };
    for line in 1..table.rows.len() {
        if let Err((column, why)) = reading.line(line, ids) {
            let text = table.field(line, column).to_owned();
            let (row, column) = (
                line + table.origin.0 + 1,
                column.unwrap_or(0) + table.origin.1 + 1,
            );
            reading.found.refused.push(RefusedLine {
                row,
                column,
                text,
                why,
            });
        }
    }
    Ok(reading.found)
}

fn several(table: &Table, heads: &Heads) -> bool {
    let Some(at) = heads.matrix else { return false };
    let mut names: Vec<&str> = (1..table.rows.len())
        .map(|line| table.cell(line, at).trim())
        .collect();
    names.sort_unstable();
    names.dedup();
    names.iter().filter(|name| !name.is_empty()).count() > 1
}

struct Reading<'a> {
    contents: &'a Contents,
    matrix: MatrixId,
    only: Option<AssessorId>,
    scale: &'a Scale,
    name: String,
    several: bool,
    rows: Named,
    columns: Named,
    table: &'a Table,
    heads: Heads,
    seen: BTreeSet<AssessmentKey>,
    found: LongPreview,
}

type Refusal = (Option<usize>, LongWhy);

impl Reading<'_> {
    fn field(&self, line: usize, at: Option<usize>) -> &str {
        self.table.field(line, at)
    }

    fn line(&mut self, line: usize, ids: &mut LongIds<'_>) -> Result<(), Refusal> {
        if self
            .table
            .rows
            .get(line)
            .is_none_or(|cells| cells.iter().all(|cell| cell.trim().is_empty()))
        {
            return Ok(());
        }
        if self.several && folded(self.field(line, self.heads.matrix)) != self.name {
            self.found.elsewhere += 1;
            return Ok(());
        }
        if !matches!(self.field(line, self.heads.round), "" | "0") {
            self.found.rounds += 1;
            return Ok(());
        }
        let Some(assessor) = self.assessor(line, ids) else {
            self.found.elsewhere += 1;
            return Ok(());
        };
        let row = self.item(line, Axis::Rows)?;
        let column = self.item(line, Axis::Columns)?;
        let value = self.value(line)?;
        if row == column {
            let said = matches!(value, CellValue::Scored { benefit, tradeoff } if benefit.0 != 0 || tradeoff.0 != 0);
            return if said {
                Err((self.heads.entry, LongWhy::Diagonal))
            } else {
                Ok(())
            };
        }
        let change = self.change(line, value, ids)?;
        let key = AssessmentKey {
            matrix: self.matrix,
            assessor,
            round: 0,
            row,
            column,
        };
        if !self.seen.insert(key) {
            return Err((
                self.heads.column.iter().copied().flatten().next(),
                LongWhy::Twice,
            ));
        }
        self.found.rows.insert(row);
        self.found.columns.insert(column);
        let nothing = Assessment::default();
        let there = self.contents.assessments.get(&key).unwrap_or(&nothing);
        if says(there, &change) {
            self.found.same += usize::from(!there.is_empty());
        } else {
            self.found.cells.push(CellEdit { key, change });
        }
        Ok(())
    }

    fn item(&self, line: usize, axis: Axis) -> Result<Item, Refusal> {
        let (named, places) = match axis {
            Axis::Rows => (&self.rows, self.heads.row),
            Axis::Columns => (&self.columns, self.heads.column),
        };
        let told = [1, 2, 0]
            .into_iter()
            .find_map(|place| places.get(place).copied().flatten());
        named
            .find(places.map(|at| self.field(line, at)))
            .ok_or((told, LongWhy::NoLine(axis)))
    }

    /// Who says it; `None` when it is somebody whose lines are not wanted.
    fn assessor(&mut self, line: usize, ids: &mut LongIds<'_>) -> Option<AssessorId> {
        let name = self.field(line, self.heads.assessor).to_owned();
        if name.is_empty() {
            return Some(self.only.unwrap_or(AssessorId::AGREED));
        }
        let wanted = folded(&name);
        let there = self
            .contents
            .assessors
            .iter()
            .map(|(id, assessor)| (*id, assessor));
        let made = self
            .found
            .assessors
            .iter()
            .map(|(id, assessor)| (*id, assessor));
        let known = there
            .chain(made)
            .find(|(_, assessor)| folded(&assessor.name) == wanted)
            .map(|(id, _)| id);
        let agreed = ["consenso", "agreed", "consensus"]
            .contains(&wanted.as_str())
            .then_some(AssessorId::AGREED);
        let id = known.or(agreed);
        if let Some(only) = self.only {
            return id.filter(|id| *id == only);
        }
        Some(id.unwrap_or_else(|| {
            let id = (ids.assessor)(&name);
            let position = self
                .contents
                .assessors
                .values()
                .map(|each| each.position + 1)
                .max()
                .unwrap_or(1)
                + self.found.assessors.len() as i64;
            let assessor = Assessor {
                name,
                kind: AssessorKind::Office,
                note: String::new(),
                position,
            };
            self.found.assessors.push((id, assessor));
            id
        }))
    }

    fn value(&self, line: usize) -> Result<CellValue, Refusal> {
        let at = self.heads.entry;
        if at.is_some() {
            return read_entry(self.field(line, at), self.scale)
                .map_err(|why| (at, LongWhy::Entry(why)));
        }
        let at = self.heads.state;
        match self.field(line, at) {
            "unscored" | "" => Ok(CellValue::Unscored),
            "not_applicable" => Ok(CellValue::NotApplicable),
            "dont_know" => Ok(CellValue::DontKnow),
            "scored" => {
                let (benefit, tradeoff) = (
                    self.points(line, self.heads.benefit)?,
                    self.points(line, self.heads.tradeoff)?,
                );
                let value = CellValue::Scored { benefit, tradeoff };
                check_on_scale(value, self.scale)
                    .map_err(|why| (self.heads.benefit, LongWhy::Entry(why)))?;
                Ok(value)
            }
            _ => Err((at, LongWhy::State)),
        }
    }

    fn points(&self, line: usize, at: Option<usize>) -> Result<Points, Refusal> {
        let text = self.field(line, at);
        let number: Option<f64> = if text.is_empty() {
            Some(0.0)
        } else {
            text.replace(',', ".").replace('−', "-").parse().ok()
        };
        let points = number.and_then(|number| Points::try_from(number).ok());
        points.ok_or_else(|| {
            (
                at,
                LongWhy::Entry(EntryRefusal::NotUnderstood {
                    entry: text.to_owned(),
                }),
            )
        })
    }

    /// What a line says beside who and where; parts without a column stay as they are.
    fn change(
        &mut self,
        line: usize,
        value: CellValue,
        ids: &mut LongIds<'_>,
    ) -> Result<AssessmentChange, Refusal> {
        let text = |at: Option<usize>| at.map(|_| self.field(line, at).to_owned());
        let (reason, mitigation) = (text(self.heads.reason), text(self.heads.mitigation));
        let at = self.heads.confidence;
        let confidence = match self.field(line, at) {
            "" => None,
            text => match text.parse::<u8>() {
                Ok(confidence) if (1..=5).contains(&confidence) => Some(confidence),
                _ => return Err((at, LongWhy::Confidence)),
            },
        };
        let at = self.heads.contribution;
        let contribution = match folded(self.field(line, at)).as_str() {
            "" => None,
            "direct" | "diretto" | "diretta" => Some(Contribution::Direct),
            "indirect" | "indiretto" | "indiretta" => Some(Contribution::Indirect),
            _ => return Err((at, LongWhy::Contribution)),
        };
        let at = self.heads.sources;
        let named: Vec<String> = self
            .field(line, at)
            .split('|')
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
            .collect();
        let sources = at.map(|_| named.iter().map(|text| self.cited(text, ids)).collect());
        Ok(AssessmentChange {
            value: Some(value),
            contribution: self.heads.contribution.map(|_| contribution),
            confidence: self.heads.confidence.map(|_| confidence),
            reason,
            mitigation,
            sources,
        })
    }

    /// A source by its key or citation, with a page behind it or not; what nobody knows becomes a source of these words.
    fn cited(&mut self, text: &str, ids: &mut LongIds<'_>) -> Cited {
        let known = |text: &str| {
            let there = self
                .contents
                .sources
                .iter()
                .map(|(id, source)| (*id, source));
            let made = self.found.sources.iter().map(|(id, source)| (*id, source));
            let is = |source: &Source| {
                (!source.key.is_empty() && source.key == text) || source.citation == text
            };
            there
                .chain(made)
                .find(|(_, source)| is(source))
                .map(|(id, _)| id)
        };
        if let Some(source) = known(text) {
            return Cited {
                source,
                page: String::new(),
            };
        }
        if let Some((source, page)) = text.rsplit_once(", p. ")
            && let Some(source) = known(source.trim())
        {
            return Cited {
                source,
                page: page.trim().to_owned(),
            };
        }
        let id = (ids.source)(text);
        let source = Source {
            citation: text.to_owned(),
            ..Source::default()
        };
        self.found.sources.push((id, source));
        Cited {
            source: id,
            page: String::new(),
        }
    }
}

/// Whether a cell says already what a change would make of it.
fn says(cell: &Assessment, change: &AssessmentChange) -> bool {
    fn is<T: PartialEq>(wanted: Option<&T>, there: &T) -> bool {
        wanted.is_none_or(|wanted| wanted == there)
    }
    is(change.value.as_ref(), &cell.value)
        && is(change.contribution.as_ref(), &cell.contribution)
        && is(change.confidence.as_ref(), &cell.confidence)
        && is(change.reason.as_ref(), &cell.reason)
        && is(change.mitigation.as_ref(), &cell.mitigation)
        && is(change.sources.as_ref(), &cell.sources)
}
