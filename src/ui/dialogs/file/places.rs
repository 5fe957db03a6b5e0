//! Where one looks first: home, documents, desktop, what was downloaded, disks and shares that are there.

use crate::kit::list::List;
use crate::theme;
use crate::{Cx, widgets};
use egui::accesskit::Role;
use egui::{Align2, CornerRadius, FontId, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use egui_material_icons::icons;
use ordito_words::Words;
use std::path::{Path, PathBuf};

/// What a folder is called in the language of the window.
type Said = fn(&Words) -> String;

/// A folder with what it is called.
#[derive(Debug, Clone)]
pub struct Place {
    /// What it is called; disks and shares have names of their own.
    said: Option<Said>,
    pub path: PathBuf,
}

impl Place {
    fn name(&self, words: &Words) -> String {
        match self.said {
            Some(said) => said(words),
            None => self.path.file_name().map_or_else(
                || self.path.display().to_string(),
                |name| name.to_string_lossy().into_owned(),
            ),
        }
    }
}

/// The places of this computer that are there, each once.
pub fn places() -> Vec<Place> {
    let mut all: Vec<Place> = Vec::new();
    if let Some(dirs) = directories::UserDirs::new() {
        let known: [(Said, _); 4] = [
            (Words::file_dialog_home, Some(dirs.home_dir())),
            (Words::file_dialog_documents, dirs.document_dir()),
            (Words::file_dialog_desktop, dirs.desktop_dir()),
            (Words::file_dialog_downloads, dirs.download_dir()),
        ];
        for (said, path) in known {
            let path = path.filter(|path| path.is_dir()).map(Path::to_owned);
            if let Some(path) = path.filter(|path| all.iter().all(|each| each.path != *path)) {
                all.push(Place {
                    said: Some(said),
                    path,
                });
            }
        }
    }
    all.extend(mounted().into_iter().map(|path| Place { said: None, path }));
    all
}

/// Disks and shares, as the desktop mounts them.
#[cfg(not(windows))]
fn mounted() -> Vec<PathBuf> {
    let user = std::env::var_os("USER").unwrap_or_default();
    let mut roots = vec![PathBuf::from("/media"), PathBuf::from("/Volumes")];
    if !user.is_empty() {
        roots = vec![
            Path::new("/media").join(&user),
            Path::new("/run/media").join(&user),
            PathBuf::from("/Volumes"),
        ];
    }
    if let Some(run) = std::env::var_os("XDG_RUNTIME_DIR") {
        roots.push(Path::new(&run).join("gvfs"));
    }
    let within = |root: PathBuf| std::fs::read_dir(root).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = roots
        .into_iter()
        .flat_map(within)
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    found
}

/// Disks by their letters.
#[cfg(windows)]
fn mounted() -> Vec<PathBuf> {
    ('A'..='Z')
        .map(|letter| PathBuf::from(format!("{letter}:\\")))
        .filter(|path| path.is_dir())
        .collect()
}

/// Draws the places; the one that was chosen.
pub fn places_ui(ui: &mut Ui, cx: &Cx<'_>, places: &[Place], shown: &Path) -> Option<PathBuf> {
    let (paint, words) = (cx.paint, cx.words());
    let name = words.file_dialog_places();
    let id = ui.scope_id().with("file-places");
    let list = List {
        id,
        name: &name,
        role: Role::ListBox,
        row: 28.0,
        n: places.len(),
        at: places.iter().position(|place| place.path == shown),
    };
    let pressed = list.keys(ui);
    let mut chosen = pressed.to;
    let area = ScrollArea::vertical()
        .id_salt("file-places")
        .max_height(280.0)
        .auto_shrink([false, false]);
    list.show(
        ui,
        paint,
        area,
        pressed.to.is_some(),
        |i| id.with(i),
        |ui, i, rect| {
            let Some(place) = places.get(i) else {
                return false;
            };
            let response = ui.interact(rect, id.with(i), Sense::CLICK);
            let (here, name) = (place.path == shown, place.name(words));
            response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, here, &name));
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_selected(here));
            if here || response.hovered() {
                ui.painter()
                    .rect_filled(rect, CornerRadius::same(theme::RADIUS), paint.selected);
            }
            let ink = if here { paint.on_selected } else { paint.ink };
            widgets::cut_text(
                ui,
                &name,
                FontId::proportional(theme::BASE),
                ink,
                (rect.left_center() + vec2(34.0, 0.0), rect.width() - 40.0),
            );
            ui.painter().text(
                rect.left_center() + vec2(8.0, 0.0),
                Align2::LEFT_CENTER,
                icons::ICON_FOLDER.codepoint,
                FontId::new(18.0, theme::icons()),
                paint.muted,
            );
            if response.clicked() {
                chosen = Some(i);
            }
            response.clicked()
        },
    );
    chosen
        .and_then(|i| places.get(i))
        .map(|place| place.path.clone())
}
