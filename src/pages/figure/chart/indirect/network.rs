//! The network of effects: boxes for items or groups with their names, arrows between them (`arrows`). A help is a whole
//! line with a point, a harm a broken one with a bar; the number stands on it, so that colour never speaks alone.

mod arrows;
mod nodes;

use super::super::super::parts::{MARGIN, Setting};
use super::super::super::shape::{Area, Weight};
use super::super::sheet::{Column, Sheet, Text};
use super::super::{Chart, Style, Value, finding};
use super::{Basis, decimals, effect};
use nodes::{Drawn, titles_beside};
use ordito_analysis::sums::{GroupKey, Grouping};
use ordito_model::Item;
use ordito_words::messages::FindingNetwork;
use ordito_words::{Say as _, Words};

/// Whom a box stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeOf {
    Item(Item),
    Group(GroupKey),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub of: NodeOf,
    pub items: Vec<Item>,
}

/// An effect of one box on another.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrow {
    /// Places of the boxes.
    pub from: usize,
    pub to: usize,
    /// A score; between groups the mean of the scores.
    pub effect: f64,
    /// The scored crossings.
    pub cells: Vec<(Item, Item)>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct NetworkFound {
    pub basis: Basis,
    pub by: Option<Grouping>,
    pub nodes: Vec<Node>,
    /// Strongest first; no more than can be looked at.
    pub arrows: Vec<Arrow>,
    pub n_arrows: usize,
    /// Where boxes stand, in boxes.
    pub places: Vec<(f64, f64)>,
}

/// How it is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkView {
    /// Arrows at least so strong; without, the strongest that can be read.
    pub least: Option<f64>,
    pub zoom: f64,
    /// Boxes that were dragged, by how much at zoom 1.
    pub moved: Vec<(NodeOf, (f64, f64))>,
}
impl Default for NetworkView {
    fn default() -> Self {
        Self {
            least: None,
            zoom: 1.0,
            moved: Vec::new(),
        }
    }
}

/// Arrows shown when nobody said how strong they have to be.
const READABLE: usize = 45;
/// Arrows drawn at most, and boxes that have their names beside them.
const MOST_DRAWN: usize = 1_500;
const MOST_NAMED: usize = 60;
const BOX: f64 = 26.0;
/// Room for a line of a name, and how high it is.
const NAME: f64 = 126.0;
const LINE: f64 = 14.0;
const LEGEND: f64 = 40.0;

/// How strong an arrow has to be, as it was asked for or so that it can be read.
fn least(found: &NetworkFound, view: &NetworkView) -> f64 {
    view.least.unwrap_or_else(|| {
        let strength = |at: usize| found.arrows.get(at).map(|arrow| arrow.effect.abs());
        match strength(READABLE) {
            None => 0.0,
            // Equal ones are shown or left out together, but never all of them left out.
            Some(next) => {
                let above = found
                    .arrows
                    .iter()
                    .map(|arrow| arrow.effect.abs())
                    .rfind(|size| *size > next + 1e-9);
                above.unwrap_or(next)
            }
        }
    })
}

pub(super) fn node_name(setting: &Setting<'_>, node: &Node) -> (String, String) {
    let words = setting.words;
    let whole = |text: String| (text.clone(), text);
    match node.of {
        NodeOf::Item(item) | NodeOf::Group(GroupKey::Parent(Some(item))) => {
            let code = setting.label(item).0;
            let name = setting.name(item);
            (if code.is_empty() { name.clone() } else { code }, name)
        }
        NodeOf::Group(GroupKey::Cluster(Some(id))) => {
            whole(setting.contents.cluster_name(id).to_owned())
        }
        NodeOf::Group(GroupKey::Level(Some(level))) => whole(level.say(words)),
        NodeOf::Group(GroupKey::Parent(None)) => whole(words.figure_no_group()),
        NodeOf::Group(GroupKey::Cluster(None)) => whole(words.chart_no_cluster()),
        NodeOf::Group(GroupKey::Level(None)) => whole(words.chart_no_level()),
    }
}

/// An arrow with the names of its ends.
struct Line<'a> {
    words: &'a Words,
    arrow: &'a Arrow,
    from: &'a str,
    to: &'a str,
}

fn columns<'a>() -> [Column<Line<'a>>; 5] {
    let sign = |line: &Line<'a>| {
        let helps = line.arrow.effect > 0.0;
        Value::Text(if helps {
            line.words.indirect_network_helps()
        } else {
            line.words.indirect_network_harms()
        })
    };
    [
        Column::text("indirect-path-from", |line| {
            Value::Text(line.from.to_owned())
        }),
        Column::text("indirect-path-to", |line| Value::Text(line.to.to_owned())),
        Column::number("indirect-network-effect", |line| effect(line.arrow.effect)),
        Column::text("indirect-network-sign", sign),
        Column::number("indirect-network-cells", |line| {
            Value::Count(line.arrow.cells.len().max(1))
        }),
    ]
}

