//! Whether texts fit where they are seen: a picture's title beside its caption, and its caption in a hall.

mod captions;

use egui::{Color32, Vec2, vec2};

pub use captions::{CutCaption, cut_captions};

use super::fonts::{FindFont, definitions};
use super::theme::{self, Role, distance};
use super::typeset::{lines_at, style_of};
use super::{Layout, viewer};
use crate::model::{Lang, SeenSize};
use crate::state::{Distance, KioskSetup};

/// The lines of a title that leave its caption room.
pub const TITLE_LINES: usize = 3;
/// Shorter titles, in bytes, need no measuring.
pub const SHORT_TITLE: usize = 24;
/// The pixels of a millimetre of a touch screen of 43 inches, and of a wall of six metres.
const KIOSK_MM: f32 = 2.0;
const WALL_MM: f32 = 0.64;

/// Each size, and the width in points that a title has beside or under its picture.
fn places() -> [(SeenSize, f32); 3] {
    let (wide, upright, wall) = (vec2(1920.0, 1080.0), vec2(1080.0, 1920.0), vec2(3840.0, 2160.0));
    let of = |pixels: Vec2, zoom: f32| viewer::caption_width(&Layout::of(pixels / zoom));
    let large = distance::zoom(upright, Distance::Kiosk, KIOSK_MM).max(distance::large_zoom(
        upright,
        KioskSetup::default().eyes_mm,
        KIOSK_MM,
    ));
    [
        (SeenSize::Kiosk, of(wide, distance::zoom(wide, Distance::Kiosk, KIOSK_MM))),
        (SeenSize::LargeText, of(upright, large)),
        (SeenSize::Wall, of(wall, distance::zoom(wall, Distance::Wall, WALL_MM))),
    ]
}

/// Tells of a title in a language at which size it takes more lines than it may, and how many: where it takes most. Loads the
/// fonts; for checking a pack, not for drawing.
pub fn long_title(find: FindFont<'_>) -> impl FnMut(Lang, &str) -> Option<(SeenSize, usize)> + use<> {
    let mut fonts = egui::epaint::text::Fonts::new(egui::epaint::TextOptions::default(), definitions(find));
    let places = places();
    move |lang, title| {
        let style = theme::style(Role::Heading, lang);
        let style = style_of(title, &style).into_owned();
        let mut view = fonts.with_pixels_per_point(1.0);
        let mut measure =
            |part: &str| view.layout_no_wrap(part.to_owned(), style.font.clone(), Color32::BLACK).size().x;
        let whole = measure(title);
        let lines = places.map(|(at, width)| {
            // What is far shorter needs no breaking.
            let lines = if whole <= 2.0 * width { 1 } else { lines_at(title, width, &mut measure) };
            (at, lines)
        });
        lines.into_iter().filter(|(_, lines)| *lines > TITLE_LINES).max_by_key(|(_, lines)| *lines)
    }
}

#[cfg(test)]
mod tests {
    use super::{TITLE_LINES, long_title, places};
    use crate::model::{Lang, SeenSize};
    use crate::ui::fonts;

    #[test]
    fn a_title_that_pushes_its_caption_away_is_named_with_its_lines() {
        if !fonts::are_bundled() {
            return;
        }
        let mut long = long_title(&|_, _| None);
        for (lang, title) in
            [(Lang::En, "Two teachers, one lesson"), (Lang::Zh, "两位老师，一堂课"), (Lang::Bo, "དགེ་རྒན་གཉིས། སློབ་ཚན་གཅིག")]
        {
            assert_eq!(long(lang, title), None, "{title}");
        }
        for (lang, title) in [
            (Lang::En, "Two teachers, one lesson "),
            (Lang::Zh, "两位老师，一堂课"),
            (Lang::Bo, "དགེ་རྒན་གཉིས། སློབ་ཚན་གཅིག"),
        ] {
            let (at, lines) = long(lang, title.repeat(8).trim_end()).expect("it is long");
            assert!(lines > TITLE_LINES && at != SeenSize::Kiosk, "{at:?} {lines}");
        }
        assert!(places().iter().all(|(_, width)| *width > 200.0), "{:?}", places());
    }
}
