//! What headings of a table call the lines of a matrix: code, name, code and name, and the ways in which the world
//! writes the goals of known frameworks. A heading that names two lines is given to neither.

use super::matrix::Match;
use super::near;
use ordito_ground::text::Piece as _;
use ordito_ground::text::folded;
use ordito_model::{Axis, Contents, Goal, Item, MatrixId};
use std::collections::{BTreeSet, HashMap, HashSet};

/// A person chooses among the nearest; nobody reads on after so many headings.
const HELPED: usize = 100;
/// What is longer than any name is like none, and dear to compare.
const LONGEST_HELPED: usize = 400;
/// No code is longer.
const LONGEST_CODE: usize = 64;
/// How many of the nearest are offered first.
const OFFERED: usize = 3;

/// What a heading means.
enum Known {
    Code(Item),
    Name(Item),
    Several(Vec<Item>),
}

/// The lines of an axis as headings may call them. Names are brought into one form only when a code does not tell.
pub struct Lines<'a> {
    contents: &'a Contents,
    by_code: HashMap<&'a str, Vec<Item>>,
    /// In the order of the matrix.
    items: Vec<Item>,
    names: Option<Names>,
    helped: usize,
}

/// What lines are called, folded.
struct Names {
    by_name: HashMap<String, Vec<Item>>,
    /// Codes without spaces, and the same without zeros before a number.
    by_code: [HashMap<String, Vec<Item>>; 2],
    of: Vec<(Item, Vec<String>)>,
    /// How codes and what stands before them begin: most texts of a large table begin like none.
    begins: HashSet<String>,
    /// What stands before a code, and the level of goals it names.
    prefixes: Vec<(String, Option<u8>)>,
}

impl<'a> Lines<'a> {
    pub fn new(contents: &'a Contents, matrix: MatrixId, axis: Axis) -> Self {
        Self::of(
            contents,
            contents
                .lines_of(matrix, axis)
                .into_iter()
                .map(|(item, _)| item)
                .collect(),
        )
    }

    pub fn of(contents: &'a Contents, items: Vec<Item>) -> Self {
        let mut by_code: HashMap<&str, Vec<Item>> = HashMap::with_capacity(items.len());
        for item in &items {
            let code = contents.item_code(*item);
            if !code.is_empty() {
                by_code.entry(code).or_default().push(*item);
            }
        }
        Self {
            contents,
            by_code,
            items,
            names: None,
            helped: 0,
        }
    }

    /// By code or by name, without help for what is neither.
    fn known(&mut self, plain: &str) -> Option<Known> {
        if plain.is_empty() {
            return None;
        }
        match self.by_code.get(plain).map(Vec::as_slice) {
            Some([one]) => return Some(Known::Code(*one)),
            Some(several) => return Some(Known::Several(several.to_vec())),
            None => {}
        }
        let wanted = folded(plain);
        if wanted.is_empty() {
            return None;
        }
        let (contents, items) = (self.contents, &self.items);
        let names = self.names.get_or_insert_with(|| Names::of(contents, items));
        let found = names
            .by_name
            .get(&wanted)
            .cloned()
            .or_else(|| names.coded(contents, &wanted))?;
        match found.as_slice() {
            [] => None,
            [one] => Some(Known::Name(*one)),
            _ => Some(Known::Several(found)),
        }
    }

    /// Whether a heading is the code of a line, as the matrix writes it.
    pub fn has_code(&self, text: &str) -> bool {
        self.by_code.contains_key(text.trim())
    }

    /// Whether a heading names a line or several.
    pub fn knows(&mut self, text: &str) -> bool {
        self.known(text.trim()).is_some()
    }

