//! The keys of a talk: one table for the keyboard, for clickers, and for the help sheet.
//!
//! Keys are named as the window system names them. Keys that are not in the table do nothing, whatever a remote may send:
//! `F5` and `Shift+F5` (a clicker's start button), `Tab` and `Alt+Tab`, the volume.

use super::Hold;

/// The effect of a key, or of its button, in a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyCommand {
    /// Go to the next stop.
    Next,
    /// Go to the previous stop.
    Previous,
    /// An arrow: along the stops, or among pictures and hits.
    Arrow(Direction),
    /// Show what is selected or typed; else go to the next stop.
    Enter,
    /// A digit of a stop's number.
    Digit(u8),
    /// Freeze the audience view, or unfreeze it.
    Freeze,
    /// Toggle black.
    Black,
    /// Toggle white.
    White,
    /// Toggle a spotlight on the picture.
    Spotlight,
    /// Toggle a dot on the picture.
    Dot,
    /// Toggle the zoom.
    Zoom,
    /// Toggle the overview.
    Overview,
    /// Toggle the search.
    Find,
    /// Pause or run the clock.
    Pause,
    /// Make the notes smaller.
    NotesSmaller,
    /// Make the notes larger.
    NotesLarger,
    /// Scroll the notes up.
    NotesUp,
    /// Scroll the notes down.
    NotesDown,
    /// With one screen: toggle between the audience view alone and the notes beside it.
    AudienceOnly,
    /// Confirm that this is the speaker's screen, and show the notes.
    Mine,
    /// Show the audience the next language.
    Lang,
    /// Toggle the help sheet.
    Keys,
    /// Toggle what does not fit on a narrow console.
    More,
    /// Go back one level. Never ends a talk.
    Back,
    /// A key that must be held.
    Hold(Hold),
}

/// The direction of an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left.
    Left,
    /// Right.
    Right,
    /// Up.
    Up,
    /// Down.
    Down,
}

/// A line of the help sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TalkKey {
    /// Next stop.
    Next,
    /// Previous stop.
    Previous,
    /// To a stop by its number.
    Jump,
    /// Freeze.
    Freeze,
    /// Black.
    Black,
    /// White.
    White,
    /// Spotlight.
    Spotlight,
    /// Dot.
    Dot,
    /// Zoom.
    Zoom,
    /// Whole picture.
    Whole,
    /// Overview.
    Overview,
    /// Find.
    Find,
    /// Pause the clock.
    Pause,
    /// Reset the clock.
    Reset,
    /// The size of the notes.
    NotesSize,
    /// Scroll the notes.
    NotesScroll,
    /// Swap the screens.
    Swap,
    /// One screen: audience view only.
    AudienceOnly,
    /// This is my screen.
    Mine,
    /// The language of the audience.
    Lang,
    /// The help sheet.
    Help,
    /// One level back.
    Back,
    /// End.
    End,
    /// Keys that do nothing.
    Nothing,
}

/// Whether Shift must be down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shift {
    Up,
    Down,
    Either,
}

/// A line of the table: its text in the help sheet, its printed keys, and the effect of each key.
pub struct Line {
    /// What the sheet says.
    pub help: TalkKey,
    /// The keys as they are printed on it.
    pub printed: &'static [&'static str],
    strokes: &'static [(&'static str, Shift, KeyCommand)],
}

use Shift::{Down, Either, Up};

const fn line(
    help: TalkKey,
    printed: &'static [&'static str],
    strokes: &'static [(&'static str, Shift, KeyCommand)],
) -> Line {
    Line { help, printed, strokes }
}

