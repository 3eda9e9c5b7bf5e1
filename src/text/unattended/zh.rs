//! Chinese: a draft until a native reader has checked it.

use super::{HealthLine, Unattended};
use crate::state::kiosk::{RestartReason, SetupProblem, Trust};

/// The words.
pub fn zh(words: Unattended<'_>) -> String {
    let fixed = match words {
        Unattended::Setup(file, problem) => return setup(file, problem),
        Unattended::NoPlace => "没有存放导览屏设置的位置：请用 --setup 指定文件。",
        Unattended::Kept(file) => return format!("导览屏的设置已写入 {file}。"),
        Unattended::NotKept(file, why) => return format!("无法写入 {file}（{why}）。请用 --setup 指定其他文件。"),
        Unattended::AskPin => "新的工作人员密码，六位数字：",
        Unattended::AskPinAgain => "再输入一次：",
        Unattended::PinForm(digits) => return format!("密码只能是 {digits} 位数字。"),
        Unattended::PinDiffers => "两次输入不同，密码未更改。",
        Unattended::PinSet(file) => {
            return format!("密码已写入 {file}。如果忘记，请用同样方法重新设置，或删除该文件。");
        }
        Unattended::NoTerminal => "密码须在终端输入，而这里没有终端。请从终端启动。",
        Unattended::Installed(files, None) => return format!("已为当前用户安装：\n{files}"),
        Unattended::Installed(files, Some(command)) => {
            return format!("已为当前用户安装：\n{files}\n导览屏将在下次登录时启动，或现在运行：{command}");
        }
        Unattended::Removed(files) => return format!("已移除：\n{files}"),
        Unattended::NothingInstalled => "当前用户没有安装任何内容。",
        Unattended::StaffWay(false, _) => "没有密码：任何人在角落连触五下都能进入。请用 “vitrine kiosk --set-pin” 设定",
        Unattended::StaffWay(true, false) => "有密码，但还没有人试过：请用 “vitrine kiosk --try” 试一次",
        Unattended::StaffWay(true, true) => "已试过",
        Unattended::OldCage => "0.1 版在显示器关闭时结束。单元 vitrine-kiosk-cage.service 会重新启动它，会话不会",
        Unattended::BackSoon => "本屏幕即将恢复",
        Unattended::Line(line) => match line {
            HealthLine::Uptime => "已运行",
            HealthLine::Restarts => "重新启动",
            HealthLine::Frames => "画面",
            HealthLine::Touches => "观众",
            HealthLine::Memory => "内存",
            HealthLine::Disk => "磁盘",
            HealthLine::Clock => "时钟",
            HealthLine::Setup => "设置",
            HealthLine::StaffWay => "工作人员入口",
            HealthLine::Errors => "最近的错误",
        },
        Unattended::NotRunning => "没有导览屏在运行，或其记录无法写入",
        Unattended::Duration(days, hours, minutes) => return format!("{days} 天 {hours} 小时 {minutes} 分钟"),
        Unattended::Reason(reason) => match reason {
            RestartReason::Crash => "自行结束",
            RestartReason::Stall => "停止不动",
            RestartReason::StillContent => "画面没有继续更换",
            RestartReason::NoFrame => "没有显示画面",
            RestartReason::Planned => "闭馆后按计划重启",
        },
        Unattended::Touches(visits, touches, per_hour) => {
            return format!("参观 {visits} 次，触摸 {touches} 次，每小时 {per_hour} 次");
        }
        Unattended::MemoryNow(now, hours) => return format!("{now} MB；每小时最高：{hours}"),
        Unattended::Free(mb) => return format!("可用 {mb} MB"),
        Unattended::Clock(trust) => match trust {
            Trust::Full => "正常",
            Trust::Unset => "从未设置，开放时间因此停用。请设置本机日期",
            Trust::Jumped => "刚被调整，开放时间停用十分钟",
        },
        Unattended::None => "无",
    };
    fixed.to_owned()
}

fn setup(file: &str, problem: &SetupProblem) -> String {
    match problem {
        SetupProblem::Unreadable(why) => format!("无法读取 {file}（{why}）。导览屏按全新设置运行。"),
        SetupProblem::Syntax(line) => {
            format!("{file} 第 {line} 行：不是 JSON 对象，请检查此处的逗号或括号。导览屏按全新设置运行。")
        }
        SetupProblem::Unknown(line, name, Some(near)) => {
            format!("{file} 第 {line} 行：“{name}”没有意义。是否指“{near}”？")
        }
        SetupProblem::Unknown(line, name, None) => format!("{file} 第 {line} 行：“{name}”没有意义，已略过。"),
        SetupProblem::Wrong(line, name, example) => {
            format!("{file} 第 {line} 行：“{name}”不能是这个值。例如可写 \"{name}\": {example}。此项按全新设置。")
        }
    }
}
