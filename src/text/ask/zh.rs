//! Chinese: opening and saving without the system's dialogs, and what was not found. A draft until a native reader has checked
//! it.

use super::{Ask, Sought};

/// The words in Chinese.
pub fn zh(ask: Ask<'_>) -> String {
    let fixed = match ask {
        Ask::NotThere(sought, wanted, there) => return not_there(sought, wanted, there),
        Ask::Open => "打开展览",
        Ask::File => "文件…",
        Ask::FileIs => ".vitrine 或 .zip 文件、exhibition.json，或一张图片（同一文件夹中的图片一并显示）",
        Ask::Folder => "文件夹…",
        Ask::FolderIs => "含 exhibition.json 的文件夹，或只有图片的文件夹",
        Ask::Path => "或输入所在位置",
        Ask::PathHint => "文件夹或文件",
        Ask::OpenIt => "打开",
        Ask::NoDialog => "本系统没有选择文件的对话框（安装 xdg-desktop-portal 或 zenity 后即有）。请在此输入位置。",
        Ask::SaveTo(what) => return format!("{what}：文件保存到哪里？"),
        Ask::SaveIt => "保存",
        Ask::ShowProblems => "查看清单",
        Ask::Problems(n) => return format!("此展览有 {n} 个问题"),
        Ask::LeftOut(left_out, others) => return left_out_words(left_out, others),
        Ask::CopyProblems => "复制清单",
        Ask::OpenInTalk(name) => return format!("有人要打开“{name}”。结束讲解吗？"),
        Ask::EndAndOpen => "结束并打开",
        Ask::NotNow => "继续讲解",
    };
    fixed.to_owned()
}

fn not_there(sought: Sought, wanted: &str, there: &str) -> String {
    let (none, nothing) = match sought {
        Sought::Province => (format!("没有编号为“{wanted}”的省份。"), "此展览没有省份。"),
        Sought::Picture => (format!("没有编号为“{wanted}”的图片。"), "此展览没有图片。"),
        Sought::Sheet => (
            format!("此展览没有来源页“{wanted}”。"),
            "来源页写作“类别:编号”：batch:10、province:CN-FJ、photo:…、statement:…、milestone:…、source:…",
        ),
        Sought::Stop => (format!("讲解没有第 {wanted} 站。"), "此展览没有讲解站点。"),
        Sought::View => (format!("视图“{wanted}”没有可显示的内容。"), "此展览是空的。"),
        Sought::Screen => (format!("没有名为“{wanted}”的屏幕。"), "没有找到任何屏幕。"),
    };
    if there.is_empty() { format!("{none}{nothing}") } else { format!("{none}现有：{there}。") }
}

fn left_out_words(left_out: usize, others: usize) -> String {
    let left =
        if left_out > 0 { format!("有 {left_out} 项无法读取，因此没有显示。") } else { String::new() };
    let more = match others {
        0 => String::new(),
        n if left_out > 0 => format!("另有 {n} 个问题。"),
        _ => "其余内容已尽可能显示。".to_owned(),
    };
    format!("{left}{more}请制作展览的人改正后重新打开。")
}
