//! A laboratory on paper: figures as the analysis has them, no name where none is wanted, materials for the tables.

use crate::document::small::{matrix_document, stamp};
use calamine::{Data, DataType as _, Range, Reader as _, Xlsx};
use ordito::analysis::session::{Session, distribution};
use ordito::analysis::{CellPanel, ConsensusRule, Metric, kendall, krippendorff};
use ordito::document::{Document, Edit, LabMove, Stamp, Vote};
use ordito::export::{Format, lab_bytes, lab_formats};
use ordito::model::{
    AssessorId, CellValue, Contents, GoalId, Item, Lab, LabId, LabRule, Language, MatrixId, Part,
    Participant, Points, PolicyId, Question, QuestionId, SourceId, Timestamp,
};
use ordito::report::lab::{Ballots, LabPaper, Printed, lab_file};
use ordito::report::sheet::{Block, Section, SheetFile};
use ordito::words::Words;
use std::io::{Cursor, Read as _};

pub const LAB: LabId = LabId::fixed(1);
const NOW: Timestamp = Timestamp(1_795_435_200_000);
const QUESTIONS: u128 = 12;
const PEOPLE: u128 = 20;

fn who(n: u128) -> AssessorId {
    AssessorId::fixed(100 + n)
}
fn name(n: u128) -> String {
    format!("Persona{n:02} Cognome{n:02}")
}
fn id(n: u128) -> QuestionId {
    QuestionId::fixed(n)
}

/// A small generator with a seed, so that the votes are the same every time.
struct Votes(u64);
impl Votes {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
    /// Of every third question some say nothing, "?" or n.a.
    fn vote(&mut self, question: u128) -> Option<CellValue> {
        match if question.is_multiple_of(3) {
            self.next(12)
        } else {
            3
        } {
            0 => None,
            1 => Some(CellValue::DontKnow),
            2 => Some(CellValue::NotApplicable),
            _ => Some(CellValue::net_of(Points::whole(self.next(7) as i8 - 3))),
        }
    }
}

