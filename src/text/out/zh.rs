//! Chinese: where a file is written. A draft until a native reader has checked it.

use std::io::ErrorKind;

use super::{Out, Separator, bare};

/// The words in Chinese.
pub fn zh(out: Out<'_>) -> String {
    match out {
        Out::Folder(path) => format!("“{path}”是文件夹：请给出其中的文件名。"),
        Out::Ending { ending, can, or_form } => {
            let form = if or_form { "，或用 --format 指定格式" } else { "" };
            format!("不能写成“{ending}”：文件名请以 {can} 结尾{form}。")
        }
        Out::PartOfPack(path) => format!("“{path}”属于正在读取的展览，不会被覆盖：请换一个文件名。"),
        Out::PackItself(path) => {
            format!("“{path}”就是正在读取的展览包：请换一个文件名；若要在写完后取代它，请加 --force。")
        }
        Out::BeingEdited(path) => format!(
            "没有写入任何内容：“{path}”正在编辑器中打开，或有尚未保存的改动。请在编辑器中保存或放弃改动并关闭，然后重新运行；或者用 --out 代替 --apply，另存一份。"
        ),
        Out::Foreign(path) => {
            format!("“{path}”已经存在，而且不是本程序写出的同类文件：请换一个文件名；若要取代它，请加 --force。")
        }
        Out::Separated(path, separator) => format!("已保存为“{path}”。{}", separated(separator)),
        Out::SeparatedBy(separator) => separated(separator).to_owned(),
        Out::NotWritten(path, kind, word) => not_written(path, kind, bare(word)),
    }
}

fn separated(separator: Separator) -> &'static str {
    match separator {
        Separator::Comma => {
            "各值以逗号分隔。设为德语或法语的电子表格软件以分号分隔：请在打开文件时选择逗号，或用 `vitrine export table --separator semicolon` 写出。"
        }
        Separator::Semicolon => "各值以分号分隔。",
        Separator::Tab => "各值以制表符分隔。",
    }
}

fn not_written(path: &str, kind: ErrorKind, word: &str) -> String {
    let (why, what_to_do) = reason(kind, word);
    format!("“{path}”无法写入：{why}。{what_to_do}")
}

/// Why a file was not written, and what to do.
pub fn reason(kind: ErrorKind, word: &str) -> (&str, &'static str) {
    match kind {
        ErrorKind::NotFound => ("所在的文件夹不存在", "请新建文件夹，或换一个位置。"),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            ("那里不允许写入", "请换一个位置，或检查文件是否写保护、是否被其他程序打开。")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ("空间不足", "请腾出空间，或换一个位置。"),
        ErrorKind::FileTooLarge => ("文件超过那里允许的大小", "请换一个磁盘：FAT 格式的 U 盘单个文件不能超过 4 GB。"),
        ErrorKind::InvalidFilename => ("文件名太长或不被允许", "请用较短的文件名。"),
        ErrorKind::IsADirectory => ("它是文件夹", "请给出其中的文件名。"),
        ErrorKind::NotADirectory => ("路径中有一部分不是文件夹", "请更正路径。"),
        ErrorKind::BrokenPipe => ("读取的一方已停止", "请再试一次。"),
        _ => (word, "请换一个位置，或检查磁盘是否已满或写保护。"),
    }
}
