//! Every command once: its words, its shortcut, its place in the palette.

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
    pub fn say(self, words: &crate::words::Words) -> String {
        let mut text = String::new();
        for (held, key) in [(self.ctrl, words.key_ctrl()), (self.alt, words.key_alt()), (self.shift, words.key_shift())]
        {
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
const fn ctrl(key: char) -> Option<Shortcut> {
    Some(Shortcut { ctrl: true, shift: false, alt: false, key: KeyName::Char(key) })
}
const fn ctrl_shift(key: char) -> Option<Shortcut> {
    Some(Shortcut { ctrl: true, shift: true, alt: false, key: KeyName::Char(key) })
}
const fn plain(key: KeyName) -> Option<Shortcut> {
    Some(Shortcut { ctrl: false, shift: false, alt: false, key })
}
const fn alt(key: KeyName) -> Option<Shortcut> {
    Some(Shortcut { ctrl: false, shift: false, alt: true, key })
}
const fn alt_shift(key: KeyName) -> Option<Shortcut> {
    Some(Shortcut { ctrl: false, shift: true, alt: true, key })
}
const fn ctrl_key(key: KeyName) -> Option<Shortcut> {
    Some(Shortcut { ctrl: true, shift: false, alt: false, key })
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
    Matrix,
    Catalogue,
    Frameworks,
    Compare,
    Analysis,
    Lab,
}
impl Group {
    pub const ALL: [Self; 9] = [
        Self::File,
        Self::Edit,
        Self::View,
        Self::Matrix,
        Self::Compare,
        Self::Analysis,
        Self::Lab,
        Self::Catalogue,
        Self::Frameworks,
    ];
    /// Its key in `shell.ftl`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::File => "group-file",
            Self::Edit => "group-edit",
            Self::View => "group-view",
            Self::Matrix => "group-matrix",
            Self::Catalogue => "group-catalogue",
            Self::Frameworks => "group-frameworks",
            Self::Compare => "group-compare",
            Self::Analysis => "group-analysis",
            Self::Lab => "group-lab",
        }
    }
}

macro_rules! commands {
    ($($variant:ident $key:literal $group:ident $shortcut:expr),+ $(,)?) => {
        /// Everything that can be asked for by name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command { $($variant),+ }
        impl Command {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Its key in `shell.ftl`.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => concat!("command-", $key)),+ }
            }
            pub const fn group(self) -> Group {
                match self { $(Self::$variant => Group::$group),+ }
            }
            pub const fn shortcut(self) -> Option<Shortcut> {
                match self { $(Self::$variant => $shortcut),+ }
            }
        }
    };
}

