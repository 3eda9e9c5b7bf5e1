//! Chinese: the running order's editor, and the preview.

use super::{Kind, Order};
use crate::model::{ChartForm, Lang};
use crate::state::editing::Screen;

/// The words in Chinese.
#[expect(clippy::too_many_lines, reason = "one line a text")]
pub fn zh(words: Order<'_>) -> String {
    let fixed = match words {
        Order::Stops(count) => return format!("{count} 个讲解点"),
        Order::Planned => "计划",
        Order::Stop(number, name) => return format!("讲解点 {number}：{name}"),
        Order::StopRow(number, name, time) => return format!("讲解点 {number}：{name}，计划 {time}"),
        Order::Grip(number) => return format!("拖动讲解点 {number}"),
        Order::MoveUp => "将讲解点上移（Alt + ↑）",
        Order::MoveDown => "将讲解点下移（Alt + ↓）",
        Order::Shows => "显示",
        Order::AsVisitors => "观众看到的样子",
        Order::Kind(kind) => match kind {
            Kind::Photo => "图片",
            Kind::Chart(ChartForm::Bars) => "人员，竖条图",
            Kind::Chart(ChartForm::Rows) => "人员，横条图",
            Kind::Chart(ChartForm::Running) => "人员，累计",
            Kind::Chart(ChartForm::Table) => "人员，表格",
            Kind::Province => "省市",
            Kind::Milestone => "大事",
            Kind::Pairings => "结对关系",
            Kind::Card => "文字",
        },
        Order::Which => "哪一个",
        Order::Highlighted => "突出的批次",
        Order::Batch(number) => return format!("第 {number} 批"),
        Order::AllBatches => "不突出任何批次",
        Order::HighlightedProvince => "突出的省市",
        Order::NoProvince => "无",
        Order::LastYear => "最后一年",
        Order::OwnText => "自写文字",
        Order::Find => "在列表中查找",
        Order::NothingFound => "列表中没有这些字。",
        Order::ShowSeen => "改为当前所见",
        Order::ShowWhole => "显示整张图片",
        Order::OpenIt => "打开",
        Order::PlannedTime => "计划时间",
        Order::Less => "减少 5 秒",
        Order::More => "增加 5 秒",
        Order::Span(begin, end, all) => return format!("{begin} 开始，{end} 结束，全程 {all}"),
        Order::Title => "标题",
        Order::TitleIs => "与所示内容的名称不同时填写",
        Order::Text => "文字",
        Order::Notes => "讲解词",
        Order::NotesIs => "只有讲解人看得到；以 ! 开头的一行是提示",
        Order::In(field, lang) => return format!("{field}，{}", language(lang)),
        Order::NotGiven => "未填写",
        Order::AddAs(number) => return format!("添加为讲解点 {number}"),
        Order::AddSeen => "加入当前所见",
        Order::AddText => "文字讲解点",
        Order::Delete => "删除讲解点",
        Order::Rehearse => "试讲",
        Order::TakeTimes => "采用上次试讲的时间",
        Order::NewAfter(number) => return format!("新讲解点排在讲解点 {number} 之后。试讲会计时。"),
        Order::Seen(name) => return format!("视图中当前所见：{name}。"),
        Order::NothingSeen => "要加入当前所见，请先在视图中选择图片、大事或陈述，或转到图表。",
        Order::NoOrder => "还没有讲解顺序",
        Order::NoOrderIs => "这时讲解会逐一经过全部图片，每张一分钟。",
        Order::FromPictures(count) => return format!("用图片生成（{count}）"),
        Order::Unreadable => "这个讲解点无法读取。原因见问题列表。",
        Order::PreviewOf => "预览为",
        Order::Screen(screen) => match screen {
            Screen::Desk => "观众",
            Screen::Kiosk => "触摸屏",
            Screen::Portrait => "竖屏",
            Screen::Projector => "投影",
            Screen::Wall => "大屏",
        },
        Order::LargeText => "大字",
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
