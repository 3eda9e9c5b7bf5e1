//! A picture, whole and flush with the upper left corner, and its caption beside or below it, never over it.

use egui::epaint::RectShape;
use egui::{Color32, CornerRadius, Rect, Ui, Vec2, pos2, vec2};

use super::{SIDE, Scene, TEXT, WIDE};
use crate::model::{Photo, PhotoKey, Shows};
use crate::state::talk::AudienceView;
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::photo_paint as pictures;
use crate::ui::photo_textures::PhotoNow;
use crate::ui::presenter::pen::{HEIGHT, Pen, text as running, tight};

/// The share of the width that a picture takes beside its caption.
const SHARE: f32 = 0.7;
/// The height under a picture, for the kind of picture it is.
const FOOTER: f32 = 184.0;
/// The most pixels on the long side of a picture that is zoomed.
const MOST_PIXELS: f32 = 4096.0;
/// The sizes of a caption and of a title: smaller ones only where it is too long.
const CAPTIONS: [f32; 5] = [TEXT, 36.0, 34.0, 32.0, 30.0];
const TITLES: [f32; 4] = [62.0, 54.0, 48.0, 42.0];
/// Around words beside a picture: at their sides, over them and under them.
const BESIDE: [f32; 3] = [48.0, 64.0, 56.0];
/// Over and under words below a picture.
const BELOW: f32 = 36.0;
/// The kind of a picture below it: its size, the gap over it, and the least height and width for it.
const KIND: f32 = 40.0;
const OVER_KIND: f32 = 60.0;
const KIND_HEIGHT: f32 = 40.0;
const KIND_WIDTH: f32 = 300.0;
/// The greatest width of words beside a picture, and the most height of their title.
const MOST_WIDTH: f32 = 860.0;
const TITLE_HEIGHT: f32 = 320.0;
/// Under the accent rule, and under a title.
const GAP: f32 = 32.0;
/// The height of the place under a caption, and the gap over it.
const PLACE: f32 = 76.0;
const OVER_PLACE: f32 = 16.0;
/// Words below a picture: under the accent rule, between title and caption, and the height that the title leaves free.
const UNDER_RULE: f32 = 24.0;
const COLUMN_GAP: f32 = 40.0;
const UNDER_TITLE: f32 = 60.0;
/// The kind of a picture under its title: its size and the gap over it.
const SMALL_KIND: f32 = 30.0;
const SMALL_KIND_GAP: f32 = 8.0;
/// How far a caption stands above the accent rule.
const RISE: f32 = 6.0;

/// Where the picture and its words go, in measures.
struct Deal {
    picture: Rect,
    words: Rect,
    beside: bool,
}

impl Deal {
    fn of(pen: &Pen<'_>, aspect: f32) -> Self {
        let (width, height) = (pen.width(), pen.height());
        let beside = width >= WIDE;
        let most = if beside { vec2(width * SHARE, height - FOOTER) } else { vec2(width, height * 0.62) };
        let fit = most.x.min(most.y * aspect);
        let picture = Rect::from_min_size(pos2(0.0, 0.0), vec2(fit, fit / aspect));
        let words = if beside {
            Rect::from_min_max(
                pos2(picture.right() + BESIDE[0], BESIDE[1]),
                pos2(width - BESIDE[0], height - BESIDE[2]),
            )
        } else {
            Rect::from_min_max(pos2(SIDE, picture.bottom() + BELOW), pos2(width - SIDE, height - BELOW))
        };
        Self { picture, words, beside }
    }
}

pub(super) fn photo_ui(scene: Scene<'_>) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let Some(key) = scene.picture.photo(cx.state.pack()) else { return };
    let Some(photo) = cx.photo(key) else { return };
    let deal = Deal::of(pen, pictures::true_aspect(cx, key));
    let area = pen.rect(deal.picture.left(), deal.picture.top(), deal.picture.width(), deal.picture.height());
    whole(pen.ui, cx, key, area, scene.zoom);
    let alt = cx.state.pack().alt(key).map(|alt| cx.localized(alt)).unwrap_or_default();
    pen.name(area, &alt);
    let kind = kind(cx, key);
    if deal.beside {
        let y = deal.picture.bottom() + OVER_KIND;
        let width = deal.picture.width() - 2.0 * SIDE;
        if pen.height() - y > KIND_HEIGHT && width > KIND_WIDTH {
            pen.put(pen.label(&kind, running(KIND), cx.colors.dim), SIDE, y, width);
        }
        beside_ui(&scene, photo, deal.words);
    } else {
        below_ui(&scene, photo, deal.words, &kind);
    }
}

