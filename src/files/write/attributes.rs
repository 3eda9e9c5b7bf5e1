//! Who may read and write a file, carried over to the one that takes its place.

use std::fs::{File, Metadata};
use std::path::Path;

/// Gives a new file what an older one has: its mode, and where the system lets us its owner, its group, its access list and the marks
/// that other programs set on it. Best effort: a disk that knows none of it is no reason not to write.
#[cfg(unix)]
pub fn carry_over(older: &Path, meta: &Metadata, new: &File) {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
    let Ok(now) = new.metadata() else { return };
    let mut mode = meta.mode() & 0o7777;
    if (now.uid(), now.gid()) != (meta.uid(), meta.gid()) && fchown(new, Some(meta.uid()), Some(meta.gid())).is_err() {
        let is_group_kept = now.gid() == meta.gid() || fchown(new, None, Some(meta.gid())).is_ok();
        if !is_group_kept {
            // Another group gets no more than everybody has.
            mode = (mode & 0o707) | ((mode & 0o007) << 3);
        }
    }
    // After the owner, whose change takes bits away.
    let _ = new.set_permissions(std::fs::Permissions::from_mode(mode));
    marks(older, new);
}

/// On Windows a file is hidden or not; who may read it follows from its folder.
#[cfg(not(unix))]
pub fn carry_over(_older: &Path, meta: &Metadata, new: &File) {
    let _ = new.set_permissions(meta.permissions());
}

/// Access lists, and marks such as those of SELinux.
#[cfg(target_os = "linux")]
fn marks(older: &Path, new: &File) {
    use rustix::fs::{XattrFlags, fremovexattr, fsetxattr, getxattr, listxattr};
    /// The longest list of names, and the longest mark, as Linux has them.
    const MOST: usize = 64 << 10;
    const ACCESS: &[u8] = b"system.posix_acl_access";
    let mut names = vec![0; MOST];
    let Ok(length) = listxattr(older, &mut names) else { return };
    let names: Vec<&[u8]> = names[..length].split(|b| *b == 0).filter(|name| !name.is_empty()).collect();
    let mut mark = vec![0; MOST];
    for name in &names {
        if let Ok(length) = getxattr(older, *name, &mut mark) {
            let _ = fsetxattr(new, *name, &mark[..length], XattrFlags::empty());
        }
    }
    if !names.contains(&ACCESS) {
        // The folder may have given the new one a list that the older never had.
        let _ = fremovexattr(new, ACCESS);
    }
}

/// Other systems have their own calls for them.
#[cfg(all(unix, not(target_os = "linux")))]
fn marks(_older: &Path, _new: &File) {}
