//! Chinese: a kiosk. A draft until a native reader has checked it.

use super::{Kiosk, time};

/// The words in Chinese.
pub fn zh(kiosk: Kiosk) -> String {
    let fixed = match kiosk {
        Kiosk::TouchToBegin => "轻触屏幕开始",
        Kiosk::StillLooking => "还在看吗？",
        Kiosk::TouchToGoOn => "轻触任意处继续，否则展览将回到开头。",
        Kiosk::StillLookingShort => "还在看吗？轻触任意处继续。",
        Kiosk::KeepLooking => "继续看",
        Kiosk::StartOver => "现在重新开始",
        Kiosk::Seconds => "秒",
        Kiosk::Access => "更易看清和触及",
        Kiosk::LargeText => "大字",
        Kiosk::HighContrast => "高对比度",
        Kiosk::LessMotion => "减少动画",
        Kiosk::ControlsLow => "按钮放低",
        Kiosk::Switched(true) => "开",
        Kiosk::Switched(false) => "关",
        Kiosk::Done => "完成",
        Kiosk::PutBack => "全部复原",
        Kiosk::GoesBack => "您离开后会自动复原。",
        Kiosk::Closed(None) => "现已关闭",
        Kiosk::Closed(Some(at)) => return format!("{} 开放", time(at)),
        Kiosk::StaffPin => "工作人员：请输入密码",
        Kiosk::PinTyped(typed, of) => return format!("已输入 {typed} 位，共 {of} 位"),
        Kiosk::Erase => "删除",
        Kiosk::PinWrong(0) => "密码错误。",
        Kiosk::PinWrong(left) => return format!("密码错误，还可以试 {left} 次。"),
        Kiosk::PinLocked(seconds) => {
            return format!("错误次数过多，请在 {}:{:02} 后再试。", seconds / 60, seconds % 60);
        }
        Kiosk::PinChecking => "正在核对……",
        Kiosk::Staff => "工作人员",
        Kiosk::Health => "设备状况",
        Kiosk::HealthComes => "正在查看……",
        Kiosk::HealthCode => "用手机拍下此码，可带走同样的内容",
        Kiosk::Clean => "清洁屏幕（30 秒）",
        Kiosk::Cleaning => "正在清洁屏幕，暂时不会有反应。",
        Kiosk::Black => "让屏幕变黑",
        Kiosk::Show => "显示展览",
        Kiosk::OtherPack { folder: false } => "换一个展览：文件……",
        Kiosk::OtherPack { folder: true } => "换一个展览：文件夹……",
        Kiosk::Leave => "退出展台模式",
        Kiosk::Back => "返回",
    };
    fixed.to_owned()
}
