//! What the columns of a list of policies are: headings as people and we write them, in Italian and English, to fields;
//! words of kinds, levels and wordings.

use ordito_ground::text::folded;
use ordito_model::{Level, PolicyKind, Wording};

/// A field of a policy that a column can bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PolicyField {
    /// Nothing of the policy: what other lines of open data call it by.
    Id,
    Code,
    Parent,
    Kind,
    Name,
    Short,
    Level,
    Territory,
    Owner,
    Actors,
    Start,
    End,
    Budget,
    BudgetNote,
    Beneficiaries,
    Results,
    Outputs,
    Links,
    Description,
    EffectsHere,
    EffectsElsewhere,
    EffectsFuture,
    Wording,
    VariantOf,
}

use PolicyField as F;

/// Each field, its word in files and on the command line, and what headings call it, folded.
const FIELDS: [(PolicyField, &str, &[&str]); 24] = [
    (F::Id, "id", &["identificativo", "identifier"]),
    (
        F::Code,
        "code",
        &[
            "codice",
            "cod",
            "cod.",
            "codice univoco",
            "sigla",
            "n.",
            "n",
            "numero",
            "number",
        ],
    ),
    (
        F::Parent,
        "parent",
        &[
            "fa parte di",
            "parte di",
            "part of",
            "appartiene a",
            "piano o programma",
            "codice padre",
            "padre",
        ],
    ),
    (F::Kind, "kind", &["tipo", "tipologia", "type"]),
    (
        F::Name,
        "title",
        &[
            "nome",
            "name",
            "titolo",
            "denominazione",
            "intitolazione",
            "oggetto",
        ],
    ),
    (
        F::Short,
        "short",
        &[
            "nome breve",
            "breve",
            "short name",
            "titolo breve",
            "short title",
        ],
    ),
    (
        F::Level,
        "level",
        &["livello", "livello di governo", "level of government"],
    ),
    (
        F::Territory,
        "territory",
        &["territorio", "ambito territoriale", "area territoriale"],
    ),
    (
        F::Owner,
        "owner",
        &[
            "titolare",
            "responsabile",
            "ente titolare",
            "soggetto titolare",
            "soggetto responsabile",
            "ufficio responsabile",
            "ufficio",
            "ufficio titolare",
            "ente responsabile",
            "responsible",
        ],
    ),
    (
        F::Actors,
        "actors",
        &[
            "soggetti",
            "soggetti coinvolti",
            "attori",
            "attori coinvolti",
            "actors involved",
            "partner",
        ],
    ),
    (
        F::Start,
        "start",
        &[
            "inizio",
            "data inizio",
            "data di inizio",
            "avvio",
            "data avvio",
            "data di avvio",
            "inizio attivita",
            "start date",
            "anno inizio",
            "anno di inizio",
        ],
    ),
    (
        F::End,
        "end",
        &[
            "fine",
            "data fine",
            "data di fine",
            "conclusione",
            "data conclusione",
            "data di conclusione",
            "scadenza",
            "termine",
            "end date",
            "anno fine",
            "anno di fine",
        ],
    ),
    (
        F::Budget,
        "budget_eur",
        &[
            "euro",
            "eur",
            "€",
            "costo",
            "costi",
            "costo totale",
            "costo complessivo",
            "budget",
            "budget in euro",
            "budget totale",
            "importo",
            "importo totale",
            "importo in euro",
            "costo in euro",
            "costo previsto",
            "costo stimato",
            "risorse finanziarie",
            "stanziamento",
            "cost",
            "cost in euro",
            "amount",
        ],
    ),
    (
        F::BudgetNote,
        "budget_note",
        &[
            "nota sul costo",
            "nota sul budget",
            "note on the budget",
            "note on the cost",
            "dettaglio del costo",
            "cost details",
            "euro nota",
            "fonte di finanziamento",
            "fonti di finanziamento",
        ],
    ),
    (
        F::Beneficiaries,
        "beneficiaries",
        &["destinatari", "beneficiari"],
    ),
    (
        F::Results,
        "expected_results",
        &[
            "risultati attesi",
            "risultati",
            "expected results",
            "results",
        ],
    ),
    (
        F::Outputs,
        "outputs",
        &["prodotti", "output", "realizzazioni"],
    ),
    (F::Links, "links", &["collegamenti", "link"]),
    (F::Description, "description", &["descrizione"]),
    (
        F::EffectsHere,
        "effects_here",
        &[
            "effetti qui e ora",
            "qui e ora",
            "effects here and now",
            "here and now",
        ],
    ),
    (
        F::EffectsElsewhere,
        "effects_elsewhere",
        &[
            "effetti altrove",
            "altrove",
            "effects elsewhere",
            "elsewhere",
        ],
    ),
    (
        F::EffectsFuture,
        "effects_future",
        &[
            "effetti sulle generazioni future",
            "generazioni future",
            "effetti sul futuro",
            "effects on future generations",
            "future generations",
        ],
    ),
    (
        F::Wording,
        "state",
        &["dicitura", "stato", "stato della dicitura", "wording"],
    ),
    (F::VariantOf, "variant_of", &["variante di", "variant of"]),
];

