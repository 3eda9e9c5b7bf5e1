//! Chinese: the page for the venue. A draft until a native reader has checked it.

use super::{KioskPage, VenuePart};
use crate::state::kiosk::System;

/// The words.
pub fn zh(words: KioskPage) -> &'static str {
    match words {
        KioskPage::Title(System::Linux) => "Linux 上的自助展台",
        KioskPage::Title(System::Windows) => "Windows 上的自助展台",
        KioskPage::Title(System::Macos) => "macOS 上的自助展台",
        KioskPage::For => "供技术人员使用：做一次即可，本页可放在屏幕背后。密码不要写在上面。",
        KioskPage::Name(part) => match part {
            VenuePart::Login => "自动登录",
            VenuePart::Begin => "自动开始",
            VenuePart::Updates => "更新与通知",
            VenuePart::Sleep => "休眠",
            VenuePart::Gestures => "手势",
            VenuePart::Unstoppable => "程序无法阻止的操作",
            VenuePart::Staff => "工作人员入口",
            VenuePart::Files => "文件",
            VenuePart::Power => "断电之后",
        },
        KioskPage::Text(_, VenuePart::Staff) => {
            "在角落连触五下（如设置未另作规定，即右上角），再输入密码。输错五次后须等一分钟，此后越来越久。忘记密码时：运行 “vitrine kiosk --set-pin”，或删除设置文件。"
        }
        KioskPage::Text(system, part) => match system {
            System::Linux => linux(part),
            System::Windows => windows(part),
            System::Macos => macos(part),
        },
    }
}

fn linux(part: VenuePart) -> &'static str {
    match part {
        VenuePart::Login => {
            "建立没有特权的用户 kiosk，并在登录界面（GDM、SDDM、LightDM）设为自动登录。没有桌面时：用 assets/kiosk 中的会话 “Vitrine kiosk (cage)” 或 “(labwc)”，或单元 vitrine-kiosk-cage.service。"
        }
        VenuePart::Begin => {
            "以该用户运行一次 “vitrine kiosk --try”，再运行 “vitrine kiosk --install”。此后每次登录都会自动开始，出了问题也会重新启动。"
        }
        VenuePart::Updates => {
            "关闭通知（勿扰模式）和白天的更新：“systemctl disable --now apt-daily-upgrade.timer”。请在闭馆时手动更新。"
        }
        VenuePart::Sleep => {
            "在设置中：屏幕永不变黑，永不待机，不锁屏，不用屏幕保护。展台运行时也会向系统提出同样的要求。"
        }
        VenuePart::Gestures => "关闭桌面的热角、边缘手势和屏幕键盘。在 cage 下没有这些。",
        VenuePart::Unstoppable => {
            "Ctrl+Alt+Del、Ctrl+Alt 加功能键、桌面所识别的三指或四指滑动、电源按钮，以及键盘自带的功能键。"
        }
        VenuePart::Files => {
            "设置：~/.config/vitrine/kiosk.json。日志 kiosk.log 和统计：~/.local/state/vitrine。运行情况见 “vitrine doctor --kiosk”。"
        }
        VenuePart::Power => "在计算机固件中设为断电恢复后自动开机。展台运行时拔一次电源：它必须自行恢复。",
        VenuePart::Staff => "",
    }
}

fn windows(part: VenuePart) -> &'static str {
    match part {
        VenuePart::Login => {
            "建立没有特权的本地用户 kiosk，并设为自动登录（netplwiz，或 Sysinternals 的 Autologon）。企业版和教育版更宜使用 Shell Launcher 和 assets/kiosk/windows/shell-launcher.xml，这样就没有桌面。"
        }
        VenuePart::Begin => {
            "以该用户运行一次 “vitrine kiosk --try”，再运行 “vitrine kiosk --install”；也可把 assets/kiosk/windows/task.xml 导入任务计划程序。此后每次登录都会自动开始。"
        }
        VenuePart::Updates => {
            "Windows 更新：使用时段包含开放时间，并以策略规定有用户登录时不重新启动。关闭通知、提示和任务栏上的资讯。"
        }
        VenuePart::Sleep => {
            "设置、系统、电源：屏幕和睡眠均为“从不”。不用屏幕保护和动态锁，睡眠后不要求登录。展台运行时也会向系统提出同样的要求。"
        }
        VenuePart::Gestures => {
            "设置、蓝牙和其他设备、触控：关闭三指和四指手势。展台在前台时，从边缘滑入已关闭。辅助功能、键盘：取消启用粘滞键的快捷方式。"
        }
        VenuePart::Unstoppable => "Ctrl+Alt+Del、Windows+L、未关闭的三指或四指滑动、电源按钮，以及键盘自带的功能键。",
        VenuePart::Files => {
            "设置：%APPDATA%\\vitrine\\kiosk.json。日志 kiosk.log 和统计：%LOCALAPPDATA%\\vitrine。运行情况见 “vitrine doctor --kiosk”。"
        }
        VenuePart::Power => "在计算机固件中设为断电恢复后自动开机。展台运行时拔一次电源：它必须自行恢复。",
        VenuePart::Staff => "",
    }
}

fn macos(part: VenuePart) -> &'static str {
    match part {
        VenuePart::Login => "建立普通用户 kiosk。系统设置、用户与群组：自动以 kiosk 登录，为此须关闭文件保险箱。",
        VenuePart::Begin => {
            "以该用户运行一次 “vitrine kiosk --try”，再运行 “vitrine kiosk --install”。此后每次登录由启动代理自动开始。"
        }
        VenuePart::Updates => "系统设置、通用、软件更新：关闭所有自动更新。专注模式：始终勿扰。请在闭馆时手动更新。",
        VenuePart::Sleep => {
            "系统设置、锁定屏幕：永不关闭显示器，永不要求密码。节能：防止自动睡眠。展台运行时也会向系统提出同样的要求。"
        }
        VenuePart::Gestures => "系统设置、桌面与程序坞：不用触发角。触控板：收起来，或关闭其手势。",
        VenuePart::Unstoppable => "电源按钮和触控 ID、Ctrl+Command+Q、触控板上的三指或四指滑动，以及键盘自带的功能键。",
        VenuePart::Files => {
            "设置 kiosk.json、日志 kiosk.log 和统计：~/Library/Application Support/vitrine。运行情况见 “vitrine doctor --kiosk”。"
        }
        VenuePart::Power => "系统设置、节能：断电后自动启动。展台运行时拔一次电源：它必须自行恢复。",
        VenuePart::Staff => "",
    }
}
