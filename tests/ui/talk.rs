//! A talk as its speaker and its audience see it: the keys in the window, what stands on each screen, and what never does.

use egui::{Key, Modifiers, vec2};
use vitrine::model::{Lang, Shows, note_lines};
use vitrine::state::talk::{Cover, Light, Monitor, Phase, ScreenId, Spot, TalkCommand, Windows};
use vitrine::state::{Action, Overlay, View};
use vitrine::text::{self, Control, Say, Talk};

use crate::support::Visitor;

fn monitor(name: &str, size: [u32; 2], x: i32) -> Monitor {
    Monitor { id: ScreenId { name: name.into(), size }, position: [x, 0], number: 0 }
}

fn two() -> Vec<Monitor> {
    vec![monitor("Laptop", [1920, 1080], 0), monitor("Hall projector", [1920, 1080], 1920)]
}

fn command(visitor: &mut Visitor, command: TalkCommand) {
    visitor.apply(Action::Talk(command));
}

/// Opens the start sheet with F5 and begins with Enter.
fn speaker(lang: Lang) -> Visitor {
    let mut visitor = Visitor::new(lang);
    command(&mut visitor, TalkCommand::Monitors(two(), None));
    visitor.press(Key::F5);
    assert_eq!(visitor.state().talk().phase, Phase::Sheet);
    visitor.press(Key::Enter);
    assert!(visitor.state().talk().is_on());
    visitor
}

fn say(visitor: &Visitor, talk: Talk<'_>) -> String {
    text::say(visitor.state().talk().notes_lang, Say::Talk(talk))
}

/// Shows the stop at a place in the order, from 0.
fn show(visitor: &mut Visitor, position: usize) {
    let stop = visitor.state().talk().stops.key(position).expect("a stop");
    command(visitor, TalkCommand::Show(Spot::at(stop)));
}

/// The longest words of the notes of a stop, as they are said.
fn notes(visitor: &Visitor, stop: usize) -> Vec<String> {
    let talk = visitor.state().talk();
    let told = talk.stops.get(talk.stops.key(stop).expect("a stop")).expect("a stop").notes.resolve(talk.notes_lang);
    note_lines(told.text).iter().map(|line| line.text.to_owned()).collect()
}

#[test]
fn the_speaker_sees_the_notes_and_the_hall_does_not_at_any_stop_in_any_language() {
    for lang in Lang::ALL {
        let mut visitor = speaker(lang);
        let stops = visitor.state().talk().stops.len();
        for stop in 0..stops {
            assert_eq!(visitor.state().talk().position(), stop);
            let lines = notes(&visitor, stop);
            for line in &lines {
                assert!(visitor.sees(line), "{lang:?} {stop}: {line}");
            }
            let audience = visitor.in_the_hall(vec2(1920.0, 1080.0));
            let names = audience.names();
            assert!(!names.is_empty(), "{lang:?} {stop}: the hall sees something");
            let elapsed =
                [say(&visitor, Talk::Elapsed), say(&visitor, Talk::Stop(stop + 1)), say(&visitor, Talk::Size)];
            // What a source reports may be said in the words that are shown.
            let x = &visitor.state().pack().exhibition;
            let told: Vec<&str> = x.milestones.iter().map(|m| m.text.resolve(lang).text).collect();
            let lines = lines.iter().filter(|line| line.chars().count() > 12 && !told.contains(&line.as_str()));
            for hidden in lines.chain(&elapsed) {
                assert!(!names.iter().any(|name| name == hidden), "{lang:?} {stop}: {hidden} in the hall");
            }
            visitor.press(Key::PageDown);
        }
    }
}

#[test]
fn the_hall_tells_what_the_stop_shows() {
    let mut visitor = speaker(Lang::En);
    show(&mut visitor, 4);
    let audience = visitor.in_the_hall(vec2(1920.0, 1080.0));
    assert!(audience.sees("Games at a kindergarten in Lhasa"));
    assert!(audience.sees(&audience.say(Say::IllustrationNotPhotograph)), "a drawing is called one");
    show(&mut visitor, 6);
    let audience = visitor.in_the_hall(vec2(1024.0, 768.0));
    let not_published = audience.say(Say::NotPublished);
    assert!(audience.sees_containing(&format!("1998–2001*: {not_published}")), "{:#?}", audience.names());
    assert!(audience.sees_containing("nearly 12,000"), "the precision word stays");
}

