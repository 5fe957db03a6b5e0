//! `import`, and how matrices and assessors are named.

mod policies;
mod said;

use super::document::{close, open};
use super::new_matrix::{self, NewLines, matched, narrow};
use super::{Outcome, Refused, Setting, held, out, refused};
use crate::disk::{ending, file_name};
use crate::document::{Document, Edit};
use crate::import::{
    Area, Blanks, FilledTemplate, Match, MatrixChoices, MatrixPreview, Meaning, ReadError, Sheet,
    Table, Target, TemplateError, Want, find_template, fits_matrix, fitting, is_clear, is_long,
    preview_matrix_as, preview_template, read_json_file, read_tables,
};
use crate::model::{
    Assessor, AssessorId, AssessorKind, Axis, Contents, Framework, GoalId, Item, Matrix, MatrixId,
    MatrixKind, Only, PolicyId, Scale, StepLabel, read_entry,
};
use crate::said::Said as _;
use crate::text::{alike, folded};
use crate::words::messages::CliOnlyNew;
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
    /// Scale of a new matrix: nilsson, verbal-five, influence, cobenefit-tradeoff, or one of the document's own
    #[arg(long, value_name = "ID")]
    pub scale: Option<String>,
    /// Kind of a new matrix: policy-goal, policy-policy, goal-goal
    #[arg(long)]
    pub kind: Option<String>,
    /// Framework of a new matrix's goals
    #[arg(long, value_name = "ID")]
    pub framework: Option<String>,
    /// Lines of a new matrix; those of the table when not given
    #[arg(long, value_enum)]
    pub lines: Option<NewLines>,
    /// Make what is new: policies or goals of headings that nothing is called by, an assessor with a name like another's
    #[arg(long)]
    pub create: bool,
    /// Take headings, and an assessor, that clearly mean one that is there
    #[arg(long)]
    pub accept_near: bool,
    /// Blank cells take away the scores that are there; without it they leave them
    #[arg(long)]
    pub empty_blanks: bool,
    /// What a text that is no entry means, as X=1; X= leaves what is there
    #[arg(long = "entry", value_name = "TEXT=ENTRY", conflicts_with = "policies")]
    pub entries: Vec<String>,
    /// What a column of policies is, by its heading or letters, as "Importo previsto=budget_eur"; "Note=" leaves it out
    #[arg(long = "column", value_name = "HEADING=FIELD", requires = "policies")]
    pub columns: Vec<String>,
    /// What becomes of policies whose code an earlier line of the table has
    #[arg(long, value_name = "WAY", requires = "policies")]
    pub same_code: Option<policies::SameCodeWay>,
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
    let known = || {
        contents
            .matrices
            .values()
            .map(|matrix| matrix.name.as_str())
            .collect::<Vec<_>>()
            .join("», «")
    };
    match name {
        Some(_) if contents.matrices.is_empty() => {
            Err(refused(file, &setting.words.cli_no_matrices()))
        }
        Some(name) => {
            let names = contents
                .matrices
                .iter()
                .map(|(id, matrix)| (*id, matrix.name.as_str()));
            named(names, name)
                .ok_or_else(|| refused(file, &setting.words.cli_no_matrix(known(), name)))
        }
        None => only_matrix(contents, |kind| !kind.is_square()).ok_or_else(|| {
            if contents.matrices.is_empty() {
                refused(file, &setting.words.cli_no_matrices())
            } else {
                refused(file, &setting.words.cli_which_matrix(known()))
            }
        }),
    }
}

/// The matrix that is meant when none is named: the only one there is, or the only one of the kind that is wanted.
pub fn only_matrix(contents: &Contents, wanted: impl Fn(MatrixKind) -> bool) -> Option<MatrixId> {
    let of = |all: bool| {
        let mut found = contents
            .matrices
            .iter()
            .filter(|(_, matrix)| all || wanted(matrix.kind))
            .map(|(id, _)| *id);
        found.next().filter(|_| found.next().is_none())
    };
    of(true).or_else(|| of(false))
}

