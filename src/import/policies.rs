//! Policies from a table: one policy a line, columns named in Italian or English or by a person, parents and variants by
//! code or name. What a field holds that cannot be read stays out, never its line.

use super::amount::euro_of;
use super::columns::{PolicyField, read_kind, read_level, read_wording};
use super::heads::{Heads, heads};
use super::list::read_list;
use super::{Edge, ImportError, read_euro, read_month};
use ordito_document::Edit;
use ordito_ground::text::folded;
use ordito_model::{Actor, ActorId, Contents, Policy, PolicyId, StepLabel, Wording, YearMonth};
use ordito_workbook::Place;
use ordito_workbook::Table;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Why a field of a line stays out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldProblem {
    /// Not one of the words of the field.
    Word,
    Month,
    Amount,
    /// No policy is called so, in the table or in the document.
    NotThere,
    /// Several are called so.
    Several,
    /// A policy would be part of itself, or a variant of itself.
    Itself,
    EndsBefore,
}

/// A cell of the table that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedField {
    pub place: Place,
    pub field: PolicyField,
    pub text: String,
    pub why: FieldProblem,
}

/// A line whose code another line of the table has already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    /// Rows of the file, from 1: of this line and of the first with the code.
    pub row: usize,
    pub first: usize,
    pub code: String,
    pub name: String,
}

/// A line that the document has already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThereAlready {
    pub row: usize,
    /// Its code, or its name where it has none.
    pub code: String,
    /// What the document calls it, where that is something else.
    pub other_name: Option<String>,
}

/// What is done with lines whose code an earlier line has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SameCode {
    /// They stay out until a person says something.
    #[default]
    Ask,
    /// They come in without a code.
    WithoutCode,
    LeaveOut,
}

/// A column of the table and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnUse {
    /// In the table, from 0.
    pub at: usize,
    /// In the file, from 1.
    pub column: usize,
    pub heading: String,
    pub field: Option<PolicyField>,
    pub how: ColumnHow,
    /// Filled cells below the heading.
    pub filled: usize,
    /// The first of them.
    pub example: String,
}

/// Why a column is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnHow {
    Heading,
    /// There is no heading: by what its cells hold.
    Guessed,
    Chosen,
    /// Nothing is called so.
    Unknown,
    /// An earlier column is the same field.
    Double,
}

/// What a person says about a list.
#[derive(Debug, Clone, Default)]
pub struct PolicyChoices {
    /// What a column is, by its place in the table; `None` leaves it out.
    pub columns: BTreeMap<usize, Option<PolicyField>>,
    /// Whether a row gives the names of the columns; found out when nobody says.
    pub headed: Option<bool>,
    pub same_code: SameCode,
}

/// What an import of policies would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PoliciesPreview {
    /// Whether a row gives the names of the columns.
    pub headed: bool,
    pub columns: Vec<ColumnUse>,
    pub actors: Vec<(ActorId, Actor)>,
    /// Parents before children.
    pub policies: Vec<(PolicyId, Policy)>,
    /// Variants of policies that come later among them.
    variants: Vec<(PolicyId, PolicyId)>,
    /// Fields left out.
    pub refused: Vec<RefusedField>,
    /// Rows of the file without a name, from 1; they stay out.
    pub nameless: Vec<usize>,
    pub repeated: Vec<Repeated>,
    pub there_already: Vec<ThereAlready>,
    /// What stands above the headings.
    pub outside: Vec<(Place, String)>,
}

impl PoliciesPreview {
    /// Whether a column gives names: without one nothing comes in.
    pub fn has_names(&self) -> bool {
        self.columns
            .iter()
            .any(|column| column.field == Some(PolicyField::Name))
    }
    /// Whether a person has to say something before it is clear what comes in.
    pub fn asks(&self, choices: &PolicyChoices) -> bool {
        !self.has_names() || (choices.same_code == SameCode::Ask && !self.repeated.is_empty())
    }
    pub fn edits(&self) -> Vec<Edit> {
        let actors = self.actors.iter().map(|(id, actor)| Edit::PutActor {
            id: *id,
            actor: actor.clone(),
        });
        let mut edits: Vec<Edit> = actors
            .chain([Edit::AddPolicies(self.policies.clone())])
            .collect();
        for (id, other) in &self.variants {
            if let Some((_, policy)) = self.policies.iter().find(|(each, _)| each == id) {
                let policy = Policy {
                    variant_of: Some(*other),
                    ..policy.clone()
                };
                edits.push(Edit::ChangePolicy { id: *id, policy });
            }
        }
        edits
    }
    /// The one step that takes them in.
    pub fn edit(&self, name: &str) -> Edit {
        Edit::Together {
            label: StepLabel::Imported {
                name: name.to_owned(),
            },
            edits: self.edits(),
        }
    }
}

