//! Short messages at the bottom of the window: what happened, what is safe, what to do next.

use ordito_model::StepNumber;
use std::path::PathBuf;
use std::time::{Duration, Instant};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    Done,
    Note,
    /// Something was refused or needs a look.
    Warning,
    Error,
}

/// One message. Errors stay until they are closed; the others fade.
#[derive(Debug, Clone)]
pub struct Notice {
    pub id: u64,
    pub severity: Severity,
    pub text: String,
    /// Listed below the text, such as cells that were refused.
    pub details: Vec<String>,
    pub since: Instant,
    /// The step it speaks of: undone, it is no news any more.
    pub step: Option<StepNumber>,
    /// What was written, to be opened from here.
    pub file: Option<PathBuf>,
}

impl Notice {
    pub fn new(severity: Severity, text: impl Into<String>) -> Self {
        static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
        let id = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Self {
            id,
            severity,
            text: text.into(),
            details: Vec::new(),
            since: Instant::now(),
            step: None,
            file: None,
        }
    }
    #[must_use]
    pub fn with_details(mut self, details: Vec<String>) -> Self {
        self.details = details;
        self
    }
    #[must_use]
    pub fn with_file(mut self, file: PathBuf) -> Self {
        self.file = Some(file);
        self
    }
    const fn lifetime(&self) -> Option<Duration> {
        match self.severity {
            // Time to reach the buttons that open it.
            Severity::Done if self.file.is_some() => Some(Duration::from_secs(20)),
            Severity::Done => Some(Duration::from_secs(5)),
            Severity::Note => Some(Duration::from_secs(8)),
            Severity::Warning if self.details.is_empty() => Some(Duration::from_secs(12)),
            Severity::Warning | Severity::Error => None,
        }
    }
    pub fn is_over(&self, now: Instant) -> bool {
        self.left(now).is_some_and(|left| left.is_zero())
    }
    /// Time until it fades, if it does.
    pub fn left(&self, now: Instant) -> Option<Duration> {
        self.lifetime()
            .map(|lifetime| (self.since + lifetime).saturating_duration_since(now))
    }
}
