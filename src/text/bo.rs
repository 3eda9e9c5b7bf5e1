//! Tibetan. A draft until a native reader has checked it.

use crate::model::{Difference, HowRead, Lang, OpenError, Unavailable};
use crate::state::{ChartMode, Notice, Theme, View};

use super::columns::{Column, Export};
use super::key_help::KeyHelp;
use super::numbers::{at_one_look, number};
use super::save::{Save, save};
use super::say::Say;
use super::{packing, passed_over, refused};

/// The words in Tibetan.
#[expect(clippy::too_many_lines, reason = "one line a text")]
pub fn bo(say: Say<'_>) -> String {
    let fixed = match say {
        Say::View(view) => match view {
            View::Photos => "པར།",
            View::Personnel => "མི་སྣ།",
            View::Pairings => "ཆ་སྒྲིག",
            View::Timeline => "དུས་རིམ།",
            View::Sources => "ཁུངས།",
        },
        Say::SearchProvinces(n) => return format!("ཞིང་ཆེན་གྲོང་ཁྱེར་ {n} འཚོལ།"),
        Say::ByPlace => "ཆ་སྒྲིག་ས་གནས་ལྟར།",
        Say::NothingOnPoster => "འགྲེམས་སྟོན་འདིར་པར་དང་ལོ་ཡོད་པའི་ནང་དོན་མེད་པས་གསལ་བསྒྲགས་ཡི་གེ་མེད།",
        Say::AtOneLook { counts, drawn, years } => {
            let names = ["པར།", "ཞིང་ཆེན་གྲོང་ཁྱེར།", "ཐེངས།", "དོན་ཆེན།"];
            return at_one_look(counts, years, |i, n| {
                if i == 0 { pictures(n, n, drawn) } else { format!("{} {n}", names[i]) }
            });
        }
        Say::Whole => "འགྲེམས་སྟོན་ཡོངས་ལ་ལྟ་བ།",
        Say::NotPaired => "ད་ལྟ་ཆ་སྒྲིག་མེད་པ།",
        Say::NothingMatches(typed) => return format!("“{typed}” དང་མཐུན་པ་མ་རྙེད།"),
        Say::AllProvinces(1) => "ཞིང་ཆེན་གྲོང་ཁྱེར་ 1",
        Say::AllProvinces(n) => return format!("ཞིང་ཆེན་གྲོང་ཁྱེར་ {n} ཚང་མ།"),
        Say::ClearChoice(name) => return format!("བདམས་པ་ཕྱིར་འཐེན། {name}"),
        Say::ClearSearch => "འཚོལ་བའི་ཡི་གེ་གཙང་སེལ་བྱོས།",
        Say::ToTheStart(title) => return format!("{title} འགོ་ངོས་སུ་ལོག"),
        Say::ProvinceRow(name, n) => return format!("{name} པར་ {n}"),
        Say::Close => "ཁ་རྒྱོབ།",
        Say::Menu => "འདེམས་བྱང་།",
        Say::Theme(theme) => match theme {
            Theme::Light => "དཀར་པོ།",
            Theme::Dark => "ནག་པོ།",
            Theme::Contrast => "གསལ་ཁྱད་ཆེ་བ།",
        },
        Say::Themes => "ཚོན་མདོག",
        Say::Fullscreen(true) => "འཆར་ངོས་ཡོངས་ལས་ཕྱིར་ཐོན།",
        Say::Fullscreen(false) => "འཆར་ངོས་ཡོངས།",
        Say::OpenPack => "འགྲེམས་སྟོན་ཁ་ཕྱེས། …",
        Say::OpenBuiltIn => "ནང་སྒྲིག་འགྲེམས་སྟོན་ལ་ལོག",
        Say::Keys => "མཐེབ་གནོན།",
        Say::Key(key) => match key {
            KeyHelp::Views => "པར། མི་སྣ། ཆ་སྒྲིག དུས་རིམ། ཁུངས།",
            KeyHelp::Move => "འཆར་ངོས་ཀྱི་རྣམ་གྲངས་རྗེས་མའམ་སྔོན་མར་འགྲོ།",
            KeyHelp::Activate => "དེའི་ཁ་འབྱེད་པའམ་དེ་འདེམས།",
            KeyHelp::Step => "པར། དོན་ཆེན། ལོ། ཁུངས་བཅས་ཀྱི་སྔོན་མའམ་རྗེས་མ།",
            KeyHelp::Ends => "པར་དང་པོའམ་མཐའ་མ།",
            KeyHelp::Zoom => "ཆེ་རུ་གཏོང་། ཆུང་དུ་གཏོང་། པར་ཡོངས།",
            KeyHelp::Back => "རིམ་པ་གཅིག་ཕྱིར་ལོག",
            KeyHelp::Search => "ཞིང་ཆེན་གྲོང་ཁྱེར་འཚོལ།",
            KeyHelp::Clear => "བདམས་པའི་ཞིང་ཆེན་གྲོང་ཁྱེར་དང་བརྗོད་གཞི་ཕྱིར་འཐེན།",
            KeyHelp::Language => "སྐད་ཡིག་རྗེས་མ།",
            KeyHelp::Theme => "ཚོན་མདོག་རྗེས་མ།",
            KeyHelp::Fullscreen => "འཆར་ངོས་ཡོངས།",
            KeyHelp::Open => "འགྲེམས་སྟོན་ཞིག་གི་ཁ་འབྱེད།",
            KeyHelp::Save => "འགྲེམས་སྟོན། རི་མོ། རེའུ་མིག་བཅས་ཡིག་ཆར་ཉར།",
            KeyHelp::Present => "གཏམ་བཤད། འཆར་ངོས་གཉིས། མཆན། ཆུ་ཚོད།",
            KeyHelp::Help => "མཐེབ་གནོན་འདི་དག་སྟོན།",
        },
        Say::Pictures { shown, all, drawn } => return pictures(shown, all, drawn),
        Say::Illustration => "པར་རིས།",
        Say::CameraPreview => "པར་ཆས་རང་གིས་ RAW ཡིག་ཆའི་ནང་བཞག་པའི་སྔོན་ལྟའི་པར།",
        Say::IllustrationNotPhotograph => "པར་རིས་ཡིན། འདྲ་པར་མིན།",
        Say::StandsIn => "འདིར་མ་བཅུག་པའི་འདྲ་པར་གྱི་ཚབ་ཏུ་པར་རིས་བཀོད་ཡོད།",
        Say::AllTopics => "བརྗོད་གཞི་ཚང་མ།",
        Say::Topics => "བརྗོད་གཞི།",
        Say::NoPicturesFor(name) => return format!("{name} ད་ལྟ་པར་མེད།"),
        Say::OthersPairedWith(place) => return format!("{place} དང་ཆ་སྒྲིག་བྱས་པའི་ཞིང་ཆེན་གཞན།"),
        Say::ShowAllPictures => "པར་ཚང་མ་སྟོན།",
        Say::More => "མུ་མཐུད།",
        Say::WhyUnavailable(why) => return unavailable(why),
        Say::AwayForNow => "པར་འདི་གནས་སྐབས་སྟོན་མི་ཐུབ།",
        Say::CannotBeShown => "པར་འདི་སྟོན་མི་ཐུབ།",
        Say::PictureComesIn(percent) => return format!("པར་ཁ་འབྱེད་བཞིན་པ། {percent}%"),
        Say::AllPictures => "པར་ཚང་མ།",
        Say::NOf(n, all) => return format!("{all} ལས་ {n} པ།"),
        Say::Next => "རྗེས་མ།",
        Say::Previous => "སྔོན་མ།",
        Say::ZoomOut => "ཆུང་དུ་གཏོང་།",
        Say::ZoomIn => "ཆེ་རུ་གཏོང་།",
        Say::WholePicture => "པར་ཡོངས།",
        Say::PhotographCredit => "འདྲ་པར་བཟོ་མཁན།",
        Say::Credit => "བཟོ་མཁན།",
        Say::Licence => "ཆོག་མཆན།",
        Say::SourcesOfCaption => "པར་གྱི་གསལ་བཤད་ཀྱི་ཁུངས།",
        Say::NoSourceGiven => "ཁུངས་བཀོད་མེད།",
        Say::ProvinceCard => "ཆ་སྒྲིག་ཞིང་ཆེན་གྲོང་ཁྱེར།",
        Say::PairedWith => "ཆ་སྒྲིག་ས་གནས།",
        Say::SameGroup => "མཉམ་དུ།",
        Say::NobodyElse => "ཞིང་ཆེན་གྲོང་ཁྱེར་གཞན་མེད།",
        Say::Formerly => "དེའི་སྔོན།",
        Say::OwnPersonnel => "ཞིང་ཆེན་གྲོང་ཁྱེར་རང་གིས་བསྒྲགས་པའི་མི་སྣ།",
        Say::NoTotalFound => "བསྡོམས་གྲངས་མ་རྙེད།",
        Say::NotAddedUp => "ཞིང་ཆེན་གྲོང་ཁྱེར་སོ་སོའི་ཟླ་ཚེས་དང་བགྲང་ཚུལ་མི་འདྲ་བས། གྲངས་འདི་དག་མཉམ་དུ་བསྡོམས་མེད་ལ་བསྡུར་ཡང་མེད།",
        Say::SeeSources(n) => return format!("ཁུངས་ {n} ལ་ལྟོས།"),
        Say::ReportedBy(publisher, date) => return format!("{publisher}, {date}"),
        Say::PersonnelPerBatch => "ཐེངས་རེའི་མི་སྣ།",
        Say::NoRoomForChart => "ཐེངས་གྲངས་མང་བས་ཤོག་ངོས་གཅིག་ཏུ་རི་མོ་མི་ཤོང་། གྲངས་ཚང་མ་རེའུ་མིག་ནང་ཡོད།",
        Say::PublishedTotals => "བསྒྲགས་པའི་བསྡོམས་གྲངས།",
        Say::ChartMode(mode) => match mode {
            ChartMode::Bars => "རི་མོ།",
            ChartMode::Table => "རེའུ་མིག",
            ChartMode::Running => "བསྡོམས།",
        },
        Say::Reported => "བསྒྲགས་པ།",
        Say::WorkedOut => "བསྒྲགས་པའི་བསྡོམས་གྲངས་ལས་བརྩིས་པ།",
        Say::WorkedOutShort => "བརྩིས་པ།",
        Say::NotPublishedKey => "བསྒྲགས་མེད། (0 མིན།)",
        Say::NotPublished => "བསྒྲགས་མེད།",
        Say::NotApplicable => "འདིར་མི་འབྲེལ།",
        Say::ReportsDiffer => "མི་མཐུན།",
        Say::Also(others) => return format!("གཞན་དུ་ {others}"),
        Say::AlsoSome(count) => return format!("གཞན་ {count}"),
        Say::AlsoMore(others, more) => return format!("གཞན་དུ་ {others} དང་གཞན་ {more}"),
        Say::TogetherWorkedOut => "མཉམ་བསྡོམས། བརྩིས་པ།",
        Say::Together => "མཉམ་བསྡོམས།",
        Say::Batch(n) => return format!("ཐེངས་ {n} པ།"),
        Say::Batches(first, last) => return format!("ཐེངས་ {first}–{last}"),
        Say::TotalReported(n) => return format!("ཐེངས་ {n} ཡོངས་ཀྱི་བསྒྲགས་གྲངས།"),
        Say::ReportedBarsTogether(1) => "བསྒྲགས་པའི་ཐེངས་ 1",
        Say::ReportedBarsTogether(n) => return format!("བསྒྲགས་པའི་ཐེངས་ {n} བསྡོམས་པ།"),
        Say::WithWorkedOut => "བརྩིས་པ་ཚང་མ་བསྣན་པ།",
        Say::DifferenceHeading => "ཁྱད་པར།",
        Say::Difference(difference, total) => return difference_words(difference, total),
        Say::BarName { batch, years, figure, also: "" } => {
            return format!("ཐེངས་ {batch} པ། {years}: {figure}");
        }
        Say::BarName { batch, years, figure, also } => {
            return format!("ཐེངས་ {batch} པ། {years}: {figure}; སྙན་ཐོ་གཞན་དུ་ {also}");
        }
        Say::WorkedOutAmount(n) => return format!("{n} (བསྒྲགས་པའི་བསྡོམས་གྲངས་ལས་བརྩིས་པ།)"),
        Say::FirstAndLast { first, batch, last, byline } => {
            return format!("ཐེངས་ 1 པོར་མི་ {first} དང་ཐེངས་ {batch} པར་མི་ {last} ཡོད། ཁུངས། {byline}");
        }
        Say::RunningNote => {
            "ཀ་རྟགས་རེ་རེ་ནི་ཐེངས་དེའི་བར་གྱི་བསྒྲགས་པའི་བསྡོམས་གྲངས་ཡིན། “བསྡོམས་ན་”ནི་ཐེངས་རྣམས་ཀྱི་གྲངས་ (སོ་སོའམ་མཉམ་བསྡོམས་) བསྡོམས་པ་ཡིན།"
        }
        Say::AddsUpTo(sum) => return format!("བསྡོམས་ན་ {sum}"),
        Say::SubtotalName(first, last, figure) => return format!("ཐེངས་ {first} ནས་ {last} བར་བསྡོམས་པ། {figure}"),
        Say::TotalName { batch, figure, also, sum } => {
            let also = if also.is_empty() {
                String::new()
            } else {
                format!("; སྙན་ཐོ་གཞན་དུ་ {also}")
            };
            let sum = if sum.is_empty() {
                String::new()
            } else {
                format!("; ཐེངས་རྣམས་ཀྱི་གྲངས་བསྡོམས་ན་ {sum}")
            };
            return format!("ཐེངས་ {batch} པའི་བར་གྱི་བསྡོམས་གྲངས། {figure}{also}{sum}");
        }
        Say::Export(export) => match export {
            Export::Counts => "གང་བརྩིས་པ།",
            Export::OneBatch => "ཐེངས་གཅིག",
            Export::Together => "ཐེངས་འགའ་མཉམ་བསྡོམས།",
            Export::Total => "བསྒྲགས་པའི་བསྡོམས་གྲངས།",
            Export::Precision => "གྲངས་ཀྱི་ཚད།",
            Export::Exact => "གྲངས་ངེས།",
            Export::Nearly => "ལ་ཉེ་བ།",
            Export::MoreThan => "ལྷག",
            Export::About => "ཙམ།",
            Export::Arithmetic => "རྩིས།",
            Export::Remark => "མཆན།",
            Export::Province => "ཞིང་ཆེན་གྲོང་ཁྱེར།",
            Export::Division => "ཆ་སྒྲིག་ས་ཁུལ།",
            Export::Since => "འགོ་འཛུགས།",
            Export::Until => "མཇུག་སྡུད།",
            Export::LocalizedText => "ཁུངས་ཀྱི་བརྗོད་པ།",
        },
        Say::Column(column) => match column {
            Column::Batch => "ཐེངས།",
            Column::Years => "ལོ།",
            Column::People => "མི་གྲངས།",
            Column::State => "གྲངས་ཀྱི་གནས་བབ།",
            Column::Others => "སྙན་ཐོ་གཞན།",
            Column::Sources => "ཁུངས།",
        },
        Say::SortBy(column, None) => return format!("{column} གོ་རིམ་སྒྲིག"),
        Say::SortBy(column, Some(false)) => return format!("{column} ཉུང་བ་ནས་མང་བའི་གོ་རིམ།"),
        Say::SortBy(column, Some(true)) => return format!("{column} མང་བ་ནས་ཉུང་བའི་གོ་རིམ།"),
        Say::ProvincesAlone => "ཞིང་ཆེན།",
        Say::Provinces(n) => return format!("ཞིང་ཆེན་དང་གྲོང་ཁྱེར་ {n}"),
        Say::Ribbon { province, division, told } => return format!("{province} ཆ་སྒྲིག་ས་གནས། {division} {told}"),
        Say::YearByYear => "ལོ་རེ་རེ་བཞིན་ལྟ།",
        Say::AllYears => "ལོ་ཚང་མ།",
        Say::BatchArrives(n) => return format!("ཐེངས་ {n} པ་འབྱོར།"),
        Say::InYear(year) => return format!("{year} ལོ།"),
        Say::ChooseProvince => "ཞིང་ཆེན་གྲོང་ཁྱེར་ཞིག་བདམས་ན། ཆ་སྒྲིག་ས་གནས་དང་འགོ་ཚུགས་དུས་མཐོང་ཐུབ།",
        Say::PlayYears => "ལོ་རིམ་བཞིན་གཏོང་།",
        Say::PauseYears => "གཏོང་མཚམས་འཇོག",
        Say::Inferred => "འགོ་ཚུགས་དུས་ནི་དཔགས་པ་ཡིན། ཁུངས་གང་དུའང་བཀོད་མེད།",
        Say::FromTo(from, to) => return format!("{from} ནས་ {to} བར།"),
        Say::Earlier => "སྔ་བ།",
        Say::Later => "ཕྱི་བ།",
        Say::About => "འགྲེམས་སྟོན་འདིའི་སྐོར།",
        Say::AllSources(1) => "ཁུངས་ 1",
        Say::AllSources(n) => return format!("ཁུངས་ {n} ཚང་མ།"),
        Say::FontLicences => "ཡིག་གཟུགས་ཀྱི་ཆོག་མཆན།",
        Say::NoDate => "ཟླ་ཚེས་བཀོད་མེད།",
        Say::AReportedFigure => "བསྒྲགས་པའི་གྲངས།",
        Say::AWorkedOutFigure => "བསྒྲགས་པའི་བསྡོམས་གྲངས་ལས་བརྩིས་པ། ཁུངས་གང་དུའང་དངོས་སུ་བཀོད་མེད།",
        Say::NoFigurePublished => "ཁུངས་གང་དུའང་གྲངས་མ་རྙེད།",
        Say::WhatItSays => "ཁུངས་ཀྱིས་བཤད་པ།",
        Say::AnotherReport => "སྙན་ཐོ་གཞན་ཞིག",
        Say::WhoReported => "བསྒྲགས་མཁན།",
        Say::AndSources(n) => return format!("ཁུངས་གཞན་ {n}"),
        Say::AndReports(n) => return format!("སྙན་ཐོ་གཞན་ {n}"),
        Say::HowItWasRead => "བཀླགས་ཚུལ།",
        Say::HowRead(how) => match how {
            HowRead::Full => "ཡིག་ཆ་ཆ་ཚང་།",
            HowRead::Excerpt => "དྲ་ངོས་ཀྱི་འགོ་སྟོད་ཁོ་ན།",
            HowRead::Data => "འཕྲུལ་ཆས་ཀྱིས་ཀློག་ཐུབ་པའི་གཞི་གྲངས། ཐད་ཀར་ཁ་ཕྱེས་པ།",
        },
        Say::InLanguage(code) => return in_language(code),
        Say::PhotographToOpen => "འདྲ་པར་བརྒྱབ་ནས་འདྲེན་ཁུངས་དང་དྲ་བའི་ཁ་བྱང་ཉར།",
        Say::PhotographToKeep => "འདྲ་པར་བརྒྱབ་ནས་འདྲེན་ཁུངས་ཉར།",
        Say::NoAddress => "དྲ་བའི་ཁ་བྱང་མེད།",
        Say::People(n) => return format!("མི་ {n}"),
        Say::ItGives(number, "") => return format!("ཁུངས་འདིས་བཀོད་པའི་གྲངས་ནི་ {number} ཡིན།"),
        Say::ItGives(number, remark) => return format!("ཁུངས་འདིས་བཀོད་པའི་གྲངས་ནི་ {number} ཡིན། ({remark})"),
        Say::SourcesFor(name) => return format!("{name} ཡི་ཁུངས།"),
        Say::SourceNOf(1, 1) => "ཁུངས་གཅིག་པུ།",
        Say::SourceNOf(n, all) => return format!("ཁུངས་ {all} ལས་ {n} པ།"),
        Say::CopyTable => "རེའུ་མིག་འདྲ་བཤུས།",
        Say::CopyCitation => "འདྲེན་ཁུངས་འདྲ་བཤུས།",
        Say::Arithmetic => "བརྩི་ཚུལ།",
        Say::AddedUpHere => "འདིར་བསྡོམས་པ་ཡིན། ཁུངས་གང་དུའང་དངོས་སུ་བཀོད་མེད།",
        Say::Notice(notice) => return notice_words(notice),
        Say::CannotOpen(name, error) => return format!("“{name}” ཁ་ཕྱེ་མི་ཐུབ། {}", open_error(error)),
        Say::CannotWrite(path, why) => {
            return format!("“{path}” འབྲི་མ་ཐུབ། {why} གནས་གཞན་ཞིག་འདེམས་རོགས། ཡང་ན་སྡུད་སྡེར་གང་ཡོད་མེད་ལྟ་རོགས།");
        }
        Say::Packed { .. }
        | Say::PackedWithout(..)
        | Say::PackedUnseen(..)
        | Say::PackedRenamed(..)
        | Say::PackedAnew(..)
        | Say::PackedPreview(..)
        | Say::PackedAsTheyWere
        | Say::PositionsTakenOut(_) => return packing::bo(&say),
        Say::NoFigures => "འགྲེམས་སྟོན་འདིར་ཐེངས་ཀྱི་གྲངས་མེད་པས་འབྲི་རྒྱུའི་རེའུ་རིས་མེད།",
        Say::PngTooLarge => {
            "PNG ལ་མང་མཐར་རིས་ཚེག་ 7680 × 4320 དང་རིང་ངོས་ལ་ 7680 ལས་མི་ཐོགས། --size ཆུང་དུ་གཏོང་བའམ་ཡང་ན་ཆེ་ཆུང་གང་ལའང་འཚམ་པའི་ --format svg བེད་སྤྱོད་གནང་།"
        }
        Say::PngTooSmall(width, height) => {
            return format!("ཆེ་ཆུང་འདིས་ཡི་གེ་ཀློག་མི་ཐུབ། ཉུང་མཐར་ --size {width}x{height} དང་ཡང་ན་ --format svg བེད་སྤྱོད་གནང་།");
        }
        Say::NoPdf => "PDF བཟོ་མི་ཐུབ། རྒྱུད་ཁོངས་ཀྱི་ཡིག་གཟུགས་ཤིག་ནང་འཇུག་མི་ཐུབ། ཡིག་གཟུགས་རང་ལྡན་གྱི་པར་གཞི་བེད་སྤྱོད་གནང་།",
        Say::ExportCancelled => "མཚམས་བཞག་ཟིན། ཡིག་ཆ་གང་ཡང་མ་བྲིས།",
        Say::ProblemCount(0, 0) => "སྐྱོན་མེད།",
        Say::ProblemCount(0, advice) => return format!("སྐྱོན་མེད། བསམ་འཆར་ {advice} ཡོད། (--advice ཡིས་སྟོན།)"),
        Say::ProblemCount(faults, 0) => return format!("སྐྱོན་ {faults} ཡོད།"),
        Say::ProblemCount(faults, advice) => return format!("སྐྱོན་ {faults} དང་བསམ་འཆར་ {advice} ཡོད། (--advice ཡིས་སྟོན།)"),
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
        Say::HintHeading => "སེལ་ཐབས།",
    };
    fixed.to_owned()
}

