//! `--out`: whether a file may be written there, and the messages about it.

use std::io;
use std::path::Path;

use crate::export::{WrittenKind, wrote};
use crate::files::{self, InTheWay};
use crate::model::{Lang, Pack};
use crate::text::{self, Out, Say};

/// Checks whether a file of a kind may be written there while a pack is open; with `force`, even over one that this program
/// did not write, or over the pack itself by another pack.
///
/// # Errors
/// A sentence with the reason and what to do.
pub fn may_be_written(out: &Path, kind: WrittenKind, pack: &Pack, force: bool, lang: Lang) -> Result<(), String> {
    let path = out.display().to_string();
    let words = match files::in_the_way(out, pack, |head, tail| wrote(kind, head, tail)) {
        None => return Ok(()),
        Some(InTheWay::Foreign) if force => return Ok(()),
        Some(InTheWay::Pack) if force && kind == WrittenKind::Pack => return Ok(()),
        Some(InTheWay::Folder) => Out::Folder(&path),
        Some(InTheWay::Foreign) => Out::Foreign(&path),
        Some(InTheWay::Pack) if kind == WrittenKind::Pack => Out::PackItself(&path),
        Some(InTheWay::Pack | InTheWay::PartOfPack) => Out::PartOfPack(&path),
    };
    Err(text::say(lang, Say::Out(words)))
}

/// Checks whether the extension is one of those allowed, or absent. Streams may have any.
///
/// # Errors
/// A sentence that names those allowed.
pub fn ending<'e>(out: &'e Path, can: &[&str], or_form: bool, lang: Lang) -> Result<Option<&'e str>, String> {
    let Some(found) = out.extension() else { return Ok(None) };
    if files::is_stream(out) || out.is_dir() {
        return Ok(None);
    }
    let known = found.to_str().filter(|found| can.iter().any(|can| can.eq_ignore_ascii_case(found)));
    if known.is_some() {
        return Ok(known);
    }
    let ending = format!(".{}", found.to_string_lossy());
    let can: Vec<String> = can.iter().map(|can| format!(".{can}")).collect();
    let can = text::list(lang, &can.iter().map(String::as_str).collect::<Vec<_>>());
    Err(text::say(lang, Say::Out(Out::Ending { ending: &ending, can: &can, or_form })))
}

/// Words the reason why a file could not be written.
pub fn not_written(out: &Path, why: &io::Error, lang: Lang) -> String {
    let (path, word) = (out.display().to_string(), why.to_string());
    text::say(lang, Say::Out(Out::NotWritten(&path, why.kind(), &word)))
}
