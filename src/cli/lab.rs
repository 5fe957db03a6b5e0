//! `lab`: the sessions of a document, the figures of one, its papers as files; `prepare` makes one.

mod prepare;

use super::export::said as not_written;
use super::{Outcome as Done, Refused, Setting, out, out_json, refused, tell_unshown};
use crate::analysis::session::{Moved, PanelAgreement, Round, Session, TwoSided, distribution};
use crate::analysis::{ConsensusRule, Verdict};
use crate::document::Kept;
use crate::export::{Format, lab_formats, lab_telling, write_file};
use crate::model::{
    CellValue, Contents, Item, Lab as Record, LabId, Language, Outcome, Points, Question, Scale,
};
use crate::report::lab::{Ballots, LabPaper, Printed};
use crate::words::messages::CliLabCounts;
use crate::words::say_item;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// What each field means: the end of `ordito lab --help`.
pub const HELP: &str = "\
Fields of the JSON (score points unless said, all digits; null where a number does not exist; items are {code, name};
only revealed rounds are there):
  without LAB   labs: id, title, date, place, matrix, anonymous, listed, questions, agreed, parked, skipped, open (counts)
  with LAB      the same, present, voted (participants), rule {fewest, largest_iqr, opposite_signs, polarised_share};
                agreement and by_round: round (null: the last one of each question), questions, alpha {alpha, units,
                scores} (Krippendorff, interval), alpha_ordinal (the same, ordinal metric), kendall {w, chi_squared, p, assessors, cells}; moved (first to last round):
                both, moved, up, down (votes), mean_shift, mean_distance, consensus_before, consensus_after;
                questions: number, row, column, minutes, outcome (agreed, parked, skipped or null), value (benefit, harm; or
                na, unknown), reason, dissent, moved, rounds: round, votes, missing, levels (value, votes),
                other_values, not_applicable, dont_know, n, lower_median, upper_median, q1, q3, iqr, consensus, agreement,
                dispersion, negative, zero, positive, verdict (too_few, agreed, polarised, opposite_signs, scattered); these
                are of net scores; two_sided (votes with a co-benefit and a trade-off: benefit, harm, votes), sides (medians of both
                sides; null where all have one);
                with names also participants (those who vote): name, role, organisation, table, absent; and in rounds said (one for each
                participant in that order, as it is typed)";

/// What `lab` was asked for.
#[derive(Debug, clap::Args)]
#[command(after_help = HELP)]
pub struct Lab {
    pub file: PathBuf,
    /// The session, by title or id; with --to the only one when not given
    #[arg(value_name = "LAB")]
    pub session: Option<String>,
    /// Write a paper: the ending of the file says how, pdf, docx, html; the outcome also xlsx, ods
    #[arg(long)]
    pub to: Option<PathBuf>,
    /// The paper: outcome, agenda, ballots, presences
    #[arg(long, value_name = "PAPER", default_value = "outcome", value_parser = paper)]
    pub what: LabPaper,
    /// With --what ballots: so many on a page, without names; else one for each who votes
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=6))]
    pub per_page: Option<u8>,
    /// With who voted what; refused where the session is anonymous, usual where it is not
    #[arg(long, conflicts_with = "anonymous")]
    pub names: bool,
    /// Without a name, role, organisation or table of anybody
    #[arg(long)]
    pub anonymous: bool,
    /// Prepare a session of this title on a matrix, its agenda as the room proposes it
    #[arg(long, requires = "session", conflicts_with_all = ["to", "names"])]
    pub new: bool,
    /// With --new: the matrix; the only one when not given
    #[arg(long, requires = "new")]
    pub matrix: Option<String>,
    /// With --new: numbered seats that vote
    #[arg(long, requires = "new", conflicts_with = "tables", default_value_t = 0, value_parser = clap::value_parser!(u16).range(0..=100))]
    pub participants: u16,
    /// With --new: tables that vote as one
    #[arg(long, requires = "new", default_value_t = 0, value_parser = clap::value_parser!(u16).range(0..=100))]
    pub tables: u16,
    /// With --new: questions at most
    #[arg(long, requires = "new", default_value_t = 10, value_parser = clap::value_parser!(u16).range(0..=500))]
    pub questions: u16,
    /// With --new: minutes for each question
    #[arg(long, requires = "new", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=240))]
    pub minutes: u16,
    #[arg(long)]
    pub json: bool,
}

fn paper(text: &str) -> Result<LabPaper, String> {
    LabPaper::of_id(text).ok_or_else(|| LabPaper::ALL.map(LabPaper::id).join(" | "))
}

