//! What only the bytes tell: what is frozen, number formats, notes, marks; and what is refused.

use super::{awkward, book};
use crate::cli::{done, ordito, refused};
use crate::document::small::{matrix_document, nilsson, stamp};
use ordito::document::Edit;
use ordito::export::{
    ExportError, Format, TableWay, guarded, matrix_csv, ods, table_bytes, tables_html, xlsx,
};
use ordito::figure::palette::contrast;
use ordito::import::{Match, Table, Target, preview_matrix};
use ordito::model::{AssessorId, Axis, Language, MatrixId, PolicyId, Rgb, StepNumber, Timestamp};
use ordito::report::tables::Tables;
use ordito::said::Said as _;
use ordito::words::Words;
use std::io::Read as _;

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn both_formats_freeze_headings_sign_numbers_and_carry_notes() {
    let folder = tempfile::tempdir().unwrap();
    let document = awkward(folder.path());
    let book = book(document.contents(), Language::It);
    let bytes = xlsx(&book).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(
        sheet.contains("<pane xSplit=\"1\" ySplit=\"1\"")
            && sheet.contains("<autoFilter ref=\"A1:G10\"")
    );
    let styles = part(&bytes, "xl/styles.xml");
    assert!(
        styles.contains("formatCode=\"+General;\u{2212}General;0\"")
            && styles.contains("quotePrefix=\"1\"")
    );
    let notes = part(&bytes, "xl/comments1.xml");
    assert_eq!(notes.matches("<comment ").count(), 2);
    assert!(notes.contains("=HYPERLINK(") && notes.contains("prima riga\nseconda riga"));
    let bytes = ods(&book).unwrap();
    let content = part(&bytes, "content.xml");
    assert_eq!(content.matches("<office:annotation>").count(), 2);
    assert!(
        content.contains("table:display-filter-buttons=\"true\"") && content.contains("#1f7a9a")
    );
    let settings = part(&bytes, "settings.xml");
    assert!(settings.contains("config:name=\"HorizontalSplitPosition\" config:type=\"int\">1<"));
    let mimetype = bytes.get(30..38).unwrap();
    assert_eq!(mimetype, b"mimetype", "first and not compressed");
}

#[test]
fn marks_stand_on_the_first_sheet_on_the_method_and_above_the_page() {
    let (_folder, document) = crate::ui::catalogue::sample();
    let contents = document.contents();
    let matrix = *contents.matrices.keys().next().unwrap();
    let words = Words::new(Language::It);
    let now = Timestamp(1_795_435_200_000);
    let asked = Tables {
        contents,
        words: &words,
        matrix,
        assessor: AssessorId::AGREED,
        now,
        step: document.last_step(),
    };
    let book = ordito::report::tables::workbook(&asked).unwrap();
    let illustrative = "Punteggi illustrativi: non sono una valutazione ufficiale.";
    assert!(book.marks.iter().any(|mark| mark == illustrative));
    for sheet in ["Matrice", "Metodo"] {
        let sheet = book.sheets.iter().find(|each| each.name == sheet).unwrap();
        assert!(
            format!("{:?}", sheet.rows).contains(illustrative),
            "{}",
            sheet.name
        );
    }
    let method = format!(
        "{:?}",
        book.sheets
            .iter()
            .find(|each| each.name == "Metodo")
            .unwrap()
            .rows
    );
    let info = contents.info().unwrap();
    for fact in [
        info.id.to_string(),
        contents.hash().to_string(),
        "(M2)".to_owned(),
        "tutti uguali a 1".to_owned(),
    ] {
        assert!(method.contains(&fact), "{fact}");
    }
    assert!(tables_html(&book).contains(&format!("<p class=\"mark\">{illustrative}</p>")));
}

#[test]
fn the_guard_of_csv_is_undone_by_our_own_import_whatever_the_text() {
    let texts = [
        "=1", "'=1", "''=1", "-x", "'80", "P1", "", "'", "@", "+\"a;b\"",
    ];
    let more = [
        "\n=1",
        " =1",
        "'\n=1",
        "\u{a0}+1",
        "＝1",
        "=\"001\"",
        "'=\"001\"",
        " '=1",
        "\"a\" b",
        "a\r\nb",
    ];
    for text in texts.into_iter().chain(more) {
        let mut csv = csv::WriterBuilder::new()
            .delimiter(b';')
            .from_writer(Vec::new());
        csv.write_record(["x", &guarded(text)]).unwrap();
        let bytes = csv.into_inner().unwrap();
        assert_eq!(Table::from_bytes(&bytes).unwrap().cell(0, 1), text);
    }
    let folder = tempfile::tempdir().unwrap();
    let mut document = awkward(folder.path());
    for n in 1..=9 {
        let id = PolicyId::fixed(n);
        let mut policy = document.contents().policies[&id].clone();
        policy.code = String::new();
        document
            .apply(&Edit::ChangePolicy { id, policy }, &stamp(30))
            .unwrap();
    }
    let target = Target {
        matrix: MatrixId::fixed(1),
        assessor: AssessorId::AGREED,
    };
    for way in [TableWay::ExcelItalian, TableWay::OpenData] {
        let bytes = matrix_csv(
            document.contents(),
            target.matrix,
            target.assessor,
            "politica",
            way,
        );
        assert_eq!(
            bytes.starts_with(&[0xEF, 0xBB, 0xBF]),
            way == TableWay::ExcelItalian
        );
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(!text.lines().any(|line| {
            line.trim_start_matches(['"', '\u{feff}'])
                .starts_with(['=', '+', '-', '@'])
        }));
        let preview = preview_matrix(
            document.contents(),
            &nilsson(),
            target,
            &Table::from_bytes(&bytes).unwrap(),
        );
        assert!(
            preview.is_whole() && preview.changes.is_empty(),
            "{way:?} {preview:?}"
        );
        assert!(
            preview
                .rows
                .iter()
                .all(|(_, found)| matches!(found, Match::Name(_)))
        );
    }
}

