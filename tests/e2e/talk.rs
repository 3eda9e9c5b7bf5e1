//! A talk from the first key to the last on two screens, and one that is cut off.

use std::cell::Cell;
use std::thread::sleep;
use std::time::Duration;

use crate::desk::{Desk, HALL, SIZE};

/// Where a window fills a screen: 0 for the laptop's, 1 for the hall's.
fn filling(screen: i32) -> [i32; 4] {
    let [width, height] = SIZE.map(i32::from);
    [screen * width, 0, width, height]
}

/// What is seen of a speaker's colours on a screen where nobody else may see anything of theirs, and on the speaker's own.
const NONE: f64 = 0.01;
const MUCH: f64 = 0.2;

/// Waits until each of the two windows fills its screen, and sees that nothing of the speaker's is on the audience's, not even
/// while they come.
fn stands(desk: &mut Desk, audience: u16) {
    let both = [filling(0), filling(1)];
    let most = Cell::new(0.0_f64);
    let stand = desk.comes(|desk| {
        most.set(most.get().max(desk.speakers_share(audience)));
        desk.windows() == both && desk.speakers_share(1 - audience) > MUCH
    });
    assert!(stand, "the windows: {:?}", desk.windows());
    assert!(most.get() < NONE, "{} of the audience's screen for a moment", most.get());
    keeps_quiet(desk, audience);
}

/// Nothing of the speaker's is on the audience's screen.
fn keeps_quiet(desk: &mut Desk, audience: u16) {
    let share = desk.speakers_share(audience);
    assert!(share < NONE, "{share} of the audience's screen");
    assert!(desk.is_alive(), "the program is still there");
}

/// Waits until a screen shows something else than before.
fn changes(desk: &mut Desk, screen: u16, before: &[[u8; 3]]) -> bool {
    desk.comes(|desk| desk.pixels(screen) != before)
}

#[test]
fn a_talk_on_two_screens_from_the_first_key_to_the_last() {
    let Some(mut desk) = Desk::set_up() else { return };
    desk.start(&[]);
    assert!(desk.comes(Desk::sees_pictures), "the wall is on the screen");
    desk.press(&["F5"]);
    assert!(desk.comes(|desk| desk.speakers_share(0) > MUCH), "the start sheet");
    desk.press(&["Return"]);
    stands(&mut desk, 1);

    let before = desk.pixels(1);
    desk.press(&["Next"]);
    assert!(changes(&mut desk, 1, &before), "the first move is seen");
    for moves in
        [["Next", "Right", "space"], ["Down", "n", "Next"], ["Return", "Prior", "Next"]].iter().cycle().take(13)
    {
        desk.press(moves);
        keeps_quiet(&mut desk, 1);
    }

    // Frozen, something is looked for; the audience sees nothing of it.
    desk.press(&["4", "Return"]);
    sleep(Duration::from_millis(700));
    let frozen = desk.pixels(1);
    desk.press(&["f", "slash"]);
    desk.xdotool(&["type", "--delay", "40", "Tianjin"]);
    desk.press(&["Return"]);
    sleep(Duration::from_millis(700));
    assert!(desk.pixels(1) == frozen, "the audience keeps its picture");
    desk.press(&["f"]);
    assert!(changes(&mut desk, 1, &frozen), "what was found is seen");
    keeps_quiet(&mut desk, 1);

    desk.press(&["b"]);
    assert!(desk.comes(|desk| desk.pixels(1).iter().all(|pixel| *pixel == [0; 3])), "black");
    desk.press(&["b"]);
    assert!(desk.comes(|desk| desk.pixels(1).iter().any(|pixel| *pixel != [0; 3])), "and back");

    // Swapped, and back.
    for audience in [0, 1] {
        desk.hold("s", Duration::from_millis(1300));
        stands(&mut desk, audience);
        desk.press(&["m", "Next"]);
        keeps_quiet(&mut desk, audience);
    }

    desk.unplug();
    assert!(desk.comes(|desk| desk.windows() == [filling(0)]), "the talk goes on here: {:?}", desk.windows());
    desk.press(&["Next", "m", "Next"]);
    desk.plug_in();
    stands(&mut desk, 1);

    desk.press(&["Escape", "Escape", "Escape", "F5", "shift+F5", "Tab", "alt+Tab", "F11", "Escape"]);
    stands(&mut desk, 1);
    desk.hold("q", Duration::from_millis(900));
    stands(&mut desk, 1);
    desk.hold("q", Duration::from_millis(2600));
    sleep(Duration::from_millis(300));
    keeps_quiet(&mut desk, 1);
    desk.press(&["Escape"]);
    assert!(desk.comes(|desk| desk.windows().len() == 1), "the talk is over: {:?}", desk.windows());
    assert!(desk.is_alive());
}

#[test]
fn after_a_power_cut_the_program_goes_on_where_the_talk_was() {
    let Some(mut desk) = Desk::set_up() else { return };
    let arguments = ["--present", "--screen", HALL];
    let kept =
        |desk: &Desk| std::fs::read_to_string(desk.home.path().join("state/vitrine/talk.json")).unwrap_or_default();
    desk.start(&arguments);
    stands(&mut desk, 1);
    desk.press(&["Next"; 4]);
    assert!(desk.comes(|desk| kept(desk).contains("\"stop\":4")), "{}", kept(&desk));
    sleep(Duration::from_secs(6));
    let shown = desk.pixels(1);
    desk.kill();
    assert!(desk.windows().is_empty(), "what is watched ends with its watcher");

    desk.start(&arguments);
    stands(&mut desk, 1);
    assert!(desk.comes(|desk| desk.pixels(1) == shown), "the same stop");
    let elapsed = |text: &str| text.split("\"elapsed_ms\":").nth(1)?.split(',').next()?.parse::<u64>().ok();
    let before = elapsed(&kept(&desk)).expect("a time");
    assert!(before >= 4000, "{before} ms");
    desk.press(&["Next"]);
    assert!(desk.comes(|desk| kept(desk).contains("\"stop\":5")), "{}", kept(&desk));
    assert!(elapsed(&kept(&desk)).expect("a time") >= before, "and the time goes on");
}
