//! Pictures: what is in a matrix is in its picture, in shapes and in words.

mod charts;
mod contrast;
mod sight;

use crate::cli::{done, ordito, refused};
use crate::document::small::{matrix_document, stamp, typed};
use ordito::export::png;
use ordito::figure::{MatrixPart, Picture, Shape, matrix_picture, profile_picture, svg};
use ordito::model::{AssessorId, Contents, GoalId, Item, Language, MatrixId, PolicyId};
use ordito::words::Words;
use resvg::tiny_skia::Pixmap;

const MATRIX: MatrixId = MatrixId::fixed(1);

fn contents() -> Contents {
    let folder = tempfile::tempdir().unwrap();
    let mut document = matrix_document(&folder.path().join("a.ordito"), 3, 4);
    for (row, column, entry) in [
        (1, 1, "2"),
        (1, 2, "-3"),
        (1, 3, "2/-1"),
        (2, 1, "0"),
        (2, 2, "n"),
        (2, 3, "?"),
    ] {
        document
            .apply(&typed(row, column, entry), &stamp(10))
            .unwrap();
    }
    document.contents().clone()
}

fn whole(contents: &Contents, language: Language) -> Picture {
    matrix_picture(
        contents,
        &Words::new(language),
        &MatrixPart::whole(MATRIX, AssessorId::AGREED),
    )
    .unwrap()
}

fn texts(picture: &Picture) -> Vec<&str> {
    let mut texts = Vec::new();
    for shape in &picture.shapes {
        if let Shape::Text(text) = shape {
            texts.push(text.text.as_str());
        }
    }
    texts
}
fn count(picture: &Picture, is_it: impl Fn(&Shape) -> bool) -> usize {
    picture.shapes.iter().filter(|shape| is_it(shape)).count()
}

/// The texts of an SVG in order, or a panic when it is not well-formed.
pub fn read_svg(text: &str) -> (Vec<String>, Vec<String>) {
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut names, mut said) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                names.push(tag.name().as_ref().to_owned());
            }
            quick_xml::events::Event::Text(text) => said.push(text.to_string()),
            quick_xml::events::Event::Eof => return (names, said),
            _ => {}
        }
    }
}

#[test]
fn every_state_is_drawn_and_said_in_words() {
    let contents = contents();
    let picture = whole(&contents, Language::It);
    let said = texts(&picture);
    for text in [
        "+2",
        "−3",
        "0",
        "n.a.",
        "?",
        "Politica 1",
        "Obiettivo 4",
        "non applicabile",
        "non so",
        "da valutare",
    ] {
        assert!(said.contains(&text), "{text:?} not in {said:?}");
    }
    // One two-sided cell and one in the legend, two triangles each.
    assert_eq!(
        count(&picture, |shape| matches!(shape, Shape::Polygon { .. })),
        4
    );
    let slanting = |shape: &Shape| matches!(shape, Shape::Line { from, to, .. } if from.0 != to.0 && from.1 != to.1);
    assert!(count(&picture, slanting) > 10, "n.a. is hatched");
    assert_eq!(picture.long.len(), 3);
    assert!(
        picture.long[0].contains("3 Obiettivo 3: +2/−1"),
        "{}",
        picture.long[0]
    );
    assert!(
        picture.long[1].contains("2 Obiettivo 2: non applicabile"),
        "{}",
        picture.long[1]
    );
    assert!(
        picture.description.contains("Celle valutate 4"),
        "{}",
        picture.description
    );
    let english = whole(&contents, Language::En);
    assert!(texts(&english).contains(&"not applicable"));
    assert!(english.alternative().contains("don't know"));
}

#[test]
fn a_part_holds_its_rows_and_columns_only() {
    let contents = contents();
    let row = Item::Policy(PolicyId::fixed(2));
    let columns = [1, 2].map(|n| Item::Goal(GoalId::fixed(n)));
    let part = MatrixPart {
        rows: Some([row].into()),
        columns: Some(columns.into()),
        ..MatrixPart::whole(MATRIX, AssessorId::AGREED)
    };
    let words = Words::new(Language::It);
    let picture = matrix_picture(&contents, &words, &part).unwrap();
    let said = texts(&picture);
    assert!(
        said.contains(&"Politica 2")
            && !said.contains(&"Politica 1")
            && !said.contains(&"Obiettivo 3")
    );
    let nothing = MatrixPart {
        rows: Some([].into()),
        ..part
    };
    assert!(matrix_picture(&contents, &words, &nothing).is_none());
}

