//! Rows in their order: ranks over all draws, intervals of the index, and the order under other weights.

use super::super::{Chart, Leads, Value};
use super::{HEAD, ROW, Sheet, mix, percent, ranks_of};
use crate::analysis::equal::Ruler;
use crate::analysis::robustness::Ranked;
use crate::figure::palette::text_on;
use crate::figure::shape::{Anchor, Area, Weight, baseline};
use crate::model::Axis;

impl Sheet<'_> {
    /// Rows group by group, best first, each drawn by `draw` at the middle of its line.
    fn rows(&mut self, draw: impl Fn(&mut Self, &Ranked, f64)) {
        let robustness = &self.found.robustness;
        let mut last = None;
        for place in robustness.order() {
            let Some(row) = robustness.rows.get(place) else { continue };
            if last != Some(row.group) {
                last = Some(row.group);
                let n = robustness.rows.iter().filter(|other| other.group == row.group).count();
                self.group(row.group, n);
            }
            let middle = self.y + ROW / 2.0;
            draw(self, row, middle);
            let name = self.setting.name(row.item);
            let text = self.said(row, &name);
            self.table.push(Some(self.marks.len()), values(row, name.clone()));
            self.mark(self.y, ROW, &name, text, Leads::Lines(Axis::Rows, vec![row.item]));
            self.y += ROW;
            self.rule();
        }
        for item in &self.found.robustness.unranked {
            // Nothing scored: in the table, with no rank.
            let mut values = vec![Value::Text(self.setting.name(*item))];
            values.resize(self.table.heads.len(), Value::figure(None, 0));
            self.table.push(None, values);
        }
    }

    fn said(&self, row: &Ranked, name: &str) -> String {
        let (words, numbers) = (self.words(), self.words().numbers());
        let args = [
            ("name", name.into()),
            ("rank", row.rank.into()),
            ("index", numbers.signed(row.index, 2).into()),
            ("low", numbers.signed(row.low, 2).into()),
            ("high", numbers.signed(row.high, 2).into()),
            ("mean", numbers.number(row.mean_rank, 1).into()),
            ("first", percent(words, row.acceptability.first().copied().unwrap_or(0.0)).into()),
            ("three", percent(words, row.top_three).into()),
            ("group", (row.group + 1).into()),
            ("scored", row.scored.into()),
            ("possible", row.possible.into()),
        ];
        words.say_with("robust-said", &args)
    }

    /// Shares of ranks as one bar: dark is the first rank, light the last.
    pub(super) fn ranks(mut self) -> Chart {
        const COLUMNS: [(&str, f64); 4] =
            [("robust-first", 66.0), ("robust-top-three", 66.0), ("robust-mean-rank", 66.0), ("chart-index", 66.0)];
        let figures = self.heads(&COLUMNS);
        let name = (self.width * 0.27).clamp(170.0, 320.0);
        let left = self.inner + name;
        let head = self.words().say("robust-ranks-head");
        let y = self.y + HEAD - 20.0;
        self.text((left, y), head, 12.0, false, true, Anchor::Start);
        self.under_heads();
        let frozen = self.y;
        let n = self.found.robustness.rows.len();
        let bar = figures - left - 8.0;
        self.rows(|sheet, row, middle| {
            let (setting, words) = (sheet.setting, sheet.words());
            let named = setting.name(row.item);
            sheet.ranked(row.rank, &named, middle, name - 12.0);
            let mut x = left;
            for (rank, share) in row.acceptability.iter().enumerate() {
                let long = share * bar;
                if long < 0.25 {
                    x += long;
                    continue;
                }
                let tokens = &setting.tokens;
                let light = if n > 1 { rank as f64 / (n - 1) as f64 } else { 0.0 };
                let fill = mix(tokens.primary, tokens.surface, light * 0.88);
                sheet.canvas.fill(Area::new(x, middle - 10.0, (long - 0.5).max(0.25), 20.0), fill);
                // Most shares are thinner than any text: none is made for them.
                let text = if long > 6.0 { words.numbers().count(rank + 1) } else { String::new() };
                if !text.is_empty() && long > setting.measure.width(&text, 12.0, Weight::Regular) + 6.0 {
                    let at = (x + long / 2.0, baseline(middle, 12.0));
                    sheet.canvas.text(at, text, 12.0, Weight::Regular, text_on(fill), Anchor::Middle);
                }
                x += long;
            }
            let values = [
                percent(words, row.acceptability.first().copied().unwrap_or(0.0)),
                percent(words, row.top_three),
                words.numbers().number(row.mean_rank, 1),
                words.numbers().signed(row.index, 2),
            ];
            sheet.figures(&COLUMNS, &values, middle);
        });
        let sentence = self.sentence("robust-sentence-ranks");
        self.ended(frozen, sentence)
    }

    /// The index with the interval in which nine draws in ten lie.
    pub(super) fn intervals(mut self) -> Chart {
        const COLUMNS: [(&str, f64); 3] = [("robust-low", 62.0), ("chart-index", 66.0), ("robust-high", 62.0)];
        let figures = self.heads(&COLUMNS);
        let name = (self.width * 0.27).clamp(170.0, 320.0);
        let (left, right) = (self.inner + name + 16.0, figures - 16.0);
        let at = |value: f64| left + f64::midpoint(value, 1.0) * (right - left);
        for value in [-1.0, -0.5, 0.0, 0.5, 1.0] {
            let text = self.words().numbers().signed(value, 1);
            let y = self.y + HEAD - 20.0;
            self.text((at(value), y), text, 12.0, false, true, Anchor::Middle);
        }
        self.under_heads();
        let frozen = self.y;
        self.rows(|sheet, row, middle| {
            let setting = sheet.setting;
            let named = setting.name(row.item);
            sheet.ranked(row.rank, &named, middle, name - 12.0);
            let (tokens, numbers) = (&setting.tokens, setting.words.numbers());
            for value in [-1.0, -0.5, 0.0, 0.5, 1.0] {
                let ink = if value == 0.0 { tokens.muted } else { tokens.line };
                sheet.canvas.line((at(value), middle - ROW / 2.0), (at(value), middle + ROW / 2.0), 1.0, ink);
            }
            sheet.canvas.line((at(row.low), middle), (at(row.high), middle), 4.0, tokens.primary);
            for end in [row.low, row.high] {
                sheet.canvas.line((at(end), middle - 6.0), (at(end), middle + 6.0), 2.0, tokens.primary);
            }
            let dot = at(row.index);
            sheet.canvas.fill(Area::new(dot - 3.5, middle - 7.0, 7.0, 14.0), tokens.surface);
            sheet.canvas.fill(Area::new(dot - 2.0, middle - 7.0, 4.0, 14.0), tokens.ink);
            let values = [row.low, row.index, row.high].map(|value| numbers.signed(value, 2));
            sheet.figures(&COLUMNS, &values, middle);
        });
        let sentence = self.sentence("robust-sentence-intervals");
        self.ended(frozen, sentence)
    }

    /// The ranking under other weights, beside how far the one of the matrix holds.
    pub(super) fn live(mut self, weights: &[f64]) -> Chart {
        const COLUMNS: [(&str, f64); 4] =
            [("robust-index-now", 72.0), ("robust-moved", 72.0), ("robust-mean-rank", 66.0), ("robust-group", 62.0)];
        let figures = self.heads(&COLUMNS);
        let name = (self.width * 0.42).clamp(190.0, 400.0);
        let (left, right) = (self.inner + name + 8.0, figures - 4.0);
        self.under_heads();
        let frozen = self.y;
        let rows = &self.found.rows;
        let mut values = vec![0.0; rows.items.len()];
        rows.indices_with(&rows.nets, weights, &mut values);
        let ranks = ranks_of(&values);
        let mut order: Vec<usize> = (0..values.len()).collect();
        let value = |row: usize| values.get(row).copied().unwrap_or(0.0);
        order.sort_by(|a, b| Ruler::SHARES.order(value(*b), value(*a)).then(a.cmp(b)));
        let lowest = values.iter().copied().fold(0.0, f64::min);
        let highest = values.iter().copied().fold(lowest + 0.01, f64::max);
        let at = |value: f64| left + (value - lowest) / (highest - lowest) * (right - left).max(40.0);
        let words = self.words();
        let numbers = words.numbers();
        for place in order {
            let Some(row) = self.found.robustness.rows.get(place) else { continue };
            let (now, rank) = (value(place), ranks.get(place).copied().unwrap_or(1));
            let middle = self.y + ROW / 2.0;
            let named = self.setting.name(row.item);
            self.ranked(rank, &named, middle, name - 4.0);
            let tokens = &self.setting.tokens;
            let (from, to) = (at(0.0).min(at(now)), at(0.0).max(at(now)));
            self.canvas.fill(Area::new(from, middle - 7.0, to - from, 14.0), tokens.primary);
            self.canvas.line((at(0.0), middle - ROW / 2.0), (at(0.0), middle + ROW / 2.0), 1.0, tokens.muted);
            let moved = row.rank as i64 - rank as i64;
            let moved_text = match moved {
                0 => "=".to_owned(),
                up if up > 0 => format!("▲ {up}"),
                down => format!("▼ {}", -down),
            };
            let texts = [
                numbers.signed(now, 2),
                moved_text.clone(),
                numbers.number(row.mean_rank, 1),
                numbers.count(row.group + 1),
            ];
            self.figures(&COLUMNS, &texts, middle);
            let args = [
                ("name", named.as_str().into()),
                ("rank", rank.into()),
                ("index", numbers.signed(now, 2).into()),
                ("before", row.rank.into()),
                ("mean", numbers.number(row.mean_rank, 1).into()),
                ("group", (row.group + 1).into()),
            ];
            let text = words.say_with("robust-live-said", &args);
            self.table.push(
                Some(self.marks.len()),
                vec![
                    Value::Text(named.clone()),
                    Value::Count(rank),
                    Value::index(Some(now)),
                    Value::Count(row.rank),
                    Value::index(Some(row.index)),
                    Value::Number { value: Some(moved as f64), decimals: 0, signed: true },
                    Value::figure(Some(row.mean_rank), 1),
                    Value::Count(row.group + 1),
                ],
            );
            self.mark(self.y, ROW, &named, text, Leads::Lines(Axis::Rows, vec![row.item]));
            self.y += ROW;
            self.rule();
        }
        let sentence = self.sentence("robust-sentence-weights");
        self.ended(frozen, sentence)
    }
}

fn values(row: &Ranked, name: String) -> Vec<Value> {
    vec![
        Value::Text(name),
        Value::Count(row.group + 1),
        Value::Count(row.rank),
        Value::index(Some(row.index)),
        Value::index(Some(row.mean)),
        Value::index(Some(row.low)),
        Value::index(Some(row.high)),
        Value::figure(Some(row.mean_rank), 1),
        Value::Share(row.acceptability.first().copied()),
        Value::Share(Some(row.top_three)),
        Value::Share(row.confidence_factor),
        Value::Count(row.scored),
        Value::Count(row.possible),
    ]
}
