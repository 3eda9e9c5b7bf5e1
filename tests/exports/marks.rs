//! Marks become a drawing one by one: none is guessed from another, and none is lost.

use egui::{Color32, Context, Pos2, RawInput, Rect, pos2, vec2};
use vitrine::app::App;
use vitrine::export::drawing::{self, Page, PageTag};
use vitrine::model::{Lang, PhotoKey};
use vitrine::state::Theme;
use vitrine::ui::marks::{Line, Mark, Paint, Shape, Text, Tone, page};
use vitrine::ui::theme::{Role, colors, style};
use vitrine::ui::typeset::Label;

/// These marks on a page.
fn printed(marks: &[Mark]) -> Page {
    let ctx = Context::default();
    App::dress(&ctx);
    let (size, colors) = (vec2(400.0, 300.0), colors(Theme::Light));
    let input = RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)), ..RawInput::default() };
    let mut made = Page::default();
    let mut output = ctx.run_ui(input, |ui| made = page(ui.ctx(), size, (colors.bg, &colors), marks.to_vec()));
    output.textures_delta.clear();
    made
}

fn number(at: Pos2) -> Text {
    Text::new(&Label::new("622", style(Role::Note, Lang::En), Color32::BLACK), at)
}

#[test]
fn the_same_number_twice_side_by_side_is_printed_twice() {
    let page = printed(&[number(pos2(20.0, 20.0)).into(), number(pos2(24.0, 22.0)).into()]);
    assert_eq!(page.words().collect::<Vec<_>>(), ["622", "622"]);
    let halos = page.marks.iter().filter(|mark| matches!(mark, drawing::Mark::Text(text) if text.halo.is_some()));
    assert_eq!(halos.count(), 0, "neither is taken for the other's halo");
}

#[test]
fn a_text_with_a_halo_is_one_text() {
    let page = printed(&[number(pos2(20.0, 20.0)).halo(3.0, Color32::WHITE).into()]);
    let [drawing::Mark::Text(text)] = &page.marks[..] else { panic!("{:?}", page.marks) };
    assert_eq!(text.halo, Some((3.0, [255; 4])));
    assert_eq!(text.color, [0, 0, 0, 255]);
}

#[test]
fn every_kind_of_mark_is_on_paper() {
    let rect = Rect::from_min_size(pos2(10.0, 10.0), vec2(40.0, 20.0));
    let corners = vec![rect.left_top(), rect.right_top(), rect.left_bottom()];
    let line = || Line::new(2.0, Color32::RED);
    let fill = Color32::BLUE;
    let shapes: [Shape; 8] = [
        Shape::Rect { rect, radius: 3, fill },
        Shape::Frame { rect, radius: 3, line: line() },
        Shape::Polygon(corners.clone(), fill),
        Shape::Segments(vec![[rect.min, rect.max]], line()),
        Shape::Disc(rect.center(), 5.0, fill),
        Shape::Polyline(corners.clone(), line()),
        Shape::Ribbon { upper: corners.clone(), lower: corners, fill },
        Shape::Ring(rect.center(), 5.0, line()),
    ];
    for shape in shapes {
        let page = printed(&[shape.clone().into()]);
        assert!(matches!(page.marks[..], [drawing::Mark::Path(_)]), "{shape:?}");
    }
    let picture = printed(&[Mark::Picture { photo: PhotoKey::NONE, rect }]);
    let expected = drawing::Picture { photo: PhotoKey::NONE, min: [10.0, 10.0], max: [50.0, 30.0] };
    assert_eq!(picture.marks, [drawing::Mark::Picture(expected)]);
    let part = printed(&[PageTag::Title.into()]);
    assert_eq!(part.marks, [drawing::Mark::PageTag(PageTag::Title)]);
}

#[test]
fn what_is_chosen_or_set_back_has_another_colour_and_what_is_fixed_keeps_its_own() {
    let colors = colors(Theme::Light);
    let [chosen, faded] = [Tone { chosen: true, ..Tone::default() }, Tone { faded: 0.7, ..Tone::default() }];
    assert_eq!(Tone::default().color(Paint::Reported, &colors), colors.bar);
    assert_eq!(chosen.color(Paint::Reported, &colors), colors.accent);
    // A chosen figure that is worked out still does not look reported.
    let worked_out = [Paint::WorkedOut, Paint::OnBar, Paint::WorkedOutEdge].map(|ink| chosen.color(ink, &colors));
    assert_eq!(worked_out, [colors.calc, colors.text, colors.accent]);
    assert_eq!(chosen.color(Paint::Color(colors.dim), &colors), colors.dim);
    assert_ne!(faded.color(Paint::Color(colors.dim), &colors), colors.dim);
    assert_eq!(faded.color(Paint::Ground, &colors), colors.bg);
}