/// Where new ids come from: random for people's tables, derived for the sample.
pub struct Ids<'a> {
    pub policy: &'a mut dyn FnMut(&str) -> PolicyId,
    pub actor: &'a mut dyn FnMut(&str) -> ActorId,
}

/// Reads policies from a table that names its columns.
///
/// # Errors
/// When there is no column for names.
pub fn preview_policies(
    contents: &Contents,
    table: &Table,
    ids: &mut Ids<'_>,
) -> Result<PoliciesPreview, ImportError> {
    let preview = preview_policies_as(contents, table, &PolicyChoices::default(), ids);
    if preview.headed && preview.has_names() {
        return Ok(preview);
    }
    let known = preview
        .columns
        .iter()
        .map(|column| column.heading.clone())
        .filter(|heading| !heading.is_empty());
    Err(ImportError::NoNames {
        known: known.collect(),
    })
}

/// Reads policies from a table, with what a person says of its columns.
pub fn preview_policies_as(
    contents: &Contents,
    table: &Table,
    choices: &PolicyChoices,
    ids: &mut Ids<'_>,
) -> PoliciesPreview {
    let Heads { row, columns } = heads(table, choices);
    let places = columns
        .iter()
        .filter_map(|column| Some((column.field?, column.at)))
        .collect();
    let first = row.map_or(0, |row| row + 1);
    let preview = PoliciesPreview {
        headed: row.is_some(),
        columns,
        outside: outside(table, row),
        ..PoliciesPreview::default()
    };
    let mut reader = Reader {
        table,
        places,
        preview,
        called: Called::default(),
        actors: HashMap::new(),
    };
    if !reader.preview.has_names() {
        return reader.preview;
    }
    reader.actors = contents
        .actors
        .iter()
        .rev()
        .map(|(id, actor)| (folded(&actor.name), *id))
        .collect();
    let lines = reader.lines(contents, choices, first, ids);
    for line in &lines {
        reader
            .called
            .add(line.id, Source::Table, &line.own_id, &line.code, &line.name);
    }
    for (id, policy) in &contents.policies {
        reader.called.add(
            *id,
            Source::Document,
            &id.to_string(),
            &policy.code,
            &policy.name,
        );
    }
    let mut policies: Vec<(usize, PolicyId, Policy)> = Vec::with_capacity(lines.len());
    for line in lines {
        let policy = reader.policy(&line, ids);
        policies.push((line.at, line.id, policy));
    }
    reader.in_order(policies);
    reader.preview
}

/// Filled cells above the row of headings.
fn outside(table: &Table, heads: Option<usize>) -> Vec<(Place, String)> {
    let mut list = Vec::new();
    for (row, cells) in table.rows.iter().enumerate().take(heads.unwrap_or(0)) {
        for (column, text) in cells
            .iter()
            .enumerate()
            .filter(|(_, text)| !text.trim().is_empty())
        {
            list.push((table.place(row, column), text.trim().to_owned()));
        }
    }
    list
}

/// A line that comes in.
struct Line {
    /// In the table, from 0.
    at: usize,
    id: PolicyId,
    own_id: String,
    code: String,
    name: String,
}

/// Where a policy is from: those of the table are meant first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Table,
    Document,
}

