//! What a sheet is about: the part of a matrix that belongs to its subject, with its cells in order.

use super::Request;
use crate::figure::palette::{Look, score_colour, text_on};
use ordito_analysis::coherence::Rows;
use ordito_analysis::{Scores, Sums};
use ordito_model::{
    Assessment, AssessmentKey, AssessorId, AssessorKind, CellValue, ClusterId, ContentHash,
    Contents, GoalId, Item, Matrix, Points, PolicyId, Scale, Wording,
};
use ordito_words::{Words, say_item};
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// Who or what a sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Policy(PolicyId),
    Goal(GoalId),
    Cluster(ClusterId),
    Matrix,
}

/// What all sheets of a matrix rest on, made once for all of them: for each of a thousand policies anew it would be most
/// of the work.
#[derive(Debug)]
pub struct Ground {
    scores: Scores,
    n_assessors: usize,
    hash: OnceCell<ContentHash>,
}
impl Ground {
    /// `None` when the matrix or its scale is gone.
    pub fn of(contents: &Contents, request: &Request) -> Option<Self> {
        let scores = Scores::of(contents, request.matrix, request.assessor)?;
        let who: BTreeSet<AssessorId> = contents
            .cells_of(request.matrix)
            .filter(|(key, cell)| key.assessor != AssessorId::AGREED && cell.value.is_answered())
            .map(|(key, _)| key.assessor)
            // Who votes in a laboratory is no assessor of the matrix.
            .filter(|id| {
                let assessor = contents.assessors.get(id);
                assessor.is_none_or(|each| each.kind != AssessorKind::Participant)
            })
            .collect();
        Some(Self {
            scores,
            n_assessors: who.len(),
            hash: OnceCell::new(),
        })
    }
}

/// A subject's rows × columns of the matrix, with everything that the parts of a sheet need.
#[derive(Debug, Clone)]
pub struct Scope<'a> {
    pub contents: &'a Contents,
    pub words: &'a Words,
    pub request: &'a Request,
    pub matrix: &'a Matrix,
    pub scale: &'a Scale,
    pub subject: Subject,
    ground: &'a Ground,
    /// The whole matrix.
    pub scores: &'a Scores,
    laid_out: &'a OnceCell<Rows<'a>>,
    /// Places of the subject's rows and columns in `scores`.
    pub rows: Vec<usize>,
    pub columns: Vec<usize>,
}

/// A crossing of the scope.
#[derive(Debug, Clone, Copy)]
pub struct Crossing<'a> {
    pub row: Item,
    pub column: Item,
    pub value: CellValue,
    pub cell: Option<&'a Assessment>,
}

impl<'a> Scope<'a> {
    /// The whole matrix; `None` when it or its scale is gone.
    pub fn of(
        contents: &'a Contents,
        words: &'a Words,
        request: &'a Request,
        ground: &'a Ground,
        laid_out: &'a OnceCell<Rows<'a>>,
    ) -> Option<Self> {
        let matrix = contents.matrices.get(&request.matrix)?;
        let scale = contents.scales.get(&matrix.scale)?;
        let scores = &ground.scores;
        let (rows, columns) = (
            (0..scores.rows.len()).collect(),
            (0..scores.columns.len()).collect(),
        );
        let subject = Subject::Matrix;
        Some(Self {
            contents,
            words,
            request,
            matrix,
            scale,
            subject,
            ground,
            scores,
            laid_out,
            rows,
            columns,
        })
    }

    /// How many have scored in this matrix, the agreed ones aside.
    pub const fn n_assessors(&self) -> usize {
        self.ground.n_assessors
    }
    /// The document's hash, which takes a walk over all of it.
    pub fn hash(&self) -> ContentHash {
        *self.ground.hash.get_or_init(|| self.contents.hash())
    }
    /// The whole matrix laid out for comparing its rows.
    pub fn laid_out(&self) -> &'a Rows<'a> {
        self.laid_out.get_or_init(|| Rows::of(self.scores))
    }

