//! `import`, and how matrices and assessors are named.

use super::document::close;
use super::{Outcome, Refused, Setting, out, out_json, refused};
use crate::document::{Edit, Kept};
use crate::i18n::{Say as _, Words, say_item};
use crate::import::{
    Area, FilledTemplate, Ids, ImportError, Match, MatrixPreview, PoliciesPreview, RefusedField, Sheet, Table,
    TableNote, Target, TemplateError, Want, find_template, fits_matrix, fitting, preview_matrix, preview_policies,
    preview_template, read_json, read_tables,
};
use crate::model::Only;
use crate::model::{
    ActorId, Assessor, AssessorId, AssessorKind, Axis, CellValue, Contents, Item, Matrix, MatrixId, MatrixKind,
    PolicyId, StepLabel,
};
use serde_json::json;
use std::path::{Path, PathBuf};

/// What `import` was asked for.
#[derive(Debug, clap::Args)]
pub struct Import {
    pub file: PathBuf,
    /// The table: a workbook (XLSX, ODS, XLS), CSV, text with tabs, or JSON that `export` wrote
    #[arg(long)]
    pub from: PathBuf,
    /// The sheet of a workbook, by name; the only one that fits when not given
    #[arg(long)]
    pub sheet: Option<String>,
    /// The cells of the table, as B3:T40; all that are filled when not given
    #[arg(long)]
    pub area: Option<String>,
    /// The table holds policies, one a line, and goes to no matrix
    #[arg(long, conflicts_with_all = ["matrix", "assessor", "scale", "kind", "framework"])]
    pub policies: bool,
    /// The matrix it goes to, by name; with --kind it is made when it is not there
    #[arg(long)]
    pub matrix: Option<String>,
    /// Who scores; the agreed scores when not given
    #[arg(long)]
    pub assessor: Option<String>,
    /// Scale of a new matrix: nilsson, verbal-five, influence, cobenefit-tradeoff
    #[arg(long, value_name = "ID")]
    pub scale: Option<String>,
    /// Kind of a new matrix: policy-goal, policy-policy, goal-goal
    #[arg(long)]
    pub kind: Option<String>,
    /// Framework of a new matrix's goals
    #[arg(long, value_name = "ID")]
    pub framework: Option<String>,
    /// Say what would change, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub json: bool,
}

/// The matrix of this name, or the only one.
pub fn find_matrix(
    setting: &Setting,
    file: &Path,
    contents: &Contents,
    name: Option<&str>,
) -> Result<MatrixId, Refused> {
    let known = || contents.matrices.values().map(|matrix| matrix.name.as_str()).collect::<Vec<_>>().join("», «");
    match name {
        Some(name) => {
            contents.matrices.iter().find(|(_, matrix)| matrix.name == name).map(|(id, _)| *id).ok_or_else(|| {
                let args = [("name", name.into()), ("known", known().into())];
                refused(file, &setting.words.say_with("cli-no-matrix", &args))
            })
        }
        None => only_matrix(contents, |kind| !kind.is_square()).ok_or_else(|| {
            if contents.matrices.is_empty() {
                refused(file, &setting.words.say("cli-no-matrices"))
            } else {
                refused(file, &setting.words.say_with("cli-which-matrix", &[("known", known().into())]))
            }
        }),
    }
}

/// The matrix that is meant when none is named: the only one there is, or the only one of the kind that is wanted.
pub fn only_matrix(contents: &Contents, wanted: impl Fn(MatrixKind) -> bool) -> Option<MatrixId> {
    let of = |all: bool| {
        let mut found = contents.matrices.iter().filter(|(_, matrix)| all || wanted(matrix.kind)).map(|(id, _)| *id);
        found.next().filter(|_| found.next().is_none())
    };
    of(true).or_else(|| of(false))
}

