//! What people see of a workbook is what is read of it: numbers as they are shown, days, hundredths, blanks, what is hidden
//! and merged; and every part of it that Excel reads is read.

use super::TARGET;
use super::forge::{Leaf, ods, ods_of, record, xls, xlsx, xlsx_of, xlsx_parts, zip};
use crate::document::small::{matrix_document, nilsson, stamp};
use ordito::document::{Document, Edit};
use ordito::import::{
    Area, FileKind, Ids, Match, Place, ReadError, Sheet, Table, TableNote, Want, WorkbookError,
    fits_matrix, fitting, preview_matrix, preview_policies, read_tables,
};
use ordito::model::{ActorId, AssessmentKey, Item, Policy, PolicyId};
use std::path::Path;

fn read(bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    std::fs::write(&path, bytes).unwrap();
    read_tables(&path, &Want::default())
}

fn table(bytes: &[u8]) -> Table {
    read(bytes).unwrap().remove(0).table.unwrap()
}

/// Text and what is shown of every cell of the first row.
fn first_row(bytes: &[u8]) -> Vec<(String, String)> {
    let table = table(bytes);
    let of = |column| {
        (
            table.cell(0, column).to_owned(),
            table.shown(0, column).to_owned(),
        )
    };
    (0..table.n_columns()).map(of).collect()
}

fn texts(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|(text, shown)| ((*text).to_owned(), (*shown).to_owned()))
        .collect()
}

/// Two decimals, three digits, hundredths, days, and a letter before two digits.
const STYLES: &str = "<numFmts><numFmt numFmtId='164' formatCode='000'/><numFmt numFmtId='165' formatCode='dd/mm/yyyy'/>\
    <numFmt numFmtId='166' formatCode='&quot;M&quot;00'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='2'/>\
    <xf numFmtId='164'/><xf numFmtId='9'/><xf numFmtId='165'/><xf numFmtId='166'/></cellXfs>";

const SHOWN: [(&str, &str); 8] = [
    ("1.1", "1.10"),
    ("8.1", "8.10"),
    ("1", "001"),
    ("100%", "100%"),
    ("2024-09-01", "2024-09-01"),
    ("7", "M07"),
    ("3", "3"),
    ("-1", "-1"),
];

#[test]
fn numbers_of_xlsx_are_read_as_they_are_shown() {
    let cell = |style: u32, value: &str| format!("<c s='{style}'><v>{value}</v></c>");
    let cells = [
        (1, "1.1"),
        (1, "8.1"),
        (2, "1"),
        (3, "1"),
        (4, "45536"),
        (5, "7"),
        (0, "3.0000000000000004"),
    ];
    let mut row: String = cells
        .iter()
        .map(|(style, value)| cell(*style, value))
        .collect();
    row.push_str("<c s='99'><v>-0.99999999999999989</v></c>");
    let found = first_row(&xlsx(&[("F", &format!("<row>{row}</row>"))], "", STYLES));
    assert_eq!(found, texts(&SHOWN));
}

#[test]
fn numbers_of_ods_are_read_as_they_are_shown() {
    let cell = |kind: &str, value: &str, shown: &str| {
        format!(
            "<table:table-cell office:value-type='{kind}' {value}><text:p>{shown}</text:p></table:table-cell>"
        )
    };
    let float = |value: &str, shown: &str| cell("float", &format!("office:value='{value}'"), shown);
    let row = [
        float("1.1", "1,10"),
        float("8.1", "8.10"),
        float("1", "001"),
        cell("percentage", "office:value='1'", "100,00%"),
        cell("date", "office:date-value='2024-09-01'", "01/09/24"),
        float("7", "M07"),
        float("3.0000000000000004", "3"),
        float("-1", "−1"),
        cell("currency", "office:value='1234.5'", "1.234,50 €"),
        float("2.345", "2,3"),
        float("2", "+2"),
    ];
    let found = first_row(&ods(&format!(
        "<table:table-row>{}</table:table-row>",
        row.concat()
    )));
    let more = [("1234.5", "1234.5"), ("2.345", "2.345"), ("2", "2")];
    assert_eq!(found, texts(&[&SHOWN[..], &more].concat()));
}

