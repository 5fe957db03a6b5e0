//! Groups: the tree, the groups it is cut into, and the matrix with its rows and columns in the tree's order.

use super::super::parts::Setting;
use super::super::shape::{Anchor, Area, Canvas};
use super::sheet::{Column, Sheet, Text};
use super::{Chart, Leads, Style, Subject, Value, grid};
use ordito_analysis::groups::{Grouped, Likeness, best_cut};
use ordito_analysis::{Scores, Sums, sums};
use ordito_model::{Axis, Item};
use ordito_words::messages::ChartGroupsSentence;

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
    groups
        .iter()
        .map(|group| names.iter().position(|name| name == group).unwrap_or(0))
        .collect()
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
    let turned = if axis == Axis::Rows {
        scores
    } else {
        scores.transposed()
    };
    let of = if setting.matrix.kind.holds_policies(axis) {
        words.chart_of_policies()
    } else {
        words.chart_of_goals()
    };
    let title = words.chart_groups_title(of);
    let groups = chosen_groups(found, choice);
    let sentence = sentence(&setting, found, &turned, &groups, choice);
    let finding = finding(&setting, found, &groups);
    let shows_cells = found.items.len() * turned.columns.len() <= MOST_CELLS;
    let columns: &[usize] = if shows_cells { &found.columns } else { &[] };

    let (inner, table) = (Sheet::inner(style), table_columns());
    let left = inner + TREE + BAND + NAME;
    let width = style
        .width
        .max(left + columns.len() as f64 * grid::CELL.0 + inner);
    let mut sheet = Sheet::of_width(&setting, style, (title, finding), width, &table);
    let heads: Vec<Item> = columns
        .iter()
        .filter_map(|at| turned.columns.get(*at))
        .map(|line| line.item)
        .collect();
    let top = sheet.y;
    let body = top + grid::heads(&mut sheet.canvas, &setting, &heads, left, top);
    let places = Places { inner, left, body };
    tree(&mut sheet.canvas, &setting, found, &groups, &places);
    bands(&mut sheet, found, &groups, axis, &places);
    for (place, row) in found.rows.iter().enumerate() {
        let Some(item) = found.items.get(*row) else {
            continue;
        };
        let line = Line {
            place: place + 1,
            name: setting.name(*item),
            group: nth(&groups, *row) + 1,
            community: nth(&found.communities.groups, *row) + 1,
        };
        name(&mut sheet, &line, (axis, *item), &places, &table);
        let crossing = |other: Item| {
            if axis == Axis::Rows {
                (*item, other)
            } else {
                (other, *item)
            }
        };
        for (at, column) in columns.iter().enumerate() {
            let (x, y) = (left + at as f64 * grid::CELL.0, places.top(place));
            let area = Area::new(x, y, grid::CELL.0, grid::CELL.1);
            let Some(other) = turned.columns.get(*column) else {
                continue;
            };
            let Some(score) = turned.at(*row, *column) else {
                grid::no_crossing(&mut sheet.canvas, &setting, area);
                continue;
            };
            let crossing = crossing(other.item);
            let mark = grid::cell(&mut sheet.canvas, &setting, area, score, crossing);
            sheet.marks.extend(mark);
        }
    }
    sheet.y = body + found.rows.len() as f64 * grid::CELL.1;
    Some(sheet.ended_saying((left, body), sentence))
}

