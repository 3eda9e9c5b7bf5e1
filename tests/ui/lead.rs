//! A wall with a lead: the picture that the curator names is large, with its title and one sentence beside it.

use egui::{Rect, vec2};
use vitrine::model::{Lang, PackPlace};
use vitrine::state::{Action, State, View};
use vitrine::ui::Window;
use vitrine::work;

use crate::support::Visitor;

/// A visitor before the built-in exhibition, in which these pictures lead.
fn before(lang: Lang, size: [f32; 2], leads: &[&str]) -> Visitor {
    let (mut pack, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
    for photo in &mut pack.exhibition.photos {
        photo.lead = leads.contains(&photo.id.as_str());
    }
    let mut state = State::showing(pack);
    state.update(Action::Lang(lang));
    state.update(Action::View(View::Photos));
    Visitor::looking_at(state, source, vec2(size[0], size[1]), Window::Main)
}

fn area(visitor: &Visitor, id: &str) -> Rect {
    let x = &visitor.state().pack().exhibition;
    let photo = x.photos.iter().find(|photo| photo.id.as_str() == id).expect("a picture");
    let title = photo.title.resolve(visitor.state().lang()).text;
    let name = visitor.names().into_iter().find(|name| name.starts_with(&format!("{title}. "))).expect("its name");
    visitor.area(&name).expect("its area")
}

#[test]
fn a_picture_that_leads_is_two_rows_high_with_its_title_and_one_sentence_beside_it() {
    for (lang, size) in [(Lang::En, [1920.0, 1080.0]), (Lang::Zh, [1280.0, 800.0]), (Lang::Bo, [1080.0, 1920.0])] {
        let usual = area(&before(lang, size, &[]), "article-1");
        let visitor = before(lang, size, &["article-1"]);
        let lead = area(&visitor, "article-1");
        assert!(lead.height() > 1.35 * usual.height(), "{lang:?}: {lead:?} was {usual:?}");
        assert!((lead.width() / lead.height() - usual.width() / usual.height()).abs() < 0.02, "nothing is cropped");
        let x = visitor.state().pack().exhibition.clone();
        let caption = x.photos[0].caption.resolve(lang).text;
        let sentence = vitrine::text::sentences(caption)[0].trim_end();
        let words = visitor.area(sentence).unwrap_or_else(|| panic!("{sentence}: {:?}", visitor.names()));
        assert!(words.left() > lead.right() && words.right() <= size[0], "{lang:?}: {words:?} beside {lead:?}");
        assert!(words.top() > lead.top() && words.bottom() < lead.bottom());
    }
}

#[test]
fn it_steps_back_in_a_narrow_window_and_without_a_caption_and_a_second_one_of_its_topic_does_not_lead() {
    let narrow = [360.0, 640.0];
    assert_eq!(
        area(&before(Lang::En, narrow, &["article-1"]), "article-1"),
        area(&before(Lang::En, narrow, &[]), "article-1")
    );
    let (first, second) = ("article-1", "reading");
    let with = |leads: &[&str]| area(&before(Lang::En, [1920.0, 1080.0], leads), first);
    assert_eq!(with(&[first, second]), with(&[first]), "both are schools");
}