#[test]
fn numbers_of_excel_97_are_read_as_they_are_shown() {
    let code = |id: u16, code: &str| {
        let head = [id.to_le_bytes(), (code.len() as u16).to_le_bytes()].concat();
        record(0x041E, &[head.as_slice(), &[0], code.as_bytes()].concat())
    };
    let style = |format: u16| {
        record(
            0x00E0,
            &[[0, 0].as_slice(), &format.to_le_bytes(), &[0; 16]].concat(),
        )
    };
    let globals = [
        code(164, "000"),
        code(165, "dd/mm/yyyy"),
        code(166, "\"M\"00"),
        [0, 2, 164, 9, 165, 166].map(style).concat(),
    ]
    .concat();
    let number = |column: u16, style: u16, number: f64| {
        let place = [[0, 0], column.to_le_bytes(), style.to_le_bytes()].concat();
        record(0x0203, &[place.as_slice(), &number.to_le_bytes()].concat())
    };
    let cells = [
        number(0, 1, 1.1),
        number(1, 1, 8.1),
        number(2, 2, 1.0),
        number(3, 3, 1.0),
        number(4, 4, 45_536.0),
        number(5, 5, 7.0),
        number(6, 0, 3.000_000_000_000_000_4),
        number(7, 9, -1.0),
        record(0x000A, &[]),
    ];
    assert_eq!(first_row(&xls(1, &globals, &cells.concat())), texts(&SHOWN));
}

/// A document with a policy 1.1 and a policy 1.10 in its matrix.
fn with_codes(folder: &Path) -> Document {
    let mut document = matrix_document(&folder.join("a.ordito"), 3, 2);
    for (id, code) in [(1, "1.1"), (2, "1.10"), (3, "001")] {
        let id = PolicyId::fixed(id);
        let policy = Policy {
            code: code.to_owned(),
            ..document.contents().policies[&id].clone()
        };
        document
            .apply(&Edit::ChangePolicy { id, policy }, &stamp(3))
            .unwrap();
    }
    document
}

#[test]
fn a_code_that_was_kept_as_a_number_names_the_line_it_shows() {
    let folder = tempfile::tempdir().unwrap();
    let document = with_codes(folder.path());
    let row = |style: u32, code: &str, score: &str| {
        format!("<row><c s='{style}'><v>{code}</v></c><c s='1'><v>{score}</v></c></row>")
    };
    let heads = "<row><c t='str'><v>politica</v></c><c><v>1</v></c></row>";
    let data = [
        heads.to_owned(),
        row(1, "1.1", "2"),
        row(2, "1", "-1"),
        row(0, "1.1", "1"),
    ]
    .concat();
    let table = table(&xlsx(&[("F", &data)], "", STYLES));
    let preview = preview_matrix(document.contents(), &nilsson(), TARGET, &table);
    let items: Vec<&Match> = preview.rows.iter().map(|(_, found)| found).collect();
    let of = |id: u128| Match::Code(Item::Policy(PolicyId::fixed(id)));
    assert_eq!(items, [&of(2), &of(3), &of(1)]);
    let scores: Vec<String> = preview
        .changes
        .iter()
        .map(|change| change.new.to_string())
        .collect();
    assert_eq!(scores, ["2", "-1", "1"], "a score shown as 2.00 is a 2");
}

#[test]
fn codes_of_new_policies_are_as_shown_and_amounts_as_held() {
    let heads = "<row><c t='str'><v>Codice</v></c><c t='str'><v>Titolo</v></c><c t='str'><v>Costo</v></c></row>";
    let line = |style: u32, code: &str, cost: &str| {
        format!(
            "<row><c s='{style}'><v>{code}</v></c><c t='str'><v>Titolo</v></c><c><v>{cost}</v></c></row>"
        )
    };
    let data = [
        heads.to_owned(),
        line(2, "1", "1.625"),
        line(2, "10", "1625"),
        line(1, "2.1", "12.5"),
    ]
    .concat();
    let table = table(&xlsx(&[("F", &data)], "", STYLES));
    let (mut policy, mut actor) = (|_: &str| PolicyId::random(), |_: &str| ActorId::random());
    let mut ids = Ids {
        policy: &mut policy,
        actor: &mut actor,
    };
    let folder = tempfile::tempdir().unwrap();
    let document = matrix_document(&folder.path().join("a.ordito"), 1, 1);
    let preview = preview_policies(document.contents(), &table, &mut ids).unwrap();
    let found: Vec<(&str, Option<i64>)> = preview
        .policies
        .iter()
        .map(|(_, policy)| (policy.code.as_str(), policy.budget_cents))
        .collect();
    assert_eq!(
        found,
        [
            ("001", Some(163)),
            ("010", Some(162_500)),
            ("2.10", Some(1250))
        ]
    );
}

