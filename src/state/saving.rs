//! Saving the exhibition as a file for paper or for other programs: what can be saved, and the progress.

use std::path::PathBuf;

use super::{Effect, Notice, Overlay, State, View};

/// What can be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Content {
    /// The whole exhibition.
    Exhibition,
    /// The exhibition at one look, on a sheet to hang.
    Poster,
    /// Every screen on paper, to be agreed to.
    Signoff,
    /// The chart of the batches.
    Chart,
    /// The table behind it.
    Table,
    /// Who is paired with whom.
    Pairings,
    /// The texts that are still to be checked, for a native reader.
    Review,
    /// The exhibition with its pictures, to take along and open again.
    Pack,
}

/// The formats of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileFormat {
    /// Pages to print and to read.
    Pdf,
    /// One page for a browser.
    Html,
    /// A drawing for any size.
    Svg,
    /// A picture.
    Png,
    /// A table for spreadsheets.
    Csv,
    /// Data for programs.
    Json,
    /// A sheet for spreadsheets, to be filled in.
    Xlsx,
    /// An archive that this program opens.
    Vitrine,
}

impl Content {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Exhibition,
        Self::Pack,
        Self::Poster,
        Self::Chart,
        Self::Table,
        Self::Pairings,
        Self::Review,
        Self::Signoff,
    ];

    /// Its formats, the usual one first.
    #[must_use]
    pub fn forms(self) -> &'static [FileFormat] {
        match self {
            Self::Exhibition => &[FileFormat::Pdf, FileFormat::Html],
            Self::Pack => &[FileFormat::Vitrine],
            Self::Poster => &[FileFormat::Pdf, FileFormat::Png],
            Self::Signoff => &[FileFormat::Pdf],
            Self::Review => &[FileFormat::Xlsx, FileFormat::Html],
            Self::Chart => &[FileFormat::Png, FileFormat::Svg],
            Self::Table | Self::Pairings => &[FileFormat::Csv, FileFormat::Json],
        }
    }

    /// The proposed file name, without extension.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Exhibition | Self::Pack => "exhibition",
            Self::Poster => "poster",
            Self::Signoff => "sign-off",
            Self::Review => "texts-to-check",
            Self::Chart => "chart",
            Self::Table => "table",
            Self::Pairings => "pairings",
        }
    }
}

impl FileFormat {
    /// The extension.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Vitrine => "vitrine",
        }
    }
}

/// Why nothing was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// It was cancelled.
    Cancelled,
    /// There are no figures to draw.
    NoFigures,
    /// A font cannot be embedded.
    NoPdf,
    /// There are more screens than this.
    TooManyScreens(usize),
    /// The system could not write it.
    NotWritten(Unwritten),
    /// It would have overwritten a file of the current exhibition.
    PartOfPack,
    /// The system has no dialog for choosing a place.
    NoDialog,
    /// Something exists at the typed path.
    Exists,
    /// The program failed.
    Failed,
}

/// Why the system did not write a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritten {
    /// The kind of error.
    pub kind: std::io::ErrorKind,
    /// The system's message.
    pub word: String,
}

impl From<std::io::Error> for Unwritten {
    fn from(why: std::io::Error) -> Self {
        Self { kind: why.kind(), word: why.to_string() }
    }
}

/// The progress of saving.
#[derive(Clone, Debug, PartialEq)]
pub enum Saving {
    /// A place is being chosen in the system's dialog.
    Choosing,
    /// A file is being written.
    Making {
        /// Its path.
        path: PathBuf,
        /// The progress, from 0 to 1.
        share: f32,
        /// Whether it is being cancelled.
        stops: bool,
    },
}

/// The commands for saving.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveCommand {
    /// Save this in this format, asking for a place.
    Ask(Content, FileFormat),
    /// Save what waits for a place at this typed path.
    At(PathBuf),
    /// Writing the chosen file has begun.
    Begun(PathBuf),
    /// The progress, from 0 to 1.
    Come(f32),
    /// Cancel saving.
    Stop,
    /// No place was chosen.
    NoPlace,
    /// The file was saved.
    Saved(PathBuf),
    /// The file was saved, without this many pictures that could not be read.
    SavedWithout(PathBuf, usize),
    /// The file was not saved; what was there before is unchanged.
    Unsaved(PathBuf, Unsaved),
}

impl State {
    /// What can be saved.
    #[must_use]
    pub fn contents(&self) -> Vec<Content> {
        let views = self.views();
        let has = |content: &Content| match content {
            Content::Exhibition | Content::Pack | Content::Poster | Content::Signoff => true,
            Content::Chart | Content::Table => !self.pack.exhibition.batches.is_empty(),
            Content::Pairings => views.contains(&View::Pairings),
            // A folder of photographs has no texts of its own, and what is being edited is not on disk yet.
            Content::Review => !self.pack.photo_folder && self.editing.is_none(),
        };
        Content::ALL.into_iter().filter(has).collect()
    }

    /// Applies a command for saving.
    pub(super) fn save_command(&mut self, command: SaveCommand) -> Vec<Effect> {
        match command {
            // Only one file at a time.
            SaveCommand::Ask(Content::Pack, _) if self.editing.is_some() => return self.save_edited(false),
            SaveCommand::Ask(content, form) => {
                let offers = self.contents().contains(&content) && content.forms().contains(&form);
                if offers && self.saving.is_none() {
                    self.session.overlay = self.session.overlay.filter(|overlay| *overlay != Overlay::Save);
                    self.saving = Some(Saving::Choosing);
                    self.session.unplaced = Some((content, form));
                    return vec![Effect::Save(content, form)];
                }
            }
            SaveCommand::At(path) => {
                if let Some((content, form)) = self.session.unplaced.filter(|_| self.saving.is_none()) {
                    self.session.overlay = None;
                    self.saving = Some(Saving::Choosing);
                    if let (Content::Pack, Some(editing)) = (content, &self.editing) {
                        return vec![Effect::SaveEdited {
                            revision: editing.revision(),
                            target: Some(path),
                            is_typed: true,
                        }];
                    }
                    return vec![Effect::SaveAt(content, form, path)];
                }
            }
            SaveCommand::Begun(path) => self.saving = Some(Saving::Making { path, share: 0.0, stops: false }),
            SaveCommand::Come(so_far) => {
                if let Some(Saving::Making { share, .. }) = &mut self.saving {
                    *share = share.max(so_far.clamp(0.0, 1.0));
                }
            }
            SaveCommand::Stop => {
                if let Some(Saving::Making { stops, .. }) = &mut self.saving {
                    *stops = true;
                    return vec![Effect::StopSaving];
                }
            }
            SaveCommand::NoPlace => self.saving = None,
            SaveCommand::Unsaved(path, Unsaved::NoDialog) if self.session.unplaced.is_some() => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                (self.saving, self.no_dialog) = (None, true);
                (self.session.path, self.session.overlay) = (format!("~/{name}"), Some(Overlay::Place));
            }
            SaveCommand::Saved(path) => self.saved(Notice::Saved(path.display().to_string())),
            SaveCommand::SavedWithout(path, count) => {
                self.saved(Notice::SavedWithout(path.display().to_string(), count));
            }
            SaveCommand::Unsaved(path, why) => self.saved(Notice::Unsaved(path.display().to_string(), why)),
        }
        Vec::new()
    }

    fn saved(&mut self, notice: Notice) {
        self.saving = None;
        self.notices.push(notice, self.now);
    }
}
