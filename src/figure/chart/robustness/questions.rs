//! What could change an order: the weight of a column, a cell that nobody answered.

use super::super::{Chart, Leads, Value};
use super::{HEAD, ROW, Sheet, mix, percent, share_text};
use crate::analysis::robustness::stability::Change;
use crate::figure::shape::{Anchor, Area};
use crate::model::Axis;

impl Sheet<'_> {
    /// Between which weights the ranking, and its first place, stay.
    pub(super) fn stability(mut self) -> Chart {
        const COLUMNS: [(&str, f64); 3] = [("robust-weight", 66.0), ("robust-from", 66.0), ("robust-to", 66.0)];
        let figures = self.heads(&COLUMNS);
        let name = (self.width * 0.27).clamp(170.0, 320.0);
        let (left, right) = (self.inner + name + 8.0, figures - 16.0);
        let at = |share: f64| left + share * (right - left);
        for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
            let text = percent(self.words(), share);
            let y = self.y + HEAD - 20.0;
            self.text((at(share), y), text, 12.0, false, true, Anchor::Middle);
        }
        self.under_heads();
        let frozen = self.y;
        let words = self.words();
        for interval in &self.found.intervals {
            let middle = self.y + ROW / 2.0;
            let named = self.setting.name(interval.column);
            self.name(&named, self.inner, middle, name - 4.0);
            let tokens = &self.setting.tokens;
            let ends = |lower: Option<Change>, upper: Option<Change>| {
                (lower.map_or(0.0, |change| change.at), upper.map_or(1.0, |change| change.at))
            };
            let (low, high) = ends(interval.lower, interval.upper);
            let (first_low, first_high) = ends(interval.first_lower, interval.first_upper);
            self.canvas.line((at(0.0), middle), (at(1.0), middle), 1.0, tokens.line);
            self.canvas.line(
                (at(first_low), middle),
                (at(first_high), middle),
                5.0,
                mix(tokens.primary, tokens.surface, 0.65),
            );
            self.canvas.fill(Area::new(at(low), middle - 7.0, (at(high) - at(low)).max(1.0), 14.0), tokens.primary);
            let weight = at(interval.weight);
            self.canvas.fill(Area::new(weight - 3.0, middle - 11.0, 6.0, 22.0), tokens.surface);
            self.canvas.fill(Area::new(weight - 1.5, middle - 11.0, 3.0, 22.0), tokens.ink);
            let texts = [interval.weight, low, high].map(|share| share_text(words, share));
            self.figures(&COLUMNS, &texts, middle);
            let change = |change: Option<Change>| -> String {
                let Some(change) = change else { return words.say("robust-no-change") };
                let name = |row: usize| {
                    self.found.rows.items.get(row).map(|item| self.setting.name(*item)).unwrap_or_default()
                };
                let args = [
                    ("at", share_text(words, change.at).into()),
                    ("below", name(change.below).into()),
                    ("above", name(change.above).into()),
                ];
                words.say_with("robust-change", &args)
            };
            let (below, above) = (change(interval.lower), change(interval.upper));
            let args = [
                ("name", named.as_str().into()),
                ("weight", share_text(words, interval.weight).into()),
                ("low", share_text(words, low).into()),
                ("high", share_text(words, high).into()),
                ("below", below.as_str().into()),
                ("above", above.as_str().into()),
                ("first-low", share_text(words, first_low).into()),
                ("first-high", share_text(words, first_high).into()),
            ];
            let text = words.say_with("robust-stability-said", &args);
            self.table.push(
                Some(self.marks.len()),
                vec![
                    Value::Text(named.clone()),
                    Value::Share(Some(interval.weight)),
                    Value::Share(Some(low)),
                    Value::Share(Some(high)),
                    Value::Share(Some(first_low)),
                    Value::Share(Some(first_high)),
                    Value::Text(below),
                    Value::Text(above),
                ],
            );
            self.mark(self.y, ROW, &named, text, Leads::Lines(Axis::Columns, vec![interval.column]));
            self.y += ROW;
            self.rule();
        }
        let sentence = self.sentence("robust-sentence-stability");
        self.ended(frozen, sentence)
    }

    /// The missing cells that could move their row over the most places.
    pub(super) fn gaps(mut self) -> Chart {
        const COLUMNS: [(&str, f64); 4] =
            [("robust-rank", 72.0), ("robust-best", 72.0), ("robust-worst", 72.0), ("robust-places", 72.0)];
        let figures = self.heads(&COLUMNS);
        let name = (self.width * 0.42).clamp(200.0, 520.0);
        let (left, right) = (self.inner + name + 8.0, figures - 12.0);
        self.under_heads();
        let frozen = self.y;
        let n = (self.found.robustness.rows.len() + self.found.robustness.unranked.len()).max(2);
        let at = |rank: usize| left + (rank.saturating_sub(1)) as f64 / (n - 1) as f64 * (right - left);
        let words = self.words();
        let numbers = words.numbers();
        for gap in &self.found.gaps {
            let middle = self.y + ROW / 2.0;
            let (row, column) = (self.setting.name(gap.row), self.setting.name(gap.column));
            let named = format!("{row} × {column}");
            self.name(&named, self.inner, middle, name - 4.0);
            let tokens = &self.setting.tokens;
            self.canvas.line((at(1), middle), (at(n), middle), 1.0, tokens.line);
            self.canvas.line((at(gap.best_rank), middle), (at(gap.worst_rank), middle), 6.0, tokens.primary);
            if let Some(rank) = gap.rank {
                self.canvas.fill(Area::new(at(rank) - 3.0, middle - 9.0, 6.0, 18.0), tokens.surface);
                self.canvas.fill(Area::new(at(rank) - 1.5, middle - 9.0, 3.0, 18.0), tokens.ink);
            }
            let texts = [
                gap.rank.map_or_else(|| "–".to_owned(), |rank| numbers.count(rank)),
                numbers.count(gap.best_rank),
                numbers.count(gap.worst_rank),
                numbers.count(gap.ranks()),
            ];
            self.figures(&COLUMNS, &texts, middle);
            let state = words.say(if gap.dont_know { "figure-dont-know" } else { "figure-unscored" });
            let args = [
                ("cell", named.as_str().into()),
                ("state", state.as_str().into()),
                ("rank", Value::figure(gap.rank.map(|rank| rank as f64), 0).say(words).into()),
                ("best", gap.best_rank.into()),
                ("worst", gap.worst_rank.into()),
                ("low", numbers.signed(gap.low, 2).into()),
                ("high", numbers.signed(gap.high, 2).into()),
            ];
            let text = words.say_with("robust-gap-said", &args);
            self.table.push(
                Some(self.marks.len()),
                vec![
                    Value::Text(row),
                    Value::Text(column),
                    Value::Text(state),
                    Value::figure(gap.rank.map(|rank| rank as f64), 0),
                    Value::Count(gap.best_rank),
                    Value::Count(gap.worst_rank),
                    Value::Count(gap.ranks()),
                    Value::index(gap.index),
                    Value::index(Some(gap.low)),
                    Value::index(Some(gap.high)),
                ],
            );
            self.mark(self.y, ROW, &named, text, Leads::Cells(vec![(gap.row, gap.column)]));
            self.y += ROW;
            self.rule();
        }
        let sentence = self.sentence("robust-sentence-gaps");
        self.ended(frozen, sentence)
    }
}
