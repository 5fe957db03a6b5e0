//! Profiles as bars to both sides: what is gross on the left and right, with numbers, and the figures beside them.

use super::super::palette::score_colour;
use super::super::parts::{MARGIN, Setting};
use super::super::shape::{Anchor, Area, Canvas, Weight, baseline};
use super::{Chart, Leads, Mark, Parts, Style, Subject, Table, Value, held};
use crate::analysis::hold::{Hold, LeftOut};
use crate::analysis::sums::{GroupKey, Grouping};
use crate::analysis::{Profile, Profiles, Who};
use crate::model::{Axis, Contents, Item, Rgb};
use crate::words::{Say as _, Words};

/// In which order profiles stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProfileOrder {
    /// As in the matrix.
    #[default]
    Matrix,
    Index,
    Net,
    Benefit,
    Harm,
    Conflict,
    Coverage,
    Cost,
}
impl ProfileOrder {
    pub const ALL: [Self; 8] =
        [Self::Matrix, Self::Index, Self::Net, Self::Benefit, Self::Harm, Self::Conflict, Self::Coverage, Self::Cost];
    pub const fn key(self) -> &'static str {
        match self {
            Self::Matrix => "chart-order-matrix",
            Self::Index => "chart-order-index",
            Self::Net => "chart-order-net",
            Self::Benefit => "chart-order-benefit",
            Self::Harm => "chart-order-harm",
            Self::Conflict => "chart-order-conflict",
            Self::Coverage => "chart-order-coverage",
            Self::Cost => "chart-order-cost",
        }
    }
    /// What profiles are ranked by, in their order.
    pub fn values(self, profiles: &Profiles) -> Vec<Option<f64>> {
        profiles.lines.iter().map(|line| self.rank(line, profiles.largest)).collect()
    }
    /// What it puts first is largest; nothing comes last.
    fn rank(self, profile: &Profile, largest: f64) -> Option<f64> {
        let sums = &profile.sums;
        match self {
            Self::Matrix => Some(0.0),
            Self::Index => sums.coherence_index(largest),
            Self::Net => (sums.scored > 0).then(|| sums.net()),
            Self::Benefit => Some(sums.benefit),
            Self::Harm => Some(-sums.tradeoff),
            Self::Conflict => Some(sums.conflict),
            Self::Coverage => sums.coverage(),
            Self::Cost => profile.cost.cents,
        }
    }
}

/// Profiles, and how far their ranks hold where they stand by rank.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfilesFound {
    pub profiles: Profiles,
    /// `None` in the order of the matrix, which is no ranking.
    pub ranking: Option<Ranking>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    pub by: ProfileOrder,
    pub left_out: LeftOut,
    /// In the order of the profiles.
    pub holds: Vec<Option<Hold>>,
}
impl ProfilesFound {
    fn sorted(&self) -> Vec<(&Profile, Option<Hold>)> {
        let holds = self.ranking.iter().flat_map(|ranking| ranking.holds.iter().copied());
        let mut lines: Vec<_> = self.profiles.lines.iter().zip(holds.chain(std::iter::repeat(None))).collect();
        // What has no rank comes last.
        lines.sort_by_key(|(_, hold)| hold.map_or(usize::MAX, |hold| hold.rank));
        lines
    }
}

const ROW: f64 = 30.0;
const HEAD: f64 = 46.0;
/// Net, index, coverage, internal conflict, cost.
const FIGURES: [f64; 5] = [62.0, 66.0, 84.0, 76.0, 108.0];
/// Room for a number at the end of a bar.
const NUMBER: f64 = 46.0;