    /// How many lines these headings name, each counted once.
    pub fn count<'t>(&mut self, headings: impl Iterator<Item = &'t str>) -> usize {
        let mut found = BTreeSet::new();
        for text in headings {
            match self.known(text.trim()) {
                Some(Known::Code(item) | Known::Name(item)) => _ = found.insert(item),
                Some(Known::Several(items)) => found.extend(items),
                None => {}
            }
        }
        found.len()
    }

    /// Each heading with what it means; the first that names a line has it. What is clearly meant is taken for it when
    /// `guesses` says so, if no other heading names that line.
    pub fn recognise(
        &mut self,
        headings: Vec<(usize, &str)>,
        elsewhere: &Elsewhere<'_>,
        guesses: bool,
    ) -> Vec<(usize, Match)> {
        let mut taken: BTreeSet<Item> = BTreeSet::new();
        let mut found = Vec::with_capacity(headings.len());
        for (place, text) in headings {
            let plain = text.trim();
            found.push((
                place,
                match self.known(plain) {
                    Some(Known::Code(item)) if taken.insert(item) => Match::Code(item),
                    Some(Known::Name(item)) if taken.insert(item) => Match::Name(item),
                    Some(Known::Code(item) | Known::Name(item)) => Match::Twice {
                        item,
                        text: plain.to_owned(),
                    },
                    Some(Known::Several(items)) => Match::Several {
                        text: plain.to_owned(),
                        items,
                    },
                    None => Match::Unmatched {
                        text: plain.to_owned(),
                        nearest: Vec::new(),
                        clear: None,
                    },
                },
            ));
        }
        for (_, found) in &mut found {
            let Match::Unmatched {
                text,
                nearest,
                clear,
            } = found
            else {
                continue;
            };
            self.helped += 1;
            if text.is_empty() || text.len() > LONGEST_HELPED || self.helped > HELPED {
                continue;
            }
            (*nearest, *clear) = self.nearest(&folded(text), &taken);
            // What the document has is nearer than what is called nearly so.
            let mut there = elsewhere.named(text);
            there.retain(|item| !nearest.contains(item) && !taken.contains(item));
            if clear.is_none()
                && let [one] = there.as_slice()
            {
                *clear = Some(*one);
            }
            there.append(nearest);
            *nearest = there;
            if let Some(item) = *clear {
                nearest.retain(|each| *each != item);
                nearest.insert(0, item);
                if guesses && taken.insert(item) {
                    *found = Match::Guess {
                        item,
                        text: std::mem::take(text),
                        nearest: std::mem::take(nearest),
                    };
                }
            }
        }
        found
    }

    /// The nearest lines, closest first, and the one that is clearly meant.
    fn nearest(&mut self, wanted: &str, taken: &BTreeSet<Item>) -> (Vec<Item>, Option<Item>) {
        let (contents, items) = (self.contents, &self.items);
        let names = self.names.get_or_insert_with(|| Names::of(contents, items));
        let of_code = names
            .behind_code(wanted)
            .map_or_else(Vec::new, |(items, _)| items);
        let mut near: Vec<(f64, Item)> = Vec::new();
        let mut clear = Vec::new();
        for (item, names) in &names.of {
            let closeness = names
                .iter()
                .map(|name| near::closeness(name, wanted))
                .fold(0.0_f64, f64::max);
            // Its code stands before words that are not its name.
            near.push((
                if of_code.contains(item) {
                    2.0
                } else {
                    closeness
                },
                *item,
            ));
            if !taken.contains(item) && names.iter().any(|name| near::is_clear(name, wanted)) {
                clear.push(*item);
            }
        }
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        let near = near
            .into_iter()
            .filter(|(share, _)| *share > 0.6)
            .take(OFFERED)
            .map(|(_, item)| item)
            .collect();
        (
            near,
            if let [one] = clear.as_slice() {
                Some(*one)
            } else {
                None
            },
        )
    }
}

impl Names {
    fn of(contents: &Contents, items: &[Item]) -> Self {
        let of: Vec<(Item, Vec<String>)> = items
            .iter()
            .map(|item| (*item, names(contents, *item)))
            .collect();
        let mut by_name: HashMap<String, Vec<Item>> = HashMap::with_capacity(4 * items.len());
        let mut by_code = [HashMap::new(), HashMap::new()];
        let put = |map: &mut HashMap<String, Vec<Item>>, key: String, item: Item| {
            let items = map.entry(key).or_default();
            if !items.contains(&item) {
                items.push(item);
            }
        };
        for (item, names) in &of {
            for name in names.iter().filter(|name| !name.is_empty()) {
                put(&mut by_name, name.clone(), *item);
            }
            let code = key_of(&folded(contents.item_code(*item)));
            if !code.is_empty() {
                let [whole, plain] = &mut by_code;
                put(plain, without_zeros(&code), *item);
                put(whole, code, *item);
            }
        }
        let prefixes = prefixes(contents, items);
        let begins = by_code
            .iter()
            .flat_map(HashMap::keys)
            .chain(prefixes.iter().map(|(prefix, _)| prefix));
        let begins = begins.map(|text| beginning(text).to_owned()).collect();
        Self {
            by_name,
            by_code,
            of,
            begins,
            prefixes,
        }
    }

