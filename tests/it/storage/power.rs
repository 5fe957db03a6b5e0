//! Power cuts. A program that edits and publishes is recorded by strace: every write, sync, rename and removal, and
//! what it acknowledged. Disks are then made as a cut at each sync may leave them: what was synced is there, of what
//! came later a random part, in any order, torn at a sector. Every one opens at an acknowledged state or a later one.
//!
//! The disk is harder than real ones: a file's name is sure only when its folder was synced, and folders, which may lie
//! on two media, know nothing of each other. Within one folder names change in order, as every journaling system does.

use super::{Desk, who};
use crate::document::chance::Random;
use crate::document::small::{fill, reason, stamp, typed};
use ordito::document::{Document, Kept};
use ordito::model::StepNumber;
use ordito::storage::DataFolder;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const THIS: &str = "storage::power::edits_that_are_recorded";
const CALLS: &str = "trace=open,openat,creat,close,dup,dup2,dup3,fcntl,write,pwrite64,writev,pwritev,lseek,ftruncate,\
    fallocate,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,\
    copy_file_range,sendfile";

/// Not a test of its own: the program that is recorded.
#[test]
#[ignore = "run by the other tests here, in a process of its own"]
fn edits_that_are_recorded() {
    let (Ok(path), Ok(data), Ok(seed)) = (
        std::env::var("POWER_FILE"),
        std::env::var("POWER_DATA"),
        std::env::var("POWER_SEED"),
    ) else {
        panic!("another test starts it, with a file");
    };
    let mut r = Random(seed.parse().unwrap());
    let n_edits: i64 = std::env::var("POWER_EDITS").unwrap().parse().unwrap();
    let data = DataFolder::at(Path::new(&data)).unwrap();
    let (mut kept, _) = Kept::open(Path::new(&path), &data, &who("anna")).unwrap();
    if std::env::var("POWER_IN_PLACE").unwrap() == "true" {
        kept.publish_in_place();
    }
    let mut out = std::io::stdout();
    for n in 0..n_edits {
        let (row, column) = (1 + r.below(6) as u128, 1 + r.below(6) as u128);
        let made = match r.below(10) {
            0 if kept.document().undoable().len() > 2 => {
                kept.document_mut().undo(&stamp(n)).unwrap()
            }
            1..4 => {
                let text = "perché ".repeat(1 + r.below(300));
                kept.document_mut()
                    .apply(&reason(row, column, &text), &stamp(n))
                    .unwrap()
            }
            _ => {
                let entry = ["2", "-1", "2/-1", "0", "n", "?"][r.below(6)];
                kept.document_mut()
                    .apply(&typed(row, column, entry), &stamp(n))
                    .unwrap()
            }
        };
        if made.is_some() {
            writeln!(
                out,
                "\nmade {} {}",
                kept.document().last_step().0,
                kept.document().hash()
            )
            .unwrap();
            out.flush().unwrap();
        }
        kept.tick(Instant::now());
        if r.chance(12) {
            kept.publish_now();
        }
        if r.chance(8) {
            kept.publish_and_wait().unwrap();
        }
    }
    kept.close().unwrap();
}

type Inode = usize;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Node {
    Folder,
    File(Inode),
}

#[derive(Debug, Clone)]
enum Event {
    Write {
        inode: Inode,
        at: usize,
        bytes: Vec<u8>,
    },
    Cut {
        inode: Inode,
        len: usize,
    },
    SyncFile(Inode),
    SyncFolder(PathBuf),
    Name {
        path: PathBuf,
        node: Option<Node>,
    },
    Rename {
        from: PathBuf,
        to: PathBuf,
    },
    Made {
        step: StepNumber,
        hash: String,
    },
}

