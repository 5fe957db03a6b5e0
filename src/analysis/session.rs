//! The figures of a laboratory (METHODS M10): each question round by round, what moved, agreement of the whole panel,
//! participation.
//!
//! Only revealed rounds are read: what is still being collected is hidden here too. Not here: words and names.

use super::{Alpha, CellPanel, Concordance, ConsensusRule, Metric, kendall, krippendorff};
use ordito_model::{
    CellValue, Contents, Lab, LabId, LabRule, Outcome, Participant, Points, QuestionId, Scale,
};
use std::collections::BTreeMap;

impl From<&LabRule> for ConsensusRule {
    fn from(rule: &LabRule) -> Self {
        Self {
            fewest: usize::from(rule.fewest),
            largest_iqr: rule.largest_iqr.value(),
            opposite_signs: rule.opposite_signs,
            polarised_share: f64::from(rule.polarised_percent) / 100.0,
        }
    }
}

/// One revealed round of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    /// From 1.
    pub round: u16,
    /// What each of those who vote said, in the session's order; unscored where nothing was said.
    pub said: Vec<CellValue>,
    /// `None` when nobody scored.
    pub panel: Option<CellPanel>,
    /// Those who answered: scored, n.a. or "?".
    pub votes: usize,
    /// Those who are present and did not answer.
    pub missing: usize,
}

/// What moved between two rounds, over those who scored in both.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Moved {
    /// Votes scored in both rounds.
    pub both: usize,
    /// Votes that are other ones, be it on one side only.
    pub moved: usize,
    pub up: usize,
    pub down: usize,
    /// Mean of later net minus earlier net, in score points; `None` when nothing was scored in both.
    pub mean_shift: Option<f64>,
    /// Mean of its magnitude.
    pub mean_distance: Option<f64>,
    /// Consensus in the earlier and in the later round (of a session: means over the questions that have both).
    pub before: Option<f64>,
    pub after: Option<f64>,
}

/// One question of the agenda.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    pub id: QuestionId,
    /// Revealed rounds, the first one first.
    pub rounds: Vec<Round>,
    /// From the first to the last revealed round; `None` with fewer than two.
    pub moved: Option<Moved>,
}
impl Asked {
    /// The round that was revealed last.
    pub fn last(&self) -> Option<&Round> {
        self.rounds.last()
    }
}

/// How far a panel agrees over the questions of a round.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PanelAgreement {
    /// The round; `None` is the last revealed round of each question.
    pub round: Option<u16>,
    /// Questions with votes.
    pub questions: usize,
    /// Krippendorff's α, interval metric.
    pub alpha: Option<Alpha>,
    /// The same with the ordinal metric.
    pub ordinal: Option<Alpha>,
    /// Kendall's W of the participants who scored anything, over the questions that all of these scored.
    pub concordance: Option<Concordance>,
}

/// How many questions came to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outcomes {
    pub agreed: usize,
    pub parked: usize,
    pub skipped: usize,
    /// Asked or not, without an outcome.
    pub open: usize,
}

/// The figures of one session.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub questions: Vec<Asked>,
    pub outcomes: Outcomes,
    /// Those who vote (persons, seats or tables) on the list, those present, and those who answered in a revealed round.
    pub listed: usize,
    pub present: usize,
    pub voted: usize,
    /// Last revealed rounds.
    pub agreement: PanelAgreement,
    /// Round by round.
    pub by_round: Vec<PanelAgreement>,
    /// From first to last revealed round, over all questions; `None` when no question has two.
    pub moved: Option<Moved>,
}

/// What one table of a room said in a round.
#[derive(Debug, Clone, PartialEq)]
pub struct AtTable {
    pub table: String,
    /// Of those who sit there and answered.
    pub said: Vec<CellValue>,
    /// `None` when nobody scored.
    pub panel: Option<CellPanel>,
}

/// Fewer votes than these at a table would say who gave them, where votes are of nobody.
pub const FEWEST_AT_TABLE: usize = 3;

