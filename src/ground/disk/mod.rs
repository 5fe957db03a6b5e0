//! Files as bytes: the one way in which every other room writes and reads them.
//!
//! What is written is new, private and opened through no link: a file with a name that nobody can foresee is made beside
//! its place (`NewFile`), filled, synced, given the rights of what was there, and renamed. What is read is a regular file
//! (`open`): no pipe that waits for its other end, no device without an end. What a process has made and not put into
//! its place is noted in its own traces, so that the next start removes what a killed one left (`traces`). What the bytes
//! mean is not known here, but for the mark by which a database tells its program (`header`).

mod header;
mod names;
mod read;
mod rights;
mod traces;
mod write;

pub use header::{Header, header};
pub use names::{ending, file_name, stem};
pub use read::{NotAFile, open, read, read_text};
pub use rights::of_place as give_rights_of;
pub use traces::{Trace, leave_traces_in, note, sweep};
pub use write::{
    NewFile, NewFolder, create_new, create_private, short_name, sync_folder_of, write,
};
