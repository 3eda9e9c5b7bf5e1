//! English.

use crate::model::{Difference, HowRead, Lang, OpenError, Unavailable};
use crate::state::{ChartMode, Notice, Theme, View};

use super::columns::{Column, Export};
use super::key_help::KeyHelp;
use super::numbers::{at_one_look, number};
use super::save::{Save, save};
use super::say::Say;
use super::{packing, passed_over, refused};

/// The words in English.
#[expect(clippy::too_many_lines, reason = "one line a text")]
pub fn en(say: Say<'_>) -> String {
    let fixed = match say {
        Say::View(view) => match view {
            View::Photos => "Photos",
            View::Personnel => "Personnel",
            View::Pairings => "Pairings",
            View::Timeline => "Timeline",
            View::Sources => "Sources",
        },
        Say::SearchProvinces(n) => return several(n, "Search 1 province", format!("Search {n} provinces")),
        Say::ByPlace => "By the place they are paired with",
        Say::NothingOnPoster => "The exhibition has neither pictures nor anything with a year, so there is no poster.",
        Say::AtOneLook { counts, drawn, years } => {
            let names =
                [["picture", "pictures"], ["province", "provinces"], ["batch", "batches"], ["milestone", "milestones"]];
            return at_one_look(counts, years, |i, n| {
                if i == 0 { pictures(n, n, drawn) } else { format!("{n} {}", names[i][usize::from(n != 1)]) }
            });
        }
        Say::Whole => "All of it at one look",
        Say::NotPaired => "Not paired with a place now",
        Say::NothingMatches(typed) => return format!("Nothing matches “{typed}”."),
        Say::AllProvinces(n) => return several(n, "The one province", format!("All {n} provinces")),
        Say::ClearChoice(name) => return format!("Clear the choice of {name}"),
        Say::ClearSearch => "Clear the search",
        Say::ToTheStart(title) => return format!("{title}: to the start"),
        Say::ProvinceRow(name, 1) => return format!("{name}, 1 picture"),
        Say::ProvinceRow(name, n) => return format!("{name}, {n} pictures"),
        Say::Close => "Close",
        Say::Menu => "Menu",
        Say::Theme(theme) => match theme {
            Theme::Light => "Light",
            Theme::Dark => "Dark",
            Theme::Contrast => "High contrast",
        },
        Say::Themes => "Colours",
        Say::Fullscreen(true) => "Leave full screen",
        Say::Fullscreen(false) => "Full screen",
        Say::OpenPack => "Open an exhibition …",
        Say::OpenBuiltIn => "Show the built-in exhibition",
        Say::Keys => "Keys",
        Say::Key(key) => match key {
            KeyHelp::Views => "Photos, Personnel, Pairings, Timeline, Sources",
            KeyHelp::Move => "Go to the next or previous thing on the screen",
            KeyHelp::Activate => "Open or choose it",
            KeyHelp::Step => "Previous or next picture, milestone, year or source",
            KeyHelp::Ends => "First or last picture",
            KeyHelp::Zoom => "Larger, smaller, whole picture",
            KeyHelp::Back => "Leave one level",
            KeyHelp::Search => "Search the provinces",
            KeyHelp::Clear => "Clear the chosen province and topic",
            KeyHelp::Language => "Next language",
            KeyHelp::Theme => "Next colours",
            KeyHelp::Fullscreen => "Full screen",
            KeyHelp::Open => "Open an exhibition",
            KeyHelp::Save => "Save the exhibition, the chart or the table as a file",
            KeyHelp::Present => "Present: two screens, notes, a clock",
            KeyHelp::Help => "Show these keys",
        },
        Say::Pictures { shown, all, drawn } => return pictures(shown, all, drawn),
        Say::Illustration => "Illustration",
        Say::CameraPreview => "The camera’s own preview of a raw file",
        Say::IllustrationNotPhotograph => "Illustration, not a photograph",
        Say::StandsIn => "An illustration stands in for a photograph that is not included.",
        Say::AllTopics => "All topics",
        Say::Topics => "Topics",
        Say::NoPicturesFor(name) => return format!("No pictures for {name} yet"),
        Say::OthersPairedWith(place) => return format!("Others paired with {place}"),
        Say::ShowAllPictures => "Show all pictures",
        Say::More => "More",
        Say::WhyUnavailable(why) => return unavailable(why),
        Say::AwayForNow => "This picture cannot be shown just now",
        Say::CannotBeShown => "This picture cannot be shown",
        Say::PictureComesIn(percent) => return format!("Opening the picture: {percent} %"),
        Say::AllPictures => "All pictures",
        Say::NOf(n, all) => return format!("{n} of {all}"),
        Say::Next => "Next",
        Say::Previous => "Previous",
        Say::ZoomOut => "Smaller",
        Say::ZoomIn => "Larger",
        Say::WholePicture => "Whole picture",
        Say::PhotographCredit => "Credit of the photograph",
        Say::Credit => "Credit",
        Say::Licence => "Licence",
        Say::SourcesOfCaption => "Source of what the caption says",
        Say::NoSourceGiven => "No source given",
        Say::ProvinceCard => "Paired province",
        Say::PairedWith => "Paired with",
        Say::SameGroup => "Together with",
        Say::NobodyElse => "no other province",
        Say::Formerly => "Before",
        Say::OwnPersonnel => "Personnel, as the province reported it",
        Say::NoTotalFound => "No total found",
        Say::NotAddedUp => {
            "Dates and definitions differ between provinces, so these numbers are not added up or compared."
        }
        Say::SeeSources(1) => "See the source",
        Say::SeeSources(n) => return format!("See {n} sources"),
        Say::ReportedBy(publisher, date) => return format!("{publisher}, {date}"),
        Say::PersonnelPerBatch => "Personnel per batch",
        Say::NoRoomForChart => "A page has no room for a chart of so many batches. The table has all the numbers.",
        Say::PublishedTotals => "Totals as published",
        Say::ChartMode(mode) => match mode {
            ChartMode::Bars => "Chart",
            ChartMode::Table => "Table",
            ChartMode::Running => "Running total",
        },
        Say::Reported => "Reported",
        Say::WorkedOut => "Worked out from reported totals",
        Say::WorkedOutShort => "worked out",
        Say::NotPublishedKey => "Not published (not zero)",
        Say::NotPublished => "not published",
        Say::NotApplicable => "not applicable",
        Say::ReportsDiffer => "Other reports differ",
        Say::Also(others) => return format!("also {others}"),
        Say::AlsoSome(1) => "also 1 other",
        Say::AlsoSome(count) => return format!("also {count} others"),
        Say::AlsoMore(others, more) => return format!("also {others} and {more} more"),
        Say::TogetherWorkedOut => "together, worked out",
        Say::Together => "together",
        Say::Batch(n) => return format!("Batch {n}"),
        Say::Batches(first, last) => return format!("Batches {first}–{last}"),
        Say::TotalReported(n) => {
            return several(n, "The one batch, as reported", format!("All {n} batches, as reported"));
        }
        Say::ReportedBarsTogether(n) => {
            return several(n, "The one reported bar", format!("{n} reported bars together"));
        }
        Say::WithWorkedOut => "With all that is worked out",
        Say::DifferenceHeading => "Difference",
        Say::Difference(difference, total) => return difference_words(difference, total),
        Say::BarName { batch, years, figure, also: "" } => {
            return format!("Batch {batch}, {years}: {figure}");
        }
        Say::BarName { batch, years, figure, also } => return format!("Batch {batch}, {years}: {figure}; also {also}"),
        Say::WorkedOutAmount(n) => return format!("{n}, worked out from reported totals"),
        Say::FirstAndLast { first, batch, last, byline } => {
            return format!(
                "The first batch had {first} people and the {} {last}. Reported by {byline}.",
                ordinal(batch)
            );
        }
        Say::RunningNote => {
            "Each bar is a total published for all batches up to that one. “Adds up to” is the sum of the batches, known alone or together."
        }
        Say::AddsUpTo(sum) => return format!("adds up to {sum}"),
        Say::SubtotalName(first, last, figure) => return format!("Batches {first} to {last} together: {figure}"),
        Say::TotalName { batch, figure, also, sum } => {
            let also = if also.is_empty() { String::new() } else { format!("; also {also}") };
            let sum = if sum.is_empty() { String::new() } else { format!("; the batches add up to {sum}") };
            return format!("Total after batch {batch}: {figure}{also}{sum}");
        }
        Say::Export(export) => match export {
            Export::Counts => "What it counts",
            Export::OneBatch => "one batch",
            Export::Together => "several batches together",
            Export::Total => "published total",
            Export::Precision => "Precision",
            Export::Exact => "exact",
            Export::Nearly => "nearly",
            Export::MoreThan => "more than",
            Export::About => "about",
            Export::Arithmetic => "Arithmetic",
            Export::Remark => "Remark",
            Export::Province => "Province or municipality",
            Export::Division => "Paired with",
            Export::Since => "Since",
            Export::Until => "Until",
            Export::LocalizedText => "As the sources tell it",
        },
        Say::Column(column) => match column {
            Column::Batch => "Batch",
            Column::Years => "Years",
            Column::People => "People",
            Column::State => "State of the figure",
            Column::Others => "Other reports",
            Column::Sources => "Sources",
        },
        Say::SortBy(column, None) => return format!("{column}; sort"),
        Say::SortBy(column, Some(false)) => return format!("{column}; sorted, lowest first"),
        Say::SortBy(column, Some(true)) => return format!("{column}; sorted, highest first"),
        Say::ProvincesAlone => "Provinces",
        Say::Provinces(n) => {
            return several(n, "1 province or municipality", format!("{n} provinces and municipalities"));
        }
        Say::Ribbon { province, division, told } => return format!("{province}, paired with {division}: {told}"),
        Say::InYear(year) => return format!("In {year}"),
        Say::ChooseProvince => "Choose a province to see what it is paired with and since when.",
        Say::PlayYears => "Play the years",
        Say::PauseYears => "Pause the years",
        Say::YearByYear => "Year by year",
        Say::AllYears => "All years",
        Say::BatchArrives(n) => return format!("Batch {n} arrives"),
        Say::Inferred => "The beginning is inferred; no source prints it.",
        Say::FromTo(from, to) => return format!("{from} to {to}"),
        Say::Earlier => "Earlier",
        Say::Later => "Later",
        Say::About => "About this exhibition",
        Say::AllSources(n) => return several(n, "The one source", format!("All {n} sources")),
        Say::FontLicences => "Licences of the fonts",
        Say::NoDate => "no date shown",
        Say::AReportedFigure => "a reported figure",
        Say::AWorkedOutFigure => "worked out from reported totals; printed nowhere itself",
        Say::NoFigurePublished => "no figure was found in any source",
        Say::WhatItSays => "What it says",
        Say::AnotherReport => "Another report",
        Say::WhoReported => "Reported by",
        Say::AndSources(1) => "and 1 other source",
        Say::AndSources(n) => return format!("and {n} other sources"),
        Say::AndReports(1) => "and 1 other report",
        Say::AndReports(n) => return format!("and {n} other reports"),
        Say::HowItWasRead => "How it was read",
        Say::HowRead(how) => match how {
            HowRead::Full => "The whole text",
            HowRead::Excerpt => "Only the opening of the page",
            HowRead::Data => "Machine-readable data, opened directly",
        },
        Say::InLanguage(code) => return in_language(code),
        Say::PhotographToOpen => "Photograph to keep the citation and its address",
        Say::PhotographToKeep => "Photograph to keep the citation",
        Say::NoAddress => "No address to give",
        Say::People("1") => "1 person",
        Say::People(n) => return format!("{n} people"),
        Say::ItGives(number, "") => return format!("It puts the figure at {number}."),
        Say::ItGives(number, remark) => return format!("It puts the figure at {number} ({remark})."),
        Say::SourcesFor(name) => return format!("Sources for {name}"),
        Say::SourceNOf(1, 1) => "The only source given",
        Say::SourceNOf(n, all) => return format!("Source {n} of {all}"),
        Say::CopyTable => "Copy the table",
        Say::CopyCitation => "Copy the citation",
        Say::Arithmetic => "Worked out as",
        Say::AddedUpHere => "added up here; no source prints this sum",
        Say::Notice(notice) => return notice_words(notice),
        Say::CannotOpen(name, error) => return format!("“{name}” cannot be opened. {}", open_error(error)),
        Say::CannotWrite(path, why) => {
            return format!(
                "“{path}” could not be written: {why}. Choose another place, or see whether the disk is full or write-protected."
            );
        }
        Say::Packed { .. }
        | Say::PackedWithout(..)
        | Say::PackedUnseen(..)
        | Say::PackedRenamed(..)
        | Say::PackedAnew(..)
        | Say::PackedPreview(..)
        | Say::PackedAsTheyWere
        | Say::PositionsTakenOut(_) => return packing::en(&say),
        Say::NoFigures => "This exhibition has no batches, so there is no chart of them to write.",
        Say::PngTooLarge => {
            "A PNG has at most 7680 × 4320 pixels, and 7680 on its longer side: ask for a smaller --size, or for --format svg, which fits any size."
        }
        Say::PngTooSmall(width, height) => {
            return format!(
                "At this size nobody could read the words: ask for at least --size {width}x{height}, or for --format svg."
            );
        }
        Say::NoPdf => {
            "No PDF can be made: a font of this system cannot be embedded. Use a build that carries its fonts."
        }
        Say::ExportCancelled => "Stopped; no file was written.",
        Say::ProblemCount(faults, advice) => {
            let faults = match faults {
                0 => "No faults".to_owned(),
                1 => "1 fault".to_owned(),
                n => format!("{n} faults"),
            };
            return match advice {
                0 => format!("{faults}."),
                1 => format!("{faults}, 1 piece of advice (--advice shows it)."),
                n => format!("{faults}, {n} pieces of advice (--advice shows them)."),
            };
        }
        // Handled by `talk`, `machine`, `save`, `out`, `ask` and `problem`.
        Say::Talk(_)
        | Say::Machine(_)
        | Say::Kiosk(_)
        | Say::SetUp(_)
        | Say::KioskPage(_)
        | Say::Save(_)
        | Say::Out(_)
        | Say::Ask(_)
        | Say::ReviewSheet(_)
        | Say::Import(_)
        | Say::Find(_)
        | Say::Trace(_)
        | Say::Editor(_)
        | Say::Pane(_)
        | Say::Cells(_)
        | Say::Mend(_)
        | Say::Order(_)
        | Say::Signoff(_)
        | Say::Soak(_)
        | Say::Unattended(_)
        | Say::Trouble(_)
        | Say::Hint(_) => "",
        Say::HintHeading => "What to do:",
    };
    fixed.to_owned()
}

