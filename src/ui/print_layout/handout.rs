//! The handout: the exhibition on pages of A4, as blocks one below the other. Only a block higher than a page is broken, between
//! two of its lines.

use std::cell::RefCell;
use std::rc::Rc;

use egui::{Pos2, Rangef, Ui, Vec2, pos2, vec2};

use super::{figures, lists, pictures, reports};
use crate::export::drawing::PageTag;
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::marks::{Mark, Text};
use crate::ui::theme::Role;

/// A4 in points of the design, two of which are a point of print.
pub const PAGE: Vec2 = vec2(1190.55, 1683.78);
/// The margins at the sides, at the top, and at the bottom with the page's number.
pub const MARGINS: [f32; 3] = [96.0, 92.0, 128.0];
/// The width of the text.
pub const WIDTH: f32 = PAGE.x - 2.0 * MARGINS[0];
/// The height of the text.
pub const HEIGHT: f32 = PAGE.y - MARGINS[1] - MARGINS[2];
/// The height of a piece of a block that is higher than a page; leaves room for its last line and the header of a table.
const PIECE: f32 = HEIGHT - 260.0;
/// A page that holds less takes blocks from the one before.
const LEAST_PAGE: f32 = HEIGHT * 0.25;
/// The highest line.
const LINE: f32 = 84.0;
/// From the top of the page's number to the lower edge.
const NUMBER: f32 = 84.0;
/// Over a heading, between it and its rule, and under that.
const HEADING: [f32; 3] = [48.0, 8.0, 24.0];
/// Under a paragraph.
pub const UNDER_PARAGRAPH: f32 = 14.0;
/// Under the words that introduce a chapter.
pub const UNDER_INTRODUCTION: f32 = 24.0;

/// Where a block may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Wherever it has room.
    Anywhere,
    /// On the page on which the next block begins.
    WithNext,
    /// Where it has room; if there is none, at the top of the next page, and what follows goes on without it.
    Floating,
    /// A gap over the next block, and none at the top of a page.
    Between,
    /// At the top of a page, and with the next block.
    OnNewPage,
    /// Over the rows of a table, repeated where they continue on another page.
    OverRows,
    /// A row of a table.
    InTable,
}

/// A block that is not broken, or a piece of one that is.
#[derive(Clone)]
struct Block {
    stands: Stands,
    height: f32,
    /// The top of a piece within the whole block; `None` for a whole one.
    piece: Option<f32>,
    draw: Rc<dyn Fn(&mut Flow<'_>)>,
}

/// The blocks, in order.
pub struct Blocks<'b> {
    /// The `Ui` that measures them.
    pub ui: &'b Ui,
    /// The context of the view.
    pub cx: &'b Cx<'b>,
    list: Vec<Block>,
}

impl<'b> Blocks<'b> {
    /// No blocks yet.
    #[must_use]
    pub fn new(ui: &'b Ui, cx: &'b Cx<'b>) -> Self {
        Self { ui, cx, list: Vec::new() }
    }

    /// The blocks on pages.
    #[must_use]
    pub fn on_pages(self) -> Pages {
        Pages(dealt(self.list))
    }

