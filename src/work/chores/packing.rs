//! Saves a pack as one file: the exhibition, its pictures without metadata other than what is shown, and their renditions. An
//! unreadable picture never stops the others.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use super::captions::{Captions, captions};
use super::fill_in_all;
use super::portable_names::{Names, with_ending};
use crate::files::{self, ArchiveWriter, PackSource, RENDITIONS, rendition_name};
use crate::model::{Exhibition, Pack, Unavailable};
use crate::photos::{self, ForPack, How};
use crate::work::pictures::budget::{DECODING, NoPicture, Spending, Taken};
use crate::work::pictures::decoder::THUMBNAIL_QUALITY;

/// The quality of renditions for screens.
const SCREEN_QUALITY: f32 = 90.0;
/// A rendition must be smaller than the picture's file by at least this factor.
const WORTH: usize = 2;

/// The metadata that pictures keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Written<'w> {
    /// What is shown, written anew: caption, credit, date, rights, orientation, colours.
    #[default]
    Shown,
    /// What the exhibition says of them in all its languages, in place of what is written in them; after the caption of one that
    /// is drawn, these words in each language.
    Captions(&'w [String; 3]),
    /// All but the position that a camera recorded: every other byte is unchanged.
    ButPosition,
    /// All of it: the files are unchanged.
    All,
}

/// The result of saving.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// Number of pictures.
    pub pictures: usize,
    /// Pictures of the exhibition that were left out, and why.
    pub left_out: Vec<(String, Unavailable)>,
    /// Pictures that were included although they cannot be shown, and why.
    pub unseen: Vec<(String, Unavailable)>,
    /// Pictures whose names were not portable, and their names in the pack.
    pub renamed: Vec<(String, String)>,
    /// Re-encoded pictures, and their names in the pack.
    pub anew: Vec<(String, String)>,
    /// Camera raw files of which the preview was included, and their names in the pack.
    pub previews: Vec<(String, String)>,
    /// Number of files from which a position was removed.
    pub positions: usize,
    /// The size of the file, in bytes.
    pub bytes: u64,
}

/// A smaller picture: long side, extension, bytes.
type Rendition = (u32, &'static str, Vec<u8>);

/// A picture's file as it goes into the archive, and its renditions.
pub(super) struct Ready<'b> {
    file: ForPack,
    /// Why it cannot be shown, if it is included nevertheless.
    unseen: Option<Unavailable>,
    renditions: Vec<Rendition>,
    /// Held until it is written.
    _taken: Taken<'b>,
}

/// Saves an opened pack. `watch` receives the number of pictures done and in all; returning false cancels.
///
/// # Errors
/// If the archive cannot be written; `Interrupted` if cancelled. Nothing is left behind.
pub fn save_pack(
    pack: &mut Pack,
    source: &PackSource,
    (out, written): (&Path, Written<'_>),
    watch: &dyn Fn(usize, usize) -> bool,
) -> io::Result<Packed> {
    if pack.photo_folder {
        fill_in_all(pack, source);
    }
    let mut plan = Plan::of(&pack.exhibition, &|name| name.to_owned());
    let mut archive = ArchiveWriter::create(out)?;
    let all = plan.names();
    let said = match written {
        Written::Captions(drawn) => captions(&pack.exhibition, source, drawn),
        Written::Shown | Written::ButPosition | Written::All => Captions::new(),
    };
    let how = Wanted { written, renditions: true, said: &said };
    make_ready((source, &all), how, watch, &mut |name, ready| plan.take(&mut archive, name, ready))?;
    let text = exhibition(pack, source, &plan)?;
    archive.add(files::EXHIBITION, text.as_bytes(), true)?;
    let mut packed = plan.packed();
    packed.bytes = archive.finish()?;
    Ok(packed)
}

/// What is wanted of pictures.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'w> {
    /// The metadata that they keep.
    pub written: Written<'w>,
    /// Whether smaller ones are made.
    pub renditions: bool,
    /// The captions that are written into them, by the names of their files.
    pub said: &'w Captions,
}