/// The singular or the plural form, by count.
fn several(count: usize, one: &str, all: String) -> String {
    if count == 1 { one.to_owned() } else { all }
}

fn pictures(shown: usize, all: usize, drawn: usize) -> String {
    let count = match (shown, all) {
        (1, 1) => "1 picture".to_owned(),
        (_, _) if shown == all => format!("{all} pictures"),
        (_, 1) => format!("{shown} of 1 picture"),
        _ => format!("{shown} of {all} pictures"),
    };
    match drawn {
        0 => count,
        _ if drawn == shown && shown == 1 => format!("{count}, an illustration"),
        _ if drawn == shown => format!("{count}, all of them illustrations, not photographs"),
        1 => format!("{count}, one of them an illustration"),
        _ => format!("{count}, {drawn} of them illustrations"),
    }
}

fn ordinal(n: u32) -> String {
    let word = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let found = n.checked_sub(1).and_then(|i| word.get(i as usize));
    found.map_or_else(|| format!("latest (batch {n})"), |word| (*word).to_owned())
}

fn difference_words(difference: Difference, total: &str) -> String {
    match difference {
        Difference::None => format!("none to the reported “{total}”"),
        Difference::Fewer(n) => format!("about {} fewer than the reported “{total}”", number(n)),
        Difference::More(n) => format!("about {} more than the reported “{total}”", number(n)),
    }
}

