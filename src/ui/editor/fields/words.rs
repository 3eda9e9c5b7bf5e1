//! Words in three languages side by side, the source first; or one below the other where there is no room.

use egui::{Ui, pos2};

use crate::model::{FieldPath, Lang, Words};
use crate::state::editing::fields::Called;
use crate::state::editing::table::Progress;
use crate::text::Pane;
use crate::ui::theme::Role;

use super::compare::{compare_ui, outdated_ui};
use super::reading::reading_ui;
use super::state::state_line_ui;
use super::suggest::suggestions_ui;
use super::text::{text_height, text_ui};
use super::{FIELD, Form, LABEL_GAP, Lines, Typed, field_id, mark_ui, problems_ui, problems_under, state_of, words_at};

/// The least width of three columns, and of two.
const THREE: f32 = 700.0;
const TWO: f32 = 600.0;
/// The least height of a field with several lines.
const LEAST_LINES: f32 = 70.0;

/// How long visitors read a caption, in words; in characters or syllables three times as many.
const CAPTION_WORDS: usize = 50;

/// How long a text is: in words, characters or syllables.
#[must_use]
pub fn count_words(lang: Lang, text: &str) -> usize {
    match lang {
        Lang::En => text.split_whitespace().count(),
        Lang::Zh => text.chars().filter(|c| !c.is_whitespace()).count(),
        Lang::Bo => text.chars().filter(|c| *c == '\u{f0b}').count(),
    }
}

fn count(form: &Form<'_>, field: &Field<'_>, lang: Lang) -> String {
    let times = if lang == Lang::En { 1 } else { 3 };
    let limit = (field.called == Called::Caption).then_some(CAPTION_WORDS * times);
    let found = count_words(lang, field.words.only(lang));
    if found == 0 && limit.is_none() { String::new() } else { form.say(Pane::Count(lang, found, limit)) }
}

/// Draws words with their label: three fields, each with its state and problems under it.
pub fn words_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, called: Called, breaks: bool) {
    let words = words_at(form.editing, at);
    if form.editing.caret() == Some(at) {
        ui.memory_mut(|m| m.request_focus(field_id(&at.field(Lang::En.code()))));
    }
    let field = Field { at, called, breaks, words: &words };
    if form.width >= THREE || form.width >= TWO && !breaks {
        heading_ui(form, ui, &field, true);
        row_ui(form, ui, &field, (&Lang::ALL, false));
    } else if form.width >= TWO {
        heading_ui(form, ui, &field, false);
        row_ui(form, ui, &field, (&[Lang::En], false));
        row_ui(form, ui, &field, (&[Lang::Zh, Lang::Bo], true));
    } else {
        heading_ui(form, ui, &field, false);
        for lang in Lang::ALL {
            row_ui(form, ui, &field, (&[lang], lang != Lang::En));
        }
    }
    problems_under(form, ui, at, false);
}

/// Words in three languages.
struct Field<'w> {
    at: &'w FieldPath,
    called: Called,
    breaks: bool,
    words: &'w Words,
}

/// The name of the field with its language or the length of its source text, and what it is for at the right. Where the languages
/// stand side by side, the first field of a pane names them over their columns.
fn heading_ui(form: &mut Form<'_>, ui: &Ui, field: &Field<'_>, beside: bool) {
    let name = form.say(Pane::Name(field.called));
    let drawn = form.cx.label(&name, Role::NoteStrong).paint(ui, form.pos);
    let right = form.pos.x + form.width;
    let mut left = drawn.right();
    let names_columns = beside && !form.named;
    let mut beside_name = Vec::new();
    if names_columns || !beside {
        let comma = crate::text::comma(form.cx.lang());
        beside_name.push(format!("{}{comma}{}", Lang::En.own_name(), form.say(Pane::Source)));
    }
    if field.breaks {
        beside_name.extend(Some(count(form, field, Lang::En)).filter(|count| !count.is_empty()));
    }
    for words in &beside_name {
        let end = if names_columns { form.pos.x + form.columns(3)[0].1 } else { right };
        let room = end - left - 10.0;
        let whole = form.cx.dim(words, Role::Note);
        let label = if whole.size(ui.ctx()).x <= room { whole } else { form.cx.dim(Lang::En.own_name(), Role::Note) };
        if label.size(ui.ctx()).x <= room {
            left = label.paint_in(ui, drawn.with_min_x(left + 10.0)).right();
        }
    }
    if names_columns {
        for (lang, (from, _)) in Lang::ALL.into_iter().zip(form.columns(3)).skip(1) {
            let style = crate::ui::theme::style(Role::NoteStrong, lang);
            let label = crate::ui::typeset::Label::new(lang.own_name(), style, form.cx.colors.text);
            label.paint_in(ui, drawn.with_min_x(form.pos.x + from));
        }
        form.named = true;
    } else {
        let help = form.say(Pane::Help(field.called));
        let help = form.cx.dim(&help, Role::Note);
        let size = help.size(ui.ctx());
        if left + 24.0 + size.x <= right {
            help.paint_in(ui, drawn.with_min_x(right - size.x));
        }
    }
    form.pos.y = drawn.bottom() + LABEL_GAP;
}

/// The name of a language over its field, with the length of a text that has a limit.
fn language_ui(form: &mut Form<'_>, ui: &Ui, field: &Field<'_>, lang: Lang) {
    let style = crate::ui::theme::style(Role::Note, lang);
    let label = crate::ui::typeset::Label::new(lang.own_name(), style, form.cx.colors.text);
    let area = form.place(28.0);
    let drawn = label.paint_in(ui, area);
    if field.called == Called::Caption {
        let words = count(form, field, lang);
        let rest = area.with_min_x(drawn.right() + 10.0);
        form.cx.dim(&words, Role::Note).width(rest.width().max(1.0)).one_line().paint_in(ui, rest);
    }
    form.gap(2.0);
}

