//! A picture with its title and caption in a band under it or beside it, never over it; whole where there are no words.

use egui::epaint::RectShape;
use egui::{Align, Color32, CornerRadius, Rect, Ui, Vec2, pos2, vec2};

use super::column::{Block, Column};
use super::{SIDE, Scene, TEXT};
use crate::model::{Lang, Photo, PhotoKey, Shows};
use crate::state::talk::AudienceView;
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::photo_paint as pictures;
use crate::ui::photo_textures::PhotoNow;
use crate::ui::presenter::pen::{Pen, Type, text as running, tight};
use crate::ui::theme::stage::Leading;

/// The most of a picture's height that is cropped, so that it fills the width; and of its width, so that words get a column.
const CROP: f32 = 0.2;
const CROP_ACROSS: f32 = 0.12;
/// The height of the band under a picture, that in Tibetan, that of a title alone, and the least.
const BAND: f32 = 240.0;
const BAND_TIBETAN: f32 = 300.0;
const BAND_TITLE: f32 = 190.0;
const BAND_LEAST: f32 = 170.0;
/// The least width of the band beside a picture.
const BESIDE: f32 = 300.0;
/// Screens that are narrower than this share of their height have the words below the picture, one under the other.
pub(super) const UPRIGHT: f32 = 1.15;
/// The share of the height that a picture takes on such a screen at most.
const UPRIGHT_SHARE: f32 = 0.62;
/// The most pixels on the long side of a picture that is zoomed.
const MOST_PIXELS: f32 = 4096.0;
/// A band: over and under its words, the share of its width that the title takes, and around its rule.
const PAD: f32 = 34.0;
const TITLE_SHARE: f32 = 0.3125;
const LONG_TITLE_SHARE: f32 = 0.5;
/// Titles of more letters take the greater share.
const LONG_TITLE: usize = 60;
const RULE_GAP: [f32; 2] = [68.0, 48.0];
const RULE: f32 = 2.0;
/// The sizes of the title in a band, the gap under it, and the sizes of the line under that.
const BAND_TITLES: [f32; 7] = [60.0, 52.0, 44.0, TEXT, 34.0, 30.0, 26.0];
const UNDER_TITLE: f32 = 8.0;
const SECOND: [f32; 3] = [TEXT, 34.0, 30.0];
/// The sizes of a caption in a band, and in one that is higher than this; smaller ones only where its first sentence is too long.
const CAPTIONS: [f32; 6] = [39.0, TEXT, 36.0, 34.0, 32.0, 30.0];
const HIGH_BAND: f32 = 330.0;
const LARGE_CAPTIONS: [f32; 3] = [60.0, 52.0, 46.0];
/// The most lines of a caption in a usual band.
const LINES: f32 = 3.0;
/// Words beside or below a picture: the margins at their sides and over them, and the gaps between them.
const COLUMN_SIDE: [f32; 2] = [28.0, 80.0];
const COLUMN_TOP: f32 = 64.0;
const GAPS: [f32; 3] = [14.0, 32.0, 24.0];
/// Their sizes in a narrow column, in a wide one, and on an upright screen: title, caption, place and credit.
const NARROW: [[f32; 4]; 3] = [[46.0, 44.0, 40.0, TEXT], [TEXT, TEXT, TEXT, TEXT], [TEXT, TEXT, TEXT, TEXT]];
const WIDE_COLUMN: [[f32; 4]; 3] = [[68.0, 62.0, 56.0, 48.0], [50.0, 46.0, 42.0, 39.0], [TEXT, TEXT, TEXT, TEXT]];
const BELOW: [[f32; 4]; 3] = [[84.0, 72.0, 60.0, 48.0], [58.0, 52.0, 46.0, 39.0], [44.0, 42.0, 40.0, TEXT]];
/// The same where there is only a title.
const TITLE_ALONE: [[f32; 4]; 3] = [[108.0, 92.0, 72.0, 56.0], [TEXT, TEXT, TEXT, TEXT], [44.0, 42.0, 40.0, TEXT]];
/// A column that is wider than this is a wide one.
const NARROW_BELOW: f32 = 520.0;
/// The mark of an illustration: its height, the padding at its sides, its distance from the corner, its radius and text size.
const MARK: [f32; 2] = [72.0, 26.0];
const MARK_INSET: f32 = 40.0;
const MARK_RADIUS: f32 = 10.0;

/// Where a picture and its words go, in measures.
#[derive(Clone, Copy)]
pub(super) struct Deal {
    picture: Rect,
    words: Words,
}

#[derive(Clone, Copy)]
enum Words {
    /// There are none.
    None,
    /// In a band under the picture, title and caption side by side.
    Band(Rect),
    /// One under the other, beside or below the picture.
    Column(Rect),
}

