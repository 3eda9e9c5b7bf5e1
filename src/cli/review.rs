//! `vitrine review`: texts out to a native reader, and the answers back.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::args::LangArg;
use super::export::so_far;
use super::fail;
use super::opened::{Opened, Target};
use super::out::{ending, may_be_written, not_written};
use crate::export::WrittenKind;
use crate::files::{self, InTheWay};
use crate::model::{Date, Lang, OpenError, PackPlace, Tree};
use crate::review::{self, Form, Outcome, Sheet, Unmade, Unread};
use crate::text::{self, ReviewSheet, Say};
use crate::{ui, work};

/// What is to be checked, or has been.
#[derive(Debug, Args)]
pub struct ReviewArgs {
    /// A folder with an exhibition.json, or a .vitrine file; without one, the built-in exhibition.
    pack: Option<PathBuf>,
    /// The language of the texts, and of the sheet.
    #[arg(long, value_enum, required_unless_present = "back", conflicts_with = "back")]
    lang: Option<LangArg>,
    /// The file to write: a workbook (.xlsx), or a page for a browser (.html); with --back, where the exhibition with the answers is saved: a .vitrine file, or a new folder.
    #[arg(short, long, required_unless_present = "back")]
    out: Option<PathBuf>,
    /// Every text, also those that are checked, and those that are missing.
    #[arg(long, conflicts_with = "back")]
    all: bool,
    /// A workbook, or the answers that a page has saved, that has come back; what it would change is shown.
    #[arg(long, value_name = "SHEET")]
    back: Option<PathBuf>,
    /// Who has checked the texts; without it, the name that the reader has given.
    #[arg(long, value_name = "NAME", requires = "back")]
    by: Option<String>,
    /// Write the answers into the exhibition itself.
    #[arg(long, requires = "back", conflicts_with = "out")]
    apply: bool,
    /// Replace a file that is there already, with whatever answers are in it.
    #[arg(long)]
    force: bool,
    /// The language of the messages.
    #[arg(long, value_enum, default_value = "en")]
    messages: LangArg,
}

impl ReviewArgs {
    /// Writes a sheet, or reads one, and reports failure.
    pub fn run(self) -> ExitCode {
        let done = self.open().and_then(|opened| match (&self.back, self.lang, &self.out) {
            (Some(sheet), ..) => self.back(sheet, opened),
            (None, Some(lang), Some(out)) => self.out(lang.into(), out, &opened),
            (None, ..) => Ok(()),
        });
        match done {
            Ok(()) => ExitCode::SUCCESS,
            Err(code) => code,
        }
    }

    fn say(&self, words: ReviewSheet<'_>) -> String {
        text::say(self.messages.into(), Say::ReviewSheet(words))
    }

    fn print(&self, words: ReviewSheet<'_>) {
        super::print::out(&self.say(words));
    }

    fn refuse(&self, words: ReviewSheet<'_>) -> ExitCode {
        fail(&self.say(words))
    }

    fn open(&self) -> Result<Opened, ExitCode> {
        Opened::open(self.pack.as_deref(), self.messages.into(), |path| self.say(ReviewSheet::NoExhibition(path)))
    }

