//! The tokens of a talk: the console, which is always dark, and the audience view, whose text is read from the last row.
//!
//! The measures are those of a screen 1080 high, and scale with it.

use egui::Color32;

use super::{TextStyle, hex};
use crate::model::Lang;

/// The console's colours.
pub mod console {
    use super::{Color32, hex};

    /// Behind everything.
    pub const BG: Color32 = hex(0x0014_1B2B);
    /// Behind time, notes and lists.
    pub const PANEL: Color32 = hex(0x001B_2536);
    /// Behind buttons.
    pub const CARD: Color32 = hex(0x0026_334A);
    /// Text; the ground of what is chosen.
    pub const CREAM: Color32 = hex(0x00F7_EEDC);
    /// Text on cream.
    pub const INK: Color32 = hex(0x001E_2A40);
    /// Second text.
    pub const SOFT: Color32 = hex(0x00C3_C9D4);
    /// The outline of keys and of what is to come.
    pub const EDGE: Color32 = hex(0x007C_8AA6);
    /// Rules.
    pub const LINE: Color32 = hex(0x0034_415A);
    /// On pace.
    pub const TEAL: Color32 = hex(0x0084_C8D0);
    /// Time to spare, a cue, one screen.
    pub const GOLD: Color32 = hex(0x00ED_BE5E);
    /// Look here: late, frozen, the audience.
    pub const ACCENT: Color32 = hex(0x00F2_9A92);
    /// The same as a ground.
    pub const MADDER: Color32 = hex(0x0096_2E28);
    /// On it.
    pub const WHITE: Color32 = hex(0x00FF_FFFF);
    /// The audience's black.
    pub const BLACK: Color32 = hex(0x0000_0000);
    /// What the spotlight leaves dark.
    pub const SHADE: Color32 = Color32::from_black_alpha(184);
    /// The dot.
    pub const DOT: Color32 = hex(0x00E0_2B20);
}

/// How far lines stand apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leading {
    /// Titles and labels.
    Tight,
    /// Running text.
    Text,
    /// Notes that are read while speaking.
    Notes,
}

/// A text of a size in points, in a language.
#[must_use]
pub fn style(size: f32, lang: Lang, bold: bool, leading: Leading) -> TextStyle {
    let factor = |lang| match (leading, lang) {
        (Leading::Tight, Lang::En) => 1.2,
        (Leading::Tight, Lang::Zh) => 1.3,
        (Leading::Text | Leading::Notes, Lang::En) => 1.36,
        (Leading::Text, Lang::Zh) => 1.5,
        (Leading::Notes, Lang::Zh) => 1.6,
        (Leading::Tight | Leading::Text, Lang::Bo) => 1.8,
        (Leading::Notes, Lang::Bo) => 1.9,
    };
    // Half points, so that a window that is being resized does not ask for letters of a hundred sizes.
    let size = (size * 2.0).round().max(6.0) / 2.0;
    TextStyle::new(Lang::ALL.map(|lang| (size, size * factor(lang))), lang, bold)
}
