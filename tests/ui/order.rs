//! A running order is made, timed and rehearsed; the exhibition is seen as others will.

use egui::{Key, Modifiers, vec2};
use vitrine::model::{Lang, Shows};
use vitrine::state::editing::{PreviewAs, Screen, Surface};
use vitrine::state::talk::{KeyCommand, Phase};
use vitrine::state::{Action, Distance, EditCommand, OrderCommand, ProblemCommand, TalkCommand, Theme, View};
use vitrine::text::{self, Editor, Order, OrderKind, Say};

use crate::support::Visitor;
use crate::support::editor::{DRESSES, built_in, draw, editing, editor};

fn order(visitor: &Visitor) -> Vec<String> {
    let x = &visitor.state().pack().exhibition;
    x.running_order.iter().map(|stop| text::stop_title(Lang::En, x, stop)).collect()
}

fn at(visitor: &Visitor) -> Option<usize> {
    visitor.state().editing().and_then(vitrine::state::Editing::stop_index)
}

fn say(visitor: &Visitor, words: Order<'_>) -> String {
    visitor.say(Say::Order(words))
}

/// Chooses a stop, moves it, times it, adds what is seen in the views, deletes it again.
fn journey(lang: Lang) {
    let mut visitor = editor(&built_in(), lang, vec2(1920.0, 1080.0));
    let before = order(&visitor);
    // A chart with its totals is what is seen.
    visitor.click(&visitor.say(Say::View(View::Personnel)));
    visitor.click(&visitor.say(Say::ChartMode(vitrine::state::ChartMode::Running)));
    visitor.click(&visitor.say(Say::Editor(Editor::Surface(Surface::RunningOrder))));
    assert_eq!((at(&visitor), before.len()), (Some(0), 17));
    assert!(visitor.sees(&say(&visitor, Order::Stops(17))));
    let third = visitor.names().into_iter().find(|name| {
        let x = &visitor.state().pack().exhibition;
        let title = text::stop_title(lang, x, &x.running_order[2]);
        let time = text::time(x.running_order[2].planned_secs(), false);
        *name == say(&visitor, Order::StopRow(3, &title, &time))
    });
    visitor.activate(&third.expect("the third stop"));
    assert_eq!(at(&visitor), Some(2));
    visitor.press_with(Modifiers::ALT, Key::ArrowUp);
    let after = order(&visitor);
    assert_eq!((&after[1], &after[2], at(&visitor)), (&before[2], &before[1], Some(1)));
    visitor.click(&say(&visitor, Order::MoveDown));
    assert_eq!((order(&visitor), at(&visitor)), (before.clone(), Some(2)));

    let secs = visitor.state().pack().exhibition.running_order[2].secs;
    visitor.click(&say(&visitor, Order::More));
    assert_eq!(visitor.state().pack().exhibition.running_order[2].secs, secs + 5);

    visitor.activate(&say(&visitor, Order::AddSeen));
    let x = &visitor.state().pack().exhibition;
    assert!(
        matches!(&x.running_order[3].shows, Shows::Chart(chart) if chart.form == vitrine::model::ChartForm::Running)
    );
    assert_eq!((x.running_order.len(), at(&visitor)), (18, Some(3)));
    visitor.activate(&say(&visitor, Order::Delete));
    assert_eq!((order(&visitor), at(&visitor)), (before.clone(), Some(3)));

    visitor.activate(&say(&visitor, Order::AddText));
    assert_eq!(at(&visitor), Some(4));
    visitor.type_text("Welcome");
    let title = &visitor.state().pack().exhibition.running_order[4].title;
    assert_eq!(title.only(lang), "Welcome", "the caret is in the title of the new stop");
    visitor.apply(Action::Edit(EditCommand::Undo));
    visitor.apply(Action::Edit(EditCommand::Undo));
    assert_eq!(order(&visitor), before);
}

#[test]
fn a_running_order_is_edited_in_each_language() {
    for lang in Lang::ALL {
        journey(lang);
    }
}

