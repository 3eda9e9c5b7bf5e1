//! What is worked out once and remembered for the next frames: how wide a thousand numbers are, say.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use egui::{Id, Ui};

use super::Cx;

/// What `make` gives for this exhibition, language and `key`; made anew only where one of them is another than in the last
/// frame. Each `what` remembers one result.
pub fn remembered<T: Send + Sync + 'static>(
    ui: &Ui,
    cx: &Cx<'_>,
    what: &'static str,
    key: impl Hash,
    make: impl FnOnce() -> T,
) -> Arc<T> {
    let mut hasher = DefaultHasher::new();
    (cx.state.generation(), cx.lang(), ui.ctx().pixels_per_point().to_bits(), key).hash(&mut hasher);
    let (key, id) = (hasher.finish(), Id::unique(("remembered", what)));
    let last = ui.ctx().data_mut(|data| data.get_temp::<(u64, Arc<T>)>(id));
    if let Some((_, found)) = last.filter(|(of, _)| *of == key) {
        return found;
    }
    let fresh = Arc::new(make());
    ui.ctx().data_mut(|data| data.insert_temp(id, (key, Arc::clone(&fresh))));
    fresh
}
