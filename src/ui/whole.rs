//! The whole exhibition at one look: its poster on the screen, in a page that a visitor opens from the end of the wall and as the last turn of
//! the attract loop.

mod look;
pub(super) mod page;

use std::collections::HashMap;
use std::sync::Arc;

use egui::emath::TSTransform;
use egui::{Rect, Shape, Ui, UiBuilder, Vec2};

use super::marks::{self, Mark, Tone};
use super::print_layout::{ExhibitionPoster, Fitting};
use super::theme::measure;
use super::{Cx, Layout, photo_paint};
use crate::model::{Lang, PhotoKey};
use crate::state::Theme;
use crate::text::Say;

pub use look::Look;
pub(super) use look::seen;

/// The poster as designed for an area's proportions.
pub struct Whole {
    /// Its size in points.
    size: Vec2,
    marks: Vec<Mark>,
    /// Its title with its pictures, and its years, as far as they are there: what a look goes over, as shares of its size.
    parts: Vec<Rect>,
}

/// How far the design of a poster is. One frame makes one step, which takes a part of it.
enum Design {
    Fitting(Fitting),
    /// Its size in points is found.
    Found(Vec2),
    /// It is done; `None` where an exhibition has nothing for a poster.
    Done(Option<Arc<Whole>>),
}

impl Design {
    fn step(&mut self, ui: &Ui, cx: &Cx<'_>) {
        match self {
            Self::Fitting(fitting) => match fitting.step(ui, cx) {
                None => {}
                Some(None) => *self = Self::Done(None),
                Some(Some(size)) => *self = Self::Found(size),
            },
            Self::Found(size) => {
                let (size, cx) = (*size, cx.laid_out(Layout::of(*size)));
                let whole =
                    |poster: ExhibitionPoster<'_>| Whole { size, marks: poster.marks(ui), parts: poster.parts(ui) };
                *self = Self::Done(ExhibitionPoster::new(&cx).map(whole).map(Arc::new));
            }
            Self::Done(_) => {}
        }
    }
}

/// The posters that are or were on the screen, by who shows them: egui's memory may be dropped in the middle of the work.
#[derive(Default)]
pub struct Designs(HashMap<&'static str, (Key, Design)>);

/// What a design depends on: the exhibition, the language, the resolution, the room and the colours.
type Key = ((u64, u64), Lang, [u32; 3], Theme);

/// The poster for an area, once it is designed: `Some(None)` where an exhibition has nothing for one. `what` names who shows it. It is not
/// worked on while something is moved, which would stutter.
pub fn designed(ui: &Ui, cx: &Cx<'_>, what: &'static str, room: Vec2) -> Option<Option<Arc<Whole>>> {
    let sizes = [room.x, room.y, ui.ctx().pixels_per_point()].map(f32::to_bits);
    let key: Key = (cx.state.revision(), cx.lang(), sizes, cx.state.theme());
    let kept = cx.motion.borrow_mut().wholes.0.remove(what).filter(|(of, _)| *of == key);
    let (_, mut design) = kept.unwrap_or_else(|| (key, Design::Fitting(Fitting::new(room))));
    if !ui.input(|i| i.smooth_scroll_delta() != Vec2::ZERO || i.pointer.is_decidedly_dragging()) {
        design.step(ui, cx);
    }
    let found = if let Design::Done(whole) = &design {
        Some(whole.clone())
    } else {
        ui.ctx().request_repaint();
        None
    };
    cx.motion.borrow_mut().wholes.0.insert(what, (key, design));
    found
}

/// What it holds, in a line.
#[must_use]
pub fn counted(cx: &Cx<'_>) -> String {
    let x = cx.x();
    let counts = [x.photos.len(), x.provinces.len(), x.batches.len(), x.milestones.len()];
    let drawn = cx.state.pack().keys().iter().filter(|photo| cx.state.pack().is_drawn(**photo)).count();
    cx.say(Say::AtOneLook { counts, drawn, years: None })
}

impl Whole {
    /// How it comes to lie in an area: in its middle, as large as there is room for.
    fn onto(&self, area: Rect) -> TSTransform {
        let scale = (area.size() / self.size).min_elem();
        TSTransform::new((area.center() - self.size * scale / 2.0).to_vec2(), scale)
    }

    /// The pictures that it shows in an area.
    pub fn pictures(&self, area: Rect) -> impl Iterator<Item = (PhotoKey, Rect)> {
        let onto = self.onto(area);
        self.marks.iter().filter_map(move |mark| match mark {
            Mark::Picture { photo, rect } => Some((*photo, onto * *rect)),
            Mark::Shape(_) | Mark::Text(_) | Mark::PageTag(_) => None,
        })
    }

    /// Paints it into an area, of which `clip` is seen. Its pictures are requested as for a poster of the clip's size that is `most` times
    /// as large.
    pub fn paint(&self, ui: &Ui, cx: &Cx<'_>, (area, clip): (Rect, Rect), most: f32) {
        let mut inner = Ui::new(
            ui.ctx().clone(),
            ui.scope_id().with("the whole"),
            UiBuilder::new().layer_id(ui.layer_id()).max_rect(area),
        );
        inner.set_opacity(ui.opacity());
        let seen = ui.clip_rect().intersect(clip);
        inner.set_clip_rect(seen);
        for (photo, rect) in self.pictures(area) {
            let size = rect.size() * (clip.width() * most / area.width());
            photo_paint::paint_photo_of(&inner, cx, photo, rect, size);
        }
        // They lie elsewhere until they are moved.
        inner.set_clip_rect(Rect::EVERYTHING);
        let begin = inner.painter().add(Shape::Noop);
        let others = self.marks.iter().filter(|mark| !matches!(mark, Mark::Picture { .. }));
        marks::paint(&inner, cx, Tone::default(), others.cloned());
        let end = inner.painter().add(Shape::Noop);
        let (onto, seen) = (self.onto(area), seen.intersect(area.expand(measure::STRONG)));
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
}
