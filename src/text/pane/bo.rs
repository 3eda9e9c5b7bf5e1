//! Tibetan: the editing pane. A draft until a native reader has checked it.

use super::Pane;
use crate::model::{Lang, List};
use crate::state::editing::{IdFault, Way};
use crate::text::{date, number};

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "དབྱིན་ཡིག",
        Lang::Zh => "རྒྱ་ཡིག",
        Lang::Bo => "བོད་ཡིག",
    }
}

/// The words in Tibetan.
#[expect(clippy::too_many_lines, reason = "a table")]
#[expect(clippy::match_same_arms, reason = "the same for different reasons")]
pub fn bo(words: Pane<'_>) -> String {
    let fixed = match words {
        Pane::Name(_) | Pane::Help(_) | Pane::Choice(_) | Pane::ChoiceIs(_) | Pane::In(..) => "",
        Pane::Source => "མ་ཡིག",
        Pane::InThree => "སྐད་ཡིག་གསུམ།",
        Pane::NotGiven => "མ་བླུགས།",
        Pane::NotWritten => "ད་དུང་མ་བྲིས།",
        Pane::Checked => "ཞུ་དག་ཟིན།",
        Pane::Draft => "ཟིན་བྲིས།",
        Pane::DraftIs => "ད་དུང་སུས་ཀྱང་མ་བཀླགས།",
        Pane::Outdated => "རྙིང་པར་གྱུར།",
        Pane::OfGlossary => "ཐ་སྙད་རེའུ་མིག་ནང་",
        Pane::Insert(word, term) => return format!("“{word}”འཇུག “{term}”"),
        Pane::CheckedElsewhere => "མ་ཡིག་འདི་ཉིད་ཀྱི་ཞིབ་བཤེར་བྱས་ཟིན་པའི་ཡིག་སྒྱུར།",
        Pane::By(reader, when, was) => {
            let when = when.map(|when| date(Lang::Bo, when));
            let parts: Vec<&str> =
                [Some(reader), when.as_deref()].into_iter().flatten().filter(|p| !p.is_empty()).collect();
            return if was && !parts.is_empty() {
                format!("ཞིབ་བཤེར་བྱས་མྱོང་། {}", parts.join(" "))
            } else {
                parts.join(" ")
            };
        }
        Pane::Reader => "ཀློག་མཁན།",
        Pane::ReaderHint => "སུས་བཀླགས་པ།",
        Pane::HasBeenChecked => "ཞིབ་བཤེར་བྱས་ཟིན།",
        Pane::ToBeReadAgain => "ཡང་བསྐྱར་ཀློག་དགོས།",
        Pane::StillRight => "ད་དུང་ཡང་དག",
        Pane::SourceChanged(lang) => return format!("ཞིབ་བཤེར་བྱས་རྗེས་{}མ་ཡིག་ལ་འགྱུར་བ་བྱུང་།", language(lang)),
        Pane::TextChanged => "ཞིབ་བཤེར་བྱས་རྗེས་ཡི་གེ་འདི་ལ་འགྱུར་བ་བྱུང་།",
        Pane::BothChanged(lang) => {
            return format!("ཞིབ་བཤེར་བྱས་རྗེས་ཡི་གེ་འདི་དང་{}མ་ཡིག་གཉིས་ཀར་འགྱུར་བ་བྱུང་།", language(lang));
        }
        Pane::Compare => "བསྡུར་བ།",
        Pane::EndCompare => "བསྡུར་བ་སྒོ་རྒྱོབ།",
        Pane::Was(lang) => return format!("ཞིབ་བཤེར་སྐབས་ཀྱི་{}", language(lang)),
        Pane::Now(lang) => return format!("ད་ལྟའི་{}", language(lang)),
        Pane::Differs(words) => return format!("མི་འདྲ་བ། {words}"),
        Pane::FormerAwaited => "སྔོན་གྱི་པར་གཞིའི་ནང་འཚོལ་བཞིན་ཡོད། …",
        Pane::FormerGone => "སྔོན་གྱི་ཡི་གེ་འགྲེམས་སྟོན་འདི་དང་གློག་ཀླད་འདིའི་ནང་མི་འདུག ད་ལྟའི་ཡི་གེ་གཉིས་ཀློག་རོགས།",
        Pane::Missing => "མེད།",
        Pane::MissingIs(lang) => return format!("ལྟ་སྐོར་བར་{}་སྟོན།", language(lang)),
        Pane::MissingAll => "ལྟ་སྐོར་བར་གང་ཡང་མི་སྟོན།",
        Pane::Count(lang, found, limit) => {
            let unit = match lang {
                Lang::En => "ཚིག",
                Lang::Zh => "ཡིག་འབྲུ",
                Lang::Bo => "ཚེག་བར",
            };
            return match limit {
                Some(limit) => format!("{unit} {found} / {limit}"),
                None => format!("{unit} {found}"),
            };
        }
        Pane::Grip(name) => return format!("{name} འཐེན་ནས་སྤོ་བ།"),
        Pane::TakeOut(name) => return format!("{name} ཕྱིར་འདོན།"),
        Pane::AddTo(name) => return format!("{name} ཁ་སྣོན།"),
        Pane::Find => "བྲིས་ནས་འཚོལ།",
        Pane::NothingFound => "མིང་འདི་མི་འདུག",
        Pane::New(list, "") => return format!("{}གསར་པ། …", entry(list)),
        Pane::New(list, name) => return format!("{}གསར་པ། “{name}”", entry(list)),
        Pane::Nothing => "མེད།",
        Pane::Unnamed => "མིང་མེད།",
        Pane::Term(at) => return format!("ཆ་ཤས་ {at}"),
        Pane::Report(at) => return format!("བསྒྲགས་པ་ {at}"),
        Pane::Plus => "སྣོན།",
        Pane::Minus => "འཕྲི།",
        Pane::AddTerm => "ཆ་ཤས་ཁ་སྣོན།",
        Pane::AddReport => "བསྒྲགས་པ་ཁ་སྣོན།",
        Pane::Sum => "བསྡོམས་འབོར།",
        Pane::NoSum => "ད་དུང་མི་ཤེས། ཆ་ཤས་ཤིག་ལ་གྲངས་མི་འདུག",
        Pane::SumPrecision => "ཏག་ཏག ཆ་ཤས་ཚང་མ་ཏག་ཏག་ཡིན།",
        Pane::SumSources(count) => return format!("ཁུངས་ {count} ཆ་ཤས་ཀྱི་ཁུངས་ཡིན།"),
        Pane::SumIs => "གྲངས་འདི་ཐད་ཀར་འབྲི་མི་ཐུབ། ཆ་ཤས་བཅོས་པའམ་ “བསྒྲགས་པ།” འདེམས་རོགས།",
        Pane::NoFigure => "གྲངས་ཀ་ཕྱིར་འདོན།",
        Pane::FocusAt(across, down) => return format!("འཕྲེད་ {across} % གཞུང་ {down} %"),
        Pane::NoFocus => "མ་བདམས་བར་དཀྱིལ་ན་ཡོད།",
        Pane::Pixels(w, h) => return format!("{} × {}", number(f64::from(w)), number(f64::from(h))),
        Pane::MoveUp => "སྔོན་དུ།",
        Pane::MoveDown => "རྗེས་སུ།",
        Pane::Delete(0, 0) => "སུབ་པ།",
        Pane::Delete(entries, 0) => return format!("སུབ་པ། འབྲེལ་བའི་ཚན་ {entries} བཅས།"),
        Pane::Delete(0, mentions) => return format!("སུབ་པ། དྲན་གསོ་ {mentions} བཅས།"),
        Pane::Delete(entries, mentions) => return format!("སུབ་པ། འབྲེལ་བའི་ཚན་ {entries} དང་དྲན་གསོ་ {mentions} བཅས།"),
        Pane::ChooseSeveral => "མང་པོ་འདེམས།",
        Pane::SeveralIs => "པར་རིས་གནོན་ནས་འདེམས་པའམ་ཕྱིར་འདོན་བྱོས། ཁྱེད་ཀྱིས་བཤད་བར་གང་ཡང་མི་འབྲི།",
        Pane::EndSeveral => "ཚར་སོང་།",
        Pane::Way(Way::Replace) => "བརྗེ་བ།",
        Pane::Way(Way::Append) => "མཇུག་ཏུ་སྣོན།",
        Pane::Way(Way::WhereEmpty) => "སྟོང་པ་ཁོ་ན།",
        Pane::Differing(count) => return format!("མི་འདྲ་བ། རིགས་ {count}"),
        Pane::Write(count) => return format!("པར་རིས་ {count} ནང་འབྲི།"),
        Pane::BackTo(name) => return format!("{name} ལ་ལོག"),
        Pane::Lists => "རེའུ་མིག",
        Pane::ListHeading(list, count) => return format!("{} ({count})", entry(list)),
        Pane::IdFault(IdFault::Empty, old) => return format!("id སྟོང་པ་བཞག་མི་རུང་། “{old}” སྔར་བཞིན་གནས།"),
        Pane::IdFault(IdFault::Taken, old) => return format!("id འདི་གཞན་ཞིག་ལ་ཡོད། “{old}” སྔར་བཞིན་གནས།"),
        Pane::IdFollows(count) => return format!("དེ་སྟོན་པའི་གནས་ {count} ཡང་མཉམ་དུ་འགྱུར།"),
        Pane::WhatTo => "གང་བྱེད་དགོས་པ།",
    };
    fixed.to_owned()
}

fn entry(list: List) -> &'static str {
    match list {
        List::About => "དུམ་བུ།",
        List::Divisions => "ས་ཁུལ།",
        List::Provinces => "ཞིང་ཆེན།",
        List::Pairings => "ཆ་སྒྲིག",
        List::PairingSteps => "ལོ།",
        List::Batches => "ཐེངས་རིམ།",
        List::Subtotals => "བར་སྡོམ།",
        List::Totals => "བསྡོམས་འབོར།",
        List::Groups => "འགོ་བརྗོད།",
        List::Statements => "གླེང་བརྗོད།",
        List::Milestones => "དོན་ཆེན།",
        List::Topics => "བརྗོད་གཞི།",
        List::Photos => "པར་རིས།",
        List::RunningOrder => "འགྲེལ་བཤད་ས་ཚིགས།",
        List::Sources => "ཁུངས།",
        List::Glossary => "ཐ་སྙད།",
    }
}
