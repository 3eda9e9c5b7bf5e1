//! Sentences that describe a chart to screen readers: from the numbers alone, without interpretation.
//!
//! Each variant is one sentence. They state the reported numbers as the sources print them, since the true value behind a
//! “nearly” or “more than” is unknown.

use crate::model::Lang;

/// The charts that can be described.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chart {
    /// The people of each batch.
    Batches,
    /// The totals published after each batch.
    Totals,
}

/// A number and the batches that have it, both in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At<'a> {
    /// The number with its precision word.
    pub figure: &'a str,
    /// The batches that have it, as [`batches`] names them.
    pub batches: &'a str,
}

/// What is certain about the steps from each reported number to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steps {
    /// Each is higher than the one before.
    Up,
    /// Each is lower than the one before.
    Down,
    /// Neither, or uncertain because of the precision words.
    Mixed,
}

/// A sentence about a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern<'a> {
    /// None of this many batches has a reported number.
    NoneReported(usize),
    /// Only one has.
    OneReported(At<'a>),
    /// Several have, all the same: how many, of how many, the number.
    AllEqual(usize, usize, &'a str),
    /// Several have: how many, of how many, the smallest, the largest, and the steps.
    Range(usize, usize, At<'a>, At<'a>, Steps),
    /// The first and the last reported number, if they are not the smallest and the largest.
    Ends(At<'a>, At<'a>),
    /// No number is published for these batches.
    Gap(&'a str),
    /// The same, with a published number for all of them together.
    GapTogether(&'a str, &'a str),
    /// The same, with a worked-out number for all of them together.
    GapWorkedOut(&'a str, &'a str),
    /// A number for several batches together, in words, if not that of the gap.
    Together(&'a str, &'a str),
    /// The numbers of these batches are worked out.
    WorkedOut(&'a str),
    /// The question does not arise for these batches.
    NotApplicable(&'a str),
    /// The sum of all batches, including worked-out figures, and its relation to the published total, in words.
    Sum(&'a str, &'a str),
}

/// A sentence in a language.
#[must_use]
pub fn pattern(lang: Lang, chart: Chart, pattern: Pattern<'_>) -> String {
    match lang {
        Lang::En => en(chart, pattern),
        Lang::Zh => zh(chart, pattern),
        Lang::Bo => bo(chart, pattern),
    }
}

/// The separator of two sentences.
#[must_use]
pub fn between_sentences(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "" } else { " " }
}

/// How many runs of batches are named before the rest is only counted.
const NAMED: usize = 4;

/// Batches by number, in order: “batches 2 to 4 and 8”. Long lists end in a count.
#[must_use]
pub fn batches(lang: Lang, numbers: &[u32]) -> String {
    let (named, rest) = stretches(numbers);
    let named: Vec<String> = named
        .iter()
        .map(|&(first, last)| match lang {
            _ if first == last => first.to_string(),
            Lang::En => format!("{first} to {last}"),
            Lang::Zh => format!("{first} 至 {last}"),
            Lang::Bo => format!("{first} ནས་ {last} བར"),
        })
        .collect();
    let [one] = named.as_slice() else { return listed(lang, &named, rest, numbers.len()) };
    match lang {
        Lang::En if numbers.len() == 1 => format!("batch {one}"),
        Lang::En => format!("batches {one}"),
        Lang::Zh => format!("第 {one} 批"),
        Lang::Bo if numbers.len() == 1 => format!("ཐེངས་ {one} པ"),
        Lang::Bo => format!("ཐེངས་ {one}"),
    }
}

fn listed(lang: Lang, named: &[String], rest: usize, all: usize) -> String {
    let Some((last, others)) = named.split_last() else { return String::new() };
    match (lang, rest) {
        (Lang::En, 0) => format!("batches {} and {last}", others.join(", ")),
        (Lang::En, 1) => format!("batches {} and one other", named.join(", ")),
        (Lang::En, _) => format!("batches {} and {rest} others", named.join(", ")),
        (Lang::Zh, 0) => format!("第 {} 批", named.join("、")),
        (Lang::Zh, _) => format!("第 {} 批等共 {all} 批", named.join("、")),
        (Lang::Bo, 0) => format!("ཐེངས་ {} དང་ {last}", others.join(", ")),
        (Lang::Bo, _) => format!("ཐེངས་ {} དང་གཞན་ {rest}", named.join(", ")),
    }
}

/// Groups consecutive numbers into runs, returning the first few and the count of the rest. Two neighbours stay two.
fn stretches(numbers: &[u32]) -> (Vec<(u32, u32)>, usize) {
    let mut all: Vec<(u32, u32)> = Vec::new();
    for run in numbers.chunk_by(|a, b| a.checked_add(1) == Some(*b)) {
        match run {
            [] => {}
            [a, b] => all.extend([(*a, *a), (*b, *b)]),
            [first, .., last] => all.push((*first, *last)),
            [only] => all.push((*only, *only)),
        }
    }
    let others = if all.len() > NAMED + 1 { all.split_off(NAMED) } else { Vec::new() };
    (all, others.iter().map(|(first, last)| (last - first) as usize + 1).sum())
}

fn en(chart: Chart, pattern: Pattern<'_>) -> String {
    let (what, at) = match chart {
        Chart::Batches => ("number", "in"),
        Chart::Totals => ("total", "after"),
    };
    let has = match chart {
        Chart::Batches => "have a reported number",
        Chart::Totals => "have a published total after them",
    };
    match pattern {
        Pattern::NoneReported(1) => format!("The one batch has no reported {what}."),
        Pattern::NoneReported(all) => format!("None of the {all} batches has a reported {what}."),
        Pattern::OneReported(one) => format!("One {what} is reported: {} {at} {}.", one.figure, one.batches),
        Pattern::AllEqual(count, all, figure) => {
            format!("{} {has}, and each says {figure}.", count_of(count, all))
        }
        Pattern::Range(count, all, low, high, steps) => {
            let steps = match steps {
                Steps::Up => "; each is higher than the reported one before",
                Steps::Down => "; each is lower than the reported one before",
                Steps::Mixed => "",
            };
            format!(
                "{} {has}: the smallest is {} {at} {}, the largest {} {at} {}{steps}.",
                count_of(count, all),
                low.figure,
                low.batches,
                high.figure,
                high.batches
            )
        }
        Pattern::Ends(first, last) => {
            format!(
                "The first reported {what} is {} {at} {}, the last {} {at} {}.",
                first.figure, first.batches, last.figure, last.batches
            )
        }
        Pattern::Gap(batches) => format!("No {what} is published {} {batches}.", for_or_after(chart)),
        Pattern::GapTogether(batches, figure) => {
            format!(
                "No {what} is published {} {batches} alone; together they are reported as {figure}.",
                for_or_after(chart)
            )
        }
        Pattern::GapWorkedOut(batches, figure) => {
            format!(
                "No {what} is published {} {batches} alone; together they are worked out as {figure}.",
                for_or_after(chart)
            )
        }
        Pattern::Together(batches, figure) => format!("Together, {batches}: {figure}."),
        Pattern::WorkedOut(batches) => format!("Worked out from reported totals, not reported: {batches}."),
        Pattern::NotApplicable(batches) => format!("Not applicable: {batches}."),
        Pattern::Sum(sum, "") => format!("With all that is worked out, the batches add up to {sum}."),
        Pattern::Sum(sum, difference) => {
            format!("With all that is worked out, the batches add up to {sum}; the difference: {difference}.")
        }
    }
}

fn count_of(count: usize, all: usize) -> String {
    if count == all { format!("All {all} batches") } else { format!("{count} of {all} batches") }
}

fn for_or_after(chart: Chart) -> &'static str {
    if chart == Chart::Batches { "for" } else { "after" }
}

fn zh(chart: Chart, pattern: Pattern<'_>) -> String {
    let (what, to) = match chart {
        Chart::Batches => ("人数", ""),
        Chart::Totals => ("总数", "截至"),
    };
    match pattern {
        Pattern::NoneReported(all) => format!("{all} 批均无已公布的{what}。"),
        Pattern::OneReported(one) => format!("仅有一个已公布的{what}：{to}{} {}。", one.batches, one.figure),
        Pattern::AllEqual(count, all, figure) => format!("{all} 批中有 {count} 个已公布的{what}，均为 {figure}。"),
        Pattern::Range(count, all, low, high, steps) => {
            let steps = match steps {
                Steps::Up => "；每个已公布的数字都比前一个高",
                Steps::Down => "；每个已公布的数字都比前一个低",
                Steps::Mixed => "",
            };
            format!(
                "{all} 批中有 {count} 个已公布的{what}：最小为{to}{} {}，最大为{to}{} {}{steps}。",
                low.batches, low.figure, high.batches, high.figure
            )
        }
        Pattern::Ends(first, last) => {
            format!(
                "最早公布的{what}为{to}{} {}，最近公布的为{to}{} {}。",
                first.batches, first.figure, last.batches, last.figure
            )
        }
        Pattern::Gap(batches) => format!("{to}{batches}的{what}未公布。"),
        Pattern::GapTogether(batches, figure) => format!("{to}{batches}的{what}未单独公布；公布的合计为 {figure}。"),
        Pattern::GapWorkedOut(batches, figure) => format!("{to}{batches}的{what}未单独公布；合计推算为 {figure}。"),
        Pattern::Together(batches, figure) => format!("{batches}合计：{figure}。"),
        Pattern::WorkedOut(batches) => format!("{to}{batches}的{what}由已公布的总数推算，并非公布的数字。"),
        Pattern::NotApplicable(batches) => format!("{batches}不适用。"),
        Pattern::Sum(sum, "") => format!("加上全部推算数字，各批相加为 {sum}。"),
        Pattern::Sum(sum, difference) => format!("加上全部推算数字，各批相加为 {sum}；相差：{difference}。"),
    }
}

fn bo(chart: Chart, pattern: Pattern<'_>) -> String {
    let (what, to) = match chart {
        Chart::Batches => ("མི་གྲངས", ""),
        Chart::Totals => ("བསྡོམས་གྲངས", " མཇུག་ཏུ"),
    };
    match pattern {
        Pattern::NoneReported(all) => format!("ཐེངས་ {all} ལས་གང་ལའང་བསྒྲགས་པའི་{what}་མེད།"),
        Pattern::OneReported(one) => format!("བསྒྲགས་པའི་{what}་གཅིག་ཁོ་ན་ཡོད། {}{to}: {}", one.batches, one.figure),
        Pattern::AllEqual(count, all, figure) => {
            format!("ཐེངས་ {all} ལས་ {count} ལ་བསྒྲགས་པའི་{what}་ཡོད། ཚང་མ་ {figure} ཡིན།")
        }
        Pattern::Range(count, all, low, high, steps) => {
            let steps = match steps {
                Steps::Up => " བསྒྲགས་པའི་གྲངས་རེ་རེ་སྔོན་མ་ལས་མང་།",
                Steps::Down => " བསྒྲགས་པའི་གྲངས་རེ་རེ་སྔོན་མ་ལས་ཉུང་།",
                Steps::Mixed => "",
            };
            format!(
                "ཐེངས་ {all} ལས་ {count} ལ་བསྒྲགས་པའི་{what}་ཡོད། ཉུང་ཤོས། {}{to}: {} མང་ཤོས། {}{to}: {}{steps}",
                low.batches, low.figure, high.batches, high.figure
            )
        }
        Pattern::Ends(first, last) => format!(
            "བསྒྲགས་པའི་{what}་དང་པོ། {}{to}: {} མཐའ་མ། {}{to}: {}",
            first.batches, first.figure, last.batches, last.figure
        ),
        Pattern::Gap(batches) => format!("{batches}{to}: {what}་བསྒྲགས་མེད།"),
        Pattern::GapTogether(batches, figure) => {
            format!("{batches}{to}: {what}་སོ་སོར་བསྒྲགས་མེད། བསྒྲགས་པའི་མཉམ་བསྡོམས། {figure}")
        }
        Pattern::GapWorkedOut(batches, figure) => {
            format!("{batches}{to}: {what}་སོ་སོར་བསྒྲགས་མེད། མཉམ་བསྡོམས་བརྩིས་ན། {figure}")
        }
        Pattern::Together(batches, figure) => format!("{batches} མཉམ་བསྡོམས། {figure}"),
        Pattern::WorkedOut(batches) => {
            format!("{batches}{to}: {what}་ནི་བསྒྲགས་པའི་བསྡོམས་གྲངས་ལས་བརྩིས་པ་ཡིན། བསྒྲགས་པ་མིན།")
        }
        Pattern::NotApplicable(batches) => format!("{batches}: འདིར་མི་འབྲེལ།"),
        Pattern::Sum(sum, "") => format!("བརྩིས་པ་ཚང་མ་བསྣན་ན། ཐེངས་རྣམས་ཀྱི་གྲངས་བསྡོམས་པ་ {sum} ཡིན།"),
        Pattern::Sum(sum, difference) => {
            format!("བརྩིས་པ་ཚང་མ་བསྣན་ན། ཐེངས་རྣམས་ཀྱི་གྲངས་བསྡོམས་པ་ {sum} ཡིན། ཁྱད་པར། {difference}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::batches;
    use crate::model::Lang;

    #[test]
    fn batches_are_named_in_stretches() {
        assert_eq!(batches(Lang::En, &[3]), "batch 3");
        assert_eq!(batches(Lang::En, &[2, 3, 4]), "batches 2 to 4");
        assert_eq!(batches(Lang::En, &[6, 7]), "batches 6 and 7");
        assert_eq!(batches(Lang::En, &[1, 3, 4, 5, 9]), "batches 1, 3 to 5 and 9");
        assert_eq!(batches(Lang::Zh, &[2, 3, 4, 8]), "第 2 至 4、8 批");
        let odd: Vec<u32> = (0..500).map(|n| 2 * n + 1).collect();
        assert_eq!(batches(Lang::En, &odd), "batches 1, 3, 5, 7 and 496 others");
        assert_eq!(batches(Lang::En, &[]), "");
    }
}
