//! Local facts about the computer.

use std::fs;
use std::hash::Hasher as _;

use xxhash_rust::xxh3::Xxh3;

/// Linux's graphics devices.
const DEVICES: &str = "/dev/dri";

/// Returns an opaque name for this computer and its graphics devices: it changes when a stick is moved to another one, or a
/// card is added.
#[must_use]
pub fn machine() -> String {
    let mut hash = Xxh3::new();
    let host = fs::read("/proc/sys/kernel/hostname").ok();
    let named = std::env::var("COMPUTERNAME").or_else(|_unset| std::env::var("HOSTNAME")).map(String::into_bytes);
    hash.write(&host.or(named.ok()).unwrap_or_default());
    let mut devices: Vec<_> = fs::read_dir(DEVICES).into_iter().flatten().flatten().map(|d| d.file_name()).collect();
    devices.sort();
    for device in devices {
        hash.write(device.as_encoded_bytes());
    }
    format!("{:016x}", hash.digest())
}

/// Returns the memory of this program in KiB.
#[must_use]
pub fn resident_kib() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Returns the free space of the disk with a folder, or with the nearest one above it, in MB.
#[must_use]
pub fn free_mb(folder: &std::path::Path) -> Option<u64> {
    #[cfg(target_os = "linux")]
    {
        let there = folder.ancestors().find(|folder| folder.is_dir())?;
        let disk = rustix::fs::statvfs(there).ok()?;
        Some(disk.f_bavail.saturating_mul(disk.f_frsize) >> 20)
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = folder;
        None
    }
}

/// Returns memory in MB: the computer's, free, this program's, and its peak.
#[must_use]
pub fn memory() -> Option<[u64; 4]> {
    let of = |file: &str, name: &str| {
        let text = fs::read_to_string(file).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().find_map(|word| word.parse::<u64>().ok()).map(|kib| kib / 1024)
    };
    let (all, own) = ("/proc/meminfo", "/proc/self/status");
    Some([of(all, "MemTotal:")?, of(all, "MemAvailable:")?, of(own, "VmRSS:")?, of(own, "VmHWM:")?])
}
