//! The second tap of a double tap: it meant what the first one met, not what that has opened in the meantime.

use std::cell::RefCell;

use egui::{Context, PointerButton};

use super::Motion;
use crate::model::ProvinceId;
use crate::state::talk::Phase;
use crate::state::{Overlay, State, View};

/// What a tap meets: what lies in front, as far as a tap changes it.
#[derive(Clone, PartialEq)]
struct Front {
    view: View,
    province: Option<ProvinceId>,
    has_photo: bool,
    has_sheet: bool,
    overlay: Option<Overlay>,
    talk: Phase,
}

/// What lies in front, and since when, in seconds.
#[derive(Default)]
pub struct Opened {
    front: Option<Front>,
    since: f64,
}

/// True in the frame of a click that is not the first of its kind, where something else came to the front after the first one.
/// Call once a frame.
pub fn is_stray(ctx: &Context, state: &State, motion: &RefCell<Motion>) -> bool {
    let now = ctx.input(|i| i.time);
    let front = Front {
        view: state.view(),
        province: state.filter().province.clone(),
        has_photo: state.photo().is_some(),
        has_sheet: state.sheet().is_some(),
        overlay: state.overlay(),
        talk: state.talk().phase,
    };
    let opened = &mut motion.borrow_mut().opened;
    if opened.front.as_ref() != Some(&front) {
        *opened = Opened { front: Some(front), since: now };
    }
    let age = now - opened.since;
    let delay = ctx.options(|o| o.input_options.max_double_click_delay);
    ctx.input(|i| {
        let pointer = &i.pointer;
        (pointer.button_double_clicked(PointerButton::Primary) && age < delay)
            || (pointer.button_triple_clicked(PointerButton::Primary) && age < 2.0 * delay)
    })
}
