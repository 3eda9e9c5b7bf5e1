//! What an edit of the exhibition leaves as it was: what lives longer than a frame names its picture, not where that stands.

use std::cell::RefCell;
use std::collections::BTreeMap;

use egui::{Color32, Context, Pos2, RawInput, Rect, ViewportId, ViewportInfo, vec2};
use vitrine::app::App;
use vitrine::model::{Pack, PackPlace, PhotoKey, PictureAnswer, PicturePart, Pixels, Probed, Unavailable};
use vitrine::raster::{Frame, Raster};
use vitrine::state::talk::{KeyCommand, Spot};
use vitrine::state::{Action, State, Subject, TalkCommand, claims};
use vitrine::ui::photo_textures::PhotoTextures;
use vitrine::ui::{Cx, Layout, Motion, Window, window_ui};
use vitrine::work;

/// A visitor who has the fourth picture open, and the keys of all pictures in their first order.
fn visitor() -> (State, Vec<PhotoKey>) {
    let (pack, _) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
    let keys = pack.keys().to_vec();
    let mut state = State::showing(pack);
    state.update(Action::OpenPhoto(keys[3]));
    (state, keys)
}

/// The same visitor after the first picture was taken out, and the order of the others turned round.
fn edited(state: &State) -> State {
    let mut pack = Pack::clone(state.pack());
    let order: Vec<PhotoKey> = pack.keys()[1..].iter().rev().copied().collect();
    pack.arrange(&order);
    state.with_pack(pack, state.unavailable().clone())
}

#[test]
fn an_edit_of_the_list_leaves_each_picture_what_it_is() {
    let (mut state, keys) = visitor();
    state.update(Action::Unavailable(state.generation(), keys[5], Unavailable::Damaged));
    let id = |state: &State, photo| state.pack().photo(photo).map(|entry| entry.id.clone());
    let before: Vec<_> = keys.iter().map(|&photo| id(&state, photo)).collect();
    let mut state = edited(&state);
    assert_eq!(state.photo(), Some(keys[3]), "the same picture is open");
    let after: Vec<_> = keys.iter().map(|&photo| id(&state, photo)).collect();
    assert_eq!((&after[1..], &after[0]), (&before[1..], &None));
    let wall: Vec<PhotoKey> = keys[1..].iter().rev().copied().filter(|photo| *photo != keys[5]).collect();
    assert_eq!(state.wall(), wall, "and the same one cannot be shown");
    // Told by a thread that was asked before the edit.
    let probed = |size| Probed { size: Some(size), ..Probed::default() };
    let told = vec![(keys[7], probed([7, 5])), (keys[0], probed([1, 1]))];
    state.update(Action::Probed(state.generation(), told));
    assert_eq!((state.pack().size(keys[7]), state.pack().size(keys[0])), (Some([7, 5]), None));
    state.update(Action::NextPhoto);
    assert_eq!(state.photo(), Some(keys[2]), "its neighbour is that of the new order");
    state.update(Action::OpenPhoto(keys[0]));
    assert_eq!(state.photo(), Some(keys[2]), "what was taken out cannot be opened");
}

