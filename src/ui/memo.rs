//! Results computed once and cached for the next frames, such as the widths of a thousand numbers.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use egui::{Id, Ui};

use super::Cx;

/// The result of `make` for this exhibition, language, resolution and `key`; computed again only where one of them changed. One
/// result is cached for each `what`.
pub fn remembered<T: Send + Sync + 'static>(
    ui: &Ui,
    cx: &Cx<'_>,
    what: &'static str,
    key: impl Hash,
    make: impl FnOnce() -> T,
) -> Arc<T> {
    let mut hasher = DefaultHasher::new();
    // What is edited changes without being another exhibition.
    let revision = cx.state.editing().map(crate::state::Editing::revision);
    (cx.state.generation(), revision, cx.lang(), ui.ctx().pixels_per_point().to_bits(), key).hash(&mut hasher);
    let (key, id) = (hasher.finish(), Id::unique(("remembered", what)));
    let last = ui.ctx().data_mut(|data| data.get_temp::<(u64, Arc<T>)>(id));
    if let Some((_, found)) = last.filter(|(of, _)| *of == key) {
        return found;
    }
    let fresh = Arc::new(make());
    ui.ctx().data_mut(|data| data.insert_temp(id, (key, Arc::clone(&fresh))));
    fresh
}
