//! The sign-off book: every screen that a visitor can reach on paper, with its texts, how far they are checked, and a box to tick;
//! bound to the exhibition by its fingerprint on every page.
//!
//! Screens are drawn one by one while the file is written, so that memory holds one of them, and what is written already.

mod homes;
mod painter;
mod texts;

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use egui::Color32;

use super::{FINE_PAGE, HeadlessRenderer, Unprinted, faces, share};
use crate::export::drawing::Page;
use crate::export::{self, About, PROGRAM};
use crate::files::PackSource;
use crate::model::{Date, ExhibitionPrint, Pack, Photo, PicturePrint, Unavailable};
use crate::photos::GoOn;
use crate::state::{Screen, State};
use crate::text::{self, Say, Signoff};
use crate::ui::marks;
use crate::ui::print_layout::{
    PAGE, Pages, SignoffFacts, SignoffFoot, SignoffScreen, contents, cover, page_marks, screen_pages,
};
use crate::work::{self, Decoder};
use painter::Painter;
use texts::Texts;

/// The most screens of a book: what is written of them stays in memory until the end.
const MOST_SCREENS: usize = 5_000;
/// The long side at which a picture is tried, in pixels.
const TRIAL: u32 = 96;
/// How far reading the pictures and laying out the pages come, of all there is to do.
const READ: f32 = 0.15;
const LAID: f32 = 0.25;

/// A screen with its texts; without one, what none of them shows.
type Listed = (Option<Screen>, Rc<SignoffScreen>);

/// A sign-off book, laid out.
pub struct SignoffBook<'s> {
    /// The fingerprint of the exhibition.
    pub print: ExhibitionPrint,
    state: State,
    source: &'s PackSource,
    /// The screens, and where they have one, what is drawn.
    screens: Vec<Listed>,
    /// The cover, the list, and the pages of each screen.
    parts: Vec<Pages>,
    /// Of each page, the index of its part and its number within that.
    pages: Vec<(usize, usize)>,
    foot: SignoffFoot,
    renderer: HeadlessRenderer,
}

/// The parts before the first screen.
const FRONT: usize = 2;

/// The fingerprint of an exhibition, from the files of its pictures. `go_on` receives the progress and returns `false` to cancel.
///
/// # Errors
/// If it was cancelled.
pub fn exhibition_print(pack: &Pack, source: &PackSource, go_on: GoOn<'_>) -> Result<ExhibitionPrint, Unprinted> {
    let photos = &pack.document().photos;
    let drawn = |photo: &Photo| photo.stand_in.as_ref().map(|drawn| drawn.file.clone());
    let names: Vec<String> =
        photos.iter().flat_map(|photo| [Some(photo.file.clone()), drawn(photo)]).flatten().collect();
    let mut prints: HashMap<String, Option<PicturePrint>> = HashMap::new();
    let count = names.len();
    for (done, name) in names.into_iter().enumerate() {
        let so_far = share(done, count);
        if !go_on(so_far) {
            return Err(Unprinted::Cancelled);
        }
        if let Entry::Vacant(vacant) = prints.entry(name) {
            let print = work::print_of(source, vacant.key(), &|_share| go_on(so_far));
            vacant.insert(print);
        }
    }
    if go_on(1.0) {
        Ok(ExhibitionPrint::of(pack.document(), &|name| prints.get(name).copied().flatten()))
    } else {
        Err(Unprinted::Cancelled)
    }
}

/// The book as a PDF file. `go_on` receives the progress and returns `false` to cancel.
///
/// # Errors
/// If there are too many screens, it was cancelled, or no PDF can be made.
pub fn signoff_pdf(state: &State, source: &PackSource, go_on: GoOn<'_>) -> Result<Vec<u8>, Unprinted> {
    signoff(state, source, Date::try_from(work::today()).ok(), go_on)?.pdf(go_on)
}

