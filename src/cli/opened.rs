//! An exhibition whose document a command changes: opened, and saved where that is asked for.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use super::export::so_far;
use super::out::{ending, may_be_written, not_written};
use super::{fail, not_opened};
use crate::export::WrittenKind;
use crate::files::{self, PackSource};
use crate::model::{Change, Lang, OpenError, Pack, PackPlace, Tree};
use crate::text::{self, Out, Say};
use crate::work;

/// An opened exhibition: what is shown of it, its files, its text, and that as a tree.
pub(super) struct Opened {
    pub(super) pack: Pack,
    pub(super) source: Arc<PackSource>,
    pub(super) text: String,
    pub(super) tree: Tree,
}

impl Opened {
    /// Opens an exhibition, or says why not: `no_exhibition` for what has no document.
    pub(super) fn open(
        path: Option<&Path>,
        messages: Lang,
        no_exhibition: impl FnOnce(&str) -> String,
    ) -> Result<Self, ExitCode> {
        let place = path.map_or(Ok(PackPlace::BuiltIn), files::place_of);
        let opened = place.and_then(|place| {
            let (pack, source) = work::open_pack(&place)?;
            let (_, _, text) = files::exhibition(&source)?;
            let tree = Tree::of_text(&text).ok_or(OpenError::NotAPack)?;
            Ok(Self { pack, source, text, tree })
        });
        opened.map_err(|why| match (&why, path) {
            (OpenError::NoExhibition, Some(path)) => fail(&no_exhibition(&path.display().to_string())),
            _ => not_opened(path, &why, messages),
        })
    }

    /// Makes changes and saves the exhibition, or says why not: not in place while it is edited. Returns its path.
    pub(super) fn save(
        self,
        changes: &[Change],
        place: &PackPlace,
        messages: Lang,
        not_applied: impl FnOnce() -> String,
    ) -> Result<PathBuf, ExitCode> {
        let held = (*place == self.pack.place).then(|| work::hold(place, &self.text));
        if matches!(held, Some(None)) {
            return Err(fail(&text::say(messages, Say::Out(Out::BeingEdited(&place.name())))));
        }
        let mut tree = self.tree;
        let text = tree.apply_all(changes).ok().and_then(|_| tree.text().ok());
        let text = text.ok_or_else(|| fail(&not_applied()))?;
        let path = place.path().unwrap_or(Path::new("")).to_owned();
        #[expect(clippy::cast_precision_loss, reason = "a share")]
        let watch = |done: usize, all: usize| so_far(done as f32 / all.max(1) as f32);
        let saved = work::save_exhibition((&text, &self.source), place, &watch);
        so_far(2.0);
        drop(held);
        saved.map_err(|why| fail(&not_written(&path, &why, messages)))?;
        Ok(path)
    }
}

/// Where changes are to be written.
pub(super) struct Target<'a> {
    pub(super) out: Option<&'a Path>,
    pub(super) apply: bool,
    pub(super) force: bool,
    pub(super) messages: Lang,
}

impl Target<'_> {
    /// The place; `None` if the changes are only shown.
    pub(super) fn place(self, pack: &Pack, built_in: impl FnOnce() -> String) -> Result<Option<PackPlace>, ExitCode> {
        let Some(out) = self.out else {
            return match &pack.place {
                PackPlace::BuiltIn if self.apply => Err(fail(&built_in())),
                place => Ok(self.apply.then(|| place.clone())),
            };
        };
        let path = out.display().to_string();
        if out.is_dir() || out.extension().is_none() {
            let is_taken = out.read_dir().map_or(out.exists(), |mut inside| inside.next().is_some());
            let refused = || fail(&text::say(self.messages, Say::Out(Out::Foreign(&path))));
            return if is_taken && !(self.force && out.is_dir()) {
                Err(refused())
            } else {
                Ok(Some(PackPlace::Folder(out.to_owned())))
            };
        }
        ending(out, &["vitrine", "zip"], false, self.messages)
            .and_then(|_| may_be_written(out, WrittenKind::Pack, pack, self.force, self.messages))
            .map_err(|why| fail(&why))?;
        Ok(Some(PackPlace::Archive(out.to_owned())))
    }
}
