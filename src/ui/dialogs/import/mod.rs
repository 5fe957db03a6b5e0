//! A table about to go into a matrix, or to become policies or a framework: what changes, what is asked, one step.
//!
//! The dialog has one size from its first frame on: what is asked and what is told scroll within it.

mod framework;
mod headings;
mod matrix;
mod people;
mod policies;

use super::info::ends_as_ui;
use crate::Cx;
use crate::theme::Paint;
use crate::widgets;
use egui::{RichText, Ui, vec2};
use ordito_document::Edit;
use ordito_import::{
    Area, FilledTemplate, FrameworkPreview, MatrixChoices, PolicyChoices, ReadError, Sheet, Table,
    find_template, fits_matrix, fitting, preview_framework,
};
use ordito_model::{AssessorId, MatrixId};
use ordito_workspace::said::Said as _;
use ordito_workspace::{Action, Purpose, ReadTable, Workspace};
use std::sync::Arc;

/// What is being decided about a table.
#[derive(Debug)]
pub struct Draft {
    name: String,
    stem: String,
    /// It comes from the clipboard.
    is_pasted: bool,
    purpose: Purpose,
    sheets: Arc<Vec<Sheet>>,
    /// Which of them is shown.
    sheet: usize,
    /// The area of the sheet as it is typed, and the part of the table in it.
    area: String,
    cropped: Option<Table>,
    matrix: Option<MatrixId>,
    assessor: AssessorId,
    /// An assessor who is to be made, with the name as it is typed.
    new_assessor: Option<(AssessorId, String)>,
    goes: Goes,
    /// The keyboard was given to what is most likely wanted.
    focused: bool,
}

#[derive(Debug)]
enum Goes {
    /// Once it is worked out, what would happen, and for which revision.
    Matrix {
        shown: Option<matrix::Shown>,
        choices: MatrixChoices,
    },
    Framework {
        name: String,
        preview: FrameworkPreview,
    },
    Policies {
        shown: Option<policies::Shown>,
        choices: PolicyChoices,
    },
    People(people::Shown),
    /// A filled-in workbook of ours, which knows its matrix and assessor.
    Template {
        template: FilledTemplate,
        shown: Option<matrix::Shown>,
    },
    Refused {
        why: String,
    },
}

/// A line of the preview, and whether something does not go in.
type Line = (bool, String);

/// What a part of the dialog asks for at its foot.
#[derive(Debug, Clone, Copy, Default)]
struct Foot {
    can_import: bool,
    /// The keyboard goes to the button first.
    focus: bool,
}

impl Draft {
    pub fn new(
        read: &ReadTable,
        workspace: &Workspace,
        matrix: Option<MatrixId>,
        assessor: AssessorId,
    ) -> Self {
        let text =
            |part: Option<&std::ffi::OsStr>| part.map(|name| name.to_string_lossy().into_owned());
        let mut draft = Self {
            name: text(read.path.file_name()).unwrap_or_default(),
            stem: text(read.path.file_stem()).unwrap_or_default(),
            is_pasted: read.path.extension().is_none(),
            purpose: read.purpose,
            sheets: Arc::clone(&read.sheets),
            sheet: 0,
            area: String::new(),
            cropped: None,
            matrix,
            assessor,
            new_assessor: None,
            goes: Goes::Refused { why: String::new() },
            focused: false,
        };
        let fits = |table: &Table| match read.purpose {
            Purpose::ImportFramework => {
                preview_framework(table, "").is_ok_and(|preview| !preview.goals.is_empty())
            }
            Purpose::ImportPolicies => policies::fits(workspace, table),
            Purpose::ImportPeople(lab) => people::fits(workspace, lab, table),
            _ => matrix
                .zip(workspace.contents())
                .is_some_and(|(id, contents)| fits_matrix(contents, id, table)),
        };
        // Where several fit, a person sees the first and chooses.
        let fit = |sheet: &Sheet| sheet.table.as_ref().is_ok_and(fits);
        let first = || read.sheets.iter().position(fit).unwrap_or(0);
        draft.sheet = fitting(&read.sheets, fits).unwrap_or_else(|_| first());
        draft.look(workspace);
        draft
    }

    /// Works out what the sheet that is shown would bring.
    fn look(&mut self, workspace: &Workspace) {
        let found = find_template(&self.sheets).filter(|_| self.purpose == Purpose::ImportTable);
        if let Some(found) = found {
            self.goes = match found {
                Ok(template) => Goes::Template {
                    template,
                    shown: None,
                },
                Err(error) => Goes::Refused {
                    why: error.say(workspace.words()),
                },
            };
            return;
        }
        let refused = |why: String| Goes::Refused { why };
        let words = workspace.words();
        let whole = self
            .sheets
            .get(self.sheet)
            .map(|sheet| sheet.table.as_ref());
        self.cropped = match (&whole, self.area.parse::<Area>()) {
            (Some(Ok(table)), Ok(area)) => Some(table.part(area)),
            _ => None,
        };
        self.goes = match self.cropped.as_ref().map(Ok).or(whole) {
            None => refused(ReadError::Empty.say(words)),
            Some(Err(error)) => refused(error.say(words)),
            Some(Ok(table)) => match self.purpose {
                Purpose::ImportFramework => {
                    let name = if table.sheet.is_empty() {
                        &self.stem
                    } else {
                        &table.sheet
                    };
                    match preview_framework(table, name) {
                        Ok(preview) => Goes::Framework {
                            name: name.clone(),
                            preview,
                        },
                        Err(error) => refused(error.say(words)),
                    }
                }
                Purpose::ImportPolicies => {
                    // A file names its columns, or is asked about them; only what is pasted may have none.
                    let choices = PolicyChoices::default();
                    let headed =
                        (!self.is_pasted && !policies::is_headed(workspace, table)).then_some(true);
                    Goes::Policies {
                        shown: None,
                        choices: PolicyChoices { headed, ..choices },
                    }
                }
                Purpose::ImportPeople(lab) => Goes::People(people::Shown::of(workspace, lab)),
                _ => {
                    let choices = MatrixChoices {
                        guesses: true,
                        ..MatrixChoices::default()
                    };
                    Goes::Matrix {
                        shown: None,
                        choices,
                    }
                }
            },
        };
    }
}

