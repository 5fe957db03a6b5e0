//! Analisi, Effetti indiretti: figures equal to the methods', the weight that slides, paths in words, the network.
//! Pictures: `ORDITO_PICTURES=DIR cargo test --test it ui::analysis_indirect`.

use super::analysis::{choose_square, click, labels, marks, opened, picture};
use super::driver::Driver;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::analysis::case_deletion::{CaseDeletion, RankRange, rank_ranges};
use ordito::analysis::centrality::{Central, centralities};
use ordito::analysis::micmac::{ImpactPart, Quadrant, micmac};
use ordito::analysis::second_order::{Path, Returns, paths, second_order};
use ordito::analysis::through_goals::through_goals;
use ordito::analysis::{Scores, Square};
use ordito::figure::chart::PlaneFound;
use ordito::figure::palette::Look;
use ordito::jobs::Progress;
use ordito::model::{AssessorId, Item, Language};
use ordito::words::Numbers;
use ordito::workspace::Room;

fn numbers() -> Numbers {
    Numbers::new(Language::It)
}
/// To a hundredth, without zeros at the end.
fn signed(value: f64) -> String {
    let text = numbers().signed(value, 2);
    if text.contains(',') {
        text.trim_end_matches('0').trim_end_matches(',').to_owned()
    } else {
        text
    }
}
/// The sample's matrix of goals × goals.
fn square(driver: &Driver) -> Square {
    let contents = driver.app().workspace.contents().unwrap();
    let (matrix, _) = contents
        .matrices
        .iter()
        .find(|(_, matrix)| matrix.kind.is_square())
        .unwrap();
    Square::of(&Scores::of(contents, *matrix, AssessorId::AGREED).unwrap()).unwrap()
}
fn name(driver: &Driver, item: Item) -> String {
    let (code, label) = driver.app().workspace.contents().unwrap().item_label(item);
    format!("{code} {}", label.it)
}
/// The room on the sample's matrix of goals × goals.
fn indirect(look: Look, size: [f32; 2]) -> Driver {
    let mut driver = opened(look, size);
    choose_square(&mut driver);
    click(&mut driver, Role::ListItem, "Effetti indiretti");
    driver
}
/// What comes of the matrix in each draw with cells left out.
fn left_out<T: Send>(driver: &Driver, of: impl Fn(&Square) -> T + Sync) -> Vec<T> {
    let contents = driver.app().workspace.contents().unwrap();
    let (matrix, _) = contents
        .matrices
        .iter()
        .find(|(_, matrix)| matrix.kind.is_square())
        .unwrap();
    let scores = Scores::of(contents, *matrix, AssessorId::AGREED).unwrap();
    let of = |less: &Scores| Ok(of(&Square::of(less).unwrap()));
    CaseDeletion::default()
        .draws(&scores, &Progress::unwatched(), of)
        .unwrap()
}
/// "3 (2–5)"
fn held(range: Option<RankRange>) -> String {
    let range = range.unwrap();
    format!("{} ({}–{})", range.rank, range.low, range.high)
}
fn tab(driver: &mut Driver, name: &str) {
    click(
        driver,
        Role::RadioButton,
        &format!("Che cosa si guarda: {name}"),
    );
}

