//! Keeps what is being edited: a thread that writes each change into the journal as soon as the disk takes it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::files::journal::{Found, Journal, Occasion, Version};
use crate::files::places::StandardFolder;
use crate::model::{Fingerprint, PackPlace, Tree};
use crate::state::Action;
use crate::state::editing::{EditCommand, Record, VersionLine};
use crate::work::orders::Orders;
use crate::work::outbox::Outbox;
use crate::work::{Done, spawn};

/// The folder of pictures that were added, beside the journal.
pub const PICTURES: &str = "pictures";
/// How long until what could not be written is tried again.
const AGAIN: Duration = Duration::from_secs(2);

/// What the thread is told.
enum Told {
    Record(String),
    /// Saving this text begins: what comes now is not in it.
    Saving(Box<Tree>),
    /// Somebody wants to see the versions.
    Versions,
    /// Somebody wants to go back to this one.
    Version(u32),
    /// It was saved as this text, and is found under this key from now on.
    Saved(String, String),
}

/// The thread that keeps what is being edited. Dropping it writes what is left and ends it.
pub struct Keeper {
    told: Arc<Orders<Told>>,
    thread: Option<std::thread::JoinHandle<()>>,
    /// The folder for pictures that are added.
    pictures: Arc<Mutex<PathBuf>>,
    /// The name by which the journal is found.
    pub key: String,
}

impl Keeper {
    /// Keeps a change.
    pub fn keep(&self, record: String) {
        self.told.give(Told::Record(record));
    }

    /// Lists the versions; answers with `EditCommand::Versions`.
    pub fn list_versions(&self) {
        self.told.give(Told::Versions);
    }

    /// Reads a version; answers with `EditCommand::VersionRead`.
    pub fn read_version(&self, number: u32) {
        self.told.give(Told::Version(number));
    }

    /// Saving begins, of this text.
    pub fn saving(&self, tree: Tree) {
        self.told.give(Told::Saving(Box::new(tree)));
    }

