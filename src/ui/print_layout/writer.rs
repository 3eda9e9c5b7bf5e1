//! Page tags and pictures for [`Flow`]. A block is measured and laid out by the same code, so that the two cannot disagree.

use egui::Rect;

use crate::export::drawing::PageTag;
use crate::model::PhotoKey;
use crate::ui::flow::Flow;
use crate::ui::marks::Mark;
use crate::ui::photo_paint;
use crate::ui::theme::Role;

impl Flow<'_> {
    /// Tags the marks that follow, for screen readers.
    pub fn part(&self, what: PageTag) {
        self.put([what]);
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str, role: Role) {
        self.part(PageTag::Paragraph);
        self.text(text, role);
    }

    /// A picture with its mark, where it is an illustration.
    pub fn picture(&self, photo: PhotoKey, area: Rect) {
        if !self.draws_at(area.top()) {
            return;
        }
        let alt = self.cx.state.pack().alt(photo).map(|words| self.cx.localized(words)).unwrap_or_default();
        let title = self.cx.photo(photo).map(|photo| self.cx.localized(&photo.title)).unwrap_or_default();
        self.part(PageTag::Figure(if alt.is_empty() { title } else { alt }));
        self.put([Mark::Picture { photo, rect: area }]);
        self.part(PageTag::Paragraph);
        self.put(photo_paint::mark(self.ui, self.cx, photo, area));
    }
}
