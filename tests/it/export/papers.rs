//! What is printed lies within its margins and over nothing else, whatever people write; and every sign makes a PDF.
#![expect(clippy::format_collect, reason = "plainer, and no test is hot")]

use crate::report::lab::session;
use ordito::export::{
    Format, PageMap, Placed, TableWay, Template, guide_places, sheet_pdf_telling, sheet_places,
    signed,
};
use ordito::figure::signs;
use ordito::model::{
    Axis, Contents, Item, Language, Letterhead, Logo, MatrixId, StepNumber, Timestamp,
};
use ordito::report::lab::{LabPaper, Printed, lab_file};
use ordito::report::sheet::{Block, Part, Request, Section, Sheet, SheetFile, Subject, sheet_file};
use ordito::report::tables::Tables;
use ordito::words::Words;
use std::collections::BTreeSet;

const NOW: Timestamp = Timestamp(1_795_435_200_000);
/// The margin of the sheets at the sides, in points.
const MARGIN: f64 = 18.0 / 25.4 * 72.0;

/// Signs, words without an end, addresses, hashes, blanks that do not break, a reason of 1,700 signs.
fn awkward() -> String {
    let long =
        "Il contributo dipende da come le proposte saranno attuate nei territori montani e di pianura. ".repeat(16);
    format!(
        "{long} Verbale in https://ente-my.sharepoint.com/:w:/g/personal/nome_cognome_ente_it/EYb7Qk9dV2xKq3m5n8p1r4sBzT6uWcXyAaBbCcDdEeFfGg?e=4AbCdEf \
         e posta ufficiosviluppososteniblepianificazione@cert.cittametropolitana.esempio.it, impronta \
         da39a3ee5e6b4b0d3255bfef95601890afd80709 da39a3ee5e6b4b0d3255bfef95601890afd80709, \
         {} e {}",
        "precipitevolissimevolmente".repeat(4),
        "parola\u{a0}unita".repeat(12),
    )
}

fn sample() -> (tempfile::TempDir, Contents, MatrixId) {
    let (folder, document) = crate::ui::catalogue::sample();
    let contents = document.contents().clone();
    let matrix = *contents.matrices.keys().next().unwrap();
    (folder, contents, matrix)
}

/// Every text that people write, as awkward as can be.
fn worsened(contents: &mut Contents) {
    let text = awkward();
    let word = "OrganizzazioneIntercomunalePerLaPianificazione".to_owned();
    for cell in contents.assessments.values_mut() {
        if !cell.reason.is_empty() {
            cell.reason.clone_from(&text);
            cell.mitigation.clone_from(&text);
        }
        cell.by.clone_from(&word);
    }
    for source in contents.sources.values_mut() {
        source.citation.clone_from(&text);
        source.key.clone_from(&word);
        source.url = text
            .split_whitespace()
            .find(|word| word.starts_with("http"))
            .unwrap()
            .repeat(2);
    }
    for policy in contents.policies.values_mut() {
        policy.name = format!("{} {word} {word}", policy.name);
        for field in [
            &mut policy.effects_here,
            &mut policy.effects_elsewhere,
            &mut policy.effects_future,
        ] {
            field.clone_from(&text);
        }
        policy.territory.clone_from(&word);
        policy.budget_note.clone_from(&text);
        policy.description.clone_from(&text);
    }
    for matrix in contents.matrices.values_mut() {
        matrix.name = format!("{} {}", matrix.name, word.repeat(4));
    }
    for info in contents.info.values_mut() {
        info.body = word.repeat(3);
    }
}

fn file(contents: &Contents, matrix: MatrixId, subjects: &[Subject]) -> SheetFile {
    // Whoever has said most shows most.
    let said = |who| {
        contents
            .cells_of(matrix)
            .filter(|(key, _)| key.assessor == who)
            .count()
    };
    let assessor = contents
        .assessors
        .keys()
        .copied()
        .max_by_key(|who| said(*who))
        .unwrap();
    let request = Request {
        matrix,
        assessor,
        parts: Part::ALL.to_vec(),
        now: NOW,
        step: StepNumber(2),
    };
    sheet_file(contents, &Words::new(Language::It), &request, subjects).unwrap()
}

fn lines(contents: &Contents, matrix: MatrixId, axis: Axis) -> Vec<Subject> {
    let lines = contents.lines_of(matrix, axis).into_iter();
    lines
        .map(|(item, _)| match item {
            Item::Policy(id) => Subject::Policy(id),
            Item::Goal(id) => Subject::Goal(id),
        })
        .collect()
}

