//! What is said of rows and columns: profiles, coherence of pairs, groups, structure, readings, indirect effects.

use super::case_deletion::RankRanges;
use super::{Across, By, Like, Subject};
use crate::analysis::case_deletion::CaseDeletion;
use crate::analysis::groups::{Likeness, best_cut, grouped};
use crate::analysis::reading::{reachable, reading as read, routes};
use crate::analysis::sums::{
    Group, GroupKey, Grouping, groups as groups_of, profile as profile_of,
};
use crate::analysis::through_goals::{goals_scored, through_goals};
use crate::analysis::{
    DriftRule, Profile, Profiles, Score, Scores, Sums, Who, profiles as profiles_of,
    structure as structure_of,
};
use crate::cli::Refused;
use crate::cli::exchange::find_matrix;
use crate::cli::refused;
use crate::figure::chart::ProfileOrder;
use crate::model::{Axis, Item};
use crate::said::say_finding;
use crate::words::{Say as _, Words};
use serde_json::{Value, json};
use std::collections::HashMap;

fn sums(sums: &Sums, largest: f64) -> serde_json::Map<String, Value> {
    let fields = json!({
        "benefit": sums.benefit, "harm": sums.tradeoff, "net": sums.net(), "conflict": sums.conflict,
        "weight": sums.weight, "scored": sums.scored, "not_applicable": sums.not_applicable,
        "dont_know": sums.dont_know, "unscored": sums.unanswered(), "coverage": sums.coverage(),
        "index": sums.coherence_index(largest),
    });
    if let Value::Object(fields) = fields {
        fields
    } else {
        serde_json::Map::new()
    }
}

pub fn profiles(subject: &Subject<'_>) -> Result<Value, Refused> {
    let (contents, scores) = (subject.contents, &subject.scores);
    let (word, axis, by) = match subject.asked.by {
        By::Row => ("row", Axis::Rows, None),
        By::Column => ("column", Axis::Columns, None),
        By::Parent => ("parent", Axis::Rows, Some(Grouping::Parent)),
        By::Cluster => ("cluster", Axis::Rows, Some(Grouping::Cluster)),
        By::Level => ("level", Axis::Rows, Some(Grouping::Level)),
        By::ColumnParent => ("column_parent", Axis::Columns, Some(Grouping::Parent)),
    };
    let profiles = profiles_of(contents, scores, axis, by);
    let orders = [ProfileOrder::Index, ProfileOrder::Net];
    let ranked = |profiles: &Profiles| {
        orders
            .iter()
            .map(|order| order.values(profiles))
            .collect::<Vec<_>>()
    };
    let left_out = CaseDeletion {
        seed: subject.asked.seed,
        ..CaseDeletion::default()
    };
    let ranks = RankRanges::of_scores(subject, left_out, &ranked(&profiles), |less| {
        Ok(ranked(&profiles_of(contents, less, axis, by)))
    })?;
    let across = subject.asked.across.map(|across| {
        let by = match across {
            Across::Parent => Grouping::Parent,
            Across::Level => Grouping::Level,
            Across::Cluster => Grouping::Cluster,
        };
        let other = if axis == Axis::Rows {
            Axis::Columns
        } else {
            Axis::Rows
        };
        let groups = groups_of(contents, scores, other, by);
        let lines = scores.lines(axis).iter().map(|line| line.item);
        let sums: HashMap<Item, Vec<Sums>> = lines.zip(profile_of(scores, axis, &groups)).collect();
        (groups, sums)
    });
    let line = |(place, profile): (usize, &Profile)| {
        let (name, what) = match profile.who {
            Who::Item(item) => ("item", subject.item(item)),
            Who::Group(group) => ("group", key(subject, group)),
        };
        let mut line = serde_json::Map::from_iter([(name.to_owned(), what)]);
        line.extend(sums(&profile.sums, scores.largest));
        let cost = json!({ "euro": profile.cost.cents.map(|cents| cents / 100.0), "policies": profile.cost.policies,
                           "unknown": profile.cost.unknown });
        line.insert("cost".to_owned(), cost);
        if let Some((groups, sums_of)) = &across {
            line.insert(
                "across".to_owned(),
                over_groups(subject, groups, sums_of, profile),
            );
        }
        line.insert(
            "ranks".to_owned(),
            json!({ "index": ranks.rank(0, place), "net": ranks.rank(1, place) }),
        );
        Value::Object(line)
    };
    let lines: Vec<Value> = profiles.lines.iter().enumerate().map(line).collect();
    Ok(json!({ "by": word, "left_out": ranks.said(), "lines": lines }))
}

