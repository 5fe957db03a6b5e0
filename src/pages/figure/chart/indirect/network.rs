//! The network of effects: boxes for items or groups, arrows between them. A help is a whole line with a point, a harm
//! a broken one with a bar; the number stands on it, so that colour never speaks alone.

use super::super::super::parts::{MARGIN, Setting};
use super::super::super::shape::{Anchor, Area, Weight, baseline};
use super::super::sheet::{Column, Sheet, Text};
use super::super::{Chart, Leads, Style, Value};
use super::{Basis, decimals, effect, sign_colour, signed};
use ordito_analysis::sums::{GroupKey, Grouping};
use ordito_model::{Axis, Item};
use ordito_words::messages::IndirectNetworkNode;
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
/// Arrows drawn at most, and those that have their number written on them.
const MOST_DRAWN: usize = 1_500;
const MOST_NUMBERED: usize = 300;
const BOX: f64 = 26.0;
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

/// The point where a line from the middle of a box leaves it.
fn edge(area: Area, towards: (f64, f64)) -> (f64, f64) {
    let (x, y) = area.middle();
    let (dx, dy) = (towards.0 - x, towards.1 - y);
    let share = |half: f64, way: f64| {
        if way.abs() > 1e-9 {
            half / way.abs()
        } else {
            f64::INFINITY
        }
    };
    let share = share(area.width / 2.0 + 2.0, dx)
        .min(share(area.height / 2.0 + 2.0, dy))
        .min(1.0);
    (x + dx * share, y + dy * share)
}

fn overlap(a: Area, b: Area) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
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
    let mut sheet = Sheet::new(setting, style, "indirect-network-title", 480.0, &columns);
    legend(&mut sheet);
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
    let boxes = boxes(setting, &mut sheet, found, view, &names);
    let drawn = Drawn {
        nodes: &found.nodes,
        names: &names,
        boxes: &boxes,
        shown: &shown,
    };
    let n_numbered = arrows(&mut sheet, &drawn);
    // Boxes lie over arrows, and their marks come first: they can be dragged.
    let arrow_marks = std::mem::take(&mut sheet.marks);
    let size = (12.0 * view.zoom).clamp(6.0, 16.0);
    for place in 0..found.nodes.len() {
        drawn.node(&mut sheet, place, size);
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
    let sentence = sentence(setting, found, &shown, least, n_numbered);
    let chart = sheet.ended((0.0, 0.0), &sentence);
    Chart {
        movable: n_boxes,
        ..chart
    }
}

