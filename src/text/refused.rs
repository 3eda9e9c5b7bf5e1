//! Why a pack cannot be opened, and what to do, in three languages.
//!
//! Not here: what is wrong with the text of an `exhibition.json`.

use crate::model::{Lang, OpenError, ReadError};

use super::numbers::number;
use super::passed_over;

/// In English.
pub fn en(error: &OpenError) -> String {
    let fixed = match error {
        OpenError::Read(why) => return en_unread(why, false),
        OpenError::Exhibition(why) => return en_unread(why, true),
        OpenError::NoExhibition => {
            "It holds no pictures and no exhibition.json: choose the folder or archive that does."
        }
        OpenError::NoPictures(passed) => return passed_over::none(Lang::En, passed),
        OpenError::NotText => {
            "Its exhibition.json is not UTF-8 text, but GB 18030 perhaps: open it in an editor and save it as UTF-8."
        }
        OpenError::NotAPack => {
            "It is neither an exhibition nor a picture: choose a folder, a .vitrine file or a picture."
        }
        OpenError::Unreadable(_) => "",
    };
    fixed.to_owned()
}

fn en_unread(why: &ReadError, of_exhibition: bool) -> String {
    let what = if of_exhibition { "Its exhibition.json" } else { "It" };
    match why {
        ReadError::NotThere if !of_exhibition => "There is no such folder or file: check the name, and whether its stick or share is connected.".to_owned(),
        ReadError::NotThere => format!("{what} is not there any more: check whether its stick or share is connected."),
        ReadError::NotAllowed => format!(
            "{what} is there, but you are not allowed to read it: ask its owner for the right to read, or for a copy of your own."
        ),
        ReadError::Failed => {
            format!("{what} could not be read to its end: check the stick or the network, and try again.")
        }
        ReadError::NotAFile => {
            format!("{what} is a pipe, a device or a folder where a file belongs: put the file itself there.")
        }
        ReadError::LeadsOut => format!("{what} is a link that leads out of the folder: put the file itself there."),
        ReadError::TooLarge => format!("{what} is larger than this program takes: make it smaller."),
        ReadError::Damaged if of_exhibition => "Its exhibition.json is damaged: copy the archive again from where it came.".to_owned(),
        ReadError::Damaged => "The archive is damaged: copy it again from where it came.".to_owned(),
        ReadError::Encrypted => {
            format!("{what} is encrypted: unpack the archive with its password, and open the folder.")
        }
        ReadError::Method(method) => format!(
            "{what} is packed by {method}, which is not read here: pack it as an ordinary ZIP (Deflate), or unpack it and open the folder."
        ),
        ReadError::Escaping(name) => format!("The archive holds “{name}”, a name that leads out of it: pack it again without it."),
        ReadError::OtherArchive(kind) => format!(
                "It is an archive of the kind {kind}, which is not read here: unpack it and open the folder, or pack it as ZIP."
            ),
        ReadError::Overlapping => "Files of the archive claim the same bytes, as in one that is made to fill a disk: do not unpack it; ask for another from where it came.".to_owned(),
        ReadError::TooMany(most) => format!("It holds more than {} files: divide it into several.", whole(*most)),
    }
}

/// In Chinese.
pub fn zh(error: &OpenError) -> String {
    let fixed = match error {
        OpenError::Read(why) => return zh_unread(why, false),
        OpenError::Exhibition(why) => return zh_unread(why, true),
        OpenError::NoExhibition => "其中既没有图片，也没有 exhibition.json：请选择含有它们的文件夹或压缩包。",
        OpenError::NoPictures(passed) => return passed_over::none(Lang::Zh, passed),
        OpenError::NotText => "其中的 exhibition.json 不是 UTF-8 文本，可能是 GB 18030：请用编辑器打开，另存为 UTF-8。",
        OpenError::NotAPack => "这既不是展览，也不是图片：请选择文件夹、.vitrine 文件或图片。",
        OpenError::Unreadable(_) => "",
    };
    fixed.to_owned()
}

