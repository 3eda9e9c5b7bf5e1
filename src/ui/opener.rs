//! Where the focus goes when what lay over the view is closed: back to what opened it.

use std::cell::RefCell;

use egui::{Context, Id};

use super::Motion;

/// The focus of the view, kept while something lies over it.
pub struct Kept {
    focus: Option<Id>,
    /// How many frames nothing has lain over the view, up to [`FREE`].
    bare: u8,
}

impl Default for Kept {
    fn default() -> Self {
        Self { focus: None, bare: FREE }
    }
}

/// The frame in which the view takes the focus again: a layer stays modal for one frame after it is gone.
const FREE: u8 = 2;

/// Keeps the focus of the view, and gives it back after what covered it is closed. Called once a frame, before the view.
pub fn keep_focus(ctx: &Context, motion: &RefCell<Motion>, covered: bool) {
    let kept = &mut motion.borrow_mut().focus;
    if covered {
        kept.bare = 0;
    } else if kept.bare >= FREE {
        kept.focus = ctx.memory(egui::Memory::focused);
    } else {
        kept.bare += 1;
        if kept.bare < FREE {
            ctx.request_repaint();
        } else if let Some(opener) = kept.focus.filter(|opener| ctx.read_response(*opener).is_some()) {
            let is_free = ctx.memory(|m| m.focused().is_none());
            if is_free {
                ctx.memory_mut(|m| m.request_focus(opener));
            }
        }
    }
}