#[test]
fn influence_on_screen_is_that_of_the_method_at_every_weight() {
    let mut driver = indirect(Look::Light, [1600.0, 1000.0]);
    let square = square(&driver);
    let check = |driver: &Driver, weight: f64, returns| {
        let shown = marks(driver);
        for each in second_order(&square, returns) {
            let wanted = format!(
                "{}: influenza diretta {}, secondo passo {}, totale {} con peso {}, {} con peso 1",
                name(driver, each.item),
                signed(each.direct),
                signed(each.indirect),
                signed(each.total(weight)),
                signed(weight).trim_start_matches('+'),
                signed(each.total(1.0)),
            );
            assert!(
                shown.iter().any(|text| text.starts_with(&wanted)),
                "{wanted}\n{shown:?}"
            );
        }
    };
    check(&driver, 0.5, Returns::Kept);
    let rests = format!(
        "Si regge su {} celle valutate di {}",
        square.scored,
        17 * 16
    );
    assert!(
        driver.harness.query_all_by_label_contains(&rests).count() > 0,
        "{rests}"
    );
    // The keyboard stays on its mark while the weight slides.
    driver.key(Key::F6);
    driver.key(Key::ArrowDown);
    driver.key(Key::Enter);
    let second = name(&driver, square.items[1]);
    assert!(
        driver
            .harness
            .query_all_by_label_contains(&format!("Apri nella Matrice: {second} × "))
            .count()
            > 0
    );
    driver
        .harness
        .get_by_role_and_label(Role::Slider, "Peso del secondo passo")
        .focus();
    driver.settle();
    for _ in 0..5 {
        driver.harness.key_press(Key::ArrowRight);
        driver.harness.step();
    }
    driver.settle();
    check(&driver, 0.75, Returns::Kept);
    assert!(
        driver
            .harness
            .query_all_by_label_contains(&format!("Apri nella Matrice: {second} × "))
            .count()
            > 0
    );
    click(&mut driver, Role::CheckBox, "Senza percorsi di ritorno");
    check(&driver, 0.75, Returns::Dropped);
    assert!(
        driver
            .harness
            .query_all_by_label_contains("I percorsi che tornano a chi li ha mossi non contano")
            .count()
            > 0
    );
}

#[test]
fn paths_are_said_in_words_and_lead_to_their_two_cells() {
    let mut driver = indirect(Look::Light, [1600.0, 1000.0]);
    tab(&mut driver, "Percorsi");
    let square = square(&driver);
    let found = paths(&square, None, Returns::Kept, 200);
    let shown = marks(&driver);
    let said = |driver: &Driver, path: &Path| {
        let [a, b, c] =
            [path.from, path.through, path.to].map(|place| name(driver, square.items[place]));
        let verb = |value: f64| if value > 0.0 { "aiuta" } else { "danneggia" };
        (
            format!("{a} {} {b}, che ", verb(path.first)),
            format!(" {c}"),
            signed(path.effect()),
        )
    };
    for (path, text) in found.iter().zip(&shown) {
        let (first, second, effect) = said(&driver, path);
        assert!(
            text.starts_with(&first) && text.contains(&second),
            "{first}… {second}: {text}"
        );
        assert!(
            text.contains(&format!("effetto {effect} (")),
            "{effect}: {text}"
        );
    }
    // Minus times minus is said in words.
    let spared = found.iter().position(Path::is_harm_of_harm).unwrap();
    click(&mut driver, Role::RadioButton, "Mostra come: Tabella");
    assert!(labels(&driver, Role::Row).len() > 20);
    click(&mut driver, Role::RadioButton, "Mostra come: Figura");
    driver.key(Key::F6);
    for _ in 0..spared {
        driver.key(Key::ArrowDown);
    }
    driver.key(Key::Enter);
    let path = &found[spared];
    let [a, b, c] =
        [path.from, path.through, path.to].map(|place| name(&driver, square.items[place]));
    let all = marks(&driver).join("\n");
    assert!(
        all.contains(&format!(
            "{b}, che danneggia {c}: meno per meno, {c} ne è risparmiato: effetto +"
        )),
        "{all}"
    );
    for (row, column) in [(&a, &b), (&b, &c)] {
        driver
            .harness
            .get_by_label(&format!("Apri nella Matrice: {row} × {column}"));
    }
    driver.harness.get_by_label("2 celle valutate");
}

