//! A teacher says the levels in the class's own words, three to six of them. Each change is a new
//! version of the scale that continues the one before, so nothing given so far is lost.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser;
use crate::domain::id::ScaleId;
use crate::domain::scale::{LEVELS, Level, Scale};
use crate::session::{Saver, use_session};
use crate::ui::dialog::Dialog;
use crate::ui::level::{Glyph, LevelTag};
use crate::ui::term::Term;
use crate::words::words;

/// A level as it is being worded.
#[derive(Clone, PartialEq)]
struct Row {
    /// Tells rows apart while they come and go.
    key: usize,
    /// The level of the scale so far that it continues.
    of: Option<Level>,
    word: RwSignal<String>,
}

/// The words in use, and the way to change them.
#[component]
pub fn Levels() -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    let scale = Memo::new(move |_| session.ask(|nb| nb.class_scale().cloned()));
    let s = words().settings();
    let tags = move || {
        let scale = scale.get()?;
        let tag = |level: Level| {
            view! {
                <li>
                    <LevelTag level=Some(level.0) words=scale.words.clone() none="" />
                </li>
            }
        };
        Some(scale.levels().map(tag).collect_view())
    };
    view! {
        <section class="card stack">
            <h2><Term of=Term::Scale text=s.levels /></h2>
            <ul class="level-words">{tags}</ul>
            <button class="btn" on:click=move |_| open.set(true)>{s.change_levels}</button>
            <Dialog open title=s.levels>
                {move || scale.get_untracked().map(|scale| view! { <LevelsForm scale open /> })}
            </Dialog>
        </section>
    }
}

/// The words of a scale while they are changed.
#[component]
fn LevelsForm(scale: Scale, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let row = |level: Level| {
        let word = RwSignal::new(scale.word(level).to_owned());
        Row { key: usize::from(level.0), of: Some(level), word }
    };
    let rows = RwSignal::new(scale.levels().map(row).collect::<Vec<Row>>());
    let next_key = StoredValue::new(usize::from(scale.top().0) + 1);
    let problem = RwSignal::new(None::<&'static str>);
    let scale = StoredValue::new(scale);
    let s = words().settings();
    let worded = move || {
        let word = |row: &Row| (row.word.get().trim().to_owned(), row.of);
        rows.with(|rows| rows.iter().map(word).collect::<Vec<_>>())
    };
    let merged = move || {
        let next = scale.with_value(|old| old.next(old.id, worded()));
        scale.with_value(|old| merged_levels(old, &next, &worded()))
    };
    let insert = move |after: usize| {
        let key = next_key.get_value();
        next_key.set_value(key + 1);
        rows.update(|rows| rows.insert(after + 1, Row { key, of: None, word: RwSignal::new(String::new()) }));
        focus_row(after + 1);
    };
    let saver = Saver::new(session);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let new = untrack(worded);
        let mut said: Vec<String> = new.iter().map(|(word, _)| word.to_lowercase()).collect();
        said.sort();
        said.dedup();
        if said.len() != new.len() || said.iter().any(String::is_empty) {
            problem.set(Some(s.need_words));
            return;
        }
        let next = scale.with_value(|old| old.next(ScaleId::from_bits(browser::random_bits()), new));
        let changes = session.peek(|nb| nb.take_scale(next));
        // What could not be kept stays on the screen.
        saver.save(changes, s.levels_said.to_owned(), move || {
            let _ = open.try_set(false);
        });
    };
    view! {
        <form class="stack" on:submit=save>
            <p class="muted">{s.levels_hint}</p>
            <ol class="stack">
                <ForEnumerate
                    each=move || rows.get()
                    key=|row| row.key
                    children=move |at, row| view! { <LevelRow at row rows insert /> }
                />
            </ol>
            <div class="stack" role="status">
                {move || merged().into_iter().map(|text| view! { <p class="status sm">{text}</p> }).collect_view()}
            </div>
            <p class="problem" role="alert">{move || problem.get()}</p>
            <div class="row">
                <button class="btn go" type="submit">{words().app().save}</button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{words().app().cancel}</button>
            </div>
        </form>
    }
}

/// One level: its word, and buttons to take it away or to put one above it.
#[component]
fn LevelRow(
    at: ReadSignal<usize>,
    row: Row,
    rows: RwSignal<Vec<Row>>,
    insert: impl Fn(usize) + Copy + 'static,
) -> impl IntoView {
    let s = words().settings();
    let (key, word) = (row.key, row.word);
    let count = move || rows.with(Vec::len);
    let level = move || u8::try_from(at.get() + 1).unwrap_or(u8::MAX);
    let glyph = move || {
        let of = u8::try_from(count()).unwrap_or(u8::MAX);
        view! { <Glyph level=level() of /> }
    };
    let label = move || s.level_n(&level());
    let said = move || if word.with(|w| w.trim().is_empty()) { label() } else { word.get() };
    view! {
        <li class="level-row">
            {glyph}
            <input class="plain" type="text" maxlength="40" dir="auto" aria-label=label bind:value=word />
            <button
                class="btn small"
                type="button"
                aria-label=move || s.remove_level(&said())
                disabled=move || count() <= *LEVELS.start()
                on:click=move |_| {
                    let above = at.get_untracked().saturating_sub(1);
                    rows.update(|rows| rows.retain(|row| row.key != key));
                    focus_row(above);
                }
            >
                "−"
            </button>
            <button
                class="btn small"
                type="button"
                aria-label=s.add_level
                disabled=move || { count() >= *LEVELS.end() }
                on:click=move |_| insert(at.get_untracked())
            >
                "+"
            </button>
        </li>
    }
}

/// Moves the focus to a level's word once the rows stand on the screen.
fn focus_row(at: usize) {
    request_animation_frame(move || {
        let Ok(at) = u32::try_from(at) else { return };
        let inputs = document().query_selector_all(".level-row input").ok();
        let input = inputs.and_then(|inputs| inputs.item(at)).and_then(|node| node.dyn_into().ok());
        if let Some::<web_sys::HtmlElement>(input) = input {
            // It fails only for an element that is gone.
            let _ = input.focus();
        }
    });
}

/// What becomes of levels that nothing continues, in sentences.
fn merged_levels(old: &Scale, next: &Scale, rows: &[(String, Option<Level>)]) -> Vec<String> {
    let becomes = next.follows.iter().flat_map(|follows| follows.becomes.iter().copied());
    let gone = old.levels().zip(becomes).filter(|(level, _)| rows.iter().all(|(_, of)| *of != Some(*level)));
    let said = |(level, became): (Level, Option<Level>)| {
        Some(words().settings().merged(&next.word(became?), &old.word(level)))
    };
    gone.filter_map(said).collect()
}