/// The book, laid out: with a date, without the pictures of its screens. `go_on` receives the progress and returns `false` to
/// cancel.
///
/// # Errors
/// If there are too many screens, or it was cancelled.
pub fn signoff<'s>(
    state: &State,
    source: &'s PackSource,
    date: Option<Date>,
    go_on: GoOn<'_>,
) -> Result<SignoffBook<'s>, Unprinted> {
    let lang = state.lang();
    if state.screens().len() > MOST_SCREENS {
        return Err(Unprinted::TooManyScreens(MOST_SCREENS));
    }
    let state = tried(state, source, &|share| go_on(share * READ / 2.0))?;
    let print = exhibition_print(state.pack(), source, &|share| go_on(READ / 2.0 + share * READ / 2.0))?;
    let screens = listed(&state, &|| go_on(READ))?;
    let mut renderer = HeadlessRenderer::new();
    let begins = Rc::default();
    let only: Vec<Rc<SignoffScreen>> = screens.iter().map(|(_, screen)| Rc::clone(screen)).collect();
    let date = date.map(|date| text::date(lang, date)).unwrap_or_default();
    let mut facts = SignoffFacts {
        print,
        screens: only.len(),
        pages: 0,
        texts: Texts::new(&state).tally(),
        unseen: state.unavailable().len(),
        date: date.clone(),
    };
    let no_page = || Unprinted::NoPdf;
    let mut parts = Vec::with_capacity(only.len() + FRONT);
    let front = renderer.lay(&state, PAGE, FINE_PAGE, |ui, cx| cover(ui, cx, facts.clone()));
    parts.push(front.ok_or_else(no_page)?);
    parts.push(renderer.lay(&state, PAGE, FINE_PAGE, |ui, cx| contents(ui, cx, &only, &begins)).ok_or_else(no_page)?);
    for (done, screen) in only.iter().enumerate() {
        if !go_on(READ + share(done, only.len()) * (LAID - READ)) {
            return Err(Unprinted::Cancelled);
        }
        let laid = renderer.lay(&state, PAGE, FINE_PAGE, |ui, cx| screen_pages(ui, cx, screen));
        parts.push(laid.ok_or_else(no_page)?);
    }
    let pages: Vec<(usize, usize)> =
        parts.iter().enumerate().flat_map(|(part, pages)| (0..pages.len()).map(move |at| (part, at))).collect();
    let first = |part: usize| pages.iter().position(|(of, _)| *of == part);
    begins.replace((FRONT..parts.len()).filter_map(first).collect());
    facts.pages = pages.len();
    let front = renderer.lay(&state, PAGE, FINE_PAGE, |ui, cx| cover(ui, cx, facts.clone()));
    if let (Some(front), Some(part)) = (front, parts.first_mut()) {
        *part = front;
    }
    let made = if date.is_empty() { String::new() } else { format!(" · {date}") };
    let made = format!("{PROGRAM} {}{made}", crate::VERSION);
    let foot = SignoffFoot { print, made, pages: pages.len() };
    Ok(SignoffBook { print, state, source, screens, parts, pages, foot, renderer })
}

/// All screens with their texts, and at the end what none of them shows.
fn listed(state: &State, go_on: &dyn Fn() -> bool) -> Result<Vec<Listed>, Unprinted> {
    let mut texts = Texts::new(state);
    let mut screens = Vec::new();
    for (number, screen) in (1..).zip(state.screens()) {
        if !go_on() {
            return Err(Unprinted::Cancelled);
        }
        let listed = texts.screen(state, number, &screen);
        screens.push((Some(screen), listed));
    }
    screens.extend(texts.elsewhere(screens.len() + 1).map(|left| (None, left)));
    Ok(screens)
}

