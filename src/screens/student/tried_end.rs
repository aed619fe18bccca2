//! How something that was tried ended, by the rule that was written before it started.

use leptos::prelude::*;

use super::kept::{KeptField, is_long, kept};
use crate::domain::id::StudentId;
use crate::domain::intervention::Outcome;
use crate::domain::intervention::record::{InterventionEnded, InterventionStory};
use crate::domain::note::LONGEST_NOTE;
use crate::session::{Saver, use_session};
use crate::ui::dialog::Dialog;
use crate::ui::focus::{focus_if_lost_on, focus_on};
use crate::words::words;

/// The dialog.
#[component]
pub fn EndDialog(
    /// With whom it was tried.
    id: StudentId,
    /// What has ended.
    ending: RwSignal<Option<InterventionStory>>,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let l = words().log();
    let title = Signal::derive(move || {
        ending.with(|of| of.as_ref().map(|of| l.end_of(&of.tried.tactic))).unwrap_or_default()
    });
    view! {
        <Dialog open title>
            {move || {
                let on_done = Callback::new(move |()| {
                    open.set(false);
                    focus_if_lost_on("tried-title".to_owned());
                });
                ending.get().map(|story| view! { <WriteEnd id story on_done /> })
            }}
        </Dialog>
    }
}

#[component]
fn WriteEnd(id: StudentId, story: InterventionStory, on_done: Callback<()>) -> impl IntoView {
    let session = use_session();
    let l = words().log();
    let was = story.ended;
    let of = story.tried.id;
    let chosen = RwSignal::new(was.as_ref().map(|end| end.outcome));
    let first = was.as_ref().map(|end| end.seen.clone()).unwrap_or_default();
    // An end that is mended keeps its day.
    let was_day = was.map(|end| end.day);
    let seen = kept(session, id, &format!("ended/{of}"), first);
    let missing = RwSignal::new(false);
    let saver = Saver::new(session);
    let choice = move |field: &'static str, of: Outcome, text: &'static str| {
        view! {
            <label class="choice compact">
                <input
                    id=field
                    type="radio"
                    name="outcome"
                    prop:checked=move || chosen.get() == Some(of)
                    on:change=move |_| chosen.set(Some(of))
                />
                {text}
            </label>
        }
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        missing.set(chosen.get_untracked().is_none());
        let Some(outcome) = chosen.get_untracked() else {
            focus_on("end-worked");
            return;
        };
        if untrack(|| is_long(seen, LONGEST_NOTE)) {
            focus_on("end-seen");
            return;
        }
        let day = was_day.unwrap_or_else(|| session.today.get_untracked());
        let end = InterventionEnded {
            intervention: of,
            day,
            outcome,
            seen: seen.now.with_untracked(|text| text.trim().to_owned()),
        };
        let forget = seen.once_written();
        saver.save(vec![session.peek(|nb| nb.end_intervention(id, end))], l.end_said.to_owned(), move || {
            forget();
            on_done.try_run(());
        });
    };
    // Escape keeps what was typed; this gives it up.
    let cancel = move |_| {
        seen.forget();
        on_done.run(());
    };
    view! {
        <form class="stack" novalidate on:submit=save>
            <fieldset class="stack">
                <legend dir="auto">{l.end_question(&story.tried.rule)}</legend>
                <div class="row">
                    {choice("end-worked", Outcome::Worked, l.worked_long)}
                    {choice("end-did-not", Outcome::DidNot, l.did_not_long)}
                    {choice("end-unclear", Outcome::Unclear, l.unclear_long)}
                </div>
            </fieldset>
            <KeptField id="end-seen" label=l.end_seen kept=seen most=LONGEST_NOTE />
            <p class="problem" role="alert">{move || missing.get().then_some(l.need_outcome)}</p>
            <div class="row">
                <button class="btn go" type="submit">{l.save}</button>
                <button class="btn" type="button" on:click=cancel>{l.cancel}</button>
            </div>
        </form>
    }
}