/// 12 questions, 20 participants at four tables, two rounds; question 11 is parked, 12 still collects its second round.
/// Anonymous, seats vote and the people are on the list of presences.
pub fn session(path: &std::path::Path, anonymous: bool) -> Document {
    let mut document = matrix_document(path, 4, 3);
    let participant = |n: u128| Participant {
        role: format!("Ruolo{n:02}"),
        organisation: format!("Ente{n:02}"),
        table: format!("Banco{}", n % 4),
        absent: n == PEOPLE,
        ..Participant::new(who(n))
    };
    let present = |n: u128| AssessorId::fixed(300 + n);
    let seats = (1..=PEOPLE).map(|n| {
        let of = participant(n);
        Participant {
            table: of.table,
            absent: of.absent,
            ..Participant::new(who(n)).as_part(Part::Seat)
        }
    });
    let people = (1..=PEOPLE).map(|n| {
        Participant {
            id: present(n),
            ..participant(n)
        }
        .as_part(Part::Present)
    });
    let lab = Lab {
        title: "Acqua e suolo".to_owned(),
        matrix: MatrixId::fixed(1),
        position: 0,
        date: "2026-11-23".to_owned(),
        place: "Torino".to_owned(),
        question: String::new(),
        rounds: 2,
        rule: LabRule::default(),
        anonymous,
        notes: "Appunti del facilitatore".to_owned(),
        participants: if anonymous {
            seats.chain(people).collect()
        } else {
            (1..=PEOPLE).map(participant).collect()
        },
        source: None,
        current: None,
    };
    let seat_name = |n| {
        if anonymous {
            format!("Posto {n}")
        } else {
            name(n)
        }
    };
    let mut names: Vec<_> = (1..=PEOPLE).map(|n| (who(n), seat_name(n))).collect();
    names.extend((1..=PEOPLE).map(|n| (present(n), name(n))));
    let mut edits = vec![Edit::PutLab {
        id: LAB,
        lab,
        names,
    }];
    let question = |n: u128| {
        let (row, column) = (
            Item::Policy(PolicyId::fixed((n - 1) / 3 + 1)),
            Item::Goal(GoalId::fixed((n - 1) % 3 + 1)),
        );
        let notes = "Nota riservata".to_owned();
        (
            id(n),
            Question {
                notes,
                ..Question::new(LAB, row, column, 5 + n as u16)
            },
        )
    };
    edits.push(Edit::PutQuestions((1..=QUESTIONS).map(question).collect()));
    let mut random = Votes(20_261_124);
    for n in 1..=QUESTIONS {
        let step = |step| Edit::Lab {
            question: id(n),
            step,
        };
        for round in 1..=2 {
            edits.push(step(LabMove::Ask));
            let votes = (1..PEOPLE).filter_map(|participant| {
                let comment = match (round, participant) {
                    (1, 3) => Some(format!("Commento {n} di chi siede lì")),
                    (2, 4) => Some("Sono d'accordo con persona05 cognome05!".to_owned()),
                    _ => None,
                };
                Some(Vote {
                    participant: who(participant),
                    value: random.vote(n)?,
                    comment,
                })
            });
            edits.push(step(LabMove::Vote(votes.collect())));
            if (n, round) != (QUESTIONS, 2) {
                edits.push(step(LabMove::Reveal));
            }
        }
        if n < 11 {
            edits.push(step(LabMove::Agree {
                value: CellValue::net_of(Points::whole((n % 4) as i8)),
                reason: format!("Perché {n}, disse Persona07 Cognome07"),
                dissent: format!("Dissenso {n}"),
                source: SourceId::fixed(9),
            }));
        } else if n == 11 {
            edits.push(step(LabMove::Park {
                reason: "Serve un parere".to_owned(),
            }));
        }
    }
    let stamp = Stamp {
        at: Timestamp(7),
        by: "Scriba99".to_owned(),
    };
    for edit in &edits {
        document.apply(edit, &stamp).unwrap();
    }
    document
}

fn printed<'a>(contents: &'a Contents, words: &'a Words, names: bool) -> Printed<'a> {
    Printed {
        contents,
        lab: LAB,
        names,
        ballots: Ballots::Each,
        words,
        now: NOW,
    }
}