#[test]
fn more_columns_than_a_sheet_holds_are_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let document = matrix_document(&folder.path().join("a.ordito"), 1, 16_384);
    let words = Words::new(Language::It);
    let contents = document.contents();
    let (matrix, assessor) = (MatrixId::fixed(1), AssessorId::AGREED);
    let asked = Tables {
        contents,
        words: &words,
        matrix,
        assessor,
        now: Timestamp(0),
        step: StepNumber(1),
    };
    for format in [Format::Xlsx, Format::Ods, Format::Html] {
        let error = table_bytes(&asked, format, TableWay::ExcelItalian).unwrap_err();
        assert!(matches!(
            error,
            ExportError::TooManyLines {
                axis: Axis::Columns,
                n: 16_384,
                most: 16_383
            }
        ));
        assert!(
            error.say(&words).contains("16.383"),
            "{}",
            error.say(&words)
        );
    }
    assert!(table_bytes(&asked, Format::Csv, TableWay::OpenData).is_ok());
    assert!(matches!(
        table_bytes(&asked, Format::Pdf, TableWay::OpenData),
        Err(ExportError::Ending { .. })
    ));
}

#[test]
fn the_command_line_writes_every_format_and_replaces_none_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    for file in ["a.xlsx", "a.ods", "a.html", "a.csv", "a.json"] {
        let said = done(&ordito(
            at,
            &[
                "export",
                "a.ordito",
                "--to",
                file,
                "--assessor",
                "Ufficio A",
            ],
        ));
        assert!(said.contains(file), "{said}");
        let before = std::fs::read(at.join(file)).unwrap();
        refused(
            &ordito(at, &["--lang", "en", "export", "a.ordito", "--to", file]),
            &[file, "--force"],
        );
        assert_eq!(std::fs::read(at.join(file)).unwrap(), before);
        done(&ordito(
            at,
            &["export", "a.ordito", "--to", file, "--force"],
        ));
    }
    refused(
        &ordito(at, &["export", "a.ordito", "--to", "nowhere/a.xlsx"]),
        &["nowhere"],
    );
    let left: Vec<_> = std::fs::read_dir(at)
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    assert_eq!(
        left.len(),
        7,
        "the document, five files, the data folder: {left:?}"
    );
}

#[test]
fn the_page_names_its_headings_and_every_colour_reads_on_its_ground() {
    let folder = tempfile::tempdir().unwrap();
    let document = awkward(folder.path());
    for language in [Language::It, Language::En] {
        let page = tables_html(&book(document.contents(), language));
        assert!(page.contains(if language == Language::It {
            "<html lang=\"it\">"
        } else {
            "<html lang=\"en\">"
        }));
        assert_eq!(
            page.matches("<th ").count(),
            page.matches(" scope=\"").count(),
            "no heading without its scope"
        );
        let n_tables = page.matches("<table ").count();
        assert!(n_tables > 0);
        assert_eq!(page.matches("<h2 id=").count(), n_tables);
        assert_eq!(
            page.matches("aria-labelledby=\"c").count(),
            2 * n_tables,
            "section and table"
        );
        assert!(!page.contains("<script") && !page.contains("<link") && !page.contains("url("));
        assert!(
            page.contains("&lt;b&gt;") && !page.contains("<b>"),
            "texts are no markup"
        );
        let colour = |style: &str, name: &str| {
            let hex = style.split(';').find_map(|part| {
                part.strip_prefix(name)?
                    .strip_prefix(":#")
                    .map(str::to_owned)
            })?;
            let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
            Some(Rgb(byte(0), byte(2), byte(4)))
        };
        let mut n_coloured = 0;
        assert!(!page.contains(" style=\""));
        let rules = page.lines().filter_map(|line| {
            line.strip_prefix(".l")?
                .split_once("{ ")?
                .1
                .strip_suffix(" }")
        });
        for style in rules {
            let ground = colour(style, "background").unwrap_or(Rgb(255, 255, 255));
            let ink = colour(style, "color").unwrap_or(Rgb(0x17, 0x32, 0x4D));
            assert!(
                contrast(ink, ground) >= 4.5,
                "{style}: {:.2}",
                contrast(ink, ground)
            );
            n_coloured += usize::from(colour(style, "background").is_some());
        }
        assert!(n_coloured >= 7, "{n_coloured}");
    }
}
