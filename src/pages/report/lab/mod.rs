//! A laboratory on paper: its outcome, and what is laid on the tables before it begins.
//!
//! Every figure comes from `analysis::session`. Without names, nothing that is made here holds a participant's name,
//! role, organisation or table; names on the session's list are taken out of what people wrote, however they are spelt.
//! An anonymous session has no paper with names but the list of presences. The facilitator's notes are never printed.

mod ballots;
mod materials;
mod names;
mod outcome;
mod question;
mod workbook;

use crate::figure::palette::{Look, score_colour, text_on};
use crate::report::sheet::{
    Align, Cover, Section, Sheet, SheetFile, TableCell, TableColumn, page_head,
};
use crate::report::tables::Workbook;
use ordito_analysis::Verdict;
use ordito_analysis::session::{Moved, Session, TwoSided};
use ordito_model::{
    AssessorId, CellValue, Contents, Item, Lab, LabId, Matrix, MatrixKind, Participant, Question,
    QuestionId, Rgb, Scale, Timestamp,
};
use ordito_words::Words;
use ordito_words::messages::{LabpaperMoved, LabpaperTwoSided};

/// What is printed of a laboratory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabPaper {
    Outcome,
    Agenda,
    Ballots,
    Presences,
}
impl LabPaper {
    pub const ALL: [Self; 4] = [Self::Outcome, Self::Agenda, Self::Ballots, Self::Presences];
    /// Its name on the command line and in keys.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Agenda => "agenda",
            Self::Ballots => "ballots",
            Self::Presences => "presences",
        }
    }
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.id() == id)
    }
}

/// How ballots are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Ballots {
    /// One for each who votes, with the name or number on it.
    #[default]
    Each,
    /// Without a name, so many on a page, as many as vote.
    PerPage(u8),
}

/// What a table is called: by its number or letter, or as it was written.
pub fn table_name(words: &Words, table: &str) -> String {
    if table.trim().chars().count() > 2 {
        table.trim().to_owned()
    } else {
        words.lab_numbered_table(table.trim())
    }
}

/// What is to be written.
#[derive(Debug, Clone, Copy)]
pub struct Printed<'a> {
    pub contents: &'a Contents,
    pub lab: LabId,
    /// Who voted what, with names; else, and always where the session is anonymous, nobody is named.
    pub names: bool,
    pub ballots: Ballots,
    pub words: &'a Words,
    pub now: Timestamp,
}

/// The pages of one paper; `None` when the session, its matrix or its scale is gone.
pub fn lab_file(printed: &Printed<'_>, paper: LabPaper) -> Option<SheetFile> {
    let view = View::of(printed)?;
    let sections = match paper {
        LabPaper::Outcome => outcome::sections(&view),
        LabPaper::Agenda => materials::agenda(&view),
        LabPaper::Ballots => ballots::ballots(&view),
        LabPaper::Presences => materials::presences(&view),
    };
    Some(view.file(paper, sections))
}

/// The outcome as tables, its numbers with all their digits.
pub fn lab_workbook(printed: &Printed<'_>) -> Option<Workbook> {
    Some(workbook::workbook(&View::of(printed)?))
}

/// A session with its figures.
struct View<'a> {
    contents: &'a Contents,
    words: &'a Words,
    now: Timestamp,
    names: bool,
    ballots: Ballots,
    lab: &'a Lab,
    matrix: &'a Matrix,
    scale: &'a Scale,
    agenda: Vec<(QuestionId, &'a Question)>,
    session: Session,
}

impl<'a> View<'a> {
    fn of(printed: &Printed<'a>) -> Option<Self> {
        let contents = printed.contents;
        let lab = contents.labs.get(&printed.lab)?;
        let matrix = contents.matrices.get(&lab.matrix)?;
        Some(Self {
            contents,
            words: printed.words,
            now: printed.now,
            names: printed.names && !lab.anonymous,
            ballots: printed.ballots,
            lab,
            matrix,
            scale: contents.scales.get(&matrix.scale)?,
            agenda: contents.questions_of(printed.lab),
            session: Session::of(contents, printed.lab)?,
        })
    }

    fn say(&self, key: &str) -> String {
        self.words.say(key)
    }
    fn body(&self) -> String {
        self.contents.body().to_owned()
    }