    /// Writes the sheet.
    fn out(&self, lang: Lang, out: &Path, opened: &Opened) -> Result<(), ExitCode> {
        let (messages, path) = (self.messages.into(), out.display().to_string());
        let forms = Form::ALL.map(Form::ending);
        let found = ending(out, &forms, false, messages).map_err(|why| fail(&why))?.unwrap_or_default();
        let form = Form::ALL.into_iter().find(|form| form.ending().eq_ignore_ascii_case(found)).unwrap_or_default();
        let is_there = files::in_the_way(out, &opened.pack, |_, _| false) == Some(InTheWay::Foreign);
        if is_there && !self.force {
            return Err(self.refuse(ReviewSheet::Exists(&path)));
        }
        may_be_written(out, WrittenKind::FillIn, &opened.pack, self.force, messages).map_err(|why| fail(&why))?;
        let mut rows = review::rows(&opened.tree, lang);
        rows.retain(|row| self.all || row.state().is_to_be_checked());
        if rows.is_empty() {
            self.print(ReviewSheet::NothingToCheck(lang));
            return Ok(());
        }
        let sheet = Sheet { lang, tree: &opened.tree, text: &opened.text, rows: &rows };
        let faces = ui::fonts::bundled_faces();
        let made = work::review_file((form, sheet), (&opened.pack, &opened.source), &faces, &so_far);
        so_far(2.0);
        let bytes = made.map_err(|why| match why {
            Unmade::Cancelled => fail(&text::say(messages, Say::ExportCancelled)),
            Unmade::TooLarge => self.refuse(ReviewSheet::TooMany),
        })?;
        files::replace(out, &bytes).map_err(|why| fail(&not_written(out, &why, messages)))?;
        if !files::is_stdout(out) {
            self.print(ReviewSheet::Made(rows.len(), lang, &path));
        }
        Ok(())
    }

    /// Reads a sheet that has come back, shows what it changes, and does so where that is asked for.
    fn back(&self, sheet: &Path, opened: Opened) -> Result<(), ExitCode> {
        let messages = self.messages.into();
        let target = Target { out: self.out.as_deref(), apply: self.apply, force: self.force, messages };
        let target = target.place(&opened.pack, || self.say(ReviewSheet::BuiltIn))?;
        let answers = self.answers(sheet)?;
        if answers.pack.as_ref().is_some_and(|pack| *pack != review::print_text(&opened.text)) {
            self.print(ReviewSheet::OtherVersion);
        }
        let reader = self.by.as_deref().or(answers.reader.as_deref()).unwrap_or_default().trim();
        let date = answers.date.or_else(|| Date::try_from(work::today()).ok());
        let outcome = review::judge(&opened.tree, &answers.rows, (reader, date));
        self.show(&opened.tree, &outcome, answers.silent);
        if outcome.changes.is_empty() {
            self.print(ReviewSheet::NothingToApply);
            return Ok(());
        }
        let Some(place) = target else {
            let is_built_in = opened.pack.place == PackPlace::BuiltIn;
            self.print(if is_built_in { ReviewSheet::BuiltIn } else { ReviewSheet::HowToApply(reader) });
            return Ok(());
        };
        let path = opened.save(&outcome.changes, &place, messages, || self.say(ReviewSheet::NotApplied))?;
        self.print(ReviewSheet::Applied(&path.display().to_string(), reader, date));
        Ok(())
    }

    fn answers(&self, sheet: &Path) -> Result<review::Answers, ExitCode> {
        let path = sheet.display().to_string();
        let bytes = files::read_file(sheet, review::MOST_BYTES)
            .map_err(|why| fail(&text::say(self.messages.into(), Say::CannotOpen(&path, &OpenError::Read(why)))))?;
        review::read(&bytes).map_err(|why| {
            self.refuse(match why {
                Unread::NotAWorkbook => ReviewSheet::NotAWorkbook(&path),
                Unread::Damaged => ReviewSheet::Damaged(&path),
                Unread::TooLarge => ReviewSheet::TooLarge(&path),
                Unread::NoAnswers => ReviewSheet::NoAnswers(&path),
                Unread::NotAReview => ReviewSheet::NotAReview(&path),
                Unread::Newer => ReviewSheet::Newer(&path),
            })
        })
    }

    /// Prints what becomes of each row that has something to say, and the numbers.
    fn show(&self, tree: &Tree, outcome: &Outcome, silent: usize) {
        for line in review::lines(self.messages.into(), tree, outcome) {
            super::print::out(&line);
        }
        self.print(ReviewSheet::Tally(outcome.counts(silent)));
    }
}
