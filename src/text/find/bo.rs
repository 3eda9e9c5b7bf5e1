//! Tibetan: the search by touch. A draft until a native reader has checked it.

use super::Find;

/// The words in Tibetan.
pub fn bo(find: Find<'_>) -> String {
    let fixed = match find {
        Find::Count(found, all) => return format!("{found} / {all}"),
        Find::Pictures(n) => return format!("པར་ {n}"),
        Find::PairedWith(place, n) => return format!("ཆ་སྒྲིག་ས་གནས། {place} པར་ {n}"),
        Find::Clear => "གཙང་སེལ་བྱོས།",
        Find::Delete => "སུབས།",
        Find::Space => "སྟོང་ཆ།",
        Find::Done => "འཚོལ།",
        Find::Tsheg => "ཚེག",
    };
    fixed.to_owned()
}
