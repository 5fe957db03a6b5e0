//! A comparison on paper and as a workbook: what is compared, figures, what has no counterpart, every difference with both
//! values and reasons, how it was reckoned.
//!
//! Every number comes from `analysis`; `sheet` is what a sheet says of one pair of sides, `workbook` all of it as tables.

mod sheet;
mod workbook;

use crate::figure::palette::{Look, score_colour, text_on};
use crate::report::sheet::{Cover, Fact, SheetFile};
use crate::report::tables::Workbook;
use ordito_analysis::{Change, Compared, Comparison, Pair, Place};
use ordito_model::{
    AssessmentKey, CellValue, ContentHash, Contents, Item, Matrix, Points, Rgb, Scale, Timestamp,
    Wording,
};
use ordito_words::Words;
use ordito_words::messages::CompareChanged;
use std::collections::BTreeMap;

/// Where a side comes from, already said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Provenance {
    /// The file's name.
    pub file: String,
    /// When: now, a named version, a step.
    pub moment: String,
    /// The hash of the whole document, where the sides do not hold all of it.
    pub hash: Option<ContentHash>,
}

/// The last change of a cell between the two versions that are compared.
#[derive(Debug, Clone, PartialEq)]
pub struct LastChange {
    pub before: CellValue,
    pub after: CellValue,
    pub by: String,
    pub at: Timestamp,
    pub n_steps: usize,
}

/// What is to be written.
#[derive(Debug, Clone, Copy)]
pub struct Printed<'a> {
    pub comparison: &'a Comparison,
    /// One for each side.
    pub provenance: &'a [Provenance],
    /// For each pair, where both sides are of one file at different times.
    pub changes: &'a [BTreeMap<AssessmentKey, LastChange>],
    pub words: &'a Words,
    pub now: Timestamp,
}

/// `A`, `B`, `C`, `D`.
pub const fn letter(side: usize) -> &'static str {
    match side {
        0 => "A",
        1 => "B",
        2 => "C",
        _ => "D",
    }
}

/// A sheet for each side against the first, as one file.
pub fn comparison_file(printed: &Printed<'_>) -> SheetFile {
    let words = printed.words;
    let sheets: Vec<_> = (1..printed.comparison.sides.len())
        .filter_map(|side| sheet::sheet(printed, side))
        .collect();
    let matrix = printed.matrix_name(0);
    let title = match sheets.as_slice() {
        [only] => only.title.clone(),
        _ => words.printed_title(matrix.as_str()),
    };
    let body = printed.contents(0).map_or("", Contents::body);
    let cover = Cover {
        words,
        now: printed.now,
        title,
        body,
        keyword: "printed-keyword",
        matrix: &matrix,
    };
    SheetFile::bound(cover, sheets)
}

/// All of it as tables.
pub fn comparison_workbook(printed: &Printed<'_>) -> Workbook {
    workbook::workbook(printed)
}

