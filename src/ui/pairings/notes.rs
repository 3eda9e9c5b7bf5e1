//! The notes beside or under the diagram: what its ribbons leave open, and what the star and the dashes mean.

use egui::{Id, Pos2, Rect, Ui, Vec2, pos2};

use crate::model::ProvinceId;
use crate::state::Action;
use crate::text::Say;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::marks::Line;
use crate::ui::theme::Role;
use crate::ui::{Cx, widgets};

use crate::ui::chart::plan::is_over;

/// The side of the dashed square before a pairing that is over.
const SWATCH: f32 = 20.0;
/// The indent of the words after it.
const INDENT: f32 = 32.0;
/// Between two notes, and above one that chooses a province.
const GAP: f32 = 12.0;
const LINK_GAP: f32 = 24.0;
/// The outline of a pairing that is over: a dash, a gap, and its width.
pub(super) const DASH: [f32; 2] = [5.0, 4.0];
pub(super) const DASH_WIDTH: f32 = 2.0;

/// The notes on the diagram of a year.
pub(super) struct Notes {
    texts: Vec<String>,
    /// The pairings that are over, which the diagram shows as dashed outlines, and whether they are drawn in full colours.
    over: Vec<(ProvinceId, String, bool)>,
    width: f32,
}

impl Notes {
    /// The notes on a year, for a width; with a key to the dashed outlines if `keyed`.
    pub fn of(cx: &Cx<'_>, year: u16, width: f32, keyed: bool) -> Self {
        let x = cx.x();
        let mut texts = vec![cx.localized(&cx.x().notes.pairings)];
        if x.pairings.iter().any(|p| p.inferred && p.holds_in(year)) {
            texts.push(format!("* {}", cx.say(Say::Inferred)));
        }
        let resolved = |pairing: &crate::model::Pairing| {
            let province = cx.localized(&x.province(&pairing.province)?.name);
            let division = cx.localized(&x.division(&pairing.division)?.name);
            let resolved = cx.localized(&pairing.told);
            let words = cx.say(Say::Ribbon { province: &province, division: &division, told: &resolved });
            let is_lit = cx.highlights().is_none_or(|trace| trace.pairing(pairing).any());
            Some((pairing.province.clone(), words, is_lit))
        };
        // The card of the chosen province shows its own.
        let chosen = cx.state.filter().province.as_ref();
        let wanted = |p: &&crate::model::Pairing| keyed && is_over(p, year) && Some(&p.province) != chosen;
        let over = x.pairings.iter().filter(wanted).filter_map(resolved).collect();
        Self { texts, over, width }
    }

    /// Sets them from a point on; returns their height.
    pub fn set(&self, ui: &Ui, cx: &Cx<'_>, way: FlowMode, at: Pos2) -> f32 {
        let dimmed = cx.lit(false);
        let mut flow = Flow::new(ui, cx, way, at, self.width);
        for (i, text) in self.texts.iter().enumerate() {
            flow.gap(if i > 0 { GAP } else { 0.0 });
            flow.dim(text, Role::Note);
        }
        for (i, (province, text, is_lit)) in self.over.iter().enumerate() {
            flow.cx = if *is_lit { cx } else { &dimmed };
            let top = flow.pos.y + LINK_GAP;
            flow.column(INDENT, (self.width - INDENT).max(1.0), top);
            // On paper nothing can be chosen.
            if let FlowMode::Collect(_) = way {
                flow.dim(text, Role::Note);
            } else if flow.link(Id::unique(("former pairing", i)), text, Role::Note) {
                cx.send(Action::Province(Some(province.clone())));
            }
            let middle = top + cx.line(Role::Note, [text.as_str()]) / 2.0;
            let swatch = Rect::from_center_size(pos2(at.x + SWATCH / 2.0, middle), Vec2::splat(SWATCH));
            flow.put([widgets::dashed_rect(swatch, DASH[0], DASH[1], Line::new(DASH_WIDTH, flow.cx.colors.text))]);
        }
        flow.pos.y - at.y
    }
}
