//! The cache of thumbnails stays within its limit, whatever lay there and however short the runs are.

use std::fs;
use std::path::Path;

use vitrine::files::ThumbnailCache;

use super::{NO_LIMIT, age, files, key};

/// The bytes of the thumbnails in a cache.
fn bytes_of(folder: &Path) -> u64 {
    files(folder).iter().filter_map(|f| f.metadata().ok()).map(|m| m.len()).sum()
}

#[test]
fn a_cache_stays_within_its_limit_however_short_the_runs_are() {
    let home = tempfile::tempdir().expect("a folder");
    let (folder, limit) = (home.path().to_owned(), 160_000);
    for number in 0..320 {
        ThumbnailCache::at(folder.clone(), NO_LIMIT).write(&key(number), 512, &[0; 992], "jpg");
    }
    assert_eq!(bytes_of(&folder), 2 * limit, "twice as much lies there already");
    // Each of them writes one and is gone.
    for number in 400..440 {
        ThumbnailCache::at(folder.clone(), limit).write_within(&key(number), 512, &[0; 992], "jpg");
        assert!(bytes_of(&folder) <= limit, "{} bytes after {number}", bytes_of(&folder));
    }
    let long = ThumbnailCache::at(folder.clone(), limit);
    let other = ThumbnailCache::at(folder.clone(), limit);
    for number in 500..900 {
        let cache = if number % 2 == 0 { &long } else { &other };
        cache.write_within(&key(number), 512, &[0; 992], "jpg");
        assert!(cache.contains(&key(number), 512));
        assert!(bytes_of(&folder) <= limit, "{} bytes after {number}", bytes_of(&folder));
    }
}

#[test]
fn a_start_that_writes_nothing_tidies_once_a_day() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("cache");
    let cache = ThumbnailCache::at(folder.clone(), 10_000);
    cache.tidy_daily();
    assert!(!folder.exists(), "nothing is created before something is written");
    let fill = || {
        for number in 0..20 {
            cache.write(&key(number), 512, &[0; 992], "jpg");
        }
    };
    fill();
    fs::write(folder.join("notes.txt"), vec![0; 50_000]).expect("somebody's own");
    cache.tidy_daily();
    assert_eq!(bytes_of(&folder), 8_000 + 50_000);
    fill();
    cache.tidy_daily();
    assert_eq!(bytes_of(&folder), 20_000 + 50_000, "not again on the same day");
    age(&folder.join("tidied"), 30);
    cache.tidy_daily();
    assert_eq!(bytes_of(&folder), 8_000 + 50_000);
}

#[cfg(unix)]
#[test]
fn a_pipe_under_the_name_of_a_thumbnail_makes_nobody_wait() {
    let home = tempfile::tempdir().expect("a folder");
    let cache = ThumbnailCache::at(home.path().to_owned(), NO_LIMIT);
    cache.write(&key(1), 512, b"a picture", "jpg");
    let path = files(home.path()).remove(0);
    fs::remove_file(&path).expect("removed");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo").success());
    assert_eq!(cache.read(&key(1), 512), None);
}
