//! What a key does while a session runs. Nothing that is typed for a vote is drawn anywhere: the display is the same
//! whatever it was.

use super::run::{Asked, Now, Run};
use crate::Cx;
use crate::kit::keys::Move;
use egui::{Event, Key, Modifiers, Ui};
use ordito_document::{Edit, LabMove, Vote};
use ordito_model::{AssessorId, CellValue, Phase, Points, Scale, check_on_scale, read_entry};
use ordito_workspace::Action;

/// Longest entry of a blind vote.
const LONGEST: usize = 24;

/// The keyboard goes round: each takes it with a key that no vote is made of, writes the own vote as in the grid, and a
/// comment where wanted. Between two people no key does anything, so that none of one becomes another's.
#[derive(Debug, Default)]
pub struct Blind {
    entry: String,
    /// The one whose turn it is has taken the keyboard.
    pub taken: bool,
    /// Whoever voted last: may still comment until the keyboard is taken.
    pub done: Option<AssessorId>,
    /// The last entry was none; which one is not said.
    pub refused: bool,
    pub comment: Option<Comment>,
}
impl Blind {
    /// Something is typed; what, and how much, is not said.
    pub const fn is_typed(&self) -> bool {
        !self.entry.is_empty()
    }
    fn character(&mut self, c: char, is_turn: bool) {
        if self.taken {
            self.refused = false;
            if !c.is_control() && self.entry.chars().count() < LONGEST {
                self.entry.push(c);
            }
        } else if c == ' ' && is_turn {
            *self = Self {
                taken: true,
                ..Self::default()
            };
        } else if matches!(c, 'c' | 'C') {
            self.comment = self.done.map(|who| Comment {
                who,
                text: String::new(),
                fresh: true,
            });
        }
    }
}

/// A comment that somebody may add to the vote just given.
#[derive(Debug)]
pub struct Comment {
    pub who: AssessorId,
    pub text: String,
    pub fresh: bool,
}
impl Comment {
    pub fn step(self) -> Option<LabMove> {
        let Self {
            who: participant,
            text,
            ..
        } = self;
        (!text.trim().is_empty()).then_some(LabMove::Comment { participant, text })
    }
}

/// The vote of a character: digits are co-benefits, the letters of the row below them trade-offs from −1 down, a minus
/// before a digit too; `n` and `?` as in the grid. Levels of the scale only.
fn vote_of(c: char, minus: bool, scale: &Scale) -> Option<CellValue> {
    let level = |points: Points| scale.level(points).map(|_| CellValue::net_of(points));
    match c {
        '0'..='9' => {
            let points = Points::whole(c as i8 - b'0' as i8);
            level(if minus { points.negated() } else { points })
        }
        'n' => Some(CellValue::NotApplicable),
        '?' => Some(CellValue::DontKnow),
        'q' => level(Points::whole(-1)),
        'w' => level(Points::whole(-2)),
        'e' => level(Points::whole(-3)),
        _ => None,
    }
}

/// `first` with the other side that a character after `/` says: a trade-off to a co-benefit, and the reverse.
fn with_other_side(first: CellValue, c: char, scale: &Scale) -> Option<CellValue> {
    let CellValue::Scored { benefit, tradeoff } = first else {
        return None;
    };
    let other = match c {
        '0'..='9' => Points::whole(c as i8 - b'0' as i8),
        'q' => Points::whole(1),
        'w' => Points::whole(2),
        'e' => Points::whole(3),
        _ => return None,
    };
    let value = if benefit.0 == 0 && tradeoff.0 < 0 {
        CellValue::Scored {
            benefit: other,
            tradeoff,
        }
    } else {
        CellValue::Scored {
            benefit,
            tradeoff: other.negated(),
        }
    };
    check_on_scale(value, scale).is_ok().then_some(value)
}

/// The events of one frame on their way to votes and steps.
struct Taking<'a> {
    it: &'a Now<'a>,
    run: &'a mut Run,
    time: f64,
    /// Another control has the keyboard.
    focused: bool,
    asked: Asked,
    /// What came after a key that asks for something: it is for what that leads to.
    later: Vec<Event>,
    votes: Vec<(AssessorId, CellValue)>,
}

/// Takes the keys of a running session out of the input.
pub fn keys(ui: &Ui, it: &Now<'_>, run: &mut Run, time: f64, cx: &mut Cx<'_>) -> Asked {
    let focused = ui.memory(|memory| memory.focused().is_some());
    let mut taking = Taking {
        it,
        run,
        time,
        focused,
        asked: Asked::Nothing,
        later: Vec::new(),
        votes: Vec::new(),
    };
    let kept = std::mem::take(&mut taking.run.later);
    for event in &kept {
        taking.event(event);
    }

    ui.ctx().input_mut(|input| {
        input.events.retain(|event| !taking.event(event));
    });
    let Taking {
        asked,
        votes,
        later,
        ..
    } = taking;
    run.later = later;
    if !run.later.is_empty() {
        ui.ctx().request_repaint();
    }
    if !votes.is_empty() {
        let votes = votes
            .into_iter()
            .map(|(participant, value)| Vote {
                participant,
                value,
                comment: None,
            })
            .collect();
        cx.act(Action::Edit(Edit::Lab {
            question: it.id,
            step: LabMove::Vote(votes),
        }));
    }
    asked
}

