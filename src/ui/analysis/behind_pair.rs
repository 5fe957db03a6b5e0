//! The goals behind a pair of policies: where they pull, agree, harm together, each with both scores and reasons.

use super::behind::{Behind, cell_ui};
use crate::Cx;
use crate::widgets;
use egui::Ui;
use ordito_analysis::coherence::Meeting;
use ordito_analysis::equal::Ruler;
use ordito_model::{AssessmentKey, Axis, Contents, Item};

/// A goal scored for both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Goal {
    pub column: Item,
    pub meeting: Meeting,
    /// `w_g min(|s_a|, |s_b|)`
    pub intensity: f64,
}

/// The goals scored for both rows: conflicts, synergies, joint harm, neutral; the strongest of each first.
pub fn goals(contents: &Contents, behind: &Behind, a: Item, b: Item) -> Vec<Goal> {
    let net = |row: Item, column: Item| {
        let cell = contents.assessments.get(&behind.key((row, column)))?;
        cell.value.net().map(ordito_model::Points::value)
    };
    let of = |(column, weight): (Item, f64)| {
        let (net_a, net_b) = (net(a, column)?, net(b, column)?);
        // In a square matrix an item crossed with itself is no crossing.
        if column == a || column == b {
            return None;
        }
        let intensity = weight * net_a.abs().min(net_b.abs());
        Some(Goal {
            column,
            meeting: Meeting::of(net_a, net_b),
            intensity,
        })
    };
    let columns = contents
        .lines_of(behind.matrix, Axis::Columns)
        .into_iter()
        .filter(|(_, line)| !line.hidden);
    let mut goals: Vec<Goal> = columns
        .filter_map(|(item, line)| of((item, line.weight)))
        .collect();
    goals.sort_by(|x, y| {
        x.meeting
            .cmp(&y.meeting)
            .then(Ruler::POINTS.order(y.intensity, x.intensity))
    });
    goals
}

const fn meeting_key(meeting: Meeting) -> &'static str {
    match meeting {
        Meeting::Conflict => "pairs-meeting-conflict",
        Meeting::Synergy => "pairs-meeting-synergy",
        Meeting::JointHarm => "pairs-meeting-joint-harm",
        Meeting::Neutral => "pairs-meeting-neutral",
    }
}

/// Draws them; the cell that is asked for in the grid, if one is.
pub fn goals_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    behind: &Behind,
    (a, b): (Item, Item),
    goals: &[Goal],
) -> Option<AssessmentKey> {
    let Cx {
        paint, contents, ..
    } = *cx;
    let words = cx.words();
    let mut jump = None;
    let mut last = None;
    for goal in goals {
        if last != Some(goal.meeting) {
            last = Some(goal.meeting);
            let n = goals
                .iter()
                .filter(|other| other.meeting == goal.meeting)
                .count();
            let what = words.say(meeting_key(goal.meeting));
            ui.add_space(6.0);
            widgets::part_title_ui(ui, paint, &words.pairs_goals(n, what));
        }
        let (code, label) = contents.item_label(goal.column);
        let name = format!("{code} {}", label.get(words.language()))
            .trim()
            .to_owned();
        let mut text = name;
        if goal.meeting != Meeting::Neutral {
            let decimals = u8::from((goal.intensity - goal.intensity.round()).abs() > 1e-6);
            let amount = words.numbers().number(goal.intensity, decimals);
            text = format!("{text} · {}", words.pairs_intensity(amount));
        }
        ui.add(egui::Label::new(egui::RichText::new(text).size(13.0).color(paint.muted)).wrap());
        for row in [a, b] {
            let key = behind.key((row, goal.column));
            if let Some(said) = contents.assessments.get(&key)
                && cell_ui(ui, cx, &behind.leads, &key, said)
            {
                jump = Some(key);
            }
        }
    }
    jump
}
