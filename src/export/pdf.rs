//! Pages as PDF: glyphs of embedded fonts, so that words can be searched and copied; JPEGs unchanged; tags for screen readers.

use std::borrow::Cow;
use std::collections::HashMap;
use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Data, Document};

use super::About;
use super::drawing::{Cell, Color, Mark, Page, PageTag, Path, Picture, Step, Text};
use super::letters::{Faces, Run};

/// PDF points (1/72 inch) per point of the design: A4 is 1190.55 × 1683.78 points of the design.
pub const SCALE: f32 = 0.5;

/// The source of pictures, and the progress callback.
pub struct Supply<'s> {
    /// The bytes of a picture as JPEG; `None` if unavailable, which leaves its place empty.
    pub jpeg: &'s mut dyn FnMut(&Picture) -> Option<Vec<u8>>,
    /// PDF points (1/72 inch) per point of the design.
    pub scale: f32,
    /// Receives the progress from 0 to 1; returns `false` to cancel.
    pub go_on: &'s dyn Fn(f32) -> bool,
}

/// Pages as a PDF file; `None` if cancelled, or if no file can be made because a font cannot be embedded.
#[must_use]
pub fn pdf(pages: &[Page], about: &About, faces: &Faces, supply: Supply<'_>) -> Option<Vec<u8>> {
    pdf_of(pages.len(), |at| pages.get(at).map(Cow::Borrowed), about, (faces, supply))
}

/// The same of so many pages that are made one by one, so that only one is in memory at a time; `None` too if one cannot be made.
#[must_use]
pub fn pdf_of<'p>(
    count: usize,
    mut page: impl FnMut(usize) -> Option<Cow<'p, Page>>,
    about: &About,
    (faces, mut supply): (&Faces, Supply<'_>),
) -> Option<Vec<u8>> {
    let mut document = Document::new();
    let mut tree = Tree::default();
    let mut fonts = HashMap::new();
    for i in 0..count {
        #[expect(clippy::cast_precision_loss, reason = "a share")]
        let share = i as f32 / count as f32;
        if !(supply.go_on)(share) {
            return None;
        }
        let page = page(i)?;
        let scale = supply.scale;
        let [width, height] = page.size.map(|side| side * scale);
        let mut sheet = document.start_page_with(PageSettings::from_wh(width, height)?);
        {
            let mut writer = PageWriter { surface: sheet.surface(), faces, fonts: &mut fonts };
            writer.surface.push_transform(&Transform::from_scale(scale, scale));
            writer.page(&page, &mut tree, &mut supply);
            writer.surface.pop();
        }
        sheet.finish();
    }
    document.set_tag_tree(tree.done(about));
    document.set_metadata(
        Metadata::new()
            .title(about.title.clone())
            .description(about.description.clone())
            .language(about.lang.code().to_owned())
            .creator("Vitrine".to_owned()),
    );
    let finished = document.finish().inspect_err(|why| log::error!("the PDF is not made: {why:?}"));
    let bytes = finished.ok()?;
    (supply.go_on)(1.0).then_some(bytes)
}

/// Draws one page.
struct PageWriter<'s, 'p> {
    surface: Surface<'s>,
    faces: &'p Faces,
    fonts: &'p mut HashMap<usize, Font>,
}

impl PageWriter<'_, '_> {
    fn page(&mut self, page: &Page, tree: &mut Tree, supply: &mut Supply<'_>) {
        self.begin(&PageTag::Ornament, tree);
        let [width, height] = page.size;
        let steps = Path::rect([0.0, 0.0], [width, height], 0.0);
        self.path(&Path { steps, fill: Some(page.ground), stroke: None });
        for mark in &page.marks {
            match mark {
                Mark::PageTag(part) => {
                    self.surface.end_tagged();
                    self.begin(part, tree);
                }
                Mark::Path(path) => self.path(path),
                Mark::Text(text) => self.text(text),
                Mark::Picture(picture) => self.picture(picture, supply),
            }
        }
        self.surface.end_tagged();
    }

    fn begin(&mut self, part: &PageTag, tree: &mut Tree) {
        let tag = match part {
            PageTag::Ornament => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
            PageTag::Title
            | PageTag::Heading
            | PageTag::Subheading
            | PageTag::Paragraph
            | PageTag::Figure(_)
            | PageTag::Cell(_) => ContentTag::Span(SpanTag::empty()),
        };
        let id = self.surface.start_tagged(tag);
        tree.add(part, id);
    }

    fn path(&mut self, path: &Path) {
        let mut builder = PathBuilder::new();
        for step in &path.steps {
            match *step {
                Step::Move([x, y]) => builder.move_to(x, y),
                Step::Line([x, y]) => builder.line_to(x, y),
                Step::Curve([[ax, ay], [bx, by], [x, y]]) => builder.cubic_to(ax, ay, bx, by, x, y),
                Step::Close => builder.close(),
            }
        }
        let Some(built) = builder.finish() else { return };
        self.surface.set_fill(path.fill.map(fill));
        self.surface.set_stroke(path.stroke.map(|(width, color)| stroke(width, color)));
        self.surface.draw_path(&built);
    }