/// `None` when the matrix is gone.
pub fn profiles_chart(subject: &Subject<'_>, style: &Style, found: &ProfilesFound) -> Option<Chart> {
    let setting = subject.setting(style)?;
    let ProfilesFound { profiles, ranking } = found;
    let words = setting.words;
    let title = title(&setting, profiles);
    let mut sentence = sentence(&setting, profiles);
    if let Some(ranking) = ranking {
        let by = words.say_with("chart-ranked-by", &[("by", words.say(ranking.by.key()).into())]);
        let holds = held::sentence(words, ranking.left_out);
        sentence = format!("{sentence} {by} {holds} {}", words.say("chart-order-holds"));
    }
    let mut canvas = Canvas::default();
    let inner = if style.headed { MARGIN } else { 12.0 };
    let n_figures = figures_in(style.width).min(figure_heads(profiles).len());
    let figures: f64 = FIGURES.iter().take(n_figures).sum();
    let name = (style.width * 0.27).clamp(190.0, 330.0);
    let rank = if ranking.is_some() { held::ROOM } else { 0.0 };
    let width = style.width.max(inner * 2.0 + rank + name + figures + 2.0 * NUMBER + 60.0);
    let mut top = 0.0;
    if style.headed {
        let args = [("assessor", setting.assessor_name().into()), ("matrix", setting.matrix.name.as_str().into())];
        top = setting.head(&mut canvas, &title, &words.say_with("figure-profile-below", &args), width);
    }
    let left = inner + rank + name;
    let right = width - inner - figures;
    // A point is as long on both sides; zero stands where both fit.
    let most = |of: fn(&Profile) -> f64| profiles.lines.iter().map(of).fold(0.0, f64::max);
    let (harm, benefit) = (most(|line| -line.sums.tradeoff), most(|line| line.sums.benefit));
    let bars = right - left - 2.0 * NUMBER;
    let unit = if harm + benefit > 0.0 { bars / (harm + benefit) } else { 0.0 };
    let zero = left + NUMBER + if harm + benefit > 0.0 { harm * unit } else { bars / 2.0 };
    let places = Places { inner: inner + rank, name, zero, unit, right, width, n_figures };
    heads(&mut canvas, &setting, profiles, &places, top);
    let body = top + HEAD;
    let mut table = Table::new(table_heads(words, profiles, ranking.is_some()));
    let mut marks = Vec::new();
    let lines = found.sorted();
    let bottom = body + lines.len() as f64 * ROW;
    canvas.line((places.zero, body), (places.zero, bottom), 1.0, setting.tokens.muted);
    for (i, (profile, hold)) in lines.into_iter().enumerate() {
        let y = body + i as f64 * ROW;
        let named = name_of(setting.contents, words, profile.who);
        draw(&mut canvas, &setting, profiles, profile, &named, &places, y);
        let leads = Leads::Lines(profiles.axis, profile.items.clone());
        let mut text = said(&setting, profiles, profile, &named);
        let mut line = Vec::new();
        if ranking.is_some() {
            let at = (inner, baseline(y + ROW / 2.0, 13.0));
            let place = held::short(words, hold.as_ref());
            canvas.text(at, place, 13.0, Weight::Regular, setting.tokens.muted, Anchor::Start);
            text = format!("{text}; {}", held::said(words, hold.as_ref()));
            line.extend(held::values(hold.as_ref()));
        }
        marks.push(Mark { area: Area::new(0.0, y, width, ROW), name: named.clone(), text, leads });
        line.extend(values(profiles, profile, named));
        table.push(Some(i), line);
    }
    let frozen = (0.0, if style.headed { 0.0 } else { body });
    let height = bottom + if style.headed { MARGIN } else { 8.0 };
    Some(Parts { title, canvas, width, height, frozen, marks, table, sentence }.chart(&setting))
}

struct Places {
    inner: f64,
    name: f64,
    zero: f64,
    /// Length of a point.
    unit: f64,
    /// Where figures begin.
    right: f64,
    width: f64,
    n_figures: usize,
}

/// How many figures have room beside the bars; all of them are in the table and in what a profile says.
fn figures_in(width: f64) -> usize {
    [620.0, 700.0, 780.0].iter().filter(|least| width >= **least).count() + 2
}

/// Goals × goals have no costs.
fn has_costs(profiles: &Profiles) -> bool {
    profiles.lines.iter().any(|line| line.cost.policies + line.cost.unknown > 0)
}

