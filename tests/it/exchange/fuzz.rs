//! Made-up input, from a seed: sound files changed at random, for as long as `ORDITO_FUZZ_SECONDS` says, or a few of
//! them in the tests of every day. Whatever it is, it is read or refused; nothing panics. What was found is kept here.

use super::forge::{ods, xlsx, zip};
use crate::document::chance::Random;
use crate::document::small::{matrix_document, nilsson, reason, stamp, typed};
use crate::patience::PATIENCE;
use ordito::document::Document;
use ordito::import::{
    Ids, Table, Target, Want, find_template, preview_framework, preview_matrix, preview_policies,
    preview_template, read_json, read_tables,
};
use ordito::model::{ActorId, AssessorId, MatrixId, PolicyId, read_entry};
use std::io::{Cursor, Read as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

const WORDS: &[&str] = &[
    "",
    "0",
    "-1",
    "1e308",
    "NaN",
    "18446744073709551616",
    "-9223372036854775808",
    "2/-1",
    "+",
    "−",
    "1,5",
    "\u{feff}",
    "\u{0}",
    "è",
    "🧵",
    "\u{202e}",
    "\"",
    "'",
    ";",
    "\t",
    "\r\n",
    "=1+1",
    "&#x0;",
    "&lol;",
    "<![CDATA[",
    "]]>",
    "A1:XFD1048576",
    "XFD1048577",
    "\u{301}\u{301}",
    "null",
    "[[[[",
    "{\"a\":",
    "\\ud800",
    "#",
    "#while true {}",
    "#let f(x) = f(x)\n#f(1)",
    "#read(\"/etc/passwd\")",
    "#image(\"../x\")",
    "$",
    "*",
    "1 / 0",
    "calc.pow(9, 99)",
    "\u{ffff}",
];

/// One file from another, or from none.
fn mutated(r: &mut Random, bytes: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=r.below(4) {
        let at = r.below(bytes.len() + 1);
        let most = 1 << r.below(12);
        let to = (at + r.below(most)).min(bytes.len());
        match r.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << r.below(8),
            1 if at < bytes.len() => {
                bytes[at] = r.pick(&[0, 1, 0x7f, 0x80, 0xff, b'<', b'"', b',', b'9']);
            }
            2 => drop(bytes.drain(at..to)),
            3 => {
                let part = bytes[at..to].to_vec();
                for _ in 0..=r.below(3) {
                    bytes.splice(at..at, part.iter().copied());
                }
            }
            4 => bytes.truncate(at),
            5 => {
                let from = r.below(other.len() + 1);
                let part = &other[from..(from + r.below(400)).min(other.len())];
                drop(bytes.splice(at..to.min(at + part.len()), part.iter().copied()));
            }
            6 => {
                // A number becomes another one.
                if let Some(first) = bytes[at..]
                    .iter()
                    .position(u8::is_ascii_digit)
                    .map(|n| n + at)
                {
                    let end = bytes[first..]
                        .iter()
                        .position(|byte| !byte.is_ascii_digit())
                        .map_or(bytes.len(), |n| n + first);
                    drop(bytes.splice(first..end, r.pick(WORDS).bytes()));
                }
            }
            _ => drop(bytes.splice(at..at, r.pick(WORDS).bytes())),
        }
    }
    bytes.truncate(4 << 20);
    bytes
}

/// A zip file with one of its parts changed, or its own bytes.
fn mutated_zip(r: &mut Random, bytes: &[u8], other: &[u8]) -> Vec<u8> {
    let (Ok(mut archive), false) = (zip::ZipArchive::new(Cursor::new(bytes)), r.chance(20)) else {
        return mutated(r, bytes, other);
    };
    let mut parts = Vec::new();
    for n in 0..archive.len() {
        let mut part = archive.by_index(n).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.push((part.name().unwrap().into_owned(), bytes));
    }
    let (from, to) = (r.below(parts.len()), r.below(parts.len()));
    parts[to].1 = mutated(r, &parts[to].1, &parts[from].1);
    if r.chance(5) {
        r.pick(&["../../x.xml", "/etc/x", "xl/workbook.xml.", "C:\\x"])
            .clone_into(&mut parts[to].0);
    }
    parts.dedup_by(|a, b| a.0 == b.0);
    zip(&parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect::<Vec<_>>())
}

