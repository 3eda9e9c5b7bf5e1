//! Chinese: the tables.

use super::Cells;
use crate::model::{HowRead, Lang, List};
use crate::state::editing::Table;
use crate::state::editing::table::{Choices, Named, Passage, Progress, Refusal, RowFilter};
use crate::text::{Say, counted, say};

/// The words in Chinese.
#[expect(clippy::too_many_lines, reason = "one arm for each case")]
pub fn zh(words: Cells<'_>) -> String {
    let fixed = match words {
        Cells::TableRow(name, count) => return format!("{name}，{} 行", counted(count)),
        Cells::Filter(filter, count) => return filtered(filter, count),
        Cells::Row(number, name) => return format!("第 {number} 行，{name}"),
        Cells::Cell(column, row, says) => return format!("{column}，{row}：{says}"),
        Cells::Batch(number) => return format!("第 {number} 批"),
        Cells::Choice(choices, name) => return choice(choices, name),
        Cells::WorkedOut(sum) => return format!("{sum}，推算"),
        Cells::Copied(block) => return format!("已复制：{} 行 {} 列", counted(block.rows), block.columns),
        Cells::Changed(0) => "没有单元格改变。",
        Cells::Changed(count) => return format!("已改动 {} 个单元格。", counted(count)),
        Cells::LeftAsTheyWere(count) => return format!("{} 个单元格保持原样：", counted(count)),
        Cells::Refused("", why) => return why.to_owned(),
        Cells::Refused(text, why) => return format!("“{text}”：{why}"),
        Cells::Why(why) => return refusal(why),
        Cells::Question(copied, here) if copied.columns != here.columns => {
            return format!(
                "复制了 {} 行 {} 列，这里只容得下 {} 行 {} 列。",
                counted(copied.rows),
                copied.columns,
                counted(here.rows),
                here.columns
            );
        }
        Cells::Question(copied, here) => {
            return format!("复制了 {} 行，这里只有 {} 行。", counted(copied.rows), counted(here.rows));
        }
        Cells::Shown(shown, all) if shown == all => return format!("共 {} 行", counted(all)),
        Cells::Shown(shown, all) => return format!("{} / {} 行", counted(shown), counted(all)),
        Cells::Stays(number) => return format!("第 {number} 行在您离开之前仍留在列表中"),
        Cells::Delete(1) => "删除此行",
        Cells::Delete(count) => return format!("删除 {count} 行"),
        Cells::Rows(table) => match table {
            Table::Captions => "图片",
            Table::Batches => "批次",
            Table::Pairings => "结对",
            Table::Milestones => "大事",
            Table::Sources => "来源",
            Table::Statements => "陈述",
        },
        Cells::Column(named) => column(named),
        Cells::Passage(passage) => match passage {
            Passage::Title => "标题",
            Passage::Caption => "说明",
            Passage::Alternative => "替代文字",
            Passage::Text => "正文",
            Passage::Told => "时间表述",
            Passage::Publisher => "发布方",
            Passage::Description => "描述",
        },
        Cells::State(state) => match state {
            Progress::Missing => "缺",
            Progress::Draft => "草稿",
            Progress::Checked => "已审校",
            Progress::Outdated => "已过时",
        },
        Cells::Tables => "表格",
        Cells::SourceText => "原文",
        Cells::States => "状态",
        Cells::ShowAll => "显示所有行",
        Cells::NotWritten => "尚未填写",
        Cells::NotGiven => "未给出",
        Cells::Unnamed => "未命名",
        Cells::YesNo(true) => "是",
        Cells::YesNo(false) => "否",
        Cells::CopiedIs => "可粘贴到这里或电子表格中。按 Esc 取消。",
        Cells::PasteAdding(count) => return format!("添加 {count} 行"),
        Cells::PasteFirst => "请添加一行，或按 Ctrl + V 粘贴电子表格中的行。",
        Cells::PasteHere => "粘贴容得下的部分",
        Cells::Leave => "不粘贴",
        Cells::Keys => "按 Enter 或 F2 填写。Shift + 方向键选择一块。Ctrl + C、Ctrl + V 与电子表格互相复制",
        Cells::WritingKeys(false) => "按 Enter 和 Tab 继续。按 Esc 恢复原文",
        Cells::WritingKeys(true) => "按 Enter 和 Tab 继续。Shift + Enter 换行。按 Esc 恢复原文",
        Cells::NoRows(RowFilter::All) => "这里还没有内容。",
        Cells::NoRows(_) => "此列表中已没有行。",
    };
    fixed.to_owned()
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "英文",
        Lang::Zh => "中文",
        Lang::Bo => "藏文",
    }
}

