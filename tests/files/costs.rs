//! What hostile archives may cost: no more than grows with their own size.

use std::fs;
use std::io::Write as _;
use std::time::Duration;

use cpu_time::ThreadTime;
use vitrine::files::{ContentKey, PackSource};
use vitrine::model::{OpenError, PackPlace, ReadError};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use crate::archives::{Raw, written, zip};
use crate::{SMALL, archive, open_path};

#[test]
fn files_that_claim_the_same_bytes_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = vec![7; 100_000];
    let names: Vec<String> = (0..300).map(|i| format!("{i}.jpg")).collect();
    let mut entries: Vec<_> = names.iter().map(|name| Raw { shares: Some(0), ..Raw::new(name, &data) }).collect();
    entries[0].shares = None;
    let begun = ThreadTime::now();
    let opened = open_path(&written(&folder, &zip(b"", &entries)));
    assert_eq!(opened.err(), Some(OpenError::Read(ReadError::Overlapping)));
    assert!(begun.elapsed() < Duration::from_secs(2));
    // One inside the other: the outer one's bytes are an archive's own entries.
    let inner = zip(b"", &[Raw::new("b.jpg", &data)]);
    let mut bytes = zip(b"", &[Raw::new("a.jpg", &inner), Raw { shares: Some(0), ..Raw::new("b.jpg", &data) }]);
    let at = bytes.windows(4).rposition(|four| four == b"PK\x01\x02").expect("the second entry");
    bytes[at + 42..at + 46].copy_from_slice(&35_u32.to_le_bytes());
    assert_eq!(open_path(&written(&folder, &bytes)).err(), Some(OpenError::Read(ReadError::Overlapping)));
}

#[test]
fn a_key_is_the_same_however_a_file_is_kept_and_is_made_in_pieces() {
    let folder = tempfile::tempdir().expect("a folder");
    let bytes: Vec<u8> = (0_u32..900_001).map(|i| (i.wrapping_mul(2_654_435_761) >> 27) as u8).collect();
    let path = folder.path().join("x.vitrine");
    let mut zip = zip::ZipWriter::new(fs::File::create(&path).expect("a file"));
    for (name, method) in [("s.jpg", CompressionMethod::Stored), ("d.jpg", CompressionMethod::Deflated)] {
        zip.start_file(name, SimpleFileOptions::default().compression_method(method)).expect("an entry");
        zip.write_all(&bytes).expect("its bytes");
    }
    zip.finish().expect("an archive");
    fs::write(folder.path().join("f.jpg"), &bytes).expect("written");
    let source = PackSource::open(&PackPlace::Archive(path)).expect("opens");
    let beside = PackSource::open(&PackPlace::Folder(folder.path().to_owned())).expect("opens");
    let key = Ok(ContentKey::of_bytes(&bytes));
    assert_eq!(
        [source.key("s.jpg"), source.key("d.jpg"), source.key("d.jpg"), beside.key("f.jpg")],
        [key.clone(), key.clone(), key.clone(), key]
    );
}

#[test]
fn what_unpacks_to_hundreds_of_times_its_size_is_not_unpacked() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bomb.vitrine");
    archive(&path, &[("exhibition.json", SMALL.as_bytes()), ("photographs/a.jpg", &vec![0; 40 << 20])]);
    let source = PackSource::open(&PackPlace::Archive(path)).expect("opens");
    let name = "photographs/a.jpg";
    let begun = ThreadTime::now();
    assert_eq!(source.read(name, u64::MAX), Err(ReadError::TooLarge));
    assert_eq!(source.key(name), Err(ReadError::TooLarge));
    assert_eq!(source.head(name, 10), Err(ReadError::TooLarge));
    assert!(begun.elapsed() < Duration::from_millis(500));
    // What is claimed is not believed.
    let lies = Raw { size: Some(u32::MAX - 1), ..Raw::new("photographs/a.jpg", b"short") };
    let entries = [Raw::new("exhibition.json", SMALL.as_bytes()), lies];
    let source = PackSource::open(&PackPlace::Archive(written(&folder, &zip(b"", &entries)))).expect("opens");
    assert!(source.read(name, u64::MAX).is_err() && source.key(name).is_err());
}

#[test]
fn a_directory_of_a_hundred_megabytes_is_not_held() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.vitrine");
    // 1,200 entries whose names are 60 KB each.
    let names: Vec<Vec<u8>> = (0..1_200_u32).map(|i| format!("{i:060000}").into_bytes()).collect();
    let entries: Vec<_> = names.iter().map(|name| Raw::new(name, b"")).collect();
    fs::write(&path, zip(b"", &entries)).expect("written");
    assert!(matches!(open_path(&path).err(), Some(OpenError::Read(ReadError::TooMany(_)))));
    // As many bytes before an archive, as in a film or a program that carries one, do not matter.
    fs::write(&path, zip(&vec![0; 80 << 20], &[Raw::new("exhibition.json", SMALL.as_bytes())])).expect("written");
    assert!(open_path(&path).is_ok());
}