/// What is drawn: the nodes with their names and boxes, and the arrows that are strong enough.
struct Drawn<'a> {
    nodes: &'a [Node],
    /// Short and whole.
    names: &'a [(String, String)],
    boxes: &'a [Area],
    shown: &'a [&'a Arrow],
}
impl Drawn<'_> {
    fn short(&self, place: usize) -> &str {
        self.names
            .get(place)
            .map_or("", |(short, _)| short.as_str())
    }
    fn name(&self, place: usize) -> &str {
        self.names.get(place).map_or("", |(_, name)| name.as_str())
    }
    fn is_group(&self, place: usize) -> bool {
        let node = self.nodes.get(place);
        node.is_some_and(|node| matches!(node.of, NodeOf::Group(_)))
    }

    /// A box with its name, as a mark.
    fn node(&self, sheet: &mut Sheet<'_>, place: usize, size: f64) {
        let (Some(node), Some(area)) = (self.nodes.get(place), self.boxes.get(place)) else {
            return;
        };
        let (setting, tokens) = (sheet.setting, sheet.setting.tokens);
        sheet.canvas.fill(*area, tokens.selected);
        let border = if self.is_group(place) {
            tokens.primary
        } else {
            tokens.border
        };
        sheet.canvas.border(*area, border);
        let text = setting
            .measure
            .wrap(
                self.short(place),
                size,
                Weight::Semibold,
                area.width - 6.0,
                1,
            )
            .concat();
        let (x, y) = area.middle();
        let at = (x, baseline(y, size));
        sheet.canvas.text(
            at,
            text,
            size,
            Weight::Semibold,
            tokens.on_selected,
            Anchor::Middle,
        );
        sheet.mark(
            *area,
            self.name(place).to_owned(),
            self.node_said(setting, place, node),
            Leads::Lines(Axis::Rows, node.items.clone()),
        );
    }

    /// How many arrows begin and end at a box, and whom a group holds.
    fn node_said(&self, setting: &Setting<'_>, place: usize, node: &Node) -> String {
        let words = setting.words;
        let count = |from: bool, helps: bool| {
            let own = |arrow: &&&Arrow| {
                let end = if from { arrow.from } else { arrow.to };
                end == place && (arrow.effect > 0.0) == helps
            };
            self.shown.iter().filter(own).count()
        };
        let text = words.indirect_network_node(IndirectNetworkNode {
            harmed: count(false, false),
            harms: count(true, false),
            helped: count(false, true),
            helps: count(true, true),
            name: self.name(place),
        });
        if !self.is_group(place) {
            return text;
        }
        let codes: Vec<String> = node
            .items
            .iter()
            .map(|item| setting.label(*item).0)
            .collect();
        format!(
            "{text}. {}",
            words.indirect_network_holds(codes.join(", "), codes.len())
        )
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

/// Where boxes stand in the picture; makes room for them.
fn boxes(
    setting: &Setting<'_>,
    sheet: &mut Sheet<'_>,
    found: &NetworkFound,
    view: &NetworkView,
    names: &[(String, String)],
) -> Vec<Area> {
    let farthest = |of: fn(&(f64, f64)) -> f64| found.places.iter().map(of).fold(0.0, f64::max);
    let (across, down) = (farthest(|at| at.0), farthest(|at| at.1));
    let zoom = view.zoom;
    let widest = if found.by.is_some() { 150.0 } else { 84.0 };
    let width = |name: &str| {
        (setting.measure.width(name, 12.0, Weight::Semibold) + 16.0).clamp(38.0, widest)
            * zoom.min(1.3)
    };
    let widths: Vec<f64> = names.iter().map(|(short, _)| width(short)).collect();
    let broad = widths.iter().copied().fold(0.0, f64::max);
    let edge = sheet.inner + MARGIN / 2.0;
    // All of it in sight at zoom 1 while boxes have room.
    let room = (sheet.width - 2.0 * edge - broad).max(100.0);
    let unit_x = (room / across.max(1.0)).max(broad / zoom + 22.0) * zoom;
    let unit_y = (sheet.width * 0.4 / down.max(1.0)).clamp(BOX + 30.0, 130.0) * zoom;
    let top = sheet.y + 10.0;
    let height = BOX * zoom.min(1.3);
    let mut boxes = Vec::with_capacity(found.places.len());
    for ((node, (x, y)), width) in found.nodes.iter().zip(&found.places).zip(&widths) {
        let moved = view
            .moved
            .iter()
            .find(|(of, _)| *of == node.of)
            .map_or((0.0, 0.0), |(_, by)| *by);
        let left = edge + broad / 2.0 + x * unit_x + moved.0 * zoom - width / 2.0;
        let y = top + y * unit_y + moved.1 * zoom;
        boxes.push(Area::new(left.max(4.0), y.max(top - 6.0), *width, height));
    }
    let reach = |of: fn(&Area) -> f64| boxes.iter().map(of).fold(0.0, f64::max);
    sheet.width = sheet.width.max(reach(|area| area.right()) + edge);
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
        line(sheet, (x, middle), (x + 46.0, middle), 2.0, helps);
        let text = words.say(key);
        let wide = sheet.setting.measure.width(&text, 13.0, Weight::Regular);
        sheet.text((x + 56.0, middle), text, Text::NAME);
        x += 56.0 + wide + 28.0;
    }
    sheet.y += LEGEND;
}

/// A line with its end: a point for help, a bar for harm.
fn line(sheet: &mut Sheet<'_>, from: (f64, f64), to: (f64, f64), width: f64, helps: bool) {
    const DASH: f64 = 7.0;
    let colour = sign_colour(sheet.setting, helps);
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let long = (dx * dx + dy * dy).sqrt();
    if long < 1.0 {
        return;
    }
    let (x, y) = (dx / long, dy / long);
    let on = |far: f64, aside: f64| (from.0 + x * far - y * aside, from.1 + y * far + x * aside);
    if helps {
        sheet.canvas.line(from, on(long - 6.0, 0.0), width, colour);
        sheet.canvas.polygon(
            vec![on(long, 0.0), on(long - 9.0, 5.0), on(long - 9.0, -5.0)],
            colour,
        );
        return;
    }
    let mut at = 0.0;
    while at < long - 2.0 {
        sheet.canvas.line(
            on(at, 0.0),
            on((at + DASH).min(long - 2.0), 0.0),
            width,
            colour,
        );
        at += DASH + 4.0;
    }
    sheet
        .canvas
        .line(on(long - 1.0, 6.0), on(long - 1.0, -6.0), 2.5, colour);
}

