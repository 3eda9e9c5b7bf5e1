//! Carries over the attributes of a file to its replacement.

use std::fs::{File, Metadata};
use std::path::Path;

/// Copies mode and, where the system permits, owner, group, ACL and extended attributes to a new file. Best effort: a file
/// system without them is no reason not to write.
#[cfg(unix)]
pub fn carry_over(older: &Path, meta: &Metadata, new: &File) {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
    let Ok(now) = new.metadata() else { return };
    let mut mode = meta.mode() & 0o7777;
    if (now.uid(), now.gid()) != (meta.uid(), meta.gid()) && fchown(new, Some(meta.uid()), Some(meta.gid())).is_err() {
        let is_group_kept = now.gid() == meta.gid() || fchown(new, None, Some(meta.gid())).is_ok();
        if !is_group_kept {
            // A different group gets no more than others have.
            mode = (mode & 0o707) | ((mode & 0o007) << 3);
        }
    }
    // After the owner, whose change clears bits.
    let _ = new.set_permissions(std::fs::Permissions::from_mode(mode));
    marks(older, new);
}

/// On Windows only the hidden attribute: permissions are inherited from the folder.
#[cfg(not(unix))]
pub fn carry_over(_older: &Path, meta: &Metadata, new: &File) {
    let _ = new.set_permissions(meta.permissions());
}

/// Copies the ACL, and extended attributes such as SELinux's.
#[cfg(target_os = "linux")]
fn marks(older: &Path, new: &File) {
    use rustix::fs::{XattrFlags, fremovexattr, fsetxattr, getxattr, listxattr};
    /// Linux's limits of the list of names, and of a value.
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
        // The folder may have a default ACL that the older file lacked.
        let _ = fremovexattr(new, ACCESS);
    }
}

/// Other systems have other calls.
#[cfg(all(unix, not(target_os = "linux")))]
fn marks(_older: &Path, _new: &File) {}
