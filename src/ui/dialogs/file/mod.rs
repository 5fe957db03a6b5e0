//! Picking a file inside the window, where the desktop offers no dialog of its own.

mod places;

use crate::Cx;
use crate::kit::list::List;
use crate::theme;
use crate::widgets;
use egui::accesskit::Role;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    Align, Align2, CornerRadius, FontId, Layout, Response, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};
use egui_material_icons::icons;
use ordito_model::Timestamp;
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
    places: Vec<places::Place>,
    /// The name of a folder to be made, while it is typed, and why it could not be.
    new_folder: Option<(String, Option<String>)>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    is_folder: bool,
    /// When it was last changed.
    at: Option<Timestamp>,
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
            places: places::places(),
            new_folder: None,
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
                at: entry.metadata().ok().and_then(|known| changed(&known)),
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

/// When a file was last changed.
fn changed(known: &std::fs::Metadata) -> Option<Timestamp> {
    let since = known
        .modified()
        .ok()?
        .duration_since(std::time::UNIX_EPOCH)
        .ok()?;
    i64::try_from(since.as_millis()).ok().map(Timestamp)
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
    ui.set_width(720.0_f32.min(ui.ctx().content_rect().width() - 80.0));
    widgets::title_ui(ui, paint, &draft.purpose.title(words));
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
    let picked = browse_ui(ui, cx, draft);
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
    format_ui(ui, cx, draft);
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

/// In which format it is written, where there are several: nobody has to know endings.
fn format_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    let endings = draft.purpose.endings();
    if !draft.purpose.writes() || draft.purpose.is_folder() || endings.len() < 2 {
        return;
    }
    let name = cx.words().file_dialog_format();
    widgets::caption_ui(ui, cx.paint, &name);
    let written = draft.path();
    let ending = written.as_deref().and_then(Path::extension);
    let is = |known: &&str| ending.is_some_and(|ending| ending.eq_ignore_ascii_case(known));
    let chosen = endings.iter().position(is).unwrap_or(0);
    let labels: Vec<String> = endings.iter().map(|known| known.to_uppercase()).collect();
    if let Some(ending) =
        widgets::segmented_ui(ui, cx.paint, &name, &labels, chosen).and_then(|at| endings.get(at))
    {
        let path = Path::new(draft.name.trim());
        // A point in a title is no ending.
        let known = path.extension().is_some_and(|ending| {
            let mut all = endings.iter();
            all.any(|known| ending.eq_ignore_ascii_case(known))
        });
        draft.name = if known {
            path.with_extension(ending).to_string_lossy().into_owned()
        } else {
            format!("{}.{ending}", draft.name.trim())
        };
    }
}

/// Places on the left, the folder that is shown on the right; a file that was opened.
fn browse_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) -> Option<PathBuf> {
    let mut picked = None;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(150.0);
            widgets::caption_ui(ui, cx.paint, &cx.words().file_dialog_places());
            if let Some(folder) = places::places_ui(ui, cx, &draft.places, &draft.folder) {
                draft.enter(folder);
            }
        });
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            picked = folder_ui(ui, cx, draft);
        });
    });
    picked
}

/// The folder and what is in it; a file that was opened.
fn folder_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) -> Option<PathBuf> {
    let (paint, words) = (cx.paint, cx.words());
    way_ui(ui, cx, draft);
    new_folder_ui(ui, cx, draft);
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
            let Some(response) = entry_ui(ui, cx, draft, i, (id.with(i), rect)) else {
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
    let (i, twice) = clicked.or(opened)?;
    let entry = draft.entries.get(i)?;
    draft.at = Some(i);
    let path = draft.folder.join(&entry.name);
    if entry.is_folder {
        draft.enter(path);
        return None;
    }
    draft.name.clone_from(&entry.name);
    twice.then_some(path)
}

/// Which folder is shown, and the way out of it.
fn way_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
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
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if widgets::button_ui(ui, &words.file_dialog_new_folder()).clicked() {
                draft.new_folder = Some(Default::default());
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let folder = draft.folder.display().to_string();
                ui.add(egui::Label::new(widgets::muted(&folder, paint)).truncate())
                    .on_hover_text(folder);
            });
        });
    });
}

/// The name of a folder that is to be made here.
fn new_folder_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    let (paint, words) = (cx.paint, cx.words());
    let Some((name, wrong)) = &mut draft.new_folder else {
        return;
    };
    let (mut make, mut leave) = (false, false);
    ui.horizontal(|ui| {
        let label = words.file_dialog_new_folder_name();
        let width = ui.available_width() - 190.0;
        let edit = widgets::line_edit_ui(ui, &label, name, &label, width.max(120.0));
        if name.is_empty() && !edit.has_focus() && !edit.lost_focus() {
            edit.request_focus();
        }
        make = edit.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let can = !name.trim().is_empty();
        make |= widgets::primary_button_ui(ui, paint, &words.file_dialog_make(), can).clicked();
        leave = widgets::button_ui(ui, &words.button_cancel()).clicked();
    });
    if let Some(wrong) = wrong {
        ui.colored_label(paint.danger, wrong.as_str());
    }
    if make && !name.trim().is_empty() {
        let folder = draft.folder.join(name.trim());
        match std::fs::create_dir(&folder) {
            Ok(()) => {
                draft.new_folder = None;
                draft.enter(folder);
            }
            Err(error) => *wrong = Some(words.file_dialog_not_made(error.to_string())),
        }
    } else if leave {
        draft.new_folder = None;
    }
}

/// A file or a folder of the list.
fn entry_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    draft: &Draft,
    i: usize,
    (id, rect): (egui::Id, egui::Rect),
) -> Option<Response> {
    let (paint, entry) = (cx.paint, draft.entries.get(i)?);
    let response = ui.interact(rect, id, Sense::CLICK);
    let chosen = draft.at == Some(i) || draft.name == entry.name;
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &entry.name));
    let day = entry
        .at
        .map(|at| cx.words().numbers().date(at))
        .unwrap_or_default();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(chosen);
        node.set_description(day.as_str());
    });
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
    let font = FontId::proportional(theme::BASE);
    let at = left + vec2(28.0, 0.0);
    let right = ui.painter().text(
        rect.right_center() - vec2(10.0, 0.0),
        Align2::RIGHT_CENTER,
        day,
        FontId::proportional(theme::CAPTION),
        paint.muted,
    );
    widgets::cut_text(
        ui,
        &entry.name,
        font,
        paint.ink,
        (at, right.left() - 10.0 - at.x),
    );
    Some(response)
}
