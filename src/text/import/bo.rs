//! Tibetan: rows from spreadsheets.

use super::Import;
use crate::model::Lang;
use crate::state::editing::Table;
use crate::state::editing::spreadsheet::{FoundBy, Tally};
use crate::text::{counted, date};

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "དབྱིན་ཡིག",
        Lang::Zh => "རྒྱ་ཡིག",
        Lang::Bo => "བོད་ཡིག",
    }
}

/// The words in Tibetan.
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn bo(words: Import<'_>) -> String {
    let fixed = match words {
        Import::InLanguage(name, lang) => return format!("{name} ({})", language(lang)),
        Import::IdHelp => "མ་བསྒྱུར། ཕྲེང་གསར་པར་སྟོང་པ་བཞག",
        Import::FileHelp => "པར་རིས་གང་ཡིན། འདི་མི་འགྱུར།",
        Import::FigureHelp => "2,117 ཡང་ན་ 12,000 ལ་ཉེ་བ། བསྒྲགས་མེད། སྟོང་པ་ཡིན་ན་མི་འགྱུར།",
        Import::DateHelp => "1994 ཡང་ན་ 1994-07 ཡང་ན་ 1994-07-12",
        Import::NamesHelp => "ཤོག་ངོས་གཉིས་པའི་མིང་ངམ་ཨང་རྟགས། མང་པོ་ཡིན་ན་ , ཡིས་གཅོད།",
        Import::OneOf(words) => return format!("གཅིག་འདེམས། {words}"),
        Import::NamesSheet => "མིང་།",
        Import::HowTo => "མེད་པ་བྲིས་ནས་ནོར་བ་བཅོས། ཕྲེང་གསར་པ་མཇུག་ཏུ་བྲིས། དྲ་མིག་སྟོང་པས་གང་ཡང་མི་འགྱུར། ཕྲེང་དང་སྟར་སྤོ་བའམ་འདོར་ཆོག",
        Import::Made(path, 0) => return format!("“{path}” བྲིས་ཟིན། ད་དུང་ཕྲེང་མེད།"),
        Import::Made(path, count) => return format!("“{path}” བྲིས་ཟིན། ཕྲེང་ {}", counted(count)),
        Import::Exists(path) => {
            return format!("“{path}” ཡོད་ཟིན། ནང་དུ་བྲིས་པ་ཡོད་སྲིད། མིང་གཞན་འདེམས། ཡང་ན་ --force ཁ་སྣོན་བྱས་ནས་བརྗེ།");
        }
        Import::TooMany => "འགྲེམས་སྟོན་གྱི་ཕྲེང་མང་དྲགས། ཡང་ན་དྲན་ཚད་མི་འདང་།",
        Import::NotASpreadsheet(path) => {
            return format!("“{path}” ནི་གློག་ཀླད་རེའུ་མིག་མ་རེད། .xlsx ཡང་ན་ .ods ཡང་ན་ .csv རུ་ཉར།");
        }
        Import::Old(path) => {
            return format!("“{path}” ནི་ Excel རྙིང་པའམ་གསང་ཨང་ཡོད། གསང་ཨང་མེད་པའི་ .xlsx རུ་ཉར།");
        }
        Import::Damaged(path) => return format!("“{path}” སྐྱོན་ཤོར་ཡོད། ཡང་བསྐྱར་ཉར་ནས་ཚོད་ལྟ་བྱོས།"),
        Import::TooLarge(path) => {
            return format!("“{path}” ཆེ་དྲགས་པས་མ་བཀླགས། དགོས་པའི་ཕྲེང་ཡིག་ཆ་གསར་པར་འདྲ་བཤུས་བྱོས།");
        }
        Import::Encoding(path) => {
            return format!("“{path}” ཡི་ཡིག་ཨང་མི་ཤེས། .xlsx ཡང་ན་ “CSV UTF-8” རུ་ཉར།");
        }
        Import::NoExhibition(path) => {
            return format!("“{path}” ལ་ exhibition.json མེད། “vitrine pack” ཡིས་ཉར་ནས་དེ་སྤྱོད།");
        }
        Import::NoKind(path, kinds) => {
            return format!("“{path}” ཡི་ཕྲེང་གང་ཡིན་མི་ཤེས། --kind ཁ་སྣོན་བྱོས། {kinds}");
        }
        Import::NoColumns(path) => {
            return format!("“{path}” ལ་ཤེས་པའི་སྟར་མེད། --map \"མགོ་བྱང་=field\" ཡིས་གསལ་བཤད་བྱོས།");
        }
        Import::NoSheet(name, there) => return format!("ཤོག་ངོས་“{name}”མེད། ཡོད་པ། {there}"),
        Import::NoHead(head, there) => return format!("སྟར་“{head}”མེད། ཡོད་པ། {there}"),
        Import::NoField(field, there) => return format!("“{field}” མེད། ཡོད་པ། {there} མི་ཀློག་པའི་སྟར་ལ་ - བྲིས།"),
        Import::Reads("", table) => return format!("{table} རུ་བཀླགས།"),
        Import::Reads(sheet, table) => return format!("ཤོག་ངོས་“{sheet}”ནི་{table} རུ་བཀླགས།"),
        Import::Column(head, field) => return format!("  {head} → {field}"),
        Import::NotRead(heads) => return format!("  མ་བཀླགས། {heads}"),
        Import::Row(line, entry, what) => return format!("ཕྲེང་ {line} {entry} {what}"),
        Import::RowAlone(line, what) => return format!("ཕྲེང་ {line} {what}"),
        Import::New => "གསར་པ།",
        Import::Gets(head, value) => return format!("{head} “{value}”"),
        Import::Becomes(head, was, value) => return format!("{head} “{was}” ནི་ “{value}” རུ་འགྱུར།"),
        Import::Loses(head, was) => return format!("{head} “{was}” མེད་པར་འགྱུར།"),
        Import::FoundBy(by) => match by {
            FoundBy::Id => "ཨང་རྟགས་ཀྱིས་རྙེད།",
            FoundBy::RewrittenId => "རེའུ་མིག་གིས་བསྒྱུར་བའི་ཨང་རྟགས་ཀྱིས་རྙེད།",
            FoundBy::File => "ཡིག་ཆའི་མིང་གིས་རྙེད།",
            FoundBy::Number => "ཐེངས་རིམ་གྱི་ཨང་གིས་རྙེད།",
            FoundBy::Pair => "ཞིང་ཆེན་དང་ས་ཁུལ། ལོ་བཅས་ཀྱིས་རྙེད།",
            FoundBy::Title => "འགོ་བརྗོད་དམ་ཡི་གེས་རྙེད།",
            FoundBy::Address => "དྲ་གནས་ཀྱིས་རྙེད།",
        },
        Import::NotTaken(why) => return format!("མ་བླངས། {why}"),
        Import::ReplacesCheck(reader, when) => {
            let who = if reader.is_empty() { String::new() } else { format!("{reader} ཡིས་") };
            let on = when.map(|when| format!(" ({})", date(Lang::Bo, when))).unwrap_or_default();
            return format!("ཡི་གེ་འདི་{who}ཞུས་ཟིན་པ་ཡིན།{on} ད་རྙིང་པར་འགྱུར།");
        }
        Import::Outdates(languages) => return format!("ཞུས་ཟིན་པའི་འགྱུར་ཡིག་རྙིང་པར་འགྱུར། {languages}"),
        Import::Checked(count) => return format!("ཞུས་ཟིན་པའི་ཡི་གེ་ {} ལ་འགྱུར་བ་ཡོད།", counted(count)),
        Import::Tally(Tally { new, changed, same, refused, .. }) => {
            return format!(
                "གསར་པ་ {} བསྒྱུར་བ་ {} འདྲ་བ་ {} མ་བླངས་པ་ {}",
                counted(new),
                counted(changed),
                counted(same),
                counted(refused)
            );
        }
        Import::Cell(head, "", why) => return format!("{head} {why}"),
        Import::Cell(head, text, why) => return format!("{head} “{text}” {why}"),
        Import::NotAText(head) => return format!("{head} ཡི་གེ་ཚེས་གྲངས་སོགས་སུ་གྱུར་འདུག དྲ་མིག་ཡི་གེའི་རྣམ་པར་བསྒྱུར་ནས་བསྐྱར་འབྲི་བྱོས།"),
        Import::TooLong(head, most) => return format!("{head} ཡི་གེ་ {} ལས་མང་།", counted(most)),
        Import::NoSource => "གྲངས་ཀ་གསར་པར་སུས་སྤེལ་བ་འབྲི་དགོས། མི་གྲངས་ཀྱི་ཁུངས་ཀྱི་སྟར་དུ་བྲིས།",
        Import::NoName(table) => match table {
            Table::Captions => "པར་རིས་གང་ཡིན་མི་ཤེས། ཨང་རྟགས་སམ་ཡིག་ཆའི་མིང་དགོས།",
            Table::Batches => "ཐེངས་རིམ་གང་ཡིན་མི་ཤེས། ཨང་དགོས།",
            Table::Pairings => "ཆ་སྒྲིག་གང་ཡིན་མི་ཤེས། ཞིང་ཆེན་དང་ས་ཁུལ། ལོ་བཅས་དགོས།",
            Table::Milestones => "དོན་ཆེན་གང་ཡིན་མི་ཤེས། ཨང་རྟགས་སམ། ཚེས་གྲངས་དང་འགོ་བརྗོད་དགོས།",
            Table::Sources | Table::Statements => "ཁུངས་གང་ཡིན་མི་ཤེས། ཨང་རྟགས་སམ་དྲ་གནས། འགོ་བརྗོད་གང་རུང་དགོས།",
        },
        Import::NoPicture(name) => return format!("“{name}” ཟེར་བའི་པར་རིས་མེད། ཐོག་མར་པར་ཁ་སྣོན་བྱོས།"),
        Import::Rewritten(text) => {
            return format!("ཨང་རྟགས་ཀྱི་སྟར་ནང་གི་“{text}”ནི་རེའུ་མིག་གིས་བསྒྱུར་བ་འདྲ། ཡི་གེའི་དྲ་མིག་ཏུ་བསྐྱར་འབྲི་བྱོས། ཕྲེང་གསར་པར་སྟོང་པ་བཞག");
        }
        Import::Several(name) => return format!("“{name}” གཅིག་ལས་མང་། འགྲམ་དུ་ཨང་རྟགས་བྲིས།"),
        Import::Twice(other) => return format!("ཕྲེང་ {other} ལ་གཞན་ཞིག་བྲིས་འདུག གཅིག་བཞག"),
        Import::OtherFile(id) => return format!("ཨང་རྟགས་“{id}”དང་ཡིག་ཆ་མི་མཐུན། གཅིག་བཅོས།"),
        Import::Incomplete(head) => return format!("ཕྲེང་གསར་པར་“{head}”མེད་ན་མི་རུང་།"),
        Import::HowToApply => "གང་ཡང་མ་བྲིས། འབྲི་བར་ --apply ཡང་ན་གཞན་དུ་ཉར་བར་ --out དང་མིང་ཁ་སྣོན་བྱོས།",
        Import::NothingToApply => "བསྒྱུར་རྒྱུ་མེད། གང་ཡང་མ་བྲིས།",
        Import::BuiltIn => "ནང་འཇུག་འགྲེམས་སྟོན་མི་འགྱུར། འདྲ་བཤུས་ཉར་བར་ --out དང་མིང་ཁ་སྣོན་བྱོས།",
        Import::Applied(path) => return format!("“{path}” ནང་ཕྲེང་འདི་དག་འཁོད་ཟིན།"),
        Import::NotApplied => "གང་ཡང་མ་བྲིས། ཕྲེང་འདི་དག་འགྲེམས་སྟོན་དང་མི་མཐུན། “vitrine check” བེད་སྤྱོད་བྱོས།",
        Import::Open => "རེའུ་མིག་ནས་ …",
        Import::OpenAny => "རེའུ་མིག་གམ་ལན་ …",
        Import::DropIt => "ཡིག་ཆ་གང་དུ་ཡོད་པ་བྲིས། ཡང་ན་ཡིག་ཆ་སྒེའུ་ཁུང་འདིར་འདྲུད་ནས་ཞོག .xlsx .ods ཡང་ན་ .csv",
        Import::AnotherFile => "ཡིག་ཆ་གཞན་ …",
        Import::Reading(name) => return format!("“{name}” ཀློག་བཞིན་པ། …"),
        Import::Looking => "འགྱུར་བ་ལ་ལྟ་བཞིན་པ། …",
        Import::Sheet => "ཤོག་ངོས།",
        Import::Table => "ཕྲེང་ནི།",
        Import::Columns => "སྟར།",
        Import::ColumnsTaken(taken, all) => return format!("{taken} / {all} བླངས།"),
        Import::Letters(letters) => return format!("སྟར་ {letters}"),
        Import::Leave => "མི་ལེན།",
        Import::ChoiceOf(head) => return format!("“{head}” ནི།"),
        Import::Rows => "འགྱུར་བ།",
        Import::More(count) => return format!("ད་དུང་ཕྲེང་ {}", counted(count)),
        Import::TakeIn(count) => return format!("ཕྲེང་ {} ལེན།", counted(count)),
        Import::Nothing => "ལེན་རྒྱུ་མེད།",
    };
    fixed.to_owned()
}
