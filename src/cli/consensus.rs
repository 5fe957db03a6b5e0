//! `consensus`: the agreed scores from those of several assessors.

use super::document::{close, open};
use super::exchange::{find_assessor, find_matrix};
use super::{Outcome, Refused, Setting, out, out_json, refused};
use crate::analysis::{CellMet, ConsensusAsk, MetCrossing, Middle, Way};
use crate::model::{AssessorId, Contents, MatrixId, Points};
use crate::said::Said as _;
use crate::words::messages::{CliConsensusDone, CliConsensusWould};
use crate::words::say_item;
use crate::workspace::{ConsensusPlan, assessors_who_answered};
use serde_json::{Value, json};
use std::path::PathBuf;

/// What `consensus` was asked for.
#[derive(Debug, clap::Args)]
pub struct Consensus {
    pub file: PathBuf,
    /// The matrix, by name; the only one when not given
    #[arg(long)]
    pub matrix: Option<String>,
    /// Whose scores, by name, as often as there are; all who answered when not given
    #[arg(long = "assessor", value_name = "NAME")]
    pub assessors: Vec<String>,
    /// Scores that differ at most by this meet in their median; only equal ones when not given
    #[arg(long, value_name = "POINTS", value_parser = points, conflicts_with = "median")]
    pub within: Option<Points>,
    /// Scores meet in their median, however far apart
    #[arg(long)]
    pub median: bool,
    /// Of an even number of scores the upper of the two in the middle, not the lower
    #[arg(long)]
    pub upper: bool,
    /// Positive and negative scores may meet
    #[arg(long)]
    pub opposite_signs: bool,
    /// One answer is enough for a cell
    #[arg(long)]
    pub alone: bool,
    /// Replace agreed scores that are there already
    #[arg(long)]
    pub replace: bool,
    /// Say what would change, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The outcome as JSON
    #[arg(long)]
    pub json: bool,
}

fn points(text: &str) -> Result<Points, String> {
    let value: f64 = text
        .replace(',', ".")
        .parse()
        .map_err(|_| text.to_owned())?;
    Points::try_from(value)
        .ok()
        .filter(|points| points.0 >= 0)
        .ok_or_else(|| text.to_owned())
}

/// As JSON: file, matrix, assessors (the names), written (whether it was), and lists of crossings: `filled`, `kept`
/// (agreed already in something else, or where nothing is met), `open` (left to people). A crossing has row and column
/// (code, name), said (assessor, value as typed), agreed (before), value (what they meet in, or null), alike, why (null,
/// or apart, opposite_signs, some_not_applicable, too_few, nobody_knows, off_scale,
/// long_text). `same` counts those agreed so already.
pub fn consensus(setting: &Setting, asked: &Consensus) -> Result<Outcome, Refused> {
    let (words, file) = (&setting.words, &asked.file);
    let mut kept = open(setting, file)?;
    let contents = kept.document().contents();
    let matrix = find_matrix(setting, file, contents, asked.matrix.as_deref())?;
    let assessors = assessors(setting, asked, contents, matrix)?;
    if assessors.is_empty() {
        return Err(refused(file, &words.cli_consensus_nobody()));
    }
    let ask = ConsensusAsk {
        fewest: if asked.alone || assessors.len() == 1 {
            1
        } else {
            2
        },
        assessors,
        way: if asked.median {
            Way::Median
        } else {
            asked.within.map_or(Way::Equal, Way::Within)
        },
        middle: if asked.upper {
            Middle::Upper
        } else {
            Middle::Lower
        },
        opposite_signs: asked.opposite_signs,
    };
    let plan = ConsensusPlan::of(contents, words, matrix, &ask, asked.replace);
    let said = if asked.json {
        vec![as_value(setting, asked, contents, matrix, &ask, &plan)]
    } else {
        lines(setting, contents, &ask, &plan, asked.dry_run)
            .into_iter()
            .map(Value::from)
            .collect()
    };
    if let Some(edit) = plan.edit().filter(|_| !asked.dry_run) {
        let stamp = setting.stamp();
        kept.document_mut()
            .apply(&edit, &stamp)
            .map_err(|error| refused(file, &error.say(words)))?;
    }
    close(setting, file, kept)?;
    for each in &said {
        match each {
            Value::String(line) => out(line),
            value => out_json(value),
        }
    }
    Ok(Outcome::Done)
}

