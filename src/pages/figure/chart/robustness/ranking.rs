//! Rows in their order: ranks over all draws, and intervals of the index.

use super::super::sheet::{Column, Figure, Sheet, Text};
use super::super::{Chart, Leads, Style, Value, finding, rows_word};
use super::{LEAST, ROW, RobustFound, end_row, head, mix, percent, ranked, sentence, under_heads};
use crate::figure::palette::text_on;
use crate::figure::parts::Setting;
use crate::figure::shape::{Anchor, Area, Weight, baseline};
use ordito_analysis::robustness::Ranked;
use ordito_model::Axis;
use ordito_words::Words;
use ordito_words::messages::RobustSaid;

const GROUP: f64 = 28.0;

/// A row with its place over all draws; one without any score has none.
struct Line<'a> {
    row: Option<&'a Ranked>,
    name: String,
}
impl Line<'_> {
    fn say(&self, of: fn(&Ranked) -> Value) -> Value {
        self.row.map_or(Value::figure(None, 0), of)
    }
}

fn index<'a>() -> Column<Line<'a>> {
    Column::number("chart-index", |line| {
        line.say(|row| Value::index(Some(row.index)))
    })
}
fn low<'a>() -> Column<Line<'a>> {
    Column::number("robust-low", |line| {
        line.say(|row| Value::index(Some(row.low)))
    })
}
fn high<'a>() -> Column<Line<'a>> {
    Column::number("robust-high", |line| {
        line.say(|row| Value::index(Some(row.high)))
    })
}
fn mean_rank<'a>() -> Column<Line<'a>> {
    Column::number("robust-mean-rank", |line| {
        line.say(|row| Value::figure(Some(row.mean_rank), 1))
    })
}
fn first<'a>() -> Column<Line<'a>> {
    Column::number("robust-first", |line| {
        line.say(|row| Value::Share(row.acceptability.first().copied()))
    })
}
fn top_three<'a>() -> Column<Line<'a>> {
    Column::number("robust-top-three", |line| {
        line.say(|row| Value::Share(Some(row.top_three)))
    })
}
fn columns<'a>() -> [Column<Line<'a>>; 13] {
    [
        Column::text("chart-name", |line| Value::Text(line.name.clone())),
        Column::number("robust-group", |line| {
            line.say(|row| Value::Count(row.group + 1))
        }),
        Column::number("robust-rank", |line| line.say(|row| Value::Count(row.rank))),
        index(),
        Column::number("robust-mean", |line| {
            line.say(|row| Value::index(Some(row.mean)))
        }),
        low(),
        high(),
        mean_rank(),
        first(),
        top_three(),
        Column::number("robust-factor", |line| {
            line.say(|row| Value::Share(row.confidence_factor))
        }),
        Column::number("chart-scored", |line| {
            line.say(|row| Value::Count(row.scored))
        }),
        Column::number("robust-possible", |line| {
            line.say(|row| Value::Count(row.possible))
        }),
    ]
}

