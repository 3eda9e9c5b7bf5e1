//! What in a folder is not shown, and what to do about it; and that a folder is being opened. In three languages.

use crate::model::{Lang, PassedOver};

use super::numbers::{list, number};

/// What was passed over, with its count: “3 camera raw files”.
pub fn what(lang: Lang, what: PassedOver, count: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a number of files")]
    let n = number(count as f64);
    match lang {
        Lang::En => en(what, count, &n),
        Lang::Zh => match what {
            PassedOver::Raw => format!("{n} 个相机 RAW 文件"),
            PassedOver::Film => format!("{n} 个视频文件"),
            PassedOver::OtherKind => format!("{n} 个其他格式的图片"),
            PassedOver::Unreadable => format!("{n} 个无法读取的文件夹"),
            PassedOver::TooDeep => format!("{n} 个层次过深的文件夹"),
            PassedOver::LinkedFolder => format!("{n} 个指向文件夹的链接"),
            PassedOver::TooMany => "超过 200,000 个之后的文件".to_owned(),
        },
        Lang::Bo => match what {
            PassedOver::Raw => format!("པར་ཆས་ཀྱི་ RAW ཡིག་ཆ་ {n}"),
            PassedOver::Film => format!("བརྙན་རིས་ {n}"),
            PassedOver::OtherKind => format!("རྣམ་གཞག་གཞན་གྱི་པར་ {n}"),
            PassedOver::Unreadable => format!("ཀློག་མི་ཐུབ་པའི་ཡིག་ཁུག་ {n}"),
            PassedOver::TooDeep => format!("རིམ་པ་མང་དྲགས་པའི་ཡིག་ཁུག་ {n}"),
            PassedOver::LinkedFolder => format!("ཡིག་ཁུག་ལ་འཁྲིད་པའི་སྦྲེལ་མཐུད་ {n}"),
            PassedOver::TooMany => "ཡིག་ཆ་ 200,000 ལས་བརྒལ་བ་རྣམས་".to_owned(),
        },
    }
}

fn en(what: PassedOver, count: usize, n: &str) -> String {
    let (one, more) = match what {
        PassedOver::Raw => ("camera raw file", "camera raw files"),
        PassedOver::Film => ("film", "films"),
        PassedOver::OtherKind => ("picture of a kind that is not read", "pictures of kinds that are not read"),
        PassedOver::Unreadable => ("folder that may not be read", "folders that may not be read"),
        PassedOver::TooDeep => ("folder that lies too deep", "folders that lie too deep"),
        PassedOver::LinkedFolder => ("link to a folder", "links to folders"),
        PassedOver::TooMany => return "what comes after the first 200,000 files".to_owned(),
    };
    format!("{n} {}", if count == 1 { one } else { more })
}

/// Something in a folder that is not shown, as a problem.
pub fn trouble(lang: Lang, kind: PassedOver, count: usize) -> String {
    let what = what(lang, kind, count);
    match lang {
        Lang::En => format!("not shown: {what}"),
        Lang::Zh => format!("未显示：{what}"),
        Lang::Bo => format!("མི་སྟོན་པ། {what}"),
    }
}

/// What to do about it.
pub fn hint(lang: Lang, kind: PassedOver) -> &'static str {
    let [en, zh, bo] = match kind {
        PassedOver::Raw => [
            "Save them as JPEG with the program in which they are developed.",
            "请用冲印软件另存为 JPEG。",
            "པར་བཟོ་བའི་མཉེན་ཆས་ནང་ JPEG ལ་ཉར།",
        ],
        PassedOver::Film => [
            "Save a picture of the film where one is wanted.",
            "如需展示，请从视频中截取图片保存。",
            "དགོས་ན་བརྙན་རིས་ནས་པར་ཞིག་ཉར།",
        ],
        PassedOver::OtherKind => [
            "Export them as JPEG or PNG from the program in which they were made.",
            "请用原来的软件导出为 JPEG 或 PNG。",
            "བཟོ་བའི་མཉེན་ཆས་ནས་ JPEG ཡང་ན་ PNG ལ་ཕྱིར་འདྲེན་བྱོས།",
        ],
        PassedOver::Unreadable => [
            "Ask their owner for the right to read them, and check the stick or the network.",
            "请向所有者申请读取权限，并检查 U 盘或网络。",
            "བདག་པོ་ལ་ཀློག་པའི་དབང་ཚད་སློངས། USB འམ་དྲ་རྒྱར་ཞིབ་བཤེར་བྱོས།",
        ],
        PassedOver::TooDeep => {
            ["Open the folder in which they lie.", "请直接打开它们所在的文件夹。", "དེ་དག་ཡོད་པའི་ཡིག་ཁུག་ཐད་ཀར་ཁ་ཕྱེས།"]
        }
        PassedOver::LinkedFolder => [
            "Put the folders themselves there, or open what they lead to.",
            "请把文件夹本身放在该处，或直接打开链接所指的文件夹。",
            "ཡིག་ཁུག་དངོས་དེར་ཞོག ཡང་ན་སྦྲེལ་མཐུད་ཀྱི་ཡིག་ཁུག་ཐད་ཀར་ཁ་ཕྱེས།",
        ],
        PassedOver::TooMany => [
            "Divide the folder, and open its parts.",
            "请把文件夹分成几份，分别打开。",
            "ཡིག་ཁུག་ཆ་ཤས་འགར་བགོས་ནས་རེ་རེ་བཞིན་ཁ་ཕྱེས།",
        ],
    };
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
        Lang::Bo => bo,
    }
}

/// A folder without pictures: what it holds instead, and what to do.
pub fn none(lang: Lang, passed: &[(PassedOver, usize)]) -> String {
    let parts = parts(lang, passed);
    let hint = passed.first().map(|(kind, _)| hint(lang, *kind)).unwrap_or_default();
    match lang {
        Lang::En => format!("It holds no pictures that can be shown here, but {parts}. {hint}"),
        Lang::Zh => format!("其中没有可以显示的图片，只有{parts}。{hint}"),
        Lang::Bo => format!("དེའི་ནང་སྟོན་ཐུབ་པའི་པར་མེད། {parts} ཁོ་ན་ཡོད། {hint}"),
    }
}

/// The notice of a photo folder: what in it is not shown.
pub fn notice(lang: Lang, name: &str, passed: &[(PassedOver, usize)]) -> String {
    let parts = parts(lang, passed);
    match lang {
        Lang::En => format!("“{name}” is shown. Not shown: {parts}."),
        Lang::Zh => format!("已显示“{name}”。未显示：{parts}。"),
        Lang::Bo => format!("“{name}” བསྟན་ཡོད། མི་སྟོན་པ། {parts}།"),
    }
}

fn parts(lang: Lang, passed: &[(PassedOver, usize)]) -> String {
    let parts: Vec<String> = passed.iter().map(|(kind, count)| what(lang, *kind, *count)).collect();
    list(lang, &parts.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The notice of a pack being opened from a slow disk or network.
pub fn opening(lang: Lang, name: &str) -> String {
    match lang {
        Lang::En => format!("Opening “{name}” …"),
        Lang::Zh => format!("正在打开“{name}”……"),
        Lang::Bo => format!("“{name}” ཁ་ཕྱེ་བཞིན་པ།"),
    }
}
