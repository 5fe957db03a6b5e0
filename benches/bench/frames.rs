//! Frames of the whole window, without a display: what the processor does before pixels are filled.

use super::data::{self, Splitmix};
use super::{Line, line};
use egui::{Context, Event, Key, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, Vec2};
use ordito::model::Timestamp;
use ordito::storage::DataFolder;
use ordito::ui::{self, UiState};
use ordito::workspace::{Action, Settings, Workspace};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The program without a window.
pub struct Headless {
    ctx: Context,
    workspace: Workspace,
    state: UiState,
    size: Vec2,
    time: f64,
    /// Textures and meshes of the last frame.
    pub draw_calls: usize,
    pub repaint_after: Duration,
}

impl Headless {
    pub fn new(workspace: Workspace, size: Vec2, reader: bool) -> Self {
        let ctx = Context::default();
        ui::prepare(&ctx);
        if reader {
            ctx.enable_accesskit();
        }
        Self {
            ctx,
            workspace,
            state: UiState::default(),
            size,
            time: 0.0,
            draw_calls: 0,
            repaint_after: Duration::MAX,
        }
    }

    /// One frame with these events: actions, logic, drawing, tessellation. Returns its time.
    pub fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let start = Instant::now();
        self.workspace.tick(start);
        let mut actions: Vec<Action> = Vec::new();
        let mut output = self.ctx.run_ui(input, |ui| {
            ui::logic(ui.ctx(), &self.workspace, &mut self.state);
            ui::root_ui(ui, &self.workspace, &mut self.state, &mut actions);
        });
        for action in actions {
            self.workspace.act(action);
        }
        let meshes = self
            .ctx
            .tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        let time = start.elapsed();
        self.draw_calls = meshes.len();
        self.repaint_after = output
            .viewport_output
            .values()
            .map(|viewport| viewport.repaint_delay)
            .min()
            .unwrap_or(Duration::MAX);
        output.textures_delta.clear();
        time
    }

    pub fn act(&mut self, action: Action) {
        self.workspace.act(action);
    }

    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }
}

fn clock() -> ordito::workspace::Clock {
    Arc::new(|| {
        let since = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap_or_default();
        Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    })
}

/// Of somebody who said who signs: the line that asks for it is not what is measured.
fn signed() -> Settings {
    Settings {
        signature_asked: true,
        ..Settings::default()
    }
}

/// A workspace with its own data folder, and a document opened as the window opens it.
pub fn opened(path: &Path) -> Workspace {
    let data = DataFolder::at(&path.with_extension("data")).unwrap();
    let mut workspace = Workspace::new(signed(), clock());
    workspace.keep_in(data);
    workspace.act(Action::Open(path.to_owned()));
    let start = Instant::now();
    while workspace.document().is_none() {
        workspace.tick(Instant::now());
        std::thread::sleep(Duration::from_millis(1));
        assert!(
            start.elapsed() < Duration::from_mins(1),
            "the document did not open: {:?}",
            workspace.notices()
        );
    }
    workspace
}

pub fn open_to_first_frame(path: &Path) {
    let _ = std::fs::remove_dir_all(path.with_extension("data"));
    let mut window = Headless::new(opened(path), Vec2::new(1280.0, 800.0), false);
    window.frame(Vec::new());
    window.workspace.act(Action::Close);
}

fn bare(rows: u128, columns: u128, n: usize) -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bench.ordito");
    let mut document = data::empty_matrix(&path, rows, columns);
    let edit = data::cells_edit(&document, n, n / 10, ordito::model::CellsCause::Import);
    document.apply(&edit, &data::stamp(5)).unwrap();
    let workspace = holding(document, path);
    (folder, workspace)
}

pub fn holding(document: ordito::document::Document, path: std::path::PathBuf) -> Workspace {
    let mut workspace = Workspace::new(signed(), clock());
    workspace.take(document, path);
    workspace
}

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}

fn percentile(times: &mut [Duration], share: f64) -> f64 {
    times.sort();
    let at = ((times.len() as f64 - 1.0) * share).round() as usize;
    times[at].as_secs_f64() * 1000.0
}

