//! The first pages of a sign-off book: what it is bound to, where to sign, and the list of the screens.

use std::cell::RefCell;
use std::rc::Rc;

use egui::{Align, Rect, Ui, pos2, vec2};

use super::SignoffScreen;
use crate::export::drawing::PageTag;
use crate::model::{ExhibitionPrint, Lang};
use crate::text::{Say, Signoff};
use crate::ui::flow::Flow;
use crate::ui::marks::{Line, Shape, Text};
use crate::ui::print_layout::handout::{Blocks, Pages, Stands, WIDTH};
use crate::ui::theme::{self, Role, measure};
use crate::ui::typeset::Label;
use crate::ui::{Cx, widgets};

/// The mark over the title, and the gap under it.
const MARK: f32 = 52.0;
const UNDER_MARK: f32 = 18.0;
/// A longer title is set smaller, in letters.
const LONG: usize = 60;
/// Under the title, the language, the fingerprint, and each paragraph.
const UNDER: [f32; 4] = [14.0, 30.0, 22.0, 10.0];
/// The frame of the fingerprint: its padding, and the gap over its letters.
const PAD: f32 = 26.0;
const OVER_LETTERS: f32 = 8.0;
/// Over and under the numbers, of which four stand in a row.
const AROUND_FACTS: [f32; 2] = [14.0, 6.0];
const COLUMNS: usize = 4;
/// The lines for signatures: how many, their height, and where their columns begin and end.
const LINES: usize = 3;
const LINE: f32 = 72.0;
const SIGNED: [[f32; 2]; 3] = [[0.0, 0.44], [0.47, 0.64], [0.67, 1.0]];
/// The list: its box, its columns from the left and from the right, and the space over and under a line.
const BOX: f32 = 18.0;
const NUMBER: f32 = 96.0;
const NAME: f32 = 116.0;
const OPEN: f32 = 110.0;
const NAMES: f32 = 560.0;
const ROW_PAD: f32 = 5.0;

/// What the cover says.
#[derive(Clone, Debug)]
pub struct SignoffFacts {
    /// The fingerprint.
    pub print: ExhibitionPrint,
    /// The number of screens.
    pub screens: usize,
    /// The number of pages.
    pub pages: usize,
    /// How many texts are checked, drafts, outdated, missing.
    pub texts: [usize; 4],
    /// How many pictures cannot be shown.
    pub unseen: usize,
    /// The date.
    pub date: String,
}

/// The cover.
#[must_use]
pub fn cover(ui: &Ui, cx: &Cx<'_>, facts: SignoffFacts) -> Pages {
    let mut blocks = Blocks::new(ui, cx);
    blocks.add(Stands::Anywhere, title_ui);
    let print = facts.print;
    blocks.add(Stands::Anywhere, move |writer| print_ui(writer, print));
    // Tibetan lines are higher.
    let role = if cx.lang() == Lang::Bo { Role::Note } else { Role::Label };
    for words in [Signoff::FingerprintIs, Signoff::NotInIt, Signoff::HowShown] {
        let words = cx.say(Say::Signoff(words));
        blocks.add(Stands::Anywhere, move |writer| {
            writer.paragraph(&words, role);
            writer.gap(UNDER[3]);
        });
    }
    blocks.add(Stands::Anywhere, move |writer| facts_ui(writer, &facts));
    blocks.add(Stands::Anywhere, signatures_ui);
    blocks.on_pages()
}

