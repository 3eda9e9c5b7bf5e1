//! Milestones and texts for an audience: one sentence, large, with a picture and with who reported it.

use super::column::{Block, Column, STEPS};
use super::number::number_ui;
use super::photo::UPRIGHT;
use super::poster::{block, dim, foot, poster_ui};
use super::{Scene, TEXT};
use crate::model::{Card, Lang, MilestoneId, PhotoKey};
use crate::ui::presenter::pen::Pen;

/// The sizes of a sentence beside a picture, and of one alone.
const SENTENCE: [f32; STEPS] = [68.0, 62.0, 56.0, 48.0];
const SENTENCE_ALONE: [f32; STEPS] = [108.0, 92.0, 76.0, 60.0];
/// The sizes of the text under it, and of one alone.
const UNDER: [f32; STEPS] = [46.0, 43.0, 40.0, TEXT];
const UNDER_ALONE: [f32; STEPS] = [62.0, 56.0, 48.0, 42.0];
/// The sizes of a milestone's year, of the note on its date, and of its certainty.
const YEAR: [f32; STEPS] = [150.0, 124.0, 100.0, 84.0];
const YEAR_ALONE: [f32; STEPS] = [240.0, 200.0, 160.0, 120.0];
const NOTE: [f32; STEPS] = [42.0, 40.0, TEXT, TEXT];
/// Between a year and its note, between that and the title, between title and text, and over the certainty.
const GAPS: [f32; 4] = [0.0, 20.0, 24.0, 20.0];

pub(super) fn milestone_ui(scene: Scene<'_>, id: &MilestoneId) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let Some(milestone) = cx.x().milestones.iter().find(|m| m.id == *id) else { return };
    let photo = scene.picture.photo(cx.state.pack());
    let (years, titles, texts) =
        if is_narrow(pen, photo) { (YEAR, SENTENCE, UNDER) } else { (YEAR_ALONE, SENTENCE_ALONE, UNDER_ALONE) };
    let title = if scene.picture.title.is_empty() { &milestone.title } else { &scene.picture.title };
    let [(note_lang, note), (title_lang, title), (text_lang, words), (_, certainty)] =
        [&milestone.date_note, title, &milestone.text, &milestone.certainty].map(|words| pen.resolve(words));
    let mut column = Column::default();
    // Set as Latin digits in every language.
    let year = milestone.date.year.to_string();
    column.add(block(cx, (Lang::En, &year), years, true, 0.0));
    column.add(Block { lang: note_lang, ..dim(cx, &note, NOTE, GAPS[0]) });
    column.add(block(cx, (title_lang, &title), titles, true, GAPS[1]));
    column.add(Block { gives_way: true, ..block(cx, (text_lang, &words), texts, false, GAPS[2]) });
    column.add(Block { gives_way: true, ..dim(cx, &certainty, NOTE, GAPS[3]) });
    poster_ui(&scene, photo, &column, &foot(cx, Some(&milestone.sources), photo));
}

/// True for a column beside a picture; over or under one there is as much width as without.
fn is_narrow(pen: &Pen<'_>, photo: Option<PhotoKey>) -> bool {
    photo.is_some() && pen.width() >= pen.height() * UPRIGHT
}

pub(super) fn card_ui(scene: Scene<'_>, card: &Card) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let statement = card.statement.as_ref().and_then(|id| cx.x().statements.iter().find(|s| s.id == *id));
    let figure = statement.and_then(|s| Some((s, s.figure.as_ref()?, s.figure.as_ref()?.amount()?)));
    if let Some((statement, figure, amount)) = figure {
        return number_ui(&scene, card, statement, (figure, amount));
    }
    let photo = scene.picture.photo(cx.state.pack());
    let (titles, texts) = if is_narrow(pen, photo) { (SENTENCE, UNDER) } else { (SENTENCE_ALONE, UNDER_ALONE) };
    let words = match statement {
        Some(statement) if card.text.is_empty() => &statement.text,
        _ => &card.text,
    };
    let [(title_lang, title), (lang, words)] = [&scene.picture.title, words].map(|words| pen.resolve(words));
    let mut column = Column::default();
    if title.is_empty() {
        column.add(Block { gives_way: true, ..block(cx, (lang, &words), titles, true, 0.0) });
    } else {
        column.add(block(cx, (title_lang, &title), titles, true, 0.0));
        column.add(Block { gives_way: true, ..block(cx, (lang, &words), texts, false, GAPS[2]) });
    }
    let sources = statement.map(|statement| statement.sources.as_slice());
    poster_ui(&scene, photo, &column, &foot(cx, sources, photo));
}