    fn file(&self, paper: LabPaper, sections: Vec<Section>) -> SheetFile {
        let words = self.words;
        let kind = self.say(&format!("labpaper-kind-{}", paper.id()));
        let title = words.labpaper_file_title(kind.as_str(), self.lab.title.as_str());
        let body = self.body();
        let mut marks = Vec::new();
        // What is laid on the tables has no scores.
        let scores = paper == LabPaper::Outcome;
        if scores
            && (self.matrix.illustrative
                || self.contents.info().is_some_and(|info| info.illustrative))
        {
            marks.push(self.words.sheets_mark_illustrative());
        }
        if paper == LabPaper::Outcome && !self.names {
            marks.push(self.words.labpaper_mark_anonymous());
        }
        let subtitle = [self.long_date(), self.lab.place.clone()];
        let sheet = Sheet {
            title: title.clone(),
            subtitle: subtitle
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            header_left: page_head(&body, kind),
            header_right: words.sheets_of_matrix(self.matrix.name.as_str()),
            footer: [
                self.scale.name.get(words.language()).to_owned(),
                words.labpaper_printed(words.numbers().date(self.now)),
            ]
            .join(" · "),
            marks,
            sections: sections
                .into_iter()
                .filter(|section| !section.blocks.is_empty())
                .collect(),
        };
        let matrix = self.matrix.name.as_str();
        let cover = Cover {
            words,
            now: self.now,
            title,
            body: &body,
            keyword: "labpaper-keyword",
            matrix,
        };
        SheetFile::bound(cover, vec![sheet])
    }

    /// `23 novembre 2026`, or as it was typed where it is no date.
    fn long_date(&self) -> String {
        match self.words.numbers().long_day(&self.lab.date) {
            Some(date) => date,
            None => self.lab.date.clone(),
        }
    }
    /// What is asked of every crossing.
    fn asked(&self) -> String {
        question_asked(self.contents, self.lab, self.words)
    }
    /// Code and name.
    fn item(&self, item: Item) -> String {
        let (code, label) = self.contents.item_label(item);
        format!("{code} {}", label.get(self.words.language()))
            .trim()
            .to_owned()
    }
    fn crossing(&self, question: &Question) -> String {
        format!(
            "{} × {}",
            self.item(question.row),
            self.item(question.column)
        )
    }
    fn name(&self, who: AssessorId) -> String {
        self.contents.assessor_name(who).to_owned()
    }
    /// Those who vote, each with the place of what they said in a round.
    fn voters(&self) -> impl Iterator<Item = (usize, &'a Participant)> {
        self.lab.voters().enumerate()
    }
    /// The rule, in a sentence.
    fn rule(&self) -> String {
        let rule = &self.lab.rule;
        let key = if rule.opposite_signs {
            "labpaper-rule-signs"
        } else {
            "labpaper-rule"
        };
        let numbers = self.words.numbers();
        self.words.say_with(
            key,
            &[
                ("n", usize::from(rule.fewest).into()),
                (
                    "iqr",
                    numbers
                        .shortest(rule.largest_iqr.value())
                        .trim_start_matches('+')
                        .into(),
                ),
                (
                    "share",
                    numbers
                        .percent(f64::from(rule.polarised_percent) / 100.0)
                        .into(),
                ),
            ],
        )
    }
    /// A value with the word the scale has for it.
    fn value(&self, value: CellValue) -> String {
        let words = self.words;
        let own = match value {
            CellValue::Unscored => return self.words.sheets_unscored(),
            CellValue::NotApplicable => self.words.labpaper_not_applicable(),
            CellValue::DontKnow => self.words.labpaper_dont_know(),
            CellValue::Scored { .. } if value.is_two_sided() => String::new(),
            CellValue::Scored { .. } => {
                let level = value.net().and_then(|net| self.scale.level(net));
                level
                    .map_or("", |level| level.label.get(words.language()))
                    .to_owned()
            }
        };
        let number = words.numbers().cell(value);
        if own.is_empty() || own == number {
            number
        } else {
            format!("{number} · {own}")
        }
    }
    /// Fill and ink of a value, on paper.
    fn colours(&self, value: CellValue) -> Option<(Rgb, Rgb)> {
        let fill = score_colour(value.net()?, self.scale, Look::Light);
        Some((fill, text_on(fill)))
    }
    fn coloured(&self, value: CellValue, text: String) -> TableCell {
        let mut cell = TableCell::new(text);
        if let Some((fill, ink)) = self.colours(value) {
            (cell.fill, cell.ink, cell.bold) =
                (Some(fill.to_string()), Some(ink.to_string()), true);
        }
        cell
    }
    /// What somebody wrote in the session; without names, full names of participants are taken out.
    fn written(&self, text: &str) -> String {
        written(self.contents, self.lab, self.names, self.words, text)
    }
    /// What the votes of a round say beside their value: who (with names) and what.
    fn comments(&self, question: &Question, round: u16) -> Vec<(String, String)> {
        let said = |participant: &Participant| {
            let text = self.written(&self.contents.vote(question, participant.id, round)?.reason);
            let who = if self.names {
                self.name(participant.id)
            } else {
                String::new()
            };
            (!text.is_empty()).then_some((who, text))
        };
        let mut comments: Vec<(String, String)> = self.lab.voters().filter_map(said).collect();
        if !self.names {
            // The order would tell who.
            comments.sort();
        }
        comments
    }
    fn maybe(&self, value: Option<f64>) -> String {
        value.map_or_else(
            || "–".to_owned(),
            |value| self.words.numbers().number(value, 2),
        )
    }
    fn verdict(&self, verdict: Verdict) -> String {
        match verdict {
            Verdict::TooFew => self.words.labpaper_verdict_few(),
            Verdict::Agreed => self.words.labpaper_verdict_agreed(),
            Verdict::Polarised => self.words.labpaper_verdict_polarised(),
            Verdict::OppositeSigns => self.words.labpaper_verdict_signs(),
            Verdict::Scattered => self.words.labpaper_verdict_scattered(),
        }
    }
    /// What net scores hide, in a sentence.
    fn two_sided(&self, found: &TwoSided) -> String {
        let numbers = self.words.numbers();
        let each = |(value, n): &(CellValue, usize)| {
            format!("{} × {}", numbers.count(*n), numbers.cell(*value))
        };
        let votes = found.votes.iter().map(each).collect::<Vec<_>>().join(", ");
        let CellValue::Scored { benefit, tradeoff } = found.middle else {
            return votes;
        };
        self.words.labpaper_two_sided(LabpaperTwoSided {
            benefit: &numbers.points(benefit),
            n: found.count(),
            tradeoff: &numbers.points(tradeoff),
            votes: &votes,
        })
    }
    /// What moved, in a sentence.
    fn moved(&self, moved: &Moved) -> String {
        let numbers = self.words.numbers();
        self.words.labpaper_moved(LabpaperMoved {
            after: &self.maybe(moved.after),
            before: &self.maybe(moved.before),
            down: &numbers.count(moved.down),
            m: moved.both,
            n: moved.moved,
            shift: &moved
                .mean_shift
                .map_or_else(|| "–".to_owned(), |shift| numbers.signed(shift, 2)),
            up: &numbers.count(moved.up),
        })
    }
    fn method(&self) -> Vec<String> {
        [
            "labpaper-formula-panel",
            "labpaper-formula-agreement",
            "labpaper-formula-moved",
        ]
        .map(|key| self.say(key))
        .to_vec()
    }
}