/// Title and caption, one under the other.
fn beside_ui(scene: &Scene<'_>, photo: &Photo, area: Rect) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let width = area.width().min(MOST_WIDTH);
    pen.accent_rule(area.left(), area.top());
    let mut y = area.top() + GAP;
    let (lang, title) = title(scene, photo);
    let rect = |y: f32, height: f32| Rect::from_min_size(pos2(area.left(), y), vec2(width, height));
    y += pen.fit((lang, &title), tight(TITLES[0], true), &TITLES, rect(y, TITLE_HEIGHT), cx.colors.text) + GAP;
    let place = place(cx, photo);
    let footer = if place.is_empty() { 0.0 } else { PLACE };
    let (lang, caption) = pen.resolve(&photo.caption);
    let rect = rect(y, area.bottom() - y - footer);
    y += pen.fit((lang, &caption), running(CAPTIONS[0]), &CAPTIONS, rect, cx.colors.text);
    if !place.is_empty() {
        let label = pen.label(&place, running(TEXT), cx.colors.dim);
        let height = pen.size(&label.clone().width(pen.px(width))).y;
        let top = (area.bottom() - height).max(y + OVER_PLACE);
        if top + height <= pen.height() {
            pen.put(label, area.left(), top, width);
        }
    }
}

/// The title left, the caption right.
fn below_ui(scene: &Scene<'_>, photo: &Photo, area: Rect, kind_words: &str) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let left = area.width() * 0.36;
    let (lang, title) = title(scene, photo);
    pen.accent_rule(area.left(), area.top());
    let y = area.top() + UNDER_RULE;
    let rect = Rect::from_min_size(pos2(area.left(), y), vec2(left - COLUMN_GAP, area.height() - UNDER_TITLE));
    let height = pen.fit((lang, &title), tight(TITLES[1], true), &TITLES[1..], rect, cx.colors.text);
    pen.put(
        pen.label(kind_words, running(SMALL_KIND), cx.colors.dim),
        area.left(),
        y + height + SMALL_KIND_GAP,
        left - COLUMN_GAP,
    );
    let (lang, caption) = pen.resolve(&photo.caption);
    let rect = area.with_min_x(area.left() + left).translate(vec2(0.0, -RISE));
    pen.fit((lang, &caption), running(CAPTIONS[0]), &CAPTIONS, rect, cx.colors.text);
}

fn title(scene: &Scene<'_>, photo: &Photo) -> (crate::model::Lang, String) {
    let own = &scene.picture.title;
    scene.pen.resolve(if own.is_empty() { &photo.title } else { own })
}

/// The words for an illustration, or a photograph's credit.
pub(super) fn kind(cx: &Cx<'_>, photo: PhotoKey) -> String {
    if cx.state.pack().is_drawn(photo) {
        return cx.say(Say::IllustrationNotPhotograph);
    }
    cx.photo(photo).map(|photo| cx.localized(&photo.credit)).unwrap_or_default()
}

/// Where it was made, and the provinces it concerns.
fn place(cx: &Cx<'_>, photo: &Photo) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend((!photo.place.is_empty()).then(|| cx.localized(&photo.place)));
    let provinces = photo.provinces.iter().filter_map(|id| cx.x().province(id));
    parts.extend(provinces.map(|p| p.listed(cx.lang()).text.trim_end_matches('་').to_owned()));
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    text::list(cx.lang(), &parts)
}

/// Paints all of a picture into an area of its proportions. A zoomed one is requested in steps, so that not every notch of the
/// wheel decodes it anew.
pub(super) fn whole(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect, zoom: f32) {
    let pixels = wanted(ui, area.size() / zoom, zoom);
    let now = cx.photos.borrow_mut().photo(photo, pixels);
    match now {
        PhotoNow::Texture { texture, .. } => {
            let area = pictures::on_pixels(ui, area, texture.size_vec2(), 1.0);
            let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            let shape = RectShape::filled(area, CornerRadius::ZERO, Color32::WHITE).with_texture(texture.id(), uv);
            ui.painter().add(shape);
        }
        PhotoNow::Waiting(tone) => {
            ui.painter().rect_filled(area, 0.0, tone.unwrap_or(cx.colors.side));
        }
        PhotoNow::Failed => pictures::damaged_card(ui, cx, photo, area, CornerRadius::ZERO),
    }
}

fn wanted(ui: &Ui, fitted: Vec2, zoom: f32) -> f32 {
    let step = if zoom <= 1.0 { 1.0 } else { zoom.log2().ceil().exp2() };
    let whole = fitted.max_elem() * ui.ctx().pixels_per_point();
    (whole * step).min(MOST_PIXELS.max(whole))
}

/// Requests the picture of a view that may be shown next, at the size it would have.
pub(super) fn preload(ui: &Ui, cx: &Cx<'_>, area: Rect, picture: &AudienceView) {
    let Some(photo) = picture.photo(cx.state.pack()) else { return };
    let aspect = pictures::true_aspect(cx, photo);
    let scale = (area.height() / HEIGHT).min(area.width() / super::LEAST_WIDTH);
    let pen = Pen { ui, cx, area, scale, named: false };
    let size = if let Some(Shows::Photo(_)) = picture.shows {
        Deal::of(&pen, aspect).picture.size() * scale
    } else {
        let side = super::cards::side(&pen);
        let width = side.x.max(side.y * aspect);
        vec2(width, width / aspect) * scale
    };
    let pixels = size.max_elem() * ui.ctx().pixels_per_point();
    cx.photos.borrow_mut().preload(photo, pixels);
}
