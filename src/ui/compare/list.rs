//! The list of differences: sorted, filtered, one line each; the line follows the cursor of the panes and leads it.

use super::{CompareScreen, View, changes, lines, names};
use crate::Cx;
use crate::widgets;
use egui::{Frame, Margin, Popup, ScrollArea, Ui};
use ordito_analysis::equal::Ruler;
use ordito_analysis::{Change, Found, Place};
use ordito_document::CellChange;
use ordito_workspace::{Changes, Command};

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Order {
    #[default]
    Size,
    Row,
    Column,
    Sign,
    /// The last change between two versions first.
    Latest,
}
impl Order {
    const ALL: [Self; 5] = [
        Self::Size,
        Self::Row,
        Self::Column,
        Self::Sign,
        Self::Latest,
    ];
    const fn key(self) -> &'static str {
        match self {
            Self::Size => "compare-order-size",
            Self::Row => "compare-order-row",
            Self::Column => "compare-order-column",
            Self::Sign => "compare-order-sign",
            Self::Latest => "compare-order-latest",
        }
    }
}

/// Which differences are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Filter {
    #[default]
    All,
    Opposite,
    OneSide,
    Both,
}
impl Filter {
    const ALL: [Self; 4] = [Self::All, Self::Both, Self::Opposite, Self::OneSide];
    const fn key(self) -> &'static str {
        match self {
            Self::All => "compare-filter-all",
            Self::Both => "compare-filter-both",
            Self::Opposite => "compare-filter-opposite",
            Self::OneSide => "compare-filter-one-side",
        }
    }
    const fn keeps(self, change: Change) -> bool {
        match self {
            Self::All => true,
            Self::Both => matches!(change, Change::Scores { .. }),
            Self::Opposite => matches!(change, Change::Scores { opposite: true, .. }),
            Self::OneSide => matches!(change, Change::OnlyFirst | Change::OnlySecond),
        }
    }
}

/// What is listed and in which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Choices {
    order: Order,
    filter: Filter,
    row: Option<usize>,
    column: Option<usize>,
}

#[derive(Debug, Default)]
pub struct DifferenceList {
    choices: Choices,
    made_for: Option<(u64, usize, Choices)>,
    pub lines: Vec<Found>,
    /// Where the cursor was: its line is scrolled to when it moves.
    pub reveal: Option<Place>,
}
impl DifferenceList {
    fn refresh(&mut self, view: &View, changes: Option<&Changes>) {
        if changes.is_none() && self.choices.order == Order::Latest {
            self.choices.order = Order::Size;
        }
        if self
            .made_for
            .is_some_and(|(number, _, _)| number != view.number)
        {
            // Places may mean other rows now.
            (self.choices.row, self.choices.column) = (
                self.choices.row.filter(|row| *row < view.made.rows.len()),
                self.choices
                    .column
                    .filter(|column| *column < view.made.columns.len()),
            );
        }
        let key = (view.number, view.against, self.choices);
        if self.made_for == Some(key) {
            return;
        }
        self.made_for = Some(key);
        let choices = self.choices;
        let keeps = |found: &&Found| {
            choices.filter.keeps(found.change)
                && choices.row.is_none_or(|row| row == found.place.row)
                && choices
                    .column
                    .is_none_or(|column| column == found.place.column)
        };
        let Some(pair) = view.pair() else { return };
        self.lines = if choices.order == Order::Size {
            pair.largest_first().filter(keeps).copied().collect()
        } else {
            pair.differences.iter().filter(keeps).copied().collect()
        };
        let net = |found: &Found| match found.change {
            Change::Scores { net, .. } => net,
            _ => f64::INFINITY,
        };
        match choices.order {
            Order::Size | Order::Row => {}
            Order::Column => self
                .lines
                .sort_by_key(|found| (found.place.column, found.place.row)),
            Order::Sign => self
                .lines
                .sort_by(|a, b| Ruler::POINTS.order(net(a), net(b))),
            Order::Latest => self.lines.sort_by_key(|found| {
                let change = changes.and_then(|changes| change_of(view, changes, found.place));
                std::cmp::Reverse(change.map(|change| change.step))
            }),
        }
    }
}

