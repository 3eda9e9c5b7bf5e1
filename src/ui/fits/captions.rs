//! Whether a picture's caption is shown whole beside it in a hall: in a talk, and on a kiosk that nobody uses.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Mutex, PoisonError};

use egui::{Context, Pos2, RawInput, Rect, Vec2, vec2};

use crate::model::{Lang, Pack, Photo, PhotoKey, Shows};
use crate::state::State;
use crate::state::talk::{AudienceView, Light};
use crate::ui::fonts::FindFont;
use crate::ui::presenter::audience;
use crate::ui::{Cx, Layout, dress, photo_paint};

/// A wide screen and an upright one: posters have the same proportions at every size.
const SCREENS: [(bool, Vec2); 2] = [(false, vec2(1920.0, 1080.0)), (true, vec2(1080.0, 1920.0))];
/// Shorter captions, in bytes, have room everywhere.
const SHORT: usize = 100;
/// The pictures that are laid out at once, and the results that are remembered at most.
const AT_ONCE: usize = 40;
const REMEMBERED: usize = 200_000;

/// A caption that is not shown whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CutCaption {
    /// The number of its picture.
    pub photo: usize,
    /// Its language.
    pub lang: Lang,
    /// Whether that is so on an upright screen alone.
    pub upright: bool,
}

/// The fonts, and what is known of captions by what they hold.
struct Measure {
    ctx: Context,
    known: HashMap<u64, bool>,
}

static MEASURE: Mutex<Option<Measure>> = Mutex::new(None);

/// Finds the captions that are not shown whole. What was laid out before is remembered.
pub fn cut_captions(pack: &Pack, find: FindFont<'_>) -> Vec<CutCaption> {
    let mut measure = MEASURE.lock().unwrap_or_else(PoisonError::into_inner);
    let measure = measure.get_or_insert_with(|| {
        let ctx = Context::default();
        dress(&ctx, find);
        Measure { ctx, known: HashMap::new() }
    });
    if measure.known.len() > REMEMBERED {
        measure.known.clear();
    }
    let state = State::showing(pack.clone());
    let asked = asked(&state);
    let unknown: Vec<&Asked> = asked.iter().filter(|asked| !measure.known.contains_key(&asked.prints[0])).collect();
    for some in unknown.chunks(AT_ONCE) {
        measure.lay_out(&state, some);
    }
    let cut = |asked: Asked| {
        let [wide, upright] = asked.prints.map(|print| measure.known.get(&print).is_some_and(|whole| !whole));
        (wide || upright).then_some(CutCaption { photo: asked.at, lang: asked.lang, upright: !wide })
    };
    asked.into_iter().filter_map(cut).collect()
}

/// A caption that may be too long.
struct Asked {
    at: usize,
    key: PhotoKey,
    lang: Lang,
    /// What it is laid out by on each screen.
    prints: [u64; 2],
}

fn asked(state: &State) -> Vec<Asked> {
    with_cx(state, |cx| {
        let mut asked = Vec::new();
        for (at, (key, photo)) in cx.state.pack().photos().enumerate() {
            let aspect = photo_paint::true_aspect(cx, key);
            for lang in Lang::ALL.into_iter().filter(|lang| photo.caption.only(*lang).len() >= SHORT) {
                let print = fingerprint(cx, photo, lang, aspect);
                let prints = SCREENS.map(|(upright, _)| hash(&(print, upright)));
                asked.push(Asked { at, key, lang, prints });
            }
        }
        asked
    })
}

