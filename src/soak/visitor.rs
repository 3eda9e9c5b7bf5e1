//! Visitors made of a random seed: they come, press what is offered and what is not, drag, use two fingers or a keyboard, and
//! leave in the middle.

use std::collections::VecDeque;

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, TouchDeviceId, TouchId, TouchPhase, Vec2, pos2, vec2};

use super::show::Show;

/// The mean time between two visits, in seconds, beyond what ends the one before; one of so many visitors comes earlier.
const BETWEEN: f64 = 240.0;
const ENDS: f64 = 75.0;
const EARLY: u64 = 6;
/// The most that a visitor does.
const MOST: u64 = 24;
/// The time between two things that a visitor does, at least and at most beyond that, and between two frames of one.
const PAUSE: [f64; 2] = [0.4, 6.0];
const STEP: f64 = 1.0 / 30.0;
/// How long the finger rests that wakes the screen, and how long a visitor then looks.
const LOOKS: f64 = 1.5;
/// The points of a drag.
const DRAG: u32 = 6;

/// The visitors, one after the other.
pub struct Visitor {
    random: Random,
    due: f64,
    /// Whether somebody is there, and how many things they still do.
    is_there: bool,
    left: u64,
    /// What comes next, each after so many seconds.
    next: VecDeque<(f64, Vec<Event>)>,
}

impl Visitor {
    /// Nobody is there yet.
    pub fn new(seed: u64) -> Self {
        Self { random: Random(seed | 1), due: 30.0, is_there: false, left: 0, next: VecDeque::new() }
    }

    /// When somebody does something next, in seconds.
    pub fn due(&self) -> f64 {
        self.due
    }

    /// What somebody does now, before a screen.
    pub fn act(&mut self, now: f64, show: &mut Show) -> Vec<Event> {
        if self.next.is_empty() {
            self.decide(show);
        }
        let Some((_, events)) = self.next.pop_front() else { return Vec::new() };
        let after = self.next.front().map(|(after, _)| *after);
        self.due = now + after.unwrap_or_else(|| self.pause());
        events
    }

    /// The time until the next thing, or the next visitor.
    fn pause(&mut self) -> f64 {
        if self.left > 0 {
            self.left -= 1;
            return PAUSE[0] + self.random.share() * PAUSE[1];
        }
        self.is_there = false;
        let is_early = self.random.below(EARLY) == 0;
        if is_early { ENDS * self.random.share() } else { ENDS - BETWEEN * (1.0 - self.random.share()).ln() }
    }

    fn decide(&mut self, show: &mut Show) {
        let at = self.somewhere(show.points());
        if !self.is_there {
            // Somebody comes, touches the screen awake, and looks.
            (self.is_there, self.left) = (true, 1 + self.random.below(MOST));
            self.fingers(&[[at, at]], 1);
            self.next.push_back((LOOKS, Vec::new()));
            return;
        }
        match self.random.below(100) {
            0..60 => {
                let target = self.random.pick(show.targets()).map_or(at, Rect::center);
                self.fingers(&[[target, target]], 1);
            }
            60..75 => self.fingers(&[[at, at]], 1),
            75..90 => {
                let to = self.somewhere(show.points());
                self.fingers(&[[at, to]], DRAG);
            }
            90..95 => {
                let by = vec2(60.0, 10.0);
                self.fingers(&[[at - by, at - 3.0 * by], [at + by, at + 3.0 * by]], DRAG);
            }
            _ => self.key(),
        }
    }

    fn somewhere(&mut self, points: Vec2) -> Pos2 {
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
        let [x, y] = [self.random.share() as f32, self.random.share() as f32];
        pos2(x * points.x, y * points.y)
    }

    /// Puts fingers down, moves each on its way, and lifts them.
    fn fingers(&mut self, ways: &[[Pos2; 2]], steps: u32) {
        let all = |phase, share: f32| -> Vec<Event> {
            let at = |[from, to]: &[Pos2; 2]| *from + (*to - *from) * share;
            (0..).zip(ways).flat_map(|(id, way)| finger(id, phase, at(way))).collect()
        };
        self.next.push_back((0.0, all(TouchPhase::Start, 0.0)));
        for step in 1..=steps {
            #[expect(clippy::cast_precision_loss, reason = "a few steps")]
            let share = step as f32 / steps as f32;
            self.next.push_back((STEP, all(TouchPhase::Move, share)));
        }
        self.next.push_back((STEP, all(TouchPhase::End, 1.0)));
    }

    /// Strikes a key.
    fn key(&mut self) {
        let key = self.random.pick(Key::ALL).copied().unwrap_or(Key::A);
        let modifiers = if self.random.below(4) == 0 { Modifiers::COMMAND } else { Modifiers::NONE };
        let stroke = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let mut down = vec![stroke(true)];
        if modifiers == Modifiers::NONE && key.name().len() == 1 {
            down.push(Event::Text(key.name().to_lowercase()));
        }
        self.next.extend([(0.0, down), (STEP, vec![stroke(false)])]);
    }
}

/// What winit makes of a finger: the first one moves the pointer too.
fn finger(id: u64, phase: TouchPhase, pos: Pos2) -> Vec<Event> {
    let mut events = vec![Event::Touch { device_id: TouchDeviceId(1), id: TouchId(id), phase, pos, force: None }];
    if id > 0 {
        return events;
    }
    let button =
        |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    match phase {
        TouchPhase::Start => events.extend([Event::PointerMoved(pos), button(true)]),
        TouchPhase::Move => events.push(Event::PointerMoved(pos)),
        TouchPhase::End | TouchPhase::Cancel => events.extend([button(false), Event::PointerGone]),
    }
    events
}

/// Marsaglia's xorshift: the same numbers for the same seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: u64) -> u64 {
        (self.next() >> 16) % end.max(1)
    }

    /// From 0 on, and less than 1.
    #[expect(clippy::cast_precision_loss, reason = "as many bits as fit")]
    fn share(&mut self) -> f64 {
        (self.next() >> 12) as f64 / (1_u64 << 52) as f64
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(usize::try_from(self.below(all.len() as u64)).unwrap_or_default())
    }
}