/// Files and names as the program saw them, or as a disk holds them.
#[derive(Debug, Clone, Default)]
struct Disk {
    files: BTreeMap<Inode, Vec<u8>>,
    names: BTreeMap<PathBuf, Node>,
}
impl Disk {
    fn read(root: &Path) -> Self {
        let mut disk = Self::default();
        disk.add(root);
        disk
    }
    fn add(&mut self, path: &Path) {
        if path.is_dir() {
            self.names.insert(path.to_owned(), Node::Folder);
            for entry in std::fs::read_dir(path).unwrap() {
                self.add(&entry.unwrap().path());
            }
        } else {
            let inode = self.files.len();
            self.files.insert(inode, std::fs::read(path).unwrap());
            self.names.insert(path.to_owned(), Node::File(inode));
        }
    }
    fn apply(&mut self, event: &Event) {
        match event {
            Event::Write { inode, at, bytes } => {
                let file = self.files.entry(*inode).or_default();
                file.resize(file.len().max(at + bytes.len()), 0);
                file[*at..at + bytes.len()].copy_from_slice(bytes);
            }
            Event::Cut { inode, len } => self.files.entry(*inode).or_default().resize(*len, 0),
            Event::Name {
                path,
                node: Some(node),
            } => {
                self.names.insert(path.clone(), *node);
            }
            Event::Name { path, node: None } => {
                self.names.remove(path);
            }
            Event::Rename { from, to } => {
                if let Some(node) = self.names.remove(from) {
                    self.names.insert(to.clone(), node);
                }
            }
            Event::SyncFile(_) | Event::SyncFolder(_) | Event::Made { .. } => {}
        }
    }
    /// Puts this in the place of what is at `root`; what has lost its folder is lost.
    fn write(&self, root: &Path) {
        std::fs::remove_dir_all(root).unwrap();
        for (path, node) in &self.names {
            if path.parent().is_some_and(Path::is_dir) {
                match node {
                    Node::Folder => std::fs::create_dir(path).unwrap(),
                    Node::File(inode) => {
                        std::fs::write(path, self.files.get(inode).map_or(&[][..], Vec::as_slice))
                            .unwrap();
                    }
                }
            }
        }
    }
}

