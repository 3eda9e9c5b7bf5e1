//! Saves a pack as one file: the exhibition, its pictures without the positions that cameras record, and their renditions.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::thread;

use super::photo::{MAX_PHOTO_BYTES, THUMBNAIL_QUALITY};
use super::room::Room;
use super::{DECODING_BYTES, learn_all};
use crate::files::{self, ArchiveWriter, PackSource, RENDITIONS, rendition_name};
use crate::model::Pack;
use crate::photos::{self, ForPack, Pixels};

/// The quality of renditions for screens.
const SCREEN_QUALITY: f32 = 90.0;
/// A rendition that is not at least so much smaller than its picture's file is no help.
const WORTH: usize = 2;

/// What was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// How many pictures.
    pub pictures: usize,
    /// Pictures of the exhibition whose files are not there.
    pub missing: Vec<String>,
    /// How many files held a position, which was taken out.
    pub positions: usize,
    /// The size of the file, in bytes.
    pub bytes: u64,
}

/// A picture's file as it goes into the archive, and its renditions.
struct Ready {
    bytes: Vec<u8>,
    had_position: bool,
    /// Long side, ending, bytes.
    renditions: Vec<(u32, &'static str, Vec<u8>)>,
}

/// Saves a pack, given by what was opened. `watch` is told of how many pictures how many are done; false ends it.
///
/// # Errors
/// Where the archive cannot be written; `Interrupted` where `watch` ended it. Nothing is left behind.
pub fn save_pack(
    pack: &mut Pack,
    source: &PackSource,
    out: &Path,
    watch: &dyn Fn(usize, usize) -> bool,
) -> io::Result<Packed> {
    let mut archive = ArchiveWriter::create(out)?;
    archive.add(files::EXHIBITION, exhibition(pack, source)?.as_bytes(), true)?;
    let names = source.names();
    let own = pack.exhibition.photos.iter().map(|photo| &photo.file);
    let stand_ins = pack.exhibition.photos.iter().filter_map(|photo| Some(&photo.stand_in.as_ref()?.file));
    // In order, and once each.
    let wanted: BTreeMap<&String, bool> = own.chain(stand_ins).map(|name| (name, names.contains(name))).collect();
    let missing = wanted.iter().filter(|(_, there)| !**there).map(|(name, _)| (*name).clone()).collect();
    let there: Vec<&String> = wanted.iter().filter(|(_, there)| **there).map(|(name, _)| *name).collect();
    let mut packed = Packed { pictures: there.len(), missing, ..Packed::default() };
    let (room, threads) = (Room::new(DECODING_BYTES), thread::available_parallelism().map_or(2, |n| n.get().min(8)));
    let mut renditions = BTreeSet::new();
    for (turn, names) in there.chunks(threads).enumerate() {
        if !watch(turn * threads, there.len()) {
            return Err(io::ErrorKind::Interrupted.into());
        }
        for (name, ready) in names.iter().zip(develop(source, names, &room)) {
            let ready = ready?;
            archive.add(name, &ready.bytes, false)?;
            packed.positions += usize::from(ready.had_position);
            let (checksum, size) = (crc32fast::hash(&ready.bytes), ready.bytes.len() as u64);
            for (level, ending, bytes) in ready.renditions {
                // The same picture may stand in a pack under two names.
                let name = rendition_name(checksum, size, level, ending);
                if renditions.insert(name.clone()) {
                    archive.add(&name, &bytes, false)?;
                }
            }
        }
    }
    packed.bytes = archive.finish()?;
    Ok(packed)
}

/// The text of the exhibition as it is; of a folder of pictures, what the pictures' files tell.
fn exhibition(pack: &mut Pack, source: &PackSource) -> io::Result<String> {
    if let Ok((_, _, text)) = files::exhibition(source) {
        return Ok(text);
    }
    learn_all(pack, source);
    serde_json::to_string_pretty(&pack.exhibition).map_err(io::Error::other)
}

/// Reads a few pictures and makes their renditions, each on a thread.
fn develop(source: &PackSource, names: &[&String], room: &Room) -> Vec<io::Result<Ready>> {
    thread::scope(|scope| {
        let threads: Vec<_> = names.iter().map(|name| scope.spawn(|| ready(source, name, room))).collect();
        threads.into_iter().map(|t| t.join().unwrap_or_else(|_panic| Err(io::ErrorKind::Other.into()))).collect()
    })
}

fn ready(source: &PackSource, name: &str, room: &Room) -> io::Result<Ready> {
    let read = source.read(name, MAX_PHOTO_BYTES);
    let bytes = read.map_err(|why| io::Error::other(format!("{name}: {why:?}")))?.into_owned();
    // What cannot be cleaned cannot go along.
    let ForPack { bytes, had_position, .. } =
        photos::for_pack(&bytes, &|_share| true).map_err(|why| io::Error::other(format!("{name}: {why:?}")))?;
    let _taken = room.take(photos::memory(&bytes));
    // What cannot be decoded goes along as it is; `vitrine check` names it.
    let work = std::panic::AssertUnwindSafe(|| renditions(&bytes));
    let renditions = std::panic::catch_unwind(work).unwrap_or_default();
    Ok(Ready { bytes, had_position, renditions })
}

fn renditions(bytes: &[u8]) -> Vec<(u32, &'static str, Vec<u8>)> {
    let long_side = photos::upright_size(bytes).map_or(0, |[width, height]| width.max(height));
    let [wall, screen] = RENDITIONS;
    let decoded = |level| (long_side > level).then(|| photos::rendition(bytes, level, &|_share| true).ok()).flatten();
    let large = decoded(screen);
    let small = match &large {
        Some(large) => Some(photos::smaller(large, wall)),
        None => decoded(wall),
    };
    let encoded = [(wall, small, THUMBNAIL_QUALITY), (screen, large, SCREEN_QUALITY)].into_iter().filter_map(|one| {
        let (level, pixels, quality) = one;
        let (ending, encoded) = encode(&pixels?, quality)?;
        Some((level, ending, encoded)).filter(|(.., encoded)| encoded.len() * WORTH < bytes.len())
    });
    encoded.collect()
}

fn encode(pixels: &Pixels, quality: f32) -> Option<(&'static str, Vec<u8>)> {
    if pixels.is_opaque() {
        return photos::encode_jpeg(pixels, quality).ok().map(|bytes| ("jpg", bytes));
    }
    photos::encode_png(pixels).map(|bytes| ("png", bytes))
}
