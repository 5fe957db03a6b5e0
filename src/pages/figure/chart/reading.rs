//! A reading through a crosswalk: profiles of the goals it leads to, or each policy on each of them.

use super::super::parts::Setting;
use super::super::shape::Area;
use super::sheet::{Column, Sheet};
use super::{Chart, Leads, ProfilesFound, Style, Subject, Value, finding, grid, profiles};
use ordito_analysis::reading::{Leg, Reading};
use ordito_model::{FrameworkId, Item};
use ordito_words::messages::ChartReadingSentence;

/// What of a reading is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReadingView {
    /// A bar to each side for each goal of the other framework.
    #[default]
    Goals,
    /// Each policy on each of them.
    Cells,
}

/// Cells beyond which only the goals are drawn.
const MOST_CELLS: usize = 20_000;
const NAME: f64 = 260.0;

/// A reading with the profiles of its columns.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadingFound {
    pub from: FrameworkId,
    pub to: FrameworkId,
    pub route: Vec<Leg>,
    pub reading: Reading,
    /// Crossings of what is read that nobody answered, or nobody knew.
    pub missing: usize,
    pub profiles: ProfilesFound,
}

/// `None` when the matrix is gone.
pub fn reading_chart(
    subject: &Subject<'_>,
    style: &Style,
    found: &ReadingFound,
    view: ReadingView,
) -> Option<Chart> {
    let setting = subject.setting(style)?;
    let too_many =
        found.reading.scores.rows.len() * found.reading.scores.columns.len() > MOST_CELLS;
    let framework = |id| {
        subject
            .contents
            .frameworks
            .get(&id)
            .map(|each| each.name.get(setting.words.language()).to_owned())
    };
    let title = setting.words.chart_reading_title(
        framework(found.from).unwrap_or_default(),
        framework(found.to).unwrap_or_default(),
    );
    let sentence = sentence(&setting, found, view == ReadingView::Cells && too_many);
    if view == ReadingView::Goals || too_many {
        let mut chart = profiles::called(&setting, style, &found.profiles, title);
        chart.table.heads.push(super::Head {
            text: setting.words.chart_reading_sources(),
            numeric: false,
        });
        for (place, sources) in found.reading.sources.iter().enumerate() {
            let said = from_text(&setting, found, place);
            let cells = sources.iter().flat_map(|source| {
                subject_rows(found).map(move |row| (row, Item::Goal(source.goal)))
            });
            if let Some(mark) = chart.marks.get_mut(place) {
                mark.leads = Leads::Cells(cells.collect());
                mark.text = format!("{} {said}", mark.text);
            }
            if let Some(row) = chart.table.rows.get_mut(place) {
                row.values.push(Value::Text(said));
            }
        }
        chart.picture.description.clone_from(&sentence);
        chart.picture.long = chart.marks.iter().map(|mark| mark.text.clone()).collect();
        chart.sentence = sentence;
        return Some(chart);
    }
    Some(cells(&setting, style, found, title, sentence))
}

fn subject_rows(found: &ReadingFound) -> impl Iterator<Item = Item> {
    found.reading.scores.rows.iter().map(|line| line.item)
}

/// "Da MAS 1 (0,50), MAS 3 (0,25)".
fn from_text(setting: &Setting<'_>, found: &ReadingFound, column: usize) -> String {
    let numbers = setting.words.numbers();
    let sources = found.reading.sources.get(column).into_iter().flatten();
    let one = |source: &ordito_analysis::reading::Source| {
        format!(
            "{} ({})",
            setting.label(Item::Goal(source.goal)).0,
            numbers.number(source.weight, 2)
        )
    };
    let list: Vec<String> = sources.map(one).collect();
    setting.words.chart_reading_from(list.join(", "))
}

