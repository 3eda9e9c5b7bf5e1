//! The whole exhibition at one look: its poster, as large as there is room for.

use egui::emath::TSTransform;
use egui::{Rect, Shape, Ui, UiBuilder, Vec2};

use super::Scene;
use crate::text::Say;
use crate::ui::marks::{self, Mark, Tone};
use crate::ui::memo::remembered;
use crate::ui::print_layout::ExhibitionPoster;
use crate::ui::theme::measure;
use crate::ui::{Cx, Layout, photo_paint};

/// The design of a poster: its size in points, and its marks.
type Design = Option<(Vec2, Vec<Mark>)>;

pub(super) fn whole_ui(scene: &Scene<'_>) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let key = (pen.area.width().to_bits(), pen.area.height().to_bits(), cx.state.theme());
    let design = remembered(pen.ui, cx, "the whole at one look", key, || designed(pen.ui, cx, pen.area.size()));
    let Some((size, all)) = design.as_ref() else { return };
    let scale = (pen.area.size() / *size).min_elem();
    let corner = pen.area.center() - *size * scale / 2.0;
    let onto = TSTransform::new(corner.to_vec2(), scale);
    for mark in all {
        if let Mark::Picture { photo, rect } = mark {
            photo_paint::paint_photo(pen.ui, cx, *photo, onto * *rect);
        }
    }
    let others = all.iter().filter(|mark| !matches!(mark, Mark::Picture { .. }));
    paint(pen.ui, cx, onto, pen.area, others.cloned());
    let x = cx.x();
    let counts = [x.photos.len(), x.provinces.len(), x.batches.len(), x.milestones.len()];
    let drawn = cx.state.pack().keys().iter().filter(|photo| cx.state.pack().is_drawn(**photo)).count();
    pen.name(pen.area, &cx.say(Say::AtOneLook { counts, drawn, years: None }));
}

fn designed(ui: &Ui, cx: &Cx<'_>, room: Vec2) -> Design {
    let size = ExhibitionPoster::fitting(ui, cx, room)?;
    let cx = cx.laid_out(Layout::of(size));
    Some((size, ExhibitionPoster::new(&cx)?.marks(ui)))
}

/// Paints marks of a design where they come to lie.
fn paint(ui: &Ui, cx: &Cx<'_>, onto: TSTransform, area: Rect, all: impl IntoIterator<Item = Mark>) {
    let builder = UiBuilder::new().layer_id(ui.layer_id()).max_rect(area);
    let mut inner = Ui::new(ui.ctx().clone(), ui.scope_id().with("the whole"), builder);
    inner.set_opacity(ui.opacity());
    // They lie elsewhere until they are moved.
    inner.set_clip_rect(Rect::EVERYTHING);
    let begin = inner.painter().add(Shape::Noop);
    marks::paint(&inner, cx, Tone::default(), all);
    let end = inner.painter().add(Shape::Noop);
    let seen = ui.clip_rect().intersect(area.expand(measure::STRONG));
    ui.ctx().graphics_mut(|layers| {
        let list = layers.entry(ui.layer_id());
        for index in begin.0..end.0 {
            list.mutate_shape(egui::layers::ShapeIdx(index), |shape| {
                shape.shape.transform(onto);
                shape.clip_rect = seen;
            });
        }
    });
}
