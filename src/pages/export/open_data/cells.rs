//! The cells, one line for each crossing and assessor, in one table for each kind of matrix.

use super::Source;
use super::shape::{Kind, Link, Shape, link, may, must};
use super::sheet::{Sheet, Written};
use crate::export::ExportError;
use ordito_model::{
    Assessment, AssessmentKey, AssessorId, Axis, CellValue, Cited, Contribution, Item, Matrix,
    MatrixId, MatrixKind,
};
use std::collections::BTreeMap;
use std::path::Path;

const TEXT: Kind = Kind::Text;

/// The table of a kind of matrix, and what its rows and columns are called: id, code, name.
struct Sort {
    table: &'static str,
    row: [&'static str; 3],
    column: [&'static str; 3],
    primary: &'static [&'static str],
}
const fn sort(kind: MatrixKind) -> Sort {
    const LINES: (&str, [&str; 3], [&str; 3]) = (
        "",
        ["riga_id", "riga_codice", "riga"],
        ["colonna_id", "colonna_codice", "colonna"],
    );
    const SQUARE: &[&str] = &[
        "matrice_id",
        "valutatore_id",
        "giro",
        "riga_id",
        "colonna_id",
    ];
    match kind {
        MatrixKind::PolicyGoal => Sort {
            table: "valutazioni",
            row: ["politica_id", "politica_codice", "politica"],
            column: ["obiettivo_id", "obiettivo_codice", "obiettivo"],
            primary: &[
                "matrice_id",
                "valutatore_id",
                "giro",
                "politica_id",
                "obiettivo_id",
            ],
        },
        MatrixKind::PolicyPolicy => Sort {
            table: "valutazioni-politiche",
            row: LINES.1,
            column: LINES.2,
            primary: SQUARE,
        },
        MatrixKind::GoalGoal => Sort {
            table: "valutazioni-obiettivi",
            row: LINES.1,
            column: LINES.2,
            primary: SQUARE,
        },
    }
}
const fn table_of(kind: MatrixKind, axis: Axis) -> &'static str {
    match (kind, axis) {
        (MatrixKind::PolicyPolicy, _) | (MatrixKind::PolicyGoal, Axis::Rows) => "politiche",
        (MatrixKind::GoalGoal, _) | (MatrixKind::PolicyGoal, Axis::Columns) => "obiettivi",
    }
}

const STATES: [&str; 4] = ["unscored", "not_applicable", "dont_know", "scored"];
const fn state(value: CellValue) -> &'static str {
    match value {
        CellValue::Unscored => STATES[0],
        CellValue::NotApplicable => STATES[1],
        CellValue::DontKnow => STATES[2],
        CellValue::Scored { .. } => STATES[3],
    }
}

pub fn write(source: &Source<'_>, folder: &Path) -> Result<Vec<Written>, ExportError> {
    let mut written = Vec::new();
    let mut citations = Sheet::new(citations_shape(), folder)?;
    for kind in MatrixKind::ALL {
        let mut matrices: Vec<(MatrixId, &Matrix)> = source
            .contents
            .matrices
            .iter()
            .filter(|(_, each)| each.kind == *kind)
            .map(|(id, m)| (*id, m))
            .collect();
        matrices.sort_by_key(|(id, matrix)| (matrix.position, *id));
        // The table of the main kind is there even when it is empty, so that a reader finds it.
        if matrices.is_empty() && *kind != MatrixKind::PolicyGoal {
            continue;
        }
        let mut sheet = Sheet::new(shape(*kind), folder)?;
        for (id, matrix) in matrices {
            matrix_lines(source, id, matrix, &mut sheet, &mut citations);
        }
        written.push(sheet.finish()?);
    }
    written.push(citations.finish()?);
    Ok(written)
}

fn shape(kind: MatrixKind) -> Shape {
    let sort = sort(kind);
    let contribution = Kind::Word(Contribution::ALL.iter().map(|each| each.word()).collect());
    let mut fields = vec![must("matrice_id", TEXT), must("matrice", TEXT)];
    for [id, code, name] in [sort.row, sort.column] {
        fields.extend([must(id, TEXT), may(code, TEXT), may(name, TEXT)]);
    }
    fields.extend([
        must("valutatore_id", TEXT),
        must("valutatore", TEXT),
        must("giro", Kind::Whole(Some(0), None)),
        must("stato", Kind::Word(STATES.to_vec())),
        may("cobeneficio", Kind::Number(Some(0.0), None)),
        may("conflitto", Kind::Number(None, Some(0.0))),
        may("netto", Kind::Number(None, None)),
        may("contributo", contribution),
        may("confidenza", Kind::Whole(Some(1), Some(5))),
        may("motivazione", TEXT),
        may("mitigazione", TEXT),
        may("fonti", TEXT),
    ]);
    let links: Vec<Link> = vec![
        link("matrice_id", "matrici"),
        link(sort.row[0], table_of(kind, Axis::Rows)),
        link(sort.column[0], table_of(kind, Axis::Columns)),
        link("valutatore_id", "valutatori"),
    ];
    Shape {
        name: sort.table,
        fields,
        primary: sort.primary,
        links,
    }
}