/// Reads what strace wrote.
struct Recording {
    disk: Disk,
    root: PathBuf,
    descriptors: BTreeMap<i64, (PathBuf, Option<Inode>, usize)>,
    events: Vec<Event>,
    said: String,
}
impl Recording {
    fn note(&mut self, event: Event) {
        self.disk.apply(&event);
        self.events.push(event);
    }
    fn path(&self, folder: &str, name: &str) -> Option<PathBuf> {
        let name = String::from_utf8(bytes_of(name)).unwrap();
        let base = match folder {
            "" | "AT_FDCWD" => PathBuf::new(),
            number => self.descriptors.get(&number.parse().ok()?)?.0.clone(),
        };
        let path = base.join(name);
        path.starts_with(&self.root).then_some(path)
    }
    fn write(&mut self, descriptor: i64, at: Option<usize>, bytes: Vec<u8>) {
        if descriptor == 1 {
            self.said.push_str(&String::from_utf8_lossy(&bytes));
            while let Some((line, rest)) = self.said.split_once('\n') {
                let made = line
                    .strip_prefix("made ")
                    .and_then(|rest| rest.split_once(' '));
                if let Some((step, hash)) = made {
                    let (step, hash) = (StepNumber(step.parse().unwrap()), hash.to_owned());
                    self.events.push(Event::Made { step, hash });
                }
                self.said = rest.to_owned();
            }
            return;
        }
        let Some((_, Some(inode), place)) = self.descriptors.get_mut(&descriptor) else {
            return;
        };
        let (inode, from) = (*inode, at.unwrap_or(*place));
        if at.is_none() {
            *place += bytes.len();
        }
        self.note(Event::Write {
            inode,
            at: from,
            bytes,
        });
    }
    fn call(&mut self, name: &str, arguments: &[&str], answer: i64) {
        let number = |n: usize| {
            arguments
                .get(n)
                .and_then(|text| text.parse::<i64>().ok())
                .unwrap_or(-1)
        };
        match (name, arguments) {
            ("openat", [folder, path, flags, ..]) => {
                let Some(path) = self.path(folder, path) else {
                    return;
                };
                let mut inode = match self.disk.names.get(&path) {
                    Some(Node::File(inode)) => Some(*inode),
                    _ => None,
                };
                if inode.is_none() && flags.contains("O_CREAT") {
                    let new = self.disk.files.len();
                    self.disk.files.insert(new, Vec::new());
                    self.note(Event::Name {
                        path: path.clone(),
                        node: Some(Node::File(new)),
                    });
                    inode = Some(new);
                }
                if let (true, Some(inode)) = (flags.contains("O_TRUNC"), inode) {
                    self.note(Event::Cut { inode, len: 0 });
                }
                self.descriptors.insert(answer, (path, inode, 0));
            }
            ("close", _) => {
                self.descriptors.remove(&number(0));
            }
            ("dup" | "dup2" | "dup3", _) => {
                if let Some(known) = self.descriptors.get(&number(0)).cloned() {
                    self.descriptors.insert(answer, known);
                }
            }
            ("fcntl", [_, "F_DUPFD_CLOEXEC" | "F_DUPFD", ..]) => {
                if let Some(known) = self.descriptors.get(&number(0)).cloned() {
                    self.descriptors.insert(answer, known);
                }
            }
            ("write", [_, bytes, _]) => {
                self.write(number(0), None, bytes_of(bytes)[..answer as usize].to_vec());
            }
            ("pwrite64", [_, bytes, _, at]) => {
                let at = at.parse().unwrap();
                self.write(
                    number(0),
                    Some(at),
                    bytes_of(bytes)[..answer as usize].to_vec(),
                );
            }
            ("lseek", _) => {
                if let Some((_, _, place)) = self.descriptors.get_mut(&number(0)) {
                    *place = answer as usize;
                }
            }
            ("ftruncate", [_, len]) => {
                if let Some((_, Some(inode), _)) = self.descriptors.get(&number(0)) {
                    let event = Event::Cut {
                        inode: *inode,
                        len: len.parse().unwrap(),
                    };
                    self.note(event);
                }
            }
            ("fsync" | "fdatasync", _) => match self.descriptors.get(&number(0)) {
                Some((_, Some(inode), _)) => self.events.push(Event::SyncFile(*inode)),
                Some((path, None, _)) => self.events.push(Event::SyncFolder(path.clone())),
                None => {}
            },
            ("copy_file_range", [from, "NULL", to, "NULL", ..]) => {
                self.copy(from, to, answer as usize);
            }
            ("sendfile", [to, from, "NULL", ..]) => self.copy(from, to, answer as usize),
            ("rename", [from, to]) => self.rename(self.path("", from), self.path("", to)),
            ("renameat" | "renameat2", [old, from, new, to, ..]) => {
                self.rename(self.path(old, from), self.path(new, to));
            }
            ("unlink" | "rmdir", [path]) => self.remove(self.path("", path)),
            ("unlinkat", [folder, path, _]) => self.remove(self.path(folder, path)),
            ("mkdir", [path, _]) => {
                if let Some(path) = self.path("", path) {
                    self.note(Event::Name {
                        path,
                        node: Some(Node::Folder),
                    });
                }
            }
            ("link", [from, to]) => self.link(self.path("", from), self.path("", to)),
            ("linkat", [old, from, new, to, _]) => {
                self.link(self.path(old, from), self.path(new, to));
            }
            ("fcntl", _) => {}
            _ if self.descriptors.contains_key(&number(0)) => panic!("not understood: {name}"),
            _ => {}
        }
    }
    fn copy(&mut self, from: &str, to: &str, n: usize) {
        let Some((_, Some(inode), place)) = self.descriptors.get_mut(&from.parse().unwrap()) else {
            return;
        };
        let bytes = self
            .disk
            .files
            .get(inode)
            .and_then(|file| file.get(*place..*place + n))
            .unwrap()
            .to_vec();
        *place += n;
        self.write(to.parse().unwrap(), None, bytes);
    }
    fn rename(&mut self, from: Option<PathBuf>, to: Option<PathBuf>) {
        if let (Some(from), Some(to)) = (from, to) {
            self.note(Event::Rename { from, to });
        }
    }
    fn remove(&mut self, path: Option<PathBuf>) {
        if let Some(path) = path {
            self.note(Event::Name { path, node: None });
        }
    }
    fn link(&mut self, from: Option<PathBuf>, to: Option<PathBuf>) {
        if let (Some(from), Some(path)) = (from, to) {
            let node = self.disk.names.get(&from).copied();
            self.note(Event::Name { path, node });
        }
    }
}

/// The bytes of `"\x61\x62"`.
fn bytes_of(text: &str) -> Vec<u8> {
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .unwrap_or_else(|| panic!("{text}"));
    inner
        .split("\\x")
        .skip(1)
        .map(|two| u8::from_str_radix(two, 16).unwrap())
        .collect()
}