fn pictures(shown: usize, all: usize, drawn: usize) -> String {
    let count = if shown == all {
        format!("པར་ {all} ཡོད།")
    } else {
        format!("པར་ {all} ལས་ {shown} བསྟན་ཡོད།")
    };
    match drawn {
        0 => count,
        _ if drawn == shown && shown == 1 => format!("{count} དེ་པར་རིས་ཡིན། འདྲ་པར་མིན།"),
        _ if drawn == shown => format!("{count} དེ་ཚང་མ་པར་རིས་ཡིན། འདྲ་པར་མིན།"),
        _ => format!("{count} དེའི་ནང་པར་རིས་ {drawn} ཡོད།"),
    }
}

fn difference_words(difference: Difference, total: &str) -> String {
    match difference {
        Difference::None => format!("མེད། བསྒྲགས་པའི་ “{total}” དང་མཉམ།"),
        Difference::Fewer(n) => format!("བསྒྲགས་པའི་ “{total}” ལས་ {} ཙམ་གྱིས་ཉུང་།", number(n)),
        Difference::More(n) => format!("བསྒྲགས་པའི་ “{total}” ལས་ {} ཙམ་གྱིས་མང་།", number(n)),
    }
}

fn in_language(code: &str) -> String {
    let name = match code {
        "en" => "དབྱིན་ཡིག",
        "zh" => "རྒྱ་ཡིག",
        "bo" => "བོད་ཡིག",
        "fr" => "ཧྥ་རན་སིའི་ཡིག",
        "de" => "འཇར་མན་ཡིག",
        "ko" => "ཀོ་རི་ཡའི་ཡིག",
        "hi" => "ཧིན་དིའི་ཡིག",
        other => return format!("མ་ཡིག་གི་སྐད་ཡིག: {other}"),
    };
    format!("མ་ཡིག་ནི་{name}་ཡིན།")
}

