//! The goals of a framework as a tree: folding, moving, renaming by keyboard, asking before anything goes.

use super::deletion::Doomed;
use super::{FrameworksScreen, settle, wording_colour};
use crate::Cx;
use crate::kit::keys::{self, Move};
use crate::kit::letters;
use crate::theme;
use crate::widgets;
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, EventFilter, FontId, Key, Modifiers, Painter, Pos2, Response, Sense, Ui,
    WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons;
use ordito_document::Edit;
use ordito_model::{Contents, FrameworkId, Goal, GoalId, Label, Wording};
use ordito_words::Say as _;
use ordito_workspace::{Action, Command};
use std::collections::BTreeSet;

const ROW: f32 = 30.0;

/// A new goal without a name of its own yet; it is chosen at once.
pub fn new_goal(
    cx: &Cx<'_>,
    framework: FrameworkId,
    parent: Option<GoalId>,
    level: u8,
    chosen: &mut Option<GoalId>,
) -> Edit {
    let (contents, words) = (cx.contents, cx.words());
    let id = GoalId::random();
    *chosen = Some(id);
    // What is added to a framework of somebody else is not in their words.
    let is_shipped = contents
        .frameworks
        .get(&framework)
        .is_some_and(|framework| {
            ordito_import::library::SHIPPED_FRAMEWORKS.contains(&framework.key.as_str())
        });
    let goal = Goal {
        framework,
        parent,
        position: 0,
        level,
        code: String::new(),
        name: Label::new(words.frameworks_new_goal(), ""),
        short: Label::default(),
        text: Label::default(),
        wording: if is_shipped {
            Wording::Provisional
        } else {
            Wording::Official
        },
        colour: None,
        note: String::new(),
    };
    Edit::AddGoals(vec![(id, goal)])
}

/// Goals shown: those not below a closed one, or those the search finds with what is above them.
fn shown(
    contents: &Contents,
    framework: FrameworkId,
    state: &FrameworksScreen,
) -> Vec<(usize, GoalId)> {
    let tree = contents.goal_tree(framework);
    let wanted = ordito_ground::text::folded(&state.search);
    if !wanted.is_empty() {
        let mut found: BTreeSet<GoalId> = BTreeSet::new();
        for (_, id) in &tree {
            let Some(goal) = contents.goals.get(id) else {
                continue;
            };
            let text = ordito_ground::text::folded(&format!(
                "{} {} {}",
                goal.code, goal.name.it, goal.name.en
            ));
            if wanted.split(' ').all(|word| text.contains(word)) {
                found.extend(contents.goal_upwards(*id));
            }
        }
        return tree
            .into_iter()
            .filter(|(_, id)| found.contains(id))
            .collect();
    }
    let mut rows = Vec::new();
    let mut hidden_below: Option<usize> = None;
    for (depth, id) in tree {
        if hidden_below.is_some_and(|limit| depth > limit) {
            continue;
        }
        hidden_below = state.closed.contains(&id).then_some(depth);
        rows.push((depth, id));
    }
    rows
}

pub fn tree_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FrameworksScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let (Some(contents), Some(framework)) = (workspace.contents(), state.framework) else {
        let (title, text) = (words.frameworks_none_title(), words.frameworks_none());
        widgets::empty_ui(ui, paint, icons::ICON_ACCOUNT_TREE, &title, &text, |_| {});
        return;
    };
    let rows = shown(contents, framework, state);
    if rows.is_empty() {
        let key = if state.search.is_empty() {
            "frameworks-no-goals"
        } else {
            "frameworks-nothing-found"
        };
        let button = words.command_add_goal();
        let (title, text) = (words.say(key), words.say(&format!("{key}-text")));
        widgets::empty_ui(ui, paint, icons::ICON_ACCOUNT_TREE, &title, &text, |ui| {
            if state.search.is_empty()
                && widgets::primary_button_ui(ui, paint, &button, true).clicked()
            {
                cx.ask(Command::AddGoal);
            }
        });
        return;
    }
    let parents: BTreeSet<GoalId> = contents
        .goals
        .values()
        .filter_map(|goal| goal.parent)
        .collect();
    let list_id = ui.scope_id().with("goal-tree");
    let cursor = state
        .goal
        .and_then(|id| rows.iter().position(|(_, row)| *row == id));
    let at_before = state.goal;
    state.tree_focused = ui.memory(|memory| memory.has_focus(list_id));
    if state.tree_focused {
        keys(ui, cx, (list_id, &rows), cursor, state);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = egui::ScrollArea::vertical().auto_shrink([false, false]);
    if state.goal != at_before || state.scroll_to_goal {
        if let Some(at) = state
            .goal
            .and_then(|id| rows.iter().position(|(_, row)| *row == id))
        {
            let offset = (at as f32 * ROW - ui.available_height() / 2.0).max(0.0);
            let top = ui
                .ctx()
                .data(|data| data.get_temp::<f32>(list_id))
                .unwrap_or(0.0);
            let bottom = top + ui.available_height() - ROW;
            let here = at as f32 * ROW;
            if here < top || here > bottom || state.scroll_to_goal {
                area = area.vertical_scroll_offset(offset);
            }
        }
        state.scroll_to_goal = false;
    }
    let output = area.show_rows(ui, ROW, rows.len(), |ui, range| {
        let whole = egui::Rect::from_min_size(ui.max_rect().min, vec2(ui.available_width(), ROW));
        let focus = ui.interact(whole, list_id, Sense::focusable_noninteractive());
        focus.widget_info(|| WidgetInfo::labeled(Role::Tree, true, words.frameworks_tree()));
        if let Some(goal) = state.goal {
            let line = list_id.with(goal).accesskit_id();
            ui.ctx()
                .accesskit_node_builder(list_id, |node| node.set_active_descendant(line));
        }
        if std::mem::take(&mut state.focus_tree) {
            focus.request_focus();
        }
        ui.memory_mut(|memory| {
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
            };
            memory.set_focus_lock_filter(list_id, filter);
        });
        for (depth, id) in rows.get(range).unwrap_or_default() {
            row_ui(ui, cx, *depth, *id, parents.contains(id), list_id, state);
        }
    });
    ui.ctx()
        .data_mut(|data| data.insert_temp(list_id, output.state.clamped_offset().y));
}