/// What has this name, or the only one whose name is the same but for what nobody sees or says.
fn named<'a, T: Copy>(names: impl Iterator<Item = (T, &'a str)> + Clone, name: &str) -> Option<T> {
    let exact = names.clone().find(|(_, each)| *each == name);
    let mut same = names.filter(|(_, each)| alike(each, name));
    exact
        .or_else(|| same.next().filter(|_| same.next().is_none()))
        .map(|(found, _)| found)
}

fn assessor_named(contents: &Contents, name: &str) -> Option<AssessorId> {
    named(
        contents
            .assessors
            .iter()
            .map(|(id, assessor)| (*id, assessor.name.as_str())),
        name,
    )
}

pub fn find_assessor(
    setting: &Setting,
    file: &Path,
    contents: &Contents,
    name: Option<&str>,
) -> Result<AssessorId, Refused> {
    let Some(name) = name else {
        return Ok(AssessorId::AGREED);
    };
    assessor_named(contents, name).ok_or_else(|| {
        let known = contents
            .assessors
            .values()
            .map(|assessor| assessor.name.as_str())
            .collect::<Vec<_>>()
            .join("», «");
        refused(file, &setting.words.cli_no_assessor(known, name))
    })
}

/// What is shown of a matrix before it goes in.
type Shown = (MatrixPreview, Contents, MatrixId);

/// What came of it is said when it is in the file, and not before.
pub fn import(setting: &Setting, asked: &Import) -> Result<Outcome, Refused> {
    held(|| import_now(setting, asked))
}

fn import_now(setting: &Setting, asked: &Import) -> Result<Outcome, Refused> {
    let words = &setting.words;
    let file = &asked.file;
    let mut kept = open(setting, file)?;
    let name = file_name(&asked.from);
    let is_json = ending(&asked.from) == "json";
    let sheets = if is_json {
        Vec::new()
    } else {
        sheets(setting, asked)?
    };
    let (edit, preview) = if is_json {
        let contents = whole_document(setting, asked, kept.document())?;
        (
            Edit::Restore {
                name,
                contents: std::sync::Arc::new(contents),
            },
            None,
        )
    } else if let Some(found) = template(setting, asked, &sheets)? {
        filled_template(setting, asked, found, kept.document().contents(), &name)?
    } else if asked.policies {
        (
            policies::policies(setting, asked, sheets, kept.document().contents())?.edit(&name),
            None,
        )
    } else {
        let contents = kept.document().contents();
        let new = prepared(setting, asked, contents)?;
        // Among several sheets somebody says which one is meant.
        let only = if let [only] = sheets.as_slice() {
            only.table.as_ref().ok()
        } else {
            None
        };
        match only.filter(|table| is_long(table)) {
            Some(table) => (super::long::edit(setting, asked, new, table, &name)?, None),
            None => matrix(setting, asked, sheets, new, name)?,
        }
    };
    if let Some((preview, contents, matrix)) = &preview {
        said::say_preview(
            setting,
            asked,
            contents,
            scale_of(contents, *matrix),
            preview,
        );
    }
    if !asked.dry_run {
        kept.document_mut()
            .apply(&edit, &setting.stamp())
            .map_err(|error| refused(file, &error.say(words)))?;
    }
    close(setting, file, kept)?;
    Ok(Outcome::Done)
}

fn filled_template(
    setting: &Setting,
    asked: &Import,
    found: Result<FilledTemplate, TemplateError>,
    contents: &Contents,
    name: &str,
) -> Result<(Edit, Option<Shown>), Refused> {
    let words = &setting.words;
    let say = |error: TemplateError| refused(&asked.from, &error.say(words));
    let template = found.map_err(say)?;
    let preview = preview_template(contents, &template).map_err(say)?;
    if !preview.is_whole() && !asked.dry_run {
        let scale = scale_of(contents, template.target.matrix);
        return Err(said::refusal(
            setting,
            &asked.from,
            &said::problems(setting, contents, scale, &preview),
            &[],
        ));
    }
    if !asked.json {
        out(&words.template_goes_to(
            contents.assessor_name(template.target.assessor),
            contents.matrix_name(template.target.matrix),
        ));
    }
    Ok((
        preview.edit(name),
        Some((preview, contents.clone(), template.target.matrix)),
    ))
}

/// What must come first, where the table goes, and the document as it is then.
pub struct NewMatrix {
    pub first: Vec<Edit>,
    pub target: Target,
    pub scratch: Contents,
}

