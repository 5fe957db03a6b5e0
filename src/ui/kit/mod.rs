//! What rooms are put together from: movement by keys, grids, lists that are one stop of the Tab key, letters that go to their lines, choosing from
//! lists, scroll bars, questions, and how one score is painted.
//!
//! Nothing here knows a room. What an arrow means is said in `keys` and nowhere else.

pub mod grid;
pub mod keys;
pub mod letters;
pub mod list;
pub mod menu;
pub mod pen;
pub mod pickers;
pub mod question;
pub mod scroll_bar;
