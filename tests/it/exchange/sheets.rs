//! What cells of a workbook become, and how what cannot come in is told by its sheet, row, column and reason.

use super::forge::{ods, one_sheet, xlsx};
use crate::cli::{done, ordito, refused};
use ordito::import::{ReadError, Sheet, Table, Want, WorkbookError, read_tables};
use std::path::PathBuf;

fn written(folder: &tempfile::TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn read(bytes: &[u8], area: Option<&str>) -> Vec<Sheet> {
    let folder = tempfile::tempdir().unwrap();
    let want = Want {
        sheet: None,
        area: area.map(|text| text.parse().unwrap()),
    };
    read_tables(&written(&folder, "a", bytes), &want).unwrap()
}

fn check(bytes: &[u8], area: Option<&str>, rows: &[&[&str]], origin: (usize, usize)) {
    let table: Table = read(bytes, area).remove(0).table.unwrap();
    assert_eq!(table.rows, rows);
    assert_eq!(table.origin, origin);
}

#[test]
fn cells_are_as_a_person_would_type_them() {
    let styles = "<numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/><numFmt numFmtId='165' formatCode='0 &quot;mesi&quot;'/></numFmts>\
                  <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf/><xf numFmtId='164'/><xf numFmtId='14'/><xf numFmtId='165'/></cellXfs>";
    let texts = "<si><t>uno</t></si><si><r><t xml:space='preserve'>du</t></r><r><t>e</t></r><rPh><t>no</t></rPh></si>";
    let row = |cells: &str| format!("<row>{cells}</row>");
    let data = [
        row(
            "<c><v>2</v></c><c><v>-1</v></c><c><v>1.5</v></c><c><v>0.30000000000000004</v></c><c s='3'><v>6</v></c>",
        ),
        row(
            "<c s='1'><v>45536</v></c><c s='2'><v>45536.5</v></c><c t='d'><v>2024-09-01T00:00:00</v></c>",
        ),
        row(
            "<c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='str'><v>a &amp; b</v></c><c t='inlineStr'><is><t>c\nd</t></is></c>",
        ),
        row(
            "<c t='b'><v>1</v></c><c t='e'><v>#REF!</v></c><c><f>A1*2</f><v>4</v></c><c><f>A1*2</f></c><c s='1'/>",
        ),
    ];
    check(
        &xlsx(&[("F", &data.concat())], texts, styles),
        None,
        &[
            &["2", "-1", "1.5", "0.3", "6"],
            &["2024-09-01", "2024-09-01T12:00", "2024-09-01"],
            &["uno", "due", "a & b", "c\nd"],
            &["TRUE", "#REF!", "4", "=A1*2"],
        ],
        (0, 0),
    );
    let cell = |kind: &str, rest: &str| format!("<t:table-cell o:value-type='{kind}' {rest}");
    let cells = [
        cell("float", "o:value='2.0'><x:p>2,0</x:p></t:table-cell>"),
        cell("date", "o:date-value='2024-09-01'/>"),
        cell("boolean", "o:boolean-value='true'/>"),
        cell(
            "string",
            "><o:annotation><x:p>nota</x:p></o:annotation><x:p>a  <x:span>b</x:span></x:p><x:p>c<x:s x:c='2'/>d</x:p></t:table-cell>",
        ),
        "<t:table-cell t:formula='of:=[.A1]'/>".to_owned(),
    ];
    let again = format!(
        "<t:table-row t:number-rows-repeated='2'>{}</t:table-row>",
        cell("float", "t:number-columns-repeated='2' o:value='-1'/>")
    );
    let rows = format!("<t:table-row>{}</t:table-row>{again}", cells.concat());
    check(
        &ods(&rows),
        None,
        &[
            &["2", "2024-09-01", "TRUE", "a b\nc  d", "=[.A1]"],
            &["-1", "-1"],
            &["-1", "-1"],
        ],
        (0, 0),
    );
}

#[test]
fn a_table_may_lie_anywhere_on_its_sheet() {
    let data = "<row r='1'><c r='D1' t='str'><v>titolo</v></c></row><row r='3'><c r='C3' t='str'><v>1</v></c></row>\
                <row r='4'><c r='B4' t='str'><v>P1</v></c><c r='C4'><v>2</v></c></row>";
    check(
        &one_sheet(data),
        None,
        &[&["", "", "titolo"], &[], &["", "1"], &["P1", "2"]],
        (0, 1),
    );
    check(
        &one_sheet(data),
        Some("B3:C9"),
        &[&["", "1"], &["P1", "2"]],
        (2, 1),
    );
    check(
        &one_sheet(data),
        Some("$b$4:$xfd$1048576"),
        &[&["P1", "2"]],
        (3, 1),
    );
    check(b"a;b;c\n1;2;3\n", Some("B1:B9"), &[&["b"], &["2"]], (0, 1));
    // A merged cell counts for its first cell: the file holds the others empty.
    let merged = "<row><c t='str'><v>a</v></c><c/><c t='str'><v>b</v></c></row></sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells><sheetData>";
    check(&one_sheet(merged), None, &[&["a", "", "b"]], (0, 0));
    for wrong in ["", "B3", "C4:B3", "B4:C3", "B0:C3", "AAAA1:B2", "A1:XFE2"] {
        assert!(wrong.parse::<ordito::import::Area>().is_err(), "{wrong}");
    }
}

#[test]
fn a_sheet_that_cannot_be_read_keeps_no_other_out() {
    let good = "<row><c><v>1</v></c></row>";
    let mut sheets = read(
        &xlsx(
            &[("A", "<row><c r='?'/></row>"), ("B", ""), ("C", good)],
            "",
            "",
        ),
        None,
    );
    assert!(matches!(
        sheets[0].table,
        Err(ReadError::Workbook(WorkbookError::Unreadable { .. }))
    ));
    assert!(matches!(sheets[1].table, Err(ReadError::Empty)));
    assert_eq!(sheets.remove(2).table.unwrap().sheet, "C");
}

#[test]
fn every_refused_cell_is_told_by_sheet_row_column_and_reason() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    let cell = |name: &str, text: &str| format!("<c r='{name}' t='str'><v>{text}</v></c>");
    let row = |cells: &[String]| format!("<row>{}</row>", cells.concat());
    let data = [
        row(&[cell("C5", "1"), cell("D5", "2"), cell("E5", "boh")]),
        row(&[
            cell("B6", "1.1.b"),
            cell("C6", "7"),
            cell("D6", "#N/A"),
            cell("E6", "1"),
        ]),
        row(&[cell("B7", "9.9.z"), cell("C7", "1")]),
        row(&[
            cell("B8", "1.1.c"),
            cell("C8", "1"),
            "<c r='D8'><f>A1</f></c>".to_owned(),
        ]),
    ];
    let book = xlsx(&[("Voti", &data.concat()), ("Vuoto", "")], "", "");
    written(&folder, "a.xlsx", &book);
    let from = [
        "import",
        "a.ordito",
        "--assessor",
        "Prova",
        "--from",
        "a.xlsx",
        "--sheet",
        "Voti",
    ];
    let places = [
        "foglio «Voti», B7: «9.9.z» non è nella matrice",
        "foglio «Voti», E5: «boh» non è nella matrice",
        "foglio «Voti», C6: ",
        "(D6, D8)",
    ];
    refused(&ordito(at, &from), &places);
    let said = done(&ordito(at, &[&from[..], &["--dry-run", "--json"]].concat()));
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["sheet"], "Voti");
    let listed: Vec<_> = said["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["place"].to_string())
        .collect();
    assert_eq!(listed, ["[6,3]", "[6,4]", "[8,4]"]);
    assert!(
        said["refused"][0]["why"].as_str().unwrap().contains('7'),
        "{said}"
    );
    let problems = said["problems"].as_array().unwrap();
    assert_eq!(
        problems.len(),
        4,
        "what is no entry is told once, with all its places"
    );
    assert!(
        problems
            .iter()
            .all(|line| line.as_str().unwrap().starts_with("foglio «Voti», ")),
        "{problems:?}"
    );
    // The other sheet has no table, and says so.
    refused(&ordito(at, &[&from[..7], &["Vuoto"]].concat()), &["a.xlsx"]);
    // Neither fits as it is, so the choice is a person's.
    refused(&ordito(at, &from[..6]), &["«Voti», «Vuoto»"]);
}