/// Votes of a round table by table, in the tables' order; `said` is one for each who votes. Empty where there are not two
/// tables, and where the session is anonymous and few sit at one: what is left out could be worked out from the whole.
pub fn by_table(lab: &Lab, said: &[CellValue], scale: &Scale) -> Vec<AtTable> {
    let mut tables: BTreeMap<(usize, String), Vec<CellValue>> = BTreeMap::new();
    let answered = lab
        .voters()
        .zip(said)
        .filter(|(_, value)| value.is_answered());
    for (who, value) in answered {
        let table = who.table.trim().to_owned();
        if table.is_empty() {
            // Somebody sits nowhere: the parts are not the whole.
            return Vec::new();
        }
        // "2" before "10".
        let place = table.parse().unwrap_or(usize::MAX);
        tables.entry((place, table)).or_default().push(*value);
    }
    let few = tables.values().any(|said| said.len() < FEWEST_AT_TABLE);
    if tables.len() < 2 || lab.anonymous && few {
        return Vec::new();
    }
    let rule = ConsensusRule::from(&lab.rule);
    let table = |((_, table), said): ((usize, String), Vec<CellValue>)| AtTable {
        panel: CellPanel::of(&said, scale, &rule),
        table,
        said,
    };
    tables.into_iter().map(table).collect()
}

impl Session {
    /// `None` when the session, its matrix or its scale is not there.
    pub fn of(contents: &Contents, id: LabId) -> Option<Self> {
        let lab = contents.labs.get(&id)?;
        let scale = contents
            .scales
            .get(&contents.matrices.get(&lab.matrix)?.scale)?;
        let rule = ConsensusRule::from(&lab.rule);
        let agenda = contents.questions_of(id);
        let voters: Vec<&Participant> = lab.voters().collect();
        let mut outcomes = Outcomes::default();
        for (_, question) in &agenda {
            match &question.outcome {
                Some(Outcome::Agreed { .. }) => outcomes.agreed += 1,
                Some(Outcome::Parked { .. }) => outcomes.parked += 1,
                Some(Outcome::Skipped) => outcomes.skipped += 1,
                None => outcomes.open += 1,
            }
        }
        let questions: Vec<Asked> = agenda
            .iter()
            .map(|(id, question)| {
                let said = |round| -> Vec<CellValue> {
                    let vote = |who| {
                        contents
                            .vote(question, who, round)
                            .map_or(CellValue::Unscored, |vote| vote.value)
                    };
                    voters
                        .iter()
                        .map(|participant| vote(participant.id))
                        .collect()
                };
                let rounds: Vec<Round> = (1..=question.revealed)
                    .map(|round| {
                        let said = said(round);
                        let silent = voters.iter().zip(&said);
                        Round {
                            round,
                            panel: CellPanel::of(&said, scale, &rule),
                            votes: said.iter().filter(|value| value.is_answered()).count(),
                            missing: silent
                                .filter(|(who, value)| !who.absent && !value.is_answered())
                                .count(),
                            said,
                        }
                    })
                    .collect();
                let moved = match rounds.as_slice() {
                    [first, .., last] => Some(moved(&[(first, last)])),
                    _ => None,
                };
                Asked {
                    id: *id,
                    rounds,
                    moved,
                }
            })
            .collect();
        let n = voters.len();
        let answered = |place: usize| {
            let mut rounds = questions.iter().flat_map(|asked| &asked.rounds);
            rounds.any(|round| {
                round
                    .said
                    .get(place)
                    .is_some_and(|value| value.is_answered())
            })
        };
        let most = questions
            .iter()
            .map(|asked| asked.rounds.len())
            .max()
            .unwrap_or(0);
        let of_round = |place: usize| {
            questions
                .iter()
                .filter_map(|asked| asked.rounds.get(place))
                .collect::<Vec<_>>()
        };
        let by_round = (0..most)
            .map(|place| agreement(u16::try_from(place + 1).ok(), &of_round(place), n))
            .collect();
        let last: Vec<&Round> = questions.iter().filter_map(Asked::last).collect();
        let pairs: Vec<(&Round, &Round)> = questions
            .iter()
            .filter_map(|asked| match asked.rounds.as_slice() {
                [first, .., last] => Some((first, last)),
                _ => None,
            })
            .collect();
        Some(Self {
            outcomes,
            listed: n,
            present: voters.iter().filter(|who| !who.absent).count(),
            voted: (0..n).filter(|place| answered(*place)).count(),
            agreement: agreement(None, &last, n),
            by_round,
            moved: (!pairs.is_empty()).then(|| moved(&pairs)),
            questions,
        })
    }

    /// The figures of one question.
    pub fn question(&self, id: QuestionId) -> Option<&Asked> {
        self.questions.iter().find(|asked| asked.id == id)
    }
}

