//! The order of names, the cache of thumbnails shared by threads and programs, and folders of pictures.

#[path = "album/bounds.rs"]
mod bounds;

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering as Memory};
use std::thread;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use vitrine::files::{ContentKey, ThumbnailCache, natural, photo_folder};

const NO_LIMIT: u64 = 1 << 40;

fn is_send_and_sync<T: Send + Sync>() {}

fn key(number: usize) -> ContentKey {
    ContentKey::of_bytes(format!("picture {number}").as_bytes())
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() && !entry.path().is_symlink() {
            found.extend(files(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found
}

fn age(path: &Path, hours: u64) {
    let time = SystemTime::now() - Duration::from_hours(hours);
    File::options().write(true).open(path).and_then(|f| f.set_modified(time)).expect("a file of ours");
}

/// Names that nearly agree: few characters, those in which the order could go wrong.
fn name() -> impl Strategy<Value = String> {
    "[aAbİßſ_. 0019０９\u{f20}\u{f29}第²é\u{301}/\u{0}]{0,7}"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn natural_order_is_total(a in name(), b in name(), c in name()) {
        prop_assert_eq!(natural(&a, &b), natural(&b, &a).reverse());
        prop_assert_eq!(natural(&a, &b) == Ordering::Equal, a == b);
        if natural(&a, &b).is_le() && natural(&b, &c).is_le() {
            prop_assert!(natural(&a, &c).is_le(), "{:?} {:?} {:?}", a, b, c);
        }
    }

    #[test]
    fn numbers_stand_by_their_value(a: u64, b: u64, zeros in 0_usize..4) {
        let name = |n: u64| format!("第{}{n}张.jpg", "0".repeat(zeros));
        prop_assert_eq!(natural(&name(a), &format!("第{b}张.jpg")).then(b.cmp(&a)), match a.cmp(&b) {
            Ordering::Equal if zeros > 0 => Ordering::Less,
            order => order,
        });
    }
}

fn key_of(bytes: &[u8]) -> ContentKey {
    let mut read_at = |at: u64, into: &mut [u8]| {
        let at = usize::try_from(at).expect("small");
        let from = bytes.get(at..at + into.len()).ok_or(io::ErrorKind::UnexpectedEof)?;
        into.copy_from_slice(from);
        Ok(())
    };
    ContentKey::of(&mut read_at, bytes.len() as u64).expect("bytes at hand")
}

#[test]
fn a_key_is_the_same_from_a_file_and_from_its_bytes() {
    let bytes: Vec<u8> = (0_u32..700_001).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let mut keys = BTreeSet::new();
    for length in [0, 1, 5, 16_383, 16_384, 16_385, 100_000, 262_143, 262_144, 262_145, 300_000, 700_001] {
        let bytes = &bytes[..length];
        let key = ContentKey::of_bytes(bytes);
        assert_eq!(key_of(bytes), key, "{length}");
        assert!(keys.insert(format!("{key:?}")), "{length}");
    }
}

#[test]
fn one_byte_at_either_end_changes_the_key() {
    for length in [3_usize, 200_000, 262_144, 262_145, 5_000_000] {
        let mut bytes = vec![7_u8; length];
        let key = ContentKey::of_bytes(&bytes);
        for at in [0, length / 2, length - 1, 16_383.min(length - 1), length.saturating_sub(16_384)] {
            // The middle of a large file is not read.
            if length > 262_144 && at == length / 2 {
                continue;
            }
            bytes[at] = 8;
            assert_ne!(ContentKey::of_bytes(&bytes), key, "byte {at} of {length}");
            bytes[at] = 7;
        }
        bytes.push(7);
        assert_ne!(ContentKey::of_bytes(&bytes), key, "longer than {length}");
    }
}

#[test]
fn a_file_that_cannot_be_read_has_no_key() {
    let broken = ContentKey::of(&mut |_, _| Err(io::ErrorKind::UnexpectedEof.into()), 10);
    assert!(broken.is_err());
}

#[test]
fn a_thumbnail_that_was_kept_is_found_again() {
    is_send_and_sync::<ThumbnailCache>();
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("not/yet/there");
    let cache = ThumbnailCache::at(folder.clone(), NO_LIMIT);
    assert_eq!(cache.read(&key(1), 512), None);
    cache.tidy();
    assert!(!folder.exists(), "nothing is created before something is written");
    cache.write(&key(1), 512, b"a picture", "jpg");
    cache.write(&key(2), 512, b"a clear picture", "png");
    cache.write(&key(3), 512, b"", "jpg");
    cache.write(&key(4), 512, b"a moving picture", "gif");
    let again = ThumbnailCache::at(folder.clone(), NO_LIMIT);
    assert_eq!(again.read(&key(1), 512).as_deref(), Some(&b"a picture"[..]));
    assert_eq!(again.read(&key(2), 512).as_deref(), Some(&b"a clear picture"[..]));
    assert_eq!((again.read(&key(1), 256), again.read(&key(3), 512), again.read(&key(4), 512)), (None, None, None));
    assert!(again.contains(&key(1), 512) && again.contains(&key(2), 512) && !again.contains(&key(3), 512));
    let kept = files(&folder);
    assert_eq!(kept.len(), 2);
    for path in kept {
        let name = path.file_name().and_then(|n| n.to_str()).expect("a name");
        assert_eq!(path.parent(), Some(folder.join(&name[..2]).as_path()));
    }
}

#[test]
fn a_damaged_thumbnail_is_not_shown_and_is_replaced() {
    let home = tempfile::tempdir().expect("a folder");
    let cache = ThumbnailCache::at(home.path().to_owned(), NO_LIMIT);
    cache.write(&key(1), 512, &[9; 1000], "jpg");
    let path = files(home.path()).remove(0);
    let whole = fs::read(&path).expect("the thumbnail");
    let mut changed = whole.clone();
    changed[500] = 0;
    for damaged in [&whole[..500], &whole[..1000], &vec![0; 1008], &changed, b""] {
        fs::write(&path, damaged).expect("damage");
        assert_eq!(cache.read(&key(1), 512), None);
    }
    cache.write(&key(1), 512, &[9; 1000], "jpg");
    assert_eq!(cache.read(&key(1), 512), Some(vec![9; 1000]));
}

#[test]
fn what_was_used_longest_ago_goes_first() {
    let home = tempfile::tempdir().expect("a folder");
    let cache = ThumbnailCache::at(home.path().to_owned(), 10_000);
    for number in 0..20 {
        cache.write(&key(number), 512, &[0; 992], "jpg");

        let newest = files(home.path()).into_iter().max_by_key(|f| f.metadata().and_then(|m| m.modified()).ok());
        age(&newest.expect("a thumbnail"), 1000 - u64::try_from(number).expect("small"));
    }
    // Seen again, the oldest is now the one that was used last.
    assert!(cache.read(&key(0), 512).is_some());
    cache.tidy();
    let left: Vec<usize> = (0..20).filter(|&n| cache.contains(&key(n), 512)).collect();
    assert_eq!(left, [0, 13, 14, 15, 16, 17, 18, 19]);
    assert_eq!(files(home.path()).len(), 8);
    cache.tidy();
    assert_eq!(files(home.path()).len(), 8);
}

#[test]
fn a_thumbnail_is_marked_as_used_once_a_day() {
    let home = tempfile::tempdir().expect("a folder");
    let cache = ThumbnailCache::at(home.path().to_owned(), NO_LIMIT);
    cache.write(&key(1), 512, b"a picture", "jpg");
    let path = files(home.path()).remove(0);
    let used = || path.metadata().and_then(|m| m.modified()).expect("a time");
    let read = || assert!(cache.read(&key(1), 512).is_some());
    age(&path, 20);
    let before = used();
    read();
    assert_eq!(used(), before);
    age(&path, 30);
    read();
    assert!(used() > before);
    // A clock that ran ahead once.
    let ahead = SystemTime::now() + Duration::from_hours(1000);
    File::options().write(true).open(&path).and_then(|f| f.set_modified(ahead)).expect("a file of ours");
    read();
    assert!(used() < ahead);
}

#[test]
fn tidying_touches_nothing_of_others() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("cache");
    let cache = ThumbnailCache::at(folder.clone(), 0);
    let hex = "ab0123456789abcdef0123456789abcd";
    let others = [
        "ab/notes.txt".to_owned(),
        "ab/report.tmp".to_owned(),
        format!("{hex}-512.jpg"),
        format!("cd/{hex}-512.jpg"),
        format!("pictures/{hex}-512.jpg"),
        format!("ab/{hex}.jpg"),
    ];
    let own = [format!("ab/{hex}-512.jpg"), "ab/1f-9abc-0.tmp".to_owned()];
    let young = "ab/2f-9abc-0.tmp".to_owned();
    for name in others.iter().chain(&own).chain([&young]) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).and_then(|()| fs::write(&path, "x")).expect("a file");
        age(&path, 2);
    }
    age(&folder.join(&young), 0);
    let outside = home.path().join("elsewhere");
    let precious = outside.join("ef0123456789abcdef0123456789abcd-512.jpg");
    fs::create_dir(&outside).and_then(|()| fs::write(&precious, "x")).expect("a file");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&outside, folder.join("ef")).expect("a link");
        std::os::unix::fs::symlink(&precious, folder.join(format!("ab/{hex}-64.png"))).expect("a link");
    }
    cache.tidy();
    #[cfg(unix)]
    assert!(folder.join(format!("ab/{hex}-64.png")).is_symlink());
    assert!(precious.exists() && folder.join(&young).exists());
    assert!(others.iter().all(|name| folder.join(name).exists()));
    assert!(own.iter().all(|name| !folder.join(name).exists()));
}

