//! A QR code: the citation of a report, and its address where there is one, for a visitor's phone.

use std::sync::Arc;

use egui::accesskit::Role as Access;
use egui::{Context, CornerRadius, Id, Mesh, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use qrcodegen::{QrCode, QrCodeEcc};

use crate::ui::Cx;
use crate::ui::marks::{self, Mark};
use crate::ui::theme::{CODE, measure};

/// The light margin that a reader needs on each side, in modules.
const QUIET_MODULES: i32 = 4;
/// The least side of a module, in points: about a millimetre on a desktop screen, five pixels of a phone's camera at arm's
/// length.
const LEAST_MODULE: f32 = 4.0;

/// Pixels per point of paper, which has none: fine enough for any size.
const PAPER: f32 = 64.0;
/// The outline of the ground: no part of the light margin.
const RIM: f32 = 2.0;

/// The least side of a code of this text, in points, so that a phone reads it at arm's length.
pub fn least_side(ctx: &Context, text: &str) -> f32 {
    encoded(ctx, text).map_or(0.0, |code| points(code.size() + 2 * QUIET_MODULES) * LEAST_MODULE + 2.0 * RIM)
}

/// Draws the code of a text into a square. Nothing is drawn where the text is too long for a code.
pub fn code_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, text: &str, name: &str) {
    if paint(ui, cx, area, text) {
        let response = ui.interact(area, Id::unique("source code"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Access::Image, true, name));
    }
}

/// Paints the code of a text into a square; false where the text is too long for a code.
pub fn paint(ui: &Ui, cx: &Cx<'_>, area: Rect, text: &str) -> bool {
    let Some(code) = encoded(ui.ctx(), text) else { return false };
    let [ground, dark] = CODE;
    let radius = CornerRadius::same(measure::RADIUS_BUTTON);
    ui.painter().rect_filled(area, radius, ground);
    ui.painter().rect_stroke(area, radius, Stroke::new(measure::RULE, cx.colors.line), StrokeKind::Inside);
    let mut mesh = Mesh::default();
    for module in modules(&code, area.shrink(RIM), ui.ctx().pixels_per_point()) {
        mesh.add_colored_rect(module, dark);
    }
    ui.painter().add(Shape::mesh(mesh));
    true
}

/// The marks of the code of a text in a square, for paper; none where the text is too long for a code.
#[must_use]
pub fn marks(area: Rect, text: &str) -> Vec<Mark> {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return Vec::new() };
    let [ground, dark] = CODE;
    let frame = marks::Shape::Rect { rect: area, radius: 0, fill: ground };
    let runs = modules(&code, area, PAPER).into_iter().map(|rect| marks::Shape::Rect { rect, radius: 0, fill: dark });
    std::iter::once(frame).chain(runs).map(Into::into).collect()
}

/// The dark runs of a code, on whole pixels of the screen, so that a camera sees sharp edges.
fn modules(code: &QrCode, area: Rect, pixels_per_point: f32) -> Vec<Rect> {
    let across = code.size() + 2 * QUIET_MODULES;
    let pixel = 1.0 / pixels_per_point;
    let unit = ((area.width() * pixels_per_point / points(across)).floor()).max(1.0) * pixel;
    let whole = |v: f32| (v * pixels_per_point).round() * pixel;
    let corner = area.center() - vec2(1.0, 1.0) * (unit * points(across) / 2.0);
    let origin = pos2(whole(corner.x), whole(corner.y)) + vec2(1.0, 1.0) * (unit * points(QUIET_MODULES));
    let at = |x: i32, y: i32| -> Pos2 { origin + vec2(points(x), points(y)) * unit };
    let mut runs = Vec::new();
    for y in 0..code.size() {
        let mut from = None;
        for x in 0..=code.size() {
            match (code.get_module(x, y), from) {
                (true, None) => from = Some(x),
                (false, Some(first)) => {
                    runs.push(Rect::from_min_max(at(first, y), at(x, y + 1)));
                    from = None;
                }
                _ => {}
            }
        }
    }
    runs
}

#[expect(clippy::cast_precision_loss, reason = "a code has at most 177 modules a side")]
fn points(modules: i32) -> f32 {
    modules as f32
}

/// The code of a text, cached while it is shown.
fn encoded(ctx: &Context, text: &str) -> Option<Arc<QrCode>> {
    type Last = Option<(String, Option<Arc<QrCode>>)>;
    let id = Id::unique("last source code");
    if let Some((last, code)) = ctx.data_mut(|d| d.get_temp_mut_or_default::<Last>(id).clone())
        && last == text
    {
        return code;
    }
    // A screen does not wear: the fewest modules, and among those the most correction that fits.
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok().map(Arc::new);
    ctx.data_mut(|d| d.insert_temp::<Last>(id, Some((text.to_owned(), code.clone()))));
    code
}

#[cfg(test)]
mod tests {
    use super::{QUIET_MODULES, modules, points};
    use egui::{Rect, pos2, vec2};
    use qrcodegen::{QrCode, QrCodeEcc};

    #[test]
    fn the_code_keeps_its_quiet_zone_and_lies_on_whole_pixels() {
        let area = Rect::from_min_size(pos2(101.3, 57.7), vec2(380.0, 380.0));
        for scale in [1.0, 1.25, 1.5, 2.0] {
            let code = QrCode::encode_text("http://example.org/2024/0823/c90000.html", QrCodeEcc::Low).expect("short");
            let runs = modules(&code, area, scale);
            let all = runs.iter().fold(Rect::NOTHING, |all, run| all.union(*run));
            let unit = all.width() / points(code.size());
            let quiet = unit * points(QUIET_MODULES) - 1.0;
            assert!(area.shrink(quiet).contains_rect(all), "{scale}");
            for run in runs {
                let pixels = run.left() * scale;
                assert!((pixels - pixels.round()).abs() < 0.02, "{scale}: {pixels}");
            }
        }
    }
}