pub fn find_assessor(
    setting: &Setting,
    file: &Path,
    contents: &Contents,
    name: Option<&str>,
) -> Result<AssessorId, Refused> {
    let Some(name) = name else { return Ok(AssessorId::AGREED) };
    contents.assessors.iter().find(|(_, assessor)| assessor.name == name).map(|(id, _)| *id).ok_or_else(|| {
        let known = contents.assessors.values().map(|assessor| assessor.name.as_str()).collect::<Vec<_>>().join("», «");
        refused(file, &setting.words.say_with("cli-no-assessor", &[("name", name.into()), ("known", known.into())]))
    })
}

pub fn import(setting: &Setting, asked: &Import) -> Result<Outcome, Refused> {
    let words = &setting.words;
    let file = &asked.file;
    let (mut kept, report) =
        Kept::open(file, &setting.data, &setting.who).map_err(|error| setting.keep(file, &error))?;
    if let Some(reason) = report.read_only {
        return Err(refused(file, &reason.say(words)));
    }
    let name = asked.from.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let is_json = asked.from.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let sheets = if is_json { Vec::new() } else { sheets(setting, asked)? };
    let (edit, preview) = if is_json {
        let text = std::fs::read_to_string(&asked.from).map_err(|error| {
            setting.storage(&asked.from, &crate::storage::StorageError::Io { path: asked.from.clone(), error })
        })?;
        let mut contents = read_json(&text).map_err(|error| refused(&asked.from, &error.say(words)))?;
        // What comes in fills this document; it does not become another one.
        if let (Some(mine), Some(info)) = (kept.document().contents().info(), contents.info.get_mut(&Only)) {
            info.id = mine.id;
        }
        (Edit::Restore { name, contents: std::sync::Arc::new(contents) }, None)
    } else if let Some(found) = template(setting, asked, &sheets)? {
        let contents = kept.document().contents();
        let say = |error: TemplateError| refused(&asked.from, &error.say(words));
        let template = found.map_err(say)?;
        let preview = preview_template(contents, &template).map_err(say)?;
        if !preview.is_whole() && !asked.dry_run {
            return Err(refused(&asked.from, &problems(setting, contents, &preview).join("; ")));
        }
        if !asked.json {
            let matrix = contents.matrices.get(&template.target.matrix).map(|matrix| matrix.name.as_str());
            let assessor = contents.assessors.get(&template.target.assessor).map(|assessor| assessor.name.as_str());
            let args =
                [("matrix", matrix.unwrap_or_default().into()), ("assessor", assessor.unwrap_or_default().into())];
            out(&words.say_with("template-goes-to", &args));
        }
        (preview.edit(&name), Some((preview, contents.clone())))
    } else if asked.policies {
        (policies(setting, asked, sheets, kept.document().contents())?.edit(&name), None)
    } else {
        let (first, target) = target(setting, asked, kept.document().contents())?;
        // A matrix or an assessor that is to be made is there for the preview, not in the document.
        let mut scratch = kept.document().contents().clone();
        for edit in &first {
            let (patch, _) = crate::document::plan(&scratch, edit, &setting.stamp())
                .map_err(|refusal| refused(file, &refusal.say(words)))?;
            scratch.commit(&patch);
        }
        let scale = scratch.matrices.get(&target.matrix).and_then(|matrix| scratch.scales.get(&matrix.scale));
        let Some(scale) = scale else { return Err(refused(file, &words.say("cli-no-matrices"))) };
        let table = table(setting, asked, sheets, |table| fits_matrix(&scratch, target.matrix, table))?;
        let preview = preview_matrix(&scratch, scale, target, &table);
        if !preview.is_whole() && !asked.dry_run {
            return Err(refused(&asked.from, &problems(setting, &scratch, &preview).join("; ")));
        }
        let Edit::Together { edits, .. } = preview.edit(&name) else { return Ok(Outcome::Done) };
        let edits = first.into_iter().chain(edits).collect();
        (Edit::Together { label: StepLabel::Imported { name }, edits }, Some((preview, scratch)))
    };
    if let Some((preview, contents)) = &preview {
        say_preview(setting, asked, contents, preview);
    }
    if !asked.dry_run {
        kept.document_mut().apply(&edit, &setting.stamp()).map_err(|error| refused(file, &error.say(words)))?;
    }
    close(setting, file, kept)?;
    Ok(Outcome::Done)
}