#[test]
fn a_profile_has_a_bar_for_each_side() {
    let contents = contents();
    let words = Words::new(Language::It);
    let profile = |item| profile_picture(&contents, &words, MATRIX, AssessorId::AGREED, item);
    let picture = profile(Item::Policy(PolicyId::fixed(1))).unwrap();
    let framed = |shape: &Shape| {
        matches!(
            shape,
            Shape::Rect {
                border: Some(ordito::model::Rgb(0x17, 0x32, 0x4D)),
                ..
            }
        )
    };
    assert_eq!(count(&picture, framed), 4, "+2, −3, +2 and −1");
    assert!(
        picture
            .description
            .contains("beneficio lordo +4, conflitto lordo −4"),
        "{}",
        picture.description
    );
    assert_eq!(picture.long[2], "3 Obiettivo 3: +2/−1");
    assert_eq!(picture.long[3], "4 Obiettivo 4: da valutare");
    // A goal has one too.
    assert_eq!(profile(Item::Goal(GoalId::fixed(1))).unwrap().long.len(), 3);
    assert!(profile(Item::Goal(GoalId::fixed(99))).is_none());
}

#[test]
fn svg_is_well_formed_with_title_description_and_fonts() {
    let mut contents = contents();
    for matrix in contents.matrices.values_mut() {
        matrix.name = "A < B & \"C\" \u{1}".to_owned();
    }
    let text = svg(&whole(&contents, Language::It), Some(800));
    let (names, said) = read_svg(&text);
    assert_eq!(names[..3], ["svg", "title", "desc"]);
    assert!(said.len() > 20);
    assert!(
        text.contains("width=\"800\"")
            && text.contains("lang=\"it\"")
            && text.contains("'Titillium Web'")
    );
    // XML allows no control characters: the sign for what cannot be shown stands for them, so that nothing goes in silence.
    assert!(text.contains("A &lt; B &amp; &quot;C&quot; \u{FFFD}<") && !text.contains('\u{1}'));
}

#[test]
fn png_is_drawn_at_the_chosen_width_with_our_own_typefaces() {
    let picture = whole(&contents(), Language::It);
    let drawn = Pixmap::decode_png(&png(&picture, Some(500)).unwrap()).unwrap();
    assert_eq!(drawn.width(), 500);
    assert_eq!(
        drawn.height(),
        (500.0 * picture.height / picture.width).ceil() as u32
    );
    let twice = Pixmap::decode_png(&png(&picture, None).unwrap()).unwrap();
    assert_eq!(f64::from(twice.width()), (picture.width * 2.0).round());
    // The title is drawn: ink in its place, which is white without a typeface.
    let ink = |y: u32| {
        (0..twice.width())
            .filter(|x| twice.pixel(*x, y).unwrap().red() < 128)
            .count()
    };
    assert!((60..100).any(|y| ink(y) > 20));
    assert!(png(&picture, Some(29_000)).is_err());
}

#[test]
fn pictures_come_by_command_line_with_their_text_beside() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(&ordito(at, &["new", "a.ordito", "--sample"]));
    done(&ordito(
        at,
        &[
            "export",
            "a.ordito",
            "--to",
            "m.png",
            "--width",
            "700",
            "--assessor",
            "Ufficio A",
        ],
    ));
    done(&ordito(at, &["export", "a.ordito", "--to", "m.svg"]));
    done(&ordito(
        at,
        &["export", "a.ordito", "--to", "p.svg", "--profile", "1.1.d"],
    ));
    assert_eq!(
        Pixmap::decode_png(&std::fs::read(at.join("m.png")).unwrap())
            .unwrap()
            .width(),
        700
    );
    for (file, words) in [
        ("m.png", "Ufficio A"),
        ("m.svg", "31 righe"),
        ("p.svg", "1.1.d Laboratori"),
    ] {
        let text = std::fs::read_to_string(at.join(format!("{file}.txt"))).unwrap();
        assert!(
            text.contains(words) && text.contains("Punteggi illustrativi"),
            "{text}"
        );
    }
    assert!(
        std::fs::read_to_string(at.join("p.svg"))
            .unwrap()
            .contains("Punteggi illustrativi")
    );
    // A part: rows by what they are part of, columns by their code.
    done(&ordito(
        at,
        &[
            "export",
            "a.ordito",
            "--to",
            "n.svg",
            "--row",
            "AMSVS-ATT",
            "--column",
            "13",
            "--column",
            "4",
        ],
    ));
    assert!(
        std::fs::read_to_string(at.join("n.svg.txt"))
            .unwrap()
            .contains("13 righe per 2 colonne")
    );
    refused(
        &ordito(
            at,
            &["export", "a.ordito", "--to", "n2.svg", "--row", "boh"],
        ),
        &["«boh»"],
    );
    refused(
        &ordito(at, &["export", "a.ordito", "--to", "m.svg"]),
        &["m.svg", "--force"],
    );
    refused(
        &ordito(
            at,
            &["export", "a.ordito", "--to", "x.png", "--width", "29000"],
        ),
        &["troppo grande"],
    );
    refused(
        &ordito(
            at,
            &["export", "a.ordito", "--to", "x.svg", "--profile", "boh"],
        ),
        &["«boh»"],
    );
    assert!(!at.join("x.png").exists() && !at.join("x.png.txt").exists());
}
