//! The strip below the projection: whose turn it is, and what can be done now. With one display the whole room sees it,
//! so it has the projection's colours and sizes and says of a vote only that it came.

use super::projection::{BACKGROUND, CARD, SMALLEST, SOFT, TEXT};
use super::run::{Asked, Now, Run};
use crate::Cx;
use crate::theme::{self, Paint};
use crate::widgets;
use egui::{
    Align, Button, Color32, FontId, Key, Layout, RichText, Stroke, TextEdit, TextStyle, Ui,
};
use egui_material_icons::{MaterialIcon, icons};
use ordito_document::{Edit, LabMove};
use ordito_model::{CellValue, Item, Phase};
use ordito_workspace::{Action, Workspace};

/// Colours and size of the controls of a running session.
pub struct Stage {
    pub paint: Paint,
    pub size: f32,
    /// Seen by the whole room.
    pub shared: bool,
}

/// White on it is 7:1, as every text that the room sees.
pub const PRIMARY: Color32 = Color32::from_rgb(0x00, 0x55, 0xB3);
const HOVER: Color32 = Color32::from_rgb(0x21, 0x45, 0x6A);
const OUTLINE: Color32 = Color32::from_rgb(0x7F, 0x9A, 0xB4);

impl Stage {
    /// On the presenter's own display.
    pub fn own(paint: &Paint) -> Self {
        Self {
            paint: *paint,
            size: 16.0,
            shared: false,
        }
    }
    /// On the display that the room sees.
    pub fn shared(paint: &Paint, scale: f32) -> Self {
        let paint = Paint {
            primary: PRIMARY,
            primary_hover: PRIMARY,
            on_primary: TEXT,
            selected: PRIMARY,
            on_selected: TEXT,
            ink: TEXT,
            muted: SOFT,
            surface: CARD,
            canvas: HOVER,
            line: OUTLINE,
            border: OUTLINE,
            danger: Color32::from_rgb(0xFF, 0xC9, 0xC9),
            ..*paint
        };
        Self {
            paint,
            size: SMALLEST * scale,
            shared: true,
        }
    }
    /// Gives what is drawn in `ui` this look.
    pub fn apply(&self, ui: &mut Ui) {
        let style = ui.style_mut();
        // Signs and words keep their distance as they grow.
        style.spacing.item_spacing.x = (self.size * 0.5).max(style.spacing.item_spacing.x);
        for name in [TextStyle::Small, TextStyle::Body, TextStyle::Button] {
            style.text_styles.insert(
                name,
                FontId::proportional(if self.shared { self.size } else { theme::BASE }),
            );
        }
        if !self.shared {
            return;
        }
        let p = &self.paint;
        let visuals = &mut style.visuals;
        visuals.extreme_bg_color = BACKGROUND;
        visuals.text_edit_bg_color = Some(BACKGROUND);
        visuals.weak_text_color = Some(p.muted);
        visuals.text_cursor.stroke.color = p.ink;
        visuals.selection.bg_fill = p.selected;
        visuals.selection.stroke = Stroke::new(1.0, p.on_selected);
        visuals.widgets.noninteractive.bg_stroke = Stroke::new(1.0, OUTLINE);
        let widgets = &mut visuals.widgets;
        for state in [
            &mut widgets.inactive,
            &mut widgets.hovered,
            &mut widgets.active,
            &mut widgets.open,
        ] {
            state.fg_stroke = Stroke::new(1.0, p.ink);
            (state.bg_fill, state.weak_bg_fill) = (CARD, CARD);
            state.bg_stroke = Stroke::new(1.5, OUTLINE);
        }
        for state in [&mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
            (state.bg_fill, state.weak_bg_fill) = (HOVER, HOVER);
        }
    }
    /// A label of the strip.
    pub fn text(&self, text: impl Into<String>) -> RichText {
        let size = if self.shared { self.size } else { theme::BASE };
        RichText::new(text).size(size).color(self.paint.ink)
    }
    fn icon_ui(&self, ui: &mut Ui, icon: MaterialIcon, name: &str) -> bool {
        let text = RichText::new(icon.codepoint)
            .family(theme::icons())
            .size(self.size * 1.2)
            .color(self.paint.ink);
        let response = ui.add(Button::new(text).frame(false)).on_hover_text(name);
        widgets::name_it(ui, &response, name);
        response.clicked()
    }
}

