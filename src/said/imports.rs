//! What an import would do, in words: what a person must say something about, and what is done without asking.

use super::Said;
use super::notes::first_few;
use crate::import::{
    ColumnHow, ColumnUse, FieldProblem, Match, MatrixPreview, Place, PoliciesPreview, PolicyField, RefusedField, WhyNot,
};
use crate::model::{Contents, EntryRefusal, Item, Scale};
use crate::words::{Arg, Say as _, Words};

impl Said for PolicyField {
    fn say(&self, words: &Words) -> String {
        words.say(match self {
            Self::Id => "import-field-id",
            Self::Code => "catalogue-field-code",
            Self::Parent => "tables-parent",
            Self::Kind => "catalogue-field-kind",
            Self::Name => "catalogue-field-name",
            Self::Short => "catalogue-field-short",
            Self::Level => "catalogue-field-level",
            Self::Territory => "catalogue-field-territory",
            Self::Owner => "catalogue-field-owner",
            Self::Actors => "catalogue-field-actors",
            Self::Start => "catalogue-field-start",
            Self::End => "catalogue-field-end",
            Self::Budget => "catalogue-field-budget",
            Self::BudgetNote => "catalogue-field-budget-note",
            Self::Beneficiaries => "catalogue-field-beneficiaries",
            Self::Results => "catalogue-field-expected-results",
            Self::Outputs => "catalogue-field-outputs",
            Self::Links => "catalogue-field-links",
            Self::Description => "catalogue-field-description",
            Self::EffectsHere => "catalogue-field-effects-here",
            Self::EffectsElsewhere => "catalogue-field-effects-elsewhere",
            Self::EffectsFuture => "catalogue-field-effects-future",
            Self::Wording => "catalogue-field-wording",
            Self::VariantOf => "catalogue-field-variant-of",
        })
    }
}

impl Said for FieldProblem {
    fn say(&self, words: &Words) -> String {
        words.say(match self {
            Self::Word => "import-why-word",
            Self::Month => "import-why-month",
            Self::Amount => "import-why-amount",
            Self::NotThere => "import-why-not-there",
            Self::Several => "import-why-several",
            Self::Itself => "import-why-itself",
            Self::EndsBefore => "import-why-ends-before",
        })
    }
}

impl Said for RefusedField {
    fn say(&self, words: &Words) -> String {
        let args = [
            ("place", self.place.to_string().into()),
            ("field", self.field.say(words).into()),
            ("text", words.short(&self.text).into()),
            ("why", self.why.say(words).into()),
        ];
        words.say_with("import-field-left-out", &args)
    }
}

impl Said for WhyNot {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Entry(refusal) => refusal.say(words),
            Self::Diagonal { entry } => {
                words.say_with("import-diagonal-refused", &[("entry", words.short(entry).into())])
            }
        }
    }
}

/// The heading of a column, or its letters where it has none.
pub fn say_column(column: &ColumnUse) -> String {
    if column.heading.is_empty() {
        crate::import::column_name(column.column)
    } else {
        format!("«{}»", column.heading)
    }
}

/// Code and name of a line.
fn line(contents: &Contents, item: Item, words: &Words) -> String {
    let (code, label) = contents.item_label(item);
    format!("{code} {}", label.get(words.language())).trim().to_owned()
}

fn lines(contents: &Contents, items: &[Item], words: &Words) -> String {
    items.iter().map(|item| line(contents, *item, words)).collect::<Vec<_>>().join("», «")
}

fn at_places(key: &str, places: impl ExactSizeIterator<Item = Place>, words: &Words) -> Option<String> {
    let n = places.len();
    let which = first_few(n, places.map(|place| place.to_string()).collect());
    (n > 0).then(|| words.say_with(key, &[("n", Arg::Count(n)), ("places", which.into())]))
}

