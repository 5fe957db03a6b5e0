//! A reading through a crosswalk: profiles of the goals it leads to, or each policy on each of them.

use super::super::parts::MARGIN;
use super::super::parts::Setting;
use super::super::shape::{Anchor, Area, Canvas, Weight, baseline};
use super::{Chart, Leads, Parts, ProfilesFound, Style, Subject, Table, Value, grid, profiles_chart};
use crate::analysis::reading::{Leg, Reading};
use crate::model::{FrameworkId, Item};

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
pub fn reading_chart(subject: &Subject<'_>, style: &Style, found: &ReadingFound, view: ReadingView) -> Option<Chart> {
    let setting = subject.setting(style)?;
    let too_many = found.reading.scores.rows.len() * found.reading.scores.columns.len() > MOST_CELLS;
    let framework =
        |id| subject.contents.frameworks.get(&id).map(|each| each.name.get(setting.words.language()).to_owned());
    let title = setting.words.say_with(
        "chart-reading-title",
        &[
            ("from", framework(found.from).unwrap_or_default().into()),
            ("to", framework(found.to).unwrap_or_default().into()),
        ],
    );
    let sentence = sentence(&setting, found, view == ReadingView::Cells && too_many);
    if view == ReadingView::Goals || too_many {
        let mut chart = profiles_chart(subject, style, &found.profiles)?;
        chart.table.heads.push(super::Head { text: setting.words.say("chart-reading-sources"), numeric: false });
        for (place, sources) in found.reading.sources.iter().enumerate() {
            let said = from_text(&setting, found, place);
            let cells =
                sources.iter().flat_map(|source| subject_rows(found).map(move |row| (row, Item::Goal(source.goal))));
            if let Some(mark) = chart.marks.get_mut(place) {
                mark.leads = Leads::Cells(cells.collect());
                mark.text = format!("{} {said}", mark.text);
            }
            if let Some(row) = chart.table.rows.get_mut(place) {
                row.values.push(Value::Text(said));
            }
        }
        chart.picture.title = title;
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
    let sources = found.reading.sources.get(column).map(Vec::as_slice).unwrap_or_default();
    let one = |source: &crate::analysis::reading::Source| {
        format!("{} ({})", setting.label(Item::Goal(source.goal)).0, numbers.number(source.weight, 2))
    };
    let list: Vec<String> = sources.iter().map(one).collect();
    setting.words.say_with("chart-reading-from", &[("list", list.join(", ").into())])
}

fn cells(setting: &Setting<'_>, style: &Style, found: &ReadingFound, title: String, sentence: String) -> Chart {
    let words = setting.words;
    let scores = &found.reading.scores;
    let mut canvas = Canvas::default();
    let inner = if style.headed { MARGIN } else { 12.0 };
    let left = inner + NAME;
    let width = style.width.max(left + scores.columns.len() as f64 * grid::CELL.0 + inner);
    let mut top = 0.0;
    if style.headed {
        let args = [("assessor", setting.assessor_name().into()), ("matrix", setting.matrix.name.as_str().into())];
        top = setting.head(&mut canvas, &title, &words.say_with("figure-profile-below", &args), width);
    }
    let heads: Vec<Item> = scores.columns.iter().map(|line| line.item).collect();
    let body = top + grid::heads(&mut canvas, setting, &heads, left, top);
    let head = |key, numeric| (words.say(key), numeric);
    let mut table = Table::new(vec![
        head("chart-reading-policy", false),
        head("chart-reading-goal", false),
        head("chart-benefit", true),
        head("chart-harm", true),
        head("chart-net", true),
        head("chart-reading-sources", false),
    ]);
    let mut marks = Vec::new();
    for (row, line) in scores.rows.iter().enumerate() {
        let y = body + row as f64 * grid::CELL.1;
        let name = setting.name(line.item);
        let text = setting.measure.wrap(&name, 13.0, Weight::Regular, NAME - 12.0, 1).concat();
        let at = (inner, baseline(y + grid::CELL.1 / 2.0, 13.0));
        canvas.text(at, text, 13.0, Weight::Regular, setting.tokens.ink, Anchor::Start);
        for (column, goal) in scores.columns.iter().enumerate() {
            let area = Area::new(left + column as f64 * grid::CELL.0, y, grid::CELL.0, grid::CELL.1);
            let Some(score) = scores.at(row, column) else { continue };
            let Some(mut mark) = grid::cell(&mut canvas, setting, area, score, (line.item, goal.item)) else {
                continue;
            };
            let said = from_text(setting, found, column);
            mark.text = format!("{}. {said}", mark.text);
            let sources = found.reading.sources.get(column).map(Vec::as_slice).unwrap_or_default();
            mark.leads = Leads::Cells(sources.iter().map(|source| (line.item, Item::Goal(source.goal))).collect());
            if let crate::analysis::Score::Scored { benefit, harm } = score {
                table.push(
                    Some(marks.len()),
                    vec![
                        Value::Text(name.clone()),
                        Value::Text(setting.name(goal.item)),
                        Value::figure(Some(benefit), 2),
                        Value::figure(Some(-harm), 2),
                        Value::index(Some(benefit - harm)),
                        Value::Text(said),
                    ],
                );
            }
            marks.push(mark);
        }
    }
    let height = body + scores.rows.len() as f64 * grid::CELL.1 + if style.headed { MARGIN } else { 8.0 };
    let frozen = if style.headed { (0.0, 0.0) } else { (left, body) };
    Parts { title, canvas, width, height, frozen, marks, table, sentence }.chart(setting)
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
    let args = [
        ("route", route.join(", ").into()),
        ("used", reading.used.into()),
        ("scored", reading.scored.into()),
        ("goals", reading.scores.columns.len().into()),
        ("missing", found.missing.into()),
    ];
    let mut text = words.say_with("chart-reading-sentence", &args);
    let mut add = |more: String| {
        text.push(' ');
        text.push_str(&more);
    };
    if !reading.unlinked.is_empty() {
        let codes: Vec<String> = reading.unlinked.iter().map(|(item, _)| setting.label(*item).0).collect();
        let cells: usize = reading.unlinked.iter().map(|(_, cells)| cells).sum();
        let args = [("n", reading.unlinked.len().into()), ("list", codes.join(", ").into()), ("cells", cells.into())];
        add(words.say_with("chart-reading-unlinked", &args));
    }
    if !reading.unreached.is_empty() {
        let codes: Vec<String> = reading.unreached.iter().take(12).map(|id| setting.label(Item::Goal(*id)).0).collect();
        let args = [("n", reading.unreached.len().into()), ("list", codes.join(", ").into())];
        add(words.say_with("chart-reading-unreached", &args));
    }
    if reading.sources.iter().flatten().any(|source| source.inherited) {
        add(words.say("chart-reading-inherited"));
    }
    if too_many {
        add(words.say("chart-reading-too-many"));
    }
    if setting.is_illustrative() {
        add(words.say("figure-illustrative"));
    }
    text
}
