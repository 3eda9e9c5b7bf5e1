//! The layout of the page: rows of one or two cells, measured once for a width and language.

use std::cmp::Reverse;
use std::sync::Arc;

use egui::{Id, Rect, Ui, pos2, vec2};

use crate::model::{Lang, ProvinceId};
use crate::state::{Subject, claims};
use crate::ui::Cx;
use crate::ui::fonts::FONT_LICENCES;

use super::cell;

/// The gap between two columns.
const GUTTER: f32 = 40.0;
/// From this width on there are two columns.
const TWO_COLUMNS: f32 = 760.0;
/// The gap above a section.
const SECTION_GAP: f32 = 56.0;
/// How far below the top of the view a section's heading may be for the section to be current.
const REACHED: f32 = 4.0;
/// The gap above the line about the program.
const PROGRAM_GAP: f32 = 16.0;

/// What stands in one cell, by its position in the exhibition's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Content {
    /// The heading of a section.
    Heading(Section),
    /// The remark of a group.
    GroupNote(usize),
    /// A paragraph about the exhibition.
    About(usize),
    /// A statement.
    Statement(usize),
    /// A source.
    Source(usize),
    /// A source of the chosen province.
    OfChoice(usize),
    /// The button that opens the licences.
    LicencesButton,
    /// The licences.
    Licences,
    /// The program, and who draws.
    Program,
}

/// A part of the page that one can jump to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// The sources of the chosen province.
    Choice,
    /// About the exhibition.
    About,
    /// A group of statements.
    Group(usize),
    /// All sources.
    Sources,
}

/// A row of cells.
#[derive(Clone, Debug)]
pub struct Row {
    /// What stands in it, from the left.
    pub cells: Vec<Content>,
    top: f32,
    height: f32,
    whole: bool,
}

impl Row {
    /// Its area on the page.
    #[must_use]
    pub fn area(&self, width: f32) -> Rect {
        Rect::from_min_size(pos2(0.0, self.top), vec2(width, self.height))
    }

    /// The width of its cells.
    #[must_use]
    pub fn cell_width(&self, page: &Page) -> f32 {
        if self.whole { page.width } else { page.column() }
    }
}

/// The page.
#[derive(Clone, Debug)]
pub struct Page {
    key: Key,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// Its rows, from the top.
    pub rows: Vec<Row>,
    /// Where its sections begin.
    pub anchors: Vec<(Section, f32)>,
}

impl Page {
    /// The width of a column.
    #[must_use]
    pub fn column(&self) -> f32 {
        if self.width >= TWO_COLUMNS { (self.width - GUTTER) / 2.0 } else { self.width }
    }

    /// The left end of a column.
    #[must_use]
    pub fn column_left(&self, index: usize) -> f32 {
        if index == 0 { 0.0 } else { self.column() + GUTTER }
    }

    /// The section at this offset.
    #[must_use]
    pub fn section_at(&self, offset: f32) -> Option<Section> {
        let begun = |&&(_, top): &&(Section, f32)| top <= offset + SECTION_GAP + REACHED;
        self.anchors.iter().take_while(begun).last().map(|&(section, _)| section)
    }
}

/// The inputs that a page was measured with.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    province: Option<ProvinceId>,
    revision: (u64, u64),
    lang: Lang,
    width: f32,
    scale: f32,
    licences: bool,
}

/// The page for a width, cached until one of its inputs changes.
#[must_use]
pub fn page(ui: &Ui, cx: &Cx<'_>, width: f32) -> Arc<Page> {
    let ctx = ui.ctx();
    let licences = cx.state.session().licences;
    let scale = ctx.pixels_per_point();
    let province = cx.state.filter().province.clone();
    let key = Key { province, revision: cx.state.revision(), lang: cx.lang(), width, scale, licences };
    let id = Id::unique("sources page");
    if let Some(page) = ctx.data_mut(|d| d.get_temp::<Arc<Page>>(id)).filter(|page| page.key == key) {
        return page;
    }
    let mut page = Page { key, width, height: 0.0, rows: Vec::new(), anchors: Vec::new() };
    fill(ui, cx, &mut page);
    let page = Arc::new(page);
    ctx.data_mut(|d| d.insert_temp(id, Arc::clone(&page)));
    page
}

fn fill(ui: &Ui, cx: &Cx<'_>, page: &mut Page) {
    let x = cx.x();
    let mut page = Filling { ui, cx, page };
    // Whoever has chosen a province looks for its sources.
    let of_choice: Vec<usize> = of_choice(cx);
    if !of_choice.is_empty() {
        page.section(Section::Choice);
        page.pairs(of_choice.into_iter().map(Content::OfChoice));
    }
    if !x.about.is_empty() {
        page.section(Section::About);
        page.pairs((0..x.about.len()).map(Content::About));
    }
    for (g, group) in x.groups.iter().enumerate() {
        page.section(Section::Group(g));
        if !group.note.is_empty() {
            page.row(vec![Content::GroupNote(g)], true);
        }
        let own = x.statements.iter().enumerate().filter(|(_, s)| s.group == group.id);
        page.pairs(own.map(|(i, _)| Content::Statement(i)));
    }
    page.section(Section::Sources);
    let mut newest_first: Vec<usize> = (0..x.sources.len()).collect();
    newest_first.sort_by_key(|&i| Reverse(x.sources.get(i).and_then(|s| s.date)));
    page.pairs(newest_first.into_iter().map(Content::Source));
    if !FONT_LICENCES.trim().is_empty() {
        page.page.height += SECTION_GAP;
        page.row(vec![Content::LicencesButton], true);
        if page.page.key.licences {
            page.row(vec![Content::Licences], true);
        }
    }
    page.page.height += PROGRAM_GAP;
    page.row(vec![Content::Program], true);
    page.page.height += SECTION_GAP;
}

/// The sources of the chosen province.
fn of_choice(cx: &Cx<'_>) -> Vec<usize> {
    let Some(province) = cx.state.filter().province.clone() else { return Vec::new() };
    let mut found = Vec::new();
    for claim in claims(cx.x(), &Subject::Province(province)) {
        let at = cx.x().sources.iter().position(|source| source.id == claim.source.id);
        found.extend(at.filter(|at| !found.contains(at)));
    }
    found
}

struct Filling<'f> {
    ui: &'f Ui,
    cx: &'f Cx<'f>,
    page: &'f mut Page,
}

impl Filling<'_> {
    fn section(&mut self, section: Section) {
        if !self.page.rows.is_empty() {
            self.page.height += SECTION_GAP;
        }
        self.page.anchors.push((section, self.page.height));
        self.row(vec![Content::Heading(section)], true);
    }

    /// Cells side by side, where there is room for two columns.
    fn pairs(&mut self, cells: impl Iterator<Item = Content>) {
        let columns = if self.page.column() < self.page.width { 2 } else { 1 };
        let cells: Vec<Content> = cells.collect();
        for cells in cells.chunks(columns) {
            self.row(cells.to_vec(), false);
        }
    }

    fn row(&mut self, cells: Vec<Content>, whole: bool) {
        let width = if whole { self.page.width } else { self.page.column() };
        let height = |&content: &Content| cell::height(self.ui, self.cx, content, width);
        let height = cells.iter().map(height).fold(0.0, f32::max);
        let top = self.page.height;
        self.page.height += height;
        self.page.rows.push(Row { cells, top, height, whole });
    }
}