#[test]
fn indirect_effects_are_drawn_in_every_look_and_size() {
    for (look, of) in [(Look::Light, "light"), (Look::Dark, "dark")] {
        for size in [[1280.0, 800.0], [1600.0, 1000.0]] {
            let mut driver = indirect(look, size);
            for (view, file) in [
                ("Influenza", "influence"),
                ("Percorsi", "paths"),
                ("Piano MICMAC", "plane"),
                ("Rete", "network"),
                ("Centralità", "central"),
            ] {
                tab(&mut driver, view);
                assert!(!marks(&driver).is_empty(), "{view}");
                picture(&mut driver, &format!("indirect-{file}-{of}-{}", size[0])).is_of(look);
            }
        }
    }
}

#[test]
fn the_plane_names_its_fields_and_shows_both_ranks() {
    let mut driver = indirect(Look::Light, [1600.0, 1000.0]);
    tab(&mut driver, "Piano MICMAC");
    let found = micmac(&square(&driver), ImpactPart::Magnitude).unwrap();
    let field = |quadrant| match quadrant {
        Quadrant::Influential => "Influenti",
        Quadrant::Relay => "Di collegamento",
        Quadrant::Dependent => "Dipendenti",
        Quadrant::Autonomous => "Autonome",
    };
    let whole = |value: f64| numbers().number(value, 0);
    let shown = marks(&driver);
    // Each rank with how far it holds.
    let now = PlaneFound::ranked(Some(&found), found.items.len());
    let draws = left_out(&driver, |square| {
        PlaneFound::ranked(
            micmac(square, ImpactPart::Magnitude).as_ref(),
            found.items.len(),
        )
    });
    let ranges: Vec<Vec<Option<RankRange>>> = (0..4)
        .map(|at| rank_ranges(&now[at], draws.iter().map(|draw| draw[at].as_slice())))
        .collect();
    for (nth, each) in found.items.iter().enumerate() {
        let wanted = format!(
            "{} – {}: influenza {} e dipendenza {} su 10.000; per influenza posto {} diretto e {} indiretto, per \
             dipendenza posto {} diretto e {} indiretto",
            name(&driver, each.item),
            field(each.indirect_quadrant),
            whole(each.indirect.influence),
            whole(each.indirect.dependence),
            held(ranges[0][nth]),
            held(ranges[1][nth]),
            held(ranges[2][nth]),
            held(ranges[3][nth]),
        );
        assert!(shown.contains(&wanted), "{wanted}\n{shown:?}");
        assert_eq!(
            ranges[1][nth].map(|range| range.rank),
            Some(each.indirect.influence_rank)
        );
    }
    assert!(
        driver
            .harness
            .query_all_by_label_contains("200 prove, ognuna senza una cella valutata ogni 10")
            .count()
            > 0
    );
    // Directly, the same points stand by their sums.
    click(
        &mut driver,
        Role::RadioButton,
        "Influenza e dipendenza: Diretta",
    );
    let first = &found.items[0];
    let direct = format!(
        "{} – {}: influenza {} e",
        name(&driver, first.item),
        field(first.direct_quadrant),
        whole(first.direct.influence)
    );
    assert!(
        marks(&driver).iter().any(|text| text.starts_with(&direct)),
        "{direct}"
    );
    click(&mut driver, Role::RadioButton, "Mostra come: Tabella");
    assert!(
        labels(&driver, Role::Row)
            .iter()
            .any(|row| row.contains("Posto per influenza indiretta"))
    );
}

