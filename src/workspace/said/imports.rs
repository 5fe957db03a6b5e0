//! What an import would do, in words: what a person must say something about, and what is done without asking.

use super::Said;
use super::notes::first_few;
use ordito_import::{
    ColumnHow, ColumnUse, FieldProblem, Match, MatrixPreview, Place, PoliciesPreview, PolicyField,
    RefusedField, WhyNot,
};
use ordito_model::{Contents, EntryRefusal, Item, Scale};
use ordito_words::messages::{ImportFieldLeftOut, ImportNotEntries, ImportSameCode};
use ordito_words::{Say as _, Words};

impl Said for PolicyField {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Id => words.import_field_id(),
            Self::Code => words.catalogue_field_code(),
            Self::Parent => words.tables_parent(),
            Self::Kind => words.catalogue_field_kind(),
            Self::Name => words.catalogue_field_name(),
            Self::Short => words.catalogue_field_short(),
            Self::Level => words.catalogue_field_level(),
            Self::Territory => words.catalogue_field_territory(),
            Self::Owner => words.catalogue_field_owner(),
            Self::Actors => words.catalogue_field_actors(),
            Self::Start => words.catalogue_field_start(),
            Self::End => words.catalogue_field_end(),
            Self::Budget => words.catalogue_field_budget(),
            Self::BudgetNote => words.catalogue_field_budget_note(),
            Self::Beneficiaries => words.catalogue_field_beneficiaries(),
            Self::Results => words.catalogue_field_expected_results(),
            Self::Outputs => words.catalogue_field_outputs(),
            Self::Links => words.catalogue_field_links(),
            Self::Description => words.catalogue_field_description(),
            Self::EffectsHere => words.catalogue_field_effects_here(),
            Self::EffectsElsewhere => words.catalogue_field_effects_elsewhere(),
            Self::EffectsFuture => words.catalogue_field_effects_future(),
            Self::Wording => words.catalogue_field_wording(),
            Self::VariantOf => words.catalogue_field_variant_of(),
        }
    }
}

impl Said for FieldProblem {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Word => words.import_why_word(),
            Self::Month => words.import_why_month(),
            Self::Amount => words.import_why_amount(),
            Self::NotThere => words.import_why_not_there(),
            Self::Several => words.import_why_several(),
            Self::Itself => words.import_why_itself(),
            Self::EndsBefore => words.import_why_ends_before(),
        }
    }
}

impl Said for RefusedField {
    fn say(&self, words: &Words) -> String {
        words.import_field_left_out(ImportFieldLeftOut {
            field: &self.field.say(words),
            place: &self.place.to_string(),
            text: &words.short(&self.text),
            why: &self.why.say(words),
        })
    }
}

impl Said for WhyNot {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Entry(refusal) => refusal.say(words),
            Self::Diagonal { entry } => words.import_diagonal_refused(words.short(entry)),
        }
    }
}

/// The heading of a column, or its letters where it has none.
pub fn say_column(column: &ColumnUse) -> String {
    if column.heading.is_empty() {
        ordito_import::column_name(column.column)
    } else {
        format!("«{}»", column.heading)
    }
}

/// Code and name of a line.
fn line(contents: &Contents, item: Item, words: &Words) -> String {
    let (code, label) = contents.item_label(item);
    format!("{code} {}", label.get(words.language()))
        .trim()
        .to_owned()
}

fn lines(contents: &Contents, items: &[Item], words: &Words) -> String {
    items
        .iter()
        .map(|item| line(contents, *item, words))
        .collect::<Vec<_>>()
        .join("», «")
}

/// A message of a number of things and of their names or places.
type Counted = fn(&Words, usize, String) -> String;

fn at_places(
    say: Counted,
    places: impl ExactSizeIterator<Item = Place>,
    words: &Words,
) -> Option<String> {
    let n = places.len();
    let which = first_few(n, places.map(|place| place.to_string()).collect());
    (n > 0).then(|| say(words, n, which))
}

/// How many, and the first few of them; nothing for none.
fn named(say: Counted, which: Vec<String>, words: &Words) -> Option<String> {
    let n = which.len();
    (n > 0).then(|| say(words, n, first_few(n, which)))
}

/// The first few of these places, as `(B2, C2, …)`; nothing for none.
pub fn first_places(places: &[Place]) -> String {
    let which = first_few(
        places.len(),
        places.iter().map(ToString::to_string).collect(),
    );
    if places.is_empty() {
        which
    } else {
        format!("({which})")
    }
}

/// What a heading means that no line of the matrix is called by.
fn heading_problem(contents: &Contents, at: Place, found: &Match, words: &Words) -> Option<String> {
    let at = at.to_string();
    Some(match found {
        Match::Unmatched { text, .. } if text.is_empty() => words.import_heading_blank(at),
        Match::Unmatched {
            text,
            clear: Some(item),
            ..
        } => words.import_heading_clear(at, line(contents, *item, words), words.short(text)),
        Match::Unmatched { text, nearest, .. } if nearest.is_empty() => {
            words.import_heading_unknown(at, words.short(text))
        }
        Match::Unmatched { text, nearest, .. } => {
            words.import_heading_near(at, lines(contents, nearest, words), words.short(text))
        }
        Match::Several { text, items } => {
            words.import_heading_several(at, words.short(text), lines(contents, items, words))
        }
        Match::Twice { item, text } => {
            words.import_heading_twice(at, line(contents, *item, words), words.short(text))
        }
        _ => return None,
    })
}

