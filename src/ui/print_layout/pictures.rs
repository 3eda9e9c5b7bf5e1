//! The pictures of the handout: its opening page, and every picture with its caption.

use egui::{Rect, vec2};

use super::handout::{Blocks, HEIGHT, Stands, UNDER_INTRODUCTION, UNDER_PARAGRAPH, WIDTH};
use super::lists::references;
use crate::export::drawing::PageTag;
use crate::model::{Lang, Pack, PhotoKey};
use crate::state::View;
use crate::text::{self, Say};
use crate::ui::flow::Flow;
use crate::ui::photo_paint::true_aspect;
use crate::ui::theme::Role;
use crate::ui::{Cx, widgets};

/// The width of a picture beside its caption; Tibetan lines are higher, so its captions are wider.
const PICTURE: [f32; 2] = [580.0, 450.0];
/// Between a picture and its caption.
const GUTTER: f32 = 36.0;
/// The greatest height of a picture.
pub const HIGHEST: f32 = 396.0;
/// The least and the greatest height of the picture on the first page; lower where the words below it need the space.
const OPENING: [f32; 2] = [340.0, 672.0];
/// The approximate height of the title and the heading on that page.
const TITLE: f32 = 320.0;
/// The size of the mark over the title, and the gap under it.
const MARK: f32 = 64.0;
const UNDER_MARK: f32 = 16.0;
/// On the first page: under the title, the picture and the heading.
const UNDER_TITLE: f32 = 32.0;
const UNDER_OPENING: f32 = 36.0;
const UNDER_HEADING: f32 = 10.0;
/// How far a caption stands above its picture's top, and the gap under both.
const RISE: f32 = 4.0;
const UNDER_PICTURE: f32 = 40.0;
/// In a caption: under the place, the title, the text, and the words on an illustration.
const CAPTION: [f32; 4] = [2.0, 6.0, 10.0, 6.0];

/// The width of a printed picture, in points: the first one, which opens the handout, is wider.
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
    blocks.add(Stands::WithNext, |writer| {
        let cx = writer.cx;
        writer.part(PageTag::Ornament);
        let mark = Rect::from_min_size(writer.pos, vec2(MARK, MARK));
        writer.put(widgets::mark(mark, [cx.colors.text, cx.colors.accent, cx.colors.gold]));
        writer.gap(MARK + UNDER_MARK);
        writer.part(PageTag::Title);
        let title = &cx.x().title;
        if title.is_empty() {
            writer.text(&cx.state.pack().place.name(), Role::Figure);
        } else {
            writer.words(title, Role::Figure);
        }
        writer.gap(UNDER_TITLE);
    });
    if let Some(first) = cx.state.pack().keys().first().copied().filter(|&first| can_be_shown(cx, first)) {
        let words =
            |words| cx.label(&cx.localized(words), Role::Label).width(WIDTH).size(blocks.ui.ctx()).y + UNDER_PARAGRAPH;
        let below: f32 = cx.x().about.iter().map(words).sum();
        let highest = (HEIGHT - TITLE - below).clamp(OPENING[0], OPENING[1]);
        blocks.add(Stands::Anywhere, move |writer| {
            let area = area(writer, first, WIDTH, highest);
            writer.picture(first, area);
            writer.pos.y = area.bottom();
            writer.gap(UNDER_OPENING);
        });
    }
    if !cx.x().about.is_empty() {
        let heading = cx.say(Say::About);
        blocks.add(Stands::WithNext, move |writer| {
            writer.part(PageTag::Heading);
            writer.text(&heading, Role::CardHeading);
            writer.gap(UNDER_HEADING);
        });
    }
    for words in &cx.x().about {
        blocks.paragraph(cx.localized(words), Role::Label);
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
    blocks.add(Stands::WithNext, move |writer| {
        writer.paragraph(&remark, Role::Body);
        writer.gap(UNDER_INTRODUCTION);
    });
    for &photo in pack.keys() {
        blocks.add(Stands::Anywhere, move |writer| photo_ui(writer, photo));
    }
}

