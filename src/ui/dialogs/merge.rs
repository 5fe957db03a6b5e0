//! Merging copies: the files, what was perhaps added twice, and every conflict with both sides, decided by rule or one by
//! one, before anything changes.

use crate::Cx;
use crate::theme;
use crate::widgets;
use egui::{RichText, Ui};
use ordito_document::{Clash, ClashKind, Rule};
use ordito_words::Words;
use ordito_workspace::{
    Action, Merging, Purpose, ReadyMerge, clash_name, kind_says, proposal_says, record_says,
    version_says,
};
use std::fmt::Write as _;

/// Draws the dialog; true when it is over.
pub fn merge_ui(ui: &mut Ui, cx: &mut Cx<'_>, merging: &Merging) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.set_width(720.0_f32.min(ui.ctx().content_rect().width() - 80.0));
    widgets::title_ui(ui, paint, &words.merge_title());
    ui.add(egui::Label::new(widgets::muted(words.merge_text(), paint)).wrap());
    ui.add_space(6.0);
    for file in merging.files() {
        let name = file
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        ui.label(name);
    }
    if widgets::button_ui(ui, &words.merge_add()).clicked() {
        cx.act(Action::PickFile(Purpose::MergeCopy));
    }
    ui.add_space(6.0);
    if let Some(why) = merging.failed() {
        ui.add(egui::Label::new(RichText::new(why).color(paint.ink)).wrap());
    }
    // Shown while files are read; deciding takes a moment and must not move what is being decided.
    if let Some((done, of)) = merging.at().filter(|_| merging.ready().is_none()) {
        let share = if of == 0 {
            0.0
        } else {
            done as f32 / of as f32
        };
        widgets::share_bar_ui(
            ui,
            paint,
            &words.merge_working(),
            share,
            egui::vec2(ui.available_width(), 6.0),
        );
        widgets::caption_ui(ui, paint, &words.merge_working());
    }
    if let Some(ready) = merging.ready() {
        ready_ui(ui, cx, merging, ready);
    }
    ui.add_space(8.0);
    let mut over = false;
    ui.horizontal(|ui| {
        let can = merging.ready().is_some() && merging.at().is_none();
        if widgets::primary_button_ui(ui, paint, &words.merge_do(), can).clicked() {
            cx.act(Action::MergeApply);
        }
        if let Some(ready) = merging.ready()
            && widgets::button_ui(ui, &words.merge_copy_report()).clicked()
        {
            cx.act(Action::CopyText(report(ready, words)));
        }
        over = widgets::button_ui(ui, &words.button_cancel()).clicked();
    });
    over
}

const RULES: [(Rule, &str); 3] = [
    (Rule::Later, "merge-rule-later"),
    (Rule::Mine, "merge-rule-mine"),
    (Rule::Theirs, "merge-rule-theirs"),
];

fn ready_ui(ui: &mut Ui, cx: &mut Cx<'_>, merging: &Merging, ready: &ReadyMerge) {
    let Cx { paint, .. } = *cx;
    let words = cx.words();
    ui.label(words.merge_changes(ready.changes));
    let clashes = &ready.joined.clashes;
    let proposals = &ready.gathered.proposals;
    let height = (ui.ctx().content_rect().height() - 380.0).max(120.0);
    if !clashes.is_empty() {
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            ui.label(words.merge_rule());
            let labels = RULES.map(|(_, key)| words.say(key));
            let chosen = RULES
                .iter()
                .position(|(rule, _)| *rule == merging.rule())
                .unwrap_or_default();
            if let Some(place) =
                widgets::segmented_ui(ui, paint, &words.merge_rule(), &labels, chosen)
                && let Some((rule, _)) = RULES.get(place)
            {
                cx.act(Action::MergeRule(*rule));
            }
        });
    }
    egui::ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            if !proposals.is_empty() {
                widgets::part_title_ui(ui, paint, &words.merge_proposals(proposals.len()));
                for proposal in proposals {
                    let mut same = merging.is_same(proposal);
                    if ui
                        .checkbox(&mut same, proposal_says(proposal, words))
                        .changed()
                    {
                        cx.act(Action::MergeSame(Box::new(proposal.clone()), same));
                    }
                }
                ui.add_space(6.0);
            }
            widgets::part_title_ui(ui, paint, &words.merge_clashes(clashes.len()));
            for clash in clashes.iter().take(SHOWN) {
                clash_ui(ui, cx, ready, clash);
            }
            if let Some(more) = clashes.len().checked_sub(SHOWN).filter(|more| *more > 0) {
                widgets::caption_ui(ui, paint, &words.merge_more(more));
            }
        });
}

/// More than these are decided by rule; the report has them all.
const SHOWN: usize = 200;

fn clash_ui(ui: &mut Ui, cx: &mut Cx<'_>, ready: &ReadyMerge, clash: &Clash) {
    let Cx { paint, .. } = *cx;
    let words = cx.words();
    let name = clash_name(clash, &ready.family, &ready.joined.contents, words);
    let title = RichText::new(&name)
        .family(theme::semibold())
        .color(paint.ink);
    ui.add(egui::Label::new(title).wrap());
    widgets::caption_ui(ui, paint, &kind_says(clash.kind, words));
    let decidable = matches!(clash.kind, ClashKind::Changed | ClashKind::Deleted);
    // In the order of the copies, so that a choice does not move them.
    let mut versions: Vec<_> = clash.versions.iter().collect();
    versions.sort_by_key(|version| version.copy);
    for version in versions {
        let said = version_says(version, clash, &ready.family, words);
        if decidable {
            let button = ui.radio(version.record == clash.outcome, &said);
            widgets::name_it(ui, &button, &format!("{name}: {said}"));
            if button.clicked() {
                cx.act(Action::MergeDecide(clash.key.clone(), version.copy));
            }
        } else {
            ui.add(egui::Label::new(said).wrap());
        }
    }
    if !clash
        .versions
        .iter()
        .any(|version| version.record == clash.outcome)
    {
        let what = outcome(clash, words);
        ui.add(egui::Label::new(words.merge_outcome(what)).wrap());
    }
    ui.add_space(8.0);
}

fn outcome(clash: &Clash, words: &Words) -> String {
    match clash.outcome.after_json() {
        None => words.merge_nothing_left(),
        Some(_) => record_says(&clash.outcome, &clash.fields, words),
    }
}

/// The report as text, all of it.
fn report(ready: &ReadyMerge, words: &Words) -> String {
    let mut text = words.merge_changes(ready.changes);
    for proposal in &ready.gathered.proposals {
        let _ = write!(text, "\n{}", proposal_says(proposal, words));
    }
    let _ = write!(
        text,
        "\n{}",
        words.merge_clashes(ready.joined.clashes.len())
    );
    for clash in &ready.joined.clashes {
        let name = clash_name(clash, &ready.family, &ready.joined.contents, words);
        let _ = write!(text, "\n{name}: {}", kind_says(clash.kind, words));
        for version in &clash.versions {
            let _ = write!(
                text,
                "\n  {}",
                version_says(version, clash, &ready.family, words)
            );
        }
        let _ = write!(text, "\n  {}", words.merge_outcome(outcome(clash, words)));
    }
    text
}
