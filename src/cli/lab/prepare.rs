//! `lab FILE TITLE --new`: an anonymous session with numbered seats or tables, on what the room would propose.

use super::Lab as Asked;
use crate::analysis::propose;
use crate::cli::document::{close, open};
use crate::cli::exchange::find_matrix;
use crate::cli::{Outcome as Done, Refused, Setting, out, out_json, refused};
use crate::document::Edit;
use crate::model::{
    AssessorId, Lab, LabId, Part, Participant, Question, QuestionId, StepLabel, Subject,
};
use crate::report::lab::default_question;
use crate::said::Said as _;
use crate::words::Words;
use serde_json::json;

pub fn prepare(setting: &Setting, asked: &Asked) -> Result<Done, Refused> {
    let (words, file) = (&setting.words, asked.file.as_path());
    let mut kept = open(setting, file)?;
    let contents = kept.document().contents();
    let title = asked.session.clone().unwrap_or_default();
    if contents.labs.values().any(|lab| lab.title == title) {
        return Err(refused(file, &words.cli_lab_there(title)));
    }
    let matrix = find_matrix(setting, file, contents, asked.matrix.as_deref())?;
    let numbered =
        |name: fn(&Words, String) -> String, part, n: u16| -> Vec<(String, Part, String)> {
            let table = |n: usize| {
                if part == Part::Table {
                    n.to_string()
                } else {
                    String::new()
                }
            };
            (1..=usize::from(n))
                .map(|n| (name(words, n.to_string()), part, table(n)))
                .collect()
        };
    let mut voters = numbered(Words::lab_seat, Part::Seat, asked.participants);
    voters.extend(numbered(
        Words::lab_numbered_table,
        Part::Table,
        asked.tables,
    ));
    let (mut participants, mut names) = (Vec::new(), Vec::new());
    for (name, part, table) in voters {
        let id = AssessorId::random();
        participants.push(Participant {
            table,
            ..Participant::new(id).as_part(part)
        });
        names.push((id, name));
    }
    let question = contents
        .matrices
        .get(&matrix)
        .map(|it| words.say(default_question(it.kind)))
        .unwrap_or_default();
    let id = LabId::random();
    let lab = Lab {
        date: words.numbers().iso_date(setting.now),
        question,
        anonymous: true,
        participants,
        ..Lab::new(title, matrix)
    };
    let questions: Vec<(QuestionId, Question)> = propose(contents, matrix)
        .into_iter()
        .take(usize::from(asked.questions))
        .map(|each| {
            (
                QuestionId::random(),
                Question::new(id, each.row, each.column, asked.minutes),
            )
        })
        .collect();
    let n = questions.len();
    let title = lab.title.clone();
    let mut edits = vec![Edit::PutLab { id, lab, names }];
    if !questions.is_empty() {
        edits.push(Edit::PutQuestions(questions));
    }
    // One step: a session without its questions is nowhere, even if the command is killed.
    let label = StepLabel::Added {
        subject: Subject::Lab,
        name: title.clone(),
    };
    if let Err(error) = kept
        .document_mut()
        .apply(&Edit::Together { label, edits }, &setting.stamp())
    {
        kept.withdraw();
        return Err(refused(file, &error.say(words)));
    }
    close(setting, file, kept)?;
    if asked.json {
        out_json(&json!({ "id": id.to_string(), "title": title, "questions": n }));
    } else {
        out(&words.cli_lab_made(n, title));
    }
    Ok(Done::Done)
}
