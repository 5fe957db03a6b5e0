//! What the room Analisi costs the window's thread at 1,000 policies × 169 goals. In a debug build the figures are
//! printed and the counts hold (`ORDITO_LARGE=1` for the whole size); optimised, nothing takes over 100 ms.

use super::analysis::until;
use super::driver::{Driver, settings};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use ndarray::Array2;
use ordito::analysis::centrality::centralities;
use ordito::analysis::layout::layout;
use ordito::analysis::micmac::{ImpactPart, micmac};
use ordito::analysis::second_order::{Returns, second_order, strongest_paths};
use ordito::analysis::through_goals::through_goals;
use ordito::analysis::{Scores, Square};
use ordito::figure::chart::{
    Basis, CentralBy, CentralFound, IndirectFound, IndirectView, InfluenceFound, InfluenceOrder, NetworkArrow,
    NetworkFound, NetworkNode, NetworkView, NodeOf, PlaneFound, Style, Subject, ThroughFound, indirect_chart,
};
use ordito::figure::palette::Look;
use ordito::i18n::Words;
use ordito::jobs::Progress;
use ordito::model::{AssessorId, Item, Language};
use ordito::workspace::{Room, Settings};
use std::sync::Arc;
use std::time::{Duration, Instant};

const MOST: Duration = Duration::from_millis(100);

fn size() -> (u128, u128) {
    let is_large = !cfg!(debug_assertions) || std::env::var_os("ORDITO_LARGE").is_some();
    if is_large { (1_000, 169) } else { (200, 60) }
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
        if i == j || spread * n / 100_003 >= 10 { 0.0 } else { [-3.0, -2.0, -1.0, 1.0, 2.0, 3.0][spread % 6] }
    };
    let m = Array2::from_shape_fn((n, n), value);
    let scored = m.iter().filter(|value| **value != 0.0).count();
    Square { items, m, scored, largest: 3.0 }
}

#[test]
fn pictures_of_indirect_effects_are_drawn_within_a_tenth_of_a_second() {
    let folder = tempfile::tempdir().unwrap();
    let (rows, columns) = size();
    let document = super::matrix_speed::full(folder.path(), rows, columns);
    let contents = document.contents();
    let (matrix, _) = contents.matrices.iter().next().unwrap();
    let (words, style) = (Words::new(Language::It), Style::screen(Look::Light, 900.0));
    let subject = Subject { contents, words: &words, matrix: *matrix, assessor: AssessorId::AGREED };
    let scores = Scores::of(contents, *matrix, AssessorId::AGREED).unwrap();
    let (basis, progress) = (Basis::of(&scores), Progress::unwatched());
    let policies = square(scores.rows.iter().map(|line| line.item).collect());
    let goals = square(scores.columns.iter().map(|line| line.item).collect());
    let since = Instant::now();
    let draw = |name: &str, found: IndirectFound, view: IndirectView| {
        let since = Instant::now();
        let chart = indirect_chart(&subject, &style, &found, &view).unwrap();
        check(name, since.elapsed());
        assert!(!chart.table.rows.is_empty(), "{name}");
        chart
    };
    let returns = Returns::Kept;
    let paths = strongest_paths(&policies, returns, 200, &progress).unwrap();
    let items = second_order(&policies, returns);
    println!("job, influence: {:?}", since.elapsed());
    let influence = InfluenceFound { basis, returns, items, paths };
    let view = IndirectView::Influence(0.5, InfluenceOrder::Total);
    draw("influence", IndirectFound::Influence(influence.clone()), view);
    draw("paths", IndirectFound::Influence(influence), IndirectView::Paths);
    let since = Instant::now();
    let found = micmac(&policies, ImpactPart::Magnitude);
    println!("job, plane: {:?}", since.elapsed());
    let plane = PlaneFound { basis, part: ImpactPart::Magnitude, micmac: found };
    draw("plane", IndirectFound::Plane(plane), IndirectView::Plane(true));
    let since = Instant::now();
    let items = centralities(&policies, &progress).unwrap();
    println!("job, centralities: {:?}", since.elapsed());
    let central = IndirectFound::Central(CentralFound { basis, items });
    draw("centralities", central, IndirectView::Central(CentralBy::Entropy));

    let effects = policies.m.indexed_iter().filter(|(_, value)| **value != 0.0);
    let mut arrows: Vec<NetworkArrow> = effects
        .map(|((from, to), value)| {
            let cells = vec![(policies.items[from], policies.items[to])];
            NetworkArrow { from, to, effect: *value, cells }
        })
        .collect();
    let edges: Vec<_> = arrows.iter().map(|arrow| (arrow.from, arrow.to, arrow.effect)).collect();
    let since = Instant::now();
    let places = layout(policies.n(), &edges, &progress).unwrap();
    println!("job, layout of {} boxes and {} arrows: {:?}", policies.n(), edges.len(), since.elapsed());
    arrows.sort_by(|a, b| b.effect.abs().total_cmp(&a.effect.abs()).then((a.from, a.to).cmp(&(b.from, b.to))));
    let node = |item: &Item| NetworkNode { of: NodeOf::Item(*item), items: vec![*item] };
    let nodes = policies.items.iter().map(node).collect();
    let n_arrows = arrows.len();
    let network = IndirectFound::Network(NetworkFound { basis, by: None, nodes, arrows, n_arrows, places });
    for least in [None, Some(3.0), Some(0.0)] {
        let view = IndirectView::Network(NetworkView { least, ..NetworkView::default() });
        draw(&format!("network {least:?}"), network.clone(), view);
    }

    let since = Instant::now();
    let effects = through_goals(&scores, &goals);
    println!("job, through goals: {:?}", since.elapsed());
    let found = ThroughFound { basis, through: *matrix, effects, goals };
    let chart = draw("through goals", IndirectFound::Through(Arc::new(found)), IndirectView::Through);
    assert!(chart.tiles.is_some());
}

#[test]
fn no_view_of_the_room_holds_up_a_frame() {
    let folder = tempfile::tempdir().unwrap();
    let (rows, columns) = size();
    let document = super::matrix_speed::full(folder.path(), rows, columns);
    let settings = Settings { room: Room::Analysis, ..settings() };
    let mut driver = Driver::of(folder, document, settings, [1280.0, 800.0]);
    for view in ["Profili", "Conflitti", "Coerenza fra politiche", "Gruppi"] {
        driver.harness.get_by_role_and_label(Role::ListItem, view).click();
        let mut slowest = Duration::ZERO;
        let from = Instant::now();
        let mut quiet = 0;
        while quiet < 10 {
            assert!(from.elapsed() < Duration::from_mins(2), "{view}");
            driver.harness.state_mut().workspace.tick(Instant::now());
            let since = Instant::now();
            driver.harness.step();
            slowest = slowest.max(since.elapsed());
            let is_ready = driver.harness.query_all_by_label("Aggiornamento…").count() == 0;
            quiet = if is_ready { quiet + 1 } else { 0 };
            std::thread::sleep(Duration::from_millis(1));
        }
        println!("{view}: ready after {:?}, slowest frame {slowest:?}", from.elapsed());
    }
    until(&mut driver, |_| true);
}