/// The first few of these places, as `(B2, C2, …)`; nothing for none.
pub fn first_places(places: &[Place]) -> String {
    let which = first_few(places.len(), places.iter().map(ToString::to_string).collect());
    if places.is_empty() { which } else { format!("({which})") }
}

/// What a heading means that no line of the matrix is called by.
fn heading_problem(contents: &Contents, at: Place, found: &Match, words: &Words) -> Option<String> {
    let at = at.to_string();
    let said = |key: &str, text: &str, more: (&'static str, String)| {
        let args = [("at", at.as_str().into()), ("text", words.short(text).into()), (more.0, more.1.into())];
        words.say_with(key, &args)
    };
    Some(match found {
        Match::Unmatched { text, .. } if text.is_empty() => {
            words.say_with("import-heading-blank", &[("at", at.as_str().into())])
        }
        Match::Unmatched { text, clear: Some(item), .. } => {
            said("import-heading-clear", text, ("near", line(contents, *item, words)))
        }
        Match::Unmatched { text, nearest, .. } if nearest.is_empty() => {
            let args = [("at", at.as_str().into()), ("text", words.short(text).into())];
            words.say_with("import-heading-unknown", &args)
        }
        Match::Unmatched { text, nearest, .. } => {
            said("import-heading-near", text, ("near", lines(contents, nearest, words)))
        }
        Match::Several { text, items } => {
            said("import-heading-several", text, ("which", lines(contents, items, words)))
        }
        Match::Twice { item, text } => said("import-heading-twice", text, ("name", line(contents, *item, words))),
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
    let mut list: Vec<String> =
        preview.unmatched().filter_map(|(_, at, found)| heading_problem(contents, at, found, words)).collect();
    if let Some(area) = preview.area_of_known() {
        list.push(words.say_with("cli-area-of-known", &[("area", area.to_string().into())]));
    }
    let texts = preview.not_entries();
    let n: usize = texts.iter().map(|(_, places)| places.len()).sum();
    if n > 0 {
        let mut places: Vec<Place> = texts.iter().flat_map(|(_, places)| places.clone()).collect();
        places.sort_unstable();
        let names = texts.iter().map(|(text, _)| format!("«{}»", words.short(text))).collect();
        let args = [
            ("n", Arg::Count(n)),
            ("texts", first_few(texts.len(), names).into()),
            ("places", first_few(n, places.iter().map(ToString::to_string).collect()).into()),
            ("entries", scale.map(|scale| words.entries_of(scale)).unwrap_or_default().into()),
        ];
        list.push(words.say_with("import-not-entries", &args));
    }
    for refused in &preview.refused {
        if !matches!(refused.why, WhyNot::Entry(EntryRefusal::NotUnderstood { .. })) {
            let args = [("place", refused.place.to_string().into()), ("why", refused.why.say(words).into())];
            list.push(words.say_with("import-cell-refused", &args));
        }
    }
    list
}

/// What is done without asking, each counted with its places.
pub fn matrix_notes(contents: &Contents, preview: &MatrixPreview, words: &Words) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    if preview.transposed {
        list.push(words.say("import-transposed"));
    }
    let headings = || preview.rows.iter().chain(&preview.columns).map(|(_, found)| found);
    let guesses: Vec<String> = headings()
        .filter_map(|found| match found {
            Match::Guess { item, text, .. } => {
                Some(format!("«{}» = «{}»", words.short(text), line(contents, *item, words)))
            }
            _ => None,
        })
        .collect();
    let new: Vec<String> = headings()
        .filter_map(|found| match found {
            Match::New { text, .. } => Some(format!("«{}»", words.short(text))),
            _ => None,
        })
        .collect();
    for (key, which) in [("import-guessed", guesses), ("import-made", new)] {
        let n = which.len();
        if n > 0 {
            list.push(words.say_with(key, &[("n", Arg::Count(n)), ("which", first_few(n, which).into())]));
        }
    }
    list.extend(preview.notes.iter().map(|note| note.say(words)));
    list.extend(at_places("import-blank-left", preview.blanks.iter().map(|blank| blank.place), words));
    let emptied: Vec<Place> = preview.emptied().map(|change| change.place).collect();
    list.extend(at_places("import-emptied", emptied.into_iter(), words));
    list.extend(at_places("import-diagonal", preview.diagonal.iter().copied(), words));
    if preview.unplaced > 0 {
        list.push(words.say_with("import-unplaced", &[("n", Arg::Count(preview.unplaced))]));
    }
    if preview.left > 0 {
        list.push(words.say_with("import-left", &[("n", Arg::Count(preview.left))]));
    }
    list.extend(outside(preview, words));
    if preview.newer > 0 {
        list.push(words.say_with("template-newer", &[("n", preview.newer.into())]));
    }
    list
}

/// What becomes of a column of a list of policies.
pub fn column_use(column: &ColumnUse, words: &Words) -> String {
    let name = say_column(column);
    let key = match (column.field, column.how) {
        (Some(_), ColumnHow::Guessed) => "import-column-guessed",
        (Some(_), _) => "import-column-becomes",
        (None, ColumnHow::Double) => "import-column-double",
        (None, _) => "import-column-left-out",
    };
    let field = column.field.or_else(|| PolicyField::named(&column.heading));
    let args = [
        ("column", name.into()),
        ("field", field.map(|field| field.say(words)).unwrap_or_default().into()),
        ("n", Arg::Count(column.filled)),
    ];
    words.say_with(key, &args)
}

/// What of a list of policies does not come in, each with its place.
pub fn policies_problems(preview: &PoliciesPreview, words: &Words) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for repeated in &preview.repeated {
        let args = [
            ("row", repeated.row.into()),
            ("first", repeated.first.into()),
            ("code", words.short(&repeated.code).into()),
            ("name", words.short(&repeated.name).into()),
        ];
        list.push(words.say_with("import-same-code", &args));
    }
    list.extend(preview.refused.iter().map(|field| field.say(words)));
    list
}