fn citations_shape() -> Shape {
    let fields = vec![
        must("matrice_id", TEXT),
        must("valutatore_id", TEXT),
        must("giro", Kind::Whole(Some(0), None)),
        must("riga_id", TEXT),
        must("colonna_id", TEXT),
        must("posto", Kind::Whole(Some(1), None)),
        must("fonte_id", TEXT),
        may("pagina", TEXT),
    ];
    Shape {
        name: "citazioni",
        fields,
        primary: &[
            "matrice_id",
            "valutatore_id",
            "giro",
            "riga_id",
            "colonna_id",
            "posto",
        ],
        links: vec![
            link("matrice_id", "matrici"),
            link("valutatore_id", "valutatori"),
            link("fonte_id", "fonti"),
        ],
    }
}

/// A row or column as it is written.
struct Line {
    item: Item,
    id: String,
    code: String,
    name: String,
}

fn lines(source: &Source<'_>, matrix: MatrixId, axis: Axis) -> Vec<Line> {
    let language = source.words.language();
    let contents = source.contents;
    let line = |item: Item| {
        let (id, code, name) = match item {
            Item::Policy(id) => {
                let policy = contents.policies.get(&id)?;
                (id.to_string(), &policy.code, policy.name.clone())
            }
            Item::Goal(id) => {
                let goal = contents.goals.get(&id)?;
                (
                    id.to_string(),
                    &goal.code,
                    goal.name.get(language).to_owned(),
                )
            }
        };
        Some(Line {
            item,
            id,
            code: code.clone(),
            name,
        })
    };
    contents
        .lines_of(matrix, axis)
        .into_iter()
        .filter_map(|(item, _)| line(item))
        .collect()
}

/// All crossings of every assessor who says anything here: what is not scored is said too. Later rounds of a
/// laboratory hold what was answered in them.
fn matrix_lines(
    source: &Source<'_>,
    id: MatrixId,
    matrix: &Matrix,
    sheet: &mut Sheet,
    citations: &mut Sheet,
) {
    let (rows, columns) = (
        lines(source, id, Axis::Rows),
        lines(source, id, Axis::Columns),
    );
    let mut rounds: BTreeMap<AssessorId, Vec<u16>> = BTreeMap::new();
    for (key, _) in source.contents.cells_of(id) {
        let list = rounds.entry(key.assessor).or_default();
        if list.last() != Some(&key.round) {
            list.push(key.round);
        }
    }
    let nothing = Assessment::default();
    for (assessor, name, _) in source.assessors() {
        let assessor_id = assessor.to_string();
        for round in rounds.get(&assessor).into_iter().flatten() {
            for row in &rows {
                for column in columns.iter().filter(|column| column.item != row.item) {
                    let key = AssessmentKey {
                        matrix: id,
                        assessor,
                        round: *round,
                        row: row.item,
                        column: column.item,
                    };
                    let cell = source.contents.assessments.get(&key);
                    if cell.is_none() && *round > 0 {
                        continue;
                    }
                    let cell = cell.unwrap_or(&nothing);
                    sheet.maybe(Some(id)).text(&matrix.name);
                    for line in [row, column] {
                        sheet.word(&line.id).text(&line.code).text(&line.name);
                    }
                    sheet.word(&assessor_id).text(&name).maybe(Some(round));
                    value(source, cell, sheet);
                    for (place, cited) in known(source, cell).enumerate() {
                        citations
                            .maybe(Some(id))
                            .word(&assessor_id)
                            .maybe(Some(round))
                            .word(&row.id)
                            .word(&column.id);
                        citations
                            .maybe(Some(place + 1))
                            .maybe(Some(cited.source))
                            .text(&cited.page)
                            .end();
                    }
                }
            }
        }
    }
}

fn known<'a>(source: &'a Source<'_>, cell: &'a Assessment) -> impl Iterator<Item = &'a Cited> {
    cell.sources
        .iter()
        .filter(|cited| source.contents.sources.contains_key(&cited.source))
}

/// The rest of a cell's line.
fn value(source: &Source<'_>, cell: &Assessment, sheet: &mut Sheet) {
    sheet.word(state(cell.value));
    let sides = match cell.value {
        CellValue::Scored { benefit, tradeoff } => {
            Some([benefit, tradeoff, benefit.plus(tradeoff)])
        }
        CellValue::Unscored | CellValue::NotApplicable | CellValue::DontKnow => None,
    };
    for place in 0..3 {
        sheet.maybe(
            sides
                .and_then(|sides| sides.get(place).copied())
                .map(ordito_model::Points::value),
        );
    }
    sheet
        .maybe(cell.contribution.map(Contribution::word))
        .maybe(cell.confidence);
    sheet.text(&cell.reason).text(&cell.mitigation);
    let cited = known(source, cell).filter_map(|cited| {
        let each = source.contents.sources.get(&cited.source)?;
        let name = if each.key.is_empty() {
            &each.citation
        } else {
            &each.key
        };
        Some(if cited.page.is_empty() {
            name.clone()
        } else {
            source.words.open_cited(&cited.page, name)
        })
    });
    let cited: Vec<String> = cited.collect();
    sheet.texts(cited.iter().map(String::as_str)).end();
}