impl<'a> Printed<'a> {
    fn pair(&self, side: usize) -> Option<&'a Pair> {
        self.comparison.pairs.get(side.checked_sub(1)?)
    }
    fn contents(&self, side: usize) -> Option<&'a Contents> {
        self.comparison.sides.get(side).map(|side| &*side.contents)
    }
    fn matrix(&self, side: usize) -> Option<&'a Matrix> {
        self.contents(side)?
            .matrices
            .get(&self.comparison.sides.get(side)?.matrix)
    }
    fn scale(&self, side: usize) -> Option<&'a Scale> {
        self.contents(side)?.scales.get(&self.matrix(side)?.scale)
    }
    fn matrix_name(&self, side: usize) -> String {
        self.matrix(side)
            .map_or_else(String::new, |matrix| matrix.name.clone())
    }
    fn assessor(&self, side: usize) -> String {
        let one = self.comparison.sides.get(side);
        let named = one
            .and_then(|one| one.contents.assessors.get(&one.assessor))
            .map(|each| each.name.clone());
        let name = named.unwrap_or_default();
        match one.map_or(0, |one| one.round) {
            0 => name,
            round => self.words.compare_round(name, usize::from(round)),
        }
    }
    /// Code and name; a provisional wording says so.
    fn item(&self, contents: &Contents, item: Item) -> String {
        let (code, label) = contents.item_label(item);
        let name = format!("{code} {}", label.get(self.words.language()))
            .trim()
            .to_owned();
        if wording(contents, item) == Some(Wording::Provisional) {
            format!("{name} {}", self.words.sheets_provisional())
        } else {
            name
        }
    }
    fn line(&self, line: Option<&Compared>) -> String {
        let named =
            line.and_then(|line| Some(self.item(self.comparison.contents_of(line)?, line.item)));
        named.unwrap_or_default()
    }
    /// The picked row or column of a side.
    fn picked(&self, side: usize) -> Option<String> {
        let one = self.comparison.sides.get(side)?;
        Some(self.item(&one.contents, one.picked?.item))
    }
    /// The crossing by what it is called.
    fn place(&self, place: Place) -> [String; 2] {
        let made = self.comparison;
        [
            self.line(made.rows.get(place.row)),
            self.line(made.columns.get(place.column)),
        ]
    }
    fn value(&self, side: usize, place: Place) -> Option<CellValue> {
        self.comparison.dot(side, place).map(|dot| dot.value)
    }
    /// What stands in a cell: a score, a state, or that there is none.
    fn said(&self, value: Option<CellValue>) -> String {
        match value {
            None => self.words.printed_no_crossing(),
            Some(CellValue::Unscored) => self.words.sheets_unscored(),
            Some(value) => self.words.numbers().cell(value),
        }
    }
    /// Second minus first, said.
    fn difference(&self, side: usize, change: Change) -> String {
        match change {
            Change::Scores { net, .. } if net.abs() > 0.0 => self.words.numbers().shortest(net),
            Change::Scores { .. } | Change::States => "≠".to_owned(),
            Change::OnlyFirst => self.words.compare_only(letter(0)),
            Change::OnlySecond => self.words.compare_only(letter(side)),
            Change::Nothing => String::new(),
            Change::Equal => "=".to_owned(),
        }
    }
    /// Fill and ink of a score, on paper.
    fn colours(&self, side: usize, value: Option<CellValue>) -> Option<(Rgb, Rgb)> {
        let points: Points = value?.net()?;
        let fill = score_colour(points, self.scale(side)?, Look::Light);
        Some((fill, text_on(fill)))
    }
    /// What became of a cell between two versions, said.
    fn changed(&self, side: usize, place: Place) -> Option<String> {
        let changes = self.changes.get(side.checked_sub(1)?)?;
        let key = self
            .comparison
            .key(side, place)
            .or_else(|| self.comparison.key(0, place))?;
        let change = changes.get(&key)?;
        Some(self.words.compare_changed(CompareChanged {
            from: &self.said(Some(change.before)),
            n: change.n_steps,
            to: &self.said(Some(change.after)),
            when: &self.words.numbers().date_time(change.at),
            who: &ordito_words::say_author(&change.by, self.words),
        }))
    }

    /// Particulars of the sides: label, then what each says.
    fn identity(&self, sides: &[usize]) -> Vec<(String, Vec<String>)> {
        let words = self.words;
        let of = |what: &dyn Fn(usize) -> String| {
            sides.iter().map(|side| what(*side)).collect::<Vec<_>>()
        };
        let from = |side: usize| self.provenance.get(side).cloned().unwrap_or_default();
        let document = |side: usize, of: fn(&Contents) -> String| {
            self.contents(side).map_or_else(String::new, of)
        };
        let mut rows = vec![
            ("printed-file", of(&|side| from(side).file)),
            (
                "sheets-field-document",
                of(&|side| document(side, |contents| contents.title().to_owned())),
            ),
            (
                "sheets-field-body",
                of(&|side| document(side, |contents| contents.body().to_owned())),
            ),
            ("printed-moment", of(&|side| from(side).moment)),
            ("sheets-matrix", of(&|side| self.matrix_name(side))),
            ("sheets-field-scale", of(&|side| self.scale_name(side))),
            ("sheets-field-assessor", of(&|side| self.assessor(side))),
            (
                "printed-line",
                of(&|side| self.picked(side).unwrap_or_default()),
            ),
            (
                "sheets-field-id",
                of(&|side| document(side, Contents::id_text)),
            ),
            (
                "sheets-field-hash",
                of(&|side| {
                    let whole = || self.contents(side).map(Contents::hash);
                    from(side)
                        .hash
                        .or_else(whole)
                        .map_or_else(String::new, |hash| hash.to_string())
                }),
            ),
        ];
        rows.retain(|(_, values)| values.iter().any(|value| !value.is_empty()));
        rows.into_iter()
            .map(|(key, values)| (words.say(key), values))
            .collect()
    }
    fn scale_name(&self, side: usize) -> String {
        let Some(scale) = self.scale(side) else {
            return String::new();
        };
        let name = scale.name.get(self.words.language());
        if scale.version.is_empty() {
            name.to_owned()
        } else {
            format!("{name} ({})", scale.version)
        }
    }

    /// The figures of a pair, with their captions.
    fn figures(&self, side: usize) -> Vec<Fact> {
        let (words, numbers) = (self.words, self.words.numbers());
        let Some(found) = self.pair(side).map(|pair| &pair.agreement) else {
            return Vec::new();
        };
        let maybe = |value: Option<f64>| {
            value.map_or_else(|| "–".to_owned(), |value| numbers.number(value, 2))
        };
        let equal = match found.exact_share() {
            Some(share) => format!(
                "{} ({})",
                numbers.count(found.exact),
                numbers.percent(share)
            ),
            None => numbers.count(found.exact),
        };
        let only = |side: usize| words.printed_only(letter(side));
        [
            (words.compare_both(), numbers.count(found.both)),
            (words.compare_equal(), equal),
            (words.compare_mean(), maybe(found.mean_net)),
            (
                words.compare_opposite(),
                numbers.count(found.opposite_signs),
            ),
            (words.compare_kappa(), maybe(found.kappa)),
            (only(0), numbers.count(found.only_left + found.outside_left)),
            (
                only(side),
                numbers.count(found.only_right + found.outside_right),
            ),
            (
                words.printed_other_states(),
                numbers.count(found.other_states),
            ),
        ]
        .into_iter()
        .map(|(label, value)| Fact { label, value })
        .collect()
    }

    /// What a reader must know first.
    fn marks(&self, sides: &[usize]) -> Vec<String> {
        let words = self.words;
        let mut marks = Vec::new();
        let illustrative = |side: &usize| {
            self.matrix(*side).is_some_and(|matrix| matrix.illustrative)
                || self
                    .contents(*side)
                    .and_then(|contents| contents.info())
                    .is_some_and(|info| info.illustrative)
        };
        if sides.iter().any(illustrative) {
            marks.push(words.sheets_mark_illustrative());
        }
        let lines = || self.comparison.rows.iter().chain(&self.comparison.columns);
        for (wanted, key) in [
            (Wording::Provisional, "sheets-mark-provisional"),
            (Wording::ToFill, "sheets-mark-to-fill"),
        ] {
            let is = |line: &&Compared| {
                let contents = self.comparison.contents_of(line);
                contents.and_then(|contents| wording(contents, line.item)) == Some(wanted)
            };
            let n = lines().filter(is).count();
            if n > 0 {
                marks.push(words.say_with(key, &[("n", n.into())]));
            }
        }
        let differ = |side: &usize| {
            self.pair(*side)
                .is_some_and(|pair| pair.agreement.scales_differ)
        };
        if sides.iter().any(differ) {
            marks.push(words.compare_scales_differ());
        }
        marks
    }

    /// How it was reckoned, a sentence each.
    fn method(&self) -> Vec<String> {
        let keys = [
            "sheets-formula-states",
            "printed-formula-agreement",
            "printed-formula-kappa",
            "printed-formula-align",
            "printed-formula-side",
        ];
        keys.map(|key| self.words.say(key)).to_vec()
    }
}

fn wording(contents: &Contents, item: Item) -> Option<Wording> {
    match item {
        Item::Policy(id) => contents.policies.get(&id).map(|policy| policy.wording),
        Item::Goal(id) => contents.goals.get(&id).map(|goal| goal.wording),
    }
}
