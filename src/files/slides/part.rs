//! The parts of a presentation, and what they refer to (ECMA-376, part 2). Parts built to be slow or large are refused.

use std::collections::HashMap;

use roxmltree::{Document, Node, ParsingOptions};

use crate::files::{PackSource, ReadError};

/// The most bytes of one part, and of all that are read.
const MOST_BYTES: u64 = 8 << 20;
const MOST_OF_ALL: u64 = 256 << 20;
/// The most nodes of a part.
const MOST_NODES: u32 = 200_000;
/// The most namespace declarations: the parser copies those in scope at each new one.
const MOST_NAMESPACES: usize = 4_000;
/// The most attributes of a tag: the parser compares each with each.
const MOST_ATTRIBUTES: usize = 200;

/// What a part refers to.
pub struct Target {
    /// The last word of the relationship's kind: `slide`, `image`.
    pub kind: String,
    /// The name of the part; `None` for what lies outside.
    pub part: Option<String>,
}

/// Reads parts, within what all of them may take.
pub struct Parts<'s> {
    source: &'s PackSource,
    left: u64,
}

impl<'s> Parts<'s> {
    /// The parts of a presentation.
    pub fn of(source: &'s PackSource) -> Self {
        Self { source, left: MOST_OF_ALL }
    }

    /// Gives a part to a function.
    ///
    /// # Errors
    /// If it is missing, damaged or unreasonable.
    pub fn look<T>(&mut self, name: &str, look: impl FnOnce(&Document<'_>) -> T) -> Result<T, ReadError> {
        let bytes = self.source.read(name, MOST_BYTES.min(self.left))?;
        self.left -= bytes.len() as u64;
        let text = std::str::from_utf8(&bytes).map_err(|_no_text| ReadError::Damaged)?;
        let text = text.trim_start_matches('\u{feff}');
        let is_reasonable = text.matches("xmlns").count() <= MOST_NAMESPACES
            && text.split('<').all(|tag| tag.bytes().filter(|&b| b == b'=').count() <= MOST_ATTRIBUTES);
        if !is_reasonable {
            return Err(ReadError::TooLarge);
        }
        // Declarations of document types, and with them entities, are not read.
        let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
        let document = Document::parse_with_options(text, options).map_err(|_damaged| ReadError::Damaged)?;
        Ok(look(&document))
    }

    /// What a part refers to, by ids; nothing where it refers to nothing.
    pub fn targets(&mut self, of: &str) -> HashMap<String, Target> {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let found = self.look(&format!("{folder}/_rels/{file}.rels"), |document| {
            let target = |node: Node<'_, '_>| {
                let kind = node.attribute("Type")?.rsplit('/').next()?.to_owned();
                let is_outside = node.attribute("TargetMode") == Some("External");
                let part = (!is_outside).then(|| resolved(folder, node.attribute("Target")?)).flatten();
                Some((node.attribute("Id")?.to_owned(), Target { kind, part }))
            };
            document.descendants().filter(|node| is(*node, "Relationship")).filter_map(target).collect()
        });
        found.unwrap_or_default()
    }

    /// The slides of a presentation, in their order.
    ///
    /// # Errors
    /// If the order cannot be read.
    pub fn slides(&mut self, main: &str) -> Result<Vec<String>, ReadError> {
        let ids: Vec<String> = self.look(main, |document| {
            let listed = document.descendants().filter(|node| is(*node, "sldId"));
            listed.filter_map(|node| reference(node, "id").map(str::to_owned)).collect()
        })?;
        let mut targets = self.targets(main);
        Ok(ids.iter().filter_map(|id| targets.remove(id)?.part).collect())
    }
}

/// Returns true for an element of this name, whatever its namespace: strict and transitional files have others.
pub fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// The id of a relationship in an attribute of this name.
pub fn reference<'n>(node: Node<'n, '_>, name: &str) -> Option<&'n str> {
    node.attributes().find(|a| a.name() == name && a.namespace().is_some()).map(|a| a.value())
}

/// A target as the name of a part; `None` where it leads outside.
fn resolved(folder: &str, target: &str) -> Option<String> {
    let (base, target) = match target.strip_prefix('/') {
        Some(target) => ("", target),
        None => (folder, target),
    };
    let mut names: Vec<&str> = base.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            ".." => {
                names.pop()?;
            }
            "" | "." => {}
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn a_target_is_found_from_its_part() {
        assert_eq!(resolved("ppt/slides", "../media/image1.png").as_deref(), Some("ppt/media/image1.png"));
        assert_eq!(resolved("ppt/slides", "/ppt/media/a.png").as_deref(), Some("ppt/media/a.png"));
        assert_eq!(resolved("ppt", "slides/slide1.xml").as_deref(), Some("ppt/slides/slide1.xml"));
        assert_eq!(resolved("ppt", "../../../etc/passwd"), None);
    }
}
