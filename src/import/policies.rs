//! Policies from a table: one policy a line, columns named in Italian or English, parents and variants by code.

use super::ImportError;
use super::place::Place;
use super::table::{Table, folded};
use crate::document::Edit;
use crate::model::{Actor, ActorId, Contents, Level, Policy, PolicyId, PolicyKind, StepLabel, Wording, YearMonth};
use std::collections::BTreeMap;

/// A cell of the table that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedField {
    pub place: Place,
    pub text: String,
}

/// What an import of policies would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PoliciesPreview {
    pub actors: Vec<(ActorId, Actor)>,
    /// Parents before children.
    pub policies: Vec<(PolicyId, Policy)>,
    /// A line with one of these is not taken at all.
    pub refused: Vec<RefusedField>,
    /// Codes that the document has already: those lines are left as they are.
    pub there_already: Vec<String>,
}
impl PoliciesPreview {
    pub fn edits(&self) -> Vec<Edit> {
        let actors = self.actors.iter().map(|(id, actor)| Edit::PutActor { id: *id, actor: actor.clone() });
        actors.chain([Edit::AddPolicies(self.policies.clone())]).collect()
    }
    /// The one step that takes them in.
    pub fn edit(&self, name: &str) -> Edit {
        Edit::Together { label: StepLabel::Imported { name: name.to_owned() }, edits: self.edits() }
    }
}

/// Where new ids come from: random for people's tables, derived for the sample.
pub struct Ids<'a> {
    pub policy: &'a mut dyn FnMut(&str) -> PolicyId,
    pub actor: &'a mut dyn FnMut(&str) -> ActorId,
}

const COLUMNS: &[(&str, &[&str])] = &[
    ("code", &["codice"]),
    ("parent", &["parte di", "parte_di"]),
    ("kind", &["tipo"]),
    ("title", &["titolo", "nome", "name"]),
    ("short", &["nome breve", "breve"]),
    ("level", &["livello"]),
    ("territory", &["territorio"]),
    ("owner", &["responsabile"]),
    ("actors", &["soggetti", "attori"]),
    ("start", &["inizio"]),
    ("end", &["fine"]),
    ("budget_eur", &["euro", "costo", "budget"]),
    ("budget_note", &["nota sul costo"]),
    ("beneficiaries", &["destinatari"]),
    ("expected_results", &["risultati attesi"]),
    ("outputs", &["prodotti"]),
    ("links", &["collegamenti"]),
    ("description", &["descrizione"]),
    ("effects_here", &["effetti qui e ora"]),
    ("effects_elsewhere", &["effetti altrove"]),
    ("effects_future", &["effetti sulle generazioni future"]),
    ("state", &["dicitura", "stato"]),
    ("variant_of", &["variante di"]),
];

/// Euro as people write them: `96.920,50`, `96920.50`, `96 920`. In hundredths, to which what a spreadsheet has worked
/// out further is rounded.
pub fn read_euro(text: &str) -> Option<i64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '€' && *c != '\'').collect();
    let (whole, decimals) = match plain.rfind([',', '.']) {
        Some(at) if !is_thousands(&plain, at) => (plain.get(..at)?, plain.get(at + 1..)?),
        _ => (plain.as_str(), ""),
    };
    let digits: String = whole.chars().filter(|c| *c != '.' && *c != ',').collect();
    if !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let digit = |at: usize| decimals.as_bytes().get(at).map_or(0, |b| i64::from(*b - b'0'));
    let cents = digit(0) * 10 + digit(1) + i64::from(digit(2) >= 5);
    let euro: i64 = digits.parse().ok().filter(|euro: &i64| (0..=1_000_000_000_000).contains(euro))?;
    Some(euro * 100 + cents)
}

/// Whether the last separator of a number is one of thousands: three digits after it, one to three before it, and no
/// separator of the other kind. `1.620` is; `1620.125` is what a spreadsheet worked out.
fn is_thousands(plain: &str, at: usize) -> bool {
    let (before, after) = plain.split_at(at);
    let separator = after.chars().next().unwrap_or('.');
    let other = if separator == '.' { ',' } else { '.' };
    let group = before.rsplit(separator).next().unwrap_or_default();
    after.len() == 4 && (1..=3).contains(&group.len()) && !before.contains(other)
}

