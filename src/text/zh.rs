//! Chinese, simplified. A draft until a native reader has checked it.

use crate::model::{Difference, HowRead, Lang, OpenError, Unavailable};
use crate::state::{ChartMode, Notice, Theme, View};

use super::columns::{Column, Export};
use super::key_help::KeyHelp;
use super::numbers::{at_one_look, number};
use super::save::{Save, save};
use super::say::Say;
use super::{packing, passed_over, refused};

/// The words in Chinese.
#[expect(clippy::too_many_lines, reason = "one line a text")]
pub fn zh(say: Say<'_>) -> String {
    let fixed = match say {
        Say::View(view) => match view {
            View::Photos => "图片",
            View::Personnel => "人员",
            View::Pairings => "结对",
            View::Timeline => "时间线",
            View::Sources => "来源",
        },
        Say::SearchProvinces(n) => return format!("搜索 {n} 个省市"),
        Say::ByPlace => "按结对地市",
        Say::NothingOnPoster => "本展览既无图片，也无带年份的内容，因此没有海报。",
        Say::AtOneLook { counts, drawn, years } => {
            let names = ["幅图片", "个省市", "批人员", "件大事"];
            return at_one_look(counts, years, |i, n| {
                if i == 0 { pictures(n, n, drawn) } else { format!("{n} {}", names[i]) }
            });
        }
        Say::Whole => "一览全貌",
        Say::NotPaired => "目前未与地市结对",
        Say::NothingMatches(typed) => return format!("没有符合“{typed}”的结果。"),
        Say::AllProvinces(1) => "1 个省市",
        Say::AllProvinces(n) => return format!("全部 {n} 个省市"),
        Say::ClearChoice(name) => return format!("取消选择{name}"),
        Say::ClearSearch => "清空搜索",
        Say::ToTheStart(title) => return format!("{title}：回到起始页"),
        Say::ProvinceRow(name, n) => return format!("{name}，{n} 幅图片"),
        Say::Close => "关闭",
        Say::Menu => "菜单",
        Say::Theme(theme) => match theme {
            Theme::Light => "浅色",
            Theme::Dark => "深色",
            Theme::Contrast => "高对比度",
        },
        Say::Themes => "配色",
        Say::Fullscreen(true) => "退出全屏",
        Say::Fullscreen(false) => "全屏",
        Say::OpenPack => "打开展览…",
        Say::OpenBuiltIn => "显示内置展览",
        Say::Keys => "按键说明",
        Say::Key(key) => match key {
            KeyHelp::Views => "图片、人员、结对、时间线、来源",
            KeyHelp::Move => "移到屏幕上的下一项或上一项",
            KeyHelp::Activate => "打开或选定该项",
            KeyHelp::Step => "上一项或下一项：图片、大事、年份或来源",
            KeyHelp::Ends => "第一幅或最后一幅图片",
            KeyHelp::Zoom => "放大、缩小、显示整幅图片",
            KeyHelp::Back => "返回上一级",
            KeyHelp::Search => "搜索省市",
            KeyHelp::Clear => "清除已选的省市和主题",
            KeyHelp::Language => "切换到下一种语言",
            KeyHelp::Theme => "切换到下一种配色",
            KeyHelp::Fullscreen => "全屏",
            KeyHelp::Open => "打开展览",
            KeyHelp::Save => "把展览、图表或表格保存为文件",
            KeyHelp::Present => "讲演：两个屏幕、备注、计时",
            KeyHelp::Help => "显示按键说明",
        },
        Say::Pictures { shown, all, drawn } => return pictures(shown, all, drawn),
        Say::Illustration => "插图",
        Say::CameraPreview => "相机 RAW 文件中由相机自带的预览图",
        Say::IllustrationNotPhotograph => "插图，并非照片",
        Say::StandsIn => "以插图代替未收入的照片。",
        Say::AllTopics => "全部主题",
        Say::Topics => "主题",
        Say::NoPicturesFor(name) => return format!("暂无{name}的图片"),
        Say::OthersPairedWith(place) => return format!("同样与{place}结对的省市"),
        Say::ShowAllPictures => "显示全部图片",
        Say::More => "更多",
        Say::WhyUnavailable(why) => return unavailable(why),
        Say::AwayForNow => "这幅图片暂时无法显示",
        Say::CannotBeShown => "无法显示这幅图片",
        Say::PictureComesIn(percent) => return format!("正在打开图片：{percent}%"),
        Say::AllPictures => "全部图片",
        Say::NOf(n, all) => return format!("第 {n} 幅，共 {all} 幅"),
        Say::Next => "下一幅",
        Say::Previous => "上一幅",
        Say::ZoomOut => "缩小",
        Say::ZoomIn => "放大",
        Say::WholePicture => "整幅图片",
        Say::PhotographCredit => "照片署名",
        Say::Credit => "署名",
        Say::Licence => "许可",
        Say::SourcesOfCaption => "图片说明内容的来源",
        Say::NoSourceGiven => "未注明来源",
        Say::ProvinceCard => "结对省市",
        Say::PairedWith => "结对",
        Say::SameGroup => "共同结对",
        Say::NobodyElse => "没有其他省市",
        Say::Formerly => "此前",
        Say::OwnPersonnel => "该省市公布的人员数",
        Say::NoTotalFound => "未找到总数",
        Say::NotAddedUp => "各省市的统计日期和口径不同，因此这些数字不相加，也不相互比较。",
        Say::SeeSources(n) => return format!("查看 {n} 条来源"),
        Say::ReportedBy(publisher, date) => return format!("{publisher}，{date}"),
        Say::PersonnelPerBatch => "各批人员",
        Say::NoRoomForChart => "批次太多，一页容不下图表。表格中有全部数字。",
        Say::PublishedTotals => "已公布的总数",
        Say::ChartMode(mode) => match mode {
            ChartMode::Bars => "图表",
            ChartMode::Table => "表格",
            ChartMode::Running => "累计",
        },
        Say::Reported => "已公布",
        Say::WorkedOut => "由已公布的总数推算",
        Say::WorkedOutShort => "推算",
        Say::NotPublishedKey => "未公布（不是零）",
        Say::NotPublished => "未公布",
        Say::NotApplicable => "不适用",
        Say::ReportsDiffer => "说法不一",
        Say::Also(others) => return format!("另说{}", spaced(others)),
        Say::AlsoSome(count) => return format!("另有 {count} 种"),
        Say::AlsoMore(others, more) => return format!("另说{}，还有 {more} 种", spaced(others)),
        Say::TogetherWorkedOut => "合计（推算）",
        Say::Together => "合计",
        Say::Batch(n) => return format!("第 {n} 批"),
        Say::Batches(first, last) => return format!("第 {first}—{last} 批"),
        Say::TotalReported(n) => return format!("{n} 批总数（已公布）"),
        Say::ReportedBarsTogether(1) => "已公布的 1 批",
        Say::ReportedBarsTogether(n) => return format!("已公布的 {n} 批合计"),
        Say::WithWorkedOut => "加上全部推算数字",
        Say::DifferenceHeading => "相差",
        Say::Difference(difference, total) => return difference_words(difference, total),
        Say::BarName { batch, years, figure, also: "" } => {
            return format!("第 {batch} 批，{years}：{figure}");
        }
        Say::BarName { batch, years, figure, also } => {
            return format!("第 {batch} 批，{years}：{figure}；另有报道：{also}");
        }
        Say::WorkedOutAmount(n) => return format!("{n}，由已公布的总数推算"),
        Say::FirstAndLast { first, batch, last, byline } => {
            return format!("第 1 批 {first} 人，第 {batch} 批 {last} 人。来源：{byline}。");
        }
        Say::RunningNote => "每个柱形是截至该批的已公布总数；“各批相加”是已知的各批数字（单独或合计）之和。",
        Say::AddsUpTo(sum) => return format!("各批相加 {sum}"),
        Say::SubtotalName(first, last, figure) => return format!("第 {first} 至第 {last} 批合计：{figure}"),
        Say::TotalName { batch, figure, also, sum } => {
            let also = if also.is_empty() { String::new() } else { format!("；另有报道：{also}") };
            let sum = if sum.is_empty() { String::new() } else { format!("；各批相加 {sum}") };
            return format!("截至第 {batch} 批的总数：{figure}{also}{sum}");
        }
        Say::Export(export) => match export {
            Export::Counts => "统计范围",
            Export::OneBatch => "单个批次",
            Export::Together => "若干批次合计",
            Export::Total => "公布的总数",
            Export::Precision => "精确程度",
            Export::Exact => "确数",
            Export::Nearly => "近",
            Export::MoreThan => "超过",
            Export::About => "约",
            Export::Arithmetic => "算式",
            Export::Remark => "备注",
            Export::Province => "省市",
            Export::Division => "结对地市",
            Export::Since => "开始",
            Export::Until => "结束",
            Export::LocalizedText => "来源的表述",
        },
        Say::Column(column) => match column {
            Column::Batch => "批次",
            Column::Years => "年份",
            Column::People => "人数",
            Column::State => "数字性质",
            Column::Others => "其他报道",
            Column::Sources => "来源",
        },
        Say::SortBy(column, None) => return format!("{column}；排序"),
        Say::SortBy(column, Some(false)) => return format!("{column}；按升序排列"),
        Say::SortBy(column, Some(true)) => return format!("{column}；按降序排列"),
        Say::ProvincesAlone => "省市",
        Say::Provinces(n) => return format!("{n} 个省市"),
        Say::Ribbon { province, division, told } => return format!("{province}与{division}结对：{told}"),
        Say::InYear(year) => return format!("{year} 年"),
        Say::ChooseProvince => "选择一个省市，查看它与哪里结对、始于何时。",
        Say::PlayYears => "逐年播放",
        Say::PauseYears => "暂停播放",
        Say::YearByYear => "逐年查看",
        Say::AllYears => "全部年份",
        Say::BatchArrives(n) => return format!("第 {n} 批到达"),
        Say::Inferred => "起始时间为推断，没有来源写明。",
        Say::FromTo(from, to) => return format!("{from} 年至 {to} 年"),
        Say::Earlier => "更早",
        Say::Later => "更晚",
        Say::About => "关于本展览",
        Say::AllSources(1) => "1 条来源",
        Say::AllSources(n) => return format!("全部 {n} 条来源"),
        Say::FontLicences => "字体许可",
        Say::NoDate => "未注明日期",
        Say::AReportedFigure => "已公布的数字",
        Say::AWorkedOutFigure => "由已公布的总数推算；没有来源直接写出这个数字",
        Say::NoFigurePublished => "各来源中均未找到数字",
        Say::WhatItSays => "来源所述",
        Say::AnotherReport => "另一篇报道",
        Say::WhoReported => "报道来源",
        Say::AndSources(n) => return format!("另有 {n} 条来源"),
        Say::AndReports(n) => return format!("另有 {n} 条报道"),
        Say::HowItWasRead => "查阅方式",
        Say::HowRead(how) => match how {
            HowRead::Full => "全文",
            HowRead::Excerpt => "仅页面开头部分",
            HowRead::Data => "机器可读数据，直接打开",
        },
        Say::InLanguage(code) => return in_language(code),
        Say::PhotographToOpen => "扫码保存引用信息和网址",
        Say::PhotographToKeep => "扫码保存引用信息",
        Say::NoAddress => "没有可提供的网址",
        Say::People(n) => return format!("{n} 人"),
        Say::ItGives(number, "") => return format!("该来源给出的数字是{}。", spaced(number)),
        Say::ItGives(number, remark) => return format!("该来源给出的数字是{}（{remark}）。", spaced(number)),
        Say::SourcesFor(name) => return format!("{name}的来源"),
        Say::SourceNOf(1, 1) => "唯一的来源",
        Say::SourceNOf(n, all) => return format!("第 {n} 条来源，共 {all} 条"),
        Say::CopyTable => "复制表格",
        Say::CopyCitation => "复制引用信息",
        Say::Arithmetic => "推算方法",
        Say::AddedUpHere => "此处相加所得；没有来源直接写出这个数字",
        Say::Notice(notice) => return notice_words(notice),
        Say::CannotOpen(name, error) => return format!("无法打开“{name}”。{}", open_error(error)),
        Say::CannotWrite(path, why) => {
            return format!("无法写入“{path}”：{why}。请换一个位置，或检查磁盘是否已满或写保护。");
        }
        Say::Packed { .. }
        | Say::PackedWithout(..)
        | Say::PackedUnseen(..)
        | Say::PackedRenamed(..)
        | Say::PackedAnew(..)
        | Say::PackedPreview(..)
        | Say::PackedAsTheyWere
        | Say::PositionsTakenOut(_) => return packing::zh(&say),
        Say::NoFigures => "本展览没有批次数据，无图表可写。",
        Say::PngTooLarge => {
            "PNG 最多 7680 × 4320 像素，长边不超过 7680：请减小 --size，或改用适合任何尺寸的 --format svg。"
        }
        Say::PngTooSmall(width, height) => {
            return format!("此尺寸下文字无法看清：请用至少 --size {width}x{height}，或改用 --format svg。");
        }
        Say::NoPdf => "无法生成 PDF：本系统的某种字体不能嵌入。请使用自带字体的版本。",
        Say::ExportCancelled => "已停止，未写入文件。",
        Say::ProblemCount(faults, advice) => {
            let faults = if faults == 0 { "没有错误".to_owned() } else { format!("{faults} 个错误") };
            return match advice {
                0 => format!("{faults}。"),
                n => format!("{faults}，{n} 条建议（加 --advice 查看）。"),
            };
        }
        // Handled by `talk`, `machine`, `save`, `out`, `ask` and `problem`.
        Say::Talk(_)
        | Say::Machine(_)
        | Say::Kiosk(_)
        | Say::SetUp(_)
        | Say::KioskPage(_)
        | Say::Save(_)
        | Say::Out(_)
        | Say::Ask(_)
        | Say::ReviewSheet(_)
        | Say::Import(_)
        | Say::Find(_)
        | Say::Trace(_)
        | Say::Editor(_)
        | Say::Pane(_)
        | Say::Cells(_)
        | Say::Mend(_)
        | Say::Order(_)
        | Say::Signoff(_)
        | Say::Soak(_)
        | Say::Unattended(_)
        | Say::Trouble(_)
        | Say::Hint(_) => "",
        Say::HintHeading => "处理办法：",
    };
    fixed.to_owned()
}