/// The table.
pub const TABLE: [Line; 24] = [
    line(
        TalkKey::Next,
        &["Page Down", "→", "↓", "Space", "Enter", "N"],
        &[
            ("PageDown", Either, KeyCommand::Next),
            ("Right", Up, KeyCommand::Arrow(Direction::Right)),
            ("Down", Up, KeyCommand::Arrow(Direction::Down)),
            ("Space", Up, KeyCommand::Next),
            ("Enter", Up, KeyCommand::Enter),
            ("N", Up, KeyCommand::Next),
        ],
    ),
    line(
        TalkKey::Previous,
        &["Page Up", "←", "↑", "P"],
        &[
            ("PageUp", Either, KeyCommand::Previous),
            ("Left", Up, KeyCommand::Arrow(Direction::Left)),
            ("Up", Up, KeyCommand::Arrow(Direction::Up)),
            ("P", Up, KeyCommand::Previous),
        ],
    ),
    line(
        TalkKey::Jump,
        &["1 … 9", "Enter"],
        &[
            ("0", Up, KeyCommand::Digit(0)),
            ("1", Up, KeyCommand::Digit(1)),
            ("2", Up, KeyCommand::Digit(2)),
            ("3", Up, KeyCommand::Digit(3)),
            ("4", Up, KeyCommand::Digit(4)),
            ("5", Up, KeyCommand::Digit(5)),
            ("6", Up, KeyCommand::Digit(6)),
            ("7", Up, KeyCommand::Digit(7)),
            ("8", Up, KeyCommand::Digit(8)),
            ("9", Up, KeyCommand::Digit(9)),
        ],
    ),
    line(TalkKey::Freeze, &["F"], &[("F", Up, KeyCommand::Freeze)]),
    line(TalkKey::Black, &["B", "."], &[("B", Up, KeyCommand::Black), ("Period", Up, KeyCommand::Black)]),
    line(TalkKey::White, &["W", ","], &[("W", Up, KeyCommand::White), ("Comma", Up, KeyCommand::White)]),
    line(TalkKey::Spotlight, &["L"], &[("L", Up, KeyCommand::Spotlight)]),
    line(TalkKey::Dot, &["D"], &[("D", Up, KeyCommand::Dot)]),
    line(TalkKey::Zoom, &["Z"], &[("Z", Up, KeyCommand::Zoom)]),
    line(TalkKey::Whole, &["0"], &[]),
    line(TalkKey::Overview, &["G"], &[("G", Up, KeyCommand::Overview)]),
    line(TalkKey::Find, &["/"], &[("Slash", Up, KeyCommand::Find)]),
    line(TalkKey::Pause, &["T"], &[("T", Up, KeyCommand::Pause)]),
    line(TalkKey::Reset, &["Shift + T"], &[("T", Down, KeyCommand::Hold(Hold::Reset))]),
    line(
        TalkKey::NotesSize,
        &["−", "+"],
        &[
            ("Minus", Either, KeyCommand::NotesSmaller),
            ("Plus", Either, KeyCommand::NotesLarger),
            ("Equals", Either, KeyCommand::NotesLarger),
        ],
    ),
    line(
        TalkKey::NotesScroll,
        &["Shift + ↑", "Shift + ↓"],
        &[("Up", Down, KeyCommand::NotesUp), ("Down", Down, KeyCommand::NotesDown)],
    ),
    line(TalkKey::Swap, &["S"], &[("S", Up, KeyCommand::Hold(Hold::Swap))]),
    line(TalkKey::AudienceOnly, &["A"], &[("A", Up, KeyCommand::AudienceOnly)]),
    line(TalkKey::Mine, &["M"], &[("M", Up, KeyCommand::Mine)]),
    line(TalkKey::Lang, &["V"], &[("V", Up, KeyCommand::Lang)]),
    line(
        TalkKey::Help,
        &["H", "?"],
        &[("H", Up, KeyCommand::Keys), ("Questionmark", Either, KeyCommand::Keys), ("Slash", Down, KeyCommand::Keys)],
    ),
    line(TalkKey::Back, &["Esc"], &[("Escape", Either, KeyCommand::Back)]),
    line(TalkKey::End, &["Q"], &[("Q", Up, KeyCommand::Hold(Hold::End))]),
    line(TalkKey::Nothing, &["F5", "Tab", "…"], &[]),
];

/// The effect of a key by name; `None` for any other key, and with Ctrl, Alt or the command key.
#[must_use]
pub fn key_command(name: &str, shift: bool, with_others: bool) -> Option<KeyCommand> {
    if with_others {
        return None;
    }
    let fits = |wanted: Shift| match wanted {
        Either => true,
        Down => shift,
        Up => !shift,
    };
    let strokes = TABLE.iter().flat_map(|line| line.strokes);
    strokes.into_iter().find(|(key, wanted, _)| *key == name && fits(*wanted)).map(|(_, _, key_command)| *key_command)
}

/// Returns `true` for keys that move a talk even while typing: clickers send them, typists do not.
#[must_use]
pub fn moves_while_typing(name: &str) -> bool {
    matches!(name, "PageDown" | "PageUp")
}

/// The names of all keys with an effect.
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().flat_map(|line| line.strokes).map(|(key, _, _)| *key)
}
