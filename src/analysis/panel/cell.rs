//! METHODS M10: how far the assessors of one cell agree.
//!
//! Statistics are of the net scores of those who scored, on the scale's points; who said n.a. or "?" is counted apart.
//! Consensus: Tastle & Wierman 2007. Agreement A: van der Eijk 2001. D: Leik 1966. Quartiles: linear interpolation
//! (Hyndman & Fan 1996, type 7, as in R and Excel).

use crate::equal::{Ruler, plain, settled};
use ordito_model::{CellValue, Points, Scale};

/// When a cell counts as agreed; shown beside every result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ConsensusRule {
    /// Fewest scores to judge by.
    pub fewest: usize,
    /// Largest interquartile range, in score points.
    pub largest_iqr: f64,
    /// Whether a positive and a negative score may stand side by side.
    pub opposite_signs: bool,
    /// Share of positive and of negative scores, both, from which a cell is polarised.
    pub polarised_share: f64,
}
impl Default for ConsensusRule {
    fn default() -> Self {
        Self {
            fewest: 2,
            largest_iqr: 1.0,
            opposite_signs: false,
            polarised_share: 0.25,
        }
    }
}

/// What a panel's scores of one cell come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Fewer scores than the rule asks for.
    TooFew,
    /// The rule holds.
    Agreed,
    /// Not agreed, in two camps: A < 0, or both signs from the rule's share up.
    Polarised,
    /// Close together, and not agreed only because a positive and a negative score stand side by side.
    OppositeSigns,
    /// Not agreed, without camps: the quartiles are further apart than the rule allows.
    Scattered,
}

/// Statistics of one cell over a panel.
#[derive(Debug, Clone, PartialEq)]
pub struct CellPanel {
    /// Scores the statistics rest on.
    pub n: usize,
    pub not_applicable: usize,
    pub dont_know: usize,
    /// The middle score, or the lower of the two.
    pub lower_median: Points,
    /// The middle score, or the higher of the two.
    pub upper_median: Points,
    /// The most frequent scores, lowest first.
    pub modes: Vec<Points>,
    /// Scores that are one given mode, of all: 0…1.
    pub mode_share: f64,
    /// First and third quartile, in score points.
    pub quartiles: (f64, f64),
    pub lowest: Points,
    pub highest: Points,
    pub negative: usize,
    pub zero: usize,
    pub positive: usize,
    /// Tastle & Wierman's consensus, 0 (two ends of the scale) … 1 (one score); `None` on a scale without width.
    pub consensus: Option<f64>,
    /// Van der Eijk's A, −1 (two ends) … 0 (even spread) … 1 (one score); `None` when a net score is no level of the
    /// scale or the scale has fewer than three.
    pub agreement: Option<f64>,
    /// Leik's ordinal dispersion, 0 (one score) … 1 (two ends); `None` as for A, from two levels.
    pub dispersion: Option<f64>,
    pub verdict: Verdict,
}

impl CellPanel {
    /// The statistics of what the assessors of a panel said of one cell (the agreed one is no party to it); `None`
    /// when nobody scored.
    pub fn of(said: &[CellValue], scale: &Scale, rule: &ConsensusRule) -> Option<Self> {
        let mut scores: Vec<Points> = said.iter().filter_map(|value| value.net()).collect();
        scores.sort_unstable();
        let (lowest, highest) = (*scores.first()?, *scores.last()?);
        let n = scores.len();
        let lower_median = *scores.get((n - 1) / 2)?;
        let upper_median = *scores.get(n / 2)?;
        let counts = counts(&scores);
        let most = counts.iter().map(|(_, count)| *count).max()?;
        let frequencies = frequencies(&counts, scale);
        let sign = |test: fn(i16) -> bool| scores.iter().filter(|score| test(score.0)).count();
        let mut panel = Self {
            n,
            not_applicable: said
                .iter()
                .filter(|value| **value == CellValue::NotApplicable)
                .count(),
            dont_know: said
                .iter()
                .filter(|value| **value == CellValue::DontKnow)
                .count(),
            lower_median,
            upper_median,
            modes: counts
                .iter()
                .filter(|(_, count)| *count == most)
                .map(|(score, _)| *score)
                .collect(),
            mode_share: most as f64 / n as f64,
            quartiles: (quantile(&scores, 1), quantile(&scores, 3)),
            lowest,
            highest,
            negative: sign(|score| score < 0),
            zero: sign(|score| score == 0),
            positive: sign(|score| score > 0),
            consensus: consensus(&scores, scale.highest().value() - scale.lowest().value()),
            agreement: frequencies.as_deref().and_then(agreement),
            dispersion: frequencies.as_deref().and_then(dispersion),
            verdict: Verdict::TooFew,
        };
        panel.verdict = panel.judge(rule);
        Some(panel)
    }

