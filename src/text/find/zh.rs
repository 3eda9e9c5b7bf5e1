//! Chinese: the search by touch. A draft until a native reader has checked it.

use super::Find;

/// The words in Chinese.
pub fn zh(find: Find<'_>) -> String {
    let fixed = match find {
        Find::Count(found, all) => return format!("{all} 个省市中的 {found} 个"),
        Find::Pictures(0) => return "暂无图片".to_owned(),
        Find::Pictures(n) => return format!("{n} 幅图片"),
        Find::PairedWith(place, 0) => return format!("与{place}结对，暂无图片"),
        Find::PairedWith(place, n) => return format!("与{place}结对，{n} 幅图片"),
        Find::Clear => "清空",
        Find::Delete => "删除",
        Find::Space => "空格",
        Find::Done => "完成",
        Find::Tsheg => "隔音符",
    };
    fixed.to_owned()
}