/// What is asked of every crossing: the session's own words, or for those of earlier versions that have none what the room
/// was shown.
pub fn question_asked(contents: &Contents, lab: &Lab, words: &Words) -> String {
    if !lab.question.trim().is_empty() {
        return lab.question.clone();
    }
    contents
        .matrices
        .get(&lab.matrix)
        .map(|matrix| words.say(default_question(matrix.kind)))
        .unwrap_or_default()
}

/// The key of the question that a session on such a matrix begins with.
pub const fn default_question(kind: MatrixKind) -> &'static str {
    match kind {
        MatrixKind::PolicyGoal => "lab-question-policy",
        MatrixKind::PolicyPolicy => "lab-question-policies",
        MatrixKind::GoalGoal => "lab-question-goal",
    }
}

/// What somebody wrote in a session; without names, those of its people are taken out.
pub fn written(contents: &Contents, lab: &Lab, names: bool, words: &Words, text: &str) -> String {
    let text = text.trim();
    if names || text.is_empty() {
        return text.to_owned();
    }
    let all = lab
        .people()
        .filter_map(|each| contents.assessors.get(&each.id));
    names::without(
        text,
        all.map(|assessor| assessor.name.as_str()),
        &words.labpaper_somebody(),
    )
}

fn column(head: impl Into<String>, align: Align, share: f64) -> TableColumn {
    TableColumn {
        head: head.into(),
        align,
        share,
    }
}
