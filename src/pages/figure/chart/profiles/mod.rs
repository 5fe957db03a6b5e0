//! Profiles as bars to both sides: what is gross on the left and right, with numbers, and the figures beside them. What a
//! profile says in the table and in words is in `line`.

mod line;

use super::super::palette::score_colour;
use super::super::parts::Setting;
use super::super::shape::{Anchor, Area, baseline};
use super::sheet::{Figure, Ink, Sheet, Text};
use super::{Chart, Leads, Style, Subject, finding, rank_range};
use line::Line;
use ordito_analysis::case_deletion::{CaseDeletion, RankRange};
use ordito_analysis::sums::{GroupKey, Grouping};
use ordito_analysis::{Profile, Profiles, Sums, Who};
use ordito_model::{Axis, Contents, Item, Rgb};
use ordito_words::{Say as _, Words};

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
    pub const ALL: [Self; 8] = [
        Self::Matrix,
        Self::Index,
        Self::Net,
        Self::Benefit,
        Self::Harm,
        Self::Conflict,
        Self::Coverage,
        Self::Cost,
    ];
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
        profiles
            .lines
            .iter()
            .map(|line| self.rank(line, profiles.largest))
            .collect()
    }
    /// A value that profiles stand by, as it is written.
    pub(super) fn said(self, words: &Words, value: f64) -> String {
        let numbers = words.numbers();
        match self {
            Self::Matrix | Self::Index => numbers.signed(value, 2),
            Self::Net | Self::Benefit => numbers.shortest(value),
            Self::Harm => numbers.shortest(-value),
            Self::Conflict => numbers.number(value, u8::from((value - value.round()).abs() > 1e-6)),
            Self::Coverage => numbers.percent(value),
            Self::Cost => numbers.euro(value.round() as i64),
        }
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
    pub left_out: CaseDeletion,
    /// In the order of the profiles.
    pub ranges: Vec<Option<RankRange>>,
}
impl ProfilesFound {
    fn sorted(&self) -> Vec<(&Profile, Option<RankRange>)> {
        let ranges = self
            .ranking
            .iter()
            .flat_map(|ranking| ranking.ranges.iter().copied());
        let mut lines: Vec<_> = self
            .profiles
            .lines
            .iter()
            .zip(ranges.chain(std::iter::repeat(None)))
            .collect();
        // What has no rank comes last.
        lines.sort_by_key(|(_, range)| range.map_or(usize::MAX, |range| range.rank));
        lines
    }
}

const ROW: f64 = 30.0;
const AREA: f64 = 22.0;
const HEAD: f64 = 46.0;
/// Room for a number at the end of a bar.
const NUMBER: f64 = 46.0;

/// `None` when the matrix is gone.
pub fn profiles_chart(
    subject: &Subject<'_>,
    style: &Style,
    found: &ProfilesFound,
) -> Option<Chart> {
    let setting = subject.setting(style)?;
    let title = title(&setting, &found.profiles);
    Some(called(&setting, style, found, title))
}

/// The same under another name.
pub(super) fn called(
    setting: &Setting<'_>,
    style: &Style,
    found: &ProfilesFound,
    title: String,
) -> Chart {
    let ProfilesFound { profiles, ranking } = found;
    let words = setting.words;
    let mut sentence = sentence(setting, profiles);
    if let Some(ranking) = ranking {
        let by = words.chart_ranked_by(words.say(ranking.by.key()));
        let ranges = rank_range::sentence(words, ranking.left_out);
        sentence = format!("{sentence} {by} {ranges} {}", words.chart_order_holds());
    }
    let mut figures = line::figures(profiles);
    figures.truncate(figures_in(style.width));
    let columns = line::columns(profiles, ranking.is_some());
    let name = (style.width * 0.27).clamp(190.0, 330.0);
    let rank = if ranking.is_some() {
        rank_range::ROOM
    } else {
        0.0
    };
    let room: f64 = figures.iter().map(|each| each.width).sum();
    let width = style
        .width
        .max(Sheet::inner(style) * 2.0 + rank + name + room + 2.0 * NUMBER + 60.0);
    let titles = (title, finding::profiles(setting, found));
    let mut sheet = Sheet::of_width(setting, style, titles, width, &columns);
    let places = Places::of(&sheet, profiles, (rank, name), room);
    heads(&mut sheet, &places, &figures);
    let body = sheet.y;
    let lines = found.sorted();
    let areas = areas(setting, found, &lines);
    let n_areas = areas.iter().flatten().count();
    let bottom = body + lines.len() as f64 * ROW + n_areas as f64 * AREA;
    sheet.canvas.line(
        (places.zero, body),
        (places.zero, bottom),
        1.0,
        setting.tokens.muted,
    );
    for ((profile, range), area) in lines.into_iter().zip(areas) {
        if let Some(area) = area {
            begin_area(&mut sheet, area);
        }
        let name = name_of(setting.contents, words, profile.who);
        let line = Line {
            profiles,
            profile,
            range,
            name,
        };
        bar(&mut sheet, &places, &line);
        let middle = sheet.y + ROW / 2.0;
        sheet.figures(&figures, &line, middle);
        sheet.rule(sheet.y + ROW);
        let mut text = line.said(words);
        if ranking.is_some() {
            let place = rank_range::short(words, range.as_ref());
            let at = (sheet.inner, middle);
            sheet.text(at, place, Text::NOTE);
            text = format!("{text}; {}", rank_range::said(words, range.as_ref()));
        }
        let area = Area::new(0.0, sheet.y, width, ROW);
        let leads = Leads::Lines(profiles.axis, profile.items.clone());
        let mark = sheet.mark(area, line.name.clone(), text, leads);
        sheet.row(Some(mark), &columns, &line);
        sheet.y += ROW;
    }
    sheet.ended_saying((0.0, body), sentence)
}

