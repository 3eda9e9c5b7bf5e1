//! What a kiosk does as time passes, by its state alone.

use std::sync::OnceLock;

use super::{
    AccessChange, Corner, Kiosk, KioskCommand, KioskSetup, Phase, PinAnswer, Staff, StaffCommand, TimeOfDay, Touch,
};
use crate::model::{Exhibition, Lang, Pack, PackPlace, Photo, Shows};
use crate::state::{
    Action, ChartMode, Content, Distance, Effect, FileFormat, Mode, Overlay, SaveCommand, Scrollable, Session, Start,
    State, Subject, TalkCommand, Theme, View, Zoom,
};

fn built_in() -> Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| crate::work::open_pack(&PackPlace::BuiltIn).expect("it opens").0).clone()
}

fn kiosk() -> State {
    let setup = KioskSetup { pin: Some("chosen".to_owned()), ..KioskSetup::default() };
    let mut state = State::begin(built_in(), Start { kiosk: Some(setup), ..Start::default() });
    act(&mut state, KioskCommand::Begin);
    state
}

fn act(state: &mut State, command: KioskCommand) -> Vec<Effect> {
    state.update(Action::Kiosk(command))
}

fn touch(state: &mut State, now: f64, what: Touch) {
    state.update(Action::Tick(now));
    act(state, KioskCommand::Touched(what));
}

fn tap(state: &mut State, now: f64) {
    touch(state, now, Touch::Press);
    act(state, KioskCommand::Touched(Touch::Release));
}

fn phase(state: &State) -> Phase {
    state.kiosk().expect("a kiosk").phase()
}

/// Lets time pass as a window does: from deadline to deadline.
fn wait(state: &mut State, until: f64) {
    while let Some(secs) = state.next_deadline().filter(|secs| state.now() + secs < until) {
        state.update(Action::Tick(state.now() + secs));
    }
    state.update(Action::Tick(until));
}

#[test]
fn a_visit_ends_after_a_warning_unless_somebody_goes_on() {
    let mut state = kiosk();
    tap(&mut state, 100.0);
    assert_eq!(phase(&state), Phase::Visit);
    wait(&mut state, 139.9);
    assert_eq!(phase(&state), Phase::Visit);
    wait(&mut state, 141.0);
    assert!(matches!(phase(&state), Phase::Warning(since) if (since - 140.0).abs() < 0.1));
    assert_eq!(state.kiosk().expect("a kiosk").seconds_left(150.0), Some(11));
    // A mouse on its way to a button says nothing yet.
    touch(&mut state, 150.0, Touch::Move);
    assert!(matches!(phase(&state), Phase::Warning(_)));
    touch(&mut state, 155.0, Touch::Press);
    assert_eq!(phase(&state), Phase::Visit);
    assert!(state.kiosk().expect("a kiosk").is_waking(), "the finger that goes on presses nothing");
    act(&mut state, KioskCommand::Touched(Touch::Release));
    assert!(!state.kiosk().expect("a kiosk").is_waking());
    wait(&mut state, 216.0);
    assert_eq!(phase(&state), Phase::Attract, "40 seconds, and the 20 of the warning");
    assert_eq!(state.next_deadline().map(f64::ceil), Some(12.0), "nothing is drawn in between");
}

#[test]
fn whoever_holds_flings_or_plays_is_there() {
    let mut state = kiosk();
    touch(&mut state, 0.0, Touch::Press);
    wait(&mut state, 500.0);
    assert_eq!(phase(&state), Phase::Visit, "a finger that is held");
    wait(&mut state, 650.0);
    assert_eq!(phase(&state), Phase::Attract, "a screen that feels one forever");
    tap(&mut state, 700.0);
    touch(&mut state, 730.0, Touch::Move);
    wait(&mut state, 769.0);
    assert_eq!(phase(&state), Phase::Visit, "what it set in motion");
    state.session.next_year = Some(10_000.0);
    wait(&mut state, 900.0);
    state.update(Action::Tick(901.0));
    assert_eq!(phase(&state), Phase::Visit, "the years play");
    state.session.next_year = None;
    wait(&mut state, 970.0);
    assert_eq!(phase(&state), Phase::Attract);
}

