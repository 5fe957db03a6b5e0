//! Which displays there are and on which of them the projection opens. The window tells what it sees; where it tells
//! nothing (drawn on the processor, all in one window), there is one.

use crate::widgets;
use egui::Ui;
use ordito_words::Words;

/// A display as the window system lists it, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisplayInfo {
    /// Pixels, width and height.
    pub size: [u32; 2],
    /// The window is on it.
    pub here: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    /// The window itself becomes the projection.
    One,
    /// The projection covers this display, from 0, and the window is the presenter's on another one.
    Two(usize),
}

#[derive(Debug, Clone, Default)]
pub struct Displays {
    list: Vec<DisplayInfo>,
    /// `None` until somebody chooses: a projector that is connected is used.
    chosen: Option<Choice>,
}

impl Displays {
    pub fn set(&mut self, list: Vec<DisplayInfo>) {
        self.list = list;
    }

    fn choice(&self) -> Choice {
        let other = self.list.iter().position(|display| !display.here);
        match (self.chosen, other) {
            // The window may be on none for a moment: on one that is gone.
            _ if self.list.len() < 2 => Choice::One,
            (Some(Choice::Two(at)), Some(_)) if at < self.list.len() => Choice::Two(at),
            (None | Some(Choice::Two(_)), Some(other)) => Choice::Two(other),
            _ => Choice::One,
        }
    }

    /// The display of the projection, from 0; `None` where the window itself is the projection.
    pub fn projection(&self) -> Option<usize> {
        match self.choice() {
            Choice::One => None,
            Choice::Two(at) => Some(at),
        }
    }

    /// Where the presenter's window must go, from 0, because the projection takes the display it is on.
    pub fn presenter(&self) -> Option<usize> {
        let at = self.projection()?;
        self.list.get(at).filter(|display| display.here)?;
        (0..self.list.len()).find(|other| *other != at)
    }

    /// Chooses; nothing to choose and nothing shown where there is one display.
    pub fn choose_ui(&mut self, ui: &mut Ui, words: &Words) {
        if self.list.len() < 2 {
            return;
        }
        let choice = self.choice();
        let label = words.lab_displays();
        let combo = widgets::combo("lab-displays")
            .selected_text(self.say(words, choice))
            .show_ui(ui, |ui| {
                let all = (0..self.list.len()).map(Choice::Two).chain([Choice::One]);
                for each in all {
                    if ui
                        .selectable_label(each == choice, self.say(words, each))
                        .clicked()
                    {
                        self.chosen = Some(each);
                    }
                }
            });
        widgets::name_it(ui, &combo.response, &label);
        combo.response.on_hover_text(label);
    }

    fn say(&self, words: &Words, choice: Choice) -> String {
        let Choice::Two(at) = choice else {
            return words.lab_one_display();
        };
        let Some(display) = self.list.get(at) else {
            return String::new();
        };
        let [width, height] = display.size;
        let args = [
            ("n", (at + 1).into()),
            ("width", width.to_string().into()),
            ("height", height.to_string().into()),
        ];
        words.say_with(
            if display.here {
                "lab-display-here"
            } else {
                "lab-display"
            },
            &args,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn displays(here: usize, n: usize) -> Displays {
        let mut displays = Displays::default();
        displays.set(
            (0..n)
                .map(|at| DisplayInfo {
                    size: [1920, 1080],
                    here: at == here,
                })
                .collect(),
        );
        displays
    }

    #[test]
    fn a_projector_that_is_connected_is_used_and_one_display_works_too() {
        assert_eq!(displays(0, 0).projection(), None);
        assert_eq!(displays(0, 1).projection(), None);
        assert_eq!(displays(0, 2).projection(), Some(1));
        assert_eq!(displays(1, 2).projection(), Some(0));
        assert_eq!(displays(1, 2).presenter(), None);
    }

    #[test]
    fn the_presenter_gives_way_to_the_projection_chosen_on_its_display() {
        let mut two = displays(1, 2);
        two.chosen = Some(Choice::Two(1));
        assert_eq!((two.projection(), two.presenter()), (Some(1), Some(0)));
    }

    #[test]
    fn a_display_that_is_gone_leaves_one_that_works() {
        let mut two = displays(0, 3);
        two.chosen = Some(Choice::Two(2));
        assert_eq!(two.projection(), Some(2));
        two.set(displays(0, 2).list);
        assert_eq!(two.projection(), Some(1));
        two.set(displays(0, 1).list);
        assert_eq!(two.projection(), None);
        two.chosen = Some(Choice::Two(0));
        two.set(vec![DisplayInfo {
            size: [1280, 800],
            here: false,
        }]);
        assert_eq!(
            two.projection(),
            None,
            "the window is still taken to be on the display that is gone"
        );
    }

    #[test]
    fn one_display_that_was_chosen_stays_so_when_a_projector_comes() {
        let mut one = displays(0, 2);
        one.chosen = Some(Choice::One);
        assert_eq!((one.projection(), one.presenter()), (None, None));
    }
}
