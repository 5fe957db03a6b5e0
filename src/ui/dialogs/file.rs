//! Picking a file inside the window, where the desktop offers no dialog of its own.

use crate::Cx;
use crate::kit::list::List;
use crate::theme;
use crate::widgets;
use egui::accesskit::Role;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Align2, CornerRadius, FontId, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use egui_material_icons::icons;
use ordito_workspace::Purpose;
use std::path::{Path, PathBuf};

/// The folder shown, the name typed.
#[derive(Debug)]
pub struct Draft {
    pub purpose: Purpose,
    folder: PathBuf,
    name: String,
    entries: Vec<Entry>,
    /// The entry the arrows are at.
    at: Option<usize>,
    /// A file that is there already; asked once before it is replaced.
    replaces: Option<PathBuf>,
    /// The name is to get the keyboard, all of it but its ending selected.
    fresh: bool,
}

#[derive(Debug)]
struct Entry {
    name: String,
    is_folder: bool,
}

impl Draft {
    pub fn new(purpose: Purpose, suggested: &str, beside: Option<&Path>) -> Self {
        let home = directories::UserDirs::new();
        let home = home.as_ref().map(|dirs| {
            dirs.document_dir()
                .unwrap_or_else(|| dirs.home_dir())
                .to_owned()
        });
        let folder = beside
            .and_then(Path::parent)
            .map(Path::to_owned)
            .or(home)
            .filter(|folder| folder.is_dir());
        let folder = folder
            .or_else(|| std::env::current_dir().ok())
            .unwrap_or_else(|| PathBuf::from("/"));
        let mut draft = Self {
            purpose,
            folder,
            name: suggested.to_owned(),
            entries: Vec::new(),
            at: None,
            replaces: None,
            fresh: true,
        };
        draft.read();
        draft
    }

    fn read(&mut self) {
        self.entries = std::fs::read_dir(&self.folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| Entry {
                name: entry.file_name().to_string_lossy().into_owned(),
                is_folder: entry.path().is_dir(),
            })
            .filter(|entry| {
                !entry.name.starts_with('.') && (entry.is_folder || self.purpose.fits(&entry.name))
            })
            .collect();
        self.entries
            .sort_by_key(|entry| (!entry.is_folder, ordito_ground::text::folded(&entry.name)));
    }

    fn enter(&mut self, folder: PathBuf) {
        self.folder = folder;
        self.at = None;
        self.read();
    }

    /// The path that is meant, with the ending the purpose wants.
    fn path(&self) -> Option<PathBuf> {
        let typed = self.name.trim();
        if typed.is_empty() {
            return self.purpose.is_folder().then(|| self.folder.clone());
        }
        let path = self.folder.join(typed);
        Some(match self.purpose.endings().first() {
            Some(ending) if self.purpose.writes() && path.extension().is_none() => {
                path.with_extension(ending)
            }
            _ => path,
        })
    }
}

/// What came of it.
pub enum Outcome {
    Going,
    Cancelled,
    Picked(PathBuf),
}

/// Draws the dialog.
pub fn file_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) -> Outcome {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.set_width(560.0);
    widgets::title_ui(ui, paint, &words.say(draft.purpose.title()));
    if let Some(path) = draft.replaces.clone() {
        let file = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        ui.label(words.file_dialog_exists(file));
        return ui
            .horizontal(|ui| {
                if widgets::danger_button_ui(ui, paint, &words.file_dialog_replace()).clicked() {
                    return Outcome::Picked(path);
                }
                if widgets::button_ui(ui, &words.button_cancel()).clicked() {
                    draft.replaces = None;
                }
                Outcome::Going
            })
            .inner;
    }
    let picked = folder_ui(ui, cx, draft);
    widgets::caption_ui(ui, paint, &words.file_dialog_name());
    let edit = widgets::line_edit_ui(
        ui,
        &words.file_dialog_name(),
        &mut draft.name,
        "",
        f32::INFINITY,
    );
    if std::mem::take(&mut draft.fresh) {
        edit.request_focus();
        let stem = Path::new(&draft.name)
            .file_stem()
            .map_or(0, |stem| stem.to_string_lossy().chars().count());
        let mut state = TextEditState::load(ui.ctx(), edit.id).unwrap_or_default();
        state
            .cursor
            .set_char_range(Some(CCursorRange::two(CCursor::new(0), CCursor::new(stem))));
        state.store(ui.ctx(), edit.id);
    }
    let enter = edit.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if widgets::button_ui(ui, &words.button_cancel()).clicked() {
            return Outcome::Cancelled;
        }
        let verb = if draft.purpose.writes() {
            words.file_dialog_save()
        } else {
            words.file_dialog_open()
        };
        let go =
            widgets::primary_button_ui(ui, paint, &verb, draft.path().is_some()).clicked() || enter;
        let path = picked.or_else(|| draft.path().filter(|_| go));
        match path {
            Some(path) if draft.purpose.is_folder() => Outcome::Picked(path),
            Some(path) if path.is_dir() => {
                draft.enter(path);
                draft.name.clear();
                Outcome::Going
            }
            Some(path) if draft.purpose.writes() && path.exists() => {
                draft.replaces = Some(path);
                Outcome::Going
            }
            Some(path) => Outcome::Picked(path),
            None => Outcome::Going,
        }
    })
    .inner
}

