//! Tibetan: the tables.

use super::Cells;
use crate::model::{HowRead, Lang, List};
use crate::state::editing::Table;
use crate::state::editing::table::{Choices, Named, Passage, Progress, Refusal, RowFilter};
use crate::text::{Say, counted, say};

/// The words in Tibetan.
#[expect(clippy::too_many_lines, reason = "one arm for each case")]
pub fn bo(words: Cells<'_>) -> String {
    let fixed = match words {
        Cells::TableRow(name, count) => return format!("{name} ཕྲེང་ {}", counted(count)),
        Cells::Filter(filter, count) => return filtered(filter, count),
        Cells::Row(number, name) => return format!("ཕྲེང་ {number} {name}"),
        Cells::Cell(column, row, says) => return format!("{column} {row} {says}"),
        Cells::Batch(number) => return format!("ཐེངས་ {number}"),
        Cells::Choice(choices, name) => return choice(choices, name),
        Cells::WorkedOut(sum) => return format!("{sum} བརྩིས་པ།"),
        Cells::Copied(block) => return format!("འདྲ་བཤུས་བྱས། ཕྲེང་ {} སྟར་ {}", counted(block.rows), block.columns),
        Cells::Changed(0) => "དྲ་མིག་གཅིག་ཀྱང་མ་འགྱུར།",
        Cells::Changed(count) => return format!("དྲ་མིག་ {} བསྒྱུར།", counted(count)),
        Cells::LeftAsTheyWere(count) => return format!("དྲ་མིག་ {} སོར་བཞག", counted(count)),
        Cells::Refused("", why) => return why.to_owned(),
        Cells::Refused(text, why) => return format!("“{text}” {why}"),
        Cells::Why(why) => return refusal(why),
        Cells::Question(copied, here) if copied.columns != here.columns => {
            return format!(
                "ཕྲེང་ {} སྟར་ {} འདྲ་བཤུས་བྱས། འདིར་ཕྲེང་ {} སྟར་ {} ཁོ་ན་ཤོང་།",
                counted(copied.rows),
                copied.columns,
                counted(here.rows),
                here.columns
            );
        }
        Cells::Question(copied, here) => {
            return format!("ཕྲེང་ {} འདྲ་བཤུས་བྱས། འདིར་ {} ཁོ་ན་ཡོད།", counted(copied.rows), counted(here.rows));
        }
        Cells::Shown(shown, all) if shown == all => return format!("ཕྲེང་ {}", counted(all)),
        Cells::Shown(shown, all) => return format!("ཕྲེང་ {} / {}", counted(shown), counted(all)),
        Cells::Stays(number) => return format!("ཕྲེང་ {number} ནས་མ་ཐོན་བར་ཐོ་གཞུང་ནང་གནས།"),
        Cells::Delete(1) => "ཕྲེང་འདི་སུབ།",
        Cells::Delete(count) => return format!("ཕྲེང་ {count} སུབ།"),
        Cells::Rows(table) => match table {
            Table::Captions => "པར་རིས།",
            Table::Batches => "ཐེངས་རིམ།",
            Table::Pairings => "ཆ་སྒྲིག",
            Table::Milestones => "དོན་ཆེན།",
            Table::Sources => "ཁུངས།",
            Table::Statements => "གླེང་བརྗོད།",
        },
        Cells::Column(named) => column(named),
        Cells::Passage(passage) => match passage {
            Passage::Title => "འགོ་བརྗོད།",
            Passage::Caption => "འགྲེལ་ཚིག",
            Passage::Alternative => "ཚབ་ཡིག",
            Passage::Text => "ཡི་གེ",
            Passage::Told => "དུས་ཚོད་བརྗོད་པ།",
            Passage::Publisher => "སྤེལ་མཁན།",
            Passage::Description => "འགྲེལ་བཤད།",
        },
        Cells::State(state) => match state {
            Progress::Missing => "མེད།",
            Progress::Draft => "མ་ཟིན་བྲིས།",
            Progress::Checked => "ཞུས་ཟིན།",
            Progress::Outdated => "རྙིང་པ།",
        },
        Cells::Tables => "རེའུ་མིག",
        Cells::SourceText => "མ་ཡིག",
        Cells::States => "གནས་ཚུལ།",
        Cells::ShowAll => "ཕྲེང་ཚང་མ་སྟོན།",
        Cells::NotWritten => "ད་དུང་མ་བྲིས།",
        Cells::NotGiven => "མ་བཀོད།",
        Cells::Unnamed => "མིང་མེད།",
        Cells::YesNo(true) => "ཡིན།",
        Cells::YesNo(false) => "མིན།",
        Cells::CopiedIs => "འདིའམ་གློག་ཀླད་རེའུ་མིག་ནང་འབྱར་ཆོག Esc ཡིས་འདོར།",
        Cells::PasteAdding(count) => return format!("ཕྲེང་ {count} ཁ་སྣོན།"),
        Cells::PasteFirst => "ཕྲེང་ཞིག་ཁ་སྣོན་བྱོས། ཡང་ན་ Ctrl + V ཡིས་རེའུ་མིག་ནས་ཕྲེང་འབྱར་བྱོས།",
        Cells::PasteHere => "ཤོང་ཚད་འབྱར།",
        Cells::Leave => "མ་འབྱར།",
        Cells::Keys => "Enter ཡང་ན་ F2 ཡིས་འབྲི། Shift + མདའ་མཐེབ་ཀྱིས་འདེམས། Ctrl + C དང་ Ctrl + V ཡིས་རེའུ་མིག་ལ་འདྲ་བཤུས་དང་འབྱར།",
        Cells::WritingKeys(false) => "Enter དང་ Tab ཡིས་མུ་མཐུད། Esc ཡིས་སོར་ལོག",
        Cells::WritingKeys(true) => "Enter དང་ Tab ཡིས་མུ་མཐུད། Shift + Enter ཡིས་ཕྲེང་གསར། Esc ཡིས་སོར་ལོག",
        Cells::NoRows(RowFilter::All) => "འདིར་ད་དུང་གང་ཡང་མེད།",
        Cells::NoRows(_) => "ཐོ་གཞུང་འདིར་ཕྲེང་ལྷག་མེད།",
    };
    fixed.to_owned()
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "དབྱིན་ཡིག",
        Lang::Zh => "རྒྱ་ཡིག",
        Lang::Bo => "བོད་ཡིག",
    }
}

