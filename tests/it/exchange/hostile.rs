//! Workbooks that mean harm: each is read or refused with facts, in a process of its own that is timed and weighed.
#![expect(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "plainer, and no test is hot"
)]

use super::forge::{compound, ods, one_sheet, record, xls, xlsx, zip};
use crate::document::small::{matrix_document, nilsson};
use crate::patience::PATIENCE;
use ordito::import::{
    Ids, ReadError, Target, Want, fits_matrix, preview_framework, preview_matrix, preview_policies,
    read_tables,
};
use ordito::model::{ActorId, AssessorId, MatrixId, PolicyId};
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

const FILE: &str = "ORDITO_HOSTILE_FILE";
const MATRIX: MatrixId = MatrixId::fixed(1);

/// What became of a file: errors of the whole or of its first sheet, or the size of that sheet's table.
fn outcome(path: &Path) -> String {
    let say = |error: ReadError| match error {
        ReadError::Workbook(error) => format!("refused {error:?}"),
        other => format!("refused {other:?}"),
    };
    let mut sheets = match read_tables(path, &Want::default()) {
        Err(error) => return say(error),
        Ok(sheets) => sheets,
    };
    let folder = tempfile::tempdir().unwrap();
    let document = matrix_document(&folder.path().join("a.ordito"), 4, 5);
    let target = Target {
        matrix: MATRIX,
        assessor: AssessorId::AGREED,
    };
    for table in sheets.iter().filter_map(|sheet| sheet.table.as_ref().ok()) {
        fits_matrix(document.contents(), MATRIX, table);
        preview_matrix(document.contents(), &nilsson(), target, table);
        let (mut policy, mut actor) = (|_: &str| PolicyId::random(), |_: &str| ActorId::random());
        let _ = preview_policies(
            document.contents(),
            table,
            &mut Ids {
                policy: &mut policy,
                actor: &mut actor,
            },
        );
        let _ = preview_framework(table, "prova");
    }
    let (n_read, n_sheets) = (
        sheets.iter().filter(|sheet| sheet.table.is_ok()).count(),
        sheets.len(),
    );
    match sheets.swap_remove(0).table {
        Err(error) => say(error),
        Ok(table) => format!(
            "read {n_read}/{n_sheets} {} by {}",
            table.rows.len(),
            table.n_columns()
        ),
    }
}

/// Seconds of processor that this process used, as other work on the machine does not lengthen it.
fn used(since: Instant) -> Duration {
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else {
        return since.elapsed();
    };
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap().split(' ').collect();
    let ticks: u64 = fields[11..13]
        .iter()
        .map(|field| field.parse::<u64>().unwrap())
        .sum();
    Duration::from_millis(ticks * 10)
}

/// The most memory this process ever held, in MB.
fn peak_mb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024)
}

#[test]
#[ignore = "run by the other tests here, in a process of its own, with a file"]
fn child() {
    let path = std::env::var_os(FILE).unwrap();
    let before = Instant::now();
    let outcome = outcome(Path::new(&path));
    let (took, peak) = (used(before).as_millis(), peak_mb().unwrap_or_default());
    println!("\n#{took}#{peak}#{outcome}#");
}

/// The processor time of a plain sheet with a hundred thousand cells on this machine, in milliseconds.
fn yardstick() -> u64 {
    static TOOK: OnceLock<u64> = OnceLock::new();
    *TOOK.get_or_init(|| {
        let plain = one_sheet(&"<row><c><v>1</v></c></row>".repeat(100_000));
        looked_at("a plain sheet", &plain, "read 1/1 100000 by 1").max(10)
    })
}

/// The file is refused or read as expected, within 300 MB, and with no more work than six million plain cells are.
fn check(what: &str, bytes: &[u8], expected: &str) {
    let took = looked_at(what, bytes, expected);
    assert!(
        took < 60 * yardstick(),
        "{what}: {took} ms, a plain sheet {} ms",
        yardstick()
    );
}

