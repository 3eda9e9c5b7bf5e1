//! Texts as people have them, set in every script and length.

use std::time::Duration;

use cpu_time::ThreadTime;
use egui::{Color32, Context, RawInput, Rect, pos2, vec2};
use vitrine::app::App;
use vitrine::model::Lang;
use vitrine::ui::theme::{Role, style};
use vitrine::ui::typeset::Label;

/// Sets something in a frame of a window.
fn in_a_frame<T>(mut then: impl FnMut(&egui::Ui) -> T) -> T {
    let ctx = Context::default();
    App::dress(&ctx);
    let input =
        RawInput { screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 800.0))), ..RawInput::default() };
    let mut made = None;
    let mut output = ctx.run_ui(input, |ui| made = Some(then(ui)));
    output.textures_delta.clear();
    made.expect("a frame")
}

const TIBETAN: &str = "རྒྱལ་པོ་ཁྲི་སྲོང་ལྡེའུ་བཙན། བསྒྲུབས་པའི་སློབ་གྲྭ་ཆེན་མོ། ཧྲཱི་ཀྵྨྱ";

#[test]
fn tibetan_has_room_for_its_stacks_in_every_interface_and_role() {
    const ROLES: [Role; 7] =
        [Role::Heading, Role::CardHeading, Role::Title, Role::Caption, Role::Body, Role::Label, Role::Note];
    in_a_frame(|ui| {
        for role in ROLES {
            for lang in Lang::ALL {
                let size = |text: &str| Label::new(text, style(role, lang), Color32::BLACK).width(300.0).size(ui.ctx());
                let own = Label::new(TIBETAN, style(role, Lang::Bo), Color32::BLACK).width(300.0).size(ui.ctx());
                assert_eq!(size(TIBETAN), own, "{role:?} {lang:?}");
                // Some words of it among others lift the lines they stand on.
                for text in ["Songtsen Gampo (སྲོང་བཙན)", "松赞干布（སྲོང་བཙན）"]
                {
                    let label = Label::new(text, style(role, lang), Color32::BLACK);
                    let tibetan = style(role, Lang::Bo);
                    assert!(label.line() >= 1.7 * tibetan.font.size * 0.9, "{role:?} {lang:?}: {}", label.line());
                }
            }
        }
    });
}

#[test]
fn a_text_costs_by_its_length_in_every_script() {
    let texts = [
        "a".repeat(20_000),
        "对口支援西藏".repeat(3_400),
        "བོད་ལྗོངས་".repeat(2_000),
        "ཀ".repeat(20_000),
        "word ".repeat(4_000),
    ];
    for text in &texts {
        let begun = ThreadTime::now();
        let height = in_a_frame(|ui| {
            let label = Label::new(text, style(Role::Body, Lang::En), Color32::BLACK).width(640.0);
            label.paint(ui, pos2(0.0, -2_000.0));
            label.size(ui.ctx()).y
        });
        assert!(height > 1_000.0, "all of it has its room: {height}");
        let start: String = text.chars().take(4).collect();
        assert!(begun.elapsed() < Duration::from_secs(5), "{start}…: {:?}", begun.elapsed());
    }
}

#[test]
fn a_hundred_long_texts_are_measured_once_and_drawn_where_they_are_seen() {
    let texts: Vec<String> = (0..100).map(|i| format!("{i} {}", "对口支援 བོད་ལྗོངས་ and words ".repeat(430))).collect();
    let begun = ThreadTime::now();
    let drawn = in_a_frame(|ui| {
        let mut top = 0.0;
        for text in &texts {
            let label = Label::new(text, style(Role::Body, Lang::Zh), Color32::BLACK).width(640.0);
            top = label.paint(ui, pos2(0.0, top)).bottom();
        }
        top
    });
    assert!(drawn > 100_000.0);
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}