/// What is done with a list of policies without asking.
pub fn policies_notes(preview: &PoliciesPreview, words: &Words) -> Vec<String> {
    let mut list = Vec::new();
    let rows = |key: &str, rows: Vec<String>| {
        let n = rows.len();
        (n > 0).then(|| words.say_with(key, &[("n", Arg::Count(n)), ("which", first_few(n, rows).into())]))
    };
    list.extend(rows("import-nameless", preview.nameless.iter().map(ToString::to_string).collect()));
    let there = preview.there_already.iter().map(|there| match &there.other_name {
        None => words.short(&there.code),
        Some(name) => {
            let args = [("code", words.short(&there.code).into()), ("name", words.short(name).into())];
            words.say_with("import-there-called", &args)
        }
    });
    list.extend(rows("import-there", there.collect()));
    let outside = preview.outside.iter().map(|(place, text)| {
        let args = [("text", words.short(text).into()), ("place", place.to_string().into())];
        words.say_with("import-outside-cell", &args)
    });
    list.extend(rows("import-outside", outside.collect()));
    list
}

/// Which filled cells of a file an import passes over because they stand outside its table; the first few by name.
fn outside(preview: &MatrixPreview, words: &Words) -> Option<String> {
    const NAMED: usize = 6;
    let name = |(place, text): &(Place, String)| {
        let args = [("text", words.short(text).into()), ("place", place.to_string().into())];
        words.say_with("import-outside-cell", &args)
    };
    let mut which: Vec<String> = preview.outside.iter().take(NAMED).map(name).collect();
    if preview.outside.len() > NAMED {
        which.push("…".to_owned());
    }
    let args = [("n", Arg::Count(preview.outside.len())), ("which", which.join(", ").into())];
    (!preview.outside.is_empty()).then(|| words.say_with("import-outside", &args))
}
