//! Chinese: a draft until a native reader has checked it.

use super::{Line, Machine, sides};
use crate::state::{Distance, DrawnBy};

const WITHOUT: &str = "没有窗口时，可用 `vitrine picture OUT.png` 把画面存为图片。";

/// The words.
#[expect(clippy::too_many_lines, reason = "one line a text")]
pub fn zh(machine: Machine<'_>) -> String {
    let fixed = match machine {
        Machine::NoScreen => {
            return format!(
                "Vitrine 无法打开窗口：没有屏幕。请在桌面会话中启动，或设置 DISPLAY（X11）或 WAYLAND_DISPLAY。\n{WITHOUT}"
            );
        }
        Machine::NoAnswer(screen) => {
            return format!(
                "Vitrine 无法打开窗口：屏幕“{screen}”没有应答。请检查会话是否仍在运行、当前用户是否有权使用它；屏幕由 DISPLAY 或 WAYLAND_DISPLAY 指定。\n{WITHOUT}"
            );
        }
        Machine::NoLibraries(files, packages) => {
            return format!(
                "Vitrine 无法打开窗口：系统缺少 {files}。在 Debian 或 Ubuntu 上运行：apt-get install {packages}\n{WITHOUT}"
            );
        }
        Machine::NoWindow(why) => {
            return format!(
                "Vitrine 无法打开窗口：{why}。可试用 `vitrine --renderer cpu`，它不需要显卡驱动；`vitrine doctor` 给出更多情况。\n{WITHOUT}"
            );
        }
        Machine::Program(by) => return format!("Vitrine {}，{}。", crate::VERSION, drawn_by(by)),
        Machine::DrawnBy(by) => return drawn_by(by),
        Machine::Size => "显示大小",
        Machine::ChooseSize => "选择显示大小",
        Machine::Distance(distance) => match distance {
            Distance::Desk => "桌面",
            Distance::Kiosk => "自助终端",
            Distance::Projector => "投影",
            Distance::Wall => "墙面大屏",
        },
        Machine::DistanceIs(distance) => match distance {
            Distance::Desk => "一人使用，一臂之距",
            Distance::Kiosk => "站在屏前用手指操作：按钮 20 毫米",
            Distance::Projector => "供全场观看：字高为屏幕高度的 3.5 %",
            Distance::Wall => "四米外观看：字高 20 毫米以上",
        },
        Machine::BarUnknown => "程序无从得知屏幕的实际大小。请把直尺贴在屏幕上，把这条线调到 20 毫米长。",
        Machine::BarMeasured => "这条线已调到 20 毫米长，可用直尺核对。",
        Machine::Bar => "应为 20 毫米长的线",
        Machine::Longer => "加长",
        Machine::Shorter => "缩短",
        Machine::KeptPublic => "选择“自助终端”或“墙面大屏”后，每次启动都用此刻的语言和配色；观众的改动不保留。",
        Machine::Status => "运行状况报告",
        Machine::StatusComes => "正在查看……",
        Machine::StatusFor => "供协助您的人参考。其中没有个人信息；您的主文件夹写作 ~。",
        Machine::CopyStatus => "复制报告",
        Machine::Line(line) => line_name(line),
        Machine::Unknown => "未知",
        Machine::None => "无",
        Machine::FailedBefore(renderer, why) => {
            return format!("`{renderer}` 启动失败，已跳过（{why}）；可用 `vitrine --renderer {renderer}` 再试");
        }
        Machine::FontsInside => "全部在程序之内",
        Machine::FontsOutside(scripts) => return format!("此版本不含：{scripts}；使用系统字体"),
        Machine::BuiltIn => "内置展览",
        Machine::Counts(faults, advice) => return format!("{faults} 个错误，{advice} 条建议"),
        Machine::Memory([all, free, own, most]) => {
            return format!("共 {all} MB，可用 {free} MB；程序占用 {own} MB，最多曾达 {most} MB");
        }
        Machine::Writable(true) => "可写",
        Machine::Writable(false) => "不可写",
        Machine::Screen(name, size, scale) => {
            let scale = scale.map_or_else(String::new, |scale| format!("，缩放 {scale} %"));
            return format!("{name}，{}{scale}", sides(size));
        }
        Machine::Window(size, zoom) => return format!("{}，放大 {zoom} %", sides(size)),
    };
    fixed.to_owned()
}

fn drawn_by(by: &DrawnBy) -> String {
    match by {
        DrawnBy::Nobody => "无窗口绘制".to_owned(),
        DrawnBy::Card(way, name) => format!("通过 {way} 绘制（{name}）"),
        DrawnBy::Processor => "由处理器绘制".to_owned(),
    }
}

fn line_name(line: Line) -> &'static str {
    match line {
        Line::Version => "版本",
        Line::System => "系统",
        Line::Renderer => "绘制方式",
        Line::EarlierStart => "此前的启动",
        Line::Screens => "屏幕",
        Line::Window => "窗口",
        Line::Size => "显示大小",
        Line::Fonts => "字体",
        Line::Pack => "展览",
        Line::Problems => "问题",
        Line::Memory => "内存",
        Line::Settings => "设置",
        Line::Log => "日志",
        Line::Thumbnails => "缩略图",
    }
}
