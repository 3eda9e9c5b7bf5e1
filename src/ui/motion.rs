//! Transient state of the screen between two frames: fades, gestures, keys that are down, what was last scrolled into view.
//!
//! Like textures it belongs to the windows and not to the state, and may be dropped at any time: a new one is how a start looks.
//! Nothing of the kind lives in egui's memory, so that a reset covers all of it.

use egui::{Id, Pos2, Vec2, ViewportId};

use crate::model::{MilestoneId, PhotoKey, ProvinceId, SourceId};
use crate::state::kiosk::SetUpPage;
use crate::state::talk::{Hold, StopKey};
use crate::state::{Landing, Overlay, View};

use super::presenter::AudienceFade;
use super::theme::hand::Hand;
use super::viewer::{Travel, ViewerDrag, ViewerFade};
use super::{keyboard, keystrokes, kiosk, opener, sheet, taps, whole};

/// Transient state of the screen.
#[derive(Default)]
pub struct Motion {
    /// The keys that are down.
    pub(super) keys: keystrokes::Down,
    /// The keys of the search by touch that fingers hold.
    pub(super) fingers: keyboard::Fingers,
    /// The hands at a kiosk's screen.
    pub(super) hands: kiosk::hear::Hands,
    /// Where the focus returns to.
    pub(super) focus: opener::SavedFocus,
    /// The open picture, over the one before it.
    pub(super) viewer: Option<ViewerFade>,
    /// Where pictures lie in the view, and the one that opens from there or goes back.
    pub(super) travel: Travel,
    /// What was used last, a pointer or keys.
    pub(super) hand: Hand,
    /// What the editor had before it in the last frame.
    pub(super) edited: Option<crate::state::editing::Chosen>,
    /// Where files are dragged over the window, and where in its list they would land; `None` where the system does not say.
    pub(crate) files_at: Option<Pos2>,
    pub(crate) landing: Option<Landing>,
    /// What lies in front.
    pub(super) opened: taps::Opened,
    /// The area that is dragged, and where the pointer was in the last frame.
    pub(super) scrolled: Option<(Id, Pos2)>,
    /// The area that goes on after its release, and the frame in which it last moved.
    pub(super) coasting: Option<(Id, u64)>,
    /// A drag of the open picture.
    pub(super) drag: Option<ViewerDrag>,
    /// The speed of a released picture, in points a second.
    pub(super) glide: Vec2,
    /// What the audience sees, over what it saw before.
    pub(super) audience: Option<AudienceFade>,
    /// The look over the whole exhibition, and its posters.
    pub(super) look: whole::Look,
    pub(super) wholes: whole::Designs,
    /// How long the sheet has been open.
    pub(super) sheet: sheet::Seen,
    /// The last open overlay: whether there was no dialog, which overlay, and the last frame it was open in.
    pub(super) overlay: Option<(bool, Overlay, u64)>,
    /// The page of the kiosk's set-up that was last drawn.
    pub(super) set_up_page: Option<SetUpPage>,
    /// The picture last scrolled into view in the strip, and its position on the wall.
    pub(super) strip: Option<(PhotoKey, usize)>,
    /// The year whose ribbons are seen, the one before it, and since when.
    pub(super) ribbons: Option<(u16, Option<u16>, f64)>,
    /// What was last scrolled into view on the timeline.
    pub(super) timeline: (Option<MilestoneId>, Option<ProvinceId>),
    /// The source whose support is shown, and the views that were seen with it.
    pub(super) traced: Option<(SourceId, Vec<View>)>,
    /// The chip of the contents last scrolled into view.
    pub(super) chip: Option<Id>,
    /// The tab last scrolled into view.
    pub(super) tab: Option<View>,
    /// The stop of the overview last scrolled into view.
    pub(super) overview: Option<StopKey>,
    /// The length of the bar of 20 mm while it is dragged, in points.
    pub(super) bar: Option<f32>,
    /// How far the notes were scrolled beyond the last whole step, in points.
    pub(super) notes: f32,
    /// The button that is held by a pointer or finger.
    pub(super) held: Option<Hold>,
    /// Until when the controls over the audience's only screen are shown, in seconds since the start.
    pub(super) corner: Option<f64>,
    /// The window whose key is held.
    pub(super) holds_in: Option<ViewportId>,
}
