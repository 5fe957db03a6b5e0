//! `datapackage.json` (Data Package with Table Schema) and what is to be read first.

use super::sheet::Written;
use super::{CATALOGUE, PACKAGE, Source};
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization as _;

/// The word that stands where the publishing body has something to fill in; a sound name of a licence to validators.
pub const TO_FILL: &str = "da-compilare";

/// Lower-case letters, digits and hyphens of a title.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title
        .nfd()
        .filter(char::is_ascii)
        .map(|c| c.to_ascii_lowercase())
    {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug: String = slug.chars().take(80).collect();
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "ordito".to_owned()
    } else {
        slug.to_owned()
    }
}

pub fn descriptor(source: &Source<'_>, tables: &[Written]) -> String {
    let words = source.words;
    let resources: Vec<Value> = tables.iter().map(|table| resource(source, table)).collect();
    let info = source.contents.info();
    let package = json!({
        "profile": "tabular-data-package",
        "name": slug(source.document_title()),
        "title": source.title(words),
        "description": source.description(words),
        "created": words.numbers().utc(source.at),
        "licenses": [{ "name": TO_FILL, "title": words.open_licence_to_fill() }],
        "contributors": [{ "title": words.open_holder_to_fill(), "role": "publisher" }],
        "keywords": [words.open_keyword()],
        "ordito": {
            "version": env!("CARGO_PKG_VERSION"),
            "document": info.map(|info| info.id.to_string()),
            "content_hash": source.contents.hash().to_string(),
            "illustrative": source.is_illustrative(),
        },
        "resources": resources,
    });
    format!("{package:#}")
}

fn resource(source: &Source<'_>, table: &Written) -> Value {
    json!({
        "profile": "tabular-data-resource",
        "name": table.shape.name,
        "path": table.shape.file(),
        "title": table.shape.title(source.words),
        "description": table.shape.description(source.words),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": table.bytes,
        "hash": format!("sha256:{}", table.hash),
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "schema": table.shape.schema(source.words),
    })
}

/// What the folder holds and what has to be filled in before it is published.
pub fn read_me(source: &Source<'_>, tables: &[Written]) -> String {
    let words = source.words;
    let mut lines = vec![
        source.title(words),
        String::new(),
        source.description(words),
        String::new(),
    ];
    for table in tables {
        lines.push(words.open_read_me_table(
            table.shape.file(),
            table.rows,
            table.shape.title(words),
        ));
    }
    lines.extend([
        String::new(),
        words.open_read_me_to_fill(CATALOGUE, PACKAGE, TO_FILL),
    ]);
    lines.extend([String::new(), words.open_read_me_guard(), String::new()]);
    lines.join("\r\n")
}
