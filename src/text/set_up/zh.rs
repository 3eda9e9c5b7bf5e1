//! Chinese: setting up a kiosk. A draft until a native reader has checked it.

use super::{SetUp, period};
use crate::state::kiosk::{Corner, Day, HoursKind, PeriodEnd, SetUpSaid};

/// The words.
#[expect(clippy::too_many_lines, reason = "one line a text")]
pub fn zh(words: SetUp<'_>) -> String {
    let fixed = match words {
        SetUp::Heading => "设置自助展台",
        SetUp::Exhibition => "展览",
        SetUp::ExhibitionIs => "即此处打开的展览。要展示别的，请打开别的展览。",
        SetUp::Screen => "屏幕",
        SetUp::MainScreen => "主屏幕",
        SetUp::ScreenAway(name) => return format!("{name}（现未连接）"),
        SetUp::Languages => "语言",
        SetUp::LanguagesAre => "按此顺序提供，观众先看到第一种。轻触一种可去掉，再触则排在最后。",
        SetUp::Place(place) => return format!("第 {place}"),
        SetUp::NotOffered => "不提供",
        SetUp::FirstView => "首页",
        SetUp::Hours => "开放时间",
        SetUp::HoursKind(kind) => match kind {
            HoursKind::Always => "始终开放",
            HoursKind::Daily => "每天相同",
            HoursKind::ByDay => "按星期",
            HoursKind::Other => "一天数段，以文件为准",
        },
        SetUp::HoursAre => "其余时间屏幕为黑色，但不关闭。",
        SetUp::Day(day) => match day {
            Day::Monday => "星期一",
            Day::Tuesday => "星期二",
            Day::Wednesday => "星期三",
            Day::Thursday => "星期四",
            Day::Friday => "星期五",
            Day::Saturday => "星期六",
            Day::Sunday => "星期日",
        },
        SetUp::Period(from, to) => return period([from, to], "（次日）"),
        SetUp::OpenDays(days) => return format!("每周 {days} 天"),
        SetUp::Closed => "不开放",
        SetUp::End(PeriodEnd::From) => "开门",
        SetUp::End(PeriodEnd::To) => "关门",
        SetUp::Put(day, end, later) => {
            let end = if end == PeriodEnd::From { "开门" } else { "关门" };
            let by = if later { "推后" } else { "提前" };
            let day = day.map_or_else(String::new, |day| format!("{}：", zh(SetUp::Day(day))));
            return format!("{day}{end}{by}");
        }
        SetUp::Idle => "等待时间",
        SetUp::IdleIs(warning) => {
            return format!("无人触摸这么久之后，屏幕询问是否还有人；再过 {warning} 秒回到开头。");
        }
        SetUp::Seconds(seconds) => return format!("{seconds} 秒"),
        SetUp::IdleMore(true) => "延长等待时间",
        SetUp::IdleMore(false) => "缩短等待时间",
        SetUp::Corner => "工作人员的角落",
        SetUp::CornerIs(corner) => match corner {
            Corner::TopLeft => "左上角",
            Corner::TopRight => "右上角",
            Corner::BottomLeft => "左下角",
            Corner::BottomRight => "右下角",
        },
        SetUp::CornerFor => "在那里连触五下，即可进入工作人员界面。",
        SetUp::Pin => "工作人员密码",
        SetUp::PinIs(true) => "已设定",
        SetUp::PinIs(false) => "无",
        SetUp::WithoutPin => "没有密码时，任何人在角落连触五下都能进入。",
        SetUp::PinAsks(digits, false) => return format!("请选定 {digits} 位数字。"),
        SetUp::PinAsks(_, true) => "请再输入一次。",
        SetUp::PinComes => "请稍候……",
        SetUp::NoPin => "不用密码",
        SetUp::Tried(true) => "工作人员的入口已试过。",
        SetUp::Tried(false) => "还没有人试过工作人员的入口；试运行时会请您试一次。",
        SetUp::Back => "返回",
        SetUp::Try => "试运行五分钟",
        SetUp::Save => "保存",
        SetUp::SaveElsewhere => "保存到别处……",
        SetUp::Said(said) => return self::said(said),
        SetUp::TrialAsks(corner, pin) => {
            let then = if pin { "，再输入密码" } else { "" };
            return format!("试运行。请走一次工作人员的入口：在{}连触五下{then}。", zh(SetUp::CornerIs(corner)));
        }
        SetUp::TrialDone => "工作人员的入口可用。试运行会自行结束，也可选“退出展台模式”。",
    };
    fixed.to_owned()
}

fn said(said: &SetUpSaid) -> String {
    let fixed = match said {
        SetUpSaid::Faults(count) => {
            return format!(
                "原有的设置文件有 {count} 处错误，这些行按新设置处理；“vitrine doctor --kiosk” 会逐一指出。"
            );
        }
        SetUpSaid::Saved(file) => {
            return format!("已保存到 {file}。用 “vitrine kiosk” 开始；用 “vitrine kiosk --install” 可让它自行开始。");
        }
        SetUpSaid::Carried(file) => {
            return format!("已保存到 {file}。在另一台电脑上运行 “vitrine kiosk --setup”，后面写它在那里的路径。");
        }
        SetUpSaid::NotSaved(file, why) => return format!("无法写入 {file}（{why}）。请保存到别处。"),
        SetUpSaid::NoPlace => "此系统没有存放设置的文件夹。请保存到别处。",
        SetUpSaid::NoDialog => "此系统没有询问位置的对话框。请在此保存，再复制那个文件。",
        SetUpSaid::PinDiffers => "两次不同。请重新选定密码。",
        SetUpSaid::NoPin(why) => return format!("无法设定密码（{why}）。请重新选定。"),
        SetUpSaid::TrialRuns => "正在试运行，五分钟后自行结束。",
        SetUpSaid::TrialOver(true) => "试运行已结束，工作人员的入口已走过。",
        SetUpSaid::TrialOver(false) => "试运行已结束，但没有人走过工作人员的入口。开门之前请再试一次。",
        SetUpSaid::TrialFailed(why) => {
            return format!("试运行自行中断（{why}）。在终端运行 “vitrine kiosk --try” 可知详情。");
        }
        SetUpSaid::Cancelled => "",
    };
    fixed.to_owned()
}
