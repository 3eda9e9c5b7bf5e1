//! Paints one picture of the exhibition into an area: its best rendition at hand, or its place holder, and its mark.

use egui::{Align2, Color32, CornerRadius, Pos2, Rect, Stroke, StrokeKind, Ui, Vec2, epaint::RectShape, pos2, vec2};

use crate::model::PhotoKey;
use crate::text::Say;

use super::Cx;
use super::marks::{self, Mark, Shape, Text, Tone};
use super::photo_textures::PhotoNow;
use super::theme::{Role, measure};
use super::typeset::Label;

/// The width of a picture's outline under a pointer.
pub const HOVER_LINE: f32 = 2.0;
/// How far a picture may be from its area's size, in pixels, to be copied: one that is as large as was requested, and one that
/// was enlarged from a small one, which was rounded.
const NEARLY: f32 = 1.0;
const NEARLY_ENLARGED: f32 = 3.0;
/// The padding of the card of a picture that cannot be shown, the gap between its texts, and the least width for them.
const CARD_PAD: f32 = 16.0;
const CARD_GAP: f32 = 6.0;
const LEAST_TEXT: f32 = 90.0;
/// The mark of an illustration: what it takes beside its words, its distance from the corner, and the least space beside it.
const MARK_PAD: Vec2 = vec2(22.0, 8.0);
const MARK_INSET: Vec2 = vec2(10.0, -10.0);
const MARK_AIR: f32 = 12.0;

/// The width of a picture for a height of one: its own once it was decoded, before that what the exhibition says, and 3:2
/// where that says nothing.
#[must_use]
pub fn aspect(cx: &Cx<'_>, photo: PhotoKey) -> f32 {
    true_aspect(cx, photo).clamp(0.4, 4.0)
}

/// The same for the viewer, where panoramas and strips keep their proportions; the wall crops them.
#[must_use]
pub fn true_aspect(cx: &Cx<'_>, photo: PhotoKey) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    let said = cx.state.pack().size(photo).map(|[w, h]| w.max(1) as f32 / h.max(1) as f32);
    // The file's own size does not change when a rendition, rounded to whole pixels, arrives.
    said.or_else(|| cx.photos.borrow().aspect(photo)).unwrap_or(1.5).clamp(0.001, 1000.0)
}

/// Paints a picture with rounded corners, cropped to the area around its point of interest; a placeholder until it is decoded, a
/// card where it cannot be shown.
pub fn paint_photo(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect) {
    paint_photo_rounded(ui, cx, photo, area, CornerRadius::same(measure::RADIUS_PICTURE));
}

/// Paints a picture that soon will be, or was, of another size: `size` of it is requested.
pub fn paint_photo_of(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect, size: Vec2) {
    paint(ui, cx, photo, (area, CornerRadius::same(measure::RADIUS_PICTURE)), Rect::from_min_size(area.min, size));
}

/// Paints a picture with other corners, as for the top of a card.
pub fn paint_photo_rounded(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect, radius: CornerRadius) {
    paint(ui, cx, photo, (area, radius), area);
}

fn paint(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, (area, radius): (Rect, CornerRadius), requested: Rect) {
    if !ui.is_rect_visible(area) {
        return;
    }
    let pixels = pixels(ui, cx, photo, requested);
    let now = cx.photos.borrow_mut().photo(photo, pixels);
    let painter = ui.painter();
    match now {
        PhotoNow::Texture { texture, sharp } => {
            let focus = cx.state.pack().focus(photo).unwrap_or([0.5, 0.5]);
            let area = on_pixels(ui, area, texture.size_vec2(), nearly(sharp));
            let uv = cover(texture.size_vec2(), area.size(), focus);
            painter.add(RectShape::filled(area, radius, Color32::WHITE).with_texture(texture.id(), uv));
        }
        PhotoNow::Waiting(tone) => {
            painter.rect_filled(area, radius, tone.unwrap_or(cx.colors.side));
        }
        PhotoNow::Failed => damaged_card(ui, cx, photo, area, radius),
    }
    if cx.colors.veil != Color32::TRANSPARENT {
        ui.painter().rect_filled(area, radius, cx.colors.veil);
    }
}

/// Snaps the area to the pixel grid for a 1:1 blit, which is sharper and cheaper, where it is within `nearly` pixels of the
/// picture's size; else leaves it.
#[must_use]
pub fn on_pixels(ui: &Ui, area: Rect, pixels: Vec2, nearly: f32) -> Rect {
    let scale = ui.ctx().pixels_per_point();
    let off = area.size() * scale - pixels;
    if off.abs().max_elem() >= nearly {
        return area;
    }
    Rect::from_min_size((area.min * scale).round() / scale, pixels / scale)
}

/// How far a texture may be from its area's size to be copied into it, in pixels.
#[must_use]
pub fn nearly(sharp: bool) -> f32 {
    if sharp { NEARLY } else { NEARLY_ENLARGED }
}