fn notice_words(notice: &Notice) -> String {
    match notice {
        Notice::OpenFailed(name, error) => {
            format!("“{name}” ཁ་ཕྱེ་མ་ཐུབ། {} ད་ལྟའི་འགྲེམས་སྟོན་རང་སོར་གནས།", open_error(error))
        }
        Notice::Opened(name, 0, _) if name.is_empty() => "ནང་སྒྲིག་འགྲེམས་སྟོན་བསྟན་ཡོད།".to_owned(),
        Notice::Opened(name, 0, _) => format!("“{name}” བསྟན་ཡོད།"),
        Notice::Opened(name, n, 0) => format!("“{name}” བསྟན་ཡོད། སྐྱོན་ {n} ཡོད།"),
        Notice::Opened(name, _, n) => format!("“{name}” བསྟན་ཡོད། ནང་དོན་ {n} ཀློག་མ་ཐུབ་པས་མ་བསྟན།"),
        Notice::OpenedWithout(name, passed) => passed_over::notice(Lang::Bo, name, passed),
        Notice::Opening(name) => passed_over::opening(Lang::Bo, name),
        Notice::Copied => "འདྲ་བཤུས་བྱས་ཟིན།".to_owned(),
        Notice::WorkRestored => "སྔོན་མ་འདིར་སླེབས་འདུག ཐེངས་སྔོན་མར་བྲིས་པ་ཚང་མ་འདིར་ཡོད།".to_owned(),
        Notice::ChangedElsewhere(name) => format!(
            "“{name}” རྗེས་སུ་གནས་གཞན་ནས་བསྒྱུར་འདུག འདི་ནི་ཁྱེད་ཀྱིས་འདིར་བྲིས་པ་དེ་ཡིན་ཞིང་ “{name}” མ་བསྒྱུར་གོང་གི་ཐོག་བརྩམས་པས་གནས་གཞན་དུ་ཉར་ངེས།"
        ),
        Notice::InUse(name) => format!("“{name}” སྒེའུ་ཁུང་གཞན་ཞིག་ནང་རྩོམ་སྒྲིག་བྱེད་བཞིན་འདུག དེར་ཁ་རྒྱག་པའམ་དེར་མུ་མཐུད།"),
        Notice::NotPictures(names) => format!("མངོན་ཐུབ་པའི་པར་རིས་མ་ཡིན་པས་ཁ་སྣོན་མ་བྱས། {}", names.join("  ")),
        Notice::FirstStart => "ཐག་རིང་ཐུང་ཇི་ཙམ་ནས་ལྟ་བ་ཡིན་ནམ། ཚང་མ་ཆེ་རུ་གཏོང་ཆོག".to_owned(),
        Notice::SettingsDamaged(name) => format!("སྒྲིག་འགོད་ཀློག་མ་ཐུབ། “{name}” ཞེས་མིང་བསྒྱུར་ཟིན། ཐོག་མ་ལྟར་འགོ་འཛུགས།"),
        Notice::Saved(path) => save(Lang::Bo, Save::Saved(path)),
        Notice::SavedWithout(path, count) => save(Lang::Bo, Save::SavedWithout(path, *count)),
        Notice::Unsaved(path, why) => save(Lang::Bo, Save::Unsaved(path, why)),
    }
}

