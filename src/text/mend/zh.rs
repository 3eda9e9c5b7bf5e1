//! Chinese: the list of problems.

use super::Mend;
use crate::model::{Lang, List};
use crate::state::View;
use crate::state::editing::{MendKind, Part};

/// The words in Chinese.
pub fn zh(words: Mend<'_>) -> String {
    let fixed = match words {
        Mend::Do(kind) => action(kind),
        Mend::DoAll(kind, count) => return format!("全部{}（{count}）", action(kind)),
        Mend::FindFile => "查找文件…",
        Mend::OtherFile => "换一个文件…",
        Mend::Many(count, what) => return format!("{count} 处：{what}"),
        Mend::Missing(count, field, lang) => return format!("{count} 处{field}没有{}", language(lang)),
        Mend::AndMore(count) => return format!("另有 {count} 处"),
        Mend::Batch(number) => return format!("第 {number} 批"),
        Mend::Batches(first, last) => return format!("第 {first} 至 {last} 批"),
        Mend::After(number) => return format!("第 {number} 批后的总数"),
        Mend::Stop(number) => return format!("讲解点 {number}"),
        Mend::List(list) => match list {
            List::About => "关于",
            List::Divisions => "地区",
            List::Provinces => "省市",
            List::Pairings | List::PairingSteps => "结对关系",
            List::Batches | List::Subtotals | List::Totals => "人员",
            List::Groups | List::Statements => "陈述",
            List::Milestones => "大事记",
            List::Topics => "主题",
            List::Photos => "图片",
            List::RunningOrder => "讲解顺序",
            List::Sources => "来源",
            List::Glossary => "术语表",
        },
        Mend::InLanguage(field, lang) => return format!("{}{field}", language(lang)),
        Mend::CheckAll => "开展前检查",
        Mend::CheckAllIs => "以每种语言查看每个视图",
        Mend::ToProblems => "回到问题",
        Mend::Seen(parts, langs, sizes) => {
            return format!("已查看：{parts} 个部分，{langs} 种语言，{sizes} 种字号。");
        }
        Mend::Part(part) => match part {
            Part::View(View::Photos) => "图片",
            Part::View(View::Personnel) => "人员",
            Part::View(View::Pairings) => "结对关系",
            Part::View(View::Timeline) => "大事记",
            Part::View(View::Sources) => "来源",
            Part::Talk => "讲解",
        },
        Mend::Count(list, count) => return format!("{count} {}", entries(list)),
        Mend::Whole(lang) => return format!("{}：文字齐全", language(lang)),
        Mend::Without(lang, count) => return format!("{}：{count} 项没有文字", language(lang)),
        Mend::Problems(0, 0) => "没有问题",
        Mend::Problems(faults, 0) => return format!("{faults} 项须解决"),
        Mend::Problems(0, advice) => return format!("{advice} 项值得看看"),
        Mend::Problems(faults, advice) => return format!("{faults} 项须解决，{advice} 项值得看看"),
    };
    fixed.to_owned()
}

fn action(kind: MendKind) -> &'static str {
    match kind {
        MendKind::Correct => "改正",
        MendKind::Rename => "改名",
        MendKind::Remove => "去掉",
        MendKind::Exchange => "对调",
        MendKind::Reorder => "排好顺序",
    }
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "英文",
        Lang::Zh => "中文",
        Lang::Bo => "藏文",
    }
}

fn entries(list: List) -> &'static str {
    match list {
        List::About => "段文字",
        List::Divisions => "个地区",
        List::Provinces => "个省市",
        List::Pairings => "项结对",
        List::PairingSteps => "个年份",
        List::Batches => "个批次",
        List::Subtotals => "项小计",
        List::Totals => "项总数",
        List::Groups => "个标题",
        List::Statements => "条陈述",
        List::Milestones => "件大事",
        List::Topics => "个主题",
        List::Photos => "张图片",
        List::RunningOrder => "个讲解点",
        List::Sources => "个来源",
        List::Glossary => "个术语",
    }
}
