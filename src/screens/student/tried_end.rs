//! How something that was tried ended, by the rule that was written before it started.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::kept::{KeptField, Written, kept};
use crate::domain::id::StudentId;
use crate::domain::intervention::Outcome;
use crate::domain::intervention::record::{InterventionEnded, InterventionStory};
use crate::domain::note::{LONGEST_NOTE, too_many};
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

/// An end as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Draft {
    outcome: Option<Outcome>,
    seen: String,
}

impl Written for Draft {
    fn is_blank(&self) -> bool {
        self.outcome.is_none() && self.seen.trim().is_empty()
    }
}

#[component]
fn WriteEnd(id: StudentId, story: InterventionStory, on_done: Callback<()>) -> impl IntoView {
    let session = use_session();
    let l = words().log();
    let was = story.ended;
    let of = story.tried.id;
    let first = was.as_ref().map(|end| Draft { outcome: Some(end.outcome), seen: end.seen.clone() });
    // An end that is mended keeps its day.
    let was_day = was.map(|end| end.day);
    let kept = kept(session, id, &format!("ended/{of}"), first.unwrap_or_default());
    let missing = RwSignal::new(false);
    let saver = Saver::new(session);
    let choice = move |field: &'static str, of: Outcome, text: &'static str| {
        view! {
            <label class="choice compact">
                <input
                    id=field
                    type="radio"
                    name="outcome"
                    prop:checked=move || kept.now.with(|draft| draft.outcome == Some(of))
                    on:change=move |_| kept.edit(|draft| draft.outcome = Some(of))
                />
                {text}
            </label>
        }
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = kept.now.get_untracked();
        missing.set(typed.outcome.is_none());
        let Some(outcome) = typed.outcome else {
            focus_on("end-worked");
            return;
        };
        if too_many(&typed.seen, LONGEST_NOTE) > 0 {
            focus_on("end-seen");
            return;
        }
        let day = was_day.unwrap_or_else(|| session.today.get_untracked());
        let end = InterventionEnded { intervention: of, day, outcome, seen: typed.seen.trim().to_owned() };
        let forget = kept.once_written();
        saver.save(vec![session.peek(|nb| nb.end_intervention(id, end))], l.end_said.to_owned(), move || {
            forget();
            on_done.try_run(());
        });
    };
    // Escape keeps what was typed; this gives it up.
    let cancel = move |_| {
        kept.forget();
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
            <KeptField id="end-seen" label=l.end_seen kept part=|draft| &mut draft.seen most=LONGEST_NOTE />
            <p class="problem" role="alert">{move || missing.get().then_some(l.need_outcome)}</p>
            <div class="row">
                <button class="btn go" type="submit">{l.save}</button>
                <button class="btn" type="button" on:click=cancel>{l.cancel}</button>
            </div>
        </form>
    }
}