/// What takes a picture that is ready, or hears that there is none.
type Put<'p> = &'p mut dyn FnMut(&String, Result<Ready<'_>, NoPicture>) -> io::Result<()>;

/// Makes pictures ready, several at a time, and hands over each as soon as it is. `watch` receives the number of pictures done
/// and in all; returning false cancels.
///
/// # Errors
/// That of `put`; `Interrupted` if cancelled.
pub(super) fn make_ready(
    (source, all): (&PackSource, &[String]),
    how: Wanted<'_>,
    watch: &dyn Fn(usize, usize) -> bool,
    put: Put<'_>,
) -> io::Result<()> {
    let (next, is_stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let stands = |_share: f32| !is_stopped.load(Ordering::Relaxed);
    thread::scope(|scope| {
        // A rendezvous channel: finished pictures do not pile up in memory.
        let (send, done) = sync_channel(0);
        for _ in 0..thread::available_parallelism().map_or(2, |n| n.get().min(8)) {
            let (send, next, stands) = (send.clone(), &next, &stands);
            thread::Builder::new().name("pack".to_owned()).spawn_scoped(scope, move || {
                let make = |name: &str| DECODING.picture(stands, |spending| ready(source, name, how, spending));
                deliver(all, next, &send, &make);
            })?;
        }
        drop(send);
        let mut save = || -> io::Result<()> {
            for (count, (name, ready)) in done.iter().enumerate() {
                if !watch(count, all.len()) {
                    return Err(io::ErrorKind::Interrupted.into());
                }
                put(name, ready)?;
            }
            Ok(())
        };
        let saved = save();
        is_stopped.store(true, Ordering::Relaxed);
        drop(done);
        saved
    })
}

/// Prepares pictures until none is left, or the receiver is gone.
fn deliver<'a, 'b>(
    all: &'a [String],
    next: &AtomicUsize,
    send: &SyncSender<(&'a String, Result<Ready<'b>, NoPicture>)>,
    make: &dyn Fn(&str) -> Result<Ready<'b>, NoPicture>,
) {
    while let Some(name) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
        if send.send((name, make(name))).is_err() {
            return;
        }
    }
}

/// Where pictures are written.
pub(super) trait Sink {
    /// Adds a picture under a name, or under one of `names` that is free; returns it.
    fn picture(&mut self, name: String, bytes: &[u8], names: &mut Names) -> io::Result<String>;

    /// Adds a rendition.
    fn rendition(&mut self, name: &str, bytes: &[u8]) -> io::Result<()>;
}

impl Sink for ArchiveWriter {
    fn picture(&mut self, name: String, bytes: &[u8], _names: &mut Names) -> io::Result<String> {
        self.add(&name, bytes, false).map(|()| name)
    }

    fn rendition(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.add(name, bytes, false)
    }
}

/// The files to include, and their names.
pub(super) struct Plan {
    /// By their names among the files of the source.
    given: BTreeMap<String, String>,
    pub(super) names: Names,
    renditions: BTreeSet<String>,
    packed: Packed,
}

impl Plan {
    /// The pictures of an exhibition; `listed` returns the name of a file among those of the source.
    pub(super) fn of(exhibition: &Exhibition, listed: &dyn Fn(&str) -> String) -> Self {
        let own = exhibition.photos.iter().map(|photo| &photo.file);
        let stand_ins = exhibition.photos.iter().filter_map(|photo| Some(&photo.stand_in.as_ref()?.file));
        // Sorted and without duplicates.
        let wanted: BTreeSet<String> = own.chain(stand_ins).map(|name| listed(name)).collect();
        let mut names = Names::default();
        names.keep_free(files::EXHIBITION);
        let given = wanted.into_iter().map(|name| (name.clone(), names.give(&name))).collect();
        Self { given, names, renditions: BTreeSet::new(), packed: Packed::default() }
    }

    /// The names of the files to include, among those of the source.
    pub(super) fn names(&self) -> Vec<String> {
        self.given.keys().cloned().collect()
    }

    /// The name that a file has been given.
    pub(super) fn given(&self, name: &str) -> Option<&str> {
        self.given.get(name).map(String::as_str)
    }

    /// Leaves a file where it is, under its own name.
    pub(super) fn stays(&mut self, name: &str) {
        self.given.insert(name.to_owned(), name.to_owned());
        self.packed.pictures += 1;
    }

    /// What has become of the pictures.
    pub(super) fn packed(mut self) -> Packed {
        self.packed.sort();
        self.packed
    }

    /// Takes a picture, or why there is none.
    pub(super) fn take(
        &mut self,
        sink: &mut dyn Sink,
        name: &str,
        ready: Result<Ready<'_>, NoPicture>,
    ) -> io::Result<()> {
        match ready {
            Ok(ready) => self.add(sink, name, ready)?,
            Err(NoPicture::Unavailable(why)) => self.packed.left_out.push((name.to_owned(), why)),
            Err(NoPicture::Cancelled) => {}
        }
        Ok(())
    }

    /// Adds a picture.
    fn add(&mut self, sink: &mut dyn Sink, name: &str, ready: Ready<'_>) -> io::Result<()> {
        let Some(given) = self.given.get_mut(name) else { return Ok(()) };
        if *given != name {
            self.packed.renamed.push((name.to_owned(), given.clone()));
        }
        if let Some(ending) = ready.file.ending {
            *given = self.names.give(&with_ending(given, ending));
        }
        let free = sink.picture(given.clone(), &ready.file.bytes, &mut self.names)?;
        if *given != free {
            self.packed.renamed.retain(|(from, _)| from != name);
            self.packed.renamed.push((name.to_owned(), free.clone()));
            *given = free;
        }
        match ready.file.how {
            How::Reencoded => self.packed.anew.push((name.to_owned(), given.clone())),
            How::Preview => self.packed.previews.push((name.to_owned(), given.clone())),
            How::AsItWas | How::Blanked | How::Rewritten => {}
        }
        self.packed.pictures += 1;
        self.packed.positions += usize::from(ready.file.had_position);
        self.packed.unseen.extend(ready.unseen.map(|why| (name.to_owned(), why)));
        let (checksum, size) = (crc32fast::hash(&ready.file.bytes), ready.file.bytes.len() as u64);
        for (level, ending, bytes) in ready.renditions {
            // The same picture may be in a pack under two names.
            let name = rendition_name(checksum, size, level, ending);
            if self.renditions.insert(name.clone()) {
                sink.rendition(&name, &bytes)?;
            }
        }
        Ok(())
    }

    fn is_left_out(&self, file: &str) -> bool {
        self.packed.left_out.iter().any(|(left_out, _)| left_out == file)
    }
}

impl Packed {
    fn sort(&mut self) {
        self.left_out.sort_by(|a, b| a.0.cmp(&b.0));
        self.unseen.sort_by(|a, b| a.0.cmp(&b.0));
        self.renamed.sort();
        self.anew.sort();
        self.previews.sort();
    }
}

/// Returns the exhibition's JSON with the pictures' names in the pack; for a photo folder, with the captions in the files.
fn exhibition(pack: &mut Pack, source: &PackSource, plan: &Plan) -> io::Result<String> {
    if pack.photo_folder {
        let photos = &mut pack.exhibition.photos;
        photos.retain(|photo| !plan.is_left_out(&photo.file));
        for photo in photos.iter_mut() {
            if let Some(given) = plan.given.get(&photo.file).filter(|given| **given != photo.file) {
                photo.file.clone_from(given);
                photo.id = given.as_str().into();
            }
        }
        return serde_json::to_string_pretty(&pack.exhibition).map_err(io::Error::other);
    }
    let (_, _, text) = files::exhibition(source).map_err(io::Error::other)?;
    let listed = pack
        .exhibition
        .photos
        .iter()
        .flat_map(|photo| [Some(&photo.file), photo.stand_in.as_ref().map(|stand_in| &stand_in.file)]);
    if listed.flatten().all(|file| plan.given.get(file).is_none_or(|given| given == file)) {
        return Ok(text);
    }
    renamed(&text, source, plan)
}

/// Returns the text of an exhibition with the names that its pictures have been given.
pub(super) fn renamed(text: &str, source: &PackSource, plan: &Plan) -> io::Result<String> {
    // Edited as a JSON value, so that fields unknown to this version stay.
    let mut value: serde_json::Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
    for photo in value.get_mut("photos").and_then(|photos| photos.as_array_mut()).into_iter().flatten() {
        rename(photo, source, plan);
        photo.get_mut("stand_in").into_iter().for_each(|stand_in| rename(stand_in, source, plan));
    }
    serde_json::to_string_pretty(&value).map_err(io::Error::other)
}

fn rename(entry: &mut serde_json::Value, source: &PackSource, plan: &Plan) {
    let given = |name: &str| plan.given.get(source.listed(name).unwrap_or(name));
    if let Some(file) = entry.get_mut("file")
        && let Some(given) = file.as_str().and_then(given)
    {
        *file = given.as_str().into();
    }
}

/// Reads a picture, and makes its renditions where they are wanted; only then it is known whether it can be shown.
fn ready<'b>(
    source: &PackSource,
    name: &str,
    Wanted { written, renditions: with_renditions, said }: Wanted<'_>,
    spending: &Spending<'b>,
) -> Result<Ready<'b>, NoPicture> {
    let go_on = |share| spending.goes_on(share);
    // Three copies are held while it is rewritten.
    let copies = 2 * u64::from(written != Written::All);
    let (bytes, mut taken) =
        spending.read(source, name, |bytes| (bytes.len() as u64 * copies).max(photos::memory(bytes)))?;
    let file = match written {
        Written::All => ForPack { bytes: bytes.into_owned(), ending: None, had_position: false, how: How::AsItWas },
        Written::Captions(_) if let Some((said, parts)) = said.get(name) => {
            photos::for_pack_saying(&bytes, (said, parts), &go_on)?
        }
        Written::Shown | Written::Captions(_) => photos::for_pack(&bytes, &go_on)?,
        Written::ButPosition => photos::without_position(&bytes, &go_on)?,
    };
    let decoded =
        if with_renditions { spending.try_decoding(|| renditions(&file.bytes, &go_on)) } else { Ok(Vec::new()) };
    let (renditions, unseen) = match decoded {
        Ok(renditions) => (renditions, None),
        Err(NoPicture::Cancelled) => return Err(NoPicture::Cancelled),
        Err(NoPicture::Unavailable(why)) => (Vec::new(), Some(why)),
    };
    let held = renditions.iter().map(|(.., bytes)| bytes.len()).sum::<usize>() + file.bytes.len();
    taken.change_to(held as u64);
    Ok(Ready { file, unseen, renditions, _taken: taken })
}

/// Makes the renditions of a picture; even one too small for any is decoded, to know whether it can be shown.
fn renditions(bytes: &[u8], go_on: photos::GoOn<'_>) -> Result<Vec<Rendition>, NoPicture> {
    let long_side = photos::upright_size(bytes).map_or(0, |[width, height]| width.max(height));
    let [wall, screen] = RENDITIONS;
    let large = (long_side > screen).then(|| photos::rendition(bytes, screen, go_on)).transpose()?;
    let small = match &large {
        Some(large) => photos::smaller(large, wall),
        None => photos::rendition(bytes, wall, go_on)?,
    };
    let small = Some(small).filter(|_| long_side > wall);
    let encoded = [(wall, small, THUMBNAIL_QUALITY), (screen, large, SCREEN_QUALITY)].into_iter().filter_map(|one| {
        let (level, pixels, quality) = one;
        let (ending, encoded) = photos::encode(&pixels?, quality)?;
        Some((level, ending, encoded)).filter(|(.., encoded)| encoded.len() * WORTH < bytes.len())
    });
    Ok(encoded.collect())
}
