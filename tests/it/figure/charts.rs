//! Charts stay what they are, byte for byte: the picture, its marks, its table and its sentence, on a page and on a
//! screen, in both languages. `charts.txt` has a line for each with its digest; after a change that is meant:
//! `UPDATE_CHARTS=1 cargo test --locked --test it -- figure::charts`, and look at what `ORDITO_CHARTS=DIR` writes.

use crate::ui::catalogue::sample;
use ordito::analysis::case_deletion::{CaseDeletion, RankRange, rank_ranges};
use ordito::analysis::centrality::{Central, centralities};
use ordito::analysis::groups::{Likeness, grouped};
use ordito::analysis::layout::layout;
use ordito::analysis::micmac::{ImpactPart, micmac};
use ordito::analysis::robustness::gaps::gaps;
use ordito::analysis::robustness::stability::weight_intervals;
use ordito::analysis::robustness::{Draws, RankedRows, robustness};
use ordito::analysis::second_order::{Returns, second_order, strongest_paths};
use ordito::analysis::through_goals::{goals_scored, through_goals};
use ordito::analysis::{Pairwise, Scores, Square, conflicts, profiles};
use ordito::figure::chart::{
    Basis, CentralBy, CentralFound, Chart, ConflictFilter, GroupChoice, IndirectFound,
    IndirectView, InfluenceFound, InfluenceOrder, NetworkArrow, NetworkFound, NetworkNode,
    NetworkView, NodeOf, PairFilter, PlaneFound, ProfileOrder, ProfilesFound, Ranking, RobustFound,
    RobustView, Style, Subject, ThroughFound, conflicts_chart, groups_chart, indirect_chart,
    pairs_chart, profiles_chart, robustness_chart,
};
use ordito::figure::palette::Look;
use ordito::figure::{Anchor, Area, Measure, Picture, Shape, Text, svg};
use ordito::jobs::Progress;
use ordito::model::{AssessorId, Axis, Contents, Language, MatrixId};
use ordito::words::Words;
use std::fmt::Write as _;
use std::sync::Arc;

const AGREED: AssessorId = AssessorId::AGREED;