fn sheet(reader: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Range<Data> {
    reader.worksheet_range(name).unwrap()
}
/// Values of a line by their headings.
fn by_head<'a>(range: &'a Range<Data>, row: &'a [Data], head: &str) -> &'a Data {
    let heads = range.rows().next().unwrap();
    let at = heads
        .iter()
        .position(|cell| *cell == *head)
        .unwrap_or_else(|| panic!("no {head}"));
    &row[at]
}
fn is(found: &Data, wanted: Option<f64>, what: &str) {
    match wanted {
        Some(wanted) => assert!(
            (found.as_f64().unwrap() - wanted).abs() < 1e-12,
            "{what}: {found:?} is not {wanted}"
        ),
        None => assert!(
            matches!(found, Data::Empty),
            "{what}: {found:?} is something"
        ),
    }
}

#[test]
fn the_workbook_has_the_figures_that_the_analysis_has() {
    let folder = tempfile::tempdir().unwrap();
    let document = session(&folder.path().join("a.ordito"), true);
    let contents = document.contents();
    let words = Words::new(Language::It);
    let bytes = lab_bytes(
        &printed(contents, &words, false),
        LabPaper::Outcome,
        Format::Xlsx,
    )
    .unwrap();
    let mut reader: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let scale = contents.scales.values().next().unwrap();
    // Straight from the votes, not through the session's figures.
    let vote = |n: u128, round: u16, participant: u128| {
        contents
            .vote(&contents.questions[&id(n)], who(participant), round)
            .map(|vote| vote.value)
            .unwrap_or_default()
    };
    let rounds = sheet(&mut reader, "Giri");
    let lines: Vec<Vec<Data>> = rounds.rows().skip(1).map(<[Data]>::to_vec).collect();
    // 11 questions with two rounds and one with one: the round that is being collected is not there.
    assert_eq!(lines.len(), 23);
    for line in &lines {
        let at = |head: &str| by_head(&rounds, line, head);
        let number = |head: &str| at(head).as_f64().unwrap();
        let (n, round) = (number("N.") as u128, number("Giro") as u16);
        let said: Vec<CellValue> = (1..=PEOPLE)
            .map(|participant| vote(n, round, participant))
            .collect();
        let panel = CellPanel::of(&said, scale, &ConsensusRule::default()).unwrap();
        let answered = said.iter().filter(|value| value.is_answered()).count();
        assert_eq!(number("Voti"), answered as f64);
        assert_eq!(
            number("Mancanti"),
            (PEOPLE as usize - 1 - answered) as f64,
            "who is absent is not missing"
        );
        for level in -3..=3_i8 {
            let votes = said
                .iter()
                .filter(|value| value.net() == Some(Points::whole(level)))
                .count();
            let head = words.numbers().points(Points::whole(level));
            assert_eq!(
                number(&head),
                votes as f64,
                "question {n} round {round} level {level}"
            );
        }
        is(
            at("Mediana inferiore"),
            Some(panel.lower_median.value()),
            "median",
        );
        is(
            at("Mediana superiore"),
            Some(panel.upper_median.value()),
            "median",
        );
        is(at("Scarto interq."), Some(panel.iqr()), "range");
        is(at("Consenso"), panel.consensus, "consensus");
        is(at("Accordo A"), panel.agreement, "A");
        is(at("Dispersione D"), panel.dispersion, "D");
        assert_eq!(
            [number("Negativi"), number("Zero"), number("Positivi")],
            [panel.negative, panel.zero, panel.positive].map(|n| n as f64)
        );
    }
    // α and W over the last revealed rounds and over each round.
    let nets = |rounds: &dyn Fn(u128) -> Option<u16>| -> Vec<Vec<Option<f64>>> {
        let of = |participant: u128| {
            let asked = (1..=QUESTIONS).filter_map(|n| Some((n, rounds(n)?)));
            asked
                .map(|(n, round)| vote(n, round, participant).net().map(Points::value))
                .collect::<Vec<_>>()
        };
        (1..PEOPLE).map(of).collect()
    };
    let summary = sheet(&mut reader, "In breve");
    let line = |label: &str| {
        summary
            .rows()
            .find(|row| row[0] == *label)
            .unwrap()
            .to_vec()
    };
    let last = |n: u128| Some(if n == QUESTIONS { 1 } else { 2 });
    let cases = [
        ("Ultimi giri", nets(&last)),
        ("Giro 1", nets(&|_| Some(1))),
        ("Giro 2", nets(&|n| (n < QUESTIONS).then_some(2))),
    ];
    for (label, nets) in cases {
        let (found, alpha) = (line(label), krippendorff(&nets, Metric::Interval).unwrap());
        is(&found[2], Some(alpha.alpha), label);
        is(&found[3], Some(alpha.units as f64), label);
        is(&found[4], Some(alpha.scores as f64), label);
        let w = kendall(&nets).unwrap();
        is(&found[5], Some(w.w), label);
        assert_eq!((w.assessors, w.cells), (19, 8));
        is(&found[6], Some(8.0), label);
    }
    // What moved, by hand.
    let moves = sheet(&mut reader, "Spostamenti");
    assert_eq!(moves.rows().count(), 12);
    let mut all = (0, 0.0);
    for row in moves.rows().skip(1) {
        let n = by_head(&moves, row, "N.").as_f64().unwrap() as u128;
        let pairs: Vec<(f64, f64)> = (1..PEOPLE)
            .filter_map(|p| Some((vote(n, 1, p).net()?.value(), vote(n, 2, p).net()?.value())))
            .collect();
        let sum: f64 = pairs.iter().map(|(one, two)| two - one).sum();
        is(
            by_head(&moves, row, "Voti in entrambi i giri"),
            Some(pairs.len() as f64),
            "both",
        );
        let changed = pairs.iter().filter(|(one, two)| one != two).count();
        is(
            by_head(&moves, row, "Voti cambiati"),
            Some(changed as f64),
            "changed",
        );
        is(
            by_head(&moves, row, "Spostamento medio"),
            Some(sum / pairs.len() as f64),
            "shift",
        );
        all = (all.0 + pairs.len(), all.1 + sum);
    }
    is(
        &line("Voti in entrambi i giri")[1],
        Some(all.0 as f64),
        "both",
    );
    is(
        &line("Spostamento medio")[1],
        Some(all.1 / all.0 as f64),
        "shift",
    );
    let counts = [
        "Concordate",
        "Rinviate",
        "Saltate",
        "Aperte",
        "In elenco",
        "Presenti",
        "Hanno votato",
    ];
    let found = counts.map(|label| line(label)[1].as_f64().unwrap());
    assert_eq!(found, [10.0, 1.0, 0.0, 1.0, 20.0, 19.0, 19.0]);
}

/// Every text of a file: the parts of a package, the pages and the metadata of a PDF.
fn texts(ending: &str, bytes: &[u8]) -> Vec<(String, String)> {
    match ending {
        "html" => vec![(
            "html".to_owned(),
            String::from_utf8(bytes.to_vec()).unwrap(),
        )],
        "pdf" => {
            let pdf = lopdf::Document::load_mem(bytes).unwrap();
            let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
            assert!(pages.len() > 1, "{} pages", pages.len());
            let mut found = vec![("pages".to_owned(), pdf.extract_text(&pages).unwrap())];
            for (id, object) in &pdf.objects {
                let mut raw = format!("{object:?}");
                if let lopdf::Object::Stream(stream) = object {
                    let content = stream
                        .decompressed_content()
                        .unwrap_or_else(|_| stream.content.clone());
                    raw += &String::from_utf8_lossy(&content);
                }
                found.push((format!("{id:?}"), raw));
            }
            found
        }
        _ => {
            let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            let names: Vec<String> = package
                .file_names()
                .map(|name| name.unwrap().into_owned())
                .collect();
            let part = |name: String| {
                let mut bytes = Vec::new();
                package
                    .by_name(&name)
                    .unwrap()
                    .read_to_end(&mut bytes)
                    .unwrap();
                (name, String::from_utf8_lossy(&bytes).into_owned())
            };
            names.into_iter().map(part).collect()
        }
    }
}

#[test]
fn without_names_nobody_is_in_any_part_and_with_names_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let document = session(&folder.path().join("a.ordito"), false);
    let words = Words::new(Language::It);
    for format in lab_formats(LabPaper::Outcome) {
        let ending = format.ending();
        for names in [false, true] {
            let bytes = lab_bytes(
                &printed(document.contents(), &words, names),
                LabPaper::Outcome,
                *format,
            )
            .unwrap();
            if let Some(folder) = std::env::var_os("ORDITO_PICTURES") {
                let file = format!("esito-{}.{ending}", if names { "nomi" } else { "anonimo" });
                std::fs::write(std::path::Path::new(&folder).join(file), &bytes).unwrap();
            }
            let found = texts(ending, &bytes);
            // Pages break lines where they like.
            let all: String = found
                .iter()
                .map(|(_, text)| text.split_whitespace().collect::<String>())
                .collect();
            let wanted = |text: &str| all.to_lowercase().contains(&text.to_lowercase());
            assert!(
                wanted("Acquaesuolo") && wanted("disse") && wanted("dichisiedelì"),
                "{ending}: the text is read"
            );
            for n in 1..=PEOPLE {
                for secret in [
                    format!("Persona{n:02}"),
                    format!("Cognome{n:02}"),
                    format!("Ruolo{n:02}"),
                    format!("Ente{n:02}"),
                ] {
                    // One table of many names does not part their letters in a PDF.
                    assert_eq!(wanted(&secret), names, "{ending}, names {names}: {secret}");
                }
            }
            assert_eq!(
                wanted("Banco1"),
                names,
                "{ending}, names {names}: the table"
            );
            for never in [
                "labpaper-",
                "Scriba99",
                "Appuntidelfacilitatore",
                "Notariservata",
            ] {
                assert!(!wanted(never), "{ending}: {never}");
            }
        }
    }
}