fn filtered(filter: RowFilter, count: usize) -> String {
    let count = counted(count);
    match filter {
        RowFilter::All => format!("ཚང་མ་ {count}"),
        RowFilter::Missing(lang) => format!("{}མེད་པ། ({count})", language(lang)),
        RowFilter::Drafts => format!("མ་ཟིན་བྲིས། ({count})"),
        RowFilter::Outdated => format!("རྙིང་པ། ({count})"),
    }
}

fn column(named: Named) -> &'static str {
    match named {
        Named::Number => "ཨང་།",
        Named::Arrived => "འབྱོར་དུས།",
        Named::Left => "ཐོན་དུས།",
        Named::People => "མི་གྲངས།",
        Named::PeopleSources => "མི་གྲངས་ཀྱི་ཁུངས།",
        Named::YearsSources => "ལོའི་ཁུངས།",
        Named::Province => "ཞིང་ཆེན།",
        Named::Division => "ས་ཁུལ།",
        Named::Since => "འགོ་ཚུགས།",
        Named::Until => "མཇུག་རྫོགས།",
        Named::Inferred => "དཔག་པ།",
        Named::Date => "ཚེས་གྲངས།",
        Named::Picture => "པར་རིས།",
        Named::Provinces => "འབྲེལ་ཡོད་ཞིང་ཆེན།",
        Named::Sources => "ཁུངས།",
        Named::Group => "འགོ་བརྗོད།",
        Named::Figure => "གྲངས་ཀ",
        Named::OwnTitle => "རང་གི་འགོ་བརྗོད།",
        Named::Language => "སྐད་ཡིག",
        Named::Address => "དྲ་གནས།",
        Named::Hosting => "རྙེད་ས།",
        Named::HowRead => "བཀླགས་པ།",
        Named::Text(lang) => language(lang),
    }
}

fn choice(choices: Choices, name: &str) -> String {
    let fixed = match (choices, name) {
        (Choices::Hosting, "publisher") => "སྤེལ་མཁན་གྱི་དྲ་ཚིགས།",
        (Choices::Hosting, "reprint") => "བསྐྱར་འགོད།",
        (Choices::Hosting, "mirror") => "འདྲ་བཤུས་ཁོ་ན།",
        (Choices::Hosting, _) => "གཞི་རྩའི་རྩོམ་ཡིག",
        (Choices::HowRead, "full") => return say(Lang::Bo, Say::HowRead(HowRead::Full)),
        (Choices::HowRead, "excerpt") => return say(Lang::Bo, Say::HowRead(HowRead::Excerpt)),
        (Choices::HowRead, _) => return say(Lang::Bo, Say::HowRead(HowRead::Data)),
    };
    fixed.to_owned()
}

fn refusal(why: Refusal) -> String {
    let fixed = match why {
        Refusal::NoNumber => "གྲངས་ཀ་མ་རེད། 2,117 ལྟ་བུ་བྲིས། བསྒྲགས་མེད་ན་“བསྒྲགས་མེད།”བྲིས།",
        Refusal::Negative => "ཀླད་ཀོར་ལས་ཉུང་། གྲངས་ནི་ 0 ཡན་དགོས།",
        Refusal::TooLarge => "གྲངས་ཆེ་དྲགས།",
        Refusal::NoWhole => "1 ནས་མགོ་ཚུགས་པའི་གྲངས་ཧྲིལ་པོ་མ་རེད།",
        Refusal::NoDate => "ཚེས་གྲངས་མ་རེད། 2024 ཡང་ན་ 2024-08 ཡང་ན་ 2024-08-26 བྲིས།",
        Refusal::NoYesNo => "ཡིན་མིན་གང་ཡང་མ་རེད།",
        Refusal::NoChoice => "སྟར་འདིའི་གདམ་ག་མ་རེད།",
        Refusal::Unknown(list) => {
            let what = match list {
                List::Provinces => "ཞིང་ཆེན་",
                List::Divisions => "ས་ཁུལ་",
                List::Photos => "པར་རིས་",
                List::Groups => "འགོ་བརྗོད་",
                List::Sources => "ཁུངས་",
                _ => "ཚན་པ་",
            };
            return format!("མིང་འདི་ཅན་གྱི་{what}མེད་པའམ་གཅིག་ལས་མང་།");
        }
        Refusal::Needed => "དྲ་མིག་འདི་སྟོང་པར་འཇོག་མི་རུང་།",
        Refusal::WorkedOut => "གྲངས་འདི་བརྩིས་པ་ཡིན། ཐད་ཀར་བྲིས་མི་རུང་།",
        Refusal::NumberFirst => "ཁུངས་འདི་དག་གི་གྲངས་ཀ་བསྒྲགས་མེད།",
    };
    fixed.to_owned()
}
