//! The messages about a saved pack, in three languages.

use super::numbers::{counted, file_size};
use super::say::Say;
use super::{bo, en, zh};

/// In English.
pub fn en(say: &Say<'_>) -> String {
    let fixed = match *say {
        Say::Packed { pictures, bytes, path } => {
            return format!("Saved: {}, {}, in “{path}”.", pictures_counted(pictures), file_size(bytes));
        }
        Say::PackedWithout(file, why) => return format!("Left out: “{file}”. {}", en::unavailable(why)),
        Say::PackedUnseen(file, why) => {
            return format!("Goes along as it is, though it cannot be shown: “{file}”. {}", en::unavailable(why));
        }
        Say::PackedRenamed(from, to) => {
            return format!("“{from}” is called “{to}” in the pack: some systems do not take the old name.");
        }
        Say::PackedPreview(file, to) => {
            return format!(
                "“{file}” went along as “{to}”: the camera’s own preview of the raw file, which every version opens."
            );
        }
        Say::PackedAnew(file, to) => {
            return format!(
                "“{file}” was encoded anew as “{to}”: what is written in it could not be taken out otherwise."
            );
        }
        Say::PackedAsTheyWere => {
            "The pictures are as they were, with all that cameras and programs wrote into them, also where they were taken: think of that before you hand the file on."
        }
        Say::PositionsTakenOut(count) => {
            return format!("The place where the camera stood was taken out of {}.", pictures_counted(count));
        }
        _ => "",
    };
    fixed.to_owned()
}

/// In Chinese.
pub fn zh(say: &Say<'_>) -> String {
    let fixed = match *say {
        Say::Packed { pictures, bytes, path } => {
            return format!("已保存：{} 张图片，{}，位于“{path}”。", counted(pictures), file_size(bytes));
        }
        Say::PackedWithout(file, why) => return format!("已略过：“{file}”。{}", zh::unavailable(why)),
        Say::PackedUnseen(file, why) => return format!("无法显示，但已原样放入：“{file}”。{}", zh::unavailable(why)),
        Say::PackedRenamed(from, to) => {
            return format!("“{from}”在包中改名为“{to}”：有的系统不接受原来的名称。");
        }
        Say::PackedPreview(file, to) => {
            return format!("“{file}”以“{to}”放入：这是 RAW 文件中由相机自带的预览图，任何版本都能打开。");
        }
        Say::PackedAnew(file, to) => {
            return format!("“{file}”已重新编码为“{to}”：其中写入的内容无法用别的办法去除。");
        }
        Say::PackedAsTheyWere => "图片保持原样，相机和程序写入的一切都保留，包括拍摄地点：转交文件之前请注意。",
        Say::PositionsTakenOut(count) => return format!("已从 {} 张图片中去除拍摄位置。", counted(count)),
        _ => "",
    };
    fixed.to_owned()
}

/// In Tibetan.
pub fn bo(say: &Say<'_>) -> String {
    let fixed = match *say {
        Say::Packed { pictures, bytes, path } => {
            return format!("ཉར་ཚགས་བྱས་ཟིན། པར་རིས་ {} དང་ {} “{path}” ནང་ཡོད།", counted(pictures), file_size(bytes));
        }
        Say::PackedWithout(file, why) => return format!("ཐུམ་ནང་མ་བཅུག “{file}” {}", bo::unavailable(why)),
        Say::PackedUnseen(file, why) => {
            return format!("སྟོན་མི་ཐུབ་ཀྱང་སོར་བཞག་ཏུ་བཅུག་ཡོད། “{file}” {}", bo::unavailable(why));
        }
        Say::PackedRenamed(from, to) => {
            return format!("“{from}” ཡི་མིང་ཐུམ་ནང་ “{to}” ལ་བསྒྱུར་ཡོད། མ་ལག་འགས་མིང་རྙིང་མི་ལེན།");
        }
        Say::PackedPreview(file, to) => {
            return format!("“{file}” ནི་ “{to}” ཞེས་ནང་དུ་བཅུག་ཡོད། དེ་ནི་པར་ཆས་རང་གིས་ RAW ཡིག་ཆའི་ནང་བཞག་པའི་སྔོན་ལྟའི་པར་ཡིན།");
        }
        Say::PackedAnew(file, to) => {
            return format!("“{file}” བསྐྱར་དུ་ “{to}” ལ་བཟོས་ཡོད། དེའི་ནང་བྲིས་པ་ཐབས་གཞན་གྱིས་བསུབ་མི་ཐུབ།");
        }
        Say::PackedAsTheyWere => {
            "པར་རིས་རྣམས་སོར་བཞག་ཡིན། པར་ཆས་དང་མཉེན་ཆས་ཀྱིས་བྲིས་པ་ཚང་མ་དང་པར་རྒྱག་སའི་གནས་ས་ཡང་ཡོད། གཞན་ལ་མ་སྤྲད་གོང་དྲན་པར་བྱོས།"
        }
        Say::PositionsTakenOut(count) => {
            return format!("པར་རིས་ {} ནས་པར་རྒྱག་སའི་གནས་ས་བསུབས་ཟིན།", counted(count));
        }
        _ => "",
    };
    fixed.to_owned()
}

fn pictures_counted(count: usize) -> String {
    if count == 1 { "1 picture".to_owned() } else { format!("{} pictures", counted(count)) }
}
