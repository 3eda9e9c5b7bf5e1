//! Vitrine shows an exhibition from one native binary, offline.
//!
//! This page is the architecture: what each layer is, what it may know of the others, and what always holds. It is kept
//! true by `tests/tidy.rs` and by clippy.
//!
//! # Nine words
//!
//! | Word | Is | Home |
//! |---|---|---|
//! | **Exhibition** | what is shown: provinces, pairings, batches, figures, pictures, milestones, sources, words in three languages | [`model`] |
//! | **State** | all that is going on: the exhibition, the session, the talk, settings, notices | [`state`] |
//! | **Session** | all that a visitor can change, as one value with one home: view, choice, open picture, zoom, sheet, how far things are scrolled | [`state::Session`] |
//! | **Action** | anything that can happen, as data | [`state::Action`] |
//! | **Effect** | anything that the state wants from outside, as data | [`state::Effect`] |
//! | **Talk** | somebody presents: the stop, the clock, the screens, what the audience sees | [`state::talk`] |
//! | **Kiosk** | the show on a public screen, alone: whether somebody is there, who may do what, what the staff have before them | [`state::kiosk`] |
//! | **Editing** | an exhibition is prepared: its document as a tree, the steps that made it so, what the editor has before it | [`state::editing`] |
//! | **Problem** | something wrong in a pack, with its place and a hint | [`model::Problem`] |
//!
//! In one sentence: **[`ui`] reads the state and sends actions; [`state::State::update`] turns an action into a new state
//! and effects; [`work`] carries out effects and answers with actions.**
//!
//! ```text
//!         ┌────────────── Action ──────────────┐
//!         │                                    ▼
//!    ┌─────────┐     reads      ┌──────────────────────┐   Effect   ┌────────┐  calls  ┌────────────────┐
//!    │   ui    │ ─────────────▶ │ state (owns a Pack)  │ ─────────▶ │  work  │ ──────▶ │ files   photos │
//!    └─────────┘                └──────────────────────┘            └────────┘         └────────────────┘
//!         ▲                                    ▲                        │
//!         └────────── picture pixels ──────────┴──────── Action ────────┘        app.rs is the arrows
//! ```
//!
//! # Layers
//!
//! | Layer | Is | May import | Never mentions |
//! |---|---|---|---|
//! | [`model`] | pure values, reading and checking `exhibition.json` | serde, schemars, strsim, xxhash, blake2 | egui, disk, threads, clocks, any other layer |
//! | [`state`] | pure; time is a number that comes in | `model` | egui, disk, threads, clocks, `files`, `photos`, `work`, `ui`, `text` |
//! | [`text`] | every word of the interface, complete by construction | `model`, enums of `state` | egui, `files`, `work`, `ui` |
//! | [`files`] | the only code that touches the disk: built in, folder, archive, photo folder, the cache of thumbnails, settings, log, the set-up of a kiosk | `model` | egui, `state`, `ui`, threads |
//! | [`export`] | what an exhibition holds, as files for other programs; drawings as files for paper | `model`, `text` | egui, any other layer, disk, threads |
//! | [`workbook`] | workbooks and separated values as cells, measured before a library reads them | `model`, how `state` reads pasted cells | egui, any other layer, disk, threads |
//! | [`import`] | rows of spreadsheets: what their columns are, and templates to fill in | `workbook`, `model`, `state`, `text`, `export` | egui, any other layer, disk, threads |
//! | [`review`] | the texts of an exhibition on a sheet for a native reader, and what the answers change; workbooks and pages as bytes | `workbook`, `model`, `text`, `export` | egui, any other layer, disk, threads |
//! | [`photos`] | bytes to pixels, and what a picture's file says about it | pixels and tiles of `model` | egui, `state`, `ui`, disk, threads |
//! | [`work`] | threads: opening packs, learning from files, decoding pictures, newest request first; pictures for the handout; files that are saved; keeping the machine awake and telling the time of day while somebody presents; the hours of a kiosk, and the PIN of its staff | `files`, `photos`, `model`, `export`, actions of `state` | egui, `ui` |
//! | `ui::widgets` | controls drawn by us | `ui::theme`, `ui::typeset` | `state`, `model` |
//! | [`ui`] | views; tokens in `ui::theme`, line breaks in `ui::typeset` | `state`, `model`, `text`, `export` | `files`, `photos`, `work`, disk, threads |
//! | [`raster`] | egui's triangles to pixels on the processor, tile by tile where something changed | egui | everything of ours |
//! | `ui::marks` | what charts and pages are made of, as data; painted on the screen, translated for paper | [`export::drawing`], `ui` | `state`, `model`, `text`, views |
//! | `ui::chart` | charts from figures to marks, laid out once for a visitor, an audience and paper | `ui::marks`, `state`, `model`, `text` | views, `export` |
//! | [`app`], [`screenshot`], [`soak`], [`mod@print`], [`diagnostics`], [`window`], [`cli`] | join the layers; a window, drawn by a graphics card or by the processor, or a picture of one | all | decisions |
//! | [`allocator`] | one switch of glibc's, so that memory used for pictures goes back to the system | libc | everything of ours |
//!
//! From the ground up, no arrow leads back:
//!
//! ```text
//! model · photos ─▶ state · files ─▶ text · workbook ─▶ export ─▶ review · import ─▶ ui (marks, chart, views) ─▶ work, raster ─▶ print · diagnostics ─▶ app ─▶ screenshot · soak · window ─▶ cli
//! ```
//!
//! `ui` does not know `work`, nor `work` `ui`; they meet in `app`. What the report needs of the window comes to it as a value.
//!
//! # What always holds
//!
//! 1. Only `State::update` changes a `State`, whose fields are private; views hold `&State`. It matches every action by name, and asks
//!    [`state::Mode::allows`] first, whoever sent it: a key, a click, a dropped file, a dialog, the system.
//! 2. `model` and `state` are deterministic: same actions, same state. No clock, disk, random number or screen.
//! 3. Opening a readable pack never fails because of its contents: it yields an exhibition and problems. What is not an
//!    exhibition at all is refused with a reason, and the exhibition that is open stays.
//! 4. A file on disk is never half written, and nothing that is read, or that the program did not write, is written over unasked.
//! 5. Every visible word of the interface comes from `text`, every colour and duration from `ui::theme`; a size is a step of the
//!    theme, or a constant at the head of its view. Facts are data: no view says anything about Xizang of its own.
//! 6. A panic in a decoder becomes a picture that cannot be shown; `panic = "unwind"` stays. No file takes memory beyond
//!    `photos::limits`, known before anything is allocated, nor more than ten seconds of the processor: `work::pictures::budget`, for the window,
//!    `picture`, `check`, `pack` and `export` alike. Two exceptions stand open: a panic deep in the decoder of AVIF would pass through a C function and end
//!    the program (none is known: see `benches/README.md`); AVIF, JPEG 2000 and HEIC in one piece are decoded in one call, which cannot be stopped
//!    midway, so that their sizes are limited beforehand.
//! 7. No frame waits: no reading, decoding or dialog on the screen thread, and few megabytes to the graphics card.
//! 8. A missing figure is never zero: it has no value at all ([`model::FigureState`]), so it cannot be drawn, summed, sorted,
//!    spoken or written as one. A sum is no more exact than its parts. What could not be read keeps its place in the same way
//!    ([`model::Unread`]), no sum goes over it, and saving writes it back as it was.
//! 9. What means anything is in the session; what only moves for a moment is in [`ui::Motion`]. Egui's memory may be dropped at any frame.
//!    A reset gives the pixels of a fresh start.
//! 10. Nothing brief takes the place of an error that nobody has read (`state::notices`).
//! 11. Every number on the screen leads to a source in two touches or keys at most.
//! 12. What lives longer than a frame names an entry by its id or year, else by a key that no edit moves ([`model::PhotoKey`],
//!     [`state::talk::StopKey`], [`model::EntryKey`]); positions are for layout, and for numbers that people read or type.
//! 13. What is edited is a tree ([`model::Tree`]) in which nothing but what was edited changes; every change has its inverse, and undoing all of
//!     them gives back the bytes. What is shown follows each change at once, and is always what the document says.
//!
//! # What happens when
//!
//! **A frame.** `App::logic` takes in what `work` finished. `App::frame` sends `Tick`, takes the keys that mean something to
//! the whole window, draws `ui::frame_ui` with a [`ui::Cx`] over `&State`, hands the frame's picture requests to `work`, and
//! lets the actions that were sent happen. The next frame comes when something changes, or at `State::next_deadline`.
//!
//! **A touch.** A press may slip by 16 points and last as long as it likes; it acts when it ends. Whatever scrolls follows any pointer from
//! its first touch on (`ui::scrolling`). The second tap of a double tap does nothing to what the first one opened, and a tap that stops a
//! moving wall opens nothing (`ui::taps`). Two fingers move and zoom a picture by one action. What looks hovered or has a focus ring depends
//! on what was used last (`ui::theme::hand`). Touch targets are 44 points, the main ones 56, of which `ui::theme::distance` makes 15 and 20 mm.
//!
//! **Opening a pack.** `OpenPack(path)` → effect → a thread in `work` → `PackOpened(pack)` swaps it whole; on an error the old
//! exhibition stays and a notice says what, and what to do. The ways to one are a file or a folder by the system's dialog, and a path that
//! is typed, where there is none. What is wrong inside it leads from a notice, and from the menu, to a list. Late pictures of the old pack drop by generation. What macOS asks to be
//! opened, `window::apple` hears.
//!
//! At a start the window waits a tenth of a second for its pack, then stands without it until it comes ([`work::Opening`]).
//!
//! **Files and their names.** Only regular files are opened, and none that leads out of the pack. Each has the name that people read:
//! `files::names` compares by Unicode form and reads what is no UTF-8, `files::archive` also what other programs write into archives.
//! `model::ReadError` is the one place where the system's errors get their names; what passes (a stick that is away) is told apart from what
//! does not. An archive whose files claim the same bytes is refused, so that reading all of it costs no more than it holds. What a folder holds
//! and a photo folder does not show is counted (`PassedOver`).
//!
//! **Reading `exhibition.json`.** One pass finds the first syntax error, or the parts of the text, and keeps nothing else;
//! each piece is then compared with the schema that the types give, and read by itself (`model::read`). So one entry spoils no other,
//! places are those of the file, and memory is bounded before there is a tree. What is wrong is a value ([`model::Trouble`]); `text` has
//! the words, and no library's.
//!
//! **Document and facts.** A [`model::Pack`] keeps what was written (`Pack::document`) apart from what its pictures' files say
//! (`Pack::fill_in`); `Pack::exhibition` is both, joined, and is what is shown. What a file says never changes the document.
//! Beside an `exhibition.json` that is the size alone: whatever is written there, or left out, has been by somebody.
//!
//! **A folder of pictures.** Without an `exhibition.json`, `files::photo_folder` makes an exhibition of the pictures that are there, in natural
//! order. `work::pictures::survey` reads what the first ones say before anything is shown, the others afterwards (`Probed`), in front of the pixels and
//! behind them, without the pixels (`photos::container::abridged`): sizes, so that the gallery keeps its layout, and captions, each a draft in its own
//! language. Of a camera raw file the largest JPEG that the camera put into it is the picture (`photos::container::raw`), and is named so. The position
//! that a camera records (GPS) is never read. What is handed on in a pack is written anew from what is understood
//! (`photos::for_pack`); nothing else goes along. A photo folder shows a card for what it cannot show; an exhibition
//! passes over it (`Unavailable`). Whoever prepares one begins with what its files say, as drafts in the document.
//!
//! **A presentation.** An archive with the parts of a PPTX and no `exhibition.json` becomes an exhibition by `files::slides`: pictures, titles, notes and order, in
//! every path that a pack takes. Its titles are those of the slides, whatever its pictures' files say (`Pack::of_slides`).
//!
//! **Any size.** [`ui::Layout`] says what a window is: upright, folded, slim, or low. A view that is too low to be seen at once
//! (`frame::view_ui`) gives its own height (`page_height`) and scrolls as a whole; else its parts scroll. `ui::scrolling` leaves out lines that would be cut
//! through, and says where more follows. Across a room ([`ui::Cx::is_across_a_room`]) a chart is laid out as for an audience. Notices have a band
//! of their own. `tests/ui/layout.rs` looks at sixty sizes.
//!
//! **A talk.** F5 opens the start sheet, Enter begins. What the audience sees is a value, [`state::talk::AudienceView`], in which notes, clock
//! and search cannot occur; `ui::presenter::audience` draws it, in the audience's window, small on the console and as the pictures of the overview.
//! The keys of clickers and keyboard stand in one table, [`state::talk::keys`]. Screens come in as data (`TalkCommand::Monitors`), found by
//! `window::screens`, which also hears of those that come and go; `Talk::windows` says what the windows are for, and `app::windows` opens
//! and places them. A change of screens covers the notes until somebody says whose screen it is, and a window that stands where the
//! audience looks shows what the audience sees, as the speaker's does until it fills the speaker's screen. While a talk runs its place is kept (`Effect::PersistTalk`), so that it can go on after a
//! power cut, at once where the next start presents too (`TalkCommand::AtOnce`), and the machine is kept awake (`Effect::Awake`). Under `--present` a process of its own
//! (`cli::watch`) starts the program anew where it crashed. What stands in the hall are posters (`audience::photo`, `poster`, `number`), whose
//! texts step down together (`audience::column`) before a picture gives way, and lose whole sentences (`text::sentences`) at the last.
//!
//! **A kiosk.** `Start::kiosk` makes a state one. Who may do what stands in one list over all actions (`state::kiosk::allowed`), the keys that
//! are known in another (`ui::kiosk::hear`, which swallows all others, and tells the state that somebody is there: fingers that are held,
//! what still moves). [`state::kiosk::Phase`] is what is on the screen: the attract loop, a visit, the warning, black. A visit ends with a reset
//! to home and egui's memory cleared, after which the picture is that of a start. The attract loop is a pure order of contents
//! (`state::kiosk::attract`), drawn by the audience's posters with their fade, at the end the poster of the whole; the finger that wakes it presses nothing until it is lifted.
//! What makes the exhibition easier to see and reach is in the session ([`state::Access`]): large text is a zoom
//! (`ui::theme::distance::large_zoom`), low controls are a layout of the window's lower part ([`ui::Layout::of_state`]). Five taps in a corner open
//! the staff's pad; `Effect::CheckPin`, `Effect::Health`, `Effect::PersistKiosk` and `Effect::LeaveKiosk` ask whoever watches over the show, and
//! `KioskCommand::Open` says whether the hours are on. [`state::kiosk::Counts`] is the proof that the show goes on.
//!
//! **Whoever watches over a kiosk.** The process that is started stays and watches; the show is its child (`cli::watch`). What to do is decided
//! without processes and clocks (`cli::watch::decide`): events in, steps out. [`app::alive`] says over a pipe, once a second at most, how many
//! frames were presented and contents shown, or that frames are asked for and the system takes none, as of an output that is off; the show
//! draws a frame every two seconds at least, and ends where the pipe does. Three failures in
//! ten minutes bring the safe slide (`window::slide`), a process that opens no exhibition. `cli::kiosk::keeper` hears signals, knows when it closes,
//! and writes down why the show was started anew ([`state::kiosk::Runs`]), which the show hears by its environment, since the disk may be full.
//! `work::chores::kiosk` tells the hours (`state::kiosk::hours`) by the minute, as far as the wall's clock can be believed. The set-up is read field
//! by field (`KioskSetup::read`): one wrong field leaves the others, and none opens the kiosk. Wrong PINs outlast a restart
//! (`state::kiosk::Attempts`) and are counted before they are looked at. How it has been is one text ([`diagnostics::kiosk_health`]) for the staff, a
//! telephone and `doctor --kiosk`. `cli::kiosk::units` writes what starts a kiosk on each system, for a user and for `assets/kiosk`.
//!
//! **Setting up a kiosk.** The sheet in the menu works on a draft in the session ([`state::kiosk::SettingUp`]), which goes away with a reset and
//! comes along to another exhibition. `Effect::ReadKiosk`, `HashPin`, `TryKiosk` and `SaveKiosk` ask `work::chores::set_up`, which runs a trial
//! as a process of its own with a file of its own. A trial asks for the staff's way in (`ui::kiosk::trial`) until `KioskSetup::tried` holds, which
//! the kiosk itself notes in its file (`Effect::NoteTried`), and which another PIN or corner takes back. What a technician does on each
//! system, and what no program can stop there, is one table of words (`text::kiosk_page`) for the doctor and for a page of A4
//! (`ui::print_layout::venue`).
//!
//! **Searching by touch.** Where people type with their fingers ([`state::State::searches_by_touch`]) the search takes the main area, with
//! a keyboard of the program's own (`ui::keyboard`); field, results and keyboard are in the session. What a typed word finds is one
//! matter for every field (`state::search`): names letter by letter without case and accents, Chinese ones by pinyin or initials
//! (a table of readings in `assets/pinyin`), Tibetan ones by base letters, whose vowels and tsheg may be left out.
//!
//! **A kiosk's guard.** `window::guard` holds what a system takes for itself, by one module a system: an X server's keyboard and a
//! Wayland compositor's shortcuts on winit's own connection, a hook and properties on Windows, presentation options on macOS. What is
//! refused is asked for again twice a second. A trial holds nothing.
//!
//! **A soak.** [`soak`] runs the app of a kiosk frame by frame without a window, on a clock of its own, before visitors that a seed
//! decides on; between two frames it goes to the next time that the app, a visitor or a check asks for. Each frame is laid out for the
//! whole screen, and drawn, smaller, only where two home pages are compared. It compares the session after each reset with a fresh one,
//! the page that a visitor finds, once it is calm, with the first one, and fits a line through the memory by the hour.
//!
//! **A picture.** A view asks [`ui::photo_textures`] for a picture at the size it is drawn; it gets the best one at hand, and
//! what it lacks becomes a request ([`model::PictureRequest`]): first whatever can be had in a moment, then a view, and where it is zoomed the tiles that are seen.
//! While the wall moves, a picture is its thumbnail, enlarged by a decoder so that a frame only copies it; the large one comes when the wall rests.
//! What went by before it came is dropped, and decoders give way to the thread that draws. An opened picture grows from where its view shows it
//! (`ui::viewer::travel`), and goes back; where frames are slow it cuts.
//! Each frame's requests replace those before, so that nothing is decoded that nobody sees; a decoder that is at work on something else is
//! stopped. A few megabytes a frame go to the graphics card, and what was not seen for longest makes room. A job in `work` takes the
//! thumbnail on disk, else reads the file: `photos` reads it row by row, at the smallest scale that its format offers, into a sink that keeps
//! only what is wanted. One decoding leaves the thumbnail on disk. When nobody waits, thumbnails of all pictures are made. Huge pictures
//! share out the memory of `work::pictures::budget`, and tell how far they have come.
//!
//! **Files that go away, come back and change.** A failed read is no verdict on a picture ([`model::Unavailable::is_passing`]): what is loaded
//! stays, an exhibition keeps the picture's place, and `work::pictures::watch` asks for the file again, ever more seldom, and at once when somebody
//! looks. While the window has the focus it looks every few seconds whether the files on the screen are what they were
//! (`files::Stamp`). `FilesChanged` tells the state which are others, have come or are back; nothing that was read of the old ones counts
//! then. A thread that waits for a share without an answer is replaced (`work::pictures::guard`). An audience never sees a file's name.
//!
//! **Thumbnails on disk.** `files::cache` names each by the content of its picture and its size. A file is written beside
//! its place and moved into it, ends with a checksum, and may be deleted at any time; two programs may share the folder. What was not used
//! for longest makes room, before the limit is passed.
//!
//! **A pack.** `work::chores::packing` makes several pictures ready at a time, within the budget, and writes each as soon as it is; one that cannot be
//! read is left out and named. Of what is written in them only what the program understands goes along (`photos::for_pack`), under names
//! that every system takes.
//!
//! **Editing.** `Effect::BeginEditing` reads a pack, its text as a [`model::Tree`] and what was kept of an earlier time; `BeginCommand::Begun`
//! makes the state one that edits ([`state::Mode::Editing`]). A field of `ui::editor` shows what the tree says and sends an
//! [`state::editing::Edit`]: changes with the field that is typed in, since a run of typing is one step. [`state::editing::History`] makes it,
//! `Pack::follow` reads the entry that changed and nothing else (all of it where ids or what cannot be read are touched), and the record
//! of it goes to the disk. While somebody edits, what is touched in a view is chosen (`State::as_edited`), unless a preview shows what visitors
//! see. Whatever has an order is dragged in one way (`ui::editor::landing`), and files that are dropped land by the same marks. Problems
//! are looked for in the background a moment after the last change ([`diagnostics::problems_of`]), and lead to their
//! fields by the same paths; whether a caption is whole in a hall is asked of the posters themselves, in a frame that nobody sees (`ui::fits`). What helps at once stands there too (`state::editing::Remedy`). An id is written when its field is left,
//! with all that refers to the entry (`state::editing::with_id`), as what refers to a batch follows its number. Files that were added lie beside the journal ([`files::Growing`]) until they are saved.
//!
//! **What was edited and is not saved** is in a journal ([`files::journal`]), a line for each change, bound to the lines above by a checksum and
//! to the exhibition by its key; the text that the changes start from lies beside it, and so do the last ten versions. One program holds it at a
//! time. `work::chores::keeping` writes on a thread of its own, and what a full disk refuses stays in memory until it is taken. Where a line was torn,
//! those above it count; what was damaged is set aside.
//!
//! **Saving what was edited.** `work::chores::handing_over` writes the text and the pictures to an archive, or to a folder by way of
//! `files::FolderWriter`: the files wait beside their places, a plan of the moves is on disk before the first one, and `exhibition.json` comes last. What
//! a killed program has moved in vain, the next start takes back. Pictures stay byte for byte, but for the position of cameras, which is blank in
//! its place (`photos::without_position`); those that are in the folder already are not touched. Other names that they are given there flow back (`EditCommand::Saved`).
//!
//! **A check of a text** ([`model::Review`]) holds for the text that was read and for the one that it was translated from, by their fingerprints:
//! [`model::Words::state`] says whether it is outdated. Before such a text is changed, the check keeps it ([`model::Words::keep_read`]), so that
//! whoever reads it again sees what has changed, on another computer too. What an older program did not keep is looked for by its fingerprint
//! among the steps and the versions (`state::editing::Editing::compared`); what is nowhere any more is said to be gone.
//!
//! **A spreadsheet.** [`workbook::read`] makes cells of a file, within bounds that are known before anything is set aside. [`import::guess`] finds the heads, and which
//! column is which field; `state::editing::spreadsheet` finds the entry of each row and judges it, as a value: new, changed, the same, or refused with its
//! reason. A row is taken whole or not at all, a cell in which nothing is said leaves its field as it is, and all rows together are changes of the tree, as
//! of one step. `vitrine import` shows them and saves; in the editor `state::editing::Importing` holds what was read until somebody takes it in or closes it,
//! and `work` judges it anew when a column or the document has become another.
//!
//! **A glossary.** [`model::Glossary`] finds the terms of a source by their wordings, as texts have them (plurals, Chinese names without their rank, Tibetan
//! words with an ending), and which of them a translation does not have: for `check`, and for the field of the editor that offers them
//! (`ui::editor::fields::suggest`).
//!
//! **A sheet for a native reader.** [`review::rows`] finds the texts of a language, each with an id that no edit of another entry moves.
//! [`fn@review::sheet`] writes them into a workbook, with fingerprints of draft and source in hidden columns. [`fn@review::read`] measures what comes back
//! before a library reads it, cell by cell, and finds its columns by hidden keys or by their heads. [`fn@review::page`] lays out the same texts as a page for a
//! browser, which fetches nothing and runs one script, by its hash; what that saves is read within bounds too, as the same answers. [`review::judge`] holds each answer against the
//! exhibition as it is now: only while both texts are still the same it becomes changes of the tree, of the text and of the check beside it.
//!
//! **Paper.** A poster or handout is laid out once, by `ui::print_layout`, with the fonts, line breaks and bars of the screen, as marks
//! (`ui::marks`): lines and areas, texts with their halos, pictures by their key, and what each part is for those who hear it. `print`
//! lays them out within a frame that has no window, and has them translated into an [`export::drawing`], which `export` writes as a file.
//! A kind of mark that one of the two does not know does not compile. Letters are shaped anew there,
//! from the same words and fonts: outlines in SVG, with the words over them to be searched, glyphs of embedded fonts in PDF, with tags for those who hear it. Pictures go into
//! a PDF by way of `photos::for_print`, without what cameras wrote into them. For pixels, `raster` draws the same marks.
//!
//! **A sign-off book.** [`State::screens`](state::State::screens) lists every screen that a visitor can reach, [`state::State::at_screen`] brings a kiosk
//! to one. `print::signoff` finds the texts of each by the ids of [`review::rows`], so that what no screen shows is left over and listed too, lays out
//! pages of marks (`ui::print_layout`), and draws a screen's frame only when its page is written. [`model::ExhibitionPrint`] is over the document, with
//! a hash of each picture's bytes in the place of its file's name, without checks and sizes.
//!
//! **Charts.** `ui::chart` turns figures into places and words (`places`, `totals`), and has one layout for each form: `standing` bars, `lying`
//! bars, the `diagram` of the pairings. A layout takes measures and set words, and gives marks with what touching them opens. A view
//! (`ui::personnel`, `ui::pairings`) paints these as each touch asks for, paper takes its marks alone, an audience (`ui::presenter::audience`)
//! sees other words and sizes in the same layout, set back where others are highlighted.
//!
//! **A wall.** `ui::gallery::rows` lays out justified rows, nothing cropped. A picture that leads (`model::Photo::lead`, the first of its topic) is two rows high: its
//! words take what is left of the width, or two rows of others stand beside it, whose heights follow from one equation. Where it has no room, few pictures or no
//! caption, it is laid out like the others.
//!
//! **Who says so?** `Action::Trace` names a source in the session; `state::rests_on` says of every subject how it rests on that source: by itself, worked
//! out, by another report, by its years. It does so exactly if the sheet of the subject names the source. A view asks [`ui::Cx::rests`] and draws what does not in
//! [`ui::Cx::lit`]'s dimmed colours (`ui::theme::dimmed`), names say it too, and `ui::trace` has the button, the band that counts and ends it, and the lines
//! under numbers. A view that is first seen with it scrolls to the first thing that does.
//!
//! **All of it at one look.** `ui::whole` paints the exhibition's poster (`ui::print_layout`) into any area, once it was laid out for that area's proportions. A look over it
//! is a path of views over its parts (`whole::look`), which ends with all of it; nothing of the poster changes meanwhile. The end of the wall opens it as a page in the place of
//! the view, the attract loop shows it as its last turn. Where nothing may move, or three frames in a row are slow, it is there at once.
//!
//! **Year by year.** `Action::Year` looks at one year in all views (`state::years`): which batches have arrived, the pairings that held, the last milestone. A bar,
//! a row or a ribbon is there or not; only how much of it is seen changes while it comes (`ui::years::seen`). The band at the foot has the one axis of the
//! three views, which have none of their own meanwhile. It plays on by `Session::next_year`, ends at the last year, and goes with a reset.
//!
//! **Saving.** The sheet of what can be saved sends `SaveCommand::Ask`; `work::chores::save` asks for a place with the system's dialog, then runs
//! `print::file`, handed in by `app`, on that thread, and tells how far it has come. A file is written once all of it is made.
//!
//! **Writing.** Everything goes through `files::write`: beside its place under a short random name that nobody else has, locked while it is
//! written, synced, and moved into its place whole. A link stays, the mode of an older file too; a pipe or a device gets the bytes as they
//! come. `cli::signals` has what is half written removed before the program ends; what a `kill -9` leaves is swept at the next start, which finds
//! it by notes among what the program keeps, and by whoever writes into that folder next. `files::in_the_way` says what would be lost at a
//! place, `export::wrote` by what a file shows that it is one of ours.
//!
//! **Tables.** [`state::editing::table`] is a table as data: columns with their kinds, what a cell holds, what a typed or pasted text makes of
//! it or why it cannot be there, and where the cursor is. Words are in the document as they are typed; a number, a date or a name is, once it is
//! understood. How people write these in three languages stands in `table/spelling`, and a test in `text::cells` holds that whatever a
//! cell shows can be typed into it. `ui::editor::tables` draws the rows that are seen with `egui_extras`, and over them what is not bound to one
//! row: names that stay when it scrolls sideways, the block, and the cell that is being written.
//!
//! **Text.** `ui::typeset` sets each text in the letters and with the line height that its script asks for, whatever the language of the
//! interface, breaks lines by UAX #14 (Tibetan after a tsheg and never before a shad; Chinese by its rules), but not between a number and
//! its unit or within a day and month ([`text::joined`]), moves full-width marks together, balances headings, leaves out what has no look,
//! caches the breaks, and gives every text a name in the accessibility tree. A text ends at `model::TEXT_LIMIT`, and of a long one only the
//! lines that are seen are laid out. The fonts come from npm packages through `build.rs`.
//!
//! **A start.** `window` tries whoever may draw, each in a process of its own, and remembers what failed: `window::start`. Language, theme and
//! size come from the settings, the command line goes before them: `state::settings` says when a choice is kept. Which exhibition comes up: the
//! one on the command line, else the one beside the program, else the last one opened, else the built-in one. A second start that is
//! given an exhibition and nothing else hands it to the window that is open (`window::handover`: a local socket of this user on this
//! display, on Windows a named pipe) and ends; under a talk the speaker is asked first.
//!
//! # Where to start
//!
//! To show something new: a field in `model` (then `UPDATE_SCHEMA=1 cargo test`), data in `assets/exhibition`, a view in
//! `ui`. To let a visitor do something new: a variant of `Action`, an arm in `update`, a key in `ui::shortcuts`, words in
//! three languages (the compiler asks for them), a journey in `tests/ui`.

pub mod allocator;
pub mod app;
pub mod cli;
pub mod diagnostics;
pub mod export;
pub mod files;
pub mod import;
pub mod model;
pub mod photos;
pub mod print;
pub mod raster;
pub mod review;
pub mod screenshot;
pub mod soak;
pub mod state;
pub mod text;
pub mod ui;
pub mod window;
pub mod work;
pub mod workbook;

/// The version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