/// A month as `2024-09` or `09/2024`, or a day in it as `2024-09-01`: what a spreadsheet makes of a month.
pub fn read_month(text: &str) -> Option<YearMonth> {
    let text = text.trim();
    let day = text.parse::<jiff::civil::Date>().ok();
    let text = day.and_then(|_| text.rsplit_once('-')).map_or(text, |(month, _)| month);
    text.parse().ok().or_else(|| {
        let (month, year) = text.split_once(['/', '.'])?;
        format!("{}-{:0>2}", year.trim(), month.trim()).parse().ok()
    })
}

fn list(text: &str) -> Vec<String> {
    let cut: Vec<&str> = if text.contains(" | ") { text.split(" | ").collect() } else { text.split('\n').collect() };
    cut.into_iter().map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Reads policies from a table whose first row names its columns.
///
/// # Errors
/// When there is no column for names.
pub fn preview_policies(contents: &Contents, table: &Table, ids: &mut Ids<'_>) -> Result<PoliciesPreview, ImportError> {
    let heads: Vec<String> = table.rows.first().into_iter().flatten().map(|head| folded(head)).collect();
    let places: BTreeMap<&str, usize> = COLUMNS
        .iter()
        .filter_map(|(key, others)| {
            let at = heads.iter().position(|head| head == key || others.contains(&head.as_str()))?;
            Some((*key, at))
        })
        .collect();
    if !places.contains_key("title") {
        return Err(ImportError::MissingColumn("titolo"));
    }
    let mut reader = Reader {
        table,
        places,
        preview: PoliciesPreview::default(),
        codes: contents.policies.iter().rev().map(|(id, policy)| (policy.code.clone(), *id)).collect(),
        actors: contents.actors.iter().rev().map(|(id, actor)| (folded(&actor.name), *id)).collect(),
    };
    for line in 1..table.rows.len() {
        if table.rows.get(line).is_some_and(|row| row.iter().any(|cell| !cell.trim().is_empty())) {
            reader.line(line, ids);
        }
    }
    Ok(reader.preview)
}

struct Reader<'a> {
    table: &'a Table,
    places: BTreeMap<&'static str, usize>,
    preview: PoliciesPreview,
    /// Of the document, the first where several are alike, and of the lines read.
    codes: BTreeMap<String, PolicyId>,
    /// By name without accents and case.
    actors: BTreeMap<String, ActorId>,
}