/// What thread-independent content a key has: its length and bytes follow from the number.
fn content(number: usize) -> Vec<u8> {
    vec![u8::try_from(number % 251).expect("small"); 20_000 + number * 1_000]
}

#[test]
fn two_programs_share_a_folder_and_never_see_half_a_file() {
    let home = tempfile::tempdir().expect("a folder");
    let caches = [(); 2].map(|()| ThumbnailCache::at(home.path().to_owned(), NO_LIMIT));
    let (hits, done) = (AtomicUsize::new(0), AtomicBool::new(false));
    for number in 0..10 {
        caches[0].write(&key(number), 512, &content(number), "jpg");
    }
    thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|t| {
                let (cache, hits) = (&caches[t % 2], &hits);
                scope.spawn(move || {
                    for round in 0..300 {
                        let number = (round * 7 + t * 3) % 10;
                        if (round + t) % 3 == 0 {
                            cache.write(&key(number), 512, &content(number), "jpg");
                        } else {
                            let read = cache.read(&key(number), 512).expect("once written, always there");
                            assert_eq!(read, content(number));
                            hits.fetch_add(1, Memory::Relaxed);
                        }
                    }
                })
            })
            .collect();
        // The checksum would hide half a file: this looks at the files themselves.
        let looker = scope.spawn(|| {
            while !done.load(Memory::Relaxed) {
                for path in files(home.path()).iter().filter(|p| p.extension().is_some_and(|e| e == "jpg")) {
                    let bytes = fs::read(path).expect("a file that is replaced, never removed");
                    let number = usize::from(bytes[0]);
                    assert_eq!(bytes[..bytes.len() - 8], content(number));
                }
            }
        });
        let ended: Vec<_> = threads.into_iter().map(thread::ScopedJoinHandle::join).collect();
        done.store(true, Memory::Relaxed);
        looker.join().expect("only whole files");
        assert!(ended.iter().all(Result::is_ok));
    });
    assert!(hits.load(Memory::Relaxed) > 1_000);
    assert_eq!(files(home.path()).len(), 10, "no temporary file is left");
}

