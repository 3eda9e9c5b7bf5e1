//! Side blocks and descriptions over the picture test set, where it is there: sizes, orientations, texts, and that no file,
//! however damaged, does harm.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use cpu_time::ThreadTime;
use vitrine::photos::captions::captions;
use vitrine::photos::container::{Format, blocks, embedded_thumbnail, format, orientation, size};

/// The longest that one call may take, in a build without much optimisation; several tries, since others use the machine.
const LIMIT: Duration = Duration::from_millis(20);

fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/testdata");
    if !folder.is_dir() {
        eprintln!("skipped: the picture test set is not here");
        return None;
    }
    Some(folder)
}

/// Path, expectation and upright size of each file of the set.
fn manifest(folder: &Path) -> Vec<(PathBuf, String, Option<[u32; 2]>)> {
    let text = fs::read_to_string(folder.join("MANIFEST.tsv")).expect("a manifest");
    let rows = text.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let sides = cells[4].split_once('x').map(|(w, h)| [w.parse().expect("a width"), h.parse().expect("a height")]);
        (folder.join(cells[0]), cells[3].to_owned(), sides)
    });
    rows.filter(|(path, ..)| path.is_file()).collect()
}

fn all(bytes: &[u8]) {
    let known = format(bytes).is_some();
    let sides = size(bytes);
    assert!(known || sides.is_none());
    assert!((1..=8).contains(&orientation(bytes)));
    let found = blocks(bytes);
    assert!(found.icc.is_none_or(|icc| icc.len() <= 4 << 20));
    assert!(embedded_thumbnail(bytes).is_none_or(|small| format(small) == Some(Format::Jpeg)));
    let said = captions(bytes);
    for text in [said.title.plain, said.caption.plain, said.credit, said.rights.plain, said.place] {
        assert!(text.chars().count() <= 2000 && text.trim() == text);
        assert!(text.chars().all(|c| !c.is_control() || c == '\n'));
    }
}

/// Runs everything, and says how long the fastest of three tries took where the first was slow.
fn timed(bytes: &[u8]) -> Duration {
    let run = || {
        let start = ThreadTime::now();
        all(bytes);
        start.elapsed()
    };
    let first = run();
    if first < LIMIT { first } else { first.min(run()).min(run()) }
}

fn upright(bytes: &[u8]) -> Option<[u32; 2]> {
    let [width, height] = size(bytes)?;
    Some(if orientation(bytes) >= 5 { [height, width] } else { [width, height] })
}

#[test]
fn stored_size_turned_is_the_upright_size() {
    let Some(folder) = folder() else { return };
    let mut checked = 0;
    for (path, expect, sides) in manifest(&folder) {
        if let (true, Some(sides)) = (expect == "decode", sides) {
            let bytes = fs::read(&path).expect("a file");
            assert_eq!(upright(&bytes), Some(sides), "{}", path.display());
            // TIFF may keep its directory at the end, and HEIF its description; all others tell by their head.
            let head = &bytes[..bytes.len().min(256 * 1024)];
            if !matches!(format(&bytes), Some(Format::Tiff | Format::Heif)) {
                assert_eq!(size(head), size(&bytes), "{}: head", path.display());
            }
            checked += 1;
        }
    }
    assert!(checked > 200, "{checked}");
}

#[test]
fn orientations_are_those_of_the_names() {
    let Some(folder) = folder() else { return };
    let of = |name: &str| orientation(&fs::read(folder.join("exif").join(name)).expect("a file"));
    for n in 1..=8 {
        assert_eq!(of(&format!("Landscape_{n}.jpg")), n);
    }
    for n in [3, 6] {
        for (stem, end) in [("bigendian", "jpg"), ("eXIf", "png"), ("webp", "webp"), ("tiff", "tif")] {
            assert_eq!(of(&format!("made_{stem}_{n}.{end}")), n, "{stem}");
        }
    }
    assert_eq!(of("made_after_other_segments_6.jpg"), 6);
    assert_eq!(of("made_long_type_6.jpg"), 6);
    for name in ["Landscape_0.jpg", "made_invalid_9.jpg", "made_broken_exif.jpg", "ref_upright.png"] {
        assert_eq!(of(name), 1, "{name}");
    }
}

