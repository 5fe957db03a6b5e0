//! Influence directly and over two steps, as bars to both sides: the outline is direct, the full bar the total.

use super::super::super::parts::Setting;
use super::super::super::shape::{Anchor, Area};
use super::super::{Chart, Leads, Style, Value, held};
use super::{InfluenceFound, InfluenceOrder, Sheet, decimals, paths, sign_colour, signed};
use crate::analysis::equal::Ruler;
use crate::analysis::hold::Hold;
use crate::analysis::second_order::{Returns, SecondOrder};
use crate::model::Axis;

const ROW: f64 = 32.0;
const HEAD: f64 = 46.0;
const FIGURE: f64 = 78.0;
const NUMBER: f64 = 52.0;
/// Paths written below the bars.
const PATHS: usize = 6;

pub(super) fn chart(
    setting: &Setting<'_>,
    style: &Style,
    found: &InfluenceFound,
    weight: f64,
    order: InfluenceOrder,
) -> Chart {
    let words = setting.words;
    let numbers = words.numbers();
    let heads = [
        ("chart-name", false),
        ("indirect-direct", true),
        ("indirect-second-step", true),
        ("indirect-total", true),
        ("chart-place", true),
        (held::FROM, true),
        (held::TO, true),
        (held::TOP_THREE, true),
        ("indirect-total-0", true),
        ("indirect-total-1", true),
    ];
    let mut sheet = Sheet::new(setting, style, words.say("indirect-influence-title"), 620.0, &heads);
    let at_weight =
        |weight: f64| words.say_with("indirect-at", &[("weight", numbers.number(weight, decimals(weight)).into())]);
    let name = (sheet.width * 0.27).clamp(180.0, 330.0);
    // Ranks stand where lines stand by rank.
    let is_ranked = order == InfluenceOrder::Total;
    let places = if is_ranked { held::ROOM } else { 0.0 };
    let left = sheet.inner + places + name;
    let right = sheet.width - sheet.inner - 3.0 * FIGURE;
    // Room for every weight, so that bars do not jump while it slides.
    let values = || found.items.iter().flat_map(|each| [each.direct, each.total(0.0), each.total(1.0)]);
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let unit = if high > low { (right - left - 2.0 * NUMBER) / (high - low) } else { 0.0 };
    let zero = left + NUMBER - low * unit;
    let bottom = sheet.y + HEAD - 16.0;
    for (key, aside, anchor) in [("indirect-harms", -8.0, Anchor::End), ("indirect-helps", 8.0, Anchor::Start)] {
        sheet.text((zero + aside, bottom), words.say(key), 13.0, true, false, anchor);
    }
    sheet.heads(&[0.0, weight, 1.0].map(|weight| (at_weight(weight), FIGURE)), bottom);
    sheet.rule(sheet.y + HEAD - 4.0);
    let frozen = sheet.y + HEAD;
    sheet.y += HEAD;
    let mut items: Vec<(&SecondOrder, Option<Hold>)> = found.items.iter().zip(found.holds(weight)).collect();
    if is_ranked {
        items.sort_by(|(a, _), (b, _)| Ruler::POINTS.order(b.total(weight), a.total(weight)));
    }
    let first = sheet.y;
    for (each, hold) in items {
        let named = setting.name(each.item);
        let middle = sheet.y + ROW / 2.0;
        if is_ranked {
            let place = held::short(words, hold.as_ref());
            sheet.text((sheet.inner, middle), place, 13.0, false, true, Anchor::Start);
        }
        sheet.name(&named, sheet.inner + places, middle, name - 12.0);
        let total = each.total(weight);
        bar(&mut sheet, zero, unit, total, Area::new(0.0, middle - 7.0, 0.0, 14.0), true);
        bar(&mut sheet, zero, unit, each.direct, Area::new(0.0, middle - 11.0, 0.0, 22.0), false);
        let mut x = right;
        for (value, strong) in [(each.total(0.0), false), (total, true), (each.total(1.0), false)] {
            x += FIGURE;
            sheet.text((x, middle), signed(words, value), 13.0, strong, false, Anchor::End);
        }
        let args = [
            ("name", named.as_str().into()),
            ("direct", signed(words, each.direct).into()),
            ("second", signed(words, each.indirect).into()),
            ("weight", numbers.number(weight, decimals(weight)).into()),
            ("total", signed(words, total).into()),
            ("one", signed(words, each.total(1.0)).into()),
            ("place", held::said(words, hold.as_ref()).into()),
        ];
        let area = Area::new(0.0, sheet.y, sheet.width, ROW);
        let text = words.say_with("indirect-influence-said", &args);
        let mark = sheet.mark(area, named.clone(), text, Leads::Lines(Axis::Rows, vec![each.item]));
        let value = |value: f64| Value::Number { value: Some(value), decimals: decimals(value), signed: true };
        let mut values = vec![Value::Text(named)];
        values.extend([each.direct, each.indirect, total].map(value));
        values.extend(held::values(hold.as_ref()));
        values.extend([each.total(0.0), each.total(1.0)].map(value));
        sheet.table.push(Some(mark), values);
        sheet.y += ROW;
        sheet.rule(sheet.y);
    }
    let (from, to, ink) = ((zero, first), (zero, sheet.y), setting.tokens.muted);
    sheet.canvas.line(from, to, 1.0, ink);
    if !found.paths.is_empty() {
        sheet.y += 14.0;
        let at = (sheet.inner, sheet.y + 10.0);
        sheet.text(at, words.say("indirect-strongest-paths"), 14.0, true, false, Anchor::Start);
        sheet.y += 26.0;
        for path in found.paths.iter().take(PATHS) {
            paths::line(&mut sheet, found, path);
        }
    }
    let returns = match found.returns {
        Returns::Kept => "indirect-returns-kept",
        Returns::Dropped => "indirect-returns-dropped",
    };
    let args = [
        ("n", found.items.len().into()),
        ("matrix", setting.matrix.name.as_str().into()),
        ("assessor", setting.assessor_name().into()),
        ("weight", numbers.number(weight, decimals(weight)).into()),
    ];
    let sentence = [
        words.say_with("indirect-influence-sentence", &args),
        words.say(returns),
        words.say("indirect-minus-minus"),
        held::sentence(words, found.left_out),
        found.basis.say(words),
    ];
    sheet.ended((0.0, frozen), &sentence)
}

/// A bar from zero: full for the total, an outline for what is direct.
fn bar(sheet: &mut Sheet<'_>, zero: f64, unit: f64, value: f64, at: Area, is_full: bool) {
    let end = zero + value * unit;
    let area = Area::new(zero.min(end), at.y, (end - zero).abs(), at.height);
    if is_full {
        let fill = sign_colour(sheet.setting, value >= 0.0);
        sheet.canvas.fill(area, fill);
    } else if area.width > 0.0 {
        let ink = sheet.setting.tokens.ink;
        sheet.canvas.border(area, ink);
    }
}