type Draw = dyn Fn(&Subject<'_>, &Style) -> Option<Chart>;

fn square_and_other(contents: &Contents) -> (MatrixId, MatrixId) {
    let find = |square: bool| {
        let mut found: Vec<_> = contents
            .matrices
            .iter()
            .filter(|(_, each)| each.kind.is_square() == square)
            .collect();
        found.sort_by_key(|(_, each)| each.position);
        *found[0].0
    };
    (find(true), find(false))
}

fn indirect(contents: &Contents, square: MatrixId) -> Vec<(String, IndirectFound, IndirectView)> {
    let progress = Progress::unwatched();
    let scores = Scores::of(contents, square, AGREED).unwrap();
    let m = Square::of(&scores).unwrap();
    let (basis, left_out) = (
        Basis::of(&scores),
        CaseDeletion {
            n: 40,
            ..CaseDeletion::default()
        },
    );
    let mut found = Vec::new();

    let returns = Returns::Kept;
    let draws = left_out.draws(&scores, &progress, |less| {
        Ok(second_order(&Square::of(less).unwrap(), returns)
            .iter()
            .map(|each| (each.direct, each.indirect))
            .collect())
    });
    let influence = IndirectFound::Influence(InfluenceFound {
        basis,
        returns,
        items: second_order(&m, returns),
        paths: strongest_paths(&m, returns, 30, &progress).unwrap(),
        left_out,
        draws: draws.unwrap(),
    });
    for (name, order) in [
        ("matrix", InfluenceOrder::Matrix),
        ("total", InfluenceOrder::Total),
    ] {
        found.push((
            format!("influence {name}"),
            influence.clone(),
            IndirectView::Influence(0.5, order),
        ));
    }
    found.push(("paths".to_owned(), influence, IndirectView::Paths));

    let ranges = |now: &[Vec<Option<f64>>],
                  draws: &[Vec<Vec<Option<f64>>>]|
     -> Vec<Vec<Option<RankRange>>> {
        let of = |at: usize| draws.iter().map(move |draw| draw[at].as_slice());
        now.iter()
            .enumerate()
            .map(|(at, now)| rank_ranges(now, of(at)))
            .collect()
    };
    let part = ImpactPart::Magnitude;
    let ranked = |square: &Square| PlaneFound::ranked(micmac(square, part).as_ref(), m.n());
    let draws = left_out
        .draws(&scores, &progress, |less| {
            Ok(ranked(&Square::of(less).unwrap()))
        })
        .unwrap();
    let plane = PlaneFound {
        basis,
        part,
        micmac: micmac(&m, part),
        left_out,
        ranges: ranges(&ranked(&m), &draws),
    };
    let nothing = PlaneFound {
        micmac: None,
        ..plane.clone()
    };
    for is_indirect in [false, true] {
        let view = IndirectView::Plane(is_indirect);
        found.push((
            format!("plane {is_indirect}"),
            IndirectFound::Plane(plane.clone()),
            view,
        ));
    }
    found.push((
        "plane of nothing".to_owned(),
        IndirectFound::Plane(nothing),
        IndirectView::Plane(true),
    ));

    let ranked = |items: &[Central]| -> Vec<Vec<Option<f64>>> {
        CentralBy::ALL
            .iter()
            .map(|by| items.iter().map(|each| by.of(each)).collect())
            .collect()
    };
    let items = centralities(&m, &progress).unwrap();
    let draws = left_out.draws(&scores, &progress, |less| {
        Ok(ranked(&centralities(
            &Square::of(less).unwrap(),
            &Progress::unwatched(),
        )?))
    });
    let ranges = ranges(&ranked(&items), &draws.unwrap());
    let central = CentralFound {
        basis,
        items,
        left_out,
        ranges,
    };
    for by in CentralBy::ALL {
        found.push((
            format!("central {by:?}"),
            IndirectFound::Central(central.clone()),
            IndirectView::Central(by),
        ));
    }

    let mut arrows: Vec<NetworkArrow> = (m.m.indexed_iter().filter(|(_, value)| **value != 0.0))
        .map(|((from, to), value)| NetworkArrow {
            from,
            to,
            effect: *value,
            cells: vec![(m.items[from], m.items[to])],
        })
        .collect();
    let edges: Vec<_> = arrows
        .iter()
        .map(|arrow| (arrow.from, arrow.to, arrow.effect))
        .collect();
    let places = layout(m.n(), &edges, &progress).unwrap();
    arrows.sort_by(|a, b| {
        b.effect
            .abs()
            .total_cmp(&a.effect.abs())
            .then((a.from, a.to).cmp(&(b.from, b.to)))
    });
    let nodes = m
        .items
        .iter()
        .map(|item| NetworkNode {
            of: NodeOf::Item(*item),
            items: vec![*item],
        })
        .collect();
    let n_arrows = arrows.len();
    let network = NetworkFound {
        basis,
        by: None,
        nodes,
        arrows,
        n_arrows,
        places,
    };
    found.push((
        "network".to_owned(),
        IndirectFound::Network(network),
        IndirectView::Network(NetworkView::default()),
    ));
    found
}

fn through(contents: &Contents, square: MatrixId, other: MatrixId) -> IndirectFound {
    let (goals_by, goals) = goals_scored(contents, square, AGREED).unwrap();
    let scores = Scores::of(contents, other, AGREED).unwrap();
    let effects = through_goals(&scores, &goals);
    let basis = Basis::of(&scores);
    IndirectFound::Through(Arc::new(ThroughFound {
        basis,
        through: square,
        goals_by,
        effects,
        goals,
    }))
}

fn robust(contents: &Contents, other: MatrixId) -> RobustFound {
    let progress = Progress::unwatched();
    let draws = Draws {
        n: 300,
        ..Draws::default()
    };
    let scores = Scores::of(contents, other, AGREED).unwrap();
    let rows = RankedRows::of(contents, other, AGREED, draws.unsaid).unwrap();
    RobustFound {
        robustness: robustness(&rows, draws, &progress).unwrap(),
        intervals: weight_intervals(&rows),
        gaps: gaps(&scores, 30),
        n_missing: scores
            .crossings()
            .filter(|(_, _, score)| score.is_missing())
            .count(),
        rows,
    }
}

fn profiled(
    contents: &Contents,
    other: MatrixId,
    axis: Axis,
    order: ProfileOrder,
) -> ProfilesFound {
    let scores = Scores::of(contents, other, AGREED).unwrap();
    let found = profiles(contents, &scores, axis, None);
    let left_out = CaseDeletion {
        n: 40,
        ..CaseDeletion::default()
    };
    let ranking = (order != ProfileOrder::Matrix).then(|| {
        let draws = left_out
            .draws(&scores, &Progress::unwatched(), |less| {
                Ok(order.values(&profiles(contents, less, axis, None)))
            })
            .unwrap();
        let ranges = rank_ranges(&order.values(&found), draws.iter().map(Vec::as_slice));
        Ranking {
            by: order,
            left_out,
            ranges,
        }
    });
    ProfilesFound {
        profiles: found,
        ranking,
    }
}

/// Every chart by its name, with the matrix it is of.
fn charts(contents: &Contents) -> Vec<(String, MatrixId, Box<Draw>)> {
    let (square, other) = square_and_other(contents);
    let mut all: Vec<(String, MatrixId, Box<Draw>)> = Vec::new();
    for (name, found, view) in indirect(contents, square) {
        all.push((
            name,
            square,
            Box::new(move |subject, style| indirect_chart(subject, style, &found, &view)),
        ));
    }
    let found = through(contents, square, other);
    all.push((
        "through goals".to_owned(),
        other,
        Box::new(move |subject, style| {
            indirect_chart(subject, style, &found, &IndirectView::Through)
        }),
    ));
    let found = Arc::new(robust(contents, other));
    let weights = vec![1.0 / found.rows.columns.len() as f64; found.rows.columns.len()];
    for (name, view) in [
        ("ranks", RobustView::Ranks),
        ("intervals", RobustView::Intervals),
        ("weights", RobustView::Weights(weights)),
        ("stability", RobustView::Stability),
        ("gaps", RobustView::Gaps),
    ] {
        let found = Arc::clone(&found);
        let draw = move |subject: &Subject<'_>, style: &Style| {
            robustness_chart(subject, style, &found, &view)
        };
        all.push((format!("robustness {name}"), other, Box::new(draw)));
    }
    for (axis, order) in [
        (Axis::Rows, ProfileOrder::Matrix),
        (Axis::Rows, ProfileOrder::Index),
        (Axis::Columns, ProfileOrder::Matrix),
    ] {
        let found = profiled(contents, other, axis, order);
        let draw =
            move |subject: &Subject<'_>, style: &Style| profiles_chart(subject, style, &found);
        all.push((
            format!("profiles {axis:?} {order:?}"),
            other,
            Box::new(draw),
        ));
    }
    let scores = Scores::of(contents, other, AGREED).unwrap();
    let progress = Progress::unwatched();
    let found = conflicts(&scores, |_, _| false, 500, &progress).unwrap();
    all.push((
        "conflicts".to_owned(),
        other,
        Box::new(move |subject, style| {
            conflicts_chart(
                subject,
                style,
                &found,
                &ConflictFilter::default(),
                str::to_lowercase,
            )
        }),
    ));
    for (axis, turned) in [
        (Axis::Rows, scores.clone()),
        (Axis::Columns, scores.transposed()),
    ] {
        let found = grouped(&turned, Likeness::Pearson, &progress).unwrap();
        all.push((
            format!("groups {axis:?}"),
            other,
            Box::new(move |subject, style| {
                groups_chart(subject, style, &found, axis, GroupChoice::Best)
            }),
        ));
    }
    let found = Arc::new(Pairwise::of(&scores, &progress).unwrap());
    all.push((
        "pairs".to_owned(),
        other,
        Box::new(move |subject, style| pairs_chart(subject, style, &found, &PairFilter::default())),
    ));
    all
}

