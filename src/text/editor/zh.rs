//! Chinese: the editor's frame.

use super::Editor;
use crate::model::{Lang, List};
use crate::state::editing::{Surface, Table};
use crate::text::out;

/// The words in Chinese.
#[expect(clippy::too_many_lines, reason = "one arm for each case")]
pub fn zh(words: Editor<'_>) -> String {
    let fixed = match words {
        Editor::FromShownIs(title) => return format!("“{title}”：保存时在原处修改"),
        Editor::Entry(list, number, all) => return format!("{} {number} / {all}", entry(list)),
        Editor::GoOn("") => "继续编辑新展览",
        Editor::GoOn(place) => return format!("继续编辑“{place}”"),
        Editor::GoOnIs(begun, changes) => return format!("始于 {begun}；{changes} 处改动尚未保存"),
        Editor::Several(count) => return format!("同时编辑 {count} 张图片"),
        Editor::KeptSince(0..=1) => "刚刚已存下",
        Editor::KeptSince(secs @ 2..=59) => return format!("{secs} 秒前已存下"),
        Editor::KeptSince(_) => "全部已存下",
        Editor::NotKept(kind, word) => {
            let why = out::reason(Lang::Zh, kind, word);
            return format!("改动无法存在这台电脑上（{why}）。请另存到别处。");
        }
        Editor::Problems(count) => return format!("问题（{count}）"),
        Editor::Mend(count) => return format!("开展前须解决（{count}）"),
        Editor::WorthALook(count) => return format!("值得看看（{count}）"),
        Editor::Add(list) => return format!("添加{}", entry(list)),
        Editor::Surface(surface) => match surface {
            Surface::Views => "在视图中",
            Surface::Tables => "表格",
            Surface::RunningOrder => "讲解顺序",
        },
        Editor::Table(table) => match table {
            Table::Captions => "说明文字",
            Table::Batches => "批次与数字",
            Table::Pairings => "结对关系",
            Table::Milestones => "大事记",
            Table::Sources => "来源",
            Table::Statements => "陈述",
        },
        Editor::Prepare => "制作展览",
        Editor::PrepareIs => "从什么开始？您写下的一切都会立即存下。",
        Editor::FromPhotographs => "照片",
        Editor::BeginWithThem => "开始",
        Editor::FromPhotographsIs => "一个图片文件夹；以后可以再添加",
        Editor::FromNothing => "空白展览",
        Editor::FromNothingIs => "图片、数字和文字逐步加入",
        Editor::FromShown => "当前打开的展览",
        Editor::FromBuiltIn => "内置展览的副本",
        Editor::FromBuiltInIs => "内置展览保持不变",
        Editor::Leave => "离开编辑",
        Editor::Whole => "整个展览",
        Editor::NothingKept => "尚未改动",
        Editor::KeptSoon => "正在存下……",
        Editor::Undo => "撤销",
        Editor::Redo => "重做",
        Editor::ProblemsHeading => "问题",
        Editor::AlwaysUpToDate => "随时更新",
        Editor::NoProblems => "没有需要解决的问题。",
        Editor::Preview => "预览",
        Editor::EndPreview => "回到编辑",
        Editor::Save => "保存",
        Editor::SaveAs => "另存为……",
        Editor::AddPhotographs => "添加照片",
        Editor::ChooseSeveral => "选择多张",
        Editor::ChooseOne => "选择单张",
        Editor::WherePhotographs => "一张图片，或一个图片文件夹",
        Editor::AddThem => "添加",
        Editor::Versions => "版本",
        Editor::VersionsAre => "回到某个版本也是一次改动，可以撤销。",
        Editor::NoVersions => "还没有：每次保存时，以及每天第一次改动之前，都会留存一个版本。",
        Editor::VersionSaved => "保存时的样子",
        Editor::VersionOfDay => "当天第一次改动之前",
        Editor::Delete => "删除",
        Editor::Previous => "上一个",
        Editor::Next => "下一个",
        Editor::Close => "关闭",
        Editor::DropPhotographs => "把照片拖到这里，或点按选择。",
    };
    fixed.to_owned()
}

fn entry(list: List) -> &'static str {
    match list {
        List::About => "段落",
        List::Divisions => "地区",
        List::Provinces => "省市",
        List::Pairings => "结对",
        List::PairingSteps => "年份",
        List::Batches => "批次",
        List::Subtotals => "小计",
        List::Totals => "总数",
        List::Groups => "标题",
        List::Statements => "陈述",
        List::Milestones => "大事",
        List::Topics => "主题",
        List::Photos => "图片",
        List::RunningOrder => "讲解点",
        List::Sources => "来源",
        List::Glossary => "术语",
    }
}