#[test]
fn a_formula_that_comes_to_nothing_is_blank_and_one_never_worked_out_is_told() {
    let row = "<row><c t='str'><f>IF(A2=0,\"\",A2)</f><v></v></c><c t='str'><f>X()</f></c><c><f>A1</f><v/></c>\
               <c t='str'><f>B1</f><v>2</v></c></row>";
    let found = table(&xlsx(&[("F", row)], "", ""));
    assert_eq!(found.rows, [["=A1", "2"]]);
    assert_eq!(found.origin, (0, 2), "the first two are blank");
}

#[test]
fn what_is_hidden_or_merged_is_told_with_its_place() {
    let rows = "<row><c t='str'><v>p</v></c><c><v>1</v></c><c><v>2</v></c></row>\
                <row hidden='1'><c t='str'><v>P1</v></c><c><v>2</v></c></row><row r='3' ht='0'/>\
                <row r='4' ht='0' customHeight='1'><c t='str'><v>P2</v></c><c><v>1</v></c><c><v>1</v></c></row>";
    let leaf = Leaf {
        name: "F",
        before: "<cols><col min='1' max='2' width='9'/><col min='3' max='9' width='9' hidden='1'/></cols>",
        data: rows,
        behind: "<mergeCells><mergeCell ref='B2:C2'/><mergeCell ref='A4:A9'/><mergeCell ref='F1:G9'/></mergeCells><pageMargins/>",
        ..Leaf::default()
    };
    let area = |text: &str| text.parse::<Area>().unwrap();
    let expected = [
        TableNote::HiddenRows(vec![2, 4]),
        TableNote::HiddenColumns(vec![3]),
        TableNote::Merged(vec![area("B2:C2"), area("A4:A9")]),
    ];
    let found = table(&xlsx_of(&[leaf], "", ""));
    assert_eq!(found.notes, expected);
    // Of a part, what is in it; of cells, merged headings say nothing.
    assert_eq!(
        found.part(area("A1:B3")).notes,
        [
            TableNote::HiddenRows(vec![2]),
            TableNote::Merged(vec![area("B2:C2")])
        ]
    );
    assert_eq!(
        found.notes_of_cells((1, 1))[2],
        TableNote::Merged(vec![area("B2:C2")])
    );
    // What is broken behind the cells keeps them not out.
    let broken = Leaf {
        behind: "<mergeCells><mergeCell ref='B2:C2'/></wrong>",
        ..leaf
    };
    assert_eq!(
        table(&xlsx_of(&[broken], "", "")).notes[2],
        TableNote::Merged(vec![area("B2:C2")])
    );

    let cell = |attributes: &str, text: &str| {
        format!(
            "<table:table-cell office:value-type='string' {attributes}><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let columns = "<table:table-column table:number-columns-repeated='2'/><table:table-column table:visibility='collapse'/>";
    let row = |attributes: &str, cells: &str| {
        format!("<table:table-row {attributes}>{cells}</table:table-row>")
    };
    let rows = [
        row("", &[cell("", "p"), cell("", "1"), cell("", "2")].concat()),
        row(
            "table:visibility='filter'",
            &[
                cell("", "P1"),
                cell("table:number-columns-spanned='2'", "2"),
            ]
            .concat(),
        ),
        row("", ""),
        row(
            "table:visibility='collapse'",
            &[cell("table:number-rows-spanned='6'", "P2"), cell("", "1")].concat(),
        ),
    ];
    let found = table(&ods(&format!("{columns}{}", rows.concat())));
    assert_eq!(found.notes, expected);

    let text = |row: u8, column: u8| record(0x0204, &[row, 0, column, 0, 0, 0, 1, 0, 0, b'x']);
    let shape = |row: u8, flags: u8| {
        record(
            0x0208,
            &[row, 0, 0, 0, 3, 0, 255, 0, 0, 0, 0, 0, flags, 1, 15, 0],
        )
    };
    let merged = |list: &[[u8; 8]]| {
        record(
            0x00E5,
            &[[list.len() as u8, 0].as_slice(), &list.concat()].concat(),
        )
    };
    let sheet = [
        record(0x007D, &[2, 0, 8, 0, 0, 9, 15, 0, 1, 0, 0, 0]),
        shape(0, 0),
        shape(1, 0x20),
        shape(3, 0x20),
        text(0, 0),
        text(0, 2),
        text(1, 1),
        text(3, 0),
        merged(&[
            [1, 0, 1, 0, 1, 0, 2, 0],
            [3, 0, 8, 0, 0, 0, 0, 0],
            [0, 0, 8, 0, 5, 0, 6, 0],
        ]),
        record(0x000A, &[]),
    ];
    assert_eq!(table(&xls(1, &[], &sheet.concat())).notes, expected);
}

#[test]
fn the_sheet_that_is_seen_is_meant_where_a_hidden_one_fits_too() {
    let folder = tempfile::tempdir().unwrap();
    let document = matrix_document(&folder.path().join("a.ordito"), 2, 2);
    let data = "<row><c t='str'><v>p</v></c><c><v>1</v></c></row><row><c t='str'><v>P1</v></c><c><v>2</v></c></row>";
    let leaf = |name, state| Leaf {
        name,
        state,
        data,
        ..Leaf::default()
    };
    let (seen, hidden) = (leaf("Matrice", ""), leaf("Copia", "state='hidden'"));
    let fits = |table: &Table| fits_matrix(document.contents(), TARGET.matrix, table);
    let sheets = read(&xlsx_of(
        &[leaf("Bozza", "state='veryHidden'"), hidden, seen],
        "",
        "",
    ))
    .unwrap();
    assert_eq!(fitting(&sheets, fits).unwrap(), 2);
    let note = |at: usize| sheets[at].table.as_ref().unwrap().notes.clone();
    assert_eq!((note(0), note(2)), (vec![TableNote::HiddenSheet], vec![]));
    let sheets = read(&xlsx_of(&[hidden, leaf("Altra", "")], "", "")).unwrap();
    assert_eq!(
        fitting(&sheets, |table| fits(table) && table.sheet == "Copia").unwrap(),
        0,
        "it alone fits"
    );
    let sheets = read(&xlsx_of(&[seen, hidden, leaf("Altra", "")], "", "")).unwrap();
    let Err(WorkbookError::WhichSheet {
        fitting: found,
        known,
        ..
    }) = fitting(&sheets, fits)
    else {
        panic!()
    };
    assert_eq!(
        found,
        [("Matrice".to_owned(), false), ("Altra".to_owned(), false)]
    );
    assert_eq!(known[1], ("Copia".to_owned(), true));

    let styles = "<office:automatic-styles><style:style style:name='ta1' style:family='table'><style:table-properties \
                  table:display='true'/></style:style><style:style style:name='ta2' style:family='table'>\
                  <style:table-properties table:display='false'/></style:style></office:automatic-styles>";
    let sheet = |name: &str, style: &str| {
        let cell =
            "<table:table-cell office:value-type='string'><text:p>x</text:p></table:table-cell>";
        format!(
            "<table:table table:name='{name}' table:style-name='{style}'><table:table-row>{cell}</table:table-row></table:table>"
        )
    };
    let sheets = read(&ods_of(
        styles,
        &[sheet("A", "ta2"), sheet("B", "ta1")].concat(),
    ))
    .unwrap();
    assert_eq!(
        sheets.iter().map(|sheet| sheet.hidden).collect::<Vec<_>>(),
        [true, false]
    );
}

#[test]
fn parts_are_found_without_case_and_read_in_utf16() {
    let data = "<row><c t='s'><v>0</v></c><c><v>2</v></c></row>";
    let leaf = Leaf {
        name: "Foglio è",
        data,
        ..Leaf::default()
    };
    let parts = xlsx_parts(&[leaf], "<si><t>città</t></si>", STYLES);
    let upper: Vec<(String, Vec<u8>)> = parts
        .iter()
        .map(|(name, text)| (name.to_uppercase(), text.clone().into_bytes()))
        .collect();
    let windows: Vec<(String, Vec<u8>)> = parts
        .iter()
        .map(|(name, text)| (name.replace('/', "\\"), text.clone().into_bytes()))
        .collect();
    let wide: Vec<(String, Vec<u8>)> = parts
        .iter()
        .map(|(name, text)| {
            (
                name.clone(),
                format!("\u{feff}{text}")
                    .encode_utf16()
                    .flat_map(u16::to_le_bytes)
                    .collect(),
            )
        })
        .collect();
    for parts in [upper, windows, wide] {
        let parts: Vec<(&str, &[u8])> = parts
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        let found = table(&zip(&parts));
        assert_eq!(
            (found.sheet.as_str(), &*found.rows),
            (
                "Foglio è",
                [["città".into(), "2".into()].to_vec()].as_slice()
            )
        );
    }
}

#[test]
fn a_sheet_beyond_the_limits_keeps_no_small_one_out() {
    // More tags than are read in all, in the first of the sheets: the small one behind it is read before.
    let many = "<x/>".repeat(5_100_000);
    let small = "<row><c t='s'><v>0</v></c></row>";
    let sheets = read(&xlsx(
        &[("Dati", &many), ("Matrice", small)],
        "<si><t>qui</t></si>",
        "",
    ))
    .unwrap();
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Dati", "Matrice"], "in the order of the workbook");
    let large = sheets[0].table.as_ref().unwrap_err();
    assert!(
        matches!(large, ReadError::Workbook(WorkbookError::ManyNodes { .. })),
        "{large:?}"
    );
    assert_eq!(sheets[1].table.as_ref().unwrap().cell(0, 0), "qui");
    // More cells than are read in all, in the first of the sheets of one stream: what it took it gives back.
    let cell = "<table:table-cell office:value-type='float' office:value='1'/>";
    let row = |times: u32| {
        format!("<table:table-row table:number-rows-repeated='{times}'>{cell}</table:table-row>")
    };
    let sheet =
        |name: &str, rows: &str| format!("<table:table table:name='{name}'>{rows}</table:table>");
    let sheets = read(&ods_of(
        "",
        &[
            sheet("Dati", &row(1_000_001)),
            sheet("Matrice", &row(1_000_000)),
        ]
        .concat(),
    ))
    .unwrap();
    assert!(sheets[0].table.is_err());
    assert_eq!(sheets[1].table.as_ref().unwrap().rows.len(), 1_000_000);
}

#[test]
fn a_score_that_became_a_date_is_refused_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let document = matrix_document(&folder.path().join("a.ordito"), 2, 2);
    let data = "<row><c t='str'><v>p</v></c><c><v>1</v></c></row>\
                <row><c t='str'><v>P1</v></c><c s='4'><v>46024</v></c></row>";
    for table in [
        table(&xlsx(&[("F", data)], "", STYLES)),
        Table::from_text("p;1;2\nP1;02-gen;2/1/2026\nP2;gen-26;1-feb\n").unwrap(),
    ] {
        let preview = preview_matrix(document.contents(), &nilsson(), TARGET, &table);
        assert!(preview.changes.is_empty(), "{preview:?}");
        assert!(!preview.refused.is_empty());
        for refused in preview.refused {
            assert!(
                matches!(
                    refused.why,
                    ordito::import::WhyNot::Entry(ordito::model::EntryRefusal::Date { .. })
                ),
                "{refused:?}"
            );
        }
    }
    let table = Table::from_text("p;1;2\nP1;2-1;3.0000000000000004\nP2;－1;—2\n").unwrap();
    let preview = preview_matrix(document.contents(), &nilsson(), TARGET, &table);
    let scores: Vec<String> = preview
        .changes
        .iter()
        .map(|change| change.new.to_string())
        .collect();
    assert_eq!(scores, ["2/-1", "3", "-1", "-2"]);
}

#[test]
fn what_lies_behind_the_table_is_told_with_the_area_to_ask_for() {
    let folder = tempfile::tempdir().unwrap();
    let document = matrix_document(&folder.path().join("a.ordito"), 2, 2);
    let text = "Matrice 2025\n\np;1;2;Totale\nP1;2;;2\nP2;1;1;2\n\nTotale;3;1;\nLegenda: 3 = indivisibile\n";
    let table = Table::from_text(text).unwrap();
    let preview = preview_matrix(document.contents(), &nilsson(), TARGET, &table);
    let open: Vec<String> = preview
        .unmatched()
        .map(|(_, place, _)| place.to_string())
        .collect();
    assert_eq!(open, ["A7", "A8", "D3"]);
    let area = preview.area_of_known().unwrap();
    assert_eq!(area.to_string(), "A3:C5");
    let part = preview_matrix(document.contents(), &nilsson(), TARGET, &table.part(area));
    assert!(part.is_whole() && part.area_of_known().is_none());
    let places: Vec<String> = part
        .changes
        .iter()
        .map(|change| change.place.to_string())
        .collect();
    assert_eq!(places, ["B4", "B5", "C5"]);
    // One in between cannot be left out so.
    let table = Table::from_text("p;1;2\nP1;2;\nBoh;1;1\nP2;1;1\n").unwrap();
    assert_eq!(
        preview_matrix(document.contents(), &nilsson(), TARGET, &table).area_of_known(),
        None
    );
}

#[test]
fn files_of_another_kind_are_refused_as_what_they_are() {
    let parts = |name: &str| {
        zip(&[
            ("[Content_Types].xml", b"<Types/>".as_slice()),
            (name, b"<x/>"),
        ])
    };
    let root = |target: &str| {
        format!("<R><Relationship Id='r' Type='x/officeDocument' Target='{target}'/></R>")
    };
    let with_root = |part: &str| {
        zip(&[
            ("_rels/.rels", root(part).as_bytes()),
            (part, b"<w:document/>"),
        ])
    };
    let text = "<office:document-content><office:body><office:text/></office:body></office:document-content>";
    let writer = zip(&[
        ("content.xml", text.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ]);
    let good = xlsx(&[("F", "<row><c><v>1</v></c></row>")], "", "");
    let cases: Vec<(Vec<u8>, FileKind)> = vec![
        (with_root("word/document.xml"), FileKind::Writing),
        (with_root("ppt/presentation.xml"), FileKind::Slides),
        (with_root("xl/workbook.bin"), FileKind::BinaryWorkbook),
        (writer, FileKind::Writing),
        (parts("Index/Document.iwa"), FileKind::Numbers),
        (parts("foto.jpg"), FileKind::Archive),
        (good[..good.len() / 2].to_vec(), FileKind::Cut),
        (b"PK\x03\x04".to_vec(), FileKind::Cut),
        (
            super::forge::compound(&[("WordDocument", vec![1; 10])]),
            FileKind::Writing,
        ),
        (
            super::forge::compound(&[("Book", vec![1; 10])]),
            FileKind::OldExcel,
        ),
        (
            b"<html><body><table><tr><td>politica".to_vec(),
            FileKind::WebPage,
        ),
        (Vec::new(), FileKind::Nothing),
    ];
    for (bytes, kind) in cases {
        let found = read(&bytes).unwrap_err();
        assert!(
            matches!(found, ReadError::OtherKind(found) if found == kind),
            "{found:?} for {kind:?}"
        );
    }
    // A document of ours.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ordito");
    drop(matrix_document(&path, 1, 1));
    let found = read(&std::fs::read(&path).unwrap()).unwrap_err();
    assert!(
        matches!(found, ReadError::OtherKind(FileKind::Ordito)),
        "{found:?}"
    );
}

#[test]
fn a_merged_score_that_would_empty_others_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let document = matrix_document(&folder.path().join("a.ordito"), 2, 3);
    let data = "<row><c t='str'><v>p</v></c><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>\
                <row><c t='str'><v>P1</v></c><c><v>2</v></c></row>";
    let behind = "<mergeCells><mergeCell ref='B2:D2'/></mergeCells>";
    let table = table(&xlsx_of(
        &[Leaf {
            name: "F",
            data,
            behind,
            ..Leaf::default()
        }],
        "",
        "",
    ));
    let preview = preview_matrix(document.contents(), &nilsson(), TARGET, &table);
    assert_eq!(
        preview.notes,
        [TableNote::Merged(vec!["B2:D2".parse().unwrap()])]
    );
    let key: AssessmentKey = preview.changes[0].key;
    assert_eq!(
        (preview.changes.len(), preview.changes[0].place),
        (1, Place { row: 2, column: 2 })
    );
    assert_eq!(key.row, Item::Policy(PolicyId::fixed(1)));
}
