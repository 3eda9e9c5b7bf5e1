//! Words as glyphs: shaped with the same fonts, font order and rules as on the screen.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider as _;
use skrifa::{GlyphId, MetadataProvider as _};

/// The bytes of a font file.
pub type FontBytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// A font.
pub struct Face {
    /// The font file.
    pub bytes: FontBytes,
    /// The index of the font in the file.
    pub index: u32,
}

/// A font in a family.
struct Member {
    face: usize,
    /// How far its baseline lies below the middle of a line, in ems.
    baseline: f32,
    /// How far its letters are moved down from there, in ems.
    drop: f32,
}

/// A font, ready to shape.
struct Known {
    face: Face,
    data: ShaperData,
    units: f32,
    baseline: f32,
}

/// The fonts, in families whose order decides which font draws a character.
#[derive(Default)]
pub struct Faces {
    faces: Vec<Known>,
    families: HashMap<String, Vec<Member>>,
}

/// A run of glyphs of one font.
#[derive(Clone, Debug)]
pub struct Run {
    /// The index of the font in [`Faces`].
    pub face: usize,
    /// Its byte range in the words.
    pub range: Range<usize>,
    /// Its start, in ems from the start of the line.
    pub x: f32,
    /// How far below the baseline of the line's first font it is drawn, in ems.
    pub drop: f32,
    /// The glyphs.
    pub glyphs: Vec<Glyph>,
}

/// A glyph; lengths are in ems.
#[derive(Clone, Debug)]
pub struct Glyph {
    /// Its id in the font.
    pub id: u32,
    /// Its byte range in the words, shared by the glyphs of one cluster.
    pub range: Range<usize>,
    /// The advance.
    pub advance: f32,
    /// The offset to the right and up.
    pub offset: [f32; 2],
}

impl Faces {
    /// Adds a font at the end of a family; `drop` is how far its letters are moved down, as a fraction of their size. Invalid
    /// fonts are skipped.
    pub fn add(&mut self, family: &str, bytes: &FontBytes, index: u32, drop: f32) {
        let known = self
            .faces
            .iter()
            .position(|Known { face, .. }| face.index == index && (*face.bytes).as_ref() == (**bytes).as_ref());
        let face = known.or_else(|| {
            let font = FontRef::from_index((**bytes).as_ref(), index).ok()?;
            let units = f32::from(font.head().ok()?.units_per_em().max(1));
            let data = ShaperData::new(&font);
            let metrics = font.metrics(Size::unscaled(), LocationRef::default());
            // A line's letters stand around its middle, whatever their font, as egui sets them.
            let baseline = (metrics.ascent + metrics.descent - metrics.leading) / 2.0 / units;
            self.faces.push(Known { face: Face { bytes: Arc::clone(bytes), index }, data, units, baseline });
            Some(self.faces.len() - 1)
        });
        if let Some((face, known)) = face.and_then(|face| Some((face, self.faces.get(face)?))) {
            let member = Member { face, baseline: known.baseline, drop };
            self.families.entry(family.to_owned()).or_default().push(member);
        }
    }

    /// A font by its index.
    #[must_use]
    pub fn face(&self, at: usize) -> Option<&Face> {
        self.faces.get(at).map(|known| &known.face)
    }

    /// The units per em of a font.
    #[must_use]
    pub fn units_per_em(&self, at: usize) -> f32 {
        self.faces.get(at).map_or(1000.0, |known| known.units)
    }

    /// Shapes a line of words. Some letters, by their byte, are moved away from the one before, in ems.
    #[must_use]
    pub fn shape(&self, family: &str, words: &str, kerns: &[(usize, f32)]) -> Vec<Run> {
        let Some(members) = self.families.get(family).filter(|members| !members.is_empty()) else { return Vec::new() };
        let mut runs = Vec::new();
        let mut x = 0.0;
        // The line's baseline is that of its first font.
        let mut first = None;
        for (member, range) in self.split(members, words) {
            let first = *first.get_or_insert(member.baseline);
            let mut glyphs = self.glyphs(member.face, words, &range);
            for (at, by) in kerns.iter().filter(|(at, _)| range.contains(at)) {
                // The letter before makes room; where the run begins, the whole run is moved.
                match glyphs.iter_mut().rev().find(|glyph| glyph.range.start < *at) {
                    Some(before) => before.advance += by,
                    None => x += by,
                }
            }
            let width: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
            runs.push(Run { face: member.face, range, x, drop: member.baseline + member.drop - first, glyphs });
            x += width;
        }
        runs
    }

