//! A template of somebody's own, set in a process of its own: the same program, started again, with a limit to its
//! memory. What runs out of it ends there, and whoever asked is told; what is stopped is ended.
//!
//! Templates that come with the program are set where they are asked for.

use super::{Diagnostic, Job, PATIENCE, Page, PaperError};
use std::io::{Read as _, Result, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// What such a process may ask for.
pub const MOST_MEMORY: u64 = 2 << 30;

static PROGRAM: OnceLock<(PathBuf, &'static str)> = OnceLock::new();

/// From now on `program` with this one argument is what calls [`serve`]. Before that everything is set in this process.
pub fn set_by(program: PathBuf, argument: &'static str) {
    let _ = PROGRAM.set((program, argument));
}

/// As [`super::pdf`].
///
/// # Errors
/// As there, and when it wants more memory than it may have.
pub fn pdf(job: &Job, stop: &mut dyn FnMut() -> bool) -> std::result::Result<Vec<u8>, PaperError> {
    match answer(job, None, stop) {
        Some(answer) => answer.and_then(|bytes| Answer(&bytes).pdf()),
        None => super::pdf(job, stop),
    }
}

/// As [`super::pages`].
///
/// # Errors
/// As there, and when it wants more memory than it may have.
pub fn pages(
    job: &Job,
    pixels_per_point: f64,
    most: usize,
) -> std::result::Result<(Vec<Page>, usize), PaperError> {
    match answer(job, Some((pixels_per_point, most)), &mut || false) {
        Some(answer) => answer.and_then(|bytes| Answer(&bytes).pages()),
        None => super::pages(job, pixels_per_point, most),
    }
}

/// What the other process says; `None` where there is none.
fn answer(
    job: &Job,
    pages: Option<(f64, usize)>,
    stop: &mut dyn FnMut() -> bool,
) -> Option<std::result::Result<Vec<u8>, PaperError>> {
    let (program, argument) = PROGRAM.get()?;
    let mut command = Command::new(program);
    command
        .arg(argument)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let (mut to, mut from) = (child.stdin.take()?, child.stdout.take()?);
    let question = question(job, pages);
    let writer = std::thread::Builder::new().spawn(move || to.write_all(&question));
    let (sender, result) = channel();
    let reader = std::thread::Builder::new().spawn(move || {
        let mut bytes = Vec::new();
        let _ = sender.send(from.read_to_end(&mut bytes).map(|_| bytes));
    });
    let since = Instant::now();
    let outcome = loop {
        if writer.is_err() || reader.is_err() {
            break Err(PaperError::TooMuch);
        }
        match result.recv_timeout(Duration::from_millis(20)) {
            Ok(Ok(bytes)) if !bytes.is_empty() => break Ok(bytes),
            Ok(_) | Err(RecvTimeoutError::Disconnected) => break Err(PaperError::TooMuch),
            Err(RecvTimeoutError::Timeout) if stop() => break Err(PaperError::Stopped),
            Err(RecvTimeoutError::Timeout) if since.elapsed() > PATIENCE => {
                break Err(PaperError::TooSlow);
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    };
    if outcome.is_err() {
        let _ = child.kill();
    }
    // An answer is whole where the process that gave it ended well.
    let ended_well = child.wait().is_ok_and(|status| status.success());
    Some(outcome.and_then(|bytes| {
        if ended_well {
            Ok(bytes)
        } else {
            Err(PaperError::TooMuch)
        }
    }))
}

/// The other process: reads a job from standard input and writes what comes of it to standard output.
///
/// # Errors
/// When it cannot read or write, or what it reads is no job.
pub fn serve() -> Result<()> {
    limit()?;
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes)?;
    let (job, pages) = Answer(&bytes)
        .job()
        .ok_or(std::io::ErrorKind::InvalidData)?;
    let said = match pages {
        None => super::pdf(&job, &mut || false).map(|pdf| [&[b'P'][..], &pdf].concat()),
        Some((pixels, most)) => super::pages(&job, pixels, most).map(|(pages, n)| {
            let mut said = Said(vec![b'S']);
            said.number(n as u64).number(pages.len() as u64);
            for page in pages {
                said.number(page.width as u64)
                    .number(page.height as u64)
                    .part(&page.rgba);
            }
            said.0
        }),
    };
    std::io::stdout().write_all(&said.unwrap_or_else(|error| fault(&error)))
}

#[cfg(unix)]
fn limit() -> Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let to = |most| Rlimit {
        current: Some(most),
        maximum: Some(most),
    };
    setrlimit(Resource::As, to(MOST_MEMORY))?;
    // What it had in memory is nobody's business.
    setrlimit(Resource::Core, to(0))?;
    Ok(())
}
#[cfg(not(unix))]
fn limit() -> Result<()> {
    Ok(())
}

fn fault(error: &PaperError) -> Vec<u8> {
    let list = match error {
        PaperError::Template(list) => list.as_slice(),
        PaperError::TooSlow | PaperError::Stopped => return vec![b'T'],
        PaperError::TooMuch => return vec![b'M'],
    };
    let mut said = Said(vec![b'F']);
    said.number(list.len() as u64);
    for each in list {
        said.part(each.message.as_bytes())
            .number(each.hints.len() as u64);
        for hint in &each.hints {
            said.part(hint.as_bytes());
        }
        // From 1: 0 is none.
        said.number(each.line.unwrap_or(0) as u64)
            .number(each.column.unwrap_or(0) as u64);
    }
    said.0
}

fn question(job: &Job, pages: Option<(f64, usize)>) -> Vec<u8> {
    let mut said = Said(Vec::new());
    let (pixels, most) = pages.unwrap_or_default();
    said.number(u64::from(pages.is_some()))
        .number(pixels.to_bits())
        .number(most as u64);
    let (year, month, day) = job.date;
    said.part(&year.to_be_bytes())
        .number(month.into())
        .number(day.into());
    said.part(job.template.as_bytes())
        .part(job.data.as_bytes())
        .number(job.files.len() as u64);
    for (name, bytes) in &job.files {
        said.part(name.as_bytes()).part(bytes);
    }
    said.number(job.fonts.len() as u64);
    for font in &job.fonts {
        said.part(font);
    }
    said.0
}

/// Numbers and parts with their length, one after the other.
struct Said(Vec<u8>);
impl Said {
    fn number(&mut self, number: u64) -> &mut Self {
        self.0.extend_from_slice(&number.to_be_bytes());
        self
    }
    fn part(&mut self, bytes: &[u8]) -> &mut Self {
        self.number(bytes.len() as u64).0.extend_from_slice(bytes);
        self
    }
}

/// The same, read.
struct Answer<'a>(&'a [u8]);
impl<'a> Answer<'a> {
    fn number(&mut self) -> Option<u64> {
        let (first, rest) = self.0.split_first_chunk::<8>()?;
        self.0 = rest;
        Some(u64::from_be_bytes(*first))
    }
    fn size(&mut self) -> Option<usize> {
        self.number()
            .and_then(|number| usize::try_from(number).ok())
    }
    fn part(&mut self) -> Option<&'a [u8]> {
        let n = self.size()?;
        let (part, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(part)
    }
    fn text(&mut self) -> Option<String> {
        String::from_utf8(self.part()?.to_vec()).ok()
    }
    fn kind(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }
    fn job(mut self) -> Option<(Job, Option<(f64, usize)>)> {
        let (wants_pages, pixels, most) = (
            self.number()? == 1,
            f64::from_bits(self.number()?),
            self.size()?,
        );
        let year = i32::from_be_bytes(*self.part()?.first_chunk::<4>()?);
        let date = (
            year,
            u8::try_from(self.number()?).ok()?,
            u8::try_from(self.number()?).ok()?,
        );
        let (template, data) = (self.text()?, self.text()?);
        let mut files = Vec::new();
        for _ in 0..self.number()? {
            files.push((self.text()?, self.part()?.to_vec()));
        }
        let mut fonts: Vec<&'static [u8]> = Vec::new();
        for _ in 0..self.number()? {
            // This process sets one job and ends.
            fonts.push(Box::leak(self.part()?.to_vec().into_boxed_slice()));
        }
        Some((
            Job {
                template,
                data,
                files,
                date,
                fonts,
            },
            wants_pages.then_some((pixels, most)),
        ))
    }
    fn pdf(mut self) -> std::result::Result<Vec<u8>, PaperError> {
        match self.kind() {
            Some(b'P') => Ok(self.0.to_vec()),
            kind => Err(self.fault(kind)),
        }
    }
    fn pages(mut self) -> std::result::Result<(Vec<Page>, usize), PaperError> {
        match self.kind() {
            Some(b'S') => self.page_list().ok_or(PaperError::TooMuch),
            kind => Err(self.fault(kind)),
        }
    }
    fn page_list(&mut self) -> Option<(Vec<Page>, usize)> {
        let n = self.size()?;
        let mut pages = Vec::new();
        for _ in 0..self.number()? {
            pages.push(Page {
                width: self.size()?,
                height: self.size()?,
                rgba: self.part()?.to_vec(),
            });
        }
        Some((pages, n))
    }
    fn fault(&mut self, kind: Option<u8>) -> PaperError {
        match kind {
            Some(b'F') => self
                .diagnostics()
                .map_or(PaperError::TooMuch, PaperError::Template),
            Some(b'T') => PaperError::TooSlow,
            _ => PaperError::TooMuch,
        }
    }
    fn diagnostics(&mut self) -> Option<Vec<Diagnostic>> {
        let mut list = Vec::new();
        for _ in 0..self.number()? {
            let message = self.text()?;
            let mut hints = Vec::new();
            for _ in 0..self.number()? {
                hints.push(self.text()?);
            }
            let (line, column) = (self.size()?, self.size()?);
            let some = |number| (number > 0).then_some(number);
            list.push(Diagnostic {
                message,
                hints,
                line: some(line),
                column: some(column),
            });
        }
        Some(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_and_faults_cross_over_whole() {
        let job = Job {
            template: "= Così".to_owned(),
            data: "{}".to_owned(),
            files: vec![("logo.svg".to_owned(), vec![1, 2, 3])],
            date: (2026, 11, 28),
            fonts: vec![&[9, 8]],
        };
        let (read, pages) = Answer(&question(&job, Some((1.5, 7)))).job().unwrap();
        assert_eq!(
            (read.template, read.data, read.files),
            (job.template.clone(), job.data.clone(), job.files.clone())
        );
        assert_eq!(
            (read.date, read.fonts, pages),
            (job.date, job.fonts.clone(), Some((1.5, 7)))
        );
        assert!(Answer(&question(&job, None)[..40]).job().is_none());
        let wrong = PaperError::Template(vec![Diagnostic {
            message: "unknown".to_owned(),
            hints: vec!["write it".to_owned()],
            line: Some(3),
            column: None,
        }]);
        assert_eq!(Answer(&fault(&wrong)).pdf(), Err(wrong));
        assert_eq!(Answer(&[]).pdf(), Err(PaperError::TooMuch));
    }
}