/// What keeps a table out or would be lost of it, each with its place: headings, then texts that are no entries, each
/// once with all its places, then other cells.
pub fn matrix_problems(
    contents: &Contents,
    scale: Option<&Scale>,
    preview: &MatrixPreview,
    words: &Words,
) -> Vec<String> {
    let mut list: Vec<String> = preview
        .unmatched()
        .filter_map(|(_, at, found)| heading_problem(contents, at, found, words))
        .collect();
    if let Some(area) = preview.area_of_known() {
        list.push(words.cli_area_of_known(area.to_string()));
    }
    let texts = preview.not_entries();
    let n: usize = texts.iter().map(|(_, places)| places.len()).sum();
    if n > 0 {
        let mut places: Vec<Place> = texts
            .iter()
            .flat_map(|(_, places)| places.clone())
            .collect();
        places.sort_unstable();
        let names = texts
            .iter()
            .map(|(text, _)| format!("«{}»", words.short(text)))
            .collect();
        list.push(
            words.import_not_entries(ImportNotEntries {
                entries: &scale
                    .map(|scale| words.entries_of(scale))
                    .unwrap_or_default(),
                n,
                places: &first_few(n, places.iter().map(ToString::to_string).collect()),
                texts: &first_few(texts.len(), names),
            }),
        );
    }
    for refused in &preview.refused {
        if !matches!(
            refused.why,
            WhyNot::Entry(EntryRefusal::NotUnderstood { .. })
        ) {
            list.push(words.import_cell_refused(refused.place.to_string(), refused.why.say(words)));
        }
    }
    list
}

/// What is done without asking, each counted with its places.
pub fn matrix_notes(contents: &Contents, preview: &MatrixPreview, words: &Words) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    if preview.transposed {
        list.push(words.import_transposed());
    }
    let headings = || {
        preview
            .rows
            .iter()
            .chain(&preview.columns)
            .map(|(_, found)| found)
    };
    let guesses: Vec<String> = headings()
        .filter_map(|found| match found {
            Match::Guess { item, text, .. } => Some(format!(
                "«{}» = «{}»",
                words.short(text),
                line(contents, *item, words)
            )),
            _ => None,
        })
        .collect();
    let new: Vec<String> = headings()
        .filter_map(|found| match found {
            Match::New { text, .. } => Some(format!("«{}»", words.short(text))),
            _ => None,
        })
        .collect();
    list.extend(named(Words::import_guessed, guesses, words));
    list.extend(named(Words::import_made, new, words));
    list.extend(preview.notes.iter().map(|note| note.say(words)));
    list.extend(at_places(
        Words::import_blank_left,
        preview.blanks.iter().map(|blank| blank.place),
        words,
    ));
    let emptied: Vec<Place> = preview.emptied().map(|change| change.place).collect();
    list.extend(at_places(Words::import_emptied, emptied.into_iter(), words));
    list.extend(at_places(
        Words::import_diagonal,
        preview.diagonal.iter().copied(),
        words,
    ));
    if preview.unplaced > 0 {
        list.push(words.import_unplaced(preview.unplaced));
    }
    if preview.left > 0 {
        list.push(words.import_left(preview.left));
    }
    list.extend(outside(preview, words));
    if preview.newer > 0 {
        list.push(words.template_newer(preview.newer));
    }
    list
}

/// What becomes of a column of a list of policies.
pub fn column_use(column: &ColumnUse, words: &Words) -> String {
    let name = say_column(column);
    let field = column.field.or_else(|| PolicyField::named(&column.heading));
    let field = field.map(|field| field.say(words)).unwrap_or_default();
    match (column.field, column.how) {
        (Some(_), ColumnHow::Guessed) => words.import_column_guessed(name, field),
        (Some(_), _) => words.import_column_becomes(name, field),
        (None, ColumnHow::Double) => words.import_column_double(name, field, column.filled),
        (None, _) => words.import_column_left_out(name, column.filled),
    }
}

/// What of a list of policies does not come in, each with its place.
pub fn policies_problems(preview: &PoliciesPreview, words: &Words) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for repeated in &preview.repeated {
        list.push(words.import_same_code(ImportSameCode {
            code: &words.short(&repeated.code),
            first: &repeated.first.to_string(),
            name: &words.short(&repeated.name),
            row: &repeated.row.to_string(),
        }));
    }
    list.extend(preview.refused.iter().map(|field| field.say(words)));
    list
}

/// What is done with a list of policies without asking.
pub fn policies_notes(preview: &PoliciesPreview, words: &Words) -> Vec<String> {
    let mut list = Vec::new();
    let nameless = preview.nameless.iter().map(ToString::to_string).collect();
    list.extend(named(Words::import_nameless, nameless, words));
    let there = preview
        .there_already
        .iter()
        .map(|there| match &there.other_name {
            None => words.short(&there.code),
            Some(name) => words.import_there_called(words.short(&there.code), words.short(name)),
        });
    list.extend(named(Words::import_there, there.collect(), words));
    let outside = preview
        .outside
        .iter()
        .map(|(place, text)| words.import_outside_cell(place.to_string(), words.short(text)));
    list.extend(named(Words::import_outside, outside.collect(), words));
    list
}

/// Which filled cells of a file an import passes over because they stand outside its table; the first few by name.
fn outside(preview: &MatrixPreview, words: &Words) -> Option<String> {
    const NAMED: usize = 6;
    let name = |(place, text): &(Place, String)| {
        words.import_outside_cell(place.to_string(), words.short(text))
    };
    let mut which: Vec<String> = preview.outside.iter().take(NAMED).map(name).collect();
    if preview.outside.len() > NAMED {
        which.push("…".to_owned());
    }
    (!preview.outside.is_empty())
        .then(|| words.import_outside(preview.outside.len(), which.join(", ")))
}
