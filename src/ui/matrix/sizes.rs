//! How large the parts of the grid are: wide as in `docs/design/matrix.png`, or compact, so that the goals of the 2030 Agenda
//! and as many rows are seen on a small screen.

use crate::kit::grid::BAR;
use egui::Vec2;
use ordito_workspace::Density;
use std::ops::RangeInclusive;

/// How narrow and wide columns, and the names of rows, can be made.
pub const COLUMNS: RangeInclusive<f32> = 26.0..=400.0;
pub const HEADS: RangeInclusive<f32> = 160.0..=900.0;
/// A column of the wide form, and the most a compact one grows to.
const WIDE: f32 = 47.0;
/// A compact column shows a score and the mark of its reason beside it from here on.
const COMPACT: f32 = 34.0;
/// Where not all columns are seen anyway they may be narrower, so that this many are: a number still fits.
const NARROW: f32 = 26.0;
/// Of so few columns none is narrower than compact cells are: beyond that they scroll.
const FEW: usize = 20;
const MANY: usize = 25;

/// What there is to be shown, and how it is wished for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shown {
    /// Columns of cells, and those that several are folded into.
    pub columns: usize,
    pub folded: usize,
    /// How wide the longest code of a row is.
    pub codes: f32,
    /// How wide the names of rows were made.
    pub heads: Option<f32>,
    pub density: Density,
}

/// Sizes in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    pub is_compact: bool,
    pub row: f32,
    /// The heading of a group of rows.
    pub heading: f32,
    pub column: f32,
    pub fold: f32,
    pub band: f32,
    pub titles: f32,
    pub codes: f32,
    /// A line of an upright title.
    pub line: f32,
    /// Sums right of the cells; nothing where there is no room for them.
    pub net: f32,
    pub coverage: f32,
    /// A line of sums below the cells.
    pub sum: f32,
    /// All heads of rows: codes, names, profiles.
    pub side: f32,
    pub code: f32,
    pub profile: f32,
    /// Of the numbers in cells.
    pub text: f32,
}

impl Default for Sizes {
    fn default() -> Self {
        let shown = Shown {
            columns: 0,
            folded: 0,
            codes: 0.0,
            heads: None,
            density: Density::Wide,
        };
        Self::of(Vec2::splat(1_000.0), &shown)
    }
}

impl Sizes {
    /// What fits best into a place.
    pub fn of(room: Vec2, shown: &Shown) -> Self {
        let wide = Self::wide(room, shown);
        // Not while the names of rows are being made wider: only the place decides.
        let as_it_begins = Shown {
            heads: None,
            ..*shown
        };
        let needed = Self::wide(room, &as_it_begins).beside()
            + shown.columns as f32 * wide.column
            + shown.folded as f32 * wide.fold;
        match shown.density {
            Density::Wide => wide,
            Density::Automatic if needed <= room.x => wide,
            _ => Self::compact(room, shown),
        }
    }

    /// What is left and right of the cells.
    fn beside(&self) -> f32 {
        self.side + self.net + self.coverage + BAR
    }

    fn wide(room: Vec2, shown: &Shown) -> Self {
        let roomy = room.x > 1_000.0;
        let profile = if roomy { 84.0 } else { 64.0 };
        let code = (shown.codes + 18.0).clamp(if roomy { 58.0 } else { 46.0 }, 100.0);
        let title = (room.x * 0.23).clamp(110.0, 232.0).floor();
        // However narrow they are made, a few letters of the names are seen.
        let heads = shown.heads.map(|heads| heads.max(code + profile + 40.0));
        let sum = if room.x > 560.0 { 50.0 } else { 0.0 };
        Self {
            is_compact: false,
            row: 30.0,
            heading: 30.0,
            column: WIDE,
            fold: 66.0,
            band: 26.0,
            titles: 104.0,
            codes: 24.0,
            line: 16.0,
            net: sum,
            coverage: sum,
            sum: if room.y > 360.0 { 24.0 } else { 0.0 },
            side: heads
                .unwrap_or(code + title + profile)
                .min(room.x * 0.6)
                .floor(),
            code,
            profile,
            text: 14.0,
        }
    }