/// Rows group by group, best first, each drawn by `draw` at the middle of its line, with its figures.
fn rows<'a>(
    sheet: &mut Sheet<'_>,
    found: &'a RobustFound,
    figures: &[Figure<Line<'a>>],
    draw: impl Fn(&mut Sheet<'_>, &Ranked, f64),
) {
    let (setting, words, columns) = (sheet.setting, sheet.words(), columns());
    let name = (sheet.width * 0.27).clamp(170.0, 320.0);
    let robustness = &found.robustness;
    let rank = words.robust_rank();
    sheet.text((sheet.inner, sheet.y - 24.0), rank, Text::NOTE);
    let mut last = None;
    for place in robustness.order() {
        let Some(row) = robustness.rows.get(place) else {
            continue;
        };
        if last != Some(row.group) {
            last = Some(row.group);
            let n = robustness
                .rows
                .iter()
                .filter(|other| other.group == row.group)
                .count();
            group(sheet, row.group, n);
        }
        let middle = sheet.y + ROW / 2.0;
        let line = Line {
            row: Some(row),
            name: setting.name(row.item),
        };
        ranked(sheet, row.rank, &line.name, middle, name - 12.0);
        draw(sheet, row, middle);
        sheet.figures(figures, &line, middle);
        let leads = Leads::Lines(Axis::Rows, vec![row.item]);
        end_row(
            sheet,
            (&line.name, said(words, row, &line.name), leads),
            &columns,
            &line,
        );
    }
    for item in &robustness.unranked {
        // Nothing scored: in the table, with no rank.
        sheet.row(
            None,
            &columns,
            &Line {
                row: None,
                name: setting.name(*item),
            },
        );
    }
}

/// Between two groups that do separate: their number, and how many do not separate within.
fn group(sheet: &mut Sheet<'_>, group: usize, n: usize) {
    let (width, canvas) = (sheet.width, sheet.setting.tokens.canvas);
    sheet
        .canvas
        .fill(Area::new(0.0, sheet.y, width, GROUP), canvas);
    let text = sheet
        .words()
        .robust_group_said(group + 1, n, rows_word(sheet.setting));
    sheet.text((sheet.inner, sheet.y + GROUP / 2.0), text, Text::TITLE);
    sheet.y += GROUP;
}

fn said(words: &Words, row: &Ranked, name: &str) -> String {
    let numbers = words.numbers();
    words.robust_said(RobustSaid {
        first: &percent(words, row.acceptability.first().copied().unwrap_or(0.0)),
        group: row.group + 1,
        high: &numbers.signed(row.high, 2),
        index: &numbers.signed(row.index, 2),
        low: &numbers.signed(row.low, 2),
        mean: &numbers.number(row.mean_rank, 1),
        name,
        possible: row.possible,
        rank: row.rank,
        scored: row.scored,
        three: &percent(words, row.top_three),
    })
}

/// Shares of ranks as one bar: dark is the first rank, light the last.
pub(super) fn ranks(setting: &Setting<'_>, style: &Style, found: &RobustFound) -> Chart {
    let figures = [
        first().wide(66.0),
        top_three().wide(66.0),
        mean_rank().wide(66.0),
        index().wide(66.0),
    ];
    let mut sheet = Sheet::new(
        setting,
        style,
        ("robust-title-ranks", finding::ranks(setting, found)),
        LEAST,
        &columns(),
    );
    let at = head(&sheet);
    let begin = sheet.heads(&figures, at);
    let left = sheet.inner + (sheet.width * 0.27).clamp(170.0, 320.0);
    sheet.text(
        (left, at),
        setting.words.robust_ranks_head(),
        Text::HEAD.at(Anchor::Start),
    );
    let frozen = under_heads(&mut sheet);
    let (n, bar) = (found.robustness.rows.len(), begin - left - 8.0);
    rows(&mut sheet, found, &figures, |sheet, row, middle| {
        shares(sheet, row, n, (left, middle), bar);
    });
    sheet.ended(
        (0.0, frozen),
        &sentence(setting, found, "robust-sentence-ranks"),
    )
}

/// The bar of a row, of `n` ranks.
fn shares(sheet: &mut Sheet<'_>, row: &Ranked, n: usize, (left, middle): (f64, f64), bar: f64) {
    let (setting, words) = (sheet.setting, sheet.words());
    let mut x = left;
    for (rank, share) in row.acceptability.iter().enumerate() {
        let long = share * bar;
        if long < 0.25 {
            x += long;
            continue;
        }
        let tokens = &setting.tokens;
        let light = if n > 1 {
            rank as f64 / (n - 1) as f64
        } else {
            0.0
        };
        let fill = mix(tokens.primary, tokens.surface, light * 0.88);
        sheet.canvas.fill(
            Area::new(x, middle - 10.0, (long - 0.5).max(0.25), 20.0),
            fill,
        );
        // Most shares are thinner than any text: none is made for them.
        let text = if long > 6.0 {
            words.numbers().count(rank + 1)
        } else {
            String::new()
        };
        if !text.is_empty() && long > setting.measure.width(&text, 12.0, Weight::Regular) + 6.0 {
            let at = (x + long / 2.0, baseline(middle, 12.0));
            sheet.canvas.text(
                at,
                text,
                12.0,
                Weight::Regular,
                text_on(fill),
                Anchor::Middle,
            );
        }
        x += long;
    }
}

/// The index with the interval in which nine draws in ten lie.
pub(super) fn intervals(setting: &Setting<'_>, style: &Style, found: &RobustFound) -> Chart {
    const STEPS: [f64; 5] = [-1.0, -0.5, 0.0, 0.5, 1.0];
    let figures = [low().wide(62.0), index().wide(66.0), high().wide(62.0)];
    let mut sheet = Sheet::new(
        setting,
        style,
        ("robust-title-intervals", finding::intervals(setting, found)),
        LEAST,
        &columns(),
    );
    let y = head(&sheet);
    let begin = sheet.heads(&figures, y);
    let name = (sheet.width * 0.27).clamp(170.0, 320.0);
    let (left, right) = (sheet.inner + name + 16.0, begin - 16.0);
    let at = |value: f64| left + f64::midpoint(value, 1.0) * (right - left);
    for value in STEPS {
        let text = setting.words.numbers().signed(value, 1);
        sheet.text((at(value), y), text, Text::HEAD.at(Anchor::Middle));
    }
    let frozen = under_heads(&mut sheet);
    let tokens = &setting.tokens;
    rows(&mut sheet, found, &figures, |sheet, row, middle| {
        let canvas = &mut sheet.canvas;
        for value in STEPS {
            let ink = if value == 0.0 {
                tokens.muted
            } else {
                tokens.line
            };
            canvas.line(
                (at(value), middle - ROW / 2.0),
                (at(value), middle + ROW / 2.0),
                1.0,
                ink,
            );
        }
        canvas.line(
            (at(row.low), middle),
            (at(row.high), middle),
            4.0,
            tokens.primary,
        );
        for end in [row.low, row.high] {
            canvas.line(
                (at(end), middle - 6.0),
                (at(end), middle + 6.0),
                2.0,
                tokens.primary,
            );
        }
        let dot = at(row.index);
        canvas.fill(
            Area::new(dot - 3.5, middle - 7.0, 7.0, 14.0),
            tokens.surface,
        );
        canvas.fill(Area::new(dot - 2.0, middle - 7.0, 4.0, 14.0), tokens.ink);
    });
    sheet.ended(
        (0.0, frozen),
        &sentence(setting, found, "robust-sentence-intervals"),
    )
}