/// A number after Chinese words: digits are set apart from them.
fn spaced(number: &str) -> String {
    if number.starts_with(|c: char| c.is_ascii_digit()) { format!(" {number}") } else { number.to_owned() }
}

fn pictures(shown: usize, all: usize, drawn: usize) -> String {
    let count =
        if shown == all { format!("共 {all} 幅图片") } else { format!("{all} 幅图片中的 {shown} 幅") };
    match drawn {
        0 => count,
        _ if drawn == shown && shown == 1 => format!("{count}，为插图，并非照片"),
        _ if drawn == shown => format!("{count}，均为插图，并非照片"),
        _ => format!("{count}，其中 {drawn} 幅为插图"),
    }
}

fn difference_words(difference: Difference, total: &str) -> String {
    match difference {
        Difference::None => format!("无，与公布的“{total}”一致"),
        Difference::Fewer(n) => format!("比公布的少约 {}（“{total}”）", number(n)),
        Difference::More(n) => format!("比公布的多约 {}（“{total}”）", number(n)),
    }
}

fn in_language(code: &str) -> String {
    let name = match code {
        "en" => "英文",
        "zh" => "中文",
        "bo" => "藏文",
        "fr" => "法文",
        "de" => "德文",
        "ko" => "朝鲜文",
        "hi" => "印地文",
        other => return format!("原文语言：{other}"),
    };
    format!("原文为{name}")
}

