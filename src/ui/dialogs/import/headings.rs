//! Headings and entries of a table that nothing in the matrix is called: the person says what each means.

use crate::kit::pickers::{Choice, Manner, Picked, pick_ui};
use crate::theme::Paint;
use crate::widgets;
use egui::{RichText, Ui};
use ordito_ground::text::folded;
use ordito_import::{Match, MatrixChoices, MatrixPreview, Meaning, Place};
use ordito_model::{Axis, CellValue, Contents, GoalId, Item, MatrixId, PolicyId, Scale};
use ordito_workspace::Workspace;

/// The room for what the table says; what it means stands behind it.
const SAID: f32 = 300.0;

/// What is asked about.
pub struct Asking<'a> {
    pub workspace: &'a Workspace,
    pub contents: &'a Contents,
    pub matrix: MatrixId,
    pub scale: Option<&'a Scale>,
    pub preview: &'a MatrixPreview,
}

/// Whether a person may say something about headings or entries.
pub fn asks(preview: &MatrixPreview) -> bool {
    let mut headings = preview.rows.iter().chain(&preview.columns);
    headings.any(|(_, found)| found.text().is_some()) || !preview.not_entries().is_empty()
}

/// Headings that are taken for a line they are nearly called like.
pub fn guesses(preview: &MatrixPreview) -> Vec<((Axis, usize), Item)> {
    let of = |axis: Axis, headings: &[(usize, Match)]| -> Vec<((Axis, usize), Item)> {
        let guess = |(place, found): &(usize, Match)| match found {
            Match::Guess { item, .. } => Some(((axis, *place), *item)),
            _ => None,
        };
        headings.iter().filter_map(guess).collect()
    };
    [
        of(Axis::Rows, &preview.rows),
        of(Axis::Columns, &preview.columns),
    ]
    .concat()
}

/// Draws a line for each of them; true when something else was chosen.
pub fn headings_ui(
    ui: &mut Ui,
    paint: &Paint,
    asking: &Asking<'_>,
    choices: &mut MatrixChoices,
) -> bool {
    let words = asking.workspace.words();
    let mut changed = false;
    let mut open: Vec<(Axis, usize, &Match)> = Vec::new();
    for (axis, headings) in [
        (Axis::Rows, &asking.preview.rows),
        (Axis::Columns, &asking.preview.columns),
    ] {
        let said = headings.iter().filter(|(_, found)| found.text().is_some());
        open.extend(said.map(|(place, found)| (axis, *place, found)));
    }
    if !open.is_empty() {
        widgets::part_title_ui(ui, paint, &words.import_meanings());
    }
    for (axis, place, found) in open {
        changed |= heading_ui(ui, paint, asking, (axis, place), found, choices);
    }
    changed
}

fn heading_ui(
    ui: &mut Ui,
    paint: &Paint,
    asking: &Asking<'_>,
    key: (Axis, usize),
    found: &Match,
    choices: &mut MatrixChoices,
) -> bool {
    let words = asking.workspace.words();
    let at = asking.preview.place_of(key.0, key.1).to_string();
    let text = found.text().unwrap_or_default();
    let said = if text.is_empty() {
        words.import_no_heading()
    } else {
        words.import_this_heading(words.short(text))
    };
    let matrix = asking.contents.matrices.get(&asking.matrix);
    let policies = matrix.is_some_and(|matrix| matrix.kind.holds_policies(key.0));
    let new = if policies {
        words.import_new_policy()
    } else {
        words.import_new_goal()
    };
    let shown = match found {
        Match::Guess { item, .. } => {
            format!("{} ({})", line_name(asking, *item), words.import_guess())
        }
        Match::Chosen { item, .. } => line_name(asking, *item),
        Match::New { .. } => new.clone(),
        Match::LeftOut { .. } => words.import_left_out(),
        _ => words.import_choose(),
    };
    let colour = if found.is_open() {
        paint.warning
    } else {
        paint.ink
    };
    let name = words.import_meaning(at.as_str());
    let mut offers: Vec<Option<Meaning>> = Vec::new();
    let picked = asked_ui(ui, &format!("{at} {said}"), colour, |ui| {
        pick_ui(ui, paint, words, &name, &shown, Manner::default(), || {
            let (meanings, list) = offered(asking, key.0, policies, found, &new);
            offers = meanings;
            list
        })
    });
    let Some(Picked::One(chosen)) = picked else {
        return false;
    };
    let Some(meaning) = offers.get(chosen).copied() else {
        return false;
    };
    let meaning = meaning.unwrap_or_else(|| {
        Meaning::New(if policies {
            Item::Policy(PolicyId::random())
        } else {
            Item::Goal(GoalId::random())
        })
    });
    choices.meanings.insert(key, meaning);
    true
}