    /// The profiles give way first, then the names of rows, then the columns themselves.
    fn compact(room: Vec2, shown: &Shown) -> Self {
        let code = (shown.codes + 14.0).clamp(38.0, 100.0).floor();
        let has_sums = room.x > 480.0;
        let (net, coverage) = if has_sums { (40.0, 44.0) } else { (0.0, 0.0) };
        let cell = |side: f32, n: usize| {
            let room = room.x - side - net - coverage - BAR - shown.folded as f32 * COMPACT;
            room.floor() / n.max(1) as f32
        };
        let (name, least) = (247.0_f32.max(code + 150.0), 190.0_f32.max(code + 110.0));
        let asked = shown.heads.map(|heads| heads.max(code + 60.0));
        let ways = match asked {
            Some(heads) => [(heads, 40.0), (heads, 0.0), (heads, 0.0)],
            None => [(name + 40.0, 40.0), (name, 0.0), (least, 0.0)],
        };
        // Of very many columns as many as the narrowest way has room for.
        let n = shown.columns.min(MANY);
        let fitting = ways.into_iter().find(|(side, _)| cell(*side, n) >= COMPACT);
        let ((side, profile), column) = match fitting {
            Some(way) => (way, cell(way.0, shown.columns).clamp(COMPACT, WIDE)),
            None if n <= FEW => (ways[2], COMPACT),
            None => (ways[2], cell(ways[2].0, n).clamp(NARROW, COMPACT)),
        };
        Self {
            is_compact: true,
            row: 24.0,
            heading: 24.0,
            column,
            fold: column.max(COMPACT),
            band: 20.0,
            titles: 86.0,
            codes: 20.0,
            line: 13.0,
            net,
            coverage,
            sum: if room.y > 300.0 { 22.0 } else { 0.0 },
            side: side.min(room.x * 0.6).floor(),
            code,
            profile,
            text: 13.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(columns: usize) -> Shown {
        Shown {
            columns,
            folded: 0,
            codes: 40.0,
            heads: None,
            density: Density::Automatic,
        }
    }
    fn seen(sizes: &Sizes, width: f32) -> usize {
        // A column that lacks a hundredth of a point is seen.
        ((width - sizes.beside()) / sizes.column + 0.01) as usize
    }

    #[test]
    fn the_seventeen_goals_are_seen_at_once_on_every_screen_of_an_office() {
        // Window less rail and cell sheet: 1366, 1280, 1600, 1920.
        for (width, is_compact) in [
            (970.0, true),
            (884.0, true),
            (1_176.0, true),
            (1_496.0, false),
        ] {
            let sizes = Sizes::of(Vec2::new(width, 640.0), &shown(17));
            assert_eq!(sizes.is_compact, is_compact, "{width}");
            assert!(seen(&sizes, width) >= 17, "{width}: {sizes:?}");
        }
        // As drawn: 247 + 40 + 17 × 35 + 84.
        let sizes = Sizes::of(Vec2::new(970.0, 640.0), &shown(17));
        let parts = (sizes.side, sizes.profile, sizes.net, sizes.coverage);
        assert_eq!(parts, (287.0, 40.0, 40.0, 44.0));
        assert!((34.6..34.7).contains(&sizes.column), "{sizes:?}");
    }

    #[test]
    fn of_169_targets_25_are_seen_beside_the_cell_sheet_and_without_it() {
        for width in [970.0, 1_288.0] {
            let sizes = Sizes::of(Vec2::new(width, 640.0), &shown(169));
            assert!(seen(&sizes, width) >= 25, "{width}: {sizes:?}");
        }
    }

    #[test]
    fn few_columns_are_wide_and_what_is_asked_for_stands() {
        let small = Vec2::new(970.0, 640.0);
        assert!(!Sizes::of(small, &shown(6)).is_compact);
        let asked = |density| {
            let shown = Shown {
                density,
                ..shown(6)
            };
            Sizes::of(small, &shown)
        };
        assert!(asked(Density::Compact).is_compact);
        assert_eq!(asked(Density::Compact).column, 47.0);
        let wide = Shown {
            density: Density::Wide,
            ..shown(169)
        };
        assert!(!Sizes::of(small, &wide).is_compact);
        // Names that were made wide stay so.
        let heads = Shown {
            heads: Some(400.0),
            ..shown(17)
        };
        assert_eq!(Sizes::of(small, &heads).side, 400.0);
    }
}