/// Nothing beyond the margins, no text over another; how many runs of text there are.
fn check(what: &str, pages: &[PageMap], margin: f64) -> usize {
    let mut found = Vec::new();
    let mut n = 0;
    for (page, number) in pages.iter().zip(1..) {
        let said = |placed: &Placed| placed.text.clone().unwrap_or_else(|| "(form)".to_owned());
        for placed in &page.placed {
            let inside = placed.left > margin - 1.5
                && placed.right < page.width - margin + 1.5
                && placed.top > 18.0
                && placed.bottom < page.height - 18.0;
            if !inside {
                found.push(format!(
                    "page {number} beyond the margin: {:?} {placed:?}",
                    said(placed)
                ));
            }
        }
        let mut texts: Vec<&Placed> = page
            .placed
            .iter()
            .filter(|placed| placed.text.is_some())
            .collect();
        texts.sort_by(|a, b| a.top.total_cmp(&b.top));
        n += texts.len();
        for (i, a) in texts.iter().enumerate() {
            for b in texts[i + 1..].iter().take_while(|b| b.top < a.bottom) {
                let across = a.right.min(b.right) - a.left.max(b.left);
                let down = a.bottom.min(b.bottom) - b.top;
                if across > 1.0 && down > 1.5 {
                    found.push(format!(
                        "page {number}: {:?} lies over {:?}",
                        said(a),
                        said(b)
                    ));
                }
            }
        }
    }
    assert!(
        found.is_empty(),
        "{what}, {} of them: {:#?}",
        found.len(),
        &found[..found.len().min(12)]
    );
    n
}

#[test]
fn sheets_keep_within_their_margins_whatever_people_write() {
    let (_folder, mut contents, matrix) = sample();
    worsened(&mut contents);
    let subjects = [
        lines(&contents, matrix, Axis::Rows)[0],
        lines(&contents, matrix, Axis::Columns)[3],
    ];
    let file = file(&contents, matrix, &subjects);
    let pages = sheet_places(&file, &Template::default()).unwrap();
    let n = check("worsened", &pages, MARGIN);
    assert!(
        pages.len() > 6 && n > 1000,
        "{} pages, {n} runs of text",
        pages.len()
    );
}

/// The check itself: where a long word is left whole, it says so.
#[test]
fn a_word_beyond_the_margin_is_seen() {
    let (_folder, mut contents, matrix) = sample();
    worsened(&mut contents);
    let file = file(
        &contents,
        matrix,
        &[lines(&contents, matrix, Axis::Rows)[0]],
    );
    let folder = tempfile::tempdir().unwrap();
    let whole = Template::shipped().replace(".join(h(0.001pt))", ".join()");
    assert_ne!(whole, Template::shipped());
    std::fs::write(folder.path().join("w.typ"), whole).unwrap();
    let pages = sheet_places(
        &file,
        &Template::read(&folder.path().join("w.typ")).unwrap(),
    )
    .unwrap();
    let seen = std::panic::catch_unwind(|| check("whole words", &pages, MARGIN)).unwrap_err();
    assert!(
        seen.downcast_ref::<String>()
            .unwrap()
            .contains("beyond the margin")
    );
    let text = |left: f64, top: f64| Placed {
        left,
        top,
        right: left + 50.0,
        bottom: top + 8.0,
        text: Some("parola".to_owned()),
        size: 9.0,
    };
    let page = |placed| {
        vec![PageMap {
            width: 595.0,
            height: 842.0,
            placed,
        }]
    };
    assert_eq!(
        check(
            "apart",
            &page(vec![text(100.0, 100.0), text(151.0, 100.0)]),
            MARGIN
        ),
        2
    );
    let over = page(vec![text(100.0, 100.0), text(140.0, 103.0)]);
    let seen = std::panic::catch_unwind(|| check("over", &over, MARGIN)).unwrap_err();
    assert!(seen.downcast_ref::<String>().unwrap().contains("lies over"));
}

#[test]
#[ignore = "a minute: .ci/trust"]
fn trust_all_sheets_of_the_sample_keep_within_their_margins() {
    for worse in [false, true] {
        let (_folder, mut contents, matrix) = sample();
        if worse {
            worsened(&mut contents);
        }
        let mut subjects = lines(&contents, matrix, Axis::Rows);
        subjects.extend(lines(&contents, matrix, Axis::Columns));
        subjects.push(Subject::Matrix);
        for subject in subjects {
            let file = file(&contents, matrix, &[subject]);
            check(
                &file.title,
                &sheet_places(&file, &Template::default()).unwrap(),
                MARGIN,
            );
        }
    }
}

#[test]
#[ignore = "longer than a template may take in a debug build on a busy machine: .ci/trust"]
fn trust_the_guide_keeps_within_its_margins() {
    for language in [Language::It, Language::En] {
        let guide = ordito::workspace::guide_of(&Words::new(language), NOW);
        check(
            "guide",
            &guide_places(&guide, language).unwrap(),
            20.0 / 25.4 * 72.0,
        );
    }
}

