//! The grid of the kit with a third user: three rows of four amounts, as another room would have them.

use super::driver::settings;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ordito::model::Timestamp;
use ordito::ui::kit::grid::{
    Block, Border, Entry, GridModel, GridState, Lines, Measures, Place, Plain, Typed,
};
use ordito::ui::{self, Chosen, Cx, Wishes, theme::Paint};
use ordito::words::Words;
use ordito::workspace::{Action, Command, Workspace};
use std::sync::Arc;

const WIDTH: f32 = 90.0;

/// What the room keeps.
struct Amounts {
    cells: [[String; 4]; 3],
    widths: [f32; 5],
    grid: GridState,
    workspace: Workspace,
    wishes: Wishes,
    asked: Option<Command>,
}

/// What it shows in a frame.
struct Model<'a> {
    cells: &'a mut [[String; 4]; 3],
    widths: &'a mut [f32; 5],
    shape: Plain,
    words: &'a Words,
}

impl Model<'_> {
    fn put(&mut self, place: Place, text: &str) -> Result<(), String> {
        if !text.is_empty() && text.parse::<u32>().is_err() {
            return Err(format!("{text} is no amount"));
        }
        text.clone_into(&mut self.cells[place.row][place.column]);
        Ok(())
    }
}

impl GridModel for Model<'_> {
    type Shape = Plain;
    const ID: &'static str = "amounts";

    fn shape(&self) -> &Plain {
        &self.shape
    }
    fn measures(&mut self, _: Rect) -> Measures {
        Measures {
            side: self.widths[4],
            head: 30.0,
            ..Measures::default()
        }
    }
    fn text(&self, _: usize, place: Place) -> Option<String> {
        Some(self.cells[place.row][place.column].clone())
    }
    fn words(&self) -> &Words {
        self.words
    }
    fn name(&self) -> String {
        "Amounts".to_owned()
    }
    fn row_name(&self, row: usize) -> String {
        format!("Row {row}")
    }
    fn column_name(&self, column: usize) -> String {
        format!("Column {column}")
    }
    /// The last column is a sum and cannot be entered.
    fn can_enter(&self, place: Place) -> bool {
        place.column < 3
    }
    fn typed(&self, text: &str) -> Typed {
        if text.len() == 3 {
            Typed::Complete
        } else {
            Typed::Open
        }
    }
    fn enter(&mut self, _: &mut Cx<'_>, entry: &Entry<'_>) -> Result<(), String> {
        let (rows, columns) = entry
            .range
            .clone()
            .unwrap_or((vec![entry.place.row], vec![entry.place.column]));
        for row in rows {
            for column in &columns {
                self.put(
                    Place {
                        row,
                        column: *column,
                    },
                    entry.text,
                )?;
            }
        }
        Ok(())
    }
    fn paste(&mut self, _: &mut Cx<'_>, block: &Block<'_>) {
        for (place, text) in &block.cells {
            let _ = self.put(*place, text);
        }
    }
    fn widths(&self, _: Border) -> Option<std::ops::RangeInclusive<f32>> {
        Some(30.0..=300.0)
    }
    fn resize(&mut self, _: &mut Cx<'_>, widths: &[(Border, f32)]) {
        for (border, width) in widths {
            match border {
                Border::Heads => self.widths[4] = *width,
                Border::Column(column) => self.widths[*column] = *width,
            }
        }
    }
}

impl Amounts {
    fn new() -> Self {
        let cell = |row: usize, column: usize| (row * 10 + column).to_string();
        Self {
            cells: [0, 1, 2].map(|row| [0, 1, 2, 3].map(|column| cell(row, column))),
            widths: [WIDTH; 5],
            grid: GridState::default(),
            workspace: Workspace::new(settings(), Arc::new(|| Timestamp(1))),
            wishes: Wishes::default(),
            asked: None,
        }
    }
    fn ui(&mut self, ui: &mut egui::Ui) {
        let (paint, chosen) = (
            Paint::of(ordito::figure::palette::Look::Light),
            Chosen::default(),
        );
        let mut cx = Cx::new(&paint, &self.workspace, &chosen, &mut self.wishes);
        let shape = Plain {
            down: Lines::even(3, 26.0),
            across: Lines::of(self.widths[..4].iter().copied()),
        };
        let (cells, widths) = (&mut self.cells, &mut self.widths);
        let mut model = Model {
            cells,
            widths,
            shape,
            words: self.workspace.words(),
        };
        if let Some(command) = self.asked.take() {
            assert!(self.grid.run(command, &mut cx, &mut model));
        }
        let whole = ui.available_rect_before_wrap();
        self.grid.show(ui, &mut cx, &mut model, whole);
    }
    fn copied(&self) -> Option<&str> {
        self.wishes
            .actions
            .iter()
            .rev()
            .find_map(|action| match action {
                Action::CopyText(text) => Some(text.as_str()),
                _ => None,
            })
    }
}

fn harness() -> Harness<'static, Amounts> {
    let mut harness = Harness::builder()
        .with_size([700.0, 300.0])
        .with_context_setup(ui::prepare)
        .build_ui_state(|ui, amounts: &mut Amounts| amounts.ui(ui), Amounts::new());
    harness.run_ok();
    harness
}
fn key(harness: &mut Harness<'_, Amounts>, held: Modifiers, key: Key) {
    harness.key_press_modifiers(held, key);
    harness.run_ok();
}
fn keys(harness: &mut Harness<'_, Amounts>, text: &str) {
    for c in text.chars() {
        harness.event(Event::Text(c.to_string()));
        harness.step();
    }
    harness.run_ok();
}
fn command(harness: &mut Harness<'_, Amounts>, command: Command) {
    harness.state_mut().asked = Some(command);
    harness.run_ok();
}
fn labels(harness: &Harness<'_, Amounts>, role: Role) -> Vec<String> {
    harness
        .get_all_by(|node| node.role() == role)
        .map(|node| node.accesskit_node().label().unwrap_or_default())
        .collect()
}

