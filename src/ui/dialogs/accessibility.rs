//! The statement on accessibility: the same file as at the top of the sources, read on the screen.

use crate::Cx;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::accesskit::Role;
use egui::{RichText, Ui, UiBuilder};
use ordito_model::Language;

const ITALIAN: &str = include_str!("../../../ACCESSIBILITA.md");
const ENGLISH: &str = include_str!("../../../ACCESSIBILITY.md");

/// What the statement is made of: of Markdown, as much as it uses.
#[derive(Debug, PartialEq, Eq)]
pub enum Part<'a> {
    Title(&'a str),
    Heading(&'a str),
    Paragraph(String),
    Bullet(String),
    /// The first row is the head.
    Table(Vec<Vec<&'a str>>),
}

pub const fn statement(language: Language) -> &'static str {
    match language {
        Language::It => ITALIAN,
        Language::En => ENGLISH,
    }
}

/// Reads a statement.
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut goes_on = false;
    for line in text.lines().map(str::trim) {
        let went_on = std::mem::replace(&mut goes_on, true);
        if line.is_empty() {
            goes_on = false;
        } else if let Some(title) = line.strip_prefix("# ") {
            parts.push(Part::Title(title));
            goes_on = false;
        } else if let Some(heading) = line.strip_prefix("## ") {
            parts.push(Part::Heading(heading));
            goes_on = false;
        } else if let Some(row) = line.strip_prefix('|') {
            let cells: Vec<&str> = row
                .trim_end_matches('|')
                .split('|')
                .map(str::trim)
                .collect();
            if cells.iter().all(|cell| cell.chars().all(|c| c == '-')) {
                continue;
            }
            match parts.last_mut() {
                Some(Part::Table(rows)) if went_on => rows.push(cells),
                _ => parts.push(Part::Table(vec![cells])),
            }
        } else if let Some(bullet) = line.strip_prefix("- ") {
            parts.push(Part::Bullet(bullet.to_owned()));
        } else {
            match parts.last_mut() {
                Some(Part::Paragraph(text) | Part::Bullet(text)) if went_on => {
                    text.push(' ');
                    text.push_str(line);
                }
                _ => parts.push(Part::Paragraph(line.to_owned())),
            }
        }
    }
    parts
}

/// Draws the statement; true when it is to be closed.
pub fn accessibility_ui(ui: &mut Ui, cx: &Cx<'_>) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let size = ui.ctx().content_rect().size();
    ui.set_width((size.x - 120.0).clamp(320.0, 980.0));
    let height = (size.y - 160.0).max(120.0);
    widgets::region(ui, Role::Dialog, &words.command_accessibility());
    widgets::reading_ui(ui, paint, &words.command_accessibility(), height, |ui| {
        // Room for the scroll bar.
        ui.set_max_width(ui.available_width() - 12.0);
        for (i, part) in parts(statement(words.language())).iter().enumerate() {
            part_ui(ui, paint, part, i);
        }
    });
    ui.add_space(8.0);
    widgets::button_ui(ui, &words.button_close()).clicked()
}

fn part_ui(ui: &mut Ui, paint: &Paint, part: &Part<'_>, i: usize) {
    let line = |ui: &mut Ui, text: RichText| ui.add(egui::Label::new(text.color(paint.ink)).wrap());
    match part {
        Part::Title(text) => heading_ui(ui, paint, text, 20.0),
        Part::Heading(text) => {
            ui.add_space(10.0);
            heading_ui(ui, paint, text, 16.0);
        }
        Part::Paragraph(text) => {
            line(ui, RichText::new(text).size(15.0));
        }
        Part::Bullet(text) => {
            ui.horizontal_top(|ui| {
                ui.add_space(8.0);
                line(ui, RichText::new(format!("• {text}")).size(15.0));
            });
        }
        Part::Table(rows) => table_ui(ui, paint, rows, i),
    }
}

fn heading_ui(ui: &mut Ui, paint: &Paint, text: &str, size: f32) {
    let shown = RichText::new(text)
        .family(theme::bold())
        .size(size)
        .color(paint.ink);
    let response = ui.add(egui::Label::new(shown).wrap());
    widgets::heading(ui, &response, text);
}