fn assessors(
    setting: &Setting,
    asked: &Consensus,
    contents: &Contents,
    matrix: MatrixId,
) -> Result<Vec<AssessorId>, Refused> {
    if asked.assessors.is_empty() {
        return Ok(assessors_who_answered(contents, matrix)
            .into_iter()
            .map(|(id, _)| id)
            .collect());
    }
    let mut list: Vec<AssessorId> = Vec::new();
    for name in &asked.assessors {
        let id = find_assessor(setting, &asked.file, contents, Some(name))?;
        if id == AssessorId::AGREED {
            return Err(refused(
                &asked.file,
                &setting.words.cli_consensus_agreed(name),
            ));
        }
        if !list.contains(&id) {
            list.push(id);
        }
    }
    Ok(list)
}

fn lines(
    setting: &Setting,
    contents: &Contents,
    ask: &ConsensusAsk,
    plan: &ConsensusPlan,
    dry_run: bool,
) -> Vec<String> {
    let words = &setting.words;
    let count = |n: usize| words.numbers().count(n);
    let (filled, alike, same) = (
        &count(plan.cells.len()),
        &count(plan.n_alike),
        &count(plan.n_same),
    );
    let (kept, open) = (&count(plan.kept.len()), &count(plan.open.len()));
    let mut lines = vec![if dry_run {
        words.cli_consensus_would(CliConsensusWould {
            filled,
            alike,
            same,
            kept,
            open,
        })
    } else {
        words.cli_consensus_done(CliConsensusDone {
            filled,
            alike,
            same,
            kept,
            open,
        })
    }];
    for crossing in &plan.open {
        let CellMet::Left(why) = crossing.met else {
            continue;
        };
        let place = format!(
            "{} × {}",
            say_item(crossing.row, contents, words),
            say_item(crossing.column, contents, words)
        );
        let said: Vec<String> = named(contents, ask, crossing)
            .map(|(name, value)| format!("{name} {}", words.numbers().cell(value)))
            .collect();
        lines.push(format!(
            "  {place}: {} ({})",
            said.join(" · "),
            why.say(words)
        ));
    }
    lines
}

fn named<'a>(
    contents: &'a Contents,
    ask: &'a ConsensusAsk,
    crossing: &'a MetCrossing,
) -> impl Iterator<Item = (&'a str, crate::model::CellValue)> {
    let name = |id: &AssessorId| {
        contents
            .assessors
            .get(id)
            .map_or("", |assessor| assessor.name.as_str())
    };
    ask.assessors
        .iter()
        .map(name)
        .zip(crossing.said.iter().copied())
        .filter(|(_, value)| value.is_answered())
}

fn as_value(
    setting: &Setting,
    asked: &Consensus,
    contents: &Contents,
    matrix: MatrixId,
    ask: &ConsensusAsk,
    plan: &ConsensusPlan,
) -> Value {
    let item = |item| {
        let (code, name) = contents.item_label(item);
        json!({ "code": code, "name": name.get(setting.words.language()) })
    };
    let one = |crossing: &MetCrossing| {
        let said: Vec<Value> = named(contents, ask, crossing)
            .map(|(name, value)| json!({ "assessor": name, "value": value.to_string() }))
            .collect();
        let (value, alike, why) = match crossing.met {
            CellMet::In { value, alike } => (Some(value.to_string()), Some(alike), None),
            CellMet::Left(why) => (None, None, Some(why.word())),
        };
        json!({
            "row": item(crossing.row), "column": item(crossing.column), "said": said,
            "agreed": crossing.agreed.to_string(), "value": value, "alike": alike, "why": why,
        })
    };
    let list = |crossings: &[MetCrossing]| crossings.iter().map(one).collect::<Vec<Value>>();
    let names: Vec<&str> = ask
        .assessors
        .iter()
        .filter_map(|id| contents.assessors.get(id))
        .map(|each| each.name.as_str())
        .collect();
    json!({
        "file": asked.file.display().to_string(),
        "matrix": contents.matrices.get(&matrix).map(|matrix| matrix.name.as_str()),
        "assessors": names, "written": !asked.dry_run && !plan.cells.is_empty(), "same": plan.n_same,
        "filled": list(&plan.filled), "kept": list(&plan.kept), "open": list(&plan.open),
    })
}
