//! Chinese: rows from spreadsheets.

use super::Import;
use crate::model::Lang;
use crate::state::editing::Table;
use crate::state::editing::spreadsheet::{FoundBy, Tally};
use crate::text::{counted, date};

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "英文",
        Lang::Zh => "中文",
        Lang::Bo => "藏文",
    }
}

/// The words in Chinese.
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn zh(words: Import<'_>) -> String {
    let fixed = match words {
        Import::InLanguage(name, lang) => return format!("{name}（{}）", language(lang)),
        Import::IdHelp => "请勿改动；新行留空",
        Import::FileHelp => "指的是哪张图片；不会改动",
        Import::FigureHelp => "2,117 或“近 12,000”；未公布；留空则不变",
        Import::DateHelp => "1994、1994-07 或 1994-07-12",
        Import::NamesHelp => "第二张工作表中的名称或编号；多个用逗号分开",
        Import::OneOf(words) => return format!("任选其一：{words}"),
        Import::NamesSheet => "名称",
        Import::HowTo => "请补上缺少的内容，改正错误；新行写在下面。空单元格不改变任何内容。行和列可以移动或省略。",
        Import::Made(path, 0) => return format!("已写入“{path}”，有表头，暂无行。"),
        Import::Made(path, count) => return format!("已写入“{path}”，共 {} 行。", counted(count)),
        Import::Exists(path) => {
            return format!("“{path}”已经存在，里面可能有填写的内容。请换一个名称，或加 --force 替换。");
        }
        Import::TooMany => "展览的行数超过一张工作表所能容纳，或内存不足。",
        Import::NotASpreadsheet(path) => {
            return format!("“{path}”不是电子表格。请在原来的程序中打开，另存为 .xlsx、.ods 或 .csv。");
        }
        Import::Old(path) => {
            return format!("“{path}”是旧版 Excel 文件，或设有密码。请打开后另存为不带密码的“Excel 工作簿 (.xlsx)”。");
        }
        Import::Damaged(path) => {
            return format!("“{path}”已损坏或不完整。请重新索取，或在电子表格程序中打开后另存。");
        }
        Import::TooLarge(path) => {
            return format!("“{path}”远大于展览的任何表格，没有读取。请把需要的行复制到新文件。");
        }
        Import::Encoding(path) => {
            return format!("“{path}”的文字编码无法识别。请另存为 .xlsx 或“CSV UTF-8”。");
        }
        Import::NoExhibition(path) => {
            return format!("“{path}”没有 exhibition.json。请先用“vitrine pack”保存，它会生成一个。");
        }
        Import::NoKind(path, kinds) => {
            return format!("从表头看不出“{path}”的行是什么。请加 --kind，可选：{kinds}。");
        }
        Import::NoColumns(path) => {
            return format!("“{path}”没有可识别的列。请用 --map \"表头=字段\" 逐列说明。");
        }
        Import::NoSheet(name, there) => return format!("没有工作表“{name}”。现有：{there}。"),
        Import::NoHead(head, there) => return format!("没有“{head}”这一列。现有：{there}。"),
        Import::NoField(field, there) => return format!("没有字段“{field}”。现有：{there}；不读取的列写 -。"),
        Import::Reads("", table) => return format!("读作“{table}”。"),
        Import::Reads(sheet, table) => return format!("工作表“{sheet}”读作“{table}”。"),
        Import::Column(head, field) => return format!("  {head} → {field}"),
        Import::NotRead(heads) => return format!("  不读取：{heads}"),
        Import::Row(line, entry, what) => return format!("第 {line} 行：{entry}：{what}"),
        Import::RowAlone(line, what) => return format!("第 {line} 行：{what}"),
        Import::New => "新增。",
        Import::Gets(head, value) => return format!("{head}：“{value}”。"),
        Import::Becomes(head, was, value) => return format!("{head}：“{was}”改为“{value}”。"),
        Import::Loses(head, was) => return format!("{head}：去掉“{was}”。"),
        Import::FoundBy(by) => match by {
            FoundBy::Id => "按编号找到。",
            FoundBy::RewrittenId => "按编号找到（编号被电子表格改写过）。",
            FoundBy::File => "按文件名找到。",
            FoundBy::Number => "按批次序号找到。",
            FoundBy::Pair => "按省市、地区和年份找到。",
            FoundBy::Title => "按标题或正文找到。",
            FoundBy::Address => "按网址找到。",
        },
        Import::NotTaken(why) => return format!("未采用：{why}"),
        Import::ReplacesCheck(reader, when) => {
            let who = if reader.is_empty() { String::new() } else { format!("由{reader}") };
            let on = when.map(|when| format!("（{}）", date(Lang::Zh, when))).unwrap_or_default();
            return format!("这段文字已{who}审校{on}，改动后将过时。");
        }
        Import::Outdates(languages) => return format!("已审校的译文将过时：{languages}。"),
        Import::Checked(count) => return format!("涉及 {} 段已审校的文字：", counted(count)),
        Import::Tally(Tally { new, changed, same, refused, .. }) => {
            return format!(
                "新增 {}，改动 {}，相同 {}，未采用 {}。",
                counted(new),
                counted(changed),
                counted(same),
                counted(refused)
            );
        }
        Import::Cell(head, "", why) => return format!("{head}：{why}"),
        Import::Cell(head, text, why) => return format!("{head}：“{text}”：{why}"),
        Import::NotAText(head) => return format!("{head}：文字变成了日期之类。请把单元格设为文本格式后重写。"),
        Import::TooLong(head, most) => return format!("{head}：文字超过 {} 个字符。", counted(most)),
        Import::NoSource => "新的数字须注明由谁公布：请在人数来源一列写上来源。",
        Import::NoName(table) => match table {
            Table::Captions => "看不出是哪张图片：需要编号或文件名。",
            Table::Batches => "看不出是哪一批：需要序号。",
            Table::Pairings => "看不出是哪一对：需要省市、地区和年份。",
            Table::Milestones => "看不出是哪件大事：需要编号，或日期和标题。",
            Table::Sources | Table::Statements => "看不出是哪个来源：需要编号、网址或标题。",
        },
        Import::NoPicture(name) => return format!("没有叫“{name}”的图片。请先添加照片，或按展览中的文件名填写。"),
        Import::Rewritten(text) => {
            return format!(
                "编号一列中的“{text}”像是被电子表格改成的数字或日期。请在文本格式的单元格中重写；新行请留空。"
            );
        }
        Import::Several(name) => return format!("“{name}”不止一个。请在旁边写上编号。"),
        Import::Twice(other) => return format!("第 {other} 行对同一条目的说法不同。请只留一行。"),
        Import::OtherFile(id) => return format!("编号“{id}”与文件名不是同一张图片。请改正其中之一。"),
        Import::Incomplete(head) => return format!("新行不能缺“{head}”。"),
        Import::HowToApply => "尚未写入。加 --apply 写入展览，或用 --out 加名称另存。",
        Import::NothingToApply => "没有改动，未写入任何内容。",
        Import::BuiltIn => "内置展览本身保持不变。请用 --out 加名称保存带有这些行的副本。",
        Import::Applied(path) => return format!("“{path}”已包含这些行。"),
        Import::NotApplied => "未写入：这些行与展览不符。请运行“vitrine check”并改正它指出的问题。",
        Import::Open => "从电子表格…",
        Import::OpenAny => "电子表格或审读答复…",
        Import::DropIt => "请输入文件的位置，或把文件拖放到此窗口：.xlsx、.ods 或 .csv。",
        Import::AnotherFile => "另选文件…",
        Import::Reading(name) => return format!("正在读取“{name}”…"),
        Import::Looking => "正在查看会改变什么…",
        Import::Sheet => "工作表",
        Import::Table => "各行是",
        Import::Columns => "列",
        Import::ColumnsTaken(taken, all) => return format!("采用 {taken} / {all}"),
        Import::Letters(letters) => return format!("{letters} 列"),
        Import::Leave => "不采用",
        Import::ChoiceOf(head) => return format!("“{head}”对应"),
        Import::Rows => "会改变什么",
        Import::More(count) => return format!("还有 {} 行", counted(count)),
        Import::TakeIn(count) => return format!("采用 {} 行", counted(count)),
        Import::Nothing => "没有可采用的内容。",
    };
    fixed.to_owned()
}