fn filtered(filter: RowFilter, count: usize) -> String {
    let count = counted(count);
    match filter {
        RowFilter::All => format!("全部 {count}"),
        RowFilter::Missing(lang) => format!("缺{}（{count}）", language(lang)),
        RowFilter::Drafts => format!("草稿（{count}）"),
        RowFilter::Outdated => format!("已过时（{count}）"),
    }
}

fn column(named: Named) -> &'static str {
    match named {
        Named::Number => "序号",
        Named::Arrived => "到达",
        Named::Left => "离开",
        Named::People => "人数",
        Named::PeopleSources => "人数来源",
        Named::YearsSources => "年份来源",
        Named::Province => "省市",
        Named::Division => "地区",
        Named::Since => "始于",
        Named::Until => "止于",
        Named::Inferred => "推断",
        Named::Date => "日期",
        Named::Picture => "图片",
        Named::Provinces => "涉及省市",
        Named::Sources => "来源",
        Named::Group => "标题",
        Named::Figure => "数字",
        Named::OwnTitle => "原题",
        Named::Language => "语种",
        Named::Address => "网址",
        Named::Hosting => "见于",
        Named::HowRead => "读到",
        Named::Text(lang) => language(lang),
    }
}

fn choice(choices: Choices, name: &str) -> String {
    let fixed = match (choices, name) {
        (Choices::Hosting, "publisher") => "发布方网站",
        (Choices::Hosting, "reprint") => "转载",
        (Choices::Hosting, "mirror") => "仅见副本",
        (Choices::Hosting, _) => "展览所据文章",
        (Choices::HowRead, "full") => return say(Lang::Zh, Say::HowRead(HowRead::Full)),
        (Choices::HowRead, "excerpt") => return say(Lang::Zh, Say::HowRead(HowRead::Excerpt)),
        (Choices::HowRead, _) => return say(Lang::Zh, Say::HowRead(HowRead::Data)),
    };
    fixed.to_owned()
}

fn refusal(why: Refusal) -> String {
    let fixed = match why {
        Refusal::NoNumber => "不是数字。请写 2,117 或“近 12,000”；没有公布的请写“未公布”。",
        Refusal::Negative => "小于零。数量应为 0 或更大。",
        Refusal::TooLarge => "数字太大。",
        Refusal::NoWhole => "不是从 1 开始的整数。",
        Refusal::NoDate => "不是日期。请写 2024、2024-08 或 2024-08-26。",
        Refusal::NoYesNo => "应为“是”或“否”。",
        Refusal::NoChoice => "不是这一列的选项。",
        Refusal::Unknown(list) => {
            let what = match list {
                List::Provinces => "省市",
                List::Divisions => "地区",
                List::Photos => "图片",
                List::Groups => "标题",
                List::Sources => "来源",
                _ => "条目",
            };
            return format!("没有叫这个名字的{what}，或者不止一个。");
        }
        Refusal::Needed => "这一格不能为空。",
        Refusal::WorkedOut => "这个数字是推算的：它随各项变化，不能直接改写。",
        Refusal::NumberFirst => "没有这些来源可以对应的已公布数字。",
    };
    fixed.to_owned()
}