fn with_cx<T>(state: &State, then: impl FnOnce(&Cx<'_>) -> T) -> T {
    let (textures, motion, actions) = (RefCell::default(), RefCell::default(), RefCell::default());
    then(&Cx::new(state, Layout::of(SCREENS[0].1), (&textures, &motion), &actions))
}

impl Measure {
    /// Lays captions out in a frame that nobody sees.
    fn lay_out(&mut self, state: &State, some: &[&Asked]) {
        let known = &mut self.known;
        let mut output = self.ctx.run_ui(RawInput::default(), |ui| {
            with_cx(state, |cx| {
                for asked in some {
                    let Some(photo) = cx.photo(asked.key) else { continue };
                    let cx = cx.dressed(asked.lang, state.theme());
                    let view = view_of(photo, asked.lang, state);
                    for ((_, size), print) in SCREENS.into_iter().zip(asked.prints) {
                        let area = Rect::from_min_size(Pos2::ZERO, size);
                        known.insert(print, audience::shows_whole_caption(ui, &cx, area, &view));
                    }
                }
            });
        });
        output.textures_delta.clear();
    }
}

fn view_of(photo: &Photo, lang: Lang, state: &State) -> AudienceView {
    AudienceView {
        shows: Some(Shows::Photo(photo.id.clone())),
        closing: false,
        whole: false,
        title: <_>::default(),
        lang,
        theme: state.theme(),
        zoom: None,
        light: (Light::None, [0.5, 0.5]),
        cover: None,
    }
}

/// What the words beside a picture are laid out by.
fn fingerprint(cx: &Cx<'_>, photo: &Photo, lang: Lang, aspect: f32) -> u64 {
    let words = [&photo.title, &photo.caption, &photo.place, &photo.credit].map(|words| words.resolve(lang).text);
    let provinces = photo.provinces.iter().filter_map(|id| cx.x().province(id));
    let provinces: Vec<&str> = provinces.map(|province| province.listed(lang).text).collect();
    hash(&(lang, aspect.to_bits(), words, provinces))
}

fn hash(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::{CutCaption, cut_captions};
    use crate::model::{Lang, Pack, PackPlace, read};
    use crate::ui::fonts;

    fn pack(captions: &[(Lang, &str)]) -> Pack {
        let photos: Vec<_> = captions
            .iter()
            .enumerate()
            .map(|(i, (lang, caption))| {
                serde_json::json!({ "id": format!("p{i}"), "file": "a.jpg", "size": [1200, 800], "title": { "en": "Two teachers, one lesson" },
                    "caption": { lang.code(): caption }, "alt": {} })
            })
            .collect();
        let text = serde_json::json!({ "format": 1, "title": { "en": "T" }, "photos": photos }).to_string();
        let (exhibition, problems) = read(&text).expect("read");
        Pack::new(PackPlace::BuiltIn, exhibition, problems, |_| true)
    }

    #[test]
    fn a_caption_whose_last_sentences_no_audience_sees_is_named_with_its_language() {
        if !fonts::are_bundled() {
            return;
        }
        let sentences = [
            (
                Lang::En,
                "A teacher from the other end of the country stands at the blackboard, and the class repeats after her. ",
            ),
            (Lang::Zh, "来自内地的老师站在黑板前，全班同学跟着她一起朗读课文，窗外是高原的阳光。"),
            (Lang::Bo, "ནང་ས་ནས་ཡོང་བའི་དགེ་རྒན་ནག་པང་གི་མདུན་དུ་ལངས་ནས་སློབ་ཕྲུག་རྣམས་ཀྱིས་མོའི་རྗེས་སུ་སློབ་ཚན་འདོན་གྱི་ཡོད། "),
        ];
        let short = sentences.map(|(lang, sentence)| (lang, sentence.to_owned()));
        let long = sentences.map(|(lang, sentence)| (lang, sentence.repeat(9)));
        let of = |texts: &[(Lang, String); 3]| {
            let texts: Vec<(Lang, &str)> = texts.iter().map(|(lang, text)| (*lang, text.trim_end())).collect();
            cut_captions(&pack(&texts), &|_, _| None)
        };
        assert_eq!(of(&short), [], "one sentence has room");
        let found = of(&long);
        let all = [Lang::En, Lang::Zh, Lang::Bo].into_iter().enumerate();
        let all: Vec<CutCaption> = all.map(|(photo, lang)| CutCaption { photo, lang, upright: false }).collect();
        assert_eq!(found, all);
        assert_eq!(of(&long), found, "what is remembered is the same");
    }
}