#[test]
fn a_reset_leaves_nothing_of_a_visit_and_the_staff_see_the_count() {
    let mut state = kiosk();
    let home = state.session.clone();
    tap(&mut state, 10.0);
    for action in [
        Action::Lang(Lang::Bo),
        Action::Search("1".to_owned()),
        Action::View(View::Sources),
        Action::Scroll(Scrollable::Sources, [0.0, 90.0]),
        Action::Licences(true),
        Action::Sheet(Subject::Batch(1)),
        Action::Kiosk(KioskCommand::Access(AccessChange::Sheet(true))),
        Action::Kiosk(KioskCommand::Access(AccessChange::LargeText(true))),
        Action::Kiosk(KioskCommand::Access(AccessChange::Contrast(true))),
        Action::Kiosk(KioskCommand::Access(AccessChange::LessMotion(true))),
        Action::Kiosk(KioskCommand::Access(AccessChange::ControlsLow(true))),
    ] {
        let before = state.session.clone();
        state.update(action.clone());
        assert_ne!(state.session, before, "{action:?}");
    }
    assert!(state.still());
    assert_eq!(act(&mut state, KioskCommand::StartOver), [Effect::ForgetWidgets]);
    assert_eq!(state.session, home);
    assert_eq!((phase(&state), state.notice()), (Phase::Attract, None));
    let counts = state.kiosk().expect("a kiosk").counts();
    assert_eq!((counts.touches, counts.visits, counts.resets), (1, 1, 1));
}

/// One of each action, but for those that follow from outside.
#[expect(clippy::too_many_lines, reason = "one of each")]
fn actions() -> Vec<Action> {
    let overlays = [
        Overlay::Provinces,
        Overlay::Topics,
        Overlay::Keys,
        Overlay::Menu,
        Overlay::Size,
        Overlay::Status,
        Overlay::Save,
        Overlay::Open,
        Overlay::Place,
        Overlay::Problems,
        Overlay::Prepare,
        Overlay::Photographs,
        Overlay::FirstPhotographs,
        Overlay::Versions,
        Overlay::Spreadsheet,
        Overlay::Whole,
    ];
    let mut actions = vec![
        Action::View(View::Sources),
        Action::Province(None),
        Action::Topic(None),
        Action::Search("a".to_owned()),
        Action::OpenPhoto(exhibition(1, 0, false).pack().keys()[0]),
        Action::NextPhoto,
        Action::PreviousPhoto,
        Action::Zoom(Zoom::WHOLE),
        Action::Lang(Lang::Zh),
        Action::Theme(Theme::Dark),
        Action::Distance(Distance::Wall),
        Action::Measured(5.0),
        Action::Still(false),
        Action::Chart(ChartMode::Table),
        Action::Step(2000),
        Action::Year(Some(2000)),
        Action::Milestone("a".into()),
        Action::Sheet(Subject::Batch(1)),
        Action::Back,
        Action::Scroll(Scrollable::Wall, [0.0, 0.0]),
        Action::PlayYears(true),
        Action::Licences(true),
        Action::Home,
        Action::Reset,
        Action::Fullscreen,
        Action::Copy("a".to_owned()),
        Action::PickPack,
        Action::PickFolder,
        Action::NoDialog,
        Action::TypePath("a".to_owned()),
        Action::OpenPack("a".into()),
        Action::HandedOver("a".into()),
        Action::OpenBuiltIn,
        Action::Status("a".into()),
        Action::DismissNotice,
        Action::Save(SaveCommand::Ask(Content::Chart, FileFormat::Svg)),
        Action::Save(SaveCommand::At("a".into())),
        Action::Talk(TalkCommand::Open),
        Action::Talk(TalkCommand::Start),
        Action::Talk(TalkCommand::AtOnce),
        Action::Quit,
    ];
    actions.extend(overlays.map(|overlay| Action::Overlay(Some(overlay))));
    actions
}