    fn of_code(&self, code: &str) -> Option<&Vec<Item>> {
        let [whole, plain] = &self.by_code;
        let key = key_of(code);
        whole.get(&key).or_else(|| plain.get(&without_zeros(&key)))
    }

    /// The lines whose code stands at the beginning of a text, the longest there is, and what comes behind it.
    fn behind_code<'t>(&self, text: &'t str) -> Option<(Vec<Item>, &'t str)> {
        let mut found = None;
        let ends = text
            .char_indices()
            .map(|(at, sign)| (at + sign.len_utf8(), sign));
        for (at, sign) in ends.take_while(|(at, _)| *at <= LONGEST_CODE) {
            let rest = text.piece(at..);
            let mut next = rest.chars();
            let ends = match (next.next(), next.next()) {
                (None, _) => true,
                (Some('.' | '-'), Some(after)) => {
                    !after.is_ascii_digit() && (after == ' ' || !sign.is_alphabetic())
                }
                (Some(first), _) => !first.is_alphanumeric(),
            };
            if ends && let Some(items) = text.get(..at).and_then(|code| self.of_code(code)) {
                let between = [' ', '.', ':', '-', ')', '(', ',', '/', '|', ']', '"'];
                found = Some((items.clone(), rest.trim_matches(between)));
            }
        }
        found
    }

    /// The lines of a heading such as `sdg 1`, `obiettivo 13. lotta contro…`, `01`, `1 - sconfiggere la poverta`.
    fn coded(&self, contents: &Contents, wanted: &str) -> Option<Vec<Item>> {
        if !self.begins.contains(beginning(wanted)) {
            return None;
        }
        let prefixed = self.prefixes.iter().filter_map(|(prefix, level)| {
            let rest = wanted.strip_prefix(prefix.as_str())?;
            let ends = rest.starts_with(|sign: char| !sign.is_alphabetic());
            ends.then(|| (numbered(rest), Some(*level)))
        });
        for (rest, prefix) in prefixed.chain([(wanted, None)]) {
            let Some((mut items, behind)) = self.behind_code(rest) else {
                continue;
            };
            if let Some(Some(level)) = prefix {
                items.retain(|item| goal(contents, *item).is_none_or(|goal| goal.level == level));
            }
            let is_called = |item: &Item| {
                self.of
                    .iter()
                    .any(|(of, names)| of == item && names.iter().any(|n| n == behind))
            };
            if behind.is_empty() {
                // A code alone.
            } else if items.iter().any(is_called) {
                items.retain(is_called);
            } else if prefix.is_none() {
                continue;
            } else if let Some(others) = self.by_name.get(behind) {
                // «SDG 1 Salute e benessere» names two.
                items.extend(others);
            }
            if !items.is_empty() {
                return Some(items);
            }
        }
        None
    }
}

fn goal(contents: &Contents, item: Item) -> Option<&Goal> {
    contents.goals.get(&item.goal()?)
}

/// `n. 1`, `nr 1`, `: 1`, `#1` are 1.
fn numbered(rest: &str) -> &str {
    let rest = rest.trim_start_matches([' ', '.', ':', '-', '#']);
    let word = ["numero", "number", "nr.", "nr", "n.", "n"]
        .iter()
        .find_map(|word| rest.strip_prefix(word));
    word.map_or(rest, |after| {
        let after = after.trim_start_matches([' ', '.', 'o', '°']);
        if after.starts_with(|sign: char| sign.is_ascii_digit()) {
            after
        } else {
            rest
        }
    })
}

/// The letters or the digits with which a text begins; no zeros before a number.
fn beginning(text: &str) -> &str {
    let is_digit = text.starts_with(|sign: char| sign.is_ascii_digit());
    let ends = |sign: char| {
        if is_digit {
            !sign.is_ascii_digit()
        } else {
            !sign.is_alphabetic()
        }
    };
    let run = text.piece(..text.find(ends).unwrap_or(text.len()));
    match run.trim_start_matches('0') {
        "" if is_digit => "0",
        plain if is_digit => plain,
        _ => run,
    }
}

fn key_of(code: &str) -> String {
    code.split(' ').collect()
}

/// `01.02` as `1.2`.
fn without_zeros(code: &str) -> String {
    let mut plain = String::new();
    let mut signs = code.chars().peekable();
    let mut begins = true;
    while let Some(sign) = signs.next() {
        let leads = begins && sign == '0' && signs.peek().is_some_and(char::is_ascii_digit);
        begins = leads || !sign.is_ascii_digit();
        if !leads {
            plain.push(sign);
        }
    }
    plain
}

