//! The strongest paths of two steps, each said as a sentence: who does what to whom, and what comes of it.

use super::super::super::parts::Setting;
use super::super::super::shape::{Anchor, Area, Weight, baseline};
use super::super::sheet::{Column, Sheet, Text};
use super::super::{Chart, Leads, Style, Value};
use super::{InfluenceFound, effect, item_at, sign_colour, signed};
use ordito_analysis::equal::Ruler;
use ordito_analysis::second_order::{Path, Returns};
use ordito_words::Words;

const LINE: f64 = 18.0;
const EFFECT: f64 = 56.0;

/// A path in words, without its number.
pub(super) fn said(words: &Words, names: [&str; 3], path: &Path) -> String {
    let is_return = path.from == path.to;
    let key = match (path.first > 0.0, path.second > 0.0, is_return) {
        (true, true, false) => "indirect-path-help-help",
        (true, false, false) => "indirect-path-help-harm",
        (false, true, false) => "indirect-path-harm-help",
        (false, false, false) => "indirect-path-harm-harm",
        (true, true, true) => "indirect-path-back-help-help",
        (true, false, true) => "indirect-path-back-help-harm",
        (false, true, true) => "indirect-path-back-harm-help",
        (false, false, true) => "indirect-path-back-harm-harm",
    };
    let [a, b, c] = names;
    words.say_with(key, &[("a", a.into()), ("b", b.into()), ("c", c.into())])
}

/// Its effect and how it comes about: "+4 (+2 × +2)".
fn product(words: &Words, path: &Path) -> String {
    let [effect, first, second] =
        [path.effect(), path.first, path.second].map(|value| signed(words, value));
    words.indirect_path_effect(effect, first, second)
}

/// Writes a path below what is there and makes it a mark; gives the mark with the names, unless an item is gone.
pub(super) fn line(
    sheet: &mut Sheet<'_>,
    found: &InfluenceFound,
    path: &Path,
) -> Option<(usize, [String; 3])> {
    let (setting, words) = (sheet.setting, sheet.words());
    let [a, b, c] = [path.from, path.through, path.to].map(|place| item_at(&found.items, place));
    let (a, b, c) = (a?, b?, c?);
    let names = [a, b, c].map(|item| setting.name(item));
    let text = format!(
        "{}: {}.",
        said(words, names.each_ref().map(String::as_str), path),
        product(words, path)
    );
    let room = sheet.width - 2.0 * sheet.inner - EFFECT - 12.0;
    let lines = setting.measure.wrap(&text, 13.0, Weight::Regular, room, 4);
    let height = lines.len() as f64 * LINE + 10.0;
    let area = Area::new(0.0, sheet.y, sheet.width, height);
    // The number stands on its colour and has its sign.
    let fill = sign_colour(setting, path.effect() > 0.0);
    let badge = Area::new(sheet.inner, sheet.y + 5.0, EFFECT - 8.0, 20.0);
    sheet.canvas.fill(badge, fill);
    let (x, y) = badge.middle();
    let ink = super::super::super::palette::text_on(fill);
    let at = (x, baseline(y, 13.0));
    sheet.canvas.text(
        at,
        signed(words, path.effect()),
        13.0,
        Weight::Semibold,
        ink,
        Anchor::Middle,
    );
    for (i, line) in lines.into_iter().enumerate() {
        let at = (sheet.inner + EFFECT + 4.0, sheet.y + 15.0 + i as f64 * LINE);
        sheet.text(at, line, Text::NAME);
    }
    sheet.y += height;
    sheet.rule(sheet.y);
    let codes = [a, b, c].map(|item| setting.label(item).0);
    let mark = sheet.mark(
        area,
        codes.join(" → "),
        text,
        Leads::Cells(vec![(a, b), (b, c)]),
    );
    Some((mark, names))
}

/// The strongest path, with how many are as strong.
fn finding(setting: &Setting<'_>, found: &InfluenceFound) -> String {
    let words = setting.words;
    let strongest = |path: &&Path| path.effect().abs();
    let first = found.paths.first().and_then(|path| {
        let items = [path.from, path.through, path.to].map(|at| item_at(&found.items, at));
        let [a, b, c] = items.map(|item| item.map(|item| setting.name(item)));
        Some((path, [a?, b?, c?]))
    });
    let Some((path, names)) = first else {
        return words.finding_path_none();
    };
    let equal = found
        .paths
        .iter()
        .filter(|other| Ruler::POINTS.is_equal(strongest(other), path.effect().abs()));
    let said = said(words, names.each_ref().map(String::as_str), path);
    words.finding_path(signed(words, path.effect()), equal.count(), said)
}

/// A path with the names of its three items.
struct Line<'a> {
    path: &'a Path,
    names: [String; 3],
}

fn columns<'a>() -> [Column<Line<'a>>; 6] {
    let [from, through, to]: [fn(&Line<'a>) -> Value; 3] = [
        |Line {
             names: [from, ..], ..
         }| Value::Text(from.clone()),
        |Line {
             names: [_, through, _],
             ..
         }| Value::Text(through.clone()),
        |Line {
             names: [.., to], ..
         }| Value::Text(to.clone()),
    ];
    [
        Column::text("indirect-path-from", from),
        Column::text("indirect-path-through", through),
        Column::text("indirect-path-to", to),
        Column::number("indirect-path-first", |line| effect(line.path.first)),
        Column::number("indirect-path-second", |line| effect(line.path.second)),
        Column::number("indirect-path-product", |line| effect(line.path.effect())),
    ]
}

pub(super) fn chart(setting: &Setting<'_>, style: &Style, found: &InfluenceFound) -> Chart {
    let words = setting.words;
    let columns = columns();
    let titles = ("indirect-paths-title", finding(setting, found));
    let mut sheet = Sheet::new(setting, style, titles, 560.0, &columns);
    sheet.y += 4.0;
    for path in &found.paths {
        let Some((mark, names)) = line(&mut sheet, found, path) else {
            continue;
        };
        sheet.row(Some(mark), &columns, &Line { path, names });
    }
    let returns = match found.returns {
        Returns::Kept => "indirect-paths-returns-kept",
        Returns::Dropped => "indirect-returns-dropped",
    };
    let sentence = [
        words.indirect_paths_sentence(
            setting.assessor_name(),
            setting.matrix.name.as_str(),
            found.paths.len(),
        ),
        words.say(returns),
        words.indirect_minus_minus(),
        found.basis.say(words),
    ];
    sheet.ended((0.0, 0.0), &sentence)
}
