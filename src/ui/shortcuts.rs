//! The keys: what each does, and how the help sheet lists it.

use std::cell::RefCell;

use egui::{Context, Id, Key, Modifiers};

use crate::state::kiosk::Phase as Visiting;
use crate::state::talk::Phase;
use crate::state::{Action, FinderCommand, Overlay, State, TalkCommand, Theme, View, Zoom, claims, years};
use crate::text::KeyHelp;

use super::{Layout, Motion, editor, keyboard, keystrokes, kiosk, overlays, presenter, sidebar};

/// The keys of a line of the help sheet.
#[must_use]
pub fn keys_of(help: KeyHelp) -> &'static [&'static str] {
    match help {
        KeyHelp::Views => &["1", "2", "3", "4", "5"],
        KeyHelp::Move => &["Tab", "Shift + Tab"],
        KeyHelp::Activate => &["Enter", "Space"],
        KeyHelp::Step => &["←", "→"],
        KeyHelp::Ends => &["Home", "End"],
        KeyHelp::Zoom => &["+", "−", "0"],
        KeyHelp::Back => &["Esc"],
        KeyHelp::Search => &["/"],
        KeyHelp::Clear => &["C"],
        KeyHelp::Language => &["L"],
        KeyHelp::Theme => &["T"],
        KeyHelp::Fullscreen => &["F11"],
        KeyHelp::Open => &["Ctrl + O"],
        KeyHelp::Save => &["Ctrl + S"],
        KeyHelp::Present => &["F5"],
        KeyHelp::Help => &["F1", "?"],
    }
}

/// Consumes the keys of the whole window, before the widgets see them.
#[expect(clippy::too_many_lines, reason = "one arm for each case")]
pub fn take(ctx: &Context, state: &State, motion: &RefCell<Motion>) -> Vec<Action> {
    keystrokes::hear(ctx, motion);
    motion.borrow_mut().hand.hear(ctx);
    if state.talk().phase != Phase::Off {
        return presenter::keyboard::take(ctx, state, motion);
    }
    let heard = kiosk::hear::take(ctx, state, motion);
    if state.kiosk().is_some_and(|kiosk| kiosk.phase() != Visiting::Visit || kiosk.staff().is_some()) {
        return heard;
    }
    let at_kiosk = state.searches_by_touch();
    let typing = ctx.memory(|m| m.has_focus(sidebar::search_id())) && !at_kiosk;
    let press = |modifiers: Modifiers, key: Key| ctx.input_mut(|i| i.consume_key(modifiers, key));
    let once = |modifiers: Modifiers, key: Key| keystrokes::once(ctx, motion, modifiers, key);
    let mut actions = heard;
    actions.extend(editor::hear::take(ctx, state, &once));
    if state.editing().is_some() {
        actions.extend(editor::keys::take(ctx, state));
    }
    actions.extend(whole_program(&once));
    // What is written in the editor is no key of the program.
    let writes = ctx.text_edit_focused() && !ctx.memory(|m| m.has_focus(overlays::path::field_id())) && !typing;
    if state.editing().is_some() && state.overlay().is_none() && (writes || editor::table_has_keys(ctx, state)) {
        return actions;
    }
    if press(Modifiers::NONE, Key::Escape) {
        if typing && state.search().is_empty() {
            ctx.memory_mut(|m| m.surrender_focus(sidebar::search_id()));
        } else {
            actions.push(Action::Back);
        }
    }
    if state.finder().is_some() && state.overlay().is_none() && state.sheet().is_none() {
        actions.extend(keyboard::typed(ctx, state));
        return actions;
    }
    if let Some(typed) = overlays::set_up::keys(ctx, state) {
        actions.extend(typed);
        return actions;
    }
    if typing || is_typing(ctx, state) {
        return actions;
    }
    if press(Modifiers::NONE, Key::Questionmark) || press(Modifiers::SHIFT, Key::Questionmark) {
        actions.push(Action::Overlay(Some(Overlay::Keys)));
    }
    let has_provinces = !state.pack().exhibition.provinces.is_empty();
    // Under a sheet or another overlay the search is not visible.
    let is_seen = state.photo().is_none() && state.sheet().is_none();
    let is_seen = is_seen && state.overlay().is_none_or(|overlay| overlay == Overlay::Provinces);
    if press(Modifiers::NONE, Key::Slash) && is_seen && has_provinces {
        actions.extend(search(ctx, state));
    }
    for (key, view) in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5].into_iter().zip(state.views()) {
        if press(Modifiers::NONE, key) {
            actions.push(Action::View(view));
        }
    }
    if press(Modifiers::NONE, Key::C) {
        actions.extend([Action::Province(None), Action::Topic(None)]);
    }
    if once(Modifiers::NONE, Key::L) {
        actions.push(Action::Lang(following(state.languages(), state.lang())));
    }
    if once(Modifiers::NONE, Key::T) {
        actions.push(Action::Theme(following(&Theme::ALL, state.theme())));
    }
    actions.extend(pictures(state, press));
    let most = ctx.data_mut(|d| d.get_temp::<f32>(Id::unique("viewer most"))).unwrap_or(Zoom::MOST);
    actions.extend(zoom(state, most, press));
    actions
}

