//! From keys to commands. A grid looks at its own keys in `kit/grid/keys.rs`.

use super::UiState;
use egui::{Context, Event, Key, Modifiers};
use ordito_workspace::{Command, KeyName, Shortcut, Workspace};

fn key_of(name: KeyName) -> Option<Key> {
    match name {
        KeyName::Char(c) => Key::from_name(&c.to_uppercase().to_string()),
        KeyName::F(n) => Key::from_name(&format!("F{n}")),
        KeyName::Delete => Some(Key::Delete),
        KeyName::Enter => Some(Key::Enter),
        KeyName::Escape => Some(Key::Escape),
        KeyName::Left => Some(Key::ArrowLeft),
        KeyName::Right => Some(Key::ArrowRight),
        KeyName::Plus => Some(Key::Plus),
        KeyName::Minus => Some(Key::Minus),
    }
}

fn fits(shortcut: Shortcut, key: Key, held: Modifiers) -> bool {
    // AltGr arrives as Ctrl+Alt: whatever has Alt held is not one of ours unless it says so.
    key_of(shortcut.key) == Some(key)
        && held.command == shortcut.ctrl
        && held.shift == shortcut.shift
        && held.alt == shortcut.alt
}

/// Commands that mean something else while a text is being written.
const fn belongs_to_text(command: Command) -> bool {
    matches!(
        command,
        Command::Cut
            | Command::Copy
            | Command::Paste
            | Command::Clear
            | Command::SelectAll
            | Command::Undo
            | Command::Redo
            | Command::FillDown
            | Command::FillRight
            | Command::WidenColumns
            | Command::NarrowColumns
            | Command::WidenHeads
            | Command::NarrowHeads
    )
}

/// Takes the keys of commands out of the input and asks for the commands.
pub fn collect(ctx: &Context, workspace: &Workspace, state: &mut UiState) {
    let writing = ctx.text_edit_focused();
    let covered = super::cover::is_covered(ctx);
    let palette = state.palette.is_open();
    // A session that is projected shows its own keys, not the whole program's, to the room.
    let alone = super::cover::has_window(state);
    let mut asked = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let command = match event {
                // The window system names these itself.
                Event::Copy => Some(Command::Copy),
                Event::Cut => Some(Command::Cut),
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } => command_of(*key, *modifiers),
                _ => None,
            };
            let Some(command) = command else { return true };
            if alone && command == Command::Shortcuts {
                return true;
            }
            if writing && belongs_to_text(command) || covered && !works_in_dialogs(command, palette)
            {
                return true;
            }
            // Pasting comes as an event with the text; the grid waits for that.
            // Undo is asked for where there is nothing to undo, too: then the document says that it begins here.
            let heard =
                command == Command::Undo || super::commands::is_possible(command, workspace);
            if command == Command::Paste || !heard {
                return true;
            }
            asked.push(command);
            false
        });
    });
    state.asked.extend(asked);
}

/// What may be asked for while a dialog lies over the rooms: nothing that changes the document, its history or the room,
/// or that puts another dialog in the place of this one. The key of the palette closes it, too.
const fn works_in_dialogs(command: Command, palette: bool) -> bool {
    palette && matches!(command, Command::Palette)
        || matches!(
            command,
            Command::ZoomIn | Command::ZoomOut | Command::ZoomReset | Command::Quit | Command::Save
        )
}

/// The command of a key, if it is one's.
pub fn command_of(key: Key, held: Modifiers) -> Option<Command> {
    // Ctrl+Shift+Z redoes as well, Ctrl+= zooms like Ctrl++.
    if key == Key::Z && held.command && held.shift && !held.alt {
        return Some(Command::Redo);
    }
    if matches!(key, Key::Equals | Key::Plus) && held.command && !held.alt {
        return Some(Command::ZoomIn);
    }
    Command::all().find(|command| command.shortcut().is_some_and(|keys| fits(keys, key, held)))
}