#[test]
fn centralities_are_ranked_with_what_they_mean() {
    let mut driver = indirect(Look::Light, [1600.0, 1000.0]);
    tab(&mut driver, "Centralità");
    let of_rows = centralities(&square(&driver), &Progress::unwatched()).unwrap();
    let mut found = of_rows.clone();
    // Ranks hold as far as those of the method do, cells left out.
    let draws = left_out(&driver, |square| {
        centralities(square, &Progress::unwatched()).unwrap()
    });
    let range = |of: fn(&Central) -> Option<f64>| {
        let of_draws: Vec<Vec<Option<f64>>> = draws
            .iter()
            .map(|draw| draw.iter().map(of).collect())
            .collect();
        rank_ranges(
            &of_rows.iter().map(of).collect::<Vec<_>>(),
            of_draws.iter().map(Vec::as_slice),
        )
    };
    let check = |driver: &Driver, found: &[Central], held: &[Option<RankRange>]| {
        let shown = marks(driver);
        for (text, each) in shown.iter().zip(found) {
            let figure = |value: f64, decimals| numbers().number(value, decimals);
            let at = of_rows
                .iter()
                .position(|other| other.item == each.item)
                .unwrap();
            let range = held[at].unwrap();
            let place = format!(
                "{}º posto, in nove prove su dieci fra il {}º e il {}º",
                range.rank, range.low, range.high
            );
            assert!(
                text.starts_with(&format!("{}, {place}: ", name(driver, each.item))),
                "{text}"
            );
            let wanted = format!(
                "intermediazione {} %, vicinanza in uscita {}, in entrata {}, entropia {} bit",
                figure(each.betweenness_share.unwrap() * 100.0, 1),
                figure(each.closeness_out, 2),
                figure(each.closeness_in, 2),
                figure(each.entropy.unwrap(), 2),
            );
            assert!(text.ends_with(&wanted), "{wanted}: {text}");
        }
        assert_eq!(shown.len(), found.len());
    };
    found.sort_by(|a, b| b.betweenness.total_cmp(&a.betweenness));
    check(&driver, &found, &range(|each| Some(each.betweenness)));
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Ordina per")
        .click();
    driver.settle();
    driver.harness.get_by_label("Entropia (bit)").click();
    driver.settle();
    let mut found = of_rows.clone();
    found.sort_by(|a, b| b.entropy.unwrap().total_cmp(&a.entropy.unwrap()));
    check(&driver, &found, &range(|each| each.entropy));
}

/// Boxes come first, then arrows.
fn arrows(driver: &Driver) -> Vec<String> {
    let is_arrow = |text: &String| !text.contains("con le frecce mostrate");
    marks(driver).into_iter().filter(is_arrow).collect()
}

#[test]
fn the_network_shows_signed_arrows_filtered_dragged_and_leading_to_their_cells() {
    let mut driver = indirect(Look::Light, [1600.0, 1000.0]);
    tab(&mut driver, "Rete");
    let square = square(&driver);
    let strong = |least: f64| {
        square
            .m
            .iter()
            .filter(|value| value.abs() >= least && **value != 0.0)
            .count()
    };
    let boxes = |driver: &Driver| {
        marks(driver)
            .iter()
            .filter(|text| text.contains("con le frecce mostrate"))
            .count()
    };
    assert_eq!(boxes(&driver), square.n());
    let least = |driver: &mut Driver, name: &str| {
        driver
            .harness
            .get_by_role_and_label(Role::ComboBox, "Frecce")
            .click();
        driver.settle();
        driver.harness.get_by_label(name).click();
        driver.settle();
    };
    for (name, value) in [("tutte", 0.0), ("da almeno 2", 2.0), ("da almeno 3", 3.0)] {
        least(&mut driver, name);
        assert_eq!(arrows(&driver).len(), strong(value), "{name}");
    }
    // Each of them by sign and number.
    for ((i, j), value) in square
        .m
        .indexed_iter()
        .filter(|(_, value)| value.abs() >= 3.0)
    {
        let verb = if *value > 0.0 { "aiuta" } else { "danneggia" };
        let (a, b) = (
            name(&driver, square.items[i]),
            name(&driver, square.items[j]),
        );
        let wanted = format!("{a} {verb} {b}: {}", signed(*value));
        assert!(arrows(&driver).contains(&wanted), "{wanted}");
    }
    // A box goes where it is dragged, and back.
    let first = name(&driver, square.items[0]);
    let place = |driver: &Driver| {
        let text = marks(driver)
            .into_iter()
            .find(|text| text.starts_with(&format!("{first}: con")))
            .unwrap();
        driver
            .harness
            .get_by_role_and_label(Role::ListBoxOption, &text)
            .rect()
    };
    let before = place(&driver);
    let (from, by) = (before.center(), egui::vec2(60.0, 40.0));
    driver.harness.drag_at(from);
    driver.harness.step();
    for share in [0.3, 0.7, 1.0] {
        driver.harness.hover_at(from + by * share);
        driver.harness.step();
    }
    driver.harness.drop_at(from + by);
    driver.settle();
    let after = place(&driver);
    assert!(
        (after.center() - (from + by)).length() < 8.0,
        "{before:?} {after:?}"
    );
    click(&mut driver, Role::Button, "Rimetti a posto");
    assert!((place(&driver).center() - before.center()).length() < 0.5);
    // By keyboard: from box to box and to the cells behind.
    driver.key(Key::F6);
    driver.key(Key::End);
    driver.key(Key::Enter);
    driver.harness.get_by_label("Una cella valutata");
}