#[test]
fn what_was_written_is_read_and_where_the_camera_stood_is_not() {
    let Some(folder) = folder() else { return };
    let said = captions(&fs::read(folder.join("exif/made_gps_author.jpg")).expect("a file"));
    assert_eq!(said.caption.plain, "Caption in EXIF");
    assert_eq!(said.credit, "A. Photographer");
    assert_eq!(said.rights.plain, "(c) Nobody");
    assert_eq!(said.date, Some((2024, 8, 22)));
    assert_eq!(said.place, "");
    let xmp = fs::read(folder.join("image-rs/jpg__exif-xmp-metadata.jpg")).expect("a file");
    assert!(blocks(&xmp).xmp.is_some_and(|packet| packet.starts_with(b"<?xpacket")));
    for name in ["AdobeRGB1998.png", "AdobeRGB1998.jpg", "WideGamutRGB.png", "SwappedRedAndGreen.jpg"] {
        let bytes = fs::read(folder.join("icc").join(name)).expect("a file");
        let icc = blocks(&bytes).icc.expect("a profile");
        // A profile's mark (ICC.1:2010, 7.2).
        assert_eq!(icc.get(36..40), Some(&b"acsp"[..]), "{name}");
    }
}

#[test]
fn formats_are_told_by_content() {
    let Some(folder) = folder() else { return };
    let of = |name: &str| format(&fs::read(folder.join(name)).expect("a file"));
    assert_eq!(of("broken/really_png.jpg"), Some(Format::Png));
    assert_eq!(of("broken/really_gif.png"), Some(Format::Gif));
    assert_eq!(of("formats/iphone.heic"), Some(Format::Heif));
    assert_eq!(of("formats/photo.avif"), Some(Format::Heif));
    assert_eq!(of("formats/photo.jp2"), Some(Format::Jp2));
    assert_eq!(of("formats/icon.ico"), Some(Format::Unread("ICO")));
    assert_eq!(of("formats/photo.ppm"), Some(Format::Unread("PNM")));
    assert_eq!(of("formats/photo.tga"), Some(Format::Unread("TGA")));
    assert_eq!(of("broken/svg_script.svg"), Some(Format::Unread("SVG")));
    assert_eq!(of("broken/really_pdf.jpg"), Some(Format::Unread("PDF")));
    for name in ["zero_bytes.jpg", "random.jpg", "nul_4096.png", "really_text.jpg", "really_html.jpg", "really_zip.png"]
    {
        assert_eq!(of(&format!("broken/{name}")), None, "{name}");
    }
    assert_eq!(of("names/Thumbs.db"), None);
    assert_eq!(of("MANIFEST.tsv"), None);
}

#[test]
fn no_file_of_the_set_is_slow_or_ends_the_program() {
    let Some(folder) = folder() else { return };
    for (path, ..) in manifest(&folder) {
        let bytes = fs::read(&path).expect("a file");
        let time = timed(&bytes);
        assert!(time < LIMIT, "{}: {time:?}", path.display());
    }
}

#[test]
fn no_mutation_is_slow_or_ends_the_program() {
    let Some(folder) = folder() else { return };
    let names = [
        "exif/made_gps_author.jpg",
        "exif/made_bigendian_6.jpg",
        "exif/made_eXIf_6.png",
        "exif/made_webp_6.webp",
        "exif/made_tiff_6.tif",
        "image-rs/jpg__exif-xmp-metadata.jpg",
        "icc/WideGamutRGB.png",
        "icc/WideGamutRGB.jpg",
        "formats/lossless.webp",
        "formats/photo.bmp",
        "formats/iphone.heic",
        "formats/icon.ico",
    ];
    let files: Vec<Vec<u8>> = names.iter().map(|name| fs::read(folder.join(name)).expect("a file")).collect();
    // A fixed start, so that a failure comes again (Marsaglia's xorshift).
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below.max(1)).expect("small")).expect("small")
    };
    for round in 0..5000 {
        let file = &files[round % files.len()];
        // The side blocks are near the front, so most changes are made there.
        let mut bytes = file[..file.len().min(64 * 1024)].to_vec();
        let reach = if random(4) == 0 { bytes.len() } else { bytes.len().min(2048) };
        for _ in 0..=random(12) {
            let at = random(reach);
            bytes[at] = [0, 0xFF, 0x7F, 0x80, u8::try_from(random(256)).expect("a byte")][random(5)];
        }
        if random(3) == 0 {
            bytes.truncate(random(reach));
        }
        let time = timed(&bytes);
        assert!(time < LIMIT, "round {round}: {time:?}");
    }
}
