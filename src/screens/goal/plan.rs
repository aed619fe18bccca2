//! An if-then plan beside today's goal: offered, never asked for.

use leptos::prelude::*;

use crate::domain::id::StudentId;
use crate::session::use_session;
use crate::ui::if_then::IfThenFields;
use crate::words::words;

/// The name of the draft of a plan, its halves a line each.
pub(super) const PLAN: &str = "if-then";

/// What the student will do when something gets in the way.
#[component]
pub(super) fn Plan(
    id: StudentId,
    obstacle: RwSignal<String>,
    action: RwSignal<String>,
    half: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let g = words().goal();
    let typed = move |()| {
        half.set(false);
        let (first, then) = (obstacle.get_untracked(), action.get_untracked());
        let nothing = first.is_empty() && then.is_empty();
        let text = if nothing { String::new() } else { first + "\n" + &then };
        session.keep_draft(id, PLAN, text);
    };
    // Once open it stays so, also while what was typed is taken out again.
    let open = Memo::new(move |was: Option<&bool>| {
        was == Some(&true) || !obstacle.with(String::is_empty) || !action.with(String::is_empty)
    });
    view! {
        <details class="if-then" prop:open=open>
            <summary>{g.plan}</summary>
            <div class="stack">
                <IfThenFields
                    first=g.plan_if
                    then=g.plan_then
                    obstacle
                    action
                    on_type=Callback::new(typed)
                />
                <p class="problem" role="alert">{move || half.get().then_some(g.half_plan)}</p>
            </div>
        </details>
    }
}