fn words_of(file: &SheetFile) -> String {
    serde_json::to_string(file).unwrap()
}

#[test]
fn a_round_that_is_being_collected_is_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = session(&folder.path().join("a.ordito"), false);
    let words = Words::new(Language::It);
    let page = |document: &Document| {
        words_of(
            &lab_file(
                &printed(document.contents(), &words, true),
                LabPaper::Outcome,
            )
            .unwrap(),
        )
    };
    let before = page(&document);
    let votes = (1..=PEOPLE).map(|n| Vote {
        participant: who(n),
        value: CellValue::net_of(Points::whole(-3)),
        comment: Some("segreto".to_owned()),
    });
    let edit = Edit::Lab {
        question: id(QUESTIONS),
        step: LabMove::Vote(votes.collect()),
    };
    document.apply(&edit, &stamp(8)).unwrap();
    assert_eq!(page(&document), before);
    document
        .apply(
            &Edit::Lab {
                question: id(QUESTIONS),
                step: LabMove::Reveal,
            },
            &stamp(9),
        )
        .unwrap();
    let after = page(&document);
    assert!(after != before && after.contains("segreto"));
    let session = Session::of(document.contents(), LAB).unwrap();
    let last = session.question(id(QUESTIONS)).unwrap().last().unwrap();
    assert_eq!(
        distribution(last, document.contents().scales.values().next().unwrap()).0[0],
        (Points::whole(-3), 20)
    );
}