/// Scrolling 1,000 × 169, both directions; then idle.
pub fn scroll() -> Vec<Line> {
    let mut lines = Vec::new();
    for (size, reader, limit) in [
        (Vec2::new(1280.0, 800.0), false, 8.0),
        (Vec2::new(1920.0, 1080.0), true, 16.7),
    ] {
        let (_folder, workspace) = bare(1_000, 169, 169_000);
        let mut window = Headless::new(workspace, size, reader);
        for _ in 0..5 {
            window.frame(vec![Event::PointerMoved(Pos2::new(600.0, 500.0))]);
        }
        let mut times = Vec::new();
        let mut most_calls = 0;
        for i in 0..600 {
            let delta = if i % 3 == 0 {
                Vec2::new(-40.0, 0.0)
            } else {
                Vec2::new(0.0, -60.0)
            };
            let delta = if (i / 150) % 2 == 0 { delta } else { -delta };
            let wheel = Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta,
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Wheel,
                modifiers: Modifiers::NONE,
            };
            times.push(window.frame(vec![wheel]));
            most_calls = most_calls.max(window.draw_calls);
        }
        let what = format!(
            "{}×{}{}",
            size.x,
            size.y,
            if reader { " with accessibility" } else { "" }
        );
        let median = percentile(&mut times, 0.5);
        let note = format!("median {median:.2} ms, 600 frames");
        lines.push(line(
            &format!("scroll 1,000 × 169 at {what}, p99"),
            percentile(&mut times, 0.99),
            limit,
            "ms",
            note,
        ));
        lines.push(line(
            &format!("draw calls at {what}"),
            most_calls as f64,
            200.0,
            "",
            "",
        ));
        // Nothing happens: after things have settled no frame is asked for.
        for _ in 0..120 {
            window.frame(Vec::new());
        }
        let asks = f64::from(u8::from(window.repaint_after < Duration::from_secs(1)));
        lines.push(line(
            &format!("frames asked for while idle at {what}"),
            asks,
            0.0,
            "",
            "",
        ));
    }
    lines
}

/// A laboratory on 1,000 × 169: votes come in, are shown beside those of the round before, and stand.
pub fn projection() -> Vec<Line> {
    use ordito::document::{Edit, LabMove};
    use ordito::model::{
        AssessorId, GoalId, Item, Lab, LabId, Participant, PolicyId, Question, QuestionId,
    };
    let (_folder, mut workspace) = bare(1_000, 169, 169_000);
    let people: Vec<AssessorId> = (1..=20).map(|n| AssessorId::fixed(900_000 + n)).collect();
    let participants = people.iter().map(|id| Participant::new(*id)).collect();
    let lab = Lab {
        participants,
        ..Lab::new("Laboratorio".to_owned(), data::MATRIX)
    };
    let names = people
        .iter()
        .zip(1..)
        .map(|(id, n)| (*id, format!("Voce {n}")))
        .collect();
    let id = LabId::fixed(1);
    workspace.act(Action::Edit(Edit::PutLab { id, lab, names }));
    let asked = |n: u128| {
        let (row, column) = (
            Item::Policy(PolicyId::fixed(n * 7)),
            Item::Goal(GoalId::fixed(n * 3)),
        );
        (QuestionId::fixed(n), Question::new(id, row, column, 3))
    };
    workspace.act(Action::Edit(Edit::PutQuestions(
        (1..=12).map(asked).collect(),
    )));
    let mut lines = Vec::new();
    for (size, reader) in [
        (Vec2::new(1920.0, 1080.0), true),
        (Vec2::new(1024.0, 768.0), false),
    ] {
        // Both sizes on one document: the second one takes the votes of the first back.
        let mut window = Headless::new(workspace, size, reader);
        window.frame(vec![key(Key::F5, Modifiers::NONE)]);
        let (mut drawn, mut voted) = (Vec::new(), Vec::new());
        for n in 1..=12 {
            for round in 0..2 {
                let open = if round == 0 {
                    key(Key::Enter, Modifiers::NONE)
                } else {
                    Event::Text("v".to_owned())
                };
                window.frame(vec![open]);
                for vote in 0..20 {
                    let keys = ["2/1", "3", "1", "0", "q"][(vote + n + round) % 5];
                    voted.push(window.frame(vec![Event::Text(keys.to_owned())]));
                    drawn.push(window.frame(Vec::new()));
                }
                window.frame(vec![Event::Text("r".to_owned())]);
                drawn.extend((0..10).map(|_| window.frame(Vec::new())));
            }
            window.frame(vec![Event::Text("s".to_owned())]);
            window.frame(vec![key(Key::Enter, Modifiers::NONE)]);
        }
        let contents = window.workspace().contents().unwrap();
        assert_eq!(
            contents
                .assessments
                .keys()
                .filter(|key| key.round > 0)
                .count(),
            480
        );
        let what = format!(
            "{}×{}{}",
            size.x,
            size.y,
            if reader { " with accessibility" } else { "" }
        );
        let note = format!(
            "median {:.2} ms, {} frames",
            percentile(&mut drawn, 0.5),
            drawn.len()
        );
        lines.push(line(
            &format!("projected frame at {what}, p99"),
            percentile(&mut drawn, 0.99),
            8.0,
            "ms",
            note,
        ));
        let note = format!(
            "median {:.2} ms, written to the file",
            percentile(&mut voted, 0.5)
        );
        lines.push(line(
            &format!("frame with a vote at {what}, p99"),
            percentile(&mut voted, 0.99),
            33.0,
            "ms",
            note,
        ));
        workspace = window.workspace;
        for n in 1..=12 {
            let question = QuestionId::fixed(n);
            workspace.act(Action::Edit(Edit::Lab {
                question,
                step: LabMove::Reopen,
            }));
        }
        workspace.act(Action::Edit(Edit::DeleteQuestions(
            (1..=12).map(QuestionId::fixed).collect(),
        )));
        workspace.act(Action::Edit(Edit::PutQuestions(
            (1..=12).map(asked).collect(),
        )));
    }
    lines
}

