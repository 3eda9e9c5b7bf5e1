//! What the editor wants from outside.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, Pos2};

use crate::diagnostics;
use crate::files;
use crate::state::editing::{SheetCommand, SheetTask};
use crate::state::{Action, Content, EditCommand, Effect, PhotoCommand};
use crate::work::{self, Document, Keeper};

use super::App;

/// How often the pointer is looked for while files are dragged.
const FOLLOW: Duration = Duration::from_millis(30);

impl App {
    /// What is written bears the day on which it was: an editor may stay open over midnight.
    pub(super) fn tell_the_day(&mut self) {
        let Some(editing) = self.state.editing() else { return };
        let today = work::today();
        if editing.today() != today {
            self.state.update(Action::Edit(EditCommand::Today(today)));
        }
    }

    /// Carries out what editing asks for; gives back any other effect.
    pub(super) fn carry_out_editing(&mut self, effect: Effect) -> Option<Effect> {
        match effect {
            Effect::BeginEditing(origin, shown) => {
                self.work.begin_editing(origin, shown);
            }
            Effect::EndEditing => self.work.end_editing(),
            Effect::Keep(record) => self.work.keep(record),
            Effect::ListVersions => self.work.tell_keeper(Keeper::list_versions),
            Effect::ReadVersion(number) => self.work.tell_keeper(|keeper| keeper.read_version(number)),
            Effect::FindTexts(wanted) => self.work.find_texts(wanted),
            Effect::FindUnfinished => self.work.find_unfinished(),
            Effect::SaveEdited { revision, target, is_typed } => {
                let target = target.map(|path| files::places::typed(&path));
                let editing = self.state.editing()?;
                let title = self.state.pack().exhibition.title.resolve(self.state.lang()).text;
                let name: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(60).collect();
                let name = Some(name.trim_matches('-').to_lowercase()).filter(|name| !name.is_empty());
                let name = name.unwrap_or_else(|| Content::Pack.file_name().to_owned());
                self.work.save_edited((target, is_typed), &name, (editing.tree().clone(), revision));
            }
            Effect::PickPhotos(landing) => self.work.pick_photos(landing),
            Effect::AddPhotos(paths, landing) => {
                self.work.add_photos(paths.iter().map(|path| files::places::typed(path)).collect(), landing);
            }
            Effect::Sheet(SheetTask::Pick) => {
                self.work.pick_sheet(Document::of(self.state.editing()?));
            }
            Effect::Sheet(SheetTask::Read(path)) => {
                self.work.read_sheet(files::places::typed(&path), Document::of(self.state.editing()?));
            }
            Effect::Sheet(SheetTask::Judge) => {
                let editing = self.state.editing()?;
                let document = Document::of(editing);
                let importing = editing.importing()?;
                let (path, read) = (importing.path.clone(), importing.rows()?.clone());
                self.work.later(move || work::judged(&document, path, read));
            }
            Effect::CheckEdited(revision) => {
                let pack = Arc::clone(self.state.pack());
                let files = self.state.editing().map(|editing| editing.files().names.clone()).unwrap_or_default();
                self.work.later(move || {
                    let problems = diagnostics::problems_of(&pack, &files);
                    Action::Edit(EditCommand::Checked(revision, problems))
                });
            }
            other => return Some(other),
        }
        None
    }

    /// Notes where files are dragged over the main window: `place` gives the pointer's in pixels, where the system says it.
    pub fn follow_files(&self, ctx: &Context, place: impl FnOnce() -> Option<[f32; 2]>) {
        let mut motion = self.motion.borrow_mut();
        if ctx.input(|i| i.raw.hovered_files.is_empty()) {
            motion.files_at = None;
            return;
        }
        // What is drawn in this frame says it anew.
        motion.landing = None;
        motion.files_at = place().map(|[x, y]| Pos2::new(x, y) / ctx.pixels_per_point());
        // No event comes while they move.
        ctx.request_repaint_after(FOLLOW);
    }

    /// Takes files that were dropped: photographs for what is edited, else an exhibition.
    pub(super) fn take_dropped(&mut self, ctx: &Context, dropped: Vec<PathBuf>) {
        // As marked in the last frame.
        let landing = self.motion.borrow_mut().landing.take().unwrap_or_default();
        if self.state.kiosk().is_some() {
            if !dropped.is_empty() {
                log::info!("a dropped file was refused");
            }
        } else if let (true, [sheet]) = (self.state.editing().is_some(), dropped.as_slice())
            && work::is_spreadsheet(sheet)
        {
            self.apply(ctx, Action::Edit(EditCommand::Sheet(SheetCommand::Read(sheet.clone()))));
        } else if self.state.editing().is_some() && !dropped.is_empty() {
            self.apply(ctx, Action::Edit(EditCommand::Photos(PhotoCommand::Add(dropped, landing))));
        } else if let Some(path) = dropped.into_iter().next() {
            self.apply(ctx, Action::OpenPack(path));
        }
    }
}
