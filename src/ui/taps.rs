//! Taps that mean nothing by themselves: the second one of a double tap, which meant what the first one met and not what has opened
//! in the meantime, and one that stops what was moving.

use std::cell::RefCell;

use egui::{Context, PointerButton};

use super::Motion;
use crate::model::ProvinceId;
use crate::state::talk::Phase;
use crate::state::{Overlay, State, View};

/// What moved so many frames ago still moves.
const JUST: u64 = 2;

/// What a tap meets: what lies in front, as far as a tap changes it.
#[derive(Clone, PartialEq)]
struct Front {
    view: View,
    province: Option<ProvinceId>,
    has_photo: bool,
    has_sheet: bool,
    overlay: Option<Overlay>,
    has_finder: bool,
    talk: Phase,
}

/// What lies in front, and since when, in seconds.
#[derive(Default)]
pub struct Opened {
    front: Option<Front>,
    since: f64,
    /// Whether the pointer that is down stopped what was moving.
    stops: bool,
}

/// True in the frame of a click that is not the first of its kind, where something else came to the front after the first one, and
/// of one that stops a moving area. Call once a frame, before the view.
pub fn is_stray(ctx: &Context, state: &State, motion: &RefCell<Motion>) -> bool {
    let now = ctx.input(|i| i.time);
    let front = Front {
        view: state.view(),
        province: state.filter().province.clone(),
        has_photo: state.photo().is_some(),
        has_sheet: state.sheet().is_some(),
        overlay: state.overlay(),
        has_finder: state.finder().is_some(),
        talk: state.talk().phase,
    };
    let motion = &mut *motion.borrow_mut();
    let opened = &mut motion.opened;
    if opened.front.as_ref() != Some(&front) {
        (opened.front, opened.since) = (Some(front), now);
    }
    if ctx.input(|i| i.pointer.any_pressed()) {
        opened.stops = motion.coasting.is_some_and(|(_, frame)| ctx.cumulative_frame_nr() <= frame + JUST);
    }
    let age = now - opened.since;
    let delay = ctx.options(|o| o.input_options.max_double_click_delay);
    ctx.input(|i| {
        let pointer = &i.pointer;
        (opened.stops && pointer.primary_clicked())
            || (pointer.button_double_clicked(PointerButton::Primary) && age < delay)
            || (pointer.button_triple_clicked(PointerButton::Primary) && age < 2.0 * delay)
    })
}
