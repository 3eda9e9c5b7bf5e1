//! What stands beside or under the diagram: what its ribbons do not say, what the star and the dashes mean.

use egui::{Pos2, Rect, Ui, Vec2, pos2};

use crate::text::Say;
use crate::ui::flow::FlowMode;
use crate::ui::marks::{Line, Text};
use crate::ui::theme::Role;
use crate::ui::{Cx, widgets};

use super::plan::is_over;

/// The side of the dashed square before a pairing that is over.
const SWATCH: f32 = 20.0;
/// The area that it takes.
const INDENT: f32 = 32.0;
/// Between two notes.
const GAP: f32 = 12.0;

/// The notes on the diagram of a year.
pub(super) struct Notes {
    texts: Vec<String>,
    /// The pairings that are over, which the diagram shows as dashed outlines.
    over: Vec<String>,
    width: f32,
}

impl Notes {
    /// The notes on a year, for a width. `keyed`: with the dashed outlines resolved.
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
            Some(cx.say(Say::Ribbon { province: &province, division: &division, told: &resolved }))
        };
        // The card of the chosen province tells its own.
        let chosen = cx.state.filter().province.as_ref();
        let wanted = |p: &&crate::model::Pairing| keyed && is_over(p, year) && Some(&p.province) != chosen;
        let over = x.pairings.iter().filter(wanted).filter_map(resolved).collect();
        Self { texts, over, width }
    }

    /// The height that they take.
    pub fn height(&self, ui: &Ui, cx: &Cx<'_>) -> f32 {
        self.places(ui, cx).last().map_or(0.0, |(_, area)| area.bottom())
    }

    /// Each note with its area, from the upper left corner of them all.
    fn places<'a>(&'a self, ui: &Ui, cx: &Cx<'_>) -> Vec<(&'a str, Rect)> {
        let mut y = 0.0;
        let indented = self.texts.iter().map(|text| (text, 0.0)).chain(self.over.iter().map(|text| (text, INDENT)));
        let mut place = |(text, x): (&'a String, f32)| {
            let width = (self.width - x).max(1.0);
            let height = cx.dim(text, Role::Note).width(width).size(ui.ctx()).y;
            let area = Rect::from_min_size(pos2(x, y), egui::vec2(width, height));
            y = area.bottom() + GAP;
            (text.as_str(), area)
        };
        indented.map(&mut place).collect()
    }

    /// Draws them, or adds them to the marks of a page.
    pub fn draw(&self, ui: &Ui, cx: &Cx<'_>, way: FlowMode, at: Pos2) {
        for (text, area) in self.places(ui, cx) {
            let area = area.translate(at.to_vec2());
            way.put(ui, cx, [Text::new(&cx.dim(text, Role::Note).width(area.width()), area.min).named()]);
            if area.left() > at.x {
                let middle = area.top() + cx.line(Role::Note, [text]) / 2.0;
                let swatch = Rect::from_center_size(pos2(at.x + SWATCH / 2.0, middle), Vec2::splat(SWATCH));
                way.put(ui, cx, [widgets::dashed_rect(swatch, 5.0, 4.0, Line::new(2.0, cx.colors.text))]);
            }
        }
    }
}
