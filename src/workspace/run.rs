//! Carrying out actions. One line for each in `act`; the work is below.

use super::{Action, Effect, Motion, Notice, Purpose, Severity, Workspace};
use crate::said::{Said as _, say_step};
use ordito_document::{Applied, Document, Edit, EditError};
use ordito_model::{Language, StepNumber};
use ordito_pages::figure::palette::Look;
use ordito_words::Words;

impl Workspace {
    pub fn act(&mut self, action: Action) {
        match action {
            Action::Edit(edit) => self.edit(&edit),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::UndoTo(step) => self.undo_to(step),
            Action::New { path, sample } => self.new_document(&path, sample),
            Action::Open(path) => self.open(&path),
            Action::Close => {
                self.close();
            }
            Action::Save => self.save(),
            Action::SaveCopy(path) => self.save_copy(&path),
            Action::SaveWithoutHistory(path) => self.save_without_history(&path),
            Action::Restore(backup) => self.restore(&backup),
            Action::PutBack(path, backup) => self.put_back(&path, &backup),
            Action::Underneath(choice) => self.resolve_underneath(&choice),
            Action::MergeUnderneath => self.merge_underneath(),
            Action::MergeSeen => self.merged = None,
            Action::MergeCopy(path) => self.merge_copy(path),
            Action::MergeRule(rule) => self.merge_rule(rule),
            Action::MergeDecide(key, copy) => self.merge_decide(key, copy),
            Action::MergeSame(proposal, is_one) => self.merge_same(*proposal, is_one),
            Action::MergeApply => self.merge_apply(),
            Action::MergeStop => self.merging = None,
            Action::DecideLater => self.asks_underneath = false,
            Action::QuitAnyway => self.quit_anyway(),
            Action::Export {
                export,
                path,
                shown,
            } => export.write(self, &path, shown),
            Action::ReadTable { path, purpose } => self.start_reading(&path, purpose),
            Action::PreviewSheet(ask) => self.preview_sheet(ask),
            Action::Compare(sides) => self.compare(sides),
            Action::OpenOther(path) => self.open_other(path),
            Action::StopSheets => self.stop_sheets(),
            Action::Analyse(ask) => self.analyse(ask),
            Action::StopAnalysis(ask) => self.stop_analysis(&ask),
            Action::AddToAgenda(cells) => self.add_to_agenda(&cells),
            Action::TakeFromAgenda(cell) => self.take_from_agenda(cell),
            Action::ClearAgenda => self.agenda.clear(),
            Action::CopyTemplate(path) => self.copy_template(&path),
            Action::PickFile(purpose) => self.pick(purpose),
            Action::SetLanguage(language) => self.set_language(language),
            Action::SetLook(look) => self.set_look(look),
            Action::SetStill(still) => self.set_still(still),
            Action::SetDensity(density) => self.set_density(density),
            Action::SetWholeNames(whole) => self.set_whole_names(whole),
            Action::SetGoalsByNumber(by_number) => self.set_goals_by_number(by_number),
            Action::SetMotion(motion) => {
                self.settings.motion = motion;
                self.settings.save();
            }
            Action::SetZoom(zoom) => self.set_zoom(zoom),
            Action::SetSignature(signature) => self.set_signature(*signature),
            Action::SetLogo(path) => self.set_logo(path.as_deref()),
            Action::SetRoom(room) => self.settings.room = room,
            Action::SetClock(clock) => self.set_clock(clock),
            Action::SetPlace(place) => self.set_place(place),
            Action::SetWidths(matrix, widths) => self.set_widths(matrix, widths),
            Action::NameChart(name) => self.chart_name = name,
            Action::SetCatalogueColumns(columns) => self.set_catalogue_columns(columns),
            Action::SetWindow {
                width,
                height,
                maximised,
            } => {
                self.settings.window = [width, height];
                self.settings.maximised = maximised;
            }
            Action::TourSeen => {
                self.settings.tour_seen = true;
                self.settings.save();
            }
            Action::UsedCommand(command) => {
                self.settings.used(command);
                self.settings.save();
            }
            Action::Notify(notice) => self.notify(notice),
            Action::DismissNotice(id) => self.notices.retain(|notice| notice.id != id),
            Action::ForgetRecent(path) => {
                self.settings.recent.retain(|recent| recent.path != path);
                self.settings.save();
            }
            Action::OpenOutside(path) => self.effects.push(Effect::OpenOutside(path)),
            Action::CopyText(text) => self.effects.push(Effect::CopyText(text)),
            Action::Quit => self.quit(),
        }
    }

    fn set_language(&mut self, language: Language) {
        self.settings.language = language;
        self.words = Words::new(language);
        self.settings.save();
    }

    fn set_look(&mut self, look: Look) {
        self.settings.look = look;
        self.settings.save();
    }

    fn set_density(&mut self, density: super::Density) {
        self.settings.density = density;
        self.settings.save();
    }

    fn set_whole_names(&mut self, whole: bool) {
        self.settings.whole_names = whole;
        self.settings.save();
    }

