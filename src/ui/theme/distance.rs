//! The zoom of everything, by viewing distance.

use egui::{Context, Id, Vec2};

use super::measure;
use crate::state::Distance;

/// The screen of the design, in points; turned for portrait.
const DESIGN: [f32; 2] = [1920.0, 1080.0];
/// The smallest size at which the views are legible, in points: of a wide window and of an upright one.
const LEAST: [Vec2; 2] = [Vec2::new(880.0, 540.0), Vec2::new(550.0, 860.0)];
/// The size of running text, in points.
const BODY: f32 = 20.0;
/// On a kiosk the main touch targets have 20 mm, the others at least 15; text is read from a metre, and a two-hundredth of that
/// high.
const MAIN_MM: f32 = 20.0;
const TARGET_MM: f32 = 15.0;
const NEAR_TEXT_MM: f32 = 1000.0 / 200.0;
/// On a wall it is read from four metres.
const FAR_TEXT_MM: f32 = 4000.0 / 200.0;
/// In a room and on a wall, text has this share of the screen's height; on an upright screen, of its width.
const TEXT_SHARE: f32 = 0.035;

/// The smallest size at which the views are legible in large text, in points: of a wide window and of an upright one.
const LEAST_LARGE: [Vec2; 2] = [Vec2::new(640.0, 360.0), Vec2::new(360.0, 640.0)];
/// The share of a size that capitals are high.
const CAPITALS: f32 = 0.66;
/// How high they are in large text at least, seen from where the eyes are: the tangent of 0.7 degrees (EN 301 549, 5.1.4).
const LARGE: f32 = 0.012_218;

/// The size of large text in the system's points, for eyes at a distance in millimetres.
#[must_use]
pub fn large_text(eyes_mm: u32, points_per_mm: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a few metres")]
    let eyes = eyes_mm as f32;
    eyes * LARGE / CAPITALS * points_per_mm
}

/// The zoom in large text, for a window in system points.
#[must_use]
pub fn large_zoom(window: Vec2, eyes_mm: u32, points_per_mm: f32) -> f32 {
    let asked = (large_text(eyes_mm, points_per_mm) / BODY * 16.0).ceil() / 16.0;
    let least = LEAST_LARGE[usize::from(window.y > window.x)];
    let most = ((window / least).min_elem() * 16.0).floor() / 16.0;
    asked.min(most).max(1.0)
}

/// The zoom: system points per point of ours, for a window in system points.
#[must_use]
pub fn zoom(window: Vec2, distance: Distance, points_per_mm: f32) -> f32 {
    let [long, short] = DESIGN;
    let (width, height) = if window.x >= window.y { (long, short) } else { (short, long) };
    // In steps, so that resizing a window does not lay out all text again for every pixel.
    let as_designed = ((window.x / width).min(window.y / height).max(1.0) * 8.0).floor() / 8.0;
    let of_screen = TEXT_SHARE * window.min_elem() / BODY;
    let asked = match distance {
        Distance::Desk => 1.0,
        Distance::Kiosk => {
            let [main, target, text] = [MAIN_MM / measure::BUTTON, TARGET_MM / measure::TARGET, NEAR_TEXT_MM / BODY]
                .map(|of| of * points_per_mm);
            main.max(target).max(text)
        }
        Distance::Projector => of_screen,
        Distance::Wall => of_screen.max(FAR_TEXT_MM * points_per_mm / BODY),
    };
    let least = LEAST[usize::from(window.y > window.x)];
    let most = ((window / least).min_elem() * 16.0).floor() / 16.0;
    let asked = ((asked * 16.0).ceil() / 16.0).min(most.max(1.0));
    as_designed.max(asked)
}

/// Records the zoom of this frame.
pub fn set_zoom(ctx: &Context, zoom: f32) {
    ctx.data_mut(|d| d.insert_temp(Id::unique("zoom"), zoom));
}

/// The zoom of this frame.
#[must_use]
pub fn zoom_of(ctx: &Context) -> f32 {
    ctx.data_mut(|d| d.get_temp(Id::unique("zoom"))).unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::USUAL_POINTS_PER_MM;
    use egui::vec2;

    const SCREENS: [Vec2; 5] =
        [vec2(1280.0, 800.0), vec2(1366.0, 768.0), vec2(1920.0, 1080.0), vec2(1080.0, 1920.0), vec2(3840.0, 2160.0)];

    #[test]
    fn text_in_a_room_has_its_share_of_the_screen() {
        for screen in SCREENS {
            for distance in [Distance::Projector, Distance::Wall] {
                let zoom = zoom(screen, distance, USUAL_POINTS_PER_MM);
                assert!(BODY * zoom >= 0.035 * screen.min_elem(), "{screen:?} {distance:?}: {zoom}");
            }
        }
    }

    #[test]
    fn a_finger_has_room_on_a_kiosk() {
        for (screen, points_per_mm) in [(SCREENS[2], 3.6), (SCREENS[2], 2.7), (SCREENS[3], 3.6), (SCREENS[4], 6.0)] {
            let zoom = zoom(screen, Distance::Kiosk, points_per_mm);
            assert!(measure::BUTTON * zoom / points_per_mm >= 20.0, "{screen:?}: {zoom}");
            assert!(measure::TARGET * zoom / points_per_mm >= 15.0, "{screen:?}: {zoom}");
            assert!(BODY * zoom / points_per_mm >= 5.0, "{screen:?}: {zoom}");
        }
    }

    #[test]
    fn a_desk_is_as_designed_and_nothing_makes_the_room_too_small() {
        for screen in SCREENS {
            for distance in Distance::ALL {
                for points_per_mm in [0.2, USUAL_POINTS_PER_MM, 20.0] {
                    let zoom = zoom(screen, distance, points_per_mm);
                    let area = screen / zoom;
                    assert!(zoom >= 1.0 && area.min_elem() >= 540.0, "{screen:?} {distance:?}: {area:?}");
                }
            }
        }
        assert!((zoom(vec2(1920.0, 1080.0), Distance::Desk, 20.0) - 1.0).abs() < f32::EPSILON);
    }
}