#[test]
fn stray_keys_do_nothing() {
    let mut visitor = speaker(Lang::En);
    visitor.press(Key::PageDown);
    let before = visitor.state().talk().clone();
    for key in [Key::F5, Key::Tab, Key::F11, Key::F1, Key::Escape, Key::F4, Key::Home, Key::Delete, Key::X] {
        visitor.press(key);
    }
    visitor.press_with(Modifiers::SHIFT, Key::F5);
    visitor.press_with(Modifiers::ALT, Key::Tab);
    visitor.press_with(Modifiers::CTRL, Key::O);
    visitor.press_with(Modifiers::CTRL, Key::B);
    let after = visitor.state().talk();
    assert!(after.is_on());
    assert_eq!((after.spot.clone(), after.overlay.clone(), after.cover), (before.spot, before.overlay, before.cover));
    assert_eq!(visitor.focused(), None, "nothing takes the focus");
    assert_eq!(visitor.state().overlay(), None);
}

#[test]
fn keys_of_a_clicker_move_and_blank() {
    let mut visitor = speaker(Lang::Zh);
    for (key, stop) in [(Key::PageDown, 1), (Key::ArrowRight, 2), (Key::Space, 3), (Key::Enter, 4), (Key::PageUp, 3)] {
        visitor.press(key);
        assert_eq!(visitor.state().talk().position(), stop, "{key:?}");
    }
    visitor.press(Key::Period);
    assert_eq!(visitor.state().talk().cover, Some(Cover::Black));
    assert!(visitor.sees(&say(&visitor, Talk::BlackMore)));
    let audience = visitor.in_the_hall(vec2(1920.0, 1080.0));
    assert_eq!(audience.names(), Vec::<String>::new(), "the hall sees black and nothing else");
    visitor.press(Key::B);
    assert_eq!(visitor.state().talk().cover, None);
}

#[test]
fn frozen_the_speaker_finds_something_and_the_hall_sees_it_after_f() {
    let mut visitor = speaker(Lang::En);
    visitor.press(Key::PageDown);
    visitor.press(Key::F);
    assert!(visitor.sees(&say(&visitor, Talk::FrozenMore(2))));
    visitor.press(Key::Slash);
    visitor.type_text("Tianjin");
    assert_eq!(visitor.state().talk().stops.len(), 17);
    let title = visitor.state().pack().exhibition.province(&"CN-TJ".into()).expect("Tianjin").name.en.clone();
    visitor.click(&title);
    assert_eq!(visitor.state().talk().spot.aside, Some(Box::new(Shows::Province("CN-TJ".into()))));
    let audience = visitor.in_the_hall(vec2(1920.0, 1080.0));
    assert!(!audience.sees(&title) && audience.sees_containing("1994"), "the hall keeps its picture");
    visitor.press(Key::F);
    let audience = visitor.in_the_hall(vec2(1920.0, 1080.0));
    assert!(audience.sees(&title));
}

#[test]
fn letters_are_typed_in_the_search_and_do_nothing_else() {
    let mut visitor = speaker(Lang::En);
    visitor.press(Key::Slash);
    for key in [Key::B, Key::F, Key::Q, Key::N, Key::Space] {
        visitor.press(key);
    }
    let talk = visitor.state().talk();
    assert_eq!((talk.cover, talk.frozen.is_some(), talk.position()), (None, false, 0));
    visitor.press(Key::Escape);
    assert_eq!(visitor.state().talk().overlay, None);
}

#[test]
fn the_overview_leads_to_a_stop_by_touch_and_by_number() {
    let mut visitor = speaker(Lang::En);
    visitor.click(&say(&visitor, Talk::Control(Control::Overview)));
    assert!(visitor.sees(&say(&visitor, Talk::OnlyYou)));
    visitor.click("12, Fujian moves to Qamdo");
    assert_eq!((visitor.state().talk().position(), visitor.state().talk().overlay.as_ref()), (11, None));
    for key in [Key::G, Key::Num7, Key::Enter] {
        visitor.press(key);
    }
    assert_eq!((visitor.state().talk().position(), visitor.state().talk().overlay.as_ref()), (6, None));
}

