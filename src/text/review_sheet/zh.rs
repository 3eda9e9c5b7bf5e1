//! Chinese: sheets for native readers. A draft until a native reader has checked it.

use super::{ReviewColumn, ReviewSheet};
use crate::model::Lang;
use crate::text::date;

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "英文",
        Lang::Zh => "中文",
        Lang::Bo => "藏文",
    }
}

fn head(column: ReviewColumn) -> &'static str {
    match column {
        ReviewColumn::Number => "序号",
        ReviewColumn::Picture => "图片",
        ReviewColumn::Place => "所在位置",
        ReviewColumn::Source => "原文",
        ReviewColumn::Draft => "草稿",
        ReviewColumn::Better => "修改后的文本",
        ReviewColumn::Agreed => "是否同意",
        ReviewColumn::Remark => "备注",
        ReviewColumn::Id => "编号",
        ReviewColumn::TextPrint => "草稿标记",
        ReviewColumn::SourcePrint => "原文标记",
    }
}

/// The words in Chinese.
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn zh(words: ReviewSheet<'_>) -> String {
    let fixed = match words {
        ReviewSheet::SheetName => "审阅",
        ReviewSheet::GlossaryName => "词汇表",
        ReviewSheet::HowTo => {
            "请逐条审阅草稿。草稿无误，请在旁边选“同意”；如有不妥，请在“修改后的文本”中写出完整的正确文本。留空的保持不变。完成后请保存为 Excel 工作簿（.xlsx）并发回。"
        }
        ReviewSheet::ReaderName => "您的姓名：",
        ReviewSheet::Head(column) => head(column),
        ReviewSheet::Page(_) => return String::new(),
        ReviewSheet::Agreed => "同意",
        ReviewSheet::ChooseAgreed(agreed) => return format!("请选“{agreed}”，或者留空。修改后的文本请写在左边一格。"),
        ReviewSheet::Made(count, lang, path) => {
            return format!("“{path}”中有 {count} 条{}文本待审阅。", language(lang));
        }
        ReviewSheet::NothingToCheck(lang) => {
            return format!(
                "没有写入文件：没有待审阅的{}草稿或已过时的文本。如需全部文本，请加上 --all。",
                language(lang)
            );
        }
        ReviewSheet::NoExhibition(path) => {
            return format!(
                "“{path}”没有 exhibition.json，因此没有可审阅的文本。请先用 “vitrine pack” 保存（图片说明会成为文本），再使用保存的文件。"
            );
        }
        ReviewSheet::Exists(path) => {
            return format!("“{path}”已经存在，其中可能有审阅人的答复。请换一个名字；如要替换，请加上 --force。");
        }
        ReviewSheet::NotAWorkbook(path) => {
            return format!(
                "“{path}”中没有答复：它既不是 Excel 工作簿，也不是审阅网页保存的文件。请用原来的程序打开，另存为不带密码的“Excel 工作簿（.xlsx）”；如是网页，请用“保存答复”生成的文件。"
            );
        }
        ReviewSheet::Damaged(path) => {
            return format!(
                "“{path}”已损坏或不完整。请让对方重新发送；如果是工作簿，也可用电子表格程序打开后另存为“Excel 工作簿（.xlsx）”。"
            );
        }
        ReviewSheet::TooLarge(path) => {
            return format!("“{path}”远远大于一份审阅表，没有读取。请让对方发送审阅表本身，或用“保存答复”生成的文件。");
        }
        ReviewSheet::NoAnswers(path) => {
            return format!("“{path}”是网页本身，其中没有答复。请让审阅人发送用“保存答复”生成的文件。");
        }
        ReviewSheet::NotAReview(path) => {
            return format!(
                "“{path}”中没有审阅表：需要有“修改后的文本”或“是否同意”一栏，以及隐藏的编号栏。请让对方发送您发出的那份表。"
            );
        }
        ReviewSheet::Newer(path) => return format!("“{path}”由本程序的较新版本生成。请用该版本读取。"),
        ReviewSheet::TooMany => "展览的文本多于一张表的容量，或者内存不足。",
        ReviewSheet::OtherVersion => "审阅表生成之后，展览有过改动。只采纳对未改动文本的答复。",
        ReviewSheet::Row(line, place, what) => return format!("第 {line} 行：{place}：{what}"),
        ReviewSheet::RowAlone(line, what) => return format!("第 {line} 行：{what}"),
        ReviewSheet::WillBeChecked => "同意。",
        ReviewSheet::WillChange("", new) => return format!("新增“{new}”"),
        ReviewSheet::WillChange(was, new) => return format!("由“{was}”改为“{new}”"),
        ReviewSheet::ReplacesCheck(reader, when) => return format!("这会替换已审阅的文本{}。", by(reader, when)),
        ReviewSheet::SourceChanged => "未采纳：原文在此期间已有改动。请重新发送审阅表。",
        ReviewSheet::TextChanged => "未采纳：文本在此期间已有改动。请重新发送审阅表。",
        ReviewSheet::Wanted(text) => return format!("审阅人写的是：“{text}”"),
        ReviewSheet::Remark(text) => return format!("备注：“{text}”"),
        ReviewSheet::NoId => "不予采纳：编号已丢失，而且无法从文本判断是哪一条。请把答复抄到新表的相应一行。",
        ReviewSheet::UnknownId(id) => {
            return format!(
                "不予采纳：本展览中没有编号为“{id}”的文本。该条目可能已被删除，或者这是另一个展览的审阅表。"
            );
        }
        ReviewSheet::Twice => "不予采纳：同一条文本有几行不同的答复。请只保留一行。",
        ReviewSheet::Unbound => "不予采纳：记录所读文本的栏已丢失。请把答复抄到新表的相应一行。",
        ReviewSheet::NotAText => "不予采纳：修改后的文本变成了日期或数字。请把单元格设为文本格式后重写。",
        ReviewSheet::NotAChoice("") => "不予采纳：“是否同意”一栏的内容不是“同意”。",
        ReviewSheet::NotAChoice(word) => return format!("不予采纳：“是否同意”一栏中的“{word}”不是“同意”。"),
        ReviewSheet::NothingThere => "不予采纳：没有可以同意的文本。",
        ReviewSheet::DraftEdited => "不予采纳：草稿本身被改写了。请把改写的内容移到“修改后的文本”一栏。",
        ReviewSheet::TooLong(most) => return format!("不予采纳：修改后的文本超过 {most} 个字符。"),
        ReviewSheet::Tally([agreed, changed, already, meanwhile, refused, untouched]) => {
            return format!(
                "同意 {agreed} 条，修改 {changed} 条，此前已审阅 {already} 条，期间有改动而未采纳 {meanwhile} 条，不予采纳 {refused} 条，未作答 {untouched} 条。"
            );
        }
        ReviewSheet::HowToApply("") => {
            "没有写入任何内容，也没有审阅人的姓名。请用 --by 加上姓名，并加 --apply 写入展览；或用 --out 加名称，另存到别处。"
        }
        ReviewSheet::HowToApply(reader) => {
            return format!(
                "没有写入任何内容。加上 --apply 即写入展览，审阅人为{reader}；或用 --out 加名称，另存到别处。"
            );
        }
        ReviewSheet::NothingToApply => "没有需要改动的内容，没有写入文件。",
        ReviewSheet::BuiltIn => "内置展览本身保持不变。请用 --out 加名称，另存一份带有答复的副本。",
        ReviewSheet::Applied(path, reader, when) => return format!("答复已写入“{path}”：已审阅{}。", by(reader, when)),
        ReviewSheet::NotApplied => "没有写入任何内容：答复与展览不相符。请用 “vitrine check” 检查展览并改正。",
    };
    fixed.to_owned()
}

fn by(reader: &str, when: Option<crate::model::Date>) -> String {
    let when = when.map(|when| date(Lang::Zh, when));
    let parts: Vec<&str> =
        [Some(reader), when.as_deref()].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { String::new() } else { format!("（{}）", parts.join("，")) }
}
