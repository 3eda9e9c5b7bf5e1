//! Tibetan: the page for native readers. A draft until a native reader has checked it.

use super::ReviewPage;

/// The words in Tibetan.
pub fn bo(words: ReviewPage<'_>) -> String {
    let fixed = match words {
        ReviewPage::HowTo => {
            "ཟིན་བྲིས་རེ་རེ་ཀློག་རོགས། ཡང་དག་ཡིན་ན་ “མོས་མཐུན།” ལ་རྟགས་རྒྱོབ། མིན་ན་ “ལེགས་བཅོས་ཡི་གེ” ནང་ཡི་གེ་ཆ་ཚང་བྲིས། སྟོང་པར་བཞག་པ་རྣམས་སྔར་བཞིན་གནས། བར་མཚམས་བཞག་ནས་རྗེས་སུ་མུ་མཐུད་ཆོག མཇུག་ཏུ་ “ལན་ཉར་བ།” མནན་ནས་ཡིག་ཆ་དེ་གློག་འཕྲིན་གྱིས་ཕྱིར་སྐུར་རོགས།"
        }
        ReviewPage::NoScript => {
            "བྱ་རིམ་འདིས་ཡི་གེ་སྟོན་པ་ཙམ་ལས་འདིར་འབྲི་མི་ཐུབ། ཡིག་ཆ་འདི་དྲ་བའི་བཤར་ཆས་ནང་ཁ་ཕྱེ། ཡང་ན་གློག་འཕྲིན་ནང་ཡི་གེ་རེ་རེའི་ཨང་དང་ལན་བྲིས་རོགས།"
        }
        ReviewPage::Date => "ཟླ་ཚེས།",
        ReviewPage::Load => "ཉར་ཟིན་པའི་ལན་ཁ་ཕྱེ་བ།",
        ReviewPage::Next => "ལན་མེད་པའི་རྗེས་མ།",
        ReviewPage::Save => "ལན་ཉར་བ།",
        ReviewPage::Copy => "གློག་འཕྲིན་ཆེད་འདྲ་བཤུས།",
        ReviewPage::Forget => "ལན་ཚང་མ་བསུབ་པ།",
        ReviewPage::Progress(done, all) => return format!("ཡི་གེ་ {all} ལས་ {done} ལན་བཏབ་ཟིན།"),
        ReviewPage::FromDraft => "ཟིན་བྲིས་ནས་བཅོས་པ།",
        ReviewPage::NoDraft => "ཡི་གེ་ད་དུང་མེད།",
        ReviewPage::NoSource => "འདི་མ་ཡིག་རང་ཡིན།",
        ReviewPage::Kept => "ལན་རྣམས་མ་ཉར་བར་དུ་བཤར་ཆས་འདིའི་ནང་གནས།",
        ReviewPage::NotKept => "བཤར་ཆས་འདིས་གང་ཡང་མི་ཉར། ཤོག་ངོས་ཁ་མ་བརྒྱབ་གོང་ལན་ཉར་རོགས།",
        ReviewPage::Saved(file) => return format!("“{file}” མིང་གིས་ཉར་ཟིན། ཕབ་ལེན་ཡིག་སྒམ་ནང་ཡོད་ངེས། ཡིག་ཆ་འདི་ཕྱིར་སྐུར་རོགས།"),
        ReviewPage::SavedNameless(file) => {
            return format!("“{file}” མིང་གིས་ཉར་ཟིན། འོན་ཀྱང་མཚན་མི་འདུག མཚན་གོང་དུ་བྲིས་ནས་ཡང་བསྐྱར་ཉར་རོགས།");
        }
        ReviewPage::Copied => "འདྲ་བཤུས་ཟིན། གློག་འཕྲིན་ནང་སྦྱོར་རོགས།",
        ReviewPage::CopyByHand => "བཤར་ཆས་འདིས་རང་འགུལ་གྱིས་འདྲ་བཤུས་མི་བྱེད། གཤམ་གྱི་ཡི་གེ་བདམས་ནས་ལག་པས་འདྲ་བཤུས་གནང་རོགས།",
        ReviewPage::Loaded(count) => return format!("ཡིག་ཆ་ནས་བླངས་པའི་ལན། {count}"),
        ReviewPage::LoadedSome(count, others) => {
            return format!("ཡིག་ཆ་ནས་བླངས་པའི་ལན། {count} ཤོག་ངོས་འདིའི་ནང་མེད་པའི་ཡི་གེའི་ལན། {others}");
        }
        ReviewPage::Replace(count) => return format!("ཤོག་ངོས་འདིའི་ལན་ {count} ཡིག་ཆའི་ནང་གི་ལན་དང་མི་འདྲ། ཚབ་བྱེད་དམ།"),
        ReviewPage::NotAnswers => "ཡིག་ཆ་འདིའི་ནང་ལན་མི་འདུག “ལན་ཉར་བ།” ཡིས་བཟོས་པའི་ཡིག་ཆ་འདེམས་རོགས།",
        ReviewPage::OtherLanguage => "ཡིག་ཆ་འདིའི་ལན་རྣམས་སྐད་ཡིག་གཞན་གྱི་ཡི་གེའི་སྐོར་ཡིན།",
        ReviewPage::ReallyForget => "ཤོག་ངོས་འདིའི་ལན་ཚང་མ་བསུབ་བམ། བསུབས་རྗེས་སླར་གསོ་མི་ཐུབ།",
        ReviewPage::Forgotten => "ཤོག་ངོས་འདིའི་ལན་ཚང་མ་བསུབས་ཟིན།",
    };
    fixed.to_owned()
}
