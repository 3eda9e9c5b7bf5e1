//! `vitrine pack`: an exhibition as one file.

use std::io::{IsTerminal as _, Write as _, stderr};
use std::path::Path;
use std::process::ExitCode;

use super::out::{ending, may_be_written, not_written};
use super::{fail, not_opened};
use crate::export::WrittenKind;
use crate::files;
use crate::model::{Lang, PackPlace};
use crate::text::{self, Say};
use crate::work::{self, Packed, Written};

/// Saves a pack, and reports each picture that was not included unchanged.
pub fn save(path: Option<&Path>, (out, force): (&Path, bool), written: Written<'_>, lang: Lang) -> ExitCode {
    let place = path.map_or(Ok(PackPlace::BuiltIn), files::place_of);
    let (mut pack, source) = match place.and_then(|place| work::open_pack(&place)) {
        Ok(opened) => opened,
        Err(why) => return not_opened(path, &why, lang),
    };
    let may = ending(out, &["vitrine", "zip"], false, lang)
        .and_then(|_ending| may_be_written(out, WrittenKind::Pack, &pack, force, lang));
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
    let saved = work::save_pack(&mut pack, &source, (out, written), &watch);
    if shows {
        let _ = write!(stderr(), "\r\u{1b}[K");
    }
    let name = out.display().to_string();
    let packed = match saved {
        Ok(packed) => packed,
        Err(why) => return fail(&not_written(out, &why, lang)),
    };
    // If the pack goes to stdout, text would corrupt it.
    let print = if files::is_stdout(out) { super::print::err } else { super::print::out };
    for line in summary(&packed, lang) {
        print(&line.replace(['\n', '\r'], " "));
    }
    if written == Written::All {
        print(&text::say(lang, Say::PackedAsTheyWere));
    }
    let (pictures, bytes) = (packed.pictures, packed.bytes);
    print(&text::say(lang, Say::Packed { pictures, bytes, path: &name }));
    ExitCode::SUCCESS
}

/// Lists each picture that was not included unchanged.
fn summary(packed: &Packed, lang: Lang) -> Vec<String> {
    let say = |say: Say<'_>| text::say(lang, say);
    let mut lines = Vec::new();
    lines.extend(packed.left_out.iter().map(|(file, why)| say(Say::PackedWithout(file, *why))));
    lines.extend(packed.unseen.iter().map(|(file, why)| say(Say::PackedUnseen(file, *why))));
    lines.extend(packed.renamed.iter().map(|(from, to)| say(Say::PackedRenamed(from, to))));
    lines.extend(packed.anew.iter().map(|(file, to)| say(Say::PackedAnew(file, to))));
    lines.extend(packed.previews.iter().map(|(file, to)| say(Say::PackedPreview(file, to))));
    if packed.positions > 0 {
        lines.push(say(Say::PositionsTakenOut(packed.positions)));
    }
    lines
}