/// Reads a file in a process of its own; gives the milliseconds of processor that it took.
fn looked_at(what: &str, bytes: &[u8], expected: &str) -> u64 {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    std::fs::write(&path, bytes).unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args([
            "--ignored",
            "--exact",
            "exchange::hostile::child",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FILE, &path)
        .output()
        .unwrap();
    assert!(output.status.success(), "{what}: {output:?}");
    let said = String::from_utf8(output.stdout).unwrap();
    let line = said
        .lines()
        .find_map(|line| line.strip_prefix('#'))
        .unwrap();
    let parts: Vec<&str> = line.splitn(3, '#').collect();
    let (took, peak): (u64, u64) = (parts[0].parse().unwrap(), parts[1].parse().unwrap());
    println!(
        "{what}: {} kB, {took} ms, {peak} MB, {}",
        bytes.len() / 1024,
        parts[2]
    );
    assert!(
        parts[2].starts_with(expected),
        "{what}: {} is not {expected}",
        parts[2]
    );
    assert!(
        !cfg!(target_os = "linux") || (1..300).contains(&peak),
        "{what}: {peak} MB"
    );
    took
}

#[test]
fn far_corners_ask_for_nothing() {
    let two = |far: &str| {
        one_sheet(&format!(
            "<row><c r='A1'><v>1</v></c><c r='{far}'><v>2</v></c></row>"
        ))
    };
    let far = two("XFD1048576");
    assert!(far.len() < 1_500, "{}", far.len());
    check(
        "two corners",
        &far,
        "refused WideSheet { rows: 1048576, columns: 16384, limit: 1000000 }",
    );
    check(
        "beyond the sheet",
        &two("XFE1"),
        "refused Unreadable { part: \"xl/worksheets/s0.xml\", detail: \"XFE1\" }",
    );
    check("no such row", &two("A0"), "refused Unreadable");
    check("one high column", &two("A1000000"), "read 1/1 1000000 by 1");
    check(
        "row beyond",
        &one_sheet("<row r='4294967295'><c><v>1</v></c></row>"),
        "refused Unreadable",
    );
    check("twice", &two("A1"), "refused Unreadable");
}

#[test]
fn what_swells_is_stopped() {
    let spaces = " ".repeat(200 << 20);
    check(
        "a long text",
        &one_sheet(&format!("<row><c><v>{spaces}</v></c></row>")),
        "refused LargePart",
    );
    check(
        "a long comment",
        &one_sheet(&format!("<!--{spaces}-->")),
        "refused LargePart",
    );
    check(
        "a long tag",
        &one_sheet(&format!("<row {spaces}/>")),
        "refused LargePart",
    );
    drop(spaces);
    let row = format!("<row a='{}'/>", "x".repeat(1000));
    check(
        "a large sheet",
        &one_sheet(&row.repeat(170_000)),
        "refused LargePart",
    );
    check(
        "many rows",
        &one_sheet(&"<row/>".repeat(1_100_000)),
        "refused Unreadable",
    );
    check(
        "many cells",
        &one_sheet(&"<row><c><v>1</v></c></row>".repeat(1_040_000)),
        "refused",
    );
    check(
        "many tags",
        &one_sheet(&"<x/>".repeat(6_000_000)),
        "refused ManyNodes { part: \"xl/worksheets/s0.xml\", limit: 10000000 }",
    );
    check(
        "deep",
        &one_sheet(&"<a>".repeat(1_000_000)),
        "refused Unreadable",
    );
    let attributes: String = (0..150_000).map(|n| format!(" a{n}='1'")).collect();
    check(
        "many attributes",
        &one_sheet(&format!("<row{attributes}><c><v>1</v></c></row>")),
        "read 1/1 1 by 1",
    );
}

#[test]
fn shared_texts_are_counted() {
    let cells = "<row><c t='s'><v>0</v></c></row>";
    let texts = |n: usize| xlsx(&[("F", cells)], &"<si><t>a</t></si>".repeat(n), "");
    check("a million texts", &texts(1_000_000), "read 1/1 1 by 1");
    check(
        "more of them",
        &texts(1_000_001),
        "refused ManyTexts { limit: 1000000 }",
    );
    let long = format!("<si><t>{}</t></si>", "a".repeat(100_000));
    check(
        "one text again and again",
        &xlsx(&[("F", &cells.repeat(100_000))], &long, ""),
        "refused LargeTexts",
    );
    let long = format!(
        "<row><c t='inlineStr'><is><t>{}</t></is></c></row>",
        "a".repeat(200_000)
    );
    check(
        "a long cell",
        &one_sheet(&long),
        "refused LongText { row: 1, column: 1, limit: 131072 }",
    );
    for at in ["1", "-1", "99999999999999999999", "x"] {
        let data = format!("<row><c t='s'><v>{at}</v></c></row>");
        check(
            "no such text",
            &xlsx(&[("F", &data)], "<si><t>a</t></si>", ""),
            "refused Unreadable",
        );
    }
    check(
        "many styles",
        &xlsx(
            &[("F", cells)],
            "<si/>",
            &format!("<cellXfs>{}</cellXfs>", "<xf/>".repeat(80_000)),
        ),
        "refused Unreadable",
    );
}

#[test]
fn names_are_not_expanded() {
    let laughs: String = (1..10)
        .map(|n| format!("<!ENTITY l{n} '{}'>", format!("&l{};", n - 1).repeat(10)))
        .collect();
    let doctype = format!("<!DOCTYPE x [<!ENTITY l0 'ha'>{laughs}]>");
    let content = format!("{doctype}<office:document-content>&l9;</office:document-content>");
    let manifest = ("META-INF/manifest.xml", b"<manifest/>".as_slice());
    check(
        "a billion laughs",
        &zip(&[("content.xml", content.as_bytes()), manifest]),
        "refused Declares",
    );
    check(
        "an unknown name",
        &one_sheet("<row><c t='str'><v>&l9;</v></c></row>"),
        "refused Unreadable { part: \"xl/worksheets/s0.xml\", detail: \"&l9;\" }",
    );
    check(
        "known ones",
        &one_sheet("<row><c t='str'><v>&lt;&#65;&amp;</v></c></row>"),
        "read 1/1 1 by 1",
    );
}

#[test]
fn many_sheets_and_parts_are_counted() {
    let cell = "<row><c><v>1</v></c></row>";
    let sheets: Vec<(&str, &str)> = (0..1_001).map(|_| ("F", cell)).collect();
    check("many sheets", &xlsx(&sheets, "", ""), "refused ManySheets");
    check(
        "as many as may be",
        &xlsx(&sheets[..1_000], "", ""),
        "read 1000/1000 1 by 1",
    );
    let names: Vec<String> = (0..10_001).map(|at| format!("p{at}")).collect();
    let parts: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), b"".as_slice()))
        .collect();
    check(
        "many parts",
        &zip(&parts),
        "refused ManyParts { limit: 10000 }",
    );
    // Every sheet is the same part of 30 MB: together they are beyond the limit.
    let large = format!(
        "<row><c><v>1</v></c></row><row a='{}'/>",
        "x".repeat(3 << 20)
    )
    .repeat(10);
    let data = format!("<worksheet><sheetData>{large}</sheetData></worksheet>");
    let book: String = (0..100).map(|_| "<sheet name='F' r:id='s'/>").collect();
    let book = format!("<workbook><sheets>{book}</sheets></workbook>");
    let related = "<R><Relationship Id='s' Type='x/worksheet' Target='s.xml'/></R>";
    let root = "<R><Relationship Id='r' Type='x/officeDocument' Target='b.xml'/></R>";
    let parts: [(&str, &[u8]); 4] = [
        ("_rels/.rels", root.as_bytes()),
        ("b.xml", book.as_bytes()),
        ("_rels/b.xml.rels", related.as_bytes()),
        ("s.xml", data.as_bytes()),
    ];
    check("one part as every sheet", &zip(&parts), "read 8/100 ");
}

