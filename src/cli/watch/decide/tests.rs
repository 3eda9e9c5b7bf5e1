//! A watcher against shows that do as they please.

use proptest::prelude::*;

use super::*;

/// A look takes a quarter of a second.
const LOOK: Duration = Duration::from_millis(250);

/// What a show does in its life.
#[derive(Clone, Copy, Debug)]
enum Life {
    /// Ends by itself after so many looks.
    Crashes(u32),
    /// Draws for so many looks, then stands still, and ends once killed.
    Stalls(u32),
    /// Draws on, but its attract loop stands still after so many looks.
    Repeats(u32),
    /// Ends as somebody wished.
    Leaves(u32),
    /// Finds no screen to show anything on.
    Unseen,
    /// Lives.
    Lives,
}

/// A world with one watcher.
struct World {
    watch: Watch,
    now: Duration,
    lives: Vec<Life>,
    /// The show that runs, and its age in looks.
    show: Option<(Life, u32)>,
    slide: bool,
    starts: Vec<Duration>,
    failures: Vec<Duration>,
    over: Option<bool>,
    /// Since when nothing has been on the screen and nobody has been about to change that.
    dark: Duration,
}

impl World {
    fn new(policy: Policy, mut lives: Vec<Life>) -> Self {
        lives.reverse();
        let (watch, step) = Watch::begin(policy);
        let mut world = Self {
            watch,
            now: Duration::ZERO,
            lives,
            show: None,
            slide: false,
            starts: Vec::new(),
            failures: Vec::new(),
            over: None,
            dark: Duration::ZERO,
        };
        world.carry_out(vec![step]);
        world
    }

    fn carry_out(&mut self, steps: Vec<Step>) {
        for step in steps {
            assert_eq!(self.over, None, "nothing follows the end: {step:?}");
            match step {
                Step::Start => {
                    assert!(self.show.is_none(), "never two shows at once");
                    self.show = Some((self.lives.pop().unwrap_or(Life::Lives), 0));
                    self.starts.push(self.now);
                }
                Step::Terminate | Step::Kill => self.show_ends(false),
                Step::ShowSlide => self.slide = true,
                Step::HideSlide => {
                    assert!(self.slide);
                    self.slide = false;
                }
                Step::Note(RestartReason::Planned) | Step::Ready => {}
                Step::Note(_) => self.failures.push(self.now),
                Step::Finish { is_well } => self.over = Some(is_well),
            }
        }
    }

    fn send(&mut self, event: Event) {
        let steps = self.watch.on(event, self.now);
        self.carry_out(steps);
    }

    fn show_ends(&mut self, was_wished: bool) {
        if self.show.take().is_some() {
            self.send(Event::Ended { was_wished });
        }
    }

    fn look(&mut self) {
        self.now += LOOK;
        if let Some((life, age)) = self.show.as_mut().map(|(life, age)| {
            *age += 1;
            (*life, *age)
        }) {
            let second = u64::from(age / 4);
            let alive = |contents: u64| Event::Alive { frames: second + 1, contents: Some(contents) };
            match life {
                Life::Crashes(at) | Life::Leaves(at) if age >= at => self.show_ends(matches!(life, Life::Leaves(_))),
                Life::Stalls(at) if age >= at => {}
                Life::Unseen => {
                    self.show = None;
                    self.send(Event::NoScreen);
                }
                Life::Repeats(at) if age >= at => self.send(alive(u64::from(at / 48))),
                Life::Crashes(_) | Life::Leaves(_) | Life::Stalls(_) | Life::Repeats(_) | Life::Lives => {
                    self.send(alive(second / 12));
                }
            }
        }
        if self.show.is_none() && self.over.is_none() {
            // A watcher that has none hears it at every look.
            self.send(Event::Ended { was_wished: false });
        }
        if self.over.is_none() {
            self.send(Event::Time);
        }
        if self.show.is_some() || self.slide || self.over.is_some() {
            self.dark = self.now;
        }
        assert!(self.now.saturating_sub(self.dark) <= Duration::from_secs(5), "dark for more than five seconds");
        assert_eq!(self.show.is_some() && self.over.is_none(), self.watch.shows());
    }

    fn run(&mut self, time: Duration) {
        let until = self.now + time;
        while self.now < until && self.over.is_none() {
            self.look();
        }
    }
}