fn row_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    depth: usize,
    id: GoalId,
    has_children: bool,
    list_id: egui::Id,
    state: &mut FrameworksScreen,
) {
    let Cx {
        paint,
        workspace,
        contents,
        ..
    } = *cx;
    let words = workspace.words();
    let Some(goal) = contents.goals.get(&id) else {
        return;
    };
    // The tree is one stop of the keyboard; a goal has its id wherever the tree is scrolled to.
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, list_id.with(id), Sense::CLICK);
    let chosen = state.goal == Some(id);
    let name = goal.name.get(words.language());
    let open = has_children.then(|| !state.closed.contains(&id));
    say_row(ui, cx, &response, (depth, goal), (chosen, open));
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    if chosen {
        painter.rect_filled(rect, CornerRadius::ZERO, paint.selected);
        if ui.memory(|memory| memory.has_focus(list_id)) {
            painter.rect_filled(
                egui::Rect::from_min_size(rect.min, vec2(3.0, ROW)),
                CornerRadius::ZERO,
                paint.primary,
            );
        }
    } else if response.hovered() {
        painter.rect_filled(rect, CornerRadius::ZERO, paint.canvas);
    }
    painter.hline(
        rect.x_range(),
        rect.bottom(),
        egui::Stroke::new(1.0, paint.line.gamma_multiply(0.6)),
    );
    let x = rect.left() + 12.0 + depth as f32 * 18.0;
    let arrow = egui::Rect::from_center_size(pos2(x + 7.0, rect.center().y), vec2(18.0, ROW));
    if has_children {
        let closed = state.closed.contains(&id);
        let icon = if closed {
            icons::ICON_CHEVRON_RIGHT
        } else {
            icons::ICON_KEYBOARD_ARROW_DOWN
        };
        painter.text(
            arrow.center(),
            Align2::CENTER_CENTER,
            icon.codepoint,
            FontId::new(17.0, theme::icons()),
            paint.muted,
        );
    }
    let cut = goal_text_ui(
        &painter,
        cx,
        goal,
        pos2(x + 20.0, rect.center().y),
        (rect.right(), chosen),
    );
    if widgets::chosen(&response) {
        let on_arrow = has_children
            && response.clicked()
            && response
                .interact_pointer_pos()
                .is_some_and(|at| arrow.contains(at));
        if on_arrow {
            if !state.closed.remove(&id) {
                state.closed.insert(id);
            }
        } else {
            settle(cx, state);
            state.goal = Some(id);
            ui.memory_mut(|memory| memory.request_focus(list_id));
        }
    }
    if cut {
        response.on_hover_text(name);
    }
}

/// What a screen reader is told of a goal's line.
fn say_row(
    ui: &Ui,
    cx: &Cx<'_>,
    response: &Response,
    (depth, goal): (usize, &Goal),
    (chosen, open): (bool, Option<bool>),
) {
    let words = cx.words();
    let name = goal.name.get(words.language());
    let wording = goal.wording.say(words);
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::TreeItem,
            true,
            chosen,
            format!("{} {name}, {wording}", goal.code),
        )
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.clear_toggled();
        node.set_selected(chosen);
        node.set_level(depth + 1);
        if let Some(open) = open {
            node.set_expanded(open);
        }
    });
}