/// What a profile is called.
pub(super) fn name_of(contents: &Contents, words: &Words, who: Who) -> String {
    let item = |item: Item| {
        let (code, label) = contents.item_label(item);
        format!("{code} {}", label.get(words.language())).trim().to_owned()
    };
    match who {
        Who::Item(id) => item(id),
        Who::Group(GroupKey::Parent(Some(id))) => item(id),
        Who::Group(GroupKey::Cluster(Some(id))) => {
            contents.clusters.get(&id).map(|cluster| cluster.name.clone()).unwrap_or_default()
        }
        Who::Group(GroupKey::Level(Some(level))) => level.say(words),
        Who::Group(GroupKey::Parent(None)) => words.say("figure-no-group"),
        Who::Group(GroupKey::Cluster(None)) => words.say("chart-no-cluster"),
        Who::Group(GroupKey::Level(None)) => words.say("chart-no-level"),
    }
}

fn title(setting: &Setting<'_>, profiles: &Profiles) -> String {
    let of = axis_key(setting, profiles.axis);
    let by = match profiles.by {
        None => "chart-profiles-each",
        Some(Grouping::Parent) => "chart-profiles-by-parent",
        Some(Grouping::Cluster) => "chart-profiles-by-cluster",
        Some(Grouping::Level) => "chart-profiles-by-level",
    };
    setting
        .words
        .say_with("chart-profiles-title", &[("of", setting.words.say(of).into()), ("by", setting.words.say(by).into())])
}

fn axis_key(setting: &Setting<'_>, axis: Axis) -> &'static str {
    match (setting.matrix.kind.holds_policies(axis), setting.matrix.kind.is_square(), axis) {
        (true, false, _) => "chart-of-policies",
        (false, false, _) => "chart-of-goals",
        (true, true, Axis::Rows) => "chart-of-policies-given",
        (true, true, Axis::Columns) => "chart-of-policies-taken",
        (false, true, Axis::Rows) => "chart-of-goals-given",
        (false, true, Axis::Columns) => "chart-of-goals-taken",
    }
}

fn sentence(setting: &Setting<'_>, profiles: &Profiles) -> String {
    let words = setting.words;
    let all = &profiles.all;
    let count = |n: u32| (n as usize).into();
    let args = [
        ("matrix", setting.matrix.name.as_str().into()),
        ("assessor", setting.assessor_name().into()),
        ("n", profiles.lines.len().into()),
        ("scored", count(all.scored)),
        ("crossings", count(all.crossings)),
        ("na", count(all.not_applicable)),
        ("unknown", count(all.dont_know)),
        ("missing", count(all.unanswered())),
    ];
    let mut text = words.say_with("chart-profiles-sentence", &args);
    let mut add = |more: String| {
        text.push(' ');
        text.push_str(&more);
    };
    if profiles.weighted {
        add(words.say("chart-weighted"));
    }
    if profiles.by == Some(Grouping::Cluster) {
        add(words.say("chart-cluster-overlap"));
    }
    if has_costs(profiles) {
        let shared = profiles.axis == Axis::Columns && !setting.matrix.kind.is_square();
        add(words.say(if shared { "chart-cost-shared" } else { "chart-cost-own" }));
        let unknown: u32 = profiles.lines.iter().map(|line| line.cost.unknown).sum();
        if unknown > 0 {
            add(words.say("chart-cost-unknown"));
        }
        if profiles.nested_budgets > 0 {
            add(words.say_with("chart-cost-nested", &[("n", profiles.nested_budgets.into())]));
        }
    }
    if setting.is_illustrative() {
        add(words.say("figure-illustrative"));
    }
    text
}

fn figure_heads(profiles: &Profiles) -> Vec<&'static str> {
    let mut heads = vec!["chart-net", "chart-index", "chart-coverage", "chart-conflict"];
    if has_costs(profiles) {
        heads.push("chart-cost");
    }
    heads
}

