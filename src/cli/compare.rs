//! `compare`: two sets of scores, of one document or of two, now or at a version (METHODS "Agreement of two matrices").

use super::exchange::{find_assessor, find_matrix};
use super::export::said as not_written;
use super::stream::{Each, Long, raw, to_output, write_object};
use super::{Outcome, Refused, Setting, out, refused, tell_unshown};
use crate::analysis::{Agreement, Aligned, Comparison, Pair, Score, Side};
use crate::disk::{ending, file_name};
use crate::document::Kept;
use crate::export::{Format, comparison_telling, write_file};
use crate::model::{AssessmentKey, Contents, Item, Language, StepNumber};
use crate::report::comparison::{LastChange, Printed, Provenance};
use crate::words::Words;
use crate::workspace::{last_changes, moment};
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

/// One side: `FILE[::MATRIX[::ASSESSOR[::VERSION]]]`.
pub struct Opened {
    file: PathBuf,
    matrix: String,
    assessor: String,
    /// The step of the version; `None` is now.
    step: Option<StepNumber>,
    version: Option<String>,
    side: Side,
    kept: Rc<Kept>,
}

pub fn open_side(setting: &Setting, text: &str) -> Result<Opened, Refused> {
    open_beside(setting, text, None)
}

/// Opens a side; a document that the other side has open already is not read again.
fn open_beside(setting: &Setting, text: &str, other: Option<&Opened>) -> Result<Opened, Refused> {
    let (file, rest) = text.split_once("::").unwrap_or((text, ""));
    let (file, mut parts) = (PathBuf::from(file), rest.splitn(3, "::"));
    let mut part = || {
        parts
            .next()
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
    };
    let (matrix, who, version) = (part(), part(), part());
    let same = |other: &&Opened| match (
        std::fs::canonicalize(&other.file),
        std::fs::canonicalize(&file),
    ) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    };
    let kept = match other.filter(same) {
        Some(other) => Rc::clone(&other.kept),
        None => Rc::new(setting.read(&file)?),
    };
    let document = kept.document();
    let step = version
        .as_deref()
        .map(|name| find_version(setting, &file, &kept, name))
        .transpose()?;
    let contents = match step {
        None => document.snapshot(),
        Some(step) => Arc::new(
            document
                .contents_at(step)
                .map_err(|error| setting.storage(&file, &error))?,
        ),
    };
    let id = find_matrix(setting, &file, &contents, matrix.as_deref())?;
    let who = find_assessor(setting, &file, &contents, who.as_deref())?;
    let name = |found: Option<&String>| found.cloned().unwrap_or_default();
    let matrix = name(contents.matrices.get(&id).map(|matrix| &matrix.name));
    let assessor = name(contents.assessors.get(&who).map(|assessor| &assessor.name));
    let side = Side {
        contents,
        matrix: id,
        assessor: who,
        round: 0,
        picked: None,
    };
    Ok(Opened {
        file,
        matrix,
        assessor,
        step,
        version,
        side,
        kept,
    })
}

/// A named version, or a step by its number.
fn find_version(
    setting: &Setting,
    file: &Path,
    kept: &Kept,
    name: &str,
) -> Result<StepNumber, Refused> {
    let document = kept.document();
    let milestones = &document.contents().milestones;
    let named = milestones
        .values()
        .filter(|each| each.name == name)
        .map(|each| each.step)
        .max();
    let numbered = || {
        name.parse()
            .ok()
            .map(StepNumber)
            .filter(|step| document.step(*step).is_some())
    };
    named.or_else(numbered).ok_or_else(|| {
        let known = milestones
            .values()
            .map(|each| each.name.as_str())
            .collect::<Vec<_>>()
            .join("», «");
        let last = document.last_step().0.to_string();
        let why = if milestones.is_empty() {
            setting.words.cli_compare_no_versions(last, name)
        } else {
            setting.words.cli_compare_no_version(known, last, name)
        };
        refused(file, &why)
    })
}

/// Both sides brought together.
pub fn bring_together(
    setting: &Setting,
    left: &Opened,
    right: &Opened,
) -> Result<Comparison, Refused> {
    let none = || refused(&left.file, &setting.words.cli_no_matrices());
    Comparison::of(vec![left.side.clone(), right.side.clone()]).ok_or_else(none)
}

