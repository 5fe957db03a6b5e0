//! Clusters: named sets of policies, with a colour.

use super::actors::delete_ui;
use super::details::{Form, policy_choices, toggle};
use super::record::{Field, Record, Target};
use super::side_list::{self, Line, Outcome, Texts};
use super::{CatalogueScreen, Pane, captioned, columns};
use crate::Cx;
use crate::kit::pickers::{self, Manner, Picked};
use crate::theme::{self, Paint};
use crate::widgets;
use egui::accesskit::Role;
use egui::{CornerRadius, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use egui_material_icons::icons;
use ordito_document::Edit;
use ordito_model::{Cluster, ClusterId, Contents, PolicyId, Rgb};
use ordito_workspace::Action;

const TEXTS: Texts = Texts {
    icon: icons::ICON_WORKSPACES,
    name: "catalogue-tab-clusters",
    add: "catalogue-add-cluster",
    empty_title: "catalogue-clusters-empty-title",
    empty_text: "catalogue-clusters-empty-text",
};

/// Colours that stay apart on white and on dark, none of them a score's.
const COLOURS: [(Rgb, &str); 8] = [
    (Rgb(0x8C, 0x3B, 0x7A), "catalogue-colour-plum"),
    (Rgb(0x2E, 0x6B, 0x2E), "catalogue-colour-green"),
    (Rgb(0x99, 0x5C, 0x00), "catalogue-colour-ochre"),
    (Rgb(0x1D, 0x5C, 0x94), "catalogue-colour-blue"),
    (Rgb(0x5B, 0x4B, 0x9E), "catalogue-colour-violet"),
    (Rgb(0xB2, 0x3A, 0x48), "catalogue-colour-red"),
    (Rgb(0x3E, 0x7C, 0x7A), "catalogue-colour-teal"),
    (Rgb(0x5B, 0x6F, 0x82), "catalogue-colour-grey"),
];

/// The edit that makes a cluster, last in order and in a colour that is not yet worn.
pub fn new(contents: &Contents, name: String, members: Vec<PolicyId>) -> Edit {
    let position = contents
        .clusters
        .values()
        .map(|cluster| cluster.position)
        .max()
        .unwrap_or(-1)
        + 1;
    let worn = |colour: Rgb| {
        contents
            .clusters
            .values()
            .any(|cluster| cluster.colour == Some(colour))
    };
    let colour = COLOURS
        .iter()
        .map(|(colour, _)| *colour)
        .find(|colour| !worn(*colour));
    let cluster = Cluster {
        name,
        colour,
        position,
        members,
        note: String::new(),
    };
    Edit::PutCluster {
        id: ClusterId::random(),
        cluster,
    }
}

pub fn list_ui(ui: &mut Ui, cx: &mut Cx<'_>, room: &mut CatalogueScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let Some(contents) = workspace.contents() else {
        return;
    };
    let words = workspace.words();
    let line = |(id, cluster): (&ClusterId, &Cluster)| Line {
        target: Target::Cluster(*id),
        title: cluster.name.clone(),
        below: cluster.note.lines().next().unwrap_or_default().to_owned(),
        aside: words.catalogue_policies(cluster.members.len()),
        colour: Some(cluster.colour.map_or(paint.canvas, theme::colour)),
    };
    let lines = contents.clusters.iter().map(line).collect();
    match side_list::list_ui(ui, cx, room, &TEXTS, lines) {
        Some(Outcome::Chosen(Target::Cluster(id))) => room.cluster = Some(id),
        Some(Outcome::Add) => {
            // What is selected in the tree is what one wants to group.
            let several = room.selected.len() > 1;
            let chosen = contents.policy_tree().into_iter().map(|(_, id)| id);
            let members = chosen
                .filter(|id| several && room.selected.contains(id))
                .collect();
            let edit = new(contents, words.catalogue_new_cluster(), members);
            if let Edit::PutCluster { id, .. } = &edit {
                room.cluster = Some(*id);
            }
            cx.act(Action::Edit(edit));
            room.side_search.clear();
            room.focus = Some(Pane::Details);
        }
        _ => {}
    }
}