impl Reader<'_> {
    fn field(&self, line: usize, key: &str) -> &str {
        self.places.get(key).map(|at| self.table.shown(line, *at).trim()).unwrap_or_default()
    }

    /// The amount of a field: as a workbook holds it, or as a person wrote it.
    fn euro(&mut self, line: usize) -> Result<Option<i64>, ()> {
        let key = "budget_eur";
        match self.places.get(key).and_then(|at| self.table.number(line, *at)) {
            // With a fourth decimal it reads like no thousands.
            Some(number) => self.read(line, key, |_| read_euro(&format!("{number:.4}"))),
            None => self.read(line, key, read_euro),
        }
    }

    /// Reads a field that may be empty; what cannot be read is noted.
    fn read<T>(&mut self, line: usize, key: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, ()> {
        let text = self.field(line, key).to_owned();
        if text.is_empty() {
            return Ok(None);
        }
        read(&text).map(Some).ok_or_else(|| {
            self.refuse(line, key, text);
        })
    }

    /// Notes a field at its place in the file.
    fn refuse(&mut self, line: usize, key: &str, text: String) {
        let (above, before) = self.table.origin;
        let column = self.places.get(key).map_or(0, |at| at + before + 1);
        self.preview.refused.push(RefusedField { place: Place { row: line + above + 1, column }, text });
    }

    fn known(&self, code: &str) -> Option<PolicyId> {
        self.codes.get(code).copied()
    }

    fn actor(&mut self, name: &str, ids: &mut Ids<'_>) -> ActorId {
        let folded = folded(name);
        if let Some(id) = self.actors.get(&folded) {
            return *id;
        }
        let id = (ids.actor)(name);
        self.actors.insert(folded, id);
        self.preview.actors.push((id, Actor { name: name.to_owned(), ..Actor::default() }));
        id
    }

    fn line(&mut self, line: usize, ids: &mut Ids<'_>) {
        let code = self.field(line, "code").to_owned();
        if !code.is_empty() && self.known(&code).is_some() {
            self.preview.there_already.push(code);
            return;
        }
        let (parent, variant_of) = (self.known(self.field(line, "parent")), self.known(self.field(line, "variant_of")));
        let word = |text: &str| -> Option<PolicyKind> { PolicyKind::from_word(&text.to_lowercase()) };
        let fields = (
            self.read(line, "parent", |_| parent),
            self.read(line, "variant_of", |_| variant_of),
            self.read(line, "kind", word),
            self.read(line, "level", |text| Level::from_word(&text.to_lowercase())),
            self.read(line, "state", |text| Wording::from_word(&text.to_lowercase())),
            self.read(line, "start", read_month),
            self.read(line, "end", read_month),
            self.euro(line),
        );
        let (Ok(parent), Ok(variant_of), Ok(kind), Ok(level), Ok(wording), Ok(start), Ok(end), Ok(budget_cents)) =
            fields
        else {
            return;
        };
        let name = self.field(line, "title").to_owned();
        if name.is_empty() || (start.is_some() && end.is_some() && end < start) {
            let key = if name.is_empty() { "title" } else { "end" };
            let text = self.field(line, key).to_owned();
            self.refuse(line, key, text);
            return;
        }
        let owner = self.field(line, "owner").to_owned();
        let owner = (!owner.is_empty()).then(|| self.actor(&owner, ids));
        let names = list(self.field(line, "actors"));
        let actors = names.iter().map(|name| self.actor(name, ids)).collect();
        let id = (ids.policy)(&code);
        if !code.is_empty() {
            self.codes.insert(code.clone(), id);
        }
        let text = |key: &str| self.field(line, key).to_owned();
        let policy = Policy {
            parent,
            position: 0,
            name,
            short: text("short"),
            kind: kind.unwrap_or_default(),
            level,
            territory: text("territory"),
            owner,
            actors,
            start,
            end,
            budget_cents,
            budget_note: text("budget_note"),
            beneficiaries: list(&text("beneficiaries")),
            expected_results: list(&text("expected_results")),
            outputs: list(&text("outputs")),
            links: list(&text("links")),
            description: text("description"),
            effects_here: text("effects_here"),
            effects_elsewhere: text("effects_elsewhere"),
            effects_future: text("effects_future"),
            wording: wording.unwrap_or_default(),
            variant_of,
            code,
        };
        self.preview.policies.push((id, policy));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn euro_and_months_as_people_write_them() {
        for (text, cents) in [
            ("96.920,50", Some(9_692_050)),
            ("96920.50", Some(9_692_050)),
            ("96.920", Some(9_692_000)),
            ("96 920 €", Some(9_692_000)),
            ("1.620", Some(162_000)),
            ("12,5", Some(1250)),
            ("1,234", Some(123_400)),
            ("1.234.567", Some(123_456_700)),
            ("1.234,567", Some(123_457)),
            ("96920.125", Some(9_692_013)),
            ("1620.1000000000001", Some(162_010)),
            ("1620.999", Some(162_100)),
            ("12.x", None),
            ("boh", None),
            ("-5", None),
        ] {
            assert_eq!(read_euro(text), cents, "{text}");
        }
        assert_eq!(read_month("09/2024"), "2024-09".parse().ok());
        assert_eq!(read_month("13/2024"), None);
        assert_eq!(read_month("2024-09-01"), "2024-09".parse().ok());
        assert_eq!(read_month("2024-09-31"), None);
    }
}
