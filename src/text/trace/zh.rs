//! Chinese: what rests on a source. A draft until a native reader has checked it.

use super::{Kind, Trace, told};
use crate::state::{Counts, Rests};

/// The words in Chinese.
pub fn zh(trace: Trace<'_>) -> String {
    let fixed = match trace {
        Trace::ShowOf(byline) => return format!("显示以它为据的内容：{byline}"),
        Trace::Heading(byline) => return format!("突出显示：出自{byline}的内容"),
        Trace::Counts(counts) => return sentences(counts),
        Trace::Spoken(name, rests) => return format!("{name}；{}", how(rests)),
        Trace::Show => "显示以它为据的内容",
        Trace::Nothing => "展览中没有以它为据的内容。",
        Trace::NothingHere => "本页没有。",
        Trace::End => "显示全部",
        Trace::Gives => "以此来源为据",
        Trace::GivesTerm => "用它的数字算出",
        Trace::Others => "以其他来源为据",
    };
    fixed.to_owned()
}

fn how(rests: Rests) -> &'static str {
    match rests {
        Rests { itself: true, .. } => "以此来源为据",
        Rests { worked_out: true, .. } => "用此来源的数字算出",
        Rests { other_report: true, .. } => "另有报道以此来源为据",
        Rests { .. } => "年份以此来源为据",
    }
}

fn sentences(counts: &Counts) -> String {
    let mut said = Vec::new();
    let kinds = told(counts, |count, kind| match kind {
        Kind::Figures => format!("{count} 个数字"),
        Kind::Statements => format!("{count} 条陈述"),
        Kind::Photos => format!("{count} 幅图片"),
        Kind::Pairings => format!("{count} 组结对"),
        Kind::Changes => format!("{count} 次结对变化"),
        Kind::Milestones => format!("{count} 件大事"),
        Kind::Years => format!("{count} 批的年份"),
    });
    if !kinds.is_empty() {
        said.push(format!("{}以此来源为据。", kinds.join("、")));
    }
    if counts.worked_out > 0 {
        said.push(format!("有 {} 个数字用它的数字算出。", counts.worked_out));
    }
    if counts.other_reports > 0 {
        said.push(format!("它对 {} 个数字另有报道。", counts.other_reports));
    }
    if said.is_empty() { zh(Trace::Nothing) } else { said.concat() }
}