/// What a profile comes to on each group of the other axis.
fn over_groups(
    subject: &Subject<'_>,
    groups: &[Group],
    of_lines: &HashMap<Item, Vec<Sums>>,
    profile: &Profile,
) -> Value {
    let of_group = |(place, group): (usize, &Group)| {
        let lines = profile
            .items
            .iter()
            .filter_map(|item| of_lines.get(item)?.get(place));
        let mut said = serde_json::Map::from_iter([("group".to_owned(), key(subject, group.key))]);
        said.extend(sums(&lines.collect(), subject.scores.largest));
        Value::Object(said)
    };
    groups.iter().enumerate().map(of_group).collect()
}

fn key(subject: &Subject<'_>, key: GroupKey) -> Value {
    let of =
        |kind: &str, code: &str, name: &str| json!({ "kind": kind, "code": code, "name": name });
    match key {
        GroupKey::Parent(Some(item)) => {
            let (code, label) = subject.contents.item_label(item);
            of("parent", code, label.get(subject.language))
        }
        GroupKey::Cluster(Some(id)) => of(
            "cluster",
            "",
            subject
                .contents
                .clusters
                .get(&id)
                .map_or("", |cluster| cluster.name.as_str()),
        ),
        GroupKey::Level(Some(level)) => {
            of("level", level.word(), &level.say(&subject.setting.words))
        }
        GroupKey::Parent(None) | GroupKey::Cluster(None) | GroupKey::Level(None) => {
            of("none", "", "–")
        }
    }
}

