//! Finds the root of a pack in a listing: archives often contain its folder, next to files left by systems.

use super::EXHIBITION;

/// Files left by systems and programs.
const LEFTOVERS: [&str; 4] = [".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db"];

/// Returns the name of the exhibition's file in a folder of a listing (with trailing `/`, or empty), ignoring case.
pub fn exhibition<'a>(names: impl Iterator<Item = &'a str>, folder: &str) -> Option<&'a str> {
    let is_it = |name: &&str| name.strip_prefix(folder).is_some_and(|file| file.eq_ignore_ascii_case(EXHIBITION));
    let all: Vec<&str> = names.filter(is_it).collect();
    all.iter().find(|name| name.ends_with(EXHIBITION)).or(all.first()).copied()
}

/// Returns the only top-level folder of a listing, with trailing `/`; `None` if there are several, or none.
pub fn only_folder<'a>(names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut only = None;
    for name in names.filter(|name| !is_leftover(name)) {
        let folder = &name[..=name.find('/')?];
        if *only.get_or_insert(folder) != folder {
            return None;
        }
    }
    only
}

/// Returns the root of a pack in an archive: around the least deep exhibition if unique, else the only folder.
pub fn of_archive(names: &[&str]) -> String {
    let depth = |name: &str| name.matches('/').count();
    let is_exhibition = |name: &&&str| {
        !is_leftover(name) && name.rsplit('/').next().is_some_and(|file| file.eq_ignore_ascii_case(EXHIBITION))
    };
    let mut exhibitions: Vec<&str> = names.iter().filter(is_exhibition).copied().collect();
    exhibitions.sort_by_key(|name| depth(name));
    match exhibitions[..] {
        [one] => folder_of(one),
        [first, second, ..] if depth(first) < depth(second) || depth(first) == 0 => folder_of(first),
        _ => only_folder(names.iter().copied()).unwrap_or_default().to_owned(),
    }
}

fn folder_of(name: &str) -> String {
    name.rfind('/').map_or_else(String::new, |slash| name[..=slash].to_owned())
}

/// Returns true for files left by systems: macOS metadata, Windows previews.
fn is_leftover(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let in_macosx = name.split('/').any(|part| part.eq_ignore_ascii_case("__macosx"));
    in_macosx || file.starts_with("._") || LEFTOVERS.iter().any(|leftover| file.eq_ignore_ascii_case(leftover))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_begins_where_its_exhibition_lies() {
        let of = of_archive;
        assert_eq!(of(&["exhibition.json", "a/exhibition.json"]), "");
        assert_eq!(of(&["show/EXHIBITION.JSON", "show/a.jpg", "__MACOSX/show/._a.jpg", ".DS_Store"]), "show/");
        assert_eq!(of(&["read me.txt", "x/show/exhibition.json", "x/show/a.jpg"]), "x/show/");
        assert_eq!(of(&["a/exhibition.json", "b/exhibition.json"]), "", "which of them is meant, nobody knows");
        assert_eq!(of(&["holiday/1.jpg", "holiday/b/2.jpg", "Thumbs.db"]), "holiday/", "pictures alone");
        assert_eq!(of(&["1.jpg", "b/2.jpg"]), "");
        assert_eq!(of(&[]), "");
    }
}
