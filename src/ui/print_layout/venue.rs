//! The page for the venue of a kiosk: what a technician sets up on a system, on one sheet of A4 for the back of the screen.

use std::cell::RefCell;

use egui::{Pos2, Ui, pos2};

use super::PAGE;
use super::handout::{HEIGHT, WIDTH};
use crate::export::drawing::PageTag;
use crate::state::kiosk::System;
use crate::text::{KioskPage, Say, VenuePart};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::marks::{Mark, Text};
use crate::ui::theme::{Role, measure};

/// Where the page begins.
const AT: Pos2 = pos2((PAGE.x - WIDTH) / 2.0, 92.0);
/// The column of the names, and the gap after it.
const NAMES: f32 = 262.0;
const GAP: f32 = 28.0;
/// Under the title, under its rule, and under the words below that.
const UNDER: [f32; 3] = [10.0, 20.0, 18.0];
/// Over and under a part.
const PAD: f32 = 16.0;
/// From the top of the foot to the lower edge.
const FOOT: f32 = 84.0;
/// The roles of the running text, of which the first is taken with which all of it has room.
const SIZES: [Role; 3] = [Role::Body, Role::Label, Role::Note];

/// The marks of the page.
#[must_use]
pub fn venue(ui: &Ui, cx: &Cx<'_>, system: System) -> Vec<Mark> {
    let height = |role| {
        let mut writer = Flow::new(ui, cx, FlowMode::Measure, AT, WIDTH);
        all(&mut writer, system, role);
        writer.pos.y - AT.y
    };
    let role = SIZES.into_iter().find(|role| height(*role) <= HEIGHT).unwrap_or(Role::Note);
    let marks = RefCell::default();
    let way = FlowMode::Collect(&marks);
    all(&mut Flow::new(ui, cx, way, AT, WIDTH), system, role);
    way.put(ui, cx, [PageTag::Ornament]);
    let title = cx.localized(&cx.x().title);
    let title = cx.dim(&title, Role::Note).width(WIDTH * 0.75).one_line();
    let program = format!("Vitrine {}", crate::VERSION);
    let program = cx.dim(&program, Role::Note).align(egui::Align::Max);
    let y = PAGE.y - FOOT;
    way.put(ui, cx, [Text::new(&title, pos2(AT.x, y)), Text::new(&program, pos2(AT.x + WIDTH, y))]);
    marks.into_inner()
}

/// The title of the page.
#[must_use]
pub fn venue_title(cx: &Cx<'_>, system: System) -> String {
    cx.say(Say::KioskPage(KioskPage::Title(system)))
}

fn all(writer: &mut Flow<'_>, system: System, role: Role) {
    let cx = writer.cx;
    let say = |words| cx.say(Say::KioskPage(words));
    writer.part(PageTag::Title);
    writer.text(&venue_title(cx, system), Role::Heading);
    writer.gap(UNDER[0]);
    writer.part(PageTag::Ornament);
    writer.accent_rule();
    writer.gap(UNDER[1]);
    writer.part(PageTag::Paragraph);
    writer.dim(&say(KioskPage::For), role);
    writer.gap(UNDER[2]);
    for part in VenuePart::ALL {
        writer.part(PageTag::Ornament);
        writer.rule(measure::RULE, cx.colors.line);
        let top = writer.pos.y + PAD;
        writer.part(PageTag::Subheading);
        writer.column(0.0, NAMES, top);
        writer.text(&say(KioskPage::Name(part)), Role::Strong);
        let bottom = writer.pos.y;
        writer.part(PageTag::Paragraph);
        writer.column(NAMES + GAP, WIDTH - NAMES - GAP, top);
        writer.text(&say(KioskPage::Text(system, part)), role);
        writer.across(bottom.max(writer.pos.y) + PAD);
    }
}
