//! What the room sees of a question: all that the projected display is drawn from.
//!
//! Made so that it cannot tell how anybody voted before the reveal: votes of a round that is being collected are only
//! counted. Two documents that differ in such votes alone give the same `Projection`.

use ordito_analysis::CellPanel;
use ordito_analysis::session::{AtTable, TwoSided, by_table, middle};
use ordito_model::{
    CellValue, Contents, Item, Lab, LabId, LabRule, Language, MatrixKind, Outcome, Phase, Points,
    Question, QuestionId, Scale, ScaleLevel,
};

/// One end of the crossing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crossing {
    pub is_policy: bool,
    pub code: String,
    pub name: String,
}

/// A level of the scale with the votes it got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    pub value: Points,
    pub word: String,
    /// Votes whose net score this is; `None` while they are hidden.
    pub votes: Option<usize>,
    /// Votes of the round before, once that was revealed.
    pub before: Option<usize>,
}

/// A revealed round in figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    pub round: u16,
    /// `None` when nobody scored.
    pub panel: Option<CellPanel>,
    /// Votes whose net score is no level of the scale.
    pub off_scale: usize,
    pub not_applicable: usize,
    pub dont_know: usize,
    /// What the bars, which are of net scores, do not show.
    pub two_sided: Option<TwoSided>,
    /// What to agree on, where nobody says otherwise.
    pub middle: Option<CellValue>,
}

/// A question as it is projected.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    pub title: String,
    /// Place on the agenda, from 1.
    pub number: usize,
    pub of: usize,
    pub phase: Phase,
    pub row: Crossing,
    pub column: Crossing,
    /// What is asked; empty in sessions of earlier versions that asked the program's own question.
    pub asked: String,
    pub kind: MatrixKind,
    /// Lowest first.
    pub bars: Vec<Bar>,
    /// Participants in the room who voted in the round that is asked or shown, of how many.
    pub voted: usize,
    pub expected: usize,
    pub shown: Option<Shown>,
    pub before: Option<Shown>,
    /// What was said, without who, in an order that does not follow the participants'; only after the reveal.
    pub comments: Vec<String>,
    pub outcome: Option<Outcome>,
    /// The round on show table by table; empty where there are no tables, or they would say who.
    pub tables: Vec<AtTable>,
}

/// One line of what a session came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    pub row: Crossing,
    pub column: Crossing,
    pub outcome: Option<Outcome>,
}

/// The last slide of a session: what was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    pub title: String,
    /// The largest level of the scale, by which values have their colours.
    pub magnitude: Points,
    pub questions: Vec<Decided>,
    pub agreed: usize,
    pub parked: usize,
    pub skipped: usize,
    pub open: usize,
}

impl Closing {
    pub fn of(contents: &Contents, lab: LabId, language: Language) -> Option<Self> {
        let session = contents.labs.get(&lab)?;
        let scale = contents
            .scales
            .get(&contents.matrices.get(&session.matrix)?.scale)?;
        let levels = scale.levels.iter().map(|level| level.value.abs());
        let mut closing = Self {
            title: session.title.clone(),
            magnitude: levels.max().unwrap_or_default(),
            questions: Vec::new(),
            agreed: 0,
            parked: 0,
            skipped: 0,
            open: 0,
        };
        for (_, question) in contents.questions_of(lab) {
            *match &question.outcome {
                Some(Outcome::Agreed { .. }) => &mut closing.agreed,
                Some(Outcome::Parked { .. }) => &mut closing.parked,
                Some(Outcome::Skipped) => &mut closing.skipped,
                None => &mut closing.open,
            } += 1;
            closing.questions.push(Decided {
                row: Crossing::of(contents, question.row, language),
                column: Crossing::of(contents, question.column, language),
                outcome: question.outcome.clone(),
            });
        }
        Some(closing)
    }
}