    /// Interquartile range, in score points; quartiles are whole quarters of hundredths.
    pub fn iqr(&self) -> f64 {
        plain(self.quartiles.1 - self.quartiles.0)
    }

    /// The verdict under another rule.
    pub fn judge(&self, rule: &ConsensusRule) -> Verdict {
        let both_signs = self.negative > 0 && self.positive > 0;
        let share = |count: usize| count as f64 / self.n as f64;
        let is_narrow = !Ruler::POINTS.is_above(self.iqr(), rule.largest_iqr);
        if self.n < rule.fewest {
            Verdict::TooFew
        } else if is_narrow && (rule.opposite_signs || !both_signs) {
            Verdict::Agreed
        } else if self.agreement.is_some_and(|a| a < 0.0)
            || !Ruler::SHARES.is_above(
                rule.polarised_share,
                share(self.negative).min(share(self.positive)),
            )
        {
            Verdict::Polarised
        } else if is_narrow {
            Verdict::OppositeSigns
        } else {
            Verdict::Scattered
        }
    }
}

/// Each score with how often it occurs, lowest first.
fn counts(sorted: &[Points]) -> Vec<(Points, usize)> {
    sorted
        .chunk_by(PartialEq::eq)
        .filter_map(|run| Some((*run.first()?, run.len())))
        .collect()
}

/// How often each level of the scale occurs, lowest first; `None` when a score is no level.
fn frequencies(counts: &[(Points, usize)], scale: &Scale) -> Option<Vec<usize>> {
    let mut levels: Vec<Points> = scale.levels.iter().map(|level| level.value).collect();
    levels.sort_unstable();
    let mut frequencies = vec![0; levels.len()];
    for (score, count) in counts {
        *frequencies.get_mut(levels.binary_search(score).ok()?)? = *count;
    }
    Some(frequencies)
}

/// So many quarters of sorted scores by linear interpolation between the ranks around `(n − 1) quarters/4`, counted in
/// quarters of hundredths.
fn quantile(sorted: &[Points], quarters: usize) -> f64 {
    let rank = sorted.len().saturating_sub(1) * quarters;
    let at = |place: usize| sorted.get(place).map_or(0, |score| i32::from(score.0));
    let (below, above) = (at(rank / 4), at(rank.div_ceil(4)));
    f64::from(4 * below + i32::try_from(rank % 4).unwrap_or(0) * (above - below)) / 400.0
}

/// `1 + Σ p_k log2(1 − |x_k − μ|/d)`, d the width of the scale (Tastle & Wierman 2007).
fn consensus(scores: &[Points], width: f64) -> Option<f64> {
    let n = scores.len() as f64;
    let mean = scores.iter().map(|score| score.value()).sum::<f64>() / n;
    let sum = scores
        .iter()
        .map(|score| (1.0 - (score.value() - mean).abs() / width).log2() / n)
        .sum::<f64>();
    (width > 0.0).then_some(1.0 + sum)
}

/// Van der Eijk's A: the distribution is taken apart into layers of equal height; each layer's A counts by its share.
fn agreement(frequencies: &[usize]) -> Option<f64> {
    if frequencies.len() < 3 {
        return None;
    }
    let total: usize = frequencies.iter().sum();
    let mut left = frequencies.to_vec();
    let mut sum = 0.0;
    while let Some(height) = left.iter().copied().filter(|count| *count > 0).min() {
        let layer: Vec<bool> = left.iter().map(|count| *count > 0).collect();
        let size = height * layer.iter().filter(|there| **there).count();
        sum += size as f64 / total as f64 * agreement_of_layer(&layer);
        for count in &mut left {
            *count = count.saturating_sub(height);
        }
    }
    // An even spread is 0, and no trace of two camps: layers that cancel leave nothing.
    Some(settled(sum, 1.0))
}