/// Votes on each level of the scale, lowest first, and those between levels or outside of it.
pub fn distribution(round: &Round, scale: &Scale) -> (Vec<(Points, usize)>, usize) {
    let mut levels: Vec<_> = scale.levels.iter().map(|level| (level.value, 0)).collect();
    levels.sort_unstable();
    let mut others = 0;
    for net in round.said.iter().filter_map(|value| value.net()) {
        match levels
            .binary_search_by_key(&net, |(value, _)| *value)
            .ok()
            .and_then(|place| levels.get_mut(place))
        {
            Some((_, count)) => *count += 1,
            None => others += 1,
        }
    }
    (levels, others)
}

/// What a net number hides: the votes with a co-benefit and a trade-off at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwoSided {
    /// Each such vote with how often it was given, the most frequent first.
    pub votes: Vec<(CellValue, usize)>,
    /// Lower median of all co-benefits and lower median of all trade-offs of those who scored.
    pub middle: CellValue,
}
impl TwoSided {
    /// `None` when every vote has one side.
    pub fn of(said: &[CellValue]) -> Option<Self> {
        let mut votes: Vec<(CellValue, usize)> = Vec::new();
        for value in said.iter().filter(|value| value.is_two_sided()) {
            match votes.iter_mut().find(|(known, _)| known == value) {
                Some((_, n)) => *n += 1,
                None => votes.push((*value, 1)),
            }
        }
        let sides = |value: CellValue| match value {
            CellValue::Scored { benefit, tradeoff } => (benefit, tradeoff),
            _ => (Points::ZERO, Points::ZERO),
        };
        votes.sort_by_key(|(value, n)| (std::cmp::Reverse(*n), sides(*value)));
        let median = |side: fn((Points, Points)) -> Points| {
            let scored = said.iter().filter(|value| value.is_scored());
            let mut points: Vec<Points> = scored.map(|value| side(sides(*value))).collect();
            points.sort_unstable();
            points
                .get(points.len().saturating_sub(1) / 2)
                .copied()
                .unwrap_or(Points::ZERO)
        };
        let middle = CellValue::Scored {
            benefit: median(|sides| sides.0),
            tradeoff: median(|sides| sides.1),
        };
        (!votes.is_empty()).then_some(Self { votes, middle })
    }
    /// How many votes have two sides.
    pub fn count(&self) -> usize {
        self.votes.iter().map(|(_, n)| n).sum()
    }
}

/// What to agree on, where nobody says otherwise: the lower median; by side where at least half of those who scored gave
/// two sides; n.a. or don't know where nobody scored. `None` when nobody answered.
pub fn middle(said: &[CellValue]) -> Option<CellValue> {
    let mut nets: Vec<Points> = said.iter().filter_map(|value| value.net()).collect();
    nets.sort_unstable();
    let two_sided = TwoSided::of(said).filter(|found| found.count() * 2 >= nets.len());
    let net = nets.get(nets.len().saturating_sub(1) / 2).copied();
    let silent = || {
        let count = |wanted| said.iter().filter(|value| **value == wanted).count();
        let (not_applicable, dont_know) =
            (count(CellValue::NotApplicable), count(CellValue::DontKnow));
        let wins = if not_applicable >= dont_know {
            CellValue::NotApplicable
        } else {
            CellValue::DontKnow
        };
        (not_applicable + dont_know > 0).then_some(wins)
    };
    two_sided
        .map(|found| found.middle)
        .or_else(|| net.map(CellValue::net_of))
        .or_else(silent)
}

fn moved(pairs: &[(&Round, &Round)]) -> Moved {
    let mut found = Moved::default();
    let (mut shift, mut distance) = (0.0, 0.0);
    let (mut before, mut after, mut both) = (0.0, 0.0, 0_usize);
    for (first, last) in pairs {
        for (before, after) in first.said.iter().zip(&last.said) {
            let (Some(one), Some(other)) = (before.net(), after.net()) else {
                continue;
            };
            let change = other.value() - one.value();
            found.both += 1;
            found.moved += usize::from(before != after);
            found.up += usize::from(other > one);
            found.down += usize::from(other < one);
            shift += change;
            distance += change.abs();
        }
        let consensus = |round: &Round| round.panel.as_ref().and_then(|panel| panel.consensus);
        if let (Some(one), Some(other)) = (consensus(first), consensus(last)) {
            before += one;
            after += other;
            both += 1;
        }
    }
    let mean = |sum: f64, n: usize| (n > 0).then(|| sum / n as f64);
    (found.mean_shift, found.mean_distance) = (mean(shift, found.both), mean(distance, found.both));
    (found.before, found.after) = (mean(before, both), mean(after, both));
    found
}