/// The workbook of ours that was filled in, if it is one. It knows where it goes.
fn template(
    setting: &Setting,
    asked: &Import,
    sheets: &[Sheet],
) -> Result<Option<Result<FilledTemplate, TemplateError>>, Refused> {
    if asked.sheet.is_some() || asked.area.is_some() || asked.policies {
        return Ok(None);
    }
    let found = find_template(sheets);
    let told = [&asked.matrix, &asked.assessor, &asked.kind, &asked.scale];
    if found.is_some() && told.iter().any(|told| told.is_some()) {
        return Err(refused(&asked.from, &setting.words.say("template-not-with")));
    }
    Ok(found)
}

/// The sheets that were asked for.
fn sheets(setting: &Setting, asked: &Import) -> Result<Vec<Sheet>, Refused> {
    let words = &setting.words;
    let area: Option<Area> = match asked.area.as_deref() {
        Some(text) => Some(
            text.parse()
                .map_err(|()| refused(&asked.from, &words.say_with("cli-no-area", &[("area", text.into())])))?,
        ),
        None => None,
    };
    read_tables(&asked.from, &Want { sheet: asked.sheet.clone(), area })
        .map_err(|error| refused(&asked.from, &error.say(words)))
}

/// The table that is asked for: of the sheet that was named, or of the one that fits.
fn table(
    setting: &Setting,
    asked: &Import,
    mut sheets: Vec<Sheet>,
    fits: impl Fn(&Table) -> bool,
) -> Result<Table, Refused> {
    let say = |error: ImportError| refused(&asked.from, &error.say(&setting.words));
    let at = fitting(&sheets, fits).map_err(|error| say(error.into()))?;
    sheets.swap_remove(at).table.map_err(say)
}

fn read_policies(contents: &Contents, table: &Table) -> Result<PoliciesPreview, ImportError> {
    let (mut policy, mut actor) = (|_: &str| PolicyId::random(), |_: &str| ActorId::random());
    preview_policies(contents, table, &mut Ids { policy: &mut policy, actor: &mut actor })
}

/// The policies of the table that is asked for, said before they go in; all of its lines or none.
fn policies(
    setting: &Setting,
    asked: &Import,
    sheets: Vec<Sheet>,
    contents: &Contents,
) -> Result<PoliciesPreview, Refused> {
    let words = &setting.words;
    let has_some = |preview: PoliciesPreview| preview.policies.len() + preview.there_already.len() > 0;
    let table = table(setting, asked, sheets, |table| read_policies(contents, table).is_ok_and(has_some))?;
    let preview = read_policies(contents, &table).map_err(|error| refused(&asked.from, &error.say(words)))?;
    let say = |field: &RefusedField| {
        let args = [("place", field.place.to_string().into()), ("text", words.short(&field.text).into())];
        on_sheet(setting, &table.sheet, words.say_with("import-field-refused", &args))
    };
    let problems: Vec<String> = preview.refused.iter().map(say).collect();
    if !problems.is_empty() && !asked.dry_run {
        return Err(refused(&asked.from, &problems.join("; ")));
    }
    let counts = [
        ("policies", preview.policies.len().into()),
        ("actors", preview.actors.len().into()),
        ("there", preview.there_already.len().into()),
    ];
    if asked.json {
        let codes: Vec<&str> = preview.policies.iter().map(|(_, policy)| policy.code.as_str()).collect();
        let refused: Vec<_> = preview
            .refused
            .iter()
            .map(|field| json!({ "place": [field.place.row, field.place.column], "text": field.text }))
            .collect();
        out_json(&json!({ "policies": codes, "actors": preview.actors.len(), "there_already": preview.there_already,
                          "refused": refused, "sheet": table.sheet, "notes": said(words, &table.notes_of_cells((1, 0))), "dry_run": asked.dry_run, "problems": problems }));
    } else {
        out(&words.say_with("import-policies", &counts));
        for note in table.notes_of_cells((1, 0)) {
            out(&on_sheet(setting, &table.sheet, note.say(words)));
        }
        for problem in problems {
            out(&problem);
        }
    }
    Ok(preview)
}

