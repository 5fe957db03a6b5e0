//! The table behind a chart: sorted by any column, each row leading where its mark leads.

use super::chart::ShownChart;
use crate::Cx;
use crate::kit::keys;
use crate::theme;
use egui::accesskit::Role;
use egui::{Align2, FontId, Key, Modifiers, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use ordito_pages::figure::chart::{Chart, Table};
use ordito_words::Words;

const ROW: f32 = 28.0;
const HEAD: f32 = 40.0;
const NUMBER: f32 = 92.0;
/// Of a column of texts: the least, the most, and what it is left with where there is not enough room.
const SHORT: f32 = 84.0;
const LONG: f32 = 560.0;
const NARROW: f32 = 150.0;
/// The mean width of a letter.
const LETTER: f32 = 6.6;
/// Rows that are looked at for the width of a column.
const MEASURED: usize = 200;

pub fn table_id() -> egui::Id {
    egui::Id::unique("analysis-table")
}

/// Draws the table; the mark of the row that was opened, if one was.
pub fn table_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, state: &mut ShownChart) -> Option<usize> {
    let (table, words) = (&chart.table, cx.words());
    let order = table.order(state.sort);
    let list = table_id();
    let at = order.iter().position(|row| {
        table
            .rows
            .get(*row)
            .is_some_and(|row| row.mark == state.cursor)
    });
    let mut opened = None;
    let mut reveal = false;
    if ui.memory(|memory| memory.has_focus(list)) && !order.is_empty() {
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let to = keys::line(
            ui,
            at,
            order.len(),
            (ui.available_height() / ROW).max(2.0) as usize - 1,
        );
        if let Some(row) = to
            .and_then(|to| order.get(to))
            .and_then(|row| table.rows.get(*row))
        {
            state.cursor = row.mark;
            reveal = true;
        }
        if pressed(Key::Enter) || pressed(Key::Space) {
            opened = state.cursor;
        }
    }
    let widths = widths_of(table, words, ui.available_width() - 16.0);
    let whole: f32 = widths.iter().sum::<f32>() + 8.0;
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ScrollArea::horizontal()
        .id_salt("analysis-table")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.set_min_width(whole);
            heads_ui(ui, cx, chart, &widths, state);
            let visible = ui.available_height();
            let mut area = ScrollArea::vertical()
                .id_salt("analysis-rows")
                .auto_shrink([false, false]);
            if reveal
                && let Some(at) = order.iter().position(|row| {
                    table
                        .rows
                        .get(*row)
                        .is_some_and(|row| row.mark == state.cursor)
                })
            {
                let top = ui
                    .ctx()
                    .data(|data| data.get_temp::<f32>(list))
                    .unwrap_or(0.0);
                let here = at as f32 * ROW;
                if here < top || here > top + visible - ROW {
                    area = area.vertical_scroll_offset((here - visible / 2.0).max(0.0));
                }
            }
            let output = area.show_rows(ui, ROW, order.len(), |ui, range| {
                let rect = Rect::from_min_size(ui.max_rect().min, vec2(whole, ROW));
                let focus = ui.interact(rect, list, Sense::focusable_noninteractive());
                focus.widget_info(|| WidgetInfo::labeled(Role::Table, true, &chart.name));
                if focus.gained_focus() && state.cursor.is_none() {
                    state.cursor = order
                        .first()
                        .and_then(|row| table.rows.get(*row))
                        .and_then(|row| row.mark);
                }
                if let Some(at) = order.iter().find(|row| {
                    state.cursor.is_some()
                        && table
                            .rows
                            .get(**row)
                            .is_some_and(|row| row.mark == state.cursor)
                }) {
                    let line = list.with(*at).accesskit_id();
                    ui.ctx()
                        .accesskit_node_builder(list, |node| node.set_active_descendant(line));
                }
                keys::keep_vertical(ui, list);
                for row in order.get(range).unwrap_or_default() {
                    if row_ui(ui, cx, (chart, &widths), (*row, list.with(*row)), state) {
                        opened = state.cursor;
                        ui.memory_mut(|memory| memory.request_focus(list));
                    }
                }
            });
            ui.ctx()
                .data_mut(|data| data.insert_temp(list, output.state.clamped_offset().y));
        });
    opened
}

/// Numbers are all as wide; texts as wide as theirs need, or as their part of what is there, in points.
fn widths_of(table: &Table, words: &Words, available: f32) -> Vec<f32> {
    let needs = |column: usize, head: &str| {
        let texts = table
            .rows
            .iter()
            .take(MEASURED)
            .filter_map(|row| row.values.get(column));
        let longest = texts
            .map(|value| value.say(words).chars().count())
            .fold(head.chars().count(), usize::max);
        (longest as f32 * LETTER + 26.0).clamp(SHORT, LONG)
    };
    let mut widths: Vec<f32> = table
        .heads
        .iter()
        .enumerate()
        .map(|(i, head)| {
            if head.numeric {
                NUMBER
            } else {
                needs(i, &head.text)
            }
        })
        .collect();
    let numbers = NUMBER * table.heads.iter().filter(|head| head.numeric).count() as f32;
    let texts: f32 = widths.iter().sum::<f32>() - numbers;
    let share = (available - numbers) / texts.max(1.0);
    if share < 1.0 {
        for (width, _) in widths
            .iter_mut()
            .zip(&table.heads)
            .filter(|(_, head)| !head.numeric)
        {
            *width = (*width * share).max(width.min(NARROW));
        }
    }
    widths
}