#[test]
fn the_network_is_moved_and_made_larger_by_hand_by_wheel_and_by_button() {
    let mut driver = indirect(Look::Light, [1280.0, 800.0]);
    tab(&mut driver, "Rete");
    let places = |driver: &Driver| -> Vec<egui::Rect> {
        let square = square(driver);
        let begins: Vec<String> = square
            .items
            .iter()
            .map(|item| format!("{}: con", name(driver, *item)))
            .collect();
        let nodes: Vec<_> = driver
            .harness
            .query_all_by_role(Role::ListBoxOption)
            .collect();
        let of = |begins: &String| {
            let own = |node: &&egui_kittest::Node<'_>| {
                node.accesskit_node()
                    .label()
                    .is_some_and(|text| text.starts_with(begins))
            };
            nodes.iter().find(own).map(egui_kittest::Node::rect)
        };
        begins.iter().filter_map(of).collect()
    };
    let apart = |places: &[egui::Rect]| (places[0].center() - places[1].center()).length();
    let before = places(&driver);
    assert_eq!(before.len(), 17, "all in sight at first");
    click(&mut driver, Role::Button, "Ingrandisci la rete");
    driver.harness.get_by_label("125%");
    // With Ctrl the wheel over the picture does it too: what is shown grows with the figure beside the buttons.
    let middle = before.iter().fold(egui::Pos2::ZERO, |sum, rect| {
        sum + rect.center().to_vec2() / before.len() as f32
    });
    driver.harness.hover_at(middle);
    driver.harness.event(egui::Event::Zoom(1.6));
    driver.settle();
    driver.harness.get_by_label("200%");
    let large = places(&driver);
    assert!(
        large.len() < before.len() || apart(&large) > apart(&before) * 1.5,
        "{large:?}"
    );
    // Where no box lies, dragging moves the whole picture by as much.
    let free = (0..400)
        .map(|at| {
            egui::pos2(
                520.0 + (at % 20) as f32 * 30.0,
                340.0 + (at / 20) as f32 * 14.0,
            )
        })
        .find(|at| large.iter().all(|rect| !rect.expand(14.0).contains(*at)))
        .unwrap();
    let by = egui::vec2(-90.0, -60.0);
    driver.harness.drag_at(free);
    driver.harness.step();
    for share in [0.25, 0.5, 0.75, 1.0] {
        driver.harness.hover_at(free + by * share);
        driver.harness.step();
    }
    driver.harness.drop_at(free + by);
    driver.settle();
    let seen: Vec<egui::Vec2> = {
        let after = places(&driver);
        large
            .iter()
            .flat_map(|old| after.iter().map(move |new| new.center() - old.center()))
            .collect()
    };
    let moved = seen
        .iter()
        .filter(|shift| (**shift - by).length() < 12.0)
        .count();
    assert!(moved >= 3, "boxes went along with the hand: {seen:?}");
    click(&mut driver, Role::Button, "Rimetti a posto");
    driver.harness.get_by_label("100%");
}

