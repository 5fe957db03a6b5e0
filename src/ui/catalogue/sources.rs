//! Sources: each kept once, cited from cells.

use super::actors::{delete_ui, uses_ui};
use super::details::Form;
use super::record::{Field, Record, Target};
use super::side_list::{self, Line, Outcome, Texts};
use super::{CatalogueScreen, Pane};
use crate::Cx;
use crate::widgets;
use egui::Ui;
use egui_material_icons::icons;
use ordito_document::Edit;
use ordito_model::{Contents, Source, SourceId};
use ordito_workspace::Action;
use std::collections::BTreeMap;

const TEXTS: Texts = Texts {
    icon: icons::ICON_MENU_BOOK,
    name: "catalogue-tab-sources",
    add: "catalogue-add-source",
    empty_title: "catalogue-sources-empty-title",
    empty_text: "catalogue-sources-empty-text",
};

/// How many cells cite each source.
fn counts(contents: &Contents) -> BTreeMap<SourceId, usize> {
    let mut counts: BTreeMap<SourceId, usize> = BTreeMap::new();
    for cell in contents.assessments.values() {
        let mut cited: Vec<SourceId> = cell.sources.iter().map(|cited| cited.source).collect();
        cited.sort_unstable();
        cited.dedup();
        for source in cited {
            *counts.entry(source).or_default() += 1;
        }
    }
    counts
}

pub fn list_ui(ui: &mut Ui, cx: &mut Cx<'_>, room: &mut CatalogueScreen) {
    let Cx { workspace, .. } = *cx;
    let Some(contents) = workspace.contents() else {
        return;
    };
    let words = workspace.words();
    let counts = counts(contents);
    let line = |(id, source): (&SourceId, &Source)| {
        let below: Vec<&str> = [&source.key, &source.publisher, &source.date]
            .into_iter()
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .collect();
        let n = counts.get(id).copied().unwrap_or_default();
        Line {
            target: Target::Source(*id),
            title: source.citation.clone(),
            below: below.join(" · "),
            aside: words.catalogue_cited(n),
            colour: None,
        }
    };
    let lines = contents.sources.iter().map(line).collect();
    match side_list::list_ui(ui, cx, room, &TEXTS, lines) {
        Some(Outcome::Chosen(Target::Source(id))) => room.source = Some(id),
        Some(Outcome::Add) => {
            let id = SourceId::random();
            let source = Source {
                citation: words.catalogue_new_source(),
                ..Source::default()
            };
            cx.act(Action::Edit(Edit::PutSource { id, source }));
            room.source = Some(id);
            room.side_search.clear();
            room.focus = Some(Pane::Details);
        }
        _ => {}
    }
}

/// True when it is to be deleted.
pub fn form_ui(ui: &mut Ui, form: &mut Form<'_>, id: SourceId) -> bool {
    let words = form.workspace.words();
    let Record::Source(shown) = form.record.clone() else {
        return false;
    };
    ui.add(
        egui::Label::new(
            egui::RichText::new(&shown.citation)
                .family(crate::theme::bold())
                .size(16.0)
                .color(form.paint.ink),
        )
        .wrap(),
    );
    form.field_ui(ui, Field::Citation);
    form.halves_ui(
        ui,
        |form, ui| form.field_ui(ui, Field::Key),
        |form, ui| form.field_ui(ui, Field::Date),
    );
    form.field_ui(ui, Field::Publisher);
    form.halves_ui(
        ui,
        |form, ui| form.field_ui(ui, Field::Url),
        |form, ui| form.field_ui(ui, Field::Page),
    );
    let mut cited = Vec::new();
    for (key, cell) in &form.contents.assessments {
        if cell.sources.iter().any(|cited| cited.source == id) {
            let name = |item| {
                let (code, label) = form.contents.item_label(item);
                let title = label.get(words.language());
                if code.is_empty() {
                    title.to_owned()
                } else {
                    format!("{code} {title}")
                }
            };
            cited.push(format!("{} × {}", name(key.row), name(key.column)));
        }
    }
    uses_ui(ui, form, "catalogue-used-in-cells", &cited);
    if cited.is_empty() {
        delete_ui(ui, form, "catalogue-delete-source")
    } else {
        let text = words.catalogue_source_in_use();
        ui.label(widgets::muted(text, form.paint).size(13.0));
        false
    }
}