pub fn axis(subject: &Subject<'_>) -> &'static str {
    if subject.asked.columns {
        "columns"
    } else {
        "rows"
    }
}

pub fn groups(subject: &Subject<'_>) -> Result<Value, Refused> {
    let turned = if subject.asked.columns {
        subject.scores.transposed()
    } else {
        subject.scores.clone()
    };
    let (likeness, word) = match subject.asked.likeness {
        Like::Pearson => (Likeness::Pearson, "pearson"),
        Like::Cosine => (Likeness::Cosine, "cosine"),
    };
    let found = subject.unstopped(grouped(&turned, likeness, &subject.progress))?;
    let cut = best_cut(&found.cuts);
    let place = |row| found.rows.iter().position(|at| *at == row);
    let lines: Vec<Value> = turned
        .rows
        .iter()
        .enumerate()
        .map(|(row, line)| {
            let group = cut.and_then(|cut| cut.groups.get(row));
            json!({ "item": subject.item(line.item), "group": group, "community": found.communities.groups.get(row),
                    "place": place(row) })
        })
        .collect();
    let joins: Vec<Value> = found
        .tree
        .joins
        .iter()
        .map(|join| json!({ "left": join.left, "right": join.right, "height": join.height, "size": join.size }))
        .collect();
    Ok(json!({
        "axis": axis(subject), "likeness": word, "unrelated": found.unrelated,
        "silhouette": cut.map(|cut| cut.silhouette), "modularity": found.communities.modularity,
        "lines": lines, "joins": joins,
    }))
}

pub fn structure(subject: &Subject<'_>) -> Result<Value, Refused> {
    let changes = subject
        .kept
        .document()
        .policy_changes()
        .map_err(|error| subject.setting.storage(&subject.asked.file, &error))?;
    let found = structure_of(
        subject.contents,
        subject.matrix,
        &changes,
        &DriftRule::default(),
    )
    .ok_or_else(|| {
        refused(
            &subject.asked.file,
            &subject.setting.words.cli_no_matrices(),
        )
    })?;
    let said: Vec<Value> = found
        .iter()
        .map(|finding| {
            let text = say_finding(finding, subject.contents, &subject.setting.words);
            let assessor = finding.assessor().map(|id| subject.assessor_name(id));
            json!({ "kind": finding.word(), "assessor": assessor, "text": text })
        })
        .collect();
    Ok(json!({ "findings": said }))
}

pub fn reading(subject: &Subject<'_>) -> Result<Value, Refused> {
    let contents = subject.contents;
    let key = |id| {
        contents
            .frameworks
            .get(id)
            .map_or("", |framework| framework.key.as_str())
    };
    let wanted = subject.asked.to.as_deref();
    let found = reachable(contents, &subject.scores, Axis::Columns);
    let (from, to) = found
        .iter()
        .find(|(_, to)| wanted.is_none_or(|wanted| key(to) == wanted))
        .ok_or_else(|| subject.refuse(Words::cli_analyse_no_route))?;
    let route = routes(contents, *from, *to)
        .into_iter()
        .next()
        .ok_or_else(|| subject.refuse(Words::cli_analyse_no_route))?;
    let read = read(contents, &subject.scores, &route)
        .ok_or_else(|| subject.refuse(Words::cli_analyse_no_route))?;
    let legs: Vec<Value> = route
        .iter()
        .map(|leg| {
            let name = contents
                .crosswalks
                .get(&leg.crosswalk)
                .map(|crosswalk| &crosswalk.name);
            json!({ "crosswalk": name, "reversed": leg.reversed })
        })
        .collect();
    let columns: Vec<Value> = read
        .scores
        .columns
        .iter()
        .zip(&read.sources)
        .map(|(line, sources)| {
            let sources: Vec<Value> = sources
                .iter()
                .map(|source| {
                    json!({ "item": subject.item(Item::Goal(source.goal)), "weight": source.weight,
                            "inherited": source.inherited })
                })
                .collect();
            json!({ "item": subject.item(line.item), "sources": sources })
        })
        .collect();
    let cells: Vec<Value> = cells(subject, &read.scores);
    let unlinked: Vec<Value> = read
        .unlinked
        .iter()
        .map(|(item, n)| json!({ "item": subject.item(*item), "scored": n }))
        .collect();
    Ok(json!({
        "from": key(from), "to": key(to), "route": legs, "used": read.used, "unlinked": unlinked,
        "unreached": subject.items(read.unreached.iter().map(|id| Item::Goal(*id))), "columns": columns,
        "cells": cells,
    }))
}

fn cells(subject: &Subject<'_>, scores: &Scores) -> Vec<Value> {
    let of = |(row, column, score): (usize, usize, Score)| {
        let Score::Scored { benefit, harm } = score else {
            return None;
        };
        let (row, column) = (scores.rows.get(row)?, scores.columns.get(column)?);
        Some(
            json!({ "row": subject.item(row.item), "column": subject.item(column.item), "benefit": benefit,
                     "harm": -harm }),
        )
    };
    scores.crossings().filter_map(of).collect()
}

pub fn indirect(subject: &Subject<'_>) -> Result<Value, Refused> {
    let contents = subject.contents;
    let goals = match &subject.asked.goals {
        Some(name) => find_matrix(subject.setting, &subject.asked.file, contents, Some(name))?,
        None => *contents
            .matrices
            .iter()
            .find(|(id, matrix)| {
                matrix.kind == crate::model::MatrixKind::GoalGoal && **id != subject.matrix
            })
            .map(|(id, _)| id)
            .ok_or_else(|| subject.refuse(Words::cli_analyse_no_goals))?,
    };
    let (goals_by, square) = goals_scored(contents, goals, subject.assessor)
        .ok_or_else(|| subject.refuse(Words::cli_analyse_no_goals))?;
    let found = through_goals(&subject.scores, &square);
    let mut cells = Vec::new();
    for (r, row) in found.rows.iter().enumerate() {
        for (c, column) in found.columns.iter().enumerate() {
            let (direct, indirect) = found.at(r, c);
            if direct.is_some() || indirect.is_some_and(|value| value != 0.0) {
                cells.push(json!({ "row": subject.item(*row), "column": subject.item(*column), "direct": direct,
                                   "indirect": indirect }));
            }
        }
    }
    Ok(json!({
        "goals_matrix": contents.matrices.get(&goals).map(|matrix| &matrix.name),
        "goals_assessor": subject.assessor_name(goals_by), "used": found.used, "links": found.links, "outside": subject.items(found.outside.iter().copied()), "cells": cells,
    }))
}
