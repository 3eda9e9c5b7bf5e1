//! Where the focus goes when what lay over the view is closed: back to what opened it.

use std::cell::RefCell;

use egui::{Context, Id};

use super::Motion;

/// The focus of the view, kept while something lies over it.
pub struct SavedFocus {
    focus: Option<Id>,
    /// How many frames nothing has lain over the view, up to [`FREE`].
    bare: u8,
}

impl Default for SavedFocus {
    fn default() -> Self {
        Self { focus: None, bare: FREE }
    }
}

/// The frame in which the view takes the focus again: a layer stays modal for one frame after it is gone.
const FREE: u8 = 2;

/// Keeps the focus of the view, and gives it back after what covered it is closed. Called once a frame, before the view.
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