/// Feeds a target; it says whether it accepted.
fn fuzz(
    name: &str,
    seed: u64,
    n: usize,
    corpus: &[Vec<u8>],
    change: fn(&mut Random, &[u8], &[u8]) -> Vec<u8>,
    mut target: impl FnMut(&[u8]) -> bool,
) {
    println!("{name}: seed {seed}");
    let n_sound = corpus.iter().filter(|bytes| target(bytes)).count();
    assert!(n_sound > 0, "{name}: nothing sound to begin with");
    let seconds = std::env::var("ORDITO_FUZZ_SECONDS")
        .ok()
        .and_then(|text| text.parse().ok());
    let until = seconds
        .filter(|_| n == 0)
        .map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let (mut r, mut made, mut accepted, mut slowest) = (Random(seed), 0, 0, Duration::ZERO);
    while until.map_or(made < n.max(100), |until| Instant::now() < until) {
        let (one, other) = (r.below(corpus.len()), r.below(corpus.len()));
        let bytes = change(&mut r, &corpus[one], &corpus[other]);
        let start = Instant::now();
        match catch_unwind(AssertUnwindSafe(|| target(&bytes))) {
            Ok(took) => accepted += usize::from(took),
            Err(_) => {
                let path = std::env::temp_dir().join(format!("ordito-fuzz-{name}-{seed}-{made}"));
                std::fs::write(&path, &bytes).unwrap();
                panic!(
                    "{name}: seed {seed}, input {made} panics; kept as {}",
                    path.display()
                );
            }
        }
        slowest = slowest.max(start.elapsed());
        made += 1;
    }
    println!("{name}: {made} inputs, {accepted} accepted, slowest {slowest:?}");
    assert!(slowest < PATIENCE, "{name}: {slowest:?}");
}

fn is_table(document: &Document, bytes: &[u8], folder: &Path) -> bool {
    let path = folder.join("in");
    std::fs::write(&path, bytes).unwrap();
    let Ok(sheets) = read_tables(&path, &Want::default()) else {
        return false;
    };
    let target = Target {
        matrix: MatrixId::fixed(1),
        assessor: AssessorId::AGREED,
    };
    for table in sheets.iter().filter_map(|sheet| sheet.table.as_ref().ok()) {
        use_table(document, target, table);
    }
    if let Some(Ok(filled)) = find_template(&sheets) {
        let _ = preview_template(document.contents(), &filled);
    }
    sheets.iter().any(|sheet| sheet.table.is_ok())
}