#[test]
fn an_edit_leaves_the_year_the_sheet_and_the_stop_of_a_talk_what_they_are() {
    let (mut state, _) = visitor();
    let batch = Subject::Batch(1);
    let [first, second] = [0, 1].map(|page| claims(&state.pack().exhibition, &batch)[page].key());
    for action in [Action::Step(2002), Action::Sheet(batch), Action::SheetPage(second.clone())] {
        state.update(action);
    }
    let mut pack = Pack::clone(state.pack());
    let x = &mut pack.exhibition;
    x.pairing_stops.reverse();
    x.pairing_stops.retain(|stop| stop.year != 1995);
    x.sources.retain(|source| source.id != first.0);
    let state = state.with_pack(pack, BTreeMap::new());
    assert_eq!((state.step(), state.year_beside(1)), (Some(2002), None), "it is the last one now");
    let sheet = state.sheet().expect("it is open");
    let list = claims(&state.pack().exhibition, &sheet.subject);
    assert_eq!((sheet.page(&list), list[0].key()), (0, second), "the same source is read, on another page");

    let mut state = state;
    let talk = |state: &mut State, command| state.update(Action::Talk(command));
    talk(&mut state, TalkCommand::Open);
    talk(&mut state, TalkCommand::Start);
    let third = state.talk().stops.key(2).expect("a stop");
    talk(&mut state, TalkCommand::Show(Spot::at(third)));
    let shows = state.talk().stop().cloned();
    let mut pack = Pack::clone(state.pack());
    pack.exhibition.running_order.remove(0);
    let mut state = state.with_pack(pack, BTreeMap::new());
    assert_eq!((state.talk().stop().cloned(), state.talk().position()), (shows, 2));
    talk(&mut state, TalkCommand::Do(KeyCommand::Next));
    assert_eq!(state.talk().position(), 3);
}

#[test]
fn an_edit_of_the_list_leaves_each_picture_its_pixels() {
    let (state, keys) = visitor();
    let mut screen = Screen::new();
    screen.draw(&state);
    screen.answer(&keys);
    let before = screen.draw(&state);
    assert_eq!(before, Screen::color(3));
    assert_eq!(screen.draw(&edited(&state)), before, "nothing is decoded anew, and nothing else is seen");
}

/// A screen on which each picture is of one colour.
struct Screen {
    ctx: Context,
    raster: Raster,
    photos: RefCell<PhotoTextures>,
    motion: RefCell<Motion>,
    time: f64,
}

impl Screen {
    fn new() -> Self {
        let ctx = Context::default();
        App::dress(&ctx);
        Self { ctx, raster: Raster::default(), photos: RefCell::default(), motion: RefCell::default(), time: 0.0 }
    }

    fn color(at: usize) -> Color32 {
        Color32::from_rgb(0, 200, u8::try_from(at * 8).expect("a few pictures"))
    }

    /// Draws a few frames; gives the colour in the middle of the open picture.
    fn draw(&mut self, state: &State) -> Color32 {
        let mut last = Color32::TRANSPARENT;
        for _ in 0..4 {
            self.time += 1.0;
            let size = vec2(1280.0, 720.0);
            let mut input = RawInput {
                screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
                time: Some(self.time),
                ..RawInput::default()
            };
            let viewport = ViewportInfo { native_pixels_per_point: Some(1.0), ..ViewportInfo::default() };
            input.viewports.insert(ViewportId::ROOT, viewport);
            let actions = RefCell::default();
            let mut output = self.ctx.run_ui(input, |ui| {
                self.photos.borrow_mut().begin(ui.ctx(), state.generation());
                let cx = Cx::new(state, Layout::of(size), (&self.photos, &self.motion), &actions);
                window_ui(ui, &cx, Window::Main);
            });
            self.raster.update(&mut output.textures_delta);
            let primitives = self.ctx.tessellate(output.shapes, output.pixels_per_point);
            let ground = Color32::WHITE;
            let picture =
                self.raster.picture(&Frame { size: [1280, 720], scale: 1.0, ground, primitives: &primitives });
            self.raster.free(output.textures_delta);
            last = picture[(400, 330)];
        }
        last
    }

    /// Answers all that was asked for.
    fn answer(&self, keys: &[PhotoKey]) {
        let mut photos = self.photos.borrow_mut();
        for request in photos.requests() {
            let at = keys.iter().position(|photo| *photo == request.photo).expect("it is one of them");
            let pixels = Pixels { width: 3, height: 2, rgba: Self::color(at).to_array().repeat(6) };
            photos.take(
                request,
                match request.part {
                    PicturePart::View(side) => PictureAnswer::View(side, pixels),
                    PicturePart::Tile(_) => PictureAnswer::Tile(pixels),
                    PicturePart::Preview(_) => PictureAnswer::NoPreview,
                },
            );
        }
    }
}
