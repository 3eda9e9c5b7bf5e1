//! Texts one under the other, at the largest of some sizes at which all of them fit.

use egui::{Color32, Rect, Vec2};

use crate::model::Lang;
use crate::text;
use crate::ui::presenter::pen::{Pen, Type};

/// The number of sizes that each text has.
pub(super) const STEPS: usize = 4;

/// A text of a column.
#[derive(Clone)]
pub(super) struct Block {
    /// The language of its script.
    pub(super) lang: Lang,
    /// Its words.
    pub(super) words: String,
    /// Its sizes, largest first; all texts of a column step down together.
    pub(super) sizes: [f32; STEPS],
    /// Its weight and leading.
    pub(super) kind: Type,
    /// Its colour.
    pub(super) color: Color32,
    /// The gap over it, unless it is the first.
    pub(super) gap: f32,
    /// Whether sentences are left out from its end where the column does not fit at its smallest sizes.
    pub(super) gives_way: bool,
}

/// Texts one under the other.
#[derive(Clone, Default)]
pub(super) struct Column {
    blocks: Vec<Block>,
}

/// A column that fits an area: its texts at a step, and its height in measures.
pub(super) struct Fitted {
    blocks: Vec<Block>,
    step: usize,
    /// Its height.
    pub(super) height: f32,
    /// Whether no sentence is left out.
    pub(super) is_whole: bool,
}

impl Column {
    /// Adds a text; nothing where it is empty.
    pub(super) fn add(&mut self, block: Block) {
        if !block.words.trim().is_empty() {
            self.blocks.push(block);
        }
    }

    /// Returns `true` if it has no text.
    pub(super) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The column at the first of its steps from `0` to `last` at which it fits.
    pub(super) fn fit(&self, pen: &Pen<'_>, area: Vec2, last: usize) -> Option<Fitted> {
        (0..=last.min(STEPS - 1)).find_map(|step| fitted(pen, &self.blocks, area, step))
    }

    /// The same; where it fits at no step, at the smallest sizes without the sentences that do not fit.
    pub(super) fn fit_in_part(&self, pen: &Pen<'_>, area: Vec2) -> Fitted {
        if let Some(fitted) = self.fit(pen, area, STEPS - 1) {
            return fitted;
        }
        let mut blocks = self.blocks.clone();
        let mut is_whole = true;
        loop {
            let height = height(pen, &blocks, area.x, STEPS - 1);
            let Some(last) = blocks.iter().rposition(|block| block.gives_way).filter(|_| height > area.y) else {
                let is_whole = height <= area.y && is_whole;
                return Fitted { blocks, step: STEPS - 1, height, is_whole };
            };
            is_whole = false;
            let block = &mut blocks[last];
            let parts = text::sentences(&block.words);
            let shorter = parts[..parts.len().saturating_sub(1)].concat().trim_end().to_owned();
            if shorter.is_empty() {
                blocks.remove(last);
            } else {
                block.words = shorter;
            }
        }
    }
}

impl Fitted {
    /// Draws it from the top of an area.
    pub(super) fn draw(&self, pen: &Pen<'_>, area: Rect) {
        let mut y = area.top();
        for (i, block) in self.blocks.iter().enumerate() {
            y += if i == 0 { 0.0 } else { block.gap };
            y += pen.put(label(pen, block, self.step), area.left(), y, area.width());
        }
    }
}

fn label<'b>(pen: &Pen<'_>, block: &'b Block, step: usize) -> crate::ui::typeset::Label<'b> {
    let size = block.sizes.get(step).copied().unwrap_or(block.kind.size);
    pen.label_in(block.lang, &block.words, Type { size, ..block.kind }, block.color)
}

/// The height of texts at a width.
fn height(pen: &Pen<'_>, blocks: &[Block], width: f32, step: usize) -> f32 {
    let gaps: f32 = blocks.iter().skip(1).map(|block| block.gap).sum();
    gaps + blocks.iter().map(|block| pen.size(&label(pen, block, step).width(pen.px(width))).y).sum::<f32>()
}

/// The texts at a step, where they are no higher than the area and no Latin word has to be broken.
fn fitted(pen: &Pen<'_>, blocks: &[Block], area: Vec2, step: usize) -> Option<Fitted> {
    let height = height(pen, blocks, area.x, step);
    let breaks_a_word = |block: &Block| {
        let size = block.sizes.get(step).copied().unwrap_or(block.kind.size);
        pen.breaks_a_word(&block.words, Type { size, ..block.kind }, area.x)
    };
    (height <= area.y && !blocks.iter().any(breaks_a_word)).then(|| Fitted {
        blocks: blocks.to_vec(),
        step,
        height,
        is_whole: true,
    })
}
