//! `analyse`: one method of docs/methods.md on one matrix, as a table or as JSON with documented, stable field names.
//!
//! `lines` has what is said of rows and columns, `square` of cross-impact matrices, `panel` of assessors, `rank` of
//! rankings. Each builds one JSON object; without `--json` its lists are printed as tables under the same field names.

mod case_deletion;
mod coherence;
mod conflicts;
mod fields;
mod lines;
mod panel;
mod print;
mod rank;
mod square;

use super::exchange::{find_assessor, find_matrix, only_matrix};
use super::stream::{Long, to_output, write_object};
use super::{Outcome, Refused, Setting, refused};
use crate::analysis::Scores;
use crate::document::Kept;
use crate::jobs::{Progress, Stopped};
use crate::model::{AssessorId, Contents, Item, Language, MatrixId, MatrixKind};
use crate::words::Words;
use clap::ValueEnum;
use serde_json::{Value, json};
use std::path::PathBuf;

/// What a method reads: any matrix, or one of items on themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reads {
    Any,
    Square,
}

/// The methods by the names they have on the command line, each with what it says of itself, what it reads and what finds
/// it: a new one is a file and a line.
macro_rules! methods {
    ($($(#[$about:meta])+ $name:ident $reads:ident $find:path),+ $(,)?) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
        pub enum Method { $($(#[$about])+ $name),+ }
        impl Method {
            const fn reads(self) -> Reads {
                match self { $(Self::$name => Reads::$reads),+ }
            }
            fn find<'a>(self, subject: &'a Subject<'_>) -> Result<Found<'a>, Refused> {
                match self { $(Self::$name => $find(subject).map(Found::from)),+ }
            }
        }
    };
}

methods! {
    /// M2: sums and indices of rows, columns or groups
    Profiles Any lines::profiles,
    /// M2: row and column sums of a cross-impact matrix, Vester's sums
    CrossImpact Square square::cross_impact,
    /// M3: influence over two steps and the strongest paths
    SecondOrder Square square::second_order,
    /// M3: effects of policies on goals through other goals
    Indirect Any lines::indirect,
    /// M4: tree, groups, communities, order
    Groups Any lines::groups,
    /// M5: betweenness, closeness, entropy
    Centrality Square square::centrality,
    /// M6: direct and indirect influence and dependence
    Micmac Square square::micmac,
    /// M9 and M11: rank acceptability over draws of weights and scores
    Robustness Any rank::robustness,
    /// M11: between which weights the ranking stays
    Weights Any rank::weights,
    /// M9: which missing cells could change the ranking most
    Gaps Any rank::gaps,
    /// M10: statistics of each cell over the assessors, and of the panel
    Panel Any panel::panel,
    /// M12: PROMETHEE flows
    Promethee Any rank::promethee,
    /// M13: coherence of all pairs of rows
    Coherence Any coherence::coherence,
    /// M2, M13, M15: conflicts of cells, pairs and columns, most intense first
    Conflicts Any conflicts::conflicts,
    /// M15: structure of the matrix
    Structure Any lines::structure,
    /// The scores read on another framework through crosswalks
    Reading Any lines::reading,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum By {
    #[default]
    Row,
    Column,
    /// What rows belong under
    Parent,
    Cluster,
    /// Level of government
    Level,
    /// What columns belong under
    ColumnParent,
}

/// Groups of the other axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Across {
    /// What they belong under
    Parent,
    /// Level of government
    Level,
    /// Clusters, where they are policies
    Cluster,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Like {
    #[default]
    Pearson,
    Cosine,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Part {
    #[default]
    Magnitude,
    Positive,
    Negative,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Drawn {
    #[default]
    Both,
    Weights,
    Scores,
}

#[derive(Debug, clap::Args)]
#[command(after_long_help = fields::HELP)]
pub struct Analyse {
    pub file: PathBuf,
    #[arg(value_enum)]
    pub method: Method,
    /// Name of the matrix; the only one when not given
    #[arg(long)]
    pub matrix: Option<String>,
    /// Name of the assessor; the agreed scores when not given
    #[arg(long)]
    pub assessor: Option<String>,
    #[arg(long)]
    pub json: bool,
    /// profiles: what is summed
    #[arg(long, value_enum, default_value_t)]
    pub by: By,
    /// second-order: weight of the second step
    #[arg(long, default_value_t = 0.5, value_parser = finite)]
    pub weight: f64,
    /// second-order: without paths that return to where they began
    #[arg(long)]
    pub no_returns: bool,
    /// Longest list of paths, missing cells or pairs, the strongest first; 50 when not given, but all pairs as JSON
    #[arg(long)]
    pub most: Option<usize>,
    /// indirect: name of the matrix of goals × goals
    #[arg(long)]
    pub goals: Option<String>,
    /// groups: what distances are made of
    #[arg(long, value_enum, default_value_t)]
    pub likeness: Like,
    /// groups, coherence: of the columns instead of the rows
    #[arg(long)]
    pub columns: bool,
    /// micmac: the part of signed effects
    #[arg(long, value_enum, default_value_t)]
    pub part: Part,
    /// robustness: how often
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    pub draws: u32,
    /// robustness, and ranks with cells left out: the same seed gives the same bytes
    #[arg(long, default_value_t = 2_030)]
    pub seed: u64,
    /// robustness: what is drawn
    #[arg(long, value_enum, default_value_t)]
    pub drawn: Drawn,
    /// robustness, conflicts: confidence of cells that say none, 1 to 5
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=5))]
    pub unsaid: u8,
    /// promethee: usual, u-shape:Q, v-shape:P, level:Q:P, linear:Q:P, gaussian:S (score points)
    #[arg(long, default_value = "usual", value_parser = rank::preference)]
    pub preference: crate::analysis::promethee::Preference,
    /// promethee: a table of columns: codice, and funzione (as --preference), verso (max, min), peso
    #[arg(long, value_name = "TABLE")]
    pub criteria: Option<PathBuf>,
    /// profiles: each line over the groups of the other axis as well, parent or level
    #[arg(long, value_enum)]
    pub across: Option<Across>,
    /// reading: key of the framework to read on; the only one that can be reached when not given
    #[arg(long, value_name = "KEY")]
    pub to: Option<String>,
}

/// A number that is one: no NaN, no infinity.
fn finite(text: &str) -> Result<f64, String> {
    let value = text
        .trim()
        .replace(',', ".")
        .parse()
        .ok()
        .filter(|value: &f64| value.is_finite());
    value.ok_or_else(|| "0 … 1".to_owned())
}

/// What a method reads.
struct Subject<'a> {
    setting: &'a Setting,
    asked: &'a Analyse,
    kept: &'a Kept,
    contents: &'a Contents,
    language: Language,
    matrix: MatrixId,
    assessor: AssessorId,
    scores: Scores,
    progress: Progress,
}

impl Subject<'_> {
    /// An item as `{code, name}`.
    fn item(&self, item: Item) -> Value {
        let (code, label) = self.contents.item_label(item);
        json!({ "code": code, "name": label.get(self.language) })
    }
    fn items(&self, items: impl IntoIterator<Item = Item>) -> Vec<Value> {
        items.into_iter().map(|item| self.item(item)).collect()
    }
    fn assessor_name(&self, id: AssessorId) -> &str {
        self.contents.assessor_name(id)
    }
    /// Refused with a message that names the matrix.
    fn refuse(&self, said: impl Fn(&Words, String) -> String) -> Refused {
        refused(
            &self.asked.file,
            &said(
                &self.setting.words,
                self.contents.matrix_name(self.matrix).to_owned(),
            ),
        )
    }
    /// Nobody can stop the command's own work but by ending the command.
    fn unstopped<T>(&self, result: Result<T, Stopped>) -> Result<T, Refused> {
        result.map_err(|_| self.refuse(Words::cli_analyse_stopped))
    }
    /// What every result begins with.
    fn head(&self, method: &str) -> serde_json::Map<String, Value> {
        let record = self.contents.matrices.get(&self.matrix);
        let all: crate::analysis::Sums =
            crate::analysis::sums::lines(&self.scores, crate::model::Axis::Rows)
                .iter()
                .collect();
        let mut head = serde_json::Map::new();
        for (key, value) in [
            ("method", json!(method)),
            ("file", json!(self.asked.file.display().to_string())),
            (
                "content_hash",
                json!(self.kept.document().hash().to_string()),
            ),
            ("matrix", json!(record.map(|matrix| &matrix.name))),
            (
                "illustrative",
                json!(record.is_some_and(|matrix| matrix.illustrative)),
            ),
            ("assessor", json!(self.assessor_name(self.assessor))),
            ("largest", json!(self.scores.largest)),
            ("crossings", json!(all.crossings)),
            ("scored", json!(all.scored)),
            ("not_applicable", json!(all.not_applicable)),
            ("dont_know", json!(all.dont_know)),
            ("unscored", json!(all.unanswered())),
        ] {
            head.insert(key.to_owned(), value);
        }
        head
    }
}

/// What a method found: its fields, and the list that is too long to be kept.
struct Found<'a> {
    own: Value,
    long: Option<Long<'a>>,
}
impl From<Value> for Found<'_> {
    fn from(own: Value) -> Self {
        Self { own, long: None }
    }
}

/// Longest lists where nothing else is asked for.
const MOST: usize = 50;

pub fn analyse(setting: &Setting, asked: &Analyse) -> Result<Outcome, Refused> {
    let kept = setting.read(&asked.file)?;
    let contents = kept.document().contents();
    let matrix = match only_matrix(contents, MatrixKind::is_square) {
        Some(id) if asked.method.reads() == Reads::Square && asked.matrix.is_none() => id,
        _ => find_matrix(setting, &asked.file, contents, asked.matrix.as_deref())?,
    };
    let assessor = find_assessor(setting, &asked.file, contents, asked.assessor.as_deref())?;
    let none = || refused(&asked.file, &setting.words.cli_no_matrices());
    let scores = Scores::of(contents, matrix, assessor).ok_or_else(none)?;
    let language = setting.words.language();
    let progress = progress();
    let subject = Subject {
        setting,
        asked,
        kept: &kept,
        contents,
        language,
        matrix,
        assessor,
        scores,
        progress,
    };
    let found = asked.method.find(&subject)?;
    let name = asked
        .method
        .to_possible_value()
        .map(|value| value.get_name().to_owned())
        .unwrap_or_default();
    let mut fields = subject.head(&name);
    if let Value::Object(own) = found.own {
        fields.extend(own);
    }
    let long = found.long.as_ref();
    to_output(setting, &asked.file, |output| {
        if asked.json {
            write_object(output, &fields, long)
        } else {
            print::print(setting, output, &fields, long)
        }
    })?;
    Ok(Outcome::Done)
}

/// Progress on standard error, where somebody looks at it.
fn progress() -> Progress {
    use std::io::{IsTerminal as _, Write as _};
    if !std::io::stderr().is_terminal() {
        return Progress::unwatched();
    }
    let seen = std::sync::atomic::AtomicUsize::new(0);
    Progress::watched(std::sync::Arc::new(move || {
        let n = (seen.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1).min(100);
        let _ = write!(std::io::stderr(), "\r{n:>3} %");
    }))
}
