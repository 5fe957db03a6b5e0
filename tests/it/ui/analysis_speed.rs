//! What the room Analisi costs the window's thread at 1,000 policies × 169 goals. In a debug build the figures are
//! printed and the counts hold (`ORDITO_LARGE=1` for the whole size); optimised, nothing takes over 100 ms. Where the
//! system tells, it is the thread's own time that is held to it: other work on the machine is none of ours.

use super::analysis::until;
use super::driver::{Driver, settings};
use crate::patience::PATIENCE;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use ndarray::Array2;
use ordito::analysis::case_deletion::{CaseDeletion, rank_ranges};
use ordito::analysis::centrality::centralities;
use ordito::analysis::layout::layout;
use ordito::analysis::micmac::{ImpactPart, micmac};
use ordito::analysis::second_order::{Returns, second_order, strongest_paths};
use ordito::analysis::through_goals::through_goals;
use ordito::analysis::{Scores, Square};
use ordito::figure::chart::{
    Basis, CentralBy, CentralFound, IndirectFound, IndirectView, InfluenceFound, InfluenceOrder,
    NetworkArrow, NetworkFound, NetworkNode, NetworkView, NodeOf, PlaneFound, Style, Subject,
    ThroughFound, indirect_chart,
};
use ordito::figure::palette::Look;
use ordito::jobs::Progress;
use ordito::model::{AssessorId, Item, Language};
use ordito::words::Words;
use ordito::workspace::{Room, Settings};
use std::sync::Arc;
use std::time::{Duration, Instant};

const MOST: Duration = Duration::from_millis(100);

fn size() -> (u128, u128) {
    let is_large = !cfg!(debug_assertions) || std::env::var_os("ORDITO_LARGE").is_some();
    if is_large { (1_000, 169) } else { (200, 60) }
}
/// Time that this thread was at work, where Linux tells; else the clock's.
fn at_work(from: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|text| text.split_whitespace().next()?.parse().ok());
    nanos.map_or_else(|| from.elapsed(), Duration::from_nanos)
}
fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let from = Instant::now();
    let before = at_work(from);
    let done = work();
    (at_work(from).saturating_sub(before), done)
}
fn check(name: &str, took: Duration) {
    println!("{name}: {took:?}");
    assert!(cfg!(debug_assertions) || took < MOST, "{name}: {took:?}");
}
/// About ten effects of each item on others, without chance.
fn square(items: Vec<Item>) -> Square {
    let n = items.len();
    let value = |(i, j): (usize, usize)| {
        let spread = (i * 2_654_435_761 + j * 40_503 + i * j * 97) % 100_003;
        if i == j || spread * n / 100_003 >= 10 {
            0.0
        } else {
            [-3.0, -2.0, -1.0, 1.0, 2.0, 3.0][spread % 6]
        }
    };
    let m = Array2::from_shape_fn((n, n), value);
    let scored = m.iter().filter(|value| **value != 0.0).count();
    Square {
        items,
        m,
        scored,
        largest: 3.0,
    }
}

