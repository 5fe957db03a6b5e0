//! Every command once: its words, its shortcut, its place in the palette.

use super::{Analysis, Export, Room};

/// A key as it is called on the keyboard, without knowing of any window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyName {
    Char(char),
    F(u8),
    Delete,
    Enter,
    Escape,
    Left,
    Right,
    Plus,
    Minus,
}

/// A shortcut. Ctrl+Alt is never used: it is AltGr on Italian keyboards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shortcut {
    pub ctrl: bool,
    pub shift: bool,
    pub alt: bool,
    pub key: KeyName,
}
impl Shortcut {
    /// As it is printed: `Ctrl+Maiusc+Z`.
    pub fn say(self, words: &ordito_words::Words) -> String {
        let mut text = String::new();
        for (held, key) in [
            (self.ctrl, words.key_ctrl()),
            (self.alt, words.key_alt()),
            (self.shift, words.key_shift()),
        ] {
            if held {
                text.push_str(&key);
                text.push('+');
            }
        }
        match self.key {
            KeyName::Char(c) => text.extend(c.to_uppercase()),
            KeyName::F(n) => {
                text.push('F');
                text.push_str(&n.to_string());
            }
            KeyName::Delete => text.push_str(&words.key_delete()),
            KeyName::Enter => text.push_str(&words.key_enter()),
            KeyName::Escape => text.push_str(&words.key_escape()),
            KeyName::Left => text.push_str(&words.key_left()),
            KeyName::Right => text.push_str(&words.key_right()),
            KeyName::Plus => text.push('+'),
            KeyName::Minus => text.push('−'),
        }
        text
    }
}
pub(super) const fn ctrl(key: char) -> Option<Shortcut> {
    Some(Shortcut {
        ctrl: true,
        shift: false,
        alt: false,
        key: KeyName::Char(key),
    })
}
const fn ctrl_shift(key: char) -> Option<Shortcut> {
    Some(Shortcut {
        ctrl: true,
        shift: true,
        alt: false,
        key: KeyName::Char(key),
    })
}
const fn plain(key: KeyName) -> Option<Shortcut> {
    Some(Shortcut {
        ctrl: false,
        shift: false,
        alt: false,
        key,
    })
}
const fn alt(key: KeyName) -> Option<Shortcut> {
    Some(Shortcut {
        ctrl: false,
        shift: false,
        alt: true,
        key,
    })
}
const fn alt_shift(key: KeyName) -> Option<Shortcut> {
    Some(Shortcut {
        ctrl: false,
        shift: true,
        alt: true,
        key,
    })
}
const fn ctrl_key(key: KeyName) -> Option<Shortcut> {
    Some(Shortcut {
        ctrl: true,
        shift: false,
        alt: false,
        key,
    })
}

/// Keys of the grid that are no commands: `KEY` and `KEY-text` in `shell.ftl`.
pub const GRID_KEYS: [&str; 7] = [
    "shortcut-arrows",
    "shortcut-shift-arrows",
    "shortcut-ctrl-arrows",
    "shortcut-tab",
    "shortcut-enter",
    "shortcut-home",
    "shortcut-entry",
];

/// Keys of a running session of a laboratory, as they are listed; carried out in `ui::lab`.
pub const LAB_KEYS: [&str; 8] = [
    "shortcut-lab-enter",
    "shortcut-lab-vote",
    "shortcut-lab-side",
    "shortcut-lab-back",
    "shortcut-lab-go",
    "shortcut-lab-reveal",
    "shortcut-lab-decide",
    "shortcut-lab-more",
];

/// Where a command stands in the palette and on the sheet of shortcuts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    File,
    Edit,
    View,
    /// Of a room; works from every other room too.
    Of(Room),
}
impl Group {
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::File, Self::Edit, Self::View]
            .into_iter()
            .chain(Room::ALL.iter().copied().map(Self::Of))
    }
    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::File => "group-file",
            Self::Edit => "group-edit",
            Self::View => "group-view",
            Self::Of(room) => room.key(),
        }
    }
}