/// The words of a picture, in the language that they resolve to.
struct Told {
    title: (Lang, String),
    caption: (Lang, String),
    place: String,
    credit: String,
}

impl Told {
    fn of(scene: &Scene<'_>, key: PhotoKey, photo: &Photo) -> Self {
        let (pen, cx) = (&scene.pen, scene.pen.cx);
        let own = &scene.picture.title;
        let (lang, title) = pen.resolve(if own.is_empty() { &photo.title } else { own });
        // The title of a picture in a folder is its file's name.
        let is_file = own.is_empty() && cx.state.pack().photo_folder;
        let caption = pen.resolve(&photo.caption);
        let title = if is_file && caption.1.is_empty() { String::new() } else { title };
        Self { title: (lang, title), caption, place: place(cx, photo), credit: credit(cx, key) }
    }

    fn is_empty(&self) -> bool {
        self.title.1.is_empty() && self.caption.1.is_empty()
    }

    /// Place and credit on one line.
    fn second(&self, lang: Lang) -> String {
        let parts = [&self.place, &self.credit].into_iter().filter(|part| !part.is_empty());
        parts.map(String::as_str).collect::<Vec<_>>().join(text::semicolon(lang))
    }
}

impl Deal {
    fn of(pen: &Pen<'_>, aspect: f32, told: &Told) -> Self {
        let (width, height) = (pen.width(), pen.height());
        let whole = |area: Rect| {
            let size = vec2(area.width().min(area.height() * aspect), area.height().min(area.width() / aspect));
            Rect::from_center_size(area.center(), size)
        };
        let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, height));
        if told.is_empty() {
            return Self { picture: whole(screen), words: Words::None };
        }
        let least = width / aspect * (1.0 - CROP);
        if width < height * UPRIGHT {
            let most = height * UPRIGHT_SHARE;
            let bottom = (width / aspect).min(most).max(least).min(height * 0.75);
            let (picture, words) = screen.split_top_bottom_at_y(bottom);
            let picture = if least > bottom { whole(picture) } else { picture };
            return Self { picture, words: Words::Column(words) };
        }
        if height - least >= BAND_LEAST {
            let band = match pen.cx.lang() {
                _ if told.caption.1.is_empty() => BAND_TITLE,
                Lang::Bo => BAND_TIBETAN,
                Lang::En | Lang::Zh => BAND,
            };
            let (picture, band) = screen.split_top_bottom_at_y((height - band).min(width / aspect).max(least));
            return Self { picture, words: Words::Band(band) };
        }
        let left = (width - height * aspect).max(BESIDE);
        let (words, picture) = screen.split_left_right_at_x(left);
        let is_cropped_too_much = picture.width() < height * aspect * (1.0 - CROP_ACROSS);
        let picture = if is_cropped_too_much { whole(picture) } else { picture };
        Self { picture, words: Words::Column(words) }
    }
}

pub(super) fn photo_ui(scene: Scene<'_>) {
    let cx = scene.pen.cx;
    let Some(key) = scene.picture.photo(cx.state.pack()) else { return };
    let Some(deal) = words_ui(&scene, key).map(|(deal, _)| deal) else { return };
    picture_ui(&scene, key, deal.picture);
}

/// Draws what a picture is told with; says where all goes, and whether the caption is whole.
pub(super) fn words_ui(scene: &Scene<'_>, key: PhotoKey) -> Option<(Deal, bool)> {
    let pen = &scene.pen;
    let told = Told::of(scene, key, pen.cx.photo(key)?);
    let deal = Deal::of(pen, pictures::true_aspect(pen.cx, key), &told);
    let is_whole = match deal.words {
        Words::None => true,
        Words::Band(area) => band_ui(pen, &told, area),
        Words::Column(area) => column_ui(pen, &told, area),
    };
    Some((deal, is_whole))
}

/// Draws a picture into an area, cropped around its point of interest where their proportions differ, and says if it is drawn.
pub(super) fn picture_ui(scene: &Scene<'_>, photo: PhotoKey, area: Rect) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let place = pen.rect(area.left(), area.top(), area.width(), area.height());
    paint(pen.ui, cx, photo, place, scene.zoom);
    let alt = cx.state.pack().alt(photo).map(|alt| cx.localized(alt)).unwrap_or_default();
    pen.name(place, &alt);
    if cx.state.pack().is_drawn(photo) {
        mark_ui(&scene.frame, place);
    }
}