#[test]
fn two_programs_tidy_at_once_while_others_write() {
    let home = tempfile::tempdir().expect("a folder");
    let caches = [(); 2].map(|()| ThumbnailCache::at(home.path().to_owned(), 200_000));
    thread::scope(|scope| {
        for t in 0..8 {
            let cache = &caches[t % 2];
            scope.spawn(move || {
                for round in 0..60 {
                    let number = (round * 8 + t) % 200;
                    cache.write(&key(number), 512, &content(number % 10), "jpg");
                    if round % 10 == t {
                        cache.tidy();
                    }
                    assert!(cache.read(&key(number), 512).is_none_or(|read| read == content(number % 10)));
                }
            });
        }
    });
    caches[0].tidy();
    let total: u64 = files(home.path()).iter().filter_map(|f| f.metadata().ok()).map(|m| m.len()).sum();
    assert!((100_000..=160_000).contains(&total), "{total} bytes");
    // Neither gave up: losing a race is no failure.
    for (cache, number) in caches.iter().zip([1000, 1001]) {
        cache.write(&key(number), 512, b"a picture", "jpg");
        assert!(cache.contains(&key(number), 512));
    }
}

#[test]
fn the_folder_may_be_deleted_at_any_time() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("cache");
    let cache = ThumbnailCache::at(folder.clone(), NO_LIMIT);
    for number in 0..5 {
        cache.write(&key(number), 512, b"a picture", "jpg");
        assert!(cache.read(&key(number), 512).is_some());
        fs::remove_dir_all(&folder).expect("deleted");
        assert_eq!(cache.read(&key(number), 512), None);
        cache.tidy();
    }
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let deleter = scope.spawn(|| {
            while !done.load(Memory::Relaxed) {
                let _ = fs::remove_dir_all(&folder);
            }
        });
        let writers: Vec<_> = (0..4)
            .map(|t| {
                let cache = &cache;
                scope.spawn(move || {
                    for number in 0..200 {
                        cache.write(&key(number), 512, &content(t), "jpg");
                        let _ = cache.read(&key(number), 512);
                        cache.tidy();
                    }
                })
            })
            .collect();
        let ended: Vec<_> = writers.into_iter().map(thread::ScopedJoinHandle::join).collect();
        done.store(true, Memory::Relaxed);
        deleter.join().expect("deleted");
        assert!(ended.iter().all(Result::is_ok));
    });
}

