//! The design tokens: colours, type, spacing, radii, durations. No view has a colour of its own; its sizes are steps of these, or constants at its head.
//!
//! The measures are those of a 1920 × 1080 screen, in points.

mod dimmed;
pub mod distance;
pub mod hand;
pub mod stage;

use egui::{Color32, FontFamily, FontId};

use crate::model::Lang;
use crate::state::Theme;

pub use dimmed::dimmed;

/// The colours of a theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colors {
    /// Behind everything.
    pub bg: Color32,
    /// Behind the sidebar.
    pub side: Color32,
    /// Behind cards, sheets and fields.
    pub card: Color32,
    /// Text and the focus ring.
    pub text: Color32,
    /// Second text.
    pub dim: Color32,
    /// The outline of controls.
    pub edge: Color32,
    /// Rules and grid lines; purely decorative.
    pub line: Color32,
    /// Chosen, or opens something. On `bg` and `card` alone.
    pub accent: Color32,
    /// Text on `accent`.
    pub on_accent: Color32,
    /// Bars of reported figures.
    pub bar: Color32,
    /// Bars of worked-out figures.
    pub calc: Color32,
    /// Their outline.
    pub calc_edge: Color32,
    /// The outline and hatching of what is not published.
    pub void: Color32,
    /// Ribbons of the pairing diagram.
    pub ribbon: Color32,
    /// Over the view, under a sheet.
    pub scrim: Color32,
    /// Under sheets.
    pub shadow: Color32,
    /// The gold of the mark beside the title.
    pub gold: Color32,
    /// The mark on pictures: ground and text, in all themes.
    pub mark: [Color32; 2],
    /// Over pictures; transparent unless they are dimmed.
    pub veil: Color32,
    /// True where text is light on dark.
    pub is_dark: bool,
}

/// A colour as the design writes it: `0x00RR_GGBB`.
const fn hex(rgb: u32) -> Color32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const MARK: [Color32; 2] = [hex(0x0022_304A), hex(0x00FD_FAF2)];
const GOLD: Color32 = hex(0x00E2_A63A);

/// A QR code's ground and modules, dark on light in every theme.
pub const CODE: [Color32; 2] = [hex(0x00FF_FFFF), hex(0x0014_1C2B)];

/// The colours of a theme.
#[must_use]
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn colors(theme: Theme) -> Colors {
    match theme {
        Theme::Light => Colors {
            bg: hex(0x00FB_F6EA),
            side: hex(0x00F4_EAD6),
            card: hex(0x00FF_FDF8),
            text: hex(0x0022_304A),
            dim: hex(0x003F_4B61),
            edge: hex(0x008A_7F6A),
            line: hex(0x00DD_D0B6),
            accent: hex(0x0096_2E28),
            on_accent: hex(0x00FF_FDF8),
            bar: hex(0x002F_7C86),
            calc: hex(0x00C3_DAD9),
            calc_edge: hex(0x002F_7C86),
            void: hex(0x007A_6F5A),
            ribbon: hex(0x0076_929A),
            scrim: hex(0x0022_304A).gamma_multiply(0.30),
            shadow: hex(0x0022_304A).gamma_multiply(0.16),
            gold: GOLD,
            mark: MARK,
            veil: Color32::TRANSPARENT,
            is_dark: false,
        },
        Theme::Dark => Colors {
            bg: hex(0x0014_1C2B),
            side: hex(0x001A_2436),
            card: hex(0x0021_2D42),
            text: hex(0x00F7_EEDC),
            dim: hex(0x00C3_C9D2),
            edge: hex(0x007F_8CA3),
            line: hex(0x0034_415A),
            accent: hex(0x00E9_B44C),
            on_accent: hex(0x0014_1C2B),
            bar: hex(0x005B_A9B2),
            calc: hex(0x0022_424F),
            calc_edge: hex(0x007C_C3CB),
            void: hex(0x0093_A0B5),
            ribbon: hex(0x0068_7A93),
            scrim: hex(0x0006_0A12).gamma_multiply(0.66),
            shadow: Color32::from_black_alpha(115),
            gold: hex(0x00F7_EEDC),
            mark: MARK,
            veil: Color32::TRANSPARENT,
            is_dark: true,
        },
        Theme::Contrast => Colors {
            bg: hex(0x0000_0000),
            side: hex(0x0000_0000),
            card: hex(0x000B_0F18),
            text: hex(0x00FF_FFFF),
            dim: hex(0x00E6_E6E6),
            edge: hex(0x00FF_FFFF),
            line: hex(0x008C_8C8C),
            accent: hex(0x00FF_D24A),
            on_accent: hex(0x0000_0000),
            bar: hex(0x007F_D6E0),
            calc: hex(0x0000_343A),
            calc_edge: hex(0x007F_D6E0),
            void: hex(0x00FF_FFFF),
            ribbon: hex(0x005E_6B80),
            scrim: Color32::from_black_alpha(190),
            shadow: Color32::TRANSPARENT,
            gold: hex(0x00FF_FFFF),
            mark: MARK,
            veil: Color32::TRANSPARENT,
            is_dark: true,
        },
    }
}