/// Room for what stands above and below the parts that scroll.
const FOOT: f32 = 44.0;

/// True when the dialog is over.
pub fn import_ui(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Draft) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let screen = ui.ctx().content_rect().size();
    let size = vec2(
        (screen.x - 120.0).clamp(480.0, 740.0),
        (screen.y - 120.0).clamp(300.0, 600.0),
    );
    let top = ui.cursor().top();
    ui.set_width(size.x);
    widgets::title_ui(ui, paint, &words.import_title(draft.name.as_str()));
    let is_template = matches!(draft.goes, Goes::Template { .. });
    if !is_template && sheets_ui(ui, cx, draft) {
        draft.look(workspace);
    }
    // Another document may have been opened since, or the matrix deleted.
    if let Some(why) = matrix::refresh_template(workspace, draft) {
        draft.goes = Goes::Refused { why };
    }
    let bottom = top + size.y - FOOT;
    let foot = match &mut draft.goes {
        Goes::Refused { why } => {
            ui.add(egui::Label::new(RichText::new(why.as_str()).color(paint.danger)).wrap());
            Foot::default()
        }
        Goes::Policies { .. } => policies::policies_ui(ui, cx, draft, bottom),
        Goes::People(_) => people::people_ui(ui, cx, draft, bottom),
        Goes::Template { .. } => matrix::template_ui(ui, cx, draft, bottom),
        Goes::Framework { name, preview } => {
            let whole = draft
                .sheets
                .get(draft.sheet)
                .and_then(|sheet| sheet.table.as_ref().ok());
            let table = draft.cropped.as_ref().or(whole);
            let notes = table
                .map(|table| table.notes_of_cells((1, 0)))
                .unwrap_or_default();
            let notes: Vec<String> = notes.iter().map(|note| note.say(words)).collect();
            said_ui(ui, paint, &notes, true);
            framework::framework_ui(ui, cx, name, preview)
        }
        Goes::Matrix { .. } => matrix::matrix_ui(ui, cx, draft, bottom),
    };
    ui.add_space((bottom - ui.cursor().top()).max(8.0));
    let (end, button) = ends_as_ui(ui, cx, "import-go", foot.can_import);
    if !std::mem::replace(&mut draft.focused, true) && foot.focus {
        button.request_focus();
    }
    if end == Some(true)
        && let Some(edit) = edit_of(workspace, draft)
    {
        cx.act(Action::Edit(edit));
    }
    end.is_some()
}

/// The one step that takes in what is shown.
fn edit_of(workspace: &Workspace, draft: &Draft) -> Option<Edit> {
    match &draft.goes {
        Goes::Refused { .. } => None,
        Goes::Policies { shown, .. } => Some(shown.as_ref()?.preview.edit(&draft.name)),
        Goes::Template { shown, .. } => Some(shown.as_ref()?.preview.edit(&draft.name)),
        Goes::Framework { preview, .. } => Some(preview.edit()),
        Goes::People(shown) => shown.edit(workspace),
        Goes::Matrix { shown, .. } => matrix::edit(workspace.contents()?, draft, shown.as_ref()?),
    }
}

/// The sheets of a workbook and the area of one to choose; true when something else was chosen.
fn sheets_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    let before = draft.sheet;
    let mut area_changed = false;
    ui.horizontal(|ui| {
        let name = words.import_area();
        widgets::caption_ui(ui, paint, &name);
        let area = widgets::line_edit_ui(ui, &name, &mut draft.area, "A1:T40", 110.0);
        area_changed = area.changed();
        let typed = draft.area.trim();
        if !typed.is_empty() && typed.parse::<Area>().is_err() {
            ui.label(RichText::new(words.import_area_wrong()).color(paint.warning));
        }
        if draft.sheets.len() < 2 {
            return;
        }
        widgets::caption_ui(ui, paint, &words.import_sheet());
        let name_of = |sheet: &Sheet| {
            if sheet.hidden {
                words.import_sheet_hidden(sheet.name.as_str())
            } else {
                sheet.name.clone()
            }
        };
        let shown = draft.sheets.get(before).map(name_of).unwrap_or_default();
        let combo = widgets::combo("import-sheet").selected_text(shown);
        let response = combo.show_ui(ui, |ui| {
            for (at, sheet) in draft.sheets.iter().enumerate() {
                ui.selectable_value(&mut draft.sheet, at, name_of(sheet));
            }
        });
        widgets::name_it(ui, &response.response, &words.import_sheet());
    });
    draft.sheet != before || area_changed
}

/// Texts that wrap, muted or as a warning.
fn said_ui(ui: &mut Ui, paint: &Paint, texts: &[String], is_warning: bool) {
    let colour = if is_warning {
        paint.warning
    } else {
        paint.muted
    };
    for text in texts {
        ui.add(egui::Label::new(RichText::new(text).size(13.0).color(colour)).wrap());
    }
}

/// The room between here and the foot.
fn room(ui: &Ui, bottom: f32) -> f32 {
    (bottom - ui.cursor().top() - 8.0).max(80.0)
}