#[test]
fn sizes_that_a_zip_file_claims_are_not_believed() {
    let mut bytes = one_sheet(&"<row><c><v>1</v></c></row>".repeat(1000));
    // The claimed length of every part, in its own header and in the directory, becomes 4 GB less one and then nothing.
    for (claim, expected) in [(0xFFFF_FFF0_u32, ""), (0, "")] {
        for at in 0..bytes.len() - 30 {
            match &bytes[at..at + 4] {
                b"PK\x03\x04" => bytes[at + 22..at + 26].copy_from_slice(&claim.to_le_bytes()),
                b"PK\x01\x02" => bytes[at + 24..at + 28].copy_from_slice(&claim.to_le_bytes()),
                _ => {}
            }
        }
        check("a claimed size", &bytes, expected);
    }
}

#[test]
fn repeats_in_ods_are_counted() {
    let cell = |columns: &str, value: &str| {
        format!(
            "<table:table-cell table:number-columns-repeated='{columns}' office:value-type='float' office:value='{value}'/>"
        )
    };
    let row = |times: &str, cells: &str| {
        format!("<table:table-row table:number-rows-repeated='{times}'>{cells}</table:table-row>")
    };
    let one = cell("1", "1");
    check(
        "a wide cell",
        &ods(&row("1", &cell("4294967295", "1"))),
        "refused WideSheet",
    );
    check("a high cell", &ods(&row("4294967295", &one)), "refused");
    check(
        "a wide and high cell",
        &ods(&row("1048576", &cell("16384", "1"))),
        "refused WideSheet",
    );
    check(
        "all blank",
        &ods(&row("1048576", &cell("16384", ""))),
        "refused Empty",
    );
    let blank = row("4294967295", &cell("4294967295", ""));
    check(
        "blank after one",
        &ods(&format!("{}{blank}", row("1", &one))),
        "read 1/1 1 by 1",
    );
    check(
        "far corners",
        &ods(&format!("{}{blank}{}", row("1", &one), row("1", &one))),
        "refused WideSheet",
    );
    let text = |inside: &str| {
        row(
            "1",
            &format!("<table:table-cell office:value-type='string'>{inside}</table:table-cell>"),
        )
    };
    check(
        "many spaces",
        &ods(&text("<text:p><text:s text:c='4000000000'/>x</text:p>")),
        "refused LongText",
    );
    check(
        "many paragraphs",
        &ods(&text(&"<text:p>x</text:p>".repeat(1_000_000))),
        "refused LongText",
    );
    let manifest = b"<m><encryption-data/></m>".as_slice();
    check(
        "a password",
        &zip(&[
            ("content.xml", b"\x01\x02"),
            ("META-INF/manifest.xml", manifest),
        ]),
        "refused Protected",
    );
}

