//! What a visitor does with a pointer, and with the keyboard's focus.

use egui::{Modifiers, Rect, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Visitor;

impl Visitor {
    /// Turns the wheel in the middle of the screen; down where `points` are positive.
    pub fn scroll(&mut self, points: f32) {
        self.scroll_at(self.harness.ctx.content_rect().center(), points);
    }

    /// The same over a point.
    pub fn scroll_at(&mut self, at: egui::Pos2, points: f32) {
        self.harness.event(egui::Event::PointerMoved(at));
        self.harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, -points),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        for _ in 0..8 {
            self.settle();
        }
        self.harness.event(egui::Event::PointerGone);
        self.settle();
    }

    /// Makes the window larger or smaller.
    pub fn resize(&mut self, size: Vec2) {
        self.harness.set_size(size);
        self.settle();
    }

    /// Presses the button of the pointer at a point, and holds it.
    pub fn grasp(&mut self, at: egui::Pos2) {
        self.harness.event(egui::Event::PointerMoved(at));
        let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
        self.harness.event(egui::Event::PointerButton { pos: at, button, pressed: true, modifiers });
        self.settle();
    }

    /// Presses the button of the pointer at a point, and lets it go there.
    pub fn tap(&mut self, at: egui::Pos2) {
        self.grasp(at);
        let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
        self.harness.event(egui::Event::PointerButton { pos: at, button, pressed: false, modifiers });
        self.harness.event(egui::Event::PointerGone);
        self.settle();
    }

    /// Presses the button of the pointer this many times at a point, quickly.
    pub fn taps(&mut self, at: egui::Pos2, count: usize) {
        self.harness.event(egui::Event::PointerMoved(at));
        let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
        for pressed in std::iter::repeat_n([true, false], count).flatten() {
            self.harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers });
        }
        self.harness.event(egui::Event::PointerGone);
        self.settle();
    }

    /// The window.
    pub fn window(&self) -> Rect {
        self.harness.ctx.content_rect()
    }

    /// Lets the button of the pointer go at a point.
    pub fn let_pointer_go(&mut self, at: egui::Pos2) {
        self.harness.event(egui::Event::PointerMoved(at));
        let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
        self.harness.event(egui::Event::PointerButton { pos: at, button, pressed: false, modifiers });
        self.harness.event(egui::Event::PointerGone);
        self.settle();
    }

    /// Puts the keyboard's focus on the control of exactly this name.
    pub fn focus(&mut self, name: &str) {
        let node = self
            .harness
            .query_all_by_label(name)
            .find(|node| node.accesskit_node().data().supports_action(egui::accesskit::Action::Focus));
        node.unwrap_or_else(|| panic!("nothing is named “{name}”")).focus();
        self.settle();
    }

    /// Moves the pointer to a point.
    pub fn point(&mut self, at: egui::Pos2) {
        self.harness.event(egui::Event::PointerMoved(at));
        self.settle();
    }

    /// The name of what has the keyboard's focus.
    pub fn focused(&self) -> Option<String> {
        let focused = self.harness.query_all_by(|node| node.is_focused() && node.label().is_some());
        focused.into_iter().find_map(|node| node.accesskit_node().label())
    }
}