#[test]
fn a_folded_network_has_a_box_for_each_area_and_means_for_arrows() {
    let mut driver = indirect(Look::Light, [1280.0, 800.0]);
    tab(&mut driver, "Rete");
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Raggruppa")
        .click();
    driver.settle();
    driver.harness.get_by_label("per voce superiore").click();
    driver.settle();
    super::analysis::ready(&mut driver);
    let square = square(&driver);
    let contents = driver.app().workspace.contents().unwrap();
    let (matrix, _) = contents
        .matrices
        .iter()
        .find(|(_, matrix)| matrix.kind.is_square())
        .unwrap();
    let scores = Scores::of(contents, *matrix, AssessorId::AGREED).unwrap();
    let areas: Vec<Item> = square
        .items
        .iter()
        .map(|item| contents.item_parent(*item).unwrap())
        .collect();
    let mut different = areas.clone();
    different.sort_unstable();
    different.dedup();
    assert!(different.len() > 2);
    let shown = marks(&driver);
    assert_eq!(
        shown
            .iter()
            .filter(|text| text.contains("con le frecce mostrate"))
            .count(),
        different.len()
    );
    assert!(
        shown.iter().any(|text| text.contains("Riunisce")),
        "{shown:?}"
    );
    let mut n_arrows = 0;
    for from in &different {
        for to in different.iter().filter(|to| *to != from) {
            let mut nets = Vec::new();
            for (i, a) in areas.iter().enumerate() {
                for (j, b) in areas.iter().enumerate() {
                    nets.extend(scores.net(i, j).filter(|_| a == from && b == to));
                }
            }
            let mean = nets.iter().sum::<f64>() / nets.len() as f64;
            if nets.is_empty() || mean == 0.0 {
                continue;
            }
            n_arrows += 1;
            let verb = if mean > 0.0 { "aiuta" } else { "danneggia" };
            let (a, b) = (name(&driver, *from), name(&driver, *to));
            let begins = format!("{a} in media {verb} {b}: {} su", signed(mean));
            assert!(
                shown.iter().any(|text| text.starts_with(&begins)),
                "{begins}\n{shown:?}"
            );
        }
    }
    assert_eq!(arrows(&driver).len(), n_arrows);
    picture(&mut driver, "indirect-network-folded");
    // One of them alone is opened: its goals stand for themselves, the other areas stay boxes.
    let first = areas[0];
    let within = areas.iter().filter(|area| **area == first).count();
    driver
        .harness
        .get_by_role_and_label(Role::ComboBox, "Gruppi aperti")
        .click();
    driver.settle();
    let first = name(&driver, first);
    click(&mut driver, Role::CheckBox, &first);
    let boxes = marks(&driver)
        .iter()
        .filter(|text| text.contains("con le frecce mostrate"))
        .count();
    assert_eq!(boxes, different.len() - 1 + within);
    picture(&mut driver, "indirect-network-opened");
    driver.key(Key::F6);
    driver.key(Key::End);
    driver.key(Key::Enter);
    picture(&mut driver, "indirect-network-behind");
    assert!(
        driver
            .harness
            .query_all_by_label_contains("Apri nella Matrice: ")
            .count()
            > 0
    );
}

#[test]
fn the_network_is_the_same_from_run_to_run() {
    let chart = || {
        let mut driver = indirect(Look::Light, [1600.0, 1000.0]);
        tab(&mut driver, "Rete");
        let nodes = driver.harness.query_all_by_role(Role::ListBoxOption);
        let place = |node: egui_kittest::Node<'_>| (node.accesskit_node().label(), node.rect());
        nodes
            .map(place)
            .map(|(label, rect)| format!("{label:?} {rect:?}"))
            .collect::<Vec<_>>()
    };
    let first = chart();
    assert!(first.len() > 20);
    assert_eq!(first, chart());
}

