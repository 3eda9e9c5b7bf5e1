//! Pictures: what is read of a file, how it looks, what it costs.

mod colours;
mod container;
mod damages;
mod kinds;
mod looks;
mod made;
mod made_raw;
mod manifest;
mod parts;
mod phone;
mod position;
mod raw;

use std::fs;
use std::path::PathBuf;

use vitrine::photos::{DecodeError, Pixels, rendition};

/// A row of the test set's manifest.
struct Entry {
    path: PathBuf,
    name: String,
    expect: String,
    /// Width and height upright.
    size: Option<[u32; 2]>,
    note: String,
}

/// The test set, or `None` with a word about it where it is not here.
fn test_set() -> Option<Vec<Entry>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/testdata");
    let Ok(text) = fs::read_to_string(folder.join("MANIFEST.tsv")) else {
        eprintln!("skipped: the picture test set is not here");
        return None;
    };
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let size = cells[4].split_once('x').map(|(w, h)| [w.parse().expect("a width"), h.parse().expect("a height")]);
        let (name, note) = (cells[0].to_owned(), cells.get(7).copied().unwrap_or_default().to_owned());
        Entry { path: folder.join(&name), name, expect: cells[3].to_owned(), size, note }
    };
    Some(text.lines().skip(1).map(row).filter(|entry| entry.path.is_file()).collect())
}

fn decode(path: &std::path::Path, long_side: u32) -> Result<Pixels, DecodeError> {
    rendition(&fs::read(path).expect("its bytes"), long_side, &|_| true)
}

/// The mean difference of two pictures over 16 × 16 squares, from 0 to 255, over white where something shows through.
fn difference(a: &Pixels, b: &Pixels) -> f64 {
    let (a, b) = (squares(a), squares(b));
    a.iter().zip(&b).map(|(a, b)| (a - b).abs()).sum::<f64>() / 768.0
}

fn squares(pixels: &Pixels) -> Vec<f64> {
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let mut means = Vec::with_capacity(768);
    for (row, column) in (0..16).flat_map(|row| (0..16).map(move |column| (row, column))) {
        let part = |i: usize, side: usize| (i * side / 16)..((i + 1) * side / 16).max(i * side / 16 + 1).min(side);
        let mut sum = [0.0; 3];
        let mut count = 0.0;
        for (y, x) in part(row, height).flat_map(|y| part(column, width).map(move |x| (y, x))) {
            let pixel = &pixels.rgba[(y * width + x) * 4..][..4];
            let white = 255.0 - f64::from(pixel[3]);
            sum.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += f64::from(*value) + white);
            count += 1.0;
        }
        means.extend(sum.map(|sum| sum / count));
    }
    means
}
