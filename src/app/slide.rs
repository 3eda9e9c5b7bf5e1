//! The safe slide: one drawn picture for a screen whose show does not run. It needs no exhibition.

use egui::{Align, Rect, Ui, Vec2, pos2};

use crate::model::Lang;
use crate::state::Theme;
use crate::text::{self, Say, Unattended};
use crate::ui::marks::paint_shapes;
use crate::ui::theme::{self, TextStyle};
use crate::ui::typeset::Label;
use crate::ui::widgets;

/// Everything is a share of the shorter side.
const MARK: f32 = 0.16;
const TITLE: f32 = 0.055;
const WORDS: f32 = 0.04;
const GAP: f32 = 0.05;
/// The height of a line over the size of its letters; of Tibetan's stacks more.
const LINE: f32 = 1.5;
const TIBETAN_LINE: f32 = 1.9;
/// The share of the width that the title may take.
const WIDTH: f32 = 0.8;

/// Draws it, with the title of the exhibition if there is one.
pub fn draw(ui: &Ui, title: &str) {
    let (ctx, area) = (ui.ctx(), ui.ctx().content_rect());
    let colors = theme::colors(Theme::Light);
    let side = area.width().min(area.height());
    ui.painter().rect_filled(area, 0.0, colors.bg);
    let style = |share: f32, lang: Lang, bold: bool| {
        let letters = (side * share).round();
        let set = (letters, (letters * LINE).round());
        TextStyle::new([set, set, (letters, (letters * TIBETAN_LINE).round())], lang, bold)
    };
    let width = area.width() * WIDTH;
    let label = |text: &str, style: TextStyle, color| {
        Label::new(text, style, color).width(width).balanced(ctx, width).align(Align::Center).into_owned()
    };
    let title = (!title.is_empty()).then(|| label(title, style(TITLE, Lang::of_script(title), true), colors.text));
    let words = Lang::ALL.map(|lang| {
        label(&text::say(lang, Say::Unattended(Unattended::BackSoon)), style(WORDS, lang, false), colors.dim)
    });
    let gap = side * GAP;
    let texts: Vec<&Label<'_>> = title.iter().chain(&words).collect();
    let heights: f32 = texts.iter().map(|label| label.size(ctx).y).sum();
    let gaps = if title.is_some() { 2.0 } else { 1.0 } * gap;
    let mut y = area.center().y - (side * MARK + gaps + heights) / 2.0;
    let mark = Rect::from_center_size(pos2(area.center().x, y + side * MARK / 2.0), Vec2::splat(side * MARK));
    paint_shapes(ui.painter(), widgets::mark(mark, [colors.text, colors.accent, colors.gold]));
    y = mark.bottom() + gap;
    for (i, label) in texts.iter().enumerate() {
        y = label.paint(ui, pos2(area.center().x, y)).bottom();
        if i == 0 && title.is_some() {
            y += gap;
        }
    }
}