fn zh_unread(why: &ReadError, of_exhibition: bool) -> String {
    let what = if of_exhibition { "其中的 exhibition.json " } else { "该文件夹或文件" };
    match why {
        ReadError::NotThere if !of_exhibition => {
            "没有这个文件夹或文件：请检查名称，以及 U 盘或共享文件夹是否已连接。".to_owned()
        }
        ReadError::NotThere => format!("{what}已不在该处：请检查 U 盘或共享文件夹是否已连接。"),
        ReadError::NotAllowed => format!("{what}存在，但您没有读取权限：请向所有者申请权限，或要一份副本。"),
        ReadError::Failed => format!("{what}读到中途失败：请检查 U 盘或网络，然后重试。"),
        ReadError::NotAFile => format!("{what}不是普通文件，而是管道、设备或文件夹：请换成文件本身。"),
        ReadError::LeadsOut => format!("{what}是指向文件夹之外的链接：请换成文件本身。"),
        ReadError::TooLarge => format!("{what}超出本程序可接受的大小：请缩小。"),
        ReadError::Damaged if of_exhibition => "其中的 exhibition.json 已损坏：请从原处重新复制压缩包。".to_owned(),
        ReadError::Damaged => "压缩包已损坏：请从原处重新复制。".to_owned(),
        ReadError::Encrypted => format!("{what}已加密：请用密码解压，然后打开解压后的文件夹。"),
        ReadError::Method(method) => {
            format!("{what}用 {method} 压缩，本程序不读取：请改用普通 ZIP（Deflate）打包，或解压后打开文件夹。")
        }
        ReadError::Escaping(name) => format!("压缩包中的名称“{name}”指向包外：请去掉它，重新打包。"),
        ReadError::OtherArchive(kind) => {
            format!("这是 {kind} 格式的压缩包，本程序不读取：请解压后打开文件夹，或改用 ZIP 打包。")
        }
        ReadError::Overlapping => {
            "压缩包中有多个文件共用同一段数据，像是为占满磁盘而制作的：请不要解压，并向来源处另要一份。".to_owned()
        }
        ReadError::TooMany(most) => format!("其中的文件超过 {} 个：请分成几份。", whole(*most)),
    }
}

/// In Tibetan.
pub fn bo(error: &OpenError) -> String {
    let fixed = match error {
        OpenError::Read(why) => return bo_unread(why, false),
        OpenError::Exhibition(why) => return bo_unread(why, true),
        OpenError::NoExhibition => "དེའི་ནང་པར་དང་ exhibition.json གཉིས་ཀ་མེད། དེ་ཡོད་པའི་ཡིག་ཁུག་གམ་སྡུད་ཐུམ་འདེམས།",
        OpenError::NoPictures(passed) => return passed_over::none(Lang::Bo, passed),
        OpenError::NotText => "དེའི་ exhibition.json ནི་ UTF-8 ཡི་ཡིག་རྐྱང་མིན། GB 18030 ཡིན་སྲིད། རྩོམ་སྒྲིག་ཆས་ནང་ UTF-8 ལ་ཉར།",
        OpenError::NotAPack => "འགྲེམས་སྟོན་དང་པར་གང་ཡང་མིན། ཡིག་ཁུག་གམ་ .vitrine ཡིག་ཆའམ་པར་འདེམས།",
        OpenError::Unreadable(_) => "",
    };
    fixed.to_owned()
}

