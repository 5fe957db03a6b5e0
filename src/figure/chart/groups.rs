//! Groups: the tree, the groups it is cut into, and the matrix with its rows and columns in the tree's order.

use super::super::parts::{MARGIN, Setting};
use super::super::shape::{Anchor, Area, Canvas, Weight, baseline};
use super::{Chart, Leads, Mark, Parts, Style, Subject, Table, Value, grid};
use crate::analysis::groups::{Grouped, Likeness, best_cut};
use crate::analysis::{Scores, Sums, sums};
use crate::model::{Axis, Item};

/// Which groups are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GroupChoice {
    /// The cut of the tree with the best silhouette.
    #[default]
    Best,
    /// A cut into so many.
    Cut(usize),
    Communities,
}

const TREE: f64 = 130.0;
const BAND: f64 = 30.0;
const NAME: f64 = 230.0;
/// Cells beyond which the matrix is left to the table: the tree stays.
const MOST_CELLS: usize = 20_000;

/// The group of each row, numbered from 0 as they stand in the picture, with how good it is.
pub fn chosen_groups(found: &Grouped, choice: GroupChoice) -> Vec<usize> {
    let groups = match choice {
        GroupChoice::Best => best_cut(&found.cuts).map(|cut| cut.groups.clone()),
        GroupChoice::Cut(n) => Some(found.tree.cut(n)),
        GroupChoice::Communities => Some(found.communities.groups.clone()),
    };
    let groups = groups.unwrap_or_else(|| vec![0; found.items.len()]);
    // The first row of the picture is in the first group.
    let mut names: Vec<usize> = Vec::new();
    for row in &found.rows {
        if let Some(group) = groups.get(*row)
            && !names.contains(group)
        {
            names.push(*group);
        }
    }
    groups.iter().map(|group| names.iter().position(|name| name == group).unwrap_or(0)).collect()
}

/// `None` when the matrix is gone.
pub fn groups_chart(
    subject: &Subject<'_>,
    style: &Style,
    found: &Grouped,
    axis: Axis,
    choice: GroupChoice,
) -> Option<Chart> {
    let setting = subject.setting(style)?;
    let words = setting.words;
    let scores = Scores::of(subject.contents, subject.matrix, subject.assessor)?;
    let turned = if axis == Axis::Rows { scores } else { scores.transposed() };
    let of = words.say(if setting.matrix.kind.holds_policies(axis) { "chart-of-policies" } else { "chart-of-goals" });
    let title = words.say_with("chart-groups-title", &[("of", of.into())]);
    let groups = chosen_groups(found, choice);
    let sentence = sentence(&setting, found, &turned, &groups, choice);
    let shows_cells = found.items.len() * turned.columns.len() <= MOST_CELLS;
    let columns: &[usize] = if shows_cells { &found.columns } else { &[] };

    let mut canvas = Canvas::default();
    let inner = if style.headed { MARGIN } else { 12.0 };
    let left = inner + TREE + BAND + NAME;
    let width = style.width.max(left + columns.len() as f64 * grid::CELL.0 + inner);
    let mut top = 0.0;
    if style.headed {
        let args = [("assessor", setting.assessor_name().into()), ("matrix", setting.matrix.name.as_str().into())];
        top = setting.head(&mut canvas, &title, &words.say_with("figure-profile-below", &args), width);
    }
    let heads: Vec<Item> = columns.iter().filter_map(|at| turned.columns.get(*at)).map(|line| line.item).collect();
    let body = top + grid::heads(&mut canvas, &setting, &heads, left, top);
    let places = Places { inner, left, body };
    let mut marks = Vec::new();
    tree(&mut canvas, &setting, found, &groups, &places);
    bands(&mut canvas, &setting, found, &groups, axis, &places, &mut marks);
    let mut table = Table::new(table_heads(&setting));
    for (place, row) in found.rows.iter().enumerate() {
        let Some(item) = found.items.get(*row) else { continue };
        let y = body + place as f64 * grid::CELL.1;
        let name = setting.name(*item);
        let text = setting.measure.wrap(&name, 13.0, Weight::Regular, NAME - 12.0, 1).concat();
        let at = (inner + TREE + BAND + 8.0, baseline(y + grid::CELL.1 / 2.0, 13.0));
        canvas.text(at, text, 13.0, Weight::Regular, setting.tokens.ink, Anchor::Start);
        let group = groups.get(*row).copied().unwrap_or(0);
        let args = [("name", name.as_str().into()), ("group", (group + 1).into()), ("place", (place + 1).into())];
        table.push(
            Some(marks.len()),
            vec![
                Value::Count(place + 1),
                Value::Text(name.clone()),
                Value::Count(group + 1),
                Value::Count(found.communities.groups.get(*row).map_or(0, |group| group + 1)),
            ],
        );
        marks.push(Mark {
            area: Area::new(inner + TREE + BAND, y, NAME, grid::CELL.1),
            text: words.say_with("chart-groups-said", &args),
            name,
            leads: Leads::Lines(axis, vec![*item]),
        });
        for (at, column) in columns.iter().enumerate() {
            let area = Area::new(left + at as f64 * grid::CELL.0, y, grid::CELL.0, grid::CELL.1);
            let Some(line) = turned.columns.get(*column) else { continue };
            let crossing = if axis == Axis::Rows { (*item, line.item) } else { (line.item, *item) };
            let Some(score) = turned.at(*row, *column) else {
                grid::no_crossing(&mut canvas, &setting, area);
                continue;
            };
            marks.extend(grid::cell(&mut canvas, &setting, area, score, crossing));
        }
    }
    let height = body + found.rows.len() as f64 * grid::CELL.1 + if style.headed { MARGIN } else { 8.0 };
    let frozen = if style.headed { (0.0, 0.0) } else { (left, body) };
    Some(Parts { title, canvas, width, height, frozen, marks, table, sentence }.chart(&setting))
}

