//! Command-line options of a talk: presenting, and screenshots of its windows.

use clap::ValueEnum;

use super::LangArg;
use crate::screenshot::{NotThere, TalkScreenshot, arrange_talk};
use crate::state::{Action, State, TalkCommand};
use crate::text::Sought;
use crate::ui::Window;

/// Presenting.
#[derive(Default, Debug, clap::Args)]
pub(super) struct Present {
    /// Present: at once where it is plain who looks at which screen, else from the start sheet, where Enter begins.
    #[arg(long = "present", id = "present")]
    wanted: bool,
    /// The screen that the audience sees: a part of its name.
    #[arg(long, value_name = "NAME", requires = "present")]
    screen: Option<String>,
    /// The language of the speaker's notes; without it, that of the audience.
    #[arg(long, value_enum, requires = "present")]
    notes_lang: Option<LangArg>,
}

impl Present {
    /// Returns true if `--present` is given.
    pub(super) fn is_wanted(&self) -> bool {
        self.wanted
    }

    /// Chooses the audience's screen in a state, and returns the first commands.
    pub(super) fn arrange(&self, state: &mut State) -> Vec<TalkCommand> {
        if !self.wanted {
            return Vec::new();
        }
        state.update(Action::Talk(TalkCommand::Screen(self.screen.clone())));
        let notes = self.notes_lang.map(|lang| TalkCommand::NotesLang(lang.into()));
        [Some(TalkCommand::Open), notes, Some(TalkCommand::AtOnce)].into_iter().flatten().collect()
    }
}

/// A picture of a talk.
#[derive(Debug, clap::Args)]
pub(super) struct TalkArgs {
    /// A window of a talk instead.
    #[arg(long, value_enum)]
    talk: Option<TalkArg>,
    /// The stop, from 1.
    #[arg(long, default_value_t = 1, requires = "talk")]
    stop: usize,
    /// Seconds that have passed.
    #[arg(long, default_value_t = 0.0, requires = "talk")]
    elapsed: f64,
    /// Keys that were pressed, by their names: F,G,1,2; after a Slash, what is typed stands behind an =.
    #[arg(long, value_delimiter = ',', requires = "talk")]
    keys: Vec<String>,
    /// How many screens there are; one that is gone during the talk is written -1.
    #[arg(long, default_value_t = 2, requires = "talk", allow_negative_numbers = true)]
    screens: i8,
    /// The language of the notes; without it, that of the audience.
    #[arg(long, value_enum, requires = "talk")]
    notes_lang: Option<LangArg>,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum TalkArg {
    /// Where screens, languages and time are chosen.
    Sheet,
    /// What the speaker sees.
    Console,
    /// What the audience sees.
    Audience,
    /// What is told afterwards.
    Report,
}

impl TalkArgs {
    /// Brings a state into the talk, and returns the window to draw.
    ///
    /// # Errors
    /// If there is no such stop, or none at all.
    pub(super) fn arrange(&self, state: &mut State) -> Result<Window, NotThere> {
        let Some(talk) = self.talk else { return Ok(Window::Main) };
        let stops = state.pack().exhibition.stops().len();
        if !(1..=stops).contains(&self.stop) {
            let there = if stops > 1 { vec![format!("1–{stops}")] } else { vec!["1".to_owned(); stops] };
            return Err(NotThere { sought: Sought::Stop, wanted: self.stop.to_string(), there });
        }
        let picture = TalkScreenshot {
            sheet: talk == TalkArg::Sheet,
            over: talk == TalkArg::Report,
            stop: self.stop,
            elapsed: self.elapsed,
            keys: self.keys.clone(),
            screens: usize::from(self.screens.unsigned_abs()),
            lost: self.screens < 0,
            notes_lang: self.notes_lang.map_or(state.lang(), Into::into),
        };
        arrange_talk(state, &picture);
        Ok(if talk == TalkArg::Audience { Window::Audience } else { Window::Main })
    }
}
