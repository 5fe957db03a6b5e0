//! Making the agreed scores from those of several assessors (METHODS M10, the panel of a cell).
//!
//! Of the assessors chosen, those who said nothing or "?" take no part in a cell. Not applicable is no number: where
//! all who take part say it, it is agreed; where only some do, nobody but people can decide. Scores meet where they are
//! equal, differ at most by n points, or always, in their median. The two sides of a score are treated apart, each with
//! its own median; of one-sided scores that is the median of the scores, since benefit and trade-off of a score grow
//! with it. Of an even number the median is the lower or the upper of the two in the middle, as asked, never a number
//! that nobody gave. Scores of opposite signs meet only if that is asked for.

use ordito_model::{
    AssessmentKey, AssessorId, Axis, CellValue, Contents, Item, MatrixId, Points, Scale,
    check_on_scale,
};

/// Where scores meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Equal,
    /// They differ at most by this.
    Within(Points),
    Median,
}

/// Which of the two in the middle of an even number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Middle {
    /// Less benefit, more trade-off.
    #[default]
    Lower,
    Upper,
}

/// How a consensus is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsensusAsk {
    pub assessors: Vec<AssessorId>,
    pub way: Way,
    pub middle: Middle,
    /// Whether a positive and a negative score may meet.
    pub opposite_signs: bool,
    /// Fewest answers a cell needs: scores and "not applicable".
    pub fewest: usize,
}

/// Why a cell is left to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOpen {
    /// The scores are farther apart than asked.
    Apart,
    /// Some are positive, some negative.
    OppositeSigns,
    /// Some say that it does not apply, others score it.
    SomeNotApplicable,
    /// Fewer answers than asked.
    TooFew,
    /// Who answered does not know.
    NobodyKnows,
    /// The sides meet in a score that is not on the scale.
    OffScale,
    /// What the assessors wrote is together longer than a cell holds; nothing of it is cut.
    LongText,
}
impl LeftOpen {
    /// Its stable name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Apart => "apart",
            Self::OppositeSigns => "opposite_signs",
            Self::SomeNotApplicable => "some_not_applicable",
            Self::TooFew => "too_few",
            Self::NobodyKnows => "nobody_knows",
            Self::OffScale => "off_scale",
            Self::LongText => "long_text",
        }
    }
}

/// What the answers of a cell come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellMet {
    /// In this value; `alike` when all who take part gave it.
    In {
        value: CellValue,
        alike: bool,
    },
    Left(LeftOpen),
}

/// A crossing that at least one of the chosen answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetCrossing {
    pub row: Item,
    pub column: Item,
    /// In the order of the assessors asked for.
    pub said: Vec<CellValue>,
    /// What is agreed already.
    pub agreed: CellValue,
    pub met: CellMet,
}

/// What the answers of one cell come to; `None` when nobody answered.
pub fn met(said: &[CellValue], scale: &Scale, ask: &ConsensusAsk) -> Option<CellMet> {
    if !said.iter().any(|value| value.is_answered()) {
        return None;
    }
    let sides: Vec<(Points, Points)> = said
        .iter()
        .filter_map(|value| match value {
            CellValue::Scored { benefit, tradeoff } => Some((*benefit, *tradeoff)),
            _ => None,
        })
        .collect();
    let n_not_applicable = said
        .iter()
        .filter(|value| **value == CellValue::NotApplicable)
        .count();
    let n = sides.len() + n_not_applicable;
    Some(if n == 0 {
        CellMet::Left(LeftOpen::NobodyKnows)
    } else if n < ask.fewest {
        CellMet::Left(LeftOpen::TooFew)
    } else if sides.is_empty() {
        CellMet::In {
            value: CellValue::NotApplicable,
            alike: true,
        }
    } else if n_not_applicable > 0 {
        CellMet::Left(LeftOpen::SomeNotApplicable)
    } else {
        scores_met(&sides, scale, ask)
    })
}