fn heads(canvas: &mut Canvas, setting: &Setting<'_>, profiles: &Profiles, places: &Places, top: f64) {
    let (words, tokens) = (setting.words, &setting.tokens);
    canvas.fill(Area::new(0.0, top, places.width, HEAD), tokens.surface);
    let line = top + HEAD - 16.0;
    let sides = [("chart-left", -8.0, Anchor::End), ("chart-right", 8.0, Anchor::Start)];
    for (key, aside, anchor) in sides {
        canvas.text((places.zero + aside, line), words.say(key), 13.0, Weight::Semibold, tokens.ink, anchor);
    }
    let mut x = places.right;
    for (key, width) in figure_heads(profiles).into_iter().zip(FIGURES).take(places.n_figures) {
        x += width;
        let lines = setting.measure.wrap(&words.say(key), 12.0, Weight::Regular, width - 8.0, 2);
        let n = lines.len();
        for (i, text) in lines.into_iter().enumerate() {
            let y = line - (n - 1 - i) as f64 * 15.0;
            canvas.text((x, y), text, 12.0, Weight::Regular, tokens.muted, Anchor::End);
        }
    }
    canvas.line((0.0, top + HEAD - 4.0), (places.width, top + HEAD - 4.0), 1.0, tokens.line);
}

fn step(setting: &Setting<'_>, positive: bool) -> Rgb {
    let value = if positive { setting.scale.highest() } else { setting.scale.lowest() };
    // Two thirds of the scale: the middle step of the ramp.
    let two_thirds = crate::model::Points(i16::try_from(i32::from(value.0) * 2 / 3).unwrap_or(value.0));
    score_colour(two_thirds, setting.scale, setting.look)
}

fn draw(
    canvas: &mut Canvas,
    setting: &Setting<'_>,
    profiles: &Profiles,
    profile: &Profile,
    named: &str,
    places: &Places,
    y: f64,
) {
    let (words, tokens) = (setting.words, &setting.tokens);
    let numbers = words.numbers();
    let middle = y + ROW / 2.0;
    let sums = &profile.sums;
    let text = setting.measure.wrap(named, 13.0, Weight::Regular, places.name - 12.0, 1).concat();
    canvas.text((places.inner, baseline(middle, 13.0)), text, 13.0, Weight::Regular, tokens.ink, Anchor::Start);
    let reach = |value: f64| value * places.unit;
    if sums.scored == 0 {
        let at = (places.zero + 8.0, baseline(middle, 12.0));
        canvas.text(at, words.say("chart-nothing-scored"), 12.0, Weight::Regular, tokens.muted, Anchor::Start);
    } else {
        let (harm, benefit) = (reach(-sums.tradeoff), reach(sums.benefit));
        canvas.fill(Area::new(places.zero - harm, middle - 8.0, harm, 16.0), step(setting, false));
        canvas.fill(Area::new(places.zero, middle - 8.0, benefit, 16.0), step(setting, true));
        let at = baseline(middle, 12.0);
        let text = numbers.shortest(sums.tradeoff);
        canvas.text((places.zero - harm - 5.0, at), text, 12.0, Weight::Regular, tokens.ink, Anchor::End);
        let text = numbers.shortest(sums.benefit);
        canvas.text((places.zero + benefit + 5.0, at), text, 12.0, Weight::Regular, tokens.ink, Anchor::Start);
        // The net as a mark of its own, readable on both bars and beside them.
        let net = places.zero + reach(sums.net());
        canvas.fill(Area::new(net - 2.5, middle - 11.0, 5.0, 22.0), tokens.surface);
        canvas.fill(Area::new(net - 1.0, middle - 11.0, 2.0, 22.0), tokens.ink);
    }
    let mut x = places.right;
    for (i, (value, width)) in figures(profiles, profile).iter().zip(FIGURES).take(places.n_figures).enumerate() {
        x += width;
        let weight = if i == 1 { Weight::Semibold } else { Weight::Regular };
        canvas.text((x, baseline(middle, 13.0)), value.say(words), 13.0, weight, tokens.ink, Anchor::End);
    }
    canvas.line((0.0, y + ROW), (places.width, y + ROW), 1.0, tokens.line);
}