#[test]
fn a_place_that_cannot_be_written_is_left_alone() {
    let home = tempfile::tempdir().expect("a folder");
    let place = home.path().join("a file, no folder");
    fs::write(&place, "x").expect("a file");
    let cache = ThumbnailCache::at(place.join("cache"), NO_LIMIT);
    for number in 0..3 {
        cache.write(&key(number), 512, b"a picture", "jpg");
        assert_eq!(cache.read(&key(number), 512), None);
        cache.tidy();
    }
    // Not even when it could be by now: whoever has a stick without room should not wait for it at every picture.
    fs::remove_file(&place).expect("removed");
    cache.write(&key(1), 512, b"a picture", "jpg");
    assert!(!place.exists());
}

#[test]
fn two_failures_are_forgotten_after_a_success() {
    let home = tempfile::tempdir().expect("a folder");
    let place = home.path().join("cache");
    let cache = ThumbnailCache::at(place.clone(), NO_LIMIT);
    for number in 0..4 {
        fs::write(&place, "in the way").expect("a file");
        cache.write(&key(number), 512, b"a picture", "jpg");
        cache.write(&key(number), 512, b"a picture", "jpg");
        fs::remove_file(&place).expect("removed");
        cache.write(&key(number), 512, b"a picture", "jpg");
        assert!(cache.read(&key(number), 512).is_some());
        fs::remove_dir_all(&place).expect("deleted");
    }
}

#[test]
fn a_folder_of_pictures_is_an_exhibition_without_problems_of_form() {
    let names: BTreeSet<String> =
        ["第10张.jpg", "第2张.jpg", "Thumbs.db", "sub/子文件夹/照片.jpg", ".hidden.jpg"].map(str::to_owned).into();
    let pictures = photo_folder::pictures(&names);
    assert_eq!(pictures, [".hidden.jpg", "第2张.jpg", "第10张.jpg", "sub/子文件夹/照片.jpg"]);
    let x = photo_folder::exhibition("照片", &pictures);
    let text = vitrine::model::write(&x).expect("written");
    let (again, problems) = vitrine::model::read(&text).expect("read");
    assert_eq!((vitrine::model::write(&again).expect("written"), problems), (text, Vec::new()));
}