    /// The part of it that belongs to a subject; `None` when the subject has no place in the matrix.
    pub fn narrowed(&self, subject: Subject) -> Option<Self> {
        let mut scope = Self {
            subject,
            ..self.clone()
        };
        match subject {
            Subject::Policy(id) => scope.rows = vec![self.scores.row_of(Item::Policy(id))?],
            // In a matrix of goals by goals the goal's own row is what it does.
            Subject::Goal(id) => match self.scores.column_of(Item::Goal(id)) {
                Some(column) if !self.scores.is_square => scope.columns = vec![column],
                _ => scope.rows = vec![self.scores.row_of(Item::Goal(id))?],
            },
            Subject::Cluster(id) => {
                let members = &self.contents.clusters.get(&id)?.members;
                scope.rows = members
                    .iter()
                    .filter_map(|id| self.scores.row_of(Item::Policy(*id)))
                    .collect();
                scope.rows.sort_unstable();
                if scope.rows.is_empty() {
                    return None;
                }
            }
            Subject::Matrix => {}
        }
        Some(scope)
    }

    /// Code and name; a provisional wording says so.
    pub fn item(&self, item: Item) -> String {
        let (code, label) = self.contents.item_label(item);
        let name = format!("{code} {}", label.get(self.words.language()))
            .trim()
            .to_owned();
        let wording = match item {
            Item::Policy(id) => self.contents.policies.get(&id).map(|policy| policy.wording),
            Item::Goal(id) => self.contents.goals.get(&id).map(|goal| goal.wording),
        };
        match wording {
            Some(Wording::Provisional) => format!("{name} {}", self.words.sheets_provisional()),
            _ => name,
        }
    }
    /// The code, or the name where there is none.
    pub fn code(&self, item: Item) -> String {
        say_item(item, self.contents, self.words)
    }

