//! What came of merging, in words: for the window and the command line.

use ordito_document::{By, Clash, ClashKind, Family, Proposal, Version};
use ordito_model::{Contents, Item, Record, Subject};
use ordito_words::messages::MergeVersion;
use ordito_words::{Say as _, Words, say_author};

/// What a record is called: for a cell its matrix, row, column and whoever scored it.
pub fn record_name(record: &Record, contents: &Contents, words: &Words) -> String {
    if let Record::Assessment(change) = record {
        let item = |item: Item| {
            let (code, label) = contents.item_label(item);
            format!("{code} {}", label.get(words.language()))
                .trim()
                .to_owned()
        };
        let matrix = contents.matrix_name(change.key.matrix).to_owned();
        let assessor = contents.assessor_name(change.key.assessor).to_owned();
        let parts = [
            matrix,
            item(change.key.row),
            item(change.key.column),
            assessor,
        ];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        return parts.collect::<Vec<_>>().join(" · ");
    }
    let subject = Subject::from(record.table()).say(words);
    let value = record
        .after_json()
        .or_else(|| record.before_json())
        .map_or(serde_json::Value::Null, |json| read(&json));
    let named =
        ["name", "title", "citation"]
            .into_iter()
            .find_map(|field| match value.get(field)? {
                serde_json::Value::String(text) => Some(text.clone()),
                label => label.get("it")?.as_str().map(str::to_owned),
            });
    named.map_or_else(|| subject.clone(), |name| format!("{subject} · {name}"))
}

/// A record's own JSON.
fn read(json: &str) -> serde_json::Value {
    let value = serde_json::from_str(json);
    debug_assert!(value.is_ok(), "records are written as JSON: {value:?}");
    value.unwrap_or(serde_json::Value::Null)
}

/// What a clash is about; of what is gone, as one of the copies has it.
pub fn clash_name(clash: &Clash, family: &Family, contents: &Contents, words: &Words) -> String {
    let version = clash
        .versions
        .iter()
        .find(|version| version.record.after_json().is_some());
    let Some(version) = version.or_else(|| clash.versions.first()) else {
        return String::new();
    };
    let home = family
        .copies
        .get(version.copy)
        .map_or(contents, |copy| &copy.contents);
    record_name(&version.record, home, words)
}

/// What a record holds: a cell's value and reason; of others what is in the fields that clash.
pub fn record_says(record: &Record, fields: &[String], words: &Words) -> String {
    if let Record::Assessment(change) = record {
        let Some(cell) = &change.after else {
            return words.merge_gone();
        };
        let value = words.numbers().cell(cell.value);
        let value = if value.is_empty() {
            words.matrix_value_empty()
        } else {
            value
        };
        return if cell.reason.is_empty() {
            value
        } else {
            format!("{value} — {}", cell.reason)
        };
    }
    let Some(json) = record.after_json() else {
        return words.merge_gone();
    };
    let value = read(&json);
    let said = |field: &String| match value.get(field) {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => "–".to_owned(),
    };
    if fields.is_empty() {
        let name = ["name", "title", "citation"]
            .into_iter()
            .find_map(|field| value.get(field));
        return match name {
            Some(serde_json::Value::String(text)) => text.clone(),
            Some(label) => label
                .get("it")
                .and_then(|text| text.as_str())
                .unwrap_or("")
                .to_owned(),
            None => "–".to_owned(),
        };
    }
    fields.iter().map(said).collect::<Vec<_>>().join("; ")
}

/// One copy's version: file, what it says, who, when.
pub fn version_says(version: &Version, clash: &Clash, family: &Family, words: &Words) -> String {
    let copy = family.name(version.copy);
    let what = record_says(&version.record, &clash.fields, words);
    if version.by.is_empty() && version.at.0 <= 0 {
        return words.merge_version_unsigned(copy, what);
    }
    words.merge_version(MergeVersion {
        copy,
        what: &what,
        who: &say_author(&version.by, words),
        when: &words.numbers().date_time(version.at),
    })
}

/// What kind of clash it is.
pub fn kind_says(kind: ClashKind, words: &Words) -> String {
    match kind {
        ClashKind::Changed => words.merge_kind_changed(),
        ClashKind::Combined => words.merge_kind_combined(),
        ClashKind::Deleted => words.merge_kind_deleted(),
        ClashKind::Homeless => words.merge_kind_homeless(),
    }
}

/// Two that are perhaps one.
pub fn proposal_says(proposal: &Proposal, words: &Words) -> String {
    let [one, other] = &proposal.names;
    let what = Subject::from(proposal.table).say(words);
    match proposal.by {
        By::Code => words.merge_by_code(one, other, what),
        By::Name => words.merge_by_name(one, other, what),
    }
}
