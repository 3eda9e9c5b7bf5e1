//! Tibetan: what rests on a source. A draft until a native reader has checked it.

use super::{Kind, Trace, told};
use crate::state::{Counts, Rests};

/// The words in Tibetan.
pub fn bo(trace: Trace<'_>) -> String {
    let fixed = match trace {
        Trace::ShowOf(byline) => return format!("འདི་ལ་བརྟེན་པའི་ནང་དོན་སྟོན། {byline}"),
        Trace::Heading(byline) => return format!("{byline} འདི་ལ་བརྟེན་པའི་ནང་དོན།"),
        Trace::Counts(counts) => return sentences(counts),
        Trace::Spoken(name, rests) => return format!("{name}; {}", how(rests)),
        Trace::Show => "འདི་ལ་བརྟེན་པའི་ནང་དོན་སྟོན།",
        Trace::Nothing => "འགྲེམས་སྟོན་ནང་འདི་ལ་བརྟེན་པ་མེད།",
        Trace::NothingHere => "ཤོག་ངོས་འདིར་མེད།",
        Trace::End => "ཚང་མ་སྟོན།",
        Trace::Gives => "ཁུངས་འདི་ལ་བརྟེན་པ།",
        Trace::GivesTerm => "འདིའི་གྲངས་ཀྱིས་བརྩིས་པ།",
        Trace::Others => "ཁུངས་གཞན་ལ་བརྟེན་པ།",
    };
    fixed.to_owned()
}

fn how(rests: Rests) -> &'static str {
    match rests {
        Rests { itself: true, .. } => "ཁུངས་འདི་ལ་བརྟེན་པ།",
        Rests { worked_out: true, .. } => "ཁུངས་འདིའི་གྲངས་ཀྱིས་བརྩིས་པ།",
        Rests { other_report: true, .. } => "སྙན་ཞུ་གཞན་ཞིག་ཁུངས་འདི་ལ་བརྟེན་པ།",
        Rests { .. } => "ལོ་ཁུངས་འདི་ལ་བརྟེན་པ།",
    }
}

fn sentences(counts: &Counts) -> String {
    let mut said = Vec::new();
    let kinds = told(counts, |count, kind| match kind {
        Kind::Figures => format!("གྲངས་ཀ་ {count}"),
        Kind::Statements => format!("བརྗོད་པ་ {count}"),
        Kind::Photos => format!("པར་ {count}"),
        Kind::Pairings => format!("ཆ་སྒྲིག་ {count}"),
        Kind::Changes => format!("ཆ་སྒྲིག་འགྱུར་བ་ {count}"),
        Kind::Milestones => format!("དོན་ཆེན་ {count}"),
        Kind::Years => format!("ཐེངས་ {count} ཀྱི་ལོ"),
    });
    if !kinds.is_empty() {
        said.push(format!("{} ཁུངས་འདི་ལ་བརྟེན་ཡོད།", kinds.join("་དང་ ")));
    }
    if counts.worked_out > 0 {
        said.push(format!("གྲངས་ཀ་ {} འདིའི་གྲངས་ཀྱིས་བརྩིས་ཡོད།", counts.worked_out));
    }
    if counts.other_reports > 0 {
        said.push(format!("གྲངས་ཀ་ {} སྙན་ཞུ་གཞན་ཡོད།", counts.other_reports));
    }
    if said.is_empty() { bo(Trace::Nothing) } else { said.join(" ") }
}
