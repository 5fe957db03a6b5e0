//! The strongest paths of two steps, each said as a sentence: who does what to whom, and what comes of it.

use super::super::super::parts::Setting;
use super::super::super::shape::{Anchor, Area, Weight};
use super::super::{Chart, Leads, Style, Value};
use super::{InfluenceFound, Sheet, decimals, item_at, sign_colour, signed};
use crate::analysis::second_order::{Path, Returns};
use crate::words::Words;

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
    let [effect, first, second] = [path.effect(), path.first, path.second].map(|value| signed(words, value));
    words.say_with(
        "indirect-path-effect",
        &[("effect", effect.into()), ("first", first.into()), ("second", second.into())],
    )
}

/// Writes a path below what is there and makes it a mark; gives the mark, unless an item is gone.
pub(super) fn line(sheet: &mut Sheet<'_>, found: &InfluenceFound, path: &Path) -> Option<usize> {
    let (setting, words) = (sheet.setting, sheet.words());
    let [a, b, c] = [path.from, path.through, path.to].map(|place| item_at(&found.items, place));
    let (a, b, c) = (a?, b?, c?);
    let [from, through, to] = [a, b, c].map(|item| setting.name(item));
    let text = format!("{}: {}.", said(words, [&from, &through, &to], path), product(words, path));
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
    let at = (x, super::baseline(y, 13.0));
    sheet.canvas.text(at, signed(words, path.effect()), 13.0, Weight::Semibold, ink, Anchor::Middle);
    for (i, line) in lines.into_iter().enumerate() {
        let at = (sheet.inner + EFFECT + 4.0, sheet.y + 15.0 + i as f64 * LINE);
        sheet.text(at, line, 13.0, false, false, Anchor::Start);
    }
    sheet.y += height;
    sheet.rule(sheet.y);
    let codes = [a, b, c].map(|item| setting.label(item).0);
    Some(sheet.mark(area, codes.join(" → "), text, Leads::Cells(vec![(a, b), (b, c)])))
}

pub(super) fn chart(setting: &Setting<'_>, style: &Style, found: &InfluenceFound) -> Chart {
    let words = setting.words;
    let heads = [
        ("indirect-path-from", false),
        ("indirect-path-through", false),
        ("indirect-path-to", false),
        ("indirect-path-first", true),
        ("indirect-path-second", true),
        ("indirect-path-product", true),
    ];
    let mut sheet = Sheet::new(setting, style, words.say("indirect-paths-title"), 560.0, &heads);
    sheet.y += 4.0;
    for path in &found.paths {
        let Some(mark) = line(&mut sheet, found, path) else { continue };
        let name = |place: usize| {
            let name = item_at(&found.items, place).map(|item| setting.name(item));
            Value::Text(name.unwrap_or_default())
        };
        let number = |value: f64| Value::Number { value: Some(value), decimals: decimals(value), signed: true };
        let mut values = [path.from, path.through, path.to].map(name).to_vec();
        values.extend([path.first, path.second, path.effect()].map(number));
        sheet.table.push(Some(mark), values);
    }
    let args = [
        ("n", found.paths.len().into()),
        ("matrix", setting.matrix.name.as_str().into()),
        ("assessor", setting.assessor_name().into()),
    ];
    let returns = match found.returns {
        Returns::Kept => "indirect-paths-returns-kept",
        Returns::Dropped => "indirect-returns-dropped",
    };
    let sentence = [
        words.say_with("indirect-paths-sentence", &args),
        words.say(returns),
        words.say("indirect-minus-minus"),
        found.basis.say(words),
    ];
    sheet.ended((0.0, 0.0), &sentence)
}
