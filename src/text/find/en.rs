//! English: the search by touch.

use super::Find;

/// The words in English.
pub fn en(find: Find<'_>) -> String {
    let fixed = match find {
        Find::Count(found, 1) => return format!("{found} of 1 province"),
        Find::Count(found, all) => return format!("{found} of {all} provinces"),
        Find::Pictures(0) => return "No pictures yet".to_owned(),
        Find::Pictures(1) => "1 picture",
        Find::Pictures(n) => return format!("{n} pictures"),
        Find::PairedWith(place, 0) => return format!("Paired with {place}, no pictures yet"),
        Find::PairedWith(place, 1) => return format!("Paired with {place}, 1 picture"),
        Find::PairedWith(place, n) => return format!("Paired with {place}, {n} pictures"),
        Find::Clear => "Clear",
        Find::Delete => "Delete",
        Find::Space => "Space",
        Find::Done => "Done",
        Find::Tsheg => "Tsheg",
    };
    fixed.to_owned()
}
