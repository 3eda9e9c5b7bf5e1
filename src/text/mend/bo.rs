//! Tibetan: the list of problems.

use super::Mend;
use crate::model::{Lang, List};
use crate::state::View;
use crate::state::editing::{MendKind, Part};

/// The words in Tibetan.
pub fn bo(words: Mend<'_>) -> String {
    let fixed = match words {
        Mend::Do(kind) => action(kind),
        Mend::DoAll(kind, count) => return format!("ཚང་མ་ {count} {}", action(kind)),
        Mend::FindFile => "ཡིག་ཆ་འཚོལ། …",
        Mend::OtherFile => "ཡིག་ཆ་གཞན་ཞིག …",
        Mend::Many(count, what) => return format!("ཐེངས་ {count} {what}"),
        Mend::Missing(count, field, lang) => {
            return format!("{} {count} ལ་{}་མི་འདུག", field.trim_end_matches('།'), language(lang));
        }
        Mend::AndMore(count) => return format!("གཞན་ {count}"),
        Mend::Batch(number) => return format!("ཐེངས་ {number} པ།"),
        Mend::Batches(first, last) => return format!("ཐེངས་ {first} ནས་ {last} བར།"),
        Mend::After(number) => return format!("ཐེངས་ {number} པའི་རྗེས་ཀྱི་བསྡོམས་འབོར།"),
        Mend::Stop(number) => return format!("འགྲེལ་བཤད་ས་ཚིགས་ {number}"),
        Mend::List(list) => match list {
            List::About => "སྐོར།",
            List::Divisions => "ས་ཁུལ།",
            List::Provinces => "ཞིང་ཆེན།",
            List::Pairings | List::PairingSteps => "ཆ་སྒྲིག",
            List::Batches | List::Subtotals | List::Totals => "མི་སྣ།",
            List::Groups | List::Statements => "གླེང་བརྗོད།",
            List::Milestones => "དོན་ཆེན་ལོ་ཐོ།",
            List::Topics => "བརྗོད་གཞི།",
            List::Photos => "པར་རིས།",
            List::RunningOrder => "འགྲེལ་བཤད་གོ་རིམ།",
            List::Sources => "ཁུངས།",
            List::Glossary => "ཐ་སྙད་རེའུ་མིག",
        },
        Mend::InLanguage(field, lang) => return format!("{}་གི་{field}", language(lang)),
        Mend::CheckAll => "སྒོ་མ་ཕྱེ་གོང་ཞིབ་བཤེར།",
        Mend::CheckAllIs => "མཐོང་ངོས་རེ་རེ་སྐད་ཡིག་རེ་རེའི་ནང་བལྟ།",
        Mend::ToProblems => "གནད་དོན་ལ་ལོག",
        Mend::Seen(parts, langs, sizes) => {
            return format!("བལྟས་ཟིན། ཆ་ཤས་ {parts} སྐད་ཡིག་ {langs} ཆེ་ཆུང་ {sizes}");
        }
        Mend::Part(part) => match part {
            Part::View(View::Photos) => "པར་རིས།",
            Part::View(View::Personnel) => "མི་སྣ།",
            Part::View(View::Pairings) => "ཆ་སྒྲིག",
            Part::View(View::Timeline) => "དོན་ཆེན་ལོ་ཐོ།",
            Part::View(View::Sources) => "ཁུངས།",
            Part::Talk => "འགྲེལ་བཤད།",
        },
        Mend::Count(list, count) => return format!("{} {count}", entries(list)),
        Mend::Whole(lang) => return format!("{} ཡི་གེ་ཚང་མ་འདུག", language(lang)),
        Mend::Without(lang, count) => return format!("{} ཡི་གེ་མེད་པ་ {count}", language(lang)),
        Mend::Problems(0, 0) => "གནད་དོན་མེད།",
        Mend::Problems(faults, 0) => return format!("བཅོས་དགོས་པ་ {faults}"),
        Mend::Problems(0, advice) => return format!("བལྟ་རིན་ཡོད་པ་ {advice}"),
        Mend::Problems(faults, advice) => return format!("བཅོས་དགོས་པ་ {faults} བལྟ་རིན་ཡོད་པ་ {advice}"),
    };
    fixed.to_owned()
}

fn action(kind: MendKind) -> &'static str {
    match kind {
        MendKind::Correct => "ཡོ་བསྲང་།",
        MendKind::Rename => "མིང་བསྒྱུར།",
        MendKind::Remove => "དོར།",
        MendKind::Exchange => "བརྗེ་རེས།",
        MendKind::Reorder => "གོ་རིམ་སྒྲིག",
    }
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "དབྱིན་ཡིག",
        Lang::Zh => "རྒྱ་ཡིག",
        Lang::Bo => "བོད་ཡིག",
    }
}

fn entries(list: List) -> &'static str {
    match list {
        List::About => "དུམ་བུ་",
        List::Divisions => "ས་ཁུལ་",
        List::Provinces => "ཞིང་ཆེན་",
        List::Pairings => "ཆ་སྒྲིག་",
        List::PairingSteps => "ལོ་",
        List::Batches => "ཐེངས་རིམ་",
        List::Subtotals => "བར་སྡོམ་",
        List::Totals => "བསྡོམས་འབོར་",
        List::Groups => "འགོ་བརྗོད་",
        List::Statements => "གླེང་བརྗོད་",
        List::Milestones => "དོན་ཆེན་",
        List::Topics => "བརྗོད་གཞི་",
        List::Photos => "པར་རིས་",
        List::RunningOrder => "འགྲེལ་བཤད་ས་ཚིགས་",
        List::Sources => "ཁུངས་",
        List::Glossary => "ཐ་སྙད་",
    }
}