fn read_log(log: &str, disk: Disk, root: &Path) -> Vec<Event> {
    let mut recording = Recording {
        disk,
        root: root.to_owned(),
        descriptors: BTreeMap::new(),
        events: Vec::new(),
        said: String::new(),
    };
    let mut unfinished: BTreeMap<&str, String> = BTreeMap::new();
    for line in log.lines() {
        let (process, rest) = line.split_once(' ').unwrap();
        let rest = rest.trim_start();
        let whole = if let Some(begin) = rest.strip_suffix(" <unfinished ...>") {
            unfinished.insert(process, begin.to_owned());
            continue;
        } else if rest.starts_with("<... ") {
            unfinished.remove(process).unwrap() + rest.split_once(" resumed>").unwrap().1
        } else {
            rest.to_owned()
        };
        // Signals and ends of threads are no calls.
        let Some((call, answer)) = whole.rsplit_once(" = ") else {
            continue;
        };
        let answer = answer.split(' ').next().unwrap().parse().unwrap_or(-1);
        let Some((name, arguments)) = call
            .trim_end()
            .strip_suffix(')')
            .and_then(|call| call.split_once('('))
        else {
            continue;
        };
        if answer >= 0 {
            recording.call(name, &arguments.split(", ").collect::<Vec<_>>(), answer);
        }
    }
    recording.events
}

fn folders(event: &Event) -> Vec<&Path> {
    match event {
        Event::Name { path, .. } => path.parent().into_iter().collect(),
        Event::Rename { from, to } => from.parent().into_iter().chain(to.parent()).collect(),
        _ => Vec::new(),
    }
}

/// What is not sure yet, in the order it was done.
#[derive(Clone)]
struct Unsure(Vec<Event>);
impl Unsure {
    /// Moves onto `disk` what a sync made sure.
    fn sync(&mut self, event: &Event, disk: &mut Disk) {
        let sure = |each: &Event| match (event, each) {
            (Event::SyncFile(synced), Event::Write { inode, .. } | Event::Cut { inode, .. }) => {
                synced == inode
            }
            (Event::SyncFolder(folder), each) => folders(each).contains(&folder.as_path()),
            _ => false,
        };
        let (now, later): (Vec<_>, _) = std::mem::take(&mut self.0).into_iter().partition(sure);
        self.0 = later;
        for event in &now {
            disk.apply(event);
        }
    }

    /// A random part of it, in an order of its own, reaches the disk.
    fn lose(mut self, r: &mut Random, disk: &mut Disk) {
        let (share, mut stopped) = (r.below(101), BTreeSet::new());
        self.0.retain_mut(|event| {
            let stays = r.chance(share);
            if let Event::Write { bytes, .. } = event
                && stays
                && r.chance(15)
            {
                bytes.truncate(512 * r.below(bytes.len() / 512 + 1));
            }
            // Names of one folder change in order: none after one that was lost.
            let places: Vec<PathBuf> = folders(event).into_iter().map(Path::to_owned).collect();
            let stays = stays && !places.iter().any(|place| stopped.contains(place));
            if !stays {
                stopped.extend(places);
            }
            stays
        });
        if r.chance(50) {
            // Names stay in order; what is written to files does not.
            let is_name = |event: &Event| !folders(event).is_empty();
            let (names, mut writes): (Vec<_>, Vec<_>) = self.0.into_iter().partition(is_name);
            for n in (1..writes.len()).rev() {
                writes.swap(n, r.below(n + 1));
            }
            self.0 = if r.chance(50) {
                [names, writes].concat()
            } else {
                [writes, names].concat()
            };
        }
        for event in &self.0 {
            disk.apply(event);
        }
    }
}