/// The names of an item in one form, alone and behind its code.
fn names(contents: &Contents, item: Item) -> Vec<String> {
    let all = |code: &str, names: &[&str]| {
        let code = folded(code);
        let plain: Vec<String> = names.iter().map(|name| folded(name)).collect();
        let coded = |name: &String| match (code.is_empty(), name.is_empty()) {
            (true, _) => name.clone(),
            (_, true) => code.clone(),
            _ => [&code, " ", name].concat(),
        };
        let coded: Vec<String> = plain.iter().map(coded).collect();
        [plain, coded].concat()
    };
    match item {
        Item::Policy(id) => contents
            .policies
            .get(&id)
            .map(|policy| all(&policy.code, &[&policy.name, &policy.short])),
        Item::Goal(id) => contents.goals.get(&id).map(|goal| {
            all(
                &goal.code,
                &[&goal.name.it, &goal.name.en, &goal.short.it, &goal.short.en],
            )
        }),
    }
    .unwrap_or_default()
}

/// How the goals and targets of the 2030 Agenda are called, with the level they are on.
const AGENDA: [(&str, Option<u8>); 16] = [
    ("sdgs", None),
    ("sdg goal", Some(1)),
    ("sdg target", Some(2)),
    ("sdg", None),
    ("oss", None),
    ("osss", None),
    ("global goal", Some(1)),
    ("un goal", Some(1)),
    ("goal", Some(1)),
    ("sustainable development goal", Some(1)),
    ("obiettivo di sviluppo sostenibile", Some(1)),
    ("obiettivo agenda 2030", Some(1)),
    ("agenda 2030", None),
    ("traguardo", Some(2)),
    ("target", Some(2)),
    ("tgt", Some(2)),
];

/// Words for one of a list of policies.
const POLICIES: [&str; 14] = [
    "azione",
    "intervento",
    "misura",
    "progetto",
    "politica",
    "piano",
    "programma",
    "attivita",
    "action",
    "measure",
    "project",
    "policy",
    "plan",
    "programme",
];

/// What may stand before the codes of these lines: the names of the levels of their frameworks, of what kinds policies
/// are; the longest first.
fn prefixes(contents: &Contents, items: &[Item]) -> Vec<(String, Option<u8>)> {
    let mut found: BTreeSet<(String, Option<u8>)> = BTreeSet::new();
    if items.iter().any(|item| item.policy().is_some()) {
        found.extend(POLICIES.iter().map(|word| ((*word).to_owned(), None)));
    }
    let frameworks: BTreeSet<_> = items
        .iter()
        .filter_map(|item| Some(goal(contents, *item)?.framework))
        .collect();
    for framework in frameworks
        .iter()
        .filter_map(|id| contents.frameworks.get(id))
    {
        for (level, label) in (0_u8..).zip(&framework.levels) {
            for text in [&label.it, &label.en] {
                let word = folded(text.split_once('(').map_or(text.as_str(), |(name, _)| name));
                if !word.is_empty() {
                    found.insert((word, Some(level)));
                }
            }
        }
        if framework.key == "agenda-2030" {
            found.extend(
                AGENDA
                    .iter()
                    .map(|(word, level)| ((*word).to_owned(), *level)),
            );
        }
    }
    let mut found: Vec<(String, Option<u8>)> = found.into_iter().collect();
    found.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    found
}

/// Items of the document that are no lines of the matrix yet.
pub struct Elsewhere<'a> {
    pub contents: &'a Contents,
    pub policies: bool,
}
impl Elsewhere<'_> {
    /// Those that a heading names.
    fn named(&self, text: &str) -> Vec<Item> {
        let wanted = folded(text);
        if wanted.is_empty() {
            return Vec::new();
        }
        let fits = |item: &Item| {
            self.contents.item_code(*item) == text || names(self.contents, *item).contains(&wanted)
        };
        let policies = self
            .contents
            .policies
            .keys()
            .map(|id| Item::Policy(*id))
            .filter(|_| self.policies);
        let goals = self
            .contents
            .goals
            .keys()
            .map(|id| Item::Goal(*id))
            .filter(|_| !self.policies);
        policies.chain(goals).filter(fits).take(OFFERED).collect()
    }
}
