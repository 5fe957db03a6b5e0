//! Asks before something of this room goes, and says what goes with it.

use super::FrameworksScreen;
use crate::Cx;
use crate::kit::question;
use crate::{cover, widgets};
use egui::{Modal, RichText, Ui};
use ordito_document::Edit;
use ordito_model::{Contents, CrosswalkId, FrameworkId, GoalId, Item, ScaleId};
use ordito_workspace::{Action, Workspace};

/// What is about to be deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doomed {
    Framework(FrameworkId),
    Goal(GoalId),
    Crosswalk(CrosswalkId),
    Scale(ScaleId),
}

impl Doomed {
    fn edit(self) -> Edit {
        match self {
            Self::Framework(id) => Edit::DeleteFramework(id),
            Self::Goal(id) => Edit::DeleteGoals(vec![id]),
            Self::Crosswalk(id) => Edit::DeleteCrosswalk(id),
            Self::Scale(id) => Edit::DeleteScale(id),
        }
    }

    /// Its name and what goes with it, said; `None` when it is gone already.
    fn says(self, workspace: &Workspace, contents: &Contents) -> Option<(String, String)> {
        let words = workspace.words();
        let language = words.language();
        Some(match self {
            Self::Framework(id) => {
                let name = contents.frameworks.get(&id)?.name.get(language).to_owned();
                let goals = contents
                    .goals
                    .values()
                    .filter(|goal| goal.framework == id)
                    .count();
                let crosswalks = contents
                    .crosswalks
                    .values()
                    .filter(|each| each.from == id || each.to == id)
                    .count();
                (
                    name,
                    words.frameworks_delete_framework_text(crosswalks, goals),
                )
            }
            Self::Goal(id) => {
                let goal = contents.goals.get(&id)?;
                let gone = contents.goals_downwards(&[id]);
                let has = |item: Item| item.goal().is_some_and(|goal| gone.contains(&goal));
                let lines = contents.lines.keys().filter(|key| has(key.item)).count();
                let cells = contents
                    .assessments
                    .keys()
                    .filter(|key| has(key.row) || has(key.column))
                    .count();
                (
                    goal.name.get(language).to_owned(),
                    words.frameworks_delete_text(gone.len() - 1, cells, lines),
                )
            }
            Self::Crosswalk(id) => {
                let name = contents.crosswalks.get(&id)?.name.clone();
                let links = contents
                    .links
                    .keys()
                    .filter(|key| key.crosswalk == id)
                    .count();
                (name, words.frameworks_delete_crosswalk_text(links))
            }
            Self::Scale(id) => {
                let name = contents.scales.get(&id)?.name.get(language).to_owned();
                (name, words.frameworks_delete_scale_text())
            }
        })
    }
}

pub fn dialog_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut FrameworksScreen) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    state.deleting = state
        .deleting
        .or(state.crosswalks.deleting.take().map(Doomed::Crosswalk))
        .or(state.scales.deleting.take().map(Doomed::Scale));
    let (Some(doomed), Some(contents)) = (state.deleting, workspace.contents()) else {
        return;
    };
    let Some((name, text)) = doomed.says(workspace, contents) else {
        state.deleting = None;
        return;
    };
    let modal = Modal::new(egui::Id::unique("frameworks-delete"))
        .frame(widgets::dialog_frame(ui))
        .show(ui.ctx(), |ui| {
            ui.set_width(440.0);
            let title = words.frameworks_delete_title(name);
            question::delete_ui(ui, paint, words, &title, vec![RichText::new(text)])
        });
    if modal.inner == Some(true) {
        if let Doomed::Goal(id) = doomed {
            state.goal = contents.goals.get(&id).and_then(|goal| goal.parent);
        }
        cx.act(Action::Edit(doomed.edit()));
    }
    if modal.inner.is_some() || cover::closes(&modal) {
        state.deleting = None;
        state.focus_tree = true;
    }
}