pub fn lab(setting: &Setting, asked: &Lab) -> Result<Done, Refused> {
    if asked.new {
        return prepare::prepare(setting, asked);
    }
    let kept = Kept::open_read_only(&asked.file, &setting.data)
        .map_err(|error| setting.keep(&asked.file, &error))?;
    let contents = kept.document().contents();
    let mut labs: Vec<(LabId, &Record)> =
        contents.labs.iter().map(|(id, lab)| (*id, lab)).collect();
    labs.sort_by_key(|(id, lab)| (lab.position, *id));
    let found = find(setting, asked, &labs)?;
    let Some((id, record)) = found else {
        list(setting, asked, contents, &labs);
        return Ok(Done::Done);
    };
    if asked.names && record.anonymous {
        return Err(refused(&asked.file, &setting.words.cli_lab_no_names()));
    }
    let names = !asked.anonymous && !record.anonymous;
    if let Some(to) = &asked.to {
        write(setting, asked, contents, id, names, to)?;
    }
    let session = Session::of(contents, id);
    let scale = contents
        .matrices
        .get(&record.matrix)
        .and_then(|matrix| contents.scales.get(&matrix.scale));
    let (Some(session), Some(scale)) = (session, scale) else {
        return Err(refused(&asked.file, &setting.words.labpaper_gone()));
    };
    if asked.json {
        out_json(&figures(
            setting,
            contents,
            (id, record),
            &session,
            scale,
            names,
        ));
    } else if let Some(to) = &asked.to {
        out(&setting.words.notice_exported(to.display().to_string()));
    } else {
        print(setting, contents, (id, record), &session);
    }
    Ok(Done::Done)
}

