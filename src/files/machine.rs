//! What the program can tell about the computer that it runs on, without asking anybody.

use std::fs;
use std::hash::Hasher as _;

use xxhash_rust::xxh3::Xxh3;

/// Where Linux lists graphics devices.
const DEVICES: &str = "/dev/dri";

/// A name for this computer and its graphics devices, that says nothing about either: it changes where a stick is put into another
/// one, or a card is put in.
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

/// Memory in MB: of the computer, free, of this program, and the most that it ever had.
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