    /// Adds a block, and measures it at once.
    pub fn add(&mut self, stands: Stands, draw: impl Fn(&mut Flow<'_>) + 'static) {
        let mut writer = Flow::new(self.ui, self.cx, FlowMode::Measure, Pos2::ZERO, WIDTH);
        draw(&mut writer);
        let height = writer.pos.y;
        let draw: Rc<dyn Fn(&mut Flow<'_>)> = Rc::new(draw);
        if height <= HEIGHT {
            return self.list.push(Block { stands, height, piece: None, draw });
        }
        let mut from = 0.0;
        while from < height {
            let stands = if from > 0.0 && stands != Stands::InTable { Stands::Anywhere } else { stands };
            let block =
                Block { stands, height: (height - from).min(PIECE + LINE), piece: Some(from), draw: Rc::clone(&draw) };
            self.list.push(block);
            from += PIECE;
        }
    }

    /// A heading of a chapter.
    pub fn heading(&mut self, stands: Stands, words: String) {
        if stands != Stands::OnNewPage {
            self.add(Stands::Between, |writer| writer.gap(HEADING[0]));
        }
        self.add(stands, move |writer| {
            writer.part(PageTag::Heading);
            writer.text(&words, Role::Heading);
            writer.gap(HEADING[1]);
            writer.part(PageTag::Ornament);
            writer.accent_rule();
            writer.gap(HEADING[2]);
        });
    }

    /// A paragraph of running text.
    pub fn paragraph(&mut self, words: String, role: Role) {
        if !words.is_empty() {
            self.add(Stands::Anywhere, move |writer| {
                writer.paragraph(&words, role);
                writer.gap(UNDER_PARAGRAPH);
            });
        }
    }
}

/// Blocks on pages, without what stands at the foot of each.
pub struct Pages(Vec<Vec<(f32, Block)>>);

impl Pages {
    /// How many pages there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns `true` if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds the marks of a page.
    pub fn put(&self, ui: &Ui, cx: &Cx<'_>, way: FlowMode<'_>, number: usize) {
        for (top, block) in self.0.get(number).into_iter().flatten() {
            let at = pos2(MARGINS[0], MARGINS[1] + top - block.piece.unwrap_or_default());
            let mut writer = Flow::new(ui, cx, way, at, WIDTH);
            if block.piece.is_some() {
                writer = writer.within(Rangef::new(MARGINS[1] + top, MARGINS[1] + top + PIECE));
            }
            (block.draw)(&mut writer);
        }
    }
}

/// The pages of the handout.
pub struct Handout {
    pages: Pages,
}

impl Handout {
    /// Lays out the exhibition and distributes it to pages.
    #[must_use]
    pub fn new(ui: &Ui, cx: &Cx<'_>) -> Self {
        let mut blocks = Blocks::new(ui, cx);
        pictures::opening(&mut blocks);
        pictures::all(&mut blocks);
        figures::chart(&mut blocks);
        figures::totals(&mut blocks);
        figures::table(&mut blocks);
        lists::pairings(&mut blocks);
        reports::provinces(&mut blocks);
        lists::milestones(&mut blocks);
        reports::statements(&mut blocks);
        lists::sources(&mut blocks);
        Self { pages: blocks.on_pages() }
    }

    /// How many pages there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pages.len()
    }

    /// True where there is nothing to print.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// The marks of a page.
    #[must_use]
    pub fn page(&self, ui: &Ui, cx: &Cx<'_>, number: usize) -> Vec<Mark> {
        let marks = RefCell::default();
        let way = FlowMode::Collect(&marks);
        self.pages.put(ui, cx, way, number);
        way.put(ui, cx, [PageTag::Ornament]);
        if number > 0 {
            let y = PAGE.y - NUMBER;
            let title = cx.localized(&cx.x().title);
            let title = cx.dim(&title, Role::Note).width(WIDTH * 0.75).one_line();
            let words = format!("{} / {}", number + 1, self.pages.len());
            let words = cx.dim(&words, Role::Note).align(egui::Align::Max);
            way.put(ui, cx, [Text::new(&title, pos2(MARGINS[0], y)), Text::new(&words, pos2(PAGE.x - MARGINS[0], y))]);
        }
        marks.into_inner()
    }
}

/// Distributes blocks to pages, from the first page on.
fn dealt(blocks: Vec<Block>) -> Vec<Vec<(f32, Block)>> {
    let mut pages: Vec<Vec<Block>> = Vec::new();
    let mut y = 0.0;
    let mut rest = blocks.into_iter().peekable();
    let mut waiting: Vec<Block> = Vec::new();
    let mut header: Option<Block> = None;
    let mut afloat: Vec<Block> = Vec::new();
    while let Some(block) = rest.next() {
        let before: f32 = waiting.iter().map(|block| block.height).sum();
        let floats = block.stands == Stands::Floating && y > 0.0 && y + before + block.height > HEIGHT;
        // Its heading stays before it: on the same page, or with what follows on this one.
        let is_too_high = before + block.height > HEIGHT;
        if floats && (is_too_high || y + before + LEAST_PAGE <= HEIGHT) && rest.peek().is_some() {
            if y + before > HEIGHT {
                y = new_page(&mut pages, std::mem::take(&mut afloat));
            }
            y += before;
            pages.last_mut().into_iter().for_each(|page| page.append(&mut waiting));
            afloat.push(block);
            continue;
        }
        if block.stands == Stands::OverRows {
            header = Some(block.clone());
        }
        let waits = matches!(block.stands, Stands::WithNext | Stands::Between | Stands::OnNewPage | Stands::OverRows);
        waiting.push(block);
        if waits && rest.peek().is_some() {
            continue;
        }
        let height: f32 = waiting.iter().map(|block| block.height).sum();
        let is_new = waiting.iter().any(|block| block.stands == Stands::OnNewPage);
        if pages.is_empty() || is_new || (y + height > HEIGHT && y > 0.0) {
            y = new_page(&mut pages, std::mem::take(&mut afloat));
            if y + height > HEIGHT && y > 0.0 {
                y = new_page(&mut pages, Vec::new());
            }
            let goes_on = waiting.first().is_some_and(|block| block.stands == Stands::InTable);
            waiting.splice(0..0, header.clone().filter(|_| goes_on));
        }
        for block in waiting.drain(..) {
            y += block.height;
            if let Some(page) = pages.last_mut() {
                page.push(block);
            }
        }
    }
    if !afloat.is_empty() {
        new_page(&mut pages, afloat);
    }
    (1..pages.len()).for_each(|at| fill(&mut pages, at));
    pages.into_iter().map(placed).collect()
}

/// Begins a page with what had no room before; returns the height that is taken.
fn new_page(pages: &mut Vec<Vec<Block>>, afloat: Vec<Block>) -> f32 {
    pages.push(Vec::new());
    let mut y = 0.0;
    for block in afloat {
        if y + block.height > HEIGHT && y > 0.0 {
            pages.push(Vec::new());
            y = 0.0;
        }
        y += block.height;
        if let Some(page) = pages.last_mut() {
            page.push(block);
        }
    }
    y
}

/// Moves blocks from the page before onto one that would hold a few lines only.
fn fill(pages: &mut [Vec<Block>], at: usize) {
    let Some(([.., before], [page, ..])) = pages.split_at_mut_checked(at) else { return };
    let height = |page: &[Block]| page.iter().map(|block| block.height).sum::<f32>();
    if page.first().is_some_and(|first| matches!(first.stands, Stands::OnNewPage | Stands::Floating)) {
        return;
    }
    loop {
        let Some(last) = before.last() else { return };
        // What leads to the next block goes along with it.
        let waits = matches!(last.stands, Stands::WithNext | Stands::Between | Stands::OverRows);
        let has_room =
            height(page) < LEAST_PAGE && height(before) > HEIGHT - LEAST_PAGE && height(page) + last.height < HEIGHT;
        if before.len() < 2 || last.piece.is_some() || last.stands == Stands::OnNewPage || !(waits || has_room) {
            return;
        }
        let Some(last) = before.pop() else { return };
        let repeats = page.first().is_some_and(|first| first.stands == Stands::OverRows);
        match (repeats, last.stands) {
            (true, Stands::OverRows) => {}
            (true, Stands::InTable) => page.insert(1, last),
            _ => page.insert(0, last),
        }
    }
}

/// The blocks of a page with their tops.
fn placed(page: Vec<Block>) -> Vec<(f32, Block)> {
    let mut y = 0.0;
    let top = |block: Block| {
        let top = y;
        y += block.height;
        (top, block)
    };
    page.into_iter().skip_while(|block| block.stands == Stands::Between).map(top).collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Block, HEIGHT, Stands, dealt};