/// All of a chart as text.
fn written(chart: &Chart, words: &Words) -> String {
    let mut text = svg(&chart.picture, None);
    let at = |area: ordito::figure::Area| {
        format!(
            "{:.2} {:.2} {:.2} {:.2}",
            area.x, area.y, area.width, area.height
        )
    };
    write!(text, "\n{:.2?} {}\n", chart.frozen, chart.movable).unwrap();
    let n_tiles = chart
        .tiles
        .as_ref()
        .map_or(0, |tiles| tiles.n_rows * tiles.n_columns);
    for mark in 0..chart.marks.len() + n_tiles {
        let Some(mark) = chart.mark(mark, words) else {
            continue;
        };
        writeln!(
            text,
            "{} | {} | {} | {:?}",
            at(mark.area),
            mark.name,
            mark.text,
            mark.leads
        )
        .unwrap();
    }
    for head in &chart.table.heads {
        writeln!(text, "{} {}", head.text, head.numeric).unwrap();
    }
    for row in &chart.table.rows {
        let values: Vec<String> = row.values.iter().map(|value| value.say(words)).collect();
        writeln!(text, "{:?} | {}", row.mark, values.join(" | ")).unwrap();
    }
    writeln!(text, "{}", chart.sentence).unwrap();
    text
}