/// What policies are called, the surest first: id, code, name, then the same folded.
#[derive(Default)]
struct Called {
    exact: [HashMap<String, Vec<(Source, PolicyId)>>; 3],
    folded: [HashMap<String, Vec<(Source, PolicyId)>>; 3],
}
impl Called {
    fn add(&mut self, id: PolicyId, source: Source, own_id: &str, code: &str, name: &str) {
        for (names, text) in self.exact.iter_mut().zip([own_id, code, name]) {
            if !text.is_empty() {
                names.entry(text.to_owned()).or_default().push((source, id));
            }
        }
        let both = if code.is_empty() {
            String::new()
        } else {
            format!("{code} {name}")
        };
        for (names, text) in self.folded.iter_mut().zip([code, name, &both]) {
            let text = folded(text);
            if !text.is_empty() {
                names.entry(text).or_default().push((source, id));
            }
        }
    }

    /// The policy of this code or name. `Nome [2]` is the second of those that are called so, as our own lists write it.
    fn find(&self, text: &str) -> Result<PolicyId, FieldProblem> {
        let numbered = || {
            let (name, number) = text.strip_suffix(']')?.rsplit_once(" [")?;
            let at: usize = number.parse().ok()?;
            let found = self.exact.get(2)?.get(name)?;
            found
                .get(at.checked_sub(1)?)
                .filter(|(source, _)| *source == Source::Table)
                .map(|(_, id)| *id)
        };
        let known = self.exact.iter().map(|names| names.get(text));
        if let Some(found) = known.flatten().next() {
            return only(found);
        }
        if let Some(id) = numbered() {
            return Ok(id);
        }
        let wanted = folded(text);
        let known = self.folded.iter().map(|names| names.get(&wanted));
        known
            .flatten()
            .next()
            .map_or(Err(FieldProblem::NotThere), |found| only(found))
    }
}

/// The one that is meant: of the table before the document.
fn only(found: &[(Source, PolicyId)]) -> Result<PolicyId, FieldProblem> {
    let first = found.iter().map(|(source, _)| *source).min();
    let mut of_first = found.iter().filter(|(source, _)| Some(*source) == first);
    match (of_first.next(), of_first.next()) {
        (Some((_, id)), None) => Ok(*id),
        (Some(_), Some(_)) => Err(FieldProblem::Several),
        (None, _) => Err(FieldProblem::NotThere),
    }
}

struct Reader<'a> {
    table: &'a Table,
    places: BTreeMap<PolicyField, usize>,
    preview: PoliciesPreview,
    called: Called,
    /// By name, folded.
    actors: HashMap<String, ActorId>,
}

