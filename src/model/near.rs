//! Guesses which name a misspelt one stands for.

/// Names that people use, with the ones used here.
const ALSO_CALLED: [(&str, &str); 13] = [
    ("pictures", "photos"),
    ("images", "photos"),
    ("photographs", "photos"),
    ("fotos", "photos"),
    ("picture", "photo"),
    ("image", "file"),
    ("filename", "file"),
    ("path", "file"),
    ("src", "file"),
    ("url", "address"),
    ("link", "address"),
    ("stops", "running_order"),
    ("timeline", "milestones"),
];

/// The known name nearest to an unknown one; `None` if none is near.
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    if name.chars().count() > 40 {
        return None;
    }
    let plain = |name: &str| name.to_lowercase().replace(['_', '-', ' '], "");
    let name = plain(name);
    let also = ALSO_CALLED.iter().find(|(other, _)| *other == name).map(|(_, here)| *here);
    let distance = |known: &str| {
        let known_plain = plain(known);
        if also == Some(known) {
            return Some(0);
        }
        let length = known_plain.chars().count().min(name.chars().count());
        let allowed = match length {
            0..=2 => 0,
            3..=5 => 1,
            _ => 2,
        };
        Some(strsim::damerau_levenshtein(&name, &known_plain)).filter(|distance| *distance <= allowed)
    };
    known.into_iter().filter_map(|known| distance(known).map(|d| (d, known))).min_by_key(|(d, _)| *d).map(|(_, k)| k)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_finger_is_near_and_another_word_is_not() {
        let known = ["precision", "photos", "file", "title", "note", "en", "how_read", "sources"];
        for (written, meant) in [
            ("precison", "precision"),
            ("photso", "photos"),
            ("Photos", "photos"),
            ("pictures", "photos"),
            ("fiel", "file"),
            ("howRead", "how_read"),
            ("source", "sources"),
        ] {
            assert_eq!(nearest(written, known), Some(meant), "{written}");
        }
        for written in ["mood", "colour", "why", "fr", "pause", "kern", ""] {
            assert_eq!(nearest(written, known), None, "{written}");
        }
    }
}
