//! Random values and records, from a seed.

use ordito::document::{AssessmentChange, Stamp};
use ordito::model::{
    ActorId, AssessorId, CellValue, Cited, Contents, Contribution, Framework, FrameworkId, Goal,
    GoalId, Label, Level, Matrix, MatrixKind, Points, Policy, PolicyId, Rgb, Scale, ScaleId,
    ScaleLevel, SourceId, Timestamp, Wording, YearMonth,
};
use std::collections::BTreeMap;

/// SplitMix64.
pub struct Random(pub u64);
impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
    pub fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
    pub fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
    pub fn maybe<T>(&mut self, percent: usize, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.chance(percent) {
            Some(make(self))
        } else {
            None
        }
    }
    pub fn several<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }
    pub fn text(&mut self) -> String {
        const WORDS: &[&str] = &[
            "acqua",
            "città",
            "perché",
            "«rete»",
            "a\tb",
            "riga\nnuova",
            "\"virgolette\"",
            "'",
            "\\",
            "€ 1.000",
            "🌍",
            "",
            "\u{0}",
            "naïve",
            "—",
            "suolo",
            "=1+1",
            "{}",
            "null",
            "ﬁne",
            "e\u{301}",
        ];
        let n = self.below(5);
        let mut text = format!("t{}", self.below(1000));
        for _ in 0..n {
            text.push(' ');
            text.push_str(self.pick(WORDS));
        }
        if self.chance(2) {
            text.repeat(60)
        } else {
            text
        }
    }
    pub fn label(&mut self) -> Label {
        if self.chance(30) {
            Label {
                it: self.text(),
                en: String::new(),
            }
        } else {
            Label::new(self.text(), self.text())
        }
    }
    /// A key that is there, most of the time.
    pub fn key<K: Copy + Ord, V>(&mut self, map: &BTreeMap<K, V>, new: fn(u128) -> K) -> K {
        if map.is_empty() || self.chance(4) {
            return self.new_key(new);
        }
        let at = self.below(map.len());
        *map.keys().nth(at).unwrap()
    }
    pub fn new_key<K>(&mut self, new: fn(u128) -> K) -> K {
        new(10 + u128::from(self.next() % 100_000))
    }
    pub fn colour(&mut self) -> Option<Rgb> {
        self.maybe(50, |r| Rgb(r.next() as u8, r.next() as u8, r.next() as u8))
    }
    pub fn wording(&mut self) -> Wording {
        self.pick(Wording::ALL)
    }
}

pub fn stamp(r: &mut Random) -> Stamp {
    Stamp {
        at: Timestamp(1_700_000_000_000 + r.below(1 << 30) as i64),
        by: r.text(),
    }
}

pub fn policy(r: &mut Random, c: &Contents) -> Policy {
    Policy {
        parent: r
            .maybe(50, |r| r.key(&c.policies, PolicyId::fixed))
            .filter(|id| c.policies.contains_key(id)),
        position: r.below(9) as i64,
        code: r
            .maybe(60, |r| format!("P{}", r.below(5000)))
            .unwrap_or_default(),
        name: if r.chance(3) {
            " ".to_owned()
        } else {
            r.text()
        },
        short: r.text(),
        kind: r.pick(ordito::model::PolicyKind::ALL),
        level: r.maybe(50, |r| r.pick(Level::ALL)),
        territory: r.text(),
        owner: r
            .maybe(40, |r| r.key(&c.actors, ActorId::fixed))
            .filter(|id| c.actors.contains_key(id)),
        actors: r
            .several(2, |r| r.key(&c.actors, ActorId::fixed))
            .into_iter()
            .filter(|id| c.actors.contains_key(id))
            .collect(),
        start: r.maybe(40, |r| YearMonth {
            year: 2020 + r.below(9) as i16,
            month: 1 + r.below(12) as u8,
        }),
        end: r.maybe(40, |r| YearMonth {
            year: 2024 + r.below(9) as i16,
            month: 1 + r.below(12) as u8,
        }),
        budget_cents: r.maybe(40, |r| r.next() as i64),
        budget_note: r.text(),
        beneficiaries: r.several(2, Random::text),
        expected_results: r.several(2, Random::text),
        outputs: r.several(2, Random::text),
        links: r.several(2, Random::text),
        description: r.text(),
        effects_here: r.text(),
        effects_elsewhere: r.text(),
        effects_future: r.text(),
        wording: r.wording(),
        variant_of: r.maybe(10, |r| r.key(&c.policies, PolicyId::fixed)),
    }
}