/// Writes the comparison; the ending says in which format.
pub fn write(
    setting: &Setting,
    comparison: &Comparison,
    left: &Opened,
    right: &Opened,
    to: &Path,
) -> Result<(), Refused> {
    let words = &setting.words;
    let Ok(format) = Format::one_of(to, &Format::REPORTS) else {
        let known = Format::REPORTS
            .map(|format| format!(".{format}"))
            .join(", ");
        return Err(refused(to, &words.cli_compare_ending(ending(to), known)));
    };
    let provenance = |side: &Opened| {
        let document = side.kept.document();
        let moment = side.step.map_or_else(
            || words.compare_now(),
            |step| moment(words, Some(document.contents()), document.steps(), step),
        );
        let file = file_name(&side.file);
        Provenance {
            file,
            moment,
            hash: None,
        }
    };
    let printed = Printed {
        comparison,
        provenance: &[provenance(left), provenance(right)],
        changes: &[changes(left, right)],
        words,
        now: setting.now,
    };
    let (bytes, unshown) = comparison_telling(
        &printed,
        &setting.letterhead(left.kept.document().contents()),
        format,
    )
    .map_err(|error| not_written(setting, to, error))?;
    write_file(to, &bytes, setting.force).map_err(|error| not_written(setting, to, error))?;
    tell_unshown(setting, &unshown);
    Ok(())
}

/// Last changes of cells where both sides are versions of one file.
fn changes(left: &Opened, right: &Opened) -> BTreeMap<AssessmentKey, LastChange> {
    let document = left.kept.document();
    let same = std::fs::canonicalize(&left.file).ok() == std::fs::canonicalize(&right.file).ok();
    let (one, other) = (
        left.step.unwrap_or(document.last_step()),
        right.step.unwrap_or(document.last_step()),
    );
    if !same || one == other {
        return BTreeMap::new();
    }
    last_changes(
        document
            .cell_changes(one.min(other), one.max(other))
            .ok()
            .as_ref(),
    )
}

/// Compares two sides. As JSON: left and right (file, matrix, assessor, version, step); rows and columns (by_id, by_code, by_name,
/// only_left, only_right: items); compared, equal, equal_share, mean_absolute_difference (of nets, score points),
/// mean_absolute_difference_of_sides, opposite_signs, weighted_kappa (quadratic), only_left, only_right, other_states,
/// outside_left, outside_right (counts of cells), scales_differ, and differences, largest first: row, column, left,
/// right (benefit and harm, score points), net (right minus left), opposite. What does not exist is null.
pub fn compare(
    setting: &Setting,
    left: &str,
    right: &str,
    to: Option<&Path>,
    as_json: bool,
) -> Result<Outcome, Refused> {
    let left = open_side(setting, left)?;
    let right = open_beside(setting, right, Some(&left))?;
    let comparison = bring_together(setting, &left, &right)?;
    let Some(pair) = comparison.pairs.first() else {
        return Ok(Outcome::Done);
    };
    if let Some(to) = to {
        write(setting, &comparison, &left, &right, to)?;
        if !as_json {
            out(&setting.words.notice_exported(to.display().to_string()));
        }
    }
    if as_json {
        write_json(setting, &left, &right, pair)?;
    } else {
        print(setting, &left, &right, pair);
    }
    Ok(Outcome::Done)
}

fn write_json(
    setting: &Setting,
    left: &Opened,
    right: &Opened,
    pair: &Pair,
) -> Result<(), Refused> {
    let language = setting.words.language();
    let (ours, theirs) = (&*left.side.contents, &*right.side.contents);
    let (found, [rows, columns]) = (&pair.agreement, &pair.lines);
    let walk = |each: Each<'_>| {
        let mut names: HashMap<Item, Box<RawValue>> = HashMap::new();
        for found in &found.differences {
            for item_ in [found.row, found.column] {
                names
                    .entry(item_)
                    .or_insert_with(|| raw(&item(ours, item_, language)));
            }
            let name = |item: Item| names.get(&item).map(|name| &**name);
            let (left, right) = (Sides::of(found.left), Sides::of(found.right));
            let (row, column) = (name(found.row), name(found.column));
            each(&SaidDifference {
                row,
                column,
                left,
                right,
                net: found.net,
                opposite: found.opposite,
            })?;
        }
        Ok(())
    };
    let fields = json!({
        "left": said(left), "right": said(right),
        "rows": lines(rows, ours, theirs, language), "columns": lines(columns, ours, theirs, language),
        "compared": found.both, "equal": found.exact, "equal_share": found.exact_share(),
        "mean_absolute_difference": found.mean_net, "mean_absolute_difference_of_sides": found.mean_gross,
        "opposite_signs": found.opposite_signs, "weighted_kappa": found.kappa,
        "only_left": found.only_left, "only_right": found.only_right, "other_states": found.other_states,
        "outside_left": found.outside_left, "outside_right": found.outside_right,
        "scales_differ": found.scales_differ,
    });
    let long = Long {
        name: "differences",
        n: found.differences.len(),
        walk: Box::new(walk),
    };
    let fields = fields.as_object().cloned().unwrap_or_default();
    to_output(setting, &left.file, |output| {
        write_object(output, &fields, Some(&long))
    })
}