fn scores_met(sides: &[(Points, Points)], scale: &Scale, ask: &ConsensusAsk) -> CellMet {
    let sorted = |of: fn(&(Points, Points)) -> Points| {
        let mut list: Vec<Points> = sides.iter().map(of).collect();
        list.sort_unstable();
        list
    };
    let (benefits, tradeoffs) = (sorted(|side| side.0), sorted(|side| side.1));
    let nets = sorted(|side| side.0.plus(side.1));
    let range = |list: &[Points]| i32::from(end(list, true).0) - i32::from(end(list, false).0);
    let widest = range(&benefits).max(range(&tradeoffs)).max(range(&nets));
    if widest == 0 {
        return CellMet::In {
            value: middle(&benefits, &tradeoffs, ask.middle),
            alike: true,
        };
    }
    if ask.way == Way::Equal || matches!(ask.way, Way::Within(most) if widest > i32::from(most.0)) {
        return CellMet::Left(LeftOpen::Apart);
    }
    if !ask.opposite_signs && end(&nets, false) < Points::ZERO && end(&nets, true) > Points::ZERO {
        return CellMet::Left(LeftOpen::OppositeSigns);
    }
    let value = middle(&benefits, &tradeoffs, ask.middle);
    if check_on_scale(value, scale).is_err() {
        return CellMet::Left(LeftOpen::OffScale);
    }
    CellMet::In {
        value,
        alike: false,
    }
}

fn end(sorted: &[Points], last: bool) -> Points {
    let found = if last { sorted.last() } else { sorted.first() };
    debug_assert!(found.is_some(), "only where somebody scored");
    found.copied().unwrap_or(Points(0))
}

fn middle(benefits: &[Points], tradeoffs: &[Points], which: Middle) -> CellValue {
    let of = |sorted: &[Points]| {
        let at = match which {
            Middle::Lower => sorted.len().saturating_sub(1) / 2,
            Middle::Upper => sorted.len() / 2,
        };
        debug_assert!(at < sorted.len(), "only where somebody scored");
        sorted.get(at).copied().unwrap_or(Points(0))
    };
    CellValue::Scored {
        benefit: of(benefits),
        tradeoff: of(tradeoffs),
    }
}

