//! The audience's window: one view fades into the next, or cuts. While the next one is not loaded, the last one stays.

use egui::{Rect, Ui};

use crate::state::talk::{AudienceView, Spot};
use crate::ui::Cx;
use crate::ui::theme::duration;

use super::view_ui;

/// The view shown, the one before it, and when the fade between them began.
pub struct Fade {
    shown: AudienceView,
    before: Option<AudienceView>,
    since: f64,
}

/// Draws what the audience sees into its window, and requests the pictures of the neighbouring stops.
pub fn audience_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let next = cx.state.talk().audience_view(cx.state.lang(), cx.state.theme());
    fading_ui(ui, cx, next, |ui, view, named| view_ui(ui, cx, area, view, named));
    fetch_ahead(ui, cx, area);
}

/// Draws a view by `draw`, fading from the one before it; `draw` gets whether screen readers read its texts.
pub fn fading_ui(ui: &mut Ui, cx: &Cx<'_>, next: AudienceView, mut draw: impl FnMut(&mut Ui, &AudienceView, bool)) {
    let now = ui.input(|i| i.time);
    let kept = cx.motion.borrow_mut().audience.take();
    let mut fade = kept.unwrap_or_else(|| Fade { shown: next.clone(), before: None, since: now });
    let same = |a: &AudienceView, b: &AudienceView| {
        (&a.shows, a.closing, a.whole, &a.title, a.lang, a.theme, a.cover)
            == (&b.shows, b.closing, b.whole, &b.title, b.lang, b.theme, b.cover)
    };
    if same(&fade.shown, &next) {
        // A light or zoom changes at once, without a fade.
        fade.shown = next;
    } else {
        // Starts from the view that was fading in, even if that fade is unfinished.
        fade = Fade { before: Some(fade.shown), shown: next, since: now };
    }
    let waits = fade.before.is_some() && !is_there(cx, &fade.shown);
    if waits {
        fade.since = now;
    }
    // Where frames are slow a fade would only be a stutter: it cuts.
    let is_slow = now > fade.since && ui.input(|i| i.unstable_dt) > duration::SLOW_FRAME;
    let is_cut = cx.state.still() || is_slow || fade.before.is_none();
    let share = if is_cut { 1.0 } else { share(now - fade.since) };
    let share = if waits { 0.0 } else { share };
    if let Some(before) = fade.before.as_ref().filter(|_| share < 1.0) {
        draw(ui, before, share < 0.5);
    }
    // Drawn while transparent too, so that its pictures are requested.
    ui.scope(|ui| {
        ui.multiply_opacity(share);
        draw(ui, &fade.shown, share >= 0.5);
    });
    if share >= 1.0 {
        fade.before = None;
    } else if !waits {
        ui.ctx().request_repaint();
    }
    cx.motion.borrow_mut().audience = Some(fade);
}

fn share(secs: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a share")]
    let share = (secs / f64::from(duration::CROSS_FADE)).clamp(0.0, 1.0) as f32;
    share
}

/// True where a view's picture is loaded, or cannot be.
fn is_there(cx: &Cx<'_>, picture: &AudienceView) -> bool {
    let photo = picture.photo(cx.state.pack()).filter(|_| picture.cover.is_none());
    photo.is_none_or(|photo| cx.photos.borrow().has_any(photo) || cx.state.unavailable().contains_key(&photo))
}

/// Requests the pictures that the next keys may show.
fn fetch_ahead(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let talk = cx.state.talk();
    let at = talk.spot.stop;
    for stop in [1, -1, 2].into_iter().filter_map(|by| talk.stops.beside(at, by)) {
        let picture = talk.audience_view_of(&Spot::at(stop), cx.state.lang(), cx.state.theme());
        super::photo::preload(ui, cx, area, &picture);
    }
}
