//! The ground: what knows nothing of documents. How texts are compared and cut, work off the thread of the window, files
//! as bytes.

pub mod disk;
pub mod jobs;
pub mod text;
