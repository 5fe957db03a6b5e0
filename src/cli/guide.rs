//! `guide`: the user guide as PDF or as plain text; `man`: the manual page, from the arguments themselves.

use super::export::said as not_written;
use super::{Arguments, Outcome, Refused, Setting, out};
use crate::export::{ExportError, Format, guide_pdf, write_file};
use crate::report::guide::{Guide, Piece};
use crate::workspace::guide_of;
use clap::CommandFactory as _;
use std::fmt::Write as _;
use std::path::Path;

pub fn guide(setting: &Setting, to: Option<&Path>) -> Result<Outcome, Refused> {
    let guide = guide_of(&setting.words, setting.now);
    let Some(to) = to else {
        out(plain(&guide).trim_end());
        return Ok(Outcome::Done);
    };
    Format::one_of(to, &[Format::Pdf])
        .and_then(|_| guide_pdf(&guide, setting.words.language()).map_err(ExportError::from))
        .and_then(|bytes| write_file(to, &bytes, setting.force))
        .map_err(|error| not_written(setting, to, error))?;
    out(&setting.words.notice_exported(to.display().to_string()));
    Ok(Outcome::Done)
}

fn plain(guide: &Guide) -> String {
    let mut lines = vec![guide.title.clone(), guide.version.clone()];
    for chapter in &guide.chapters {
        lines.extend([String::new(), String::new(), format!("# {}", chapter.title)]);
        for piece in &chapter.pieces {
            lines.push(String::new());
            match piece {
                Piece::Text { text } => lines.push(text.clone()),
                Piece::Heading { text } => lines.push(format!("## {text}")),
                Piece::Steps { items } => {
                    lines.extend((1..).zip(items).map(|(n, item)| format!("{n}. {item}")));
                }
                Piece::Picture { caption, alt, .. } => lines.push(format!("[{caption} {alt}]")),
                Piece::Table { caption, rows, .. } => {
                    lines.push(caption.clone());
                    lines.extend(
                        rows.iter()
                            .map(|[left, right]| format!("  {left}: {right}")),
                    );
                }
            }
        }
    }
    lines.join("\n")
}

/// The manual page in roff, of every command with its options.
pub fn manual() -> Outcome {
    let mut command = Arguments::command();
    command.build();
    let mut page = format!(
        ".TH ORDITO 1 \"\" \"ordito {}\" \"User Commands\"\n.SH NAME\nordito \\- policy coherence matrices\n.SH SYNOPSIS\n\
         .B ordito\n[\\fIFILE\\fR]\n.br\n.B ordito\n\\fICOMMAND\\fR [\\fIARGUMENTS\\fR]\n.SH DESCRIPTION\n\
         Public offices score policies against sustainability goals in coherence matrices, offline, on one file. Without \
         a command the window opens.\n.PP\nExit code 0: done; 1: refused, with one line on standard error; 2: wrong \
         usage.\n.SH OPTIONS\n",
        env!("CARGO_PKG_VERSION")
    );
    for argument in command
        .get_arguments()
        .filter(|argument| !argument.is_hide_set())
    {
        page.push_str(&item(argument));
    }
    page.push_str(".SH COMMANDS\n");
    for each in command.get_subcommands().filter(|each| !each.is_hide_set()) {
        let _ = writeln!(page, ".SS {}", roff(each.get_name()));
        if let Some(about) = each.get_long_about().or(each.get_about()) {
            let _ = writeln!(page, "{}", roff(&about.to_string()));
        }
        let own = |argument: &&clap::Arg| {
            let id = argument.get_id().as_str();
            !argument.is_hide_set()
                && !matches!(id, "help" | "version" | "software" | "lang" | "force")
        };
        for argument in each.get_arguments().filter(own) {
            page.push_str(&item(argument));
        }
        if let Some(more) = each.get_after_long_help().or(each.get_after_help()) {
            let _ = writeln!(page, ".PP\n.nf\n{}\n.fi", roff(&more.to_string()));
        }
    }
    page.push_str(
        ".SH FILES\n.TP\n.I *.ordito\nA document: one SQLite file.\n.SH SEE ALSO\n\
         .BR sqlite3 (1),\nthe guide in /usr/share/doc/ordito and\n.B ordito guide\n",
    );
    out(page.trim_end());
    Outcome::Done
}

/// One argument: its names, what it takes, what it is, what it may be.
fn item(argument: &clap::Arg) -> String {
    let mut names = Vec::new();
    names.extend(
        argument
            .get_short()
            .map(|short| format!("\\fB\\-{short}\\fR")),
    );
    names.extend(
        argument
            .get_long()
            .map(|long| format!("\\fB\\-\\-{}\\fR", roff(long))),
    );
    let takes = argument.get_action().takes_values();
    let values: Vec<String> = argument
        .get_value_names()
        .into_iter()
        .flatten()
        .map(|name| roff(name))
        .collect();
    let value = if values.is_empty() {
        roff(&argument.get_id().as_str().to_uppercase())
    } else {
        values.join(" ")
    };
    let mut line = names.join(", ");
    if takes {
        line = if line.is_empty() {
            format!("\\fI{value}\\fR")
        } else {
            format!("{line} \\fI{value}\\fR")
        };
    }
    let mut text = argument
        .get_help()
        .map_or_else(String::new, |help| roff(&help.to_string()));
    let possible = argument.get_possible_values();
    if takes && !possible.is_empty() {
        let each = |value: &clap::builder::PossibleValue| match value.get_help() {
            Some(help) => format!(
                "\\fB{}\\fR: {}",
                roff(value.get_name()),
                roff(&help.to_string())
            ),
            None => format!("\\fB{}\\fR", roff(value.get_name())),
        };
        let list: Vec<String> = possible
            .iter()
            .filter(|value| !value.is_hide_set())
            .map(each)
            .collect();
        text = format!("{text}\n.br\n{}", list.join("\n.br\n"));
    }
    format!(".TP\n{line}\n{}\n", text.trim())
}

/// Text in which nothing is a command of roff.
fn roff(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-");
    let lines = escaped.lines().map(|line| {
        if line.starts_with(['.', '\'']) {
            format!("\\&{line}")
        } else {
            line.to_owned()
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}
