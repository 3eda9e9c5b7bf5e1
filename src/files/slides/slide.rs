//! One slide: its title, its notes, its pictures, and what else is on it.

use std::collections::{BTreeMap, HashMap};

use roxmltree::Node;

use super::part::{Parts, Target, is, reference};
use crate::files::{ReadError, photo_folder};
use crate::model::{PassedOver, SlidePart};

/// The most letters of a title and of notes that are read; more than a text of an exhibition may have.
const MOST_LETTERS: usize = 20_000;
/// The most pictures of a slide.
const MOST_PICTURES: usize = 500;

/// A slide.
#[derive(Default)]
pub struct Slide {
    /// Its title, on one line; empty where it has none.
    pub title: String,
    /// Its notes, a line a paragraph.
    pub notes: String,
    /// The files of its pictures, each once, in the order in which they lie.
    pub pictures: Vec<String>,
    /// Whether it is hidden from a show.
    pub is_hidden: bool,
    /// What of it is left out.
    pub passed: BTreeMap<PassedOver, usize>,
}

impl Slide {
    /// Reads a slide and its notes.
    ///
    /// # Errors
    /// If it is missing, damaged or unreasonable.
    pub fn read(parts: &mut Parts<'_>, name: &str) -> Result<Self, ReadError> {
        let targets = parts.targets(name);
        let mut slide = parts.look(name, |document| {
            let mut slide = Self { is_hidden: shown_is_off(document.root_element()), ..Self::default() };
            let nodes = document.descendants().filter(|node| node.is_element() && counts(*node));
            nodes.for_each(|node| slide.take(node, &targets));
            slide
        })?;
        if let Some(notes) = targets.values().find(|target| target.kind == "notesSlide")
            && let Some(part) = &notes.part
        {
            slide.notes = parts.look(part, |document| notes_of(document.root_element())).unwrap_or_default();
        }
        Ok(slide)
    }

    fn pass(&mut self, part: SlidePart) {
        *self.passed.entry(PassedOver::Slide(part)).or_default() += 1;
    }

    fn take(&mut self, node: Node<'_, '_>, targets: &HashMap<String, Target>) {
        match node.tag_name().name() {
            "sp" => self.shape(node, targets),
            "pic" => {
                let plays =
                    |node: Node<'_, '_>| ["videoFile", "audioFile", "wavAudioFile"].iter().any(|name| is(node, name));
                if node.descendants().any(plays) {
                    *self.passed.entry(PassedOver::Film).or_default() += 1;
                } else {
                    self.picture(node, targets);
                }
            }
            "graphicFrame" => {
                let kind =
                    node.descendants().find(|node| is(*node, "graphicData")).and_then(|data| data.attribute("uri"));
                let kind = kind.unwrap_or_default();
                let of = |word: &str| kind.contains(word);
                self.pass(match () {
                    () if of("chart") => SlidePart::Chart,
                    () if of("table") => SlidePart::Table,
                    () if of("diagram") => SlidePart::Diagram,
                    () => SlidePart::Object,
                });
            }
            "cxnSp" => self.pass(SlidePart::Shape),
            _ => {}
        }
    }

    /// A shape: the title, a text, a picture in a frame, or something drawn.
    fn shape(&mut self, node: Node<'_, '_>, targets: &HashMap<String, Target>) {
        let placeholder = node.descendants().find(|node| is(*node, "ph"));
        let kind = placeholder.map(|ph| ph.attribute("type").unwrap_or("obj"));
        let text = text_of(node, " ");
        match kind {
            Some("title" | "ctrTitle") if self.title.is_empty() => self.title = text,
            // The date, the footer and the number of a slide are on all of them.
            Some("dt" | "ftr" | "sldNum" | "hdr") => {}
            _ => {
                let own = |node: Node<'_, '_>| node.parent().is_some_and(|above| is(above, "spPr"));
                let fill = node.descendants().find(|node| is(*node, "blipFill") && own(*node));
                if let Some(fill) = fill {
                    self.picture(fill, targets);
                }
                if !text.is_empty() {
                    self.pass(SlidePart::Text);
                } else if fill.is_none() && kind.is_none() {
                    self.pass(SlidePart::Shape);
                }
            }
        }
    }

    fn picture(&mut self, node: Node<'_, '_>, targets: &HashMap<String, Target>) {
        let Some(blip) = node.descendants().find(|node| is(*node, "blip")) else { return };
        let part = reference(blip, "embed").and_then(|id| targets.get(id)?.part.as_deref());
        let Some(part) = part else {
            self.pass(SlidePart::Linked);
            return;
        };
        if !photo_folder::is_picture(part) {
            *self.passed.entry(PassedOver::OtherKind).or_default() += 1;
            return;
        }
        // The part that is cut off comes back: whoever cut it must know.
        let is_cut = |node: Node<'_, '_>| {
            is(node, "srcRect") && node.attributes().any(|side| side.value().parse::<i32>().is_ok_and(|cut| cut > 0))
        };
        if node.descendants().any(is_cut) {
            self.pass(SlidePart::Crop);
        }
        if self.pictures.len() < MOST_PICTURES && !self.pictures.iter().any(|own| own == part) {
            self.pictures.push(part.to_owned());
        }
    }
}

fn shown_is_off(root: Node<'_, '_>) -> bool {
    matches!(root.attribute("show"), Some("0" | "false"))
}

/// False for what stands in for something else: the second form of what older programs do not know, and the picture of an object.
fn counts(node: Node<'_, '_>) -> bool {
    !node.ancestors().skip(1).any(|above| is(above, "Fallback") || is(above, "graphicFrame"))
}

/// The notes of a slide: the text of the body, without the number and the picture of the slide.
fn notes_of(root: Node<'_, '_>) -> String {
    let is_body =
        |shape: &Node<'_, '_>| shape.descendants().any(|node| is(node, "ph") && node.attribute("type") == Some("body"));
    let shapes = root.descendants().filter(|node| is(*node, "sp")).filter(is_body);
    shapes.map(|shape| text_of(shape, "\n")).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// The text of a shape, its paragraphs and lines joined by `joint`.
fn text_of(shape: Node<'_, '_>, joint: &str) -> String {
    let mut lines = vec![String::new()];
    let mut left = MOST_LETTERS;
    for node in shape.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "p" if lines.last().is_some_and(|line| !line.is_empty()) => lines.push(String::new()),
            "br" => lines.push(String::new()),
            "t" => {
                let Some(line) = lines.last_mut() else { continue };
                let text = node.text().unwrap_or_default();
                line.extend(text.chars().map(|c| if c == '\u{b}' { ' ' } else { c }).take(left));
                left = left.saturating_sub(text.chars().count());
            }
            _ => {}
        }
    }
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    lines.join(joint)
}