    /// The subject's crossings, row by row.
    pub fn crossings(&self) -> Vec<Crossing<'a>> {
        let mut list = Vec::new();
        for row in &self.rows {
            for column in &self.columns {
                let (Some(r), Some(c)) =
                    (self.scores.rows.get(*row), self.scores.columns.get(*column))
                else {
                    continue;
                };
                if self.scores.at(*row, *column).is_none() {
                    continue;
                }
                let key = AssessmentKey {
                    matrix: self.request.matrix,
                    assessor: self.request.assessor,
                    round: 0,
                    row: r.item,
                    column: c.item,
                };
                let cell = self.contents.assessments.get(&key);
                let value = cell.map_or(CellValue::Unscored, |cell| cell.value);
                list.push(Crossing {
                    row: r.item,
                    column: c.item,
                    value,
                    cell,
                });
            }
        }
        list
    }

    /// What a crossing is called on this sheet: the side that is not the subject's own.
    pub fn other(&self, crossing: &Crossing<'_>) -> String {
        match (self.rows.len(), self.columns.len()) {
            (1, _) => self.item(crossing.column),
            (_, 1) => self.item(crossing.row),
            _ => format!(
                "{} × {}",
                self.item(crossing.row),
                self.item(crossing.column)
            ),
        }
    }
    /// The same in short.
    pub fn other_code(&self, crossing: &Crossing<'_>) -> String {
        match (self.rows.len(), self.columns.len()) {
            (1, _) => self.code(crossing.column),
            (_, 1) => self.code(crossing.row),
            _ => format!(
                "{} × {}",
                self.code(crossing.row),
                self.code(crossing.column)
            ),
        }
    }

    /// The area that a goal belongs to, by name: goals of a framework stand in its order, which is that of its areas and
    /// not of their numbers. Nothing for a policy, or a goal on its own.
    pub fn area(&self, item: Item) -> String {
        let parent = item.goal().and(self.contents.item_parent(item));
        parent.map_or_else(String::new, |parent| {
            let (_, label) = self.contents.item_label(parent);
            label.get(self.words.language()).to_owned()
        })
    }
    /// The item of a crossing that names it, where one does.
    pub fn other_item(&self, crossing: &Crossing<'_>) -> Option<Item> {
        match (self.rows.len(), self.columns.len()) {
            (1, _) => Some(crossing.column),
            (_, 1) => Some(crossing.row),
            _ => None,
        }
    }

    /// M2 over the scope: each crossing weighed by its column, or by its row on the sheet of a goal.
    pub fn sums(&self) -> Sums {
        let by_row = self.columns.len() == 1 && self.rows.len() != 1;
        let mut sums = Sums::default();
        for row in &self.rows {
            for column in &self.columns {
                let Some(score) = self.scores.at(*row, *column) else {
                    continue;
                };
                let line = if by_row {
                    self.scores.rows.get(*row)
                } else {
                    self.scores.columns.get(*column)
                };
                sums.add(score, line.map_or(1.0, |line| line.weight));
            }
        }
        sums
    }

    /// Fill and ink of a side of a score, on paper.
    pub fn colours(&self, points: Points) -> (String, String) {
        let fill = score_colour(points, self.scale, Look::Light);
        (super::block::hex(fill), super::block::hex(text_on(fill)))
    }

    pub fn assessor_name(&self) -> String {
        let name = self
            .contents
            .assessors
            .get(&self.request.assessor)
            .map(|assessor| assessor.name.clone());
        name.filter(|name| !name.is_empty())
            .unwrap_or_else(|| self.words.assessor_kind_agreed())
    }

    pub fn title(&self) -> String {
        match self.subject {
            Subject::Policy(id) => self
                .contents
                .policies
                .get(&id)
                .map_or_else(String::new, |policy| {
                    format!("{} {}", policy.code, policy.name).trim().to_owned()
                }),
            Subject::Goal(id) => self
                .contents
                .goals
                .get(&id)
                .map_or_else(String::new, |goal| {
                    format!("{} {}", goal.code, goal.name.get(self.words.language()))
                        .trim()
                        .to_owned()
                }),
            Subject::Cluster(id) => self.contents.cluster_name(id).to_owned(),
            Subject::Matrix => self.matrix.name.clone(),
        }
    }
    pub fn subtitle(&self) -> String {
        match self.subject {
            Subject::Policy(id) => {
                let parent = self
                    .contents
                    .policies
                    .get(&id)
                    .and_then(|policy| policy.parent);
                let parent = parent.and_then(|id| self.contents.policies.get(&id));
                parent.map_or_else(String::new, |each| each.name.clone())
            }
            Subject::Goal(id) => {
                let framework = self.contents.goals.get(&id).map(|goal| goal.framework);
                let framework = framework.and_then(|id| self.contents.frameworks.get(&id));
                framework
                    .map_or("", |each| each.name.get(self.words.language()))
                    .to_owned()
            }
            Subject::Cluster(_) => super::counted(self.words, "sheets-n-policies", self.rows.len()),
            Subject::Matrix => self.contents.title().to_owned(),
        }
    }

    /// What a reader must know first.
    pub fn marks(&self) -> Vec<String> {
        let mut marks = Vec::new();
        if self.matrix.illustrative || self.contents.info().is_some_and(|info| info.illustrative) {
            marks.push(self.words.sheets_mark_illustrative());
        }
        let items = self
            .rows
            .iter()
            .filter_map(|row| self.scores.rows.get(*row));
        let items = items.chain(
            self.columns
                .iter()
                .filter_map(|column| self.scores.columns.get(*column)),
        );
        let wordings: Vec<Wording> = items
            .filter_map(|line| match line.item {
                Item::Policy(id) => self.contents.policies.get(&id).map(|policy| policy.wording),
                Item::Goal(id) => self.contents.goals.get(&id).map(|goal| goal.wording),
            })
            .collect();
        for (wording, key) in [
            (Wording::Provisional, "sheets-mark-provisional"),
            (Wording::ToFill, "sheets-mark-to-fill"),
        ] {
            let n = wordings.iter().filter(|each| **each == wording).count();
            if n > 0 {
                marks.push(super::counted(self.words, key, n));
            }
        }
        marks
    }
}
