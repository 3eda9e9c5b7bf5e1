//! What else stands on a page, beside texts: what its parts are for those who hear them, and pictures. A block is measured and laid out by
//! the same lines, so that the two cannot disagree.

use egui::Rect;

use crate::export::drawing::Part;
use crate::model::PhotoKey;
use crate::ui::flow::Flow;
use crate::ui::marks::Mark;
use crate::ui::picture;
use crate::ui::theme::Role;

impl Flow<'_> {
    /// Says what is drawn from here on.
    pub fn part(&self, what: Part) {
        self.put([what]);
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str, role: Role) {
        self.part(Part::Paragraph);
        self.text(text, role);
    }

    /// A picture with its mark, where it is an illustration.
    pub fn picture(&self, photo: PhotoKey, room: Rect) {
        if !self.draws_at(room.top()) {
            return;
        }
        let alt = self.cx.state.pack().alt(photo).map(|words| self.cx.tell(words)).unwrap_or_default();
        let title = self.cx.photo(photo).map(|photo| self.cx.tell(&photo.title)).unwrap_or_default();
        self.part(Part::Figure(if alt.is_empty() { title } else { alt }));
        self.put([Mark::Picture { photo, rect: room }]);
        self.part(Part::Paragraph);
        self.put(picture::mark(self.ui, self.cx, photo, room));
    }
}
