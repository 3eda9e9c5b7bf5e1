//! Returns the focus to what opened an overlay or sheet when that is closed.

use std::cell::RefCell;

use egui::{Context, Id};

use super::Motion;

/// The focus of the view, saved while something lies over it.
pub struct SavedFocus {
    focus: Option<Id>,
    /// The number of frames since the view was last covered, up to [`FREE`].
    bare: u8,
}

impl Default for SavedFocus {
    fn default() -> Self {
        Self { focus: None, bare: FREE }
    }
}

/// The frame in which the view takes the focus again: a layer stays modal for one frame after it is gone.
const FREE: u8 = 2;

/// Saves the focus of the view, and restores it after what covered it is closed. Call once a frame, before the view.
pub fn keep_focus(ctx: &Context, motion: &RefCell<Motion>, covered: bool) {
    let saved = &mut motion.borrow_mut().focus;
    if covered {
        saved.bare = 0;
    } else if saved.bare >= FREE {
        saved.focus = ctx.memory(egui::Memory::focused);
    } else {
        saved.bare += 1;
        if saved.bare < FREE {
            ctx.request_repaint();
        } else if let Some(opener) = saved.focus.filter(|opener| ctx.read_response(*opener).is_some()) {
            let is_free = ctx.memory(|m| m.focused().is_none());
            if is_free {
                ctx.memory_mut(|m| m.request_focus(opener));
            }
        }
    }
}