/// The mark of an illustration, in the upper right corner of what is seen of its picture: it keeps its size while zoomed.
fn mark_ui(frame: &Pen<'_>, picture: Rect) {
    let [ground, ink] = frame.cx.colors.mark;
    let words = frame.cx.say(Say::IllustrationNotPhotograph);
    let seen = picture.intersect(frame.area);
    let most = seen.width() - frame.px(2.0 * (MARK_INSET / 2.0 + MARK[1]));
    let mut kind = tight(TEXT, false);
    let mut size = frame.size(&frame.label(&words, kind, ink));
    if frame.px(size.x) > most {
        kind.size = (TEXT * most / frame.px(size.x)).max(1.0);
        size = frame.size(&frame.label(&words, kind, ink));
    }
    let inset = frame.px(MARK_INSET).min((seen.width() - frame.px(size.x + 2.0 * MARK[1])) / 2.0).max(0.0);
    let size = vec2(size.x + 2.0 * MARK[1], (MARK[0] * kind.size / TEXT).max(size.y)) * frame.scale;
    let area = Rect::from_min_size(pos2(seen.right() - inset - size.x, seen.top() + inset), size);
    frame.ui.painter().rect_filled(area, frame.px(MARK_RADIUS), ground);
    frame.inside(frame.label(&words, kind, ink), Align::Center, area.expand2(vec2(1.0, 0.0)));
    frame.name(area, &words);
}

/// Title and place left, the caption right of a rule; says whether the caption is whole.
fn band_ui(pen: &Pen<'_>, told: &Told, band: Rect) -> bool {
    let colors = &pen.cx.colors;
    let inner = band.shrink2(vec2(SIDE, PAD));
    let alone = told.caption.1.is_empty();
    let is_long = told.title.1.chars().count() > LONG_TITLE;
    let share = match (alone, is_long) {
        (true, _) => 1.0,
        (false, true) => LONG_TITLE_SHARE,
        (false, false) => TITLE_SHARE,
    };
    let (second, lang) = (told.second(pen.cx.lang()), pen.cx.lang());
    let left = Rect::from_min_size(inner.min, vec2(inner.width() * share, inner.height()));
    let mut right = inner;
    if !told.title.1.is_empty() {
        let kind = pen.fitting(&second, running(SECOND[0]), vec2(left.width(), left.height() * 0.5), &SECOND);
        let label = pen.label_in(lang, &second, kind, colors.dim);
        let under = if second.is_empty() { 0.0 } else { pen.size(&label.clone().width(pen.px(left.width()))).y };
        let area = left.with_max_y(left.bottom() - under - UNDER_TITLE);
        let (title_lang, title) = &told.title;
        let height = pen.fit((*title_lang, title), tight(BAND_TITLES[0], true), &BAND_TITLES, area, colors.text);
        if under > 0.0 && height <= area.height() {
            pen.put(label, left.left(), left.top() + height + UNDER_TITLE, left.width());
        }
        let x = left.right() + RULE_GAP[0];
        right = inner.with_min_x(x + RULE + RULE_GAP[1]);
        if !alone {
            pen.ui.painter().rect_filled(pen.rect(x, inner.top(), RULE, inner.height()), 0.0, colors.line);
        }
    }
    alone || caption_ui(pen, &told.caption, right)
}

/// As many whole sentences of a caption as there is room for; says whether these are all.
fn caption_ui(pen: &Pen<'_>, (lang, caption): &(Lang, String), area: Rect) -> bool {
    let color = pen.cx.colors.text;
    let parts = text::sentences(caption);
    let fits = |count: usize, size: f32, most: f32| {
        let words = parts[..count].concat();
        let label = pen.label_in(*lang, words.trim_end(), running(size), color).into_owned();
        let height = pen.size(&label.clone().width(pen.px(area.width()))).y;
        let line = pen.size(&pen.label_in(*lang, "8", running(size), color)).y;
        (height <= area.height() + 1.0 && height <= most * line + 1.0).then_some((label, count == parts.len()))
    };
    let all = parts.len();
    let large = LARGE_CAPTIONS.iter().filter(|_| area.height() > HIGH_BAND - 2.0 * PAD);
    let large = large.clone().find_map(|size| fits(all, *size, f32::INFINITY));
    let most = if area.height() > HIGH_BAND - 2.0 * PAD { f32::INFINITY } else { LINES };
    let usual = || CAPTIONS[..2].iter().find_map(|size| fits(all, *size, most));
    let in_part = || (1..all).rev().find_map(|count| fits(count, CAPTIONS[0], most));
    let small = || CAPTIONS[1..].iter().find_map(|size| fits(1.min(all), *size, f32::INFINITY));
    let Some((label, is_whole)) = large.or_else(usual).or_else(in_part).or_else(small) else { return false };
    pen.put(label, area.left(), area.top(), area.width());
    is_whole
}