/// `A = U (1 − (S − 1)/(K − 1))`, `U = ((K − 2) TU − (K − 1) TDU) / ((K − 2)(TU + TDU))`: TU counts the triples 110 and
/// 011 of categories, TDU the triples 101; U = 1 where there are none.
fn agreement_of_layer(layer: &[bool]) -> f64 {
    let (mut unimodal, mut bimodal) = (0.0, 0.0);
    for (i, first) in layer.iter().enumerate() {
        for (j, second) in layer.iter().enumerate().skip(i + 1) {
            for third in layer.iter().skip(j + 1) {
                match (first, second, third) {
                    (true, false, true) => bimodal += 1.0,
                    (true, true, false) | (false, true, true) => unimodal += 1.0,
                    _ => {}
                }
            }
        }
    }
    let k = layer.len() as f64;
    let filled = layer.iter().filter(|there| **there).count() as f64;
    let triples = unimodal + bimodal;
    let u = if triples > 0.0 {
        ((k - 2.0) * unimodal - (k - 1.0) * bimodal) / ((k - 2.0) * triples)
    } else {
        1.0
    };
    u * (1.0 - (filled - 1.0) / (k - 1.0))
}

/// Leik's `D = 2 Σ d_k / (K − 1)`, `d_k = F_k` if `F_k ≤ ½`, else `1 − F_k`, F the cumulative shares.
fn dispersion(frequencies: &[usize]) -> Option<f64> {
    let total = frequencies.iter().sum::<usize>() as f64;
    let (mut below, mut sum) = (0, 0.0);
    for count in frequencies {
        below += count;
        let share = below as f64 / total;
        sum += share.min(1.0 - share);
    }
    (frequencies.len() > 1).then(|| 2.0 * sum / (frequencies.len() - 1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::written::{scale, values};

    fn panel(text: &str) -> CellPanel {
        CellPanel::of(&values(text).concat(), &scale(), &ConsensusRule::default()).unwrap()
    }
    fn near(found: Option<f64>, expected: f64) {
        assert!(
            (found.unwrap() - expected).abs() < 1e-9,
            "{found:?} is not {expected}"
        );
    }

    #[test]
    fn five_scores_by_hand() {
        let panel = panel("1 -2 n 3 1 0 ? .");
        // Sorted −2 0 1 1 3; quartiles at ranks 1 and 3 (NumPy's percentile says 0 and 1 too).
        assert_eq!((panel.n, panel.not_applicable, panel.dont_know), (5, 1, 1));
        assert_eq!(
            (panel.lower_median, panel.upper_median),
            (Points::whole(1), Points::whole(1))
        );
        assert_eq!(
            (panel.modes.clone(), panel.mode_share),
            (vec![Points::whole(1)], 0.4)
        );
        assert_eq!((panel.quartiles, panel.iqr()), ((0.0, 1.0), 1.0));
        assert_eq!(
            (panel.lowest, panel.highest),
            (Points::whole(-2), Points::whole(3))
        );
        assert_eq!((panel.negative, panel.zero, panel.positive), (1, 1, 3));
        // μ = 0.6, d = 6; deviations 2.6, 0.6, 0.4, 0.4, 2.4:
        // 1 + (log2(.56667) + log2(.9) + 2 log2(.93333) + log2(.6)) / 5.
        let expected = 1.0 + (3.4_f64 / 6.0 * 0.9 * (5.6 / 6.0) * (5.6 / 6.0) * 0.6).log2() / 5.0;
        near(panel.consensus, expected);
        // F over −3…3: 0, .2, .2, .4, .8, .8, 1 → d 0, .2, .2, .4, .2, .2, 0 = 1.2; D = 2.4/6.
        near(panel.dispersion, 0.4);
    }

    #[test]
    fn an_even_number_has_two_medians_and_may_have_several_modes() {
        let panel = panel("-2 3 0 1");
        assert_eq!(
            (panel.lower_median, panel.upper_median),
            (Points::whole(0), Points::whole(1))
        );
        assert_eq!(panel.modes.len(), 4);
        // NumPy: percentiles 25 and 75 of −2, 0, 1, 3 are −0.5 and 1.5.
        assert_eq!(panel.quartiles, (-0.5, 1.5));
    }

    #[test]
    fn one_score_and_two_ends_are_the_ends_of_every_measure() {
        let one = panel("2 2 2");
        near(one.consensus, 1.0);
        near(one.agreement, 1.0);
        near(one.dispersion, 0.0);
        let ends = panel("-3 3 -3 3");
        near(ends.consensus, 0.0);
        near(ends.agreement, -1.0);
        near(ends.dispersion, 1.0);
        near(panel("-3 -2 -1 0 1 2 3").agreement, 0.0);
    }

    #[test]
    fn a_is_what_the_agrmt_package_of_r_gives() {
        // Its documentation of `agreement` says 0.6113333. The pattern 1010000 by hand: 110 four times (both ones and
        // a later zero), 011 never, 101 once: U = (5·4 − 6·1)/(5·5) = 0.56, A = 0.56 (1 − 1/6).
        near(
            agreement(&[30, 40, 210, 130, 530, 50, 10]),
            0.611_333_333_333_333_3,
        );
        near(agreement(&[1, 0, 1, 0, 0, 0, 0]), 0.56 * 5.0 / 6.0);
        assert_eq!(agreement(&[1, 1]), None);
    }

    #[test]
    fn off_scale_nets_have_no_a_but_have_a_consensus() {
        let scale = Scale {
            levels: scale()
                .levels
                .into_iter()
                .filter(|level| level.value.0 != 100)
                .collect(),
            ..scale()
        };
        let said = values("3/-2 2").concat();
        let panel = CellPanel::of(&said, &scale, &ConsensusRule::default()).unwrap();
        assert_eq!((panel.agreement, panel.dispersion), (None, None));
        assert!(panel.consensus.is_some());
    }

    #[test]
    fn what_cancels_is_no_trace_of_two_camps() {
        // 0 three times and 2 four times on 0…3: a layer {0, 2} of six votes and a layer {2} of one. Of {0, 2} the triple
        // 0 1 2 is 101 and 0 2 3 is 110: U = (2·1 − 3·1)/(2·2) = −¼, A = −¼ (1 − 1/3) = −1/6; of {2} it is 1. Together
        // 6/7 · (−1/6) + 1/7 = 0 exactly.
        let mut on = scale();
        on.levels.retain(|level| level.value >= Points::ZERO);
        let said: Vec<CellValue> = [0, 0, 0, 2, 2, 2, 2]
            .map(|net| CellValue::net_of(Points::whole(net)))
            .to_vec();
        let panel = CellPanel::of(&said, &on, &ConsensusRule::default()).unwrap();
        assert_eq!(
            (panel.agreement, panel.verdict),
            (Some(0.0), Verdict::Scattered)
        );
        // Quartiles in whole quarters of hundredths: 1.1 − 0.1 is 1, and no more than 1.
        let tenths = |values: &[i16]| {
            values
                .iter()
                .map(|value| CellValue::net_of(Points(*value)))
                .collect::<Vec<_>>()
        };
        let panel = CellPanel::of(
            &tenths(&[10, 10, 110, 110]),
            &scale(),
            &ConsensusRule::default(),
        )
        .unwrap();
        assert_eq!(
            (panel.quartiles, panel.iqr(), panel.verdict),
            ((0.1, 1.1), 1.0, Verdict::Agreed)
        );
    }

    #[test]
    fn polarised_is_not_scattered_and_the_rule_is_a_setting() {
        assert_eq!(panel("2").verdict, Verdict::TooFew);
        assert_eq!(panel("1 2 2 2").verdict, Verdict::Agreed);
        assert_eq!(panel("-2 -2 2 2").verdict, Verdict::Polarised);
        // One sign, no camps: the quartiles of 0 0 1 2 3 are 0 and 2.
        let wide = panel("0 0 1 2 3");
        assert_eq!((wide.iqr(), wide.verdict), (2.0, Verdict::Scattered));
        // One of six against: under a quarter, A above 0.
        let one_against = panel("2 2 2 2 2 -1");
        assert_eq!(one_against.verdict, Verdict::OppositeSigns);
        let lenient = ConsensusRule {
            opposite_signs: true,
            ..ConsensusRule::default()
        };
        assert_eq!(one_against.judge(&lenient), Verdict::Agreed);
        assert_eq!(
            wide.judge(&ConsensusRule {
                largest_iqr: 2.0,
                ..ConsensusRule::default()
            }),
            Verdict::Agreed
        );
        assert_eq!(
            panel("1 2").judge(&ConsensusRule {
                fewest: 3,
                ..ConsensusRule::default()
            }),
            Verdict::TooFew
        );
    }

    #[test]
    fn nobody_scored_is_no_panel() {
        assert_eq!(
            CellPanel::of(
                &values("n ? .").concat(),
                &scale(),
                &ConsensusRule::default()
            ),
            None
        );
    }
}
