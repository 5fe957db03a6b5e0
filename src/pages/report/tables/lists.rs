//! Policies, goals and sources of the document.

use super::Source;
use super::value::{NumberFormat, Style, TableSheet, Value};
use ordito_model::{ActorId, Contents, Label};
use ordito_words::{Say as _, Words};

fn table(
    words: &Words,
    name: &str,
    heads: &[&str],
    widths: &[f64],
    body: Vec<Vec<Value>>,
) -> TableSheet {
    let mut rows = vec![
        heads
            .iter()
            .map(|key| Value::head(words.say(key)))
            .collect::<Vec<Value>>(),
    ];
    rows.extend(body);
    let (name, widths) = (words.say(name), widths.to_vec());
    TableSheet {
        name,
        frozen: (1, 0),
        filter: true,
        widths,
        on_request: true,
        rows,
        ..TableSheet::default()
    }
}

fn wrapped(text: impl Into<String>) -> Value {
    Value::styled(text, Style::wrapped())
}

/// Several texts in one cell, as `import/list.rs` reads them: one that holds a separator stands in quotes.
fn joined(texts: impl Iterator<Item = String>) -> String {
    let quoted = |text: String| {
        let is_plain =
            !text.contains([';', '\n', '\r']) && !text.contains(" | ") && !text.starts_with('"');
        if is_plain && text.trim() == text {
            text
        } else {
            format!("\"{}\"", text.replace('"', "\"\""))
        }
    };
    texts.map(quoted).collect::<Vec<_>>().join("; ")
}

/// All policies of a document; read again by `import/policies.rs` they are the same.
pub fn policies(contents: &Contents, words: &Words) -> TableSheet {
    let actor = |id: &ActorId| contents.actors.get(id).map(|actor| actor.name.clone());
    let references = contents.policy_references();
    let code = |id: Option<ordito_model::PolicyId>| id.and_then(|id| references.get(&id)).cloned();
    let month =
        |month: Option<ordito_model::YearMonth>| Value::said(month.map(|at| at.to_string()));
    let body = contents
        .policy_tree()
        .into_iter()
        .filter_map(|(_, id)| contents.policies.get(&id))
        .map(|policy| {
            vec![
                Value::text(policy.code.as_str()),
                wrapped(policy.name.as_str()),
                Value::text(policy.short.as_str()),
                Value::said(code(policy.parent)),
                Value::text(policy.kind.say(words)),
                Value::said(policy.level.map(|level| level.say(words))),
                wrapped(policy.territory.as_str()),
                wrapped(policy.owner.as_ref().and_then(actor).unwrap_or_default()),
                wrapped(joined(policy.actors.iter().filter_map(actor))),
                month(policy.start),
                month(policy.end),
                Value::maybe(
                    policy.budget_cents.map(|cents| cents as f64 / 100.0),
                    NumberFormat::Euro,
                ),
                wrapped(policy.budget_note.as_str()),
                wrapped(joined(policy.beneficiaries.iter().cloned())),
                wrapped(joined(policy.expected_results.iter().cloned())),
                wrapped(joined(policy.outputs.iter().cloned())),
                wrapped(joined(policy.links.iter().cloned())),
                wrapped(policy.description.as_str()),
                wrapped(policy.effects_here.as_str()),
                wrapped(policy.effects_elsewhere.as_str()),
                wrapped(policy.effects_future.as_str()),
                Value::text(policy.wording.say(words)),
                Value::said(code(policy.variant_of)),
            ]
        })
        .collect();
    let heads = [
        "tables-code",
        "tables-name",
        "tables-short",
        "tables-parent",
        "sheets-field-kind",
        "sheets-field-level",
        "sheets-field-territory",
        "sheets-field-owner",
        "sheets-field-actors",
        "tables-start",
        "tables-end",
        "sheets-field-budget",
        "sheets-field-budget-note",
        "sheets-field-beneficiaries",
        "sheets-field-results",
        "sheets-field-outputs",
        "sheets-field-links",
        "tables-description",
        "sheets-effects-here",
        "sheets-effects-elsewhere",
        "sheets-effects-future",
        "sheets-field-wording",
        "sheets-field-variant",
    ];
    let mut widths = vec![
        14.0, 50.0, 28.0, 12.0, 12.0, 14.0, 26.0, 26.0, 34.0, 10.0, 10.0, 14.0,
    ];
    widths.extend([34.0; 9]);
    table(words, "tables-policies", &heads, &widths, body)
}

pub fn goals(source: &Source<'_>) -> TableSheet {
    let (contents, words) = (source.asked.contents, source.asked.words);
    let of = |label: &Label| label.get(words.language()).to_owned();
    let mut frameworks: Vec<_> = contents.frameworks.iter().collect();
    frameworks.sort_by_key(|(id, framework)| (framework.position, **id));
    let mut body = Vec::new();
    for (id, framework) in frameworks {
        for (_, goal) in contents.goal_tree(*id) {
            let Some(goal) = contents.goals.get(&goal) else {
                continue;
            };
            let parent = goal
                .parent
                .and_then(|id| contents.goals.get(&id))
                .map(|goal| goal.code.clone());
            let level = framework
                .levels
                .get(usize::from(goal.level))
                .map_or_else(String::new, &of);
            body.push(vec![
                wrapped(of(&framework.name)),
                Value::text(framework.version.as_str()),
                Value::text(level),
                Value::text(goal.code.as_str()),
                wrapped(of(&goal.name)),
                Value::text(of(&goal.short)),
                Value::said(parent),
                Value::text(goal.wording.say(words)),
                wrapped(of(&goal.text)),
            ]);
        }
    }
    let heads = [
        "sheets-field-framework",
        "tables-version",
        "sheets-field-goal-level",
        "tables-code",
        "tables-name",
        "tables-short",
        "tables-parent",
        "sheets-field-wording",
        "tables-text",
    ];
    table(
        words,
        "tables-goals",
        &heads,
        &[34.0, 9.0, 14.0, 10.0, 60.0, 30.0, 10.0, 14.0, 60.0],
        body,
    )
}

pub fn sources(source: &Source<'_>) -> TableSheet {
    let body = source
        .asked
        .contents
        .sources
        .values()
        .map(|each| {
            [
                &each.key,
                &each.citation,
                &each.publisher,
                &each.date,
                &each.url,
                &each.page,
            ]
            .map(|text| wrapped(text.as_str()))
            .to_vec()
        })
        .collect();
    let heads = [
        "sheets-head-key",
        "sheets-head-citation",
        "tables-publisher",
        "sheets-field-date",
        "sheets-head-url",
        "tables-page",
    ];
    table(
        source.asked.words,
        "tables-sources",
        &heads,
        &[22.0, 60.0, 30.0, 12.0, 50.0, 10.0],
        body,
    )
}
