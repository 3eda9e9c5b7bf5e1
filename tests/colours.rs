//! The colours of figures, told apart by everyone, in every theme and in grey.

use vitrine::state::Theme;
use vitrine::ui::theme::stage::console;
use vitrine::ui::theme::{CODE, Colors, colors, dimmed};

type Rgb = [f64; 3];

/// What a kind of vision makes of linear red, green and blue.
type Sight = (&'static str, [Rgb; 3]);

/// Severity 1.0 of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, “A Physiologically-based Model for Simulation of Color
/// Vision Deficiency”, IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009; and grey by Rec. 709.
const SIGHTS: [Sight; 5] = [
    ("full", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
    ("grey", [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]]),
];

/// Red, green and blue as amounts of light (IEC 61966-2-1).
fn linear(color: egui::Color32) -> Rgb {
    let channel = |byte: u8| {
        let v = f64::from(byte) / 255.0;
        if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    };
    [channel(color.r()), channel(color.g()), channel(color.b())]
}

fn seen(sight: &Sight, color: egui::Color32) -> Rgb {
    rows(&sight.1, linear(color)).map(|part| part.clamp(0.0, 1.0))
}

/// The contrast ratio of WCAG 2.2.
fn contrast(sight: &Sight, one: egui::Color32, other: egui::Color32) -> f64 {
    let luminance = |color| {
        let [red, green, blue] = seen(sight, color);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Oklab (B. Ottosson, 2020): light to cones, and their cube roots to lightness and two axes of colour.
const TO_CONES: [Rgb; 3] =
    [[0.412_221, 0.536_333, 0.051_446], [0.211_903, 0.680_700, 0.107_397], [0.088_302, 0.281_719, 0.629_979]];
const TO_LAB: [Rgb; 3] =
    [[0.210_454, 0.793_618, -0.004_072], [1.977_998, -2.428_592, 0.450_594], [0.025_904, 0.782_772, -0.808_676]];

/// A matrix applied to three numbers.
fn rows(matrix: &[Rgb; 3], to: Rgb) -> Rgb {
    matrix.map(|row| row.iter().zip(to).map(|(share, part)| share * part).sum())
}

/// The difference of two colours in Oklab, where 0.02 is about what can just be noticed side by side.
fn difference(sight: &Sight, one: egui::Color32, other: egui::Color32) -> f64 {
    let lab = |color| {
        let light = seen(sight, color);
        let cones = rows(&TO_CONES, light).map(f64::cbrt);
        rows(&TO_LAB, cones)
    };
    lab(one).iter().zip(lab(other)).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// The pairs that must stand out from one another: what, the two colours.
fn pairs(c: &Colors) -> [(&'static str, egui::Color32, egui::Color32); 9] {
    [
        ("a reported bar on the ground", c.bar, c.bg),
        ("the outline of a worked-out bar on the ground", c.calc_edge, c.bg),
        ("the outline of a worked-out bar on its fill", c.calc_edge, c.calc),
        ("a reported bar beside the fill of a worked-out one", c.bar, c.calc),
        ("the outline and hatching of what is not published", c.void, c.bg),
        ("a chosen bar on the ground", c.accent, c.bg),
        ("the outline of a control", c.edge, c.bg),
        ("the axis", c.text, c.bg),
        ("words in a worked-out bar", c.text, c.calc),
    ]
}

#[test]
fn what_a_figure_is_can_be_told_by_everyone_in_every_theme() {
    for theme in Theme::ALL {
        for sight in &SIGHTS {
            for (what, one, other) in pairs(&colors(theme)) {
                let found = contrast(sight, one, other);
                assert!(found >= 3.0, "{theme:?}, {}: {what}: {found:.2}", sight.0);
            }
        }
    }
}

#[test]
fn fills_stay_different_colours_for_everyone() {
    for theme in Theme::ALL {
        let c = colors(theme);
        let fills = [("reported", c.bar), ("worked out", c.calc), ("the ground", c.bg)];
        for sight in &SIGHTS {
            for (i, (one, a)) in fills.iter().enumerate() {
                for (other, b) in &fills[i + 1..] {
                    let found = difference(sight, *a, *b);
                    assert!(found >= 0.06, "{theme:?}, {}: {one} and {other}: {found:.3}", sight.0);
                }
            }
        }
    }
}

#[test]
fn words_can_be_read_and_codes_are_dark_on_light() {
    let full = &SIGHTS[0];
    for theme in Theme::ALL {
        let c = colors(theme);
        for ground in [c.bg, c.side, c.card] {
            for words in [c.text, c.dim] {
                let found = contrast(full, words, ground);
                assert!(found >= 7.0, "{theme:?}: {found:.2}");
            }
        }
    }
    let [ground, dark] = CODE;
    assert!(contrast(full, ground, dark) > 12.0 && ground.r() > dark.r());
}

#[test]
fn a_speaker_reads_the_console_in_bad_light() {
    let on_ground = [console::CREAM, console::SOFT, console::TEAL, console::GOLD, console::ACCENT];
    let grounds = [console::BG, console::PANEL];
    let words = on_ground.iter().flat_map(|words| grounds.map(|ground| (*words, ground)));
    let others = [
        (console::CREAM, console::CARD),
        (console::SOFT, console::CARD),
        (console::GOLD, console::CARD),
        (console::INK, console::GOLD),
        (console::INK, console::CREAM),
        (console::INK, console::WHITE),
        (console::WHITE, console::MADDER),
    ];
    for (words, ground) in words.chain(others) {
        let found = contrast(&SIGHTS[0], words, ground);
        assert!(found >= 7.0, "{words:?} on {ground:?}: {found:.2}");
    }
}

#[test]
fn what_is_dimmed_stays_readable_and_is_plainly_dimmed() {
    let full = &SIGHTS[0];
    for theme in Theme::ALL {
        let (usual, back) = (colors(theme), dimmed(theme, 1.0));
        for ground in [usual.bg, usual.side, usual.card] {
            assert!(contrast(full, back.text, ground) >= 4.5, "{theme:?}: {}", contrast(full, back.text, ground));
            assert!(contrast(full, usual.text, ground) >= 1.6 * contrast(full, back.text, ground), "{theme:?}");
        }
        assert!(contrast(full, usual.bar, usual.bg) >= 2.0 * contrast(full, back.bar, usual.bg), "{theme:?}");
        assert_eq!(dimmed(theme, 0.0).text, usual.text, "a share of nothing is the theme itself");
    }
}