fn life() -> impl Strategy<Value = Life> {
    prop_oneof![
        (1..4000u32).prop_map(Life::Crashes),
        (1..40u32).prop_map(Life::Crashes),
        (1..4000u32).prop_map(Life::Stalls),
        (1..4000u32).prop_map(Life::Repeats),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_a_show_does_something_is_on_the_screen(lives in proptest::collection::vec(life(), 0..30)) {
        let mut world = World::new(Policy::KIOSK, lives);
        world.run(Duration::from_hours(8));
        prop_assert_eq!(world.over, None, "a kiosk never gives up");
        // At most three failures within ten minutes without the slide between them, and then only as often as it is tried again.
        for window in world.failures.windows(4) {
            prop_assert!(window[3].saturating_sub(window[0]) >= Duration::from_mins(1), "{:?}", window);
        }
    }

    #[test]
    fn a_watcher_that_is_asked_ends_with_its_show(lives in proptest::collection::vec(life(), 0..9), at in 0u64..3600) {
        let mut world = World::new(Policy::KIOSK, lives);
        world.run(Duration::from_secs(at));
        world.send(Event::Asked);
        world.run(Duration::from_secs(10));
        prop_assert_eq!((world.over, world.show.is_none(), world.slide), (Some(true), true, false));
    }
}

#[test]
fn a_stall_of_ten_seconds_brings_a_new_show_within_five() {
    let mut world = World::new(Policy::KIOSK, vec![Life::Stalls(400)]);
    world.run(Duration::from_mins(5));
    assert_eq!(world.starts.len(), 2);
    // The last new frame.
    let stalled = Duration::from_secs(99);
    assert!((stalled + Duration::from_secs(10)..stalled + Duration::from_secs(15)).contains(&world.starts[1]));
    let mut world = World::new(Policy::KIOSK, vec![Life::Repeats(400)]);
    world.run(Duration::from_mins(5));
    assert_eq!(world.starts.len(), 2, "frames alone are no proof of life");
}

#[test]
fn after_three_failures_the_slide_comes_and_the_show_is_tried_ever_more_seldom() {
    let mut world = World::new(Policy::KIOSK, vec![Life::Crashes(4); 8]);
    world.run(Duration::from_secs(10));
    assert!(world.slide && world.starts.len() == 3);
    world.run(Duration::from_hours(5));
    assert!(!world.slide, "the ninth lives");
    let waits: Vec<u64> =
        world.starts.windows(2).skip(2).map(|pair| pair[1].saturating_sub(pair[0]).as_secs() / 60).collect();
    assert_eq!(waits, [1, 5, 15, 60, 60, 60]);
}

#[test]
fn a_watcher_whose_screen_is_gone_ends_and_one_that_finds_it_again_stays() {
    let mut world = World::new(Policy::KIOSK, vec![Life::Crashes(40), Life::Unseen, Life::Unseen, Life::Unseen]);
    world.run(Duration::from_mins(1));
    assert_eq!((world.over, world.starts.len(), world.slide), (Some(false), 4, false));
    let mut world = World::new(Policy::KIOSK, vec![Life::Unseen, Life::Unseen, Life::Crashes(40), Life::Unseen]);
    world.run(Duration::from_mins(10));
    assert_eq!(world.over, None);
}

#[test]
fn where_not_even_the_slide_can_be_shown_the_show_is_tried_soon() {
    let mut world = World::new(Policy::KIOSK, vec![Life::Crashes(1); 3]);
    world.run(Duration::from_secs(5));
    assert!(world.slide && world.starts.len() == 3);
    world.send(Event::SlideEnded);
    world.run(Duration::from_secs(5));
    assert_eq!((world.starts.len(), world.slide), (4, false));
}

#[test]
fn what_ends_as_wished_stays_ended_and_a_planned_start_is_no_failure() {
    let mut world = World::new(Policy::KIOSK, vec![Life::Leaves(40)]);
    world.run(Duration::from_mins(1));
    assert_eq!((world.over, world.starts.len()), (Some(true), 1));
    let mut world = World::new(Policy::KIOSK, Vec::new());
    for _ in 0..5 {
        world.run(Duration::from_secs(20));
        world.send(Event::Closing);
    }
    world.run(Duration::from_secs(20));
    assert_eq!((world.starts.len(), world.failures.len(), world.slide), (6, 0, false));
    let mut world = World::new(Policy { lasts: Some(Duration::from_mins(5)), ..Policy::KIOSK }, vec![Life::Crashes(9)]);
    world.run(Duration::from_mins(6));
    assert_eq!((world.over, world.now.as_secs() / 60), (Some(true), 5));
}

#[test]
fn a_talk_that_crashes_at_once_four_times_is_given_up() {
    let mut world = World::new(Policy::TALK, vec![Life::Crashes(2); 4]);
    world.run(Duration::from_mins(1));
    assert_eq!((world.over, world.starts.len()), (Some(false), 4));
    let mut world = World::new(Policy::TALK, vec![Life::Crashes(100); 9]);
    world.run(Duration::from_mins(30));
    assert_eq!((world.over, world.starts.len()), (None, 10), "a crash now and then does not end a talk");
}

#[test]
fn a_watcher_that_was_held_itself_blames_nobody() {
    let mut world = World::new(Policy::KIOSK, Vec::new());
    world.run(Duration::from_secs(30));
    world.now += Duration::from_mins(10);
    world.dark = world.now;
    world.run(Duration::from_secs(30));
    assert_eq!(world.starts.len(), 1);
}

#[test]
fn a_process_that_cannot_be_ended_is_left_behind() {
    let (mut watch, _) = Watch::begin(Policy::KIOSK);
    let mut steps = Vec::new();
    for second in 1..90 {
        steps.extend(watch.on(Event::Time, Duration::from_secs(second)));
    }
    assert_eq!(steps, [Step::Kill, Step::Note(RestartReason::NoFrame), Step::Start]);
}

#[test]
fn an_output_that_is_off_is_no_stall_and_a_stall_after_it_is_one() {
    for begins in [false, true] {
        let (mut watch, _) = Watch::begin(Policy::KIOSK);
        let secs = |secs: u64| Duration::from_secs(secs);
        if begins {
            watch.on(Event::Alive { frames: 10, contents: Some(3) }, secs(1));
        }
        // A night without a frame, in which the show says every two seconds that it waits.
        for now in (2..30_000).step_by(2) {
            let steps = watch.on(Event::Waits, secs(now));
            assert!(steps.iter().all(|step| *step == Step::Ready), "{now}: {steps:?}");
            assert_eq!(watch.on(Event::Time, secs(now) + LOOK), [], "{now}");
        }
        // In the morning the same content may still be there for a while.
        assert_eq!(watch.on(Event::Alive { frames: 11, contents: Some(3) }, secs(30_001)), []);
        for now in 30_002..30_010 {
            assert_eq!(watch.on(Event::Time, secs(now)), [], "{now}");
        }
        // Whoever says nothing at all stands still.
        let steps: Vec<Step> = (30_010..30_014).flat_map(|now| watch.on(Event::Time, secs(now))).collect();
        assert_eq!(steps, [Step::Kill], "{begins}");
    }
}
