//! Makes an exhibition of a presentation (PPTX; ECMA-376, part 1): its pictures, the titles and notes of its slides, and their order.
//! Nothing else is shown, and what is left out is counted.

mod part;
mod slide;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{PackSource, ReadError, photo_folder};
use crate::model::{
    Card, Exhibition, LIST_LIMIT, PassedOver, Photo, PhotoId, STOP_SECS, Shows, SlidePart, Stop, Words,
};
use part::Parts;
use slide::Slide;

/// The main part of a presentation.
const MAIN: &str = "ppt/presentation.xml";

/// Returns true if these are the files of a presentation.
#[must_use]
pub fn is_presentation(names: &BTreeSet<String>) -> bool {
    names.contains(MAIN)
}

/// The exhibition of a presentation, and what of it is left out.
///
/// # Errors
/// If its order of slides cannot be read.
pub fn exhibition(title: &str, source: &PackSource) -> Result<(Exhibition, BTreeMap<PassedOver, usize>), ReadError> {
    let mut parts = Parts::of(source);
    let mut book = Book::default();
    for (number, name) in (1..).zip(parts.slides(MAIN)?.into_iter().take(LIST_LIMIT)) {
        match Slide::read(&mut parts, &name) {
            Ok(slide) if slide.is_hidden => book.pass(SlidePart::Hidden, 1),
            Ok(slide) => book.add(number, slide),
            Err(_unread) => book.pass(SlidePart::Unread, 1),
        }
    }
    let mut exhibition = photo_folder::exhibition(title, &[]);
    exhibition.photos = book.photos;
    exhibition.running_order = book.stops;
    Ok((exhibition, book.passed))
}

/// What is made of the slides.
#[derive(Default)]
struct Book {
    photos: Vec<Photo>,
    stops: Vec<Stop>,
    passed: BTreeMap<PassedOver, usize>,
    /// The pictures by their files: several slides may show one.
    by_file: HashMap<String, usize>,
}

impl Book {
    fn pass(&mut self, part: SlidePart, count: usize) {
        self.pass_over(PassedOver::Slide(part), count);
    }

    fn pass_over(&mut self, what: PassedOver, count: usize) {
        if count > 0 {
            *self.passed.entry(what).or_default() += count;
        }
    }

    /// A stop for each picture of a slide, the notes at the first; a card for a slide without pictures.
    fn add(&mut self, number: usize, slide: Slide) {
        for (what, count) in slide.passed {
            self.pass_over(what, count);
        }
        // A slide without a title is known by its number.
        let title = if slide.title.is_empty() { number.to_string() } else { slide.title };
        let mut notes = Words::undeclared(&slide.notes);
        if slide.pictures.is_empty() {
            self.stops.push(stop(Shows::Card(Card::default()), Words::undeclared(&title), notes));
            return;
        }
        for (nth, file) in (1..).zip(slide.pictures) {
            let at = self.photo(file, number, nth, &title);
            let Some(photo) = self.photos.get(at) else { continue };
            let own = Words::undeclared(&title);
            let named = if photo.title == own { Words::default() } else { own };
            let shows = Shows::Photo(photo.id.clone());
            self.stops.push(stop(shows, named, std::mem::take(&mut notes)));
        }
    }

    /// The position of a file's picture, which is added where it is new.
    fn photo(&mut self, file: String, number: usize, nth: usize, title: &str) -> usize {
        if let Some(at) = self.by_file.get(&file) {
            return *at;
        }
        let mut photo = photo_folder::photo(&file);
        let id = if nth == 1 { format!("slide-{number}") } else { format!("slide-{number}-{nth}") };
        (photo.id, photo.title) = (PhotoId::from(id.as_str()), Words::undeclared(title));
        self.photos.push(photo);
        self.by_file.insert(file, self.photos.len() - 1);
        self.photos.len() - 1
    }
}

fn stop(shows: Shows, title: Words, notes: Words) -> Stop {
    Stop { shows, title, notes, secs: STOP_SECS, zoom: None, rest: serde_json::Map::new() }
}
