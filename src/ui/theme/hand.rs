//! Whether what lies under a pointer looks so, and whether what has the focus shows its ring: it depends on what was used last.

use egui::{Context, Event, Id, Pos2, Response};

/// A pointer that came to rest less far from where it appeared has not been moved, in points.
const STILL: f32 = 3.0;

/// What was used last: a pointer that moved, keys.
#[derive(Clone, Copy, Default)]
pub struct Hand {
    /// Where the pointer appeared; a window may open under one that rests.
    appeared: Option<Pos2>,
    looks: Looks,
}

/// What that leads to, in this frame.
#[derive(Clone, Copy, Default)]
struct Looks {
    hovers: bool,
    rings: bool,
}

impl Hand {
    /// Takes in the events since the last frame; once a frame, before any is consumed.
    pub fn hear(&mut self, ctx: &Context) {
        ctx.input(|i| i.events.iter().for_each(|event| self.take(event)));
        ctx.data_mut(|d| d.insert_temp(id(), self.looks));
    }

    fn take(&mut self, event: &Event) {
        match event {
            Event::PointerMoved(at) => {
                let from = *self.appeared.get_or_insert(*at);
                self.looks.hovers |= from.distance(*at) > STILL;
            }
            Event::PointerGone => (self.appeared, self.looks.hovers) = (None, false),
            Event::PointerButton { .. } | Event::MouseWheel { .. } => self.looks = Looks { hovers: true, rings: false },
            Event::Touch { .. } | Event::Zoom(_) => self.looks.rings = false,
            Event::Key { pressed: true, .. } | Event::AccessKitActionRequest(_) => self.looks.rings = true,
            // All others of egui's say nothing about hands.
            _ => {}
        }
    }
}

fn id() -> Id {
    Id::unique("hand")
}

fn looks(response: &Response) -> Looks {
    response.ctx.data_mut(|d| d.get_temp(id())).unwrap_or_default()
}

/// True where something looks as if a pointer lies over it.
#[must_use]
pub fn hovers(response: &Response) -> bool {
    response.hovered() && looks(response).hovers
}

/// True where something shows that it has the keyboard's focus.
#[must_use]
pub fn has_ring(response: &Response) -> bool {
    response.has_focus() && looks(response).rings
}

#[cfg(test)]
mod tests {
    use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, Vec2, pos2};

    use super::Hand;

    #[test]
    fn a_pointer_hovers_once_it_has_moved_and_keys_show_rings_until_the_wheel_turns() {
        let mut hand = Hand::default();
        hand.take(&Event::PointerMoved(pos2(400.0, 300.0)));
        assert!(!hand.looks.hovers, "the window opened under it");
        hand.take(&Event::PointerMoved(pos2(420.0, 300.0)));
        assert!(hand.looks.hovers);
        hand.take(&Event::PointerGone);
        assert!(!hand.looks.hovers);
        let key =
            Event::Key { key: Key::Tab, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
        hand.take(&key);
        assert!(hand.looks.rings);
        hand.take(&Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: Vec2::DOWN,
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        assert!(!hand.looks.rings);
    }
}