fn figures(profiles: &Profiles, profile: &Profile) -> Vec<Value> {
    let sums = &profile.sums;
    let mut values = vec![
        Value::Points((sums.scored > 0).then(|| sums.net())),
        Value::index(sums.coherence_index(profiles.largest)),
        Value::Share(sums.coverage()),
        Value::figure((sums.scored > 0).then_some(sums.conflict), decimals(sums.conflict)),
    ];
    if has_costs(profiles) {
        values.push(Value::Euro(profile.cost.rounded().map(|cents| (cents + 50) / 100 * 100)));
    }
    values
}

/// None where it is whole, else one.
fn decimals(value: f64) -> u8 {
    u8::from((value - value.round()).abs() > 1e-6)
}

fn table_heads(words: &Words, profiles: &Profiles, is_ranked: bool) -> Vec<(String, bool)> {
    let mut heads = Vec::new();
    if is_ranked {
        heads.extend(["chart-place", held::FROM, held::TO, held::TOP_THREE].map(|key| (words.say(key), true)));
    }
    heads.push((words.say("chart-name"), false));
    let numeric = [
        "chart-benefit",
        "chart-harm",
        "chart-net",
        "chart-index",
        "chart-conflict",
        "chart-scored",
        "chart-coverage",
        "chart-na",
        "chart-unknown",
        "chart-missing",
    ];
    heads.extend(numeric.map(|key| (words.say(key), true)));
    if has_costs(profiles) {
        heads.push((words.say("chart-cost"), true));
        heads.push((words.say("chart-cost-policies"), true));
    }
    heads
}

fn values(profiles: &Profiles, profile: &Profile, named: String) -> Vec<Value> {
    let sums = &profile.sums;
    let scored = sums.scored > 0;
    let mut values = vec![
        Value::Text(named),
        Value::Points(scored.then_some(sums.benefit)),
        Value::Points(scored.then_some(sums.tradeoff)),
        Value::Points(scored.then(|| sums.net())),
        Value::index(sums.coherence_index(profiles.largest)),
        Value::figure(scored.then_some(sums.conflict), decimals(sums.conflict)),
        Value::Count(sums.scored as usize),
        Value::Share(sums.coverage()),
        Value::Count(sums.not_applicable as usize),
        Value::Count(sums.dont_know as usize),
        Value::Count(sums.unanswered() as usize),
    ];
    if has_costs(profiles) {
        values.push(Value::Euro(profile.cost.rounded()));
        values.push(Value::Count(profile.cost.policies as usize));
    }
    values
}

/// The profile in words.
fn said(setting: &Setting<'_>, profiles: &Profiles, profile: &Profile, named: &str) -> String {
    let words = setting.words;
    let numbers = words.numbers();
    let sums = &profile.sums;
    let possible = sums.crossings.saturating_sub(sums.not_applicable) as usize;
    if sums.scored == 0 {
        let args = [("name", named.into()), ("possible", possible.into())];
        return words.say_with("chart-profile-said-nothing", &args);
    }
    let args = [
        ("name", named.into()),
        ("benefit", numbers.shortest(sums.benefit).into()),
        ("harm", numbers.shortest(sums.tradeoff).into()),
        ("net", numbers.shortest(sums.net()).into()),
        ("index", Value::index(sums.coherence_index(profiles.largest)).say(words).into()),
        ("coverage", Value::Share(sums.coverage()).say(words).into()),
        ("scored", (sums.scored as usize).into()),
        ("possible", possible.into()),
        ("conflict", numbers.number(sums.conflict, decimals(sums.conflict)).into()),
    ];
    let mut text = words.say_with("chart-profile-said", &args);
    if let Some(cents) = profile.cost.rounded() {
        text.push_str(&words.say_with("chart-profile-cost", &[("cost", numbers.euro(cents).into())]));
    }
    text
}