macro_rules! commands {
    ($($group:expr => { $($variant:ident $key:literal $shortcut:expr),+ $(,)? })+) => {
        /// Everything that can be asked for by name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            Go(Room),
            Show(Analysis),
            Export(Export),
            $($($variant),+),+
        }
        /// Those that have a line of their own.
        const WRITTEN: &[Command] = &[$($(Command::$variant),+),+];
        impl Command {
            /// Its key in `shell.ftl`.
            pub fn key(self) -> &'static str {
                match self {
                    Self::Go(room) => room.go_key(),
                    Self::Show(analysis) => analysis.show_key(),
                    Self::Export(export) => export.key(),
                    $($(Self::$variant => concat!("command-", $key)),+),+
                }
            }
            pub fn group(self) -> Group {
                match self {
                    Self::Go(_) => Group::View,
                    Self::Show(_) => Group::Of(Room::Analysis),
                    Self::Export(export) => export.group(),
                    $($(Self::$variant)|+ => $group),+
                }
            }
            pub fn shortcut(self) -> Option<Shortcut> {
                match self {
                    Self::Go(room) => ctrl(room.digit()),
                    Self::Show(_) => None,
                    Self::Export(export) => export.shortcut(),
                    $($(Self::$variant => $shortcut),+),+
                }
            }
        }
    };
}

impl Command {
    /// All of them, in their order in menus and lists: those of a list of their own where they belong among the others.
    pub fn all() -> impl Iterator<Item = Self> {
        let of_file = |export: &Export| export.group() == Group::File;
        let written = WRITTEN.iter().flat_map(move |command| {
            let (mut before, mut after): (Vec<Self>, Vec<Self>) = (Vec::new(), Vec::new());
            match command {
                // From room to room comes after the key that goes round within one, what goes out after what comes in.
                Self::NextPane => after.extend(Room::ALL.iter().copied().map(Self::Go)),
                Self::ImportPasted => {
                    after.extend(Export::commands().filter(of_file).map(Self::Export));
                }
                Self::FigureOrTable => before.extend(Analysis::ALL.iter().copied().map(Self::Show)),
                _ => {}
            }
            before.into_iter().chain([*command]).chain(after)
        });
        written.chain(
            Export::commands()
                .filter(move |export| !of_file(export))
                .map(Self::Export),
        )
    }
}