fn notice_words(notice: &Notice) -> String {
    match notice {
        Notice::OpenFailed(name, error) => {
            format!("未能打开“{name}”。{}当前展览保持不变。", open_error(error))
        }
        Notice::Opened(name, 0, _) if name.is_empty() => "已显示内置展览。".to_owned(),
        Notice::Opened(name, 0, _) => format!("已显示“{name}”。"),
        Notice::Opened(name, n, 0) => format!("已显示“{name}”，其中有 {n} 个问题。"),
        Notice::Opened(name, _, n) => format!("已显示“{name}”，其中有 {n} 项无法读取，没有显示。"),
        Notice::OpenedWithout(name, passed) => passed_over::notice(Lang::Zh, name, passed),
        Notice::Opening(name) => passed_over::opening(Lang::Zh, name),
        Notice::Copied => "已复制。".to_owned(),
        Notice::WorkRestored => "您上次做到这里：上次写下的内容都在。".to_owned(),
        Notice::ChangedElsewhere(name) => {
            format!("“{name}”此后在别处被修改过。这里是您写下的内容，以修改前的“{name}”为基础，将另存到别处。")
        }
        Notice::InUse(name) => format!("“{name}”正在另一个窗口中编辑。请在那里关闭，或在那里继续。"),
        Notice::NotPictures(names) => format!("以下文件不是可以显示的图片，未添加：{}", names.join("、")),
        Notice::FirstStart => "观众离屏幕多远？画面上的一切都可以放大。".to_owned(),
        Notice::SettingsDamaged(name) => format!("无法读取设置文件，已改名为“{name}”。程序按初次启动的样子开始。"),
        Notice::Saved(path) => save(Lang::Zh, Save::Saved(path)),
        Notice::SavedWithout(path, count) => save(Lang::Zh, Save::SavedWithout(path, *count)),
        Notice::Unsaved(path, why) => save(Lang::Zh, Save::Unsaved(path, why)),
    }
}