fn heads_ui(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, widths: &[f32], state: &mut ShownChart) {
    let (paint, words) = (cx.paint, cx.words());
    ui.horizontal(|ui| {
        for (i, (head, width)) in chart.table.heads.iter().zip(widths).enumerate() {
            let (rect, response) = ui.allocate_exact_size(vec2(*width, HEAD), Sense::click());
            let sorted = state
                .sort
                .filter(|(column, _)| *column == i)
                .map(|(_, down)| down);
            let name = words.analysis_sort_by(head.text.as_str());
            response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
            let ink = if response.hovered() {
                paint.primary
            } else {
                paint.ink
            };
            let text = match sorted {
                Some(true) => format!("{} ▼", head.text),
                Some(false) => format!("{} ▲", head.text),
                None => head.text.clone(),
            };
            let mut job = egui::text::LayoutJob::simple(
                text,
                FontId::new(theme::CAPTION, theme::semibold()),
                ink,
                width - 12.0,
            );
            job.halign = if head.numeric {
                egui::Align::RIGHT
            } else {
                egui::Align::LEFT
            };
            let galley = ui.painter().layout_job(job);
            let x = if head.numeric {
                rect.right() - 6.0
            } else {
                rect.left() + 10.0
            };
            ui.painter().galley(
                pos2(x, rect.center().y - galley.size().y / 2.0),
                galley,
                ink,
            );
            crate::widgets::focus_ring(ui, paint, &response, 2);
            if response.on_hover_text(name).clicked() {
                // Numbers: largest first; texts: by the alphabet. Once more turns it round, and once more undoes it.
                state.sort = match sorted {
                    None => Some((i, head.numeric)),
                    Some(down) if down == head.numeric => Some((i, !down)),
                    Some(_) => None,
                };
            }
        }
    });
    let line = ui.cursor().top();
    ui.painter().hline(
        ui.max_rect().x_range(),
        line,
        egui::Stroke::new(1.0, paint.line),
    );
}

fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (chart, widths): (&Chart, &[f32]),
    (row, id): (usize, egui::Id),
    state: &mut ShownChart,
) -> bool {
    let (paint, words) = (cx.paint, cx.words());
    let focused = ui.memory(|memory| memory.has_focus(table_id()));
    let Some(record) = chart.table.rows.get(row) else {
        return false;
    };
    // The table is one stop of the keyboard.
    let (_, rect) = ui.allocate_space(vec2(widths.iter().sum::<f32>() + 8.0, ROW));
    let response = ui.interact(rect, id, Sense::CLICK);
    let chosen = record.mark.is_some() && record.mark == state.cursor;
    let texts: Vec<String> = record.values.iter().map(|value| value.say(words)).collect();
    response.widget_info(|| {
        let heads = chart.table.heads.iter().map(|head| head.text.as_str());
        let said: Vec<String> = heads
            .zip(&texts)
            .map(|(head, text)| format!("{head} {text}"))
            .collect();
        WidgetInfo::selected(Role::Row, true, chosen, said.join(", "))
    });
    if chosen {
        ui.painter().rect_filled(rect, 0.0, paint.selected);
        if focused {
            let stroke = egui::Stroke::new(2.0, paint.primary);
            ui.painter()
                .rect_stroke(rect, 0.0, stroke, egui::StrokeKind::Inside);
        }
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, paint.canvas);
    }
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        egui::Stroke::new(1.0, paint.line),
    );
    let ink = if chosen { paint.on_selected } else { paint.ink };
    let mut left = rect.left();
    for ((head, text), width) in chart.table.heads.iter().zip(&texts).zip(widths) {
        let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, ROW));
        left += width;
        if head.numeric {
            let at = pos2(cell.right() - 6.0, cell.center().y);
            ui.painter().text(
                at,
                Align2::RIGHT_CENTER,
                text,
                FontId::proportional(13.0),
                ink,
            );
            continue;
        }
        let mut job =
            egui::text::LayoutJob::simple_singleline(text.clone(), FontId::proportional(13.0), ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(width - 16.0);
        let galley = ui.painter().layout_job(job);
        ui.painter().galley(
            pos2(cell.left() + 10.0, cell.center().y - galley.size().y / 2.0),
            galley,
            ink,
        );
    }
    if crate::widgets::chosen(&response) && record.mark.is_some() {
        state.cursor = record.mark;
        return true;
    }
    false
}