commands! {
    Group::File => {
        New "new" ctrl('n'),
        NewSample "new-sample" None,
        Open "open" ctrl('o'),
        Save "save" ctrl('s'),
        SaveCopy "save-copy" ctrl_shift('s'),
        SaveWithoutHistory "save-without-history" None,
        Milestone "milestone" None,
        MergeCopies "merge-copies" None,
        Backups "backups" None,
        History "history" ctrl('h'),
        ImportTable "import-table" ctrl('i'),
        ImportPasted "import-pasted" None,
        DocumentInfo "document-info" None,
        Identity "identity" None,
        Close "close" ctrl('w'),
        Quit "quit" ctrl('q'),
    }
    Group::Edit => {
        Undo "undo" ctrl('z'),
        Redo "redo" ctrl('y'),
        Cut "cut" ctrl('x'),
        Copy "copy" ctrl('c'),
        CopyWithHeads "copy-with-heads" None,
        Paste "paste" ctrl('v'),
        Clear "clear" plain(KeyName::Delete),
        FillDown "fill-down" ctrl('d'),
        FillRight "fill-right" ctrl('r'),
        SelectAll "select-all" ctrl('a'),
        Find "find" ctrl('f'),
    }
    Group::View => {
        Palette "palette" ctrl('k'),
        Shortcuts "shortcuts" plain(KeyName::F(1)),
        Guide "guide" ctrl_key(KeyName::F(1)),
        Tour "tour" None,
        NextPane "next-pane" plain(KeyName::F(6)),
        ZoomIn "zoom-in" ctrl_key(KeyName::Plus),
        ZoomOut "zoom-out" ctrl_key(KeyName::Minus),
        ZoomReset "zoom-reset" ctrl('0'),
        Inspector "inspector" ctrl('j'),
        WidenColumns "widen-columns" alt(KeyName::Right),
        NarrowColumns "narrow-columns" alt(KeyName::Left),
        FitColumns "fit-columns" None,
        WidenHeads "widen-heads" alt_shift(KeyName::Right),
        NarrowHeads "narrow-heads" alt_shift(KeyName::Left),
        StandardWidths "standard-widths" None,
        DensityAutomatic "density-automatic" None,
        DensityCompact "density-compact" None,
        DensityWide "density-wide" None,
        WholeNames "whole-names" None,
        LookLight "look-light" None,
        LookDark "look-dark" None,
        LookContrast "look-contrast" None,
        ReduceMotion "reduce-motion" None,
        Accessibility "accessibility" None,
        Italian "italian" None,
        English "english" None,
    }
    Group::Of(Room::Catalogue) => {
        AddPolicy "add-policy" None,
        AddSubPolicy "add-sub-policy" None,
        DuplicatePolicy "duplicate-policy" None,
        AddVariant "add-variant" None,
        DeletePolicy "delete-policy" None,
        MarkProvisional "mark-provisional" None,
        Unmark "unmark" None,
        ImportPolicies "import-policies" None,
        PastePolicies "paste-policies" None,
    }
    Group::Of(Room::Frameworks) => {
        AddFramework "add-framework" None,
        ImportFramework "import-framework" None,
        AddGoal "add-goal" None,
        AddCrosswalk "add-crosswalk" None,
        AddScale "add-scale" None,
    }
    Group::Of(Room::Matrix) => {
        NewMatrix "new-matrix" ctrl('m'),
        MatrixInfo "matrix-info" None,
        DeleteMatrix "delete-matrix" None,
        EditCell "edit-cell" plain(KeyName::F(2)),
        EditReason "edit-reason" ctrl('g'),
        NextUnscored "next-unscored" plain(KeyName::F(4)),
        FoldColumns "fold-columns" plain(KeyName::F(7)),
        FoldRows "fold-rows" plain(KeyName::F(8)),
        ViewNet "view-net" None,
        ViewBenefit "view-benefit" None,
        ViewTradeoff "view-tradeoff" None,
        FilterNone "filter-none" None,
        FilterUnscored "filter-unscored" None,
        FilterConflicts "filter-conflicts" None,
        FilterNoReason "filter-no-reason" None,
        FilterMore "filter-more" None,
        OrderCatalogue "order-catalogue" None,
        OrderByColumn "order-by-column" None,
        GoalsByNumber "goals-by-number" None,
        GoToPolicy "go-to-policy" None,
        GoToGoal "go-to-goal" None,
        AddRows "add-rows" None,
        AddColumns "add-columns" None,
        RemoveRows "remove-rows" None,
        RemoveColumns "remove-columns" None,
        HideRows "hide-rows" None,
        HideColumns "hide-columns" None,
        ShowHidden "show-hidden" None,
        MoveRowsUp "move-rows-up" None,
        MoveRowsDown "move-rows-down" None,
        MoveColumnsLeft "move-columns-left" None,
        MoveColumnsRight "move-columns-right" None,
        Weights "weights" None,
        Assessors "assessors" None,
        MakeConsensus "make-consensus" None,
    }
    Group::Of(Room::Compare) => {
        TakeOver "take-over" ctrl('t'),
        JumpToCell "jump-to-cell" None,
        NextDifference "next-difference" plain(KeyName::F(9)),
        OnlyDifferences "only-differences" None,
        LinkScrolling "link-scrolling" None,
        SwapSides "swap-sides" None,
        AddSide "add-side" None,
        OpenOther "open-other" None,
    }
    Group::Of(Room::Analysis) => {
        FigureOrTable "figure-or-table" None,
    }
    Group::Of(Room::Lab) => {
        Present "present" plain(KeyName::F(5)),
        NewLab "new-lab" None,
        DeleteLab "delete-lab" None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_shortcut_and_none_uses_ctrl_alt() {
        let mut seen = std::collections::BTreeMap::new();
        for command in Command::all() {
            if let Some(shortcut) = command.shortcut() {
                assert!(!(shortcut.ctrl && shortcut.alt), "{command:?}");
                assert_eq!(
                    seen.insert(format!("{shortcut:?}"), command),
                    None,
                    "{command:?}"
                );
            }
        }
    }

    #[test]
    fn every_command_has_words_in_both_languages() {
        for language in [ordito_model::Language::It, ordito_model::Language::En] {
            let words = ordito_words::Words::new(language);
            for command in Command::all() {
                assert!(words.knows(command.key()), "{}", command.key());
            }
        }
    }
}