struct Places {
    inner: f64,
    left: f64,
    body: f64,
}
impl Places {
    fn middle(&self, place: f64) -> f64 {
        self.body + (place + 0.5) * grid::CELL.1
    }
}

fn table_heads(setting: &Setting<'_>) -> Vec<(String, bool)> {
    let head = |key, numeric| (setting.words.say(key), numeric);
    vec![head("chart-place", true), head("chart-name", false), head("chart-group", true), head("chart-community", true)]
}

/// Joins from right, where rows stand, to left, where all are one; what lies above the cut is drawn faint.
fn tree(canvas: &mut Canvas, setting: &Setting<'_>, found: &Grouped, groups: &[usize], places: &Places) {
    let n = found.items.len();
    let highest = found.tree.joins.iter().map(|join| join.height).fold(0.0, f64::max);
    let (first, last) = (places.inner, places.inner + TREE - 8.0);
    let at = |height: f64| if highest > 0.0 { last - (last - first) * height / highest } else { first };
    let mut place = vec![0.0; n];
    for (order, row) in found.rows.iter().enumerate() {
        if let Some(place) = place.get_mut(*row) {
            *place = order as f64;
        }
    }
    // Where each part is drawn: its middle, its height, and its group while it lies within one.
    let mut parts: Vec<(f64, f64, Option<usize>)> =
        (0..n).map(|row| (place.get(row).copied().unwrap_or(0.0), 0.0, groups.get(row).copied())).collect();
    for join in &found.tree.joins {
        let (Some(a), Some(b)) = (parts.get(join.left).copied(), parts.get(join.right).copied()) else { continue };
        let group = if a.2 == b.2 { a.2 } else { None };
        let (width, colour) = if group.is_some() { (1.6, setting.tokens.ink) } else { (1.0, setting.tokens.muted) };
        let x = at(join.height);
        for part in [a, b] {
            let y = places.middle(part.0);
            canvas.line((x, y), (at(part.1), y), width, colour);
        }
        canvas.line((x, places.middle(a.0)), (x, places.middle(b.0)), width, colour);
        parts.push((f64::midpoint(a.0, b.0), join.height, group));
    }
}