/// The first two columns are short words, the others share what is left by what they hold.
fn widths(rows: &[Vec<&str>], whole: f32) -> Vec<f32> {
    let n = rows.iter().map(Vec::len).max().unwrap_or(1);
    let held = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.len())
            .sum::<usize>()
    };
    let weights: Vec<f32> = (0..n)
        .map(|column| (held(column) as f32 / rows.len().max(1) as f32).clamp(12.0, 60.0))
        .collect();
    let sum: f32 = weights.iter().sum();
    weights.iter().map(|weight| whole * weight / sum).collect()
}

fn table_ui(ui: &mut Ui, paint: &Paint, rows: &[Vec<&str>], i: usize) {
    const GAP: f32 = 10.0;
    let n = rows.iter().map(Vec::len).max().unwrap_or(1);
    let widths = widths(rows, ui.available_width() - GAP * n as f32);
    ui.scope_builder(
        UiBuilder::new()
            .id_salt(("table", i))
            .accessibility_role(Role::Table),
        |ui| {
            ui.spacing_mut().item_spacing = egui::vec2(GAP, 4.0);
            for (at, row) in rows.iter().enumerate() {
                ui.scope_builder(
                    UiBuilder::new().id_salt(at).accessibility_role(Role::Row),
                    |ui| {
                        ui.horizontal_top(|ui| {
                            for (cell, width) in row.iter().zip(&widths) {
                                ui.vertical(|ui| {
                                    ui.set_width(*width);
                                    let text = RichText::new(*cell).size(14.0).color(paint.ink);
                                    let text = if at == 0 {
                                        text.family(theme::semibold())
                                    } else {
                                        text
                                    };
                                    let response = ui.add(egui::Label::new(text).wrap());
                                    let role = if at == 0 {
                                        Role::ColumnHeader
                                    } else {
                                        Role::Cell
                                    };
                                    ui.ctx().accesskit_node_builder(response.id, |node| {
                                        node.set_role(role);
                                        // Read alone, a cell says of what it is.
                                        node.set_label(*cell);
                                    });
                                });
                            }
                        });
                    },
                );
                let rule = egui::Stroke::new(1.0, paint.line);
                let y = ui.cursor().top() - 2.0;
                ui.painter().hline(ui.max_rect().x_range(), y, rule);
            }
        },
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_parts_and_rows_one_table() {
        let text = "# A\n\none\ntwo\n\n- x\n  y\n- z\n\n## B\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nthree\n";
        let expected = [
            Part::Title("A"),
            Part::Paragraph("one two".to_owned()),
            Part::Bullet("x y".to_owned()),
            Part::Bullet("z".to_owned()),
            Part::Heading("B"),
            Part::Table(vec![vec!["a", "b"], vec!["1", "2"]]),
            Part::Paragraph("three".to_owned()),
        ];
        assert_eq!(parts(text), expected);
    }

    #[test]
    fn both_languages_say_the_same_of_the_same_criteria() {
        let table = |language| {
            let rows = parts(statement(language))
                .into_iter()
                .find_map(|part| match part {
                    Part::Table(rows) => Some(rows),
                    _ => None,
                });
            rows.unwrap_or_default()
        };
        let (it, en) = (table(Language::It), table(Language::En));
        let codes = |rows: &[Vec<&str>]| -> Vec<String> {
            rows.iter()
                .skip(1)
                .map(|row| row[0].split(' ').next().unwrap_or_default().to_owned())
                .collect()
        };
        assert_eq!(codes(&it), codes(&en));
        for clause in [
            "11.1", "11.2", "11.3", "11.4", "11.5", "11.6", "11.7", "11.8",
        ] {
            assert!(
                codes(&it).iter().any(|code| code.starts_with(clause)),
                "{clause}"
            );
        }
        let says = [
            ("sì", "yes"),
            ("in parte", "partly"),
            ("no", "no"),
            ("non si applica", "not applicable"),
        ];
        for (it, en) in it.iter().zip(&en).skip(1) {
            assert_eq!((it.len(), en.len()), (4, 4), "{it:?}");
            assert!(says.contains(&(it[1], en[1])), "{it:?} {en:?}");
        }
    }
}