pub(super) fn chart(
    setting: &Setting<'_>,
    style: &Style,
    found: &NetworkFound,
    view: &NetworkView,
) -> Chart {
    let columns = columns();
    let least = least(found, view);
    let shown: Vec<&Arrow> = found
        .arrows
        .iter()
        .take_while(|arrow| arrow.effect.abs() >= least - 1e-9)
        .take(MOST_DRAWN)
        .collect();
    let names: Vec<(String, String)> = found
        .nodes
        .iter()
        .map(|node| node_name(setting, node))
        .collect();
    let titles = ("indirect-network-title", finding(setting, &shown, &names));
    let mut sheet = Sheet::new(setting, style, titles, 480.0, &columns);
    legend(&mut sheet);
    let titles = titles_beside(setting, found, view);
    let top = sheet.y;
    let boxes = boxes(&mut sheet, found, view, &names, !titles.is_empty());
    let mut drawn = Drawn {
        nodes: &found.nodes,
        names: &names,
        boxes: &boxes,
        shown: &shown,
        size: (12.0 * view.zoom).clamp(6.0, 16.0),
        places: Vec::new(),
        titles,
        room: Area::new(0.0, top, sheet.width, 0.0),
    };
    drawn.place_titles(&mut sheet);
    drawn.room = Area::new(0.0, top, sheet.width, sheet.y - top);
    let n_numbered = arrows::arrows(&mut sheet, &drawn);
    // Boxes lie over arrows, and their marks come first: they can be dragged.
    let arrow_marks = std::mem::take(&mut sheet.marks);
    drawn.draw_titles(&mut sheet);
    for place in 0..found.nodes.len() {
        drawn.node(&mut sheet, place);
    }
    let n_boxes = sheet.marks.len();
    sheet.marks.extend(arrow_marks);
    for (at, arrow) in shown.iter().enumerate() {
        let line = Line {
            words: setting.words,
            arrow,
            from: drawn.name(arrow.from),
            to: drawn.name(arrow.to),
        };
        sheet.row(Some(n_boxes + at), &columns, &line);
    }
    let mut sentence = sentence(setting, found, &shown, least, n_numbered);
    let n_bare = drawn.places.iter().filter(|place| place.is_none()).count();
    if n_bare > 0 {
        sentence.push(setting.words.indirect_network_unnamed(n_bare));
    }
    let chart = sheet.ended((0.0, 0.0), &sentence);
    Chart {
        movable: n_boxes,
        ..chart
    }
}

/// Who helps most and who harms most, by the arrows that are shown.
fn finding(setting: &Setting<'_>, shown: &[&Arrow], names: &[(String, String)]) -> String {
    let words = setting.words;
    let first = |helps: bool| {
        let count = |place: usize| {
            let own = |arrow: &&&Arrow| arrow.from == place && (arrow.effect > 0.0) == helps;
            shown.iter().filter(own).count() as f64
        };
        let all = (0..names.len()).map(|place| (place, count(place)));
        let all = all.filter(|(_, n)| *n > 0.0);
        let name = |place: usize| names.get(place).map_or("", |(_, name)| name).to_owned();
        finding::most(words, all.map(|(place, n)| (name(place), n)))
            .map(|(name, n)| (name, n as usize))
    };
    match (first(true), first(false)) {
        (Some((helper, helps)), Some((harmer, harms))) => words.finding_network(FindingNetwork {
            first: &helper,
            harms,
            helps,
            last: &harmer,
        }),
        (Some((name, n)), None) => words.finding_network_helps(n, name),
        (None, Some((name, n))) => words.finding_network_harms(n, name),
        (None, None) => words.finding_network_none(),
    }
}

fn sentence(
    setting: &Setting<'_>,
    found: &NetworkFound,
    shown: &[&Arrow],
    least: f64,
    n_numbered: usize,
) -> Vec<String> {
    let words = setting.words;
    let weakest = shown.last().map_or(0.0, |arrow| arrow.effect.abs());
    let strength = |value: f64| words.numbers().number(value, decimals(value));
    let args = [
        ("nodes", found.nodes.len().into()),
        ("n", shown.len().into()),
        ("all", found.n_arrows.into()),
        ("least", strength(least).into()),
        ("weakest", strength(weakest).into()),
        ("matrix", setting.matrix.name.as_str().into()),
        ("assessor", setting.assessor_name().into()),
    ];
    // More are asked for than can be looked at: the strongest are drawn, and the weakest of these is what holds.
    let is_cut = found
        .arrows
        .get(shown.len())
        .is_some_and(|next| next.effect.abs() >= least - 1e-9)
        || shown.len() == found.arrows.len() && found.arrows.len() < found.n_arrows;
    let key = match shown.len() == found.n_arrows {
        true => "indirect-network-all",
        false if is_cut => "indirect-network-cut",
        false => "indirect-network-sentence",
    };
    let mut sentence = vec![words.say_with(key, &args)];
    if found.by.is_some() {
        sentence.push(words.indirect_network_means());
    }
    if n_numbered < shown.len() {
        sentence.push(words.indirect_network_bare(shown.len() - n_numbered));
    }
    sentence.push(words.indirect_network_near());
    sentence.push(found.basis.say(words));
    sentence
}