/// Goals in the order of their framework stand by areas, not by number: the name of each area where it begins.
fn areas(
    setting: &Setting<'_>,
    found: &ProfilesFound,
    lines: &[(&Profile, Option<RankRange>)],
) -> Vec<Option<String>> {
    let contents = setting.contents;
    let parent = |who: Who| match who {
        Who::Item(item) => item.goal().and(contents.item_parent(item)),
        Who::Group(_) => None,
    };
    let mut last = None;
    let begins = |(profile, _): &(&Profile, Option<RankRange>)| {
        let now = parent(profile.who);
        let is_new = found.ranking.is_none() && now != last;
        last = now;
        now.filter(|_| is_new).map(|area| setting.label(area).1)
    };
    lines.iter().map(begins).collect()
}

fn begin_area(sheet: &mut Sheet<'_>, name: String) {
    let (width, canvas) = (sheet.width, sheet.setting.tokens.canvas);
    let area = Area::new(0.0, sheet.y, width, AREA);
    sheet.canvas.fill(area, canvas);
    let at = (sheet.inner, sheet.y + AREA / 2.0);
    sheet.text(at, name, Text::TITLE.sized(12.0));
    sheet.y += AREA;
}

struct Places {
    /// Where names begin, and how much room they have.
    name: f64,
    name_room: f64,
    zero: f64,
    /// Length of a point.
    unit: f64,
}
impl Places {
    fn of(
        sheet: &Sheet<'_>,
        profiles: &Profiles,
        (rank, name_room): (f64, f64),
        figures: f64,
    ) -> Self {
        let left = sheet.inner + rank + name_room;
        let right = sheet.width - sheet.inner - figures;
        // A point is as long on both sides; zero stands where both fit.
        let most = |of: fn(&Profile) -> f64| profiles.lines.iter().map(of).fold(0.0, f64::max);
        let (harm, benefit) = (
            most(|line| -line.sums.tradeoff),
            most(|line| line.sums.benefit),
        );
        let bars = right - left - 2.0 * NUMBER;
        let unit = if harm + benefit > 0.0 {
            bars / (harm + benefit)
        } else {
            0.0
        };
        let zero = left
            + NUMBER
            + if harm + benefit > 0.0 {
                harm * unit
            } else {
                bars / 2.0
            };
        Self {
            name: sheet.inner + rank,
            name_room,
            zero,
            unit,
        }
    }
}

/// How many figures have room beside the bars; all of them are in the table and in what a profile says.
fn figures_in(width: f64) -> usize {
    [620.0, 700.0, 780.0]
        .iter()
        .filter(|least| width >= **least)
        .count()
        + 2
}

/// Goals × goals have no costs.
fn has_costs(profiles: &Profiles) -> bool {
    profiles
        .lines
        .iter()
        .any(|line| line.cost.policies + line.cost.unknown > 0)
}