pub fn framework(r: &mut Random) -> Framework {
    Framework {
        key: r.text(),
        version: r.text(),
        name: r.label(),
        wording: r.wording(),
        level: r.maybe(50, |r| r.pick(Level::ALL)),
        adopted: r.text(),
        levels: (0..3).map(|_| r.label()).collect(),
        sources: r.several(2, Random::text),
        notes: r.label(),
        position: r.below(9) as i64,
    }
}

pub fn goal(r: &mut Random, framework: FrameworkId, parent: Option<(GoalId, u8)>) -> Goal {
    Goal {
        framework,
        parent: parent.map(|(id, _)| id),
        position: 0,
        level: parent.map_or(0, |(_, level)| level + 1),
        code: r
            .maybe(70, |r| format!("G{}", r.below(5000)))
            .unwrap_or_default(),
        name: r.label(),
        short: r.label(),
        text: r.label(),
        wording: r.wording(),
        colour: r.colour(),
        note: r.text(),
    }
}

pub fn scale(r: &mut Random) -> Scale {
    let (low, high) = (-3 - r.below(2) as i8, 3 + r.below(2) as i8);
    let mut values: Vec<Points> = (low..=high).map(Points::whole).collect();
    if r.chance(30) {
        values.push(Points(150));
    }
    let level = |value| ScaleLevel {
        value,
        label: r.label(),
        guidance: r.label(),
        colour: r.colour(),
    };
    let levels = values.into_iter().map(level).collect();
    Scale {
        key: r.text(),
        version: r.text(),
        name: r.label(),
        source: r.text(),
        levels,
    }
}

pub fn value(r: &mut Random) -> CellValue {
    match r.below(10) {
        0 => CellValue::Unscored,
        1 => CellValue::NotApplicable,
        2 => CellValue::DontKnow,
        3 => CellValue::Scored {
            benefit: Points::whole(1 + r.below(3) as i8),
            tradeoff: Points::whole(-1 - r.below(3) as i8),
        },
        4 if r.chance(5) => CellValue::net_of(Points(725)),
        _ => CellValue::net_of(Points::whole(r.below(7) as i8 - 3)),
    }
}

pub fn change(r: &mut Random, c: &Contents) -> AssessmentChange {
    if r.chance(10) {
        return AssessmentChange::clear();
    }
    AssessmentChange {
        value: r.maybe(80, value),
        contribution: r.maybe(20, |r| r.maybe(80, |r| r.pick(Contribution::ALL))),
        confidence: r.maybe(20, |r| r.maybe(80, |r| 1 + r.below(5) as u8)),
        reason: r.maybe(30, Random::text),
        mitigation: r.maybe(10, Random::text),
        sources: r.maybe(20, |r| {
            let cited = r.several(2, |r| Cited {
                source: r.key(&c.sources, SourceId::fixed),
                page: r.text(),
            });
            cited
                .into_iter()
                .filter(|cited| c.sources.contains_key(&cited.source))
                .collect()
        }),
    }
}

pub fn matrix(r: &mut Random, c: &Contents, kind: MatrixKind) -> Matrix {
    Matrix {
        name: r.text(),
        kind,
        scale: r.key(&c.scales, ScaleId::fixed),
        position: r.below(9) as i64,
        note: r.text(),
        illustrative: r.chance(50),
        assessors: r.several(2, |r| r.key(&c.assessors, AssessorId::fixed)),
    }
}