    /// The folder for pictures that are added.
    #[must_use]
    pub fn pictures(&self) -> PathBuf {
        self.pictures.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Begins anew from what was saved, under the key of where it is now.
    pub fn saved(&self, text: String, key: String) {
        self.told.give(Told::Saved(text, key));
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.told.close();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A journal that is about to be kept, and what was in it.
pub struct Opened {
    key: String,
    /// The journal.
    pub journal: Option<Journal>,
    /// What an earlier time left.
    pub found: Option<Found>,
    /// The folder for pictures that are added.
    pub pictures: PathBuf,
}

impl Opened {
    /// Nothing was kept, and nothing will be.
    #[must_use]
    pub fn nothing(key: &str) -> Self {
        let pictures = std::env::temp_dir().join("vitrine-pictures");
        Self { key: key.to_owned(), journal: None, found: None, pictures }
    }
}

/// The name by which an exhibition's journal is found again.
#[must_use]
pub fn key_of(place: &PackPlace) -> String {
    match place {
        PackPlace::BuiltIn => "built-in".to_owned(),
        PackPlace::Folder(path) | PackPlace::Archive(path) | PackPlace::Picture(path) => {
            path.canonicalize().unwrap_or_else(|_| path.clone()).to_string_lossy().into_owned()
        }
    }
}

/// Opens the journal of a key; `None` if another window has it. Without a place for it nothing is kept.
#[must_use]
pub fn open(key: &str) -> Option<Opened> {
    let Some(state) = StandardFolder::State.folder() else { return Some(Opened::nothing(key)) };
    match Journal::open(&state, key) {
        Ok(Some((journal, found))) => {
            let pictures = journal.folder().join(PICTURES);
            if found.is_none() {
                // Those of what was saved, or given up, long ago.
                let _ = std::fs::remove_dir_all(&pictures);
            }
            Some(Opened { key: key.to_owned(), journal: Some(journal), found, pictures })
        }
        Ok(None) => None,
        Err(why) => {
            log::error!("changes cannot be kept: {why}");
            Some(Opened::nothing(key))
        }
    }
}

/// Keeps editors away from an exhibition that is written to, until it is dropped.
#[derive(Debug)]
pub struct Held {
    _journal: Option<Journal>,
}

/// Holds an exhibition with this text; `None` if it is being edited, or has changes that are not saved.
#[must_use]
pub fn hold(place: &PackPlace, text: &str) -> Option<Held> {
    let Some(state) = StandardFolder::State.folder() else { return Some(Held { _journal: None }) };
    match Journal::open(&state, &key_of(place)) {
        Ok(Some((journal, found))) => {
            let is_saved = found.is_none_or(|mut found| {
                found.catch_up(text);
                found.records.is_empty()
            });
            is_saved.then_some(Held { _journal: Some(journal) })
        }
        Ok(None) => None,
        // Where nothing can be kept, nothing is.
        Err(why) => {
            log::warn!("changes that are not saved cannot be looked for: {why}");
            Some(Held { _journal: None })
        }
    }
}

/// Starts the thread for a journal. `count` changes are in it already; `place` and `text` are what is edited.
pub fn start(opened: Opened, (place, text): (String, String), count: u64, outbox: Outbox) -> Keeper {
    let told = Arc::new(Orders::default());
    let Opened { key, journal, pictures, .. } = opened;
    let pictures = Arc::new(Mutex::new(pictures));
    let keeping = Keeping {
        journal,
        place,
        text,
        count,
        left: Vec::new(),
        since: Vec::new(),
        key: key.clone(),
        first: None,
        former: Vec::new(),
        pictures: Arc::clone(&pictures),
        has_failed: false,
        outbox,
    };
    let given = Arc::clone(&told);
    let thread = spawn("journal", move || keeping.run(&given));
    Keeper { told, thread, pictures, key }
}

struct Keeping {
    journal: Option<Journal>,
    place: String,
    text: String,
    count: u64,
    /// What is not on disk yet.
    left: Vec<String>,
    /// What came since saving began.
    since: Vec<String>,
    key: String,
    /// Where the first change since the last version was.
    first: Option<String>,
    /// Journals of where it was before, whose pictures are still shown.
    former: Vec<Journal>,
    pictures: Arc<Mutex<PathBuf>>,
    has_failed: bool,
    outbox: Outbox,
}

impl Keeping {
    fn run(mut self, told: &Orders<Told>) {
        while let Some(all) = told.take((!self.left.is_empty()).then_some(AGAIN)) {
            for what in all {
                self.take(what);
            }
            self.write();
        }
    }

    fn take(&mut self, told: Told) {
        match told {
            Told::Record(record) => {
                self.first.get_or_insert_with(|| first_change(&record));
                self.since.push(record.clone());
                self.left.push(record);
            }
            Told::Saving(tree) => {
                self.since.clear();
                self.write();
                let text = Fingerprint::of(&tree.text().unwrap_or_default());
                if let Some(journal) = self.journal.as_mut().filter(|journal| journal.header().is_some())
                    && let Err(why) = journal.saving(text)
                {
                    log::error!("it is not noted that it is being saved: {why}");
                }
            }
            Told::Versions => {
                let all = self.journal.as_ref().map(Journal::versions).unwrap_or_default();
                let line = |version: Version| VersionLine {
                    number: version.number,
                    date: version.date,
                    is_saved: version.occasion == Occasion::Saved,
                    first_change: version.first_change,
                };
                self.report(EditCommand::Versions(all.into_iter().map(line).collect()));
            }
            Told::Version(number) => {
                let Some(journal) = &self.journal else { return };
                let found = journal.versions().into_iter().find(|version| version.number == number);
                let text = found.and_then(|version| journal.version(&version).ok());
                if let Some(tree) = text.and_then(|text| Tree::of_text(&text)) {
                    self.report(EditCommand::VersionRead(Box::new(tree)));
                }
            }
            Told::Saved(text, key) => {
                self.write();
                self.text = text;
                if let Err(why) = self.begin_anew(key) {
                    log::error!("the journal could not begin anew: {why}");
                }
            }
        }
    }

    /// Begins the journal anew from what was saved, with what was changed since.
    fn begin_anew(&mut self, key: String) -> std::io::Result<()> {
        if key != self.key
            && let Some(state) = StandardFolder::State.folder()
            && let Some((journal, _)) = Journal::open(&state, &key)?
        {
            self.key = key;
            let pictures = journal.folder().join(PICTURES);
            let former =
                std::mem::replace(&mut *self.pictures.lock().unwrap_or_else(PoisonError::into_inner), pictures);
            take_along(&former, &journal.folder().join(PICTURES))?;
            self.former.extend(self.journal.replace(journal));
        }
        let Some(journal) = &mut self.journal else { return Ok(()) };
        let now = now();
        journal.keep_version(&self.text, (&now, Occasion::Saved, &self.first.take().unwrap_or_default()))?;
        journal.begin_with((&self.place, &self.text, &now), &self.since)?;
        for former in &mut self.former {
            former.discard()?;
        }
        Ok(())
    }

    fn write(&mut self) {
        if self.left.is_empty() {
            return;
        }
        let written = match &mut self.journal {
            Some(journal) => {
                let begun = if journal.header().is_some() {
                    Ok(())
                } else {
                    let now = now();
                    // The text as it was before the first change of the day.
                    let _ = journal.keep_version(&self.text, (&now, Occasion::Day, ""));
                    journal.begin(&self.place, &self.text, &now)
                };
                begun.and_then(|()| journal.append(&self.left).map(drop))
            }
            None => Err(std::io::ErrorKind::Unsupported.into()),
        };
        match written {
            Ok(()) => {
                self.count += self.left.len() as u64;
                self.left.clear();
                self.has_failed = false;
                self.report(EditCommand::Kept(self.count));
            }
            Err(why) => {
                if !self.has_failed {
                    log::error!("changes could not be kept: {why}");
                    self.report(EditCommand::NotKept(why.into()));
                }
                self.has_failed = true;
                if self.journal.is_none() {
                    self.left.clear();
                }
            }
        }
    }

    fn report(&self, command: EditCommand) {
        // Whoever ends the thread waits for it: it must not wait for them.
        self.outbox.offer(Done::Action(Action::Edit(command)));
        self.outbox.wake(Duration::ZERO);
    }
}

/// Has the pictures of one folder in another as well, where they are found after a crash. Those of the first are still shown.
fn take_along(from: &Path, into: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(from).into_iter().flatten().flatten() {
        std::fs::create_dir_all(into)?;
        let place = into.join(entry.file_name());
        if place.exists() {
            continue;
        }
        std::fs::hard_link(entry.path(), &place)
            .or_else(|_other_disk| std::fs::copy(entry.path(), &place).map(drop))?;
    }
    Ok(())
}

/// The path of the first change of a record.
fn first_change(record: &str) -> String {
    let changes = match serde_json::from_str::<Record>(record) {
        Ok(Record::Made { changes, .. } | Record::Undone { changes } | Record::Redone { changes }) => changes,
        Err(_) => Vec::new(),
    };
    changes.first().map(|change| change.at().to_string()).unwrap_or_default()
}

/// The date and time, as people write it.
fn now() -> String {
    chrono::Local::now().format("%Y-%m-%d %H:%M").to_string()
}

/// The names and places of pictures that were added at an earlier time.
#[must_use]
pub fn pictures_in(folder: &Path) -> Vec<(String, PathBuf)> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let named = |entry: std::fs::DirEntry| {
        let name = entry.file_name().to_str().map(|name| format!("{PICTURES}/{name}"))?;
        entry.path().is_file().then(|| (name, entry.path()))
    };
    entries.filter_map(named).collect()
}
