//! Widths: borders of heads are dragged, made wider or narrower by keys, or fitted to what they hold.
//!
//! The user of the grid keeps them (`GridModel::resize`) and gives its rows and columns accordingly.

use super::lines::Shape as _;
use super::parts::Parts;
use super::pointer::Drag;
use super::{GridModel, GridState};
use crate::Cx;
use egui::{CursorIcon, FontId, Pos2, Response, Stroke, Ui};
use ordito_workspace::Command;

/// What a border parts from its neighbour: heads of rows from the cells, or a column from the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Border {
    Heads,
    Column(usize),
}

/// A border that is being dragged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Grip {
    border: Border,
    /// Where the button went down, and how wide it was then.
    from: f32,
    width: f32,
    /// So many columns up to this border become as wide.
    n: usize,
}

/// So near to a border it is meant.
const NEAR: f32 = 4.0;
/// One press of a key.
const STEP: f32 = 8.0;

impl GridState {
    /// The border at a point of the heads, if it can be moved.
    pub(super) fn border_at<M: GridModel>(
        &self,
        parts: &Parts,
        model: &M,
        at: Pos2,
    ) -> Option<Border> {
        let heads = parts.whole.top()..=parts.side.top();
        let border = if heads.contains(&at.y) && (at.x - parts.side.right()).abs() <= NEAR {
            Border::Heads
        } else {
            let pane = (0..parts.bodies.len()).find(|pane| {
                let mut head = parts.head(*pane);
                head.min.y += parts.measures.band;
                head.max.x += NEAR;
                head.contains(at)
            })?;
            let across = model.shape().across();
            let x = at.x - parts.body(pane).left() + self.offset(pane).x;
            let column = across.nearest(x);
            if (across.end(column) - x).abs() <= NEAR {
                Border::Column(column)
            } else {
                Border::Column(
                    column
                        .checked_sub(1)
                        .filter(|_| x - across.start(column) <= NEAR)?,
                )
            }
        };
        model.widths(border).map(|_| border)
    }

    fn width_of<M: GridModel>(&self, model: &M, border: Border) -> f32 {
        match border {
            Border::Heads => self.side,
            Border::Column(column) => model.shape().across().size(column),
        }
    }

    /// A column becomes as wide together with the others that are selected with it.
    fn with<M: GridModel>(&self, model: &M, border: Border) -> Vec<Border> {
        match border {
            Border::Column(column) if self.selection.holds_column(model.shape(), column) => {
                self.selection.columns().map(Border::Column).collect()
            }
            border => vec![border],
        }
    }

    /// The button went down on a border.
    pub(super) fn grip<M: GridModel>(&mut self, model: &M, border: Border, at: Pos2) {
        let before = |other: &&Border| match (border, **other) {
            (Border::Column(here), Border::Column(other)) => other <= here,
            _ => true,
        };
        let n = self
            .with(model, border)
            .iter()
            .filter(before)
            .count()
            .max(1);
        self.drag = Drag::Border(Grip {
            border,
            from: at.x,
            width: self.width_of(model, border),
            n,
        });
    }

    pub(super) fn drag_border<M: GridModel>(
        &mut self,
        cx: &mut Cx<'_>,
        model: &mut M,
        grip: Grip,
        at: Pos2,
    ) {
        let width = grip.width + (at.x - grip.from) / grip.n as f32;
        let borders = self.with(model, grip.border);
        self.make(
            cx,
            model,
            borders.into_iter().map(|border| (border, width)).collect(),
        );
    }

    /// Makes them so wide, as far as they may be, and says so.
    fn make<M: GridModel>(&mut self, cx: &mut Cx<'_>, model: &mut M, wanted: Vec<(Border, f32)>) {
        let mut widths = wanted;
        widths.retain_mut(|(border, width)| {
            let Some(range) = model.widths(*border) else {
                return false;
            };
            *width = width.round().clamp(*range.start(), *range.end());
            true
        });
        let Some((_, said)) = widths.first().copied() else {
            return;
        };
        self.said = Some(
            model
                .words()
                .grid_width(model.words().numbers().count(said as usize)),
        );
        widths.retain(|(border, width)| self.width_of(model, *border) != *width);
        if !widths.is_empty() {
            model.resize(cx, &widths);
        }
    }

    /// Carries out a command that changes widths; whether it was one.
    pub(super) fn run_width<M: GridModel>(
        &mut self,
        command: Command,
        cx: &mut Cx<'_>,
        model: &mut M,
    ) -> bool {
        let columns = || {
            self.selection
                .columns()
                .map(Border::Column)
                .collect::<Vec<_>>()
        };
        let (borders, by) = match command {
            Command::WidenColumns => (columns(), STEP),
            Command::NarrowColumns => (columns(), -STEP),
            Command::WidenHeads => (vec![Border::Heads], STEP),
            Command::NarrowHeads => (vec![Border::Heads], -STEP),
            Command::FitColumns => {
                self.fit = columns();
                return true;
            }
            Command::StandardWidths => {
                model.standard_widths(cx);
                self.said = Some(model.words().grid_widths_standard());
                return true;
            }
            _ => return false,
        };
        let wider = borders
            .into_iter()
            .map(|border| (border, self.width_of(model, border) + by))
            .collect();
        self.make(cx, model, wider);
        self.reveal = true;
        true
    }

    /// Double click: what is asked for becomes as wide as what it holds, once texts can be measured.
    pub(super) fn fit_border<M: GridModel>(&mut self, model: &M, border: Border) {
        self.fit = self.with(model, border);
    }

    /// Borders under the pointer are seen; what is to be fitted is.
    pub(super) fn borders_ui<M: GridModel>(
        &mut self,
        (ui, response): (&Ui, &Response),
        cx: &mut Cx<'_>,
        model: &mut M,
        parts: &Parts,
    ) {
        let fit = std::mem::take(&mut self.fit);
        if !fit.is_empty() {
            let painter = ui.painter();
            let ink = cx.paint.ink;
            let measure = |text: &str, font: FontId| {
                painter.layout_no_wrap(text.to_owned(), font, ink).size().x
            };
            let wanted = fit
                .into_iter()
                .map(|border| (border, model.fitting(border, &measure)))
                .collect();
            self.make(cx, model, wanted);
        }
        let over = response
            .hover_pos()
            .and_then(|at| self.border_at(parts, model, at));
        let border = match self.drag {
            Drag::Border(grip) => Some(grip.border),
            _ => over,
        };
        let Some(border) = border else { return };
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        let x = match border {
            Border::Heads => parts.side.right(),
            Border::Column(column) => {
                let pane = response
                    .hover_pos()
                    .and_then(|at| parts.head_at(at))
                    .unwrap_or(self.selection.pane);
                parts.body(pane).left() + model.shape().across().end(column) - self.offset(pane).x
            }
        };
        let top = parts.whole.top() + parts.measures.band;
        ui.painter().vline(
            x - 0.5,
            top..=parts.side.top(),
            Stroke::new(2.0, cx.paint.primary),
        );
    }
}