/// Title, place and caption one under the other, the credit at the foot; says whether the caption is whole.
fn column_ui(pen: &Pen<'_>, told: &Told, area: Rect) -> bool {
    let colors = &pen.cx.colors;
    let lang = pen.cx.lang();
    let is_below = area.top() > 0.0;
    let is_narrow = area.width() < NARROW_BELOW;
    let is_title_alone = told.caption.1.is_empty();
    let [titles, captions, others] = match (is_below, is_narrow) {
        (_, false) if is_title_alone => TITLE_ALONE,
        (true, _) => BELOW,
        (false, true) => NARROW,
        (false, false) => WIDE_COLUMN,
    };
    let side = match (is_below, is_narrow) {
        (true, _) => SIDE,
        (false, true) => COLUMN_SIDE[0],
        (false, false) => COLUMN_SIDE[1],
    };
    let mut inner = area.shrink2(vec2(side, COLUMN_TOP));
    let text = |lang, words: &str, sizes, kind: Type, dim, gap, gives_way| Block {
        lang,
        words: words.to_owned(),
        sizes,
        kind,
        color: if dim { colors.dim } else { colors.text },
        gap,
        gives_way,
    };
    let plain = Type { size: TEXT, bold: false, leading: Leading::Text };
    let mut foot = Column::default();
    foot.add(text(lang, &told.credit, others, plain, true, 0.0, false));
    let foot = foot.fit_in_part(pen, vec2(inner.width(), inner.height() * 0.3));
    if foot.height > 0.0 && foot.height <= inner.height() * 0.3 {
        foot.draw(pen, inner.with_min_y(inner.bottom() - foot.height));
        inner.max.y -= foot.height + GAPS[2];
    }
    let mut column = Column::default();
    column.add(text(told.title.0, &told.title.1, titles, tight(titles[0], true), false, 0.0, false));
    column.add(text(lang, &told.place, others, plain, true, GAPS[0], false));
    column.add(text(told.caption.0, &told.caption.1, captions, plain, false, GAPS[1], true));
    let column = column.fit_in_part(pen, inner.size());
    let spare = if is_title_alone { (inner.height() - column.height).max(0.0) / 2.0 } else { 0.0 };
    column.draw(pen, inner.with_min_y(inner.top() + spare));
    column.is_whole
}

/// A photograph's credit; nothing for an illustration.
pub(super) fn credit(cx: &Cx<'_>, photo: PhotoKey) -> String {
    let shown = cx.photo(photo).filter(|_| !cx.state.pack().is_drawn(photo));
    shown.map(|photo| cx.localized(&photo.credit)).unwrap_or_default()
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

/// Paints a picture over an area, around its point of interest. A zoomed one is requested in steps, so that not every notch of the
/// wheel decodes it anew.
fn paint(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect, zoom: f32) {
    let pixels = wanted(ui, covering(area.size() / zoom, pictures::true_aspect(cx, photo)), zoom);
    let now = cx.photos.borrow_mut().photo(photo, pixels);
    match now {
        PhotoNow::Texture { texture, .. } => {
            let area = pictures::on_pixels(ui, area, texture.size_vec2(), 1.0);
            let focus = cx.state.pack().focus(photo).unwrap_or([0.5, 0.5]);
            let uv = pictures::cover(texture.size_vec2(), area.size(), focus);
            let shape = RectShape::filled(area, CornerRadius::ZERO, Color32::WHITE).with_texture(texture.id(), uv);
            ui.painter().add(shape);
        }
        PhotoNow::Waiting(tone) => {
            ui.painter().rect_filled(area, 0.0, tone.unwrap_or(cx.colors.side));
        }
        PhotoNow::Failed => pictures::damaged_card(ui, cx, photo, area, CornerRadius::ZERO),
    }
}

/// The size of a picture of these proportions that covers an area.
fn covering(area: Vec2, aspect: f32) -> Vec2 {
    let width = area.x.max(area.y * aspect);
    vec2(width, width / aspect)
}

fn wanted(ui: &Ui, fitted: Vec2, zoom: f32) -> f32 {
    let step = if zoom <= 1.0 { 1.0 } else { zoom.log2().ceil().exp2() };
    let whole = fitted.max_elem() * ui.ctx().pixels_per_point();
    (whole * step).min(MOST_PIXELS.max(whole))
}

/// Requests the picture of a view that may be shown next, at the size it would have.
pub(super) fn preload(ui: &Ui, cx: &Cx<'_>, area: Rect, picture: &AudienceView) {
    let Some(key) = picture.photo(cx.state.pack()) else { return };
    let Some(photo) = cx.photo(key) else { return };
    let aspect = pictures::true_aspect(cx, key);
    let pen = Pen { ui, cx, area, scale: super::scale(area), named: false };
    let place = if let Some(Shows::Photo(_)) = picture.shows {
        let scene = Scene { pen, frame: pen, picture, zoom: 1.0 };
        Deal::of(&pen, aspect, &Told::of(&scene, key, photo)).picture
    } else {
        super::poster::picture_area(&pen, super::poster::SHARES[0])
    };
    let pixels = covering(place.size() * pen.scale, aspect).max_elem() * ui.ctx().pixels_per_point();
    cx.photos.borrow_mut().preload(key, pixels);
}
