//! What a key does in a grid. Commands with shortcuts were taken out before (`ui/shortcuts.rs`).

use super::entry::{Editor, Entry, Typed};
use super::lines::Shape as _;
use super::select::{Place, Selection, Way, edge, nearest, stepped};
use super::{GridModel, GridState, clipboard};
use crate::Cx;
use crate::kit::keys::Move;
use egui::{Event, Key, Modifiers};

impl GridState {
    /// Takes the events of a frame, in their order.
    pub(super) fn take_keys<M: GridModel>(
        &mut self,
        cx: &mut Cx<'_>,
        model: &mut M,
        events: &[Event],
    ) {
        for event in events {
            match event {
                Event::Text(text) => text.chars().for_each(|c| self.character(cx, model, c)),
                Event::Paste(text) => self.pasted(cx, model, text),
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } => {
                    if self.editor.is_none()
                        && model.key(cx, (*key, *modifiers), &mut self.selection)
                    {
                        self.last_entry = None;
                        self.reveal = true;
                    } else if modifiers.alt {
                        // Alt is of those who said so.
                    } else if self.editor.is_some() {
                        self.key_in_editor(cx, model, (*key, *modifiers));
                    } else if let Some(way) = Move::of(*key) {
                        self.go(model, way, *modifiers);
                    } else {
                        self.other_key(cx, model, (*key, *modifiers));
                    }
                }
                _ => {}
            }
        }
    }

    fn pasted<M: GridModel>(&mut self, cx: &mut Cx<'_>, model: &mut M, text: &str) {
        if let Some(editor) = &mut self.editor {
            text.trim()
                .chars()
                .for_each(|c| editor.insert(c, M::MOST_CHARS));
        } else {
            self.last_entry = None;
            clipboard::paste(self, cx, model, text);
            self.moved(model);
            // A wide block is seen from its beginning.
            self.reveal_cursor = true;
        }
    }

    fn character<M: GridModel>(&mut self, cx: &mut Cx<'_>, model: &mut M, c: char) {
        if self.editor.is_none() {
            if c == ' ' || !self.begin(model, c) {
                return;
            }
            self.moved(model);
        }
        let Some(editor) = &mut self.editor else {
            return;
        };
        editor.insert(c, M::MOST_CHARS);
        if editor.opened {
            return;
        }
        match model.typed(&editor.text) {
            Typed::Open => {}
            Typed::Complete => {
                let (place, text) = (editor.place, editor.text.clone());
                if self.commit(cx, model, false) {
                    self.last_entry = Some((place, text));
                    self.selection.advance(model.shape(), self.way, false);
                    self.moved(model);
                }
            }
            Typed::Hopeless(why) => editor.stays = Some(why),
        }
    }

    /// Opens an editor for a first character; false where nothing can be entered.
    fn begin<M: GridModel>(&mut self, model: &M, c: char) -> bool {
        // "2" went in and the cursor moved on; a "/" right after it means that cell.
        let again = self
            .last_entry
            .take()
            .filter(|(_, text)| model.goes_on(text, c));
        let Some((place, text)) = again else {
            let place = self.selection.cursor;
            if model.can_enter(place) {
                self.editor = Some(Editor::typed(place));
            }
            return self.editor.is_some();
        };
        self.selection.back_to(place);
        let mut editor = Editor::typed(place);
        text.chars().for_each(|c| editor.insert(c, M::MOST_CHARS));
        self.editor = Some(editor);
        true
    }

    /// Puts the editor's text into its cell, or into all selected ones. False when it is refused and stays.
    pub fn commit<M: GridModel>(
        &mut self,
        cx: &mut Cx<'_>,
        model: &mut M,
        everywhere: bool,
    ) -> bool {
        let Some(editor) = &mut self.editor else {
            return true;
        };
        let range = everywhere.then(|| self.selection.lines(model.shape()));
        let text = editor.resolved(model.choices(editor.place).as_ref());
        let entry = Entry {
            text: &text,
            place: editor.place,
            range,
        };
        if let Err(why) = model.enter(cx, &entry) {
            editor.stays = Some(why);
            return false;
        }
        self.editor = None;
        true
    }

    pub(super) fn key_in_editor<M: GridModel>(
        &mut self,
        cx: &mut Cx<'_>,
        model: &mut M,
        (key, held): (Key, Modifiers),
    ) {
        let Some(editor) = &mut self.editor else {
            return;
        };
        match key {
            Key::Escape => {
                self.selection.cursor = editor.place;
                self.editor = None;
            }
            Key::Backspace => {
                editor.backspace();
                if editor.text.is_empty() && !editor.opened {
                    self.editor = None;
                }
            }
            Key::Delete => editor.delete(),
            Key::Enter if held.command => {
                self.commit(cx, model, true);
            }
            Key::Enter if editor.keeps => {
                self.commit(cx, model, false);
            }
            Key::Enter | Key::Tab if self.commit(cx, model, false) => {
                let way = if key == Key::Tab {
                    Way::Right
                } else {
                    Way::Down
                };
                self.selection.advance(model.shape(), way, held.shift);
                self.moved(model);
            }
            _ => {
                if let Some(way) = Move::of(key) {
                    self.move_in_editor(cx, model, way);
                }
            }
        }
    }

    /// In an entry that was opened the caret moves; out of one that is typed the cursor goes on, and the entry is made.
    fn move_in_editor<M: GridModel>(&mut self, cx: &mut Cx<'_>, model: &mut M, way: Move) {
        let Some(editor) = &mut self.editor else {
            return;
        };
        match way {
            Move::Left if editor.opened => editor.move_caret(-1),
            Move::Right if editor.opened => editor.move_caret(1),
            Move::First if editor.opened => editor.move_caret(isize::MIN),
            Move::Last if editor.opened => editor.move_caret(isize::MAX),
            Move::Up | Move::Down | Move::Left | Move::Right => {
                let (rows, columns) = way.by(1).unwrap_or_default();
                if self.commit(cx, model, false) {
                    self.selection.step(model.shape(), rows, columns);
                    self.moved(model);
                }
            }
            Move::First | Move::Last | Move::PageUp | Move::PageDown => {}
        }
    }

    fn go<M: GridModel>(&mut self, model: &mut M, way: Move, held: Modifiers) {
        let (shape, extend) = (model.shape(), held.shift);
        let from = if extend {
            self.selection.head
        } else {
            self.selection.cursor
        };
        let last = shape.last();
        let page = isize::try_from(self.page.saturating_sub(1).max(1)).unwrap_or(1);
        let to = match (way, way.by(page)) {
            (Move::First, _) => Place {
                row: if held.command {
                    nearest(shape, 0)
                } else {
                    from.row
                },
                column: 0,
            },
            (Move::Last, _) => Place {
                row: if held.command {
                    nearest(shape, last.row)
                } else {
                    from.row
                },
                column: last.column,
            },
            (Move::Up | Move::Down | Move::Left | Move::Right, Some(by)) if held.command => {
                edge(shape, from, by, |place| {
                    model.is_full(self.selection.pane, place)
                })
            }
            (_, by) => {
                let (rows, columns) = by.unwrap_or_default();
                stepped(shape, from, rows, columns)
            }
        };
        self.last_entry = None;
        self.selection.go(to, extend);
        if extend {
            self.reveal = true;
        } else {
            self.moved(model);
        }
    }

    /// A key that goes on as typing does, or ends something.
    fn other_key<M: GridModel>(
        &mut self,
        cx: &mut Cx<'_>,
        model: &mut M,
        (key, held): (Key, Modifiers),
    ) {
        let cursor = self.selection.cursor;
        match key {
            Key::Tab if model.n_panes() > 1 => {
                let n = model.n_panes();
                self.selection.pane =
                    (self.selection.pane + if held.shift { n - 1 } else { 1 }) % n;
                self.reveal = true;
            }
            // "2" went in and the cursor moved on. Enter after it, as in a spreadsheet, is what that was; Tab goes on
            // beside the cell that was written.
            Key::Enter if !held.shift && self.last_entry.is_some() => {}
            Key::Enter if !model.can_enter(cursor) => model.choose(cx),
            Key::Tab | Key::Enter => {
                let written = self.last_entry.take().filter(|_| key == Key::Tab);
                if let Some((place, _)) = written {
                    self.selection.back_to(place);
                }
                let way = if key == Key::Tab {
                    Way::Right
                } else {
                    Way::Down
                };
                self.selection.advance(model.shape(), way, held.shift);
                self.moved(model);
            }
            Key::Escape => self.selection = Selection::at(cursor).in_pane(self.selection.pane),
            Key::Backspace if model.can_enter(cursor) => {
                self.editor = Some(Editor::opened(cursor, String::new()));
            }
            _ => return,
        }
        self.last_entry = None;
    }
}