#[test]
fn a_visitor_looks_and_searches_and_nothing_leads_out() {
    let allowed = |action: &Action| {
        matches!(
            action,
            Action::View(_)
                | Action::Province(_)
                | Action::Topic(_)
                | Action::Search(_)
                | Action::OpenPhoto(_)
                | Action::NextPhoto
                | Action::PreviousPhoto
                | Action::Zoom(_)
                | Action::Lang(_)
                | Action::Still(_)
                | Action::Chart(_)
                | Action::Step(_)
                | Action::Year(_)
                | Action::Milestone(_)
                | Action::Sheet(_)
                | Action::Back
                | Action::Scroll(..)
                | Action::PlayYears(_)
                | Action::Licences(_)
                | Action::Home
                | Action::Overlay(Some(Overlay::Provinces | Overlay::Topics | Overlay::Whole))
        )
    };
    for action in actions() {
        let mut state = kiosk();
        tap(&mut state, 1.0);
        let before = state.clone();
        let effects = state.update(action.clone());
        if allowed(&action) {
            assert!(Mode::Kiosk.allows(&action), "{action:?}");
            continue;
        }
        assert_eq!(effects, [], "{action:?}");
        assert_eq!((&state.session, &state.settings), (&before.session, &before.settings), "{action:?}");
        assert_eq!((state.fullscreen, state.talk.phase), (true, before.talk.phase), "{action:?}");
        assert_eq!(state.notice(), None, "{action:?}");
    }
    // Nobody is there: nothing of a visit is possible.
    for action in actions().into_iter().filter(|action| !matches!(action, Action::Still(_))) {
        let mut state = kiosk();
        let before = state.session.clone();
        assert_eq!((state.update(action.clone()), &state.session), (Vec::new(), &before), "{action:?}");
    }
}

#[test]
fn only_the_languages_of_the_set_up_are_spoken() {
    let setup = KioskSetup { languages: vec![Lang::Bo, Lang::Zh], ..KioskSetup::default() };
    let mut state =
        State::begin(Pack::default(), Start { kiosk: Some(setup), lang: Some(Lang::En), ..Start::default() });
    assert_eq!(state.lang(), Lang::Bo);
    tap(&mut state, 1.0);
    state.update(Action::Lang(Lang::En));
    assert_eq!(state.lang(), Lang::Bo);
    assert_eq!(state.update(Action::Lang(Lang::Zh)), [], "nothing is kept for the next start");
    assert_eq!(state.lang(), Lang::Zh);
    assert_eq!(state.kiosk().and_then(|kiosk| kiosk.second_lang(Lang::Zh)), Some(Lang::Bo));
}

fn five_taps(state: &mut State, from: f64, step: f64) {
    for tap in 0..5_u8 {
        state.update(Action::Tick(from + step * f64::from(tap)));
        act(state, KioskCommand::StaffTap(Corner::TopRight));
    }
}

fn type_pin(state: &mut State) -> Vec<Effect> {
    (1..=6).flat_map(|digit| act(state, KioskCommand::PinDigit(digit))).collect()
}

#[test]
fn five_quick_taps_and_the_pin_lead_the_staff_in() {
    let mut state = kiosk();
    five_taps(&mut state, 10.0, 1.0);
    assert!(state.kiosk().expect("a kiosk").staff().is_none(), "too slow");
    five_taps(&mut state, 20.0, 0.5);
    assert!(matches!(state.kiosk().and_then(|kiosk| kiosk.staff()), Some(Staff::Pin(_))));
    assert_eq!(type_pin(&mut state), [Effect::CheckPin("123456".to_owned())]);
    act(&mut state, KioskCommand::PinChecked(PinAnswer::Wrong { left: 4 }));
    assert!(state.kiosk().expect("a kiosk").staff_page().is_none());
    // Nothing of the sheet works before the PIN was right.
    assert_eq!(act(&mut state, KioskCommand::Staff(StaffCommand::Leave)), []);
    assert_eq!(state.update(Action::PickPack), []);
    type_pin(&mut state);
    act(&mut state, KioskCommand::PinChecked(PinAnswer::Locked { seconds: 10 }));
    assert_eq!(type_pin(&mut state), [], "it is locked");
    wait(&mut state, 33.0);
    assert_eq!(type_pin(&mut state), [Effect::CheckPin("123456".to_owned())]);
    assert_eq!(act(&mut state, KioskCommand::PinChecked(PinAnswer::Right)), [Effect::Health, Effect::NoteTried]);
    assert_eq!(act(&mut state, KioskCommand::Staff(StaffCommand::Leave)), [Effect::LeaveKiosk]);
    let asked = act(&mut state, KioskCommand::Staff(StaffCommand::OtherPack { folder: true }));
    assert_eq!(asked, [Effect::Pick { folder: true }]);
    let pack = Pack::new(PackPlace::Folder("other".into()), Exhibition::default(), Vec::new(), |_file| false);
    let effects = state.update(Action::PackOpened(Box::new(pack)));
    assert!(matches!(&effects[..], [Effect::ForgetWidgets, Effect::PersistKiosk(text)] if text.contains("other")));
    assert_eq!((phase(&state), state.notice()), (Phase::Attract, None));
    assert_eq!(act(&mut state, KioskCommand::Staff(StaffCommand::Leave)), [], "the sheet closed");
}

