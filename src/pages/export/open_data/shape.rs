//! What a table holds, as Table Schema says it.

use ordito_words::Words;
use serde_json::{Map, Value, json};

/// What a column holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Text,
    /// One of these words.
    Word(Vec<&'static str>),
    /// A number with a decimal point, between these.
    Number(Option<f64>, Option<f64>),
    Whole(Option<i64>, Option<i64>),
    /// A year and a month, `2024-09`.
    Month,
    YesNo,
}

/// A column. Its title is `open-field-NAME` of `export.ftl`, and what is to be known of it `open-field-NAME-text`.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub name: &'static str,
    pub kind: Kind,
    /// Never empty.
    pub required: bool,
}

/// A column that is never empty.
pub const fn must(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        required: true,
    }
}
/// A column that may be empty.
pub const fn may(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        required: false,
    }
}

/// Columns of a table that name a line of another one; `""` is the table itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    pub field: &'static str,
    pub table: &'static str,
}
pub const fn link(field: &'static str, table: &'static str) -> Link {
    Link { field, table }
}

/// A table before it is filled.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// The file without `.csv`. Its title is `open-table-NAME`.
    pub name: &'static str,
    pub fields: Vec<Field>,
    pub primary: &'static [&'static str],
    /// Each leads to the column `id` of its table.
    pub links: Vec<Link>,
}

impl Field {
    fn schema(&self, words: &Words) -> Value {
        let key = format!("open-field-{}", self.name.replace('_', "-"));
        let mut field = Map::new();
        field.insert("name".to_owned(), json!(self.name));
        let kind = match &self.kind {
            Kind::Text | Kind::Word(_) => "string",
            Kind::Number(..) => "number",
            Kind::Whole(..) => "integer",
            Kind::Month => "yearmonth",
            Kind::YesNo => "boolean",
        };
        field.insert("type".to_owned(), json!(kind));
        if matches!(self.kind, Kind::Number(..)) {
            field.insert("decimalChar".to_owned(), json!("."));
            field.insert("bareNumber".to_owned(), json!(true));
        }
        field.insert("title".to_owned(), json!(words.say(&key)));
        let text = format!("{key}-text");
        if words.knows(&text) {
            field.insert("description".to_owned(), json!(words.say(&text)));
        }
        let mut rules = Map::new();
        if self.required {
            rules.insert("required".to_owned(), json!(true));
        }
        let mut between = |low: Option<Value>, high: Option<Value>| {
            for (rule, value) in [("minimum", low), ("maximum", high)] {
                if let Some(value) = value {
                    rules.insert(rule.to_owned(), value);
                }
            }
        };
        match &self.kind {
            Kind::Number(low, high) => {
                between(low.map(|low| json!(low)), high.map(|high| json!(high)));
            }
            Kind::Whole(low, high) => {
                between(low.map(|low| json!(low)), high.map(|high| json!(high)));
            }
            Kind::Word(words) => {
                rules.insert("enum".to_owned(), json!(words));
            }
            Kind::Text | Kind::Month | Kind::YesNo => {}
        }
        if !rules.is_empty() {
            field.insert("constraints".to_owned(), Value::Object(rules));
        }
        Value::Object(field)
    }
}

impl Shape {
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }
    pub fn title(&self, words: &Words) -> String {
        words.say(&format!("open-table-{}", self.name))
    }
    pub fn description(&self, words: &Words) -> String {
        words.say(&format!("open-table-{}-text", self.name))
    }
    /// As Table Schema.
    pub fn schema(&self, words: &Words) -> Value {
        let fields: Vec<Value> = self
            .fields
            .iter()
            .map(|field| field.schema(words))
            .collect();
        let links: Vec<Value> = self
            .links
            .iter()
            .map(|link| json!({ "fields": [link.field], "reference": { "resource": link.table, "fields": ["id"] } }))
            .collect();
        let mut schema =
            json!({ "fields": fields, "missingValues": [""], "primaryKey": self.primary });
        if let (Some(schema), false) = (schema.as_object_mut(), links.is_empty()) {
            schema.insert("foreignKeys".to_owned(), Value::Array(links));
        }
        schema
    }
}