/// A matrix or an assessor that is to be made is there for the preview, not in the document.
fn prepared(setting: &Setting, asked: &Import, contents: &Contents) -> Result<NewMatrix, Refused> {
    let (first, target) = target(setting, asked, contents)?;
    let mut scratch = contents.clone();
    for edit in &first {
        let (patch, _) = crate::document::plan(&scratch, edit, &setting.stamp())
            .map_err(|refusal| refused(&asked.file, &refusal.say(&setting.words)))?;
        scratch.commit(&patch);
    }
    Ok(NewMatrix {
        first,
        target,
        scratch,
    })
}

fn matrix(
    setting: &Setting,
    asked: &Import,
    sheets: Vec<Sheet>,
    new: NewMatrix,
    name: String,
) -> Result<(Edit, Option<Shown>), Refused> {
    let words = &setting.words;
    let NewMatrix {
        mut first,
        target,
        scratch,
    } = new;
    let Some(scale) = scale_of(&scratch, target.matrix) else {
        return Err(refused(&asked.file, &words.cli_no_matrices()));
    };
    let table = table(setting, &asked.from, sheets, |table| {
        fits_matrix(&scratch, target.matrix, table)
    })?;
    let mut choices = choices(setting, asked, scale)?;
    let mut preview = preview_matrix_as(&scratch, scale, target, &table, &choices);
    if asked.create {
        make_new(&scratch, target, &preview, &mut choices);
        preview = preview_matrix_as(&scratch, scale, target, &table, &choices);
    }
    if !preview.is_whole() && !asked.dry_run {
        let problems = said::problems(setting, &scratch, Some(scale), &preview);
        return Err(said::refusal(
            setting,
            &asked.from,
            &problems,
            &said::ways(&preview, words),
        ));
    }
    if let Some(made) = first.iter().find_map(|edit| match edit {
        Edit::PutAssessor { assessor, .. } => Some(assessor.name.as_str()),
        _ => None,
    }) && !asked.json
    {
        out(&words.import_made_assessor(made));
    }
    let lines = [matched(&preview.rows), matched(&preview.columns)];
    let made = narrow(
        &mut first,
        &scratch,
        asked.lines.unwrap_or_default(),
        &lines,
    );
    if let Some(made) = made.filter(|_| !asked.json) {
        new_matrix::say(setting, asked, made);
    }
    let edits = match preview.edit_with_lines(&scratch, target, &name) {
        Edit::Together { edits, .. } => first.into_iter().chain(edits).collect(),
        other => first.into_iter().chain([other]).collect(),
    };
    Ok((
        Edit::Together {
            label: StepLabel::Imported { name },
            edits,
        },
        Some((preview, scratch, target.matrix)),
    ))
}

fn scale_of(contents: &Contents, matrix: MatrixId) -> Option<&Scale> {
    contents
        .matrices
        .get(&matrix)
        .and_then(|matrix| contents.scales.get(&matrix.scale))
}

/// What the options say about a table.
fn choices(setting: &Setting, asked: &Import, scale: &Scale) -> Result<MatrixChoices, Refused> {
    let mut choices = MatrixChoices {
        guesses: asked.accept_near,
        blanks: if asked.empty_blanks {
            Blanks::Empty
        } else {
            Blanks::Leave
        },
        ..MatrixChoices::default()
    };
    for entry in &asked.entries {
        let wrong = || refused(&asked.from, &setting.words.cli_import_no_entry(entry));
        let (text, meaning) = entry.rsplit_once('=').ok_or_else(wrong)?;
        let value = match meaning.trim() {
            "" => None,
            meaning => Some(read_entry(meaning, scale).map_err(|_| wrong())?),
        };
        choices.entries.insert(folded(text), value);
    }
    Ok(choices)
}

