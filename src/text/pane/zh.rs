//! Chinese: the editing pane.

use super::Pane;
use crate::model::{Lang, List};
use crate::state::editing::{IdFault, Way};
use crate::text::{date, number};

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "英文",
        Lang::Zh => "中文",
        Lang::Bo => "藏文",
    }
}

/// The words in Chinese.
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn zh(words: Pane<'_>) -> String {
    let fixed = match words {
        Pane::Name(_) | Pane::Help(_) | Pane::Choice(_) | Pane::ChoiceIs(_) | Pane::In(..) => "",
        Pane::Source => "原文",
        Pane::InThree => "三种语言",
        Pane::NotGiven => "未填写",
        Pane::NotWritten => "尚未写",
        Pane::Checked => "已审读",
        Pane::Draft => "草稿",
        Pane::DraftIs => "尚无人审读",
        Pane::Outdated => "已过时",
        Pane::OfGlossary => "术语表中的译法",
        Pane::Insert(word, term) => return format!("插入“{word}”（“{term}”）"),
        Pane::CheckedElsewhere => "同一原文在别处已审读的译文",
        Pane::By(reader, when, was) => {
            let when = when.map(|when| date(Lang::Zh, when));
            let parts: Vec<&str> =
                [Some(reader), when.as_deref()].into_iter().flatten().filter(|p| !p.is_empty()).collect();
            return if was && !parts.is_empty() {
                format!("曾审阅：{}", parts.join("，"))
            } else {
                parts.join("，")
            };
        }
        Pane::Reader => "审阅人",
        Pane::ReaderHint => "谁读过",
        Pane::HasBeenChecked => "已审阅",
        Pane::ToBeReadAgain => "需要重新审阅",
        Pane::StillRight => "仍然正确",
        Pane::SourceChanged(lang) => return format!("审阅之后，{}原文已有改动。", language(lang)),
        Pane::TextChanged => "审阅之后，此文本已有改动。",
        Pane::BothChanged(lang) => return format!("审阅之后，此文本和{}原文都已有改动。", language(lang)),
        Pane::Compare => "对照",
        Pane::EndCompare => "关闭对照",
        Pane::Was(lang) => return format!("审阅时的{}", language(lang)),
        Pane::Now(lang) => return format!("现在的{}", language(lang)),
        Pane::Differs(words) => return format!("不同之处：{words}"),
        Pane::FormerAwaited => "正在从以前的版本中查找…",
        Pane::FormerGone => "当时的文本已无留存，本展览和这台电脑上都没有。请直接对读现在的两种文本。",
        Pane::Missing => "缺少",
        Pane::MissingIs(lang) => return format!("观众看到{}", language(lang)),
        Pane::MissingAll => "观众什么也看不到",
        Pane::Count(lang, found, limit) => {
            let unit = match lang {
                Lang::En => "个词",
                Lang::Zh => "个字",
                Lang::Bo => "个音节",
            };
            return match limit {
                Some(limit) => format!("{found} {unit}，以 {limit} 为限"),
                None => format!("{found} {unit}"),
            };
        }
        Pane::Grip(name) => return format!("拖动{name}"),
        Pane::TakeOut(name) => return format!("去掉 {name}"),
        Pane::AddTo(name) => return format!("{name}：添加"),
        Pane::Find => "输入以查找",
        Pane::NothingFound => "没有这个名称。",
        Pane::New(list, "") => return format!("新建{} …", entry(list)),
        Pane::New(list, name) => return format!("新建{}：“{name}”", entry(list)),
        Pane::Nothing => "无",
        Pane::Unnamed => "无名称",
        Pane::Term(at) => return format!("第 {at} 项"),
        Pane::Report(at) => return format!("第 {at} 则报道"),
        Pane::Plus => "加上",
        Pane::Minus => "减去",
        Pane::AddTerm => "添加一项",
        Pane::AddReport => "添加一则报道",
        Pane::Sum => "合计",
        Pane::NoSum => "尚不可知：有一项没有数目",
        Pane::SumPrecision => "准确，因为各项都准确",
        Pane::SumSources(count) => return format!("{count} 个来源，即各项的来源"),
        Pane::SumIs => "不能直接改写这个数目：请改动各项，或选“有报道”。",
        Pane::NoFigure => "去掉数字",
        Pane::FocusAt(across, down) => return format!("横 {across} %，竖 {down} %"),
        Pane::NoFocus => "选定之前在正中",
        Pane::Pixels(w, h) => return format!("{} × {}", number(f64::from(w)), number(f64::from(h))),
        Pane::MoveUp => "前移",
        Pane::MoveDown => "后移",
        Pane::Delete(0, 0) => "删除",
        Pane::Delete(entries, 0) => return format!("删除，连同 {entries} 个条目"),
        Pane::Delete(0, mentions) => return format!("删除，连同 {mentions} 处引用"),
        Pane::Delete(entries, mentions) => return format!("删除，连同 {entries} 个条目和 {mentions} 处引用"),
        Pane::ChooseSeveral => "选择多张",
        Pane::SeveralIs => "在图片墙上点图片，选上或去掉。您确认之前什么也不写入。",
        Pane::EndSeveral => "完成",
        Pane::Way(Way::Replace) => "替换",
        Pane::Way(Way::Append) => "添加在末尾",
        Pane::Way(Way::WhereEmpty) => "只填空缺",
        Pane::Differing(count) => return format!("各不相同：{count} 种"),
        Pane::Write(count) => return format!("写入 {count} 张图片"),
        Pane::BackTo(name) => return format!("回到{name}"),
        Pane::Lists => "列表",
        Pane::ListHeading(list, count) => return format!("{}（{count}）", list_name(list)),
        Pane::IdFault(IdFault::Empty, old) => return format!("id 不能为空，仍为“{old}”。"),
        Pane::IdFault(IdFault::Taken, old) => return format!("另一条目已用此 id，仍为“{old}”。"),
        Pane::IdFollows(count) => return format!("{count} 处引用随之更改。"),
        Pane::WhatTo => "怎么办：",
    };
    fixed.to_owned()
}

fn entry(list: List) -> &'static str {
    match list {
        List::About => "段落",
        List::Divisions => "地市",
        List::Provinces => "省市",
        List::Pairings => "结对",
        List::PairingSteps => "年份",
        List::Batches => "批次",
        List::Subtotals => "小计",
        List::Totals => "总数",
        List::Groups => "小标题",
        List::Statements => "陈述",
        List::Milestones => "大事",
        List::Topics => "主题",
        List::Photos => "图片",
        List::RunningOrder => "讲解站",
        List::Sources => "来源",
        List::Glossary => "术语",
    }
}

fn list_name(list: List) -> &'static str {
    match list {
        List::About => "关于来源的段落",
        List::PairingSteps => "结对的年份",
        List::Groups => "陈述的小标题",
        list => entry(list),
    }
}
