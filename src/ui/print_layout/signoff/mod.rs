//! The sign-off book: a cover, a list of the screens, and for each of them its picture, its texts with how far they are checked, a
//! box to tick and a line for remarks. Every page has the exhibition's fingerprint at its foot.

mod front;

use std::cell::RefCell;
use std::rc::Rc;

use egui::{Align, Rect, Ui, pos2, vec2};

use super::handout::{Blocks, MARGINS, PAGE, Pages, Stands, WIDTH};
use crate::export::drawing::PageTag;
use crate::model::{ExhibitionPrint, Lang, PhotoKey};
use crate::text::{Say, Signoff, SignoffPart};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::marks::{Line, Mark, Shape, Text};
use crate::ui::theme::{self, Role, measure};
use crate::ui::typeset::Label;

pub use front::{SignoffFacts, contents, cover};

/// The proportions of a screen.
pub const SCREEN: [f32; 2] = [1920.0, 1080.0];
/// Under the part's name, the screen's name, its picture, and the box.
const UNDER: [f32; 4] = [2.0, 16.0, 18.0, 26.0];
/// The box to tick: its side, the width of its line, and the gap after it.
const BOX: f32 = 30.0;
const BOX_LINE: f32 = 2.0;
const BOX_GAP: f32 = 14.0;
/// Before the line for remarks, and the gap before the line itself.
const REMARKS: f32 = 44.0;
const REMARKS_GAP: f32 = 12.0;
/// The column of the texts' names, and the gap after it; over and under a text.
const NAMES: f32 = 268.0;
const GAP: f32 = 28.0;
const PAD: [f32; 2] = [10.0, 14.0];
/// The foot, from the lower edge: its rule and its two lines; and the head of a page on which a screen goes on.
const FOOT: [f32; 3] = [114.0, 106.0, 72.0];
const HEAD: f32 = 46.0;
/// How much of a line the left words of foot and head may take.
const LEFT: f32 = 0.74;

/// A text of a screen.
#[derive(Clone, Debug, PartialEq)]
pub struct SignoffText {
    /// What it is: caption, place.
    pub name: String,
    /// The text, as visitors see it.
    pub text: String,
    /// Its language, by which its letters are set.
    pub lang: Lang,
    /// How far it is, in words; empty where there is nothing to say.
    pub standing: String,
    /// Whether somebody still has to do something about it.
    pub is_open: bool,
}

/// A screen of the book.
#[derive(Clone, Debug, PartialEq)]
pub struct SignoffScreen {
    /// Its number, from 1.
    pub number: usize,
    /// The part it belongs to.
    pub part: SignoffPart,
    /// Its name.
    pub name: String,
    /// Whether there is a picture of it.
    pub is_drawn: bool,
    /// Its texts.
    pub texts: Vec<SignoffText>,
    /// How many of the exhibition's own texts on it are drafts, outdated, missing.
    pub open: [usize; 3],
}

/// What stands at the foot of every page.
#[derive(Clone, Debug)]
pub struct SignoffFoot {
    /// The fingerprint.
    pub print: ExhibitionPrint,
    /// Program and date.
    pub made: String,
    /// The number of pages.
    pub pages: usize,
}

/// The pages of a screen.
#[must_use]
pub fn screen_pages(ui: &Ui, cx: &Cx<'_>, screen: &Rc<SignoffScreen>) -> Pages {
    let mut blocks = Blocks::new(ui, cx);
    let shown = Rc::clone(screen);
    blocks.add(Stands::WithNext, move |writer| head_ui(writer, &shown));
    if screen.texts.is_empty() {
        let words = cx.say(Say::Signoff(Signoff::NoTexts));
        blocks.add(Stands::Anywhere, move |writer| {
            writer.part(PageTag::Paragraph);
            writer.dim(&words, Role::Label);
        });
    }
    for at in 0..screen.texts.len() {
        let shown = Rc::clone(screen);
        blocks.add(Stands::Anywhere, move |writer| {
            if let Some(text) = shown.texts.get(at) {
                text_ui(writer, text);
            }
        });
    }
    blocks.on_pages()
}