#[test]
fn a_room_that_says_what_its_cells_are_has_heads_cells_and_nodes() {
    let harness = harness();
    assert_eq!(
        labels(&harness, Role::RowHeader),
        ["Row 0", "Row 1", "Row 2"]
    );
    assert_eq!(
        labels(&harness, Role::ColumnHeader),
        ["Column 0", "Column 1", "Column 2", "Column 3"]
    );
    let cells = labels(&harness, Role::GridCell);
    assert_eq!(cells.len(), 12);
    assert!(
        cells[6].contains("Row 1") && cells[6].contains("Column 2") && cells[6].contains("12"),
        "{}",
        cells[6]
    );
    let grid = harness.get_by_role_and_label(Role::Grid, "Amounts");
    assert_eq!(
        (
            grid.accesskit_node().data().row_count(),
            grid.accesskit_node().data().column_count()
        ),
        (Some(3), Some(4))
    );
}

#[test]
fn typing_goes_in_where_it_can_and_ranges_are_copied_pasted_filled_and_cleared() {
    let mut harness = harness();
    // Complete with its third digit; then on, below.
    keys(&mut harness, "5557");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    keys(&mut harness, "x");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_role_and_label(Role::Alert, "x is no amount");
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(
        harness.state().cells.clone().map(|row| row[0].clone()),
        ["555", "7", "20"]
    );
    // Nothing can be entered in a sum.
    key(&mut harness, Modifiers::NONE, Key::End);
    keys(&mut harness, "9");
    assert_eq!(
        (
            harness.state().grid.editor.clone(),
            harness.state().cells[2][3].as_str()
        ),
        (None, "23")
    );
    key(&mut harness, Modifiers::COMMAND, Key::Home);
    key(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    key(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    command(&mut harness, Command::Copy);
    assert_eq!(harness.state().copied(), Some("555\t1\n7\t11\n"));
    command(&mut harness, Command::FillDown);
    assert_eq!(harness.state().cells[1][..2], ["555", "1"]);
    harness.event(Event::Paste("3\n".to_owned()));
    harness.run_ok();
    assert_eq!(harness.state().cells[0][..2], ["3", "3"], "one value fills");
    command(&mut harness, Command::Clear);
    assert_eq!(harness.state().cells[1], ["", "", "12", "13"]);
    // A block goes as far as there are cells.
    key(&mut harness, Modifiers::NONE, Key::ArrowDown);
    key(&mut harness, Modifiers::NONE, Key::ArrowDown);
    harness.event(Event::Paste("1\t2\n3\t4\n".to_owned()));
    harness.run_ok();
    assert_eq!(harness.state().cells[2], ["1", "2", "22", "23"]);
}

#[test]
fn borders_of_heads_are_dragged_fitted_and_moved_by_commands() {
    let mut harness = harness();
    let right = |harness: &Harness<'_, Amounts>, label: &str| {
        let rect = harness.get_by_label(label).rect();
        egui::pos2(rect.right(), rect.center().y)
    };
    let drag = |harness: &mut Harness<'_, Amounts>, from: egui::Pos2, by: f32| {
        harness.hover_at(from);
        harness.step();
        harness.drag_at(from);
        harness.step();
        harness.hover_at(from + egui::vec2(by, 0.0));
        harness.step();
        harness.drop_at(from + egui::vec2(by, 0.0));
        harness.run_ok();
    };
    let from = right(&harness, "Column 1");
    drag(&mut harness, from, 40.0);
    assert_eq!(
        harness.state().widths,
        [WIDTH, WIDTH + 40.0, WIDTH, WIDTH, WIDTH]
    );
    assert!((right(&harness, "Column 1").x - from.x - 40.0).abs() < 1.0);
    // Not wider than it may be.
    let from = right(&harness, "Column 0");
    drag(&mut harness, from, 400.0);
    assert_eq!(harness.state().widths[0], 300.0);
    // The heads of rows, by the border above them.
    let at = egui::pos2(right(&harness, "Row 0").x, from.y);
    drag(&mut harness, at, 30.0);
    assert_eq!(harness.state().widths[4], WIDTH + 30.0);
    // Whole columns that are selected together.
    command(&mut harness, Command::SelectAll);
    let from = right(&harness, "Column 1");
    drag(&mut harness, from, -100.0);
    assert_eq!(
        harness.state().widths[..4],
        [80.0; 4],
        "half of it for each of the two up to there"
    );
    command(&mut harness, Command::WidenColumns);
    assert_eq!(harness.state().widths[..4], [88.0; 4]);
    harness.get_by(|node| {
        node.role() == Role::Status && node.label().is_some_and(|said| said.contains("88"))
    });
    command(&mut harness, Command::NarrowHeads);
    assert_eq!(harness.state().widths[4], WIDTH + 22.0);
    command(&mut harness, Command::FitColumns);
    let fitted = harness.state().widths;
    assert!(fitted[0] > 30.0 && fitted[0] < 88.0, "{fitted:?}");
}
