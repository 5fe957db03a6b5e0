//! Run by the build script: writes one method of `Words` for each message, so that the compiler holds every call to the
//! texts. Values come in the order of the alphabet, so that another wording changes no call; where there are many they
//! have names.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Values that are still told apart by their place; more than these are given by name.
const BY_PLACE: usize = 3;

/// The values of a message; true for counts, which choose between one and many and are written with separators.
type Values = BTreeMap<String, bool>;

/// The methods, as Rust, of the messages in these folders, one for each language.
pub fn methods(folders: &[&Path]) -> Result<String, String> {
    let mut messages: BTreeMap<String, (String, Values)> = BTreeMap::new();
    for folder in folders {
        let unread = |error: std::io::Error| format!("{}: {error}", folder.display());
        for entry in std::fs::read_dir(folder).map_err(unread)? {
            let path = entry.map_err(unread)?.path();
            if path.extension().is_some_and(|ending| ending == "ftl") {
                let text = std::fs::read_to_string(&path).map_err(unread)?;
                read(&text, &mut messages).map_err(|what| format!("{}: {what}", path.display()))?;
            }
        }
    }
    let mut methods = String::from("impl Words {\n");
    let mut structs = String::new();
    for (key, (text, values)) in &messages {
        write_method(&mut methods, &mut structs, key, text, values)
            .map_err(|error| error.to_string())?;
    }
    methods.push_str("}\n");
    Ok(methods + &structs)
}

fn read(text: &str, messages: &mut BTreeMap<String, (String, Values)>) -> Result<(), String> {
    let resource =
        fluent_syntax::parser::parse(text).map_err(|(_, errors)| format!("{errors:?}"))?;
    for entry in resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let Some(pattern) = message.value else {
            continue;
        };
        let key = message.id.name;
        let (said, values) = messages.entry(key.to_owned()).or_default();
        if said.is_empty() {
            *said = first_line(&pattern);
        }
        gather(&pattern, values).map_err(|what| format!("{key}: {what}"))?;
    }
    Ok(())
}

/// What a message says, for who looks at the method.
fn first_line(pattern: &Pattern<&str>) -> String {
    let parts = pattern.elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => {
            format!("{{{}}}", id.name)
        }
        PatternElement::Placeable { .. } => "…".to_owned(),
    });
    parts.collect::<String>().replace('\n', " ")
}

fn gather(pattern: &Pattern<&str>, values: &mut Values) -> Result<(), String> {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Inline(inline) => note(inline, false, values)?,
            Expression::Select { selector, variants } => {
                note(selector, true, values)?;
                for variant in variants {
                    gather(&variant.value, values)?;
                }
            }
        }
    }
    Ok(())
}

fn note(inline: &InlineExpression<&str>, chooses: bool, values: &mut Values) -> Result<(), String> {
    match inline {
        InlineExpression::VariableReference { id } => {
            // `n-text` is the count `n`, written out.
            let (name, is_count) = match id.name.strip_suffix("-text") {
                Some(name) => (name, true),
                None => (id.name, chooses),
            };
            *values.entry(name.to_owned()).or_default() |= is_count;
            Ok(())
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => Ok(()),
        other => Err(format!(
            "only values and plain texts are put into a message: {other:?}"
        )),
    }
}

fn write_method(
    methods: &mut String,
    structs: &mut String,
    key: &str,
    text: &str,
    values: &Values,
) -> Result<(), std::fmt::Error> {
    let name = identifier(key);
    let named = values.len() > BY_PLACE;
    let (mut parameters, mut fields) = (String::new(), String::new());
    let (mut texts, mut counts) = (String::new(), String::new());
    for (value, is_count) in values {
        let place = identifier(value);
        let given = if named {
            format!("values.{place}")
        } else {
            place.clone()
        };
        if *is_count {
            write!(parameters, ", {place}: impl Into<Count>")?;
            write!(fields, " pub {place}: usize,")?;
            write!(
                counts,
                "({value:?}, \"{value}-text\", {given}{}),",
                if named { "" } else { ".into().0" }
            )?;
        } else {
            write!(parameters, ", {place}: impl AsRef<str>")?;
            write!(fields, " pub {place}: &'a str,")?;
            write!(
                texts,
                "({value:?}, {given}{}),",
                if named { "" } else { ".as_ref()" }
            )?;
        }
    }
    writeln!(methods, "#[doc = {text:?}]")?;
    if values.is_empty() {
        return writeln!(
            methods,
            "pub fn {name}(&self) -> String {{ self.say({key:?}) }}"
        );
    }
    if named {
        let kind = camel(key);
        let lives = if texts.is_empty() { "" } else { "<'a>" };
        let given = if texts.is_empty() { "" } else { "<'_>" };
        writeln!(
            structs,
            "#[doc = {text:?}]\n#[derive(Clone, Copy)]\npub struct {kind}{lives} {{{fields} }}"
        )?;
        parameters = format!(", values: {kind}{given}");
    }
    writeln!(
        methods,
        "pub fn {name}(&self{parameters}) -> String {{ self.put({key:?}, &[{texts}], &[{counts}]) }}"
    )
}

/// `import-by` → `import_by`, `in` → `in_`.
fn identifier(key: &str) -> String {
    let name = key.replace('-', "_");
    match name.as_str() {
        "as" | "else" | "for" | "if" | "in" | "match" | "move" | "ref" | "self" | "type"
        | "where" => name + "_",
        _ => name,
    }
}

/// `matrix-cell-label` → `MatrixCellLabel`.
fn camel(key: &str) -> String {
    let mut upper = true;
    let mut name = String::new();
    for c in key.chars() {
        if c == '-' {
            upper = true;
        } else if upper {
            name.extend(c.to_uppercase());
            upper = false;
        } else {
            name.push(c);
        }
    }
    name
}