#[test]
fn papers_of_a_laboratory_keep_within_their_margins() {
    let folder = tempfile::tempdir().unwrap();
    let document = session(&folder.path().join("l.ordito"), false);
    let mut contents = document.contents().clone();
    worsened(&mut contents);
    for lab in contents.labs.values_mut() {
        for (who, n) in lab.participants.iter_mut().zip(1..) {
            who.organisation = format!("OrganizzazioneIntercomunalePerLaPianificazione{n}");
            who.role = "Responsabiledelprocedimentoamministrativo".to_owned();
        }
    }
    let words = Words::new(Language::It);
    for names in [false, true] {
        for paper in LabPaper::ALL {
            let printed = Printed {
                contents: &contents,
                lab: crate::report::lab::LAB,
                names,
                ballots: ordito::report::lab::Ballots::default(),
                words: &words,
                now: NOW,
            };
            let file = lab_file(&printed, paper).unwrap();
            let pages = sheet_places(&file, &Template::default()).unwrap();
            check(paper.id(), &pages, MARGIN);
        }
    }
}

fn of_texts(texts: Vec<String>) -> SheetFile {
    let blocks = texts.into_iter().map(|text| Block::Text { text }).collect();
    let section = Section {
        id: "identity",
        heading: "Segni".to_owned(),
        blocks,
    };
    let sheet = Sheet {
        title: "Prova".to_owned(),
        subtitle: String::new(),
        header_left: "Prova".to_owned(),
        header_right: String::new(),
        footer: String::new(),
        marks: Vec::new(),
        sections: vec![section],
    };
    SheetFile {
        lang: "it",
        title: "Prova".to_owned(),
        author: String::new(),
        keywords: Vec::new(),
        date: "2026-11-23".to_owned(),
        page_of: "{page}".to_owned(),
        contents_title: String::new(),
        mark: None,
        sheets: vec![sheet],
    }
}

/// Every sign that our typefaces have, in the text, beside a letter and at the end of a word: none stops the PDF.
#[test]
fn every_sign_that_is_drawn_makes_a_pdf() {
    let all: Vec<char> = ('\u{20}'..='\u{2FFFF}')
        .filter(|c| signs::is_drawn(*c))
        .collect();
    assert!(all.len() > 5000, "{}", all.len());
    for wanted in "→←↑↓⇒✓✔✗✘☐☑☒★•▪■□≥≤≠≈±×÷−–—€£№№½¼²³₂°′″αβπΩжאע".chars()
    {
        assert!(all.contains(&wanted), "{wanted}");
    }
    let texts = all
        .chunks(60)
        .map(|part| part.iter().map(|c| format!("{c} a{c} ")).collect())
        .collect();
    let (bytes, unshown) =
        sheet_pdf_telling(&of_texts(texts), &Template::default(), &mut || false).unwrap();
    assert!(
        bytes.starts_with(b"%PDF") && unshown.is_empty(),
        "{unshown:?}"
    );
}

#[test]
fn what_no_typeface_has_is_a_box_with_its_code_and_is_listed_with_its_place() {
    let mut file = of_texts(vec![
        "bene 👍 e 中文".to_owned(),
        "\u{F0B7} uno\u{B}due\u{7} 𝗔".to_owned(),
    ]);
    file.sheets[0].sections[0].blocks.push(Block::Table {
        caption: "Tabella".to_owned(),
        row_head: true,
        columns: Vec::new(),
        rows: vec![
            ["4 Istruzione", "perché 🎓"]
                .map(ordito::report::sheet::TableCell::new)
                .to_vec(),
        ],
    });
    if let Some(Block::Table { columns, .. }) = file.sheets[0].sections[0].blocks.last_mut() {
        let column = ordito::report::sheet::TableColumn {
            head: "Testo".to_owned(),
            align: ordito::report::sheet::Align::Left,
            share: 1.0,
        };
        *columns = vec![column.clone(), column];
    }
    let (bytes, unshown) = sheet_pdf_telling(&file, &Template::default(), &mut || false).unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    let said: Vec<(String, Vec<char>)> = unshown
        .iter()
        .map(|each| (each.place.join(" › "), each.signs.iter().copied().collect()))
        .collect();
    let wanted = [
        ("Prova › Segni", vec!['中', '文', '👍']),
        ("Prova › Segni › 4 Istruzione", vec!['🎓']),
    ];
    assert_eq!(said, wanted.map(|(place, signs)| (place.to_owned(), signs)));
    let pages = sheet_places(&file, &Template::default()).unwrap();
    let texts: BTreeSet<String> = pages
        .iter()
        .flat_map(|page| &page.placed)
        .filter_map(|each| each.text.clone())
        .collect();
    // The code in its box, smaller than the text.
    assert!(
        texts.contains("1F44D") && texts.contains("4E2D") && texts.contains("1F393"),
        "{texts:?}"
    );
    assert!(
        texts.iter().any(|text| text.contains('•'))
            && !texts.iter().any(|text| text.contains("[U+")),
        "{texts:?}"
    );
    check("signs", &pages, MARGIN);
}