fn title_ui(writer: &mut Flow<'_>) {
    let cx = writer.cx;
    writer.part(PageTag::Ornament);
    let mark = Rect::from_min_size(writer.pos, vec2(MARK, MARK));
    writer.put(widgets::mark(mark, [cx.colors.text, cx.colors.accent, cx.colors.gold]));
    writer.part(PageTag::Paragraph);
    let heading = cx.say(Say::Signoff(Signoff::Heading));
    let heading = cx.label(&heading, Role::CardHeading).color(cx.colors.accent);
    let height = heading.size(writer.ui.ctx()).y;
    writer.put([Text::new(&heading, writer.pos + vec2(MARK + UNDER_MARK, (MARK - height) / 2.0))]);
    writer.gap(MARK + UNDER_MARK);
    writer.part(PageTag::Title);
    let name = cx.localized(&cx.x().title);
    let name = if name.is_empty() { cx.state.pack().place.name() } else { name };
    let role = if name.chars().count() > LONG { Role::CardHeading } else { Role::Heading };
    writer.text(&name, role);
    writer.gap(UNDER[0]);
    writer.part(PageTag::Paragraph);
    writer.dim(&cx.say(Say::Signoff(Signoff::InLanguage(cx.lang()))), Role::Body);
    writer.gap(UNDER[1]);
}

/// The fingerprint, large, in two lines of four groups.
fn print_ui(writer: &mut Flow<'_>, print: ExhibitionPrint) {
    let cx = writer.cx;
    let top = writer.pos.y;
    writer.column(PAD, WIDTH - 2.0 * PAD, top + PAD * 0.7);
    writer.part(PageTag::Heading);
    writer.dim(&cx.say(Say::Signoff(Signoff::Fingerprint)), Role::LabelStrong);
    writer.gap(OVER_LETTERS);
    writer.part(PageTag::Paragraph);
    for line in print.lines() {
        writer.text_in(Lang::En, &line, Role::Heading);
    }
    writer.gap(PAD * 0.8);
    writer.part(PageTag::Ornament);
    let rect = Rect::from_min_max(pos2(writer.pos.x - PAD, top), pos2(writer.pos.x - PAD + WIDTH, writer.pos.y));
    writer.put([Shape::Frame { rect, radius: 0, line: Line::new(measure::AXIS, cx.colors.text) }]);
    writer.across(rect.bottom() + UNDER[2]);
}

/// Numbers with what they count, four in a row.
fn facts_ui(writer: &mut Flow<'_>, facts: &SignoffFacts) {
    let cx = writer.cx;
    let [checked, drafts, outdated, missing] = facts.texts;
    let mut all = vec![
        (facts.screens.to_string(), Signoff::Screens),
        (facts.pages.to_string(), Signoff::Pages),
        (crate::VERSION.to_owned(), Signoff::Program),
        (facts.date.clone(), Signoff::Day),
        (checked.to_string(), Signoff::CheckedTexts),
        (drafts.to_string(), Signoff::DraftTexts),
        (outdated.to_string(), Signoff::OutdatedTexts),
        (missing.to_string(), Signoff::MissingTexts),
    ];
    if facts.unseen > 0 {
        all.push((facts.unseen.to_string(), Signoff::UnseenPictures));
    }
    for row in all.chunks(COLUMNS) {
        writer.part(PageTag::Ornament);
        writer.rule(measure::RULE, cx.colors.line);
        let top = writer.pos.y + AROUND_FACTS[0];
        let mut bottom = top;
        let mut left = 0.0;
        for (number, words) in row {
            writer.part(PageTag::Paragraph);
            writer.column(left, WIDTH / 4.0 - UNDER[3], top);
            writer.dim(&cx.say(Say::Signoff(*words)), Role::Note);
            let has_room = cx.label(number, Role::Value).size(writer.ui.ctx()).x <= writer.width;
            writer.text(number, if has_room { Role::Value } else { Role::Strong });
            bottom = bottom.max(writer.pos.y);
            left += WIDTH / 4.0;
        }
        writer.across(bottom + AROUND_FACTS[1]);
    }
    writer.part(PageTag::Ornament);
    writer.rule(measure::RULE, cx.colors.line);
    writer.gap(UNDER[2]);
}