#[test]
fn records_of_excel_97_are_checked() {
    let number = |row: u16, column: u16, number: f64| {
        let place = [row.to_le_bytes(), column.to_le_bytes(), [0; 2]].concat();
        record(0x0203, &[place.as_slice(), &number.to_le_bytes()].concat())
    };
    let end = record(0x000A, &[]);
    let sheet = |cells: &[Vec<u8>]| [cells.concat(), end.clone()].concat();
    check(
        "a cell",
        &xls(
            1,
            &[],
            &sheet(&[number(0, 0, -1.5), number(1, 3, f64::NAN)]),
        ),
        "read 1/1 2 by 4",
    );
    let one = record(0x0204, &[0, 0, 0, 0, 0, 0, 1, 0, 0, b'x']);
    check(
        "a text",
        &xls(1, &[], &sheet(std::slice::from_ref(&one))),
        "read 1/1 1 by 1",
    );
    let far = record(0x0204, &[0xFF, 0xFF, 0xFF, 0, 0, 0, 1, 0, 0, b'x']);
    check(
        "two corners",
        &xls(1, &[], &sheet(&[one.clone(), far])),
        "refused WideSheet { rows: 65536, columns: 256",
    );
    check("no end", &xls(1, &[], &one), "refused Unreadable");
    check(
        "cut off",
        &xls(1, &[], &sheet(&[record(0x0204, &[0, 0, 0])])),
        "refused Unreadable",
    );
    check(
        "a text too long",
        &xls(
            1,
            &[],
            &sheet(&[record(0x0204, &[0, 0, 0, 0, 0, 0, 255, 255, 0, b'x'])]),
        ),
        "refused Unreadable",
    );
    check(
        "no such text",
        &xls(
            1,
            &[],
            &sheet(&[record(0x00FD, &[0, 0, 0, 0, 0, 0, 7, 0, 0, 0])]),
        ),
        "refused Unreadable",
    );
    let many = record(0x00FC, &[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);
    check(
        "four billion texts",
        &xls(1, &many, &sheet(std::slice::from_ref(&one))),
        "refused Unreadable",
    );
    check(
        "a password",
        &xls(1, &record(0x002F, &[1, 0]), &sheet(&[])),
        "refused Protected",
    );
    let large: Vec<u8> = std::iter::repeat_n(record(0x0001, &[0; 8000]), 800)
        .flatten()
        .collect();
    check(
        "one place as every sheet",
        &xls(900, &[], &[one, large, end.clone()].concat()),
        "read 41/900 1 by 1",
    );
    check(
        "XLSX with a password",
        &compound(&[("EncryptedPackage", vec![1; 10])]),
        "refused Protected",
    );
    check(
        "another compound file",
        &compound(&[("WordDocument", vec![1; 10])]),
        "refused OtherKind(Writing)",
    );
    let mut circle = compound(&[("Workbook", vec![9; 5000])]);
    let table = circle.len() - 512;
    circle[table..table + 4].copy_from_slice(&0_u32.to_le_bytes());
    check("sectors in a circle", &circle, "refused");
}

#[test]
fn a_large_honest_workbook_comes_in() {
    let names: String = (0..169).map(|n| format!("<c><v>{n}</v></c>")).collect();
    let mut rows = format!("<row><c/>{names}</row>");
    for n in 0..1_000 {
        rows.push_str(&format!(
            "<row><c t='str'><v>P{n}</v></c>{}</row>",
            "<c><v>-1</v></c>".repeat(169)
        ));
    }
    check(
        "1,000 policies by 169 targets",
        &one_sheet(&rows),
        "read 1/1 1001 by 170",
    );
}

#[test]
fn many_lines_cost_no_more_than_their_number() {
    let line = |n: usize| {
        format!(
            "<row><c t='str'><v>C{n}</v></c><c t='str'><v>Nome {n}</v></c><c t='str'><v>Ente {n}</v></c></row>"
        )
    };
    let heads = "<row><c t='str'><v>codice</v></c><c t='str'><v>nome</v></c><c t='str'><v>responsabile</v></c></row>";
    let lines: String = (0..40_000).map(line).collect();
    check(
        "many policies",
        &one_sheet(&format!("{heads}{lines}")),
        "read 1/1 40001 by 3",
    );
}

/// Bytes changed at random: whatever comes out, nothing panics and nothing takes long.
#[test]
fn changed_bytes_never_panic() {
    let data = "<row><c r='B2' t='s'><v>0</v></c><c t='inlineStr'><is><r><t>a&amp;b</t></r></is></c><c s='1'><v>45000</v><f>A1</f></c></row>";
    let sheet = [
        record(0x0204, &[0, 0, 0, 0, 0, 0, 1, 0, 0, b'x']),
        record(0x00BD, &[1, 0, 0, 0, 0, 0, 1, 2, 3, 4, 0, 0]),
        record(0x000A, &[]),
    ]
    .concat();
    let texts = record(
        0x00FC,
        &[
            1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 9, 1, 0, b'a', 0, b'b', 0, 0, 0, 0, 0,
        ],
    );
    let row = "<table:table-row><table:table-cell office:value-type='string'><text:p>a<text:s/>b</text:p></table:table-cell></table:table-row>";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a");
    let mut state = 7_u64;
    let mut random = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let styles = "<numFmts><numFmt numFmtId='164' formatCode='d'/></numFmts><cellXfs><xf/><xf numFmtId='164'/></cellXfs>";
    let before = Instant::now();
    let mut n_read = [0; 3];
    for turn in 0..2_400 {
        let mut changed = |bytes: &[u8], most: usize| {
            let mut bytes = bytes.to_vec();
            for _ in 0..random(most + 1) {
                let at = random(bytes.len());
                bytes[at] = random(256) as u8;
            }
            if random(8) == 0 {
                bytes.truncate(random(bytes.len()));
            }
            bytes
        };
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        // Changed within the parts, where no checksum is in the way, and now and then outside.
        let mut bytes = match turn % 3 {
            0 => {
                let (data, texts, styles) = (
                    changed(data.as_bytes(), 3),
                    changed(b"<si><t>x_x000D_</t></si>", 1),
                    changed(styles.as_bytes(), 2),
                );
                xlsx(&[("F", &text(data))], &text(texts), &text(styles))
            }
            1 => ods(&text(changed(row.as_bytes(), 3))),
            _ => xls(1, &changed(&texts, 2), &changed(&sheet, 3)),
        };
        if turn % 10 == 0 {
            bytes = changed(&bytes, 5);
        }
        std::fs::write(&path, &bytes).unwrap();
        let want = Want {
            sheet: None,
            area: (random(2) == 0).then(|| "B1:C9".parse().unwrap()),
        };
        let is_read = read_tables(&path, &want)
            .is_ok_and(|sheets| sheets.iter().any(|sheet| sheet.table.is_ok()));
        n_read[turn % 3] += usize::from(is_read);
    }
    assert!(
        n_read.iter().all(|n| (50..750).contains(n)),
        "{n_read:?} were read"
    );
    assert!(before.elapsed() < PATIENCE);
}
