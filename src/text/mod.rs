//! Every visible word of the interface, in three languages.
//!
//! A text is a variant of [`Say`] with its parameters; each language handles all of them in one exhaustive match, so a missing
//! text does not compile. Not here: the words of the exhibition, which are data.
//!
//! The Chinese and Tibetan here are drafts until a native reader has checked them: see [`REVIEWED`].

mod apostrophe;
mod ask;
mod bo;
mod cells;
mod citation;
mod columns;
mod difference;
mod editor;
mod en;
mod field;
mod find;
mod import;
mod joins;
mod key_help;
mod kiosk;
mod kiosk_page;
mod machine;
mod mend;
mod numbers;
mod order;
mod out;
mod packing;
mod pane;
mod passed_over;
mod pattern;
mod problem;
mod refused;
mod review_page;
mod review_sheet;
mod save;
mod say;
mod sentences;
mod set_up;
mod signoff;
mod soak;
mod talk;
mod trace;
mod unattended;
mod zh;

use crate::model::Lang;

pub use crate::state::View;
pub use apostrophe::typographic;
pub use ask::{Ask, Sought};
pub use cells::{Cells, cell_copied, cell_shown, entry_name, row_name};
pub use citation::{
    byline, carried, carries_address, citation, colon, comma, semicolon, source_date, source_title, title_gloss,
    title_letters, years,
};
pub use columns::{Column, Export};
pub use difference::difference;
pub use editor::Editor;
pub use find::{Find, KeyRows, key_face, key_rows};
pub use import::{Import, Touched, column_letters, import_head, import_help, import_row, row_becomes, row_refused};
pub use joins::{joined, joint};
pub use key_help::KeyHelp;
pub use kiosk::Kiosk;
pub use kiosk_page::{KioskPage, VenuePart};
pub use machine::{Line, Machine};
pub use mend::{Mend, entry_label, field_name, headline, place};
pub use numbers::{
    AmountParts, amount, amount_in, amount_parts, arithmetic, arithmetic_times, bare, counted, date, figure, list,
    marked, measured, number, unbroken, unbroken_terms,
};
pub use order::{Kind as OrderKind, Order};
pub use out::{Out, Separator};
pub use pane::Pane;
pub use pattern::{At, Chart, Pattern, Steps, batches, between_sentences, pattern};
pub use problem::{excerpt, problem};
pub use review_page::ReviewPage;
pub use review_sheet::{ReviewColumn, ReviewSheet};
pub use save::Save;
pub use say::Say;
pub use sentences::sentences;
pub use set_up::SetUp;
pub use signoff::{Signoff, SignoffPart, Standing};
pub use soak::{Soak, SoakLine};
pub use talk::{Control, ReportColumn, Side, Talk, shows_title, stop_title, time, time_of_day};
pub use trace::Trace;
pub use unattended::{HealthLine, Unattended};

/// The languages of the interface that a native reader has checked. Shown to the curator, not to visitors.
pub const REVIEWED: [Lang; 1] = [Lang::En];

/// The words of the interface in a language.
#[must_use]
pub fn say(lang: Lang, say: Say<'_>) -> String {
    match (say, lang) {
        (Say::Talk(talk), _) => talk::talk(lang, talk),
        (Say::Machine(words), _) => machine::machine(lang, words),
        (Say::Kiosk(words), _) => kiosk::kiosk(lang, words),
        (Say::KioskPage(words), _) => kiosk_page::kiosk_page(lang, words).to_owned(),
        (Say::SetUp(words), _) => set_up::set_up(lang, words),
        (Say::Save(save), _) => save::save(lang, save),
        (Say::Out(words), _) => out::out(lang, words),
        (Say::Ask(ask), _) => ask::ask(lang, ask),
        (Say::Import(words), _) => import::import(lang, words),
        (Say::Find(find), _) => find::find(lang, find),
        (Say::Trace(words), _) => trace::trace(lang, words),
        (Say::Editor(words), _) => editor::editor(lang, words),
        (Say::Pane(words), _) => pane::pane(lang, words),
        (Say::Cells(words), _) => cells::cells(lang, words),
        (Say::Mend(words), _) => mend::mend(lang, words),
        (Say::Order(words), _) => order::order(lang, words),
        (Say::ReviewSheet(words), _) => review_sheet::review_sheet(lang, words),
        (Say::Signoff(words), _) => signoff::signoff(lang, words),
        (Say::Soak(words), _) => soak::soak(lang, words),
        (Say::Unattended(words), _) => unattended::unattended(lang, words),
        (Say::Trouble(trouble), _) => problem::trouble(lang, trouble),
        (Say::Hint(trouble), _) => problem::hint(lang, trouble),
        (_, Lang::En) => en::en(say),
        (_, Lang::Zh) => zh::zh(say),
        (_, Lang::Bo) => bo::bo(say),
    }
}