/// Requests a picture that will be seen soon.
pub fn fetch_ahead(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect) {
    let pixels = pixels(ui, cx, photo, area);
    cx.photos.borrow_mut().preload(photo, pixels);
}

/// The long side, in screen pixels, of a picture that covers an area.
fn pixels(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect) -> f32 {
    let aspect = true_aspect(cx, photo);
    let width = area.width().max(area.height() * aspect);
    width.max(width / aspect) * ui.ctx().pixels_per_point()
}

/// A quiet card in the place of a picture that cannot be shown. In a photo folder it names the file and the reason, as far as
/// they fit; to a visitor it says that the picture is away for now, to an audience nothing.
pub fn damaged_card(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect, radius: CornerRadius) {
    let painter = ui.painter();
    painter.rect_filled(area, radius, cx.colors.side);
    if cx.state.for_audience() {
        return;
    }
    painter.rect_stroke(area, radius, Stroke::new(measure::RULE, cx.colors.edge), StrokeKind::Inside);
    let inner = area.shrink(CARD_PAD);
    let is_owner = cx.state.pack().photo_folder;
    let what = cx.say(if is_owner { Say::CannotBeShown } else { Say::AwayForNow });
    let file = cx.photo(photo).map(|p| p.file.clone()).unwrap_or_default();
    let why = cx.state.unavailable().get(&photo).map(|w| cx.say(Say::WhyUnavailable(*w)));
    let name = file.rsplit('/').next().unwrap_or_default();
    let mut texts = vec![cx.label(&what, if is_owner { Role::NoteStrong } else { Role::Note })];
    if is_owner {
        texts.extend(why.as_deref().map(|why| cx.dim(why, Role::Note)));
        texts.push(cx.dim(name, Role::Note));
    }
    let texts: Vec<(Label<'_>, f32)> = texts
        .into_iter()
        .map(|label| {
            let label = label.width(inner.width()).align(egui::Align::Center);
            let height = label.size(ui.ctx()).y;
            (label, height)
        })
        .collect();
    // Texts that do not fit are dropped from the end.
    let fitting =
        (1..=texts.len()).rev().find(|n| texts[..*n].iter().map(|(_, h)| h + CARD_GAP).sum::<f32>() <= inner.height());
    let Some(count) = fitting.filter(|_| inner.width() > LEAST_TEXT) else { return };
    let height: f32 = texts[..count].iter().map(|(_, h)| h + CARD_GAP).sum::<f32>() - CARD_GAP;
    let mut top = inner.center().y - height / 2.0;
    for (label, height) in texts.into_iter().take(count) {
        label.paint_in(ui, Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), height)));
        top += height + CARD_GAP;
    }
}

/// Paints the mark of an illustration into the lower left corner of its picture.
pub fn paint_mark(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect) {
    marks::paint(ui, cx, Tone::default(), mark(ui, cx, photo, area));
}

/// The mark of an illustration in the lower left corner of its picture; nothing where it is none, or too small for it.
#[must_use]
pub fn mark(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect) -> Vec<Mark> {
    let pack = cx.state.pack();
    if !pack.is_drawn(photo) || !pack.has_file(photo) {
        return Vec::new();
    }
    let words = cx.say(Say::Illustration);
    let [ground, text] = cx.colors.mark;
    // In large text as large as all other text, where the picture has room for that.
    let large = cx.state.access().large_text.then_some(Role::Body);
    let fitting = large.into_iter().chain([Role::Mark]).find_map(|role| {
        let label = cx.label(&words, role).color(text);
        let size = label.size(ui.ctx()) + MARK_PAD;
        (size.x + MARK_AIR <= area.width() && size.y + MARK_AIR <= area.height()).then_some((label, size))
    });
    let Some((label, size)) = fitting else { return Vec::new() };
    let rect = Align2::LEFT_BOTTOM.anchor_size(area.left_bottom() + MARK_INSET, size);
    let label = label.align(egui::Align::Center);
    let words = Text::new(&label, label.middle_of(ui.ctx(), rect));
    vec![Shape::Rect { rect, radius: measure::RADIUS_PICTURE, fill: ground }.into(), words.into()]
}

/// The part of a picture that fills an area of other proportions, around its point of interest.
#[must_use]
pub fn cover(picture: Vec2, area: Vec2, focus: [f32; 2]) -> Rect {
    let scale = (area.x / picture.x).max(area.y / picture.y);
    let seen = vec2(area.x / scale / picture.x, area.y / scale / picture.y).min(Vec2::splat(1.0));
    let min = |focus: f32, seen: f32| (focus - seen / 2.0).clamp(0.0, 1.0 - seen);
    let corner = Pos2::new(min(focus[0], seen.x), min(focus[1], seen.y));
    Rect::from_min_size(corner, seen)
}

/// The outline of a hovered or chosen picture.
pub fn outline(area: Rect, width: f32, color: Color32) -> egui::Shape {
    let radius = CornerRadius::same(measure::RADIUS_PICTURE);
    RectShape::stroke(area, radius, Stroke::new(width, color), StrokeKind::Outside).into()
}