    /// A line of words. Its halo is drawn as outlines, so that the words occur only once.
    fn text(&mut self, text: &Text) {
        let words = ended(&text.words);
        let runs = self.faces.shape(&text.family, &words, &text.kerns);
        if let Some((reach, color)) = text.halo {
            let outline = Stroke { line_join: LineJoin::Round, ..stroke(2.0 * reach, color) };
            self.ink(Some(fill(color)), Some(outline));
            for run in &runs {
                self.run(text, &words, run, true);
            }
        }
        self.ink(Some(fill(text.color)), None);
        for run in &runs {
            self.run(text, &words, run, false);
        }
    }

    fn ink(&mut self, fill: Option<Fill>, stroke: Option<Stroke>) {
        self.surface.set_fill(fill);
        self.surface.set_stroke(stroke);
    }

    fn run(&mut self, text: &Text, words: &str, run: &Run, outlined: bool) {
        let Some(font) = self.font(run.face) else { return };
        let glyph = |glyph: &super::letters::Glyph| {
            let [right, up] = glyph.offset;
            let id = GlyphId::new(glyph.id);
            KrillaGlyph::new(id, glyph.advance, right, up, 0.0, glyph.range.clone(), None)
        };
        let glyphs: Vec<KrillaGlyph> = run.glyphs.iter().map(glyph).collect();
        let at = Point::from_xy(text.at[0] + run.x * text.size, text.at[1] + run.drop * text.size);
        self.surface.draw_glyphs(at, &glyphs, font, words, text.size, outlined);
    }

    fn font(&mut self, face: usize) -> Option<Font> {
        if let Some(font) = self.fonts.get(&face) {
            return Some(font.clone());
        }
        let known = self.faces.face(face)?;
        let font = Font::new(Data::from(std::sync::Arc::clone(&known.bytes)), known.index)?;
        self.fonts.insert(face, font.clone());
        Some(font)
    }

    fn picture(&mut self, picture: &Picture, supply: &mut Supply<'_>) {
        let jpeg = (supply.jpeg)(picture);
        let image = jpeg.map(|bytes| Image::from_jpeg(Data::from(bytes), true));
        let image = match image {
            Some(Ok(image)) => image,
            Some(Err(why)) => return log::error!("a picture is left out of the PDF: {why}"),
            None => return,
        };
        let ([left, top], [right, bottom]) = (picture.min, picture.max);
        let Some(size) = Rect::from_ltrb(left, top, right, bottom).and_then(|r| Size::from_wh(r.width(), r.height()))
        else {
            return;
        };
        self.surface.push_transform(&Transform::from_translate(left, top));
        self.surface.draw_image(image, size);
        self.surface.pop();
    }
}

/// Ends a line with a space, to separate its last word from the next line's for screen readers. Chinese and Tibetan lines need
/// none.
fn ended(words: &str) -> String {
    let divides = words.chars().next_back().is_some_and(|c| c.is_ascii() || ('\u{a0}'..'\u{f00}').contains(&c));
    if divides { format!("{} ", words.trim_end()) } else { words.to_owned() }
}

fn fill(color: Color) -> Fill {
    let (paint, opacity) = ink(color);
    Fill { paint, opacity, ..Fill::default() }
}

fn stroke(width: f32, color: Color) -> Stroke {
    let (paint, opacity) = ink(color);
    Stroke { paint, opacity, width, ..Stroke::default() }
}

fn ink([red, green, blue, alpha]: Color) -> (krilla::paint::Paint, NormalizedF32) {
    let opacity = NormalizedF32::new(f32::from(alpha) / 255.0).unwrap_or(NormalizedF32::ONE);
    (rgb::Color::new(red, green, blue).into(), opacity)
}

/// The tags in reading order.
#[derive(Default)]
struct Tree {
    nodes: Vec<Node>,
    /// The rows of the current table.
    rows: Vec<TagGroup>,
    /// The number of its last row.
    row: Option<usize>,
}

impl Tree {
    fn add(&mut self, part: &PageTag, id: Identifier) {
        let mut group = match part {
            // A rule or page number inside a table does not end it.
            PageTag::Ornament => return,
            PageTag::Cell(cell) => return self.cell(*cell, id),
            PageTag::Title => heading(1),
            PageTag::Heading => heading(2),
            PageTag::Subheading => heading(3),
            PageTag::Figure(alt) => TagGroup::new(Tag::Figure(Some(alt.clone()))),
            PageTag::Paragraph => TagGroup::new(Tag::P),
        };
        self.end_table();
        group.push(id);
        self.nodes.push(group.into());
    }

    fn cell(&mut self, cell: Cell, id: Identifier) {
        if cell.row == 0 && self.row != Some(0) {
            self.end_table();
        }
        let leaf = Node::Leaf(id);
        let group = if cell.is_header {
            TagGroup::with_children(Tag::TH(TableHeaderScope::Column), vec![leaf])
        } else {
            TagGroup::with_children(Tag::TD, vec![leaf])
        };
        if self.row != Some(cell.row) {
            self.rows.push(TagGroup::new(Tag::TR));
            self.row = Some(cell.row);
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(group);
        }
    }

    fn end_table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        self.row = None;
        if !rows.is_empty() {
            let rows = rows.into_iter().map(Node::from).collect();
            self.nodes.push(TagGroup::with_children(Tag::Table, rows).into());
        }
    }

    fn done(mut self, about: &About) -> TagTree {
        self.end_table();
        let mut tree = TagTree::new().with_lang(Some(about.lang.code().to_owned()));
        self.nodes.into_iter().for_each(|node| tree.push(node));
        tree
    }
}

fn heading(level: u16) -> TagGroup {
    TagGroup::new(Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), None))
}