/// The last change of a crossing between two versions.
pub fn change_of<'a>(view: &View, changes: &'a Changes, place: Place) -> Option<&'a CellChange> {
    changes.get(
        &view
            .made
            .key(view.against, place)
            .or_else(|| view.made.key(0, place))?,
    )
}

pub fn list_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &View, state: &mut CompareScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let own = &mut *state;
    let changes = changes(workspace, view);
    own.list.refresh(view, changes.as_deref());
    ui.spacing_mut().item_spacing.y = 4.0;
    Frame::new()
        .inner_margin(Margin {
            left: 12,
            right: 12,
            top: 7,
            bottom: 3,
        })
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let all = view.pair().map_or(0, |pair| pair.differences.len());
                widgets::part_title_ui(
                    ui,
                    paint,
                    &words.compare_list_title(all, own.list.lines.len()),
                );
                against_ui(ui, cx, own);
                choices_ui(ui, cx, view, (&mut own.list.choices, changes.is_some()));
            });
        });
    if own.list.lines.is_empty() {
        ui.add_space(12.0);
        let all = view.pair().map_or(0, |pair| pair.differences.len());
        let key = if all == 0 {
            "compare-none-differ"
        } else {
            "compare-list-empty"
        };
        ui.vertical_centered(|ui| ui.label(widgets::muted(words.say(key), paint)));
        return;
    }
    lines::heads_ui(ui, cx, view, (changes.is_some(), own.list.lines.len()));
    let jump = lines::lines_ui(ui, cx, (view, changes.as_deref()), own);
    if jump {
        cx.ask(Command::JumpToCell);
    }
}

/// Which side stands against the first, where there are more than two.
fn against_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut CompareScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    if state.sides.len() < 3 {
        return;
    }
    let labels: Vec<String> = (1..state.sides.len())
        .map(|side| format!("{} – A", names::letter(side)))
        .collect();
    let name = workspace.words().compare_against();
    if let Some(i) = widgets::segmented_ui(ui, paint, &name, &labels, state.against - 1) {
        state.against = i + 1;
    }
}

fn choices_ui(ui: &mut Ui, cx: &Cx<'_>, view: &View, (choices, versions): (&mut Choices, bool)) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let text = words.compare_filter(words.say(choices.filter.key()));
    let response = widgets::drop_chip_ui(ui, paint, &text, choices.filter != Filter::All);
    Popup::menu(&response).show(|ui| {
        for filter in Filter::ALL {
            if ui
                .selectable_label(filter == choices.filter, words.say(filter.key()))
                .clicked()
            {
                choices.filter = filter;
                ui.close();
            }
        }
    });
    for (key, all, lines, chosen) in [
        (
            "compare-of-row",
            "compare-every-row",
            &view.made.rows,
            &mut choices.row,
        ),
        (
            "compare-of-column",
            "compare-every-column",
            &view.made.columns,
            &mut choices.column,
        ),
    ] {
        if lines.len() < 2 {
            *chosen = None;
            continue;
        }
        let name = match *chosen {
            Some(at) => names::short(workspace, &view.made, lines.get(at)),
            None => words.say(all),
        };
        let text = words.say_with(key, &[("what", name.into())]);
        let response = widgets::drop_chip_ui(ui, paint, &text, chosen.is_some());
        Popup::menu(&response).show(|ui| {
            ui.set_width(300.0);
            ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                if ui
                    .selectable_label(chosen.is_none(), words.say(all))
                    .clicked()
                {
                    *chosen = None;
                    ui.close();
                }
                for (at, line) in lines.iter().enumerate() {
                    let name = names::line(workspace, &view.made, Some(line));
                    if ui
                        .add(egui::Button::selectable(*chosen == Some(at), name).truncate())
                        .clicked()
                    {
                        *chosen = Some(at);
                        ui.close();
                    }
                }
            });
        });
    }
    let text = words.compare_order(words.say(choices.order.key()));
    let response = widgets::drop_chip_ui(ui, paint, &text, choices.order != Order::Size);
    Popup::menu(&response).show(|ui| {
        for order in Order::ALL
            .into_iter()
            .filter(|order| versions || *order != Order::Latest)
        {
            if ui
                .selectable_label(order == choices.order, words.say(order.key()))
                .clicked()
            {
                choices.order = order;
                ui.close();
            }
        }
    });
}
