//! What is probed from a picture's file, and how it is merged into its entry.

use super::{Date, Lang, Photo, Words};

/// A text from a file's metadata.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The text without a declared language.
    pub plain: String,
    /// The same in declared languages.
    pub in_languages: Vec<(Lang, String)>,
}

impl Wording {
    /// Converts it to words, all of them drafts. A declared language is trusted; otherwise the script decides. `None` if there is
    /// no text.
    fn words(&self) -> Option<Words> {
        let mut words = Words::default();
        for (lang, text) in &self.in_languages {
            if words.only(*lang).is_empty() {
                words.put(*lang, text.trim());
            }
        }
        if words.is_empty() {
            words = Words::undeclared(&self.plain);
        }
        let plain = self.plain.trim();
        let lang = Lang::of_script(plain);
        // The default text is usually a copy of one of the others.
        if words.only(lang).is_empty() && !Lang::ALL.iter().any(|&lang| words.only(lang) == plain) {
            words.put(lang, plain);
        }
        (!words.is_empty()).then_some(words)
    }
}

/// What a picture's file says about it. Texts are empty, and the rest is `None`, if it does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Probed {
    /// Width and height in pixels, upright.
    pub size: Option<[u32; 2]>,
    /// A short title.
    pub title: Wording,
    /// The caption.
    pub caption: Wording,
    /// The author.
    pub credit: String,
    /// The terms of use.
    pub rights: Wording,
    /// The place.
    pub place: String,
    /// When it was made: year, month from 1 to 12, day from 1 to 31; 0 if unknown.
    pub date: Option<(u16, u8, u8)>,
    /// Whether it is camera raw, of which the camera's own preview is shown.
    pub is_camera_preview: bool,
}

/// Merges the size that a file says into its entry. That is all where a curator wrote the entry: what was left out may have been
/// left out on purpose.
pub fn size_in(photo: &mut Photo, probed: &Probed) {
    // Without width or height a picture would have no area in the gallery.
    photo.size = probed.size.filter(|size| !size.contains(&0)).or(photo.size);
}

/// Merges what a file says into its entry, which was made of its name. What it does not say stays as it was.
pub fn fill_in(photo: &mut Photo, probed: &Probed) {
    size_in(photo, probed);
    photo.date = probed.date.and_then(date).or(photo.date);
    let plain = |text: &str| Wording { plain: text.to_owned(), in_languages: Vec::new() };
    let texts = [
        (&mut photo.title, &probed.title),
        (&mut photo.caption, &probed.caption),
        (&mut photo.credit, &plain(&probed.credit)),
        (&mut photo.licence, &probed.rights),
        (&mut photo.place, &plain(&probed.place)),
    ];
    for (words, text) in texts {
        if let Some(date_text) = text.words() {
            *words = date_text;
        }
    }
}

/// The date as far as it is plausible: cameras with an unset clock write zeros, and worse.
fn date((year, month, day): (u16, u8, u8)) -> Option<Date> {
    if !(1..=9999).contains(&year) {
        return None;
    }
    let month = (1..=12).contains(&month).then_some(month);
    let day = month.and_then(|month| (1..=days_of(year, month)).contains(&day).then_some(day));
    Some(Date { year, month, day })
}

fn days_of(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo() -> Photo {
        let text =
            r#"{ "id": "a.jpg", "file": "a.jpg", "title": { "en": "a" }, "caption": {}, "alt": {}, "date": "2001" }"#;
        serde_json::from_str(text).expect("a photo")
    }

    #[test]
    fn what_a_file_does_not_tell_stays() {
        let mut probed = photo();
        fill_in(&mut probed, &Probed { title: plain(" \n"), size: Some([0, 5]), ..Probed::default() });
        assert_eq!(probed, photo());
    }

    fn plain(text: &str) -> Wording {
        Wording { plain: text.to_owned(), in_languages: Vec::new() }
    }

    #[test]
    fn what_a_file_tells_stands_in_its_own_language_as_a_draft() {
        let mut photo = photo();
        let probed = Probed {
            size: Some([3, 2]),
            title: plain("校舍 "),
            rights: plain("CC0"),
            date: Some((2024, 8, 26)),
            ..Probed::default()
        };
        fill_in(&mut photo, &probed);
        assert_eq!((photo.title.en.as_str(), photo.title.zh.as_str(), photo.title.bo.as_str()), ("", "校舍", ""));
        assert!(photo.title.reviewed.is_empty() && photo.licence.reviewed.is_empty());
        assert_eq!((photo.licence.en.as_str(), photo.size), ("CC0", Some([3, 2])));
        assert_eq!(photo.date.map(String::from).as_deref(), Some("2024-08-26"));
    }

    #[test]
    fn texts_in_languages_go_to_them() {
        let text = |plain: &str, others: &[(Lang, &str)]| Wording {
            plain: plain.to_owned(),
            in_languages: others.iter().map(|(lang, text)| (*lang, (*text).to_owned())).collect(),
        };
        let words = text("A school", &[(Lang::Zh, "学校"), (Lang::Bo, "སློབ་གྲྭ།")]).words().expect("words");
        assert_eq!([words.en, words.zh, words.bo], ["A school", "学校", "སློབ་གྲྭ།"]);
        // The default text is a copy of the Chinese one.
        let words = text("1 号", &[(Lang::Zh, "1 号")]).words().expect("words");
        assert_eq!([words.en.as_str(), &words.zh, &words.bo], ["", "1 号", ""]);
        // Declared as Chinese, though written in other letters.
        let words = text("", &[(Lang::Zh, "T1")]).words().expect("words");
        assert!(!words.undeclared && words.zh == "T1");
        assert_eq!(text(" ", &[(Lang::Zh, " ")]).words(), None);
    }

    #[test]
    fn what_a_curator_wrote_stays() {
        let mut curated = Photo { id: "school".into(), ..photo() };
        let probed = Probed {
            size: Some([3, 2]),
            title: plain("DSC"),
            credit: "a camera".to_owned(),
            date: Some((1980, 1, 1)),
            ..Probed::default()
        };
        size_in(&mut curated, &probed);
        assert_eq!(curated, Photo { id: "school".into(), size: Some([3, 2]), ..photo() });
        size_in(&mut curated, &Probed { size: Some([30, 20]), ..Probed::default() });
        assert_eq!(curated.size, Some([30, 20]), "the file knows better");
    }

    #[test]
    fn a_date_is_believed_as_far_as_it_can_be() {
        let date_text = |date| {
            let mut photo = photo();
            fill_in(&mut photo, &Probed { date: Some(date), ..Probed::default() });
            photo.date.map(String::from).unwrap_or_default()
        };
        assert_eq!(date_text((0, 0, 0)), "2001");
        assert_eq!(date_text((65535, 1, 1)), "2001");
        assert_eq!(date_text((2019, 0, 7)), "2019");
        assert_eq!(date_text((2019, 13, 7)), "2019");
        assert_eq!(date_text((2019, 2, 0)), "2019-02");
        assert_eq!(date_text((2019, 2, 29)), "2019-02");
        assert_eq!(date_text((2020, 2, 29)), "2020-02-29");
    }
}