/// FNV-1a: nobody has to be kept from making two charts that have the same.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[test]
fn every_chart_is_drawn_and_tabled_as_before() {
    let (_folder, document) = sample();
    let contents = document.contents();
    let mut lines = String::new();
    let folder = std::env::var_os("ORDITO_CHARTS").map(std::path::PathBuf::from);
    for (name, matrix, draw) in charts(contents) {
        for language in [Language::It, Language::En] {
            let words = Words::new(language);
            let subject = Subject {
                contents,
                words: &words,
                matrix,
                assessor: AGREED,
            };
            for (on, style) in [
                ("page", Style::PAGE),
                ("screen", Style::screen(Look::Dark, 760.0)),
            ] {
                let text = written(&draw(&subject, &style).unwrap(), &words);
                let name = format!("{name}, {on}, {language:?}");
                writeln!(lines, "{:016x} {name}", digest(&text)).unwrap();
                if let Some(folder) = &folder {
                    std::fs::write(folder.join(format!("{name}.txt")), &text).unwrap();
                }
            }
        }
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/figure/charts.txt");
    if std::env::var_os("UPDATE_CHARTS").is_some() {
        std::fs::write(&path, &lines).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    let changed: Vec<&str> = lines
        .lines()
        .filter(|line| !kept.lines().any(|before| before == *line))
        .collect();
    assert!(
        changed.is_empty() && kept.lines().count() == lines.lines().count(),
        "changed: {changed:#?}"
    );
}

/// Where a text stands, less a hair: letters of neighbours may touch.
fn box_of(measure: &Measure, text: &Text) -> Area {
    let (width, high) = (
        measure.width(&text.text, text.size, text.weight),
        text.size * 0.7,
    );
    let (x, y) = text.at;
    if text.upright {
        return Area::new(x - high, y - width, high, width);
    }
    let left = match text.anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    Area::new(left, y - high, width, high)
}
fn meet(a: Area, b: Area) -> bool {
    a.x + 0.5 < b.right() && b.x + 0.5 < a.right() && a.y < b.bottom() && b.y < a.bottom()
}
fn texts_of(picture: &Picture) -> Vec<&Text> {
    let texts = picture.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) if !text.text.trim().is_empty() => Some(text),
        _ => None,
    });
    texts.collect()
}