fn agreement(round: Option<u16>, rounds: &[&Round], participants: usize) -> PanelAgreement {
    let net = |round: &&Round, place: usize| round.said.get(place).and_then(|value| value.net());
    let nets: Vec<Vec<Option<f64>>> = (0..participants)
        .map(|place| {
            rounds
                .iter()
                .map(|round| net(round, place).map(Points::value))
                .collect()
        })
        .collect();
    PanelAgreement {
        round,
        questions: rounds.iter().filter(|round| round.votes > 0).count(),
        alpha: krippendorff(&nets, Metric::Interval),
        ordinal: krippendorff(&nets, Metric::Ordinal),
        concordance: kendall(&nets),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Verdict;
    use crate::written::{contents, goal, policy, values};
    use ordito_model::{
        Assessment, AssessmentKey, AssessorId, Lab, MatrixId, Participant, Question, SourceId,
    };

    const LAB: LabId = LabId::fixed(1);

    fn question(n: u128, rounds: &[&str], asked: u16, contents: &mut Contents) {
        let (row, column) = (policy(1), goal(n));
        let mut question = Question::new(LAB, row, column, 3);
        question.position = n as i64;
        (question.round, question.revealed) = (asked, rounds.len() as u16);
        contents.questions.insert(QuestionId::fixed(n), question);
        for (round, text) in (1..).zip(rounds) {
            votes(contents, n, round, text);
        }
    }
    fn votes(contents: &mut Contents, n: u128, round: u16, text: &str) {
        for (who, value) in (1..).zip(values(text).concat()) {
            let matrix = MatrixId::fixed(1);
            let key = AssessmentKey {
                matrix,
                assessor: AssessorId::fixed(who),
                round,
                row: policy(1),
                column: goal(n),
            };
            if value.is_answered() {
                contents.assessments.insert(
                    key,
                    Assessment {
                        value,
                        ..Assessment::default()
                    },
                );
            }
        }
    }
    /// Four participants, the last one absent; three questions, the third still collecting its first round.
    fn session() -> Contents {
        let mut contents = contents(". . .", &[]);
        let mut participants: Vec<Participant> = (1..=4)
            .map(|n| Participant::new(AssessorId::fixed(n)))
            .collect();
        participants[3].absent = true;
        let lab = Lab {
            title: "Lab".to_owned(),
            matrix: MatrixId::fixed(1),
            position: 0,
            date: String::new(),
            place: String::new(),
            question: String::new(),
            rounds: 2,
            rule: LabRule::default(),
            anonymous: false,
            notes: String::new(),
            participants,
            source: None::<SourceId>,
            current: None,
        };
        contents.labs.insert(LAB, lab);
        question(1, &["3 -3 0 .", "2 1 1 ."], 2, &mut contents);
        question(2, &["1 ? . ."], 2, &mut contents);
        // Being collected: must not be seen.
        votes(&mut contents, 2, 2, "-3 -3 -3 -3");
        question(3, &[], 1, &mut contents);
        votes(&mut contents, 3, 1, "2 2 2 2");
        contents
    }

    #[test]
    fn rounds_votes_and_what_moved_by_hand() {
        let contents = session();
        let found = Session::of(&contents, LAB).unwrap();
        let rounds = |n: usize| {
            found.questions[n]
                .rounds
                .iter()
                .map(|round| (round.votes, round.missing))
        };
        assert_eq!(
            rounds(0).collect::<Vec<_>>(),
            [(3, 0), (3, 0)],
            "who is absent is not missing"
        );
        assert_eq!(rounds(1).collect::<Vec<_>>(), [(2, 1)]);
        assert_eq!(rounds(2).count(), 0, "what is being collected is hidden");
        assert_eq!((found.listed, found.present, found.voted), (4, 3, 3));
        let [first, second] = found.questions[0].rounds.as_slice() else {
            panic!()
        };
        // 3 and −3 of three: a third each, from a quarter on polarised. 2 1 1: quartiles 1 and 1.5, one sign.
        assert_eq!(first.panel.as_ref().unwrap().verdict, Verdict::Polarised);
        assert_eq!(second.panel.as_ref().unwrap().verdict, Verdict::Agreed);
        let moved = found.questions[0].moved.unwrap();
        // 3→2, −3→1, 0→1: −1 + 4 + 1 = 4 over three, magnitudes 6 over three.
        assert_eq!(
            (moved.both, moved.moved, moved.up, moved.down),
            (3, 3, 2, 1)
        );
        assert_eq!(
            (moved.mean_shift, moved.mean_distance),
            (Some(4.0 / 3.0), Some(2.0))
        );
        // Consensus before: mean 0, 1 + (2·log2(1 − 3/6) + log2 1)/3 = 1 − 2/3.
        assert!((moved.before.unwrap() - 1.0 / 3.0).abs() < 1e-12);
        // After: mean 4/3; 1 + (log2(1 − 2/18) + 2·log2(1 − 1/18))/3.
        let after = 1.0 + ((8.0_f64 / 9.0).log2() + 2.0 * (17.0_f64 / 18.0).log2()) / 3.0;
        assert!((moved.after.unwrap() - after).abs() < 1e-12);
        assert_eq!(
            found.moved,
            Some(moved),
            "the only question with two rounds"
        );
        assert_eq!(
            found.outcomes,
            Outcomes {
                open: 3,
                ..Outcomes::default()
            }
        );
        let (levels, others) = distribution(second, &crate::written::scale());
        let of = |n: i8| {
            levels
                .iter()
                .find(|(value, _)| *value == Points::whole(n))
                .unwrap()
                .1
        };
        assert_eq!(
            (of(1), of(2), of(-3), others, levels.len()),
            (2, 1, 0, 0, 7)
        );
    }

    #[test]
    fn the_panel_agrees_over_last_rounds_and_round_by_round() {
        let found = Session::of(&session(), LAB).unwrap();
        // Last rounds: question 1 (2 1 1) and question 2 (1 alone): α over one unit of three, all pairs within it: D_o = D_e.
        let last = found.agreement;
        assert_eq!(
            (
                last.questions,
                last.alpha.unwrap().units,
                last.alpha.unwrap().scores
            ),
            (2, 1, 3)
        );
        assert!(last.alpha.unwrap().alpha.abs() < 1e-12);
        assert_eq!(last.concordance, None, "one question that all scored");
        assert_eq!(
            found
                .by_round
                .iter()
                .map(|each| (each.round, each.questions))
                .collect::<Vec<_>>(),
            [(Some(1), 2), (Some(2), 1)]
        );
    }

    #[test]
    fn orders_that_are_the_same_have_a_full_w() {
        let mut contents = session();
        contents.questions.clear();
        contents.assessments.clear();
        question(1, &["1 2 3 ."], 1, &mut contents);
        question(2, &["2 3 3 ."], 1, &mut contents);
        question(3, &["-1 0 1 ."], 1, &mut contents);
        let found = Session::of(&contents, LAB).unwrap();
        let w = found.agreement.concordance.unwrap();
        // The third ties questions 1 and 2: rank sums 6.5, 8.5, 3; S = 0.25 + 6.25 + 9 = 15.5;
        // full = 9·24 − 3·6 = 198: W = 186/198.
        assert_eq!((w.assessors, w.cells), (3, 3));
        assert!((w.w - 186.0 / 198.0).abs() < 1e-12);
    }

    #[test]
    fn two_sided_votes_are_counted_and_their_sides_have_medians() {
        let said = |text: &str| values(text).concat();
        let text = |found: &TwoSided| -> Vec<String> {
            found
                .votes
                .iter()
                .map(|(value, n)| format!("{value} {n}"))
                .collect()
        };
        let found = TwoSided::of(&said("2/-1 2 2/-1 1/-3 n ? -1")).unwrap();
        assert_eq!(
            (text(&found).join(", ").as_str(), found.count()),
            ("2/-1 2, 1/-3 1", 3)
        );
        // Co-benefits 0 1 2 2 2, trade-offs −3 −1 −1 −1 0.
        assert_eq!(found.middle.to_string(), "2/-1");
        assert_eq!(TwoSided::of(&said("2 -1 0 n")), None);
        let middle = |text: &str| middle(&said(text)).map(|value| value.to_string());
        assert_eq!(
            middle("2/-2 2/-2 2/-2 0").as_deref(),
            Some("2/-2"),
            "the net would be 0 and hide it"
        );
        assert_eq!(
            middle("2 2 1 2/-1 1").as_deref(),
            Some("1"),
            "few have two sides: the net's lower median"
        );
        assert_eq!(
            (
                middle("n n ?").as_deref(),
                middle("? n ?").as_deref(),
                middle(". .")
            ),
            (Some("n"), Some("?"), None)
        );
    }

    #[test]
    fn nothing_asked_has_no_figures() {
        let mut contents = session();
        contents.questions.clear();
        let found = Session::of(&contents, LAB).unwrap();
        assert_eq!(
            (
                found.moved,
                found.voted,
                found.agreement.alpha,
                found.by_round.len()
            ),
            (None, 0, None, 0)
        );
        assert_eq!(Session::of(&contents, LabId::fixed(9)), None);
    }
}
