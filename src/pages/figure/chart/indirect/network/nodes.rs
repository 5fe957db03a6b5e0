//! The boxes of the network with their codes, and the titles beside them.

use super::super::super::Leads;
use super::super::super::sheet::{Sheet, Text};
use super::super::labels::{LED, apart, crosses, label_places, led};
use super::super::named::{self, title_lines};
use super::{Arrow, LINE, MOST_NAMED, NAME, NetworkFound, NetworkView, Node, NodeOf};
use crate::figure::parts::Setting;
use crate::figure::shape::{Anchor, Area, Weight};
use ordito_analysis::sums::GroupKey;
use ordito_model::Axis;
use ordito_words::messages::IndirectNetworkNode;

/// The titles that stand beside boxes, which themselves bear codes: none where there are too many, or a box bears its
/// whole name.
pub(super) fn titles_beside(
    setting: &Setting<'_>,
    found: &NetworkFound,
    view: &NetworkView,
) -> Vec<Vec<String>> {
    if found.nodes.len() > MOST_NAMED || view.zoom < 0.6 {
        return Vec::new();
    }
    let zoom = view.zoom.min(1.3);
    let of = |node: &Node| match node.of {
        NodeOf::Item(item) | NodeOf::Group(GroupKey::Parent(Some(item))) => {
            let (code, title) = setting.label(item);
            if code.is_empty() {
                Vec::new()
            } else {
                title_lines(setting, &title, 12.0 * zoom, NAME * zoom)
            }
        }
        NodeOf::Group(_) => Vec::new(),
    };
    let titles: Vec<Vec<String>> = found.nodes.iter().map(of).collect();
    if titles.iter().all(Vec::is_empty) {
        Vec::new()
    } else {
        titles
    }
}

/// What is drawn: the nodes with their names and boxes, and the arrows that are strong enough.
pub(super) struct Drawn<'a> {
    pub nodes: &'a [Node],
    /// Short and whole.
    pub names: &'a [(String, String)],
    pub boxes: &'a [Area],
    pub shown: &'a [&'a Arrow],
    pub size: f64,
    /// Titles in lines, by node; all of them or none.
    pub titles: Vec<Vec<String>>,
    /// Where titles stand; `None` where there is no room.
    pub places: Vec<Option<Area>>,
    /// Where arrows may run.
    pub room: Area,
}
impl Drawn<'_> {
    pub fn short(&self, place: usize) -> &str {
        self.names
            .get(place)
            .map_or("", |(short, _)| short.as_str())
    }
    pub fn name(&self, place: usize) -> &str {
        self.names.get(place).map_or("", |(_, name)| name.as_str())
    }
    pub fn is_group(&self, place: usize) -> bool {
        let node = self.nodes.get(place);
        node.is_some_and(|node| matches!(node.of, NodeOf::Group(_)))
    }

    /// Finds room for titles, the most tied ones first, where the fewest arrows would run through them.
    pub fn place_titles(&mut self, sheet: &mut Sheet<'_>) {
        if self.titles.is_empty() {
            return;
        }
        let setting = sheet.setting;
        let (measure, size) = (&setting.measure, self.size);
        let line = LINE * size / 12.0;
        let of = |lines: &Vec<String>| {
            let widths = lines
                .iter()
                .map(|text| measure.width(text, size, Weight::Regular));
            (widths.fold(0.0, f64::max), lines.len() as f64 * line)
        };
        let middle = |place: usize| self.boxes.get(place).map(|area| area.middle());
        let straight: Vec<_> = self
            .shown
            .iter()
            .filter_map(|arrow| Some((middle(arrow.from)?, middle(arrow.to)?)))
            .collect();
        let cost = |area: Area| {
            let through = |ends: &&((f64, f64), (f64, f64))| crosses(area, ends.0, ends.1);
            straight.iter().filter(through).count()
        };
        let sizes: Vec<(f64, f64)> = self.titles.iter().map(of).collect();
        let top = self.boxes.iter().map(|area| area.y).fold(sheet.y, f64::min);
        let inside = Area::new(4.0, top - 34.0, sheet.width - 8.0, sheet.y - top + 80.0);
        self.places = label_places(self.boxes, &sizes, inside, &[], cost);
        // No title is no place that is missing.
        for (place, lines) in self.places.iter_mut().zip(&self.titles) {
            if lines.is_empty() {
                *place = Some(Area::new(-1.0, -1.0, 0.0, 0.0));
            }
        }
        let below = self
            .places
            .iter()
            .flatten()
            .map(|area| area.bottom() + 10.0);
        sheet.y = below.fold(sheet.y, f64::max);
    }
    pub fn draw_titles(&self, sheet: &mut Sheet<'_>) {
        let tokens = sheet.setting.tokens;
        let line = LINE * self.size / 12.0;
        for ((lines, place), area) in self.titles.iter().zip(&self.places).zip(self.boxes) {
            let Some(place) = place.filter(|_| !lines.is_empty()) else {
                continue;
            };
            if apart(*area, place) > LED {
                let (from, to) = led(*area, place);
                sheet.canvas.line(from, to, 1.0, tokens.muted);
            }
            let (x, _) = place.middle();
            for (i, text) in lines.iter().enumerate() {
                let at = (x, place.y + (i as f64 + 0.5) * line);
                let look = Text::NAME.sized(self.size).at(Anchor::Middle);
                sheet.text(at, text.as_str(), look);
                sheet.canvas.haloed(tokens.surface);
            }
        }
    }

    /// A box with its code in its colour, as a mark; a group with its name.
    pub fn node(&self, sheet: &mut Sheet<'_>, place: usize) {
        let (Some(node), Some(area)) = (self.nodes.get(place), self.boxes.get(place)) else {
            return;
        };
        let (setting, tokens) = (sheet.setting, sheet.setting.tokens);
        let own = match node.of {
            NodeOf::Item(item) | NodeOf::Group(GroupKey::Parent(Some(item))) => {
                setting.contents.colour_of(Some(item))
            }
            NodeOf::Group(_) => None,
        };
        named::code(
            sheet,
            *area,
            (self.short(place), self.size),
            own.unwrap_or(tokens.selected),
        );
        let border = if self.is_group(place) {
            tokens.primary
        } else {
            tokens.border
        };
        sheet.canvas.border(*area, border);
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
