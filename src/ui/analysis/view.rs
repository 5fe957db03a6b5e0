//! What an analysis is in this room: its settings, what is worked out of them and what is drawn of that. A new one is a file
//! here, a file in `workspace/analyses` and a line of the list there.

use super::chart::ShownChart;
use super::coherence::CoherenceTab;
use super::conflicts::ConflictsTab;
use super::groups::GroupsTab;
use super::indirect::IndirectTab;
use super::profiles::ProfilesTab;
use super::readings::ReadingsTab;
use super::robustness::RobustnessTab;
use crate::Cx;
use egui::Ui;
use ordito_import::library::Illustrative;
use ordito_model::MatrixId;
use ordito_pages::figure::chart::{Chart, Style, Subject};
use ordito_workspace::{Analysis, Answer, Command, Method, WorkedOut};

/// What was found of an analysis.
pub type Found<V> = <<V as AnalysisView>::Method as WorkedOut>::Found;

/// An analysis: what is set of it between frames, and what it does.
pub trait AnalysisView: std::fmt::Debug + Default {
    /// What is worked out.
    type Method: WorkedOut;
    /// What changes the picture and not the numbers.
    type Look: std::fmt::Debug + Clone + PartialEq + Send + Sync + 'static;

    /// The method as it is set; none while there is nothing to choose.
    fn method(&self) -> Option<Self::Method>;
    fn look(&self) -> Self::Look;
    /// The picture of what was found; `None` when there is none.
    fn chart(
        subject: &Subject<'_>,
        style: &Style,
        found: &Found<Self>,
        look: &Self::Look,
    ) -> Option<Chart>;
    /// Draws what can be set; `found` once it is there.
    fn settings_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        matrix: Option<MatrixId>,
        found: Option<&Found<Self>>,
    );

    /// Whether a look only moves what another one shows: what is pointed at stays under the hand.
    fn slides(_now: &Self::Look, _before: &Self::Look) -> bool {
        false
    }
    /// What has to be there first, where what is chosen leads nowhere.
    fn nowhere(&self) -> Option<Nowhere> {
        None
    }
    /// What was done with the picture by hand, which is taken out of `shown`; whether the next frame shows another one.
    fn by_hand(&mut self, _found: &Found<Self>, _chart: &Chart, _shown: &mut ShownChart) -> bool {
        false
    }
    /// Draws what can be done with all that the picture shows, below its sentence.
    fn below_ui(&self, _ui: &mut Ui, _cx: &mut Cx<'_>, _chart: &Chart, _matrix: MatrixId) {}
}

/// Why there is nothing to see, and what would help.
#[derive(Debug, Clone, Copy)]
pub struct Nowhere {
    /// Of the title; with `-text`, of what is said below it.
    pub key: &'static str,
    pub button: &'static str,
    pub command: Command,
    /// What ships and would lead on, if something does.
    pub offer: Option<Illustrative>,
}

macro_rules! views {
    ($($file:ident $name:ident $tab:ident),+ $(,)?) => {
        /// Every analysis with what is set of it.
        #[derive(Debug, Default)]
        pub struct Views { $($file: $tab),+ }

        /// How one shows an answer.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Look { $($name(<$tab as AnalysisView>::Look)),+ }

        impl Look {
            /// The picture of an answer; `None` when there is none, or it answers something else.
            pub fn chart(&self, subject: &Subject<'_>, style: &Style, answer: &Answer) -> Option<Chart> {
                match (self, answer) {
                    $((Self::$name(look), Answer::$name(found)) => <$tab>::chart(subject, style, found, look),)+
                    _ => None,
                }
            }
            pub fn slides_from(&self, before: &Self) -> bool {
                match (self, before) {
                    $((Self::$name(now), Self::$name(before)) => <$tab>::slides(now, before),)+
                    _ => false,
                }
            }
        }

        impl Views {
            pub fn method(&self, of: Analysis) -> Option<Method> {
                match of { $(Analysis::$name => self.$file.method().map(Method::$name)),+ }
            }
            pub fn look(&self, of: Analysis) -> Look {
                match of { $(Analysis::$name => Look::$name(self.$file.look())),+ }
            }
            pub fn settings_ui(
                &mut self,
                of: Analysis,
                ui: &mut Ui,
                cx: &mut Cx<'_>,
                (matrix, answer): (Option<MatrixId>, Option<&Answer>),
            ) {
                match of {
                    $(Analysis::$name => {
                        let found = match answer {
                            Some(Answer::$name(found)) => Some(&**found),
                            _ => None,
                        };
                        self.$file.settings_ui(ui, cx, matrix, found);
                    })+
                }
            }
            pub fn nowhere(&self, of: Analysis) -> Option<Nowhere> {
                match of { $(Analysis::$name => self.$file.nowhere()),+ }
            }
            pub fn by_hand(&mut self, of: Analysis, answer: &Answer, chart: &Chart, shown: &mut ShownChart) -> bool {
                match (of, answer) {
                    $((Analysis::$name, Answer::$name(found)) => self.$file.by_hand(found, chart, shown),)+
                    _ => false,
                }
            }
            pub fn below_ui(&self, of: Analysis, ui: &mut Ui, cx: &mut Cx<'_>, (chart, matrix): (&Chart, MatrixId)) {
                match of { $(Analysis::$name => self.$file.below_ui(ui, cx, chart, matrix)),+ }
            }
        }
    };
}
ordito_workspace::analyses!(views);
