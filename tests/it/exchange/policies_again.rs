//! A list of policies that we wrote comes back equal, whatever is in it, from XLSX, ODS and CSV.

use crate::document::small::stamp;
use ordito::document::Edit;
use ordito::export::{Format, TableWay, policies_bytes};
use ordito::import::{Ids, Want, preview_policies, read_tables};
use ordito::model::{
    Actor, ActorId, Contents, Language, Level, Policy, PolicyId, PolicyKind, Timestamp, Wording,
    YearMonth,
};
use ordito::said::Said as _;
use ordito::words::Words;
use std::path::Path;

struct Chance(u64);
impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(3) > 0).then(|| make(self))
    }
}

const CODES: [&str; 9] = [
    "",
    "",
    "A1",
    "1.10",
    "001",
    "=1+1",
    "-3",
    "n.d.",
    "Piano del verde",
];
const NAMES: [&str; 9] = [
    "Mobilità dolce",
    "Mobilità dolce",
    "Piano del verde",
    "A1",
    "Nome",
    "= 2 piste",
    "'virgolette' e \"doppie\"; insomma",
    "Trasporti – fase 1 [2]",
    "🚲 e 公園",
];
const TEXTS: [&str; 11] = [
    "",
    "",
    "Due; cose",
    "\"Fra virgolette\"",
    "uno | due",
    "Una riga\nun'altra",
    "=SOMMA(A1:A2)",
    "'80",
    "1.625",
    "01/09/2024",
    "a\tb, c",
];
const ITEMS: [&str; 8] = [
    "uno",
    "due; tre",
    "\"quattro\"",
    "\"cinque\" e sei",
    "sette | otto",
    "=9",
    "'80",
    "è, già",
];
const ACTORS: [&str; 5] = [
    "Città metropolitana",
    "Comune; ufficio ambiente",
    "\"Rete\" Torino",
    "ATO-3 | Sud",
    "=Ente",
];
const CENTS: [i64; 7] = [
    0,
    1,
    1_625,
    162_500,
    9_692_050,
    150_000_000,
    99_999_999_999_999,
];

fn list(chance: &mut Chance) -> Vec<String> {
    (0..chance.below(4))
        .map(|_| chance.of(&ITEMS).to_owned())
        .collect()
}

fn taken(contents: &mut Contents, edits: Vec<Edit>) {
    for edit in edits {
        let (patch, _) = ordito::document::plan(contents, &edit, &stamp(1)).unwrap();
        contents.commit(&patch);
    }
}

/// Policies at random; some are variants of others that come later in the list.
fn random(chance: &mut Chance) -> Contents {
    let mut contents = Contents::default();
    let actors: Vec<ActorId> = (0..ACTORS.len())
        .map(|n| ActorId::fixed(n as u128 + 1))
        .collect();
    let put = |(id, name): (&ActorId, &&str)| Edit::PutActor {
        id: *id,
        actor: Actor {
            name: (*name).to_owned(),
            ..Actor::default()
        },
    };
    taken(&mut contents, actors.iter().zip(&ACTORS).map(put).collect());
    let mut ids: Vec<PolicyId> = Vec::new();
    for n in 0..=chance.below(9) {
        let code = chance.of(&CODES);
        let is_taken = contents.policies.values().any(|policy| policy.code == code);
        let month = |chance: &mut Chance| {
            YearMonth::new(2020 + chance.below(5) as i16, 1 + chance.below(12) as u8).unwrap()
        };
        let (start, end) = (chance.maybe(month), chance.maybe(month));
        let mut of_actors = actors.clone();
        of_actors.retain(|_| chance.below(3) == 0);
        let policy = Policy {
            parent: if ids.is_empty() {
                None
            } else {
                chance.maybe(|chance| ids[chance.below(ids.len())])
            },
            position: 0,
            code: if is_taken {
                String::new()
            } else {
                code.to_owned()
            },
            name: chance.of(&NAMES).to_owned(),
            short: chance.of(&TEXTS).replace('\n', " "),
            kind: PolicyKind::ALL[chance.below(PolicyKind::ALL.len())],
            level: chance.maybe(|chance| Level::ALL[chance.below(Level::ALL.len())]),
            territory: chance.of(&TEXTS).to_owned(),
            owner: chance.maybe(|chance| actors[chance.below(actors.len())]),
            actors: of_actors,
            start,
            end: end.filter(|end| start.is_none_or(|start| start <= *end)),
            budget_cents: chance.maybe(|chance| CENTS[chance.below(CENTS.len())]),
            budget_note: chance.of(&TEXTS).to_owned(),
            beneficiaries: list(chance),
            expected_results: list(chance),
            outputs: list(chance),
            links: list(chance),
            description: chance.of(&TEXTS).to_owned(),
            effects_here: chance.of(&TEXTS).to_owned(),
            effects_elsewhere: chance.of(&TEXTS).to_owned(),
            effects_future: chance.of(&TEXTS).to_owned(),
            wording: Wording::ALL[chance.below(Wording::ALL.len())],
            variant_of: None,
        };
        let id = PolicyId::fixed(100 + n as u128);
        taken(&mut contents, vec![Edit::AddPolicies(vec![(id, policy)])]);
        ids.push(id);
    }
    for id in &ids {
        let other = ids[chance.below(ids.len())];
        if other != *id && chance.below(3) == 0 {
            let policy = Policy {
                variant_of: Some(other),
                ..contents.policies[id].clone()
            };
            taken(&mut contents, vec![Edit::ChangePolicy { id: *id, policy }]);
        }
    }
    contents
}

