//! What an exhibition says of its pictures, as it is written into their files.

use std::collections::BTreeMap;

use crate::files::PackSource;
use crate::model::{Exhibition, Lang, Photo, PhotoKind, Words};
use crate::photos::captions::{Description, Parts, Text};

/// Captions by the names of the files, with the parts of credit and place.
pub type Captions = BTreeMap<String, (Description, Parts)>;

/// The captions of all pictures, after those of illustrations the words that they are `drawn`; of two that share a file, those of
/// the first.
pub fn captions(exhibition: &Exhibition, source: &PackSource, drawn: &[String; 3]) -> Captions {
    let mut all = Captions::new();
    for photo in exhibition.photos.iter().filter(|photo| !photo.file.is_empty()) {
        let name = source.listed(&photo.file).map_or_else(|| photo.file.clone(), ToString::to_string);
        all.entry(name).or_insert_with(|| said(photo, drawn));
    }
    all
}

fn said(photo: &Photo, drawn: &[String; 3]) -> (Description, Parts) {
    let mut caption = photo.caption.clone();
    if photo.kind == PhotoKind::Illustration {
        for (text, words) in [&mut caption.en, &mut caption.zh, &mut caption.bo].into_iter().zip(drawn) {
            if !text.is_empty() {
                *text = format!("{text}\n{words}");
            }
        }
    }
    let description = Description {
        title: text(&photo.title),
        caption: text(&caption),
        // With a stand-in they say why the file is not there.
        rights: if photo.stand_in.is_none() { text(&photo.licence) } else { Text::default() },
        date: photo.date.map(|date| (date.year, date.month.unwrap_or(0), date.day.unwrap_or(0))),
        ..Description::default()
    };
    let creator = photo.credit.resolve(Lang::En).text.to_owned();
    let place = photo.place.resolve(Lang::En).text.to_owned();
    (description, Parts { creator, places: [place, String::new(), String::new(), String::new()], ..Parts::default() })
}

/// A text in its languages; programs that know none show the first of them.
fn text(words: &Words) -> Text {
    let in_languages = Lang::ALL.into_iter().map(|lang| (lang.code().to_owned(), words.only(lang).trim().to_owned()));
    let in_languages: Vec<_> = in_languages.filter(|(_, text)| !text.is_empty()).collect();
    Text { plain: in_languages.first().map(|(_, text)| text.clone()).unwrap_or_default(), in_languages }
}