#[test]
fn pad_and_sheet_close_by_themselves() {
    let mut state = kiosk();
    five_taps(&mut state, 10.0, 0.1);
    wait(&mut state, 31.0);
    assert!(state.kiosk().expect("a kiosk").staff().is_none());
    // An answer that comes too late opens nothing.
    act(&mut state, KioskCommand::PinChecked(PinAnswer::Right));
    assert!(state.kiosk().expect("a kiosk").staff().is_none());
}

#[test]
fn cleaning_ignores_every_touch_for_a_while() {
    let mut state = kiosk();
    five_taps(&mut state, 10.0, 0.1);
    type_pin(&mut state);
    act(&mut state, KioskCommand::PinChecked(PinAnswer::Right));
    act(&mut state, KioskCommand::Staff(StaffCommand::Clean));
    for second in 11..40 {
        tap(&mut state, f64::from(second));
        act(&mut state, KioskCommand::StaffTap(Corner::TopRight));
        assert!(matches!(phase(&state), Phase::Cleaning(_)) && state.kiosk().is_some_and(|k| k.staff().is_none()));
    }
    wait(&mut state, 41.0);
    assert_eq!(phase(&state), Phase::Attract);
}

#[test]
fn outside_the_hours_it_is_black_and_says_when_it_opens() {
    let mut state = kiosk();
    tap(&mut state, 1.0);
    act(&mut state, KioskCommand::Open(false, Some(TimeOfDay(540))));
    assert_eq!(phase(&state), Phase::Visit, "nobody is sent away");
    wait(&mut state, 62.0);
    assert_eq!(phase(&state), Phase::Closed(None));
    assert_eq!(state.next_deadline(), None, "a night costs nothing");
    tap(&mut state, 100.0);
    assert_eq!(
        (phase(&state), state.kiosk().and_then(Kiosk::opens)),
        (Phase::Closed(Some(100.0)), Some(TimeOfDay(540)))
    );
    wait(&mut state, 109.0);
    assert_eq!(phase(&state), Phase::Closed(None));
    // Said again, as after a restart.
    act(&mut state, KioskCommand::Open(false, Some(TimeOfDay(540))));
    assert_eq!(phase(&state), Phase::Closed(None));
    act(&mut state, KioskCommand::Open(true, None));
    assert_eq!(phase(&state), Phase::Attract);
}

/// An exhibition with so many pictures and milestones, and with or without charts.
fn exhibition(pictures: u32, milestones: usize, has_charts: bool) -> State {
    let whole: Exhibition = built_in().document().clone();
    let photo = |i| Photo { id: format!("p{i}").as_str().into(), ..whole.photos[0].clone() };
    let mut x = Exhibition { photos: (0..pictures).map(photo).collect(), ..whole.clone() };
    x.milestones.truncate(milestones);
    if !has_charts {
        (x.batches, x.totals, x.pairings) = (Vec::new(), Vec::new(), Vec::new());
    }
    State::showing(Pack::new(PackPlace::BuiltIn, x, Vec::new(), |_file| true))
}

