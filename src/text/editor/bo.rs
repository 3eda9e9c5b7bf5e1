//! Tibetan: the editor's frame.

use super::Editor;
use crate::model::{Lang, List};
use crate::state::editing::{Surface, Table};
use crate::text::out;

/// The words in Tibetan.
#[expect(clippy::too_many_lines, reason = "one arm for each case")]
pub fn bo(words: Editor<'_>) -> String {
    let fixed = match words {
        Editor::FromShownIs(title) => return format!("《{title}》 ཉར་ཚགས་བྱེད་སྐབས་རང་གནས་སུ་བསྒྱུར།"),
        Editor::Entry(list, number, all) => return format!("{} {number} / {all}", entry(list)),
        Editor::GoOn("") => "འགྲེམས་སྟོན་གསར་པ་མུ་མཐུད།",
        Editor::GoOn(place) => return format!("《{place}》 མུ་མཐུད།"),
        Editor::GoOnIs(begun, changes) => return format!("{begun} ནས་འགོ་བཙུགས། བཟོ་བཅོས་ {changes} ད་དུང་ཉར་ཚགས་མ་བྱས།"),
        Editor::Several(count) => return format!("པར་རིས་ {count} མཉམ་དུ་རྩོམ་སྒྲིག"),
        Editor::KeptSince(0..=1) => "ད་ལྟ་རང་ཉར་ཟིན།",
        Editor::KeptSince(secs @ 2..=59) => return format!("སྐར་ཆ་ {secs} སྔོན་ལ་ཉར་ཟིན།"),
        Editor::KeptSince(_) => "ཚང་མ་ཉར་ཟིན།",
        Editor::NotKept(kind, word) => {
            let why = out::reason(Lang::Bo, kind, word);
            return format!("བཟོ་བཅོས་རྣམས་གློག་ཀླད་འདིར་ཉར་ཐབས་མི་འདུག ({why}) གནས་གཞན་ཞིག་ཏུ་ཉར་ཚགས་བྱོས།");
        }
        Editor::Problems(count) => return format!("གནད་དོན། ({count})"),
        Editor::Mend(count) => return format!("སྒོ་མ་ཕྱེ་གོང་བཅོས་དགོས། ({count})"),
        Editor::WorthALook(count) => return format!("བལྟ་རིན་ཡོད། ({count})"),
        Editor::Add(list) => return format!("{}ཁ་སྣོན།", entry(list)),
        Editor::Surface(surface) => match surface {
            Surface::Views => "མཐོང་ངོས་ནང་།",
            Surface::Tables => "རེའུ་མིག",
            Surface::RunningOrder => "འགྲེལ་བཤད་གོ་རིམ།",
        },
        Editor::Table(table) => match table {
            Table::Captions => "འགྲེལ་ཚིག",
            Table::Batches => "ཐེངས་རིམ་དང་གྲངས་ཀ",
            Table::Pairings => "ཆ་སྒྲིག",
            Table::Milestones => "དོན་ཆེན་ལོ་ཐོ།",
            Table::Sources => "ཁུངས།",
            Table::Statements => "གླེང་བརྗོད།",
        },
        Editor::Prepare => "འགྲེམས་སྟོན་གྲ་སྒྲིག",
        Editor::PrepareIs => "གང་ནས་འགོ་འཛུགས་སམ། ཁྱེད་ཀྱིས་བྲིས་པ་ཚང་མ་དེ་མ་ཐག་ཉར་ངེས།",
        Editor::FromPhotographs => "འདྲ་པར།",
        Editor::BeginWithThem => "འགོ་འཛུགས།",
        Editor::FromPhotographsIs => "པར་རིས་ཀྱི་ཡིག་སྣོད་ཅིག རྗེས་སུ་ཁ་སྣོན་བྱས་ཆོག",
        Editor::FromNothing => "འགྲེམས་སྟོན་སྟོང་པ།",
        Editor::FromNothingIs => "པར་རིས་དང་གྲངས་ཀ ཡི་གེ་བཅས་རིམ་བཞིན་བླུགས།",
        Editor::FromShown => "ད་ལྟ་ཁ་ཕྱེ་བའི་འགྲེམས་སྟོན།",
        Editor::FromBuiltIn => "ནང་འཇུག་འགྲེམས་སྟོན་གྱི་འདྲ་བཤུས།",
        Editor::FromBuiltInIs => "ནང་འཇུག་འགྲེམས་སྟོན་སོར་གནས།",
        Editor::Leave => "རྩོམ་སྒྲིག་ནས་ཕྱིར་འཐེན།",
        Editor::Whole => "འགྲེམས་སྟོན་ཡོངས།",
        Editor::NothingKept => "ད་དུང་བཟོ་བཅོས་མེད།",
        Editor::KeptSoon => "ཉར་བཞིན་ཡོད…",
        Editor::Undo => "ཕྱིར་འཐེན།",
        Editor::Redo => "བསྐྱར་བྱེད།",
        Editor::ProblemsHeading => "གནད་དོན།",
        Editor::AlwaysUpToDate => "རྟག་ཏུ་གསར་བཅོས།",
        Editor::NoProblems => "བཅོས་དགོས་པ་མེད།",
        Editor::Preview => "སྔོན་ལྟ།",
        Editor::EndPreview => "རྩོམ་སྒྲིག་ལ་ལོག",
        Editor::Save => "ཉར་ཚགས།",
        Editor::SaveAs => "གཞན་དུ་ཉར་ཚགས…",
        Editor::AddPhotographs => "འདྲ་པར་ཁ་སྣོན།",
        Editor::ChooseSeveral => "མང་པོ་འདེམས།",
        Editor::ChooseOne => "གཅིག་འདེམས།",
        Editor::WherePhotographs => "པར་རིས་ཤིག་གམ་པར་རིས་ཡིག་སྣོད་ཅིག",
        Editor::AddThem => "ཁ་སྣོན།",
        Editor::Versions => "པར་གཞི་ཁག",
        Editor::VersionsAre => "པར་གཞི་ཞིག་ལ་ལོག་པ་ཡང་བཟོ་བཅོས་ཤིག་ཡིན་པས་ཕྱིར་འཐེན་བྱས་ཆོག",
        Editor::NoVersions => "ད་དུང་མེད། ཉར་ཚགས་བྱེད་ཐེངས་རེར་དང་ཉིན་རེའི་བཟོ་བཅོས་དང་པོའི་གོང་དུ་གཅིག་ཉར་ངེས།",
        Editor::VersionSaved => "ཉར་ཚགས་བྱས་པའི་རྣམ་པ།",
        Editor::VersionOfDay => "ཉིན་དེའི་བཟོ་བཅོས་དང་པོའི་གོང་།",
        Editor::Delete => "སུབ་པ།",
        Editor::Previous => "སྔོན་མ།",
        Editor::Next => "རྗེས་མ།",
        Editor::Close => "ཁ་རྒྱག",
        Editor::DropPhotographs => "འདྲ་པར་རྣམས་འདིར་འཇོག་པའམ་འདིར་རེག་ནས་འདེམས།",
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