/// Names are read, whoever stands beside them: no text of a picture covers another one or leaves the picture.
#[test]
fn no_two_texts_of_a_picture_overlap() {
    let (_folder, document) = sample();
    let contents = document.contents();
    let measure = Measure::new();
    let mut wrong = Vec::new();
    let mut n = 0;
    for (name, matrix, draw) in charts(contents) {
        for language in [Language::It, Language::En] {
            let words = Words::new(language);
            let subject = Subject {
                contents,
                words: &words,
                matrix,
                assessor: AGREED,
            };
            for style in [
                Style::PAGE,
                Style::screen(Look::Light, 760.0),
                Style::screen(Look::Light, 1_000.0),
            ] {
                let chart = draw(&subject, &style).unwrap();
                let texts = texts_of(&chart.picture);
                n += texts.len();
                let boxes: Vec<Area> = texts.iter().map(|text| box_of(&measure, text)).collect();
                for (i, (text, area)) in texts.iter().zip(&boxes).enumerate() {
                    let place = || format!("{name}, {language:?}, {}", style.width);
                    if area.x < 0.0 || area.right() > chart.picture.width {
                        wrong.push(format!("{}: “{}” leaves the picture", place(), text.text));
                    }
                    for (other, there) in texts.iter().zip(&boxes).skip(i + 1) {
                        if meet(*area, *there) {
                            wrong.push(format!("{}: “{}” “{}”", place(), text.text, other.text));
                        }
                    }
                }
            }
        }
    }
    assert!(n > 5_000, "{n} texts");
    assert!(
        wrong.is_empty(),
        "{}: {:#?}",
        wrong.len(),
        &wrong[..wrong.len().min(60)]
    );
}

/// Every figure says what it finds as its title, in both languages, on the page and for who opens the SVG; it names
/// something of the matrix, and two figures that show different things do not say the same.
#[test]
fn every_figure_has_its_finding_as_title() {
    let (_folder, document) = sample();
    let contents = document.contents();
    let mut titles: std::collections::BTreeMap<String, Vec<String>> =
        std::collections::BTreeMap::default();
    for (name, matrix, draw) in charts(contents) {
        for language in [Language::It, Language::En] {
            let words = Words::new(language);
            let subject = Subject {
                contents,
                words: &words,
                matrix,
                assessor: AGREED,
            };
            let chart = draw(&subject, &Style::PAGE).unwrap();
            let title = &chart.picture.title;
            assert!(
                title.len() > chart.name.len() / 2 && *title != chart.name,
                "{name}: {title}"
            );
            let first = texts_of(&chart.picture)[0];
            let start = first.text.trim_end_matches('…');
            assert!(title.starts_with(start), "{name}: {} / {title}", first.text);
            let file = svg(&chart.picture, None);
            assert!(
                file.contains("<title id=\"t\">") && file.contains(start),
                "{name}"
            );
            titles
                .entry(title.clone())
                .or_default()
                .push(format!("{name} {language:?}"));
        }
    }
    let same: Vec<_> = titles.iter().filter(|(_, of)| of.len() > 1).collect();
    // The plane of nothing has nothing to say; profiles and others that rank by one thing say one thing.
    for (title, of) in same {
        let kinds: std::collections::BTreeSet<_> = of
            .iter()
            .map(|name| name.split(' ').next().unwrap())
            .collect();
        assert_eq!(kinds.len(), 1, "{title}: {of:?}");
    }
}