/// A typed cell and the frame that shows its totals, at 1,000 × 169.
pub fn totals() -> Vec<Line> {
    let (_folder, workspace) = bare(1_000, 169, 169_000);
    let mut window = Headless::new(workspace, Vec2::new(1280.0, 800.0), false);
    for _ in 0..5 {
        window.frame(Vec::new());
    }
    let (mut whole, mut shown) = (Vec::new(), Vec::new());
    for i in 0..200 {
        let text = ["2", "1", "0", "3"][i % 4];
        let edit = window.frame(vec![Event::Text(text.to_owned())]);
        let draw = window.frame(Vec::new());
        shown.push(draw);
        whole.push(edit + draw);
    }
    let note = format!("median {:.1} ms", percentile(&mut shown, 0.5));
    let note_whole = "key, edit synced to the disk, new totals: two frames";
    vec![
        line(
            "the frame with new totals, 1,000 × 169, p99",
            percentile(&mut shown, 0.99),
            16.7,
            "ms",
            note,
        ),
        line(
            "from key to new totals, 1,000 × 169, median",
            percentile(&mut whole, 0.5),
            33.4,
            "ms",
            note_whole,
        ),
    ]
}

/// Ten scores a second for 60 s (ORDITO_BENCH_SECONDS) with automatic saving; then everything is in the file in 1 s.
pub fn typing() -> Vec<Line> {
    let seconds: u64 = std::env::var("ORDITO_BENCH_SECONDS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(60);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("typing.ordito");
    data::big_document(&path, 100, 17, 0, 0);
    let mut window = Headless::new(opened(&path), Vec2::new(1280.0, 800.0), false);
    for _ in 0..10 {
        window.frame(Vec::new());
    }
    let mut random = Splitmix(11);
    let mut times = Vec::new();
    let before = window.workspace().document().unwrap().steps().len();
    let start = Instant::now();
    let n = seconds * 10;
    for i in 0..n {
        let due = Duration::from_millis(i * 100);
        while start.elapsed() < due {
            times.push(window.frame(Vec::new()));
            std::thread::sleep(Duration::from_millis(8));
        }
        let text = ["0", "1", "2", "3", "n", "?"][usize::try_from(random.below(6)).unwrap()];
        let mut events = vec![Event::Text(text.to_owned())];
        if i % 50 == 49 {
            events = vec![key(Key::Tab, Modifiers::NONE)];
        }
        times.push(window.frame(events));
    }
    let last = Instant::now();
    let saved = loop {
        times.push(window.frame(Vec::new()));
        let status = window.workspace().save_status();
        if matches!(status, Some(ordito::document::SaveStatus::Saved { .. })) {
            break last.elapsed();
        }
        assert!(last.elapsed() < Duration::from_secs(20), "{status:?}");
        std::thread::sleep(Duration::from_millis(8));
    };
    let steps = window.workspace().document().unwrap().steps().len() - before;
    assert!(steps as u64 > n / 2, "only {steps} steps were typed");
    window.workspace.act(Action::Close);
    let note = format!("{steps} edits in {seconds} s");
    vec![
        line(
            "typing 10 scores a second, slowest frame",
            percentile(&mut times, 1.0),
            33.0,
            "ms",
            note,
        ),
        line(
            "all saved after the last key",
            saved.as_secs_f64(),
            1.0,
            "s",
            "",
        ),
    ]
}

/// What a process of its own does for the measure of memory: opens, draws, says its peak.
pub fn draw_once(path: &Path) {
    let mut window = Headless::new(opened(path), Vec2::new(1600.0, 1000.0), false);
    for _ in 0..5 {
        window.frame(Vec::new());
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap_or_default();
    println!("peak_kb {}", peak.trim().trim_end_matches(" kB"));
}
