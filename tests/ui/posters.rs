//! What the hall sees at each stop: posters that leave nothing out that must be said, on screens of any shape.

use egui::{Key, vec2};
use vitrine::model::{Lang, Shows};
use vitrine::state::Action;
use vitrine::state::talk::{Monitor, ScreenId, Spot, TalkCommand};
use vitrine::text::{self, Control, Say, Talk};

use crate::support::Visitor;

const SCREENS: [[f32; 2]; 3] = [[1920.0, 1080.0], [1440.0, 1080.0], [1080.0, 1920.0]];

fn command(visitor: &mut Visitor, command: TalkCommand) {
    visitor.apply(Action::Talk(command));
}

fn speaker(lang: Lang, screens: usize) -> Visitor {
    let mut visitor = Visitor::new(lang);
    let monitor = |i: i32| Monitor {
        id: ScreenId { name: format!("Screen {i}"), size: [1920, 1080] },
        position: [1920 * i, 0],
        number: 0,
    };
    command(&mut visitor, TalkCommand::Monitors((0..).map(monitor).take(screens).collect(), None));
    command(&mut visitor, TalkCommand::Open);
    command(&mut visitor, TalkCommand::Start);
    visitor
}

/// The hall at the first stop that shows such a thing.
fn hall(visitor: &mut Visitor, size: [f32; 2], is_wanted: impl Fn(&Shows) -> bool) -> Visitor {
    let stop = visitor.state().talk().stops.iter().find(|(_, stop)| is_wanted(&stop.shows)).map(|(key, _)| key);
    command(visitor, TalkCommand::Show(Spot::at(stop.expect("such a stop"))));
    visitor.in_the_hall(vec2(size[0], size[1]))
}

#[test]
fn a_caption_loses_whole_sentences_and_an_illustration_is_called_one() {
    for lang in Lang::ALL {
        let mut visitor = speaker(lang, 2);
        let stops: Vec<_> = visitor.state().talk().stops.iter().map(|(_, stop)| stop.shows.clone()).collect();
        for shows in stops {
            let Shows::Photo(id) = &shows else { continue };
            let caption = visitor.state().pack().exhibition.photo(id).expect("a picture").caption.clone();
            let caption = caption.resolve(lang).text.to_owned();
            let first = text::sentences(&caption).first().expect("a sentence").trim_end().to_owned();
            for size in SCREENS {
                let hall = hall(&mut visitor, size, |other| *other == shows);
                let shown = hall.names().into_iter().find(|name| name.starts_with(&first));
                let shown = shown.unwrap_or_else(|| panic!("{lang:?} {size:?} {id:?}: {:#?}", hall.names()));
                let parts = text::sentences(&caption);
                let is_whole = (1..=parts.len()).any(|count| parts[..count].concat().trim_end() == shown);
                assert!(is_whole, "{lang:?} {size:?} {id:?}: {shown}");
                assert!(hall.sees(&hall.say(Say::IllustrationNotPhotograph)), "{lang:?} {size:?} {id:?}");
            }
        }
    }
}

#[test]
fn a_number_keeps_its_word_its_unit_who_reported_it_and_what_another_report_says() {
    let is_number = |shows: &Shows| matches!(shows, Shows::Card(card) if card.statement.is_some());
    for (lang, number, other) in [
        (Lang::En, "nearly 12,000 people", "more than 12,000"),
        (Lang::Zh, "近 12,000 人", "超过 12,000"),
        (Lang::Bo, "12,000 ལ་ཉེ་བ", "12,000 ལྷག"),
    ] {
        let mut visitor = speaker(lang, 2);
        for size in SCREENS {
            let hall = hall(&mut visitor, size, is_number);
            let plain = |name: &String| name.replace('\u{2060}', "").replace('\u{a0}', " ").replace('\u{f0c}', "་");
            let names: Vec<String> = hall.names().iter().map(plain).collect();
            let sees = |words: &str| names.iter().any(|name| name.contains(words));
            assert!(sees(number) && sees("2024"), "{lang:?} {size:?}: {names:#?}");
            assert!(sees(other), "{lang:?} {size:?}: {names:#?}");
            assert!(sees(&hall.say(Say::WhoReported)) && sees(&hall.say(Say::ReportsDiffer)), "{lang:?} {size:?}");
        }
    }
}

#[test]
fn a_province_shows_a_picture_of_its_own_its_division_and_who_reported_its_figures() {
    let mut visitor = speaker(Lang::En, 2);
    for size in SCREENS {
        let hall = hall(&mut visitor, size, |shows| matches!(shows, Shows::Province(_)));
        assert!(hall.sees(&hall.say(Say::IllustrationNotPhotograph)), "{size:?}: a picture");
        for words in ["Lhasa", "1,021", "Xinhua Daily"] {
            assert!(hall.sees_containing(words), "{size:?} {words}: {:#?}", hall.names());
        }
    }
}

#[test]
fn on_the_only_screen_a_tap_in_a_corner_shows_controls() {
    let mut visitor = speaker(Lang::En, 1);
    assert!(visitor.state().talk().shows_audience_alone());
    let say = |control| text::say(Lang::En, Say::Talk(Talk::Control(control)));
    let [corner, black, lang] = [Control::More, Control::Black, Control::Lang].map(say);
    assert!(!visitor.sees(&black), "the hall sees no controls");
    visitor.click(&corner);
    visitor.click(&visitor.say(Say::Next));
    assert_eq!(visitor.state().talk().position(), 1);
    visitor.click(&lang);
    assert_eq!(visitor.state().lang(), Lang::Zh);
    visitor.click(&black);
    assert!(visitor.state().talk().cover.is_some());
    visitor.press(Key::B);
    visitor.click(&text::say(Lang::En, Say::Talk(Talk::NotesBeside)));
    assert!(!visitor.state().talk().shows_audience_alone(), "the notes are one tap away");
}

#[test]
fn the_closing_words_carry_the_citation_of_what_the_exhibition_starts_from() {
    let mut visitor = speaker(Lang::En, 2);
    let last = visitor.state().talk().stops.len() - 1;
    let stop = visitor.state().talk().stops.key(last).expect("a stop");
    command(&mut visitor, TalkCommand::Show(Spot::at(stop)));
    visitor.press(Key::PageDown);
    for size in SCREENS {
        let hall = visitor.in_the_hall(vec2(size[0], size[1]));
        assert!(hall.sees_containing("30 years"), "{:#?}", hall.names());
        assert!(hall.sees(&hall.say(Say::PhotographToKeep)) && hall.sees_containing("China Daily"));
    }
}