    /// Splits words by the first font that has each character. A mark stays with its base.
    fn split<'a>(&self, members: &'a [Member], words: &str) -> Vec<(&'a Member, Range<usize>)> {
        let fonts: Vec<Option<FontRef<'_>>> = members.iter().map(|member| self.font(member.face)).collect();
        let maps: Vec<_> = fonts.iter().map(|font| font.as_ref().map(FontRef::charmap)).collect();
        let knows = |i: usize, c: char| {
            maps.get(i).and_then(Option::as_ref).and_then(|map| map.map(c)).is_some_and(|id| id != GlyphId::NOTDEF)
        };
        let mut parts: Vec<(usize, Range<usize>)> = Vec::new();
        for (at, c) in words.char_indices() {
            let end = at + c.len_utf8();
            let first = (0..members.len()).find(|&i| knows(i, c));
            match parts.last_mut() {
                Some((i, range)) if is_mark(c) || first.is_none_or(|first| first == *i) => {
                    debug_assert!(*i < members.len());
                    range.end = end;
                }
                _ => parts.push((first.unwrap_or(0), at..end)),
            }
        }
        parts.into_iter().filter_map(|(i, range)| Some((members.get(i)?, range))).collect()
    }

    fn font(&self, at: usize) -> Option<FontRef<'_>> {
        let face = self.face(at)?;
        FontRef::from_index((*face.bytes).as_ref(), face.index).ok()
    }

    fn glyphs(&self, at: usize, words: &str, range: &Range<usize>) -> Vec<Glyph> {
        let (Some(Known { data, units, .. }), Some(font)) = (self.faces.get(at), self.font(at)) else {
            return Vec::new();
        };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(words.get(range.clone()).unwrap_or_default());
        buffer.guess_segment_properties();
        let shaped = data.shaper(&font).build().shape(buffer, ShapeOptions::new());
        let infos = shaped.glyph_infos();
        // A cluster ends where the next one begins; all supported scripts run from left to right.
        let starts: Vec<usize> = infos.iter().map(|info| range.start + info.cluster as usize).collect();
        let end = |start: usize| starts.iter().copied().find(|&other| other > start).unwrap_or(range.end);
        #[expect(clippy::cast_precision_loss, reason = "font units")]
        let ems = |value: i32| value as f32 / units;
        let glyph = |((info, pos), &start): ((&harfrust::GlyphInfo, &harfrust::GlyphPosition), &usize)| Glyph {
            id: info.glyph_id,
            range: start..end(start),
            advance: ems(pos.x_advance),
            offset: [ems(pos.x_offset), ems(pos.y_offset)],
        };
        infos.iter().zip(shaped.glyph_positions()).zip(&starts).map(glyph).collect()
    }

    /// The outline of a glyph as SVG path data, in font units with y upwards; empty for a space.
    #[must_use]
    pub fn outline(&self, at: usize, id: u32) -> String {
        use skrifa::outline::DrawSettings;
        let mut pen = SvgPath::default();
        let Some(font) = self.font(at) else { return String::new() };
        let glyph = font.outline_glyphs().get(GlyphId::new(id));
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        // A damaged outline is drawn as far as possible.
        let _ = glyph.map(|glyph| glyph.draw(settings, &mut pen));
        pen.0
    }
}

/// Characters that never start a font run: combining marks, Tibetan vowels and subjoined letters, joiners.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{f18}' | '\u{f19}' | '\u{f35}' | '\u{f37}' | '\u{f39}' | '\u{f71}'..='\u{f84}'
        | '\u{f86}' | '\u{f87}' | '\u{f8d}'..='\u{fbc}' | '\u{fc6}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}')
}

/// Writes an outline as SVG path data.
#[derive(Default)]
struct SvgPath(String);

impl SvgPath {
    fn step(&mut self, letter: char, numbers: &[f32]) {
        self.0.push(letter);
        for (i, number) in numbers.iter().enumerate() {
            let text = super::svg::short(*number);
            if i > 0 && !text.starts_with('-') {
                self.0.push(' ');
            }
            self.0.push_str(&text);
        }
    }
}

impl skrifa::outline::OutlinePen for SvgPath {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('M', &[x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step('L', &[x, y]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.step('Q', &[cx, cy, x, y]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.step('C', &[ax, ay, bx, by, x, y]);
    }

    fn close(&mut self) {
        self.step('Z', &[]);
    }
}
