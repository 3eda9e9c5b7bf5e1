//! Texts of the page for the venue: what a technician sets up on each system, and what no program can stop there.

mod bo;
mod en;
mod zh;

use crate::model::Lang;
use crate::state::kiosk::System;

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VenuePart {
    /// Who is logged in, and how.
    Login,
    /// How the kiosk begins.
    Begin,
    /// The system's updates and notices.
    Updates,
    /// Sleep, screen saver, lock.
    Sleep,
    /// Swipes, corners, edges.
    Gestures,
    /// What no program can stop.
    Unstoppable,
    /// How the staff get in.
    Staff,
    /// Where files are.
    Files,
    /// When the power was away.
    Power,
}

impl VenuePart {
    /// All of them, in their order.
    pub const ALL: [Self; 9] = [
        Self::Login,
        Self::Begin,
        Self::Updates,
        Self::Sleep,
        Self::Gestures,
        Self::Unstoppable,
        Self::Staff,
        Self::Files,
        Self::Power,
    ];
}

/// One of these texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KioskPage {
    /// The title.
    Title(System),
    /// What the page is for.
    For,
    /// The name of a part.
    Name(VenuePart),
    /// What it says.
    Text(System, VenuePart),
}

/// The words in a language.
pub(super) fn kiosk_page(lang: Lang, words: KioskPage) -> &'static str {
    match lang {
        Lang::En => en::en(words),
        Lang::Zh => zh::zh(words),
        Lang::Bo => bo::bo(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_names_what_no_program_can_stop_in_the_same_words() {
        let readme = include_str!("../../../README.md").split_whitespace().collect::<Vec<_>>().join(" ");
        for system in System::ALL {
            let words = kiosk_page(Lang::En, KioskPage::Text(system, VenuePart::Unstoppable));
            assert!(readme.contains(words), "{words}");
        }
    }
}
