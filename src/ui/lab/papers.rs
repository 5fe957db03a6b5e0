//! What is printed of a session, asked for from its room.

use crate::Cx;
use egui::{Button, Ui};
use ordito_model::LabId;
use ordito_pages::report::lab::{Ballots, LabPaper};
use ordito_workspace::{Action, Export, LabExport, Purpose};

/// Ballots on a page, where they have no names.
const PER_PAGE: [u8; 4] = [1, 2, 3, 4];

pub fn papers_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: LabId) {
    let words = cx.words();
    let Some(lab) = cx.contents.labs.get(&id) else {
        return;
    };
    let anonymous = lab.anonymous;
    let mut asked = None;
    ui.menu_button(words.lab_papers(), |ui| {
        let of = |paper, names, ballots| {
            let export = LabExport {
                lab: id,
                paper,
                names,
                ballots,
            };
            Export::Lab(export)
        };
        let mut line_ui = |ui: &mut Ui, export: Export, text: String| {
            if ui.button(text).clicked() {
                asked = Some(export);
            }
        };
        let agenda = of(LabPaper::Agenda, !anonymous, Ballots::Each);
        line_ui(ui, agenda, words.say(agenda.key()));
        let each = of(LabPaper::Ballots, !anonymous, Ballots::Each);
        line_ui(ui, each, words.lab_paper_ballots_each());
        ui.menu_button(words.lab_paper_ballots(), |ui| {
            for n in PER_PAGE {
                let export = of(LabPaper::Ballots, !anonymous, Ballots::PerPage(n));
                line_ui(ui, export, words.lab_paper_ballots_per_page(usize::from(n)));
            }
        });
        let presences = of(LabPaper::Presences, !anonymous, Ballots::Each);
        line_ui(ui, presences, words.say(presences.key()));
        ui.separator();
        let outcome = of(LabPaper::Outcome, false, Ballots::Each);
        line_ui(ui, outcome, words.say(outcome.key()));
        let named = of(LabPaper::Outcome, true, Ballots::Each);
        let button = Button::new(words.say(named.key()));
        let button = ui.add_enabled(!anonymous, button);
        if button
            .on_disabled_hover_text(words.lab_paper_no_names())
            .clicked()
        {
            asked = Some(named);
        }
    });
    cx.extend(asked.map(|export| Action::PickFile(Purpose::Export(export))));
}
