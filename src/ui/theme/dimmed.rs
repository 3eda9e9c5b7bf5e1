//! The colours of what is set back while something else is highlighted: muted, but still readable.

use egui::Color32;

use super::{Colors, colors, hex, mix};
use crate::state::Theme;

/// How much of a dimmed picture its veil takes.
const VEIL: f32 = 0.72;

/// The colours of a theme, dimmed by a share from 0 to 1.
#[must_use]
pub fn dimmed(theme: Theme, share: f32) -> Colors {
    let full = colors(theme);
    let [text, bar, edge] = match theme {
        Theme::Light => [hex(0x0066_6A73), full.line, hex(0x00C3_B594)],
        Theme::Dark => [hex(0x0090_98A6), full.line, hex(0x004A_5772)],
        Theme::Contrast => [hex(0x00A6_A6A6), hex(0x003A_3A3A), hex(0x008C_8C8C)],
    };
    let [ground, words] = full.mark;
    let mark = if full.is_dark { [ground, text] } else { [text, words] };
    let to = |from: Color32, to: Color32| mix(from, to, share);
    Colors {
        text: to(full.text, text),
        dim: to(full.dim, text),
        edge: to(full.edge, edge),
        accent: to(full.accent, text),
        bar: to(full.bar, bar),
        calc: to(full.calc, full.side),
        calc_edge: to(full.calc_edge, edge),
        void: to(full.void, edge),
        ribbon: to(full.ribbon, bar),
        mark: [to(full.mark[0], mark[0]), to(full.mark[1], mark[1])],
        veil: full.bg.gamma_multiply(VEIL * share),
        ..full
    }
}