#[test]
fn after_a_change_of_screens_the_notes_are_covered_until_somebody_says_whose_screen_it_is() {
    for lang in Lang::ALL {
        let mut visitor = speaker(lang);
        let line = notes(&visitor, 0).swap_remove(1);
        assert!(visitor.sees(&line));
        command(&mut visitor, TalkCommand::Monitors(two().into_iter().take(1).collect(), None));
        assert!(matches!(visitor.state().talk().windows(), Windows::One { .. }));
        assert!(!visitor.sees(&line), "{lang:?}: covered");
        assert!(visitor.sees(&say(&visitor, Talk::Lost("Hall projector"))));
        visitor.click(&say(&visitor, Talk::MyScreen));
        assert!(visitor.sees(&line));
        visitor.press(Key::A);
        assert!(!visitor.sees(&line), "{lang:?}: audience only");
        assert!(!visitor.sees(&say(&visitor, Talk::Elapsed)));
        visitor.press(Key::A);
        command(&mut visitor, TalkCommand::Monitors(two(), None));
        assert!(!visitor.sees(&line), "{lang:?}: covered again");
    }
}

#[test]
fn only_a_held_q_or_a_confirmed_entry_ends_a_talk_and_what_was_shown_is_told_once() {
    let mut visitor = speaker(Lang::En);
    visitor.press(Key::PageDown);
    visitor.press(Key::Q);
    assert!(visitor.state().talk().is_on(), "a tap ends nothing");
    visitor.press(Key::H);
    visitor.click(&say(&visitor, Talk::Control(Control::End)));
    visitor.click(&say(&visitor, Talk::GoOn));
    assert!(visitor.state().talk().is_on());
    visitor.hold(Key::Q);
    for _ in 0..12 {
        visitor.settle();
    }
    assert_eq!(visitor.state().talk().phase, Phase::After);
    assert!(visitor.sees(&say(&visitor, Talk::Report)));
    assert!(visitor.sees("Third symposium sets pairing"));
    visitor.press(Key::Escape);
    assert_eq!(visitor.state().talk().phase, Phase::Off);
    assert!(visitor.sees(&visitor.say(Say::View(View::Personnel))));
}

#[test]
fn the_menu_leads_to_the_start_sheet_where_languages_and_time_are_chosen() {
    let mut visitor = Visitor::new(Lang::En);
    command(&mut visitor, TalkCommand::Monitors(two(), None));
    visitor.apply(Action::Overlay(Some(Overlay::Menu)));
    visitor.click_containing(&say(&visitor, Talk::Present));
    assert_eq!(visitor.state().talk().phase, Phase::Sheet);
    assert!(visitor.sees_containing("Hall projector"));
    visitor.press(Key::S);
    assert_eq!(visitor.state().talk().screens.pair.as_ref().map(|p| p.audience.name.as_str()), Some("Laptop"));
    let more = format!("{}: {}", say(&visitor, Talk::PlannedTime), say(&visitor, Talk::More));
    visitor.click(&more);
    assert!((visitor.state().talk().plan.total() - 21.0 * 60.0).abs() < 1e-6);
    visitor.press(Key::Escape);
    assert_eq!(visitor.state().talk().phase, Phase::Off);
}

#[test]
fn every_console_has_its_clock_and_notes() {
    for lang in Lang::ALL {
        for size in
            [[1920.0, 1080.0], [1366.0, 768.0], [1280.0, 800.0], [1024.0, 768.0], [1080.0, 1920.0], [768.0, 1024.0]]
        {
            let mut visitor = Visitor::at(lang, vec2(size[0], size[1]));
            command(&mut visitor, TalkCommand::Monitors(two(), None));
            command(&mut visitor, TalkCommand::Open);
            command(&mut visitor, TalkCommand::Start);
            visitor.press(Key::PageDown);
            assert!(visitor.sees(&notes(&visitor, 1)[0]), "{lang:?} {size:?}");
            assert!(visitor.sees(&say(&visitor, Talk::Elapsed)), "{lang:?} {size:?}");
            for control in [Control::Freeze, Control::Black, Control::Overview] {
                assert!(visitor.sees(&say(&visitor, Talk::Control(control))), "{lang:?} {size:?} {control:?}");
            }
        }
    }
}

#[test]
fn notes_that_were_changed_after_they_were_checked_are_called_outdated() {
    let mut exhibition = Visitor::new(Lang::En).state().pack().document().clone();
    for stop in &mut exhibition.running_order {
        for lang in Lang::ALL {
            stop.notes.mark_checked(lang, "Li Ming", None);
        }
    }
    exhibition.running_order[1].notes.zh.push_str("。再见");
    for (lang, is_outdated) in [(Lang::Zh, true), (Lang::En, false)] {
        let mut visitor = Visitor::reading(lang, vec2(1920.0, 1080.0), exhibition.clone());
        command(&mut visitor, TalkCommand::Monitors(two(), None));
        command(&mut visitor, TalkCommand::Open);
        let own = lang.own_name();
        assert_eq!(visitor.sees(&say(&visitor, Talk::OutdatedNotes(own))), is_outdated, "{lang:?}");
        assert!(!visitor.sees(&say(&visitor, Talk::DraftNotes(own))));
        command(&mut visitor, TalkCommand::Start);
        let heading = |visitor: &Visitor, n| say(visitor, Talk::NotesFor(n, own));
        assert!(visitor.sees(&heading(&visitor, 1)), "the first stop is as it was checked");
        visitor.press(Key::PageDown);
        let outdated = format!("{} · {}", heading(&visitor, 2), say(&visitor, Talk::Outdated));
        assert_eq!(visitor.sees(&outdated), is_outdated, "{lang:?}");
    }
}