/// The marks of a page: those of its blocks, and its head and foot. `at` is its number among the pages of what it shows.
#[must_use]
pub fn page_marks(
    (ui, cx): (&Ui, &Cx<'_>),
    (pages, at): (&Pages, usize),
    screen: Option<&SignoffScreen>,
    (foot, number): (&SignoffFoot, usize),
) -> Vec<Mark> {
    let marks = RefCell::default();
    let way = FlowMode::Collect(&marks);
    if let Some(screen) = screen.filter(|_| at > 0) {
        way.put(ui, cx, [PageTag::Ornament]);
        let name = cx.say(Say::Signoff(Signoff::Continued(&named(screen))));
        let label = cx.dim(&name, Role::Note).width(WIDTH * LEFT).one_line();
        way.put(ui, cx, [Text::new(&label, pos2(MARGINS[0], HEAD))]);
    }
    pages.put(ui, cx, way, at);
    way.put(ui, cx, [PageTag::Ornament]);
    let y = |from: f32| PAGE.y - from;
    let (left, right) = (MARGINS[0], PAGE.x - MARGINS[0]);
    way.put(ui, cx, [Shape::rule(left, right, y(FOOT[0]), Line::new(measure::RULE, cx.colors.edge))]);
    let print = foot.print.to_string();
    let print = Label::new(&print, theme::style(Role::NoteStrong, Lang::En), cx.colors.text);
    let page = cx.say(Say::Signoff(Signoff::Page(number + 1, foot.pages)));
    let page = cx.label(&page, Role::Note).align(Align::Max);
    let name = screen.map_or_else(|| cx.localized(&cx.x().title), named);
    let name = cx.dim(&name, Role::Note).width(WIDTH * LEFT).one_line();
    let made = cx.dim(&foot.made, Role::Note).align(Align::Max);
    let texts = [(print, left, FOOT[1]), (page, right, FOOT[1]), (name, left, FOOT[2]), (made, right, FOOT[2])];
    way.put(ui, cx, texts.map(|(label, x, from)| Text::new(&label, pos2(x, y(from)))));
    marks.into_inner()
}

/// A screen's number and name.
fn named(screen: &SignoffScreen) -> String {
    format!("{} · {}", screen.number, screen.name)
}

/// Number and name, the picture, the box, and the line for remarks.
fn head_ui(writer: &mut Flow<'_>, screen: &SignoffScreen) {
    let cx = writer.cx;
    writer.part(PageTag::Paragraph);
    let part = cx.say(Say::Signoff(Signoff::Part(screen.part)));
    writer.colored(&format!("{} · {part}", screen.number), Role::NoteStrong, cx.colors.accent);
    writer.gap(UNDER[0]);
    writer.part(PageTag::Heading);
    writer.text(&screen.name, Role::CardHeading);
    writer.gap(UNDER[1]);
    if screen.is_drawn {
        let area = Rect::from_min_size(writer.pos, vec2(WIDTH, WIDTH * SCREEN[1] / SCREEN[0]));
        if writer.draws_at(area.top()) {
            writer.part(PageTag::Figure(screen.name.clone()));
            // The picture is asked for when the page is written.
            writer.put([Mark::Picture { photo: PhotoKey::NONE, rect: area }]);
            writer.part(PageTag::Ornament);
            let line = Line::new(measure::RULE, cx.colors.edge);
            writer.put([Shape::Frame { rect: area.expand(measure::RULE), radius: 0, line }]);
        }
        writer.pos.y = area.bottom();
        writer.gap(UNDER[2]);
    }
    box_ui(writer);
    writer.gap(UNDER[3]);
}

fn box_ui(writer: &mut Flow<'_>) {
    let cx = writer.cx;
    let top = writer.pos.y;
    let agreed = cx.say(Say::Signoff(Signoff::Agreed));
    let agreed = cx.label(&agreed, Role::LabelStrong);
    let remarks = cx.say(Say::Signoff(Signoff::Remarks));
    let remarks = cx.dim(&remarks, Role::Label);
    let [size, of_remarks] = [&agreed, &remarks].map(|label| label.size(writer.ui.ctx()));
    let height = size.y.max(BOX);
    let left = writer.pos.x;
    if writer.draws_at(top) {
        writer.part(PageTag::Ornament);
        let tick = Rect::from_min_size(pos2(left, top + (height - BOX) / 2.0), vec2(BOX, BOX));
        writer.put([Shape::Frame { rect: tick, radius: 0, line: Line::new(BOX_LINE, cx.colors.text) }]);
        writer.part(PageTag::Paragraph);
        let words = left + BOX + BOX_GAP;
        let second = words + size.x + REMARKS;
        let middle = |height_of: f32| top + (height - height_of) / 2.0;
        writer.put([
            Text::new(&agreed, pos2(words, middle(size.y))),
            Text::new(&remarks, pos2(second, middle(of_remarks.y))),
        ]);
        writer.part(PageTag::Ornament);
        let from = second + of_remarks.x + REMARKS_GAP;
        let line = Line::new(measure::RULE, cx.colors.text);
        writer.put([Shape::rule(from, left + WIDTH, top + height, line)]);
    }
    writer.pos.y = top + height;
}

/// A text, with its name and how far it is beside it.
fn text_ui(writer: &mut Flow<'_>, text: &SignoffText) {
    let cx = writer.cx;
    writer.part(PageTag::Ornament);
    writer.rule(measure::RULE, cx.colors.line);
    let top = writer.pos.y + PAD[0];
    writer.part(PageTag::Paragraph);
    writer.column(0.0, NAMES, top);
    writer.dim(&text.name, Role::Note);
    if text.is_open {
        writer.colored(&text.standing, Role::NoteStrong, cx.colors.accent);
    } else {
        writer.dim(&text.standing, Role::Note);
    }
    let bottom = writer.pos.y;
    writer.part(PageTag::Paragraph);
    writer.column(NAMES + GAP, WIDTH - NAMES - GAP, top);
    writer.text_in(text.lang, &text.text, Role::Label);
    writer.across(bottom.max(writer.pos.y) + PAD[1]);
}