/// Headings that nothing is called by, nor nearly so, become policies or goals.
fn make_new(
    contents: &Contents,
    target: Target,
    preview: &MatrixPreview,
    choices: &mut MatrixChoices,
) {
    let kind = contents
        .matrices
        .get(&target.matrix)
        .map(|matrix| matrix.kind);
    for (axis, headings) in [
        (Axis::Rows, &preview.rows),
        (Axis::Columns, &preview.columns),
    ] {
        for (place, found) in headings {
            if let Match::Unmatched {
                text, clear: None, ..
            } = found
                && !text.is_empty()
            {
                let policies = kind.is_some_and(|kind| kind.holds_policies(axis));
                let item = if policies {
                    Item::Policy(PolicyId::random())
                } else {
                    Item::Goal(GoalId::random())
                };
                choices.meanings.insert((axis, *place), Meaning::New(item));
            }
        }
    }
}

/// The contents of a JSON file, as those of this document.
fn whole_document(
    setting: &Setting,
    asked: &Import,
    document: &Document,
) -> Result<Contents, Refused> {
    let words = &setting.words;
    let mut contents =
        read_json_file(&asked.from).map_err(|error| refused(&asked.from, &error.say(words)))?;
    // What comes in fills this document; it does not become another one.
    let (mine, mut foreign) = (document.contents().info().map(|info| info.id), true);
    if let (Some(mine), Some(info)) = (mine, contents.info.get_mut(&Only)) {
        foreign = info.id != mine;
        info.id = mine;
    }
    // Named versions name steps of one history.
    let before = contents.milestones.len();
    contents
        .milestones
        .retain(|_, milestone| !foreign && milestone.step <= document.last_step());
    let left_out = before - contents.milestones.len();
    if left_out > 0 && !asked.json {
        out(&words.json_milestones(left_out));
    }
    Ok(contents)
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
        return Err(refused(&asked.from, &setting.words.template_not_with()));
    }
    Ok(found)
}

/// The sheets that were asked for.
fn sheets(setting: &Setting, asked: &Import) -> Result<Vec<Sheet>, Refused> {
    let words = &setting.words;
    let area: Option<Area> = match asked.area.as_deref() {
        Some(text) => Some(
            text.parse()
                .map_err(|()| refused(&asked.from, &words.cli_no_area(text)))?,
        ),
        None => None,
    };
    read_tables(
        &asked.from,
        &Want {
            sheet: asked.sheet.clone(),
            area,
        },
    )
    .map_err(|error| refused(&asked.from, &error.say(words)))
}

/// The table that is asked for: of the sheet that was named, or of the one that fits.
pub fn table(
    setting: &Setting,
    from: &Path,
    mut sheets: Vec<Sheet>,
    fits: impl Fn(&Table) -> bool,
) -> Result<Table, Refused> {
    let say = |error: ReadError| refused(from, &error.say(&setting.words));
    let at = fitting(&sheets, fits).map_err(|error| say(error.into()))?;
    sheets.swap_remove(at).table.map_err(say)
}

/// What is said of a sheet of a workbook, with its name.
fn on_sheet(setting: &Setting, sheet: &str, what: String) -> String {
    match sheet {
        "" => what,
        sheet => setting.words.cli_on_sheet(sheet, what),
    }
}