pub(super) fn unavailable(why: Unavailable) -> String {
    match why {
        Unavailable::Missing => "文件不在该处：请检查名称，以及 U 盘或共享文件夹是否已连接。".to_owned(),
        Unavailable::NotAllowed => "您没有读取该文件的权限：请向所有者申请。".to_owned(),
        Unavailable::Failed => "文件读到中途失败：请检查 U 盘或网络。".to_owned(),
        Unavailable::NotAFile => "这是管道、设备或文件夹：请换成图片。".to_owned(),
        Unavailable::LeadsOut => "这是指向文件夹之外的链接：请换成图片本身。".to_owned(),
        Unavailable::Encrypted => "它在压缩包中已加密：请用密码解压，然后打开解压后的文件夹。".to_owned(),
        Unavailable::Packed(method) => {
            format!("它用 {method} 压缩，本程序不读取：请改用普通 ZIP（Deflate）打包。")
        }
        Unavailable::NotAPicture => "该文件不是图片。".to_owned(),
        Unavailable::Format(format) => format!("本程序不读取 {format}：请另存为 JPEG 或 PNG。"),
        Unavailable::NoPreview => "该相机 RAW 文件中没有可显示的预览图：请用相机软件另存为 JPEG。".to_owned(),
        Unavailable::TooLarge => "像素超出本程序可接受的数量：请缩小后保存。".to_owned(),
        Unavailable::Damaged => "文件已损坏或不完整：请从原处重新复制。".to_owned(),
        Unavailable::TooSlow => "读取超过十秒：请重新另存为 JPEG。".to_owned(),
    }
}

fn open_error(error: &OpenError) -> String {
    match error {
        OpenError::Unreadable(why) => super::problem::unreadable(Lang::Zh, why),
        other => refused::zh(other),
    }
}
