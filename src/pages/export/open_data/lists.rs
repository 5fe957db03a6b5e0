//! The tables that cells point to: policies, goals, sources, scales, matrices, assessors.

use super::Source;
use super::shape::{Field, Kind, Shape, link, may, must};
use super::sheet::{Sheet, Written};
use crate::export::ExportError;
use ordito_model::{
    ActorId, ActorKind, AssessorKind, Language, Level, MatrixKind, PolicyKind, Wording,
};
use std::path::Path;

const TEXT: Kind = Kind::Text;
fn words_of<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Kind {
    Kind::Word(all.iter().map(|value| word(*value)).collect())
}
fn shape(name: &'static str, fields: Vec<Field>) -> Shape {
    Shape {
        name,
        fields,
        primary: &["id"],
        links: Vec::new(),
    }
}

pub fn write(source: &Source<'_>, folder: &Path) -> Result<Vec<Written>, ExportError> {
    Ok(vec![
        policies(source, folder)?,
        goals(source, folder)?,
        sources(source, folder)?,
        scales(source, folder)?,
        levels(source, folder)?,
        matrices(source, folder)?,
        assessors(source, folder)?,
    ])
}

fn policies(source: &Source<'_>, folder: &Path) -> Result<Written, ExportError> {
    let fields = vec![
        must("id", TEXT),
        may("parte_di", TEXT),
        may("codice", TEXT),
        must("nome", TEXT),
        may("nome_breve", TEXT),
        must("tipo", words_of(PolicyKind::ALL, PolicyKind::word)),
        may("livello", words_of(Level::ALL, Level::word)),
        may("territorio", TEXT),
        may("responsabile", TEXT),
        may("attori", TEXT),
        may("inizio", Kind::Month),
        may("fine", Kind::Month),
        may("euro", Kind::Number(None, None)),
        may("euro_nota", TEXT),
        may("destinatari", TEXT),
        may("risultati_attesi", TEXT),
        may("prodotti", TEXT),
        may("collegamenti", TEXT),
        may("descrizione", TEXT),
        may("effetti_qui_e_ora", TEXT),
        may("effetti_altrove", TEXT),
        may("effetti_sul_futuro", TEXT),
        must("dicitura", words_of(Wording::ALL, Wording::word)),
        may("variante_di", TEXT),
    ];
    let links = vec![link("parte_di", ""), link("variante_di", "")];
    let mut sheet = Sheet::new(
        Shape {
            links,
            ..shape("politiche", fields)
        },
        folder,
    )?;
    let contents = source.contents;
    // A person's name is not published.
    let actor = |id: &ActorId| {
        contents
            .actors
            .get(id)
            .filter(|actor| actor.kind != ActorKind::Person)
            .map(|actor| actor.name.as_str())
    };
    for (_, id) in contents.policy_tree() {
        let Some(policy) = contents.policies.get(&id) else {
            continue;
        };
        let known = |id: Option<_>| id.filter(|id| contents.policies.contains_key(id));
        sheet
            .maybe(Some(id))
            .maybe(known(policy.parent))
            .text(&policy.code)
            .text(&policy.name)
            .text(&policy.short);
        sheet
            .word(policy.kind.word())
            .maybe(policy.level.map(Level::word))
            .text(&policy.territory);
        sheet.text(policy.owner.as_ref().and_then(actor).unwrap_or(""));
        sheet
            .texts(policy.actors.iter().filter_map(actor))
            .maybe(policy.start)
            .maybe(policy.end);
        sheet
            .maybe(policy.budget_cents.map(euro))
            .text(&policy.budget_note);
        for list in [
            &policy.beneficiaries,
            &policy.expected_results,
            &policy.outputs,
            &policy.links,
        ] {
            sheet.texts(list.iter().map(String::as_str));
        }
        sheet
            .text(&policy.description)
            .text(&policy.effects_here)
            .text(&policy.effects_elsewhere);
        sheet
            .text(&policy.effects_future)
            .word(policy.wording.word())
            .maybe(known(policy.variant_of))
            .end();
    }
    sheet.finish()
}

/// Cents as euro, without passing through a number that could round them.
fn euro(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let (whole, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    if rest == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{rest:02}")
    }
}