#[test]
fn another_picture_is_chosen_from_a_list_that_is_searched() {
    let mut visitor = editor(&built_in(), Lang::En, vec2(1280.0, 800.0));
    visitor.apply(Action::Edit(EditCommand::Surface(Surface::RunningOrder)));
    visitor.activate("Shows");
    visitor.activate(&say(&visitor, Order::Kind(OrderKind::Photo)));
    assert!(matches!(visitor.state().pack().exhibition.running_order[0].shows, Shows::Photo(_)));
    assert_eq!(visitor.state().editing().and_then(|editing| editing.pick().map(|_| ())), None, "the list is closed");
    visitor.activate("Which one");
    visitor.apply(Action::Edit(EditCommand::Order(OrderCommand::Pick(Some((
        vitrine::state::editing::Pick::Which,
        "greenh".to_owned(),
    ))))));
    visitor.activate("In the greenhouse");
    let x = &visitor.state().pack().exhibition;
    assert_eq!(text::shows_title(Lang::En, x, &x.running_order[0].shows), "In the greenhouse");
    visitor.activate("Which one");
    visitor.press(Key::Escape);
    assert!(visitor.state().editing().is_some_and(|editing| editing.pick().is_none()));
    // What it shows is opened in its view.
    visitor.activate(&say(&visitor, Order::OpenIt));
    let editing = visitor.state().editing().expect("editing");
    assert_eq!((editing.surface(), visitor.state().view()), (Surface::Views, View::Photos));
}

#[test]
fn a_stop_is_dragged_to_its_place() {
    let mut visitor = editor(&built_in(), Lang::En, vec2(1920.0, 1080.0));
    visitor.apply(Action::Edit(EditCommand::Surface(Surface::RunningOrder)));
    let before = order(&visitor);
    let grip = |visitor: &Visitor, number| visitor.area(&say(visitor, Order::Grip(number))).expect("a grip").center();
    let (from, to) = (grip(&visitor, 2), grip(&visitor, 5));
    visitor.grasp(from);
    visitor.point(from + vec2(0.0, 20.0));
    visitor.point(to + vec2(0.0, 15.0));
    visitor.let_pointer_go(to + vec2(0.0, 15.0));
    let after = order(&visitor);
    assert_eq!((&after[4], &after[1]), (&before[1], &before[2]), "{after:#?}");
}

#[test]
fn a_time_is_typed_and_a_rehearsal_gives_the_times() {
    let mut visitor = editor(&built_in(), Lang::En, vec2(1920.0, 1080.0));
    visitor.apply(Action::Edit(EditCommand::Surface(Surface::RunningOrder)));
    visitor.focus("Planned time");
    visitor.press_with(Modifiers::COMMAND, Key::A);
    visitor.type_text("2:40");
    assert_eq!(visitor.state().pack().exhibition.running_order[0].secs, 160);
    assert!(visitor.sees_containing("Begins at 0:00, ends at 2:40 of"));
    // No letter is a key while something is typed.
    assert_eq!(visitor.state().lang(), Lang::En);
    visitor.activate(&say(&visitor, Order::Rehearse));
    assert_eq!(visitor.state().talk().phase, Phase::Sheet);
    visitor.arrange([
        Action::Talk(TalkCommand::Start),
        Action::Talk(TalkCommand::Do(KeyCommand::Next)),
        Action::Talk(TalkCommand::Do(KeyCommand::Previous)),
    ]);
    let now = visitor.state().now();
    visitor.arrange([Action::Tick(now + 90.0), Action::Talk(TalkCommand::End), Action::Talk(TalkCommand::Close)]);
    visitor.settle();
    assert_eq!(visitor.state().editing().expect("a talk ends no editing").surface(), Surface::RunningOrder);
    visitor.activate(&say(&visitor, Order::TakeTimes));
    let secs = visitor.state().pack().exhibition.running_order[0].secs;
    assert!((85..=95).contains(&secs), "{secs}");
    visitor.apply(Action::Edit(EditCommand::Undo));
    assert_eq!(visitor.state().pack().exhibition.running_order[0].secs, 160);
}