fn in_language(code: &str) -> String {
    let name = match code {
        "en" => "English",
        "zh" => "Chinese",
        "bo" => "Tibetan",
        "fr" => "French",
        "de" => "German",
        "ko" => "Korean",
        "hi" => "Hindi",
        other => return format!("language: {other}"),
    };
    format!("in {name}")
}

fn notice_words(notice: &Notice) -> String {
    match notice {
        Notice::OpenFailed(name, error) => {
            format!("“{name}” was not opened. {} The exhibition on the wall stays.", open_error(error))
        }
        Notice::Opened(name, 0, _) if name.is_empty() => "The built-in exhibition is shown.".to_owned(),
        Notice::Opened(name, 0, _) => format!("“{name}” is shown."),
        Notice::Opened(name, 1, 0) => format!("“{name}” is shown; it has one problem."),
        Notice::Opened(name, n, 0) => format!("“{name}” is shown; it has {n} problems."),
        Notice::Opened(name, _, 1) => format!("“{name}” is shown; one entry could not be read and is missing."),
        Notice::Opened(name, _, n) => format!("“{name}” is shown; {n} entries could not be read and are missing."),
        Notice::OpenedWithout(name, passed) => passed_over::notice(Lang::En, name, passed),
        Notice::Opening(name) => passed_over::opening(Lang::En, name),
        Notice::Copied => "Copied.".to_owned(),
        Notice::WorkRestored => "You were here: what you wrote last time is there again.".to_owned(),
        Notice::ChangedElsewhere(name) => format!(
            "“{name}” was changed elsewhere since. This is what you wrote here; it starts from what “{name}” was before, and is saved to another place."
        ),
        Notice::InUse(name) => format!("“{name}” is being edited in another window. Close it there, or go on there."),
        Notice::NotPictures(names) => {
            format!("Not added, since it is no picture that can be shown: {}", names.join(", "))
        }
        Notice::FirstStart => "From how far away is this screen looked at? Everything can be larger.".to_owned(),
        Notice::SettingsDamaged(name) => {
            format!("The settings could not be read; they are now in “{name}”. The program begins as at first.")
        }
        Notice::Saved(path) => save(Lang::En, Save::Saved(path)),
        Notice::SavedWithout(path, count) => save(Lang::En, Save::SavedWithout(path, *count)),
        Notice::Unsaved(path, why) => save(Lang::En, Save::Unsaved(path, why)),
    }
}