/// What a heading can mean: the nearest, a new one (nothing here), left out, then every line and all else that could
/// become one.
fn offered(
    asking: &Asking<'_>,
    axis: Axis,
    policies: bool,
    found: &Match,
    new: &str,
) -> (Vec<Option<Meaning>>, Vec<Choice>) {
    let contents = asking.contents;
    let near: Vec<Item> = match found {
        Match::Unmatched { nearest, .. } | Match::Guess { nearest, .. } => nearest.clone(),
        Match::Several { items, .. } => items.clone(),
        Match::Chosen { item, .. } | Match::Twice { item, .. } => vec![*item],
        _ => Vec::new(),
    };
    let chosen = |meaning: Option<Meaning>| match (found, meaning) {
        (Match::New { .. }, None) | (Match::LeftOut { .. }, Some(Meaning::LeaveOut)) => true,
        (_, Some(Meaning::Item(item))) => found.item() == Some(item),
        _ => false,
    };
    let choice = |text: String, meaning| Choice {
        text,
        depth: 0,
        chosen: chosen(meaning),
    };
    let mut list = Vec::new();
    let mut meanings = Vec::new();
    let mut offer = |text: String, meaning: Option<Meaning>| {
        list.push(choice(text, meaning));
        meanings.push(meaning);
    };
    for item in &near {
        offer(line_name(asking, *item), Some(Meaning::Item(*item)));
    }
    if found.text().is_some_and(|text| !text.is_empty()) {
        offer(new.to_owned(), None);
    }
    offer(
        asking.workspace.words().import_left_out(),
        Some(Meaning::LeaveOut),
    );
    let lines: Vec<Item> = contents
        .lines_of(asking.matrix, axis)
        .into_iter()
        .map(|(item, _)| item)
        .collect();
    let others: Vec<Item> = if policies {
        contents
            .policy_tree()
            .into_iter()
            .map(|(_, id)| Item::Policy(id))
            .collect()
    } else {
        contents
            .frameworks
            .keys()
            .flat_map(|id| contents.goal_tree(*id))
            .map(|(_, id)| Item::Goal(id))
            .collect()
    };
    let is_line: std::collections::BTreeSet<Item> = lines.iter().copied().collect();
    let others = others.into_iter().filter(|item| !is_line.contains(item));
    for item in lines
        .iter()
        .copied()
        .chain(others)
        .filter(|item| !near.contains(item))
    {
        offer(line_name(asking, item), Some(Meaning::Item(item)));
    }
    (meanings, list)
}

fn line_name(asking: &Asking<'_>, item: Item) -> String {
    let (code, label) = asking.contents.item_label(item);
    format!("{code} {}", label.get(asking.workspace.words().language()))
        .trim()
        .to_owned()
}

/// What the table says, and behind it what it means.
pub fn asked_ui<R>(
    ui: &mut Ui,
    said: &str,
    colour: egui::Color32,
    answer: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.horizontal(|ui| {
        ui.scope(|ui| {
            ui.set_width(SAID);
            ui.add(egui::Label::new(RichText::new(said).color(colour)).truncate());
        });
        ui.scope(|ui| {
            ui.set_width((ui.available_width() - 14.0).max(160.0));
            answer(ui)
        })
        .inner
    })
    .inner
}

/// Texts that are no entries, each once: what they mean; true when something else was chosen.
pub fn entries_ui(
    ui: &mut Ui,
    paint: &Paint,
    asking: &Asking<'_>,
    choices: &mut MatrixChoices,
) -> bool {
    let words = asking.workspace.words();
    let Some(scale) = asking.scale else {
        return false;
    };
    let open = asking.preview.not_entries();
    if open.is_empty() && choices.entries.is_empty() {
        return false;
    }
    widgets::part_title_ui(ui, paint, &words.import_entries());
    let mut lines: Vec<(String, Vec<Place>, Option<Option<CellValue>>)> = open
        .into_iter()
        .map(|(text, places)| (text.to_owned(), places, None))
        .collect();
    let answered = choices
        .entries
        .iter()
        .map(|(text, value)| (text.clone(), Vec::new(), Some(*value)));
    lines.extend(answered);
    // An answer moves nothing.
    lines.sort_by_key(|(text, ..)| folded(text));
    let mut changed = false;
    for (text, places, meaning) in lines {
        let mut offers: Vec<Option<Option<CellValue>>> = vec![None, Some(None)];
        let mut names = vec![words.import_left_out(), words.import_entry_leave()];
        for level in &scale.levels {
            offers.push(Some(Some(CellValue::net_of(level.value))));
            names.push(format!(
                "{} {}",
                words.numbers().points(level.value),
                level.label.get(words.language())
            ));
        }
        for (value, name) in [(CellValue::NotApplicable, "n"), (CellValue::DontKnow, "?")] {
            offers.push(Some(Some(value)));
            names.push(name.to_owned());
        }
        let at = offers
            .iter()
            .position(|offer| *offer == meaning)
            .unwrap_or_default();
        let shown = if meaning.is_none() {
            words.import_choose()
        } else {
            names.get(at).cloned().unwrap_or_default()
        };
        let quoted = words.import_this_heading(words.short(&text));
        let said = format!("{quoted} {}", ordito_workspace::said::first_places(&places));
        let colour = if meaning.is_none() {
            paint.warning
        } else {
            paint.ink
        };
        let name = words.import_entry_is(words.short(&text));
        let picked = asked_ui(ui, &said, colour, |ui| {
            let list = || {
                let named = names.iter().enumerate();
                named
                    .map(|(i, text)| Choice {
                        text: text.clone(),
                        depth: 0,
                        chosen: i == at,
                    })
                    .collect()
            };
            pick_ui(ui, paint, words, &name, &shown, Manner::default(), list)
        });
        if let Some(Picked::One(chosen)) = picked {
            match offers.get(chosen).copied().flatten() {
                Some(value) => _ = choices.entries.insert(folded(&text), value),
                None => _ = choices.entries.remove(&folded(&text)),
            }
            changed = true;
        }
    }
    changed
}
