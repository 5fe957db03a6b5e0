//! A result as text: its figures, then each list as a table under the field names of the JSON.

use crate::cli::{Setting, out};
use serde_json::Value;

pub fn print(setting: &Setting, found: &Value) {
    let Value::Object(fields) = found else { return };
    let is_table = |value: &&Value| value.as_array().is_some_and(|list| list.first().is_some_and(Value::is_object));
    for (key, value) in fields.iter().filter(|(_, value)| !is_table(value)) {
        out(&format!("{key}: {}", text(setting, value)));
    }
    for (key, list) in fields.iter().filter_map(|(key, value)| Some((key, value.as_array()?))) {
        if list.first().is_some_and(Value::is_object) {
            out("");
            out(&format!("{key} ({})", list.len()));
            table(setting, list);
        }
    }
}

/// Longer lists inside a table are told by their length; the JSON has all of them.
const LISTED: usize = 6;

fn table(setting: &Setting, list: &[Value]) {
    let Some(Value::Object(first)) = list.first() else { return };
    // What it speaks of before its figures.
    let mut heads: Vec<&str> = first.keys().map(String::as_str).collect();
    heads.sort_by_key(|head| first.get(*head).is_none_or(|value| value.get("code").is_none()));
    let cells = |row: &Value| -> Vec<String> {
        heads.iter().map(|head| row.get(head).map(|value| text(setting, value)).unwrap_or_default()).collect()
    };
    let rows: Vec<Vec<String>> = list.iter().map(cells).collect();
    let width = |place: usize| {
        let of_rows = rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.chars().count()).max();
        of_rows.unwrap_or(0).max(heads.get(place).map_or(0, |head| head.chars().count()))
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let parts: Vec<String> = cells.zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        out(parts.join("  ").trim_end());
    };
    line(&mut heads.iter().copied());
    for row in &rows {
        line(&mut row.iter().map(String::as_str));
    }
}

/// A value on one line; items by their code, or their name where they have none.
fn text(setting: &Setting, value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => {
            let value = number.as_f64().unwrap_or(f64::NAN);
            if number.is_f64() { setting.words.numbers().number(value, 4) } else { number.to_string() }
        }
        Value::String(text) => text.clone(),
        Value::Array(list) if list.len() > LISTED => format!("[{}]", list.len()),
        Value::Array(list) => list.iter().map(|each| text(setting, each)).collect::<Vec<_>>().join(" "),
        Value::Object(fields) => match (fields.get("code"), fields.get("name")) {
            (Some(Value::String(code)), _) if !code.is_empty() => code.clone(),
            (Some(_), Some(Value::String(name))) => name.clone(),
            _ => fields
                .iter()
                .map(|(key, value)| format!("{key}={}", text(setting, value)))
                .collect::<Vec<_>>()
                .join(" "),
        },
    }
}