/// In a network that is read no arrow runs through the name of a box, and every box has its name.
#[test]
fn arrows_and_names_of_the_network_do_not_run_through_each_other() {
    let (_folder, document) = sample();
    let contents = document.contents();
    let measure = Measure::new();
    for (name, matrix, draw) in charts(contents) {
        if name != "network" {
            continue;
        }
        for language in [Language::It, Language::En] {
            let words = Words::new(language);
            let subject = Subject {
                contents,
                words: &words,
                matrix,
                assessor: AGREED,
            };
            for style in [Style::PAGE, Style::screen(Look::Light, 1_000.0)] {
                let chart = draw(&subject, &style).unwrap();
                let picture = &chart.picture;
                let named: Vec<Area> = texts_of(picture)
                    .into_iter()
                    .filter(|text| text.halo.is_some())
                    .map(|text| box_of(&measure, text))
                    .collect();
                assert!(named.len() >= chart.movable, "{} names", named.len());
                let crossed = picture
                    .shapes
                    .iter()
                    .filter(|shape| {
                        let Shape::Line {
                            from, to, width, ..
                        } = shape
                        else {
                            return false;
                        };
                        // Arrows, not lines that lead to names.
                        *width > 1.0 && named.iter().any(|area| crosses(*area, *from, *to))
                    })
                    .count();
                assert_eq!(crossed, 0, "{language:?}, {}", style.width);
            }
        }
    }
}

/// Whether a line passes through an area, by points near each other: another way than the one that draws.
fn crosses(area: Area, from: (f64, f64), to: (f64, f64)) -> bool {
    (0..=200).any(|step| {
        let share = f64::from(step) / 200.0;
        let (x, y) = (
            from.0 + (to.0 - from.0) * share,
            from.1 + (to.1 - from.1) * share,
        );
        x > area.x && x < area.right() && y > area.y && y < area.bottom()
    })
}

/// The picture of conflicts is one to be looked at: it says how many it leaves out, and the table has them all.
#[test]
fn the_picture_of_conflicts_shows_the_strongest_and_counts_the_rest() {
    let (_folder, document) = sample();
    let contents = document.contents();
    let words = Words::new(Language::It);
    let (_, matrix, draw) = charts(contents)
        .into_iter()
        .find(|(name, ..)| name == "conflicts")
        .unwrap();
    let subject = Subject {
        contents,
        words: &words,
        matrix,
        assessor: AGREED,
    };
    let chart = draw(&subject, &Style::screen(Look::Light, 1_000.0)).unwrap();
    let (_, other) = square_and_other(contents);
    let scores = Scores::of(contents, other, AGREED).unwrap();
    let found = conflicts(&scores, |_, _| false, 500, &Progress::unwatched()).unwrap();
    assert_eq!(chart.table.rows.len(), found.list.len());
    let drawn = chart
        .marks
        .iter()
        .filter(|mark| mark.area.width > 0.0)
        .count();
    assert!(
        (1..=40).contains(&drawn) && drawn < found.list.len(),
        "{drawn}"
    );
    // What is not drawn leads to its cells all the same, from the table.
    assert!(
        chart
            .marks
            .iter()
            .all(|mark| mark.leads != ordito::figure::chart::Leads::Nowhere)
    );
    assert!(chart.table.rows.iter().all(|row| row.mark.is_some()));
    let rest = words.chart_conflicts_first(drawn, found.list.len() - drawn);
    assert!(chart.sentence.contains(&rest), "{rest}: {}", chart.sentence);
    // Nothing drawn is weaker than what is left out.
    let intensity = |at: &usize| found.list[*at].intensity;
    let places: Vec<usize> = (0..chart.marks.len()).collect();
    let (shown, hidden): (Vec<usize>, Vec<usize>) = places
        .into_iter()
        .partition(|at| chart.marks[*at].area.width > 0.0);
    let weakest = shown
        .iter()
        .filter_map(intensity)
        .fold(f64::INFINITY, f64::min);
    let strongest = hidden.iter().filter_map(intensity).fold(0.0, f64::max);
    assert!(weakest >= strongest, "{weakest} {strongest}");
    let tall = chart.picture.height;
    assert!(tall < 1_000.0, "{tall}");
}