commands! {
    New "new" File ctrl('n'),
    NewSample "new-sample" File None,
    Open "open" File ctrl('o'),
    Save "save" File ctrl('s'),
    SaveCopy "save-copy" File ctrl_shift('s'),
    SaveWithoutHistory "save-without-history" File None,
    Milestone "milestone" File None,
    MergeCopies "merge-copies" File None,
    Backups "backups" File None,
    History "history" File ctrl('h'),
    ImportTable "import-table" File ctrl('i'),
    ImportPasted "import-pasted" File None,
    ExportTable "export-table" File ctrl('e'),
    ExportJson "export-json" File None,
    ExportPicture "export-picture" File None,
    ExportTemplate "export-template" File None,
    ExportOpenData "export-open-data" File None,
    DocumentInfo "document-info" File None,
    Identity "identity" File None,
    Close "close" File ctrl('w'),
    Quit "quit" File ctrl('q'),

    Undo "undo" Edit ctrl('z'),
    Redo "redo" Edit ctrl('y'),
    Cut "cut" Edit ctrl('x'),
    Copy "copy" Edit ctrl('c'),
    Paste "paste" Edit ctrl('v'),
    Clear "clear" Edit plain(KeyName::Delete),
    FillDown "fill-down" Edit ctrl('d'),
    FillRight "fill-right" Edit ctrl('r'),
    SelectAll "select-all" Edit ctrl('a'),
    Find "find" Edit ctrl('f'),

    Palette "palette" View ctrl('k'),
    Shortcuts "shortcuts" View plain(KeyName::F(1)),
    Guide "guide" View ctrl_key(KeyName::F(1)),
    Tour "tour" View None,
    Present "present" Lab plain(KeyName::F(5)),
    NewLab "new-lab" Lab None,
    DeleteLab "delete-lab" Lab None,
    NextPane "next-pane" View plain(KeyName::F(6)),
    GoCatalogue "go-catalogue" View ctrl('1'),
    GoFrameworks "go-frameworks" View ctrl('2'),
    GoMatrix "go-matrix" View ctrl('3'),
    GoCompare "go-compare" View ctrl('4'),
    GoAnalysis "go-analysis" View ctrl('5'),
    GoLab "go-lab" View ctrl('6'),
    GoSheets "go-sheets" View ctrl('9'),
    ZoomIn "zoom-in" View ctrl_key(KeyName::Plus),
    ZoomOut "zoom-out" View ctrl_key(KeyName::Minus),
    ZoomReset "zoom-reset" View ctrl('0'),
    Inspector "inspector" View ctrl('j'),
    WidenColumns "widen-columns" View alt(KeyName::Right),
    NarrowColumns "narrow-columns" View alt(KeyName::Left),
    FitColumns "fit-columns" View None,
    WidenHeads "widen-heads" View alt_shift(KeyName::Right),
    NarrowHeads "narrow-heads" View alt_shift(KeyName::Left),
    StandardWidths "standard-widths" View None,
    LookLight "look-light" View None,
    LookDark "look-dark" View None,
    LookContrast "look-contrast" View None,
    ReduceMotion "reduce-motion" View None,
    Accessibility "accessibility" View None,
    Italian "italian" View None,
    English "english" View None,

    NewMatrix "new-matrix" Matrix ctrl('m'),
    MatrixInfo "matrix-info" Matrix None,
    DeleteMatrix "delete-matrix" Matrix None,
    EditCell "edit-cell" Matrix plain(KeyName::F(2)),
    EditReason "edit-reason" Matrix ctrl('g'),
    NextUnscored "next-unscored" Matrix plain(KeyName::F(4)),
    FoldColumns "fold-columns" Matrix plain(KeyName::F(7)),
    FoldRows "fold-rows" Matrix plain(KeyName::F(8)),
    ViewNet "view-net" Matrix None,
    ViewBenefit "view-benefit" Matrix None,
    ViewTradeoff "view-tradeoff" Matrix None,
    FilterNone "filter-none" Matrix None,
    FilterUnscored "filter-unscored" Matrix None,
    FilterConflicts "filter-conflicts" Matrix None,
    FilterNoReason "filter-no-reason" Matrix None,
    AddRows "add-rows" Matrix None,
    AddColumns "add-columns" Matrix None,
    RemoveRows "remove-rows" Matrix None,
    RemoveColumns "remove-columns" Matrix None,
    HideRows "hide-rows" Matrix None,
    HideColumns "hide-columns" Matrix None,
    ShowHidden "show-hidden" Matrix None,
    MoveRowsUp "move-rows-up" Matrix None,
    MoveRowsDown "move-rows-down" Matrix None,
    MoveColumnsLeft "move-columns-left" Matrix None,
    MoveColumnsRight "move-columns-right" Matrix None,
    Weights "weights" Matrix None,
    Assessors "assessors" Matrix None,
    MakeConsensus "make-consensus" Matrix None,

    TakeOver "take-over" Compare ctrl('t'),
    JumpToCell "jump-to-cell" Compare None,
    NextDifference "next-difference" Compare plain(KeyName::F(9)),
    OnlyDifferences "only-differences" Compare None,
    LinkScrolling "link-scrolling" Compare None,
    SwapSides "swap-sides" Compare None,
    AddSide "add-side" Compare None,
    OpenOther "open-other" Compare None,
    ExportComparison "export-comparison" Compare None,

    ShowProfiles "show-profiles" Analysis None,
    ShowConflicts "show-conflicts" Analysis None,
    ShowCoherence "show-coherence" Analysis None,
    ShowRobustness "show-robustness" Analysis None,
    ShowIndirect "show-indirect" Analysis None,
    ShowGroups "show-groups" Analysis None,
    ShowReadings "show-readings" Analysis None,
    FigureOrTable "figure-or-table" Analysis None,
    SaveChartSvg "save-chart-svg" Analysis None,
    SaveChartPng "save-chart-png" Analysis None,
    SaveChartCsv "save-chart-csv" Analysis None,
    SaveChartXlsx "save-chart-xlsx" Analysis None,
    ExportAgenda "export-agenda" Analysis None,

    AddPolicy "add-policy" Catalogue None,
    AddSubPolicy "add-sub-policy" Catalogue None,
    DuplicatePolicy "duplicate-policy" Catalogue None,
    AddVariant "add-variant" Catalogue None,
    DeletePolicy "delete-policy" Catalogue None,
    MarkProvisional "mark-provisional" Catalogue None,
    Unmark "unmark" Catalogue None,
    ImportPolicies "import-policies" Catalogue None,
    PastePolicies "paste-policies" Catalogue None,

    AddFramework "add-framework" Frameworks None,
    ImportFramework "import-framework" Frameworks None,
    AddGoal "add-goal" Frameworks None,
    AddCrosswalk "add-crosswalk" Frameworks None,
    AddScale "add-scale" Frameworks None,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_shortcut_and_none_uses_ctrl_alt() {
        let mut seen = std::collections::BTreeMap::new();
        for command in Command::ALL {
            if let Some(shortcut) = command.shortcut() {
                assert!(!(shortcut.ctrl && shortcut.alt), "{command:?}");
                assert_eq!(seen.insert(format!("{shortcut:?}"), command), None, "{command:?}");
            }
        }
    }

    #[test]
    fn every_command_has_words_in_both_languages() {
        for language in [crate::model::Language::It, crate::model::Language::En] {
            let words = crate::words::Words::new(language);
            for command in Command::ALL {
                assert!(words.knows(command.key()), "{}", command.key());
            }
        }
    }
}