/// Those of the session who are in the room.
const N_PRESENT: usize = 19;

#[test]
fn a_ballot_is_for_one_with_the_name_or_several_are_on_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let words = Words::new(Language::It);
    for (anonymous, names) in [(false, true), (false, false), (true, true)] {
        let path = folder.path().join(format!("{anonymous}{names}"));
        let document = session(&path, anonymous);
        let file = |ballots| {
            let printed = Printed {
                ballots,
                ..printed(document.contents(), &words, names)
            };
            lab_file(&printed, LabPaper::Ballots).unwrap()
        };
        let each = file(Ballots::Each);
        let sections = &each.sheets[0].sections;
        assert_eq!(sections.len(), N_PRESENT);
        let wanted = match (anonymous, names) {
            (true, _) => "Posto 1",
            (false, true) => "Persona01 Cognome01",
            (false, false) => "Scheda di voto",
        };
        // Each says of which session it is.
        assert_eq!(sections[0].heading, format!("{wanted} · Acqua e suolo"));
        let ballot = |section: &Section| {
            section.blocks.iter().find_map(|block| match block {
                Block::Ballot { rows, size, .. } => Some((rows.clone(), *size)),
                _ => None,
            })
        };
        let (rows, size) = ballot(&sections[0]).unwrap();
        assert_eq!(rows.len(), 12);
        let boxes = rows[0].iter().filter(|cell| cell.text == "☐").count();
        assert_eq!(boxes, 9, "seven levels, n.a. and ?");
        assert!(size >= 11.0, "read at a table");
        // So many on a page, without names, and the last page is full.
        for (n, ballots) in [(1, 19), (2, 20), (3, 21), (4, 20)] {
            let file = file(Ballots::PerPage(n));
            let sections = &file.sheets[0].sections;
            assert_eq!(sections.len(), ballots, "{n} on a page");
            assert!(!words_of(&file).contains("Persona01"));
            let breaks = |section: &&Section| section.blocks.contains(&Block::Page);
            let pages = sections.iter().filter(breaks).count() + 1;
            assert_eq!(pages, ballots / usize::from(n));
        }
    }
}

