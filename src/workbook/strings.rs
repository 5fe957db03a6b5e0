//! Texts that cells share by number.

use super::limits::{self, WorkbookError};

/// All texts in one string: a million short ones cost what they hold.
#[derive(Debug, Default)]
pub struct Strings {
    text: String,
    ends: Vec<u32>,
}
impl Strings {
    /// # Errors
    /// When there are too many, or too much of them.
    pub fn push(&mut self, text: &str) -> Result<(), WorkbookError> {
        if (self.text.len() + text.len()) as u64 > limits::TEXT_MB << 20 {
            return Err(WorkbookError::LargeTexts {
                limit_mb: limits::TEXT_MB,
            });
        }
        if self.ends.len() >= limits::SHARED_TEXTS {
            return Err(WorkbookError::ManyTexts {
                limit: limits::SHARED_TEXTS,
            });
        }
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
        Ok(())
    }

    pub fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)? as usize;
        let start = at.checked_sub(1).map_or(Some(0), |before| {
            self.ends.get(before).map(|end| *end as usize)
        })?;
        self.text.get(start..end)
    }
}