impl Reader<'_> {
    fn field(&self, line: usize, field: PolicyField) -> &str {
        self.places
            .get(&field)
            .map_or("", |at| self.table.shown(line, *at).trim())
    }

    /// The lines that come in; the others are noted.
    fn lines(
        &mut self,
        contents: &Contents,
        choices: &PolicyChoices,
        first: usize,
        ids: &mut Ids<'_>,
    ) -> Vec<Line> {
        let known: HashMap<&str, &Policy> = contents
            .policies
            .values()
            .filter(|policy| !policy.code.is_empty())
            .map(|policy| (policy.code.as_str(), policy))
            .collect();
        let uncoded: BTreeSet<String> = contents
            .policies
            .values()
            .filter(|policy| policy.code.is_empty())
            .map(|policy| folded(&policy.name))
            .collect();
        let mut codes: HashMap<String, usize> = HashMap::new();
        let mut lines = Vec::new();
        for at in first..self.table.rows.len() {
            let is_filled =
                |cells: &Vec<ecow::EcoString>| cells.iter().any(|cell| !cell.trim().is_empty());
            if !self.table.rows.get(at).is_some_and(is_filled) {
                continue;
            }
            let row = self.table.origin.0 + at + 1;
            let name = self.field(at, PolicyField::Name).to_owned();
            let mut code = self.field(at, PolicyField::Code).to_owned();
            if name.is_empty() {
                self.preview.nameless.push(row);
                continue;
            }
            if let Some(policy) = known.get(code.as_str()) {
                let other_name =
                    (folded(&policy.name) != folded(&name)).then(|| policy.name.clone());
                self.preview.there_already.push(ThereAlready {
                    row,
                    code,
                    other_name,
                });
                continue;
            }
            if code.is_empty() && uncoded.contains(&folded(&name)) {
                self.preview.there_already.push(ThereAlready {
                    row,
                    code: name,
                    other_name: None,
                });
                continue;
            }
            if let Some(first) = codes.get(&code) {
                let repeated = Repeated {
                    row,
                    first: *first,
                    code: code.clone(),
                    name: name.clone(),
                };
                self.preview.repeated.push(repeated);
                if choices.same_code != SameCode::WithoutCode {
                    continue;
                }
                code.clear();
            }
            if !code.is_empty() {
                codes.insert(code.clone(), row);
            }
            let own_id = self.field(at, PolicyField::Id).to_owned();
            lines.push(Line {
                at,
                id: (ids.policy)(&code),
                own_id,
                code,
                name,
            });
        }
        lines
    }

    /// Notes a field at its place in the file.
    fn refuse(&mut self, line: usize, field: PolicyField, why: FieldProblem) {
        let column = self.places.get(&field).copied();
        debug_assert!(column.is_some(), "only a field that is there is refused");
        let column = column.unwrap_or(0);
        let (place, text) = (
            self.table.place(line, column),
            self.field(line, field).to_owned(),
        );
        self.preview.refused.push(RefusedField {
            place,
            field,
            text,
            why,
        });
    }

    /// Reads a field that may be empty; what cannot be read is noted and left out.
    fn read<T>(
        &mut self,
        line: usize,
        field: PolicyField,
        read: impl Fn(&str) -> Result<T, FieldProblem>,
    ) -> Option<T> {
        let text = self.field(line, field);
        if text.is_empty() {
            return None;
        }
        read(text).map_err(|why| self.refuse(line, field, why)).ok()
    }

    fn months(&mut self, line: usize) -> (Option<YearMonth>, Option<YearMonth>) {
        let month = |edge| move |text: &str| read_month(text, edge).ok_or(FieldProblem::Month);
        let start = self.read(line, PolicyField::Start, month(Edge::Start));
        let end = self.read(line, PolicyField::End, month(Edge::End));
        if start.is_some() && end.is_some() && end < start {
            self.refuse(line, PolicyField::End, FieldProblem::EndsBefore);
            return (start, None);
        }
        (start, end)
    }

    /// The policy that another line or the document has.
    fn other(&mut self, line: &Line, field: PolicyField) -> Option<PolicyId> {
        let text = self.field(line.at, field).to_owned();
        if text.is_empty() {
            return None;
        }
        let found = self.called.find(&text).and_then(|other| {
            if other == line.id {
                Err(FieldProblem::Itself)
            } else {
                Ok(other)
            }
        });
        found.map_err(|why| self.refuse(line.at, field, why)).ok()
    }

    fn actor(&mut self, name: &str, ids: &mut Ids<'_>) -> ActorId {
        let folded = folded(name);
        if let Some(id) = self.actors.get(&folded) {
            return *id;
        }
        let id = (ids.actor)(name);
        self.actors.insert(folded, id);
        self.preview.actors.push((
            id,
            Actor {
                name: name.to_owned(),
                ..Actor::default()
            },
        ));
        id
    }

    fn policy(&mut self, line: &Line, ids: &mut Ids<'_>) -> Policy {
        let at = line.at;
        let kind = self.read(at, PolicyField::Kind, |text| {
            read_kind(text).ok_or(FieldProblem::Word)
        });
        let level = self.read(at, PolicyField::Level, |text| {
            read_level(text).ok_or(FieldProblem::Word)
        });
        let wording = self.read(at, PolicyField::Wording, |text| {
            read_wording(text).ok_or(FieldProblem::Word)
        });
        let (start, end) = self.months(at);
        let number = self
            .places
            .get(&PolicyField::Budget)
            .and_then(|column| self.table.number(at, *column));
        // As a workbook holds it, or as a person wrote it.
        let budget_cents = self.read(at, PolicyField::Budget, |text| {
            number
                .map_or_else(|| read_euro(text), euro_of)
                .ok_or(FieldProblem::Amount)
        });
        let parent = self.other(line, PolicyField::Parent);
        let variant_of = self.other(line, PolicyField::VariantOf);
        let owner = self.field(at, PolicyField::Owner).to_owned();
        let owner = (!owner.is_empty()).then(|| self.actor(&owner, ids));
        let names = read_list(self.field(at, PolicyField::Actors));
        let actors = names.iter().map(|name| self.actor(name, ids)).collect();
        let text = |field| self.field(at, field).to_owned();
        let list = |field| read_list(self.field(at, field));
        Policy {
            parent,
            position: 0,
            code: line.code.clone(),
            name: line.name.clone(),
            short: text(PolicyField::Short),
            kind: kind.unwrap_or_default(),
            level,
            territory: text(PolicyField::Territory),
            owner,
            actors,
            start,
            end,
            budget_cents,
            budget_note: text(PolicyField::BudgetNote),
            beneficiaries: list(PolicyField::Beneficiaries),
            expected_results: list(PolicyField::Results),
            outputs: list(PolicyField::Outputs),
            links: list(PolicyField::Links),
            description: text(PolicyField::Description),
            effects_here: text(PolicyField::EffectsHere),
            effects_elsewhere: text(PolicyField::EffectsElsewhere),
            effects_future: text(PolicyField::EffectsFuture),
            // An office's own names are marked only where the table marks them.
            wording: wording.unwrap_or(Wording::Official),
            variant_of,
        }
    }

    /// Puts parents before children and children in the order of the table; who would be part of itself is part of
    /// nothing.
    fn in_order(&mut self, policies: Vec<(usize, PolicyId, Policy)>) {
        let places: HashMap<PolicyId, usize> = policies
            .iter()
            .enumerate()
            .map(|(at, (_, id, _))| (*id, at))
            .collect();
        let mut parents: Vec<Option<usize>> = policies
            .iter()
            .map(|(_, _, policy)| {
                policy
                    .parent
                    .and_then(|parent| places.get(&parent).copied())
            })
            .collect();
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); policies.len()];
        for (at, parent) in parents.iter().enumerate() {
            if let Some(children) = parent.and_then(|parent| children.get_mut(parent)) {
                children.push(at);
            }
        }
        let mut policies: Vec<Option<(usize, PolicyId, Policy)>> =
            policies.into_iter().map(Some).collect();
        let roots: Vec<usize> = (0..policies.len())
            .filter(|at| parents.get(*at) == Some(&None))
            .collect();
        let mut placed: BTreeSet<PolicyId> = BTreeSet::new();
        for root in roots {
            self.place_below(root, &mut policies, &children, &places, &mut placed);
        }
        // What is left is part of itself, or of such.
        for at in 0..policies.len() {
            if policies.get(at).is_none_or(Option::is_none) {
                continue;
            }
            let mut seen: BTreeSet<usize> = BTreeSet::new();
            let mut on_circle = at;
            while seen.insert(on_circle)
                && let Some(Some(parent)) = parents.get(on_circle)
            {
                on_circle = *parent;
            }
            if let Some(parent) = parents.get_mut(on_circle) {
                *parent = None;
            }
            if let Some(Some((line, _, policy))) = policies.get_mut(on_circle) {
                policy.parent = None;
                let line = *line;
                self.refuse(line, PolicyField::Parent, FieldProblem::Itself);
            }
            self.place_below(on_circle, &mut policies, &children, &places, &mut placed);
        }
    }

    fn place_below(
        &mut self,
        root: usize,
        policies: &mut [Option<(usize, PolicyId, Policy)>],
        children: &[Vec<usize>],
        places: &HashMap<PolicyId, usize>,
        placed: &mut BTreeSet<PolicyId>,
    ) {
        let mut open = vec![root];
        while let Some(at) = open.pop() {
            let Some((_, id, mut policy)) = policies.get_mut(at).and_then(Option::take) else {
                continue;
            };
            placed.insert(id);
            if let Some(other) = policy
                .variant_of
                .filter(|other| places.contains_key(other) && !placed.contains(other))
            {
                self.preview.variants.push((id, other));
                policy.variant_of = None;
            }
            open.extend(children.get(at).into_iter().flatten().rev());
            self.preview.policies.push((id, policy));
        }
    }
}
