//! Chinese: the page for native readers. A draft until a native reader has checked it.

use super::ReviewPage;

/// The words in Chinese.
pub fn zh(words: ReviewPage<'_>) -> String {
    let fixed = match words {
        ReviewPage::HowTo => {
            "请逐条审阅草稿。草稿无误，请勾选“同意”；如有不妥，请在“修改后的文本”中写出完整的正确文本。留空的保持不变。可以随时停下，以后再继续。完成后请按“保存答复”，并用电子邮件发回保存的文件。"
        }
        ReviewPage::NoScript => {
            "这个程序只能显示文本，不运行脚本，因此不能在此填写。请用浏览器打开本文件；或者在电子邮件中写明各条文本的序号和您的答复。"
        }
        ReviewPage::Date => "日期：",
        ReviewPage::Load => "打开已保存的答复……",
        ReviewPage::Next => "下一条未答复",
        ReviewPage::Save => "保存答复",
        ReviewPage::Copy => "复制到电子邮件",
        ReviewPage::Forget => "删除全部答复……",
        ReviewPage::Progress(done, all) => return format!("已答复 {done} 条，共 {all} 条"),
        ReviewPage::FromDraft => "从草稿开始修改",
        ReviewPage::NoDraft => "尚无文本。",
        ReviewPage::NoSource => "这就是原文。",
        ReviewPage::Kept => "在保存之前，答复会留在这个浏览器中。",
        ReviewPage::NotKept => "这个浏览器不保留任何内容：关闭页面之前请先保存答复。",
        ReviewPage::Saved(file) => return format!("已保存为“{file}”，一般在“下载”文件夹中。请发回这个文件。"),
        ReviewPage::SavedNameless(file) => {
            return format!("已保存为“{file}”，但没有姓名。请在上方写上姓名，再保存一次。");
        }
        ReviewPage::Copied => "已复制。请粘贴到电子邮件的正文中。",
        ReviewPage::CopyByHand => "浏览器不能自动复制：请选中下面框中的文本，手动复制。",
        ReviewPage::Loaded(count) => return format!("从文件中取得 {count} 条答复。"),
        ReviewPage::LoadedSome(count, others) => {
            return format!("从文件中取得 {count} 条答复。另有 {others} 条答复的文本不在本页。");
        }
        ReviewPage::Replace(count) => return format!("本页有 {count} 条答复与文件中的不同。要替换吗？"),
        ReviewPage::NotAnswers => "这个文件中没有答复。请选择用“保存答复”生成的文件。",
        ReviewPage::OtherLanguage => "这个文件中的答复针对另一种语言的文本。",
        ReviewPage::ReallyForget => "删除本页的全部答复？删除后无法恢复。",
        ReviewPage::Forgotten => "本页的答复已全部删除。",
    };
    fixed.to_owned()
}
