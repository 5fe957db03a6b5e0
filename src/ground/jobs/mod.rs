//! Work off the UI thread. One call reports progress and asks whether to stop, so that no loop can do one without the
//! other (Anki's idea). Not here: what the work is, which snapshot it reads, what is done with its result.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel};
use std::time::Duration;

/// The user stopped the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped by the user")]
pub struct Stopped;

/// Called from the work's thread: wakes the window up.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// How far work is, and whether it is to stop. Shared by all threads that do one work.
#[derive(Default)]
pub struct Progress {
    done: AtomicUsize,
    of: AtomicUsize,
    stop: Arc<AtomicBool>,
    wake: Option<Wake>,
}
impl std::fmt::Debug for Progress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Progress")
            .field("at", &self.at())
            .finish_non_exhaustive()
    }
}

impl Progress {
    /// Progress that nobody watches and nobody stops.
    pub fn unwatched() -> Self {
        Self::default()
    }
    /// Progress that `wake` is told of, once for each percent.
    pub fn watched(wake: Wake) -> Self {
        Self {
            wake: Some(wake),
            ..Self::default()
        }
    }
    /// This progress, stopped by a flag too that somebody else sets, such as a signal.
    #[must_use]
    pub fn stopped_by(self, flag: Arc<AtomicBool>) -> Self {
        Self { stop: flag, ..self }
    }
    /// Says that `done` of `of` steps are done.
    ///
    /// # Errors
    /// [`Stopped`] when the work is to end here.
    pub fn step(&self, done: usize, of: usize) -> Result<(), Stopped> {
        let (done_before, of_before) = (
            self.done.swap(done, Ordering::Relaxed),
            self.of.swap(of, Ordering::Relaxed),
        );
        // A frame when it begins and for each percent, not for each step.
        if (share(done, of) != share(done_before, of_before) || of != of_before)
            && let Some(wake) = &self.wake
        {
            wake();
        }
        self.go_on()
    }
    /// Counts one more step of `of`; for threads that share the work.
    ///
    /// # Errors
    /// [`Stopped`] when the work is to end here.
    pub fn one_more(&self, of: usize) -> Result<(), Stopped> {
        self.of.store(of, Ordering::Relaxed);
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if share(done, of) != share(done - 1, of)
            && let Some(wake) = &self.wake
        {
            wake();
        }
        self.go_on()
    }
    /// Asks whether to stop, without a step.
    ///
    /// # Errors
    /// [`Stopped`] when the work is to end here.
    pub fn go_on(&self) -> Result<(), Stopped> {
        if self.stop.load(Ordering::Relaxed) {
            Err(Stopped)
        } else {
            Ok(())
        }
    }
    /// Begins another count, of another part of the work.
    pub fn restart(&self) {
        self.done.store(0, Ordering::Relaxed);
    }
    /// Steps done, and how many there are.
    pub fn at(&self) -> (usize, usize) {
        (
            self.done.load(Ordering::Relaxed),
            self.of.load(Ordering::Relaxed),
        )
    }
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Whole percents.
fn share(done: usize, of: usize) -> usize {
    done.saturating_mul(100).checked_div(of).unwrap_or(0)
}

/// How work ended that gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    Stopped,
    /// It panicked: a mistake of ours, which must not take the program with it.
    Failed,
}

/// Work on a thread of its own. Dropping it asks it to stop.
#[derive(Debug)]
pub struct Job<T> {
    progress: Arc<Progress>,
    result: Receiver<Result<T, Ended>>,
}

impl<T: Send + 'static> Job<T> {
    /// Begins work; `wake` is called as it proceeds and when it is done.
    pub fn start(
        wake: Option<Wake>,
        work: impl FnOnce(&Progress) -> Result<T, Stopped> + Send + 'static,
    ) -> Self {
        let (sender, result) = channel();
        let progress = Arc::new(Progress {
            wake: wake.clone(),
            ..Progress::default()
        });
        let told = Arc::clone(&progress);
        std::thread::spawn(move || {
            let ended = match catch_unwind(AssertUnwindSafe(|| work(&told))) {
                Ok(Ok(value)) => Ok(value),
                Ok(Err(Stopped)) => Err(Ended::Stopped),
                Err(_) => Err(Ended::Failed),
            };
            // Whoever asked may be gone.
            let _ = sender.send(ended);
            if let Some(wake) = wake {
                wake();
            }
        });
        Self { progress, result }
    }

    /// The result, once.
    pub fn poll(&self) -> Option<Result<T, Ended>> {
        match self.result.try_recv() {
            Ok(ended) => Some(ended),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(Ended::Failed)),
        }
    }
    /// The result, waited for as long as `patience`.
    pub fn poll_for(&self, patience: Duration) -> Option<Result<T, Ended>> {
        match self.result.recv_timeout(patience) {
            Ok(ended) => Some(ended),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Err(Ended::Failed)),
        }
    }
    /// The result, waited for.
    ///
    /// # Errors
    /// When there is none.
    pub fn wait(self) -> Result<T, Ended> {
        self.result.recv().unwrap_or(Err(Ended::Failed))
    }
    /// Steps done, and how many there are.
    pub fn at(&self) -> (usize, usize) {
        self.progress.at()
    }
    pub fn stop(&self) {
        self.progress.stop();
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.progress.stop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn work_reports_wakes_and_gives_its_result() {
        let woken = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&woken);
        let wake: Wake = Arc::new(move || {
            count.fetch_add(1, Ordering::Relaxed);
        });
        let job = Job::start(Some(wake), |progress| {
            for done in 0..=1_000 {
                progress.step(done, 1_000)?;
            }
            Ok(7)
        });
        let progress = Arc::clone(&job.progress);
        assert_eq!(job.wait(), Ok(7));
        assert_eq!(progress.at(), (1_000, 1_000));
        // The beginning, a hundred percents and the end.
        let woken = woken.load(Ordering::Relaxed);
        assert!((101..=102).contains(&woken), "{woken}");
    }

    #[test]
    fn who_stops_it_and_who_drops_it_ends_it() {
        let endless = |progress: &Progress| -> Result<(), Stopped> {
            loop {
                progress.go_on()?;
                std::thread::sleep(Duration::from_millis(1));
            }
        };
        let job = Job::start(None, endless);
        job.stop();
        assert_eq!(job.wait(), Err(Ended::Stopped));
        let (sender, ended) = channel();
        drop(Job::start(None, move |progress| {
            let end = endless(progress);
            let _ = sender.send(());
            end
        }));
        assert!(ended.recv_timeout(Duration::from_mins(5)).is_ok());
    }

    #[test]
    fn a_mistake_in_the_work_is_no_mistake_of_the_window() {
        let job: Job<()> = Job::start(None, |_| std::panic::panic_any("a mistake"));
        assert_eq!(job.wait(), Err(Ended::Failed));
    }
}
