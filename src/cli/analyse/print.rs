//! A result as text: its figures, then each list as a table under the field names of the JSON.

use crate::cli::stream::Long;
use crate::cli::{Setting, harmless};
use serde_json::{Map, Value};
use std::io::{self, Write};

pub fn print(
    setting: &Setting,
    to: &mut impl Write,
    fields: &Map<String, Value>,
    long: Option<&Long<'_>>,
) -> io::Result<()> {
    let is_table = |value: &&Value| {
        value
            .as_array()
            .is_some_and(|list| list.first().is_some_and(Value::is_object))
    };
    for (key, value) in fields.iter().filter(|(_, value)| !is_table(value)) {
        writeln!(
            to,
            "{}",
            harmless(&format!("{key}: {}", text(setting, value)))
        )?;
    }
    for (key, list) in fields
        .iter()
        .filter_map(|(key, value)| Some((key, value.as_array()?)))
    {
        if list.first().is_some_and(Value::is_object) {
            let mut table = Table::default();
            for row in list {
                table.measure(setting, row);
            }
            writeln!(to, "\n{key} ({})", list.len())?;
            table.heads(to)?;
            list.iter()
                .try_for_each(|row| table.row(setting, to, row))?;
        }
    }
    let Some(long) = long else { return Ok(()) };
    // Gone through twice: for the widths of its columns, and to be written.
    let mut table = Table::default();
    (long.walk)(&mut |member| {
        table.measure(setting, &member.value());
        Ok(())
    })?;
    writeln!(to, "\n{} ({})", long.name, long.n)?;
    if long.n > 0 {
        table.heads(to)?;
    }
    (long.walk)(&mut |member| table.row(setting, to, &member.value()))
}

/// Longer lists inside a table are told by their length; the JSON has all of them.
const LISTED: usize = 6;

/// The heads of a table, and how wide each column is.
#[derive(Default)]
struct Table {
    columns: Vec<(String, usize)>,
}
impl Table {
    fn measure(&mut self, setting: &Setting, row: &Value) {
        let Value::Object(fields) = row else { return };
        if self.columns.is_empty() {
            let mut heads: Vec<&String> = fields.keys().collect();
            // What it speaks of before its figures.
            heads.sort_by_key(|head| {
                fields
                    .get(*head)
                    .is_none_or(|value| value.get("code").is_none())
            });
            self.columns = heads
                .into_iter()
                .map(|head| (head.clone(), head.chars().count()))
                .collect();
        }
        for (head, width) in &mut self.columns {
            let cell = fields
                .get(head)
                .map_or(0, |value| text(setting, value).chars().count());
            *width = (*width).max(cell);
        }
    }
    fn heads(&self, to: &mut impl Write) -> io::Result<()> {
        self.line(to, self.columns.iter().map(|(head, _)| head.clone()))
    }
    fn row(&self, setting: &Setting, to: &mut impl Write, row: &Value) -> io::Result<()> {
        let cell = |head: &String| {
            row.get(head)
                .map_or_else(String::new, |value| text(setting, value))
        };
        self.line(to, self.columns.iter().map(|(head, _)| cell(head)))
    }
    fn line(&self, to: &mut impl Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
        let parts: Vec<String> = cells
            .zip(&self.columns)
            .map(|(cell, (_, width))| format!("{cell:<width$}"))
            .collect();
        writeln!(to, "{}", harmless(parts.join("  ").trim_end()))
    }
}

/// A value on one line; items by their code, or their name where they have none.
fn text(setting: &Setting, value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => {
            let value = number.as_f64().unwrap_or(f64::NAN);
            if number.is_f64() {
                setting.words.numbers().number(value, 4)
            } else {
                number.to_string()
            }
        }
        Value::String(text) => text.clone(),
        Value::Array(list) if list.len() > LISTED => format!("[{}]", list.len()),
        Value::Array(list) => list
            .iter()
            .map(|each| text(setting, each))
            .collect::<Vec<_>>()
            .join(" "),
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