/// A state that knows the sizes of its pictures, and which of them cannot be shown.
fn tried(state: &State, source: &PackSource, go_on: GoOn<'_>) -> Result<State, Unprinted> {
    let mut pack = Pack::clone(state.pack());
    work::fill_in_all(&mut pack, source);
    let mut unavailable = state.unavailable().clone();
    let keys = pack.keys().to_vec();
    let count = keys.len();
    for (done, key) in keys.into_iter().enumerate() {
        let so_far = share(done, count);
        if !go_on(so_far) {
            return Err(Unprinted::Cancelled);
        }
        let file = pack.shown(key).and_then(|shown| shown.file.clone());
        let tried = file.map_or(Err(Unavailable::Missing), |file| {
            work::for_print(source, &file, TRIAL, &|_share| go_on(so_far)).map(drop)
        });
        if let Err(why) = tried {
            unavailable.insert(key, why);
        }
    }
    if go_on(1.0) { Ok(state.with_pack(pack, unavailable)) } else { Err(Unprinted::Cancelled) }
}

impl SignoffBook<'_> {
    /// How many pages there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pages.len()
    }

    /// Returns `true` if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// The screens, in order; the last one may stand for texts that none shows.
    pub fn screens(&self) -> impl Iterator<Item = (Option<&Screen>, &SignoffScreen)> {
        self.screens.iter().map(|(screen, listed)| (screen.as_ref(), &**listed))
    }

    /// The index of the screen on a page, and the number of the page among those of the screen; `None` before the first screen.
    #[must_use]
    pub fn screen_on(&self, page: usize) -> Option<(usize, usize)> {
        self.pages.get(page).and_then(|(part, at)| Some((part.checked_sub(FRONT)?, *at)))
    }

    /// A page as a drawing.
    pub fn page(&mut self, number: usize) -> Option<Page> {
        let on = self.screen_on(number);
        let (part, at) = *self.pages.get(number)?;
        let pages = self.parts.get(part)?;
        let screen = on.and_then(|(index, _)| self.screens.get(index)).map(|(_, screen)| &**screen);
        let foot = &self.foot;
        self.renderer.lay(&self.state, PAGE, FINE_PAGE, |ui, cx| {
            let all = page_marks((ui, cx), (pages, at), screen, (foot, number));
            marks::page(ui.ctx(), PAGE, (Color32::WHITE, &cx.colors), all)
        })
    }

    /// The file. `go_on` receives the progress and returns `false` to cancel.
    ///
    /// # Errors
    /// If it was cancelled, or no PDF can be made.
    pub fn pdf(self, go_on: GoOn<'_>) -> Result<Vec<u8>, Unprinted> {
        let lang = self.state.lang();
        let title = self.state.pack().exhibition.title.resolve(lang).text.to_owned();
        let heading = text::say(lang, Say::Signoff(Signoff::Heading));
        let title = if title.is_empty() { heading } else { format!("{heading}{}{title}", text::colon(lang)) };
        let about = About { title, description: self.print.to_string(), lang, ..About::default() };
        let (state, source) = (self.state.clone(), self.source);
        let shown: Vec<Option<Screen>> = self.screens.iter().map(|(screen, _)| screen.clone()).collect();
        let mut painter = Painter::new(source, Decoder::alone());
        let (so_far, current) = (Cell::new(LAID), Cell::new(None));
        let further = |share: f32| {
            so_far.set(LAID + share * (1.0 - LAID));
            go_on(so_far.get())
        };
        let mut jpeg = |_: &export::drawing::Picture| {
            let screen = current.get().and_then(|index: usize| shown.get(index)?.as_ref())?;
            let (at, audience) = state.at_screen(screen, lang);
            painter.jpeg(at, audience.as_ref(), &|_share| go_on(so_far.get()))
        };
        let book = RefCell::new(self);
        let count = book.borrow().len();
        let page = |number: usize| {
            let mut book = book.borrow_mut();
            current.set(book.screen_on(number).map(|(index, _)| index));
            book.page(number).map(Cow::Owned)
        };
        let supply = export::Supply { jpeg: &mut jpeg, scale: export::PDF_SCALE, go_on: &further };
        let made = export::pdf_of(count, page, &about, (&faces(), supply));
        made.ok_or(if go_on(1.0) { Unprinted::NoPdf } else { Unprinted::Cancelled })
    }
}