pub fn strip_ui(
    ui: &mut Ui,
    stage: &Stage,
    cx: &mut Cx<'_>,
    it: &Now<'_>,
    run: &mut Run,
    time: f64,
    asked: &mut Asked,
) {
    let Cx { workspace, .. } = *cx;
    if run.closing.is_some() {
        closing_strip_ui(ui, stage, workspace, asked);
        return;
    }
    if run.more && stage.shared {
        more_ui(ui, stage, workspace, it);
    }
    comment_ui(ui, stage, cx, it, run);
    let words = workspace.words();
    legend_ui(ui, stage, workspace, it, run);
    ui.horizontal(|ui| {
        ui.set_min_height(36.0);
        for (icon, key, by) in [
            (icons::ICON_CHEVRON_LEFT, "lab-previous", -1),
            (icons::ICON_CHEVRON_RIGHT, "lab-next", 1),
        ] {
            if stage.icon_ui(ui, icon, &words.say(key)) {
                *asked = Asked::Go(by);
            }
        }
        let (icon, key) = match run.timer.since {
            Some(_) => (icons::ICON_PAUSE, "lab-timer-pause"),
            None => (icons::ICON_TIMER, "lab-timer-start"),
        };
        if stage.icon_ui(ui, icon, &words.say(key)) {
            run.timer.toggle(time);
        }
        if stage.shared && stage.icon_ui(ui, icons::ICON_INFO, &words.lab_more()) {
            run.more = !run.more;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if stage.icon_ui(ui, icons::ICON_CLOSE, &words.lab_stop()) {
                *asked = Asked::Stop;
            }
            let buttons = Buttons {
                stage,
                workspace,
                it,
            };
            buttons.ui(ui, run, asked);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = RichText::new(line(workspace, it, run))
                    .family(theme::semibold())
                    .size(stage.size)
                    .color(stage.paint.ink);
                let response = ui.add(egui::Label::new(text).truncate());
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_live(egui::accesskit::Live::Polite);
                });
            });
        });
    });
}

/// The keys that do something now, whatever is going on: nobody has to know them.
fn legend_ui(ui: &mut Ui, stage: &Stage, workspace: &Workspace, it: &Now<'_>, run: &Run) {
    let words = workspace.words();
    let keys = match it.shown.phase {
        Phase::Waiting => words.lab_keys_waiting(),
        Phase::Collecting(_) if run.blind.is_some() => words.lab_keys_blind(),
        Phase::Collecting(_) => words.lab_keys(),
        Phase::Revealed(_) if it.shown.tables.is_empty() => words.lab_keys_revealed(),
        Phase::Revealed(_) => words.lab_keys_revealed_tables(),
        Phase::Closed => words.lab_keys_closed(),
    };
    let text = stage.text(keys).color(stage.paint.muted);
    let text = if stage.shared {
        text.size(stage.size * 0.86)
    } else {
        text.size(theme::CAPTION)
    };
    ui.add(egui::Label::new(text).truncate());
}

/// Below the last slide: on, back, and out.
fn closing_strip_ui(ui: &mut Ui, stage: &Stage, workspace: &Workspace, asked: &mut Asked) {
    let words = workspace.words();
    ui.horizontal(|ui| {
        ui.set_min_height(36.0);
        if stage.icon_ui(ui, icons::ICON_CHEVRON_LEFT, &words.lab_previous()) {
            *asked = Asked::Go(-1);
        }
        if stage.icon_ui(ui, icons::ICON_CHEVRON_RIGHT, &words.lab_closing_next()) {
            *asked = Asked::Go(1);
        }
        ui.label(
            stage
                .text(words.lab_keys_closing())
                .color(stage.paint.muted),
        );
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let end = format!("{}  Esc", words.lab_end());
            if widgets::primary_button_ui(ui, &stage.paint, &end, true).clicked() {
                *asked = Asked::Stop;
            }
        });
    });
}

/// Whose turn it is, or what comes next.
fn line(workspace: &Workspace, it: &Now<'_>, run: &Run) -> String {
    let words = workspace.words();
    match it.shown.phase {
        Phase::Collecting(_) => {
            if run.reveals {
                return words.lab_reveals(it.missing(), it.shown.expected.to_string());
            }
            if let (true, Some((who, _))) = (run.other_side, run.last) {
                // That a vote waits for its other side is seen; on which side it is, is not.
                return words.lab_turn_side(it.name(who));
            }
            let Some(who) = it.turn(run) else {
                return words.lab_all_voted();
            };
            if run.blind.is_some() {
                // Who is to do what stands over the bars, and nowhere else.
                return words.lab_pass_on();
            }
            let key = if run.heard {
                "lab-turn-next"
            } else {
                "lab-turn"
            };
            words.say_with(key, &[("name", it.name(who).into())])
        }
        Phase::Waiting => words.lab_hint_waiting(),
        Phase::Revealed(_) => words.lab_hint_revealed(),
        Phase::Closed => words.lab_hint_closed(),
    }
}