fn cut(seed: u64, n_edits: usize, n_images: usize, in_place: bool) {
    println!("seed {seed}, published in place {in_place}");
    let mut r = Random(seed);
    let desk = Desk::new();
    let root = std::fs::canonicalize(desk.docs().parent().unwrap()).unwrap();
    let mut kept = desk.create("a.ordito");
    fill(kept.document_mut(), 6, 6);
    kept.close().unwrap();
    let first = Disk::read(&root);
    let log = tempfile::NamedTempFile::new().unwrap();
    let status = Command::new("strace")
        .args([
            "-f",
            "-qq",
            "-xx",
            "-s",
            "1000000",
            "-e",
            CALLS,
            "-e",
            "signal=none",
            "-o",
        ])
        .arg(log.path())
        .arg(std::env::current_exe().unwrap())
        .args([
            "--ignored",
            "--exact",
            THIS,
            "--nocapture",
            "--test-threads",
            "1",
        ])
        .env("POWER_FILE", root.join("docs/a.ordito"))
        .env("POWER_DATA", root.join("data"))
        .env("POWER_SEED", r.next().to_string())
        .env("POWER_IN_PLACE", in_place.to_string())
        .env("POWER_EDITS", n_edits.to_string())
        .stdout(std::process::Stdio::null())
        .status()
        .unwrap_or_else(|error| panic!("strace, which .ci/packages trust installs: {error}"));
    assert!(status.success());
    let events = read_log(
        &std::fs::read_to_string(log.path()).unwrap(),
        first.clone(),
        &root,
    );
    // What was understood of the recording leads to the very bytes that are there now.
    let mut last = first.clone();
    for event in &events {
        last.apply(event);
    }
    let there = Disk::read(&root);
    let name = root.join("docs/a.ordito");
    let bytes = |disk: &Disk| match disk.names.get(&name) {
        Some(Node::File(inode)) => disk.files.get(inode).cloned(),
        _ => None,
    };
    assert!(bytes(&last) == bytes(&there) && last.names.keys().eq(there.names.keys()));

    let is_sync = |event: &Event| matches!(event, Event::SyncFile(_) | Event::SyncFolder(_));
    let syncs: Vec<usize> = events
        .iter()
        .enumerate()
        .filter(|(_, event)| is_sync(event))
        .map(|(n, _)| n)
        .collect();
    let n_made = events
        .iter()
        .filter(|event| matches!(event, Event::Made { .. }))
        .count();
    assert!(
        syncs.len() > n_edits && n_made > n_edits / 2,
        "{} {n_made}",
        syncs.len()
    );
    let rounds = n_images.div_ceil(syncs.len());
    let wanted: BTreeSet<usize> = (0..n_images.min(syncs.len()))
        .map(|n| syncs[n * syncs.len() / n_images.min(syncs.len())])
        .collect();
    let (mut sure, mut unsure, mut made) = (first, Unsure(Vec::new()), None);
    let (mut n_done, mut n_recovered, mut n_later) = (0, 0, 0);
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Made { step, hash } => made = Some((*step, hash.clone())),
            event if is_sync(event) => unsure.sync(event, &mut sure),
            event => unsure.0.push(event.clone()),
        }
        for round in 0..if wanted.contains(&at) { rounds } else { 0 } {
            let (mut disk, mut unsure, mut made) = (sure.clone(), unsure.clone(), made.clone());
            let until = events[at + 1..]
                .iter()
                .position(is_sync)
                .unwrap_or(events.len() - at - 1);
            for later in &events[at + 1..at + 1 + r.below(until + 1)] {
                match later {
                    Event::Made { step, hash } => made = Some((*step, hash.clone())),
                    later => unsure.0.push(later.clone()),
                }
            }
            unsure.lose(&mut r, &mut disk);
            disk.write(&root);
            let context =
                format!("seed {seed}, cut after event {at}, image {round}, acknowledged {made:?}");
            let (kept, report) = Kept::open(&name, &desk.data, &who("anna"))
                .unwrap_or_else(|error| panic!("{context}: {error:?}"));
            assert!(
                report.read_only.is_none() && !report.changed_underneath,
                "{context}: {report:?}"
            );
            assert!(report.set_aside.is_none(), "{context}: {report:?}");
            let document = kept.document();
            assert!(
                document.read_again().unwrap() == *document.contents(),
                "{context}"
            );
            if let Some((step, hash)) = &made {
                assert!(
                    document.last_step() >= *step,
                    "{context}: only {:?}",
                    document.last_step()
                );
                assert_eq!(
                    document.contents_at(*step).unwrap().hash().to_string(),
                    *hash,
                    "{context}"
                );
                n_later += usize::from(document.last_step() > *step);
            }
            n_recovered += usize::from(report.recovered.is_some());
            kept.close()
                .unwrap_or_else(|error| panic!("{context}: {error:?}"));
            // What is published now is whole.
            assert!(
                Document::open_published(&name).unwrap().doubts().is_empty(),
                "{context}"
            );
            n_done += 1;
        }
    }
    println!(
        "{} events, {} syncs, {n_made} acknowledged edits; {n_done} images: {n_recovered} with edits recovered, {n_later} \
         with more than was acknowledged",
        events.len(),
        syncs.len()
    );
    assert!(n_done >= n_images && n_recovered > n_images / 20);
}

#[test]
#[ignore = "slow, and needs strace: run by .ci/trust"]
fn trust_500_power_cuts_lose_nothing_that_was_acknowledged() {
    cut(61, 60, 500, false);
}

#[test]
#[ignore = "slow, and needs strace: run by .ci/trust"]
fn trust_power_cuts_while_the_file_is_written_over_in_place_lose_nothing_either() {
    cut(62, 40, 300, true);
}