    fn pages(blocks: &[(Stands, f32)]) -> Vec<Vec<Stands>> {
        let block = |&(stands, share): &(Stands, f32)| Block {
            stands,
            height: share * HEIGHT,
            piece: None,
            draw: Rc::new(|_pen| {}),
        };
        let pages = dealt(blocks.iter().map(block).collect());
        pages.iter().map(|page| page.iter().map(|(_, block)| block.stands).collect()).collect()
    }

    #[test]
    fn a_heading_never_stands_alone_and_a_table_goes_on_under_its_header() {
        use Stands::{Anywhere, Floating, InTable, OnNewPage, OverRows, WithNext};
        let dealt = pages(&[(Anywhere, 0.8), (WithNext, 0.1), (Anywhere, 0.2)]);
        assert_eq!(dealt, [vec![Anywhere], vec![WithNext, Anywhere]]);
        let dealt = pages(&[(Anywhere, 0.1), (OnNewPage, 0.1), (OverRows, 0.1), (InTable, 0.5), (InTable, 0.5)]);
        assert_eq!(dealt, [vec![Anywhere], vec![OnNewPage, OverRows, InTable], vec![OverRows, InTable]]);
        let dealt = pages(&[(Anywhere, 0.4), (Anywhere, 0.3), (Anywhere, 0.2), (Anywhere, 0.15)]);
        assert_eq!(dealt, [vec![Anywhere; 2], vec![Anywhere; 2]], "no page for a few lines");
        let dealt = pages(&[(WithNext, 0.1), (OverRows, 0.1), (InTable, 0.4), (InTable, 0.3), (InTable, 0.1)]);
        assert_eq!(dealt, [vec![WithNext, OverRows, InTable], vec![OverRows, InTable, InTable]]);
        let dealt = pages(&[(Anywhere, 0.4), (WithNext, 0.1), (Floating, 0.6), (Anywhere, 0.3), (Anywhere, 0.3)]);
        assert_eq!(dealt, [vec![Anywhere, WithNext, Anywhere], vec![Floating, Anywhere]], "no hole before a picture");
        let dealt = pages(&[(Anywhere, 1.5), (Anywhere, 0.5), (WithNext, 0.1)]);
        assert_eq!(dealt, [vec![Anywhere], vec![Anywhere, WithNext]], "what is longer than a page has one for itself");
    }
}