/// What can be done now, as buttons with their keys.
struct Buttons<'a> {
    stage: &'a Stage,
    workspace: &'a Workspace,
    it: &'a Now<'a>,
}

impl Buttons<'_> {
    fn ui(&self, ui: &mut Ui, run: &mut Run, asked: &mut Asked) {
        match self.it.shown.phase {
            Phase::Waiting => self.waiting_ui(ui, asked),
            Phase::Collecting(_) if run.reveals => self.reveals_ui(ui, run, asked),
            Phase::Collecting(_) => self.collecting_ui(ui, run, asked),
            Phase::Revealed(_) => self.revealed_ui(ui, run, asked),
            Phase::Closed => self.closed_ui(ui, asked),
        }
    }
    fn enter(&self) -> String {
        self.workspace.words().key_enter()
    }
    /// What it does, and its key where it has one.
    fn named(&self, key: &str, hint: &str) -> String {
        let name = self.workspace.words().say(key);
        if hint.is_empty() {
            name
        } else {
            format!("{name}  {hint}")
        }
    }
    fn primary_ui(&self, ui: &mut Ui, text: &str) -> bool {
        widgets::primary_button_ui(ui, &self.stage.paint, text, true).clicked()
    }
    fn button_ui(&self, ui: &mut Ui, key: &str, hint: &str) -> bool {
        widgets::button_ui(ui, &self.named(key, hint)).clicked()
    }

    fn waiting_ui(&self, ui: &mut Ui, asked: &mut Asked) {
        if self.primary_ui(ui, &self.named("lab-ask", &self.enter())) {
            *asked = Asked::Do(LabMove::Ask);
        }
        if self.button_ui(ui, "lab-skip", "S") {
            *asked = Asked::Do(LabMove::Skip);
        }
    }
    /// A reveal that was asked for while votes are missing.
    fn reveals_ui(&self, ui: &mut Ui, run: &mut Run, asked: &mut Asked) {
        if self.primary_ui(ui, &self.named("lab-reveal-all-the-same", &self.enter())) {
            *asked = Asked::Do(LabMove::Reveal);
        }
        if self.button_ui(ui, "lab-reveal-not-yet", "Esc") {
            run.reveals = false;
        }
    }
    fn collecting_ui(&self, ui: &mut Ui, run: &mut Run, asked: &mut Asked) {
        let goes_round = run.blind.is_some();
        if self.primary_ui(
            ui,
            &self.named("lab-reveal", if goes_round { "" } else { "R" }),
        ) {
            *asked = Asked::Reveal;
        }
        let (key, hint) = if goes_round {
            ("lab-blind-end", "Esc")
        } else {
            ("lab-blind", "B")
        };
        if self.button_ui(ui, key, hint) {
            run.turn_blind();
        }
    }
    /// The blue one, and Enter, are what the rule asks for: to accept, or to vote again.
    fn revealed_ui(&self, ui: &mut Ui, run: &mut Run, asked: &mut Asked) {
        let accept = accept_words(self.workspace, self.it);
        let (agreed, again) = (self.it.is_agreed(), self.workspace.words().lab_again());
        let (first, second) = if agreed {
            (&accept, &again)
        } else {
            (&again, &accept)
        };
        let does = |accepts: bool| {
            if accepts {
                Asked::Accept
            } else {
                Asked::Do(LabMove::Ask)
            }
        };
        if self.primary_ui(ui, &format!("{first}  {}", self.enter())) {
            *asked = does(agreed);
        }
        let hint = if agreed { "V" } else { "A" };
        if widgets::button_ui(ui, &format!("{second}  {hint}")).clicked() {
            *asked = does(!agreed);
        }
        if !self.it.shown.tables.is_empty() {
            let key = if run.by_table {
                "lab-together"
            } else {
                "lab-by-table"
            };
            if self.button_ui(ui, key, "G") {
                run.by_table = !run.by_table;
            }
        }
        for (key, hint, asks) in [
            ("lab-park", "P", Asked::Park),
            ("lab-skip", "S", Asked::Do(LabMove::Skip)),
            ("lab-comment", "C", Asked::Comment),
        ] {
            if self.button_ui(ui, key, hint) {
                *asked = asks;
            }
        }
    }
    fn closed_ui(&self, ui: &mut Ui, asked: &mut Asked) {
        let key = if self.it.shown.number == self.it.shown.of {
            "lab-closing"
        } else {
            "lab-next"
        };
        if self.primary_ui(ui, &self.named(key, &self.enter())) {
            *asked = Asked::Go(1);
        }
        if self.button_ui(ui, "lab-reopen", "") {
            *asked = Asked::Do(LabMove::Reopen);
        }
    }
}