fn use_table(document: &Document, target: Target, table: &Table) {
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

fn small(folder: &Path) -> Document {
    let mut document = matrix_document(&folder.join("a.ordito"), 4, 5);
    document.apply(&typed(1, 1, "2/-1"), &stamp(3)).unwrap();
    document
        .apply(&reason(1, 2, "perché «sì»"), &stamp(4))
        .unwrap();
    document
}

fn csv(n: usize) {
    let folder = tempfile::tempdir().unwrap();
    let document = small(folder.path());
    let mut corpus = vec![
        ";1;2;3\nP1;2;-1;2/-1\nP2;n;?;\nP3;0;\"a;\"\"b\";3\n"
            .as_bytes()
            .to_vec(),
        "codice,nome,tipo,costo,inizio\nA,Una,azione,\"1.000,50 €\",2024-01\n"
            .as_bytes()
            .to_vec(),
        b"\xff\xfea\0;\x001\0\n\0".to_vec(),
    ];
    for name in ["politiche.csv", "obiettivi.csv", "matrice-tavolo-1.csv"] {
        corpus.push(std::fs::read(format!("sample-policies/{name}")).unwrap());
    }
    fuzz("csv", 71, n, &corpus, mutated, |bytes| {
        is_table(&document, bytes, folder.path())
    });
}

fn workbook_xlsx(n: usize) {
    let folder = tempfile::tempdir().unwrap();
    let document = small(folder.path());
    let rows = "<row r='1'><c r='B1' t='s'><v>0</v></c><c r='C1'><v>2</v></c></row><row><c t='inlineStr'><is><t>P1</t></is></c>\
                <c s='1'><v>2</v></c><c t='b'><v>1</v></c><c t='e'><v>#N/D</v></c><c t='str'><f>A1</f><v>2/-1</v></c></row>";
    let styles = "<numFmts><numFmt numFmtId='164' formatCode='yyyy-mm-dd'/></numFmts><cellXfs><xf/><xf numFmtId='164'/></cellXfs>";
    let mut corpus = vec![xlsx(
        &[("F", rows), ("G", rows)],
        "<si><t>1</t></si><si><r><t>a</t></r></si>",
        styles,
    )];
    corpus.push(std::fs::read("sample-policies/ordito-esempio.xlsx").unwrap());
    fuzz("xlsx", 72, n, &corpus, mutated_zip, |bytes| {
        is_table(&document, bytes, folder.path())
    });
}

fn workbook_ods(n: usize) {
    let folder = tempfile::tempdir().unwrap();
    let document = small(folder.path());
    let rows = "<table:table-row table:number-rows-repeated='2'><table:table-cell/><table:table-cell \
                table:number-columns-repeated='3' office:value-type='float' office:value='1'><text:p>1</text:p></table:table-cell>\
                <table:table-cell office:value-type='string'><text:p>P<text:s text:c='3'/>1</text:p></table:table-cell></table:table-row>";
    let corpus = vec![ods(rows), include_bytes!("files/opendocument.ods").to_vec()];
    fuzz("ods", 73, n, &corpus, mutated_zip, |bytes| {
        is_table(&document, bytes, folder.path())
    });
}

fn workbook_xls(n: usize) {
    let folder = tempfile::tempdir().unwrap();
    let document = small(folder.path());
    let corpus = vec![include_bytes!("files/excel97.xls").to_vec()];
    fuzz("xls", 74, n, &corpus, mutated, |bytes| {
        is_table(&document, bytes, folder.path())
    });
}

fn json(n: usize) {
    let folder = tempfile::tempdir().unwrap();
    let corpus = vec![ordito::export::document_json(small(folder.path()).contents()).into_bytes()];
    fuzz("json", 75, n, &corpus, mutated, |bytes| {
        let Ok(contents) = read_json(bytes) else {
            return false;
        };
        let _ = (contents.hash(), ordito::export::document_json(&contents));
        true
    });
}

fn entry(n: usize) {
    let corpus: Vec<Vec<u8>> = [
        "2", "+2", "-1", "2/-1", "2-1", "0", "n", "?", "1,5", "−3", "n.a.", "",
    ]
    .map(|text| text.as_bytes().to_vec())
    .into();
    fuzz("entry", 76, n * 20, &corpus, mutated, |bytes| {
        read_entry(&String::from_utf8_lossy(bytes), &nilsson()).is_ok()
    });
}

fn template(n: usize) {
    let corpus = vec![
        b"#set document(title: \"T\")\n#set text(font: \"Titillium Web\")\n#set page(width: 5cm, height: 5cm)\n= Uno\n#let d = json(\"data.json\")\n#d.title\n#table(columns: 2, [a], [b])\n$x^2$".to_vec(),
        b"#set document(title: [Due])\n#set text(font: \"Titillium Web\")\n#for n in range(3) [#n ] #context counter(page).display()\n#grid(columns: (1fr, 2fr), ..(1, 2).map(str))".to_vec(),
    ];
    fuzz("template", 77, n / 4, &corpus, mutated, |bytes| {
        let template = String::from_utf8_lossy(bytes).into_owned();
        let job = ordito_paper::Job {
            template,
            data: "{\"title\":\"T\"}".to_owned(),
            date: (2026, 11, 24),
            fonts: vec![include_bytes!("../../../assets/fonts/titillium-400.ttf")],
            ..Default::default()
        };
        let start = Instant::now();
        ordito_paper::pdf(&job, &mut || start.elapsed() > PATIENCE / 10).is_ok()
    });
}

/// Files, and files whose fields another program filled with something else.
fn document(n: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.ordito");
    ordito::storage::write_copy(small(folder.path()).path(), &path, true, false).unwrap();
    let good = std::fs::read(&path).unwrap();
    let tables: Vec<(String, Vec<String>)> = {
        let plain = rusqlite::Connection::open(&path).unwrap();
        let mut names = plain
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
            .unwrap();
        let names: Vec<String> = names
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let columns = |name: &str| {
            let mut list = plain
                .prepare(&format!("SELECT name FROM pragma_table_info('{name}')"))
                .unwrap();
            list.query_map([], |row| row.get(0))
                .unwrap()
                .map(Result::unwrap)
                .collect()
        };
        names
            .into_iter()
            .map(|name| (name.clone(), columns(&name)))
            .collect()
    };
    let mut own = Random(79);
    fuzz(
        "document",
        78,
        n,
        std::slice::from_ref(&good),
        mutated,
        |bytes| {
            let by_fields = own.chance(50);
            std::fs::write(&path, if by_fields { &good } else { bytes }).unwrap();
            if by_fields {
                let plain = rusqlite::Connection::open(&path).unwrap();
                for _ in 0..=own.below(3) {
                    let (table, columns) = &tables[own.below(tables.len())];
                    let (column, junk) = (
                        &columns[own.below(columns.len())],
                        own.pick(WORDS).replace('\'', "''"),
                    );
                    let value = match own.below(6) {
                        0 => "NULL".to_owned(),
                        1 => "x'00ff'".to_owned(),
                        2 => "-9223372036854775808".to_owned(),
                        3 => "1e999".to_owned(),
                        4 => format!("zeroblob({})", own.below(1 << 20)),
                        _ => format!("'{junk}'"),
                    };
                    let _ = plain.execute_batch(&format!(
                        "UPDATE \"{table}\" SET \"{column}\" = {value} WHERE random() % 2 = 0"
                    ));
                }
            }
            let Ok(mut document) = Document::open_published(&path) else {
                return false;
            };
            let steps: Vec<_> = document.steps().iter().map(|step| step.number).collect();
            for step in steps {
                let _ = document.patch_of(step);
                let _ = document.contents_at(step);
            }
            let _ = ordito::export::document_json(document.contents());
            let _ = document.undo(&stamp(9));
            let _ = document.apply(&typed(1, 1, "1"), &stamp(10));
            document.doubts().is_empty()
        },
    );
}

const TARGETS: [fn(usize); 8] = [
    csv,
    workbook_xlsx,
    workbook_ods,
    workbook_xls,
    json,
    entry,
    template,
    document,
];

#[test]
fn made_up_input_of_every_kind_is_read_or_refused() {
    for target in TARGETS {
        target(120);
    }
}

#[test]
#[ignore = "slow: run by .ci/trust"]
fn trust_made_up_input_never_panics() {
    for target in TARGETS {
        target(0);
    }
}
