//! Long results to standard output line by line: what is not kept takes no memory, and half a million pairs are many.
//!
//! A result has fields, and may have one list that is made while it is written. As JSON it is one object like any other,
//! the list its last field, a line for each of its members.

use super::{Refused, Setting, refused, written_out};
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

/// A member of a list, as JSON or as fields.
pub trait Member {
    fn write(&self, to: &mut dyn Write) -> io::Result<()>;
    fn value(&self) -> Value;
}
impl<T: Serialize> Member for T {
    fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer(to, self).map_err(io::Error::from)
    }
    fn value(&self) -> Value {
        let value = serde_json::to_value(self);
        debug_assert!(value.is_ok(), "plain data with string keys: {value:?}");
        value.unwrap_or(Value::Null)
    }
}

/// What is done with each member.
pub type Each<'e> = &'e mut dyn FnMut(&dyn Member) -> io::Result<()>;

/// A list whose members are made anew each time it is gone through.
pub struct Long<'a> {
    pub name: &'static str,
    pub n: usize,
    pub walk: Box<dyn Fn(Each<'_>) -> io::Result<()> + 'a>,
}

/// JSON that is said often, written once.
pub fn raw(value: &Value) -> Box<RawValue> {
    RawValue::from_string(written_out(&value.to_string()))
        .unwrap_or_else(|_| RawValue::NULL.to_owned())
}

/// One JSON object: the fields, then the list.
pub fn write_object(
    to: &mut impl Write,
    fields: &Map<String, Value>,
    long: Option<&Long<'_>>,
) -> io::Result<()> {
    let mut text = written_out(&serde_json::to_string_pretty(fields)?);
    if let Some(long) = long {
        // The object's last brace comes after the list.
        let end = text.trim_end_matches('}').trim_end().len();
        text.truncate(end);
        let comma = if fields.is_empty() { "" } else { "," };
        write!(to, "{text}{comma}\n  \"{}\": [", long.name)?;
        let mut comma = "";
        (long.walk)(&mut |member| {
            write!(to, "{comma}\n    ")?;
            comma = ",";
            member.write(to)
        })?;
        let gap = if long.n == 0 { "" } else { "\n  " };
        text = format!("{gap}]\n}}");
    }
    writeln!(to, "{text}")
}

/// Writes to standard output through a buffer. Who closes the pipe has read enough; anything else is said.
pub fn to_output(
    setting: &Setting,
    file: &Path,
    write: impl FnOnce(&mut BufWriter<io::StdoutLock<'static>>) -> io::Result<()>,
) -> Result<(), Refused> {
    let mut output = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match write(&mut output).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let why = error.to_string();
            Err(refused(file, &setting.words.cli_output_failed(why)))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn written(fields: &Value, members: &[Value]) -> (String, Value) {
        let walk = |each: Each<'_>| members.iter().try_for_each(|member| each(member));
        let long = Long {
            name: "list",
            n: members.len(),
            walk: Box::new(walk),
        };
        let mut bytes = Vec::new();
        write_object(&mut bytes, fields.as_object().unwrap(), Some(&long)).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let read = serde_json::from_str(&text).unwrap();
        (text, read)
    }

    #[test]
    fn the_list_is_one_more_field() {
        let fields = json!({ "a": 1, "b": { "c": [1, { "d": "}" }] } });
        let members = [json!({ "x": 0.5 }), json!({ "x": null })];
        let mut expected = fields.clone();
        expected["list"] = members.to_vec().into();
        let (text, read) = written(&fields, &members);
        assert_eq!(read, expected);
        assert_eq!(
            text.lines().filter(|line| line.contains("\"x\"")).count(),
            2,
            "a line for each member"
        );
        assert_eq!(written(&fields, &[]).1["list"], json!([]));
        assert_eq!(written(&json!({}), &members).1, json!({ "list": members }));
        let mut bytes = Vec::new();
        write_object(&mut bytes, fields.as_object().unwrap(), None).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&bytes).unwrap(), fields);
    }
}