/// What a profile is called.
pub(super) fn name_of(contents: &Contents, words: &Words, who: Who) -> String {
    let item = |item: Item| {
        let (code, label) = contents.item_label(item);
        format!("{code} {}", label.get(words.language()))
            .trim()
            .to_owned()
    };
    match who {
        Who::Item(id) => item(id),
        Who::Group(GroupKey::Parent(Some(id))) => item(id),
        Who::Group(GroupKey::Cluster(Some(id))) => contents.cluster_name(id).to_owned(),
        Who::Group(GroupKey::Level(Some(level))) => level.say(words),
        Who::Group(GroupKey::Parent(None)) => words.figure_no_group(),
        Who::Group(GroupKey::Cluster(None)) => words.chart_no_cluster(),
        Who::Group(GroupKey::Level(None)) => words.chart_no_level(),
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
        .chart_profiles_title(setting.words.say(by), setting.words.say(of))
}

fn axis_key(setting: &Setting<'_>, axis: Axis) -> &'static str {
    match (
        setting.matrix.kind.holds_policies(axis),
        setting.matrix.kind.is_square(),
        axis,
    ) {
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
        add(words.chart_weighted());
    }
    if profiles.by == Some(Grouping::Parent) {
        add(words.chart_parent_direct());
    }
    if profiles.by == Some(Grouping::Cluster) {
        add(words.chart_cluster_overlap());
    }
    if has_costs(profiles) {
        let shared = profiles.axis == Axis::Columns && !setting.matrix.kind.is_square();
        add(if shared {
            words.chart_cost_shared()
        } else {
            words.chart_cost_own()
        });
        let unknown: u32 = profiles.lines.iter().map(|line| line.cost.unknown).sum();
        if unknown > 0 {
            add(words.chart_cost_unknown());
        }
        if profiles.nested_budgets > 0 {
            add(words.chart_cost_nested(profiles.nested_budgets));
        }
    }
    if setting.is_illustrative() {
        add(words.figure_illustrative());
    }
    text
}

/// The sides of zero, and the figures beside the bars.
fn heads(sheet: &mut Sheet<'_>, places: &Places, figures: &[Figure<Line<'_>>]) {
    let (words, surface) = (sheet.words(), sheet.setting.tokens.surface);
    sheet
        .canvas
        .fill(Area::new(0.0, sheet.y, sheet.width, HEAD), surface);
    // Heads of both sizes stand on one line.
    let middle = |size: f64| sheet.y + HEAD - 16.0 - baseline(0.0, size);
    let (sides, above) = (middle(13.0), middle(12.0));
    for (key, aside, anchor) in [
        ("chart-left", -8.0, Anchor::End),
        ("chart-right", 8.0, Anchor::Start),
    ] {
        sheet.text(
            (places.zero + aside, sides),
            words.say(key),
            Text::TITLE.at(anchor),
        );
    }
    sheet.heads(figures, above);
    sheet.rule(sheet.y + HEAD - 4.0);
    sheet.y += HEAD;
}

fn step(setting: &Setting<'_>, positive: bool) -> Rgb {
    let value = if positive {
        setting.scale.highest()
    } else {
        setting.scale.lowest()
    };
    // Two thirds of the scale: the middle step of the ramp.
    let two_thirds =
        ordito_model::Points(i16::try_from(i32::from(value.0) * 2 / 3).unwrap_or(value.0));
    score_colour(two_thirds, setting.scale, setting.look)
}

/// The name, and what is gross to both sides with the net between.
fn bar(sheet: &mut Sheet<'_>, places: &Places, line: &Line<'_>) {
    let (setting, words) = (sheet.setting, sheet.words());
    let (tokens, numbers) = (&setting.tokens, words.numbers());
    let middle = sheet.y + ROW / 2.0;
    sheet.name(&line.name, (places.name, middle), places.name_room - 12.0);
    let sums = &line.profile.sums;
    let small = Text::NAME.sized(12.0);
    if sums.scored == 0 {
        let nothing = words.chart_nothing_scored();
        sheet.text(
            (places.zero + 8.0, middle),
            nothing,
            Text {
                ink: Ink::Muted,
                ..small
            },
        );
        return;
    }
    let reach = |value: f64| value * places.unit;
    let (harm, benefit) = (reach(-sums.tradeoff), reach(sums.benefit));
    sheet.canvas.fill(
        Area::new(places.zero - harm, middle - 8.0, harm, 16.0),
        step(setting, false),
    );
    sheet.canvas.fill(
        Area::new(places.zero, middle - 8.0, benefit, 16.0),
        step(setting, true),
    );
    let (left, right) = (
        (places.zero - harm - 5.0, middle),
        (places.zero + benefit + 5.0, middle),
    );
    // Of one side equally many decimals on all bars.
    let said = |of: fn(&Sums) -> f64| {
        let all = line.profiles.lines.iter().map(|each| of(&each.sums));
        let most = all.map(|value| numbers.decimals(value)).max();
        numbers.signed(of(sums), most.unwrap_or_default())
    };
    let (harms, helps) = (said(|sums| sums.tradeoff), said(|sums| sums.benefit));
    sheet.text(left, harms, small.at(Anchor::End));
    sheet.text(right, helps, small);
    // The net as a mark of its own, readable on both bars and beside them.
    let net = places.zero + reach(sums.net());
    sheet.canvas.fill(
        Area::new(net - 2.5, middle - 11.0, 5.0, 22.0),
        tokens.surface,
    );
    sheet
        .canvas
        .fill(Area::new(net - 1.0, middle - 11.0, 2.0, 22.0), tokens.ink);
}