fn cells(
    setting: &Setting<'_>,
    style: &Style,
    found: &ReadingFound,
    title: String,
    sentence: String,
) -> Chart {
    let scores = &found.reading.scores;
    let columns = columns();
    let (inner, left) = (Sheet::inner(style), Sheet::inner(style) + NAME);
    let width = style
        .width
        .max(left + scores.columns.len() as f64 * grid::CELL.0 + inner);
    let titles = (title, finding::profiles(setting, &found.profiles));
    let mut sheet = Sheet::of_width(setting, style, titles, width, &columns);
    let heads: Vec<Item> = scores.columns.iter().map(|line| line.item).collect();
    let top = sheet.y;
    let body = top + grid::heads(&mut sheet.canvas, setting, &heads, left, top);
    for (row, line) in scores.rows.iter().enumerate() {
        let y = body + row as f64 * grid::CELL.1;
        let name = setting.name(line.item);
        sheet.name(&name, (inner, y + grid::CELL.1 / 2.0), NAME - 12.0);
        for (column, goal) in scores.columns.iter().enumerate() {
            let area = Area::new(
                left + column as f64 * grid::CELL.0,
                y,
                grid::CELL.0,
                grid::CELL.1,
            );
            let Some(score) = scores.at(row, column) else {
                continue;
            };
            let Some(mut mark) = grid::cell(
                &mut sheet.canvas,
                setting,
                area,
                score,
                (line.item, goal.item),
            ) else {
                continue;
            };
            let said = from_text(setting, found, column);
            mark.text = format!("{}. {said}", mark.text);
            let sources = found.reading.sources.get(column).into_iter().flatten();
            mark.leads = Leads::Cells(
                sources
                    .map(|source| (line.item, Item::Goal(source.goal)))
                    .collect(),
            );
            if let ordito_analysis::Score::Scored { benefit, harm } = score {
                let cell = Cell {
                    policy: name.clone(),
                    goal: setting.name(goal.item),
                    benefit,
                    harm,
                    said,
                };
                sheet.row(Some(sheet.marks.len()), &columns, &cell);
            }
            sheet.marks.push(mark);
        }
    }
    sheet.y = body + scores.rows.len() as f64 * grid::CELL.1;
    sheet.ended_saying((left, body), sentence)
}

/// A score that was read, and from what.
struct Cell {
    policy: String,
    goal: String,
    benefit: f64,
    harm: f64,
    said: String,
}
fn columns() -> [Column<Cell>; 6] {
    [
        Column::text("chart-reading-policy", |cell| {
            Value::Text(cell.policy.clone())
        }),
        Column::text("chart-reading-goal", |cell| Value::Text(cell.goal.clone())),
        Column::number("chart-benefit", |cell| Value::figure(Some(cell.benefit), 2)),
        Column::number("chart-harm", |cell| Value::figure(Some(-cell.harm), 2)),
        Column::number("chart-net", |cell| {
            Value::index(Some(cell.benefit - cell.harm))
        }),
        Column::text("chart-reading-sources", |cell| {
            Value::Text(cell.said.clone())
        }),
    ]
}

fn sentence(setting: &Setting<'_>, found: &ReadingFound, too_many: bool) -> String {
    let words = setting.words;
    let route: Vec<String> = found
        .route
        .iter()
        .filter_map(|leg| setting.contents.crosswalks.get(&leg.crosswalk))
        .map(|crosswalk| format!("«{}»", crosswalk.name))
        .collect();
    let reading = &found.reading;
    let mut text = words.chart_reading_sentence(ChartReadingSentence {
        goals: reading.scores.columns.len(),
        missing: found.missing,
        route: &route.join(", "),
        scored: reading.scored,
        used: reading.used,
    });
    let mut add = |more: String| {
        text.push(' ');
        text.push_str(&more);
    };
    if !reading.unlinked.is_empty() {
        let codes: Vec<String> = reading
            .unlinked
            .iter()
            .map(|(item, _)| setting.label(*item).0)
            .collect();
        let cells: usize = reading.unlinked.iter().map(|(_, cells)| cells).sum();
        add(words.chart_reading_unlinked(cells, codes.join(", "), reading.unlinked.len()));
    }
    if !reading.unreached.is_empty() {
        let codes: Vec<String> = reading
            .unreached
            .iter()
            .take(12)
            .map(|id| setting.label(Item::Goal(*id)).0)
            .collect();
        add(words.chart_reading_unreached(codes.join(", "), reading.unreached.len()));
    }
    if reading
        .sources
        .iter()
        .flatten()
        .any(|source| source.inherited)
    {
        add(words.chart_reading_inherited());
    }
    if too_many {
        add(words.chart_reading_too_many());
    }
    if setting.is_illustrative() {
        add(words.figure_illustrative());
    }
    text
}