/// Where boxes stand in the picture; makes room for them, and for their titles where they have some.
fn boxes(
    sheet: &mut Sheet<'_>,
    found: &NetworkFound,
    view: &NetworkView,
    names: &[(String, String)],
    titled: bool,
) -> Vec<Area> {
    let setting = sheet.setting;
    let farthest = |of: fn(&(f64, f64)) -> f64| found.places.iter().map(of).fold(0.0, f64::max);
    let (across, down) = (farthest(|at| at.0), farthest(|at| at.1));
    let zoom = view.zoom;
    let widest = if found.by.is_some() { 150.0 } else { 84.0 };
    let width = |name: &str| {
        (setting.measure.width(name, 12.0, Weight::Semibold) + 14.0).clamp(30.0, widest)
            * zoom.min(1.3)
    };
    let widths: Vec<f64> = names.iter().map(|(short, _)| width(short)).collect();
    let broad = widths.iter().copied().fold(0.0, f64::max);
    let edge = sheet.inner + MARGIN / 2.0;
    // All of it in sight at zoom 1 while boxes have room.
    let (aside, least) = if titled {
        (NAME, 62.0)
    } else {
        (broad, BOX + 30.0)
    };
    let room = (sheet.width - 2.0 * edge - aside).max(100.0);
    let apart = (broad / zoom + 22.0).max(if titled { 78.0 } else { 0.0 });
    let unit_x = (room / across.max(1.0)).max(apart) * zoom;
    let unit_y = (sheet.width * 0.26 / down.max(1.0)).clamp(least, 130.0) * zoom;
    let top = sheet.y + if titled { 34.0 } else { 10.0 };
    let height = BOX * zoom.min(1.3);
    let mut boxes = Vec::with_capacity(found.places.len());
    for ((node, (x, y)), width) in found.nodes.iter().zip(&found.places).zip(&widths) {
        let moved = view
            .moved
            .iter()
            .find(|(of, _)| *of == node.of)
            .map_or((0.0, 0.0), |(_, by)| *by);
        let left = edge + aside / 2.0 + x * unit_x + moved.0 * zoom - width / 2.0;
        let y = top + y * unit_y + moved.1 * zoom;
        boxes.push(Area::new(left.max(4.0), y.max(top - 6.0), *width, height));
    }
    let reach = |of: fn(&Area) -> f64| boxes.iter().map(of).fold(0.0, f64::max);
    let over = if titled { (NAME - broad) / 2.0 } else { 0.0 };
    sheet.width = sheet.width.max(reach(|area| area.right()) + over + edge);
    sheet.y = sheet.y.max(reach(|area| area.bottom()) + 12.0);
    boxes
}

/// What lines mean, above the picture.
fn legend(sheet: &mut Sheet<'_>) {
    let words = sheet.words();
    let middle = sheet.y + LEGEND / 2.0;
    let mut x = sheet.inner;
    for (key, helps) in [
        ("indirect-network-legend-helps", true),
        ("indirect-network-legend-harms", false),
    ] {
        arrows::line(sheet, &[(x, middle), (x + 46.0, middle)], 2.0, helps);
        let text = words.say(key);
        let wide = sheet.setting.measure.width(&text, 13.0, Weight::Regular);
        sheet.text((x + 56.0, middle), text, Text::NAME);
        x += 56.0 + wide + 28.0;
    }
    let text = words.indirect_network_legend_width();
    let wide = sheet.setting.measure.width(&text, 13.0, Weight::Regular);
    if x + wide < sheet.width - sheet.inner {
        sheet.text((x, middle), text, Text::NOTE);
    }
    sheet.y += LEGEND;
}

/// Words of what a network may be folded by.
pub fn fold_key(by: Option<Grouping>) -> &'static str {
    match by {
        None => "indirect-fold-none",
        Some(Grouping::Parent) => "indirect-fold-parent",
        Some(Grouping::Cluster) => "indirect-fold-cluster",
        Some(Grouping::Level) => "indirect-fold-level",
    }
}

/// How strong arrows have to be, in words.
pub fn least_name(words: &Words, least: Option<f64>) -> String {
    match least {
        None => words.indirect_least_auto(),
        Some(0.0) => words.indirect_least_all(),
        Some(least) => words.indirect_least_some(words.numbers().number(least, decimals(least))),
    }
}