impl Projection {
    pub fn of(contents: &Contents, id: QuestionId, language: Language) -> Option<Self> {
        let question = contents.questions.get(&id)?;
        let lab = contents.labs.get(&question.lab)?;
        let matrix = contents.matrices.get(&lab.matrix)?;
        let scale = contents.scales.get(&matrix.scale)?;
        let agenda = contents.questions_of(question.lab);
        let phase = question.phase();
        let (asked, revealed) = (question.round, question.revealed);
        // The round on show, and the one before it, both revealed.
        let round = (revealed > 0 && revealed == asked).then_some(revealed);
        let earlier = if round.is_some() {
            revealed.checked_sub(1)
        } else {
            Some(revealed)
        }
        .filter(|round| *round > 0);
        let said = |round: u16| values(contents, lab, question, round);
        let (now, then) = (round.map(said), earlier.map(said));
        let bars = bars(scale, [now.as_deref(), then.as_deref()], language);
        let present = lab.voters().filter(|each| !each.absent);
        let has_voted = |id| {
            contents
                .vote(question, id, asked)
                .is_some_and(|cell| cell.value.is_answered())
        };
        let voted = if asked == 0 {
            0
        } else {
            present.clone().filter(|each| has_voted(each.id)).count()
        };
        let shown = |round: Option<u16>, values: Option<Vec<CellValue>>| {
            round
                .zip(values)
                .map(|(round, values)| Shown::of(round, &values, scale, lab.rule))
        };
        let comments =
            round.map_or_else(Vec::new, |round| comments(contents, lab, question, round));
        Some(Self {
            title: lab.title.clone(),
            number: agenda.iter().position(|(each, _)| *each == id)? + 1,
            of: agenda.len(),
            phase,
            row: Crossing::of(contents, question.row, language),
            column: Crossing::of(contents, question.column, language),
            asked: lab.question.clone(),
            kind: matrix.kind,
            bars,
            voted,
            expected: present.count(),
            shown: shown(round, now),
            before: shown(earlier, then),
            comments,
            outcome: question.outcome.clone(),
            tables: round.map_or_else(Vec::new, |round| {
                by_table(lab, &each_said(contents, lab, question, round), scale)
            }),
        })
    }
}

/// One value for each who votes, also of those who did not.
fn each_said(contents: &Contents, lab: &Lab, question: &Question, round: u16) -> Vec<CellValue> {
    let value = |who| contents.vote(question, who, round).map(|cell| cell.value);
    lab.voters()
        .map(|each| value(each.id).unwrap_or(CellValue::Unscored))
        .collect()
}

impl Crossing {
    /// The whole name: the room is to know what it votes on. The short one where there is no other.
    fn of(contents: &Contents, item: Item, language: Language) -> Self {
        let (code, label) = contents.item_label(item);
        let name = match item {
            Item::Policy(id) => contents
                .policies
                .get(&id)
                .map(|policy| policy.name.as_str()),
            Item::Goal(id) => contents.goals.get(&id).map(|goal| goal.name.get(language)),
        };
        let name = name
            .filter(|name| !name.trim().is_empty())
            .unwrap_or_else(|| label.get(language));
        Self {
            is_policy: item.policy().is_some(),
            code: code.to_owned(),
            name: name.to_owned(),
        }
    }
}

/// The levels of the scale with their votes of the round on show and of the one before.
fn bars(scale: &Scale, rounds: [Option<&[CellValue]>; 2], language: Language) -> Vec<Bar> {
    let mut levels: Vec<_> = scale.levels.iter().collect();
    levels.sort_by_key(|level| level.value);
    let bar = |level: &ScaleLevel| {
        let at_level = |value: &&CellValue| value.net() == Some(level.value);
        let [votes, before] =
            rounds.map(|said| said.map(|said| said.iter().filter(at_level).count()));
        Bar {
            value: level.value,
            word: level.label.get(language).to_owned(),
            votes,
            before,
        }
    };
    levels.into_iter().map(bar).collect()
}

/// What was said in a round, in an order that says nothing of who.
fn comments(contents: &Contents, lab: &Lab, question: &Question, round: u16) -> Vec<String> {
    let mut comments: Vec<String> = lab
        .voters()
        .filter_map(|each| contents.vote(question, each.id, round))
        .map(|cell| cell.reason.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect();
    comments.sort();
    comments
}

/// Answered votes of a round, whoever is in the room now.
fn values(contents: &Contents, lab: &Lab, question: &Question, round: u16) -> Vec<CellValue> {
    let votes = lab
        .voters()
        .filter_map(|each| contents.vote(question, each.id, round));
    votes
        .map(|cell| cell.value)
        .filter(|value| value.is_answered())
        .collect()
}

impl Shown {
    fn of(round: u16, values: &[CellValue], scale: &Scale, rule: LabRule) -> Self {
        let off = |value: &&CellValue| value.net().is_some_and(|net| scale.level(net).is_none());
        Self {
            round,
            panel: CellPanel::of(values, scale, &(&rule).into()),
            off_scale: values.iter().filter(off).count(),
            not_applicable: values
                .iter()
                .filter(|value| **value == CellValue::NotApplicable)
                .count(),
            dont_know: values
                .iter()
                .filter(|value| **value == CellValue::DontKnow)
                .count(),
            two_sided: TwoSided::of(values),
            middle: middle(values),
        }
    }
}
