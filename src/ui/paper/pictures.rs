//! The pictures of the handout: its opening page, and every picture with its caption.

use egui::{Rect, vec2};

use super::handout::{Blocks, HEIGHT, Stands, WIDTH};
use super::lists::references;
use crate::export::drawing::Part;
use crate::model::{Lang, Pack, PhotoKey};
use crate::state::View;
use crate::text::{self, Say};
use crate::ui::flow::Flow;
use crate::ui::picture::true_aspect;
use crate::ui::theme::Role;
use crate::ui::{Cx, widgets};

/// The width of a picture beside its caption; Tibetan lines are higher, so its captions are wider.
const PICTURE: [f32; 2] = [580.0, 450.0];
/// Between a picture and its caption.
const GUTTER: f32 = 36.0;
/// The greatest height of a picture.
pub const HIGHEST: f32 = 396.0;
/// The height of the picture on the first page: less where the words below it need the room.
const OPENING: [f32; 2] = [340.0, 672.0];
/// What the title and the heading take of that page, about.
const TITLE: f32 = 320.0;
/// The size of the mark over the title.
const MARK: f32 = 64.0;

/// How wide a picture is printed, in points: the first one opens the handout.
#[must_use]
pub fn printed_width(pack: &Pack, photo: PhotoKey) -> f32 {
    if pack.keys().first() == Some(&photo) { WIDTH } else { PICTURE[0] }
}

fn picture_width(cx: &Cx<'_>) -> f32 {
    if cx.lang() == Lang::Bo { PICTURE[1] } else { PICTURE[0] }
}

/// Title, first picture, and what the exhibition is about.
pub fn opening(blocks: &mut Blocks<'_>) {
    let cx = blocks.cx;
    blocks.add(Stands::WithNext, |pen| {
        let cx = pen.cx;
        pen.part(Part::Ornament);
        let mark = Rect::from_min_size(pen.pos, vec2(MARK, MARK));
        pen.put(widgets::mark(mark, [cx.colors.text, cx.colors.accent, cx.colors.gold]));
        pen.gap(MARK + 16.0);
        pen.part(Part::Title);
        let title = &cx.x().title;
        if title.is_empty() {
            pen.text(&cx.state.pack().place.name(), Role::Figure);
        } else {
            pen.words(title, Role::Figure);
        }
        pen.gap(32.0);
    });
    if let Some(first) = cx.state.pack().keys().first().copied().filter(|&first| can_be_shown(cx, first)) {
        let words = |words| cx.label(&cx.tell(words), Role::Label).width(WIDTH).size(blocks.ui.ctx()).y + 14.0;
        let below: f32 = cx.x().about.iter().map(words).sum();
        let highest = (HEIGHT - TITLE - below).clamp(OPENING[0], OPENING[1]);
        blocks.add(Stands::Anywhere, move |pen| {
            let room = room(pen, first, WIDTH, highest);
            pen.picture(first, room);
            pen.pos.y = room.bottom();
            pen.gap(36.0);
        });
    }
    if !cx.x().about.is_empty() {
        let heading = cx.say(Say::About);
        blocks.add(Stands::WithNext, move |pen| {
            pen.part(Part::Heading);
            pen.text(&heading, Role::CardHeading);
            pen.gap(10.0);
        });
    }
    for words in &cx.x().about {
        blocks.paragraph(cx.tell(words), Role::Label);
    }
}

/// Every picture with its caption beside it.
pub fn all(blocks: &mut Blocks<'_>) {
    let cx = blocks.cx;
    let count = cx.x().photos.len();
    if count == 0 {
        return;
    }
    blocks.heading(Stands::OnNewPage, cx.say(Say::View(View::Photos)));
    let pack = cx.state.pack();
    let drawn = pack.keys().iter().filter(|&&photo| pack.is_drawn(photo)).count();
    let remark = cx.say(Say::Pictures { shown: count, all: count, drawn });
    blocks.add(Stands::WithNext, move |pen| {
        pen.paragraph(&remark, Role::Body);
        pen.gap(24.0);
    });
    for &photo in pack.keys() {
        blocks.add(Stands::Anywhere, move |pen| photo_ui(pen, photo));
    }
}