pub(super) fn unavailable(why: Unavailable) -> String {
    match why {
        Unavailable::Missing => "ཡིག་ཆ་དེར་མེད། མིང་ལ་ཞིབ་བཤེར་བྱོས། USB འམ་མཉམ་སྤྱོད་ཡིག་ཁུག་སྦྲེལ་ཡོད་མེད་ལྟོས།".to_owned(),
        Unavailable::NotAllowed => "ཁྱེད་ལ་ཡིག་ཆ་དེ་ཀློག་པའི་དབང་ཚད་མེད། བདག་པོ་ལ་སློངས།".to_owned(),
        Unavailable::Failed => "ཡིག་ཆ་ཀློག་པའི་བར་དུ་ཆད་སོང་། USB འམ་དྲ་རྒྱར་ཞིབ་བཤེར་བྱོས།".to_owned(),
        Unavailable::NotAFile => "འདི་ནི་སྦུབས་ལམ་མམ་སྒྲིག་ཆས་སམ་ཡིག་ཁུག་ཡིན། དེའི་ཚབ་ཏུ་པར་ཞོག".to_owned(),
        Unavailable::LeadsOut => "འདི་ནི་ཡིག་ཁུག་གི་ཕྱི་རོལ་དུ་འཁྲིད་པའི་སྦྲེལ་མཐུད་ཡིན། པར་དངོས་དེར་ཞོག".to_owned(),
        Unavailable::Encrypted => "སྡུད་ཐུམ་ནང་གསང་སྡོམ་བྱས་འདུག གསང་ཨང་གིས་ཁ་ཕྱེ་ནས་ཡིག་ཁུག་འདེམས།".to_owned(),
        Unavailable::Packed(method) => {
            format!("{method} ཡིས་བསྡུས་འདུག མཉེན་ཆས་འདིས་མི་ཀློག ZIP (Deflate) དཀྱུས་མར་ཐུམ་སྒྲིལ་བྱོས།")
        }
        Unavailable::NotAPicture => "ཡིག་ཆ་འདི་པར་མིན།".to_owned(),
        Unavailable::Format(format) => format!("མཉེན་ཆས་འདིས་ {format} མི་ཀློག JPEG ཡང་ན་ PNG ལ་ཉར།"),
        Unavailable::NoPreview => "པར་ཆས་ཀྱི་ RAW ཡིག་ཆ་འདིའི་ནང་སྔོན་ལྟའི་པར་མི་འདུག པར་ཆས་ཀྱི་མཉེན་ཆས་ཀྱིས་ JPEG ལ་ཉར།".to_owned(),
        Unavailable::TooLarge => "མཉེན་ཆས་འདིས་ལེན་ཐུབ་པའི་ཚད་ལས་ཆེ། ཆུང་དུ་བཏང་ནས་ཉར།".to_owned(),
        Unavailable::Damaged => "ཡིག་ཆར་སྐྱོན་ཤོར་འདུག ཡོང་སའི་གནས་ནས་བསྐྱར་དུ་འདྲ་བཤུས་བྱོས།".to_owned(),
        Unavailable::TooSlow => "ཀློག་པར་སྐར་ཆ་བཅུ་ལས་བརྒལ། བསྐྱར་དུ་ JPEG ལ་ཉར།".to_owned(),
    }
}

fn open_error(error: &OpenError) -> String {
    match error {
        OpenError::Unreadable(why) => super::problem::unreadable(Lang::Bo, why),
        other => refused::bo(other),
    }
}