#[test]
fn the_loop_shows_every_picture_once_and_never_two_of_another_kind_in_a_row_before() {
    for pictures in [0, 1, 2, 3, 20, 501] {
        for milestones in [0, 1, 4] {
            for has_charts in [false, true] {
                let state = exhibition(pictures, milestones, has_charts);
                let contents = super::attract::contents(&state);
                let is_picture = |content: &Shows| matches!(content, Shows::Photo(_));
                let name = format!("{pictures} pictures, {milestones} milestones, charts: {has_charts}");
                let shown = contents.iter().filter(|content| is_picture(content)).count();
                assert_eq!(shown, pictures as usize, "{name}");
                let last = contents.iter().rposition(is_picture).unwrap_or_default();
                let alone = contents[..last].windows(2).all(|two| two.iter().any(is_picture));
                assert!(alone, "{name}: {contents:?}");
                let others = contents.iter().filter(|content| !is_picture(content)).count();
                assert!(others >= milestones, "{name}");
                assert_eq!(contents.is_empty(), pictures == 0 && milestones == 0 && !has_charts, "{name}");
                // After all of them comes the whole, once, where there are pictures and something else.
                let turns = 0..=contents.len() as u64;
                let whole: Vec<u64> = turns.filter(|turn| super::attract::view_at(&state, *turn).whole).collect();
                let has_both = pictures > 0 && others > 0;
                assert_eq!(whole, if has_both { vec![contents.len() as u64] } else { vec![] }, "{name}");
            }
        }
    }
    assert!(super::attract::view_at(&State::default(), 7).shows.is_none());
}

#[test]
fn access_is_part_of_the_session() {
    assert_eq!(Session::default().access, super::Access::default());
    let mut state = kiosk();
    tap(&mut state, 1.0);
    act(&mut state, KioskCommand::Access(AccessChange::Sheet(true)));
    act(&mut state, KioskCommand::Access(AccessChange::LargeText(true)));
    act(&mut state, KioskCommand::Access(AccessChange::Contrast(true)));
    state.update(Action::Home);
    assert!(state.access().large_text && state.theme() == Theme::Contrast, "the start is no reset");
    act(&mut state, KioskCommand::Access(AccessChange::Back));
    assert_eq!((state.access().large_text, state.access().sheet, state.theme()), (false, true, Theme::Light));
}

#[test]
fn an_exhibition_that_cannot_be_opened_is_tried_again_every_minute_while_nobody_is_there() {
    let setup = KioskSetup { pack: Some("/share/one.vitrine".into()), ..KioskSetup::default() };
    let start = Start { kiosk: Some(setup), missing: true, ..Start::default() };
    let mut state = State::begin(Pack::default(), start);
    let tries = |effects: &[Effect]| effects.iter().filter(|effect| matches!(effect, Effect::OpenPath(_))).count();
    let tick = |state: &mut State, now: u32| state.update(Action::Tick(f64::from(now)));
    assert_eq!((0..60).map(|now| tries(&tick(&mut state, now))).sum::<usize>(), 0);
    assert_eq!((60..300).map(|now| tries(&tick(&mut state, now))).sum::<usize>(), 1, "not before its answer is there");
    let failed = || Action::PackFailed("/share/one.vitrine".into(), crate::model::OpenError::NoExhibition);
    state.update(failed());
    assert_eq!(state.notice(), None, "no visitor is told");
    assert_eq!((300..420).map(|now| tries(&tick(&mut state, now))).sum::<usize>(), 1);
    // Not while somebody looks.
    state.update(failed());
    for now in 420..900 {
        state.update(Action::Kiosk(KioskCommand::Touched(Touch::Press)));
        state.update(Action::Kiosk(KioskCommand::Touched(Touch::Release)));
        assert_eq!(tries(&tick(&mut state, now)), 0);
    }
    assert_eq!((900..1000).map(|now| tries(&tick(&mut state, now))).sum::<usize>(), 1);
    state.update(Action::PackOpened(Box::default()));
    assert_eq!((1000..1200).map(|now| tries(&tick(&mut state, now))).sum::<usize>(), 0);
}