pub(super) fn unavailable(why: Unavailable) -> String {
    match why {
        Unavailable::Missing => {
            "The file is not there: check its name, and whether its stick or share is connected.".to_owned()
        }
        Unavailable::NotAllowed => {
            "You are not allowed to read the file: ask its owner for the right to read.".to_owned()
        }
        Unavailable::Failed => "The file could not be read to its end: check the stick or the network.".to_owned(),
        Unavailable::NotAFile => "It is a pipe, a device or a folder: put a picture in its place.".to_owned(),
        Unavailable::LeadsOut => "It is a link that leads out of the folder: put the picture itself there.".to_owned(),
        Unavailable::Encrypted => {
            "It is encrypted in the archive: unpack it with its password, and open the folder.".to_owned()
        }
        Unavailable::Packed(method) => {
            format!("It is packed by {method}, which is not read here: pack it as an ordinary ZIP (Deflate).")
        }
        Unavailable::NotAPicture => "The file is no picture.".to_owned(),
        Unavailable::Format(format) => format!("{format} is not read here: save it as JPEG or PNG."),
        Unavailable::NoPreview => {
            "This camera raw file has no preview in it that can be shown: save it as JPEG with the camera’s program."
                .to_owned()
        }
        Unavailable::TooLarge => "It has more pixels than this program takes: save it smaller.".to_owned(),
        Unavailable::Damaged => "The file is damaged or cut off: copy it again from where it came.".to_owned(),
        Unavailable::TooSlow => "It took longer than ten seconds to read: save it anew as JPEG.".to_owned(),
    }
}

fn open_error(error: &OpenError) -> String {
    match error {
        OpenError::Unreadable(why) => super::problem::unreadable(Lang::En, why),
        other => refused::en(other),
    }
}