/// Draws arrows and makes them marks, in their order; how many have their number.
fn arrows(sheet: &mut Sheet<'_>, drawn: &Drawn<'_>) -> usize {
    let largest = drawn.shown.first().map_or(1.0, |arrow| arrow.effect.abs());
    let ends = ends(drawn);
    for (arrow, (from, to)) in drawn.shown.iter().zip(&ends) {
        let width = 1.0 + 1.6 * arrow.effect.abs() / largest;
        line(sheet, *from, *to, width, arrow.effect > 0.0);
    }
    let mut badges: Vec<Area> = Vec::new();
    for (arrow, ends) in drawn.shown.iter().zip(ends) {
        let number = signed(sheet.words(), arrow.effect);
        let free = if drawn.shown.len() <= MOST_NUMBERED {
            let wide = sheet.setting.measure.width(&number, 11.0, Weight::Semibold) + 6.0;
            free_badge(drawn.boxes, &badges, ends, wide)
        } else {
            None
        };
        if let Some(area) = free {
            badges.push(area);
            badge(sheet, area, &number);
        }
        let middle = free.unwrap_or_else(|| around(along(ends, 0.5), 9.0, 9.0));
        arrow_mark(sheet, drawn, arrow, middle);
    }
    badges.len()
}

/// Where each arrow begins and ends: at the edges of its boxes, forth and back beside each other.
fn ends(drawn: &Drawn<'_>) -> Vec<Ends> {
    let both: std::collections::HashSet<(usize, usize)> = drawn
        .shown
        .iter()
        .map(|arrow| (arrow.from, arrow.to))
        .collect();
    let of = |arrow: &&Arrow| {
        let (a, b) = (drawn.boxes.get(arrow.from)?, drawn.boxes.get(arrow.to)?);
        let (mut p, mut q) = (a.middle(), b.middle());
        if both.contains(&(arrow.to, arrow.from)) {
            let (dx, dy) = (q.0 - p.0, q.1 - p.1);
            let long = (dx * dx + dy * dy).sqrt().max(1.0);
            let (x, y) = (-dy / long * 5.0, dx / long * 5.0);
            (p, q) = ((p.0 + x, p.1 + y), (q.0 + x, q.1 + y));
        }
        let shifted = |area: &Area, at: (f64, f64)| around(at, area.width, area.height);
        Some((edge(shifted(a, p), q), edge(shifted(b, q), p)))
    };
    let nowhere = ((0.0, 0.0), (0.0, 0.0));
    drawn
        .shown
        .iter()
        .map(|arrow| of(arrow).unwrap_or(nowhere))
        .collect()
}

type Ends = ((f64, f64), (f64, f64));

fn along((from, to): Ends, share: f64) -> (f64, f64) {
    (
        from.0 + (to.0 - from.0) * share,
        from.1 + (to.1 - from.1) * share,
    )
}
fn around((x, y): (f64, f64), width: f64, height: f64) -> Area {
    Area::new(x - width / 2.0, y - height / 2.0, width, height)
}

/// Where the number of an arrow covers neither a box nor another number.
fn free_badge(boxes: &[Area], badges: &[Area], ends: Ends, wide: f64) -> Option<Area> {
    [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8]
        .into_iter()
        .map(|share| around(along(ends, share), wide, 15.0))
        .find(|area| {
            !badges
                .iter()
                .chain(boxes)
                .any(|other| overlap(*area, *other))
        })
}

/// A number on its arrow.
fn badge(sheet: &mut Sheet<'_>, area: Area, number: &str) {
    let (surface, ink) = (sheet.setting.tokens.surface, sheet.setting.tokens.ink);
    sheet.canvas.fill(area, surface);
    let (x, y) = area.middle();
    let at = (x, baseline(y, 11.0));
    sheet
        .canvas
        .text(at, number, 11.0, Weight::Semibold, ink, Anchor::Middle);
}

fn arrow_mark(sheet: &mut Sheet<'_>, drawn: &Drawn<'_>, arrow: &Arrow, area: Area) {
    let words = sheet.words();
    let helps = arrow.effect > 0.0;
    let is_of_group = drawn.is_group(arrow.from) || drawn.is_group(arrow.to);
    let key = match (is_of_group, helps) {
        (false, true) => "indirect-network-arrow-helps",
        (false, false) => "indirect-network-arrow-harms",
        (true, true) => "indirect-network-group-helps",
        (true, false) => "indirect-network-group-harms",
    };
    let args = [
        ("from", drawn.name(arrow.from).into()),
        ("to", drawn.name(arrow.to).into()),
        ("effect", signed(words, arrow.effect).into()),
        ("n", arrow.cells.len().into()),
    ];
    let sign = if helps { "→" } else { "⊣" };
    let title = format!(
        "{} {sign} {}",
        drawn.short(arrow.from),
        drawn.short(arrow.to)
    );
    sheet.mark(
        area,
        title,
        words.say_with(key, &args),
        Leads::Cells(arrow.cells.clone()),
    );
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
