//! What a source file mentions: paths, method calls and string literals, read with a parser.
//!
//! Imports are followed, so that `use crate::{files, …}`, `use std::fs as disk` and `super::super::files` are all seen as what they name.
//! Comments, documentation and unit tests do not count.

use std::collections::BTreeMap;
use std::path::Path;

use syn::buffer::{Cursor, TokenBuffer};
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, UseTree};

/// Everything that the code of one file mentions.
#[derive(Default)]
pub struct Mentions {
    /// Paths from the crate's root or from a library's name: `crate::files::read`, `std::fs::File`.
    pub paths: Vec<String>,
    /// Method calls: the path that they are called on, empty for any other expression, and the method's name.
    pub calls: Vec<(String, String)>,
    /// String literals, as written.
    pub texts: Vec<String>,
    /// Where the visitor is: the module's path below the crate's root.
    module: Vec<String>,
    /// What each imported name stands for.
    imports: BTreeMap<String, String>,
}

impl Mentions {
    /// Reads a file; `path` is below the package's folder and gives the module: `src/state/mod.rs`.
    pub fn of(path: &Path, text: &str) -> Self {
        let file = syn::parse_file(text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let mut imports = Imports { module: module_of(path), found: Vec::new() };
        imports.visit_file(&file);
        let module = module_of(path);
        let mut mentions = Self { module, ..Self::default() };
        for (name, path) in imports.found {
            // `use egui;` names itself.
            if path != name {
                mentions.imports.insert(name, path);
            }
        }
        mentions.visit_file(&file);
        mentions
    }

    /// The first path that is `forbidden` or lies below it. A glob import stands for all that it may bring in.
    pub fn path_into(&self, forbidden: &str) -> Option<&String> {
        let below = |path: &str, of: &str| path.strip_prefix(of).is_some_and(|r| r.is_empty() || r.starts_with("::"));
        self.paths.iter().find(|path| match path.strip_suffix("::*") {
            Some(glob) => below(glob, forbidden) || below(forbidden, glob),
            None => below(path, forbidden),
        })
    }

    /// Forgets the paths that lie in a layer's own part: they are never a wall's business.
    pub fn leave_out(&mut self, own: &str) {
        self.paths.retain(|path| path != "crate" && !path.starts_with(&format!("{own}::")) && path != own);
    }

    /// Whether a method of this name is called on anything.
    pub fn calls_method(&self, name: &str) -> bool {
        self.calls.iter().any(|(_, method)| method == name)
    }

    fn mention(&mut self, written: &[String]) -> String {
        let mut path = absolute(&self.module, written);
        // An import may begin with the name of another.
        for _ in 0..4 {
            let (first, rest) = path.split_once("::").map_or((path.as_str(), None), |(a, b)| (a, Some(b)));
            let Some(imported) = self.imports.get(first) else { break };
            path = rest.map_or_else(|| imported.clone(), |rest| format!("{imported}::{rest}"));
        }
        self.paths.push(path.clone());
        path
    }

    /// The tokens of a macro call, which the parser leaves as they are.
    fn tokens(&mut self, mut cursor: Cursor) {
        while !cursor.eof() {
            if let Some((segments, next)) = path_at(cursor) {
                cursor = next;
                let path = self.mention(&segments);
                if let Some((name, next)) = method_at(cursor) {
                    self.calls.push((path, name));
                    cursor = next;
                }
            } else if let Some((name, next)) = method_at(cursor) {
                self.calls.push((String::new(), name));
                cursor = next;
            } else if let Some((literal, next)) = cursor.literal() {
                self.texts.push(literal.to_string());
                cursor = next;
            } else if let Some((inside, _, _, next)) = cursor.any_group() {
                self.tokens(inside);
                cursor = next;
            } else if let Some((_, next)) = cursor.punct().filter(|(punct, _)| punct.as_char() == '#') {
                // An attribute, or the documentation that a comment became.
                cursor = next.any_group().map_or(next, |(.., next)| next);
            } else if let Some((_, next)) = cursor.token_tree() {
                cursor = next;
            } else {
                break;
            }
        }
    }
}

impl<'ast> Visit<'ast> for Mentions {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if !is_test(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        if !is_test(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        self.module.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        for (_, path) in leaves(&item.tree) {
            self.mention(&path);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.mention(&path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Vec<_>>());
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let receiver = match &*call.receiver {
            Expr::Path(path) => path.path.segments.iter().map(|segment| segment.ident.to_string()).collect(),
            _ => Vec::new(),
        };
        self.calls.push((receiver.join("::"), call.method.to_string()));
        visit::visit_expr_method_call(self, call);
    }

    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        self.texts.push(literal.value());
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        self.tokens(TokenBuffer::new2(call.tokens.clone()).begin());
    }

    // Attributes hold documentation, and `pub(in …)` names what the code is part of.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}
}

/// The imports of a file: the name that each gives, and the path that it stands for.
struct Imports {
    module: Vec<String>,
    found: Vec<(String, String)>,
}

impl<'ast> Visit<'ast> for Imports {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !is_test(&module.attrs) {
            self.module.push(module.ident.to_string());
            visit::visit_item_mod(self, module);
            self.module.pop();
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if !is_test(&item.attrs) {
            let named = leaves(&item.tree).into_iter().filter_map(|(name, path)| Some((name?, path)));
            self.found.extend(named.map(|(name, path)| (name, absolute(&self.module, &path))));
        }
    }
}

/// The module that a file is: `src/state/talk/mod.rs` is `state::talk`.
fn module_of(path: &Path) -> Vec<String> {
    let below = path.strip_prefix("src").unwrap_or(path).with_extension("");
    let mut module: Vec<String> = below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if module.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        module.pop();
    }
    module
}

/// A path as written, from the crate's root where it begins with `self` or `super`.
fn absolute(module: &[String], written: &[String]) -> String {
    let ups = written.iter().take_while(|segment| *segment == "super" || *segment == "self").count();
    if ups == 0 {
        return written.join("::");
    }
    let above = written[..ups].iter().filter(|segment| *segment == "super").count();
    let mut path = vec!["crate".to_owned()];
    path.extend_from_slice(&module[..module.len().saturating_sub(above)]);
    path.extend_from_slice(&written[ups..]);
    path.join("::")
}

/// What a `use` brings in: the name that it gives, where it gives one, and the path as written.
fn leaves(tree: &UseTree) -> Vec<(Option<String>, Vec<String>)> {
    match tree {
        UseTree::Path(path) => leaves(&path.tree)
            .into_iter()
            .map(|(name, rest)| {
                let first = path.ident.to_string();
                // In `use a::{self}` it is `a` that gets a name.
                let name = name.map(|name| if name == "self" { first.clone() } else { name });
                let rest = rest.into_iter().filter(|segment| segment != "self");
                (name, std::iter::once(first).chain(rest).collect())
            })
            .collect(),
        UseTree::Name(name) => vec![(Some(name.ident.to_string()), vec![name.ident.to_string()])],
        UseTree::Rename(renamed) => vec![(Some(renamed.rename.to_string()), vec![renamed.ident.to_string()])],
        UseTree::Glob(_) => vec![(None, vec!["*".to_owned()])],
        UseTree::Group(group) => group.items.iter().flat_map(leaves).collect(),
    }
}

/// Whether an item is compiled for unit tests alone: `cfg(test)`, `cfg(all(test, …))`.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")).any(|attribute| {
        let mut found = false;
        // What else may stand in a condition is none of ours.
        let _ = attribute.parse_nested_meta(|meta| {
            found |= meta.path.is_ident("test");
            if meta.path.is_ident("all") {
                meta.parse_nested_meta(|part| {
                    found |= part.path.is_ident("test");
                    Ok(())
                })?;
            }
            Ok(())
        });
        found
    })
}

fn attributes(item: &syn::Item) -> &[Attribute] {
    use syn::Item;
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        // Rarer kinds count even where they are for tests.
        _ => &[],
    }
}

/// A path in a macro's tokens, and what follows it. One that goes on with a group or a glob ends in `*`.
fn path_at(cursor: Cursor) -> Option<(Vec<String>, Cursor)> {
    let (first, mut after) = cursor.ident()?;
    let mut segments = vec![first.to_string()];
    while let Some(next) = after.punct().filter(|(punct, _)| punct.as_char() == ':').and_then(|(_, next)| {
        let (colon, next) = next.punct()?;
        (colon.as_char() == ':').then_some(next)
    }) {
        let Some((segment, next)) = next.ident() else {
            segments.push("*".to_owned());
            return Some((segments, next));
        };
        segments.push(segment.to_string());
        after = next;
    }
    Some((segments, after))
}

/// The name of a method that is called here in a macro's tokens, and what follows it.
fn method_at(cursor: Cursor) -> Option<(String, Cursor)> {
    let (_, after) = cursor.punct().filter(|(punct, _)| punct.as_char() == '.')?;
    let (name, after) = after.ident()?;
    after.any_group().map(|_| (name.to_string(), after))
}