/// True where letters are typed into a field, so that they are no keys.
fn is_typing(ctx: &Context, state: &State) -> bool {
    let is_edited = state.editing().is_some() && ctx.text_edit_focused();
    is_edited || ctx.memory(|m| m.has_focus(overlays::path::field_id()))
}

/// Opens the search.
fn search(ctx: &Context, state: &State) -> Option<Action> {
    // The key that opens it must not be typed into it.
    ctx.input_mut(|i| i.events.retain(|e| !matches!(e, egui::Event::Text(typed) if typed == "/")));
    if state.searches_by_touch() {
        return Some(Action::Finder(FinderCommand::Open));
    }
    ctx.memory_mut(|m| m.request_focus(sidebar::search_id()));
    Layout::of_state(ctx, state).folded.then_some(Action::Overlay(Some(Overlay::Provinces)))
}

/// The keys that lead from picture to picture, and from step to step.
fn pictures(state: &State, press: impl Fn(Modifiers, Key) -> bool) -> Vec<Action> {
    let mut actions = Vec::new();
    let by = [(Key::ArrowRight, 1), (Key::PageDown, 1), (Key::ArrowLeft, -1), (Key::PageUp, -1)]
        .into_iter()
        .find(|(key, _)| steps(state) && press(Modifiers::NONE, *key));
    actions.extend(by.and_then(|(_, by)| step(state, by)));
    if state.photo().is_some() && state.sheet().is_none() && state.overlay().is_none() {
        let wall = state.wall();
        let ends = [(Key::Home, wall.first()), (Key::End, wall.last())];
        let pressed = ends.into_iter().find(|(key, _)| press(Modifiers::NONE, *key));
        actions.extend(pressed.and_then(|(_, photo)| photo.copied()).map(Action::OpenPhoto));
    }
    actions
}

/// The keys that do the same in every view, and while typing.
fn whole_program(press: &impl Fn(Modifiers, Key) -> bool) -> Vec<Action> {
    let keys = [
        (Modifiers::NONE, Key::F11, Action::Fullscreen),
        (Modifiers::COMMAND, Key::O, Action::Overlay(Some(Overlay::Open))),
        (Modifiers::COMMAND, Key::S, Action::Overlay(Some(Overlay::Save))),
        (Modifiers::NONE, Key::F5, Action::Talk(TalkCommand::Open)),
        (Modifiers::SHIFT, Key::F5, Action::Talk(TalkCommand::Open)),
        (Modifiers::NONE, Key::F1, Action::Overlay(Some(Overlay::Keys))),
    ];
    keys.into_iter().filter(|(modifiers, key, _)| press(*modifiers, *key)).map(|(_, _, action)| action).collect()
}

/// The entry after this one; after the last, the first.
fn following<T: Copy + PartialEq>(all: &[T], now: T) -> T {
    let at = all.iter().position(|&t| t == now).map_or(0, |i| (i + 1) % all.len());
    all.get(at).copied().unwrap_or(now)
}

/// True where the arrows step through something; else they move the focus.
fn steps(state: &State) -> bool {
    let layered = state.overlay().is_some();
    let here = match state.view() {
        View::Timeline | View::Pairings => true,
        View::Personnel => state.year().is_some(),
        View::Photos | View::Sources => false,
    };
    !layered && (state.sheet().is_some() || state.photo().is_some() || here)
}

/// The step to the neighbour: of the sheet's sources, the picture, the milestone, the year.
fn step(state: &State, by: isize) -> Option<Action> {
    let x = &state.pack().exhibition;
    if let Some(sheet) = state.sheet() {
        let list = claims(x, &sheet.subject);
        let next = sheet.page(&list).checked_add_signed(by)?;
        return list.get(next).map(|claim| Action::SheetPage(claim.key()));
    }
    if state.photo().is_some() {
        return Some(if by > 0 { Action::NextPhoto } else { Action::PreviousPhoto });
    }
    if let Some(year) = state.year().filter(|_| !matches!(state.view(), View::Photos | View::Sources)) {
        let [first, last] = years::span(x)?;
        let next = if by > 0 { year + 1 } else { year.saturating_sub(1) };
        return (first..=last).contains(&next).then_some(Action::Year(Some(next)));
    }
    match state.view() {
        View::Timeline => {
            let at = state.milestone().and_then(|id| x.milestones.iter().position(|m| m.id == *id));
            let next = at.map_or(Some(0), |at| at.checked_add_signed(by))?;
            x.milestones.get(next).map(|m| Action::Milestone(m.id.clone()))
        }
        View::Pairings => state.year_beside(by).map(Action::Step),
        View::Photos | View::Personnel | View::Sources => None,
    }
}

fn zoom(state: &State, most: f32, press: impl Fn(Modifiers, Key) -> bool) -> Option<Action> {
    state.photo()?;
    let now = state.zoom();
    if press(Modifiers::NONE, Key::Plus) || press(Modifiers::SHIFT, Key::Plus) || press(Modifiers::NONE, Key::Equals) {
        return Some(Action::Zoom(Zoom { scale: (now.scale * 1.5).min(most), ..now }));
    }
    if press(Modifiers::NONE, Key::Minus) {
        return Some(Action::Zoom(Zoom { scale: now.scale / 1.5, ..now }));
    }
    press(Modifiers::NONE, Key::Num0).then_some(Action::Zoom(Zoom::WHOLE))
}