fn bo_unread(why: &ReadError, of_exhibition: bool) -> String {
    let what = if of_exhibition { "དེའི་ exhibition.json " } else { "འདི་" };
    match why {
        ReadError::NotThere if !of_exhibition => {
            "མིང་དེའི་ཡིག་ཁུག་གམ་ཡིག་ཆ་མེད། མིང་ལ་ཞིབ་བཤེར་བྱོས། USB འམ་མཉམ་སྤྱོད་ཡིག་ཁུག་སྦྲེལ་ཡོད་མེད་ལྟོས།".to_owned()
        }
        ReadError::NotThere => format!("{what}ད་ལྟ་དེར་མེད། USB འམ་མཉམ་སྤྱོད་ཡིག་ཁུག་སྦྲེལ་ཡོད་མེད་ལྟོས།"),
        ReadError::NotAllowed => format!("{what}ཡོད་མོད། ཁྱེད་ལ་ཀློག་པའི་དབང་ཚད་མེད། བདག་པོར་དབང་ཚད་དམ་འདྲ་བཤུས་ཤིག་སློངས།"),
        ReadError::Failed => format!("{what}ཀློག་པའི་བར་དུ་ཆད་སོང་། USB འམ་དྲ་རྒྱར་ཞིབ་བཤེར་བྱས་ནས་བསྐྱར་དུ་ཁ་ཕྱེས།"),
        ReadError::NotAFile => format!("{what}ཡིག་ཆ་དངོས་མིན། སྦུབས་ལམ་མམ་སྒྲིག་ཆས་སམ་ཡིག་ཁུག་ཡིན། ཡིག་ཆ་དངོས་དེར་ཞོག"),
        ReadError::LeadsOut => format!("{what}ཡིག་ཁུག་གི་ཕྱི་རོལ་དུ་འཁྲིད་པའི་སྦྲེལ་མཐུད་ཡིན། ཡིག་ཆ་དངོས་དེར་ཞོག"),
        ReadError::TooLarge => format!("{what}མཉེན་ཆས་འདིས་ལེན་ཐུབ་པའི་ཚད་ལས་ཆེ། ཆུང་དུ་ཐོངས།"),
        ReadError::Damaged if of_exhibition => {
            "དེའི་ exhibition.json ལ་སྐྱོན་ཤོར་འདུག སྡུད་ཐུམ་ཡོང་སའི་གནས་ནས་བསྐྱར་དུ་འདྲ་བཤུས་བྱོས།".to_owned()
        }
        ReadError::Damaged => "སྡུད་ཐུམ་ལ་སྐྱོན་ཤོར་འདུག ཡོང་སའི་གནས་ནས་བསྐྱར་དུ་འདྲ་བཤུས་བྱོས།".to_owned(),
        ReadError::Encrypted => format!("{what}གསང་སྡོམ་བྱས་འདུག གསང་ཨང་གིས་ཁ་ཕྱེ་ནས་ཡིག་ཁུག་འདེམས།"),
        ReadError::Method(method) => {
            format!("{what}{method} ཡིས་བསྡུས་འདུག མཉེན་ཆས་འདིས་མི་ཀློག ZIP (Deflate) དཀྱུས་མར་ཐུམ་སྒྲིལ་བྱོས། ཡང་ན་ཁ་ཕྱེ་ནས་ཡིག་ཁུག་འདེམས།")
        }
        ReadError::Escaping(name) => format!("སྡུད་ཐུམ་ནང་གི་མིང་ “{name}” ཕྱི་རོལ་དུ་འཁྲིད། དེ་དོར་ནས་བསྐྱར་དུ་ཐུམ་སྒྲིལ་བྱོས།"),
        ReadError::OtherArchive(kind) => {
            format!("འདི་ནི་ {kind} རྣམ་པའི་སྡུད་ཐུམ་ཡིན། མཉེན་ཆས་འདིས་མི་ཀློག ཁ་ཕྱེ་ནས་ཡིག་ཁུག་འདེམས། ཡང་ན་ ZIP ལ་ཐུམ་སྒྲིལ་བྱོས།")
        }
        ReadError::Overlapping => {
            "སྡུད་ཐུམ་ནང་གི་ཡིག་ཆ་མང་པོས་གཞི་གྲངས་གཅིག་མཉམ་དུ་བེད་སྤྱོད་བྱེད། ཁ་མ་ཕྱེ། ཡོང་སའི་གནས་ནས་གཞན་ཞིག་སློངས།".to_owned()
        }
        ReadError::TooMany(most) => format!("དེའི་ནང་ཡིག་ཆ་ {} ལས་མང་། ཆ་ཤས་འགར་བགོས།", whole(*most)),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a number of files")]
fn whole(count: usize) -> String {
    number(count as f64)
}
