//! Conflitti: which kinds, only those that nothing softens, a search.

use crate::analysis::{ConflictKind, Conflicts};
use crate::figure::chart::ConflictFilter;
use crate::ui::Cx;
use crate::ui::widgets;
use egui::Ui;

/// `found` is what there is to count, once it is there.
pub fn settings_ui(ui: &mut Ui, cx: &Cx<'_>, found: Option<&Conflicts>, filter: &mut ConflictFilter) {
    let Cx { paint, workspace, .. } = *cx;
    let words = workspace.words();
    ui.horizontal_wrapped(|ui| {
        for kind in ConflictKind::ALL {
            let name = words.say(&format!("conflict-{}", kind.word().replace('_', "-")));
            let n = found.map_or(0, |found| found.count(kind));
            let wanted = !filter.without.contains(&kind);
            let chip = widgets::chip_ui(ui, paint, &format!("{name} {}", words.numbers().count(n)), wanted);
            chip.widget_info(|| {
                egui::WidgetInfo::selected(egui::accesskit::Role::CheckBox, true, wanted, format!("{name} ({n})"))
            });
            if chip.clicked() && !filter.without.remove(&kind) {
                filter.without.insert(kind);
            }
        }
        ui.checkbox(&mut filter.open, words.conflict_only_open());
        let name = words.conflict_search();
        widgets::line_edit_ui(ui, &name, &mut filter.search, &name, 190.0);
    });
}
