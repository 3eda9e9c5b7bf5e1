//! English: the running order's editor, and the preview.

use super::{Kind, Order};
use crate::model::{ChartForm, Lang};
use crate::state::editing::Screen;

/// The words in English.
#[expect(clippy::too_many_lines, reason = "one line a text")]
pub fn en(words: Order<'_>) -> String {
    let fixed = match words {
        Order::Stops(1) => "1 stop",
        Order::Stops(count) => return format!("{count} stops"),
        Order::Planned => "planned",
        Order::Stop(number, name) => return format!("Stop {number}: {name}"),
        Order::StopRow(number, name, time) => return format!("Stop {number}: {name}, {time} planned"),
        Order::Grip(number) => return format!("Move stop {number} by dragging"),
        Order::MoveUp => "Move the stop up (Alt + ↑)",
        Order::MoveDown => "Move the stop down (Alt + ↓)",
        Order::Shows => "Shows",
        Order::AsVisitors => "as the audience sees it",
        Order::Kind(kind) => match kind {
            Kind::Photo => "Picture",
            Kind::Chart(ChartForm::Bars) => "Personnel, standing bars",
            Kind::Chart(ChartForm::Rows) => "Personnel, lying bars",
            Kind::Chart(ChartForm::Running) => "Personnel, running total",
            Kind::Chart(ChartForm::Table) => "Personnel, table",
            Kind::Province => "Province",
            Kind::Milestone => "Milestone",
            Kind::Pairings => "Pairings",
            Kind::Card => "Text",
        },
        Order::Which => "Which one",
        Order::Highlighted => "Batches that stand out",
        Order::Batch(number) => return format!("Batch {number}"),
        Order::AllBatches => "All alike",
        Order::HighlightedProvince => "Province that stands out",
        Order::NoProvince => "None",
        Order::LastYear => "The last year",
        Order::OwnText => "A text of its own",
        Order::Find => "Find in this list",
        Order::NothingFound => "Nothing here has these letters.",
        Order::ShowSeen => "Show what I see now",
        Order::ShowWhole => "Show the whole picture",
        Order::OpenIt => "Open it",
        Order::PlannedTime => "Planned time",
        Order::Less => "5 seconds less",
        Order::More => "5 seconds more",
        Order::Span(begin, end, all) => return format!("Begins at {begin}, ends at {end} of {all}"),
        Order::Title => "Title",
        Order::TitleIs => "where it differs from the name of what is shown",
        Order::Text => "Text",
        Order::Notes => "Notes",
        Order::NotesIs => "for the speaker alone; a line that begins with ! is a cue",
        Order::In(field, lang) => return format!("{field}, {}", language(lang)),
        Order::NotGiven => "Not given",
        Order::AddAs(number) => return format!("Add as stop {number}"),
        Order::AddSeen => "Add what I see now",
        Order::AddText => "Text stop",
        Order::Delete => "Delete stop",
        Order::Rehearse => "Rehearse",
        Order::TakeTimes => "Take the times of the last run",
        Order::NewAfter(number) => return format!("New stops come after stop {number}. Rehearse times a run."),
        Order::Seen(name) => return format!("Seen now in the views: {name}."),
        Order::NothingSeen => {
            "To add what you see, choose a picture, a milestone or a statement in the views, or go to a chart."
        }
        Order::NoOrder => "No running order yet",
        Order::NoOrderIs => "A talk then goes through all pictures, one after the other, with a minute for each.",
        Order::FromPictures(count) => return format!("Make one from the pictures ({count})"),
        Order::Unreadable => "This stop cannot be read. The list of problems says why.",
        Order::PreviewOf => "Preview as",
        Order::Screen(screen) => match screen {
            Screen::Desk => "Visitor",
            Screen::Kiosk => "Kiosk",
            Screen::Portrait => "Portrait",
            Screen::Projector => "Projector",
            Screen::Wall => "Wall",
        },
        Order::LargeText => "Large text",
    };
    fixed.to_owned()
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Zh => "Chinese",
        Lang::Bo => "Tibetan",
    }
}
