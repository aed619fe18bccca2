//! The teacher's own decision about a level: a dialog that asks for the level and the reason.

use leptos::html;
use leptos::prelude::*;

use super::cell::Place;
use super::rating::score;
use crate::domain::evidence::LevelOverride;
use crate::domain::scale::Level;
use crate::domain::{Body, Change};
use crate::screens::said;
use crate::session::{Saver, use_session};
use crate::ui::dialog::Dialog;
use crate::ui::level::LevelPicker;
use crate::words::words;

/// The dialog; open while `open` is true.
#[component]
pub fn Decide(
    /// Whose level, on what.
    place: Place,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open title=words().skills().decide_title>
            <Form place open />
        </Dialog>
    }
}

#[component]
fn Form(place: Place, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let before = session.peek(|nb| nb.proficiency(place.student, place.skill));
    let reason = RwSignal::new(before.decided.map(|d| d.reason).unwrap_or_default());
    let picked = RwSignal::new(before.level.map(|l| l.0));
    let problem = RwSignal::new(None::<&'static str>);
    let node = NodeRef::<html::Textarea>::new();
    let scale = session.peek(said::scale_words);
    let saver = Saver::new(session);
    let s = words().skills();
    let save = move || {
        let text = reason.get_untracked().trim().to_owned();
        if text.is_empty() {
            problem.set(Some(s.need_reason));
            if let Some(field) = node.get_untracked() {
                // It fails only for a field that is gone.
                let _ = field.focus();
            }
            return;
        }
        let Some(level) = picked.get_untracked().map(Level) else {
            problem.set(Some(s.need_level));
            return;
        };
        let day = session.today.get_untracked();
        let made = session.peek(|nb| {
            let body =
                LevelOverride { skill: place.skill, score: Some(score(nb, level)?), reason: text, day };
            let [cell, ..] = place.slots();
            let heads = nb.heads_of(cell, |body| matches!(body, Body::LevelOverride(_)));
            let said = s.decided_said(&said::name_of(nb, place.student), &said::level_word(nb, level));
            Some((Change::by_teacher(place.student, body).replacing(heads), said))
        });
        if let Some((change, said)) = made {
            // What could not be kept stays on the screen.
            saver.save(vec![change], said, move || {
                let _ = open.try_set(false);
            });
        }
    };
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <LevelPicker
                name="decide-level"
                legend=s.decide_level
                words=scale
                picked
                on_pick=Callback::new(move |(level, _)| picked.set(Some(level)))
            />
            <label class="field">
                <span>{s.reason}</span>
                <textarea
                    node_ref=node
                    rows="2"
                    required
                    bind:value=reason
                    aria-describedby="decide-problem"
                    aria-invalid=move || problem.get().is_some().to_string()
                ></textarea>
            </label>
            <p id="decide-problem" class="problem" role="alert">{problem}</p>
            <p class="muted sm">{s.decide_hint}</p>
            <div class="row">
                <button class="btn go" type="submit">{words().app().save}</button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{words().app().cancel}</button>
            </div>
        </form>
    }
}