/// What a list may be of; behind the name of a field it adds nothing: «Denominazione azione», «Titolo dell'intervento».
const OF_WHAT: [&str; 22] = [
    "azione",
    "azioni",
    "intervento",
    "interventi",
    "progetto",
    "progetti",
    "misura",
    "misure",
    "politica",
    "politiche",
    "attivita",
    "piano",
    "programma",
    "iniziativa",
    "action",
    "project",
    "measure",
    "policy",
    "plan",
    "programme",
    "intervention",
    "activity",
];

impl PolicyField {
    pub fn all() -> impl Iterator<Item = Self> {
        FIELDS.iter().map(|(field, ..)| *field)
    }

    /// The word that stands for it in files and on the command line.
    pub fn word(self) -> &'static str {
        FIELDS
            .iter()
            .find(|(field, ..)| *field == self)
            .map_or("", |(_, word, _)| word)
    }

    /// The field that a person names: by its word, or as a heading would.
    pub fn named(text: &str) -> Option<Self> {
        Self::of_heading(text).map(|(field, _)| field)
    }

    /// The field of a heading, and whether the heading says no more than that.
    pub fn of_heading(heading: &str) -> Option<(Self, bool)> {
        let plain = plain(heading);
        let exact = |text: &str| {
            let fits =
                |(_, word, names): &&(Self, &str, &[&str])| *word == text || names.contains(&text);
            let spaced = |(_, word, _): &&(Self, &str, &[&str])| {
                word.contains('_') && word.replace('_', " ") == text
            };
            FIELDS
                .iter()
                .find(|each| fits(each) || spaced(each))
                .map(|(field, ..)| *field)
        };
        if let Some(field) = exact(&plain) {
            return Some((field, true));
        }
        let (before, last) = plain.rsplit_once([' ', '\''])?;
        if !OF_WHAT.contains(&last) {
            return None;
        }
        let before = before.trim_end();
        let small = [
            " dell", " della", " delle", " degli", " dei", " del", " di", " of the", " of",
        ];
        let before = small
            .iter()
            .find_map(|word| before.strip_suffix(word))
            .unwrap_or(before);
        exact(before).map(|field| (field, false))
    }
}

/// A heading without what people put round its name: a star for what must be filled, a unit, a colon.
fn plain(heading: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for sign in folded(heading).chars() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '_' => plain.push(' '),
            '*' | ':' | '"' => {}
            other => plain.push(other),
        }
    }
    folded(&plain)
}

/// A kind as it is written in files, shown or typed in either language.
pub fn read_kind(text: &str) -> Option<PolicyKind> {
    let word = folded(text);
    PolicyKind::from_word(&word).or_else(|| {
        Some(match word.as_str() {
            "politica" | "politiche" => PolicyKind::Policy,
            "programma" | "programmi" | "program" => PolicyKind::Programme,
            "piano" | "piani" => PolicyKind::Plan,
            "progetto" | "progetti" => PolicyKind::Project,
            "azione" | "azioni" => PolicyKind::Action,
            "misura" | "misure" => PolicyKind::Measure,
            "rete" | "reti" => PolicyKind::Network,
            _ => return None,
        })
    })
}

/// A level of government, likewise.
pub fn read_level(text: &str) -> Option<Level> {
    let word = folded(text);
    Level::from_word(&word).or_else(|| {
        Some(match word.as_str() {
            "globale" => Level::Global,
            "europeo" | "europea" => Level::European,
            "nazionale" => Level::National,
            "regionale" => Level::Regional,
            "metropolitano" | "metropolitana" => Level::Metropolitan,
            "locale" => Level::Local,
            _ => return None,
        })
    })
}

/// Whether a name is the official one, likewise.
pub fn read_wording(text: &str) -> Option<Wording> {
    let word = folded(text);
    Wording::from_word(&word).or_else(|| {
        Some(match word.as_str() {
            "ufficiale" => Wording::Official,
            "provvisorio" | "provvisoria" => Wording::Provisional,
            "da compilare" | "to be filled in" | "to fill" => Wording::ToFill,
            _ => return None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_as_people_write_them() {
        for (heading, field) in [
            ("Codice *", Some(F::Code)),
            ("Cod.", Some(F::Code)),
            ("TITOLO:", Some(F::Name)),
            ("Denominazione azione", Some(F::Name)),
            ("Titolo dell’intervento", Some(F::Name)),
            ("Nome della politica", Some(F::Name)),
            ("Costo (€)", Some(F::Budget)),
            ("Importo [in euro]", Some(F::Budget)),
            ("budget_eur", Some(F::Budget)),
            ("nome_breve", Some(F::Short)),
            ("Soggetti coinvolti", Some(F::Actors)),
            ("Data avvio", Some(F::Start)),
            ("expected results", Some(F::Results)),
            ("Referente", None),
            ("Note", None),
            ("azione", None),
            ("", None),
        ] {
            assert_eq!(PolicyField::named(heading), field, "{heading}");
        }
    }

    #[test]
    fn no_heading_means_two_fields() {
        let names: Vec<&str> = FIELDS
            .iter()
            .flat_map(|(_, word, names)| std::iter::once(word).chain(*names))
            .copied()
            .collect();
        for name in &names {
            assert_eq!(
                names.iter().filter(|other| *other == name).count(),
                1,
                "{name}"
            );
            assert_eq!(folded(name), *name, "compared folded");
        }
    }
}