/// A row where it stands, from 1, with its group and its community.
struct Line {
    place: usize,
    name: String,
    group: usize,
    community: usize,
}
fn table_columns() -> [Column<Line>; 4] {
    [
        Column::number("chart-place", |line| Value::Count(line.place)),
        Column::text("chart-name", |line| Value::Text(line.name.clone())),
        Column::number("chart-group", |line| Value::Count(line.group)),
        Column::number("chart-community", |line| Value::Count(line.community)),
    ]
}
/// The name of a row between the tree and its cells, with its row of the table.
fn name(
    sheet: &mut Sheet<'_>,
    line: &Line,
    (axis, item): (Axis, Item),
    places: &Places,
    table: &[Column<Line>],
) {
    let (left, y) = (places.inner + TREE + BAND, places.top(line.place - 1));
    sheet.name(
        &line.name,
        (left + 8.0, y + grid::CELL.1 / 2.0),
        NAME - 12.0,
    );
    let words = sheet.words();
    let text = words.chart_groups_said(line.group, line.name.as_str(), line.place);
    let area = Area::new(left, y, NAME, grid::CELL.1);
    let leads = Leads::Lines(axis, vec![item]);
    let mark = sheet.mark(area, line.name.clone(), text, leads);
    sheet.row(Some(mark), table, line);
}
/// The group of a row, from 0.
fn nth(groups: &[usize], row: usize) -> usize {
    groups.get(row).copied().unwrap_or(0)
}

struct Places {
    inner: f64,
    left: f64,
    body: f64,
}
impl Places {
    fn top(&self, place: usize) -> f64 {
        self.body + place as f64 * grid::CELL.1
    }
    fn middle(&self, place: f64) -> f64 {
        self.body + (place + 0.5) * grid::CELL.1
    }
}

/// Joins from right, where rows stand, to left, where all are one; what lies above the cut is drawn faint.
fn tree(
    canvas: &mut Canvas,
    setting: &Setting<'_>,
    found: &Grouped,
    groups: &[usize],
    places: &Places,
) {
    let n = found.items.len();
    let highest = found
        .tree
        .joins
        .iter()
        .map(|join| join.height)
        .fold(0.0, f64::max);
    let (first, last) = (places.inner, places.inner + TREE - 8.0);
    let at = |height: f64| {
        if highest > 0.0 {
            last - (last - first) * height / highest
        } else {
            first
        }
    };
    let mut place = vec![0.0; n];
    for (order, row) in found.rows.iter().enumerate() {
        if let Some(place) = place.get_mut(*row) {
            *place = order as f64;
        }
    }
    // Where each part is drawn: its middle, its height, and its group while it lies within one.
    let mut parts: Vec<(f64, f64, Option<usize>)> = (0..n)
        .map(|row| {
            (
                place.get(row).copied().unwrap_or(0.0),
                0.0,
                groups.get(row).copied(),
            )
        })
        .collect();
    for join in &found.tree.joins {
        let (Some(a), Some(b)) = (
            parts.get(join.left).copied(),
            parts.get(join.right).copied(),
        ) else {
            continue;
        };
        let group = if a.2 == b.2 { a.2 } else { None };
        let (width, colour) = if group.is_some() {
            (1.6, setting.tokens.ink)
        } else {
            (1.0, setting.tokens.muted)
        };
        let x = at(join.height);
        for part in [a, b] {
            let y = places.middle(part.0);
            canvas.line((x, y), (at(part.1), y), width, colour);
        }
        canvas.line(
            (x, places.middle(a.0)),
            (x, places.middle(b.0)),
            width,
            colour,
        );
        parts.push((f64::midpoint(a.0, b.0), join.height, group));
    }
}

