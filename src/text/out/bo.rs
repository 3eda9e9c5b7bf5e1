//! Tibetan: where a file is written. A draft until a native reader has checked it.

use std::io::ErrorKind;

use super::{Out, Separator, bare};

/// The words in Tibetan.
pub fn bo(out: Out<'_>) -> String {
    match out {
        Out::Folder(path) => format!("“{path}” ནི་ཡིག་སྣོད་ཡིན། དེའི་ནང་གི་ཡིག་ཆའི་མིང་བྲིས།"),
        Out::Ending { ending, can, or_form } => {
            let form = if or_form {
                " ཡང་ན་ --format བེད་སྤྱད་ནས་རྣམ་པ་འདེམས།"
            } else {
                ""
            };
            format!("འདི་ “{ending}” ཡི་རྣམ་པར་འབྲི་མི་ཐུབ། མིང་གི་མཇུག་ཏུ་ {can} བྲིས།{form}")
        }
        Out::PartOfPack(path) => {
            format!("“{path}” ནི་ད་ལྟ་ཀློག་བཞིན་པའི་འགྲེམས་སྟོན་གྱི་ཡིག་ཆ་ཡིན་པས་དེའི་ཐོག་ཏུ་མི་འབྲི། མིང་གཞན་ཞིག་འདེམས།")
        }
        Out::PackItself(path) => {
            format!("“{path}” ནི་ད་ལྟ་ཀློག་བཞིན་པའི་འགྲེམས་སྟོན་རང་ཡིན། མིང་གཞན་ཞིག་འདེམས། ཚང་མ་བྲིས་ཟིན་རྗེས་དེའི་ཚབ་བྱེད་འདོད་ན་ --force སྣོན།")
        }
        Out::BeingEdited(path) => format!(
            "གང་ཡང་མ་བྲིས། “{path}” རྩོམ་སྒྲིག་ཆས་ནང་ཁ་ཕྱེས་ཡོད་པའམ་མ་ཉར་བའི་བཟོ་བཅོས་འདུག དེའི་ནང་ཉར་བའམ་དོར་ནས་ཁ་བརྒྱབ་རྗེས་ཡང་བསྐྱར་འཁོར་སྐྱོད་བྱེད་རོགས། ཡང་ན་ --apply ཡི་ཚབ་ཏུ་ --out བེད་སྤྱད་ནས་འདྲ་བཤུས་ཉར།"
        ),
        Out::Foreign(path) => {
            format!("“{path}” སྔོན་ནས་ཡོད། བྱ་རིམ་འདིས་བྲིས་པའི་རིགས་གཅིག་པའི་ཡིག་ཆ་མིན། མིང་གཞན་ཞིག་འདེམས། དེའི་ཚབ་བྱེད་འདོད་ན་ --force སྣོན།")
        }
        Out::Separated(path, separator) => format!("“{path}” རུ་ཉར་ཟིན། {}", separated(separator)),
        Out::SeparatedBy(separator) => separated(separator).to_owned(),
        Out::NotWritten(path, kind, word) => not_written(path, kind, bare(word)),
    }
}

fn separated(separator: Separator) -> &'static str {
    match separator {
        Separator::Comma => {
            "གྲངས་རྣམས་བར་ལ་ “,” ཡིས་ཕྱེ་ཡོད། འཇར་མན་ནམ་ཧྥ་རན་སིའི་སྐད་ཡིག་གི་རེའུ་མིག་བྱ་རིམ་གྱིས་ “;” དགོས། ཡིག་ཆ་ཁ་འབྱེད་སྐབས་ “,” འདེམས། ཡང་ན་ `vitrine export table --separator semicolon` བེད་སྤྱོད་བྱོས།"
        }
        Separator::Semicolon => "གྲངས་རྣམས་བར་ལ་ “;” ཡིས་ཕྱེ་ཡོད།",
        Separator::Tab => "གྲངས་རྣམས་བར་ལ་ Tab ཡིས་ཕྱེ་ཡོད།",
    }
}

fn not_written(path: &str, kind: ErrorKind, word: &str) -> String {
    let (why, what_to_do) = reason(kind, word);
    format!("“{path}” འབྲི་མ་ཐུབ། {why} {what_to_do}")
}

/// Why a file was not written, and what to do.
pub fn reason(kind: ErrorKind, word: &str) -> (&str, &'static str) {
    match kind {
        ErrorKind::NotFound => ("དེའི་ཡིག་སྣོད་མེད།", "ཡིག་སྣོད་གསར་བཟོ་བྱོས། ཡང་ན་གནས་གཞན་ཞིག་འདེམས།"),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            ("དེར་འབྲི་མི་ཆོག", "གནས་གཞན་ཞིག་འདེམས། ཡང་ན་ཡིག་ཆ་འབྲི་མི་ཆོག་པའམ་བྱ་རིམ་གཞན་གྱིས་ཁ་ཕྱེ་ཡོད་མེད་ལྟོས།")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ("ས་སྟོང་མེད།", "ས་སྟོང་བཟོས། ཡང་ན་གནས་གཞན་ཞིག་འདེམས།"),
        ErrorKind::FileTooLarge => ("ཡིག་ཆ་ཆེ་དྲགས།", "སྡུད་སྡེར་གཞན་ཞིག་འདེམས། FAT ཡི་ USB ནང་ཡིག་ཆ་གཅིག་ 4 GB ལས་ཆེ་མི་རུང་།"),
        ErrorKind::InvalidFilename => ("མིང་རིང་དྲགས་པའམ་མིང་འདི་མི་ཆོག", "མིང་ཐུང་བ་ཞིག་འདེམས།"),
        ErrorKind::IsADirectory => ("དེ་ནི་ཡིག་སྣོད་ཡིན།", "དེའི་ནང་གི་ཡིག་ཆའི་མིང་བྲིས།"),
        ErrorKind::NotADirectory => ("ལམ་ཐིག་གི་ཆ་ཤས་ཤིག་ཡིག་སྣོད་མིན།", "ལམ་ཐིག་བཅོས།"),
        ErrorKind::BrokenPipe => ("ཀློག་མཁན་མཚམས་བཞག་འདུག", "ཡང་བསྐྱར་ཚོད་ལྟ་བྱོས།"),
        _ => (word, "གནས་གཞན་ཞིག་འདེམས། ཡང་ན་སྡུད་སྡེར་གང་བའམ་འབྲི་མི་ཆོག་པ་ཡིན་མིན་ལྟོས།"),
    }
}