fn can_be_shown(cx: &Cx<'_>, photo: PhotoKey) -> bool {
    cx.state.pack().has_file(photo) && !cx.state.unavailable().contains_key(&photo)
}

/// The area of a picture at its own proportions, from the writer's position on.
fn area(writer: &Flow<'_>, photo: PhotoKey, width: f32, height: f32) -> Rect {
    let aspect = true_aspect(writer.cx, photo);
    let size = if width / aspect > height { vec2(height * aspect, height) } else { vec2(width, width / aspect) };
    Rect::from_min_size(writer.pos, size)
}

fn photo_ui(writer: &mut Flow<'_>, photo: PhotoKey) {
    let top = writer.pos.y;
    let mut bottom = top;
    let width = picture_width(writer.cx);
    if can_be_shown(writer.cx, photo) {
        let area = area(writer, photo, width, HIGHEST);
        writer.picture(photo, area);
        bottom = area.bottom();
    } else {
        writer.column(0.0, width, top);
        writer.paragraph(&writer.cx.say(Say::CannotBeShown), Role::LabelStrong);
        if let Some(why) = writer.cx.state.unavailable().get(&photo) {
            writer.paragraph(&writer.cx.say(Say::WhyUnavailable(*why)), Role::Label);
        }
    }
    let left = width + GUTTER;
    writer.column(left, WIDTH - left, top - RISE);
    caption_ui(writer, photo);
    writer.across(bottom.max(writer.pos.y) + UNDER_PICTURE);
}

fn caption_ui(writer: &mut Flow<'_>, photo: PhotoKey) {
    let cx = writer.cx;
    let Some(entry) = cx.photo(photo) else { return };
    writer.part(PageTag::Paragraph);
    let place = place(cx, photo);
    if !place.is_empty() {
        writer.dim(&place, Role::Note);
        writer.gap(CAPTION[0]);
    }
    writer.part(PageTag::Subheading);
    writer.words(&entry.title, Role::Strong);
    writer.gap(CAPTION[1]);
    writer.part(PageTag::Paragraph);
    writer.words(&entry.caption, Role::Label);
    writer.gap(CAPTION[2]);
    let pack = cx.state.pack();
    if pack.is_drawn(photo) {
        writer.text(&cx.say(Say::IllustrationNotPhotograph), Role::NoteStrong);
        if pack.stands_in(photo) {
            writer.dim(&cx.say(Say::StandsIn), Role::Note);
        }
        writer.gap(CAPTION[3]);
    }
    if pack.is_camera_preview(photo) {
        writer.dim(&cx.say(Say::CameraPreview), Role::Note);
        writer.gap(CAPTION[3]);
    }
    let credit = if pack.stands_in(photo) { Say::PhotographCredit } else { Say::Credit };
    for (say, words) in [(credit, Some(&entry.credit)), (Say::Licence, pack.licence(photo))] {
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            let words = format!("{}{}{}", cx.say(say), text::colon(cx.lang()), cx.localized(words));
            writer.dim(&words, Role::Mark);
        }
    }
    // The captions of a photo folder come from the files themselves, so that no sources are listed.
    if !cx.state.pack().photo_folder {
        let words =
            format!("{}{}{}", cx.say(Say::SourcesOfCaption), text::colon(cx.lang()), references(cx, &entry.sources));
        writer.dim(&words, Role::Mark);
    }
}

fn place(cx: &Cx<'_>, photo: PhotoKey) -> String {
    let Some(entry) = cx.photo(photo) else { return String::new() };
    let mut parts: Vec<String> = Vec::new();
    if !entry.place.is_empty() {
        parts.push(cx.localized(&entry.place));
    }
    parts.extend(
        entry.provinces.iter().filter_map(|id| cx.x().province(id)).map(|province| cx.localized(&province.name)),
    );
    parts.extend(entry.date.map(|date| text::date(cx.lang(), date)));
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    text::list(cx.lang(), &parts)
}
