//! Which way to a display is open, and which libraries it lacks.
//!
//! winit opens the libraries of X11 and Wayland only when it needs them, and where one is
//! missing xkbcommon panics. So their files are looked for first. Nothing is opened here: that
//! would need `unsafe`.

use std::collections::BTreeSet;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Display, WindowError};

/// A library by its file, and the Debian package it is in.
type Library = (&'static str, &'static str);

const X11: [Library; 6] = [
    ("libX11.so.6", "libx11-6"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libXcursor.so.1", "libxcursor1"),
    ("libXi.so.6", "libxi6"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
];

/// Not libwayland-cursor: winit reads cursors by itself. libwayland-egl (`libwayland-egl1`) is
/// for OpenGL alone, and without it the window is drawn on the processor.
const WAYLAND: [Library; 2] = [
    ("libwayland-client.so.0", "libwayland-client0"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
];

/// Wayland where both are there, as winit has it; but a display that lacks its libraries gives
/// way to one that has them.
pub(super) fn find_display() -> Result<Display, WindowError> {
    let mut displays = Vec::new();
    if wayland_is_there() {
        displays.push((Display::Wayland, &WAYLAND[..]));
    }
    if is_set("DISPLAY") {
        displays.push((Display::X11, &X11[..]));
    }
    let wanted = displays.iter().flat_map(|(_, libraries)| *libraries);
    let found = Found::look_for(wanted.map(|(file, _)| *file).collect());
    choose(&displays, &found)
}

fn choose(displays: &[(Display, &[Library])], found: &Found) -> Result<Display, WindowError> {
    let mut missing_first = None;
    for (display, libraries) in displays {
        let missing: Vec<Library> = libraries
            .iter()
            .copied()
            .filter(|(file, _)| !found.has(file))
            .collect();
        if missing.is_empty() {
            return Ok(*display);
        }
        missing_first.get_or_insert(missing);
    }
    let missing = missing_first.ok_or(WindowError::NoDisplay)?;
    let (libraries, debian_packages) = missing.into_iter().unzip();
    Err(WindowError::MissingLibraries {
        libraries,
        debian_packages,
    })
}

fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}

/// A variable left over from another session names a socket that is not there.
fn wayland_is_there() -> bool {
    if is_set("WAYLAND_SOCKET") {
        return true;
    }
    let Some(name) = env::var_os("WAYLAND_DISPLAY").filter(|name| !name.is_empty()) else {
        return false;
    };
    let folder = env::var_os("XDG_RUNTIME_DIR").unwrap_or_default();
    PathBuf::from(folder).join(name).exists()
}

/// Which of the libraries looked for are on this machine.
struct Found {
    files: BTreeSet<String>,
    /// Where not even the C library was found, the search does not understand the machine
    /// (NixOS, a library folder of its own): then nothing may be called missing.
    understood: bool,
}

const C_LIBRARY: &str = "libc.so.6";

impl Found {
    fn look_for(wanted: BTreeSet<&'static str>) -> Self {
        let mut left = wanted;
        left.insert(C_LIBRARY);
        let mut files = BTreeSet::new();
        for folder in folders() {
            left.retain(|file| {
                let here = folder.join(file).exists();
                if here {
                    files.insert((*file).to_owned());
                }
                !here
            });
        }
        // Asked last, because it starts another program.
        if !left.is_empty() {
            let listed = ldconfig();
            let listed = listed_libraries(&listed, env::consts::ARCH);
            // The list is a cache: it may name what has been taken away since.
            let there = listed.filter(|(_, path)| Path::new(path).exists());
            files.extend(there.map(|(file, _)| file.to_owned()));
        }
        let understood = files.contains(C_LIBRARY);
        Self { files, understood }
    }

    fn has(&self, file: &str) -> bool {
        !self.understood || self.files.contains(file)
    }
}

fn folders() -> Vec<PathBuf> {
    let path = env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
    let given = env::split_paths(&path).filter(|folder| !folder.as_os_str().is_empty());
    let triple = format!("{}-linux-gnu", env::consts::ARCH);
    let mut folders: Vec<PathBuf> = given.collect();
    for root in ["/usr/local/lib", "/usr/lib", "/lib"] {
        folders.push(Path::new(root).join(&triple));
    }
    // On a machine with two word lengths, `lib` may hold the shorter one.
    let roots: &[&str] = if Path::new("/usr/lib64").is_dir() {
        &["/usr/local/lib64", "/usr/lib64", "/lib64"]
    } else {
        &["/usr/local/lib", "/usr/lib", "/lib"]
    };
    folders.extend(roots.iter().map(PathBuf::from));
    folders.push(PathBuf::from("/app/lib"));
    folders
}

fn ldconfig() -> String {
    for program in ["/sbin/ldconfig", "/usr/sbin/ldconfig", "ldconfig"] {
        if let Ok(output) = Command::new(program).arg("-p").output() {
            return String::from_utf8_lossy(&output.stdout).into_owned();
        }
    }
    String::new()
}

/// Lines such as `libXi.so.6 (libc6,x86-64) => /lib/x86_64-linux-gnu/libXi.so.6`.
fn listed_libraries<'a>(listing: &'a str, arch: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let word = match arch {
        "x86_64" => "x86-64",
        "aarch64" => "AArch64",
        _ => "",
    };
    listing.lines().filter_map(move |line| {
        let (file, rest) = line.trim().split_once(" (")?;
        let (kind, path) = rest.split_once(") => ")?;
        kind.contains(word).then_some((file, path))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(files: &[&str]) -> Found {
        Found {
            files: files.iter().map(|file| (*file).to_owned()).collect(),
            understood: true,
        }
    }

    const BOTH: [(Display, &[Library]); 2] = [(Display::Wayland, &WAYLAND), (Display::X11, &X11)];

    #[test]
    fn what_is_missing_is_named_with_its_packages() {
        let files = [
            "libX11.so.6",
            "libX11-xcb.so.1",
            "libXi.so.6",
            "libxkbcommon.so.0",
        ];
        let missing = match choose(&BOTH[1..], &found(&files)) {
            Err(WindowError::MissingLibraries {
                libraries,
                debian_packages,
            }) => Some((libraries, debian_packages)),
            _ => None,
        };
        let libraries = vec!["libXcursor.so.1", "libxkbcommon-x11.so.0"];
        let debian_packages = vec!["libxcursor1", "libxkbcommon-x11-0"];
        assert_eq!(missing, Some((libraries, debian_packages)));
    }

    #[test]
    fn a_display_without_its_libraries_gives_way() {
        let x11: Vec<&str> = X11.iter().map(|(file, _)| *file).collect();
        assert!(matches!(choose(&BOTH, &found(&x11)), Ok(Display::X11)));
        assert!(matches!(
            choose(&[], &found(&x11)),
            Err(WindowError::NoDisplay)
        ));
    }

    #[test]
    fn a_machine_that_is_not_understood_lacks_nothing() {
        let mut unknown = found(&[]);
        unknown.understood = false;
        assert!(matches!(choose(&BOTH, &unknown), Ok(Display::Wayland)));
    }

    #[test]
    fn only_libraries_of_this_processor_count() {
        let listing = "2 libs found\n\
            \tlibXi.so.6 (libc6,x86-64) => /lib/x86_64-linux-gnu/libXi.so.6\n\
            \tlibX11.so.6 (libc6) => /lib/i386-linux-gnu/libX11.so.6\n";
        let listed: Vec<_> = listed_libraries(listing, "x86_64").collect();
        assert_eq!(listed, [("libXi.so.6", "/lib/x86_64-linux-gnu/libXi.so.6")]);
    }

    #[test]
    fn the_c_library_is_found_here() {
        assert!(Found::look_for(BTreeSet::new()).understood);
    }
}