/// The value that is proposed; of an even split, between which two it is the lower one.
fn accept_words(workspace: &Workspace, it: &Now<'_>) -> String {
    let (words, numbers) = (workspace.words(), workspace.words().numbers());
    let middle = it.middle();
    let value = middle.map(|value| numbers.cell(value)).unwrap_or_default();
    let split = it
        .shown
        .shown
        .as_ref()
        .and_then(|shown| shown.panel.as_ref())
        .filter(|panel| {
            panel.lower_median != panel.upper_median
                && middle == Some(CellValue::net_of(panel.lower_median))
        });
    let said = match split {
        Some(panel) => {
            let upper = numbers.points(panel.upper_median);
            words.lab_accept_lower(upper, value)
        }
        None => words.lab_accept_value(value),
    };
    said.trim().to_owned()
}

/// Who is missing, all comments once the votes are shown, and what comes next, on the one display; not how anybody
/// voted, nor the notes.
fn more_ui(ui: &mut Ui, stage: &Stage, workspace: &Workspace, it: &Now<'_>) {
    let words = workspace.words();
    if matches!(it.shown.phase, Phase::Collecting(_)) {
        let missing: Vec<String> = it
            .present()
            .filter(|who| !it.voted(*who))
            .map(|who| it.name(who))
            .collect();
        let text = match missing.as_slice() {
            [] => words.lab_all_voted(),
            some => words.lab_missing_names(some.join(", ")),
        };
        ui.add(egui::Label::new(stage.text(text)).wrap());
    }
    for comment in &it.shown.comments {
        ui.add(egui::Label::new(stage.text(format!("«{comment}»"))).wrap());
    }
    if let Some(next) = next_words(workspace, it) {
        ui.add(egui::Label::new(stage.text(next)).truncate());
    }
}

/// The question that comes next.
pub fn next_words(workspace: &Workspace, it: &Now<'_>) -> Option<String> {
    let words = workspace.words();
    let next = it.next()?;
    let name = |item: Item| {
        it.contents
            .item_label(item)
            .1
            .get(words.language())
            .to_owned()
    };
    let question = format!("{} → {}", name(next.row), name(next.column));
    Some(words.lab_then(question))
}

/// The comment that whoever has the keyboard may add. On the one display its letters do not show.
fn comment_ui(ui: &mut Ui, stage: &Stage, cx: &mut Cx<'_>, it: &Now<'_>, run: &mut Run) {
    let Cx { workspace, .. } = *cx;
    let Some(blind) = &mut run.blind else { return };
    let Some(comment) = &mut blind.comment else {
        return;
    };
    let words = workspace.words();
    let mut ends = false;
    ui.horizontal(|ui| {
        ui.set_min_height(stage.size * 1.4 + 12.0);
        let name = words.lab_comment_hidden(it.name(comment.who));
        ui.label(stage.text(name.clone()));
        let width = (ui.available_width() - 40.0).max(120.0);
        let opens = std::mem::take(&mut comment.fresh);
        if opens {
            comment.text.push_str(&super::panels::typed(ui));
        }
        let field = TextEdit::singleline(&mut comment.text)
            .password(stage.shared)
            .desired_width(width);
        let response = ui.add(field);
        widgets::name_it(ui, &response, &name);
        if opens {
            response.request_focus();
        } else {
            ends = response.lost_focus() || ui.input(|input| input.key_pressed(Key::Escape));
        }
    });
    if ends && let Some(step) = blind.comment.take().and_then(super::keys::Comment::step) {
        cx.act(Action::Edit(Edit::Lab {
            question: it.id,
            step,
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ordito_model::Rgb;
    use ordito_pages::figure::palette;

    #[test]
    fn what_the_room_reads_in_the_strip_is_seven_to_one() {
        let stage = Stage::shared(&Paint::of(palette::Look::Light), 1.0);
        let rgb = |colour: Color32| Rgb(colour.r(), colour.g(), colour.b());
        let p = &stage.paint;
        let pairs = [
            (p.ink, p.surface),
            (p.muted, p.surface),
            (p.on_primary, p.primary),
            (p.ink, p.canvas),
        ];
        for (text, behind) in pairs
            .into_iter()
            .chain([(p.danger, p.surface), (p.ink, BACKGROUND)])
        {
            let found = palette::contrast(rgb(text), rgb(behind));
            assert!(found >= 7.0, "{text:?} on {behind:?}: {found}");
        }
        assert!(stage.size >= SMALLEST);
    }
}