#[test]
fn pictures_of_indirect_effects_are_drawn_within_a_tenth_of_a_second() {
    let folder = tempfile::tempdir().unwrap();
    let (rows, columns) = size();
    let document = super::matrix_speed::full(folder.path(), rows, columns);
    let contents = document.contents();
    let (matrix, _) = contents.matrices.iter().next().unwrap();
    let (words, style) = (Words::new(Language::It), Style::screen(Look::Light, 900.0));
    let subject = Subject {
        contents,
        words: &words,
        matrix: *matrix,
        assessor: AssessorId::AGREED,
    };
    let scores = Scores::of(contents, *matrix, AssessorId::AGREED).unwrap();
    let (basis, progress) = (Basis::of(&scores), Progress::unwatched());
    let policies = square(scores.rows.iter().map(|line| line.item).collect());
    let goals = square(scores.columns.iter().map(|line| line.item).collect());
    let since = Instant::now();
    let draw = |name: &str, found: IndirectFound, view: IndirectView| {
        let (took, chart) = timed(|| indirect_chart(&subject, &style, &found, &view).unwrap());
        check(name, took);
        assert!(!chart.table.rows.is_empty(), "{name}");
        chart
    };
    let returns = Returns::Kept;
    let paths = strongest_paths(&policies, returns, 200, &progress).unwrap();
    let items = second_order(&policies, returns);
    println!("job, influence: {:?}", since.elapsed());
    // As many draws as the room makes; what they say does not matter here.
    let left_out = CaseDeletion::default();
    let draw_of = |draw: u32| {
        items
            .iter()
            .map(move |each| (each.direct, each.indirect + f64::from(draw)))
            .collect()
    };
    let draws = (0..left_out.n).map(draw_of).collect();
    let influence = InfluenceFound {
        basis,
        returns,
        items: items.clone(),
        paths,
        left_out,
        draws,
    };
    let view = IndirectView::Influence(0.5, InfluenceOrder::Total);
    draw(
        "influence",
        IndirectFound::Influence(influence.clone()),
        view,
    );
    draw(
        "paths",
        IndirectFound::Influence(influence),
        IndirectView::Paths,
    );
    let since = Instant::now();
    let found = micmac(&policies, ImpactPart::Magnitude);
    println!("job, plane: {:?}", since.elapsed());
    let ranked = PlaneFound::ranked(found.as_ref(), policies.n());
    let range = |now: &Vec<Option<f64>>| rank_ranges(now, [now.as_slice()]);
    let plane_ranges = ranked.iter().map(range).collect();
    let plane = PlaneFound {
        basis,
        part: ImpactPart::Magnitude,
        micmac: found,
        left_out,
        ranges: plane_ranges,
    };
    draw(
        "plane",
        IndirectFound::Plane(plane),
        IndirectView::Plane(true),
    );
    let since = Instant::now();
    let items = centralities(&policies, &progress).unwrap();
    println!("job, centralities: {:?}", since.elapsed());
    let central_ranges = CentralBy::ALL
        .map(|by| range(&items.iter().map(|each| by.of(each)).collect()))
        .to_vec();
    let central = IndirectFound::Central(CentralFound {
        basis,
        items,
        left_out,
        ranges: central_ranges,
    });
    draw(
        "centralities",
        central,
        IndirectView::Central(CentralBy::Entropy),
    );

    let effects = policies
        .m
        .indexed_iter()
        .filter(|(_, value)| **value != 0.0);
    let mut arrows: Vec<NetworkArrow> = effects
        .map(|((from, to), value)| {
            let cells = vec![(policies.items[from], policies.items[to])];
            NetworkArrow {
                from,
                to,
                effect: *value,
                cells,
            }
        })
        .collect();
    let edges: Vec<_> = arrows
        .iter()
        .map(|arrow| (arrow.from, arrow.to, arrow.effect))
        .collect();
    let since = Instant::now();
    let places = layout(policies.n(), &edges, &progress).unwrap();
    println!(
        "job, layout of {} boxes and {} arrows: {:?}",
        policies.n(),
        edges.len(),
        since.elapsed()
    );
    arrows.sort_by(|a, b| {
        b.effect
            .abs()
            .total_cmp(&a.effect.abs())
            .then((a.from, a.to).cmp(&(b.from, b.to)))
    });
    let node = |item: &Item| NetworkNode {
        of: NodeOf::Item(*item),
        items: vec![*item],
    };
    let nodes = policies.items.iter().map(node).collect();
    let n_arrows = arrows.len();
    let network = IndirectFound::Network(NetworkFound {
        basis,
        by: None,
        nodes,
        arrows,
        n_arrows,
        places,
    });
    for least in [None, Some(3.0), Some(0.0)] {
        let view = IndirectView::Network(NetworkView {
            least,
            ..NetworkView::default()
        });
        let chart = draw(&format!("network {least:?}"), network.clone(), view);
        if least == Some(0.0) {
            // More than can be looked at: how weak those are that are drawn, not how weak they might be.
            assert!(n_arrows > 1_500 && chart.table.rows.len() == 1_500);
            let weakest = chart
                .table
                .rows
                .last()
                .and_then(|row| row.values[2].number())
                .unwrap()
                .abs();
            let wanted = format!(
                "le più forti, fino a un effetto di {weakest:.0}. Non ci stanno tutte quelle"
            );
            assert!(
                weakest > 0.0 && chart.sentence.contains(&wanted),
                "{}",
                chart.sentence
            );
        }
    }

    let since = Instant::now();
    let effects = through_goals(&scores, &goals);
    println!("job, through goals: {:?}", since.elapsed());
    let found = ThroughFound {
        basis,
        through: *matrix,
        goals_by: AssessorId::AGREED,
        effects,
        goals,
    };
    let chart = draw(
        "through goals",
        IndirectFound::Through(Arc::new(found)),
        IndirectView::Through,
    );
    assert!(chart.tiles.is_some());
}

#[test]
fn no_view_of_the_room_holds_up_a_frame() {
    let folder = tempfile::tempdir().unwrap();
    let (rows, columns) = size();
    let document = super::matrix_speed::full(folder.path(), rows, columns);
    let settings = Settings {
        room: Room::Analysis,
        ..settings()
    };
    let mut driver = Driver::of(folder, document, settings, [1280.0, 800.0]);
    let mut views = vec!["Profili", "Conflitti", "Coerenza fra politiche", "Gruppi"];
    if !cfg!(debug_assertions) {
        // Ten thousand draws of a thousand policies are for a release build.
        views.push("Robustezza");
    }
    let mut over = Vec::new();
    for view in views {
        driver
            .harness
            .get_by_role_and_label(Role::ListItem, view)
            .click();
        let (from, slowest) = frames_until_quiet(&mut driver);
        let mut moving = Duration::ZERO;
        // Going about in it, and its table.
        for key in [
            Key::F6,
            Key::End,
            Key::Home,
            Key::PageDown,
            Key::ArrowDown,
            Key::Enter,
        ] {
            driver.harness.key_press(key);
            moving = moving.max(frames_until_quiet(&mut driver).1);
        }
        for shown in ["Tabella", "Figura"] {
            driver
                .harness
                .get_by_role_and_label(Role::RadioButton, &format!("Mostra come: {shown}"))
                .click();
            moving = moving.max(frames_until_quiet(&mut driver).1);
        }
        println!("{view}: ready after {from:?}, slowest frame {slowest:?}, going about {moving:?}");
        let most = slowest.max(moving);
        if most >= MOST {
            over.push((view, most));
        }
    }
    until(&mut driver, |_| true);
    assert!(cfg!(debug_assertions) || over.is_empty(), "{over:?}");
}

/// Frames until the picture is there and nothing moves: how long it took, and the slowest of them.
fn frames_until_quiet(driver: &mut Driver) -> (Duration, Duration) {
    let (from, mut slowest, mut quiet) = (Instant::now(), Duration::ZERO, 0);
    while quiet < 6 {
        assert!(from.elapsed() < PATIENCE);
        driver.harness.state_mut().workspace.tick(Instant::now());
        slowest = slowest.max(timed(|| driver.harness.step()).0);
        let is_ready = driver.harness.query_all_by_label("Aggiornamento…").count() == 0;
        quiet = if is_ready { quiet + 1 } else { 0 };
        std::thread::sleep(Duration::from_millis(1));
    }
    (from.elapsed(), slowest)
}