fn signatures_ui(writer: &mut Flow<'_>) {
    let cx = writer.cx;
    writer.part(PageTag::Heading);
    writer.text(&cx.say(Say::Signoff(Signoff::Signatures)), Role::Strong);
    let left = writer.pos.x;
    let words = [Signoff::Name, Signoff::Day, Signoff::Signature];
    for _ in 0..LINES {
        writer.gap(LINE);
        let top = writer.pos.y;
        let mut bottom = top;
        for ([from, to], words) in SIGNED.into_iter().zip(words) {
            writer.part(PageTag::Ornament);
            let line = Line::new(measure::RULE, cx.colors.text);
            writer.put([Shape::rule(left + from * WIDTH, left + to * WIDTH, top, line)]);
            writer.part(PageTag::Paragraph);
            writer.column(from * WIDTH, (to - from) * WIDTH, top);
            writer.dim(&cx.say(Say::Signoff(words)), Role::Mark);
            bottom = bottom.max(writer.pos.y);
        }
        writer.across(bottom);
    }
}

/// The list of the screens, each with a box, what is still open in it, and its page, which is known only later.
#[must_use]
pub fn contents(ui: &Ui, cx: &Cx<'_>, screens: &[Rc<SignoffScreen>], begins: &Rc<RefCell<Vec<usize>>>) -> Pages {
    let mut blocks = Blocks::new(ui, cx);
    blocks.heading(Stands::OnNewPage, cx.say(Say::Signoff(Signoff::Contents)));
    let mut part = None;
    for (at, screen) in screens.iter().enumerate() {
        if part != Some(screen.part) {
            if part.is_some() {
                blocks.add(Stands::Between, |writer| writer.gap(UNDER[2]));
            }
            part = Some(screen.part);
            let words = cx.say(Say::Signoff(Signoff::Part(screen.part)));
            blocks.add(Stands::WithNext, move |writer| {
                writer.part(PageTag::Subheading);
                writer.colored(&words, Role::LabelStrong, writer.cx.colors.accent);
                writer.gap(ROW_PAD);
            });
        }
        let (screen, begins) = (Rc::clone(screen), Rc::clone(begins));
        blocks.add(Stands::Anywhere, move |writer| {
            let page = begins.borrow().get(at).copied();
            row_ui(writer, &screen, page);
        });
    }
    blocks.on_pages()
}

fn row_ui(writer: &mut Flow<'_>, screen: &SignoffScreen, page: Option<usize>) {
    let cx = writer.cx;
    let (left, top) = (writer.pos.x, writer.pos.y);
    let height = cx.style(Role::Note).line + 2.0 * ROW_PAD;
    if writer.draws_at(top) {
        writer.part(PageTag::Ornament);
        writer.rule(measure::RULE, cx.colors.line);
        let tick = Rect::from_min_size(pos2(left, top + (height - BOX) / 2.0), vec2(BOX, BOX));
        writer.put([Shape::Frame { rect: tick, radius: 0, line: Line::new(measure::RULE, cx.colors.text) }]);
        writer.part(PageTag::Paragraph);
        let number = screen.number.to_string();
        let number = Label::new(&number, theme::style(Role::Note, Lang::En), cx.colors.dim).align(Align::Max);
        let name = cx.label(&screen.name, Role::Note).width(NAMES).one_line();
        let open = cx.say(Say::Signoff(Signoff::Open(screen.open)));
        let open = cx.label(&open, Role::Note).color(cx.colors.accent).align(Align::Max);
        let page = page.map(|page| (page + 1).to_string()).unwrap_or_default();
        let page = Label::new(&page, theme::style(Role::Note, Lang::En), cx.colors.text).align(Align::Max);
        let middle = |label: &Label<'_>| top + (height - label.line()) / 2.0;
        let right = left + WIDTH;
        let texts = [(number, left + NUMBER), (name, left + NAME), (open, right - OPEN), (page, right)];
        writer.put(texts.map(|(label, x)| Text::new(&label, pos2(x, middle(&label)))));
    }
    writer.pos.y = top + height;
}