/// The text of events that were kept for a panel that has opened.
pub fn text_of(events: &mut Vec<Event>) -> String {
    let text = |event| {
        if let Event::Text(text) = event {
            Some(text)
        } else {
            None
        }
    };
    events.drain(..).filter_map(text).collect()
}

impl Taking<'_> {
    /// Whether the event was one of ours.
    fn event(&mut self, event: &Event) -> bool {
        if self
            .run
            .blind
            .as_ref()
            .is_some_and(|blind| blind.comment.is_some())
        {
            // A comment was just asked for: what follows is its text.
            return false;
        }
        match event {
            Event::Text(text) => {
                // One step a frame: the keys after it meet what it leads to.
                for (at, c) in text.char_indices() {
                    if self.asked != Asked::Nothing {
                        self.later
                            .push(Event::Text(text.get(at..).unwrap_or_default().to_owned()));
                        break;
                    }
                    self.character(c);
                }
                true
            }
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } if *modifiers == Modifiers::NONE => {
                if self.asked == Asked::Nothing {
                    return self.key(*key);
                }
                self.later.push(event.clone());
                true
            }
            _ => false,
        }
    }

    /// Whose vote the next key is; moves on as votes come in, also within one frame.
    fn turn(&self) -> Option<AssessorId> {
        let voted = |who| self.it.voted(who) || self.votes.iter().any(|(id, _)| *id == who);
        self.run
            .voter
            .or_else(|| self.it.present().find(|who| !voted(*who)))
    }

    fn vote(&mut self, who: AssessorId, value: CellValue) {
        self.votes.retain(|(id, _)| *id != who);
        self.votes.push((who, value));
        self.run.last = Some((who, value));
        self.run.heard = true;
    }

    fn character(&mut self, c: char) {
        let small = c.to_lowercase().next().unwrap_or(c);
        match self.it.shown.phase {
            // While the list of keys is read none of them does what it says.
            _ if self.run.closing.is_some() || self.run.legend => {}
            Phase::Collecting(_) => {
                let is_turn = self.turn().is_some();
                match &mut self.run.blind {
                    // When all have voted the facilitator has the keyboard again.
                    Some(blind) if is_turn || matches!(small, 'c' | ' ') => {
                        blind.character(c, is_turn);
                    }
                    _ => self.collecting(small),
                }
            }
            phase => self.between(small, phase),
        }
    }

    fn collecting(&mut self, c: char) {
        if c != 'r' {
            self.run.reveals = false;
        }
        match c {
            'r' if self.turn().is_none() => self.asked = Asked::Do(LabMove::Reveal),
            'r' => self.asked = Asked::Reveal,
            't' => self.run.timer.toggle(self.time),
            'b' => self.run.turn_blind(),
            'i' => self.run.more = !self.run.more,
            '/' => self.run.other_side = self.run.last.is_some(),
            '-' | '−' if self.run.other_side => {}
            '-' | '−' => self.run.minus = true,
            _ if self.run.other_side => {
                self.run.other_side = false;
                let last = self.run.last.filter(|(who, _)| {
                    // One that was undone is not given again by its other side.
                    self.it.voted(*who) || self.votes.iter().any(|(id, _)| id == who)
                });
                if let Some((who, first)) = last
                    && let Some(value) = with_other_side(first, c, self.it.scale)
                {
                    self.vote(who, value);
                }
            }
            _ => {
                if let Some(value) = vote_of(c, self.run.minus, self.it.scale) {
                    self.run.minus = false;
                    if let Some(who) = self.turn() {
                        self.run.voter = None;
                        self.vote(who, value);
                    }
                }
            }
        }
    }

    fn between(&mut self, c: char, phase: Phase) {
        let (open, revealed) = (phase != Phase::Closed, matches!(phase, Phase::Revealed(_)));
        match c {
            't' => self.run.timer.toggle(self.time),
            'i' => self.run.more = !self.run.more,
            'g' => self.run.by_table = !self.run.by_table && !self.it.shown.tables.is_empty(),
            'v' if revealed => self.asked = Asked::Do(LabMove::Ask),
            'p' if open => self.asked = Asked::Park,
            's' if open => self.asked = Asked::Do(LabMove::Skip),
            'c' if revealed => self.asked = Asked::Comment,
            'a' if open => self.asked = Asked::Accept,
            _ => {}
        }
    }

    /// Whether the key was one of ours.
    fn key(&mut self, key: Key) -> bool {
        let phase = self.it.shown.phase;
        let collecting = matches!(phase, Phase::Collecting(_));
        match key {
            Key::F1 => {
                self.run.legend = !self.run.legend;
                true
            }
            Key::Escape if std::mem::take(&mut self.run.legend) => true,
            // The list lies over the session: buttons keep their keys, the session takes none.
            _ if self.run.legend => !self.focused && key != Key::Tab,
            Key::Enter | Key::Space if self.run.closing.is_some() => {
                self.asked = Asked::Go(1);
                true
            }
            Key::Backspace if self.run.closing.is_some() => {
                self.asked = Asked::Go(-1);
                true
            }
            Key::Enter if !self.focused => {
                match phase {
                    Phase::Waiting => self.asked = Asked::Do(LabMove::Ask),
                    Phase::Revealed(_) if self.it.is_agreed() => self.asked = Asked::Accept,
                    // The rule does not hold: the room talks and votes again, unless somebody decides otherwise.
                    Phase::Revealed(_) => self.asked = Asked::Do(LabMove::Ask),
                    Phase::Closed => self.asked = Asked::Go(1),
                    Phase::Collecting(_) if self.run.reveals => {
                        self.asked = Asked::Do(LabMove::Reveal);
                    }
                    // The votes are in; only R shows them.
                    Phase::Collecting(_) => self.enter(),
                }
                true
            }
            Key::Backspace if collecting => {
                let turn = self.turn();
                match &mut self.run.blind {
                    Some(blind) if turn.is_some() => {
                        if blind.taken {
                            blind.entry.pop();
                        }
                    }
                    // Back to the last who voted, whose next key takes its place.
                    _ => self.choose(false),
                }
                true
            }
            Key::Escape if std::mem::take(&mut self.run.reveals) => true,
            Key::Escape if self.run.blind.take().is_some() => true,
            Key::Escape => {
                self.asked = Asked::Stop;
                true
            }
            _ => Move::of(key).is_some_and(|way| self.moves(way, collecting)),
        }
    }

    fn moves(&mut self, way: Move, collecting: bool) -> bool {
        match way {
            Move::Up | Move::Down if collecting => self.choose(way == Move::Down),
            Move::Right | Move::PageDown => self.asked = Asked::Go(1),
            Move::Left | Move::PageUp => self.asked = Asked::Go(-1),
            _ => return false,
        }
        true
    }

    /// The one before or after in the room's order, voted or not.
    fn choose(&mut self, after: bool) {
        let present: Vec<AssessorId> = self.it.present().collect();
        let at = self
            .turn()
            .and_then(|who| present.iter().position(|each| *each == who))
            .unwrap_or(present.len());
        let to = if after {
            (at + 1).min(present.len().saturating_sub(1))
        } else {
            at.saturating_sub(1)
        };
        self.run.voter = present.get(to).copied();
        (self.run.minus, self.run.other_side, self.run.last) = (false, false, None);
        if let Some(blind) = &mut self.run.blind {
            *blind = Blind::default();
        }
    }

    /// Enter while votes are collected: a blind entry becomes the vote of whose turn it is.
    fn enter(&mut self) {
        let turn = self.turn();
        let (Some(blind), Some(who)) = (&mut self.run.blind, turn) else {
            if self.run.blind.is_none() {
                self.run.voter = None;
            }
            return;
        };
        if !blind.taken {
            return;
        }
        match read_entry(&std::mem::take(&mut blind.entry), self.it.scale) {
            Ok(CellValue::Unscored) => {}
            Ok(value) => {
                *blind = Blind {
                    done: Some(who),
                    ..Blind::default()
                };
                self.run.voter = None;
                self.vote(who, value);
            }
            Err(_) => blind.refused = true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ordito_model::ScaleLevel;

    fn scale() -> Scale {
        let level = |value| ScaleLevel {
            value: Points::whole(value),
            label: ordito_model::Label::default(),
            guidance: ordito_model::Label::default(),
            colour: None,
        };
        Scale {
            levels: (-3..=3).rev().map(level).collect(),
            ..Scale::default()
        }
    }

    #[test]
    fn one_key_is_one_vote_on_the_scale() {
        let said = |c, minus| vote_of(c, minus, &scale()).map(|value| value.to_string());
        let keys: Vec<_> = "0123qwen?"
            .chars()
            .map(|c| said(c, false).unwrap())
            .collect();
        assert_eq!(keys, ["0", "1", "2", "3", "-1", "-2", "-3", "n", "?"]);
        assert_eq!(said('2', true).unwrap(), "-2");
        assert_eq!(
            (said('4', false), said('x', false), said('r', false)),
            (None, None, None)
        );
    }

    #[test]
    fn the_other_side_is_added_to_the_one_that_is_there() {
        let said = |first: &str, c| {
            let value = read_entry(first, &scale()).unwrap();
            with_other_side(value, c, &scale()).map(|value| value.to_string())
        };
        assert_eq!(said("2", '1').as_deref(), Some("2/-1"));
        assert_eq!(said("-1", '3').as_deref(), Some("3/-1"));
        assert_eq!(said("3", 'w').as_deref(), Some("3/-2"));
        assert_eq!(
            (said("0", '1').as_deref(), said("2/-1", '0').as_deref()),
            (Some("-1"), Some("2")),
            "a slip is mended"
        );
        assert_eq!(
            (said("2", '4'), said("n", '1'), said("2", 'x')),
            (None, None, None)
        );
    }
}
