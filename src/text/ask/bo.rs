//! Tibetan: opening and saving without the system's dialogs, and what was not found. A draft until a native reader has checked
//! it.

use super::{Ask, Sought};

/// The words in Tibetan.
pub fn bo(ask: Ask<'_>) -> String {
    let fixed = match ask {
        Ask::NotThere(sought, wanted, there) => return not_there(sought, wanted, there),
        Ask::Open => "འགྲེམས་སྟོན་ཁ་ཕྱེ།",
        Ask::File => "ཡིག་ཆ། …",
        Ask::FileIs => ".vitrine དང་ .zip ཡིག་ཆ། exhibition.json ཡང་ན་པར་ཞིག དེའི་མཉམ་དུ་ཡོད་པའི་པར་རྣམས་ཀྱང་སྟོན།",
        Ask::Folder => "ཡིག་སྣོད། …",
        Ask::FolderIs => "exhibition.json ཡོད་པའི་ཡིག་སྣོད། ཡང་ན་པར་ཁོ་ན་ཡོད་པའི་ཡིག་སྣོད།",
        Ask::Path => "ཡང་ན་གང་དུ་ཡོད་པ་བྲིས།",
        Ask::PathHint => "ཡིག་སྣོད་དམ་ཡིག་ཆ།",
        Ask::OpenIt => "ཁ་ཕྱེ།",
        Ask::NoDialog => "མ་ལག་འདིར་འདེམས་པའི་སྒྲོམ་མེད། (xdg-desktop-portal འམ་ zenity སྒྲིག་འཇུག་བྱས་ན་ཡོད།) གནས་ཡུལ་འདིར་བྲིས།",
        Ask::SaveTo(what) => return format!("{what} ཡིག་ཆ་གང་དུ་ཉར་དགོས་སམ།"),
        Ask::SaveIt => "ཉར་ཚགས།",
        Ask::ShowProblems => "ཐོ་སྟོན།",
        Ask::Problems(n) => return format!("འགྲེམས་སྟོན་འདིའི་གནད་དོན་ {n}"),
        Ask::LeftOut(left_out, others) => return left_out_words(left_out, others),
        Ask::CopyProblems => "ཐོ་འདྲ་བཤུས།",
        Ask::OpenInTalk(name) => return format!("“{name}” ཁ་ཕྱེ་དགོས་ཟེར། འགྲེལ་བཤད་མཇུག་སྒྲིལ་ལམ།"),
        Ask::EndAndOpen => "མཇུག་བསྒྲིལ་ནས་ཁ་ཕྱེ།",
        Ask::NotNow => "འགྲེལ་བཤད་མུ་མཐུད།",
    };
    fixed.to_owned()
}

fn not_there(sought: Sought, wanted: &str, there: &str) -> String {
    let (none, nothing) = match sought {
        Sought::Province => (format!("ཨང་རྟགས་ “{wanted}” ཡི་ཞིང་ཆེན་མེད།"), "འགྲེམས་སྟོན་འདིར་ཞིང་ཆེན་མེད།"),
        Sought::Picture => (format!("ཨང་རྟགས་ “{wanted}” ཡི་པར་མེད།"), "འགྲེམས་སྟོན་འདིར་པར་མེད།"),
        Sought::Sheet => (
            format!("འགྲེམས་སྟོན་འདིར་ཁུངས་ཀྱི་ཤོག་ངོས་ “{wanted}” མེད།"),
            "ཤོག་ངོས་ནི་རིགས་དང་ཨང་རྟགས་ཀྱིས་འབྲི། batch:10 province:CN-FJ photo:… statement:… milestone:… source:…",
        ),
        Sought::Stop => (format!("འགྲེལ་བཤད་ལ་ས་ཚིགས་ {wanted} མེད།"), "འགྲེམས་སྟོན་འདིར་ས་ཚིགས་མེད།"),
        Sought::View => (format!("མཐོང་ངོས་ “{wanted}” ལ་སྟོན་རྒྱུ་མེད།"), "འགྲེམས་སྟོན་འདི་སྟོང་པ་རེད།"),
        Sought::Screen => (format!("“{wanted}” ཟེར་བའི་འཆར་ངོས་མེད།"), "འཆར་ངོས་གང་ཡང་མ་རྙེད།"),
    };
    if there.is_empty() { format!("{none} {nothing}") } else { format!("{none} ཡོད་པ་ནི། {there}") }
}

fn left_out_words(left_out: usize, others: usize) -> String {
    let left = if left_out > 0 {
        format!("ནང་དོན་ {left_out} ཀློག་མ་ཐུབ་པས་མ་བསྟན། ")
    } else {
        String::new()
    };
    let more = match others {
        0 => String::new(),
        n if left_out > 0 => format!("དེ་མིན་གནད་དོན་ {n} ཡོད། "),
        _ => "གཞན་རྣམས་ཅི་ཐུབ་བསྟན་ཡོད། ".to_owned(),
    };
    format!("{left}{more}འགྲེམས་སྟོན་བཟོ་མཁན་གྱིས་བཅོས་རྗེས་ཡང་བསྐྱར་ཁ་ཕྱེ།")
}
