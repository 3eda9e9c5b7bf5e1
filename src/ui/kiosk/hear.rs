//! What somebody does to the screen of a kiosk, before any control sees it: who is there, taps in the staff's corner, and the keys
//! that a kiosk knows. All others are swallowed.

use std::cell::RefCell;

use egui::{Context, Event, Key, Modifiers, Pos2, Rect};

use super::warning::start_over_id;
use crate::state::kiosk::{Corner, KioskCommand, Phase, Staff, Touch};
use crate::state::{Action, Kiosk, State};
use crate::ui::theme::measure;
use crate::ui::{Motion, sidebar};

/// The side of the corner in which taps lead the staff to their pad, in points.
const CORNER: f32 = 2.0 * measure::BUTTON;
/// A pointer that moved less far than this was only shaken, in points.
const SHAKEN: f32 = 3.0;
/// An area that moved so many frames ago still moves.
const JUST: u64 = 2;

/// What is remembered of the hands at the screen from one frame to the next.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hands {
    are_down: bool,
    /// Where the pointer was when it last counted as moved.
    at: Option<Pos2>,
}

/// Hears what happened since the last frame; once a frame, before the keys of the window. What a visitor must not do is taken out
/// of the frame's events.
pub fn take(ctx: &Context, state: &State, motion: &RefCell<Motion>) -> Vec<Action> {
    let Some(kiosk) = state.kiosk() else { return Vec::new() };
    let mut commands = touches(ctx, kiosk, motion);
    commands.extend(pad_keys(ctx, kiosk));
    let typing = state.finder().is_some() || ctx.memory(|m| m.has_focus(sidebar::search_id()));
    let is_visit = kiosk.phase() == Phase::Visit && kiosk.staff().is_none();
    ctx.input_mut(|i| {
        i.events.retain(|event| is_passed(event, is_visit, typing));
        if !is_visit {
            i.smooth_scroll_delta = egui::Vec2::ZERO;
        }
    });
    if !is_visit && let Some(focused) = ctx.memory(egui::Memory::focused).filter(|_| !is_asked(kiosk)) {
        ctx.memory_mut(|m| m.surrender_focus(focused));
    }
    commands.into_iter().map(Action::Kiosk).collect()
}

/// True where controls stand over the visit that keys may reach.
fn is_asked(kiosk: &Kiosk) -> bool {
    kiosk.staff().is_some() || matches!(kiosk.phase(), Phase::Warning(_))
}

fn touches(ctx: &Context, kiosk: &Kiosk, motion: &RefCell<Motion>) -> Vec<KioskCommand> {
    let screen = ctx.content_rect();
    let (events, are_down) = ctx.input(|i| (i.events.clone(), i.pointer.any_down() || i.any_touches()));
    let start_over = ctx.read_response(start_over_id()).map(|response| response.rect);
    let start_over = start_over.filter(|_| matches!(kiosk.phase(), Phase::Warning(_)));
    let mut motion = motion.borrow_mut();
    let just_now = ctx.cumulative_frame_nr().saturating_sub(JUST);
    let moves_on = motion.coasting.is_some_and(|(_, frame)| frame >= just_now) || motion.glide != egui::Vec2::ZERO;
    let mut commands = Vec::new();
    let (mut presses, mut strokes, mut moves) = (false, false, moves_on);
    for event in &events {
        match event {
            Event::PointerButton { pos, pressed: true, .. } => {
                commands.extend(corner(screen, *pos).map(KioskCommand::StaffTap));
                // This button has its own say, once it is let go.
                presses |= start_over.is_none_or(|button| !button.contains(*pos));
            }
            Event::Key { pressed: true, .. } | Event::MouseWheel { .. } | Event::Text(_) | Event::Zoom(_) => {
                strokes = true;
            }
            Event::PointerMoved(at) => {
                let from = *motion.hands.at.get_or_insert(*at);
                if from.distance(*at) > SHAKEN {
                    (motion.hands.at, moves) = (Some(*at), true);
                }
            }
            Event::PointerGone => motion.hands.at = None,
            // All others say nothing of somebody's being there.
            _ => {}
        }
    }
    let touch = |touch| KioskCommand::Touched(touch);
    commands.extend(presses.then(|| touch(Touch::Press)));
    commands.extend(strokes.then(|| touch(Touch::Stroke)));
    commands.extend((moves && !presses && !strokes).then(|| touch(Touch::Move)));
    let were_down = std::mem::replace(&mut motion.hands.are_down, are_down);
    commands.extend(((were_down || presses) && !are_down).then(|| touch(Touch::Release)));
    commands
}

