//! Chinese: saving a file. A draft until a native reader has checked it.

use super::Save;
use crate::model::Lang;
use crate::state::{Content, FileFormat, Unsaved};
use crate::text::{Out, Say, Separator, Signoff, say};

/// The words in Chinese.
pub fn zh(save: Save<'_>) -> String {
    let fixed = match save {
        Save::Heading => "保存为文件",
        Save::Remark(lang) => return format!("使用当前语言（{lang}），浅底深字。接下来选择保存位置。"),
        Save::Content(content) => match content {
            Content::Exhibition => "整个展览",
            Content::Poster => "海报",
            Content::Chart => "图表",
            Content::Table => "表格",
            Content::Pairings => "结对",
            Content::Review => "待审读的文字",
            Content::Signoff => "审定簿",
            Content::Pack => "随身携带",
        },
        Save::Holds(content) => match content {
            Content::Exhibition => "图片和说明、图表、数字、结对、时间线、来源",
            Content::Poster => "展览全貌，一张 A2 纸，可张贴",
            Content::Chart => "各批人员，附图例、说明和来源",
            Content::Table => "各项数字，附状态和来源；没有的数字留空",
            Content::Pack => "展览及全部图片存为一个文件，可在任何地方用本程序打开；不含相机记录的位置",
            Content::Review => "这种语言中尚未审读的文字，请母语审读人答复：Excel 或 LibreOffice 的表格，或浏览器网页",
            Content::Signoff => "每个画面及其文字和审读情况，附勾选框和签名栏；以指纹与此版本绑定",
            Content::Pairings => "谁与谁结对，何时开始，何时结束",
        },
        Save::FileFormat(form) => match form {
            FileFormat::Pdf => "PDF",
            FileFormat::Html => "网页",
            FileFormat::Svg => "SVG",
            FileFormat::Png => "PNG",
            FileFormat::Csv => "CSV",
            FileFormat::Json => "JSON",
            FileFormat::Xlsx => "Excel",
            FileFormat::Vitrine => ".vitrine",
        },
        Save::As(content, form) => return format!("{content}：{form}"),
        Save::Making(name) => return format!("正在保存“{name}”"),
        Save::MakingSoFar(name, percent) => return format!("正在保存“{name}”：{percent}%"),
        Save::Stop => "停止",
        Save::Stops => "正在停止…",
        Save::Saved(path) if super::is_table(path) => {
            return say(Lang::Zh, Say::Out(Out::Separated(path, Separator::Comma)));
        }
        Save::Saved(path) => return format!("已保存为“{path}”。"),
        Save::SavedWithout(path, count) => {
            return format!("已保存为“{path}”，其中有 {count} 张图片无法读取，未能放入。请修复后重新保存。");
        }
        Save::Unsaved(path, why) => return unsaved(path, why),
    };
    fixed.to_owned()
}

fn unsaved(path: &str, why: &Unsaved) -> String {
    match why {
        Unsaved::Cancelled => say(Lang::Zh, Say::ExportCancelled),
        Unsaved::NoFigures => say(Lang::Zh, Say::NoFigures),
        Unsaved::NoPdf => say(Lang::Zh, Say::NoPdf),
        Unsaved::TooManyScreens(most) => say(Lang::Zh, Say::Signoff(Signoff::TooMany(*most))),
        Unsaved::NotWritten(why) => say(Lang::Zh, Say::Out(Out::NotWritten(path, why.kind, &why.word))),
        Unsaved::PartOfPack => say(Lang::Zh, Say::Out(Out::PartOfPack(path))),
        Unsaved::Exists => format!("“{path}”已存在，未作改动。请换一个名称。"),
        Unsaved::NoDialog => {
            "本系统没有选择保存位置的对话框。请安装 xdg-desktop-portal 或 zenity，或在命令行使用 `vitrine export`。"
                .to_owned()
        }
        Unsaved::Failed => format!("“{path}”未保存：生成时程序出错。请选择其他格式，并报告此问题。"),
    }
}