/// Every crossing of a matrix that one of the chosen answered outside laboratories, in the matrix's order; hidden rows
/// and columns are left out, as everywhere in the analyses.
pub fn crossings_met(
    contents: &Contents,
    matrix: MatrixId,
    ask: &ConsensusAsk,
) -> Vec<MetCrossing> {
    let Some(record) = contents.matrices.get(&matrix) else {
        return Vec::new();
    };
    let Some(scale) = contents.scales.get(&record.scale) else {
        return Vec::new();
    };
    let shown = |axis| {
        contents
            .lines_of(matrix, axis)
            .into_iter()
            .filter(|(_, line)| !line.hidden)
    };
    let columns: Vec<Item> = shown(Axis::Columns).map(|(item, _)| item).collect();
    let mut list = Vec::new();
    for (row, _) in shown(Axis::Rows) {
        for column in &columns {
            if record.kind.is_square() && row == *column {
                continue;
            }
            let value = |assessor: AssessorId| {
                let key = AssessmentKey {
                    matrix,
                    assessor,
                    round: 0,
                    row,
                    column: *column,
                };
                contents.value(&key)
            };
            let said: Vec<CellValue> = ask
                .assessors
                .iter()
                .map(|assessor| value(*assessor))
                .collect();
            if let Some(met) = met(&said, scale, ask) {
                let agreed = value(AssessorId::AGREED);
                list.push(MetCrossing {
                    row,
                    column: *column,
                    said,
                    agreed,
                    met,
                });
            }
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{assessor, contents, goal, policy, scale, values};

    fn ask(way: Way) -> ConsensusAsk {
        let assessors = vec![AssessorId::fixed(7), AssessorId::fixed(8)];
        ConsensusAsk {
            assessors,
            way,
            middle: Middle::Lower,
            opposite_signs: false,
            fewest: 2,
        }
    }
    /// What the answers come to, as typed, or why they do not.
    fn check(said: &str, ask: &ConsensusAsk, expected: &str) {
        let found = match met(&values(said).concat(), &scale(), ask) {
            None => "nothing".to_owned(),
            Some(CellMet::In { value, alike }) => {
                format!("{value}{}", if alike { " alike" } else { "" })
            }
            Some(CellMet::Left(why)) => format!("{why:?}"),
        };
        assert_eq!(found, expected, "{said} {ask:?}");
    }

    #[test]
    fn equal_is_equal_on_both_sides_and_blanks_and_doubts_take_no_part() {
        for (said, expected) in [
            ("2 2", "2 alike"),
            ("2 . ? 2", "2 alike"),
            ("2/-1 2/-1", "2/-1 alike"),
            ("0 0", "0 alike"),
            ("n n ?", "n alike"),
            ("2 1", "Apart"),
            // The same net, another story.
            ("2/-1 1", "Apart"),
            ("n 2", "SomeNotApplicable"),
            ("2 .", "TooFew"),
            ("n ?", "TooFew"),
            ("? ?", "NobodyKnows"),
            (". .", "nothing"),
        ] {
            check(said, &ask(Way::Equal), expected);
        }
        check(
            "2 .",
            &ConsensusAsk {
                fewest: 1,
                ..ask(Way::Equal)
            },
            "2 alike",
        );
    }

    #[test]
    fn within_n_takes_the_middle_one_and_never_across_the_signs() {
        let one = ask(Way::Within(Points::whole(1)));
        check("2 1", &one, "1");
        check(
            "2 1",
            &ConsensusAsk {
                middle: Middle::Upper,
                ..one.clone()
            },
            "2",
        );
        check("2 2 1", &one, "2");
        check("3 1", &one, "Apart");
        check("1 0", &one, "0");
        check("-1 -2", &one, "-2");
        // Within 2 the numbers meet, the signs do not.
        let two = ask(Way::Within(Points::whole(2)));
        check("1 -1", &two, "OppositeSigns");
        check(
            "1 -1",
            &ConsensusAsk {
                opposite_signs: true,
                ..two.clone()
            },
            "-1",
        );
        // Each side is looked at: the nets are 1 and 1, the benefits 3 and 1.
        check("3/-2 1", &one, "Apart");
        check("3/-2 2/-1", &one, "2/-2");
        check("n 1", &two, "SomeNotApplicable");
    }

    #[test]
    fn the_median_is_a_score_somebody_gave_on_each_side() {
        let median = ask(Way::Median);
        check("3 1 2", &median, "2");
        check("0 1 3 3", &median, "1");
        check(
            "0 1 3 3",
            &ConsensusAsk {
                middle: Middle::Upper,
                ..median.clone()
            },
            "3",
        );
        check("3 -1 2", &median, "OppositeSigns");
        check(
            "3 -1 2",
            &ConsensusAsk {
                opposite_signs: true,
                ..median.clone()
            },
            "2",
        );
        check(
            "-2 -2 1 3",
            &ConsensusAsk {
                opposite_signs: true,
                ..median.clone()
            },
            "-2",
        );
        check("2/-1 3 2/-1", &median, "2/-1");
        check("2/-1 3 1/-2", &median, "OppositeSigns");
        check("n 1 1", &median, "SomeNotApplicable");
        check("? 1 . 2", &median, "1");
    }

    #[test]
    fn of_one_sided_scores_the_sides_give_the_median_of_the_scores() {
        let levels = ["-3", "-2", "-1", "0", "1", "2", "3"];
        for middle in [Middle::Lower, Middle::Upper] {
            let ask = ConsensusAsk {
                opposite_signs: true,
                middle,
                ..ask(Way::Median)
            };
            for a in levels {
                for b in levels {
                    for c in levels {
                        for said in [format!("{a} {b}"), format!("{a} {b} {c}")] {
                            let mut nets: Vec<i8> =
                                said.split(' ').map(|part| part.parse().unwrap()).collect();
                            nets.sort_unstable();
                            let at = if middle == Middle::Lower {
                                (nets.len() - 1) / 2
                            } else {
                                nets.len() / 2
                            };
                            let expected = CellValue::net_of(Points::whole(nets[at]));
                            let found = met(&values(&said).concat(), &scale(), &ask);
                            assert!(
                                matches!(found, Some(CellMet::In { value, .. }) if value == expected),
                                "{said}: {found:?}"
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn crossings_come_in_the_order_of_the_matrix_and_hidden_ones_do_not() {
        let (one, two) = (AssessorId::fixed(7), AssessorId::fixed(8));
        let mut document = contents("1 . 2\n? n 3", &[one, two]);
        for (id, position) in [(one, 1), (two, 2)] {
            document.assessors.insert(id, assessor(position));
        }
        let key = AssessmentKey {
            matrix: MatrixId::fixed(1),
            assessor: two,
            round: 0,
            row: policy(1),
            column: goal(3),
        };
        document.assessments.remove(&key);
        let found = crossings_met(&document, MatrixId::fixed(1), &ask(Way::Equal));
        let said: Vec<String> = found
            .iter()
            .map(|each| {
                each.said
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        assert_eq!(said, ["1 1", "2 ", "? ?", "n n", "3 3"]);
        for (line, record) in &mut document.lines {
            record.hidden = line.item == goal(3);
        }
        assert_eq!(
            crossings_met(&document, MatrixId::fixed(1), &ask(Way::Equal)).len(),
            3
        );
    }
}