/// What is to be known of a table beside its texts.
fn said(words: &Words, notes: &[TableNote]) -> Vec<String> {
    notes.iter().map(|note| note.say(words)).collect()
}

/// What is said of a sheet of a workbook, with its name.
fn on_sheet(setting: &Setting, sheet: &str, what: String) -> String {
    match sheet {
        "" => what,
        sheet => setting.words.say_with("cli-on-sheet", &[("sheet", sheet.into()), ("what", what.into())]),
    }
}

/// Edits that must come first, and where the table goes.
fn target(setting: &Setting, asked: &Import, contents: &Contents) -> Result<(Vec<Edit>, Target), Refused> {
    let words = &setting.words;
    let file = &asked.file;
    let mut first = Vec::new();
    let named = asked.matrix.as_deref();
    let there = named.is_some_and(|name| contents.matrices.values().any(|matrix| matrix.name == name));
    let matrix = match (there, &asked.kind, named) {
        (false, Some(kind), Some(name)) => {
            let kind = MatrixKind::from_word(kind)
                .ok_or_else(|| refused(file, &words.say_with("cli-no-kind", &[("kind", kind.as_str().into())])))?;
            let key = asked.scale.as_deref().unwrap_or("nilsson");
            let scale = contents.scales.iter().find(|(_, scale)| scale.key == key).map(|(id, _)| *id);
            let scale = scale.ok_or_else(|| refused(file, &words.say_with("cli-no-scale", &[("key", key.into())])))?;
            let goals: Vec<Item> = goals_of(setting, asked, contents)?;
            let policies: Vec<Item> = contents.policy_tree().into_iter().map(|(_, id)| Item::Policy(id)).collect();
            let lines = |axis| if kind.holds_policies(axis) { policies.clone() } else { goals.clone() };
            let matrix = Matrix {
                name: name.to_owned(),
                kind,
                scale,
                position: 0,
                note: String::new(),
                illustrative: false,
                assessors: Vec::new(),
            };
            let id = MatrixId::random();
            first.push(Edit::AddMatrix { id, matrix, rows: lines(Axis::Rows), columns: lines(Axis::Columns) });
            id
        }
        _ => find_matrix(setting, file, contents, named)?,
    };
    let assessor = match asked.assessor.as_deref() {
        Some(name) if !contents.assessors.values().any(|assessor| assessor.name == name) => {
            let id = AssessorId::random();
            let position = contents.assessors.values().map(|assessor| assessor.position + 1).max().unwrap_or(1);
            let kind = AssessorKind::Office;
            let assessor = Assessor { name: name.to_owned(), kind, note: String::new(), position };
            first.push(Edit::PutAssessor { id, assessor });
            id
        }
        name => find_assessor(setting, file, contents, name)?,
    };
    Ok((first, Target { matrix, assessor }))
}

/// Goals of the framework asked for, at its middle level where it has three.
fn goals_of(setting: &Setting, asked: &Import, contents: &Contents) -> Result<Vec<Item>, Refused> {
    let key = asked.framework.as_deref().unwrap_or("agenda-2030");
    let found = contents.frameworks.iter().find(|(_, framework)| framework.key == key).map(|(id, _)| *id);
    let id = found.ok_or_else(|| {
        let known = contents.frameworks.values().map(|framework| framework.key.as_str()).collect::<Vec<_>>().join(", ");
        refused(
            &asked.file,
            &setting.words.say_with("cli-no-framework", &[("key", key.into()), ("known", known.into())]),
        )
    })?;
    Ok(contents.goal_tree(id).into_iter().map(|(_, goal)| Item::Goal(goal)).collect())
}