/// What a text is for. Its size and line follow from it and the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The large figure in a sheet or card.
    Figure,
    /// A view's heading, the viewer's title.
    Heading,
    /// A card's heading.
    CardHeading,
    /// The exhibition's title.
    Title,
    /// A value on a bar, a subheading.
    Value,
    /// The viewer's caption.
    Caption,
    /// Running text and tabs.
    Body,
    /// Running text, bold.
    Strong,
    /// Captions on the wall, buttons, rows.
    Label,
    /// The same, bold.
    LabelStrong,
    /// Notes, axis, counts.
    Note,
    /// The same, bold.
    NoteStrong,
    /// The mark on a picture, and small print on paper.
    Mark,
    /// The same, bold.
    MarkStrong,
}

impl Role {
    /// Whether it is set as a heading, whose lines are balanced.
    #[must_use]
    pub fn is_heading(self) -> bool {
        match self {
            Self::Figure | Self::Heading | Self::CardHeading | Self::Title | Self::Value => true,
            Self::Caption
            | Self::Body
            | Self::Strong
            | Self::Label
            | Self::LabelStrong
            | Self::Note
            | Self::NoteStrong
            | Self::Mark
            | Self::MarkStrong => false,
        }
    }
}

/// How a text is set.
#[derive(Clone, Debug, PartialEq)]
pub struct TextStyle {
    /// Font family and size, in points.
    pub font: FontId,
    /// The height of a line, in points.
    pub line: f32,
    /// The language whose letters it uses.
    pub lang: Lang,
    /// Bold.
    bold: bool,
    /// Size and line in the letters of each language.
    sets: [(f32, f32); 3],
}

impl TextStyle {
    /// A style by its size and line in each language, in the letters of one of them.
    #[must_use]
    pub fn new(sets: [(f32, f32); 3], lang: Lang, bold: bool) -> Self {
        let (size, line) = sets[lang as usize];
        Self { font: FontId::new(size, family(lang, bold)), line, lang, bold, sets }
    }

    /// The same in the letters of another language.
    #[must_use]
    pub fn in_letters(&self, lang: Lang) -> Self {
        Self::new(self.sets, lang, self.bold)
    }

    /// The same in bold.
    #[must_use]
    pub fn in_bold(&self) -> Self {
        Self::new(self.sets, self.lang, true)
    }
}

/// The style of a role in a language.
#[must_use]
pub fn style(role: Role, lang: Lang) -> TextStyle {
    let (en, zh, bo, bold) = match role {
        Role::Figure => ((64.0, 70.0), (60.0, 72.0), (64.0, 84.0), true),
        Role::Heading => ((40.0, 46.0), (38.0, 46.0), (38.0, 71.0), true),
        Role::CardHeading => ((30.0, 38.0), (32.0, 43.0), (32.0, 58.0), true),
        Role::Title => ((26.0, 30.0), (25.0, 30.0), (25.0, 45.0), true),
        Role::Value => ((26.0, 32.0), (26.0, 34.0), (26.0, 46.0), true),
        Role::Caption => ((22.0, 33.0), (21.0, 34.0), (24.0, 44.0), false),
        Role::Body => ((20.0, 28.0), (19.0, 30.0), (21.0, 39.0), false),
        Role::Strong => ((20.0, 28.0), (19.0, 30.0), (21.0, 39.0), true),
        Role::Label => ((18.0, 23.0), (18.0, 26.0), (19.0, 35.0), false),
        Role::LabelStrong => ((18.0, 23.0), (18.0, 26.0), (19.0, 35.0), true),
        Role::Note => ((16.0, 22.0), (16.0, 26.0), (18.0, 33.0), false),
        Role::NoteStrong => ((16.0, 22.0), (16.0, 26.0), (18.0, 33.0), true),
        Role::Mark => ((15.0, 20.0), (15.0, 20.0), (15.0, 26.0), false),
        Role::MarkStrong => ((15.0, 20.0), (15.0, 20.0), (15.0, 26.0), true),
    };
    TextStyle::new([en, zh, bo], lang, bold)
}