fn can_be_shown(cx: &Cx<'_>, photo: PhotoKey) -> bool {
    cx.state.pack().has_file(photo) && !cx.state.unshown().contains_key(&photo)
}

/// The room of a picture at its own proportions, from the pen's place on.
fn room(pen: &Flow<'_>, photo: PhotoKey, width: f32, height: f32) -> Rect {
    let aspect = true_aspect(pen.cx, photo);
    let size = if width / aspect > height { vec2(height * aspect, height) } else { vec2(width, width / aspect) };
    Rect::from_min_size(pen.pos, size)
}

fn photo_ui(pen: &mut Flow<'_>, photo: PhotoKey) {
    let top = pen.pos.y;
    let mut bottom = top;
    let width = picture_width(pen.cx);
    if can_be_shown(pen.cx, photo) {
        let room = room(pen, photo, width, HIGHEST);
        pen.picture(photo, room);
        bottom = room.bottom();
    } else {
        pen.column(0.0, width, top);
        pen.paragraph(&pen.cx.say(Say::CannotBeShown), Role::LabelStrong);
        if let Some(why) = pen.cx.state.unshown().get(&photo) {
            pen.paragraph(&pen.cx.say(Say::WhyUnshown(*why)), Role::Label);
        }
    }
    let left = width + GUTTER;
    pen.column(left, WIDTH - left, top - 4.0);
    caption_ui(pen, photo);
    pen.across(bottom.max(pen.pos.y) + 40.0);
}

fn caption_ui(pen: &mut Flow<'_>, photo: PhotoKey) {
    let cx = pen.cx;
    let Some(entry) = cx.photo(photo) else { return };
    pen.part(Part::Paragraph);
    let place = place(cx, photo);
    if !place.is_empty() {
        pen.dim(&place, Role::Note);
        pen.gap(2.0);
    }
    pen.part(Part::Subheading);
    pen.words(&entry.title, Role::Strong);
    pen.gap(6.0);
    pen.part(Part::Paragraph);
    pen.words(&entry.caption, Role::Label);
    pen.gap(10.0);
    let pack = cx.state.pack();
    if pack.is_drawn(photo) {
        pen.text(&cx.say(Say::IllustrationNotPhotograph), Role::NoteStrong);
        if pack.stands_in(photo) {
            pen.dim(&cx.say(Say::StandsIn), Role::Note);
        }
        pen.gap(6.0);
    }
    let credit = if pack.stands_in(photo) { Say::PhotographCredit } else { Say::Credit };
    for (say, words) in [(credit, Some(&entry.credit)), (Say::Licence, pack.licence(photo))] {
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            let words = format!("{}{}{}", cx.say(say), text::colon(cx.lang()), cx.tell(words));
            pen.dim(&words, Role::Mark);
        }
    }
    // Whoever shows a folder of pictures has not said where their words come from: the files say it.
    if !cx.state.pack().album {
        let words =
            format!("{}{}{}", cx.say(Say::SourcesOfCaption), text::colon(cx.lang()), references(cx, &entry.sources));
        pen.dim(&words, Role::Mark);
    }
}

fn place(cx: &Cx<'_>, photo: PhotoKey) -> String {
    let Some(entry) = cx.photo(photo) else { return String::new() };
    let mut parts: Vec<String> = Vec::new();
    if !entry.place.is_empty() {
        parts.push(cx.tell(&entry.place));
    }
    parts.extend(entry.provinces.iter().filter_map(|id| cx.x().province(id)).map(|province| cx.tell(&province.name)));
    parts.extend(entry.date.map(|date| text::date(cx.lang(), date)));
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    text::list(cx.lang(), &parts)
}
