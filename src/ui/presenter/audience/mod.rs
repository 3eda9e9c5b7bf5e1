//! What the audience sees. Text is 38 or more of 1080, except where a caption is too long. An [`AudienceView`] has no controls,
//! stop numbers or notes of the speaker's.

mod cards;
mod chart;
mod closing;
mod column;
mod fade;
mod light;
mod number;
mod pairings;
mod photo;
mod poster;
mod province;
mod rows;
mod sums;
mod table;
mod whole;

use egui::{Rect, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::model::{ChartForm, Shows};
use crate::state::Zoom;
use crate::state::talk::{AudienceView, Cover};
use crate::ui::Cx;
use crate::ui::theme::stage::console;

use super::pen::{HEIGHT, Pen};

pub(in crate::ui) use chart::Large;
pub use fade::{Fade, audience_ui, fading_ui};

/// The least width of the audience's screen, in measures; text shrinks on narrower ones.
const LEAST_WIDTH: f32 = 1080.0;
/// The least width for standing bars, and for words beside a view.
const WIDE: f32 = 1700.0;
/// The margin at the sides, and over a title.
const SIDE: f32 = 64.0;
const TOP: f32 = 44.0;
/// The size of text.
const TEXT: f32 = 38.0;
/// The sizes of a view's title, and the most height it takes.
const TITLES: [f32; 4] = [62.0, 54.0, 46.0, 40.0];
const TITLE_HEIGHT: f32 = 110.0;

/// A view, how far it is zoomed, and the pen that draws it.
#[derive(Clone, Copy)]
struct Scene<'a> {
    pen: Pen<'a>,
    /// Draws what keeps its place and size while the view is zoomed.
    frame: Pen<'a>,
    picture: &'a AudienceView,
    zoom: f32,
}

/// Draws what the audience sees into an area of any size: the audience's window, or the speaker's small view of it.
pub fn view_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, picture: &AudienceView, named: bool) {
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        ui.shrink_clip_rect(area);
        if let Some(cover) = picture.cover {
            let color = if cover == Cover::Black { console::BLACK } else { console::WHITE };
            ui.painter().rect_filled(area, 0.0, color);
            return;
        }
        let state = picture.state(cx.state);
        let cx = cx.over(&state);
        ui.painter().rect_filled(area, 0.0, cx.colors.bg);
        let zoom = picture.zoom.unwrap_or(Zoom::WHOLE).bounded();
        let size = area.size() * zoom.scale;
        let seen = Rect::from_min_size(area.center() - size * Vec2::from(zoom.center), size);
        let pen = Pen { ui, cx: &cx, area: seen, scale: scale(seen), named };
        let frame = Pen { area, scale: scale(area), ..pen };
        scene_ui(Scene { pen, frame, picture, zoom: zoom.scale });
        light::light_ui(ui, seen, picture.light);
    });
}

/// Returns true if a picture's caption is shown whole in an area; lays it out as for an audience.
pub fn shows_whole_caption(ui: &Ui, cx: &Cx<'_>, area: Rect, picture: &AudienceView) -> bool {
    let pen = Pen { ui, cx, area, scale: scale(area), named: false };
    let scene = Scene { pen, frame: pen, picture, zoom: 1.0 };
    let key = picture.photo(cx.state.pack());
    key.and_then(|key| photo::words_ui(&scene, key)).is_none_or(|(_, is_whole)| is_whole)
}

/// Requests the picture of a view that may be shown next in an area.
pub fn preload(ui: &Ui, cx: &Cx<'_>, area: Rect, picture: &AudienceView) {
    photo::preload(ui, cx, area, picture);
}

/// Points per measure in an area.
fn scale(area: Rect) -> f32 {
    (area.height() / HEIGHT).min(area.width() / LEAST_WIDTH)
}

fn scene_ui(scene: Scene<'_>) {
    if scene.picture.closing {
        return closing::closing_ui(scene);
    }
    if scene.picture.whole {
        return whole::whole_ui(&scene);
    }
    match &scene.picture.shows {
        None => {}
        Some(Shows::Photo(_)) => photo::photo_ui(scene),
        Some(Shows::Chart(chart)) => match chart.form {
            ChartForm::Table => table::table_ui(scene),
            ChartForm::Bars if scene.pen.width() >= WIDE => chart::bars_ui(scene, &chart.highlighted),
            ChartForm::Bars | ChartForm::Rows | ChartForm::Running => rows::rows_ui(scene, &chart.highlighted),
        },
        Some(Shows::Pairings(_)) => pairings::pairings_ui(scene),
        Some(Shows::Province(id)) => province::province_ui(scene, id),
        Some(Shows::Milestone(id)) => cards::milestone_ui(scene, id),
        Some(Shows::Card(card)) => cards::card_ui(scene, card),
    }
}

/// Draws a view's title at its top; returns its bottom.
fn title_ui(scene: &Scene<'_>, otherwise: &str) -> f32 {
    let pen = &scene.pen;
    let (lang, own) = pen.resolve(&scene.picture.title);
    let (lang, words) = if own.is_empty() { (pen.cx.lang(), otherwise) } else { (lang, own.as_str()) };
    let area = Rect::from_min_size(pos2(SIDE, TOP), vec2(pen.width() - 2.0 * SIDE, TITLE_HEIGHT));
    TOP + pen.fit((lang, words), super::pen::tight(TITLES[0], true), &TITLES, area, pen.cx.colors.text)
}
