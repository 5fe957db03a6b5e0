//! Owner, group, mode and extended attributes of a file that is replaced by another one.

use std::fs::{self, File};
use std::io::Result;
use std::path::Path;

/// Gives a new file the rights of the one whose place it takes, as far as the system allows; where nothing is there,
/// those that new files have.
pub fn of_place(place: &Path, new: &File) -> Result<()> {
    match fs::metadata(place) {
        Ok(old) => keep(place, &old, new),
        Err(_) => as_new(new),
    }
}

#[cfg(unix)]
fn keep(place: &Path, old: &fs::Metadata, new: &File) -> Result<()> {
    use rustix::fs::{Gid, Uid, fchown};
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let ours = new.metadata()?;
    let (owner, group) = (Uid::from_raw(old.uid()), Gid::from_raw(old.gid()));
    if (ours.uid(), ours.gid()) != (old.uid(), old.gid())
        && fchown(new, Some(owner), Some(group)).is_err()
    {
        // Only an administrator gives files away; a group one belongs to can be kept by anybody.
        let _ = fchown(new, None, Some(group));
    }
    keep_attributes(place, new);
    let mut mode = old.mode() & 0o777;
    if new.metadata()?.gid() != old.gid() {
        // What was the group's right is not to become another group's.
        mode = (mode & !0o070) | ((mode & 0o007) << 3);
    }
    new.set_permissions(fs::Permissions::from_mode(mode))
}
#[cfg(not(unix))]
fn keep(_: &Path, old: &fs::Metadata, new: &File) -> Result<()> {
    new.set_permissions(old.permissions())
}

/// Access lists, labels and whatever else hangs on the old file.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn keep_attributes(place: &Path, new: &File) {
    use rustix::fs::{XattrFlags, fsetxattr, getxattr, listxattr};
    const MOST: usize = 64 << 10;
    let mut names = vec![0_u8; MOST];
    let Ok(n) = listxattr(place, &mut names[..]) else {
        return;
    };
    for name in names
        .get(..n)
        .unwrap_or_default()
        .split(|byte| *byte == 0)
        .filter(|name| !name.is_empty())
    {
        let mut value = vec![0_u8; MOST];
        if let Ok(n) = getxattr(place, name, &mut value[..]) {
            let _ = fsetxattr(
                new,
                name,
                value.get(..n).unwrap_or_default(),
                XattrFlags::empty(),
            );
        }
    }
}
#[cfg(all(unix, not(any(target_os = "linux", target_os = "macos"))))]
fn keep_attributes(_: &Path, _: &File) {}

/// The mode that other programs give new files here.
#[cfg(unix)]
pub fn as_new(new: &File) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    // Where the folder hands down an access list, that says who may what, and not the process.
    let mode = if inherits(new) {
        0o666
    } else {
        0o666 & !umask()
    };
    new.set_permissions(fs::Permissions::from_mode(mode))
}
#[cfg(not(unix))]
pub fn as_new(_: &File) -> Result<()> {
    Ok(())
}

#[cfg(target_os = "linux")]
fn inherits(new: &File) -> bool {
    rustix::fs::fgetxattr(new, "system.posix_acl_access", &mut [0_u8; 0][..]).is_ok_and(|n| n > 0)
}
#[cfg(all(unix, not(target_os = "linux")))]
fn inherits(_: &File) -> bool {
    false
}

/// What the process takes away from the rights of new files. It can only be read by setting it, so that is done once,
/// and for that moment to the strictest.
#[cfg(unix)]
pub fn umask() -> u32 {
    use rustix::fs::Mode;
    use rustix::process::umask;
    use std::sync::OnceLock;
    static MASK: OnceLock<u32> = OnceLock::new();
    *MASK.get_or_init(|| {
        let mask = umask(Mode::RWXG | Mode::RWXO);
        umask(mask);
        mask.bits() & 0o777
    })
}
