//! The monitor of a kiosk is switched off and on, changes its size and its place: the same show is there again, where it should be.
//!
//! `KIOSK_OUTPUTS` says how often it is switched; a few times without it.

use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::desk::{Desk, HALL, OWN, SIZE};
use crate::kiosk::show_of;

/// How long the output stays off.
const OFF: Duration = Duration::from_millis(1500);

fn rounds() -> u32 {
    std::env::var("KIOSK_OUTPUTS").ok().and_then(|count| count.parse().ok()).unwrap_or(2)
}

fn at([x, y]: [i32; 2], [width, height]: [u16; 2]) -> Vec<[i32; 4]> {
    vec![[x, y, i32::from(width), i32::from(height)]]
}

/// A kiosk that stands on a screen.
fn kiosk_on(screen: &str, place: &[[i32; 4]]) -> Option<(Desk, u32)> {
    let mut desk = Desk::set_up()?;
    desk.start(&["kiosk", "--renderer", "cpu", "--screen", screen]);
    assert!(desk.comes(|desk| desk.windows() == place), "on {screen}: {:?}", desk.windows());
    let show = show_of(desk.program_id(), 0).expect("a show");
    Some((desk, show))
}

/// Waits until the window is at its place and has pictures; gives how long that took.
fn comes_to(desk: &mut Desk, place: &[[i32; 4]], what: &str) -> Duration {
    let begun = Instant::now();
    assert!(desk.comes(|desk| desk.windows() == place), "{what}: {:?} rather than {place:?}", desk.windows());
    begun.elapsed()
}

#[test]
fn a_second_screen_that_is_switched_off_and_on_has_the_kiosk_again() {
    let right = [i32::from(SIZE[0]), 0];
    let Some((mut desk, show)) = kiosk_on(HALL, &at(right, SIZE)) else { return };
    let mut worst = Duration::ZERO;
    for round in 0..rounds() {
        desk.unplug();
        comes_to(&mut desk, &at([0, 0], SIZE), &format!("{round}: the screen that is left"));
        sleep(OFF);
        desk.plug_in();
        worst = worst.max(comes_to(&mut desk, &at(right, SIZE), &format!("{round}: the screen that is back")));
    }
    // The screens change their places, and the size of the kiosk's one.
    desk.xrandr(&["--output", HALL, "--left-of", OWN]);
    worst = worst.max(comes_to(&mut desk, &at([0, 0], SIZE), "moved"));
    desk.xrandr(&["--output", HALL, "--mode", "small", "--pos", "0x0", "--output", OWN, "--pos", "1024x0"]);
    worst = worst.max(comes_to(&mut desk, &at([0, 0], [1024, 768]), "smaller"));
    desk.xrandr(&["--output", HALL, "--mode", "hd", "--pos", "0x0", "--output", OWN, "--pos", "1280x0"]);
    worst = worst.max(comes_to(&mut desk, &at([0, 0], SIZE), "larger"));
    eprintln!("at its place within {worst:?}");
    assert_eq!(show_of(desk.program_id(), 0), Some(show), "the same show");
}

#[test]
fn the_only_screen_that_is_switched_off_and_on_has_the_kiosk_again() {
    let Some((mut desk, show)) = kiosk_on(OWN, &at([0, 0], SIZE)) else { return };
    desk.unplug();
    let mut worst = Duration::ZERO;
    for round in 0..rounds() {
        desk.xrandr(&["--output", OWN, "--off"]);
        sleep(OFF);
        assert!(desk.is_alive(), "{round}: without any screen");
        desk.xrandr(&["--output", OWN, "--mode", "hd", "--pos", "0x0", "--primary"]);
        worst = worst.max(comes_to(&mut desk, &at([0, 0], SIZE), &format!("{round}: back")));
        assert!(desk.comes(Desk::sees_pictures), "{round}: pictures");
    }
    eprintln!("at its place within {worst:?}");
    assert_eq!(show_of(desk.program_id(), 0), Some(show), "the same show");
}