#[test]
fn lights_follow_the_pointer_on_the_small_picture() {
    let mut visitor = speaker(Lang::En);
    visitor.press(Key::L);
    visitor.click(&say(&visitor, Talk::OnAudience));
    assert_eq!(visitor.state().talk().light, Light::Spot);
    let [x, y] = visitor.state().talk().at;
    assert!((0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y));
}

#[test]
fn a_key_that_the_system_repeats_while_it_is_held_is_one_key() {
    let mut visitor = speaker(Lang::En);
    visitor.hold(Key::PageDown);
    for _ in 0..5 {
        visitor.go_on_holding(Key::PageDown);
    }
    visitor.let_go(Key::PageDown);
    assert_eq!(visitor.state().talk().position(), 1, "a clicker's held button goes one stop");
    visitor.hold(Key::B);
    visitor.go_on_holding(Key::B);
    visitor.let_go(Key::B);
    assert_eq!(visitor.state().talk().cover, Some(Cover::Black), "and does not make the screen flicker");
    for _ in 0..4 {
        visitor.hold(Key::Q);
        visitor.let_go(Key::Q);
    }
    assert!(visitor.state().talk().is_on(), "presses do not add up to a hold");
    visitor.hold(Key::Q);
    for _ in 0..4 {
        visitor.go_on_holding(Key::Q);
    }
    assert_eq!(visitor.state().talk().phase, Phase::After, "repeats do not begin the hold anew");
}

#[test]
fn frozen_the_preview_says_how_to_show_it_and_how_to_leave() {
    for lang in Lang::ALL {
        for size in [[1920.0, 1080.0], [1366.0, 768.0]] {
            let mut visitor = Visitor::at(lang, vec2(size[0], size[1]));
            command(&mut visitor, TalkCommand::Monitors(two(), None));
            command(&mut visitor, TalkCommand::Open);
            command(&mut visitor, TalkCommand::Start);
            visitor.press(Key::F);
            visitor.press(Key::Slash);
            assert!(visitor.sees(&say(&visitor, Talk::ChooseIt)), "{lang:?} {size:?}");
            assert!(visitor.sees(&say(&visitor, Talk::BackToNotes)), "{lang:?} {size:?}");
        }
    }
}

#[test]
fn after_a_cut_enter_goes_on_with_the_talk() {
    let mut visitor = Visitor::new(Lang::En);
    command(&mut visitor, TalkCommand::Monitors(two(), None));
    command(&mut visitor, TalkCommand::Open);
    let mut record = visitor.state().talk().record(String::new(), Lang::En);
    command(&mut visitor, TalkCommand::Close);
    (record.stop, record.elapsed_ms) = (6, 312_000);
    command(&mut visitor, TalkCommand::Recovered(Box::new(record)));
    visitor.press(Key::F5);
    assert!(visitor.sees(&say(&visitor, Talk::Resume(7, "5:12"))));
    visitor.press(Key::Enter);
    assert_eq!(visitor.state().talk().position(), 6);
    assert!((visitor.state().talk().elapsed() - 312.0).abs() < 1e-6);
}

#[test]
fn a_window_that_stands_where_the_audience_looks_shows_what_it_sees() {
    let mut visitor = speaker(Lang::En);
    let line = notes(&visitor, 0).swap_remove(1);
    let [own, audience] = [0, 1].map(|i| two()[i].id.clone());
    command(&mut visitor, TalkCommand::Monitors(two(), Some(audience)));
    let hidden = [line.clone(), say(&visitor, Talk::Elapsed), say(&visitor, Talk::Control(Control::Freeze))];
    for words in &hidden {
        assert!(!visitor.sees(words), "{words}");
    }
    command(&mut visitor, TalkCommand::Monitors(two(), Some(own)));
    assert!(visitor.sees(&line));
}
