//! The outcome: a page that says it in brief, then every question in full.

use super::{View, column, question};
use crate::report::sheet::{Align, Block, Fact, Section, TableCell};
use ordito_analysis::Alpha;
use ordito_analysis::session::PanelAgreement;
use ordito_model::Outcome;
use ordito_words::messages::LabpaperRestsOn;

pub fn sections(view: &View<'_>) -> Vec<Section> {
    let section = |id, key: &str, blocks| Section {
        id,
        heading: view.say(key),
        blocks,
    };
    let mut sections = vec![
        section("summary", "labpaper-summary", summary(view)),
        section("agenda", "labpaper-questions", overview(view)),
    ];
    sections.push(section("panel", "labpaper-panel", panel(view)));
    if view.names {
        sections.push(section(
            "participants",
            "labpaper-participants",
            participants(view),
        ));
    }
    sections.extend(question::sections(view));
    let method = vec![Block::List {
        items: view.method(),
    }];
    sections.push(section("method", "sheets-method", method));
    sections
}

/// Label and text of the session's particulars.
pub fn particulars(view: &View<'_>) -> Vec<Fact> {
    let session = &view.session;
    let participation =
        view.words
            .labpaper_participation(session.listed, session.present, session.voted);
    let rows = [
        ("labpaper-title", view.lab.title.clone()),
        ("sheets-field-date", view.long_date()),
        ("labpaper-place", view.lab.place.clone()),
        ("sheets-matrix", view.matrix.name.clone()),
        (
            "sheets-field-scale",
            view.scale.name.get(view.words.language()).to_owned(),
        ),
        ("labpaper-participants", participation),
        ("labpaper-asked", view.asked()),
        ("labpaper-rule-label", view.rule()),
    ];
    let filled = rows
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty());
    filled
        .map(|(key, value)| Fact {
            label: view.say(key),
            value,
        })
        .collect()
}

/// The same without what stands at the head of a page: title, day and place.
pub fn without_head(view: &View<'_>) -> Vec<Fact> {
    let head = ["labpaper-title", "sheets-field-date", "labpaper-place"].map(|key| view.say(key));
    let mut facts = particulars(view);
    facts.retain(|fact| !head.contains(&fact.label));
    facts
}

fn summary(view: &View<'_>) -> Vec<Block> {
    let (session, numbers) = (&view.session, view.words.numbers());
    let fact = |key: &str, value: String| Fact {
        label: view.say(key),
        value,
    };
    let agreement = &session.agreement;
    let figures = vec![
        fact("labpaper-questions", numbers.count(view.agenda.len())),
        fact("labpaper-agreed", numbers.count(session.outcomes.agreed)),
        fact("labpaper-parked", numbers.count(session.outcomes.parked)),
        fact("labpaper-skipped", numbers.count(session.outcomes.skipped)),
        fact("labpaper-open", numbers.count(session.outcomes.open)),
        fact(
            "labpaper-alpha",
            view.maybe(measured(agreement).map(|alpha| alpha.alpha)),
        ),
        fact(
            "labpaper-w",
            view.maybe(agreement.concordance.map(|found| found.w)),
        ),
        fact(
            "labpaper-moved-label",
            session.moved.map_or_else(
                || "–".to_owned(),
                |moved| {
                    view.words
                        .sheets_n_of_m(numbers.count(moved.both), numbers.count(moved.moved))
                },
            ),
        ),
    ];
    let mut blocks = vec![
        Block::Facts {
            items: without_head(view),
        },
        Block::Figures { items: figures },
        Block::Note {
            text: rests_on(view, agreement),
        },
    ];
    if let Some(moved) = &session.moved {
        blocks.push(Block::Note {
            text: view.moved(moved),
        });
    }
    blocks
}

/// α of one question says nothing: it is of how far several go the same way.
fn measured(agreement: &PanelAgreement) -> Option<Alpha> {
    agreement.alpha.filter(|alpha| alpha.units > 1)
}

/// What α and W rest on.
fn rests_on(view: &View<'_>, agreement: &PanelAgreement) -> String {
    let (words, none) = (view.words, 0_usize);
    let alpha = agreement
        .alpha
        .map_or((none, none), |found| (found.units, found.scores));
    let w = agreement
        .concordance
        .map_or((none, none), |found| (found.cells, found.assessors));
    words.labpaper_rests_on(LabpaperRestsOn {
        cells: &words.numbers().count(w.0),
        people: &words.numbers().count(w.1),
        scores: &words.numbers().count(alpha.1),
        units: &words.numbers().count(alpha.0),
    })
}

/// What became of a question, in few words.
pub fn outcome(view: &View<'_>, outcome: Option<&Outcome>) -> String {
    match outcome {
        Some(Outcome::Agreed { value, .. }) => view.value(*value),
        Some(Outcome::Parked { .. }) => view.words.labpaper_outcome_parked(),
        Some(Outcome::Skipped) => view.words.labpaper_outcome_skipped(),
        None => view.words.labpaper_outcome_open(),
    }
}

