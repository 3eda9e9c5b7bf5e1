//! English: the sign-off book.

use super::{Signoff, SignoffPart, Standing};
use crate::model::{Date, Lang};
use crate::state::Attraction;
use crate::text::date;

/// The words in English.
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn en(words: Signoff<'_>) -> String {
    let fixed = match words {
        Signoff::Heading => "Sign-off book",
        Signoff::InLanguage(lang) => return format!("Every screen as visitors see it in {}", language(lang)),
        Signoff::Fingerprint => "Fingerprint of this version",
        Signoff::FingerprintIs => {
            "It stands for all texts in every language, all figures, their order and every picture. If any of them is changed, it is another one. To find out whether an exhibition is the one that was signed, compare it with what “vitrine fingerprint” prints for that exhibition."
        }
        Signoff::NotInIt => {
            "Not in it: who has checked a text, the names of files, and what belongs to the program or to a screen, such as its own words, colours and sizes."
        }
        Signoff::HowShown => {
            "The screens are those of a kiosk of 1920 × 1080 pixels at the start of a visit; what lies further down a screen is among its texts. What only filters, highlights, enlarges or recolours a screen has no page of its own."
        }
        Signoff::Screens => "Screens",
        Signoff::Pages => "Pages",
        Signoff::Texts => "Texts",
        Signoff::CheckedTexts => "Checked",
        Signoff::DraftTexts => "Drafts",
        Signoff::OutdatedTexts => "Outdated",
        Signoff::MissingTexts => "Missing",
        Signoff::UnseenPictures => "Pictures that cannot be shown",
        Signoff::Program => "Program",
        Signoff::Day => "Date",
        Signoff::Signatures => "Seen and agreed to, as bound to the fingerprint above",
        Signoff::Name => "Name and office",
        Signoff::Signature => "Signature",
        Signoff::Contents => "List of the screens",
        Signoff::Part(part) => match part {
            SignoffPart::Views => "Views",
            SignoffPart::Provinces => "Provinces",
            SignoffPart::Pictures => "Pictures",
            SignoffPart::Sheets => "Source sheets",
            SignoffPart::Talk => "Talk",
            SignoffPart::Kiosk => "Kiosk",
            SignoffPart::Elsewhere => "Texts that no screen shows",
        },
        Signoff::Agreed => "Seen and agreed",
        Signoff::Remarks => "Remarks",
        Signoff::Continued(name) => return format!("{name}, continued"),
        Signoff::Page(page, of) => return format!("Page {page} of {of}"),
        Signoff::Standing(standing) => return self::standing(standing),
        Signoff::Open(open) => {
            let [drafts, outdated, missing] = open;
            let said =
                [(drafts, "draft", "drafts"), (outdated, "outdated", "outdated"), (missing, "missing", "missing")];
            let said = said.into_iter().filter(|(count, ..)| *count > 0);
            let said: Vec<String> =
                said.map(|(n, one, many)| format!("{n} {}", if n == 1 { one } else { many })).collect();
            return said.join(", ");
        }
        Signoff::NotSeen => "Visitors do not see this picture.",
        Signoff::NoTexts => "This screen has no texts of its own.",
        Signoff::Figure => "Figure",
        Signoff::Source => "Source",
        Signoff::Search => "Search",
        Signoff::Closing => "End of the talk",
        Signoff::Attract(kind) => match kind {
            Attraction::Picture => "While nobody is there: a picture",
            Attraction::Chart => "While nobody is there: the personnel",
            Attraction::Pairings => "While nobody is there: the pairings",
            Attraction::Milestone => "While nobody is there: a milestone",
            Attraction::Province => "While nobody is there: a province",
            Attraction::Card => "While nobody is there: a text",
            Attraction::Whole => "While nobody is there: the whole at one look",
            Attraction::Title => "While nobody is there: the title",
        },
        Signoff::Warning => "Before the return to the start",
        Signoff::Closed => "Outside the hours",
        Signoff::ProgramWords => "Words of the program",
        Signoff::TooMany(most) => {
            return format!(
                "The exhibition has more than {most} screens, which no book holds. Divide it, and write a book of each part."
            );
        }
        Signoff::BoundTo(print) => return format!("The book is bound to this fingerprint: {print}"),
    };
    fixed.to_owned()
}

fn standing(standing: Standing<'_>) -> String {
    match standing {
        Standing::Missing => "Missing".to_owned(),
        Standing::MissingShownIn(lang) => format!("Missing: visitors see the {} text", language(lang)),
        Standing::Draft => "Draft".to_owned(),
        Standing::Checked(reader, when) => format!("Checked{}", by(reader, when)),
        Standing::Outdated(reader, when) => format!("Outdated: changed since it was checked{}", by(reader, when)),
        Standing::OfTheProgram(true) => "Of the program, checked".to_owned(),
        Standing::OfTheProgram(false) => "Of the program, draft".to_owned(),
    }
}

fn by(reader: &str, when: Option<Date>) -> String {
    let who = if reader.is_empty() { String::new() } else { format!(" by {reader}") };
    let on = when.map(|when| format!(", {}", date(Lang::En, when))).unwrap_or_default();
    format!("{who}{on}")
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Zh => "Chinese",
        Lang::Bo => "Tibetan",
    }
}