/// True when it is to be deleted.
pub fn form_ui(ui: &mut Ui, form: &mut Form<'_>, _id: ClusterId) -> bool {
    let words = form.workspace.words();
    let (paint, contents) = (form.paint, form.contents);
    let Record::Cluster(shown) = form.record.clone() else {
        return false;
    };
    widgets::title_ui(ui, paint, &shown.name);
    form.field_ui(ui, Field::Name);
    let colour = captioned(ui, paint, form.workspace, "catalogue-field-colour", |ui| {
        colour_ui(ui, paint, form, shown.colour)
    });
    if let Some(colour) = colour
        && let Record::Cluster(cluster) = &mut form.record
    {
        cluster.colour = colour;
    }
    let value = words.catalogue_policies(shown.members.len());
    let mut ids = Vec::new();
    let manner = Manner {
        several: true,
        can_be_none: false,
        can_add: false,
    };
    let name = words.catalogue_field_policies();
    let picked = captioned(
        ui,
        paint,
        form.workspace,
        "catalogue-field-policies",
        |ui| {
            pickers::pick_ui(ui, paint, words, &name, &value, manner, || {
                let (listed, choices) =
                    policy_choices(contents, &[], |id| shown.members.contains(&id));
                ids = listed;
                choices
            })
        },
    );
    if let Some(Picked::One(i)) = picked
        && let Some(id) = ids.get(i)
        && let Record::Cluster(cluster) = &mut form.record
    {
        toggle(&mut cluster.members, *id);
    }
    members_ui(ui, form, &shown);
    form.field_ui(ui, Field::Note);
    delete_ui(ui, form, "catalogue-delete-cluster")
}

/// The members, each with a button that takes it out.
fn members_ui(ui: &mut Ui, form: &mut Form<'_>, shown: &Cluster) {
    let words = form.workspace.words();
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for member in &shown.members {
            let Some(policy) = form.contents.policies.get(member) else {
                continue;
            };
            let said = columns::said(policy);
            ui.horizontal(|ui| {
                let name = words.catalogue_take_out(said.as_str());
                if widgets::icon_button_ui(ui, form.paint, icons::ICON_CLOSE, &name, true).clicked()
                    && let Record::Cluster(cluster) = &mut form.record
                {
                    cluster.members.retain(|id| id != member);
                }
                ui.add(egui::Label::new(said).truncate());
            });
        }
    });
}

fn colour_ui(
    ui: &mut Ui,
    paint: &Paint,
    form: &Form<'_>,
    chosen: Option<Rgb>,
) -> Option<Option<Rgb>> {
    let words = form.workspace.words();
    let mut result = None;
    ui.horizontal(|ui| {
        let all = std::iter::once((None, "catalogue-none"))
            .chain(COLOURS.iter().map(|(c, key)| (Some(*c), *key)));
        for (colour, key) in all {
            let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::click());
            let name = words.catalogue_colour(words.say(key));
            let is_chosen = colour == chosen;
            response
                .widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &name));
            let fill = colour.map_or(paint.surface, theme::colour);
            let inner = rect.shrink(4.0);
            let border = Stroke::new(1.0, paint.border);
            ui.painter().rect(
                inner,
                CornerRadius::same(5),
                fill,
                border,
                StrokeKind::Inside,
            );
            if colour.is_none() {
                ui.painter().line_segment(
                    [inner.left_bottom(), inner.right_top()],
                    Stroke::new(1.0, paint.muted),
                );
            }
            if is_chosen {
                let stroke = Stroke::new(2.0, paint.primary);
                ui.painter()
                    .rect_stroke(rect, CornerRadius::same(7), stroke, StrokeKind::Inside);
            }
            widgets::focus_ring(ui, paint, &response, 7);
            if response.on_hover_text(name).clicked() {
                result = Some(colour);
            }
        }
    });
    result
}