fn overview(view: &View<'_>) -> Vec<Block> {
    let numbers = view.words.numbers();
    let rows = view
        .agenda
        .iter()
        .zip(&view.session.questions)
        .zip(1_usize..)
        .map(|(((_, question), asked), n)| {
            let last = asked.last();
            let panel = last.and_then(|round| round.panel.as_ref());
            let said = outcome(view, question.outcome.as_ref());
            let result = match &question.outcome {
                Some(Outcome::Agreed { value, .. }) => view.coloured(*value, said),
                _ => TableCell::new(said),
            };
            vec![
                TableCell::new(numbers.count(n)),
                TableCell::new(view.crossing(question)),
                TableCell::new(
                    last.map_or_else(|| "–".to_owned(), |round| numbers.count(round.votes)),
                ),
                TableCell::new(
                    panel.map_or_else(|| "–".to_owned(), |panel| question::median(view, panel)),
                ),
                TableCell::new(view.maybe(panel.and_then(|panel| panel.consensus))),
                result,
            ]
        });
    if view.agenda.is_empty() {
        return vec![Block::Text {
            text: view.words.labpaper_no_questions(),
        }];
    }
    vec![Block::Table {
        caption: view.words.labpaper_questions_caption(),
        row_head: true,
        columns: vec![
            column(view.words.labpaper_head_n(), Align::Right, 0.6),
            column(view.words.labpaper_head_crossing(), Align::Left, 6.0),
            column(view.words.labpaper_head_votes(), Align::Right, 1.0),
            column(view.words.labpaper_head_median(), Align::Center, 1.6),
            column(view.words.labpaper_head_consensus(), Align::Right, 1.9),
            column(view.words.labpaper_head_outcome(), Align::Left, 2.8),
        ],
        rows: rows.collect(),
    }]
}

/// Questions that a participant answered in a revealed round.
pub fn answered(view: &View<'_>, place: usize) -> usize {
    let by = |asked: &&ordito_analysis::session::Asked| {
        asked.rounds.iter().any(|round| {
            round
                .said
                .get(place)
                .is_some_and(|value| value.is_answered())
        })
    };
    view.session.questions.iter().filter(by).count()
}

fn participants(view: &View<'_>) -> Vec<Block> {
    let rows = view.voters().map(|(place, who)| {
        let presence = if who.absent {
            view.words.labpaper_absent()
        } else {
            view.words.labpaper_is_present()
        };
        vec![
            TableCell::new(view.name(who.id)),
            TableCell::new(who.role.as_str()),
            TableCell::new(who.organisation.as_str()),
            TableCell::new(who.table.as_str()),
            TableCell::new(presence),
            TableCell::new(view.words.numbers().count(answered(view, place))),
        ]
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Table {
        caption: view.words.labpaper_participants_caption(),
        row_head: true,
        columns: vec![
            column(view.words.labpaper_head_name(), Align::Left, 3.0),
            column(view.words.labpaper_head_role(), Align::Left, 2.4),
            column(view.words.labpaper_head_organisation(), Align::Left, 3.0),
            column(view.words.labpaper_head_table(), Align::Left, 1.4),
            column(view.words.labpaper_head_presence(), Align::Left, 1.6),
            column(view.words.labpaper_head_answered(), Align::Right, 1.4),
        ],
        rows,
    }]
}

/// Agreement of the panel, round by round.
fn panel(view: &View<'_>) -> Vec<Block> {
    let numbers = view.words.numbers();
    let rows: Vec<Vec<TableCell>> = view
        .session
        .by_round
        .iter()
        .chain(std::iter::once(&view.session.agreement))
        .filter(|each| each.questions > 0)
        .map(|each| {
            let round = match each.round {
                Some(round) => view.words.labpaper_round(usize::from(round)),
                None => view.words.labpaper_last_rounds(),
            };
            let rests = |found: Option<(usize, usize)>| {
                found.map_or_else(
                    || "–".to_owned(),
                    |(a, b)| format!("{} · {}", numbers.count(a), numbers.count(b)),
                )
            };
            vec![
                TableCell::new(round),
                TableCell::new(numbers.count(each.questions)),
                TableCell::new(view.maybe(each.alpha.map(|alpha| alpha.alpha))),
                TableCell::new(rests(each.alpha.map(|alpha| (alpha.units, alpha.scores)))),
                TableCell::new(view.maybe(each.concordance.map(|found| found.w))),
                TableCell::new(rests(
                    each.concordance.map(|found| (found.cells, found.assessors)),
                )),
            ]
        })
        .collect();
    if rows.is_empty() {
        return vec![Block::Text {
            text: view.words.labpaper_nothing_revealed(),
        }];
    }
    vec![Block::Table {
        caption: view.words.labpaper_panel_caption(),
        row_head: true,
        columns: vec![
            column(view.words.labpaper_head_round(), Align::Left, 2.4),
            column(view.words.labpaper_questions(), Align::Right, 1.6),
            column(view.words.labpaper_alpha(), Align::Right, 2.0),
            column(view.words.labpaper_head_units_scores(), Align::Right, 2.2),
            column(view.words.labpaper_w(), Align::Right, 1.6),
            column(view.words.labpaper_head_cells_people(), Align::Right, 2.2),
        ],
        rows,
    }]
}
