//! Chinese: the page that a soak prints. A draft until a native reader has checked it.

use super::{Soak, SoakLine};

/// The words in Chinese.
pub fn zh(soak: Soak) -> String {
    let fixed = match soak {
        Soak::Line(line) => match line {
            SoakLine::Simulated => "模拟时间",
            SoakLine::Took => "实际用时",
            SoakLine::Frames => "帧数",
            SoakLine::Contents => "展示内容数",
            SoakLine::Touches => "触摸次数",
            SoakLine::Visits => "参观次数",
            SoakLine::Resets => "复位次数",
            SoakLine::Compared => "逐像素比较的首页数",
            SoakLine::Restarts => "重新启动次数",
            SoakLine::MemoryStart => "开始时内存",
            SoakLine::MemoryEnd => "结束时内存",
            SoakLine::Growth => "首日之后的增长",
        },
        Soak::Days(days) => return format!("{days:.2} 天"),
        Soak::Time(hours, minutes, seconds) => return format!("{hours} 小时 {minutes} 分 {seconds} 秒"),
        Soak::Megabytes(mb) => return format!("{mb:.1} MB"),
        Soak::MegabytesADay(mb) => return format!("每天 {mb:.2} MB"),
        Soak::TooShort => "运行时间太短，无法判断",
        Soak::NotTold => "系统不提供",
        Soak::Passed(days, all) => return format!("第 {days} 天已过，共 {all:.0} 天。"),
        Soak::Well => "未发现问题。",
        Soak::Grows(mb) => return format!("内存每模拟天增长 {mb:.2} MB，最多允许 1 MB。长期运行会耗尽内存。"),
        Soak::StoodStill(hour) => return format!("模拟第 {hour:.2} 小时之后没有新的内容。"),
        Soak::LeftBehind(reset) => return format!("第 {reset} 次复位后留有参观痕迹。"),
        Soak::LooksOther(reset) => return format!("第 {reset} 次复位后，观众看到的首页与最初不同。"),
        Soak::Crashed(hour) => return format!("展示在模拟第 {hour:.2} 小时崩溃，原因见上。"),
    };
    fixed.to_owned()
}