/// The number of the group beside its rows, where they stand together.
fn bands(
    canvas: &mut Canvas,
    setting: &Setting<'_>,
    found: &Grouped,
    groups: &[usize],
    axis: Axis,
    places: &Places,
    marks: &mut Vec<Mark>,
) {
    let of = |place: usize| found.rows.get(place).and_then(|row| groups.get(*row)).copied();
    let mut from = 0;
    while from < found.rows.len() {
        let Some(group) = of(from) else { break };
        let to = (from..found.rows.len()).find(|place| of(*place) != Some(group)).unwrap_or(found.rows.len());
        let (y, height) = (places.body + from as f64 * grid::CELL.1, (to - from) as f64 * grid::CELL.1);
        let area = Area::new(places.inner + TREE, y + 1.0, BAND - 6.0, height - 2.0);
        canvas.fill(area, if group % 2 == 0 { setting.tokens.line } else { setting.tokens.canvas });
        canvas.border(area, setting.tokens.border);
        let (x, middle) = area.middle();
        let name = (group + 1).to_string();
        canvas.text((x, baseline(middle, 12.0)), name, 12.0, Weight::Semibold, setting.tokens.ink, Anchor::Middle);
        if from > 0 {
            canvas.line((places.inner + TREE, y), (places.left, y), 1.5, setting.tokens.ink);
        }
        // All of the group, also what stands elsewhere.
        let rows = (0..found.items.len()).filter(|row| groups.get(*row) == Some(&group));
        let items: Vec<Item> = rows.filter_map(|row| found.items.get(row)).copied().collect();
        let names: Vec<String> = items.iter().map(|item| setting.label(*item).0).collect();
        let args = [("group", (group + 1).into()), ("n", items.len().into()), ("names", names.join(", ").into())];
        marks.push(Mark {
            area,
            name: setting.words.say_with("chart-group-name", &[("group", (group + 1).into())]),
            text: setting.words.say_with("chart-group-said", &args),
            leads: Leads::Lines(axis, items),
        });
        from = to;
    }
}

fn sentence(setting: &Setting<'_>, found: &Grouped, turned: &Scores, groups: &[usize], choice: GroupChoice) -> String {
    let words = setting.words;
    let numbers = words.numbers();
    let all: Sums = sums::lines(turned, Axis::Rows).iter().collect();
    let n_groups = groups.iter().max().map_or(0, |most| most + 1);
    let silhouette = |n: usize| found.cuts.iter().find(|cut| cut.groups.iter().max() == Some(&(n - 1)));
    let good = match choice {
        GroupChoice::Communities => words
            .say_with("chart-groups-modularity", &[("value", numbers.number(found.communities.modularity, 2).into())]),
        GroupChoice::Best | GroupChoice::Cut(_) => match silhouette(n_groups.max(1)) {
            Some(cut) => {
                words.say_with("chart-groups-silhouette", &[("value", numbers.number(cut.silhouette, 2).into())])
            }
            None => words.say("chart-groups-no-silhouette"),
        },
    };
    let likeness = match found.likeness {
        Likeness::Pearson => "chart-groups-pearson",
        Likeness::Cosine => "chart-groups-cosine",
    };
    let args = [
        ("n", found.items.len().into()),
        ("groups", n_groups.into()),
        ("good", good.into()),
        ("likeness", words.say(likeness).into()),
        ("scored", (all.scored as usize).into()),
        ("missing", ((all.unanswered() + all.dont_know) as usize).into()),
    ];
    let mut text = words.say_with("chart-groups-sentence", &args);
    let mut add = |more: String| {
        text.push(' ');
        text.push_str(&more);
    };
    if found.unrelated > 0 {
        add(words.say_with("chart-groups-unrelated", &[("n", found.unrelated.into())]));
    }
    if found.items.len() * turned.columns.len() > MOST_CELLS {
        add(words.say("chart-groups-no-cells"));
    }
    if setting.is_illustrative() {
        add(words.say("figure-illustrative"));
    }
    text
}