/// Fields side by side; all are as high as the highest.
#[expect(clippy::similar_names, reason = "a list and its last entry are called so")]
fn row_ui(form: &mut Form<'_>, ui: &mut Ui, field: &Field<'_>, (langs, named): (&[Lang], bool)) {
    let columns = form.columns(u8::try_from(langs.len()).unwrap_or(1));
    let help = form.say(Pane::Help(field.called));
    let empty = form.say(Pane::NotWritten);
    let paths: Vec<FieldPath> = langs.iter().map(|lang| field.at.field(lang.code())).collect();
    let names: Vec<String> = langs.iter().map(|lang| form.say(Pane::In(field.called, *lang))).collect();
    let typed = |i: usize| Typed {
        at: &paths[i],
        name: &names[i],
        help: &help,
        empty: &empty,
        lang: langs[i],
        lines: if field.breaks { Lines::Many } else { Lines::Wrapped },
        date: false,
        goes_with: None,
        stays: false,
    };
    let least = if field.breaks { LEAST_LINES } else { FIELD };
    let height = columns
        .iter()
        .enumerate()
        .map(|(i, (_, width))| text_height(ui, form.editing, &typed(i), *width))
        .fold(least, f32::max);
    let top = form.column(0.0, form.width);
    // All fields come before what stands under them: Tab leads from one language to the next.
    let mut below = Vec::with_capacity(langs.len());
    for (i, (from, width)) in columns.into_iter().enumerate() {
        let mut column = top.column(from, width);
        if named {
            language_ui(&mut column, ui, field, langs[i]);
        }
        let area = column.place(height);
        text_ui(ui, form.cx, form.editing, area, &typed(i));
        below.push(column);
    }
    for (i, mut column) in below.into_iter().enumerate() {
        // An empty field says itself that nothing is there.
        if !field.words.is_empty() {
            state_line_ui(&mut column, ui, (field.at, langs[i]), field.words);
            reading_ui(&mut column, ui, (field.at, langs[i]), field.words);
        }
        suggestions_ui(&mut column, ui, (field.at, langs[i]), field.words);
        problems_ui(&mut column, ui, &paths[i]);
        form.below(&column);
    }
    compare_ui(form, ui, (field.at, field.called), field.words, langs);
    form.gap(6.0);
}

/// Draws short words in the language of the interface, with the states of the others; they open to three rows while one is typed in.
pub fn compact_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, called: Called, label: bool) {
    let words = words_at(form.editing, at);
    let own = form.cx.lang();
    let paths: Vec<FieldPath> = Lang::ALL.iter().map(|lang| at.field(lang.code())).collect();
    let is_open = paths.iter().any(|path| ui.memory(|m| m.has_focus(field_id(path)))) || form.wants(at);
    if form.editing.caret() == Some(at) {
        ui.memory_mut(|m| m.request_focus(field_id(&at.field(own.code()))));
    }
    if label {
        form.label_words(ui, &form.say(Pane::Name(called)), &form.say(Pane::InThree));
    }
    let (help, empty) = (form.say(Pane::Help(called)), form.say(Pane::NotGiven));
    // The one that is always there keeps its place, so that the focus does.
    let mut order: Vec<Lang> = vec![own];
    order.extend(Lang::ALL.iter().copied().filter(|lang| *lang != own && is_open));
    for lang in order {
        let path = at.field(lang.code());
        let name = form.say(Pane::In(called, lang));
        let field = Typed {
            at: &path,
            name: &name,
            help: &help,
            empty: if words.is_empty() || is_open { &empty } else { words.resolve(own).text },
            lang,
            lines: Lines::Wrapped,
            date: false,
            goes_with: None,
            stays: false,
        };
        let height = text_height(ui, form.editing, &field, form.width);
        let whole = form.place(height);
        text_ui(ui, form.cx, form.editing, whole, &field);
        if is_open {
            state_row_ui(form, ui, &words, lang);
            suggestions_ui(form, ui, (at, lang), &words);
        }
        problems_ui(form, ui, &path);
    }
    for lang in Lang::ALL.into_iter().filter(|lang| state_of(&words, *lang) == Progress::Outdated) {
        outdated_ui(form, ui, (at, lang), &words, true);
    }
    compare_ui(form, ui, (at, called), &words, &Lang::ALL);
}

/// The short name of a language and the mark of its state, under a field that is open.
fn state_row_ui(form: &mut Form<'_>, ui: &Ui, words: &Words, lang: Lang) {
    let area = form.place(form.cx.style(Role::Note).line + 2.0);
    let style = crate::ui::theme::style(Role::Note, lang);
    let name = crate::ui::typeset::Label::new(lang.own_name(), style, form.cx.colors.dim).paint_in(ui, area);
    let stage = state_of(words, lang);
    mark_ui(ui, form.cx, stage, pos2(name.right() + 16.0, area.center().y), 16.0);
    let word = form.say(match stage {
        Progress::Checked => Pane::Checked,
        Progress::Draft => Pane::Draft,
        Progress::Outdated => Pane::Outdated,
        Progress::Missing => Pane::Missing,
    });
    form.cx.dim(&word, Role::Note).paint_in(ui, area.with_min_x(name.right() + 30.0));
    form.gap(4.0);
}
