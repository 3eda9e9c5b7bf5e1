//! Tells key presses from repeats. A held key also repeats into a window that comes to the front, which never saw the press; what
//! a key toggles must not flicker, nor a held S swap the screens twice.

use std::cell::RefCell;
use std::collections::HashMap;

use egui::{Context, Event, Key, Modifiers};

use super::Motion;

/// A key without an event for so many seconds counts as released, even where no release was seen: a held one repeats sooner.
const SILENCE: f64 = 1.0;
/// A release within so many seconds of a window's losing the focus is ignored: the system sends one for every key that was down.
const CHANGE: f64 = 0.08;

/// The keys that are down in any window, with the time of each one's last event, and the time when a window last lost the focus.
#[derive(Default)]
pub struct Down {
    keys: HashMap<Key, f64>,
    changed: f64,
    /// The keys pressed in this frame, without repeats.
    new: Vec<Key>,
    frame: Option<(f64, egui::ViewportId)>,
}

impl Down {
    fn take(&mut self, events: &[Event], now: f64) {
        self.new.clear();
        if events.iter().any(|event| matches!(event, Event::WindowFocused(false))) {
            self.changed = now;
        }
        for event in events {
            let Event::Key { key, pressed, repeat, .. } = event else { continue };
            if *pressed {
                let last = self.keys.insert(*key, now);
                let is_held = *repeat || last.is_some_and(|last| now - last < SILENCE);
                if !is_held {
                    self.new.push(*key);
                }
            } else if now - self.changed > CHANGE || self.changed == 0.0 || self.new.contains(key) {
                self.keys.remove(key);
            }
        }
    }
}

/// Records the key events since the last frame of this window; call once a frame, before any key is consumed.
pub fn hear(ctx: &Context, motion: &RefCell<Motion>) {
    let (events, now) = ctx.input(|i| (i.events.clone(), i.time));
    let frame = Some((now, ctx.viewport_id()));
    let down = &mut motion.borrow_mut().keys;
    if down.frame != frame || now == 0.0 {
        down.frame = frame;
        down.take(&events, now);
    }
}

/// The keys pressed in this frame, without repeats.
#[must_use]
pub fn struck(motion: &RefCell<Motion>) -> Vec<Key> {
    motion.borrow().keys.new.clone()
}

/// Consumes a key; true if it was pressed, not repeated.
pub fn once(ctx: &Context, motion: &RefCell<Motion>, modifiers: Modifiers, key: Key) -> bool {
    ctx.input_mut(|i| i.consume_key(modifiers, key)) && motion.borrow().keys.new.contains(&key)
}

#[cfg(test)]
mod tests {
    use super::Down;
    use egui::{Event, Key, Modifiers};

    fn stroke(key: Key, pressed: bool) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE }
    }

    /// The times at which an S counts as struck.
    fn struck(events: &[(f64, Event)]) -> Vec<f64> {
        let mut down = Down::default();
        let mut struck = Vec::new();
        for (now, event) in events {
            down.take(std::slice::from_ref(event), *now);
            struck.extend(down.new.iter().map(|_| *now));
        }
        struck
    }

    #[test]
    fn a_key_that_is_held_while_windows_change_is_struck_once() {
        let mut events = vec![(1.0, stroke(Key::S, true))];
        events.extend((0..10_u8).map(|i| (1.5 + f64::from(i) * 0.05, stroke(Key::S, true))));
        // The screens are swapped: the window that had the key goes, and says that it was let go.
        events.push((2.1, stroke(Key::S, false)));
        events.insert(events.len() - 1, (2.1, Event::WindowFocused(false)));
        events.push((2.2, Event::WindowFocused(true)));
        events.extend((0..40_u8).map(|i| (2.3 + f64::from(i) * 0.05, stroke(Key::S, true))));
        events.push((4.5, stroke(Key::S, false)));
        assert_eq!(struck(&events), [1.0]);
        events.push((4.7, stroke(Key::S, true)));
        assert_eq!(struck(&events), [1.0, 4.7], "let go and struck again");
    }

    #[test]
    fn quick_strokes_are_each_new_and_a_lost_release_is_forgotten() {
        let quick =
            [(1.0, true), (1.05, false), (1.1, true), (1.15, false)].map(|(at, down)| (at, stroke(Key::B, down)));
        assert_eq!(struck(&quick), [1.0, 1.1]);
        assert_eq!(struck(&[(1.0, stroke(Key::B, true)), (3.0, stroke(Key::B, true))]), [1.0, 3.0]);
    }
}