fn print(setting: &Setting, left: &Opened, right: &Opened, pair: &Pair) {
    let (ours, theirs) = (&*left.side.contents, &*right.side.contents);
    let (found, [rows, columns]) = (&pair.agreement, &pair.lines);
    let words = &setting.words;
    let name = |side: &Opened| {
        let version = side
            .version
            .as_ref()
            .map_or_else(String::new, |version| format!(" :: {version}"));
        format!(
            "{} :: {} :: {}{version}",
            side.file.display(),
            side.matrix,
            side.assessor
        )
    };
    out(&format!("{}\n{}", name(left), name(right)));
    for (what, value) in figures(words, found) {
        out(&format!("{what}: {value}"));
    }
    for each in &found.differences {
        let (left, right) = (shown(setting, each.left), shown(setting, each.right));
        out(&format!(
            "  {} × {}: {left} | {right}",
            ours.item_label(each.row).0,
            ours.item_label(each.column).0
        ));
    }
    for (items, contents, alone) in [
        (
            rows.only_left.iter().chain(&columns.only_left),
            ours,
            Words::cli_compare_alone_left as fn(&Words, String) -> String,
        ),
        (
            rows.only_right.iter().chain(&columns.only_right),
            theirs,
            Words::cli_compare_alone_right,
        ),
    ] {
        for each in items {
            let (code, label) = contents.item_label(*each);
            let text = format!("{code} {}", label.get(words.language()));
            out(&alone(words, text.trim().to_owned()));
        }
    }
}

/// What each figure of an agreement is called, and itself.
fn figures(words: &Words, found: &Agreement) -> [(String, String); 7] {
    let numbers = words.numbers();
    let or_none =
        |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| numbers.number(value, 2));
    let only_left = numbers.count(found.only_left + found.outside_left);
    let only_right = numbers.count(found.only_right + found.outside_right);
    [
        (words.cli_compare_both(), numbers.count(found.both)),
        (words.cli_compare_equal(), numbers.count(found.exact)),
        (words.cli_compare_mean(), or_none(found.mean_net)),
        (
            words.cli_compare_opposite(),
            numbers.count(found.opposite_signs),
        ),
        (words.cli_compare_kappa(), or_none(found.kappa)),
        (words.cli_compare_only_left(), only_left),
        (words.cli_compare_only_right(), only_right),
    ]
}

fn shown(setting: &Setting, score: Score) -> String {
    let numbers = setting.words.numbers();
    match score {
        Score::Scored { benefit, harm } if benefit > 0.0 && harm > 0.0 => {
            format!("{}/{}", numbers.shortest(benefit), numbers.shortest(-harm))
        }
        _ => score
            .net()
            .map_or_else(String::new, |net| numbers.shortest(net)),
    }
}

fn said(side: &Opened) -> Value {
    json!({
        "file": side.file.display().to_string(), "matrix": side.matrix, "assessor": side.assessor,
        "version": side.version, "step": side.step,
    })
}

/// A cell that is scored differently, as JSON says it.
#[derive(Serialize)]
struct SaidDifference<'a> {
    row: Option<&'a RawValue>,
    column: Option<&'a RawValue>,
    left: Option<Sides>,
    right: Option<Sides>,
    net: f64,
    opposite: bool,
}
#[derive(Serialize)]
struct Sides {
    benefit: f64,
    harm: f64,
}
impl Sides {
    const fn of(score: Score) -> Option<Self> {
        match score {
            Score::Scored { benefit, harm } => Some(Self { benefit, harm }),
            _ => None,
        }
    }
}

fn item(contents: &Contents, item: Item, language: Language) -> Value {
    let (code, label) = contents.item_label(item);
    json!({ "code": code, "name": label.get(language) })
}

fn lines(aligned: &Aligned, ours: &Contents, theirs: &Contents, language: Language) -> Value {
    let of = |contents: &Contents, items: &[Item]| -> Vec<Value> {
        items
            .iter()
            .map(|each| item(contents, *each, language))
            .collect()
    };
    json!({
        "by_id": aligned.by_id, "by_code": aligned.by_code, "by_name": aligned.by_name,
        "only_left": of(ours, &aligned.only_left), "only_right": of(theirs, &aligned.only_right),
    })
}