/// What keeps a table out, each with its place and what could be meant.
fn problems(setting: &Setting, contents: &Contents, preview: &MatrixPreview) -> Vec<String> {
    let words = &setting.words;
    let on_sheet = |what: String| on_sheet(setting, &preview.sheet, what);
    let mut list: Vec<String> = Vec::new();
    for (_, place, found) in preview.unmatched() {
        let at = place.to_string();
        list.push(on_sheet(match found {
            Match::Unmatched { text, nearest } => {
                let near = nearest
                    .iter()
                    .map(|item| {
                        let (code, label) = contents.item_label(*item);
                        format!("{code} {}", label.get(words.language())).trim().to_owned()
                    })
                    .collect::<Vec<_>>()
                    .join("», «");
                let args = [("at", at.into()), ("text", words.short(text).into()), ("near", near.as_str().into())];
                words.say_with(if near.is_empty() { "cli-unmatched" } else { "cli-unmatched-near" }, &args)
            }
            _ => words.say_with("cli-twice", &[("at", at.into())]),
        }));
    }
    for refusal in &preview.refused {
        let args = [("place", refusal.place.to_string().into()), ("why", refusal.why.say(words).into())];
        list.push(on_sheet(words.say_with("cli-refused-cell", &args)));
    }
    if let Some(area) = preview.area_of_known() {
        list.push(words.say_with("cli-area-of-known", &[("area", area.to_string().into())]));
    }
    list
}

/// As JSON: changes (row, column, assessor, place, old, new), refused (place, why), problems, notes, same, newer, dry_run.
fn say_preview(setting: &Setting, asked: &Import, contents: &Contents, preview: &MatrixPreview) {
    let words = &setting.words;
    if asked.json {
        let changes: Vec<_> = preview
            .changes
            .iter()
            .map(|change| {
                json!({ "row": contents.item_label(change.key.row).0, "column": contents.item_label(change.key.column).0,
                        "assessor": contents.assessors.get(&change.key.assessor).map(|assessor| &assessor.name),
                        "place": [change.place.row, change.place.column],
                        "old": change.old.to_string(), "new": change.new.to_string() })
            })
            .collect();
        let refused: Vec<_> = preview
            .refused
            .iter()
            .map(|refusal| json!({ "place": [refusal.place.row, refusal.place.column], "why": refusal.why.say(words) }))
            .collect();
        let outside: Vec<_> = preview
            .outside
            .iter()
            .map(|(place, text)| json!({ "place": [place.row, place.column], "text": text }))
            .collect();
        out_json(
            &json!({ "changes": changes, "refused": refused, "same": preview.same, "newer": preview.newer, "outside": outside, "notes": said(words, &preview.notes), "dry_run": asked.dry_run, "sheet": preview.sheet,
                          "problems": problems(setting, contents, preview) }),
        );
        return;
    }
    let counts = [
        ("changes", preview.changes.len().into()),
        ("same", preview.same.into()),
        ("refused", preview.refused.len().into()),
    ];
    out(&words.say_with(if asked.dry_run { "cli-would-import" } else { "cli-imported" }, &counts));
    if asked.dry_run {
        let shown = |value: CellValue| if value.is_answered() { value.to_string() } else { "–".to_owned() };
        for change in &preview.changes {
            let who = contents.assessors.get(&change.key.assessor).map(|assessor| assessor.name.as_str());
            let name = |item| say_item(item, contents, words);
            let args = [
                ("place", change.place.to_string().into()),
                ("what", format!("{} × {}", name(change.key.row), name(change.key.column)).into()),
                ("who", who.unwrap_or_default().into()),
                ("old", shown(change.old).into()),
                ("new", shown(change.new).into()),
            ];
            out(&on_sheet(setting, &preview.sheet, words.say_with("cli-would-change", &args)));
        }
    }
    if let Some(text) = words.outside(preview) {
        out(&on_sheet(setting, &preview.sheet, text));
    }
    for note in &preview.notes {
        out(&on_sheet(setting, &preview.sheet, note.say(words)));
    }
    if preview.newer > 0 {
        out(&words.say_with("template-newer", &[("n", preview.newer.into())]));
    }
    for problem in problems(setting, contents, preview) {
        out(&problem);
    }
}
