//! `vitrine fingerprint`: the code that a sign-off book is bound to.

use std::path::Path;
use std::process::ExitCode;

use super::export::{so_far, unprinted};
use super::{fail, not_opened};
use crate::files;
use crate::model::{Lang, PackPlace};
use crate::{print, text, work};

/// Prints the fingerprint of an exhibition.
pub fn run(path: Option<&Path>, lang: Lang) -> ExitCode {
    let place = path.map_or(Ok(PackPlace::BuiltIn), files::place_of);
    let (pack, source) = match place.and_then(|place| work::open_pack(&place)) {
        Ok(opened) => opened,
        Err(why) => return not_opened(path, &why, lang),
    };
    let made = print::exhibition_print(&pack, &source, &so_far);
    so_far(2.0);
    match made {
        Ok(made) => {
            super::print::out(&made.to_string());
            ExitCode::SUCCESS
        }
        Err(why) => fail(&text::say(lang, unprinted(why))),
    }
}