#[test]
fn without_a_running_order_it_is_said_what_a_talk_does_and_one_is_made() {
    let mut value: serde_json::Value = serde_json::from_str(&built_in()).expect("JSON");
    value["running_order"] = serde_json::json!([]);
    for lang in Lang::ALL {
        let mut visitor = editor(&value.to_string(), lang, vec2(1280.0, 800.0));
        visitor.click(&visitor.say(Say::Editor(Editor::Surface(Surface::RunningOrder))));
        assert!(visitor.sees(&say(&visitor, Order::NoOrderIs)));
        visitor.click(&say(&visitor, Order::FromPictures(20)));
        assert_eq!(visitor.state().pack().exhibition.running_order.len(), 20);
        visitor.apply(Action::Edit(EditCommand::Undo));
        assert!(visitor.sees(&say(&visitor, Order::NoOrder)));
    }
}

#[test]
fn a_preview_shows_it_on_another_screen_in_another_language_and_the_editor_stays_as_it_was() {
    let mut visitor = editor(&built_in(), Lang::En, vec2(1920.0, 1080.0));
    visitor.press(Key::F5);
    assert!(visitor.state().editing().expect("editing").preview());
    visitor.click(&say(&visitor, Order::Screen(Screen::Portrait)));
    visitor.click("བོད་ཡིག");
    let preview = visitor.state().editing().expect("editing").preview_as();
    assert_eq!(preview, PreviewAs { screen: Screen::Portrait, lang: Some(Lang::Bo), large_text: false });
    assert_eq!((visitor.state().lang(), visitor.state().distance()), (Lang::En, Distance::Desk));
    assert!(visitor.sees(&text::say(Lang::Bo, Say::View(View::Personnel))), "{:#?}", visitor.names());
    visitor.activate(&text::say(Lang::Bo, Say::View(View::Personnel)));
    assert_eq!(visitor.state().view(), View::Personnel, "it is the same exhibition");
    visitor.click(&say(&visitor, Order::LargeText));
    assert!(visitor.state().editing().expect("editing").preview_as().large_text);
    visitor.press(Key::Escape);
    assert!(!visitor.state().editing().expect("editing").preview());
    assert!(visitor.sees(&visitor.say(Say::Editor(Editor::Surface(Surface::Views)))));
}

/// Pictures of the running order and of previews, to be looked at.
#[test]
fn the_running_order_and_previews_are_drawn() {
    for (name, lang, theme, size) in DRESSES {
        let mut state = editing(&built_in(), lang);
        state.update(Action::Theme(theme));
        state.update(Action::Edit(EditCommand::Surface(Surface::RunningOrder)));
        for _ in 0..8 {
            state.update(Action::Edit(EditCommand::Beside(1)));
        }
        let first = state.editing().expect("editing").stop_index();
        assert!(first.is_some());
        let key = state.editing().expect("editing").tree().key("running_order", 8);
        let chosen = key.map(|key| vitrine::state::editing::Chosen::Entry(vitrine::model::List::RunningOrder, key));
        state.update(Action::Edit(EditCommand::Choose(chosen)));
        draw(state.clone(), &format!("order-{name}"), size);
        state.update(Action::Edit(EditCommand::Problem(ProblemCommand::Shown(true))));
        draw(state, &format!("order-problems-{name}"), size);
    }
    for (screen, lang, view) in [
        (Screen::Desk, Lang::En, View::Photos),
        (Screen::Kiosk, Lang::Zh, View::Personnel),
        (Screen::Portrait, Lang::Bo, View::Photos),
        (Screen::Projector, Lang::En, View::Pairings),
        (Screen::Wall, Lang::Zh, View::Timeline),
    ] {
        let mut state = editing(&built_in(), Lang::En);
        state.update(Action::View(view));
        state.update(Action::Edit(EditCommand::Preview(true)));
        let preview = PreviewAs { screen, lang: Some(lang), large_text: screen == Screen::Portrait };
        state.update(Action::Edit(EditCommand::PreviewAs(preview)));
        draw(state, &format!("preview-{screen:?}"), [1920, 1080]);
    }
    let mut state = editing(&built_in(), Lang::Bo);
    state.update(Action::Theme(Theme::Dark));
    state.update(Action::Edit(EditCommand::Preview(true)));
    draw(state, "preview-small-bo", [1280, 800]);
}