/// Edits that must come first, and where the table goes.
fn target(
    setting: &Setting,
    asked: &Import,
    contents: &Contents,
) -> Result<(Vec<Edit>, Target), Refused> {
    let words = &setting.words;
    let file = &asked.file;
    let mut first = Vec::new();
    let asked_name = asked.matrix.as_deref();
    let names = contents
        .matrices
        .iter()
        .map(|(id, matrix)| (*id, matrix.name.as_str()));
    let there = asked_name.and_then(|name| named(names, name));
    if let Some(there) = there.and_then(|id| contents.matrices.get(&id)) {
        only_for_new(setting, asked, contents, there)?;
    }
    let there = there.is_some();
    let matrix = match (there, &asked.kind, asked_name) {
        (false, Some(kind), Some(name)) => {
            let kind = MatrixKind::from_word(kind)
                .ok_or_else(|| refused(file, &words.cli_no_kind(kind.as_str())))?;
            let key = asked.scale.as_deref().unwrap_or("nilsson");
            let is_it =
                |scale: &Scale| scale.key == key || scale.name.it == key || scale.name.en == key;
            let scale = contents
                .scales
                .iter()
                .find(|(_, scale)| is_it(scale))
                .map(|(id, _)| *id);
            let known = || {
                contents
                    .scales
                    .values()
                    .map(|scale| scale.key.as_str())
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            let scale = scale.ok_or_else(|| refused(file, &words.cli_no_scale(key, known())))?;
            let goals: Vec<Item> = goals_of(setting, asked, contents)?;
            let policies: Vec<Item> = contents
                .policy_tree()
                .into_iter()
                .map(|(_, id)| Item::Policy(id))
                .collect();
            let lines = |axis| {
                if kind.holds_policies(axis) {
                    policies.clone()
                } else {
                    goals.clone()
                }
            };
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
            first.push(Edit::AddMatrix {
                id,
                matrix,
                rows: lines(Axis::Rows),
                columns: lines(Axis::Columns),
            });
            id
        }
        _ => find_matrix(setting, file, contents, asked_name)?,
    };
    let assessor = assessor(setting, asked, contents, &mut first)?;
    Ok((first, Target { matrix, assessor }))
}

/// Who scores: the one of this name, or a new one. A name like that of one who is there asks which is meant.
fn assessor(
    setting: &Setting,
    asked: &Import,
    contents: &Contents,
    first: &mut Vec<Edit>,
) -> Result<AssessorId, Refused> {
    let Some(name) = asked.assessor.as_deref() else {
        return Ok(AssessorId::AGREED);
    };
    if let Some(id) = assessor_named(contents, name) {
        return Ok(id);
    }
    let wanted = folded(name);
    let mut near = contents
        .assessors
        .iter()
        .filter(|(_, assessor)| is_clear(&folded(&assessor.name), &wanted));
    if let Some((id, found)) = near
        .next()
        .filter(|_| near.next().is_none() && !asked.create)
    {
        if asked.accept_near {
            return Ok(*id);
        }
        return Err(refused(
            &asked.file,
            &setting.words.cli_assessor_near(name, found.name.as_str()),
        ));
    }
    let id = AssessorId::random();
    let position = contents
        .assessors
        .values()
        .map(|assessor| assessor.position + 1)
        .max()
        .unwrap_or(1);
    let assessor = Assessor {
        name: name.to_owned(),
        kind: AssessorKind::Office,
        note: String::new(),
        position,
    };
    first.push(Edit::PutAssessor { id, assessor });
    Ok(id)
}

/// What only a new matrix can be told: a matrix that is there keeps its kind, its scale and its lines.
fn only_for_new(
    setting: &Setting,
    asked: &Import,
    contents: &Contents,
    there: &Matrix,
) -> Result<(), Refused> {
    let scale = contents
        .scales
        .get(&there.scale)
        .map_or("", |scale| scale.key.as_str());
    let told = [
        (
            "--kind",
            asked
                .kind
                .as_deref()
                .filter(|kind| *kind != there.kind.word()),
        ),
        (
            "--scale",
            asked.scale.as_deref().filter(|key| *key != scale),
        ),
        ("--lines", asked.lines.map(|_| "")),
    ];
    let Some((option, _)) = told.into_iter().find(|(_, told)| told.is_some()) else {
        return Ok(());
    };
    Err(refused(
        &asked.file,
        &setting.words.cli_only_new(CliOnlyNew {
            kind: there.kind.word(),
            matrix: there.name.as_str(),
            option,
            scale,
        }),
    ))
}

/// All goals of the framework asked for: which of them become lines, the table says.
fn goals_of(setting: &Setting, asked: &Import, contents: &Contents) -> Result<Vec<Item>, Refused> {
    let key = asked.framework.as_deref().unwrap_or("agenda-2030");
    let is_it = |framework: &Framework| {
        framework.key == key || framework.name.it == key || framework.name.en == key
    };
    let found = contents
        .frameworks
        .iter()
        .find(|(_, framework)| is_it(framework))
        .map(|(id, _)| *id);
    let id = found.ok_or_else(|| {
        if contents.frameworks.is_empty() {
            return refused(&asked.file, &setting.words.cli_no_frameworks());
        }
        let known = contents
            .frameworks
            .values()
            .map(|framework| framework.key.as_str())
            .collect::<Vec<_>>()
            .join(", ");
        refused(&asked.file, &setting.words.cli_no_framework(key, known))
    })?;
    Ok(contents
        .goal_tree(id)
        .into_iter()
        .map(|(_, goal)| Item::Goal(goal))
        .collect())
}
