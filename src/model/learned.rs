//! What becomes known of a picture only when its file is read, and how it is merged into its entry.

use super::{Date, Lang, Photo, Words};

/// What a picture's file tells of itself. Texts are empty, and the rest is `None`, where it does not tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learned {
    /// Width and height in pixels, upright.
    pub size: Option<[u32; 2]>,
    /// A few words.
    pub title: String,
    /// The caption.
    pub caption: String,
    /// Who made it.
    pub credit: String,
    /// On what terms it may be shown.
    pub rights: String,
    /// Where.
    pub place: String,
    /// When it was made: year, month from 1 to 12, day from 1 to 31; 0 where unknown.
    pub date: Option<(u16, u8, u8)>,
}

/// Merges what a file tells of itself into its entry. What it does not tell stays as it was.
///
/// Where a curator wrote the entry, only the size is taken from the file: what was left out may have been left out on
/// purpose. An entry that was made from a folder is known by its id, which is its file's name.
pub fn learn(photo: &mut Photo, learned: &Learned) {
    // A picture without width or height would have no place on the wall.
    photo.size = learned.size.filter(|size| !size.contains(&0)).or(photo.size);
    if photo.id.as_str() != photo.file {
        return;
    }
    photo.date = learned.date.and_then(date).or(photo.date);
    let texts = [
        (&mut photo.title, &learned.title),
        (&mut photo.caption, &learned.caption),
        (&mut photo.credit, &learned.credit),
        (&mut photo.licence, &learned.rights),
        (&mut photo.place, &learned.place),
    ];
    for (words, text) in texts {
        if !text.trim().is_empty() {
            *words = Words::neutral(text);
        }
    }
}

/// The date as far as it can be believed: cameras whose clock was never set write zeros, and worse.
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

impl Words {
    /// Words that belong to no language, such as a file's name or what a camera wrote: the same in all three, and a draft
    /// in none, since nobody translated them. Empty where there is no text.
    #[must_use]
    pub fn neutral(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            return Self::default();
        }
        let [en, zh, bo] = Lang::ALL.map(|_| text.to_owned());
        Self { en, zh, bo, reviewed: Lang::ALL.to_vec(), rest: super::Rest::new() }
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
        let mut learned = photo();
        learn(&mut learned, &Learned { title: " \n".to_owned(), size: Some([0, 5]), ..Learned::default() });
        assert_eq!(learned, photo());
    }

    #[test]
    fn what_a_file_tells_is_the_same_in_every_language() {
        let mut photo = photo();
        let learned = Learned {
            size: Some([3, 2]),
            title: "校舍 ".to_owned(),
            rights: "CC0".to_owned(),
            date: Some((2024, 8, 26)),
            ..Learned::default()
        };
        learn(&mut photo, &learned);
        for lang in Lang::ALL {
            assert_eq!(photo.title.told(lang), super::super::Told { text: "校舍", lang });
        }
        assert_eq!((photo.licence.en.as_str(), photo.size), ("CC0", Some([3, 2])));
        assert_eq!(photo.title.reviewed, Lang::ALL);
        assert_eq!(photo.date.map(String::from).as_deref(), Some("2024-08-26"));
    }

    #[test]
    fn what_a_curator_wrote_stays() {
        let mut curated = Photo { id: "school".into(), ..photo() };
        let learned = Learned {
            size: Some([3, 2]),
            title: "DSC".to_owned(),
            credit: "a camera".to_owned(),
            date: Some((1980, 1, 1)),
            ..Learned::default()
        };
        learn(&mut curated, &learned);
        assert_eq!(curated, Photo { id: "school".into(), size: Some([3, 2]), ..photo() });
        learn(&mut curated, &Learned { size: Some([30, 20]), ..Learned::default() });
        assert_eq!(curated.size, Some([30, 20]), "the file knows better");
    }

    #[test]
    fn a_date_is_believed_as_far_as_it_can_be() {
        let told = |date| {
            let mut photo = photo();
            learn(&mut photo, &Learned { date: Some(date), ..Learned::default() });
            photo.date.map(String::from).unwrap_or_default()
        };
        assert_eq!(told((0, 0, 0)), "2001");
        assert_eq!(told((65535, 1, 1)), "2001");
        assert_eq!(told((2019, 0, 7)), "2019");
        assert_eq!(told((2019, 13, 7)), "2019");
        assert_eq!(told((2019, 2, 0)), "2019-02");
        assert_eq!(told((2019, 2, 29)), "2019-02");
        assert_eq!(told((2020, 2, 29)), "2020-02-29");
    }
}
