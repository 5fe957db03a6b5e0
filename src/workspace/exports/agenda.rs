//! The crossings put aside for a laboratory, as a table.

use super::{Exports, OnScreen};
use crate::{AgendaCell, Group, Room, Workspace};
use ordito_model::{AssessmentKey, AssessorId, Contents, Item};
use ordito_pages::export::{Format, TableWay, table_csv, write_file};
use ordito_pages::figure::chart::{Table, Value};
use ordito_words::Words;
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgendaExport;

impl Exports for AgendaExport {
    const COMMANDS: &'static [Self] = &[Self];

    fn key(self) -> &'static str {
        "command-export-agenda"
    }
    fn group(self) -> Group {
        Group::Of(Room::Analysis)
    }
    fn is_possible(self, workspace: &Workspace) -> bool {
        workspace.agenda().next().is_some()
    }
    fn formats(self) -> Vec<Format> {
        vec![Format::Csv]
    }
    fn suggested(self, workspace: &Workspace, title: String) -> String {
        workspace.words().agenda_file(title)
    }
    fn write(self, workspace: &mut Workspace, path: &Path, _: OnScreen) {
        let cells: Vec<AgendaCell> = workspace.agenda().collect();
        workspace.write_beside(path, move |path, contents, words| {
            write_file(
                path,
                &table_csv(&table(contents, words, &cells), TableWay::ExcelItalian),
                true,
            )
        });
    }
}

fn table(contents: &Contents, words: &Words, cells: &[AgendaCell]) -> Table {
    let heads = [
        words.subject_matrix(),
        words.subject_row(),
        words.subject_column(),
        words.agenda_agreed(),
        words.agenda_reason(),
        words.agenda_mitigation(),
    ];
    let mut table = Table::new(heads.map(|head| (head, false)).to_vec());
    let name = |item: Item| {
        let (code, label) = contents.item_label(item);
        Value::Text(
            format!("{code} {}", label.get(words.language()))
                .trim()
                .to_owned(),
        )
    };
    for cell in cells {
        let matrix = contents.matrix_name(cell.matrix).to_owned();
        let key = AssessmentKey {
            matrix: cell.matrix,
            assessor: AssessorId::AGREED,
            round: 0,
            row: cell.row,
            column: cell.column,
        };
        let agreed = contents.assessments.get(&key);
        let text = |text: &dyn Fn(&ordito_model::Assessment) -> String| {
            Value::Text(agreed.map_or_else(String::new, text))
        };
        table.push(
            None,
            vec![
                Value::Text(matrix),
                name(cell.row),
                name(cell.column),
                text(&|cell| words.numbers().cell(cell.value)),
                text(&|cell| cell.reason.clone()),
                text(&|cell| cell.mitigation.clone()),
            ],
        );
    }
    table
}
