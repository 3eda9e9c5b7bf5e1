//! Chinese: the sign-off book. A draft until a native reader has checked it.

use super::{Signoff, SignoffPart, Standing};
use crate::model::{Date, Lang};
use crate::state::Attraction;
use crate::text::date;

/// The words in Chinese.
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn zh(words: Signoff<'_>) -> String {
    let fixed = match words {
        Signoff::Heading => "审定簿",
        Signoff::InLanguage(lang) => return format!("观众在{}界面中看到的每一个画面", language(lang)),
        Signoff::Fingerprint => "本版本的指纹",
        Signoff::FingerprintIs => {
            "指纹代表各语言的全部文字、全部数字、其顺序以及每一张图片。其中任何一项有改动，指纹即不同。要确认某个展览是否为所签署的版本，请与该展览用“vitrine fingerprint”得到的指纹逐组核对。"
        }
        Signoff::NotInIt => "不包括：由谁审读、文件名，以及属于程序或屏幕本身的内容，如程序的文字、颜色和大小。",
        Signoff::HowShown => {
            "画面取自 1920 × 1080 像素的自助展示屏、参观开始时的状态；画面中需向下滚动才能看到的内容列在其文字中。仅作筛选、突出显示、放大或变换颜色的画面不另列页。"
        }
        Signoff::Screens => "画面",
        Signoff::Pages => "页数",
        Signoff::Texts => "文字",
        Signoff::CheckedTexts => "已审读",
        Signoff::DraftTexts => "草稿",
        Signoff::OutdatedTexts => "已过时",
        Signoff::MissingTexts => "缺少",
        Signoff::UnseenPictures => "无法显示的图片",
        Signoff::Program => "程序",
        Signoff::Day => "日期",
        Signoff::Signatures => "已阅并同意，以上述指纹为准",
        Signoff::Name => "姓名、职务",
        Signoff::Signature => "签名",
        Signoff::Contents => "画面目录",
        Signoff::Part(part) => match part {
            SignoffPart::Views => "各视图",
            SignoffPart::Provinces => "各省市",
            SignoffPart::Pictures => "图片",
            SignoffPart::Sheets => "来源页",
            SignoffPart::Talk => "讲解",
            SignoffPart::Kiosk => "自助展示",
            SignoffPart::Elsewhere => "不在任何画面上显示的文字",
        },
        Signoff::Agreed => "已阅并同意",
        Signoff::Remarks => "意见",
        Signoff::Continued(name) => return format!("{name}（续）"),
        Signoff::Page(page, of) => return format!("第 {page} 页，共 {of} 页"),
        Signoff::Standing(standing) => return self::standing(standing),
        Signoff::Open(open) => {
            let [drafts, outdated, missing] = open;
            let said = [(drafts, "草稿"), (outdated, "已过时"), (missing, "缺少")];
            let said = said.into_iter().filter(|(count, _)| *count > 0);
            let said: Vec<String> = said.map(|(n, word)| format!("{word} {n}")).collect();
            return said.join("，");
        }
        Signoff::NotSeen => "观众看不到此图片。",
        Signoff::NoTexts => "此画面没有自己的文字。",
        Signoff::Figure => "数字",
        Signoff::Source => "来源",
        Signoff::Search => "搜索",
        Signoff::Closing => "讲解结束",
        Signoff::Attract(kind) => match kind {
            Attraction::Picture => "无人时：图片",
            Attraction::Chart => "无人时：人员",
            Attraction::Pairings => "无人时：结对",
            Attraction::Milestone => "无人时：大事记",
            Attraction::Province => "无人时：省市",
            Attraction::Card => "无人时：文字",
            Attraction::Whole => "无人时：展览全貌",
            Attraction::Title => "无人时：标题",
        },
        Signoff::Warning => "返回开始之前",
        Signoff::Closed => "开放时间之外",
        Signoff::ProgramWords => "程序的文字",
        Signoff::TooMany(most) => {
            return format!("展览的画面超过 {most} 个，无法放入一本审定簿。请将展览分为几部分，各写一本。");
        }
        Signoff::BoundTo(print) => return format!("本审定簿对应的指纹：{print}"),
    };
    fixed.to_owned()
}

fn standing(standing: Standing<'_>) -> String {
    match standing {
        Standing::Missing => "缺少".to_owned(),
        Standing::MissingShownIn(lang) => format!("缺少：观众看到{}文字", language(lang)),
        Standing::Draft => "草稿".to_owned(),
        Standing::Checked(reader, when) => format!("已审读{}", by(reader, when)),
        Standing::Outdated(reader, when) => format!("已过时：审读后有改动{}", by(reader, when)),
        Standing::OfTheProgram(true) => "程序的文字，已审读".to_owned(),
        Standing::OfTheProgram(false) => "程序的文字，草稿".to_owned(),
    }
}

fn by(reader: &str, when: Option<Date>) -> String {
    let when = when.map(|when| date(Lang::Zh, when)).unwrap_or_default();
    match (reader, when.as_str()) {
        ("", "") => String::new(),
        (only, "") | ("", only) => format!("（{only}）"),
        (reader, when) => format!("（{reader}，{when}）"),
    }
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "英文",
        Lang::Zh => "中文",
        Lang::Bo => "藏文",
    }
}
