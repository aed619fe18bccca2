//! The words of a board, typed line by line.

use leptos::prelude::*;

use super::form::{Form, sentence};
use crate::domain::choice_board::{BoardDraft, FEWEST_WAYS, MOST_RATES, MOST_WAYS, lines};
use crate::screens::said;
use crate::screens::typed::{FoundDraft, problem_list};
use crate::ui::focus::focus_on;
use crate::ui::pick::pick;
use crate::words::words;

/// The editor.
#[component]
pub fn Editor(
    form: Form,
    /// Whether the board is kept already.
    kept: Memo<bool>,
) -> impl IntoView {
    let b = words().board();
    view! {
        <form
            class="card stack"
            novalidate
            aria-labelledby="the-board"
            on:submit=move |event| {
                event.prevent_default();
                form.save(false);
            }
        >
            <h2 id="the-board">{b.the_board}</h2>
            <FoundDraft found=form.typed.found on_discard=Callback::new(move |()| form.discard()) />
            <Fields form />
            <Notes form />
            <div class="row">
                <button class="btn go" type="submit">
                    {move || if kept.get() { words().app().save } else { b.offer_now }}
                </button>
                <Show when=move || !kept.get()>
                    <button class="btn" type="button" on:click=move |_| form.save(true)>{b.later}</button>
                </Show>
            </div>
        </form>
    }
}

#[component]
fn Fields(form: Form) -> impl IntoView {
    let b = words().board();
    let skills = form
        .session
        .peek(|nb| said::skills_and_none(nb, b.no_skill, nb.board(form.id).and_then(|board| board.skill)));
    let blank = Memo::new(move |_| form.read(|draft| *draft == BoardDraft::default()));
    let example = move |_| {
        form.edit(|draft| {
            *draft = BoardDraft {
                title: b.example_title.to_owned(),
                skill: None,
                ways: b.example_ways.to_owned(),
                rates: b.example_rates.to_owned(),
            };
        });
        focus_on("board-title");
    };
    view! {
        <label class="field">
            <span>{b.about}</span>
            <input
                id="board-title"
                type="text"
                autocomplete="off"
                dir="auto"
                prop:value=move || form.read(|draft| draft.title.clone())
                on:input=move |event| {
                    let text = event_target_value(&event);
                    form.edit(|draft| draft.title = text);
                }
            />
        </label>
        {pick(
            b.skill,
            "board-skill",
            skills,
            move || form.read(|draft| draft.skill),
            move |skill| form.edit(|draft| draft.skill = skill),
        )}
        {text(form, ("board-ways", b.ways, "6"), |draft| &mut draft.ways)}
        <p id="board-ways-hint" class="muted sm">{b.ways_hint(&FEWEST_WAYS, &MOST_WAYS)}</p>
        {text(form, ("board-rates", b.rates, "3"), |draft| &mut draft.rates)}
        <p id="board-rates-hint" class="muted sm">{b.rates_hint(&MOST_RATES)}</p>
        // It takes the place of everything, so it is offered only while nothing is typed.
        <Show when=move || blank.get()>
            <button class="btn small" type="button" on:click=example>{b.example}</button>
        </Show>
    }
}

/// Lines to type in.
fn text(
    form: Form,
    (id, label, rows): (&'static str, &'static str, &'static str),
    of: fn(&mut BoardDraft) -> &mut String,
) -> impl IntoView {
    view! {
        <label class="field">
            <span>{label}</span>
            <textarea
                id=id
                rows=rows
                dir="auto"
                aria-describedby=format!("{id}-hint")
                prop:value=move || form.read(|draft| of(&mut draft.clone()).clone())
                on:input=move |event| {
                    let text = event_target_value(&event);
                    form.edit(|draft| *of(draft) = text);
                }
            ></textarea>
        </label>
    }
}

/// What has to be mended, and what students chose that the board as it is typed does not say any more.
#[component]
fn Notes(form: Form) -> impl IntoView {
    let (session, b) = (form.session, words().board());
    let before = Memo::new(move |_| session.ask(|nb| nb.board(form.id).cloned()));
    let chosen = Memo::new(move |_| {
        session.ask(|nb| nb.board(form.id).map(|board| nb.choices(board)).unwrap_or_default())
    });
    let unsaved = Memo::new(move |_| {
        before.with(|board| board.as_ref().is_some_and(|board| form.read(|d| *d != BoardDraft::of(board))))
    });
    let gone = Memo::new(move |_| {
        let ways = form.read(|draft| lines(&draft.ways));
        chosen.with(|all| {
            all.iter().filter(|(way, _)| !ways.contains(way)).map(|(_, who)| who.len()).sum::<usize>()
        })
    });
    let status = move || {
        let first = unsaved.get().then(|| b.unsaved.to_owned());
        let then = (unsaved.get() && gone.get() > 0).then(|| b.changes_choice(gone.get()));
        first.into_iter().chain(then).collect::<Vec<_>>().join(" ")
    };
    view! {
        <p class="muted" role="status">{status}</p>
        {problem_list(move || form.problems.with(|all| all.iter().map(sentence).collect()))}
    }
}