#[test]
fn effects_through_goals_say_which_goals_they_pass_and_lead_to_the_cells() {
    let mut driver = opened(Look::Light, [1600.0, 1000.0]);
    click(&mut driver, Role::ListItem, "Effetti indiretti");
    let goals = square(&driver);
    let policies = super::analysis::scores(&driver);
    let found = through_goals(&policies, &goals);
    let shown = marks(&driver);
    assert!(shown.len() > 100, "{shown:?}");
    let strongest = (0..found.rows.len())
        .flat_map(|row| (0..found.columns.len()).map(move |column| (row, column)))
        .max_by(|a, b| {
            let size = |at: &(usize, usize)| found.at(at.0, at.1).1.unwrap_or(0.0).abs();
            size(a).total_cmp(&size(b)).then(b.cmp(a))
        })
        .unwrap();
    let (policy, goal) = (found.rows[strongest.0], found.columns[strongest.1]);
    let value = found.at(strongest.0, strongest.1).1.unwrap();
    let begins = format!(
        "{} su {}: {} attraverso gli altri obiettivi",
        name(&driver, policy),
        name(&driver, goal),
        signed(value)
    );
    let text = shown
        .iter()
        .find(|text| text.starts_with(&begins))
        .unwrap_or_else(|| panic!("{begins}\n{shown:?}"));
    // The parts that are said add up to it.
    let parts: Vec<&str> = text.split("; ").skip(1).collect();
    assert!(!parts.is_empty() && parts.len() <= 9, "{parts:?}");
    if parts.len() <= 8 {
        let number = |part: &&str| -> f64 {
            part.rsplit(" = ")
                .next()
                .unwrap()
                .replace('−', "-")
                .replace(',', ".")
                .parse()
                .unwrap()
        };
        let sum: f64 = parts.iter().map(number).sum();
        assert!((sum - value).abs() < 0.05, "{text}");
    }
    // The table says the same; the picture leads to the cells of the policy on the goals in between.
    click(&mut driver, Role::RadioButton, "Mostra come: Tabella");
    let rows = labels(&driver, Role::Row);
    assert!(
        rows.iter().any(|row| row.contains(&name(&driver, policy))),
        "{rows:?}"
    );
    click(&mut driver, Role::RadioButton, "Mostra come: Figura");
    driver
        .harness
        .get_by_role_and_label(Role::ListBoxOption, text)
        .click_accesskit();
    driver.settle();
    let begins = format!("Apri nella Matrice: {} × ", name(&driver, policy));
    assert!(
        driver.harness.query_all_by_label_contains(&begins).count() > 0,
        "{begins}"
    );
    // Each way has two cells: the policy's, and that of the goal it passes through with this one. It opens as well.
    let (way, to) = goals
        .items
        .iter()
        .enumerate()
        .find_map(|(at, through)| {
            let to = goals.items.iter().position(|item| *item == goal)?;
            let column = policies
                .columns
                .iter()
                .position(|line| line.item == *through)?;
            let score = policies
                .net(strongest.0, column)
                .filter(|score| *score != 0.0)?;
            (goals.at(at, to) != 0.0 && score != 0.0).then_some((*through, goal))
        })
        .unwrap();
    let cell = format!(
        "Apri nella Matrice: {} × {}",
        name(&driver, way),
        name(&driver, to)
    );
    driver.harness.get_by_label(&cell).click();
    driver.settle();
    assert_eq!(driver.app().workspace.settings().room, Room::Matrix);
    let shown = driver
        .app()
        .workspace
        .contents()
        .unwrap()
        .matrices
        .values()
        .find(|matrix| matrix.kind.is_square());
    let shown = shown.unwrap().name.clone();
    assert!(
        driver.harness.query_all_by_label_contains(&shown).count() > 0,
        "{shown}"
    );
}

#[test]
fn effects_through_goals_are_drawn_in_every_look_and_size() {
    for (look, of) in [(Look::Light, "light"), (Look::Dark, "dark")] {
        for size in [[1280.0, 800.0], [1600.0, 1000.0]] {
            let mut driver = opened(look, size);
            click(&mut driver, Role::ListItem, "Effetti indiretti");
            assert!(!marks(&driver).is_empty());
            picture(&mut driver, &format!("indirect-through-{of}-{}", size[0])).is_of(look);
        }
    }
}