/// The number of the group beside its rows, where they stand together.
fn bands(sheet: &mut Sheet<'_>, found: &Grouped, groups: &[usize], axis: Axis, places: &Places) {
    let setting = sheet.setting;
    let of = |place: usize| {
        found
            .rows
            .get(place)
            .and_then(|row| groups.get(*row))
            .copied()
    };
    let mut from = 0;
    while from < found.rows.len() {
        let Some(group) = of(from) else { break };
        let to = (from..found.rows.len())
            .find(|place| of(*place) != Some(group))
            .unwrap_or(found.rows.len());
        let (y, height) = (
            places.body + from as f64 * grid::CELL.1,
            (to - from) as f64 * grid::CELL.1,
        );
        let area = Area::new(places.inner + TREE, y + 1.0, BAND - 6.0, height - 2.0);
        sheet.canvas.fill(
            area,
            if group % 2 == 0 {
                setting.tokens.line
            } else {
                setting.tokens.canvas
            },
        );
        sheet.canvas.border(area, setting.tokens.border);
        let (x, middle) = area.middle();
        let name = (group + 1).to_string();
        sheet.text(
            (x, middle),
            name,
            Text::TITLE.sized(12.0).at(Anchor::Middle),
        );
        if from > 0 {
            sheet.canvas.line(
                (places.inner + TREE, y),
                (places.left, y),
                1.5,
                setting.tokens.ink,
            );
        }
        // All of the group, also what stands elsewhere.
        let rows = (0..found.items.len()).filter(|row| groups.get(*row) == Some(&group));
        let items: Vec<Item> = rows
            .filter_map(|row| found.items.get(row))
            .copied()
            .collect();
        let names: Vec<String> = items.iter().map(|item| setting.label(*item).0).collect();
        let name = setting.words.chart_group_name(group + 1);
        sheet.mark(
            area,
            name,
            setting
                .words
                .chart_group_said(group + 1, items.len(), names.join(", ")),
            Leads::Lines(axis, items),
        );
        from = to;
    }
}

/// How many groups there are, and who is in the largest.
fn finding(setting: &Setting<'_>, found: &Grouped, groups: &[usize]) -> String {
    const MOST_NAMED: usize = 8;
    let n = groups.iter().max().map_or(0, |most| most + 1);
    let of = |group: usize| {
        let rows = found.items.iter().zip(groups);
        let own = rows.filter(move |(_, own)| **own == group);
        own.map(|(item, _)| *item).collect::<Vec<_>>()
    };
    let groups: Vec<Vec<Item>> = (0..n).map(of).collect();
    let largest = groups.iter().map(Vec::len).max().unwrap_or(0);
    let Some(items) = groups.iter().find(|items| items.len() == largest) else {
        return setting.words.finding_nothing();
    };
    let said = |item: &Item| {
        let (code, name) = setting.label(*item);
        if code.is_empty() { name } else { code }
    };
    let mut names: Vec<String> = items.iter().take(MOST_NAMED).map(said).collect();
    names.extend((items.len() > MOST_NAMED).then(|| "…".to_owned()));
    setting.words.finding_groups(largest, n, names.join(", "))
}

fn sentence(
    setting: &Setting<'_>,
    found: &Grouped,
    turned: &Scores,
    groups: &[usize],
    choice: GroupChoice,
) -> String {
    let words = setting.words;
    let numbers = words.numbers();
    let all: Sums = sums::lines(turned, Axis::Rows).iter().collect();
    let n_groups = groups.iter().max().map_or(0, |most| most + 1);
    let silhouette = |n: usize| {
        found
            .cuts
            .iter()
            .find(|cut| cut.groups.iter().max() == Some(&(n - 1)))
    };
    let good = match choice {
        GroupChoice::Communities => {
            words.chart_groups_modularity(numbers.number(found.communities.modularity, 2))
        }
        GroupChoice::Best | GroupChoice::Cut(_) => match silhouette(n_groups.max(1)) {
            Some(cut) => words.chart_groups_silhouette(numbers.number(cut.silhouette, 2)),
            None => words.chart_groups_no_silhouette(),
        },
    };
    let likeness = match found.likeness {
        Likeness::Pearson => "chart-groups-pearson",
        Likeness::Cosine => "chart-groups-cosine",
    };
    let mut text = words.chart_groups_sentence(ChartGroupsSentence {
        good: &good,
        groups: n_groups,
        likeness: &words.say(likeness),
        missing: (all.unanswered() + all.dont_know) as usize,
        n: found.items.len(),
        scored: all.scored as usize,
    });
    let mut add = |more: String| {
        text.push(' ');
        text.push_str(&more);
    };
    if found.unrelated > 0 {
        add(words.chart_groups_unrelated(found.unrelated));
    }
    if found.items.len() * turned.columns.len() > MOST_CELLS {
        add(words.chart_groups_no_cells());
    }
    if setting.is_illustrative() {
        add(words.figure_illustrative());
    }
    text
}