fn goals(source: &Source<'_>, folder: &Path) -> Result<Written, ExportError> {
    let fields = vec![
        must("id", TEXT),
        may("quadro", TEXT),
        may("quadro_nome", TEXT),
        may("quadro_versione", TEXT),
        may("parte_di", TEXT),
        must("livello_nel_quadro", Kind::Whole(Some(0), None)),
        may("codice", TEXT),
        may("nome_it", TEXT),
        may("nome_en", TEXT),
        may("testo_it", TEXT),
        may("testo_en", TEXT),
        must("dicitura", words_of(Wording::ALL, Wording::word)),
        may("nota", TEXT),
    ];
    let links = vec![link("parte_di", "")];
    let mut sheet = Sheet::new(
        Shape {
            links,
            ..shape("obiettivi", fields)
        },
        folder,
    )?;
    let contents = source.contents;
    for (framework_id, framework) in &contents.frameworks {
        for (_, id) in contents.goal_tree(*framework_id) {
            let Some(goal) = contents.goals.get(&id) else {
                continue;
            };
            sheet
                .maybe(Some(id))
                .text(&framework.key)
                .text(framework.name.get(source.words.language()));
            sheet
                .text(&framework.version)
                .maybe(goal.parent.filter(|id| contents.goals.contains_key(id)));
            sheet.maybe(Some(goal.level)).text(&goal.code);
            for label in [&goal.name, &goal.text] {
                sheet
                    .text(label.get(Language::It))
                    .text(label.get(Language::En));
            }
            sheet.word(goal.wording.word()).text(&goal.note).end();
        }
    }
    sheet.finish()
}

fn sources(source: &Source<'_>, folder: &Path) -> Result<Written, ExportError> {
    let fields = vec![
        must("id", TEXT),
        may("chiave", TEXT),
        may("citazione", TEXT),
        may("editore", TEXT),
        may("data", TEXT),
        may("indirizzo", TEXT),
        may("pagina", TEXT),
    ];
    let mut sheet = Sheet::new(shape("fonti", fields), folder)?;
    for (id, each) in &source.contents.sources {
        sheet
            .maybe(Some(id))
            .text(&each.key)
            .text(&each.citation)
            .text(&each.publisher)
            .text(&each.date);
        sheet.text(&each.url).text(&each.page).end();
    }
    sheet.finish()
}

fn scales(source: &Source<'_>, folder: &Path) -> Result<Written, ExportError> {
    let fields = vec![
        must("id", TEXT),
        may("chiave", TEXT),
        may("versione", TEXT),
        may("nome_it", TEXT),
        may("nome_en", TEXT),
        may("citazione", TEXT),
    ];
    let mut sheet = Sheet::new(shape("scale", fields), folder)?;
    for (id, scale) in &source.contents.scales {
        sheet.maybe(Some(id)).text(&scale.key).text(&scale.version);
        sheet
            .text(scale.name.get(Language::It))
            .text(scale.name.get(Language::En))
            .text(&scale.source)
            .end();
    }
    sheet.finish()
}

fn levels(source: &Source<'_>, folder: &Path) -> Result<Written, ExportError> {
    let fields = vec![
        must("scala_id", TEXT),
        must("valore", Kind::Number(None, None)),
        may("nome_it", TEXT),
        may("nome_en", TEXT),
        may("guida_it", TEXT),
        may("guida_en", TEXT),
    ];
    let links = vec![link("scala_id", "scale")];
    let primary = &["scala_id", "valore"];
    let mut sheet = Sheet::new(
        Shape {
            primary,
            links,
            ..shape("livelli", fields)
        },
        folder,
    )?;
    for (id, scale) in &source.contents.scales {
        for level in &scale.levels {
            sheet.maybe(Some(id)).maybe(Some(level.value.value()));
            for label in [&level.label, &level.guidance] {
                sheet
                    .text(label.get(Language::It))
                    .text(label.get(Language::En));
            }
            sheet.end();
        }
    }
    sheet.finish()
}

fn matrices(source: &Source<'_>, folder: &Path) -> Result<Written, ExportError> {
    let fields = vec![
        must("id", TEXT),
        must("nome", TEXT),
        must("tipo", words_of(MatrixKind::ALL, MatrixKind::word)),
        may("scala_id", TEXT),
        must("punteggi_illustrativi", Kind::YesNo),
        may("nota", TEXT),
    ];
    let links = vec![link("scala_id", "scale")];
    let mut sheet = Sheet::new(
        Shape {
            links,
            ..shape("matrici", fields)
        },
        folder,
    )?;
    let all = source.contents.info().is_some_and(|info| info.illustrative);
    for (id, matrix) in &source.contents.matrices {
        let scale = Some(matrix.scale).filter(|id| source.contents.scales.contains_key(id));
        sheet
            .maybe(Some(id))
            .text(&matrix.name)
            .word(matrix.kind.word())
            .maybe(scale);
        sheet
            .maybe(Some(all || matrix.illustrative))
            .text(&matrix.note)
            .end();
    }
    sheet.finish()
}

fn assessors(source: &Source<'_>, folder: &Path) -> Result<Written, ExportError> {
    let fields = vec![
        must("id", TEXT),
        must("nome", TEXT),
        must("tipo", words_of(AssessorKind::ALL, AssessorKind::word)),
    ];
    let mut sheet = Sheet::new(shape("valutatori", fields), folder)?;
    for (id, name, kind) in source.assessors() {
        sheet.maybe(Some(id)).text(&name).word(kind.word()).end();
    }
    sheet.finish()
}