/// A file or folder of the list; `None` where there is none.
fn entry_ui(
    ui: &Ui,
    paint: &theme::Paint,
    draft: &Draft,
    i: usize,
    (id, rect): (egui::Id, egui::Rect),
) -> Option<egui::Response> {
    let entry = draft.entries.get(i)?;
    let response = ui.interact(rect, id, Sense::CLICK);
    let chosen = draft.at == Some(i) || draft.name == entry.name;
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &entry.name));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(chosen));
    if chosen || response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(theme::RADIUS), paint.selected);
    }
    let icon = if entry.is_folder {
        icons::ICON_FOLDER
    } else {
        icons::ICON_DESCRIPTION
    };
    let left = rect.left_center() + vec2(8.0, 0.0);
    let font = FontId::new(18.0, theme::icons());
    ui.painter()
        .text(left, Align2::LEFT_CENTER, icon.codepoint, font, paint.muted);
    ui.painter().with_clip_rect(rect).text(
        left + vec2(28.0, 0.0),
        Align2::LEFT_CENTER,
        &entry.name,
        FontId::proportional(theme::BASE),
        paint.ink,
    );
    Some(response)
}

/// The folder and what is in it; a file that was opened.
fn folder_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) -> Option<PathBuf> {
    let (paint, words) = (cx.paint, cx.words());
    ui.horizontal(|ui| {
        let up = widgets::icon_button_ui(
            ui,
            paint,
            icons::ICON_ARROW_UPWARD,
            &words.file_dialog_up(),
            true,
        );
        if up.clicked()
            && let Some(parent) = draft.folder.parent().map(Path::to_owned)
        {
            draft.enter(parent);
        }
        ui.add(
            egui::Label::new(widgets::muted(draft.folder.display().to_string(), paint)).truncate(),
        );
    });
    let (mut entered, mut picked) = (None, None);
    let name = words.file_dialog_list();
    let id = ui.scope_id().with("file-list");
    let mut list = List {
        id,
        name: &name,
        role: Role::ListBox,
        row: 30.0,
        n: draft.entries.len(),
        at: draft.at,
    };
    let pressed = list.keys(ui);
    if let Some(to) = pressed.to {
        (list.at, draft.at) = (Some(to), Some(to));
        if let Some(entry) = draft.entries.get(to).filter(|entry| !entry.is_folder) {
            draft.name.clone_from(&entry.name);
        }
    }
    let area = ScrollArea::vertical()
        .max_height(280.0)
        .auto_shrink([false, false]);
    let mut clicked = None;
    list.show(
        ui,
        paint,
        area,
        pressed.to.is_some(),
        |i| id.with(i),
        |ui, i, rect| {
            let Some(response) = entry_ui(ui, paint, draft, i, (id.with(i), rect)) else {
                return false;
            };
            if response.clicked() {
                clicked = Some((i, response.double_clicked()));
            }
            response.clicked()
        },
    );
    let opened = pressed
        .enter
        .then_some(())
        .and(draft.at)
        .map(|at| (at, true));
    if let Some((i, twice)) = clicked.or(opened)
        && let Some(entry) = draft.entries.get(i)
    {
        draft.at = Some(i);
        if entry.is_folder {
            entered = Some(draft.folder.join(&entry.name));
        } else {
            draft.name.clone_from(&entry.name);
            picked = twice.then(|| draft.folder.join(&entry.name));
        }
    }
    if let Some(folder) = entered {
        draft.enter(folder);
    }
    picked
}