/// The corner of the screen in which a point lies.
fn corner(screen: Rect, at: Pos2) -> Option<Corner> {
    let side = CORNER.min(screen.size().min_elem() / 3.0);
    let (left, right) = (at.x <= screen.left() + side, at.x >= screen.right() - side);
    let (top, bottom) = (at.y <= screen.top() + side, at.y >= screen.bottom() - side);
    match (left, right, top, bottom) {
        (true, _, true, _) => Some(Corner::TopLeft),
        (_, true, true, _) => Some(Corner::TopRight),
        (true, _, _, true) => Some(Corner::BottomLeft),
        (_, true, _, true) => Some(Corner::BottomRight),
        _ => None,
    }
}

/// The keys of the pad, for staff with a keyboard.
fn pad_keys(ctx: &Context, kiosk: &Kiosk) -> Vec<KioskCommand> {
    let Some(Staff::Pin(_)) = kiosk.staff() else { return Vec::new() };
    let command = |event: &Event| match event {
        Event::Text(typed) => typed.parse().ok().filter(|digit| *digit < 10).map(KioskCommand::PinDigit),
        Event::Key { key: Key::Backspace, pressed: true, .. } => Some(KioskCommand::PinErase),
        Event::Key { key: Key::Escape, pressed: true, .. } => Some(KioskCommand::PinClose),
        // All others mean nothing here.
        _ => None,
    };
    ctx.input(|i| i.events.iter().filter_map(command).collect())
}

/// True for what the controls and the keys of the window may see.
fn is_passed(event: &Event, is_visit: bool, typing: bool) -> bool {
    match event {
        Event::Key { key, modifiers, .. } => is_visit && is_known(*key, *modifiers, typing),
        Event::Text(_) => is_visit && (typing || is_slash(event)),
        Event::Ime(_) => is_visit && typing,
        Event::MouseWheel { .. } | Event::Zoom(_) | Event::Rotate(_) => is_visit,
        Event::Copy | Event::Cut | Event::Paste(_) => false,
        // Pointers, fingers, screen readers, and what the window says of itself.
        _ => true,
    }
}

fn is_slash(event: &Event) -> bool {
    matches!(event, Event::Text(typed) if typed == "/")
}

/// The keys of a kiosk.
fn is_known(key: Key, modifiers: Modifiers, typing: bool) -> bool {
    if modifiers.ctrl || modifiers.alt || modifiers.command || modifiers.mac_cmd {
        return false;
    }
    match key {
        Key::Tab
        | Key::Enter
        | Key::Space
        | Key::Escape
        | Key::ArrowLeft
        | Key::ArrowRight
        | Key::ArrowUp
        | Key::ArrowDown
        | Key::Home
        | Key::End
        | Key::PageUp
        | Key::PageDown
        | Key::Num0
        | Key::Num1
        | Key::Num2
        | Key::Num3
        | Key::Num4
        | Key::Num5
        | Key::Plus
        | Key::Minus
        | Key::Equals
        | Key::Slash
        | Key::C
        | Key::L => true,
        Key::Backspace | Key::Delete => typing,
        // Letters come in as text.
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kiosk_knows_few_keys_and_no_combination() {
        let none = Modifiers::NONE;
        for key in Key::ALL {
            for modifiers in [Modifiers::CTRL, Modifiers::ALT, Modifiers::COMMAND, Modifiers::CTRL | Modifiers::SHIFT] {
                assert!(!is_known(*key, modifiers, true) && !is_known(*key, modifiers, false), "{key:?} {modifiers:?}");
            }
        }
        for key in
            [Key::F1, Key::F5, Key::F11, Key::O, Key::S, Key::T, Key::Q, Key::W, Key::Questionmark, Key::BrowserBack]
        {
            assert!(!is_known(key, none, false) && !is_known(key, Modifiers::SHIFT, false), "{key:?}");
        }
        assert!(is_known(Key::Tab, Modifiers::SHIFT, false));
        for event in [Event::Copy, Event::Cut, Event::Paste("a".to_owned())] {
            assert!(!is_passed(&event, true, true));
        }
    }

    #[test]
    fn a_corner_is_a_corner() {
        let screen = Rect::from_min_size(Pos2::ZERO, egui::vec2(1000.0, 800.0));
        assert_eq!(corner(screen, egui::pos2(990.0, 3.0)), Some(Corner::TopRight));
        assert_eq!(corner(screen, egui::pos2(10.0, 790.0)), Some(Corner::BottomLeft));
        assert_eq!(corner(screen, egui::pos2(500.0, 3.0)), None);
    }
}