/// The session that is meant; `None` is all of them.
fn find<'a>(
    setting: &Setting,
    asked: &Lab,
    labs: &[(LabId, &'a Record)],
) -> Result<Option<(LabId, &'a Record)>, Refused> {
    let known = || {
        labs.iter()
            .map(|(_, lab)| lab.title.as_str())
            .collect::<Vec<_>>()
            .join("», «")
    };
    let words = &setting.words;
    match (&asked.session, &asked.to) {
        (Some(name), _) => {
            let is = |(id, lab): &&(LabId, &Record)| lab.title == *name || id.to_string() == *name;
            let mut found = labs.iter().filter(is);
            match (found.next(), found.next()) {
                (Some(found), None) => Ok(Some(*found)),
                (Some(_), Some(_)) => Err(refused(&asked.file, &words.cli_lab_several(name))),
                (None, _) if labs.is_empty() => Err(refused(&asked.file, &words.cli_no_labs())),
                (None, _) => Err(refused(&asked.file, &words.cli_no_lab(known(), name))),
            }
        }
        (None, Some(_)) => match labs {
            [only] => Ok(Some(*only)),
            [] => Err(refused(&asked.file, &words.cli_no_labs())),
            _ => Err(refused(&asked.file, &words.cli_which_lab(known()))),
        },
        (None, None) => Ok(None),
    }
}

fn write(
    setting: &Setting,
    asked: &Lab,
    contents: &Contents,
    lab: LabId,
    names: bool,
    to: &Path,
) -> Result<(), Refused> {
    let words = &setting.words;
    let printed = Printed {
        contents,
        lab,
        names,
        ballots: asked.per_page.map_or(Ballots::Each, Ballots::PerPage),
        words,
        now: setting.now,
    };
    let (bytes, unshown) = Format::one_of(to, lab_formats(asked.what))
        .and_then(|format| lab_telling(&printed, &setting.letterhead(contents), asked.what, format))
        .map_err(|error| not_written(setting, to, error))?;
    write_file(to, &bytes, setting.force).map_err(|error| not_written(setting, to, error))?;
    tell_unshown(setting, &unshown);
    Ok(())
}

fn list(setting: &Setting, asked: &Lab, contents: &Contents, labs: &[(LabId, &Record)]) {
    let heads = labs
        .iter()
        .filter_map(|(id, lab)| Some((*id, *lab, Session::of(contents, *id)?)));
    if asked.json {
        let labs: Vec<Value> = heads
            .map(|(id, lab, session)| head(contents, (id, lab), &session))
            .collect();
        out_json(&json!({ "labs": labs }));
        return;
    }
    if labs.is_empty() {
        out(&setting.words.cli_lab_none());
    }
    for (id, lab, session) in heads {
        print_head(setting, contents, (id, lab), &session);
    }
}

fn print_head(
    setting: &Setting,
    contents: &Contents,
    (_, lab): (LabId, &Record),
    session: &Session,
) {
    let words = &setting.words;
    let matrix = contents.matrix_name(lab.matrix);
    let parts = [
        lab.title.as_str(),
        lab.date.as_str(),
        lab.place.as_str(),
        matrix,
    ];
    out(&parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · "));
    out(&format!(
        "  {}",
        words.cli_lab_counts(CliLabCounts {
            agreed: session.outcomes.agreed,
            n: session.questions.len(),
            open: session.outcomes.open,
            parked: session.outcomes.parked,
            skipped: session.outcomes.skipped
        })
    ));
    out(&format!(
        "  {}",
        words.labpaper_participation(session.listed, session.present, session.voted)
    ));
}

fn print(setting: &Setting, contents: &Contents, (id, lab): (LabId, &Record), session: &Session) {
    let (words, numbers) = (&setting.words, setting.words.numbers());
    print_head(setting, contents, (id, lab), session);
    let or_none =
        |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| numbers.number(value, 2));
    let agreement = &session.agreement;
    out(&format!(
        "  {}: {}",
        words.labpaper_alpha(),
        or_none(agreement.alpha.map(|found| found.alpha))
    ));
    out(&format!(
        "  {}: {}",
        words.labpaper_w(),
        or_none(agreement.concordance.map(|found| found.w))
    ));
    for (((_, question), asked), n) in contents
        .questions_of(id)
        .iter()
        .zip(&session.questions)
        .zip(1_usize..)
    {
        let code = |item| say_item(item, contents, words);
        let panel = asked.last().and_then(|round| round.panel.as_ref());
        let median = panel
            .map(|panel| f64::midpoint(panel.lower_median.value(), panel.upper_median.value()));
        let outcome = match &question.outcome {
            Some(Outcome::Agreed { value, .. }) => numbers.cell(*value),
            Some(Outcome::Parked { .. }) => words.labpaper_outcome_parked(),
            Some(Outcome::Skipped) => words.labpaper_outcome_skipped(),
            None => words.labpaper_outcome_open(),
        };
        let figures = words.cli_lab_question(
            or_none(panel.and_then(|panel| panel.consensus)),
            median.map_or_else(|| "–".to_owned(), |median| numbers.shortest(median)),
            asked.rounds.len(),
        );
        out(&format!(
            "  {n}. {} × {}: {outcome} ({figures})",
            code(question.row),
            code(question.column)
        ));
    }
}

fn head(contents: &Contents, (id, lab): (LabId, &Record), session: &Session) -> Value {
    let matrix = contents
        .matrices
        .get(&lab.matrix)
        .map(|matrix| matrix.name.as_str());
    json!({
        "id": id.to_string(), "title": lab.title, "date": lab.date, "place": lab.place, "matrix": matrix,
        "anonymous": lab.anonymous, "listed": session.listed, "questions": session.questions.len(),
        "agreed": session.outcomes.agreed, "parked": session.outcomes.parked, "skipped": session.outcomes.skipped,
        "open": session.outcomes.open,
    })
}

fn figures(
    setting: &Setting,
    contents: &Contents,
    (id, lab): (LabId, &Record),
    session: &Session,
    scale: &Scale,
    names: bool,
) -> Value {
    let language = setting.words.language();
    let rule = ConsensusRule::from(&lab.rule);
    let agenda = contents.questions_of(id);
    let questions: Vec<Value> = agenda
        .iter()
        .zip(&session.questions)
        .zip(1_usize..)
        .map(|(((_, asked), figures), n)| {
            let rounds: Vec<Value> = figures
                .rounds
                .iter()
                .map(|each| round(each, scale, names))
                .collect();
            let mut value = question(contents, asked, language, n, lab, names, setting);
            value["moved"] = figures.moved.as_ref().map_or(Value::Null, moved);
            value["rounds"] = rounds.into();
            value
        })
        .collect();
    let mut value = head(contents, (id, lab), session);
    value["present"] = session.present.into();
    value["voted"] = session.voted.into();
    value["rule"] = json!({
        "fewest": rule.fewest, "largest_iqr": rule.largest_iqr, "opposite_signs": rule.opposite_signs,
        "polarised_share": rule.polarised_share,
    });
    value["agreement"] = agreement(&session.agreement);
    value["by_round"] = session
        .by_round
        .iter()
        .map(agreement)
        .collect::<Vec<_>>()
        .into();
    value["moved"] = session.moved.as_ref().map_or(Value::Null, moved);
    value["questions"] = questions.into();
    if names {
        let name = |who| {
            contents
                .assessors
                .get(&who)
                .map(|assessor| assessor.name.as_str())
        };
        let people = lab.voters().map(|who| {
            json!({ "name": name(who.id), "role": who.role, "organisation": who.organisation, "table": who.table,
                    "absent": who.absent })
        });
        value["participants"] = people.collect::<Vec<_>>().into();
    }
    value
}

fn question(
    contents: &Contents,
    asked: &Question,
    language: Language,
    n: usize,
    lab: &Record,
    names: bool,
    setting: &Setting,
) -> Value {
    let item = |item: Item| {
        let (code, label) = contents.item_label(item);
        json!({ "code": code, "name": label.get(language) })
    };
    let written =
        |text: &str| crate::report::lab::written(contents, lab, names, &setting.words, text);
    let (outcome, value, reason, dissent) = match &asked.outcome {
        Some(Outcome::Agreed {
            value,
            reason,
            dissent,
        }) => (
            Some("agreed"),
            cell(*value),
            written(reason),
            written(dissent),
        ),
        Some(Outcome::Parked { reason }) => {
            (Some("parked"), Value::Null, written(reason), String::new())
        }
        Some(Outcome::Skipped) => (Some("skipped"), Value::Null, String::new(), String::new()),
        None => (None, Value::Null, String::new(), String::new()),
    };
    json!({
        "number": n, "row": item(asked.row), "column": item(asked.column), "minutes": asked.minutes,
        "outcome": outcome, "value": value, "reason": reason, "dissent": dissent,
    })
}

fn cell(value: CellValue) -> Value {
    match value {
        CellValue::Scored { benefit, tradeoff } => {
            json!({ "benefit": benefit.value(), "harm": tradeoff.value() })
        }
        CellValue::NotApplicable => "na".into(),
        CellValue::DontKnow => "unknown".into(),
        CellValue::Unscored => Value::Null,
    }
}

fn moved(moved: &Moved) -> Value {
    json!({
        "both": moved.both, "moved": moved.moved, "up": moved.up, "down": moved.down, "mean_shift": moved.mean_shift,
        "mean_distance": moved.mean_distance, "consensus_before": moved.before, "consensus_after": moved.after,
    })
}

fn agreement(found: &PanelAgreement) -> Value {
    let alpha = found
        .alpha
        .map(|each| json!({ "alpha": each.alpha, "units": each.units, "scores": each.scores }));
    let kendall = found.concordance.map(|each| {
        json!({ "w": each.w, "chi_squared": each.chi_squared, "p": each.p, "assessors": each.assessors, "cells": each.cells })
    });
    let ordinal = found.ordinal.map(|each| each.alpha);
    json!({
        "round": found.round, "questions": found.questions, "alpha": alpha, "alpha_ordinal": ordinal, "kendall": kendall,
    })
}

fn round(round: &Round, scale: &Scale, names: bool) -> Value {
    let (levels, others) = distribution(round, scale);
    let levels: Vec<Value> = levels
        .into_iter()
        .map(|(value, votes)| json!({ "value": value.value(), "votes": votes }))
        .collect();
    let states = |wanted| round.said.iter().filter(|value| **value == wanted).count();
    let panel = round.panel.as_ref();
    let verdict = match panel.map_or(Verdict::TooFew, |panel| panel.verdict) {
        Verdict::TooFew => "too_few",
        Verdict::Agreed => "agreed",
        Verdict::Polarised => "polarised",
        Verdict::OppositeSigns => "opposite_signs",
        Verdict::Scattered => "scattered",
    };
    let points =
        |of: fn(&crate::analysis::CellPanel) -> Points| panel.map(|panel| of(panel).value());
    let mut value = json!({
        "round": round.round, "votes": round.votes, "missing": round.missing, "levels": levels,
        "other_values": others, "not_applicable": states(CellValue::NotApplicable),
        "dont_know": states(CellValue::DontKnow), "n": panel.map_or(0, |panel| panel.n),
        "lower_median": points(|panel| panel.lower_median), "upper_median": points(|panel| panel.upper_median),
        "q1": panel.map(|panel| panel.quartiles.0), "q3": panel.map(|panel| panel.quartiles.1),
        "iqr": panel.map(crate::analysis::CellPanel::iqr), "consensus": panel.and_then(|panel| panel.consensus),
        "agreement": panel.and_then(|panel| panel.agreement),
        "dispersion": panel.and_then(|panel| panel.dispersion),
        "negative": panel.map(|panel| panel.negative), "zero": panel.map(|panel| panel.zero),
        "positive": panel.map(|panel| panel.positive), "verdict": verdict,
    });
    let two_sided = TwoSided::of(&round.said);
    let each = |(value, n): (CellValue, usize)| {
        let mut said = cell(value);
        said["votes"] = n.into();
        said
    };
    value["sides"] = two_sided
        .as_ref()
        .map_or(Value::Null, |found| cell(found.middle));
    value["two_sided"] = two_sided
        .map_or_else(Vec::new, |found| found.votes)
        .into_iter()
        .map(each)
        .collect();
    if names {
        value["said"] = round
            .said
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .into();
    }
    value
}