    fn set_goals_by_number(&mut self, by_number: bool) {
        self.settings.goals_by_number = by_number;
        self.settings.save();
    }

    fn set_still(&mut self, still: bool) {
        // What the desktop wants anyway is no choice of one's own: it follows the desktop again.
        self.settings.motion = match still {
            _ if still == self.desktop_is_still => Motion::Desktop,
            true => Motion::Reduced,
            false => Motion::Full,
        };
        self.settings.save();
    }

    fn set_zoom(&mut self, zoom: f32) {
        self.settings.zoom = zoom.clamp(
            *super::settings::ZOOM_RANGE.start(),
            *super::settings::ZOOM_RANGE.end(),
        );
        self.effects.push(Effect::Zoom(self.settings.zoom));
        self.settings.save();
    }

    fn notify(&mut self, mut notice: Notice) {
        // It is told right after what it speaks of.
        notice.step = self
            .document()
            .map(Document::last_step)
            .filter(|_| !notice.details.is_empty());
        self.notices.push(notice);
    }

    fn quit(&mut self) {
        if self.finish_writing() && self.close() {
            self.settings.save();
            self.effects.push(Effect::Quit);
        }
    }

    pub(super) fn tell(&mut self, severity: Severity, text: String) {
        self.notices.push(Notice::new(severity, text));
    }

    fn after(&mut self, result: Result<Option<Applied>, EditError>) -> Option<StepNumber> {
        match result {
            Ok(Some(applied)) => {
                self.remember(&applied);
                Some(applied.number)
            }
            Ok(None) => None,
            Err(error) => {
                let severity = match error {
                    EditError::Refused(_) => Severity::Warning,
                    EditError::Storage(_) => Severity::Error,
                };
                let text = error.say(&self.words);
                self.tell(severity, text);
                None
            }
        }
    }

    pub(super) fn edit(&mut self, edit: &Edit) {
        let stamp = self.stamp();
        let Some(document) = self.document_mut() else {
            return;
        };
        let result = document.apply(edit, &stamp);
        self.after(result);
    }

    fn undo(&mut self) {
        let stamp = self.stamp();
        let Some(document) = self.document_mut() else {
            return;
        };
        let result = document.undo(&stamp);
        self.after_turn(Words::notice_undone, result);
    }

    fn redo(&mut self) {
        let stamp = self.stamp();
        let Some(document) = self.document_mut() else {
            return;
        };
        let result = document.redo(&stamp);
        self.after_turn(Words::notice_redone, result);
    }

    fn after_turn(
        &mut self,
        say: fn(&Words, String) -> String,
        result: Result<Option<Applied>, EditError>,
    ) {
        let Some(number) = self.after(result) else {
            return;
        };
        let label = self
            .document()
            .map(|document| say_step(document, number, &self.words));
        if let Some(label) = label {
            let text = say(&self.words, label);
            let undone = self
                .document()
                .and_then(|document| document.step(number))
                .map(|step| step.target);
            self.notices.retain(|notice| {
                notice.severity != Severity::Done
                    && (notice.step.is_none() || notice.step != undone)
            });
            self.tell(Severity::Done, text);
        }
    }

    fn undo_to(&mut self, step: StepNumber) {
        // Bounded by the journal: each turn moves one step from one stack to the other.
        let turns = self.document().map_or(0, |document| document.steps().len());
        for _ in 0..turns {
            let stamp = self.stamp();
            let Some(document) = self.document_mut() else {
                return;
            };
            if document.undoable().last().is_none_or(|last| *last <= step) {
                return;
            }
            let result = document.undo(&stamp);
            if self.after(result).is_none() {
                return;
            }
        }
    }

    fn pick(&mut self, purpose: Purpose) {
        let title = self
            .contents()
            .and_then(|contents| contents.info())
            .map(|info| info.title.clone());
        let title = title.unwrap_or_else(|| self.words.file_untitled());
        let suggested = match purpose {
            Purpose::New => format!("{}.ordito", self.words.file_untitled()),
            Purpose::NewSample => format!("{}.ordito", self.words.file_sample()),
            Purpose::SaveCopy | Purpose::SaveWithoutHistory | Purpose::KeepMineAsCopy => {
                format!("{}.ordito", file_stem(&title))
            }
            Purpose::CopyTemplate => "scheda.typ".to_owned(),
            Purpose::Export(export) => export.suggested(self, &title),
            Purpose::Open
            | Purpose::ImportTable
            | Purpose::ImportFramework
            | Purpose::ImportPolicies
            | Purpose::ImportPeople(_)
            | Purpose::SheetTemplate
            | Purpose::Logo
            | Purpose::OtherFile
            | Purpose::MergeCopy => String::new(),
        };
        self.effects.push(Effect::PickFile { purpose, suggested });
    }
}

/// A title as the name of a file, without what some systems do not allow in one; a title is no path.
pub(super) fn file_stem(title: &str) -> String {
    let plain = |c: char| {
        if c.is_control() || "/\\:*?\"<>|".contains(c) {
            ' '
        } else {
            c
        }
    };
    let plain: String = title.chars().map(plain).take(80).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
