//! `vitrine pack`: an exhibition as one file.

use std::io::{IsTerminal as _, Write as _, stderr};
use std::path::Path;
use std::process::ExitCode;

use super::{fail, not_opened};
use crate::files;
use crate::model::{Lang, PackPlace};
use crate::text::{self, Say};
use crate::work;

/// Saves a pack, and tells what was saved and what was not there.
pub fn save(path: Option<&Path>, out: &Path, lang: Lang) -> ExitCode {
    let place = path.map_or(Ok(PackPlace::BuiltIn), files::place_of);
    let (mut pack, source) = match place.and_then(|place| work::open_pack(&place)) {
        Ok(opened) => opened,
        Err(why) => return not_opened(path, why, lang),
    };
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
        Err(why) => return fail(&text::say(lang, Say::CannotWrite(&name, &why.to_string()))),
    };
    let mut lines: Vec<String> = packed.missing.iter().map(|file| text::say(lang, Say::PackedWithout(file))).collect();
    if packed.positions > 0 {
        lines.push(text::say(lang, Say::PositionsTakenOut(packed.positions)));
    }
    let megabytes = packed.bytes.div_ceil(1_000_000);
    lines.push(text::say(lang, Say::Packed { pictures: packed.pictures, megabytes, path: &name }));
    for line in lines {
        super::print::out(&line);
    }
    ExitCode::SUCCESS
}
