//! `vitrine pack`: an exhibition as one file.

use std::io::{IsTerminal as _, Write, stderr, stdout};
use std::path::Path;
use std::process::ExitCode;

use super::out::{ending, may_be_written, not_written};
use super::{fail, not_opened};
use crate::export::Kind;
use crate::files;
use crate::model::{Lang, PackPlace};
use crate::text::{self, Say};
use crate::work;

/// Saves a pack, and tells what was saved and what was not there.
pub fn save(path: Option<&Path>, out: &Path, force: bool, lang: Lang) -> ExitCode {
    let place = path.map_or(Ok(PackPlace::BuiltIn), files::place_of);
    let (mut pack, source) = match place.and_then(|place| work::open_pack(&place)) {
        Ok(opened) => opened,
        Err(why) => return not_opened(path, why, lang),
    };
    let may = ending(out, &["vitrine", "zip"], false, lang)
        .and_then(|_ending| may_be_written(out, Kind::Pack, &pack, force, lang));
    if let Err(why) = may {
        return fail(&why);
    }
    let shows = stderr().is_terminal();
    let watch = |done: usize, all: usize| {
        if shows {
            let _ = write!(stderr(), "\r{done} / {all} ");
        }
        true
    };
    let saved = work::save_pack(&mut pack, &source, out, &watch);
    if shows {
        let _ = write!(stderr(), "\r\u{1b}[K");
    }
    let name = out.display().to_string();
    let packed = match saved {
        Ok(packed) => packed,
        Err(why) => return fail(&not_written(out, &why, lang)),
    };
    let mut lines: Vec<String> = packed.missing.iter().map(|file| text::say(lang, Say::PackedWithout(file))).collect();
    if packed.positions > 0 {
        lines.push(text::say(lang, Say::PositionsTakenOut(packed.positions)));
    }
    let megabytes = packed.bytes.div_ceil(1_000_000);
    lines.push(text::say(lang, Say::Packed { pictures: packed.pictures, megabytes, path: &name }));
    // Where the pack itself is printed, words would spoil it.
    let mut told: Box<dyn Write> = if files::is_stdout(out) { Box::new(stderr()) } else { Box::new(stdout()) };
    for line in lines {
        let _ = writeln!(told, "{line}");
    }
    ExitCode::SUCCESS
}