/// The font family of a language and weight, as `fonts` registers it.
#[must_use]
pub fn family(lang: Lang, bold: bool) -> FontFamily {
    let name = match (lang, bold) {
        (Lang::En, false) => "en",
        (Lang::En, true) => "en bold",
        (Lang::Zh, false) => "zh",
        (Lang::Zh, true) => "zh bold",
        (Lang::Bo, false) => "bo",
        (Lang::Bo, true) => "bo bold",
    };
    FontFamily::Name(name.into())
}

/// Spacing, radii and strokes, in points.
pub mod measure {
    /// The steps of all spacing.
    pub const STEP: [f32; 9] = [4.0, 8.0, 12.0, 16.0, 20.0, 24.0, 32.0, 40.0, 56.0];
    /// The margin around everything.
    pub const MARGIN: f32 = 40.0;
    /// The height of the top bar.
    pub const TOP_BAR: f32 = 96.0;
    /// The width of the sidebar.
    pub const SIDEBAR: f32 = 348.0;
    /// The width of a card beside a view.
    pub const CARD: f32 = 412.0;
    /// The smallest side of a touch target on a desk.
    pub const TARGET: f32 = 44.0;
    /// The height of a button.
    pub const BUTTON: f32 = 56.0;
    /// The corner radius of pictures and marks.
    pub const RADIUS_PICTURE: u8 = 6;
    /// The corner radius of rows.
    pub const RADIUS_ROW: u8 = 8;
    /// The corner radius of buttons.
    pub const RADIUS_BUTTON: u8 = 10;
    /// The corner radius of cards.
    pub const RADIUS_CARD: u8 = 12;
    /// The corner radius of sheets.
    pub const RADIUS_SHEET: u8 = 16;
    /// A rule.
    pub const RULE: f32 = 1.0;
    /// The outline of a control.
    pub const CONTROL: f32 = 1.5;
    /// An axis or bracket.
    pub const AXIS: f32 = 2.0;
    /// The outline of a worked-out bar, a chosen card, the focus ring.
    pub const STRONG: f32 = 3.0;
    /// The underline of a tab or title.
    pub const UNDERLINE: f32 = 4.0;
    /// The width of ribbons in the pairing diagram.
    pub const RIBBON: f32 = 24.0;
}

/// Durations, in seconds.
pub mod duration {
    /// A hover.
    pub const HOVER: f32 = 0.12;
    /// A sheet coming in.
    pub const SHEET: f32 = 0.22;
    /// One picture fading into the next.
    pub const CROSS_FADE: f32 = 0.25;
    /// A picture opening from its place, or going back into it.
    pub const TRAVEL: f32 = 0.22;
    /// A frame that takes longer than this ends whatever moves: it would only be a stutter.
    pub const SLOW_FRAME: f32 = 0.08;
}

/// `base` with a share of `over` mixed in, as hover and press do.
#[must_use]
pub fn mix(base: Color32, over: Color32, share: f32) -> Color32 {
    base.lerp_to_gamma(over, share)
}

/// The share of the text colour in what lies under a pointer.
pub const HOVERED: f32 = 0.08;
/// The same under a finger, or a pointer that is held down.
pub const PRESSED: f32 = 0.14;

/// The share of the text colour in something that may lie under a pointer or finger.
#[must_use]
pub fn touched(response: &egui::Response) -> f32 {
    match () {
        () if response.is_pointer_button_down_on() => PRESSED,
        () if hand::hovers(response) => HOVERED,
        () => 0.0,
    }
}