/// Colour, code, name and wording of a goal, from `at` to `right`; true when the name did not fit.
fn goal_text_ui(
    painter: &Painter,
    cx: &Cx<'_>,
    goal: &Goal,
    at: Pos2,
    (right, chosen): (f32, bool),
) -> bool {
    let (paint, words) = (cx.paint, cx.words());
    let (name, wording) = (goal.name.get(words.language()), goal.wording.say(words));
    let Pos2 { mut x, y } = at;
    if let Some(colour) = goal.colour {
        let swatch = egui::Rect::from_center_size(pos2(x + 6.0, y), vec2(11.0, 11.0));
        painter.rect_filled(swatch, CornerRadius::same(3), theme::colour(colour));
    }
    x += 20.0;
    let ink = if chosen { paint.on_selected } else { paint.ink };
    if !goal.code.is_empty() {
        let font = FontId::new(13.0, theme::semibold());
        let drawn = painter.text(pos2(x, y), Align2::LEFT_CENTER, &goal.code, font, ink);
        x = drawn.right().max(x + 34.0) + 10.0;
    }
    let mark = painter.text(
        pos2(right - 14.0, y),
        Align2::RIGHT_CENTER,
        &wording,
        FontId::proportional(theme::CAPTION),
        wording_colour(paint, goal.wording),
    );
    let family = if goal.level == 0 {
        theme::semibold()
    } else {
        egui::FontFamily::Proportional
    };
    let mut job = egui::text::LayoutJob::simple_singleline(
        name.to_owned(),
        FontId::new(theme::BASE, family),
        ink,
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width((mark.left() - 14.0 - x).max(20.0));
    let galley = painter.layout_job(job);
    let cut = galley.elided;
    painter.galley(pos2(x, y - galley.size().y / 2.0), galley, ink);
    cut
}

fn keys(
    ui: &Ui,
    cx: &mut Cx<'_>,
    (list_id, rows): (egui::Id, &[(usize, GoalId)]),
    cursor: Option<usize>,
    state: &mut FrameworksScreen,
) {
    let Cx { contents, .. } = *cx;
    let pressed = |held: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(held, key));
    let taken = |held: Modifiers, way: Move| way.take(ui, held) > 0;
    let id = state.goal.filter(|_| cursor.is_some());
    let (alt, none) = (Modifiers::ALT, Modifiers::NONE);
    if let (Some(id), Some(goal)) = (id, id.and_then(|id| contents.goals.get(&id))) {
        let siblings: Vec<GoalId> = rows
            .iter()
            .map(|(_, row)| *row)
            .filter(|row| {
                contents
                    .goals
                    .get(row)
                    .is_some_and(|other| other.parent == goal.parent)
            })
            .collect();
        let at = siblings.iter().position(|row| *row == id).unwrap_or(0);
        let mut move_to =
            |parent, before| cx.act(Action::Edit(Edit::MoveGoal { id, parent, before }));
        if taken(alt, Move::Up) && at > 0 {
            move_to(goal.parent, siblings.get(at - 1).copied());
        } else if taken(alt, Move::Down) && at + 1 < siblings.len() {
            move_to(goal.parent, siblings.get(at + 2).copied());
        } else if taken(alt, Move::Left)
            && let Some(parent) = goal.parent
        {
            let above = contents.goals.get(&parent).and_then(|parent| parent.parent);
            move_to(above, None);
        } else if taken(alt, Move::Right) && at > 0 {
            move_to(siblings.get(at - 1).copied(), None);
        }
        if pressed(none, Key::Delete) {
            state.deleting = Some(Doomed::Goal(id));
        }
        if taken(none, Move::Left) {
            let has_children = contents
                .goals
                .values()
                .any(|other| other.parent == Some(id));
            if has_children && !state.closed.contains(&id) {
                state.closed.insert(id);
            } else if goal.parent.is_some() {
                state.goal = goal.parent;
            }
            return;
        }
        if taken(none, Move::Right) {
            state.closed.remove(&id);
        }
    }
    let name = |line: usize| {
        let goal = rows.get(line).and_then(|(_, id)| contents.goals.get(id));
        goal.map(|goal| format!("{}\n{}", goal.code, goal.name.get(cx.words().language())))
            .unwrap_or_default()
    };
    let at = keys::line(ui, cursor, rows.len(), 15)
        .or_else(|| letters::line(ui, list_id, (cursor, rows.len()), name))
        .or(cursor)
        .unwrap_or(0);
    if cursor != Some(at) {
        settle(cx, state);
        state.goal = rows.get(at).map(|(_, id)| *id);
    }
}