/// A body's mark: four pixels by one.
fn logo() -> Logo {
    let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10" fill="#06c"/></svg>"##;
    ordito::export::logo_of(svg.to_vec()).unwrap()
}

#[test]
fn the_body_its_mark_and_who_made_it_stand_at_the_head_of_every_format() {
    let (_folder, contents, matrix) = sample();
    let words = Words::new(Language::It);
    let letterhead = Letterhead {
        body: "Ente di Prova".to_owned(),
        office: "Ufficio piani".to_owned(),
        person: "Ada Prova".to_owned(),
        logo: Some(logo()),
    };
    let unsigned = file(
        &contents,
        matrix,
        &[lines(&contents, matrix, Axis::Rows)[0]],
    );
    let signed = signed(unsigned, &letterhead, &words);
    let pages = sheet_places(&signed, &Template::default()).unwrap();
    check("signed", &pages, MARGIN);
    for page in &pages {
        let said: Vec<&str> = page
            .placed
            .iter()
            .filter_map(|placed| placed.text.as_deref())
            .collect();
        let said = said.join(" ");
        assert!(
            said.contains("Ente di Prova · Scheda di coerenza"),
            "{said}"
        );
        assert!(
            said.contains("a cura di Ada Prova, Ufficio piani"),
            "{said}"
        );
        // 36 mm by 9, at the left of the head.
        let is_mark = |placed: &&Placed| {
            placed.text.is_none()
                && placed.bottom < 80.0
                && (placed.right - placed.left - 102.0).abs() < 2.0
        };
        assert!(
            page.placed.iter().any(|placed| is_mark(&placed)),
            "{:?}",
            &page.placed[..6]
        );
    }
    assert!(
        sheet_pdf_telling(&signed, &Template::default(), &mut || false)
            .unwrap()
            .0
            .starts_with(b"%PDF")
    );
    let html = ordito::export::sheet_html(&signed);
    assert!(
        html.contains("<img alt=\"Ente di Prova\"")
            && html.contains("src=\"data:image/png;base64,iVBOR"),
        "{}",
        &html[..3000]
    );
    assert!(html.contains("a cura di Ada Prova, Ufficio piani"));
    let docx = ordito::export::sheet_docx(&signed).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut part = |name: &str| {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut archive.by_name(name).unwrap(), &mut bytes).unwrap();
        bytes
    };
    assert!(part("word/media/mark.png").starts_with(b"\x89PNG"));
    assert!(
        String::from_utf8(part("[Content_Types].xml"))
            .unwrap()
            .contains("Extension=\"png\"")
    );
    let header = String::from_utf8(part("word/header1.xml")).unwrap();
    assert!(
        header.contains("r:embed=\"rId1\"")
            && header.contains("Ente di Prova · Scheda di coerenza"),
        "{header}"
    );
    let said = |who| {
        contents
            .cells_of(matrix)
            .filter(|(key, _)| key.assessor == who)
            .count()
    };
    let assessor = contents
        .assessors
        .keys()
        .copied()
        .max_by_key(|who| said(*who))
        .unwrap();
    let asked = Tables {
        contents: &contents,
        words: &words,
        matrix,
        assessor,
        now: NOW,
        step: StepNumber(2),
    };
    for (format, name, wanted) in [
        (
            Format::Xlsx,
            "xl/worksheets/sheet1.xml",
            "Ente di Prova · a cura di Ada Prova, Ufficio piani",
        ),
        (
            Format::Ods,
            "styles.xml",
            "Ente di Prova · a cura di Ada Prova, Ufficio piani",
        ),
    ] {
        let bytes =
            ordito::export::signed_table_bytes(&asked, &letterhead, format, TableWay::OpenData)
                .unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
        assert!(
            text.contains(wanted),
            "{format}: {}",
            &text[text.len().saturating_sub(3000)..]
        );
        assert_eq!(
            format == Format::Xlsx,
            archive.by_name("xl/media/image1.png").is_ok(),
            "{format}"
        );
    }
    // A body that the document names stays, and nobody is named where nobody said who they are.
    let plain = ordito::export::signed(
        file(&contents, matrix, &[Subject::Matrix]),
        &Letterhead::default(),
        &words,
    );
    assert!(plain.mark.is_none() && !plain.sheets[0].footer.contains("a cura di"));
}