#[test]
fn agenda_ballots_and_presences_are_for_the_tables() {
    let folder = tempfile::tempdir().unwrap();
    let document = session(&folder.path().join("a.ordito"), true);
    let words = Words::new(Language::It);
    let file = |paper| lab_file(&printed(document.contents(), &words, false), paper).unwrap();
    let rows = |file: &SheetFile, section: usize| -> Vec<Vec<String>> {
        let blocks = file.sheets[0].sections[section].blocks.iter().rev();
        let rows = blocks.filter_map(|block| match block {
            Block::Table { rows, .. } => Some(rows),
            _ => None,
        });
        rows.take(1)
            .flatten()
            .map(|row| row.iter().map(|cell| cell.text.clone()).collect())
            .collect()
    };
    let agenda = file(LabPaper::Agenda);
    let found = rows(&agenda, 1);
    assert_eq!(
        found[0],
        ["1", "P1 Politica 1 × 1 Obiettivo 1", "6", "0:00 – 0:06"]
    );
    // 6 + 7 + … + 17 = 138 minutes.
    assert_eq!(
        found[11],
        ["12", "P4 Politica 4 × 3 Obiettivo 3", "17", "2:01 – 2:18"]
    );
    assert!(words_of(&agenda).contains("12 domande, 138 minuti in tutto (2:18 ore)."));
    let presences = file(LabPaper::Presences);
    let found = rows(&presences, 0);
    assert_eq!(
        found[4][..3],
        ["5", "Persona05 Cognome05", "Ruolo05, Ente05, Banco1"]
    );
    assert_eq!(found.len(), 43, "the page is filled up");
    let signature = match &presences.sheets[0].sections[0].blocks[0] {
        Block::Table { columns, .. } => columns.last().unwrap().share,
        _ => 0.0,
    };
    assert!(signature > 4.0, "room to sign");
    let said = words_of(&presences);
    assert!(said.contains("articolo 13 del regolamento UE 2016/679"));
    assert!(
        !said.contains("illustrativ"),
        "there are no scores on a list of presences"
    );
    for paper in [LabPaper::Agenda, LabPaper::Ballots, LabPaper::Presences] {
        assert!(
            !words_of(&file(paper)).contains("labpaper-"),
            "a word is missing"
        );
        for format in lab_formats(paper) {
            let bytes =
                lab_bytes(&printed(document.contents(), &words, false), paper, *format).unwrap();
            if let Some(folder) = std::env::var_os("ORDITO_PICTURES") {
                std::fs::write(
                    std::path::Path::new(&folder).join(format!("{}.{format}", paper.id())),
                    &bytes,
                )
                .unwrap();
            }
            if *format == Format::Pdf {
                let pages = lopdf::Document::load_mem(&bytes).unwrap().get_pages().len();
                assert!(
                    paper != LabPaper::Ballots || pages == N_PRESENT,
                    "a page for each who votes, not {pages}"
                );
                assert!(
                    paper != LabPaper::Presences || pages == 2,
                    "a list of presences ends with its page, not {pages}"
                );
            }
        }
        assert!(
            lab_bytes(
                &printed(document.contents(), &words, false),
                paper,
                Format::Xlsx
            )
            .is_err()
        );
    }
    assert!(
        lab_file(
            &Printed {
                lab: LabId::fixed(8),
                ..printed(document.contents(), &words, true)
            },
            LabPaper::Outcome
        )
        .is_none()
    );
}