/// Depth, parent and original by their places, owner, actors, and the rest.
type Said = (
    usize,
    Option<usize>,
    Option<usize>,
    Option<String>,
    Vec<String>,
    Policy,
);

/// All that a list says of policies, in its order, without ids: others by their place in it, actors by name.
fn said(contents: &Contents) -> Vec<Said> {
    let tree = contents.policy_tree();
    let place =
        |id: Option<PolicyId>| id.and_then(|id| tree.iter().position(|(_, each)| *each == id));
    let name = |id: &ActorId| contents.actors[id].name.clone();
    tree.iter()
        .map(|(depth, id)| {
            let policy = &contents.policies[id];
            let plain = Policy {
                parent: None,
                position: 0,
                owner: None,
                actors: Vec::new(),
                variant_of: None,
                ..policy.clone()
            };
            let actors = policy.actors.iter().map(name).collect();
            (
                *depth,
                place(policy.parent),
                place(policy.variant_of),
                policy.owner.as_ref().map(name),
                actors,
                plain,
            )
        })
        .collect()
}

fn again(path: &Path) -> Contents {
    let sheets = read_tables(path, &Want::default()).unwrap();
    let table = sheets[0].table.as_ref().unwrap();
    let (mut next, mut other) = (1_000, 1_000);
    let mut policy = |_: &str| {
        next += 1;
        PolicyId::fixed(next)
    };
    let mut actor = |_: &str| {
        other += 1;
        ActorId::fixed(other)
    };
    let mut ids = Ids {
        policy: &mut policy,
        actor: &mut actor,
    };
    let preview = preview_policies(&Contents::default(), table, &mut ids).unwrap();
    assert!(
        preview.refused.is_empty() && preview.repeated.is_empty(),
        "{preview:?}"
    );
    assert!(
        preview.nameless.is_empty() && preview.there_already.is_empty(),
        "{preview:?}"
    );
    assert!(
        preview.columns.iter().all(|column| column.field.is_some()),
        "{:?}",
        preview.columns
    );
    let mut contents = Contents::default();
    taken(&mut contents, preview.edits());
    contents
}

#[test]
fn a_list_of_policies_comes_back_equal_from_every_format_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let mut chance = Chance(20_261_129);
    for round in 0..40 {
        let contents = random(&mut chance);
        let expected = said(&contents);
        for (format, way) in [
            (Format::Xlsx, TableWay::OpenData),
            (Format::Ods, TableWay::OpenData),
            (Format::Csv, TableWay::ExcelItalian),
            (Format::Csv, TableWay::OpenData),
        ] {
            let language = if round % 2 == 0 {
                Language::It
            } else {
                Language::En
            };
            let bytes = policies_bytes(&contents, &Words::new(language), Timestamp(0), format, way)
                .unwrap();
            let path = folder.path().join(format!("list.{format}"));
            std::fs::write(&path, bytes).unwrap();
            assert_eq!(
                said(&again(&path)),
                expected,
                "round {round}, {format} {way:?}"
            );
        }
    }
}

/// Every heading and word that the window and the exports show is understood, in both languages.
#[test]
fn the_program_reads_its_own_words() {
    use ordito::import::PolicyField;
    use ordito::words::Say as _;
    for language in [Language::It, Language::En] {
        let words = Words::new(language);
        for field in PolicyField::all() {
            assert_eq!(
                PolicyField::named(&field.say(&words)),
                Some(field),
                "{}",
                field.say(&words)
            );
            assert_eq!(
                PolicyField::named(field.word()),
                Some(field),
                "{}",
                field.word()
            );
        }
        let text = |say: &dyn Fn(usize) -> Option<String>| -> Vec<String> {
            (0..9).map_while(say).collect()
        };
        let kinds = text(&|at| PolicyKind::ALL.get(at).map(|kind| kind.say(&words)));
        let levels = text(&|at| Level::ALL.get(at).map(|level| level.say(&words)));
        let wordings = text(&|at| Wording::ALL.get(at).map(|wording| wording.say(&words)));
        let mut table = vec!["Nome;Tipo;Livello;Dicitura".to_owned()];
        for at in 0..9 {
            let word = |list: &[String]| {
                list.get(at)
                    .map(|word| word.to_uppercase())
                    .unwrap_or_default()
            };
            table.push(format!(
                "P{at};{};{};{}",
                word(&kinds),
                word(&levels),
                word(&wordings)
            ));
        }
        let table = ordito::import::Table::from_text(&table.join("\n")).unwrap();
        let (mut policy, mut actor) = (|_: &str| PolicyId::random(), |_: &str| ActorId::random());
        let mut ids = Ids {
            policy: &mut policy,
            actor: &mut actor,
        };
        let preview = preview_policies(&Contents::default(), &table, &mut ids).unwrap();
        assert!(preview.refused.is_empty(), "{:?}", preview.refused);
        let kinds: Vec<PolicyKind> = preview
            .policies
            .iter()
            .map(|(_, policy)| policy.kind)
            .collect();
        assert_eq!(kinds[..PolicyKind::ALL.len()], *PolicyKind::ALL);
        let levels: Vec<Level> = preview
            .policies
            .iter()
            .filter_map(|(_, policy)| policy.level)
            .collect();
        assert_eq!(levels, Level::ALL);
        let wordings: Vec<Wording> = preview
            .policies
            .iter()
            .map(|(_, policy)| policy.wording)
            .collect();
        assert_eq!(wordings[..Wording::ALL.len()], *Wording::ALL);
    }
}
